"""start and done: the time of reading runs, ends, counts, and can be taken back."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from conftest import TODAY, Run, rows

from readtrack import dates

SESSIONS = "SELECT paper, day, minutes, pages FROM sessions ORDER BY id"


class Clock:
    """A clock that is put forward by hand."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now.astimezone()

    def wait(self, **time_: float) -> None:
        self.now += timedelta(**time_)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock(TODAY)
    monkeypatch.setattr(dates, "now", clock)
    return clock


@pytest.fixture
def in_berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_a_session_takes_the_time_between_start_and_done(library: Path, run: Run, clock: Clock) -> None:
    started = run("start", "ansor")
    assert started.out == "Ansor: unread -> reading, the time runs; `readtrack done` ends it\n"
    clock.wait(minutes=24, seconds=40)
    assert run("done", "--pages", "8").out == "Ansor: 25 min, 8 pages\n"
    assert rows(library, SESSIONS) == [(1, "2026-11-24", 25, 8)]
    assert run("show", "ansor", "--json").json["status"] == "reading"


def test_all_sessions_of_a_paper_are_told_together(library: Path, run: Run, clock: Clock) -> None:
    for minutes in (50, 30):
        run("start", "ansor")
        clock.wait(minutes=minutes)
        ran = run("done")
    assert ran.out == "Ansor: 30 min · 2 sessions, 1 h 20 min in all\n"
    assert "reading since Tue 24 Nov 2026 · 1 h 20 min in 2 sessions" in run("show", "ansor").out


def test_done_marks_in_the_same_change(library: Path, run: Run, clock: Clock) -> None:
    run("start", "ansor")
    clock.wait(minutes=40)
    ran = run("done", "--read", "--rating", "5")
    assert ran.out.splitlines()[1].startswith("Ansor: reading -> read, rated 5 of 5")
    run("undo")
    assert run("show", "ansor", "--json").json["status"] == "reading"
    assert rows(library, SESSIONS) == [(1, "2026-11-24", None, None)]
    run("undo")
    assert run("show", "ansor", "--json").json["status"] == "unread"
    assert rows(library, SESSIONS) == []
    assert [run("redo").code, run("redo").code] == [0, 0]
    assert rows(library, SESSIONS) == [(1, "2026-11-24", 40, None)]


def test_starting_another_paper_ends_the_one_that_goes_on(library: Path, run: Run, clock: Clock) -> None:
    run("start", "ansor")
    clock.wait(minutes=10)
    ran = run("start", "gavel")
    assert ran.out.splitlines() == [
        "Ansor: 10 min",
        "Gavel: unread -> reading, the time runs; `readtrack done` ends it",
    ]
    run("undo")
    assert rows(library, SESSIONS) == [(1, "2026-11-24", None, None)]


def test_starting_what_goes_on_already_is_refused(library: Path, run: Run, clock: Clock) -> None:
    run("start", "ansor")
    clock.wait(minutes=70)
    ran = run("start", "ansor")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "Error: Ansor is being read already. `readtrack done` ends that.\n"
    assert len(rows(library, SESSIONS)) == 1


def test_a_finished_paper_is_taken_up_again_and_the_earlier_reading_stays(library: Path, run: Run) -> None:
    run("mark", "ansor", "--read", "--on", "2020-11-04")
    run("start", "ansor")
    assert rows(library, "SELECT status, finished_on FROM readings ORDER BY id") == [
        ("read", "2020-11-04"),
        ("reading", None),
    ]


def test_a_session_over_night_counts_on_the_day_on_which_it_began(
    library: Path, run: Run, clock: Clock, in_berlin: None
) -> None:
    clock.now = datetime(2026, 11, 24, 22, 45, tzinfo=timezone.utc)  # a quarter to midnight in Berlin
    run("start", "ansor")
    clock.wait(minutes=30)
    assert run("done").out == "Ansor: 30 min, on Tue 24 Nov 2026\n"
    assert rows(library, SESSIONS) == [(1, "2026-11-24", 30, None)]


def test_an_hour_that_the_clocks_leave_out_was_never_read(
    library: Path, run: Run, clock: Clock, in_berlin: None
) -> None:
    clock.now = datetime(2026, 3, 29, 0, 30, tzinfo=timezone.utc)  # 01:30 in Berlin; at 02:00 it becomes 03:00
    run("start", "ansor")
    clock.wait(minutes=60)
    assert run("done").out == "Ansor: 1 h\n"


def test_a_clock_that_was_put_back_counts_a_minute(library: Path, run: Run, clock: Clock) -> None:
    run("start", "ansor")
    clock.wait(minutes=-90)
    assert run("done").out.startswith("Ansor: 1 min")


def test_a_session_that_nobody_ended_asks_how_long_it_was(library: Path, run: Run, clock: Clock) -> None:
    run("start", "ansor")
    clock.wait(hours=23)
    for command in (("done",), ("start", "gavel")):
        ran = run(*command)
        assert (ran.code, ran.out) == (1, "")
        assert "Ansor was begun 23 h ago. Say how long you read: readtrack done --minutes 45" in ran.err
    assert run("show", "gavel", "--json").json["status"] == "unread"
    assert run("done", "--minutes", "45").code == 0
    assert rows(library, SESSIONS) == [(1, "2026-11-24", 45, None)]


