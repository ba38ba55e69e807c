"""Markdown reading lists -> drafts of papers: a day before a title, and what only looks like one."""

from __future__ import annotations

import pytest
from markdown_pages import ADA, TITLE, URL, papers, said, titles


@pytest.mark.parametrize("day", ["13 mai 1958 : ", "11 septembre 1958 : ", "9 november 1958: ", "11 September 1958: "])
def test_a_day_years_before_its_paper_is_of_the_title(day: str) -> None:
    (draft,) = papers(f"# Papers\n\n- {day}{TITLE}. Ada Lovelace. OSDI 1985\n")
    assert (draft.title, draft.authors, draft.venue, draft.year) == (f"{day}{TITLE}", (ADA,), "OSDI", 1985)


@pytest.mark.parametrize("day", ["5 Maggio 1821: ", "11 September 2001: ", "17 Out 2019 "])
def test_a_day_that_begins_a_link_is_of_the_title(day: str) -> None:
    assert said(f"# Papers\n\n- [{day}{TITLE}]({URL})\n", "year") == {"title": f"{day}{TITLE}", "year": None}


def test_a_day_that_a_bar_sets_apart_in_a_link_is_none_of_the_title() -> None:
    assert said(f"# Papers\n\n- [12 May 2020 | {TITLE}]({URL})\n", "year") == {"title": TITLE, "year": 2020}


@pytest.mark.parametrize("day", ["5 May 2020:", "12.05.2020:", "5 mai 2020 :", "2020-05-12:"])
def test_a_paper_is_of_its_own_year_rather_than_of_the_day_before_it(day: str) -> None:
    found = said(f"# Papers\n\n- {day} [{TITLE}]({URL}), OSDI 2019\n", "year", "venue")
    assert found == {"title": TITLE, "year": 2019, "venue": "OSDI"}


@pytest.mark.parametrize(
    "day", ["12. Mai 2020:", "12 de mayo de 2020:", "1er août 2020 :", "**12. Mai 2020**", "Mai 2020:", "12 May 2020 –"]
)
def test_a_day_before_a_link_is_as_its_language_has_it(day: str) -> None:
    assert said(f"# Papers\n\n- {day} [{TITLE}]({URL})\n", "year") == {"title": TITLE, "year": 2020}


@pytest.mark.parametrize("venue", ["SET", "DIC", "GEN", "AVR", "MARS"])
@pytest.mark.parametrize(
    "line",
    [
        "- [{0}]({1}) ({2} 2019)",
        "- [{2} 2019] [{0}]({1})",
        "- {0}. Ada Lovelace. {2} 2019",
        "| [{0}]({1}) | {2} 2019 |",
    ],
)
def test_an_acronym_is_a_venue_though_it_is_what_a_month_is_called_elsewhere(line: str, venue: str) -> None:
    table = "| Paper | Where |\n|---|---|\n" if line.startswith("|") else ""
    found = said(f"# Papers\n\n{table}{line.format(TITLE, URL, venue)}\n", "venue", "year")
    assert found == {"title": TITLE, "venue": venue, "year": 2019}


@pytest.mark.parametrize("day", ["Gen 22", "Out 1", "Set 2", "Ago 3", "Mark 5", "Decision 1"])
def test_a_word_and_a_number_before_a_title_are_a_day_only_in_english(day: str) -> None:
    assert [draft.title for draft in papers(f"# Papers\n\n- **{day}**: {TITLE} [pdf]({URL})\n")] == [f"{day}: {TITLE}"]


@pytest.mark.parametrize("day", ["*22 enero 2020:*", "**22 ene 2020**:", "**Jan 22**:"])
def test_a_day_with_its_year_is_one_in_any_language(day: str) -> None:
    assert [draft.title for draft in papers(f"# Papers\n\n- {day} [{TITLE}]({URL})\n")] == [TITLE]


