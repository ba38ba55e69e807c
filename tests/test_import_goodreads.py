"""The export of Goodreads -> drafts."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readtrack import importers
from readtrack.errors import UnreadableError
from readtrack.importers import Read, Source, format_of
from readtrack.model import Author, Draft, Identifier, Link, NoteDraft, Reading, Skipped

HEADER = (
    "Book Id,Title,Author,Author l-f,Additional Authors,ISBN,ISBN13,My Rating,Average Rating,Publisher,Binding,"
    "Number of Pages,Year Published,Original Publication Year,Date Read,Date Added,Bookshelves,"
    "Bookshelves with positions,Exclusive Shelf,My Review,Spoiler,Private Notes,Read Count,Owned Copies"
)


def read(*rows: str) -> list[Read]:
    source = Source("goodreads_library_export.csv", "\n".join([HEADER, *rows]).encode())
    assert format_of(source) == "goodreads"
    return list(importers.read(source, "goodreads"))


def book(**cells: str) -> Draft:
    """The draft of one book of which only these columns are filled."""
    row = {"Title": "On Numbers"} | {column.replace("_", " "): cell for column, cell in cells.items()}
    (found,) = read(",".join(f'"{row.get(column, "")}"' for column in HEADER.split(",")))
    assert isinstance(found, Draft)
    return found


def test_a_book_is_read_with_all_that_its_row_says() -> None:
    assert read(
        '42,"Surreal Numbers (Numbers, #1)",Donald E. Knuth,"Knuth, Donald E.","Ada  Lovelace, Alan Turing",'
        '"=""0201038129""","=""9780201038125""",4,4.1,Addison-Wesley,Paperback,119,1996,1974,2019/05/04,2019/05/01,'
        '"maths, to cite","maths (#1), to cite (#2)",read,"Good.<br/><br/>Very <b>good</b>.",,Lent to Ada.,1,0'
    ) == [
        Draft(
            "Surreal Numbers (Numbers, #1)",
            type="book",
            venue="Addison-Wesley",
            year=1974,
            authors=(Author("Donald E. Knuth"), Author("Ada Lovelace"), Author("Alan Turing")),
            links=(Link("page", "https://www.goodreads.com/book/show/42", "Goodreads"),),
            identifiers=(Identifier("isbn", "9780201038125"), Identifier("isbn", "0201038129")),
            readings=(Reading("read", finished_on="2019-05-04", rating=4),),
            tags=("maths", "to cite"),
            notes=(NoteDraft("Good.\n\nVery **good**."), NoteDraft("Lent to Ada.")),
            added_at="2019-05-01T00:00:00Z",
            line=2,
        )
    ]


@pytest.mark.parametrize(
    ("shelf", "readings"),
    [
        ("read", (Reading("read"),)),
        ("currently-reading", (Reading("reading"),)),
        ("to-read", (Reading("queued"),)),
        ("did-not-finish", (Reading("abandoned"),)),
        ("DNF", (Reading("abandoned"),)),
        ("on-hold", (Reading("reading"),)),
        ("owned", ()),
    ],
)
def test_the_exclusive_shelf_is_the_status(shelf: str, readings: tuple[Reading, ...]) -> None:
    draft = book(Exclusive_Shelf=shelf, Bookshelves=f"{shelf}, maths")
    assert draft.readings == readings
    assert draft.tags == (("owned", "maths") if shelf == "owned" else ("maths",))


def test_a_shelf_that_is_no_status_but_has_a_day_is_read() -> None:
    assert book(Exclusive_Shelf="owned", Date_Read="2020/2/3").readings == (Reading("read", finished_on="2020-02-03"),)


@pytest.mark.parametrize(
    ("shelf", "count", "statuses"),
    [
        ("read", "3", ["read", "read", "read"]),
        ("currently-reading", "2", ["read", "reading"]),
        ("to-read", "1", ["read", "queued"]),
        ("to-read", "0", ["queued"]),
        ("read", "999999999", ["read"]),
        ("read", "many", ["read"]),
    ],
)
def test_every_time_it_was_read_is_a_reading(shelf: str, count: str, statuses: list[str]) -> None:
    readings = book(Exclusive_Shelf=shelf, Read_Count=count).readings
    assert [reading.status for reading in readings] == statuses


def test_no_rating_and_no_isbn_are_none() -> None:
    draft = book(Exclusive_Shelf="read", My_Rating="0", ISBN='=""""""', ISBN13="B00ABC")
    assert (draft.readings, draft.identifiers) == ((Reading("read"),), ())


def test_an_impossible_day_is_told_and_the_book_stays() -> None:
    told, draft = read("1,On Numbers,Knuth,,,,,0,0,,,,,,2021/02/30,,,,read,,,,,")
    assert told == Skipped(2, "2021/02/30", "is no day (Date Read); it was left out")
    assert isinstance(draft, Draft)
    assert draft.readings == (Reading("read"),)


def test_the_longer_header_of_older_exports_is_read_as_well() -> None:
    older = HEADER.replace("Owned Copies", "Recommended For,Recommended By,Owned Copies,Original Purchase Date,BCID")
    source = Source("books.csv", f"{older}\n1,On Numbers,Knuth{',' * 15},read\n".encode())
    (draft,) = importers.read(source, format_of(source))
    assert isinstance(draft, Draft)
    assert draft.readings == (Reading("read"),)


def test_a_csv_without_shelves_is_refused_with_the_columns_it_has() -> None:
    with pytest.raises(UnreadableError, match='no column "Exclusive Shelf"; its columns are Title, Pages'):
        list(importers.read(Source("x.csv", b"Title,Pages\nA,1\n"), "goodreads"))


CELLS = (
    st.sampled_from(('"', ",", "\n", "\0", "read", "=", "2020/13/45", "<b", "&#99999999999;", "9" * 5000)) | st.text()
)


@settings(max_examples=200, deadline=None)
@given(st.binary() | st.lists(CELLS).map(lambda cells: f"{HEADER}\n{''.join(cells)}".encode(errors="surrogatepass")))
def test_no_bytes_do_any_harm(data: bytes) -> None:
    with contextlib.suppress(UnreadableError):
        list(importers.read(Source("x.csv", data), "goodreads"))
