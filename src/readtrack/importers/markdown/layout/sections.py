"""The blocks of a reading list -> what looks like an entry in it, with the headings above each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from readtrack.importers.markdown.below.credited import credited_in
from readtrack.importers.markdown.below.nested import nested_of
from readtrack.importers.markdown.layout.bare import bare_paragraphs, is_several, titles_in
from readtrack.importers.markdown.layout.columns import columns_of
from readtrack.importers.markdown.layout.headings import (
    contents_in,
    facts_in,
    heading_text,
    is_contents,
    is_news,
    is_no_list,
)
from readtrack.importers.markdown.layout.items import Found, list_of
from readtrack.importers.markdown.layout.linked_below import led_of, linked_below
from readtrack.importers.markdown.layout.lone import lone_lines
from readtrack.importers.markdown.layout.notes import is_whole
from readtrack.importers.markdown.layout.paragraphs import paragraph_of
from readtrack.importers.markdown.layout.parted import bulleted_in, parted_in, parted_of
from readtrack.importers.markdown.layout.records import keyed, record_of
from readtrack.importers.markdown.layout.table import rows_of
from readtrack.importers.markdown.layout.titled import titled_in
from readtrack.importers.markdown.line.entry import line_of
from readtrack.importers.markdown.line.several import apart
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.markup.blocks import SUMMARY_LEVEL, Block, folded, next_of
from readtrack.importers.markdown.markup.page import Page
from readtrack.importers.markdown.said.facts import facts_of
from readtrack.importers.markdown.said.groups import Facts
from readtrack.importers.markdown.said.parted_credits import credit_in
from readtrack.importers.markdown.said.people import is_one, people_alone, people_in
from readtrack.importers.markdown.said.place import YEAR, venue_of
from readtrack.importers.markdown.said.titles import CJK
from readtrack.model import NoteDraft


def found_in(blocks: Sequence[Block], title_line: int | None, page: Page) -> Iterator[Found]:
    """All that may be an entry, in order. The heading in ``title_line`` is the list's own."""
    return (one for one in _all_in(blocks, title_line, page) if not is_news("".join(one.section[-1:])) or is_whole(one))


def _all_in(blocks: Sequence[Block], title_line: int | None, page: Page) -> Iterator[Found]:
    above: list[tuple[int, str]] = []
    linked, parted, bulleted = linked_below(blocks, page), parted_in(blocks, page), bulleted_in(blocks, page)
    alone = dict.fromkeys(lone_lines(blocks, page), 1) | dict.fromkeys(bare_paragraphs(blocks, page), 2)
    titled = titled_in(blocks, page, linked | parted | bulleted)
    taken = 0
    for number, block in enumerate(blocks):
        if number < taken:
            continue
        section = tuple(text for _, text in above if text)
        if block.kind == "heading":
            beside = [one for one in above if one[0] == block.level and re.fullmatch(YEAR, one[1])]
            above = [one for one in above if one[0] < block.level]
            inside = tuple(text for _, text in (*above, *beside) if text)
            one = titled.get(block.line) if block.line not in linked else None
            entry = parted_of(blocks, number, inside, page) if block.line in parted else None
            entry = entry or (([one.paper._replace(section=inside)], one.end) if one else None)
            entry = entry or (parted_of(blocks, number, inside, page) if block.line in bulleted else None)
            entry = entry or _heading_entry(blocks, number, inside, page, linked)
            if entry and (block.line != title_line or one or _is_one_of_many(blocks, number, page)):
                yield from entry[0]
                taken = entry[1]
                above += beside  # titles of papers stand below a year that is no larger than they are
            elif not block.text:
                above += [] if _is_bare(block, page) else beside
            elif block.line != title_line:
                said = heading_text(block.text, page)
                above.append((block.level, "" if is_contents(said) else said))
            continue
        if _passed_over(above):
            continue
        contents = bool(above) and not above[-1][1]
        if block.kind != "paragraph":
            yield from _in_block(block, section, contents, page)
        elif not contents_in(block.text.split("\n"), contents):
            entries, taken = _from_paragraph(blocks, number, section, alone, page)
            yield from entries
            if not entries and (bold := _leads(block, blocks, number, page)):
                above = [one for one in above if one[0] < _BOLD] + [(_BOLD, bold)]


def _is_bare(block: Block, page: Page) -> bool:
    """Whether a heading has no words in its file, either: one whose title was made an item leaves the year above it."""
    return bool(re.fullmatch(r"\s*#+\s*", "".join(page.lines[block.line - 1 : block.line])))


