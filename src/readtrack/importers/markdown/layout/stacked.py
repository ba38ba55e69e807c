"""An entry with one fact a line: its title, then who wrote it, where and when it appeared, its links, remarks.

The title is a heading, or the first line of an item or of a paragraph. Where most that stand so on a page have people
in the line below, each line becomes a paragraph of an item, which ``nested`` then tells by what it is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from readtrack.importers._authors import authors_of
from readtrack.importers.markdown.below.credited import AUTHORS
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.markup.blocks import BREAK, SUMMARY_LEVEL, Block, folded
from readtrack.importers.markdown.markup.inline import LABEL, LINK, LINK_END
from readtrack.importers.markdown.markup.page import Page
from readtrack.importers.markdown.said.facts import facts_of
from readtrack.importers.markdown.said.people import is_one, people_alone, people_in
from readtrack.importers.markdown.said.place import YEAR, venue_of
from readtrack.importers.markdown.said.unknown_places import may_be_place
from readtrack.importers.markdown.said.workplaces import workplaces_in

_LEAST = 3
"""Entries with people in their second line: fewer may be chance."""
LABELLED = re.compile(r"\s*[*_]{0,2}([A-Z][\w &/-]{2,25})[*_]{0,2}\s?[:：]\s?\S")
"""A line that begins with a label: "Tasks: weaving"."""
_ASIDE = re.compile(r"[(\[]?(?:see|same as|also|cf)\b", re.IGNORECASE)
"""How a line begins that names another paper: "See the version at OSDI 2018"."""
_DATED = re.compile(rf"(?i:.*\b(?:thesis|dissertation|report|university|institute|memo)\b)(?:.*[\s,(])({YEAR})[).]*$")
"""What ends in the year of a paper, though no venue is named: "PhD thesis, University of Looms, 2009"."""
_IN = re.compile(r"(?:(?:to appear )?in|proceedings of|proc\.)\s(?=\S)", re.IGNORECASE)
"""How a line begins that says where a paper appeared, and nothing else."""


_LABELS = re.compile(f"{LABEL}.")


class _Kind(NamedTuple):
    """What a title is: "heading", "item" or "paragraph"; ``level``: of the heading."""

    kind: str
    level: int


class _Habit(NamedTuple):
    """``kinds``: of the entries that have people in their second line; ``labels``: what stands above many lines."""

    kinds: frozenset[_Kind]
    labels: frozenset[str]

    def heads(self, block: Block) -> bool:
        """Whether a heading is the title of an entry, or smaller than those that are."""
        return block.text not in self.labels and any(
            one.kind == "heading" and one.level <= block.level for one in self.kinds
        )

    def takes(self, block: Block, title: str) -> bool:
        """Whether an item or a paragraph that begins with the line ``title`` is an entry."""
        return title not in self.labels and _kind(block) in self.kinds


def apart(blocks: Sequence[Block], page: Page) -> tuple[Block, ...]:
    """``blocks``, in which entries with one fact a line are items that have a paragraph for each."""
    entries = list(_entries(blocks, page))
    titles = Counter(lines[0] for _, lines in entries)
    labels = frozenset(title for title, times in titles.items() if times >= _LEAST)
    counted, credited = Counter[_Kind](), Counter[_Kind]()
    for kind, lines in entries:
        counted[kind] += 1
        credited[kind] += lines[0] not in labels and _is_credited(lines, page)
    kinds = frozenset(kind for kind, times in credited.items() if times >= _LEAST and times * 2 > counted[kind])
    return tuple(_apart(blocks, _Habit(kinds, labels), page))


def _entries(blocks: Sequence[Block], page: Page) -> Iterator[tuple[_Kind, list[str]]]:
    """All with two lines or more that may be such entries: of which kind, and the lines, the title first."""
    for number, block in enumerate(blocks):
        below = blocks[number + 1] if number + 1 < len(blocks) else block
        if _is_title(block) and below.kind == "paragraph" and not _heads_list(blocks, number, page):
            lines = [block.text, *(line for line in _lines(below, page) if _has_words(line, page))]
        else:
            lines = _lines(_first(block), page) if block.kind in ("paragraph", "item") else []
            lines = lines if lines and _has_words(lines[0], page) else []
        if len(lines) > 1:
            yield _kind(block), lines
        inner = block.blocks if block.kind in ("list", "quote") else block.blocks[1:]
        yield from _entries(inner, page)


def _is_title(block: Block) -> bool:
    return block.kind == "heading" and bool(block.text) and block.level < SUMMARY_LEVEL


_BELOW = ("paragraph", "other", "comment", "quote")
"""What stands below a heading, and belongs to it."""
_LINKED = re.compile(rf"{LINK}.[^{LINK_END}\s]+(?:\s[^{LINK_END}\s]+){{2}}")
"""A link of three words or more, such as the title of a paper."""


def _heads_list(blocks: Sequence[Block], number: int, page: Page) -> bool:
    """Whether a heading with people below it, but no place, stands above a list of linked papers: its section's."""
    _, end = _told_below(blocks, number)
    items = blocks[end].blocks if end < len(blocks) and blocks[end].kind == "list" else ()
    first = blocks[number + 1 : number + 2]
    if any(venue_of(page.marked(line).text) for block in first for line in _lines(block, page)):
        return False
    return any(_LINKED.search(page.marked(_first(item).text).text) for item in items)


