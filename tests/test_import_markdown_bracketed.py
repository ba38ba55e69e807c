"""Markdown reading lists -> drafts of papers: titles in brackets that lead nowhere, above who wrote them and links."""

from __future__ import annotations

import pytest
from markdown_pages import TITLE, papers, titles

URL = "https://arxiv.org/pdf/1843.0000"
ENTRIES = (
    ("Notes on the looms of mills", "Ada Lovelace∗, Alan M. Turing and Grace Hopper, Acme University(1843)", "Notes"),
    ("Cards that weave, Alan Turing", "Alan Turing, Grace Hopper,1936", "Cards"),
    ("Gears of brass", "Lovelace, A., Turing, A., & Hopper, G. (1952).", "Gears"),
    ("Wool: Weaving Without Looms", "", "Wool"),
)


def page(of: int = 4) -> str:
    parts = (
        f"**({number}) {name}**\n\n[{title}]\n\n{who}\n\n"
        f"[`REVIEW`](./{name}.md)\t|\t[`PAPER`]({URL}{number})\n\n<br/>\n"
        for number, (title, who, name) in enumerate(ENTRIES[:of])
    )
    return "# Looms\n\n### Weaving\n\n" + "\n".join(parts)


def test_titles_in_brackets_above_who_wrote_them_and_links_are_papers() -> None:
    found = papers(page())
    assert [(draft.title, draft.year) for draft in found] == [
        ("Notes on the looms of mills", 1843),
        ("Cards that weave", 1936),
        ("Gears of brass", 1952),
        ("Wool: Weaving Without Looms", None),
    ]
    assert [[one.name for one in draft.authors] for draft in found] == [
        ["Ada Lovelace", "Alan M. Turing", "Grace Hopper"],
        ["Alan Turing", "Grace Hopper"],
        ["A. Lovelace", "A. Turing", "G. Hopper"],
        [],
    ]
    assert {one.affiliations for one in found[0].authors} == {("Acme University",)}
    assert [[link.url for link in draft.links] for draft in found] == [[f"{URL}{number}"] for number in range(4)]


def test_words_in_brackets_above_prose_are_no_papers() -> None:
    text = "".join(f"[{title}]\n\nThis is what looms do, see [here]({URL}).\n\n" for title, *_ in ENTRIES)
    assert not {title for title, *_ in ENTRIES} & set(titles(f"# Looms\n\n{text}"))


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (f"{TITLE}. [Paper]. [Code]", TITLE),
        (f"{TITLE} [Slides][Code].", TITLE),
        (f"{TITLE}. [Paper]. [Code]({URL})", TITLE),
        (f"{TITLE} [LoomNet]", f"{TITLE} [LoomNet]"),
        (f"Code, Paper and [Slides] of {TITLE}", f"Code, Paper and [Slides] of {TITLE}"),
    ],
)
def test_what_links_are_called_in_brackets_behind_a_title_is_none_of_its_words_though_it_leads_nowhere(
    line: str, title: str
) -> None:
    (paper,) = papers(f"# Looms\n\n- [OSDI 2020] {line}\n")
    assert (paper.title, paper.venue, paper.year) == (title, "OSDI", 2020)


def test_a_link_as_long_as_titles_at_the_beginning_of_an_item_is_one_though_its_address_is_not_known_yet() -> None:
    text = f"- [{TITLE} of Brass](#) - 2015\n- [{TITLE}]({URL})\n- [Where All Begins](#)\n- See [{TITLE} of Wood](#)\n"
    assert [(one.title, one.year) for one in papers(f"# Looms\n\n{text}")] == [
        (f"{TITLE} of Brass", 2015),
        (TITLE, None),
    ]
