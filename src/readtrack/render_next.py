"""What to read next -> lines for a terminal, or JSON."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from readtrack import dates
from readtrack.model import Paper, Progress
from readtrack.periods import duration
from readtrack.render import Screen, as_json, counted, dot, line, pad, status_mark, width_of, wrap
from readtrack.render_lists import bar, labelled

if TYPE_CHECKING:
    from readtrack.store.choosing import Choice
    from readtrack.store.dashboard import Some


def choices(found: Sequence[Choice], on: Screen, *, explain: bool = False) -> str:
    """One paper below the other, the best first, each with what speaks for it."""
    if not found:
        return "Nothing is left to read. `readtrack import FILE` brings more."
    keys = max(width_of(choice.paper.key) for choice in found)
    rows = []
    for choice in found:
        paper = choice.paper
        why = f" {dot(on)} ".join(line(reason) for reason in reasons(choice))
        below = [*wrap(why, max(20, on.width - keys - 4)), *([_sum(choice)] if explain else [])]
        title, *more = wrap(line(paper.title), max(20, on.width - keys - 4))
        rows.append(f"{status_mark(paper.status, on)} {pad(line(paper.key), keys)}  {title}")
        rows += [" " * (keys + 4) + row for row in (*more, *filter(None, below))]
    return "\n".join(rows)


def choices_json(found: Sequence[Choice]) -> str:
    """The same as a JSON array."""
    return as_json(
        [
            {
                "key": choice.paper.key,
                "title": choice.paper.title,
                "status": choice.paper.status,
                "score": round(choice.score, 2),
                "parts": {name: round(part, 2) for name, part in choice.parts.items()},
                "why": reasons(choice),
            }
            for choice in found
        ]
    )


def reasons(choice: Choice) -> list[str]:
    """What speaks for a paper, in words, the weightiest first."""
    paper = choice.paper
    said = {
        "status": _status(paper),
        "due": _due(paper),
        "priority": f"{paper.priority} priority",
        "list": f"on {choice.list}",
        "waiting": _waiting(paper),
    }
    return [said[name] for name in sorted(choice.parts, key=lambda name: -choice.parts[name]) if said[name]]


def _status(paper: Paper) -> str:
    if paper.status == "reading" and paper.started_on:
        return f"reading since {dates.day_text(paper.started_on)}"
    return paper.status


def _due(paper: Paper) -> str:
    if not paper.due_on:
        return ""
    days = (date.fromisoformat(paper.due_on) - dates.today()).days
    if days < 0:
        return f"{counted(-days, 'day')} overdue"
    return ("due today", "due tomorrow")[days] if days < 2 else f"due in {days} days"


def _waiting(paper: Paper) -> str:
    added = dates.local_day(paper.added_at)
    return f"waiting {counted((dates.today() - date.fromisoformat(added)).days, 'day')}" if added else ""


def _sum(choice: Choice) -> str:
    parts = " + ".join(f"{name} {part:.1f}" for name, part in choice.parts.items())
    return f"{choice.score:.1f}{f' = {parts}' if parts else ''}"


def agenda(papers: Sequence[Paper], days: int, on: Screen) -> str:
    """What is due, day by day: the day is said once, and those that are over together."""
    if not papers:
        return f"Nothing is due in the next {counted(days, 'day')}." if days else "Nothing is due today."
    heads = [_head(str(paper.due_on)) for paper in papers]
    first, keys = max(map(width_of, heads)), max(width_of(paper.key) for paper in papers)
    room = max(20, on.width - first - keys - 6)
    rows = []
    for paper, head, above in zip(papers, heads, ["", *heads], strict=False):
        title, *more = wrap(line(paper.title), room)
        day = "" if head == above else head
        rows.append(f"{pad(day, first)}  {status_mark(paper.status, on)} {pad(line(paper.key), keys)}  {title}")
        rows += [" " * (first + keys + 6) + row for row in more]
    return "\n".join(rows)


def _head(day: str) -> str:
    """The day as the agenda says it, with what it is to today."""
    away = (date.fromisoformat(day) - dates.today()).days
    near = {0: "today", 1: "tomorrow"}.get(away)
    return near or (f"{dates.day_text(day)}, over" if away < 0 else dates.day_text(day))


LISTS = 6
"""How many reading lists the summary shows."""


def summary(
    now: Some,
    due: Some,
    later: Choice | None,
    lists: Sequence[Progress],
    on: Screen,
    *,
    sitting: tuple[Paper, int | None] | None = None,
    review: int = 0,
) -> str:
    """One screen: what is being read, what is due, what comes next, and how far the lists are.

    ``sitting``: what is being read just now, and for how many minutes; ``review``: papers to look up again today.
    """
    rows: list[tuple[str, str]] = []
    if sitting:
        paper, minutes = sitting
        rows.append(("Now", line(paper.called) + (f", for {duration(minutes)}" if minutes else "")))
    if now.papers:
        rows.append(("Reading", _called(now, [paper.called for paper in now.papers], on)))
    if due.papers:
        said = [f"{paper.called} {_due(paper).removeprefix('due ')}" for paper in due.papers]
        rows.append(("Due", _called(due, said, on)))
    if later:
        why = ", ".join(reasons(later))
        rows.append(("Next", line(later.paper.called) + (f" ({line(why)})" if why else "")))
    if review:
        rows.append(("Review", counted(review, "paper")))
    begun = sorted((each for each in lists if each.standing.total), key=lambda each: -each.standing.read)[:LISTS]
    counts = [f"{bar(each.standing.read, each.standing.total, on)}  {_read(each)}" for each in begun]
    rows += [(line(each.list.slug), count) for each, count in zip(begun, counts, strict=True)]
    if not rows:
        return "The library is empty. `readtrack import FILE` or `readtrack add TITLE` fills it."
    return "\n".join(labelled(rows, on))


def _called(some: Some, said: Sequence[str], on: Screen) -> str:
    rest = some.total - len(some.papers)
    return f" {dot(on)} ".join([*map(line, said), *([f"{rest:,} more"] if rest else [])])


def _read(each: Progress) -> str:
    return f"{each.standing.read:,} of {each.standing.total:,} read"
