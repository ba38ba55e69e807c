"""Where a paper was printed, as a citation has it behind its title: proceedings and who published them, a volume."""

from __future__ import annotations

import re
from typing import NamedTuple

from readtrack.importers._months import ENGLISH_MONTH, MONTH
from readtrack.importers._no_venues import NOT_YET, is_state
from readtrack.importers._organisations import is_organisation
from readtrack.importers._people import is_sure
from readtrack.importers._venues import venue_and_year
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.said.people import people_alone, people_in
from readtrack.importers.markdown.said.place import KNOWN, NUMBERS, YEAR, named_year, venue_of
from readtrack.importers.markdown.said.titles import is_cased
from readtrack.model import Author


class Printed(NamedTuple):
    """``authors``: those before it, ``end``: where it ends in its text; ``unknown``: what is perhaps its place."""

    venue: str | None
    year: int
    end: int
    authors: tuple[Author, ...] = ()
    unknown: str = ""


_PUBLISHER = (
    r"(?:Springer|Elsevier|IEEE|ACM|PMLR|(?:AAAI|MIT|[A-Z][a-z]+ University|Academic) Press|Curran Associates|Citeseer"
    r"|Association for Computing Machinery|Morgan Kaufmann|Wiley|CRC Press|Academic)"
)
_PUBLISHED = re.compile(
    rf"[\s.,]*(?:In:? )?([A-Z](?:[^.\"“\n{inline.LINK}{inline.LABEL}{inline.BOLD}{inline.EM}]|\.(?! )){{7,150}}?)"
    rf"(?:[.,]\s+(?P<by>{_PUBLISHER})\b[^.()\d\n{inline.LABEL}]{{0,50}}[.,]?\s*\(?(?P<in>{YEAR})\)?(?=[\s.,;]|$)"
    rf"|[.,]?\s*\((?P<alone>{YEAR})\))"
)
"""What a paper appeared in, who published that, and when: "Conference on Looms. Springer, 2019"."""


def published(text: str) -> Printed | None:
    """Proceedings behind a title, with who published them or a year in brackets."""
    found = _PUBLISHED.match(text)
    if not found or people_in(found[1]):
        return None
    year = found["in"] or found["alone"]
    place = venue_of(found[1] if found["by"] else f"{found[1]}, {year}", surely=bool(found["by"]))
    return Printed(place[0], int(year), found.end()) if place and place[0] else None


_LED_IN = re.compile(
    rf"(?:[\s.,;|]|{inline.LABEL}.){{0,60}}[Ii]n:?\s{inline.EM}([^\n{inline.EM_END}{inline.LINK}{inline.LABEL}]{{2,400}}){inline.EM_END}"
    rf",\s(?:{MONTH}\.? )?({YEAR})(?:\.[ \t]*|[ \t]*)(?=\n|{inline.LABEL}|$)"
)
"""A place in italics that "in" leads to, and its year, with no more behind them: "(pdf). In *Loom Letters*, 1843."."""


def led_in(text: str) -> Printed | None:
    """What a paper appeared in, where that is said so plainly that it may be called anything, in any language."""
    found = _LED_IN.match(text)
    venue = venue_and_year(inline.plain(found[1]))[0] if found else None
    return Printed(venue, int(found[2]), found.end()) if found and venue and not is_state(venue) else None


_VOLUME = re.compile(
    rf"[\s.,–-]*(?:(?P<who>[^\d\n({inline.EM}{inline.LINK}{inline.LABEL}{inline.BOLD}]{{3,1000}}?),?\s+(?={inline.EM}))?"
    rf"{inline.EM}?((?:[a-z]{{3}} )?[A-Z][^\d\n({inline.EM}{inline.LINK}{inline.LABEL}{inline.BOLD}]{{2,200}}?)"
    rf",?{inline.EM_END}?,?\s+"
    rf"{inline.BOLD}?(?:[Vv]ol\.?\s?)?\d{{1,4}}{inline.BOLD_END}?(?:\s?\(\d{{1,4}}\))?"
    rf"[,:]\s?(?:pp?\.\s?)?[\w.–-]{{1,20}},?\s?\(({YEAR})\)[\s.]*"
)
"""A journal, its volume, page and year: "Phys. Rev. Lett. 125, 1234 (2021)"."""


