"""Papers, notes and tags -> lines for a terminal, or JSON.

All text from outside passes through ``plain`` or ``line``.
"""

from __future__ import annotations

import os
import shutil
import sys
import textwrap
import unicodedata
from collections.abc import Sequence
from typing import Any, NamedTuple

from readtrack import dates
from readtrack.errors import DayError
from readtrack.model import Entry, Link, Marked, Note, Paper, Selection, Standing
from readtrack.paper_json import note_json, to_json
from readtrack.periods import duration
from readtrack.schema import FINISHED, STATUSES
from readtrack.unsafe import with_each_unsafe

MARKS = {"unread": "·", "queued": "+", "reading": "▸", "skimmed": "~", "read": "✓", "abandoned": "×"}
ASCII_MARKS = {"unread": ".", "queued": "+", "reading": ">", "skimmed": "~", "read": "x", "abandoned": "-"}
COLOURS = {"queued": "36", "reading": "33", "skimmed": "32", "read": "32", "abandoned": "31"}
SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Screen(NamedTuple):
    """What the output can show. ``width``: columns."""

    width: int
    colour: bool
    unicode: bool


def screen() -> Screen:
    """What standard output can show: colour only on a terminal and without $NO_COLOR."""
    return Screen(
        shutil.get_terminal_size().columns,
        sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb",
        (sys.stdout.encoding or "").lower().replace("-", "") == "utf8",
    )


def plain(text: str) -> str:
    """``text`` without anything a terminal would obey, hide or turn around: it shows as U+FFFD; tabs are a blank."""
    return with_each_unsafe(text.replace("\t", " ").replace("\r\n", "\n"), lambda _: "\ufffd")


def line(text: str) -> str:
    """``text`` on one line."""
    return plain(" ".join(text.split()))


def width_of(text: str) -> int:
    """Columns that ``text`` takes: two for a wide character, none for a combining one."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def wrap(text: str, width: int) -> list[str]:
    """``text`` broken at blanks, and inside a word only where it is wider than a whole line."""
    columns = width_of(text)
    if columns <= width:
        return [text]
    if columns == len(text):
        return textwrap.wrap(text, width) or [""]
    lines, current = [], ""
    for word in text.split():
        if current and width_of(current) + 1 + width_of(word) > width:
            lines.append(current)
            current = ""
        current = f"{current} {word}" if current else word
        while width_of(current) > width:
            end = next(i for i in range(len(current), 0, -1) if i == 1 or width_of(current[:i]) <= width)
            lines.append(current[:end])
            current = current[end:]
    return [*lines, current] if current or not lines else lines


def pad(text: str, width: int) -> str:
    """``text`` with blanks behind it, to ``width`` columns."""
    return text + " " * (width - width_of(text))


def papers_table(papers: Sequence[Paper], counts: Standing, which: Selection, on: Screen) -> str:
    """The table of ``list``: empty columns vanish, and those that say the same of every paper; titles wrap."""
    if not papers:
        return "No paper fits." if counts.total == 0 and which != Selection() else "The library is empty."
    cells = {"KEY": [line(paper.key) for paper in papers], "TITLE": [line(paper.title) for paper in papers]}
    cells["AUTHORS"] = [first_author(paper.authors) for paper in papers]
    cells["TAGS"] = [", ".join(map(line, paper.tags)) for paper in papers]
    venues = [line(" ".join(str(part) for part in (paper.venue, paper.year) if part)) for paper in papers]
    if len(set(venues)) > 1:
        cells["VENUE"] = venues
    cells["RATING"] = [str(paper.rating or "") for paper in papers]
    if on.width >= 100:
        cells["NOTES"] = [str(paper.notes or "") for paper in papers]
    cells = {name: column for name, column in cells.items() if name in ("KEY", "TITLE") or any(column)}
    widths = _widths(cells, on.width)
    cells = {name: cells[name] for name in widths}
    rows = [("  " + "  ".join(pad(name, width) for name, width in widths.items())).rstrip()]
    for number, paper in enumerate(papers):
        wrapped = [wrap(cells[name][number], width) for name, width in widths.items()]
        for at in range(max(map(len, wrapped))):
            parts = (
                pad(lines[at] if at < len(lines) else "", width)
                for lines, width in zip(wrapped, widths.values(), strict=True)
            )
            rows.append(f"{status_mark(paper.status, on) if at == 0 else ' '} {'  '.join(parts)}".rstrip())
    rows += wrap(_footer(len(papers), counts), on.width)
    return "\n".join(rows)


def _widths(cells: dict[str, list[str]], room: int) -> dict[str, int]:
    """How wide each column is. Where there is no room for a title, the others shrink and then vanish one by one."""
    limits = {"AUTHORS": 16, "TAGS": 16, "VENUE": 16}  # a key is never broken: people copy it
    widths = {name: min(max(map(width_of, [name, *column])), limits.get(name, 10**6)) for name, column in cells.items()}

    def left() -> int:
        return room - sum(2 + width for name, width in widths.items() if name != "TITLE") - 2

    for name, narrow in (("TAGS", 12), ("AUTHORS", 11), ("VENUE", 10)):
        if left() < min(44, widths["TITLE"]) and name in widths:
            widths[name] = min(widths[name], narrow)
    for name in ("NOTES", "VENUE", "RATING", "TAGS", "AUTHORS"):
        if left() < min(24, widths["TITLE"]):
            widths.pop(name, None)
    widths["TITLE"] = max(12, min(widths["TITLE"], left()))
    return widths


def first_author(authors: Sequence[str]) -> str:
    """The family name of the first author, and that there are more."""
    last = (line(authors[0]).split() or [""])[-1] if authors else ""
    return last if len(authors) < 2 else f"{last} et\N{NO-BREAK SPACE}al."


def status_mark(status: str, on: Screen) -> str:
    """The sign of a status, coloured where the screen is."""
    mark = (MARKS if on.unicode else ASCII_MARKS)[status]
    return f"\x1b[{COLOURS[status]}m{mark}\x1b[0m" if on.colour and status in COLOURS else mark


def counted(number: int, word: str) -> str:
    """A number and its word, which gets an s where there is not just one."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def _footer(shown: int, counts: Standing) -> str:
    by_status = ", ".join(f"{counts.by_status[s]:,} {s}" for s in reversed(STATUSES) if counts.by_status.get(s))
    inside = f" in {line(counts.topic)}" if counts.topic else ""
    cut = f"; {shown:,} shown, --limit 0 shows all" if shown < counts.total else ""
    return f"{counted(counts.total, 'paper')}{inside}: {by_status}{cut}"


