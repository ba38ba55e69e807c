"""What an import did -> lines for a terminal, or JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from readtrack import render
from readtrack.model import Skipped
from readtrack.render import Screen, counted, dot, line

if TYPE_CHECKING:
    from readtrack.store.imports import Doubt, Imported

SHOWN = 20
"""Lines not taken, and doubts, that are shown of one source; ``--json`` tells all."""

ALIKE = 4
"""Lines not taken for the same reason that are shown."""


def imported(results: Sequence[Imported], on: Screen, *, dry_run: bool) -> str:
    """The summary of ``import``: each source, what came of it, and what was not taken, with line numbers."""
    lines = [text for result in results if not result.error for text in _source(result, on)]
    if dry_run:
        lines.append("Nothing was changed: --dry-run.")
    return "\n".join(lines)


def _source(result: Imported, on: Screen) -> list[str]:
    titles = "".join(f' "{line(each.title)}"' for each in result.lists[:1])
    more = f" and {counted(len(result.lists) - 1, 'list')} more" if len(result.lists) > 1 else ""
    sections = f", {counted(result.sections, 'section')}" if result.sections else ""
    became = (
        (len(result.added), "added"),
        (len(result.merged), "merged"),
        (result.unchanged, "unchanged"),
    )
    told = ", ".join(f"{number:,} {word}" for number, word in became if number)
    held = [counted(result.papers, "paper") + (f": {told}" if told else "")]
    facts = []
    if result.authors:
        facts.append(
            f"{counted(result.authors, 'author')} ({result.people:,} {'person' if result.people == 1 else 'people'})"
        )
    rest = ("affiliation", result.affiliations), ("link", result.links), ("note", result.notes), ("goal", result.goals)
    facts += [counted(number, word) for word, number in rest if number]
    held += [", ".join(facts)] if facts else []
    held += [] if result.skipped else ["nothing skipped"]
    return [
        f"{line(result.name)}: {result.format}{titles}{more}{sections}",
        *("  " + text for text in render.wrap(f" {dot(on)} ".join(held), on.width - 2)),
        *_skipped(result.skipped, on),
        *_doubts(result.doubts, on),
    ]


def _skipped(skipped: Sequence[Skipped], on: Screen) -> list[str]:
    if not skipped:
        return []
    rows = [f"  {counted(len(skipped), 'thing')} not taken:"]
    shown = _of_each_kind(skipped)[:SHOWN]
    wide = max(len(str(each.line or "")) for each in shown)
    for each in shown:
        where = f"line {each.line:<{wide}}  " if each.line else ""
        rows += _hanging(f"    {where}", f"{line(each.text)}{': ' if each.text else ''}{line(each.why)}", on)
    return [*rows, *_rest(len(skipped) - len(shown))]


def _of_each_kind(skipped: Sequence[Skipped]) -> list[Skipped]:
    """The first of those with the same reason, so that a hundred local files do not hide the one entry that is lost."""
    seen: Counter[str] = Counter()
    kept = []
    for each in skipped:
        seen[each.why] += 1
        if seen[each.why] <= ALIKE:
            kept.append(each)
    return kept


def _doubts(doubts: Sequence[Doubt], on: Screen) -> list[str]:
    if not doubts:
        return []
    rows = [f"  {counted(len(doubts), 'paper')} kept beside another that may be the same; `readtrack merge` joins two:"]
    for each in doubts[:SHOWN]:
        rows += _hanging("    ", f"{line(each.key)} beside {line(each.other)}: {line(each.why)}", on)
    return [*rows, *_rest(len(doubts) - SHOWN)]


def _hanging(front: str, text: str, on: Screen) -> list[str]:
    first, *others = render.wrap(text, max(20, on.width - len(front)))
    return [front + first, *(" " * len(front) + other for other in others)]


def _rest(left: int) -> list[str]:
    return [f"    ... and {left:,} more; --json shows all"] if left > 0 else []


def as_json(results: Sequence[Imported]) -> str:
    """The same as JSON: an array with an object for each source."""
    return render.as_json([_object(result) for result in results])


def _object(result: Imported) -> dict[str, Any]:
    held = result._asdict()
    for key in ("lists", "skipped", "doubts"):
        held[key] = [each._asdict() for each in held[key]]
    return {"name": held.pop("name"), "format": held.pop("format"), "papers": result.papers, **held}
