"""Where papers appeared, in brackets at the ends of their lines without a year: "Notes on Looms (IPSN)".

One line does not tell it from what the paper is called for short, "(LoomNet)". Where most brackets at the ends of a
page's lines have the names of conferences that are known, all have such that look like one for short.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from readtrack.importers._conferences import surely_known
from readtrack.importers.markdown.layout.items import Found
from readtrack.importers.markdown.line.entry import Line, line_of
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.said.place import venue_of
from readtrack.importers.markdown.said.unknown_places import may_be_acronym

_LEAST = 5
"""Lines with conferences that are known, three of them others: fewer may be chance."""
_OTHERS = 3
_END = re.compile(r"\s[(\[](?P<name>[A-Z][\w&/+-]{1,24}(?: [A-Z][\w&/+-]{1,24}){0,3})[)\]][\s*.†]{0,3}$")
_WORDS = 3
"""Words of a title before the brackets."""


class _Place(NamedTuple):
    """What stands in brackets from ``start`` on, at the end of a line; ``known``: a conference's acronym, or None."""

    name: str
    start: int
    known: str | None


def with_undated_places(found: Sequence[Found]) -> list[Found]:
    """The entries with the places at the ends of their lines, where three in four of these are known on a page."""
    places = [_place_in(one.said) if one.said else None for one in found]
    told = [place for place in places if place]
    known = [place.known for place in told if place.known]
    if len(known) < _LEAST or len(set(known)) < _OTHERS or len(known) * 4 < len(told) * 3:
        return list(found)
    return [
        one._replace(said=_placed(one.said, place)) if one.said and place else one
        for one, place in zip(found, places, strict=True)
    ]


def _place_in(said: Line) -> _Place | None:
    """What may be the place of a paper, at the end of its line; a link's label behind it says that it is another."""
    text = said.marked.text
    end = _END.search(text[-120:]) if len(text) <= inline.LONGEST else None
    if not end or len(inline.plain(text[: -len(end[0])]).split()) < _WORDS:
        return None
    place = venue_of(end["name"])
    known = surely_known(end["name"]) or (place[0] if place else None)
    return _Place(end["name"], len(text) - len(end[0]), known)


def _placed(said: Line, place: _Place) -> Line:
    """A line read again without its place, unless that is what its paper is called, or how far it was read."""
    rest = line_of(said.marked._replace(text=said.marked.text[: place.start]))
    title = inline.plain(said.marked.text[: place.start])
    odd = not place.known and not may_be_acronym(place.name, title)
    if said.facts.venue or said.facts.year or odd or not rest or rest.facts.venue or rest.facts.year:
        return said
    tags = tuple(tag for tag in rest.facts.tags if tag != place.name)
    return rest._replace(facts=rest.facts._replace(venue=place.known or place.name, tags=tags), marked=said.marked)
