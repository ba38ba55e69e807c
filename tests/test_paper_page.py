"""What the store tells of one paper for its page, and the words that its history is told in."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from readtrack import dates
from readtrack.errors import PaperNotFoundError
from readtrack.model import Author, Draft, Identifier, Mark, Selection
from readtrack.past import Event, events
from readtrack.store import Store, adding
from readtrack.store.merging import merge
from readtrack.store.paper_page import TAGS, PaperPage, paper_page
from readtrack.store.undoing import redo, undo
from readtrack.web import paper as web


@pytest.fixture
def store(library: Path) -> Iterator[Store]:
    with closing(sqlite3.connect(library, isolation_level=None)) as conn:
        conn.execute("PRAGMA foreign_keys = ON")
        yield Store(conn)


def page_of(store: Store, words: str) -> PaperPage:
    return paper_page(store, store.find(words).id)


def said(store: Store, words: str) -> list[str]:
    """The history of a paper in words, the latest first."""
    return [", ".join(event.said) for event in happened(store, words)]


def happened(store: Store, words: str) -> tuple[Event, ...]:
    told = events(page_of(store, words).past, store.find(words).id)
    return tuple(event for event in told if event.said != ("added with osdi2020",))


def add(store: Store, title: str, *authors: str, **facts: object) -> None:
    adding.add(store, Draft(title, authors=tuple(map(Author, authors)), **facts))  # type: ignore[arg-type]


# Lists


def test_place_on_a_list_has_its_section_number_and_neighbours(store: Store) -> None:
    (place,) = page_of(store, "hummingbird").places
    assert (place.list.slug, place.section, place.number, place.total) == ("osdi2020", "Compiler", 2, 11)
    assert place.before
    assert place.after
    assert (place.before.key, place.after.key) == ("ansor", "rammer")


def test_first_and_last_of_a_list_have_one_neighbour(store: Store) -> None:
    keys = [paper.key for paper in store.papers(which=Selection())]
    first, last = (page_of(store, key).places[0] for key in (keys[0], keys[-1]))
    assert (first.before, last.after) == (None, None)
    assert first.after
    assert last.before
    assert (last.number, last.total) == (11, 11)


def test_places_without_a_number_stand_behind_the_others_in_the_order_of_their_papers(store: Store) -> None:
    store.conn.execute("UPDATE list_papers SET position = NULL WHERE position <= 2")
    (ansor,), (hummingbird,) = page_of(store, "ansor").places, page_of(store, "hummingbird").places
    assert (ansor.number, hummingbird.number) == (10, 11)
    assert ansor.after
    assert ansor.after.key == "hummingbird"
    assert hummingbird.after is None
    (rammer,) = page_of(store, "rammer").places
    assert (rammer.before, rammer.number) == (None, 1)


def test_paper_on_two_lists_has_two_places(store: Store) -> None:
    store.conn.execute("INSERT INTO lists VALUES ('best', 'A list of my own', NULL)")
    store.conn.execute("INSERT INTO list_papers SELECT 'best', id, NULL, 1 FROM papers WHERE key = 'ansor'")
    own, osdi = page_of(store, "ansor").places
    assert (own.list.title, own.number, own.total, own.before, own.after) == ("A list of my own", 1, 1, None, None)
    assert osdi.list.slug == "osdi2020"


# Neighbours


def test_papers_of_the_same_topic_unread_first(store: Store) -> None:
    store.mark([store.find("rammer")], Mark("read"))
    page = page_of(store, "ansor")
    assert [paper.key for paper in page.same_topic] == ["hummingbird", "rammer"]
    assert page.topic_total == 3
    store.mark([store.find("hummingbird")], Mark("abandoned"))
    store.mark([store.find("rammer")], Mark("reading", again=True))
    assert [paper.key for paper in page_of(store, "ansor").same_topic] == ["rammer", "hummingbird"]


def test_paper_without_a_topic_has_no_neighbours_in_it(store: Store) -> None:
    add(store, "On Computable Numbers", "Alan Turing")
    page = page_of(store, "On Computable")
    assert (page.same_topic, page.topic_total, page.same_authors, page.others) == ((), 0, (), {})


def test_nearest_years_come_first_within_a_topic(store: Store) -> None:
    for year in (1971, 1968, 1973, None):
        add(store, f"The Art {year}", "Donald Knuth", topic="Algorithms", year=year)
    page = page_of(store, "The Art 1973")
    assert [paper.year for paper in page.same_topic] == [1971, 1968, None]


def test_papers_of_the_same_people_say_who(store: Store) -> None:
    add(store, "Sketch of the Analytical Engine", "Luigi Menabrea", "Ada Lovelace")
    add(store, "Notes by the Translator", "Ada Lovelace", "Luigi Menabrea")
    add(store, "A Letter", "Ada Lovelace")
    store.mark([store.find("Notes by")], Mark("read"))
    page = page_of(store, "Sketch of")
    assert [(paper.title, shared) for paper, shared in page.same_authors] == [
        ("A Letter", ("Ada Lovelace",)),
        ("Notes by the Translator", ("Luigi Menabrea", "Ada Lovelace")),
    ]
    assert page.others == {"Ada Lovelace": 3, "Luigi Menabrea": 2}


# Tags that can be added


def test_tags_of_the_library_are_offered_but_for_those_it_has(store: Store) -> None:
    store.add_tags(store.find("ansor"), ["search"])
    store.add_tags(store.find("rammer"), ["gpu", "search"])
    assert page_of(store, "ansor").tags == ("gpu",)
    assert page_of(store, "rammer").tags == ()


def test_very_many_tags_are_not_offered(store: Store) -> None:
    store.conn.executemany("INSERT INTO tags VALUES (?)", [(f"t{number}",) for number in range(TAGS + 1)])
    assert page_of(store, "ansor").tags == ()


def test_paper_that_is_not_there(store: Store) -> None:
    with pytest.raises(PaperNotFoundError):
        paper_page(store, 99)


# History


def test_history_is_told_in_plain_words(store: Store) -> None:
    ansor = store.find("ansor")
    store.mark([ansor], Mark("reading"))
    store.mark([store.find("ansor")], Mark(progress="40%"))
    store.mark([store.find("ansor")], Mark("read", on="2026-11-20", rating=4))
    store.add_tags(ansor, ["gpu"])
    store.add_tags(ansor, ["search", "tensors"])
    store.remove_tags(store.find("ansor"), ["gpu"])
    note = store.add_note(ansor, "Sketches", page="4")
    store.edit_note(note, text="Sketches and annotations")
    store.remove_note(store.note(note.id))
    store.edit(store.find("ansor"), {"year": 2021, "arxiv_id": None})
    assert said(store, "ansor") == [
        "year, arXiv id edited",
        "note 1 removed",
        "note 1 edited",
        "note 1 added (p. 4)",
        "tag gpu removed",
        "tags search, tensors added",
        "tag gpu added",
        "reading → read, finished Fri 20 Nov 2026, rated 4 of 5",
        "progress 40%",
        "unread → reading",
    ]


def test_history_of_readings(store: Store) -> None:
    def mark(*marks: Mark) -> None:
        for each in marks:
            store.mark([store.find("ansor")], each)

    mark(Mark("read", rating=4), Mark(rating=5), Mark("reading", again=True), Mark("queued"))
    store.conn.execute("UPDATE readings SET due_on = '2026-12-01', priority = 'high' WHERE status = 'queued'")
    store.conn.execute("UPDATE readings SET due_on = NULL WHERE status = 'queued'")
    store.conn.execute("UPDATE readings SET rating = 1 WHERE status = 'read'")
    mark(Mark("read"), Mark("read", again=True), Mark("unread"))
    assert said(store, "ansor") == [
        "read → unread",
        "read, once more, finished Tue 24 Nov 2026",
        "queued → read",
        "an earlier reading edited",
        "no longer due",
        "due Tue 1 Dec 2026, priority high",
        "reading → queued",
        "read → reading",
        "rated 5 of 5",
        "unread → read, rated 4 of 5",
    ]


@pytest.mark.parametrize("hours", [-11, 0, 13])
def test_history_tells_a_day_as_it_was_written_wherever_you_are(
    store: Store, monkeypatch: pytest.MonkeyPatch, hours: int
) -> None:
    zone = timezone(timedelta(hours=hours))
    monkeypatch.setattr(dates, "now", lambda: datetime(2026, 11, 24, 12, tzinfo=timezone.utc).astimezone(zone))
    store.conn.execute("INSERT INTO readings (paper, status, due_on) VALUES (1, 'queued', '2026-12-01')")
    assert said(store, "ansor") == ["unread → queued, due Tue 1 Dec 2026"]


def test_history_tells_that_a_paper_was_due_on_the_day_it_was_queued(store: Store) -> None:
    store.conn.execute("INSERT INTO readings (paper, status, due_on) VALUES (1, 'queued', date('now', 'localtime'))")
    (told,) = said(store, "ansor")
    assert told.startswith("unread → queued, due ")


def test_history_says_who_wrote(store: Store) -> None:
    ansor = store.find("ansor")
    Store(store.conn, actor="browser").add_tags(ansor, ["one"])
    store.add_tags(ansor, ["two"])
    store.conn.execute("INSERT INTO paper_tags VALUES (?, 'three')", (ansor.id,))
    told = happened(store, "ansor")
    assert [(event.who, event.said) for event in told] == [
        ("SQL", ("tag three added",)),
        ("command line", ("tag two added",)),
        ("browser", ("tag one added",)),
    ]


def test_history_holds_only_what_is_of_this_paper(store: Store) -> None:
    store.mark([store.find("ansor"), store.find("rammer")], Mark("read"))
    store.add_note(store.find("rammer"), "Two levels")
    store.edit(store.find("rammer"), {"year": 2019})
    assert said(store, "ansor") == ["unread → read"]
    assert said(store, "hummingbird") == []


def test_history_of_a_merge(store: Store) -> None:
    add(store, "Ansor, the preprint", key="preprint")
    store.add_note(store.find("preprint"), "Read it here first")
    store.mark([store.find("preprint")], Mark("read", rating=3))
    merge(store, store.find("ansor"), store.find("preprint"))
    assert said(store, "ansor")[0] == (
        "took in preprint, which was the same paper, unread → read, rated 3 of 5, note 1 moved here"
    )


def test_history_of_what_was_undone(store: Store) -> None:
    store.mark([store.find("ansor")], Mark("read"))
    undo(store)
    store.edit(store.find("ansor"), {"year": 2021})
    undo(store)
    redo(store)
    assert [(", ".join(event.said), event.who) for event in happened(store, "ansor")] == [
        ("edit of year redone", "command line, redo"),
        ("edit of year undone", "command line, undo"),
        ("year edited", "command line"),
        ("read → unread", "command line, undo"),
        ("unread → read", "command line"),
    ]


def test_what_a_merge_brought_goes_away_with_it(store: Store) -> None:
    add(store, "Ansor, the preprint", key="preprint")
    store.add_note(store.find("preprint"), "Read it here first")
    store.mark([store.find("preprint")], Mark("read"))
    merge(store, store.find("ansor"), store.find("preprint"))
    undo(store)
    store.mark([store.find("ansor")], Mark("queued"))
    assert said(store, "ansor") == [
        "unread → queued",
        "gave preprint back, read → unread, note 1 moved away",
        "took in preprint, which was the same paper, unread → read, note 1 moved here",
    ]


def test_days_of_the_history_are_local_days(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.add_tags(store.find("ansor"), ["late"])
    east = datetime(2026, 11, 25, 1, 0, tzinfo=timezone(timedelta(hours=13)))
    store.conn.execute("UPDATE changes SET at = '2026-11-24T11:30:00.000Z'")
    monkeypatch.setattr(dates, "now", lambda: east)
    (event,) = happened(store, "ansor")
    assert event.day == "Wed 25 Nov 2026"


def test_moment_that_is_none_is_shown_as_it_stands(store: Store) -> None:
    store.add_tags(store.find("ansor"), ["late"])
    store.conn.execute("UPDATE changes SET at = 'once upon a time'")
    (event,) = happened(store, "ansor")
    assert event.day == "once upon a time"


def test_moments_that_a_guest_emptied_are_left_out(store: Store) -> None:
    store.add_note(store.find("ansor"), "One")
    store.conn.execute("UPDATE notes SET created_at = NULL, updated_at = NULL")
    store.conn.execute("UPDATE papers SET added_at = NULL")
    page = web.read(store, store.find("ansor").id)
    assert (page.added, page.notes[0].ago, page.notes[0].edited) == ("", "", None)


# What the page makes of it


def test_page_puts_numbers_to_affiliations_in_the_order_of_authors(store: Store) -> None:
    page = web.read(store, store.find("ansor").id)
    assert page.affiliations == ("UC Berkeley", "Alibaba Inc.", "Amazon Web Services, Inc", "Duke University")
    assert [author.numbers for author in page.authors if author.name in ("Danyang Zhuo", "Lianmin Zheng")] == [
        (1,),
        (4, 1),
    ]


def test_page_folds_away_what_follows_thirty_authors(store: Store) -> None:
    authors = tuple(Author(f"Author {n}", (f"Institute {n // 10}",)) for n in range(100))
    adding.add(store, Draft("An Experiment", authors=authors))
    page = web.read(store, store.find("An Experiment").id)
    assert (len(page.authors), len(page.more_authors)) == (30, 70)
    assert page.affiliations == ("Institute 0", "Institute 1", "Institute 2")
    assert (page.more_affiliations[0], page.more_authors[0].numbers) == ("Institute 3", (4,))


def test_only_http_addresses_are_links(store: Store) -> None:
    for url in ("javascript:alert(1)", "HTTPS://example.org/x", "http://[broken", "data:text/html,x"):
        store.conn.execute("INSERT INTO links (paper, kind, url) VALUES (5, 'code', ?)", (url,))
    assert [(link.text, link.url) for link in web.read(store, 5).links if link.kind == "Code"] == [
        ("javascript:alert(1)", None),
        ("example.org", "HTTPS://example.org/x"),
        ("http://[broken", "http://[broken"),
        ("data:text/html,x", None),
    ]


def test_identifiers_lead_to_their_places(store: Store) -> None:
    add(
        store,
        "Literate Programming",
        doi="10.1093/comjnl/27.2.97",
        identifiers=(Identifier("isbn", "9780937073803"), Identifier("dblp", "journals/cj/Knuth84")),
    )
    held = web.read(store, store.find("Literate").id).identifiers
    assert [(one.kind, one.text, one.url) for one in held] == [
        ("DOI", "10.1093/comjnl/27.2.97", "https://doi.org/10.1093/comjnl/27.2.97"),
        ("DBLP", "journals/cj/Knuth84", "https://dblp.org/rec/journals/cj/Knuth84"),
        ("ISBN", "9780937073803", None),
    ]


def test_earlier_readings_are_told_and_the_last_is_the_state(store: Store) -> None:
    store.mark([store.find("ansor")], Mark("read", on="2020-11", rating=2))
    store.mark([store.find("ansor")], Mark("skimmed", on="2024", again=True))
    store.mark([store.find("ansor")], Mark("reading", on="2026-11-20", again=True))
    page = web.read(store, store.find("ansor").id)
    assert page.state == "reading since Fri 20 Nov 2026"
    assert page.earlier == ("skimmed in 2024", "read in Nov 2020, rated 2 of 5")


@pytest.mark.parametrize(("due", "overdue"), [("2026-11-23", True), ("2026-11-24", False), (None, False)])
def test_overdue_begins_the_day_after(store: Store, due: str | None, overdue: bool) -> None:
    store.mark([store.find("ansor")], Mark("queued"))
    store.conn.execute("UPDATE readings SET due_on = ?", (due,))
    assert web.read(store, store.find("ansor").id).overdue is overdue


# Speed: nothing that grows with the library but the lists the paper is on


def test_queries_of_the_page_use_indexes(store: Store) -> None:
    plans: list[str] = []
    asked: list[str] = []
    store.add_note(store.find("ansor"), "One")
    store.conn.set_trace_callback(asked.append)
    paper_page(store, store.find("ansor").id)
    store.conn.set_trace_callback(None)
    for statement in asked:
        if "SELECT" in statement and not statement.startswith("--"):
            plans += [row["detail"] for row in store.conn.execute(f"EXPLAIN QUERY PLAN {statement}")]
    scanned = {plan.split()[1] for plan in plans if plan.startswith("SCAN")}
    # changes: those to facts are found by their words, and there are few; tags: read up to a limit
    assert scanned <= {"json_each", "changes", "tags", "CONSTANT"}, plans
    assert any("history_by_paper" in plan for plan in plans)
