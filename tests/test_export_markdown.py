"""A library -> a checklist in Markdown, and back."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from readtrack import exporters, importers, names
from readtrack.identifiers import link_kind
from readtrack.importers import Source
from readtrack.model import (
    Author,
    Draft,
    Entry,
    Identifier,
    Link,
    Listing,
    Note,
    NoteDraft,
    Paper,
    Reading,
    ReadingList,
    one_line,
    text_of,
)
from readtrack.schema import LINK_KINDS, STATUSES

OSDI = ReadingList("osdi2020", "ML System in OSDI 2020", "OSDI2020.md")
ANSOR = Draft(
    "Ansor: Generating High-Performance Tensor Programs for Deep Learning",
    name="Ansor",
    type="paper-conference",
    venue="OSDI",
    year=2020,
    topic="Compiler",
    authors=(Author("Lianmin Zheng", ("UC Berkeley",)), Author("Minmin Sun", ("Alibaba Inc.",))),
    links=(Link("arxiv", "https://arxiv.org/pdf/2006.06762.pdf", "arxiv"),),
    arxiv_id="2006.06762",
    lists=(Listing("osdi2020", "Compiler", 1),),
)


def entry(draft: Draft) -> Entry:
    """The entry that a library with nothing but ``draft`` holds."""
    facts = {fact: getattr(draft, fact) for fact in ("name", "title", "type", "venue", "year", "topic", "url", "links")}
    paper = Paper(
        id=1,
        key="key",
        doi=draft.doi,
        arxiv_id=draft.arxiv_id,
        authors=(),
        affiliations=(),
        status=draft.readings[-1].status if draft.readings else "unread",
        started_on=None,
        finished_on=None,
        progress=None,
        rating=None,
        priority=None,
        due_on=None,
        tags=draft.tags,
        notes=len(draft.notes),
        added_at="",
        **facts,
    )
    notes = tuple(Note(1, "u", "key", note.body, note.page, note.quote, "", "") for note in draft.notes)
    return Entry(paper, draft.authors, draft.abstract, draft.lists, notes, draft.identifiers, draft.readings)


def written(*drafts: Draft, lists: tuple[ReadingList, ...] = (OSDI,)) -> str:
    return "".join(exporters.write("markdown", map(entry, drafts), lists))


def read_back(text: str) -> list[Draft]:
    found = list(importers.read(Source("reading.md", text.encode()), "markdown"))
    assert [type(one) for one in found if not isinstance(one, Draft)] == [ReadingList]
    # Articles and papers of a conference are told apart by the venue alone.
    return [one._replace(line=None, type="paper-conference") for one in found if isinstance(one, Draft)]


def test_a_paper_looks_as_on_the_lists_that_people_write() -> None:
    read = ANSOR._replace(readings=(Reading("read", rating=4),), tags=("compilers", "to cite"))
    kungfu = Draft(
        "KungFu: Making Training in Distributed Machine Learning Adaptive",
        name="KungFu",
        venue="OSDI",
        year=2020,
        topic="Training",
        type="paper-conference",
        authors=(Author("Luo Mai", ("Imperial College London",)), Author("Guo Li", ("Imperial College London",))),
        lists=(Listing("osdi2020", "Training", 2),),
        readings=(Reading("queued"),),
        notes=(NoteDraft("Compare with *Horovod*."), NoteDraft("- one\n- two", page="4")),
    )
    text = """# ML System in OSDI 2020

<!-- list osdi2020: ML System in OSDI 2020 -->

## Compiler

