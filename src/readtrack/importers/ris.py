"""RIS, the exchange format of reference managers and publishers.

Sources: https://en.wikipedia.org/wiki/RIS_(file_format) and the specification of Research Information Systems, 2001
(https://web.archive.org/web/20120526103719/http://refman.com/support/risformat_intro.asp). Read by a scanner of our
own: rispy 0.10 returns nothing, and no error, for an entry without ``ER`` or ``TY`` and for tags that are lower-case or
not written with exactly two blanks (``TY - JOUR``), makes one entry of two if there is no ``ER`` between them, and
makes fields of lines in abstracts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from readtrack import names
from readtrack.csl_types import FROM_RIS
from readtrack.errors import UnreadableError
from readtrack.identifiers import DOI, doi_of
from readtrack.importers import Read, Source
from readtrack.importers._json import object_of
from readtrack.importers._numbers import numbers
from readtrack.importers._own import restored
from readtrack.importers._plain import markdown, plain
from readtrack.importers._tagged import Field, Record, lines, records, unwrapped
from readtrack.importers._venues import venue_and_year
from readtrack.model import Author, Draft, Identifier, Link, NoteDraft

_TAGS = frozenset(
    """A1 A2 A3 A4 AB AD AN AU AV BT C1 C2 C3 C4 C5 C6 C7 C8 CA CN CP CR CT CY DA DB DI DO DP DS ED EP ER ET FD H1 H2 ID
    IS J1 J2 JA JF JO K1 KW L1 L2 L3 L4 LA LB LK LL M1 M2 M3 N1 N2 NO NV OL OP PA PB PP PY RD RI RN RP RT SE SF SL SN SP
    SR ST SV T1 T2 T3 TA TI TT TY U1 U2 U3 U4 U5 UR VL VO WP WT WV Y1 Y2 YR""".split()
)

OWN = "readtrack: "
"""What stands before the JSON of readtrack's own facts, in U1 ("user definable 1")."""

_FIRST = re.compile(r"^([\s\ufeff]*)(TY|ty)( *)[-–—] ?\w", re.MULTILINE)
_USUAL = re.compile(r"([A-Z][A-Z0-9])(?:\t| {1,3})[-–—](?:[ \t]|$)")
_NARROW = re.compile(r"([A-Z][A-Z0-9])(?: {1,3}[-–—]|- )")
_GLUED = re.compile(r"([A-Z][A-Z0-9]) {0,3}[-–—] ?")

# What databases write of themselves into the notes.
_NO_NOTE = re.compile(
    r"(?:cited by|export date|(?:total )?times cited|record id|call number|doi)\b\s*[:：]?", re.IGNORECASE
)
_TITLES = ("TI", "T1", "CT", "BT", "TT", "ST", "T2", "T3")
_AUTHOR_TAGS = (("AU", "A1"), ("A2", "ED"), ("A3",), ("A4",))
_JOURNAL = ("JF", "T2", "JO", "J1", "BT", "JA", "J2")
_GATHERING = ("T2", "C3", "BT", "JF", "JO", "T3", "JA", "J2")
_HOUSE = ("PB",)
_VENUES = {
    "paper-conference": _GATHERING,
    "speech": _GATHERING,
    "chapter": ("T2", "BT", "JF", "T3", "PB"),
    "book": _HOUSE,
    "thesis": _HOUSE,
    "report": _HOUSE,
    "standard": _HOUSE,
    "dataset": _HOUSE,
}


def read(source: Source) -> Iterator[Read]:
    """Papers, and the lists that an export of readtrack names.

    Raises:
        UnreadableError: no line of it begins with a tag.
    """
    none, seen = True, set[str]()
    for record in records(_fields(source.text()), "ER"):
        if not (record.first("TY") or record.first(*_TITLES)):
            continue  # what some programs write between two entries
        none = False
        own = next((value for value in record.all("U1") if value.startswith(OWN)), "")
        held = object_of(own[len(OWN) :]) if own else None
        if held is None:
            yield _draft(record)
        else:
            yield from restored(_exported(record), held, seen)
    if none:
        raise UnreadableError(f'{source.name} is not RIS: no entry in it begins with "TY  - ".')


