"""Reading lists, likely duplicates and merged papers -> lines for a terminal, or JSON."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from readtrack import dates, render
from readtrack.model import Entry, Paper, Progress
from readtrack.render import Screen, counted, line, state, width_of

if TYPE_CHECKING:
    from readtrack.store.duplicates import Pair

BAR = 12
"""Columns of the bar that shows progress."""


def bar(done: int, total: int, on: Screen) -> str:
    """A bar of ``BAR`` columns, full as far as ``done`` goes of ``total``."""
    full = done * BAR // total if total else 0
    return ("█" if on.unicode else "#") * full + ("░" if on.unicode else ".") * (BAR - full)


def labelled(rows: Sequence[tuple[str, str]], on: Screen, wide: int = 24) -> list[str]:
    """Rows of a name and a text, in two columns, the first at most ``wide``; both wrap."""
    wide = min(wide, max((width_of(name) for name, _ in rows), default=0))
    told = []
    for name, text in rows:
        columns = (render.wrap(name, wide), render.wrap(text, max(20, on.width - wide - 2)))
        told += [f"{render.pad(one, wide)}  {other}".rstrip() for one, other in zip_longest(*columns, fillvalue="")]
    return told


def lists_table(lists: Sequence[Progress], on: Screen) -> str:
    """The table of ``lists``: short name, title, a bar, and how many are read."""
    if not lists:
        return "No reading list yet. `readtrack import reading.md` brings one."
    slugs = max(width_of(line(each.list.slug)) for each in lists)
    counts = [f"{each.standing.read:,} of {each.standing.total:,} read" for each in lists]
    room = max(12, on.width - slugs - max(map(len, counts)) - BAR - 6)
    titles = [render.wrap(line(each.list.title), room) for each in lists]
    wide = max(width_of(text) for title in titles for text in title)
    rows = []
    for each, title, said in zip(lists, titles, counts, strict=True):
        shown = bar(each.standing.read, each.standing.total, on)
        rows.append(f"{render.pad(line(each.list.slug), slugs)}  {render.pad(title[0], wide)}  {shown}  {said}")
        rows += [f"{'':<{slugs}}  {text}" for text in title[1:]]
    return "\n".join(rows)


def lists_json(lists: Sequence[Progress]) -> str:
    """Each list with how many of its papers have which status."""
    return render.as_json(
        [
            {
                **each.list._asdict(),
                "papers": each.standing.total,
                "read": each.standing.read,
                "by_status": each.standing.by_status,
            }
            for each in lists
        ]
    )


def pairs_table(pairs: Sequence[Pair], on: Screen) -> str:
    """Pairs of papers, each with what it shares and the command that joins it."""
    if not pairs:
        return "No two papers look like one."
    rows: list[str] = []
    for one, other, why in pairs:
        keys = max(width_of(line(one.key)), width_of(line(other.key)))
        rows.append(f"{line(why)}:")
        for paper in (one, other):
            where = " ".join(str(part) for part in (paper.venue, paper.year) if part)
            said = f"{line(paper.title)}{f' ({line(where)})' if where else ''}"
            first, *rest = render.wrap(said, max(20, on.width - keys - 4))
            rows.append(f"  {render.pad(line(paper.key), keys)}  {first}")
            rows += [f"{'':<{keys + 4}}{text}" for text in rest]
    keep, into = pairs[0].one.key, pairs[0].other.key
    rows.append(f"{counted(len(pairs), 'pair')}. To make one paper of two: readtrack merge {line(keep)} {line(into)}")
    return "\n".join(rows)


def pairs_json(pairs: Sequence[Pair]) -> str:
    """Each pair: the keys and titles of the two, and why they may be one."""
    return render.as_json(
        [
            {"why": why, "papers": [{"key": paper.key, "title": paper.title} for paper in (one, other)]}
            for one, other, why in pairs
        ]
    )


def merged(before: Paper, after: Paper, other: Entry) -> str:
    """What ``merge`` did, and how it is taken apart by hand."""
    gained = [
        counted(number, word)
        for number, word in (
            (len(after.links) - len(before.links), "link"),
            (len(after.tags) - len(before.tags), "tag"),
            (len(other.notes), "note"),
            (len(other.readings), "reading"),
        )
        if number > 0
    ]
    more = f": {', '.join(gained)} more" if gained else ""
    return "\n".join(
        [
            f"Merged {line(other.paper.key)} into {line(after.key)}{more}",
            f"{line(after.called)}: {state(after, relative_to=dates.today().isoformat())}",
            "`readtrack undo` takes them apart again.",
        ]
    )
