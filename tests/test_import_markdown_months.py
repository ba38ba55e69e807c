"""Markdown reading lists -> drafts of papers: days with the names of months in many languages, and who made a paper."""

from __future__ import annotations

import pytest
from markdown_pages import TITLE, URL, papers

from readtrack.importers._days import day_of

DAYS = [
    ("22 ene 2025", "2025-01-22"),
    ("abril de 2025", "2025-04"),
    ("1 de março de 2025", "2025-03-01"),
    ("1er juin 2025", "2025-06-01"),
    ("déc. 2025", "2025-12"),
    ("22. Januar 2025", "2025-01-22"),
    ("9 luglio 2025", "2025-07-09"),
    ("mrt 2025", "2025-03"),
    ("22 января 2025 г.", "2025-01-22"),
    ("3 września 2025", "2025-09-03"),
    ("kasım 2025", "2025-11"),
    ("5 augusti 2025", "2025-08-05"),
]


@pytest.mark.parametrize(("said", "day"), DAYS)
def test_a_day_may_have_its_month_in_another_language(said: str, day: str) -> None:
    assert day_of(said) == day


@pytest.mark.parametrize("said", ["set 2 looms", "mars", "Out 25", "dic 123456"])
def test_a_word_that_may_be_a_month_is_none_without_its_year(said: str) -> None:
    assert day_of(said) is None


@pytest.mark.parametrize("said", [said for said, _ in DAYS])
@pytest.mark.parametrize("line", ["**{}** ({}) [arXiv]({})", "[{0}]({2}) ({1})", "{} ({}) [[pdf]({})]"])
def test_a_paper_is_of_the_year_of_the_day_behind_its_title(line: str, said: str) -> None:
    (draft,) = papers(f"- {line.format(TITLE, said, URL)}\n")
    assert (draft.title, draft.year, draft.venue, draft.notes) == (TITLE, 2025, None, ())


@pytest.mark.parametrize("day", ["22 Jan 2025", "Jan 2025", "2025-01-22", "2025-01", "22 ene 2025"])
@pytest.mark.parametrize(
    ("who", "tags"),
    [
        ("The Weavers", ("The Weavers",)),
        ("Weavers, Cards and Co", ("Weavers", "Cards and Co")),
        ("University of Looms", ("University of Looms",)),
        ("University of Looms, Institute of Cards and of all that is Woven", ()),
    ],
)
@pytest.mark.parametrize("line", ["**{}** ({})\n  [arXiv]({})", "[{0}]({2}) ({1})", "{} ({}) [[pdf]({})]"])
def test_who_made_a_paper_stands_behind_its_day(line: str, who: str, tags: tuple[str, ...], day: str) -> None:
    (draft,) = papers(f"- {line.format(TITLE, f'{day} – {who}', URL)}\n")
    assert (draft.title, draft.year, draft.authors, draft.notes) == (TITLE, 2025, (), ())
    assert draft.tags == tags


def test_people_behind_the_day_of_a_paper_wrote_it() -> None:
    (draft,) = papers(f"- [{TITLE}]({URL}) (22 ene 2025 – Ada Lovelace, Alan Turing)\n")
    assert (draft.year, [one.name for one in draft.authors]) == (2025, ["Ada Lovelace", "Alan Turing"])


def test_a_venue_behind_the_day_of_a_paper_is_where_it_appeared() -> None:
    (draft,) = papers(f"- [{TITLE}]({URL}) (Jan 2025 – OSDI)\n")
    assert (draft.title, draft.year, draft.venue) == (TITLE, 2025, "OSDI")
    (draft,) = papers(f"- [{TITLE}]({URL}) (2024.06 | OSDI 2025)\n")
    assert (draft.title, draft.year, draft.venue) == (TITLE, 2025, "OSDI")


@pytest.mark.parametrize("who", ["Google", "University of Looms", "Google, University of Looms"])
def test_an_organisation_behind_the_year_of_a_paper_made_it(who: str) -> None:
    (draft,) = papers(f"- [{TITLE}]({URL}) (2025 – {who})\n")
    assert (draft.title, draft.year, draft.tags) == (TITLE, 2025, tuple(who.split(", ")))


@pytest.mark.parametrize("span", ["(1918 – Rise of the Looms)", "(1914 – Cold Looms)", "(1850 - Deng Xiaoping)"])
def test_a_year_that_begins_a_span_is_of_the_title_that_ends_with_it(span: str) -> None:
    (draft,) = papers(f"# Papers\n\n- [{TITLE} {span}]({URL})\n")
    assert (draft.title, draft.year, draft.authors, draft.tags) == (f"{TITLE} {span}", None, (), ())


@pytest.mark.parametrize("remark", ["Long", "Skip", "Found via Twitter"])
def test_a_remark_behind_a_year_is_no_tag(remark: str) -> None:
    (draft,) = papers(f"- [{TITLE}]({URL}) (2025 – {remark})\n")
    assert (draft.title, draft.tags) == (TITLE, ())
    assert remark in draft.notes[0].body


def test_what_began_in_a_year_and_goes_on_is_of_nobody() -> None:
    (draft,) = papers(f"- [{TITLE}]({URL}) (2019 – present)\n")
    assert "present" not in draft.tags