def in_volume(text: str) -> Printed | None:
    """The volume of a journal as physics cites it, and the authors before it."""
    found = _VOLUME.match(text)
    before, _, name = found[2].rpartition(", ") if found else ("", "", "")
    if found and found["who"]:
        before, name = found["who"], found[2]
    people = (people_in(before) or people_alone(before)) if before else ()
    if not found or (before and not people):
        return None
    place = venue_of(f"{name}, {found[3]}", surely=True)
    return Printed(place[0], int(found[3]), found.end(), people) if place and place[0] else None


_IN_WORDS = re.compile(
    rf"[\s.,]*{inline.EM}?([A-Z][^\d.;\n{inline.EM}{inline.LINK}{inline.LABEL}{inline.BOLD}]{{2,120}}?){inline.EM_END}?,"
    rf"\s(?:Volume \d+(?:, (?:Issues?|Part|Supplement) [\w–-]+)?,\s)(?:\d{{1,2}} )?(?:{MONTH} )?({YEAR})"
    r"(?:, (?:Pages? [\w–-]+|\d{4,7}))?(?:, ISSN [\dX-]+)?(?=[\s.,]|$)"
)
"""A journal and its numbers as Elsevier has them: "Loom Letters, Volume 7, Issue 5, May 1843, Pages 3-9"."""
_DATED_ITALICS = re.compile(
    rf"[\s.,]*{inline.EM}([^{inline.EM_END}\n]{{4,150}}){inline.EM_END}[\s.,]*(?=(?:{inline.LABEL}.\s*)*$)"
)
"""Italics that are all that stands behind a title but links."""


def in_words(text: str) -> Printed | None:
    """A journal and its year, which the word "Volume" tells, or italics that say no more than both."""
    if (found := _IN_WORDS.match(text)) and not people_in(found[1]):
        place = venue_of(f"{found[1]}, {found[2]}", surely=True)
        return Printed(place[0], int(found[2]), found.end()) if place and place[0] else None
    alone = _DATED_ITALICS.match(text)
    place = named_year(inline.plain(alone[1]).strip(" .")) if alone else None
    told = alone and place and place[0] and place[1] and not is_organisation(place[0])
    return Printed(place[0], place[1], alone.end()) if alone and place and place[1] and told else None


_DOTTED = re.compile(
    rf"[\s·•|–—-]*(?P<who>[^·•|\n{inline.LABEL}{inline.LINK}]{{3,600}}?)\s?[·•|]\s"
    rf"(?:(?P<where>[^·•|\n{inline.LABEL}{inline.LINK}]{{2,150}}?)\s?[·•|]\s)?(?P<year>{YEAR})\s*(?:\n|$)"
)


def behind_sentence(text: str) -> Printed | None:
    """Where and when a paper was printed, as it is said behind the full stop of its title."""
    return led_in(text) or in_volume(text) or in_words(text) or published(text)


def dotted(text: str) -> Printed | None:
    """Who, where and when, with dots between: "Ada Lovelace et al. · Loom Letters · 1843".

    A place that nobody knows is ``unknown``: one line does not tell it from "Must Read".
    """
    found = _DOTTED.match(text)
    people = people_in(found["who"]) or people_alone(found["who"]) if found else ()
    whole = found["where"] or "" if found else ""
    where = re.sub(r"\s\([^()]*\)$", "", whole)  # without who runs it
    place = venue_of(where)
    perhaps = place or (None if is_organisation(where) else venue_of(where, surely=True))
    sure = where or len(people) > 1 or any(is_sure(one.name) for one in people)
    if not found or not people or not sure or people_in(where) or bool(where) != bool(perhaps and perhaps[0]):
        return None
    unknown = whole if where and not place else ""
    return Printed(place[0] if place else None, int(found["year"]), found.end(), people, unknown)


_FIRST = re.compile(rf"[^{inline.LABEL}{inline.LINK}{inline.EM}{inline.BOLD}\n|;]*")
_PLACE_ENDS = re.compile(r"(?<=[\w)])(?:\.\s+|(?<=\d)\s+|(?<=\))[.,:]?\s+)(?=[^\W\d_a-z])")
_PAGES = re.compile(r"[.,]?\s+(?:pp?\.\s?)?\d+\s?[–—-]{1,2}\s?\d+$")
_YEAR_LAST = re.compile(rf"[.,]?\s+\(?({YEAR})\)?[\s.]*$")


