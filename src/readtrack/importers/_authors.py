"""Lines of authors with their affiliations, as reading lists and programmes of conferences print them.

    A and B, Univ X; C, Univ Y and Company Z; D, E, and F, Company      the USENIX way: groups end at a semicolon
    A (Univ X), B and C (Univ Y; Company Z)                             the ACM way
    A1, B1,2 and C2 1 Univ X 2 Univ Y                                   the way of title pages
    A, B, and C                                                         names only

Source: the programmes at https://www.usenix.org/conferences/past and https://dl.acm.org; there is no standard. What is
an affiliation is told by its place first (behind the "and" of a group, behind the one name in it), then by the words of
``_organisations``; that they are people at all, by those of ``_people``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from readtrack import names
from readtrack.importers._around_authors import OTHERS, OTHERS_IN, names_in
from readtrack.importers._capitals import are_loud, loud_again, loud_words
from readtrack.importers._organisations import is_address, is_legal_form, is_organisation, is_place, organisations
from readtrack.importers._people import is_common, is_person, is_sure, is_whole, likeness
from readtrack.importers._stops import with_commas
from readtrack.importers._turned import are_turned, initialed, turned
from readtrack.model import Author


class _Item(NamedTuple):
    """What stands between two commas, or on one side of an "and". ``joined``: an "and" stands before it."""

    text: str
    joined: bool = False


_NEVER = re.compile(r"://|www\.|[?!=<>|:：@`→{}\[\]_\\\"“”。]|\barxiv\b", re.IGNORECASE)
_QUOTED = re.compile(r"(?<=\w )[\"“]([^\"“”]{2,60})[\"”](?=,)")
"""Whom an organisation is named after: "Institute of Looms “Ada Lovelace”, Turin"."""
_AND = re.compile(r"\s+(?:and\s+)?(?:and|&|und)\s+", re.IGNORECASE)
_AND_FIRST = re.compile(r"^(?:and|&|und)\s+", re.IGNORECASE)
_SUFFIX = re.compile(r"(?:jr|sr|i{2,3}|iv|ph\.?d|m\.?d)\.?", re.IGNORECASE)
_SHORT = re.compile(r"[\w'’\- ]+ [A-Z]{1,3}")
_INITIAL = re.compile(r"\b[A-Z]\.?$")
_NO_NAME = re.compile(r"\d|\w\w\. [A-Z]\w\w|^(?:in|the|a|an)\b", re.IGNORECASE)
_LINKS = frozenset("of the and for in at de la del di do da des du et e y für und der den van von zu on with".split())
_PRINTED = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:journal|transactions|proceedings|conference|symposium|workshop|annual meeting)\b", re.I
)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_NUMBERED = re.compile(r"[^\W\d_][.)]?\d{1,2}(?!\d)")
_LEGEND = re.compile(r"(?:^|[\s,;.])\d{1,2}\s?[^\W\d_]")
_SHORTLY = re.compile(r"U\. (?:of )?[A-Z][a-z]")
"""A university in brackets: "U. Washington"."""
_NOWHERE = re.compile(r"none|n/?a|null|unknown|\W+", re.IGNORECASE)
"""What stands in the place of an affiliation where there is none: "Ada Lovelace (None)"."""
_LONGEST = 100_000
_MOST_PLACES = 1000
"""Letters of the affiliations of one group."""


@lru_cache(maxsize=64)  # each grammar asks about the same line
def authors_of(line: str, surely: bool = False) -> tuple[Author, ...]:
    """The authors of one line, each with their affiliations, in order; () where the line is no list of people.

    ``surely``: it is known to be one, so that single and unusual names are taken as well.
    """
    if len(line) > _LONGEST:
        return ()
    text, others, surely = names_in(line, surely)
    text = with_commas(text, surely)
    if not text or _NEVER.search(_QUOTED.sub(r"\1", text) if surely else text):
        return ()
    if loud := loud_words(text):
        people = authors_of(" ".join(word.title() if word in loud else word for word in text.split(" ")), surely)
        return tuple(one._replace(name=loud_again(one.name, loud)) for one in people)
    if are_loud(text, others):
        people = authors_of(text.title(), surely)
        return tuple(Author(one.name.upper(), tuple(place.upper() for place in one.affiliations)) for one in people)
    more = others or (surely and bool(OTHERS_IN.search(text)))
    for found in (_numbered(text), _in_brackets(text, more), _in_groups(text, others)):
        if found and _are_people(found, others, surely):
            found = _told_apart(found)
            return tuple(Author(name, one.affiliations) for one in found if (name := names.person(one.name)))
    return ()


def _told_apart(found: list[Author]) -> list[Author]:
    """ "Univ X, Acme" as two affiliations, where Acme is that of somebody else on the line."""
    alone = {place for one in found for place in one.affiliations if "," not in place}
    alone = {place for place in alone if not (is_place(place) or is_organisation(place) or is_legal_form(place))}

    def apart(place: str) -> tuple[str, ...]:
        first, _, last = place.rpartition(", ")
        return (first, last) if first and last in alone else (place,)

    return [Author(one.name, tuple(part for place in one.affiliations for part in apart(place))) for one in found]


def _in_groups(text: str, others: bool) -> list[Author]:
    """The USENIX way, and lists of names. ``others``: the line says that there are more."""
    groups = [items for group in _split(text, ";；") if (items := _items(group))]
    if not groups:
        return []
    if first := initialed(text) or (_in_pairs(text) if len(groups) == 1 else []):
        return first
    if are_turned(text) or not any(is_organisation(item.text) for items in groups for item in items):
        last_joined = groups[0][-1].joined if len(groups) == 1 else None
        if first := turned(text, [item.text for items in groups for item in items], last_joined, others):
            return first
        if all(likeness(item.text) == 2 and is_whole(item.text) for items in groups for item in items):
            groups = [[item] for items in groups for item in items]
    if (
        len(groups) == 1
        and is_organisation(groups[0][0].text)
        and all(likeness(one.text) == 2 for one in groups[0][1:])
    ):
        return [Author(item.text) for item in groups[0]]
    if len(groups) == 1:
        groups = _regrouped(groups[0])
    found: list[Author] = []
    last = range(0)
    for items in groups:
        people = _people_before(items, len(groups) > 1)
        said = ", ".join(item.text for item in items[people:])
        if len(said) > _MOST_PLACES or not (people or last):
            return []
        places = tuple(organisations(said))
        if people:
            last = range(len(found), len(found) + people)
            found += (Author(item.text, places) for item in items[:people])
            continue
        for at in last:
            if len(found[at].affiliations) > 20:
                return []
            found[at] = found[at]._replace(affiliations=(*found[at].affiliations, *places))
    return found


def _in_pairs(text: str) -> list[Author]:
    """People with "and" between them, each with one place: "Ada Lovelace, Sun and Alan Turing, Acme"."""
    pairs = [piece.split(", ") for piece in re.split(r",?\s+and\s+", text)]
    if len(pairs) < 2 or not all(len(pair) == 2 and " " in pair[0] and likeness(pair[0]) == 2 for pair in pairs):
        return []
    people = any(" " in place and likeness(place) == 2 and not is_organisation(place) for _, place in pairs)
    known = any(is_organisation(place) for _, place in pairs) and any(is_sure(name) for name, _ in pairs) and not people
    return [Author(name, (place,)) for name, place in pairs] if known else []


def _split(text: str, signs: str) -> list[str]:
    """``text`` at ``signs``, but not at those in brackets."""
    pieces, depth, start = [], 0, 0
    for at, sign in enumerate(text):
        depth += sign in "(（" or -(sign in ")）" and depth > 0)
        if sign in signs and not depth:
            pieces.append(text[start:at].strip())
            start = at + 1
    return [piece for piece in (*pieces, text[start:].strip()) if piece]


def _items(group: str) -> list[_Item]:
    """A group at its commas, and at each "and" between two people."""
    found: list[_Item] = []
    for piece in _split(group, ",，、"):
        joined = _AND_FIRST.match(piece)
        rest = piece[joined.end() :] if joined else piece
        if found and _SUFFIX.fullmatch(rest):
            found[-1] = found[-1]._replace(text=f"{found[-1].text}, {rest}")
            continue
        dashed = re.split(r"\s[-–—]\s", rest, maxsplit=1)
        if len(dashed) == 2 and is_person(dashed[0]) and is_organisation(dashed[1]):
            found += (_Item(dashed[0], bool(joined)), _Item(dashed[1]))
            continue
        halves = _AND.split(rest)
        if len(halves) > 1 and all(map(is_person, halves)):
            found.append(_Item(halves[0], bool(joined)))
            found += (_Item(half, joined=True) for half in halves[1:])
        else:
            found.append(_Item(rest, bool(joined)))
    return found


def _people_before(items: list[_Item], grouped: bool) -> int:
    """How many people a group begins with; the rest is their affiliation. ``grouped``: it is one of several."""
    if is_organisation(items[0].text):
        return 0
    organisation = next((at for at, item in enumerate(items) if at and _is_affiliation(item.text)), len(items))
    if (
        organisation < len(items)
        and organisation > 1
        and not is_organisation(items[organisation].text.split(" and ")[0])
    ):
        organisation -= 1  # "Inc." and "Germany" end the name of an organisation that is not known.
    joined = next((at for at, item in enumerate(items) if at and item.joined), None)
    if joined is not None and joined < organisation and is_person(items[joined].text):
        if organisation < len(items) and all(
            " " in item.text and is_person(item.text) for item in items[:organisation]
        ):
            return organisation
        return joined + 1
    if organisation == len(items) and joined is None and grouped:
        all_people = len(items) > 2 and all(likeness(item.text) == 2 and is_whole(item.text) for item in items)
        return len(items) if all_people else 1
    return organisation


def _is_affiliation(text: str) -> bool:
    return is_organisation(text) or is_place(text) or is_legal_form(text)


def _regrouped(items: list[_Item]) -> list[list[_Item]]:
    """The groups of a line that has commas only: a person behind an organisation begins another."""
    last = max((at for at, item in enumerate(items) if is_organisation(item.text)), default=-1)
    groups: list[list[_Item]] = [[]]
    inside = False
    for at, item in enumerate(items):
        if inside and (at < last or item.joined) and is_person(item.text) and not _is_affiliation(item.text):
            groups.append([])
            inside = False
        inside = inside or bool(groups[-1] and is_organisation(item.text))
        groups[-1].append(item)
    return groups


def _in_brackets(text: str, others: bool) -> list[Author]:
    """The ACM way: behind one person or several, their affiliations in brackets.

    ``others``: the line says that there are more, so that what stands behind the one who is named is no second name.
    """
    found: list[Author] = []
    waiting: list[str] = []
    told = bracketed = 0
    text = re.sub(r"(?<=\w),\s+(?=[(（])", " ", text)  # "Ada Lovelace, (Acme)"
    for part in (part for piece in _split(text, ",;，；、") for part in _at_and(_AND_FIRST.sub("", piece, count=1))):
        match = re.fullmatch(r"([^()（）]+(?:\([^()]{1,30}\) [^()（）]+)?)[(（](.*[)）]|[^)）]+)", part)
        waiting.append(OTHERS.sub("", (match[1] if match else part).strip()))
        if not match:
            continue
        if is_organisation(waiting[-1]) or len(match[2]) > _MOST_PLACES:
            return []
        inside = match[2].rstrip(")） ")
        inside += ")" * (inside.count("(") - inside.count(")"))
        places = () if _NOWHERE.fullmatch(inside) else tuple(organisations(re.sub(r"\s+/\s+", "; ", inside)))
        bracketed += 1
        parts = re.split(r"[,;]\s*", ", ".join(places))
        told += any(_is_affiliation(part) or _SHORTLY.match(part) for part in parts)
        found += (Author(name, places) for name in waiting)
        waiting = []
    alone = others and bracketed == len(found) == 1 and not waiting
    return found + [Author(name) for name in waiting] if told or bracketed >= 3 or alone else []


def _at_and(piece: str) -> list[str]:
    """ "A and B (X and Y)" at the "and" that is not in brackets."""
    depth, masked = 0, ""
    for sign in piece:
        depth += sign in "(（" or -(sign in ")）" and depth > 0)
        masked += "." if depth else sign
    parts, start = [], 0
    for link in _AND.finditer(masked):
        parts.append(piece[start : link.start()])
        start = link.end()
    return [*parts, piece[start:]]


def _numbered(text: str) -> list[Author]:
    """The way of title pages: numbers behind the names, and behind all names the affiliation of each number."""
    text = text.translate(_RAISED)
    if not _NUMBERED.search(text):
        return []
    legend = _LEGEND.search(text)
    head, tail = (text[: legend.start() + 1], text[legend.start() :]) if legend else (text, "")
    places = {number: place.strip(" ,;.") for number, place in re.findall(r"(\d{1,2})\s?([^\d]+)", tail)}
    found = []
    for name, numbers in re.findall(r"([^\d,;]+)((?:\d{1,2}[\s,]{0,3})*)", head):
        bare = _AND_FIRST.sub("", name.strip(" ,;."), count=1)
        pointers = [[n] if n in places else list(n) for n in re.findall(r"\d+", numbers)]
        given = [places[n] for pointer in pointers for n in pointer if n in places]
        found += [
            Author(one, tuple(place for one in given for place in organisations(one)))
            for one in _AND.split(bare)
            if one
        ]
    return found if sum(map(likeness, _names_of(found))) >= len(found) else []


def _names_of(found: Iterable[Author]) -> list[str]:
    return [author.name for author in found]


def _are_people(found: list[Author], others: bool, surely: bool) -> bool:
    """Whether what was found is a list of people. ``others``: the line says that there are more."""
    shapes = list(map(likeness, _names_of(found)))
    odd = [author.name for author, shape in zip(found, shapes, strict=True) if not shape]
    places = {place for author in found for place in author.affiliations}
    if any(len(name) > 100 or name.count(" ") > 4 or _NO_NAME.search(name) for name in odd):
        return False
    if any(map(_is_prose, places)):
        return False
    if others and odd == [found[0].name] and is_organisation(odd[0]) and len(found) > 3:
        return True  # those together, and who they are: "Loom Team, Ada Lovelace, Alan Turing, Grace Hopper et al."
    if surely:
        return True
    if others and shapes == [1] and " " in found[0].name and is_sure(found[0].name):
        return True
    if shapes.count(2) < max(1, 0.5 * len(found)) or len(odd) > (0.2 if places else 0.1) * len(found):
        return False
    if others:
        return True
    told = any(is_organisation(part) for place in places for part in (place, *place.split(", ")))
    if (
        len(found) == 1
        and not places
        and (shapes[0] < 2 or _INITIAL.search(found[0].name) or not re.search("[A-Za-z]", found[0].name))
    ):
        return False
    if not told and any(len(place.split()) > 4 or any(map(is_common, place.split())) for place in places):
        return False
    if told and len(found) > 1 and all(author.affiliations for author in found):
        return True
    if sum(map(is_whole, _names_of(found))) < 0.5 * len(found):
        return False
    told = (
        told
        or len(found) >= 4
        or (len(found) == 3 and set(shapes) == {2} and all(map(is_whole, _names_of(found))))
        or (len(found) > 1 and all(map(_SHORT.fullmatch, _names_of(found))))
    )
    return told or sum(map(is_sure, _names_of(found))) >= max(1, 0.2 * len(found))


def _is_prose(place: str) -> bool:
    """Whether an affiliation is none: words of a sentence, a year, or where something was printed."""
    words = place.split()
    lower = sum(word[0].islower() and word not in _LINKS for word in words)
    return (
        (len(words) > 40 and not is_address(place))
        or (lower > 2 and lower > 0.3 * len(words))
        or bool(_PRINTED.search(place))
    )
