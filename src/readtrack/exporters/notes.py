"""Notes as a folder of Markdown, a file a paper, for Obsidian, Logseq, or git.

The facts stand in front, in YAML (https://help.obsidian.md/properties); each note has its name in a comment in front,
which these programs do not show, so that it can be told apart from all others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

import yaml

from readtrack.model import Entry, Note, slug

# What Windows takes for a device, whatever ending stands behind it:
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_DEVICE = re.compile(r"con|prn|aux|nul|com\d|lpt\d")


def files(entries: Iterable[Entry]) -> Iterator[tuple[str, str]]:
    """(file name, text) for each paper; the same papers give the same bytes.

    The name is the key of the paper, made fit for every file system; no two differ only in case.
    """
    taken: set[str] = set()
    for entry in entries:
        name = _name(entry, taken)
        taken.add(name)
        yield f"{name}.md", _text(entry)


def _name(entry: Entry, taken: set[str]) -> str:
    key = slug(entry.paper.key) or f"paper-{entry.paper.id}"
    if _DEVICE.fullmatch(key):
        key = f"{key}-paper"
    name, number = key, 2
    while name in taken:
        name, number = f"{key}-{number}", number + 1
    return name


def _text(entry: Entry) -> str:
    notes = "\n\n---\n\n".join(map(_note, entry.notes))
    return f"---\n{_front_matter(entry)}---\n\n# {entry.paper.title}\n" + (f"\n{notes}\n" if notes else "")


def _front_matter(entry: Entry) -> str:
    paper = entry.paper
    facts: dict[str, Any] = {
        "title": paper.title,
        "aliases": [paper.name] if paper.name else [],
        "authors": [author.name for author in entry.authors],
        "year": paper.year,
        "venue": paper.venue,
        "topic": paper.topic,
        "type": paper.type,
        "tags": list(paper.tags),
        "lists": [listing.slug for listing in entry.lists],
        "status": paper.status,
        "rating": paper.rating,
        "progress": paper.progress,
        "started": paper.started_on,
        "finished": paper.finished_on,
        "doi": paper.doi,
        "arxiv": paper.arxiv_id,
        "url": paper.url,
        "key": paper.key,
    }
    held = {fact: value for fact, value in facts.items() if value not in (None, [])}
    # A width that no value reaches: a line that is broken elsewhere for every change of a title makes no good diff.
    text: str = yaml.safe_dump(held, allow_unicode=True, sort_keys=False, width=1_000_000)
    return text


def _note(note: Note) -> str:
    """A note: its name and when it was written, the page, what it quotes, and its body as it is."""
    parts = [f"<!-- note {_uncommented(note.uid)} {_uncommented(note.created_at)} -->"]
    if note.page:
        parts.append(f"**p. {note.page}**")
    if note.quote:
        parts.append("\n".join(f"> {line}".rstrip() for line in note.quote.split("\n")))
    return "\n\n".join([*parts, note.body])


def _uncommented(text: str) -> str:
    """Text that cannot end the comment it stands in, nor hold a blank; as in a URL."""
    return quote(text, safe=":").replace("--", "%2D%2D")
