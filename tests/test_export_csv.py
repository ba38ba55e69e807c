"""A library -> CSV for spreadsheets, and back."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readtrack import exporters, importers
from readtrack.exporters.csv import COLUMNS
from readtrack.importers import Source
from readtrack.model import (
    Author,
    Draft,
    Entry,
    Identifier,
    Link,
    Listing,
    Note,
    NoteDraft,
    Paper,
    Reading,
    ReadingList,
    draft_of,
    one_line,
    text_of,
)
from readtrack.schema import FINISHED, TYPES

WHEN = "2020-11-20T08:21:46.123Z"
PAPER = Paper(
    id=1,
    key="ansor",
    name="Ansor",
    title="Ansor: Generating High-Performance Tensor Programs for Deep Learning",
    type="paper-conference",
    venue="OSDI",
    year=2020,
    topic="Deep learning compilers",
    url="https://example.org/ansor",
    doi="10.5555/3488766.3488815",
    arxiv_id="2006.06762",
    authors=("Ada Lovelace", "Alan Turing; Jr."),
    affiliations=("Acme; Inc.", "Univ X"),
    links=(
        Link("pdf", "https://example.org/a;b.pdf", "the paper; really"),
        Link("page", "https://example.org/talk", None),
    ),
    status="read",
    started_on="2020-11",
    finished_on="2020-11-20",
    progress="7/18",
    rating=4,
    priority="high",
    due_on="2020-12-01",
    tags=("compilers", "to cite; soon"),
    notes=2,
    added_at=WHEN,
)
ENTRY = Entry(
    PAPER,
    authors=(Author("Ada Lovelace"), Author("Alan Turing; Jr.", ("Acme; Inc.", "Univ X"))),
    abstract="=1+1 is two.\n\nSaid Boole.",
    lists=(Listing("osdi-2020", "Systems; more", 3), Listing("mine")),
    notes=(
        Note(1, "n1", "ansor", "- a list\n---\n> not a quote", "4-6", "It is fast.\n\nVery.", WHEN, WHEN),
        Note(2, "n2", "ansor", "> begins so\n\\---", None, None, WHEN, WHEN),
    ),
    identifiers=(Identifier("pmid", "33334444"), Identifier("dblp", "conf/osdi/Lovelace20")),
    readings=(Reading("read", "2020-11", "2020-11-20", "7/18", 4, "high", "2020-12-01", "r1"),),
)


def rows(*entries: Entry) -> list[dict[str, str]]:
    text = "".join(exporters.write("csv", entries, []))
    return list(csv.DictReader(io.StringIO(text, newline="")))


def back(*entries: Entry) -> list[importers.Read]:
    source = Source("library.csv", "".join(exporters.write("csv", entries, [])).encode())
    assert importers.format_of(source) == "csv"
    return list(importers.read(source, "csv"))


def held(entry: Entry) -> Draft:
    """What of an entry a row can hold: no uids, no moments of notes, the last reading only."""
    draft = draft_of(entry)
    return draft._replace(
        readings=tuple(reading._replace(uid=None) for reading in draft.readings[-1:]),
        notes=tuple(NoteDraft(note.body, note.page, note.quote) for note in entry.notes),
    )


def test_an_empty_library_is_a_header() -> None:
    assert "".join(exporters.write("csv", [], [])) == ",".join(COLUMNS) + "\r\n"


def test_a_row_says_what_a_reader_of_a_spreadsheet_looks_for() -> None:
    (row,) = rows(ENTRY)
    assert tuple(row) == COLUMNS
    assert row["title"] == PAPER.title
    assert row["authors"] == r"Ada Lovelace; Alan Turing\; Jr."
    assert (row["year"], row["status"], row["rating"], row["finished_on"]) == ("2020", "read", "4", "2020-11-20")
    assert row["lists"] == r"osdi-2020 #3: Systems\; more; mine"
    assert row["identifiers"] == "pmid:33334444; dblp:conf/osdi/Lovelace20"


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t=", "＝", "'=", "''+"])
def test_what_a_spreadsheet_would_run_has_an_apostrophe_in_front_and_comes_back_without(begin: str) -> None:
    formula = Entry(PAPER._replace(venue=f"{begin}cmd|' /C calc'!A0"), (), None, (), ())
    assert rows(formula)[0]["venue"] == f"'{begin}cmd|' /C calc'!A0"
    (draft,) = back(formula)
    assert isinstance(draft, Draft)
    assert draft.venue == f"{begin.strip()}cmd|' /C calc'!A0"


def test_everything_that_a_row_can_hold_is_read_back() -> None:
    lists = [ReadingList("osdi-2020", "osdi-2020"), ReadingList("mine", "mine")]
    assert back(ENTRY) == [*lists, held(ENTRY)._replace(line=2)]


def test_a_spreadsheet_may_save_it_with_semicolons_and_in_another_order() -> None:
    (row,) = rows(ENTRY)
    text = io.StringIO()
    writer = csv.DictWriter(text, sorted(COLUMNS), delimiter=";")
    writer.writeheader()
    writer.writerow(row)
    source = Source("library.csv", b"\xef\xbb\xbf" + text.getvalue().encode())
    assert list(importers.read(source, "csv"))[-1] == held(ENTRY)._replace(line=2)


def test_an_unread_paper_of_a_title_alone_is_read_back() -> None:
    bare = PAPER._replace(
        name=None,
        venue=None,
        year=None,
        topic=None,
        url=None,
        doi=None,
        arxiv_id=None,
        started_on=None,
        finished_on=None,
        progress=None,
        rating=None,
        priority=None,
        due_on=None,
        status="unread",
        links=(),
        tags=(),
    )
    assert back(Entry(bare, (), None, (), ())) == [
        Draft(PAPER.title, key="ansor", type="paper-conference", added_at=WHEN, line=2)
    ]


LINES = st.text(max_size=30).map(one_line)
LINE = LINES.filter(bool)
TEXT = st.text(max_size=60).map(lambda text: text_of(text) or "").filter(str.strip)
MAYBE = LINE | st.none()
WORDS = st.text("ab;\\ #:'=>-", min_size=1, max_size=12).map(one_line).filter(bool)
DAY = st.dates().map(lambda day: day.isoformat()).flatmap(lambda day: st.sampled_from((day, day[:7], day[:4])))


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    status = draw(st.sampled_from(("unread", "queued", "reading", "skimmed", "read", "abandoned")))
    begun = status != "unread"
    authors = tuple(Author(*pair) for pair in draw(st.lists(st.tuples(LINE | WORDS, st.just(())), max_size=3)))
    authors = tuple(author._replace(affiliations=tuple(dict.fromkeys(draw(st.lists(WORDS))))) for author in authors)
    tags = {tag.lower(): tag for tag in draw(st.lists(LINE | WORDS, max_size=3))}
    lists = dict.fromkeys(draw(st.lists(st.sampled_from(("a", "b-2", "c3")), max_size=3)))
    facts: dict[str, Any] = dict(
        started_on=draw(DAY) if begun and draw(st.booleans()) else None,
        finished_on=draw(DAY) if status in FINISHED and draw(st.booleans()) else None,
        progress=draw(st.sampled_from(("40%", "7/18"))) if begun and draw(st.booleans()) else None,
        rating=draw(st.integers(1, 5)) if begun and draw(st.booleans()) else None,
        priority=draw(st.sampled_from(("high", "low"))) if begun and draw(st.booleans()) else None,
        due_on=draw(st.dates()).isoformat() if begun and draw(st.booleans()) else None,
    )
    paper = PAPER._replace(
        title=draw(LINE | WORDS),
        name=draw(MAYBE),
        venue=draw(MAYBE),
        topic=draw(MAYBE),
        type=draw(st.sampled_from(TYPES)),
        year=draw(st.integers(1000, 2999) | st.none()),
        links=tuple(Link("page", f"https://example.org/{n}", draw(MAYBE)) for n in range(draw(st.integers(0, 2)))),
        tags=tuple(tags.values()),
        status=status,
        **facts,
    )
    notes = [(draw(TEXT), draw(MAYBE), draw(TEXT | st.none())) for _ in range(draw(st.integers(0, 3)))]
    return Entry(
        paper,
        authors,
        draw(TEXT.map(str.strip) | st.none()),
        tuple(Listing(slug, draw(MAYBE | WORDS), draw(st.integers(1, 99) | st.none())) for slug in lists),
        tuple(Note(n, f"n{n}", "ansor", body, page, quote, WHEN, WHEN) for n, (body, page, quote) in enumerate(notes)),
        (),
        (Reading(status, **facts),) if begun else (),
    )


@settings(max_examples=100, deadline=None)
@given(st.lists(entries(), max_size=3))
def test_whatever_a_library_holds_is_read_back(library: list[Entry]) -> None:
    drafts = [found for found in back(*library) if isinstance(found, Draft)]
    assert [draft._replace(line=None) for draft in drafts] == [held(entry) for entry in library]
