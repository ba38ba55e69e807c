"""Words before a link -> whether they are as many as a title has, in writing that has no blanks, too."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readtrack.importers._months import ON_DAY

_HAN = re.compile("[\u4e00-\u9fff]|[，。；！？：]")
_LEADING = frozenset("见看到在的与和自从考请是为，。；！？：")
"""What leads to the link behind it: "详见", "请参考"; or is no part of a title."""


def are_title(words: Sequence[str], name: str) -> bool:
    """Whether ``words`` are four or more, or one that is written in as many characters of Chinese, as is the ``name``
    of the link behind it: one in other letters may be that of a paper which Chinese words praise.
    A day of the week is none of them."""
    words = words[1:] if words and re.fullmatch(ON_DAY, words[0]) else words
    letters = _HAN.findall("".join(words)) if len(words) < 4 and _HAN.search(name) else ()
    return len(words) >= 4 or (len(letters) >= 8 and letters[-1] not in _LEADING and "。" not in letters)
