"""Markdown reading lists -> drafts of papers: the venue and year that a page's own title and subtitle give them."""

from __future__ import annotations

import re

import pytest
from markdown_pages import TITLE, URL, papers

ENTRY = f"- [{TITLE}]({URL})\n"


@pytest.mark.parametrize(
    ("front", "venue", "year"),
    [
        ('---\ntitle: "Best Papers on Looms"\nsubtitle: "2020"\n---\n', None, 2020),
        ("---\ntitle: Best Papers on Looms\nsubtitle: 2020\n---\n", None, 2020),
        ("---\ntitle: Best Papers on Looms\nsubtitle: OSDI 2020\n---\n", "OSDI", 2020),
        ('+++\ntitle = "Best Papers on Looms"\nsubtitle = "OSDI 2020"\n+++\n', "OSDI", 2020),
        ("---\ntitle: Best Papers on Looms\nsubtitle: true\n---\n", None, None),
        ("---\ntitle: Best Papers on Looms\nsubtitle: [2020]\n---\n", None, None),
        ("---\ntitle: Best Papers on Looms\nsubtitle: Written in 2020 and after\n---\n", None, None),
        ("---\ntitle: Notes of Ours\n---\n\n# OSDI 2020\n\n", "OSDI", 2020),
    ],
)
def test_the_subtitle_and_the_heading_of_a_page_say_where_and_when_as_its_title_does(
    front: str, venue: str | None, year: int | None
) -> None:
    (draft,) = papers(f"{front}\n{ENTRY}")
    assert (draft.venue, draft.year) == (venue, year)


@pytest.mark.parametrize(
    ("title", "venue"),
    [
        ("Notes/OSDI 2020 paper list", "OSDI"),
        ("TIL/OSDI'20", "OSDI"),
        ("SOSP/OSDI 2020", "SOSP/OSDI"),
        ("ESEC/FSE 2020", "ESEC/FSE"),
        ("OSDI/LOOM 2020", "OSDI/LOOM"),
    ],
)
def test_a_word_before_a_conference_and_a_slash_is_none_of_its_name(title: str, venue: str) -> None:
    (draft,) = papers(f"# {title}\n\n{ENTRY}")
    assert (draft.venue, draft.year) == (venue, 2020)


@pytest.mark.parametrize("title", ["OSDI20-Paper-Review", "OSDI20 Papers", "Notes on OSDI20"])
def test_a_conference_and_the_end_of_its_year_may_stand_before_what_a_page_is(title: str) -> None:
    (draft,) = papers(f"# {title}\n\n{ENTRY}")
    assert (draft.venue, draft.year) == ("OSDI", 2020)


@pytest.mark.parametrize("title", ["OSDI 12 papers", "NSDI 15 Papers"])
def test_how_many_papers_of_a_conference_stand_below_is_no_year(title: str) -> None:
    (draft,) = papers(f"# Looms\n\n## {title}\n\n{ENTRY}")
    assert draft.year is None


def test_who_wrote_reviews_wrote_none_of_the_papers() -> None:
    row = f"| {TITLE} | [PDF]({URL}.pdf) | [Ada Wrenfold](https://github.com/ada) |"
    (draft,) = papers(f"# Looms\n\n| Paper Name | PDF Link | Review Author |\n|---|---|---|\n{row}\n")
    assert draft.authors == ()


@pytest.mark.parametrize("heading", ["2020 OSDI", "2020 - OSDI", "2020: OSDI papers", "2020 MICRO", "2020 OOPSLA"])
def test_a_heading_may_have_the_year_before_the_venue(heading: str) -> None:
    (draft,) = papers(f"# Looms\n\n## {heading}\n\n{ENTRY}\n## Others\n")
    assert (draft.venue, draft.year) == (re.sub(r"2020\W*| papers", "", heading), 2020)


@pytest.mark.parametrize(
    "heading",
    [
        "2020 Vision",
        "2020 Transformers",
        "2020 Deep Learning",
        "2020 US Election",
        "2020 Date",
        "2020 Fast",
        "2020 Micro",
    ],
)
def test_words_behind_a_year_in_a_heading_are_no_venue(heading: str) -> None:
    (draft,) = papers(f"# Looms\n\n## {heading}\n\n{ENTRY}\n## Others\n")
    assert draft.venue is None


@pytest.mark.parametrize(
    "heading", ["2020 Venues", "Papers 2020", "Published in 2020", "Papers in 2020", "2020 preprints"]
)
def test_a_year_and_a_word_for_papers_in_a_heading_are_the_year_of_those_below(heading: str) -> None:
    (draft,) = papers(f"# Looms\n\n## {heading}\n\n{ENTRY}\n## Others\n")
    assert (draft.venue, draft.year) == (None, 2020)
