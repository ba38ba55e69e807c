"""The library in Datasette: real files, real requests, whichever Datasette is installed."""

from __future__ import annotations

import asyncio
import html
import json
import re
import sqlite3
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from datasette import __version__ as datasette_version
from datasette.app import Datasette
from datasette.database import QueryInterrupted

from readtrack import schema
from readtrack.web import facets

SEED = json.loads((Path(__file__).parent.parent / "seed" / "osdi2020.json").read_text())["papers"]
FACETS = ["status", "topic", "tags", "year", "venue", "authors", "affiliations"]
IS_1_0 = not datasette_version.startswith("0.")
HOSTILE = "<script>alert(\"x\")</script> & 'quoted'"


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


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """The OSDI 2020 list: four read or being read, some tags, one note. Every fourth paper has no topic or venue."""
    path = tmp_path / "library.db"
    conn = connect(path)
    schema.bring_up_to_date(conn)
    for paper in SEED:
        add_paper(conn, paper)
    add(conn, "readings", paper=1, status="read", rating=4)
    add(conn, "readings", paper=3, status="read")
    add(conn, "readings", paper=5, status="reading")
    for paper, tag in ((1, "search"), (1, "Tensor programs"), (2, "search"), (5, "search"), (6, "scheduling")):
        add(conn, "paper_tags", paper=paper, tag=tag)
    add(conn, "notes", paper=4, body="A *zweihander* of a paper.\n\n* [good](https://example.org/a)\n")
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


def data(path: Path, query: str = "?", **options: Any) -> dict[str, Any]:
    """The JSON of the page of papers, facets included."""
    extras = "&_shape=objects&_extra=facet_results,count" if IS_1_0 else "&_shape=objects&_labels=on"
    response = get(path, f"/library/papers.json{query}{extras}", **options)
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


def shown_facets(text: str) -> list[str]:
    return [html.unescape(name) for name in re.findall(r'<div class="facet-info [^>]*data-column="([^"]*)"', text)]


def cell(text: str, column: str) -> str:
    """The first cell of a column of a page, without the blanks that Datasette puts for nothing."""
    match = re.search(rf'<td class="col-{column} [^>]*>(.*?)</td>', text, re.DOTALL)
    assert match, column
    return match[1].replace("&nbsp;", "").strip()


# Facets


def test_facets_are_open_without_a_word_in_the_url(library: Path) -> None:
    text = page(library)
    assert sorted(shown_facets(text)) == sorted(FACETS)
    assert "(readtrack)" not in text
    assert "Suggested facets" not in text
    assert "_nosuggest" not in text


@pytest.mark.skipif(
    not IS_1_0, reason="Datasette 0.65 orders facets by their number of values; a style sheet mends that"
)
def test_facets_stand_in_our_order(library: Path) -> None:
    assert shown_facets(page(library)) == FACETS


def test_style_sheet_is_served(library: Path) -> None:
    datasette = Datasette([str(library)])
    (href,) = re.findall(r'href="([^"]*readtrack\.css)', get_all(datasette, "/library/papers")[0].text)
    assert "order:" in get_all(datasette, href)[0].text


def test_facets_count_each_paper_once(library: Path) -> None:
    found = counts(data(library, "?_facet_size=100"))
    affiliations = Counter(
        name for paper in SEED for name in {a for author in paper["authors"] for a in author["affiliations"]}
    )
    assert found["topic"] == {"Training in clusters": 6, "Compiler": 3, "Serving": 2}
    assert found["status"] == {"unread": 8, "read": 2, "reading": 1}
    assert found["tags"] == {"search": 3, "scheduling": 1, "Tensor programs": 1}
    assert found["year"] == {2020: 11}
    assert found["venue"] == {"OSDI": 11}
    assert found["authors"] == Counter(author["name"] for paper in SEED for author in paper["authors"])
    assert found["affiliations"] == affiliations
    assert affiliations["Microsoft Research"] == 4


def test_facet_shows_the_most_frequent_ten_by_name(library: Path) -> None:
    (authors,) = [facet for name, facet in data(library)["facet_results"].items() if name == "authors"]
    expected = Counter(author["name"] for paper in SEED for author in paper["authors"])
    first = sorted(expected, key=lambda name: (-expected[name], name))[:10]
    assert [value["value"] for value in authors["results"]] == first
    assert authors["truncated"]


