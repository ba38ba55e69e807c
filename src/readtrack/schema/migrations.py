"""The migrations: numbered functions, never edited once released, applied by sqlite-utils.

Two mends around ``sqlite_utils.Migrations.apply()``. It is not safe when several processes open one new file
at once, so it runs inside BEGIN IMMEDIATE, where its own transactions become savepoints. And
``transform()`` drops every trigger of the table it rebuilds, so whatever is derived from the tables is made
anew from one list at the end.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from sqlite_utils import Database, Migrations

from readtrack import schema
from readtrack.schema import derived, tables

migrations = Migrations("readtrack")


@migrations()
def m001_library(db: Database) -> None:
    """All of the first release."""
    for statement in tables.M001:
        db.conn.execute(statement)


@migrations()
def m002_looking_back(db: Database) -> None:
    """Reading sessions, reviews and goals; and the states of what is counted."""
    for statement in tables.M002:
        db.conn.execute(statement)


def apply(conn: sqlite3.Connection, before: Callable[[], object]) -> None:
    """Apply what is pending, after ``before``; ``conn`` must be in autocommit mode (``isolation_level=None``)."""
    db = Database(conn, execute_plugins=False, recursive_triggers=False)
    conn.execute("BEGIN IMMEDIATE")
    try:
        if migrations.pending(db):
            before()
            derived.drop(conn)
            migrations.apply(db)
            derived.make(conn)
            conn.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
            conn.execute(f"PRAGMA user_version = {schema.VERSION}")
        conn.execute("COMMIT")
    except BaseException:
        if conn.in_transaction:  # SQLite itself rolls back on a full disk
            conn.execute("ROLLBACK")
        raise
