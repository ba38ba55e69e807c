"""CSL-JSON: what Zotero, Mendeley, pandoc and citeproc exchange, and the answers of the Crossref API, nearly the same.

Sources: https://docs.citationstyles.org/en/stable/specification.html, the schema csl-data.json of CSL 1.0.2
(https://github.com/citation-style-language/schema), https://api.crossref.org/swagger-ui/index.html, and for
"key: value" in notes https://www.zotero.org/support/kb/item_types_and_fields#citing_fields_from_extra.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from readtrack import names
from readtrack.csl_types import FROM_CROSSREF, FROM_ZOTERO
from readtrack.errors import UnreadableError
from readtrack.identifiers import doi_of
from readtrack.importers import Read, Source
from readtrack.importers._clean import short
from readtrack.importers._json import elements
from readtrack.importers._numbers import numbers
from readtrack.importers._own import restored
from readtrack.importers._plain import markdown, plain
from readtrack.importers._venues import venue_and_year
from readtrack.importers._zotero_json import as_csl
from readtrack.model import Author, Draft, Identifier, Link, NoteDraft, Skipped
from readtrack.schema import TYPES

Item = Mapping[str, Any]

_SIGNS = ("title", "container-title", "DOI", "issued", "author", "URL", "citation-key")
_DATES = ("issued", "published", "published-print", "published-online", "posted", "original-date", "year", "date")
_HOUSED = ("book", "thesis", "report", "standard", "dataset", "software", "map")
_PARTS = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
# Facts that Zotero has no field for, or had none, and keeps line by line in what it exports as a note.
_FACT = re.compile(r"\{?:?([A-Za-z_][\w .-]{1,40}): *(.*?)\}?")
_KNOWN = re.compile(
    r"(pmid|pmcid|doi|isbn|issn|arxiv(?: id)?|_?eprint(?:type|class)?|citation key|bibtex\*?|tex\..+|ids|original-.+"
    r"|(?:container|collection|event|short|reviewed|volume)-?title(?:-short)?|event(?:-place|-date)?|conference name"
    r"|publisher(?:-place)?|place|type|issued|submitted|available-date|number(?:-of-\w+)?|number of (?:pages|volumes)"
    r"|volume|issue|pages?|edition|version|genre|medium|status|section|language|archive(?:[_-]location)?|accessed"
    r"|references|citation-label|dimensions|scale|jurisdiction|authority|license|publication title|journal abbreviation"
    r"|library catalog|accession number|call number)",
    re.IGNORECASE,
)


def read(source: Source) -> Iterator[Read]:
    """Papers, and the lists that an export of readtrack names.

    Raises:
        UnreadableError: it is no JSON, or has no papers in it.
    """
    seen: set[str] = set()
    came = strange = False
    for found in elements(source):
        if isinstance(found, Skipped):
            yield found
            continue
        _, line, value = found
        items = value.get("items") if "title" not in value else None
        for item in items if isinstance(items, list) else (value,):
            if not isinstance(item, dict) or not any(sign in item for sign in _SIGNS):
                strange = True
                yield Skipped(line, short(str(item)), "is no entry of CSL-JSON")
                continue
            came = True
            own = _own(item)
            if own is None:
                yield _draft(as_csl(item) if "itemType" in item else item, line)
            else:
                yield from restored(_exported(item, line), own, seen)
    if strange and not came:
        raise UnreadableError(f"{source.name} is JSON, but holds no papers: no object in it has a title or a DOI.")


def _own(item: Item) -> dict[str, Any] | None:
    custom = item.get("custom")
    held = custom.get("readtrack") if isinstance(custom, dict) else None
    return held if isinstance(held, dict) else None


def _exported(item: Item, line: int) -> Draft:
    """A paper as readtrack writes it: every text stands as it is."""
    return Draft(
        _text(item, "title"),
        key=_text(item, "id") or None,
        name=_text(item, "title-short") or None,
        type=_text(item, "type"),
        venue=_text(item, "container-title") or None,
        year=_year(item, ("issued",)),
        authors=_authors(item),
        doi=_text(item, "DOI") or None,
        abstract=_text(item, "abstract") or None,
        tags=tuple(tag for tag in _text(item, "keyword").split(", ") if tag),
        line=line,
    )


def _draft(item: Item, line: int) -> Draft:
    kind = _kind(item)
    facts, note = _noted(_text(item, "note"))
    venue, year = _venue(item, kind)
    return Draft(
        _title(item),
        key=_key(item, facts),
        type=kind,
        venue=venue,
        year=_year(item, _DATES) or year,
        authors=_authors(item),
        links=tuple(_links(item)),
        doi=doi_of(_text(item, "DOI", "doi")) or doi_of(facts.get("doi", "")),
        arxiv_id=_arxiv(item, facts),
        abstract=plain(_text(item, "abstract")) or None,
        identifiers=tuple(_identifiers(item, facts)),
        tags=tuple(_tags(item)),
        notes=tuple(NoteDraft(markdown(text)) for text in (note, *_texts(item.get("notes"))) if text),
        line=line,
    )


def _texts(value: object) -> list[str]:
    """The texts that ``value`` is or holds; numbers are texts too."""
    if isinstance(value, list):
        return [text for one in value if not isinstance(one, list) for text in _texts(one)]
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return [str(value)]
    return [value] if isinstance(value, str) and value.strip() else []


def _text(item: Item, *facts: str) -> str:
    """The first text that one of ``facts`` has, "" if none has any."""
    return next((texts[0] for fact in facts if (texts := _texts(item.get(fact)))), "")


def _title(item: Item) -> str:
    title = plain(_text(item, "title"))
    subtitle = plain(_text(item, "subtitle"))
    if title and subtitle and subtitle.lower() not in title.lower():
        title = f"{title.rstrip(': ')}: {subtitle}"
    return title or plain(_text(item, "original-title", "title-short", "shortTitle", "container-title"))


def _kind(item: Item) -> str:
    said = _text(item, "type").strip()
    bare = re.sub(r"[^a-z]", "", said.lower())
    if said in TYPES or said.lower() in TYPES:
        return said.lower()
    known = FROM_CROSSREF.get(said.lower()) or FROM_ZOTERO.get(bare)
    return known or ("article-journal" if _text(item, "container-title") else "article")


def _venue(item: Item, kind: str) -> tuple[str | None, int | None]:
    event = item.get("event")
    named = _text(event, "name") if isinstance(event, dict) else _text(item, "event-title", "event")
    venue = " ".join(plain(_text(item, "container-title")).split())
    if kind in ("paper-conference", "speech") and (venue or named):
        return venue_and_year(venue or plain(named))
    if not venue and kind in _HOUSED:
        venue = plain(_text(item, "publisher"))
    return venue or plain(
        _text(item, "container-title-short", "short-container-title", "venue", "journal")
    ) or None, None


def _year(item: Item, dates: tuple[str, ...]) -> int | None:
    for date in map(item.get, dates):
        parts = date.get("date-parts") if isinstance(date, dict) else date
        while isinstance(parts, list):
            parts = parts[0] if parts else None
        said = [*_texts(parts), *(_texts([date.get("raw"), date.get("literal")]) if isinstance(date, dict) else ())]
        for text in said:
            if found := re.search(r"(?<!\d)[12]\d{3}(?!\d)", text[:100], re.ASCII):
                return int(found[0])
    return None


def _authors(item: Item) -> tuple[Author, ...]:
    for role in ("author", "authors", "editor", "container-author", "director", "composer", "translator"):
        people = item.get(role)
        found = [_author(person) for person in (people if isinstance(people, list) else [people])]
        if any(author.name for author in found):
            return tuple(author for author in found if author.name)
    return ()


def _author(person: object) -> Author:
    if isinstance(person, str):
        return Author(names.person(person))
    if not isinstance(person, dict):
        return Author("")
    # Zotero puts quotation marks around a family name that it shall not take apart.
    parts = [text for part in _PARTS if (text := _text(person, part).strip().strip('"'))]
    whole = "".join(part if re.search(r"['’-]$", part) else f"{part} " for part in parts).strip()
    held = person.get("affiliation")
    places = [
        _text(place, "name") if isinstance(place, dict) else place if isinstance(place, str) else ""
        for place in (held if isinstance(held, list) else [held])
    ]
    return Author(whole or _text(person, "literal", "name"), tuple(plain(place) for place in places if place))


def _links(item: Item) -> Iterator[Link]:
    for url in _texts([item.get("URL"), item.get("url")]):
        yield Link("", url.strip())
    held = item.get("link")
    for link in held if isinstance(held, list) else ():
        if isinstance(link, dict) and _text(link, "content-type") == "application/pdf":
            yield Link("pdf", _text(link, "URL"))


def _arxiv(item: Item, facts: Mapping[str, str]) -> str | None:
    kept_there = _text(item, "archive").lower() == "arxiv"
    for text in (_text(item, "number"), _text(item, "archive_location", "archive-location")):
        if kept_there or text.lower().startswith("arxiv:"):
            return text
    # "arXiv: 1605.08386 [cs]" in a note
    return (facts.get("arxiv") or facts.get("arxiv id", "")).split(" ")[0] or None


def _identifiers(item: Item, facts: Mapping[str, str]) -> Iterator[Identifier]:
    for fact in ("ISBN", "ISSN"):
        for text in (*_texts(item.get(fact)), facts.get(fact.lower(), "")):
            yield from numbers(text)
    pmid = re.match(r"\d{1,9}\b", _text(item, "PMID") or facts.get("pmid", ""), re.ASCII)
    if pmid:
        yield Identifier("pmid", pmid[0])
    pmcid = re.match(r"(?:PMC)?(\d{1,9})\b", _text(item, "PMCID") or facts.get("pmcid", ""), re.ASCII)
    if pmcid:
        yield Identifier("pmcid", f"PMC{pmcid[1]}")


def _noted(note: str) -> tuple[dict[str, str], str]:
    """The facts in a note, by their lower-case name, and the note without them."""
    facts: dict[str, str] = {}
    rest = []
    for line in re.sub(r"\}\s*\{:", "}\n{:", note).split("\n"):
        fact = _FACT.fullmatch(line.strip())
        if fact and _KNOWN.fullmatch(fact[1]):
            facts.setdefault(fact[1].lower(), fact[2].strip())
        else:
            rest.append(line)
    return facts, "\n".join(rest).strip()


def _key(item: Item, facts: Mapping[str, str]) -> str | None:
    for key in (_text(item, "citation-key", "citationKey"), facts.get("citation key", ""), _text(item, "id")):
        if key and re.fullmatch(r"[^\s/]{1,200}", key):
            return key
    return None


def _tags(item: Item) -> Iterator[str]:
    for held in (item.get("keyword"), item.get("keywords"), item.get("tags")):
        for text in _texts(held):
            parts = re.split(r"[;\n]" if ";" in text else r"[,\n]", text) if isinstance(held, str) else [text]
            yield from (part for part in map(str.strip, parts) if part)
