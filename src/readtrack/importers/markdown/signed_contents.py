"""Contents of a page that say who wrote each paper, of which its parts tell: they are its list.

    * [Notes on the Analytical Engine](#notes-on-the-engine)
        * Lovelace and Babbage (1843)

The parts that they lead to are notes, under titles that may be shorter; there stands where each paper is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from readtrack.identifiers import leads_to_paper
from readtrack.importers.markdown.blocks import Block, end_of
from readtrack.importers.markdown.headings import heading_text
from readtrack.importers.markdown.nested import Page
from readtrack.importers.markdown.people import families_in, people_in
from readtrack.importers.markdown.place import YEAR
from readtrack.importers.markdown.writers import cited_as

_LEAST = 3
"""Entries with people below: fewer may be chance."""
_TO_PART = re.compile(r"\s*\[([^\n]{4,400})\]\((#[^()\s]{2,300})\)\s*")


def without_parts(blocks: Sequence[Block], page: Page) -> Sequence[Block]:
    """``blocks``, where the contents say who wrote most papers, with those as entries, and without what is on them."""
    for number, block in enumerate(blocks):
        led = [(item, _TO_PART.fullmatch(_first(item))) for item in block.blocks] if block.kind == "list" else []
        signed = sum(bool(found and _people(item, page)[0]) for item, found in led)
        if signed >= _LEAST and signed * 3 >= len(led) * 2 and all(found for _, found in led):
            places = {found[2]: _paper_of(blocks, found[2], page) for _, found in led if found}
            items = tuple(_entry(item, found[1], places[found[2]], page) for item, found in led if found)
            parts = [at for at, one in enumerate(blocks) if at > number and _slug(one, page) in places]
            first, behind = (parts[0], end_of(blocks, parts[-1])) if parts else (number + 1, number + 1)
            return (*blocks[:number], *items, *blocks[number + 1 : first], *blocks[behind:])
    return blocks


def _first(item: Block) -> str:
    return item.blocks[0].text if item.blocks and item.blocks[0].kind == "paragraph" else ""


_DATED = re.compile(rf"(.+?)[\s,]*\(?({YEAR})?\)?")


def _people(item: Block, page: Page) -> tuple[str, str]:
    """Who wrote what an item is, and when, as the one line below it says; "" twice where it says anything else."""
    below = [inner for block in item.blocks[1:] if block.kind == "list" for inner in block.blocks]
    dated = _DATED.fullmatch(page.words(_first(below[0]))) if len(below) == 1 else None
    if not dated or not (people_in(dated[1]) or families_in(dated[1]) or cited_as(dated[0])):
        return "", ""
    return dated[1], dated[2] or ""


def _slug(block: Block, page: Page) -> str:
    """The anchor of a heading, as GitHub makes it."""
    said = heading_text(block.text, page) if block.kind == "heading" else ""
    return "#" + re.sub(r"\s", "-", re.sub(r"[^\w\s-]", "", said.strip().lower())) if said else ""


def _paper_of(blocks: Sequence[Block], anchor: str, page: Page) -> str:
    """The address of the paper right below a heading; "" where there is none."""
    for block, below in pairwise(blocks):
        if _slug(block, page) == anchor and below.kind == "paragraph":
            return next((link.url for link in page.marked(below.text).links if leads_to_paper(link.url)), "")
    return ""


def _entry(item: Block, title: str, url: str, page: Page) -> Block:
    """An item of contents as an entry: its title, a link where its part leads to the paper, and who wrote it, when."""
    line = Block("paragraph", item.line, item.line + 1, f"[{title}]({url})" if url else f"**{title}**")
    names, year = _people(item, page)
    facts = [f"Authors: {names}"] * bool(names) + [f"Year: {year}"] * bool(year)
    below = tuple(Block("paragraph", item.line + 1, item.line + 2, fact) for fact in facts)
    return item._replace(blocks=(line, *below)) if facts else item._replace(blocks=(line, *item.blocks[1:]))
