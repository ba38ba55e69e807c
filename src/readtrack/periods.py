"""Stretches of time: months and years as days, for a day that is known only in part; minutes in words."""

from __future__ import annotations

from datetime import date


def first_day(day: str) -> str:
    """The first day of an ISO 8601 day, month or year: ``2020-02`` begins on ``2020-02-01``."""
    return f"{day}-01-01"[:10]


def last_day(day: str) -> str:
    """The last day of an ISO 8601 day, month or year: ``2020-02`` ends on ``2020-02-29``."""
    if len(day) == 10:
        return day
    month = f"{day}-12"[:7]
    return f"{month}-{month_length(int(month[:4]), int(month[5:]))}"


def month_length(year: int, month: int) -> int:
    """Days in a month of a year before 9999."""
    return (date(year + month // 12, month % 12 + 1, 1) - date(year, month, 1)).days


def months(last: date, many: int) -> tuple[str, ...]:
    """The ``many`` months up to that of ``last``, as ``2020-11``, the earliest first."""
    first = last.year * 12 + last.month - many
    return tuple(f"{month // 12}-{month % 12 + 1:02}" for month in range(first, first + many))


def duration(minutes: int) -> str:
    """A number of minutes in words: ``1 h 20 min``."""
    hours, rest = divmod(minutes, 60)
    return " ".join([*([f"{hours:,} h"] if hours else []), *([f"{rest} min"] if rest or not hours else [])])
