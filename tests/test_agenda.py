"""A list spread over the calendar, what is due, and the calendar that others read. It is Tuesday 24 November 2026."""

from __future__ import annotations

import re
import sqlite3
from itertools import islice
from pathlib import Path

import pytest
from conftest import Run, rows

from readtrack import recurrence, render, render_next
from readtrack.errors import DayError
from readtrack.store import opening, planning


def first(every: str, start: str, count: int = 4) -> list[str]:
    return list(islice(recurrence.days(every, start), count))


@pytest.mark.parametrize(
    ("every", "start", "days"),
    [
        ("tue,thu", "2026-11-23", ["2026-11-24", "2026-11-26", "2026-12-01", "2026-12-03"]),
        ("Tuesday and Thursday", "2026-11-24", ["2026-11-24", "2026-11-26", "2026-12-01", "2026-12-03"]),
        ("every monday", "2026-12-31", ["2027-01-04", "2027-01-11", "2027-01-18", "2027-01-25"]),
        ("weekday", "2026-11-27", ["2026-11-27", "2026-11-30", "2026-12-01", "2026-12-02"]),
        ("weekends", "2026-11-24", ["2026-11-28", "2026-11-29", "2026-12-05", "2026-12-06"]),
        ("day", "2028-02-28", ["2028-02-28", "2028-02-29", "2028-03-01", "2028-03-02"]),
        ("3 days", "2027-02-26", ["2027-02-26", "2027-03-01", "2027-03-04", "2027-03-07"]),
        ("week", "2026-12-29", ["2026-12-29", "2027-01-05", "2027-01-12", "2027-01-19"]),
        ("2 weeks", "2026-12-20", ["2026-12-20", "2027-01-03", "2027-01-17", "2027-01-31"]),
        ("month", "2027-01-31", ["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30"]),
        ("monthly", "2028-01-30", ["2028-01-30", "2028-02-29", "2028-03-30", "2028-04-30"]),
        ("year", "2028-02-29", ["2028-02-29", "2029-02-28", "2030-02-28", "2031-02-28"]),
        # over the nights in which clocks are changed
        ("day", "2027-03-27", ["2027-03-27", "2027-03-28", "2027-03-29", "2027-03-30"]),
        ("day", "2027-10-30", ["2027-10-30", "2027-10-31", "2027-11-01", "2027-11-02"]),
    ],
)
def test_days_come_round(every: str, start: str, days: list[str]) -> None:
    assert first(every, start) == days


@pytest.mark.parametrize(
    "every", ["", "0 days", "000 weeks", "tue,foo", "often", "day after day", "1000 years", "-1 week"]
)
def test_what_is_no_rhythm_is_said(every: str) -> None:
    with pytest.raises(DayError, match="is no rhythm"):
        recurrence.days(every, "2026-11-24")


def test_days_end_with_the_calendar() -> None:
    assert first("99 years", "2101-01-01") == ["2101-01-01", "2200-01-01"]
    assert first("wed", "2200-12-30") == ["2200-12-31"]
    assert first("month", "2200-11-30") == ["2200-11-30", "2200-12-30"]


def test_no_day_that_is_over_is_planned(library: Path, run: Run) -> None:
    run("plan", "--list", "osdi2020", "--every", "day", "--from", "2020-01-01")
    assert rows(library, DUE)[0] == ("ansor", "2026-11-24")


DUE = "SELECT key, due_on FROM papers WHERE due_on IS NOT NULL ORDER BY due_on, id"


def test_a_list_is_spread_over_the_calendar_in_its_order(library: Path, run: Run) -> None:
    run("mark", "ansor", "--read")
    ran = run("plan", "--list", "osdi2020", "--every", "tue,thu", "--from", "monday")
    assert ran.out.splitlines()[0] == "Hummingbird: unread -> queued, due Tue 1 Dec 2026"
    assert rows(library, DUE)[:3] == [
        ("hummingbird", "2026-12-01"),
        ("rammer", "2026-12-03"),
        ("clockwork", "2026-12-08"),
    ]
    assert len(rows(library, DUE)) == 10
    assert rows(library, "SELECT count(*) FROM changes WHERE what LIKE 'plan%'") == [(1,)]
    assert run("undo").code == 0
    assert rows(library, DUE) == []


def test_papers_with_a_day_keep_it_and_their_days_are_left_out(library: Path, run: Run) -> None:
    run("plan", "rammer", "--due", "2026-11-25")
    run("plan", "--list", "osdi2020", "--every", "day")
    due = dict(rows(library, DUE))
    assert due["rammer"] == "2026-11-25"
    assert len(set(due.values())) == 11
    assert run("plan", "--list", "osdi2020", "--every", "day").err == (
        "Error: every paper of osdi2020 that is left to read has a day.\n"
    )


def test_again_gives_what_was_missed_new_days(library: Path, run: Run) -> None:
    run("plan", "--list", "osdi2020", "--every", "day")
    conn = sqlite3.connect(library, isolation_level=None)
    conn.execute("UPDATE readings SET due_on = date(due_on, '-4 days')")
    conn.close()
    run("mark", "ansor", "--read")  # of the four days that are over, one was used
    ran = run("plan", "--list", "osdi2020", "--every", "day")
    assert "--again gives those 3 that were missed new days" in ran.err
    assert run("plan", "--list", "osdi2020", "--every", "day", "--again").code == 0
    due = dict(rows(library, DUE))
    assert min(due[key] for key in due if key != "ansor") == "2026-11-24"
    assert due["hummingbird"] == "2026-12-01"  # behind those that had a day already


