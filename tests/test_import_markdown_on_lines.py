"""Markdown reading lists -> drafts of papers: titles on the lines of one paragraph, with no mark before them."""

from __future__ import annotations

import pytest
from markdown_pages import ADA, ALAN, TITLE, URL, papers, titles

ALIKE = [
    "The Jacquard Loom Revisited",
    "Weaving Patterns with Cards: A Study",
    "A Study of Wide Looms",
    "Notes on the Looms of Turin",
    "Learning to Weave with Less Yarn",
]


@pytest.mark.parametrize("lead", ["Further Papers:", "what else was found around the mill"])
def test_the_lines_below_one_that_leads_to_them_are_papers(lead: str) -> None:
    lines = "Cards that Weave of wide looms\nThe Loom 21264 Weaver, OSDI 2019\nA Wide Reading of Looms and Their Cards: <https://e.org/b>\n"
    text = f"# Papers\n\n1. [{TITLE}]({URL})\n\n{lead}\n{lines}"
    _, first, second, third = papers(text)
    assert [first.title, second.title, third.title] == [
        "Cards that Weave of wide looms",
        "The Loom 21264 Weaver",
        "A Wide Reading of Looms and Their Cards",
    ]
    assert (second.venue, second.year, [link.url for link in third.links]) == ("OSDI", 2019, ["https://e.org/b"])


@pytest.mark.parametrize(
    "lines",
    [
        "Contact Us Here:\nThe Old Weaving Mill: <https://e.org/a>\nThe Weaving Group Page: <https://e.org/b>\n"
        "The Loom of Ours: <https://e.org/c>\n",
        "In this list we keep papers:\nthe looms are old, and weaving is new in 2019\nand we were at OSDI 2019\n"
        "Cards Were Kept in the Mill, OSDI 2020\n",
        "Written by:\nAda Lovelace, Alan Turing, Grace Hopper\nProceedings of OSDI 2020\nTalk of Looms, OSDI 2019\n",
    ],
)
def test_lines_that_are_not_all_titles_are_no_papers(lines: str) -> None:
    assert titles(f"# Papers\n\n{lines}\n- [{TITLE}]({URL})\n") == [TITLE]


def test_a_link_that_says_go_to_another_page_is_no_paper() -> None:
    ways = "[Go to the main weaving page](https://e.org/)\n[Back to the July list](july.md)\n"
    assert titles(f"# Papers\n\n{ways}\n[Go To Looms Considered Harmful](https://e.org/go.pdf)\n") == [
        "Go To Looms Considered Harmful"
    ]


def test_a_link_to_a_paper_leads_back_to_no_other_page() -> None:
    page = "# Papers\n\n[Back to the Future of Index](https://e.org/back.pdf)\n\n[Back to the Index](https://e.org/)\n"
    assert titles(page) == ["Back to the Future of Index"]


def test_what_kind_of_paper_it_is_before_a_slash_is_no_part_of_its_title() -> None:
    assert titles(f"# Papers\n\n- OSDI / Cards that Weave Looms\n- journal / {TITLE}\n") == [
        "Cards that Weave Looms",
        TITLE,
    ]


@pytest.mark.parametrize(
    "line",
    [
        '"{title}" (OSDI 2019) / <https://arxiv.org/abs/1801.1000{at}>',
        "{title} | Ada Lovelace, Alan Turing [2019-OSDI]",
        "**{title}** [OSDI-2019]  ",
        "([pdf](https://arxiv.org/abs/1801.1000{at})) / __{title}__ Published in OSDI 2019  ",
        "*OSDI 2019* | {title}, [paper](https://e.org/{at}.pdf)<br>",
    ],
)
def test_lines_of_a_paragraph_that_say_the_same_of_titles_are_papers(line: str) -> None:
    page = "# Papers\n\n" + "\n".join(line.format(title=title, at=at) for at, title in enumerate(ALIKE))
    found = papers(page)
    assert [(draft.title, draft.venue, draft.year) for draft in found] == [(title, "OSDI", 2019) for title in ALIKE]
    assert [draft.line for draft in found] == [3, 4, 5, 6, 7]


def test_fewer_such_lines_are_papers_where_other_paragraphs_of_the_page_have_many() -> None:
    lines = [f"{title} | Ada Lovelace, Alan Turing [2019-OSDI]" for title in ALIKE]
    page = "# Papers\n\n" + "\n".join(lines)
    assert titles(f"{page}\n\n## Cards\n\nLoom Weaving | Grace Hopper, Ada Lovelace [2018-OSDI]\n") == [
        *ALIKE,
        "Loom Weaving",
    ]
    assert titles(f"{page}\n\n## Cards\n\nWe wove much | with much joy in 2018\n") == ALIKE


@pytest.mark.parametrize(
    "lines",
    [
        "**The Loom at the Mill**\nAda Lovelace, Alan Turing, OSDI 2019\n[pdf](https://e.org/b.pdf)\n",
        "We read of looms at OSDI 2019\nand of cards at OSDI 2018, where they\nwere woven by Ada Lovelace in 1843\n",
        "Ada Lovelace (Mill of Turin)\nAlan Turing (Mill of Turin)\nGrace Hopper (Mill of Turin)\n",
    ],
)
def test_lines_of_a_paragraph_that_say_other_things_are_no_papers_of_their_own(lines: str) -> None:
    assert len(titles(f"# Papers\n\n- [{TITLE}]({URL})\n\n{lines}")) <= 2


@pytest.mark.parametrize(
    "quote",
    [
        "> **[{title}](https://arxiv.org/abs/1801.1000{at})**, OSDI 2019\n",
        '> "{title}" | OSDI 2019\n> * Authors: Ada Lovelace, Alan Turing\n',
        "> __{title}__  \n> Ada Lovelace, Alan Turing. OSDI 2019\n",
    ],
)
def test_quotations_in_a_row_are_papers_however_short_their_titles(quote: str) -> None:
    quoted = ["Loom Weaving", *ALIKE]
    page = "# Papers\n\n" + "\n".join(quote.format(title=title, at=at) for at, title in enumerate(quoted))
    found = papers(page)
    assert [(draft.title, draft.venue, draft.year) for draft in found] == [(title, "OSDI", 2019) for title in quoted]
    assert "Ada" not in quote or all(draft.authors == (ADA, ALAN) for draft in found)


def test_quotations_below_papers_are_no_papers() -> None:
    page = "# Papers\n\n" + "".join(
        f"- [{title}](https://arxiv.org/abs/1801.1000{at})\n\n> {title}, Ada Lovelace, OSDI 2019\n\n"
        for at, title in enumerate(ALIKE)
    )
    assert titles(page) == ALIKE


@pytest.mark.parametrize(
    "line",
    [
        "**{title}** | Ada Lovelace, Alan Turing",
        "__{title}__ / Ada Lovelace, Alan Turing",
        '"{title}" (OSDI 2019)',
    ],
)
def test_short_titles_that_are_paragraphs_are_papers_where_those_beside_them_are(line: str) -> None:
    listed = ["Loom Weaving", *ALIKE, "Wide Looms"]
    page = "# Papers\n\n" + "\n\n".join(line.format(title=title, at=at) for at, title in enumerate(listed, 1))
    assert titles(page) == listed


def test_paragraphs_that_say_where_among_others_are_no_papers() -> None:
    parts = "".join(f"**Loom {at}**, OSDI 2019\n\nIt is woven of wool, and wide.\n\n" for at in range(1, 7))
    assert titles(f"# Papers\n\n- [{TITLE}]({URL})\n\n## Looms we have\n\n{parts}")[0] == TITLE
