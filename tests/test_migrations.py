"""A library of an older readtrack is brought up to date by its first use, and nothing in it is lost."""

from __future__ import annotations

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from conftest import Run, rows, start

from readtrack import schema

# Made by the readtrack of that format: marks, a note, a tag, an undo and a redo, and a note by plain SQL.
LIBRARIES = Path(__file__).parent / "libraries"
OLDER = range(1, schema.VERSION)
YOURS = ("readings", "notes", "tags", "paper_tags", "changes", "history")
WORLD = ("papers", "identifiers", "authors", "authorships", "authorship_affiliations", "links", "lists", "list_papers")


@pytest.fixture(params=OLDER, ids=lambda version: f"format {version}")
def version(request: pytest.FixtureRequest) -> int:
    """Each format before this one."""
    return int(request.param)


@pytest.fixture
def old(folder: Path, version: int) -> Path:
    """A library of an older format."""
    path = folder / "readtrack.db"
    path.write_bytes(gzip.decompress((LIBRARIES / f"format-{version}.db.gz").read_bytes()))
    assert rows(path, "PRAGMA user_version") == [(version,)]
    return path


def everything(path: Path) -> dict[str, list[tuple[object, ...]]]:
    return {table: rows(path, f"SELECT * FROM {table}") for table in (*YOURS, *WORLD, "papers_fts")}


def test_nothing_is_lost_when_an_old_library_is_opened(old: Path, run: Run) -> None:
    before = everything(old)
    assert run("list").code == 0
    assert rows(old, "PRAGMA user_version") == [(schema.VERSION,)]
    assert everything(old) == before
    assert rows(old, "PRAGMA integrity_check") == [("ok",)]
    assert rows(old, "PRAGMA foreign_key_check") == []


def test_a_copy_of_the_old_library_is_kept_before_its_format_changes(old: Path, run: Run, version: int) -> None:
    before = everything(old)
    run("mark", "gavel", "--read")
    (copy,) = old.with_name("readtrack-backups").iterdir()
    assert copy.name == f"readtrack-format-{version}-2026-11-24T120000.000Z.db"
    assert everything(copy) == before
    assert rows(copy, "PRAGMA user_version") == [(version,)]
    run("mark", "gavel", "--unread")
    assert list(copy.parent.iterdir()) == [copy]


def test_an_old_library_of_which_no_copy_can_be_kept_stays_as_it_is(old: Path, run: Run) -> None:
    old.with_name("readtrack-backups").write_text("in the way", "utf-8")
    before = old.read_bytes()
    ran = run("list")
    assert (ran.code, ran.out) == (1, "")
    assert "readtrack-backups" in ran.err
    assert old.read_bytes() == before


def test_an_old_library_gets_the_shape_of_a_new_one(old: Path, run: Run) -> None:
    shape = "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY 1, 2"
    run("list")
    run("--db", "new.db", "init")
    assert rows(old, shape) == rows(old.with_name("new.db"), shape)


def test_changes_of_the_old_readtrack_can_be_undone_by_the_new(old: Path, run: Run) -> None:
    run("goal", "set", "24", "--by", "2026-12-31")
    undone = [run("undo") for _ in range(6)]
    assert [ran.code for ran in undone] == [0] * 6
    assert run("list", "--json").json[0]["status"] == "unread"
    assert run("notes", "list", "--json").json == []


def test_a_migration_that_fails_leaves_the_old_library(
    old: Path, version: int, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from readtrack.schema import derived

    before = old.read_bytes()
    monkeypatch.setattr(derived, "TRIGGERS", ("CREATE TRIGGER nonsense",))
    with pytest.raises(sqlite3.OperationalError):
        run("list")
    assert everything(old)
    assert rows(old, "PRAGMA user_version") == [(version,)]
    assert old.read_bytes() == before


@pytest.mark.parametrize(
    "command",
    [
        ("list",),
        ("mark", "ansor", "--read"),
        ("import", "list.md"),
        ("backup",),
        ("restore", "copy.db"),
        ("doctor", "--fix"),
        ("undo",),
    ],
    ids=lambda command: str(command[0]),
)
def test_a_library_of_a_newer_readtrack_is_left_alone(library: Path, run: Run, command: tuple[str, ...]) -> None:
    run("backup", "copy.db")
    Path("list.md").write_text("- A paper. Ada Lovelace. OSDI 2020.\n", "utf-8")
    conn = sqlite3.connect(library)
    conn.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    conn.close()
    before = library.read_bytes()
    ran = run(*command)
    assert (ran.code, ran.out) == (1, "")
    assert "was written by a newer readtrack (format 3; this one knows up to 2); it was left alone." in ran.err
    assert library.read_bytes() == before
    assert {path.name for path in library.parent.iterdir()} == {"readtrack.db", "copy.db", "list.md"}


@pytest.mark.parametrize("command", [("mark", "ansor", "--read"), ("doctor", "--fix")], ids=lambda command: command[0])
def test_who_waited_while_a_newer_readtrack_changed_the_format_writes_nothing(
    library: Path, command: tuple[str, ...]
) -> None:
    with closing(sqlite3.connect(library, isolation_level=None)) as newer:
        newer.execute("DELETE FROM papers_fts WHERE rowid = 1")  # so that doctor has something to mend
        newer.execute("BEGIN IMMEDIATE")
        process = start(*command)
        assert process.stderr is not None
        assert "Waiting for another program" in process.stderr.readline()
        newer.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
        newer.execute("COMMIT")
        out, err = process.communicate(timeout=60)
        assert (process.returncode, out) == (1, "")
        assert "was written by a newer readtrack (format 3; this one knows up to 2); it was left alone." in err
    assert rows(library, "SELECT count(*) FROM changes") == [(1,)]
    assert rows(library, "SELECT count(*) FROM papers_fts WHERE rowid = 1") == [(0,)]
