"""Markdown reading lists -> drafts of papers: who wrote them, in brackets at the ends of their titles."""

from __future__ import annotations

from markdown_pages import papers, titles

PAGE = """# Reading Group

[Notes on Wide Looms (Ada Lovelace)](https://e.org/a.pdf) - Discussant: **TBD**

[More Notes on Wide Looms (Lovelace and Babbage)](https://e.org/b.pdf)

[How Cards Weave (Turing)](https://e.org/c.pdf)

[Wide Looms at Night (Grace Hopper, Ada Lovelace, Alan Turing)](https://e.org/d.pdf)

[On the Widest Looms (Lovelace, Hopper, and Turing)](https://e.org/e.pdf)
"""


def test_people_in_brackets_at_the_ends_of_titles_wrote_them_where_most_brackets_hold_people() -> None:
    found = [(draft.title, [author.name for author in draft.authors]) for draft in papers(PAGE)]
    assert found == [
        ("Notes on Wide Looms", ["Ada Lovelace"]),
        ("More Notes on Wide Looms", ["Lovelace", "Babbage"]),
        ("How Cards Weave", ["Turing"]),
        ("Wide Looms at Night", ["Grace Hopper", "Ada Lovelace", "Alan Turing"]),
        ("On the Widest Looms", ["Lovelace", "Hopper", "Turing"]),
    ]


def test_one_name_in_brackets_among_titles_without_any_may_be_a_word_of_it() -> None:
    text = "# Reading Group\n\n[Notes on Wide Looms (Jacquard)](https://e.org/a.pdf)\n\n[Cards](https://e.org/b.pdf)\n"
    assert titles(text)[0] == "Notes on Wide Looms (Jacquard)"


def test_two_links_in_one_paragraph_that_was_struck_out_are_two_papers_that_were_read() -> None:
    text = (
        "# Reading Group\n\n"
        "~~[Notes on Wide Looms](https://e.org/a.pdf) + [Cards that Weave Themselves](https://e.org/b.pdf) - "
        "Discussant: Ada Lovelace, 26 Feb 2020~~\n"
    )
    found = papers(text)
    assert [(draft.title, draft.readings[-1].status) for draft in found] == [
        ("Notes on Wide Looms", "read"),
        ("Cards that Weave Themselves", "read"),
    ]
