"""Goodreads: the CSV of "Export your books" (https://www.goodreads.com/review/import).

One row a book on anybody's shelves, 24 columns, 31 in older exports; BookWyrm, Hardcover and others write it too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from readtrack.importers._cells import (
    authors_of,
    count_of,
    rating_of,
    reading_of,
    status_of,
    undated,
    words_of,
    year_of,
)
from readtrack.importers._clean import short
from readtrack.importers._csv import Row, table
from readtrack.importers._days import day_of, moment_of
from readtrack.importers._html import to_markdown
from readtrack.model import Author, Draft, Identifier, Link, NoteDraft, Reading, Skipped

if TYPE_CHECKING:
    from readtrack.importers import Read, Source


def read(source: Source) -> Iterator[Read]:
    """The books in ``source``; the exclusive shelf is the status, the other shelves are tags.

    Every reading that "Read Count" counts becomes one, but only the last has a day. A shelf of one's own that is
    exclusive and names no status ("owned") is a tag.

    Raises:
        UnreadableError: it has no titles or no shelves.
    """
    for row in table(source, ["Title"], ["Exclusive Shelf", "Bookshelves"]).rows:
        if isinstance(row, Skipped):
            yield row
            continue
        read_on = row.get("Date Read")
        finished_on = day_of(read_on)
        if read_on and not finished_on:
            yield Skipped(row.line, short(read_on), "is no day (Date Read); it was left out")
        yield _draft(row, finished_on)


def _draft(row: Row, finished_on: str | None) -> Draft:
    shelf = row.get("Exclusive Shelf")
    shelves = words_of(row.get("Bookshelves"), ",")
    book = row.get("Book Id")
    notes = (to_markdown(row.get(column)) for column in ("My Review", "Private Notes"))
    return Draft(
        row.get("Title"),
        type="book",
        venue=row.get("Publisher") or None,
        year=year_of(row.get("Original Publication Year")) or year_of(row.get("Year Published")),
        authors=authors(row),
        links=(Link("page", f"https://www.goodreads.com/book/show/{book}", "Goodreads"),) if book.isdecimal() else (),
        identifiers=tuple(Identifier("isbn", isbn) for isbn in isbns(row.get("ISBN13"), row.get("ISBN"))),
        readings=_readings(row, shelf, finished_on),
        tags=tuple(dict.fromkeys(tag for tag in (*shelves, shelf) if tag != shelf or not status_of(shelf))),
        notes=tuple(NoteDraft(note) for note in notes if note),
        added_at=moment_of(row.get("Date Added")),
        line=row.line,
    )


def authors(row: Row) -> tuple[Author, ...]:
    """The author, and the "additional" ones, who may be translators: nothing tells."""
    names = [row.get("Author") or row.get("Author l-f"), *row.get("Additional Authors").split(",")]
    return tuple(dict.fromkeys(authors_of(re.sub(r"\s+(?=(?:Jr|Sr|I{2,3}|IV)\b)", " ", name) for name in names)))


def isbns(*cells: str) -> tuple[str, ...]:
    """The ISBNs in these cells, which a spreadsheet would take for numbers were they not written ``="0306406157"``."""
    bared = (re.sub(r"[^\dX]", "", cell.upper()) for cell in cells)
    return tuple(dict.fromkeys(isbn for isbn in bared if re.fullmatch(r"(?:97[89])?\d{9}[\dX]", isbn, re.ASCII)))


def _readings(row: Row, shelf: str, finished_on: str | None) -> tuple[Reading, ...]:
    rating, times = rating_of(row.get("My Rating")), count_of(row.get("Read Count"))
    status = status_of(shelf)
    if not status and (finished_on or rating or times):
        status = "read"
    # What is being read now, or was given up, is counted too.
    earlier = undated(times if status == "queued" else times - 1)
    return (*earlier, *reading_of(status, finished_on=finished_on, rating=rating))
