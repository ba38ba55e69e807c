"""The blocks of a reading list -> what looks like an entry in it, with the headings above each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from readtrack.importers import _markdown_inline as inline
from readtrack.importers._markdown_blocks import SUMMARY_LEVEL, Block
from readtrack.importers._markdown_entry import Line, line_of
from readtrack.importers._markdown_facts import is_place, people_in
from readtrack.importers._markdown_headings import facts_in, heading_text, is_contents, is_no_list
from readtrack.importers._markdown_nested import Nested, Page, nested_of
from readtrack.importers._markdown_table import columns_of, rows_of
from readtrack.importers._markdown_titles import name_in
from readtrack.model import NoteDraft, Reading


class Found(NamedTuple):
    """What may be an entry. ``text``: as it stands there; ``section``: the headings above it, the innermost last.

    ``sure``: whether it is one: 2 by itself, 1 by its company, 0 if nothing else is; ``why``: it is none.
    """

    line: int
    text: str
    section: tuple[str, ...]
    sure: int = 0
    said: Line | None = None
    nested: Nested = Nested()
    notes: tuple[NoteDraft, ...] = ()
    readings: tuple[Reading, ...] = ()
    why: str = ""


def found_in(blocks: Sequence[Block], title_line: int | None, page: Page) -> Iterator[Found]:
    """All that may be an entry, in order. The heading in ``title_line`` is the list's own."""
    above: list[tuple[int, str]] = []
    titles = _bare_titles(blocks, page)
    taken = 0
    for number, block in enumerate(blocks):
        if number < taken:
            continue
        section = tuple(text for _, text in above if text)
        if block.kind == "heading":
            above = [one for one in above if one[0] < block.level]
            entry = _heading_entry(blocks, number, tuple(text for _, text in above if text), page, titles)
            if entry and block.line != title_line:
                yield entry[0]
                taken = entry[1]
            elif block.text and block.line != title_line:
                said = heading_text(block.text, page)
                above.append((block.level, "" if is_contents(said) else said))
            continue
        if _passed_over(above):
            continue
        if block.kind == "list":
            yield from _list(block.blocks, section, page)
        elif block.kind == "html":
            bare = re.sub(r"<[^<>]*>", " ", block.text[:2000])
            yield Found(block.line, bare, section, why="is a table in HTML, which is not read")
        elif block.kind == "table":
            yield from _table(block, section, page)
        elif block.kind == "paragraph":
            entries, taken = _paragraph(blocks, number, section, page)
            yield from entries
            if not entries and (bold := _leads(block, blocks, number, page)):
                above = [one for one in above if one[0] < _BOLD] + [(_BOLD, bold)]


def _passed_over(above: Sequence[tuple[int, str]]) -> bool:
    """Whether what stands below these headings is about the list, not in it."""
    real = [text for level, text in above if level <= SUMMARY_LEVEL]
    return bool(real) and (
        is_no_list(real[-1]) or any(re.match(r"contribut|licen|how to", text, re.I) for text in real)
    )


_BOLD = 8
"""The level of a paragraph in bold that heads a list: it stands inside every heading."""


def _leads(block: Block, blocks: Sequence[Block], number: int, page: Page) -> str | None:
    """What a bold line says above a list or a table: a heading."""
    marks = page.marked(block.text).text.strip()
    found = re.fullmatch(
        rf"[{inline.BOLD}{inline.EM}]+([^{inline.BOLD}{inline.EM_END}]+?):?[{inline.BOLD_END}{inline.EM_END}]+\s*[:：]?",
        marks,
    )
    after = _next(blocks, number)
    text = inline.plain(found[1]) if found else ""
    return text if text and len(text) <= 80 and after and after.kind in ("list", "table") else None


def _next(blocks: Sequence[Block], number: int) -> Block | None:
    return next((block for block in blocks[number + 1 : number + 4] if block.kind not in ("other", "comment")), None)


def _heading_entry(
    blocks: Sequence[Block], number: int, section: tuple[str, ...], page: Page, titles: frozenset[int]
) -> tuple[Found, int] | None:
    """A heading that is an entry: it is a link, has labels, or is among the ``titles``, and no list stands below it."""
    block, after = blocks[number], _next(blocks, number)
    marks = page.marked(block.text)
    lone = (
        after
        and after.kind == "paragraph"
        and re.match(rf"\s*(?:{inline.LABEL}.\s*)+(?:\n|$)", page.marked(after.text).text)
    )
    own = any(inline.is_web(link.url) for link in marks.links)
    told = after if after and _is_told_by(after, page) else None
    if not block.text or not (own or lone or told or block.line in titles):
        return None
    if (
        not told
        and after
        and (after.kind in ("list", "table") or (after.kind == "heading" and (after.level > block.level)))
    ):
        return None
    line = line_of(marks)
    if not line or len(line.title.split()) < 3 or is_no_list(line.title):
        return None
    taken = number + 1
    below: tuple[Block, ...] = ()
    if (lone or told) and after:
        taken, below = blocks.index(after, number) + 1, (after,)
    return Found(block.line, block.text, section, 2, line, nested_of(below, line.title, page)), taken


