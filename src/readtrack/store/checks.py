"""doctor: what can be wrong with a library, and what of it can be mended without guessing.

Each check is a function that yields what it found, in words, and how often; the mend beside it makes anew, from what
else the library holds, what the check looks at. A check without a mend tells of facts that are gone: only a backup has
them.
"""

import re
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, nullcontext
from typing import NamedTuple, TypeAlias

from readtrack import schema
from readtrack.schema import STATED, derived
from readtrack.store import Store
from readtrack.store.changes import DOCTOR, WORLD

Conn: TypeAlias = sqlite3.Connection
Found: TypeAlias = Iterator[tuple[str, int]]
"""What is wrong, in words, and how often."""

NAMES = (
    ("authorships", "author", "authors"),
    ("authorship_affiliations", "affiliation", "affiliations"),
    ("paper_tags", "tag", "tags"),
)
"""Where names stand: a table, its column, and the table that has each of them once."""

SEARCHES = ("papers_fts", "papers_trigram")
REBUILT = ("_states", "_replacing")
"""Tables that hold nothing of their own; those of the search come with tables that hold its parts."""

FEW = 5
"""How many faults of one kind are told one by one."""

MANY = {"index": "indexes", "trigger": "triggers"}


class Fault(NamedTuple):
    """Something wrong with a library. ``check``: which of the checks found it; ``what``: in words; ``times``: how
    often; ``mends``: whether it can be mended without guessing."""

    check: str
    what: str
    times: int
    mends: bool


class Check(NamedTuple):
    """What is looked at, how, and how it is mended; ``mends``: None where every fault found can be, else which."""

    name: str
    look: Callable[[Conn], Found]
    mend: Callable[[Store], object] | None = None
    mends: re.Pattern[str] | None = None


def examine(store: Store) -> list[Fault]:
    """All that is wrong; on a connection that may write, but changes nothing."""
    return [fault for check in CHECKS for fault in _faults_of(check, store.conn)]


def mend(store: Store) -> None:
    """Mend, in the open transaction, all that can be without guessing."""
    store.actor = DOCTOR
    for check in CHECKS:
        # looked at once more: what was mended before may have mended it, or let it be seen
        if check.mend and any(fault.mends for fault in _faults_of(check, store.conn)):
            _try(check.mend, store)


def _try(mend: Callable[[Store], object], store: Store) -> None:
    """Mend all of it, or where something is missing that it needs, nothing: then the fault stays, and is told."""
    store.conn.execute("SAVEPOINT mend")
    try:
        mend(store)
    except sqlite3.DatabaseError:
        if not store.conn.in_transaction:  # SQLite itself rolls back on a full disk
            raise
        store.conn.execute("ROLLBACK TO mend")
    store.conn.execute("RELEASE mend")


def _faults_of(check: Check, conn: Conn) -> Iterator[Fault]:
    try:
        for what, times in check.look(conn):
            mends = check.mend is not None and (check.mends is None or check.mends.search(what) is not None)
            yield Fault(check.name, what, times, mends)
    except sqlite3.DatabaseError as error:
        yield Fault(check.name, f"cannot be checked: {error}", 1, False)


def _pages(conn: Conn) -> Found:
    # Of one page it may say a hundred things in one row.
    told = [line for row in conn.execute("PRAGMA integrity_check") for line in row[0].split("\n") if line != "ok"]
    yield from ((what, 1) for what in told[:FEW])
    if len(told) > FEW:
        yield "more of the same kind", len(told) - FEW


def _shape(conn: Conn) -> Found:
    with closing(_fresh()) as fresh:
        ours, theirs = _made(fresh), _made(conn)
        missing = [one for one in ours if one not in theirs]
        for many, count in Counter(kind for kind, _ in missing).items():
            if many != "table" and count > FEW:
                yield f"{MANY[many]} are missing", count
            else:
                yield from ((f"the {kind} {name} is missing", 1) for kind, name in missing if kind == many)
        for (kind, name), sql in ours.items():
            if (kind, name) in missing or name.startswith(SEARCHES):
                continue
            if kind == "table":
                columns = "SELECT name FROM pragma_table_info(?)"
                there = {column for (column,) in conn.execute(columns, (name,))}
                for (column,) in fresh.execute(columns, (name,)):
                    if column not in there:
                        yield f"the table {name} has no column {column}", 1
            elif theirs[kind, name] != sql:
                yield f"the {kind} {name} is not as readtrack makes it", 1


def _fresh() -> Conn:
    """A library without a paper."""
    conn = sqlite3.connect(":memory:", isolation_level=None)
    schema.bring_up_to_date(conn)
    return conn


def _made(conn: Conn) -> dict[tuple[str, str], str]:
    rows = conn.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'")
    return {(kind, name): sql for kind, name, sql in rows}


