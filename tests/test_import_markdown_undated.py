"""Markdown reading lists -> drafts of papers: days without a year before titles."""

from __future__ import annotations

import pytest
from markdown_pages import URL, papers, titles

WORDS = ("Warp", "Weft", "Cards", "Threads", "Shuttles", "Patterns")
DAYS = ("10/04", "17/04", "24/04", "01/05", "08/05", "15/05")
TITLES = [f"Notes on {word}: A Loom" for word in WORDS]


def page(days: tuple[str, ...], behind: str = ": ", before: str = "") -> str:
    return "# Papers\n\n" + "".join(
        f"- {before}{day}{behind}{title}\n" for day, title in zip(days, TITLES, strict=False)
    )


@pytest.mark.parametrize("sign", ["/", ".", "-"])
@pytest.mark.parametrize("behind", [": ", " - ", " – "])
@pytest.mark.parametrize("before", ["", "[ ] "])
def test_days_that_go_on_before_titles_are_no_part_of_them(sign: str, behind: str, before: str) -> None:
    days = tuple(day.replace("/", sign) for day in DAYS)
    drafts = papers(page(days, behind, before))
    assert [(draft.title, draft.year) for draft in drafts] == [(title, None) for title in TITLES]
    assert not {draft.name for draft in drafts} & set(days)


@pytest.mark.parametrize(
    "days",
    [
        tuple(reversed(DAYS)),
        ("4/10", "4/17", "4/24", "5/1", "5/8", "5/15"),
        ("25/12", "18/12", "11/12", "04/12", "27/11", "04/11"),
    ],
)
def test_days_go_on_in_time_or_back_with_the_month_first_or_last(days: tuple[str, ...]) -> None:
    assert titles(page(days)) == TITLES


def test_what_stands_behind_a_day_is_read_as_any_line_is() -> None:
    (draft, *_) = papers(page(DAYS).replace(TITLES[0], f"[Notes on Looms]({URL}), OSDI 2020"))
    assert (draft.title, draft.venue, draft.year) == ("Notes on Looms", "OSDI", 2020)


@pytest.mark.parametrize(
    "days",
    [
        ("10/04", "17/04", "24/04"),  # may be chance
        ("24/70", "17/04", "24/04", "01/05", "08/05", "15/05"),
        ("10/04", "09/05", "24/04", "01/06", "08/05", "15/07"),
    ],
)
def test_numbers_that_may_be_no_days_are_kept(days: tuple[str, ...]) -> None:
    assert titles(page(days)) == [f"{day}: {title}" for day, title in zip(days, TITLES, strict=False)]


@pytest.mark.parametrize(
    "days",
    [
        ("5/5", "5/5", "4/5", "3/5", "2/5", "1/5"),
        ("10/10", "9/10", "8/10", "7/10", "6/10", "6/10"),
        ("1/6", "2/6", "3/6", "4/6", "5/6", "6/6"),
        ("1/15", "2/15", "3/15", "4/15", "5/15", "6/15"),
        ("01.01", "01.02", "02.01", "02.02", "03.01", "03.02"),
    ],
)
def test_ratings_parts_and_chapters_are_no_days(days: tuple[str, ...]) -> None:
    assert titles(page(days, " - ")) == [f"{day} - {title}" for day, title in zip(days, TITLES, strict=True)]
