"""What the importers of CSV share: a table, whatever program wrote it and however it was damaged on the way.

Source: RFC 4180 (https://www.rfc-editor.org/rfc/rfc4180), and what spreadsheets make of it: semicolons or tabs, a
``sep=;`` in front, line breaks in cells, rows that are too short or too long, quotation marks that nothing closes.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from readtrack.errors import UnreadableError
from readtrack.importers._clean import short
from readtrack.model import Skipped

if TYPE_CHECKING:
    from readtrack.importers import Source

# Python's own limit is 128 KB a cell, less than some abstracts with their notes; this is the largest C long everywhere.
csv.field_size_limit(2**31 - 1)

DELIMITERS = (",", ";", "\t", "|")

_HEADER_WITHIN = 20
"""Rows among which the header is looked for: some programs write what the file is above it."""


class Row(NamedTuple):
    """A row of a table. ``line``: where it begins; ``cells``: a column, as ``bare`` names it -> what it holds."""

    line: int
    cells: dict[str, str]

    def get(self, *columns: str) -> str:
        """What stands in the first of these columns that is not empty, without blanks around it; "" for nothing."""
        return next((cell for column in columns if (cell := self.cells.get(bare(column), "").strip())), "")


class Table(NamedTuple):
    """A table being read. ``columns``: the header as it is written, in ``line``; ``rows``: may be gone through once."""

    line: int
    columns: tuple[str, ...]
    rows: Iterator[Row | Skipped]


def bare(column: str) -> str:
    """The name of a column as it compares: no case, accents, blanks, underscores or punctuation."""
    plain = unicodedata.normalize("NFKD", column).casefold()
    return "".join(char for char in plain if char.isalnum())


def table(source: Source, *required: Sequence[str], hint: str = "") -> Table:
    """The table in ``source``, by the first row that has a column of each of ``required`` (several names: any of them).

    ``hint``: what to say to whoever reads that there is none.

    A row that is damaged beyond reading comes as ``Skipped``; empty rows do not come.

    Raises:
        UnreadableError: no row has these columns; the sentence names those that are there.
    """
    text = source.text().replace("\0", "")
    lines = text.split("\n")
    asked = re.fullmatch(r"[\"']?sep=(.)[\"']?\s*", lines[0], re.IGNORECASE)
    if asked:
        lines[0] = ""
    wanted = [{bare(name) for name in names} for names in required]
    begin = next((n for n, line in enumerate(lines) if line.strip()), 0)
    found: dict[str, _Record] = {}
    widest: list[str] = []
    for delimiter in asked[1] if asked and asked[1] in DELIMITERS else DELIMITERS:
        head = lines[begin : begin + _HEADER_WITHIN]
        for record in islice(filter(_is_filled, _records(head, delimiter)), _HEADER_WITHIN):
            names = set(map(bare, record.cells or ()))
            if all(names & one for one in wanted):
                found[delimiter] = record
                break
            widest = max(widest, record.cells or [], key=len)
    if found:
        delimiter, (start, end, cells) = max(found.items(), key=lambda one: len(one[1].cells or ()))
        columns = tuple(" ".join(cell.split()) for cell in cells or ())
        return Table(begin + start + 1, columns, _rows(columns, _records(lines, delimiter, begin + end, len(columns))))
    has = set(map(bare, widest))
    missing = " and no ".join(f'"{names[0]}"' for names, one in zip(required, wanted, strict=True) if not one & has)
    raise UnreadableError(f"{source.name} has no column {missing}; {named(widest)}.{hint}")


def named(columns: Iterable[str]) -> str:
    """The columns that there are, as a clause."""
    said = ", ".join(filter(None, (" ".join(cell[:80].split()) for cell in columns)))
    return f"its columns are {said if len(said) <= 600 else said[:596] + ' ...'}" if said else "it has no columns"


class _Record(NamedTuple):
    """A record, of the lines from ``start`` up to, and without, ``end``. ``cells``: None where it is damaged."""

    start: int
    end: int
    cells: list[str] | None


def _is_filled(record: _Record) -> bool:
    return any(cell.strip() for cell in record.cells or ())


def _rows(columns: Sequence[str], records: Iterator[_Record]) -> Iterator[Row | Skipped]:
    names = [bare(column) for column in columns]
    for start, _, cells in records:
        line = start + 1
        if cells is None:
            yield Skipped(line, "", "has a quotation mark that nothing closes")
            continue
        extra = [cell for cell in cells[len(names) :] if cell.strip()]
        if extra:
            why = f"stands behind the last of the {len(names)} columns; it was left out"
            yield Skipped(line, short(extra[0]), why)
        kept: dict[str, str] = {}
        for name, cell in zip(names, cells, strict=False):
            if cell.strip():
                kept.setdefault(name, cell)
        if kept:
            yield Row(line, kept)


def _records(lines: Sequence[str], delimiter: str, at: int = 0, width: int = 0) -> Iterator[_Record]:
    """The records from the line ``at`` on; one that no rule allows is mended, by the ``width`` that it must have.

    A quotation mark that nothing closes takes all lines up to the next one, or to the end. Then its line is read
    alone, and the next as a record of its own. How many lines may be read twice in this way has a limit, beyond which
    every line is a record: otherwise a few marks would make a large file take hours.
    """
    spare = len(lines) + 10_000
    while at < len(lines) and spare > 0:
        reader = csv.reader((f"{lines[n]}\n" for n in range(at, len(lines))), delimiter=delimiter, strict=True)
        start = end = at
        try:
            for cells in reader:
                end = at + reader.line_num
                if cells:
                    yield _Record(start, end, cells)
                start = end
            return
        except csv.Error:
            end = at + reader.line_num
            spare -= end - start
            record = _alone(lines, start, delimiter, width)
            if record.cells is None:
                record = _together(lines, start, end, delimiter, width)
            yield record
            at = record.end
    for start in range(at, len(lines)):
        if lines[start]:
            yield _alone(lines, start, delimiter, width)


def _alone(lines: Sequence[str], start: int, delimiter: str, width: int) -> _Record:
    """The line ``start`` as a record, with and without a meaning of its quotation marks."""
    for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_NONE):
        cells = next(csv.reader((lines[start],), delimiter=delimiter, quoting=quoting), [])
        if len(cells) == width or not width:
            return _Record(start, start + 1, [_unquoted(cell) for cell in cells])
    return _Record(start, start + 1, None)


def _together(lines: Sequence[str], start: int, end: int, delimiter: str, width: int) -> _Record:
    """The lines from ``start`` to ``end`` as a record, although a quotation mark stands where none may."""
    reader = csv.reader((f"{lines[n]}\n" for n in range(start, end)), delimiter=delimiter)
    cells = next(reader, [])
    if len(cells) == width:
        return _Record(start, start + reader.line_num, cells)
    return _Record(start, start + 1, None)


def _unquoted(cell: str) -> str:
    """A cell without a quotation mark that has no partner."""
    bared = cell.strip()
    return bared.strip('"').replace('""', '"') if bared.count('"') % 2 else cell
