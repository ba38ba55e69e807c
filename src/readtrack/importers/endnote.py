"""EndNote XML, which EndNote, Bookends, Zotero and databases write; and the answers of the arXiv API, which are Atom.

Sources: the DTD of EndNote (RSXML.dtd, http://xml.coverpages.org/endnoteXMLdtd.html) and
https://info.arxiv.org/help/api/user-manual.html#_details_of_atom_results_returned
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from readtrack import names
from readtrack.csl_types import FROM_ENDNOTE
from readtrack.errors import UnreadableError
from readtrack.identifiers import doi_of
from readtrack.importers import Read, Source
from readtrack.importers._numbers import numbers
from readtrack.importers._plain import markdown, plain
from readtrack.importers._venues import venue_and_year
from readtrack.importers._xml import Piece, beginning, pieces, text_at, texts_at
from readtrack.model import Author, Draft, Identifier, Link, NoteDraft, Skipped

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_HOUSED = ("book", "thesis", "report", "standard", "dataset", "software", "map")
_JOURNAL = ("periodical/full-title", "titles/secondary-title", "titles/alt-title", "alt-periodical/full-title")
_GATHERING = ("titles/secondary-title", "periodical/full-title", "titles/tertiary-title", "custom3")
_ROLES = ("authors", "secondary-authors", "tertiary-authors", "subsidiary-authors")


def read(source: Source) -> Iterator[Read]:
    """Papers.

    Raises:
        UnreadableError: it is neither EndNote's XML nor Atom; the sentence says what it is.
    """
    none = True
    for found in pieces(source, "record", "entry"):
        if isinstance(found, Skipped):
            yield found
        elif draft := _draft(found) if found.name == "record" else _preprint(found):
            yield draft
        else:
            yield Skipped(found.line, f"<{found.name}>", "is no paper of EndNote or arXiv")
            continue
        none = False
    if none:
        root = beginning(source.text())
        seen = f"its XML begins with <{root}>" if root else "it is no XML"
        raise UnreadableError(f"{source.name} is neither EndNote XML nor an answer of arXiv: {seen}.")


def _draft(piece: Piece) -> Draft | None:
    root = piece.root
    if not any(root.find(name) is not None for name in ("ref-type", "titles", "contributors")):
        return None
    kind = _kind(root)
    title = plain(
        text_at(root, "titles/title", "titles/short-title", "titles/translated-title", "titles/secondary-title")
    )
    venue, year = _venue(root, kind, title)
    printed = re.search(r"(?<!\d)[12]\d{3}(?!\d)", text_at(root, "dates/year", "dates/pub-dates/date")[:100], re.ASCII)
    label = text_at(root, "label")
    return Draft(
        title,
        key=label if re.fullmatch(r"\S{1,200}", label) else None,
        type=kind,
        venue=venue,
        year=int(printed[0]) if printed else year,
        authors=_authors(root),
        links=tuple(_links(root)),
        doi=next((doi for path in ("electronic-resource-num", "doi") if (doi := doi_of(text_at(root, path)))), None),
        abstract=plain(text_at(root, "abstract")) or None,
        identifiers=tuple(_identifiers(root)),
        tags=tuple(tag for text in texts_at(root, "keywords/keyword") for tag in re.split(r"[;\n]", plain(text))),
        notes=tuple(NoteDraft(markdown(note)) for path in ("notes", "research-notes") for note in texts_at(root, path)),
        line=piece.line,
    )


def _kind(root: Element) -> str:
    said = root.find("ref-type")
    name = said.get("name", "") if said is not None else ""
    known = FROM_ENDNOTE.get(name.strip().lower()) or FROM_ENDNOTE.get(text_at(root, "ref-type"))
    return known or ("article-journal" if text_at(root, *_JOURNAL) else "article")


def _venue(root: Element, kind: str, title: str) -> tuple[str | None, int | None]:
    gathering = kind == "paper-conference"
    paths = _GATHERING if gathering else ("publisher",) if kind in _HOUSED else _JOURNAL
    venue = " ".join(plain(text_at(root, *paths, "periodical/abbr-1", "titles/secondary-title")).split())
    if not venue or venue == title:
        return None, None
    return venue_and_year(venue) if gathering else (venue, None)


def _authors(root: Element) -> tuple[Author, ...]:
    for role in _ROLES:
        found = [name for text in texts_at(root, f"contributors/{role}/author") for name in re.split(r"[;\n]", text)]
        people = [names.person(plain(name)) for name in found if name.strip(" ,")]
        # What a place of work stands for, when there are several authors, is not told.
        places = text_at(root, "auth-address").split("\n") if len(people) == 1 else ()
        if people:
            return tuple(Author(name, tuple(place.strip() for place in places if place.strip())) for name in people)
    return ()


def _links(root: Element) -> Iterator[Link]:
    for kind in ("web-urls", "related-urls", "pdf-urls", "text-urls"):
        for text in texts_at(root, f"urls/{kind}/url"):
            for url in re.split(r"[\s;]+(?=\w+://|www\.)", text):
                if re.match(r"[\w+.-]+://|www\.", url, re.ASCII | re.IGNORECASE):
                    yield Link("", url if "://" in url else f"http://{url}", "pdf" if kind == "pdf-urls" else None)


def _identifiers(root: Element) -> Iterator[Identifier]:
    for path in ("isbn", "issn"):
        for text in texts_at(root, path):
            yield from numbers(text)
    database = text_at(root, "remote-database-name", "remote-database-provider").lower()
    accession = text_at(root, "accession-num")
    if re.fullmatch(r"\d{5,9}", accession, re.ASCII) and (not database or re.search("pubmed|medline|nlm", database)):
        yield Identifier("pmid", accession)
    if found := re.fullmatch(r"PMC\d{3,9}", text_at(root, "custom2"), re.ASCII):
        yield Identifier("pmcid", found[0])


def _preprint(piece: Piece) -> Draft | None:
    root = piece.root
    address = text_at(root, "id")
    if "arxiv.org" not in address:
        return None
    reference = " ".join(text_at(root, "journal_ref").split())
    year = re.match(r"\d{4}", text_at(root, "published", "updated"), re.ASCII)
    venue, printed = venue_and_year(reference) if reference else (None, None)
    return Draft(
        plain(text_at(root, "title")),
        venue=venue,
        year=printed or (int(year[0]) if year else None),
        authors=tuple(
            Author(names.person(text_at(one, "name")), tuple(texts_at(one, "affiliation")))
            for one in root.iterfind("author")
        ),
        links=(
            Link("", address),
            *(
                Link("", link.get("href", ""), link.get("title"))
                for link in root.iterfind("link")
                if link.get("title") == "pdf" and link.get("href")
            ),
        ),
        doi=text_at(root, "doi") or None,
        abstract=text_at(root, "summary") or None,
        line=piece.line,
    )
