"""plan: when a paper is due, and how much it matters. The clock stands on Tuesday 24 November 2026."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Run, rows

READINGS = (
    "SELECT key, r.status, r.due_on, r.priority FROM readings AS r JOIN papers AS p ON p.id = r.paper ORDER BY r.id"
)


def test_unread_paper_that_is_planned_is_queued(run: Run, library: Path) -> None:
    ran = run("plan", "ansor", "--due", "2026-12-01", "--priority", "high")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "Ansor: unread -> queued, due Tue 1 Dec 2026, priority high\n"
    assert rows(library, READINGS) == [("ansor", "queued", "2026-12-01", "high")]
    assert rows(library, "SELECT status, due_on, priority FROM papers WHERE key = 'ansor'") == [
        ("queued", "2026-12-01", "high")
    ]


def test_finished_paper_that_is_planned_is_queued_again_and_its_reading_stays(run: Run, library: Path) -> None:
    run("mark", "ansor", "--read", "--rating", "4", "--on", "2026-11-01")
    assert run("plan", "ansor", "--priority", "low").out == "Ansor: read -> queued, priority low\n"
    assert rows(library, READINGS) == [("ansor", "read", None, None), ("ansor", "queued", None, "low")]
    assert rows(library, "SELECT rating, finished_on FROM readings ORDER BY id") == [(4, "2026-11-01"), (None, None)]


@pytest.mark.parametrize("status", ["--queued", "--reading"])
def test_plan_of_an_open_paper_amends_its_reading(run: Run, library: Path, status: str) -> None:
    run("mark", "ansor", status)
    assert run("plan", "ansor", "--due", "friday").out == "Ansor: due none -> Fri 27 Nov 2026\n"
    assert run("plan", "ansor", "--due", "2026-12-01").out == "Ansor: due Fri 27 Nov 2026 -> Tue 1 Dec 2026\n"
    assert run("plan", "ansor", "--priority", "HIGH").out == "Ansor: priority none -> high\n"
    assert rows(library, READINGS) == [("ansor", status[2:], "2026-12-01", "high")]


def test_none_takes_it_away_and_leaves_the_other(run: Run, library: Path) -> None:
    run("plan", "ansor", "--due", "tomorrow", "--priority", "high")
    assert run("plan", "ansor", "--due", "none").out == "Ansor: due Wed 25 Nov 2026 -> none\n"
    assert rows(library, READINGS) == [("ansor", "queued", None, "high")]
    assert run("plan", "ansor", "--priority", "None").out == "Ansor: priority high -> none\n"
    assert rows(library, READINGS) == [("ansor", "queued", None, None)]


def test_taking_away_what_is_not_there_changes_nothing(run: Run, library: Path) -> None:
    changes = rows(library, "SELECT count(*) FROM changes")
    assert run("plan", "ansor", "--due", "none", "--priority", "none").out == "Ansor: nothing changed\n"
    run("mark", "rammer", "--read")
    assert run("plan", "rammer", "--due", "none").out == "Rammer: nothing changed\n"
    assert rows(library, READINGS) == [("rammer", "read", None, None)]
    assert rows(library, "SELECT count(*) FROM changes") == [(changes[0][0] + 1,)]


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("next friday", "2026-11-27"),
        ("tuesday", "2026-12-01"),
        ("in 2 weeks", "2026-12-08"),
        ("4 Nov", "2027-11-04"),
        ("end of next month", "2026-12-31"),
        ("2026-11-01", "2026-11-01"),
    ],
)
def test_day_is_looked_for_in_the_future(run: Run, library: Path, said: str, day: str) -> None:
    assert run("plan", "ansor", "--due", said).code == 0
    assert rows(library, READINGS) == [("ansor", "queued", day, None)]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--due", "someday"], '"someday" is not a day.'),
        (["--due", "2026-12"], "2026-12 is a month; say which day, like 2026-12-04."),
        (["--due", ""], '"" is not a day.'),
        (["--priority", "urgent"], '"urgent" is no priority; say high, medium or low, or none to take it away.'),
        ([], "say what you plan: --due DAY, --priority high, medium or low."),
    ],
)
def test_what_cannot_be_meant_is_refused_and_nothing_changes(
    run: Run, library: Path, words: list[str], sentence: str
) -> None:
    ran = run("plan", "ansor", *words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"Error: {sentence}")
    assert rows(library, READINGS) == []


def test_several_papers_are_one_change_or_none(run: Run, library: Path) -> None:
    ran = run("plan", "ansor", "rammer", "nowhere", "--priority", "high")
    assert ran.code == 1
    assert rows(library, READINGS) == []
    assert run("plan", "ansor", "rammer", "ANSOR", "--priority", "high").out.splitlines() == [
        "Ansor: unread -> queued, priority high",
        "Rammer: unread -> queued, priority high",
    ]
    assert rows(library, "SELECT actor, what FROM changes ORDER BY id DESC LIMIT 1") == [("cli", "plan ansor rammer")]


def test_plan_is_told_where_the_paper_stands(run: Run, library: Path) -> None:
    run("plan", "ansor", "--due", "2026-12-01", "--priority", "high")
    assert "queued, due Tue 1 Dec 2026, priority high" in run("show", "ansor").out
    assert run("mark", "ansor", "--reading").out.startswith("Ansor: queued -> reading, due Tue 1 Dec 2026")
    run("mark", "ansor", "--read")
    assert "due" not in run("show", "ansor").out
