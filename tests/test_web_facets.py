"""Facets and filters of the page of papers: real files, real requests, whichever Datasette is installed."""

from __future__ import annotations

import asyncio
import html
import random
import re
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlencode, urlsplit

import pytest
from datasette.app import Datasette
from datasette.database import QueryInterrupted
from webs import (
    FACETS,
    SEED,
    add,
    configured,
    connect,
    counts,
    data,
    facets_of,
    get_all,
    new_library,
    page,
    without_extras,
)

from readtrack import schema
from readtrack.store import facets as counting
from readtrack.store.facets import NAMES
from readtrack.web import counts as kept_counts
from readtrack.web import facets, libraries


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return new_library(tmp_path / "library.db")


# Facets


def test_facets_are_open_without_a_word_in_the_url(library: Path) -> None:
    assert sorted(data(library)["facet_results"]) == sorted(FACETS)
    for text in (page(library), page(library, "?_view=table")):
        assert "(readtrack)" not in text
        assert "Suggested facets" not in text
        assert "_nosuggest" not in text


def test_facets_stand_in_our_order(library: Path) -> None:
    assert facets_of(page(library)) == FACETS


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
    assert found["list"] == {"osdi2020": 11}
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
    datasette = Datasette([str(library)], settings={"max_returned_rows": 3})
    (response,) = get_all(datasette, "/library/papers.csv?_sort_desc=rating&_stream=1")
    ids = [line.split(",")[0] for line in response.text.splitlines()[1:]]
    assert ids == ["1", *(str(id_) for id_ in range(2, 12))]


