"""Markdown reading lists -> drafts of papers: titles right below notes, and below what leads to them."""

from __future__ import annotations

import pytest
from markdown_pages import TITLE, URL, papers, titles

OTHER = "A Tale of Looms and Cards"
_OWN = "".join(
    f"[Weaving of Loom {number} with Cards](https://e.org/{number})\n- It weaves a lot of it, and does so at night.\n\n"
    for number in range(5)
)


def test_a_title_right_below_notes_is_a_paper_where_others_of_the_page_stand_above_theirs() -> None:
    page = f"# Looms\n\n{_OWN}[{TITLE}]({URL}) (Lovelace et al., 10-2015)\n- It weaves.\n  - At night.\n"
    page += f"[{OTHER}]({URL}b) (Turing et al., 11-2016)\n- So does that.\n"
    assert [(one.title, one.line, one.year) for one in papers(page)[5:]] == [(TITLE, 18, 2015), (OTHER, 21, 2016)]


def test_a_link_right_below_a_bullet_is_of_that_where_few_titles_stand_alone() -> None:
    page = f"# Looms\n\n- {TITLE}\n[{OTHER}]({URL})\n- Cards of Many Looms\n[A Tale of Looms in Turin]({URL}b)\n"
    assert OTHER not in titles(page)


def test_a_link_right_below_a_bullet_is_of_that_where_bullets_are_titles() -> None:
    page = f"# Looms\n\n{_OWN}## Cards\n\n- [{TITLE}]({URL}) by Ada Lovelace\n[The slides of her talk]({URL}b)\n"
    assert titles(page)[5:] == [TITLE]


@pytest.mark.parametrize("lead", ["Also see:", "**Papers:**"])
def test_few_words_and_a_colon_above_titles_are_none_of_them(lead: str) -> None:
    page = f"# Looms\n\n{_OWN}{lead}\n[{TITLE}](https://arxiv.org/abs/1843.01815) (Lovelace et al., 10-2015)\n"
    page += f"[{OTHER}](https://arxiv.org/abs/1843.01816) (Turing et al., 11-2016)\n"
    assert [(one.title, one.line) for one in papers(page)[5:]] == [(TITLE, 19), (OTHER, 20)]


def test_people_and_a_colon_above_a_title_wrote_it() -> None:
    page = f"# Looms\n\n{_OWN}Ada Lovelace:\n[{TITLE}](https://arxiv.org/abs/1843.01815)\n"
    assert [one.name for one in papers(page)[5].authors] == ["Ada Lovelace"]
