"""What follows from the tables: indexes, and the triggers that keep copies, search and history true.

Made anew after every migration, from the lists here. The triggers do not rely on the pragmas of whoever writes:
sqlite3 and Datasette leave ``foreign_keys`` and ``recursive_triggers`` off, sqlite-utils turns the second on.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from readtrack.schema import STATED

NOW = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"

# UUIDv7, RFC 9562 section 5.7: 48 bits of Unix milliseconds first, so the text sorts by time.
UUID7 = """(SELECT substr(t, 1, 8) || '-' || substr(t, 9) || '-7' || substr(r, 1, 3) || '-'
        || substr('89ab', 1 + abs(random() % 4), 1) || substr(r, 4, 3) || '-' || substr(r, 7, 12)
        FROM (SELECT printf('%012x', CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)) AS t,
                     lower(hex(randomblob(9))) AS r))"""

FACETS = ("status", "topic", "year", "venue", "rating")
"""The columns that get a covering index each: whichever is filtered, every facet is counted inside one index."""

INDEXES = (
    *(
        f"CREATE INDEX papers_by_{column} ON papers ({', '.join([column, *(c for c in FACETS if c != column)])})"
        for column in FACETS
    ),
    "CREATE INDEX papers_by_title ON papers (title COLLATE NOCASE)",
    "CREATE INDEX papers_by_name ON papers (name COLLATE NOCASE) WHERE name IS NOT NULL",
    # What is told of all that was read, without the wide rows of the papers. It is taken only with the status in front.
    "CREATE INDEX papers_read ON papers (status, topic, finished_on, authors, affiliations) WHERE status = 'read'",
    """CREATE INDEX papers_to_review ON papers (finished_on, added_at, status)
    WHERE status NOT IN ('unread', 'queued', 'reading', 'abandoned')""",
    "CREATE INDEX identifiers_by_paper ON identifiers (paper)",
    "CREATE INDEX authorships_by_author ON authorships (author, paper)",
    "CREATE INDEX authorship_affiliations_by_affiliation ON authorship_affiliations (affiliation, paper)",
    "CREATE INDEX links_by_url ON links (url)",
    "CREATE INDEX list_papers_by_paper ON list_papers (paper)",
    "CREATE INDEX readings_by_paper ON readings (paper)",
    "CREATE INDEX readings_by_finish ON readings (finished_on, status, paper, started_on, rating)",
    "CREATE INDEX readings_under_way ON readings (started_on, paper) WHERE status = 'reading'",
    "CREATE INDEX notes_by_paper ON notes (paper)",
    "CREATE INDEX notes_by_moment ON notes (substr(created_at, 1, 10), created_at, paper)",
    "CREATE INDEX sessions_by_paper ON sessions (paper)",
    "CREATE INDEX sessions_going_on ON sessions (id, paper) WHERE minutes IS NULL",
    "CREATE INDEX sessions_by_day ON sessions (day)",
    "CREATE INDEX reviews_by_day ON reviews (day)",
    "CREATE INDEX reviews_by_paper ON reviews (paper, id, day, remembered)",
    "CREATE INDEX paper_tags_by_tag ON paper_tags (tag, paper)",
    "CREATE INDEX changes_by_undoes ON changes (undoes) WHERE undoes IS NOT NULL",
    "CREATE INDEX history_by_row ON history (source, row)",
    "CREATE INDEX history_by_change ON history (change)",
    "CREATE INDEX history_by_paper ON history (source, json_extract(coalesce(after, before), '$.paper'))",
)


def _latest(column: str) -> str:
    return f"(SELECT {column} FROM readings WHERE paper = papers.id ORDER BY id DESC LIMIT 1)"


def _identifier(kind: str) -> str:
    return f"(SELECT min(value) FROM identifiers WHERE paper = papers.id AND kind = '{kind}')"


def _array(value: str, rows: str) -> str:
    return f"(SELECT json_group_array({value}) FROM ({rows}))"


COPIES: dict[str, dict[str, str]] = {
    "readings": {
        "status": f"coalesce({_latest('status')}, 'unread')",
        **{
            column: _latest(column)
            for column in ("rating", "progress", "started_on", "finished_on", "due_on", "priority")
        },
    },
    "paper_tags": {"tags": _array("tag", "SELECT tag FROM paper_tags WHERE paper = papers.id ORDER BY tag")},
    "notes": {"notes": "(SELECT count(*) FROM notes WHERE paper = papers.id)"},
    "authorships": {
        "authors": _array("author", "SELECT author FROM authorships WHERE paper = papers.id ORDER BY position")
    },
    "authorship_affiliations": {
        "affiliations": _array(
            "affiliation",
            "SELECT affiliation FROM authorship_affiliations WHERE paper = papers.id"
            " GROUP BY affiliation ORDER BY min(author_position * 1000 + position)",
        )
    },
    "links": {
        "links": _array(
            "json_object('kind', kind, 'url', url, 'label', label)",
            "SELECT kind, url, label FROM links WHERE paper = papers.id ORDER BY id",
        )
    },
    "identifiers": {"doi": _identifier("doi"), "arxiv_id": _identifier("arxiv")},
}
"""Source table -> column of ``papers`` -> the expression it is a copy of."""

ALL_COPIES = {column: expression for columns in COPIES.values() for column, expression in columns.items()}


def refresh(columns: dict[str, str], which: str) -> str:
    """A statement that computes copies anew, in the papers whose id is ``which`` ("= new.id", "> 7")."""
    pairs = ", ".join(f"{column} = {expression}" for column, expression in columns.items())
    return f"UPDATE papers SET {pairs} WHERE id {which};"


SEARCHED = {
    "title": "title",
    "name": "name",
    "authors": "(SELECT group_concat(value, ', ') FROM json_each(authors))",
    "tags": "(SELECT group_concat(value, ', ') FROM json_each(tags))",
    "abstract": "(SELECT body FROM abstracts WHERE paper = papers.id)",
    "notes": "(SELECT group_concat(body || coalesce(' ' || quote, ''), char(10)) FROM notes WHERE paper = papers.id)",
}
"""Column of ``papers_fts`` -> the expression, of a row of ``papers``, whose words it holds."""


def reindex(which: str) -> tuple[str, ...]:
    """Statements that put words into both search tables, from their sources, for the papers whose id is ``which``."""
    return (
        f"DELETE FROM papers_fts WHERE rowid {which};",
        f"DELETE FROM papers_trigram WHERE rowid {which};",
        f"""INSERT INTO papers_fts (rowid, {", ".join(SEARCHED)})
        SELECT id, {", ".join(SEARCHED.values())}
        FROM papers WHERE id {which};""",
        f"""INSERT INTO papers_trigram (rowid, title, tags, notes)
        SELECT rowid, title, tags, notes FROM papers_fts WHERE rowid {which};""",
    )


def _reindexed(paper: str) -> str:
    return "".join(f"\n    {statement}" for statement in reindex(f"= {paper}"))


# now() is one value within a statement and total_changes() moves only when one ends, or by what its own triggers
# do: together they tell whether this row is changed by the very statement that left the mark.
_SAME_STATEMENT = f"at = {NOW} AND mark = total_changes() - 1"

_LAST_CHANGE = "(SELECT max(id) FROM changes)"


_MARK = f"""
    UPDATE changes SET mark = total_changes() WHERE id = {_LAST_CHANGE} AND open IS NULL;"""


def image(table: str, row: str) -> str:
    """The JSON object that history keeps of a row of ``table``, which the statement calls ``row``."""
    return f"json_object({', '.join(f'{c!r}, {row}.{c}' for c in YOURS[table][0])})"


def _history(table: str, key: str, event: str) -> tuple[str, str]:
    """Statements that see to it that there is a change to write under, and those that write down the row."""
    old, new = (key.replace("@", row) for row in ("old", "new"))
    into = "INSERT INTO history (change, source, row, before, after)"
    begin = f"""
    INSERT INTO changes (at, actor, what) SELECT {NOW}, 'sql', '{event.lower()} {table}'
        WHERE NOT EXISTS (SELECT 1 FROM changes WHERE id = {_LAST_CHANGE} AND (open = 1 OR {_SAME_STATEMENT}));"""
    begin += _replaced(table, into) if event != "DELETE" else ""
    if event == "INSERT":
        # A REPLACE may have taken the old row without a word: its last image is what was there before.
        rows = f"""
    {into}
        SELECT {_LAST_CHANGE}, '{table}', {new}, {_last_image(table, new)}, {image(table, table)} FROM {table}
        WHERE {" AND ".join(f"{c} = new.{c}" for c in primary_key(table))};"""
    elif event == "UPDATE":
        rows = f"""
    {into} VALUES ({_LAST_CHANGE}, '{table}', {old}, {image(table, "old")},
        CASE WHEN {old} = {new} THEN {image(table, "new")} END);
    {into} SELECT {_LAST_CHANGE}, '{table}', {new}, {_last_image(table, new)}, {image(table, "new")}
        WHERE {old} <> {new};"""
    else:
        rows = f"""
    {into} VALUES ({_LAST_CHANGE}, '{table}', {old}, {image(table, "old")}, NULL);"""
    return begin, rows


def _replaced(table: str, into: str) -> str:
    """A statement that writes down the goal that a REPLACE took without a word, because both end on one day."""
    if table != "goals":
        return ""
    return f"""
    {into} SELECT {_LAST_CHANGE}, h.source, h.row, h.after, NULL FROM history AS h
        WHERE h.source = 'goals' AND json_extract(h.after, '$.by_on') = new.by_on
        AND NOT EXISTS (SELECT 1 FROM goals WHERE id = CAST(h.row AS INTEGER))
        AND NOT EXISTS (SELECT 1 FROM history AS l WHERE l.source = 'goals' AND l.row = h.row AND l.id > h.id);"""


def _last_image(table: str, key: str, image: str = "after") -> str:
    return f"(SELECT {image} FROM history WHERE source = '{table}' AND row = {key} ORDER BY id DESC LIMIT 1)"


def primary_key(table: str) -> tuple[str, ...]:
    """The columns that tell one row of a table of yours from the others."""
    return {"paper_tags": ("paper", "tag"), "tags": ("name",)}.get(table, ("id",))


YOURS: dict[str, tuple[tuple[str, ...], str]] = {
    "readings": (
        ("id", "uid", "paper", "status", "started_on", "finished_on", "progress", "rating", "priority", "due_on"),
        "CAST(@.id AS TEXT)",
    ),
    "notes": (
        ("id", "uid", "paper", "body", "page", "quote", "created_at", "updated_at"),
        "CAST(@.id AS TEXT)",
    ),
    "sessions": (("id", "uid", "paper", "day", "started_at", "minutes", "pages"), "CAST(@.id AS TEXT)"),
    "reviews": (("id", "uid", "paper", "day", "remembered"), "CAST(@.id AS TEXT)"),
    "goals": (("id", "uid", "papers", "from_on", "by_on"), "CAST(@.id AS TEXT)"),
    "tags": (("name",), "@.name"),
    "paper_tags": (("paper", "tag"), "json_array(@.paper, @.tag)"),
}
"""Table -> its columns, and how ``history.row`` names one of its rows (``@``: old or new)."""

ON_PAPERS = tuple(table for table, (columns, _) in YOURS.items() if "paper" in columns)
"""The tables of yours whose rows hang on a paper."""

FILLED: dict[str, tuple[str, ...]] = {
    "readings": ("uid",),
    "notes": ("uid", "created_at", "updated_at"),
    "sessions": ("uid",),
    "reviews": ("uid",),
    "goals": ("uid",),
}
"""What a trigger fills in where it is null: other tools insert explicit nulls, which defeat a DEFAULT."""


def _fill(table: str) -> str:
    before = _last_image(table, "CAST(new.id AS TEXT)", "coalesce(after, before)")
    values = {"uid": UUID7, "created_at": NOW, "updated_at": NOW}
    # A row that was replaced keeps what it had; but its uid only where it did not move on with another number.
    kept = {
        "uid": f"(SELECT uid FROM (SELECT json_extract({before}, '$.uid') AS uid) AS had"
        f" WHERE NOT EXISTS (SELECT 1 FROM {table} AS t WHERE t.uid = had.uid))",
        "created_at": f"json_extract({before}, '$.created_at')",
        "updated_at": "NULL",
    }
    pairs = ", ".join(f"{c} = coalesce({c}, {kept[c]}, {values[c]})" for c in FILLED[table])
    missing = " OR ".join(f"{c} IS NULL" for c in FILLED[table])
    return f"\n    UPDATE {table} SET {pairs} WHERE id = new.id AND ({missing});"


def _source_triggers(table: str) -> Iterator[str]:
    """One trigger for each event on a table that copies, search or history depend on."""
    for event in ("INSERT", "UPDATE", "DELETE"):
        rows = {"INSERT": ("new",), "UPDATE": ("new", "old"), "DELETE": ("old",)}[event]
        begin, written, when, fill = "", "", "", ""
        if table in YOURS:
            begin, written = _history(table, YOURS[table][1], event)
        if table in FILLED:
            fill = _fill(table) if event == "INSERT" else ""
            if event == "UPDATE":  # not the filling in itself
                when = "WHEN " + " AND ".join(f"old.{c} IS NOT NULL" for c in FILLED[table])
        papers = [f"{row}.paper" for row in rows]
        if event == "INSERT" and table in FILLED:  # a REPLACE may have moved the row here from another paper
            papers.append(_last_image(table, "CAST(new.id AS TEXT)", "json_extract(before, '$.paper')"))
        steps = ""
        for paper in papers:
            if table in COPIES:
                steps += "\n    " + refresh(COPIES[table], f"= {paper}")
            if table in ("notes", "abstracts"):
                steps += _reindexed(paper)
        steps += f"\n    {restate(table)}" if table in STATED else ""
        body = begin + fill + written + steps + (_MARK if begin else "")
        yield f"CREATE TRIGGER {table}_after_{event.lower()} AFTER {event} ON {table} {when} BEGIN{body}\nEND"


def restate(source: str) -> str:
    """A statement that tells that a table of ``STATED`` has changed."""
    # By chance: a number that counts up could come again after a copy of the file was put back.
    return f"UPDATE _states SET state = random() WHERE source = '{source}';"


def _name_triggers(parent: str, key: str, child: str, column: str, *, create: bool) -> Iterator[str]:
    """A renamed name is renamed where it is used, and a name that is used exists."""
    mark = _MARK if parent in YOURS else ""
    yield f"""CREATE TRIGGER {parent}_renamed AFTER UPDATE OF {key} ON {parent}
