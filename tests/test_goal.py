"""goal: how many papers you mean to read, and whether you are ahead. The clock stands on Tuesday 24 November 2026."""

from __future__ import annotations

import sqlite3
from datetime import datetime, timezone
from pathlib import Path

import pytest
from conftest import Run, rows

from readtrack import dates, periods, render, render_lists, render_stats
from readtrack.store import opening
from readtrack.store.goals import goals_progress

GOALS = "SELECT papers, from_on, by_on FROM goals ORDER BY by_on"


def on(monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    """The clock stands at noon of another day."""
    noon = datetime.fromisoformat(f"{day}T12:00:00").replace(tzinfo=timezone.utc)
    monkeypatch.setattr(dates, "now", lambda: noon)


def read_on(run: Run, *days: str) -> None:
    """As many papers as there are days are read."""
    keys = ("ansor", "hummingbird", "rammer", "clockwork", "pipeswitch", "hived", "retiarii", "gavel")
    for key, day in zip(keys, days, strict=False):
        assert run("mark", key, "--read", "--on", day).code == 0


def test_without_a_goal_it_says_how_to_set_one(library: Path, run: Run) -> None:
    assert run("goal").out == "No goal yet. `readtrack goal set 24 --by 2026-12-31` sets one.\n"
    assert run("goal", "--json").json == []


def test_a_goal_begins_with_its_year_and_is_told_with_where_it_stands(library: Path, run: Run) -> None:
    ran = run("goal", "set", "24", "--by", "2026-12-31")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "Goal by Thu 31 Dec 2026: 24 papers from Thu 1 Jan 2026 · 0 read, 21 behind,\nneeds 4.4 a week\n"
    )
    assert rows(library, GOALS) == [(24, "2026-01-01", "2026-12-31")]


@pytest.mark.parametrize(
    ("by", "last"),
    [
        ("2026", "2026-12-31"),
        ("2026-11", "2026-11-30"),
        ("2028-02", "2028-02-29"),
        ("2027-02", "2027-02-28"),
        ("2100-02", "2100-02-28"),
        ("december", "2026-12-31"),
        ("friday", "2026-11-27"),
        ("in 2 weeks", "2026-12-08"),
        ("end of next month", "2026-12-31"),
        ("2020-12-31", "2020-12-31"),
    ],
)
def test_by_reads_days_to_come_and_a_month_or_year_ends_with_its_last_day(
    library: Path, run: Run, by: str, last: str
) -> None:
    assert run("goal", "set", "5", "--by", by).code == 0
    assert rows(library, "SELECT by_on FROM goals") == [(last,)]


@pytest.mark.parametrize(
    ("by", "begins"), [("2026-11-30", "2026-01-01"), ("2020", "2020-01-01"), ("2028", "2026-11-24")]
)
def test_a_goal_of_a_year_that_is_to_come_begins_today(library: Path, run: Run, by: str, begins: str) -> None:
    run("goal", "set", "5", "--by", by)
    assert rows(library, "SELECT from_on FROM goals") == [(begins,)]


def test_from_says_when_it_begins_and_of_a_month_its_first_day(library: Path, run: Run) -> None:
    run("goal", "set", "5", "--by", "2026-12-31", "--from", "2026-06")
    assert rows(library, GOALS) == [(5, "2026-06-01", "2026-12-31")]
    assert "0 of 5 read since Mon 1 Jun 2026 · 4 behind" in run("goal").out


def test_setting_it_again_replaces_the_number_and_says_what_was_before(library: Path, run: Run) -> None:
    run("goal", "set", "24", "--by", "2026-12-31", "--from", "2026-06-01")
    again = "Goal by Thu 31 Dec 2026: {} · 0 read, "
    assert run("goal", "set", "30", "--by", "2026").out.startswith(again.format("24 -> 30 papers from Mon 1 Jun 2026"))
    assert run("goal", "set", "30", "--by", "2026").out.startswith(
        again.format("already 30 papers from Mon 1 Jun 2026")
    )
    said = run("goal", "set", "30", "--by", "2026", "--from", "2026").out
    assert " ".join(said.split()).startswith(again.format("30 papers from Mon 1 Jun 2026 -> Thu 1 Jan 2026"))
    assert rows(library, GOALS) == [(30, "2026-01-01", "2026-12-31")]


def test_undo_takes_a_goal_back_and_the_log_tells_it(library: Path, run: Run) -> None:
    run("goal", "set", "24", "--by", "2026-12-31")
    run("goal", "set", "30", "--by", "2026-12-31")
    assert run("undo").out == "Undone: goal 30 by 2026-12-31\n"
    assert rows(library, GOALS) == [(24, "2026-01-01", "2026-12-31")]
    run("goal", "remove", "--by", "2026")
    assert rows(library, GOALS) == []
    assert run("undo").out == "Undone: remove goal by 2026-12-31\n"
    assert rows(library, GOALS) == [(24, "2026-01-01", "2026-12-31")]
    said = run("log").out
    assert "goal 24 by 2026-12-31" in said
    assert "remove goal by 2026-12-31" in said


