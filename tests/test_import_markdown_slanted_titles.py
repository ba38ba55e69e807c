"""Markdown reading lists -> drafts of papers: titles in italics behind family names, and little behind them."""

from __future__ import annotations

import pytest
from markdown_pages import papers

_ITALICS = [
    ("Lovelace, Babbage, and Abu Weftan, *Notes on Cards...* (1843)", "Notes on Cards...", 1843, 3),
    ("Lovelace et al., *LOOMNET* (1843)", "LOOMNET", 1843, 1),
    ("Lovelace et al., *Weaving Cards and Static Threads*", "Weaving Cards and Static Threads", None, 1),
    ("Weftan and Cutrin, *A Simple, Verified Loom for Cards*", "A Simple, Verified Loom for Cards", None, 2),
    ("Lovelace-Smith et al. — *Machine learning for looms*", "Machine learning for looms", None, 1),
    ("Weftan et al. — *New Looms for Thread Networks*", "New Looms for Thread Networks", None, 1),
]


@pytest.mark.parametrize(("line", "title", "year", "people"), _ITALICS)
@pytest.mark.parametrize("page", ["| Article | Notes |\n|---|---|\n| {} | wide |\n", "- {} [[pdf]](https://e.org/a)\n"])
def test_italics_are_all_of_a_title_behind_family_names_whatever_words_are_in_them(
    page: str, line: str, title: str, year: int | None, people: int
) -> None:
    (draft,) = papers(f"# Papers\n\n{page.format(line)}")
    assert (draft.title, draft.year, draft.venue, len(draft.authors)) == (title, year, None, people)


@pytest.mark.parametrize("place", ["Nature", "OSDI", "Letters"])
def test_a_place_in_italics_behind_family_names_is_no_title(place: str) -> None:
    drafts = papers(f"| Article | Notes |\n|---|---|\n| Lovelace et al., *{place}* (1843) | wide |\n")
    assert place not in [draft.title for draft in drafts]


@pytest.mark.parametrize("behind", ["**OSDI** 2019", "In OSDI 2019", "(OSDI 2019)", "| OSDI 2019"])
def test_italics_before_a_place_and_its_year_are_the_title(behind: str) -> None:
    (draft,) = papers(f"# Papers\n\n- *Looms, Cards, and a Mill* {behind} [[pdf]](https://e.org/a)\n")
    assert (draft.title, draft.venue, draft.year) == ("Looms, Cards, and a Mill", "OSDI", 2019)
