"""Files of ours are known by their id and brought up to date once, whoever comes first."""

from __future__ import annotations

import sqlite3
import threading
from itertools import pairwise
from pathlib import Path

import pytest
from conftest import Run, rows

from readtrack import schema
from readtrack.errors import LibraryError
from readtrack.schema import derived
from readtrack.store import days

SHAPE = "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY 1, 2"


def fresh(path: Path | str) -> sqlite3.Connection:
    conn = sqlite3.connect(path, isolation_level=None, timeout=60)
    schema.bring_up_to_date(conn)
    return conn


def test_a_library_is_known_by_its_application_id_and_version() -> None:
    conn = fresh(":memory:")
    assert conn.execute("PRAGMA application_id").fetchone() == (0x52445452,)
    assert schema.version_of(conn, "x") == schema.VERSION


def test_the_version_counts_the_migrations() -> None:
    from readtrack.schema.migrations import migrations

    conn = fresh(":memory:")
    assert conn.execute("SELECT count(*) FROM _sqlite_migrations").fetchone() == (schema.VERSION,)
    assert len(migrations._migrations) == schema.VERSION


def test_bringing_an_up_to_date_library_up_to_date_changes_nothing() -> None:
    conn = fresh(":memory:")
    before = conn.execute(SHAPE).fetchall()
    schema.bring_up_to_date(conn)
    assert conn.execute(SHAPE).fetchall() == before


def test_what_is_derived_can_be_dropped_and_made_anew() -> None:
    conn = fresh(":memory:")
    before = conn.execute(SHAPE).fetchall()
    conn.execute("BEGIN")
    derived.drop(conn)
    assert not conn.execute("SELECT 1 FROM sqlite_master WHERE type = 'trigger'").fetchall()
    derived.make(conn)
    conn.execute("COMMIT")
    assert conn.execute(SHAPE).fetchall() == before


def test_a_library_of_a_newer_readtrack_is_refused() -> None:
    conn = fresh(":memory:")
    conn.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    with pytest.raises(LibraryError, match="newer readtrack"):
        schema.version_of(conn, "x")


def test_a_file_that_is_not_ours_is_refused() -> None:
    with pytest.raises(LibraryError, match="not a readtrack library"):
        schema.version_of(sqlite3.connect(":memory:"), "x")


def test_eight_that_open_a_new_file_at_once_all_succeed(tmp_path: Path) -> None:
    failed: list[BaseException] = []

    def open_it() -> None:
        try:
            fresh(tmp_path / "new.db").close()
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=open_it) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed


FACET = "SELECT {0}, count(*) FROM papers GROUP BY {0}"


@pytest.mark.parametrize(
    ("query", "index"),
    [
        *((FACET.format(column), f"COVERING INDEX papers_by_{column}") for column in derived.FACETS),
        ("SELECT tag, count(*) FROM paper_tags GROUP BY tag", "COVERING INDEX paper_tags_by_tag"),
        ("SELECT author, count(*) FROM authorships GROUP BY author", "COVERING INDEX authorships_by_author"),
        ("SELECT * FROM papers WHERE key = 'x'", "INDEX sqlite_autoindex_papers"),
        ("SELECT * FROM papers WHERE name = 'x' COLLATE NOCASE", "INDEX papers_by_name"),
        ("SELECT id FROM papers WHERE title >= 'x' COLLATE NOCASE", "INDEX papers_by_title"),
        ("SELECT * FROM readings WHERE paper = 1 ORDER BY id DESC LIMIT 1", "INDEX readings_by_paper"),
        ("SELECT * FROM notes WHERE paper = 1", "INDEX notes_by_paper"),
        (
            f"SELECT max(created_at) FROM notes WHERE {days.NOTED} >= '2026' GROUP BY {days.NOTED}",
            "COVERING INDEX notes_by_moment",
        ),
        (
            f"SELECT rating, started_on FROM readings WHERE {days.in_year('finished_on', 2025)} AND status = 'read'",
            "COVERING INDEX readings_by_finish",
        ),
        ("SELECT paper FROM links WHERE url = 'x'", "INDEX links_by_url"),
        ("SELECT kind, value FROM identifiers WHERE paper = 1", "INDEX identifiers_by_paper"),
        (
            "SELECT affiliation, count(*) FROM authorship_affiliations GROUP BY affiliation",
            "COVERING INDEX authorship_affiliations_by_affiliation",
        ),
        ("SELECT list FROM list_papers WHERE paper = 1", "INDEX list_papers_by_paper"),
        ("SELECT paper FROM readings WHERE finished_on = '2026-11-24'", "INDEX readings_by_finish"),
        ("SELECT paper FROM readings WHERE status = 'reading' ORDER BY started_on", "INDEX readings_under_way"),
        ("SELECT sum(minutes) FROM sessions WHERE paper = 1", "INDEX sessions_by_paper"),
        ("SELECT id, paper FROM sessions WHERE minutes IS NULL ORDER BY id DESC LIMIT 1", "INDEX sessions_going_on"),
        ("SELECT day, minutes FROM sessions WHERE day BETWEEN '2026-01-01' AND '2026-12-31'", "INDEX sessions_by_day"),
        ("SELECT count(*) FROM reviews WHERE day = '2026-11-24'", "INDEX reviews_by_day"),
        ("SELECT max(day) FROM reviews WHERE paper = 1 AND remembered", "COVERING INDEX reviews_by_paper"),
        ("SELECT id FROM changes WHERE undoes = 1 ORDER BY id DESC LIMIT 1", "INDEX changes_by_undoes"),
        ("SELECT after FROM history WHERE source = 'notes' AND row = '1'", "INDEX history_by_row"),
        ("SELECT id, before FROM history WHERE change = 1 ORDER BY id DESC", "INDEX history_by_change"),
        (
            "SELECT id FROM history WHERE source = 'notes' AND json_extract(coalesce(after, before), '$.paper') = 1",
            "INDEX history_by_paper",
        ),
    ],
)
def test_what_is_asked_often_is_answered_by_an_index(query: str, index: str) -> None:
    plan = " ".join(row[3] for row in fresh(":memory:").execute(f"EXPLAIN QUERY PLAN {query}"))
    assert index in plan
    assert "TEMP B-TREE" not in plan


