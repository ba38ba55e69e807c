"""Markdown reading lists -> drafts of papers: titles in the marks of Chinese, and what it says behind them."""

from __future__ import annotations

import pytest
from markdown_pages import TITLE, URL, papers


@pytest.mark.parametrize(
    "behind",
    [
        "，SIGIR2024的文章",
        "，发表于SIGIR 2024",
        "，投了SIGIR 2024 ",
        "，SIGIR 2024 论文",
        "，来自SIGIR2024",
        "，SIGIR2024",
    ],
)
def test_words_of_chinese_around_where_a_paper_appeared_are_none_of_the_venue(behind: str) -> None:
    (draft,) = papers(f"# 论文\n\n12.《{TITLE}》{behind}\n\n这篇文章讨论了织机。\n")
    assert (draft.title, draft.venue, draft.year) == (TITLE, "SIGIR", 2024)


def test_the_marks_around_the_whole_title_in_a_link_are_none_of_it() -> None:
    assert [draft.title for draft in papers(f"# 论文\n\n[《{TITLE}》]({URL})\n")] == [TITLE]


def test_who_made_a_paper_stays_beside_its_year_behind_the_marks_of_chinese() -> None:
    (draft,) = papers(f"# 论文\n\n- 《{TITLE}》，Google 2020年\n")
    assert (draft.title, draft.venue, draft.year) == (TITLE, None, 2020)
    assert [note.body for note in draft.notes] == ["Google"]
