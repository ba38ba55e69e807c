"""log: what was changed, by whom, and what became of each paper."""

import json
from typing import NamedTuple

from readtrack import dates
from readtrack.model import Paper
from readtrack.past import Change, Event, events
from readtrack.store import Store
from readtrack.store.paper_page import past_of

MANY = 5
"""Up to so many papers of one change are told one by one."""


class Logged(NamedTuple):
    """A change; ``papers``: what became of each paper it touched, none where those are many; ``touched``: how many."""

    change: Change
    papers: tuple[tuple[Paper, Event], ...]
    touched: int


def log(store: Store, *, paper: Paper | None, actor: str | None, day: str | None, limit: int | None) -> list[Logged]:
    """The changes that fit, the latest first, at most ``limit``.

    ``paper``: that it touched; ``actor``: cli, browser, sql or doctor; ``day``: a local day, month or year.
    """
    told: dict[int, dict[int, Event]] = {}
    if paper:
        told[paper.id] = _told(store, paper)
    where, values = ["open IS NULL"], []
    if paper:
        where.append("id IN (SELECT value FROM json_each(?))")
        values.append(json.dumps(list(told[paper.id])))
    if actor:
        where.append("actor = ?")
        values.append(actor)
    rows = store.conn.execute(
        f"SELECT id, at, actor, what, undoes FROM changes WHERE {' AND '.join(where)} ORDER BY id DESC", values
    )
    found = []
    for change in (Change(*row) for row in rows):
        if day and not (dates.local_day(change.at) or "").startswith(day):
            continue
        found.append(change)
        if limit is not None and len(found) == limit:
            break
    return [_logged(store, change, paper, told) for change in found]


def logged(store: Store, change: Change) -> Logged:
    """One change, and what became of each paper."""
    return _logged(store, change, None, {})


def _logged(store: Store, change: Change, paper: Paper | None, told: dict[int, dict[int, Event]]) -> Logged:
    touched = [paper.id] if paper else _touched(store, change.id)
    here = []
    for number in touched if len(touched) <= MANY else ():
        found = store.conn.execute("SELECT 1 FROM papers WHERE id = ?", (number,)).fetchone()
        if found:
            which = store.paper(number)
            if number not in told:
                told[number] = _told(store, which)
            if event := told[number].get(change.id):
                here.append((which, event))
    return Logged(change, tuple(here), len(touched))


def _told(store: Store, paper: Paper) -> dict[int, Event]:
    return {event.change: event for event in events(past_of(store.conn, paper), paper.id)}


def _touched(store: Store, change: int) -> list[int]:
    """The ids of the papers that a change touched."""
    rows = store.conn.execute(
        """SELECT DISTINCT json_extract(coalesce(after, before), '$.paper') FROM history
        WHERE change = :change AND source <> 'tags'
        UNION SELECT json_extract(value, '$.id') FROM changes, json_each(papers, '$.before.papers')
        WHERE changes.id = :change AND papers IS NOT NULL
        UNION SELECT value FROM changes, json_each(papers, '$.added')
        WHERE changes.id = :change AND papers IS NOT NULL""",
        {"change": change},
    )
    return [number for (number,) in rows if number is not None]
