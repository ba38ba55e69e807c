"""Preprints: the months that arXiv numbers them by, the series of working papers, and what they became."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

PREPRINTS = ("arxiv", "corr", "biorxiv", "medrxiv", "techrxiv", "chemrxiv", "hal", "eprint", "ssrn", "preprint")
_OF_PREPRINT = re.compile(rf"\b(?:{'|'.join(PREPRINTS)})\b", re.IGNORECASE)
_MONTH = re.compile(
    r"(?:\]\([^()\n]{0,500}|\b(?:href|src)=\"[^\"\n]{0,500}|(?:https?://|www\.)[^\s<>]{1,500})"  # stays as it is
    r"|\b(?P<name>(?:arxiv|corr|preprint)\b[ :,'’]{1,3})(?P<year>0[7-9]|[1-4]\d)(?P<month>0[1-9]|1[0-2])\b(?!\.\d|-\d)",
    re.IGNORECASE,
)
"""From arXiv's first number of this form, "0704.0001", on: https://info.arxiv.org/help/arxiv_identifier.html"""
_YEAR = re.compile(r"\b(?:arxiv|corr|preprint)\b[ :,'’]{1,3}20(?:00|1[3-9]|[2-4]\d)\b(?!\.\d|-\d)", re.IGNORECASE)
"""What is no month, but a year: months are no more than twelve."""
_BETWEEN = re.compile(r"[;；]\s*|\s(?:[/|&+→]|->|and)\s")
_COMMA = re.compile(r"(?<=\d\d),\s(?=[A-Z])")
"""The comma behind the year or month of a preprint: "arXiv 2021, OSDI 2022"."""

_YEAR_OF = r"(?:19|20)\d\d"
_SERIES = re.compile(
    r"(?P<name>(?!(?:Also|In|New(?! (?:England|York|Zealand))|Originally|Previously|Published|Revised|See)\b)"
    r"(?:[A-Z]{2,8}|(?:[A-Z][\w&.-]{1,20}(?<![a-z]{4}\.) ){1,6}(?:of [A-Z]\w{2,20})?) ?(?:(?<= )(?:WP|DP|RM)"
    r"|(?:Discussion|Working) Papers?(?: Series)?|Research Memorand(?:um|a)|Staff (?:Paper|Report)s?))"
    rf",?(?: [Nn](?:o\.?|umber)| #)?[ /.#](?:(?P<first>{_YEAR_OF})(?:[/-]\d{{1,4}})?|\d{{1,4}}[/-](?P<last>{_YEAR_OF})"
    rf"|[A-Z]?\d{{1,6}}(?:[/-]\d{{1,4}})?)(?:,? \(?(?P<year>{_YEAR_OF})\)?)?[.;]?"
)
"""A series of working papers and a number of it: "LOOM WP/18/43", "Bank of Turin Working Paper No. 1843/7"."""

_Place: TypeAlias = "tuple[str | None, int | None]"


def with_months(lines: list[str]) -> list[str]:
    """``lines`` with years and months of preprints apart, where most can be no years and none is one: "arXiv 1708".

    So are those in brackets before titles, "[25/06]", where arXiv got the papers of the page then.
    """
    lines = _before_titles(lines)
    months = [one["year"] for line in lines for one in _MONTH.finditer(line) if one["year"]]
    if months.count("20") * 2 >= len(months) or any(map(_YEAR.search, lines)):
        return lines
    return [_MONTH.sub(_apart, line) for line in lines]


_BEFORE_TITLE = re.compile(
    r"(?P<lead>[^\w\[]{0,12}(?:\d{1,4}[.)]\W{1,6})?)\[(?P<year>\d\d)[/.-](?P<month>\d\d)\](?=\W*\w)"
)
"""Two numbers in brackets before a title: a month of a year without its century, or a day of one."""
_NUMBER = re.compile(r"arxiv\.org/[a-z]{3,6}/(\d{4})\.\d{4,5}", re.IGNORECASE)
_LEAST = 3


def _before_titles(lines: list[str]) -> list[str]:
    """``lines`` with whole years in the months before titles: of half of them arXiv numbers papers of the page."""
    months = [f"{one['year']}{one['month']}" for one in map(_BEFORE_TITLE.match, lines) if one]
    if len(months) < _LEAST or not all("01" <= one[2:] <= "12" for one in months):
        return lines
    numbered = {number for line in lines for number in _NUMBER.findall(line)}
    if sum(one in numbered for one in months) * 2 < len(months):
        return lines
    return [_BEFORE_TITLE.sub(r"\g<lead>[20\g<year>/\g<month>]", line, count=1) for line in lines]


def _apart(found: re.Match[str]) -> str:
    return f"{found['name']}20{found['year']}.{found['month']}" if found["year"] else found[0]


def printed_of(line: str, place_of: Callable[[str], _Place | None]) -> _Place | None:
    """Of a preprint and what it became the latter: "arXiv 2021; OSDI workshop 2022", "CoRR 2020 → Loom Letters".

    A working paper is one of its series: "LOOM WP 1843".

    ``place_of``: what place a text is, or None.
    """
    if series := _SERIES.fullmatch(line):
        year = series["year"] or series["last"] or series["first"]
        return series["name"], int(year) if year else None
    parts = _BETWEEN.split(line) if _OF_PREPRINT.match(line) and len(line) <= 300 else []
    if len(parts) == 1:
        parts = _COMMA.split(line, maxsplit=1)
    if len(parts) < 2:
        return None
    places = [(place_of(part), part) for part in parts]
    if not all(place or _OF_PREPRINT.search(part) for place, part in places):
        return None
    known = [place for place, _ in places if place]
    printed = next((place for place in known if place[0] and place[0].lower() not in PREPRINTS), None)
    return printed and (printed[0], printed[1] or next((year for _, year in known if year), None))
