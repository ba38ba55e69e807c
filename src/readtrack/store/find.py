"""What was typed -> the paper that is meant."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator

from readtrack.errors import AmbiguousPaperError, LibraryError, PaperNotFoundError, UsageError
from readtrack.model import Link, Paper
from readtrack.store.changes import Changing
from readtrack.store.faults import CHANGED

SHOWN = 10
"""How many candidates an error lists."""

LONGEST = 2000
"""Characters of a title or a name, at most: what is longer is none, and is not looked for word by word."""


def fts_words(words: str) -> str:
    """An FTS5 expression for all of ``words``, whatever punctuation is in them; "" where there is no word."""
    return " ".join(
        '"' + word.replace('"', '""') + '"' for word in words.replace("\0", " ").split() if any(map(str.isalnum, word))
    )


def paper_of(row: sqlite3.Row) -> Paper:
    """A row of ``papers`` as a Paper.

    Raises:
        LibraryError: it is none.
    """
    held = dict(row)
    try:
        for column in ("authors", "affiliations", "tags"):
            held[column] = tuple(json.loads(held[column]))
        held["links"] = tuple(Link(**link) for link in json.loads(held["links"]))
        return Paper(**{column: held[column] for column in Paper._fields})  # a guest may have added columns
    except (KeyError, TypeError, ValueError) as error:  # a guest may have done without the triggers
        says = "a column is missing, or holds something else"
        raise LibraryError(CHANGED.format(path=f"paper {held.get('id')}", says=says)) from error


class Finding(Changing):
    """Finding one paper."""

    def find(self, words: str) -> Paper:
        """The one paper that ``words`` mean.

        In this order: its id or key; its name, any case; a DOI, arXiv id or URL of it; a start of a name or title;
        words all found in one title or name, also without accents. The first of these that fits any paper decides.

        Raises:
            PaperNotFoundError: none fits.
            AmbiguousPaperError: several do.
        """
        words = " ".join(words.split())
        if not words:
            raise UsageError("name a paper: its key, its short name, or words of its title.")
        for condition, values in self._readings_of(words):
            found = self.conn.execute(
                f"SELECT * FROM papers WHERE {condition} ORDER BY id LIMIT {SHOWN}", values
            ).fetchall()
            if len(found) == 1:
                return paper_of(found[0])
            if found:
                (count,) = self.conn.execute(f"SELECT count(*) FROM papers WHERE {condition}", values).fetchone()
                raise AmbiguousPaperError(words, [(row["key"], row["title"]) for row in found], count)
        raise PaperNotFoundError(words, self._near(words) if len(words) <= LONGEST else ())

    def paper(self, number: int) -> Paper:
        """The paper with this id, and no other.

        Raises:
            PaperNotFoundError: it is not there any more.
        """
        found = self.conn.execute("SELECT * FROM papers WHERE id = ?", (number,)).fetchone()
        if not found:
            raise PaperNotFoundError(str(number))
        return paper_of(found)

    def paper_keyed(self, key: str) -> Paper:
        """The paper with this key, and no other.

        Raises:
            PaperNotFoundError: it is not there any more.
        """
        found = self.conn.execute("SELECT * FROM papers WHERE key = ?", (key,)).fetchone()
        if not found:
            raise PaperNotFoundError(key)
        return paper_of(found)

    def _readings_of(self, words: str) -> Iterator[tuple[str, tuple[object, ...]]]:
        if words.isascii() and words.isdigit() and len(words) < 19:
            yield "id = ?", (int(words),)
        yield "key = ?", (words.lower(),)
        yield "name = ? COLLATE NOCASE", (words,)
        if any(sign in words for sign in ".:/"):
            yield from _identifier_readings(words)
        start = "{0} >= ? COLLATE NOCASE AND {0} < ? || char(0x10FFFF) COLLATE NOCASE"
        union = " UNION ".join(f"SELECT id FROM papers WHERE {start.format(c)}" for c in ("name", "title"))
        yield f"id IN ({union})", (words,) * 4
        if len(words) <= LONGEST and (match := fts_words(words)):
            yield "id IN (SELECT rowid FROM papers_fts WHERE papers_fts MATCH ?)", (f"{{title name}} : ({match})",)

    def _near(self, words: str) -> list[tuple[str, str]]:
        """(what it is called, key) of the papers called most like ``words``, nearest first."""
        from difflib import SequenceMatcher

        wanted = words.lower()
        matcher = SequenceMatcher(b=wanted)
        scored = []
        for row in self._candidates(wanted):
            called = row["name"] or row["title"]
            spellings = {row["key"], called.lower(), row["title"].lower(), *row["title"].lower().split()}
            best = 0.0
            for spelling in spellings:
                matcher.set_seq1(spelling)
                if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best:
                    best = max(best, matcher.ratio())
            scored.append((best, -row["id"], called, row["key"]))
        scored.sort(reverse=True)
        return [(called, key) for score, _, called, key in scored[:3] if score >= max(0.7, scored[0][0] - 0.15)]

    def _candidates(self, wanted: str) -> list[sqlite3.Row]:
        """Papers worth comparing letter by letter: all of a small library, of a large one those that share letters."""
        parts = {wanted[i : i + 3].replace('"', " ") for i in range(len(wanted) - 2)} or {"   "}
        return self.conn.execute(
            """SELECT id, key, name, title FROM papers WHERE (SELECT max(id) FROM papers) <= 2000
            OR id IN (SELECT rowid FROM papers_trigram WHERE papers_trigram MATCH ? ORDER BY rank LIMIT 300)
            OR key >= ? AND key < ? || '~'""",
            (" OR ".join(f'"{part}"' for part in sorted(parts)[:60]), wanted[:2], wanted[:2]),
        ).fetchall()


def _identifier_readings(words: str) -> Iterator[tuple[str, tuple[object, ...]]]:
    from readtrack.identifiers import arxiv_id_of, doi_of

    for kind, value in (("doi", doi_of(words)), ("arxiv", arxiv_id_of(words))):
        if value:
            yield "id IN (SELECT paper FROM identifiers WHERE kind = ? AND value = ?)", (kind, value)
    yield "id IN (SELECT paper FROM links WHERE url = ? UNION SELECT id FROM papers WHERE url = ?)", (words, words)
