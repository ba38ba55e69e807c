"""Several programs at once: nothing is lost, and nobody is told that the database is locked."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Run, rows, start

from readtrack.store import opening

WRITER = """
import sys
from readtrack import cli
for number in range(50):
    code = cli.run(["notes", "add", "Ansor", f"note {sys.argv[1]}-{number}"])
    assert code == 0, code
"""


def test_four_programs_with_fifty_changes_each_lose_nothing(library: Path) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(number)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        for number in range(4)
    ]
    for writer in writers:
        _, err = writer.communicate(timeout=120)
        assert writer.returncode == 0, err
        assert b"locked" not in err
    bodies = {body for (body,) in rows(library, "SELECT body FROM notes")}
    assert bodies == {f"note {writer}-{number}" for writer in range(4) for number in range(50)}
    assert rows(library, "SELECT count(DISTINCT change) FROM history") == [(200,)]
    assert rows(library, "SELECT notes FROM papers WHERE id = 1") == [(200,)]
    assert rows(library, "SELECT count(*) FROM changes WHERE open IS NOT NULL") == [(0,)]


def test_four_first_changes_at_once_make_one_library_with_all_of_them(folder: Path) -> None:
    for attempt in range(3):
        path = folder / f"{attempt}.db"
        names = ("Ansor", "Rammer", "Gavel", "HiveD")
        firsts = [start("--db", path.name, "mark", name, "--read") for name in names]
        for process in firsts:
            out, err = process.communicate(timeout=60)
            assert process.returncode == 0, err
            assert "read" in out
        assert {key for (key,) in rows(path, "SELECT key FROM papers WHERE status = 'read'")} == {
            name.lower() for name in names
        }
    assert sorted(found.suffix for found in folder.iterdir()) == [".db"] * 3


def test_what_is_read_is_of_one_moment_whatever_others_write_meanwhile(library: Path, run: Run) -> None:
    with opening.reading(library) as store:
        before = store.standing()
        assert run("mark", "Ansor", "--read").code == 0
        assert store.standing() == before
    with opening.reading(library) as store:
        assert store.standing().read == before.read + 1


def test_who_waits_for_another_writer_says_so(library: Path) -> None:
    conn = sqlite3.connect(library, isolation_level=None)
    conn.execute("BEGIN IMMEDIATE")
    process = start("mark", "Ansor", "--read")
    assert process.stderr is not None
    assert "Waiting for another program" in process.stderr.readline()
    conn.execute("COMMIT")
    conn.close()
    out, _ = process.communicate(timeout=60)
    assert "unread -> read" in out
    assert process.returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="no terminal to be had")
def test_a_note_that_another_program_changed_while_an_editor_was_open_is_left_alone(
    library: Path, run: Run, folder: Path
) -> None:
    run("notes", "add", "Ansor", "first")
    (folder / "editor.sh").write_text(f'echo mine > "$1"; {sys.executable} -m readtrack notes edit 1 theirs', "utf-8")
    ours, theirs = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "readtrack", "notes", "edit", "1"],
        env={**os.environ, "EDITOR": "sh editor.sh", "TMPDIR": str(folder)},
        stdin=theirs,
        stdout=theirs,
        stderr=subprocess.PIPE,
        text=True,
    )
    _, err = process.communicate(timeout=60)
    os.close(ours)
    os.close(theirs)
    assert process.returncode == 1
    said, _, where = err.strip().partition(" What you wrote is in ")
    assert said == "Error: note 1 was changed by another program while you wrote; it was left alone."
    assert Path(where.rstrip(".")).read_text("utf-8") == "mine\n"
    assert rows(library, "SELECT body FROM notes") == [("theirs",)]
