"""Markdown reading lists -> drafts of papers: preprints, their months, and what they became."""

from __future__ import annotations

import pytest
from markdown_pages import TITLE, URL, papers


def test_four_digits_behind_arxiv_are_year_and_month_where_one_on_the_page_is_no_year() -> None:
    found = papers("".join(f"- [{TITLE}]({URL}{at}). arXiv {at}\n" for at in ("2005", "1708", "2011", "0912")))
    assert [(one.venue, one.year) for one in found] == [
        ("arXiv", 2020),
        ("arXiv", 2017),
        ("arXiv", 2020),
        ("arXiv", 2009),
    ]


def test_four_digits_behind_arxiv_are_a_year_where_all_on_the_page_are() -> None:
    found = papers("".join(f"- [{TITLE}]({URL}{at}). arXiv {at}\n" for at in ("2011", "2012", "2013")))
    assert [one.year for one in found] == [2011, 2012, 2013]


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("arXiv 1708; OSDI Workshop 2018", ("OSDI Workshop", 2018)),
        ("arXiv 1708; NeurIPS workshop 2017", ("NeurIPS workshop", 2017)),
        ("arXiv 2017, OSDI 2018", ("OSDI", 2018)),
        ("arXiv 2017 and OSDI 2018", ("OSDI", 2018)),
        ("arXiv 1712; Neurocomputing", ("Neurocomputing", 2017)),
        ("arXiv 1712; an old version is arXiv 1702; IEEE Journal of Looms", ("IEEE Journal of Looms", 2017)),
        ("arXiv 1712", ("arXiv", 2017)),
    ],
)
def test_of_a_preprint_and_what_it_became_the_latter_is_the_venue(said: str, place: tuple[str, int]) -> None:
    (paper,) = papers(f"- [{TITLE}]({URL})\n  - {said}\n")
    assert (paper.venue, paper.year) == place
