"""Markdown reading lists -> drafts of papers: how far they were read, said behind their titles."""

from __future__ import annotations

import pytest
from markdown_pages import TITLE, URL, papers

from readtrack.model import Reading


@pytest.mark.parametrize("entry", [TITLE, f"[{TITLE}]({URL})", f"**{TITLE}**", f"{TITLE} [pdf]({URL})"])
@pytest.mark.parametrize(
    ("said", "reading"),
    [
        ("read", Reading("read")),
        ("Reading complete (10th April, 2024)", Reading("read", finished_on="2024-04-10")),
        ("Read on 2024-04-10", Reading("read", finished_on="2024-04-10")),
        ("in progress", Reading("reading")),
        ("To read", Reading("queued")),
    ],
)
def test_a_status_behind_a_dash_is_no_part_of_a_title_and_its_day_none_of_the_paper(
    entry: str, said: str, reading: Reading
) -> None:
    first, _ = papers(f"# Papers\n\n1. {entry} - {said}\n2. [Cards that Weave](https://e.org/b)\n")
    assert (first.title, first.year, first.readings, first.notes) == (TITLE, None, (reading,), ())


@pytest.mark.parametrize("entry", [TITLE, f"[{TITLE}]({URL})", f"**{TITLE}**", f"{TITLE} [pdf]({URL})"])
def test_unread_behind_a_dash_is_no_part_of_a_title_and_no_reading(entry: str) -> None:
    first, _ = papers(f"# Papers\n\n## Read\n\n1. {entry} - Unread\n2. [Cards that Weave](https://e.org/b)\n")
    assert (first.title, first.readings, first.tags, first.notes) == (TITLE, (), (), ())


@pytest.mark.parametrize(
    ("entry", "place"),
    [
        (f"{TITLE} - read, OSDI 2020", ("OSDI", 2020)),
        (f"**{TITLE} - Read** (OSDI 2020)", ("OSDI", 2020)),
        (f"**{TITLE} - Read**", (None, None)),
        (f"*{TITLE} – done*", (None, None)),
    ],
)
def test_a_status_is_no_part_of_a_title_where_its_place_or_the_end_of_bold_is_behind_it(
    entry: str, place: tuple[str | None, int | None]
) -> None:
    first, _ = papers(f"# Papers\n\n1. {entry}\n2. [Cards that Weave](https://e.org/b)\n")
    assert (first.title, first.venue, first.year) == (TITLE, *place)
    assert (first.readings, first.notes) == ((Reading("read"),), ())


@pytest.mark.parametrize(
    "title",
    ["The Roots of Weaving - Complete", "The Weaver - Read Only Looms", "Cards - Next", "The Cards - Read, Loom"],
)
def test_a_word_that_titles_end_in_is_no_status(title: str) -> None:
    first, _ = papers(f"# Papers\n\n1. {title}\n2. [Cards that Weave](https://e.org/b)\n")
    assert (first.title, first.readings) == (title, ())


@pytest.mark.parametrize(("place", "venue"), [("IEEE Computer, 1982", "IEEE Computer"), ("OSDI 1982", "OSDI")])
def test_a_question_ends_a_title_where_nothing_but_where_and_when_is_behind_it(place: str, venue: str) -> None:
    (draft,) = papers(f"# Papers\n\n1. Why Weave at All? {place}\n")
    assert (draft.title, draft.venue, draft.year) == ("Why Weave at All?", venue, 1982)


def test_a_question_may_go_on_in_a_title() -> None:
    (draft,) = papers("# Papers\n\n1. Why Weave at All? A Study of Looms, 1982\n")
    assert (draft.title, draft.venue, draft.year) == ("Why Weave at All? A Study of Looms", None, 1982)


@pytest.mark.parametrize(
    "line",
    [
        "- [{title}]({url}) (read)",
        "- {title} [[pdf]({url})] [done]",
        "- [{title}]({url}) (read on Jan 2, 2020)",
        "- [{title}]({url}) 已读",
        "- [{title}]({url})（读过）",
        "- [√] [{title}]({url})",
        "- [{title}]({url}) √",
        "- [X]{title} [[pdf]({url})]",
        '- <input type="checkbox" checked> [{title}]({url})',
        "- [{title}]({url})\n  - [x] read",
        "- [{title}]({url})\n  - Read: yes",
        "- [{title}]({url})\n  - 已读",
        "| Title | Done? |\n|---|---|\n| [{title}]({url}) | √ |",
        "| 论文 | 是否阅读 |\n|---|---|\n| [{title}]({url}) | 是 |",
        "|  | Title |\n|---|---|\n| ✅ | [{title}]({url}) |\n| | [Looms]({url}b) |",
        "| | Title |\n|---|---|\n| [x] | [{title}]({url}) |\n| [ ] | [Looms]({url}b) |",
    ],
)
def test_a_paper_is_read_where_it_is_said_in_brackets_in_chinese_in_a_box_or_in_a_cell(line: str) -> None:
    paper, *others = papers(f"# Papers\n\n{line.format(title=TITLE, url=URL)}\n")
    assert (paper.title, [one.status for one in paper.readings], paper.notes) == (TITLE, ["read"], ())
    assert not any(other.readings for other in others)


@pytest.mark.parametrize(
    "line",
    [
        "- [{title}]({url})\n  - [ ] read",
        '- <input type="checkbox"> [{title}]({url})',
        "- [{title}]({url}) (complete)",
        "- [{title}]({url}) 未读",
        "- [{title}]({url})\n  - Complete",
        "- [The √n Looms]({url})",
    ],
)
def test_an_empty_box_or_a_word_that_may_be_said_of_anything_is_no_reading(line: str) -> None:
    (paper,) = papers(f"# Papers\n\n{line.format(title=TITLE, url=URL)}\n")
    assert [one.status for one in paper.readings] == []
