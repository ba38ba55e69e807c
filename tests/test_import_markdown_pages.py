"""Markdown reading lists -> drafts of papers: what the whole of a page tells of its lines."""

from __future__ import annotations

from typing import Any

import pytest
from markdown_pages import ADA, ALAN, GRACE, TITLE, URL, papers, said, titles

from readtrack.model import Author


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


@pytest.mark.parametrize("indent", ["", "  "])
def test_a_dash_right_before_a_link_is_a_bullet(indent: str) -> None:
    lines = (f"-[{TITLE}]({URL})", f"- [Another]({URL}b)", f"-[Third]({URL}c)")
    links = "\n".join(indent + line for line in lines)
    assert titles(f"# Papers\n\n{'- Engines' if indent else ''}\n{links}\n") == [TITLE, "Another", "Third"]


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


WRAPPED = f"""# Seminar

## Looms
* The Engine and Its Cards: Practical Problems of Weaving Patterns on
  Looms, A. Lovelace, Network and distributed systems security (NDSS),
  2003.
* On the design of looms and of the cards that they read when they weave
  their patterns, Ada Lovelace and Alan Turing
* Weaving as Computing: A General Approach to Reading Cards on All
  Systems Code, Ada Lovelace, David Yu Turing, Grace Hopper, and Charles
  Babbage

## Cards
* {TITLE}, Charles Babbage
* Eliminating Cards from the Looms, Mogul and Hopper
* Extended Cards, Remy Card, Theodore Ts'o, and Stephen Tweedie
* Threads as a library, Hans-J. Boehm
* Cards and Looms, Lovelace, Babbage, Turing
* Weaving, Reading, and Sorting Cards, Sandberg et al.
* Dan Turing, Edward Felten, Understanding Java Cards, Proc. 1998 NDSS
"""


def test_a_page_whose_lines_are_all_broken_at_one_width_goes_on_in_the_next_line() -> None:
    first, second, third = papers(WRAPPED)[:3]
    assert first.title == "The Engine and Its Cards: Practical Problems of Weaving Patterns on Looms"
    assert (first.venue, first.year, [one.name for one in first.authors]) == ("NDSS", 2003, ["A. Lovelace"])
    assert second.authors == (ADA, ALAN)
    assert third.title.endswith("Cards on All Systems Code")
    assert third.authors == (ADA, Author("David Yu Turing"), GRACE, Author("Charles Babbage"))


def test_where_titles_end_in_who_wrote_them_those_are_their_authors() -> None:
    found = {draft.title: [one.name for one in draft.authors] for draft in papers(WRAPPED) if draft.topic == "Cards"}
    assert found[TITLE] == ["Charles Babbage"]
    assert found["Eliminating Cards from the Looms"] == ["Mogul", "Hopper"]
    assert found["Cards and Looms"] == ["Lovelace", "Babbage", "Turing"]
    assert found["Extended Cards"] == ["Remy Card", "Theodore Ts'o", "Stephen Tweedie"]
    assert found["Threads as a library"] == ["Hans-J. Boehm"]
    assert found["Weaving, Reading, and Sorting Cards"] == ["Sandberg"]
    assert found["Understanding Java Cards"] == ["Dan Turing", "Edward Felten"]


def test_names_at_the_end_of_one_title_among_others_are_of_the_title() -> None:
    lines = ["Looms and Cards", "Engines, Cards, Bobbin and Weft", "On Weaving Looms", "The Loom of Tomorrow"]
    assert titles("# Papers\n\n" + "".join(f"- {line} [[pdf]]({URL})\n" for line in lines)) == lines


def test_a_paragraph_above_a_list_of_one_item_of_people_is_by_them() -> None:
    text = (
        f"# Papers\n\n1.【】 **{TITLE}.** EMNLP, 2019. [paper]({URL})\n\n   * Lovelace, Ada and Turing, Alan.\n\n"
        "    What its reader wrote of it.\n\n2.【:heart_eyes:】 **The Loom of Tomorrow.** ACL, 2019.\n\n"
        "   * Grace Hopper, Alan Turing\n"
    )
    first, second = papers(text)
    assert (first.title, first.venue, first.authors) == (TITLE, "EMNLP", (ADA, ALAN))
    assert (second.title, second.authors, second.tags) == ("The Loom of Tomorrow", (GRACE, ALAN), ())


def test_who_speaks_about_the_papers_of_a_list_is_no_part_of_their_titles() -> None:
    text = "# Papers\n\n" + "".join(
        f"## Weaving Pattern {number} by Cards{end}\nhttps://e.org/{number}\n\n"
        for number, end in enumerate((" - ADA, 8", " - JOHN, 10", "", " - Peter", " - ZECKY, 3"))
    )
    assert titles(text) == [f"Weaving Pattern {number} by Cards" for number in range(5)]
    assert [[note.body for note in draft.notes] for draft in papers(text)][:3] == [["ADA, 8"], ["JOHN, 10"], []]


