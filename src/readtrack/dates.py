"""What people write <-> days, and the clock.

A day is text in the extended format of ISO 8601: ``2026-11-20``, or only as much of it as somebody remembers,
``2020-11`` or ``2020``. The rules of the grammar are the table at the end of this file; what none of them knows
goes to python-dateutil, which nothing outside this module imports.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Literal

from readtrack.errors import DayError

if TYPE_CHECKING:
    from collections.abc import Callable

    Prefer = Literal["past", "future"]
    Rule = Callable[[re.Match[str], Prefer], str | None]

_FIRST_YEAR, _LAST_YEAR = 1900, 2200
_LONGEST, _SHOWN = 100, 60

# Not strftime or calendar: what is read and shown must not change with somebody's locale.
_MONTHS = (
    "January February March April May June July August September October November December"
).split()
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

_MONTH = {name.lower()[:size]: at for at, name in enumerate(_MONTHS, 1) for size in (3, None)} | {"sept": 9}
_WEEKDAY = {name.lower()[:size]: at for at, name in enumerate(_WEEKDAYS) for size in (3, None)} | {
    "tues": 1,
    "weds": 2,
    "thur": 3,
    "thurs": 3,
}
_COUNT = {"a": 1, "an": 1} | {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
}
# unit: (days, months)
_UNIT = {
    name: size
    for names, size in (
        ("d day days", (1, 0)),
        ("w week weeks", (7, 0)),
        ("fortnight fortnights", (14, 0)),
        ("m month months", (0, 1)),
        ("y year years", (0, 12)),
    )
    for name in names.split()
}
_WORDS = {
    "today": 0,
    "now": 0,
    "yesterday": -1,
    "the day before yesterday": -2,
    "day before yesterday": -2,
    "tomorrow": 1,
    "the day after tomorrow": 2,
    "day after tomorrow": 2,
    "last week": -7,
    "next week": 7,
}


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
    value = _read(text, prefer, "Say {:%Y-%m-%d}, \"last friday\" or \"3 days ago\".")
    if len(value) < 10:
        kind, example = ("year", "-11-04") if len(value) == 4 else ("month", "-04")
        raise DayError(f"{value} is a {kind}; say which day, like {value}{example}.")
    return value


def parse_when(text: str, *, prefer: Literal["past", "future"] = "past") -> str:
    """Turn what a person wrote into a day as exact as they were: ``YYYY-MM-DD``, ``YYYY-MM`` or ``YYYY``.

    The shorter forms are the reduced precision of ISO 8601. ``prefer`` and DayError as for ``parse_day``.
    """
    return _read(text, prefer, "Say {0:%Y-%m-%d}, \"last friday\", \"3 days ago\" or just {0:%Y-%m}.")


def day_text(day: str) -> str:
    """Show an ISO 8601 day: ``Fri 20 Nov 2026`` for ``2026-11-20``, ``Nov 2020`` for ``2020-11``, else ``2020``.

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


def ago(timestamp_or_day: str) -> str:
    """Show the age of an ISO 8601 timestamp (UTC) or day: ``today``, ``yesterday``, ``3 days ago``.

    What is over 30 days old, still to come or only a month or year is shown by ``day_text``.
    Raises DayError if it is neither.
    """
    day = parse_day(timestamp_or_day) if len(timestamp_or_day) > 10 else timestamp_or_day
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
        clean = " ".join(text[: _LONGEST + 1].replace(",", " ").split())
        if len(text) <= _LONGEST and clean.isascii() and clean.isprintable():
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
    """``YYYY-MM``, or DayError."""
    if not 1 <= month <= 12:
        raise DayError(f"{year:04}-{month:02} is not a month: a year has 12 months.")
    return f"{year:04}-{month:02}"