def _in_block(block: Block, section: tuple[str, ...], contents: bool, page: Page) -> Iterator[Found]:
    """The entries in a list, a table or a quotation; ``contents``: whether it stands where contents do."""
    if block.kind == "list" and not contents_in(page.lines[block.line - 1 : block.end - 1], contents):
        yield from list_of(block.blocks, section, page)
    elif block.kind == "item":
        yield from (one._replace(sure=2) for one in list_of((block,), section, page))
    elif block.kind == "table":
        yield from _table(block, section, page)
    elif block.kind == "quote":
        yield from _quoted(block, section, page)


def _from_paragraph(
    blocks: Sequence[Block], number: int, section: tuple[str, ...], alone: Mapping[int, int], page: Page
) -> tuple[list[Found], int]:
    """The entries that begin in a paragraph, and the number of the block behind them; ``alone``: how sure those of
    titles alone are, by their lines."""
    block = blocks[number]
    if record := record_of(blocks, number, section, page):
        return [record[0]], record[1]
    entries, taken = paragraph_of(blocks, number, section, page)
    if block.line in alone and (not entries or is_several(block)):
        entries = [one._replace(sure=alone[block.line]) for one in titles_in(block, section, page)] or entries
    return entries, taken


def _quoted(quote: Block, section: tuple[str, ...], page: Page) -> Iterator[Found]:
    """The entries in a quotation: headings above who wrote them; links beside who wrote them, or where or when."""
    linked = linked_below(quote.blocks, page)
    for number, block in enumerate(quote.blocks):
        entry = _heading_entry(quote.blocks, number, section, page, linked) if block.kind == "heading" else None
        if entry:
            yield from entry[0]
        for one in paragraph_of(quote.blocks, number, section, page)[0] if block.kind == "paragraph" else ():
            facts = one.said.facts if one.said else None
            if facts and one.text.startswith("[") and (facts.authors or facts.venue or facts.year):
                yield one


def _is_one_of_many(blocks: Sequence[Block], number: int, page: Page) -> bool:
    """Whether a heading that is a paper is followed by another like it, so that it is not the list's title."""
    for at in range(number + 1, len(blocks)):
        if blocks[at].kind == "heading" and blocks[at].level == blocks[number].level:
            return bool(_told_below(blocks, at, page))
    return False


def _passed_over(above: Sequence[tuple[int, str]]) -> bool:
    """Whether what stands below these headings is about the list, not in it."""
    real = [text for level, text in above if level <= SUMMARY_LEVEL]
    return bool(real) and (
        (is_no_list(real[-1]) and not is_news(real[-1]))
        or any(re.match(r"contribut|licen|how to", text, re.I) for text in real)
    )


_BOLD = 8
"""The level of a paragraph in bold that heads a list: it stands inside every heading."""


def _leads(block: Block, blocks: Sequence[Block], number: int, page: Page) -> str | None:
    """What a bold line says above a list or a table: a heading."""
    marks = page.marked(block.text).text.strip()
    found = re.fullmatch(
        rf"(?:[{inline.BOLD}{inline.EM}]+|{inline.LINK}.)([^{inline.BOLD}{inline.EM_END}{inline.LINK_END}]+?)"
        rf":?[{inline.BOLD_END}{inline.EM_END}{inline.LINK_END}]+\s*[:：]?",
        marks,
    )
    after = next_of(blocks, number)
    text = inline.plain(found[1]) if found else ""
    return text if text and len(text) <= 80 and after and after.kind in ("list", "table") else None


_MEETING = re.compile(r"(?:(?:ACM|IEEE|USENIX|Usenix) )?[\w&-]+\s?['’]?(?:20)?\d\d\b")


def _is_meeting(heading: Block, page: Page) -> bool:
    """Whether a heading is a conference, whose papers stand below, though it is a link: "EuroSys 2025 Spring"."""
    said = heading_text(heading.text, page) if len(heading.text) < 500 else ""
    return bool(_MEETING.match(said)) and len(said.split()) <= 5 and bool(facts_in(said).venue)


def _heading_entry(
    blocks: Sequence[Block], number: int, section: tuple[str, ...], page: Page, linked: frozenset[int]
) -> tuple[list[Found], int] | None:
    """The entries that a heading is, and the number of the block behind them.

    It is one where it is a link, has labels or is ``linked`` below, and no list stands below it but notes.
    """
    block, after = blocks[number], next_of(blocks, number)
    marks = page.marked(block.text)
    lone = block.line in linked
    own = any(inline.is_web(link.url) for link in marks.links)
    told = _told_below(blocks, number, page)
    noted = own and _is_link(marks) and after and after.kind == "list" and not _holds_papers(after, page)
    if not block.text or not (own or lone or told) or _is_meeting(block, page):
        return None
    heads = after and (after.kind in ("list", "table") or (after.kind == "heading" and after.level > block.level))
    if heads and not (told or noted):
        return None
    line = line_of(marks)
    credit = _credit_of(after, page) if after else ""
    led = led_of(blocks, number, page) if lone and not told else None
    shown = (*marks.links, *(page.marked(after.text).links if after and lone else ()))
    sure = (led and led.leads) or credit or any(_OF_PAPER.fullmatch((link.label or "").strip("[]")) for link in shown)
    short = line and not (_is_long(line.title, lone) or sure or (told and _is_signed(told, page)))
    if not line or short or is_no_list(line.title):
        return None
    below, taken = _below_title(blocks, number, told, bool(lone or told or noted), page)
    notes: tuple[NoteDraft, ...] = ()
    if led:
        below, notes, taken = led.said, led.notes, led.end
    lines = list(filter(None, map(line_of, apart(marks))))
    found = [Found(block.line, block.text, section, 2, one, nested_of(below, one.title, page), notes) for one in lines]
    return found, taken


