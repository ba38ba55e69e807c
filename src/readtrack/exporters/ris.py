"""RIS. Everything is read back: what the format has no tag for stands as JSON in U1, which is free for its users.

Source: https://en.wikipedia.org/wiki/RIS_(file_format). Lines end in a line feed; the system makes of it what lines of
text end in there.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence

from readtrack import names
from readtrack.csl_types import FROM_RIS, TO_RIS
from readtrack.exporters._own import by_slug, own, said
from readtrack.model import Entry, ReadingList


def write(entries: Iterable[Entry], lists: Sequence[ReadingList]) -> Iterator[str]:
    """The file, one paper a piece."""
    known = by_slug(lists)
    for entry in entries:
        yield "".join(f"{tag}  - {value}\n" for tag, value in _fields(entry, known)) + "ER  - \n\n"


def _fields(entry: Entry, lists: dict[str, ReadingList]) -> Iterator[tuple[str, str]]:
    paper = entry.paper
    ris = TO_RIS.get(paper.type, "GEN")
    yield "TY", ris
    yield "ID", paper.key
    yield "TI", paper.title
    for author in entry.authors:
        yield "AU", _sorted(author.name)
        for place in author.affiliations:
            yield "AD", place
    facts = (("ST", paper.name), ("T2", paper.venue), ("PY", paper.year), ("DO", paper.doi))
    yield from ((tag, str(value)) for tag, value in facts if value)
    yield from (("L1" if link.kind == "pdf" else "UR", link.url) for link in paper.links)
    yield from (("SN", value) for kind, value in entry.identifiers if kind in ("isbn", "issn"))
    yield from (("KW", tag) for tag in paper.tags)
    if entry.abstract:
        yield "AB", _indented(entry.abstract)
    yield from (("N1", _indented(said(note))) for note in entry.notes)
    exact = all(names.person(_sorted(author.name)) == author.name for author in entry.authors)
    edged = re.search(r"\s$", entry.abstract or "", re.MULTILINE)  # readers take the blanks at the end of a line off
    others = (
        *(() if FROM_RIS[ris] == paper.type else ("type",)),
        *(() if exact else ("authors",)),
        *(("abstract",) if edged else ()),
    )
    yield "U1", f"readtrack: {json.dumps(own(entry, lists, *others), ensure_ascii=False)}"


def _sorted(name: str) -> str:
    """A name with the family name first, as the format wants it, if it can be told and is read back as it was."""
    given, family, suffix = names.parts(name)
    turned = ", ".join(part for part in (family, given, suffix) if part)
    return turned if given and names.person(turned) == name else name


def _indented(text: str) -> str:
    """Several lines as one field: with a blank in front, none of them looks like a tag."""
    return text.replace("\n", "\n ")
