"""Levels of headings that are titles of papers, told by all of the level: they are as long as titles, and hold none.

Topics are few words and have papers below. What stands below a title is of its paper, in whatever form: labels, links,
people, a reader's notes.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from readtrack.identifiers import leads_to_paper
from readtrack.importers.markdown import inline
from readtrack.importers.markdown.blocks import SUMMARY_LEVEL, Block, end_of
from readtrack.importers.markdown.entry import Line, line_of
from readtrack.importers.markdown.in_bibtex import BIBTEX
from readtrack.importers.markdown.items import Found, list_of
from readtrack.importers.markdown.nested import Nested, Page, nested_of
from readtrack.importers.markdown.paragraphs import paragraph_of
from readtrack.importers.markdown.parted import without_links
from readtrack.importers.markdown.people import ET_AL
from readtrack.importers.markdown.stacked import LABELLED
from readtrack.importers.markdown.titles import CJK, is_cased, name_in
from readtrack.model import NoteDraft

_LEAST, _FEW = 3, 5
"""How many headings tell what those of their level are; where they are few, all must be long."""
_LONG, _MEAN = 5, 5.5
"""How many words titles have, and how many on an average."""


class Titled(NamedTuple):
    """A paper whose title is a heading, and the number of the block behind all that is said of it."""

    paper: Found
    end: int


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
    stops = others | {blocks[one].line for level in likely for one in level}
    found: dict[int, Titled] = {}
    for level in likely:
        papers = [one for number in level if (one := _titled_of(blocks, number, page, stops))]
        told = sum(map(_is_told, papers))
        sure = told >= _LEAST and told * 3 >= len(level)
        if sure or (not listed and _are_read(blocks, level, page)):
            least = _LONG - 1 if sure and level in long else _LONG
            found |= {one.paper.line: one for one in papers if _words_in(one.paper.text) >= least or _is_told(one)}
    return found


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
    counted = Counter(label for text in items if (label := _label_of(text, page)))
    return frozenset(label for label, times in counted.items() if times >= _LEAST)


def _label_of(text: str, page: Page) -> str:
    """What a line begins with up to a colon, without signs before it: "Authors"; "" where it has no label."""
    found = LABELLED.match(re.sub(r"^[^\w*]+", "", page.words(text)))
    return found[1].strip() if found else ""


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
        papers = any(_TITLE.match(one.text) or _is_paper(one, labels, page) for one in found)
        if papers or (block.kind == "table" and len(block.rows) > _LEAST):
            listed.append(number)
    return listed


def _holds(blocks: Sequence[Block], number: int, listed: Sequence[int]) -> bool:
    """Whether one of the ``listed`` stands below a heading."""
    return bisect_right(listed, number) < bisect_left(listed, end_of(blocks, number))


def _is_linked(line: Line) -> bool:
    """Whether a line is a link, and nothing else."""
    return line.sure == "link" and len(inline.plain(line.marked.text)) == len(line.title)


def _is_paper(one: Found, labels: frozenset[str], page: Page) -> bool:
    """Whether an entry is a paper, not a label that others have too, or a note."""
    said = one.said
    if not said or len(said.title.split()) < _LONG - 1 or _label_of(one.text, page) in labels:
        return False
    cased = is_cased(said.title, 3) and not re.search(f"[{CJK}]", said.title)
    return bool(said.links or said.facts.authors or said.facts.venue or said.facts.year or cased)


_TITLE = re.compile(r"\W*(?:[Pp]aper|[Tt]itle|论文|标题)\W*[:：]\W*\[\S+(?: [^\s\[\]]+){3}[^\[\]]*\]\(")
"""An item that says what the paper above it is called: "Paper: [Notes on Looms](url)"."""


def _titled_of(blocks: Sequence[Block], number: int, page: Page, stops: frozenset[int]) -> Titled | None:
    """The paper that a heading is; what is said of it ends before the next of ``stops``."""
    block, end = blocks[number], end_of(blocks, number)
    end = next((at for at in range(number + 1, end) if blocks[at].line in stops), end)
    line = line_of(page.marked(block.text)) if _words_in(page.words(block.text)) > 1 else None
    if not line:
        return None
    behind = blocks[end].line if end < len(blocks) else len(page.lines) + 1
    nested, noted, words = Nested(), list(page.lines[block.line : behind - 1]), False
    for part in _parts(blocks[number + 1 : end]):
        more = _said_in(nested, part, line.title, page)
        # Behind the first words of a reader links are the paper's, and what labels say: people are those of the words.
        if not more or (words and more.facts != nested.facts):
            words = words or not _label_of(_first_of(part), page)
            continue
        nested = more
        for at in range(part.line, part.end):
            noted[at - block.line - 1] = ""
    body = re.sub(r"\n{3,}", "\n\n", _RULE.sub("", "\n".join(noted)).strip())
    body = _BULLET.sub("", body) if "\n" not in body else body
    notes = (NoteDraft(body),) if body else ()
    return Titled(Found(block.line, block.text, (), 2, line, nested, notes), end)


_RULE = re.compile(r"(?m)^ {0,3}([-*_])(?: ?\1){2,}[ \t]*$")
"""A line that parts papers: a thematic break of CommonMark."""


_BULLET = re.compile(r"\A(?:[-*+]|\d{1,9}[.)])\s+")


def _parts(blocks: Sequence[Block]) -> Iterator[Block]:
    """``blocks``, of which lists are one for each item, and paragraphs one for each line."""
    for block in blocks:
        if block.kind == "list":
            yield from (block._replace(line=item.line, end=item.end, blocks=(item,)) for item in block.blocks)
        elif block.kind == "paragraph":
            lines = block.text.split("\n")
            yield from (Block("paragraph", at, at + 1, text) for at, text in enumerate(lines, block.line))
        elif block.kind != "comment":
            yield block


def _first_of(part: Block) -> str:
    """The first words of a paragraph, or of an item of a list."""
    item = part.blocks[0] if part.kind == "list" else part
    return item.blocks[0].text if item.kind == "item" and item.blocks else item.text


def _said_in(nested: Nested, block: Block, title: str, page: Page) -> Nested | None:
    """What is known of a paper with what a ``block`` says of it; None where it has words of its reader."""
    if block.kind not in ("list", "paragraph"):
        return None
    kept, links = without_links((block,), page)
    marks = page.marked(_first_of(block))
    if _ONLY_LINK.fullmatch(marks.text) and _words_in(inline.plain(marks.text)) < _LONG:
        kept, links = [], links + tuple(link for link in marks.links if inline.is_web(link.url))
    more = nested_of(kept, title, page, nested._replace(links=nested.links + links))
    return None if more.papers or len(more.notes) > len(nested.notes) else more


_ONLY_LINK = re.compile(rf"[^\w{inline.LINK}]*{inline.LINK}.[^{inline.LINK_END}]*{inline.LINK_END}[^\w{inline.LINK}]*")
"""A link to more of what is said: "[Read more](url)"."""


def _is_told(one: Titled) -> bool:
    """Whether more than words tells that a heading is a paper: who wrote it, when, where it is, its system's name."""
    said, nested = one.paper.said, one.paper.nested
    facts = said.facts.over(nested.facts) if said else nested.facts
    links = (*(said.links if said else ()), *nested.links)
    named = bool(nested.abstract or nested.readings or nested.named.keys() & {"venue", "year", "doi", "arxiv"})
    named = named or any(BIBTEX.search(note.body) for note in one.paper.notes)
    told = facts.authors or facts.venue or facts.year or _WRITTEN.search(inline.plain(one.paper.text))
    named = named or bool(said and name_in(said.title))
    return bool(told or named or any(leads_to_paper(link.url) for link in links))


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
