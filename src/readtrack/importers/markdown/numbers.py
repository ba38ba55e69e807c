"""Numbers before titles, "1.2 Notes on Looms", "S2. Gears" or "2: Cards", which their order on the page tells.

One alone may be of the title: "2.5 Dimensional Looms", "S4 Looms". No blank need stand behind those without a letter,
and a digit may: of what stands behind "2.1", "2.23D Looms" is the second, and its title "3D Looms".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from readtrack.importers.markdown.items import Found
from readtrack.importers.markdown.titles import name_in

_LEAST = 3
_NUMBERS = tuple(
    re.compile(rf"(\d{{1,2}})\.(\d{{{digits}}})(?:[.、:：]\s?|\s)?(?=[^\W\d_a-z][\w-]|\d[A-Z]\W)") for digits in (2, 1)
)
_LETTERED = (re.compile(r"([A-Z])(\d{1,2})(?:[.)、:：]\s?|\s)(?=[^\W\d_a-z][\w-])"),)
_ALONE = (re.compile(r"()(\d{1,3})[:：]\s(?=\S)"),)


class _Cut(NamedTuple):
    """``end``: that of the number in its title; ``follows``: it is the next, or one of the next, behind that before."""

    number: tuple[int, int]
    end: int
    follows: bool


def unnumbered(found: Sequence[Found]) -> list[Found]:
    """The entries without the numbers before their titles, where three and most of those go on with one another."""
    return _counted(_counted(_counted(found, _NUMBERS), _LETTERED), _ALONE)


def _counted(found: Sequence[Found], numbers: Sequence[re.Pattern[str]]) -> list[Found]:
    cuts: list[_Cut | None] = []
    last = (0, 0)
    for one in found:
        cut = _cut(one.said.title, last, numbers) if one.said else None
        last = cut.number if cut else last
        cuts.append(cut)
    known = sum(bool(cut and cut.follows) for cut in cuts)
    if known < _LEAST or known * 4 < sum(map(bool, cuts)) * 3:
        return list(found)
    return [_without(one, cut.end) if cut else one for one, cut in zip(found, cuts, strict=True)]


def _cut(title: str, last: tuple[int, int], numbers: Sequence[re.Pattern[str]]) -> _Cut | None:
    """The number before ``title``, rather one that follows the ``last``; a letter counts as its place."""
    cuts = []
    for found in filter(None, (number.match(title) for number in numbers)):
        number = int(found[1]) if found[1].isdigit() else ord(found[1] or "\0"), int(found[2])
        cuts.append(_Cut(number, found.end(), _follows(number, last)))
    return next((cut for cut in cuts if cut.follows), cuts[0] if cuts else None)


def _follows(number: tuple[int, int], last: tuple[int, int]) -> bool:
    """Whether ``number`` is one of the next two of its part, or the first of a part."""
    (major, minor), (before, count) = number, last
    return (major == before and 0 < minor - count <= 2) or (minor == 1 and (major != before or not major))


def _without(one: Found, end: int) -> Found:
    assert one.said is not None  # noqa: S101 - only what has a title has a number
    title = one.said.title[end:]
    return one._replace(said=one.said._replace(title=title, name=one.said.name or name_in(title)))
