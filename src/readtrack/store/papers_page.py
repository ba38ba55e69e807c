"""What one page of papers shows beside their rows: the texts that a search looked into, and the titles of lists."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import NamedTuple

from readtrack.store import Store


class Texts(NamedTuple):
    """What was written about a paper, and what you wrote: its abstract, its notes with their quotes."""

    abstract: str
    notes: tuple[str, ...]


class Beside(NamedTuple):
    """``texts``: id -> texts, for papers that have any; ``lists``: short name of a reading list -> its title."""

    texts: dict[int, Texts]
    lists: dict[str, str]


def beside(store: Store, papers: Sequence[int], lists: Sequence[str]) -> Beside:
    """The texts of ``papers``, given by their ids, and the titles of ``lists``; what is not there is left out."""
    many = "(SELECT value FROM json_each(?))"
    abstracts = dict(
        tuple(row)
        for row in store.conn.execute(f"SELECT paper, body FROM abstracts WHERE paper IN {many}", (json.dumps(papers),))
    )
    notes: dict[int, list[str]] = {}
    for paper, text in store.conn.execute(
        f"SELECT paper, body || coalesce(char(10) || quote, '') FROM notes WHERE paper IN {many} ORDER BY id",
        (json.dumps(papers),),
    ):
        notes.setdefault(paper, []).append(text)
    titles = store.conn.execute(f"SELECT slug, title FROM lists WHERE slug IN {many}", (json.dumps(lists),))
    return Beside(
        {paper: Texts(abstracts.get(paper, ""), tuple(notes.get(paper, ()))) for paper in abstracts | notes},
        dict(tuple(row) for row in titles),
    )
