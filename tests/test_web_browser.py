"""The library in a real Chromium: what a person does there is in the file, with and without JavaScript."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from browsing import Served
    from playwright.sync_api import Browser, Locator, Page, ViewportSize

pytest_plugins = ["browsing"]

WIDE: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}


def run(served: Served, *words: str) -> str:
    """What the command line says, in a process of its own."""
    command = [sys.executable, "-m", "readtrack", "--db", str(served.path), *words]
    return subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout


def shown(served: Served, key: str) -> Any:
    """What the command line says of a paper."""
    return json.loads(run(served, "show", key, "--json"))


def paper(page: Page, key: str) -> Locator:
    return page.locator(f'[data-paper="{key}"]')


def holds(page: Page, *keys: str) -> None:
    """The page has these papers in this order, once it is there: a click does not wait for the page it leads to.

    Its script is there, too: forms sent before that are plain ones, and what they say stands elsewhere.
    """
    papers = page.locator("[data-paper]")
    for number, key in enumerate(keys):
        expect(papers.nth(number)).to_have_attribute("data-paper", key)
    expect(papers).to_have_count(len(keys))
    page.wait_for_load_state()


def focused(page: Page) -> str:
    """The paper that has the focus, or the element that has it."""
    active = "document.activeElement"
    return str(page.evaluate(f"{active}.dataset.paper ?? {active}.id ?? {active}.tagName"))


def said(page: Page, text: str) -> None:
    """The page says this when it shows what follows from it."""
    expect(page.locator("#rt-said")).to_contain_text(text)


@pytest.fixture
def papers(served: Served, page: Page) -> Page:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{served.library}/papers")
    return page


@pytest.fixture
def plain(served: Served, browser: Browser) -> Iterator[Page]:
    """The page of papers in a browser without JavaScript."""
    from browsing import complaints_of

    with closing(browser.new_context(java_script_enabled=False)) as context:
        page = context.new_page()
        complaints = complaints_of(page)
        page.goto(f"{served.library}/papers")
        yield page
        assert complaints == []


# A walk


def test_what_is_done_in_the_browser_is_in_the_library(served: Served, papers: Page) -> None:
    facets = papers.get_by_role("complementary", name="Filter the papers")
    facets.get_by_role("link", name=re.compile("^Compiler")).click()
    facets.get_by_role("link", name=re.compile("^Ameer Haj-Ali")).click()
    holds(papers, "ansor")

    papers.get_by_role("button", name="Mark read: Ansor").click()
    said(papers, "Ansor: unread -> read · 1 of 11 read")
    ansor = paper(papers, "ansor")
    expect(ansor.locator(".rt-status")).to_contain_text("read")
    ansor.locator(".rt-edit > summary").click()
    ansor.get_by_label("Add tags").fill("search, tensor programs")
    ansor.get_by_role("button", name="Add", exact=True).click()
    said(papers, "Ansor: tags none -> search, tensor programs")
    expect(ansor.get_by_role("link", name="tensor programs", exact=True)).to_be_visible()

    ansor.get_by_label("Note (Markdown)").fill("Sketches, then a *halberd*.")
    ansor.get_by_label("Page").fill("4")
    ansor.get_by_role("button", name="Add note").click()
    said(papers, "Note 1 on Ansor (p. 4), 4 words")
    ansor.get_by_role("button", name="Rate 4 of 5").click()
    said(papers, "rated 4 of 5")

    papers.goto(f"{served.library}/papers")
    rammer = paper(papers, "rammer")
    rammer.locator(".rt-edit > summary").click()
    rammer.get_by_label("Due").fill("2030-01-02")
    rammer.get_by_label("Priority").select_option("high")
    rammer.get_by_role("button", name="Set").click()
    said(papers, "Rammer")
    expect(rammer.locator(".rt-mine")).to_have_text(re.compile("high priority.*due Wed 2 Jan 2030"))
    papers.get_by_role("searchbox").fill("halberd")
    papers.keyboard.press("Enter")
    expect(papers.locator(".rt-found mark")).to_have_text("halberd")
    holds(papers, "ansor")

    held = shown(served, "ansor")
    assert (held["status"], held["rating"], held["tags"]) == ("read", 4, ["search", "tensor programs"])
    assert [(note["body"], note["page"]) for note in held["notes"]] == [("Sketches, then a *halberd*.", "4")]
    held = shown(served, "rammer")
    assert (held["status"], held["due_on"], held["priority"]) == ("queued", "2030-01-02", "high")


def test_without_javascript_the_same_goes_by_forms(served: Served, plain: Page) -> None:
    plain.goto(f"{served.library}/papers?topic=Compiler")
    plain.get_by_role("button", name="Mark read: Ansor").click()
    expect(plain.locator(".message-info")).to_have_text("Ansor: unread -> read · 1 of 11 read, Compiler 1 of 3")
    assert plain.url == f"{served.library}/papers?topic=Compiler"
    ansor = paper(plain, "ansor")
    ansor.locator(".rt-status summary").click()
    ansor.get_by_role("button", name="skimmed").click()
    expect(plain.locator(".message-info")).to_contain_text("Ansor: read -> skimmed")
    ansor.locator(".rt-edit > summary").click()
    ansor.get_by_label("Add tags").fill("search")
    ansor.get_by_role("button", name="Add", exact=True).click()
    expect(plain.locator(".message-info")).to_contain_text("tags none -> search")
    ansor.locator(".rt-edit > summary").click()
    ansor.get_by_label("Note (Markdown)").fill("By hand.")
    ansor.get_by_role("button", name="Add note").click()
    expect(plain.locator(".message-info")).to_contain_text("Note 1 on Ansor")
    held = shown(served, "ansor")
    assert (held["status"], held["tags"], held["notes"][0]["body"]) == ("skimmed", ["search"], "By hand.")


def test_filters_search_and_order_work_without_javascript(served: Served, plain: Page) -> None:
    plain.get_by_role("searchbox").fill("deep learning")
    plain.get_by_role("button", name="Search").click()
    plain.get_by_role("complementary").get_by_role("link", name=re.compile("^Serving")).click()
    holds(plain, "pipeswitch")
    plain.get_by_role("link", name="Take away: search deep learning").click()
    holds(plain, "clockwork", "pipeswitch")
    plain.locator(".rt-sort summary").click()
    plain.get_by_role("link", name="title", exact=True).click()
    holds(plain, "pipeswitch", "clockwork")


# Sending in the background


def test_what_is_typed_elsewhere_stays_when_the_page_is_renewed(papers: Page) -> None:
    rammer = paper(papers, "rammer")
    rammer.locator(".rt-edit > summary").click()
    rammer.get_by_label("Note (Markdown)").fill("Half a thought")
    rammer.get_by_label("Add tags").fill("unsent")
    rammer.get_by_label("Priority").select_option("low")
    papers.get_by_role("button", name="Mark read: Ansor").click()
    said(papers, "Ansor: unread -> read")
    expect(rammer.get_by_label("Note (Markdown)")).to_have_value("Half a thought")
    expect(rammer.get_by_label("Add tags")).to_have_value("unsent")
    expect(rammer.get_by_label("Priority")).to_have_value("low")
    rammer.get_by_role("button", name="Add", exact=True).click()
    said(papers, "tags none -> unsent")
    expect(rammer.get_by_label("Add tags")).to_have_value("")
    expect(rammer.get_by_label("Note (Markdown)")).to_have_value("Half a thought")


def test_focus_cursor_and_place_stay_when_the_page_is_renewed(served: Served, papers: Page) -> None:
    last = paper(papers, "antman")
    last.locator(".rt-edit > summary").click()
    last.get_by_label("Add tags").fill("b")
    last.get_by_label("Add tags").press("Enter")
    said(papers, "tags none -> b")
    assert papers.evaluate("document.activeElement.name") == "tag"
    assert papers.evaluate("scrollY") > 0
    field = paper(papers, "ansor")
    field.locator(".rt-edit > summary").click()
    note = field.get_by_label("Note (Markdown)")
    note.fill("abcdef")
    note.evaluate("field => field.setSelectionRange(2, 4)")
    papers.evaluate(
        "document.querySelector('[data-paper=hived] button.rt-mark').form.requestSubmit("
        "document.querySelector('[data-paper=hived] button.rt-mark'))"
    )
    said(papers, "HiveD: unread -> read")
    assert papers.evaluate("[document.activeElement.value, document.activeElement.selectionStart]") == ["abcdef", 2]


def test_refusal_is_said_and_nothing_is_lost(served: Served, papers: Page) -> None:
    ansor = paper(papers, "ansor")
    ansor.locator(".rt-edit > summary").click()
    ansor.get_by_label("Due").fill("the day of judgement")
    ansor.get_by_role("button", name="Set").click()
    said(papers, "is not a day")
    expect(papers.locator("#rt-said")).to_have_class("rt-wrong")
    expect(ansor.get_by_label("Due")).to_have_value("the day of judgement")
    assert shown(served, "ansor")["status"] == "unread"


def test_double_click_sends_a_form_once(served: Served, papers: Page) -> None:
    ansor = paper(papers, "ansor")
    ansor.locator(".rt-edit > summary").click()
    ansor.get_by_label("Note (Markdown)").fill("Once.")
    ansor.get_by_role("button", name="Add note").dblclick()
    said(papers, "Note 1 on Ansor")
    assert len(shown(served, "ansor")["notes"]) == 1


def test_folded_facet_stays_folded(papers: Page) -> None:
    papers.locator("#facet-authors > summary").click()
    papers.get_by_role("complementary").get_by_role("link", name=re.compile("^Serving")).click()
    expect(papers.locator("#facet-authors")).not_to_have_attribute("open", "")
    expect(papers.locator("#facet-status")).to_have_attribute("open", "")
    papers.mouse.click(700, 500)
    expect(papers.locator("#facet-status")).to_have_attribute("open", "")


def test_menu_closes_at_a_click_beside_it_and_by_escape(papers: Page) -> None:
    ansor = paper(papers, "ansor")
    ansor.locator(".rt-status summary").click()
    expect(ansor.get_by_role("button", name="abandoned")).to_be_visible()
    paper(papers, "rammer").locator(".rt-status summary").click()
    expect(ansor.get_by_role("button", name="abandoned")).not_to_be_visible()
    papers.keyboard.press("Escape")
    expect(paper(papers, "rammer").get_by_role("button", name="abandoned")).not_to_be_visible()
    assert papers.evaluate("document.activeElement.tagName") == "SUMMARY"


# Keys


def test_keys_move_among_papers_and_mark_them(served: Served, papers: Page) -> None:
    papers.keyboard.press("j")
    assert focused(papers) == "ansor"
    for key in "jjk":
        papers.keyboard.press(key)
    assert focused(papers) == "hummingbird"
    papers.keyboard.press("r")
    said(papers, "Hummingbird: unread -> read")
    assert focused(papers) == "hummingbird"
    papers.keyboard.press("j")
    papers.keyboard.press("s")
    said(papers, "Rammer: unread -> skimmed")
    assert [shown(served, key)["status"] for key in ("hummingbird", "rammer")] == ["read", "skimmed"]
    papers.keyboard.press("Enter")
    expect(papers).to_have_url(re.compile("/library/papers/3$"))


def test_quick_keys_lose_nothing(served: Served, papers: Page) -> None:
    papers.keyboard.type("jrjrjr")
    said(papers, "3 of 11 read")
    assert [shown(served, key)["status"] for key in ("ansor", "hummingbird", "rammer")] == ["read"] * 3


def test_paper_that_leaves_the_list_gives_the_focus_to_the_next(served: Served, papers: Page) -> None:
    papers.goto(f"{served.library}/papers?status=unread")
    papers.keyboard.press("j")
    papers.keyboard.press("j")
    papers.keyboard.press("r")
    said(papers, "Hummingbird: unread -> read")
    expect(paper(papers, "hummingbird")).to_have_count(0)
    assert focused(papers) == "rammer"


def test_keys_do_nothing_while_one_types_or_holds_a_modifier(served: Served, papers: Page) -> None:
    papers.keyboard.press("j")
    papers.keyboard.press("n")
    papers.keyboard.type("jrs?/")
    note = paper(papers, "ansor").get_by_label("Note (Markdown)")
    expect(note).to_have_value("jrs?/")
    expect(papers.locator("#rt-help")).not_to_be_visible()
    papers.keyboard.press("Escape")
    for chord in ("Control+r", "Alt+r", "Meta+r", "Alt+s"):
        papers.keyboard.press(chord)
    papers.keyboard.press("j")
    papers.keyboard.press("r")
    said(papers, "Hummingbird: unread -> read · 1 of 11 read")


def test_search_and_help_have_keys(papers: Page) -> None:
    papers.keyboard.press("/")
    assert focused(papers) == "rt-search"
    expect(papers.locator("navigation-search dialog")).not_to_be_visible()
    papers.locator("h1").click()
    papers.keyboard.press("?")
    expect(papers.locator("#rt-help")).to_be_visible()
    papers.keyboard.press("j")
    papers.keyboard.press("Escape")
    expect(papers.locator("#rt-help")).not_to_be_visible()
    papers.get_by_role("button", name="Keys").click()
    papers.get_by_role("button", name="Close").click()
    expect(papers.locator("#rt-help")).not_to_be_visible()


def test_few_steps_lead_to_the_first_paper(papers: Page) -> None:
    for _ in range(5):
        papers.keyboard.press("Tab")
        if papers.evaluate("document.activeElement.textContent") == "To the papers":
            break
    skip = papers.get_by_role("link", name="To the papers")
    expect(skip).to_be_focused()
    assert (skip.bounding_box() or {"height": 0})["height"] > 20
    papers.keyboard.press("Enter")
    papers.keyboard.press("Tab")
    assert papers.evaluate("document.activeElement.closest('[data-paper]')?.dataset.paper") == "ansor"
    expect(skip).to_have_css("height", "1px")


def test_keys_that_are_listed_work_on_the_first_page(served: Served, page: Page) -> None:
    run(served, "mark", "ansor", "--reading")
    page.goto(served.library)
    page.keyboard.press("n")
    said(page, "No paper is chosen")
    page.keyboard.press("j")
    page.keyboard.press("n")
    expect(page).to_have_url(f"{served.library}/papers/1#rt-new-note")
    expect(page.locator("#rt-new-note")).to_be_focused()


def test_queue_and_due_lead_to_what_they_are_called(served: Served, page: Page) -> None:
    run(served, "plan", "ansor", "--due", "2030-01-02")
    run(served, "plan", "rammer", "--due", "2029-01-02")
    page.goto(served.library)
    expect(page.get_by_role("heading", name="Queued 2")).to_be_visible()
    page.get_by_role("heading", name="Due 2").get_by_role("link").click()
    holds(page, "rammer", "ansor")


# Undo


def test_last_changes_of_this_page_are_undone_by_a_button_and_by_a_key(served: Served, papers: Page) -> None:
    paper(papers, "ansor").get_by_role("button", name="Mark read").click()
    said(papers, "Ansor: unread -> read")
    paper(papers, "ansor").locator(".rt-edit > summary").click()
    paper(papers, "ansor").get_by_label("Add tags").fill("search")
    paper(papers, "ansor").get_by_label("Add tags").press("Enter")
    said(papers, "tags none -> search")
    papers.locator("#rt-said").get_by_role("button", name="Undo").dblclick()
    expect(paper(papers, "ansor").get_by_role("link", name="search", exact=True)).to_have_count(0)
    expect(paper(papers, "ansor").get_by_label("Add tags")).to_be_focused()
    expect(papers.locator("#rt-said").get_by_role("button")).to_have_count(0)
    assert (shown(served, "ansor")["tags"], shown(served, "ansor")["status"]) == ([], "read")
    papers.keyboard.press("Escape")
    papers.keyboard.press("u")
    expect(paper(papers, "ansor").locator(".rt-menu > summary")).to_have_text("Status: unread")
    assert shown(served, "ansor")["status"] == "unread"
    papers.keyboard.press("u")
    said(papers, "Nothing was changed on this page")


def test_quick_undo_takes_back_the_change_that_is_under_way(served: Served, papers: Page) -> None:
    papers.keyboard.type("jrjru")
    said(papers, "Undone")
    expect(paper(papers, "hummingbird").locator(".rt-menu > summary")).to_have_text("Status: unread")
    expect(paper(papers, "ansor").locator(".rt-menu > summary")).to_have_text("Status: read")
    assert [shown(served, key)["status"] for key in ("ansor", "hummingbird")] == ["read", "unread"]


def test_undo_that_is_refused_says_why(served: Served, papers: Page) -> None:
    paper(papers, "ansor").get_by_role("button", name="Mark read").click()
    said(papers, "Ansor: unread -> read")
    run(served, "mark", "ansor", "--rating", "2")
    papers.get_by_role("button", name="Undo").press("Enter")
    expect(papers.locator("#rt-said.rt-wrong")).to_be_visible()
    expect(paper(papers, "ansor").locator(".rt-menu > summary")).to_be_focused()
    assert shown(served, "ansor")["rating"] == 2


@pytest.mark.parametrize("change", [{}, {"change": None}])
def test_change_that_cannot_be_undone_has_no_button(papers: Page, change: dict[str, None]) -> None:
    answer = {"ok": True, "said": "It is so."} | change
    papers.route("**/-/readtrack/**", lambda route: route.fulfill(json=answer))
    paper(papers, "ansor").get_by_role("button", name="Mark read").click()
    expect(papers.locator("#rt-said")).to_have_text("It is so.")
    expect(papers.get_by_role("button", name="Undo")).to_have_count(0)


# What it looks like


def test_facets_stand_beside_the_list_on_a_wide_screen_and_are_folded_on_a_phone(papers: Page) -> None:
    facet = papers.locator("#facet-status")
    expect(facet).to_be_visible()
    beside, listed = facet.bounding_box(), papers.locator(".rt-list").bounding_box()
    assert beside
    assert listed
    assert beside["x"] + beside["width"] <= listed["x"]
    papers.set_viewport_size({"width": 390, "height": 844})
    expect(facet).not_to_be_visible()
    papers.get_by_text("Filter", exact=True).click()
    expect(facet).to_be_visible()


def test_search_field_and_what_is_said_look_the_same_on_every_page(served: Served, papers: Page) -> None:
    papers.set_viewport_size(PHONE)
    looks = []
    for path in ("", "/papers"):
        papers.goto(served.library + path)
        field = papers.locator("#rt-search")
        looks.append(field.evaluate("field => [getComputedStyle(field).borderRadius, getComputedStyle(field).padding]"))
    assert looks == [["32px", "8px 14.4px"]] * 2
    papers.get_by_role("button", name="Mark read: Ansor").click()
    said(papers, "Ansor: unread -> read")
    assert (papers.locator("#rt-said").bounding_box() or {"width": 0})["width"] > 300


@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_is_wider_than_the_screen(served: Served, papers: Page, width: int) -> None:
    run(served, "add", "W" * 400, "--key", "wide", "--author", "A" * 200, "--venue", "V" * 200)
    run(served, "tags", "add", "wide", "t" * 90)
    run(served, "notes", "add", "wide", "word " + "n" * 500)
    papers.set_viewport_size({"width": width, "height": 800})
    for query in ("", "?_search=word&_tags=" + "t" * 90):
        papers.goto(f"{served.library}/papers{query}")
        expect(paper(papers, "wide")).to_be_visible()
        assert papers.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_axe_finds_nothing_serious(served: Served, browser: Browser, scheme: Any, size: Any) -> None:
    from axe_playwright_python.sync_playwright import Axe

    run(served, "mark", "ansor", "--read", "--rating", "4")
    run(served, "mark", "hived", "--reading", "--progress", "40%")
    run(served, "plan", "rammer", "--due", "2020-01-01", "--priority", "high")
    run(served, "tags", "add", "ansor", "search")
    run(served, "notes", "add", "ansor", "A halberd.")
    # Axe is put into the page as a script, which the page's own policy forbids.
    with closing(browser.new_context(color_scheme=scheme, viewport=size, bypass_csp=True)) as context:
        page = context.new_page()

        def check(state: str) -> None:
            # Datasette 1.0's own, at which axe gives up
            page.evaluate("document.querySelector('navigation-search')?.remove()")
            found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
            bad = [v for v in found if v["impact"] in ("serious", "critical")]
            told = [(v["id"], [node["html"][:200] for node in v["nodes"][:3]]) for v in bad]
            assert told == [], state

        for query in ("", "?_search=halberd&status=read", "?_search=nowhere&status=read"):
            page.goto(f"{served.library}/papers{query}")
            check(query)
        page.goto(f"{served.library}/papers")
        paper(page, "ansor").locator(".rt-edit > summary").click()
        check("with fields")
        paper(page, "hived").locator(".rt-status summary").click()
        check("with a menu")
        page.keyboard.press("Escape")
        page.get_by_role("button", name="Mark read: HiveD").click()
        said(page, "read")
        check("with a message")
        page.keyboard.press("?")
        check("with the keys")
        page.keyboard.press("Escape")
        page.goto(f"{served.library}/papers?_tags=search")
        if size is PHONE:
            page.get_by_text("Filter", exact=True).click()
        check("with facets")
