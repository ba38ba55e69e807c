"""Markdown reading lists -> drafts of papers: a venue and its year before a title, or behind a dash at its end."""

from __future__ import annotations

import pytest
from markdown_pages import TITLE, URL, papers

LONG = "Notes on Weaving Cards with Wide Looms"


@pytest.mark.parametrize(
    ("before", "venue", "year"),
    [
        ("TKDE'22", "TKDE", 2022),
        ("arXiv’21", "arXiv", 2021),
        ("ABCD'19", "ABCD", 2019),
        ("OSDI'10:423", "OSDI", 2010),
        ("FSE'15:7", "FSE", 2015),
        ("Dataset@KDD'21", "Dataset@KDD", 2021),
    ],
)
def test_a_venue_with_a_short_year_is_none_of_the_title_behind_it(before: str, venue: str, year: int) -> None:
    (draft,) = papers(f"- [ ] {before} {LONG} [[Paper]({URL})] [Code]\n")
    assert (draft.title, draft.venue, draft.year) == (LONG, venue, year)


@pytest.mark.parametrize("title", ["IEEE 754 and the Looms", "TKDE 2022 on Wide Looms", "Loom'22 and Weaving Cards"])
def test_a_name_and_a_number_without_its_apostrophe_may_begin_a_title(title: str) -> None:
    (draft,) = papers(f"- {title} [[Paper]({URL})]\n")
    assert draft.title == title


@pytest.mark.parametrize(
    ("behind", "venue"), [(" - NAACL 2019)", "NAACL"), ("  - arXiv 2019)", "arXiv"), (" – OSDI 2019", "OSDI")]
)
def test_a_known_venue_and_its_year_behind_a_dash_end_the_title_in_a_link(behind: str, venue: str) -> None:
    (draft,) = papers(f"- [{TITLE}{behind}]({URL})\n")
    assert (draft.title, draft.venue, draft.year) == (TITLE, venue, 2019)


@pytest.mark.parametrize("behind", [" - A Survey 2019)", " - Looms 2019"])
def test_what_else_stands_behind_a_dash_is_of_the_title(behind: str) -> None:
    (draft,) = papers(f"- [{TITLE}{behind}]({URL})\n")
    assert draft.venue is None
