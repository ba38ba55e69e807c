"""Markdown reading lists -> drafts of papers: lines that say the same again and again."""

from __future__ import annotations

import pytest
from markdown_pages import URL, papers

_PIECES = (
    "2020. ",
    "et al. ",
    "Ada Lovelace. ",
    "Ada Lovelace · ",
    "Lovelace A, Turing B. OSDI, 2020. ",
    "*OSDI* 2020, ",
    "Looms 12 (3), 20-30, 2020. ",
    "Ada Lovelace and Alan Turing. The Looms. ",
    "In Proceedings of OSDI, volume 3, 2020. ",
    "(2020) ",
    "— Lovelace, Ada, 1843 | Memoirs ",
    "May 2020. ",
)


@pytest.mark.parametrize("before", ["", f"[On Looms]({URL}) ", f"[On Looms]({URL})\n  ", "**On Looms** "])
@pytest.mark.parametrize("piece", _PIECES)
def test_a_line_that_says_the_same_again_and_again_is_read_without_an_error(before: str, piece: str) -> None:
    papers(f"- [On Looms]({URL})\n- {before}{piece * (9_000 // len(piece))}\n")


def test_behind_many_dates_stands_a_remark() -> None:
    (draft,) = papers(f"- [On Looms]({URL}) {'2020. ' * 9}Slow.\n")
    assert draft.year == 2020
    assert "Slow" in draft.notes[0].body


RECORD = """## 20 February 1843

**Paper:** [Notes on the Analytical Engine{0}](https://e.org/a)

**{1}:** Lovelace, A., & Turing, A. (1843). Notes on the Analytical Engine. Loom Letters, 12(3), 4-5.
"""


@pytest.mark.parametrize("end", ["", "\n"])
@pytest.mark.parametrize("label", ["Citation", "Cite as", "Reference"])
def test_a_label_may_stand_before_the_citation_of_a_paper_whose_link_may_be_broken(end: str, label: str) -> None:
    (draft,) = papers(f"# Meetings\n\n{RECORD.format(end, label)}")
    assert (draft.title, draft.venue, draft.year, [one.name for one in draft.authors]) == (
        "Notes on the Analytical Engine",
        "Loom Letters",
        1843,
        ["A. Lovelace", "A. Turing"],
    )
