"""Markdown reading lists: what topics are called for short, people, documents and headings of tables are no papers."""

from __future__ import annotations

import pytest
from markdown_pages import TITLE, URL, papers, titles

PAPER = f"- {TITLE}, OSDI 2020 [[paper]]({URL})\n"


def test_topics_with_what_they_are_called_for_short_are_no_papers() -> None:
    topics = (
        "- Woven Chains (WC)\n- Benchmark (BE)\n- Concurrency of Cards (CC)\n- Looms with modern Cards (L4C)\n- OSDI\n"
    )
    assert titles(f"# Looms\n\nThe topics of this list:\n\n{topics}\n## Papers\n\n{PAPER}") == [TITLE]


def test_a_title_may_end_in_what_it_is_called_for_short() -> None:
    title = "Bit-Exact Card Recovery of Wide Looms (BECR)"
    page = f"# Looms\n\n{PAPER}- {title}, OSDI 2021\n- [{title} II]({URL}b)\n"
    assert [one.title.partition(" II")[0] for one in papers(page)][1:] == [title, title]


@pytest.mark.parametrize(
    "line",
    [
        "Ada Lovelace, Associate Professor，LTU, [Looms] [[Homepage]](http://e.org/~ada/)",
        "Ada lovelace, Professor, LTU, [Looms, Cards]",
        "Ada Lovelace",
        "LoomSQL Official Document [[link]](https://e.org/docs/13/weaving.html)",
        "[The LoomDB official documentation](https://e.org/docs)",
    ],
)
def test_people_with_their_rank_and_official_documents_are_no_papers(line: str) -> None:
    assert (
        titles(f"# Looms\n\n## Papers\n\n{PAPER}{PAPER.replace(URL, URL + 'b')}\n## More\n\n- {line}\n") == [TITLE] * 2
    )


def test_a_row_that_only_says_something_centred_heads_those_below() -> None:
    rows = f"| | <center>Looms</center> | |\n| OSDI 2020 | [{TITLE}]({URL}) | cards |\n"
    rows += f"| Loom Frontiers 2017 | [Cards that Weave]({URL}b) | |\n"
    found = papers(f"# Looms\n\n| 来源 | 标题 | 话题 |\n|---|---|---|\n{rows}")
    assert [(one.title, one.venue, one.year) for one in found] == [
        (TITLE, "OSDI", 2020),
        ("Cards that Weave", "Loom Frontiers", 2017),
    ]


PARTS = "".join(
    f"\n## {topic}\n\n- [{TITLE} {topic}](https://e.org/{topic[0]}.pdf)\n" for topic in ("Wide Looms", "Cards", "Wool")
)


def test_words_alone_of_which_three_are_headings_above_papers_are_no_papers() -> None:
    listed = "".join(f"- {topic}\n" for topic in ("Wide Looms", "Cards", "Looms: Mechanics and Control", "Wool"))
    assert titles(f"# Papers\n\n## Categories\n\n{listed}{PARTS}") == [
        f"{TITLE} {one}" for one in ("Wide Looms", "Cards", "Wool")
    ]


def test_titles_that_are_headings_above_their_own_notes_stay_papers() -> None:
    names = [f"Notes on the Weaving of {what}" for what in ("Wide Looms", "Cards", "Wool")]
    listed = "".join(f"- [ ] {name}\n" for name in names)
    notes = "".join(f"\n## {name}\n\n- [Its sequel on {name}](https://e.org/{name[-3:]}.pdf)\n" for name in names)
    assert set(names) <= set(titles(f"# Papers\n\n## This week\n\n{listed}{notes}"))


@pytest.mark.parametrize(("heading", "lines"), [("To Read", ""), ("Papers", ""), ("To Read", PAPER)])
def test_titles_that_are_headings_above_notes_alone_or_that_are_to_be_read_are_papers(heading: str, lines: str) -> None:
    listed = [TITLE, "Looms that Weave Wool", "Looms that Weave Silk"]
    page = f"# Looms\n\n## {heading}\n\n" + "".join(f"- {title}\n" for title in listed)
    below = "".join(f"\n## {title}\n\n- It weaves.\n- It weaves with cards\n{lines}" for title in listed)
    assert [title for title in titles(page + below) if title in listed][:3] == listed
