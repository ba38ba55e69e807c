"""What a search found -> lines for a terminal, or JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from readtrack.paper_json import to_json
from readtrack.render import Screen, as_json, counted, line, pad, status_mark, width_of, wrap
from readtrack.searching import Term, excerpt, spans

if TYPE_CHECKING:
    from readtrack.store.searches import Hit

MARKED = "\x1b[1;33m{}\x1b[0m"
LONGEST = 3
"""How many lines of the terminal a matching line may take."""


def hits(found: Sequence[Hit], count: int, terms: Sequence[Term], on: Screen) -> str:
    """One paper below the other, the best first: its key and title, and the line that matched."""
    if not found:
        return "No paper fits."
    keys = max(width_of(hit.entry.paper.key) for hit in found)
    room = max(20, on.width - keys - 4)
    rows = []
    for hit in found:
        paper = hit.entry.paper
        title = _marked(wrap(line(paper.title), room), terms, "title", on)
        rows.append(f"{status_mark(paper.status, on)} {pad(line(paper.key), keys)}  {title[0]}")
        below = title[1:]
        if hit.where:
            text = _label(hit) + line(_excerpt(hit, terms, room * LONGEST - 20))
            below += _marked(wrap(text, room), terms, hit.where, on)
        rows += [" " * (keys + 4) + row for row in below]
    cut = f"; the best {len(found):,} shown, --limit 0 shows all" if len(found) < count else ""
    return "\n".join([*rows, f"{counted(count, 'paper')}{cut}"])


def hits_json(found: Sequence[Hit]) -> str:
    """The same as a JSON array: each paper, and under ``match`` where the words stand."""
    return as_json([to_json(hit.entry) | {"match": _match_json(hit)} for hit in found])


def _match_json(hit: Hit) -> dict[str, Any]:
    return {"in": hit.where or "title", "note": hit.note.uid if hit.note else None, "line": hit.line or None}


def _label(hit: Hit) -> str:
    if not hit.note:
        return f"{hit.where}: "
    return f"note {hit.note.id}{f', p. {line(hit.note.page)}' if hit.note.page else ''}: "


def _excerpt(hit: Hit, terms: Sequence[Term], width: int) -> str:
    text = " ".join(hit.line.split())
    return excerpt(text, next(iter(spans(text, terms, str(hit.where))), (0, 0))[0], width)


def _marked(lines: Sequence[str], terms: Sequence[Term], column: str, on: Screen) -> list[str]:
    if not on.colour:
        return list(lines)
    shown = []
    for text in lines:
        for start, end in reversed(spans(text, terms, column)):
            text = text[:start] + MARKED.format(text[start:end]) + text[end:]
        shown.append(text)
    return shown
