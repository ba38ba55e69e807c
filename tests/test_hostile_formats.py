"""Hostile text through every exporter and back through its importer: it is text, nothing else, and comes back."""

from __future__ import annotations

import csv
import io
import unicodedata
from pathlib import Path
from typing import Any

import hostile
import pytest
from entries import KNUTH, entry_of

from readtrack import exporters, importers
from readtrack.exporters.notes import files
from readtrack.importers import Source
from readtrack.importers._clean import clean
from readtrack.model import Author, Draft, Listing, NoteDraft

TEXTS = [pytest.param(text, id=name) for name, text in hostile.TEXTS.items()]


def paper_of(text: str) -> Draft | None:
    """A paper that says ``text`` wherever it can, as the library holds it; None where it has no title then."""
    author = Author(text, (text,))
    lists = (Listing("list", text, 1),)
    notes = (NoteDraft(text, text[:50], text, "2026-11-24T12:00:00.000Z"),)
    facts: dict[str, Any] = dict.fromkeys(("title", "venue", "topic", "abstract"), text)
    raw = KNUTH._replace(**facts, name=None, authors=(author,), lists=lists, notes=notes, tags=(text,), identifiers=())
    return next((each for each in clean(raw) if isinstance(each, Draft)), None)


def read_back(paper: Draft, format_: str) -> list[Draft]:
    written = "".join(exporters.write(format_, [entry_of(paper)], []))
    source = Source("library", written.encode("utf-8"))
    found = importers.read(source, "bibtex" if format_ == "biblatex" else format_)
    return [each for each in found if isinstance(each, Draft)]


def held_in(format_: str, value: object) -> object:
    """A fact as a format holds it, as docs/formats.md has it: Markdown is composed."""
    if isinstance(value, tuple):
        return tuple(held_in(format_, each) for each in value)
    return unicodedata.normalize("NFC", value) if isinstance(value, str) and format_ == "markdown" else value


@pytest.mark.parametrize("format_", ["json", "ris", "csl-json", "csv", "bibtex", "biblatex", "markdown"])
@pytest.mark.parametrize("text", TEXTS)
def test_every_format_gives_it_back(text: str, format_: str) -> None:
    if not (paper := paper_of(text)):
        return
    (back,) = read_back(paper, format_)
    for fact in ("title", "venue", "authors", "topic", "abstract", "tags", "url"):
        if format_ == "markdown" and fact in ("venue", "topic") and text == "-":
            assert getattr(back, fact) is None  # which says there that there is none
        elif fact != "tags" or format_ not in ("bibtex", "biblatex") or not set(",;") & set(text):
            assert held_in(format_, getattr(back, fact)) == held_in(format_, getattr(paper, fact)), fact
    notes = [tuple((note.body, note.quote) for note in each.notes) for each in (back, paper)]
    assert held_in(format_, notes[0]) == held_in(format_, notes[1])


@pytest.mark.parametrize("text", TEXTS)
def test_a_calendar_says_it_inside_its_event(text: str) -> None:
    entry = entry_of(
        KNUTH._replace(title=text, readings=(KNUTH.readings[0]._replace(status="queued", due_on="2026-12-01"),))
    )
    written = "".join(exporters.write("ics", [entry], []))
    lines = written.split("\r\n")
    assert [line for line in lines if line.startswith(("BEGIN:", "END:"))] == [
        *("BEGIN:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "END:VCALENDAR")
    ]
    assert not [sign for sign in "".join(lines) if len(f"a{sign}b".splitlines()) > 1 or sign in "\0\x1b\x9b"]


@pytest.mark.parametrize("text", TEXTS)
def test_a_spreadsheet_finds_no_formula_in_it(text: str) -> None:
    written = "".join(exporters.write("csv", [entry_of(KNUTH._replace(title=text, venue=text, tags=(text,)))], []))
    csv.field_size_limit(2**31 - 1)
    cells = [cell for row in csv.reader(io.StringIO(written, newline="")) for cell in row]
    assert not [cell[:50] for cell in cells if cell[:1] in tuple("=+-@\t\r＝＋－＠")]


@pytest.mark.parametrize("text", TEXTS)
def test_a_folder_of_notes_gets_its_files_and_nothing_else_does(folder: Path, text: str) -> None:
    entry = entry_of(paper_of(text) or KNUTH)
    odd = entry._replace(paper=entry.paper._replace(key=text))  # as plain SQL may have named it
    names = [name for name, _ in files([entry, odd, odd])]
    assert len(set(map(str.lower, names))) == 3
    for name in names:
        assert Path(name).name == name
        assert not set(name) & set('\\/:*?"<>|\0')
        assert len(name) < 200
