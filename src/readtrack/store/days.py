"""The SQL of days: on which one anything was done, and with which papers; what lies between two."""

import sqlite3
from typing import NamedTuple

from readtrack import dates

NOTED = "substr(created_at, 1, 10)"
"""The day, in UTC, on which a note was written; there is an index by this very expression."""

DONE = {
    "started": ("readings", "started_on"),
    "finished": ("readings", "finished_on"),
    "noted": ("notes", "created_at"),
    "session": ("sessions", "day"),
    "reviewed": ("reviews", "day"),
}
"""What is done with a paper on a day -> its table, and the column that says when: a day, or a moment in UTC."""


class Did(NamedTuple):
    """Something done with a paper. ``kind``: a key of ``DONE``; ``when``: an ISO 8601 day, or a moment in UTC;
    ``paper``: its id."""

    kind: str
    when: str
    paper: int


def did(conn: sqlite3.Connection, since: str) -> tuple[Did, ...]:
    """All that was done from an ISO 8601 day on, or in the last hours before it."""
    each = (f"SELECT '{kind}', {at}, paper FROM {table} WHERE {_since(at)}" for kind, (table, at) in DONE.items())
    return tuple(Did(*row) for row in conn.execute(" UNION ALL ".join(each), {"since": since}))


def busy_days(conn: sqlite3.Connection, since: str) -> set[str]:
    """The local days from an ISO 8601 day on, and maybe the one before it, on which anything was done."""
    moments: set[str] = set()
    for table, at in DONE.values():
        # A day of UTC has hours of two days here at most: those of its first and of its last moment.
        rows = conn.execute(
            f"SELECT min({at}), max({at}) FROM {table} WHERE {_since(at)} GROUP BY {_day(at)}", {"since": since}
        )
        moments.update(moment for row in rows for moment in row)
    return {day for day in map(dates.local_day, moments) if day}


def _day(at: str) -> str:
    return NOTED if at == "created_at" else at


def _since(at: str) -> str:
    # A moment of the evening before, in UTC, may be one of the first day here.
    return f"{_day(at)} >= date(:since, '-1 day') AND length({_day(at)}) = 10"


def in_year(day: str, year: int) -> str:
    """The condition that ``day``, an expression of SQL, known whole or only as a month or year, lies in a year."""
    # Text order is enough: what is known of a day of 2025 lies between '2025' and '2025-12-31'.
    return f"{day} BETWEEN '{year}' AND '{year}-12-31'"


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
union select paper from notes where {NOTED} >= date(:{begins}, '-1 day') and (created_at = :{day}
or length(created_at) > 10 and datetime(created_at) >= :{begins} and datetime(created_at) < :{ends}))"""
