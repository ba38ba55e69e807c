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
