"""Loading many papers at once leaves the library as the triggers would, row by row."""

from __future__ import annotations

import sqlite3
from contextlib import nullcontext
from pathlib import Path

import pytest
from conftest import rows

from readtrack.model import Author, Draft, Identifier, Link, Listing, NoteDraft, Reading, ReadingList, Review, Session
from readtrack.schema import derived
from readtrack.store import Store, adding, opening

DRAFTS = [
    Draft(
        "Notes on the Analytical Engine",
        key="lovelace",
        name="Notes",
        type="article-journal",
        venue="Scientific Memoirs",
        year=1843,
        topic="Programs",
        authors=(Author("Ada Lovelace", ("London", "Ockham")), Author("Luigi Menabrea")),
        links=(Link("pdf", "https://example.org/notes.pdf", "notes"), Link("page", "https://example.org/", None)),
        doi="10.1000/notes",
        arxiv_id="1843.00001",
        url="https://example.org/notes",
        abstract="The engine weaves algebraical patterns.",
        lists=(Listing("engines", "Programs"), Listing("history", None, 7)),
        identifiers=(Identifier("isbn", "9780000000002"),),
        readings=(Reading("read", finished_on="1843"), Reading("reading", "2026-11", rating=5, priority="high")),
        sessions=(Session("2026-11-23", "2026-11-23T09:00:00.000Z", 40, 7), Session("2026-11-24", None, 5)),
        reviews=(Review("2026-11-24", True),),
        tags=("Bernoulli", "weaving"),
        notes=(NoteDraft("Note G", "7", "patterns", uid="n-1"), NoteDraft("A loop!\n\n- twice")),
    ),
    Draft("On Computable Numbers", key="turing", tags=("bernoulli",), authors=(Author("Alan Turing", ("London",)),)),
    Draft("机器能思考吗", key="machines"),
]


TABLES = """authorships authorship_affiliations identifiers links abstracts authors affiliations lists list_papers
    paper_tags tags papers_fts papers_trigram"""


def loaded(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every table of a new library with ``DRAFTS``, but what differs by the moment and by chance."""

    def start(store: Store) -> None:
        adding.start(store, DRAFTS, [ReadingList("engines", "Engines"), ReadingList("history", "History", "a.md")])

    opening.create(path, start)
    tables = {
        name: rows(path, f"SELECT {'rowid, ' if name.startswith('papers_') else ''}* FROM {name}")
        for name in TABLES.split()
    }
    tables["papers"] = rows(path, f"SELECT id, key, title, {', '.join(derived.ALL_COPIES)} FROM papers")
    tables["readings"] = rows(path, "SELECT id, paper, status, started_on, finished_on, rating, priority FROM readings")
    tables["notes"] = rows(path, "SELECT id, paper, body, page, quote, coalesce(uid, '') = 'n-1' FROM notes")
    tables["sessions"] = rows(path, "SELECT id, paper, day, started_at, minutes, pages FROM sessions")
    tables["reviews"] = rows(path, "SELECT id, paper, day, remembered FROM reviews")
    images = "json_remove(after, '$.uid', '$.created_at', '$.updated_at')"
    tables["history"] = rows(path, f"SELECT change, source, row, before, {images} FROM history ORDER BY source, row")
    tables["triggers"] = rows(path, "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name")
    return tables


def test_a_library_is_the_same_with_triggers_and_without(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at_once = loaded(folder / "at-once.db")
    monkeypatch.setattr(adding, "loading", lambda conn: nullcontext())
    by_triggers = loaded(folder / "by-triggers.db")
    assert at_once == by_triggers
    assert at_once["papers"][0][:4] == (1, "lovelace", "Notes on the Analytical Engine", "reading")
    assert len(at_once["history"]) == 2 + 2 + 2 + 1 + 3 + 2  # readings, notes, sessions, reviews, tags of papers, tags
    assert len(at_once["triggers"]) == len(derived.TRIGGERS)


def test_every_row_that_is_loaded_has_a_uid_of_its_own(folder: Path) -> None:
    loaded(folder / "a.db")
    uids = rows(folder / "a.db", "SELECT uid FROM readings UNION ALL SELECT uid FROM notes")
    assert len({uid for (uid,) in uids if uid}) == 4


def test_a_load_that_fails_leaves_library_and_triggers_as_they_were(library: Path) -> None:
    def dump() -> list[str]:
        with sqlite3.connect(library) as conn:
            return list(conn.iterdump())

    before = dump()

    def job(store: Store) -> None:
        with store.change("load"):
            adding.load(store, [Draft("One", key="one"), Draft("Another", key="one")])

    with pytest.raises(Exception, match="UNIQUE"):
        opening.writing(library, job, start=lambda store: None, on_wait=lambda: None)
    assert dump() == before


def test_triggers_of_a_guest_stay_where_they_are(library: Path) -> None:
    with sqlite3.connect(library) as conn:
        conn.execute("CREATE TRIGGER mine AFTER INSERT ON links BEGIN SELECT 1; END")
    opening.writing(
        library,
        lambda store: adding.add(store, Draft("On Computable Numbers")),
        start=lambda store: None,
        on_wait=lambda: None,
    )
    assert rows(library, "SELECT count(*) FROM sqlite_master WHERE name = 'mine'") == [(1,)]


def test_a_load_runs_no_trigger_and_tells_nothing_again_of_the_papers_before(library: Path) -> None:
    with sqlite3.connect(library) as conn:
        conn.execute("INSERT INTO notes (paper, body) VALUES (11, 'a note')")
    told = rows(library, "SELECT * FROM history")
    asked: list[str] = []

    def job(store: Store) -> None:
        store.conn.set_trace_callback(asked.append)
        adding.add(store, Draft("On Computable Numbers", authors=(Author("Alan Turing"),)))

    opening.writing(library, job, start=lambda store: None, on_wait=lambda: None)
    assert any(statement.startswith("DROP TRIGGER") for statement in asked)
    assert rows(library, "SELECT * FROM history") == told