_OF_PAPER = re.compile(r"papers?|pdf|arxiv|book", re.IGNORECASE)
"""What a link beside or below a heading is called that is a title of one word: "### LoomNet ([paper](url))"."""


def _is_long(title: str, lone: bool) -> bool:
    """Whether a title has words enough, or letters of Chinese, for a heading to be one; ``lone``: above a link."""
    return len(title.split()) > 2 or (lone and len(re.findall(f"[{CJK}]", title)) > 7)


def _below_title(
    blocks: Sequence[Block], number: int, told: Block | None, named: bool, page: Page
) -> tuple[Sequence[Block], int]:
    """The blocks below a heading that is a paper which say something of it, and the number of the block behind them.

    ``told``: the one that makes it a paper; ``named``: whether any does.
    """
    after = next_of(blocks, number)
    below, taken = _labelled(blocks, number, page)
    if below or not named or not after:
        return below, taken
    if told and (_credit_of(told, page) or _is_credit(_first_text(told), page)):
        # Below its authors stands what its reader wrote of it, up to the next heading.
        taken = _next(blocks, number, ("heading",))
        return blocks[number + 1 : taken], taken
    taken = blocks.index(after, number) + 1
    if _dated(after, page) or (taken < len(blocks) and _dated(blocks[taken], page)):
        taken = _next(blocks, number)
        return blocks[number + 1 : taken], taken
    return keyed(after) or (after,), taken


def _next(blocks: Sequence[Block], number: int, kinds: Sequence[str] = ("heading", "list", "table")) -> int:
    """The number of the next block of one of the ``kinds``."""
    return next((at for at in range(number + 1, len(blocks)) if blocks[at].kind in kinds), len(blocks))


def _dated(block: Block, page: Page) -> bool:
    """Whether a paragraph says when what stands above it appeared, and perhaps where, and nothing else but links."""
    marks = page.marked(block.text).text if block.kind == "paragraph" and len(block.text) <= 1000 else ""
    said = inline.plain(re.sub(rf"{inline.LABEL}.", " ", marks)).strip(" |,;·")
    more = inline.LINK in marks and not re.search(r"\d\d\W*$", said)  # "[OSDI 2018 | A Loom](url)"
    place = venue_of(said) if said and len(said) <= 60 and not more else None
    return bool(place and place[1])


def _is_link(marks: inline.Marked) -> bool:
    """Whether a heading is a link and nothing else."""
    return bool(re.fullmatch(rf"\W*{inline.LINK}.[^{inline.LINK_END}]*{inline.LINK_END}\W*", marks.text))


def _holds_papers(block: Block, page: Page) -> bool:
    """Whether an item of a list begins with a link, or most are titles with who wrote them, so that none is a note."""
    first = (page.marked(_first_text(item)).text for item in block.blocks)
    if any(re.match(rf"\W*[{inline.LINK}{inline.LABEL}]|.*{inline.LABEL}.\W*$", text) for text in first):
        return True
    found = list(list_of(block.blocks, (), page))
    credited = [one.said.title for one in found if one.said and one.said.facts.over(one.nested.facts).authors]
    return sum(not people_alone(title) for title in credited) * 2 > len(found)


def _credit_of(block: Block, page: Page) -> str:
    """The line of authors that a quotation below a heading begins with; "" where it begins otherwise."""
    first = block.blocks[0].text.split("\n")[0] if block.kind == "quote" and block.blocks else ""
    marks = page.marked(first)
    return first if credited_in(marks) or len(people_in(marks.text)) > 1 else ""


def _first_text(block: Block) -> str:
    while block.kind in ("list", "item") and block.blocks:
        block = block.blocks[0]
    return block.text


