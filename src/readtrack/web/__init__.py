"""The Datasette plugin: only hooks here, what they do stands in the modules beside.

One set of hooks serves Datasette 0.65 and 1.0: pluggy passes over a hook that a version does not know. Every hook
leaves databases alone that are no readtrack library.
"""

# mypy: allow-untyped-decorators

from __future__ import annotations

from typing import Any

from datasette import hookimpl

from readtrack.web import cells, facets, filters, libraries, metadata


@hookimpl
def startup(datasette: Any) -> Any:
    """Lay out our tables (1.0), and keep an unknown URL a 404."""
    libraries.keep_404()
    return metadata.configure(datasette)


@hookimpl
def get_metadata(datasette: Any) -> dict[str, Any]:
    """Lay out our tables (0.65)."""
    return metadata.of_libraries(datasette)


@hookimpl
def prepare_connection(conn: Any) -> None:
    """Refuse rows that point nowhere."""
    libraries.prepare(conn)


@hookimpl
def asgi_wrapper(datasette: Any) -> Any:
    """Ask for the page of papers without suggested facets."""
    return filters.without_suggestions(datasette)


# Last, because the mark that it leaves for the facets must stand after every other condition.
@hookimpl(trylast=True)
def filters_from_request(request: Any, database: str, table: str, datasette: Any) -> Any:
    """Understand ``?_tags=``, ``?_authors=`` and ``?_affiliations=``."""
    return filters.from_request(datasette, database, table, request)


@hookimpl
def register_facet_classes() -> list[type]:
    """Count what stands in the link tables, and count right on every page."""
    return [facets.PapersFacet]


@hookimpl
def render_cell(row: Any, value: Any, column: str, table: str | None, database: str, datasette: Any) -> Any:
    """Show links as links, tags as chips, notes as Markdown."""
    return cells.render(datasette, database, table, column, value, row)


@hookimpl
def extra_css_urls(database: str | None, table: str | None, datasette: Any) -> list[str]:
    """A few rules for our tables."""
    if table and libraries.is_library(datasette, database):
        return [datasette.urls.static_plugins("readtrack", "readtrack.css")]
    return []
