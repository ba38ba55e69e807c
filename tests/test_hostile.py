"""Hostile text, through every command, importer and exporter: it is text, nothing else, and comes back as it was."""

from __future__ import annotations

import io
import json
import os
import sqlite3
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random

import fuzzing
import hostile
import pytest
from conftest import Run, rows
from typer.main import get_command

from readtrack import cli, exporters, importers, render
from readtrack.importers import Source
from readtrack.model import Draft
from readtrack.store import doctoring

TEXTS = [pytest.param(text, id=name) for name, text in hostile.TEXTS.items()]
EVERY = int(os.environ.get("READTRACK_EVERY", "8"))
"""Each text goes through every so many command lines: through all of them in ``make torture``."""


def everything_below(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def is_sound(library: Path) -> bool:
    return doctoring.doctor(library, fix=False, on_wait=lambda: None).faults == ()


# Every command


def with_text(text: str) -> Iterator[tuple[str, ...]]:
    """Command lines that hold ``text`` wherever a command takes some; ``merge`` and ``remove`` stand last."""
    facts = ("title", "name", "venue", "topic", "author", "abstract", "key", "type", "url", "doi", "arxiv", "link")
    yield "add", "--", text
    for fact in facts:
        yield "edit", "ansor", f"--{fact}={text}"
    yield from (("edit", "ansor", f"--author=Ada ({text})"), ("add", "Title", f"--author={text}", f"--key={text}"))
    yield from (
        ("notes", "add", "ansor", "--", text),
        ("notes", "add", "ansor", "x", f"--page={text}", f"--quote={text}"),
    )
    yield from (("notes", "edit", "1", "--", text), ("notes", "show", "--", text), ("notes", "list", "--", text))
    yield from (("tags", "add", "ansor", "gpu"), ("tags", "add", "ansor", "--", text), ("tags", "list"))
    yield from (("tags", "rename", "--", "gpu", text), ("tags", "rename", "--", text, "gpu"))
    yield from (
        ("tags", "remove", "ansor", "--", text),
        ("tags", "delete", "--", text),
        ("tags", "add", "--", text, "x"),
    )
    for option in (
        "tag",
        "topic",
        "author",
        "affiliation",
        "venue",
        "list",
        "status",
        "year",
        "rating",
        "sort",
        "limit",
    ):
        yield "list", f"--{option}={text}"
    yield from (
        (command, "--", text) for command in ("list", "search", "show", "open", "start", "review", "log", "done")
    )
    yield from (
        ("list",),
        ("list", "--json"),
        ("show", "ansor"),
        ("show", "ansor", "--json"),
        ("search", "ansor", "--json"),
    )
    yield from (
        ("mark", "--read", "--", text),
        ("mark", "ansor", f"--on={text}"),
        ("mark", "ansor", f"--progress={text}"),
    )
    yield from (("mark", "ansor", "--read"), ("mark", "hived", f"--rating={text}"), ("done", f"--pages={text}"))
    yield from (("plan", "ansor", f"--due={text}"), ("plan", "ansor", f"--priority={text}"), ("plan", "--", text))
    yield from (
        ("plan", f"--list={text}", f"--every={text}"),
        ("agenda", f"--days={text}"),
        ("stats", f"--year={text}"),
    )
    yield from (
        ("goal", "set", "--", text),
        ("goal", "set", "12", f"--by={text}"),
        ("goal", "remove", f"--by={text}"),
        ("next", f"--list={text}"),
        ("next", "--json"),
    )
    yield from (
        ("import", "--", text),
        ("import", f"--map=title={text}", "x.csv"),
        ("import", f"--map={text}", "x.csv"),
    )
    yield from (("import", f"--list={text}", "x.csv"), ("import", f"--format={text}", "x.csv"), ("lists",))
    yield from (("export", "--", text), ("export", "csv", f"--words={text}"), ("export", "markdown", f"--tag={text}"))
    yield from (
        ("backup", f"--keep={text}"),
        ("serve", f"--host={text}"),
        ("serve", f"--port={text}"),
        ("restore", "--", text),
    )
    yield from (("duplicates",), ("log",), ("log", "--json"), ("undo",), ("redo",), ("undo", "--list"), ("stats",), ())
    yield from ((text,), ("--", text), (f"--{text}",), ("notes", text), (f"--db={text}/x", "list"), ("doctor",))
    yield from (("merge", "--", "ansor", text), ("remove", "--yes", "--", text))


@pytest.fixture
def nobody_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """No browser opens, and no server starts."""
    monkeypatch.setattr("webbrowser.open", lambda *_, **__: True)
    monkeypatch.setattr("subprocess.run", lambda words, **__: subprocess.CompletedProcess(words, 0))


def test_every_command_is_given_hostile_text() -> None:
    group = get_command(cli.app)
    leaves = {name: getattr(group.get_command(None, name), "commands", {"": None}) for name in cli.COMMANDS}  # type: ignore[attr-defined]
    given = {
        (words[0], words[1] if leaves.get(words[0], {"": 0}).keys() - {""} else "") for words in with_text("x") if words
    }
    assert {(name, verb) for name, verbs in leaves.items() for verb in verbs} - given - {
        ("init", ""), ("path", ""), ("notes", "remove")
    } == set()  # fmt: skip


@pytest.mark.usefixtures("nobody_outside")
@pytest.mark.parametrize(
    ("number", "text"), [pytest.param(at, *each.values, id=each.id) for at, each in enumerate(TEXTS)]
)
def test_every_command_takes_it_as_text_or_refuses_it_in_a_sentence(library: Path, number: int, text: str) -> None:
    (library.parent / "x.csv").write_text("title,year\nOn Numbers,1974\n")
    elsewhere = everything_below(library.parent.parent)
    lines = [*with_text(text.replace("\0", ""))]  # which no system passes on
    for words in lines[number % EVERY :: EVERY]:
        ended = fuzzing.ran(list(words))
        wrong = fuzzing.wrong_with(ended, exported=words[:1] == ("export",))
        assert not wrong, (tuple(word[:100] for word in words), wrong)
        assert len(ended.err) < 6000, tuple(word[:100] for word in words)
    assert is_sound(library)
    now = everything_below(library.parent.parent)
    made = {name for name in now if now[name] != elsewhere.get(name) and not name.startswith("work/readtrack.db")}
    assert {name for name in made if not name.startswith("work/readtrack-backups/")} == set()
    assert not Path("/tmp/readtrack-escaped").exists()  # noqa: S108


@pytest.mark.parametrize("text", TEXTS)
def test_what_a_command_took_comes_back_as_it_was(library: Path, text: str) -> None:
    """One line comes with single blanks, several lose what is empty around them."""
    line, lines = " ".join(text.split()), text.replace("\r\n", "\n").replace("\r", "\n").strip("\n").rstrip()
    for words, fact, came in (
        (("edit", "ansor", f"--title={text}"), "title", line),
        (("edit", "ansor", f"--venue={text}"), "venue", line),
        (("edit", "ansor", f"--abstract={text}"), "abstract", lines.strip()),
        (("tags", "add", "ansor", "--", text), "tags", [line]),
    ):
        ended = fuzzing.ran(list(words))
        if ended.code == 0:
            held = json.loads(fuzzing.ran(["show", "ansor", "--json"]).out)[fact]
            assert held == (came or None), fact
        else:
            why = ("control characters", "empty", "too long", "not valid Unicode")
            assert any(part in ended.err for part in why), ended.err
    ended = fuzzing.ran(["notes", "add", "ansor", "-", f"--quote={text[:5000]}"], text.encode("utf-8", "surrogatepass"))
    if ended.code == 0:
        (note,) = json.loads(fuzzing.ran(["notes", "list", "--json"]).out)
        assert note["body"] == lines
    else:
        assert any(part in ended.err for part in ("control characters", "empty", "not valid Unicode", "not UTF-8")), (
            ended.err
        )


@pytest.mark.parametrize("text", ["a\x1b[31mb", "a\0b", "a\x9bb", "a\x0cb", "a\ufeffb"])
def test_control_characters_are_refused_in_what_has_several_lines(run: Run, library: Path, text: str) -> None:
    for words in (("notes", "add", "ansor", text), ("notes", "add", "ansor", "x", "--quote", text)):
        assert "control characters" in run(*words).err
    assert "control characters" in run("notes", "add", "ansor", "x", "--page", text).err
    assert "control characters" in run("edit", "ansor", "--abstract", text).err
    assert rows(library, "SELECT count(*) FROM changes") == [(1,)]


def test_a_page_of_a_note_that_is_a_book_makes_no_wide_table(run: Run, library: Path) -> None:
    notes = [{"body": "one\ntwo", "page": "9" * 50_000}]
    Path("x.json").write_text(json.dumps([{"title": "On Numbers", "key": "numbers", "notes": notes}]))
    run("import", "x.json")
    with closing(sqlite3.connect(library)) as conn, conn:
        conn.execute("INSERT INTO notes (paper, body, page) VALUES (1, 'three', ?)", ("8" * 50_000,))
    for words in (("notes", "list"), ("show", "numbers"), ("show", "ansor")):
        assert max(map(len, run(*words).out.splitlines())) < 120
    assert len(run("show", "numbers", "--json").json["notes"][0]["page"]) == 2000


@pytest.mark.parametrize("text", ["a" * 60_000, "qz " * 20_000, "".join(f" {number}" for number in range(20_000))])
def test_what_is_longer_than_any_name_is_looked_for_nowhere(run: Run, library: Path, text: str) -> None:
    for option in ("--author", "--affiliation"):
        assert "No paper fits." in run("list", option, text).out
    assert "no paper matches" in run("show", text).err
    assert "too long to look for" in run("search", text).err


@pytest.mark.parametrize("url", [pytest.param(url, id=name) for name, url in hostile.URLS.items()])
def test_only_http_is_a_link(library: Path, run: Run, monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    for option in ("--url", "--link"):
        ended = fuzzing.ran(["edit", "gavel", f"{option}={url}"])
        assert not fuzzing.wrong_with(ended)
    paper = {"title": "On Numbers", "key": "numbers", "url": url, "links": [{"kind": "pdf", "url": url, "label": url}]}
    Path("x.json").write_text(json.dumps([paper]))
    assert not fuzzing.wrong_with(fuzzing.ran(["import", "x.json"]))
    with closing(sqlite3.connect(library)) as conn, conn:
        conn.execute("UPDATE papers SET url = ? WHERE key = 'hived'", (url.encode("utf-8", "replace").decode(),))
    for key in ("numbers", "gavel", "hived"):
        for more in ((), ("--pdf",), ("--link", "1")):
            assert not fuzzing.wrong_with(fuzzing.ran(["open", key, *more]))
    assert all(address.lower().startswith(("http://", "https://")) for address in opened)


def test_no_file_is_written_outside_the_folder_of_notes(run: Run, library: Path, folder: Path) -> None:
    with closing(sqlite3.connect(library)) as conn, conn:
        for number, text in enumerate(text for text in hostile.TEXTS.values() if len(text) < 1000):
            held = text.encode("utf-8", "replace").decode()
            held = held if held.strip(" ") else "x"
            paper = conn.execute("INSERT INTO papers (title, name) VALUES (?, ?)", (held, f"{held}{number}")).lastrowid
            conn.execute("INSERT INTO notes (paper, body) VALUES (?, ?)", (paper, held))
    before = everything_below(folder.parent)
    ran = run("export", "--notes", "out/notes")
    assert ran.code == 0
    new = {name for name in everything_below(folder.parent) if name not in before}
    assert new
    assert all(
        name.startswith("work/out/notes/") and name.count("/") == 3 for name in new if "readtrack.db" not in name
    )


# What others wrote into the library with plain SQL


def test_no_command_fails_on_a_library_full_of_it(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hostile.fill(library)
    monkeypatch.setattr("webbrowser.open", lambda *_: True)
    commands = [
        "list --limit 0",
        "list --limit 0 --json",
        "notes list",
        "notes list --json",
        "tags list",
        "tags list --json",
    ]
    commands += [
        "lists",
        "lists --json",
        "search ansor",
        "search ansor --json",
        "log",
        "log --json",
        "next --json",
        "next",
    ]
    commands += [
        "stats",
        "stats --json",
        "duplicates",
        "duplicates --json",
        "agenda",
        "agenda --json",
        "review",
        "undo --list",
    ]
    commands += [f"export {name}" for name in exporters.FORMATS] + ["doctor", "show ansor", "show ansor --json", ""]
    commands += [
        f"{verb} {number}" for verb in ("show", "open", "mark --queued", "start") for number in (20, 40, 60, 70)
    ]
    for command in commands:
        ended = fuzzing.ran(command.split())
        assert not fuzzing.wrong_with(ended, exported=command.startswith("export")), command


# The terminal


@pytest.mark.parametrize("text", TEXTS)
def test_nothing_that_a_terminal_obeys_hides_or_turns_around_is_shown(text: str) -> None:
    for shown in (render.plain(text), render.line(text), *render.as_json([text]).split("\n")):
        assert not [sign for sign in shown if unicodedata.category(sign) in ("Cc", "Cs") and sign != "\n"]
        if "meant" not in text and not any(ord(sign) > 0x2FFF or 0x590 < ord(sign) < 0x2000 for sign in text):
            assert not [sign for sign in shown if unicodedata.category(sign) == "Cf"]


@pytest.mark.parametrize("name", ["unicode: joiners that are meant", "unicode: emoji"])
def test_joiners_that_a_script_needs_are_left_alone(name: str) -> None:
    assert render.plain(hostile.TEXTS[name]) == hostile.TEXTS[name]


@pytest.mark.parametrize(
    "text",
    ["gpu\u200d", "gpu\ufe0f", "gpu\u061c", "gpu\u061c\u200d", "\u200dgpu", "中\u200c文", "1\ufe0f", "gpu\u2060\u200d"],
)
def test_two_names_that_differ_in_what_is_not_seen_look_different(text: str) -> None:
    assert "\ufffd" in render.plain(text)


def test_a_terminal_is_shown_an_export_without_what_it_would_obey_and_a_program_gets_all(library: Path) -> None:
    import pty

    with closing(sqlite3.connect(library)) as conn, conn:
        conn.execute("UPDATE papers SET title = ? WHERE id = 1", (hostile.TEXTS["escape: window title"],))
    command = [sys.executable, "-m", "readtrack", "export", "csv"]
    piped = subprocess.run(command, capture_output=True, check=True).stdout
    assert b"\x1b]0;owned\x07" in piped
    ours, theirs = pty.openpty()
    with closing(os.fdopen(ours, "rb", buffering=0)) as screen:
        process = subprocess.Popen(command, stdout=theirs, stdin=subprocess.DEVNULL)
        os.close(theirs)
        shown = b""
        while part := _part(screen):
            shown += part
        assert process.wait() == 0
    assert b"owned" in shown
    assert not set(shown) & set(b"\x1b\x07")


def _part(screen: io.FileIO) -> bytes:
    try:
        return screen.read(4096)
    except OSError:  # the other end is closed
        return b""


@pytest.mark.parametrize("name", ["bibtex: macro", "escape: colour", "html: script", "path: up", "option: like one"])
def test_a_process_of_its_own_takes_it_too(library: Path, name: str) -> None:
    text = hostile.TEXTS[name]
    for words in (("add", "--", text), ("notes", "add", "ansor", "--", text), ("show", "--", text)):
        ran = subprocess.run(
            [sys.executable, "-m", "readtrack", *words], capture_output=True, text=True, encoding="utf-8"
        )
        assert not fuzzing.wrong_with(fuzzing.Ended(ran.returncode, ran.stdout, ran.stderr)), words


def test_bytes_that_are_no_text_are_refused_on_standard_input(library: Path) -> None:
    ended = fuzzing.ran(["notes", "add", "ansor", "-"], b"caf\xe9")
    assert (ended.code, ended.out) == (2, "")
    assert "not valid Unicode" in ended.err
    assert rows(library, "SELECT count(*) FROM notes") == [(0,)]


# By chance: a little of what torture/fuzz.py does


def test_no_input_by_chance_raises_anything() -> None:
    for _, read, given in fuzzing.inputs(1500, Random(20261124)):  # noqa: S311
        try:
            read()
        except Exception as error:
            pytest.fail(f"{given}: {error!r}")


@pytest.mark.usefixtures("nobody_outside")
def test_no_command_line_by_chance_raises_anything(library: Path) -> None:
    random = Random(20261124)  # noqa: S311
    place = library.parent / "a" / "b" / "c"
    place.mkdir(parents=True)
    library.rename(place / "readtrack.db")
    os.chdir(place)
    for _ in range(300):
        words = fuzzing.a_command_line(random)
        assert not fuzzing.wrong_with(fuzzing.ran(words), exported=words[:1] == ["export"]), words


@pytest.mark.parametrize("format_", fuzzing.SAMPLES)
def test_a_sample_is_known_for_what_it_is_and_holds_a_paper(format_: str) -> None:
    source = Source(fuzzing.SAMPLES[format_].name, fuzzing.SAMPLES[format_].read_bytes())
    assert importers.format_of(source) == format_
    assert any(isinstance(found, Draft) for found in importers.read(source, format_))


def test_there_is_a_sample_of_each_format() -> None:
    assert set(fuzzing.SAMPLES) == set(importers.FORMATS)
