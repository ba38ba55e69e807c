"""A paper whose title is a heading, above smaller ones that part what is said of it: "Authors", "Abstract"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from readtrack.importers._authors import authors_of
from readtrack.importers.markdown import inline
from readtrack.importers.markdown.blocks import SUMMARY_LEVEL, Block, end_of
from readtrack.importers.markdown.entry import line_of
from readtrack.importers.markdown.groups import Facts
from readtrack.importers.markdown.items import Found
from readtrack.importers.markdown.nested import ABSTRACT, AUTHORS, Nested, Page, nested_of
from readtrack.importers.markdown.people import is_one
from readtrack.model import Author


def parted_in(blocks: Sequence[Block], page: Page) -> frozenset[int]:
    """The lines of headings with "Authors" and "Abstract" right below.

    "Authors" alone do where several have them: one may be those of the page.
    """
    above: list[Block] = []
    authors, abstracts = set[int](), set[int]()
    for block in (block for block in blocks if block.kind == "heading" and block.level < SUMMARY_LEVEL):
        above = [one for one in above if one.level < block.level]
        if above and len(block.text) < 100:
            label = _label(block, page)
            authors |= {above[-1].line} if AUTHORS.fullmatch(label) else set()
            abstracts |= {above[-1].line} if ABSTRACT.fullmatch(label) else set()
        above.append(block)
    return frozenset(authors if len(authors) > 1 else authors & abstracts)


def _label(heading: Block, page: Page) -> str:
    return f"{page.words(heading.text).split(':')[0].strip()}:"


def parted_of(
    blocks: Sequence[Block], number: int, section: tuple[str, ...], page: Page
) -> tuple[list[Found], int] | None:
    """The paper that a heading of ``parted_in`` is, and the number of the block behind all that is said of it."""
    block, end = blocks[number], end_of(blocks, number)
    line = line_of(page.marked(block.text))
    nested = Nested()
    for label, below in _parts(blocks[number + 1 : end], page) if line else ():
        nested = _under(nested, label, below, page) or nested_of(below, line.title if line else "", page, nested)
    if not line or not nested.facts.authors or nested.papers:
        return None
    return [Found(block.line, block.text, section, 2, line, nested)], end


def _parts(blocks: Sequence[Block], page: Page) -> Iterator[tuple[str, list[Block]]]:
    """``blocks`` by the headings among them: what each says, and what stands below it; "" where none is above."""
    label, part = "", list[Block]()
    for block in blocks:
        if block.kind == "heading":
            yield label, part
            label, part = _label(block, page), []
        elif not _leads_on(page.marked(block.text)):
            part.append(block)
    yield label, part


_LINKS = re.compile(rf"{inline.LINK}.[^{inline.LINK_END}]*|{inline.LABEL}.")


def _leads_on(marks: inline.Marked) -> bool:
    """Whether a paragraph is nothing but links to other pages of the same site."""
    away = any(inline.is_web(link.url) for link in marks.links)
    return bool(marks.links) and not away and not re.search(r"\w", inline.plain(_LINKS.sub("", marks.text)))


def _under(found: Nested, label: str, below: Sequence[Block], page: Page) -> Nested | None:
    """What stands below a heading "Authors" or "Abstract"; None where it is called otherwise."""
    if below and ABSTRACT.fullmatch(label):
        body = "\n".join(page.lines[below[0].line - 1 : below[-1].end - 1])
        return found._replace(abstract=found.abstract or re.sub(r"(?m)^> ?", "", body.strip("\n")) or None)
    if not AUTHORS.fullmatch(label):
        return None
    items = [item for block in below for item in (block.blocks if block.kind == "list" else (block,))]
    texts = [first.text for item in items for first in (item.blocks[:1] if item.blocks else (item,))]
    people = tuple(one for text in texts for one in _person(page.words(text)))
    return found._replace(facts=found.facts.over(Facts(authors=people)))


def _person(text: str) -> tuple[Author, ...]:
    """Who is named in an item of a list of people: behind the comma stands where one works, in whatever words."""
    people = authors_of(text, surely=True)
    name, _, place = text.partition(", ")
    named = all(is_one(one.name) and not one.affiliations for one in people)
    if place and not named and ";" not in text and " " in name and is_one(name):
        return (Author(name, (place.strip(),)),)
    return people
