"""A paper whose title is a heading, above what parts what is said of it: smaller headings, "Authors", "Abstract", or
bullets that labels begin, "Venue: OSDI 2020"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from readtrack.identifiers import leads_to_paper
from readtrack.importers._authors import authors_of
from readtrack.importers.markdown.below.credited import AUTHORS
from readtrack.importers.markdown.below.nested import ABSTRACT, Nested, nested_of
from readtrack.importers.markdown.layout.items import Found
from readtrack.importers.markdown.line.entry import line_of
from readtrack.importers.markdown.line.several import apart
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.markup.blocks import SUMMARY_LEVEL, Block, end_of, next_of, source_of
from readtrack.importers.markdown.markup.page import Page
from readtrack.importers.markdown.said.groups import Facts
from readtrack.importers.markdown.said.people import is_one
from readtrack.importers.markdown.said.place import venue_of
from readtrack.importers.markdown.said.titles import is_cased
from readtrack.model import Author, Link, NoteDraft


def parted_in(blocks: Sequence[Block], page: Page) -> frozenset[int]:
    """The lines of headings with smaller ones, "Authors" and "Abstract", right below.

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


_LABELLED = re.compile(r"([A-Z][\w &/;-]{1,24}?)\s?[:：](?:\s|$)")
_OF_PAPERS = re.compile(
    r"(?:authors?|abstract|paper(?: links?)?|pdf|arxiv|doi|venue|journal|published in)(?:\s?[/&]\s?\w+)?", re.IGNORECASE
)
"""Labels of what papers have, and tools, courses or conferences have not: "Venue", or "Venue/Year"."""
_TITLE = re.compile(r"(?:paper )?title", re.IGNORECASE)


class _Listed(NamedTuple):
    """A heading right above a list whose bullets all begin with ``labels``.

    ``titled``: it is as long as titles are, and many in capitals, or a label says what the title is; ``links``: what
    links among the bullets say that may be titles themselves.
    """

    line: int
    titled: bool
    labels: frozenset[str]
    links: tuple[str, ...]


def bulleted_in(blocks: Sequence[Block], page: Page) -> frozenset[int]:
    """The lines of headings that are titles above bullets with labels, as most of their level are, or none."""
    levels: dict[int, list[_Listed | None]] = {}
    for number, block in enumerate(blocks):
        if block.kind == "heading" and 2 <= block.level < SUMMARY_LEVEL and block.text:
            levels.setdefault(block.level, []).append(_listed(blocks, number, page))
    lines = set[int]()
    for level in levels.values():
        counted = Counter(label for one in level if one for label in one.labels)
        told = [one for one in level if one and any(counted[label] >= 3 for label in one.labels)]
        titled = sum(one.titled for one in told)
        papers = sum(any(map(_OF_PAPERS.fullmatch, one.labels)) for one in told)
        other = sum(any(len(said.split()) >= 5 and is_cased(said, 3) for said in one.links) for one in told)
        if len(told) >= 3 and len(told) * 2 > len(level) and min(titled, papers) * 3 >= len(told) * 2 > other * 4:
            lines |= {one.line for one in told}
    return frozenset(lines)


def _listed(blocks: Sequence[Block], number: int, page: Page) -> _Listed | None:
    heading, after = blocks[number], next_of(blocks, number)
    own = page.marked(heading.text).links
    if not after or after.kind != "list" or not all(leads_to_paper(link.url) for link in own):
        return None
    texts = [item.blocks[0].text if item.blocks else "" for item in after.blocks]
    labels = [_label_of(item, page) for item in after.blocks]
    papers = [label for label in labels if _OF_PAPERS.fullmatch(label) or _TITLE.fullmatch(label)]
    if not all(labels) or len(set(papers)) < len(papers):
        return None  # several papers below a topic, where one is said twice
    named = any(map(_TITLE.fullmatch, labels))
    said = page.words(heading.text)
    links = tuple(said for text in texts for said in _SAID.findall(page.marked(text).text))
    titled = named or (is_cased(said, 3) and len(said.split()) >= 4)
    return _Listed(heading.line, titled, frozenset(labels), () if own or named else links)


