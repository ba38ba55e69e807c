"""The library in Datasette: real files, real requests, whichever Datasette is installed."""

from __future__ import annotations

import asyncio
import gzip
import html
import re
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from datasette.app import Datasette
from webs import (
    FACETS,
    IS_1_0,
    SEED,
    add,
    cell,
    configured,
    connect,
    counts,
    data,
    facets_of,
    get,
    get_all,
    new_library,
    page,
)

from readtrack import schema

HOSTILE = "<script>alert(\"x\")</script> & 'quoted'"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return new_library(tmp_path / "library.db")


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
    text = page(library, "?_view=table")
    assert cell(text, "status") == '<span class="readtrack-status">✓ read</span>'
    assert "★★★★☆" in cell(text, "rating")
    assert 'href="https://arxiv.org/pdf/2006.06762.pdf"' in cell(text, "links")
    assert 'href="https://arxiv.org/abs/2006.06762"' in cell(text, "arxiv_id")
    assert 'href="/library/papers?_tags=Tensor+programs">Tensor programs</a>' in cell(text, "tags")
    assert 'href="/library/papers?_authors=Lianmin+Zheng">Lianmin Zheng</a>' in cell(text, "authors")
    assert "+ 9 more" in cell(text, "authors")
    assert "Ion Stoica" in cell(text, "authors")
    assert cell(text, "notes") == ""
    assert cell(page(library, "?_view=table&id=4"), "notes") == '<a href="/library/notes?paper=4">1</a>'


def test_empty_cells_show_nothing(library: Path) -> None:
    conn = connect(library)
    id_ = add(conn, "papers", key="bare", title="Bare")
    conn.close()
    text = page(library, f"?_view=table&id={id_}")
    for column in ("tags", "authors", "affiliations", "links", "notes", "rating", "doi", "arxiv_id", "url"):
        assert cell(text, column) == "", column


def test_up_to_four_names_are_all_shown(library: Path) -> None:
    names = ["Ada", "Bob", "Cyd", "Dan"]
    conn = connect(library)
    id_ = add(conn, "papers", key="four", title="Four")
    for position, name in enumerate(names, 1):
        add(conn, "authorships", paper=id_, position=position, author=name)
    conn.close()
    assert re.findall(">([^<]+)</a>", cell(page(library, f"?_view=table&id={id_}"), "authors")) == names


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
        f"/library/papers?_view=table&id={id_}&_tags={quote(HOSTILE)}&_authors={quote(HOSTILE)}1",
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
        assert facets_of(response.text) == []
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
    second = new_library(tmp_path / "second.db")
    for response in get_all(Datasette([str(library), str(second)]), "/library/papers", "/second/papers"):
        assert sorted(facets_of(response.text)) == sorted(FACETS)


def test_immutable_library_has_facets_too(library: Path) -> None:
    response = get_all(Datasette([], immutables=[str(library)]), "/library/papers")[0]
    assert sorted(facets_of(response.text)) == sorted(FACETS)


@pytest.mark.parametrize("where", ["metadata", *(["config"] if IS_1_0 else [])])
def test_users_configuration_wins(library: Path, where: str) -> None:
    options = configured(where, {"facets": ["type"], "sort_desc": "year", "size": 3})
    text = page(library, "?_view=table", **options)
    assert facets_of(text) == ["type"]
    assert text.count('<td class="col-title ') == 3
    assert page(library, **configured(where, {"sort": "title"}))
    assert facets_of(page(library, **configured(where, {"facets": []}))) == []


def test_users_titles_win(library: Path) -> None:
    options = configured("metadata", {"title": "My own papers"}, title="My own library")
    datasette = Datasette([str(library)], **options)
    papers, database = get_all(datasette, "/library/papers", "/library")
    assert "My own papers" in papers.text
    assert "My own library" in database.text


def test_internal_tables_are_out_of_sight(library: Path) -> None:
    with connect(library) as conn:
        conn.execute("ANALYZE")
    conn.close()
    tables = get(library, "/library.json").json()["tables"]
    shown = {table["name"] for table in tables if not table["hidden"]}
    assert {"papers", "notes", "readings", "tags", "paper_tags", "history", "lists", "links"} <= shown
    assert not [name for name in shown if name.startswith(("_", "sqlite_", "papers_"))]


def test_only_what_can_be_sorted_offers_it(library: Path) -> None:
    text = page(library, "?_view=table")
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


# Libraries of an older readtrack

OLD = Path(__file__).parent / "libraries" / "format-1.db.gz"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "library.db"
    path.write_bytes(gzip.decompress(OLD.read_bytes()))
    return path


def version(path: Path) -> int:
    with closing(connect(path)) as conn:
        return int(conn.execute("PRAGMA user_version").fetchone()[0])


def test_library_of_an_older_readtrack_is_brought_up_to_date_when_datasette_starts(old: Path) -> None:
    datasette = Datasette([str(old)])
    for answer in get_all(
        datasette, "/library", "/library/papers", "/library/papers/1", "/library/papers?_day=2026-11-24"
    ):
        assert answer.status_code == 200
        assert "readtrack.js" in answer.text
    assert version(old) == schema.VERSION


@pytest.mark.parametrize("how", ["immutable", "readonly"])
def test_library_of_an_older_readtrack_that_may_only_be_read_has_datasettes_own_pages(
    old: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    if how == "readonly":
        monkeypatch.setenv("READTRACK_READONLY", "1")
    datasette = Datasette([], immutables=[str(old)]) if how == "immutable" else Datasette([str(old)])
    for answer in get_all(datasette, "/library", "/library/papers", "/library/papers/1"):
        assert answer.status_code == 200
        assert "readtrack.js" not in answer.text
    assert version(old) == 1