def test_authors_below_a_heading_and_a_line_break_of_html() -> None:
    text = f"# Papers\n\n### [{TITLE}]({URL})\n<br />\nAuthors:Ada Lovelace, Alan Turing\n\n### [The Loom]({URL})\n"
    assert papers(text)[0].authors == (ADA, ALAN)


@pytest.mark.parametrize("day", ["April 5, 2023", "5 Apr", "2023-04-05", "2023/4/5 (Ada)", "**Sept 12**", "12.09.2023"])
def test_a_day_heads_the_papers_below_it(day: str) -> None:
    text = f"# Papers\n\n- {day}\n  - [{TITLE}]({URL})\n  - The Loom of Tomorrow and Its Cards\n"
    assert titles(text) == [TITLE, "The Loom of Tomorrow and Its Cards"]


def test_the_link_to_a_repository_of_its_own_name_is_a_program() -> None:
    text = "# Papers\n\n- [Loom Kit](https://github.com/acme/loom-kit)\n- [Weaving with Loom Kit](https://github.com/acme/loom-kit)\n"
    assert [draft.type for draft in papers(text)] == ["software", "article"]


def test_a_link_to_a_paper_alone_in_its_line_is_one_with_what_stands_below_it() -> None:
    text = (
        "# Papers\n\n## Looms\n\n[LoomNet](https://arxiv.org/abs/1811.07628)  \nIt weaves what none wove before it.\n\n"
        "More is here.\n\n[Engine++ or Card](https://e.org/card.pdf)\n- Cards are read once.\n- It is fast.\n"
    )
    first, second = papers(text)
    assert (first.title, [note.body for note in first.notes]) == ("LoomNet", ["It weaves what none wove before it."])
    assert second.title == "Engine++ or Card"
    assert [note.body for note in second.notes] == ["Cards are read once.", "It is fast."]


def test_a_title_in_bold_above_a_line_of_links_is_a_paper() -> None:
    text = f"# Papers\n\n**{TITLE}**\n\n[{URL}]({URL})\n\n**The Loom of Tomorrow**\n\n- arxiv: [{URL}b]({URL}b)\n"
    first, second = papers(text)
    assert (first.title, [link.url for link in first.links]) == (TITLE, [URL])
    assert second.title == "The Loom of Tomorrow"


def test_a_heading_above_a_link_to_a_page_of_the_list_is_no_paper() -> None:
    text = f"# Papers\n\n### Very Large Looms (VLLs)\n\n[[link](./notes.md)]\n\n- [{TITLE}]({URL})\n"
    assert said(text, "topic") == {"title": TITLE, "topic": "Very Large Looms (VLLs)"}


NAMED = (
    "Mill: Weaving Numbers with Punched Cards",
    "Loom: Weaving Patterns at the Mill",
    "Shed: Carrying Digits Ahead of Time",
)


@pytest.mark.parametrize(
    "notes",
    [
        "#### The problem: how are digits carried?\n\nIt takes long.\n\n#### Answer\n\n- it looks ahead\n- twice\n",
        "- it looks ahead\n- a carry takes one turn, whatever the numbers are\n",
        "It is slow.\n\n- it looks ahead\n",
    ],
)
def test_headings_that_are_titles_have_notes_below_them(notes: str) -> None:
    text = "# Talks\n\n## Papers\n\n" + "".join(f"### {name}\n\n{notes}\n" for name in NAMED)
    found = papers(text)
    assert [(one.title, one.topic) for one in found] == [(name, "Papers") for name in NAMED]
    assert [note.body for one in found for note in one.notes] == [notes.strip()] * 3


@pytest.mark.parametrize(
    "below",
    [
        f"### Papers\n\n- [{TITLE}]({URL})\n",
        f"### Papers\n\n- {TITLE}, OSDI 2020\n",
        f"### Papers\n\n[{TITLE}]({URL}), OSDI 2020\n",
        f"### [{TITLE}]({URL})\n",
        f"- {TITLE}\n",
    ],
)
def test_headings_above_papers_are_none_however_they_are_written(below: str) -> None:
    text = "# Papers\n\n" + "".join(f"## {name}\n\n{below}\n" for name in NAMED)
    assert set(titles(text)) <= {TITLE}
    assert {one.topic for one in papers(text)} <= {"Papers", *NAMED}


def test_a_linked_heading_of_a_conference_heads_its_papers() -> None:
    lines = "+ Loom: Fast, Accurate Weaving on Low-Cost Cards\n+ Multiplexing Dynamic Looms with Cards\n"
    found = papers(f"# Papers\n\n## [EuroSys 2025 Spring]({URL})\n\n{lines}")
    assert [draft.title for draft in found] == [
        "Loom: Fast, Accurate Weaving on Low-Cost Cards",
        "Multiplexing Dynamic Looms with Cards",
    ]
    assert {(draft.venue, draft.year) for draft in found} == {("EuroSys", 2025)}


