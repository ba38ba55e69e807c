"""Markdown reading lists -> drafts of papers: bullets that head others, and titles below those who wrote them."""

from __future__ import annotations

import pytest
from markdown_pages import ADA, ALAN, GRACE, TITLE, URL, papers, titles

from readtrack import importers
from readtrack.importers import Source
from readtrack.model import Skipped

CITED = f'Lovelace, Ada, and Alan Turing. "**{TITLE}**." ICML (**2014**).'
ALSO_CITED = 'Hopper, Grace, et al. "**Cards that Weave Looms**." ICLR (**2016**).'


@pytest.mark.parametrize(
    "text",
    [
        f"- Further papers (too many)\n  - on looms\n    - [{TITLE}]({URL}) ACL2020\n    - [Cards that Weave Looms](https://e.org/b.pdf)",
        f"- **2048 Like Games**\n    - {CITED}\n    - {ALSO_CITED}",
        f"- **Value-based**\n    - (**DQN**) Deep Looms\n        - {CITED}\n    - Double Looms\n        - {ALSO_CITED}",
        f"1. **Looms**\n\n   • [{TITLE}]({URL})\n\n   • [Cards that Weave Looms](https://e.org/b.pdf)",
    ],
)
def test_a_bullet_above_papers_is_a_heading_however_deep_they_stand(text: str) -> None:
    found = papers(f"# Papers\n\n{text}\n")
    assert [draft.title for draft in found] == [TITLE, "Cards that Weave Looms"]
    assert not any(draft.notes for draft in found)


def test_a_title_without_a_link_keeps_the_one_link_among_its_notes() -> None:
    text = "- On Looms without a Link\n  - very good\n  - see [What Somebody Said of it](https://e.org/blog)\n"
    (_, draft) = papers(f"# Papers\n\n- [{TITLE}]({URL})\n{text}")
    assert draft.title == "On Looms without a Link"
    assert len(draft.notes) == 2


def test_a_label_above_notes_is_told_and_is_no_paper() -> None:
    text = f"# Papers\n\n- [{TITLE}]({URL})\n- Issues:\n  - the cards are wet\n  - the looms are old\n"
    assert titles(text) == [TITLE]
    told = [one for one in importers.read(Source("a.md", text.encode()), "markdown") if isinstance(one, Skipped)]
    assert [one.line for one in told] == [4]


def test_a_bullet_one_or_two_blanks_inside_of_a_number_is_a_note_of_that_entry() -> None:
    entries = f"1. **{TITLE}**\n  - a note on it\n  -another without a blank\n2. [Cards that Weave]({URL})\n  - more\n"
    text = f"# Papers\n\n{entries}"
    assert [(draft.title, [note.body for note in draft.notes]) for draft in papers(text)] == [
        (TITLE, ["a note on it", "another without a blank"]),
        ("Cards that Weave", ["more"]),
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"Ada Lovelace, Alan Turing, Grace Hopper:\n\n  {TITLE}.\n", None),
        (f"Ada Lovelace, Alan Turing, Grace Hopper:\n  {TITLE}.\n", None),
        (f'**Loom:** Ada Lovelace, Alan Turing, Grace Hopper.\n\n  "{TITLE}. "\n', "Loom"),
        (f'**Loom:** Ada Lovelace, Alan Turing, Grace Hopper.<br />\n  "{TITLE}."\n', "Loom"),
    ],
)
def test_a_title_below_those_who_wrote_it_is_read_with_them(text: str, name: str | None) -> None:
    found = papers(f"# Papers\n\n- {text}\n  [[paper]({URL})]\n\n- Grace Hopper:\n  [Cards]({URL}b)\n")
    assert found[0].title == TITLE
    assert found[0].authors == (ADA, ALAN, GRACE)
    assert name is None or name in (found[0].name, *found[0].tags)
    assert [link.url for link in found[0].links] == [URL]
