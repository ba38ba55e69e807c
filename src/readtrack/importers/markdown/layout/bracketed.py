"""Titles alone in brackets that lead nowhere, each a paragraph, with who wrote them and links in those below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.markup.blocks import Block
from readtrack.importers.markdown.markup.page import Page
from readtrack.importers.markdown.said.people import people_alone, people_in
from readtrack.importers.markdown.said.place import YEAR

_LEAST = 3
"""Such titles with links below: fewer may be chance."""
_TITLE = re.compile(r"\[([^\[\]\n]{8,300})\]")
_CREDIT = re.compile(rf"([^\[\]\n]{{3,1000}}?)[\s,]*(?:[(（]?({YEAR})[)）]?)?[\s.]*")
_WEB = re.compile(r"\[[^\[\]\n]{1,40}\]\(https?://[^()\s]{3,300}\)")
_FIRST = re.compile(r"[^\[,∗*†‡]{3,60}")
"""Who wrote it first, whom a title may name, too."""
_SIGNS = re.compile(r"\s*[∗*†‡]+")


def with_bracketed(blocks: Sequence[Block], page: Page) -> tuple[Block, ...]:
    """``blocks``, in which each such title is an item with what is said below it, where a page has several."""
    heads = [number for number in range(len(blocks)) if _below(blocks, number, page)]
    if len(heads) < _LEAST:
        return tuple(blocks)
    return tuple(_joined(blocks, frozenset(heads), page))


def _joined(blocks: Sequence[Block], heads: frozenset[int], page: Page) -> Iterator[Block]:
    taken = 0
    for number, block in enumerate(blocks):
        below = _below(blocks, number, page) if number in heads else ()
        if below:
            first = _FIRST.match(below[0].text)
            words = block.text.strip()[1:-1].removesuffix(f", {first[0].strip()}" if first else "")
            title = block._replace(text=words)
            told = tuple(part for one in below for part in _told(one))
            yield Block("item", block.line, below[-1].end, blocks=(title, *told))
            taken = number + 1 + len(below)
        elif number >= taken:
            yield block


def _below(blocks: Sequence[Block], number: int, page: Page) -> Sequence[Block]:
    """The links below a title in brackets, and who wrote it between them; () where anything else stands there."""
    block = blocks[number]
    titled = block.kind == "paragraph" and _TITLE.fullmatch(block.text.strip())
    if not titled or page.marked(block.text).links:
        return ()
    below = [one for one in blocks[number + 1 : number + 3] if one.kind == "paragraph"]
    at = next((at for at, one in enumerate(below) if _are_links(one, page)), None)
    credit = _CREDIT.fullmatch(below[0].text) if at else None
    if at is None or (at and not (credit and _people_in(credit[1]))):
        return ()
    return below[: at + 1]


def _are_links(block: Block, page: Page) -> bool:
    """Whether a paragraph has links and nothing else but words in backquotes and bars."""
    marks = page.marked(block.text)
    left = re.sub(rf"{inline.LABEL}.|{inline.LINK}.[^{inline.LINK_END}]{{1,30}}{inline.LINK_END}", "", marks.text)
    left = re.sub(rf"{inline.CODE}[^{inline.CODE_END}]{{1,30}}{inline.CODE_END}", "", left)
    return bool(marks.links) and not re.search(r"\w", inline.plain(left))


def _people_in(text: str) -> bool:
    bare = _SIGNS.sub("", text)
    return bool(people_in(bare) or people_alone(bare))


def _told(block: Block) -> Iterator[Block]:
    """A paragraph below a title: who wrote it, behind a label that says so, and its year; or its links."""
    texts = _WEB.findall(block.text.replace("`", ""))
    if "](" not in block.text and (credit := _CREDIT.fullmatch(block.text)):
        texts = [f"Authors: {_SIGNS.sub('', credit[1])}", *([f"Year: {credit[2]}"] if credit[2] else [])]
    for text in texts:
        yield Block("paragraph", block.line, block.end, text)
