"""Markdown reading lists -> drafts of papers: who wrote them, where and when they appeared, as citations have it."""

from __future__ import annotations

import pytest
from markdown_pages import ADA, ALAN, GRACE, TITLE, URL, said

from readtrack.model import Author


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


@pytest.mark.parametrize(
    ("place", "venue"),
    [
        ("*Magnetic resonance in medicine* 79.6 (2018): 3055-3071.", "Magnetic resonance in medicine"),
        ("*The Annals of Applied Statistics* 13.3 (2018): 1884-1926.", "The Annals of Applied Statistics"),
        ("*Proceedings of the IEEE* 107.1 (2018): 90-107", "Proceedings of the IEEE"),
        (
            "*Foundations and Trends® in Machine learning* 3.1 (2018): 1-122.",
            "Foundations and Trends® in Machine learning",
        ),
        ("Journal of Looms 20.73 (2018): 1-46", "Journal of Looms"),
        ("Available at SSRN 3287769 (2018).", "SSRN"),
    ],
)
def test_a_journal_behind_a_quoted_title_in_a_link_is_read_without_its_numbers(place: str, venue: str) -> None:
    page = f'- Lovelace, Ada, et al. [**"{TITLE}."**]({URL}) {place}\n'
    assert said(page, "venue", "year", "authors") == {"title": TITLE, "venue": venue, "year": 2018, "authors": (ADA,)}


@pytest.mark.parametrize(
    ("people", "authors"),
    [
        ("Lovelace, Ada, et al.", (ADA,)),
        ("Lovelace, Ada, and Alan Turing.", (ADA, ALAN)),
        ("Lovelace, Ada, Alan Turing, and Grace Hopper.", (ADA, ALAN, GRACE)),
    ],
)
@pytest.mark.parametrize("nickname", ["(**LoomNet**) ", "(**Wide Loom**)"])
def test_authors_are_read_behind_what_the_paper_is_called_for_short(
    nickname: str, people: str, authors: tuple[Author, ...]
) -> None:
    page = f'- {nickname}{people} "**{TITLE}**." (**2016**). [[arXiv:1512.03385]]({URL})\n'
    expected = {"title": TITLE, "name": nickname.strip("()* "), "year": 2016, "authors": authors}
    assert said(page, "name", "year", "authors") == expected
