"""What a page says where the grammar understands little of it: each line that leads to a paper is one.

The grammar first decides what may be an entry, so that one habit it does not know can cost a page all of its papers.
Here nothing is decided by form: where more lines lead to papers than were understood, those are read too; and where
nothing was, and no line leads anywhere, lines of one kind that look like titles are, or what a group reads each time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from readtrack.identifiers import leads_to_paper
from readtrack.importers.markdown.layout.bare import are_numbered, is_numbered
from readtrack.importers.markdown.layout.headings import heading_text, is_no_list
from readtrack.importers.markdown.layout.items import DAY, Found, is_about_list
from readtrack.importers.markdown.line.entry import Line, line_of
from readtrack.importers.markdown.line.several import apart
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.markup.blocks import Block
from readtrack.importers.markdown.markup.page import Page
from readtrack.importers.markdown.said.place import venue_of
from readtrack.importers.markdown.said.titles import is_cased

_LEAST = 3
"""Lines that must lead to papers: a page with fewer is no list of them."""


class Place(NamedTuple):
    """A line of a page, from ``line`` to the one before ``end``, in which a paper may stand; ``cells``: of a table."""

    line: int
    end: int
    text: str
    section: tuple[str, ...]
    kind: str
    cells: tuple[str, ...] = ()


def places_in(blocks: Sequence[Block], page: Page, above: tuple[str, ...] = ()) -> Iterator[Place]:
    """All lines of a page that say something, whatever they are, with the headings above each."""
    headings: list[tuple[int, str]] = []
    for block in blocks:
        section = (*above, *(text for _, text in headings))
        if block.kind == "heading":
            yield Place(block.line, block.end, block.text, section, "heading")
            said = heading_text(block.text, page)
            headings = [one for one in headings if one[0] < block.level] + ([(block.level, said)] if said else [])
        elif block.kind == "paragraph":
            yield from _lines(block, section, page)
        elif block.kind == "table":
            for number, cells in block.rows[1:]:
                yield Place(number, number + 1, " | ".join(cells), section, "row", cells)
        elif block.kind in ("list", "item", "quote"):
            for place in places_in(block.blocks, page, section):
                yield place._replace(kind="item") if block.kind == "list" and place.kind != "row" else place


def _lines(block: Block, section: tuple[str, ...], page: Page) -> Iterator[Place]:
    """A paragraph; each of its lines where several of them have a link and words."""
    lines = block.text.split("\n")
    linked = [line for line in lines if "http" in line]
    if len(linked) < 2 or any(len(inline.plain(page.marked(line).text).split()) < 3 for line in linked):
        yield Place(block.line, block.end, block.text, section, "paragraph")
        return
    for number, line in enumerate(lines, block.line):
        yield Place(number, number + 1, line, section, "paragraph")


_ADDRESS = re.compile(r"https?://[^\s)>\]\"']+")


def lost_in(blocks: Sequence[Block], taken: Sequence[Found], page: Page) -> list[Found]:
    """The papers that lines lead to of which none of ``taken`` speaks; none where the grammar understood most lines."""
    known = _known(taken)
    lost: list[Found] = []
    for place in places_in(blocks, page):
        urls = _ADDRESS.findall(place.text)
        if "][" in place.text:
            urls += [link.url for link in page.marked(place.text).links]
        if not urls or (place.section and is_no_list(place.section[-1])):
            continue
        if known.isdisjoint(urls) and any(map(leads_to_paper, urls)):
            lost += _read(place, page)
    if not taken:
        lost = max(lost, _bare(blocks, page), _scheduled(blocks, page), key=len)
    lost = max(lost, _set_off(blocks, page) if len(taken) < _LEAST else [], key=len)
    return lost if len(lost) >= max(_LEAST, len(taken) + 1) else []


_MANY = 5


def _bare(blocks: Sequence[Block], page: Page) -> list[Found]:
    """The lines without a link that look like titles, where most of their kind do and there are many."""
    most: list[Found] = []
    places = [place for place in places_in(blocks, page) if page.words(place.text)]
    for kind in ("item", "paragraph", "heading"):
        alike = [place for place in places if place.kind == kind]
        read = [(place, _line(page.marked(place.text), "paragraph")) for place in alike]
        told = [place for place, line in read if _is_titled(line)]
        numbered = are_numbered([place.text for place in told])
        found = [
            Found(place.line, place.text, place.section, 2, line)
            for place, line in read
            if line and (place in told or (numbered and is_numbered(place.text)))
        ]
        if len(told) >= _MANY and len(told) * 2 >= len(alike) and len(found) > len(most):
            most = found
    return most


def _is_titled(line: Line | None) -> bool:
    """Whether a line surely has a title: it is written as titles are, or says who wrote it, or where and when."""
    if not line or not 4 <= len(line.title.split()) <= 30 or is_about_list(line.title):
        return False
    facts = line.facts
    return is_cased(line.title, 3) or bool(facts.authors) or bool(facts.venue and facts.year)


_ITALIC = re.compile(rf"{inline.EM}([^{inline.EM_END}{inline.LINK}{inline.LABEL}\n]{{4,300}}){inline.EM_END}")
_FEW = 4
"""Words before a title in italics: behind more it may be where the paper appeared."""


def _set_off(blocks: Sequence[Block], page: Page) -> list[Found]:
    """The titles in italics in paragraphs, behind what they are called for short, where two in five have one."""
    places = [place for place in places_in(blocks, page) if place.kind == "paragraph"]
    found: list[Found] = []
    titled = 0
    for place in places:
        marks = page.marked(place.text)
        spans = list(_ITALIC.finditer(marks.text)) if len(marks.text) <= inline.LONGEST else []
        titled += any(is_cased(span[1], 2) and _is_long(span[1]) for span in spans)
        starts, ends = [0, *(span.end() for span in spans)], [*(span.start() for span in spans), len(marks.text)]
        for number, span in enumerate(spans, 1):
            text = f"{inline.BOLD}{span[1]}{inline.BOLD_END}{marks.text[span.end() : ends[number]]}"
            line = line_of(marks._replace(text=text))
            few = len(marks.text[starts[number - 1] : span.start()].split()) <= _FEW and not venue_of(span[1])
            if line and few and (_is_long(span[1]) or (line.facts.venue and line.facts.year)):
                found.append(Found(place.line, place.text, place.section, 2, line))
    return found if titled >= _MANY and titled * 5 >= len(places) * 2 else []


_GROUP = re.compile(r"\b(?:(?:paper|journal) club|reading (?:circle|club|group|seminar))s?\b", re.IGNORECASE)
_DAY = re.compile(rf"(?:[a-z]{{2,5}}day,? |[a-z]{{2,4}}[.,] ?)?{DAY}", re.IGNORECASE)
_NO_READING = re.compile(
    r"no (?:class|meeting|reading|seminar|session|talk)\b|.*\b(?:break|cancell?ed|holidays?|meeting|vacation)\W*$",
    re.IGNORECASE,
)


def _scheduled(blocks: Sequence[Block], page: Page) -> list[Found]:
    """What a group reads together, in a table with a day in each row: titles stand where most of its words do."""
    rows = [
        place
        for place in places_in(blocks, page)
        if place.kind == "row" and any(_DAY.fullmatch(page.words(cell)) for cell in place.cells)
    ]
    if not rows or not any(map(_GROUP.search, page.lines)):
        return []
    columns = range(min(len(row.cells) for row in rows))
    column = max(columns, key=lambda at: sum(len(page.words(row.cells[at]).split()) for row in rows))
    read = [(row, line_of(page.marked(row.cells[column]))) for row in rows]
    found = [
        Found(row.line, row.text, row.section, 2, line)
        for row, line in read
        if line and _is_long(line.title) and not (line.facts.remark or _NO_READING.match(line.title))
    ]
    words = sum(len(one.said.title.split()) for one in found if one.said)
    return found if len(found) >= _MANY and words >= 5 * len(found) else []


def _known(taken: Sequence[Found]) -> set[str]:
    """The addresses that entries have, those in their notes too."""
    known: set[str] = set()
    for one in taken:
        links = (*one.said.marked.links, *one.said.links, *one.nested.links) if one.said else one.nested.links
        known.update(link.url for link in links)
        for note in (*one.notes, *one.nested.notes):
            known.update(_ADDRESS.findall(note.body))
    return known


def _read(place: Place, page: Page) -> list[Found]:
    """The papers of a line."""
    if place.kind == "row":
        text = max(place.cells, key=lambda cell: len(inline.plain(page.marked(cell).text).split()), default="")
    else:
        text = place.text
    lines = [line for marks in apart(page.marked(text)) if (line := _line(marks, place.kind))]
    if place.kind == "row":
        links = page.marked(place.text).links
        lines = [
            line._replace(links=line.links or tuple(one for one in links if leads_to_paper(one.url))) for line in lines
        ]
    return [Found(place.line, place.text, place.section, 2, line) for line in lines]


_LINKED = re.compile(rf"{inline.LINK}(.)([^{inline.LINK_END}]*){inline.LINK_END}")
_SET_OFF = re.compile(
    rf"{inline.BOLD}([^{inline.BOLD_END}]*){inline.BOLD_END}|{inline.EM}([^{inline.EM_END}]*){inline.EM_END}"
    r"|[\"“]([^\"”]*)[\"”]"
)


def _line(marks: inline.Marked, kind: str) -> Line | None:
    """What a line says. Its title is the link to a paper, where that is one; else what the grammar takes for it; else
    what is set off in it: in bold, in italics or in quotation marks.
    """
    line = line_of(marks)
    for link in _LINKED.finditer(marks.text):
        if _is_long(link[2]) and leads_to_paper(marks.links[inline.numbers_in(link[0])[0]].url):
            own = line_of(marks._replace(text=marks.text[link.start() :]))
            # The whole line says more, where it has the same title.
            return line._replace(title=own.title) if own and line and own.title in line.title else own
    if line and len(line.title.split()) >= 3 and not (kind == "paragraph" and _is_prose(line)):
        return None if is_about_list(inline.plain(marks.text)) else line
    title = next((part for found in _SET_OFF.finditer(marks.text) for part in found.groups("") if _is_long(part)), "")
    said = line_of(marks._replace(text=title)) if title else None
    return said._replace(links=tuple(link for link in marks.links if inline.is_web(link.url))) if said else None


def _is_long(text: str) -> bool:
    """Whether words may be a title."""
    return 3 <= len(inline.plain(text).split()) <= 30


def _is_prose(line: Line) -> bool:
    """Whether a line goes on behind its title as a sentence does, or is none but sentences."""
    words = len(inline.plain(line.facts.remark).split())
    return words > 25 or (line.sure in ("", "label") and bool(re.search(r"[.!?]\s+[A-Z]|[,.:;]$", line.title)))
