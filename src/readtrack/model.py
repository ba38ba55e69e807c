"""What the store takes and gives: plain frozen data.

Named tuples, not dataclasses: making the latter costs every command 8 ms more. Their annotations are no strings:
Python compiles each of those while it makes a named tuple, which costs as much as all else about it.
"""

import re
from typing import NamedTuple


class Author(NamedTuple):
    """One author of one paper, as printed there, with the affiliations given there, in order."""

    name: str
    affiliations: tuple[str, ...] = ()


class Link(NamedTuple):
    """``kind``: one of ``schema.LINK_KINDS``; ``label``: what the source called it."""

    kind: str
    url: str
    label: str | None = None


class Identifier(NamedTuple):
    """``kind``: one of ``schema.IDENTIFIER_KINDS``; ``value``: as it compares, without a prefix."""

    kind: str
    value: str


class ReadingList(NamedTuple):
    """A reading list itself. ``slug``: its short name; ``source``: the file or page it came from."""

    slug: str
    title: str
    source: str | None = None


class Listing(NamedTuple):
    """A paper's place on a reading list: the list's slug, the section it stands in, and where in the whole list.

    ``section``: nested sections are joined by " / "; ``position``: counts from 1, None is "behind the last".
    """

    slug: str
    section: str | None = None
    position: int | None = None


class Reading(NamedTuple):
    """One time you took up a paper, a row of ``readings``. The last one of a paper is its status.

    ``status``: one of ``schema.STATUSES`` but unread; ``started_on``, ``finished_on``: ISO 8601 days, or only the
    year or month; ``progress``: "40%" or "7/18"; ``rating``: 1 to 5; ``uid``: its name in every copy of the library.
    """

    status: str
    started_on: str | None = None
    finished_on: str | None = None
    progress: str | None = None
    rating: int | None = None
    priority: str | None = None
    due_on: str | None = None
    uid: str | None = None


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


class Session(NamedTuple):
    """A time you sat down to read, a row of ``sessions``.

    ``day``: the ISO local day on which it began; ``started_at``: the moment, UTC, ISO 8601, where it is known;
    ``minutes``: None while it goes on; ``uid``: its name in every copy of the library.
    """

    day: str
    started_at: str | None = None
    minutes: int | None = None
    pages: int | None = None
    uid: str | None = None


class Review(NamedTuple):
    """That you looked a paper up again, a row of ``reviews``: the ISO local day, and whether you remembered it."""

    day: str
    remembered: bool
    uid: str | None = None


class Goal(NamedTuple):
    """How many papers you mean to read from one ISO day to another, both included. A library has one for each end."""

    papers: int
    from_on: str
    by_on: str
    uid: str | None = None


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
    def addresses(self) -> list[tuple[str, str]]:
        """(kind, URL) of everything the paper can be found at, in the order in which ``show`` prints them."""
        found = [(link.kind, link.url) for link in self.links]
        found += [("doi", f"https://doi.org/{self.doi}")] if self.doi else []
        if self.arxiv_id and "arxiv" not in dict(found):
            found.append(("arxiv", f"https://arxiv.org/abs/{self.arxiv_id}"))
        return found + ([("page", self.url)] if self.url and self.url not in {url for _, url in found} else [])

    @property
    def called(self) -> str:
        """What the paper is called in a sentence: its short name, else its key."""
        return self.name or self.key


class Entry(NamedTuple):
    """A paper with all that the library holds on it beside its row. ``readings``, ``sessions``, ``reviews``: all of
    them, the oldest first."""

    paper: Paper
    authors: tuple[Author, ...]
    abstract: str | None
    lists: tuple[Listing, ...]
    notes: tuple[Note, ...]
    identifiers: tuple[Identifier, ...] = ()
    readings: tuple[Reading, ...] = ()
    sessions: tuple[Session, ...] = ()
    reviews: tuple[Review, ...] = ()


class NoteDraft(NamedTuple):
    """A note that is not in a library yet: as ``Note``; what is None is filled in there."""

    body: str
    page: str | None = None
    quote: str | None = None
    created_at: str | None = None
    updated_at: str | None = None
    uid: str | None = None


class Draft(NamedTuple):
    """A paper that is not in a library yet: as a person, a list or a file gives it.

    The facts first; then what somebody did with it, where the source tells: ``readings`` (none: unread; the last is
    the status), ``tags``, ``notes``, ``sessions``, ``reviews``. ``key`` may be missing: the store makes one.
    ``identifiers``: those beside ``doi`` and ``arxiv_id``. ``line``: where it begins in its source, from 1.
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
    identifiers: tuple[Identifier, ...] = ()
    readings: tuple[Reading, ...] = ()
    tags: tuple[str, ...] = ()
    notes: tuple[NoteDraft, ...] = ()
    sessions: tuple[Session, ...] = ()
    reviews: tuple[Review, ...] = ()
    added_at: str | None = None
    line: int | None = None

    @property
    def all_identifiers(self) -> tuple[tuple[str, str], ...]:
        """(kind, value) of the DOI, the arXiv id and all others."""
        named = (("doi", self.doi), ("arxiv", self.arxiv_id), *self.identifiers)
        return tuple((kind, value) for kind, value in named if value)


class Skipped(NamedTuple):
    """Something in a source that was not taken: an entry, a line, or a fact of a paper that was.

    ``text``: what stands there, shortened; ``why``: a clause that follows it, such as "has no title".
    """

    line: int | None
    text: str
    why: str


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


class Plan(NamedTuple):
    """When a paper is due and how much it matters. None leaves what is there, "" takes it away.

    ``due``: an ISO day; ``priority``: one of ``schema.PRIORITIES``.
    """

    due: str | None = None
    priority: str | None = None


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


class Progress(NamedTuple):
    """A reading list and where it stands."""

    list: ReadingList
    standing: Standing


# What does not belong on one line: controls, separators, halves of surrogate pairs, no-break and repeated blanks.
_ODD = re.compile("[\x00-\x1f\x7f-\x9f\xa0\u2028\u2029\ud800-\udfff\ufeff]|^ | $|  ")
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff]")
_SURROGATES = re.compile("[\ud800-\udfff]")


def one_line(text: str | None) -> str:
    """``text`` from outside on one line: blanks single, no control characters; "" where nothing is left."""
    if not text or not _ODD.search(text):
        return text or ""
    return _SURROGATES.sub("\ufffd", " ".join(_CONTROLS.sub("", " ".join(text.split())).split()))


def text_of(text: str | None) -> str | None:
    """``text`` from outside on its several lines: no control characters, no blank line around it; None for nothing."""
    if not text:
        return None
    bare = _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _SURROGATES.sub("\ufffd", bare).strip("\n").rstrip() or None


def slug(text: str) -> str:
    """Text as a key: ASCII letters, digits and hyphens, lower-case; "" where nothing of it is left."""
    import unicodedata

    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")


def draft_of(entry: Entry) -> Draft:
    """All of a paper as a draft: what makes the same paper in another library."""
    paper = entry.paper
    facts = (
        "title",
        "key",
        "name",
        "type",
        "venue",
        "year",
        "topic",
        "links",
        "doi",
        "arxiv_id",
        "url",
        "tags",
        "added_at",
    )
    return Draft(
        **{fact: getattr(paper, fact) for fact in facts},
        authors=entry.authors,
        abstract=entry.abstract,
        lists=entry.lists,
        identifiers=entry.identifiers,
        readings=entry.readings,
        sessions=entry.sessions,
        reviews=entry.reviews,
        notes=tuple(NoteDraft(*(getattr(note, fact) for fact in NoteDraft._fields)) for note in entry.notes),
    )
