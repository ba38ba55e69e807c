"""The SQL of facets: how many papers have which value, among all papers or among those that a query finds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Names(NamedTuple):
    """Where the names of a facet stand: a link table, and its column; ``repeats`` if a paper may have a name twice;
    ``label``: what a name is shown as, in SQL."""

    table: str
    column: str
    repeats: bool = False
    label: str = "NULL"


NAMES = {
    "tags": Names("paper_tags", "tag"),
    "authors": Names("authorships", "author", repeats=True),
    "affiliations": Names("authorship_affiliations", "affiliation", repeats=True),
    "list": Names("list_papers", "list", label="(SELECT title FROM lists WHERE slug = value)"),
}
"""Facet -> where its names stand. Any other facet is a column of ``papers``."""

PAPERS, WORDS = "readtrack_papers", "readtrack_words"
"""Parameters: an array of ids, and one of names, as JSON."""

STATES = "SELECT source, state FROM _states"
"""A query for the states of the link tables: what was counted in one is right as long as that stays."""


def among_all(facet: str, limit: int) -> str:
    """A query for the most frequent values of a facet: ``value``, ``count`` and, of names, ``label`` or NULL."""
    if facet in NAMES:
        return _names(NAMES[facet], "", limit)
    return among_rows(facet, "papers", limit)


def among_rows(column: str, papers: str, limit: int) -> str:
    """The same for a column, among the rows of ``papers``: a table, or a query in brackets."""
    name = _quoted(column)
    return f"""SELECT {name} AS value, count(*) AS count FROM {papers} WHERE {name} IS NOT NULL
GROUP BY {name} ORDER BY count DESC, value LIMIT {limit}"""


def among_papers(facet: str, limit: int, share: float) -> str:
    """The same for a facet of ``NAMES``, among the papers whose ids are in the parameter ``PAPERS``.

    ``share`` says how many of all papers these are, from 0 to 1; the answer does not depend on it.
    """
    # Half of the papers are sooner counted name by name than looked up and sorted. The plus sign says so to SQLite.
    way = "+" if share > 0.45 else ""
    return _names(NAMES[facet], f"WHERE {way}paper IN (SELECT value FROM json_each(:{PAPERS}))", limit)


def links_of(facet: str) -> str:
    """A query for the names of the papers in the parameter ``PAPERS``: ``value``, ``paper``, ``label``."""
    names = NAMES[facet]
    return f"""SELECT value, paper, {names.label} AS label FROM (
SELECT DISTINCT {names.column} AS value, paper FROM {names.table}
WHERE paper IN (SELECT value FROM json_each(:{PAPERS})))"""


def papers_of(facet: str) -> str:
    """A query for the papers of the names in the parameter ``WORDS``: ``value``, ``paper``."""
    names = NAMES[facet]
    return f"""SELECT DISTINCT {names.column} AS value, paper FROM {names.table}
WHERE {names.column} IN (SELECT value FROM json_each(:{WORDS}))"""


def matching(papers: str, columns: Iterable[str], limit: int) -> str:
    """A query that runs ``papers``, a query for rows of ``papers``, once.

    Its first row holds the ids as JSON in ``value``, how many there are in ``count``, and the greatest id of all papers
    in ``facet``; each of the others a column of ``columns`` in ``facet``, and one of its most frequent values.
    """
    columns = list(columns)
    taken = ", ".join(map(_quoted, dict.fromkeys(["id", *columns])))
    counted = "".join(
        f"\nUNION ALL SELECT * FROM (SELECT {_text(column)}, * FROM ({among_rows(column, 'matching', limit)}))"
        for column in columns
    )
    return f"""WITH matching AS MATERIALIZED (SELECT {taken} FROM ({papers}))
SELECT (SELECT max(id) FROM papers) AS facet, json_group_array(id) AS value, count(*) AS count FROM matching{counted}"""


def _names(names: Names, condition: str, limit: int) -> str:
    count = "count(DISTINCT paper)" if names.repeats else "count(*)"
    return f"""SELECT value, count, {names.label} AS label FROM (
SELECT {names.column} AS value, {count} AS count FROM {names.table} {condition}
GROUP BY {names.column} ORDER BY count DESC, value LIMIT {limit})"""


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _text(words: str) -> str:
    return "'" + words.replace("'", "''") + "'"
