"""Any CSV or TSV with a column of titles, whatever its columns are called; and our own, which holds more.

What a column is called decides what it holds (``_columns``), unless the user says it: ``--map title=Name``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from readtrack.importers._cells import people, rating_of, reading_of, status_of, type_of, words_of, year_of
from readtrack.importers._clean import short
from readtrack.importers._columns import columns_of, titles
from readtrack.importers._csv import Row, bare, table
from readtrack.importers._days import day_of, moment_of
from readtrack.importers._html import without_markup
from readtrack.importers._own_csv import is_own, read_own
from readtrack.importers._venues import venue_and_year
from readtrack.model import Draft, Identifier, Link, NoteDraft, Reading, Skipped
from readtrack.schema import FINISHED

if TYPE_CHECKING:
    from readtrack.importers import Read, Source

_NOTHING = set("- – — -- n/a na none null nan nil ? tbd unknown #n/a undefined".split())
_URL = re.compile(r"https?://[^\s\"<>|]+", re.IGNORECASE)
_PRIORITIES = {
    "high": "high h 1 p0 p1 urgent important must hoch alta haute élevée 高 must-read ★★★",
    "medium": "medium med m 2 p2 normal mittel media moyenne 中 ★★",
    "low": "low l 3 p3 optional niedrig baja basse faible bassa baixa 低 ★",
}
_PRIORITY_OF = {word: priority for priority, words in _PRIORITIES.items() for word in words.split()}


def read(source: Source) -> Iterator[Read]:
    """The papers in ``source``; columns that hold no fact of a paper are told, once.

    Raises:
        UnreadableError: it has no column of titles, or none that ``source.columns`` names; its columns are told.
    """
    said = source.columns
    by = next((column for fact, column in said.items() if bare(fact) == "title"), None)
    found = table(source, [by] if by else titles(), hint=" Say which of them is the title, as in --map title=NAME.")
    if is_own(found.columns) and not said:
        yield from read_own(found.rows)
        return
    columns = columns_of(found.columns, said, source.name)
    used = {name for names in columns.values() for name in names}
    unused = [column for column in found.columns if column and bare(column) not in used]
    if unused:
        which = "column holds" if len(unused) == 1 else "columns hold"
        yield Skipped(found.line, short(", ".join(unused)), f"{len(unused)} {which} no fact of a paper; see --map")
    strange: set[str] = set()
    glued = "itemtitle" in map(bare, found.columns)  # so only Springer calls it
    for row in found.rows:
        if isinstance(row, Skipped):
            yield row
            continue
        cells = {fact: [cell for name in names if (cell := _cell(row, name, fact))] for fact, names in columns.items()}
        paper = _Paper(row.line, cells, [])
        draft = _draft(paper, strange, glued=glued)
        yield from paper.told
        yield draft


class _Paper(NamedTuple):
    """A row by facts: the cells of each that are not empty; and what of them was left out."""

    line: int
    cells: Mapping[str, list[str]]
    told: list[Skipped]

    def get(self, fact: str) -> str:
        """The first cell of a fact that is not empty."""
        return next(iter(self.cells.get(fact, ())), "")

    def tell(self, text: str, why: str) -> None:
        """Remember what was left out."""
        self.told.append(Skipped(self.line, short(text), f"{why}; it was left out"))

    def day(self, fact: str) -> str | None:
        """The day of a fact; what is none is told."""
        text = self.get(fact)
        day = day_of(text)
        if text and not day:
            self.tell(text, f"is no day ({fact})")
        return day


def _cell(row: Row, column: str, fact: str) -> str:
    cell = row.cells.get(column, "").strip()
    return "" if fact != "title" and cell.lower() in _NOTHING else cell


def _draft(paper: _Paper, strange: set[str], *, glued: bool) -> Draft:
    title = paper.get("title")
    linked = re.fullmatch(r"\[([^\[\]]+)\]\((https?://[^\s()]+)\)", title)
    url, links = _links(paper)
    year = next((year for cell in paper.cells.get("year", ()) if (year := year_of(cell))), None)
    venue = paper.get("venue") or None
    if venue:
        venue, said = venue_and_year(venue)
        year = year or said
    return Draft(
        without_markup(linked[1] if linked else title),
        key=paper.get("key") or None,
        name=paper.get("name") or None,
        type=next((type_ for cell in paper.cells.get("type", ()) if (type_ := type_of(cell))), "article"),
        venue=venue,
        year=year,
        topic=paper.get("topic") or None,
        authors=people(_unglued(paper.get("authors")) if glued else paper.get("authors")),
        links=links,
        doi=paper.get("doi") or None,
        arxiv_id=paper.get("arxiv_id") or None,
        url=url or (linked[2] if linked else None),
        abstract=paper.get("abstract") or None,
        identifiers=_identifiers(paper),
        readings=_readings(paper, strange),
        tags=tuple(tag for cell in paper.cells.get("tags", ()) for tag in words_of(cell)),
        notes=tuple(map(NoteDraft, paper.cells.get("notes", ()))),
        added_at=moment_of(paper.get("added_at")),
        line=paper.line,
    )


def _unglued(authors: str) -> str:
    """The authors of Springer's export, which puts nothing between them: "Ada LovelaceAlan Turing"."""
    parts = re.split(r"(?<=[^\W\d_A-Z])(?<!\bMc)(?<!\bMac)(?<!\bLe)(?<!\bDe)(?<!\bDi)(?=[^\W\d_a-zß-ÿ])", authors)
    names = [""]
    for part in parts:
        # Everybody has two names, so what has one is the beginning of the next: "HongBin Zhu".
        if " " in names[-1]:
            names.append(part)
        else:
            names[-1] += part
    return "; ".join(names)


