"""Readwise: the CSV of all highlights (https://readwise.io/export)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readtrack.importers._cells import people, words_of
from readtrack.importers._csv import Row, table
from readtrack.importers._days import moment_of
from readtrack.model import Draft, NoteDraft, Skipped

if TYPE_CHECKING:
    from readtrack.importers import Read, Source


def read(source: Source) -> Iterator[Read]:
    """The books and articles in ``source``, one draft each, with a note for every highlight.

    A highlight is the quote of what was noted on it; where nothing was, it is the note itself. Its tags go to the
    paper, as notes have none. Rows of one book may stand anywhere, so all are read before the first comes out.

    Raises:
        UnreadableError: it has no highlights or no titles.
    """
    books: dict[tuple[str, str], list[Row]] = {}
    for row in table(source, ["Highlight"], ["Book Title", "Title"]).rows:
        if isinstance(row, Skipped):
            yield row
        else:
            books.setdefault((row.get("Book Title", "Title"), row.get("Book Author", "Author")), []).append(row)
    for (title, author), rows in books.items():
        tags = (tag for row in rows for tag in (*words_of(row.get("Document tags")), *words_of(row.get("Tags"))))
        yield Draft(
            title,
            type="book" if any(row.get("Amazon Book ID") for row in rows) else "article",
            authors=people(author),
            # A tag with a full stop in front is an order to Readwise: ".h1" makes a heading.
            tags=tuple(dict.fromkeys(tag for tag in tags if not tag.startswith("."))),
            notes=tuple(_note(row) for row in rows if row.get("Highlight", "Note")),
            line=rows[0].line,
        )


def _note(row: Row) -> NoteDraft:
    highlight, said = row.get("Highlight"), row.get("Note")
    return NoteDraft(
        said or highlight,
        page=row.get("Location") or None if row.get("Location Type").lower() == "page" else None,
        quote=highlight or None if said else None,
        created_at=moment_of(row.get("Highlighted at")),
    )
