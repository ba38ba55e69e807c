"""Headings and paragraphs that are titles and no more, or behind numbers, told by all of a page, or of a part of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice, pairwise, takewhile

from readtrack.identifiers import leads_to_paper
from readtrack.importers.markdown import inline
from readtrack.importers.markdown.blocks import SUMMARY_LEVEL, Block, next_of
from readtrack.importers.markdown.entry import Line, line_of
from readtrack.importers.markdown.items import Found
from readtrack.importers.markdown.nested import Nested, Page, nested_of
from readtrack.importers.markdown.people import ET_AL, people_in
from readtrack.importers.markdown.place import venue_of
from readtrack.importers.markdown.titles import PART_OF_BOOK, is_cased, name_in
from readtrack.model import NoteDraft


def bare_titles(blocks: Sequence[Block], page: Page) -> frozenset[int]:
    """The lines of headings that are titles though only prose is below: most of their level read "Name: the rest", or
    end in who wrote them, or when and where they appeared, or are links to papers."""
    titles: list[int] = []
    for marked in _levels(blocks, page):
        linked = sum(_is_linked(marks) for _, marks in marked)
        long = [(line, text) for line, text in _plain(marked) if len(text.split()) >= 5]
        named = sum(bool(name_in(text)) for _, text in long)
        written = sum(bool(WRITTEN.search(text)) for _, text in long)
        told = max(named, written, linked, sum(_is_placed(text) for _, text in long))
        if told >= _LEAST and told * 2 >= len(marked):
            titles += [line for line, _ in long]
    return frozenset(titles)


def noted_titles(blocks: Sequence[Block], page: Page) -> frozenset[int]:
    """The lines of headings that are as long as titles, most of their level in capitals, on a page that says before
    them that it is of papers that were read: capitals alone are those of topics, too."""
    titles: list[int] = []
    for marked in _levels(blocks, page):
        level = _plain(marked)
        long = {line for line, text in level if len(text.split()) >= 5}
        cased = {line for line, text in level if is_cased(text, 3) and 4 <= len(text.split()) <= 30}
        if len(cased) >= _MANY and len(cased) * 2 >= len(level) and _READ.search(_before(blocks, level[0][0], page)):
            titles += long | cased
    return frozenset(titles)


def _levels(blocks: Sequence[Block], page: Page) -> Iterable[list[tuple[int, inline.Marked]]]:
    """The headings of each level below the list's own, with their lines."""
    levels: dict[int, list[tuple[int, inline.Marked]]] = {}
    for block in blocks:
        if block.kind == "heading" and 2 <= block.level < SUMMARY_LEVEL and block.text.strip():
            levels.setdefault(block.level, []).append((block.line, page.marked(block.text)))
    return levels.values()


def _plain(level: Sequence[tuple[int, inline.Marked]]) -> list[tuple[int, str]]:
    return [(line, inline.plain(marks.text)) for line, marks in level]


def _is_linked(marks: inline.Marked) -> bool:
    """Whether a link in a heading leads to a paper, or reads as a title and leads into the web: others are the page's
    own."""
    return any(
        leads_to_paper(url) or (inline.is_web(url) and is_cased(inline.plain(found[0]), 2))
        for found in _LINK.finditer(marks.text)
        for url in (marks.links[inline.numbers_in(found[0])[0]].url,)
    )


def _before(blocks: Sequence[Block], line: int, page: Page) -> str:
    """What the page says of itself before the heading in ``line``."""
    own = (block for block in blocks if block.line < line and block.kind in ("heading", "paragraph"))
    return "\n".join(page.words(block.text[:500]).replace("_", " ") for block in islice(own, 4))