def test_facets_count_only_what_a_filter_leaves(library: Path) -> None:
    found = counts(data(library, "?topic=Compiler&_facet_size=100"))
    compilers = [paper for paper in SEED if paper["topic"] == "Compiler"]
    assert found["tags"] == {"search": 2, "Tensor programs": 1}
    assert found["authors"] == Counter(author["name"] for paper in compilers for author in paper["authors"])


@pytest.mark.parametrize(
    "query",
    [
        "",
        "&_sort=title",
        "&_sort=rating",
        "&_sort_desc=rating",
        "&topic=Training+in+clusters",
        "&_affiliations=Microsoft+Research",
        "&_tags=search&_where=year=2020&_sort_desc=year",
        "&_search=deep",
        "&_where=id+<>+2&_sort_desc=status",
        "&_where=title+<>+'1+/*+readtrack:+what+follows+is+the+page+*/'",
        "&_search=deep&year=2020&_sort=rating",
    ],
)
def test_every_page_has_the_same_counts(library: Path, query: str) -> None:
    first = data(library, f"?_facet_size=100&_size=2{query}")
    pages, ids = 1, [row["id"] for row in first["rows"]]
    found = first
    while found["next_url"]:
        found = data(library, "?" + without_extras(found["next_url"]))
        assert counts(found) == counts(first)
        pages, ids = pages + 1, ids + [row["id"] for row in found["rows"]]
    assert pages > 1
    assert len(ids) == len(set(ids)) == first["count"] == sum(counts(first)["status"].values())


@pytest.mark.parametrize("where", ["metadata", "url"])
@pytest.mark.parametrize("sort", ["sort", "sort_desc"])
@pytest.mark.parametrize("column", ["status", "rating", "year", "title"])
def test_sorted_pages_show_each_paper_once(library: Path, where: str, sort: str, column: str) -> None:
    options = configured("metadata", {sort: column}) if where == "metadata" else {}
    found = data(library, "?_size=3" if options else f"?_size=3&_{sort}={column}", **options)
    rows = found["rows"]
    while found["next_url"]:
        found = data(library, "?" + without_extras(found["next_url"]), **options)
        rows += found["rows"]

    def value(row: dict[str, Any]) -> tuple[bool, Any]:
        return row[column] is not None, row[column]

    expected = sorted(sorted(rows, key=lambda row: int(row["id"])), key=value, reverse=sort == "sort_desc")
    assert [row["id"] for row in rows] == [row["id"] for row in expected]
    assert len({row["id"] for row in rows}) == len(rows) == 11


def test_sorted_csv_has_each_paper_once(library: Path) -> None:
    text = get(library, "/library/papers.csv?_sort_desc=rating&_stream=1", settings={"max_returned_rows": 3}).text
    ids = [line.split(",")[0] for line in text.splitlines()[1:]]
    assert ids == ["1", *(str(id_) for id_ in range(2, 12))]


def test_link_of_a_facet_filters_and_starts_at_the_first_page(library: Path) -> None:
    found = data(library, "?_size=4&_next=4&_search=deep")
    for name, argument in {
        "tags": "_tags",
        "authors": "_authors",
        "affiliations": "_affiliations",
        "year": "year",
    }.items():
        for value in found["facet_results"][name]["results"]:
            query = urlsplit(value["toggle_url"]).query
            assert not value["selected"]
            assert parse_qs(query)[argument] == [str(value["value"])]
            assert "_next" not in parse_qs(query)
            filtered = data(library, "?" + without_extras(value["toggle_url"]))
            assert filtered["count"] == value["count"]


@pytest.mark.parametrize(
    "query", ["?_tags=SEARCH", "?_tags=search&_size=1&_next=1", "?_tags=search&status=abandoned", "?_tags=nowhere"]
)
def test_what_is_selected_can_be_taken_back(library: Path, query: str) -> None:
    found = data(library, query)
    (selected,) = [value for value in found["facet_results"]["tags"]["results"] if value["selected"]]
    assert selected["count"] == found["count"]
    folded = [value["value"].lower() for value in found["facet_results"]["tags"]["results"]]
    assert len(folded) == len(set(folded))
    assert not {"_tags", "_next"} & parse_qs(urlsplit(selected["toggle_url"]).query).keys()


