"""The facets of the page of papers: names counted in the link tables, and counts that are right on every page."""

from __future__ import annotations

import asyncio
import contextlib
import functools
import json
import re
from typing import Any

from datasette import facets as datasettes
from datasette.database import QueryInterrupted
from datasette.utils import path_with_added_args, path_with_removed_args, sqlite3

from readtrack.store import facets as counting
from readtrack.store.facets import NAMES
from readtrack.web import counts, libraries
from readtrack.web.counts import Counts, Value, folded
from readtrack.web.filters import PAGE_MARK, is_papers, route

FOUND = "readtrack_found"
"""Where the scope of a request keeps how many papers fit; None: nothing was asked, all do."""


def classes(theirs: list[list[type]]) -> list[list[type]]:
    """Our facets, and all others so that they, too, count every page of papers."""
    return [[PapersFacet], *([_on_every_page(each) for each in several] for several in theirs)]


@functools.cache
def _on_every_page(theirs: Any) -> type:
    class OnEveryPage(theirs):  # type: ignore[misc]  # what it is, is known only when it runs
        def __init__(self, *arguments: Any, **named: Any) -> None:
            super().__init__(*arguments, **named)
            self.sql = _all_pages(self)

        async def facet_results(self) -> Any:
            if theirs is datasettes.ColumnFacet and is_papers(self.ds, self.database, self.table):
                return [], []  # PapersFacet counts columns too
            return await super().facet_results()

        async def suggest(self) -> Any:
            # Ours are open already, they would be suggested again, and 0.65 reads the table for each to find out.
            return [] if is_papers(self.ds, self.database, self.table) else await super().suggest()

    return OnEveryPage


def _all_pages(facet: Any) -> str:
    """Datasette's query for the rows of this page, without the condition that skips to it."""
    if not is_papers(facet.ds, facet.database, facet.table) or not facet.request.args.get("_next"):
        return str(facet.sql)
    start, _, _ = facet.sql.rpartition(PAGE_MARK)
    return str(start.removesuffix("and ").removesuffix("where "))


