"""Bytes -> text, whatever program wrote them."""

from __future__ import annotations

import codecs
import re

from readtrack.errors import UnreadableError

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")

_LOOK = 1 << 18
_ESCAPED = re.compile("[\udc80-\udcff]")
_MULTIBYTE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")
_CP1252 = [bytes([byte]).decode("cp1252", "replace").replace("\ufffd", chr(byte)) for byte in range(256)]

# The first bytes of files that people pass by mistake.
_OTHERS = (
    (rb"%PDF", "a PDF"),
    (rb"PK\x03\x04", "a zip archive (a .docx, .xlsx or .epub is one too)"),
    (rb"SQLite format 3\0", "a SQLite database; a library is named with --db"),
    (rb"\x1f\x8b|BZh|\xfd7zXZ|7z\xbc\xaf|Rar!", "a compressed file"),
    (rb"\x89PNG|\xff\xd8\xff|GIF8", "a picture"),
    (rb"\xd0\xcf\x11\xe0", "an old Microsoft Office file"),
    (rb"\x7fELF|MZ.{58}", "a program"),
)


def decode(data: bytes, name: str) -> str:
    """``data`` as text with line feeds only: UTF-8, UTF-16, else what the bytes look like.

    Raises:
        UnreadableError: it is not text; the sentence says what it is.
    """
    for sign, what in _OTHERS:
        if re.match(sign, data, re.DOTALL):
            raise UnreadableError(f"{name} is {what}; it was left alone.")
    text = _text(data)
    # A text has no controls; a few are a slip of some program, many are a binary file.
    if len(_CONTROLS.findall(text)) * 100 > len(text):
        raise UnreadableError(f"{name} is not text; it was left alone.")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _text(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _damaged(data) or _guessed(data)


def _damaged(data: bytes) -> str | None:
    """UTF-8 with some bytes in it that are none, as a file that was cut or put together from two; else None."""
    text = data.decode("utf-8", "surrogateescape")
    bad = _ESCAPED.findall(text)
    if len(bad) > len(_MULTIBYTE.findall(data)):
        return None
    return _ESCAPED.sub(lambda found: _CP1252[ord(found[0]) - 0xDC00], text)


def _guessed(data: bytes) -> str:
    """Text in one of the encodings of before UTF-8: accents here and there, or a whole script of its own."""
    found = re.search(rb"[\x80-\xff]", data)
    look = data[found.start() if found else 0 :][:_LOOK]
    runs = re.findall(rb"[\x80-\xff]+", look)
    if sum(len(run) == 1 for run in runs) >= len(runs) * 0.8:
        return "".join(map(_CP1252.__getitem__, data))
    from charset_normalizer import from_bytes

    best = from_bytes(look).best()
    return data.decode(best.encoding if best else "latin-1", "replace")
