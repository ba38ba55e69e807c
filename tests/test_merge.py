"""Two papers that are one: `duplicates` shows them, `merge` joins them and loses nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Run, rows

ANSOR = "Ansor: Generating High-Performance Tensor Programs for Deep Learning"


@pytest.fixture
def double(library: Path, run: Run) -> Path:
    """A library with Ansor twice, the second time by hand, with notes on both."""
    added = run(
        "add", ANSOR + ", a Preprint", "--key", "ansor2", "--year", "2019", "--author", "Lianmin Zheng",
        "--venue", "arXiv", "--link", "https://github.com/apache/tvm", "--doi", "10.1000/ansor",
        "--abstract", "Tensor programs.",
    )  # fmt: skip
    assert added.code == 0, added.err
    run("notes", "add", "ansor", "On the first")
    run("notes", "add", "ansor2", "On the second", "--page", "4")
    run("tags", "add", "ansor2", "search")
    return library


def test_a_pair_that_may_be_one_is_shown_and_others_are_not(double: Path, run: Run) -> None:
    pairs = run("duplicates", "--json").json
    assert [[paper["key"] for paper in pair["papers"]] for pair in pairs] == [["ansor", "ansor2"]]
    assert "readtrack merge ansor ansor2" in run("duplicates").out


def test_a_library_without_doubles_says_so(library: Path, run: Run) -> None:
    assert run("duplicates").out == "No two papers look like one.\n"
    assert run("duplicates", "--json").json == []


@pytest.mark.parametrize(
    ("title", "author", "why"),
    [
        ("Retiarii: A Deep Learning Exploratory Training Frameworks", "Quanlu Zhang", "same title"),
        ("Retiarii: A Deep Learning Exploratory Traning Framework", "Quanlu Zhang", "nearly the same title"),
        ("Retiarii: A Deep Learning", "Quanlu Zhang", "begins like the other"),
        ("Retiarii: a Deep Learning Exploratory-Training Framework", "Ada Lovelace", "other authors"),
    ],
)
def test_what_two_papers_share_is_said(library: Path, run: Run, title: str, author: str, why: str) -> None:
    assert run("add", title, "--year", "2021", "--author", author).code == 0
    (pair,) = run("duplicates", "--json").json
    assert why in pair["why"]


@pytest.mark.parametrize(
    ("one", "other", "year", "pairs"),
    [
        ("Abcd", "Abcd on many cores", 2020, 0),  # too short a beginning says nothing
        ("Abcde", "Abcde on many cores", 2020, 1),
        ("Abcde", "Many cores of Abcde", 2020, 0),
        ("Abcde", "Abcde on many cores", 2010, 0),
    ],
)
def test_a_title_that_begins_like_another_of_the_time_is_a_pair(
    run: Run, one: str, other: str, year: int, pairs: int
) -> None:
    run("add", one, "--author", "Ada Lovelace", "--year", "2020", "--key", "one")
    run("add", other, "--author", "Ada Lovelace", "--year", str(year), "--key", "other")
    assert len(run("duplicates", "--json").json) == pairs


@pytest.mark.parametrize("part", ["i", "ii", "iii", "iv", "v", "vi", "2"])
def test_each_part_of_a_series_is_another_paper(run: Run, part: str) -> None:
    for key, title in (
        ("one", "Notes on Computable Numbers"),
        ("other", f"Notes on Computable Numbers {part.upper()}"),
    ):
        run("add", title, "--author", "Ada Lovelace", "--year", "2020", "--key", key)
    assert run("duplicates", "--json").json == []


@pytest.mark.parametrize("title", ["Retiarii II: A Deep Learning Exploratory-Training Framework", "Retiarii"])
def test_parts_of_a_series_and_mere_nicknames_are_no_pair(library: Path, run: Run, title: str) -> None:
    run("add", title, "--year", "2020")
    assert run("duplicates", "--json").json == []


def test_the_paper_that_stays_gains_facts_notes_and_tags_of_the_other(double: Path, run: Run) -> None:
    assert run("merge", "ansor", "ansor2").code == 0
    paper = run("show", "ansor", "--json").json
    assert (paper["title"], paper["venue"], paper["year"], paper["doi"]) == (ANSOR, "OSDI", 2020, "10.1000/ansor")
    assert paper["abstract"] == "Tensor programs."
    assert [link["url"] for link in paper["links"]][-1] == "https://github.com/apache/tvm"
    assert [(note["body"], note["page"]) for note in paper["notes"]] == [("On the first", None), ("On the second", "4")]
    assert paper["tags"] == ["search"]
    assert run("show", "ansor2").code == 1
    assert rows(double, "SELECT count(*) FROM papers_fts WHERE papers_fts MATCH 'preprint'") == [(0,)]


@pytest.mark.parametrize(
    ("keep", "other", "left"),
    [
        ("--read", "--queued", "read"),
        ("--queued", "--read", "read"),
        ("--reading", "--unread", "reading"),
        ("--unread", "--skimmed", "skimmed"),
    ],
)
def test_the_higher_status_wins_and_every_reading_is_kept(
    double: Path, run: Run, keep: str, other: str, left: str
) -> None:
    run("mark", "ansor", keep)
    run("mark", "ansor2", other)
    (count,) = rows(double, "SELECT count(*) FROM readings")
    run("merge", "ansor", "ansor2")
    assert run("show", "ansor", "--json").json["status"] == left
    assert rows(double, "SELECT count(*) FROM readings WHERE paper = 1") == [count]


def test_the_higher_status_wins_though_it_is_the_older_reading(double: Path, run: Run) -> None:
    run("mark", "ansor", "--read")
    run("mark", "ansor2", "--queued")
    run("merge", "ansor2", "ansor")
    assert run("show", "ansor2", "--json").json["status"] == "read"


def test_it_says_how_to_take_it_apart_and_that_works(double: Path, run: Run) -> None:
    before = [run("show", key, "--json").json for key in ("ansor", "ansor2")]
    assert run("merge", "ansor", "ansor2").out.splitlines()[-1] == "`readtrack undo` takes them apart again."
    assert run("undo").code == 0
    assert [run("show", key, "--json").json for key in ("ansor", "ansor2")] == before


def test_a_merge_is_one_change_that_keeps_what_was_there(double: Path, run: Run) -> None:
    run("merge", "ansor", "ansor2")
    import json

    what, papers = rows(double, "SELECT what, papers FROM changes ORDER BY id DESC LIMIT 1")[0]
    assert what == "merge ansor2 into ansor"
    assert sorted(row["key"] for row in json.loads(papers)["before"]["papers"]) == ["ansor", "ansor2"]


def test_a_paper_is_not_merged_into_itself(library: Path, run: Run) -> None:
    ran = run("merge", "ansor", "Ansor")
    assert (ran.code, ran.err) == (1, "Error: Ansor is that paper already; name another to merge into it.\n")
