"""Markdown reading lists -> drafts of papers: headings that name papers, and people and titles in the lines below."""

from __future__ import annotations

import pytest
from markdown_pages import TITLE, papers, said


def _page(heading: str, who: str) -> str:
    return f'# Weaving\n\n## Looms\n\n### {heading}\n**{who}** "{TITLE}"\n\nWeaves the cards of many looms at once.\n'


@pytest.mark.parametrize(
    ("who", "names"),
    [
        ("Lovelace et al.", ["Lovelace"]),
        ("Edge et al.", ["Edge"]),
        ("Xu, Shi, Choi.", ["Xu", "Shi", "Choi"]),
        ("Tang & Yang.", ["Tang", "Yang"]),
    ],
)
def test_family_names_in_bold_before_a_quoted_title_are_those_who_wrote_it(who: str, names: list[str]) -> None:
    (paper,) = papers(_page("LoomNet (OSDI 2020) — MUST-READ", who))
    assert (paper.title, paper.venue, paper.year) == (TITLE, "OSDI", 2020)
    assert [one.name for one in paper.authors] == names


@pytest.mark.parametrize("who", ["Cards and Looms.", "Weaving.", "Cards, Looms."])
def test_words_in_bold_before_a_quotation_are_no_people(who: str) -> None:
    assert all(not paper.authors for paper in papers(_page("LoomNet (OSDI 2020)", who)))


@pytest.mark.parametrize(
    ("heading", "venue", "year"),
    [
        ("LoomNet (ICLR 2024 Workshop) — MUST-READ", "ICLR Workshop", 2024),
        ("LoomNet (EMNLP Findings 2024)", "Findings of EMNLP", 2024),
        ("LoomNet (Preprint, 2023) — SHOULD-READ", None, 2023),
        ("Looms (2018)", None, None),
        ("LoomNet (for 2018 and later) — MUST-READ", None, None),
    ],
)
def test_brackets_in_a_heading_say_all_of_where_and_when_the_paper_below_appeared(
    heading: str, venue: str | None, year: int | None
) -> None:
    assert said(_page(heading, "Lovelace et al."), "venue", "year") == {"title": TITLE, "venue": venue, "year": year}


@pytest.mark.parametrize(
    ("line", "names"), [('**Looms and Mills.** "{}". Ada Lovelace', ["Ada Lovelace"]), ('**Survey et al.** "{}"', [])]
)
def test_topics_in_bold_before_a_quoted_title_wrote_nothing(line: str, names: list[str]) -> None:
    (paper,) = papers(f"# Weaving\n\n- {line.format(TITLE)}\n")
    assert (paper.title, [one.name for one in paper.authors]) == (TITLE, names)
