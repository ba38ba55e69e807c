"""Small faults in the text of SQL, one at a time: what mutmut leaves alone.

A plant is a place in a source file and what comes there instead: ``OLD`` for ``NEW``, ``AND`` for ``OR``, ``=`` for
``<>``, a condition, a CHECK, an index, a trigger or one statement of its body left out.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Plant(NamedTuple):
    """A fault: ``text`` comes in place of what stands from ``start`` to ``end`` in the file."""

    path: str
    start: int
    end: int
    text: str
    what: str

    @property
    def name(self) -> str:
        return f"{self.path}:{self.start}:{self.what}"


_SQL = re.compile(
    r"\b(SELECT|INSERT|UPDATE|DELETE|CREATE|CHECK|WHERE|WHEN|UNIQUE|COLLATE|IS NOT|EXISTS|AND)\b|\w\(\w+\)"
)
_PARENTHESES = r"\((?:[^()]|\((?:[^()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))*\))*\)"

# What is looked for, what comes in its place, and what that is called.
CHANGES = tuple(
    (re.compile(pattern, re.DOTALL), text, what)
    for pattern, text, what in (
        (r"\bold\.(?=[\w{])", "new.", "old is new"),
        (r"\bnew\.(?=[\w{])", "old.", "new is old"),
        (r"\bAND\b(?<!BETWEEN 0 AND)(?<!BETWEEN 1 AND)(?<!BETWEEN 1000 AND)", "OR", "and is or"),
        (r"(?<!INSERT )\bOR\b", "AND", "or is and"),
        (r"<>", "=", "unequal is equal"),
        (r"\bIS NOT\b", "IS", "is not is is"),
        (r"\bIS\b(?! NOT)", "IS NOT", "is is is not"),
        (r"(?<!NOT )\bEXISTS\b(?= \()", "NOT EXISTS", "exists is not exists"),
        (r"\bNOT (?=EXISTS|IN|GLOB)", "", "not is left out"),
        (r"(?<![<>=])>(?![<>=])", ">=", "more is at least"),
        (r"(?<![<>=])<(?![<>=])", "<=", "less is at most"),
        (r">=", ">", "at least is more"),
        (r"<=", "<", "at most is less"),
        (r"\bmin\(", "max(", "min is max"),
        (r"\bmax\(", "min(", "max is min"),
        (r"\bDESC\b", "ASC", "other order"),
        (r" ORDER BY [\w.]+(?= DESC| LIMIT|\b)( DESC)?", "", "no order"),
        (r"\bWHEN\b(?:(?!\bTHEN\b).)*?(?=\bBEGIN\b)", "", "no condition"),
        (rf"\bCHECK\s*{_PARENTHESES}", "", "no check"),
        (r"\{(one_of|known_day)\([^{}]*\)\}|\{PROGRESS\}", "", "no check"),
        (r"(?<!IS )\bNOT NULL\b", "", "may be null"),
        (r"\bUNIQUE\b(?! \()", "", "not unique"),
        (r"\bAUTOINCREMENT\b", "", "numbers come again"),
        (r" COLLATE (NOCASE|BINARY)\b", "", "other collation"),
        (r" REFERENCES \w+ \(\w+\)", "", "refers to nothing"),
        (r" DEFAULT '[^']*'", "", "no default"),
        (r" WHERE [^()\"]+(?=\"\s*,?$)", "", "no condition"),
        (
            r"(?:(?<=BEGIN )|(?<=\n    )|(?<=\"))(INSERT INTO |UPDATE (?!OF)|DELETE FROM |SELECT |\{into\})[^;]*;",
            "SELECT 1;",
            "no statement",
        ),
        (r"\{(_MARK|mark|_reindexed\([^{}]*\))\}", "", "no statement"),
        (r"\{(refresh|restate)\([^{}]*\)\}", "SELECT 1;", "no statement"),
    )
)


def plants(root: Path, package: str) -> Iterator[Plant]:
    """All that can be planted in the files of a package; what is no Python then is left out."""
    for path in sorted((root / package).rglob("*.py")):
        source = path.read_text("utf-8")
        for start, end, text, what in sorted({*_inside(source), *_left_out(source)}):
            try:
                ast.parse(source[:start] + text + source[end:])
            except SyntaxError:
                continue
            yield Plant(str(path.relative_to(root)), start, end, text, what)


def _inside(source: str) -> Iterator[tuple[int, int, str, str]]:
    for start, end in _literals(source):
        literal = source[start:end]
        if _SQL.search(literal):
            for pattern, text, what in CHANGES:
                for found in pattern.finditer(literal):
                    yield start + found.start(), start + found.end(), text, what


def _left_out(source: str) -> Iterator[tuple[int, int, str, str]]:
    """Whole triggers and indexes, where they are elements of a tuple."""
    offset = _offsets(source)
    for node in ast.walk(ast.parse(source)):
        for element in node.elts if isinstance(node, ast.Tuple) else ():
            start, end = offset(element.lineno, element.col_offset), offset(element.end_lineno, element.end_col_offset)
            if found := re.match(r"f?\"+CREATE (TRIGGER|INDEX)", source[start:end]):
                end += source[end : end + 1] == ","
                yield start, end, "", f"no {found[1].lower()}"


def _literals(source: str) -> Iterator[tuple[int, int]]:
    """Where texts begin and end, without those that only describe."""
    offset = _offsets(source)
    nodes: list[ast.AST] = [ast.parse(source)]
    while nodes:
        node = nodes.pop()
        if isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str)):
            yield offset(node.lineno, node.col_offset), offset(node.end_lineno, node.end_col_offset)
        elif not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):
            nodes += ast.iter_child_nodes(node)


def _offsets(source: str):
    """Where a line and a column, which ``ast`` counts in bytes, are in a text."""
    lines = source.splitlines(keepends=True)
    begins = [0]
    for line in lines:
        begins.append(begins[-1] + len(line))
    return lambda line, column: begins[line - 1] + len(lines[line - 1].encode()[:column].decode())
