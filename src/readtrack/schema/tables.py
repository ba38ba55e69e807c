"""The tables, as the migrations make them. ``docs/data-model.md`` tells what each column means.

Two kinds of facts, never mixed: what the world says of a paper, and what you did with it. Link tables hold
the names themselves (a tag, an author) and not numbers for them: grouping by an indexed name is as fast, and a
guest with nothing but SQL can read and write them.
"""

from __future__ import annotations

from collections.abc import Iterable

from readtrack.schema import FINISHED, IDENTIFIER_KINDS, LINK_KINDS, PRIORITIES, STATED, STATUSES, TYPES


def one_of(column: str, words: Iterable[str]) -> str:
    """A CHECK that ``column`` is one of ``words`` (or NULL, where the column allows it)."""
    return f"CHECK ({column} IN ({', '.join(repr(word) for word in words)}))"


def known_day(column: str, *, partial: bool) -> str:
    """A CHECK for an ISO 8601 day; with ``partial`` also a month ``2020-11`` or a year ``2020``."""
    # "+0 days" makes SQLite count: date('2026-02-30') alone is taken at its word.
    if not partial:
        return f"CHECK (date({column}, '+0 days') IS {column})"
    whole = f"substr({column} || '-01-01', 1, 10)"
    return f"CHECK ({column} IS NULL OR (length({column}) IN (4, 7, 10) AND date({whole}, '+0 days') IS {whole}))"


PROGRESS = """CHECK (progress IS NULL
        OR progress = CAST(progress AS INTEGER) || '%' AND CAST(progress AS INTEGER) BETWEEN 0 AND 100
        OR progress = CAST(progress AS INTEGER) || '/' || CAST(substr(progress, instr(progress, '/') + 1) AS INTEGER)
           AND CAST(progress AS INTEGER) BETWEEN 0 AND CAST(substr(progress, instr(progress, '/') + 1) AS INTEGER)
           AND CAST(substr(progress, instr(progress, '/') + 1) AS INTEGER) > 0)"""

WORLD = (
    f"""CREATE TABLE papers (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT UNIQUE CHECK (key GLOB '[a-z0-9]*' AND key NOT GLOB '*[^a-z0-9-]*'),
    name TEXT CHECK (trim(name) <> ''),
    title TEXT NOT NULL CHECK (trim(title) <> ''),
    status TEXT NOT NULL DEFAULT 'unread' {one_of("status", STATUSES)},
    rating INTEGER CHECK (rating BETWEEN 1 AND 5),
    progress TEXT,
    tags TEXT NOT NULL DEFAULT '[]',
    notes INTEGER NOT NULL DEFAULT 0,
    authors TEXT NOT NULL DEFAULT '[]',
    affiliations TEXT NOT NULL DEFAULT '[]',
    topic TEXT CHECK (trim(topic) <> ''),
    venue TEXT CHECK (trim(venue) <> ''),
    year INTEGER CHECK (year BETWEEN 1000 AND 2999),
    links TEXT NOT NULL DEFAULT '[]',
    doi TEXT,
    arxiv_id TEXT,
    url TEXT,
    type TEXT NOT NULL DEFAULT 'article' {one_of("type", TYPES)},
    started_on TEXT,
    finished_on TEXT,
    due_on TEXT,
    priority TEXT,
    added_at TEXT
) STRICT""",
    # The key first: elsewhere the integrity check of SQLite 3.40 finds a NULL that is not there.
    f"""CREATE TABLE identifiers (
    kind TEXT NOT NULL {one_of("kind", IDENTIFIER_KINDS)},
    value TEXT NOT NULL COLLATE NOCASE CHECK (trim(value) <> ''),
    paper INTEGER NOT NULL REFERENCES papers (id),
    PRIMARY KEY (kind, value)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE abstracts (
    paper INTEGER PRIMARY KEY REFERENCES papers (id),
    body TEXT NOT NULL CHECK (trim(body) <> '')
) STRICT""",
    "CREATE TABLE authors (name TEXT PRIMARY KEY NOT NULL CHECK (trim(name) <> '')) STRICT, WITHOUT ROWID",
    "CREATE TABLE affiliations (name TEXT PRIMARY KEY NOT NULL CHECK (trim(name) <> '')) STRICT, WITHOUT ROWID",
    """CREATE TABLE authorships (
    paper INTEGER NOT NULL REFERENCES papers (id),
    position INTEGER NOT NULL CHECK (position > 0),
    author TEXT NOT NULL REFERENCES authors (name),
    PRIMARY KEY (paper, position)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE authorship_affiliations (
    paper INTEGER NOT NULL,
    author_position INTEGER NOT NULL,
    position INTEGER NOT NULL CHECK (position > 0),
    affiliation TEXT NOT NULL REFERENCES affiliations (name),
    PRIMARY KEY (paper, author_position, position),
    FOREIGN KEY (paper, author_position) REFERENCES authorships (paper, position)
) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE links (
    id INTEGER PRIMARY KEY,
    paper INTEGER NOT NULL REFERENCES papers (id),
    kind TEXT NOT NULL DEFAULT 'page' {one_of("kind", LINK_KINDS)},
    url TEXT NOT NULL CHECK (trim(url) <> ''),
    label TEXT,
    UNIQUE (paper, url)
) STRICT""",
    """CREATE TABLE lists (
    slug TEXT PRIMARY KEY NOT NULL CHECK (slug GLOB '[a-z0-9]*' AND slug NOT GLOB '*[^a-z0-9-]*'),
    title TEXT NOT NULL CHECK (trim(title) <> ''),
    source TEXT
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE list_papers (
    list TEXT NOT NULL REFERENCES lists (slug),
    paper INTEGER NOT NULL REFERENCES papers (id),
    section TEXT,
    position INTEGER,
    PRIMARY KEY (list, paper)
) STRICT, WITHOUT ROWID""",
    # What the insert under way is about to replace: only the triggers of that one statement read it.
    """CREATE TABLE _replacing (
    id INTEGER PRIMARY KEY CHECK (id = 1), at TEXT, mark INTEGER, paper INTEGER, key TEXT
) STRICT""",
)

