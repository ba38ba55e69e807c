"""What a request for the page of papers asks for, beyond what Datasette understands by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta, timezone
from typing import Any
from urllib.parse import parse_qsl, urlencode

from datasette.filters import FilterArguments
from datasette.utils import tilde_encode

from readtrack import dates
from readtrack.errors import ReadtrackError
from readtrack.searching import parse
from readtrack.store import days, searches
from readtrack.store.facets import NAMES
from readtrack.web import libraries, permissions

PAGE_MARK = "1 /* readtrack: what follows is the page */"
"""The condition after which Datasette puts the one that skips to a page."""


def is_papers(datasette: Any, database: str, table: str | None) -> bool:
    """Whether this is the table of papers of a library."""
    return table == "papers" and libraries.is_library(datasette, database)


def before_search(datasette: Any, database: str, table: str, request: Any) -> None:
    """Take ``_search`` from Datasette, which knows words only; ``from_request`` puts it back, and searches.

    The user's word stands: what he asks for as raw FTS5 or by column is Datasette's.
    """
    if not is_papers(datasette, database, table):
        return
    asked = request.scope.get("query_string") or b""
    request.scope[ASKED] = asked
    pairs = parse_qsl(asked.decode("latin-1"), keep_blank_values=True)
    if request.args.get("_search") and not any(name in ("_searchmode", "_fts_table", "_fts_pk") for name, _ in pairs):
        kept = [(name, value) for name, value in pairs if name != "_search"]
        request.scope["query_string"] = urlencode(kept).encode("latin-1")


async def from_request(datasette: Any, database: str, table: str, request: Any) -> FilterArguments | None:
    """The conditions that ``?_search=``, ``?_tags=``, ``?_authors=``, ``?_affiliations=``, ``?_list=`` and ``?_day=``
    set; all must hold."""
    if not is_papers(datasette, database, table):
        return None
    taken = request.scope.get("query_string") != request.scope[ASKED]
    request.scope["query_string"] = request.scope[ASKED]
    clauses, descriptions = [], []
    params: dict[str, str] = {}
    context: dict[str, str] = {}
    if taken:
        words = request.args["_search"]
        await permissions.ensure_search(datasette, request.actor, database)
        clauses.append(_searched(words, params))
        descriptions.append(f'search matches "{words}"')
        context["search"] = words
    for name, (link_table, column, *_) in NAMES.items():
        for value in filter(None, request.args.getlist(f"_{name}")):
            param = f"readtrack_{len(params)}"
            clauses.append(f"id in (select paper from {link_table} where {column} = :{param})")
            descriptions.append(f'{column} = "{value}"')
            params[param] = value
    for day in filter(None, request.args.getlist("_day")):
        clauses.append(_on_day(day, params))
        descriptions.append(f"anything done on {day}")
    await _settle_ties(datasette, database, request)
    if request.args.get("_next"):
        clauses.append(PAGE_MARK)
    return FilterArguments(clauses, params, descriptions, context)


def route(request: Any) -> str:
    """The path of a request below Datasette's base_url, whether or not a proxy has taken that away."""
    return str(request.scope.get("route_path", request.path))


def _on_day(day: str, params: dict[str, str]) -> str:
    """The condition that anything was done on that local day; its values go into ``params``."""
    try:
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", day, re.ASCII):
            return "0"
        begins = date.fromisoformat(day)
        values = [day, _midnight(begins), _midnight(begins + timedelta(days=1))]
    except (ValueError, OverflowError, ReadtrackError):
        return "0"
    names = [f"readtrack_{len(params) + at}" for at in range(len(values))]
    params.update(zip(names, values, strict=True))
    return days.on_day(*names)


def _midnight(day: date) -> str:
    """The moment in UTC at which a day begins here."""
    moment = midnight = datetime.combine(day, time(), timezone.utc)
    for _ in range(2):  # the second time with the offset of that moment itself: clocks may change within the day
        moment = midnight - (dates.local(moment.isoformat()).utcoffset() or timedelta())
    return moment.strftime("%Y-%m-%d %H:%M:%S")


def _searched(words: str, params: dict[str, str]) -> str:
    """The condition that a search for ``words`` sets, as on the command line; its values go into ``params``."""
    terms = parse(words)
    conditions = []
    for condition, values in searches.conditions(terms):
        names = [f"readtrack_{len(params) + at}" for at in range(len(values))]
        params.update(zip(names, map(str, values), strict=True))
        conditions.append(_named(condition, iter(names)))
    return " and ".join(conditions) if terms else "0"


def _named(condition: str, names: Iterator[str]) -> str:
    """``condition`` with names for its places: Datasette binds by name."""
    return re.sub(r"\?", lambda _: f":{next(names)}", condition)


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


ASKED = "readtrack_query_string"
"""Where the scope of a request keeps the query as it stands in the URL."""
