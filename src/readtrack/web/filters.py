"""What a request for the page of papers asks for, beyond what Datasette understands by itself."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from datasette.filters import FilterArguments
from datasette.utils import tilde_encode

from readtrack.store.facets import NAMES
from readtrack.web import libraries

PAGE_MARK = "1 /* readtrack: what follows is the page */"
"""The condition after which Datasette puts the one that skips to a page."""


def is_papers(datasette: Any, database: str, table: str | None) -> bool:
    """Whether this is the table of papers of a library."""
    return table == "papers" and libraries.is_library(datasette, database)


async def from_request(datasette: Any, database: str, table: str, request: Any) -> FilterArguments | None:
    """The conditions that ``?_tags=``, ``?_authors=``, ``?_affiliations=`` and ``?_list=`` set; all must hold."""
    if not is_papers(datasette, database, table):
        return None
    if _ASKED in request.scope:  # so that no link of the page repeats what only we asked for
        request.scope["query_string"] = request.scope[_ASKED]
    clauses, descriptions = [], []
    params: dict[str, str] = {}
    for name, (link_table, column, *_) in NAMES.items():
        for value in filter(None, request.args.getlist(f"_{name}")):
            param = f"readtrack_{len(params)}"
            clauses.append(f"id in (select paper from {link_table} where {column} = :{param})")
            descriptions.append(f'{column} = "{value}"')
            params[param] = value
    await _settle_ties(datasette, database, request)
    if request.args.get("_next"):
        clauses.append(PAGE_MARK)
    return FilterArguments(clauses, params, descriptions)


async def _settle_ties(datasette: Any, database: str, request: Any) -> None:
    """Ask for the first page of a sorted list as for the page that follows nothing.

    Datasette orders page 2 by the column and by id, but page 1 by the column only. Within equal values our indexes
    have an order of their own: papers would be shown twice, others never.
    """
    # Streamed as CSV, 1.0 first looks at a page, and then starts anew, with _nofacet, unless that left a _next behind.
    if request.args.get("_next") or (request.args.get("_stream") and not request.args.get("_nofacet")):
        return
    asked = {key: request.args.get(f"_{key}") for key in ("sort", "sort_desc")}
    if not any(asked.values()):
        is_1_0 = hasattr(datasette, "table_config")
        asked = (
            await datasette.table_config(database, "papers") if is_1_0 else datasette.table_metadata(database, "papers")
        )
    if asked.get("sort"):
        nothing = "$null"  # Datasette's word for the first value going up
    elif asked.get("sort_desc"):
        nothing = tilde_encode("\U0010ffff")  # greater than any number or text
    else:
        return
    request.scope["query_string"] = (request.scope.get("query_string") or b"") + f"&_next={nothing},{-(2**63)}".encode()


_ASKED = "readtrack_query_string"

Scope = dict[str, Any]
App = Callable[[Scope, Any, Any], Awaitable[None]]


def without_suggestions(datasette: Any) -> Callable[[App], App]:
    """Middleware that adds ``_nosuggest=1`` to requests for papers; ``from_request`` takes it away again.

    Our facets are open already, Datasette would suggest the same ones again, and 0.65 reads the whole table for each
    column to find out. It has a setting for that, but only one for all databases.
    """

    def wrap(app: App) -> App:
        async def wrapped(scope: Scope, receive: Any, send: Any) -> None:
            if scope["type"] == "http" and _is_page_of_papers(datasette, scope["path"]):
                asked = scope.get("query_string") or b""
                scope = {**scope, _ASKED: asked, "query_string": (asked + b"&" if asked else b"") + b"_nosuggest=1"}
            await app(scope, receive, send)

        return wrapped

    return wrap


def _is_page_of_papers(datasette: Any, path: str) -> bool:
    return any(path == datasette.urls.table(name, "papers") for name in libraries.names(datasette))
