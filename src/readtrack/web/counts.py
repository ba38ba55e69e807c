"""What facets have counted, and as long as it is right, instead of counting it again.

All counts are right until somebody writes. Those of names among all papers are right until their link table changes.
Those of names among some papers are made right: the names of the few papers that came or went since are added or
taken away.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

KEPT = 160
"""How many counted facets are kept, for each library; the ids of the papers they were counted among take most of it."""

DEPTH = 300
"""How many values are kept of the names among some papers: behind those that are shown stand those that may follow."""

FEW = 50
"""Up to so many papers that came or went are looked at one by one."""


class Value(NamedTuple):
    """A value of a facet, how many papers have it, and what it is called where that is something else."""

    value: Any
    papers: int
    label: str | None = None


class Counts(NamedTuple):
    """The most frequent values of a facet; and how many papers there are, if not all.

    ``state``: of the library, ``table``: of the link table they were counted in; ``ids``: among which papers, a JSON
    array; ``floor``: a value that is not here has no more papers than that.
    """

    values: list[Value]
    papers: int | None = None
    state: object = None
    table: object = None
    ids: str = ""
    floor: int = 0


_kept: WeakKeyDictionary[Any, dict[Any, Counts]] = WeakKeyDictionary()


def of_library(db: Any) -> dict[Any, Counts]:
    """What is kept of a library, by what was asked; the latest last."""
    return _kept.setdefault(db, {})


def keep(kept: dict[Any, Counts], counted: dict[Any, Counts]) -> None:
    """Keep what was counted just now, and drop what was asked for the longest ago."""
    for key, counts in counted.items():
        kept.pop(key, None)
        kept[key] = counts
    while len(kept) > KEPT:
        del kept[next(iter(kept))]


def among(values: list[Value], depth: int, limit: int, ids: str) -> Counts:
    """What a query for ``depth`` values found among the papers ``ids``: to be mended later, if it says enough for
    that."""
    floor = values[-1].papers if len(values) >= depth else 0  # of those with as many as the last, some are not here
    certain = [value for value in values if value.papers > floor]
    return Counts(certain, ids=ids, floor=floor) if len(certain) >= limit or not floor else Counts(values[:limit])


class Moved(NamedTuple):
    """The papers that fit now, and those of them that did not before, and the other way round."""

    now: set[int]
    came: set[int]
    went: set[int]


def moved(before: str, now: str) -> Moved | None:
    """What became of a JSON array of ids; None: too many came or went."""
    here, there = set(json.loads(now)), set(json.loads(before))
    return Moved(here, here - there, there - here) if len(here ^ there) <= FEW else None


def shifted(facet: str, counts: Counts, links: Iterable[Any], came: set[int]) -> tuple[list[Value], list[Value]]:
    """The values of ``counts`` after the papers in ``links`` (value, paper, label) came or went, and new ones: those
    that may have more papers than the floor now, each with as many as came."""
    values = {folded(facet, value.value): value for value in counts.values}
    new: dict[str, Value] = {}
    for value, paper, label in links:
        name, step = folded(facet, value), 1 if paper in came else -1
        of = values if name in values else new
        held = of.get(name, Value(value, 0, label))
        of[name] = held._replace(papers=held.papers + step)
    kept = [value for value in values.values() if value.papers > counts.floor]
    return kept, [value for value in new.values() if value.papers > 0]


def recounted(facet: str, new: list[Value], links: Iterable[Any], now: set[int]) -> list[Value]:
    """The ``new`` values, each with how many of its papers in ``links`` (value, paper) fit now."""
    found = Counter(folded(facet, value) for value, paper in links if paper in now)
    return [value._replace(papers=found[folded(facet, value.value)]) for value in new]


def mended(facet: str, counts: Counts, values: list[Value], limit: int) -> Counts | None:
    """``counts`` with other values, in the order in which queries give them.

    None: fewer than ``limit`` are certain, and there may be more.
    """
    certain = [value for value in values if value.papers > counts.floor]
    if counts.floor and len(certain) < limit:
        return None
    return counts._replace(values=sorted(certain, key=lambda value: (-value.papers, folded(facet, value.value))))


def folded(facet: str, value: Any) -> str:
    """A value as the database compares it: tags without regard to the case of ASCII letters."""
    return str(value).encode().lower().decode() if facet == "tags" else str(value)
