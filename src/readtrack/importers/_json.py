"""The objects in a JSON file, one at a time: a large file is never held as objects, nor twice as text.

Source: RFC 8259 (https://www.rfc-editor.org/rfc/rfc8259), and one value a line (https://jsonlines.org). What programs
and editors leave in such files is forgiven: a byte order mark, line breaks in texts, commas too many between entries,
``NaN``, halves of surrogate pairs.
"""

from __future__ import annotations

import codecs
import io
import json
import math
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from readtrack.errors import UnreadableError
from readtrack.importers._clean import short
from readtrack.model import Skipped

if TYPE_CHECKING:
    from readtrack.importers import Source

Element = tuple[str, int, dict[str, Any]]
"""The name of the array or member that an object stands in ("" at the top), the line where it begins, the object."""

_CHUNK = 1 << 16
_WINDOW = 1 << 18
"""Characters in which the end of an object at the top, or of a damaged one, is looked for."""

_STRAY = 1 << 12
_DEEPEST = 100
_COLLECTIONS = ("papers", "items")
_BLANK = re.compile(r"[\s\ufeff]*")
_TOKEN = re.compile(r'"(?:[^"\\\n]|\\.)*"?|[\[\]{}]')
_FIRST_NAME = re.compile(r'\{\s*("(?:[^"\\\n]|\\.){1,100}"\s*:)')
_CUT_PAPER = re.compile(r'\{[^\[{]*"title"\s*:')
_SURROGATE = re.compile("[\ud800-\udfff]")


def elements(source: Source) -> Iterator[Element | Skipped]:
    """All objects in ``source``, in their order, and what is there in the place of one.

    Those of an array; of an object at the top, those in its arrays and members; but an object that has a title is
    itself the one that is meant. What is damaged comes as ``Skipped``, and what follows it is found again if it can be.

    Raises:
        UnreadableError: it is not JSON: no object comes before the first damage, and none can be found behind it.
    """
    text = _Text(source)
    if not text.next():
        raise UnreadableError(f"{source.name} is empty.")
    came = False
    for found in _all(text):
        if text.lost and not came and isinstance(found, Skipped):
            raise UnreadableError(f"{source.name} {found.why}.")
        came = came or not isinstance(found, Skipped)
        yield found


def object_of(text: str) -> dict[str, Any] | None:
    """The one object that ``text`` is, None if it is none: for JSON inside other formats."""
    try:
        value = _DECODER.decode(text)
    except (ValueError, RecursionError):
        return None
    return _mended(value) if isinstance(value, dict) and _depth(value) <= _DEEPEST else None


