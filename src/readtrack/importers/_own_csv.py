"""The CSV that readtrack itself writes; ``exporters.csv`` tells its form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from readtrack.importers._cells import rating_of, reading_of, status_of
from readtrack.importers._clean import short
from readtrack.importers._csv import Row, bare
from readtrack.importers._days import day_of
from readtrack.model import Author, Draft, Identifier, Link, Listing, NoteDraft, Reading, ReadingList, Skipped

if TYPE_CHECKING:
    from readtrack.importers import Read

_OURS = {"title", "arxivid", "startedon", "finishedon", "progress", "dueon", "addedat", "identifiers"}

# What a spreadsheet would run as a formula has an apostrophe in front; so has what had one before.
_DEFUSED = re.compile(r"'+[=+\-@\t\r\n＝＋－＠]")


def is_own(columns: Sequence[str]) -> bool:
    """Whether a table with these columns is ours."""
    return set(map(bare, columns)) >= _OURS


def read_own(rows: Iterator[Row | Skipped]) -> Iterator[Read]:
    """The papers in a table of ours, and before each the reading lists that it is the first to stand on."""
    known: set[str] = set()
    for row in rows:
        if isinstance(row, Skipped):
            yield row
            continue
        cells = {name: cell[1:] if _DEFUSED.match(cell) else cell for name, cell in row.cells.items()}
        listings = tuple(filter(None, map(_listing, parted(cells.get("lists", "")))))
        for slug in dict.fromkeys(listing.slug for listing in listings):
            if slug not in known:
                known.add(slug)
                yield ReadingList(slug, slug)
        told, readings = _readings(cells, row.line)
        yield from told
        yield _draft(cells, listings, readings, row.line)


def _draft(cells: dict[str, str], lists: tuple[Listing, ...], readings: tuple[Reading, ...], line: int) -> Draft:
    facts = {"key": "key", "name": "name", "venue": "venue", "topic": "topic", "doi": "doi", "arxiv_id": "arxivid"}
    facts |= {"url": "url", "abstract": "abstract", "added_at": "addedat"}
    return Draft(
        cells.get("title", ""),
        **{fact: cells.get(column) for fact, column in facts.items()},  # type: ignore[arg-type]  # all text
        type=cells.get("type", "").strip() or "article",
        year=int(year) if (year := cells.get("year", "").strip()).isdecimal() and len(year) == 4 else None,
        authors=_authors(cells),
        links=tuple(_link(text) for text in parted(cells.get("links", ""))),
        lists=lists,
        identifiers=tuple(
            Identifier(kind, value)
            for kind, colon, value in (text.partition(":") for text in parted(cells.get("identifiers", "")))
            if colon
        ),
        readings=readings,
        tags=parted(cells.get("tags", "")),
        notes=tuple(notes_of(cells.get("notes", ""))),
        line=line,
    )


def parted(cell: str) -> tuple[str, ...]:
    r"""What is parted by semicolons in a cell; "\;" is one that parts nothing."""
    parts: list[list[str]] = [[]]
    for piece in re.findall(r"\\.|[^\\;]+|;|\\", cell, re.DOTALL):
        if piece == ";":
            parts.append([])
        else:
            parts[-1].append(piece[1:] if len(piece) == 2 and piece[0] == "\\" else piece)
    return tuple(text for part in parts if (text := "".join(part).strip()))


def _authors(cells: dict[str, str]) -> tuple[Author, ...]:
    """The authors; their affiliations stand in another cell, a line for each of them."""
    names = parted(cells.get("authors", ""))
    places = [parted(line) for line in cells.get("affiliations", "").split("\n")]
    places += [()] * (len(names) - len(places))
    return tuple(Author(name, where) for name, where in zip(names, places, strict=False))


def _link(text: str) -> Link:
    """A link, of its kind, its address and what it is called."""
    kind, _, rest = text.partition(" ")
    url, _, label = rest.partition(" ")
    return Link(kind, url, label or None) if url else Link("", kind)


def _listing(text: str) -> Listing | None:
    """A place on a list, of "osdi-2020 #3: Machine learning"."""
    found = re.fullmatch(r"([a-z0-9-]+)(?: #(\d{1,9}))?(?:: (.+))?", text, re.ASCII)
    return Listing(found[1], found[3], int(found[2]) if found[2] else None) if found else None


def notes_of(cell: str) -> Iterator[NoteDraft]:
    """The notes in a cell: each its page, its quote and its body, with a line of "---" between two."""
    texts: list[list[str]] = [[]]
    for line in cell.split("\n"):
        if line == "---":
            texts.append([])
        else:
            texts[-1].append(line)
    for lines in texts:
        page, quote, at = None, [], 0
        if found := re.fullmatch(r"\[p\. (.+)\]", lines[0]):
            page, at = found[1], 1
        while at < len(lines) and re.match(r">( |$)", lines[at]):
            quote.append(lines[at][2:])
            at += 1
        if quote and at < len(lines) and not lines[at]:
            at += 1
        body = [line[1:] if re.fullmatch(r"\\+---", line) else line for line in lines[at:]]
        if body and re.match(r"\\+(>|\[p\. )", body[0]):
            body[0] = body[0][1:]
        if any(line.strip() for line in body):
            yield NoteDraft("\n".join(body), page, "\n".join(quote) or None)


def _readings(cells: dict[str, str], line: int) -> tuple[list[Skipped], tuple[Reading, ...]]:
    """The reading that the row tells of. Somebody may have written into it, so words are read as any other table's."""
    word = cells.get("status", "").strip()
    status = status_of(word)
    told = (
        [Skipped(line, short(word), "is no status that readtrack knows; it was left out")]
        if word and not status
        else []
    )
    days: dict[str, str | None] = {}
    for fact in ("started_on", "finished_on", "due_on"):
        text = cells.get(bare(fact), "").strip()
        days[fact] = day_of(text)
        if text and not days[fact]:
            told.append(Skipped(line, short(text), f"is no day ({fact}); it was left out"))
    return told, reading_of(
        status,
        **days,
        progress=cells.get("progress"),
        rating=rating_of(cells.get("rating", "")),
        priority=cells.get("priority", "").strip().lower() or None,
    )
