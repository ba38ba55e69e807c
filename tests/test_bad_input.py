"""Whatever is wrong: a sentence on stderr, an exit code of 1 or 2, nothing changed and nothing lost."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Ran, Run, rows, start

COMMANDS = (
    ("mark", "Ansor", "--read"),
    ("notes", "add", "Ansor", "text"),
    ("tags", "add", "Ansor", "gpu"),
    ("list",),
    ("show", "Ansor"),
    ("add", "A title"),
    ("edit", "Ansor", "--year", "2021"),
    ("remove", "Ansor", "--yes"),
)


def refused(ran: Ran, said: str) -> None:
    assert ran.code in (1, 2)
    assert said in ran.err
    assert ran.err.startswith("Error: ")
    assert "Traceback" not in ran.err
    assert ran.out == ""


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: str(command[0]))
@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"not a database, but long enough to be read as the header of one" * 20, "is not a SQLite file"),
        (b"", "not a readtrack library"),
    ],
    ids=["text", "empty"],
)
def test_a_file_that_is_no_library_is_left_alone(
    run: Run, folder: Path, command: tuple[str, ...], content: bytes, said: str
) -> None:
    path = folder / "readtrack.db"
    path.write_bytes(content)
    refused(run(*command), said)
    assert path.read_bytes() == content
    assert [found.name for found in folder.iterdir()] == ["readtrack.db"]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: str(command[0]))
def test_a_sqlite_file_of_another_program_is_never_touched(run: Run, folder: Path, command: tuple[str, ...]) -> None:
    path = folder / "other.db"
    conn = sqlite3.connect(path)
    conn.execute("CREATE TABLE papers (title TEXT)")
    conn.commit()
    conn.close()
    before = path.read_bytes()
    refused(run("--db", "other.db", *command), "not a readtrack library")
    assert path.read_bytes() == before


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: str(command[0]))
def test_a_folder_in_place_of_the_file_is_told(run: Run, folder: Path, command: tuple[str, ...]) -> None:
    (folder / "readtrack.db").mkdir()
    refused(run(*command), "is a folder")


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: str(command[0]))
def test_a_folder_that_is_not_there_is_told(run: Run, command: tuple[str, ...]) -> None:
    ran = run("--db", "nowhere/readtrack.db", *command)
    assert ran.code == 1
    assert "there is no " in ran.err


def test_a_damaged_library_is_told(run: Run, library: Path) -> None:
    content = bytearray(library.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    library.write_bytes(content)
    refused(run("list"), "damaged")
    refused(run("mark", "Ansor", "--read"), "damaged")


# In a process of its own, that gives up being root: root may write anywhere.
ORDINARY_USER = """
import os, sys, tempfile
from readtrack import cli
with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    cli.run(["mark", "Rammer", "--read"])
    cli.run(["list", "--status", "read"])
    cli.run(["mark", "Ansor"])
    os.chmod("readtrack.db", 0o444)
    os.chmod(folder, 0o555)
    if os.geteuid() == 0:
        os.setresuid(65534, 65534, 0)
    print("---")
    cli.run(["list", "--status", "read"])
    sys.stdout.flush()
    print("---", file=sys.stderr)
    print(cli.run(["mark", "Ansor", "--read"]), cli.run(["--db", "new.db", "mark", "Ansor", "--read"]), os.listdir())
    if os.getuid() != os.getresuid()[2]:
        os.setresuid(0, 0, 0)
    os.chmod(folder, 0o755)
