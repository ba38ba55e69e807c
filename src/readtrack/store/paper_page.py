"""What the page of one paper shows beside its facts: its places on lists, its past, and papers near it."""

from __future__ import annotations

import json
import sqlite3
from typing import Any, NamedTuple

from readtrack.model import Entry, Paper, ReadingList
from readtrack.past import Kept, Past, Role
from readtrack.schema import FINISHED, derived
from readtrack.store import Store
from readtrack.store.find import paper_of

SHOWN = 5
"""How many neighbours are shown of each kind."""

ASKED = 40
"""How many authors of one paper are looked up elsewhere: those of an experiment can be thousands."""

TAGS = 500
"""How many tags a page can offer; a library with more offers none."""


class Place(NamedTuple):
    """A place on a reading list. ``number``: counts from 1, among ``total``; ``before``, ``after``: the neighbours."""

    list: ReadingList
    section: str | None
    number: int
    total: int
    before: Paper | None
    after: Paper | None


class PaperPage(NamedTuple):
    """All of one paper. ``past``: the oldest first; ``same_topic``: near papers, unread first, of ``topic_total`` in
    the topic; ``same_authors``: each with the authors it shares; ``others``: author -> how many papers, this one
    among them, where there are more; ``tags``: all tags of the library that the paper does not have."""

    entry: Entry
    places: tuple[Place, ...]
    past: tuple[Past, ...]
    same_topic: tuple[Paper, ...]
    topic_total: int
    same_authors: tuple[tuple[Paper, tuple[str, ...]], ...]
    others: dict[str, int]
    tags: tuple[str, ...]


def paper_page(store: Store, number: int) -> PaperPage:
    """All that the page of the paper with this id shows.

    Raises:
        PaperNotFoundError: there is none.
    """
    paper = store.paper(number)
    (entry,) = store.entries([paper])
    near, total = _same_topic(store.conn, paper)
    sharing, others = _same_authors(store.conn, paper)
    return PaperPage(
        entry, _places(store, entry), past_of(store.conn, paper), near, total, sharing, others, _tags(store.conn, paper)
    )


# A paper without a position stands behind the last; equal positions in the order in which papers came.
_AT = "coalesce(position, 9223372036854775807), paper"


def _places(store: Store, entry: Entry) -> tuple[Place, ...]:
    found = store.conn.execute(
        """SELECT l.slug, l.title, l.source, p.section, coalesce(p.position, 9223372036854775807) AS position
        FROM list_papers AS p JOIN lists AS l ON l.slug = p.list WHERE p.paper = ? ORDER BY l.title, l.slug""",
        (entry.paper.id,),
    ).fetchall()
    places = []
    for slug, title, source, section, position in found:
        at = {"list": slug, "position": position, "paper": entry.paper.id}
        number, total = store.conn.execute(
            f"SELECT total(({_AT}) <= (:position, :paper)), count(*) FROM list_papers WHERE list = :list", at
        ).fetchone()
        before = _next_on_list(store, at, "<", "position IS NULL DESC, position DESC, paper DESC")
        after = _next_on_list(store, at, ">", "position IS NULL, position, paper")
        places.append(Place(ReadingList(slug, title, source), section, int(number), total, before, after))
    return tuple(places)


def _next_on_list(store: Store, at: dict[str, Any], side: str, order: str) -> Paper | None:
    found = store.conn.execute(
        f"""SELECT paper FROM list_papers WHERE list = :list AND ({_AT}) {side} (:position, :paper)
        ORDER BY {order} LIMIT 1""",
        at,
    ).fetchone()
    return store.paper(found[0]) if found else None