class PapersFacet(datasettes.Facet):  # type: ignore[misc]  # Datasette has no types
    """``{"readtrack": name}`` in a table's facets, or ``?_facet=name``: an array of ``papers``, or any other column."""

    type = "readtrack"

    async def facet_results(self) -> tuple[list[dict[str, Any]], list[str]]:
        """The open facets, and the names of those that took too long."""
        if not is_papers(self.ds, self.database, self.table):
            return [], []
        columns = await self.ds.get_database(self.database).table_columns(self.table)
        hideable: dict[str, bool] = {}
        for entry in self.get_configs():
            name = entry["config"].get("column") or entry["config"].get("simple")
            if isinstance(name, str) and (name in NAMES or name in columns):
                hideable.setdefault(name, entry["source"] == "request")
        # They are counted side by side: each may take as long as Datasette allows all of them one after the other.
        self.patience = self.ds.setting("facet_time_limit_ms") * len(hideable)
        counted = await self._counted(list(hideable))
        if counted:
            self.request.scope[FOUND] = next(iter(counted.values())).papers
        facets = [self._facet(name, hideable[name], counts) for name, counts in counted.items()]
        return facets, [name for name in hideable if name not in counted]

    def get_configs(self) -> list[dict[str, Any]]:
        """What is asked for as ours, and what is asked for as a column."""
        configured = self.table_config if hasattr(self, "table_config") else self.metadata
        configs = datasettes.load_facet_configs(self.request, configured)
        return [*configs.get(self.type, []), *configs.get("column", [])]

    async def _counted(self, names: list[str]) -> dict[str, Counts]:
        """Facet -> counts, without those that took too long."""
        sql, kept, state = _all_pages(self), self._kept(), libraries.state(self.ds, self.database)
        params = {name: self.params[name] for name in re.findall(r":(\w+)", sql) if name in self.params}
        key = (sql, *params.items(), self._limit())
        before = {name: kept[name, key] for name in names if (name, key) in kept}
        if unknown := [name for name in names if name not in before or before[name].state != state]:
            with contextlib.suppress(QueryInterrupted):
                tables = await self._tables()
                counted = (
                    await self._among_papers(unknown, sql, params, before, tables)
                    if " from papers where " in sql
                    else await self._among_all(unknown, before, tables)
                )
                counts.keep(kept, {(name, key): each._replace(state=state) for name, each in counted.items()})
        known = {name: kept.get((name, key)) for name in names}
        return {name: each for name, each in known.items() if each and each.state == state}

    def _kept(self) -> dict[Any, Counts]:
        """What is kept of the library."""
        if self.request.args.get("_where"):
            return {}  # it may speak of the time, or of chance
        return counts.of_library(self.ds.get_database(self.database))

    async def _tables(self) -> dict[str, Any]:
        """Facet of names -> the state of its link table; none in a library of an older readtrack."""
        with contextlib.suppress(sqlite3.OperationalError):
            states = dict(await self._rows(counting.STATES, {}))
            return {name: states.get(names.table) for name, names in NAMES.items()}
        return {}

    async def _among_all(
        self, names: list[str], before: dict[str, Counts], tables: dict[str, Any]
    ) -> dict[str, Counts]:
        same = {name: before[name] for name in names if name in before and _same_table(name, before[name], tables)}
        queries = {name: counting.among_all(name, self._limit()) for name in names if name not in same}
        counted = await self._side_by_side(queries, {})
        return same | {name: Counts(values, table=tables.get(name)) for name, values in counted.items()}

    async def _among_papers(
        self, names: list[str], sql: str, params: dict[str, Any], before: dict[str, Counts], tables: dict[str, Any]
    ) -> dict[str, Counts]:
        columns, limit = [name for name in names if name not in NAMES], self._limit()
        if "select" in sql.partition(" where ")[2].lower():  # a search, or names: what takes long is done once
            papers, *values = await self._rows(counting.matching(sql, columns, limit), params)
            counted: dict[str, list[Value]] = {column: [] for column in columns}
            for row in values:
                counted[row["facet"]].append(Value(row["value"], row["count"]))
        else:  # an index serves each column better
            queries = {column: counting.among_rows(column, f"({sql})", limit) for column in columns}
            (papers,), counted = await asyncio.gather(
                self._rows(counting.matching(sql, (), limit), params), self._side_by_side(queries, params)
            )
        found = {column: Counts(values) for column, values in counted.items()}
        asked = [name for name in names if name in NAMES]
        found |= await self._names_again(asked, papers["value"], before, tables)
        found |= await self._names_anew([name for name in asked if name not in found], papers, tables)
        return {name: each._replace(papers=papers["count"]) for name, each in found.items()}

    async def _names_again(
        self, names: list[str], ids: str, before: dict[str, Counts], tables: dict[str, Any]
    ) -> dict[str, Counts]:
        """The counts of names that can be made right from those of ``before``."""
        kept = [n for n in names if n in before and before[n].ids and _same_table(n, before[n], tables)]
        moved = {among: counts.moved(among, ids) for among in {before[name].ids for name in kept}}
        tasks = {name: self._mended(name, before[name], move) for name in kept if (move := moved[before[name].ids])}
        mended = zip(tasks, await asyncio.gather(*tasks.values()), strict=True)
        return {name: each._replace(ids=ids) for name, each in mended if each}

    async def _mended(self, name: str, before: Counts, moved: counts.Moved) -> Counts | None:
        papers = {counting.PAPERS: json.dumps([*moved.came, *moved.went])}
        with contextlib.suppress(QueryInterrupted):
            links = await self._rows(counting.links_of(name), papers)
            values, new = counts.shifted(name, before, links, moved.came)
            if new and before.floor:
                words = {counting.WORDS: json.dumps([value.value for value in new])}
                new = counts.recounted(name, new, await self._rows(counting.papers_of(name), words), moved.now)
            return counts.mended(name, before, [*values, *new], self._limit())
        return None

    async def _names_anew(self, names: list[str], papers: Any, tables: dict[str, Any]) -> dict[str, Counts]:
        share, depth = papers["count"] / (papers["facet"] or 1), max(counts.DEPTH, self._limit())
        queries = {name: counting.among_papers(name, depth, share) for name in names}
        counted = await self._side_by_side(queries, {counting.PAPERS: papers["value"]})
        return {
            name: counts.among(rows, depth, self._limit(), papers["value"])._replace(table=tables.get(name))
            for name, rows in counted.items()
        }

    async def _side_by_side(self, queries: dict[str, str], params: dict[str, Any]) -> dict[str, list[Value]]:
        """At once, as far as Datasette has threads for it, and without those that take too long."""

        async def values(sql: str) -> list[Value] | None:
            try:
                return [Value(*row) for row in await self._rows(sql, params)]
            except QueryInterrupted:
                return None

        answers = await asyncio.gather(*(values(sql) for sql in queries.values()))
        return {name: answer for name, answer in zip(queries, answers, strict=True) if answer is not None}

    async def _rows(self, sql: str, params: dict[str, Any]) -> list[Any]:
        found = await self.ds.execute(self.database, sql, params, truncate=False, custom_time_limit=self.patience)
        return list(found.rows)

    def _limit(self) -> int:
        """One more than is shown of a facet, to know whether there are more."""
        return int(self.get_facet_size()) + 1

    def _facet(self, name: str, hideable: bool, counts: Counts) -> dict[str, Any]:
        shown = counts.values[: self._limit() - 1]
        selected = self._selected(name)
        # What is selected can always be taken back, also where no paper is left. Every paper that is left has it.
        missing = sorted(selected.keys() - {folded(name, each.value) for each in shown})
        shown += [Value(selected[key][1], counts.papers or 0) for key in missing]
        shut = {"_facet": name, f"_facet_{self.type}": name}
        return {
            "name": name,
            "type": "column",  # Datasette prints any other type behind the name
            "hideable": hideable,
            "toggle_url": self.ds.urls.path(path_with_removed_args(self.request, shut, path=route(self.request))),
            "results": [self._value(name, each, selected) for each in shown],
            "truncated": len(counts.values) >= self._limit(),
        }

    def _selected(self, name: str) -> dict[str, tuple[str, str]]:
        """The values that the request filters by, folded -> the argument and the value as they stand in the URL."""
        arguments = {f"_{name}"} if name in NAMES else {name, f"{name}__exact"}
        return {folded(name, v): (a, v) for a, v in self.get_querystring_pairs() if a in arguments and v}

    def _value(self, name: str, shown: Value, selected: dict[str, tuple[str, str]]) -> dict[str, Any]:
        asked = selected.get(folded(name, shown.value))
        if asked:
            removed = {asked[0]: asked[1], "_next": self.request.args.get("_next")}
            path = path_with_removed_args(self.request, removed, path=route(self.request))
        else:
            argument = f"_{name}" if name in NAMES else name
            added = {argument: shown.value, "_next": None}
            path = path_with_added_args(self.request, added, path=route(self.request))
        return {
            "value": shown.value,
            "label": shown.label or shown.value,
            "count": shown.papers,
            "toggle_url": self.ds.absolute_url(self.request, self.ds.urls.path(path)),
            "selected": bool(asked),
        }


def _same_table(name: str, before: Counts, tables: dict[str, Any]) -> bool:
    """Whether the names of a facet are those in which ``before`` was counted."""
    return before.table is not None and before.table == tables.get(name)
