"""The people of a BibTeX entry, with their affiliations."""

from __future__ import annotations

import re

from readtrack import names
from readtrack.importers._bib_text import bare, line, split
from readtrack.model import Author

_BLANKS = re.compile(r"[ \t\n]+")
_AND = re.compile(" and |; ", re.IGNORECASE)
_ONLY_AND = re.compile(" and ", re.IGNORECASE)
_SEMICOLON = re.compile(";")
_COMPANY = re.compile(r"\b(?:inc|ltd|llc|corp|gmbh|co)\.?$", re.IGNORECASE)
_OTHERS = re.compile(r"(?:^|,?\s+)et\.?\s+al\.?$|^others$", re.IGNORECASE)

_EXTENDED = re.compile(r"\b(family|given|prefix|suffix)\s*=\s*(\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}|[^,]*)", re.IGNORECASE)


def authors_of(fields: dict[str, str]) -> tuple[Author, ...]:
    """The authors, else the editors; with their affiliations, where it is clear whose they are."""
    people = _people(fields.get("author", "")) or _people(fields.get("editor", ""))
    if "affiliations" not in fields and "affiliation" not in fields:
        return tuple(map(Author, people))
    places = _places(fields, len(people))
    return tuple(Author(name, tuple(places[at])) for at, name in enumerate(people))


def _people(source: str) -> list[str]:
    """The names in display order; "and others" is nobody."""
    if not source:
        return []
    source = _BLANKS.sub(" ", f"{source} ")  # so that an "and" at its end is one
    parts = split(source, _AND)
    if len(parts) == 1 and source.lstrip().startswith("{"):
        inner = split(bare(source), _AND)
        # braces around a whole list of people, which somebody took for the way to keep capitals
        if len(inner) > 1 and all("," in each and not _COMPANY.search(each) for each in inner):
            parts = inner
    return [name for part in parts if (said := _OTHERS.sub("", part)) and (name := _person(said))]


def _person(source: str) -> str:
    if source.startswith("{") and bare(source) != source:
        return line(bare(source)).strip()
    if "=" in source and (named := {part.lower(): value for part, value in _EXTENDED.findall(source)}):
        order = ("given", "prefix", "family", "suffix")
        return " ".join(line(bare(named[part])).strip() for part in order if named.get(part))
    return names.person(line(source))


def _places(fields: dict[str, str], people: int) -> list[list[str]]:
    """The affiliations, person by person.

    Our own ``affiliations`` say whose each is: ``{MIT}; {CMU} and {} and {MIT}``. Of what others write in
    ``affiliation``, only one for all, or one for each, is beyond doubt.
    """
    own = _BLANKS.sub(" ", fields.get("affiliations", ""))
    if own.startswith("{"):
        by_person = [[bare(place) for place in split(each, _SEMICOLON)] for each in split(own, _ONLY_AND)]
        places = [[line(place) for place in held if place] for held in by_person]
        return [*places, *([[]] * people)][:people]
    said = [line(each).rstrip(".") for each in split(own or fields.get("affiliation", ""), _SEMICOLON)]
    if len(said) == 1 or people == 1:
        return [said] * people
    return [[each] for each in said] if len(said) == people else [[]] * people