def past_of(conn: sqlite3.Connection, paper: Paper) -> tuple[Past, ...]:
    """What changed on the paper: the rows of history that were its own, and the changes to its facts by their words."""
    # A row that ever was on this paper may have come from another, and gone to one.
    rows = conn.execute(
        f"""SELECT c.id, c.at, c.actor, c.what, h.source, h.row, h.before, h.after
        FROM history AS h JOIN changes AS c ON c.id = h.change
        WHERE (h.source, h.row) IN (SELECT source, row FROM history WHERE source IN {derived.ON_PAPERS!r}
            AND json_extract(coalesce(after, before), '$.paper') = ?) ORDER BY h.change, h.id""",
        (paper.id,),
    )
    past: dict[int, Past] = {}
    for number, at, actor, what, source, row, *images in rows:
        before, after = (json.loads(image or "null") for image in images)
        if paper.id in {image["paper"] for image in (before, after) if image}:
            was = past.get(number, Past(number, at, actor, what, ()))
            past[number] = was._replace(kept=(*was.kept, Kept(source, row, before, after)))
    facts = conn.execute(
        """SELECT id, at, actor, what,
        EXISTS (SELECT 1 FROM json_each(papers, '$.added') WHERE value = :paper) AS added,
        EXISTS (SELECT 1 FROM json_each(papers, '$.before.papers') WHERE value ->> '$.id' = :paper)
            OR EXISTS (SELECT 1 FROM json_each(papers, '$.merged') WHERE value = :paper) AS changed,
        EXISTS (SELECT 1 FROM json_each(papers, '$.merged') WHERE key = CAST(:paper AS TEXT)) AS merged
        FROM changes WHERE papers IS NOT NULL AND (added OR changed)""",
        {"paper": paper.id},
    )
    for number, at, actor, what, added, _, merged in facts:
        role: Role = "merged" if merged else "added" if added else "changed"
        past[number] = past.get(number, Past(number, at, actor, what, ()))._replace(role=role)
    return tuple(past[number] for number in sorted(past))


_UNFINISHED_FIRST = f"status IN {FINISHED!r}, instr('reading queued unread', status)"


def _same_topic(conn: sqlite3.Connection, paper: Paper) -> tuple[tuple[Paper, ...], int]:
    if not paper.topic:
        return (), 0
    (total,) = conn.execute("SELECT count(*) FROM papers WHERE topic = ?", (paper.topic,)).fetchone()
    near = conn.execute(
        f"""SELECT id FROM papers WHERE topic = ? AND id <> ?
        ORDER BY {_UNFINISHED_FIRST}, abs(year - ?) IS NULL, abs(year - ?), id LIMIT {SHOWN}""",
        (paper.topic, paper.id, paper.year, paper.year),
    )
    return tuple(_papers(conn, [row[0] for row in near])), total


def _same_authors(
    conn: sqlite3.Connection, paper: Paper
) -> tuple[tuple[tuple[Paper, tuple[str, ...]], ...], dict[str, int]]:
    asked = json.dumps(list(dict.fromkeys(paper.authors))[:ASKED])
    counts = conn.execute(
        """SELECT value, (SELECT count(DISTINCT paper) FROM authorships WHERE author = value) AS papers
        FROM json_each(?) WHERE papers > 1 ORDER BY papers DESC, json_each.key""",
        (asked,),
    )
    others: dict[str, int] = dict(tuple(row) for row in counts)
    shared = conn.execute(
        f"""SELECT paper, json_group_array(DISTINCT author) FROM authorships JOIN papers ON papers.id = paper
        WHERE author IN (SELECT value FROM json_each(?)) AND paper <> ? GROUP BY paper
        ORDER BY {_UNFINISHED_FIRST}, count(DISTINCT author) DESC, year DESC, paper LIMIT {SHOWN}""",
        (json.dumps(list(others)), paper.id),
    ).fetchall()
    names = [tuple(sorted(json.loads(row[1]), key=paper.authors.index)) for row in shared]
    return tuple(zip(_papers(conn, [row[0] for row in shared]), names, strict=True)), others


def _tags(conn: sqlite3.Connection, paper: Paper) -> tuple[str, ...]:
    rows = conn.execute(
        "SELECT name FROM tags WHERE name NOT IN (SELECT tag FROM paper_tags WHERE paper = ?) ORDER BY name LIMIT ?",
        (paper.id, TAGS + 1),
    ).fetchall()
    return () if len(rows) > TAGS else tuple(row[0] for row in rows)


def _papers(conn: sqlite3.Connection, ids: list[int]) -> list[Paper]:
    rows = conn.execute(
        "SELECT papers.* FROM json_each(?) JOIN papers ON papers.id = value ORDER BY json_each.key", (json.dumps(ids),)
    )
    return [paper_of(row) for row in rows]
