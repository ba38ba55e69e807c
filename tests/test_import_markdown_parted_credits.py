"""Markdown reading lists -> drafts of papers: lines below a title, of parts that say who wrote it, where and when."""

from __future__ import annotations

import pytest
from markdown_pages import ADA, ALAN, GRACE, TITLE, URL, papers, said

from readtrack.importers.markdown.said.parted_credits import credit_in
from readtrack.model import Author

LOVELACE, TURING = Author("Lovelace"), Author("Turing")
ABOVE = [f"# Looms\n\n- [{TITLE}]({URL})\n    - ", f"# Looms\n\n### 3. [{TITLE}]({URL})\n"]
"""What such a line stands below: a bullet, a heading."""


@pytest.mark.parametrize("above", ABOVE)
@pytest.mark.parametrize(
    ("line", "authors", "venue", "tags"),
    [
        ("Ada Lovelace & Alan Turing — **OSDI 1993** · `looms`", (ADA, ALAN), "OSDI", ("looms",)),
        ("Lovelace & Turing — **OSDI 1993**", (LOVELACE, TURING), "OSDI", ()),
        ("Lovelace et al. — **1993** (OSDI) · `looms`", (LOVELACE,), "OSDI", ("looms",)),
        ("OSDI 1993 | Ada Lovelace, Alan Turing", (ADA, ALAN), "OSDI", ()),
        ("📅 1993-08-20 · ✍️ Ada Lovelace, Alan Turing +6 more", (ADA, ALAN), None, ()),
        ("arXiv:9302.00001 — **OSDI 1993** · `looms`", (), "OSDI", ("looms",)),
    ],
)
def test_parts_of_a_line_below_a_title_say_who_wrote_it_where_and_when(
    above: str, line: str, authors: tuple[Author, ...], venue: str | None, tags: tuple[str, ...]
) -> None:
    (draft,) = papers(f"{above}{line}\n")
    assert (draft.authors, draft.venue, draft.year, draft.tags, draft.notes) == (authors, venue, 1993, tags, ())


@pytest.mark.parametrize("above", ABOVE)
def test_words_behind_such_a_line_are_kept_in_a_note(above: str) -> None:
    line = "Ada Lovelace & Alan Turing — **1993** (*OSDI*), building on the cards of others"
    (draft,) = papers(f"{above}{line}\n")
    assert (draft.authors, draft.venue, draft.year) == ((ADA, ALAN), "OSDI", 1993)
    assert [note.body for note in draft.notes] == [line]


@pytest.mark.parametrize("honour", ["OSDI 1993 (oral)", "**OSDI 1993** (Oral)"])
def test_how_a_paper_was_taken_is_no_remark(honour: str) -> None:
    (draft,) = papers(f"{ABOVE[0]}Lovelace et al. — {honour}\n")
    assert (draft.authors, draft.venue, draft.year, draft.notes) == ((LOVELACE,), "OSDI", 1993, ())


@pytest.mark.parametrize("line", ["Ada Lovelace - 1993-08-20", "Ada Lovelace, Alan Turing - 1993-08-20"])
def test_a_name_and_a_day_below_a_heading_make_no_paper_of_it(line: str) -> None:
    assert papers(f"# Minutes\n\n## Threads for the Looms\n\n{line}\n\nWe wove.\n") == []


@pytest.mark.parametrize(
    "line",
    [
        "Weaving by hand — 1993",
        "Cards & Looms — 1993",
        "Seminar Room · 1993-08-20",
        "1993-08-20 – 1993-08-22",
        "Ada Lovelace — she wove in 1993",
        "Ada — 1993-08-20",
        "👤 Alan · 1993-08-20",
        "Ada Lovelace — 1993-08-20",
        "Ada Lovelace — August 20, 1993",
        "Ada Lovelace — 20 Aug 1993",
        "Adam — OSDI 1993",
        "Loomer, Weaver & Kubernetes — 1993",
        "Turin, Rome and Berlin — 1993",
    ],
)
def test_a_line_of_parts_that_are_no_people_and_no_venue_says_nothing_of_a_paper(line: str) -> None:
    assert credit_in(line) is None


@pytest.mark.parametrize("count", ["(11 authors)", "(12 more)", "(+8 others)"])
@pytest.mark.parametrize("above", ABOVE)
def test_how_many_wrote_a_paper_is_no_name(above: str, count: str) -> None:
    text = f"{above}**Authors:** Ada Lovelace, Alan Turing, Grace Hopper et al. {count}\n"
    assert said(text, "authors") == {"title": TITLE, "authors": (ADA, ALAN, GRACE)}


