"""`lists` shows each reading list, and how far you are with it."""

from __future__ import annotations

from pathlib import Path

from conftest import Run


def test_each_list_is_shown_with_its_progress(library: Path, run: Run) -> None:
    run("mark", "ansor", "gavel", "--read")
    run("mark", "rammer", "--skimmed")
    run("add", "On Computable Numbers", "--list", "classics")
    assert run("lists").out.splitlines() == [
        "classics  classics                ░░░░░░░░░░░░  0 of 1 read",
        "osdi2020  ML System in OSDI 2020  ██░░░░░░░░░░  2 of 11 read",
    ]
    assert run("lists", "--json").json[1] == {
        "slug": "osdi2020",
        "title": "ML System in OSDI 2020",
        "source": None,
        "papers": 11,
        "read": 2,
        "by_status": {"read": 2, "skimmed": 1, "unread": 8},
    }


def test_without_a_list_it_says_where_one_comes_from(run: Run) -> None:
    run("init", "--empty")
    assert run("lists").out == "No reading list yet. `readtrack import reading.md` brings one.\n"


def test_a_list_without_papers_is_shown_too(library: Path, run: Run) -> None:
    import sqlite3

    with sqlite3.connect(library) as conn:
        conn.execute("INSERT INTO lists (slug, title) VALUES ('empty', 'Nothing yet')")
    assert "empty     Nothing yet             ░░░░░░░░░░░░  0 of 0 read" in run("lists").out
