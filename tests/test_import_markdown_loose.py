"""Markdown pages of which the grammar understands little: their papers all the same, or what was seen on them."""

from __future__ import annotations

from typing import Any

import pytest
from markdown_pages import papers

from readtrack import importers
from readtrack.importers import Source
from readtrack.model import Skipped

TITLES = ["Notes on the Analytical Engine", "A Tale of Looms and Cards", "On Computable Numbers of Threads"]
URLS = ["https://arxiv.org/abs/2001.00001", "https://e.org/a.pdf", "https://www.usenix.org/conference/osdi20/x"]


def skipped(text: str) -> list[Skipped]:
    return [found for found in importers.read(Source("a.md", text.encode()), "markdown") if isinstance(found, Skipped)]


def quoted(pairs: list[tuple[str, str]]) -> str:
    """Quotations that speak of papers: no form that the grammar knows."""
    return "".join(f"> Worth a look: [{title}]({url}), once more.\n\n" for title, url in pairs)


PAIRS = list(zip(TITLES, URLS, strict=True))


def test_lines_that_lead_to_papers_are_read_where_nothing_was_understood() -> None:
    found = papers(f"# Papers\n\n## Looms\n\n{quoted(PAIRS)}")
    assert [draft.title for draft in found] == TITLES
    assert [link.url for draft in found for link in draft.links] == URLS
    assert {draft.topic for draft in found} == {"Looms"}
    assert [draft.lists[0].position for draft in found] == [1, 2, 3]


def test_fewer_than_three_such_lines_make_no_list_and_are_skipped() -> None:
    text = f"# Papers\n\n{quoted(PAIRS[:2])}"
    assert papers(text) == []
    assert [(one.line, one.why) for one in skipped(text)] == [
        (3, "is not known as a paper"),
        (5, "is not known as a paper"),
    ]


def test_links_to_anything_else_make_no_paper() -> None:
    assert papers(f"# Tools\n\n{quoted([(title, 'https://e.org/tool') for title in TITLES])}") == []


def test_a_page_that_was_understood_for_the_most_part_is_left_at_that() -> None:
    entries = "".join(f"- [The Loom of Number {number}](https://e.org/{number})\n" for number in range(3))
    assert len(papers(f"# Papers\n\n{entries}\n{quoted(PAIRS)}")) == 3


def test_links_that_stand_in_notes_on_papers_are_no_further_papers() -> None:
    entry = f"- [Engines and Their Uses](https://e.org/b)\n  - It builds on [{TITLES[0]}]({URLS[0]}), as they say.\n"
    more = "".join(f"  - See too what [{title}]({url}) has to say of it.\n" for title, url in PAIRS)
    assert [draft.title for draft in papers(f"# Papers\n\n{entry}{more}")] == ["Engines and Their Uses"]


def test_the_link_to_a_paper_is_its_title_whatever_stands_before_it() -> None:
    lines = "".join(f"> **Loom {n} (The Weaving One)** *Paper: [{t}]({u})*\n\n" for n, (t, u) in enumerate(PAIRS))
    assert [draft.title for draft in papers(f"# Papers\n\n{lines}")] == TITLES


def test_what_is_set_off_in_a_line_with_a_label_is_the_title() -> None:
    lines = "".join(f"> Read this: “{title}”. It is short. [pdf]({url})\n\n" for title, url in PAIRS)
    assert [draft.title for draft in papers(f"# Papers\n\n{lines}")] == TITLES


def test_a_row_of_a_table_without_a_column_of_titles_is_titled_by_its_longest_cell() -> None:
    rows = "".join(f"| {n} | {title} | Ada | [pdf]({url}) |\n" for n, (title, url) in enumerate(PAIRS))
    found = papers(f"# Papers\n\n| No. | Subject | Who | Where |\n|---|---|---|---|\n{rows}")
    assert [draft.title for draft in found] == TITLES
    assert [link.url for draft in found for link in draft.links] == URLS


def test_lines_of_one_kind_without_links_are_papers_where_most_look_like_titles() -> None:
    titles = [*TITLES, "Weaving Patterns With Punched Cards", "The Difference Engine and Its Parts"]
    text = "".join(f"### {title}\n\nIt is about machines, as the others are.\n\n" for title in titles)
    assert [draft.title for draft in papers(f"# Papers\n\n{text}")] == titles


