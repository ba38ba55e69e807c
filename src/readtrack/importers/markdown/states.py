"""What a heading or a sentence says of how far the papers below it were read."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readtrack.importers.markdown import inline
from readtrack.importers.markdown.blocks import Block
from readtrack.importers.markdown.groups import Facts
from readtrack.importers.markdown.headings import heading_text
from readtrack.importers.markdown.items import Found
from readtrack.importers.markdown.nested import Page
from readtrack.importers.markdown.readings import remarked
from readtrack.model import Reading
from readtrack.schema import STATUSES

_PERFECT = r"(?:i(?:'?ve| have)|we(?:'ve| have)) (?:(?:already|recently|so far) )?read"
"""What is past: "papers we read" may be those of this term."""
_STATES = (
    (
        "read",
        r"(?:already |have |i'?ve |papers )?read(?: papers)?(?: (?:&|and) \w+)?(?: (?:so far|in \d{4}))?"
        rf"|(?:(?:[\w-]+ ){{0,5}}(?:papers|articles|books)|what)(?: that| which)? (?:i read|{_PERFECT})"
        r"(?: (?:so far|in \d{4}))?"
        r"|finished(?: reading)?|done|completed|(?:我)?(?:已读|读过)(?:过?的?(?:论文|文献|文章|列表)|完)?",
    ),
    ("reading", r"(?:currently|now|still) reading|reading now|in progress|在读|正在读"),
    (
        "unread",
        r"unread|(?:papers )?to[- ](?:be[- ])?read|want to read|not (?:yet )?read|reading queue|backlog"
        r"|(?:未|待|想)读(?:的?(?:论文|文献|文章|列表))?",
    ),
)


_COUNT = re.compile(r"\s?[(（]\d{1,4}(?: papers)?[)）]$", re.IGNORECASE)


def state_in(heading: str) -> str | None:
    """The state of what stands below a heading such as "Read", "In progress" or "To read"; None where it tells none."""
    said = _COUNT.sub("", heading.replace("’", "'")).strip(" :：.").lower()
    return next((state for state, pattern in _STATES if re.fullmatch(pattern, said)), None)


_SENTENCE = re.compile(r"(?<=\w[.!?])\s+|\s+[–—]\s+")
_READ = re.compile(
    rf"\b(?:papers?|articles|books|publications|literature)\b[^.!?]{{0,80}}\b{_PERFECT}"
    r"(?=[\s*_]*(?:[.:;,!(\[–—-]|$)|\s+(?:and|in|on|over|during|since|so far|recently|lately|along|while|as|for)\b)"
)
_READ_IN_CHINESE = re.compile(r"(?:阅读|读|看)过的[^。！？,，]{0,10}(?:论文|文献|文章|papers?\b)")
_OTHERS_IN_CHINESE = re.compile("想|将要|待读|未读|没有|没读|计划|准备|打算|标记|标注|勾|或")
_OF_LIST = re.compile(
    r"(?:here|this|these|below|following|list|collection|repo\w*|page|notes?|summar\w+|reviews?|overview|log|track)\b"
)
_OTHERS_TOO = re.compile(
    r"\b(?:or|if|want|wish|plan\w*|intend|going|will|would|should|marked|ticked|checked|bold|starred|to (?:be )?read"
    r"|unread|reading list|currently)\b"
)
"""What tells that not all were read, or that those which were are marked."""


_MAY_SAY = re.compile("read|过的", re.IGNORECASE)
"""Most paragraphs need not be asked."""


def says_read(text: str) -> bool:
    """Whether a sentence of a paragraph says that the papers below it were read: "The papers I've read so far:"."""
    said = " ".join(text.replace("’", "'").lower().split())
    if len(said) <= 3000 and _READ_IN_CHINESE.search(said):
        return not _OTHERS_IN_CHINESE.search(said)
    if len(said) > 3000 or " read" not in said or _OTHERS_TOO.search(said):
        return False
    for sentence in _SENTENCE.split(said):
        found = _READ.search(sentence)
        if found and (found.start() < 30 or _OF_LIST.search(sentence, 0, found.start())):
            return True
    return False


def with_states(found: Sequence[Found], blocks: Sequence[Block], page: Page) -> list[Found]:
    """What was found, each with what a sentence or the title of the page says of all below it in its part."""
    found, entries = _as_legend(found, page.lines), {one.line for one in found}
    parts = [
        range(block.line, _end_of_part(blocks, number))
        for number, block in enumerate(blocks)
        if block.line not in entries
        and (
            (block.kind == "paragraph" and _MAY_SAY.search(block.text) and says_read(page.words(block.text)))
            or (block.kind == "heading" and state_in(heading_text(block.text, page)) == "read")
        )
    ]
    return [
        one._replace(readings=(Reading("read"),))
        if any(one.line in part for part in parts) and _is_silent(one)
        else one
        for one in found
    ]


_LEGEND = re.compile(
    r"([✅✓✔☑]|:(?:white_check_mark|heavy_check_mark|ballot_box_with_check):)[^\w\n]{0,6}"
    r"(?:表示|代表|means?\b|indicates?\b|denotes?\b|stands for\b|=)(?P<what>[^\n]{2,200})"
)
_OF_READING = re.compile(r"\b(?:read|done|finished|completed?)\b|已读|读过|读完|看过|看完", re.IGNORECASE)


def _as_legend(found: Sequence[Found], lines: Sequence[str]) -> list[Found]:
    """What was found, without the ticks of which the page says that they stand for something else than "read"."""
    told = [sign for line in lines for sign in _LEGEND.finditer(line)]
    others = {sign[1] for sign in told if not _OF_READING.search(sign["what"])}
    return [
        one._replace(said=one.said._replace(facts=one.said.facts._replace(read=None)))
        if one.said and one.said.facts.read and any(sign in one.text for sign in others)
        else one
        for one in found
    ]


def _is_silent(one: Found) -> bool:
    """Whether neither an entry nor a heading above it says how far it was read."""
    facts = one.said.facts.over(one.nested.facts) if one.said else Facts()
    told = facts.read is not None or any(tag in STATUSES for tag in facts.tags) or remarked(inline.plain(facts.remark))
    return not (told or one.readings or one.nested.readings or any(map(state_in, one.section)))


def _end_of_part(blocks: Sequence[Block], number: int) -> int:
    """The line of the heading that ends the part of the page in which a block stands."""
    headings = [(at, block) for at, block in enumerate(blocks) if block.kind == "heading"]
    level = next((block.level for at, block in reversed(headings) if at <= number), 0)
    return next((block.line for at, block in headings if at > number and block.level <= level), blocks[-1].end)
