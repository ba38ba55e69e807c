"""The facets of the page of papers: names counted in the link tables, and counts that are right on every page."""

from __future__ import annotations

from typing import Any

from datasette.database import QueryInterrupted
from datasette.facets import Facet
from datasette.utils import escape_sqlite, path_with_added_args, path_with_removed_args

from readtrack.web.filters import NAMES, PAGE_MARK, is_papers

COUNTS = {"affiliations": "count(distinct paper)"}
"""A paper stands once in a table of names, unless it is told here how to count it once."""


def all_pages(sql: str) -> tuple[str, bool]:
    """Datasette's query for the rows of a page, without the condition that skips to this page.

    Returns:
        The query for the rows of all pages, and whether it leaves out any paper at all.
    """
    start, mark, _ = sql.rpartition(PAGE_MARK)
    if mark:
        sql = start.removesuffix("and ").removesuffix("where ")
    return sql, " from papers where " in sql


class PapersFacet(Facet):  # type: ignore[misc]
    """``{"readtrack": name}`` in a table's facets: an array of ``papers`` (tags, ...) or any other column."""

    type = "readtrack"

    async def facet_results(self) -> tuple[list[dict[str, Any]], list[str]]:
        """The open facets, and the names of those that took too long."""
        if not is_papers(self.ds, self.database, self.table):
            return [], []
        columns = await self.ds.get_database(self.database).table_columns(self.table)
        sources = {c["config"].get("simple"): c["source"] for c in reversed(self.get_configs())}
        results, timed_out = [], []
        for name in reversed(sources):
            if name in columns:
                try:
                    results.append(await self._facet(name, hideable=sources[name] == "request"))
                except QueryInterrupted:
                    timed_out.append(name)
        return results, timed_out

    async def _facet(self, name: str, *, hideable: bool) -> dict[str, Any]:
        size = self.get_facet_size()
        rows = await self._rows(_counting(name, self.sql, size + 1))
        values = [self._value(name, row["value"], row["count"]) for row in rows[:size]]
        missing = [v for _, v in self._selected(name) if v not in {str(value["value"]) for value in values}]
        # Every paper left has what is selected, so if it is not among the first, its count is that of all papers left.
        return {
            "name": name,
            "type": "column",  # Datasette prints any other type behind the name
            "hideable": hideable,
            "toggle_url": self.ds.urls.path(path_with_removed_args(self.request, {"_facet_readtrack": name})),
            "results": values,
            "truncated": len(rows) > size,
        }

    async def _rows(self, sql: str) -> list[Any]:
        limit = self.ds.setting("facet_time_limit_ms")
        found = await self.ds.execute(self.database, sql, self.params, truncate=False, custom_time_limit=limit)
        return list(found.rows)
