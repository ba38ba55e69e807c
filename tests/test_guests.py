"""Other programs may write to a library: what they write shows everywhere, and destroys nothing."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import Run, rows


@pytest.fixture(params=[(0, 0), (0, 1), (1, 0), (1, 1)], ids=["plain", "foreign-keys", "recursive", "both"])
def guest(request: pytest.FixtureRequest, library: Path) -> Iterator[sqlite3.Connection]:
    """A program with each setting of the two pragmas that change what triggers and references do."""
    conn = sqlite3.connect(library, isolation_level=None)
    recursive, foreign_keys = request.param
    conn.execute(f"PRAGMA recursive_triggers = {recursive}")
    conn.execute(f"PRAGMA foreign_keys = {foreign_keys}")
    yield conn
    conn.close()


def one(conn: sqlite3.Connection, query: str, *values: object) -> Any:
    (value,) = conn.execute(query, values).fetchone()
    return value


def found(conn: sqlite3.Connection, word: str) -> list[int]:
    return [row[0] for row in conn.execute("SELECT rowid FROM papers_fts WHERE papers_fts MATCH ?", (word,))]


def test_a_note_is_searched_counted_and_in_the_history_with_what_it_left_out(guest: sqlite3.Connection) -> None:
    guest.execute("INSERT INTO notes (paper, body, uid, created_at) VALUES (1, 'zebra 量子計算の論文', NULL, NULL)")
    assert found(guest, "zebra") == [1]
    assert one(guest, "SELECT rowid FROM papers_trigram WHERE papers_trigram MATCH '計算の'") == 1
    assert one(guest, "SELECT notes FROM papers WHERE id = 1") == 1
    uid, created = guest.execute("SELECT uid, created_at FROM notes").fetchone()
    assert uid[14] == "7"
    assert created.endswith("Z")
    after = json.loads(one(guest, "SELECT after FROM history"))
    assert (after["body"], after["uid"]) == ("zebra 量子計算の論文", uid)
    assert one(guest, "SELECT actor || ': ' || what FROM changes ORDER BY id DESC LIMIT 1") == "sql: insert notes"


def test_a_statement_is_one_change_however_many_rows_it_writes(guest: sqlite3.Connection) -> None:
    statements = (
        "INSERT INTO notes (paper, body) VALUES (1, 'a'), (2, 'b'), (3, 'c')",
        "INSERT INTO notes (paper, body) VALUES (1, 'd')",
        "INSERT INTO paper_tags VALUES (1, 'new'), (2, 'new'), (2, 'other')",
        "UPDATE notes SET body = body || '!'",
        "INSERT OR REPLACE INTO notes (id, paper, body) VALUES (1, 1, 'r'), (2, 1, 's')",
        "UPDATE tags SET name = name || 's'",
        "DELETE FROM notes",
        "DELETE FROM paper_tags",
        "INSERT INTO readings (paper, status) VALUES (1, 'read'), (2, 'queued')",
    )
    guest.execute("BEGIN")
    for statement in statements:
        before = one(guest, "SELECT count(*) FROM changes")
        guest.execute(statement)
        assert one(guest, "SELECT count(*) FROM changes") == before + 1, statement
    guest.execute("COMMIT")


def test_a_reading_moves_the_status_and_a_tag_the_tags(guest: sqlite3.Connection) -> None:
    guest.execute("INSERT INTO readings (paper, status, finished_on, rating) VALUES (1, 'read', '2020-11', 5)")
    guest.execute("INSERT INTO paper_tags VALUES (1, 'tensor'), (1, 'quark')")
    copied = guest.execute("SELECT status, finished_on, rating, tags FROM papers WHERE id = 1").fetchone()
    assert copied == ("read", "2020-11", 5, '["quark","tensor"]')
    assert found(guest, "quark") == [1]
    guest.execute("DELETE FROM readings")
    guest.execute("UPDATE paper_tags SET tag = 'lepton' WHERE tag = 'quark'")
    assert guest.execute("SELECT status, rating, tags FROM papers WHERE id = 1").fetchone() == (
        "unread",
        None,
        '["lepton","tensor"]',
    )
    assert found(guest, "quark") == []


@pytest.mark.parametrize("columns", ["id, title", "key, title", "id, key, title"])
def test_replacing_a_paper_keeps_its_number_its_key_and_all_that_hangs_on_it(
    guest: sqlite3.Connection, columns: str
) -> None:
    guest.execute("INSERT INTO readings (paper, status) VALUES (1, 'read')")
    guest.execute("INSERT INTO notes (paper, body) VALUES (1, 'zebra')")
    guest.execute("INSERT INTO paper_tags VALUES (1, 'gpu')")
    kept = "status, tags, notes, authors, affiliations, links, arxiv_id"
    before = guest.execute(f"SELECT {kept} FROM papers WHERE id = 1").fetchone()
    values = {"id": 1, "key": "ansor", "title": "A new title"}
    given = [values[column.strip()] for column in columns.split(",")]
    guest.execute(f"INSERT OR REPLACE INTO papers ({columns}) VALUES ({', '.join('?' * len(given))})", given)
    assert guest.execute(f"SELECT {kept} FROM papers WHERE id = 1").fetchone() == before
    assert guest.execute("SELECT id, key FROM papers WHERE title = 'A new title'").fetchall() == [(1, "ansor")]
    assert found(guest, "zebra") == found(guest, "new") == [1]
    assert found(guest, "performance") == [4]
    assert guest.execute("PRAGMA foreign_key_check").fetchall() == []
    assert one(guest, "SELECT count(*) FROM papers_fts") == 11


def test_an_insert_that_would_replace_two_papers_is_refused(guest: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="two different papers"):
        guest.execute("INSERT OR REPLACE INTO papers (id, key, title) VALUES (2, 'ansor', 'x')")


def test_replacing_a_note_keeps_its_uid_and_its_first_day(guest: sqlite3.Connection) -> None:
    guest.execute("INSERT INTO notes (paper, body) VALUES (1, 'first')")
    before = guest.execute("SELECT uid, created_at FROM notes").fetchone()
    guest.execute("INSERT OR REPLACE INTO notes (id, paper, body) VALUES (1, 1, 'second')")
    assert guest.execute("SELECT uid, created_at FROM notes").fetchone() == before
    images = [json.loads(row[0])["body"] for row in guest.execute("SELECT after FROM history WHERE after IS NOT NULL")]
    assert images == ["first", "second"]


def test_a_note_that_moved_to_another_number_is_not_lost_when_its_old_number_is_used(guest: sqlite3.Connection) -> None:
    guest.execute("INSERT INTO notes (paper, body) VALUES (1, 'precious')")
    guest.execute("UPDATE notes SET id = 52 WHERE id = 1")
    for how in ("INSERT OR REPLACE", "INSERT OR IGNORE"):
        guest.execute(f"{how} INTO notes (id, paper, body) VALUES (1, 2, 'new')")
    assert guest.execute("SELECT id, body FROM notes ORDER BY id").fetchall() == [(1, "new"), (52, "precious")]
    assert one(guest, "SELECT count(DISTINCT uid) FROM notes") == 2


def test_a_note_whose_number_another_takes_is_in_the_history(guest: sqlite3.Connection) -> None:
    guest.execute("INSERT INTO notes (paper, body) VALUES (1, 'first'), (2, 'second')")
    guest.execute("UPDATE OR REPLACE notes SET id = 2 WHERE id = 1")
    assert guest.execute("SELECT id, body FROM notes").fetchall() == [(2, "first")]
    before = guest.execute("SELECT before FROM history WHERE row = '2' AND before IS NOT NULL").fetchall()
    assert [json.loads(image)["body"] for (image,) in before] == ["second"]
    guest.execute("INSERT INTO notes (paper, body) VALUES (3, 'third')")
    with pytest.raises(sqlite3.IntegrityError, match="another row has this uid"):
        guest.execute("UPDATE OR REPLACE notes SET uid = (SELECT uid FROM notes WHERE id = 2) WHERE paper = 3")


def test_a_paper_with_only_a_title_gets_a_key_and_goes_without_a_trace(guest: sqlite3.Connection) -> None:
    guest.execute("INSERT INTO papers (title, status, tags) VALUES ('Bare unicorn', 'read', '[\"x\"]')")
    assert guest.execute("SELECT key, status, tags FROM papers WHERE id = 12").fetchone() == (
        "paper-12",
        "unread",
        "[]",
    )
    guest.execute("INSERT INTO authorships VALUES (12, 1, 'Ada Lovelace')")
    assert found(guest, "lovelace") == found(guest, "unicorn") == [12]
    guest.execute("DELETE FROM papers WHERE id = 12")
    assert found(guest, "lovelace") == []
    assert one(guest, "SELECT count(*) FROM authorships WHERE paper = 12") == 0


ON_A_PAPER = "authorship_affiliations authorships identifiers abstracts links list_papers".split()


def test_what_the_world_says_of_a_paper_goes_with_it_and_what_it_says_of_others_stays(
    guest: sqlite3.Connection,
) -> None:
    guest.execute("INSERT INTO papers (id, title, name) VALUES (20, 'Bare unicorn', 'Unicorn')")
    for statement in (
        "authorships VALUES (20, 1, 'Ada Lovelace')",
        "authorship_affiliations VALUES (20, 1, 1, 'Ockham')",
        "identifiers (paper, kind, value) VALUES (20, 'doi', '10.1000/1'), (1, 'doi', '10.1000/2')",
        "abstracts VALUES (20, 'Sixteen horns'), (1, 'Sixteen sketches')",
        "links (paper, url) VALUES (20, 'https://example.org/')",
        "list_papers (list, paper) VALUES ('osdi2020', 20)",
    ):
        guest.execute(f"INSERT INTO {statement}")
    before = {table: one(guest, f"SELECT count(*) FROM {table} WHERE paper <> 20") for table in ON_A_PAPER}
    assert found(guest, "horns") == found(guest, "unicorn") == [20]
    guest.execute("DELETE FROM papers WHERE id = 20")
    assert {table: one(guest, f"SELECT count(*) FROM {table}") for table in ON_A_PAPER} == before
    for table in ("papers_fts", "papers_trigram"):
        assert one(guest, f"SELECT count(*) FROM {table} WHERE rowid = 20") == 0
        assert one(guest, f"SELECT count(*) FROM {table}") == 11


@pytest.mark.parametrize("table", ["papers_fts", "papers_trigram"])
def test_words_of_a_paper_move_with_its_number(guest: sqlite3.Connection, table: str) -> None:
    guest.execute("INSERT INTO papers (title) VALUES ('Bare unicorn')")
    guest.execute("UPDATE papers SET id = 20 WHERE id = 12")
    matching = f"SELECT rowid FROM {table} WHERE {table} MATCH 'unicorn'"
    assert guest.execute(matching).fetchall() == [(20,)]
    assert one(guest, f"SELECT count(*) FROM {table}") == 12


def test_copies_follow_where_a_number_is_given_to_another_paper(guest: sqlite3.Connection) -> None:
    guest.execute("PRAGMA foreign_keys = 0")
    guest.execute("INSERT INTO papers (title) VALUES ('Bare unicorn')")
    guest.execute("INSERT INTO paper_tags VALUES (12, 'gpu')")
    guest.execute("UPDATE papers SET id = 20 WHERE id = 12")
    assert one(guest, "SELECT tags FROM papers WHERE id = 20") == "[]"


@pytest.mark.parametrize("change", ["title = 'Quagga'", "name = 'Quagga'", "name = 'Quagga', title = 'Bare'"])
def test_a_new_title_or_name_is_found_and_the_old_one_is_not(guest: sqlite3.Connection, change: str) -> None:
    guest.execute("INSERT INTO papers (title, name) VALUES ('Unicorn', 'Unicorn')")
    guest.execute(f"UPDATE papers SET {change} WHERE id = 12")
    assert found(guest, "quagga") == [12]
    guest.execute("UPDATE papers SET title = 'Bare', name = NULL WHERE id = 12")
    assert found(guest, "quagga") == found(guest, "unicorn") == []


def test_copies_stand_in_the_order_of_their_sources(guest: sqlite3.Connection) -> None:
    guest.execute("INSERT INTO papers (title) VALUES ('Bare')")
    for statement in (
        "authorships VALUES (12, 2, 'Ada'), (12, 1, 'Zoe')",
        "authorship_affiliations VALUES (12, 1, 1, 'Yale'), (12, 1, 2, 'Bern'), (12, 2, 1, 'Aix'), (12, 2, 2, 'Bern')",
        "links (paper, url) VALUES (12, 'https://z.example/'), (12, 'https://a.example/')",
        "identifiers (paper, kind, value) VALUES (12, 'doi', '10.2/b'), (12, 'doi', '10.1/a'), (12, 'arxiv', '2001.1')",
        "paper_tags VALUES (12, 'zebra'), (12, 'Ape')",
    ):
        guest.execute(f"INSERT INTO {statement}")
    copied = guest.execute("SELECT authors, affiliations, tags, doi, arxiv_id FROM papers WHERE id = 12").fetchone()
    assert copied == ('["Zoe","Ada"]', '["Yale","Bern","Aix"]', '["Ape","zebra"]', "10.1/a", "2001.1")
    assert [link["url"][8] for link in json.loads(one(guest, "SELECT links FROM papers WHERE id = 12"))] == ["z", "a"]


def test_a_name_whose_case_changes_does_so_where_it_is_used(guest: sqlite3.Connection) -> None:
    guest.execute("INSERT INTO paper_tags VALUES (1, 'gpu'), (2, 'other')")
    guest.execute("UPDATE tags SET name = 'GPU' WHERE name = 'gpu'")
    assert guest.execute("SELECT paper, tag FROM paper_tags").fetchall() == [(1, "GPU"), (2, "other")]
    assert one(guest, "SELECT tags FROM papers WHERE id = 1") == '["GPU"]'


def test_a_change_keeps_the_uid_it_came_with_and_gets_one_if_it_had_none(guest: sqlite3.Connection) -> None:
    guest.execute(
        "INSERT INTO changes (at, actor, what, uid) VALUES ('2026-11-24', 'me', 'x', 'mine'), ('y', 'z', 'x', NULL)"
    )
    (mine,), (other,) = guest.execute("SELECT uid FROM changes WHERE what = 'x' ORDER BY id").fetchall()
    assert (mine, len(other), other[14]) == ("mine", 36, "7")


def test_a_goal_that_went_before_is_not_told_again_when_another_comes(guest: sqlite3.Connection) -> None:
    goal = "INSERT INTO goals (papers, from_on, by_on) VALUES (12, '2026-01-01', ?)"
    guest.execute(goal, ("2026-12-31",))
    guest.execute("DELETE FROM goals")
    guest.execute(goal, ("2026-06-30",))
    guest.execute(goal, ("2026-12-31",))
    assert guest.execute("SELECT row, count(*) FROM history GROUP BY row").fetchall() == [("1", 2), ("2", 1), ("3", 1)]


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("DELETE FROM papers WHERE id = 1", "readtrack remove"),
        ("UPDATE papers SET status = 'read' WHERE id = 2", "change the table readings"),
        ("UPDATE papers SET tags = '[]' WHERE id = 1", "change the table paper_tags"),
        ("UPDATE papers SET key = NULL WHERE id = 1", "needs a key"),
        ("UPDATE history SET row = '9'", "history is kept"),
        ("DELETE FROM history", "history is kept"),
        ("INSERT OR REPLACE INTO history (id, change, source, row) VALUES (1, 1, 'notes', '1')", "history is kept"),
        ("DELETE FROM changes", "changes are kept"),
    ],
)
def test_what_would_break_the_library_is_refused_with_a_reason(
    guest: sqlite3.Connection, statement: str, said: str
) -> None:
    guest.execute("INSERT INTO paper_tags VALUES (1, 'gpu')")
    with pytest.raises(sqlite3.IntegrityError, match=said):
        guest.execute(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO readings (paper, status) VALUES (1, 'raed')",
        "INSERT INTO readings (paper, status) VALUES (1, 'unread')",
        "INSERT INTO readings (paper, status, rating) VALUES (1, 'read', 6)",
        "INSERT INTO readings (paper, status, progress) VALUES (1, 'reading', '140%')",
        "INSERT INTO readings (paper, status, progress) VALUES (1, 'reading', '19/18')",
        "INSERT INTO readings (paper, status, progress) VALUES (1, 'reading', 'half')",
        "INSERT INTO readings (paper, status, finished_on) VALUES (1, 'read', '2026-02-30')",
        "INSERT INTO readings (paper, status, finished_on) VALUES (1, 'read', '2026-13')",
        "INSERT INTO readings (paper, status, finished_on) VALUES (1, 'reading', '2026-01-01')",
        "INSERT INTO readings (paper, status, due_on) VALUES (1, 'queued', '2026-01')",
        "INSERT INTO readings (paper, status, priority) VALUES (1, 'queued', 'urgent')",
        "INSERT INTO notes (paper, body) VALUES (1, ' \n ')",
        "INSERT INTO papers (title) VALUES ('  ')",
        "INSERT INTO papers (title, type) VALUES ('x', 'inproceedings')",
        "INSERT INTO papers (title, key) VALUES ('x', 'Not a key')",
        "INSERT INTO papers (title, year) VALUES ('x', 20)",
        "INSERT INTO links (paper, kind, url) VALUES (1, 'blog', 'https://example.org')",
        "INSERT INTO identifiers VALUES (1, 'name', 'x')",
        "INSERT INTO sessions (paper, day, minutes) VALUES (1, '2026-02-30', 5)",
        "INSERT INTO sessions (paper, day, minutes) VALUES (1, NULL, 5)",
        "INSERT INTO sessions (paper, day, minutes) VALUES (NULL, '2026-02-03', 5)",
        "INSERT INTO sessions (paper, day, minutes) VALUES (1, '2026-02-03', -1)",
        "INSERT INTO sessions (paper, day, minutes, pages) VALUES (1, '2026-02-03', 5, -1)",
        "INSERT INTO sessions (paper, day) VALUES (1, '2026-02-03')",
        "INSERT INTO sessions (paper, day, minutes) VALUES (99, '2026-02-03', 5)",
        "INSERT INTO reviews (paper, day, remembered) VALUES (1, '2026-02', 1)",
        "INSERT INTO reviews (paper, day, remembered) VALUES (1, NULL, 1)",
        "INSERT INTO reviews (paper, day, remembered) VALUES (NULL, '2026-02-03', 1)",
        "INSERT INTO reviews (paper, day, remembered) VALUES (1, '2026-02-03', 2)",
        "INSERT INTO reviews (paper, day) VALUES (1, '2026-02-03')",
        "INSERT INTO reviews (paper, day, remembered) VALUES (99, '2026-02-03', 1)",
        "INSERT INTO goals (papers, from_on, by_on) VALUES (0, '2026-01-01', '2026-12-31')",
        "INSERT INTO goals (from_on, by_on) VALUES ('2026-01-01', '2026-12-31')",
        "INSERT INTO goals (papers, from_on, by_on) VALUES (9, '2026-01', '2026-12-31')",
        "INSERT INTO goals (papers, from_on, by_on) VALUES (9, NULL, '2026-12-31')",
        "INSERT INTO goals (papers, from_on, by_on) VALUES (9, '2026-01-01', '2026-12')",
        "INSERT INTO goals (papers, from_on, by_on) VALUES (9, '2026-01-01', NULL)",
        "INSERT INTO goals (papers, from_on, by_on) VALUES (9, '2026-12-31', '2026-01-01')",
        "INSERT INTO goals (papers, from_on, by_on) SELECT 9, '2025-01-01', '2026-01-01' FROM papers",
        "INSERT INTO history (change, source, row) VALUES (1, 'papers', '1')",
        "INSERT INTO history (change, source, row) VALUES (1, NULL, '1')",
        "INSERT INTO history (change, source, row) VALUES (1, 'notes', NULL)",
        "INSERT INTO history (change, source, row) VALUES (NULL, 'notes', '1')",
        "INSERT INTO history (change, source, row) VALUES (99, 'notes', '1')",
        "INSERT INTO history (change, source, row, before) VALUES (1, 'notes', '1', '{')",
        "INSERT INTO history (change, source, row, after) VALUES (1, 'notes', '1', '{')",
        "INSERT INTO _states VALUES ('links', NULL)",
    ],
)
def test_every_vocabulary_and_range_is_checked(library: Path, statement: str) -> None:
    conn = sqlite3.connect(library)
    conn.execute("PRAGMA foreign_keys = 1")
    with pytest.raises(sqlite3.IntegrityError):
        conn.execute(statement)
    conn.close()


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        ("readings", "(paper, status) VALUES (1, 'read')"),
        ("notes", "(paper, body) VALUES (1, 'a note')"),
        ("sessions", "(paper, day, minutes) VALUES (1, '2026-02-03', 0)"),
        ("reviews", "(paper, day, remembered) VALUES (1, '2026-02-03', 0)"),
        ("goals", "(papers, from_on, by_on) VALUES (1, '2026-02-03', '2026-02-03')"),
    ],
)
def test_a_number_that_was_given_is_never_given_again(guest: sqlite3.Connection, table: str, columns: str) -> None:
    guest.execute(f"INSERT INTO {table} {columns}")
    guest.execute(f"UPDATE {table} SET id = 7")
    guest.execute(f"UPDATE {table} SET id = 5")
    guest.execute(f"DELETE FROM {table}")
    guest.execute(f"INSERT INTO {table} {columns}")
    assert guest.execute(f"SELECT id FROM {table}").fetchall() == [(8,)]


@pytest.mark.parametrize("day", ["2020", "2020-11", "2020-11-04", "2024-02-29"])
def test_a_day_may_be_known_only_as_a_year_or_month(library: Path, day: str) -> None:
    conn = sqlite3.connect(library)
    conn.execute("INSERT INTO readings (paper, status, finished_on) VALUES (1, 'read', ?)", (day,))
    assert one(conn, "SELECT finished_on FROM papers WHERE id = 1") == day
    conn.close()


def sqlite_utils(*arguments: str, given: object = None) -> str:
    ran = subprocess.run(
        [sys.executable, "-m", "sqlite_utils", *arguments],
        input=None if given is None else json.dumps(given),
        capture_output=True,
        text=True,
        check=True,
    )
    return ran.stdout


def test_sqlite_utils_inserts_upserts_and_replaces(run: Run, library: Path) -> None:
    run("mark", "Ansor", "--read")
    run("notes", "add", "Ansor", "zebra")
    sqlite_utils("insert", "readtrack.db", "notes", "-", given=[{"paper": 2, "body": "quokka"}])
    sqlite_utils("insert", "readtrack.db", "paper_tags", "-", given=[{"paper": 2, "tag": "animals"}])
    sqlite_utils("upsert", "readtrack.db", "papers", "-", "--pk", "id", given=[{"id": 1, "title": "Ansor again"}])
    sqlite_utils("insert", "readtrack.db", "papers", "-", "--replace", given=[{"id": 3, "title": "Rammer again"}])
    assert [paper["key"] for paper in run("list", "quokka", "--json").json] == ["hummingbird"]
    assert [paper["key"] for paper in run("list", "--tag", "animals", "--json").json] == ["hummingbird"]
    ansor = run("show", "ansor", "--json").json
    assert (ansor["title"], ansor["status"], len(ansor["authors"])) == ("Ansor again", "read", 12)
    assert [note["body"] for note in ansor["notes"]] == ["zebra"]
    rammer = run("show", "rammer", "--json").json
    assert (rammer["title"], len(rammer["authors"])) == ("Rammer again", 10)
    assert {row[0] for row in rows(library, "SELECT actor FROM changes")} == {"cli", "sql"}


def test_sqlite_utils_finds_the_full_text_search_by_itself(library: Path) -> None:
    found = json.loads(sqlite_utils("search", "readtrack.db", "papers", "clockwork", "-c", "key"))
    assert found == [{"key": "clockwork"}]
