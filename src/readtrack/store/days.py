"""The SQL of days: on which one anything was done, and with which papers; what lies between two."""

import sqlite3
from typing import NamedTuple

from readtrack import dates

DONE = {
    "started": ("readings", "started_on", "started_on"),
    "finished": ("readings", "finished_on", "finished_on"),
    "noted": ("notes", "created_at", "substr(created_at, 1, 10)"),
    "session": ("sessions", "day", "day"),
    "reviewed": ("reviews", "day", "day"),
}
"""What is done with a paper on a day -> its table, the column that says when, a day or a moment in UTC, and its day, by
which there is an index."""


class Did(NamedTuple):
    """Something done with a paper. ``kind``: a key of ``DONE``; ``when``: an ISO 8601 day, or a moment in UTC;
    ``paper``: its id."""

    kind: str
    when: str
    paper: int


def did(conn: sqlite3.Connection, since: str) -> tuple[Did, ...]:
    """All that was done from an ISO 8601 day on, or in the last hours before it."""
    each = (f"SELECT '{kind}', {at}, paper FROM {table} WHERE {_since(day)}" for kind, (table, at, day) in DONE.items())
    return tuple(Did(*row) for row in conn.execute(" UNION ALL ".join(each), {"since": since}))


def busy_days(conn: sqlite3.Connection, since: str) -> set[str]:
    """The local days from an ISO 8601 day on, and maybe the one before it, on which anything was done."""
    moments: set[str] = set()
    for table, at, day in DONE.values():
        # A day of UTC has hours of two days here at most: those of its first and of its last moment.
        rows = conn.execute(
            f"SELECT min({at}), max({at}) FROM {table} WHERE {_since(day)} GROUP BY {day}", {"since": since}
        )
        moments.update(moment for row in rows for moment in row)
    return {day for day in map(dates.local_day, moments) if day}


def _since(day: str) -> str:
    # A moment of the evening before, in UTC, may be one of the first day here.
    return f"{day} >= date(:since, '-1 day') AND length({day}) = 10"


def within(day: str, first: str, last: str) -> str:
    """The condition that ``day``, known whole or only as a month or year, lies between two days, with all it may be.

    Each argument is an expression of SQL.
    """
    return f"""({day} > substr(date({first}, '-1 day'), 1, length({day}))
AND {day} < substr(coalesce(date({last}, '+1 day'), '~'), 1, length({day})))"""


def on_day(day: str, begins: str, ends: str) -> str:
    """The condition that a paper was begun, finished, read in a session or reviewed, or has a note written, on a day.

    Each argument is the name of a parameter: the day, ISO 8601; the moments at which it begins and ends here, in UTC:
    ``2026-11-24 05:00:00``.
    """
    # datetime() reads whatever a guest may have written there; the first bound keeps to the index, if there is one.
    return f"""id in (select paper from readings where started_on = :{day} or finished_on = :{day}
union select paper from sessions where day = :{day}
union select paper from reviews where day = :{day}
union select paper from notes where substr(created_at, 1, 10) >= date(:{begins}, '-1 day') and (created_at = :{day}
or length(created_at) > 10 and datetime(created_at) >= :{begins} and datetime(created_at) < :{ends}))"""
