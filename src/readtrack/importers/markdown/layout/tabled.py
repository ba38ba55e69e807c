"""Tables of papers inside of bullets that only head them, made those of the page below such headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readtrack.importers.markdown.layout.columns import columns_of
from readtrack.importers.markdown.line.entry import line_of
from readtrack.importers.markdown.markup.blocks import Block
from readtrack.importers.markdown.markup.page import Page

_LEVEL = 9
"""The level of a bullet above a table: it stands inside every heading."""
_LONGEST = 8
"""Words that such a bullet has at most: the table below a title says something of that."""


def with_tables(blocks: Sequence[Block], page: Page) -> tuple[Block, ...]:
    """``blocks``, in which each list that has such bullets is parted there."""
    return tuple(part for block in blocks for part in (_parted(block, page) if block.kind == "list" else (block,)))


def _parted(block: Block, page: Page) -> Iterator[Block]:
    """A list without its items that are a few words and tables of papers, which stand between what is left of it."""
    items: list[Block] = []
    for item in block.blocks:
        if not _heads_tables(item, page):
            items.append(item)
            continue
        if items:
            yield block._replace(line=items[0].line, end=items[-1].end, blocks=tuple(items))
            items = []
        yield item.blocks[0]._replace(kind="heading", level=_LEVEL)
        yield from item.blocks[1:]
        yield Block("heading", item.end, item.end, level=_LEVEL)
    if items:
        yield block._replace(line=items[0].line, end=items[-1].end, blocks=tuple(items))


def _heads_tables(item: Block, page: Page) -> bool:
    first, *below = item.blocks or (item,)
    if first.kind != "paragraph" or not below or any(one.kind != "table" for one in below):
        return False
    few = len(first.text.split()) <= _LONGEST and "](" not in first.text and "\n" not in first.text
    return few and not _is_paper(first, page) and all(_is_of_papers(table, page) for table in below)


def _is_paper(first: Block, page: Page) -> bool:
    """Whether a bullet has a box, or says who, where or when."""
    line = line_of(page.marked(first.text))
    facts = line.facts if line else None
    return bool(facts and (facts.read is not None or facts.year or facts.venue or facts.authors))


def _is_of_papers(table: Block, page: Page) -> bool:
    """Whether a table has titles, and says of them who, where or when: others say something of the paper above."""
    columns = {*(columns_of(table, page) or {}).values()}
    return "title" in columns and bool(columns & {"authors", "venue", "year"})
