"""Days and moments as programs export them -> the text that the library keeps.

What people write goes to ``readtrack.dates``; here stand the few forms that programs write, because a file may hold
a hundred thousand of them.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone

from readtrack.dates import parse_when
from readtrack.errors import DayError
from readtrack.importers._clean import is_day
from readtrack.importers._months import in_english

_DAY = re.compile(
    r"(\d{4})(?:([-/.])(\d\d?)(?:\2(\d\d?))?)?(?:[T ]+\d\d?:\d\d\S*(?: ?(?:UTC|GMT|[+-]\d\d:?\d\d))?)?", re.ASCII
)
_MOMENT = re.compile(
    r"(\d{4})([-/.])(\d\d?)\2(\d\d?)"
    r"(?:[T ]+(\d\d?):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)? ?(Z|UTC|GMT|[+-]\d\d:?\d\d)?)?",
    re.ASCII | re.IGNORECASE,
)
# The log format of Apache, which some bookmark services write: 10/Oct/2000:13:55:36 +0300
_LOGGED = re.compile(r"(\d\d?)/([a-z]{3})/(\d{4}):(\d\d:\d\d:\d\d) ?([+-]\d{4})?", re.ASCII | re.IGNORECASE)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def day_of(text: str) -> str | None:
    """The day, month or year that ``text`` names, in ISO 8601; None where it names none that is in the calendar."""
    text = text.strip()
    if found := _DAY.fullmatch(text):
        year, _, month, day = found.groups()
        iso = "-".join([year, *(part.zfill(2) for part in (month, day) if part)])
        return iso if is_day(iso) else None
    # Without a whole year it could only be read relative to today, which nobody meant who wrote it then.
    if not re.search(r"(?<!\d)\d{4}(?!\d)|^\d{8}$", text, re.ASCII):
        return None
    try:
        return parse_when(in_english(text))
    except DayError:
        return None


def moment_of(text: str) -> str | None:
    """The moment that ``text`` names, in UTC as the library keeps it; None where it is no such thing.

    A time without a zone is taken as UTC, a day without a time as its beginning; digits alone count from 1970.
    """
    text = text.strip()
    if re.fullmatch(r"\d{9,18}(\.\d+)?", text, re.ASCII):
        return moment_of_epoch(text)
    if found := _LOGGED.fullmatch(text):
        day, month, year, time, zone = found.groups()
        at = _MONTHS.index(month.lower()) + 1 if month.lower() in _MONTHS else 0
        text = f"{year}-{at:02}-{day.zfill(2)} {time} {zone or 'Z'}"
    found = _MOMENT.fullmatch(text)
    if not found:
        day_only = day_of(text) or ""
        return f"{day_only}T00:00:00Z" if len(day_only) == 10 else None
    year, _, month, day, hour, minute, second, fraction, zone = found.groups()
    try:
        local = datetime(int(year), int(month), int(day), int(hour or 0), int(minute or 0), int(second or 0))
        moment = (local - _offset(zone)).replace(microsecond=int((fraction or "0").ljust(6, "0")[:6]))
    except (ValueError, OverflowError):
        return None
    return moment.isoformat(timespec="milliseconds" if fraction else "seconds") + "Z"


def _offset(zone: str | None) -> timedelta:
    if not zone or zone[0] not in "+-":
        return timedelta(0)
    minutes = int(zone[1:3]) * 60 + int(zone[-2:])
    return timedelta(minutes=-minutes if zone[0] == "-" else minutes)


def moment_of_epoch(text: str) -> str | None:
    """The moment so many seconds, milliseconds or microseconds after 1970, in UTC; None for 0 and what is no number.

    Which of the three is told from its size: no file is older than 1973, none comes from after 2286.
    """
    found = re.fullmatch(r"\s*(\d{1,18})(\.\d*)?\s*", text, re.ASCII)
    number = int(found[1]) if found else 0
    while number >= 10**10:
        number //= 1000
    if number < 10**8:
        return None
    return datetime.fromtimestamp(number, timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
