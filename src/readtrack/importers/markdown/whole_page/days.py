"""Days without a year before titles, when a paper was read or put on a list: "17/04: Notes on Looms".

One alone may be what a title begins with, "24/7: Looms That Never Rest". Where several lines begin so, and their
numbers go on as days do, all of them are days; some number above twelve tells them from ratings and chapters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from readtrack.importers.markdown.layout.items import Found
from readtrack.importers.markdown.line.entry import line_of
from readtrack.importers.markdown.markup.inline import BOLD, BOLD_END, EM, EM_END

_LEAST = 5
"""Such lines: fewer may be chance."""
_MONTHS = 12
_DAY = re.compile(
    rf"(?P<before>[^\w{BOLD}{EM}]{{0,9}})[{BOLD}{EM}]{{0,2}}[(\[]?(?P<one>\d{{1,2}})(?P<sign>[./-])(?P<two>\d{{1,2}})\.?[)\]]?"
    rf"(?:\s?[:：][{BOLD_END}{EM_END}]{{0,2}}\s*|[{BOLD_END}{EM_END}]{{0,2}}\s[–—-]\s+)(?=\S)"
)


def undated(found: Sequence[Found]) -> list[Found]:
    """The entries without the days before their titles, which are the same sort of day on all of a page."""
    days = [_day(one) for one in found]
    told = [day for day in days if day]
    month = next((part for part in ("one", "two") if _are_days(told, part)), None)
    if not month:
        return list(found)
    return [_without(one, day) if day else one for one, day in zip(found, days, strict=True)]


def _day(one: Found) -> re.Match[str] | None:
    """What may be the day before a title; but for a slash between its digits, both are two: "1.2" counts parts."""
    day = _DAY.match(one.said.marked.text[:100]) if one.said else None
    return day if day and (day["sign"] == "/" or len(day["one"] + day["two"]) == 4) else None


def _are_days(told: Sequence[re.Match[str]], month: str) -> bool:
    """Whether all are days, of which the part ``month`` is the month, and most of them go on in time, or back."""
    day = "two" if month == "one" else "one"
    dated = [(int(one[month]), int(one[day])) for one in told]
    if len(dated) < _LEAST or not all(1 <= month <= _MONTHS and 1 <= day <= 31 for month, day in dated):
        return False
    days = {day for _, day in dated}
    if len(days) < 2 or max(days) <= _MONTHS:
        return False  # ratings, parts of a whole, and chapters: "4/5", "1/15", "01.02"
    later = sum(one < other for one, other in pairwise(dated))
    earlier = sum(one > other for one, other in pairwise(dated))
    return max(later, earlier) * 4 >= (len(dated) - 1) * 3


def _without(one: Found, day: re.Match[str]) -> Found:
    """An entry read again without the day before its title."""
    marks = one.said.marked if one.said else None
    line = line_of(marks._replace(text=day["before"] + marks.text[day.end() :])) if marks else None
    return one._replace(said=line, sure=max(one.sure, 1)) if line else one
