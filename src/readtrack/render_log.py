"""Changes of the library -> lines for a terminal, or JSON."""

from __future__ import annotations

from collections.abc import Sequence

from readtrack import dates
from readtrack.errors import DayError
from readtrack.past import Change, who_did
from readtrack.render import Screen, as_json, counted, how_long_ago, line, pad, width_of, wrap
from readtrack.store.logs import MANY, Logged

LONGEST = 50
"""Letters that are shown of a change that names very many papers."""


def changes(found: Sequence[Change], on: Screen) -> str:
    """One line for each change: when, by whom, what."""
    if not found:
        return "Nothing can be undone."
    when = [how_long_ago(change.at) for change in found]
    who = [line(who_did(change)) for change in found]
    first, second = max(map(len, when)), max(map(len, who))
    room = max(20, on.width - first - second - 4)
    rows = []
    for change, at, actor in zip(found, when, who, strict=True):
        what, *rest = wrap(_words(change), room)
        rows.append(f"{pad(at, first)}  {pad(actor, second)}  {what}")
        rows += [" " * (first + second + 4) + more for more in rest]
    return "\n".join(rows)


def changes_json(found: Sequence[Change]) -> str:
    """The same as a JSON array."""
    return as_json([change._asdict() for change in found])


def taken_back(word: str, each: Logged, on: Screen) -> str:
    """What ``undo`` ("Undone") or ``redo`` ("Redone") did, and what became of each paper."""
    told = _said(each, on) if each.papers and len(each.papers) == each.touched else []
    head = f"{word}: {_words(each.change) if told else _said(each, on)[0]}"
    return "\n".join([part for said in (head, *told) for part in wrap(said, on.width)])


def log(found: Sequence[Logged], on: Screen) -> str:
    """Day by day, the latest first: the time, by whom, and what became of each paper."""
    if not found:
        return "Nothing was changed."
    who = [line(who_did(each.change)) for each in found]
    wide = max(map(width_of, who))
    room = max(20, on.width - wide - 11)
    rows: list[str] = []
    above = ""
    for each, actor in zip(found, who, strict=True):
        day, time = _day_and_time(each.change.at)
        if day != above:
            rows += [*([""] if rows else []), day]
        above = day
        told = [part for said in _said(each, on) for part in wrap(said, room)]
        rows.append(f"  {time}  {pad(actor, wide)}  {told[0]}")
        rows += [" " * (wide + 11) + more for more in told[1:]]
    return "\n".join(rows)


def log_json(found: Sequence[Logged]) -> str:
    """The same as a JSON array."""
    told = [
        {
            **each.change._asdict(),
            "papers": [{"key": paper.key, "changes": list(event.said)} for paper, event in each.papers],
            "touched": each.touched,
        }
        for each in found
    ]
    return as_json(told)


def _said(each: Logged, on: Screen) -> list[str]:
    """What became of each paper, or where that cannot be told one by one, the words of the change."""
    arrow = "→" if on.unicode else "->"
    if each.papers and len(each.papers) == each.touched:
        return [
            f"{line(paper.called)}: {line(', '.join(event.said)).replace('→', arrow)}" for paper, event in each.papers
        ]
    what = _words(each.change)
    if each.touched > MANY and len(what) > LONGEST:  # it names every one of them
        what = f"{what[:LONGEST].rsplit(' ', 1)[0]} ..."
    return [what + (f" ({counted(each.touched, 'paper')})" if each.touched > 1 else "")]


def _words(change: Change) -> str:
    """What a change says of itself, without the word that stands beside who did it."""
    return line(change.what.removeprefix("undo ").removeprefix("redo ") if change.undoes else change.what)


def _day_and_time(moment: str) -> tuple[str, str]:
    try:
        here = dates.local(moment)
    except DayError:  # a guest wrote something else there
        return line(moment), "     "
    return dates.day_text(here.date().isoformat()), f"{here:%H:%M}"
