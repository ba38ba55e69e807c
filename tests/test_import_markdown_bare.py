"""Markdown reading lists -> drafts of papers: headings that are titles, with what a reader wrote below them."""

from __future__ import annotations

import pytest
from markdown_pages import TITLE, URL, papers, titles

LONG = (
    "A Loom for Weaving Algebraic Patterns",
    "Punched Cards and the Memory of Machines",
    "On Carrying Digits Ahead of Time",
    "Weaving Numbers with Steam and Brass",
    "Looms Are Slow Learners of Patterns",
)


def page(headings: tuple[str, ...], below: str = "It weaves, but slowly, and nobody knows why.") -> str:
    return "# My notes\n\n" + "".join(f"### {heading}\n\n{below}\n\n" for heading in headings)


def test_headings_as_long_as_titles_and_in_capitals_are_papers_above_what_was_written_of_them() -> None:
    found = papers(page((*LONG, "Slow Looms Revisited", "looms are few shot learners")))
    assert [draft.title for draft in found] == [*LONG, "looms are few shot learners"]
    assert [note.body for note in found[0].notes] == ["It weaves, but slowly, and nobody knows why."]


@pytest.mark.parametrize(
    "headings",
    [LONG[:4], (*LONG, *(f"Part {n}" for n in range(6))), tuple(one.lower() for one in LONG)],
)
def test_few_such_headings_or_such_among_others_are_no_papers(headings: tuple[str, ...]) -> None:
    assert titles(page(headings)) == []


def test_headings_above_a_list_of_papers_head_it_whatever_stands_between() -> None:
    below = f"Note: these are of one kind.\n\n1. [{TITLE}]({URL})\n2. [*Cards that Weave Looms*] -- Ada Lovelace. 2005"
    assert not set(LONG) & set(titles(page(LONG, below)))


def test_what_stands_right_below_such_a_title_says_when_and_where_and_leads_to_it() -> None:
    found = papers(page(LONG, f"Tag:looms  Tag:cards\n\nACL 2021 的最佳论文\n\n{URL}.pdf\n\nIt weaves.\n\n- slowly"))
    assert [(one.venue, one.year, one.tags, [link.url for link in one.links]) for one in found] == [
        ("ACL", 2021, ("looms", "cards"), [f"{URL}.pdf"])
    ] * len(LONG)
    assert [note.body for note in found[0].notes] == ["It weaves.\n\n- slowly"]


def test_headings_that_say_when_and_where_are_papers() -> None:
    headings = (
        "looms in the mill (OSDI 2020)",
        "weaving of cards that work（NSDI 2019）",
        "a word on all looms (ATC 2018)",
    )
    found = papers(page((*headings, "Sound Looms of Old", "The Looms")))
    assert [(one.title, one.venue, one.year) for one in found] == [
        ("looms in the mill", "OSDI", 2020),
        ("weaving of cards that work", "NSDI", 2019),
        ("a word on all looms", "ATC", 2018),
    ]


def test_headings_that_are_links_behind_a_number_and_a_venue_are_papers_above_notes() -> None:
    notes = "- **What** is the problem?\n  - **novelty**: it [weaves](https://e.org/w)\n- Why?\n"
    headings = [
        f"1: ICWS '19 [{LONG[0]}]({URL}0)",
        f"2. TPDS '21 [{LONG[1]}]({URL}1)",
        f"3. [{LONG[2]}]({URL}2)",
        f"4. IEEE Access '18 [Looms: {LONG[3]}]({URL}3)",
    ]
    found = papers("# Notes\n\n## Looms\n\n" + "".join(f"### {heading}\n\n{notes}\n" for heading in headings))
    assert [(one.title, one.venue, one.year, one.topic) for one in found] == [
        (LONG[0], "ICWS", 2019, "Looms"),
        (LONG[1], "TPDS", 2021, "Looms"),
        (LONG[2], None, None, "Looms"),
        (f"Looms: {LONG[3]}", "IEEE Access", 2018, "Looms"),
    ]


@pytest.mark.parametrize("heading", ["Scholars studying looms and cards", "Researchers", "People to follow"])
def test_names_below_a_heading_of_people_are_no_papers(heading: str) -> None:
    names = "- Ada Wrenfold (mill)\n- Alan Askew (mill)\n- Grace Bobbinson\n"
    assert titles(f"# Papers\n\n- [{TITLE}]({URL})\n\n## {heading}\n\n{names}") == [TITLE]