def test_what_cannot_be_meant_is_refused(library: Path, run: Run) -> None:
    ran = run("goal", "set", "5", "--by", "2026-06-30", "--from", "2026-07-01")
    assert (ran.code, ran.err) == (
        2,
        "Error: a goal cannot begin on 2026-07-01 and end on 2026-06-30. Say another --from or --by.\n",
    )
    for words in (
        ("0", "--by", "2026"),
        ("-3", "--by", "2026"),
        ("5",),
        ("5", "--by", "someday"),
        ("many", "--by", "2026"),
    ):
        assert run("goal", "set", *words).code == 2, words
    assert rows(library, GOALS) == []
    ran = run("goal", "remove", "--by", "2026")
    assert (ran.code, ran.err) == (1, "Error: there is no goal by 2026-12-31. `readtrack goal` shows them.\n")
    assert "Did you mean 'remove'" in run("goal", "remov", "--by", "2026").err


def test_db_may_stand_behind_goal_and_its_verbs(library: Path, run: Run, folder: Path) -> None:
    run("init", "--db", "other.db")
    run("goal", "set", "5", "--by", "2026", "--db", "other.db")
    assert run("goal", "--json").json == []
    assert len(run("goal", "--json", "--db", "other.db").json) == 1


# What counts


@pytest.mark.parametrize(
    ("day", "counts"),
    [
        ("2026-02-01", True),
        ("2026-01-31", False),
        ("2026-02-28", True),
        ("2026-03-01", False),
        ("2026-02", True),
        ("2026-01", False),
        ("2026-03", False),
        ("2026", False),
    ],
)
def test_a_paper_counts_where_all_that_its_day_may_be_lies_within(
    library: Path, run: Run, day: str, counts: bool
) -> None:
    read_on(run, day)
    run("goal", "set", "5", "--by", "2026-02-28", "--from", "2026-02-01")
    assert run("goal", "--json").json[0]["read"] == counts


def test_a_month_counts_only_with_its_last_day_in_a_leap_year_too(library: Path, run: Run) -> None:
    read_on(run, "2024-02")
    run("goal", "set", "5", "--by", "2024-02-28", "--from", "2024-02-01")
    run("goal", "set", "5", "--by", "2024-02-29", "--from", "2024-02-01")
    run("goal", "set", "5", "--by", "2024-03-01", "--from", "2024-02-02")
    assert [goal["read"] for goal in run("goal", "--json").json] == [0, 1, 0]


def test_a_year_counts_in_a_goal_of_the_whole_year(library: Path, run: Run) -> None:
    read_on(run, "2020")
    run("goal", "set", "5", "--by", "2020")
    run("goal", "set", "5", "--by", "2020-12-30")
    assert [goal["read"] for goal in run("goal", "--json").json] == [0, 1]


def test_a_paper_counts_once_and_only_if_read(library: Path, run: Run) -> None:
    read_on(run, "2026-01-05")
    run("mark", "ansor", "--read", "--again", "--on", "2026-03-05")
    run("mark", "gavel", "--skimmed", "--on", "2026-03-05")
    run("mark", "hived", "--abandoned", "--on", "2026-03-05")
    run("mark", "ansor", "--reading")  # it was read all the same
    run("goal", "set", "5", "--by", "2026")
    assert run("goal", "--json").json[0]["read"] == 1


# Ahead, behind, reached, missed


@pytest.mark.parametrize(
    ("today", "read", "said"),
    [
        ("2025-12-31", 0, "begins Thu 1 Jan 2026, needs 4.2 a week"),
        ("2026-01-01", 0, "on pace, needs 4.2 a week"),
        ("2026-01-01", 1, "on pace, needs 3.5 a week"),
        ("2026-01-05", 5, "2 ahead, needs 1 in 6 days"),
        ("2026-01-05", 3, "on pace, needs 3 in 6 days"),
        ("2026-01-05", 1, "2 behind, needs 5 in 6 days"),
        ("2026-01-10", 5, "1 behind, needs 1 today"),
        ("2026-01-10", 6, "reached"),
        ("2026-01-03", 7, "reached"),
        ("2026-01-11", 5, "missed by 1"),
        ("2026-01-11", 0, "missed by 6"),
        ("2026-01-11", 6, "reached"),
    ],
)
def test_it_says_whether_you_are_ahead_and_what_is_needed(
    library: Path, run: Run, monkeypatch: pytest.MonkeyPatch, today: str, read: int, said: str
) -> None:
    read_on(run, *["2026-01-01"] * read)
    run("goal", "set", "6", "--by", "2026-01-10", "--from", "2026-01-01")
    on(monkeypatch, today)
    assert f"{read} of 6 read · {said}\n" in " ".join(run("goal").out.split()) + "\n"
    assert "█" * (render_lists.BAR + 1) not in run("goal").out


