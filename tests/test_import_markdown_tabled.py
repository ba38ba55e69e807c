"""Markdown reading lists -> drafts of papers: tables inside of bullets."""

from __future__ import annotations

import pytest
from markdown_pages import papers, titles

_ROWS = """
    |domain|model name|booktitle|title|author|
    |:-:|:-:|:-:|:-:|:-:|
    Looms|LoomNet|OSDI2013|Weaving of All Kinds at Once|Ada Lovelace, Alan Turing
    Looms|CardNet|NSDI2014|Cards on Many Looms|Grace Hopper, Ada Lovelace
    |Wool|WoolNet|SOSP2015|Wool and What It Is Made Of|Alan Turing
"""


def test_a_table_of_papers_below_a_bullet_that_only_heads_it_is_read_as_any_other() -> None:
    found = papers(f"# Papers\n\n- Papers\n{_ROWS}\n- [Lace of All Kinds](https://e.org/lace.pdf)\n")
    assert [(one.title, one.venue, one.year, len(one.authors), one.name) for one in found] == [
        ("Weaving of All Kinds at Once", "OSDI", 2013, 2, "LoomNet"),
        ("Cards on Many Looms", "NSDI", 2014, 2, "CardNet"),
        ("Wool and What It Is Made Of", "SOSP", 2015, 1, "WoolNet"),
        ("Lace of All Kinds", None, None, 0, None),
    ]
    assert [one.topic for one in found] == ["Papers", "Papers", "Papers", None]


def test_a_table_below_a_paper_is_said_of_it() -> None:
    page = f"- [Lace of All Kinds](https://e.org/lace.pdf)\n{_ROWS}\n- [Cards of Old](https://e.org/cards.pdf)\n"
    assert titles(page) == ["Lace of All Kinds", "Cards of Old"]


def test_a_table_of_figures_below_a_title_is_none_of_papers() -> None:
    table = "\n    | Loom | Speed |\n    |---|---|\n    | Old | 12.3 |\n    | New | 14.5 |\n"
    page = f"- Lace of All Kinds, OSDI 2013\n{table}\n- Cards of Old, NSDI 2014\n{table}"
    assert titles(page) == ["Lace of All Kinds", "Cards of Old"]


@pytest.mark.parametrize(
    "paper",
    [
        "[x] **Weaving at Night** (OSDI 1988)",
        "[ ] Weaving at Night (1988)",
        "[ ] Weaving at Night",
        "Weaving at Night. Lovelace et al. DSN 2011",
        "Weaving at Night (1988)",
    ],
)
def test_what_has_a_box_a_year_a_place_or_people_is_a_paper_whatever_table_is_below_it(paper: str) -> None:
    page = f"- {paper}\n{_ROWS}\n- [Cards of Old](https://e.org/cards.pdf)\n"
    assert titles(page) == ["Weaving at Night", "Cards of Old"]


def test_a_table_of_titles_and_figures_alone_is_said_of_the_paper_above_it() -> None:
    table = "\n    | Title | Score |\n    |---|---|\n    | Old Looms | 12.3 |\n    | New Looms | 14.5 |\n"
    page = f"- Lace of All Kinds\n{table}\n- [Cards of Old](https://e.org/cards.pdf)\n"
    assert not {"Old Looms", "New Looms"} & {*titles(page)}
