"""What was typed -> the paper that is meant."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from conftest import Run


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("1", "ansor"),
        ("hived", "hived"),
        ("HIVED", "hived"),
        ("2006.02464", "clockwork"),
        ("arXiv:2008.09213v2", "gavel"),
        ("https://arxiv.org/abs/2006.06762", "ansor"),
        ("https://scnakandala.github.io/papers/TR_2020_Hummingbird.pdf", "hummingbird"),
        ("Heterogeneity-Aware", "gavel"),
        ("serving dnns", "clockwork"),
        ("  a   unified architecture ", "byteps"),
        ("sharing gpu guarantees", "hived"),
        ("exploratory training", "retiarii"),
        ("ret", "retiarii"),
    ],
)
def test_a_paper_answers_to(run: Run, library: Path, words: str, key: str) -> None:
    assert run("show", words, "--json").json["key"] == key


@pytest.mark.parametrize("small", ["A", "An", "The", "On", "Of", "For"])
def test_a_key_begins_no_title_with_a_small_word(run: Run, library: Path, small: str) -> None:
    run("add", f"{small} Looms of Engines", "--author", "Ada Lovelace", "--year", "1843")
    assert run("show", "looms of engines", "--json").json["key"] == "lovelace1843looms"


def test_words_are_found_without_their_accents(run: Run, library: Path) -> None:
    run("add", "Über Bäume und Façade")
    assert run("show", "baume facade", "--json").json["title"] == "Über Bäume und Façade"


@pytest.mark.parametrize(
    ("typo", "name"),
    [
        ("Anser", "Ansor"),
        ("Asnor", "Ansor"),
        ("Humingbird", "Hummingbird"),
        ("clokwork", "Clockwork"),
        ("gavle", "Gavel"),
    ],
)
def test_a_typo_is_answered_with_the_paper_that_was_meant(run: Run, library: Path, typo: str, name: str) -> None:
    ran = run("mark", typo, "--read")
    assert ran.code == 1
    assert f"Did you mean {name} ({name.lower()})?" in ran.err


def test_a_typo_is_answered_in_a_large_library_too(run: Run, library: Path) -> None:
    conn = sqlite3.connect(library)
    conn.executemany("INSERT INTO papers (title) VALUES (?)", [(f"Filler number {n}",) for n in range(2100)])
    conn.commit()
    conn.close()
    assert "Did you mean Ansor (ansor)?" in run("show", "Anser").err


def test_a_name_goes_before_a_title_that_begins_so(run: Run, library: Path) -> None:
    run("add", "Gavel and other hammers")
    assert run("show", "gavel", "--json").json["name"] == "Gavel"


def test_two_papers_of_one_name_are_told_apart_and_neither_is_changed(run: Run, library: Path) -> None:
    run("add", "Another Ansor", "--name", "Ansor", "--key", "ansor-2")
    run("edit", "1", "--key", "ansor-1")
    ran = run("mark", "Ansor", "--read")
    assert ran.code == 1
    assert '"Ansor" matches 2 papers' in ran.err
    assert "ansor-1" in ran.err
    assert "ansor-2" in ran.err
    assert run("list", "--status", "unread", "--json").out.count('"key"') == 12
