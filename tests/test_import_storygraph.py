"""The export of The StoryGraph -> drafts."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readtrack import importers
from readtrack.errors import UnreadableError
from readtrack.importers import Read, Source, format_of
from readtrack.model import Author, Draft, Identifier, NoteDraft, Reading, Skipped

HEADER = (
    "Title,Authors,Contributors,ISBN/UID,Format,Read Status,Date Added,Last Date Read,Dates Read,Read Count,Moods,Pace,"
    "Character- or Plot-Driven?,Strong Character Development?,Loveable Characters?,Diverse Characters?,"
    "Flawed Characters?,Star Rating,Review,Content Warnings,Content Warning Description,Tags,Owned?"
)


def read(*rows: str) -> list[Read]:
    source = Source("export.csv", "\n".join([HEADER, *rows]).encode())
    assert format_of(source) == "storygraph"
    return list(importers.read(source, "storygraph"))


def readings(status: str, dates: str = "", count: str = "", stars: str = "") -> tuple[Reading, ...]:
    *_, draft = read(f'On Numbers,,,,,{status},,,"{dates}",{count},,,,,,,,{stars}')
    assert isinstance(draft, Draft)
    return draft.readings


def test_a_book_is_read_with_all_that_its_row_says() -> None:
    assert read(
        'On Numbers,"Donald E. Knuth, Ada Lovelace",Alan Turing (Narrator),9780201038125,paperback,read,2021/05/10,'
        '2022/01/09,"2019/03/01-2019/03/20, 2022/01/01-2022/01/09",2,,,,,,,,4.25,<div>Good.</div>,,,"maths, to cite",No'
    ) == [
        Draft(
            "On Numbers",
            type="book",
            authors=(Author("Donald E. Knuth"), Author("Ada Lovelace")),
            identifiers=(Identifier("isbn", "9780201038125"),),
            readings=(
                Reading("read", "2019-03-01", "2019-03-20"),
                Reading("read", "2022-01-01", "2022-01-09", rating=4),
            ),
            tags=("maths", "to cite"),
            notes=(NoteDraft("Good."),),
            added_at="2021-05-10T00:00:00Z",
            line=2,
        )
    ]


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("read", "read"),
        ("to-read", "queued"),
        ("currently-reading", "reading"),
        ("paused", "reading"),
        ("did-not-finish", "abandoned"),
    ],
)
def test_a_read_status_is_a_status(word: str, status: str) -> None:
    assert readings(word) == (Reading(status),)


@pytest.mark.parametrize(
    ("stars", "rating"),
    [("4.25", 4), ("4.5", 5), ("3.75", 4), ("0.25", 1), ("5.0", 5), ("0", None), ("0.0", None), ("", None)],
)
def test_stars_are_rounded_to_whole_ones_half_a_star_up(stars: str, rating: int | None) -> None:
    assert readings("read", stars=stars) == (Reading("read", rating=rating),)


@pytest.mark.parametrize(
    ("status", "dates", "count", "expected"),
    [
        ("read", "2022/01/09", "1", (Reading("read", finished_on="2022-01-09"),)),
        ("read", "2022/01-2022/03", "1", (Reading("read", "2022-01", "2022-03"),)),
        (
            "read",
            "2022/01/09, 2019/01/01-2019/01/02",
            "2",
            (Reading("read", "2019-01-01", "2019-01-02"), Reading("read", finished_on="2022-01-09")),
        ),
        ("read", "2022/01/09", "2", (Reading("read"), Reading("read", finished_on="2022-01-09"))),
        ("read", "", "2", (Reading("read"), Reading("read"))),
        (
            "currently-reading",
            "2022/01/09, 2023/05/01-",
            "1",
            (Reading("read", None, "2022-01-09"), Reading("reading", "2023-05-01")),
        ),
        ("to-read", "2022/01/09", "1", (Reading("read", finished_on="2022-01-09"), Reading("queued"))),
        ("did-not-finish", "2022/01/01-2022/01/09", "0", (Reading("abandoned", "2022-01-01", "2022-01-09"),)),
    ],
)
def test_every_time_it_was_read_is_a_reading_the_oldest_first(
    status: str, dates: str, count: str, expected: tuple[Reading, ...]
) -> None:
    assert readings(status, dates, count) == expected


def test_what_stands_for_an_isbn_of_a_book_without_is_not_taken() -> None:
    (draft,) = read("On Numbers,,,B00INIXPYE,digital,read")
    assert draft == Draft("On Numbers", type="book", readings=(Reading("read"),), line=2)


def test_an_impossible_day_is_told_and_the_book_stays() -> None:
    assert read('On Numbers,,,,,read,,,"2021/02/30-2021/03/01"') == [
        Skipped(2, "2021/02/30-2021/03/01", "is no day (Dates Read); it was left out"),
        Draft("On Numbers", type="book", readings=(Reading("read"),), line=2),
    ]


CELLS = st.sampled_from(('"', ",", "\n", "\0", "read", "-", "2020/13/45-", "<b", "&#99999999999;", "1e9")) | st.text()


@settings(max_examples=200, deadline=None)
@given(st.binary() | st.lists(CELLS).map(lambda cells: f"{HEADER}\n{''.join(cells)}".encode(errors="surrogatepass")))
def test_no_bytes_do_any_harm(data: bytes) -> None:
    with contextlib.suppress(UnreadableError):
        list(importers.read(Source("x.csv", data), "storygraph"))