- [x] Ansor: Generating High-Performance Tensor Programs for Deep Learning \
[[arxiv]](https://arxiv.org/pdf/2006.06762.pdf) ★★★★☆
  - Lianmin Zheng, UC Berkeley; Minmin Sun, Alibaba Inc.
  - Tags: `compilers`, `to cite`

## Training

- [ ] KungFu: Making Training in Distributed Machine Learning Adaptive `queued`
  - Luo Mai and Guo Li, Imperial College London
  - Note: Compare with *Horovod*.
  - Note (p. 4):

    - one
    - two
"""
    assert written(kungfu, read) == text
    assert read_back(text) == [read, kungfu]


@pytest.mark.parametrize(
    "facts",
    [
        {"title": "What is `a*b` [really] <worth>? | An answer."},
        {"title": "(OSDI 2020)", "venue": "SOSP", "year": 2019},
        {"title": "1. First, by Ada Lovelace, OSDI 2019"},
        {"title": "https://example.org/ as a title"},
        {"title": "?!"},
        {"title": "1984"},
        {"title": "x: y", "name": None},
        {"name": "Ansor & *sons*"},
        {"name": None},
        {"venue": None, "year": None},
        {"venue": None},
        {"venue": "Proc. of the 3rd *Workshop*, vol. 4", "year": 1999},
        {"topic": None},
        {"topic": "Contributing", "lists": (Listing("osdi2020", "Contributing", 1),)},
        {"topic": "Loops", "lists": (Listing("osdi2020", "Compiler / Loops", 1),)},
        {"topic": "2019", "lists": (Listing("osdi2020", "2019", 1),)},
        {"authors": (Author("Knuth"), Author("Lovelace, Ada; Countess", ("A, B; C and D", "E & F")))},
        {"authors": (Author("Ada Lovelace"),)},
        {
            "links": (
                Link("page", "https://example.org/a_(b)?x=1&copy;=2", None),
                Link("video", "https://example.org", "a"),
            )
        },
        {"links": (Link("code", "https://example.org/<x>", None),), "arxiv_id": None},
        {"doi": "10.5555/3488766.3488815", "url": "https://example.org/ansor"},
        {"identifiers": (Identifier("pmid", "33334444"), Identifier("dblp", "conf/osdi/Zheng20"))},
        {"abstract": "First *line*.\n\n    - second"},
        {"readings": (Reading("skimmed", finished_on="2020"), Reading("reading", "2020-11", progress="40%"))},
        {"readings": (Reading("read", "2020-11-01", "2020-11-05", rating=5),)},
        {"readings": (Reading("queued", priority="high", due_on="2020-12-01"),)},
        {"readings": (Reading("abandoned"),)},
        {"tags": ("read", "a, b", "`c`", "#d")},
        {
            "notes": (
                NoteDraft("Venue: none"),
                NoteDraft("Ada Lovelace, Acme Inc."),
                NoteDraft("\tcode\n\n  <!-- x\n```"),
            )
        },
        {"notes": (NoteDraft("Why?", "iv", "It is fast.\n\n> Very."), NoteDraft("> Mine."))},
    ],
)
def test_what_could_be_misread_comes_back_as_it_was(facts: dict[str, Any]) -> None:
    draft = ANSOR._replace(**facts)
    assert read_back(written(draft)) == [draft]


@pytest.mark.parametrize(
    "title",
    [
        "Book: Notes on Looms",
        "Master's Thesis: Ada Lovelace",
        "Weaving: A Pilot Task at Loomling 2015",
        "Looms, 2nd edition",
    ],
)
def test_what_a_list_of_others_would_be_read_without_comes_back_from_no_list_too(title: str) -> None:
    draft = ANSOR._replace(title=title, authors=(Author("Dr. Ada Lovelace"), Author("Prof. Alan Turing")), lists=())
    (back,) = read_back(written(draft))
    assert (back.title, back.authors) == (draft.title, draft.authors)


def test_papers_that_stand_on_several_lists_name_them() -> None:
    both = ANSOR._replace(lists=(Listing("mine"), Listing("osdi2020", "Compiler / Loops")), venue=None, year=None)
    text = written(both, lists=(OSDI, ReadingList("mine", "Mine")))
    assert text.startswith("# Reading list\n\n## Compiler\n\n- [ ] Ansor:")
    assert read_back(text) == [both]


def test_sections_come_in_the_order_of_their_papers_and_hold_together() -> None:
    def at(section: str, position: int) -> Draft:
        return Draft(f"Paper number {position} of all", lists=(Listing("osdi2020", section, position),))

    text = written(at("A", 3), at("B", 2), at("A / C", 4), at("A", 1))
    assert [line for line in text.split("\n") if line.startswith("#")] == [
        "# ML System in OSDI 2020",
        "## A",
        "### C",
        "## B",
    ]
    assert [draft.title.split()[2] for draft in read_back(text)] == ["1", "3", "4", "2"]


def test_nothing_is_a_heading_alone() -> None:
    assert written(lists=()) == "# Reading list\n"


LINES = st.text(max_size=60).map(one_line).map(lambda text: " ".join(text.split()))
FILLED = LINES.filter(bool)
WORDS = st.sampled_from(
    ["OSDI 2020", "by Ada", "[x]", "**a**", "`b`", "|", "- ", "#", ",", ".", "(2019)", "★", "✅", "1."]
)
TRICKY = st.lists(WORDS | FILLED, min_size=1, max_size=5).map(" ".join).map(one_line).filter(bool)
BODIES = (
    st.lists(
        TRICKY | st.sampled_from(["", "```", "> q", "- a", "    x", "<!--", "---", "| a |"]), min_size=1, max_size=6
    )
    .map("\n".join)
    .map(text_of)
    .filter(lambda body: bool(body and body.strip()))
)
DAYS = st.none() | st.sampled_from(["2020", "2020-11", "2020-11-05"])
URLS = st.text("abc/.?=&()<>[]_*~%1", max_size=20).map(lambda path: f"https://example.org/{path}")


@st.composite
def links(draw: st.DrawFn) -> Link:
    url, label = draw(URLS), draw(st.none() | st.sampled_from(["pdf", "Code", "the talk", "v2.1"]))
    return Link(draw(st.sampled_from(LINK_KINDS) | st.just(link_kind(url, label))), url, label)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    status = draw(st.sampled_from(STATUSES[1:]))
    return Reading(
        status,
        started_on=draw(DAYS),
        finished_on=draw(DAYS) if status in ("skimmed", "read", "abandoned") else None,
        progress=draw(st.none() | st.just("7/18")),
        rating=draw(st.none() | st.integers(1, 5)),
    )


NAMES = FILLED.map(names.person).filter(bool)
"""Names as a library holds them: what points to a footnote is no part of one."""
PAGES = st.none() | st.sampled_from(["4", "4-6"])
NOTES = st.tuples(BODIES, PAGES, st.none() | BODIES).map(lambda note: NoteDraft(str(note[0]), note[1], note[2]))
DRAFTS = st.builds(
    ANSOR._replace,
    title=TRICKY,
    name=st.none() | FILLED.filter(lambda name: name != "-"),
    venue=st.none() | TRICKY.filter(lambda venue: venue != "-") | st.just("SOSP"),
    year=st.none() | st.integers(1000, 2999),
    authors=st.lists(st.builds(Author, NAMES, st.lists(FILLED, max_size=2, unique=True).map(tuple)), max_size=4).map(
        tuple
    ),
    links=st.lists(links(), max_size=3, unique_by=lambda link: link.url).map(tuple),
    arxiv_id=st.none(),
    readings=st.lists(readings(), max_size=2).map(tuple),
    tags=st.lists(FILLED.filter(lambda tag: len(tag) < 60), max_size=3, unique_by=str.lower).map(tuple),
    notes=st.lists(NOTES, max_size=2).map(tuple),
    abstract=st.none() | BODIES.map(lambda text: (text or "").strip()).filter(bool),
)


@given(DRAFTS)
@example(Draft("OSDI 2020", type="paper-conference", venue="OSDI 2020 | OSDI 2020", lists=ANSOR.lists))
@example(
    Draft(
        "OSDI 2020 OSDI 2020 a OSDI 2020",
        type="paper-conference",
        venue="OSDI 2020 | OSDI 2020",
        topic="Compiler",
        lists=ANSOR.lists,
    )
)
@settings(max_examples=200, deadline=None)
def test_whatever_a_paper_holds_comes_back(draft: Draft) -> None:
    assert read_back(written(draft)) == [draft]
