"""One change at a time: the transaction, and what is written down about it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeAlias

from readtrack import dates

Rows: TypeAlias = dict[str, list[dict[str, Any]]]

MANY = "(SELECT value FROM json_each(?))"
"""The ids in a JSON array."""

STANDING = """NOT EXISTS (SELECT 1 FROM changes WHERE undoes = history.change)
    AND (WITH RECURSIVE chain (id, length) AS (SELECT history.change, 0
            UNION ALL SELECT undoes, length + 1 FROM chain JOIN changes USING (id) WHERE undoes IS NOT NULL)
        SELECT max(length) FROM chain) % 2 = 0"""
"""The condition that a row of history stands: its change was not undone, and is no undoing itself (but a redo is)."""

DOCTOR = "doctor"
"""Who writes down what others have written without the history: no change of anything, so nothing to undo."""

WORLD = ("papers", "identifiers", "abstracts", "authorships", "authorship_affiliations", "links", "list_papers")


class Changing:
    """The connection, and the change that is open on it."""

    def __init__(self, conn: sqlite3.Connection, actor: str = "cli") -> None:
        conn.row_factory = sqlite3.Row
        self.conn = conn
        self.actor = actor

    @contextmanager
    def change(self, what: str, undoes: int | None = None) -> Iterator[None]:
        """All that is written inside is one change: all of it or nothing, told in ``changes`` as ``what``.

        Where nothing is written, no change is told, unless it ``undoes`` the change with that id.
        """
        alone = not self.conn.in_transaction
        if alone:
            self.conn.execute("BEGIN IMMEDIATE")
        self.conn.execute("SAVEPOINT change")
        try:
            opened = self.conn.execute(
                "INSERT INTO changes (at, actor, what, undoes, open) VALUES (?, ?, ?, ?, 1)",
                (dates.timestamp(), self.actor, what, undoes),
            ).lastrowid
            yield
            self._keep_after(opened)
            told = self.conn.execute(
                "UPDATE changes SET open = NULL WHERE id = ? AND (papers IS NOT NULL OR undoes IS NOT NULL"
                " OR EXISTS (SELECT 1 FROM history WHERE change = changes.id))",
                (opened,),
            ).rowcount
            if not told:
                self.conn.execute("ROLLBACK TO change")
            self.conn.execute("RELEASE change")
        except BaseException:
            if self.conn.in_transaction:  # SQLite itself rolls back on a full disk
                self.conn.execute("ROLLBACK TO change")
                self.conn.execute("RELEASE change")
                if alone:
                    self.conn.execute("ROLLBACK")
            raise
        if alone:
            self.conn.execute("COMMIT")

    def _keep_after(self, change: int | None) -> None:
        """Add to the image of a change what the world says after it of the papers it changed: so that undoing it can
        leave alone what somebody else changes later."""
        (text,) = self.conn.execute("SELECT papers FROM changes WHERE id = ?", (change,)).fetchone()
        image = json.loads(text or "{}")
        if changed := [row["id"] for row in image.get("before", {}).get("papers", ())]:
            image["after"] = {table: rows for table, rows in self.rows_of(changed).items() if rows}
            self.conn.execute(
                "UPDATE changes SET papers = ? WHERE id = ?", (json.dumps(image, ensure_ascii=False), change)
            )

    def keep_image(self, *, added: Iterable[int] = (), before: Iterable[int] = (), lists: Iterable[str] = ()) -> None:
        """Write into the open change which papers and lists it adds, and whole the papers it changes or removes.

        ``changes.papers`` then holds ``{"added": [id], "lists": [slug], "before": {table: [row]}, "after": ...}``:
        enough to put the facts back. To be called before the papers in ``before`` are touched, or with ``rows_of`` of
        then.
        """
        self.write_image(added=added, lists=lists, before=self.rows_of(before))

    def rows_of(self, papers: Iterable[int]) -> Rows:
        """All that the world says of ``papers``: table -> rows."""
        ids = json.dumps(list(papers))
        return {
            table: [
                dict(row)
                for row in self.conn.execute(
                    f"SELECT * FROM {table} WHERE {'id' if table == 'papers' else 'paper'} IN {MANY}", (ids,)
                )
            ]
            for table in WORLD
        }

    def write_image(
        self, *, added: Iterable[int], lists: Iterable[str], before: Rows, merged: Mapping[int, int] | None = None
    ) -> None:
        """Write into the open change what ``keep_image`` tells, where it is known already.

        ``merged``: the id of a paper that went into another -> the id of that; it stands there under its name.
        """
        image: dict[str, Any] = {
            "added": list(added),
            "lists": list(lists),
            "before": {table: rows for table, rows in before.items() if rows},
        }
        image |= {"merged": dict(merged)} if merged else {}
        if any(image.values()):
            self.conn.execute("UPDATE changes SET papers = ? WHERE open = 1", (json.dumps(image, ensure_ascii=False),))
