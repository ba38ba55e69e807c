"""A line whose facts stand between bars or slashes: "1843 | Notes on Looms | Ada Lovelace | Memoirs [[pdf]](url)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from readtrack.importers._organisations import is_organisation, is_place, organisations
from readtrack.importers._people import is_sure, likeness
from readtrack.importers.markdown import inline
from readtrack.importers.markdown.facts import facts_of
from readtrack.importers.markdown.groups import Facts
from readtrack.importers.markdown.people import people_in
from readtrack.importers.markdown.place import YEAR, venue_of
from readtrack.importers.markdown.titles import is_cased
from readtrack.importers.markdown.workplaces import is_printed
from readtrack.importers.markdown.writers import authors_before
from readtrack.model import Author

if TYPE_CHECKING:
    from readtrack.importers.markdown.items import Found

_HEAD = re.compile(rf"[^\n{inline.LINK}{inline.LABEL}{inline.CODE}\"“]{{12,1000}}")


def barred(text: str, year: int | None = None) -> tuple[str, Facts, str] | None:
    """``Title | Ada B, Carl D | VENUE | [[pdf]](url)``, ``Title / Ada B / Acme``; ``year``: what stands before it."""
    head = _HEAD.match(text)
    pieces = head[0].strip(f" |{inline.STRUCK}").split(" | ") if head else []
    pieces = pieces if len(pieces) > 1 or not head else head[0].strip(f" {inline.STRUCK}").split(" / ")
    title, who, *rest = [*(inline.plain(piece).strip() for piece in pieces), "", ""][:6]
    rest = [piece.strip(" .") for piece in rest if piece]
    if not head or len(title.split()) < 2 or not who or is_place(who) or people_in(title):
        return None
    behind = not year and len(rest) == 1 and is_organisation(rest[0]) and not venue_of(rest[0])
    works = behind and not _prints(rest[0])
    facts = Facts() if works else Facts(tags=(rest[0],)) if behind else _placed(rest, year)
    people = people_in(who) or (_alone(who, bool(works or (facts and facts.venue))) if year or works else ())
    if not people or not facts:
        return None
    if works and not any(one.affiliations for one in people):
        people = tuple(one._replace(affiliations=tuple(organisations(rest[0]))) for one in people)
    told = facts._replace(year=facts.year or year, authors=people)
    return title, told.over(facts_of(text[head.end() :], True)), "label" if head.end() < len(text) else "facts"


def _prints(where: str) -> bool:
    """Whether ``where`` may as well be who put a paper out: a society, a publisher."""
    return is_printed(where) or bool(re.search(r"\b(?:Academy|Association|Books|Society)\b", where))


_FIRST = re.compile(r"([^\W\d_a-z][\w'’.-]*(?: [^\W\d_a-z][\w'’.-]*){1,3}),? et\.? al\.?")


def _first(text: str) -> tuple[Author, ...]:
    """The first of several authors, though the family name is a word of titles, too: "Ada Real et al."."""
    found = _FIRST.fullmatch(text)
    return (Author(found[1]),) if found and likeness(found[1]) else ()


def _alone(who: str, placed: bool) -> tuple[Author, ...]:
    """The people in ``who``, perhaps one; where nothing tells that their paper was ``placed``, they surely are such."""
    people = authors_before(who) or _first(who)
    return people if placed or "et al" in who or len(people) > 1 or all(is_sure(one.name) for one in people) else ()


def _placed(pieces: list[str], year: int | None) -> Facts | None:
    """Where and when a paper appeared, as ``pieces`` say; None where nothing tells that they do."""
    facts = Facts(year=year)
    for piece in pieces:
        place = venue_of(piece)
        if not (place or year):
            return None
        facts = facts.over(Facts(*place) if place else Facts(tags=(piece,)))
    return facts if facts.venue or facts.year else None


_BEHIND = re.compile(rf"\W*{YEAR} \|[^|\n]+\|[^|\n]+\| ([^|\n{inline.LINK}{inline.LABEL}\[]+)")
"""What stands behind the people of a line that begins with a year."""


def in_column(found: Sequence[Found]) -> list[Found]:
    """The entries with what stands behind their people as the venue, where most of a page have a known one there."""
    behind = [_BEHIND.match(one.said.marked.text) if one.said and one.said.facts.authors else None for one in found]
    told = sum(bool(piece and one.said and one.said.facts.venue) for one, piece in zip(found, behind, strict=True))
    if told < 3 or told * 3 < sum(map(bool, behind)) * 2:
        return list(found)
    return [_with_venue(one, piece[1].strip(" .")) if piece else one for one, piece in zip(found, behind, strict=True)]


def _with_venue(one: Found, piece: str) -> Found:
    place = venue_of(piece, surely=True) if is_cased(piece) else None
    if not one.said or not place or piece not in one.said.facts.tags:
        return one
    tags = tuple(tag for tag in one.said.facts.tags if tag != piece)
    return one._replace(said=one.said._replace(facts=Facts(*place).over(one.said.facts._replace(tags=tags))))
