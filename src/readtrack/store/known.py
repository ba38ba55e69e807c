"""What an import knows of the papers that are there: which of them a draft may be."""

from __future__ import annotations

from collections.abc import Collection

from readtrack.matching import Signs, compare, families, folded, nearness
from readtrack.model import Draft
from readtrack.store import Store

CROWD = 200
"""Papers of one title ("Editorial") that are compared one by one; of more, those of the same year or authors."""

REMEMBERED = 4_000
"""Papers whose signs are kept at hand."""


class Known:
    """The papers of a library by title and identifier, and those that an import adds."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._by_title: dict[str, list[int]] = {}
        self._crowds: dict[str, dict[object, list[int]]] = {}
        self._held: dict[tuple[str, str], int] = {}  # identifiers that are not in the library yet, lower-case
        self._signs: dict[int, Signs] = {}
        self._gone: dict[str, list[tuple[Signs, int]]] = {}
        for number, title in store.conn.execute("SELECT id, title FROM papers"):
            self._by_title.setdefault(folded(title), []).append(number)
        for gone, number in store.merged_away():
            self._gone.setdefault(folded(gone.title), []).append((signs_of(gone), number))

    def add(self, number: int, signs: Signs) -> None:
        """A new paper, which is not in the library yet."""
        title = folded(signs.title)
        self._by_title.setdefault(title, []).append(number)
        self._signs[number] = signs
        self._held.update({(kind, value.lower()): number for kind, value in signs.identifiers})
        if title in self._crowds:
            self._join(self._crowds[title], number, signs)

    def forget(self) -> None:
        """To be called when all that was added is in the library."""
        self._held = {}
        if len(self._signs) > REMEMBERED:
            self._signs = {}

    def same(self, signs: Signs, others: Collection[int]) -> tuple[int | None, tuple[int, str] | None]:
        """The paper that ``signs`` are of, or None; then the nearest that may be, with what speaks against it.

        ``others``: papers that it is known not to be.
        """
        title = folded(signs.title)
        for gone, number in self._gone.get(title, ()):
            if gone.key == signs.key or compare(signs, gone) == "same":
                return number, None
        holders = [holder for one in signs.identifiers if (holder := self.holder(one))]
        found = dict.fromkeys([*holders, *self._of_title(title, signs)])
        candidates = [number for number in found if number not in others]
        if len(candidates) > 1:
            candidates.sort(key=lambda number: nearness(signs, self.signs(number)), reverse=True)
        doubt = None
        for number in candidates:
            verdict = compare(signs, self.signs(number))
            if verdict == "same":
                return number, None
            if verdict != "other" and not doubt:
                doubt = number, verdict
        return None, doubt

    def holder(self, identifier: tuple[str, str]) -> int | None:
        """The paper that has this identifier."""
        kind, value = identifier
        return self._held.get((kind, value.lower())) or self._store.holder(kind, value)

    def signs(self, number: int) -> Signs:
        """What tells a paper from others."""
        if number not in self._signs:
            paper = self._store.paper(number)
            self._signs[number] = Signs(
                paper.title,
                families(paper.authors),
                paper.year,
                paper.type,
                paper.venue,
                frozenset(self._store.identifiers(number)),
                frozenset(link.url for link in paper.links) | ({paper.url} if paper.url else set()),
                paper.key,
            )
        return self._signs[number]

    def _of_title(self, title: str, signs: Signs) -> list[int]:
        numbers = self._by_title.get(title, [])
        if len(numbers) <= CROWD:
            return numbers
        if title not in self._crowds:
            crowd: dict[object, list[int]] = {}
            for number in numbers:
                self._join(crowd, number, self.signs(number))
            self._crowds[title] = crowd
        return [number for sign in _seats(signs) for number in self._crowds[title].get(sign, ())[:CROWD]]

    @staticmethod
    def _join(crowd: dict[object, list[int]], number: int, signs: Signs) -> None:
        for sign in _seats(signs):
            crowd.setdefault(sign, []).append(number)


def _seats(signs: Signs) -> tuple[object, ...]:
    """What papers of one title that are the same have in common."""
    return (signs.year, signs.venue, signs.urls), (signs.year, signs.families)


def signs_of(draft: Draft) -> Signs:
    """What tells a draft from others."""
    return Signs(
        draft.title,
        families(tuple(author.name for author in draft.authors)),
        draft.year,
        draft.type,
        draft.venue,
        frozenset(draft.all_identifiers),
        frozenset(link.url for link in draft.links) | ({draft.url} if draft.url else set()),
        draft.key,
    )