WHEN old.{key} IS NOT new.{key} COLLATE BINARY AND EXISTS (SELECT 1 FROM {child} WHERE {column} = old.{key}) BEGIN
    UPDATE {child} SET {column} = new.{key} WHERE {column} = old.{key};{mark}
END"""
    for event in ("INSERT", f"UPDATE OF {column}") if create else ():
        yield f"""CREATE TRIGGER {child}_{column}_before_{event[:6].lower()} BEFORE {event} ON {child}
WHEN NOT EXISTS (SELECT 1 FROM {parent} WHERE {key} = new.{column}) BEGIN
    INSERT INTO {parent} ({key}) VALUES (new.{column});{mark}
END"""


_REPLACING = f"EXISTS (SELECT 1 FROM _replacing WHERE {_SAME_STATEMENT})"

_PAPERS = (
    # INSERT OR REPLACE takes a paper away and puts one back. What it leaves out (its number, its key) it keeps.
    f"""CREATE TRIGGER papers_before_insert BEFORE INSERT ON papers BEGIN
    SELECT raise(ABORT, 'this id and this key belong to two different papers')
        FROM papers AS a, papers AS b WHERE a.id = new.id AND b.key = new.key AND a.id <> b.id;
    INSERT INTO _replacing (id) SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM _replacing);
    UPDATE _replacing SET at = {NOW}, mark = total_changes(),
        paper = (SELECT id FROM papers WHERE key = new.key), key = (SELECT key FROM papers WHERE id = new.id);