class _Text:
    """A place in the text of a file. ``text``: the part of it that is being read; ``at``: the place in that part.

    ``line``: that of the place; ``lost``: whether there is no going on. ``spare``: how much work may still be done for
    what is no entry, in characters, so that a file that is nothing else does not take hours.
    """

    def __init__(self, source: Source) -> None:
        self._file = _opened(source)
        self.text, self.at, self.line, self.lost = "", 0, 1, False
        self.spare = len(source.data) // 8 + (1 << 24)

    def more(self) -> bool:
        """Take in as much again as is being read, so that a long value takes linear time; False at the end."""
        chunk = self._file.read(max(_CHUNK, len(self.text) - self.at))
        if chunk:
            self.text, self.at = self.text[self.at :] + chunk, 0
        return bool(chunk)

    def move(self, at: int) -> None:
        """Go on to a place in ``text``."""
        self.line += self.text.count("\n", self.at, at)
        self.at = at

    def next(self) -> str:
        """The next character that is not blank, without passing it; "" at the end."""
        while True:
            blank = _BLANK.match(self.text, self.at)
            self.move(blank.end() if blank else self.at)
            if self.at < len(self.text):
                return self.text[self.at]
            if self.lost or not self.more():
                return ""

    def value(self, within: int | None = None) -> tuple[Any, int]:
        """The value that begins here, and the place behind it, where it does not go by itself.

        Raises:
            ValueError: it is damaged, or does not end ``within`` so many characters; the text says how, as a clause.
        """
        while True:
            try:
                value, end = _DECODER.raw_decode(self.text, self.at)
            except RecursionError:
                raise ValueError(f"is nested more than {_DEEPEST} deep") from None
            except json.JSONDecodeError as error:
                cut = error.pos > len(self.text) - 16 or error.msg.startswith("Unterminated string")
                short_of = within is None or len(self.text) - self.at < within
                if cut and short_of and self.more():
                    continue
                raise ValueError(self._damage(error)) from None
            if end > len(self.text) - 16 and not isinstance(value, (dict, list, str)) and self.more():
                continue  # 12 may be the beginning of 12.5e6
            return self._checked(value, end), end

    def _damage(self, error: json.JSONDecodeError) -> str:
        if error.msg.startswith("Unterminated string") or not self.text[error.pos :].strip():
            return "is cut off at the end of the file"
        line = self.line + self.text.count("\n", self.at, error.pos)
        message = error.msg[0].lower() + error.msg[1:]
        return f"is not JSON: {message} in line {line}, column {error.colno}"

    def _checked(self, value: Any, end: int) -> Any:
        """The value as every later step can take it: not too deep, and without halves of surrogate pairs."""
        brackets = self.text.count("[", self.at, end) + self.text.count("{", self.at, end)
        if brackets > _DEEPEST and _depth(value) > _DEEPEST:
            raise ValueError(f"is nested more than {_DEEPEST} deep")
        halves = self.text.find("\\ud", self.at, end) >= 0 or self.text.find("\\uD", self.at, end) >= 0
        return _mended(value) if halves else value

    def quote(self, end: int | None = None) -> str:
        """The beginning of what stands here."""
        return short(self.text[self.at : min(self.at + 400, len(self.text) if end is None else end)])

    def skip(self, why: str) -> Skipped:
        """Pass the damaged value that begins here, and say so; all the rest, if the next one cannot be found."""
        while len(self.text) - self.at < _WINDOW and self.more():
            pass
        line, quote, end = self.line, self.quote(), self._after()
        self.spare -= self.at // 64  # json counts the lines up to the damage
        if end is None or self.spare < 0:
            return self.give_up(why)
        self.move(end)
        return Skipped(line, quote, why)

    def give_up(self, why: str) -> Skipped:
        """Pass all that is left."""
        given_up = Skipped(self.line, self.quote(), f"{why}; what follows was left out" if self._goes_on() else why)
        self.lost, self.at = True, len(self.text)
        return given_up

    def _goes_on(self) -> bool:
        return bool(self.text[self.at + 400 :].strip())

    def _after(self) -> int | None:
        """Where the damaged value ends: where its brackets do, else before one that begins with the same name."""
        end, seen = _balanced(self.text, self.at)
        self.spare -= seen - self.at
        if end is None and (name := _FIRST_NAME.match(self.text, self.at)):
            self.spare -= _WINDOW // 8
            like = re.compile(r"\{\s*" + re.escape(name[1]))
            following = like.search(self.text, name.end(), self.at + _WINDOW)
            end = following.start() if following else None
        return end


