"""Markdown reading lists -> drafts of papers: who wrote them, where and when they appeared, as citations have it."""

from __future__ import annotations

import pytest
from markdown_pages import ADA, ALAN, TITLE, URL, said


@pytest.mark.parametrize("key", ["LTH21", "LT+21", "Lovelace21", "LTH21b", "L21"])
@pytest.mark.parametrize(
    ("place", "venue"), [("CCS 2020", "CCS"), ("CCS'20", "CCS"), ("GI 2020", "GI"), ("EUROCRYPT 2020", "EUROCRYPT")]
)
def test_the_key_of_a_citation_behind_its_link_is_neither_venue_nor_title(key: str, place: str, venue: str) -> None:
    page = f"- {TITLE}  \n  *Ada Lovelace, Alan Turing*  \n  {place}, [eprint]({URL}), {key}\n"
    expected = {"title": TITLE, "venue": venue, "year": 2020, "authors": (ADA, ALAN)}
    assert said(page, "venue", "year", "authors") == expected


def test_one_author_in_italics_above_an_unknown_venue_is_no_venue() -> None:
    page = f"- {TITLE}  \n  *Ada Lovelace*  \n  GI 2014, [eprint]({URL})\n"
    expected = {"title": TITLE, "venue": "GI", "year": 2014, "authors": (ADA,)}
    assert said(page, "venue", "year", "authors") == expected
