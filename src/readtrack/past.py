"""The history of a paper in plain words: "unread → read", "tag gpu added", "note 3 edited"."""

import re
from collections.abc import Callable, Iterable
from typing import Any, Literal, NamedTuple

from readtrack import dates
from readtrack.errors import DayError
from readtrack.periods import duration

ACTORS = {"cli": "command line", "browser": "browser", "sql": "SQL", "doctor": "doctor"}
"""Who may write -> what a person calls it."""

Row = dict[str, Any]
Role = Literal["added", "changed", "merged"]


class Change(NamedTuple):
    """One change of the library. ``at``: UTC, ISO 8601; ``actor``: cli, browser, sql or doctor; ``what``: as it tells
    itself; ``undoes``: the id of the change that it took back."""

    id: int
    at: str
    actor: str
    what: str
    undoes: int | None = None


class Kept(NamedTuple):
    """What history keeps of one row: its ``source`` table, its name there, and the row before and after."""

    source: str
    row: str
    before: Row | None
    after: Row | None


class Past(NamedTuple):
    """One change to a paper. ``change``: its id; ``at``: UTC, ISO 8601; ``actor``: who wrote it; ``what``: as the
    change tells it; ``kept``: the rows of this paper that it touched; ``role``: what it did to the facts of the paper,
    merged: into another; None: nothing."""

    change: int
    at: str
    actor: str
    what: str
    kept: tuple[Kept, ...]
    role: Role | None = None


class Event(NamedTuple):
    """One change in words. ``change``: its id; ``at``: UTC, ISO 8601; ``day``: the same in words; ``who``: by what it
    was written."""

    change: int
    at: str
    day: str
    who: str
    said: tuple[str, ...]


def events(past: Iterable[Past], paper: int) -> tuple[Event, ...]:
    """The changes that show on the paper with this id, the latest first; ``past``: the oldest first."""
    told = []
    readings: dict[int, Row] = {}
    for change in past:
        kept = [_here(row, paper) for row in change.kept]
        after = _readings_after(readings, kept)
        said = (
            *_facts(change),
            *_reading(readings, after, day_text(change.at)),
            *_tags(kept),
            *_notes(kept),
            *_looking_back(kept),
        )
        readings = after
        if said:
            told.append(Event(change.change, change.at, day_text(change.at), who_did(change), said))
    return tuple(reversed(told))


class Seen(NamedTuple):
    """A row of history as one paper sees it. ``before``, ``after``: None where the row was not on it; ``moved``:
    whether it came from another paper, or went to one."""

    source: str
    row: str
    before: Row | None
    after: Row | None
    moved: bool


def _here(kept: Kept, paper: int) -> Seen:
    before, after = (image if image and image["paper"] == paper else None for image in (kept.before, kept.after))
    return Seen(kept.source, kept.row, before, after, (before, after) != (kept.before, kept.after))


def who_did(change: Past | Change) -> str:
    """By what a change was made, and whether it took one back or brought one back."""
    word = change.what.partition(" ")[0]
    return ACTORS.get(change.actor, change.actor) + (f", {word}" if word in ("undo", "redo") else "")


def day_text(moment: str) -> str:
    """The local day of a UTC moment, or a day, in words; as it stands there where it is neither."""
    try:
        return dates.day_text(dates.local_day(moment) or moment)
    except DayError:
        return moment


def _readings_after(readings: dict[int, Row], kept: Iterable[Seen]) -> dict[int, Row]:
    after = dict(readings)
    for row in kept:
        if row.source == "readings":
            if row.after:
                after[int(row.row)] = row.after
            else:
                after.pop(int(row.row), None)
    return after


def _latest(readings: dict[int, Row]) -> Row:
    return readings[max(readings)] if readings else {"status": "unread"}


def _reading(before: dict[int, Row], after: dict[int, Row], today: str) -> list[str]:
    """What changed of where you stand; of an earlier reading only that it did.

    A day that was ``today`` goes unsaid where the change says it itself: that you began or finished.
    """
    old, new = _latest(before), _latest(after)
    begun = bool(before) and len(after) > len(before)
    said = []
    if old["status"] != new["status"]:
        said.append(f"{old['status']} → {new['status']}")
    elif begun:
        said.append(f"{new['status']}, once more")
    fresh = {} if begun else old  # a new reading begins with nothing
    for fact, words in _WORDS.items():
        was, now = fresh.get(fact), new.get(fact)
        shown = _shown(fact, now)
        unsaid = now is None if old["status"] != new["status"] else False
        itself = shown == today and old["status"] != new["status"] and fact != "due_on"
        if was != now and not unsaid and not itself:
            said.append(words[0].format(shown) if now is not None else words[1])
    if not said and [_unnumbered(row) for row in before.values()] != [_unnumbered(row) for row in after.values()]:
        said.append("an earlier reading edited" if len(before) == len(after) else "an earlier reading taken away")
    return said


def _unnumbered(reading: Row) -> Row:
    return {column: value for column, value in reading.items() if column != "id"}


