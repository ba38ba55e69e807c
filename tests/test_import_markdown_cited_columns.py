"""Markdown reading lists -> drafts of papers: tables in which a column cites what another has the keys of."""

from __future__ import annotations

import pytest
from markdown_pages import papers

ROWS = (
    ("babbage_1843", "Babbage (1843). Notes on cards in many looms. *Loom. Neurosci.*", ["Babbage"], "Loom. Neurosci"),
    ("hopper_1952", "Hopper & Turing (1952). Weaving of numbers in V1. *J. Looms.*", ["Hopper", "Turing"], "J. Looms"),
    ("hopper2007", "Hopper (2007). A tutorial on threads: do they hold? *eLoom*", ["Hopper"], "eLoom"),
    ("cards2009", "Lovelace, Turing & Hopper (2009). The \"cards\" of looms are patterns (POC). *Looms*",
     ["Lovelace", "Turing", "Hopper"], "Looms"),
)  # fmt: skip


def page(head: str, key: str = "[{key}](models/{key})") -> str:
    rows = "".join(f"| {key.format(key=name)} | {cited} | faithful | 10 |\n" for name, cited, *_ in ROWS)
    return f"# Papers\n\n| Paper | {head} | Audit | Figs |\n|---|---|---|---|\n{rows}"


@pytest.mark.parametrize("head", ["Citation", "Reference", "Full citation"])
@pytest.mark.parametrize("key", ["[{key}](models/{key})", "`{key}`", "{key}"])
def test_a_column_that_cites_papers_has_their_titles_where_that_of_papers_has_but_keys(head: str, key: str) -> None:
    drafts = papers(page(head, key))
    assert [draft.title for draft in drafts] == [
        "Notes on cards in many looms",
        "Weaving of numbers in V1",
        "A tutorial on threads: do they hold?",
        'The "cards" of looms are patterns (POC)',
    ]
    assert [draft.year for draft in drafts] == [1843, 1952, 2007, 2009]
    assert [[one.name for one in draft.authors] for draft in drafts] == [people for *_, people, _ in ROWS]
    assert [(draft.venue or "").rstrip(".") for draft in drafts] == [venue for *_, venue in ROWS]


def test_titles_stand_in_their_own_column_whatever_another_cites() -> None:
    drafts = papers(page("Citation", "Notes on the {key} that weaves"))
    assert [draft.title for draft in drafts] == [f"Notes on the {key} that weaves" for key, *_ in ROWS]


def test_a_column_of_numbers_of_citations_cites_nothing() -> None:
    rows = "".join(f"| loom_{year} | {year - 1800} | 1 |\n" for year in (1843, 1952, 2007))
    drafts = papers(f"# Papers\n\n| Paper | Citations | Figs |\n|---|---|---|\n{rows}")
    assert [draft.title for draft in drafts] in ([], ["loom_1843", "loom_1952", "loom_2007"])


@pytest.mark.parametrize("venue", ["J. Looms", "eLoom", "Biol. Looms", "Journal of Looms"])
def test_a_journal_in_italics_is_all_that_stands_behind_a_citation(venue: str) -> None:
    (draft,) = papers(f"# Papers\n\n- Lovelace & Turing (1843). Weaving of cards in numbers. *{venue}*\n")
    assert (draft.title, draft.year, draft.notes) == ("Weaving of cards in numbers", 1843, ())
    assert (draft.venue or "").rstrip(".") == venue


def test_a_remark_in_italics_behind_a_citation_is_no_journal() -> None:
    (draft,) = papers("# Papers\n\n- Lovelace & Turing (1843). Weaving of cards in numbers. *must read*\n")
    assert (draft.venue, [note.body for note in draft.notes]) == (None, ["must read"])


def test_short_names_of_papers_are_no_keys_of_what_stands_beside_them() -> None:
    names = ("LoomNet18", "CardNet19", "MillNet20")
    rows = "".join(f"| [{name}](https://e.org/{name}) | Lovelace (1843). See their second part |\n" for name in names)
    assert [draft.title for draft in papers(f"# Papers\n\n| Paper | Reference |\n|---|---|\n{rows}")] == list(names)
