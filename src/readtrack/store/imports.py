"""Importing: each draft is a new paper, or one that is there and may gain something; all of it is one change."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from readtrack.errors import UnreadableError, nothing_found
from readtrack.identifiers import url_of
from readtrack.model import Draft, Goal, Link, ReadingList, Skipped
from readtrack.store import Store, adding
from readtrack.store.changes import Rows
from readtrack.store.gains import gain
from readtrack.store.goals import add_goal
from readtrack.store.known import Known, signs_of

BATCH = 2000
"""Drafts that are held at once."""

CACHE = 40_000
"""KiB of the library that SQLite keeps at hand: with its usual 2 MiB, a large import reads its own indexes again."""


class Doubt(NamedTuple):
    """A paper that was added although it may be there already: its key, the other's, and why nobody can be sure."""

    key: str
    other: str
    why: str


class Imported(NamedTuple):
    """What became of one source. ``format``: its title; ``error``: why nothing of it was taken, None if it was.

    ``added``, ``merged``: keys of papers that are new, or gained something; ``unchanged``: how many had it all. The
    rest counts what the source holds: ``authors`` all mentions, ``people`` different names.
    """

    name: str
    format: str
    lists: tuple[ReadingList, ...] = ()
    added: tuple[str, ...] = ()
    merged: tuple[str, ...] = ()
    unchanged: int = 0
    authors: int = 0
    people: int = 0
    affiliations: int = 0
    links: int = 0
    sections: int = 0
    notes: int = 0
    goals: int = 0
    skipped: tuple[Skipped, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    error: str | None = None

    @property
    def papers(self) -> int:
        """How many papers were found in the source."""
        return len(self.added) + len(self.merged) + self.unchanged


class Batch(NamedTuple):
    """One source to import: its name, the title of its format, and what stands in it.

    ``distinct``: it comes from a library, so that two papers in it with keys of their own are not one.
    """

    name: str
    format: str
    found: Iterable[Draft | ReadingList | Goal | Skipped]
    distinct: bool = False


def import_(store: Store, sources: Sequence[Batch]) -> list[Imported]:
    """Take in all of ``sources``, in one change. A source that nobody can read costs that source only."""
    store.conn.execute(f"PRAGMA cache_size = -{CACHE}")
    with store.change(f"import {', '.join(source.name for source in sources)}"):
        importing = _Importing(store)
        results = [importing.take_in(source) for source in sources]
        store.write_image(added=sorted(importing.added), lists=importing.lists, before=importing.before)
    return results


class _Count:
    """What one source turned out to hold."""

    def __init__(self) -> None:
        self.lists: list[ReadingList] = []
        self.added: list[str] = []
        self.numbers: set[int] = set()
        self.merged: list[str] = []
        self.unchanged = 0
        self.authors = self.links = self.notes = self.goals = 0
        self.people: set[str] = set()
        self.affiliations: set[str] = set()
        self.sections: set[tuple[str, str]] = set()
        self.skipped: list[Skipped] = []
        self.doubts: list[Doubt] = []

    def see(self, draft: Draft) -> None:
        """Count what a draft holds."""
        self.authors += len(draft.authors)
        self.people.update(author.name for author in draft.authors)
        self.affiliations.update(place for author in draft.authors for place in author.affiliations)
        self.links += len(draft.links)
        self.notes += len(draft.notes)
        self.sections.update((each.slug, each.section) for each in draft.lists if each.section)

    @property
    def empty(self) -> bool:
        """Whether it holds nothing that a library could take."""
        return not (self.added or self.merged or self.unchanged or self.goals)

    def result(self, source: Batch, error: str | None) -> Imported:
        """The whole of it."""
        return Imported(
            source.name,
            source.format,
            tuple(self.lists),
            tuple(self.added),
            tuple(self.merged),
            self.unchanged,
            self.authors,
            len(self.people),
            len(self.affiliations),
            self.links,
            len(self.sections),
            self.notes,
            self.goals,
            tuple(self.skipped),
            tuple(self.doubts),
            error,
        )


class _Importing:
    """An import under way: what it knows of the library, and what waits to be written."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.added: set[int] = set()
        self.lists: list[str] = []
        self.before: Rows = {}
        self.imaged: set[int] = set()
        self.taken: set[str] = set()
        self.tried: dict[str, int] = {}
        self.known = Known(store)
        self.next = adding.next_paper(store)
        self.new: dict[int, Draft] = {}
        self.waiting: list[tuple[int, Draft]] = []  # papers that are there, or in ``new``, and what they may gain
        for (key,) in store.conn.execute("SELECT key FROM papers"):
            self.taken.add(key)

    def take_in(self, source: Batch) -> Imported:
        """Everything in one source."""
        count, error = _Count(), None
        try:
            for found in source.found:
                if isinstance(found, Draft):
                    self._take(found, count, source)
                elif isinstance(found, ReadingList):
                    count.lists.append(found)
                    self.lists += adding.add_lists(self.store, [found], self.before)
                elif isinstance(found, Goal):
                    count.goals += 1
                    add_goal(self.store, found)
                else:
                    count.skipped.append(found)
                if len(self.new) + len(self.waiting) >= BATCH:
                    self._write(count)
        except UnreadableError as unreadable:
            if self.new or self.waiting or not count.empty:
                count.skipped.append(Skipped(None, "", str(unreadable)))
            else:
                error = str(unreadable)
        self._write(count)
        if not error and count.empty:
            error = nothing_found(source.name, source.format, count.skipped)
        return count.result(source, error)

    def _take(self, draft: Draft, count: _Count, source: Batch) -> None:
        count.see(draft)
        signs = signs_of(draft)
        # in a library's own export, what has keys of its own are two papers
        others = count.numbers if source.distinct and draft.key else frozenset[int]()
        same, doubt = self.known.same(signs, others)
        if same:
            self.waiting.append((same, draft))
            return
        number, self.next = self.next, self.next + 1
        draft = self._with_key(self._without_foreign(draft))
        self.new[number] = draft
        self.known.add(number, signs_of(draft))
        self.added.add(number)
        count.numbers.add(number)
        count.added.append(str(draft.key))
        if doubt:
            other, why = doubt
            count.doubts.append(Doubt(str(draft.key), self.known.signs(other).key or "", why))

    def _without_foreign(self, draft: Draft) -> Draft:
        """``draft`` with the identifiers that other papers hold turned into links."""
        foreign = {one for one in draft.all_identifiers if self.known.holder(one)}
        if not foreign:
            return draft
        urls = {link.url for link in draft.links}
        links = [Link(kind, url) for kind, value in foreign if (url := url_of(kind, value)) and url not in urls]
        return draft._replace(
            doi=None if ("doi", draft.doi) in foreign else draft.doi,
            arxiv_id=None if ("arxiv", draft.arxiv_id) in foreign else draft.arxiv_id,
            identifiers=tuple(one for one in draft.identifiers if tuple(one) not in foreign),
            links=(*draft.links, *links),
        )

    def _with_key(self, draft: Draft) -> Draft:
        key = adding.free_key(draft.key or adding.key_for(draft), self.taken, self.tried)
        self.taken.add(key)
        return draft._replace(key=key)

    def _write(self, count: _Count) -> None:
        """Write what waits: first the new papers, then what others gain, among them papers that were new just now."""
        drafts = (*self.new.values(), *(draft for _, draft in self.waiting))
        slugs = {listing.slug for draft in drafts for listing in draft.lists}
        self.lists += adding.add_lists(self.store, [ReadingList(slug, slug) for slug in sorted(slugs)], self.before)
        if self.new:
            adding.load(self.store, list(self.new.values()))
        for number, draft in self.waiting:
            paper = self.store.paper(number)
            known = number in self.added or number in self.imaged
            if gain(self.store, paper, draft, None if known else self.before):
                self.imaged.add(number)
                count.merged.append(paper.key)
            else:
                count.unchanged += 1
        self.known.forget()
        self.new, self.waiting = {}, []
