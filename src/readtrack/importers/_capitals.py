"""Names that are printed in capitals: "ADA LOVELACE", "A. B. LOVELACE AND C. TURING"."""

from __future__ import annotations

import re

from readtrack.importers._people import is_sure

_PIECES = re.compile(r"[,;]\s+(?:and\s+|&\s+)?|\s+(?:and|&)\s+")
_NAME = re.compile(r"[^\W\d_]{2,20}(?: [^\W\d_]{2,20}){1,2}")
_INITIALED = re.compile(r"(?!U\. ?[SK]\. )(?:[^,]* (?:AND|&) )?(?:[A-Z]\. ?){2,4}[^\W\d_]{3,20}(?: (?:AND|&) .*)?")
"""One with initials, perhaps beside another."""


def are_loud(text: str, others: bool) -> bool:
    """Whether ``text`` may be nothing but people in capitals; ``others``: it says that there are more."""
    titled = text.title()
    if not text.isupper() or titled.isupper():
        return False
    return "," in text or (others and is_sure(titled)) or bool(_INITIALED.fullmatch(text))


def loud_words(text: str) -> frozenset[str]:
    """The words, with the commas behind them, of names in capitals among others that are not: "Ada B, ALAN TURING"."""
    names = [name for name in _PIECES.split(text) if name.isupper() and _NAME.fullmatch(name)]
    # Each word must be a known name or Chinese syllables: "IBM WATSON" is none.
    sure = [name for name in names if all(is_sure(f"{word} {word}") for word in name.title().split())]
    words = {word for name in sure for word in name.split()} if not text.isupper() else set()
    return frozenset(word for word in text.split(" ") if word.rstrip(",;") in words)


def loud_again(name: str, loud: frozenset[str]) -> str:
    """``name`` with the words in capitals again that are of ``loud``."""
    words = {word.rstrip(",;") for word in loud}
    return " ".join(word.upper() if word.upper() in words else word for word in name.split(" "))
