"""The first page of a library, in Datasette and in a browser."""

from __future__ import annotations

import html
import json
import re
import sqlite3
from contextlib import closing
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import rows
from playwright.sync_api import Browser, Page, expect

from readtrack import dates, schema
from readtrack.model import Mark, Plan
from readtrack.store import Store

if TYPE_CHECKING:
    from browsing import Serve, Served

pytest_plugins = ["browsing"]


@pytest.fixture(autouse=True)
def clock() -> None:
    """The real one: Datasette runs in a process of its own."""


def new_library(path: Path) -> Path:
    import browsing  # pytest imports it first, as a plugin

    return browsing.new_library(path)


def get(url: str) -> tuple[int, str]:
    import browsing

    status, _, text = browsing.get(url)
    return status, text


def day(ago: int) -> str:
    """A day so many days ago, by the clock that a Datasette of another process has."""
    return (datetime.now(timezone.utc).astimezone() - timedelta(days=ago)).date().isoformat()


def lively(path: Path) -> Path:
    """A library in which something is read, being read, due, overdue and queued."""
    new_library(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute("PRAGMA foreign_keys = ON")
        store = Store(conn)

        def mark(mark_: Mark, *words: str) -> None:
            store.mark([store.find(each) for each in words], mark_)

        mark(Mark("read", on=day(10)), "ansor", "rammer")
        mark(Mark("read", on=day(70)[:7]), "gavel")
        mark(Mark("read", on=day(0)[:4]), "hived")
        mark(Mark("skimmed", on=day(3)), "kungfu")
        mark(Mark("reading", on=day(5), progress="40%"), "clockwork")
        mark(Mark("queued"), "hummingbird", "byteps", "retiarii")
        store.plan([store.find("hummingbird")], Plan(due=day(2), priority="high"))
        store.plan([store.find("clockwork")], Plan(due=day(-4)))
        goal = "INSERT INTO goals (papers, from_on, by_on) VALUES (?, ?, ?)"
        conn.executemany(goal, [(9, day(400), day(30)), (8, day(10), day(-9)), (24, day(10), day(-300))])
        store.add_note(store.find("kungfu"), "Adapt the *cluster* while it trains", page="3")
    return path


@pytest.fixture
def served(serve: Serve, tmp_path: Path) -> Served:
    return serve(lively(tmp_path / "library.db"))


def text_of(url: str) -> str:
    status, text = get(url)
    assert status == 200, text
    return text


def content(text: str) -> str:
    """What of a page is ours."""
    return text[text.index('id="readtrack"') : text.index("<footer")]


def words(text: str) -> str:
    """The text of a page as it is read."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())


def count(served: Served, query: str) -> int:
    """How many papers the page of papers finds for a query."""
    _, text = get(f"{served.library}/papers.json?{query}&_size=0&_extra=count")
    found: dict[str, Any] = json.loads(text)
    return int(found.get("filtered_table_rows_count", found.get("count", -1)))


# What it shows


def test_page_shows_where_you_stand(served: Served) -> None:
    said = words(content(text_of(served.library)))
    for part in (
        "11 papers",
        "4 read 1 skimmed 1 reading 3 queued 2 unread",
        "Reading 1 Serving DNNs like Clockwork",
        f"since {dates.day_text(day(5))}",
        "40%",
        "Due 2 A Tensor Compiler Approach",
        f"overdue since {dates.day_text(day(2))}",
        dates.day_text(day(-4)),
        "Queued 3 A Tensor Compiler Approach",
        f"high priority, due {dates.day_text(day(2))}",
        "ML System in OSDI 2020 4 of 11 read",
        "Training in clusters 2 of 6 read",
        "Read by month",
        f"because the month is not known: 1 in {day(0)[:4]}",
        f"{dates.day_text(day(10))} 2 finished",
        "Adapt the cluster while it trains",
        "KungFu, p. 3 · today",
    ):
        assert part in said, part


def test_current_goal_is_told_in_one_line_and_only_where_there_is_one(served: Served) -> None:
    text = content(text_of(served.library))
    said = words(text)
    assert f"Goal: 2 of 8 papers by {dates.day_text(day(-9))}, 2 behind, needs 4.2 a week" in said
    assert said.count("Goal:") == 1
    bar = text[text.index("rt-goal") :].partition("</svg>")[0]
    assert '<rect class="rt-part-read" x="0.0" width="25.0"' in bar
    with closing(sqlite3.connect(served.path, isolation_level=None)) as conn:
        conn.execute("DELETE FROM goals WHERE by_on > ?", (day(0),))  # what is left is over
    assert "rt-goal" not in content(text_of(served.library))


def test_every_number_leads_to_as_many_papers(served: Served) -> None:
    text = content(text_of(served.library))
    found = re.findall(r'<a [^>]*?href="/library/papers\?([^"]*)"[^>]*>(.*?)</a>', text, re.DOTALL)
    numbers = {(html.unescape(query), number) for query, said in found if (number := _number(words(said))) is not None}
    assert len(numbers) >= 20
    for query, number in numbers:
        assert count(served, query) == number, query
    assert {"finished_on__startswith", "due_on__notblank", "_day", "_list", "topic"} <= {
        argument.partition("=")[0] for query, _ in numbers for argument in query.split("&")
    }


def _number(said: str) -> int | None:
    """The number that the text of a link begins with; of a day, on which each paper has one thing done to it."""
    done = re.findall(r"(\d+) (?:started|finished|note)", said)
    begins = re.match(r"\d+", said)
    return sum(map(int, done)) if done else int(begins[0]) if begins else None


def test_start_page_is_the_same_where_the_library_is_alone(served: Served) -> None:
    home = content(text_of(served.url + "/"))
    assert "4 read 1 skimmed" in words(home)
    assert "<h1>Reading list</h1>" in home
    assert "/library?_view=database" in home


def test_start_page_of_several_databases_is_datasettes_own(serve: Serve, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as conn:
        conn.execute("CREATE TABLE papers (id INTEGER PRIMARY KEY, title TEXT)")
    served = serve(lively(tmp_path / "library.db"), other)
    assert 'id="readtrack"' not in text_of(served.url + "/")
    assert 'id="readtrack"' not in text_of(served.url + "/other")
    assert 'id="readtrack"' in text_of(served.library)


def test_title_and_description_of_the_users_own_are_shown(serve: Serve, tmp_path: Path) -> None:
    told = {"databases": {"library": {"title": "What I read", "description": "Since 1843 & before"}}}
    metadata = tmp_path / "metadata.json"
    metadata.write_text(json.dumps(told))
    served = serve(new_library(tmp_path / "library.db"), "--metadata", metadata)
    for url in (served.library, served.url + "/"):
        assert "<h1>What I read</h1>" in text_of(url)
    assert "Since 1843 &amp; before" in text_of(served.library)


def test_tables_queries_and_sql_stay_reachable(served: Served, page: Page) -> None:
    page.goto(served.library)
    page.get_by_text("Tables and SQL").click()
    tables = page.locator("#rt-tables")
    expect(tables.get_by_role("link", name="readings", exact=True)).to_be_visible()
    expect(tables.get_by_role("link", name="papers_fts")).to_have_count(0)
    tables.get_by_label("A query in SQL").fill("select 6 * 7 as answer")
    tables.get_by_role("button", name="Run").click()
    expect(page.locator("td", has_text="42")).to_be_visible()
    for query in ("?_view=database", "?_show_hidden=1"):
        assert 'id="readtrack"' not in text_of(served.library + query)


def test_what_other_plugins_add_to_a_database_stays(serve: Serve, tmp_path: Path) -> None:
    plugins = tmp_path / "plugins"
    plugins.mkdir()
    (plugins / "other.py").write_text(
        """from datasette import hookimpl

@hookimpl
def database_actions(datasette, database):
    return [{"href": "/-/other/" + database, "label": "Something other"}]
"""
    )
    served = serve(new_library(tmp_path / "library.db"), "--plugins-dir", plugins)
    assert '<a href="/-/other/library">Something other</a>' in content(text_of(served.library))


def test_empty_library_says_three_commands(serve: Serve, tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        schema.bring_up_to_date(conn)
    text = content(text_of(serve(path).library))
    assert re.findall(r"<code>readtrack (\w+)", text) == ["import", "add", "mark"]
    assert "<svg" not in text


def test_library_that_nobody_began_to_read_leads_to_its_papers(serve: Serve, tmp_path: Path) -> None:
    served = serve(new_library(tmp_path / "library.db"))
    text = content(text_of(served.library))
    assert "Choose from 11 unread papers" in words(text)
    for heading in ("Due", "Queued", "Read by month", "Reading days", "Notes lately"):
        assert f">{heading}" not in text, heading


def test_page_has_no_inline_style_or_script(served: Served) -> None:
    assert not re.search(r"\sstyle=|<style|<script|\son\w+=", content(text_of(served.library)))


# What it does


def test_status_changes_at_one_click(served: Served, page: Page) -> None:
    page.goto(served.library)
    page.get_by_role("button", name=re.compile("^Mark read: Serving DNNs")).first.click()
    expect(page.locator("#rt-said")).to_contain_text("reading -> read")
    expect(page.locator(".rt-legend")).to_contain_text("5 read")
    expect(page.get_by_role("heading", name="Reading 1")).to_have_count(0)
    assert rows(served.path, "SELECT status FROM papers WHERE key = 'clockwork'") == [("read",)]


def test_square_of_a_day_leads_to_its_papers(served: Served, page: Page) -> None:
    page.goto(served.library)
    squares = page.locator(".rt-map a")
    assert squares.count() == len({day(10), day(3), day(5), day(0)})
    page.locator(".rt-map a", has_text=dates.day_text(day(10))).click()
    expect(page.locator("#readtrack")).to_contain_text("Ansor")
    expect(page.locator("#readtrack")).to_contain_text("Rammer")
    expect(page.locator("#readtrack")).not_to_contain_text("Clockwork")


def test_day_of_a_session_or_a_review_leads_to_its_papers(served: Served, page: Page) -> None:
    with closing(sqlite3.connect(served.path, isolation_level=None)) as conn:
        conn.execute("INSERT INTO sessions (paper, day, minutes) VALUES (1, ?, 30), (2, ?, 20)", (day(40), day(40)))
        conn.execute("INSERT INTO reviews (paper, day, remembered) VALUES (3, ?, 1)", (day(40),))
    page.goto(served.library)
    square = page.locator(".rt-map a", has_text=dates.day_text(day(40)))
    expect(square).to_contain_text("2 sessions, 1 review")
    square.click()
    for name in ("Ansor", "Hummingbird", "Rammer"):
        expect(page.locator("#readtrack")).to_contain_text(name)
    expect(page.locator("#readtrack")).not_to_contain_text("Clockwork")


def test_search_leads_to_the_page_of_papers(served: Served, page: Page) -> None:
    page.goto(served.library)
    page.keyboard.press("/")
    page.keyboard.type("clockwork")
    page.keyboard.press("Enter")
    page.wait_for_url("**/library/papers?_search=clockwork")


# For everybody


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_page_is_accessible_and_fits(
    served: Served, browser: Browser, scheme: Literal["light", "dark"], width: int
) -> None:
    with closing(browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900})) as context:
        page = context.new_page()
        page.goto(served.library)
        for details in page.locator("#readtrack details:not(.rt-menu) > summary").all():
            details.click()
        found = Axe().run(page, context="#readtrack").response["violations"]
        assert [(each["id"], [node["target"] for node in each["nodes"]]) for each in found] == []
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_squares_are_for_the_pointer_and_the_table_of_days_for_everybody(served: Served, page: Page) -> None:
    page.goto(served.library)
    assert page.locator(".rt-map svg").get_attribute("aria-hidden") == "true"
    for square in page.locator(".rt-map a").all():
        assert square.get_attribute("tabindex") == "-1"
    page.get_by_text("Day by day").click()
    links = [link.get_attribute("href") for link in page.locator(".rt-days table a").all()]
    assert links == [square.get_attribute("href") for square in page.locator(".rt-map a").all()]
