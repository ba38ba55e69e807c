"""Who wrote a paper, in brackets at the end of titles: "Notes on Looms (Lovelace and Babbage)".

One title does not tell: what it is called for short stands so, too, "Notes on Looms (Jacquard)". Those beside it do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from readtrack.importers._organisations import is_place
from readtrack.importers._people import is_common, is_sure
from readtrack.importers.markdown.layout.items import Found
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.said.people import families_in, people_in, run_together
from readtrack.importers.markdown.said.place import venue_of
from readtrack.importers.markdown.said.writers import families_before, named_in
from readtrack.importers.markdown.whole_page.credits import makers, retitled
from readtrack.model import Author
from readtrack.names import person

_AT_END = re.compile(r"(?<=[\w?!.”\"])\s*[(（]([^()（）]{3,300})[)）]$")
_MANY = 10
"""Entries with people below for each of which it is not known."""
_LEAST = 3
"""Brackets with several people: fewer may be chance."""


def signed(found: Sequence[Found]) -> list[Found]:
    """The entries without the people in brackets at the ends of their titles, where most such brackets hold some."""
    ends = [_end(one) for one in found]
    people = [_people(end[1]) if end else () for end in ends]
    several = sum(bool(end and (people_in(end[1]) or families_in(end[1]))) for end in ends)
    surely = [who for who in people if who and all(is_sure(one.name) or " " in one.name for one in who)]
    families = any(len(who) > 1 and not any(" " in one.name for one in who) for who in people)
    if several < _LEAST or len(surely) * 2 < sum(map(bool, ends)):
        return list(found)
    return [
        _without(one, end, who) if end and _are_people(who) and _is_signed(who, families) else one
        for one, end, who in zip(found, ends, people, strict=True)
    ]


_ITALIC_NOTE = re.compile(r"[*_]([^*_\n`\[\]]{3,200}?)[.,;]?[*_]")
_WITH_OTHERS = re.compile(r"([^\W\d_][\w'’-]*, [^\W\d_][\w'’.-]*(?: [\w'’.-]+)?),? (?:and|&) others")


_TEAM = re.compile(r"\b(?:Collaboration|Consortium|Group|Lab|Labs|Laboratory|Team)$")


def below_in_italics(found: Sequence[Found]) -> list[Found]:
    """The entries with the one person or the team that the first note below them is, where three and most of a page
    have those who wrote them there."""
    told = sum(bool(one.nested.facts.authors) for one in found)
    notes = [_ITALIC_NOTE.fullmatch(_first_note(one)) for one in found]
    surely = told >= sum(map(bool, notes)) * _MANY
    people = [_one_or_team(note[1], surely) if note else () for note in notes]
    if told < _LEAST or told < sum(map(bool, notes)) * 2:
        return list(found)
    return [
        one._replace(
            nested=one.nested._replace(facts=one.nested.facts._replace(authors=who), notes=one.nested.notes[1:])
        )
        if who
        else one
        for one, who in zip(found, people, strict=True)
    ]


def _first_note(one: Found) -> str:
    """The first note on an entry of nobody yet."""
    nobody = one.said and not (one.said.facts.authors or one.nested.facts.authors)
    return one.nested.notes[0].body.strip() if nobody and one.nested.notes else ""


def _one_or_team(text: str, surely: bool) -> tuple[Author, ...]:
    """The one person whom ``text`` names family name first, before others, or the team that it is.

    ``surely``: almost nothing else stands there on its page, so that the look of names is enough, whatever is between.
    """
    if surely and (together := run_together(text, listed=True)[0]):
        return together
    turned = _WITH_OTHERS.fullmatch(text)
    text = re.sub(r",(?=\S)", ", ", text)
    people = (Author(person(turned[1])),) if turned else makers(text) or named_in(text)
    told = surely or any(_TEAM.search(one.name) or is_sure(one.name) for one in people)  # no two words of a topic
    return people if told and all(" " in one.name for one in people) else ()  # "Anonymous"


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
    # The page told, not the line: it is no surer of itself, so that no more is asked of those beside it.
    said = retitled(one, end[0], people)._replace(sure=max(one.sure, 1))
    if not said.said or not one.said or end[0] != one.said.title:
        return said
    return said._replace(said=said.said._replace(facts=said.said.facts._replace(remark="")))


def _are_people(people: tuple[Author, ...]) -> bool:
    """Whether names may be those of people: none is a word, a place or where papers appear."""
    odd = any(venue_of(one.name) or is_place(one.name) or all(map(is_common, one.name.split())) for one in people)
    return bool(people) and not odd


def _is_signed(people: tuple[Author, ...], families: bool) -> bool:
    """Whether names are no single word, as systems are called; ``families``: a page has those alone, so it may be."""
    return len(people) > 1 or " " in people[0].name or (families and is_sure(people[0].name))
