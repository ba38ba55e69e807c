"""log: every change, whoever made it, in words; by day, by paper, by whom. It is Tuesday 24 November 2026, noon."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from conftest import Run

from readtrack import render, render_log
from readtrack.store import logs, opening


@pytest.fixture
def changed(library: Path, run: Run) -> Path:
    """A library in which the command line, the browser and SQL have changed something."""
    run("mark", "ansor", "--read", "--rating", "4")
    run("tags", "add", "gavel", "gpu", "scheduling")
    conn = sqlite3.connect(library, isolation_level=None)
    conn.execute("INSERT INTO notes (paper, body) VALUES (3, 'by SQL')")
    conn.execute("UPDATE changes SET at = '2026-11-20T09:30:00.000Z', actor = 'browser' WHERE what LIKE 'tag%'")
    conn.execute("UPDATE changes SET at = '2026-11-24T12:05:00.000Z' WHERE actor = 'sql'")
    conn.close()
    return library


def told(run: Run, *arguments: str) -> list[str]:
    return [change["what"] for change in run("log", "--json", *arguments).json]


def test_every_change_is_told_in_words_the_latest_first(changed: Path, run: Run) -> None:
    assert run("log").out == (
        "Tue 24 Nov 2026\n"
        "  12:05  SQL           Rammer: note 1 added\n"
        "\n"
        "Fri 20 Nov 2026\n"
        "  09:30  browser       Gavel: tags gpu, scheduling added\n"
        "\n"
        "Tue 24 Nov 2026\n"
        "  12:00  command line  Ansor: unread → read, rated 4 of 5\n"
        "  12:00  command line  start with osdi2020 (11 papers)\n"
    )


def test_changes_are_chosen_by_paper_by_whom_and_by_day(changed: Path, run: Run) -> None:
    assert told(run, "gavel") == ["tag gavel gpu, scheduling", "start with osdi2020"]
    assert told(run, "--by", "sql") == ["insert notes"]
    assert told(run, "--by", "browser", "ansor") == []
    assert run("log", "ansor").out.endswith("Ansor: added with osdi2020\n")
    assert told(run, "--on", "2026-11-20") == ["tag gavel gpu, scheduling"]
    assert told(run, "--on", "friday") == ["tag gavel gpu, scheduling"]
    assert len(told(run, "--on", "2026-11")) == len(told(run, "--on", "2026")) == 4
    assert told(run, "--on", "2025") == []
    assert told(run, "--limit", "1") == ["insert notes"]
    assert run("log", "--on", "2025").out == "Nothing was changed.\n"
    assert run("log", "--by", "nobody").code == 2


def test_undo_tells_what_came_back(changed: Path, run: Run) -> None:
    assert run("undo").out == "Undone: insert notes\nRammer: note 1 removed\n"
    assert run("redo").out == "Redone: insert notes\nRammer: note 1 added\n"
    first = run("log", "--limit", "2").out.splitlines()
    assert first[1].endswith("command line, redo  Rammer: note 1 added")
    assert first[2].endswith("command line, undo  Rammer: note 1 removed")


def test_of_many_papers_only_the_number_is_told(changed: Path, run: Run) -> None:
    run("mark", "gavel", "hived", "rammer", "antman", "kungfu", "byteps", "--queued")
    assert " ".join(run("log", "--limit", "1").out.split()).endswith("antman kungfu byteps ... (6 papers)")
    assert len(run("undo").out.splitlines()) == 1


def test_a_paper_that_is_gone_is_told_by_the_words_of_the_change(changed: Path, run: Run) -> None:
    run("remove", "gavel", "--yes")
    assert run("log", "--limit", "1").out.splitlines()[1].endswith("remove gavel")


def test_a_moment_that_a_guest_wrote_is_no_error(changed: Path, run: Run) -> None:
    conn = sqlite3.connect(changed, isolation_level=None)
    conn.execute("UPDATE changes SET at = 'once', actor = 'my\x1bscript' WHERE actor = 'sql'")
    conn.close()
    ran = run("log")
    assert ran.code == 0
    assert ran.out.startswith("once\n")
    assert "\x1b" not in ran.out
    assert told(run, "--on", "2026")[0] != "insert notes"


@pytest.mark.parametrize("width", [60, 80, 200])
def test_lines_fit_the_terminal_also_without_unicode(changed: Path, width: int) -> None:
    with opening.reading(changed) as store:
        shown = render_log.log(
            logs.log(store, paper=None, actor=None, day=None, limit=None), render.Screen(width, False, False)
        )
    assert max(map(render.width_of, shown.split("\n"))) <= width
    assert "unread -> read" in shown
    assert shown.isascii()


def test_what_happened_to_the_facts_of_a_paper_is_told_under_any_key(library: Path, run: Run) -> None:
    def said(key: str) -> list[str]:
        return [", ".join(paper["changes"]) for change in run("log", key, "--json").json for paper in change["papers"]]

    run("edit", "rammer", "--key", "tmp")
    run("edit", "hived", "--key", "rammer")
    assert said("tmp") == ["key edited", "added with osdi2020"]
    assert said("rammer") == ["key edited", "added with osdi2020"]
    run("add", "A paper by hand", "--key", "hand")
    run("merge", "gavel", "hand")
    run("undo")
    assert said("hand") == ["came back out of gavel", "went into gavel", "added"]
    assert said("gavel")[:2] == ["gave hand back", "took in hand, which was the same paper"]
    run("remove", "hand", "--yes")
    run("undo")
    assert said("hand")[0] == "removal undone"
    Path("list.md").write_text("- [ ] A paper from a list (OSDI 2021)\n", "utf-8")
    run("import", "list.md")
    assert said("paper-from-list")[-1] == "imported from list.md"
