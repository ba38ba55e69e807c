"""A line whose facts stand between bars or slashes: "1843 | Notes on Looms | Ada Lovelace | Memoirs [[pdf]](url)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from readtrack.importers._organisations import is_organisation, is_place, organisations
from readtrack.importers._people import is_sure, likeness
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.said.facts import facts_of
from readtrack.importers.markdown.said.groups import Facts
from readtrack.importers.markdown.said.people import people_in
from readtrack.importers.markdown.said.place import venue_of
from readtrack.importers.markdown.said.workplaces import is_printed
from readtrack.importers.markdown.said.writers import authors_before
from readtrack.model import Author

if TYPE_CHECKING:
    pass

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
