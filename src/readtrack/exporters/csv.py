"""CSV for spreadsheets: a row a paper, always with a header. Source: RFC 4180 (https://www.rfc-editor.org/rfc/rfc4180).

Several of a kind stand in one cell, with semicolons between them ("\\;" in one of them). What a spreadsheet would run
as a formula has an apostrophe in front (https://owasp.org/www-community/attacks/CSV_Injection).

It cannot hold the titles of reading lists, earlier readings, and when a note was written.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from readtrack.model import Author, Entry, Link, Listing, Note, ReadingList

COLUMNS = tuple(
    """key name title authors affiliations year venue topic type doi arxiv_id url links identifiers status rating
    started_on finished_on progress priority due_on tags lists notes abstract added_at""".split()
)

# "'=" gets another one too, or the importer could not tell it from ours.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")


def write(entries: Iterable[Entry], _lists: Sequence[ReadingList]) -> Iterator[str]:
    """A line for the header, and one or more for each paper."""
    yield _row(COLUMNS)
    for entry in entries:
        yield _row(_defused(cell) for cell in _cells(entry))


def _row(cells: Iterable[str]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerow(cells)
    return text.getvalue()


def _defused(cell: str) -> str:
    cell = cell.replace("\0", "")  # which Python 3.10 can neither write nor read, as many a spreadsheet
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _cells(entry: Entry) -> Iterator[str]:
    """What stands in each of ``COLUMNS``."""
    paper = entry.paper
    several = {
        "authors": _joined(author.name for author in entry.authors),
        "affiliations": _affiliations(entry.authors),
        "links": _joined(map(_link, paper.links)),
        "identifiers": _joined(f"{kind}:{value}" for kind, value in entry.identifiers),
        "tags": _joined(paper.tags),
        "lists": _joined(map(_listing, entry.lists)),
        "notes": "\n---\n".join(map(_note, entry.notes)),
        "abstract": entry.abstract or "",
    }
    for column in COLUMNS:
        value = several[column] if column in several else getattr(paper, column)
        yield "" if value is None else str(value)


def _joined(texts: Iterable[str]) -> str:
    return "; ".join(re.sub(r"([\\;])", r"\\\1", text) for text in texts)


def _affiliations(authors: Sequence[Author]) -> str:
    """A line for each author, or nothing where none has any."""
    if not any(author.affiliations for author in authors):
        return ""
    return "\n".join(_joined(author.affiliations) for author in authors)


def _link(link: Link) -> str:
    return " ".join(filter(None, (link.kind, link.url, link.label)))


def _listing(listing: Listing) -> str:
    place = f" #{listing.position}" if listing.position is not None else ""
    return f"{listing.slug}{place}" + (f": {listing.section}" if listing.section else "")


def _note(note: Note) -> str:
    """Page, quote and body; a line of the body that would be taken for one of the others gets a backslash."""
    head = [f"[p. {note.page}]"] if note.page else []
    if note.quote:
        head += [*(f"> {line}" for line in note.quote.split("\n")), ""]
    body = [f"\\{line}" if re.fullmatch(r"\\*---", line) else line for line in note.body.split("\n")]
    if re.match(r"\\*(>|\[p\. )", body[0]):
        body[0] = f"\\{body[0]}"
    return "\n".join([*head, *body])
