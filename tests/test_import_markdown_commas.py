"""Markdown reading lists -> drafts of papers: people before titles, with commas between."""

from __future__ import annotations

import pytest
from markdown_pages import TITLE, URL, papers

_KNOWN = (
    "Ada Lovelace, Alan Turing, Weaving of Many Numbers, OSDI, 2014.",
    "Grace Hopper and Alan Turing, Wide Cards for Slow Looms (SOSP 2015)",
    "Ada Lovelace, Grace Hopper, Alan Turing, A Theory of Cards, NSDI, 2016.",
    "Alan Turing, Grace Hopper, How to Weave with Slow Machines, ICML, 2012.",
    "Grace Hopper, Ada Lovelace, Numbers in the Weaving of Silk, ICML, 2011.",
)


def _last(line: str, known: tuple[str, ...] = _KNOWN) -> tuple[str, list[str], str | None, int | None]:
    lines = "".join(f"- {one} [[Paper]]({URL}{at})\n" for at, one in enumerate((*known, line)))
    draft = papers(f"# Papers\n\n{lines}")[-1]
    return draft.title, [one.name for one in draft.authors], draft.venue, draft.year


@pytest.mark.parametrize(
    ("line", "title", "names", "where"),
    [
        ("Brimo Wrenfold, Cards for Weaving Silk", "Cards for Weaving Silk", ["Brimo Wrenfold"], (None, None)),
        (
            "Matthew E. Wrenfold, Ada Lovelace, Cards for Weaving: A Survey (JMLR 2009)",
            "Cards for Weaving: A Survey",
            ["Matthew E. Wrenfold", "Ada Lovelace"],
            ("JMLR", 2009),
        ),
        (
            "Ada Lovelace, J. Brimo Wrenfold, Looms in Robots, A Survey (IJRR 2013)",
            "Looms in Robots, A Survey",
            ["Ada Lovelace", "J. Brimo Wrenfold"],
            ("IJRR", 2013),
        ),
        ("Ada Lovelace, Alan Turing, Natural Weft-Carder, ICML, 2005.", "Natural Weft-Carder", 2, ("ICML", 2005)),
        ("Ada Lovelace and Alan Turing, Weft-Dynamic Carding", "Weft-Dynamic Carding", 2, (None, None)),
        ("A. Wrenfold, et. al., Cards That Weave, Nature, 2015.", "Cards That Weave", 1, ("Nature", 2015)),
        (
            "Brimo Wrenfold, A Tour of Wide Looms (Annu. Rev. Wide Loom. Auton. Syst. 2019)",
            "A Tour of Wide Looms",
            ["Brimo Wrenfold"],
            ("Annu. Rev. Wide Loom. Auton. Syst.", 2019),
        ),
    ],
)  # fmt: skip
def test_people_stand_before_a_title_where_those_of_most_of_a_page_do(
    line: str, title: str, names: list[str] | int, where: tuple[str | None, int | None]
) -> None:
    found, people, venue, year = _last(line)
    assert (found, venue, year) == (title, *where)
    assert (len(people) if isinstance(names, int) else people) == names


@pytest.mark.parametrize(
    "line", [f"{TITLE}, Part Two", "Looms, Cards, and Silk of the Engine", "Weaving in Turin, a History of Looms"]
)
def test_a_title_with_a_comma_stays_whole_beside_people_before_titles(line: str) -> None:
    assert _last(line)[:2] == (line, [])


def test_what_looks_like_a_person_before_a_comma_is_of_the_title_where_few_lines_of_a_page_name_people_so() -> None:
    assert _last("Brimo Wrenfold, Cards for Weaving Silk", _KNOWN[:3])[1] == []


@pytest.mark.parametrize(
    "line",
    [
        "Ada Lovelace, Woven Qualia, Loom Quarterly, 1982",
        "Ada Lovelace, Woven Qualia, The Loom Quarterly, 1982",
        "Ada Lovelace, Technical Report, 1993",
    ],
)
def test_a_title_that_looks_like_a_person_is_none_because_of_other_lines(line: str) -> None:
    assert _last(line) == _last(line, ())


def test_one_that_looks_like_a_person_behind_people_is_the_title_before_a_venue() -> None:
    assert _last("Ada Lovelace, Woven Qualia, Journal of Looms, 1982")[0] == "Woven Qualia"


def test_a_thesis_ends_the_title_before_its_degree() -> None:
    line = "Ada Lovelace, Learning to Weave with Cards, Ph.D. Thesis, Cambridge University, 1989."
    assert _last(line)[0] == "Learning to Weave with Cards"
