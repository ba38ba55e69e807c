"""Markdown reading lists -> drafts of papers: which links and lines of one entry are papers of their own."""

from __future__ import annotations

import pytest
from markdown_pages import ADA, ALAN, TITLE, URL, papers, titles

_PAPER = "https://arxiv.org/abs/2001.01000"


@pytest.mark.parametrize(
    ("said", "url"),
    [
        ("Ada Lovelace and Alan Turing", "https://e.org/ada.pdf"),
        ("Journal of Loom Research", "https://e.org/j.pdf"),
        ("Carnegie Mellon University", URL),
        ("Weftflow Code For It", "https://github.com/ada/loom"),
        ("its video presentation", "https://youtu.be/a"),
        ("The Morning Mill Summary", URL),
    ],
)
@pytest.mark.parametrize("behind", [" - great", " – 2003", " | 2003"])
def test_a_second_link_that_is_no_paper_tells_more_of_the_first_where_something_stands_behind(
    said: str, url: str, behind: str
) -> None:
    assert titles(f"# Looms\n\n- [{TITLE}]({_PAPER}), [{said}]({url}){behind}\n") == [TITLE]


@pytest.mark.parametrize("said", ["The Morning Mill Summary", "Loom Letters of London"])
def test_a_second_link_of_a_paragraph_that_leads_to_no_paper_is_none(said: str) -> None:
    page = f"# Looms\n\n[{TITLE}]({_PAPER}), [{said}]({URL})\n\n[Cards and Wide Looms]({_PAPER}1)\n"
    assert titles(page) == [TITLE, "Cards and Wide Looms"]


@pytest.mark.parametrize(
    "line", ["[Card → Loom Weavers]({0}), [Errata]({0}1)", "[Weavers of Looms]({0}) → [Version]({0}1)"]
)
def test_an_arrow_in_a_title_or_before_another_version_leads_to_no_other_paper(line: str) -> None:
    (draft,) = papers(f"# Looms\n\n- {line.format(_PAPER)}\n")
    assert draft.title in ("Card → Loom Weavers", "Weavers of Looms")


@pytest.mark.parametrize(
    "below",
    [
        "[NeurIPS] Best Paper Award",
        "[GitHub] Official Weaving Code",
        "[PDF] From Author Site\n  [GitHub] Official Weaving Code",
        "[LoomNet] Weaving Cards Again",
    ],
)
def test_one_line_behind_brackets_below_a_title_is_no_paper_nor_are_labels_and_venues(below: str) -> None:
    assert len(titles(f"# Looms\n\n- Attention Is All Weavers Need\n  {below}\n- {TITLE}\n")) == 2


def test_lines_below_a_title_are_papers_where_several_begin_with_what_they_are_called_for_short() -> None:
    page = "- Attention Is All Weavers Need\n  [LoomNet] Nets for Weaving Looms\n  [CardNet] Weaving Nets of Cards\n"
    assert titles(f"# Looms\n\n{page}")[1:] == ["Nets for Weaving Looms", "Weaving Nets of Cards"]


def test_lines_of_a_cell_that_are_links_with_their_years_and_venues_are_papers_with_what_stands_below_each() -> None:
    cell = f"[{TITLE}]({_PAPER}) (1843, OSDI) · [Card](cards/a.md)<br><sub>data: wool</sub><br>"
    cell += f"[Looms]({_PAPER}2) (2020, arXiv)<br><sub>data: cards</sub><br>[Cards]({_PAPER}3) (2021, a report of Acme)"
    cell += f"<br>[Wool]({_PAPER}4) (2021, arXiv / cards of Acme)"
    head = "| Field | What it studies | Representative papers with links | Risk |\n|---|---|---|---|\n"
    found = papers(f"# Looms\n\n{head}| [Weaving of many kinds](notes/a.md#weaving) | all of it | {cell} | wool |\n")
    assert [(one.title, one.venue, one.year) for one in found] == [
        (TITLE, "OSDI", 1843),
        ("Looms", "arXiv", 2020),
        ("Cards", None, 2021),
        ("Wool", "arXiv", 2021),
    ]


def test_a_line_below_a_linked_title_is_no_paper_without_year_and_venue() -> None:
    cell = f"[{TITLE}]({_PAPER}) (1843, OSDI)<br>[Looms of Turin]({_PAPER}2) (with cards)"
    assert titles(f"# Looms\n\n| Paper | Risk |\n|---|---|\n| {cell} | wool |\n") == [TITLE]


@pytest.mark.parametrize(
    ("second", "venue", "count"),
    [
        ("code for this one", "TF", 1),
        ("looms for this one", "OSDI", 2),
        ("looms for this one", "arXiv", 2),
        ("Looms", "TF", 2),
    ],
)
def test_a_dated_line_below_a_paper_is_another_where_it_is_written_as_a_title_or_has_a_known_venue(
    second: str, venue: str, count: int
) -> None:
    cell = f"[{TITLE}]({_PAPER}) (OSDI, 1843)<br>[{second}](https://github.com/a/b) ({venue}, 1936)"
    assert titles(f"# Looms\n\n| Paper | Risk |\n|---|---|\n| {cell} | wool |\n") == [TITLE, second][:count]


@pytest.mark.parametrize("glue", [", as well as ", "; ", ", and ", ", followed by "])
def test_links_with_their_own_people_and_years_are_papers_each(glue: str) -> None:
    line = (
        f"[Call Looms]({URL}1), Ada Lovelace, TFP, 2014{glue}[Proving a Weaving Safe]({URL}2), Alan Turing, OSDI 2015"
    )
    one, two = papers(f"# Papers\n\n- {line}\n")
    assert (one.title, one.venue, one.year, one.authors) == ("Call Looms", "TFP", 2014, (ADA,))
    assert (two.title, two.venue, two.year, two.authors) == ("Proving a Weaving Safe", "OSDI", 2015, (ALAN,))


def test_a_link_that_says_more_of_the_paper_before_it_is_none() -> None:
    line = f"[Call Looms]({URL}1), Ada Lovelace, TFP, 2014, as well as [slides of it]({URL}2), shown in 2015"
    assert titles(f"# Papers\n\n- {line}\n") == ["Call Looms"]


def test_a_link_in_small_letters_with_people_and_a_year_is_no_other_paper() -> None:
    line = f"[Call Looms]({URL}1), Ada Lovelace, OSDI 1843, as well as [its review]({URL}2), Alan Turing, SOSP 1936"
    assert titles(f"# Papers\n\n- {line}\n") == ["Call Looms"]
