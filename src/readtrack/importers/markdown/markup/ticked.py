"""Boxes in HTML, and contents with boxes, which say how far each part was read: "- [x] [Notes on Looms](#looms)".

GitHub names a part by its heading, in small letters with dashes for blanks
(https://docs.github.com/en/get-started/writing-on-github).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_TICKED = re.compile(
    r"(?P<box>\s*(?:[-*+]|\d{1,4}[.)])\s+\[(?P<tick>[ xX])\]\s+)"
    r"\[(?P<title>[^\[\]\n]{2,300})\]\(#(?P<to>[^()\s]{1,300})\)"
)
_INPUT = re.compile(r"<input\b[^<>\n]{0,200}\bcheckbox\b[^<>\n]{0,200}>[ \t]*", re.IGNORECASE)
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+(?P<text>.{1,1000})")


def with_boxes(lines: Sequence[str]) -> list[str]:
    """``lines`` with the boxes of Markdown for those of HTML: "<input type="checkbox" checked> Looms"."""
    return [_INPUT.sub(_box, line) if "<input" in line.lower() else line for line in lines]


def _box(found: re.Match[str]) -> str:
    return "[x] " if re.search(r"\bchecked\b", found[0], re.IGNORECASE) else "[ ] "


def without_lost_ways(lines: Sequence[str]) -> list[str]:
    """``lines`` where boxes stand before words that led to parts of the page: those that it has not lead nowhere."""
    ticked = [_TICKED.match(line) for line in lines]
    if not any(ticked):
        return list(lines)
    parts = {letters_of(heading["text"]) for line in lines if (heading := _HEADING.match(line))}
    return [
        f"{found['box']}{found['title']}{line[found.end() :]}"
        if found and letters_of(found["to"]) not in parts
        else line
        for line, found in zip(lines, ticked, strict=True)
    ]


def ticked_in(lines: Sequence[str]) -> frozenset[str]:
    """The letters of the parts of the page whose boxes are ticked."""
    ticked = (found for line in lines if (found := _TICKED.match(line)) and found["tick"] != " ")
    return frozenset(letters_of(found[name]) for found in ticked for name in ("title", "to"))


def letters_of(text: str) -> str:
    """The letters and figures of a heading or of its name in a link, which has neither stops nor links."""
    return re.sub(r"[\W_]", "", re.sub(r"\]\([^()\s]*\)", "", text)).casefold()
