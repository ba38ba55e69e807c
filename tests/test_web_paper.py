"""The page of one paper, in Datasette and in a browser."""

from __future__ import annotations

import html
import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urlencode

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import rows
from playwright.sync_api import Browser, Dialog, Locator, Page, expect

from readtrack.model import Author, Draft, Link, Mark, Plan
from readtrack.store import Store, adding

if TYPE_CHECKING:
    from browsing import Serve, Served

pytest_plugins = ["browsing"]

HOSTILE = '<script>document.body.dataset.bad = 1</script><img src=x onerror="document.body.dataset.bad = 1">\'&amp;'


def store_of(path: Path) -> Store:
    conn = sqlite3.connect(path, isolation_level=None)
    conn.execute("PRAGMA foreign_keys = ON")
    return Store(conn)


def new_library(path: Path) -> Path:
    import browsing  # pytest imports it first, as a plugin

    return browsing.new_library(path)


def get(url: str) -> tuple[int, str]:
    import browsing

    status, _, text = browsing.get(url)
    return status, text


def lively(path: Path) -> Path:
    """A library in which Ansor has a bit of everything."""
    new_library(path)
    store = store_of(path)
    with closing(store.conn):
        store.mark([store.find("ansor")], Mark("read", on="2025-11", rating=4))
        store.mark([store.find("ansor")], Mark("reading", on="2026-11-04", progress="40%", again=True))
        store.plan([store.find("ansor")], Plan(due="2020-01-02", priority="high"))
        store.add_tags(store.find("ansor"), ["search", "tensor & compilers"])
        store.add_note(store.find("ansor"), "Sketches *and* annotations", page="4", quote="We present Ansor")
        store.edit(store.find("ansor"), {"abstract": "First paragraph.\n\nSecond.", "doi": "10.5555/3488766"})
        adding.add(
            store,
            Draft(
                "A preprint by the same people",
                authors=(Author("Lianmin Zheng"), Author("Ion Stoica")),
                topic="Compiler",
                links=(Link("pdf", "https://example.org/preprint.pdf"),),
            ),
        )
    return path


@pytest.fixture
def served(serve: Serve, tmp_path: Path) -> Served:
    return serve(lively(tmp_path / "library.db"))


@pytest.fixture
def ansor(served: Served, page: Page) -> Page:
    page.goto(f"{served.library}/papers/1")
    return page


def text_of(served: Served, path: str = "/papers/1") -> str:
    status, text = get(served.library + path)
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


def test_page_shows_all_of_a_paper(served: Served) -> None:
    said = words(content(text_of(served)))
    for part in (
        "Ansor: Generating High-Performance Tensor Programs for Deep Learning",
        "Danyang Zhuo 4,1 ,",
        "1 UC Berkeley 2 Alibaba Inc. 3 Amazon Web Services, Inc 4 Duke University",
        "OSDI 2020 Compiler conference paper",
        "arXiv arxiv.org",
        "Reading since Wed 4 Nov 2026, at 40%",
        "Overdue since Thu 2 Jan 2020",
        "Priority high",
        "Earlier readings Read in Nov 2025, rated 4 of 5",
        "First paragraph. Second.",
        "Note 1 · p. 4",
        "We present Ansor Sketches and annotations",
        "ML System in OSDI 2020 , Compiler 1 of 11",
        "Hummingbird →",
        "Details DOI 10.5555/3488766",
        "More in Compiler",
        "All 4 in Compiler",
        "with Lianmin Zheng, Ion Stoica",
        "tags search, tensor & compilers added",
        "unread → read",
    ):
        assert part in said, part


def test_what_is_empty_is_not_shown(served: Served) -> None:
    said = words(content(text_of(served, "/papers/4")))
    for part in ("Abstract", "DOI", "Earlier readings", "By the same people", "Overdue", "None", "none of"):
        assert part not in said, part


def test_names_and_facts_lead_to_their_papers(served: Served) -> None:
    text = content(text_of(served))
    for name, value in (
        ("_authors", "Ion Stoica"),
        ("_affiliations", "Amazon Web Services, Inc"),
        ("venue", "OSDI"),
        ("year", "2020"),
        ("topic", "Compiler"),
        ("_tags", "tensor & compilers"),
        ("_list", "osdi2020"),
    ):
        url = f"/library/papers?{urlencode({name: value})}"
        assert f'href="{html.escape(url)}"' in text, url
        assert 0 < count(served, urlencode({name: value})) < 12, url


