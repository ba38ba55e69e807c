"""A line whose facts stand between bars or slashes: "1843 | Notes on Looms | Ada Lovelace | Memoirs [[pdf]](url)"."""

from __future__ import annotations

import re

from readtrack.importers._organisations import is_organisation, organisations
from readtrack.importers._people import likeness
from readtrack.importers.markdown import inline
from readtrack.importers.markdown.facts import facts_of
from readtrack.importers.markdown.groups import Facts
from readtrack.importers.markdown.people import people_in
from readtrack.importers.markdown.place import YEAR, venue_of
from readtrack.importers.markdown.titles import is_cased
from readtrack.importers.markdown.writers import authors_before
from readtrack.model import Author

_HEAD = re.compile(rf"[^\n{inline.LINK}{inline.LABEL}{inline.CODE}\"“]{{12,1000}}")


def barred(text: str) -> tuple[str, Facts, str] | None:
    """``1843 | Title | Ada B, Carl D | VENUE | [[pdf]](url)``, ``Title / Ada B / Acme``."""
    head = _HEAD.match(text)
    pieces = head[0].strip(f" |{inline.STRUCK}").split(" | ") if head else []
    pieces = pieces if len(pieces) > 1 or not head else head[0].strip(f" {inline.STRUCK}").split(" / ")
    dated = bool(pieces) and re.fullmatch(rf"\W*{YEAR}", inline.plain(pieces[0]))
    year = int(dated[0][-4:]) if dated else None
    title, who, *rest = [*(inline.plain(piece).strip() for piece in pieces[bool(dated) :]), "", ""][:6]
    rest = [piece.strip(" .") for piece in rest if piece]
    if not head or len(title.split()) < 2 or not who or people_in(title):
        return None
    works = not year and len(rest) == 1 and is_organisation(rest[0]) and not venue_of(rest[0])
    people = people_in(who) or (authors_before(who) or _first(who) if year or works else ())
    facts = Facts(year=year) if works else _placed(rest, year)
    if not people or not facts:
        return None
    if works and not any(one.affiliations for one in people):
        people = tuple(one._replace(affiliations=tuple(organisations(rest[0]))) for one in people)
    told = facts._replace(year=facts.year or year, authors=people)
    return title, told.over(facts_of(text[head.end() :], True)), "label" if head.end() < len(text) else "facts"


_FIRST = re.compile(r"([^\W\d_a-z][\w'’.-]*(?: [^\W\d_a-z][\w'’.-]*){1,3}),? et\.? al\.?")


def _first(text: str) -> tuple[Author, ...]:
    """The first of several authors, though the family name is a word of titles, too: "Ada Real et al."."""
    found = _FIRST.fullmatch(text)
    return (Author(found[1]),) if found and likeness(found[1]) else ()


def _placed(pieces: list[str], year: int | None) -> Facts | None:
    """Where and when a paper appeared, as ``pieces`` say; None where nothing tells that they do."""
    facts = Facts(year=year)
    for piece in pieces:
        # That it has a year tells that a line says where its paper appeared, though nobody knows the place.
        place = venue_of(piece) or (venue_of(piece, surely=True) if year and is_cased(piece) else None)
        if not (place or year):
            return None
        facts = facts.over(Facts(*place) if place else Facts(tags=(piece,)))
    return facts if facts.venue or facts.year else None
