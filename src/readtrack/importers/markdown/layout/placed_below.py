"""Paragraphs that say where and when the one item above each appeared, made part of that, told by all of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.markup.blocks import Block
from readtrack.importers.markdown.markup.page import Page
from readtrack.importers.markdown.said.place import venue_of

_LEAST = 3
"""Such paragraphs: fewer may be chance."""
_LINKS = re.compile(rf"[\[(]*{inline.LABEL}.[\])]*")
_LONGEST = 1000
"""Characters of a paragraph with its links."""


def with_placed_below(blocks: Sequence[Block], page: Page) -> tuple[Block, ...]:
    """``blocks``, of which each list of one item has the place and the year below it inside of that item, where all of
    a page that are no more than these stand so, and no other list: others may head what stands below them."""
    placed = [number for number in range(len(blocks)) if _is_place(blocks[number], page)]
    above = [number + 1 for number, block in enumerate(blocks) if _is_one(block)]
    if len(placed) < _LEAST or above != placed or any(block.kind == "list" for block in blocks[placed[-1] :]):
        return tuple(blocks)
    return tuple(_joined(blocks, frozenset(placed)))


def _joined(blocks: Sequence[Block], placed: frozenset[int]) -> Iterator[Block]:
    for number, block in enumerate(blocks):
        if number + 1 in placed:
            below = blocks[number + 1]
            item = block.blocks[0]
            item = item._replace(end=below.end, blocks=(*item.blocks, below))
            yield block._replace(end=below.end, blocks=(item,))
        elif number not in placed:
            yield block


def _is_one(block: Block) -> bool:
    return block.kind == "list" and len(block.blocks) == 1


def _is_place(block: Block, page: Page) -> bool:
    """Whether a paragraph is a place and its year, and perhaps links."""
    if block.kind != "paragraph" or len(block.text) > _LONGEST:
        return False
    place = venue_of(inline.plain(_LINKS.sub(" ", page.marked(block.text).text)).strip())
    return bool(place and all(place))
