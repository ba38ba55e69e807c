"""undo and redo: the last change taken back as a whole, and brought back.

History keeps every row of yours before and after, so a change is taken back by putting its rows back, the last first.
Of what the world says, ``changes.papers`` keeps what was there before. Both is done as one more change, which points
to the one it ``undoes``: so it can be taken back itself, which is what redo does.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from typing import Any

from readtrack.errors import RefusedError
from readtrack.past import Change
from readtrack.schema import derived
from readtrack.schema.loading import loading, unload
from readtrack.store import Store
from readtrack.store.changes import DOCTOR, MANY, WORLD, Rows

Row = dict[str, Any]

_CHANGES = "SELECT id, at, actor, what, undoes FROM changes"


def undo(store: Store) -> Change:
    """Take the last change back that is not taken back already; the change that did it.

    Raises:
        RefusedError: there is none, or what it changed has been changed since by somebody who left no history.
    """
    last = next(undoable(store), None)
    if not last:
        raise RefusedError("there is nothing to undo.")
    return _take_back(store, last, f"undo {last.what.removeprefix('redo ')}")


def redo(store: Store) -> Change:
    """Bring back what was undone last, if nothing else was changed since; the change that did it.

    Raises:
        RefusedError: there is none.
    """
    before = None
    while last := _last(store, before):
        if last.undoes is None:
            break
        if not _is_redo(store, last):
            return _take_back(store, last, f"redo {last.what.removeprefix('undo ')}")
        before = last.undoes
    raise RefusedError("there is nothing to redo: nothing was undone since the last change.")


def undoable(store: Store) -> Iterator[Change]:
    """The changes that can be taken back one after the other, the last first."""
    before = None
    while last := _last(store, before):
        if last.undoes is None or _is_redo(store, last):
            yield last
            before = last.id
        else:  # it took another back: before that stands what is next
            before = last.undoes


def _last(store: Store, before: int | None) -> Change | None:
    found = store.conn.execute(
        f"{_CHANGES} WHERE open IS NULL AND actor <> ? AND id < ? ORDER BY id DESC LIMIT 1",
        (DOCTOR, 1 << 62 if before is None else before),
    ).fetchone()
    return Change(*found) if found else None


def _is_redo(store: Store, change: Change) -> bool:
    """Whether a change brought something back: it took one back that took one back."""
    depth, undoes = 0, change.undoes
    while undoes is not None:
        depth += 1
        (undoes,) = store.conn.execute("SELECT undoes FROM changes WHERE id = ?", (undoes,)).fetchone()
    return depth > 0 and depth % 2 == 0


def _take_back(store: Store, change: Change, what: str) -> Change:
    try:
        with store.change(what, undoes=change.id):
            _put_back(store, change.id)
    except sqlite3.IntegrityError as error:
        raise RefusedError(
            f'"{change.what}" cannot be taken back: something it changed is gone ({error}). Nothing was changed.'
        ) from error
    made = store.conn.execute(f"{_CHANGES} WHERE undoes = ? ORDER BY id DESC LIMIT 1", (change.id,)).fetchone()
    return Change(*made)


def _put_back(store: Store, number: int) -> None:
    (text,) = store.conn.execute("SELECT papers FROM changes WHERE id = ?", (number,)).fetchone()
    image = json.loads(text or "{}")
    added, before, after = image.get("added", []), image.get("before", {}), image.get("after", {})
    steps = [
        (source, json.loads(was or "null"), json.loads(now or "null"))
        for source, was, now in store.conn.execute(
            "SELECT source, before, after FROM history WHERE change = ? ORDER BY id DESC", (number,)
        )
    ]
    _restore_world(store, image.get("lists", []), added, before, after)
    gone = set(added)
    if _doctor_added_to(store, number, gone):
        raise RefusedError(
            "doctor put into the history what was written on a paper that came with it, and that would go too. "
            "Nothing was changed."
        )
    for source, was, now in steps:
        # what a paper that goes away got in this change goes with it, all at once
        if source != "tags" and not (was is None and now.get("paper") in gone):
            _restore(store.conn, source, was, now)
    if added:
        unload(store.conn, json.dumps(added))
    for source, was, now in steps:
        if source == "tags":
            _restore(store.conn, source, was, now)
    _drop_lists(store.conn, image.get("lists", []))


def _doctor_added_to(store: Store, number: int, papers: set[int]) -> bool:
    """Whether doctor has written rows of these papers into the history since the change of this number."""
    rows = store.conn.execute(
        """SELECT json_extract(coalesce(after, before), '$.paper') FROM history
        WHERE change IN (SELECT id FROM changes WHERE actor = ? AND id > ?)""",
        (DOCTOR, number),
    )
    return any(paper in papers for (paper,) in rows)


def _restore(conn: sqlite3.Connection, source: str, was: Row | None, now: Row | None) -> None:
    """Put one row back to what it ``was``; where that is so already, nothing is written."""
    key = derived.primary_key(source)
    where = " AND ".join(f"{column} = ?" for column in key)

    def named(row: Row) -> list[Any]:
        return [row[column] for column in key]

    if was is None:
        conn.execute(f"DELETE FROM {source} WHERE {where}", named(now or {}))
        return
    columns, values = ", ".join(was), list(was.values())
    for row in (now, was):
        if row and conn.execute(f"SELECT 1 FROM {source} WHERE {where}", named(row)).fetchone():
            conn.execute(
                f"UPDATE {source} SET ({columns}) = ({_marks(was)}) WHERE {where}"
                f" AND ({_compared(was)}) IS NOT ({_marks(was)})",
                [*values, *named(row), *values],
            )
            return
    conn.execute(f"INSERT INTO {source} ({columns}) VALUES ({_marks(was)})", values)


def _marks(row: Iterable[str]) -> str:
    return ", ".join("?" for _ in row)


def _compared(row: Iterable[str]) -> str:
    return ", ".join(f"{column} COLLATE BINARY" for column in row)


def _restore_world(store: Store, lists: list[str], added: list[int], before: Rows, after: Rows) -> None:
    """Put facts back to what they were ``before``, and keep in the open change what they are now.

    ``after``: what they were when the change was done. What somebody else has changed since stays.
    """
    ids = [row["id"] for row in before.get("papers", ())]
    now = store.rows_of([*added, *ids])
    there = {row["id"] for row in now["papers"]}
    known = [*lists, *(row["slug"] for row in before.get("lists", ()))]
    now["lists"] = [
        dict(row) for row in store.conn.execute(f"SELECT * FROM lists WHERE slug IN {MANY}", (json.dumps(known),))
    ]
    # One that the change left there, and that is gone, somebody has deleted since.
    missing = set(ids) - there - {row["id"] for row in after.get("papers", ())}
    unlisted = {row["slug"] for row in before.get("lists", ())} - {row["slug"] for row in now["lists"]}
    store.write_image(added=sorted(missing), lists=sorted(unlisted), before=now)
    _put_lists(store.conn, before)
    _take_from(store.conn, added, before)
    _restore_facts(store, before, after, now)
    (top,) = store.conn.execute("SELECT coalesce(max(id), 0) FROM papers").fetchone()
    # The last papers of all, as many as an import adds, are loaded; what was taken from among others is few.
    with loading(store.conn) if missing and min(missing) > top else nullcontext():
        for table in WORLD:
            _insert(store.conn, table, [row for row in before.get(table, ()) if _paper(table, row) in missing])


def _take_from(conn: sqlite3.Connection, added: list[int], before: Rows) -> None:
    """Take from papers that are about to go what a merge took from another."""
    gone = json.dumps(added)
    for row in before.get("identifiers", ()):
        conn.execute(
            f"DELETE FROM identifiers WHERE kind = ? AND value = ? AND paper IN {MANY}",
            (row["kind"], row["value"], gone),
        )
    for row in before.get("links", ()):
        conn.execute(f"DELETE FROM links WHERE id = ? AND paper IN {MANY}", (row["id"], gone))


def _restore_facts(store: Store, before: Rows, after: Rows, now: Rows) -> None:
    """Put back what a change did to papers that are still there: columns and rows that are as it left them."""
    left, here = ({row["id"]: row for row in rows.get("papers", ())} for rows in (after, now))
    for row in before.get("papers", ()):
        if (number := row["id"]) in left and number in here:
            was, then, is_ = _facts(row), _facts(left[number]), _facts(here[number])
            same = {column for column in was if then.get(column) == is_.get(column)}
            store.set_facts(number, {column: was[column] for column in same if was[column] != then.get(column)})
    kept = [row["id"] for row in before.get("papers", ()) if row["id"] in left and row["id"] in here]
    for tables in (("authorships", "authorship_affiliations"), *((table,) for table in _SINGLE)):
        for number in kept:
            was_, then_, is__ = (_of(rows, tables, number) for rows in (before, after, now))
            if was_ != then_:
                _restore_rows(store.conn, tables, number, was_, then_, is__)


_SINGLE = tuple(table for table in WORLD[1:] if not table.startswith("authorship"))


def _restore_rows(
    conn: sqlite3.Connection, tables: tuple[str, ...], paper: int, was: list[Row], then: list[Row], now: list[Row]
) -> None:
    """Put back the rows of a paper. Authors and their places are one thing: where any of it is another, all stays."""
    if len(tables) > 1:
        if then == now:
            for table in reversed(tables):
                conn.execute(f"DELETE FROM {table} WHERE paper = ?", (paper,))
            for table in tables:
                _insert(conn, table, [row for row in was if row["_"] == table])
        return
    for row in then:
        if row not in was and row in now:
            facts = {column: value for column, value in row.items() if column != "_"}
            same = " AND ".join(f"{column} IS ?" for column in facts)
            conn.execute(f"DELETE FROM {tables[0]} WHERE {same}", list(facts.values()))
    _insert(conn, tables[0], [row for row in was if row not in then and row not in now])


def _of(rows: Rows, tables: tuple[str, ...], paper: int) -> list[Row]:
    """The rows of a paper in some tables, each with the name of its table under ``_``."""
    return [{**row, "_": table} for table in tables for row in rows.get(table, ()) if row["paper"] == paper]


def _put_lists(conn: sqlite3.Connection, before: Rows) -> None:
    """Lists as they were, and the names that are used by papers as they were."""
    for row in before.get("lists", ()):
        conn.execute(
            """INSERT INTO lists (slug, title, source) VALUES (:slug, :title, :source)
            ON CONFLICT (slug) DO UPDATE SET title = excluded.title, source = excluded.source""",
            row,
        )
    for names, table, column in (
        ("authors", "authorships", "author"),
        ("affiliations", "authorship_affiliations", "affiliation"),
    ):
        used = {row[column] for row in before.get(table, ())}
        conn.executemany(f"INSERT OR IGNORE INTO {names} (name) VALUES (?)", [(name,) for name in sorted(used)])


def _drop_lists(conn: sqlite3.Connection, slugs: list[str]) -> None:
    """Take lists away that a change made, unless somebody has put papers on them since."""
    conn.execute(
        f"DELETE FROM lists WHERE slug IN {MANY} AND slug NOT IN (SELECT list FROM list_papers)", (json.dumps(slugs),)
    )


def _insert(conn: sqlite3.Connection, table: str, rows: list[Row]) -> None:
    for row in rows:
        facts = {"id": row["id"], **_facts(row)} if table == "papers" else row
        facts = {column: value for column, value in facts.items() if column != "_"}
        if table == "links" and conn.execute("SELECT 1 FROM links WHERE id = ?", (facts["id"],)).fetchone():
            del facts["id"]  # its number has been given to another
        conn.execute(f"INSERT INTO {table} ({', '.join(facts)}) VALUES ({_marks(facts)})", list(facts.values()))


def _paper(table: str, row: Row) -> int:
    return int(row["id" if table == "papers" else "paper"])


def _facts(row: Row) -> Row:
    """The columns of a row of ``papers`` that are no copies of something else."""
    return {column: value for column, value in row.items() if column not in derived.ALL_COPIES and column != "id"}
