"""How long the page of papers takes in Datasette with all our facets, beside the same page with five of its own.

    python benchmarks/pages.py [--runs 15] [--papers 100000]

The base is the same page of the same file, and only the facets are others: Datasette's own for status, topic, year,
venue and rating. Every round marks a paper, asks for our page (``changed``), for it again (``again``), and before or
after them for the base, so that what else the machine does falls on all alike. Gates nothing. Run it with a Python that
has the Datasette to measure.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import shutil
import sqlite3
import statistics
import sys
import tempfile
import time
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Any
from unittest.mock import patch
from urllib.parse import quote_plus

from commands import CACHE, WORDS, library
from datasette import __version__ as datasette_version
from datasette.app import Datasette

from readtrack.schema import derived
from readtrack.web import facets, metadata

COLUMNS = ["status", "topic", "year", "venue", "rating"]
WARM_UPS = 2
ORDERS = ("base", "changed", "again"), ("changed", "again", "base")

# A quarter of the papers is read, a quarter has one tag, nearly all have one word; 50 lists; 200,000 affiliations.
CHANGES = (
    """INSERT INTO readings (uid, paper, status) SELECT 'again' || id, id, 'read' FROM papers
    WHERE status = 'unread' AND id % 5 = 0""",
    """DELETE FROM paper_tags WHERE paper % 5 = 0
    AND (paper, tag) IN (SELECT paper, max(tag) FROM paper_tags GROUP BY paper)""",
    "INSERT INTO tags VALUES ('a quarter')",
    "INSERT INTO paper_tags SELECT id, 'a quarter' FROM papers WHERE id % 4 = 1",
    "DELETE FROM authorship_affiliations WHERE author_position > 2 AND paper % 20 <> 0",
    "UPDATE papers SET title = title || ' everywhere' WHERE id % 20 <> 0",
    "INSERT INTO lists SELECT DISTINCT 'list-' || id % 50, 'List ' || id % 50, NULL FROM papers",
    "INSERT INTO list_papers (list, paper) SELECT 'list-' || id % 50, id FROM papers WHERE id % 3 = 0",
    derived.refresh(derived.ALL_COPIES, "> 0"),
    *derived.reindex("> 0"),
)


def browsed(papers: int) -> Path:
    """The library of ``commands.py``, changed as ``CHANGES`` say; made once."""
    source = library(papers)
    kept = CACHE / f"{source.stem}-pages-{sha256(repr(CHANGES).encode()).hexdigest()[:8]}.db"
    if not kept.exists():
        making = kept.with_suffix(".new")
        shutil.copy(source, making)
        with closing(sqlite3.connect(making, isolation_level=None)) as conn:
            conn.execute("BEGIN")
            derived.drop(conn)
            for statement in (*CHANGES[:-5], *derived.INDEXES, *CHANGES[-5:]):
                conn.execute(statement)
            derived.drop(conn)
            derived.make(conn)
            conn.execute("COMMIT")
            conn.execute("ANALYZE")
        making.rename(kept)
    return kept


def pages(path: Path) -> dict[str, tuple[str, float | None]]:
    """What is measured: its name -> the query, and how many times as long as the base it may take."""
    with closing(sqlite3.connect(path)) as conn:
        (author,) = conn.execute("SELECT author FROM authorships WHERE paper = 1 AND position = 1").fetchone()
    return {
        "all papers": ("", 1.3),
        "page 2": ("_next=50", 1.3),
        "one year": ("year=2020", 1.3),
        "one author": (f"_authors={quote_plus(author)}", 1.3),
        "one list": ("_list=list-7", None),
        "one tag": ("_tags=adaptive-fault", None),
        "a quarter by status": ("status=read", 2),
        "a quarter by tag": ("_tags=a+quarter", 2),
        "half by status": ("status=unread", None),
        "search, few": (f"_search={WORDS[0]}+{WORDS[1]}", None),
        "search, nearly all": ("_search=everywhere", 4),
        "search and tag": ("_search=everywhere&_tags=a+quarter", None),
    }


class Site:
    """A Datasette with our facets, or with those of the base."""

    def __init__(self, path: Path, theirs: list[str] | None = None, kind: str = "column") -> None:
        tables = {"papers": {"facets": [{kind: name} for name in theirs]}} if theirs else {}
        self.datasette = Datasette([str(path)], metadata={"databases": {path.stem: {"tables": tables}}})
        self.url, self.is_ours = f"/{path.stem}/papers", theirs is None
        self.wanted = set(metadata.FACETS if theirs is None else theirs)

    async def get(self, query: str, kind: str = "") -> Any:
        """The answer to a request for the page of papers."""
        with patch.object(facets, "classes", facets.classes if self.is_ours else lambda theirs: theirs):
            # Ours suggests no facets, and 0.65 takes seconds for it.
            more = "" if self.is_ours else "&_nosuggest=1"
            response = await self.datasette.client.get(f"{self.url}{kind}?{query}&_size=50{more}")
        assert response.status_code == 200, response.text
        return response

    async def timed(self, query: str) -> float:
        """Milliseconds until it has come."""
        start = time.perf_counter()
        await self.get(query)
        return (time.perf_counter() - start) * 1000

    async def missing(self, query: str) -> str:
        """The facets that took too long."""
        found = json.loads((await self.get(f"{query}&_extra=facet_results", ".json")).text)["facet_results"]
        names = found["results"] if "timed_out" in found else found
        return ", ".join(sorted(self.wanted - names.keys()))


async def measure(path: Path, runs: int) -> None:
    chance = random.Random(2020)
    ours, base = Site(path), Site(path, COLUMNS)
    arrays = {name: Site(path, [name], "array") for name in ("tags", "authors")}
    asked = pages(path)
    times: dict[tuple[str, str], list[float]] = {}
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:

        def mark() -> None:
            conn.execute("INSERT INTO readings (paper, status) VALUES (?, 'read')", (5 * chance.randint(1, 1000),))

        for turn in range(runs + WARM_UPS):
            for name, (query, _) in asked.items():
                mark()
                for what in ORDERS[turn % 2]:
                    took = await (base if what == "base" else ours).timed(query)
                    if turn >= WARM_UPS:
                        times.setdefault((name, what), []).append(took)
    print(f"  {'':24}{'base':>9}{'again':>12}{'':8}{'changed':>12}{'':8}")
    for name, (query, bound) in asked.items():
        show(name, {what: statistics.median(times[name, what]) for what in ("base", "again", "changed")}, bound)
        if missing := await ours.missing(query):
            print(f"  {'':24}  without {missing}")
    for name, site in arrays.items():
        alone = [await site.timed("") for _ in range(runs + WARM_UPS)][WARM_UPS:]
        missing = await site.missing("")
        print(f"  {'_facet_array=' + name:24}{statistics.median(alone):6.1f} ms{missing and '  without ' + missing}")


def show(name: str, took: dict[str, float], bound: float | None) -> None:
    again, changed = took["again"] / took["base"], took["changed"] / took["base"]
    over = "  over the target" if bound and again > bound else ""
    print(
        f"  {name:24}{took['base']:6.1f} ms{took['again']:9.1f} ms{again:8.2f}"
        f"{took['changed']:9.1f} ms{changed:8.2f}{f'  target {bound}' if bound else ''}{over}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--papers", type=int, default=100_000)
    options = parser.parse_args()
    print(f"Datasette {datasette_version}, Python {sys.version.split()[0]}, SQLite {sqlite3.sqlite_version}")
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "library.db"
        shutil.copy(browsed(options.papers), path)
        print(f"{options.papers:,} papers, medians of {options.runs}")
        asyncio.run(measure(path, options.runs))


if __name__ == "__main__":
    main()
