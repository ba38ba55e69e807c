"""Papers that are a paragraph alone below its heading, where other headings have lists of several like it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from readtrack.importers.markdown.layout.headings import heading_text, is_no_list
from readtrack.importers.markdown.line.entry import Line, line_of
from readtrack.importers.markdown.markup.blocks import Block
from readtrack.importers.markdown.markup.page import Page

_LEAST = 5
"""Items of lists that say the same kinds of facts."""
_SAID = re.compile(
    r"(?:(?:The )?(?:Best|Distinguished|Outstanding) |(?:To (?:appear|be)|(?:Co-)?[A-Z][a-z]+ed|Given|Held|Run|Won) "
    r"(?:an?|as|at|by|for|from|in|on|the|to|with)\b)"
)
"""What begins something said of what was done, or of an award, which is no title: "Held with a Workshop"."""


def lone_lines(blocks: Sequence[Block], page: Page) -> frozenset[int]:
    """The lines of paragraphs alone below their headings that say of a title what most items of lists say of theirs."""
    lone = [
        (before, block)
        for before, block, after in zip(blocks, blocks[1:], [*blocks[2:], None], strict=False)
        if before.kind == "heading" and block.kind == "paragraph" and (after is None or after.kind == "heading")
        if not is_no_list(heading_text(before.text, page))
    ]
    lines = {block.line: line for _, block in lone if (line := _short_line(block, page)) and _kinds(line)}
    if not lines:
        return frozenset()
    items = [item.blocks[0] for block in blocks if block.kind == "list" for item in block.blocks if item.blocks]
    said = Counter(_kinds(line_of(page.marked(first.text))) for first in items if first.kind == "paragraph")
    kinds, times = max(said.items(), key=lambda one: one[1], default=((), 0))
    if not kinds or times < _LEAST or times * 3 < len(items) * 2:
        return frozenset()
    return frozenset(at for at, line in lines.items() if _kinds(line) == kinds)


def _short_line(block: Block, page: Page) -> Line | None:
    """What a paragraph says that is one line, and has no sentence; None where it is another."""
    whole = "\n" not in block.text.strip() and not re.search(r"[.!?:;]\s*$|[.!?]\s+[A-Z]\w+ [a-z]", block.text)
    line = line_of(page.marked(block.text)) if whole and len(block.text) <= 400 else None
    titled = line and 3 <= len(line.title.split()) <= 25 and line.title[:1].isupper() and not _SAID.match(line.title)
    return line if titled else None


def _kinds(line: Line | None) -> tuple[str, ...]:
    """Which kinds of facts stand beside a title; none where more is said than those."""
    if not line or line.facts.remark or line.links:
        return ()
    told = {"authors": line.facts.authors, "venue": line.facts.venue, "year": line.facts.year}
    return tuple(kind for kind, value in told.items() if value)
