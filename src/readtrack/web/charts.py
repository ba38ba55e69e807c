"""Charts as plain data, for templates to draw as SVG: where each thing stands, how large it is, what it says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from readtrack import dates, periods
from readtrack.render import counted
from readtrack.store.days import Did

ORDER = ("read", "skimmed", "reading", "queued", "abandoned", "unread")
"""How far a paper is, the furthest first: as the parts of a bar follow each other."""


class Part(NamedTuple):
    """A part of a bar that is 100 wide: so many ``papers`` have this ``status``."""

    status: str
    papers: int
    x: float
    width: float


def bar(by_status: Mapping[str, int]) -> tuple[Part, ...]:
    """The statuses side by side, given how many papers have each; none that no paper has."""
    parts: list[Part] = []
    x = 0.0
    for status in ORDER:
        if count := by_status.get(status, 0):
            width = 100 * count / sum(by_status.values())
            parts.append(Part(status, count, round(x, 2), round(width, 2)))
            x += width
    return tuple(parts)


def done(progress: str | None) -> float | None:
    """How much of a paper "40%" or "7/18" is, of 100."""
    found = re.fullmatch(r"(\d+)(?:%|/(\d+))", progress or "", re.ASCII)
    return round(100 * int(found[1]) / int(found[2] or 100), 1) if found else None


LOW = 4
"""A column is full with so many papers at least: one paper a month is no tower."""


class Month(NamedTuple):
    """A column of at most 100, for so many ``papers``. ``month``: "2026-11"; ``name``: "Nov 2026"; ``year``: where
    one begins."""

    month: str
    name: str
    year: str
    papers: int
    height: float


def months(read: Mapping[str, int], today: date, many: int = 24) -> tuple[Month, ...]:
    """The last ``many`` months up to ``today``: how many papers were read in each, as a part of the most."""
    names = periods.months(today, many)
    most = max(LOW, *(read.get(name, 0) for name in names))
    return tuple(
        Month(
            name,
            dates.day_text(name),
            name[:4] if at == 0 or name.endswith("-01") else "",
            read.get(name, 0),
            round(100 * read.get(name, 0) / most, 1),
        )
        for at, name in enumerate(names)
    )


WEEKS = 53
PITCH = 14
SIDE = 11
LEFT, TOP = 30, 18
"""The map of days: how many weeks, from one square to the next, how large one is, and the room for words."""

LEVELS = (1, 2, 4, 7)
"""From so many things done on a day on, its square is a shade deeper."""


class Day(NamedTuple):
    """A day with anything done, and its square. ``day``: ISO 8601; ``name``: in words; ``did``: "1 finished, 2 notes";
    ``find``: the query that finds its papers."""

    day: str
    x: int
    y: int
    level: int
    name: str
    did: str
    find: str


class Days(NamedTuple):
    """The map of a year: ``full`` weeks and of the last one ``rest`` days. ``months``: (x, name); ``weekdays``:
    (y, name); ``busy``: the days with anything done, the latest first."""

    full: int
    rest: int
    months: tuple[tuple[int, str], ...]
    weekdays: tuple[tuple[int, str], ...]
    busy: tuple[Day, ...]


def first_day(today: date) -> date:
    """The Monday with which the map begins whose last week is that of ``today``."""
    return today - timedelta(days=today.weekday() + 7 * (WEEKS - 1))


def days(did: Iterable[Did], today: date) -> Days:
    """What was done on each day of the year up to ``today``, in local days."""
    by_day: dict[str, dict[str, list[int]]] = {}
    for kind, when, paper in did:
        if local := dates.local_day(when):
            by_day.setdefault(local, {}).setdefault(kind, []).append(paper)
    first = first_day(today)
    shown = [day for day in by_day if first.isoformat() <= day <= today.isoformat()]
    starts = [(LEFT + week * PITCH, _first_of_month(first + timedelta(weeks=week))) for week in range(WEEKS)]
    return Days(
        WEEKS - 1,
        today.weekday() + 1,
        tuple((x, name) for x, name in starts if name),
        tuple((TOP + at * PITCH + SIDE - 2, name) for at, name in ((0, "Mon"), (2, "Wed"), (4, "Fri"))),
        tuple(_day(first, day, by_day[day]) for day in sorted(shown, reverse=True)),
    )


def _first_of_month(monday: date) -> str:
    """The name of the month that begins in the week of ``monday``."""
    sunday = monday + timedelta(days=6)
    return dates.day_text(sunday.isoformat()[:7])[:3] if sunday.day <= 7 else ""


def _day(first: date, day: str, done: Mapping[str, list[int]]) -> Day:
    week, weekday = divmod((date.fromisoformat(day) - first).days, 7)
    number = sum(map(len, done.values()))
    words = [f"{len(done[kind]):,} {kind}" for kind in ("started", "finished") if kind in done]
    counts = (("noted", "note"), ("session", "session"), ("reviewed", "review"))
    words += [counted(len(done[kind]), word) for kind, word in counts if kind in done]
    return Day(
        day,
        LEFT + week * PITCH,
        TOP + weekday * PITCH,
        sum(number >= level for level in LEVELS),
        dates.day_text(day),
        ", ".join(words),
        f"_day={day}",
    )
