"""Markdown reading lists -> drafts of papers: titles behind labels below what papers are called for short."""

from __future__ import annotations

import pytest
from markdown_pages import papers


@pytest.mark.parametrize("label", ["*Title:*", "**Title:**", "Title:"])
@pytest.mark.parametrize(
    ("place", "venue"),
    [
        ("(OSDI 2020)", "OSDI"),
        ("(OSDI'20)", "OSDI"),
        ("(Loom Letters, 2020)", "Loom Letters"),
    ],
)
def test_a_title_behind_its_label_may_end_in_where_and_when_it_appeared(label: str, place: str, venue: str) -> None:
    title = f"{label} LoomNet: Notes on Weaving {place}"
    (draft,) = papers(f"# Papers\n\n*   **[LN] LoomNet**\n    *   {title}\n    *   *Role:* It weaves.\n")
    assert (draft.title, draft.venue, draft.year) == ("LoomNet: Notes on Weaving", venue, 2020)


@pytest.mark.parametrize(
    "end",
    [
        "(Data Mining and Looms 2020)",
        "(New York, 1936)",
        "(Lyon and Turin, 1831)",
        "(East London 1843)",
        "(Turing Reprint 1999)",
    ],
)
def test_what_a_title_is_about_and_places_that_nobody_knows_stay_in_it(end: str) -> None:
    (draft,) = papers(f"# Papers\n\n* **LoomNet**\n    * *Title:* Strikes in the Weaving Mills {end}\n")
    assert (draft.title, draft.venue, draft.authors) == (f"Strikes in the Weaving Mills {end}", None, ())


@pytest.mark.parametrize("end", ["(Revisited)", "(LoomNet)", "(from 1843)", "(Ada Lovelace and Alan Turing 1843)"])
def test_other_brackets_at_the_end_of_such_a_title_name_no_place(end: str) -> None:
    (draft,) = papers(f"# Papers\n\n* **LoomNet**\n    * *Title:* Notes on Weaving {end}\n")
    assert (draft.title.startswith("Notes on Weaving"), draft.venue) == (True, None)


def test_a_page_of_readtrack_means_its_titles_as_they_stand() -> None:
    text = "# Papers\n\n<!-- list looms: Papers -->\n\n- Untitled\n  - Title: Notes on Weaving (OSDI 2020)\n"
    assert [(draft.title, draft.venue) for draft in papers(text)] == [("Notes on Weaving (OSDI 2020)", None)]