@pytest.mark.parametrize("above", ABOVE)
def test_each_label_of_a_line_says_something_of_its_own(above: str) -> None:
    (draft,) = papers(f"{above}**Authors:** Ada Lovelace | **Published:** 1993-10-01 | **Field:** Looms\n")
    assert (draft.authors, draft.year, [note.body for note in draft.notes]) == ((ADA,), 1993, ["**Field:** Looms"])


@pytest.mark.parametrize(
    "line",
    [
        "Problem: looms | Authors: none | Code: none",
        "Rating: 5/5 | Read: 1993-03-04",
        "Presenter: Ada Lovelace | Date: 1993-03-04",
        "Field: Looms | Data: LoomNet 1993",
    ],
)
def test_labels_of_other_things_than_its_paper_say_nothing_of_that(line: str) -> None:
    (draft,) = papers(f"{ABOVE[0]}{line}\n")
    assert (draft.authors, draft.venue, draft.year, [note.body for note in draft.notes]) == ((), None, None, [line])


def test_labels_of_a_line_that_all_say_nothing_of_a_paper_are_one_note() -> None:
    (draft,) = papers(f"{ABOVE[0]}**Field:** Looms | **Mood:** calm\n")
    assert [note.body for note in draft.notes] == ["**Field:** Looms | **Mood:** calm"]


def test_a_badge_below_a_heading_is_no_word_of_its_reader() -> None:
    names = ["Weaving Cards for Large Looms", "Long Threads in the Looms of Turin", "Looms That Weave by Themselves"]
    badge = "![L](https://img.shields.io/badge/looms-purple)"
    page = "".join(
        f"### {number}. {name}\n\n{badge}\n\n📅 1993-08-20 · ✍️ Ada Lovelace, Alan Turing\n\nIt weaves.\n\n"
        for number, name in enumerate(names, 1)
    )
    found = papers(f"# Papers of the day\n\n{page}")
    assert [(one.title, one.authors, one.year) for one in found] == [(name, (ADA, ALAN), 1993) for name in names]
    assert [note.body for one in found for note in one.notes] == ["It weaves."] * 3


@pytest.mark.parametrize("place", ["Looms & the Weaving of Cards, 1843.", "Looms & the Weaving of Cards. 1843."])
def test_people_in_italics_stand_before_any_place_in_bold(place: str) -> None:
    line = f"*Ada Lovelace, Alan Turing.* **{place}** [[pdf]({URL})]"
    assert said(f"# Papers\n\n- **{TITLE}.**\n\n    {line}\n", "venue", "year", "authors") == {
        "title": TITLE,
        "venue": "Looms & the Weaving of Cards",
        "year": 1843,
        "authors": (ADA, ALAN),
    }


@pytest.mark.parametrize(
    "line",
    [
        "*It weaves cards.* **Mill of Looms, 1843.**",
        "*Wide looms, cards.* **1843**",
        "*Ada Lovelace.* **March 3, 1843**",
    ],
)
def test_words_in_italics_before_bold_ones_are_no_people_and_a_name_before_a_day_is_none(line: str) -> None:
    assert not said(f"# Papers\n\n- [**{TITLE}.**]({URL})\n\n    {line}\n", "authors")["authors"]


WOVEN = Author("Lovelace", ("Tsinghua", "SJTU"))
FIRST = Author("Lovelace", ("AWS",))


@pytest.mark.parametrize("above", ABOVE)
@pytest.mark.parametrize(
    ("line", "authors", "place", "doi"),
    [
        ("**OSDI '25** · Lovelace et al. · Tsinghua, SJTU", (WOVEN,), ("OSDI", 2025), None),
        (
            "**OSDI '25** · Lovelace and Turing · DOI `10.1145/18.43`",
            (LOVELACE, TURING),
            ("OSDI", 2025),
            "10.1145/18.43",
        ),
        ("**OSDI '25** · DOI `10.1145/18.43` *(verify)* · arXiv 2410.06145", (), ("OSDI", 2025), "10.1145/18.43"),
        ("Lovelace et al. (AWS) · arXiv 2410.06145", (FIRST,), ("arXiv", 2024), None),
    ],
)
def test_such_a_line_may_have_a_short_year_a_doi_and_where_the_authors_work(
    above: str, line: str, authors: tuple[Author, ...], place: tuple[str, int], doi: str | None
) -> None:
    (draft,) = papers(f"{above}{line}\n")
    assert (draft.authors, draft.venue, draft.year, draft.doi, draft.notes) == (authors, *place, doi, ())
