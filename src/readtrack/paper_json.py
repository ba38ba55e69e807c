"""The JSON of a paper: one shape everywhere, told in ``docs/data-model.md``."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from readtrack.model import (
    Author,
    Draft,
    Entry,
    Goal,
    Identifier,
    Link,
    Listing,
    Note,
    NoteDraft,
    Reading,
    ReadingList,
    Review,
    Session,
    slug,
)


def draft_from_json(entry: Mapping[str, Any]) -> Draft:
    """A draft from the JSON shape of a paper (see ``docs/data-model.md``). What is of the wrong type is left out."""
    facts = ("key", "name", "type", "venue", "topic", "doi", "arxiv_id", "url", "abstract", "added_at")
    return Draft(
        _text(entry, "title") or "",
        **{fact: value for fact in facts if (value := _text(entry, fact))},  # type: ignore[arg-type]  # all text
        year=_year(entry.get("year")),
        authors=tuple(
            Author(_text(one, "name") or "", tuple(filter(_is_text, _array(one, "affiliations"))))
            for one in _objects(entry, "authors", "name")
        ),
        links=tuple(
            Link(_text(one, "kind") or "", _text(one, "url") or "", _text(one, "label"))
            for one in _objects(entry, "links", "url")
        ),
        lists=tuple(
            Listing(_text(one, "slug") or "", _text(one, "section"), _number(one, "position"))
            for one in _objects(entry, "lists", "slug")
        ),
        identifiers=tuple(
            Identifier(_text(one, "kind") or "", _text(one, "value") or "")
            for one in _objects(entry, "identifiers", "value")
        ),
        readings=tuple(
            _reading_from_json(one)
            for one in _objects(entry, "readings", "status") or (entry,)
            if one.get("status") not in (None, "unread")
        ),
        sessions=tuple(
            Session(
                _text(one, "day") or "",
                _text(one, "started_at"),
                _number(one, "minutes"),
                _number(one, "pages"),
                _text(one, "uid"),
            )
            for one in _objects(entry, "sessions", "day")
        ),
        reviews=tuple(
            Review(_text(one, "day") or "", bool(one["remembered"]), _text(one, "uid"))
            for one in _objects(entry, "reviews", "day")
            if one.get("remembered") in (0, 1)
        ),
        tags=tuple(filter(_is_text, _array(entry, "tags"))),
        notes=tuple(
            NoteDraft(_text(one, "body") or "", *(_text(one, fact) for fact in NoteDraft._fields[1:]))
            for one in _objects(entry, "notes", "body")
        ),
    )


def list_from_json(value: object) -> ReadingList | None:
    """A reading list from its JSON shape; None where it has no short name."""
    given = value if isinstance(value, dict) else {}
    name = slug(_text(given, "slug") or "")
    return ReadingList(name, _text(given, "title") or name, _text(given, "source")) if name else None


def goal_from_json(value: Mapping[str, Any]) -> Goal | None:
    """A goal from its JSON shape; None where it is none."""
    papers, days = _number(value, "papers"), [_text(value, fact) or "" for fact in ("from_on", "by_on")]
    if not papers or papers < 1 or not all(map(is_whole_day, days)) or days[0] > days[1]:
        return None
    return Goal(papers, days[0], days[1], _text(value, "uid"))


def is_whole_day(text: str) -> bool:
    """Whether ``text`` is an ISO 8601 day, one that is in the calendar."""
    try:
        return len(text) == 10 and date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _reading_from_json(entry: Mapping[str, Any]) -> Reading:
    facts = ("started_on", "finished_on", "progress", "priority", "due_on", "uid")
    return Reading(
        _text(entry, "status") or "unread",
        rating=_number(entry, "rating"),
        **{fact: _text(entry, fact) for fact in facts},
    )


def _year(value: object) -> int | None:
    if isinstance(value, str) and len(value) == 4 and value.isdecimal():
        return int(value)
    return value if isinstance(value, int) else None


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _text(entry: Mapping[str, Any], key: str) -> str | None:
    value = entry.get(key)
    return value if isinstance(value, str) else None


def _number(entry: Mapping[str, Any], key: str) -> int | None:
    value = entry.get(key)
    return value if isinstance(value, int) and abs(value) < 1 << 31 else None


def _array(entry: Mapping[str, Any], key: str) -> list[Any]:
    value = entry.get(key)
    return value if isinstance(value, list) else []


def _objects(entry: Mapping[str, Any], key: str, bare: str) -> list[Mapping[str, Any]]:
    """The objects in an array; a text there stands for an object that has only ``bare``."""
    return [one if isinstance(one, dict) else {bare: one} for one in _array(entry, key) if isinstance(one, (dict, str))]


def to_json(entry: Entry) -> dict[str, Any]:
    """An entry in the JSON shape of a paper, one everywhere (see ``docs/data-model.md``)."""
    paper = entry.paper
    facts = ("key", "name", "title", "type", "venue", "year", "topic")
    yours = ("status", "started_on", "finished_on", "progress", "rating", "priority", "due_on")
    return {
        **{fact: getattr(paper, fact) for fact in facts},
        "authors": [{"name": author.name, "affiliations": list(author.affiliations)} for author in entry.authors],
        "links": [{"kind": link.kind, "url": link.url, "label": link.label} for link in paper.links],
        **{fact: getattr(paper, fact) for fact in ("doi", "arxiv_id", "url")},
        "abstract": entry.abstract,
        "lists": [{"slug": listing.slug, "section": listing.section} for listing in entry.lists],
        **{fact: getattr(paper, fact) for fact in yours},
        "tags": list(paper.tags),
        "notes": [note_json(note) for note in entry.notes],
    }


def note_json(note: Note) -> dict[str, Any]:
    """A note as it stands in the JSON shape of its paper."""
    return {fact: getattr(note, fact) for fact in ("uid", "body", "page", "quote", "created_at", "updated_at")}
