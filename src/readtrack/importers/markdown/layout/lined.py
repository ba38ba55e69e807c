"""Paragraphs with an entry on each line, and quotations of one each, made lists, told by what most of them say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from readtrack.identifiers import leads_to_paper
from readtrack.importers.markdown.below.nested import nested_of
from readtrack.importers.markdown.layout.items import is_about_list, is_sentence
from readtrack.importers.markdown.line.entry import Line, line_of
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.markup.blocks import BREAK, Block
from readtrack.importers.markdown.markup.page import Page
from readtrack.importers.markdown.said.people import people_in

_LEAST = 3
"""Lines that say the same of a title: fewer may be what one entry says."""
_MANY = 5
"""Such lines of a page, which tell paragraphs of fewer."""
_LONGEST = 1000
"""Characters of a line that is looked at."""
_WORDS = 3
"""Words of a remark beside facts: more may be a sentence."""


def with_lines(blocks: Sequence[Block], page: Page) -> tuple[Block, ...]:
    """``blocks``, in which each paragraph of such lines is a list of them: "`Notes on Looms` (OSDI 1843)"."""
    blocks = _without_quotes(blocks, page)
    if page.width:
        return tuple(blocks)
    said = {number: _said(block, page) for number, block in enumerate(blocks) if block.kind == "paragraph"}
    told = {number for number, kinds in said.items() if _are_alike(kinds)} | _single(blocks, said)
    alike = Counter(kinds for number in told for kinds in said[number])
    if alike.total() >= _MANY:
        sure = {kinds for kinds, times in alike.items() if times * 3 >= alike.total()}
        told |= {number for number, kinds in said.items() if kinds and sure.issuperset(kinds)}
    return tuple(_listed(block) if number in told else block for number, block in enumerate(blocks))


def _single(blocks: Sequence[Block], said: Mapping[int, Sequence[tuple[str, ...]]]) -> set[int]:
    """The numbers of paragraphs of one line that say something of a title, where little else stands below headings."""
    told = {number for number, kinds in said.items() if len(kinds) == 1 and kinds[0]}
    below = [number for number, block in enumerate(blocks) if told and number >= min(told) and block.kind != "heading"]
    return told if len(told) >= _MANY and len(told) * 5 >= len(below) * 4 else set()


def _lines(block: Block) -> list[str]:
    return [BREAK.sub("", line.strip()).strip() for line in block.text.split("\n")]


def _said(block: Block, page: Page) -> list[tuple[str, ...]]:
    """Which kinds of facts each line of a paragraph says; none where one of them is too long for an entry."""
    lines = _lines(block)
    return [_kinds(line_of(page.marked(line))) for line in lines] if max(map(len, lines)) <= _LONGEST else []


def _kinds(line: Line | None) -> tuple[str, ...]:
    """Which kinds of facts a line says of what may be a title; none where it says anything else."""
    words = inline.plain(line.title) if line else ""
    if not line or len(words.split()) < 2 or is_sentence(words) or is_about_list(words) or people_in(words):
        return ()
    if len(inline.plain(line.facts.remark).split()) > _WORDS:
        return ()
    facts, paper = line.facts, any(leads_to_paper(link.url) for link in line.links)
    told = {"authors": facts.authors, "venue": facts.venue, "year": facts.year, "paper": paper}
    return tuple(kind for kind, value in told.items() if value)


def _are_alike(kinds: Sequence[tuple[str, ...]]) -> bool:
    """Whether most lines say the same of a title, and each says something."""
    most = Counter(kinds).most_common(1)
    return len(kinds) >= _LEAST and all(kinds) and most[0][1] * 3 >= len(kinds) * 2


def _listed(block: Block) -> Block:
    """A paragraph as a list of its lines."""
    items = (
        Block("item", number, number + 1, blocks=(Block("paragraph", number, number + 1, line),))
        for number, line in enumerate(_lines(block), block.line)
    )
    return Block("list", block.line, block.end, blocks=tuple(items))


def _without_quotes(blocks: Sequence[Block], page: Page) -> tuple[Block, ...]:
    """``blocks``, in which quotations in a row are items of a list, where most of the page are an entry each."""
    quotes = [number for number, block in enumerate(blocks) if block.kind == "quote"]
    told = {number for number in quotes if _quoted(blocks[number], page)}
    beside = [number for number in told if {number - 1, number + 1} & told]
    if len(told) < _LEAST or len(beside) * 3 < len(quotes) * 2:
        return tuple(blocks)
    found: list[Block] = []
    for number, block in enumerate(blocks):
        if block.kind == "quote" and block.blocks and block.blocks[0].kind == "paragraph":
            item = block._replace(kind="item")
            goes_on = number - 1 in quotes and found[-1].kind == "list"
            listed = found.pop() if goes_on else Block("list", block.line, block.end)
            found.append(listed._replace(end=block.end, blocks=(*listed.blocks, item)))
        else:
            found.append(block)
    return tuple(found)


def _quoted(quote: Block, page: Page) -> tuple[str, ...]:
    """Which kinds of facts a quotation says, in the paragraph that it begins with or below it."""
    first, *below = quote.blocks or (quote,)
    short = first.kind == "paragraph" and len(first.text) <= _LONGEST
    line = line_of(page.marked(first.text)) if short else None
    told = nested_of(below, line.title, page) if line else None
    return _kinds(line and told and line._replace(facts=line.facts.over(told.facts), links=line.links + told.links))