def test_selected_column_value_can_be_taken_back(library: Path) -> None:
    for query in ("?status=read", "?status__exact=read", "?status=read&topic=Serving"):
        values = data(library, query)["facet_results"]["status"]["results"]
        (selected,) = [value for value in values if value["selected"]]
        assert selected["value"] == "read"
        assert not {"status", "status__exact"} & parse_qs(urlsplit(selected["toggle_url"]).query).keys()


def test_any_column_can_be_a_facet_of_ours_and_nonsense_is_none(library: Path) -> None:
    found = data(library, "?_facet_readtrack=type&_facet_readtrack=nonsense&_facet_readtrack={}&_facet_readtrack=tags")
    assert counts(found)["type"] == {"paper-conference": 11}
    assert set(found["facet_results"]) == {*FACETS, "type"}
    assert found["facet_results"]["type"]["hideable"]
    assert not found["facet_results"]["tags"]["hideable"]


def test_facet_that_takes_too_long_is_named_and_the_others_stay(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = facets.PapersFacet._rows

    async def slow_authors(self: facets.PapersFacet, sql: str) -> list[Any]:
        if "authorships" in sql:
            raise QueryInterrupted(None, sql, {})
        return await run(self, sql)

    monkeypatch.setattr(facets.PapersFacet, "_rows", slow_authors)
    text = page(library)
    assert sorted(shown_facets(text)) == sorted(set(FACETS) - {"authors"})
    assert "timed out: authors" in text


# Filters


def test_names_filter_and_all_must_hold(library: Path) -> None:
    def keys(query: str) -> list[str]:
        return [row["key"] for row in data(library, query)["rows"]]

    assert keys("?_tags=search") == [SEED[0]["key"], SEED[1]["key"], SEED[4]["key"]]
    assert keys("?_tags=search&_tags=tensor+programs") == ["ansor"]
    assert keys("?_tags=search&status=read") == ["ansor"]
    assert keys("?_authors=Lianmin+Zheng&_affiliations=UC+Berkeley") == ["ansor"]
    assert keys("?_tags=sear") == []
    assert len(keys("?_tags=")) == 11


def test_filter_says_in_words_what_it_does(library: Path) -> None:
    text = html.unescape(page(library, "?_tags=search&_authors=Lianmin+Zheng&status=read"))
    assert 'tag = "search"' in text
    assert 'author = "Lianmin Zheng"' in text
    assert 'status = "read"' in text


def test_search_keeps_the_tag(library: Path) -> None:
    assert '<input type="hidden" name="_tags" value="search">' in page(library, "?_tags=search")


# Search, with and without the plugin


def test_search_finds_a_word_that_stands_only_in_a_note(library: Path) -> None:
    found = data(library, "?_search=zweihander")
    assert [row["id"] for row in found["rows"]] == [4]
    assert 'name="_search"' in page(library)


def test_library_is_of_use_without_the_plugin(library: Path) -> None:
    program = """
import asyncio, sys
sys._called_from_test = True  # both versions of Datasette then load no installed plugin
from datasette.app import Datasette
from datasette.plugins import pm
assert not any("readtrack" in str(plugin) for plugin in pm.get_plugins())
response = asyncio.run(Datasette([sys.argv[1]]).client.get("/library/papers?_search=zweihander"))
print(response.status_code, response.text)
"""
    done = subprocess.run([sys.executable, "-c", program, str(library)], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("200 ")
    assert 'name="_search"' in done.stdout
    assert SEED[3]["title"] in html.unescape(done.stdout)
    assert SEED[0]["title"] not in html.unescape(done.stdout)


# Cells


def test_cells_show_what_they_mean(library: Path) -> None:
    text = page(library)
    assert cell(text, "status") == '<span class="readtrack-status">✓ read</span>'
    assert "★★★★☆" in cell(text, "rating")
    assert 'href="https://arxiv.org/pdf/2006.06762.pdf"' in cell(text, "links")
    assert 'href="https://arxiv.org/abs/2006.06762"' in cell(text, "arxiv_id")
    assert 'href="/library/papers?_tags=Tensor+programs">Tensor programs</a>' in cell(text, "tags")
    assert 'href="/library/papers?_authors=Lianmin+Zheng">Lianmin Zheng</a>' in cell(text, "authors")
    assert "+ 9 more" in cell(text, "authors")
    assert "Ion Stoica" in cell(text, "authors")
    assert cell(text, "notes") == ""
    assert cell(page(library, "?id=4"), "notes") == '<a href="/library/notes?paper=4">1</a>'


def test_empty_cells_show_nothing(library: Path) -> None:
    conn = connect(library)
    id_ = add(conn, "papers", key="bare", title="Bare")
    conn.close()
    text = page(library, f"?id={id_}")
    for column in ("tags", "authors", "affiliations", "links", "notes", "rating", "doi", "arxiv_id", "url"):
        assert cell(text, column) == "", column


def test_up_to_four_names_are_all_shown(library: Path) -> None:
    names = ["Ada", "Bob", "Cyd", "Dan"]
    conn = connect(library)
    id_ = add(conn, "papers", key="four", title="Four")
    for position, name in enumerate(names, 1):
        add(conn, "authorships", paper=id_, position=position, author=name)
    conn.close()
    assert re.findall(">([^<]+)</a>", cell(page(library, f"?id={id_}"), "authors")) == names


def test_row_page_shows_the_same_cells(library: Path) -> None:
    assert "✓ read" in cell(get(library, "/library/papers/1").text, "status")


def test_note_is_markdown(library: Path) -> None:
    for url in ("/library/notes", "/library/notes/1"):
        body = cell(get(library, url).text, "body")
        assert "<em>zweihander</em>" in body
        assert '<a href="https://example.org/a">good</a>' in body


def test_what_others_wrote_is_never_markup(library: Path) -> None:
    conn = connect(library)
    id_ = add(conn, "papers", key="hostile", name=HOSTILE, title=HOSTILE, topic=HOSTILE, url="javascript:alert(1)")
    add(conn, "paper_tags", paper=id_, tag=HOSTILE)
    for position in range(1, 7):
        add(conn, "authorships", paper=id_, position=position, author=f"{HOSTILE}{position}")
    add(conn, "authorship_affiliations", paper=id_, author_position=1, position=1, affiliation=HOSTILE)
    add(conn, "links", paper=id_, kind="page", url="javascript:alert(2)", label=HOSTILE)
    add(conn, "links", paper=id_, kind="page", url='https://example.org/"onmouseover="alert(3)', label="ok")
    add(conn, "identifiers", paper=id_, kind="doi", value='10.1/"><script>')
    add(
        conn, "notes", paper=id_, body=f"{HOSTILE} [a](javascript:alert(4)) [b](data:text/html,x) ![c](https://e.org/i)"
    )
    conn.close()
    paper, row, note = get_all(
        Datasette([str(library)]),
        f"/library/papers?id={id_}&_tags={quote(HOSTILE)}&_authors={quote(HOSTILE)}1",
        f"/library/papers/{id_}",
        f"/library/notes?paper={id_}",
    )
    for response in (paper, row, note):
        assert response.status_code == 200
        assert not re.search(
            r"<script>alert|<img|href=\"(javascript|data):|\"onmouseover=|10\.1/\"><script>", response.text
        )
        assert "&lt;script&gt;alert(" in response.text
    assert 'href="https://doi.org/10.1/%22%3E%3Cscript%3E"' in paper.text
    assert "javascript:alert(1)" in cell(paper.text, "url")


def test_query_page_is_left_as_it_is(library: Path) -> None:
    sql = "select status, tags from papers where id = 1"
    path = "/library/-/query" if IS_1_0 else "/library"
    text = get(library, f"{path}?sql={quote(sql)}").text
    assert "readtrack-" not in text


# Others, and the user's word


def test_other_database_with_a_table_papers_stays_untouched(library: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    conn = connect(other)
    conn.execute("CREATE TABLE papers (id INTEGER PRIMARY KEY, status TEXT, tags TEXT, title TEXT)")
    for number in range(6):
        status = "read" if number % 2 else "new"
        add(conn, "papers", id=number, status=status, tags='["a", "b"]', title=f"Paper {number}")
    conn.execute("CREATE TABLE _replacing (id INTEGER PRIMARY KEY)")
    conn.close()
    datasette = Datasette([str(library), str(other)])
    plain, tagged, paged, asked, home = get_all(
        datasette,
        "/other/papers",
        "/other/papers?_tags=a",
        "/other/papers?_size=2&_next=2",
        "/other/papers?_facet_readtrack=tags",
        "/other",
    )
    for response in (plain, tagged, paged, asked):
        assert response.status_code == 200
        assert shown_facets(response.text) == []
        assert "readtrack" not in response.text.replace("_facet_readtrack", "")
    assert "6 rows" in tagged.text
    assert "Suggested facets" in plain.text
    assert "Reading list" not in home.text

    async def foreign_keys() -> list[int]:
        return [
            (await datasette.get_database(db).execute("PRAGMA foreign_keys")).rows[0][0] for db in ("library", "other")
        ]

    assert asyncio.run(foreign_keys()) == [1, 0]


def test_two_libraries_are_both_served(library: Path, tmp_path: Path) -> None:
    second = tmp_path / "second.db"
    conn = connect(second)
    schema.bring_up_to_date(conn)
    conn.close()
    for response in get_all(Datasette([str(library), str(second)]), "/library/papers", "/second/papers"):
        assert sorted(shown_facets(response.text)) == sorted(FACETS) or "0 records" in response.text


def test_immutable_library_has_facets_too(library: Path) -> None:
    response = get_all(Datasette([], immutables=[str(library)]), "/library/papers")[0]
    assert sorted(shown_facets(response.text)) == sorted(FACETS)


@pytest.mark.parametrize("where", ["metadata", *(["config"] if IS_1_0 else [])])
def test_users_configuration_wins(library: Path, where: str) -> None:
    options = configured(where, {"facets": ["type"], "sort_desc": "year", "size": 3})
    text = page(library, **options)
    assert shown_facets(text) == ["type"]
    assert text.count('<td class="col-title ') == 3
    assert page(library, **configured(where, {"sort": "title"}))
    assert shown_facets(page(library, **configured(where, {"facets": []}))) == []


def test_users_titles_win(library: Path) -> None:
    options = configured("metadata", {"title": "My own papers"}, title="My own library")
    datasette = Datasette([str(library)], **options)
    papers, database = get_all(datasette, "/library/papers", "/library")
    assert "My own papers" in papers.text
    assert "My own library" in database.text
    assert "by readtrack" in database.text


def test_internal_tables_are_out_of_sight(library: Path) -> None:
    with connect(library) as conn:
        conn.execute("ANALYZE")
    conn.close()
    tables = get(library, "/library.json").json()["tables"]
    shown = {table["name"] for table in tables if not table["hidden"]}
    assert {"papers", "notes", "readings", "tags", "paper_tags", "history", "lists", "links"} <= shown
    assert not [name for name in shown if name.startswith(("_", "sqlite_", "papers_"))]


def test_only_what_can_be_sorted_offers_it(library: Path) -> None:
    text = page(library)
    assert "_sort=title" in text
    assert "_sort=authors" not in text
    assert get(library, "/library/papers?_sort=authors").status_code >= 400


def test_unknown_url_is_a_404(library: Path) -> None:
    for response in get_all(Datasette([str(library)]), "/library/papers", "/nowhere", "/of/none/of/our/routes"):
        assert response.status_code == (200 if response.url.path == "/library/papers" else 404)


# Writing


@pytest.mark.skipif(not IS_1_0, reason="Datasette 0.65 has no API that writes")
def test_what_is_written_through_datasette_is_found_and_in_history(library: Path) -> None:
    async def write() -> list[Any]:
        datasette = Datasette([str(library)])
        datasette.root_enabled = True
        await datasette.invoke_startup()
        headers = {"Authorization": f"Bearer {await datasette.create_token('root')}"}

        async def insert(table: str, row: dict[str, Any]) -> Any:
            return await datasette.client.post(f"/library/{table}/-/insert", json={"rows": [row]}, headers=headers)

        answers = [
            await insert("notes", {"paper": 7, "body": "Reminds me of the halberd."}),
            await insert("paper_tags", {"paper": 7, "tag": "polearms"}),
            await insert("notes", {"paper": 999, "body": "Of no paper."}),
        ]
        datasette.close()
        return answers

    note, tag, orphan = asyncio.run(write())
    assert (note.status_code, tag.status_code) == (201, 201), (note.text, tag.text)
    assert orphan.status_code == 400
    assert "FOREIGN KEY" in orphan.text
    assert [row["id"] for row in data(library, "?_search=halberd")["rows"]] == [7]
    assert counts(data(library))["tags"]["polearms"] == 1
    conn = connect(library)
    written = [row[0] for row in conn.execute("SELECT source FROM history ORDER BY id DESC LIMIT 3")]
    conn.close()
    assert {"notes", "paper_tags"} <= set(written)