def test_json_tells_the_same(library: Path, run: Run) -> None:
    read_on(run, "2026-03-01", "2026-03-02")
    run("goal", "set", "24", "--by", "2026")
    run("goal", "set", "1", "--by", "2026-06-30")
    reached, running = run("goal", "--json").json
    assert running == {
        "papers": 24,
        "from_on": "2026-01-01",
        "by_on": "2026-12-31",
        "read": 2,
        "state": "running",
        "ahead": -19,
        "left": 22,
        "days_left": 38,
        "needed_a_week": 4.05,
    }
    assert (reached["state"], reached["ahead"], reached["left"], reached["needed_a_week"]) == ("reached", None, 0, None)


@pytest.mark.parametrize(
    ("papers", "by", "needs"),
    [(50, "2026", "9.2 a week"), (30, "2028-11-24", "1.2 a month"), (2, "2030", "0.041 a month")],
)
def test_what_is_needed_is_said_in_a_week_or_a_month(library: Path, run: Run, papers: int, by: str, needs: str) -> None:
    run("goal", "set", str(papers), "--by", by)
    assert needs in " ".join(run("goal").out.split())


@pytest.mark.parametrize("width", [60, 80, 200])
def test_lines_fit_the_terminal(library: Path, run: Run, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    said = run("goal", "set", "1000", "--by", "2026", "--from", "2026-02-01").out
    run("goal", "set", "1000", "--by", "2028", "--from", "2027-02-01")
    said += run("goal").out + run("goal", "remove", "--by", "2028").out
    assert max(map(len, said.splitlines())) <= width


def test_without_unicode_and_colour_it_is_plain_ascii(library: Path, run: Run) -> None:
    read_on(run, "2026-01-05")
    run("goal", "set", "4", "--by", "2026")
    with opening.reading(library) as store:
        shown = render_stats.goals_table(goals_progress(store, "2026-11-24"), render.Screen(80, False, False))
    assert shown == "by Thu 31 Dec 2026  ###.........  1 of 4 read - 2 behind, needs 2.4 a month"


def test_days_of_a_guest_do_no_harm(library: Path, run: Run) -> None:
    read_on(run, "2026-01-05")
    conn = sqlite3.connect(library, isolation_level=None)
    conn.execute("INSERT INTO goals (papers, from_on, by_on) VALUES (5, '0000-01-01', '9999-12-31')")
    conn.close()
    assert "1 of 5 read since 0000-01-01" in " ".join(run("goal").out.split())
    assert run("stats").code == 0


def test_months_and_years_are_stretches_of_days() -> None:
    assert [periods.first_day(day) for day in ("2020", "2020-02", "2020-02-03")] == [
        "2020-01-01",
        "2020-02-01",
        "2020-02-03",
    ]
    assert [periods.last_day(day) for day in ("2020", "2020-02", "2021-02", "2000-02", "1900-02", "2020-02-03")] == [
        "2020-12-31",
        "2020-02-29",
        "2021-02-28",
        "2000-02-29",
        "1900-02-28",
        "2020-02-03",
    ]
    assert periods.months(datetime(2026, 2, 28), 3) == ("2025-12", "2026-01", "2026-02")


def test_a_file_of_goals_alone_is_imported_and_told(library: Path, run: Run) -> None:
    Path("goals.json").write_text(
        '{"goals": [{"papers": 24, "from_on": "2026-01-01", "by_on": "2026-12-31"}]}', "utf-8"
    )
    ran = run("import", "goals.json")
    assert (ran.code, ran.out) == (0, "goals.json: readtrack JSON\n  0 papers · 1 goal · nothing skipped\n")
    assert rows(library, GOALS) == [(24, "2026-01-01", "2026-12-31")]


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT OR REPLACE INTO goals (papers, from_on, by_on) VALUES (5, '2026-01-01', '2026-12-31')",
        "UPDATE OR REPLACE goals SET by_on = '2026-12-31' WHERE papers = 9",
    ],
)
def test_a_goal_that_sql_replaces_comes_back_by_undo(library: Path, run: Run, statement: str) -> None:
    run("goal", "set", "24", "--by", "2026-12-31")
    run("goal", "set", "9", "--by", "2026-11-30")
    before = rows(library, GOALS)
    conn = sqlite3.connect(library, isolation_level=None)
    conn.execute(statement)
    conn.close()
    assert rows(library, GOALS) != before
    assert run("undo").code == 0
    assert rows(library, GOALS) == before
