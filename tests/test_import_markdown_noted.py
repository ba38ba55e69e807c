"""Markdown reading lists -> drafts of papers: who, where and when behind a title, and a note on it in the same line."""

from __future__ import annotations

import pytest
from markdown_pages import ADA, ALAN, GRACE, TITLE, URL, papers, said

_NOTE = "Weaves (a) what cards say, and (b) counts it (July 1850)."


def test_a_title_in_italics_stands_before_people_and_where_it_appeared() -> None:
    page = f"- *{TITLE}*, Ada Lovelace, Alan Turing and Grace Hopper (OSDI 1843).  {_NOTE} [doi]({URL})\n"
    assert said(page, "authors", "venue", "year") == {
        "title": TITLE,
        "authors": (ADA, ALAN, GRACE),
        "venue": "OSDI",
        "year": 1843,
    }


@pytest.mark.parametrize(
    "line",
    [
        "*Ada Lovelace, Alan Turing*, Notes on Looms, OSDI 1843",
        "*Some words on these*, from Ada Lovelace and Alan Turing",
    ],
)
def test_italics_that_are_people_or_a_name_before_them_are_no_title(line: str) -> None:
    title = line[1:].partition("*")[0]
    assert title not in [one.title for one in papers(f"# Papers\n\n- {line}\n- [{TITLE}]({URL}), OSDI 1843\n")]


def test_a_year_in_the_brackets_of_a_note_is_not_that_of_the_paper_before_it() -> None:
    page = f"- [{TITLE}]({URL}). Ada Lovelace, Alan Turing. OSDI '13. [doi]({URL}d) {_NOTE}\n"
    assert said(page, "venue", "year") == {"title": TITLE, "venue": "OSDI", "year": 2013}


def test_pages_may_be_glued_to_what_they_are_called_by() -> None:
    page = f"- [{TITLE}]({URL}), A Lovelace and A Turing, Science of Weaving 32(1-3), pp3-47, September 1998. {_NOTE}\n"
    assert said(page, "venue", "year") == {"title": TITLE, "venue": "Science of Weaving", "year": 1998}


def test_the_link_to_a_technical_report_is_no_word_of_where_the_paper_appeared() -> None:
    page = f"- [{TITLE}]({URL}). Ada Lovelace, Alan Turing.  PADL 2014 [ TR]({URL}t) [ doi]({URL}d) {_NOTE}\n"
    assert said(page, "venue", "year") == {"title": TITLE, "venue": "PADL", "year": 2014}


def test_brackets_behind_a_title_may_hold_all_of_its_people() -> None:
    where = "In Weave '05: Proceedings of the 2005 ACM workshop on Weaving, pages 49--61, Turin, ACM Press, May 2005"
    page = f"- [{TITLE}]({URL}) (Ada Lovelace, Alan Turing, Grace Hopper) {where}\n"
    assert said(page, "authors", "venue", "year") == {
        "title": TITLE,
        "authors": (ADA, ALAN, GRACE),
        "venue": "Weave",
        "year": 2005,
    }
