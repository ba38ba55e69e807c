"""The MEDLINE format of PubMed, saved as .nbib, and of databases that imitate it (ERIC).

Source: https://www.nlm.nih.gov/bsd/mms/medlineelements.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from readtrack import names
from readtrack.csl_types import FROM_PUBMED
from readtrack.errors import UnreadableError
from readtrack.identifiers import doi_of
from readtrack.importers import Read, Source
from readtrack.importers._numbers import numbers
from readtrack.importers._plain import plain
from readtrack.importers._tagged import Field, Record, lines, records
from readtrack.model import Author, Draft, Identifier, Link

_FIELD = re.compile(r"([A-Z][A-Z0-9]{1,3}) *- ?(?=\S|$)")
_INITIALS = re.compile(r"(\S.*?) ([A-Z]{1,4})(?: (Jr|Sr|[2-4](?:nd|rd|th)))?")


def read(source: Source) -> Iterator[Read]:
    """Papers.

    Raises:
        UnreadableError: no line of it begins with a tag.
    """
    none = True
    for record in records(_fields(source.text()), ""):
        none = False
        yield _draft(record)
    if none:
        raise UnreadableError(f'{source.name} is not from PubMed: no entry in it begins with "PMID- ".')


def _fields(text: str) -> Iterator[Field | str]:
    """The lines of a file. A record begins with its PMID, or, behind an empty line, with what the first one did."""
    opening, blank = "", True
    for number, line in enumerate(lines(text), 1):
        line = line.lstrip("\ufeff")
        found = _FIELD.match(line[:7]) if line[4:5] == "-" or line.startswith("PMID") else None
        if found:
            tag = found[1]
            opening = opening or tag
            yield Field(number, tag, line[found.end() :], first=tag == "PMID" or (blank and tag == opening))
        else:
            yield line
        blank = not line.strip()


def _draft(record: Record) -> Draft:
    kind = _kind(record)
    title = _joined(" ".join(record.all("TI")) or record.first("BTI", "CTI", "TT"))
    # A title that was translated stands in brackets; all end in a full stop of PubMed's own.
    title = re.sub(r"(?<!\.)\.$", "", re.sub(r"^\[(.*)\]\.?$", r"\1", title))
    year = re.search(r"\b(1[5-9]\d\d|20\d\d)\b", " ".join(record.all("DP", "DEP", "PDAT", "DA")), re.ASCII)
    return Draft(
        plain(title),
        type=kind,
        venue=_joined(record.first("BTI", "CTI", "PB") if kind == "chapter" else record.first("JT", "TA", "PB"))
        or None,
        year=int(year[1]) if year else None,
        authors=_authors(record),
        links=tuple(Link("", url) for url in dict.fromkeys(record.all("LID", "AID", "URL", "4099")) if "://" in url),
        doi=_doi(record),
        abstract="\n\n".join(plain(_joined(text)) for text in record.all("AB")) or None,
        identifiers=tuple(_identifiers(record)),
        tags=tuple(_joined(tag).lstrip("*") for tag in record.all("OT")),
        line=record.line,
    )


def _joined(text: str) -> str:
    """``text`` without the line breaks of a format that wraps everything."""
    return " ".join(text.split())


def _kind(record: Record) -> str:
    said = [value.lower().split(" - ")[0] for value in record.all("PT")]
    if "preprint" in said:
        return "article"
    if record.first("JT", "TA") and any(value.startswith("journal article") for value in said):
        return "article-journal"
    known = next((FROM_PUBMED[value] for value in said if value in FROM_PUBMED), None)
    if record.first("BTI") and record.first("TI"):
        return "chapter"
    return known or ("book" if record.first("BTI") else "article-journal")


def _authors(record: Record) -> tuple[Author, ...]:
    """Authors; FAU and AU behind it are two ways of writing one name, AD the affiliation of the one above."""
    people = [(tag, _joined(value)) for tag, value in record.fields if tag in ("FAU", "AU", "CN", "AD")]
    if not any(tag != "AD" for tag, _ in people):
        people = [(tag[-2:].replace("ED", "AU"), _joined(value)) for tag, value in record.fields if tag in ("FED",)]
    authors: list[tuple[str, list[str]]] = []
    full = False
    for tag, value in people:
        if tag == "AD":
            place = re.sub(r"\s*(?:Electronic address: )?\S+@\S+$|\.$", "", value.rstrip(". ")).rstrip(". ;")
            if authors and place:
                authors[-1][1].append(place)
        elif (tag != "AU" or not full) and value.rstrip(".").lower() != "et al":
            authors.append((_name(value) if tag == "AU" else names.person(value) if tag == "FAU" else value, []))
        full = tag == "FAU" or (full and tag == "AD")
    return tuple(Author(name, tuple(places)) for name, places in authors)


def _name(value: str) -> str:
    """A name whose given names are only letters behind it: "Hiles ID"."""
    if "," not in value and (found := _INITIALS.fullmatch(value)):
        return " ".join(filter(None, (*(f"{letter}." for letter in found[2]), found[1], found[3])))
    return names.person(value)


def _doi(record: Record) -> str | None:
    for value in record.all("LID", "AID", "DOI", "SO"):
        found = re.search(r"(\S+) \[doi\]|\bdoi: ?(\S+)|^(https?://(?:dx\.)?doi\.org/\S+)|^(10\.\S+)$", value[:2000])
        if found and (doi := doi_of(next(filter(None, found.groups())))):
            return doi
    return None


def _identifiers(record: Record) -> Iterator[Identifier]:
    if found := re.match(r"\d{1,9}\b", record.first("PMID", "UI"), re.ASCII):
        yield Identifier("pmid", found[0])
    if found := re.match(r"(?:PMC)?(\d{1,9})\b", record.first("PMC"), re.ASCII):
        yield Identifier("pmcid", f"PMC{found[1]}")
    for value in record.all("IS", "ISBN", "ISSN"):
        yield from numbers(value)
