"""What stands below a heading that is a title -> the facts and links of its paper, and one note of a reader's words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from readtrack.importers.markdown.below.nested import Nested, nested_of
from readtrack.importers.markdown.layout.items import Found
from readtrack.importers.markdown.layout.parted import without_links
from readtrack.importers.markdown.layout.stacked import LABELLED
from readtrack.importers.markdown.line.entry import line_of
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.markup.blocks import Block
from readtrack.importers.markdown.markup.inline import BOLD, BOLD_END, LABEL, LINK, LINK_END
from readtrack.importers.markdown.markup.page import Page
from readtrack.importers.markdown.said.people import families_in
from readtrack.model import NoteDraft


class Titled(NamedTuple):
    """A paper whose title is a heading, and the number of the block behind all that is said of it."""

    paper: Found
    end: int


def titled_of(blocks: Sequence[Block], number: int, end: int, page: Page) -> Titled | None:
    """The paper that a heading is, with what stands below it up to the block of number ``end``."""
    block, line = blocks[number], line_of(page.marked(blocks[number].text))
    if not line:
        return None
    behind = blocks[end].line if end < len(blocks) else len(page.lines) + 1
    kept = list(page.lines[block.end - 1 : behind - 1])
    nested, words, under, noted = Nested(), False, False, False
    for part in _parts(blocks[number + 1 : end]):
        if _is_badge(part, page):
            kept[part.line - block.end] = ""
            continue
        more = _said_in(nested, part, line.title, words, page)
        own = bool(more and words and more.links != nested.links and (under or not _leads_on(part, page)))
        if more and more != nested and not own:
            nested = more
            for at in range(part.line, part.end):
                kept[at - block.end] = ""
            continue
        noted = noted or not more or own
        words = words or not (more or label_of(first_of(part), page))
        head = first_of(part) if part.kind == "heading" or _BOLD.fullmatch(page.marked(first_of(part)).text) else ""
        under = bool(head and not _MORE.fullmatch(page.words(head))) if head else under
    body = _tidied("\n".join(kept)) if noted else ""
    notes = (NoteDraft(body),) if body else ()
    return Titled(Found(block.line, block.text, (), 2, line, nested, notes), end)


def _is_badge(part: Block, page: Page) -> bool:
    """Whether a line is pictures of words, none of which says anything of a paper."""
    return part.kind == "paragraph" and "img.shields.io" in part.text and not page.marked(part.text).text.strip()


_BOLD = re.compile(rf"\s*{BOLD}[^{BOLD_END}{LINK}{LABEL}]*{BOLD_END}\s*[:：]?\s*")
"""A line in bold that heads what its reader says: "**Related work**"."""
_OF_NO_WORDS = re.compile(
    r"<!--.*?-->|^ {0,3}(?:=+|-+|(?:[-*_] ?){3,})[ \t]*$|^[ \t]*(?:</?(?!img\b)[a-z][^<>]{0,200}>[ \t]*)+$",
    re.MULTILINE | re.DOTALL | re.IGNORECASE,
)
"""A comment, a thematic break or what underlines a heading, and a line that is nothing but HTML's tags."""
_BULLET = re.compile(r"(?:[-*+]|\d{1,9}[.)])\s+")


def _tidied(text: str) -> str:
    """The words of a reader without what says nothing, and without the bullet of one line alone."""
    body = re.sub(r"\n{3,}", "\n\n", _OF_NO_WORDS.sub("", text).strip())
    return body if "\n" in body else _BULLET.sub("", body, count=1) if _BULLET.match(body) else body


def _parts(blocks: Sequence[Block]) -> Iterator[Block]:
    """``blocks``, of which lists are one for each item, paragraphs one for each line, quotations what is in them."""
    for block in blocks:
        if block.kind == "list":
            yield from (block._replace(line=item.line, end=item.end, blocks=(item,)) for item in block.blocks)
        elif block.kind == "paragraph":
            lines = block.text.split("\n")
            yield from (Block("paragraph", at, at + 1, text) for at, text in enumerate(lines, block.line))
        elif block.kind == "quote":
            yield from _parts(block.blocks)
        elif block.kind != "comment":
            yield block


def first_of(part: Block) -> str:
    """The first words of a paragraph, or of an item of a list."""
    item = part.blocks[0] if part.kind == "list" else part
    return item.blocks[0].text if item.kind == "item" and item.blocks else item.text


def label_of(text: str, page: Page) -> str:
    """What a line begins with up to a colon, without signs before it: "Authors"; "" where it has no label."""
    found = LABELLED.match(re.sub(r"^[^\w*]+", "", page.words(text)))
    return found[1].strip() if found else ""


def _said_in(nested: Nested, block: Block, title: str, words: bool, page: Page) -> Nested | None:
    """What is known of a paper with what a ``block`` says of it; None where it has words of its reader.

    Behind such ``words`` people, a venue or a year are of those words, unless a label says whose they are.
    """
    if block.kind not in ("list", "paragraph"):
        return None
    marks, label = page.marked(first_of(block)), label_of(first_of(block), page)
    if words and not (label or marks.links):
        return None
    kept, links = without_links((block,), page)
    if _ONLY_LINK.fullmatch(marks.text):
        kept, links = [], links + tuple(link for link in marks.links if inline.is_web(link.url))
    more = nested_of(kept, title, page, nested._replace(links=nested.links + links))
    noted = len(more.notes) > len(nested.notes) and more.readings == nested.readings
    if more.papers or (noted and more.facts == nested.facts):
        return None
    told = more.facts != nested.facts and not label
    return None if told and (words or ("et al" not in marks.text and _is_word(nested, more))) else more


def _is_word(nested: Nested, more: Nested) -> bool:
    """Whether what a line seems to say is a word of its reader: one word is nobody's name, and no venue are people."""
    people = more.facts.authors if not nested.facts.authors else ()
    alone = len(people) == 1 and " " not in people[0].name
    place = more.facts.venue if not nested.facts.venue else None
    return alone or bool(place and families_in(place))


_ONLY_LINK = re.compile(rf"[^\w{LINK}]*{LINK}.[^\s{LINK_END}]+(?:\s[^\s{LINK_END}]+){{0,3}}\s?{LINK_END}[^\w{LINK}]*")
"""A link of a few words, such as to more of what is said: "[Read more](url)"."""
_MORE = re.compile(
    r"\W*(?:(?:read )?more|links?|pdf|full (?:paper|text)|(?:the )?papers?|source|原文|论文)\W*", re.IGNORECASE
)


def _leads_on(part: Block, page: Page) -> bool:
    """Whether a link behind the words of a reader is the paper's, as its label or its own words say."""
    marks = page.marked(first_of(part))
    bare = inline.plain(re.sub(f"{LABEL}.", "", marks.text)).strip(" |,;·[]()")
    named = all(link.label for link in marks.links) and not bare
    return bool(label_of(first_of(part), page) or named or _MORE.fullmatch(bare))
