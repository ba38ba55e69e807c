"""Links right below a heading, which then is the title of a paper: alone in a line, or before what is said of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from readtrack.identifiers import leads_to_paper
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.markup.blocks import Block, next_of
from readtrack.importers.markdown.markup.page import Page
from readtrack.importers.markdown.said.place import YEAR
from readtrack.model import NoteDraft

_LONE = re.compile(rf"[\s(\[]*(?:{inline.LABEL}.[\s,;|/·()\[\]]*)+")
_BEHIND_PROSE = re.compile(r"(?:(?!\s*https?:)[^\n\[\]<>]{1,400}\n){1,3}\s*https?://\S+\s*")
_MANY = 3
_OF_LIST = re.compile(r"https?://(?:www\.)?awesome\.re(?:/|$)")
"""Where the badge leads that a list wears, so that what stands above it is what the list is called."""


def linked_below(blocks: Sequence[Block], page: Page) -> frozenset[int]:
    """The lines of the headings that have links below them, alone in a line.

    What is said of a paper may stand before its link where most headings are papers: those with the link alone. It may
    stand behind the link where most headings of the level have one so, or alone, and most of those lead to papers.
    """
    lone: list[Block] = []
    behind: list[Block] = []
    led: list[Block] = []
    leading = Counter[int]()
    for number, block in enumerate(blocks):
        after = next_of(blocks, number) if block.kind == "heading" else None
        marks = page.marked(after.text) if after and after.kind == "paragraph" else None
        links = marks.links if marks else ()
        if not marks or not any(inline.is_web(link.url) for link in links) or any(_OF_LIST.match(x.url) for x in links):
            continue
        if _LONE.fullmatch(marks.text.split("\n")[0]):
            lone.append(block)
        elif after and _BEHIND_PROSE.fullmatch(after.text):
            behind.append(block)
        elif said := led_of(blocks, number, page):
            led.append(block)
            leading[block.level] += 1 if said.leads else -1
    among = Counter(block.level for block in blocks if block.kind == "heading")
    most = _most(lone, among)
    mostly_led = _most((*lone, *led), among) if len(led) >= _MANY else set()
    held = (
        (one for one in behind if one.level in most),
        (one for one in led if one.level in mostly_led and leading[one.level] > 0),
    )
    return frozenset(block.line for some in (lone, *held) for block in some)


def _most(found: Sequence[Block], among: Counter[int]) -> set[int]:
    """The levels of which most headings are ``found``."""
    levels = Counter(block.level for block in found)
    return {level for level, times in levels.items() if times >= _MANY and times * 2 > among[level]}


_LED = re.compile(
    r"\s*(?P<links>(?:\[[^\[\]\n]{1,30}\]\([^()\s]{5,300}\)[ \t]*(?:[;,|·–—:.-][ \t]*|\n\s*|$)){1,5})"
    rf"(?:[*_(]{{1,2}}(?P<year>{YEAR})[*_)]{{1,2}}\s*(?:[;,.:–—-]\s*|$)|(?P<bare>{YEAR})\s*(?:[;,]\s*|$))?"
)
"""The links of a paper, and perhaps its year, before what is said of it: "[link](url); *1843*; it weaves".

A year that neither marks nor a comma tell from a title is none: "[link](url). 2001: A Loom Odyssey".
"""
_OF_PAPER = re.compile(r"papers?|pdf|arxiv|doi", re.IGNORECASE)
_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])\s\W*\[[^\[\]]+\]\(")


class Led(NamedTuple):
    """``said``: what stands below a heading and says something of a paper; ``notes``: what its reader wrote there;
    ``end``: the number of the block behind; ``leads``: whether a link is that of a paper."""

    said: tuple[Block, ...]
    notes: tuple[NoteDraft, ...]
    end: int
    leads: bool


def led_of(blocks: Sequence[Block], number: int, page: Page) -> Led | None:
    """What stands below a heading, where that begins with links and goes on in their line, or ends in one."""
    after = next_of(blocks, number)
    found = _LED.match(after.text) if after and after.kind == "paragraph" else None
    marks = page.marked(found["links"]) if found else None
    if after and after.kind == "paragraph" and _BEHIND_PROSE.fullmatch(after.text):
        body, _, address = after.text.rpartition("\n")
        return Led((after._replace(text=address),), (NoteDraft(body),), blocks.index(after, number) + 1, leads=False)
    if not after or not found or not marks or not marks.text.lstrip().startswith(inline.LABEL):
        return None
    if _LONE.fullmatch(page.marked(after.text).text.split("\n")[0]):
        return None
    at = blocks.index(after, number) + 1
    end = next((one for one in range(at, len(blocks)) if blocks[one].kind == "heading"), len(blocks))
    lines = page.lines[blocks[at].line - 1 : blocks[end - 1].end - 1] if at < end else ()
    if any(map(_ITEM.match, lines)):
        lines, end = (), at
    body = "\n".join((after.text[found.end() :], *([""] if lines else []), *lines)).strip()
    year = found["year"] or found["bare"]
    told = (found["links"].strip(" \t;,|·–—:.-"), f"Year: {year}" if year else "")
    return Led(
        tuple(Block("paragraph", after.line, after.line + 1, text) for text in told if text),
        (NoteDraft(body),) if body else (),
        end,
        any(leads_to_paper(link.url) or _OF_PAPER.fullmatch(link.label or "") for link in marks.links),
    )
