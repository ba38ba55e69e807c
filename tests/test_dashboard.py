"""What the store tells of a library for its first page, and the charts that are made of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from readtrack import dates, schema
from readtrack.model import Mark
from readtrack.store import Store
from readtrack.store.dashboard import SHOWN, Dashboard, Some, dashboard
from readtrack.store.days import Did
from readtrack.web import charts
from readtrack.web import dashboard as web

TODAY = date(2026, 11, 24)


@pytest.fixture
def store(library: Path) -> Iterator[Store]:
    with closing(sqlite3.connect(library, isolation_level=None)) as conn:
        conn.execute("PRAGMA foreign_keys = ON")
        yield Store(conn)


def mark(store: Store, mark_: Mark, *words: str) -> None:
    store.mark([store.find(each) for each in words], mark_)


def read(store: Store) -> Dashboard:
    return dashboard(store, today=TODAY.isoformat(), since="2025-11-24")


def keys(some: Some) -> list[str]:
    return [paper.key for paper in some.papers]


# What to read


def test_being_read_latest_first(store: Store) -> None:
    mark(store, Mark("reading", on="2026-11-01"), "ansor")
    mark(store, Mark("reading", on="2026-11-20"), "rammer")
    mark(store, Mark("reading", on="2026-10"), "gavel")
    assert keys(read(store).reading) == ["rammer", "ansor", "gavel"]


def test_only_the_latest_reading_counts(store: Store) -> None:
    mark(store, Mark("reading"), "ansor")
    mark(store, Mark("queued", again=True), "ansor")
    assert keys(read(store).reading) == []
    assert keys(read(store).queue) == ["ansor"]


def test_due_most_urgent_first_and_nothing_that_is_finished(store: Store) -> None:
    mark(store, Mark("queued"), "ansor", "rammer", "gavel", "hived")
    days = {"ansor": "2026-11-30", "rammer": "2026-11-23", "gavel": "2026-11-24", "hived": "2026-11-01"}
    for key, day in days.items():
        store.conn.execute(
            "UPDATE readings SET due_on = ? WHERE paper = (SELECT id FROM papers WHERE key = ?)", (day, key)
        )
    mark(store, Mark("read"), "hived")
    found = read(store)
    assert keys(found.due) == ["rammer", "gavel", "ansor"]
    assert (found.due.total, found.overdue) == (3, 1)


def test_queue_by_priority_then_day_then_the_order_of_queueing(store: Store) -> None:
    mark(store, Mark("queued"), "ansor", "rammer", "gavel", "hived", "kungfu")
    for key, priority, day in (
        ("gavel", "high", None),
        ("hived", "low", "2026-11-25"),
        ("kungfu", None, "2026-12-01"),
        ("rammer", "medium", None),
    ):
        store.conn.execute(
            "UPDATE readings SET priority = ?, due_on = ? WHERE paper = (SELECT id FROM papers WHERE key = ?)",
            (priority, day, key),
        )
    assert keys(read(store).queue) == ["gavel", "rammer", "kungfu", "ansor", "hived"]


def test_a_long_queue_says_how_long(store: Store) -> None:
    mark(store, Mark("queued"), *(row["key"] for row in store.conn.execute("SELECT key FROM papers")))
    found = read(store).queue
    assert (len(found.papers), found.total) == (SHOWN, 11)


# How far


def test_lists_and_topics_tell_how_many_have_which_status(store: Store) -> None:
    mark(store, Mark("read"), "ansor", "kungfu")
    mark(store, Mark("reading"), "rammer")
    store.conn.execute("INSERT INTO lists VALUES ('mine', 'A list of my own', NULL)")
    store.conn.execute("INSERT INTO list_papers SELECT 'mine', id, NULL, NULL FROM papers WHERE key = 'ansor'")
    store.conn.execute("INSERT INTO lists VALUES ('none', 'Empty', NULL)")
    found = read(store)
    assert [(each.list.slug, each.standing.by_status) for each in found.lists] == [
        ("mine", {"read": 1}),
        ("none", {}),
        ("osdi2020", {"read": 2, "reading": 1, "unread": 8}),
    ]
    assert [(each.topic, each.total, each.read) for each in found.topics] == [
        ("Training in clusters", 6, 1),
        ("Compiler", 3, 1),
        ("Serving", 2, 0),
    ]
    assert [row.name for row in web.read(store, "Mine").lists] == ["A list of my own", "ML System in OSDI 2020"]


def test_lists_stand_by_title_whatever_its_case(store: Store) -> None:
    store.conn.execute("INSERT INTO lists VALUES ('a', 'zoo', NULL), ('b', 'Yak', NULL), ('z', 'ant', NULL)")
    store.conn.execute("INSERT INTO lists VALUES ('c', 'ant', NULL)")
    assert [each.list.slug for each in read(store).lists] == ["c", "z", "osdi2020", "b", "a"]


def test_only_the_largest_topics_are_shown_and_all_are_counted(store: Store) -> None:
    store.conn.executemany("INSERT INTO papers (title, topic) VALUES ('x', ?)", [(f"Topic {n:02}",) for n in range(20)])
    found = read(store)
    assert ([each.topic for each in found.topics][2:4], len(found.topics)) == (["Serving", "Topic 00"], 12)
    assert found.topics_in_all == 23


@pytest.mark.parametrize(
    ("today", "by", "elapsed"),
    [
        ("2025-12-31", None, None),
        ("2026-01-01", "2026-06-30", 1),
        ("2026-06-30", "2026-06-30", 181),
        ("2026-07-01", "2026-12-31", 182),
        ("2027-01-01", None, None),
    ],
)
def test_goal_is_the_one_that_has_begun_and_ends_first(
    store: Store, today: str, by: str | None, elapsed: int | None
) -> None:
    store.conn.execute("INSERT INTO goals (papers, from_on, by_on) VALUES (12, '2026-01-01', '2026-12-31')")
    store.conn.execute("INSERT INTO goals (papers, from_on, by_on) VALUES (6, '2026-01-01', '2026-06-30')")
    goal = dashboard(store, today=today, since=today).goal
    assert (goal and goal.goal.by_on, goal and goal.elapsed) == (by, elapsed)


def test_read_by_month_knows_months_and_years_that_are_all_somebody_remembers(store: Store) -> None:
    mark(store, Mark("read", on="2026-11-20"), "ansor")
    mark(store, Mark("read", on="2026-11"), "rammer")
    mark(store, Mark("read", on="2026"), "gavel")
    mark(store, Mark("skimmed", on="2026-11-21"), "hived")
    mark(store, Mark("read", on="2020-01-02"), "kungfu")
    mark(store, Mark("read", on="2026-10-02", again=True), "kungfu")
    assert read(store).read == {"2026": 1, "2026-10": 1, "2026-11": 2}


# Days


def test_days_of_readings_and_notes(store: Store) -> None:
    mark(store, Mark("reading", on="2026-11-01"), "ansor")
    mark(store, Mark("read", on="2026-11-20"), "ansor")
    mark(store, Mark("read", on="2026-11"), "rammer")
    mark(store, Mark("reading", on="2026-11"), "kungfu")
    mark(store, Mark("read", on="2020-11-20"), "gavel")
    store.add_note(store.find("gavel"), "Rounds")
    gavel, ansor = store.find("gavel").id, store.find("ansor").id
    assert set(read(store).did) == {
        Did("started", "2026-11-01", ansor),
        Did("finished", "2026-11-20", ansor),
        Did("noted", "2026-11-24T12:00:00.000Z", gavel),
    }


def test_days_of_sessions_are_days_too(store: Store) -> None:
    ansor = store.find("ansor").id
    store.conn.execute("INSERT INTO sessions (paper, day, minutes) VALUES (?, '2026-11-20', 30)", (ansor,))
    assert read(store).did == (Did("session", "2026-11-20", ansor),)
    (busy,) = charts.days(read(store).did, TODAY).busy
    assert (busy.day, busy.did) == ("2026-11-20", "1 session")


def test_notes_lately_by_the_day_they_were_written(store: Store) -> None:
    for number, key in enumerate(("ansor", "rammer", "gavel")):
        store.add_note(store.find(key), f"Note on {key}")
        store.conn.execute("UPDATE notes SET created_at = ? WHERE id = ?", (f"202{number}-01-01", number + 1))
    store.conn.execute("UPDATE notes SET created_at = '1843-10-18T00:00:00Z' WHERE id = 3")
    assert [(note.body, paper.key) for note, paper in read(store).notes] == [
        ("Note on rammer", "rammer"),
        ("Note on ansor", "ansor"),
        ("Note on gavel", "gavel"),
    ]


def test_empty_library(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "empty.db", isolation_level=None)) as conn:
        schema.bring_up_to_date(conn)
        page = web.read(Store(conn), "Mine")
    assert page.library.standing.total == 0
    assert (page.lists, page.topics, page.days.busy, page.any_read) == ((), (), (), False)


# Speed


def test_no_query_reads_the_rows_of_all_papers(store: Store) -> None:
    mark(store, Mark("read"), "ansor")
    mark(store, Mark("queued"), "gavel")
    store.add_note(store.find("ansor"), "One")
    asked: list[str] = []
    store.conn.set_trace_callback(asked.append)
    read(store)
    store.conn.set_trace_callback(None)
    plans = [
        row["detail"]
        for statement in asked
        if "SELECT" in statement and not statement.startswith("--")
        for row in store.conn.execute(f"EXPLAIN QUERY PLAN {statement}")
    ]
    of_papers = [plan for plan in plans if plan.split()[1] == "papers"]
    assert of_papers
    for plan in of_papers:
        assert "COVERING INDEX" in plan or "INTEGER PRIMARY KEY" in plan, plan
    assert "SCAN r USING INDEX readings_under_way" in [plan.replace("COVERING ", "") for plan in plans]
    scanned = {plan.split()[1] for plan in plans if plan.startswith("SCAN")}
    assert scanned <= {"readings", "r", "notes", "lists", "list_papers", "papers", "goals", "json_each", "CONSTANT"}


# Charts


def test_bar_puts_statuses_side_by_side_up_to_a_hundred() -> None:
    parts = charts.bar({"unread": 1, "read": 2, "queued": 1})
    assert [(part.status, part.papers, part.x, part.width) for part in parts] == [
        ("read", 2, 0, 50),
        ("queued", 1, 50, 25),
        ("unread", 1, 75, 25),
    ]
    assert charts.bar({}) == ()


def test_months_end_with_this_one_and_the_fullest_is_the_highest() -> None:
    months = charts.months({"2026-11": 5, "2024-12": 10, "2024-11": 99, "2026": 50}, TODAY)
    assert len(months) == 24
    assert (months[0].month, months[-1].month) == ("2024-12", "2026-11")
    assert (months[0].height, months[-1].height, months[1].height) == (100, 50, 0)
    assert [month.year for month in months if month.year] == ["2024", "2025", "2026"]
    assert months[-1].name == "Nov 2026"


def test_one_paper_a_month_is_no_tower() -> None:
    assert charts.months({"2026-11": 1}, TODAY)[-1].height == 25


def test_map_of_days_begins_on_a_monday_and_ends_today() -> None:
    first = charts.first_day(TODAY)
    days = charts.days([Did("started", first.isoformat(), 1), Did("started", TODAY.isoformat(), 1)], TODAY)
    assert (first.weekday(), (TODAY - first).days) == (0, 7 * days.full + days.rest - 1)
    last, earliest = days.busy
    assert (earliest.x, earliest.y) == (charts.LEFT, charts.TOP)
    assert (last.x, last.y) == (charts.LEFT + days.full * charts.PITCH, charts.TOP + charts.PITCH)
    assert [name for _, name in days.months][:2] == ["Dec", "Jan"]


def test_day_tells_what_was_done_and_on_which_papers() -> None:
    did = [Did("started", "2026-11-20", 1), Did("finished", "2026-11-20", 1), Did("noted", "2026-11-20T10:00:00Z", 2)]
    (day,) = charts.days(did, TODAY).busy
    assert (day.name, day.did) == ("Fri 20 Nov 2026", "1 started, 1 finished, 1 note")
    assert (day.find, day.level) == ("_day=2026-11-20", 2)


def test_day_of_very_many_papers_is_as_dark_as_it_gets() -> None:
    (day,) = charts.days([Did("finished", "2026-11-20", number) for number in range(1000)], TODAY).busy
    assert (day.find, day.did, day.level) == ("_day=2026-11-20", "1,000 finished", 4)


@pytest.mark.parametrize(("hours", "day"), [(13, "2026-11-21"), (-8, "2026-11-20"), (0, "2026-11-20")])
def test_evening_of_a_note_counts_on_its_local_day(monkeypatch: pytest.MonkeyPatch, hours: int, day: str) -> None:
    zone = timezone(timedelta(hours=hours))
    monkeypatch.setattr(dates, "now", lambda: datetime(2026, 11, 24, 12, tzinfo=zone))
    (busy,) = charts.days([Did("noted", "2026-11-20T20:00:00.000Z", 1)], TODAY).busy
    assert busy.day == day


def test_days_outside_the_map_and_words_that_are_no_day_are_left_out() -> None:
    did = [Did("noted", "long, long ago", 1), Did("started", "2020-01-01", 1), Did("started", "2027-01-01", 1)]
    assert charts.days(did, TODAY).busy == ()


@pytest.mark.parametrize(("progress", "done"), [("40%", 40), ("7/18", 38.9), ("0%", 0), (None, None), ("much", None)])
def test_progress_is_a_part_of_a_hundred(progress: str | None, done: float | None) -> None:
    assert charts.done(progress) == done


# The page


def test_year_without_a_month_is_told_where_the_columns_show_it(store: Store) -> None:
    mark(store, Mark("read", on="2026"), "ansor")
    mark(store, Mark("read", on="2019"), "rammer")
    page = web.read(store, "Mine")
    assert page.unknown == {"2026": 1}
    assert page.any_read


def test_first_words_of_a_note_are_words(store: Store) -> None:
    store.add_note(store.find("ansor"), "# Cost & *model*\n\n<b>bold</b> [link](https://example.org) " + "word " * 40)
    (shown,) = web.read(store, "Mine").notes
    assert shown.words.startswith("Cost & model <b>bold</b> link word")
    assert shown.words.endswith("word ...")
    assert shown.when == "today"
