"""Markdown reading lists -> drafts of papers: a reader's log, where links and notes stand below titles."""

from __future__ import annotations

from typing import Any

import pytest
from markdown_pages import ADA, ALAN, GRACE, TITLE, papers, titles

from readtrack.model import Author

PDF = "https://e.org/looms.pdf"


def _log(*lines: str) -> str:
    return "\n".join(f"{number}) {line}\n    - {PDF}?{number}\n" for number, line in enumerate(lines, 1))


@pytest.mark.parametrize(
    ("behind", "year", "authors"),
    [
        (" by Ada Lovelace and Alan Turing, published 2019", 2019, (ADA, ALAN)),
        (", Ada Lovelace & Alan Turing, published in 2019", 2019, (ADA, ALAN)),
        (", Ada Lovelace, Alan Turing, Grace Hopper, pub 1999", 1999, (ADA, ALAN, GRACE)),
        (", Ada Lovelace, Alan Turing, pub June 2014", 2014, (ADA, ALAN)),
        (", Ada Lovelace, Et al., pub June 2014", 2014, (ADA,)),
        (" by Ada B. Lovelace, published", None, (Author("Ada B. Lovelace"),)),
        (", Ada Lovelace, Alan Turing, and Grace Hopper", None, (ADA, ALAN, GRACE)),
        ("", None, ()),
    ],
)
def test_a_numbered_title_with_a_link_below_is_a_paper_by_whom_and_when_it_says(
    behind: str, year: int | None, authors: tuple[Any, ...]
) -> None:
    draft = papers(_log(f"{TITLE}{behind}", "Weaving by Cards on Wide Looms, Ada Lovelace, published 1843"))[0]
    assert (draft.title, draft.year, draft.authors) == (TITLE, year, authors)
    assert [link.url for link in draft.links] == [f"{PDF}?1"]


def test_the_year_and_notes_of_a_title_may_stand_below_it() -> None:
    (draft, *_) = papers(f"1) {TITLE}, Ada Lovelace, Alan Turing\n    - published 2014\n    - Of looms.\n    - {PDF}\n")
    assert (draft.title, draft.year, draft.authors) == (TITLE, 2014, (ADA, ALAN))
    assert [note.body for note in draft.notes] == ["Of looms."]


@pytest.mark.parametrize(
    "line", ["Slides of the lecture", "Some notes we wrote for week two", "Where this is all from"]
)
def test_words_above_a_link_to_a_file_are_no_title_where_no_other_is(line: str) -> None:
    assert titles(f"## Papers\n\n- [{TITLE}]({PDF})\n\n## More\n\n{_log(line)}") == [TITLE]


def test_published_is_a_word_of_a_title_where_it_ends_one() -> None:
    assert titles(f"- [Why Most Findings on Looms Are Published]({PDF})\n") == [
        "Why Most Findings on Looms Are Published"
    ]