END""",
    f"""CREATE TRIGGER papers_after_insert AFTER INSERT ON papers BEGIN
    UPDATE papers SET id = (SELECT paper FROM _replacing) WHERE id = new.id AND EXISTS (
        SELECT 1 FROM _replacing AS r WHERE {_SAME_STATEMENT} AND r.paper <> new.id
        AND NOT EXISTS (SELECT 1 FROM papers AS p WHERE p.id = r.paper));
    UPDATE papers SET added_at = coalesce(added_at, {NOW}), key = coalesce(key,
        (SELECT r.key FROM _replacing AS r
            WHERE r.at = {NOW} AND NOT EXISTS (SELECT 1 FROM papers AS p WHERE p.key = r.key)),
        'paper-' || id) WHERE id = new.id AND (key IS NULL OR added_at IS NULL);
    {refresh(ALL_COPIES, "= new.id")}{_reindexed("new.id")}
END""",
    f"""CREATE TRIGGER papers_moved AFTER UPDATE OF id ON papers WHEN old.id <> new.id BEGIN
    DELETE FROM papers_fts WHERE rowid = old.id;
    DELETE FROM papers_trigram WHERE rowid = old.id;
    {refresh(ALL_COPIES, "= new.id")}{_reindexed("new.id")}
END""",
    f"""CREATE TRIGGER papers_words AFTER UPDATE OF title, name, authors, tags ON papers
