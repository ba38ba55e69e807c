"""Citations whose lines are broken inside of their titles."""

from __future__ import annotations

import re

from readtrack.importers.markdown.line.ends import behind_title, title_end
from readtrack.importers.markdown.said.titles import is_cased

_WRAPPED = re.compile(r"(?<=[a-z]{3})\n[ \t]*(?=(?!(?:at|by|in) [^a-z])[a-z]|\()")
"""A line that ends inside of a sentence: in a word, before one that has no capital, or brackets."""


def _is_remarked(line: str, below: str) -> bool:
    """Whether no word ``below`` a short ``line`` has a capital, as those of the title in it have: a remark on it."""
    return len(line) < 60 and is_cased(line, 2) and re.split(r"[.?!\n]", below, maxsplit=1)[0].islower()


def unwrapped(rest: str) -> str:
    """What stands behind the people of a citation, with its title on one line where its lines were broken inside of it:
    then where and when it appeared is told behind its full stop."""
    whole = rest if _is_remarked(*rest.partition("\n")[::2]) else _WRAPPED.sub(" ", rest)
    end = title_end(whole.split("\n", 1)[0]) if whole != rest else 0
    return whole if end and any(behind_title(whole[end:])[:2]) else rest
