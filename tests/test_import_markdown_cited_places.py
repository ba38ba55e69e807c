"""Markdown reading lists -> drafts of papers: places that stand right behind the titles of most citations of a page."""

from __future__ import annotations

import pytest
from markdown_pages import TITLE, URL, papers

_KNOWN = "".join(
    f"Lovelace, A., & Turing, A. M. ({1843 + at}). [Notes on Looms with {at} Cards]({URL}{at}). {where}\n\n"
    for at, where in enumerate(
        (
            "*Journal of Weaving*, 12(3), 1-9.",
            "Loom Letters, 104(10), 30-37.",
            "*Weaving Review*, 7(1), 3-8.",
            "Cards and Change, 71(2), 42-58.",
            "Journal of Looms.",
        )
    )
)


def _last(line: str, page: str = _KNOWN) -> tuple[str, str | None, int | None]:
    paper = papers(f"# Weaving\n\n{page}{line}\n")[-1]
    return paper.title, paper.venue, paper.year


@pytest.mark.parametrize(
    ("behind", "venue"),
    [
        (" (No. w1843). National Bureau of Weaving Research.", "National Bureau of Weaving Research"),
        (". NBWR", "NBWR"),
        (". NBWR working paper.", "NBWR working paper"),
        (". NBWR Working Paper No. 24982. -- [intro](https://a.example/intro)", "NBWR Working Paper"),
        (". NBWR, Discussion Paper 1843.", "NBWR"),
        (". Explorations in Weaving History. -- [intro](https://a.example/intro)", "Explorations in Weaving History"),
        (". Weaving Choice, Forthcoming.", "Weaving Choice"),
        (". forthcoming in J Comparative Weaving.", "J Comparative Weaving"),
        (". revise and resubmit at Weaving Choice.", "Weaving Choice"),
        (". History of Political Weaving, 46(suppl_1), 337-350.", "History of Political Weaving"),
        (". R&R at *Weaving Choice*.", "Weaving Choice"),
        (". conditionally accepted, *Weaving Choice*", "Weaving Choice"),
        (". Weaving Choice, advance online publication.", "Weaving Choice"),
        (" (SSRN Scholarly Paper No. 18). Social Weaving Network.", "Social Weaving Network"),
        (". University of Turin Press.", "University of Turin Press"),
        (". In Weaving Looms, G.P. Babbage and Grace M. Hopper (eds). Forthcoming.", "Weaving Looms"),
        (". in Essays in Weaving History, Edited by C. Babbage and Grace Hopper", "Essays in Weaving History"),
    ],
)
def test_what_stands_behind_a_title_is_its_place_where_most_citations_have_one_there(behind: str, venue: str) -> None:
    line = f"Babbage, C., & Hopper, G. (2018). [{TITLE}]({URL}){behind}"
    assert _last(line) == (TITLE, venue, 2018)
    alone = _last(line, page="")
    assert alone[0] == TITLE
    assert alone[1] in (None, venue)


@pytest.mark.parametrize(
    "behind",
    [
        "Working paper.",
        "Job Market Paper.",
        "Discussion Paper.",
        "Manuscript. Retrieved June, 5, 2017.",
        "Mimeo.",
        "Unpublished.",
        "Controversial.",
        "Optional.",
        "Foundational",
        "Translated",
        "Highly Recommended.",
        "Must Read.",
        "Grace Hopper.",
        "[slides](https://a.example/slides)",
        "It weaves cards, and counts them.",
    ],
)
def test_papers_that_are_printed_nowhere_and_remarks_are_no_places(behind: str) -> None:
    assert _last(f"Babbage, C. (2018). [{TITLE}]({URL}). {behind}")[1] is None


def test_a_page_of_few_citations_tells_no_places() -> None:
    few = "".join(_KNOWN.splitlines(keepends=True)[:4])
    assert _last(f"Babbage, C., & Hopper, G. (2018). [{TITLE}]({URL}). Weaving Choice.", few)[1] is None
