"""Who wrote a paper, in brackets at the end of titles: "Notes on Looms (Lovelace and Babbage)".

One title does not tell: what it is called for short stands so, too, "Notes on Looms (Jacquard)". Those beside it do.
So do those that have their authors alone in bold or in italics behind them, where others have a word more there:
"[Notes on Looms](url) - **Lovelace et al.** weaving".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from readtrack.importers._organisations import is_place
from readtrack.importers._people import is_common, is_sure
from readtrack.importers.markdown.layout.items import Found
from readtrack.importers.markdown.line.entry import Line
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.markup.inline import BOLD, BOLD_END, EM, EM_END, LABEL, LINK, LINK_END
from readtrack.importers.markdown.said.people import ET_AL, families_in, people_in
from readtrack.importers.markdown.said.place import venue_of
from readtrack.importers.markdown.said.writers import families_before, is_family, named_in
from readtrack.importers.markdown.whole_page.credits import authors_in, makers, retitled
from readtrack.model import Author
from readtrack.names import person

_AT_END = re.compile(r"(?<=[\w?!.”\"])\s*[(（]([^()（）]{3,300})[)）]$")
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


_ALONE = re.compile(
    rf"\W*?(?:{BOLD}([^{BOLD_END}\n]{{3,300}}){BOLD_END}|{EM}([^{EM_END}\n]{{3,300}}){EM_END})[ \t.,;]*"
)
_TAG = re.compile(rf"[^\s.:;{BOLD}{EM}{LINK}{LABEL}]{{2,20}}(?: [^\s.:;{BOLD}{EM}{LINK}{LABEL}]{{1,20}}){{0,2}}")


def in_emphasis(found: Sequence[Found]) -> list[Found]:
    """The entries with those who are all of the bold words, or of those in italics, behind their titles, where most
    that are so on a page are people; a word or two behind them are a topic."""
    heads = [_head(one) for one in found]
    people = [_known_in(head[1] or head[2]) if head else () for head in heads]
    told = sum(_is_in_emphasis(one) for one in found)
    odd = sum(bool(head and not _are_people(who)) for head, who in zip(heads, people, strict=True))
    if told < _LEAST or odd * 2 > told:
        return list(found)
    return [
        _credited(one, one.said, head, who) if one.said and head and _are_people(who) else one
        for one, head, who in zip(found, heads, people, strict=True)
    ]


def _known_in(text: str) -> tuple[Author, ...]:
    """The people that are all of a text and of whom one is known, or others are said to be: no "Hadoop, Spark"."""
    people = named_in(text)
    return people if re.search(ET_AL, text) or any(is_sure(one.name) for one in people) else ()


def _head(one: Found) -> re.Match[str] | None:
    """The emphasis that the remark on an entry of nobody yet begins with."""
    nobody = one.said and not (one.said.facts.authors or one.nested.facts.authors)
    return _ALONE.match(one.said.facts.remark) if one.said and nobody else None


def _is_in_emphasis(one: Found) -> bool:
    """Whether those who wrote an entry stand behind its title, all in bold or in italics."""
    authors = one.said.facts.authors if one.said else ()
    if not one.said or not authors:
        return False
    return any(f"{mark}{authors[0].name}" in one.said.marked.text[1:] for mark in (BOLD, EM))


def _credited(one: Found, line: Line, head: re.Match[str], people: tuple[Author, ...]) -> Found:
    facts = line.facts
    rest = facts.remark[head.end() :].strip()
    tag = (rest,) if _TAG.fullmatch(rest) else ()
    told = facts._replace(authors=people, tags=(*facts.tags, *tag), remark="" if tag else rest)
    return one._replace(said=line._replace(facts=told))


_ITALIC_NOTE = re.compile(r"[*_]([^*_\n`\[\]]{3,200}?)[.,;]?[*_]")
_WITH_OTHERS = re.compile(r"([^\W\d_][\w'’-]*, [^\W\d_][\w'’.-]*(?: [\w'’.-]+)?),? (?:and|&) others")


_TEAM = re.compile(r"\b(?:Collaboration|Consortium|Group|Lab|Labs|Laboratory|Team)$")


def below_in_italics(found: Sequence[Found]) -> list[Found]:
    """The entries with the one person or the team that the first note below them is, where three and most of a page
    have those who wrote them there."""
    told = sum(bool(one.nested.facts.authors) for one in found)
    notes = [_ITALIC_NOTE.fullmatch(_first_note(one)) for one in found]
    people = [_one_or_team(note[1]) if note else () for note in notes]
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


def _one_or_team(text: str) -> tuple[Author, ...]:
    """The one person whom ``text`` names family name first, before others, or the team that it is."""
    turned = _WITH_OTHERS.fullmatch(text)
    text = re.sub(r",(?=\S)", ", ", text)
    people = (Author(person(turned[1])),) if turned else makers(text) or named_in(text)
    told = any(_TEAM.search(one.name) or is_sure(one.name) for one in people)  # no two words of a topic
    return people if told and all(" " in one.name for one in people) else ()  # "Anonymous"


_BEHIND_COMMA = re.compile(
    rf"[{BOLD_END}{LINK_END}],\s+(?P<who>[^\d.:;()\n{BOLD}{EM}{LINK}{LABEL}]{{2,100}}?(?: et al)?)\.?[ \t]*"
    rf"(?=[\n{LABEL}]|$)"
)
"""All that stands behind a title in bold or a link and a comma."""
_NO_NAME = re.compile(
    r"(?:ed|ing)$|^(?:draft|optional|[a-z]+ese|english|french|german|italian|russian|spanish)$", re.IGNORECASE
)
"""What was done with a paper or is said of it, "Skimmed" or "Optional", and its language."""


def alone_behind_commas(found: Sequence[Found]) -> list[Found]:
    """The entries with the one family name that is all that stands behind their titles and a comma, where three times
    as many of a page have others there, by family names too, and few have anything else."""
    cuts = [_BEHIND_COMMA.search(one.said.marked.text) if one.said else None for one in found]
    families = [families_in(cut["who"]) if cut else () for cut in cuts]
    told = sum(bool(who and authors_in(one) == who) for one, who in zip(found, families, strict=True))
    names = [_family_alone(one, cut["who"]) if cut else "" for one, cut in zip(found, cuts, strict=True)]
    named = sum(map(bool, names))
    odd = sum(bool(cut and not authors_in(one)) for one, cut in zip(found, cuts, strict=True)) - named
    if not named or told < max(_LEAST, named * 3, odd * 3):
        return list(found)
    return [
        one._replace(said=one.said._replace(facts=one.said.facts._replace(authors=(Author(name),), remark="")))
        if one.said and name
        else one
        for one, name in zip(found, names, strict=True)
    ]


def _family_alone(one: Found, who: str) -> str:
    """The word that is all of what is said of an entry of nobody yet, if it may be a family name."""
    said = one.said.facts.remark.strip(" .") if one.said and not authors_in(one) else ""
    alone = said == who and "," not in who
    odd = not is_sure(who) and _NO_NAME.search(who)
    return who if alone and is_family(who) and not (odd or venue_of(who)) else ""


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