def before_people(text: str) -> Printed | None:
    """Where and when a paper appeared, several who wrote it, and the year: "OSDI (2020). Ada B and Alan T. 2020."."""
    head = (_FIRST.match(text) or [""])[0]
    last = _YEAR_LAST.search(head[-20:])
    names_end = len(head[:-20]) + last.start() if last else len(head)
    for cut in list(_PLACE_ENDS.finditer(head[:260]))[:6]:
        said = head[: cut.start()].strip(" .,:")
        where = _PAGES.sub("", said)
        whole = where[:1].isalpha() and where.count("(") == where.count(")")
        told = whole and (re.search(rf"\({YEAR}\)", where) or (where != said and last))
        place = venue_of(where, surely=True) if told and len(where.split()) <= 20 else None
        people = people_in(head[cut.end() : names_end]) if place and place[0] and not people_in(where) else ()
        year = place[1] or int(last[1] if last else 0) if place else 0
        if place and year and len(people) > 1 and all(" " in one.name for one in people):
            return Printed(place[0], year, len(head), people)
    return None


NO_JOURNAL = (
    rf"[\s.,]*{inline.EM}?(?=\w)"
    r"(?!(?:In|Ch|Chapters?|Sections?|Part|Vol|Volume|Article|Issue|Number|No|Pages?|Retrieved)\b)"
)
"""What stands before the name of a journal, and none of the words that numbers stand behind, too."""
_JOURNAL = re.compile(
    rf"{NO_JOURNAL}([a-z]{{0,3}} ?[A-Z][^\d.;\"“”\n{inline.LINK}{inline.LABEL}{inline.BOLD}]{{1,120}}?)"
    rf"(?:(?:,{inline.EM_END}?|{inline.EM_END}(?:\s\([A-Z][^()\d\n]{{2,40}}\))?,?)\s+{inline.EM}?(?:[Vv]ol(?:ume)?\.?\s?|pp?\.\s?)?(?=\d)"
    r"|\s+(?=\d{1,4}, no\. ?\d))"
)
_SHORT = re.compile(
    rf"{NO_JOURNAL}((?:J|Proc|Trans|Bull|Ann)\.(?: (?:[A-Z][\w&-]*[.:]{{0,2}}|of|and|the|for|in|on|&)){{1,9}})"
    rf",?{inline.EM_END}?,?\s+(?=\d)"
)
"""A journal that an abbreviation begins: "J. Looms 12, 3–4" is no person."""
_MONTH_LAST = re.compile(rf"\b{ENGLISH_MONTH}$")
_NUMBERS = re.compile(rf"[\n\[{inline.LABEL}{inline.LINK}{inline.BOLD}]|\.\s(?=[A-Z])")
_NUMBER = re.compile(
    r"(?:pp?\.)?[A-Za-z]{0,3}\d[\w.]*|pp?\.?|[Nn]os?\.?|[Nn]umber|[Ii]ssue|[Aa]rt(?:icle)?\.?|[Pp]ages?|Suppl\.?"
    r"|P(?:ar)?t\.?"
)


def in_journal(text: str) -> tuple[str, int] | None:
    """The journal that ``text`` begins with, which only the numbers behind it tell, and where those end.

    ``text`` is what stands behind the title of a citation that begins with its authors.
    """
    found, short = _JOURNAL.match(text), _SHORT.match(text)
    found = short or found
    if not found:
        return None
    numbers = _NUMBERS.split(text[found.end() :], maxsplit=1)[0]
    words = re.split(r"[\s,;:()–—-]+", inline.plain(numbers).strip(" .,;()"))
    name = inline.plain(found[1]).strip(" ,:").removeprefix("in ")
    if not all(map(_NUMBER.fullmatch, words)) or not re.search(r"\d", words[-1]):
        return None  # "320 pages"
    alone = sum(bool(re.search(r"\d", word)) for word in words) == 1
    odd = alone and (re.fullmatch(YEAR, words[0]) or re.fullmatch(r"\d+\.\d+", words[0]))  # a year, a version
    if odd or len(name.split()) > 12 or _MONTH_LAST.search(name) or (not short and people_in(name)):
        return None
    return name, found.end() + len(numbers)


