"""list, show, edit, remove: the papers and the facts on them."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from typing import Any

from readtrack.errors import NotFoundError, RefusedError
from readtrack.model import (
    Author,
    Draft,
    Entry,
    Identifier,
    Link,
    Listing,
    Note,
    Paper,
    Reading,
    Review,
    Selection,
    Session,
    Standing,
)
from readtrack.store.changes import MANY, WORLD
from readtrack.store.find import Finding, paper_of

SORTS = {
    "added": ("id",),
    "key": ("key",),
    "title": ("title COLLATE NOCASE",),
    "author": ("json_extract(authors, '$[0]') COLLATE NOCASE",),
    "venue": ("venue COLLATE NOCASE", "year"),
    "year": ("year DESC",),
    "topic": ("topic COLLATE NOCASE",),
    "status": ("instr(' reading queued unread skimmed read abandoned ', ' ' || status || ' ')",),
    "rating": ("rating DESC",),
    "started": ("started_on DESC",),
    "finished": ("finished_on DESC",),
    "due": ("due_on IS NULL", "due_on"),
    "notes": ("notes DESC",),
}
"""What ``list`` sorts by -> ORDER BY; the better or newer first where there is such a thing."""

_NAMES = {
    "tag": "SELECT name, '' FROM tags WHERE name >= ? AND name < ? ORDER BY name",
    "topic": "SELECT topic, '' FROM papers WHERE topic >= ? AND topic < ? GROUP BY topic",
    "list": "SELECT slug, title FROM lists WHERE slug >= ? AND slug < ? ORDER BY slug",
    "author": "SELECT author, '' FROM authorships WHERE author >= ? AND author < ? GROUP BY author",
}
"""Kind of name -> those between two texts, inside an index."""

COLUMNS = ("key", "name", "title", "type", "venue", "year", "topic", "url")


class Papers(Finding):
    """Papers."""

    def papers(
        self, which: Selection, *, sort: str = "added", reverse: bool = False, limit: int | None = None
    ) -> list[Paper]:
        """The papers that fit, in the order of ``SORTS[sort]``; at most ``limit``.

        Raises:
            NotFoundError: nothing fits, because the library has no such topic, tag, author, venue or list.
        """
        return [paper_of(row) for row in self._rows("*", which, sort, reverse, limit)]

    def ids(self, which: Selection, *, sort: str = "added", reverse: bool = False) -> list[int]:
        """The ids of the papers that fit, in the order of ``SORTS[sort]``; raises as ``papers``."""
        return [row["id"] for row in self._rows("id", which, sort, reverse, None)]

    def _rows(self, columns: str, which: Selection, sort: str, reverse: bool, limit: int | None) -> list[sqlite3.Row]:
        where, values = self._where(which)
        order = SORTS[sort]
        if reverse:
            order = tuple(term[:-5] if term.endswith(" DESC") else f"{term} DESC" for term in order)
        by = ", ".join(order if sort == "added" else (*order, "id"))
        rows = self.conn.execute(
            f"SELECT {columns} FROM papers {where} ORDER BY {by} LIMIT ?", (*values, -1 if limit is None else limit)
        ).fetchall()
        if not rows:
            self._explain_nothing(which)
        return rows

    def counts(self, which: Selection) -> Standing:
        """How many of the papers that fit have which status."""
        where, values = self._where(which)
        counts = self.conn.execute(f"SELECT status, count(*) FROM papers {where} GROUP BY status", values)
        topic = self._spelled("topic", which.topic) if which.topic else None
        return Standing(topic, dict(tuple(row) for row in counts))

    def _where(self, which: Selection) -> tuple[str, list[object]]:
        conditions: list[str] = []
        values: list[object] = []

        def must(condition: str, *bound: object) -> None:
            conditions.append(condition)
            values.extend(bound)

        if which.statuses:
            must(f"status IN ({', '.join('?' * len(which.statuses))})", *which.statuses)
        for column in ("topic", "venue"):
            if word := getattr(which, column):
                must(f"{column} = ?", self._spelled(column, word))
        for tag in which.tags:
            must("id IN (SELECT paper FROM paper_tags WHERE tag = ?)", tag)
        for author in which.authors:
            must(*self._named("author", "authors", "authorships", author))
        for affiliation in which.affiliations:
            must(*self._named("affiliation", "affiliations", "authorship_affiliations", affiliation))
        if which.list:
            must("id IN (SELECT paper FROM list_papers WHERE list = ?)", which.list.lower())
        for column, ends in (("year", which.years), ("rating", which.ratings)):
            for sign, end in zip((">=", "<="), ends or (), strict=False):
                if end is not None:
                    must(f"{column} {sign} ?", end)
        if which.words:
            from readtrack.store import searches

            for condition, bound in searches.conditions(searches.terms_of(which.words)):
                must(condition, *bound)
        return "WHERE " + " AND ".join(conditions) if conditions else "", values

    def _spelled(self, column: str, word: str) -> str:
        """``word`` as the library spells it in ``column``, whatever its case."""
        if self.conn.execute(f"SELECT 1 FROM papers WHERE {column} = ? LIMIT 1", (word,)).fetchone():
            return word
        found = self.conn.execute(f"SELECT {column} FROM papers WHERE {column} = ? COLLATE NOCASE LIMIT 1", (word,))
        row = found.fetchone()
        return str(row[0]) if row else word

    def _named(self, column: str, names: str, table: str, words: str) -> tuple[Any, ...]:
        """The condition that an author or affiliation is called so: the whole name if there is one, else all words."""
        fits, values = "name = ? COLLATE NOCASE", [words]
        if not self.conn.execute(f"SELECT 1 FROM {names} WHERE {fits}", values).fetchone():
            told = words[:2000].split()[:100]  # no name is longer, and SQLite takes no more
            values = ["%" + re.sub(r"([%_\\])", r"\\\1", word) + "%" for word in told] or [""]
            fits = " AND ".join(["name LIKE ? ESCAPE '\\'"] * len(values))
        return f"id IN (SELECT paper FROM {table} WHERE {column} IN (SELECT name FROM {names} WHERE {fits}))", *values

    def _explain_nothing(self, which: Selection) -> None:
        """Say so if what was asked for exists nowhere in the library: a typo, not an empty answer."""
        from difflib import get_close_matches

        names = {
            "topic": "SELECT DISTINCT topic FROM papers WHERE topic IS NOT NULL",
            "venue": "SELECT DISTINCT venue FROM papers WHERE venue IS NOT NULL",
            "tag": "SELECT name FROM tags",
            "list": "SELECT slug FROM lists",
        }
        asked = [("topic", which.topic), ("venue", which.venue), ("list", which.list)]
        for kind, word in (*asked, *(("tag", tag) for tag in which.tags)):
            known = [str(row[0]) for row in self.conn.execute(names[kind])] if word else []
            if word and word.lower() not in {name.lower() for name in known}:
                lower = {name.lower(): name for name in known}
                near = [lower[name] for name in get_close_matches(word.lower(), lower, n=1)]
                hint = f" Did you mean {near[0]}?" if near else f" There are: {', '.join(known[:12])}." if known else ""
                raise NotFoundError(f'there is no {kind} "{word}".{hint}')

    def entries(self, papers: Sequence[Paper]) -> list[Entry]:
        """All that the library holds on each of ``papers``."""
        ids = "[" + ",".join(str(paper.id) for paper in papers) + "]"
        authors = self._authors(ids)
        lists = self._by_paper(
            f"SELECT paper, list, section, position FROM list_papers WHERE paper IN {MANY} ORDER BY 1, 2", ids
        )
        abstracts = self._by_paper(f"SELECT paper, body FROM abstracts WHERE paper IN {MANY}", ids)
        notes = self._by_paper(
            f"""SELECT n.paper, n.id, n.uid, p.key AS paper_key, n.body, n.page, n.quote, n.created_at, n.updated_at
            FROM notes AS n JOIN papers AS p ON p.id = n.paper WHERE n.paper IN {MANY} ORDER BY n.id""",
            ids,
        )
        identifiers = self._by_paper(
            f"""SELECT paper, kind, value FROM identifiers
            WHERE paper IN {MANY} AND kind NOT IN ('doi', 'arxiv') ORDER BY 1, 2, 3""",
            ids,
        )
        by_id = f"WHERE paper IN {MANY} ORDER BY id"
        readings, sessions, reviews = (
            self._by_paper(f"SELECT paper, {', '.join(kind._fields)} FROM {table} {by_id}", ids)
            for table, kind in (("readings", Reading), ("sessions", Session), ("reviews", Review))
        )
        return [
            Entry(
                paper,
                tuple(authors.get(paper.id, ())),
                next((body for (body,) in abstracts.get(paper.id, ())), None),
                tuple(Listing(*listing) for listing in lists.get(paper.id, ())),
                tuple(Note(*note) for note in notes.get(paper.id, ())),
                tuple(Identifier(*one) for one in identifiers.get(paper.id, ())),
                tuple(Reading(*one) for one in readings.get(paper.id, ())),
                tuple(Session(*one) for one in sessions.get(paper.id, ())),
                tuple(Review(day, bool(remembered), uid) for day, remembered, uid in reviews.get(paper.id, ())),
            )
            for paper in papers
        ]

    def _authors(self, ids: str) -> dict[int, list[Author]]:
        places: dict[tuple[int, int], list[str]] = {}
        for paper, position, place in self.conn.execute(
            f"""SELECT paper, author_position, affiliation FROM authorship_affiliations
            WHERE paper IN {MANY} ORDER BY paper, author_position, position""",
            (ids,),
        ):
            places.setdefault((paper, position), []).append(place)
        authors: dict[int, list[Author]] = {}
        for paper, position, name in self.conn.execute(
            f"SELECT paper, position, author FROM authorships WHERE paper IN {MANY} ORDER BY paper, position", (ids,)
        ):
            authors.setdefault(paper, []).append(Author(name, tuple(places.get((paper, position), ()))))
        return authors

    def _by_paper(self, query: str, ids: str) -> dict[int, list[tuple[Any, ...]]]:
        grouped: dict[int, list[tuple[Any, ...]]] = {}
        for row in self.conn.execute(query, (ids,)):
            grouped.setdefault(row[0], []).append(tuple(row)[1:])
        return grouped

    def edit(self, paper: Paper, facts: dict[str, Any]) -> Paper:
        """Change facts of a paper: columns of ``papers``, ``authors`` (replaces them), ``links`` (adds them),
        ``doi``, ``arxiv_id``, ``abstract``. None takes a fact away.

        Raises:
            RefusedError: a key, DOI or arXiv id is another paper's.
        """
        facts = {fact: value for fact, value in facts.items() if getattr(paper, fact, ...) != value}
        if not facts:
            return paper
        with self.change(f"edit {paper.key}: {', '.join(facts)}"):
            self.keep_image(before=[paper.id])
            if (key := facts.get("key")) and key != paper.key:
                self.refuse_key(key)
            self.set_facts(paper.id, {column: facts[column] for column in COLUMNS if column in facts})
            if "authors" in facts:
                self.set_authors(paper.id, facts["authors"])
            kinds = {"doi": "doi", "arxiv_id": "arxiv"}
            self._set_identifiers(paper.id, {kinds[fact]: facts[fact] for fact in kinds if fact in facts})
            self.add_links(paper.id, facts.get("links", ()))
            if "abstract" in facts:
                self.set_abstract(paper.id, facts["abstract"])
        return self.paper(paper.id)

    def remove(self, paper: Paper) -> dict[str, int]:
        """Take a paper away, and first, in the same change, what is yours on it.

        Returns:
            how many readings, notes and tags went with it.
        """
        from readtrack.schema import derived  # the SQL of every trigger: 3 ms that nothing else here pays

        gone = {}
        with self.change(f"remove {paper.key}"):
            self.keep_image(before=[paper.id])
            for table in derived.ON_PAPERS:
                gone[table] = self.conn.execute(f"DELETE FROM {table} WHERE paper = ?", (paper.id,)).rowcount
            self.take_away(paper.id)
        return gone

    def take_away(self, paper: int) -> None:
        """Delete all that the world says of a paper, in the open change; nothing of yours may be left on it."""
        for table in reversed(WORLD):
            column = "id" if table == "papers" else "paper"
            self.conn.execute(f"DELETE FROM {table} WHERE {column} = ?", (paper,))

    def keys(self, start: str, limit: int = 50) -> list[tuple[str, str]]:
        """(key, title) of papers whose key begins with ``start``: what completion offers."""
        return [
            tuple(row)
            for row in self.conn.execute(
                "SELECT key, title FROM papers WHERE key >= ? AND key < ? || '~' ORDER BY key LIMIT ?",
                (start.lower(), start.lower(), limit),
            )
        ]

    def names(self, kind: str, start: str, limit: int = 50) -> list[tuple[str, str]]:
        """(name, what it stands for) of what begins with ``start``, as it is spelled: what completion offers.

        ``kind``: tag, topic, list or author.
        """
        query, end = _NAMES[kind], start + chr(0x10FFFF)
        return [tuple(row) for row in self.conn.execute(f"{query} LIMIT ?", (start, end, limit))]

    def set_facts(self, paper: int, columns: dict[str, Any]) -> None:
        """Set columns of ``papers``, in the open change."""
        if columns:
            pairs = ", ".join(f"{column} = ?" for column in columns)
            self.conn.execute(f"UPDATE papers SET {pairs} WHERE id = ?", (*columns.values(), paper))

    def set_abstract(self, paper: int, abstract: str | None) -> None:
        """Set or take away the abstract, in the open change."""
        self.conn.execute("DELETE FROM abstracts WHERE paper = ?", (paper,))
        if abstract:
            self.conn.execute("INSERT INTO abstracts (paper, body) VALUES (?, ?)", (paper, abstract))

    def set_authors(self, paper: int, authors: Sequence[Author]) -> None:
        """Replace all authors, in the open change."""
        self.conn.execute("DELETE FROM authorship_affiliations WHERE paper = ?", (paper,))
        self.conn.execute("DELETE FROM authorships WHERE paper = ?", (paper,))
        self.conn.executemany(
            "INSERT INTO authorships (paper, position, author) VALUES (?, ?, ?)",
            [(paper, position, author.name) for position, author in enumerate(authors, 1)],
        )
        self.conn.executemany(
            "INSERT INTO authorship_affiliations (paper, author_position, position, affiliation) VALUES (?, ?, ?, ?)",
            [
                (paper, position, order, affiliation)
                for position, author in enumerate(authors, 1)
                for order, affiliation in enumerate(author.affiliations, 1)
            ],
        )

    def _set_identifiers(self, paper: int, given: dict[str, str | None]) -> None:
        for kind, value in given.items():
            self.conn.execute("DELETE FROM identifiers WHERE paper = ? AND kind = ?", (paper, kind))
            if value:
                self.refuse_identifier(kind, value)
                self.add_identifiers(paper, [(kind, value)])

    def add_identifiers(self, paper: int, identifiers: Sequence[tuple[str, str]]) -> None:
        """Add identifiers that no paper holds, in the open change."""
        self.conn.executemany(
            "INSERT INTO identifiers (paper, kind, value) VALUES (?, ?, ?)",
            [(paper, kind, value) for kind, value in identifiers],
        )

    def merged_away(self) -> list[tuple[Draft, int]]:
        """Papers that went into others by ``merge``, as drafts, and the id of the one each went into."""
        import json

        images = self.conn.execute(
            "SELECT papers FROM changes WHERE what GLOB 'merge *' AND papers IS NOT NULL ORDER BY id"
        )
        gone: dict[int, tuple[dict[str, Any], int]] = {}
        authors: dict[int, list[Author]] = {}
        for (text,) in images:
            image = json.loads(text)
            rows, into = image.get("before", {}), {int(a): b for a, b in image.get("merged", {}).items()}
            gone |= {row["id"]: (row, into[row["id"]]) for row in rows.get("papers", ()) if row["id"] in into}
            for row in rows.get("authorships", ()):
                authors.setdefault(row["paper"], []).append(Author(row["author"]))
        kept = {row["id"] for row in self.conn.execute("SELECT id FROM papers")} if gone else set()
        found = []
        for number, (row, into_) in gone.items():
            while into_ in gone and into_ not in kept:
                into_ = gone[into_][1]
            if into_ in kept and number not in kept:  # a merge that was undone has both
                facts = {
                    fact: row[fact] for fact in ("title", "key", "year", "type", "venue", "doi", "arxiv_id", "url")
                }
                found.append((Draft(**facts, authors=tuple(authors.get(number, ()))), into_))
        return found

    def identifiers(self, paper: int) -> list[tuple[str, str]]:
        """(kind, value) of every identifier of the paper with this id."""
        return [
            tuple(row) for row in self.conn.execute("SELECT kind, value FROM identifiers WHERE paper = ?", (paper,))
        ]

    def holder(self, kind: str, value: str) -> int | None:
        """The id of the paper that has this identifier."""
        found = self.conn.execute(
            "SELECT paper FROM identifiers WHERE kind = ? AND value = ?", (kind, value)
        ).fetchone()
        return found["paper"] if found else None

    def add_links(self, paper: int, links: Sequence[Link]) -> None:
        """Add links, in the open change; one of that address is changed."""
        self.conn.executemany(
            "INSERT INTO links (paper, kind, url, label) VALUES (?, ?, ?, ?) ON CONFLICT (paper, url)"
            " DO UPDATE SET kind = excluded.kind, label = coalesce(excluded.label, label)",
            [(paper, link.kind, link.url, link.label) for link in links],
        )

    def refuse_identifier(self, kind: str, value: str) -> None:
        """Raise RefusedError if a paper has this identifier already."""
        if held := self.holder(kind, value):
            raise RefusedError(f"{kind} {value} is in the library already: {self.paper(held).key}.")

    def refuse_key(self, key: str) -> None:
        """Raise RefusedError if a paper has this key already."""
        if self.conn.execute("SELECT 1 FROM papers WHERE key = ?", (key,)).fetchone():
            raise RefusedError(f"another paper has the key {key} already.")
