"""backup and restore: copies of a library, each looked through before anybody relies on it.

A copy is made by SQLite's online backup (https://www.sqlite.org/backup.html): what other programs write meanwhile is in
it whole or not at all. It needs no other file beside it, and appears under its name only when it is complete.
"""

import os
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext, suppress
from pathlib import Path
from typing import NamedTuple

from readtrack import dates, schema
from readtrack.errors import LibraryError, RefusedError, UsageError
from readtrack.store import opening
from readtrack.store.faults import faults, is_a, sentence_of

_STAMP = r"\d{4}-\d\d-\d\dT\d{6}\.\d{3}Z"


class Copied(NamedTuple):
    """A copy of a library: the file, its size in bytes, what is in it; ``removed``: how many older ones went."""

    path: Path
    size: int
    papers: int
    notes: int
    removed: int = 0


class Restored(NamedTuple):
    """A library that was replaced by a copy: the file, what is in it now; ``kept``: where the one before is, if any."""

    path: Path
    papers: int
    notes: int
    kept: Path | None


def folder_of(path: Path) -> Path:
    """The folder where the backups of a library are kept, beside it."""
    return path.with_name(f"{path.stem}-backups")


def backups_of(path: Path, folder: Path | None = None) -> list[Path]:
    """The backups of a library in a folder, the latest last; not those of before a new format."""
    name = re.compile(rf"{re.escape(path.stem)}-{_STAMP}(-\d)?")
    found = (folder or folder_of(path)).glob("*.db")
    return sorted((each for each in found if name.fullmatch(each.stem)), key=lambda each: each.stem)


@contextmanager
def _told() -> Iterator[None]:
    """Turn what the operating system says of any of the files into a sentence."""
    try:
        yield
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise LibraryError(f"{error.filename or 'the file'} cannot be used: {why}; nothing was changed.") from error


@_told()
def backup(path: Path, to: Path | None, *, keep: int | None, force: bool) -> Copied:
    """Copy the library at ``path``: into the folder ``to``, or its own if None, under a name with the time; or to the
    file ``to``, which is replaced only by ``force``. Of the backups in the folder the last ``keep`` stay.

    Raises:
        LibraryError: it is damaged, or the copy cannot be written.
        RefusedError: the file is there already.
        UsageError: ``keep`` goes with a folder only.
    """
    folder = folder_of(path) if to is None else to if to.is_dir() else None
    if keep and not folder:
        raise UsageError(f"--keep counts the backups in a folder, and {to} is none.")
    if to is not None and to.exists() and to.samefile(path):
        raise RefusedError(f"{to} is the library itself. Name another file.")
    if folder == folder_of(path):
        folder.mkdir(mode=0o700, exist_ok=True)
    target = _named(path, folder) if folder else Path(str(to))
    made = _copy(path, target, replace=force)
    older = [each for each in backups_of(path, folder) if each != target and _begun_by(each) == _begun_by(target)]
    removed = older[: len(older) + 1 - keep] if keep else []
    for old in removed:
        old.unlink(missing_ok=True)
    return made._replace(removed=len(removed))


def _begun_by(path: Path) -> str | None:
    """What tells a library from others of its name: its first change; None where it cannot be read."""
    try:
        with closing(opening.connect(path, "ro&immutable=1")) as conn:
            row = conn.execute("SELECT uid FROM changes ORDER BY id LIMIT 1").fetchone()
            return row[0] if row else ""
    except sqlite3.DatabaseError:
        return None


@_told()
def keep_old_format(path: Path, version: int) -> Path:
    """Copy the library at ``path`` to its folder before its format changes, whatever state it is in; the copy."""
    folder_of(path).mkdir(mode=0o700, exist_ok=True)
    target = _named(path, folder_of(path), f"-format-{version}")
    return _copy(path, target, replace=False, check=False).path


@_told()
def keep_damaged(path: Path) -> Path:
    """Copy the library at ``path`` to its folder before it is mended; the copy."""
    folder_of(path).mkdir(mode=0o700, exist_ok=True)
    return _copy(path, _named(path, folder_of(path), "-damaged"), replace=False, check=False).path


@_told()
def restore(path: Path, source: Path) -> Restored:
    """Put a copy of the library at ``source`` in the place of the one at ``path``, which stays beside it.

    Raises:
        LibraryError: ``source`` is no sound library, or another program has the one at ``path`` open.
        RefusedError: both are one file.
    """
    with faults(path):  # it is a folder
        path = path.resolve() if path.is_symlink() else path  # the link keeps leading to the library
    if not path.parent.is_dir():
        raise LibraryError(f"there is no folder {path.parent}.")
    if not source.exists():
        raise LibraryError(f"there is no file {source}. `readtrack backup` makes copies, in {folder_of(path).name}.")
    if path.exists() and path.samefile(source):
        raise RefusedError(f"{source} is the library in use; there is nothing to restore.")
    making = path.with_name(f".{path.name}.{os.getpid()}.restored")
    try:
        made = _copy(source, making, replace=True, called=path)
        with faults(path):
            with closing(opening.connect(making, "rw")) as conn:
                conn.execute("PRAGMA journal_mode = WAL")
            if path.exists():
                shutil.copymode(path, making)
            kept = _take_the_place(path, making)
    finally:
        opening.clear(making)
    return Restored(path, made.papers, made.notes, kept)


