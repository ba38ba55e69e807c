"""What SQLite and the operating system say of a file, as a sentence."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from readtrack.errors import LibraryError, RefusedError

T = TypeVar("T")

NO_LOCKS = (
    "{path} cannot be locked, as on some network drives, so it was left alone. Move it to a disk of this computer."
)
_FULL = "the disk is full; nothing was changed in {path}."
_BUSY = "another program is writing to {path}; nothing was changed. Try again."
CHANGED = "{path} is not as readtrack left it ({says}). `readtrack doctor` tells what is wrong with it."

# By what SQLite calls a fault (https://www.sqlite.org/rescode.html), or else its family: IOERR of IOERR_LOCK.
_SENTENCES = {
    "BUSY": _BUSY,
    "CANTOPEN": "{path} cannot be opened: {why}.",
    "CORRUPT": "{path} is damaged (SQLite says: {error}). `readtrack restore` goes back to a backup.",
    "CORRUPT_VTAB": CHANGED,  # the words of the search, which doctor makes anew
    "FULL": _FULL,
    "IOERR": "{path} cannot be read or written (SQLite says: {error}).",
    "IOERR_CHECKRESERVEDLOCK": NO_LOCKS,
    "IOERR_LOCK": NO_LOCKS,
    "IOERR_RDLOCK": NO_LOCKS,
    "IOERR_SHMLOCK": NO_LOCKS,
    "IOERR_SHMMAP": NO_LOCKS,
    "IOERR_SHMSIZE": _FULL,
    "IOERR_UNLOCK": NO_LOCKS,
    "LOCKED": _BUSY,
    "NOTADB": "{path} is not a SQLite file, so no readtrack library; it was left alone.",
    "PERM": NO_LOCKS,  # it says so of locks only
    "PROTOCOL": NO_LOCKS,
    "READONLY": "{path} cannot be written to: the file or its folder is read-only. Nothing was changed.",
    "READONLY_DBMOVED": "{path} was replaced meanwhile; nothing was changed in it. Try again.",
    "SHAPE": CHANGED,
    "TEXT": "{path} holds text that is not UTF-8 ({error}), written by some other program. Mend it there.",
}

# How a sentence of SQLite begins, for Python 3.10, which does not tell what SQLite calls it.
_BEGINNINGS = {
    "access permission denied": "PERM",
    "attempt to write a readonly database": "READONLY",
    "Could not decode to UTF-8": "TEXT",  # Python says so, not SQLite
    "database disk image is malformed": "CORRUPT",
    "database is locked": "BUSY",
    "database or disk is full": "FULL",
    "database schema is locked": "LOCKED",
    "database table is locked": "LOCKED",
    "disk I/O error": "IOERR",
    "file is not a database": "NOTADB",
    "locking protocol": "PROTOCOL",
    "malformed database schema": "CORRUPT",
    "unable to open database": "CANTOPEN",
}

# What stands in one of a library whose tables and columns are others than readtrack made. SQLite has no name for that.
_SHAPES = ("no such ", "has no column named", "malformed JSON", "vtable", "fts5")


def fault_of(error: sqlite3.Error) -> str:
    """What SQLite calls a fault, such as "BUSY" or "IOERR_LOCK", or where it does not, "SHAPE" or "TEXT"; else ""."""
    name = getattr(error, "sqlite_errorname", "unknown").removeprefix("SQLITE_")
    if name not in ("unknown", "ERROR"):
        return str(name)
    said = str(error)
    known = (fault for beginning, fault in _BEGINNINGS.items() if said.startswith(beginning))
    return next(known, "SHAPE" if any(shape in said for shape in _SHAPES) else "")


def is_a(error: sqlite3.Error, *faults: str) -> bool:
    """Whether what SQLite says is one of these ``faults``, or of the family of one."""
    return known_of(error, dict.fromkeys(faults, True)) or False


def known_of(error: sqlite3.Error, known: Mapping[str, T]) -> T | None:
    """What is known of what SQLite says by its name, or else by its family's."""
    fault = fault_of(error)
    return known.get(fault, known.get(fault.split("_")[0]))


def sentence_of(error: sqlite3.Error, path: Path) -> str | None:
    """What SQLite says of the library at ``path`` as a sentence; None: it is no fault of the file."""
    sentence = known_of(error, _SENTENCES)
    return sentence and sentence.format(path=path, error=error, says=f"SQLite says: {error}", why=_why(path))


@contextmanager
def faults(path: Path) -> Iterator[None]:
    """Turn what SQLite and the operating system say of the file into a sentence."""
    try:
        if path.is_dir():
            raise LibraryError(f"{path} is a folder, not a library. Name a file.")
        with refusals(path):
            yield
    except FileExistsError:
        raise
    except OSError as error:
        raise LibraryError(f"{path} cannot be used: {(error.strerror or str(error)).lower()}.") from error


@contextmanager
def refusals(path: Path) -> Iterator[None]:
    """Turn what SQLite says, or what stands in a copy that is no JSON any more, into a sentence."""
    try:
        yield
    except json.JSONDecodeError as error:
        raise LibraryError(CHANGED.format(path=path, says="a copy of names is no JSON")) from error
    except sqlite3.IntegrityError as error:
        raise RefusedError(f"{path} does not take that: {error}; nothing was changed.") from error
    except sqlite3.DatabaseError as error:
        if sentence := sentence_of(error, path):
            raise LibraryError(sentence) from error
        raise


def _why(path: Path) -> str:
    if not path.parent.is_dir():
        return f"there is no folder {path.parent}"
    if path.exists() and not os.access(path, os.R_OK):
        return "you may not read it"
    if not os.access(path.parent, os.W_OK):
        return f"you may not write in the folder {path.parent}"
    return "the file is not there any more"
