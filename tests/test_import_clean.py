"""Whatever an importer hands on, the library can take it, and what is left out is told."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readtrack import schema
from readtrack.identifiers import found_in
from readtrack.importers._clean import clean
from readtrack.model import (
    Author,
    Draft,
    Identifier,
    Link,
    Listing,
    NoteDraft,
    Reading,
    ReadingList,
    Review,
    Session,
    Skipped,
)
from readtrack.store import Store, adding


def kept(**facts: Any) -> Draft:
    """The one draft that comes out, with nothing told."""
    (draft,) = clean(Draft(**{"title": "T", **facts}))
    assert isinstance(draft, Draft)
    return draft


def told(**facts: Any) -> list[str]:
    return [f"{each.text}: {each.why}" for each in clean(Draft(**{"title": "T", **facts})) if isinstance(each, Skipped)]


def test_text_is_put_on_one_line_without_controls() -> None:
    draft = kept(title=" A\ttitle\n on  two\u00a0lines\x1b[31m ", venue="\ufeffOSDI\x00", topic="  ", name="\ud800x")
    assert (draft.title, draft.venue, draft.topic, draft.name) == ("A title on two lines[31m", "OSDI", None, "\ufffdx")


def test_a_note_and_an_abstract_keep_their_lines() -> None:
    draft = kept(abstract="\nOne\r\n\ttwo\r\x07\n", notes=(NoteDraft("\n  - a\n\n- b \n"), NoteDraft(" \n")))
    assert draft.abstract == "One\n\ttwo"
    assert [note.body for note in draft.notes] == ["  - a\n\n- b"]


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        (dict(title=""), ": has no title"),
        (dict(title="x" * 100_000), "has a title of 100,000 characters, more than 2,000"),
        (dict(tags=("x" * 101,)), "is longer than a tag can be"),
        (dict(links=(Link("", "javascript:alert(1)"),)), "javascript:alert(1): is no web address; it was left out"),
        (dict(links=(Link("", "../a.pdf"),)), "../a.pdf: is no web address; it was left out"),
        (dict(doi="see below"), "see below: is no DOI; it was left out"),
        (dict(readings=(Reading("raed"),)), "raed: is no status"),
        (dict(readings=(Reading("read", finished_on="2020-02-30"),)), "2020-02-30: is no day (finished_on)"),
        (dict(readings=(Reading("reading", progress="7/3"),)), "7/3: is no progress"),
    ],
)
def test_what_is_left_out_is_told(facts: dict[str, Any], says: str) -> None:
    assert any(says in each for each in told(**facts))


def test_a_paper_said_to_be_unread_has_no_reading_and_nothing_is_told() -> None:
    assert kept(readings=(Reading("unread"),)).readings == ()


@pytest.mark.parametrize(
    ("url", "identifier"),
    [
        ("https://arxiv.org/abs/2006.06762v2", ("arxiv", "2006.06762")),
        ("http://export.arxiv.org/pdf/cs/0112017v1.pdf", ("arxiv", "cs/0112017")),
        ("https://ar5iv.labs.arxiv.org/html/1706.03762", ("arxiv", "1706.03762")),
        ("https://huggingface.co/papers/1706.03762", ("arxiv", "1706.03762")),
        ("https://doi.org/10.48550/arXiv.1706.03762", ("arxiv", "1706.03762")),
        ("https://dl.acm.org/doi/abs/10.1145/3519939.3523446", ("doi", "10.1145/3519939.3523446")),
        ("https://dl.acm.org/doi/pdf/10.1145/3665643?download=true", ("doi", "10.1145/3665643")),
        ("http://dx.doi.org/10.1000%2FAbC.", ("doi", "10.1000/abc")),
        ("https://link.springer.com/content/pdf/10.1007/978-3-540-1.pdf", ("doi", "10.1007/978-3-540-1")),
        ("https://www.biorxiv.org/content/10.1101/2020.01.01.123456v2.full.pdf", ("doi", "10.1101/2020.01.01.123456")),
        ("https://pubmed.ncbi.nlm.nih.gov/12345678/", ("pmid", "12345678")),
        ("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC123456/", ("pmcid", "PMC123456")),
        ("https://dblp.org/rec/conf/osdi/ZhengJSWYHWYZSG20.html", ("dblp", "conf/osdi/ZhengJSWYHWYZSG20")),
        ("https://openreview.net/forum?id=rJl-b3RcF7", ("openreview", "rJl-b3RcF7")),
    ],
)
def test_identifiers_are_taken_out_of_addresses(url: str, identifier: tuple[str, str]) -> None:
    assert found_in(url) == (identifier,)


@pytest.mark.parametrize("url", ["https://example.org/10.1000/x", "https://arxiv.org/list/cs.LG", "https://doi.org/10"])
def test_an_address_without_an_identifier_has_none(url: str) -> None:
    assert found_in(url) == ()


def test_each_identifier_is_spelled_as_it_compares_and_a_volumes_is_left_to_the_volume() -> None:
    held = (
        Identifier("isbn", "ISBN 978-0-13-110362-7"),
        Identifier("pmid", "PMID: 123"),
        Identifier("issn", "1234-5678"),
    )
    assert kept(type="book", identifiers=held, doi="doi:10.1000/ABC").identifiers == (
        ("isbn", "9780131103627"),
        ("pmid", "123"),
    )
    assert kept(type="paper-conference", identifiers=held[:1]).identifiers == ()
    assert kept(doi="https://doi.org/10.48550/arXiv.2006.06762").arxiv_id == "2006.06762"


LINE = st.text(max_size=30)
WHEN = st.sampled_from(
    ["2020", "2020-11", "2020-02-30", "2020-11-04", "20", "0000-01-01", "soon", None, "2020-11-04T10:00:00Z"]
)
MOMENT = st.just("2026-11-24T12:00:00.000Z")
DRAFTS = st.builds(
    Draft,
    LINE,
    *(st.none() | LINE for _ in ("key", "name")),
    LINE | st.sampled_from(schema.TYPES),
    st.none() | LINE,
    st.none() | st.integers(),
    st.none() | LINE,
    st.lists(st.builds(Author, LINE, st.lists(LINE, max_size=2).map(tuple)), max_size=2).map(tuple),
    st.lists(st.builds(Link, LINE, LINE | st.just("https://a.org/ b"), st.none() | LINE), max_size=2).map(tuple),
    *(st.none() | LINE | st.just("10.1000/x") | st.just("2006.06762v1") for _ in ("doi", "arxiv_id")),
    *(st.none() | LINE for _ in ("url", "abstract")),
    st.lists(st.builds(Listing, LINE, st.none() | LINE), max_size=2).map(tuple),
    st.lists(st.builds(Identifier, st.sampled_from(schema.IDENTIFIER_KINDS), LINE), max_size=2).map(tuple),
    st.lists(
        st.builds(
            Reading,
            LINE | st.sampled_from(schema.STATUSES),
            WHEN,
            WHEN,
            st.none() | LINE | st.just("7/18") | st.just("040%"),
            st.none() | st.integers(),
            st.none() | st.sampled_from(schema.PRIORITIES) | LINE,
            WHEN,
        ),
        max_size=2,
    ).map(tuple),
    st.lists(LINE, max_size=3).map(tuple),
    st.lists(st.builds(NoteDraft, LINE, st.none() | LINE, st.none() | LINE, WHEN, WHEN), max_size=2).map(tuple),
    st.lists(
        st.builds(Session, LINE | WHEN.map(str), st.none() | LINE | MOMENT, *(st.none() | st.integers(),) * 2),
        max_size=2,
    ).map(tuple),
    st.lists(st.builds(Review, LINE | WHEN.map(str), st.booleans(), st.none() | LINE), max_size=2).map(tuple),
    WHEN,
)  # fmt: skip


@pytest.fixture(scope="module")
def conn() -> Iterator[sqlite3.Connection]:
    conn = sqlite3.connect(":memory:", isolation_level=None)
    schema.bring_up_to_date(conn)
    conn.execute("PRAGMA foreign_keys = ON")
    yield conn
    conn.close()


@settings(deadline=None, max_examples=200)
@given(drafts=st.lists(DRAFTS, max_size=3))
def test_the_library_takes_whatever_comes_out(conn: sqlite3.Connection, drafts: list[Draft]) -> None:
    cleaned = [each for draft in drafts for each in clean(draft) if isinstance(each, Draft)]
    numbered = [draft._replace(key=f"k{number}") for number, draft in enumerate(cleaned)]
    unique = [draft._replace(doi=None, arxiv_id=None, identifiers=()) for draft in numbered[1:]]
    store = Store(conn)
    conn.execute("BEGIN")
    try:
        with store.change("load"):
            slugs = {listing.slug for draft in numbered for listing in draft.lists}
            adding.add_lists(store, [ReadingList(slug, slug) for slug in slugs])
            assert len(adding.load(store, [*numbered[:1], *unique])) == len(cleaned)
    finally:
        conn.execute("ROLLBACK")


@given(DRAFTS)
def test_what_is_clean_stays_as_it_is(draft: Draft) -> None:
    for once in clean(draft):
        if isinstance(once, Draft):
            assert list(clean(once)) == [once]