def _named(path: Path, folder: Path, what: str = "") -> Path:
    stem = f"{path.stem}{what}-{dates.timestamp().replace(':', '')}"
    names = (folder / f"{stem}{more}.db" for more in ("", *(f"-{number}" for number in range(2, 10))))
    return next((name for name in names if not name.exists()), folder / f"{stem}.db")


def _copy(path: Path, target: Path, *, replace: bool, check: bool = True, called: Path | None = None) -> Copied:
    """Copy the library at ``path`` to ``target``; ``called``: what that is called where something is wrong with it."""
    called = called or target
    if os.path.lexists(target) and not replace:
        raise RefusedError(f"{target} is there already; it was left alone. --force replaces it.")
    if in_use := [name for name in (target.name + end for end in opening.BESIDE) if target.with_name(name).exists()]:
        raise RefusedError(f"{target} is in use: {in_use[0]} is beside it. It was left alone; name another file.")
    making = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        with faults(path):
            source = opening.connect_to_read(path)
        with closing(source), faults(called), closing(opening.connect_to_new(making)) as copy, _damage_of(path):
            source.backup(copy)
            with nullcontext() if check else suppress(sqlite3.DatabaseError):
                copy.execute("PRAGMA journal_mode = DELETE")
            if check:
                _look_through(copy, path)
            made = Copied(target, making.stat().st_size, *_counts(copy))
        with faults(called):
            _sync(making)
            try:
                making.replace(target) if replace else opening.publish(making, target)
            except FileExistsError:
                raise RefusedError(f"{target} has just been made by another program; it was left alone.") from None
            _sync(target.parent)
    finally:
        opening.clear(making)
    return made


@contextmanager
def _damage_of(path: Path) -> Iterator[None]:
    """What is damaged in a copy was so in the library at ``path`` that it was made of; other faults are its own."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        if is_a(error, "CORRUPT", "NOTADB", "SHAPE") and (said := sentence_of(error, path)):
            raise LibraryError(said) from error
        raise


def _look_through(copy: sqlite3.Connection, path: Path) -> None:
    try:
        (said,) = copy.execute("PRAGMA integrity_check (1)").fetchone()
    except sqlite3.DatabaseError as error:
        if not is_a(error, "CORRUPT"):
            raise
        said = str(error)
    if said != "ok":
        raise LibraryError(
            f"{path} is damaged, so it was not copied: {' '.join(said.split())}. "
            f"`readtrack doctor --db {path}` tells more."
        )


def _counts(conn: sqlite3.Connection) -> tuple[int, int]:
    try:
        papers, notes = conn.execute("SELECT (SELECT count(*) FROM papers), (SELECT count(*) FROM notes)").fetchone()
    except sqlite3.DatabaseError:  # a damaged one that is copied as it is
        return 0, 0
    return int(papers), int(notes)


def _take_the_place(path: Path, making: Path) -> Path | None:
    """Give the library at ``making`` the name ``path``; where the one that had it is now, if there was one."""
    kept = _named(path, path.parent, "-replaced")
    if not path.exists():
        _move_log(path, kept)
        making.replace(path)
        return None
    try:
        with closing(opening.connect(path, "rw")) as conn:
            conn.execute("PRAGMA busy_timeout = 1000")
            schema.version_of(conn, str(path))
            _alone(conn)
            if os.name == "nt":  # which replaces no file that is open
                conn.close()
            _swap(path, making, kept)
    except sqlite3.DatabaseError as error:
        if is_a(error, "BUSY", "LOCKED"):
            raise LibraryError(
                f"another program has {path} open, Datasette perhaps. End it and try again; nothing was changed."
            ) from error
        if not is_a(error, "CORRUPT"):
            raise
        # So damaged that SQLite cannot read it: nobody can be writing to it.
        _move_log(path, kept)
        _swap(path, making, kept)
    _sync(path.parent)
    return kept


def _alone(conn: sqlite3.Connection) -> None:
    """Hold the library for this connection, with all of it in its one file.

    Raises:
        sqlite3.OperationalError: "locked", another program has it open.
    """
    conn.execute("PRAGMA journal_mode = DELETE")  # SQLite does so for the last connection only
    try:
        conn.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError:
        with suppress(sqlite3.OperationalError):
            conn.execute("PRAGMA journal_mode = WAL")
        raise


def _swap(path: Path, making: Path, kept: Path) -> None:
    """Give ``making`` the name of a library, and that another; at no moment is there nothing at ``path``."""
    try:
        try:
            os.link(path, kept)
        except OSError:  # a file system without hard links
            shutil.copy2(path, kept)
        making.replace(path)
    finally:
        if making.exists():  # it is the library still: writing by two names does harm
            kept.unlink(missing_ok=True)


def _move_log(path: Path, kept: Path) -> None:
    """Take away what SQLite left beside a library: beside another one it would destroy it."""
    for end in ("-journal", "-wal"):
        with suppress(FileNotFoundError):
            path.with_name(path.name + end).replace(kept.with_name(kept.name + end))
    path.with_name(path.name + "-shm").unlink(missing_ok=True)


def _sync(path: Path) -> None:
    """Have the disk keep a file, or the names in a folder, where the system can."""
    folder = path.is_dir()
    with suppress(OSError) if folder else nullcontext():
        number = os.open(path, os.O_RDONLY if folder else os.O_RDWR)
        try:
            os.fsync(number)
        finally:
            os.close(number)
