"""The Datasette plugin: only hooks here, what they do stands in the modules beside.

One set of hooks serves Datasette 0.65 and 1.0: pluggy passes over a hook that a version does not know. Every hook
leaves databases alone that are no readtrack library.
"""

# mypy: allow-untyped-decorators

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from datasette import hookimpl

from readtrack.web import actions, cells, facets, filters, guard, libraries, metadata, pages


@hookimpl
def startup(datasette: Any) -> Any:
    """Lay out our tables (1.0), bring old ones up to date, and keep an unknown URL a 404."""
    libraries.keep_404()
    libraries.bring_up_to_date(datasette)
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
    """Answer under safe names only."""
    return guard.guarding(datasette)


@hookimpl
def skip_csrf(datasette: Any, scope: dict[str, Any]) -> bool:
    """Check our own forms ourselves (0.65)."""
    return guard.skips_csrf(datasette, scope)


@hookimpl
def register_routes() -> list[tuple[str, Any]]:
    """What the forms of our pages are sent to."""
    return [(r"^/-/readtrack/(?P<database>[^/]+)/(?P<verb>[^/]+)$", actions.write)]


# Around all others: Datasette's own search must not see what ours takes, and the mark that ours leaves for the facets
# must stand after every other condition.
@hookimpl(hookwrapper=True)
def filters_from_request(request: Any, database: str, table: str, datasette: Any) -> Iterator[None]:
    """Understand ``?_search=`` as the command line does, and ``?_tags=``, ``?_list=``, ..."""
    filters.before_search(datasette, database, table, request)
    outcome: Any = yield
    outcome.force_result([*outcome.get_result(), filters.from_request(datasette, database, table, request)])


@hookimpl(hookwrapper=True)
def register_facet_classes() -> Iterator[None]:
    """Count what stands in the link tables, and count right on every page."""
    outcome: Any = yield
    outcome.force_result(facets.classes(outcome.get_result()))


@hookimpl
def render_cell(row: Any, value: Any, column: str, table: str | None, database: str, datasette: Any) -> Any:
    """Show links as links, tags as chips, notes as Markdown."""
    return cells.render(datasette, database, table, column, value, row)


@hookimpl
def extra_template_vars(view_name: str, database: str, table: str, request: Any, datasette: Any) -> Any:
    """Tell our templates what to show."""
    return pages.template_vars(datasette, view_name, database, table, request)


@hookimpl
def extra_css_urls(database: str | None, table: str | None, datasette: Any) -> list[str]:
    """A few rules for our tables."""
    if table and libraries.is_library(datasette, database):
        return [datasette.urls.static_plugins("readtrack", "cells.css")]
    return []
