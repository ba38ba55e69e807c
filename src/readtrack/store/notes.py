"""Notes."""

from __future__ import annotations

import sqlite3

from readtrack import dates
from readtrack.errors import NotFoundError, UsageError
from readtrack.model import Note, NoteDraft, Paper
from readtrack.store.changes import STANDING, Changing
from readtrack.typed import line_of, lines_of

_NOTES = """SELECT n.id, n.uid, p.key AS paper, n.body, n.page, n.quote, n.created_at, n.updated_at
    FROM notes AS n JOIN papers AS p ON p.id = n.paper"""


def _note(row: sqlite3.Row) -> Note:
    return Note(**dict(row))


def _body(text: str) -> str:
    body = lines_of(text, "a note")
    if not body.strip():
        raise UsageError("the note is empty; nothing was kept.")
    return body


def _page(text: str | None) -> str | None:
    return line_of(text, "a page") if text and text.strip() else None


def _quote(text: str | None) -> str | None:
    return lines_of(text or "", "a quote").strip() or None


class Notes(Changing):
    """Notes on papers."""

    def add_note(self, paper: Paper, text: str, *, page: str | None = None, quote: str | None = None) -> Note:
        """Keep a note (Markdown) on ``paper``.

        Raises:
            UsageError: there is nothing in it, or what is given is no text.
        """
        body, now = _body(text), dates.timestamp()
        with self.change(f"note on {paper.key}"):
            return self.note(self.put_note(paper, NoteDraft(body, _page(page), _quote(quote), now, now)))

    def put_note(self, paper: Paper, note: NoteDraft) -> int:
        """Keep a note, in the open change; its number. A uid that another note has is replaced by a new one."""
        made = self.conn.execute(
            """INSERT INTO notes (paper, body, page, quote, created_at, updated_at, uid)
            VALUES (?, ?, ?, ?, ?, ?, (SELECT ? WHERE NOT EXISTS (SELECT 1 FROM notes WHERE uid = ?)))""",
            (paper.id, *note, note.uid),
        )
        return int(made.lastrowid or 0)

    def had_note(self, paper: Paper, note: NoteDraft) -> bool:
        """Whether ``paper`` ever had this note: the same words on the same quote, even if it was changed or removed."""
        row = "coalesce(after, before)"
        found = self.conn.execute(
            f"""SELECT 1 FROM history WHERE source = 'notes' AND {STANDING} AND json_extract({row}, '$.paper') = ?
            AND (json_extract({row}, '$.body') = ? AND json_extract({row}, '$.quote') IS ?
                OR json_extract({row}, '$.uid') = ?)""",
            (paper.id, note.body, note.quote, note.uid),
        )
        return found.fetchone() is not None

    def note(self, number: int) -> Note:
        """The note with this number.

        Raises:
            NotFoundError: there is none.
        """
        found = self.conn.execute(f"{_NOTES} WHERE n.id = ?", (number,)).fetchone()
        if not found:
            raise NotFoundError(f"there is no note {number}. `readtrack notes list` shows them.")
        return _note(found)

    def notes(self, paper: Paper | None = None) -> list[Note]:
        """The notes on ``paper``, oldest first; without one, all notes, newest first."""
        if paper:
            return [_note(row) for row in self.conn.execute(f"{_NOTES} WHERE n.paper = ? ORDER BY n.id", (paper.id,))]
        return [_note(row) for row in self.conn.execute(f"{_NOTES} ORDER BY n.id DESC")]

    def edit_note(
        self, note: Note, *, text: str | None = None, page: str | None = None, quote: str | None = None
    ) -> Note:
        """Change what is given of a note; an empty ``page`` or ``quote`` takes it away."""
        facts = {
            "body": note.body if text is None else _body(text),
            "page": note.page if page is None else _page(page),
            "quote": note.quote if quote is None else _quote(quote),
        }
        if facts != {"body": note.body, "page": note.page, "quote": note.quote}:
            with self.change(f"edit note {note.id} on {note.paper}"):
                self.conn.execute(
                    "UPDATE notes SET body = ?, page = ?, quote = ?, updated_at = ? WHERE id = ?",
                    (*facts.values(), dates.timestamp(), note.id),
                )
        return self.note(note.id)

    def remove_note(self, note: Note) -> Note:
        """Take a note away; the history keeps it."""
        with self.change(f"remove note {note.id} on {note.paper}"):
            self.conn.execute("DELETE FROM notes WHERE id = ?", (note.id,))
        return note
