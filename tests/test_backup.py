"""backup and restore: a copy is whole, is checked, and takes nothing away."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import threading
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from conftest import TODAY, Run, rows

from readtrack import dates, schema
from readtrack.store import backups, opening

TABLES = ("papers", "readings", "notes", "paper_tags", "changes", "history", "papers_fts")


def held(path: Path) -> dict[str, list[tuple[object, ...]]]:
    return {table: rows(path, f"SELECT * FROM {table}") for table in TABLES}


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def made(folder: Path) -> list[Path]:
    return sorted((folder / "readtrack-backups").glob("*.db"))


def damage(path: Path) -> None:
    """Overwrite a page in the middle of a library."""
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(size // 2 // 4096 * 4096)
        file.write(b"\xff" * 8192)


def test_a_backup_holds_all_of_a_library_in_one_file(library: Path, run: Run, folder: Path) -> None:
    run("mark", "ansor", "--read")
    run("notes", "add", "ansor", "Sketches")
    ran = run("backup")
    (copy,) = made(folder)
    assert ran.out.startswith(f"Backup {copy.relative_to(folder)}: 11 papers, 1 note, ")
    assert ran.out.endswith(" kB, checked.\n")
    assert files(folder) == [str(copy.relative_to(folder)), "readtrack.db"]
    with closing(sqlite3.connect(f"{copy.as_uri()}?immutable=1", uri=True)) as conn:
        assert conn.execute("SELECT body FROM notes").fetchall() == [("Sketches",)]
    assert held(copy) == held(library)
    assert run("list", "--json", "--db", str(copy)).json == run("list", "--json").json


def test_a_backup_is_whole_while_others_write(library: Path, run: Run, folder: Path) -> None:
    done = threading.Event()

    def write() -> None:
        with closing(sqlite3.connect(library, timeout=60, isolation_level=None)) as conn:
            while not done.is_set():
                conn.execute("BEGIN IMMEDIATE")
                conn.execute("INSERT INTO notes (paper, body) VALUES (1, 'one')")
                conn.execute("INSERT INTO notes (paper, body) VALUES (2, 'other')")
                conn.execute("COMMIT")

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(5):
            assert run("backup", f"{number}.db").code == 0
    finally:
        done.set()
        writer.join()
    for number in range(5):
        counts = rows(folder / f"{number}.db", "SELECT paper, count(*) FROM notes GROUP BY paper")
        assert len({count for _, count in counts}) <= 1, counts


def test_only_its_owner_may_read_a_backup_and_the_folder(library: Path, run: Run, folder: Path) -> None:
    run("backup")
    (copy,) = made(folder)
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700


def test_a_file_that_is_there_is_replaced_by_force_only(library: Path, run: Run, folder: Path) -> None:
    Path("copy.db").write_text("mine", "utf-8")
    ran = run("backup", "copy.db")
    assert (ran.code, ran.err) == (1, "Error: copy.db is there already; it was left alone. --force replaces it.\n")
    assert Path("copy.db").read_text("utf-8") == "mine"
    assert run("backup", "copy.db", "--force").code == 0
    assert held(folder / "copy.db") == held(library)


def test_the_last_few_are_kept_and_nothing_else_is_removed(
    library: Path, run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = folder / "stick"
    where.mkdir()
    others = ["readtrack-2020.db", "readtrack-format-1-2026-01-01T000000.000Z.db", "other-2026-01-01T000000.000Z.db"]
    for name in others:
        (where / name).write_text("mine", "utf-8")
    for number in range(4):
        monkeypatch.setattr(dates, "now", lambda day=number: TODAY + timedelta(days=day))
        run("notes", "add", "ansor", f"note {number}")
        ran = run("backup", str(where), "--keep", "2", "--json")
    assert ran.json["removed"] == 1
    kept = [path for path in where.iterdir() if path.name not in others]
    assert sorted(len(rows(path, "SELECT * FROM notes")) for path in kept) == [3, 4]
    assert {path.name for path in where.iterdir()} > set(others)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("copy.db", "--keep", "3"), 2, "--keep counts the backups in a folder, and copy.db is none."),
        (("readtrack.db",), 1, "readtrack.db is the library itself."),
        (("stick/",), 2, "there is no folder stick."),
        (("nowhere/copy.db",), 1, "there is no folder nowhere"),
        (("x" * 300,), 1, "cannot be used: file name too long"),
    ],
)
def test_a_backup_that_cannot_be_is_told(
    library: Path, run: Run, folder: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    ran = run("backup", *arguments)
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err
    assert files(folder) == ["readtrack.db"]


def test_without_a_library_there_is_nothing_to_copy(run: Run, folder: Path) -> None:
    assert "there is no library here" in run("backup").err
    assert files(folder) == []


def test_a_damaged_library_is_told_and_not_copied(library: Path, run: Run, folder: Path) -> None:
    damage(library)
    ran = run("backup")
    assert ran.code == 1
    assert "readtrack.db is damaged, so it was not copied: *** in database main *** " in ran.err
    assert files(folder) == ["readtrack.db"]


def test_restore_goes_back_and_keeps_what_it_replaces(library: Path, run: Run, folder: Path) -> None:
    run("backup", "copy.db")
    run("mark", "ansor", "--read")
    before, later = held(folder / "copy.db"), held(library)
    ran = run("restore", "copy.db", "--json")
    assert (ran.json["papers"], ran.json["notes"]) == (11, 0)
    kept = folder / ran.json["kept"]
    assert held(library) == before
    assert held(kept) == later
    assert files(folder) == ["copy.db", kept.name, "readtrack.db"]
    assert run("mark", "gavel", "--read").code == 0
    assert run("restore", str(kept)).code == 0
    assert held(library) == later
    assert rows(library, "PRAGMA journal_mode") == [("wal",)]


def test_restore_makes_the_library_where_there_is_none(library: Path, run: Run, folder: Path) -> None:
    run("backup", "copy.db")
    before = held(library)
    library.unlink()
    ran = run("restore", "copy.db")
    assert ran.out == "Restored readtrack.db: 11 papers, 0 notes.\n"
    assert held(library) == before


def test_what_a_killed_program_left_beside_the_library_does_not_get_into_the_copy(
    library: Path, run: Run, folder: Path
) -> None:
    run("backup", "copy.db")
    before = held(folder / "copy.db")
    conn = sqlite3.connect(library)
    conn.execute("INSERT INTO notes (paper, body) VALUES (1, 'in the log only')")
    conn.commit()
    for end in ("", "-wal", "-shm"):
        shutil.copy(f"{library}{end}", f"crashed.db{end}")
    conn.close()
    run("--db", "crashed.db", "restore", "copy.db")
    assert held(folder / "crashed.db") == before
    assert not Path("crashed.db-wal").exists()
    (kept,) = folder.glob("crashed-replaced-*.db")
    assert rows(kept, "SELECT body FROM notes") == [("in the log only",)]


def test_a_library_of_which_only_the_head_is_left_is_replaced_and_kept(library: Path, run: Run, folder: Path) -> None:
    run("backup", "copy.db")
    torn = library.read_bytes()[:100] + b"nonsense" * 700
    library.write_bytes(torn)
    for end in ("-wal", "-journal"):
        Path(f"readtrack.db{end}").write_bytes(b"old")
    assert run("restore", "copy.db").code == 0
    (kept,) = folder.glob("readtrack-replaced-*.db")
    assert kept.read_bytes()[100:] == torn[100:]
    assert not [end for end in ("-wal", "-journal") if Path(f"readtrack.db{end}").exists()]
    assert held(library) == held(folder / "copy.db")


def test_a_journal_that_a_killed_program_left_does_not_get_into_the_copy(library: Path, run: Run, folder: Path) -> None:
    run("backup", "copy.db")
    with closing(sqlite3.connect(library, isolation_level=None)) as conn:
        conn.execute("PRAGMA journal_mode = DELETE")
        conn.execute("PRAGMA cache_size = 1")
        conn.execute("BEGIN")
        for number in range(40):
            conn.execute("INSERT INTO notes (paper, body) VALUES (1, ?)", (f"{number} " * 999,))
        for end in ("", "-journal"):
            shutil.copy(f"{library}{end}", f"crashed.db{end}")
    Path("crashed.db").unlink()
    run("--db", "crashed.db", "restore", "copy.db")
    assert not Path("crashed.db-journal").exists()
    assert held(folder / "crashed.db") == held(folder / "copy.db")


def test_a_file_that_is_no_database_is_not_replaced(library: Path, run: Run, folder: Path) -> None:
    Path("thesis.txt").write_text("my own text\n" * 100, "utf-8")
    ran = run("--db", "thesis.txt", "restore", "readtrack.db")
    assert (ran.code, ran.out) == (1, "")
    assert "thesis.txt is not a SQLite file" in ran.err
    assert Path("thesis.txt").read_text("utf-8") == "my own text\n" * 100
    assert files(folder) == ["readtrack.db", "thesis.txt"]


def test_a_file_in_use_is_not_replaced_by_force(library: Path, run: Run, folder: Path) -> None:
    run("--db", "other.db", "init")
    with closing(sqlite3.connect("other.db")) as conn:
        conn.execute("INSERT INTO notes (paper, body) VALUES (1, 'in the log')")
        conn.commit()
        ran = run("backup", "other.db", "--force")
        assert (ran.code, ran.out) == (1, "")
        assert "other.db is in use" in ran.err
    assert rows(folder / "other.db", "SELECT body FROM notes") == [("in the log",)]


def test_what_names_something_that_is_gone_is_copied_all_the_same(library: Path, run: Run, folder: Path) -> None:
    with closing(sqlite3.connect(library, isolation_level=None)) as conn:
        conn.execute("DELETE FROM lists")
        conn.execute("CREATE TABLE mine (id INTEGER PRIMARY KEY, other REFERENCES mine (id))")
        conn.execute("CREATE TABLE yours (other REFERENCES gone (id))")
        conn.execute("INSERT INTO mine VALUES (1, 99)")
    assert run("backup", "copy.db").code == 0
    assert run("restore", "copy.db").code == 0


def test_a_link_that_leads_nowhere_is_not_replaced(library: Path, run: Run) -> None:
    Path("copy.db").symlink_to("nowhere.db")
    assert run("backup", "copy.db").err == "Error: copy.db is there already; it was left alone. --force replaces it.\n"


def test_a_library_of_the_same_name_keeps_its_backups(library: Path, run: Run, folder: Path) -> None:
    stick = folder / "stick"
    stick.mkdir()
    run("backup", str(stick))
    run("--db", "home.db", "init")
    Path("elsewhere").mkdir()
    Path("home.db").rename("elsewhere/readtrack.db")
    for _ in range(2):
        run("--db", "elsewhere/readtrack.db", "backup", str(stick), "--keep", "1")
    assert len(list(stick.iterdir())) == 2


def test_the_copy_just_made_stays_whatever_the_clock_said_before(
    library: Path, run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dates, "now", lambda: TODAY + timedelta(days=1000))
    run("backup")
    monkeypatch.setattr(dates, "now", lambda: TODAY)
    run("notes", "add", "ansor", "later")
    assert run("backup", "--keep", "1", "--json").json["removed"] == 1
    assert [rows(path, "SELECT body FROM notes") for path in made(folder)] == [[("later",)]]


def test_a_library_that_is_made_is_never_readable_by_others(run: Run, folder: Path) -> None:
    seen: set[int] = set()
    old = os.umask(0)
    try:
        run("init", "--empty")
        make, connect = opening.connect_to_new, opening.connect

        def watching(path: Path, mode: str) -> sqlite3.Connection:
            seen.add(stat.S_IMODE(path.stat().st_mode))
            return connect(path, mode)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(opening, "connect", watching)
            make(folder / "new.db").close()
    finally:
        os.umask(old)
    assert seen == {0o600}


def test_a_library_that_another_program_has_open_is_not_replaced(library: Path, run: Run, folder: Path) -> None:
    run("backup", "copy.db")
    with closing(sqlite3.connect(library)) as conn:
        conn.execute("SELECT * FROM papers").fetchall()
        before = held(library)
        ran = run("restore", "copy.db")
        assert ran.code == 1
        assert ran.err == (
            "Error: another program has readtrack.db open, Datasette perhaps. End it and try again; "
            "nothing was changed.\n"
        )
        assert held(library) == before
    assert files(folder) == ["copy.db", "readtrack.db"]
    assert rows(library, "PRAGMA journal_mode") == [("wal",)]


@pytest.mark.parametrize("what", ["text", "other", "damaged", "newer"])
def test_what_is_no_sound_library_is_not_restored(library: Path, run: Run, folder: Path, what: str) -> None:
    run("backup", "copy.db")
    copy = folder / "copy.db"
    if what == "text":
        copy.write_text("not a library, and long enough to be asked for a header" * 9, "utf-8")
    elif what == "other":
        copy.unlink()
        with closing(sqlite3.connect(copy)) as conn:
            conn.execute("CREATE TABLE papers (id)")
    elif what == "damaged":
        damage(copy)
    else:
        with closing(sqlite3.connect(copy)) as conn:
            conn.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    before = held(library)
    ran = run("restore", "copy.db")
    assert ran.code == 1
    assert ran.err.startswith("Error: copy.db ")
    assert held(library) == before
    assert files(folder) == ["copy.db", "readtrack.db"]


def test_the_library_is_not_restored_from_itself(library: Path, run: Run) -> None:
    assert "is the library in use" in run("restore", "readtrack.db").err
    assert "there is no file nothing.db" in run("restore", "nothing.db").err


def test_a_database_of_another_program_is_not_replaced(library: Path, run: Run, folder: Path) -> None:
    with closing(sqlite3.connect("other.db")) as conn:
        conn.execute("CREATE TABLE papers (id)")
    before = Path("other.db").read_bytes()
    assert "is a SQLite file, but not a readtrack library" in run("--db", "other.db", "restore", "readtrack.db").err
    assert Path("other.db").read_bytes() == before
    assert files(folder) == ["other.db", "readtrack.db"]


def test_a_link_keeps_leading_to_the_library(library: Path, run: Run, folder: Path) -> None:
    run("backup", "copy.db")
    Path("cloud").mkdir()
    library.rename("cloud/readtrack.db")
    library.symlink_to("cloud/readtrack.db")
    run("mark", "ansor", "--read")
    assert run("restore", "copy.db").code == 0
    assert library.is_symlink()
    assert held(library) == held(folder / "copy.db")


def test_restore_keeps_who_may_read_the_library(library: Path, run: Run) -> None:
    run("backup", "copy.db")
    library.chmod(0o640)
    run("restore", "copy.db")
    assert stat.S_IMODE(library.stat().st_mode) == 0o640


def test_a_restore_that_fails_at_its_last_step_changes_nothing(
    library: Path, run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("backup", "copy.db")
    run("mark", "ansor", "--read")
    before = held(library)

    def fail(*_: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(backups, "_swap", fail)
    assert run("restore", "copy.db").code == 1
    assert held(library) == before
    assert run("mark", "gavel", "--read").code == 0


@pytest.mark.parametrize("fault", [OSError(5, "Input/output error"), KeyboardInterrupt()], ids=["disk", "Ctrl-C"])
@pytest.mark.parametrize("done", [False, True], ids=["before", "after"])
def test_a_restore_that_is_interrupted_leaves_each_library_one_name(
    library: Path, run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, fault: BaseException, done: bool
) -> None:
    run("backup", "copy.db")
    run("mark", "ansor", "--read")
    copy, before = held(folder / "copy.db"), held(library)
    replace = Path.replace

    def interrupted(path: Path, target: Path) -> Path:
        last = target == Path("readtrack.db")
        if done or not last:
            replace(path, target)
        if last:
            raise fault
        return target

    monkeypatch.setattr(Path, "replace", interrupted)
    assert run("restore", "copy.db").code in (1, 130)
    assert held(library) == (copy if done else before)
    kept = list(folder.glob("readtrack-replaced-*.db"))
    assert [held(path) for path in kept] == ([before] if done else [])
    assert [path.stat().st_nlink for path in (library, *kept)] == [1] * (1 + done)


# Is killed when it is about to do something to a file for so many times.
DYING = """
import os, signal, sys
left = int(sys.argv.pop(1))
def about_to(event, arguments):
    global left
    if event in ("os.chmod", "os.link", "os.remove", "os.rename"):
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(about_to)
from readtrack.__main__ import main
main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no signal kills there")
@pytest.mark.parametrize("crashed", [False, True], ids=["sound", "crashed"])
def test_a_restore_that_is_killed_leaves_the_old_library_or_the_new_one(
    library: Path, run: Run, folder: Path, crashed: bool
) -> None:
    run("backup", "copy.db")
    run("mark", "ansor", "--read")
    copy, before, as_it_was = held(folder / "copy.db"), held(library), library.read_bytes()
    if crashed:
        library.write_bytes(as_it_was[:100] + b"nonsense" * 700)
        before = {}
    damaged, seen = library.read_bytes(), []
    for number in range(30):
        for path in (*folder.glob("readtrack-replaced-*"), *folder.glob(".*")):
            path.unlink()
        library.write_bytes(damaged)
        if crashed:
            Path("readtrack.db-wal").write_bytes(b"old")
        done = subprocess.run([sys.executable, "-c", DYING, str(number), "restore", "copy.db"], capture_output=True)
        assert done.returncode in (0, -9)
        seen.append("new" if library.read_bytes() != damaged and held(library) == copy else "old")
        if seen[-1] == "old" and not crashed:
            assert held(library) == before
        for kept in folder.glob("readtrack-replaced-*.db"):
            assert crashed or held(kept) == before
        if not done.returncode:
            break
        assert run("restore", "copy.db").code == 0
        assert held(library) == copy
    assert seen == sorted(seen, reverse=True)
    assert seen.count("old") > 3
    assert seen[-1] == "new"


