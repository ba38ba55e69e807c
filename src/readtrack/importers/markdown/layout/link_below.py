"""Items of words alone with one link below each, told by most items of a page: the link is that of the item.

The item may be the title and the link a page of the paper, or the item what the paper is called for short. A topic, a
week or people above a link of other words are neither: the link is the paper then.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from readtrack.identifiers import link_kind
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.markup.blocks import Block
from readtrack.importers.markdown.markup.page import Page
from readtrack.importers.markdown.said.titles import is_cased, name_in, tidy
from readtrack.model import Link

_LEAST = 4
"""Items with one link below each: fewer may be topics with one paper each."""
_TITLE = 4
"""Words of a title: fewer may be what a paper is called for short."""
_ALONE = re.compile(rf"\s*{inline.LINK}.([^{inline.LINK_END}\n]+){inline.LINK_END}[\s.]*")
_REPOSITORY = re.compile(r"[\w.-]+/[\w.-]+:\s+")
"""What the title of a repository's page begins with: "lovelace/looms: Notes on Looms"."""


class _Below(NamedTuple):
    """A link that is all of a bullet below an item: what it is called, and which of the bullets."""

    said: str
    link: Link
    bullet: Block


def with_links_below(blocks: Sequence[Block], page: Page) -> tuple[Block, ...]:
    """``blocks``, in which items are linked by what stands below them, where that is the habit of the page."""
    linked = list(_linked_items(blocks, page))
    told = sum(bool(len(links) == 1 and _text_of(item.blocks[0].text, links[0])) for item, links in linked)
    if told < _LEAST or told * 2 <= len(linked):
        return tuple(blocks)
    return tuple(_linked(block, page) for block in blocks)


def _linked_items(blocks: Sequence[Block], page: Page) -> Iterator[tuple[Block, list[_Below]]]:
    """The items that are linked or have links right below them, each with those that are below it."""
    for block in blocks:
        bare = block.kind == "item" and _is_bare(block, page)
        links = _links_below(block, page) if bare else []
        first = block.blocks[0] if block.blocks else block
        if links or (block.kind == "item" and not bare and first.kind == "paragraph" and page.marked(first.text).links):
            yield block, links
        else:
            yield from _linked_items(block.blocks, page)


def _is_bare(item: Block, page: Page) -> bool:
    """Whether an item is one line of words, which lead nowhere."""
    first = item.blocks[0] if item.blocks else item
    return first.kind == "paragraph" and "\n" not in first.text and not page.marked(first.text).links


def _links_below(item: Block, page: Page) -> list[_Below]:
    """The bullets right below an item that begin with a link; those that say more are counted as several."""
    found: list[_Below] = []
    for bullet in (one for block in item.blocks[1:] if block.kind == "list" for one in block.blocks):
        marks = page.marked(bullet.blocks[0].text) if bullet.blocks and bullet.blocks[0].kind == "paragraph" else None
        if not marks or not marks.text.lstrip().startswith(inline.LINK):
            continue
        whole = _ALONE.fullmatch(marks.text) if len(bullet.blocks) == 1 and len(marks.links) == 1 else None
        found += [_Below(whole[1], marks.links[0], bullet)] if whole else [_Below("", marks.links[0], bullet)] * 2
    return found


def _linked(block: Block, page: Page) -> Block:
    """``block`` and all inside of it, each item with one link below it as an item that is linked."""
    inner = tuple(_linked(one, page) for one in block.blocks)
    block = block._replace(blocks=inner) if block.blocks else block
    below = _links_below(block, page) if block.kind == "item" and _is_bare(block, page) else []
    text = _text_of(block.blocks[0].text, below[0]) if len(below) == 1 else ""
    if not text:
        return block
    first, *rest = block.blocks
    kept = (one._replace(blocks=tuple(x for x in one.blocks if x is not below[0].bullet)) for one in rest)
    left = tuple(one for one in kept if one.kind != "list" or one.blocks)
    return block._replace(blocks=(first._replace(text=text), *left))


def _text_of(words: str, below: _Below) -> str:
    """The line of an item with the link below it; "" where that is another paper's."""
    box = re.match(r"\[[ xX]\]\s+", words)
    name = tidy(words[box.end() if box else 0 :])
    bare = tidy(inline.plain(below.said))
    said = _REPOSITORY.sub("", bare)
    own, linked = _words(name), _words(said)
    if len(own) < _TITLE:
        title = said if len(linked) >= _TITLE and (name_in(said) or "").casefold() == name.casefold() else ""
    else:
        code = said != bare and link_kind(below.link.url) == "code" and is_cased(name, 3)
        about = code and any(len(word) > 3 and one.startswith(word) for word in own for one in linked)
        alike = len(own & linked) * 3 >= min(len(own), len(linked)) * 2 > 0
        title = name if alike or about else ""
    return f"{box[0] if box else ''}[{_ESCAPED.sub(_escape, title)}]({below.link.url})" if title else ""


_ESCAPED = re.compile(r"[\\\[\]*_`<]")


def _escape(found: re.Match[str]) -> str:
    return f"\\{found[0]}"


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", text.casefold()))
