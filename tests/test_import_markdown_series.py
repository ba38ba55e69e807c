"""Markdown reading lists -> drafts of papers: series of names, and commas, around a title that nothing marks."""

from __future__ import annotations

import pytest
from markdown_pages import ADA, ALAN, GRACE, TITLE, URL, papers, titles

from readtrack.model import Author


@pytest.mark.parametrize(
    ("who", "authors"),
    [
        ("Ada Lovelace, Alan Turing, and Grace Hopper", (ADA, ALAN, GRACE)),
        ("Ada Lovelace, Alan (Al) Turing, and Grace Hopper", (ADA, Author("Alan (Al) Turing"), GRACE)),
        ("Ada Lovelace, Alan Turing, Mahmut Grace Hopper", (ADA, ALAN, Author("Mahmut Grace Hopper"))),
    ],
)
def test_the_last_of_several_authors_begins_no_title(who: str, authors: tuple[Author, ...]) -> None:
    (draft,) = papers(f"## Looms\n\n- {who}. {TITLE}: On Wide Looms. Commun. ACM. 2021. {URL}\n")
    assert (draft.title, draft.year, draft.authors) == (f"{TITLE}: On Wide Looms", 2021, authors)


def test_authors_with_their_workplaces_and_semicolons_between_end_a_title() -> None:
    who = "Ada Lovelace, University of Looms; Alan Turing and Grace Hopper, Weaving University & Institute of Cards"
    (draft,) = papers(f"## Looms\n\n- {TITLE}: Fast, Wide, {who}. {URL}\n")
    assert draft.title == f"{TITLE}: Fast, Wide"
    assert [author.name for author in draft.authors] == ["Ada Lovelace", "Alan Turing", "Grace Hopper"]
    assert draft.authors[0].affiliations == ("University of Looms",)


def test_a_comma_in_brackets_ends_no_title() -> None:
    line = f"Weaving by Cards: The Conjecture (Card, Bobbin, and Weft): {URL}"
    assert titles(f"## Looms\n\n- {line}\n- [{TITLE}]({URL}b)\n") == [line.partition(": http")[0], TITLE]