WHEN (old.title, old.name, old.authors, old.tags) IS NOT (new.title, new.name, new.authors, new.tags) BEGIN
    {_reindexed("new.id")}
END""",
    """CREATE TRIGGER papers_keyless BEFORE UPDATE OF key ON papers WHEN new.key IS NULL BEGIN
    SELECT raise(ABORT, 'a paper needs a key');
END""",
    *(
        f"""CREATE TRIGGER papers_copies_of_{table} BEFORE UPDATE OF {", ".join(columns)} ON papers
WHEN old.id = new.id AND ({", ".join(f"new.{column}" for column in columns)}) IS NOT
    (SELECT {", ".join(columns.values())} FROM papers WHERE id = new.id) BEGIN
    SELECT raise(ABORT, '{", ".join(columns)} in papers: only a copy, change the table {table} instead');
END"""
        for table, columns in COPIES.items()
    ),
    f"""CREATE TRIGGER papers_before_delete BEFORE DELETE ON papers WHEN NOT {_REPLACING} BEGIN
    SELECT raise(ABORT, 'this paper has readings, notes or tags: `readtrack remove` takes them away first')
        WHERE {" OR ".join(f"EXISTS (SELECT 1 FROM {table} WHERE paper = old.id)" for table in ON_PAPERS)};
    DELETE FROM authorship_affiliations WHERE paper = old.id;
    DELETE FROM authorships WHERE paper = old.id;
    DELETE FROM identifiers WHERE paper = old.id;
    DELETE FROM abstracts WHERE paper = old.id;
    DELETE FROM links WHERE paper = old.id;
    DELETE FROM list_papers WHERE paper = old.id;
    DELETE FROM papers_fts WHERE rowid = old.id;
    DELETE FROM papers_trigram WHERE rowid = old.id;
