"""Slashes between what stands behind links: "[Notes on Looms](url) / Lovelace / 1843" is told apart as dots tell it.

One line does not tell, since "/" stands inside of names, too: several of a page do, each with its year as the last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_LEAST = 3
_PART = r"(?:\s/\s?(?=(?:van|von|de|der|di)\s|[^\W\d_a-z])[^/\n()\[\]<>]{2,100})"
_SLASHED = re.compile(
    r"(?P<link>\s*(?:(?:[-*+]|\d{1,4}[.)])\s+\[)?[^\[\]\n]{2,300}\]\([^()\s]{1,500}\))"
    rf"(?P<said>{_PART}{{1,3}}\s?/\s?)(?=(?:1[89]|20)\d\d\s*(?:\(|$))"
)
"""An item that a link begins, of which the first line may stand above, names behind that, and a year."""


def with_dots(lines: Sequence[str]) -> list[str]:
    """``lines`` with dots for slashes behind links, where three have a year as the last of what stands there."""
    if sum(bool(_SLASHED.match(line)) for line in lines) < _LEAST:
        return list(lines)
    return [_dotted(line) for line in lines]


def _dotted(line: str) -> str:
    found = _SLASHED.match(line)
    return found["link"] + re.sub(r"\s?/\s?", " · ", found["said"]) + line[found.end() :] if found else line