def _labelled(blocks: Sequence[Block], number: int, page: Page) -> tuple[Sequence[Block], int]:
    """The paragraphs below a heading that say "Authors: ...", each with the list or quotation below it as one item.

    Behind them, or behind what is folded there, a paragraph of links alone is of the same paper.
    """
    found: list[Block] = []
    at = number + 1
    while at < len(blocks) and (blocks[at].kind in ("paragraph", "other") or (found and folded(blocks, at) > at)):
        block, behind = blocks[at], blocks[at + 1] if at + 1 < len(blocks) else None
        if block.kind == "heading":
            at = folded(blocks, at)
            continue
        if block.kind == "paragraph":
            said = page.words(block.text)
            labelled = re.match(r"[A-Z][A-Za-z /-]{2,20}:", said) and "\n" not in block.text
            if not labelled and not (found and _are_links(block, page)):
                break
            if said.endswith(":") and behind and behind.kind in ("list", "quote"):
                block = Block("item", block.line, behind.end, blocks=(block, behind))
                at += 1
            found.append(block if block.kind == "item" else Block("item", block.line, block.end, blocks=(block,)))
        at += 1
    return ((Block("list", blocks[number].line, at, blocks=tuple(found)),), at) if found else ((), number + 1)


def _are_links(block: Block, page: Page) -> bool:
    """Whether a paragraph is nothing but links with labels: "[Paper](url) | [Code](url)"."""
    marks = page.marked(block.text)
    bare = re.sub(rf"{inline.LABEL}.", "", marks.text)
    return bool(marks.links) and inline.LINK not in bare and not re.search(r"\w", bare)


def _told_below(blocks: Sequence[Block], number: int, page: Page) -> Block | None:
    """What stands below a heading and makes it a title.

    A day or a year does not where papers are behind it: it says when those were read, or from when they are.
    """
    after = next_of(blocks, number)
    if not after or not _dated(after, page):
        return after if after and _is_told_by(after, page) else None
    at = blocks.index(after, number)
    behind = next_of(blocks, at)
    listed = behind and (
        behind.kind in ("list", "table")
        or (behind.kind == "paragraph" and paragraph_of(blocks, blocks.index(behind, at), (), page)[0])
    )
    return None if listed else after


def _is_credit(text: str, page: Page) -> bool:
    """Whether a line says who wrote a paper, or where and when as well, and nothing else but links to it."""
    said = page.marked(text).text
    if people_in(said) or credit_in(said):
        return True
    facts = _credit_in(text, page)
    return bool(facts.authors and (facts.venue or inline.LABEL in said))  # a reader signs with a name and a day


def _credit_in(text: str, page: Page) -> Facts:
    """Who wrote a paper, where and when, where a line says that alone, and is no entry with a title of its own."""
    marks = page.marked(text)
    if len(text) > 1000 or inline.LINK in marks.text or "\n" in marks.text.strip():
        return Facts()
    facts, line = facts_of(marks.text), line_of(marks)
    titled = line and not (people_in(line.title) or is_one(line.title))
    return Facts() if facts.remark or titled else facts


def _is_signed(told: Block, page: Page) -> bool:
    """Whether what makes a heading a title says who wrote the paper, where and when, so that it may have one word.

    One person at a meeting gave a talk there.
    """
    facts = _credit_in(_first_text(told), page)
    return bool(len(facts.authors) > 1 and facts.venue and facts.year)


def _is_told_by(after: Block, page: Page) -> bool:
    """Whether what stands below a heading makes it a title: the paper's links, one an item, or its authors."""
    if after.kind == "paragraph" and re.match(r"authors?\s?:\s*\[", after.text, re.IGNORECASE):
        return True
    if after.kind == "paragraph" or (after.kind == "list" and len(after.blocks) == 1):
        first = _first_text(after)
        if after.kind == "paragraph" or _is_credit(first, page):
            return _is_credit(first, page) and len(first) <= 3000
    if after.kind == "table":
        return bool(keyed(after))
    if after.kind == "quote":
        return bool(_credit_of(after, page))
    # One by one: most lists are told by their first item.
    texts = (page.marked(item.blocks[0].text).text for item in after.blocks if item.blocks)
    labels = rf"[\s{inline.BOLD}{inline.EM}]*(?:{inline.LABEL}.[\s,;|·]*)+[{inline.BOLD_END}{inline.EM_END}]*"
    return (
        after.kind == "list"
        and any(item.blocks for item in after.blocks)
        and all(re.fullmatch(labels, text) for text in texts)
    )


def _table(table: Block, section: tuple[str, ...], page: Page) -> Iterator[Found]:
    columns = columns_of(table, page)
    if not columns:
        header = " | ".join(table.rows[0][1])
        if any("http" in cell for _, row in table.rows for cell in row):
            yield Found(table.line, header, section, why="is a table in which no column holds titles")
        return
    for row in rows_of(table, columns, page):
        if row.line:
            yield Found(row.number, row.text, section, 2, row.line, notes=row.notes, readings=row.readings)
        else:
            yield Found(row.number, row.text, section, why="is a row without a title")
