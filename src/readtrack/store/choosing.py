"""next: which paper to read now, and why.

The score of a paper is the sum of its parts, in the manner of taskwarrior's urgency:

    reading    10
    queued      5
    due        12 when it is due or overdue, less 0.4 for each day until then; nothing from 30 days before
    priority    6 high, 4 medium, 2 low
    list        3 if it stands on the reading list of the paper you finished last
    waiting     up to 2, growing evenly over the year since the paper was added

Papers that are read, skimmed or abandoned have none. Of equals, the one that was added first comes first.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from readtrack import dates
from readtrack.model import Paper
from readtrack.schema import FINISHED
from readtrack.store import Store
from readtrack.store.find import paper_of

STATUS = {"reading": 10.0, "queued": 5.0}
PRIORITY = {"high": 6.0, "medium": 4.0, "low": 2.0}
DUE, AHEAD = 12.0, 30
LIST = 3.0
WAITING, YEAR = 2.0, 365


class Choice(NamedTuple):
    """A paper to read next. ``parts``: what its score is the sum of, by name; ``list``: the slug of the list you are
    on, if it stands there."""

    paper: Paper
    parts: dict[str, float]
    list: str | None = None

    @property
    def score(self) -> float:
        """How much speaks for it."""
        return sum(self.parts.values())


def choose(store: Store, count: int) -> list[Choice]:
    """The ``count`` papers to read next, the best first, each with the parts of its score."""
    on = _current_list(store)
    choices = [_scored(paper, on, listed) for paper, listed in _candidates(store, on, count)]
    choices.sort(key=lambda choice: (-choice.score, choice.paper.added_at, choice.paper.id))
    return choices[:count]


def draw(store: Store, count: int) -> list[Choice]:
    """``count`` papers that are not finished, by chance."""
    on = _current_list(store)
    # By number first: rows of papers are wide.
    papers = store.conn.execute(
        f"""SELECT * FROM papers WHERE id IN
            (SELECT id FROM papers WHERE status NOT IN {FINISHED!r} ORDER BY random() LIMIT ?) ORDER BY random()""",
        (count,),
    )
    return [_scored(paper, on, _stands_on(store, paper, on)) for paper in map(paper_of, papers.fetchall())]


def _current_list(store: Store) -> str | None:
    """The slug of the list of the paper that was finished last, if any paper on it is left."""
    found = store.conn.execute(
        f"""SELECT list FROM readings JOIN list_papers AS l USING (paper)
        WHERE status IN {FINISHED!r} AND EXISTS (SELECT 1 FROM list_papers) AND list IN (SELECT slug FROM lists
            WHERE EXISTS (SELECT 1 FROM list_papers AS o JOIN papers ON papers.id = o.paper
                WHERE o.list = lists.slug AND papers.status NOT IN {FINISHED!r}))
        ORDER BY finished_on DESC, readings.id DESC, list LIMIT 1"""
    ).fetchone()
    return str(found[0]) if found else None


def _candidates(store: Store, on: str | None, count: int) -> Iterable[tuple[Paper, bool]]:
    """Papers among which the best are: all with a day or a priority, and of the others, of each status, those that
    were added first, on the current list and in all."""
    planned = "SELECT paper FROM readings WHERE due_on IS NOT NULL OR priority IS NOT NULL"
    values: list[object] = [on]
    queries = [planned]
    for status in ("reading", "queued", "unread"):
        # Papers are numbered in the order in which they were added.
        queries.append(f"SELECT * FROM (SELECT id FROM papers WHERE status = '{status}' ORDER BY id LIMIT ?)")
        queries.append(
            f"""SELECT * FROM (SELECT id FROM list_papers CROSS JOIN papers ON id = paper
            WHERE list = ? AND status = '{status}' ORDER BY id LIMIT ?)"""
        )
        values += [count, on, count]
    rows = store.conn.execute(
        f"""SELECT *, EXISTS (SELECT 1 FROM list_papers WHERE list = ? AND paper = papers.id) AS listed FROM papers
        WHERE id IN ({" UNION ".join(queries)}) AND status NOT IN {FINISHED!r}""",
        values,
    )
    return [(paper_of(row), bool(row["listed"])) for row in rows]


def _stands_on(store: Store, paper: Paper, on: str | None) -> bool:
    found = store.conn.execute("SELECT 1 FROM list_papers WHERE list = ? AND paper = ?", (on, paper.id))
    return found.fetchone() is not None


def _scored(paper: Paper, on: str | None, listed: bool) -> Choice:
    today = dates.today()
    parts = {
        "status": STATUS.get(paper.status, 0.0),
        "due": max(0.0, DUE - DUE / AHEAD * max(0, _days(today, paper.due_on))) if paper.due_on else 0.0,
        "priority": PRIORITY.get(paper.priority or "", 0.0),
        "list": LIST if listed else 0.0,
        "waiting": WAITING * min(1.0, _waited(paper, today) / YEAR),
    }
    return Choice(paper, {name: part for name, part in parts.items() if part}, on if listed else None)


def _waited(paper: Paper, today: date) -> int:
    added = dates.local_day(paper.added_at)
    return max(0, -_days(today, added)) if added else 0


def _days(today: date, day: str) -> int:
    return (date.fromisoformat(day) - today).days
