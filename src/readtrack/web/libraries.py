"""Which of Datasette's databases are readtrack libraries, and what is done once for them."""

from __future__ import annotations

import contextlib
import importlib
import os
import weakref
from functools import partial
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from datasette.utils import sqlite3

from readtrack import schema
from readtrack.errors import LibraryError
from readtrack.schema import APPLICATION_ID

# Datasette 0.65 asks for metadata dozens of times a page: one look into the file must do.
_known: WeakKeyDictionary[Any, bool] = WeakKeyDictionary()

_current: weakref.WeakSet[Any] = weakref.WeakSet()

READONLY = "READTRACK_READONLY"
"""The variable of the environment that forbids every write when it is set."""

# Only within one connection does SQLite tell whether others have written, and Datasette has several.
_watching: WeakKeyDictionary[Any, Any] = WeakKeyDictionary()


def is_library(datasette: Any, database: str | None) -> bool:
    """Whether the database of this name is a readtrack library, told by ``PRAGMA application_id``."""
    db = datasette.databases.get(database)
    return db is not None and _is_known(db) is True


def names(datasette: Any) -> list[str]:
    """The names of all libraries that this Datasette serves."""
    return [name for name in datasette.databases if is_library(datasette, name)]


def served(datasette: Any) -> list[str]:
    """The names of all databases that this Datasette serves, without its own."""
    return [name for name in datasette.databases if not name.startswith("_")]


def any_served(datasette: Any) -> bool:
    """Whether this Datasette serves a library, or a file that nobody can look into now and that may be one."""
    return any(_is_known(db) is not False for db in datasette.databases.values())


def bring_up_to_date(datasette: Any) -> None:
    """Bring the libraries of an older readtrack up to date, as every command does; those that may only be read stay."""
    from readtrack.store.backups import keep_old_format

    for name in names(datasette):
        db = datasette.databases[name]
        if db.is_mutable and not os.environ.get(READONLY) and not is_current(datasette, name):
            with (
                contextlib.suppress(sqlite3.Error, LibraryError),
                contextlib.closing(_connect(db.path, "mode=rw", timeout=5)) as conn,
            ):
                conn.isolation_level = None
                version = schema.version_of(conn, db.path)
                schema.bring_up_to_date(conn, partial(keep_old_format, Path(db.path), version))


def is_current(datasette: Any, database: str) -> bool:
    """Whether a library has all tables that our pages read; one of a newer readtrack has them."""
    db = datasette.databases[database]
    if db not in _current:
        with contextlib.suppress(sqlite3.Error), contextlib.closing(_look(db)) as conn:
            if conn.execute("PRAGMA user_version").fetchone()[0] >= schema.VERSION:
                _current.add(db)
    return db in _current


def state(datasette: Any, database: str) -> object:
    """What stays equal as long as nobody, this Datasette included, writes to the library."""
    db = datasette.databases[database]
    if not db.is_mutable:
        return None
    try:
        if db not in _watching:
            # No wait for a writer: Datasette does nothing else meanwhile. And a server may begin in another thread.
            _watching[db] = _connect(db.path, "mode=ro", timeout=0, check_same_thread=False)
            weakref.finalize(db, _watching[db].close)
        return _watching[db].execute("PRAGMA data_version").fetchone()[0]
    except sqlite3.Error:
        return object()


def _is_known(db: Any) -> bool | None:
    """Whether it is a library; None: that cannot be told now, and is asked again."""
    if db not in _known:
        looks = bool(db.path) and not db.is_memory and _looks_like_ours(db.path, db.is_mutable)
        if looks is None:
            return None
        _known[db] = looks
    return _known[db]


def _looks_like_ours(path: str, is_mutable: bool) -> bool | None:
    # As an immutable one a file is read without a lock, whoever writes to it; but without its WAL, where a new library
    # may still stand. Not by open(): closing that would drop the locks that SQLite holds on the file in this process.
    try:
        for how in ("immutable=1", "mode=ro") if is_mutable else ("immutable=1",):
            with contextlib.closing(_connect(path, how, timeout=0)) as conn:
                if _is_ours(conn):
                    return True
    except sqlite3.Error:
        return None
    return False


def _look(db: Any) -> Any:
    return _connect(db.path, "mode=ro" if db.is_mutable else "immutable=1", timeout=0)


def _connect(path: str, how: str, **options: Any) -> Any:
    return sqlite3.connect(f"{Path(path).resolve().as_uri()}?{how}", uri=True, **options)


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
