"""Who wrote a paper, in brackets at the end of titles: "Notes on Looms (Lovelace and Babbage)".

One title does not tell: what it is called for short stands so, too, "Notes on Looms (Jacquard)". Those beside it do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from readtrack.importers._people import is_common, is_sure
from readtrack.importers.markdown import inline
from readtrack.importers.markdown.credits import named_in, retitled
from readtrack.importers.markdown.items import Found
from readtrack.importers.markdown.people import families_in, people_in
from readtrack.importers.markdown.place import venue_of
from readtrack.importers.markdown.writers import families_before
from readtrack.model import Author

_AT_END = re.compile(r"(?<=[\w?!.”\"])\s*[(（]([^()（）]{3,300})[)）]$")
_LEAST = 3
"""Brackets with several people: fewer may be chance."""


def signed(found: Sequence[Found]) -> list[Found]:
    """The entries without the people in brackets at the ends of their titles, where most such brackets hold some."""
    ends = [_end(one) for one in found]
    people = [_people(end[1]) if end else () for end in ends]
    several = sum(bool(end and (people_in(end[1]) or families_in(end[1]))) for end in ends)
    surely = [who for who in people if who and all(is_sure(one.name) or " " in one.name for one in who)]
    if several < _LEAST or len(surely) * 2 < sum(map(bool, ends)):
        return list(found)
    return [
        _without(one, end, who) if end and _are_people(who) else one
        for one, end, who in zip(found, ends, people, strict=True)
    ]


def _end(one: Found) -> tuple[str, str] | None:
    """The title of an entry of nobody yet, and what is in brackets at its end, or right behind it."""
    said = one.said
    if not said or said.facts.authors or one.nested.facts.authors or len(said.title) > 1000:
        return None
    if end := _AT_END.search(said.title):
        return said.title[: end.start()], end[1]
    remark = inline.plain(said.facts.remark)
    return (said.title, remark) if remark and f"{said.title}({remark})" in inline.plain(said.marked.text) else None


def _people(text: str) -> tuple[Author, ...]:
    return named_in(text) or (families_before(text) if " and " in text or " & " in text else ())


def _without(one: Found, end: tuple[str, str], people: tuple[Author, ...]) -> Found:
    said = retitled(one, end[0], people)
    if not said.said or not one.said or end[0] != one.said.title:
        return said
    return said._replace(said=said.said._replace(facts=said.said.facts._replace(remark="")))


def _are_people(people: tuple[Author, ...]) -> bool:
    """Whether names may be those of people: none is a word, nor where papers appear."""
    return bool(people) and not any(venue_of(one.name) or all(map(is_common, one.name.split())) for one in people)
