"""The tagged text of Web of Science (before: ISI), saved as .ciw or .txt.

Source: https://webofscience.help.clarivate.com/en-us/Content/wos-core-collection/woscc-export-field-tags.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from readtrack import names
from readtrack.errors import UnreadableError
from readtrack.identifiers import doi_of
from readtrack.importers import Read, Source
from readtrack.importers._numbers import numbers
from readtrack.importers._tagged import Field, Record, lines, records
from readtrack.importers._venues import venue_and_year
from readtrack.model import Author, Draft, Identifier

_FIELD = re.compile(r"([A-Z][A-Z0-9])(?: |\t|$)")
_TYPES = {"B": "book", "P": "patent", "S": "collection"}


def read(source: Source) -> Iterator[Read]:
    """Papers.

    Raises:
        UnreadableError: no line of it begins with a tag.
    """
    none = True
    for record in records(_fields(source.text()), "ER"):
        if record.first("PT") or record.first("TI"):
            none = False
            yield _draft(record)
    if none:
        raise UnreadableError(f'{source.name} is not from Web of Science: no entry in it begins with "PT ".')


def _fields(text: str) -> Iterator[Field | str]:
    for number, line in enumerate(lines(text), 1):
        line = line.lstrip("\ufeff")
        found = _FIELD.match(line[:3])
        # The two lines that open a file and the one that closes it belong to no record.
        if found and found[1] in ("FN", "VR", "EF"):
            continue
        yield Field(number, found[1], line[3:], first=found[1] == "PT") if found else line


def _draft(record: Record) -> Draft:
    kind = _kind(record)
    where = _joined(record.first("CT") if kind == "paper-conference" else "") or _joined(record.first("SO", "JI", "J9"))
    venue, year = venue_and_year(where) if kind == "paper-conference" and where else (where or None, None)
    printed = re.search(r"\b(1[5-9]\d\d|20\d\d)\b", " ".join(record.all("PY", "PD", "EY", "EA")), re.ASCII)
    title = _joined(record.first("TI"))
    return Draft(
        title or where,
        type=kind,
        venue=venue if title else None,
        year=int(printed[1]) if printed else year,
        authors=_authors(record),
        doi=next(filter(None, (doi_of(_joined(value)) for value in record.all("DI", "D2"))), None),
        abstract="\n".join(_joined(line) for line in _unwrapped(record.first("AB"))) or None,
        identifiers=tuple(_identifiers(record)),
        tags=tuple(tag for tag in _joined(record.first("DE")).split(";") if tag.strip()),
        line=record.line,
    )


def _joined(text: str) -> str:
    return " ".join(text.split())


def _unwrapped(text: str) -> Iterator[str]:
    """Paragraphs: a line is wrapped before it has 90 characters, or never."""
    held = text.split("\n")
    yield from (" ".join(held),) if max(map(len, held)) < 90 else held


def _kind(record: Record) -> str:
    said, kinds = record.first("PT")[:1], record.first("DT").lower()
    if said == "C" or record.first("CT") or ("proceedings paper" in kinds and said in ("S", "B")):
        return "paper-conference"
    if "book chapter" in kinds or (said in ("B", "S") and record.first("TI") and record.first("SO")):
        return "chapter"
    if "data set" in kinds:
        return "dataset"
    return _TYPES.get(said, "article-journal")


def _authors(record: Record) -> tuple[Author, ...]:
    """Authors, and the affiliations that name them: "[Lovelace, Ada; Turing, Alan] Univ Manchester, England." """
    short, full = (_people(record.first(*tags)) for tags in (("AU",), ("AF",)))
    people = full or short or _people(record.first("BF", "BA", "BE", "CA", "GP"))
    places: dict[str, list[str]] = {}
    loose = []
    for line in record.first("C1").split("\n"):
        # Without square brackets that tell whose it is, it can only be that of a single author.
        named, _, place = line.strip().removeprefix("[").rpartition("] ")
        place = place.rstrip(". ")
        for person in _people(named.replace(";", "\n")) if named else ():
            places.setdefault(person.casefold(), []).append(place)
        if not named and place:
            loose.append(place)
    if len(people) == 1 and not places:
        places[people[0].casefold()] = loose
    alike = dict(zip(full, short, strict=True)) if len(full) == len(short) else {}
    return tuple(
        Author(
            names.person(person),
            tuple(place for name in (person, alike.get(person, "")) for place in places.get(name.casefold(), ())),
        )
        for person in people
    )


def _people(text: str) -> list[str]:
    return [name for name in map(str.strip, re.split(r"[;\n]", text)) if name and name.lower() != "[anonymous]"]


def _identifiers(record: Record) -> Iterator[Identifier]:
    for value in record.all("SN", "EI", "BN"):
        yield from numbers(value)
    if found := re.search(r"(?:^|MEDLINE:)(\d{1,9})$", record.first("PM") or record.first("UT"), re.ASCII):
        yield Identifier("pmid", found[1])
