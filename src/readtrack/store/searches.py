"""Finding papers by words: in titles, names, authors, tags, abstracts and notes."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from readtrack.errors import NotFoundError, UsageError
from readtrack.model import Entry, Note
from readtrack.searching import COLUMNS, LONGEST, Term, best_line, parse, spans, words_of
from readtrack.store import Store

WEIGHTS = {"title": 10, "name": 10, "authors": 5, "tags": 5, "abstract": 1, "notes": 3}
"""How much a word weighs in each column; the rest is BM25, https://www.sqlite.org/fts5.html section 5.1.1."""

_HOLDING = {
    "title": "SELECT id FROM papers WHERE title LIKE ? ESCAPE '\\'",
    "name": "SELECT id FROM papers WHERE name IS NOT NULL AND name LIKE ? ESCAPE '\\'",
    "authors": "SELECT paper FROM authorships WHERE author IN (SELECT name FROM authors WHERE name LIKE ? ESCAPE '\\')",
    "tags": "SELECT paper FROM paper_tags WHERE tag IN (SELECT name FROM tags WHERE name LIKE ? ESCAPE '\\')",
    "abstract": "SELECT paper FROM abstracts WHERE body LIKE ? ESCAPE '\\'",
    "notes": "SELECT paper FROM notes WHERE body || ' ' || coalesce(quote, '') LIKE ? ESCAPE '\\'",
}
"""Column of the search index -> the papers that hold a text there, also inside of a word."""

_TRIGRAMS = ("title", "tags", "notes")
"""The columns of the index that knows three letters and more, wherever they stand."""


class Hit(NamedTuple):
    """A paper that a search found, and where else than in its title the words stand.

    ``where``: a column of ``searching.COLUMNS``, or None; ``note``: the note, if it is one; ``line``: the line there
    that holds most of the words.
    """

    entry: Entry
    where: str | None = None
    note: Note | None = None
    line: str = ""


def terms_of(words: str) -> tuple[Term, ...]:
    """What ``words`` ask for.

    Raises:
        UsageError: there is no word in them, or more than anybody types.
    """
    if len(words) > LONGEST:
        raise UsageError(f"that is too long to look for: {len(words):,} characters, at most {LONGEST:,}.")
    terms = parse(words)
    if not terms:
        raise UsageError(f'there is no word in "{words}" to look for.')
    return terms


def conditions(terms: Sequence[Term], number: str = "id") -> Iterator[tuple[str, list[object]]]:
    """Conditions that together say what ``terms`` ask for, each with its values; ``number``: the column that is the
    paper's id."""
    match = _match(terms)
    if match:
        yield f"{number} IN (SELECT rowid FROM papers_fts WHERE papers_fts MATCH ?)", [match]
    for term in terms:
        if term.unspaced:
            inside, values = _inside(term)
            yield f"{number} {'NOT ' if term.negated else ''}IN ({inside})", values
        elif term.negated and not match:
            yield f"{number} NOT IN (SELECT rowid FROM papers_fts WHERE papers_fts MATCH ?)", [term.fts]


def _match(terms: Sequence[Term]) -> str:
    """An FTS5 expression for what can be told by whole words; "" where that only says what must not be there."""
    wanted = " AND ".join(term.fts for term in terms if not term.negated and not term.unspaced)
    unwanted = "".join(f" NOT {term.fts}" for term in terms if term.negated and not term.unspaced)
    return f"({wanted}){unwanted}" if wanted else ""


def _inside(term: Term) -> tuple[str, list[object]]:
    """A query for the papers that hold ``term`` anywhere, also inside of a word."""
    columns = [term.column] if term.column else list(COLUMNS)
    queries: list[str] = []
    values: list[object] = []
    indexed = [column for column in columns if column in _TRIGRAMS] if len(term.text) >= 3 else []
    if indexed:
        queries.append("SELECT rowid FROM papers_trigram WHERE papers_trigram MATCH ?")
        values.append(term._replace(column=" ".join(indexed)).fts)
    like = "%" + re.sub(r"([%_\\])", r"\\\1", term.text) + "%"
    for column in columns:
        if column not in indexed:
            queries.append(_HOLDING[column])
            values.append(like)
    return " UNION ".join(queries), values


