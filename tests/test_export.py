"""`export` writes the papers that are asked for: to standard output, to a file, or notes to a folder."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import SEED, Run

from readtrack.exporters import FORMATS


@pytest.mark.parametrize("name", sorted(FORMATS.keys() - {"ics"}))  # a calendar holds days only
def test_every_format_comes_out_and_goes_in_again(library: Path, run: Run, name: str) -> None:
    run("mark", "ansor", "--read", "--on", "2020-11")
    exported = run("export", name)
    assert exported.code == 0, exported.err
    Path("file").write_text(exported.out, "utf-8")
    ran = run("--db", "other.db", "import", "file", "--json")
    assert ran.code == 0, ran.err
    assert (ran.json[0]["papers"], ran.json[0]["skipped"]) == (11, [])
    papers = run("--db", "other.db", "list", "--json").json
    assert [paper["title"] for paper in papers] == [paper["title"] for paper in SEED["papers"]]
    assert [paper["status"] for paper in papers] == ["read", *["unread"] * 10]


def test_json_holds_everything(library: Path, run: Run, folder: Path) -> None:
    run("mark", "ansor", "--read", "--on", "2019", "--rating", "3")
    run("mark", "ansor", "--again", "--on", "2020-11-04")
    run("mark", "gavel", "--queued")
    run("notes", "add", "ansor", "Sketches\n\n- and **annotations**", "--page", "iv", "--quote", "sketch")
    run("tags", "add", "ansor", "search", "Größe")
    run("edit", "clockwork", "--abstract", "From the bottom up.", "--doi", "10.5555/clockwork")
    run(
        "add", "机器能思考吗", "--list", "classics", "--author", "Alan Turing (Manchester; Cambridge)", "--type", "book"
    )
    run("goal", "set", "24", "--by", "2026-12-31")
    conn = sqlite3.connect(library, isolation_level=None)
    conn.execute("INSERT INTO sessions (paper, day, started_at) VALUES (1, '2026-11-24', '2026-11-24T11:00:00.000Z')")
    conn.execute("INSERT INTO sessions (paper, day, minutes, pages) VALUES (1, '2026-11-23', 40, 7)")
    conn.execute("INSERT INTO reviews (paper, day, remembered) VALUES (1, '2026-11-23', 0), (2, '2026-11-24', 1)")
    conn.close()
    run("export", "json", "--output", "whole.json")
    held = json.loads(Path("whole.json").read_text("utf-8"))
    assert (len(held["papers"][0]["sessions"]), len(held["papers"][0]["reviews"]), len(held["goals"])) == (2, 1, 1)
    assert run("--db", "other.db", "import", "whole.json").code == 0
    assert run("--db", "other.db", "export", "json").out == Path("whole.json").read_text("utf-8")


def test_filters_and_order_are_those_of_list(library: Path, run: Run) -> None:
    run("mark", "ansor", "rammer", "--read")
    held = json.loads(
        run("export", "json", "--status", "read", "--topic", "compiler", "--sort", "title", "--reverse").out
    )
    assert [paper["key"] for paper in held["papers"]] == ["rammer", "ansor"]
    assert [each["slug"] for each in held["lists"]] == ["osdi2020"]


def test_a_file_that_is_there_is_replaced_only_with_force(library: Path, run: Run) -> None:
    Path("mine.json").write_text("mine")
    refused = run("export", "json", "--output", "mine.json")
    assert (refused.code, refused.err) == (
        1,
        "Error: mine.json is there already; nothing was written. Replace it with --force.\n",
    )
    assert Path("mine.json").read_text() == "mine"
    assert run("export", "json", "--output", "mine.json", "--force").code == 0
    assert len(json.loads(Path("mine.json").read_text("utf-8"))["papers"]) == 11


def test_a_file_is_replaced_at_once_or_not_at_all(library: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from readtrack.exporters import json as module

    def breaks(entry: object) -> object:
        raise KeyboardInterrupt

    Path("mine.json").write_text("mine")
    monkeypatch.setattr(module, "whole", breaks)
    run("export", "json", "--output", "mine.json", "--force")
    assert Path("mine.json").read_text() == "mine"
    assert sorted(path.name for path in Path().iterdir()) == ["mine.json", "readtrack.db"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["bibtx"], 'there is no format "bibtx". Did you mean bibtex?'),
        ([], "say one format: json, bibtex"),
        (["json", "--notes", "vault"], "say one format"),
        (["--notes", "vault", "--output", "x"], "--notes names a folder"),
        (
            ["json", "--output", "no/such/folder.json"],
            "no/such/folder.json cannot be written: no such file or directory",
        ),
        (["json", "--status", "raed"], "Did you mean read?"),
    ],
)
def test_what_cannot_be_meant_is_said(library: Path, run: Run, arguments: list[str], said: str) -> None:
    ran = run("export", *arguments)
    assert ran.code in (1, 2)
    assert said in ran.err
    assert ran.out == ""


def test_a_library_that_is_not_there_is_said_before_anything_is_written(run: Run) -> None:
    assert "there is no library here" in run("export", "json", "--output", "a.json").err
    assert not Path("a.json").exists()


def test_notes_become_files_that_change_only_when_they_do(library: Path, run: Run) -> None:
    run("notes", "add", "ansor", "Sketches", "--page", "4")
    run("notes", "add", "gavel", "Policies")
    assert run("export", "--notes", "vault").err == "2 files in vault, 2 of them new or changed.\n"
    assert sorted(path.name for path in Path("vault").iterdir()) == ["ansor.md", "gavel.md"]
    assert "Sketches" in Path("vault/ansor.md").read_text("utf-8")
    assert run("export", "--notes", "vault").err == "2 files in vault, 0 of them new or changed.\n"
    run("notes", "add", "ansor", "More")
    assert run("export", "--notes", "vault").code == 1
    assert "More" not in Path("vault/ansor.md").read_text("utf-8")
    assert run("export", "--notes", "vault", "--force").err == "2 files in vault, 1 of them new or changed.\n"


def test_standard_output_is_utf_8_whatever_the_terminal_is(library: Path, run: Run) -> None:
    run("add", "毛泽东选集", "--key", "mao")
    ran = subprocess.run(
        [sys.executable, "-m", "readtrack", "export", "json"],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONIOENCODING": "cp1252"},
    )
    assert "毛泽东选集" in ran.stdout.decode("utf-8")


def test_who_stops_reading_is_no_error(library: Path) -> None:
    reader = subprocess.Popen(["head", "-c", "1"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    export = [sys.executable, "-m", "readtrack", "export", "json"]
    ran = subprocess.run(export, stdout=reader.stdin, stderr=subprocess.PIPE, check=False)
    assert (reader.communicate()[0], ran.stderr) == (b"{", b"")


def test_two_papers_of_one_title_come_back_as_two(library: Path, run: Run) -> None:
    for year in ("2019", "2020"):
        run("add", "Editorial of the Journal", "--key", f"e{year}", "--year", year, "--author", "Ann Smith")
    run("export", "json", "--output", "a.json")
    assert run("--db", "other.db", "import", "a.json", "--json").json[0]["papers"] == 13
    assert len(run("--db", "other.db", "list", "--json").json) == 13


def test_a_link_stays_a_link_and_a_file_keeps_its_mode(library: Path, run: Run) -> None:
    Path("real.json").write_text("x")
    Path("real.json").chmod(0o600)
    Path("link.json").symlink_to("real.json")
    assert run("export", "json", "--output", "link.json", "--force").code == 0
    assert Path("link.json").is_symlink()
    assert Path("real.json").stat().st_mode & 0o777 == 0o600
    assert len(json.loads(Path("real.json").read_text("utf-8"))["papers"]) == 11
