"""What people write and the day it is; the clock stands on Tuesday 24 November 2026."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readtrack import dates
from readtrack.errors import DayError

TUESDAY = datetime(2026, 11, 24, 8, 21, 46, 123999, tzinfo=timezone.utc)
PAST_AND_FUTURE: tuple[dates.Prefer, ...] = ("past", "future")
SetClock = Callable[[datetime], None]


def hours(offset: float) -> timezone:
    return timezone(timedelta(hours=offset))


@pytest.fixture
def set_clock(monkeypatch: pytest.MonkeyPatch) -> SetClock:
    return lambda moment: monkeypatch.setattr("readtrack.dates.now", lambda: moment)


@pytest.fixture(autouse=True)
def clock(set_clock: SetClock) -> None:
    set_clock(TUESDAY)


def sentence(text: str) -> str:
    """What parse_when says about ``text``."""
    with pytest.raises(DayError) as caught:
        dates.parse_when(text)
    return str(caught.value)


def in_a_new_python(code: str) -> str:
    """What ``code`` prints where nothing is imported and the clock runs."""
    import subprocess

    return subprocess.run(
        [sys.executable, "-c", f"import sys; from readtrack import dates; {code}"],
        check=True,
        capture_output=True,
        text=True,
        cwd=Path(dates.__file__).parents[1],
    ).stdout.strip()


# The clock.


def test_now_is_aware_and_now() -> None:
    moment = datetime.fromisoformat(in_a_new_python("print(dates.now().isoformat())"))
    assert abs(datetime.now(timezone.utc) - moment) < timedelta(minutes=1)


def test_timestamp_is_utc_with_milliseconds(set_clock: SetClock) -> None:
    assert dates.timestamp() == "2026-11-24T08:21:46.123Z"
    set_clock(datetime(2026, 11, 24, 0, 30, tzinfo=hours(2)))
    assert dates.timestamp() == "2026-11-23T22:30:00.000Z"


@pytest.mark.parametrize(
    ("offset", "day"), [(-12, "2026-11-23"), (-9, "2026-11-23"), (0, "2026-11-24"), (15.75, "2026-11-25")]
)
def test_today_is_the_local_day(set_clock: SetClock, offset: float, day: str) -> None:
    set_clock(TUESDAY.astimezone(hours(offset)))
    assert dates.today().isoformat() == day
    assert dates.parse_day("today") == day
    assert dates.parse_day("0 days ago") == day


# Forms that mean one thing, whichever way one looks.

DAYS = [
    ("2026-11-20", "2026-11-20"),
    ("2026/11/20", "2026-11-20"),
    ("2026.11.20", "2026-11-20"),
    ("20261120", "2026-11-20"),
    ("2020-1-5", "2020-01-05"),
    ("1900-01-01", "1900-01-01"),
    ("2200-12-31", "2200-12-31"),
    ("2026-11-20T23:59", "2026-11-20"),
    ("2026-11-20 23:59:59.999", "2026-11-20"),
    ("2026-11-20T08:21:46.123Z", "2026-11-20"),
    ("2026-11-20 10:00 UTC", "2026-11-20"),
    ("20261120T101500Z", "2026-11-20"),
    ("2026-11-20T23:30:00-08:00", "2026-11-21"),
    ("2026-11-20T00:30:00+0200", "2026-11-19"),
    ("2026-11-20T00:30+02", "2026-11-19"),
    ("today", "2026-11-24"),
    ("now", "2026-11-24"),
    ("yesterday", "2026-11-23"),
    ("tomorrow", "2026-11-25"),
    ("the day before yesterday", "2026-11-22"),
    ("day before yesterday", "2026-11-22"),
    ("the day after tomorrow", "2026-11-26"),
    ("last friday", "2026-11-20"),
    ("last tuesday", "2026-11-17"),
    ("last wednesday", "2026-11-18"),
    ("next friday", "2026-11-27"),
    ("next tuesday", "2026-12-01"),
    ("next monday", "2026-11-30"),
    ("this monday", "2026-11-23"),
    ("this tuesday", "2026-11-24"),
    ("this sunday", "2026-11-29"),
    ("3 days ago", "2026-11-21"),
    ("1 day ago", "2026-11-23"),
    ("0 days ago", "2026-11-24"),
    ("a day ago", "2026-11-23"),
    ("an week ago", "2026-11-17"),
    ("a week ago", "2026-11-17"),
    ("two weeks ago", "2026-11-10"),
    ("twelve days ago", "2026-11-12"),
    ("a fortnight ago", "2026-11-10"),
    ("in a fortnight", "2026-12-08"),
    ("in 2 weeks", "2026-12-08"),
    ("2 weeks from now", "2026-12-08"),
    ("a month ago", "2026-10-24"),
    ("six months from now", "2027-05-24"),
    ("eleven months ago", "2025-12-24"),
    ("a year ago", "2025-11-24"),
    ("in 3 years", "2029-11-24"),
    ("3d ago", "2026-11-21"),
    ("3 d ago", "2026-11-21"),
    ("in 2w", "2026-12-08"),
    ("2w from now", "2026-12-08"),
    ("2m ago", "2026-09-24"),
    ("in 1y", "2027-11-24"),
    ("last week", "2026-11-17"),
    ("next week", "2026-12-01"),
    ("end of month", "2026-11-30"),
    ("end of the month", "2026-11-30"),
    ("the end of the month", "2026-11-30"),
    ("end of this month", "2026-11-30"),
    ("end of next month", "2026-12-31"),
    ("end of last month", "2026-10-31"),
    ("end of week", "2026-11-29"),
    ("end of the week", "2026-11-29"),
    ("end of next week", "2026-12-06"),
    ("end of last week", "2026-11-22"),
    ("end of year", "2026-12-31"),
    ("end of next year", "2027-12-31"),
    ("end of november", "2026-11-30"),
    ("end of feb 2028", "2028-02-29"),
    ("end of february 2027", "2027-02-28"),
    ("end of 2026", "2026-12-31"),
    ("end of 2026-02", "2026-02-28"),
    ("start of month", "2026-11-01"),
    ("start of next month", "2026-12-01"),
    ("start of week", "2026-11-23"),
    ("beginning of year", "2026-01-01"),
    ("beginning of the year", "2026-01-01"),
    ("start of november 2020", "2020-11-01"),
    ("beginning of 2020", "2020-01-01"),
    ("Nov 4 2020", "2020-11-04"),
    ("Nov. 4 2020", "2020-11-04"),
    ("Nov 4, 2020", "2020-11-04"),
    ("Nov 4,2020", "2020-11-04"),
    ("November 4th, 2020", "2020-11-04"),
    ("4 November 2020", "2020-11-04"),
    ("4 Nov 2020", "2020-11-04"),
    ("4. November 2020", "2020-11-04"),
    ("4-Nov-2020", "2020-11-04"),
    ("4/Nov/2020", "2020-11-04"),
    ("the 4th of November 2020", "2020-11-04"),
    ("1st March 2020", "2020-03-01"),
    ("2nd March 2020", "2020-03-02"),
    ("3rd of March, 2020", "2020-03-03"),
    ("29 Feb 2028", "2028-02-29"),
    ("30 Sept 2020", "2020-09-30"),
    ("4 May 2020", "2020-05-04"),
    ("13/5/2020", "2020-05-13"),
    ("5/13/2020", "2020-05-13"),
    ("5/5/2020", "2020-05-05"),
    ("05/05/2020", "2020-05-05"),
    ("13-5-2020", "2020-05-13"),
    ("13.05.2020", "2020-05-13"),
    ("Wed 4 Nov 2020", "2020-11-04"),
    ("Wednesday, November 4th, 2020", "2020-11-04"),
    ("weds 2020-11-04", "2020-11-04"),
    ("Fri 20 Nov 2026", "2026-11-20"),
    ("Sat. 21 Nov 2026", "2026-11-21"),
    ("Fri 2026-11-20 10:00:00 UTC", "2026-11-20"),
]


@pytest.mark.parametrize("prefer", PAST_AND_FUTURE)
@pytest.mark.parametrize(("text", "day"), DAYS)
def test_a_day_is_read(text: str, day: str, prefer: dates.Prefer) -> None:
    assert dates.parse_day(text, prefer=prefer) == day
    assert dates.parse_when(text, prefer=prefer) == day


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_case_and_blanks_do_not_matter(text: str, day: str) -> None:
    assert dates.parse_day(text.upper()) == day
    assert dates.parse_day("\t " + text.lower().replace(" ", "  \u00a0") + " \n") == day


DATEUTIL = [
    ("Wed Nov 4 13:00:00 2020", "2020-11-04"),
    ("Wed Nov  4 13:00:00 UTC 2020", "2020-11-04"),
    ("Wed Nov 4 13:00:00 2020 +0100", "2020-11-04"),
    ("Wed, 04 Nov 2020 13:00:00 +0100", "2020-11-04"),
    ("4 Nov 2020 11pm", "2020-11-04"),
    ("2020 Nov 4", "2020-11-04"),
    ("4Nov2020", "2020-11-04"),
    ("Nov.4;2020", "2020-11-04"),
    ("13/11/2020 10:00", "2020-11-13"),
]


@pytest.mark.parametrize(("text", "day"), DATEUTIL)
def test_dateutil_reads_a_full_date_in_a_form_of_its_own(text: str, day: str) -> None:
    assert dates.parse_day(text) == day


def test_dateutil_s_day_is_the_written_one_whatever_zone_it_names(recwarn: pytest.WarningsRecorder) -> None:
    assert dates.parse_day("Wed, 04 Nov 2020 23:30:00 -0800") == "2020-11-04"
    assert dates.parse_day("Wed Nov 4 23:30:00 EST 2020") == "2020-11-04"
    assert not recwarn.list


@pytest.mark.parametrize(
    ("text", "past", "future"),
    [
        ("friday", "2026-11-20", "2026-11-27"),
        ("tuesday", "2026-11-24", "2026-12-01"),
        ("wednesday", "2026-11-18", "2026-11-25"),
        ("monday", "2026-11-23", "2026-11-30"),
        ("fri", "2026-11-20", "2026-11-27"),
        ("Fri.", "2026-11-20", "2026-11-27"),
        ("tue", "2026-11-24", "2026-12-01"),
        ("tues", "2026-11-24", "2026-12-01"),
        ("wed", "2026-11-18", "2026-11-25"),
        ("weds", "2026-11-18", "2026-11-25"),
        ("thu", "2026-11-19", "2026-11-26"),
        ("thur", "2026-11-19", "2026-11-26"),
        ("thurs", "2026-11-19", "2026-11-26"),
        ("sat", "2026-11-21", "2026-11-28"),
        ("sun", "2026-11-22", "2026-11-29"),
        ("mon", "2026-11-23", "2026-11-30"),
        ("Nov 4", "2026-11-04", "2027-11-04"),
        ("4 Nov", "2026-11-04", "2027-11-04"),
        ("24 November", "2026-11-24", "2026-11-24"),
        ("Nov 24th", "2026-11-24", "2026-11-24"),
        ("25th of November", "2025-11-25", "2026-11-25"),
        ("November 20", "2026-11-20", "2027-11-20"),
        ("31 Dec", "2025-12-31", "2026-12-31"),
        ("Jan 1", "2026-01-01", "2027-01-01"),
        ("29 Feb", "2024-02-29", "2028-02-29"),
        ("end of february", "2026-02-28", "2027-02-28"),
        ("end of december", "2025-12-31", "2026-12-31"),
    ],
)
def test_what_comes_round_again_is_looked_for_where_preferred(text: str, past: str, future: str) -> None:
    assert dates.parse_day(text) == past
    assert dates.parse_day(text, prefer="past") == past
    assert dates.parse_day(text, prefer="future") == future
    assert dates.parse_when(text) == past
    assert dates.parse_when(text, prefer="future") == future


def test_every_weekday_is_found_from_every_other(set_clock: SetClock) -> None:
    for here in range(7):
        set_clock(TUESDAY + timedelta(days=here))
        today = dates.today()
        monday = today - timedelta(days=today.weekday())
        for wanted, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun")):
            day = {
                text: date.fromisoformat(dates.parse_day(text))
                for text in (name, f"last {name}", f"next {name}", f"this {name}")
            }
            assert {found.weekday() for found in day.values()} == {wanted}
            assert 0 <= (today - day[name]).days < 7
            assert 0 < (today - day[f"last {name}"]).days <= 7
            assert 0 < (day[f"next {name}"] - today).days <= 7
            assert 0 <= (day[f"this {name}"] - monday).days < 7
            assert dates.parse_day(name, prefer="future") == day[f"next {name}"].isoformat()


# Months and years.


@pytest.mark.parametrize(
    ("text", "past", "future"),
    [
        ("2020-11", "2020-11", "2020-11"),
        ("2020/11", "2020-11", "2020-11"),
        ("2020", "2020", "2020"),
        ("1900", "1900", "1900"),
        ("2200", "2200", "2200"),
        ("November 2020", "2020-11", "2020-11"),
        ("Nov 2020", "2020-11", "2020-11"),
        ("nov. 2020", "2020-11", "2020-11"),
        ("November, 2020", "2020-11", "2020-11"),
        ("November of 2020", "2020-11", "2020-11"),
        ("november", "2026-11", "2026-11"),
        ("dec", "2025-12", "2026-12"),
        ("october", "2026-10", "2027-10"),
        ("may", "2026-05", "2027-05"),
        ("sept", "2026-09", "2027-09"),
        ("last november", "2025-11", "2025-11"),
        ("next november", "2027-11", "2027-11"),
        ("this january", "2026-01", "2026-01"),
        ("last month", "2026-10", "2026-10"),
        ("this month", "2026-11", "2026-11"),
        ("next month", "2026-12", "2026-12"),
        ("last year", "2025", "2025"),
        ("this year", "2026", "2026"),
        ("next year", "2027", "2027"),
    ],
)
def test_a_month_or_year_is_kept_as_given_but_is_not_a_day(text: str, past: str, future: str) -> None:
    assert dates.parse_when(text) == past
    assert dates.parse_when(text, prefer="future") == future
    kind = "year" if len(past) == 4 else "month"
    with pytest.raises(DayError, match=rf"^{past} is a {kind}; say which day, like {past}-[-\d]+\.$"):
        dates.parse_day(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2020-11", "2020-11 is a month; say which day, like 2020-11-04."),
        ("last month", "2026-10 is a month; say which day, like 2026-10-04."),
        ("2020", "2020 is a year; say which day, like 2020-11-04."),
    ],
)
def test_parse_day_asks_which_day_of_a_month_or_year(text: str, said: str) -> None:
    with pytest.raises(DayError) as caught:
        dates.parse_day(text)
    assert str(caught.value) == said
    assert caught.value.exit_code == 2


# Where months, years and days end.


@pytest.mark.parametrize(
    ("here", "text", "day"),
    [
        ("2027-01-31", "in 1 month", "2027-02-28"),
        ("2028-01-31", "in 1 month", "2028-02-29"),
        ("2027-03-31", "a month ago", "2027-02-28"),
        ("2026-10-31", "in a month", "2026-11-30"),
        ("2028-02-29", "in a year", "2029-02-28"),
        ("2028-02-29", "a year ago", "2027-02-28"),
        ("2028-02-29", "in 4 years", "2032-02-29"),
        ("2028-02-29", "in 12 months", "2029-02-28"),
        ("2028-02-29", "29 Feb", "2028-02-29"),
        ("2028-02-28", "29 Feb", "2024-02-29"),
        ("2103-06-01", "29 Feb", "2096-02-29"),
        ("2028-02-10", "end of month", "2028-02-29"),
        ("2100-02-10", "end of month", "2100-02-28"),
        ("2027-01-01", "yesterday", "2026-12-31"),
        ("2026-12-31", "tomorrow", "2027-01-01"),
        ("2027-01-01", "last month", "2026-12"),
        ("2026-12-31", "next month", "2027-01"),
        ("2026-12-31", "end of next month", "2027-01-31"),
        ("2027-01-31", "next month", "2027-02"),
        ("2027-01-31", "end of next month", "2027-02-28"),
        ("2027-01-01", "december", "2026-12"),
        ("2027-01-01", "last friday", "2026-12-25"),
        ("2027-01-01", "friday", "2027-01-01"),
        ("2027-01-01", "this monday", "2026-12-28"),
        ("2027-01-01", "end of week", "2027-01-03"),
        ("2027-01-03", "end of week", "2027-01-03"),
        ("2027-01-04", "end of week", "2027-01-10"),
        ("2027-01-03", "start of week", "2026-12-28"),
        ("2026-12-31", "end of year", "2026-12-31"),
        ("2027-01-01", "last year", "2026"),
        ("2027-01-02", "3 days ago", "2026-12-30"),
    ],
)
def test_ends_of_months_and_years(set_clock: SetClock, here: str, text: str, day: str) -> None:
    set_clock(datetime.fromisoformat(here + "T12:00+00:00"))
    assert dates.parse_when(text) == day


@pytest.mark.parametrize(
    ("offset", "yesterday", "of_stamp"), [(-8, "2026-11-22", "2026-11-23"), (5.5, "2026-11-23", "2026-11-24")]
)
def test_days_are_local_ones(set_clock: SetClock, offset: float, yesterday: str, of_stamp: str) -> None:
    set_clock(datetime(2026, 11, 24, 2, 0, tzinfo=timezone.utc).astimezone(hours(offset)))
    assert dates.parse_day("yesterday") == yesterday
    assert dates.parse_day("2026-11-24T01:00:00.000Z") == of_stamp
    assert dates.parse_day("2026-11-24T01:00:00") == "2026-11-24"
    assert dates.ago("2026-11-24T01:00:00.000Z") == "today"


def test_the_weekday_of_a_timestamp_is_that_of_the_day_written_there() -> None:
    assert dates.parse_day("Sat 2026-11-21T23:30:00-08:00") == "2026-11-22"
    assert sentence("Sun 2026-11-21T23:30:00-08:00") == "2026-11-21 is a Saturday, not a Sunday."


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="needs a system that can change its zone")
def test_winter_does_not_move_a_summer_evening(set_clock: SetClock, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
        time.tzset()
        set_clock(TUESDAY.astimezone())
        assert dates.parse_day("2026-07-01T22:30:00Z") == "2026-07-02"
        assert dates.parse_day("2026-11-01T22:30:00Z") == "2026-11-01"
    time.tzset()


def test_a_zone_with_summer_time_may_be_the_clock_s(set_clock: SetClock) -> None:
    zoneinfo = pytest.importorskip("zoneinfo")
    try:
        zone = zoneinfo.ZoneInfo("America/Los_Angeles")
    except zoneinfo.ZoneInfoNotFoundError:
        pytest.skip("no zones here")
    set_clock(TUESDAY.astimezone(zone))
    assert dates.parse_day("2026-07-02T07:30:00Z") == "2026-07-02"
    assert dates.parse_day("2026-11-02T07:30:00Z") == "2026-11-01"


# What is no day.

HINT = 'Say 2026-11-24, "last friday", "3 days ago" or just 2026-11.'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2026-02-30", "2026-02-30 is not a day: February 2026 has 28 days."),
        ("2028/2/30", "2028-02-30 is not a day: February 2028 has 29 days."),
        ("20260230", "2026-02-30 is not a day: February 2026 has 28 days."),
        ("2026-02-30T10:00Z", "2026-02-30 is not a day: February 2026 has 28 days."),
        ("2026-11-20t25:00", "2026-11-20T25:00 is not a time of day."),
        ("2026-11-20 23:59:60 utc", "2026-11-20 23:59:60 UTC is not a time of day."),
        ("2026-11-20T10:00+99:00", "2026-11-20T10:00+99:00 is not a time of day."),
        ("2026-11-00", "2026-11-00 is not a day: November 2026 has 30 days."),
        ("31 June 2020", "2020-06-31 is not a day: June 2020 has 30 days."),
        ("31/6/2020", "2020-06-31 is not a day: June 2020 has 30 days."),
        ("6/31/2020", "2020-06-31 is not a day: June 2020 has 30 days."),
        ("29 Feb 2027", "2027-02-29 is not a day: February 2027 has 28 days."),
        ("Feb 30", "30 February is not a day: February has at most 29 days."),
        ("31 June", "31 June is not a day: June has 30 days."),
        ("Nov 0", "0 November is not a day: November has 30 days."),
        ("2020-13", "2020-13 is not a month: a year has 12 months."),
        ("2020-00", "2020-00 is not a month: a year has 12 months."),
        ("2020-13-05", "2020-13 is not a month: a year has 12 months."),
        ("end of 2026-13", "2026-13 is not a month: a year has 12 months."),
        ("13/13/2020", "13/13/2020 is not a day: a year has 12 months."),
        ("0/5/2020", "2020-05-00 is not a day: May 2020 has 31 days."),
        ("4/5/2020", "4/5/2020 could be 2020-05-04 or 2020-04-05. Write one of these."),
        ("04-05-2020", "04-05-2020 could be 2020-05-04 or 2020-04-05. Write one of these."),
        ("4.5.2020", "4.5.2020 could be 2020-05-04 or 2020-04-05. Write one of these."),
        ("4/5/2020 13:00", '"4/5/2020 13:00" could be 2020-05-04 or 2020-04-05. Write one of these.'),
        ("4/5/20", '"20" is not a year. Write it with four digits, like 2020.'),
        ("4 Nov 20", '"20" is not a year. Write it with four digits, like 2020.'),
        ("Nov 4, 20", '"20" is not a year. Write it with four digits, like 2020.'),
        ("4-Nov-20", '"20" is not a year. Write it with four digits, like 2020.'),
        ("Thu 4 Nov 2020", "2020-11-04 is a Wednesday, not a Thursday."),
        ("thursday 2020-11-04", "2020-11-04 is a Wednesday, not a Thursday."),
        ("Thu 20 Nov", "2026-11-20 is a Friday, not a Thursday."),
        ("Thu Nov 4 13:00:00 2020", "2020-11-04 is a Wednesday, not a Thursday."),
        ("4 Nov 2020 13:00 Thu", "2020-11-04 is a Wednesday, not a Thursday."),
        ("1899-12-31", '"1899-12-31" is outside the years 1900 to 2200.'),
        ("2201-01-01", '"2201-01-01" is outside the years 1900 to 2200.'),
        ("1066", '"1066" is outside the years 1900 to 2200.'),
        ("0000-00-00", '"0000-00-00" is outside the years 1900 to 2200.'),
        ("Nov 9999", '"Nov 9999" is outside the years 1900 to 2200.'),
        ("end of 9999", '"end of 9999" is outside the years 1900 to 2200.'),
        ("Nov 4 13:00:00 1020", '"Nov 4 13:00:00 1020" is outside the years 1900 to 2200.'),
        ("in 300 years", '"in 300 years" is outside the years 1900 to 2200.'),
        ("in 999999999 years", '"in 999999999 years" is outside the years 1900 to 2200.'),
        ("9999999999 days ago", '"9999999999 days ago" is outside the years 1900 to 2200.'),
        ("someday", f'"someday" is not a day. {HINT}'),
        ("", f'"" is not a day. {HINT}'),
        ("  ", f'"  " is not a day. {HINT}'),
        ("a\x00b\n\ud800é", f'"a\\x00b\\n\\ud800é" is not a day. {HINT}'),
        ("x" * 61, f'"{"x" * 60}..." is not a day. {HINT}'),
        ("x" * 60, f'"{"x" * 60}" is not a day. {HINT}'),
    ],
)
def test_an_error_says_what_was_understood(text: str, said: str) -> None:
    assert sentence(text) == said
    with pytest.raises(DayError) as caught:
        dates.parse_day(text)
    short = 'Say 2026-11-24, "last friday" or "3 days ago".'
    assert str(caught.value) == said.replace(HINT, short)


@pytest.mark.parametrize(
    "text",
    [
        "5",
        "20",
        "202611",
        "4/5",
        "11/2020",
        "13:00",
        "10:00 2020",
        "novish",
        "Nov 4 '20",
        "Wed Nov 2020",
        "Wednesday of Nov 2020",
        "Nov 2020 10h",
        "Wed Nov 2020 10h",
        "Nov 2020 " + "9" * 40 + "h",  # decimal.InvalidOperation inside dateutil
        "2026-W47-5",
        "2026-309",
        "2026-11-20 - 2026-11-22",
        "2020-11-13/15",
        "2020-11-13-05",
        "13 Nov 2020 14",
        "4 Nov 2020 2021",
        "13-14 Nov 2020",
        "friday next week",
        "friday november 2020",
        "this week",
        "week",
        "month",
        "3 days",
        "in 3 days ago",
        "in days",
        "aweek ago",
        "thirteen days ago",
        "1.5 weeks ago",
        "-3 days ago",
        "3 hours ago",
        "99 foo ago",
        "end of",
        "end of today",
        "end of 2026-11-20",
        "end of end of month",
        "2020-11-31 10pm",
        "foo 4 2020",
        "nan 2020",
        "inf 3 2020",
        "1e5",
        "0x7e4",
        "\x00",
        "2026-11-20\x00",
        "2026-11-2\x000",
        "\uff12\uff10\uff12\uff16-11-20",
        "\u0663 days ago",
        "\u0663 Nov 2020",
        "\u212a",
        "\ud800",
        "today\udfff",
        "9" * 100,
        "9" * 101,
        "9" * 90 + " m ago",
        "in " + "9" * 90 + "y",
        "a" * 1_000_000,
        " " * 101 + "today",
        "end of " * 14,
        "mon 1 " * 16,
    ],
)
def test_anything_else_is_no_day(text: str) -> None:
    for prefer in PAST_AND_FUTURE:
        with pytest.raises(DayError):
            dates.parse_when(text, prefer=prefer)
        with pytest.raises(DayError) as caught:
            dates.parse_day(text, prefer=prefer)
        said = str(caught.value)
        assert said.endswith(".")
        assert said.isprintable()
        assert len(said) < 200
        said.encode()


# Showing.


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        ("2026-11-20", "Fri 20 Nov 2026"),
        ("2026-11-01", "Sun 1 Nov 2026"),
        ("2028-02-29", "Tue 29 Feb 2028"),
        ("2020-11", "Nov 2020"),
        ("2020-05", "May 2020"),
        ("2020", "2020"),
    ],
)
def test_day_text(day: str, shown: str) -> None:
    assert dates.day_text(day) == shown
    assert dates.parse_when(shown) == day


@pytest.mark.parametrize(
    "day", ["", "someday", "20", "2020-1", "2020-13", "2026-02-30", "20261120", "2026-11-20T10:00", "\ud800"]
)
def test_day_text_of_what_is_no_day_is_an_error(day: str) -> None:
    with pytest.raises(DayError, match=r"is not a day\.$"):
        dates.day_text(day)


@pytest.mark.parametrize(
    ("when", "shown"),
    [
        ("2026-11-24", "today"),
        ("2026-11-23", "yesterday"),
        ("2026-11-22", "2 days ago"),
        ("2026-11-21", "3 days ago"),
        ("2026-10-25", "30 days ago"),
        ("2026-10-24", "Sat 24 Oct 2026"),
        ("2020-11-04", "Wed 4 Nov 2020"),
        ("2026-11-25", "Wed 25 Nov 2026"),
        ("2026-11", "Nov 2026"),
        ("2020", "2020"),
        ("2026-11-24T08:21:46.123Z", "today"),
        ("2026-11-24T23:59:59.999Z", "today"),
        ("2026-11-23T23:59:59.999Z", "yesterday"),
        ("2026-10-01T00:00:00.000Z", "Thu 1 Oct 2026"),
    ],
)
def test_ago(when: str, shown: str) -> None:
    assert dates.ago(when) == shown


@pytest.mark.parametrize(
    ("offset", "shown"), [(-8, "yesterday"), (-3, "yesterday"), (-2, "today"), (0, "today"), (10, "today")]
)
def test_ago_counts_local_days(set_clock: SetClock, offset: float, shown: str) -> None:
    set_clock(datetime(2026, 11, 24, 12, 0, tzinfo=hours(offset)))
    assert dates.ago("2026-11-24T02:30:00.000Z") == shown


def test_ago_of_what_was_just_stamped_is_today(set_clock: SetClock) -> None:
    for offset in (-12, -5, 0, 5.5, 14):
        for hour in (0, 23):
            set_clock(datetime(2026, 11, 24, hour, 59, tzinfo=hours(offset)))
            assert dates.ago(dates.timestamp()) == "today"


@pytest.mark.parametrize("when", ["", "rubbish", "yesterdays rubbish", "2026-11-24T99:00:00.000Z"])
def test_ago_of_what_is_no_day_is_an_error(when: str) -> None:
    with pytest.raises(DayError):
        dates.ago(when)


# For any text at all.

WORDS = re.findall(
    r"\S+",
    """today friday last next this in ago from now end of start the day days week m y a two 3 4th 31 30 29 0
    13 99 2020 2028 0000 9999 20 nov February may sept 2026-02-30 4/5/2020 T10:00Z +25:00 13:00 am pm utc
    EST 1e9 -""",
)
LOOKS_LIKE_A_DATE = st.lists(st.sampled_from(WORDS), max_size=6).flatmap(
    lambda words: st.sampled_from(["", " ", ", ", "-", "/", "."]).map(lambda by: by.join(words))
)
# The fixtures that all tests share do nothing that a second example could notice.
SHARED = [HealthCheck.function_scoped_fixture]
FEW = settings(max_examples=300, deadline=None, database=None, suppress_health_check=SHARED)


@FEW
@given(
    text=st.text(max_size=120) | st.text("0123456789-/.:TZ+ ", max_size=30) | LOOKS_LIKE_A_DATE,
    prefer=st.sampled_from(PAST_AND_FUTURE),
)
def test_any_text_is_a_day_or_a_day_error(text: str, prefer: dates.Prefer) -> None:
    try:
        when = dates.parse_when(text, prefer=prefer)
    except DayError:
        with pytest.raises(DayError):
            dates.parse_day(text, prefer=prefer)
        return
    assert re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", when, re.ASCII)
    whole = date.fromisoformat(f"{when}-01-01"[:10])
    assert 1900 <= whole.year <= 2200
    if len(when) == 10:
        assert dates.parse_day(text, prefer=prefer) == when


@FEW
@given(
    day=st.dates(date(1900, 1, 1), date(2200, 12, 31)),
    length=st.sampled_from([4, 7, 10]),
    prefer=st.sampled_from(PAST_AND_FUTURE),
)
def test_an_iso_day_and_how_it_is_shown_are_read_back(day: date, length: int, prefer: dates.Prefer) -> None:
    iso = day.isoformat()[:length]
    assert dates.parse_when(iso, prefer=prefer) == iso
    assert dates.parse_when(dates.day_text(iso), prefer=prefer) == iso


# What is imported.


@pytest.mark.parametrize(
    ("call", "loaded"),
    [
        ("None", False),
        ("dates.timestamp()", False),
        ("dates.parse_day('2026-11-20')", False),
        ("dates.parse_when('2020-11')", False),
        ("dates.parse_day('today')", False),
        ("dates.parse_day('yesterday')", False),
        ("dates.parse_day('3 days ago')", False),
        ("dates.parse_day('last friday')", False),
        ("dates.parse_day('4 Nov 2020')", False),
        ("dates.parse_day('end of next month')", False),
        ("dates.day_text('2026-11-20')", False),
        ("dates.ago('2026-11-20T08:21:46.123Z')", False),
        ("dates.parse_day('a month ago')", True),
    ],
)
def test_dateutil_is_only_imported_where_it_is_needed(call: str, loaded: bool) -> None:
    assert in_a_new_python(f"{call}; print('dateutil' in sys.modules)") == str(loaded)
