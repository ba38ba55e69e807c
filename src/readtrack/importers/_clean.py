"""The last step of every importer: drafts as the library takes them, and what of them cannot be mended is told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime

from readtrack.importers._web import Tell, on_the_web
from readtrack.model import Author, Draft, Listing, NoteDraft, Reading, Session, Skipped, one_line, slug, text_of
from readtrack.paper_json import is_whole_day
from readtrack.schema import FINISHED, PRIORITIES, STATUSES, TYPES

LONGEST = 2000
"""Characters of a title or any other fact on one line, as on the command line."""

LONGEST_TAG = 100

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z")


def clean(draft: Draft) -> Iterator[Draft | Skipped]:
    """``draft`` as the library takes it, behind what had to be left out of it; without a title, only that."""
    told: list[Skipped] = []

    def tell(text: str, why: str) -> None:
        told.append(Skipped(draft.line, short(text), why))

    title = one_line(draft.title)
    if not title:
        yield Skipped(draft.line, short(draft.key or draft.url or ""), "has no title")
        return
    if len(title) > LONGEST:
        yield Skipped(draft.line, short(title), f"has a title of {len(title):,} characters, more than {LONGEST:,}")
        return
    kept = draft._replace(
        title=title,
        key=_key(draft.key),
        name=_fact(draft.name, "name", tell),
        venue=_fact(draft.venue, "venue", tell),
        topic=_fact(draft.topic, "topic", tell),
        type=draft.type if draft.type in TYPES else "article",
        year=draft.year if draft.year and 1000 <= draft.year <= 2999 else None,
        authors=_authors(draft.authors),
        abstract=(text_of(draft.abstract) or "").strip() or None,
        lists=_lists(draft.lists, tell),
        readings=tuple(reading for reading in (_reading(one, tell) for one in draft.readings) if reading),
        tags=_tags(draft.tags, tell),
        notes=tuple(note for note in map(_note, draft.notes) if note),
        sessions=tuple(session for session in map(_session, draft.sessions) if session),
        reviews=tuple(
            review._replace(uid=one_line(review.uid) or None) for review in draft.reviews if is_whole_day(review.day)
        ),
        added_at=_moment(draft.added_at),
        **on_the_web(draft, tell),
    )
    yield from told
    yield kept


def short(text: str) -> str:
    """The beginning of ``text``, as it is quoted when something is wrong with it."""
    line = " ".join(text[:400].split())
    return line if len(line) <= 60 else f"{line[:56].rstrip()} ..."


def _key(text: str | None) -> str | None:
    key = slug(text or "")
    return key if key and not key.isdigit() else None


def _fact(text: str | None, fact: str, tell: Tell) -> str | None:
    line = one_line(text)
    if len(line) <= LONGEST:
        return line or None
    tell(line, f"is a {fact} of {len(line):,} characters, more than {LONGEST:,}; it was left out")
    return None


def _authors(authors: tuple[Author, ...]) -> tuple[Author, ...]:
    kept = []
    for name, affiliations in authors:
        places = tuple(place for place in map(one_line, affiliations) if place)
        if line := one_line(name):
            kept.append(Author(line[:LONGEST], tuple(dict.fromkeys(place[:LONGEST] for place in places))))
    return tuple(kept)


def _lists(lists: tuple[Listing, ...], tell: Tell) -> tuple[Listing, ...]:
    """Each list once: a paper has one place on it, the first that is said."""
    kept: dict[str, Listing] = {}
    for listing in lists:
        if name := slug(listing.slug):
            kept.setdefault(name, _listing(listing, tell))
    return tuple(kept.values())


def _listing(listing: Listing, tell: Tell) -> Listing:
    position = listing.position if listing.position and 0 < listing.position < 1 << 31 else None
    return Listing(slug(listing.slug), _fact(listing.section, "section", tell), position)


def _tags(tags: tuple[str, ...], tell: Tell) -> tuple[str, ...]:
    kept: dict[str, str] = {}
    for tag in map(one_line, tags):
        if len(tag) > LONGEST_TAG:
            tell(tag, f"is longer than a tag can be, {LONGEST_TAG} characters; it was left out")
        elif tag:
            kept.setdefault(tag.lower(), tag)
    return tuple(kept.values())


def _note(note: NoteDraft) -> NoteDraft | None:
    body = text_of(note.body)
    if not body or not body.strip():
        return None
    return NoteDraft(
        body,
        one_line(note.page)[:LONGEST] or None,
        text_of(note.quote),
        _moment(note.created_at),
        _moment(note.updated_at),
        one_line(note.uid) or None,
    )


def _session(session: Session) -> Session | None:
    """A session that the schema takes: one that goes on has a moment at which it began."""
    minutes, pages = (
        count if count is not None and 0 <= count < 1 << 31 else None for count in (session.minutes, session.pages)
    )
    began = _moment(session.started_at)
    if not is_whole_day(session.day) or (minutes is None and began is None):
        return None
    return Session(session.day, began, minutes, pages, one_line(session.uid) or None)


def _moment(text: str | None) -> str | None:
    """A moment in UTC as the library writes them, or None."""
    if not text or not _MOMENT.fullmatch(text):
        return None
    try:
        datetime.fromisoformat(text[:19] if len(text) >= 20 else text[:16])
    except ValueError:
        return None
    return text


def _reading(reading: Reading, tell: Tell) -> Reading | None:
    """A reading that the schema takes; None for unread, which is no row."""
    if reading.status not in STATUSES[1:]:
        if reading.status != "unread":
            tell(reading.status, f"is no status; there are {', '.join(STATUSES)}")
        return None
    days = {}
    for fact in ("started_on", "finished_on", "due_on"):
        day = getattr(reading, fact)
        days[fact] = day if day and is_day(day) and (fact != "due_on" or len(day) == 10) else None
        if day and not days[fact]:
            tell(day, f"is no day ({fact}); it was left out")
    if reading.status not in FINISHED:
        days["finished_on"] = None
    return Reading(
        reading.status,
        progress=_progress(reading.progress, tell),
        rating=reading.rating if reading.rating in (1, 2, 3, 4, 5) else None,
        priority=reading.priority if reading.priority in PRIORITIES else None,
        uid=one_line(reading.uid) or None,
        **days,
    )


def is_day(text: str) -> bool:
    """Whether ``text`` is a day, a month or a year in ISO 8601, one that is in the calendar."""
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", text, re.ASCII):
        return False
    try:
        date.fromisoformat(f"{text}-01-01"[:10])
    except ValueError:
        return False
    return True


def _progress(text: str | None, tell: Tell) -> str | None:
    if not text:
        return None
    found = re.fullmatch(r"\s*(\d{1,6})\s*(?:%|/\s*(\d{1,6}))\s*", text, re.ASCII)
    if not found or not 0 <= int(found[1]) <= int(found[2] or 100) or int(found[2] or 100) == 0:
        tell(text, "is no progress; it was left out")
        return None
    return f"{int(found[1])}/{int(found[2])}" if found[2] else f"{int(found[1])}%"
