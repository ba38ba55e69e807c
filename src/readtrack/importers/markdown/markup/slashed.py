"""Slashes between what stands behind links: "[Notes on Looms](url) / Lovelace / 1843" is told apart as dots tell it.

One line does not tell, since "/" stands inside of names, too: several of a page do, each with its year as the last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_LEAST = 3
_PART = r"(?:\s/\s?(?!\s)[^/\n()\[\]<>]{2,100})"
_SLASHED = re.compile(rf"(?<=\)){_PART}{{1,3}}\s?/\s?(?=(?:1[89]|20)\d\d\b)")


def with_dots(lines: Sequence[str]) -> list[str]:
    """``lines`` with dots for slashes behind links, where three have a year as the last of what stands there."""
    if sum(bool(_SLASHED.search(line)) for line in lines) < _LEAST:
        return list(lines)
    return [_SLASHED.sub(lambda found: re.sub(r"\s?/\s?", " · ", found[0]), line) for line in lines]
