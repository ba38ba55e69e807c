"""What a heading or a sentence says of how far the papers below it were read."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterator, Sequence

from readtrack.importers.markdown.layout.headings import heading_text
from readtrack.importers.markdown.layout.items import Found
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.markup.blocks import Block
from readtrack.importers.markdown.markup.page import Page
from readtrack.importers.markdown.markup.ticked import letters_of, ticked_in
from readtrack.importers.markdown.said.groups import Facts
from readtrack.importers.markdown.said.readings import remarked, status_in
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
        r"|(?:my|(?:my )?own)[- ]read[- ]papers(?:[- ]list)?"
        r"|finished(?: reading)?|done|completed|(?:我)?(?:已读|读过)(?:过?的?(?:论文|文献|文章|列表)|完)?"
        r"|既读|读了(?:论文)?|读んだ(?:论文|本|もの)",
    ),
    ("reading", r"(?:currently|now|still) reading|reading now|in progress|在读|正在读"),
    (
        "unread",
        r"unread|(?:papers )?to[- ](?:be[- ])?read|want to read|not (?:yet )?read|backlog"
        r"|(?:up )?next|read(?:ing)? (?:next|later)|(?:future|planned) reading|(?:reading )?(?:queue|wish ?list)"
        r"|(?:未|待|想)读(?:的?(?:论文|文献|文章|列表))?|(?:これから)?读(?:む|みたい)(?:论文|本|もの)?",
    ),
)


_SIMPLIFIED = str.maketrans(
    "閱讀読過論獻標註計劃準備將沒經薦記錄總結匯筆", "阅读读过论献标注计划准备将没经荐记录总结汇笔"
)
"""The letters of Chinese that are asked about, where they are written in another way in Taiwan or Japan."""
_COUNT = re.compile(r"\s?[(（]\d{1,4}(?: papers)?[)）]$", re.IGNORECASE)


def state_in(heading: str) -> str | None:
    """The state of what stands below a heading such as "Read", "In progress" or "To read"; None where it tells none."""
    said = _COUNT.sub("", heading.replace("’", "'")).strip(" :：.").lower().translate(_SIMPLIFIED)
    return next((state for state, pattern in _STATES if re.fullmatch(pattern, said)), None)


_SENTENCE = re.compile(r"(?<=\w[.!?])\s+|\s+[–—]\s+")
_NAMES = "(?:papers|articles|books|publications)"
_WORKS = rf"\b{_NAMES}\b"
_READ = re.compile(
    rf"{_WORKS}(?:(?: and (?:\w+ ){{0,2}}|/)(?:articles|blogs|books|papers|posts))?"
    r"(?: (?:on|about|from|in) [^.,;!?]{2,60}?)?"
    rf"(?:,? (?:that|which))? {_PERFECT}"
    r"(?=[\s*_]*(?:[.:;,!(\[–—-]|$)|\s+(?:and|in|on|over|during|since|so far|recently|lately|along|while|as|for)\b)"
)
_WHEN = r" (?:before|in|during|between|since) [^.,;!?]{0,30}\b(?:19|20)\d\d\b[^.,;!?]{0,20}"
_READ_THESE = re.compile(
    rf"(?:{_PERFECT}|i read(?=[^.]*{_WHEN})) (?:all (?:of )?)?(?:these|the following) {_NAMES}(?:{_WHEN})?[.:!]?"
)
"""A whole sentence: "I read these papers before 2020."; without a time, "I read" may be each week."""
_EACH_READ = re.compile(
    rf"notes (?:about|for|of|on) (?:all|any|each|every|the) paper(?: that| which)? {_PERFECT}[.:!]?$"
)
_READ_IN_CHINESE = re.compile(
    r"(?:(?:阅读|读|看)[过完]了?|(?:我|我们|本人|笔者|自己)(?:所|曾|已经?)?阅?读[到了]|(?:记录|整理|收集|汇总|收录|总结|笔记)[^。！？,，]{0,10}(?:已经?|[这近]几年来?)(?:阅读|读|看))的"
    r"[^。！？,，]{0,10}(?:论文|文献|文章|papers?\b)"
    r"|(?:^|[。！？]\s?)(?:(?:私|自分|僕)[がの]|(?:こ[れこ]|以下)は|(?:これ|今)まで[にで]?|最近|過去に|\d{1,4}[年月日]|[（(][^（）()]{1,12}[）)]"
    r"|から|以降|[にで]){0,9}"
    r"读んだ[^。！？、,读论]{0,20}论文(?:[をの]|まとめ[たる]?|一覧|リスト|メモ|ノート|记[録录]|要约){0,4}"
    r"(?:です|である|になります)?\s?(?=$|[。！？])"
)
_OTHERS_IN_CHINESE = re.compile(
    "想|将要|待|未|[没不非][^。！？,，]{0,5}[读看]|(?<!欢迎)(?<!方便)(?<![供与和跟给])大家|推荐|计划|准备|打算|标记|标注|勾|或"
    "|下周|下次|老师|导师|同学|同事|(?<!欢迎)各位|每个|每位|应该|应当|必须|みんな|皆|まだ|予定|これから|读みたい|べき|[ほ方]う?が|チェック"
)
"""What is read later, by others or as it should be."""
_OF_LIST = re.compile(
    r"(?:here|this|these|below|following|list|collection|repo\w*|page|notes?|summar\w+|reviews?|overview|log|track)\b"
)
_OTHERS_TOO = re.compile(
    r"\b(?:or|if|want|wish|plan\w*|intend|going|will(?! (?:add|keep|make|post|record|share|take|update|write)\b)|would"
    r"|should|marked|ticked|checked|bold|starred|to (?:be )?read|unread|reading list|currently|coming|future|rest"
    r"|remain\w*)\b"
)
"""What tells that not all were read, or that those which were are marked."""


_DENIED = re.compile(r"\b(?:not|never|none|no)\b|n't\b")
_MAY_SAY = re.compile("read|[过過看读讀完了到]的|読んだ", re.IGNORECASE)
"""Most paragraphs need not be asked."""


def says_read(text: str) -> bool:
    """Whether a sentence of a paragraph says that the papers below it were read: "The papers I've read so far:"."""
    said = " ".join(text.replace("’", "'").lower().split()).translate(_SIMPLIFIED)
    if len(said) <= 3000 and _READ_IN_CHINESE.search(said):
        return not _OTHERS_IN_CHINESE.search(said)
    if len(said) > 3000 or " read" not in said or _OTHERS_TOO.search(said):
        return False
    for sentence in _SENTENCE.split(said):
        if _READ_THESE.fullmatch(sentence) or _EACH_READ.search(sentence):
            return True
        works = re.search(_WORKS, sentence)
        found = _READ.match(sentence, works.start()) if works else None
        before = sentence[: found.start()] if found else ""
        if found and not _DENIED.search(before) and (len(before) < 30 or _OF_LIST.search(before)):
            return True
    return False


def with_states(found: Sequence[Found], blocks: Sequence[Block], page: Page) -> list[Found]:
    """What was found, each with what a tick in the contents says of it, or a sentence or heading of all of its part."""
    found = _as_words(_as_legend(found, page.lines))
    parts = list(_parts(blocks, {one.line for one in found}, page))
    below = [parts[bisect_right(parts, (one.line, True)) - 1][1] for one in found]
    ticked = ticked_in(page.lines)
    return [
        one._replace(readings=(Reading("read"),)) if (read or _is_among(one, ticked)) and _is_silent(one) else one
        for one, read in zip(found, below, strict=True)
    ]


def _is_among(one: Found, ticked: Container[str]) -> bool:
    """Whether the contents of the page have a tick before an entry, as it stands or as its title."""
    return bool(one.said) and any(letters_of(text) in ticked for text in (one.text, one.said.title if one.said else ""))


def _parts(blocks: Sequence[Block], entries: Container[int], page: Page) -> Iterator[tuple[int, bool]]:
    """The lines from which on a sentence or a heading says of the papers that they were read, or none does any more."""
    level, said = 0, list[int]()
    yield 0, False
    for block in blocks:
        if block.kind == "heading":
            level = block.level
            said = [above for above in said if above < level]
        if block.line not in entries and _is_of_read(block, page):
            said.append(level)
        yield block.line, bool(said)


def _is_of_read(block: Block, page: Page) -> bool:
    if block.kind == "heading":
        return state_in(heading_text(block.text, page)) == "read"
    return block.kind == "paragraph" and bool(_MAY_SAY.search(block.text)) and says_read(page.words(block.text))


_LEGEND = re.compile(
    r"([✅✓✔☑]|:(?:white_check_mark|heavy_check_mark|ballot_box_with_check):)[^\w\n]{0,6}"
    r"(?:表示|代表|means?\b|indicates?\b|denotes?\b|stands for\b|=)(?P<what>[^\n]{2,200})"
)
_OF_READING = re.compile(r"(?<!to )(?<!-)\b(?:read|done|finished|completed?)\b|已读|读过|读完|看过|看完", re.IGNORECASE)


_BOX = re.compile(r"\W{0,4}\[[xX]\]")


def _as_legend(found: Sequence[Found], lines: Sequence[str]) -> list[Found]:
    """What was found, without the ticks of which the page says that they stand for something else than "read"."""
    told = [sign for line in lines for sign in _LEGEND.finditer(line)]
    others = {sign[1] for sign in told if not _OF_READING.search(sign["what"])}
    return [
        one._replace(said=one.said._replace(facts=one.said.facts._replace(read=None)))
        if one.said and one.said.facts.read and not _BOX.match(one.text) and any(sign in one.text for sign in others)
        else one
        for one in found
    ]


_MAY_BE_TOPICS = frozenset("complete completed current dropped next no planned reading started yes".split())
_SEVERAL = 2
"""Entries that say how far they were read: one may be on doing."""


def _as_words(found: Sequence[Found]) -> list[Found]:
    """What was found, where words set off in lines say how far each was read: "`[DONE]` [Notes on Looms](url)"."""
    said = [_words_of(one) for one in found]
    sure = sum(any(word not in _MAY_BE_TOPICS for word in words.values()) for words in said)
    return [_worded(one, words) if sure >= _SEVERAL else one for one, words in zip(found, said, strict=True)]


def _words_of(one: Found) -> dict[str, str]:
    """The tags of an entry that say how far it was read, and those words."""
    words = {tag: tag.strip(" []【】").lower() for tag in one.said.facts.tags} if one.said else {}
    return {tag: word for tag, word in words.items() if status_in(word)}


def _worded(one: Found, words: dict[str, str]) -> Found:
    if not one.said or not words:
        return one
    tags = (tag for tag in one.said.facts.tags if tag not in words)
    told = (status for word in words.values() if (status := status_in(word)))
    return one._replace(said=one.said._replace(facts=one.said.facts._replace(tags=(*tags, *told))))


def _is_silent(one: Found) -> bool:
    """Whether neither an entry nor a heading above it says how far it was read."""
    facts = one.said.facts.over(one.nested.facts) if one.said else Facts()
    told = facts.read is not None or any(tag in STATUSES for tag in facts.tags) or remarked(inline.plain(facts.remark))
    return not (told or one.readings or one.nested.readings or any(map(state_in, one.section)))
