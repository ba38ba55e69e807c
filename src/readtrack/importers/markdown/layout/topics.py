"""Which items of a page only head the papers below them: "1. Wide looms", above bullets with their venues."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from readtrack.importers.markdown.line.entry import Line, line_of
from readtrack.importers.markdown.markup.blocks import Block, below_of
from readtrack.importers.markdown.markup.page import Page
from readtrack.importers.markdown.said.people import people_in
from readtrack.importers.markdown.said.place import venue_of
from readtrack.importers.markdown.said.titles import CJK, is_cased

_LEAST = 3
"""Items above papers: fewer may be papers above others that are like them."""
_LONGEST = 12
"""Words of a topic."""
_TITLE = 3
"""Words of a title: fewer may be a venue."""


def topics_in(blocks: Sequence[Block], page: Page) -> frozenset[int]:
    """The lines of the items that are topics: of words alone, above others, where papers stand below most such items;
    and those beside them with nothing below."""
    lists = list(_lists(blocks))
    items = {item.line: item for one in lists for item in one.blocks if below_of(item) and _is_bare(item, page)}
    above = {line: lines for line, item in items.items() if (lines := _below(item, page))}
    papers = {line for line in above if _is_paper(items[line], page)}
    told = {line for line, lines in above.items() if line not in papers and any(map(_is_placed, lines))}
    if len(told) < _LEAST or len(told) * 2 <= len(above):
        return frozenset()
    han = {line for line in above if re.search(f"[{CJK}]", items[line].blocks[0].text)}
    alike = han if len(han & told) * 2 > len(told) else frozenset()
    heads = {line for line, lines in above.items() if line in told or line in alike or _are_titles(lines)} - papers
    longest = max(len(page.words(items[line].blocks[0].text)) for line in heads)
    beside = (item for one in lists if any(item.line in heads for item in one.blocks) for item in one.blocks)
    short = (item for item in beside if not below_of(item) and _is_short(item, longest, page))
    return frozenset(heads.union(item.line for item in short))


def _is_short(item: Block, longest: int, page: Page) -> bool:
    """Whether an item is of so few words that it is no title beside topics, of which the ``longest`` has as many
    letters."""
    said = page.words(item.blocks[0].text) if _is_bare(item, page) else ""
    return 0 < len(said) <= longest and len(said.split()) < _TITLE


def _is_paper(item: Block, page: Page) -> bool:
    """Whether a line below an item says where and when it appeared, or who wrote it, and no title: "NeurIPS 2017"."""
    said = [page.words(one.blocks[0].text.split("\n")[0]) for one in below_of(item) if one.blocks]
    places = [place for one in said if (place := venue_of(one))]
    return any(map(all, places)) or any(map(people_in, said))


def _are_titles(lines: Sequence[Line]) -> bool:
    """Whether most lines are written as titles are, and not as lists of names."""
    titles = [one.title for one in lines if is_cased(one.title, _TITLE)]
    return sum(title.count(",") * 2 < len(title.split()) for title in titles) * 2 > len(lines)


def _lists(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        if block.kind == "list":
            yield block
        yield from _lists(block.blocks)


def _below(item: Block, page: Page) -> list[Line]:
    """What the first lines of what stands below an item say."""
    texts = [
        one.blocks[0].text.split("\n")[0] for one in below_of(item) if one.blocks and one.blocks[0].kind == "paragraph"
    ]
    return list(filter(None, (line_of(page.marked(text)) for text in texts)))


def _is_bare(item: Block, page: Page) -> bool:
    """Whether an item is a line of a few words, which say neither where nor when nor by whom, and lead nowhere."""
    first = item.blocks[0] if item.blocks else None
    if not first or first.kind != "paragraph" or "\n" in first.text or len(first.text.split()) > _LONGEST:
        return False
    marks = page.marked(first.text)
    line = line_of(marks) if not marks.links else None
    facts = line.facts if line else None
    return bool(facts and not (facts.venue or facts.year or facts.authors) and facts.read is None)


def _is_placed(line: Line) -> bool:
    """Whether a line is a title and says where and when it appeared."""
    facts, title = line.facts, line.title
    return bool(facts.venue and facts.year) and len(title.split()) >= _TITLE and not people_in(title)
