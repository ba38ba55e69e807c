"""Markdown reading lists -> drafts of papers: what journal clubs keep, as minutes, tables and lines below titles."""

from __future__ import annotations

import pytest
from markdown_pages import TITLE, URL, papers, said, titles

from readtrack.model import Author


@pytest.mark.parametrize(
    ("behind", "authors"),
    [
        ("(Lovelace et al., 06-2021)", (Author("Lovelace"),)),
        ("(Lovelace & Babbage, 06/2021)", (Author("Lovelace"), Author("Babbage"))),
        ("(Lovelace, 6-2021)", (Author("Lovelace"),)),
        ("(Loom Weaving Collaboration, 06-2021)", (Author("Loom Weaving Collaboration"),)),
        ("(The Loom Collaboration, 2021)", (Author("The Loom Collaboration"),)),
    ],
)
def test_a_month_in_digits_stands_before_the_year_behind_authors(behind: str, authors: tuple[Author, ...]) -> None:
    told = said(f"# Minutes\n\n[{TITLE}]({URL}) {behind}\n", "year", "authors")
    assert told == {"title": TITLE, "year": 2021, "authors": authors}


@pytest.mark.parametrize("label", ["Presented Paper: ", "Discussed paper:\n", "**Presented Paper:** ", "Main paper: "])
def test_which_of_the_papers_read_a_link_is_does_not_belong_to_its_title(label: str) -> None:
    page = f"# Minutes\n\n{label}[{TITLE}](https://arxiv.org/abs/2104.12800) (Lovelace et al., 2021)\n"
    assert said(page, "authors") == {"title": TITLE, "authors": (Author("Lovelace"),)}


def test_a_table_with_where_and_until_when_has_meetings_and_no_papers() -> None:
    page = (
        f"# Club\n\n- [{TITLE}](https://arxiv.org/abs/2104.12800)\n\n"
        "| Title | Dates | Location | Abstract Deadline |\n|---|---|---|---|\n"
        "| [The Many Sides of Looms](https://e.org/l) | 6 July | Turin | 1 May |\n"
    )
    assert titles(page) == [TITLE]


def test_a_bullet_that_says_what_others_did_is_no_title_among_papers() -> None:
    page = "# Papers\n\n## Looms\n\n" + "".join(
        f"[Notes on Bobbin {name}](https://arxiv.org/abs/2104.1280{at}) (Lovelace, 2021)\n\n"
        for at, name in enumerate("ABCDEFG")
    )
    page = page + "Studies of looms and mills.\n- They weave a wide pattern with weak cards\n"
    assert len(papers(page)) == 7


HEADINGS = "".join(f"## Weaving with {name}\nhttps://arxiv.org/abs/2104.1280{at}\n\n" for at, name in enumerate("ABCD"))
"""Headings that are papers, each with its address below it."""


def test_a_word_in_capitals_behind_several_titles_is_what_the_list_says_of_them() -> None:
    page = HEADINGS.replace("\nhttps", " (SKIP)\nhttps") + f"## {TITLE} (skip)\n{URL}\n"
    found = papers(page)
    assert [one.title for one in found[3:]] == ["Weaving with D", TITLE]
    assert found[0].tags == ("SKIP",)


def test_capitals_behind_several_titles_are_of_them_where_they_stand_for_words() -> None:
    page = "".join(
        f"- [{name} with Large Loom Models (LLM)](https://e.org/{name})\n" for name in ("Mills", "Mats", "Pins")
    )
    assert titles(page) == [f"{name} with Large Loom Models (LLM)" for name in ("Mills", "Mats", "Pins")]


def test_what_is_said_of_a_paper_may_stand_between_its_title_and_its_address_where_headings_are_papers() -> None:
    found = papers(f'{HEADINGS}## {TITLE}\nThe paper that has an "idea of looms" first\n{URL}\n')
    assert [one.title for one in found[3:]] == ["Weaving with D", TITLE]
    assert [link.url for link in found[-1].links] == [URL]
    assert [note.body for note in found[-1].notes] == ['The paper that has an "idea of looms" first']


def test_a_section_with_prose_and_an_address_is_no_paper_where_headings_are_none() -> None:
    page = f"## Where to Begin Reading\nThis is about looms\n{URL}\n\n## Papers\n\n- [{TITLE}]({URL})\n"
    assert titles(page) == [TITLE]


@pytest.mark.parametrize("behind", ["Explaining the Cards of Any Loom", "A Study of Weavers"])
def test_words_behind_the_question_that_a_title_begins_with_are_its_rest(behind: str) -> None:
    assert titles(f"# Papers\n\n## “Why Should I Weave?” {behind}\n{URL}\n") == [f"“Why Should I Weave?” {behind}"]
    for other in ("Ada Lovelace", "Presented at the Loom Summit"):
        assert titles(f"# Papers\n\n## “Why Should I Weave?” {other}\n{URL}\n") == ["Why Should I Weave?"]


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Loom Loss", "A Weaving Approach for Deep Looms"),
        ("LoomNet", "LoomNet: Weaving without Any Cards"),
        ("one-for-all", "One-for-All: Weave one cloth and cut it for many"),
    ],
)
def test_a_title_stands_below_the_link_of_its_short_name_behind_a_dash(name: str, title: str) -> None:
    page = f"# Notes\n\n**[{name}](https://e.org/notes/{name[:4]}.md)**\n——{title}  \n" * 2
    assert titles(page)[0] == title


@pytest.mark.parametrize(
    "below", ["Ada Lovelace, Alan Turing, Grace Hopper, Charles Babbage", "Loom Letters of Turin 1843"]
)
def test_what_stands_below_a_title_behind_a_dash_is_none_where_it_says_by_whom_or_where(below: str) -> None:
    assert titles(f"# Notes\n\n**[Weaving Wide Looms](https://arxiv.org/abs/2104.12800)**\n——{below}\n") == [
        "Weaving Wide Looms"
    ]


ITALIC = "".join(f"*Weaving Wide Looms with {name}*\n\n" for name in ("Cards", "Pins", "Mats", "Bobbins", "Wool"))
"""Paragraphs that are titles in italics."""


def test_titles_in_italics_are_papers_where_paragraphs_have_little_else() -> None:
    page = (
        f"# Notes\n\n## Looms\n\n{ITALIC}LoomNet *{TITLE}*, and *on the length of cloth* OSDI 2020 read\n\n[a](m.md)\n"
    )
    found = papers(page)
    assert [one.title for one in found[4:]] == ["Weaving Wide Looms with Wool", TITLE, "on the length of cloth"]
    assert (found[-1].venue, found[-1].year) == ("OSDI", 2020)


def test_what_is_in_italics_behind_a_sentence_is_no_title() -> None:
    page = "".join(f"Of weavers in the north it is said here {n}. *Wide Loom Letters of Turin*\n\n" for n in range(6))
    assert not titles(f"# Notes\n\n{page}")


def test_a_sentence_that_leads_to_an_address_is_no_title() -> None:
    page = f"More about the reading of looms is at\n{URL}\n\nthe code according to {URL}b\n\n- [{TITLE}]({URL}c)\n"
    assert titles(page) == [TITLE]
