"""Where and when a paper appeared, in a line that says nothing else: its journal, and the numbers of that.

Only the page tells that a line is one, as "Loom Letters, 7, 28" may be anything; its words may be Chinese, too.
"""

from __future__ import annotations

import re

from readtrack.importers._venues import venue_and_year
from readtrack.importers.markdown.said.place import YEAR, venue_of

_LONGEST = 300
"""Characters of a line that is looked at."""
_FIRST_NUMBER = re.compile(
    r"[\s,，.:：;(（]*(?<![A-Za-z])(?:(?:[Vv]ol(?:ume)?|VOL|N[Oo0]|[Nn]o|[Ii]ssue|[Pp]{1,2}|[Pp]ages?|id)\b[.\s]*)*第?\s?"
    r"(?=[A-Z]?\d)"
)
"""Where the name of a journal ends: before its numbers."""
_PARTS = re.compile(r"[\s,，.:：;；()（）~–—-]+")
_NUMBER = re.compile(
    r"第?\w{0,3}\d\w*|[Vv]ol(?:ume)?|VOL|N[Oo0]|[Nn]o|[Ii]ssue|[Pp]{1,2}|[Pp]ages?|id|[Ss]uppl?|Issue|第|卷|期|年|增刊"
)
_NAMED = re.compile(r"(?:书|[Ii]n\s)?\s?(?:《([^《》]{2,120})》|\\?<\s?([^<>\\]{2,120})\\?>)")
"""A name in the marks that Chinese has around those of books and journals: "《Loom Letters》"."""
_BY = re.compile(r"(?<=[\u4e00-\u9fff])[,，.。]\s?[\u4e00-\u9fff]{2,20}出版社")
"""Who published it, behind a name in Chinese."""
_ADDRESS = re.compile(r"(?:^|\s)https?://\S{1,300}")
_YEAR = re.compile(rf"(?<!\d)({YEAR})(?!\d)")
_BRACKETED = re.compile(rf"[(（]({YEAR})[)）]")


def volume_in(line: str) -> tuple[str | None, int | None]:
    """Venue and year in a line that says where and when a paper appeared; None for what it does not say."""
    line = _BY.sub("", _ADDRESS.sub("", line)).strip(" ,，.;") if len(line) <= _LONGEST else ""
    if named := _NAMED.match(line):
        return (named[1] or named[2]).strip(), year_in(line)
    if (name := _before_numbers(line)) and (venue := venue_and_year(name)[0]):
        return venue, year_in(line[len(name) :])
    return venue_of(line, surely=True) or (None, None)


def _before_numbers(line: str) -> str:
    """The name that a line begins with, where all behind it are numbers; "" where something else is."""
    numbers = _FIRST_NUMBER.search(line)
    name = line[: numbers.start()] if numbers else ""
    rest = [part for part in _PARTS.split(line[len(name) :]) if part]
    told = len(re.findall(r"[^\W\d_]", name)) > 1 and all(map(_NUMBER.fullmatch, rest))
    shortened = "." if numbers and numbers[0].startswith(".") else ""
    return f"{name}{shortened}{')' * (name.count('(') - name.count(')'))}" if told else ""


def year_in(text: str) -> int | None:
    """The year in the numbers of a volume: the one in brackets, or the last."""
    years = _BRACKETED.findall(text) or _YEAR.findall(text)
    return int(years[-1]) if years else None


_OF_ISSUE = r"(?:article|issue|no|number|pages?|pp?|vol|volume)\.?"
_OF_NUMBERS = re.compile(rf"(?:{_OF_ISSUE}|[eS](?=\d))?(?:\d[\w.–-]*)?|[–-]", re.IGNORECASE)
_OF_JOURNAL = re.compile(rf"\d(?:\s?\(|:|\s?[–-]\s?\d)|\d{{3}}|\b{_OF_ISSUE}\s?\d", re.IGNORECASE)


def is_numbers(bare: str) -> bool:
    """Whether words are the numbers of an issue and pages: "602(7897): 414-419", "59, p.066022"; not "8.5", "1843"."""
    parts = re.split(r"[\s,:;()]+|\.(?=\s)", bare) if len(bare) <= 100 and _OF_JOURNAL.search(bare) else []
    parts = [part for part in parts if part]
    dated = any(re.fullmatch(YEAR, part) for part in parts)
    return len(parts) > 1 and not dated and bare[-1].isdigit() and all(map(_OF_NUMBERS.fullmatch, parts))
