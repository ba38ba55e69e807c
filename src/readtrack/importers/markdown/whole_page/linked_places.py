"""Where papers appeared, as their first links are called: "Notes on Looms [[Loom Letters]](url) [[code]](url)".

One link does not tell whether "Loom Letters" is such a place or, as "Loom Gallery" and "WWW", a page beside the paper:
those of most entries of the page do, which are called after well-known places. Where a link before it leads to notes,
what stands between the two links is of the title, too: "[Loom](notes.md) Nets for All, [OSDI](url) 2020".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from readtrack.importers._conferences import known
from readtrack.importers._organisations import is_organisation
from readtrack.importers._people import likeness
from readtrack.importers._venues import full_year
from readtrack.importers.markdown.layout.items import Found
from readtrack.importers.markdown.line.entry import Line
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.markup.inline import LABEL, LINK, LINK_END
from readtrack.importers.markdown.said.facts import facts_of
from readtrack.importers.markdown.said.groups import Facts
from readtrack.importers.markdown.said.people import people_alone, people_in
from readtrack.importers.markdown.said.place import KNOWN, YEAR, venue_of
from readtrack.importers.markdown.said.titles import name_in, tidy

_LEAST = 5
"""Entries of a page whose first link is called after a known place."""
_KINDS = 3
"""Known places that those are called after: links to websites are all called "WWW"."""
_NAME = re.compile(r"[A-Z](?:[^\W\d_]|[&.:’' -]){2,79}")


def with_linked_places(found: Sequence[Found]) -> list[Found]:
    """The entries with what their first link is called for a venue, where most on the page are called after venues."""
    found = _dated(found)
    names = [_first_label(one) for one in found]
    known_names = list(filter(_is_known, names))
    wanting = [_may_be_placed(one, name) for one, name in zip(found, names, strict=True)]
    unknown = sum(told and not _is_known(name) for told, name in zip(wanting, names, strict=True))
    if len(known_names) < max(_LEAST, unknown * 2) or len(set(known_names)) < _KINDS:
        return list(found)
    return [
        one._replace(said=one.said._replace(facts=one.said.facts._replace(venue=known(name) or name)))
        if one.said and told
        else one
        for one, name, told in zip(found, names, wanting, strict=True)
    ]


_PLACE_AND_YEAR = re.compile(rf"\W*(?P<name>[A-Za-z][^\d()\[\]]{{1,60}}?)[\s,'’_-]{{0,2}}(?P<year>{YEAR}|\d\d)\W*")


def _dated(found: Sequence[Found]) -> list[Found]:
    """The entries with the name and the year that their first link is for a venue, where most on the page are so."""
    cuts = [_PLACE_AND_YEAR.fullmatch(_first_label(one)) for one in found]
    told = sum(
        bool(cut and one.said and one.said.facts.venue and one.said.facts.year)
        for one, cut in zip(found, cuts, strict=True)
    )
    titled = sum(bool(one.said) for one in found)
    if told < _LEAST or told * 3 < titled * 2:
        return list(found)
    return [
        one._replace(said=one.said._replace(facts=one.said.facts._replace(venue=place[0], year=place[1])))
        if one.said and not one.said.facts.venue and (place := _place_and_year(cut, one.text))
        else one
        for one, cut in zip(found, cuts, strict=True)
    ]


def _place_and_year(cut: re.Match[str] | None, text: str) -> tuple[str, int | None] | None:
    """The place and the year that a link of ``text`` is called; of two figures only what sets them apart makes a year:
    an apostrophe, brackets around both, or a name that is known."""
    if not cut or inline.names_links(cut["name"]):
        return None
    bracketed = f"[({cut[0]})]" in text
    short = len(cut["year"]) == 2 and not re.search("['’]", cut.string[cut.end("name") : cut.start("year")])
    is_name = known(cut["name"]) or cut["name"] in KNOWN
    if not (bracketed or is_name) and (short or not inline.says_where(cut["name"])):
        return None  # "Chapter 12"
    place = venue_of(f"{cut['name']} {cut['year']}", surely=True)
    return (place and place[0]) or cut["name"].strip(), full_year(cut["year"], surely=True)


def _first_label(one: Found) -> str:
    """What the first link behind a title is called, where it is no word of the title."""
    text = one.said.marked.text if one.said else ""
    first = inline.numbers_in(text)[:1]
    label = one.said.marked.links[first[0]].label if one.said and first else None
    return label if label and inline.LINK not in text[: text.find(inline.LABEL)] else ""


def _is_known(name: str) -> bool:
    return bool(known(name) or name in KNOWN or (venue_of(name) or (None,))[0])


def _may_be_placed(one: Found, name: str) -> bool:
    """Whether an entry has no venue, and a first link that may be called after one."""
    apart = one.said and not one.said.facts.venue and _NAME.fullmatch(name)
    works = is_organisation(name) and not name.isupper()
    return bool(apart and (known(name) or (not works and inline.says_where(name) and likeness(name) < 2)))


_IN_TURN = re.compile(
    rf"[^\w{LINK}]{{0,9}}{LINK}.(?P<first>[^{LINK_END}]+){LINK_END}(?P<rest>[^{LINK}{LABEL}]{{0,300}}?)[\s,.;(\[–—-]*"
    rf"(?:{LINK}.(?P<where>[^{LINK_END}]{{2,60}}){LINK_END}|{LABEL}(?P<label>.))"
    rf"\]?(?:\s?\([^()\n]{{2,20}}\))?,?\s(?:[Pp]aper\s)?\(?(?P<year>{YEAR})\b[)\]]*"
)
"""A link, the rest of a title, a second link that says where it appeared, and the year."""
_SERIES = "PMLR"
"""Proceedings that other pages have for what a link leads to."""


def in_turn(found: Sequence[Found]) -> list[Found]:
    """The entries with where they appeared, where most of the page have places and years as their second links.

    Those whose first link leads to notes have all of their titles as well, in place of what their lines were read as:
    links to papers are called by all of the titles, and what stands behind them says more of those.
    """
    cuts = [_IN_TURN.match(one.said.marked.text) if one.said and len(one.text) <= 3000 else None for one in found]
    places = [_place_of(one, cut) if cut else None for one, cut in zip(found, cuts, strict=True)]
    linked = sum(bool(one.said and one.said.links) for one in found)
    known_names = [name for name in places if name and _is_known(name)]
    if len(known_names) < max(_LEAST, linked / 2) or len(set(known_names)) < _KINDS:
        return list(found)
    return [_whole(one, cut, name) if cut else one for one, cut, name in zip(found, cuts, places, strict=True)]


def _leads_to_notes(said: Line) -> bool:
    """Whether the first link of a line leads to what its reader wrote: to a file of words, or no further than here."""
    first = next(iter(inline.numbers_in(said.marked.text)), None)
    url = said.marked.links[first].url if first is not None else ""
    return bool(url) and (not inline.is_web(url) or bool(_NOTES.search(url)))


_NOTES = re.compile(r"\.(?:ipynb|markdown|md|org|rst|txt)(?:[#?].*)?$", re.IGNORECASE)


def _place_of(one: Found, cut: re.Match[str]) -> str | None:
    """What the second link of an entry is called, where that may be a place."""
    label = one.said.marked.links[ord(cut["label"]) - 0xE000].label if one.said and cut["label"] else cut["where"]
    name = inline.plain(label or "").strip()
    sure = known(name) or name in KNOWN or name == _SERIES
    return name if sure or (_NAME.fullmatch(name) and inline.says_where(name) and not people_in(name)) else None


def _whole(one: Found, cut: re.Match[str], name: str | None) -> Found:
    """An entry with where its second link says that it appeared, and all before that for a title, if it is one."""
    rest = cut["rest"]
    titled = bool(re.search(r"\w", rest)) and not re.search(r"\w{3}[.!?]\s+\w", rest)
    if not one.said:
        return one
    year = int(cut["year"])
    place = venue_of(f"{name} {year}", surely=True) if name else None
    old = one.said.facts
    if not _leads_to_notes(one.said):
        kept = old.over(Facts(place[0], year)) if place and not old.venue else old
        return one._replace(said=one.said._replace(facts=kept))
    if old.authors or people_in(rest) or people_alone(rest) or _is_remark(rest):
        return one
    title = tidy(inline.plain(f"{cut['first']}{rest}")) if titled else one.said.title
    behind = facts_of(cut.string[cut.end() :], True)
    facts = Facts(place[0] if place else None, year, read=old.read, stars=old.stars, tags=old.tags).over(behind)
    return one._replace(sure=2, said=one.said._replace(title=title, facts=facts, name=name_in(title)))


def _is_remark(rest: str) -> bool:
    """Whether words between two links say something of the paper: how far it was read, where, when, or a few in small
    letters."""
    said = inline.plain(rest).strip(" ,.;:()–—-")
    told = facts_of(rest, True)._replace(remark="") != Facts()
    few = len(said.split()) <= 4 and said == said.lower()
    made = len(said.split()) <= 3 and is_organisation(said.removeprefix("by "))  # longer ones may end in "Networks"
    return told or (bool(said) and (few or made)) or len(said.split()) > 30
