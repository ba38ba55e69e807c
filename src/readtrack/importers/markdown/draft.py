"""What was found of an entry of a reading list -> a draft."""

from __future__ import annotations

import re
from collections.abc import Mapping

from readtrack.importers.markdown.below.nested import Nested
from readtrack.importers.markdown.layout.headings import facts_in, type_in
from readtrack.importers.markdown.layout.items import Found
from readtrack.importers.markdown.markup.inline import as_markdown, plain
from readtrack.importers.markdown.said.groups import Facts
from readtrack.importers.markdown.said.place import KNOWN, OF_JOURNALS, venue_of
from readtrack.importers.markdown.said.preprints import PREPRINTS
from readtrack.importers.markdown.said.printed import in_volume
from readtrack.importers.markdown.said.readings import remarked
from readtrack.importers.markdown.whole_page.states import state_in
from readtrack.model import Author, Draft, Identifier, Link, Listing, NoteDraft, Reading
from readtrack.schema import IDENTIFIER_KINDS, STATUSES, TYPES

_AGAIN = re.compile(r"^(.{2,60}?)\s?[:：]\s+(?=\1\s?[:：])", re.IGNORECASE)
"""A name that a title begins with twice, once in bold: "**LoomNet**: LoomNet: Notes on Looms"."""


def draft_of(found: Found, titles: tuple[str | None, ...], slug: str, position: int, dated: bool = True) -> Draft:
    """The draft of an entry on the list ``slug``; ``titles``: what stands above all of it, the innermost last.

    ``dated``: the years of headings are those of the papers below them.
    """
    said = found.said
    assert said is not None  # noqa: S101 - only what was understood is made a draft
    named, nested = found.nested.named, found.nested
    facts = said.facts.over(nested.facts)
    if (stated := _last(named, "venue")) and not (_last(named, "year") or facts.year):
        place = venue_of(stated, surely=True) or _first_place(stated)
        if place and all(place):
            named, facts = {**named, "venue": (str(place[0]),)}, facts._replace(year=place[1])
    venue, year = _place(facts, (*titles, *found.section))
    year = year if dated or venue else facts.year
    kind = type_in(venue or "")  # "Book" or "PhD thesis" stands where venues do, and is none.
    venue = None if kind else venue
    authors, unplaced = _at_work(facts.authors, nested)
    return Draft(
        title=_last(named, "title") or nested.title or _AGAIN.sub("", said.title),
        name=_stated(named, "name", said.name),
        type=_type(_last(named, "type") or kind, found, _stated(named, "venue", venue)),
        venue=_stated(named, "venue", venue),
        year=_year(_last(named, "year"), year),
        topic=_stated(named, "topic", found.section[-1] if found.section else None),
        authors=authors,
        links=_links((*said.links, *nested.links)),
        doi=_last(named, "doi"),
        arxiv_id=_last(named, "arxiv"),
        url=_last(named, "url"),
        abstract=nested.abstract,
        lists=_listings(found, slug, position),
        identifiers=tuple(
            Identifier(kind, value)
            for kind, values in named.items()
            if kind in IDENTIFIER_KINDS[2:]
            for value in values
        ),
        readings=_readings(found, facts),
        tags=_tags(facts, found),
        notes=(*_remark(found), *found.notes, *nested.notes, *unplaced),
        line=found.line,
    )


_IDENTIFIED = re.compile(r"(?:doi|arxiv)\b", re.IGNORECASE)
"""How what identifies a paper begins, behind where it appeared."""


def _first_place(stated: str) -> tuple[str | None, int | None] | None:
    """Where and when a volume of a journal appeared: "Loom Letters 5, e1843 (1843); doi:10.1/a"."""
    first, _, rest = stated.partition("; ")
    volume = in_volume(first)
    if rest and not _IDENTIFIED.match(rest):
        return None  # a remark, which would be lost
    return (volume.venue, volume.year) if volume else None


def _at_work(authors: tuple[Author, ...], nested: Nested) -> tuple[tuple[Author, ...], tuple[NoteDraft, ...]]:
    """The authors, all with where they work, and a note of that where it is said of each, or of nobody."""
    if not nested.workplaces:
        return authors, ()
    if not authors or any(one.affiliations for one in authors):
        return authors, (NoteDraft(nested.at_work),)
    return tuple(one._replace(affiliations=nested.workplaces) for one in authors), ()


def _last(named: Mapping[str, tuple[str, ...]], label: str) -> str | None:
    values = named.get(label)
    return values[-1] if values else None


def _stated(named: Mapping[str, tuple[str, ...]], label: str, else_: str | None) -> str | None:
    """What is named, where "-" is nothing; else what was found otherwise."""
    value = _last(named, label)
    return (None if value == "-" else value) if value else else_


def _year(stated: str | None, else_: int | None) -> int | None:
    if stated == "-":
        return None
    found = re.search(r"\b(\d{4})\b", stated or "")
    return int(found[1]) if found else else_


