"""doctor: whatever is wrong with a library is told, and mended where that needs no guess."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from conftest import Run, rows

from readtrack.store import checks

HELD = ("papers", "readings", "notes", "tags", "paper_tags", "authors", "papers_fts", "papers_trigram")


@pytest.fixture
def lived_in(library: Path, run: Run) -> Path:
    """A library with something of everything in it."""
    run("mark", "ansor", "--read", "--rating", "4")
    run("notes", "add", "ansor", "Sketches and annotations")
    run("tags", "add", "ansor", "search", "gpu")
    run("done", "gavel", "--minutes", "30")
    run("review", "ansor", "--remembered")
    run("goal", "set", "24", "--by", "2026-12-31")
    run("undo")
    return library


def held(path: Path) -> dict[str, list[tuple[object, ...]]]:
    return {table: sorted(rows(path, f"SELECT * FROM {table}"), key=repr) for table in HELD}


def damage(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute("PRAGMA writable_schema = ON")
        for statement in statements:
            conn.execute(statement)


def found(run: Run) -> dict[str, list[str]]:
    told: dict[str, list[str]] = {}
    for fault in run("doctor", "--json").json["faults"]:
        told.setdefault(fault["check"], []).append(fault["what"])
    return told


def test_a_sound_library_is_said_to_be(lived_in: Path, run: Run) -> None:
    before = lived_in.read_bytes()
    ran = run("doctor")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "readtrack.db is sound: format 2, 11 papers, 1 note, 8 changes.\n"
    assert found(run) == {}
    assert run("doctor", "--fix").out == ran.out
    assert not lived_in.with_name("readtrack-backups").exists()
    assert lived_in.read_bytes() == before


NOTES = ("after_insert", "after_update", "after_delete", "numbered", "uid", "uid_changed")
MENDED = {
    "a trigger is gone": ("shape", "DROP TRIGGER notes_after_insert"),
    "a trigger is another": (
        "shape",
        "DROP TRIGGER notes_after_insert",
        "CREATE TRIGGER notes_after_insert AFTER INSERT ON notes BEGIN SELECT 1; END",
    ),
    "an index is gone": ("shape", "DROP INDEX papers_by_title"),
    "the search is gone": ("shape", "DROP TABLE papers_fts"),
    "a copy is wrong": ("copies", "DROP TRIGGER papers_copies_of_readings", "UPDATE papers SET rating = 1"),
    "a list of tags is wrong": ("copies", "DROP TRIGGER papers_copies_of_paper_tags", "UPDATE papers SET tags = '[]'"),
    "a list of tags is none": (
        "copies",
        "DROP TRIGGER papers_copies_of_paper_tags",
        "DROP TRIGGER papers_words",
        "UPDATE papers SET tags = 'x' WHERE id = 1",
    ),
    "a paper is not found": ("search", "DELETE FROM papers_fts WHERE rowid = 1"),
    "a paper is found by other words": ("search", "UPDATE papers_trigram SET notes = 'lottery' WHERE rowid = 1"),
    "a paper is found that is not there": ("search", "INSERT INTO papers_fts (rowid, title) VALUES (77, 'nothing')"),
    "a part of the search is gone": ("shape", "DROP TABLE papers_trigram_docsize"),
    "the words of the search are damaged": ("search", "DELETE FROM papers_fts_data WHERE id > 10"),
    "the words of the search are gone": ("search", "DELETE FROM papers_fts_data", "DELETE FROM papers_trigram_data"),
    "the search is of another version": ("search", "UPDATE papers_fts_config SET v = 99"),
    "many triggers are gone": ("shape", *(f"DROP TRIGGER notes_{name}" for name in NOTES)),
    "a change is open": ("changes", "UPDATE changes SET open = 1 WHERE id = 2"),
    "a number would be given twice": ("numbers", "UPDATE sqlite_sequence SET seq = 0 WHERE name = 'notes'"),
    "nothing tells when tags change": ("states", "DELETE FROM _states WHERE source = 'paper_tags'"),
    "a name is gone": ("references", "PRAGMA foreign_keys = OFF", "DELETE FROM authors WHERE name LIKE 'L%'"),
}


@pytest.mark.parametrize("what", MENDED)
def test_what_follows_from_something_else_is_told_and_mended(lived_in: Path, run: Run, what: str) -> None:
    before = held(lived_in)
    check, *statements = MENDED[what]
    damage(lived_in, *statements)
    as_damaged = lived_in.read_bytes()
    assert check in found(run)
    ran = run("doctor")
    assert ran.code == 1
    assert "`readtrack doctor --fix` mends what needs no guess" in ran.out
    assert lived_in.read_bytes() == as_damaged
    fixed = run("doctor", "--fix", "--json")
    assert (fixed.code, fixed.json["faults"]) == (0, [])
    assert check in {fault["check"] for fault in fixed.json["mended"]}
    assert Path(fixed.json["copy"]).exists()
    assert fixed.json["path"] == "readtrack.db"
    assert run("doctor").code == 0
    assert held(lived_in) == before
    for _ in range(3):
        assert run("undo").code == 0


def test_many_triggers_that_are_gone_are_counted(lived_in: Path, run: Run) -> None:
    damage(lived_in, *(f"DROP TRIGGER notes_{name}" for name in NOTES), "DROP INDEX papers_by_title")
    assert found(run)["shape"] == ["the index papers_by_title is missing", "triggers are missing"]
    assert "triggers are missing (6)" in run("doctor").out


def test_papers_are_counted_where_an_index_is_damaged_and_what_can_still_be_read_is_told(
    lived_in: Path, run: Run
) -> None:
    pages = rows(lived_in, "SELECT rootpage FROM sqlite_master WHERE type = 'index' AND tbl_name = 'papers'")
    with lived_in.open("r+b") as file:
        for (page,) in pages:
            file.seek((page - 1) * 4096)
            file.write(b"\xff" * 4096)
    ran = run("doctor")
    assert (ran.code, ran.out.partition("\n")[0]) == (
        1,
        "readtrack.db is not sound (format 2, 11 papers, 1 note, 8 changes):",
    )
    assert ran.out.replace("\n", " ").endswith(
        "What cannot be mended is gone: `readtrack restore FILE` goes back to a backup, where "
        "there is one. `readtrack export json` may still read the rest. "
    )
    assert len(run("export", "json").json["papers"]) == 11


def test_rows_written_without_the_history_are_told_and_put_into_it(lived_in: Path, run: Run) -> None:
    with closing(sqlite3.connect(lived_in, isolation_level=None)) as conn:
        triggers = conn.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            conn.execute(f"DROP TRIGGER {name}")
        conn.execute("INSERT INTO notes (paper, body) VALUES (2, 'past the history')")
        conn.execute("UPDATE readings SET rating = 5")
        conn.execute("DELETE FROM paper_tags WHERE tag = 'gpu'")
        for _, sql in triggers:
            conn.execute(sql)
    told = found(run)
    assert sorted(told["history"]) == [
        "rows of notes not as the history tells",
        "rows of paper_tags gone from it unsaid",
        "rows of readings not as the history tells",
    ]
    assert told["filled"] == [f"rows of notes without {column}" for column in ("uid", "created_at", "updated_at")]
    assert run("doctor", "--fix").code == 0
    mended = run("show", "ansor", "--json").json
    assert (mended["tags"], mended["rating"]) == (["search"], 5)
    assert run("doctor").code == 0


def test_what_doctor_did_is_in_the_history_and_no_change_of_yours_to_be_undone(lived_in: Path, run: Run) -> None:
    yours = run("undo", "--list", "--json").json
    damage(
        lived_in,
        "PRAGMA foreign_keys = OFF",
        "DROP TRIGGER notes_after_insert",
        "INSERT INTO notes (paper, body) VALUES (2, 'past the history')",
        "DROP TRIGGER tags_after_delete",
        "DELETE FROM tags WHERE name = 'gpu'",
    )
    assert run("doctor", "--fix").code == 0
    told = run("log", "--by", "doctor", "--json").json
    assert [(each["actor"], each["what"]) for each in told] == [
        ("doctor", "written without the history"),
        ("doctor", "names that were gone"),
    ]
    assert run("undo", "--list", "--json").json == yours
    before = held(lived_in)
    for change in yours[:-1]:
        assert run("undo", "--json").json[0]["undoes"] == change["id"]
        assert run("doctor").code == 0
    assert rows(lived_in, "SELECT body FROM notes") == [("past the history",)]
    for _ in yours[:-1]:
        assert run("redo").code == 0
    assert held(lived_in) == before


def test_what_doctor_put_into_the_history_is_not_lost_where_its_paper_is_taken_back(library: Path, run: Run) -> None:
    run("add", "My paper", "--key", "mine")
    damage(library, "DROP TRIGGER notes_after_insert", "INSERT INTO notes (paper, body) VALUES (12, 'Kept')")
    assert run("doctor", "--fix").code == 0
    before = held(library)
    ran = run("undo")
    assert ran.code == 1
    assert "doctor put into the history what was written on a paper that came with it" in ran.err
    assert held(library) == before


def test_no_word_of_a_backup_is_said_where_the_rest_can_be_mended(lived_in: Path, run: Run) -> None:
    damage(
        lived_in,
        "DROP TRIGGER papers_words",
        "DROP TRIGGER papers_copies_of_authorships",
        "UPDATE papers SET authors = '[1' WHERE id = 1",
    )
    told = run("doctor").out
    assert "cannot be checked" in told
    assert "--fix" in told
    assert "gone" not in told
    assert run("doctor", "--fix").code == 0
    assert run("doctor").code == 0


def test_an_index_that_misses_a_row_is_made_anew(lived_in: Path, run: Run) -> None:
    before = held(lived_in)
    index = "name = 'notes_by_paper'"
    with closing(sqlite3.connect(lived_in, isolation_level=None)) as conn:
        conn.execute("PRAGMA writable_schema = ON")
        entry = conn.execute(f"SELECT type, name, tbl_name, rootpage, sql FROM sqlite_master WHERE {index}").fetchone()
        conn.execute(f"DELETE FROM sqlite_master WHERE {index}")
    with closing(sqlite3.connect(lived_in, isolation_level=None)) as conn:
        conn.execute("INSERT INTO notes (paper, body) VALUES (2, 'not in the index')")
        conn.execute("PRAGMA writable_schema = ON")
        conn.execute("INSERT INTO sqlite_master (type, name, tbl_name, rootpage, sql) VALUES (?, ?, ?, ?, ?)", entry)
    assert found(run)["file"] == [
        "row 2 missing from index notes_by_paper",
        "wrong # of entries in index notes_by_paper",
    ]
    assert run("doctor", "--fix").code == 0
    assert run("doctor").code == 0
    run("undo")
    assert held(lived_in) == before


@pytest.mark.parametrize(
    ("statements", "check"),
    [
        (["PRAGMA foreign_keys = OFF", "UPDATE notes SET paper = 99"], "references"),
        (["DROP TABLE abstracts"], "shape"),
        (["ALTER TABLE abstracts RENAME COLUMN body TO words"], "shape"),
    ],
)
def test_what_is_gone_is_told_and_left_alone(lived_in: Path, run: Run, statements: list[str], check: str) -> None:
    run("backup")
    with closing(sqlite3.connect(lived_in, isolation_level=None)) as conn:
        for (name,) in conn.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            conn.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            conn.execute(statement)
    ran = run("doctor", "--fix")
    assert ran.code == 1
    assert "What cannot be mended is gone" in ran.out
    assert "readtrack-backups/readtrack-2026-11-24T120000.000Z.db" in ran.out.replace("\n", "")
    assert check in found(run)
    with closing(sqlite3.connect(next(lived_in.parent.glob("readtrack-backups/readtrack-2*.db")))) as conn:
        assert conn.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_damaged_pages_are_told_without_a_traceback(lived_in: Path, run: Run) -> None:
    size = lived_in.stat().st_size
    with lived_in.open("r+b") as file:
        file.seek(size // 2 // 4096 * 4096)
        file.write(b"\xff" * 8192)
    ran = run("doctor")
    assert ran.code == 1
    assert "Traceback" not in ran.err
    assert "file" in found(run)
    fixed = run("doctor", "--fix")
    assert fixed.code == 1
    assert "Traceback" not in fixed.err


def test_what_a_guest_added_is_no_fault(lived_in: Path, run: Run) -> None:
    damage(
        lived_in,
        "CREATE TABLE mine (id)",
        "ALTER TABLE papers ADD COLUMN shelf TEXT",
        "CREATE INDEX papers_by_shelf ON papers (shelf)",
        "CREATE TRIGGER mine AFTER INSERT ON notes BEGIN INSERT INTO mine VALUES (1); END",
    )
    assert found(run) == {}


def test_a_copy_is_as_sound_as_the_library_and_gets_its_journal_back(lived_in: Path, run: Run) -> None:
    run("backup", "copy.db")
    assert run("doctor", "--db", "copy.db").code == 0
    assert rows(Path("copy.db"), "PRAGMA journal_mode") == [("delete",)]
    assert run("doctor", "--fix", "--db", "copy.db").code == 0
    assert rows(Path("copy.db"), "PRAGMA journal_mode") == [("wal",)]


def test_a_tag_that_changed_its_case_and_then_its_name_is_no_fault(lived_in: Path, run: Run) -> None:
    run("tags", "add", "antman", "ml")
    run("tags", "rename", "gpu", "GPU")
    run("tags", "rename", "GPU", "ml")
    assert found(run) == {}


def test_text_that_is_not_utf_8_is_told(lived_in: Path, run: Run) -> None:
    damage(lived_in, "UPDATE notes SET body = CAST(x'66ff6c6c' AS TEXT)")
    assert found(run)["texts"] == [
        "rows of notes with text that is not UTF-8",
        "rows of history with text that is not UTF-8",
    ]
    assert run("doctor", "--fix").code == 1


def test_a_number_that_a_removed_paper_had_is_not_given_again(lived_in: Path, run: Run) -> None:
    run("add", "A paper that goes")
    run("notes", "add", "goes", "of that paper")
    run("remove", "goes", "--yes")
    damage(lived_in, "UPDATE sqlite_sequence SET seq = 0")
    assert run("doctor", "--fix").code == 0
    assert rows(lived_in, "SELECT seq FROM sqlite_sequence WHERE name IN ('papers', 'notes') ORDER BY name") == [
        (2,),
        (12,),
    ]


def test_references_of_a_guest_are_the_guest_s(lived_in: Path, run: Run) -> None:
    damage(
        lived_in,
        "CREATE TABLE mine (id INTEGER PRIMARY KEY, other REFERENCES mine (id))",
        "CREATE TABLE yours (other REFERENCES gone (id))",
        "INSERT INTO mine VALUES (1, 99)",
    )
    assert found(run) == {}


def test_what_a_killed_program_left_is_told_and_removed_but_not_what_one_is_making(lived_in: Path, run: Run) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    dead = [Path(f".readtrack.db.{ended.pid}.new"), Path(f".readtrack.db.{ended.pid}.new-journal")]
    alive = Path(f".readtrack.db.{os.getpid()}.new")
    others = [Path(".other.db.1.new"), Path(".readtrack.new")]
    for path in (*dead, alive, *others):
        path.touch()
    assert found(run)["files"] == [f"left by a program that was killed: {dead[0]}, {dead[1]}"]
    assert run("doctor", "--fix").code == 0
    assert [path.exists() for path in (*dead, alive, *others)] == [False, False, True, True, True]


def test_the_second_name_that_a_killed_restore_left_is_told_and_removed(lived_in: Path, run: Run) -> None:
    second = Path("readtrack-replaced-2026-11-24T120000.000Z.db")
    second.hardlink_to(lived_in)
    other = Path(shutil.copy(lived_in, "readtrack-replaced-2025-11-24T120000.000Z.db"))
    nowhere = Path("readtrack-replaced-of-mine.db")
    nowhere.symlink_to("gone.db")
    before = held(lived_in)
    assert found(run)["files"] == [f"left by a program that was killed: {second}"]
    assert run("doctor", "--fix").code == 0
    assert [path.exists() for path in (lived_in, second, other)] == [True, False, True]
    assert held(lived_in) == before


def test_what_a_killed_program_left_is_found_where_a_link_leads_to_the_library(library: Path, run: Run) -> None:
    library.with_name("readtrack-replaced-20261124T120000.000Z.db").hardlink_to(library)
    link = library.parent / "elsewhere.db"
    link.symlink_to(library)
    (fault,) = run("--db", str(link), "doctor", "--json").json["faults"]
    assert fault["what"] == "left by a program that was killed: readtrack-replaced-20261124T120000.000Z.db"
    assert fault["times"] == 1


def test_a_library_that_may_only_be_read_is_looked_through(lived_in: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", READ_ONLY, str(lived_in)], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    said = ran.stdout.partition("---\n")[2]
    assert said.endswith(" is sound: format 2, 11 papers, 1 note, 8 changes.\n0\n"), ran.stderr


READ_ONLY = """
import os, shutil, sys, tempfile
from readtrack import cli
with tempfile.TemporaryDirectory() as folder:
    path = shutil.copy(sys.argv[1], folder)
    cli.run(["--db", path, "doctor"])  # who is nobody may not be able to import
    print("---", flush=True)
    os.chmod(path, 0o444)
    os.chmod(folder, 0o555)
    if os.geteuid() == 0:
        os.setresuid(65534, 65534, 0)
    print(cli.run(["--db", path, "doctor"]))
    if os.getuid() != os.getresuid()[2]:
        os.setresuid(0, 0, 0)
    os.chmod(folder, 0o755)
"""


def test_every_check_that_mends_is_tried() -> None:
    tried = {check for check, *_ in MENDED.values()} | {"history", "filled", "file"}
    assert tried == {check.name for check in checks.CHECKS if check.mend}


def test_without_a_library_doctor_says_so(run: Run, folder: Path) -> None:
    ran = run("doctor", "--fix")
    assert (ran.code, ran.out) == (1, "")
    assert "there is no library here" in ran.err
    assert list(folder.iterdir()) == []
