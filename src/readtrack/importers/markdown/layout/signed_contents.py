"""Contents of a page that say who wrote each paper, of which its parts tell: they are its list.

    * [Notes on the Analytical Engine](#notes-on-the-engine)
        * Lovelace and Babbage (1843)

The parts that they lead to are notes, under titles that may be shorter; what stands there is said of each paper.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from readtrack.identifiers import leads_to_paper
from readtrack.importers.markdown.layout.headings import heading_text
from readtrack.importers.markdown.markup.blocks import Block, end_of
from readtrack.importers.markdown.markup.page import Page
from readtrack.importers.markdown.said.people import families_in, people_in
from readtrack.importers.markdown.said.place import YEAR
from readtrack.importers.markdown.said.writers import cited_as

_LEAST = 3
"""Entries with people below: fewer may be chance."""
_SHORT = 6
"""Words of a line that says where a paper is, not what it is about."""
_TO_PART = re.compile(r"\s*\[([^\n]{4,400})\]\((#[^()\s]{2,300})\)\s*")


def without_parts(blocks: Sequence[Block], page: Page) -> Sequence[Block]:
    """``blocks``, where the contents say who wrote most papers, with those as entries, and without what is on them."""
    for number, block in enumerate(blocks):
        led = [(item, _TO_PART.fullmatch(_first(item))) for item in block.blocks] if block.kind == "list" else []
        signed = sum(bool(found and _people(item, page)[0]) for item, found in led)
        if signed >= _LEAST and signed * 3 >= len(led) * 2 and all(found for _, found in led):
            parts = _parts(blocks, number, {found[2] for _, found in led if found}, page)
            items = tuple(_entry(item, found[1], blocks[parts[found[2]]], page) for item, found in led if found)
            gone = {at for part in parts.values() for at in range(part.start, part.stop)}
            return (*blocks[:number], *items, *(one for at, one in enumerate(blocks) if at > number and at not in gone))
    return blocks


def _parts(blocks: Sequence[Block], number: int, anchors: set[str], page: Page) -> dict[str, slice]:
    """Where the part is that each anchor leads to, its heading first; nowhere, where there is none.

    One that only counts on goes with the part before: "Looms of Old (Part 2)".
    """
    found: dict[str, slice] = dict.fromkeys(anchors, slice(0, 0))
    behind, last = number + 1, ""
    for at in range(number + 1, len(blocks)):
        slug = _slug(blocks[at], page) if at >= behind else ""
        if slug in found and not found[slug].stop:
            behind, last = end_of(blocks, at), slug
            found[slug] = slice(at, behind)
        elif slug and at == behind and _counted(slug) and _counted(slug) == _counted(last):
            behind = end_of(blocks, at)
            found[last] = slice(found[last].start, behind)
    return found


def _counted(slug: str) -> str:
    """An anchor without the number that it ends in; "" where it ends in none."""
    counted = re.fullmatch(r"(.{3,300}?)-(?:part-)?\d{1,2}", slug)
    return counted[1] if counted else ""


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


def _entry(item: Block, title: str, part: Sequence[Block], page: Page) -> Block:
    """An item of contents as an entry: its title, who wrote it, when, and what its part says."""
    said = tuple(one for one in part[1:] if one.kind != "heading")
    url = _paper_in(said[0], page) if said else ""
    line = Block("paragraph", item.line, item.line + 1, f"[{title}]({url})" if url else f"**{title}**")
    names, year = _people(item, page)
    facts = [f"Authors: {names}"] * bool(names) + [f"Year: {year}"] * bool(year)
    below = tuple(Block("paragraph", item.line + 1, item.line + 2, fact) for fact in facts)
    return item._replace(blocks=(line, *(below or item.blocks[1:]), *said[bool(url) :]))


def _paper_in(block: Block, page: Page) -> str:
    """The address in a line that only says where the paper is: "Paper: Lovelace (url)"; "" for another."""
    links = page.marked(block.text).links if block.kind == "paragraph" and len(block.text.split()) <= _SHORT else []
    return links[0].url if len(links) == 1 and leads_to_paper(links[0].url) else ""