def test_headings_of_prose_are_no_papers() -> None:
    heads = ["What we do here", "How this is built", "Install it", "Run the tests", "Ask us things", "Who we are"]
    assert papers("# A Project\n\n" + "".join(f"## {head}\n\nSome words on that.\n\n" for head in heads)) == []


def test_a_page_without_papers_tells_what_was_seen_on_it() -> None:
    text = "# A page\n\nSome prose on *looms*.\n\n```\ncode\n```\n\n| a | b |\n|---|---|\n| one | two |\n"
    assert [(one.line, one.text) for one in skipped(text)] == [(3, "Some prose on looms."), (11, "one | two")]


def test_who_wrote_a_paper_and_when_is_read_around_its_link() -> None:
    lines = "".join(f"> <[{title}]({url})> by Ada Lovelace and Alan Turing, 1843.\n\n" for title, url in PAIRS)
    found = papers(f"# Papers\n\n{lines}")
    assert [draft.title for draft in found] == TITLES
    assert {(draft.year, tuple(one.name for one in draft.authors)) for draft in found} == {
        (1843, ("Ada Lovelace", "Alan Turing"))
    }


MORE = [*TITLES, "Weaving Patterns With Punched Cards", "The Difference Engine and Its Parts"]


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("- [{title} [ICML]](https://e.org/{n})", ("ICML", ())),
        ("- [{title} - Weaver Press](https://e.org/{n})", ("Weaver Press", ())),
        ("- [{title} - Looms II](https://e.org/{n})", (None, ("Looms II",))),
    ],
)
def test_what_most_titles_of_a_page_have_at_one_end_is_none_of_them(
    form: str, expected: tuple[str | None, Any]
) -> None:
    text = "".join(f"{form.format(title=title, n=n)}\n" for n, title in enumerate(MORE))
    found = papers(f"# Papers\n\n## Looms\n\n{text}")
    assert [draft.title for draft in found] == MORE
    assert {(draft.venue, draft.tags) for draft in found} == {expected}


def test_brackets_at_the_end_of_few_titles_stay() -> None:
    titles = [*MORE, "Weaving on Looms (Revisited)", "Looms of Old [A Study]"]
    text = "".join(f"- [{title}](https://e.org/{n})\n" for n, title in enumerate(titles))
    assert [draft.title for draft in papers(f"# Papers\n\n{text}")] == titles


def schedule(about: str, rows: list[str], when: str = "May {}") -> str:
    lines = "".join(f"| {n}. | {when.format(n)} | {row} | Room 12 (the big one) |\n" for n, row in enumerate(rows, 1))
    return f"# Weavers\n\n{about}\n\n| # | Date | Description | Location |\n|---|---|---|---|\n{lines}"


READ = [
    "On the looms of early weavers and their cards",
    "Is weaving by steam practical?",
    "Weaving: a language for patterns",
    "Checked cards for looms that never halt",
    "Threads that carry proofs of their own.",
]


@pytest.mark.parametrize("when", ["May {}", "2025-05-0{}", "Fri, May {}", "Friday, 0{}/05/2025"])
def test_what_a_group_reads_each_time_is_read_from_its_schedule(when: str) -> None:
    rows = ["Planning Meeting", *READ, "No meeting because of the holidays", "The Long Spring Break"]
    found = papers(schedule("We are a reading group.", rows, when))
    assert [draft.title for draft in found] == [title.rstrip(".") for title in READ]
    assert {draft.year for draft in found} == {None}


@pytest.mark.parametrize(
    ("about", "rows"),
    [
        ("What changed in each version.", READ),
        ("We are a reading group.", READ[:4]),
        (
            "We are a reading group.",
            ["Introduction to looms", "Looms and cards", "Steam for all", "A last word", "Gears again"],
        ),
        ("We are a reading group.", [f"We speak of {n} looms. Ada brings tea for all who come." for n in range(6)]),
    ],
)
def test_a_schedule_of_anything_else_holds_no_papers(about: str, rows: list[str]) -> None:
    assert papers(schedule(about, rows)) == []


def test_a_table_of_a_reading_group_without_days_is_no_schedule() -> None:
    assert papers(schedule("We are a reading group.", READ, "Loom {}")) == []