def _opened(source: Source) -> io.TextIOBase:
    """The text of ``source`` as a file, decoded piece by piece if it can be."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    data = memoryview(source.data)
    try:
        for start in range(0, len(data), _WINDOW):
            decoder.decode(data[start : start + _WINDOW])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return io.StringIO(source.text())
    return io.TextIOWrapper(io.BytesIO(source.data), "utf-8")


def _all(text: _Text) -> Iterator[Element | Skipped]:
    several = False
    while first := text.next():
        if first == "[":
            yield from _array(text, "")
        elif first == ",":
            text.move(text.at + 1)
        elif first == "{" and not several and not _is_entry(text):
            yield from _members(text)
        else:
            several = True
            yield from _element(text, "")


def _is_entry(text: _Text) -> bool:
    """Whether the object at the top that begins here is itself meant, and not what stands in it."""
    try:
        value, _ = text.value(_WINDOW)
    except ValueError:
        window = text.text[text.at : text.at + _WINDOW]
        collection = re.search(rf'"(?:{"|".join(_COLLECTIONS)})"\s*:\s*\[', window)
        return bool(_CUT_PAPER.match(window) and not collection)
    if "title" in value:
        return not any(isinstance(value.get(name), list) for name in _COLLECTIONS)
    return not any(isinstance(member, (list, dict)) for member in value.values())


def _array(text: _Text, name: str) -> Iterator[Element | Skipped]:
    begins = text.line
    text.move(text.at + 1)
    while (first := text.next()) not in ("]", ""):
        if first == ",":
            text.move(text.at + 1)
        else:
            yield from _element(text, name)
    yield from _closed(text, begins, "[")


def _closed(text: _Text, begins: int, bracket: str) -> Iterator[Skipped]:
    if text.next():
        text.move(text.at + 1)
    elif not text.lost:
        text.lost = True
        yield Skipped(begins, bracket, "is never closed: the file may be cut off")


def _members(text: _Text) -> Iterator[Element | Skipped]:
    begins = text.line
    text.move(text.at + 1)
    while (first := text.next()) not in ("}", ""):
        if first == ",":
            text.move(text.at + 1)
            continue
        try:
            name, end = text.value()
        except ValueError as error:
            yield text.give_up(str(error))
            return
        text.move(end)
        if not isinstance(name, str) or text.next() != ":":
            yield text.give_up("is not JSON: a name and a colon should stand there")
            return
        text.move(text.at + 1)
        if text.next() == "[":
            yield from _array(text, name)
        else:
            yield from _element(text, name, told=False)
    yield from _closed(text, begins, "{")


def _element(text: _Text, name: str, *, told: bool = True) -> Iterator[Element | Skipped]:
    """The object that begins here; ``told``: whether anything else is worth a word."""
    try:
        value, end = text.value()
    except ValueError as error:
        yield text.skip(str(error))
        return
    line, quote = text.line, "" if isinstance(value, dict) else text.quote(end)
    text.move(end)
    if isinstance(value, dict):
        yield name, line, value
    elif told:
        text.spare -= _STRAY
        why = "is no entry: an entry stands in { }"
        yield Skipped(line, quote, why) if text.spare > 0 else text.give_up(why)


def _balanced(text: str, at: int) -> tuple[int | None, int]:
    """Where the brackets that open at ``at`` are closed, None if they are not; and how far was looked."""
    opened: list[str] = []
    for token in _TOKEN.finditer(text, at, at + _WINDOW):
        mark = token[0]
        if mark in ("[", "{"):
            opened.append("]" if mark == "[" else "}")
        elif mark in ("]", "}"):
            if not opened or opened.pop() != mark:
                return None, token.end()
            if not opened:
                return token.end(), token.end()
        elif not opened:
            return token.end(), token.end()
    return None, min(len(text), at + _WINDOW)


def _depth(value: Any) -> int:
    """How deep ``value`` is nested, without going down by recursion."""
    depth, level = 0, [value]
    while level and depth <= _DEEPEST:
        depth += 1
        level = [
            inner
            for one in level
            if isinstance(one, (dict, list))
            for inner in (one.values() if isinstance(one, dict) else one)
        ]
    return depth


def _mended(value: Any) -> Any:
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, list):
        return [_mended(inner) for inner in value]
    if isinstance(value, dict):
        return {_mended(name): _mended(inner) for name, inner in value.items()}
    return value


def _number(digits: str) -> int | str:
    # Python refuses to make a number of thousands of digits, or takes long over it; no fact of a paper has twenty.
    return int(digits) if len(digits) < 20 else digits


def _fraction(digits: str) -> float | None:
    value = float(digits)
    return value if math.isfinite(value) else None


_DECODER = json.JSONDecoder(parse_int=_number, parse_float=_fraction, parse_constant=lambda _: None, strict=False)
