"""Rows of ``sessions`` and ``reviews``: written, and whether a paper ever had them."""

from __future__ import annotations

from readtrack.model import Paper, Review, Session
from readtrack.store import Store
from readtrack.store.changes import STANDING


def table_of(row: Session | Review) -> str:
    """The table of a row."""
    return "sessions" if isinstance(row, Session) else "reviews"


def put(store: Store, paper: Paper, row: Session | Review) -> int:
    """Add a row, in the open change; its number. A uid that another row has is replaced by a new one."""
    table, (*facts, uid) = table_of(row), row
    made = store.conn.execute(
        f"""INSERT INTO {table} (paper, {", ".join(row._fields)})
        VALUES (?{", ?" * len(facts)}, (SELECT ? WHERE NOT EXISTS (SELECT 1 FROM {table} WHERE uid = ?)))""",
        (paper.id, *facts, uid, uid),
    )
    return int(made.lastrowid or 0)


def had(store: Store, paper: Paper, row: Session | Review) -> bool:
    """Whether ``paper`` ever had this row: the same one, or, where its uid tells nothing, one that says the same."""
    table, (*facts, uid) = table_of(row), row
    image = "coalesce(after, before)"
    same = " AND ".join(f"json_extract({image}, '$.{fact}') IS ?" for fact in row._fields[:-1])
    found = store.conn.execute(
        f"""SELECT 1 FROM history WHERE source = ? AND {STANDING} AND json_extract({image}, '$.paper') = ?
        AND (json_extract({image}, '$.uid') = ? OR {same} AND
            (? IS NULL OR EXISTS (SELECT 1 FROM {table} WHERE uid = ? AND paper <> ?)))""",
        (table, paper.id, uid, *facts, uid, uid, paper.id),
    )
    return found.fetchone() is not None


def fill(store: Store, paper: Paper, session: Session) -> bool:
    """End a session that still goes on here as it ended elsewhere; whether it did."""
    ended = store.conn.execute(
        """UPDATE sessions SET minutes = ?, pages = coalesce(pages, ?)
        WHERE uid = ? AND paper = ? AND minutes IS NULL AND ? IS NOT NULL""",
        (session.minutes, session.pages, session.uid, paper.id, session.minutes),
    )
    return ended.rowcount > 0
