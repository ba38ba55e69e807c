"""Markdown reading lists -> drafts of papers: the grammars of the lists that people keep."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readtrack import importers
from readtrack.errors import UnreadableError
from readtrack.importers import Read, Source
from readtrack.model import Author, Draft, Link, Listing, NoteDraft, Reading, ReadingList, Skipped

PDF = Link("pdf", "https://example.org/a.pdf", "pdf")
CODE = Link("code", "https://github.com/ada/engine", "code")
ADA, ALAN = Author("Ada Lovelace"), Author("Alan Turing")


def read(text: str, name: str = "systems.md") -> list[Read]:
    return list(importers.read(Source(name, text.encode()), "markdown"))


def papers(text: str) -> list[Draft]:
    return [found for found in read(text) if isinstance(found, Draft)]


def skipped(text: str) -> list[Skipped]:
    return [found for found in read(text) if isinstance(found, Skipped)]


def facts(text: str) -> dict[str, Any]:
    """What the one paper of ``text`` has beside its place."""
    (draft,) = papers(text)
    given = {
        fact: getattr(draft, fact) for fact, default in Draft._field_defaults.items() if getattr(draft, fact) != default
    }
    for fact in ("lists", "line", "topic", "type"):
        given.pop(fact, None)
    return {"title": draft.title, **given}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("[Ada Lovelace. Notes on the Analytical Engine.](https://e.org/a)", {"authors": (ADA,)}),
        (
            "[Turing, A.M. **Notes on the Analytical Engine**. Mind, 59, 433-460.](https://e.org/a)",
            {"authors": (Author("A.M. Turing"),), "venue": "Mind"},
        ),
        (
            "[Notes on the Analytical Engine (Lovelace et al., OSDI 2012)](https://e.org/a) - what it is about",
            {"authors": (Author("Lovelace"),), "venue": "OSDI", "year": 2012},
        ),
        ("[Notes on the Analytical Engine (Lovelace et al., 1843)](https://e.org/a)", {"year": 1843}),
        (
            "Lovelace, A. (2019, July). Notes on the Analytical Engine. In *Proceedings of OSDI* (pp. 4-9).",
            {"authors": (Author("A. Lovelace"),), "year": 2019},
        ),
        ("[Notes on the Analytical Engine 1970](https://e.org/a)", {"year": 1970}),
        (
            "[Notes on the Analytical Engine](https://e.org/a) by **Ada Lovelace** (1976)",
            {"authors": (ADA,), "year": 1976},
        ),
        (
            "[Notes on the Analytical Engine](https://e.org/a) — Ada K. Lovelace",
            {"authors": (Author("Ada K. Lovelace"),)},
        ),
        (
            "[Notes on the Analytical Engine](https://e.org/a) - Distributed Computing",
            {"notes": (NoteDraft("Distributed Computing"),)},
        ),
        (
            "Ada Lovelace and Alan Turing. Notes on the Analytical Engine.  [PDF](https://e.org/a)",
            {"authors": (ADA, ALAN)},
        ),
        (
            "A. Lovelace, C. Babbage, and A. M. Turing. Notes on the Analytical Engine. In *Proceedings of OSDI*, 2014",
            {"authors": (Author("A. Lovelace"), Author("C. Babbage"), Author("A. M. Turing")), "year": 2014},
        ),
        (
            "**Ada Lovelace**, Alan Turing, <q>Notes on the Analytical Engine</q>. _Mind_, 59(2):4-9, 1950.",
            {"authors": (ADA, ALAN), "venue": "Mind", "year": 1950},
        ),
        (
            '**Lovelace et al. (2021)**. "Notes on the Analytical Engine". *ICLR 2021*.',
            {"authors": (Author("Lovelace"),), "venue": "ICLR", "year": 2021},
        ),
        (
            "**Noted**: Lovelace, A., & Turing, A. (2022). Notes on the Analytical Engine. *ICML 2022*.",
            {"authors": (Author("A. Lovelace"), Author("A. Turing")), "venue": "ICML", "tags": ("Noted",)},
        ),
        (
            "**Notes on the Analytical Engine**\n  (Ada Lovelace and Alan Turing 1950) [[ACM](https://e.org/a)]",
            {"authors": (ADA, ALAN), "year": 1950},
        ),
    ],
)
def test_a_citation_is_its_title_and_its_authors_wherever_marks_and_links_stand(
    line: str, expected: dict[str, Any]
) -> None:
    given = facts(f"# Papers\n\n- {line}")
    assert {fact: given.get(fact) for fact in ("title", *expected)} == {
        "title": "Notes on the Analytical Engine",
        **expected,
    }


@pytest.mark.parametrize(
    "title",
    [
        "Surviving in 2020",
        "The Stack Overflow Challenge 2018",
        "Results of ImageNet 2012",
        "Beyond 2020",
        "Weaving Looms: A Pilot Task at Loomling 2015",
        "Overview of the Weaving Task on MediaLoom 2015",
    ],
)
def test_a_year_that_is_a_word_of_a_title_stays_in_it(title: str) -> None:
    assert [draft.title for draft in papers(f"- [{title}](https://e.org/a)")] == [title]


def test_a_link_whose_text_is_two_sentences_is_no_citation() -> None:
    title = "Deep learning works. A new approach to things"
    assert [draft.title for draft in papers(f"- [{title}](https://e.org/a)")] == [title]


def test_short_links_that_stand_one_a_line_are_a_paper_each() -> None:
    text = "# Papers\n\n## Reading\n\n[Engine(1837)](https://e.org/a)  \n[GFS(2003)](https://e.org/b)  "
    assert [(draft.title, draft.year) for draft in papers(text)] == [("Engine", 1837), ("GFS", 2003)]


def test_headings_that_are_titles_with_prose_below_are_papers() -> None:
    names = (
        "Engine: Weaving Numbers with Punched Cards",
        "Loom: Weaving Patterns at the Mill",
        "On Computing Numbers by Steam Alone",
        "Mill: Carrying Digits Ahead of Time",
    )
    text = "# Talks\n\n## Papers\n\n" + "".join(
        f"### {name}\n\nWhat it says of the machine, at length.\n\n" for name in names
    )
    assert [(draft.title, draft.topic) for draft in papers(text)] == [(name, "Papers") for name in names]


def test_headings_that_are_sections_are_no_papers() -> None:
    names = (
        "How the machine is built and run",
        "Note: what this says about the rest",
        "What it does not say of numbers",
    )
    text = "# Talks\n\n" + "".join(f"## {name}\n\nWhat it says.\n\n" for name in names)
    assert papers(text) == []


def test_a_list_is_its_title_its_sections_and_its_papers() -> None:
    text = """# ML System in OSDI 2020

