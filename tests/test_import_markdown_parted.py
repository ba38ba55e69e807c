"""Markdown reading lists -> drafts of papers: headings that are titles, above "Authors" and "Abstract"."""

from __future__ import annotations

from markdown_pages import TITLE, URL, papers, titles

from readtrack.model import Author

PARTED = f"""# OSDI 2021
## {TITLE}.
🌍 **[English](../en/osdi.md)** | [Deutsch](../de/osdi.md)
### Authors
* Ada Lovelace, University of London, London, UK
* Alan Turing, Acme Inc., Wilmslow, UK
### Abstract
> It weaves *algebraic* patterns.
### Links
- **URL:** [{URL}]({URL})
## Cards that Weave
### Authors
* Grace Hopper, Yale University & Loom42, New Haven
"""


def test_a_heading_is_a_title_where_those_below_it_say_who_wrote_it_and_what_is_in_it() -> None:
    first, second = papers(PARTED)
    assert (first.title, first.venue, first.year, first.abstract) == (
        TITLE,
        "OSDI",
        2021,
        "It weaves *algebraic* patterns.",
    )
    assert first.authors == (
        Author("Ada Lovelace", ("University of London, London, UK",)),
        Author("Alan Turing", ("Acme Inc., Wilmslow, UK",)),
    )
    assert (first.url, first.notes, first.topic) == (URL, (), None)
    assert (second.title, second.authors) == (
        "Cards that Weave",
        (Author("Grace Hopper", ("Yale University & Loom42, New Haven",)),),
    )


def test_the_authors_of_a_page_are_neither_papers_nor_make_one_of_the_heading_above() -> None:
    text = f"# Papers\n\n## Looms\n\n- [{TITLE}]({URL})\n\n## About These Pages\n\n### Authors\n\n"
    people = "- [Ada Lovelace](https://e.org/ada), University of London\n- Alan Turing, 2021\n"
    assert titles(text + people) == [TITLE]
    assert titles(f"# Papers\n\n## Authors\n\n{people}\n## Looms\n\n- [{TITLE}]({URL})\n") == [TITLE]


def test_papers_below_the_authors_of_a_group_are_papers() -> None:
    group = "## The Group of {0}\n### Authors\n- {0}\n### Papers\n- [{1}](https://e.org/{2})\n"
    first = group.format("Ada Lovelace", TITLE, "a")
    assert titles(f"# Papers\n{first}{group.format('Alan Turing', 'On Computable Cards', 'b')}") == [
        TITLE,
        "On Computable Cards",
    ]