def _fields(text: str) -> Iterator[Field | str]:
    """The lines of a file, tags told from text by the way in which its first TY is written."""
    first = _FIRST.search(text)
    indent = first[1].rpartition("\n")[2].strip("\ufeff") if first else ""
    glued, lower = bool(first and not first[3]), bool(first and first[2] == "ty")
    bare = True
    for number, line in enumerate(lines(text), 1):
        line = line.lstrip("\ufeff").removeprefix(indent).lstrip("\ufeff") if "\ufeff" in line or indent else line
        found = _tag(line.rstrip(), glued=glued, lower=lower)
        if not found:
            yield line
            continue
        tag, value = found
        # "TY" once more, and nothing between: a program that writes all types it thinks of.
        yield Field(number, tag, value, first=tag == "TY" and not bare)
        bare = tag == "TY" or (bare and tag == "ER")


def _tag(line: str, *, glued: bool, lower: bool) -> tuple[str, str] | None:
    """The tag that ``line`` begins with, and what is behind it."""
    head = line[:7].upper() if lower else line[:7]
    if (usual := _USUAL.match(head)) and (usual[1] in _TAGS or head[2:5] == "  -"):
        return usual[1], line[usual.end() :]
    if (narrow := (_GLUED if glued else _NARROW).match(head)) and narrow[1] in _TAGS:
        return narrow[1], line[narrow.end() :].lstrip()
    return None


def _exported(record: Record) -> Draft:
    """A paper as readtrack writes it: every text stands as it is."""
    tagged = dict(reversed(record.fields))
    year = tagged.get("PY", "")
    return Draft(
        tagged.get("TI", ""),
        key=tagged.get("ID"),
        name=tagged.get("ST"),
        type=FROM_RIS.get(tagged.get("TY", ""), "article"),
        venue=tagged.get("T2"),
        year=int(year) if re.fullmatch(r"\d{4}", year, re.ASCII) else None,
        authors=_in_turn(record),
        doi=tagged.get("DO"),
        # Each line below the first has a blank in front, so that none of them looks like a tag.
        abstract="\n".join(line.removeprefix(" ") for line in tagged["AB"].split("\n")) if "AB" in tagged else None,
        tags=tuple(value for tag, value in record.fields if tag == "KW"),
        line=record.line,
    )


def _in_turn(record: Record) -> tuple[Author, ...]:
    """Authors, each with the affiliations between it and the next."""
    authors: list[tuple[str, list[str]]] = []
    for tag, value in record.fields:
        if tag == "AU":
            authors.append((names.person(value), []))
        elif tag == "AD" and authors:
            authors[-1][1].append(value)
    return tuple(Author(name, tuple(places)) for name, places in authors)


def _draft(record: Record) -> Draft:
    kind = FROM_RIS.get(
        record.first("TY").split(" ")[0].upper(), "article-journal" if record.first("JO", "JF") else "article"
    )
    title = plain(record.first(*_TITLES))
    venue, year = _venue(record, kind, title)
    doi = _doi(record)
    return Draft(
        title,
        key=record.first("ID") or None,
        type=kind,
        venue=venue,
        year=_year(record) or year,
        authors=_authors(record),
        links=tuple(_links(record)),
        doi=doi,
        abstract=unwrapped(plain(record.first("AB", "N2"))) or None,
        identifiers=tuple(_identifiers(record)),
        tags=tuple(tag for value in record.all("KW", "K1") for tag in _tags(plain(value))),
        notes=tuple(_notes(record, title)),
        line=record.line,
    )