_READ = re.compile(
    r"(?i:\bpaper[ -]?(?:reading\b(?!.lists?)|notes?\b|summar(?:y|ies)\b)|\breading notes?\b"
    r"|\bpapers?\b(?: \w+){0,2} \b(?:I|we)(?:['’]ve| have)? read\b"
    r"|\b(?:I|we)(?:['’]ve| have)? read\b(?: \w+){0,3} papers?\b"
    r"|\b(?:notes?|summaries) (?:on|of|for|about|from)(?: \w+){0,2} papers?\b)"
    r"|(?:论文|文献)[^。\n]{0,10}(?:阅读|笔记|读)|(?:阅读|读过?)的?[^。\n]{0,5}论文"
)
"""How a page says that it is of papers that were read."""
_LEAST, _MANY = 3, 5
"""How many headings tell what those of their level are; capitals alone tell less."""
_LINK = re.compile(rf"{inline.LINK}.[^\s{inline.LINK_END}]+(?:\s[^\s{inline.LINK_END}]+){{3}}[^{inline.LINK_END}]*")
_PLACED = re.compile(r"(?<=\w)[?!.]?\s*[(（\[]([^()（）\[\]]{4,60})[)）\]](?:\s*\([^()]{1,20}\))?$")
"""When and where what a heading is appeared, and perhaps a word of its reader: "Notes on Looms (OSDI 2020) (read)"."""


def _is_placed(text: str) -> bool:
    found = _PLACED.search(text)
    place = venue_of(found[1]) if found else None
    return bool(place and place[0] and place[1])


WRITTEN = re.compile(rf"(?<=\w), [A-Z][^,:?]{{1,80}}{ET_AL}")
"""Who wrote what a heading is: "Notes on Looms, Lovelace et al."."""


def first_said(blocks: Sequence[Block], title: str, page: Page) -> Sequence[Block]:
    """The paragraphs right below a title that say when and where it appeared, or lead to it: the rest is notes."""
    said = Nested()
    for number, block in enumerate(blocks):
        said = nested_of((block,), title, page, said) if block.kind == "paragraph" else said
        if block.kind != "paragraph" or said.notes:
            return blocks[:number]
    return blocks


_BARE = re.compile(r"[A-Z\d$][^\n\[\]<>|*_`]{15,200}[^\s.:;!\n]")
_ADDRESS = re.compile(r"https?://\S+")
_CHAPTERS = re.compile(rf"\b{PART_OF_BOOK}$")
"""What is read of a book, behind its name: "Hennessy-Patterson, Chapters 2.5 and 9"."""


def bare_paragraphs(blocks: Sequence[Block], page: Page) -> frozenset[int]:
    """The lines of paragraphs that are titles and no more: most of the page's paragraphs look like that, or most of
    those below a heading, where the addresses of some may stand below them."""
    whole = [(block.line, block.text) for block in blocks if block.kind == "paragraph" and "](" not in block.text]
    parts, part = [whole], list[tuple[int, str]]()
    for block in blocks:
        if block.kind == "heading":
            parts.append(part := [])
        elif block.kind == "paragraph" and (said := _ADDRESS.sub("", block.text).strip()):
            part.append((block.line, said))
    bare = frozenset(line for texts in parts for line in _mostly_titles(texts))
    return bare | _numbered(blocks, page) | _bold_below(blocks)


_BOLD = re.compile(r"\*\*([^*\n]+)\*\*\s*")


def _bold_below(blocks: Sequence[Block]) -> frozenset[int]:
    """The lines in bold that are as long as titles and in capitals, right below headings, where most of a level have
    such: above a list or a table they head it."""
    levels: dict[int, list[Block | None]] = {}
    for number, block in enumerate(blocks):
        if block.kind == "heading" and block.text:
            after = next_of(blocks, number)
            below = takewhile(lambda one: one.kind != "heading", (blocks[at] for at in range(number + 1, len(blocks))))
            listed = any(one.kind in ("list", "table") for one in below)
            levels.setdefault(block.level, []).append(after if after and not listed and _is_bold(after) else None)
    told = {level: list(filter(None, below)) for level, below in levels.items()}
    return frozenset(
        block.line
        for level, below in told.items()
        for block in below
        if len(below) >= _MANY and len(below) * 3 >= len(levels[level]) * 2
    )


