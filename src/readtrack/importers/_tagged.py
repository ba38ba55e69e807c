"""Records of fields that a short tag begins: the one grammar of RIS, MEDLINE and Web of Science.

A line that begins with a tag begins a field, every other line goes on with the one above. The dialects differ in how a
tag looks and in what parts the records.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Record(NamedTuple):
    """A record. ``line``: where it begins, from 1; ``fields``: (tag, value) in their order; ``tags``: those it has.

    A value that stands on several lines has them all, as they are, below each other.
    """

    line: int
    fields: tuple[tuple[str, str], ...]
    tags: frozenset[str]

    def all(self, *tags: str) -> list[str]:
        """The values of all fields with one of ``tags``, in their order, without those that are blank."""
        if self.tags.isdisjoint(tags):
            return []
        return [value.strip() for tag, value in self.fields if tag in tags and value.strip()]

    def first(self, *tags: str) -> str:
        """The value of the first of ``tags`` that has one, without blanks around it; "" if none has."""
        return next((values[0] for tag in tags if (values := self.all(tag))), "")


class Field(NamedTuple):
    """The first line of a field. ``number``: of the line; ``first``: whether a record begins with it."""

    number: int
    tag: str
    value: str
    first: bool = False


def lines(text: str) -> Iterator[str]:
    """The lines of ``text``, one at a time."""
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield text[start:end]
        start = end + 1


def records(found: Iterable[Field | str], last: str) -> Iterator[Record]:
    """The records that fields and the lines below them make.

    A field with the tag ``last`` ends a record, so that lines below it belong to none.
    """
    line, fields, below = 0, list[tuple[str, list[str]]](), False
    for one in found:
        if isinstance(one, str):
            if below:
                fields[-1][1].append(one)
            continue
        if fields and (one.first or one.tag == last):
            yield _record(line, fields)
            fields = []
        below = one.tag != last
        if below:
            line = line if fields else one.number
            fields.append((one.tag, [one.value]))
    if fields:
        yield _record(line, fields)


def _record(line: int, fields: list[tuple[str, list[str]]]) -> Record:
    held = tuple((tag, "\n".join(values)) for tag, values in fields)
    return Record(line, held, frozenset(tag for tag, _ in held))


def unwrapped(text: str) -> str:
    """``text`` without the line breaks of a program that wraps long lines; those that somebody meant stay."""
    held = [line.strip() for line in text.split("\n")]
    broken = [line for line in held[:-1] if line]
    if not broken:
        return text
    if max(map(len, held)) > 120 or min(map(len, broken)) < 50:
        return re.sub(r"\n{3,}", "\n\n", "\n".join(held))
    paragraphs = re.split(r"\n{2,}", "\n".join(held))
    return "\n\n".join(" ".join(paragraph.split("\n")) for paragraph in paragraphs)