def _bare_titles(blocks: Sequence[Block], page: Page) -> frozenset[int]:
    """The lines of headings that are titles though only prose is below: most of their level read "Name: the rest"."""
    levels: dict[int, list[tuple[int, str]]] = {}
    for block in blocks:
        if block.kind == "heading" and 2 <= block.level < SUMMARY_LEVEL and block.text.strip():
            levels.setdefault(block.level, []).append((block.line, inline.plain(page.marked(block.text).text)))
    titles: list[int] = []
    for level in levels.values():
        long = [(line, text) for line, text in level if len(text.split()) >= 5]
        named = [text for _, text in long if name_in(text)]
        if len(named) >= 3 and len(named) * 2 >= len(level):
            titles += [line for line, _ in long]
    return frozenset(titles)


def _is_told_by(after: Block, page: Page) -> bool:
    """Whether what stands below a heading makes it a title: the paper's links, one an item, or its authors."""
    if after.kind == "paragraph":
        return bool(people_in(page.marked(after.text).text)) and len(after.text) <= 3000
    texts = [page.marked(item.blocks[0].text).text for item in after.blocks if item.blocks]
    labels = rf"[\s{inline.BOLD}{inline.EM}]*(?:{inline.LABEL}.[\s,;|·]*)+[{inline.BOLD_END}{inline.EM_END}]*"
    return after.kind == "list" and bool(texts) and all(re.fullmatch(labels, text) for text in texts)


def _list(items: Sequence[Block], section: tuple[str, ...], page: Page) -> Iterator[Found]:
    """The entries of a list; one of which nothing is sure is one where any other is."""
    found: list[Found] = []
    for one in (one for item in items for one in _item(item, section, page)):
        if not one.said and one.nested.links and found and found[-1].said:
            # An item that is nothing but links belongs to the paper before it.
            before = found[-1].nested
            found[-1] = found[-1]._replace(nested=before._replace(links=(*before.links, *one.nested.links)))
        else:
            found.append(one)
    company = any(one.sure == 2 for one in found)
    for one in found:
        yield one._replace(sure=1) if company and not one.sure and not _is_prose(one) else one


def _is_prose(one: Found) -> bool:
    text = inline.plain(one.said.marked.text) if one.said else one.text
    return (
        bool(re.search(r"[.!?]\s+[A-Z]\w+ \w+|\b(?:please|you can|feel free|I |we )\b", text)) or len(text.split()) > 40
    )


def _item(item: Block, section: tuple[str, ...], page: Page) -> Iterator[Found]:
    first = item.blocks[0] if item.blocks else None
    if not first or first.kind not in ("paragraph", "heading"):
        for block in item.blocks:
            yield from _list(block.blocks, section, page) if block.kind == "list" else ()
        return
    marks = page.marked(first.text)
    if len(first.text) > inline.LONGEST:
        yield Found(item.line, first.text, section, why=f"is a line of {len(first.text):,} characters")
        return
    if marks.links and all(inline.is_anchor(link.url) for link in marks.links):
        return
    line = line_of(marks)
    if not line:
        if any(inline.is_web(link.url) for link in marks.links):
            links = tuple(link for link in marks.links if inline.is_web(link.url))
            yield Found(item.line, first.text, section, nested=Nested(links=links), why="has a link, but no title")
        return
    nested = nested_of(item.blocks[1:], line.title, page)
    if is_place(line.title) and not nested.title:
        nested = nested_of(item.blocks[1:], "", page)
    if nested.facts.authors and not line.facts.authors:
        line = line_of(marks, authors_known=True) or line
    whole = inline.plain(marks.text)
    dated = bool(facts_in(whole).venue and len(whole.split()) <= 4)
    if not line.links and not nested.facts.authors and (dated or not line.facts.venue):
        papers = nested.papers or _entries_below(item, page)
        if papers:
            yield from _list(papers, (*section, whole if dated else line.title), page)
            return
    yield Found(item.line, first.text, section, _sure(line, nested), line, nested)
    yield from _list(nested.papers, section, page)


def _entries_below(item: Block, page: Page) -> tuple[Block, ...]:
    """The items below one that only heads them: most of them begin with a link that is a title."""
    below = [inner for block in item.blocks[1:] if block.kind == "list" for inner in block.blocks if inner.blocks]
    linked = [inner for inner in below if page.marked(inner.blocks[0].text).text.startswith(inline.LINK)]
    return tuple(below) if len(linked) * 2 > len(below) else ()


def _sure(line: Line, nested: Nested) -> int:
    """2 where an item is an entry whatever stands around it."""
    facts = line.facts
    if facts.venue or facts.read is not None or nested.facts.authors or nested.facts.venue or nested.named:
        return 2
    linked = bool(line.marked.links)
    if line.sure == "link" or (line.sure in ("bold", "quoted") and (linked or facts.year or facts.authors)):
        return 2
    return 2 if line.sure == "label" and linked and len(line.title) > 1 and not _sentence(line.title) else 0


