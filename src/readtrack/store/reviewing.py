"""review: what you read a while ago comes back, so that it stays read.

A paper that you read or skimmed is due again 7 days after it was finished. Each time you remember it, the wait doubles:
7, 14, 28, 56 days and so on, from the day of that review; where you forgot it, it starts again at 7. Reading it once
more starts anew too. What has waited longest for its wait comes first; of equals, the one that was added first.

All of it follows from the rows of ``reviews``; of several answers on one day the last counts. A day that is known only
as 2020-11 or 2020 counts as its last day, or today if that is to come; a paper finished on an unknown day, as the day
on which it was added. The longest wait is 78 years.
"""

import heapq
import json
from typing import Any, NamedTuple

from readtrack import dates
from readtrack.errors import RefusedError
from readtrack.model import Entry, Paper, Review
from readtrack.schema import STATUSES
from readtrack.store import Store, looking_back

FIRST = 7
"""Days until the first review, and until the next of what was forgotten."""

DAILY = 5
"""How many papers come back on one day, if not said."""

REMEMBERABLE = ("read", "skimmed")
OTHERS = tuple(status for status in STATUSES if status not in REMEMBERABLE)

_LAST_DAY = """CASE length(day) WHEN 4 THEN day || '-12-31' WHEN 7 THEN date(day || '-01', '+1 month', '-1 day')
    ELSE date(substr(day, 1, 10)) END"""

# What was never answered is counted day by day, and only what was answered one by one: a large library has few days.
# Twelve doublings are 78 years; much more would leave the calendar of SQLite. Several answers of one day are one, and
# of them the last counts.
# The condition of the index papers_to_review, word by word: SQLite takes no other index for one that says NOT IN.
_FINISHED = f"FROM papers WHERE status NOT IN {OTHERS!r} AND {{which}} AND id"
_NEVER = f"{_FINISHED} NOT IN (SELECT paper FROM reviews) AND finished_on"
_ADDED = "date(added_at, 'localtime')"
_SCHEDULE = f"""WITH finished AS (
    SELECT NULL AS paper, json_group_array(id) AS papers, finished_on AS day
    {_NEVER} IS NOT NULL GROUP BY finished_on
    UNION ALL SELECT NULL, json_group_array(id), {_ADDED} {_NEVER} IS NULL GROUP BY {_ADDED}
    UNION ALL SELECT id, json_array(id), coalesce(finished_on, {_ADDED})
    {_FINISHED} IN (SELECT paper FROM reviews)
), begun AS (
    SELECT paper, papers, coalesce(substr(day || '-01-01', 1, 10), '') AS first,
        min(coalesce({_LAST_DAY}, :today), :today) AS day
    FROM finished
), answered AS (
    SELECT papers, day, (SELECT max(day) FROM reviews AS v WHERE v.paper = b.paper AND v.day >= b.first) AS last,
    (SELECT count(DISTINCT day) FROM reviews AS v WHERE v.paper = b.paper AND v.day >= b.first AND NOT EXISTS
        (SELECT 1 FROM reviews AS f WHERE f.paper = b.paper AND NOT f.remembered AND (f.day, f.id) >= (v.day, v.id)))
        AS times
    FROM begun AS b
), waiting AS (
    SELECT papers, day, coalesce(last, day) AS last, {FIRST} << min(times, 12) AS wait FROM answered
)
SELECT papers, day, coalesce(date(last, wait || ' days'), '9999-12-31') AS due,
    (julianday(:today) - julianday(last)) / wait AS waited
FROM waiting"""


class Due(NamedTuple):
    """A paper to look up again. ``read``: the ISO day on which it was finished, at the latest; ``due``: since when."""

    entry: Entry
    read: str
    due: str


class Reviewed(NamedTuple):
    """A paper that was looked up again, whether you remembered it, and the ISO day on which it comes back."""

    paper: Paper
    remembered: bool
    due: str


def due(store: Store, count: int) -> list[Due]:
    """The papers to look up again today, at most ``count`` with those that were looked up today already."""
    left = _left(store, count)
    rows = [
        (-row["waited"], paper, row["day"], row["due"])
        for row in _rows(store, "1", "WHERE waited >= 1")
        for paper in sorted(json.loads(row["papers"]))[:left]
    ]
    first = heapq.nsmallest(left, rows)
    entries = store.entries([store.paper(paper) for _, paper, _, _ in first])
    return [Due(entry, day, again) for entry, (_, _, day, again) in zip(entries, first, strict=True)]


def waiting(store: Store) -> int:
    """How many papers may be looked up again today, of as many as come back on a day."""
    left = _left(store, DAILY)
    return min(
        left, sum(len(json.loads(row["papers"])) for row in _rows(store, "1", f"WHERE waited >= 1 LIMIT {left}"))
    )


def next_day(store: Store) -> str | None:
    """The ISO day on which the next paper is due, today at the earliest; None: nothing was read."""
    for row in _rows(store, "1", "ORDER BY due LIMIT 1"):
        return max(str(row["due"]), dates.today().isoformat())
    return None


def answer(store: Store, paper: Paper, remembered: bool) -> Reviewed:
    """Keep whether you remember a paper, in one change.

    Raises:
        RefusedError: it is not read.
    """
    if paper.status not in REMEMBERABLE:
        raise RefusedError(f"{paper.called} is {paper.status}: there is nothing to remember of it yet.")
    with store.change(f"review {paper.key}: {'remembered' if remembered else 'forgotten'}"):
        looking_back.put(store, paper, Review(dates.today().isoformat(), remembered))
    (row,) = _rows(store, f"id = {paper.id}", "")
    return Reviewed(paper, remembered, row["due"])


def _left(store: Store, count: int) -> int:
    """How many of ``count`` papers a day are not looked up yet today."""
    today = dates.today().isoformat()
    (done,) = store.conn.execute("SELECT count(DISTINCT paper) FROM reviews WHERE day = ?", (today,)).fetchone()
    return max(0, count - int(done))


def _rows(store: Store, which: str, end: str) -> list[Any]:
    schedule = _SCHEDULE.format(which=which)
    return store.conn.execute(f"SELECT * FROM ({schedule}) {end}", {"today": dates.today().isoformat()}).fetchall()
