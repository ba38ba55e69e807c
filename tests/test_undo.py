"""undo and redo: whoever made a change, in whatever order, taking all back gives the library as it was."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

from conftest import Run
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readtrack.errors import ReadtrackError, RefusedError
from readtrack.model import Author, Draft, Link, Listing, Mark, NoteDraft, Paper, Plan, Reading, ReadingList
from readtrack.store import Store, adding, checks, imports, merging, reviewing, sessions, undoing
from readtrack.store.goals import aim, remove_goal
from readtrack.store.imports import Batch

YOURS = ("readings", "notes", "tags", "paper_tags", "sessions", "reviews", "goals")
WORLD = (
    "papers",
    "identifiers",
    "abstracts",
    "authorships",
    "authorship_affiliations",
    "links",
    "lists",
    "list_papers",
)
SEARCH = ("papers_fts", "papers_trigram")


def copy_of(library: Path) -> Store:
    """A library in memory, for one example."""
    conn = sqlite3.connect(":memory:", isolation_level=None)
    source = sqlite3.connect(library)
    source.backup(conn)
    source.close()
    conn.execute("PRAGMA foreign_keys = ON")
    return Store(conn)


def dump(conn: sqlite3.Connection, *tables: str) -> dict[str, list[tuple[object, ...]]]:
    return {
        table: sorted(
            (
                tuple(row)
                for row in conn.execute(
                    f"SELECT rowid, * FROM {table}" if table in SEARCH else f"SELECT * FROM {table}"
                )
            ),
            key=repr,
        )
        for table in tables or (*YOURS, *WORLD, *SEARCH)
    }


# One step: what a person, a page or a program does. Each takes the store and two numbers that choose.
def _paper(store: Store, a: int) -> Paper:
    papers = [row[0] for row in store.conn.execute("SELECT id FROM papers ORDER BY id")]
    if not papers:
        raise RefusedError("no paper is left")
    return store.paper(papers[a % len(papers)])


def _draft(a: int, b: int) -> Draft:
    return Draft(
        f"Paper {a % 7}",
        year=2000 + a % 7,
        authors=(Author("Ada Lovelace", ("Analytical Society",) if b % 2 else ()), Author("Alan Turing")),
        venue="OSDI" if b % 3 else None,
        doi=f"10.1000/{a % 7}" if b % 2 else None,
        links=(Link("pdf", f"https://example.org/{a}.pdf"),),
        tags=("gpu", "New") if b % 2 else (),
        notes=(NoteDraft(f"note {b % 3}"),) if b % 3 else (),
        readings=(Reading("read", finished_on="2020"),) if b % 2 else (),
        lists=(Listing(f"list-{b % 2}", "Section", a),),
    )


def _import(store: Store, a: int, b: int) -> None:
    found: list[Draft | ReadingList] = [
        ReadingList(f"list-{b % 2}", f"List {b}"),
        *(_draft(a + i, b) for i in range(b % 3 + 1)),
    ]
    imports.import_(store, [Batch("x.md", "test", found)])


def _merge(store: Store, a: int, b: int) -> None:
    one, other = _paper(store, a), _paper(store, b)
    merging.merge(store, one, other)


def _edit(store: Store, a: int, b: int) -> None:
    facts = {"title": f"Title {b}", "authors": (Author("Kurt Gödel"),), "abstract": "x" * (b % 3)}
    store.edit(_paper(store, a), facts)


def _sql(statement: str) -> Callable[[Store, int, int], object]:
    def run(store: Store, a: int, b: int) -> object:
        paper = _paper(store, a)
        return store.conn.execute(
            statement, {"p": paper.id if paper else 0, "n": b % 5 + 1, "t": ("gpu", "GPU", "x")[b % 3]}
        )

    return run


STATUSES = ("read", "reading", "queued", "skimmed", "abandoned", "unread")
STEPS: dict[str, Callable[[Store, int, int], object]] = {
    "mark": lambda s, a, b: s.mark([_paper(s, a), _paper(s, a + 1)], Mark(STATUSES[b % 6])),
    "again": lambda s, a, b: s.mark([_paper(s, a)], Mark(STATUSES[b % 5], again=True)),
    "rate": lambda s, a, b: s.mark([_paper(s, a)], Mark("read", rating=b % 5 + 1)),
    "plan": lambda s, a, b: s.plan([_paper(s, a)], Plan("2027-01-02" if b % 2 else "", ("high", "")[b % 2])),
    "tag": lambda s, a, b: s.add_tags(_paper(s, a), [("gpu", "GPU", "x")[b % 3], "y"]),
    "untag": lambda s, a, b: s.remove_tags(_paper(s, a), [("gpu", "x", "y")[b % 3]]),
    "rename": lambda s, a, b: s.rename_tag(("gpu", "x", "y")[a % 3], ("gpu", "GPU", "z", "x")[b % 4]),
    "delete tag": lambda s, a, b: s.delete_tag(("gpu", "x", "z")[a % 3]),
    "note": lambda s, a, b: s.add_note(_paper(s, a), f"words {b}"),
    "edit note": lambda s, a, b: s.edit_note(s.note(b % 4 + 1), text=f"other {a}"),
    "remove note": lambda s, a, b: s.remove_note(s.note(b % 4 + 1)),
    "add": lambda s, a, b: adding.add(s, _draft(a, b)),
    "edit": _edit,
    "remove": lambda s, a, b: s.remove(_paper(s, a)),
    "merge": _merge,
    "import": _import,
    "goal": lambda s, a, b: aim(s, a + 1, f"2026-12-{b % 3 + 10}", None, "2026-11-24"),
    "start": lambda s, a, b: sessions.start(s, _paper(s, a)),
    "done": lambda s, a, b: sessions.done(
        s, _paper(s, a) if b % 2 else None, day=None, minutes=b + 1, pages=b, mark=Mark("read") if a % 2 else None
    ),
    "review": lambda s, a, b: reviewing.answer(s, _paper(s, a), bool(b % 2)),
    "remove goal": lambda s, a, b: remove_goal(s, f"2026-12-{a % 3 + 10}"),
    "sql session": _sql("INSERT INTO sessions (paper, day, minutes) VALUES (:p, '2026-11-24', :n)"),
    "sql review": _sql("INSERT INTO reviews (paper, day, remembered) VALUES (:p, '2026-11-24', :n % 2)"),
    "sql longer": _sql("UPDATE sessions SET minutes = minutes + 1, paper = :p WHERE id = :n"),
    "sql forget": _sql("DELETE FROM reviews WHERE id >= :n"),
    "sql goal": _sql("INSERT OR REPLACE INTO goals (papers, from_on, by_on) VALUES (:p, '2026-01-01', '2026-12-11')"),
    "sql note": _sql("INSERT INTO notes (paper, body) VALUES (:p, 'by SQL')"),
    "sql reading": _sql("INSERT INTO readings (paper, status, rating) VALUES (:p, 'skimmed', :n)"),
    "sql edit": _sql("UPDATE notes SET body = body || '!' WHERE id = :n"),
    "sql delete": _sql("DELETE FROM notes WHERE id >= :n"),
    "sql replace": _sql("INSERT OR REPLACE INTO notes (id, paper, body) VALUES (:n, :p, 'replaced')"),
    "sql tag": _sql("INSERT OR IGNORE INTO paper_tags (paper, tag) VALUES (:p, :t)"),
    "sql rename": _sql("UPDATE OR IGNORE tags SET name = 'w' WHERE name = :t"),
    "sql move": _sql("UPDATE readings SET paper = :p WHERE id = :n"),
    "sql clear": _sql("DELETE FROM paper_tags WHERE paper = :p"),
    "undo": lambda s, a, b: undoing.undo(s),
    "redo": lambda s, a, b: undoing.redo(s),
}  # fmt: skip


def play(store: Store, steps: list[tuple[str, int, int]]) -> None:
    for name, a, b in steps:
        try:
            STEPS[name](store, a, b)
        except ReadtrackError:
            assert not store.conn.in_transaction, name
        except sqlite3.IntegrityError:
            assert name.startswith("sql ")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(sorted(STEPS)), st.integers(0, 30), st.integers(0, 30)), max_size=14))
def test_undoing_everything_gives_the_library_that_was(library: Path, steps: list[tuple[str, int, int]]) -> None:
    store = copy_of(library)
    (began,) = (change.id for change in undoing.undoable(store))
    before = dump(store.conn)
    play(store, steps)
    after = dump(store.conn)
    undone = 0
    while (last := next(undoing.undoable(store), None)) and last.id != began:
        undoing.undo(store)
        undone += 1
    if last:
        assert dump(store.conn) == before
    else:  # a step undid the first list too
        assert dump(store.conn, *YOURS) == {table: [] for table in YOURS}
    for _ in range(undone):
        undoing.redo(store)
    assert dump(store.conn) == after
    store.conn.execute("BEGIN")
    assert checks.examine(store) == []
    store.conn.close()


def take(library: Path, *found: Draft) -> None:
    conn = sqlite3.connect(library, isolation_level=None)
    imports.import_(Store(conn), [Batch("list.md", "test", found)])
    conn.close()


def test_an_import_that_was_undone_can_be_made_again(library: Path, run: Run) -> None:
    ansor = Draft(
        "Ansor: Generating High-Performance Tensor Programs for Deep Learning",
        year=2020,
        authors=(Author("Lianmin Zheng"), Author("Chengfan Jia")),
        tags=("gpu",),
        notes=(NoteDraft("a note"),),
        readings=(Reading("read", finished_on="2020"),),
    )
    take(library, ansor)
    after = run("show", "ansor", "--json").json
    assert run("undo").code == 0
    assert run("show", "ansor", "--json").json["tags"] == []
    take(library, ansor)
    again = run("show", "ansor", "--json").json
    for paper in (after, again):
        paper["notes"] = [note["body"] for note in paper["notes"]]
    assert again == after


def test_what_you_removed_after_a_redo_does_not_come_back_by_an_import(library: Path, run: Run) -> None:
    tagged = Draft("A paper with a tag", tags=("gpu",))
    take(library, tagged)
    run("undo")
    run("redo")
    run("tags", "remove", "paper-with-tag", "gpu")
    take(library, tagged)
    assert run("show", "paper-with-tag", "--json").json["tags"] == []


def test_a_merge_that_was_undone_is_no_merge_to_an_import(library: Path, run: Run) -> None:
    two = [Draft("One title of two papers", key="one", year=2001), Draft("Another title", key="two", year=2001)]
    take(library, *two)
    run("merge", "one", "two")
    run("undo")
    take(library, *two)
    assert run("show", "two").code == 0


def test_undo_takes_a_change_back_as_a_whole_and_redo_brings_it_back(library: Path, run: Run) -> None:
    run("mark", "ansor", "gavel", "--read", "--rating", "4")
    ran = run("undo")
    assert ran.code == 0
    assert ran.out.startswith("Undone: mark ansor gavel read")
    assert [run("show", key, "--json").json["status"] for key in ("ansor", "gavel")] == ["unread", "unread"]
    assert run("redo").out.startswith("Redone: mark ansor gavel read")
    assert [run("show", key, "--json").json["rating"] for key in ("ansor", "gavel")] == [4, 4]


def test_undo_goes_back_step_by_step_and_a_new_change_ends_redo(library: Path, run: Run) -> None:
    for key in ("ansor", "gavel"):
        run("tags", "add", key, "x")
    assert "gavel" in run("undo").out
    assert "ansor" in run("undo").out
    assert "ansor" in run("redo").out
    run("tags", "add", "hived", "y")
    ran = run("redo")
    assert (ran.code, ran.err) == (1, "Error: there is nothing to redo: nothing was undone since the last change.\n")
    assert "hived" in run("undo").out
    assert "ansor" in run("undo").out


def test_undo_takes_back_what_plain_sql_did(library: Path, run: Run) -> None:
    conn = sqlite3.connect(library, isolation_level=None)
    conn.execute("INSERT INTO notes (paper, body) VALUES (1, 'one'), (2, 'two')")
    conn.close()
    assert run("undo").out.startswith("Undone: insert notes")
    assert run("notes", "list", "--json").json == []


def test_a_new_library_can_be_emptied_and_nothing_more_undone(library: Path, run: Run) -> None:
    assert run("undo").code == 0
    assert run("list").out == "The library is empty.\n"
    ran = run("undo")
    assert (ran.code, ran.err) == (1, "Error: there is nothing to undo.\n")
    assert run("redo").code == 0
    assert len(run("list", "--json").json) == 11


def test_undo_is_itself_in_the_history(library: Path, run: Run) -> None:
    run("notes", "add", "ansor", "keep me")
    run("undo")
    conn = sqlite3.connect(library)
    told = conn.execute("SELECT what, undoes FROM changes ORDER BY id").fetchall()
    kept = conn.execute("SELECT before ->> '$.body' FROM history ORDER BY id DESC LIMIT 1").fetchone()
    conn.close()
    assert told[1:] == [("note on ansor", None), ("undo note on ansor", 2)]
    assert kept == ("keep me",)


def test_undo_lists_what_can_be_taken_back(library: Path, run: Run) -> None:
    run("mark", "ansor", "--read")
    run("tags", "add", "gavel", "x")
    run("undo")
    listed = run("undo", "--list").out.splitlines()
    assert "mark ansor read" in listed[0]
    assert "start with osdi2020" in listed[1]
    assert len(listed) == 2
    assert [change["what"] for change in run("undo", "--list", "--json").json] == [
        "mark ansor read",
        "start with osdi2020",
    ]


def test_what_cannot_be_put_back_is_refused_and_nothing_changes(library: Path, run: Run) -> None:
    run("tags", "add", "ansor", "x")
    run("tags", "remove", "ansor", "x")
    conn = sqlite3.connect(library, isolation_level=None)
    conn.execute("DELETE FROM papers WHERE key = 'ansor'")
    before = conn.execute("SELECT count(*) FROM changes").fetchone()
    ran = run("undo")
    assert ran.code == 1
    assert ran.err.startswith('Error: "untag ansor x" cannot be taken back: something it changed is gone')
    assert conn.execute("SELECT count(*) FROM changes").fetchone() == before
    conn.close()


def test_undo_of_many_papers_needs_no_trigger_for_each(library: Path, run: Run) -> None:
    take(library, *(Draft(f"Paper {n}", tags=("x",), notes=(NoteDraft("n"),)) for n in range(300)))
    assert run("undo").code == 0
    assert len(run("list", "--json", "--limit", "0").json) == 11
    assert run("redo").code == 0
    assert len(run("list", "--json", "--limit", "0", "--tag", "x").json) == 300
    assert len(run("search", "--json", "--limit", "0", "tag:x", "note:n").json) == 300


def test_after_undoing_a_merge_readings_can_be_added_as_ever(library: Path, run: Run) -> None:
    run("mark", "gavel", "--read")
    run("mark", "hived", "--read")
    run("add", "Merge me", "--key", "mm")
    run("merge", "gavel", "mm")
    assert run("log", "gavel").out.count("earlier reading") == 0
    run("undo")
    assert run("mark", "kungfu", "--read").code == 0
    assert run("plan", "rammer", "--due", "friday").code == 0


def test_a_number_that_a_reading_had_is_never_given_again(library: Path, run: Run) -> None:
    conn = sqlite3.connect(library, isolation_level=None)
    conn.execute("INSERT INTO readings (paper, status) VALUES (1, 'queued')")
    conn.execute("UPDATE readings SET id = 70")
    conn.execute("DELETE FROM readings")
    conn.execute("INSERT INTO readings (paper, status) VALUES (2, 'queued')")
    assert conn.execute("SELECT id FROM readings").fetchall() == [(71,)]
    uids = conn.execute("SELECT DISTINCT coalesce(after, before) ->> '$.uid' FROM history WHERE source = 'readings'")
    assert len(uids.fetchall()) == 2
    conn.close()


def test_an_edited_note_and_a_removed_tag_do_not_come_back_after_redo(library: Path, run: Run) -> None:
    paper = Draft("A paper with a note", key="pn", notes=(NoteDraft("first words"),), tags=("gpu",))
    take(library, paper)
    run("undo")
    run("redo")
    run("notes", "edit", "1", "other words")
    run("tags", "remove", "pn", "gpu")
    run("undo")
    run("redo")
    take(library, paper)
    shown = run("show", "pn", "--json").json
    assert [note["body"] for note in shown["notes"]] == ["other words"]
    assert shown["tags"] == []


def test_undo_leaves_alone_what_sql_did_since_to_the_facts(library: Path, run: Run) -> None:
    run("edit", "gavel", "--title", "Another title", "--abstract", "abc")
    conn = sqlite3.connect(library, isolation_level=None)
    conn.execute("UPDATE papers SET venue = 'ATC' WHERE key = 'gavel'")
    conn.execute("INSERT INTO links (paper, kind, url) VALUES (8, 'code', 'https://example.org/code')")
    conn.close()
    run("undo")
    shown = run("show", "gavel", "--json").json
    assert shown["title"].startswith("Heterogeneity")
    assert (shown["venue"], shown["abstract"]) == ("ATC", None)
    assert "https://example.org/code" in [link["url"] for link in shown["links"]]
    run("redo")
    shown = run("show", "gavel", "--json").json
    assert (shown["title"], shown["venue"], shown["abstract"]) == ("Another title", "ATC", "abc")


def test_undo_takes_nothing_from_other_papers(library: Path, run: Run) -> None:
    run("add", "Paper P", "--key", "pp", "--link", "https://example.org/p.pdf")
    run("remove", "pp", "--yes")
    conn = sqlite3.connect(library, isolation_level=None)
    conn.execute("INSERT INTO links (paper, kind, url) VALUES (8, 'code', 'https://example.org/code')")
    conn.close()
    assert run("undo").code == 0
    assert "https://example.org/code" in [link["url"] for link in run("show", "gavel", "--json").json["links"]]
    assert [link["url"] for link in run("show", "pp", "--json").json["links"]] == ["https://example.org/p.pdf"]


def test_a_paper_that_sql_deleted_since_does_not_come_back(library: Path, run: Run) -> None:
    run("edit", "kungfu", "--year", "2021")
    conn = sqlite3.connect(library, isolation_level=None)
    conn.execute("DELETE FROM papers WHERE key = 'kungfu'")
    conn.close()
    assert run("undo").code == 0
    assert run("show", "kungfu").code == 1


def test_an_identifier_that_another_paper_got_since_is_not_taken(library: Path, run: Run) -> None:
    run("add", "Paper with a DOI", "--key", "d1", "--doi", "10.1000/x")
    run("remove", "d1", "--yes")
    conn = sqlite3.connect(library, isolation_level=None)
    conn.execute("INSERT INTO identifiers (kind, value, paper) VALUES ('doi', '10.1000/x', 8)")
    conn.close()
    ran = run("undo")
    assert ran.code == 1
    assert "cannot be taken back" in ran.err
    assert run("show", "gavel", "--json").json["doi"] == "10.1000/x"


def test_undo_gives_a_list_the_title_it_had(library: Path, run: Run) -> None:
    conn = sqlite3.connect(library, isolation_level=None)
    imports.import_(Store(conn), [Batch("a.md", "test", [Draft("One", lists=(Listing("new"),))])])
    imports.import_(
        Store(conn),
        [Batch("a.md", "test", [ReadingList("new", "A title", "a.md"), Draft("Two", lists=(Listing("new"),))])],
    )
    run("undo")
    assert tuple(conn.execute("SELECT title, source FROM lists WHERE slug = 'new'").fetchone()) == ("new", None)
    conn.execute("INSERT INTO list_papers (list, paper) VALUES ('new', 8)")
    run("undo")
    assert conn.execute("SELECT count(*) FROM lists WHERE slug = 'new'").fetchone()[0] == 1  # it is in use by then
    conn.close()


def test_where_there_is_no_library_undo_says_so_and_makes_none(run: Run, folder: Path) -> None:
    for command in ("undo", "redo"):
        ran = run(command)
        assert (ran.code, ran.err[:35]) == (1, "Error: there is no library here (re")
    assert list(folder.iterdir()) == []


def test_undo_speaks_json(library: Path, run: Run) -> None:
    run("tags", "add", "ansor", "gpu")
    (undone,) = run("undo", "--json").json
    assert (undone["what"], undone["papers"]) == (
        "undo tag ansor gpu",
        [{"key": "ansor", "changes": ["tag gpu removed"]}],
    )
    assert run("redo", "--json").json[0]["what"] == "redo tag ansor gpu"


def test_what_one_undo_of_many_papers_says_is_short(library: Path, run: Run) -> None:
    run("mark", *(paper["key"] for paper in run("list", "--json").json), "--queued")
    assert run("undo").out == "Undone: mark ansor hummingbird rammer clockwork ... (11 papers)\n"