def _label_of(item: Block, page: Page) -> str:
    """What an item begins with up to a colon, or is above others; "" where it is no label."""
    text = page.words(item.blocks[0].text) if item.blocks else ""
    found = _LABELLED.match(f"{text}:" if len(item.blocks) > 1 and ":" not in text else text)
    return found[1] if found else ""


def _label(heading: Block, page: Page) -> str:
    return f"{page.words(heading.text).split(':')[0].strip()}:"


def parted_of(
    blocks: Sequence[Block], number: int, section: tuple[str, ...], page: Page
) -> tuple[list[Found], int] | None:
    """The paper that a heading of ``parted_in`` is, and the number of the block behind all that is said of it."""
    block, end = blocks[number], end_of(blocks, number)
    lines = list(filter(None, map(line_of, apart(page.marked(block.text)))))
    listed = bool(_listed(blocks, number, page))
    found: list[Found] = []
    for at, line in enumerate(lines):
        nested = Nested()
        for label, below in _parts(blocks[number + 1 : end], page):
            kept, links = without_links(_in_turn(below, at, len(lines)), page) if listed else (below, ())
            nested = nested._replace(links=nested.links + links)
            nested = _under(nested, label, kept, page) or nested_of(kept, line.title, page, nested)
        nested = _without_labelled(nested, page) if listed else nested
        if not (nested.facts.authors or listed) or nested.papers:
            return None
        found.append(Found(block.line, block.text, section, 2, line, nested))
    return (found, end) if found else None


def _in_turn(blocks: Sequence[Block], at: int, papers: int) -> Sequence[Block]:
    """``blocks`` below a heading of several ``papers``, with what a bullet says of that in place ``at``, where it says
    where each appeared: "Venue: OSDI 1843 & SOSP 1936"."""
    return [block._replace(blocks=tuple(_turn(item, at, papers) for item in block.blocks)) for block in blocks]


def _turn(item: Block, at: int, papers: int) -> Block:
    first = item.blocks[0] if item.kind == "item" and len(item.blocks) == 1 and papers > 1 else item
    label, colon, value = first.text.partition(":")
    parts = re.split(r"\s+&\s+", value.strip("* "))
    if not colon or len(parts) != papers or not all(map(venue_of, parts)):
        return item
    return item._replace(blocks=(first._replace(text=f"{label.strip('* ')}: {parts[at]}"),))


def _without_labelled(nested: Nested, page: Page) -> Nested:
    """What is known of a paper, where what a label begins is a note of it and no paper, though it looks like one."""
    notes = [NoteDraft(source_of(one, page.lines)) for one in nested.papers if _label_of(one, page)]
    papers = tuple(one for one in nested.papers if not _label_of(one, page))
    return nested._replace(papers=papers, notes=(*nested.notes, *notes))


_SAID = re.compile(rf"{inline.LINK}.([^{inline.LINK_END}]*)")
_ONLY_LINKS = re.compile(
    rf"[^\w{inline.LINK}{inline.LABEL}]*"
    r"(?!(?:URL|DOI|[Dd]oi|[Aa]r[Xx]iv|Venue|Authors?)\b)[A-Z][\w &/-]{1,24}[:：]"
    rf"[^\w{inline.LINK}{inline.LABEL}]*"
    rf"(?:(?:{inline.LINK}.[^{inline.LINK_END}]*{inline.LINK_END}|{inline.LABEL}.)[^\w{inline.LINK}{inline.LABEL}]*)+"
)


def without_links(blocks: Sequence[Block], page: Page) -> tuple[list[Block], tuple[Link, ...]]:
    """``blocks`` without bullets that are a label and links, which are the paper's whatever they say; and those."""
    kept: list[Block] = []
    links: tuple[Link, ...] = ()
    for block in blocks:
        items = block.blocks if block.kind == "list" else ()
        marks = [page.marked(item.blocks[0].text) if len(item.blocks) == 1 else None for item in items]
        only = [bool(said and _ONLY_LINKS.fullmatch(said.text)) for said in marks]
        links += tuple(
            link for said, is_only in zip(marks, only, strict=True) if said and is_only for link in said.links
        )
        rest = tuple(item for item, is_only in zip(items, only, strict=True) if not is_only)
        if rest or not items:
            kept.append(block._replace(blocks=rest) if items else block)
    return kept, tuple(link for link in links if inline.is_web(link.url))


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
