"""What the machine does to a program: a sentence, the right exit code, and the library as before.

What people do wrong is in test_bad_input.py, several programs at once in test_concurrency.py.
"""

from __future__ import annotations

import errno
import gzip
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import faulty
import pytest
from conftest import Ran, Run, rows, start

from readtrack import schema
from readtrack.store import faults, opening

OLD = Path(__file__).parent / "libraries" / "format-1.db.gz"
FAULTY = Path(__file__).with_name("faulty.py")

replaceable = pytest.mark.skipif(not faulty.possible(), reason="the calls of this SQLite cannot be replaced")
named = pytest.mark.skipif(sys.version_info < (3, 11), reason="Python tells no name of a fault of SQLite")


def ran(*command: str | Path, **options: object) -> Ran:
    """A program in a process of its own."""
    done = subprocess.run(  # type: ignore[call-overload]
        [sys.executable, *map(str, command)],
        **{"capture_output": True, "text": True, "stdin": subprocess.DEVNULL, **options},
    )
    return Ran(done.returncode, done.stdout or "", done.stderr or "")


def refused(done: Ran, said: str, code: int = 1) -> None:
    assert (done.code, done.out) == (code, "")
    assert done.err.startswith("Error: ")
    assert done.err.count("\n") == 1
    assert said in done.err


def held(path: Path) -> list[object]:
    """What a library says, and that it is sound."""
    assert rows(path, "PRAGMA integrity_check") == [("ok",)]
    tables = ("papers", "readings", "notes", "paper_tags", "changes", "history", "papers_fts", "sqlite_master")
    return [rows(path, f"SELECT * FROM {table}") for table in tables]


def files(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if not path.name.endswith(("-wal", "-shm"))}


# A full disk


@replaceable
@pytest.mark.parametrize(
    "command", [("mark", "Ansor", "--read"), ("notes", "add", "Ansor", "word " * 3000)], ids=lambda words: words[0]
)
@pytest.mark.parametrize("after", [9, 20, 40])
def test_a_full_disk_is_told_and_nothing_is_changed(library: Path, command: tuple[str, ...], after: int) -> None:
    before = held(library)
    refused(ran(FAULTY, f"full_disk:{after}", *command), "the disk is full; nothing was changed")
    assert held(library) == before
    assert files(library.parent) == {"readtrack.db"}


@replaceable
@named
def test_a_disk_that_is_full_from_the_start_can_be_read_and_not_written(library: Path) -> None:
    before = held(library)
    refused(ran(FAULTY, "full_disk:0", "mark", "Ansor", "--read"), "the disk is full; nothing was changed")
    listed = ran(FAULTY, "full_disk:0", "list")
    assert (listed.code, listed.err) == (0, "")
    assert "ansor" in listed.out
    assert held(library) == before


@replaceable
def test_an_older_library_is_brought_up_to_date_or_stays_as_it_is_on_a_full_disk(folder: Path) -> None:
    path = folder / "readtrack.db"
    told = []
    for after in range(330, 530, 20):  # the last of them while it commits
        path.write_bytes(gzip.decompress(OLD.read_bytes()))
        with closing(sqlite3.connect(path)) as conn:
            conn.execute("PRAGMA journal_mode = WAL")
        before = held(path)
        done = ran(FAULTY, f"full_disk:{after}", "list")
        told.append(done.code)
        if done.code:
            refused(done, "the disk is full; nothing was changed")
            assert held(path) == before
        assert rows(path, "PRAGMA user_version") == [(1 if done.code else 2,)]
    assert told == sorted(told, reverse=True)
    assert {*told} == {0, 1}


@replaceable
@pytest.mark.parametrize(
    ("command", "file"),
    [
        (("init", "--db", "new.db"), "new.db"),
        (("backup", "other.db"), "other.db"),
        (("backup",), "readtrack-backups/readtrack-2"),
        (("restore", "shelf/copy.db"), "readtrack.db"),
    ],
    ids=lambda words: words[0],
)
def test_a_full_disk_leaves_no_part_of_a_file(library: Path, run: Run, command: tuple[str, ...], file: str) -> None:
    Path("shelf").mkdir()
    run("backup", "shelf/copy.db")
    refused(ran(FAULTY, "full_disk:30", *command), f"the disk is full; nothing was changed in {file}")
    assert files(library.parent) - {"readtrack-backups", "shelf"} == {"readtrack.db"}
    assert [each.name for each in library.parent.glob("readtrack-backups/*")] == []