def test_the_programme_of_a_conference_in_plain_text_is_read() -> None:
    text = (
        "======\nMONDAY\n\n------\nIt Must Weave (9:00-10:20)\n\n"
        f"TITLE {TITLE}\nAUTHORS Ada Lovelace (University of Loom), Alan Turing (MIT and Acme Inc.), \n\n"
        "TITLE The Loom of Tomorrow\nAUTHORS Grace Hopper (Acme Inc.)\n"
        "----------------------------------------\n\nBREAK 10:20-10:50\n"
    )
    first, second = papers(text)
    assert first.authors == (
        Author("Ada Lovelace", ("University of Loom",)),
        Author("Alan Turing", ("MIT", "Acme Inc.")),
    )
    assert (first.title, second.title, second.authors) == (
        TITLE,
        "The Loom of Tomorrow",
        (Author("Grace Hopper", ("Acme Inc.",)),),
    )


def test_a_column_of_where_it_appeared_may_hold_years_alone() -> None:
    rows = f"|[{TITLE}]({URL})|-|2022|-|\n|[The Loom of Tomorrow](https://e.org/b)|-|ECCV 2022|**Loom**|\n"
    found = papers(f"# Papers\n\n|paper|源码|收录|简介|\n|:-:|:-:|:-:|:-:|\n{rows}")
    assert [(draft.title, draft.venue, draft.year) for draft in found] == [
        (TITLE, None, 2022),
        ("The Loom of Tomorrow", "ECCV", 2022),
    ]


def test_short_titles_below_a_topic_are_not_lost_beside_long_ones() -> None:
    text = (
        f"# Papers\n\n- Deterministic looms:\n    - [{TITLE}]({URL})\n    - [Calvin](https://e.org/calvin.pdf)\n"
        "    - [CalvinFS](https://e.org/fs.pdf)\n    - [The Loom of Tomorrow](https://e.org/b)\n    - A remark\n"
    )
    assert titles(text)[:4] == [TITLE, "Calvin", "CalvinFS", "The Loom of Tomorrow"]


@pytest.mark.parametrize("label", ["*Paper: {}*  ", "**Paper:** {}", "Paper: {}"])
def test_the_paper_below_the_name_of_its_method_is_the_entry(label: str) -> None:
    paper = label.format(f"[{TITLE}]({URL})")
    text = f"# Papers\n\n- **LOOM (Learned Ordering Of Motifs)**  \n  {paper}\n  It weaves by convolution.\n"
    (draft,) = papers(text)
    assert (draft.title, draft.name, [note.body for note in draft.notes]) == (
        TITLE,
        "LOOM",
        ["It weaves by convolution."],
    )


def test_numbered_paragraphs_named_as_files_are_with_a_rank_behind_them() -> None:
    text = (
        f"# Papers\n\n[1] 2023_AAAI_{TITLE}. (LoomNet, Rank CCF-A)\n\n[2] 2021_TKDE_The Loom of Tomorrow. (CCF-A)\n\n"
        "[3] 2023_PR_Cards: What They Say to Looms.\n"
    )
    assert [(draft.title, draft.venue, draft.year, draft.name) for draft in papers(text)] == [
        (TITLE, "AAAI", 2023, "LoomNet"),
        ("The Loom of Tomorrow", "TKDE", 2021, None),
        ("Cards: What They Say to Looms", "PR", 2023, "Cards"),
    ]


def test_titles_in_bold_are_papers_where_many_are() -> None:
    lines = "".join(f"- **Weaving pattern {number} on looms of old**\n  - What it says.\n" for number in range(8))
    assert len(titles(f"# Papers\n\n## Looms\n\n{lines}\n## Links\n\n- [{TITLE}]({URL})\n")) == 9


def test_a_record_that_begins_with_its_paper_is_read_whatever_its_other_labels() -> None:
    labels = "**Authors' Sources:** Acme  \n**Record:** arxiv  \n"
    text = f"# Papers\n\n#### **LoomGPT**\n**Paper:** [{TITLE}]({URL})  \n{labels}"
    assert said(text, "venue") == {"title": TITLE, "venue": "arXiv"}
    assert titles(f"# Papers\n\n**Paper:** [{TITLE}]({URL})\n") == [TITLE]


