"""What people type to search, and where it stands in a text.

A small language that has no errors: words that must all be found, ``"a phrase"``, ``tens*`` for a beginning,
``-not``, and ``author:``, ``tag:``, ``title:``, ``name:``, ``note:``, ``abstract:`` before any of them. Everything else
is a word, punctuation separates words.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

COLUMNS = ("title", "name", "authors", "tags", "abstract", "notes")
"""The columns of the search index, in its order."""

_FIELDS = {name.removesuffix("s"): name for name in COLUMNS} | {name: name for name in COLUMNS}
_FIELD = rf"(?:{'|'.join(sorted(_FIELDS, key=len, reverse=True))})"
_TERM = re.compile(
    rf'(?P<no>-(?=[\w"]))?(?:(?P<field>{_FIELD}):(?=\S))?(?:"(?P<phrase>[^"]*)"?(?P<star>\*)?|(?P<word>\S+))', re.I
)

# Scripts that are written without blanks between words, and Hangul, whose particles cling to them. Plain ranges: a
# regular expression of them takes 3 ms to compile.
_UNSPACED = (
    ("\u0e00", "\u0eff"),
    ("\u1000", "\u109f"),
    ("\u1100", "\u11ff"),
    ("\u1780", "\u17ff"),
    ("\u3040", "\u30ff"),
    ("\u3130", "\u318f"),
    ("\u31f0", "\u31ff"),
    ("\u3400", "\u9fff"),
    ("\uac00", "\ud7af"),
    ("\uf900", "\ufaff"),
    ("\uff66", "\uff9f"),
    ("\U00020000", "\U0003ffff"),
)

_WORD = re.compile(r"[^\W_]+")


class Term(NamedTuple):
    """One thing to look for: ``text``, whose words stand one behind the other.

    ``column``: of ``COLUMNS``, or None for any; ``prefix``: its last word is only a beginning; ``negated``: it must
    not be there.
    """

    text: str
    column: str | None = None
    prefix: bool = False
    negated: bool = False

    @property
    def unspaced(self) -> bool:
        """Whether it has to be looked for inside of words, because its script has no blanks between them."""
        return not self.text.isascii() and any(a <= sign <= z for sign in self.text for a, z in _UNSPACED)

    @property
    def fts(self) -> str:
        """The term as an FTS5 expression; SQLite, FTS5 section 3."""
        phrase = '"' + self.text.replace('"', '""') + '"' + (" *" if self.prefix else "")
        return f"{{{self.column}}} : {phrase}" if self.column else phrase


LONGEST = 2000
"""Characters that can be looked for; SQLite takes long over many words, and refuses thousands."""


def parse(words: str) -> tuple[Term, ...]:
    """What ``words``, as far as ``LONGEST``, ask for; nothing where there is no word in them."""
    terms = []
    for found in _TERM.finditer(unicodedata.normalize("NFC", words[:LONGEST].replace("\0", " "))):
        column = _FIELDS[found["field"].lower()] if found["field"] else None
        text = found["word"] if found["phrase"] is None else found["phrase"]
        prefix = found["star"] is not None or (found["word"] or "").endswith("*")
        text = " ".join(text.split()).rstrip("*") if prefix else " ".join(text.split())
        if any(map(str.isalnum, text)):
            # behind "tens*," the beginning is no beginning any more
            terms.append(Term(text, column, prefix and text[-1].isalnum(), found["no"] is not None))
    return tuple(terms)


def joined(arguments: Iterable[str]) -> str:
    """Arguments of a command line as they were typed: a shell takes the marks from ``note:"lottery ticket"``."""
    return " ".join(
        re.sub(rf'^(-?{_FIELD}:)([^"]*\s[^"]*)$', r'\1"\2"', argument, flags=re.I)
        if len(re.findall(rf"(?<!\w){_FIELD}:", argument, re.I)) == 1
        else argument
        for argument in arguments
    )


def spans(text: str, terms: Sequence[Term], column: str) -> list[tuple[int, int]]:
    """Where the words of ``terms`` stand in ``text``, which is of that column: (start, end), in order, apart."""
    words = [(_folded(found[0]), found.start(), found.end()) for found in _WORD.finditer(text)]
    hits: set[tuple[int, int]] = set()
    for term in terms:
        if term.negated or term.column not in (None, column):
            continue
        if term.unspaced:
            hits.update(found.span() for found in re.finditer(re.escape(term.text), text, re.I))
            continue
        wanted = words_of(term.text)
        for at in range(len(words) - len(wanted) + 1):
            stretch = words[at : at + len(wanted)]
            if _agree([word for word, _, _ in stretch], wanted, term.prefix):
                hits.add((stretch[0][1], stretch[-1][2]))
    apart: list[tuple[int, int]] = []
    for start, end in sorted(hits):
        if apart and start < apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return apart


def words_of(text: str) -> list[str]:
    """The words of ``text`` as the index compares them (unicode61 with remove_diacritics 2)."""
    return [_folded(found) for found in _WORD.findall(text)]


def _agree(words: list[str], wanted: list[str], prefix: bool) -> bool:
    if not wanted:
        return False
    last = words[-1].startswith(wanted[-1]) if prefix else words[-1] == wanted[-1]
    return last and words[:-1] == wanted[:-1]


def _folded(word: str) -> str:
    if not word.isascii():
        word = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return word.lower()


def best_line(text: str, terms: Sequence[Term], column: str) -> tuple[str, list[tuple[int, int]]] | None:
    """The line of ``text`` that holds most of ``terms``, and where they stand in it; None where no line holds any."""
    best: tuple[str, list[tuple[int, int]]] | None = None
    for line in text.splitlines():
        found = spans(line, terms, column)
        if found and (best is None or len(found) > len(best[1])):
            best = line, found
    return best


def excerpt(line: str, at: int, width: int) -> str:
    """At most about ``width`` characters of a long line, whole words, with what stands at ``at``."""
    if len(line) <= width:
        return line
    start = line.rfind(" ", 0, max(1, at - width // 3)) + 1
    end = start + width
    if end < len(line):
        end = max(line.rfind(" ", at, end), end - 40)
    return f"{'... ' if start else ''}{line[start:end]}{' ...' if end < len(line) else ''}"
