"""What people write <-> days, and the clock.

A day is text in the extended format of ISO 8601: ``2026-11-20``, or only as much of it as somebody
remembers, ``2020-11`` or ``2020``. The rules of the grammar are the table at the end of this file; what none
of them knows goes to python-dateutil, which nothing outside this module imports.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Literal

from readtrack.errors import DayError
from readtrack.periods import month_length

if TYPE_CHECKING:
    from collections.abc import Callable

    Prefer = Literal["past", "future"]
    Rule = Callable[[re.Match[str], Prefer], str | None]

_FIRST_YEAR, _LAST_YEAR = 1900, 2200
_LONGEST, _SHOWN = 100, 60

# Not strftime or calendar: what is read and shown must not change with somebody's locale.
_MONTHS = ["January", "February", "March", "April", "May", "June", "July"]
_MONTHS += ["August", "September", "October", "November", "December"]
_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

_MONTH = {name.lower()[:size]: at for at, name in enumerate(_MONTHS, 1) for size in (3, None)} | {"sept": 9}
_WEEKDAY = {name.lower()[:size]: at for at, name in enumerate(_WEEKDAYS) for size in (3, None)}
_WEEKDAY |= {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
_COUNT = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_COUNT |= {"seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12}
# Days and months that each is long.
_UNIT = dict.fromkeys(("d", "day", "days"), (1, 0)) | dict.fromkeys(("w", "week", "weeks"), (7, 0))
_UNIT |= dict.fromkeys(("m", "month", "months"), (0, 1)) | dict.fromkeys(("y", "year", "years"), (0, 12))
_UNIT |= dict.fromkeys(("fortnight", "fortnights"), (14, 0))
# Days from today.
_WORDS = {"today": 0, "now": 0, "yesterday": -1, "tomorrow": 1, "last week": -7, "next week": 7}
_WORDS |= {"day before yesterday": -2, "day after tomorrow": 2}


def now() -> datetime:
    """This moment, aware, in the local time zone. The one clock: tests replace it."""
    return datetime.now(timezone.utc).astimezone()


def today() -> date:
    """The local day of ``now()``."""
    return now().date()


def timestamp() -> str:
    """``now()`` in UTC as ISO 8601 with milliseconds: ``2026-11-24T08:21:46.123Z``."""
    return now().astimezone(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def parse_day(text: str, *, prefer: Literal["past", "future"] = "past") -> str:
    """Turn what a person wrote into an ISO 8601 day, ``YYYY-MM-DD``.

    ``prefer`` says where to look for what comes round again: ``friday``, ``4 Nov``.
    Raises DayError if it is no day, could be two of them, or is a whole month or year.
    """
    examples = '"last friday" or "3 days ago"' if prefer == "past" else '"next friday" or "in 2 weeks"'
    value = _read(text, prefer, f"Say {{:%Y-%m-%d}}, {examples}.")
    if len(value) < 10:
        kind, example = ("year", "-11-04") if len(value) == 4 else ("month", "-04")
        raise DayError(f"{value} is a {kind}; say which day, like {value}{example}.")
    return value


def parse_when(text: str, *, prefer: Literal["past", "future"] = "past") -> str:
    """Turn what a person wrote into a day as exact as they were: ``YYYY-MM-DD``, ``YYYY-MM`` or ``YYYY``.

    The shorter forms are the reduced precision of ISO 8601. ``prefer`` and DayError as for ``parse_day``.
    """
    return _read(text, prefer, 'Say {0:%Y-%m-%d}, "last friday", "3 days ago" or just {0:%Y-%m}.')


def day_text(day: str) -> str:
    """Show an ISO 8601 day: ``2026-11-20`` as ``Fri 20 Nov 2026``, ``2020-11`` as ``Nov 2020``, a year as is.

    Raises DayError if ``day`` is none of the three.
    """
    try:
        first = date.fromisoformat(f"{day}-01-01"[:10])
    except ValueError:
        first = None
    if first is None or len(day) not in (4, 7, 10):
        raise DayError(f"{_quoted(day)} is not a day.")
    month_and_year = f"{_MONTHS[first.month - 1][:3]} {day[:4]}"
    if len(day) == 10:
        return f"{_WEEKDAYS[first.weekday()][:3]} {first.day} {month_and_year}"
    return month_and_year if len(day) == 7 else day


def local(timestamp_: str) -> datetime:
    """The moment of an ISO 8601 timestamp in the time of here; one without an offset is in UTC.

    Raises DayError if it is none.
    """
    try:
        moment = datetime.fromisoformat(timestamp_.replace("Z", "+00:00"))
        return _here(moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc))
    except (ValueError, OverflowError):
        raise DayError(f"{_quoted(timestamp_)} is not a moment.") from None


def local_day(timestamp_or_day: str) -> str | None:
    """The day of here, ISO 8601, of a day or of a moment as for ``local``; None where a guest wrote something else."""
    try:
        if len(timestamp_or_day) == 10:
            return date.fromisoformat(timestamp_or_day).isoformat()
        return local(timestamp_or_day).date().isoformat()
    except (DayError, ValueError):
        return None


def ago(timestamp_or_day: str) -> str:
    """Show the age of an ISO 8601 timestamp (UTC) or day: ``today``, ``yesterday``, ``3 days ago``.

    What is over 30 days old, still to come or only a month or year is shown by ``day_text``.
    Raises DayError if it is neither.
    """
    day = local(timestamp_or_day).date().isoformat() if len(timestamp_or_day) > 10 else timestamp_or_day
    shown = day_text(day)
    if len(day) < 10:
        return shown
    age = (today() - date.fromisoformat(day)).days
    if not 0 <= age <= 30:
        return shown
    return ("today", "yesterday")[age] if age < 2 else f"{age} days ago"


def _read(text: str, prefer: Prefer, hint: str) -> str:
    """Read any day, month or year; ``hint`` is said, with today in it, when there is none."""
    value = None
    try:
        clean = " ".join(text.replace(",", " ").split()) if len(text) <= _LONGEST else ""
        if clean.isascii() and clean.isprintable():
            value = _match(clean.lower(), prefer) or _guess(clean)
        if value and not _FIRST_YEAR <= int(value[:4]) <= _LAST_YEAR:
            raise OverflowError
    except OverflowError:
        raise DayError(f"{_quoted(text)} is outside the years {_FIRST_YEAR} to {_LAST_YEAR}.") from None
    if value is None:
        raise DayError(f"{_quoted(text)} is not a day. {hint.format(today())}")
    return value


def _match(text: str, prefer: Prefer) -> str | None:
    """Try the rules in turn; re compiles a pattern when it first gets there, so most never are."""
    text = text.removeprefix("the ")
    if text in _WORDS:
        return _add_days(today(), _WORDS[text])
    for pattern, rule in _RULES:
        found = re.fullmatch(pattern, text)
        value = rule(found, prefer) if found else None
        if value:
            return value
    return None


def _quoted(text: str) -> str:
    """Quote for a message that any terminal can print, so without control characters and lone surrogates."""
    cut = text if len(text) <= _SHOWN else text[:_SHOWN] + "..."
    return '"' + "".join(char if char.isprintable() else repr(char)[1:-1] for char in cut) + '"'


def _month(year: int, month: int) -> str:
    """``YYYY-MM``, or DayError; OverflowError for a year nobody means, which ``_read`` words."""
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise OverflowError
    if not 1 <= month <= 12:
        raise DayError(f"{year}-{month:02} is not a month: a year has 12 months.")
    return f"{year}-{month:02}"


def _day(year: int, month: int, day: int) -> str:
    """``YYYY-MM-DD``; errors as for ``_month``."""
    iso = f"{_month(year, month)}-{day:02}"
    days = month_length(year, month)
    if not 1 <= day <= days:
        raise DayError(f"{iso} is not a day: {_MONTHS[month - 1]} {year} has {days} days.")
    return iso


def _add_days(day: date, days: int) -> str:
    return (day + timedelta(days=days)).isoformat()


def _full_year(digits: str) -> int:
    """Refuse ``20``: nobody can tell which century was meant."""
    if len(digits) != 4:
        raise DayError(f'"{digits}" is not a year. Write it with four digits, like 2020.')
    return int(digits)


def _unclear(text: str, one: str, other: str) -> DayError:
    return DayError(f"{text} could be {one} or {other}. Write one of these.")


def _agree(day: str, weekday: int) -> None:
    """Refuse a weekday that its date does not fall on: one of the two is a slip, and nobody knows which."""
    is_a = date.fromisoformat(day).weekday()
    if is_a != weekday:
        raise DayError(f"{day} is a {_WEEKDAYS[is_a]}, not a {_WEEKDAYS[weekday]}.")


def _here(moment: datetime) -> datetime:
    """An aware ``moment`` in the time of here.

    ``now()`` carries only the offset of now, wrong for last summer's evenings, so the system is asked for the
    offset of ``moment``; unless a test has put the clock into another zone than the system's.
    """
    clock = now()
    system = clock.astimezone()
    at_home = (clock.utcoffset(), clock.tzname()) == (system.utcoffset(), system.tzname())
    return moment.astimezone(None if at_home else clock.tzinfo)


def _year_first(found: re.Match[str], _prefer: Prefer) -> str | None:
    """``2026-11-20``, ``2026/11/20``, ``2020-11``, ``2020``; without separators only a whole day is clear."""
    year, _, month, day = found.groups()
    if day:
        return _day(int(year), int(month), int(day))
    return _month(int(year), int(month)) if month else str(year)


def _compact_or_timestamp(found: re.Match[str], _prefer: Prefer) -> str | None:
    """``20261120``, ``2026-11-24T08:21:46.123Z``; Python 3.10 reads few of these by itself."""
    year, month, day, hour, minute, second = (int(number or 0) for number in found.groups()[:6])
    written = _day(year, month, day)
    offset = timedelta(hours=int(found["hours"] or 0), minutes=int(found["minutes"] or 0))
    try:
        zone = timezone(-offset if found["sign"] == "-" else offset)
        moment = datetime(year, month, day, hour, minute, second, tzinfo=zone)
        return _here(moment).date().isoformat() if found["zone"] else written
    except (ValueError, OSError):  # Windows knows no zones before 1970
        raise DayError(f"{found[0].upper()} is not a time of day.") from None


def _year_last(found: re.Match[str], _prefer: Prefer) -> str | None:
    """``13/5/2020``, ``5/13/2020``; ``4/5/2020`` is read one way in London, another in New York."""
    one, _, two, digits = found.groups()
    year = _full_year(digits)
    orders = ((int(one), int(two)), (int(two), int(one)))
    days = [_day(year, month, day) for day, month in orders if 1 <= month <= 12]
    if not days:
        raise DayError(f"{found[0]} is not a day: a year has 12 months.")
    if days[0] != days[-1]:
        raise _unclear(found[0], *days)
    return days[0]


def _weekday_first(found: re.Match[str], prefer: Prefer) -> str | None:
    """``Wed 4 Nov 2020``; in front of a timestamp the weekday is that of the day written there, not here."""
    name, rest, date_part = found.groups()
    day, written = _match(rest, prefer), _match(date_part, prefer)
    if name not in _WEEKDAY or day is None or written is None or len(day) < 10:
        return None
    _agree(written, _WEEKDAY[name])
    return day


def _relative(found: re.Match[str], _prefer: Prefer) -> str | None:
    """``3 days ago``, ``in 2w``, ``a month from now``."""
    ahead, count, unit, where = found.groups()
    number = int(count) if count.isdigit() else _COUNT.get(count)
    if number is None or unit not in _UNIT or bool(ahead) == bool(where):
        return None
    days, months = (size * (-number if where == "ago" else number) for size in _UNIT[unit])
    if not months:
        return _add_days(today(), days)

    from dateutil.relativedelta import relativedelta

    try:
        return (today() + relativedelta(months=months)).isoformat()
    except ValueError as error:
        raise OverflowError from error


def _steps(here: int, wanted: int, cycle: int, which: str) -> int:
    """How far it is from ``here`` to ``wanted`` among things that come round every ``cycle``."""
    ahead = wanted - here
    return {
        "past": ahead % -cycle,
        "future": ahead % cycle,
        "last": ahead % cycle - cycle,
        "next": (ahead - 1) % cycle + 1,
        "this": ahead,
    }[which]


def _named(found: re.Match[str], prefer: Prefer) -> str | None:
    """``friday``, ``last friday``, ``november``, ``last month``, ``this year``."""
    which, name = found.groups()
    day = today()
    if name in _WEEKDAY:
        # For something due, a bare weekday said on that very weekday is the one in a week.
        bare = "past" if prefer == "past" else "next"
        return _add_days(day, _steps(day.weekday(), _WEEKDAY[name], 7, which or bare))
    step = {"last": -1, "this": 0, "next": 1}.get(which, 0)
    if name == "year" and which:
        return str(day.year + step)
    if name in _MONTH:
        step = _steps(day.month, _MONTH[name], 12, which or prefer)
    elif name != "month" or not which:
        return None
    years, month = divmod(day.month - 1 + step, 12)
    return _month(day.year + years, month + 1)


def _edge(found: re.Match[str], prefer: Prefer) -> str | None:
    """``end of next month``, ``start of 2026``: the last or first day of anything longer than a day."""
    ends = found[1] == "end"
    which = "this " + found[2] if found[2] in ("week", "month", "year") else found[2]
    weeks = {"last week": -7, "this week": 0, "next week": 7}
    if which in weeks:
        day = today()
        return _add_days(day, weeks[which] - day.weekday() + (6 if ends else 0))
    value = _match(which, prefer)
    if value is None or len(value) == 10:
        return None
    year, _, digits = value.partition("-")
    month = int(digits or (12 if ends else 1))
    first = _day(int(year), month, 1)
    return f"{first[:8]}{month_length(int(year), month)}" if ends else first


def _month_named(found: re.Match[str], prefer: Prefer) -> str | None:
    """``4 November 2020``, ``Nov 4, 2020``, ``Nov 4``, ``Nov 2020``."""
    parts = found.groupdict()
    month, day = _MONTH.get(parts["month"]), int(parts.get("day") or 0)
    if month is None:
        return None
    if "day" not in parts:
        return _month(int(parts["year"]), month)
    if parts["year"]:
        return _day(_full_year(parts["year"]), month, day)
    if not 1 <= day <= month_length(2000, month):
        limit = "at most 29" if month == 2 else month_length(2000, month)
        raise DayError(f"{day} {_MONTHS[month - 1]} is not a day: {_MONTHS[month - 1]} has {limit} days.")
    here = today()
    # Nine years hold a 29 February even around 2100, which has none.
    years = range(here.year, here.year - 9, -1) if prefer == "past" else range(here.year, here.year + 9)
    days = (date(year, month, day) for year in years if day <= month_length(year, month))
    return next(on for on in days if (on <= here if prefer == "past" else on >= here)).isoformat()


def _guess(text: str) -> str | None:
    """Ask dateutil for a form that no rule knows, and believe it only where it had nothing to make up.

    It fills what is missing from ``default``, so two defaults must give one day; it takes either order of day
    and month, so both must; it makes ``20`` a year, overlooks a wrong weekday and reads the end of
    ``2020-11-13/15`` as an hour, so besides a clock time there must be just three parts, one a whole year.
    """
    dated = re.sub(r"\d\d?:\d\d\S*|\d\d? ?[ap]m\b| [+-]\d{4}\b", " ", text.lower())
    words = re.findall(r"\d+|[a-z]+", dated)
    parts = [word for word in words if word.isdigit() or word in _MONTH]
    if len(parts) != 3:
        return None

    from dateutil import parser

    try:
        # Over a week apart within the month, or "Wed Nov 2020" becomes the same Wednesday from both.
        days = [
            parser.parse(text, default=default, dayfirst=dayfirst, ignoretz=True).date().isoformat()
            for dayfirst in (True, False)
            for default in (datetime(2000, 1, 1), datetime(2004, 10, 20))
        ]
    except Exception:  # whatever dateutil trips over, it is not a day
        return None
    if days[0] != days[1] or days[2] != days[3] or days[0][:4] not in parts:
        return None
    if days[0] != days[2]:
        raise _unclear(_quoted(text), days[0], days[2])
    for word in words:
        if word in _WEEKDAY:
            _agree(days[0], _WEEKDAY[word])
    return days[0]


_BY = r"[ ./-]+(?:of )?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = rf"(?:{_BY}(?P<year>\d{{1,4}}))?"
_TIME = r"(\d\d)(?::?(\d\d)(?::?(\d\d)(?:\.\d+)?)?)?"
_ZONE = r"(?P<zone>z|utc|gmt|(?P<sign>[+-])(?P<hours>\d\d)(?::?(?P<minutes>\d\d))?)?"

# In lower case, without commas, blanks single. Earlier rules win; a rule that returns None passes.
_RULES: tuple[tuple[str, Rule], ...] = (
    (r"(\d{4})(?:([-/.])(\d\d?)(?:\2(\d\d?))?)?", _year_first),
    (r"(?:(in) )?(\d+|[a-z]+) ?([a-z]+)(?: (ago|from now))?", _relative),
    (r"(?:(last|next|this) )?([a-z]+)\.?", _named),
    (rf"(\d{{4}})-?(\d\d)-?(\d\d)(?:[t ]{_TIME} ?{_ZONE})?", _compact_or_timestamp),
    (rf"{_DAY}{_BY}(?P<month>[a-z]+)\.?{_YEAR}", _month_named),
    (rf"(?P<month>[a-z]+){_BY}{_DAY}{_YEAR}", _month_named),
    (rf"(?P<month>[a-z]+){_BY}(?P<year>\d{{4}})", _month_named),
    (r"(\d\d?)([-/.])(\d\d?)\2(\d{1,4})", _year_last),
    (r"([a-z]+)[. ]+((.*?\d.*?)(?:[t ]\d\d:.*)?)", _weekday_first),
    (r"(end|start|beginning) of (?:the )?(.+)", _edge),
)