def _told_below(blocks: Sequence[Block], number: int) -> tuple[list[Block], int]:
    """What may belong to the title that a heading is, and the number of the block behind; what is folded there not."""
    found: list[Block] = []
    at = number + 1
    while at < len(blocks) and (blocks[at].kind in _BELOW or (found and folded(blocks, at) > at)):
        found += [blocks[at]] if blocks[at].kind in _BELOW else []
        at = max(at + 1, folded(blocks, at))
    return found, at


def _kind(block: Block) -> _Kind:
    return _Kind(block.kind, block.level if block.kind == "heading" else 0)


def _first(block: Block) -> Block:
    """The paragraph of an item that has its line."""
    first = block.blocks[0] if block.kind == "item" and block.blocks else block
    return first if first.kind == "paragraph" else block._replace(text="")


def _lines(block: Block, page: Page) -> list[str]:
    """The lines of a paragraph; none of one that is too long for an entry."""
    text = page.unbroken(block.text) if len(block.text) <= inline.LONGEST else ""
    lines = (BREAK.sub("", line.strip()).strip() for line in text.split("\n"))
    return [line for line in lines if line]


def _has_words(line: str, page: Page) -> bool:
    """Whether a line is more than links with labels."""
    return bool(re.search(r"\w", inline.plain(_LABELS.sub("", page.marked(line).text))))


def _is_credited(lines: Sequence[str], page: Page) -> bool:
    """Whether the second line is people, and the title is not."""
    return bool(people_in(page.marked(lines[1]).text)) and not people_in(page.marked(lines[0]).text)


def _apart(blocks: Sequence[Block], habit: _Habit, page: Page) -> Iterator[Block]:
    taken = 0
    for number, block in enumerate(blocks):
        if number < taken:
            continue
        if _is_title(block) and habit.heads(block) and not _heads_list(blocks, number, page):
            below, taken = _told_below(blocks, number)
            if below and (told := _told(_lines(below[0], page), below[0].line, page)):
                yield Block("heading", block.line, block.line, level=block.level)  # ends what stands above it
                title = Block("paragraph", block.line, block.line + 1, block.text)
                yield Block("item", block.line, below[-1].end, blocks=(title, *told, *below[1:]))
                continue
            taken = 0
        yield _inside(block, habit, page)


def _inside(block: Block, habit: _Habit, page: Page) -> Block:
    """A paragraph or an item with its lines apart; else the block, and what it holds likewise."""
    first, *rest = _lines(_first(block), page) or [""]
    labelled = block.kind == "item" and _are_labelled(rest, page)
    told = _told(rest, block.line + 1, page, labelled) if labelled or habit.takes(block, first) else ()
    if block.kind == "paragraph":
        title = block._replace(text=first)
        return Block("item", block.line, block.end, blocks=(title, *told)) if told else block
    inner = habit._replace(kinds=habit.kinds - {_Kind("paragraph", 0)})
    below = tuple(_apart(block.blocks[1:] if told else block.blocks, inner, page))
    return block._replace(blocks=(_first(block)._replace(text=first), *told, *below) if told else below)


