"""Markdown reading lists -> drafts of papers: BibTeX on the page says what the lines leave out."""

from __future__ import annotations

import pytest
from markdown_pages import URL, papers

TITLE = "Notes on the Weaving of Twisted Threads"


def entry(title: str = TITLE, authors: str = "Lovelace, Ada and Babbage, Charles") -> str:
    return f"""@inproceedings{{lovelace1843notes,
  title={{{title}}},
  author={{{authors}}},
  booktitle={{Advances in Looms}},
  doi={{10.1000/182}},
  year={{1843}}
}}"""


@pytest.mark.parametrize(
    "form",
    [
        "<pre>\n{}\n</pre>",
        "<pre>{}</pre>",
        "```bibtex\n{}\n```",
        "<details>\n<summary>BibTeX</summary>\n<pre>\n{}\n</pre>\n</details>",
        "<details><summary>Abstract</summary>\nIt is of looms.\n</details>\n\n```\n{}\n```",
    ],
)
@pytest.mark.parametrize("indent", ["", "  "])
def test_bibtex_below_a_paper_says_who_wrote_it_and_when_and_where(form: str, indent: str) -> None:
    below = "\n".join(indent + line for line in form.format(entry()).split("\n"))
    first, second = papers(f"- [{TITLE}]({URL}1)\n\n{below}\n\n- [A Paper on Other Looms]({URL}2)\n")
    assert [one.name for one in first.authors] == ["Ada Lovelace", "Charles Babbage"]
    assert (first.venue, first.year, first.doi) == ("Advances in Looms", 1843, "10.1000/182")
    assert not any("@" in note.body for note in first.notes)
    assert not second.authors
    assert not second.year


def test_what_a_line_says_stands_before_its_bibtex_but_for_people_whom_only_that_names_all() -> None:
    (paper,) = papers(f"- [{TITLE}]({URL}1), Ada Lovelace et al. OSDI 2020\n\n```\n{entry()}\n```\n")
    assert (paper.venue, paper.year) == ("OSDI", 2020)
    assert [one.name for one in paper.authors] == ["Ada Lovelace", "Charles Babbage"]


def test_a_title_that_is_abridged_or_mistyped_is_that_of_the_bibtex_below_it() -> None:
    (paper,) = papers(f"- [The Weaving of Twisted Threads.]({URL}1)\n\n```\n{entry()}\n```\n")
    assert paper.year == 1843


def test_bibtex_on_one_line_is_read_too() -> None:
    one = " ".join(entry().split())
    (paper,) = papers(f"- [{TITLE}]({URL}1)\n\n  <details><summary>BibTeX</summary><pre>{one}</pre></details>\n")
    assert [author.name for author in paper.authors] == ["Ada Lovelace", "Charles Babbage"]


def test_a_name_alone_is_that_of_the_title_in_the_bibtex_below_it() -> None:
    (paper,) = papers(f"- [LoomNet]({URL}1)\n\n```\n{entry(f'LoomNet: {TITLE}')}\n```\n")
    assert (paper.title, paper.name, paper.year) == (f"LoomNet: {TITLE}", "LoomNet", 1843)


def test_how_to_cite_the_list_itself_says_nothing_of_the_paper_above_it() -> None:
    (paper,) = papers(f"- [{TITLE}]({URL}1)\n\n## Citation\n\n```\n{entry('A Survey of All Looms')}\n```\n")
    assert not paper.authors


def test_headings_with_bibtex_below_are_papers_and_it_is_no_note() -> None:
    names = [f"{TITLE} with {number} Arms" for number in ("Two", "Four", "Six")]
    found = papers("# Looms\n\n" + "".join(f"### {one}\n\nIt is fast.\n\n```\n{entry(one)}\n```\n\n" for one in names))
    assert [one.title for one in found] == names
    assert [one.year for one in found] == [1843] * 3
    assert [[note.body for note in one.notes] for one in found] == [["It is fast."]] * 3


@pytest.mark.parametrize("code", ["@comment{lovelace1843,\n title={Notes}\n}", "@preamble{x, y}", "@string{x, y}"])
@pytest.mark.parametrize("form", ["```\n{}\n```", "`{}`"])
def test_bibtex_without_any_entry_says_nothing(code: str, form: str) -> None:
    (paper,) = papers(f"- [{TITLE}]({URL}1)\n\n{form.format(code)}\n")
    assert (paper.title, paper.authors, paper.year) == (TITLE, (), None)
