"""What the store answers beside papers and notes: what was changed, read next, found, imported, doubled."""

from pathlib import Path
from typing import NamedTuple

from readtrack.model import Entry, Goal, Marked, Note, Paper, ReadingList, Skipped


class Change(NamedTuple):
    """One change of the library. ``at``: UTC, ISO 8601; ``actor``: cli, browser, sql or doctor; ``what``: as it tells
    itself; ``undoes``: the id of the change that it took back."""

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


class Pair(NamedTuple):
    """Two papers that may be one, the older first, and what they share."""

    one: Paper
    other: Paper
    why: str


class GoalProgress(NamedTuple):
    """A goal and where it stands. ``read``: papers; ``days``: in all; ``elapsed``: days of them, today included, below
    1 before the first and above ``days`` after the last."""

    goal: Goal
    read: int
    days: int
    elapsed: int

    @property
    def state(self) -> str:
        """One of reached, missed, to come, running."""
        if self.read >= self.goal.papers:
            return "reached"
        return "missed" if self.elapsed > self.days else "to come" if self.elapsed < 1 else "running"

    @property
    def left(self) -> int:
        """How many papers are left to read."""
        return max(0, self.goal.papers - self.read)

    @property
    def days_left(self) -> int:
        """In how many days, today included."""
        return max(0, min(self.days, self.days - self.elapsed + 1))

    @property
    def ahead(self) -> int:
        """How many whole papers you are ahead of an even pace; behind it, below 0."""
        ahead = self.read * self.days - self.goal.papers * max(0, min(self.days, self.elapsed))
        return abs(ahead) // self.days * (1 if ahead > 0 else -1)


class Sat(NamedTuple):
    """A reading session of ``paper`` that is over: its ISO day, minutes and pages; and of all sessions of the paper,
    how many there are and their minutes."""

    paper: Paper
    day: str
    minutes: int | None
    pages: int | None
    sessions: int
    total: int


class Started(NamedTuple):
    """A reading session that begins: its paper before and after, and the session that it ended, if any."""

    marked: Marked
    ended: Sat | None


class Due(NamedTuple):
    """A paper to look up again. ``read``: the ISO day on which it was finished, at the latest; ``due``: since when."""

    entry: Entry
    read: str
    due: str


class Reviewed(NamedTuple):
    """A paper that was looked up again, whether you remembered it, and the ISO day on which it comes back."""

    paper: Paper
    remembered: bool
    due: str


class Copied(NamedTuple):
    """A copy of a library: the file, its size in bytes, what is in it; ``removed``: how many older ones went."""

    path: Path
    size: int
    papers: int
    notes: int
    removed: int = 0


class Restored(NamedTuple):
    """A library that was replaced by a copy: the file, what is in it now; ``kept``: where the one before is, if any."""

    path: Path
    papers: int
    notes: int
    kept: Path | None


class Fault(NamedTuple):
    """Something wrong with a library. ``check``: which of the checks found it; ``what``: in words; ``times``: how
    often; ``mends``: whether it can be mended without guessing."""

    check: str
    what: str
    times: int
    mends: bool


class Examined(NamedTuple):
    """A library that was looked through. ``version``: of its format; ``faults``: what is wrong with it; ``copy``: the
    backup before it was mended; ``mended``: what was; ``last``: the latest backup in its folder."""

    path: Path
    version: int
    papers: int
    notes: int
    changes: int
    faults: tuple[Fault, ...]
    copy: Path | None
    mended: tuple[Fault, ...]
    last: Path | None