def test_link_of_a_facet_filters_and_starts_at_the_first_page(library: Path) -> None:
    found = data(library, "?_size=4&_next=4&_search=deep")
    for name, argument in {
        "tags": "_tags",
        "authors": "_authors",
        "affiliations": "_affiliations",
        "list": "_list",
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


@pytest.mark.parametrize("argument", ["_facet", "_facet_readtrack"])
def test_any_column_can_be_a_facet_and_nonsense_is_none(library: Path, argument: str) -> None:
    asked = [(argument, name) for name in ("type", "nonsense", "{}", '{"simple": []}', '{"column": "rating"}', "tags")]
    found = data(library, f"?{urlencode(asked)}")
    assert counts(found)["type"] == {"paper-conference": 11}
    assert counts(found)["rating"] == {4: 1}
    assert set(found["facet_results"]) == {*FACETS, "type", "rating"}
    assert found["facet_results"]["type"]["hideable"]
    assert not found["facet_results"]["tags"]["hideable"]


@pytest.mark.parametrize("query", ["_facet=type", "_facet_array=links", "_facet_array=tags", "_facet_date=added_at"])
def test_facet_added_by_hand_counts_every_page(library: Path, query: str) -> None:
    first = data(library, f"?{query}&_size=3&status=unread")
    second = data(library, f"?{query}&_size=3&status=unread&_next={first['rows'][-1]['id']}")
    assert [row["id"] for row in first["rows"]] != [row["id"] for row in second["rows"]]
    assert counts(second) == counts(first)
    assert len(first["facet_results"]) == len(FACETS) + 1


def test_facet_added_by_hand_stays_in_the_links_and_can_be_hidden(library: Path) -> None:
    found = data(library, "?_facet=type&_size=3&_sort_desc=year")
    for url in (found["next_url"], found["facet_results"]["status"]["results"][0]["toggle_url"]):
        assert parse_qs(urlsplit(url).query)["_facet"] == ["type"]
        assert "_facet_readtrack" not in url
    assert "_facet" not in parse_qs(urlsplit(found["facet_results"]["type"]["toggle_url"]).query)


def test_column_in_the_users_configuration_counts_every_page(library: Path) -> None:
    options = configured("metadata", {"facets": ["type", {"array": "tags"}]})
    first, second = data(library, "?_size=3", **options), data(library, "?_size=3&_next=3", **options)
    assert counts(first)["type"] == {"paper-conference": 11}
    assert counts(first) == counts(second)


def test_list_is_called_by_its_title_and_filtered_by_its_slug(library: Path) -> None:
    conn = connect(library)
    add(conn, "lists", slug="trees", title="Trees & forests")
    add(conn, "list_papers", list="trees", paper=2)
    conn.close()
    found = data(library, "?_list=trees")
    values = found["facet_results"]["list"]["results"]
    assert [(each["value"], each["label"], each["count"], each["selected"]) for each in values] == [
        ("osdi2020", "ML System in OSDI 2020", 1, False),
        ("trees", "Trees & forests", 1, True),
    ]
    assert [row["id"] for row in found["rows"]] == [2]
    assert counts(data(library, "?_list=trees&_list=osdi2020&_list=nowhere"))["list"] == {
        "nowhere": 0,
        "osdi2020": 0,
        "trees": 0,
    }


def test_facet_that_takes_too_long_is_named_and_the_others_stay(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = facets.PapersFacet._rows

    async def slow_authors(self: facets.PapersFacet, sql: str, params: dict[str, Any]) -> list[Any]:
        if "authorships" in sql:
            raise QueryInterrupted(None, sql, {})
        return await run(self, sql, params)

    monkeypatch.setattr(facets.PapersFacet, "_rows", slow_authors)
    for query in ("", "?status=unread", "?_tags=search"):
        text = page(library, query)
        assert sorted(facets_of(text)) == sorted(set(FACETS) - {"authors"})
        assert re.search("(timed out|in time): authors", text)


def many_papers(path: Path, chance: random.Random) -> None:
    """Papers in which values, names and words meet in every way."""
    conn = connect(path)
    schema.bring_up_to_date(conn)
    conn.execute("BEGIN")
    for slug in ("one", "two"):
        add(conn, "lists", slug=slug, title=f"List {slug}")
    for number in range(60):
        words = " ".join(chance.choices(["tree", "forest", "leaf"], k=2))
        id_ = add(
            conn,
            "papers",
            key=f"p{number}",
            title=f"{words} {number}",
            topic=chance.choice(["A", "B", "a'\"b", None]),
            venue=chance.choice(["V", "select", None]),
            year=chance.choice([2019, 2020, None]),
        )
        for position in range(1, chance.randint(1, 5)):
            add(conn, "authorships", paper=id_, position=position, author=chance.choice(["Ada", "Émilie", "Charles"]))
            for at in (1, 2):
                columns = {"author_position": position, "position": at, "affiliation": chance.choice("XYZ")}
                add(conn, "authorship_affiliations", paper=id_, **columns)
        for tag in {chance.choice(["Search", "search", "ÉCOLE", "école", "x"]).strip(): 0 for _ in range(3)}:
            conn.execute("INSERT OR IGNORE INTO paper_tags VALUES (?, ?)", (id_, tag))
        if chance.random() < 0.6:
            add(conn, "readings", paper=id_, status=chance.choice(["read", "reading"]), rating=chance.randint(1, 5))
        if chance.random() < 0.5:
            add(conn, "list_papers", list=chance.choice(["one", "two"]), paper=id_)
    conn.execute("COMMIT")
    conn.close()


FILTERS = (
    ("status", ("read", "unread")),
    ("status__not", ("read",)),
    ("topic", ("A", "a'\"b")),
    ("venue", ("V", "select")),
    ("year__gte", ("2020",)),
    ("rating__isnull", ("1",)),
    ("_tags", ("SEARCH", "x", "ÉCOLE")),
    ("_authors", ("Ada", "Émilie")),
    ("_affiliations", ("X",)),
    ("_list", ("one", "two")),
    ("_search", ("tree", "forest leaf")),
    ("_where", ("id % 2", "title like '%1%'", "id in (select paper from readings)")),
    ("_sort", ("year", "title")),
)


def folded(facet: str, value: Any) -> Any:
    """A value as the database compares it."""
    return value.encode().lower().decode() if facet == "tags" else value


def counted_plainly(path: Path, ids: set[int]) -> dict[str, dict[Any, int]]:
    """Facet -> value -> in how many of these papers it stands."""
    found: dict[str, dict[Any, int]] = {}
    with closing(connect(path)) as conn:
        for facet in FACETS:
            table, column, paper = (*NAMES[facet][:2], "paper") if facet in NAMES else ("papers", facet, "id")
            links = conn.execute(f"SELECT {paper}, {column} FROM {table} WHERE {column} IS NOT NULL").fetchall()
            each_once = {(id_, folded(facet, value)) for id_, value in links if id_ in ids}
            found[facet] = Counter(value for _, value in each_once)
    return found


@pytest.mark.parametrize("seed", range(3))
def test_counts_are_those_of_plain_counting_whatever_is_asked_for(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    path = tmp_path / "library.db"
    many_papers(path, chance)
    datasette = Datasette([str(path)])
    for _ in range(20):
        asked = [(name, chance.choice(values)) for name, values in chance.sample(FILTERS, chance.randint(0, 3))]
        query = f"?{urlencode(asked)}&_facet_size=max"
        everything = data(path, f"{query}&_size=max", datasette=datasette)
        expected = counted_plainly(path, {row["id"] for row in everything["rows"]})
        first = data(path, f"{query}&_size=2", datasette=datasette)
        second = (
            data(path, "?" + without_extras(first["next_url"]), datasette=datasette) if first["next_url"] else first
        )
        for found in (everything, first, second):
            for facet, values in counts(found).items():
                shown = {folded(facet, value): count for value, count in values.items() if count}
                assert shown == expected[facet], (query, facet)


def test_counts_are_new_as_soon_as_another_program_has_written(library: Path) -> None:
    datasette = Datasette([str(library)])

    def found(query: str) -> tuple[dict[Any, int], int]:
        found = data(library, query, datasette=datasette)
        return counts(found)["tags"], found["rows"][-1]["id"]

    with closing(connect(library)) as conn:
        for number, query in enumerate(("?", "?status=unread", "?_search=deep", "?")):
            before, paper = found(query)
            assert found(query)[0] == before
            add(conn, "paper_tags", paper=paper, tag=f"new-{number}")
            assert found(query)[0] == {**before, f"new-{number}": 1}
            conn.execute("DELETE FROM paper_tags WHERE tag = ?", (f"new-{number}",))
            assert found(query)[0] == before


def test_counts_are_new_as_soon_as_datasette_has_written(library: Path) -> None:
    datasette = Datasette([str(library)])

    def statuses() -> dict[Any, int]:
        return counts(data(library, "?", datasette=datasette))["status"]

    assert statuses()["unread"] == 8
    write = datasette.get_database("library").execute_write("INSERT INTO readings (paper, status) VALUES (2, 'read')")
    asyncio.run(write)
    assert statuses()["unread"] == 7


@pytest.mark.parametrize("query", ["?_size=3", "?_size=3&status=unread", "?_size=3&_search=deep&_tags=search"])
def test_nothing_is_counted_again_while_nobody_writes(
    library: Path, query: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    datasette = Datasette([str(library)])
    first = data(library, query, datasette=datasette)

    async def never(*_: object) -> list[Any]:
        raise AssertionError

    monkeypatch.setattr(facets.PapersFacet, "_rows", never)
    assert counts(data(library, f"{query}&_next=1", datasette=datasette)) == counts(first)
    with pytest.raises(AssertionError):
        data(library, "?status=read", datasette=datasette)


def test_counts_of_a_condition_that_speaks_of_the_time_are_not_kept(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    datasette = Datasette([str(library)])
    asked: list[str] = []
    run = facets.PapersFacet._rows

    async def watched(self: facets.PapersFacet, sql: str, params: dict[str, Any]) -> list[Any]:
        asked.append(sql)
        return await run(self, sql, params)

    monkeypatch.setattr(facets.PapersFacet, "_rows", watched)
    for _ in range(2):
        asked.clear()
        data(library, "?_where=added_at+<+datetime('now')", datasette=datasette)
        assert asked


def test_no_more_is_kept_than_a_server_can_bear(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_counts, "KEPT", 3 * len(FACETS))
    datasette = Datasette([str(library)])
    for number in range(9):
        found = data(library, f"?id__gt={number}", datasette=datasette)
        assert sorted(found["facet_results"]) == sorted(FACETS)
        assert len(kept_counts.of_library(datasette.get_database("library"))) <= 3 * len(FACETS)


# What is done to a paper between two looks at a page: some of it makes papers come and go, some of it changes names.
WRITES = (
    "INSERT INTO readings (paper, status) VALUES (:paper, 'read')",
    "DELETE FROM readings WHERE paper = :paper",
    "INSERT OR REPLACE INTO readings (paper, status, rating) VALUES (:paper, 'reading', 3)",
    "UPDATE papers SET topic = 'A', year = 2021 WHERE id = :paper",
    "UPDATE papers SET title = 'A tree that fell ' || id WHERE id = :paper",
    "INSERT OR IGNORE INTO paper_tags VALUES (:paper, 'new')",
    "DELETE FROM paper_tags WHERE paper = :paper",
    "UPDATE authorships SET author = 'Grace' WHERE paper = :paper AND position = 1",
    "DELETE FROM list_papers WHERE paper = :paper",
    "UPDATE lists SET title = title || '!'",
)


@pytest.mark.parametrize("depth", [1, 3, 300])
@pytest.mark.parametrize("seed", range(3))
def test_counts_that_are_mended_are_those_that_are_counted_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int, depth: int
) -> None:
    chance = random.Random(seed)  # noqa: S311
    path = tmp_path / "library.db"
    many_papers(path, chance)
    monkeypatch.setattr(kept_counts, "DEPTH", depth)
    monkeypatch.setattr(kept_counts, "FEW", 2)
    datasette = Datasette([str(path)])
    queries = ["?", "?status=read", "?status__not=read", "?topic=A", "?_tags=x", "?_authors=Ada", "?_search=tree"]
    with closing(connect(path)) as conn:
        for _ in range(25):
            for _ in range(chance.randint(1, 3)):
                conn.execute(chance.choice(WRITES), {"paper": chance.randint(1, 60)})
            query = f"{chance.choice(queries)}&_facet_size=3"
            mended, anew = data(path, query, datasette=datasette), data(path, query)
            for facet, found in anew["facet_results"].items():
                same = mended["facet_results"][facet]
                values = [
                    [(folded(facet, value["value"]), value["count"]) for value in each["results"]]
                    for each in (same, found)
                ]
                assert values[0] == values[1], (query, facet)
                if facet == "list":
                    assert same["results"] == found["results"]
                assert same["truncated"] == found["truncated"], (query, facet)


@pytest.mark.parametrize("query", ["?", "?status=unread", "?_search=deep"])
def test_marking_a_paper_counts_no_names_of_others_again(
    library: Path, monkeypatch: pytest.MonkeyPatch, query: str
) -> None:
    datasette = Datasette([str(library)])
    asked: list[str] = []
    run = facets.PapersFacet._rows

    async def watched(self: facets.PapersFacet, sql: str, params: dict[str, Any]) -> list[Any]:
        asked.append(sql)
        return await run(self, sql, params)

    data(library, query, datasette=datasette)
    monkeypatch.setattr(facets.PapersFacet, "_rows", watched)
    with closing(connect(library)) as conn:
        add(conn, "readings", paper=2, status="read")
    data(library, query, datasette=datasette)
    of_names = {counting.among_all(name, limit) for name in NAMES for limit in (11, 300)}
    of_names |= {counting.among_papers(name, 300, share) for name in NAMES for share in (0, 1)}
    assert asked
    assert not of_names & set(asked)


def test_library_under_a_lock_is_never_taken_for_unchanged(library: Path) -> None:
    datasette = Datasette([str(library)])
    known = libraries.state(datasette, "library")
    assert known == libraries.state(datasette, "library")
    with closing(connect(library)) as conn:
        conn.execute("BEGIN EXCLUSIVE")
        assert libraries.state(datasette, "library") != libraries.state(datasette, "library")
        conn.execute("ROLLBACK")
    assert libraries.state(datasette, "library") == libraries.state(datasette, "library")


def test_more_of_a_facet_is_shown_where_more_is_asked_for(library: Path) -> None:
    datasette = Datasette([str(library)])
    for size in (2, 5, 2):
        (authors,) = [
            facet
            for name, facet in data(library, f"?_facet_size={size}", datasette=datasette)["facet_results"].items()
            if name == "authors"
        ]
        assert (len(authors["results"]), authors["truncated"]) == (size, True)


def test_immutable_library_counts_too_and_nothing_is_left_beside_it(library: Path) -> None:
    with closing(connect(library)) as conn:
        conn.execute("PRAGMA journal_mode = WAL")
    files = list(library.parent.iterdir())
    datasette = Datasette([], immutables=[str(library)])
    for _ in range(2):
        found = data(library, "?_tags=search", datasette=datasette)
        assert counts(found)["tags"] == {"search": 3, "Tensor programs": 1}
        assert sorted(found["facet_results"]) == sorted(FACETS)
    assert list(library.parent.iterdir()) == files


# Filters


def test_names_filter_and_all_must_hold(library: Path) -> None:
    def keys(query: str) -> list[str]:
        return [row["key"] for row in data(library, query)["rows"]]

    assert keys("?_tags=search") == [SEED[0]["key"], SEED[1]["key"], SEED[4]["key"]]
    assert keys("?_tags=search&_tags=tensor+programs") == ["ansor"]
    assert keys("?_tags=search&status=read") == ["ansor"]
    assert keys("?_authors=Lianmin+Zheng&_affiliations=UC+Berkeley") == ["ansor"]
    assert len(keys("?_list=osdi2020")) == 11
    assert keys("?_list=osdi") == []
    assert keys("?_tags=sear") == []
    assert len(keys("?_tags=")) == 11


def test_filter_says_in_words_what_it_does(library: Path) -> None:
    text = html.unescape(page(library, "?_tags=search&_authors=Lianmin+Zheng&status=read"))
    assert 'tag = "search"' in text
    assert 'author = "Lianmin Zheng"' in text
    assert 'status = "read"' in text


def test_search_keeps_the_tag(library: Path) -> None:
    assert '<input type="hidden" name="_tags" value="search">' in page(library, "?_tags=search")


# Search, in the words of the command line


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("tensor", ["ansor", "hummingbird"]),
        ("tens* -programs", ["hummingbird"]),
        ('"tensor program"', []),
        ("note:zweihander", ["clockwork"]),
        ("author:stoica tensor", ["ansor"]),
        ("调度", ["rammer"]),
        ("++", []),
        ("title:zweihander", []),
    ],
)
def test_search_understands_the_words_of_the_command_line(library: Path, words: str, keys: list[str]) -> None:
    with connect(library) as conn:
        add(conn, "notes", paper=3, body="编译器的调度")
    conn.close()
    found = data(library, f"?_search={quote(words)}")
    assert sorted(row["key"] for row in found["rows"]) == keys
    assert found["count"] == len(keys)
    assert sum(counts(found)["status"].values()) == len(keys)


def test_a_search_stays_in_links_and_in_the_box_and_composes(library: Path) -> None:
    found = data(library, "?_search=deep+-tensor&year=2020&_size=2&_tags=search")
    assert found["count"] == 1
    found = data(library, "?_search=deep&_size=2")
    assert "_search=deep" in found["next_url"]
    assert all("_search=deep" in value["toggle_url"] for value in found["facet_results"]["topic"]["results"])
    for view in ("", "&_view=table"):
        text = page(library, f"?_search=deep+-tensor{view}")
        assert 'name="_search" value="deep -tensor"' in text
    assert "search matches" in page(library, "?_search=deep+-tensor&_view=table")


def test_raw_search_and_search_by_column_are_datasettes(library: Path) -> None:
    raw = data(library, "?_search=" + quote("title: ans*") + "&_searchmode=raw")
    assert [row["key"] for row in raw["rows"]] == ["ansor"]
    by_column = data(library, "?_search_notes=zweihander")
    assert [row["key"] for row in by_column["rows"]] == ["clockwork"]