def _make_shape(store: Store) -> None:
    with closing(_fresh()) as fresh:
        ours = _made(fresh)
    theirs = _made(store.conn)
    for (kind, name), sql in ours.items():
        if kind == "table" and name in REBUILT and (kind, name) not in theirs:
            store.conn.execute(sql)
    for (kind, name), sql in ours.items():
        if kind != "table" and theirs.get((kind, name)) != sql:
            store.conn.execute(f"DROP {kind} IF EXISTS {name}")
            store.conn.execute(sql)


def _references(conn: Conn) -> Found:
    for table in (*derived.YOURS, *WORLD, "changes", "history"):  # those of a guest are the guest's
        broken = Counter(parent for _, _, parent, _ in conn.execute(f"PRAGMA foreign_key_check ({table})"))
        for parent, count in broken.items():
            yield f"rows of {table} with one of {parent} that is not there", count


def _make_names(store: Store) -> None:
    for table, column, names in NAMES:
        with store.change("names that were gone") if names in derived.YOURS else nullcontext():
            store.conn.execute(
                f"""INSERT INTO {names} (name)
                SELECT DISTINCT {column} FROM {table} WHERE {column} NOT IN (SELECT name FROM {names})"""
            )


def _keys(conn: Conn) -> Found:
    # An index that is damaged hides what the table holds.
    for table, column in (("papers", "key"), *((table, "uid") for table in derived.FILLED)):
        again = f"SELECT {column}, count(*) FROM {table} NOT INDEXED GROUP BY +{column} HAVING count(*) > 1"
        for value, count in conn.execute(again):
            yield f"rows of {table} with the same {column}, {value}", count


def _copies(conn: Conn) -> Found:
    for source, columns in derived.COPIES.items():
        differs = f"({', '.join(columns)}) IS NOT ({', '.join(columns.values())})"
        (count,) = conn.execute(f"SELECT count(*) FROM papers WHERE {differs}").fetchone()
        if count:
            yield f"papers with other {', '.join(columns)} than {source} tells", count


def _make_copies(store: Store) -> None:
    differs = f"({', '.join(derived.ALL_COPIES)}) IS NOT ({', '.join(derived.ALL_COPIES.values())})"
    store.conn.execute(derived.refresh(derived.ALL_COPIES, f"IN (SELECT id FROM papers WHERE {differs})"))


