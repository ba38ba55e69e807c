"""The libraries that commands begin with in the scripts of this folder, and the commands."""

from __future__ import annotations

import gzip
import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from scratch import DAY, LIBRARY, Case, done

OLD = Path(__file__).parents[1] / "tests" / "libraries" / "format-1.db.gz"

CASES = (
    Case("mark", "small", ("mark", "gavel", "--read", "--on", DAY, "--rating", "4")),
    Case("mark", "small", ("mark", "ansor", "rammer", "--again", "--on", DAY)),
    Case("mark", "small", ("mark", "ansor", "--unread")),
    Case("notes", "small", ("notes", "add", "gavel", "Heterogeneity counts. " * 500, "--page", "4-6")),
    Case("notes", "small", ("notes", "edit", "1", "Something else. " * 500)),
    Case("notes", "small", ("notes", "remove", "ansor")),
    Case("notes", "crashed", ("notes", "add", "gavel", "After a crash.")),
    Case("tags", "small", ("tags", "add", "gavel", "gpu", "scheduling", "seen twice")),
    Case("tags", "small", ("tags", "rename", "search", "looking for")),
    Case("tags", "large", ("tags", "delete", "many")),
    Case("merge", "small", ("merge", "ansor", "rammer")),
    Case("merge", "large", ("merge", "10.1234/1", "10.1234/2")),
    Case("import", "small", ("import", "papers.json")),
    Case("import", "large", ("import", "more.json")),
    Case("undo", "small", ("undo",)),
    Case("undo", "large", ("undo",)),
    Case("undo", "undone", ("redo",)),
    Case("migration", "old", ("list",)),
    Case("migration", "old", ("mark", "gavel", "--read", "--on", DAY)),
    Case("backup", "small", ("backup",)),
    Case("backup", "large", ("backup",)),
    Case("backup", "kept", ("backup", "--keep", "1")),
    Case("restore", "small", ("restore", "copy.db")),
    Case("restore", "crashed", ("restore", "copy.db")),
    Case("doctor", "broken", ("doctor", "--fix")),
    Case("first", "none", ("mark", "gavel", "--read", "--on", DAY)),
    Case("remove", "large", ("remove", "ansor", "--yes")),
)


BEGINNING = (
    "init",
    "notes add ansor Sketches",
    "tags add ansor search compiler",
    "mark ansor --read --on 2020-11",
    "mark rammer --reading",
    "tags add rammer search",
    "backup copy.db",
    "mark hived --queued",
)

BREAKING = (
    "DROP INDEX papers_by_title",
    "DELETE FROM papers_fts WHERE rowid % 2",
    "DROP TRIGGER papers_copies_of_readings",
    "DROP TRIGGER readings_after_update",
    "UPDATE readings SET rating = 5",
    "DROP TRIGGER notes_after_delete",
    "DELETE FROM notes WHERE id = 1",
)


def make_bases(folder: Path) -> None:
    """The libraries that commands begin with, each in a folder of its own."""
    for name in ("none", "old", "small"):
        (folder / name).mkdir()
    old = folder / "old" / "readtrack.db"
    old.write_bytes(gzip.decompress(OLD.read_bytes()))
    with closing(sqlite3.connect(old)) as conn:
        conn.execute("PRAGMA journal_mode = WAL")  # as it was in use; the file is packed as one
    small = folder / "small"
    write_papers(small / "papers.json", 0, 600)
    write_papers(small / "more.json", 300, 900)
    for words in BEGINNING:
        done(small, *words.split())
    shutil.copytree(small, folder / "large")
    done(folder / "large", "import", "papers.json")
    shutil.copytree(folder / "large", folder / "undone")
    done(folder / "undone", "undo")
    shutil.copytree(small, folder / "kept")
    done(folder / "kept", "backup")
    make_crashed(small, folder / "crashed")
    make_broken(folder / "large", folder / "broken")


def make_crashed(source: Path, folder: Path) -> None:
    """A copy of a library with what a program that was killed leaves: the last change stands in the -wal file alone."""
    copying = folder.with_name("copying")
    shutil.copytree(source, copying)
    with closing(sqlite3.connect(copying / LIBRARY)) as conn:
        conn.execute("SELECT count(*) FROM papers").fetchone()
        done(copying, "tags", "add", "hived", "in the log alone")
        shutil.copytree(copying, folder)
    shutil.rmtree(copying)


def make_broken(source: Path, folder: Path) -> None:
    """A copy of a library with faults that doctor mends."""
    shutil.copytree(source, folder)
    with closing(sqlite3.connect(folder / LIBRARY, isolation_level=None)) as conn:
        for statement in BREAKING:
            conn.execute(statement)


def write_papers(path: Path, first: int, end: int) -> None:
    """Write a file to import, of papers with these numbers."""
    papers = [
        {
            "title": f"Paper {number} on the torture of libraries",
            "authors": [{"name": f"Ada {number % 97}"}, {"name": f"Grace {number % 89}"}],
            "year": 1990 + number % 30,
            "abstract": f"What nobody knew of {number}. " * 20,
            "doi": f"10.1234/{number}",
            "tags": ["many", f"of {number % 7}", *(["again"] if first else [])],
            "status": "read" if number % 3 else "unread",
            "notes": [{"body": f"A note on {number}, from {first}"}],
        }
        for number in range(first, end)
    ]
    path.write_text(json.dumps({"papers": papers}), "utf-8")
