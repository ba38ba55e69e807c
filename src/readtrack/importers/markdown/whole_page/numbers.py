"""Numbers before titles, "1.2 Notes on Looms", "S2. Gears" or "2: Cards", which their order on the page tells.

One alone may be of the title: "2.5 Dimensional Looms", and so may all with letters where no stop is behind most of
them: "H1 Looms", "H2 Looms". No blank need stand behind those without a letter, and a digit may: of what stands behind
"2.1", "2.23D Looms" is the second, and its title "3D Looms".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from readtrack.importers.markdown.layout.items import Found
from readtrack.importers.markdown.line.entry import Line
from readtrack.importers.markdown.said.titles import name_in

_LEAST = 3
_NUMBERS = tuple(
    re.compile(rf"(\d{{1,2}})\.(\d{{{digits}}})(?:[.、:：]\s?|\s)?(?=[^\W\d_a-z][\w-]|\d[A-Z]\W)") for digits in (2, 1)
)
_LETTERED = (re.compile(r"([A-Z])(\d{1,2})(?:[.)、:：]\s?|\s)(?=[^\W\d_a-z][\w-])"),)
_ALONE = (re.compile(r"()(\d{1,3})[:：]\s(?=\S)"),)


class _Cut(NamedTuple):
    """``end``: that of the number in its title; ``sure``: a mark or no blank tells it from a word of the title;
    ``step``: how far it is behind the one before, or 1 as the first of its part; ``within``: both are of one part.
    """

    number: tuple[int, int]
    end: int
    sure: bool
    step: int
    within: bool

    @property
    def follows(self) -> bool:
        return self.step in (1, 2)


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
    known = [cut for cut in cuts if cut and cut.follows]
    if len(known) < _LEAST or len(known) * 4 < sum(map(bool, cuts)) * 3:
        return list(found)
    marked = sum(cut.sure for cut in known) * 2 >= len(known)
    if not marked and (numbers is _LETTERED or not _is_count(known, sum(bool(one.said) for one in found))):
        return list(found)
    return [
        _without(one, one.said, cut.end)
        if one.said and cut and (not marked or cut.sure or (cut.within and cut.follows))
        else one
        for one, cut in zip(found, cuts, strict=True)
    ]


def _is_count(known: Sequence[_Cut], titles: int) -> bool:
    """Whether numbers that only a blank tells from titles are no measures, "2.1 Angstrom Looms": most titles have them,
    none is left out, and the parts have more than one."""
    next_ones = [cut for cut in known if cut.step == 1]
    return len(next_ones) * 2 > titles and sum(cut.within for cut in next_ones) * 2 >= len(next_ones) >= _LEAST


def _cut(title: str, last: tuple[int, int], numbers: Sequence[re.Pattern[str]]) -> _Cut | None:
    """The number before ``title``, rather one that follows the ``last``; a letter counts as its place."""
    cuts = []
    for found in filter(None, (number.match(title) for number in numbers)):
        major, minor = int(found[1]) if found[1].isdigit() else ord(found[1] or "\0"), int(found[2])
        within = major == last[0]
        first = minor == 1 and not (within and major)
        step = minor - last[1] if within and not first else int(first)
        cuts.append(_Cut((major, minor), found.end(), not re.search(r"\d\s$", found[0]), step, within))
    return next((cut for cut in cuts if cut.follows), cuts[0] if cuts else None)


def _without(one: Found, said: Line, end: int) -> Found:
    title = said.title[end:]
    return one._replace(said=said._replace(title=title, name=said.name or name_in(title)))