def test_numbers_of_neighbours_are_those_of_the_page_they_lead_to(served: Served) -> None:
    found = re.findall(r'<a href="/library/papers\?([^"]*)">All ([\d,]+) ', content(text_of(served)))
    assert len(found) == 3
    for query, number in found:
        assert count(served, html.unescape(query)) == int(number), query


def test_datasettes_own_page_of_the_row_stays_reachable(served: Served) -> None:
    assert "?_view=row" in content(text_of(served))
    text = text_of(served, "/papers/1?_view=row")
    assert 'id="readtrack"' not in text
    assert "Links from other tables" in text


def test_paper_that_is_not_there_is_a_404(served: Served) -> None:
    assert get(f"{served.library}/papers/999")[0] == 404
    assert get(f"{served.library}/papers/ansor")[0] == 404


def test_page_has_no_inline_style_or_script(served: Served) -> None:
    assert not re.search(r"\sstyle=|<style|<script|\son\w+=", content(text_of(served)))


def test_what_others_wrote_is_never_markup(serve: Serve, page: Page, tmp_path: Path) -> None:
    path = new_library(tmp_path / "library.db")
    store = store_of(path)
    with closing(store.conn) as conn:
        adding.add(
            store,
            Draft(
                HOSTILE,
                name=HOSTILE,
                venue=HOSTILE,
                topic=HOSTILE,
                abstract=HOSTILE,
                authors=(Author(HOSTILE, (HOSTILE,)),),
                links=(Link("page", "javascript:alert(1)", HOSTILE),),
            ),
        )
        id_ = 12
        for near in range(3):
            adding.add(store, Draft(f"{HOSTILE}{near}", topic=HOSTILE, authors=(Author(HOSTILE),)))
        conn.execute("INSERT INTO lists VALUES ('bad', ?, NULL)", (HOSTILE,))
        conn.executemany("INSERT INTO list_papers VALUES ('bad', ?, ?, ?)", [(n, HOSTILE, n) for n in (12, 13, 14)])
        conn.execute("INSERT INTO paper_tags VALUES (?, ?)", (id_, HOSTILE))
        conn.execute("INSERT INTO notes (paper, body, page, quote) VALUES (?, ?, ?, ?)", (id_, *[HOSTILE] * 3))
        conn.execute("INSERT INTO identifiers VALUES ('isbn', ?, ?)", (HOSTILE, id_))
        conn.execute("UPDATE changes SET actor = ?, at = ?", (HOSTILE, HOSTILE))
        conn.execute("UPDATE notes SET created_at = ?", (HOSTILE,))
    served = serve(path)
    text = content(text_of(served, f"/papers/{id_}"))
    assert not re.search(r"<script|<img|href=\"javascript:", text)
    page.goto(f"{served.library}/papers/{id_}")
    assert page.evaluate("document.body.dataset.bad") is None
    expect(page.get_by_role("heading", level=1)).to_have_text(HOSTILE)
    page.goto(served.library)
    assert page.evaluate("document.body.dataset.bad") is None


# What it does


def test_status_changes_at_one_click(ansor: Page, served: Served) -> None:
    ansor.get_by_role("button", name=re.compile("^Mark read")).click()
    expect(ansor.locator("#rt-said")).to_contain_text("reading -> read")
    expect(ansor.locator(".rt-events li").first).to_contain_text("reading → read")
    expect(ansor.locator(".rt-events li").first).to_contain_text("browser")
    expect(ansor.get_by_label("Progress")).to_have_count(0)
    assert rows(served.path, "SELECT status FROM papers WHERE id = 1") == [("read",)]


def test_keys_work_on_the_page_of_a_paper(ansor: Page, served: Served) -> None:
    ansor.keyboard.press("r")
    expect(ansor.locator(".rt-events li").first).to_contain_text("reading → read")
    ansor.keyboard.press("n")
    expect(ansor.locator("#rt-new-note")).to_be_focused()


