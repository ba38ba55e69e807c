"""Lists in HTML -> the same in Markdown, line for line, so that one grammar reads both.

``<ul>``, ``<li><details><summary>Looms</summary>``, ``<ul>``, ``<li>a note</li>`` is "- Looms", "  - a note".
Tables in HTML stay such, but are one whatever empty lines stand between their rows, as a browser has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

_LISTING = re.compile(r"<(/?(?:ul|ol|li|details|summary|p|div))\b[^<>]*>", re.IGNORECASE)
_BEGINS = re.compile(r"[ \t]*<[uo]l\b", re.IGNORECASE)
_ITEM = re.compile(rf"(?:[ \t]|{_LISTING.pattern})*<li\b", re.IGNORECASE)
BULLET = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s+(?=\S)")
_FENCE = ("```", "~~~")
_OTHER = re.compile(
    rf"{BULLET.pattern}|[ \t]*(?:#{{1,6}}\s|[|>]|```|~~~)|.*<(?:!--|/?(?:t[dhr]|table|pre|script|style|h[1-6])\b)",
    re.IGNORECASE,
)
"""What is no list in HTML alone, but has Markdown in it, a table or a comment."""

_PART = r"(?:table|thead|tbody|tfoot|t[rdh]|caption|colgroup|col)\b"
_TABLE = re.compile(r" {0,3}<table\b", re.IGNORECASE)
_PART_BEGINS = re.compile(rf"[ \t]*</?{_PART}", re.IGNORECASE)
_PART_ENDS = re.compile(rf"</?{_PART}[^<>]*>\s*$", re.IGNORECASE)
_NO_END = "\u00a0"
"""A line that is empty to a reader, and no end of HTML."""


def whole_tables(lines: Sequence[str]) -> list[str]:
    """``lines`` whose tables in HTML go on behind empty lines, unless one is inside a cell: there is Markdown."""
    found = list(lines)
    held = [fence or fenced for fence, fenced in fences(lines)]
    at = 0
    while at < len(found):
        begins = _TABLE.match(found[at]) and not held[at]
        end = next((n for n in range(at, len(found)) if "</table" in found[n].lower()), len(found)) if begins else at
        if end < len(found) and _goes_on(found[at : end + 1]):
            found[at:end] = [line if line.strip() else _NO_END for line in found[at:end]]
        at = end + 1
    return found


def _goes_on(lines: Sequence[str]) -> bool:
    """Whether all empty lines of a table stand between two parts of it."""
    told = [number for number, line in enumerate(lines) if line.strip()]
    return all(
        _PART_ENDS.search(lines[before]) and _PART_BEGINS.match(lines[behind])
        for before, behind in pairwise(told)
        if behind - before > 1
    )


_DEEPEST = 20
"""Lists in lists, which is as deep as Markdown is read."""


_SUMMARISED = "\0"
"""The end of a summary: a line ends there, unless it does so anyway."""


def as_bullets(lines: Sequence[str]) -> list[str]:
    """``lines`` with the lists in HTML as those of Markdown, where each item begins its line."""
    found: list[str] = []
    held = list(_held(lines))
    width = 0
    while (at := len(found)) < len(lines):
        line = lines[at]
        if held[at] or not _BEGINS.match(line):
            bullet = BULLET.match(line)
            width = bullet.end() if bullet else 0 if line.strip() and not line[0].isspace() else width
            found.append(line)
            continue
        listed = lines[at : _end_of(lines, at)]
        items = [len(re.findall(r"(?i)<li\b", one)) for one in listed]
        apart = any(items) and all(_ITEM.match(one) for one, times in zip(listed, items, strict=True) if times)
        told = apart and max(items) == 1 and not any(map(_OTHER.match, listed))
        found += _written(listed, " " * width if line[0].isspace() else "") if told else listed
    return found


def fences(lines: Sequence[str]) -> Iterator[tuple[bool, bool]]:
    """Of each line, whether code begins or ends there, and whether what is behind it is code."""
    fenced = False
    for line in lines:
        fence = line.lstrip().startswith(_FENCE)
        fenced ^= fence
        yield fence, fenced


def _held(lines: Sequence[str]) -> Iterator[bool]:
    """Of each line, whether it stands in code, in a comment or in a table."""
    commented = False
    tables = 0
    for line, (_, fenced) in zip(lines, fences(lines), strict=True):
        low = line.lower()
        tables = max(0, tables + low.count("<table") - low.count("</table"))
        opened, closed = line.rfind("<!--"), line.rfind("-->")
        commented = opened > closed if opened != closed else commented
        yield fenced or commented or tables > 0


def _end_of(lines: Sequence[str], at: int) -> int:
    """The number of the line behind the list that begins in the line ``at``."""
    depth = 0
    for number in range(at, len(lines)):
        depth += sum(map(_deeper, _LISTING.findall(lines[number])))
        if depth <= 0:
            return number + 1
    return len(lines)


def _deeper(tag: str) -> int:
    return (tag.lower() in ("ul", "ol")) - (tag.lower() in ("/ul", "/ol"))


def _written(lines: Sequence[str], before: str) -> Iterator[str]:
    """The lines of a list, ``before`` each: a bullet stands before the first words of its item, wherever those are."""
    depth, bullet = 0, False
    for line in lines:
        words, place, told = "", before, 0
        for tag in (*_LISTING.finditer(line), None):
            text = line[told : tag.start() if tag else len(line)]
            if text.strip() and not words.strip():
                place = (
                    f"{before}{'  ' * (min(depth, _DEEPEST) - 1)}{'- ' if bullet else '  '}" if depth > 0 else before
                )
                bullet = False
            words += text
            if tag:
                told, name = tag.end(), tag[1].lower()
                depth += _deeper(name)
                bullet |= name == "li"
                outside = depth <= 0 and not _deeper(name) and name != "/li"
                words += tag[0] if outside else _SUMMARISED if name == "/summary" else " "
        words = " ".join(words.split()).removesuffix(_SUMMARISED).rstrip().replace(_SUMMARISED, "<br>")
        yield f"{place}{words}".rstrip()
