"""Markdown reading lists -> drafts of papers: small things that are said beside a title."""

from __future__ import annotations

import pytest
from markdown_pages import ADA, TITLE, URL, papers, said, titles

from readtrack.importers.markdown.said.place import venue_of


@pytest.mark.parametrize("server", ["TechRxiv", "techrxiv", "biorxiv"])
def test_a_server_of_preprints_is_a_venue_in_any_case(server: str) -> None:
    told = said(f"## Looms\n\n- [{TITLE}]({URL}) by Ada Lovelace., {server} 2022\n", "venue", "year", "authors")
    assert (str(told["venue"]).lower(), told["year"], told["authors"]) == (server.lower(), 2022, (ADA,))


@pytest.mark.parametrize("kind", ["thesis", "PhD thesis", "Doctoral Dissertation"])
def test_that_it_is_a_thesis_is_no_part_of_a_title(kind: str) -> None:
    expected = {"title": TITLE, "venue": None, "type": "thesis"}
    assert said(f"## Looms\n\n- [{TITLE} ({kind})]({URL})\n", "venue", "type") == expected


def test_a_link_in_the_notes_of_a_row_that_is_a_venue_and_year_says_where_its_paper_appeared() -> None:
    table = f"| Paper Title | Notes |\n|---|---|\n| [{TITLE}]({URL}) | [ISCA 2020](https://e.org/slides) |\n"
    assert said(table, "venue", "year") == {"title": TITLE, "venue": "ISCA", "year": 2020}


def test_venues_of_which_papers_are_kept_are_none() -> None:
    venues = "- Conferences\n    - ASPLOS, ISCA, Euro-Par, MAPL\n- Journals\n    - TPDS, TC\n    - TACO\n"
    assert titles(f"# Looms\n\n## Venues\n\n{venues}\n## Cards\n\n- [{TITLE}]({URL})\n") == [TITLE]


def test_a_heading_above_the_badge_of_another_list_is_no_paper() -> None:
    badge = "[![](https://e.org/badge.svg)](https://github.com/lovelace/awesome)"
    assert titles(f"## Weaving on Looms\n{badge}\n\n## Cards\n\n- [{TITLE}]({URL})\n") == [TITLE]


@pytest.mark.parametrize("where", ["In Progress", "In press", "in review"])
def test_a_paper_that_is_not_printed_yet_appeared_nowhere(where: str) -> None:
    assert venue_of(f"{where}, 20 Apr 2023", surely=True) == (None, 2023)
    assert venue_of(where, surely=True) is None


@pytest.mark.parametrize("nick", ["(LoomNet paper)", "(the LoomNet paper)", "[LoomNet Paper]"])
def test_what_a_paper_is_called_for_short_is_no_part_of_its_title_though_it_says_paper(nick: str) -> None:
    line = f"- Cards and Looms {nick} [[paper]({URL})]\n- [Looms and Cards {nick}]({URL}b)\n"
    assert titles(f"# Looms\n\n{line}") == ["Cards and Looms", "Looms and Cards"]


@pytest.mark.parametrize(
    ("kind", "name"), [("CVPR", None), ("ICML", None), ("IBM", None), ("WIP", None), ("BERT", "BERT")]
)
def test_where_a_paper_appeared_or_who_made_it_is_not_what_it_is_called(kind: str, name: str | None) -> None:
    (draft,) = papers(f"# Looms\n\n- [Weaving of Nets at Night ({kind} paper)]({URL})\n")
    assert draft.name == name


@pytest.mark.parametrize(
    ("title", "taken"),
    [("LoomNet paper", 0), ("The Mill paper", 0), ("LoomNet White paper", 1), ("A New Kind of Wide Loom paper", 1)],
)
def test_a_paper_that_is_called_only_for_short_has_no_title(title: str, taken: int) -> None:
    page = f"# Looms\n\n- [{TITLE}]({URL})\n- {title} [[pdf](https://arxiv.org/abs/2001.01234)]\n"
    assert len(titles(page)) == 1 + taken


@pytest.mark.parametrize("arrow", ["->", "→", "=>", "-->", "/"])
def test_links_to_papers_that_follow_one_another_are_each_a_paper(arrow: str) -> None:
    links = [f"[{title}](https://arxiv.org/abs/2001.0100{at})" for at, title in enumerate((TITLE, "Cards and Looms"))]
    line = f" {arrow} ".join(links) + " -> [LN](https://arxiv.org/abs/2001.01009)"
    assert titles(f"# Looms\n\n- {line}\n") == [TITLE, "Cards and Looms", "LN"]


def test_links_to_what_is_no_paper_behind_an_arrow_are_of_the_paper_before() -> None:
    page = f"# Looms\n\n- [{TITLE}](https://arxiv.org/abs/2001.01000) -> [OurLoom](https://github.com/ada/loom)\n"
    assert titles(page) == [TITLE]
