"""The SQL of a day: on which papers anything was done."""

from __future__ import annotations


def on_day(day: str, begins: str, ends: str) -> str:
    """The condition that a paper was begun or finished, or has a note written, on a day.

    Each argument is the name of a parameter: the day, ISO 8601; the moments at which it begins and ends here, in UTC:
    ``2026-11-24 05:00:00``.
    """
    # datetime() reads whatever a guest may have written there; the first bound keeps to the index, if there is one.
    return f"""id in (select paper from readings where started_on = :{day} or finished_on = :{day}
union select paper from notes where created_at = :{day} or (created_at >= date(:{begins}, '-1 day')
and length(created_at) > 10 and datetime(created_at) >= :{begins} and datetime(created_at) < :{ends}))"""