def test_the_integrity_check_finds_nothing_in_a_new_library(library: Path) -> None:
    assert rows(library, "PRAGMA integrity_check") == [("ok",)]
    assert rows(library, "PRAGMA foreign_key_check") == []


STATED = {
    "paper_tags": (
        "INSERT INTO paper_tags (paper, tag) VALUES (1, 'gpu')",
        "UPDATE tags SET name = 'GPUs' WHERE name = 'gpu'",
        "UPDATE paper_tags SET paper = 2",
        "DELETE FROM paper_tags",
    ),
    "authorships": (
        "DELETE FROM authorships WHERE paper = 1 AND position = 12",
        "UPDATE authors SET name = name || '!'",
    ),
    "authorship_affiliations": ("UPDATE affiliations SET name = 'Berkeley' WHERE name = 'UC Berkeley'",),
    "list_papers": ("DELETE FROM list_papers WHERE paper = 1", "UPDATE lists SET title = 'Systems'"),
}


@pytest.mark.parametrize(("source", "statement"), [(source, each) for source in STATED for each in STATED[source]])
def test_a_table_that_is_counted_tells_every_change_of_it(library: Path, source: str, statement: str) -> None:
    states = "SELECT * FROM _states"
    conn = sqlite3.connect(library, isolation_level=None)
    for earlier in STATED[source]:
        before = dict(conn.execute(states).fetchall())
        conn.execute(earlier)
        if earlier == statement:
            break
    after = dict(conn.execute(states).fetchall())
    assert {name for name in after if after[name] != before[name]} == {source}
    conn.execute("INSERT INTO readings (paper, status) VALUES (3, 'read')")
    conn.execute("INSERT INTO notes (paper, body) VALUES (3, 'a note')")
    assert dict(conn.execute(states).fetchall()) == after
    conn.close()


def test_papers_that_are_loaded_or_unloaded_tell_it(library: Path, run: Run) -> None:
    states = [rows(library, "SELECT * FROM _states")]
    for command in (("add", "A paper", "--author", "Ada Lovelace"), ("undo",)):
        run(*command)
        states.append(rows(library, "SELECT * FROM _states"))
    assert all(a != b for one, other in pairwise(states) for a, b in zip(one, other, strict=True))


def test_two_libraries_are_not_taken_for_one_by_their_states(library: Path, run: Run) -> None:
    run("init", "--empty", "--db", "one.db")
    run("init", "--empty", "--db", "other.db")
    one, other = (rows(Path(name), "SELECT state FROM _states ORDER BY source") for name in ("one.db", "other.db"))
    assert all(a != b for a, b in zip(one, other, strict=True))