def state(paper: Paper, *, relative_to: str | None = None) -> str:
    """Where you stand with a paper, in words; the day is left out where it is ``relative_to``."""
    day = paper.finished_on if paper.status in FINISHED else paper.started_on if paper.status == "reading" else None
    said = paper.status
    if day and day != relative_to:
        since = "since" if paper.status == "reading" else "on" if len(day) == 10 else "in"
        said += f" {since} {dates.day_text(day)}"
    if paper.progress and paper.status not in ("read", "skimmed"):
        said += f", {'at ' if paper.progress.endswith('%') else 'page '}{paper.progress}"
    if paper.rating:
        said += f", rated {paper.rating} of 5"
    if paper.status in ("queued", "reading"):
        said += f", due {dates.day_text(paper.due_on)}" if paper.due_on else ""
        said += f", priority {paper.priority}" if paper.priority else ""
    return said


def planned(plan: Marked) -> str:
    """What ``plan`` did to a paper: the new state where it queued it, else what it changed, old -> new."""
    old, new, _ = plan
    if old.status != new.status:
        return f"{line(new.called)}: {old.status} -> {state(new)}"
    days = [dates.day_text(paper.due_on) if paper.due_on else "none" for paper in (old, new)]
    facts = (("due", *days), ("priority", old.priority or "none", new.priority or "none"))
    said = [f"{fact} {was} -> {now}" for fact, was, now in facts if was != now]
    return f"{line(new.called)}: {', '.join(said) or 'nothing changed'}"


def marked(marks: Sequence[Marked], library: Standing, topic: Standing | None, on: Screen) -> str:
    """What ``mark`` did: old and new state of each paper, and where the list stands."""
    today = dates.today().isoformat()
    lines = []
    for mark in marks:
        old, new = mark.before.status, state(mark.after, relative_to=today)
        if mark.taken_away > 1:
            new += f" ({mark.taken_away} readings taken away)"
        same = mark.before == mark.after
        lines.append(f"{line(mark.after.called)}: {f'already {new}' if same else f'{old} -> {new}'}")
    words = dict.fromkeys(mark.after.status for mark in marks if mark.after.status not in ("read", "unread"))
    parts = [*(f"{library.by_status.get(word, 0):,} {word}" for word in words)]
    parts.append(f"{library.read:,} of {library.total:,} read")
    if topic and topic.topic:
        parts.append(f"{line(topic.topic)} {topic.read:,} of {topic.total:,}")
    standing = ", ".join(parts)
    return f"{lines[0]} {dot(on)} {standing}" if len(lines) == 1 else "\n".join([*lines, standing])


