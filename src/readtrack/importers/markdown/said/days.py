"""The day or the month before a title: when a paper appeared, was put on a list, or was read by a group."""

from __future__ import annotations

import re

from readtrack.importers._months import ENGLISH_MONTH, MONTH, OF_MONTH, OF_YEAR, ON_DAY
from readtrack.importers._venues import full_year
from readtrack.importers.markdown.markup.inline import BOLD, BOLD_END, CODE, CODE_END, EM, EM_END, LINK
from readtrack.importers.markdown.said.groups import Facts
from readtrack.importers.markdown.said.place import YEAR
from readtrack.importers.markdown.said.preprints import PREPRINTS

_ON = rf"(?:{ON_DAY}\s{{1,3}}(?=\d|{MONTH}\.? \d))?"
_DIGITS_FIRST = r"(?:\d{1,2}[./]){2}"
_IN_WORDS = rf"{OF_MONTH}{MONTH}{OF_YEAR}"
_DAY = re.compile(
    rf"[{BOLD}{EM}{CODE}]*(?![(（][\d./-]+[^\d./)）-])[(（]?({YEAR})"
    rf"(?:[./-]\d{{1,2}}[./-]\d{{1,2}}|[./-](?:0?[1-9]|1[0-2])(?!\d))[)）]?[{BOLD_END}{EM_END}{CODE_END}]*"
    rf"\s*[:：|,–—-]?\s+|(?P<year>{YEAR})\s+[|–—-]\s+(?=\S)"
    r"|\[(?P<short>2[1-9])(?:0[1-9]|1[0-2])\]\s+(?=\S+\s\S)"
)
"""A day, a month or a year before a title; also as arXiv's numbers begin with it, where it is no year: "[2308]"."""
_OPENED = rf"[\s{EM}{BOLD}(（\[]*{_ON}"
_DAY_BEFORE = re.compile(
    rf"{_OPENED}(?:{YEAR}([./-])\d{{1,2}}\1\d{{1,2}}(?!\d)|(?:{_DIGITS_FIRST}|{_IN_WORDS}){YEAR}(?!\d))"
)
_MONTH_BEFORE = re.compile(rf"{_OPENED}(?:{YEAR}[./-]\d{{1,2}}(?!\d)|2[1-9][01]\d\])")
_MONTH_LINKED = rf"{MONTH}{OF_YEAR}(?={YEAR}[{BOLD_END}{EM_END}]*\s*[:：|–—]\s*{LINK})"
_DAY_FIRST = re.compile(
    rf"[{BOLD}{EM}{CODE}]*[(（\[]?{_ON}(?:{_DIGITS_FIRST}|(?P<words>{_IN_WORDS}|{_MONTH_LINKED}))(?P<year>{YEAR})[)）\]]?"
    rf"[{BOLD_END}{EM_END}{CODE_END}]*(?:\s*[:：|–—]|\s+-?)\s*"
)
_NTH = r"(?:[0-2]?\d|3[01])(?:st|nd|rd|th)?(?!\d)"
_OF_LATE = r"(?:199\d|20\d\d)"
_MET = re.compile(
    rf"(?:[{BOLD}{EM}](?:(?:{MONTH}\.? {_NTH}|{_NTH} {MONTH}),? {_OF_LATE}"
    rf"|(?:{ENGLISH_MONTH}\.? {_NTH}|{_NTH} {ENGLISH_MONTH})(?=[^\n]*[{BOLD}{LINK}]|[{BOLD_END}{EM_END}]\s?[:：–—-]\s))"
    rf"|{_ON}{MONTH}\.? {_NTH},? {_OF_LATE})(?: at \d[\d:.apm ]{{0,9}})?"
    rf"(?:\s?[:：][{BOLD_END}{EM_END}]?|[{BOLD_END}{EM_END}]\s?[:：–—-]|\s[–—-])\s+(?=\S)"
    rf"(?:(?P<cry>[A-Z][\w-]{{1,20}})!\s+(?=[^{BOLD}{LINK}\n]{{3,300}}{BOLD}))?"
)
"""When people met to read it, which says nothing of the paper, and perhaps what they called it: "Jan 29: Looms! ".

In what is emphasised it is all of that, or a link or a title in bold stands behind it: "**May 8:** Looms" is a title.
Without a year it is of an English month: what those of other languages are called is more often a word or a book.
"""
WEEKDAY = re.compile(
    rf"{BOLD}(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s?[:：]?{BOLD_END}\s?[:：–—-]?\s*(?={LINK})", re.IGNORECASE
)
"""On which day of the week it is to be read: "**Monday** - [Notes on Looms](url)"."""


def begins_with_day(text: str) -> bool:
    """Whether ``text`` begins with a day, so that what looks like the number of an item is none: "12. Mai 2020: "."""
    return bool(_DAY.match(text) or _day_first(text))


def is_only_when(text: str, venue: str | None) -> bool:
    """Whether a day before a title is when it was read: the year of a paper is rather what is said behind that.

    So it is with a month, where it is said as well in which ``venue`` the paper was printed.
    """
    printed = venue and venue.lower() not in PREPRINTS
    return bool(_DAY_BEFORE.match(text) or (printed and _MONTH_BEFORE.match(text)))


def take_day(text: str, titled: bool) -> tuple[int, Facts] | None:
    """Where the day ends that ``text`` begins with, and the year that it says; ``titled``: all of it may be a title."""
    if found := _MET.match(text):
        return found.end(), Facts(tags=(found["cry"],) if found["cry"] else ())
    first = _day_first(text)
    own = first and first["words"] and ((titled and "|" not in first[0]) or _begins_title(first))
    if first and not own:
        return first.end(), Facts(year=int(first["year"]))
    if not first and (found := _DAY.match(text)):
        return found.end(), Facts(year=full_year(found[1] or found["year"] or found["short"], surely=True))
    return None


def _day_first(text: str) -> re.Match[str] | None:
    """A day before its month and year; "1. Mars 2020 Rovers" is the number of an item and a title."""
    found = _DAY_FIRST.match(text)
    numbered = found and re.match(rf"{_OPENED}\d+\.\s", text) and not re.search(rf"[:：|–—{BOLD_END}]", found[0])
    return None if numbered and found and text[found.end() :][:1] not in (LINK, BOLD) else found


def _begins_title(first: re.Match[str]) -> bool:
    """Whether a day is what a title tells of, as its paper is of years after it: "13 mai 1958 : une histoire. 1985"."""
    rest = first.string[first.end() :]
    years = re.findall(rf"(?<![\d.]){YEAR}(?!\d|\.\d)", rest)
    return rest[:1] not in (LINK, BOLD, EM) and any(int(year) > int(first["year"]) + 1 for year in years)
