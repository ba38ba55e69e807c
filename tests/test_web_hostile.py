"""Hostile text on every page: it is shown as text, no script runs, nothing is fetched from elsewhere."""

from __future__ import annotations

import html
from collections.abc import Iterator
from contextlib import closing
from html.parser import HTMLParser
from urllib.parse import quote, urlsplit

import hostile
import pytest
from browsing import Served, complaints_of, get, new_library, serving
from conftest import rows
from playwright.sync_api import Browser

pytest_plugins = ["browsing"]

PAPERS = range(12, 12 + len(hostile.TEXTS))
"""The ids of the papers that hostile.fill adds to the list."""
PAGES = [
    "/",
    "/library",
    "/library/papers",
    "/library/papers?_size=max",
    "/library/papers?_search=hacked",
    "/-/databases",
]
PAGES += [f"/library/{table}?_size=max" for table in ("notes", "tags", "paper_tags", "authors", "authorships", "links")]
PAGES += [f"/library/{table}?_size=max" for table in ("readings", "abstracts", "lists", "changes", "history")]
PAGES += [
    "/library/papers?_view=table&_size=max",
    "/library?sql=select+title,url,links,tags+from+papers",
    "/library?_view=database",
]
PAGES += [f"/library/papers/{number}" for number in PAPERS]
PAGES += [f"/library/papers/{number}?_view=row" for number in PAPERS[::5]]


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A library that is full of hostile text, served."""
    folder = tmp_path_factory.mktemp("hostile")
    hostile.fill(new_library(folder / "library.db"))
    with serving(folder / "home") as serve:
        yield serve(folder / "library.db")


class Seen(HTMLParser):
    """What of a page does something: scripts with their text, attributes that run, where links and images lead."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.bad: list[str] = []
        self.inside = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = tag
        for name, value in attrs:
            address = "".join(sign for sign in (value or "").lower() if sign > " ")
            runs = name.startswith("on") and value != "openColumnChooser()"  # a button of Datasette 1.0
            if runs or name == "srcdoc" or (name in ("href", "src", "action") and _runs(address)):
                self.bad.append(f"{tag} {name}={value}")
            if name in ("src", "action") and "evil.test" in address:
                self.bad.append(f"{tag} {name}={value}")
        if tag in ("base", "iframe", "object", "embed") or (tag == "meta" and "refresh" in str(attrs)):
            self.bad.append(tag)

    def handle_data(self, data: str) -> None:
        if self.inside in ("script", "style") and ("hacked=" in data or "evil.test" in data):
            self.bad.append(f"{self.inside}: {data[:200]}")

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""


def _runs(address: str) -> bool:
    return address.startswith(("javascript:", "data:text", "vbscript:", "file:"))


def wrong_with(text: str) -> list[str]:
    return Seen(text).bad


def test_what_looks_for_harm_finds_it() -> None:
    for text in ("<script>hacked=1</script>", "<a href=' java\tscript:x'>", "<img src=x onerror=y>", "<base href=x>"):
        assert wrong_with(text), text


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_nothing_in_it_that_does_anything(full: Served, page: str) -> None:
    status, headers, text = get(full.url + page)
    assert status in (200, 302), text[:500]
    assert wrong_with(text) == []
    assert headers["X-Content-Type-Options"] == "nosniff"


OURS = ("_search", "tags__arraycontains", "topic", "title__contains", "_next")


@pytest.mark.parametrize("word", [*OURS, "_facet", "_sort", "_where"])
def test_text_in_an_address_is_text_too(full: Served, word: str) -> None:
    for name, given in hostile.TEXTS.items():
        status, _, text = get(f"{full.library}/papers?{word}={quote(given[:2500].encode('utf-8', 'replace'))}")
        assert wrong_with(text) == [], name
        assert status < 500 or word not in OURS, (name, text[:300])  # Datasette itself fails over a column that is none


@pytest.mark.parametrize("name", [name for name in hostile.TEXTS if not name.startswith(("long", "surrogate"))])
def test_the_page_of_a_paper_shows_its_title_as_it_is(full: Served, name: str) -> None:
    number = PAPERS[list(hostile.TEXTS).index(name)]
    ((title,),) = rows(full.path, "SELECT title FROM papers WHERE id = ?", number)
    _, _, text = get(f"{full.library}/papers/{number}")
    shown = " ".join(html.unescape(text).replace("\0", "\ufffd").split())
    assert " ".join(title.replace("\0", "\ufffd").split()) in shown


def test_no_script_runs_and_nothing_is_asked_elsewhere(full: Served, browser: Browser) -> None:
    with closing(browser.new_context()) as context:
        page = context.new_page()
        asked, complaints = set[str](), complaints_of(page)
        page.on("request", lambda request: asked.add(urlsplit(request.url).netloc))
        page.on("dialog", lambda dialog: complaints.append(f"a dialog: {dialog.message}"))
        for where in [*PAGES[:4], *PAGES[5::6]]:
            answer = page.goto(full.url + where, wait_until="load")
            assert answer
            if "/papers" in where and "_view" not in where:
                assert "script-src 'self'" in answer.headers["content-security-policy"], where
            page.mouse.move(300, 300)
            page.keyboard.press("Tab")
            assert page.evaluate("window.hacked") is None, where
            assert urlsplit(page.url).netloc == urlsplit(full.url).netloc, where
        assert asked == {urlsplit(full.url).netloc}
        assert complaints == []
