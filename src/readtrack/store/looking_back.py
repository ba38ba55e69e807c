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
    """Whether ``paper`` ever had this row: the same one, or one that says the same."""
    *facts, uid = row._asdict().items()
    image = "coalesce(after, before)"
    same = " AND ".join(f"json_extract({image}, '$.{fact}') IS ?" for fact, _ in facts)
    found = store.conn.execute(
        f"""SELECT 1 FROM history WHERE source = ? AND {STANDING} AND json_extract({image}, '$.paper') = ?
        AND (json_extract({image}, '$.uid') = ? OR {same})""",
        (table_of(row), paper.id, uid[1], *(value for _, value in facts)),
    )
    return found.fetchone() is not None