def _are_labelled(lines: Sequence[str], page: Page) -> bool:
    """Whether all lines begin with a label, the first of them with one that others have too."""
    labels = [found[1] for line in lines if (found := LABELLED.match(line))]
    return bool(labels) and len(labels) == len(lines) and labels[0] in page.labels


def _joined(lines: Sequence[str], page: Page) -> Iterator[str]:
    """The lines, of which those are one that say where people work: a comma at the end of one goes on in the next.

    So do those that say who wrote a paper, behind a label, up to the next label.
    """
    held: list[str] = []
    for line in lines:
        if held and AUTHORS.match(held[0]):
            if _goes_on(held, line, page):
                held.append(line)
                continue
            yield " ".join(held)
            held = []
        if AUTHORS.match(line) and line.endswith(","):
            if held:
                yield "\n".join(held)
            held = [line]
            continue
        if workplaces_in(page.marked(one).text for one in (*held, line)):
            held.append(line)
            continue
        if held:
            yield "\n".join(held)
        held = []
        yield line
    if held:
        yield (" " if AUTHORS.match(held[0]) else "\n").join(held)


def _goes_on(lines: Sequence[str], line: str, page: Page) -> bool:
    """Whether a line goes on with those who wrote a paper."""
    said = AUTHORS.fullmatch(page.words(" ".join((*lines, line))))
    people = authors_of(said[1], surely=True) if said and not LABELLED.match(line) else ()
    return bool(people) and all(is_one(one.name) for one in people) and not venue_of(page.marked(line).text)


_LINKS = re.compile(
    rf"\W*{LINK}.(?P<first>[^{LINK_END}]+){LINK_END}(?:\W*(?:{LINK}.[^{LINK_END}]+{LINK_END}|{LABEL}.))*\W*"
)


def _linked_place(text: str) -> str:
    """Where and when a paper appeared, if the first link of a line that is links alone says it; "" where none does."""
    found = _LINKS.fullmatch(text)
    said = inline.plain(found["first"]) if found else ""
    place = venue_of(said, surely=True) if said else None
    sure = place and (venue_of(said) or may_be_place(place[0] or "", dated=True))
    return said if place and all(place) and sure else ""


def _told(lines: Sequence[str], first: int, page: Page, labelled: bool = False) -> tuple[Block, ...]:
    """The lines below a title as paragraphs; none where nothing says by whom it is, or where and when it appeared.

    People below a line that says neither are not those of the title: that line may be its end.
    """
    texts: list[str] = []
    people = placed = odd = False
    for line in _joined(lines, page):
        text, known = page.marked(line).text, bool(AUTHORS.match(line))
        if people and workplaces_in(page.marked(one).text for one in line.split("\n")):
            texts.append(line)
            continue
        aside = not labelled and bool(_ASIDE.match(line))
        credit = not (people or labelled or known) and bool(people_in(text) or people_alone(text.rstrip(" .")))
        if credit and odd:
            return ()
        if credit and inline.EM in text and (said := facts_of(text)).authors and said.venue and said.year:
            texts.append(line)
            people = placed = True
            continue
        place = not (placed or credit or labelled or aside) and venue_of(text, surely=bool(_IN.match(text)))
        if people and not place and not placed and (linked := _linked_place(text)):
            texts += [f"Published in: {linked}", line.replace(linked, "paper", 1)]  # the link leads to it
            placed = True
            continue
        label = "Authors: " if credit else "Published in: " if place else "Note: " if aside else ""
        texts.append(f"{label}{line}")
        people, placed = people or known or credit, placed or bool(place)
        odd = odd or not (people or placed or inline.LABEL in text)
    dated = _DATED.match(texts[1]) if people and not placed and len(texts) > 1 else None
    texts += [f"Year: {dated[1]}"] if dated and not texts[1].startswith("Note: ") else []
    told = [Block("paragraph", number, number + 1, text) for number, text in enumerate(texts, first)]
    return tuple(told) if people or placed or labelled else ()
