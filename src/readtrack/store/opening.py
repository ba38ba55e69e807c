"""Which file it is, how it is opened, made and written to."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from readtrack import schema
from readtrack.errors import LibraryError
from readtrack.model import Draft, ReadingList
from readtrack.store import Store
from readtrack.store.faults import NO_LOCKS, faults, is_a, refusals

T = TypeVar("T")

LOCAL = Path("readtrack.db")

BESIDE = ("-journal", "-wal", "-shm")
"""How the names of files end that SQLite keeps beside a library in use."""

WAIT = 60
"""Seconds a command waits for another writer; after the first it says so."""


def which(option: Path | None) -> Path:
    """The library in use: ``option``, else $READTRACK_DB, else ./readtrack.db if it is there, else the user's own
    if there is one, else ./readtrack.db, to be made."""
    here = to_make(option)
    if here is LOCAL and not here.exists() and (own := own_library()).exists():
        return own
    return here


def to_make(option: Path | None) -> Path:
    """The library that ``init`` makes: ``option``, else $READTRACK_DB, else ./readtrack.db."""
    if option is not None:
        return option
    named = os.environ.get("READTRACK_DB")
    return Path(named) if named else LOCAL


def own_library() -> Path:
    """The library in the user's data folder, which works from every folder."""
    from platformdirs import user_data_path

    return user_data_path("readtrack", appauthor=False) / "readtrack.db"


@contextmanager
def reading(path: Path) -> Iterator[Store]:
    """The library at ``path``, to be read only, as it is at the first look.

    Raises:
        LibraryError: there is none, or it cannot be read.
    """
    if not path.exists():
        raise LibraryError(
            f"there is no library here ({path}). Begin with `readtrack init`, "
            "`readtrack import FILE`, or a first `readtrack mark`, `notes add` or `tags add`."
        )
    with ExitStack() as stack:
        with faults(path):
            conn = stack.enter_context(closing(connect_to_read(path)))
            _bring_up_to_date(conn, path)
            conn.execute("PRAGMA query_only = ON")
            conn.execute("BEGIN")  # all that is read is of one moment
        with refusals(path):  # and not what the system says of other files, where the answer is printed
            yield Store(conn)


def connect_to_read(path: Path) -> sqlite3.Connection:
    """A connection to a library, whatever its format.

    Raises:
        LibraryError: it is none, or of a newer readtrack.
    """
    conn = connect(path, "rw")  # not "ro": that leaves the -wal and -shm files behind
    try:
        try:
            _patiently(conn, path, lambda: schema.version_of(conn, str(path)))
        except sqlite3.OperationalError as error:
            # SQLite cannot make the files that WAL needs: we may not write to the folder, or the disk is full.
            log = path.with_name(path.name + "-wal")
            here = os.access(path.parent, os.W_OK) and not is_a(error, "IOERR_SHMSIZE")
            if here or (log.exists() and log.stat().st_size):
                raise
            conn.close()
            conn = connect(path, "ro&immutable=1")
            if schema.version_of(conn, str(path)) < schema.VERSION:
                raise
    except BaseException:
        conn.close()
        raise
    return conn


def _bring_up_to_date(conn: sqlite3.Connection, path: Path, on_wait: Callable[[], None] = lambda: None) -> None:
    version = _patiently(conn, path, lambda: schema.version_of(conn, str(path)), on_wait)
    if version < schema.VERSION:
        from readtrack.store.backups import keep_old_format

        def job() -> None:
            schema.bring_up_to_date(conn, lambda: keep_old_format(path, version))

        _patiently(conn, path, job, on_wait)


def writing(
    path: Path, job: Callable[[Store], T], *, start: Callable[[Store], None], on_wait: Callable[[], None]
) -> tuple[T, bool]:
    """Run ``job`` on the library at ``path`` as one transaction: all of it, or nothing.

    Where there is no library, ``start`` fills a new one first, and the file appears only when ``job`` is done:
    a job that fails leaves nothing behind. ``on_wait`` is called once if another program is writing.

    Returns:
        What ``job`` returned, and whether the library is new.
    """
    if not path.exists():
        try:
            return _write_new(path, job, start), True
        except FileExistsError:
            pass  # another program was first: the job runs once more, on that library
    with faults(path):
        conn = connect(path, "rw")
        try:
            _bring_up_to_date(conn, path, on_wait)
            conn.execute("PRAGMA foreign_keys = ON")
            _begin(conn, path, on_wait)
            if not path.exists():  # what is written to a file that was removed is written to nowhere
                raise LibraryError(f"{path} is not there any more; nothing was changed.")
            return _finish(conn, job), False
        finally:
            conn.close()


def rehearsing(path: Path, job: Callable[[Store], T], *, on_wait: Callable[[], None]) -> T:
    """Run ``job`` as ``writing`` would, on the library at ``path`` or on an empty one, and take all of it back."""
    with faults(path):
        conn = connect(path, "rw") if path.exists() else sqlite3.connect("", isolation_level=None)
        try:
            _bring_up_to_date(conn, path, on_wait) if path.exists() else schema.bring_up_to_date(conn)
            conn.execute("PRAGMA foreign_keys = ON")
            _begin(conn, path, on_wait)
            try:
                return job(Store(conn))
            finally:
                with suppress(sqlite3.Error):
                    conn.execute("ROLLBACK")
        finally:
            conn.close()


