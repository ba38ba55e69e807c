"""What the first page of a library shows: where you stand, what comes next, and the days on which you read.

Every query stays inside an index or the slim table of readings: the rows of papers are wide.
"""

import json
import sqlite3
from typing import NamedTuple

from readtrack.model import Note, Paper, Progress, Standing
from readtrack.store import Store
from readtrack.store.days import NOTED, Did, did
from readtrack.store.find import paper_of
from readtrack.store.goals import GoalProgress, current_goal
from readtrack.store.lists import lists

SHOWN = 5
"""How many papers are shown of those that you read, that are due, that wait."""

TOPICS = 12
"""How many topics are shown, the largest first."""

NOTES = 5
"""How many notes are shown, the latest first."""


class Some(NamedTuple):
    """The first papers of some: ``total`` is how many there are."""

    papers: tuple[Paper, ...]
    total: int


class Dashboard(NamedTuple):
    """Where a library stands. ``goal``: the current one; ``due``: the most urgent first, ``overdue`` of them too late;
    ``topics``: the largest of ``topics_in_all``; ``read``: a month, or a year where no more is known -> how many papers
    you finished last then; ``did``: what was done since the day asked for; ``notes``: the latest first, each with its
    paper."""

    standing: Standing
    goal: GoalProgress | None
    reading: Some
    due: Some
    overdue: int
    queue: Some
    lists: tuple[Progress, ...]
    topics: tuple[Standing, ...]
    topics_in_all: int
    read: dict[str, int]
    did: tuple[Did, ...]
    notes: tuple[tuple[Note, Paper], ...]


def dashboard(store: Store, *, today: str, since: str) -> Dashboard:
    """Where the library stands on ``today``, and what was done from ``since`` on; both are ISO 8601 days."""
    topics = _topics(store.conn)
    return Dashboard(
        standing=store.standing(),
        goal=current_goal(store, today),
        reading=being_read(store),
        due=due(store),
        overdue=_count(store.conn, f"{_DUE} AND due_on < ?", today),
        queue=_some(store.conn, "status = 'queued'", f"{_URGENT}, due_on IS NULL, due_on, id"),
        lists=tuple(sorted(lists(store), key=lambda each: (each.list.title.casefold(), each.list.slug))),
        topics=tuple(topics[:TOPICS]),
        topics_in_all=len(topics),
        read=_read(store.conn),
        did=did(store.conn, since),
        notes=_notes(store),
    )


def being_read(store: Store) -> Some:
    """What you are reading, the latest begun first."""
    return _some(store.conn, "status = 'reading'", "started_on DESC, id DESC")


def due(store: Store) -> Some:
    """What is due, the most urgent first."""
    return _some(store.conn, _DUE, "due_on, id")


_LATEST = "NOT EXISTS (SELECT 1 FROM readings AS later WHERE later.paper = r.paper AND later.id > r.id)"
_DUE = "due_on IS NOT NULL AND status IN ('reading', 'queued')"
_URGENT = "CASE priority WHEN 'high' THEN 1 WHEN 'medium' THEN 2 WHEN 'low' THEN 4 ELSE 3 END"


def _count(conn: sqlite3.Connection, which: str, *values: str) -> int:
    (count,) = conn.execute(f"SELECT count(*) FROM readings AS r WHERE {which} AND {_LATEST}", values).fetchone()
    return int(count)


def _some(conn: sqlite3.Connection, which: str, order: str) -> Some:
    rows = conn.execute(f"SELECT paper FROM readings AS r WHERE {which} AND {_LATEST} ORDER BY {order} LIMIT {SHOWN}")
    papers = _papers(conn, [row["paper"] for row in rows])
    return Some(tuple(papers), len(papers) if len(papers) < SHOWN else _count(conn, which))


def _papers(conn: sqlite3.Connection, ids: list[int]) -> list[Paper]:
    rows = conn.execute(
        "SELECT papers.* FROM json_each(?) JOIN papers ON papers.id = value ORDER BY json_each.key", (json.dumps(ids),)
    )
    return [paper_of(row) for row in rows]


def _topics(conn: sqlite3.Connection) -> list[Standing]:
    counted: dict[str, dict[str, int]] = {}
    rows = conn.execute("SELECT topic, status, count(*) FROM papers WHERE topic IS NOT NULL GROUP BY topic, status")
    for topic, status, count in rows:
        counted.setdefault(topic, {})[status] = count
    standings = [Standing(topic, by_status) for topic, by_status in counted.items()]
    return sorted(standings, key=lambda standing: (-standing.total, standing.topic or ""))


def _read(conn: sqlite3.Connection) -> dict[str, int]:
    rows = conn.execute(
        f"""SELECT substr(finished_on, 1, 7), count(*) FROM readings AS r
        WHERE status = 'read' AND finished_on IS NOT NULL AND {_LATEST} GROUP BY 1 ORDER BY 1"""
    )
    return dict(tuple(row) for row in rows)


def _notes(store: Store) -> tuple[tuple[Note, Paper], ...]:
    lately = f"{NOTED} DESC, created_at DESC, id DESC"  # as the index has them
    ids = store.conn.execute(f"SELECT id, paper FROM notes ORDER BY {lately} LIMIT {NOTES}").fetchall()
    return tuple((store.note(row["id"]), store.paper(row["paper"])) for row in ids)
