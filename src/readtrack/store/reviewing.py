"""review: what you read a while ago comes back, so that it stays read.

A paper that you read or skimmed is due again 7 days after it was finished. Each time you remember it, the wait doubles:
7, 14, 28, 56 days and so on, from the day of that review; where you forgot it, it starts again at 7. Reading it once
more starts anew too. What has waited longest for its wait comes first; of equals, the one that was added first.

All of it follows from the rows of ``reviews``; of several answers on one day the last counts. A day that is known only
as 2020-11 or 2020 counts as its last day, or today if that is to come; a paper finished on an unknown day, as the day
on which it was added. The longest wait is 78 years.
"""

from __future__ import annotations

from typing import Any

from readtrack import dates
from readtrack.answers import Due, Reviewed
from readtrack.errors import RefusedError
from readtrack.model import Paper, Review
from readtrack.store import Store, looking_back

FIRST = 7
"""Days until the first review, and until the next of what was forgotten."""

DAILY = 5
"""How many papers come back on one day, if not said."""

REMEMBERABLE = ("read", "skimmed")

_LAST_DAY = """CASE length(day) WHEN 4 THEN day || '-12-31' WHEN 7 THEN date(day || '-01', '+1 month', '-1 day')
    ELSE date(substr(day, 1, 10)) END"""

# Twelve doublings are 78 years; much more would leave the calendar of SQLite. Several answers of one day are one, and
# of them the last counts.
_SCHEDULE = f"""WITH finished AS (
    SELECT paper, coalesce(finished_on,
        (SELECT date(added_at, 'localtime') FROM papers WHERE id = paper)) AS day
    FROM readings AS r WHERE status IN {REMEMBERABLE!r} AND {{}}
    AND NOT EXISTS (SELECT 1 FROM readings AS later WHERE later.paper = r.paper AND later.id > r.id)
), begun AS {{}} (
    SELECT paper, coalesce(substr(day || '-01-01', 1, 10), '') AS first,
        min(coalesce({_LAST_DAY}, :today), :today) AS day
    FROM finished
), answered AS (
    SELECT paper, day, NULL AS last, 0 AS times FROM begun WHERE paper NOT IN (SELECT paper FROM reviews)
    UNION ALL
    SELECT paper, day, (SELECT max(day) FROM reviews AS v WHERE v.paper = b.paper AND v.day >= b.first),
    (SELECT count(DISTINCT day) FROM reviews AS v WHERE v.paper = b.paper AND v.day >= b.first AND NOT EXISTS
        (SELECT 1 FROM reviews AS f WHERE f.paper = b.paper AND NOT f.remembered AND (f.day, f.id) >= (v.day, v.id)))
    FROM begun AS b WHERE paper IN (SELECT paper FROM reviews)
), waiting AS (
    SELECT paper, day, coalesce(last, day) AS last, {FIRST} << min(times, 12) AS wait FROM answered
)
SELECT paper, day, coalesce(date(last, wait || ' days'), '9999-12-31') AS due,
    (julianday(:today) - julianday(last)) / wait AS waited
FROM waiting"""


def due(store: Store, count: int) -> list[Due]:
    """The papers to look up again today, at most ``count`` with those that were looked up today already."""
    rows = _rows(store, "1", f"WHERE waited >= 1 ORDER BY waited DESC, paper LIMIT {_left(store, count)}")
    entries = store.entries([store.paper(row["paper"]) for row in rows])
    return [Due(entry, row["day"], row["due"]) for entry, row in zip(entries, rows, strict=True)]


def waiting(store: Store) -> int:
    """How many papers may be looked up again today, of as many as come back on a day."""
    # Any few do, so those that were never answered need not all be known first.
    return len(_rows(store, "1", f"WHERE waited >= 1 LIMIT {_left(store, DAILY)}", "NOT MATERIALIZED"))


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
    (row,) = _rows(store, f"paper = {paper.id}", "")
    return Reviewed(paper, remembered, row["due"])


def _left(store: Store, count: int) -> int:
    """How many of ``count`` papers a day are not looked up yet today."""
    today = dates.today().isoformat()
    (done,) = store.conn.execute("SELECT count(DISTINCT paper) FROM reviews WHERE day = ?", (today,)).fetchone()
    return max(0, count - int(done))


def _rows(store: Store, which: str, end: str, how: str = "") -> list[Any]:
    schedule = _SCHEDULE.format(which, how)
    return store.conn.execute(f"SELECT * FROM ({schedule}) {end}", {"today": dates.today().isoformat()}).fetchall()
