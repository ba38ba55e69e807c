"""readtrack alone: where you stand, on one screen. It is Tuesday 24 November 2026."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Run

from readtrack.store import dashboard, opening


def test_one_screen_tells_where_you_stand(library: Path, run: Run) -> None:
    run("mark", "clockwork", "gavel", "--reading")
    run("mark", "ansor", "--read")
    run("plan", "rammer", "--due", "tomorrow")
    assert run().out == (
        "Reading   Gavel · Clockwork\n"
        "Due       Rammer tomorrow\n"
        "Next      Rammer (due tomorrow, queued, on osdi2020)\n"
        "osdi2020  █░░░░░░░░░░░  1 of 11 read\n"
    )


def test_what_is_empty_is_not_shown(library: Path, run: Run) -> None:
    assert run().out == "Next      Ansor\nosdi2020  ░░░░░░░░░░░░  0 of 11 read\n"


def test_an_empty_library_says_how_to_fill_it(run: Run) -> None:
    run("init", "--empty")
    assert run().out.startswith("The library is empty.")


def test_without_a_library_help_is_shown_and_none_is_made(run: Run, folder: Path) -> None:
    assert run().out.startswith("Usage: readtrack")
    assert list(folder.iterdir()) == []


def test_more_than_a_few_are_counted(library: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dashboard, "SHOWN", 2)
    run("mark", "clockwork", "gavel", "hived", "--reading")
    with opening.reading(library) as store:
        assert dashboard.being_read(store).total == 3
    assert "· 1 more\n" in run().out


def test_lines_fit_the_terminal(library: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("mark", "clockwork", "gavel", "hived", "antman", "kungfu", "byteps", "--reading")
    for width in (40, 60, 200):
        monkeypatch.setenv("COLUMNS", str(width))
        assert max(map(len, run().out.splitlines())) <= width
