"""The page of papers as a library: what it shows of what is there, and what it leaves out."""

from __future__ import annotations

import asyncio
import html
import re
from datetime import timedelta, timezone
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from datasette import __version__ as datasette_version
from datasette.app import Datasette
from datasette.utils import PrefixedUrlString

from readtrack import dates
from readtrack.model import Author, Draft, Link, NoteDraft, Reading, ReadingList, Session
from readtrack.store import adding, opening
from readtrack.web import papers

IS_1_0 = not datasette_version.startswith("0.")
HOSTILE = "<script>alert(\"x\")</script> & 'quoted'"
ENGINE = "The engine weaves algebraical patterns just as the Jacquard loom weaves flowers and leaves."

SKETCH = Draft(
    title="Sketch of the Analytical Engine",
    key="sketch",
    authors=(Author("Luigi Menabrea"), Author("Ada Lovelace")),
    venue="Scientific Memoirs",
    year=1843,
    topic="Engines",
    abstract=ENGINE,
    tags=("computing", "history"),
    links=(Link("pdf", "https://example.org/sketch.pdf"), Link("page", "javascript:alert(1)")),
    readings=(Reading("queued", priority="high", due_on="2026-11-25"),),
)
TAOCP = Draft(
    title="The Art of Computer Programming",
    key="taocp",
    authors=tuple(map(Author, ("Donald E. Knuth", "Ada Lovelace", "Emmy Noether", "David Hilbert", "Mary Cartwright"))),
    year=1968,
    doi="10.1000/182",
    tags=("computing",),
    readings=(Reading("read", finished_on="2026-11-20", rating=4),),
    notes=(NoteDraft("The *zweihander* of books.\n\nSecond line."),),
)
BARE = Draft(title="Bare", key="bare")
CJK = Draft(
    title="深度学习编译器的综述",
    key="cjk",
    authors=(Author("王小明"),),
    readings=(Reading("reading", progress="7/18"),),
)


def library_of(path: Path, *drafts: Draft, lists: tuple[ReadingList, ...] = ()) -> Path:
    opening.create(path, lambda store: adding.start(store, drafts, lists))
    return path


@pytest.fixture
def library(folder: Path) -> Path:
    return library_of(folder / "library.db", SKETCH, TAOCP, BARE, CJK)


def answers(datasette: Datasette, *urls: str) -> list[Any]:
    async def requests() -> list[Any]:
        return [await datasette.client.get(url) for url in urls]

    return asyncio.run(requests())


def page(path: Path, query: str = "", **options: Any) -> str:
    (response,) = answers(Datasette([str(path)], **options), f"/{path.stem}/papers{query}")
    assert response.status_code == 200, response.text
    return str(response.text)


def listed(text: str) -> list[str]:
    return re.findall(r'data-paper="([^"]*)"', text)


def article(text: str, key: str) -> str:
    """The HTML of one paper in the list."""
    match = re.search(rf'<article [^>]*data-paper="{key}".*?</article>', text, re.DOTALL)
    assert match, key
    return match[0]