@pytest.mark.skipif(sys.platform == "win32", reason="no limit for files")
def test_a_file_that_may_not_grow_is_told_and_nothing_is_changed(library: Path) -> None:
    import resource

    before = held(library)
    most = 50_000
    done = ran(
        *("-m", "readtrack", "notes", "add", "Ansor", "word " * 20_000),
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)),
    )
    refused(done, "readtrack.db cannot be read or written (SQLite says: disk I/O error)")
    assert held(library) == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
@pytest.mark.parametrize("command", [("list",), ("export", "json"), ("stats",)], ids=lambda words: words[0])
def test_an_answer_that_finds_no_room_is_told(library: Path, command: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w") as full:
        done = ran("-m", "readtrack", *command, capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert done.code == 1
    assert done.err.startswith(("Error: cannot print: no space", "Error: standard output cannot be written: no space"))


# Locks


@replaceable
@pytest.mark.parametrize("command", [("list",), ("mark", "Ansor", "--read")], ids=lambda words: words[0])
@pytest.mark.parametrize(
    "fault",
    [
        errno.ENOLCK,
        errno.EPERM,
        pytest.param(errno.EINVAL, marks=named),
        pytest.param(errno.EOPNOTSUPP, marks=named),
    ],
    ids=errno.errorcode.get,
)
def test_a_drive_without_locks_is_told(library: Path, command: tuple[str, ...], fault: int) -> None:
    before = library.read_bytes()
    done = ran(FAULTY, f"no_locks:{fault}", *command)
    refused(done, "readtrack.db cannot be locked, as on some network drives, so it was left alone.")
    assert library.read_bytes() == before
    assert files(library.parent) == {"readtrack.db"}


@replaceable
def test_a_drive_where_nothing_can_be_shared_is_told(library: Path) -> None:
    before = library.read_bytes()
    refused(ran(FAULTY, f"no_locks:{errno.EAGAIN},-shm", "mark", "Ansor", "--read"), "cannot be locked, as on some")
    assert library.read_bytes() == before


@contextmanager
def held_by_another(path: Path) -> Iterator[None]:
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute("BEGIN IMMEDIATE")
        yield


def test_who_waited_in_vain_is_told(library: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    before = held(library)
    monkeypatch.setattr(opening, "WAIT", 2)
    with held_by_another(library):
        done = run("mark", "Ansor", "--read")
    assert done.code == 1
    waiting, sentence = done.err.splitlines()
    assert waiting.startswith("Waiting for another program")
    assert sentence.startswith("Error: another program has been writing to readtrack.db for 2 seconds; nothing was")
    assert held(library) == before
    assert run("mark", "Ansor", "--read").code == 0


def test_who_waited_in_vain_to_read_is_told(library: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "WAIT", 0.5)
    with closing(sqlite3.connect(library, isolation_level=None)) as conn:
        conn.execute("PRAGMA journal_mode = DELETE")
        conn.execute("BEGIN EXCLUSIVE")
        refused(run("list"), "another program has been writing to readtrack.db")
    assert run("list").code == 0


# What SQLite calls a fault


def told(text: str, name: str | None = None) -> str | None:
    """The sentence for an error of SQLite; ``name``: what SQLite calls it, which Python 3.10 does not tell."""
    error = sqlite3.OperationalError(text)
    if name:
        error.sqlite_errorname = name  # type: ignore[attr-defined,unused-ignore]
    return faults.sentence_of(error, Path("readtrack.db"))


FAULTS = [
    ("database is locked", "BUSY", "another program is writing"),
    ("database is locked", "BUSY_SNAPSHOT", "another program is writing"),
    ("database table is locked", "LOCKED", "another program is writing"),
    ("database table is locked: full", "LOCKED_SHAREDCACHE", "another program is writing"),
    ("database or disk is full", "FULL", "the disk is full"),
    ("disk I/O error", "IOERR_SHMSIZE", "the disk is full"),
    ("disk I/O error", "IOERR_LOCK", "cannot be locked"),
    ("disk I/O error", "IOERR_UNLOCK", "cannot be locked"),
    ("disk I/O error", "IOERR_BLOCKED", "cannot be read or written"),
    ("disk I/O error", "IOERR_SHORT_READ", "cannot be read or written"),
    ("locking protocol", "PROTOCOL", "cannot be locked"),
    ("access permission denied", "PERM", "cannot be locked"),
    ("attempt to write a readonly database", "READONLY", "read-only"),
    ("attempt to write a readonly database", "READONLY_CANTLOCK", "read-only"),
    ("attempt to write a readonly database", "READONLY_DBMOVED", "was replaced meanwhile"),
    ("unable to open database file", "CANTOPEN_ISDIR", "cannot be opened"),
    ("file is not a database", "NOTADB", "is not a SQLite file"),
    ("database disk image is malformed", "CORRUPT", "is damaged"),
    ("database disk image is malformed", "CORRUPT_INDEX", "is damaged"),
    ("malformed database schema (full) - locked", "CORRUPT", "is damaged"),
    ("database disk image is malformed", "CORRUPT_VTAB", "`readtrack doctor`"),
    ("no such table: database or disk is full", "ERROR", "`readtrack doctor`"),
    ("no such column: locking protocol", "ERROR", "`readtrack doctor`"),
    ("table SHMSIZE has no column named malformed", "ERROR", "`readtrack doctor`"),
    ("malformed JSON", "ERROR", "`readtrack doctor`"),
    ("vtable constructor failed: papers_fts", "ERROR", "`readtrack doctor`"),
    ("Could not decode to UTF-8 column 'no such' with text 'disk is full, locked'", None, "not UTF-8"),
]
GENERAL = re.compile("IOERR_(SHM|LOCK|UNLOCK)|DBMOVED|VTAB")
"""What only its name tells from others of its family."""


@pytest.mark.parametrize(("text", "name", "said"), FAULTS)
def test_a_fault_is_told_by_its_name_and_without_one_by_how_its_words_begin(
    text: str, name: str | None, said: str
) -> None:
    more = "{} (no such full, SHMSIZE, LOCK, locked, malformed, readonly database, unable to open, fts5)"
    for words in (text, more.format(text)):
        assert said in (told(words, f"SQLITE_{name}" if name else None) or "")
        if not GENERAL.search(name or ""):
            assert said in (told(words) or "")
            assert said in (told(words, "unknown") or "")


@pytest.mark.parametrize("text", ['near "FULL": syntax error', "incomplete input", "integer overflow"])
def test_a_mistake_of_the_program_is_not_told_as_a_fault_of_the_file(text: str) -> None:
    assert (told(text), told(text, "SQLITE_ERROR")) == (None, None)


def test_a_library_that_is_replaced_while_a_command_runs_is_told(
    library: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("readtrack.db", "other.db"):
        run("--db", name, "init")
        with closing(sqlite3.connect(name)) as conn:
            conn.execute("PRAGMA journal_mode = DELETE")
    other = Path("other.db").read_bytes()
    version_of = schema.version_of

    def replaced(conn: sqlite3.Connection, path: str) -> int:
        version = version_of(conn, path)
        if Path("other.db").exists():
            Path("other.db").replace(path)
        return version

    monkeypatch.setattr(schema, "version_of", replaced)
    said = "was replaced meanwhile" if sys.version_info >= (3, 11) else "cannot be written to"
    refused(run("mark", "Ansor", "--read"), said)
    assert library.read_bytes() == other


# Ctrl-C


def heard() -> None:
    # A shell that starts the tests in the background has them ignore Ctrl-C, and so would the program.
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_ctrl_c_ends_the_wait_for_another_program(library: Path) -> None:
    before = held(library)
    with held_by_another(library):
        process = start("mark", "Ansor", "--read", preexec_fn=heard)
        assert process.stderr is not None
        assert "Waiting for another program" in process.stderr.readline()
        process.send_signal(signal.SIGINT)
        # It is still held: only an end of the wait lets the program end.
        out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (130, "", "Error: interrupted.\n")
    assert held(library) == before


# Types Ctrl-C at the moment at which a module is imported.
STARTING = """
import os, runpy, sys
wanted = sys.argv.pop(1)
class Typing:
    def find_spec(self, name, path, target=None):
        if name == wanted:
            os.kill(os.getpid(), 2)
sys.modules.pop("signal", None)
sys.meta_path.insert(0, Typing())
sys.argv[0] = "readtrack"
runpy.run_module("readtrack", run_name="__main__")
"""


@pytest.mark.parametrize(
    ("module", "code"),
    [("signal", 130), ("readtrack.cli", -2), ("typer", -2), ("readtrack.commands.list", -2), ("readtrack.render", -2)],
)
def test_ctrl_c_while_the_program_starts_ends_it_quietly(library: Path, module: str, code: int) -> None:
    assert ran("-c", STARTING, module, "list", preexec_fn=heard) == Ran(code, "", "")


def test_who_ignores_ctrl_c_goes_on_ignoring_it(library: Path) -> None:
    done = ran("-c", STARTING, "typer", "list", preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN))
    assert (done.code, done.err) == (0, "")


# Pipes and terminals


ANSWERS = [("list",), ("list", "--json"), ("show", "ansor"), ("stats",), ("export", "csv"), ("--help",), ("--version",)]


@pytest.mark.parametrize("command", ANSWERS, ids=" ".join)
def test_a_closed_pipe_ends_a_command_without_a_word(library: Path, command: tuple[str, ...]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = ran("-m", "readtrack", *command, capture_output=False, stdout=writer, stderr=subprocess.PIPE)
    finally:
        os.close(writer)
    assert (done.code, done.err) == (1, "")


@pytest.mark.skipif(sys.platform == "win32", reason="a shell closes them")
@pytest.mark.parametrize("closed", [(1,), (2,), (0, 1, 2)], ids=["stdout", "stderr", "all"])
def test_without_standard_streams_commands_do_what_they_do(library: Path, closed: tuple[int, ...]) -> None:
    for command, code in ((("list",), 0), (("tags", "add", "Ansor", "x"), 0), (("--version",), 0), (("show", "?"), 1)):
        words = f"import os; [os.close(n) for n in {closed}]; os.execv(os.sys.executable, os.sys.argv[1:])"
        assert ran("-c", words, sys.executable, "-m", "readtrack", *command).code == code
    assert rows(library, "SELECT tags FROM papers WHERE id = 1") == [('["x"]',)]


@pytest.mark.parametrize(
    "terminal",
    [
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"PYTHONIOENCODING": "latin-1"},
        {"PYTHONIOENCODING": "ascii:strict"},
    ],
    ids=["C", "latin-1", "ascii"],
)
def test_a_terminal_that_lacks_letters_gets_all_the_others(library: Path, run: Run, terminal: dict[str, str]) -> None:
    run("add", "Über Ketten ✓ 読書", "--key", "ketten", "--author", "Łukasz Kaiser")
    run("notes", "add", "ketten", "naïve → schön 🎉")
    before = held(library)
    for command in (("list",), ("show", "ketten"), ("notes", "list"), ("log",), ("stats",), ("next",), ("search", "a")):
        done = ran("-m", "readtrack", *command, env={**os.environ, **terminal}, encoding="latin-1")
        assert (done.code, done.err) == (0, ""), command
    assert "Ketten" in ran("-m", "readtrack", "show", "ketten", env={**os.environ, **terminal}, encoding="latin-1").out
    assert held(library) == before


# Files and folders


def test_a_folder_that_has_vanished_is_told(library: Path, folder: Path) -> None:
    words = "import os, runpy, shutil; shutil.rmtree(os.getcwd()); runpy.run_module('readtrack', run_name='__main__')"
    gone = folder / "gone"
    for command in (("list",), ("mark", "Ansor", "--read"), ("init",)):
        gone.mkdir()
        done = ran("-c", words, *command, cwd=gone)
        assert (done.code, done.out) == (1, "")
        assert done.err.startswith("Error: ")
        assert done.err.count("\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="what is open cannot be removed")
def test_a_library_that_vanishes_while_a_command_waits_is_told(library: Path, folder: Path) -> None:
    shelf = folder / "shelf"
    shelf.mkdir()
    library.rename(shelf / "readtrack.db")
    with held_by_another(shelf / "readtrack.db"):
        process = start("--db", "shelf/readtrack.db", "mark", "Ansor", "--read")
        assert process.stderr is not None
        assert "Waiting for another program" in process.stderr.readline()
        shutil.rmtree(shelf)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (1, "")
    assert err == "Error: shelf/readtrack.db is not there any more; nothing was changed.\n"


def test_a_file_that_cannot_be_opened_says_why(folder: Path) -> None:
    error = sqlite3.OperationalError("unable to open database file")
    said = faults.sentence_of(error, folder / "gone.db")
    assert said == f"{folder / 'gone.db'} cannot be opened: the file is not there any more."
    said = faults.sentence_of(error, folder / "nowhere" / "a.db")
    assert said == f"{folder / 'nowhere' / 'a.db'} cannot be opened: there is no folder {folder / 'nowhere'}."


@pytest.mark.parametrize("statement", ["DROP TABLE lists", "ALTER TABLE notes RENAME COLUMN body TO text"])
def test_a_library_of_another_shape_is_told_and_where_to_ask(library: Path, run: Run, statement: str) -> None:
    with closing(sqlite3.connect(library, isolation_level=None)) as conn:
        for (name,) in conn.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            conn.execute(f"DROP TRIGGER {name}")
        conn.execute("PRAGMA foreign_keys = OFF")
        conn.execute(statement)
    ran = run("lists") if "lists" in statement else run("notes", "list")
    assert ran.code == 1
    assert ran.err.startswith("Error: readtrack.db is not as readtrack left it (SQLite says: no such "), ran.err
    assert ran.err.endswith("`readtrack doctor` tells what is wrong with it.\n")


# In a process of its own, that gives up being root: root may read anything.
UNREADABLE = """
import os, tempfile
from pathlib import Path
from readtrack import cli
with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    for words in ("mark Rammer --read", "mark Nobody", "list", "backup --help"):  # imports what it needs
        cli.run(words.split())
    before = Path("readtrack.db").read_bytes()
    os.chmod("readtrack.db", 0)
    os.chmod(folder, 0o777)
    if os.geteuid() == 0:
        os.setresuid(65534, 65534, 0)
    codes = [cli.run(words.split()) for words in ("list", "mark Ansor --read", "backup")]
    if os.getuid() != os.getresuid()[2]:
        os.setresuid(0, 0, 0)
    os.chmod("readtrack.db", 0o600)
    print("---")
    print(codes, Path("readtrack.db").read_bytes() == before, os.listdir())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="other permissions")
def test_a_library_that_may_not_be_read_is_told() -> None:
    done = ran("-c", UNREADABLE)
    assert done.err.splitlines()[-3:] == ["Error: readtrack.db cannot be opened: you may not read it."] * 3
    assert done.out.partition("---\n")[2] == "[1, 1, 1] True ['readtrack.db']\n"


@pytest.mark.parametrize(
    ("table", "command"),
    [
        ("papers", ("mark", "Ansor", "--read")),
        ("papers", ("backup",)),
        ("readings", ("mark", "Ansor", "--read")),
        ("notes", ("notes", "add", "Ansor", "x")),
        ("changes", ("tags", "add", "Ansor", "x")),
        ("history", ("undo",)),
        ("papers_fts_content", ("edit", "Ansor", "--title", "Another")),
    ],
)
def test_a_corrupt_page_is_told_and_nothing_is_changed(
    library: Path, run: Run, table: str, command: tuple[str, ...]
) -> None:
    run("notes", "add", "Rammer", "x")
    ((page,),) = rows(library, "SELECT rootpage FROM sqlite_master WHERE name = ?", table)
    ((size,),) = rows(library, "PRAGMA page_size")
    with library.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)
    before = library.read_bytes()
    refused(run(*command), "readtrack.db is damaged")
    assert library.read_bytes() == before
    assert files(library.parent) - {"readtrack-backups"} == {"readtrack.db"}


@pytest.mark.parametrize(
    "harm",
    [
        "DROP TABLE readings",
        "DROP TABLE history",
        "ALTER TABLE notes DROP COLUMN page",
        "UPDATE papers SET tags = 'not JSON'",
        "UPDATE papers SET links = '[1]'",
        "ALTER TABLE papers RENAME COLUMN rating TO mine",
        "DELETE FROM papers_fts_data",
    ],
)
def test_a_library_that_lacks_something_is_told(library: Path, run: Run, harm: str) -> None:
    with closing(sqlite3.connect(library, isolation_level=None)) as conn:
        for (name,) in conn.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            if not harm.startswith("DELETE"):
                conn.execute(f"DROP TRIGGER {name}")
        conn.execute(harm)
    told = [
        run(*words) for words in (("mark", "Ansor", "--read"), ("notes", "add", "Ansor", "x"), ("search", "tensor"))
    ]
    assert 1 in [done.code for done in told]
    for done in told:
        if done.code:
            refused(done, "`readtrack doctor`")
