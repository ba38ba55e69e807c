"""The history of a paper in plain words: "unread → read", "tag gpu added", "note 3 edited"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from readtrack import dates
from readtrack.errors import DayError
from readtrack.model import Change

ACTORS = {"cli": "command line", "browser": "browser", "sql": "SQL"}
"""Who may write -> what a person calls it."""

Row = dict[str, Any]


class Kept(NamedTuple):
    """What history keeps of one row: its ``source`` table, its name there, and the row before and after."""

    source: str
    row: str
    before: Row | None
    after: Row | None


class Past(NamedTuple):
    """One change to a paper. ``change``: its id; ``at``: UTC, ISO 8601; ``actor``: who wrote it; ``what``: as the
    change tells it; ``kept``: the rows of this paper that it touched, none where it changed facts."""

    change: int
    at: str
    actor: str
    what: str
    kept: tuple[Kept, ...]


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
        said = (*_reading(readings, after, day_text(change.at)), *_tags(kept), *_notes(kept), *_facts(change))
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
        return dates.day_text(dates.local(moment).date().isoformat() if len(moment) > 10 else moment)
    except DayError:  # a guest wrote something else there
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
    """What changed of where you stand; of an earlier reading only that it did. A day that was ``today`` goes unsaid."""
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
        if was != now and not unsaid and not (shown == today and old["status"] != new["status"]):
            said.append(words[0].format(shown) if now is not None else words[1])
    if not said and before != after and list(before.values()) != list(after.values()):
        said.append("an earlier reading edited" if len(before) == len(after) else "an earlier reading taken away")
    return said


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


_EDITS = {"undo": "edit of {} undone", "redo": "edit of {} redone"}


def _facts(change: Past) -> list[str]:
    """What a change to the facts tells in its own words: "edit KEY: title, year", "merge OTHER into KEY", or that
    behind undo or redo."""
    again, what = found.groups() if (found := re.match("(?:(undo|redo) )?(.*)", change.what)) else ("", "")
    if what.startswith("edit ") and not change.kept:
        facts = what.partition(": ")[2].replace("arxiv_id", "arXiv id").replace("doi", "DOI")
        return [_EDITS.get(again, "{} edited").format(facts)]
    if what.startswith("merge "):
        other = what.split()[1]
        return [f"gave {other} back" if again == "undo" else f"took in {other}, which was the same paper"]
    return []
