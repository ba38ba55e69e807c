"""A library in a Datasette of this process, and what its pages say."""

from __future__ import annotations

import asyncio
import html
import json
import re
import sqlite3
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from datasette import __version__ as datasette_version
from datasette.app import Datasette

from readtrack import schema

HELD = json.loads((Path(__file__).parents[1] / "seed" / "osdi2020.json").read_text("utf-8"))
SEED = HELD["papers"]
FACETS = ["status", "topic", "tags", "year", "venue", "authors", "affiliations", "list"]
IS_1_0 = not datasette_version.startswith("0.")


def connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None)


def add(conn: sqlite3.Connection, table: str, **columns: Any) -> int:
    marks = ", ".join("?" * len(columns))
    rowid = conn.execute(
        f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", list(columns.values())
    ).lastrowid
    return rowid or 0


def add_paper(conn: sqlite3.Connection, paper: dict[str, Any]) -> None:
    plain = ("key", "name", "title", "type", "venue", "year", "topic")
    id_ = add(conn, "papers", **{column: paper[column] for column in plain})
    for position, author in enumerate(paper["authors"], 1):
        add(conn, "authorships", paper=id_, position=position, author=author["name"])
        for number, affiliation in enumerate(author["affiliations"], 1):
            columns = {"author_position": position, "position": number, "affiliation": affiliation}
            add(conn, "authorship_affiliations", paper=id_, **columns)
    for link in paper["links"]:
        add(conn, "links", paper=id_, **link)
    if paper["arxiv_id"]:
        add(conn, "identifiers", paper=id_, kind="arxiv", value=paper["arxiv_id"])
    for listed in paper["lists"]:
        add(conn, "list_papers", paper=id_, list=listed["slug"], section=listed["section"])


def new_library(path: Path) -> Path:
    """The OSDI 2020 list at ``path``: two papers read, one being read, some tags, one note."""
    conn = connect(path)
    schema.bring_up_to_date(conn)
    conn.execute("BEGIN")
    for listing in HELD["lists"]:
        add(conn, "lists", **listing)
    for paper in SEED:
        add_paper(conn, paper)
    add(conn, "readings", paper=1, status="read", rating=4)
    add(conn, "readings", paper=3, status="read")
    add(conn, "readings", paper=5, status="reading")
    for paper, tag in ((1, "search"), (1, "Tensor programs"), (2, "search"), (5, "search"), (6, "scheduling")):
        add(conn, "paper_tags", paper=paper, tag=tag)
    add(conn, "notes", paper=4, body="A *zweihander* of a paper.\n\n* [good](https://example.org/a)\n")
    conn.execute("COMMIT")
    conn.close()
    return path


def get_all(datasette: Datasette, *urls: str) -> list[Any]:
    async def requests() -> list[Any]:
        return [await datasette.client.get(url) for url in urls]

    return asyncio.run(requests())


def get(path: Path, url: str, **options: Any) -> Any:
    return get_all(Datasette([str(path)], **options), url)[0]


def page(path: Path, query: str = "", **options: Any) -> str:
    response = get(path, "/library/papers" + query, **options)
    assert response.status_code == 200, response.text
    return str(response.text)


def data(path: Path, query: str = "?", datasette: Datasette | None = None, **options: Any) -> dict[str, Any]:
    """The JSON of the page of papers, facets included; of a new Datasette, or of the one given."""
    extras = "&_shape=objects&_extra=facet_results,count" if IS_1_0 else "&_shape=objects&_labels=on"
    (response,) = get_all(datasette or Datasette([str(path)], **options), f"/library/papers.json{query}{extras}")
    assert response.status_code == 200, response.text
    found: dict[str, Any] = response.json()
    if IS_1_0:
        assert found["facet_results"]["timed_out"] == []
        found["facet_results"] = found["facet_results"]["results"]
    else:
        found["count"] = found["filtered_table_rows_count"]
    return found


def counts(found: dict[str, Any]) -> dict[str, dict[Any, int]]:
    return {
        name: {value["value"]: value["count"] for value in facet["results"]}
        for name, facet in found["facet_results"].items()
    }


def without_extras(url: str) -> str:
    """The query of a URL that came with data(), which adds its own again."""
    return re.sub("_shape=objects|_extra=[^&]*|_labels=on", "", urlsplit(url).query)


def configured(where: str, papers: dict[str, Any], **database: Any) -> dict[str, Any]:
    return {where: {"databases": {"library": {**database, "tables": {"papers": papers}}}}}


def facets_of(text: str) -> list[str]:
    """The facets of a page, Datasette's own or ours."""
    return [
        html.unescape(name)
        for name in re.findall(r'<(?:div|details) class="[^"]*facet[^>]*data-column="([^"]*)"', text)
    ]


def cell(text: str, column: str) -> str:
    """The first cell of a column of a page, without the blanks that Datasette puts for nothing."""
    match = re.search(rf'<td class="col-{column} [^>]*>(.*?)</td>', text, re.DOTALL)
    assert match, column
    return match[1].replace("&nbsp;", "").strip()
