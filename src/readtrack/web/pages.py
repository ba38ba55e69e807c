"""Which of Datasette's pages is one of ours, and what our templates are told: ``{{ readtrack }}``."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, NamedTuple
from urllib.parse import urlencode

from datasette.utils import tilde_encode

from readtrack import render
from readtrack.web import csp, dashboard, filters, guard, libraries, paper, papers, permissions

READ = ("papers", "notes", "readings", "abstracts", "lists")
"""The tables that our pages show: to whom Datasette does not show them all, it shows its own pages."""


class Page(NamedTuple):
    """What a template of ours knows as ``readtrack``.

    ``template``: its name; ``database``: the library's; ``path``: the page's path and query, for a form to come back
    to; ``token``: what a form must send along, None where nobody may write; ``data``: what this page shows; ``papers``:
    the URL of the page of papers, which a page names hundreds of times; ``several``: whether other databases stand
    beside this one.
    """

    template: str
    database: str
    path: str
    token: str | None
    data: Any
    urls: Any
    request: Any
    papers: str
    several: bool

    @property
    def marks(self) -> dict[str, str]:
        """Status -> its mark, in their order."""
        return render.MARKS

    @property
    def writable(self) -> bool:
        """Whether the page has buttons that write."""
        return self.token is not None

    def once(self, url: str) -> str:
        """A URL that Datasette made of the path of this request: with the base_url before it just once."""
        base = str(self.urls.path(""))
        return url.replace(base + base[1:], base, 1) if "route_path" in self.request.scope and base != "/" else url

    def papers_url(self, **conditions: object) -> str:
        """The page of papers, filtered: ``papers_url(status="read", _tags="x")``; what is None is left out."""
        asked = {name: value for name, value in conditions.items() if value is not None}
        return f"{self.papers}{'?' if asked else ''}{urlencode(asked, doseq=True)}"

    def paper_url(self, number: object) -> str:
        """The page of the paper with this id."""
        return f"{self.papers}/{tilde_encode(str(number))}"

    def action_url(self, verb: str) -> str:
        """Where a form sends what is to be written."""
        return str(self.urls.path(f"/-/readtrack/{tilde_encode(self.database)}/{verb}"))

    def allow(self, **context: Any) -> str:
        """Have the page load nothing but what comes from here and what other plugins put into ``context``; an empty
        text, for the template to print."""
        csp.strict(self.request)
        return csp.allow(self.request, context)


Data = Callable[[Any, str, Any], Awaitable[Any]]

PAGES: dict[str, tuple[str, Data]] = {
    "table": ("readtrack/papers.html", papers.data),
    "row": ("readtrack/paper.html", paper.data),
    "database": ("readtrack/dashboard.html", dashboard.data),
    "index": ("readtrack/dashboard.html", dashboard.data),
}
"""Datasette's name of a view -> our template, and what reads its data: (datasette, database, request) -> data, or
None where Datasette's own page is wanted."""


async def template_vars(
    datasette: Any, view_name: str | None, database: str | None, table: str | None, request: Any
) -> dict[str, Page | None]:
    """``{"readtrack": page}``; None where the page is none of ours."""
    return {"readtrack": await _page(datasette, view_name, database, table, request)}


async def _page(
    datasette: Any, view_name: str | None, database: str | None, table: str | None, request: Any
) -> Page | None:
    if view_name not in PAGES or request is None or request.args.get("sql"):
        return None
    if view_name == "index":
        served = libraries.served(datasette)
        database = served[0] if len(served) == 1 else None
    if database is None or not libraries.is_library(datasette, database):
        return None
    if not libraries.is_current(datasette, database):
        return None  # our pages read tables that are not there
    path = _path(datasette, request)
    if view_name in ("table", "row") and table != "papers":
        return None
    # 1.0 gives the pages of queries the name of their database's page.
    if view_name == "database" and path.partition("?")[0] != datasette.urls.database(database):
        return None
    if not all([await permissions.may_read(datasette, request.actor, database, each) for each in READ]):
        return None
    template, read = PAGES[view_name]
    data = await read(datasette, database, request)
    if data is None:
        return None
    token = None
    if view_name == "table" and request.args.get("_view") == "table":
        template = "readtrack/table.html"
    else:
        token = guard.token(datasette) if await guard.may_write(datasette, request, database) else None
    url = str(datasette.urls.table(database, "papers"))
    several = len(libraries.served(datasette)) > 1
    return Page(template, database, path, token, data, datasette.urls, request, url, several)


def _path(datasette: Any, request: Any) -> str:
    # Datasette leaves its base_url in request.path, where a proxy did not take it away
    path = datasette.urls.path(filters.route(request))
    query = papers.asked(request)
    return f"{path}?{query}" if query else str(path)
