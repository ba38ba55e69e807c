"""Markdown reading lists -> drafts of papers: authors, a title in bold, and where it was printed, a line each."""

from __future__ import annotations

import pytest
from markdown_pages import TITLE, URL, papers

PEOPLE = "P. Wrenfold, M. Askew, D. J. Chandler, and T. Prince."


@pytest.mark.parametrize("links", ["", f" [Link]({URL})", f" [pdf]({URL}) [doi](https://doi.org/10.1/a)"])
@pytest.mark.parametrize("place", ["*Proceedings of the VLDB Endowment (PVLDB)*, 6(14)", "*PVLDB*, 6(14)"])
def test_links_behind_the_authors_above_a_title_in_bold_part_nothing(links: str, place: str) -> None:
    text = f"# Papers\n\n- {PEOPLE}{links}\n  **{TITLE}.**  \n  {place}:279–289, 2011.\n"
    (draft,) = papers(text)
    assert (draft.title, draft.venue, draft.year, draft.notes) == (TITLE, "PVLDB", 2011, ())
    assert [one.name for one in draft.authors] == ["P. Wrenfold", "M. Askew", "D. J. Chandler", "T. Prince"]
    assert len(draft.links) + bool(draft.doi) + bool(draft.url) >= links.count("[")


@pytest.mark.parametrize("first", ["The loom that began it all.", "Weaving, carding, and spinning:", "Our group"])
def test_links_behind_what_is_no_line_of_people_leave_it_as_it_is(first: str) -> None:
    (draft,) = papers(f"# Papers\n\n- {first} [pdf]({URL})\n  **{TITLE}.**\n")
    assert not draft.authors


@pytest.mark.parametrize(
    ("place", "year"),
    [
        ("*Looms*, 6(14):1942–1953, 2013", 2013),
        ("*Looms*, pages 1942-1953, 2013", 2013),
        ("Looms, 6(14):1942–1953, 2013", 2013),
        ("*Looms*, 2012-2013", 2012),
    ],
)
def test_pages_that_look_like_years_are_none(place: str, year: int) -> None:
    (draft,) = papers(f"# Papers\n\n- A. Wrenfold and B. Askew. **{TITLE}**. {place}.\n")
    assert (draft.venue, draft.year) == ("Looms", year)


@pytest.mark.parametrize(
    "place", ["*arXiv preprint, arXiv:1902.05562*, 2020", "arXiv preprint, arXiv:1902.05562, 2020"]
)
def test_a_preprint_has_its_number_behind_a_comma(place: str) -> None:
    (draft,) = papers(f"# Papers\n\n- A. Wrenfold and B. Askew. **{TITLE}**. {place}.\n")
    assert (draft.venue, draft.year, draft.notes) == ("arXiv", 2020, ())


@pytest.mark.parametrize("day", ["2021", "2021, May", "2021, May 8"])
def test_a_link_behind_people_and_a_year_in_brackets_is_the_title_though_their_names_are_torn(day: str) -> None:
    torn = "Ada Wrenfold de la Loom, J., E. Askewato, M., & Chandler, J."
    (draft,) = papers(
        f"# Papers\n\n1. {torn} ({day}). [{TITLE}]({URL}). In *Proceedings of the 9th Conference on Looms*.\n"
    )
    assert (draft.title, draft.year, [link.url for link in draft.links]) == (TITLE, 2021, [URL])
    assert [note.body for note in draft.notes] == [torn.rstrip(".")]


def test_a_link_behind_a_sentence_that_ends_in_a_year_is_no_paper() -> None:
    text = f"# Papers\n\nIt was first said by A. Turing (1936). [My notes on that](notes.md)\n\n- [{TITLE}]({URL})\n"
    assert [draft.title for draft in papers(text)] == [TITLE]


def test_curly_quotation_marks_that_a_title_begins_with_stay() -> None:
    title = "“Can We Weave on a Sunday?”: A Study of Looms"
    (draft,) = papers(f"# Papers\n\n1. Wrenfold, A., & Askew, B. (2021). [{title}]({URL}). In *Conference on Looms*.\n")
    assert draft.title == title