def _day(year: int, month: int, day: int) -> str:
    """``YYYY-MM-DD``, or DayError; OverflowError for a year that readtrack does not know."""
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise OverflowError
    iso = f"{_month(year, month)}-{day:02}"
    days = _month_length(year, month)
    if not 1 <= day <= days:
        raise DayError(f"{iso} is not a day: {_MONTHS[month - 1]} {year} has {days} days.")
    return iso


def _month_length(year: int, month: int) -> int:
    return (date(year + month // 12, month % 12 + 1, 1) - date(year, month, 1)).days


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


def _local_day(moment: datetime) -> str:
    """Give the day an aware ``moment`` had here.

    ``now()`` carries only the offset of now, wrong for last summer's evenings, so the system is asked for the
    offset of ``moment``; unless a test has put the clock into another zone than the system's.
    """
    clock = now()
    system = clock.astimezone()
    at_home = (clock.utcoffset(), clock.tzname()) == (system.utcoffset(), system.tzname())
    return moment.astimezone(None if at_home else clock.tzinfo).date().isoformat()


def _year_first(found: re.Match[str], prefer: Prefer) -> str | None:
    """``2026-11-20``, ``2026/11/20``, ``2020-11``, ``2020``; without separators only a whole day is clear."""
    year, _, month, day = found.groups()
    if day:
        return _day(int(year), int(month), int(day))
    return _month(int(year), int(month)) if month else str(year)


def _compact(found: re.Match[str], prefer: Prefer) -> str | None:
    """``20261120``."""
    year, month, day = map(int, found.groups())
    return _day(year, month, day)


def _iso_timestamp(found: re.Match[str], prefer: Prefer) -> str | None:
    """``2026-11-24T08:21:46.123Z``; datetime.fromisoformat of Python 3.10 reads few of these."""
    year, month, day, hour, minute, second, zone, sign, hours, minutes = found.groups()
    written = _day(int(year), int(month), int(day))
    offset = timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
    try:
        moment = datetime(int(year), int(month), int(day), int(hour), int(minute or 0), int(second or 0))
        aware = moment.replace(tzinfo=timezone(-offset if sign == "-" else offset))
    except ValueError:
        return None
    return _local_day(aware) if zone else written


def _year_last(found: re.Match[str], prefer: Prefer) -> str | None:
    """``13/5/2020``, ``5/13/2020``; ``4/5/2020`` is read one way in London, another in New York."""
    one, _, two, digits = found.groups()
    year = _full_year(digits)
    readings = [(day, month) for day, month in ((int(one), int(two)), (int(two), int(one))) if 1 <= month <= 12]
    if not readings:
        raise DayError(f"{found[0]} is not a day: a year has 12 months.")
    days = [_day(year, month, day) for day, month in readings]
    if days[0] != days[-1]:
        raise _unclear(found[0], *days)
    return days[0]


def _weekday_first(found: re.Match[str], prefer: Prefer) -> str | None:
    """``Wed 4 Nov 2020``."""
    weekday = _WEEKDAY.get(found[1])
    day = None if weekday is None else _match(found[2], prefer)
    if weekday is None or day is None or len(day) < 10:
        return None
    _agree(day, weekday)
    return day


def _relative(found: re.Match[str], prefer: Prefer) -> str | None:
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
    # A year out of range has no month to measure; _day words that.
    last = _month_length(int(year), month) if _FIRST_YEAR <= int(year) <= _LAST_YEAR else 31
    return _day(int(year), month, last if ends else 1)


def _month_year(found: re.Match[str], prefer: Prefer) -> str | None:
    """``November 2020``."""
    return _month(int(found[2]), _MONTH[found[1]]) if found[1] in _MONTH else None


def _month_named(found: re.Match[str], prefer: Prefer) -> str | None:
    """``4 November 2020``, ``Nov 4, 2020``, ``Nov 4``."""
    parts = found.groupdict()
    month, day = _MONTH.get(parts["month"]), int(parts["day"])
    if month is None:
        return None
    if parts["year"]:
        return _day(_full_year(parts["year"]), month, day)
    if not 1 <= day <= _month_length(2000, month):
        limit = "at most 29" if month == 2 else _month_length(2000, month)
        raise DayError(f"{day} {_MONTHS[month - 1]} is not a day: {_MONTHS[month - 1]} has {limit} days.")
    here = today()
    # Nine years hold a 29 February even around 2100, which has none.
    years = range(here.year, here.year - 9, -1) if prefer == "past" else range(here.year, here.year + 9)
    days = (date(year, month, day) for year in years if day <= _month_length(year, month))
    return next(on for on in days if (on <= here if prefer == "past" else on >= here)).isoformat()


def _guess(text: str) -> str | None:
    """Ask dateutil for a form that no rule knows, and believe it only where it had nothing to make up.

    It fills what is missing from ``default``, so two defaults must give one day; it takes either order of day
    and month, so both must; it makes ``20`` a year and overlooks a wrong weekday, so both are checked.
    """
    years = re.findall(r"(?<!\d)\d{4}(?!\d)", text)
    # GMT+3 is three hours behind for POSIX and dateutil, three ahead for everybody else.
    if not years or re.search(r"(?i)(?:utc|gmt) ?[+-]", text):
        return None

    from dateutil import parser

    try:
        # Over a week apart within the month, or "Wed Nov 2020" becomes the same Wednesday from both.
        readings = [
            parser.parse(text, default=default, dayfirst=dayfirst, tzinfos=_offset)
            for dayfirst in (True, False)
            for default in (datetime(2000, 1, 1), datetime(2004, 10, 20))
        ]
        days = [_local_day(at) if at.tzinfo else at.date().isoformat() for at in readings]
    except Exception:  # whatever dateutil trips over, it is not a day
        return None
    if days[0] != days[1] or days[2] != days[3] or days[0][:4] not in years:
        return None
    if days[0] != days[2]:
        raise _unclear(_quoted(text), days[0], days[2])
    for word in re.findall(r"[a-z]+", text.lower()):
        if word in _WEEKDAY:
            _agree(days[0], _WEEKDAY[word])
    return days[0]


def _offset(name: str | None, seconds: int | None) -> timezone | None:
    """Tell dateutil the offset of a zone; of the zones known by name only UTC and the system's own are sure."""
    from time import tzname

    if seconds is not None:
        return timezone(timedelta(seconds=seconds))
    if name is not None and name not in tzname:
        raise ValueError(name)
    return None


_BY = r"[ ./-]+(?:of )?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = rf"(?:{_BY}(?P<year>\d{{1,4}}))?"

# In lower case, without commas, blanks single. Earlier rules win; a rule that returns None passes.
_RULES: tuple[tuple[str, Rule], ...] = (
    (r"(\d{4})(?:([-/.])(\d\d?)(?:\2(\d\d?))?)?", _year_first),
    (r"(?:(in) )?(\d+|[a-z]+) ?([a-z]+)(?: (ago|from now))?", _relative),
    (r"(?:(last|next|this) )?([a-z]+)\.?", _named),
    (r"(\d{4})(\d\d)(\d\d)", _compact),
    (
        r"(\d{4})-?(\d\d)-?(\d\d)[t ](\d\d)(?::?(\d\d)(?::?(\d\d)(?:\.\d+)?)?)?"
        r" ?(z|utc|gmt|([+-])(\d\d)(?::?(\d\d))?)?",
        _iso_timestamp,
    ),
    (rf"{_DAY}{_BY}(?P<month>[a-z]+)\.?{_YEAR}", _month_named),
    (rf"(?P<month>[a-z]+){_BY}{_DAY}{_YEAR}", _month_named),
    (rf"([a-z]+){_BY}(\d{{4}})", _month_year),
    (r"(\d\d?)([-/.])(\d\d?)\2(\d{1,4})", _year_last),
    (r"([a-z]+)[. ]+(.*\d.*)", _weekday_first),
    (r"(?:the )?(end|start|beginning) of (?:the )?(.+)", _edge),
)
