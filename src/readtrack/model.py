"""What the store takes and gives: plain frozen data.

Named tuples, not dataclasses: making the latter costs every command 8 ms more.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from readtrack.errors import UsageError


class Author(NamedTuple):
    """One author of one paper, as printed there, with the affiliations given there, in order."""

    name: str
    affiliations: tuple[str, ...] = ()


class Link(NamedTuple):
    """``kind``: one of ``schema.LINK_KINDS``; ``label``: what the source called it."""

    kind: str
    url: str
    label: str | None = None


class Listing(NamedTuple):
    """A paper's place on a reading list: the list's slug, and the section it stands in."""

    slug: str
    section: str | None = None


class Note(NamedTuple):
    """A note on one paper. ``id``: its number in this library; ``uid``: its name in every copy of it.

    ``body``: Markdown; ``page``: as printed ("4", "iv", "4-6"); ``paper``: the paper's key;
    ``created_at``, ``updated_at``: UTC, ISO 8601.
    """

    id: int
    uid: str
    paper: str
    body: str
    page: str | None
    quote: str | None
    created_at: str
    updated_at: str


class Paper(NamedTuple):
    """A row of ``papers``: the facts, and where you stand with it.

    ``status``: one of ``schema.STATUSES``; ``started_on``, ``finished_on``: ISO 8601 days, or only the year or
    month; ``progress``: "40%" or "7/18"; ``rating``: 1 to 5; ``notes``: how many there are.
    """

    id: int
    key: str
    name: str | None
    title: str
    type: str
    venue: str | None
    year: int | None
    topic: str | None
    url: str | None
    doi: str | None
    arxiv_id: str | None
    authors: tuple[str, ...]
    affiliations: tuple[str, ...]
    links: tuple[Link, ...]
    status: str
    started_on: str | None
    finished_on: str | None
    progress: str | None
    rating: int | None
    priority: str | None
    due_on: str | None
    tags: tuple[str, ...]
    notes: int
    added_at: str

    @property
    def called(self) -> str:
        """What the paper is called in a sentence: its short name, else its key."""
        return self.name or self.key


class Entry(NamedTuple):
    """A paper with all that the library holds on it beside its row."""

    paper: Paper
    authors: tuple[Author, ...]
    abstract: str | None
    lists: tuple[Listing, ...]
    notes: tuple[Note, ...]


class Draft(NamedTuple):
    """A paper that is not in a library yet: the facts only, as a person, a list or a file gives them.

    ``key`` may be missing: the store makes one.
    """

    title: str
    key: str | None = None
    name: str | None = None
    type: str = "article"
    venue: str | None = None
    year: int | None = None
    topic: str | None = None
    authors: tuple[Author, ...] = ()
    links: tuple[Link, ...] = ()
    doi: str | None = None
    arxiv_id: str | None = None
    url: str | None = None
    abstract: str | None = None
    lists: tuple[Listing, ...] = ()


class Selection(NamedTuple):
    """Which papers: every condition that is not None must hold. Words of a vocabulary compare by equality.

    ``statuses``: any of these; ``years``: first and last, either may be None; ``words``: all of them somewhere
    in title, name, authors, tags, abstract or notes; ``ratings``: lowest and highest.
    """

    statuses: tuple[str, ...] = ()
    topic: str | None = None
    tags: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    affiliations: tuple[str, ...] = ()
    venue: str | None = None
    years: tuple[int | None, int | None] | None = None
    list: str | None = None
    ratings: tuple[int | None, int | None] | None = None
    words: str | None = None


class Mark(NamedTuple):
    """What to say of a paper. ``on``: the ISO day (or only month, or year) it was taken up or finished."""

    status: str | None = None
    on: str | None = None
    rating: int | None = None
    progress: str | None = None
    again: bool = False


class Marked(NamedTuple):
    """A paper as it was and as it is; ``taken_away``: how many readings ``unread`` removed."""

    before: Paper
    after: Paper
    taken_away: int = 0


class Standing(NamedTuple):
    """Where a library or a topic in it stands: how many papers have which status (none with 0)."""

    topic: str | None
    by_status: dict[str, int]

    @property
    def total(self) -> int:
        """How many papers there are."""
        return sum(self.by_status.values())

    @property
    def read(self) -> int:
        """How many of them are read."""
        return self.by_status.get("read", 0)


def line_of(text: str, what: str, longest: int = 2000) -> str:
    """``text`` as one line, without blanks around it; ``what`` names it in the error.

    Raises:
        UsageError: it is empty, too long, or holds control characters, a line break among them.
    """
    line = text.strip()
    if re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", line):
        raise UsageError(f"{what} is one line of text; this one has control characters in it: {line[:60]!a}")
    if not line:
        raise UsageError(f"{what} cannot be empty.")
    if len(line) > longest:
        raise UsageError(f"{what} is too long: {len(line)} characters, at most {longest}.")
    return line


def draft_from_json(entry: dict[str, Any]) -> Draft:
    """A draft from the JSON shape of a paper (see ``docs/data-model.md``); what is yours in it is left out."""
    given = {key: value for key, value in entry.items() if value is not None}
    facts = ("title", "key", "name", "type", "venue", "year", "topic", "doi", "arxiv_id", "url", "abstract")
    return Draft(
        **{key: given[key] for key in facts if key in given},
        authors=tuple(Author(a["name"], tuple(a.get("affiliations") or ())) for a in given.get("authors", ())),
        links=tuple(Link(a["kind"], a["url"], a.get("label")) for a in given.get("links", ())),
        lists=tuple(Listing(a["slug"], a.get("section")) for a in given.get("lists", ())),
    )


def to_json(entry: Entry) -> dict[str, Any]:
    """An entry in the JSON shape of a paper, one everywhere (see ``docs/data-model.md``)."""
    paper = entry.paper
    facts = ("key", "name", "title", "type", "venue", "year", "topic")
    yours = ("status", "started_on", "finished_on", "progress", "rating", "priority", "due_on")
    return {
        **{fact: getattr(paper, fact) for fact in facts},
        "authors": [{"name": author.name, "affiliations": list(author.affiliations)} for author in entry.authors],
        "links": [{"kind": link.kind, "url": link.url, "label": link.label} for link in paper.links],
        **{fact: getattr(paper, fact) for fact in ("doi", "arxiv_id", "url")},
        "abstract": entry.abstract,
        "lists": [{"slug": listing.slug, "section": listing.section} for listing in entry.lists],
        **{fact: getattr(paper, fact) for fact in yours},
        "tags": list(paper.tags),
        "notes": [note_json(note) for note in entry.notes],
    }


def note_json(note: Note) -> dict[str, Any]:
    """A note as it stands in the JSON shape of its paper."""
    return {fact: getattr(note, fact) for fact in ("uid", "body", "page", "quote", "created_at", "updated_at")}