@pytest.mark.parametrize("title", ["Private Loom Scheduling", "Two Looms"])
def test_a_venue_behind_a_short_title_in_bold_is_none_of_it(title: str) -> None:
    text = f"# Papers\n\n1. **{title}** OSDI 2021\n\n\t*Ada Wrenfold, Alan Askew*\n\n2. **{TITLE}** OSDI 2021\n"
    (draft, _) = papers(text)
    assert (draft.title, draft.venue, draft.year, len(draft.authors)) == (title, "OSDI", 2021, 2)


@pytest.mark.parametrize("end", ["", "<br>", "</br>", "<br/>", "\\"])
def test_lines_of_one_fact_each_may_be_broken_on_purpose(end: str) -> None:
    names = ["Cards that Weave Looms", "Threads and Cards at Scale", "What Spindles Weave at Night"]
    page = "".join(f"{name}{end}\nA. Wrenfold, B. Askew{end}\nProceedings of OSDI 2020\n\n" for name in names)
    found = papers(f"# Papers\n\n{page}")
    assert [(draft.title, draft.venue, len(draft.authors)) for draft in found] == [(name, "OSDI", 2) for name in names]


AUTHORED = "### The Weaving of Wide Cards {0}\n\n**Authors**: Ada Lovelace, Alan Turing{1}\n\n**Links**: [Paper](https://e.org/{0})\n\n"


def test_authors_behind_a_label_go_on_in_the_lines_below_where_a_comma_ends_the_first() -> None:
    lines = ("", ",\nGrace Hopper, Edsger\nDijkstra", ", \nGrace Hopper")
    found = papers("# Papers\n\n" + "".join(AUTHORED.format(at, line) for at, line in enumerate(lines)))
    assert [[one.name for one in draft.authors][2:] for draft in found] == [
        [],
        ["Grace Hopper", "Edsger Dijkstra"],
        ["Grace Hopper"],
    ]


@pytest.mark.parametrize("line", ["It weaves cards at night", "**Tasks**: Grace Hopper", "OSDI 2020"])
def test_what_is_no_people_below_a_comma_goes_on_with_none(line: str) -> None:
    found = papers("# Papers\n\n" + "".join(AUTHORED.format(at, f",\n{line}") for at in range(3)))
    assert [[one.name for one in draft.authors] for draft in found] == [["Ada Lovelace", "Alan Turing"]] * 3


@pytest.mark.parametrize(
    ("place", "venue", "year"),
    [
        ("CHI 2024", "CHI", 2024),
        ("arXiv, 21 Jul 2025", "arXiv", 2025),
        ("ACL 2023 Outstanding paper", "ACL", 2023),
        ("Visual Weaving 2024", "Visual Weaving", 2024),
    ],
)
def test_the_first_link_of_a_line_of_links_below_people_may_say_where_a_paper_appeared(
    place: str, venue: str, year: int
) -> None:
    entries = [
        f"**{title}** <br>\nAda Lovelace, Alan Turing, Grace Hopper <br>\n[{place}]({URL}{at}) • [Code]({URL}c{at})\n"
        for at, title in enumerate((TITLE, "Wide Looms for Narrow Cloth", "Cards that Weave by Night"))
    ]
    for paper in papers("# Papers\n\n" + "\n".join(entries)):
        assert (paper.venue, paper.year, len(paper.authors), len(paper.links)) == (venue, year, 3, 2)
        assert paper.notes == ()


@pytest.mark.parametrize("label", ["Talk at the Mill 2021", "Ada Lovelace 2021", "my slides 2021"])
def test_a_talk_and_a_person_in_the_first_link_below_people_are_no_place(label: str) -> None:
    entries = "\n".join(
        f"**{title}**  \nAda Lovelace, Alan Turing  \n[{label}]({URL}{at}) | [Project page]({URL}c{at})\n"
        for at, title in enumerate((TITLE, "Wide Looms for Narrow Cloth", "Cards that Weave by Night"))
    )
    assert [paper.venue for paper in papers(f"# Papers\n\n{entries}")] == [None] * 3
