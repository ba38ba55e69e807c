"""Markdown reading lists -> drafts of papers: what the readings of a course say that is no paper."""

from __future__ import annotations

import pytest
from markdown_pages import ADA, ALAN, GRACE, TITLE, URL, papers, titles

TABLE = "| Date | Topic | Reading |\n|---|---|---|\n"
ROW = f"| 9/1 | Looms | Ada Lovelace and Alan Turing, [{TITLE} (OSDI 2014)]({URL}) |\n"


@pytest.mark.parametrize(
    "cell",
    [
        "(none)",
        "N/A",
        "Sections 1.4-1.7 (pp. 14-23) of Lovelace and Turing",
        "Chapters 2 and 3 of Weaving by Cards",
        "pp. 3-9",
        "Etc., etc.",
    ],
)
def test_what_a_course_reads_of_a_book_or_nothing_at_all_is_no_paper(cell: str) -> None:
    assert titles(f"{TABLE}{ROW}| 9/2 | Cards | {cell} |\n") == [TITLE]
    assert titles(f"## Looms\n\n- [{TITLE}]({URL})\n- {cell}\n") == [TITLE]


def test_what_is_read_of_a_book_and_its_edition_are_no_part_of_its_title() -> None:
    cell = f"Sections 1.0-1.3 (pp. 1-14) of Ada Lovelace and Alan Turing, [_{TITLE}_, second edition (2016)]({URL})"
    (draft,) = papers(f"{TABLE}| 9/2 | Cards | {cell} |\n")
    assert (draft.title, draft.year, draft.authors) == (TITLE, 2016, (ADA, ALAN))
    assert [note.body for note in draft.notes] == ["second edition"]


@pytest.mark.parametrize("edition", ["1st ed.", "3rd edn", "2nd edition"])
def test_the_edition_of_a_cited_book_is_a_note_and_one_in_bold_is_part_of_its_title(edition: str) -> None:
    cited = (
        f"- Lovelace A (2010) The card handbook: how to weave things right, {edition.strip('.')}. Turin: Mill Books.\n"
    )
    (draft,) = papers(f"# Books\n\n{cited}")
    assert draft.title == "The card handbook: how to weave things right"
    assert [note.body for note in draft.notes] == [edition.strip(".")]
    assert titles(f"# Books\n\n- **Looms of Old, {edition}** (OSDI 2020)\n")[0].startswith("Looms of Old, ")


@pytest.mark.parametrize("part", ["sections 1, 2 and 3", "Chapters 1.0-1.3, 4 (pp. 1-14)", "p. 4"])
def test_what_is_read_of_a_book_is_the_same_before_a_link_alone_and_behind_a_name(part: str) -> None:
    assert titles(
        f"{TABLE}{ROW}| 9/2 | Cards | {part} of Ada Lovelace and Alan Turing, [_Looms of Old_ (2016)]({URL}b) |\n"
    ) == [
        TITLE,
        "Looms of Old",
    ]
    assert titles(f"{TABLE}{ROW}| 9/2 | Cards | {part} |\n") == [TITLE]


@pytest.mark.parametrize("off", ["", f" ([off-campus access]({URL}x))"])
def test_papers_of_one_cell_with_a_semicolon_between_are_several(off: str) -> None:
    second = f"Grace Hopper and Alan Turing, [Weaving by Cards Alone (ICFP 2015)]({URL}b)"
    one, other = papers(f"{TABLE}{ROW.removesuffix(' |' + chr(10))}{off}; {second}{off} |\n")
    assert (one.title, one.venue, one.year, one.authors) == (TITLE, "OSDI", 2014, (ADA, ALAN))
    assert (other.title, other.venue, other.year) == ("Weaving by Cards Alone", "ICFP", 2015)
    assert other.authors == (GRACE, ALAN)


def test_a_journal_in_italics_and_its_year_in_brackets_end_a_linked_title() -> None:
    page = f"- Ada Lovelace et al., [{TITLE}: on wide looms (_AI Magazine_, 2011)]({URL}) ([access]({URL}b))\n"
    assert [(one.title, one.venue, one.year) for one in papers(page)] == [
        (f"{TITLE}: on wide looms", "AI Magazine", 2011)
    ]


def test_what_else_stands_behind_a_semicolon_is_no_paper() -> None:
    assert titles(f"- [{TITLE}]({URL}); see also [the post about all of it]({URL}b)\n") == [TITLE]


def test_a_line_that_ends_in_a_colon_heads_the_papers_below_it_whatever_it_links() -> None:
    below = "".join(
        f"    - Ada Lovelace and Alan Turing, [Weaving Pattern {number} by Cards (OSDI 2014)]({URL}{number})\n"
        for number in range(3)
    )
    page = f"## More\n\n- ...more work on [weaving](https://e.org/wiki) machines, such as these papers:\n{below}"
    assert titles(page) == [f"Weaving Pattern {number} by Cards" for number in range(3)]


def test_a_sentence_that_says_what_is_available_is_no_paper() -> None:
    lines = "- All course material is publicly available.\n- **All slides are freely available**\n"
    assert titles(f"# Looms\n\n{lines}\n## Papers\n\n- [{TITLE}]({URL})\n") == [TITLE]


def test_a_sentence_before_a_citation_in_a_paragraph_is_no_title() -> None:
    cited = f"Ada Lovelace and Alan Turing, [Looms: a machine (OSDI 2008)]({URL}b) ([access link]({URL}c))"
    prose = f"Many machines rely on looms.  The citation is: {cited}.  Read on."
    assert titles(f"## Papers\n\n- [{TITLE}]({URL})\n\n## More\n\n{prose}\n") == [TITLE]