YOURS = (
    f"""CREATE TABLE readings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT UNIQUE,
    paper INTEGER NOT NULL REFERENCES papers (id),
    status TEXT NOT NULL {one_of("status", STATUSES[1:])},
    started_on TEXT {known_day("started_on", partial=True)},
    finished_on TEXT {known_day("finished_on", partial=True)},
    progress TEXT {PROGRESS},
    rating INTEGER CHECK (rating BETWEEN 1 AND 5),
    priority TEXT {one_of("priority", PRIORITIES)},
    due_on TEXT {known_day("due_on", partial=False)},
    CHECK (finished_on IS NULL OR status IN {FINISHED!r})
) STRICT""",
    """CREATE TABLE notes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT UNIQUE,
    paper INTEGER NOT NULL REFERENCES papers (id),
    body TEXT NOT NULL CHECK (trim(body, ' ' || char(9, 10, 13)) <> ''),
    page TEXT CHECK (trim(page) <> ''),
    quote TEXT,
    created_at TEXT,
    updated_at TEXT
) STRICT""",
    "CREATE TABLE tags (name TEXT PRIMARY KEY NOT NULL COLLATE NOCASE CHECK (trim(name) <> '')) STRICT, WITHOUT ROWID",
    """CREATE TABLE paper_tags (
    paper INTEGER NOT NULL REFERENCES papers (id),
    tag TEXT NOT NULL COLLATE NOCASE REFERENCES tags (name),
    PRIMARY KEY (paper, tag)
) STRICT, WITHOUT ROWID""",
)

HOW = (
    """CREATE TABLE changes (
    id INTEGER PRIMARY KEY,
    uid TEXT UNIQUE,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    what TEXT NOT NULL,
    undoes INTEGER REFERENCES changes (id),
    papers TEXT CHECK (papers IS NULL OR json_valid(papers)),
    open INTEGER UNIQUE CHECK (open = 1),
    mark INTEGER
) STRICT""",
    """CREATE TABLE history (
    id INTEGER PRIMARY KEY,
    change INTEGER NOT NULL REFERENCES changes (id),
    source TEXT NOT NULL CHECK (source IN ('readings', 'notes', 'tags', 'paper_tags')),
    row TEXT NOT NULL,
    before TEXT CHECK (before IS NULL OR json_valid(before)),
    after TEXT CHECK (after IS NULL OR json_valid(after))
) STRICT""",
)

# The comment in each is what Datasette and sqlite-utils look for to know that a table has full-text search.
FTS = (
    """CREATE VIRTUAL TABLE papers_fts USING fts5 /* content="papers" */ (
    title, name, authors, tags, abstract, notes, tokenize = "unicode61 remove_diacritics 2"
)""",
    "CREATE VIRTUAL TABLE papers_trigram USING fts5 (title, tags, notes, tokenize = 'trigram')",
)

M001 = (*WORLD, *YOURS, *HOW, *FTS)

LOOKED_BACK = (
    # Without minutes it is still going on. The day is the local one on which it began.
    f"""CREATE TABLE sessions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT UNIQUE,
    paper INTEGER NOT NULL REFERENCES papers (id),
    day TEXT NOT NULL {known_day("day", partial=False)},
    started_at TEXT,
    minutes INTEGER CHECK (minutes >= 0),
    pages INTEGER CHECK (pages >= 0),
    CHECK (minutes IS NOT NULL OR started_at IS NOT NULL)
) STRICT""",
    f"""CREATE TABLE reviews (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT UNIQUE,
    paper INTEGER NOT NULL REFERENCES papers (id),
    day TEXT NOT NULL {known_day("day", partial=False)},
    remembered INTEGER NOT NULL CHECK (remembered IN (0, 1))
) STRICT""",
    f"""CREATE TABLE goals (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT UNIQUE,
    papers INTEGER NOT NULL CHECK (papers > 0),
    from_on TEXT NOT NULL {known_day("from_on", partial=False)},
    by_on TEXT NOT NULL UNIQUE {known_day("by_on", partial=False)},
    CHECK (from_on <= by_on)
) STRICT""",
)

# History of more tables: SQLite cannot change a CHECK in place.
_HISTORY = (
    """CREATE TABLE history_of_more (
    id INTEGER PRIMARY KEY,
    change INTEGER NOT NULL REFERENCES changes (id),
    source TEXT NOT NULL CHECK
        (source IN ('readings', 'notes', 'tags', 'paper_tags', 'sessions', 'reviews', 'goals')),
    row TEXT NOT NULL,
    before TEXT CHECK (before IS NULL OR json_valid(before)),
    after TEXT CHECK (after IS NULL OR json_valid(after))
) STRICT""",
    "INSERT INTO history_of_more SELECT id, change, source, row, before, after FROM history",
    "DROP TABLE history",
    "ALTER TABLE history_of_more RENAME TO history",
)

_STATES = (
    # Another number whenever a link table changes: what was counted in it is right as long as that stays. By chance
    # from the start, so that a library put in another's place is never taken for it.
    """CREATE TABLE _states (source TEXT PRIMARY KEY NOT NULL, state INTEGER NOT NULL) STRICT, WITHOUT ROWID""",
    f"INSERT INTO _states VALUES {', '.join(f'({source!r}, random())' for source in STATED)}",
)

M002 = (*LOOKED_BACK, *_HISTORY, *_STATES)
