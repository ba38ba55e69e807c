"""Lines of breaks and badges between titles, which end paragraphs on pages that frame each title with them."""

from __future__ import annotations

import re
from collections.abc import Sequence

_ORNAMENT = re.compile(
    r"\s*(?:(?:</?(?:br|center|small|span|sub|sup)\b[^<>]{0,200}>|!\[[^\[\]]{0,200}\]\([^()\s]{1,500}\)|&nbsp;)\s*){1,20}"
)
"""Breaks, pictures and what makes letters small, with no words between: "<sub>&nbsp;![](badge.svg)</sub> &nbsp;"."""
_TITLE = re.compile(r"\[[^\[\]\n]{2,200}\s[^\[\]\n]{1,300}\]\(https?://[^()\s]{1,500}\)")
_LEAST = 3
"""Titles with such a line right above and right below them."""


def unframed(lines: Sequence[str]) -> list[str]:
    """``lines`` with blank ones for those of ornaments beside titles, where several titles have them on both sides."""
    bare = [bool(line.strip()) and bool(_ORNAMENT.fullmatch(line)) for line in lines]
    framed = [
        at
        for at in range(1, len(lines) - 1)
        if bare[at - 1] and bare[at + 1] and _TITLE.match(lines[at].strip()[:1000])
    ]
    beside = {at + side for at in framed for side in (-1, 1)} if len(framed) >= _LEAST else set()
    return ["" if at in beside else line for at, line in enumerate(lines)]