def test_lines_that_begin_with_pictures_and_a_link_are_each_a_paper() -> None:
    text = (
        f":1st_place_medal: :page_facing_up: [{TITLE}]({URL})\n"
        f":2nd_place_medal: :newspaper: [The Loom of Tomorrow]({URL}b)\n"
        f"☑️☑️ :1st_place_medal: [Cards: A Python-driven Primer - by Ada Lovelace]({URL}c) ☑️☑️\n"
        f":1st_place_medal: [Looms of Old -Alan Turing, Ada Lovelace & Grace Hopper]({URL}d)\n"
    )
    found = papers(f"# Papers\n\n## Looms\n\n{text}")
    assert [draft.title for draft in found] == [
        TITLE,
        "The Loom of Tomorrow",
        "Cards: A Python-driven Primer",
        "Looms of Old",
    ]
    assert [draft.authors for draft in found[2:]] == [(ADA,), (ALAN, ADA, GRACE)]


def test_a_nickname_in_italics_before_a_paragraph_in_bold_is_the_short_name() -> None:
    text = (
        f"*(Loom)* **{TITLE}.** Ada Lovelace, Alan Turing. ACL 2017.\n- [paper]({URL})\n\n"
        f"*(Card Model)* **The Loom of Tomorrow**. Grace Hopper, Alan Turing.\n- [paper]({URL}b)\n"
    )
    first, second = papers(f"# Papers\n\n## Looms\n\n{text}")
    assert (first.title, first.venue, first.year, first.authors) == (TITLE, "ACL", 2017, (ADA, ALAN))
    assert (second.title, second.authors) == ("The Loom of Tomorrow", (GRACE, ALAN))


def test_headings_above_lines_of_labels_are_papers() -> None:
    below = "Authors: ['Ada Lovelace', 'Alan Turing']\n\nKeywords: ['looms']\n\nLooms weave patterns by cards.\n"
    text = f"# Papers\n\n## {TITLE}\n\n{below}\n## The Loom of Tomorrow\n\nAuthors: ['Anonymous']\n\nIt weaves.\n"
    first, second = papers(text)
    assert (first.title, first.authors) == (TITLE, (ADA, ALAN))
    assert (second.title, second.authors) == ("The Loom of Tomorrow", ())


def test_titles_in_italics_and_who_wrote_them_are_papers_without_a_bullet() -> None:
    text = f"*{TITLE}* by Ada Lovelace - 🔘\n\n*The Loom of Tomorrow* by Alan Turing et al. - 🔘\n\n*Looms* are old.\n"
    assert [(draft.title, draft.authors) for draft in papers(f"# Papers\n\n## Looms\n\n{text}")] == [
        (TITLE, (ADA,)),
        ("The Loom of Tomorrow", (ALAN,)),
    ]


def test_bullets_of_words_are_papers_where_most_end_in_a_year() -> None:
    lines = "".join(f"- [{n}] A pattern of number {n} on looms of old, 19{n}0\n  - It was new.\n" for n in range(1, 7))
    known = f"## Cards\n\n- [7] {TITLE}, 2023, MICRO\n"
    found = papers(f"# Papers\n\n## Looms\n\n{lines}\n{known}")
    assert [draft.year for draft in found] == [1910, 1920, 1930, 1940, 1950, 1960, 2023]
    assert found[0].title == "A pattern of number 1 on looms of old"


def test_bullets_of_news_that_begin_with_a_day_are_no_papers() -> None:
    lines = "".join(f"- [2024/0{n}/12] A loom of number {n} has been released by us!\n" for n in range(1, 7))
    assert titles(f"# Papers\n\n## News\n\n{lines}\n## Looms\n\n- [{TITLE}]({URL})\n") == [TITLE]


@pytest.mark.parametrize(
    ("header", "cells", "expected"),
    [
        ("Paper | M.Year | Author(s)", "6.2017 | Ada Lovelace", (2017, (ADA,))),
        ("Paper | Year of writing | First author", "1843 | Ada Lovelace", (1843, (ADA,))),
        ("Year | Title | Authors | PubYear", "Ada Lovelace | 2010", (2010, (ADA,))),
    ],
)
def test_a_longer_header_says_what_its_column_holds(header: str, cells: str, expected: tuple[int, Any]) -> None:
    title = f"[{TITLE}]({URL})"
    row = f"2023 | {title} | {cells}" if header.startswith("Year") else f"{title} | {cells}"
    (draft,) = papers(f"# Papers\n\n| {header} |\n|{'---|' * (header.count('|') + 1)}\n| {row} |\n")
    assert (draft.title, draft.year, draft.authors) == (TITLE, *expected)


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Tutorials and Documentation", "webpage"),
        ("Tools, Libraries & Frameworks", "software"),
        ("Books and Textbooks", "book"),
        ("Books and Talks", "article"),
        ("Tools for Weaving", "article"),
    ],
)
def test_a_heading_of_several_words_for_one_kind_says_what_stands_below_it(heading: str, kind: str) -> None:
    assert said(f"# Looms\n\n## {heading}\n\n- [{TITLE}]({URL})\n", "type") == {"title": TITLE, "type": kind}