def _is_bold(block: Block) -> bool:
    """Whether a paragraph is in bold, as long as a title and in capitals."""
    bold = _BOLD.fullmatch(block.text) if block.kind == "paragraph" else None
    long = bold and is_cased(bold[1], 3) and 4 <= len(bold[1].split()) <= 30
    return bool(bold and long and not bold[1].endswith((":", "：")))


_ORDINAL = re.compile(r"(?m)^[ \t]*(?:\[\d{1,3}\](?![(:])|【\d{1,3}】)")
"""A number before what is listed in paragraphs: "[1] Notes on Looms"."""


def _numbered(blocks: Sequence[Block], page: Page) -> frozenset[int]:
    """The lines of paragraphs that begin with a number in brackets, where five do and most of those have a link and a
    title: footnotes have links, too."""
    numbered = [block for block in blocks if block.kind == "paragraph" and _ORDINAL.match(block.text)]
    linked = [block for block in numbered if "](" in block.text]
    if len(linked) < _MANY or len(linked) * 3 < len(numbered) * 2:
        return frozenset()
    titled = sum(_is_titled(line_of(page.marked(block.text))) for block in linked)
    return frozenset(block.line for block in numbered) if titled * 3 >= len(linked) * 2 else frozenset()


def _is_titled(line: Line | None) -> bool:
    """Whether a line's title is a link, or in capitals, or the line leads to a paper."""
    if not line or len(line.title.split()) < 4:
        return False
    linked = line.sure == "link" or any(leads_to_paper(link.url) for link in line.marked.links)
    return linked or is_cased(line.title, 3)


def titles_in(block: Block, section: tuple[str, ...], page: Page) -> list[Found]:
    """The title that a paragraph is, or those that its numbers part."""
    starts = [found.start() for found in _ORDINAL.finditer(block.text)]
    if not starts:
        remark = _REMARK.match(block.text)
        long = remark and len(remark[1]) > 15
        line = line_of(page.marked(block.text[remark.end() :] if remark and long else block.text))
        notes = (NoteDraft(remark[1]),) if remark and long else ()
        return [Found(block.line, block.text, section, 2, line, notes=notes)] if line else []
    found = []
    for start, end in pairwise([*starts, len(block.text)]):
        text = block.text[start:end].strip()
        line = line_of(page.marked(text))
        if line and _is_titled(line):
            found.append(Found(block.line + block.text.count("\n", 0, start), text, section, 2, line))
    return found


_REMARK = re.compile(r"\s*【([^【】\n]{1,200})】\s*(?=[A-Z])")
"""What the list says of a paper before its title: "【一种织机】Notes on Looms"."""


def _mostly_titles(texts: Sequence[tuple[int, str]]) -> list[int]:
    """The lines of ``texts`` that look like titles, where most do."""
    said = [(line, _REMARK.sub("", text)) for line, text in texts]
    remarked = {line for line, text in texts if _REMARK.match(text)}
    known = remarked if len(remarked) >= _MANY else ()
    titles = [
        (line, text)
        for line, text in said
        if _BARE.fullmatch(text) and (is_cased(text, 3) or (line in known and 3 <= len(text.split()) <= 30))
    ]
    if len(titles) < 5 or len(titles) * 3 < len(texts) * 2:
        return []
    if are_numbered([text for _, text in titles]):
        titles = [(line, text) for line, text in said if (line, text) in titles or is_numbered(text)]
    return [line for line, text in titles if not (_CHAPTERS.search(text) or people_in(text))]


_NUMBER = re.compile(r"\d{1,3}\.(?:\d{1,2}\.?)?\s?(?=[^\W\d_a-z])")


def are_numbered(titles: Sequence[str]) -> bool:
    """Whether most of ``titles`` are numbered, so that what is so beside them is one without capitals, too."""
    return sum(bool(_NUMBER.match(text)) for text in titles) * 3 > len(titles) * 2


def is_numbered(text: str) -> bool:
    """Whether ``text`` has a number and as many words as titles have, and nothing else."""
    shaped = 6 <= len(text.split()) <= 25 and not re.search(r"[.:;!,：。\]]$|[.!?]\s+[A-Z]|\n|://", text.strip())
    return shaped and bool(_NUMBER.match(text))