def _venue(record: Record, kind: str, title: str) -> tuple[str | None, int | None]:
    tags = _VENUES.get(kind, _JOURNAL)
    venue = next((text for tag in tags if (text := plain(record.first(tag))) and text != title), None)
    if venue and kind in ("paper-conference", "speech"):
        return venue_and_year(venue)
    return venue, None


def _year(record: Record) -> int | None:
    for value in (value for tag in ("PY", "DA", "Y1", "YR", "C6") for value in record.all(tag)):
        if found := re.search(
            r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)|^(?:1[5-9]|20)\d\d(?=[01]\d[0-3]\d$)", value, re.ASCII
        ):
            return int(found[0])
    return None


def _authors(record: Record) -> tuple[Author, ...]:
    people = next((values for tags in _AUTHOR_TAGS if (values := record.all(*tags))), [])
    said = "".join("p" if tag == "AD" else "a" for tag, value in record.fields if tag in ("AU", "AD") and value.strip())
    # Only these two orders tell whose an affiliation is; most programs write all of them behind all authors.
    if re.match(r"a+p+a", said) or re.fullmatch("ap+", said):
        return _in_turn(record)
    return tuple(Author(names.person(name)) for value in people for name in _people(value))


def _people(value: str) -> list[str]:
    """The names in one field: some programs write them all there."""
    parts = re.split(r"\s*[;\n]\s*", plain(value))
    if len(parts) == 1 and re.fullmatch(r"[^,]+, [^,]+(?: and [^,]+, [^,]+)+", value):
        parts = value.split(" and ")
    return [part for part in parts if part and part.lower().strip(". ") not in ("et al", "anonymous", "no author")]


def _tags(value: str) -> Iterator[str]:
    """Keywords, one in a field or all of them; only in a long field a comma parts two: "Aged, 80 and over" is one."""
    for tag in re.split(r"[;\n]", value):
        yield from tag.split(",") if len(tag) > 100 else (tag,)


def _links(record: Record) -> Iterator[Link]:
    for tag, value in record.fields:
        if tag in ("UR", "L1", "L2", "L3", "L4", "LK"):
            for url in re.split(r"[\s;]+(?=\w+://|www\.)", value.strip()):
                if re.match(r"[\w+.-]+://|www\.", url, re.ASCII | re.IGNORECASE):
                    yield Link("", url if "://" in url else f"http://{url}", "pdf" if tag == "L1" else None)


def _doi(record: Record) -> str | None:
    for value in record.all("DO", "DI", "L3", "M3", "N1", "UR", "L1", "L2", "AN"):
        if doi := doi_of(value.split("\n")[0]):
            return doi
    found = re.search(rf"doi(?:\.org/|:\s*)({DOI})", " ".join(record.all("M3", "N1", "DO", "L3")), re.IGNORECASE)
    return doi_of(found[1]) if found else None


def _identifiers(record: Record) -> Iterator[Identifier]:
    for value in record.all("SN"):
        yield from numbers(value)
    medline = re.search(r"pubmed|medline|nlm", " ".join(record.all("DB", "DP")), re.IGNORECASE)
    for value in record.all("AN", "UR", "U2", "M1", "N1"):
        if found := re.match(r"(?:PM(?:ID)?\s*:\s*)(\d{1,9})\b", value, re.IGNORECASE | re.ASCII):
            yield Identifier("pmid", found[1])
    if medline and re.fullmatch(r"\d{1,9}", record.first("AN"), re.ASCII):
        yield Identifier("pmid", record.first("AN"))
    for value in record.all("C2", "AN", "UR"):
        if found := re.match(r"PMC\s*:?\s*(?:PMC)?(\d{3,9})\b", value, re.IGNORECASE | re.ASCII):
            yield Identifier("pmcid", f"PMC{found[1]}")


def _notes(record: Record, title: str) -> Iterator[NoteDraft]:
    for value in record.all("N1", "RN"):
        note = markdown(value)
        if not (_NO_NOTE.match(note) or doi_of(note) or note == title):
            yield NoteDraft(unwrapped(note))