def test_files_of_a_file_system_without_hard_links_are_copied(
    library: Path, run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", fail)
    run("backup", "copy.db")
    run("mark", "ansor", "--read")
    later = held(library)
    assert run("restore", "copy.db").code == 0
    (kept,) = folder.glob("readtrack-replaced-*.db")
    assert held(kept) == later
    assert held(library) == held(folder / "copy.db")


def test_the_backups_of_a_library_are_those_with_its_name(library: Path, run: Run, folder: Path) -> None:
    for _ in range(2):
        run("backup")
    assert [path.name for path in backups.backups_of(library)] == [
        "readtrack-2026-11-24T120000.000Z.db",
        "readtrack-2026-11-24T120000.000Z-2.db",
    ]
    assert backups.backups_of(folder / "other.db") == []
    with opening.reading(made(folder)[0]) as store:
        assert store.standing().total == 11


def test_what_is_damaged_in_a_copy_is_said_of_the_file_it_stands_in(library: Path, run: Run, folder: Path) -> None:
    run("backup", "good.db")
    bytes_of = (folder / "good.db").read_bytes()
    (folder / "bad.db").write_bytes(bytes_of[:100] + bytes(4000) + bytes_of[4100:])
    for arguments in (["restore", "bad.db"], ["--db", "bad.db", "backup", "new.db"]):
        ran = run(*arguments)
        assert ran.code == 1
        assert ran.err.startswith("Error: bad.db is damaged"), ran.err
    assert run("doctor").code == 0
