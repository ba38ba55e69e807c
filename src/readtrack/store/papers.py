"""list, show, add, edit, remove: the papers and the facts on them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Any

from readtrack.errors import NotFoundError, RefusedError, UsageError
from readtrack.model import Author, Draft, Entry, Link, Listing, Note, Paper, Selection, Standing
from readtrack.store.changes import WORLD
from readtrack.store.find import Finding, fts_words, paper_of

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

_MANY = "(SELECT value FROM json_each(?))"
_COLUMNS = ("key", "name", "title", "type", "venue", "year", "topic", "url")


class Papers(Finding):
    """Papers."""

    def papers(
        self, which: Selection, *, sort: str = "added", reverse: bool = False, limit: int | None = None
    ) -> list[Paper]:
        """The papers that fit, in the order of ``SORTS[sort]``; at most ``limit``.

        Raises:
            NotFoundError: nothing fits, because the library has no such topic, tag, author, venue or list.
        """
        where, values = self._where(which)
        order = SORTS[sort]
        if reverse:
            order = tuple(term[:-5] if term.endswith(" DESC") else f"{term} DESC" for term in order)
        rows = self.conn.execute(
            f"SELECT * FROM papers {where} ORDER BY {', '.join(order if sort == 'added' else (*order, 'id'))} LIMIT ?",
            (*values, -1 if limit is None else limit),
        ).fetchall()
        if not rows:
            self._explain_nothing(which)
        return [paper_of(row) for row in rows]

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
            if not (match := fts_words(which.words)):
                raise UsageError(f'there is no word in "{which.words}" to look for.')
            must("id IN (SELECT rowid FROM papers_fts WHERE papers_fts MATCH ?)", match)
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
            values = ["%" + re.sub(r"([%_\\])", r"\\\1", word) + "%" for word in words.split()] or [""]
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
        affiliations = self._by_paper(
            f"""SELECT paper, author_position, affiliation FROM authorship_affiliations
            WHERE paper IN {_MANY} ORDER BY paper, author_position, position""",
            ids,
        )
        authors = self._by_paper(
            f"SELECT paper, position, author FROM authorships WHERE paper IN {_MANY} ORDER BY paper, position", ids
        )
        lists = self._by_paper(
            f"SELECT paper, list, section FROM list_papers WHERE paper IN {_MANY} ORDER BY 1, 2", ids
        )
        abstracts = self._by_paper(f"SELECT paper, body FROM abstracts WHERE paper IN {_MANY}", ids)
        notes = self._by_paper(
            f"""SELECT n.paper, n.id, n.uid, p.key AS paper_key, n.body, n.page, n.quote, n.created_at, n.updated_at
            FROM notes AS n JOIN papers AS p ON p.id = n.paper WHERE n.paper IN {_MANY} ORDER BY n.id""",
            ids,
        )
        return [
            Entry(
                paper,
                tuple(
                    Author(name, tuple(place for at, place in affiliations.get(paper.id, ()) if at == position))
                    for position, name in authors.get(paper.id, ())
                ),
                next((body for (body,) in abstracts.get(paper.id, ())), None),
                tuple(Listing(*listing) for listing in lists.get(paper.id, ())),
                tuple(Note(*note) for note in notes.get(paper.id, ())),
            )
            for paper in papers
        ]

    def _by_paper(self, query: str, ids: str) -> dict[int, list[tuple[Any, ...]]]:
        grouped: dict[int, list[tuple[Any, ...]]] = {}
        for row in self.conn.execute(query, (ids,)):
            grouped.setdefault(row[0], []).append(tuple(row)[1:])
        return grouped

    def add(self, draft: Draft) -> Paper:
        """Add one paper by hand.

        Raises:
            RefusedError: it is in the library already: the same DOI, arXiv id or key, or the same title and year.
        """
        with self.change(f"add {draft.title}"):
            self._refuse_double(draft)
            (paper,) = self.add_all([draft])
            self.keep_image(added=[paper])
        return self.paper(paper)

    def start(self, drafts: Sequence[Draft], lists: Sequence[tuple[str, str, str | None]]) -> None:
        """Fill a new library with reading lists: their slug, title and source, and the papers on them."""
        with self.change(f"start with {', '.join(slug for slug, _, _ in lists)}"):
            self.conn.executemany("INSERT INTO lists (slug, title, source) VALUES (?, ?, ?)", lists)
            self.keep_image(added=self.add_all(drafts))

    def add_all(self, drafts: Sequence[Draft]) -> list[int]:
        """Insert papers in the open change; their ids."""
        return [self._insert(draft) for draft in drafts]

    def _insert(self, draft: Draft) -> int:
        columns = {column: getattr(draft, column) for column in _COLUMNS}
        columns["key"] = draft.key or self._free_key(draft)
        paper = self.conn.execute(
            f"INSERT INTO papers ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})",
            tuple(columns.values()),
        ).lastrowid
        assert paper is not None  # noqa: S101  an INSERT that worked has one
        self._set_authors(paper, draft.authors)
        self._set_identifiers(paper, {"doi": draft.doi, "arxiv": draft.arxiv_id})
        self._add_links(paper, draft.links)
        if draft.abstract:
            self.conn.execute("INSERT INTO abstracts (paper, body) VALUES (?, ?)", (paper, draft.abstract))
        for listing in draft.lists:
            self.conn.execute(
                "INSERT INTO lists (slug, title) SELECT ?, ? WHERE NOT EXISTS (SELECT 1 FROM lists WHERE slug = ?)",
                (listing.slug, listing.slug, listing.slug),
            )
            self.conn.execute(
                """INSERT INTO list_papers (list, paper, section, position) VALUES (?, ?, ?,
                (SELECT coalesce(max(position), 0) + 1 FROM list_papers WHERE list = ?))""",
                (listing.slug, paper, listing.section, listing.slug),
            )
        return paper

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
                self._refuse_key(key)
            columns = {column: facts[column] for column in _COLUMNS if column in facts}
            if columns:
                pairs = ", ".join(f"{column} = ?" for column in columns)
                self.conn.execute(f"UPDATE papers SET {pairs} WHERE id = ?", (*columns.values(), paper.id))
            if "authors" in facts:
                self._set_authors(paper.id, facts["authors"])
            kinds = {"doi": "doi", "arxiv_id": "arxiv"}
            self._set_identifiers(paper.id, {kinds[fact]: facts[fact] for fact in kinds if fact in facts})
            self._add_links(paper.id, facts.get("links", ()))
            if "abstract" in facts:
                self.conn.execute("DELETE FROM abstracts WHERE paper = ?", (paper.id,))
                if facts["abstract"]:
                    self.conn.execute(
                        "INSERT INTO abstracts (paper, body) VALUES (?, ?)", (paper.id, facts["abstract"])
                    )
        return self.paper(paper.id)

    def remove(self, paper: Paper) -> dict[str, int]:
        """Take a paper away, and first, in the same change, what is yours on it.

        Returns:
            how many readings, notes and tags went with it.
        """
        gone = {}
        with self.change(f"remove {paper.key}"):
            self.keep_image(before=[paper.id])
            for table in ("readings", "notes", "paper_tags"):
                gone[table] = self.conn.execute(f"DELETE FROM {table} WHERE paper = ?", (paper.id,)).rowcount
            for table in reversed(WORLD):
                column = "id" if table == "papers" else "paper"
                self.conn.execute(f"DELETE FROM {table} WHERE {column} = ?", (paper.id,))
        return gone

    def keys(self, start: str, limit: int = 50) -> list[tuple[str, str]]:
        """(key, title) of papers whose key begins with ``start``: what completion offers."""
        return [
            tuple(row)
            for row in self.conn.execute(
                "SELECT key, title FROM papers WHERE key >= ? AND key < ? || '~' ORDER BY key LIMIT ?",
                (start.lower(), start.lower(), limit),
            )
        ]

    def _set_authors(self, paper: int, authors: Sequence[Author]) -> None:
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
                self._refuse_identifier(kind, value)
                self.conn.execute("INSERT INTO identifiers (paper, kind, value) VALUES (?, ?, ?)", (paper, kind, value))

    def _add_links(self, paper: int, links: Sequence[Link]) -> None:
        self.conn.executemany(
            "INSERT INTO links (paper, kind, url, label) VALUES (?, ?, ?, ?) ON CONFLICT (paper, url)"
            " DO UPDATE SET kind = excluded.kind, label = coalesce(excluded.label, label)",
            [(paper, link.kind, link.url, link.label) for link in links],
        )

    def _refuse_double(self, draft: Draft) -> None:
        for kind, value in (("doi", draft.doi), ("arxiv", draft.arxiv_id)):
            if value:
                self._refuse_identifier(kind, value)
        if draft.key:
            self._refuse_key(draft.key)
        same = self.conn.execute(
            "SELECT key FROM papers WHERE title = ? COLLATE NOCASE AND coalesce(year = ?, 1)", (draft.title, draft.year)
        ).fetchone()
        if same:
            raise RefusedError(f"a paper of this title is in the library already: {same['key']}.")

    def _refuse_identifier(self, kind: str, value: str) -> None:
        held = self.conn.execute(
            "SELECT key FROM papers WHERE id = (SELECT paper FROM identifiers WHERE kind = ? AND value = ?)",
            (kind, value),
        ).fetchone()
        if held:
            raise RefusedError(f"{kind} {value} is in the library already: {held['key']}.")

    def _refuse_key(self, key: str) -> None:
        if self.conn.execute("SELECT 1 FROM papers WHERE key = ?", (key,)).fetchone():
            raise RefusedError(f"another paper has the key {key} already.")

    def _free_key(self, draft: Draft) -> str:
        """A short key nobody has: the short name, else first author, year and first word of the title."""
        wanted = slug(draft.name or "") or _author_year_word(draft)
        if wanted.isdigit():  # a number alone is an id
            wanted = f"paper-{wanted}"
        taken = {row[0] for row in self.conn.execute("SELECT key FROM papers WHERE key GLOB ? || '*'", (wanted,))}
        number, key = 1, wanted
        while key in taken:
            number += 1
            key = f"{wanted}-{number}"
        return key


def slug(text: str) -> str:
    """Text as a key: ASCII letters, digits and hyphens, lower-case; "" where nothing of it is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")


def _author_year_word(draft: Draft) -> str:
    last = slug(draft.authors[0].name.split()[-1]) if draft.authors and draft.authors[0].name.split() else ""
    words = [word for word in slug(draft.title).split("-") if word not in ("a", "an", "the", "on", "of", "for", "")]
    if last:
        return slug(f"{last}{draft.year or ''}{(words or [''])[0]}")
    return "-".join(words[:3]) or "paper"
