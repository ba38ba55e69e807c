"""The export of Readwise -> drafts."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readtrack import importers
from readtrack.errors import UnreadableError
from readtrack.importers import Read, Source, format_of
from readtrack.model import Author, Draft, NoteDraft

HEADER = (
    "Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,"
    "Location Type,Location,Highlighted at,Document tags"
)


def read(*rows: str) -> list[Read]:
    source = Source("readwise-data.csv", "\n".join([HEADER, *rows]).encode())
    assert format_of(source) == "readwise"
    return list(importers.read(source, "readwise"))


def test_the_highlights_of_a_book_are_its_notes_wherever_their_rows_stand() -> None:
    assert read(
        'First.,On Numbers,Donald E. Knuth,B000,So it is.,,"maths,.h1",page,12,2020-10-05 12:15:30.5+02:00,to cite',
        "Other.,On Engines,Ada Lovelace and Alan Turing,,,,,location,345,,",
        '"Second,\nin two lines.",On Numbers,Donald E. Knuth,B000,,,,page,iv,2020-10-06 10:00:00+00:00,to cite',
    ) == [
        Draft(
            "On Numbers",
            type="book",
            authors=(Author("Donald E. Knuth"),),
            tags=("to cite", "maths"),
            notes=(
                NoteDraft("So it is.", "12", "First.", "2020-10-05T10:15:30.500Z"),
                NoteDraft("Second,\nin two lines.", "iv", None, "2020-10-06T10:00:00Z"),
            ),
            line=2,
        ),
        Draft(
            "On Engines", authors=(Author("Ada Lovelace"), Author("Alan Turing")), notes=(NoteDraft("Other."),), line=3
        ),
    ]


def test_a_note_without_a_highlight_is_a_note() -> None:
    (draft,) = read(",On Numbers,,,The whole book is good.,,,,,,")
    assert draft == Draft("On Numbers", notes=(NoteDraft("The whole book is good."),), line=2)


def test_books_of_one_title_by_two_authors_are_two() -> None:
    assert [
        draft.line for draft in read("A.,Logic,Ada,,,,,,,,", "B.,Logic,Alan,,,,,,,,") if isinstance(draft, Draft)
    ] == [2, 3]


def test_a_csv_without_highlights_is_refused_with_the_columns_it_has() -> None:
    with pytest.raises(UnreadableError, match='no column "Highlight"; its columns are Book Title, Note'):
        list(importers.read(Source("x.csv", b"Book Title,Note\nA,1\n"), "readwise"))


CELLS = st.sampled_from(('"', ",", "\n", "\0", "page", " and ", ";", "0000-00-00 99:99", "[")) | st.text()


@settings(max_examples=200, deadline=None)
@given(st.binary() | st.lists(CELLS).map(lambda cells: f"{HEADER}\n{''.join(cells)}".encode(errors="surrogatepass")))
def test_no_bytes_do_any_harm(data: bytes) -> None:
    with contextlib.suppress(UnreadableError):
        list(importers.read(Source("x.csv", data), "readwise"))
