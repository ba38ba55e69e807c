"""A paper as a record on a page of notes: ``**Title:** ...`` and, below it, ``**Authors:** ...`` and the like."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from readtrack.importers.markdown.below.nested import nested_of
from readtrack.importers.markdown.layout.items import Found
from readtrack.importers.markdown.line.entry import line_of
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.markup.blocks import Block
from readtrack.importers.markdown.markup.page import Page

_PAIR = re.compile(
    r"\s*(?P<bold>\*\*|__)(?P<label>[^\W\d_][\w '’/+&-]{1,30}?)\s*(?:(?P=bold)\s*[:：]|[:：]\s*(?P=bold))"
    r"\s*(?P<value>.*?)\s*(?:<br\s*/?>|\\)?\s*"
)
_PLAIN = re.compile(
    r"(?P<label>(?:[Pp]aper )?[Tt]itle|[Aa]uthors?|[Vv]enue|[Yy]ear|[Aa]bstract|TITLE|AUTHORS?|VENUE|YEAR|ABSTRACT)"
    r"(?:\s*[:：]\s*|(?<=[A-Z])\s+)(?P<value>\S.*?)\s*"
)
"""A label in front, as the programmes of conferences have it in plain text: "TITLE ...", "AUTHORS ..."."""
_OPEN = re.compile(r"\[[^\[\]]*$")
"""A link that goes on in the next line."""
_ONE_LINE = re.compile(r"(?:paper )?title|authors?|venue|year", re.IGNORECASE)
_TITLE = re.compile(r"(?:paper )?title|paper(?: name)?|论文(?:标题|题目|名称)?|标题|题目", re.IGNORECASE)


class _Pair(NamedTuple):
    label: str
    value: str
    line: int
    end: int
    blocks: tuple[Block, ...] = ()


def record_of(blocks: Sequence[Block], number: int, section: tuple[str, ...], page: Page) -> tuple[Found, int] | None:
    """The record that begins in a block, and the number of the block behind it."""
    pairs: list[_Pair] = []
    at = number
    while at < len(blocks) and blocks[at].kind in ("paragraph", "list", "quote", "other"):
        block = blocks[at]
        said = _pairs_in(block)
        if (not pairs and not (said and _TITLE.fullmatch(said[0].label))) or (
            pairs and said and _TITLE.fullmatch(said[0].label)
        ):
            break
        if said:
            pairs += said
        elif block.kind != "other" and pairs[-1].value and _ONE_LINE.fullmatch(pairs[-1].label):
            break
        elif block.kind != "other":
            value = f"{pairs[-1].value}\n{block.text}".strip()
            pairs[-1] = pairs[-1]._replace(value=value, end=block.end, blocks=(*pairs[-1].blocks, block))
        at += 1
    line = line_of(page.marked(pairs[0].value)) if len(pairs) > 1 else None
    if not line:
        return None
    below = tuple(_item(pair) for pair in pairs[1:] if pair.value or pair.blocks)
    nested = nested_of((Block("list", pairs[0].line, pairs[-1].end, blocks=below),), line.title, page)
    return Found(pairs[0].line, blocks[number].text, section, 2, line, nested), at


def _pairs_in(block: Block) -> list[_Pair]:
    """The labels and values in the lines of a paragraph, if each line is one, or goes on with the link above it."""
    if block.kind != "paragraph" or len(block.text) > inline.LONGEST:
        return []
    pairs: list[_Pair] = []
    for number, line in enumerate(block.text.split("\n"), block.line):
        if one := _PAIR.fullmatch(line) or _PLAIN.fullmatch(line):
            pairs.append(_Pair(one["label"], one["value"], number, number + 1))
        elif pairs and _OPEN.search(pairs[-1].value):
            pairs[-1] = pairs[-1]._replace(
                value=f"{pairs[-1].value}{'' if line[:1] == ']' else ' '}{line}", end=number + 1
            )
        else:
            return []
    return pairs


def _item(pair: _Pair) -> Block:
    """A pair as the item of a list that it might be as well."""
    lists = tuple(block for block in pair.blocks if block.kind == "list")
    text = f"{pair.label}: {pair.value}".replace("\n", " ")
    return Block("item", pair.line, pair.end, blocks=(Block("paragraph", pair.line, pair.end, text), *lists))


_LABEL = re.compile(r"authors?|venue|conference|journal|doi|year", re.IGNORECASE)


def keyed(table: Block) -> tuple[Block, ...]:
    """The rows of a table of labels and values as the paragraphs they might be: "Authors: ..."."""
    rows = [(line, [cell.strip(" *_:") for cell in cells]) for line, cells in table.rows]
    if table.kind != "table" or any(len(cells) != 2 for _, cells in rows):
        return ()
    if not any(_LABEL.fullmatch(cells[0]) for _, cells in rows[1:]):
        return ()  # "Year | Paper" heads a list
    return tuple(Block("paragraph", line, line + 1, f"{cells[0]}: {cells[1]}") for line, cells in rows[1:] if cells[1])
