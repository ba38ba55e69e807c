"""Markdown reading lists -> drafts of papers: lines whose facts stand between bars or slashes."""

from __future__ import annotations

import pytest
from markdown_pages import ADA, ALAN, TITLE, URL, papers, said, titles

from readtrack.model import Author


@pytest.mark.parametrize(
    ("who", "where", "authors", "venue"),
    [
        ("Ada Lovelace, et al.", "SIGMOD", (ADA,), "SIGMOD"),
        ("Ada Lovelace, Alan Turing", "OSDI", (ADA, ALAN), "OSDI"),
        ("Wrenfold, O. K.", "arXiv", (Author("O. K. Wrenfold"),), "arXiv"),
        ("Odalys Real, et al.", "SOSP", (Author("Odalys Real"),), "SOSP"),
        ("Odalys Wrenfold", "SOSP", (Author("Odalys Wrenfold"),), "SOSP"),
    ],
)
@pytest.mark.parametrize("behind", [f" | [`PDF`]({URL})", f" |[`PDF`]({URL})", f" [[pdf]]({URL})"])
def test_a_year_a_title_people_and_a_venue_between_bars_are_what_they_are(
    who: str, where: str, authors: tuple[Author, ...], venue: str, behind: str
) -> None:
    page = f"+ 2019 | AutoML: {TITLE} | {who} | {where}{behind}\n"
    expected = {"title": f"AutoML: {TITLE}", "venue": venue, "year": 2019, "authors": authors}
    assert said(page, "venue", "year", "authors") == expected


def test_what_stands_where_most_lines_of_a_page_have_venues_between_bars_is_one_too() -> None:
    where = ("OSDI", "SOSP", "SIGMOD", "VLDB", "Pattern Weaving", "DLTW")
    lines = "".join(f"- 2019 | {TITLE} {at} | Ada Lovelace, et al. | {at} | [pdf]({URL}{at})\n" for at in where)
    assert [draft.venue for draft in papers(f"# Papers\n\n{lines}")] == list(where)
    few = "".join(f"- 1843 | {TITLE} {at} | Ada Lovelace | {at}\n" for at in ("OSDI", "To Read", "Deep Weaving"))
    assert [(draft.venue, draft.tags) for draft in papers(f"# Papers\n\n{few}")] == [
        ("OSDI", ()),
        (None, ("To Read",)),
        (None, ("Deep Weaving",)),
    ]


@pytest.mark.parametrize("what", ["Hyde Park", "San Francisco | Workshop"])
def test_places_and_words_behind_a_year_and_a_title_between_bars_are_no_people(what: str) -> None:
    draft = papers(f"# Papers\n\n- 2020 | {TITLE} | {what}\n")[0]
    assert (draft.authors, draft.venue, draft.year) == ((), None, 2020)


@pytest.mark.parametrize(
    ("before", "tags", "read"),
    [
        ("[x] ", (), True),
        ("☑ ", (), True),
        ("✅ ", (), True),
        ("⭐ ", ("★",), False),
        ("[DB] ", ("DB",), False),
        ("[OSDI'04] ", (), False),
        ("#3 ", (), False),
        ("(2) ", (), False),
        ("[3] ", (), False),
        ("[x] [3] [DB] ", ("DB",), True),
    ],
)
@pytest.mark.parametrize("bar", ["|", "/"])
def test_what_stands_before_a_title_between_bars_is_read_as_before_any_other(
    before: str, tags: tuple[str, ...], read: bool, bar: str
) -> None:
    page = f"# Papers\n\n- {before}LoomWide: {TITLE} {bar} Ada Lovelace, Alan Turing {bar} OSDI 2004\n"
    draft = papers(page)[0]
    assert (draft.title, draft.authors) == (f"LoomWide: {TITLE}", (ADA, ALAN))
    assert (draft.venue, draft.year, draft.tags, bool(draft.readings)) == ("OSDI", 2004, tags, read)


def test_bullets_that_are_headings_have_papers_between_bars_below() -> None:
    line = f"2019 | {TITLE} {{}} | Ada Lovelace, et al. | SIGMOD | [pdf]({URL}{{}})"
    page = f"### Looms\n+ #### Warp\n - {line.format('I', 1)}\n  - {line.format('II', 2)}\n+ #### Weft\n  - "
    assert titles(f"# Papers\n\n{page}{line.format('III', 3)}\n") == [f"{TITLE} {at}" for at in ("I", "II", "III")]


@pytest.mark.parametrize("struck", ["", "~~"])
def test_a_title_people_and_where_they_work_may_stand_between_slashes(struck: str) -> None:
    page = f"- {struck}{TITLE} / Ada Lovelace and Alan Turing / University of London. [Slides]({URL}){struck}\n"
    place = ("University of London",)
    authors = (Author("Ada Lovelace", place), Author("Alan Turing", place))
    assert said(page, "authors") == {"title": TITLE, "authors": authors}


@pytest.mark.parametrize(
    "line", ["Weaving I/O / Notes on It", f"{TITLE} | Compilers | Looms", f"2019 | {TITLE} | Looms"]
)
def test_words_between_bars_or_slashes_that_are_no_people_are_none(line: str) -> None:
    assert not any(draft.authors for draft in papers(f"# Papers\n\n- {line} [[pdf]]({URL})\n"))


def test_a_paragraph_that_ends_in_a_colon_and_leads_nowhere_is_no_paper() -> None:
    lead = "**Wide-Looms** shows overviews of what we weave in *AutoML*:"
    page = f"# Looms\n\n{lead}\n+ Warp (W)\n+ Weft\n\n# Papers\n- [{TITLE}]({URL})\n"
    assert titles(page) == [TITLE]


@pytest.mark.parametrize("house", ["Royal Society", "Institute of Looms Publishing", "Weaving Association"])
@pytest.mark.parametrize("between", [" / ", " | "])
def test_a_society_or_a_publisher_behind_people_is_where_nobody_is_known_to_work(house: str, between: str) -> None:
    expected = {"title": TITLE, "authors": (ADA, ALAN), "tags": (house,)}
    line = between.join((TITLE, "Ada Lovelace, Alan Turing", house))
    assert said(f"- {line}\n", "authors", "tags") == expected
