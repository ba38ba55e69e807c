"""The records of an XML file, each parsed by itself: a damaged one costs only itself, and no file is held as a tree.

Source: https://www.w3.org/TR/xml/. Entities that a file declares for itself are refused, because a few lines of them
can stand for gigabytes, or for files of the reader; defusedxml refuses what would slip through.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from readtrack.errors import UnreadableError
from readtrack.importers._clean import short
from readtrack.importers._html import unescape
from readtrack.model import Skipped

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from readtrack.importers import Source

_PREFIX = re.compile(r"<(/?)[\w.-]+:(?=\w)")
_XMLNS = re.compile(r"\sxmlns(?::[\w.-]+)?\s*=\s*(?:\"[^\"<]*\"|'[^'<]*')")
_NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)(\w{1,31};)?")
_CONTROL = re.compile(
    r"&#(?:x0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F])|0*(?:[0-8]|1[124-9]|2\d|3[01]));|[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]"
)


class Piece(NamedTuple):
    """A record. ``name``: of its element; ``line``: where it begins, from 1; ``root``: what it holds."""

    name: str
    line: int
    root: Element


def pieces(source: Source, *wanted: str) -> Iterator[Piece | Skipped]:
    """The elements with one of the names ``wanted``, and those that cannot be read.

    Raises:
        UnreadableError: it declares entities.
    """
    text = source.text()
    if re.search(r"<!ENTITY", text, re.IGNORECASE):
        raise UnreadableError(f"{source.name} declares XML entities, which can be a trap; it was left alone.")
    opened: re.Match[str] | None = None
    line, counted = 1, 0
    for tag in re.finditer(rf"<(/?)(?:[\w.-]+:)?({'|'.join(wanted)})(?:\s[^<>]*)?>", text):
        if tag[1] and (opened is None or opened[2] != tag[2]):
            continue
        if opened:
            line += text.count("\n", counted, opened.start())
            counted = opened.start()
            yield _piece(text, opened, tag, line)
        opened = None if tag[1] else tag
    if opened:
        line += text.count("\n", counted, opened.start())
        yield Skipped(line, _quote(text[opened.end() : opened.end() + 2000]), "is cut off at the end of the file")


def _piece(text: str, opened: re.Match[str], tag: re.Match[str], line: int) -> Piece | Skipped:
    if not tag[1]:
        return Skipped(
            line, _quote(text[opened.end() : tag.start()][:2000]), "is cut off: the next one begins inside it"
        )
    inner = _PREFIX.sub(r"<\1", _XMLNS.sub("", text[opened.end() : tag.start()]))
    # The break that somebody made is a carriage return, the break of a program that prints XML neatly is not.
    inner = re.sub(r"&#(?:10|x0*[aA]);", "&#13;", inner)
    for attempt in (inner, _mended(inner)):
        root = _parsed(f"<r>{attempt}</r>")
        if not isinstance(root, str):
            return Piece(opened[2], line, root)
    return Skipped(line, _quote(inner[:2000]), f"is damaged XML: {root}")


def _parsed(text: str) -> Element | str:
    """The element that ``text`` is, or what is wrong with it."""
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root: Element = fromstring(text)
    except ParseError as error:
        return str(error).partition(":")[0]
    except (DefusedXmlException, ValueError, RecursionError) as error:
        return type(error).__name__
    return root


def _mended(text: str) -> str:
    """``text`` without what stands in XML although it is none: ``&`` alone, ``&nbsp;``, control characters."""
    return _NAMED.sub(lambda found: _character(found[1]), _CONTROL.sub("", text))


def _character(name: str | None) -> str:
    character = unescape(f"&{name}") if name else "&"
    return character.replace("&", "&amp;").replace("<", "&lt;")


def _quote(text: str) -> str:
    title = re.search(r"<title>(.{1,300}?)(?:</title>|$)", text, re.DOTALL)
    return short(re.sub(r"<[^<>]*>", " ", title[1] if title else text))


def text_at(root: Element, *paths: str) -> str:
    """The text of the first element at one of ``paths`` that has any, on its lines; "" if none has."""
    return next((text for path in paths for text in texts_at(root, path)), "")


def texts_at(root: Element, path: str) -> list[str]:
    """The texts of all elements at ``path`` that have any, each on its lines."""
    found = ("".join(element.itertext()) for element in root.iterfind(path))
    lines = ("\n".join(" ".join(line.split()) for line in text.split("\r")).strip() for text in found)
    return [text for text in lines if text]


def beginning(text: str) -> str:
    """The name of the element that a document is, "" if it is no XML."""
    found = re.search(r"<([A-Za-z_][\w:.-]{0,60})", text[:20_000])
    return found[1] if found else ""