_TURNED = re.compile(
    rf"[\s.,]*In:?\s+{inline.EM}?[A-Z][^.\n{inline.LABEL}{inline.LINK}]{{3,150}}?, {YEAR}\.\s"
    rf"([A-Z][\w&+/-]{{1,14}}?)\s?['’]?(?:{YEAR}|\d\d)\.\s"
    rf"[^.()\n{inline.LABEL}{inline.LINK}]{{0,100}}\b(?:Conference|Symposium|Workshop)s? on{inline.EM_END}?"
)


def in_turned(text: str) -> tuple[str, int] | None:
    """The acronym of a conference whose name a citation has turned, and where that ends.

    "In Weaving and Cards, 2009. WCR 2009. IEEE Conference on (pp. 2-4)."
    """
    found = _TURNED.match(text)
    return (found[1], found.end()) if found else None


_BOOK = re.compile(
    rf"[\s.,]*In:?\s+(?P<by>[^()\n{inline.LABEL}{inline.LINK}]{{3,200}}"
    rf"(?:\([Ee]d(?:s|itors?)?\.?\)|, editors?)[.,:]?\s+)?"
    rf"{inline.EM}?([A-Z][^.()\n{inline.LABEL}{inline.LINK}{inline.BOLD}{inline.EM}{inline.EM_END}]{{3,150}}){inline.EM_END}?"
    r"(?P<pages>\s?\([^()]{0,40}\bpp?\.\s?[^()]{1,20}\))?(?=[.,]|\s*$)"
)


def in_book(text: str) -> tuple[str, int] | None:
    """The book that ``text`` begins with, which its editors tell or the pages of a chapter, and where that ends."""
    found = _BOOK.match(text)
    if not found or not (found["by"] or found["pages"]) or re.fullmatch(NOT_YET, found[2], re.IGNORECASE):
        return None
    place = venue_of(found[2], surely=True)
    return (place[0] if place and place[0] else NUMBERS.sub("", found[2]).strip(" ,")), found.end()


_PLACED_FIRST = re.compile(
    rf"\s*(?:--|[–—-])\s+([^.;:\n|{inline.LABEL}{inline.LINK}{inline.EM}]{{0,80}}?)\s*\.\s+"
    rf"(?:(?:{inline.LABEL}.|{inline.LINK}.[^{inline.LINK_END}\s]{{2,30}}{inline.LINK_END})[.\s]+)?"
)
"""Where and when a paper appeared, all of the first sentence behind a dash: "— OSDI 2020. [arXiv](url). Weaves"."""


_LED_TO = re.compile(r"\w in (?:the )?(?:[A-Z][\w-]+ )?(?:Annals|Bulletin|Journal|Letters|Proc\w*|Transactions)\b")
"""What is said before a place, and the word that leads to that: "Weaving in Journal of Looms"."""


def behind_dash(text: str) -> tuple[tuple[str | None, int | None], int] | None:
    """Venue and year that are the first sentence behind a dash, and where what is said beyond them begins."""
    found = _PLACED_FIRST.match(text)
    said = inline.plain(found[1]).strip() if found else ""
    place = (None, int(said)) if re.fullmatch(YEAR, said) else venue_of(said)
    told = place and place[1] and not _LED_TO.search(place[0] or "")
    return (place, found.end()) if found and place and told else None


def behind_label(text: str) -> tuple[str | None, int | None] | None:
    """The venue in "Record: arXiv", whatever its label; in "Publiser: IEEE" none."""
    place = venue_of(text.partition(":" if ":" in text else "：")[2])
    sure = place and (place[1] or (place[0] in KNOWN and place[0] not in ("IEEE", "ACM", "USENIX")))
    return place if sure else None


_WHERE_AND_WHEN = re.compile(rf"[A-Z][^\d:：;]{{2,80}}[\s,('’]{{1,3}}(?:{YEAR}|(?<=['’])\d\d)\)?")


def place_behind(label: str, value: str) -> tuple[str | None, int | None] | None:
    """Where and when the ``value`` of a label such as "Pub" says that a paper appeared: what is known for a venue, or
    has a year behind it; not so behind "Published" and its like, which may have any remark."""
    remark = label in ("published", "publication", "来源") or len(value.split()) > 12
    named = not remark and _WHERE_AND_WHEN.fullmatch(value) and is_cased(value)
    return venue_of(value, surely=bool(named))
