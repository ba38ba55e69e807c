"""Notes are changed in what is said of them, and in nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Run, rows

FACTS = "SELECT body, page, quote FROM notes"


@pytest.fixture
def note(library: Path, run: Run) -> Path:
    """A library with a note of which all is said."""
    assert run("notes", "add", "ansor", "Sketches", "--page", "4-6", "--quote", "a tree").code == 0
    return library


@pytest.mark.parametrize(
    ("said", "left"),
    [
        (("Annotations",), ("Annotations", "4-6", "a tree")),
        (("--page", "7"), ("Sketches", "7", "a tree")),
        (("--quote", "a bush"), ("Sketches", "4-6", "a bush")),
        (("--page", ""), ("Sketches", None, "a tree")),
        (("--quote", ""), ("Sketches", "4-6", None)),
    ],
)
def test_what_is_not_said_of_a_note_stays_and_what_is_empty_goes(
    note: Path, run: Run, said: tuple[str, ...], left: tuple[str | None, ...]
) -> None:
    assert run("notes", "edit", "1", *said).code == 0
    assert rows(note, FACTS) == [left]


def test_a_note_that_is_told_what_it_says_already_does_not_change(note: Path, run: Run) -> None:
    before = rows(note, "SELECT updated_at FROM notes"), rows(note, "SELECT count(*) FROM changes")
    assert run("notes", "edit", "1", "Sketches", "--page", "4-6", "--quote", "a tree").code == 0
    assert (rows(note, "SELECT updated_at FROM notes"), rows(note, "SELECT count(*) FROM changes")) == before