def dot(on: Screen) -> str:
    """What stands between two statements on one line."""
    return "·" if on.unicode else "-"


def entry_page(entry: Entry, on: Screen) -> str:
    """All of one paper: ``show``."""
    paper = entry.paper
    lines = wrap(line(paper.title), on.width)
    if entry.authors:
        lines += _authors(entry, on)
    where = [" ".join(str(part) for part in (paper.venue, paper.year) if part), paper.topic or ""]
    where += [f"list {listing.slug}" for listing in entry.lists]
    lines += [f" {dot(on)} ".join(line(part) for part in where if part)] if any(where) else []
    kinds = max((len(kind) for kind, _ in paper.addresses), default=0)
    lines += [f"  {kind:<{kinds}}  {line(url)}" for kind, url in paper.addresses]
    lines += ["", *wrap(line(entry.abstract), on.width)] if entry.abstract else []
    tags = f" {dot(on)} tags {', '.join(map(line, paper.tags))}" if paper.tags else ""
    time = f" {dot(on)} {time_spent(entry)}" if time_spent(entry) else ""
    lines += ["", *wrap(state(paper) + tags + time, on.width), *note_lines(entry.notes, on)]
    return "\n".join(lines)


def time_spent(entry: Entry) -> str:
    """How long a paper was read in sessions that are over; "" for none."""
    took = [each.minutes for each in entry.sessions if each.minutes is not None]
    return f"{duration(sum(took))} in {counted(len(took), 'session')}" if took else ""


def _authors(entry: Entry, on: Screen) -> list[str]:
    """Names in their order, each with the numbers of its affiliations, and these below."""
    places = list(dict.fromkeys(place for author in entry.authors for place in author.affiliations))
    number = {place: _superscript(at, on) for at, place in enumerate(places, 1)}
    names = ", ".join(
        line(author.name) + " ".join(number[place] for place in author.affiliations) for author in entry.authors
    )
    shown = "  ".join(f"{number[place]} {line(place)}" for place in places)
    return wrap(names, on.width) + (wrap(shown, on.width) if places else [])


def _superscript(number: int, on: Screen) -> str:
    return str(number).translate(SUPERSCRIPTS) if on.unicode else f"[{number}]"


def how_long_ago(moment: str) -> str:
    """How long ago a UTC moment was, in words; as it stands there where it is none."""
    try:
        return dates.ago(moment)
    except DayError:  # a guest wrote something else there
        return line(moment)


def note_lines(notes: Sequence[Note], on: Screen, *, with_paper: bool = False) -> list[str]:
    """Notes as a table: number, page, text, age."""
    if not notes:
        return []
    ages = [how_long_ago(note.created_at) for note in notes]
    pages = [f"p. {_short(line(note.page))}" if note.page else "" for note in notes]
    papers = [line(note.paper) if with_paper else "" for note in notes]
    widths = [max(map(width_of, column)) for column in (map(str, [n.id for n in notes]), papers, pages, ages)]
    head = 2 + sum(width + 2 for width in widths[:3] if width)
    room = max(20, on.width - head - widths[3] - 2)
    lines = []
    for note, paper, page, age in zip(notes, papers, pages, ages, strict=True):
        quote = [f'"{line(note.quote)}"'] if note.quote else []
        body = [part for text in [*quote, *plain(note.body).split("\n")] for part in wrap(text, room)]
        front = "  ".join(
            [f"{note.id:>{widths[0]}}"] + [pad(t, w) for t, w in ((paper, widths[1]), (page, widths[2])) if w]
        )
        lines.append(f"  {front}  {pad(body[0], room)}  {age}".rstrip())
        lines += [f"{' ' * head}{text}".rstrip() for text in body[1:]]
    return lines


def _short(page: str) -> str:
    return page if len(page) <= 40 else f"{page[:36].rstrip()} ..."


def notes_table(notes: Sequence[Note], on: Screen) -> str:
    """The table of ``notes list``."""
    return "\n".join(note_lines(notes, on, with_paper=True)) or "No notes yet."


def note_line(note: Note, called: str, verb: str = "") -> str:
    """One line that says what became of a note."""
    page = f" (p. {line(note.page)})" if note.page else ""
    words = counted(len(note.body.split()), "word")
    return f"{verb}{'note' if verb else 'Note'} {note.id} on {line(called)}{page}, {words}"