@pytest.mark.parametrize("span", ["**1914-18** ", "**2010-15** ", "1914-18 ", "2010-00 "])
def test_a_span_of_years_before_a_title_is_no_month(span: str) -> None:
    found = said(f"# Papers\n\n- {span}{TITLE} [pdf]({URL})\n", "year")
    assert found == {"title": f"{span.replace('*', '')}{TITLE}", "year": None}


@pytest.mark.parametrize("day", ["2020-05", "**2020-12**", "2020.5.7:", "2020-23-11:", "[2020-05-17]"])
def test_a_month_or_a_day_in_digits_before_a_title_is_of_its_paper(day: str) -> None:
    assert said(f"# Papers\n\n- {day} [{TITLE}]({URL})\n", "year") == {"title": TITLE, "year": 2020}


@pytest.mark.parametrize("day", ["**22. März 2020** - ", "**22. März 2020**: ", "12. Mai 2020: "])
def test_a_day_whose_number_has_a_stop_is_none_of_the_title_behind_it(day: str) -> None:
    line = f"- {day}{TITLE} of Old Mills, Ada Lovelace and Alan Turing. OSDI\n"
    assert said(f"# Papers\n\n{line}", "year") == {"title": f"{TITLE} of Old Mills", "year": 2020}


def test_a_number_with_a_stop_before_what_is_no_day_is_that_of_an_item() -> None:
    lines = f"- 1. Mars 2020 Rovers and Looms ([pdf]({URL}))\n- 2. May Looms Weave 2020 Cards? ([pdf]({URL}b))\n"
    assert titles(f"# Papers\n\n{lines}") == ["Mars 2020 Rovers and Looms", "May Looms Weave 2020 Cards?"]


@pytest.mark.parametrize(
    "day", ["Thu, 11 Oct 2018", "Friday, 5 June 2020:", "**Mon, 3 Jan 2022**", "Thursday, October 11, 2018:"]
)
@pytest.mark.parametrize("title", [TITLE, "Weaving on Looms", "LoomNet"])
def test_a_day_of_the_week_before_a_day_is_none_of_the_title(day: str, title: str) -> None:
    assert titles(f"# Papers\n\n- {day} [{title}]({URL})\n- {day} [{TITLE}, Again]({URL}2)\n") == [
        title,
        f"{TITLE}, Again",
    ]


def test_a_day_with_that_of_the_week_says_the_year() -> None:
    assert said(f"# Papers\n\n- Thu, 11 Oct 2018 [{TITLE}]({URL})\n", "year") == {"title": TITLE, "year": 2018}


@pytest.mark.parametrize("title", ["Sun, Sand and Looms of 2018", "Sun, 2020 Looms", "Monday, 13 Looms, and a Card"])
def test_a_day_of_the_week_without_a_day_begins_a_title(title: str) -> None:
    assert titles(f"# Papers\n\n- {title} [[pdf]({URL})]\n") == [title]


@pytest.mark.parametrize("day", ["Sunday, 11 September 1988: ", "Sun, 13 May 1958: "])
def test_a_day_of_the_week_and_a_day_that_begin_a_link_are_of_the_title(day: str) -> None:
    assert titles(f"# Papers\n\n- [{day}{TITLE}]({URL})\n") == [f"{day}{TITLE}"]


@pytest.mark.parametrize(
    ("line", "title", "year"),
    [
        (f"[{TITLE}]({URL}), Ada Lovelace (1941-42)", TITLE, 1941),
        (f"[{TITLE}]({URL}) (1843-45)", TITLE, 1843),
        ("Notes on Threads of Turin, Ada Lovelace, Alan Turing, 1843-45", "Notes on Threads of Turin", 1843),
        (f"[Notes on the Cartel, 1934-74]({URL})", "Notes on the Cartel, 1934-74", None),
    ],
)
def test_a_span_of_years_dates_a_paper_unless_its_title_ends_in_it(line: str, title: str, year: int | None) -> None:
    assert said(f"# Papers\n\n- {line}\n", "year") == {"title": title, "year": year}
