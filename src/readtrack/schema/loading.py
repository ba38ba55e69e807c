"""Many new papers at once: what the triggers would do row by row, done for all of them together.

A trigger costs a paper with its authors, tags and links some 3 ms; for a large import that is minutes. SQLite lets
triggers be dropped and made again inside the transaction that loads, so nobody ever sees a library without them.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from readtrack.schema import STATED, derived

_NAMED = {str(found[1]): sql for sql in derived.TRIGGERS if (found := re.match(r"CREATE TRIGGER (\w+)", sql))}


@contextmanager
def loading(conn: sqlite3.Connection) -> Iterator[None]:
    """Inside, new papers and what hangs on them are plain rows; at the end they are as if every trigger had run.

    Only rows of papers that are new may be written inside, with their key, ``added_at`` and ``uid``; what they name
    (authors, tags, lists) must be there before. A change must be open.
    """
    if _guests(conn):
        yield  # what a trigger of a guest does needs ours
        return
    (top,) = conn.execute("SELECT coalesce(max(id), 0) FROM papers").fetchone()
    for name in _NAMED:
        conn.execute(f"DROP TRIGGER IF EXISTS {name}")
    yield
    new = f"> {int(top)}"
    for statement in (derived.refresh(derived.ALL_COPIES, new), *derived.reindex(new)):
        conn.execute(statement)
    for table in derived.ON_PAPERS:
        key = derived.YOURS[table][1].replace("@", table)
        conn.execute(
            f"""INSERT INTO history (change, source, row, before, after)
            SELECT (SELECT id FROM changes WHERE open = 1), '{table}', {key}, NULL, {derived.image(table, table)}
            FROM {table} WHERE paper {new}"""
        )
    for statement in (*map(derived.restate, STATED), *_NAMED.values()):
        conn.execute(statement)


def unload(conn: sqlite3.Connection, papers: str) -> None:
    """Take papers away, with all that hangs on them and is yours, as if every trigger had run. A change must be open.

    ``papers``: their ids, a JSON array.
    """
    plain = not _guests(conn)
    those = "IN (SELECT value FROM json_each(?))"
    if plain:
        for name in _NAMED:
            conn.execute(f"DROP TRIGGER IF EXISTS {name}")
    for table in derived.ON_PAPERS:
        if plain:
            key = derived.YOURS[table][1].replace("@", table)
            conn.execute(
                f"""INSERT INTO history (change, source, row, before, after)
                SELECT (SELECT id FROM changes WHERE open = 1), '{table}', {key}, {derived.image(table, table)}, NULL
                FROM {table} WHERE paper {those}""",
                (papers,),
            )
        conn.execute(f"DELETE FROM {table} WHERE paper {those}", (papers,))
    for table in ("list_papers", "links", "authorship_affiliations", "authorships", "abstracts", "identifiers"):
        conn.execute(f"DELETE FROM {table} WHERE paper {those}", (papers,))
    conn.execute(f"DELETE FROM papers WHERE id {those}", (papers,))
    if plain:
        for table in ("papers_fts", "papers_trigram"):
            conn.execute(f"DELETE FROM {table} WHERE rowid {those}", (papers,))
        for statement in (*map(derived.restate, STATED), *_NAMED.values()):
            conn.execute(statement)


def _guests(conn: sqlite3.Connection) -> bool:
    """Whether somebody else has a trigger in this library."""
    names = conn.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    return any(name not in _NAMED for (name,) in names)