def test_rating_progress_day_and_new_reading(ansor: Page, served: Served) -> None:
    ansor.get_by_role("button", name="Rate 5 of 5").click()
    expect(ansor.locator(".rt-state").first).to_contain_text("rated 5 of 5")
    ansor.get_by_label("Progress").fill("9/18")
    ansor.get_by_role("button", name="Set").first.click()
    expect(ansor.locator(".rt-state").first).to_contain_text("page 9/18")
    ansor.get_by_text("Say when, or read it again").click()
    ansor.get_by_label("Status").select_option("read")
    ansor.get_by_label("On", exact=True).fill("2026-11-20")
    ansor.get_by_role("button", name="Mark", exact=True).click()
    expect(ansor.locator(".rt-state").first).to_have_text("Read on Fri 20 Nov 2026, rated 5 of 5")
    ansor.get_by_label("A new reading").check()
    ansor.get_by_label("Status").select_option("reading")
    ansor.get_by_role("button", name="Mark", exact=True).click()
    expect(ansor.locator(".rt-plain li")).to_have_text(
        ["Read on Fri 20 Nov 2026, rated 5 of 5", "Read in Nov 2025, rated 4 of 5"]
    )


def test_plan_is_set_and_taken_away(ansor: Page, served: Served) -> None:
    ansor.get_by_label("Due", exact=True).fill("2200-01-01")
    ansor.get_by_label("Priority").select_option("low")
    ansor.locator(".rt-plan button").click()
    expect(ansor.locator(".rt-state").nth(1)).to_have_text("Due Wed 1 Jan 2200")
    expect(ansor.get_by_text("Overdue")).to_have_count(0)
    ansor.get_by_label("Due", exact=True).fill("")
    ansor.get_by_label("Priority").select_option("none")
    ansor.locator(".rt-plan button").click()
    expect(ansor.locator(".rt-state")).to_have_count(1)
    assert rows(served.path, "SELECT due_on, priority FROM papers WHERE id = 1") == [(None, None)]


def test_tags_are_added_and_removed(ansor: Page, served: Served) -> None:
    ansor.get_by_label("Add tags").fill("one, two")
    ansor.get_by_label("Add tags").press("Enter")
    expect(ansor.locator(".rt-chip")).to_have_count(4)
    expect(ansor.get_by_label("Add tags")).to_have_value("")
    ansor.get_by_role("button", name="Take the tag search away").click()
    expect(ansor.locator(".rt-chip")).to_have_count(3)
    assert rows(served.path, "SELECT tags FROM papers WHERE id = 1") == [('["one","tensor & compilers","two"]',)]


def test_notes_are_added_edited_in_place_and_removed(ansor: Page, served: Served) -> None:
    ansor.locator("#rt-new-note").fill("A *second* note")
    ansor.locator("#rt-new-note-page").fill("7")
    ansor.get_by_role("button", name="Add note").click()
    expect(ansor.locator(".rt-note")).to_have_count(2)
    note = ansor.locator("#note-2")
    expect(note.locator("em")).to_have_text("second")
    note.get_by_text("Edit").click()
    expect(note.locator(".rt-note-text")).to_be_hidden()
    note.get_by_label("Note 2").fill("A **third** note\n\nof two paragraphs")
    note.get_by_label("Quote").fill("As it says")
    note.get_by_role("button", name="Save").click()
    expect(note.locator("strong")).to_be_visible()
    expect(note.get_by_role("button", name="Save")).to_be_hidden()
    assert rows(served.path, "SELECT body, page, quote FROM notes WHERE id = 2") == [
        ("A **third** note\n\nof two paragraphs", "7", "As it says")
    ]
    note.get_by_text("Remove").first.click()
    note.get_by_role("button", name="Remove note 2").click()
    expect(ansor.locator(".rt-note")).to_have_count(1)
    expect(ansor.locator(".rt-events li").first).to_contain_text("note 2 removed")


def test_everything_works_without_javascript(served: Served, browser: Browser) -> None:
    with closing(browser.new_context(java_script_enabled=False)) as context:
        page = context.new_page()
        page.goto(f"{served.library}/papers/1")
        page.locator("#rt-new-note").fill("Written without a script")
        page.get_by_role("button", name="Add note").click()
        expect(page).to_have_url(re.compile("/library/papers/1$"))
        expect(page.locator("#note-2")).to_contain_text("Written without a script")
        page.locator("#note-2").get_by_text("Edit").click()
        page.get_by_label("Note 2").fill("Changed without a script")
        page.locator("#note-2").get_by_role("button", name="Save").click()
        expect(page.locator("#note-2")).to_contain_text("Changed without a script")
        page.get_by_role("button", name=re.compile("^Mark read")).click()
        expect(page.locator(".rt-state").first).to_contain_text("Read on")
    assert rows(served.path, "SELECT body FROM notes WHERE id = 2") == [("Changed without a script",)]