def _links(paper: _Paper) -> tuple[str | None, tuple[Link, ...]]:
    """The page of the paper, and all other addresses; words in their place ("yes", a file) are no links."""
    pages = [url for cell in paper.cells.get("url", ()) for url in _urls(cell)]
    said = paper.get("url")
    if said and not pages and re.fullmatch(r"[\w-]+(\.[\w-]+)*\.[a-z]{2,}(/\S*)?", said, re.IGNORECASE | re.ASCII):
        pages = [f"https://{said}"]
    others = [
        Link("", url, None if fact == "page" else fact)
        for fact in ("pdf", "code", "slides", "video", "page")
        for cell in paper.cells.get(fact, ())
        for url in _urls(cell)
    ]
    return (pages[0] if pages else None), (*(Link("", url) for url in pages[1:]), *others)


def _urls(cell: str) -> list[str]:
    in_brackets = re.findall(r"\]\((https?://[^\s()]+)\)", cell)
    return in_brackets or [url.rstrip(".,;") for url in _URL.findall(cell)]


def _identifiers(paper: _Paper) -> tuple[Identifier, ...]:
    shapes = {
        "isbn": r"(?<![\dX])(?:97[89])?\d{9}[\dX](?![\dX])",
        "issn": r"(?<!\d)\d{4}-\d{3}[\dX](?!\d)",
        "pmid": r"(?<!\d)[1-9]\d{0,8}(?!\d)",
        "pmcid": r"PMC\d+",
    }
    return tuple(
        Identifier(kind, value)
        for kind, shape in shapes.items()
        for cell in paper.cells.get(kind, ())
        for value in re.findall(shape, cell.upper().replace("-", "" if kind == "isbn" else "-"), re.ASCII)
    )


def _readings(paper: _Paper, strange: set[str]) -> tuple[Reading, ...]:
    """What the columns tell of reading it. A day it was finished, under a status that is not, is an earlier time."""
    word, ended = paper.get("status"), paper.get("finished_on")
    finished_on = day_of(ended) or day_of(word)
    status = status_of(word) or status_of(ended)
    if word and not status_of(word) and not day_of(word) and word.lower() not in strange:
        strange.add(word.lower())
        paper.tell(word, "is no status that readtrack knows")
    if ended and not day_of(ended) and not status_of(ended):
        paper.tell(ended, "is no day (finished_on)")
    facts: dict[str, Any] = {
        "started_on": paper.day("started_on"),
        "progress": _progress(paper),
        "rating": _rating(paper),
        "due_on": _whole(paper.day("due_on")),
        "priority": _PRIORITY_OF.get(paper.get("priority").lower()),
    }
    if status in (None, "unread"):
        status = _status_by(facts, finished_on, status)
    if status in FINISHED:
        return reading_of(status, finished_on=finished_on, **facts)
    earlier = (Reading("read", finished_on=finished_on),) if finished_on else ()
    return (*earlier, *reading_of(status, **facts))


def _status_by(facts: Mapping[str, Any], finished_on: str | None, said: str | None) -> str | None:
    """The status that other columns amount to, where none is said; a rating alone makes nothing said unread read."""
    if finished_on or facts["progress"] == "100%" or (facts["rating"] and not said):
        return "read"
    if facts["started_on"] or facts["progress"]:
        return "reading"
    return "queued" if facts["due_on"] or facts["priority"] or facts["rating"] else said


def _whole(day: str | None) -> str | None:
    return day if day and len(day) == 10 else None


def _progress(paper: _Paper) -> str | None:
    found = re.fullmatch(r"(\d{1,6})\s*(%|/\s*\d{1,6}|of\s+\d{1,6})", paper.get("progress"), re.ASCII)
    if not found or found[1] == "0":
        return None
    return f"{found[1]}%" if found[2] == "%" else f"{found[1]}/{re.sub(r'[^0-9]', '', found[2])}"


def _rating(paper: _Paper) -> int | None:
    text = paper.get("rating")
    rating = rating_of(text)
    if text and rating is None and rating_of(text.replace("0", "1")) is None:
        paper.tell(text, "is no rating from 1 to 5")
    return rating
