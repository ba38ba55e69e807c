"""Markdown reading lists -> drafts of papers: entries that are paragraphs, and who wrote them in their own."""

from __future__ import annotations

import pytest
from markdown_pages import ADA, ALAN, GRACE, TITLE, URL, papers, titles

OTHER = "A Tale of Looms and Cards"


@pytest.mark.parametrize("title", [f"**{TITLE}.**", f"**{TITLE}** ![](https://e.org/b.svg)", f"***{TITLE}***"])
@pytest.mark.parametrize(
    "credit",
    [
        f"*Ada Lovelace, Alan Turing. OSDI, 2020.* [[paper]({URL})]",
        f"*Ada Lovelace, Alan Turing.  OSDI, 2020.*  [[paper]({URL})] [[code](https://e.org/c)]",
        f"Ada Lovelace and Alan Turing, OSDI 2020 [paper]({URL})",
        f"Ada Lovelace, Alan Turing\n\n*OSDI 2020*\n\n[paper]({URL})",
    ],
)
def test_a_title_alone_in_bold_is_by_whom_the_paragraph_below_it_says(title: str, credit: str) -> None:
    below = f"**{OTHER}**\n\nGrace Hopper and Alan Turing. SOSP, 1999. [[paper](https://e.org/b)]\n"
    first, second = papers(f"# Papers\n\n## Looms\n\n{title}\n\n{credit}\n\n{below}")
    assert (first.title, first.authors, first.venue, first.year) == (TITLE, (ADA, ALAN), "OSDI", 2020)
    assert first.links[0].url == URL
    assert (second.title, second.authors, second.venue) == (OTHER, (GRACE, ALAN), "SOSP")


def test_a_title_that_is_a_link_is_by_whom_the_paragraph_below_it_says() -> None:
    (draft,) = papers(f"# Papers\n\n[{TITLE}]({URL})\n\n*Ada Lovelace, Alan Turing. OSDI, 2020.*\n")
    assert (draft.title, draft.authors, draft.venue, draft.year) == (TITLE, (ADA, ALAN), "OSDI", 2020)


@pytest.mark.parametrize(
    "heading", ["**Papers of this week**", "**Looms**", "**Looms and cards of old:**", "**Who wove and when**"]
)
def test_words_in_bold_above_a_whole_citation_are_no_title(heading: str) -> None:
    cited = f"Ada Lovelace and Alan Turing. [{TITLE}]({URL}). OSDI 2020.\n"
    assert titles(f"# Papers\n\n{heading}\n\n{cited}") == [TITLE]
    plain = f"Ada Lovelace and Alan Turing. {TITLE}. OSDI, 2020. [[pdf]({URL})]\n"
    assert titles(f"# Papers\n\n{heading}\n\n{plain}") == [TITLE]


def test_words_in_bold_above_people_and_a_day_are_no_title() -> None:
    assert titles(
        f"# Papers\n\n**Speakers and hosts:**\n\nAda Lovelace, Alan Turing. 2020\n\n- [{TITLE}]({URL})\n"
    ) == [TITLE]