def test_note_that_begins_with_a_line_break_keeps_its_text(serve: Serve, page: Page, tmp_path: Path) -> None:
    path = new_library(tmp_path / "library.db")
    with closing(sqlite3.connect(path)) as conn, conn:
        conn.execute("INSERT INTO notes (paper, body) VALUES (1, '\n\n    code')")
    page.goto(f"{serve(path).library}/papers/1")
    page.get_by_text("Edit").click()
    expect(page.get_by_label("Note 1")).to_have_value("\n\n    code")


def test_library_that_is_only_shown_has_no_forms(serve: Serve, tmp_path: Path) -> None:
    served = serve(lively(tmp_path / "library.db"), READTRACK_READONLY="1")
    text = content(text_of(served))
    assert "data-readtrack" not in text
    assert "Plan" not in words(text)
    assert "Sketches" in text


# With the keyboard alone


def press(page: Page, element: Locator, key: str = "Enter") -> None:
    """Give an element the focus, press a key on it, and wait until the page has been renewed."""
    element.focus()
    page.evaluate("document.getElementById('readtrack').dataset.old = 1")
    page.keyboard.press(key)
    expect(page.locator("#readtrack:not([data-old])")).to_be_attached()


def test_focus_stays_at_the_status_once_another_is_chosen(ansor: Page) -> None:
    menu = ansor.locator(".rt-stand .rt-menu > summary")
    menu.press("Enter")
    press(ansor, ansor.get_by_role("button", name="skimmed"))
    expect(menu).to_have_text("Status: skimmed")
    expect(menu).to_be_focused()
    press(ansor, ansor.get_by_role("button", name=re.compile("^Mark read")))
    expect(menu).to_be_focused()


def test_focus_goes_from_a_form_that_is_gone_to_what_it_stood_in(ansor: Page) -> None:
    ansor.get_by_label("Priority").select_option("low")
    press(ansor, ansor.locator(".rt-plan button"))
    expect(ansor.locator(".rt-plan button")).to_be_focused()
    press(ansor, ansor.locator(".rt-plan button"), "r")
    expect(ansor.locator(".rt-plan")).to_have_count(0)
    expect(ansor.locator(".rt-stand .rt-menu > summary")).to_be_focused()


def test_focus_is_where_it_was_after_undo(ansor: Page) -> None:
    ansor.get_by_role("button", name="Rate 5 of 5").click()
    undo = ansor.get_by_role("button", name="Undo")
    undo.wait_for()
    press(ansor, undo)
    expect(ansor.locator(".rt-state").first).not_to_contain_text("rated")
    expect(ansor.get_by_role("button", name="Rate 5 of 5")).to_be_focused()


def test_focus_goes_from_a_removed_tag_to_the_next_and_then_to_the_field(ansor: Page) -> None:
    press(ansor, ansor.get_by_role("button", name="Take the tag search away"))
    expect(ansor.get_by_role("button", name="Take the tag tensor & compilers away")).to_be_focused()
    press(ansor, ansor.get_by_role("button", name="Take the tag tensor & compilers away"))
    expect(ansor.get_by_label("Add tags")).to_be_focused()


def test_focus_goes_from_an_edited_note_to_where_it_was_opened(ansor: Page) -> None:
    edit = ansor.locator("#note-1 .rt-edit > summary")
    edit.press("Enter")
    ansor.get_by_label("Note 1").fill("Another")
    press(ansor, ansor.get_by_role("button", name="Save"))
    expect(ansor.locator("#note-1 .rt-note-text")).to_contain_text("Another")
    expect(edit).to_be_focused()


def test_focus_goes_from_a_removed_note_to_the_next_and_then_to_the_field(served: Served, ansor: Page) -> None:
    ansor.locator("#rt-new-note").fill("Second")
    press(ansor, ansor.get_by_role("button", name="Add note"))
    for number in (1, 2):
        ansor.locator(f"#away-{number} > summary").press("Enter")
        press(ansor, ansor.get_by_role("button", name=f"Remove note {number}"))
        if number == 1:
            expect(ansor.get_by_role("link", name="Note 2")).to_be_focused()
    expect(ansor.locator("#rt-new-note")).to_be_focused()


