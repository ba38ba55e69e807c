"""What readtrack knows of a paper and other formats have no place for, as it is written into them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from readtrack.exporters.json import whole
from readtrack.model import Entry, Note, ReadingList

_FACTS = ("topic", "url", "arxiv_id", "links", "identifiers", "readings", "sessions", "reviews", "notes", "added_at")


def own(entry: Entry, lists: Mapping[str, ReadingList], *others: str) -> dict[str, Any]:
    """These facts of ``entry`` and the ``others``, in the JSON shape of a paper; of its lists the title and source too.

    ``lists``: by their slug.
    """
    held = whole(entry)
    named: list[dict[str, Any]] = [
        {**place, **(lists[place["slug"]]._asdict() if place["slug"] in lists else {})} for place in held["lists"]
    ]
    facts = {fact: held[fact] for fact in (*_FACTS, *others)} | {"lists": named}
    return {fact: value for fact, value in facts.items() if value not in (None, [], "")}


def by_slug(lists: Sequence[ReadingList]) -> dict[str, ReadingList]:
    """The lists by their slug."""
    return {each.slug: each for each in lists}


def said(note: Note) -> str:
    """A note as one text for other programs: its page, the quote, the note."""
    quote = "\n".join(f"> {line}" for line in (note.quote or "").split("\n")) if note.quote else ""
    return "\n\n".join(part for part in (f"p. {note.page}" if note.page else "", quote, note.body) if part)
