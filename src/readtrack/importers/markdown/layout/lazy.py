"""Titles right below bullets, which Markdown takes for more of the last of those, made paragraphs as others are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from readtrack.importers.markdown.markup.blocks import Block, blocks_of
from readtrack.importers.markdown.markup.page import Page

TITLED = re.compile(r"\[[^\[\]\s]+(?: [^\[\]\s]+){3,40}\]\(https?://[^()\s]+\)")
"""A line that begins with a link with as many words as titles have: "[Notes on Many Looms](url) (Lovelace, 1843)"."""
_LEAST = 5
"""Such lines above bullets, which say that those are notes: fewer may be chance."""


def with_lazy(blocks: Sequence[Block], page: Page) -> tuple[Block, ...]:
    """``blocks``, of which each list ends where such a line begins that is not indented, where most of those on a page
    stand in paragraphs of their own and no bullet of it begins so: "- It weaves.\\n[Cards of Many Looms](url)"."""
    own = sum(bool(TITLED.match(line)) for one in blocks if one.kind == "paragraph" for line in one.text.split("\n"))
    if own < _LEAST:
        return tuple(blocks)
    lazy = {one.line: _lazy_in(one, page) for one in blocks if one.kind == "list" and not _is_of_titles(one)}
    if not any(lazy.values()) or sum(map(len, lazy.values())) > own:
        return tuple(blocks)
    return tuple(part for one in blocks for part in _parted(one, lazy.get(one.line, []), page))


def _lazy_in(listed: Block, page: Page) -> list[int]:
    """The lines inside of a list that begin so and are not indented."""
    return [line for line in range(listed.line + 1, listed.end) if TITLED.match(page.lines[line - 1])]


def _is_of_titles(listed: Block) -> bool:
    """Whether an item of a list begins as a title does."""
    return any(item.blocks and TITLED.match(item.blocks[0].text) for item in listed.blocks)


def _parted(block: Block, lazy: Sequence[int], page: Page) -> Iterator[Block]:
    """A list as the blocks that it is where each of the lines ``lazy`` begins a paragraph."""
    if not lazy:
        yield block
        return
    for start, end in zip([block.line, *lazy], [*lazy, block.end], strict=True):
        yield from blocks_of("\n".join(page.lines[start - 1 : end - 1]), page.references, start)
