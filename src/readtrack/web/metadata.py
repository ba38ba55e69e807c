"""How our tables are laid out in Datasette: facets, sizes, titles. What the user configures wins."""

from __future__ import annotations

from typing import Any

from readtrack.web import libraries

FACETS = ("status", "topic", "tags", "year", "venue", "authors", "affiliations", "list")

DATABASE_TEXTS = {
    "title": "Reading list",
    "description": "Papers, what you read of them and what you noted, by readtrack",
}
PAPERS_TEXTS = {"title": "Papers"}

HIDDEN = ("_replacing", "_sqlite_migrations", "_states", "papers_trigram", "sqlite_sequence", "sqlite_stat1")
"""0.65 also hides every table whose name starts with one of these."""


# 0.65 asks dozens of times a page, and merges the user's into the answer: new each time, and cheaper than a deep copy.
def _tables(datasette: Any) -> dict[str, dict[str, Any]]:
    # No sort: Datasette's own is by id, and one of ours would clash with a user's sort_desc.
    papers = {
        # {type: column} and nothing deeper: 1.0 uses the second as the key of a dict.
        "facets": [{"readtrack": name} for name in FACETS],
        "facet_size": 10,
        # A size above the user's limit is an error on every page.
        "size": min(50, datasette.setting("max_returned_rows")),
        "label_column": "title",
        "sortable_columns": [
            *("id", "key", "name", "title", "status", "rating", "progress", "notes", "topic", "venue", "year"),
            *("type", "started_on", "finished_on", "due_on", "priority", "added_at"),
        ],
    }
    return {"papers": papers, **{name: {"hidden": True} for name in HIDDEN}}


def of_libraries(datasette: Any) -> dict[str, Any]:
    """The metadata of all libraries for Datasette 0.65."""
    databases = {}
    for name in libraries.names(datasette):
        tables = _tables(datasette)
        tables["papers"].update(PAPERS_TEXTS)
        databases[name] = {**DATABASE_TEXTS, "tables": tables}
    return {"databases": databases}


async def configure(datasette: Any) -> None:
    """The same for Datasette 1.0, where texts live in its internal database and the rest in its configuration."""
    if not hasattr(datasette, "set_resource_metadata"):
        return
    for name in libraries.names(datasette):
        # No documented way in: where the configuration has another shape some day, pages lose facets and nothing else.
        if isinstance(getattr(datasette, "config", None), dict):
            database = datasette.config.setdefault("databases", {}).setdefault(name, {})
            for table, ours in _tables(datasette).items():
                config = database.setdefault("tables", {}).setdefault(table, {})
                config.update({key: value for key, value in ours.items() if key not in config})
        theirs = await datasette.get_database_metadata(name)
        for key in DATABASE_TEXTS.keys() - theirs.keys():
            await datasette.set_database_metadata(name, key, DATABASE_TEXTS[key])
        theirs = await datasette.get_resource_metadata(name, "papers")
        for key in PAPERS_TEXTS.keys() - theirs.keys():
            await datasette.set_resource_metadata(name, "papers", key, PAPERS_TEXTS[key])