# What is half written


def test_cancel_takes_back_what_was_typed(ansor: Page) -> None:
    ansor.locator("#edit-1 > summary").click()
    ansor.get_by_label("Note 1").fill("Never meant")
    ansor.get_by_text("Cancel").click()
    ansor.locator("#edit-1 > summary").click()
    expect(ansor.get_by_label("Note 1")).to_have_value("Sketches *and* annotations")


def test_half_written_note_is_not_left_without_a_question(ansor: Page, served: Served) -> None:
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    ansor.on("dialog", stay)
    ansor.locator("#rt-new-note").fill("Half a thought")
    ansor.get_by_role("link", name="Compiler", exact=True).first.click()
    expect(ansor.locator("#rt-new-note")).to_have_value("Half a thought")
    assert asked == ["beforeunload"]
    ansor.get_by_role("button", name="Add note").click()
    expect(ansor.locator("#note-2")).to_be_visible()
    ansor.get_by_role("link", name="Compiler", exact=True).first.click()
    expect(ansor).to_have_url(re.compile("topic=Compiler"))
    assert asked == ["beforeunload"]


def test_ticked_box_stays_when_the_page_is_renewed(ansor: Page) -> None:
    ansor.get_by_text("Say when, or read it again").click()
    ansor.get_by_label("A new reading").check()
    press(ansor, ansor.get_by_role("button", name="Take the tag search away"))
    expect(ansor.get_by_label("A new reading")).to_be_checked()


def test_text_that_is_edited_stays_and_says_of_what_it_was_made_when_the_note_changes(
    served: Served, ansor: Page
) -> None:
    was = ansor.locator("#edit-1 [name=was]").input_value()
    assert was
    assert rows(served.path, "SELECT updated_at FROM notes WHERE id = 1") == [(was,)]
    ansor.locator("#edit-1 > summary").click()
    ansor.get_by_label("Note 1").fill("Mine")
    with closing(sqlite3.connect(served.path)) as conn, conn:
        conn.execute("UPDATE notes SET body = 'Theirs', updated_at = '2027-01-01T00:00:00Z' WHERE id = 1")
    press(ansor, ansor.get_by_role("button", name="Take the tag search away"))
    expect(ansor.get_by_label("Note 1")).to_have_value("Mine")
    expect(ansor.get_by_label("Note 1")).to_be_visible()
    expect(ansor.locator("#edit-1 [name=was]")).to_have_value(was)
    ansor.get_by_text("Cancel").click()
    ansor.locator("#edit-1 > summary").click()
    expect(ansor.get_by_label("Note 1")).to_have_value("Theirs")
    expect(ansor.locator("#edit-1 [name=was]")).not_to_have_value(was)


def test_key_that_changes_nothing_says_so(ansor: Page) -> None:
    ansor.keyboard.press("r")
    expect(ansor.locator(".rt-stand .rt-menu > summary")).to_have_text("Status: read")
    ansor.keyboard.press("r")
    expect(ansor.locator("#rt-said")).to_have_text("This is marked read already.")


# For everybody


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_page_is_accessible_and_fits(
    served: Served, browser: Browser, scheme: Literal["light", "dark"], width: int
) -> None:
    with closing(browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900})) as context:
        page = context.new_page()
        page.goto(f"{served.library}/papers/1")
        for details in page.locator("#readtrack details:not(.rt-menu) > summary").all():
            details.click()
        found = Axe().run(page, context="#readtrack").response["violations"]
        assert [(each["id"], [node["target"] for node in each["nodes"]]) for each in found] == []
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_time_spent_is_told_where_there_is_any(serve: Serve, tmp_path: Path) -> None:
    path = lively(tmp_path / "library.db")
    served = serve(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        assert "Read for" not in content(text_of(served))
        conn.execute("INSERT INTO sessions (paper, day, minutes) VALUES (1, '2026-11-20', 50), (1, '2026-11-21', 30)")
        conn.execute("INSERT INTO reviews (paper, day, remembered) VALUES (1, '2026-11-24', 1)")
    text = words(content(text_of(served)))
    assert "Read for 1 h 20 min in 2 sessions" in text
    assert "read for 50 min" in text
    assert "remembered" in text
