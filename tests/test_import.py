"""`import` finds out what a file is, takes all of it or nothing, and says what became of every line."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import Run, rows, start

from readtrack.importers import FORMATS, Source, format_of

READING = """# Systems for ML

## Compilers

- [x] Ansor: Generating High-Performance Tensor Programs for Deep Learning [[code]](https://github.com/apache/tvm)
  - Lianmin Zheng, UC Berkeley; Chengfan Jia, Alibaba Inc.
- TVM: An Automated End-to-End Optimizing Compiler for Deep Learning [[pdf]](https://arxiv.org/pdf/1802.04799.pdf)
  - Tianqi Chen and Thierry Moreau, University of Washington
"""
BIB = "@article{knuth84, author={Knuth, Donald E.}, title={Literate Programming}, year=1984, journal={Comp. J.}}\n"
RIS = "TY  - JOUR\nAU  - Knuth, Donald E.\nTI  - Literate Programming\nPY  - 1984\nER  - \n"


@pytest.fixture
def reading(library: Path) -> Path:
    path = Path("mlsys.md")
    path.write_text(READING, "utf-8")
    return path


def test_a_list_comes_in_with_what_was_read_and_merges_with_what_is_there(reading: Path, run: Run) -> None:
    ran = run("import", "mlsys.md", "--json")
    assert ran.code == 0, ran.err
    (result,) = ran.json
    assert (result["papers"], result["added"], result["merged"], result["skipped"]) == (2, ["tvm"], ["ansor"], [])
    assert result["lists"] == [{"slug": "mlsys", "title": "Systems for ML", "source": "mlsys.md"}]
    assert run("show", "ansor", "--json").json["status"] == "read"
    tvm = run("show", "tvm", "--json").json
    assert (tvm["topic"], tvm["arxiv_id"], tvm["status"]) == ("Compilers", "1802.04799", "unread")
    assert tvm["authors"][1] == {"name": "Thierry Moreau", "affiliations": ["University of Washington"]}


def test_the_same_file_again_changes_nothing(reading: Path, run: Run, library: Path) -> None:
    run("import", "mlsys.md")
    before = rows(library, "SELECT * FROM papers") + rows(library, "SELECT * FROM changes")
    assert run("import", "mlsys.md", "--json").json[0]["unchanged"] == 2
    assert rows(library, "SELECT * FROM papers") + rows(library, "SELECT * FROM changes") == before


def test_a_dry_run_says_the_same_and_changes_nothing(reading: Path, run: Run, library: Path) -> None:
    before = library.read_bytes()
    rehearsed = run("import", "--dry-run", "mlsys.md").out
    assert library.read_bytes() == before
    assert rehearsed == run("import", "mlsys.md").out + "Nothing was changed: --dry-run.\n"


def test_a_dry_run_makes_no_library(run: Run) -> None:
    Path("a.bib").write_text(BIB)
    assert run("import", "--dry-run", "a.bib").code == 0
    assert not Path("readtrack.db").exists()


def test_a_new_library_starts_with_what_is_imported_and_nothing_else(run: Run) -> None:
    Path("a.bib").write_text(BIB)
    ran = run("import", "a.bib")
    assert (ran.code, ran.err) == (0, "New library readtrack.db.\n")
    assert [paper["key"] for paper in run("list", "--json").json] == ["knuth84"]


def test_standard_input_is_read(library: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "readtrack", "import", "-", "--list", "classics"],
        input=RIS, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert ran.stdout.startswith("standard input: RIS\n  1 paper: 1 added · 1 author (1 person)".replace("·", "·")[:30])
    assert rows(library, "SELECT list FROM list_papers WHERE paper = 12") == [("classics",)]


def test_several_files_are_one_change(library: Path, run: Run) -> None:
    Path("a.bib").write_text(BIB)
    Path("b.ris").write_text(RIS.replace("Literate Programming", "The Art"))
    assert run("import", "a.bib", "b.ris").code == 0
    assert rows(library, "SELECT what FROM changes WHERE id > 1") == [("import a.bib, b.ris",)]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.pdf", b"%PDF-1.7 ...", "a.pdf is a PDF; it was left alone."),
        ("a.bib", b"PK\x03\x04 ...", "a.bib is a zip archive"),
        ("a.md", b"", "a.md is empty."),
        ("a.md", b" \n\n", "a.md is empty."),
        ("a.bin", bytes(range(256)) * 8, "a.bin is not text; it was left alone."),
        ("a.db", b"SQLite format 3\0....", "a.db is a SQLite database; a library is named with --db"),
        ("a.txt", b"Just some prose.\n\nAnd more of it.\n", "a.txt: no paper found in it"),
        ("a.md", b"# A\n\nJust some prose.\n", "Not understood:\n  line 3: Just some prose. (is not known as a paper)"),
        ("a.json", b'{"title": ', "a.json is cut off at the end of the file."),
        ("a.json", b"[" * 100_000, "a.json"),
        ("a.bib", b"no entry", "a.bib has no BibTeX entry in it"),
        ("a.csv", b"colour,size\nred,7\n", "a.csv"),
        ("a.xml", b"<html><body>x</body></html>", "a.xml"),
    ],
)
def test_what_is_no_list_is_refused_with_what_was_seen(
    run: Run, folder: Path, name: str, content: bytes, says: str
) -> None:
    Path(name).write_bytes(content)
    ran = run("import", name)
    assert ran.code == 1
    assert ran.err.startswith("Error: ")
    assert says in ran.err
    assert [path.name for path in folder.iterdir()] == [name]


def test_a_file_that_cannot_be_read_costs_that_file_only(library: Path, run: Run) -> None:
    Path("a.pdf").write_bytes(b"%PDF-1.7")
    Path("b.bib").write_text(BIB)
    ran = run("import", "a.pdf", "b.bib")
    assert (ran.code, ran.err) == (1, "Error: a.pdf is a PDF; it was left alone.\n")
    assert ran.out.startswith("b.bib: BibTeX\n  1 paper: 1 added")
    assert rows(library, "SELECT count(*) FROM papers") == [(12,)]


def test_a_file_that_is_not_there_is_said_before_anything_is_imported(library: Path, run: Run) -> None:
    Path("b.bib").write_text(BIB)
    ran = run("import", "b.bib", "nowhere.bib")
    assert (ran.code, ran.err) == (
        2,
        "Error: nowhere.bib cannot be read: no such file or directory. Nothing was imported.\n",
    )
    assert run("import", ".").err == "Error: . cannot be read: it is a folder. Nothing was imported.\n"
    assert rows(library, "SELECT count(*) FROM papers") == [(11,)]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--format", "bibtx"], 'there is no format "bibtx". Did you mean bibtex?'),
        (["--map", "title"], "says nothing of columns"),
        (["--list", "Not a slug"], "cannot be the short name of a list"),
    ],
)
def test_what_cannot_be_meant_is_said(run: Run, arguments: list[str], says: str) -> None:
    Path("a.bib").write_text(BIB)
    ran = run("import", "a.bib", *arguments)
    assert ran.code == 2
    assert says in ran.err


def test_lines_that_were_not_taken_are_told_with_their_numbers(library: Path, run: Run) -> None:
    Path("a.ris").write_text(
        RIS + "TY  - BOOK\nPY  - 1999\nER  - \nTY  - BOOK\nTI  - " + "long " * 20_000 + "\nER  - \n"
    )
    ran = run("import", "a.ris")
    assert "  2 things not taken:\n    line 6" in ran.out
    assert "has no title\n    line 9  long long" in ran.out
    assert ran.code == 0


def test_many_lines_with_one_fault_do_not_hide_the_others(library: Path, run: Run) -> None:
    local = "".join(f'{{"title": "Paper {n} on files", "authors": [], "url": "file:///p{n}.pdf"}}\n' for n in range(9))
    Path("a.jsonl").write_text(local + '{"title": "' + "long " * 1000 + '"}\n')
    out = run("import", "a.jsonl").out
    assert out.count("is no web address") == 4
    assert "line 10  long long" in out
    assert "... and 5 more; --json shows all" in out
    assert len(run("import", "a.jsonl", "--json").json[0]["skipped"]) == 10


def test_columns_of_a_csv_can_be_named(library: Path, run: Run) -> None:
    Path("a.csv").write_text("Werk;Jahr;Wer\nVon der Analytischen Maschine;1843;Ada Lovelace\n", "utf-8")
    ran = run("import", "a.csv", "--map", "title=Werk,year=Jahr,authors=Wer", "--format", "csv")
    assert ran.code == 0, ran.err
    paper = run("show", "12", "--json").json
    assert (paper["title"], paper["year"], paper["authors"][0]["name"]) == (
        "Von der Analytischen Maschine",
        1843,
        "Ada Lovelace",
    )


@pytest.mark.parametrize(
    "paper",
    [
        '{"title": "T", "year": "' + "1" * 5000 + '"}',
        '{"title": "T", "authors": [], "identifiers": [{"kind": "foo", "value": "x"}]}',
        '{"title": "T", "authors": [], "lists": [{"slug": "mine"}, {"slug": "mine"}]}',
        '{"title": "T", "authors": [], "lists": [{"slug": "../..", "position": 99999999999999999999}]}',
    ],
)
def test_what_a_paper_cannot_have_costs_that_only(library: Path, run: Run, paper: str) -> None:
    Path("a.json").write_text(f"[{paper}]")
    ran = run("import", "a.json", "--list", "mine")
    assert ran.code == 0, ran.err
    assert rows(library, "SELECT list FROM list_papers WHERE paper = 12") == [("mine",)]


def test_addresses_that_differ_in_case_only_are_no_error(library: Path, run: Run) -> None:
    urls = [f"https://openreview.net/forum?id={name}" for name in ("AbCdEf", "aBcDeF")]
    Path("a.json").write_text(
        str([{"title": f"Paper {url[-6:]}", "authors": [], "url": url} for url in urls]).replace("'", '"')
    )
    ran = run("import", "a.json")
    assert ran.code == 0, ran.err
    assert rows(library, "SELECT count(*) FROM papers") == [(13,)]


def test_a_guest_that_tags_new_papers_may_go_on(library: Path, run: Run) -> None:
    with sqlite3.connect(library) as conn:
        conn.execute(
            "CREATE TRIGGER inbox AFTER INSERT ON papers BEGIN"
            " INSERT INTO paper_tags (paper, tag) VALUES (new.id, 'inbox'); END"
        )
    Path("a.bib").write_text(BIB)
    ran = run("import", "a.bib")
    assert ran.code == 0, ran.err
    assert rows(library, "SELECT tags FROM papers WHERE id = 12") == [('["inbox"]',)]


@pytest.mark.parametrize(
    ("name", "content", "format_"),
    [
        ("x", READING, "markdown"),
        ("x.md", BIB, "markdown"),
        ("x", BIB, "bibtex"),
        ("x.txt", BIB, "bibtex"),
        ("x.txt", RIS, "ris"),
        ("x", "PMID- 12345678\nTI  - A title\n", "nbib"),
        ("x.json", '{"papers": [{"title": "T", "authors": [], "doi": null}]}', "json"),
        ("x.json", '[{"id": "a", "type": "book", "title": "T"}]', "csl-json"),
        ("x.json", '[{"title": "T", "author": [{"family": "Knuth"}]}]', "csl-json"),
        ("x.xml", "<xml><records><record><ref-type name='Book'>6</ref-type></record></records></xml>", "endnote"),
        ("x.html", "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p>", "bookmarks"),
        ("x.csv", '"Key","Item Type","Publication Year","Author","Title"\n', "zotero"),
        ("x.csv", "Book Id,Title,Author,My Rating,Exclusive Shelf\n", "goodreads"),
        ("x.csv", "Title,Authors,Contributors,ISBN/UID,Read Status,Star Rating\n", "storygraph"),
        ("x.csv", "Highlight,Book Title,Book Author,Note\n", "readwise"),
        ("x.csv", "title,url,time_added,tags,status\n", "pocket"),
        ("x.csv", "URL,Title,Selection,Folder,Timestamp\n", "instapaper"),
        ("x.csv", "Paper;Title;Year\n", "csv"),
        ("x.tsv", "Title\tYear\n", "csv"),
    ],
)
def test_the_format_is_found_by_ending_and_content(name: str, content: str, format_: str) -> None:
    assert format_of(Source(name, content.encode())) == format_
    assert format_ in FORMATS


def test_an_import_that_is_interrupted_leaves_nothing(library: Path) -> None:
    Path("large.bib").write_text(
        "".join(BIB.replace("knuth84", f"k{n}").replace("Lit", f"Lit{n} ") for n in range(9000))
    )
    before = library.read_bytes()
    # A shell that starts the tests in the background has them ignore Ctrl-C, and so would the program.
    process = start("import", "large.bib", preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
    for _ in range(200):  # until it is writing: nobody else may write then
        time.sleep(0.05)
        with sqlite3.connect(library, timeout=0) as other:
            try:
                other.execute("BEGIN IMMEDIATE")
                other.rollback()
            except sqlite3.OperationalError:
                break
    os.kill(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode not in (0, None)
    assert "Traceback" not in err
    assert rows(library, "SELECT count(*) FROM papers") == [(11,)]
    assert rows(library, "PRAGMA integrity_check") == [("ok",)]
    assert library.read_bytes()[:100] == before[:100]
    assert rows(library, "SELECT count(*) FROM sqlite_master WHERE type = 'trigger'") != [(0,)]