def _sentence(title: str) -> bool:
    return (
        bool(re.match(r"(?:see|please|check|read|follow|this|here|we|if|for|you)\b", title, re.IGNORECASE))
        and len(title.split()) <= 6
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


def _paragraph(blocks: Sequence[Block], number: int, section: tuple[str, ...], page: Page) -> tuple[list[Found], int]:
    """The entries that a paragraph is, each with what stands below it; and the number of the block behind them."""
    block, taken = blocks[number], number + 1
    lines = block.text.split("\n")
    if len(block.text) > inline.LONGEST:
        return [Found(block.line, block.text, section, why=f"is a paragraph of {len(block.text):,} characters")], taken
    starts = [at for at, line in enumerate(lines) if at == 0 or _begins(line, lines[0])]
    found = []
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        text = "\n".join(lines[start:end])
        if one := _own(text, block.line + start, section, page):
            found.append(one)
    after = _next(blocks, number)
    if len(starts) == 1 and after and after.kind == "list" and _about(after, page):
        one = found[0] if found else _headed(block, section, page)
        if one and one.said:
            nested = nested_of((after,), one.said.title, page)
            return [one._replace(nested=nested)], blocks.index(after, number) + 1
    return found, taken


_BEGIN = re.compile(
    r"(\s*)(\*\*\[?\d{0,3}|\[\d{1,3}\]|\[(?=[^\]]{12,}|[^\[\]]{1,11}\]\([^()\s]{1,300}\)\s*$)|\[[^\]]{1,40}\]\s*\[|\[\*\*|<b>|\d{1,3}[.)]\s|[-*•]\s)"
)


_BOX = re.compile(r"\s*\[[ xX]\]\s")


def _begins(line: str, first: str) -> bool:
    """Whether a line of a paragraph begins an entry of its own: as the paragraph's first line does."""
    if _BOX.match(first):
        return bool(_BOX.match(line))
    here, there = _BEGIN.match(line), _BEGIN.match(first)
    return bool(here and there and here[2][:2] == there[2][:2] and not re.match(r"\s*\[\[?[\w .]{1,12}\]", line))


def _headed(block: Block, section: tuple[str, ...], page: Page) -> Found | None:
    """A title in bold above a list of its links."""
    line = line_of(page.marked(block.text))
    if (
        not line
        or line.sure != "bold"
        or "\n" in block.text
        or len(line.title.split()) < 2
        or block.text.rstrip().endswith(":")
    ):
        return None
    return Found(block.line, block.text, section, 2, line)


def _about(listed: Block, page: Page) -> bool:
    """Whether the items of a list are about what stands above them: named links, not titles."""
    texts = [page.marked(item.blocks[0].text).text for item in listed.blocks if item.blocks]
    named = [
        text
        for text in texts
        if re.match(rf"[\s{inline.BOLD}]*(?:[\w() \"'./-]{{1,60}}[:：]\s*\S|{inline.LABEL})", text)
    ]
    return bool(texts) and len(named) * 3 >= len(texts) * 2 and any(inline.LABEL in text for text in texts)


def _own(text: str, line_number: int, section: tuple[str, ...], page: Page) -> Found | None:
    """A paragraph that is an entry without a bullet; None where it is prose."""
    marks = page.marked(text)
    web = [link for link in marks.links if inline.is_web(link.url)]
    local = [link for link in marks.links if link.url and not inline.is_anchor(link.url)]
    if marks.links and not local:
        return None
    line = line_of(marks)
    if not line or (len(line.title.split()) < 2 and not line.facts.venue and not line.facts.year):
        return None
    facts, remark = line.facts, line.facts.remark
    prose = re.match(
        r"\s*[,:]?\s*(?:is|are|was|has|have|provides|contains|and|for|to|which|that|if)\b", inline.plain(remark)
    )
    ordinal = re.match(r"\W*\[\d{1,3}\]", inline.plain(marks.text))
    known = bool(facts.venue or facts.year or facts.authors)
    good = {
        "link": bool(local) and (known or not remark or len(inline.plain(remark).split()) <= 25),
        "bold": bool(local) or (known and not remark),
        "quoted": bool(web) or bool(ordinal) or (bool(facts.authors) and known),
        "label": bool(web) and _ends_in_labels(marks.text) and not _sentence(line.title),
        "facts": bool(web) and inline.LABEL in marks.text and inline.LINK not in marks.text and text.count("\n") <= 4,
    }.get(line.sure, False)
    return Found(line_number, text, section, 2, line) if good and not prose else None


def _ends_in_labels(text: str) -> bool:
    """Whether nothing but labels stands behind the words of a paragraph, and no sentence among them."""
    words = inline.plain(text[: text.find(inline.LABEL)])
    last = inline.plain(re.sub(rf"{inline.LABEL}.", "", text[text.find(inline.LABEL) :])).strip(" ,.;|()")
    return len(words.split()) >= 3 and len(words) <= 250 and not last and not re.search(r"[.:]$", words)
