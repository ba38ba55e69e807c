"""Levels of headings that are titles of papers, told by all of the level: they are as long as titles, and hold none.

Topics are few words and have papers below. What stands below a title is of its paper, in whatever form: labels, links,
people, a reader's notes.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence

from readtrack.identifiers import leads_to_paper
from readtrack.importers.markdown.below.in_bibtex import BIBTEX
from readtrack.importers.markdown.layout.below_titles import Titled, label_of, titled_of
from readtrack.importers.markdown.layout.columns import columns_of, columns_with
from readtrack.importers.markdown.layout.items import Found, list_of
from readtrack.importers.markdown.layout.paragraphs import paragraph_of
from readtrack.importers.markdown.line.entry import Line, line_of
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.markup.blocks import SUMMARY_LEVEL, Block, end_of, next_of
from readtrack.importers.markdown.markup.page import Page
from readtrack.importers.markdown.said.people import ET_AL
from readtrack.importers.markdown.said.place import venue_of
from readtrack.importers.markdown.said.titles import CJK, is_cased, name_in

_LEAST, _FEW = 3, 5
"""How many headings tell what those of their level are; where they are few, all must be long."""
_LONG, _MEAN = 5, 5.5
"""How many words titles have, and how many on an average."""


def titled_in(blocks: Sequence[Block], page: Page, others: frozenset[int]) -> Mapping[int, Titled]:
    """The papers that headings are, by the lines of those, on levels of which most headings are titles.

    ``others``: the lines of headings that are papers for other reasons, smaller ones perhaps.
    """
    levels: dict[int, list[int]] = {}
    for number, block in enumerate(blocks):
        if block.kind == "heading" and block.level < SUMMARY_LEVEL and block.text.strip():
            levels.setdefault(block.level, []).append(number)
    long = [level for level in levels.values() if _are_long([page.words(blocks[one].text) for one in level])]
    likely = [level for level in levels.values() if level in long or _are_placed(blocks, level, page)]
    listed = _listed(blocks, page) if likely else []
    likely = [level for level in likely if sum(_holds(blocks, one, listed) for one in level) * 4 < len(level)]
    stops = {blocks[one].line for level in likely for one in level}
    stops |= {one.line for one in blocks if one.line in others and _words_in(page.words(one.text)) >= _LONG - 1}
    stops |= _above_tables(blocks, page) if likely else set()
    found: dict[int, Titled] = {}
    for level in likely:
        papers = [one for number in level if (one := titled_of(blocks, number, _end(blocks, number, stops), page))]
        sure, said = sum(map(_is_sure, papers)), sum(map(_is_told, papers))
        told = said >= _LEAST and max(sure * 3, said * 2) >= len(level)
        if told or (_are_read(blocks, level, page) and not _are_beside(blocks, level, listed)):
            least = _LONG - 1 if told and level in long else _LONG
            papers = [one for one in papers if _words_in(one.paper.text) >= least or _is_told(one)]
            groups = {blocks[one].line for one in level if _is_group(blocks, one, listed)}
            found |= {one.paper.line: one for one in _as_linked(papers, groups)}
    return found


def _as_linked(papers: Sequence[Titled], groups: set[int]) -> list[Titled]:
    """The papers of a level; where two thirds are links, without the ``groups`` that are none, and no title by their
    capitals."""
    linked = sum(map(_leads, (one.paper for one in papers)))
    return [
        one
        for one in papers
        if linked * 3 < len(papers) * 2
        or one.paper.line not in groups
        or _leads(one.paper)
        or _is_told(one)
        or is_cased(one.paper.text, 3)
    ]


def _is_group(blocks: Sequence[Block], number: int, listed: Sequence[int]) -> bool:
    """Whether papers stand below a heading, or a list or a table right below it."""
    below = next_of(blocks, number)
    return bool(below and below.kind in ("list", "table")) or _holds(blocks, number, listed)


def _above_tables(blocks: Sequence[Block], page: Page) -> set[int]:
    """The lines of the headings right above tables of papers: those are none of what stands above such a heading."""
    below = ((block, next_of(blocks, number)) for number, block in enumerate(blocks) if block.kind == "heading")
    return {block.line for block, table in below if table and table.kind == "table" and _is_of_papers(table, page)}


def _is_of_papers(table: Block, page: Page) -> bool:
    """Whether a table has titles, of which most lead to papers."""
    titles = columns_with(columns_of(table, page) or {}, "title") if len(table.rows) > _LEAST else []
    cells = [row[titles[0]] for _, row in table.rows[1:] if titles and titles[0] < len(row)]
    leading = [any(leads_to_paper(link.url) for link in page.marked(cell).links) for cell in cells]
    return sum(leading) * 2 > len(table.rows) - 1


def _end(blocks: Sequence[Block], number: int, stops: set[int]) -> int:
    """The number of the block behind all that stands below a heading, or of the next of the ``stops`` there."""
    end = end_of(blocks, number)
    return next((at for at in range(number + 1, end) if blocks[at].line in stops), end)


def _are_beside(blocks: Sequence[Block], level: Sequence[int], listed: Sequence[int]) -> bool:
    """Whether a page lists papers that are not below the headings of a level."""
    below = sum(bisect_left(listed, end_of(blocks, one)) - bisect_right(listed, one) for one in level)
    return below < len(set(listed) - set(level))


def _are_placed(blocks: Sequence[Block], level: Sequence[int], page: Page) -> bool:
    """Whether most of the headings of a level say who wrote what they are, or when and where it appeared."""
    lines = [line_of(page.marked(blocks[one].text)) for one in level]
    said = [line for line in lines if line and len(line.title.split()) >= _LONG - 1]
    placed = sum(bool(line.facts.authors or (line.facts.venue and line.facts.year)) for line in said)
    return placed >= _LEAST and placed * 2 >= len(level)


def _are_read(blocks: Sequence[Block], level: Sequence[int], page: Page) -> bool:
    """Whether a page says before the headings of a level that it is of papers that were read."""
    own = [block for block in blocks[: level[0]] if block.kind in ("heading", "paragraph")][:4]
    before = "\n".join(page.words(block.text[:500]).replace("_", " ") for block in own)
    return len(level) >= _FEW and bool(_READ.search(before))


def _are_long(texts: Sequence[str]) -> bool:
    """Whether headings are as long as titles are, and many in capitals."""
    words = list(map(_words_in, texts))
    long = sum(one >= _LONG for one in words)
    cased = sum(is_cased(text, 3) for text in texts)
    most = long == len(texts) if len(texts) < _FEW else long * 3 >= len(texts) * 2
    return len(texts) >= _LEAST and most and sum(words) >= _MEAN * len(texts) and cased * 3 >= len(texts)


def _words_in(text: str) -> int:
    """How many words ``text`` has; of Chinese, Japanese and Korean three letters are about one."""
    return len(re.findall(rf"[^\W_{CJK}][\w'’+-]*", text)) + len(re.findall(f"[{CJK}]", text)) // 3


def _labels(blocks: Sequence[Block], page: Page) -> frozenset[str]:
    """What three items of lists or more begin with, up to a colon: "Authors: ..."."""
    items = [item.blocks[0].text for block in blocks if block.kind == "list" for item in block.blocks if item.blocks]
    counted = Counter(label for text in items if (label := label_of(text, page)))
    return frozenset(label for label, times in counted.items() if times >= _LEAST)


def _listed(blocks: Sequence[Block], page: Page) -> list[int]:
    """The numbers of the blocks that are papers, or lists or tables of some."""
    labels = _labels(blocks, page)
    listed = list[int]()
    for number, block in enumerate(blocks):
        found: Sequence[Found] = ()
        if block.kind == "list":
            found = list(list_of(block.blocks, (), page))
        elif block.kind == "paragraph":
            found = paragraph_of(blocks, number, (), page)[0]
        cited = line_of(page.marked(block.text)) if block.kind in ("paragraph", "heading") and not found else None
        if cited and (_is_linked(cited) or (cited.facts.authors and cited.facts.venue and cited.facts.year)):
            found = [Found(block.line, block.text, (), 2, cited)]
        papers = _are_papers(found, labels, page) or (block.kind == "heading" and _is_placed(blocks, number, page))
        if papers or (block.kind == "table" and len(block.rows) > _LEAST):
            listed.append(number)
    return listed


def _is_placed(blocks: Sequence[Block], number: int, page: Page) -> bool:
    """Whether right below a heading stands when and where what it is appeared, and nothing else."""
    after = next_of(blocks, number)
    place = venue_of(page.words(after.text)) if after and after.kind == "paragraph" and len(after.text) < 60 else None
    return bool(place and all(place))


def _are_papers(found: Sequence[Found], labels: frozenset[str], page: Page) -> bool:
    """Whether any entry of a list is a paper, or two short ones lead to papers: labels and notes are none.

    What a label leads to by its title is one, too, where no label says who wrote what is above, or where it appeared.
    """
    said = {label_of(one.text, page).lower() for one in found}
    facts = bool(said & {"author", "authors", "venue", "year", "conference", "journal", "作者"})
    short = sum(one.text.lstrip("-*+ ").startswith("[") and _leads(one) for one in found)
    return short > 1 or any(_is_paper(one, labels, facts, page) for one in found)


def _leads(one: Found) -> bool:
    return bool(one.said and any(leads_to_paper(link.url) for link in one.said.links))


def _holds(blocks: Sequence[Block], number: int, listed: Sequence[int]) -> bool:
    """Whether one of the ``listed`` stands below a heading."""
    return bisect_right(listed, number) < bisect_left(listed, end_of(blocks, number))


def _is_linked(line: Line) -> bool:
    """Whether a line is a link, and nothing else."""
    return line.sure == "link" and len(inline.plain(line.marked.text)) == len(line.title)


def _is_paper(one: Found, labels: frozenset[str], facts: bool, page: Page) -> bool:
    """Whether an entry is a paper; ``facts``: labels beside it say those of what is above."""
    said, label = one.said, label_of(one.text, page)
    if said and (label in labels or label.lower() in _TITLES):
        return (label.lower() in _TITLES or not facts) and bool(_LONG_LINK.search(said.marked.text))
    if not said or len(said.title.split()) < _LONG - 1:
        return False
    cased = is_cased(said.title, 3) and not re.search(f"[{CJK}]", said.title)
    return bool(said.links or said.facts.authors or said.facts.venue or said.facts.year or cased)


_TITLES = frozenset({"paper", "title", "论文", "标题"})
"""Labels of what the paper above is called."""
_LONG_LINK = re.compile(rf"{inline.LINK}.[^\s{inline.LINK_END}]+(?:\s[^\s{inline.LINK_END}]+){{3}}")
"""A link of four words and more, as titles are."""


def _is_sure(one: Titled) -> bool:
    """Whether it is said of a heading who wrote it, or when and where it appeared, or it is a link to a paper."""
    said, nested = one.paper.said, one.paper.nested
    facts = said.facts.over(nested.facts) if said else nested.facts
    named = bool(nested.abstract or nested.readings or nested.named.keys() & {"venue", "doi", "arxiv"})
    named = named or any(BIBTEX.search(note.body) for note in one.paper.notes)
    linked = said and any(leads_to_paper(link.url) for link in said.links)
    written = _WRITTEN.search(inline.plain(one.paper.text))
    return bool(facts.authors or facts.venue or named or linked or written)


def _is_told(one: Titled) -> bool:
    """Whether more than words tells that a heading is a paper: a year, a link to one below it, its system's name."""
    said, nested = one.paper.said, one.paper.nested
    dated = nested.facts.year or "year" in nested.named or (said and said.facts.year and not _DAY.match(one.paper.text))
    named = bool(said and name_in(said.title))
    return bool(_is_sure(one) or dated or named or any(leads_to_paper(link.url) for link in nested.links))


_DAY = re.compile(r"\W*(?:19|20)\d\d([./-])\d{1,2}\1\d{1,2}")
"""The day on which something was written, as before what stands in a diary."""
_WRITTEN = re.compile(rf"(?<=\w), [A-Z][^,:?]{{1,80}}{ET_AL}")
"""Who wrote what a heading is: "Notes on Looms, Lovelace et al."."""
_READ = re.compile(
    r"(?i:\bpaper[ -]?(?:reading\b(?!.lists?)|notes?\b|summar(?:y|ies)\b)|\breading notes?\b"
    r"|\bpapers?\b(?: \w+){0,2} \b(?:I|we)(?:['’]ve| have)? read\b"
    r"|\b(?:I|we)(?:['’]ve| have)? read\b(?: \w+){0,3} papers?\b"
    r"|\b(?:notes?|summaries) (?:on|of|for|about|from)(?: \w+){0,2} papers?\b)"
    r"|(?:论文|文献)[^。\n]{0,10}(?:阅读|笔记|读)|(?:阅读|读过?)的?[^。\n]{0,5}论文"
)
"""How a page says that it is of papers that were read."""
