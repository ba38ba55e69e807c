"""Markdown reading lists -> drafts of papers: who wrote them, named behind titles in links and headings by "et al."."""

from __future__ import annotations

from markdown_pages import TITLE, URL, papers, titles


def test_family_names_and_others_behind_a_colon_wrote_what_is_before_it_where_most_titles_of_a_page_end_so() -> None:
    lines = [
        "Looms: Lovelace et al.",
        f"{TITLE}(NAE): van den Loom et al.",
        "Wide Cards: ? et al.",
        "LoomNet: Ye et al.",
    ]
    page = "".join(f"- [{line}]({URL}{number})\n" for number, line in enumerate(lines))
    assert [(draft.title, [who.name for who in draft.authors]) for draft in papers(f"# Looms\n\n{page}")] == [
        ("Looms", ["Lovelace"]),
        (f"{TITLE}(NAE)", ["van den Loom"]),
        ("Wide Cards", []),
        ("LoomNet", ["Ye"]),
    ]
    others = "".join(f"- [On the Weaving of Loom {number}]({URL}b{number})\n" for number in range(5))
    assert lines[0].rstrip(".") in {title.rstrip(".") for title in titles(f"# Looms\n\n{page}{others}")}


def test_headings_that_end_in_who_wrote_them_are_papers_and_what_is_below_them_is_notes() -> None:
    page = f"""# Loom papers

## Cards
### 1. {TITLE}, Ada Lovelace and Alan Turing et. al.
- Weaves Numbers
    | [`Notes`](notes/engine.md) | [`Archive link`](https://arxiv.org/abs/1901.00001) |
    |---|---|

### 2. LoomNet: Weaving without Any Cards, Turing et. al.
- Needs no cards at all

## Bobbins
### 1. Bobbins of the Old Mills, Babbage et al.
- Bobbins

### 2. LoomNet 2: Weaving with Cards Again
- keeps the cards of each loom in its mill
"""
    assert [(draft.title, [who.name for who in draft.authors]) for draft in papers(page)] == [
        (TITLE, ["Ada Lovelace", "Alan Turing"]),
        ("LoomNet: Weaving without Any Cards", ["Turing"]),
        ("Bobbins of the Old Mills", ["Babbage"]),
        ("LoomNet 2: Weaving with Cards Again", []),
    ]
