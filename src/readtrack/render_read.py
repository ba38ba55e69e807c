"""Reading sessions and reviews -> lines for a terminal, or JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from readtrack import dates
from readtrack.model import Marked, Standing
from readtrack.paper_json import to_json
from readtrack.periods import duration
from readtrack.render import Screen, as_json, counted, dot, first_author, line, marked, note_lines, state, wrap

if TYPE_CHECKING:
    from readtrack.store.reviewing import Due, Reviewed
    from readtrack.store.sessions import Sat, Started


def started(begun: Started, on: Screen) -> str:
    """What ``start`` did: the session it ended, and the one it began."""
    paper, before = begun.marked.after, begun.marked.before.status
    became = f"{before} -> reading, " if before != paper.status else ""
    ended = [_sat(begun.ended, on)] if begun.ended else []
    return "\n".join([*ended, f"{line(paper.called)}: {became}the time runs; `readtrack done` ends it"])


def sat(found: Sat, mark: Marked | None, library: Standing, on: Screen) -> str:
    """What ``done`` did: how long the session was, all of the paper together, and how it was marked."""
    return "\n".join([_sat(found, on), *([marked([mark], library, None, on)] if mark else [])])


def _sat(found: Sat, on: Screen) -> str:
    parts = [duration(found.minutes or 0)]
    parts += [counted(found.pages, "page")] if found.pages is not None else []
    parts += [] if found.day == dates.today().isoformat() else [f"on {dates.day_text(found.day)}"]
    said = f"{line(found.paper.called)}: {', '.join(parts)}"
    return said + (f" {dot(on)} {spent(found.sessions, found.total)}" if found.sessions > 1 else "")


def spent(sessions: int, minutes: int) -> str:
    """How long a paper was read in all."""
    return f"{counted(sessions, 'session')}, {duration(minutes)} in all"


def due(found: Sequence[Due], then: str | None, on: Screen) -> str:
    """The papers to look up again, each with its notes."""
    if not found:
        return _nothing(then)
    return "\n\n".join(f"{_head(each, on)}\n{notes(each, on)}".rstrip() for each in found)


def due_json(found: Sequence[Due]) -> str:
    """The same as a JSON array."""
    return as_json([{**to_json(each.entry), "read": each.read, "due": each.due} for each in found])


def question(each: Due, number: int, total: int, on: Screen) -> str:
    """A paper before it is asked for: what it is, and nothing of what you noted."""
    return f"\n{number} of {total}\n{_head(each, on)}"


def notes(each: Due, on: Screen) -> str:
    """What you noted on a paper."""
    return "\n".join(note_lines(each.entry.notes, on)).strip("\n") or "  no notes"


def reviewed(done: Reviewed) -> str:
    """What an answer did."""
    word = "remembered" if done.remembered else "forgotten"
    return f"{line(done.paper.called)}: {word}, back on {dates.day_text(done.due)}"


def answered(done: Sequence[Reviewed], then: str | None) -> str:
    """What all answers came to."""
    known = sum(each.remembered for each in done)
    next_one = f"; the next on {dates.day_text(then)}" if then else ""
    return f"{len(done)} reviewed, {known} remembered{next_one}."


def _nothing(then: str | None) -> str:
    if not then:
        return "Nothing to review: no paper is read yet. `readtrack mark PAPER --read` says that you read one."
    if then == dates.today().isoformat():
        return "Enough for today. `readtrack review -n 10` brings back more."
    return f"Nothing to review today; the next on {dates.day_text(then)}."


def _head(each: Due, on: Screen) -> str:
    paper = each.entry.paper
    about = [first_author(paper.authors), " ".join(str(part) for part in (paper.venue, paper.year) if part)]
    about.append(state(paper))
    return "\n".join([*wrap(line(paper.title), on.width), f" {dot(on)} ".join(line(part) for part in about if part)])
