"""Changes of the library -> lines for a terminal, or JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence

from readtrack.model import Change
from readtrack.render import Screen, how_long_ago, line, pad, wrap

ACTORS = {"cli": "command line", "browser": "browser", "sql": "SQL"}
"""Who may write -> what a person calls it."""


def changes(found: Sequence[Change], on: Screen) -> str:
    """One line for each change: when, by whom, what."""
    if not found:
        return "Nothing can be undone."
    when = [how_long_ago(change.at) for change in found]
    who = [ACTORS.get(change.actor, line(change.actor)) for change in found]
    first, second = max(map(len, when)), max(map(len, who))
    room = max(20, on.width - first - second - 4)
    rows = []
    for change, at, actor in zip(found, when, who, strict=True):
        what, *rest = wrap(line(change.what.removeprefix("redo ")), room)
        rows.append(f"{pad(at, first)}  {pad(actor, second)}  {what}")
        rows += [" " * (first + second + 4) + more for more in rest]
    return "\n".join(rows)


def changes_json(found: Sequence[Change]) -> str:
    """The same as a JSON array."""
    return json.dumps([change._asdict() for change in found], ensure_ascii=False, indent=2)


def taken_back(word: str, change: Change) -> str:
    """What ``undo`` ("Undone") or ``redo`` ("Redone") did."""
    return f"{word}: {line(change.what.partition(' ')[2])}"