def _search(conn: Conn) -> Found:
    columns = ", ".join(derived.SEARCHED)
    for table, held, sources in (
        ("papers_fts", columns, ", ".join(derived.SEARCHED.values())),
        ("papers_trigram", "title, tags, notes", ", ".join(derived.SEARCHED[c] for c in ("title", "tags", "notes"))),
    ):
        try:
            conn.execute(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")
        except sqlite3.DatabaseError as error:
            yield f"the words of {table} are damaged ({error})", 1
            continue
        (wrong,) = conn.execute(
            f"SELECT count(*) FROM papers WHERE ({sources}) IS NOT (SELECT {held} FROM {table} WHERE rowid = papers.id)"
        ).fetchone()
        if wrong:
            yield f"papers that {table} finds by other words than they hold", wrong
        (gone,) = conn.execute(f"SELECT count(*) FROM {table} WHERE rowid NOT IN (SELECT id FROM papers)").fetchone()
        if gone:
            yield f"papers that {table} finds and that are not there", gone


def _make_search(store: Store) -> None:
    there = {name for _, name in _made(store.conn)}
    with closing(_fresh()) as fresh:
        ours = {name: sql for (_, name), sql in _made(fresh).items() if name.startswith(SEARCHES)}
        for name in SEARCHES:
            for part in (part for part in ours if part.startswith(f"{name}_")):
                store.conn.execute(f"DROP TABLE IF EXISTS {part}")
                if name in there:  # SQLite drops it only with parts that are sound, such as those of an empty one
                    store.conn.execute(ours[part])
                    _copy_rows(fresh, store.conn, part)
            store.conn.execute(f"DROP TABLE IF EXISTS {name}")
            store.conn.execute(ours[name])
    for statement in derived.reindex("IS NOT NULL"):
        store.conn.execute(statement)


def _copy_rows(source: Conn, to: Conn, table: str) -> None:
    for row in source.execute(f"SELECT * FROM {table}"):
        to.execute(f"INSERT INTO {table} VALUES ({', '.join('?' for _ in row)})", row)


def _history(conn: Conn) -> Found:
    for table in derived.YOURS:
        for query, what in ((_unwritten(table), "not as the history tells"), (_vanished(table), "gone from it unsaid")):
            (count,) = conn.execute(f"SELECT count(*) FROM ({query})").fetchone()
            if count:
                yield f"rows of {table} {what}", count


def _unwritten(table: str) -> str:
    key, now = derived.YOURS[table][1].replace("@", "t"), derived.image(table, "t")
    # A tag may be written in another case since: the history then has it under its name before.
    return f"""SELECT row, before, after FROM (SELECT {key} AS row, {now} AS after, (SELECT h.after FROM history AS h
        WHERE h.source = '{table}' AND h.row = {key} ORDER BY h.id DESC LIMIT 1) AS before FROM {table} AS t) AS held
    WHERE before IS NOT after AND NOT EXISTS (SELECT 1 FROM history AS h
        WHERE h.source = '{table}' AND h.row = held.row COLLATE NOCASE AND h.after = held.after)"""


def _vanished(table: str) -> str:
    key = derived.YOURS[table][1].replace("@", "t")
    return f"""SELECT row, after AS before, NULL AS after FROM history AS h WHERE source = '{table}'
    AND after IS NOT NULL AND row COLLATE NOCASE NOT IN (SELECT {key} FROM {table} AS t)
    AND NOT EXISTS (SELECT 1 FROM history AS l
        WHERE l.source = h.source AND l.row = h.row COLLATE NOCASE AND l.id > h.id)"""


def _make_history(store: Store) -> None:
    with store.change("written without the history"):
        for table in derived.YOURS:
            for query in (_unwritten(table), _vanished(table)):
                store.conn.execute(
                    f"""INSERT INTO history (change, source, row, before, after)
                    SELECT (SELECT id FROM changes WHERE open = 1), '{table}', row, before, after FROM ({query})"""
                )


def _filled(conn: Conn) -> Found:
    for table, columns in derived.FILLED.items():
        for column in columns:
            (count,) = conn.execute(f"SELECT count(*) FROM {table} WHERE {column} IS NULL").fetchone()
            if count:
                yield f"rows of {table} without {column}", count


def _fill(store: Store) -> None:
    values = {"uid": derived.UUID7, "created_at": derived.NOW, "updated_at": derived.NOW}
    for table, columns in derived.FILLED.items():
        for column in columns:
            store.conn.execute(f"UPDATE {table} SET {column} = {values[column]} WHERE {column} IS NULL")


def _changes(conn: Conn) -> Found:
    for number, what in conn.execute("SELECT id, what FROM changes WHERE open IS NOT NULL"):
        yield f"change {number} ({what}) is still open", 1


def _close_changes(store: Store) -> None:
    store.conn.execute("UPDATE changes SET open = NULL WHERE open IS NOT NULL")


def _numbers(conn: Conn) -> Found:
    given = dict(map(tuple, conn.execute("SELECT name, max(seq) FROM sqlite_sequence GROUP BY name")))
    for table in ("papers", *derived.FILLED):
        (most,) = conn.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()
        if most > (given.get(table) or 0):
            yield f"a number of {table} would be given twice", 1


def _count_numbers(store: Store) -> None:
    for table in ("papers", *derived.FILLED):
        told = "json_extract(coalesce(after, before), '$.paper')" if table == "papers" else "CAST(row AS INTEGER)"
        which = "1" if table == "papers" else f"source = '{table}'"
        (number,) = store.conn.execute(
            f"""SELECT max((SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = '{table}'),
                (SELECT coalesce(max(id), 0) FROM {table}),
                (SELECT coalesce(max({told}), 0) FROM history WHERE {which}))"""
        ).fetchone()
        store.conn.execute("DELETE FROM sqlite_sequence WHERE name = ?", (table,))
        store.conn.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (table, number))


def _texts(conn: Conn) -> Found:
    """What is no UTF-8, which SQLite lets every program write."""
    conn.text_factory = bytes
    try:
        for table in (*derived.YOURS, *WORLD, "changes", "history"):
            count = sum(any(map(_is_torn, row)) for row in conn.execute(f"SELECT * FROM {table}"))
            if count:
                yield f"rows of {table} with text that is not UTF-8", count
    finally:
        conn.text_factory = str


def _is_torn(value: object) -> bool:
    if isinstance(value, bytes):
        try:
            value.decode()
        except UnicodeDecodeError:
            return True
    return False


def _states(conn: Conn) -> Found:
    there = {source for (source,) in conn.execute("SELECT source FROM _states")}
    for source in STATED:
        if source not in there:
            yield f"nothing tells when {source} changes", 1


def _make_states(store: Store) -> None:
    for source in STATED:
        store.conn.execute("INSERT OR REPLACE INTO _states VALUES (?, random())", (source,))


_SHAPE_MENDED = re.compile(r"(trigger|index) \w+ is|(triggers|indexes) are|table (papers_fts|papers_trigram|_)\w* is m")

CHECKS = (
    Check("file", _pages, lambda store: store.conn.execute("REINDEX"), re.compile(" index ")),
    Check("shape", _shape, _make_shape, _SHAPE_MENDED),
    Check("states", _states, _make_states),
    Check("changes", _changes, _close_changes),  # before one is opened to mend
    Check("references", _references, _make_names, re.compile("one of (authors|affiliations|tags) ")),
    Check("keys", _keys),
    Check("texts", _texts),
    Check("copies", _copies, _make_copies),
    Check("search", _search, _make_search),
    Check("filled", _filled, _fill),
    Check("history", _history, _make_history),
    Check("numbers", _numbers, _count_numbers),
)
