"""Text that somebody typed, as the library keeps it, or why it cannot."""

from __future__ import annotations

import re

from readtrack.errors import UsageError


def line_of(text: str, what: str, longest: int = 2000) -> str:
    """``text`` as one line with single blanks, none around it; ``what`` names it in the error.

    Raises:
        UsageError: it is empty, too long, or holds control characters, a line break among them.
    """
    line = text.strip()
    if found := re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]", line):
        raise UsageError(f"{what} is one line of text; this one has control characters in it: {_around(found)}")
    line = " ".join(line.split())
    if not line:
        raise UsageError(f"{what} cannot be empty.")
    if len(line) > longest:
        raise UsageError(f"{what} is too long: {len(line)} characters, at most {longest}.")
    return line


def lines_of(text: str, what: str) -> str:
    """``text`` with its lines as they are, but none that is empty around it; ``what`` names it in the error.

    Raises:
        UsageError: it holds control characters but tabs and line breaks.
    """
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").strip("\n").rstrip()
    if found := re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff]", lines):
        raise UsageError(f"{what} is text; this one has control characters in it: {_around(found)}")
    return lines


def _around(found: re.Match[str]) -> str:
    """What stands there, as ASCII."""
    return ascii(found.string[max(0, found.start() - 30) : found.end() + 30])
