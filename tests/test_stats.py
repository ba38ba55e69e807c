"""stats: what you read, in a year or in all. The clock stands on Tuesday 24 November 2026."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from conftest import Run

from readtrack import dates, render, render_stats
from readtrack.model import Mark
from readtrack.store import Store, days, opening
from readtrack.store.statistics import Finishing, Sessions, Share, Statistics, Streak, statistics

TODAY = "2026-11-24"


@pytest.fixture
def store(library: Path) -> Iterator[Store]:
    with closing(sqlite3.connect(library, isolation_level=None)) as conn:
        conn.execute("PRAGMA foreign_keys = ON")
        yield Store(conn)


def mark(store: Store, words: str, status: str, on: str | None, **more: Any) -> None:
    store.mark([store.find(each) for each in words.split()], Mark(status, on=on, **more))


def sit(store: Store, day: str, minutes: int | None, pages: int | None = None) -> None:
    store.conn.execute(
        "INSERT INTO sessions (paper, day, started_at, minutes, pages) VALUES (1, ?, ?, ?, ?)",
        (day, f"{day}T10:00:00.000Z", minutes, pages),
    )


def note(store: Store, moment: str) -> None:
    store.conn.execute("INSERT INTO notes (paper, body, created_at) VALUES (1, 'One', ?)", (moment,))


def told(store: Store, year: int | None = None, today: str = TODAY) -> Statistics:
    return statistics(store, today=today, year=year)


# Nothing


def test_an_empty_library_says_so_in_a_sentence(run: Run) -> None:
    run("init", "--empty")
    nothing = "Nothing was read or noted yet. `readtrack mark PAPER --read` says that you read one.\n"
    assert run("stats").out == nothing
    found = run("stats", "--json").json
    assert (found["papers"], found["topics"], found["streak"], found["papers_a_week"]) == (0, [], None, None)


@pytest.mark.parametrize("year", ["2019", "2027"])
def test_a_year_with_nothing_in_it_says_so_in_a_sentence(library: Path, run: Run, year: str) -> None:
    run("mark", "ansor", "--read", "--on", "2020-11-04")
    ran = run("stats", "--year", year)
    assert (ran.code, ran.out) == (0, f"Nothing was read or noted in {year}.\n")
    assert run("stats", "--year", year, "--json").json["papers"] == 0


def test_a_year_that_is_none_is_refused(library: Path, run: Run) -> None:
    for year in ("20", "soon", "99999"):
        assert run("stats", "--year", year).code == 2


def test_without_a_library_none_is_made(run: Run, folder: Path) -> None:
    assert run("stats").code == 1
    assert list(folder.iterdir()) == []


def test_what_there_is_nothing_to_tell_of_is_not_shown(library: Path, run: Run) -> None:
    run("mark", "ansor", "--read", "--on", "2026-11-24")
    said = run("stats").out
    for word in ("Sessions", "To finish", "Goal", "Ratings", "Most read", "in a row", "unknown", "before", "a week"):
        assert word not in said, word


# Papers by month


def test_each_reading_counts_in_its_month_and_a_paper_once_a_month(store: Store) -> None:
    mark(store, "ansor", "read", "2026-01-31")
    mark(store, "ansor", "read", "2026-02-28", again=True)
    mark(store, "ansor", "read", "2026-02-01", again=True)
    mark(store, "gavel", "read", "2026-02")
    mark(store, "hived", "skimmed", "2026-02-02")
    mark(store, "kungfu", "abandoned", "2026-02-02")
    found = told(store, 2026)
    assert {month: count for month, count in found.months.items() if count} == {"2026-01": 1, "2026-02": 2}
    assert found.papers == 2


def test_the_months_of_this_year_end_with_this_one_and_of_another_with_december(store: Store) -> None:
    assert list(told(store, 2026).months)[-1] == "2026-11"
    assert list(told(store, 2020).months) == [f"2020-{month:02}" for month in range(1, 13)]


def test_in_all_time_the_last_twelve_months_are_told_and_how_many_came_before(store: Store) -> None:
    mark(store, "ansor", "read", "2025-12-01")
    mark(store, "gavel", "read", "2025-11-30")
    mark(store, "hived", "read", "2024")
    mark(store, "kungfu", "read", "2025")
    found = told(store)
    assert (next(iter(found.months)), list(found.months)[-1], len(found.months)) == ("2025-12", "2026-11", 12)
    assert found.months["2025-12"] == 1
    assert (found.earlier, found.unknown, found.papers) == (2, {"2025": 1}, 4)


def test_a_month_that_is_not_known_is_counted_apart(library: Path, run: Run) -> None:
    run("mark", "ansor", "--read", "--on", "2020-11-04")
    run("mark", "gavel", "hived", "--read", "--on", "2020")
    said = run("stats", "--year", "2020").out
    assert "  2 more in 2020, month unknown\n" in said
    assert said.startswith("Read  3 papers in 2020, 0.25 a month\n")
    assert run("stats", "--year", "2020", "--json").json["unknown"] == [{"year": 2020, "papers": 2}]


def test_without_any_known_month_there_is_no_chart(library: Path, run: Run) -> None:
    run("mark", "gavel", "hived", "--read", "--on", "2020")
    said = run("stats", "--year", "2020").out
    assert "Read by month\n  2 in 2020, month unknown\n" in said
    assert "Jan 2020" not in said


def test_a_paper_read_nobody_knows_when_counts_in_no_year_and_no_pace(store: Store) -> None:
    mark(store, "ansor", "read", "2026-11-04")
    store.conn.execute("INSERT INTO readings (paper, status) VALUES (2, 'read')")
    found = told(store)
    assert (found.papers, found.dated, found.undated) == (2, 1, 1)
    assert "1 more at a time unknown" in render_stats.stats(found, render.Screen(80, False, True))
    assert told(store, 2026).papers == 1


# Topics, lists, authors


def test_topics_and_lists_tell_how_much_of_each_was_read_then(store: Store) -> None:
    mark(store, "ansor rammer", "read", "2020-11-04")
    mark(store, "gavel", "read", "2021")
    mark(store, "ansor", "reading", "2026-11-04")  # it was read all the same
    assert told(store).topics == (Share("Compiler", 2, 3), Share("Training in clusters", 1, 6))
    assert told(store).lists == (Share("osdi2020", 3, 11),)
    assert told(store, 2021).topics == (Share("Training in clusters", 1, 6),)
    assert told(store, 2021).lists == (Share("osdi2020", 1, 11),)


def test_of_many_topics_the_most_read_are_shown_and_the_others_counted(store: Store) -> None:
    store.conn.execute("UPDATE papers SET topic = 'Topic ' || id")
    mark(store, "ansor gavel hived kungfu rammer byteps antman retiarii clockwork pipeswitch", "read", "2026-11-04")
    shown = render_stats.stats(told(store), render.Screen(80, False, True))
    assert shown.count("  Topic ") == render_stats.SHOWN
    assert "  and in 2 more topics\n" in shown


def test_authors_and_affiliations_of_several_papers_are_told_the_most_first(store: Store) -> None:
    mark(store, "gavel hived antman retiarii rammer", "read", "2026-11-04")
    mark(store, "gavel", "read", "2026-11-05", again=True)
    found = told(store)
    expected = store.conn.execute(
        """SELECT affiliation, count(DISTINCT paper) AS many FROM authorship_affiliations JOIN papers ON id = paper
        WHERE status = 'read' GROUP BY 1 HAVING many > 1 ORDER BY many DESC, 1 LIMIT 5"""
    )
    assert found.affiliations == dict(map(tuple, expected))
    assert next(iter(found.affiliations.items())) == ("Microsoft Research", 3)
    assert found.authors["Lidong Zhou"] == 3
    assert "Deepak Narayanan" not in found.authors
    assert told(store, 2025).authors == {}


def test_two_authors_of_one_name_are_told_once_for_each_paper(store: Store) -> None:
    store.conn.execute("INSERT INTO authors VALUES ('Wei Wang the Second')")
    for paper, place in ((1, 90), (1, 91), (2, 90)):
        store.conn.execute("INSERT INTO authorships VALUES (?, ?, 'Wei Wang the Second')", (paper, place))
    mark(store, "ansor hummingbird", "read", "2026-11-04")
    assert told(store).authors == {"Wei Wang the Second": 2}


def test_what_is_read_again_or_was_put_back_counts_with_its_topic_and_authors(store: Store) -> None:
    for status in ("reading", "queued", "abandoned"):
        mark(store, "ansor rammer", "read", "2026-11-04", again=True)
        mark(store, "ansor rammer", status, "2026-11-20", again=True)
        found = told(store)
        assert found.topics == (Share("Compiler", 2, 3),)
        assert found.papers == 2


def test_what_was_read_again_in_a_later_year_counts_in_both_with_its_topic_authors_and_affiliations(
    store: Store,
) -> None:
    mark(store, "gavel hived retiarii", "read", "2025-03")
    before = told(store, 2025)
    mark(store, "gavel hived retiarii", "read", "2026-01-02", again=True)
    then, since = told(store, 2025), told(store, 2026)
    assert before.topics != ()
    assert {} not in (before.authors, before.affiliations)
    for facts in (then, since):
        told_of = (facts.topics, facts.authors, facts.affiliations)
        assert told_of == (before.topics, before.authors, before.affiliations)


def test_a_topic_that_a_guest_wrote_is_told_whatever_it_holds(store: Store) -> None:
    store.conn.execute("UPDATE papers SET topic = 'x' || char(0) || 'y' WHERE key = 'ansor'")
    mark(store, "ansor", "read", "2026-11-04")
    assert told(store).topics == (Share("x\0y", 1, 1),)


@pytest.mark.parametrize(
    "day", ["2024", "2024-12", "2024-12-31", "2025", "2025-01", "2025-12", "2025-01-01", "2025-12-31"]
)
@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_a_day_lies_in_a_year_as_it_lies_between_its_first_and_last_day(store: Store, day: str, year: int) -> None:
    between = days.within(":day", f"'{year}-01-01'", f"'{year}-12-31'")
    row = store.conn.execute(f"SELECT {days.in_year(':day', year)}, {between}", {"day": day}).fetchone()
    assert tuple(row) == (day[:4] == str(year),) * 2


# Pace, sessions, how long it took


def test_the_pace_is_over_the_days_of_the_year_until_today(store: Store) -> None:
    mark(store, "ansor gavel hived", "read", "2026-01-05")
    mark(store, "rammer", "read", "2020")
    assert told(store, 2026).days == 328
    assert (told(store, 2020).days, told(store, 2020, today="2020-12-31").days) == (366, 366)
    assert told(store, 2026).papers_a_day == 3 / 328
    assert told(store).since == "2020"
    assert told(store).days == 2 * 366 + 4 * 365 + 328


def test_a_pace_over_a_few_days_tells_nothing(store: Store) -> None:
    mark(store, "ansor", "read", "2026-11-19")
    assert (told(store).days, told(store).papers_a_day) == (6, None)
    assert told(store, today="2026-11-25").papers_a_day == 1 / 7


def test_sessions_tell_how_long_and_how_many_pages_an_hour(store: Store) -> None:
    sit(store, "2026-11-01", 30, 10)
    sit(store, "2026-11-02", 90, 12)
    sit(store, "2026-11-03", 60)
    sit(store, "2026-11-04", 0, 3)  # too short to tell how fast
    sit(store, "2025-11-03", 5)
    sit(store, "2026-11-24", None)  # it goes on
    found = told(store, 2026)
    assert found.sessions == Sessions(4, 180, 25, 11.0)
    assert "Sessions  4, 3 h, 25 pages, 11 pages an hour\n" in render_stats.stats(found, render.Screen(80, False, True))
    assert told(store, 2025).sessions == Sessions(1, 5, 0, None)
    assert told(store, 2024).sessions is None


def test_from_start_to_finish_only_whole_days_count(store: Store) -> None:
    for key, started, finished in (
        ("ansor", "2024-02-28", "2024-03-01"),
        ("gavel", "2026-11-04", "2026-11-04"),
        ("hived", "2026-10", "2026-11-04"),
        ("kungfu", "2026-01-01", "2026-11"),
        ("rammer", "2026-11-05", "2026-11-04"),
        ("byteps", "2025-12-30", "2026-01-09"),
        ("antman", "2025-12-30", "2026-01-02"),
    ):
        store.conn.execute(
            "INSERT INTO readings (paper, status, started_on, finished_on) VALUES (?, 'read', ?, ?)",
            (store.find(key).id, started, finished),
        )
    assert told(store).finishing == Finishing(4, 2.5, 0, 10)
    assert told(store, 2024).finishing == Finishing(1, 2, 2, 2)
    assert told(store, 2020).finishing is None
    said = render_stats.stats(told(store), render.Screen(80, False, True))
    assert "To finish  2.5 days (the median of 4), 0 at least, 10 at most\n" in said


def test_ratings_are_counted_and_their_mean_is_told(library: Path, run: Run) -> None:
    run("mark", "ansor", "--read", "--rating", "5", "--on", "2026-11-04")
    run("mark", "gavel", "--skimmed", "--rating", "2", "--on", "2026-11-04")
    run("mark", "hived", "--read", "--rating", "5", "--on", "2025")
    found = run("stats", "--json").json
    assert (found["ratings"], found["mean_rating"]) == ({"1": 0, "2": 1, "3": 0, "4": 0, "5": 2}, 4.0)
    assert run("stats", "--year", "2025", "--json").json["mean_rating"] == 5
    assert "\nRatings, 4 on average\n  5" in run("stats").out


# Days in a row


def test_days_in_a_row_are_those_with_anything_done(store: Store) -> None:
    mark(store, "ansor", "reading", "2026-11-20")
    note(store, "2026-11-21T12:00:00.000Z")
    sit(store, "2026-11-22", 10)
    mark(store, "ansor", "read", "2026-11-23")
    mark(store, "gavel", "read", "2026-11")
    mark(store, "hived", "read", "2024-02-29")
    mark(store, "kungfu", "read", "2024-03-01")
    assert told(store).streak == Streak(6, 4, 4, "2026-11-23")
    assert told(store, 2026).streak == Streak(4, 4, 4, "2026-11-23")
    assert told(store, 2024).streak == Streak(2, None, 2, "2024-03-01")
    assert told(store, today="2026-11-25").streak == Streak(6, 0, 4, "2026-11-23")
    assert told(store, 2025).streak is None


def test_the_longest_is_the_last_of_equals_and_days_to_come_do_not_count(store: Store) -> None:
    for day in ("2025-12-30", "2025-12-31", "2026-01-01", "2026-06-01", "2026-06-02", "2026-06-03", "2026-12-01"):
        sit(store, day, 10)
    assert told(store).streak == Streak(6, 0, 3, "2026-06-03")
    assert told(store, 2025).streak == Streak(2, None, 2, "2025-12-31")
    shown = render_stats.stats(told(store), render.Screen(80, False, True))
    assert "Days      6 with something done, 3 in a row at most, until Wed 3 Jun 2026" in shown


def test_days_in_a_row_up_to_now_may_have_begun_before_the_year(store: Store) -> None:
    for day in ("2025-12-29", "2025-12-30", "2025-12-31", "2026-01-01", "2026-01-02"):
        sit(store, day, 10)
    assert told(store, 2026, today="2026-01-02").streak == Streak(2, 5, 2, "2026-01-02")
    assert told(store, 2026, today="2026-01-03").streak == Streak(2, 5, 2, "2026-01-02")
    assert told(store, 2026, today="2026-01-04").streak == Streak(2, 0, 2, "2026-01-02")


@pytest.mark.parametrize(
    ("hours", "days"),
    [(0, {"2026-11-20"}), (13, {"2026-11-20", "2026-11-21"}), (-8, {"2026-11-19", "2026-11-20"})],
)
def test_a_note_counts_on_its_local_day(
    store: Store, monkeypatch: pytest.MonkeyPatch, hours: int, days: set[str]
) -> None:
    from readtrack.store.days import busy_days

    monkeypatch.setattr(dates, "now", lambda: datetime(2026, 11, 24, 12, tzinfo=timezone(timedelta(hours=hours))))
    for moment in ("2026-11-20T02:00:00.000Z", "2026-11-20T09:00:00.000Z", "2026-11-20T20:00:00.000Z"):
        note(store, moment)
    assert busy_days(store.conn, "2026-01-01") == days
    found = told(store).streak
    assert found
    assert (found.days, found.longest, found.longest_until) == (len(days), len(days), max(days))


def test_a_note_of_new_years_eve_may_be_of_the_next_year_here(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dates, "now", lambda: datetime(2026, 11, 24, 12, tzinfo=timezone(timedelta(hours=13))))
    note(store, "2025-12-31T20:00:00.000Z")
    assert told(store, 2025).streak is None
    sit(store, "2025-12-31", 5)
    assert told(store, 2025).streak == Streak(1, None, 1, "2025-12-31")
    assert told(store, 2026).streak == Streak(1, 0, 1, "2026-01-01")


def test_what_a_guest_wrote_for_a_moment_does_no_harm(store: Store) -> None:
    for moment in ("long, long ago", "2026-99-99", "2026-11-24", "0000-01-01", "1843-10-18T00:00:00Z"):
        note(store, moment)
    store.conn.execute("INSERT INTO readings (paper, status, finished_on) VALUES (1, 'read', '0000-02')")
    found = told(store)
    assert found.streak
    assert (found.streak.days, found.papers) == (2, 1)
    assert render_stats.stats(found, render.Screen(80, False, True))


# Goals


def test_goals_tell_whether_you_are_ahead(library: Path, run: Run) -> None:
    run("mark", "ansor", "gavel", "--read", "--on", "2026-11-04")
    run("goal", "set", "2", "--by", "2026")
    run("goal", "set", "5", "--by", "2020")
    run("goal", "set", "5", "--by", "2027", "--from", "2027-01-01")
    assert [goal["by_on"] for goal in run("stats", "--json").json["goals"]] == ["2026-12-31", "2027-12-31"]
    assert [goal["by_on"] for goal in run("stats", "--year", "2020", "--json").json["goals"]] == ["2020-12-31"]
    assert "\nGoal  2 of 2 papers by Thu 31 Dec 2026, reached\n" in run("stats").out
    assert run("stats", "--year", "2020").out == "Goal  0 of 5 papers by Thu 31 Dec 2020, missed by 5\n"


# For every terminal


def lively(store: Store) -> None:
    mark(store, "ansor gavel hived rammer", "read", "2026-11-04", rating=4)
    mark(store, "kungfu antman", "read", "2026", rating=5)
    mark(store, "retiarii", "read", "2020-02-29")
    sit(store, "2026-11-02", 90, 12)
    sit(store, "2026-11-03", 90, 12)
    store.conn.execute("INSERT INTO goals (papers, from_on, by_on) VALUES (24, '2026-01-01', '2026-12-31')")
    store.conn.execute(
        "UPDATE papers SET topic = 'A topic with a name that is long, 検索と読書' WHERE topic = 'Compiler'"
    )


@pytest.mark.parametrize("unicode", [True, False])
@pytest.mark.parametrize("width", [60, 80, 200])
@pytest.mark.parametrize("year", [None, 2026])
def test_lines_fit_the_terminal_and_bars_stand_below_each_other(
    store: Store, width: int, unicode: bool, year: int | None
) -> None:
    lively(store)
    shown = render_stats.stats(told(store, year), render.Screen(width, False, unicode)).split("\n")
    assert max(map(render.width_of, shown)) <= width
    assert [row for row in shown if row != row.rstrip()] == []
    bars = [row for row in shown if ("░" in row or "█" in row if unicode else ".." in row or "##" in row)]
    assert len({min(render.width_of(row[: row.index(sign)]) for sign in "█░#." if sign in row) for row in bars}) == 1
    assert unicode or [row for row in shown if set(row) & set("█░·")] == []


def test_names_from_outside_are_data(store: Store) -> None:
    store.conn.execute("UPDATE papers SET topic = 'Red ' || char(27) || '[31m' WHERE topic = 'Compiler'")
    mark(store, "ansor", "read", "2026-11-04")
    assert "\x1b" not in render_stats.stats(told(store), render.Screen(80, False, True))


def test_json_has_the_same_facts(library: Path, run: Run) -> None:
    with closing(sqlite3.connect(library, isolation_level=None)) as conn:
        lively(Store(conn))
    found = run("stats", "--year", "2026", "--json").json
    assert found["months"][10] == {"month": "2026-11", "papers": 4}
    assert found["lists"] == [{"list": "osdi2020", "read": 6, "papers": 11}]
    assert found["sessions"] == {"sessions": 2, "minutes": 180, "pages": 24, "pages_an_hour": 8.0}
    assert (found["year"], found["since"], found["days"]) == (2026, "2026-01-01", 328)
    assert (found["papers_a_week"], found["papers_a_month"]) == (0.13, 0.56)
    assert found["streak"] == {"days": 3, "current": 0, "longest": 3, "longest_until": "2026-11-04"}
    assert found["goals"][0]["ahead"] == -15
    assert found["affiliations"][0] == {"affiliation": "Microsoft Research", "papers": 3}
    assert set(found) == {*Statistics._fields, "papers_a_week", "papers_a_month", "mean_rating"}


# Speed


@pytest.mark.parametrize("year", [None, 2026])
def test_no_query_reads_the_rows_of_papers_that_were_read_once_or_sorts_them(store: Store, year: int | None) -> None:
    lively(store)
    with store.conn as conn:  # what ANALYZE finds in a library of 100,000 papers
        conn.execute("ANALYZE")
        conn.execute("DELETE FROM sqlite_stat1")
        for index, rows in (("papers_read", "10939 10939 1368 1368 1 1"), ("papers_by_status", "100000 20000")):
            conn.execute("INSERT INTO sqlite_stat1 VALUES ('papers', ?, ?)", (index, rows))
        conn.execute("ANALYZE sqlite_schema")
    asked: list[str] = []
    store.conn.set_trace_callback(asked.append)
    told(store, year)
    store.conn.set_trace_callback(None)
    plans = [
        str(row["detail"])
        for statement in asked
        if "SELECT" in statement and not statement.startswith("--")
        for row in store.conn.execute(f"EXPLAIN QUERY PLAN {statement}")
    ]
    of_papers = [plan for plan in plans if plan.split()[1] == "papers"]
    assert of_papers
    assert [plan for plan in of_papers if "COVERING INDEX" not in plan or "ANY" in plan] == []
    scanned = {plan.split()[1] for plan in plans if plan.startswith("SCAN")}
    assert scanned <= {"readings", "notes", "sessions", "goals", "list_papers", "papers", "json_each", "CONSTANT"}


def test_copies_that_a_guest_left_unreadable_are_told(library: Path, run: Run) -> None:
    run("mark", "ansor", "--read")
    with closing(sqlite3.connect(library)) as conn, conn:
        for trigger in ("papers_copies_of_authorships", "papers_words"):
            conn.execute(f"DROP TRIGGER {trigger}")
        conn.execute("UPDATE papers SET authors = 'Lianmin Zheng' WHERE key = 'ansor'")
    ran = run("stats")
    assert (ran.code, ran.out) == (1, "")
    assert "is not as readtrack left it (a copy of names is no JSON)" in ran.err
    assert "`readtrack doctor`" in ran.err


def test_reading_them_changes_nothing(library: Path, run: Run) -> None:
    run("mark", "ansor", "--read")
    before = library.read_bytes()
    with opening.reading(library) as store:
        told(store)
    assert run("stats").code == 0
    assert library.read_bytes() == before
