"""next: what is being read, due, important, on the current list or waiting comes first, and says why."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Run

from readtrack import render, render_next
from readtrack.store import choosing, opening


def chosen(run: Run, *arguments: str) -> list[str]:
    return [choice["key"] for choice in run("next", "--json", *arguments).json]


def test_without_a_word_the_first_of_the_list_comes_first(library: Path, run: Run) -> None:
    assert chosen(run) == ["ansor", "hummingbird", "rammer", "clockwork", "pipeswitch"]
    assert chosen(run, "-n", "2") == ["ansor", "hummingbird"]


def test_what_is_being_read_comes_before_what_is_queued_and_finished_papers_never(library: Path, run: Run) -> None:
    run("mark", "gavel", "--queued")
    run("mark", "antman", "--reading")
    run("mark", "ansor", "--read")
    run("mark", "hummingbird", "--abandoned")
    assert chosen(run)[:2] == ["antman", "gavel"]
    assert not {"ansor", "hummingbird"} & set(chosen(run, "-n", "11"))


def test_a_day_and_a_priority_weigh_as_the_page_says(library: Path, run: Run) -> None:
    run("plan", "gavel", "--due", "2026-12-04")  # in ten days
    run("plan", "antman", "--priority", "high")
    run("plan", "kungfu", "--due", "2026-11-20")  # overdue
    run("plan", "hived", "--due", "2027-02-01")  # too far off to count
    choices = {choice["key"]: choice for choice in run("next", "--json", "-n", "11").json}
    assert choices["gavel"]["parts"] == {"status": 5.0, "due": 8.0}
    assert choices["antman"]["parts"] == {"status": 5.0, "priority": 6.0}
    assert choices["kungfu"]["parts"] == {"status": 5.0, "due": 12.0}
    assert choices["hived"]["parts"] == {"status": 5.0}
    assert list(choices)[:4] == ["kungfu", "gavel", "antman", "hived"]
    assert choices["kungfu"]["why"] == ["4 days overdue", "queued"]
    assert choices["gavel"]["why"] == ["due in 10 days", "queued"]
    assert choices["antman"]["why"] == ["high priority", "queued"]


def test_the_list_of_the_paper_finished_last_counts(library: Path, run: Run) -> None:
    run("mark", "antman", "--read")
    first, *_ = run("next", "--json").json
    assert (first["key"], first["parts"], first["why"]) == ("ansor", {"list": 3.0}, ["on osdi2020"])


def test_what_waits_longer_comes_first(library: Path, run: Run) -> None:
    import sqlite3

    conn = sqlite3.connect(library, isolation_level=None)
    conn.execute("UPDATE papers SET added_at = '2026-05-26T12:00:00.000Z' WHERE key = 'ansor'")
    conn.close()
    first, second, *_ = run("next", "--json").json
    assert (first["key"], first["parts"], first["why"]) == ("ansor", {"waiting": 1.0}, ["waiting 182 days"])
    assert second["score"] == 0


def test_the_best_of_a_large_library_are_those_of_all_scores(library: Path, run: Run) -> None:
    """Only a few candidates are scored: they are the best of all."""
    for number, key in enumerate(("hived", "antman", "kungfu", "byteps")):
        run("mark", key, "--queued" if number % 2 else "--reading")
    run("plan", "rammer", "--priority", "low")
    run("mark", "gavel", "--read")
    with opening.reading(library) as store:
        everything = choosing.choose(store, 11)
        for count in range(1, 11):
            assert choosing.choose(store, count) == everything[:count]


def test_explain_shows_the_sum(library: Path, run: Run) -> None:
    run("plan", "gavel", "--due", "2026-12-04")
    shown = run("next", "--explain", "-n", "1").out
    assert shown.endswith("due in 10 days · queued\n         13.0 = status 5.0 + due 8.0\n")


def test_by_chance_only_papers_that_are_left_are_drawn(library: Path, run: Run) -> None:
    run("mark", "ansor", "--read")
    drawn = chosen(run, "--random", "-n", "11")
    assert len(drawn) == len(set(drawn)) == 10
    assert "ansor" not in drawn
    assert len({tuple(chosen(run, "--random", "-n", "3")) for _ in range(20)}) > 1


def test_an_empty_library_says_how_to_fill_it(run: Run) -> None:
    run("init", "--empty")
    assert run("next").out == "Nothing is left to read. `readtrack import FILE` brings more.\n"


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_lines_fit_the_terminal(library: Path, width: int) -> None:
    with opening.reading(library) as store:
        shown = render_next.choices(choosing.choose(store, 11), render.Screen(width, False, False), explain=True)
    assert max(map(render.width_of, shown.split("\n"))) <= width


def test_a_list_on_which_nothing_is_left_is_not_the_current_one(library: Path, run: Run) -> None:
    import sqlite3

    conn = sqlite3.connect(library, isolation_level=None)
    conn.execute("INSERT INTO lists (slug, title) VALUES ('alist', 'Done')")
    conn.execute("INSERT INTO list_papers (list, paper) VALUES ('alist', 1)")
    conn.close()
    run("mark", "ansor", "--read")
    assert run("next", "--json").json[0]["why"] == ["on osdi2020"]


def test_the_current_list_is_looked_for_among_the_lists_that_are_not_finished(library: Path) -> None:
    asked: list[str] = []
    with opening.reading(library) as store:
        store.conn.set_trace_callback(asked.append)
        choosing.choose(store, 1)
        store.conn.set_trace_callback(None)
        (query,) = [statement for statement in asked if statement.startswith("SELECT list FROM readings")]
        steps = [row["detail"] for row in store.conn.execute(f"EXPLAIN QUERY PLAN {query}")]
    # Once for all lists, not once for each paper that was finished.
    assert "LIST SUBQUERY" in " ".join(steps)
    assert [step for step in steps if step.startswith("SCAN readings")] == []


def test_a_paper_that_is_drawn_is_scored_as_ever(library: Path, run: Run) -> None:
    run("mark", "ansor", "--read")
    run("mark", "gavel", "--reading")
    scored = {choice["key"]: choice for choice in run("next", "--json", "-n", "11").json}
    drawn = {choice["key"]: choice for choice in run("next", "--json", "--random", "-n", "11").json}
    assert drawn == scored
    assert all("list" in choice["parts"] for choice in drawn.values())


@pytest.mark.parametrize("added", ["", "long ago"])
def test_what_was_added_nobody_knows_when_waits_for_nothing(library: Path, run: Run, added: str) -> None:
    import sqlite3

    conn = sqlite3.connect(library, isolation_level=None)
    conn.execute("UPDATE papers SET added_at = ?", (added,))
    conn.close()
    assert {choice["score"] for choice in run("next", "--json", "-n", "11").json} == {0}


def test_a_choice_names_the_list_only_where_its_paper_stands_there(library: Path, run: Run) -> None:
    run("mark", "ansor", "--read")
    run("add", "Another paper", "--key", "another")
    run("plan", "another", "--by", "tomorrow")
    with opening.reading(library) as store:
        for choices in (choosing.choose(store, 11), choosing.draw(store, 11)):
            assert {choice.list for choice in choices if choice.paper.key != "another"} == {"osdi2020"}
            assert [choice.list for choice in choices if choice.paper.key == "another"] == [None]