def test_a_session_that_a_guest_began_nobody_knows_when_asks_how_long_it_was(library: Path, run: Run) -> None:
    conn = sqlite3.connect(library, isolation_level=None)
    conn.execute("INSERT INTO sessions (paper, day, started_at) VALUES (1, '2026-11-24', 'at noon')")
    conn.close()
    assert "Now       Ansor\n" in run().out
    assert "nobody knows when. Say how long you read" in run("done").err
    assert run("done", "--minutes", "5").code == 0


def test_what_was_read_without_start_is_written_down(library: Path, run: Run) -> None:
    assert run("done", "rammer", "--minutes", "45", "--on", "yesterday").out == "Rammer: 45 min, on Mon 23 Nov 2026\n"
    run("start", "ansor")
    assert run("done", "rammer", "--minutes", "5", "--read").code == 0
    assert rows(library, SESSIONS) == [
        (3, "2026-11-23", 45, None),
        (1, "2026-11-24", None, None),
        (3, "2026-11-24", 5, None),
    ]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("done",), 1, "nothing is being read just now"),
        (("done", "hived"), 1, "HiveD is not being read just now"),
        (("done", "--on", "yesterday"), 2, "--on goes with PAPER and --minutes"),
        (("done", "ansor", "--minutes", "0"), 2, "0"),
        (("done", "ansor", "--minutes", "9", "--on", "tomorrow"), 2, "has not come yet"),
        (("done", "ansor", "--minutes", "9", "--read", "--skimmed"), 2, "a paper has one status"),
        (("start", "anser"), 1, "Did you mean Ansor"),
    ],
)
def test_what_cannot_be_meant_is_said(
    library: Path, run: Run, arguments: tuple[str, ...], code: int, said: str
) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err
    assert rows(library, SESSIONS) == []


@pytest.mark.parametrize("column", ["minutes", "pages"])
def test_of_nothing_read_a_session_says_none_and_never_less(library: Path, column: str) -> None:
    insert = f"INSERT INTO sessions (paper, day, started_at, {column}) VALUES (1, '2026-11-24', '2026-11-24T10:00Z', ?)"
    with closing(sqlite3.connect(library, isolation_level=None)) as conn:
        conn.execute(insert, (0,))
        with pytest.raises(sqlite3.IntegrityError):
            conn.execute(insert, (-1,))
    assert rows(library, f"SELECT {column} FROM sessions") == [(0,)]


def test_the_summary_and_the_log_tell_it(library: Path, run: Run, clock: Clock) -> None:
    run("start", "ansor")
    clock.wait(minutes=25)
    assert "Now       Ansor, for 25 min" in run().out
    run("done", "--pages", "3")
    conn = sqlite3.connect(library, isolation_level=None)
    conn.execute("UPDATE sessions SET minutes = 30")
    conn.execute("DELETE FROM sessions")
    conn.close()
    said = [change["papers"][0]["changes"] for change in run("log", "ansor", "--json").json[:4]]
    assert said == [
        ["a time of reading taken away"],
        ["read for 30 min, 3 pages (edited)"],
        ["read for 25 min, 3 pages"],
        ["unread → reading", "sat down to read"],
    ]


def test_sessions_stay_with_a_paper_that_is_merged_removed_and_brought_back(library: Path, run: Run) -> None:
    run("done", "ansor", "--minutes", "45")
    run("merge", "rammer", "ansor")
    assert rows(library, SESSIONS) == [(3, "2026-11-24", 45, None)]
    run("remove", "rammer", "--yes")
    assert rows(library, SESSIONS) == []
    run("undo")
    run("undo")
    assert rows(library, SESSIONS) == [(1, "2026-11-24", 45, None)]


def test_an_import_adds_a_session_once(library: Path, run: Run) -> None:
    run("done", "ansor", "--minutes", "45")
    held = json.loads(run("export", "json").out)
    held["papers"][0]["sessions"].append({"day": "2026-11-20", "minutes": 10})
    Path("more.json").write_text(json.dumps(held), "utf-8")
    for _ in range(2):
        assert run("import", "more.json").code == 0
    assert rows(library, SESSIONS) == [(1, "2026-11-24", 45, None), (1, "2026-11-20", 10, None)]


def test_two_sessions_that_say_the_same_both_come_in(library: Path, run: Run) -> None:
    for _ in range(2):
        run("done", "ansor", "--minutes", "30")
    Path("held.json").write_text(run("export", "json").out, "utf-8")
    run("init", "--empty", "--db", "other.db")
    run("import", "held.json", "--db", "other.db")
    assert len(rows(Path("other.db"), SESSIONS)) == 2
    run("done", "ansor", "--minutes", "30")
    Path("held.json").write_text(run("export", "json").out, "utf-8")
    for _ in range(2):
        run("import", "held.json", "--db", "other.db")
    assert len(rows(Path("other.db"), SESSIONS)) == 3


def test_a_session_that_was_exported_while_it_went_on_ends_with_the_next_import(
    library: Path, run: Run, clock: Clock
) -> None:
    run("start", "ansor")
    Path("held.json").write_text(run("export", "json").out, "utf-8")
    run("init", "--empty", "--db", "other.db")
    run("import", "held.json", "--db", "other.db")
    clock.wait(minutes=40)
    run("done", "--pages", "6")
    Path("held.json").write_text(run("export", "json").out, "utf-8")
    run("import", "held.json", "--db", "other.db")
    assert rows(Path("other.db"), SESSIONS) == [(1, "2026-11-24", 40, 6)]
    assert "11 papers: 11 unchanged" in run("import", "held.json", "--db", "other.db").out
