"""Titles behind a label that says so, and where and when they appeared at their ends: "*Title:* Looms (OSDI 2020)"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readtrack.importers._people import likeness
from readtrack.importers.markdown.layout.items import Found
from readtrack.importers.markdown.line.ends import ends_dated
from readtrack.importers.markdown.said.groups import Facts
from readtrack.importers.markdown.said.people import people_in
from readtrack.importers.markdown.said.place import YEAR, venue_of

_WORD = r"(?:[A-Z][\w&'’:.-]{0,30}|of|on|the|and|for|in|&)"
_DATED = re.compile(rf"\s\((?P<place>(?P<name>[A-Z][\w&'’:.-]{{1,30}}(?: {_WORD}){{1,9}}),? {YEAR})\)[\s.]?$")
"""A name of several words and a year, in brackets behind a title: with both no title ends so, whatever they name."""


def with_stated_titles(found: Sequence[Found]) -> list[Found]:
    """The entries with where and when they appeared at the ends of titles behind labels, and without that in these."""
    return [_ended(one) for one in found]


def _ended(one: Found) -> Found:
    titles = one.nested.named.get("title", ())
    title, facts = _parted(titles[-1]) if titles else ("", Facts())
    if not title or not (facts.venue or facts.year) or facts.remark or facts.name:
        return one
    named = {**one.nested.named, "title": (title,)}
    return one._replace(nested=one.nested._replace(named=named, facts=one.nested.facts.over(facts)))


def _parted(title: str) -> tuple[str, Facts]:
    """A title without what its end says of where and when it appeared, and that."""
    dated = _DATED.search(title[-300:])
    people = people_in(dated["name"]) if dated else ()
    named = people and all(likeness(one.name) == 2 for one in people)  # "Data Mining and Weaving" are nobody
    place = venue_of(dated["place"], surely=True) if dated and not named else None
    if dated and place and all(place):
        return title[: len(title) - len(dated[0])], Facts(*place)
    return ends_dated(title)
