"""Markdown reading lists -> drafts of papers: a line alone below its heading, among headings with lists."""

from __future__ import annotations

import pytest
from markdown_pages import papers

_LISTED = "".join(f"{number}. {1990 + number} Weaving of Kind {chr(64 + number)}\n" for number in range(1, 7))


def found(line: str, listed: str = _LISTED) -> list[tuple[str, int | None, list[str]]]:
    page = f"# Papers\n\n## Weaving\n\n{listed}\n## Carding\n\n{line}\n\n## Lace\n\n1. 2003 Lace of All Kinds\n"
    return [
        (draft.title, draft.year, [one.name for one in draft.authors])
        for draft in papers(page)
        if draft.title.startswith("Card")
    ]


def test_a_line_alone_below_its_heading_is_a_paper_where_lists_below_others_say_the_same_kinds_of_facts() -> None:
    assert found("2003 Carding of Fine Wool") == [("Carding of Fine Wool", 2003, [])]


def test_lists_of_few_items_are_papers_beside_it_as_they_are_without_it() -> None:
    lace = "## Lace\n\n1. 1843 Lace of Old\n2. 1844 The Fine Wool\n"
    page = f"## Weaving\n\n{_LISTED}\n{lace}\n## Cards\n\n2003 Carding of Wool\n"
    assert [draft.title for draft in papers(page)][6:] == ["Lace of Old", "The Fine Wool", "Carding of Wool"]


def test_authors_and_a_year_tell_it_as_well() -> None:
    listed = "".join(f"- Weaving of Kind {chr(65 + at)}. Ada Lovelace, Alan Turing. 1990\n" for at in range(7))
    line = "Carding of Fine Wool. Grace Hopper, Alan Turing. 2003"
    assert found(line, listed) == [("Carding of Fine Wool", 2003, ["Grace Hopper", "Alan Turing"])]


@pytest.mark.parametrize(
    "line",
    [
        "Carding of Fine Wool",
        "2003 Carding of wool. It is read last in summer, when all is woven.",
        "2003 Carding of Fine Wool\n\n2004 and more",
        "2003 Carding of all that is below:",
    ],
)
def test_another_line_alone_below_its_heading_is_none(line: str) -> None:
    assert found(line) == []


def test_a_line_alone_is_none_where_lists_say_other_facts() -> None:
    listed = "".join(f"- Weaving of Kind {chr(65 + at)} by Ada Lovelace and Alan Turing\n" for at in range(7))
    assert found("2003 Carding of Fine Wool", listed) == []


def test_a_year_may_stand_before_a_system_whose_name_a_small_letter_begins() -> None:
    assert papers("- 2017 iLoom: Weaving of All Kinds at Once\n- 2018 Weaving of Cards\n- 2019 Lace\n")[0].title == (
        "iLoom: Weaving of All Kinds at Once"
    )


@pytest.mark.parametrize(
    ("heading", "line"),
    [
        ("News", "Carding of Fine Wool (SOSP 2021)"),
        ("Where we met", "Held with the Workshop on Carding (OSDI 2020)"),
        ("About", "Presented as a Tutorial (SOSP 2021)"),
        ("Prizes", "Best Paper Award Winner (SOSP 2021)"),
    ],
)
def test_what_was_done_or_is_news_is_no_paper(heading: str, line: str) -> None:
    listed = "".join(f"- Weaving of Kind {chr(65 + at)} (OSDI 2020)\n" for at in range(5))
    assert len(papers(f"# Looms\n\n## Weaving\n\n{listed}\n## {heading}\n\n{line}\n")) == 5
