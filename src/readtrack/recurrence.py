"""Days that come round: "tue,thu", "weekday", "2 weeks", "month".

Weeks and days are counted by rrule of python-dateutil (iCalendar, RFC 5545 section 3.3.10). Months are not: there the
31st of a month without one would be left out, where people mean its last day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from readtrack.errors import DayError

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_LAST = 2200
"""The last year that a day of ``dates`` can have."""


def days(every: str, start: str) -> Iterator[str]:
    """The days of ``every``, from the ISO day ``start`` on (and that day too, if it is one of them), as ISO days.

    ``every``: weekdays ("tue,thu", "monday and friday"), "day", "weekday", "weekend", "week", "month", "year", or a
    number of days, weeks, months or years ("2 weeks").

    Raises:
        DayError: it is none of these.
    """
    said = " ".join(every.lower().replace(",", " ").replace("+", " ").split())
    first = date.fromisoformat(start)
    found = re.fullmatch(r"(?:every )?(?:(\d{1,3}) )?(day|week|month|year)s?|(daily|weekly|monthly|yearly)", said)
    if found and int(found[1] or 1):
        unit = found[2] or {"daily": "day", "weekly": "week", "monthly": "month", "yearly": "year"}[found[3]]
        return _steps(first, int(found[1] or 1), unit)
    words = [word for word in re.sub(r"\b(?:every|and|on)\b", " ", said).split() if word]
    weekdays = {day for word in words for day in _named(word)}
    if not weekdays or any(not _named(word) for word in words):
        raise DayError(f'"{every[:60]}" is no rhythm. Say "tue,thu", weekday, day, week, "2 weeks" or month.')
    return _weekly(first, sorted(weekdays))


def _named(word: str) -> range | tuple[int, ...]:
    """The numbers of the weekdays that a word means, Monday 0."""
    if word in ("weekday", "weekdays", "workday", "workdays"):
        return range(5)
    if word in ("weekend", "weekends"):
        return range(5, 7)
    full = re.fullmatch(r"(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?", word)
    return (_WEEKDAYS.index(full[1][:3]),) if full else ()


def _weekly(first: date, weekdays: list[int]) -> Iterator[str]:
    from dateutil.rrule import WEEKLY, rrule

    start = datetime(first.year, first.month, first.day)
    for moment in rrule(WEEKLY, dtstart=start, byweekday=weekdays, until=datetime(_LAST, 12, 31)):
        yield moment.date().isoformat()


def _steps(first: date, count: int, unit: str) -> Iterator[str]:
    from dateutil.relativedelta import relativedelta

    number = 0
    while True:
        try:
            if unit in ("day", "week"):
                day = first + timedelta(days=number * count * (7 if unit == "week" else 1))
            else:
                # from the first day each time: the last of February must not make the 28th of every month
                day = first + relativedelta(months=number * count * (12 if unit == "year" else 1))
        except (OverflowError, ValueError):
            return
        if day.year > _LAST:
            return
        yield day.isoformat()
        number += 1
