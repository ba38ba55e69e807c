"""Markdown reading lists -> drafts of papers: people between years and titles, with dashes around them."""

from __future__ import annotations

import pytest
from markdown_pages import URL, papers

_KNOWN = ("Smith", "Johnson", "Williams", "Weftholm", "Falorsini")


def read(*before: str, line: str = "20{:02} - {} - [The Weaving of Kind {}]({})") -> list[tuple[str, list[str]]]:
    """The titles and people of a page, each line of which has one of ``before`` behind its year."""
    lines = (f"- {line.format(at, who, chr(65 + at), URL)}\n" for at, who in enumerate(before))
    drafts = papers("# Papers\n\n" + "".join(lines))
    assert [draft.year for draft in drafts] == [2000 + at for at in range(len(before))]
    return [(draft.title, [one.name for one in draft.authors]) for draft in drafts]


@pytest.mark.parametrize(
    "line",
    [
        "20{:02} - {} - [The Weaving of Kind {}]({})",
        "20{:02} –  – {} – The Weaving of Kind {} – [paper]({})",
    ],
)
@pytest.mark.parametrize("who", ["Cutrini", "De la Weft", "Pierre-Weft", "Ada Lovelace", "Hopper, Turing"])
def test_names_between_years_and_titles_are_people_where_some_of_a_page_are_known(line: str, who: str) -> None:
    before = (*_KNOWN, who)
    assert read(*before, line=line) == [
        (f"The Weaving of Kind {chr(65 + at)}", one.split(", ")) for at, one in enumerate(before)
    ]


@pytest.mark.parametrize("who", ["GPU", "Learning", "Paris", "OSDI"])
def test_a_word_that_is_no_name_behind_a_year_is_nobody_though_others_are_people(who: str) -> None:
    assert read(*_KNOWN, who)[-1][1] == []


@pytest.mark.parametrize(
    "before",
    [
        ("Loomnet", "Weftnet", "Cardnet", "Shuttle", "Heddle", "Warpnet"),  # systems
        ("Smith", "Smith", "Smith", "Smith", "Johnson", "Johnson"),  # two who have looms called after them
        ("Smith", "Johnson", "Williams", "Weftholm", "Vision", "GPU", "Learning", "Data"),
    ],
)
def test_words_between_years_and_titles_are_nobody_where_few_may_be_people(before: tuple[str, ...]) -> None:
    assert not any(people for _, people in read(*before))
