"""doctor: a library is looked through, and mended where that needs no guess."""

import glob
import os
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from readtrack import schema
from readtrack.store import Store, backups, checks, opening
from readtrack.store.checks import Fault
from readtrack.store.faults import faults

LARGE = 100_000_000
"""Bytes of a -wal file from which on something keeps SQLite from folding it in."""


class Examined(NamedTuple):
    """A library that was looked through. ``version``: of its format; ``faults``: what is wrong with it; ``copy``: the
    backup before it was mended; ``mended``: what was; ``last``: the latest backup in its folder."""

    path: Path
    version: int
    papers: int
    notes: int
    changes: int
    faults: tuple[Fault, ...]
    copy: Path | None
    mended: tuple[Fault, ...]
    last: Path | None


def doctor(path: Path, *, fix: bool, on_wait: Callable[[], None]) -> Examined:
    """Look through the library at ``path``; with ``fix`` mend what can be, after a backup, and look again.

    Raises:
        LibraryError: there is none, or it is so damaged that SQLite cannot read it.
    """
    with opening.reading(path) as store:
        version = schema.version_of(store.conn, str(path))
        last = max(backups.backups_of(path), key=lambda each: each.stem, default=None)
    found = _examine(path)
    if fix:
        _set_journal(path)
    if not (fix and any(fault.mends for fault in found)):
        return Examined(path, version, *_counts(path), tuple(found), None, (), last)
    copy = backups.keep_damaged(path)
    opening.writing(path, checks.mend, start=lambda _: None, on_wait=on_wait)
    _mend_files(path)
    left = _examine(path)
    mended = tuple(fault for fault in found if fault not in left)
    return Examined(path, version, *_counts(path), tuple(left), copy, mended, last)


def _examine(path: Path) -> list[Fault]:
    # A copy, page by page, is as damaged as the library; it holds up no writer, and may be written where that may not.
    with faults(path), closing(opening.connect_to_read(path)) as conn, closing(sqlite3.connect("")) as copy:
        conn.backup(copy)
        copy.isolation_level = None
        return [*checks.examine(Store(copy)), *_files(path)]


def _counts(path: Path) -> tuple[int, int, int]:
    with opening.reading(path) as store:
        counts = []
        for table in ("papers", "notes", "changes"):
            try:
                (count,) = store.conn.execute(f"SELECT count(*) FROM {table} NOT INDEXED").fetchone()
            except sqlite3.DatabaseError:  # told among the faults
                count = 0
            counts.append(int(count))
    papers, notes, changes = counts
    return papers, notes, changes


def _files(path: Path) -> Iterator[Fault]:
    """What is wrong around the file."""
    real = path.resolve()  # beside which SQLite keeps its journal
    log = real.with_name(real.name + "-wal")
    if log.exists() and log.stat().st_size > LARGE:
        yield Fault("journal", f"{log.name} is large: a program keeps the library open for long", 1, True)
    if left := list(_leftovers(path)):
        yield Fault("files", f"left by a program that was killed: {', '.join(each.name for each in left)}", 1, True)


def _leftovers(path: Path) -> Iterator[Path]:
    """Files beside a library that a readtrack was making when it was killed, and names that it was giving."""
    path = path.resolve()
    name = re.compile(rf"\.{re.escape(path.stem)}\b.*\.(\d{{1,9}})\.(new|restored)(-journal|-wal|-shm)?")
    for folder in (path.parent, backups.folder_of(path)):
        for each in sorted(folder.glob(".*")):
            if (found := name.fullmatch(each.name)) and not _runs(int(found[1])):
                yield each
    for each in path.parent.glob(f"{glob.escape(path.stem)}-replaced-*.db"):
        if each != path and os.path.samestat(each.lstat(), path.stat()):  # writing by two names does harm
            yield each


def _runs(process: int) -> bool:
    if os.name == "nt":  # where that question would be Ctrl-C
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _mend_files(path: Path) -> None:
    for each in _leftovers(path):
        each.unlink(missing_ok=True)


def _set_journal(path: Path) -> None:
    """Let readers and writers not wait for each other, as in a library that was no copy; unless it is in use."""
    with faults(path), closing(opening.connect(path, "rw")) as conn, suppress(sqlite3.OperationalError):
        conn.execute("PRAGMA busy_timeout = 200")
        conn.execute("PRAGMA journal_mode = WAL")
        conn.execute("PRAGMA wal_checkpoint (TRUNCATE)")