def create(path: Path, start: Callable[[Store], None]) -> None:
    """Make a library at ``path``, filled by ``start``.

    Raises:
        LibraryError: something of that name is there already, or it cannot be made.
    """
    path.parent.mkdir(parents=True, exist_ok=True) if path == own_library() else None
    try:
        _write_new(path, start, lambda _: None)
    except FileExistsError:
        raise LibraryError(f"{path} has just been made by another program; it was left alone.") from None


def _write_new(path: Path, job: Callable[[Store], T], start: Callable[[Store], None]) -> T:
    """Make the library beside ``path`` and give it that name at the end.

    Raises:
        FileExistsError: another program has made ``path`` meanwhile.
    """
    making = path.with_name(f".{path.name}.{os.getpid()}.new")
    with faults(path):
        try:
            conn = connect_to_new(making)
            try:
                schema.bring_up_to_date(conn)
                conn.execute("PRAGMA foreign_keys = ON")
                conn.execute("BEGIN IMMEDIATE")
                result = _finish(conn, lambda store: _both(store, start, job))
                conn.execute("PRAGMA journal_mode = WAL")
            finally:
                conn.close()
            publish(making, path)
        finally:
            clear(making)
    return result


def connect_to_new(making: Path) -> sqlite3.Connection:
    """A connection to an empty file that nobody but its owner may ever read."""
    clear(making)  # of a killed program that had the same number
    with suppress(FileNotFoundError, PermissionError):  # SQLite says so too
        os.close(os.open(making, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    return connect(making, "rw")


def clear(making: Path) -> None:
    """Take away a file that was not finished, and what SQLite left beside it."""
    for each in (making.with_name(making.name + end) for end in ("", *BESIDE)):
        if os.path.lexists(each):  # a disk that can only be read refuses to remove what is not there
            each.unlink(missing_ok=True)


def _both(store: Store, start: Callable[[Store], None], job: Callable[[Store], T]) -> T:
    start(store)
    return job(store)


def publish(making: Path, path: Path) -> None:
    """Give a finished file its name.

    Raises:
        FileExistsError: that name is taken.
    """
    try:
        os.link(making, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if path.exists():
            raise FileExistsError from None
        making.rename(path)


def _finish(conn: sqlite3.Connection, job: Callable[[Store], T]) -> T:
    try:
        result = job(Store(conn))
        conn.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            conn.execute("ROLLBACK")
        raise
    return result


def connect(path: Path, mode: str) -> sqlite3.Connection:
    """A connection that begins no transaction by itself. ``mode``: of a URI of SQLite, "rw" for one.

    https://www.sqlite.org/uri.html#recognized_query_parameters
    """
    # sqlite3 by itself would make a missing file.
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None, timeout=WAIT)


def _begin(conn: sqlite3.Connection, path: Path, on_wait: Callable[[], None]) -> None:
    _patiently(conn, path, lambda: conn.execute("BEGIN IMMEDIATE"), on_wait)
    schema.version_of(conn, str(path))  # once more: whom it waited for may be a newer readtrack that changed the format


def _patiently(
    conn: sqlite3.Connection, path: Path, job: Callable[[], T], on_wait: Callable[[], None] = lambda: None
) -> T:
    """Do what has to wait where another program is writing; after a second ``on_wait`` is called.

    Raises:
        LibraryError: it took longer than ``WAIT``, or nothing can be locked there.
    """
    began, said = time.monotonic(), False
    while True:
        conn.execute("PRAGMA busy_timeout = 200")  # SQLite does not hear Ctrl-C while it waits
        try:
            return job()
        except sqlite3.OperationalError as error:
            if not is_a(error, "BUSY", "LOCKED"):
                raise
        finally:
            conn.execute(f"PRAGMA busy_timeout = {WAIT * 1000}")
        if time.monotonic() - began >= WAIT:
            raise LibraryError(
                f"another program has been writing to {path} for {WAIT} seconds; nothing was changed. Try again."
            )
        if time.monotonic() - began >= 1 and not said:
            if not _can_lock(path):
                raise LibraryError(NO_LOCKS.format(path=path))
            said = True
            on_wait()


def _can_lock(path: Path) -> bool:
    """Whether a file that nobody else knows can be locked beside ``path``; also where none can be made."""
    probe = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with closing(connect(probe, "rwc")) as conn:
            conn.execute("PRAGMA busy_timeout = 0")
            conn.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        return not is_a(error, "BUSY", "LOCKED")
    finally:
        probe.unlink(missing_ok=True)
    return True


def seed() -> tuple[list[Draft], list[ReadingList]]:
    """The papers of the first reading list, and the list itself."""
    import json

    from readtrack.paper_json import draft_from_json

    packed = Path(__file__).parents[1] / "seed" / "osdi2020.json"
    # In a checkout the list stands at the top; the wheel carries it inside the package.
    source = packed if packed.exists() else Path(__file__).parents[3] / "seed" / "osdi2020.json"
    held = json.loads(source.read_text("utf-8"))
    return [draft_from_json(paper) for paper in held["papers"]], [
        ReadingList(a["slug"], a["title"], a["source"]) for a in held["lists"]
    ]
