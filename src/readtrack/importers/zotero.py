"""Zotero: the CSV of "Export Library" (https://www.zotero.org/support/kb/exporting), 87 columns.

Its first column is Zotero's own name of an item, not a citation key; that one stands under "Extra".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from readtrack.csl_types import FROM_ZOTERO
from readtrack.importers._cells import authors_of, reading_of, status_of, words_of, year_of
from readtrack.importers._csv import Row, bare, table
from readtrack.importers._days import day_of, moment_of
from readtrack.importers._html import to_markdown, without_markup
from readtrack.model import Draft, Identifier, Link, NoteDraft, Reading, Skipped

if TYPE_CHECKING:
    from readtrack.importers import Read, Source

# Where an item without a publication has appeared; that of an article is not its publisher.
_PUBLISHED = ("Publication Title", "Conference Name", "Meeting Name")
_IN_A_PUBLICATION = ("article-journal", "article-magazine", "article-newspaper", "chapter", "paper-conference")

# Lines of "Extra": https://www.zotero.org/support/kb/item_types_and_fields#citing_fields_from_extra
_EXTRA = {
    "doi": r"\bDOI:\s*(10\.\d{4,9}/\S+)",
    "arxiv": r"\barXiv:\s*(\S+)",
    "pmid": r"\bPMID:\s*(\d+)",
    "pmcid": r"\bPMCID:\s*(PMC\d+)",
    "key": r"\bCitation Key:\s*(\S+)",
    "status": r"\bRead_Status:\s*([^\n]+)",
    "status_on": r"\bRead_Status_Date:\s*(\S+)",
}


def read(source: Source) -> Iterator[Read]:
    """The items in ``source``. A status is there for whom the add-on "Reading List" wrote one into "Extra".

    Raises:
        UnreadableError: it has no titles or no types of items.
    """
    for row in table(source, ["Title"], ["Item Type"]).rows:
        yield row if isinstance(row, Skipped) else _draft(row)


def _draft(row: Row) -> Draft:
    extra = {
        fact: found[1] for fact, pattern in _EXTRA.items() if (found := re.search(pattern, row.get("Extra"), re.I))
    }
    type_ = FROM_ZOTERO.get(bare(row.get("Item Type")), "document")
    people = row.get("Author", "Book Author", "Editor", "Contributor")
    venue = row.get(*_PUBLISHED) or (None if type_ in _IN_A_PUBLICATION else row.get("Publisher") or None)
    return Draft(
        without_markup(row.get("Title", "Short Title")),
        key=extra.get("key"),
        type=type_,
        venue="arXiv" if venue and re.match(r"arxiv\b", venue, re.IGNORECASE) else venue,
        year=year_of(row.get("Publication Year")) or year_of(row.get("Date")),
        authors=authors_of(people.split(";")),
        links=tuple(Link("", url) for url in row.get("Link Attachments").split("; ") if url.startswith("http")),
        doi=row.get("DOI") or extra.get("doi"),
        arxiv_id=_arxiv(row) or extra.get("arxiv"),
        url=row.get("Url") or None,
        abstract=row.get("Abstract Note") or None,
        identifiers=(*_numbers(row), *(Identifier(kind, extra[kind]) for kind in ("pmid", "pmcid") if kind in extra)),
        readings=_readings(extra),
        tags=(*words_of(row.get("Manual Tags"), ";"), *words_of(row.get("Automatic Tags"), ";")),
        notes=_notes(row.get("Notes")),
        added_at=moment_of(row.get("Date Added")),
        line=row.line,
    )


def _arxiv(row: Row) -> str | None:
    """The arXiv id of a preprint, which Zotero keeps as the number of a report in an archive."""
    for text in (row.get("Number"), row.get("Archive Location") if row.get("Archive").lower() == "arxiv" else ""):
        if text.lower().startswith("arxiv:") or (text and row.get("Archive").lower() == "arxiv"):
            return text
    return None


def _numbers(row: Row) -> tuple[Identifier, ...]:
    """Several ISBNs stand in one cell, parted by blanks, and so do ISSNs."""
    isbns = re.findall(r"(?<![\dX])(?:97[89])?\d{9}[\dX](?![\dX])", row.get("ISBN").replace("-", ""), re.ASCII)
    issns = re.findall(r"\b\d{4}-\d{3}[\dXx]\b", row.get("ISSN"), re.ASCII)
    return (*(Identifier("isbn", isbn) for isbn in isbns), *(Identifier("issn", issn) for issn in issns))


def _readings(extra: dict[str, str]) -> tuple[Reading, ...]:
    # The add-on's words: New, To Read, In Progress, Read, Not Reading.
    status = "abandoned" if extra.get("status", "").strip() == "Not Reading" else status_of(extra.get("status", ""))
    on = day_of(extra.get("status_on", "")[:10])
    if status in ("read", "abandoned"):
        return reading_of(status, finished_on=on)
    return reading_of(status, started_on=on if status == "reading" else None)


def _notes(text: str) -> tuple[NoteDraft, ...]:
    """The notes in one cell: HTML, one behind the other with a semicolon between."""
    parts = re.split(r"(?<=>)\s*;\s+(?=<(?:p|div|h[1-6]|ul|ol|blockquote|table)\b)", text)
    return tuple(NoteDraft(body) for part in parts if (body := to_markdown(part).strip()))
