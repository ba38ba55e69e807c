"""Markdown reading lists -> drafts of papers: lines that were copied from dblp, https://dblp.org."""

from __future__ import annotations

import pytest
from markdown_pages import ADA, ALAN, TITLE, URL, papers, said


@pytest.mark.parametrize(
    ("line", "title", "venue", "year"),
    [
        (f"Ada Lovelace, Alan Turing: {TITLE}.VLDB 2005: 553-564", TITLE, "VLDB", 2005),
        (
            f"Ada Lovelace, Alan Turing:{TITLE} (Reprint).Commun. ACM 26(1): 64-69 (1983)",
            f"{TITLE} (Reprint)",
            "Commun. ACM",
            1983,
        ),
        (
            "Ada Lovelace, Alan Turing: A Column-oriented DBMS.SIGMOD Conference 2006: 5-9",
            "A Column-oriented DBMS",
            "SIGMOD",
            2006,
        ),
        (
            "Ada Lovelace, Alan Turing: Looms in Weave.JS on Cards. OSDI 2004: 137-150",
            "Looms in Weave.JS on Cards",
            "OSDI",
            2004,
        ),
    ],
)
def test_the_blank_behind_the_title_of_a_line_from_dblp_may_be_missing(
    line: str, title: str, venue: str, year: int
) -> None:
    (draft,) = papers(f"# Papers\n\n1. {line}\n")
    assert (draft.title, draft.venue, draft.year) == (title, venue, year)
    assert draft.authors == (ADA, ALAN)


@pytest.mark.parametrize(
    "line",
    [
        f"[Ada Lovelace, Alan Turing:\n{TITLE}. 64-73]({URL})",
        f"[Ada Lovelace, Alan Turing:\n{TITLE}. 3:1-3:21]({URL})",
        f"- Ada Lovelace, Alan Turing: {TITLE}. 64-73 [pdf]({URL})",
    ],
)
def test_the_pages_alone_end_a_line_from_a_conference_at_dblp(line: str) -> None:
    assert said(f"# Papers\n\n## OSDI 2020\n\n{line}\n", "authors", "venue", "year") == {
        "title": TITLE,
        "authors": (ADA, ALAN),
        "venue": "OSDI",
        "year": 2020,
    }


def test_one_alone_stands_before_a_title_that_pages_end() -> None:
    (draft,) = papers(f"## OSDI 2020\n\n[Ada Lovelace:\nWeaving: Past and Future. 9-12]({URL})\n")
    assert (draft.title, draft.authors) == ("Weaving: Past and Future", (ADA,))


def test_a_line_from_dblp_without_authors_ends_at_the_full_stop_that_no_blank_is_behind() -> None:
    line = "The report on looms: past and future.Commun. ACM 59(2): 92-99 (2016)"
    assert said(f"# Papers\n\n- {line}\n", "venue", "year", "authors") == {
        "title": "The report on looms: past and future",
        "venue": "Commun. ACM",
        "year": 2016,
        "authors": (),
    }