def test_mistakes_are_said(library: Path, run: Run) -> None:
    assert run("plan", "--list", "nowhere", "--every", "day").err == (
        'Error: there is no list "nowhere". There are: osdi2020.\n'
    )
    assert "say how often" in run("plan", "--list", "osdi2020").err
    assert run("plan", "ansor", "--list", "osdi2020", "--every", "day").code == 2
    ran = run("plan", "--list", "osdi2020", "--every", "9 years", "--from", "2195-01-01")
    assert (ran.code, ran.err) == (1, "Error: there are only 1 such days for 11 papers.\n")
    assert rows(library, "SELECT * FROM readings") == []
    assert run("plan", "ansor", "--every", "day").code == 2


def test_agenda_shows_the_days_ahead_and_what_is_over_first(library: Path, run: Run) -> None:
    for key, day in (("ansor", "2026-11-20"), ("rammer", "today"), ("gavel", "tomorrow"), ("antman", "2026-11-30")):
        run("plan", key, "--due", day)
    run("plan", "kungfu", "--due", "tomorrow")
    run("plan", "hived", "--due", "2027-03-01")
    run("mark", "gavel", "--read")
    shown = [row[:20].strip() for row in run("agenda").out.splitlines()]
    assert list(filter(None, shown)) == ["Fri 20 Nov 2026, ove", "today", "tomorrow", "Mon 30 Nov 2026"]
    assert "Fri 20 Nov 2026, over" in run("agenda").out
    assert [paper["key"] for paper in run("agenda", "--json").json] == ["ansor", "rammer", "kungfu", "antman"]
    assert [paper["key"] for paper in run("agenda", "--json", "--days", "365").json][-1] == "hived"
    assert run("agenda", "--days", "0", "--json").json[-1]["key"] == "rammer"


def test_nothing_due_is_said(library: Path, run: Run) -> None:
    assert run("agenda").out == "Nothing is due in the next 14 days.\n"


@pytest.mark.parametrize("width", [60, 80, 200])
def test_the_agenda_fits_the_terminal(library: Path, run: Run, width: int) -> None:
    run("plan", "--list", "osdi2020", "--every", "day")
    with opening.reading(library) as store:
        shown = render_next.agenda(planning.agenda(store, "2027-12-31"), 400, render.Screen(width, False, False))
    assert max(map(render.width_of, shown.split("\n"))) <= width


def test_the_calendar_holds_one_event_of_a_whole_day_for_each_paper_that_is_due(library: Path, run: Run) -> None:
    run("plan", "ansor", "--due", "2028-02-29", "--priority", "high")
    run("plan", "gavel", "--due", "2026-12-31")
    run("mark", "rammer", "--queued")
    text = run("export", "ics").out
    assert text.count("BEGIN:VEVENT") == 2
    unfolded = text.replace("\r\n ", "")
    assert "SUMMARY:Read: Ansor: Generating High-Performance Tensor Programs for Deep Learning" in unfolded
    assert "DTSTART;VALUE=DATE:20280229\r\n" in text
    assert "DTSTART;VALUE=DATE:20261231\r\n" in text
    assert "PRIORITY:1\r\n" in text
    assert "DTSTAMP:20261124T120000Z\r\n" in text
    assert "DESCRIPTION:Lianmin Zheng\\, Chengfan Jia\\," in unfolded
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    uids = re.findall(r"UID:(\S+)", text)
    assert len(set(uids)) == 2
    assert re.findall(r"UID:(\S+)", run("export", "ics").out) == uids


def test_no_text_breaks_out_of_its_line(library: Path, run: Run) -> None:
    conn = sqlite3.connect(library, isolation_level=None)
    conn.execute(
        "UPDATE papers SET title = ? WHERE key = 'ansor'", ("Evil\r\nEND:VCALENDAR; a, b \\ 深度学习" + "é" * 60,)
    )
    conn.close()
    run("plan", "ansor", "--due", "tomorrow")
    text = run("export", "ics").out
    assert text.count("END:VCALENDAR\r\n") == 1
    assert "Evil\\nEND:VCALENDAR\\; a\\, b \\\\ 深度学习" in text.replace("\r\n ", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_a_list_that_is_not_there_names_those_that_are(library: Path, run: Run) -> None:
    run("add", "A paper", "--list", "mine")
    assert run("plan", "--list", "nowhere", "--every", "day").err == (
        'Error: there is no list "nowhere". There are: mine, osdi2020.\n'
    )
    run("init", "--empty", "--db", "empty.db")
    assert run("--db", "empty.db", "plan", "--list", "x", "--every", "day").err == (
        'Error: there is no list "x". There are: none.\n'
    )


def test_a_day_that_a_paper_of_the_list_has_is_left_out_unless_it_was_missed(library: Path, run: Run) -> None:
    run("plan", "gavel", "--due", "2026-11-25")
    run("plan", "kungfu", "--due", "2026-11-20")
    run("plan", "--list", "osdi2020", "--every", "day", "--from", "2026-11-24", "--again")
    days = dict(rows(library, "SELECT key, due_on FROM papers WHERE status = 'queued'"))
    assert (days["gavel"], days["ansor"], days["hummingbird"]) == ("2026-11-25", "2026-11-24", "2026-11-26")
    assert sorted(days.values()) == [f"2026-11-{day}" for day in range(24, 31)] + [
        f"2026-12-0{day}" for day in range(1, 5)
    ]