def words(fragment: str) -> str:
    """What can be read in it, on one line, but for menus and forms."""
    bare = re.sub(r"<details.*?</details>|<form.*?</form>", "", fragment, flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", bare)).split())


def chips(text: str) -> dict[str, str]:
    """The conditions that are shown -> the URL without each."""
    (active,) = re.findall(r'<ul class="rt-chips rt-active".*?</ul>', text, re.DOTALL) or [""]
    found = re.findall(r'<li class="rt-chip"><a href="([^"]*)"[^>]*>(.*?)</a></li>', active, re.DOTALL)
    return {words(label).removeprefix("Take away: ").removesuffix(" ×"): html.unescape(url) for url, label in found}


def facet(text: str, name: str) -> dict[str, tuple[str, bool]]:
    """Label and count of the values of a facet -> URL, and whether it is selected."""
    match = re.search(rf'<details class="rt-facet" open id="facet-{name}".*?</details>', text, re.DOTALL)
    assert match, name
    links = re.findall(r'<a (?:class="[^"]*" )?href="([^"]*)"([^>]*)>(.*?)</a>', match[0], re.DOTALL)
    return {
        words(label).removeprefix("Take away: ").removesuffix(" ×"): (html.unescape(url), "aria-current" in more)
        for url, more, label in links
    }


def query(url: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(url).query)


# A paper in the list


def test_paper_shows_what_it_is_and_where_you_stand(library: Path) -> None:
    text = article(page(library), "sketch")
    assert '<h2 id="rt-title-1"><a href="/library/papers/1">Sketch of the Analytical Engine</a></h2>' in text
    assert words(text) == (
        "Sketch of the Analytical Engine Luigi Menabrea , Ada Lovelace Scientific Memoirs 1843 Engines PDF"
        " high priority due Wed 25 Nov 2026 computing history"
    )
    for link in (
        "/library/papers?_authors=Ada+Lovelace",
        "/library/papers?venue=Scientific+Memoirs",
        "/library/papers?year=1843",
        "/library/papers?topic=Engines",
        "/library/papers?_tags=history",
    ):
        assert f'href="{link}"' in text
    assert 'href="https://example.org/sketch.pdf" rel="noopener noreferrer">PDF</a>' in text
    assert "javascript:" not in text


def test_what_was_read_shows_rating_and_notes_and_the_first_three_of_many_authors(library: Path) -> None:
    text = article(page(library), "taocp")
    assert words(text) == (
        "The Art of Computer Programming Donald E. Knuth , Ada Lovelace , Emmy Noether + 2 more 1968 DOI"
        " ★★★★☆ Rated 4 of 5 finished Fri 20 Nov 2026 1 note computing"
    )
    assert 'title="David Hilbert, Mary Cartwright"' in text
    assert 'href="https://doi.org/10.1000/182"' in text
    assert 'href="/library/papers/2#notes"' in text
    assert "at 7/18" in words(article(page(library), "cjk"))


def test_what_is_empty_is_not_shown(library: Path) -> None:
    text = article(page(library), "bare")
    assert words(text) == "Bare"
    for nothing in ("rt-people", "rt-mine", "rt-chips", "rt-found", "None"):
        assert nothing not in text


def test_short_name_that_is_not_in_the_title_is_shown(folder: Path) -> None:
    path = library_of(
        folder / "named.db",
        Draft(title="A Unified Architecture", key="byteps", name="BytePS"),
        Draft(title="Ansor: Generating Programs", key="ansor", name="Ansor"),
    )
    text = page(path, "?_search=BytePS")
    assert words(article(text, "byteps")) == "A Unified Architecture BytePS"
    assert "<mark>BytePS</mark>" in text
    assert words(article(page(path), "ansor")) == "Ansor: Generating Programs"


def test_day_that_is_over_says_so_until_the_paper_is_finished(folder: Path) -> None:
    late = Reading("reading", due_on="2026-11-23")
    path = library_of(
        folder / "late.db",
        Draft(title="Late", key="late", readings=(late,)),
        Draft(title="Done", key="done", readings=(late._replace(status="read"),)),
    )
    text = page(path)
    assert "was due Mon 23 Nov 2026" in words(article(text, "late"))
    assert "due" not in words(article(text, "done"))


def test_what_others_wrote_is_never_markup(folder: Path) -> None:
    path = library_of(
        folder / "hostile.db",
        Draft(
            title=HOSTILE,
            key="hostile",
            authors=(*(Author(f"{HOSTILE} {number}") for number in range(6)),),
            venue=HOSTILE,
            topic=HOSTILE,
            url="javascript:alert(1)",
            tags=(HOSTILE,),
            abstract=f"{HOSTILE} script",
            notes=(NoteDraft(f"{HOSTILE} script [a](javascript:alert(4)) <img src=x>"),),
            links=(
                Link("page", 'https://example.org/"onmouseover="alert(3)', HOSTILE),
                Link("page", "javascript:alert(2)", "odd"),
                Link("page", "https://[example", "odd"),
                Link("page", "http://[example"),
            ),
        ),
    )
    for text in (page(path), page(path, f"?_search=script&_tags={quote(HOSTILE)}&title__contains={quote(HOSTILE)}")):
        assert listed(text) == ["hostile"]
        assert not re.search(r"<script>alert|<img|href=\"\s*(javascript|data):|\"onmouseover=", text)
        assert "&lt;script&gt;alert(" in text or "&lt;<mark>script</mark>&gt;alert(" in text


# Search


def found(text: str, key: str) -> dict[str, str]:
    return {
        where: words(told)
        for where, told in re.findall(
            r'<p class="rt-found"><span class="rt-where">(.*?)</span>(.*?)</p>', article(text, key), re.DOTALL
        )
    }


def test_search_marks_the_words_where_they_stand(library: Path) -> None:
    text = page(library, "?_search=sketch+ada")
    assert listed(text) == ["sketch"]
    assert "<mark>Sketch</mark> of the Analytical" in text
    assert "><mark>Ada</mark> Lovelace</a>" in text
    assert found(text, "sketch") == {}
    assert '<input id="rt-search" type="search" name="_search" value="sketch ada"' in text
    assert "<mark>history</mark>" in page(library, "?_search=HISTORY")


def test_search_shows_the_line_of_a_note_an_abstract_or_an_author_further_down(library: Path) -> None:
    assert found(page(library, "?_search=zweihander"), "taocp") == {"note": "The zweihander of books. Second line."}
    assert found(page(library, "?_search=jacquard"), "sketch") == {"abstract": ENGINE.replace("Jacquard", "Jacquard")}
    assert found(page(library, "?_search=hilbert"), "taocp") == {"author": "David Hilbert"}
    assert "<mark>zweihander</mark>" in page(library, "?_search=zweihander")
    assert "<mark>" not in page(library)


def test_search_marks_what_is_written_without_blanks(library: Path) -> None:
    text = page(library, "?_search=" + quote("深度学习编译器的综述"))
    assert listed(text) == ["cjk"]
    assert "<mark>深度学习编译器的综述</mark>" in text


# Filters, facets, sorting


def test_chip_takes_away_its_own_filter_and_nothing_else(library: Path) -> None:
    text = page(library, "?_search=the&status=read&_tags=computing&year__gt=1900&_sort=title&_size=5")
    removals = chips(text)
    assert list(removals) == ["search the", "status read", "tag computing", "year > 1900"]
    assert query(removals["status read"]) == {
        "_search": ["the"],
        "_tags": ["computing"],
        "year__gt": ["1900"],
        "_sort": ["title"],
        "_size": ["5"],
    }
    assert "_tags" not in query(removals["tag computing"])
    assert "year__gt" not in query(removals["year > 1900"])
    assert chips(page(library)) == {}
    assert list(chips(page(library, "?topic=&_tags=&year__nonsense=1"))) == ["topic empty"]
    assert list(chips(page(library, "?_where=year>1900&doi__isnull=1"))) == ["where year>1900", "doi is null"]


def test_filter_on_a_list_is_told_by_its_title(folder: Path) -> None:
    from readtrack.model import Listing

    path = library_of(
        folder / "library.db",
        Draft(title="One", lists=(Listing("short"),)),
        lists=(ReadingList("short", "A long title"),),
    )
    assert list(chips(page(path, "?_list=short"))) == ["list A long title"]


def test_facets_stand_in_our_order_and_what_is_selected_can_be_taken_away(library: Path) -> None:
    text = page(library, "?status=queued&_tags=computing")
    names = re.findall(r'<details class="rt-facet" open id="facet-([a-z]+)"', text)
    assert names[:4] == ["status", "topic", "tags", "year"]
    (selected,) = [url for url, chosen in facet(text, "status").values() if chosen]
    assert "status" not in query(selected)
    assert query(selected)["_tags"] == ["computing"]
    assert list(facet(text, "tags")) == ["computing 1", "history 1"]
    assert listed(page(library, "?" + urlsplit(facet(page(library), "authors")["Ada Lovelace 2"][0]).query)) == [
        "sketch",
        "taocp",
    ]


def test_facet_with_more_values_leads_to_all_of_them(library: Path) -> None:
    text = page(library, "?_facet_size=1&status__not=read")
    url, _ = facet(text, "status")["more …"]
    assert query(url) == {"_facet_size": ["max"], "status__not": ["read"]}
    assert "more …" not in facet(page(library, "?" + urlsplit(url).query), "status")


@pytest.mark.parametrize("label", [label for label, _ in papers.SORTS])
def test_every_order_that_is_offered_works_and_keeps_the_filters(library: Path, label: str) -> None:
    menu = re.findall(r'<details class="rt-menu rt-sort">.*?</details>', page(library, "?_tags=computing"), re.DOTALL)[
        0
    ]
    urls = {words(text): html.unescape(url) for url, text in re.findall(r'<a href="([^"]*)"[^>]*>(.*?)</a>', menu)}
    text = page(library, "?" + urlsplit(urls[label]).query)
    assert list(chips(text)) == ["tag computing", *(["with a due day"] if "due" in label else [])]
    assert query(urls[label])["_tags"] == ["computing"]
    assert f"Sort:</span> {label}</summary>" in text
    assert set(listed(text)) == ({"sketch"} if "due" in label else {"sketch", "taocp"})


def test_order_of_the_users_own_is_named(library: Path) -> None:
    assert "Sort:</span> venue, descending</summary>" in page(library, "?_sort_desc=venue")
    assert listed(page(library, "?_sort_desc=year")) == ["taocp", "sketch", "bare", "cjk"]


def test_form_of_the_search_keeps_filters_order_and_view(library: Path) -> None:
    text = page(library, "?status=read&_sort=title&_size=1&_search=x")
    (form,) = re.findall(r'<form class="rt-search".*?</form>', text, re.DOTALL)
    assert re.findall(r'type="hidden" name="([^"]*)" value="([^"]*)"', form) == [
        ("status", "read"),
        ("_sort", "title"),
        ("_size", "1"),
    ]


def test_second_page_leads_back_to_the_first(library: Path) -> None:
    first = page(library, "?_size=3&_sort=title")
    assert listed(first) == ["bare", "sketch", "taocp"]
    assert "First page" not in first
    (following,) = re.findall(r'<a rel="next" href="([^"]*)">', first)
    second = page(library, "?" + urlsplit(html.unescape(following)).query)
    assert listed(second) == ["cjk"]
    assert 'href="/library/papers?_size=3&amp;_sort=title">First page</a>' in second
    assert "4 papers" in words(second)
    beyond = page(library, "?_size=3&_next=4")
    assert listed(beyond) == []
    assert "Nothing more stands here." in words(beyond)


def test_nothing_found_says_what_to_do(library: Path) -> None:
    text = page(library, "?_search=zweihander&status=unread")
    assert "No paper fits all of this." in words(text)
    assert '<a href="/library/papers?_search=zweihander">search all papers for' in text
    assert "No paper fits this." in words(page(library, "?_search=nowhere"))
    assert "search all papers" not in page(library, "?_search=nowhere")


def test_empty_library_says_how_to_begin(folder: Path) -> None:
    text = page(library_of(folder / "library.db"))
    assert "No papers here yet." in words(text)
    assert "readtrack import papers.bib" in text
    assert "rt-aside" not in text


# Datasette is still there


def test_links_to_the_data_lead_there(library: Path) -> None:
    datasette = Datasette([str(library)])
    (text,) = (response.text for response in answers(datasette, "/library/papers?_tags=computing&_sort=title"))
    (tools,) = re.findall(r'<div class="rt-tools">.*?</div>', text, re.DOTALL)
    links = {words(label): html.unescape(url) for url, label in re.findall(r'<a href="([^"]*)">(.*?)</a>', tools)}
    json_, csv, table, sql = answers(
        datasette, *(links[name] for name in ("JSON", "CSV", "as a table with all columns", "View and edit SQL"))
    )
    assert [row["key"] if isinstance(row, dict) else row[1] for row in json_.json()["rows"]] == ["sketch", "taocp"]
    assert len(csv.text.splitlines()) == 3
    assert table.status_code == 200
    assert sql.status_code in (200, 302)


def test_datasettes_own_table_is_remembered_in_its_links_and_leads_back(library: Path) -> None:
    text = page(library, "?_view=table&_tags=computing")
    assert '<td class="col-affiliations ' in text
    assert "Show these papers as a library" in text
    assert 'href="/library/papers?_tags=computing">Show these papers' in text
    assert '<input type="hidden" name="_view" value="table">' in text
    (other,) = re.findall(
        r'href="([^"]*_tags=history[^"]*)"', re.findall(r'id="facet-tags".*?</div>', text, re.DOTALL)[0]
    )
    assert query(html.unescape(other))["_view"] == ["table"]


def test_other_tables_and_queries_are_datasettes_own(library: Path) -> None:
    path = "/library/-/query" if IS_1_0 else "/library"
    urls = ("/library/notes", "/library/notes/1", "/library/tags", f"{path}?sql=select+1", "/-/versions")
    for response in answers(Datasette([str(library)]), *urls):
        assert response.status_code == 200
        assert 'id="readtrack"' not in response.text


def test_other_database_with_a_table_papers_stays_untouched(library: Path, folder: Path) -> None:
    import sqlite3

    with sqlite3.connect(folder / "other.db") as conn:
        conn.execute("CREATE TABLE papers (id INTEGER PRIMARY KEY, title TEXT)")
        conn.execute("INSERT INTO papers (title) VALUES ('Other')")
    conn.close()
    urls = ("/other/papers", "/other/papers/1", "/other", "/")
    for response in answers(Datasette([str(library), str(folder / "other.db")]), *urls):
        assert response.status_code == 200
        assert 'id="readtrack"' not in response.text


# What the user configures stays


def test_users_configuration_wins(library: Path) -> None:
    tables = {"papers": {"sort_desc": "year", "size": 2, "facets": ["type"], "title": "My own papers"}}
    text = page(library, metadata={"databases": {"library": {"tables": tables}}})
    assert listed(text) == ["taocp", "sketch"]
    assert "My own papers" in words(text)
    assert re.findall(r'<details class="rt-facet" open id="facet-([a-z]+)"', text) == ["type"]
    assert "Sort:</span> newest" in text


def test_columns_may_be_hidden(library: Path) -> None:
    hidden = ("status", "title", "authors", "tags", "links", "rating", "notes", "year", "due_on")
    text = page(library, "?" + "&".join(f"_nocol={column}" for column in hidden))
    assert listed(text) == ["sketch", "taocp", "bare", "cjk"]
    assert words(article(text, "sketch")).startswith("sketch")
    assert "data-readtrack" not in page(library, "?_nocol=key")


@pytest.mark.parametrize("name", ["_table-library-papers.html", "table-library-papers.html", "table.html"])
def test_template_of_the_users_own_wins(library: Path, folder: Path, name: str) -> None:
    (folder / "templates").mkdir()
    (folder / "templates" / name).write_text("Mine: {{ display_rows|length }}")
    text = page(library, template_dir=str(folder / "templates"))
    assert "Mine: 4" in text
    assert 'id="readtrack"' not in text


def test_frame_of_the_users_own_stays_around(library: Path, folder: Path) -> None:
    (folder / "templates").mkdir()
    (folder / "templates" / "base.html").write_text(
        '{% extends "default:base.html" %}{% block footer %}Mine{% endblock %}'
    )
    text = page(library, template_dir=str(folder / "templates"))
    assert ">Mine</footer>" in text
    assert 'id="readtrack"' in text


# Writing, and who may see what


def test_forms_carry_the_paper_the_token_and_the_way_back(library: Path) -> None:
    text = page(library, "?status=reading&_sort=title")
    forms = re.findall(r"<form method=\"post\".*?</form>", text, re.DOTALL)
    assert {re.search(r'action="([^"]*)"', form)[1] for form in forms} == {  # type: ignore[index]
        f"/-/readtrack/library/{verb}" for verb in ("mark", "note", "tag", "plan")
    }
    (token,) = set(re.findall(r'data-token="([^"]+)"', text))
    for form in forms:
        assert "data-readtrack" in form
        assert dict(re.findall(r'type="hidden" name="([^"]*)" value="([^"]*)"', form)) == {
            "paper": "cjk",
            "token": token,
            "back": "/library/papers?status=reading&amp;_sort=title",
        }


def test_status_offers_the_other_five_words_and_one_click_to_read(library: Path) -> None:
    text = article(page(library), "bare")
    (menu,) = re.findall(r'<details class="rt-menu">.*?</details>', text, re.DOTALL)
    assert re.findall(r'name="status" value="(\w+)"', menu) == ["queued", "reading", "skimmed", "read", "abandoned"]
    assert re.search(r'<button class="rt-mark" name="status" value="read" data-key="r"', text)
    assert 'data-key="r"' not in article(page(library), "taocp")


@pytest.mark.parametrize("how", ["environment", "immutable"])
def test_library_that_is_only_shown_has_no_form_that_writes(
    library: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    if how == "environment":
        monkeypatch.setenv("READTRACK_READONLY", "1")
    datasette = Datasette(
        [str(library)] if how == "environment" else [], immutables=[str(library)] * (how != "environment")
    )
    text = answers(datasette, "/library/papers")[0].text
    assert listed(text) == ["sketch", "taocp", "bare", "cjk"]
    assert 'method="post"' not in text
    assert 'data-token=""' in text
    assert '<a class="rt-status rt-is-queued" href="/library/papers?status=queued">' in text


@pytest.mark.parametrize("table", ["notes", "abstracts"])
def test_who_may_not_see_all_tables_is_shown_datasettes_own_page(library: Path, table: str) -> None:
    where = "config" if IS_1_0 else "metadata"
    denied = {"databases": {"library": {"tables": {table: {"allow": False}}}}}
    text = page(library, "?_search=zweihander", **{where: denied})
    assert 'id="readtrack"' not in text
    assert "Second line" not in text


# The page itself


def test_page_has_no_inline_script_style_or_handler(library: Path) -> None:
    text = page(library, "?_search=the&_tags=computing")
    content = text[text.index('<main id="readtrack"') : text.index("<footer")]
    assert not re.search(r"<script|<style|\sstyle=|\son\w+=", content)
    scripts = re.findall(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", text, re.DOTALL)
    assert [script for script in scripts if "datasetteVersion" not in script] == []


def test_what_the_page_loads_is_there(library: Path) -> None:
    datasette = Datasette([str(library)])
    text = answers(datasette, "/library/papers")[0].text
    urls = re.findall(r'(?:href|src)="(/-/static-plugins/readtrack/[^"]*)"', text)
    assert {url.rpartition("/")[2] for url in urls} >= {"readtrack.css", "papers.css", "readtrack.js"}
    for response in answers(datasette, *urls):
        assert response.status_code == 200


def test_page_without_a_search_asks_the_library_nothing_more(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from readtrack.store import papers_page

    asked: list[Any] = []
    beside = papers_page.beside
    monkeypatch.setattr(papers_page, "beside", lambda *a: asked.append(a) or beside(*a))  # type: ignore[func-returns-value]
    page(library, "?_tags=computing")
    assert asked == []
    page(library, "?_search=the")
    assert len(asked) == 1


def test_page_under_a_base_url_stays_under_it(library: Path) -> None:
    datasette = Datasette([str(library)], settings={"base_url": "/reading/"})
    text = answers(datasette, "/library/papers?status=queued")[0].text
    assert 'name="back" value="/reading/library/papers?status=queued"' in text
    assert 'action="/reading/-/readtrack/library/mark"' in text
    assert 'href="/reading/library/papers/1"' in text


def linked(text: str) -> list[str]:
    """Every address of this server that a page leads to, as a path."""
    found = (html.unescape(url) for url in re.findall(r'(?:href|action)="([^"#?][^"]*)"', text))
    parts = [urlsplit(url) for url in found]
    return [part.path for part in parts if part.netloc in ("", "localhost")]


@pytest.mark.parametrize("prefix", ["/x", ""])
def test_links_have_the_base_url_once_whether_or_not_a_proxy_takes_it_away(library: Path, prefix: str) -> None:
    datasette = Datasette([str(library)], settings={"base_url": "/x/"})

    def answer(path: str) -> Any:
        return answers(datasette, PrefixedUrlString(path))[0]  # the client leaves that as it is

    text = answer(f"{prefix}/library/papers?_size=2&_facet=type").text
    ours = text[text.index('id="readtrack"') : text.index("<footer")]
    assert 'rel="next"' in ours
    assert "hide these" in ours
    assert len(linked(ours)) > 30
    assert [path for path in linked(ours) if not re.match("/x/(?!x/)", path)] == []
    for url in re.findall(r'href="([^"#?]*/papers[^"#]*(?:_next|status|_facet)[^"]*)"', ours):
        parts = urlsplit(html.unescape(url))
        there = answer(f"{parts.path.replace('/x', prefix, 1)}?{parts.query}")
        assert there.status_code == 200, url


def test_day_finds_what_was_begun_finished_read_or_noted_on_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = dates.now().astimezone(timezone(timedelta(hours=-5)))
    monkeypatch.setattr(dates, "now", lambda: clock)

    def noted(key: str, moment: str) -> Draft:
        return Draft(title=key, key=key, notes=(NoteDraft("x", created_at=moment, updated_at=moment),))

    path = library_of(
        folder / "library.db",
        Draft(title="begun", key="begun", readings=(Reading("reading", started_on="2026-11-20"),)),
        Draft(title="again", key="again", readings=(Reading("read", finished_on="2026-11-20"), Reading("queued"))),
        Draft(title="month", key="month", readings=(Reading("read", finished_on="2026-11"),)),
        Draft(title="sat", key="sat", sessions=(Session("2026-11-20", minutes=30), Session("2026-11-21", minutes=5))),
        noted("evening", "2026-11-21T04:59:59.999Z"),
        noted("next", "2026-11-21T05:00:00.000Z"),
        noted("first", "2026-11-20T05:00:00Z"),
        noted("before", "2026-11-20T04:59:59Z"),
    )
    text = page(path, "?_day=2026-11-20")
    assert listed(text) == ["begun", "again", "sat", "evening", "first"]
    assert list(chips(text)) == ["day Fri 20 Nov 2026"]
    assert list(facet(text, "status")) == ["unread 3", "queued 1", "reading 1"]
    assert listed(page(path, "?_day=2026-11-20&_day=2026-11-21")) == ["sat"]
    for nonsense in ("2026-11-31", "2026-11", "today", "9999-12-31"):
        assert listed(page(path, f"?_day={nonsense}")) == []
    assert len(listed(page(path, "?_day="))) == 8


def test_several_libraries_are_told_apart_by_name(library: Path, folder: Path) -> None:
    other = library_of(folder / "other.db", BARE)
    datasette = Datasette([str(library), str(other)])
    for url in ("/other", "/other/papers"):
        text = answers(datasette, url)[0].text
        (title,) = re.findall(r"<title>(.*?)</title>", text)
        (heading,) = re.findall(r"<h1>(.*?)</h1>", text, re.DOTALL)
        assert "other" in title
        assert "other" in words(heading)
    (heading,) = re.findall(r"<h1>(.*?)</h1>", page(library), re.DOTALL)
    assert heading == "Papers"


@pytest.mark.parametrize(("query", "number"), [("", "4 papers"), ("?status__not=read", "3 papers")])
def test_papers_are_counted_to_the_last(
    library: Path, query: str, number: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from datasette.database import Database

    monkeypatch.setattr(Database, "count_limit", 1, raising=False)  # as of 1.0, which stops counting there
    text = page(library, query)
    assert f'<p class="rt-count">{number}</p>' in text
    assert f"<title>library: {number}" in text


def test_link_is_called_the_same_on_every_page(folder: Path) -> None:
    links = (
        Link("pdf", "https://www.example.org/a.pdf"),
        Link("code", "https://example.org/code", "the code"),
        Link("page", "https://www.example.org/about"),
        Link("arxiv", "https://arxiv.org/abs/1843.00001", "arxiv"),
    )
    path = library_of(folder / "library.db", Draft(title="One", key="one", links=links))
    urls = ("/library/papers", "/library/papers/1", "/library/papers?_view=table")
    for answer in answers(Datasette([str(path)]), *urls):
        names = {
            link.url: re.findall(rf'<a [^>]*href="{re.escape(link.url)}"[^>]*>(.*?)(?: <span>.*?)?</a>', answer.text)
            for link in links
        }
        assert list(names.values()) == [["PDF"], ["the code"], ["example.org"], ["arXiv"]], answer.url