## Compiler

- Ansor: Generating High-Performance Tensor Programs [[arxiv]](https://arxiv.org/pdf/2006.06762.pdf)
  - Lianmin Zheng, UC Berkeley; Chengfan Jia and Minmin Sun, Alibaba Inc.
- A Tensor Compiler Approach [[arxiv]](https://example.org/Hummingbird.pdf) [[Code]](https://github.com/microsoft/hummingbird)

## Serving
### Clusters

* Serving DNNs like Clockwork"""
    assert read(text) == [
        ReadingList("systems", "ML System in OSDI 2020", "systems.md"),
        Draft(
            "Ansor: Generating High-Performance Tensor Programs",
            name="Ansor",
            type="paper-conference",
            venue="OSDI",
            year=2020,
            topic="Compiler",
            authors=(
                Author("Lianmin Zheng", ("UC Berkeley",)),
                Author("Chengfan Jia", ("Alibaba Inc.",)),
                Author("Minmin Sun", ("Alibaba Inc.",)),
            ),
            links=(Link("arxiv", "https://arxiv.org/pdf/2006.06762.pdf", "arxiv"),),
            arxiv_id="2006.06762",
            lists=(Listing("systems", "Compiler", 1),),
            line=5,
        ),
        Draft(
            "A Tensor Compiler Approach",
            type="paper-conference",
            venue="OSDI",
            year=2020,
            topic="Compiler",
            links=(
                Link("pdf", "https://example.org/Hummingbird.pdf", "arxiv"),
                Link("code", "https://github.com/microsoft/hummingbird", "Code"),
            ),
            lists=(Listing("systems", "Compiler", 2),),
            line=7,
        ),
        Draft(
            "Serving DNNs like Clockwork",
            type="paper-conference",
            venue="OSDI",
            year=2020,
            topic="Clusters",
            lists=(Listing("systems", "Serving / Clusters", 3),),
            line=12,
        ),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "- On Numbers [[pdf]](https://example.org/a.pdf)",
        "- On Numbers [[pdf](https://example.org/a.pdf)]",
        r"- On Numbers. [\[pdf\]](https://example.org/a.pdf)",
        "- **On Numbers.** [pdf](https://example.org/a.pdf)",
        "* On Numbers, ([pdf](https://example.org/a.pdf))",
        "1. On Numbers: [[pdf]](https://example.org/a.pdf)",
        "+ 🔥 On Numbers\n  [[pdf]](https://example.org/a.pdf)",
        "- On\n  Numbers [[pdf]](https://example.org/a.pdf)",
        "- [[pdf]](https://example.org/a.pdf) On Numbers",
        '- "On Numbers" [<b>pdf</b>](https://example.org/a.pdf)',
        '- <b>On Numbers</b> <a href="https://example.org/a.pdf">[pdf]</a>',
        "- On Numbers\n  - [[pdf]](https://example.org/a.pdf)",
        "- On Numbers\n  - pdf: <https://example.org/a.pdf>",
        "**On Numbers**\n\n- pdf: https://example.org/a.pdf",
        "| Title | Link |\n|---|---|\n| **On Numbers** | [pdf](https://example.org/a.pdf) |",
    ],
)
def test_a_title_may_have_its_link_behind_it(line: str) -> None:
    assert facts(f"# List\n\n{line}\n") == {"title": "On Numbers", "links": (PDF,)}


@pytest.mark.parametrize(
    "line",
    [
        "- [On Numbers](https://example.org/a.pdf) by Ada Lovelace and Alan Turing, OSDI 2020",
        "- [On Numbers](https://example.org/a.pdf), Ada Lovelace, Alan Turing, OSDI 2020",
        "- [On Numbers](https://example.org/a.pdf). Ada Lovelace and Alan Turing. OSDI'20.",
        "- [OSDI'20] [On Numbers](https://example.org/a.pdf) by Ada Lovelace, Alan Turing",
        "- [**On Numbers**](https://example.org/a.pdf) (OSDI 2020), Ada Lovelace and Alan Turing",
        "- **[On Numbers](https://example.org/a.pdf)** *OSDI 2020*\n  - Ada Lovelace and Alan Turing",
        "- [On Numbers](https://example.org/a.pdf)\n  - Ada Lovelace, Alan Turing. (OSDI 2020)",
        "- [On Numbers](https://example.org/a.pdf)\n  - Authors: Ada Lovelace, Alan Turing"
        "\n  - Venue: OSDI\n  - Year: 2020",
        "- [On Numbers](https://example.org/a.pdf) | OSDI' 20\n\n  *Ada Lovelace, Alan Turing.*",
        '- Ada Lovelace and Alan Turing. "[On Numbers](https://example.org/a.pdf)." OSDI 2020.',
        "[On Numbers](https://example.org/a.pdf). Ada Lovelace, Alan Turing. OSDI 2020",
        '**[34]** Ada Lovelace and Alan Turing. "**[On Numbers](https://example.org/a.pdf)**". OSDI 2020',
        "|Paper|Authors|Venue|\n|-|-|-|\n|[On Numbers](https://example.org/a.pdf)|Ada Lovelace, Alan Turing|OSDI'20|",
    ],
)
def test_a_title_may_be_the_link_with_authors_and_venue_around_it(line: str) -> None:
    link = Link("pdf", "https://example.org/a.pdf")
    expected = {"title": "On Numbers", "venue": "OSDI", "year": 2020, "authors": (ADA, ALAN), "links": (link,)}
    assert facts(f"# List\n\n{line}\n") == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "- **On Numbers** (2015), G. Boole et al. [[pdf]](https://example.org/a.pdf)",
            {"year": 2015, "links": (PDF,)},
        ),
        ("- [ ] OSDI '20 / On Numbers", {"venue": "OSDI", "year": 2020}),
        ("- [ ] SOSP/19/On Numbers", {"venue": "SOSP", "year": 2019}),
        (
            "- On Numbers (SOSP2019) [[pdf]](https://example.org/a.pdf)",
            {"venue": "SOSP", "year": 2019, "links": (PDF,)},
        ),
        ("- On Numbers | SOSP '19", {"venue": "SOSP", "year": 2019}),
        ("- [ ] On Numbers", {}),
        ("- [x] On Numbers", {"readings": (Reading("read"),)}),
        ("- [X] On Numbers ★★★★☆", {"readings": (Reading("read", rating=4),)}),
        ("- ~~On Numbers~~ [[pdf]](https://example.org/a.pdf)", {"readings": (Reading("read"),), "links": (PDF,)}),
        ("- [ ] On Numbers ⭐⭐", {"tags": ("★★",)}),
        ("- [ ] On Numbers `reading`", {"readings": (Reading("reading"),)}),
        ("- [ ] On Numbers `algebra` `2019`", {"tags": ("algebra",), "year": 2019}),
        (
            "|Done|Title|Venue|\n|-|-|-|\n|✅|**On Numbers**|OSDI'20|",
            {"readings": (Reading("read"),), "venue": "OSDI", "year": 2020},
        ),
        ("|Status|Title|Venue|\n|-|-|-|\n|⬜|On Numbers|OSDI'20|", {"venue": "OSDI", "year": 2020}),
        (
            "|Title|Date|Rating|Status|\n|-|-|-|-|\n|On Numbers|2019.05|4/5|done|",
            {"year": 2019, "readings": (Reading("read", rating=4),)},
        ),
    ],
)
def test_a_line_says_when_and_where_and_whether_it_was_read(line: str, expected: dict[str, Any]) -> None:
    found = facts(f"# List\n\n{line}\n")
    found.pop("authors", None)
    assert found == {"title": "On Numbers", **expected}


def test_a_name_and_the_rest_of_its_title_may_be_apart() -> None:
    line = "- [Engine](https://example.org/a.pdf): A Machine for All Numbers | OSDI '20"
    assert facts(line) == {
        "title": "Engine: A Machine for All Numbers",
        "name": "Engine",
        "venue": "OSDI",
        "year": 2020,
        "links": (Link("pdf", "https://example.org/a.pdf"),),
    }


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("HiveD: Sharing a Cluster", "HiveD"),
        ("Ansor: Generating Programs", "Ansor"),
        ("Introduction: How to Read", None),
        ("Serving DNNs: Twice", None),
        ("Numbers and Engines", None),
    ],
)
def test_the_word_before_the_colon_is_a_name_where_it_names_something(title: str, name: str | None) -> None:
    assert papers(f"- [{title}](https://example.org)")[0].name == name


def test_what_stands_below_a_paper_is_a_note_unless_it_is_a_fact_or_an_empty_template() -> None:
    text = """# List

- On Numbers [[pdf]](https://example.org/a.pdf)
  - Ada Lovelace and Alan Turing
  - OSDI 2020
  - Summary:
  - Keyword:
  - Hard part
  - Summary: it counts *well*
    - and fast
  - 背景：边缘计算
"""
    assert facts(text) == {
        "title": "On Numbers",
        "venue": "OSDI",
        "year": 2020,
        "authors": (ADA, ALAN),
        "links": (PDF,),
        "notes": (NoteDraft("Summary: it counts *well*\n- and fast"), NoteDraft("背景：边缘计算")),
    }


def test_prose_behind_a_title_is_a_note() -> None:
    text = (
        "- [On Numbers](https://example.org/a.pdf) (1843): The first [program](https://example.org/b), and it is long."
    )
    assert facts(text)["year"] == 1843
    assert facts(text)["notes"] == (NoteDraft("The first [program](https://example.org/b), and it is long"),)
    assert facts(text)["links"] == (Link("pdf", "https://example.org/a.pdf"),)


def test_bullets_that_only_head_others_are_sections() -> None:
    text = "# List\n\n- Engines\n  - [On the first of numbers](https://example.org/1)\n  - [On the last of numbers](https://example.org/2)\n"
    assert [(draft.title, draft.topic) for draft in papers(text)] == [
        ("On the first of numbers", "Engines"),
        ("On the last of numbers", "Engines"),
    ]


def test_folded_sections_and_bold_lines_are_headings_too() -> None:
    text = """<details>
<summary><b>Engines</b></summary>
- [On Numbers](https://example.org/1)
</details>

**Looms**

- [On Looms](https://example.org/2)
"""
    assert [(draft.title, draft.topic, draft.line) for draft in papers(text)] == [
        ("On Numbers", "Engines", 3),
        ("On Looms", "Looms", 8),
    ]


def test_papers_may_stand_in_the_front_matter() -> None:
    text = """---
title: Fall
sessions:
  - date: "09/05/2023"
    title: "On Numbers."
    authors: "Ada Lovelace, Acme Inc.; Alan Turing, University of Manchester"
    venue: "OSDI '23"
    link: "https://example.org/talk"
---
# Description
"""
    assert read(text) == [
        ReadingList("systems", "Fall", "systems.md"),
        Draft(
            "On Numbers",
            venue="OSDI",
            year=2023,
            authors=(Author("Ada Lovelace", ("Acme Inc.",)), Author("Alan Turing", ("University of Manchester",))),
            links=(Link("page", "https://example.org/talk"),),
            lists=(Listing("systems", None, 1),),
            line=5,
        ),
    ]


def test_navigation_badges_and_prose_are_no_papers_and_are_not_told() -> None:
    text = """# Awesome Numbers [![Awesome](https://awesome.re/badge.svg)](https://awesome.re)

We keep [a list](https://example.org/list) of papers from conferences such as OSDI, SOSP, and NSDI. Please read it.

## Contents

- [Engines](#engines)
  - [Looms](#looms)

## Engines

- [On Numbers](https://example.org/a.pdf)

## Contributing

- Open a [pull request](https://example.org/pulls).
"""
    assert [type(found) for found in read(text)] == [ReadingList, Draft]
    assert papers(text)[0].title == "On Numbers"


def test_what_looks_like_an_entry_and_is_none_is_told_with_its_line() -> None:
    text = """- [On Numbers](https://example.org/a.pdf)

Some words.

* We meet on Mondays. Please come.

| Who | Where |
|---|---|
| [Ada](https://example.org/ada) | London |

- [Awesome Looms](https://github.com/ada/awesome-looms)
"""
    assert skipped(text) == [
        Skipped(5, "We meet on Mondays. Please come.", "has no link, venue, author or box of an entry"),
        Skipped(7, "Who | Where", "is a table in which no column holds titles"),
        Skipped(11, "Awesome Looms", "is a link to another list"),
    ]


def test_a_list_of_nothing_but_titles_is_a_list_of_papers() -> None:
    assert [draft.title for draft in papers("# To read\n\n- On Numbers\n- On Looms\n")] == ["On Numbers", "On Looms"]


def test_a_page_without_any_entry_says_so_by_giving_none() -> None:
    assert papers("# Hello\n\nJust prose with [a link](https://example.org) in it.\n") == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "[:scroll:](https://example.org/a.pdf) [Temporal Alignment](https://example.org/b)",
            {
                "title": "Temporal Alignment",
                "links": (Link("pdf", "https://example.org/a.pdf"), Link("page", "https://example.org/b")),
            },
        ),
        (
            "Notes on the Engine (2014, C. Babbage et al. [[pdf]](https://example.org/a.pdf)",
            {"title": "Notes on the Engine", "year": 2014, "authors": (Author("C. Babbage"),), "links": (PDF,)},
        ),
        ("(2022-10) Notes on the Engine [[pdf]](https://example.org/a.pdf)", {"year": 2022}),
        ("2022.10 Notes on the Engine [[pdf]](https://example.org/a.pdf)", {"year": 2022}),
        ("[2020 - Notes on the Engine](https://example.org/a.pdf)", {"year": 2020}),
        (
            '**Ansor**: "Notes on the Engine", NeurIPS, 2021 (*Acme*). [[pdf]](https://example.org/a.pdf)',
            {"venue": "NeurIPS", "year": 2021, "name": "Ansor"},
        ),
        (
            "[Notes on the Engine](https://example.org/a.pdf) (Ada Lovelace, ICML 2014, [code](https://github.com/ada/engine))",
            {"venue": "ICML", "year": 2014, "authors": (ADA,)},
        ),
        (
            '"Notes on the Engine." Ada Lovelace and Alan Turing, _Acta Informatica_, volume 1, issue 3, May 1972.',
            {"venue": "Acta Informatica", "year": 1972, "authors": (ADA, ALAN)},
        ),
        (
            "[Notes on the Engine](https://example.org/a.pdf) - 1982 Ada Lovelace, and Alan Turing",
            {"year": 1982, "authors": (ADA, ALAN)},
        ),
        (
            "Notes on the Engine. Lovelace and Turing. [[pdf]](https://example.org/a.pdf)",
            {"authors": (Author("Lovelace"), Author("Turing"))},
        ),
        (
            "**Notes on the Engine**\n  Ada Lovelace and Alan Turing (*MIT*), and Charles Babbage (*ETH Zurich*)",
            {
                "authors": (
                    Author("Ada Lovelace", ("MIT",)),
                    Author("Alan Turing", ("MIT",)),
                    Author("Charles Babbage", ("ETH Zurich",)),
                )
            },
        ),
    ],
)
def test_dates_names_and_authors_stand_where_people_put_them(line: str, expected: dict[str, Any]) -> None:
    given = facts(f"- {line}")
    assert {fact: given.get(fact) for fact in expected} == expected
    assert given["title"] == expected.get("title", "Notes on the Engine")


def test_capitals_around_a_known_word_are_no_venue_and_a_word_of_a_sentence_is_no_tag() -> None:
    (draft,) = papers("- [POINT CLOUD] [A Title of Words](https://example.org/a): uses `grep` to find `all` of it")
    assert (draft.venue, draft.tags) == (None, ("POINT CLOUD",))


def test_the_lines_of_a_cell_of_authors_are_groups() -> None:
    cell = "Ada Lovelace, MIT<br>Alan Turing, Princeton University"
    assert facts(f"| Title | Authors |\n|---|---|\n| On Engines of all Kinds | {cell} |")["authors"] == (
        Author("Ada Lovelace", ("MIT",)),
        Author("Alan Turing", ("Princeton University",)),
    )


def test_a_heading_is_a_paper_where_its_links_or_its_authors_stand_below() -> None:
    text = """# Papers

### Fuzzing with Care (S&P 2022)

* [Paper](https://example.org/a.pdf)
* [Code](https://github.com/ada/engine)

Abstract: it is done.

### On Engines of all Kinds

<p>Ada Lovelace (MIT); Alan Turing (Princeton University)</p>
"""
    first, second = papers(text)
    assert (first.title, first.venue, first.year) == ("Fuzzing with Care", "S&P", 2022)
    assert [link.label for link in first.links] == ["Paper", "Code"]
    assert second.title == "On Engines of all Kinds"
    assert second.authors == (Author("Ada Lovelace", ("MIT",)), Author("Alan Turing", ("Princeton University",)))


def test_headings_and_remarks_say_what_is_read() -> None:
    text = """# Papers

## In Progress
[ ] [On Engines of all Kinds](https://example.org/a)

## Read
- [On Computable Numbers](https://example.org/b)
- [ ] [On Computable Numbers, again](https://example.org/c)

## Unread
- [On Other Numbers](https://example.org/d) ✓
- [x] [On More Numbers](https://example.org/e)
- [On Most Numbers](https://example.org/f) -- **currently reading**
"""
    told = [[reading.status for reading in draft.readings] for draft in papers(text)]
    assert told == [["reading"], ["read"], [], [], ["read"], ["reading"]]
    assert not any(draft.notes for draft in papers(text))


def test_entries_with_a_box_need_no_bullet() -> None:
    text = "[ ] [On Engines](https://example.org/a)\n[x] [On Numbers](https://example.org/b)"
    assert [(draft.title, bool(draft.readings)) for draft in papers(text)] == [
        ("On Engines", False),
        ("On Numbers", True),
    ]


def test_venue_and_year_may_head_a_list() -> None:
    text = """# Papers
- **ESEC/FSE 2024**
  - [On Engines of all Kinds](https://example.org/a)
- **SP 2023**
  - [On Computable Numbers](https://example.org/b)
"""
    assert [(draft.title, draft.venue, draft.year) for draft in papers(text)] == [
        ("On Engines of all Kinds", "ESEC/FSE", 2024),
        ("On Computable Numbers", "S&P", 2023),
    ]


def test_notes_on_one_paper_are_no_list() -> None:
    text = """# The Engine Paper

## Motivation
- tables are full of errors
- we need better ones

## Design
- a mill and a store
- cards tell what is to be done
- Evaluation with numbers
"""
    assert papers(text) == []


@pytest.mark.parametrize(
    ("name", "title", "slug"),
    [
        ("notes/OSDI2020.md", "ML System", "osdi2020"),
        ("README.md", "ML System", "ml-system"),
        ("standard input", "ML System", "ml-system"),
        ("papers.md", "机器", "reading-list"),
    ],
)
def test_a_list_is_called_by_its_file_unless_that_says_nothing(name: str, title: str, slug: str) -> None:
    assert read(f"# {title}\n", name) == [ReadingList(slug, title, name)]


def test_the_same_paper_twice_comes_twice() -> None:
    line = "- [On Numbers](https://example.org/a.pdf)\n"
    assert [draft.lists[0].position for draft in papers(line * 2)] == [1, 2]


def test_a_line_too_long_to_be_an_entry_is_told_and_the_others_are_read() -> None:
    text = f"- {'[' * 30_000}\n- [On Numbers](https://example.org/a.pdf)\n"
    assert [draft.title for draft in papers(text)] == ["On Numbers"]
    assert skipped(text)[0].why == "is a line of 30,002 characters, more than 20,000"


def test_a_venue_with_a_long_tail_of_names_and_numbers_ends() -> None:
    # An expression with a repetition inside a repetition would not come back from this one.
    text = f"- [On Numbers](https://example.org/a.pdf), OSDI 2020, {'A.1-B.2' * 12} is what it says.\n"
    assert [draft.title for draft in papers(text)] == ["On Numbers"]


PIECES = [
    "- ",
    "* ",
    "1. ",
    "  - ",
    "# ",
    "## ",
    "\n",
    "\n\n",
    "[",
    "]",
    "(",
    ")",
    "[[pdf]](https://example.org)",
    "[On Numbers](https://example.org) ",
    "**",
    "`",
    "~~",
    "[x] ",
    "[ ] ",
    "OSDI 2020",
    ", ",
    "; ",
    ". ",
    ": ",
    '"',
    "by Ada Lovelace et al.",
    "(2020)",
    "<b>",
    "</b>",
    "<details>",
    "<summary>",
    "</summary>",
    "<!--",
    "-->",
    "> ",
    "---\n",
    "Title",
    "Venue",
    "★",
    "✅",
    "\x01",
    "\x02",
    "\t",
    "https://a.b",
    "Status: read",
    "Tags: `a`",
    "Authors:",
    "Note:",
    "Quote (p. 1):",
    "Abstract:",
    "List: a",
    "&amp;",
    "\\",
    "{",
    "}",
    "é",
    "中",
]


@given(
    st.lists(st.sampled_from([*PIECES, "|", "\n| a | b |\n|---|---|\n"]) | st.text(max_size=5), max_size=40).map(
        "".join
    )
    | st.text()
)
@settings(max_examples=200, deadline=None)
def test_no_text_breaks_the_reader(text: str) -> None:
    try:
        found = read(text)
    except UnreadableError:
        return
    assert isinstance(found[0], ReadingList)


@given(st.binary(max_size=300))
@settings(max_examples=200, deadline=None)
def test_no_bytes_break_the_reader(data: bytes) -> None:
    try:
        found = list(importers.read(Source("a.md", data), "markdown"))
    except UnreadableError:
        return
    assert isinstance(found[0], ReadingList)
