"""CSL-JSON, as Zotero, pandoc and citeproc read it. What it has no place for stands in ``custom``, as CSL wants it.

Source: the schema csl-data.json of CSL 1.0.2 (https://github.com/citation-style-language/schema), which forbids members
that it does not name; hence affiliations stand in ``custom`` too.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from readtrack import names
from readtrack.exporters._own import by_slug, own, said
from readtrack.model import Entry, ReadingList

_NUMBERS = {"isbn": "ISBN", "issn": "ISSN", "pmid": "PMID", "pmcid": "PMCID"}


def write(entries: Iterable[Entry], lists: Sequence[ReadingList]) -> Iterator[str]:
    """The file, piece by piece: one fact of a paper a line."""
    known = by_slug(lists)
    yield "["
    for number, entry in enumerate(entries):
        facts = (f"{_dumped(fact)}: {_dumped(value)}" for fact, value in _item(entry, known).items())
        yield ("," if number else "") + "\n{" + ",\n ".join(facts) + "}"
    yield "\n]\n"


def _dumped(held: object) -> str:
    return json.dumps(held, ensure_ascii=False)


def _item(entry: Entry, lists: dict[str, ReadingList]) -> dict[str, Any]:
    paper = entry.paper
    numbers = {_NUMBERS[kind]: value for kind, value in reversed(entry.identifiers) if kind in _NUMBERS}
    affiliated = any(author.affiliations for author in entry.authors)
    parted = any("," in tag for tag in paper.tags)
    others = (*(("authors",) if affiliated else ()), *(("tags",) if parted else ()))
    facts = {
        "id": paper.key,
        "type": paper.type,
        "title": paper.title,
        "title-short": paper.name,
        "author": [_name(author.name) for author in entry.authors],
        "container-title": paper.venue,
        "issued": {"date-parts": [[paper.year]]} if paper.year else None,
        "DOI": paper.doi,
        "URL": paper.url or next((link.url for link in paper.links), None),
        **numbers,
        "abstract": entry.abstract,
        "keyword": ", ".join(paper.tags),
        "note": "\n\n".join(map(said, entry.notes)),
        "custom": {"readtrack": own(entry, lists, *others)},
    }
    return {fact: value for fact, value in facts.items() if value not in (None, [], "")}


def _name(name: str) -> dict[str, str]:
    """A name in its parts, if together they are the name again; one word, or an organisation, as it is."""
    given, family, suffix = names.parts(name)
    parts = {"family": family, "given": given, "suffix": suffix}
    kept = {part: text for part, text in parts.items() if text}
    return kept if given and " ".join(filter(None, (given, family, suffix))) == name else {"literal": name}