def tags_line(before: Paper, after: Paper) -> str:
    """Old and new tags of a paper."""
    old, new = (", ".join(map(line, paper.tags)) or "none" for paper in (before, after))
    return f"{line(after.called)}: tags {new} already" if old == new else f"{line(after.called)}: tags {old} -> {new}"


def tags_table(tags: Sequence[tuple[str, int]]) -> str:
    """The table of ``tags list``."""
    if not tags:
        return "No tags yet. `readtrack tags add PAPER TAG` puts one on a paper."
    width = max(width_of(line(tag)) for tag, _ in tags)
    return "\n".join(f"{pad(line(tag), width)}  {count:,}" for tag, count in tags)


def facts_line(before: Paper, after: Paper, facts: Sequence[str]) -> str:
    """Which of these facts of a paper ``edit`` changed, old -> new."""
    said: list[str] = []
    columns = [fact for fact in facts if fact != "abstract"] + (["affiliations"] if "authors" in facts else [])
    for column in columns:
        old, new = getattr(before, column), getattr(after, column)
        if old != new:
            said.append(f"{column} {_fact(old)} -> {_fact(new)}")
    said += ["new abstract"] if "abstract" in facts else []
    return f"{line(after.called)}: {'; '.join(said) or 'nothing changed'}"


def _fact(value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(line(part.url if isinstance(part, Link) else str(part)) for part in value) or "none"
    return "none" if value is None else line(str(value))


def added(paper: Paper, total: int) -> str:
    """What ``add`` did."""
    return f"Added {line(paper.key)}: {line(paper.title)} ({counted(total, 'paper')})"


def removal_question(paper: Paper) -> str:
    """What is asked before a paper is removed."""
    yours = f" and its {counted(paper.notes, 'note')}" if paper.notes else ""
    return f'Remove {line(paper.called)}, "{line(paper.title)}"{yours}?'


def removed(paper: Paper, gone: dict[str, int], left: int) -> str:
    """What ``remove`` did, and what of yours went with the paper."""
    yours = ", ".join(counted(n, table.removeprefix("paper_").removesuffix("s")) for table, n in gone.items() if n)
    return f"Removed {line(paper.called)}{f' with {yours}' if yours else ''} ({counted(left, 'paper')} left)"


def tag_renamed(old: str, new: str, count: int, merged: bool) -> str:
    """What ``tags rename`` did."""
    return f"{line(old)} {'merged into' if merged else '->'} {line(new)}, on {counted(count, 'paper')}"


def tag_deleted(tag: str, count: int) -> str:
    """What ``tags delete`` did."""
    return f"Deleted tag {line(tag)}, it was on {counted(count, 'paper')}"


def note_page(note: Note) -> str:
    """A note as it was written, under a line that says where it stands."""
    page = f", p. {line(note.page)}" if note.page else ""
    quote = [f"> {part}" for part in plain(note.quote).split("\n")] if note.quote else []
    head = f"Note {note.id} on {line(note.paper)}{page}, {how_long_ago(note.created_at)}"
    return "\n".join([head, "", *quote, *([""] if quote else []), plain(note.body)])


def note_changed(before: Note, after: Note) -> str:
    """What ``notes edit`` did."""
    if before == after:
        return f"Note {after.id} on {line(after.paper)}: nothing changed"
    said = [
        f"{fact} {_fact(old)} -> {_fact(new)}"
        for fact, old, new in (("page", before.page, after.page), ("quote", before.quote, after.quote))
        if old != new
    ]
    if before.body != after.body:
        words = [len(note.body.split()) for note in (before, after)]
        said.insert(0, f"{words[0]} -> {counted(words[1], 'word')}")
    return f"Note {after.id} on {line(after.paper)}: {'; '.join(said)}"


def as_json(held: Any) -> str:
    """JSON that a program and a terminal may read: UTF-8, with what ``plain`` would replace escaped."""
    import json

    return with_each_unsafe(json.dumps(held, indent=2, ensure_ascii=False), lambda sign: json.dumps(sign)[1:-1])


def entry_json(entry: Entry) -> str:
    """A paper in the one JSON shape."""
    return as_json(to_json(entry))


def entries_json(entries: Sequence[Entry]) -> str:
    """Papers in the one JSON shape."""
    return as_json([to_json(entry) for entry in entries])


def notes_json(notes: Sequence[Note]) -> str:
    """Notes, each with its number and the key of its paper."""
    return as_json([{"id": note.id, "paper": note.paper, **note_json(note)} for note in notes])