def _listings(found: Found, slug: str, position: int) -> tuple[Listing, ...]:
    """Where the paper stands: on the file's own list, or on those that it names."""
    section = _stated(found.nested.named, "section", " / ".join(found.section) or None)
    named = []
    for place in found.nested.named.get("list", ()):
        other, _, part = place.partition(" / ")
        if re.fullmatch(r"[a-z0-9-]+", other):
            named.append(Listing(other, part or None))
    return tuple(named) or (Listing(slug, section, position),)


_PUBLISHERS = ("ACM", "IEEE", "USENIX")
"""Where a heading says of which of theirs: below "IEEE Loom Conference 2020" it is that."""


def _place(facts: Facts, headings: tuple[str | None, ...]) -> tuple[str | None, int | None]:
    """Venue and year: the entry's own, else those of the innermost heading that names any."""
    if facts.venue:
        told = [facts_in(heading or "") for heading in reversed(headings)]
        printed = [above.venue for above in told if above.venue] if facts.venue in _PUBLISHERS else []
        longer = (venue for venue in printed if venue.startswith(f"{facts.venue} "))
        years = (above.year for above in told if above.year and above.venue in (None, facts.venue))
        return next(longer, facts.venue), facts.year or next(years, None)
    for number, heading in enumerate(reversed(headings), 1):
        above = facts_in(heading or "")
        if above.venue and (not above.year or facts.year in (None, above.year)):
            outer = (facts_in(one or "").year for one in reversed(headings[:-number]))
            return above.venue, facts.year or above.year or next((year for year in outer if year), None)
        if above.year and not facts.year:
            facts = facts._replace(year=above.year)
    return None, facts.year


def _type(said: str | None, found: Found, venue: str | None) -> str:
    if said in TYPES:
        return str(said)
    if venue and re.search(r"\b(?:Conference|Symposium|Workshop|Proceedings|Proc\.)", venue):
        return "paper-conference"
    if venue and re.search(r"\b(?:Journal|Transactions|Letters|Magazine)\b", venue):
        return "article-journal"
    if venue in KNOWN and venue not in OF_JOURNALS and venue.lower() not in PREPRINTS:
        return "paper-conference"
    above = next((kind for kind in map(type_in, reversed(found.section[-2:])) if kind), None)
    return above or ("software" if _is_program(found) else "article")


_PROGRAM = re.compile(r"https?://(?:www\.)?(?:github|gitlab)\.com/([^/?#]+)/([^/?#]+?)(?:\.git)?/?")


def _is_program(found: Found) -> bool:
    """Whether an entry is no more than the link to a repository of its own name: "[g/brax](https://github.com/g/brax)"."""
    said = found.said
    urls = [link.url for link in said.links] if said and said.sure == "link" else []
    repository = _PROGRAM.fullmatch(urls[0]) if len(urls) == 1 else None
    if not said or not repository or said.facts.venue or said.facts.authors or found.nested.facts.authors:
        return False
    owner, name = (re.sub(r"[\W_]", "", part).casefold() for part in repository.groups())
    return re.sub(r"[\W_]", "", said.name or said.title).casefold() in (name, owner + name)


def _links(links: tuple[Link, ...]) -> tuple[Link, ...]:
    kept: dict[str, Link] = {}
    for link in links:
        kept.setdefault(link.url, link)
    return tuple(kept.values())


def _readings(found: Found, facts: Facts) -> tuple[Reading, ...]:
    """What the entry says of its reading; else its box or tick; else the heading above it."""
    stated = (*found.nested.readings, *found.readings)
    if stated:
        if facts.stars and not any(reading.rating for reading in stated):
            return (*stated[:-1], stated[-1]._replace(rating=facts.stars))
        return stated
    if remark := _remarked(found):
        return (remark._replace(rating=facts.stars),)
    told = next((tag for tag in reversed(facts.tags) if tag in STATUSES[1:]), None)
    above = next((state for state in map(state_in, reversed(found.section)) if state), None)
    boxed = re.match(r"\W{0,4}\[[ xX]\]", found.text)
    status = told or ("read" if facts.read and (boxed or above != "unread") else None)
    if not status and STATUSES[0] not in facts.tags and (facts.read is None or above == "reading"):
        status = above if above != "unread" else None
    return (Reading(status, rating=facts.stars),) if status else ()


def _remarked(found: Found) -> Reading | None:
    """The reading that the whole remark of an entry tells: "currently reading"."""
    return remarked(plain(found.said.facts.remark)) if found.said else None


def _tags(facts: Facts, found: Found) -> tuple[str, ...]:
    """Tags; stars of what is not read are a recommendation, and stay as such."""
    words = (*(tag for tag in facts.tags if tag not in STATUSES), *found.nested.tags)
    return (*words, "★" * facts.stars) if facts.stars and not _readings(found, facts) else words


def _remark(found: Found) -> tuple[NoteDraft, ...]:
    said = found.said
    body = as_markdown(said.facts.remark, said.marked.links) if said else ""
    body = re.sub(r"\s*\n\s*", "\n", body).strip(" ,;|.")
    body = body if "\n" in body else re.sub(r"^[–—-]\s+", "", body)  # it would be a bullet of the note
    return (NoteDraft(body),) if re.search(r"\w\w", body) and not _remarked(found) else ()
