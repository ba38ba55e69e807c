"""What the store answers beside papers and notes: what was changed, what to read next, what a search found."""

from __future__ import annotations

from typing import NamedTuple

from readtrack.model import Entry, Note, Paper


class Change(NamedTuple):
    """One change of the library. ``at``: UTC, ISO 8601; ``actor``: cli, browser or sql; ``what``: as it tells itself;
    ``undoes``: the id of the change that it took back."""

    id: int
    at: str
    actor: str
    what: str
    undoes: int | None = None


class Choice(NamedTuple):
    """A paper to read next. ``parts``: what its score is the sum of, by name; ``list``: the slug of the list you are
    on, if it stands there."""

    paper: Paper
    parts: dict[str, float]
    list: str | None = None

    @property
    def score(self) -> float:
        """How much speaks for it."""
        return sum(self.parts.values())


class Hit(NamedTuple):
    """A paper that a search found, and where else than in its title the words stand.

    ``where``: a column of ``searching.COLUMNS``, or None; ``note``: the note, if it is one; ``line``: the line there
    that holds most of the words.
    """

    entry: Entry
    where: str | None = None
    note: Note | None = None
    line: str = ""
