"""The numbers of books and journals.

Sources: ISBN, ISO 2108; ISSN, ISO 3297.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from readtrack.model import Identifier

_NUMBER = re.compile(
    r"(?<![\dXx-])(?:(\d{4}-?\d{3}[\dXx])|((?:97[89][- ]?)?(?:\d[- ]?){9}[\dXx]))(?![\dXx-])", re.ASCII
)


def numbers(text: str) -> Iterator[Identifier]:
    """The ISSNs and ISBNs in ``text``, told apart by their shape."""
    for found in _NUMBER.finditer(text[:400]):
        yield Identifier("issn" if found[1] else "isbn", found[0].upper())