END""",
)

_KEPT = (
    f"""CREATE TRIGGER changes_after_insert AFTER INSERT ON changes WHEN new.uid IS NULL BEGIN
    UPDATE changes SET uid = {UUID7} WHERE id = new.id;
END""",
    "CREATE TRIGGER changes_kept BEFORE DELETE ON changes BEGIN SELECT raise(ABORT, 'changes are kept'); END",
    "CREATE TRIGGER history_kept BEFORE DELETE ON history BEGIN SELECT raise(ABORT, 'history is kept'); END",
    "CREATE TRIGGER history_fixed BEFORE UPDATE ON history BEGIN SELECT raise(ABORT, 'history is kept'); END",
    """CREATE TRIGGER history_added BEFORE INSERT ON history WHEN EXISTS (SELECT 1 FROM history WHERE id = new.id) BEGIN
    SELECT raise(ABORT, 'history is kept');
END""",
    # A number that was given is never given again, also where the row got it by an UPDATE: history names rows by it.
    *(
        f"""CREATE TRIGGER {table}_numbered AFTER UPDATE OF id ON {table} WHEN new.id > old.id BEGIN
    UPDATE sqlite_sequence SET seq = max(seq, new.id) WHERE name = '{table}';
END"""
        for table in FILLED
    ),
    # A uid names one row for ever, in every copy of a library; REPLACE by it would take the other row silently.
    *(
        f"""CREATE TRIGGER {table}_uid{end} BEFORE {event} ON {table}
WHEN EXISTS (SELECT 1 FROM {table} WHERE uid = new.uid AND id <> {number}) BEGIN
    SELECT raise(ABORT, 'another row has this uid: give its id too');
END"""
        for table in FILLED
        for event, end, number in (("INSERT", "", "new.id"), ("UPDATE OF uid", "_changed", "old.id"))
    ),
)

TRIGGERS = (
    *_PAPERS,
    *(
        trigger
        for table in dict.fromkeys((*COPIES, "abstracts", *YOURS, *STATED))
        for trigger in _source_triggers(table)
    ),
    *_name_triggers("tags", "name", "paper_tags", "tag", create=True),
    *_name_triggers("authors", "name", "authorships", "author", create=True),
    *_name_triggers("affiliations", "name", "authorship_affiliations", "affiliation", create=True),
    *_name_triggers("lists", "slug", "list_papers", "list", create=False),
    # A list is shown by its title.
    f"CREATE TRIGGER lists_titled AFTER UPDATE OF title ON lists BEGIN {restate('list_papers')} END",
    *_KEPT,
)


def drop(conn: sqlite3.Connection) -> None:
    """Take away every trigger and index of ours, so that tables can be rebuilt."""
    made = "SELECT type, name FROM sqlite_master WHERE type IN ('trigger', 'index') AND sql IS NOT NULL"
    for kind, name in conn.execute(f"{made} AND name NOT LIKE '%sqlite_migrations%'").fetchall():
        conn.execute(f'DROP {kind} "{name}"')


def make(conn: sqlite3.Connection) -> None:
    """Make every trigger and index."""
    for statement in (*INDEXES, *TRIGGERS):
        conn.execute(statement)
