"""Titles in bold, each a line of its own between who wrote it and where and when it appeared, told by all of a page.

"Ada Lovelace, Alan Turing,", "**Notes on Looms**", "Loom Letters, 7, 28, 1843": one entry does not tell which of its
lines are what, least of all where one person alone stands above, or where the words are Chinese.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.markup.blocks import BREAK, Block
from readtrack.importers.markdown.markup.page import Page
from readtrack.importers.markdown.said.people import people_alone, people_in
from readtrack.importers.markdown.said.place import YEAR
from readtrack.importers.markdown.said.volumes import volume_in, year_in
from readtrack.importers.markdown.said.writers import HAN_NAME

_LEAST = 5
"""Such entries: fewer may be chance."""
_MOST = 3
"""Lines above a title, and those below it that may say where it appeared."""
_TITLE = re.compile(r"\*\*(?!\s)[^*\n]{4,600}\*\*[.,]?|\[\*\*[^*\n]{4,300}\*\*\]\([^()\s]{1,500}\)[.,]?")
"""A line that is all in bold."""
_DATED = re.compile(rf"[\s,，(]({YEAR})\)?\.?$")
"""The year behind who wrote a paper."""
_SIGNS = re.compile(r"(?:\\?[*+#†]\s?){1,3}")
"""What marks some papers of a list, as those in the best journals."""
_ENDS = " \t\n,，"
"""What stands before the title, and before the year."""
_HAN = re.compile(rf"{HAN_NAME}(?:[,，、] ?{HAN_NAME}){{0,40}}")
"""People named in Chinese; "等", and others, stands behind the last of them."""
_DOI = re.compile(r"(?:DOI|doi)\b[:：]?\s*(?=10\.)")


class _Entry(NamedTuple):
    """``who``: its authors, ``year``: the one behind them, if any; ``title``; ``below``: the lines that are left."""

    who: str
    year: int | None
    title: str
    below: tuple[str, ...]


def with_titles_between(blocks: Sequence[Block], page: Page) -> tuple[Block, ...]:
    """``blocks``, in which each line of such an entry is a paragraph of it, the title first, where most items and
    paragraphs of a page that have several lines are such entries."""
    several = [block for block in _candidates(blocks) if len(_lines(block)) > 2]
    entries = {block.line: entry for block in several if (entry := _entry_of(block))}
    credited = sum(_are_people(page.words(one.who)) for one in entries.values())
    dated = sum(bool(one.year or _place(one.below, page)[2]) for one in entries.values())
    if min(credited, dated) < max(_LEAST, len(several) * 3 / 4):
        return tuple(blocks)
    return tuple(_parted(blocks, entries, page))


def _candidates(blocks: Sequence[Block]) -> Iterator[Block]:
    """The items of lists, and the paragraphs between those."""
    for block in blocks:
        yield from block.blocks if block.kind == "list" else (block,) if block.kind == "paragraph" else ()


def _parted(blocks: Sequence[Block], entries: Mapping[int, _Entry], page: Page) -> Iterator[Block]:
    for block in blocks:
        if block.kind == "list":
            yield block._replace(blocks=tuple(_parted(block.blocks, entries, page)))
        elif block.kind in ("item", "paragraph") and block.line in entries:
            told = tuple(_told(block, entries[block.line], page))
            yield Block("item", block.line, block.end, blocks=(*told, *block.blocks[1:]))
        else:
            yield block


def _lines(block: Block) -> list[str]:
    """The lines of a paragraph, or of the one that an item begins with; none of what is too long for an entry."""
    first = block.blocks[0] if block.kind == "item" and block.blocks else block
    text = first.text if first.kind == "paragraph" and len(first.text) <= inline.LONGEST else ""
    lines = (BREAK.sub("", line.strip()).strip() for line in text.split("\n"))
    return [line for line in lines if line]


def _entry_of(block: Block) -> _Entry | None:
    """What an entry says in its lines, the first in bold its title; None where none is, or nothing stands above it."""
    lines = _lines(block)
    at = next((number for number, line in enumerate(lines[: _MOST + 1]) if _TITLE.fullmatch(line)), 0)
    if not at or at + 1 == len(lines):
        return None
    above = " ".join(lines[:at])
    signs = _SIGNS.match(above)
    who = above[signs.end() if signs else 0 :].strip(_ENDS)
    dated = _DATED.search(who[-9:])
    who = who[: -len(dated[0])].rstrip(_ENDS) if dated else who
    year = int(dated[1]) if dated else None
    return _Entry(who, year, lines[at].rstrip(".,"), tuple(lines[at + 1 :])) if who else None


def _are_people(who: str) -> bool:
    """Whether people are named, and nothing else, in a line that stands where they do."""
    return bool(_HAN.fullmatch(who) or people_in(who) or people_alone(who))


def _place(below: Sequence[str], page: Page) -> tuple[int, str | None, int | None]:
    """Which of the lines below a title says where it appeared, -1 where none does; the place, and its year."""
    said = [(None, None) if _DOI.match(line) else volume_in(page.words(line)) for line in below[:_MOST]]
    at = next((number for number, (venue, _) in enumerate(said) if venue), -1)
    first = said[at] if at >= 0 else (None, None)
    years = (first[1], *(year for _, year in said), *map(year_in, below[:_MOST]))
    return at, first[0], next(filter(None, years), None)


def _told(block: Block, entry: _Entry, page: Page) -> Iterator[Block]:
    """The lines of an entry, the title first, and before each other what it says."""
    at, venue, year = _place(entry.below, page)
    left = [line for number, line in enumerate(entry.below) if number != at or page.marked(line).links]
    numbers = [line for line in left if _DOI.match(line)]
    notes = "\n".join(line for line in left if line not in numbers)
    said = (("Venue", venue), ("Year", entry.year or year), ("Note", notes))
    texts = [f"{label}: {value}" for label, value in said if value]
    for text in (entry.title, f"Authors: {entry.who}", *(_DOI.sub("DOI: ", line) for line in numbers), *texts):
        yield Block("paragraph", block.line, block.end, text)
