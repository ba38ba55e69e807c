"""Paragraphs right above what is said of them, made items with those below: lists, told by all of a page, and those
who wrote what the paragraph is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from readtrack.identifiers import leads_to_paper
from readtrack.importers.markdown.below.credited import AUTHORS
from readtrack.importers.markdown.below.nested import nested_of
from readtrack.importers.markdown.line.entry import line_of
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.markup.blocks import Block
from readtrack.importers.markdown.markup.page import Page
from readtrack.importers.markdown.said.groups import Facts
from readtrack.importers.markdown.said.people import people_behind

_LEAST = 5
"""Such paragraphs: fewer may be chance."""
_LONGEST = 3000
"""Characters of a line that is looked at."""
_SHORTEST = 3
"""Words of a title above an address: one or two may say what is there."""
_ADDRESS = re.compile(r"(?:[A-Z][\w ]{1,30}[:：]\s*)?<?(https?://\S+?)>?\s*")
"""An address alone, or behind what it is called: "OpenReview: https://e.org/a"."""


def with_above_lists(blocks: Sequence[Block], page: Page) -> tuple[Block, ...]:
    """``blocks``, in which each such paragraph is an item with the list below it, where most lists of a page are
    below one: each begins with the address of a paper, is the one citation of what has its links above, or says who
    wrote that and where."""
    numbers = range(len(blocks) - 1)
    pairs = {number for number in numbers if _is_pair(blocks[number], blocks[number + 1])}
    told = {number for number in pairs if _is_told(blocks[number], blocks[number + 1], page)}
    told = told if len(told) >= _LEAST and len(told) * 4 >= len(pairs) * 3 else set()
    credited = {number for number in numbers if _is_credited(blocks[number], blocks[number + 1], page)}
    return tuple(_joined(blocks, told | credited))


def _joined(blocks: Sequence[Block], told: set[int]) -> Iterator[Block]:
    for number, block in enumerate(blocks):
        if number in told:
            yield Block("item", block.line, blocks[number + 1].end, blocks=(block, blocks[number + 1]))
        elif number - 1 not in told:
            yield block


def _is_pair(block: Block, after: Block) -> bool:
    """Whether a paragraph of one line that announces nothing has a list right below it, without a blank line."""
    alone = block.kind == "paragraph" and "\n" not in block.text and not block.text.rstrip().endswith((":", "："))
    return alone and after.kind == "list" and after.line == block.end


def _is_told(block: Block, listed: Block, page: Page) -> bool:
    """Whether a list begins with the address of a paper, or is its citation, or says nothing but who wrote what the
    paragraph is called, where and when."""
    if len(page.words(block.text).split()) > 1 and _says_facts(listed, page):
        return True
    first, *others = [item.blocks[0].text if item.blocks else "" for item in listed.blocks]
    if "](" not in block.text:
        address = _ADDRESS.fullmatch(first)
        leads = address and leads_to_paper(address[1]) and len(block.text.split()) >= _SHORTEST
        return bool(leads) and not any(map(_ADDRESS.fullmatch, others))
    marks, below = page.marked(block.text), page.marked(first)
    labelled = re.search(rf"{inline.LABEL}.[\s\])|,;]*$", marks.text)
    line = line_of(below) if labelled and not others and not below.links else None
    return bool(line and (line.facts.authors or line.facts.year))


def _says_facts(listed: Block, page: Page) -> bool:
    """Whether all items of a list say who wrote something, where, or when: "OSDI 1843"."""
    told = nested_of((listed,), "", page)
    return told.facts != Facts() and not (told.notes or told.papers or told.title)


def _is_credited(block: Block, after: Block, page: Page) -> bool:
    """Whether a paragraph of one line is a title with its links, and the one below is "Authors: Ada Lovelace"."""
    lines = [one.kind == "paragraph" and "\n" not in one.text and len(one.text) <= _LONGEST for one in (block, after)]
    if not all(lines) or not (label := AUTHORS.fullmatch(after.text)) or not label[1] or AUTHORS.match(block.text):
        return False
    marks = page.marked(block.text)
    line = line_of(marks) if marks.links else None
    return bool(line and line.sure and not line.facts.authors and people_behind(after.text, page.words(label[1])))