_WORDS = {
    "finished_on": ("finished {}", "not finished"),
    "started_on": ("started {}", "start taken away"),
    "rating": ("rated {} of 5", "rating taken away"),
    "progress": ("progress {}", "progress taken away"),
    "due_on": ("due {}", "no longer due"),
    "priority": ("priority {}", "priority taken away"),
}


def _shown(fact: str, value: object) -> str:
    return day_text(str(value)) if fact.endswith("_on") else str(value)


def _tags(kept: Iterable[Seen]) -> list[str]:
    changed: dict[str, int] = {}
    for row in kept:
        if row.source == "paper_tags":
            for image, sign in ((row.before, -1), (row.after, 1)):
                if image:
                    changed[image["tag"]] = changed.get(image["tag"], 0) + sign
    sides = (
        ([tag for tag, sign in changed.items() if sign == side], word) for side, word in ((1, "added"), (-1, "removed"))
    )
    return [f"{'tag' if len(tags) == 1 else 'tags'} {', '.join(tags)} {word}" for tags, word in sides if tags]


def _notes(kept: Iterable[Seen]) -> list[str]:
    said = []
    for row in kept:
        if row.source == "notes" and row.before and row.after:
            said.append(f"note {row.row} edited")
        elif row.source == "notes" and row.after:
            page = f" (p. {row.after['page']})" if row.after.get("page") else ""
            said.append(f"note {row.row} {'moved here' if row.moved else f'added{page}'}")
        elif row.source == "notes":
            said.append(f"note {row.row} {'moved away' if row.moved else 'removed'}")
    return said


def _looking_back(kept: Iterable[Seen]) -> list[str]:
    said = []
    for row in kept:
        if row.source == "sessions":
            said.append(_session(row))
        elif row.source == "reviews" and row.after:
            said.append(f"{'remembered' if row.after['remembered'] else 'forgotten'}{' (moved here)' * row.moved}")
        elif row.source == "reviews":
            said.append(f"a review {'moved' if row.moved else 'taken'} away")
    return said


def _session(row: Seen) -> str:
    was, now = ({"minutes": None, **(image or {})}["minutes"] for image in (row.before, row.after))
    if not row.after:
        return f"a time of reading {'moved' if row.moved else 'taken'} away"
    if now is None:
        return "sat down to read" if was is None else "the time of reading goes on"
    many = row.after.get("pages")
    pages = f", {many} page{'' if many == 1 else 's'}" if many else ""
    how = " (moved here)" if row.moved else " (edited)" if was is not None else ""
    return f"read for {duration(now)}{pages}{how}"


def _facts(change: Past) -> list[str]:
    """What a change did to the facts of the paper, told from its own words ("edit KEY: title, year")."""
    again, what = found.groups() if (found := re.match("(?:(undo|redo) )?(.*)", change.what, re.DOTALL)) else ("", "")
    verb, _, rest = what.partition(" ")
    # A merge that brought no new facts keeps no image of the paper that stays.
    role = change.role or ("changed" if verb == "merge" else None)
    tells = _TOLD.get((verb, role)) if role else None
    return [tells[again](rest)] if tells and again in tells else []


def _edited(rest: str) -> str:
    return rest.rpartition(": ")[2].replace("arxiv_id", "arXiv id").replace("doi", "DOI")


def _both(rest: str) -> list[str]:
    """KEY and KEY of "KEY into KEY"."""
    return rest.split(" into ", 1) if " into " in rest else [rest, "another"]


_TOLD: dict[tuple[str, str], dict[str | None, Callable[[str], str]]] = {
    ("add", "added"): {None: lambda _: "added", "redo": lambda _: "added again"},
    ("start", "added"): {None: lambda rest: f"added {rest}", "redo": lambda rest: f"added again {rest}"},
    ("import", "added"): {
        None: lambda rest: f"imported from {rest}",
        "redo": lambda rest: f"imported again from {rest}",
    },
    ("import", "changed"): {
        None: lambda rest: f"facts added by the import of {rest}",
        "undo": lambda rest: f"facts of the import of {rest} taken away",
        "redo": lambda rest: f"facts added again by the import of {rest}",
    },
    ("edit", "changed"): {
        None: lambda rest: f"{_edited(rest)} edited",
        "undo": lambda rest: f"edit of {_edited(rest)} undone",
        "redo": lambda rest: f"edit of {_edited(rest)} redone",
    },
    ("remove", "added"): {"undo": lambda _: "removal undone"},
    ("merge", "changed"): {
        None: lambda rest: f"took in {_both(rest)[0]}, which was the same paper",
        "undo": lambda rest: f"gave {_both(rest)[0]} back",
        "redo": lambda rest: f"took in {_both(rest)[0]}, which was the same paper",
    },
    ("merge", "merged"): {None: lambda rest: f"went into {_both(rest)[1]}"},
    ("merge", "added"): {"undo": lambda rest: f"came back out of {_both(rest)[1]}"},
}
"""First word of a change and what it did to the paper -> whether it undoes or redoes -> what to say, given the rest."""
