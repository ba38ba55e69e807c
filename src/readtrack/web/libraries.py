"""Which of Datasette's databases are readtrack libraries, and what is done once for them."""

from __future__ import annotations

import contextlib
import importlib
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from datasette.utils import sqlite3

from readtrack.schema import APPLICATION_ID

# Datasette 0.65 asks for metadata dozens of times a page: one look into the file must do.
_known: WeakKeyDictionary[Any, bool] = WeakKeyDictionary()


def is_library(datasette: Any, database: str | None) -> bool:
    """Whether the database of this name is a readtrack library, told by ``PRAGMA application_id``."""
    db = datasette.databases.get(database)
    if db is None:
        return False
    if db not in _known:
        _known[db] = bool(db.path) and not db.is_memory and _looks_like_ours(db.path, db.is_mutable)
    return _known[db]


def names(datasette: Any) -> list[str]:
    """The names of all libraries that this Datasette serves."""
    return [name for name in datasette.databases if is_library(datasette, name)]


def _looks_like_ours(path: str, is_mutable: bool) -> bool:
    how = "mode=ro" if is_mutable else "immutable=1"
    try:
        with contextlib.closing(sqlite3.connect(f"{Path(path).resolve().as_uri()}?{how}", uri=True)) as conn:
            return _is_ours(conn)
    except sqlite3.Error:
        return False


def _is_ours(conn: Any) -> bool:
    return bool(conn.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID)


def prepare(conn: Any) -> None:
    """Turn foreign keys on, for a connection to a library."""
    with contextlib.suppress(sqlite3.Error):  # a file that is no database is Datasette's to report
        if _is_ours(conn):
            conn.execute("PRAGMA foreign_keys = ON")


def keep_404() -> None:
    """Keep an unknown URL a 404.

    Where ``rich`` is installed (Typer brings it) Datasette 0.65.5 and 1.0a41 print every error with it, also outside
    of an ``except`` block, where rich raises ValueError: a 404 becomes a 500.
    """
    module: Any = importlib.import_module("datasette.handle_exception")
    if hasattr(module, "rich"):
        module.rich = None
