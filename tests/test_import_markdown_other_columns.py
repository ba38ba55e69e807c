"""Markdown reading lists -> drafts of papers: days, people and lines of tables that say nothing of the papers there."""

from __future__ import annotations

import pytest
from markdown_pages import ADA, ALAN, TITLE, URL, papers

from readtrack.model import Draft

OTHERS = ["Weaving at Night", "Cards of Many Holes"]


def _table(heads: str, *cells: str) -> list[Draft]:
    """The papers of a table whose rows begin with a title; ``cells``: what stands behind each."""
    rows = "".join(
        f"| [{title}]({URL}{number}) | {more} |\n"
        for number, (title, more) in enumerate(zip([TITLE, *OTHERS], cells, strict=False))
    )
    return papers(f"# Papers\n\n| Title | {heads} |\n|{'---|' * (heads.count('|') + 2)}\n{rows}")


@pytest.mark.parametrize("header", ["Added", "Last accessed", "Updated", "Due", "Meeting", "Read by"])
def test_a_day_in_another_column_is_none_of_the_paper(header: str) -> None:
    assert [draft.year for draft in _table(f"Year | {header}", " | 2024-01-02", " | 2024-01-05")] == [None, None]


def test_a_number_beside_a_column_of_years_is_no_year() -> None:
    drafts = _table("Year | Pages | Citations", " | 12 | 2015", " | 2015 | ", "2001 | 13 | 2018")
    assert [draft.year for draft in drafts] == [None, None, 2001]


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        *[
            (header, ("Ada Lovelace (2023)", "Alan Turing (2022)", "Grace Hopper (2022)"))
            for header in ("Presented by", "Reviewer", "Recommended by", "Summarised", "Translator")
        ],
        *[
            (header, ("Wrenfold et al. 2014", "Askelund et al. 2017", "Turing et al. 1950"))
            for header in ("Baseline", "Cites")
        ],
        ("City", ("Vienna, 2011", "Paris, 2012", "Lisbon, 2013")),
        ("", ("Vienna, 2011", "Paris, 2012", "Lisbon, 2013")),
    ],
)
def test_people_and_years_in_a_column_of_something_else_are_none_of_the_paper(
    header: str, cells: tuple[str, ...]
) -> None:
    assert [(draft.authors, draft.year) for draft in _table(header, *cells)] == [((), None)] * 3


@pytest.mark.parametrize("header", ["", "Who", "Reference", "Citation"])
def test_people_and_years_in_a_column_of_theirs_are_those_of_the_paper(header: str) -> None:
    drafts = _table(header, "Lovelace et al. (1843)", "Turing, 1950", "Hopper (1952)")
    assert [(draft.authors[0].name, draft.year) for draft in drafts] == [
        ("Lovelace", 1843),
        ("Turing", 1950),
        ("Hopper", 1952),
    ]


def test_a_day_alone_below_a_table_is_none_of_its_last_paper() -> None:
    (draft,) = papers(f"# Papers\n\n| Title | Year |\n|---|---|\n| [{TITLE}]({URL}) | |\n2024-01-02\n")
    assert (draft.title, draft.year) == (TITLE, None)


def test_a_day_below_the_people_below_a_table_is_of_its_last_paper() -> None:
    below = "Ada Lovelace, Alan Turing\n25 Jul 2017\n"
    (draft,) = papers(f"# Papers\n\n| Title | Year |\n|---|---|\n| [{TITLE}]({URL}) | |\n{below}")
    assert (draft.authors, draft.year) == ((ADA, ALAN), 2017)


def test_columns_may_be_called_after_several_years_and_venues() -> None:
    table = f"|  | Model | F1 | Paper | Code | Years | Venues |\n|{'---|' * 7}\n"
    rows = "".join(f"| {at} | LN{at} | 9{at} | [{TITLE} {at}]({URL}{at}) |  | 184{at} | OSDI |\n" for at in range(3))
    found = papers(f"# Mill\n\n{table}{rows}")
    assert [(one.title, one.venue, one.year) for one in found] == [
        (f"{TITLE} {at}", "OSDI", 1840 + at) for at in range(3)
    ]


@pytest.mark.parametrize(("head", "cells"), [("Years", ("1843-1852", "1844")), ("Conferences", ("many", "OSDI"))])
def test_a_column_of_several_years_or_of_no_venues_says_nothing_of_its_papers(
    head: str, cells: tuple[str, ...]
) -> None:
    rows = "".join(f"| Cards | {cell} | [{TITLE} {at}]({URL}{at}) |\n" for at, cell in enumerate(cells))
    found = papers(f"# Mill\n\n| Dataset | {head} | Paper |\n|---|---|---|\n{rows}")
    assert [(one.venue, one.year) for one in found] == [(None, None)] * 2
