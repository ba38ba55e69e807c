"""Markdown reading lists -> drafts of papers: what the whole of a page tells of its lines."""

from __future__ import annotations

from typing import Any

import pytest

from readtrack import importers
from readtrack.importers import Source
from readtrack.model import Author, Draft

ADA, ALAN, GRACE = Author("Ada Lovelace"), Author("Alan Turing"), Author("Grace Hopper")
TITLE = "Notes on the Analytical Engine"
URL = "https://e.org/a"


def papers(text: str) -> list[Draft]:
    return [found for found in importers.read(Source("a.md", text.encode()), "markdown") if isinstance(found, Draft)]


def titles(text: str) -> list[str]:
    return [draft.title for draft in papers(text)]


def said(text: str, *facts: str) -> dict[str, Any]:
    """What the one paper of ``text`` says of ``facts``."""
    (draft,) = papers(text)
    return {fact: getattr(draft, fact) for fact in ("title", *facts)}


def test_a_heading_without_a_blank_behind_its_hashes_is_a_heading() -> None:
    text = f"#Papers of Ours\n\n##Looms\n\n- [{TITLE}]({URL})\n\n```\n##no heading\n```\n"
    (draft,) = papers(text)
    assert (draft.title, draft.topic) == (TITLE, "Looms")


@pytest.mark.parametrize("line", ["#engines #looms", "#1 in its field"])
def test_a_line_of_hashtags_is_no_heading(line: str) -> None:
    (draft,) = papers(f"# Papers\n\n{line}\n\n- [{TITLE}]({URL})\n")
    assert draft.topic is None


def test_a_bullet_that_was_escaped_is_a_bullet() -> None:
    text = f"# Papers\n\n## Looms\n\n\\- [{TITLE}]({URL})\n\\- [A Tale of Looms and\nCards](https://e.org/b)\n"
    assert titles(text) == [TITLE, "A Tale of Looms and Cards"]


def test_a_heading_above_a_quotation_of_its_authors_is_a_paper() -> None:
    text = (
        f"# Papers\n\n## {TITLE}\n\n> Author: Ada Lovelace et al. [link]({URL})\n\nIt weaves patterns.\n\n"
        "## Computing Machinery\n\n> Authors: Alan Turing and Grace Hopper.[link](https://e.org/b)\n\nCan it think?\n"
    )
    first, second = papers(text)
    assert (first.title, first.authors, [link.url for link in first.links]) == (TITLE, (ADA,), [URL])
    assert (second.title, second.authors) == ("Computing Machinery", (ALAN, GRACE))
    assert [note.body for note in first.notes] == ["It weaves patterns."]


def test_a_row_that_leads_to_its_own_page_is_no_paper() -> None:
    rows = "| [Looms of Old (OSDI, 2018)](#looms) | Weaving |\n| [Cards (ACL, 2019)](#cards) | Cards |\n"
    table = f"| Data | Task |\n|---|---|\n{rows}"
    assert titles(f"# Papers\n\n## Data\n\n{table}\n## Papers\n\n- [{TITLE}]({URL})\n") == [TITLE]


def test_the_year_of_publication_and_the_publisher_are_no_venue() -> None:
    text = (
        f"# Papers\n\n+ **{TITLE}**\n  + **Authors:** Ada Lovelace, Alan Turing\n  + **Publisher:** IEEE\n"
        f"  + **Year of Publication:** 2018\n  + **Download:** [PDF]({URL})\n"
    )
    assert said(text, "venue", "year", "authors") == {
        "title": TITLE,
        "venue": None,
        "year": 2018,
        "authors": (ADA, ALAN),
    }


def test_a_misspelled_label_is_no_part_of_a_venue() -> None:
    assert said(f"# Papers\n\n- **{TITLE}** [pdf]({URL})\n  - Publiser: IEEE\n", "venue") == {
        "title": TITLE,
        "venue": None,
    }
    assert said(f"# Papers\n\n- **{TITLE}** [pdf]({URL})\n  - Publisher: arXiv\n", "venue")["venue"] == "arXiv"


@pytest.mark.parametrize(
    ("line", "venue", "authors"),
    [
        ("*Ada Lovelace et al.arXiv.*", "arXiv", (ADA,)),
        ("*Ada Lovelace et al. Arxiv.*", "arXiv", (ADA,)),
        ("arxiV, 2018.", "arXiv", ()),
        ("*Ada B. Lovelace (CMU) et al. arXiv.*", "arXiv", (Author("Ada B. Lovelace", ("CMU",)),)),
        ("*Ada Lovelace (AIWaves) et al. arXiv.*", "arXiv", (Author("Ada Lovelace", ("AIWaves",)),)),
        ("*Wei-Ning Lovelace et al. arXiv.*", "arXiv", (Author("Wei-Ning Lovelace"),)),
    ],
)
def test_one_author_with_others_a_workplace_and_a_preprint(line: str, venue: str, authors: tuple[Author, ...]) -> None:
    text = f"# Papers\n\n- [2023/04] **{TITLE}.** {line} [[paper]({URL})]\n"
    assert said(text, "venue", "authors") == {"title": TITLE, "venue": venue, "authors": authors}


def test_stars_that_close_no_bold_are_not_of_the_title() -> None:
    assert said(f"# Papers\n\n- **{TITLE} **(arXiv 2025.11) [[paper]({URL})] on looms\n", "year") == {
        "title": TITLE,
        "year": 2025,
    }