def search(store: Store, words: str, *, limit: int) -> tuple[list[Hit], int]:
    """The papers that ``words`` find, best first, ``limit`` at the most; and how many there are in all.

    The best is told by BM25 with ``WEIGHTS``; where no word can be told so, a title comes before the rest.

    Raises:
        UsageError: there is no word in them.
        NotFoundError: nothing is found, and one of the words stands nowhere in the library.
    """
    terms = terms_of(words)
    ids, count = _ranked(store, terms, limit) if _match(terms) else _by_title(store, terms, limit)
    if not count:
        _explain_nothing(store, terms)
    entries = store.entries([store.paper(number) for number in ids])
    return [_hit(entry, terms) for entry in entries], count


def _ranked(store: Store, terms: Sequence[Term], limit: int) -> tuple[list[int], int]:
    weights = ", ".join(str(WEIGHTS[column]) for column in COLUMNS)
    rest, values = _where(conditions([term for term in terms if term.unspaced], "rowid"))
    found, values = f"FROM papers_fts WHERE papers_fts MATCH ? AND {rest}", [_match(terms), *values]
    (count,) = store.conn.execute(f"SELECT count(*) {found}", values).fetchone()
    best = f"SELECT rowid {found} ORDER BY bm25(papers_fts, {weights}), rowid LIMIT ?"
    return [number for (number,) in store.conn.execute(best, (*values, limit))], count


def _by_title(store: Store, terms: Sequence[Term], limit: int) -> tuple[list[int], int]:
    where, values = _where(conditions(terms))
    title = next((f"%{term.text}%" for term in terms if not term.negated), "")
    # All of them, because counting them first would look for them twice.
    found = store.conn.execute(f"SELECT id FROM papers WHERE {where} ORDER BY title LIKE ? DESC, id", (*values, title))
    ids = [number for (number,) in found]
    return ids[:limit] if limit >= 0 else ids, len(ids)


def _where(found: Iterable[tuple[str, list[object]]]) -> tuple[str, list[object]]:
    parts = list(found)
    return " AND ".join(condition for condition, _ in parts) or "true", [value for _, some in parts for value in some]


def _hit(entry: Entry, terms: Sequence[Term]) -> Hit:
    """Where the words of ``terms`` stand, if not in the title: a note first, because it is yours."""
    texts: list[tuple[str, Note | None, str]] = [
        *(("notes", note, f"{note.body}\n{note.quote or ''}") for note in entry.notes),
        ("abstract", None, entry.abstract or ""),
        ("tags", None, _those(entry.paper.tags, terms, "tags")),
        ("authors", None, _those(entry.paper.authors, terms, "authors")),
    ]
    hit, most = Hit(entry), 0
    for where, note, text in texts:
        best = best_line(text, terms, where)
        if best and len(best[1]) > most:
            hit, most = Hit(entry, where, note, best[0]), len(best[1])
    return hit


def _those(names: Sequence[str], terms: Sequence[Term], column: str) -> str:
    return ", ".join(name for name in names if spans(name, terms, column))


def _explain_nothing(store: Store, terms: Sequence[Term]) -> None:
    """Say so if a word stands nowhere in the library, and which known one is nearest."""
    store.conn.execute("PRAGMA query_only = OFF")  # it forbids temporary tables too
    store.conn.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.known_words USING fts5vocab(main, papers_fts, row)")
    store.conn.execute("PRAGMA query_only = ON")
    for term in terms:
        if term.negated or term.unspaced:
            continue
        for word in words_of(term.text):
            if term.prefix or store.conn.execute("SELECT 1 FROM temp.known_words WHERE term = ?", (word,)).fetchone():
                continue
            near = _nearest(store, word)
            hint = f" Did you mean {near}?" if near else ""
            raise NotFoundError(f'"{word}" stands nowhere in the library.{hint}')


def _nearest(store: Store, word: str) -> str | None:
    """The word of the library most like ``word``, among those that begin with the same letter."""
    from difflib import get_close_matches

    known = store.conn.execute(
        """SELECT term FROM temp.known_words WHERE term >= ? AND term < ? || char(0x10FFFF)
        AND abs(length(term) - ?) <= 2""",
        (word[0], word[0], len(word)),
    )
    return next(iter(get_close_matches(word, [term for (term,) in known], n=1)), None)
