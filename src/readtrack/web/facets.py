"""The facets of the page of papers: names counted in the link tables, and counts that are right on every page."""

from __future__ import annotations

import asyncio
from typing import Any

from datasette.database import QueryInterrupted
from datasette.facets import Facet
from datasette.utils import escape_sqlite, path_with_added_args, path_with_removed_args

from readtrack.web.filters import NAMES, PAGE_MARK, is_papers

COUNTS = {"affiliations": "count(distinct paper)"}
"""A paper stands once in a table of names, unless it is told here how to count it once."""


class PapersFacet(Facet):  # type: ignore[misc]  # Datasette has no types
    """``{"readtrack": name}`` in a table's facets: an array of ``papers`` (tags, ...) or any other column."""

    type = "readtrack"

    async def facet_results(self) -> tuple[list[dict[str, Any]], list[str]]:
        """The open facets, and the names of those that took too long."""
        if not is_papers(self.ds, self.database, self.table):
            return [], []
        columns = await self.ds.get_database(self.database).table_columns(self.table)
        hideable: dict[str, bool] = {}
        for entry in self.get_configs():
            if (name := entry["config"].get("simple")) in columns:
                hideable.setdefault(name, entry["source"] == "request")
        # At once, as far as Datasette has threads for it: with 100,000 papers the page is ready a third sooner.
        facets = await asyncio.gather(*(self._facet_in_time(*facet) for facet in hideable.items()))
        timed_out = [name for name, facet in zip(hideable, facets, strict=True) if facet is None]
        return [facet for facet in facets if facet is not None], timed_out

    async def _facet_in_time(self, name: str, hideable: bool) -> dict[str, Any] | None:
        try:
            return await self._facet(name, hideable)
        except QueryInterrupted:
            return None

    async def _facet(self, name: str, hideable: bool) -> dict[str, Any]:
        sql = self._all_pages()
        filtered = " from papers where " in sql
        size = self.get_facet_size()
        rows = await self._rows(_counting(name, sql if filtered else "", size + 1))
        selected = self._selected(name)
        values = [self._value(name, row["value"], row["count"], selected) for row in rows[:size]]
        # What is selected can always be taken back, also where no paper is left. Every paper that is left has it.
        if missing := selected.keys() - {_folded(name, row["value"]) for row in rows[:size]}:
            count = (await self._rows(f"select count(*) from ({sql})"))[0][0]
            values += [self._value(name, selected[key][1], count, selected) for key in sorted(missing)]
        return {
            "name": name,
            "type": "column",  # Datasette prints any other type behind the name
            "hideable": hideable,
            "toggle_url": self.ds.urls.path(path_with_removed_args(self.request, {f"_facet_{self.type}": name})),
            "results": values,
            "truncated": len(rows) > size,
        }

    def _all_pages(self) -> str:
        """Datasette's query for the rows of this page, without the condition that skips to it."""
        if not self.request.args.get("_next"):
            return str(self.sql)
        start, _, _ = self.sql.rpartition(PAGE_MARK)
        return str(start.removesuffix("and ").removesuffix("where "))

    async def _rows(self, sql: str) -> list[Any]:
        limit = self.ds.setting("facet_time_limit_ms")
        found = await self.ds.execute(self.database, sql, self.params, truncate=False, custom_time_limit=limit)
        return list(found.rows)

    def _selected(self, name: str) -> dict[str, tuple[str, str]]:
        """The values that the request filters by, folded -> the argument and the value as they stand in the URL."""
        arguments = {f"_{name}"} if name in NAMES else {name, f"{name}__exact"}
        return {_folded(name, v): (a, v) for a, v in self.get_querystring_pairs() if a in arguments and v}

    def _value(self, name: str, value: Any, count: int, selected: dict[str, tuple[str, str]]) -> dict[str, Any]:
        asked = selected.get(_folded(name, value))
        if asked:
            removed = {asked[0]: asked[1], "_next": self.request.args.get("_next")}
            path = path_with_removed_args(self.request, removed)
        else:
            argument = f"_{name}" if name in NAMES else name
            path = path_with_added_args(self.request, {argument: value, "_next": None})
        return {
            "value": value,
            "label": value,
            "count": count,
            "toggle_url": self.ds.absolute_url(self.request, self.ds.urls.path(path)),
            "selected": bool(asked),
        }


def _folded(name: str, value: Any) -> str:
    # As the database compares: tags without regard to the case of ASCII letters.
    return str(value).encode().lower().decode() if name == "tags" else str(value)


def _counting(name: str, papers: str, limit: int) -> str:
    """SQL that counts the values of a facet: among all papers, or among those that the query ``papers`` finds."""
    if name in NAMES:
        table, column = NAMES[name]
        count = COUNTS.get(name, "count(*)")
        condition = f"where paper in (select id from ({papers}))" if papers else ""
    else:
        table, column, count = f"({papers or 'select * from papers'})", escape_sqlite(name), "count(*)"
        condition = f"where {column} is not null"
    return f"""select {column} as value, {count} as count from {table} {condition}
        group by {column} order by count desc, value limit {limit}"""
