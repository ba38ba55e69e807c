"""Markdown reading lists -> drafts of papers: preprints, their months, and what they became."""

from __future__ import annotations

import pytest
from markdown_pages import TITLE, URL, papers


def test_four_digits_behind_arxiv_are_year_and_month_where_most_on_the_page_are_no_years() -> None:
    found = papers("".join(f"- [{TITLE}]({URL}{at}). arXiv {at}\n" for at in ("2005", "1708", "2011", "1804", "0912")))
    assert [(one.venue, one.year) for one in found] == [
        ("arXiv", 2020),
        ("arXiv", 2017),
        ("arXiv", 2020),
        ("arXiv", 2018),
        ("arXiv", 2009),
    ]


def test_four_digits_behind_arxiv_are_a_year_where_all_on_the_page_are() -> None:
    found = papers("".join(f"- [{TITLE}]({URL}{at}). arXiv {at}\n" for at in ("2011", "2012", "2013")))
    assert [one.year for one in found] == [2011, 2012, 2013]


@pytest.mark.parametrize(
    "others", [("2104", "2009"), ("2104", "1708", "1804", "1905", "2015"), ("2104", "1708", "1804", "1905", "2000")]
)
def test_four_digits_behind_arxiv_are_a_year_where_few_are_none_or_one_is_surely_one(others: tuple[str, ...]) -> None:
    numbers = ("2010", "2012", *others)
    found = papers("".join(f"- [{TITLE}]({URL}{at}). arXiv {at}\n" for at in numbers))
    assert [one.year for one in found[:2]] == [2010, 2012]


@pytest.mark.parametrize(
    "address",
    ["https://e.org/arxiv,1708/x.pdf", "https://e.org/x?arxiv:1708", "./corr 1704.pdf", "a/my arXiv 1704.pdf"],
)
def test_addresses_are_left_as_they_are_where_preprints_are_numbered_by_months(address: str) -> None:
    (one, _) = papers(f"- [{TITLE}]({URL}) ([pdf](<{address}>))\n- [{TITLE} II]({URL}2). arXiv 1708\n")
    assert [link.url for link in one.links][1:] == [address] * address.startswith("https")


def test_months_of_preprints_are_told_in_cells_of_html() -> None:
    rows = (f'<tr><td><a href="{URL}{at}">{TITLE} {at}</a></td><td>arXiv {at}</td></tr>' for at in ("1708", "1804"))
    found = papers(f"<table><tr><th>Title</th><th>Venue</th></tr>{''.join(rows)}</table>\n")
    assert [(one.venue, one.year) for one in found] == [("arXiv", 2017), ("arXiv", 2018)]


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("arXiv 1708; OSDI Workshop 2018", ("OSDI Workshop", 2018)),
        ("arXiv 1708; NeurIPS workshop 2017", ("NeurIPS workshop", 2017)),
        ("arXiv 2017, OSDI 2018", ("OSDI", 2018)),
        ("arXiv 1708, OSDI workshop 2018", ("OSDI workshop", 2018)),
        ("arXiv white paper 2018", ("arXiv", 2018)),
        ("arXiv 2017 and OSDI 2018", ("OSDI", 2018)),
        ("arXiv 1712; Neurocomputing", ("Neurocomputing", 2017)),
        ("arXiv 1712; an old version is arXiv 1702; IEEE Journal of Looms", ("IEEE Journal of Looms", 2017)),
        ("arXiv 1712", ("arXiv", 2017)),
    ],
)
def test_of_a_preprint_and_what_it_became_the_latter_is_the_venue(said: str, place: tuple[str, int]) -> None:
    (paper,) = papers(f"- [{TITLE}]({URL})\n  - {said}\n")
    assert (paper.venue, paper.year) == place


def page_of_months(*lines: tuple[str, str]) -> str:
    """A page of numbered papers with ``lines`` of numbers in brackets before their titles, and of arXiv."""
    return "".join(
        f"{at}. **[{day}] {TITLE} {at}**\n\n[[Paper](https://arxiv.org/abs/{number}.0123{at})]\n\n"
        for at, (day, number) in enumerate(lines, 1)
    )


def test_numbers_in_brackets_before_titles_are_years_and_months_where_arxiv_got_the_papers_then() -> None:
    found = papers(page_of_months(("25/06", "2506"), ("25/05", "2505"), ("24-12", "2501"), ("25.01", "2501")))
    assert [(one.title, one.year) for one in found] == [
        (f"{TITLE} {at}", year) for at, year in enumerate((2025, 2025, 2024, 2025), 1)
    ]


@pytest.mark.parametrize("number", ["2406", "1712"])
def test_such_numbers_are_no_years_where_arxiv_got_the_papers_at_other_times(number: str) -> None:
    found = papers(page_of_months(*((f"2{at}/06", number) for at in range(5))))
    assert [one.year for one in found] == [None] * 5


@pytest.mark.parametrize(
    ("series", "place"),
    [
        ("LOOM WP 24454", ("LOOM WP", 1999)),
        ("LOOM WP/16/35", ("LOOM WP", 1999)),
        ("TURIN RM 11/2006", ("TURIN RM", 1999)),
        ("LOOM Working Paper No. 24454", ("LOOM Working Paper", 1999)),
        ("Bank of Turin Working Paper 12", ("Bank of Turin Working Paper", 1999)),
        ("Bank of Turin Discussion Papers 2006/7", ("Bank of Turin Discussion Papers", 1999)),
    ],
)
def test_a_series_of_working_papers_is_a_venue_without_its_number(series: str, place: tuple[str, int]) -> None:
    (draft,) = papers(f'1. Lovelace, A., Turing, A. (1999), "{TITLE}," {series}.\n')
    assert (draft.title, draft.venue, draft.year) == (TITLE, *place)


@pytest.mark.parametrize(
    ("series", "year"), [("LOOM WP 2018", 2018), ("LOOM WP 2018/3", 2018), ("LOOM WP 3, 2018", 2018)]
)
def test_the_year_of_a_working_paper_may_be_in_its_number(series: str, year: int) -> None:
    (draft,) = papers(f"- [{TITLE}]({URL}) ({series})\n")
    assert (draft.venue, draft.year) == ("LOOM WP", year)


@pytest.mark.parametrize("lead", ["Also NBER", "See Turin", "Originally Loom", "Revised Bank of Turin"])
def test_words_before_a_series_of_working_papers_make_it_a_note(lead: str) -> None:
    (draft,) = papers(f"# Papers\n\n- Ada Lovelace. Notes on the Wheels of Looms. {lead} Working Paper 12345\n")
    assert (draft.venue, draft.notes[0].body) == (None, f"{lead} Working Paper 12345")


def test_people_before_a_series_of_working_papers_are_none_of_its_name() -> None:
    (draft,) = papers(f"# Papers\n\n- [{TITLE}]({URL}), Ada Lovelace. Bank of Turin Working Paper No. 1843/7\n")
    assert ([one.name for one in draft.authors], draft.venue) == (["Ada Lovelace"], "Bank of Turin Working Paper")


def test_a_comma_between_corr_and_its_number_is_none_of_the_place() -> None:
    cited = f"A. Lovelace, A. Turing, and G. Hopper. {TITLE}. CoRR, abs/1312.60349, 2014."
    (paper,) = papers(f"# Papers\n\n- {cited}\n")
    assert (paper.title, paper.venue, paper.year, paper.notes) == (TITLE, "arXiv", 2014, ())
