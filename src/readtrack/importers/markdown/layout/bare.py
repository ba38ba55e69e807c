"""Paragraphs that are titles and no more, or behind numbers, told by all of a page, or of a part of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from readtrack.identifiers import leads_to_paper
from readtrack.importers.markdown.layout.items import Found
from readtrack.importers.markdown.layout.notes import SENTENCE
from readtrack.importers.markdown.line.entry import Line, line_of
from readtrack.importers.markdown.line.keys import NAME_AND_YEAR
from readtrack.importers.markdown.markup.blocks import Block, next_of
from readtrack.importers.markdown.markup.page import Page
from readtrack.importers.markdown.said.people import people_in
from readtrack.importers.markdown.said.titles import PART_OF_BOOK, is_cased
from readtrack.model import NoteDraft

_MANY = 5
"""How many tell what all like them are."""
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


_ORDINAL = re.compile(rf"(?m)^[ \t]*(?:\[(?:\d{{1,3}}|{NAME_AND_YEAR})\](?![(:])|【\d{{1,3}}】)")
"""A number or a key before what is listed in paragraphs: "[1] Notes on Looms", "[Lovelace1843] Notes on Looms"."""


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
    """Whether a line's title is a link, or in capitals, or the line leads to a paper, or says where it appeared."""
    if not line or len(line.title.split()) < 4:
        return False
    linked = line.sure == "link" or any(leads_to_paper(link.url) for link in line.marked.links)
    return linked or bool(line.facts.venue and line.facts.year) or is_cased(line.title, 3)


def is_several(block: Block) -> bool:
    """Whether numbers or keys part a paragraph."""
    return len(_ORDINAL.findall(block.text)) > 1


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
    if len(titles) * 4 >= len(texts) * 3:
        # Among so many, one without capitals is a title, too, if it is no sentence.
        titles = [(line, text) for line, text in said if (line, text) in titles or _is_plain(text)]
    if are_numbered([text for _, text in titles]):
        titles = [(line, text) for line, text in said if (line, text) in titles or is_numbered(text)]
    return [line for line, text in titles if not (_CHAPTERS.search(text) or people_in(text))]


def _is_plain(text: str) -> bool:
    """Whether words without capitals may be a title: as many as titles have, and nobody is spoken to in them."""
    spoken = re.search(r"\b(?:are|our|please|this|we|you|your)\b", text, re.IGNORECASE)
    return bool(_BARE.fullmatch(text)) and 6 <= len(text.split()) <= 25 and not (spoken or SENTENCE.search(text))


_NUMBER = re.compile(r"\d{1,3}\.(?:\d{1,2}\.?)?\s?(?=[^\W\d_a-z])")


def are_numbered(titles: Sequence[str]) -> bool:
    """Whether most of ``titles`` are numbered, so that what is so beside them is one without capitals, too."""
    return sum(bool(_NUMBER.match(text)) for text in titles) * 3 > len(titles) * 2


def is_numbered(text: str) -> bool:
    """Whether ``text`` has a number and as many words as titles have, and nothing else."""
    shaped = 6 <= len(text.split()) <= 25 and not re.search(r"[.:;!,：。\]]$|[.!?]\s+[A-Z]|\n|://", text.strip())
    return shaped and bool(_NUMBER.match(text))