"""


def test_a_read_only_folder_can_be_read_and_not_written() -> None:
    ran = subprocess.run([sys.executable, "-c", ORDINARY_USER], capture_output=True, text=True, check=True)
    listed = ran.stdout.partition("---\n")[2]
    assert "rammer" in listed
    assert "1 1 ['readtrack.db']" in listed
    written, made = ran.stderr.partition("---\n")[2].splitlines()
    assert "readtrack.db cannot be written to: the file or its folder is read-only" in written
    assert "you may not write in the folder" in made


@pytest.mark.parametrize("title", ["two\nlines", "an \x1b[31mescape", "a bell \x07", "a c1 \x9b31m", "   ", ""])
def test_a_title_that_is_no_line_of_text_is_refused(run: Run, library: Path, title: str) -> None:
    before = rows(library, "SELECT count(*) FROM papers")
    refused(run("add", title), "title")
    refused(run("edit", "Ansor", "--title", title), "title")
    assert rows(library, "SELECT count(*) FROM papers") == before


HOSTILE = "[bold]x[/bold] \x1b]0;owned\x07\x1b[2J \u202egnp.exe\u2066 \x9b31m {x} %s"


def test_text_from_outside_never_steers_the_terminal(run: Run, library: Path) -> None:
    conn = sqlite3.connect(library)
    conn.execute(
        "UPDATE papers SET title = ?, topic = ?, venue = ? WHERE id = 1", (f"{HOSTILE}\nsecond", HOSTILE, HOSTILE)
    )
    conn.execute("INSERT INTO notes (paper, body, page, quote) VALUES (1, ?, ?, ?)", (HOSTILE, HOSTILE, HOSTILE))
    conn.execute("INSERT INTO paper_tags VALUES (1, ?)", (HOSTILE,))
    conn.commit()
    conn.close()
    commands = [("list",), ("show", "ansor"), ("show", "ansor", "--json"), ("list", "--json"), ("notes", "list")]
    commands += [("notes", "show", "1"), ("notes", "list", "--json"), ("tags", "list"), ("tags", "list", "--json")]
    commands += [("mark", "ansor", "--read"), ("mark", "second", "--rating", "3"), ("mark", HOSTILE, "--read")]
    commands += [("tags", "add", "ansor", "y"), ("list", "--tag", HOSTILE), ("list", "--topic", HOSTILE + "?")]
    for command in commands:
        ran = run(*command)
        shown = ran.out + ran.err
        assert not set(shown) & set("\x1b\x07\x9b\u202e\u2066"), command
    assert "[bold]x[/bold]" in run("show", "ansor").out
    assert run("show", "ansor", "--json").json["notes"][0]["body"] == HOSTILE


def test_words_that_are_not_unicode_are_refused(run: Run, library: Path) -> None:
    refused(run("mark", "\udcff", "--read"), "not valid Unicode")
    refused(run("notes", "add", "Ansor", "\udcff"), "not valid Unicode")


@pytest.mark.parametrize(
    "words", ['"', "'", "*", "(", "a AND", "NOT", "-", "title:", "%", "_", "\\", "^", "{}", "\x00", "C++"]
)
def test_punctuation_is_never_an_error_of_the_search(run: Run, library: Path, words: str) -> None:
    assert run("list", "--", words).code in (0, 2)
    assert "Error: " in run("show", "--", words).err


@pytest.mark.parametrize(
    "command",
    [
        ("list", "--limit", "9" * 20),
        ("mark", "9" * 20, "--read"),
        ("notes", "show", "9" * 20),
        ("list", "--year", "99999"),
        ("edit", "Ansor", "--year", "9" * 20),
    ],
    ids=" ".join,
)
def test_a_number_beyond_all_measure_is_refused(run: Run, library: Path, command: tuple[str, ...]) -> None:
    ran = run(*command)
    assert ran.code in (1, 2)
    assert "Error: " in ran.err


def test_a_number_alone_is_an_id_and_never_a_key(run: Run, library: Path) -> None:
    refused(run("add", "2048 game", "--key", "2"), "no number alone")
    run("add", "A novel", "--name", "1984")
    assert run("show", "1984", "--json").json["key"] == "paper-1984"


def test_a_link_without_a_host_is_refused(run: Run, library: Path) -> None:
    refused(run("edit", "Ansor", "--link", "http://[bad/x"), "is no link")
    refused(run("edit", "Ansor", "--url", "http:///x"), "is no link")


def test_what_guests_add_to_the_tables_harms_nothing(run: Run, library: Path) -> None:
    conn = sqlite3.connect(library)
    conn.execute("ALTER TABLE papers ADD COLUMN mine TEXT")
    conn.execute("INSERT INTO notes (paper, body, created_at) VALUES (1, 'x', 'long ago')")
    conn.commit()
    conn.close()
    assert run("list").code == 0
    assert "long ago" in run("show", "ansor").out


def test_correcting_a_status_keeps_the_day(run: Run, library: Path) -> None:
    run("mark", "Ansor", "--read", "--on", "2020")
    assert run("mark", "Ansor", "--skimmed").out.startswith("Ansor: read -> skimmed in 2020")


def test_blanks_for_a_page_are_no_page(run: Run, library: Path) -> None:
    assert run("notes", "add", "Ansor", "text", "--page", " ").out == "Note 1 on Ansor, 1 word\n"


def test_what_the_schema_refuses_is_told_in_a_sentence(run: Run, library: Path) -> None:
    conn = sqlite3.connect(library)
    conn.execute("CREATE TRIGGER guest BEFORE INSERT ON notes BEGIN SELECT raise(ABORT, 'no notes today'); END")
    conn.close()
    refused(run("notes", "add", "Ansor", "text"), "does not take that: no notes today")


def test_a_failed_first_change_leaves_no_file(run: Run, folder: Path) -> None:
    refused(run("mark", "Anser", "--read"), "Did you mean Ansor (ansor)?")
    refused(run("notes", "add", "Ansor", " "), "empty")
    refused(run("mark", "Ansor", "Nobody", "--read"), "no paper matches")
    assert list(folder.iterdir()) == []


def test_of_several_papers_all_are_marked_or_none(run: Run, library: Path) -> None:
    refused(run("mark", "Ansor", "Rammer", "Nobody", "--read"), "no paper matches")
    refused(run("mark", "Ansor", "training", "--read"), "matches 3 papers")
    assert rows(library, "SELECT count(*) FROM readings") == [(0,)]


def test_a_closed_pipe_ends_quietly(library: Path) -> None:
    process = start("list", "--json")
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    assert "Traceback" not in process.stderr.read()
    process.stderr.close()
    process.wait()


def test_a_terminal_without_utf8_gets_ascii(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    ran = subprocess.run([sys.executable, "-m", "readtrack", "show", "ansor"], env=environment, capture_output=True)
    assert ran.returncode == 0
    assert ran.stdout.isascii()
    assert b"[1] UC Berkeley" in ran.stdout
