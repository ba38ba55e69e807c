"""The entries of a BibTeX file, whatever its state.

Grammar: "Tame the BeaST" (https://ctan.org/pkg/tamethebeast) and the BibLaTeX manual (https://ctan.org/pkg/biblatex).
Our own scanner, because the libraries lose entries: pybtex refuses a whole file over one repeated key, unknown macro
or missing comma; bibtexparser keeps one entry of each key and drops what it cannot parse. Here one bad entry costs at
most itself: what is not closed ends before the next line that begins an entry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple


class BibEntry(NamedTuple):
    """``type`` and names of ``fields`` in lower case; values are LaTeX source; ``damage``: a clause, or None."""

    type: str
    key: str
    fields: dict[str, str]
    line: int
    damage: str | None


# No "@" of a mail address; "#", quotes and the like cannot be in the name of a type.
_HEAD = re.compile(r"@(?<![\w.]@)\s*([A-Za-z][\w+:-]*)\s*([{(])")
_HEAD_GOES_ON = re.compile(r"[^=\n]{0,300}[,\n]|\s{0,300}[\w-]{1,60}\s{0,300}=\s{0,300}[{\"\d]")
_BLANK = re.compile(r"\s*")
_KEY = re.compile(r"((?:[^,={}\n]|\{[^{}\n]*\})*),|([^\s,={}\"]+)[ \t]*(?=\n)|([^\s,={}\"]*)\s*(?=[})])")
_NAME = r"([^\s=,{}()\"#@%]+)"
_GAP = re.compile(r"(?:[\s,]|%[^\n]*)*")
_BRACED = r"\{[^{}]*(?:\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}[^{}]*)*\}"
# A field as nearly all of them are, up to what must follow it.
_FIELD = re.compile(rf"[\s,]*{_NAME}\s*=\s*({_BRACED}|\"[^\"{{}}]*\"|\d+)\s*(?=[,}}])")
_FIELD_NAME = re.compile(rf"{_NAME[:-1]}(?:[ \t]+{_NAME[1:-1]})*)\s*(?:=\s*|(?=[{{\"]))")
_BARE = re.compile(
    r"https?://[^\s{}\"]*[^\s{}\",]|[^\s,#{}\"()=]+(?:[ \t]+[^\s,#{}\"()=]+)*(?=\s*[,#})\n]|\Z)|[^\s,#{}\"()=]+"
)
_JOINED = re.compile(r"\s*#\s*")
_BEHIND_QUOTE = re.compile(r"\s*(?:[,#})]|\Z|[\w+:-]+\s*=)")
_NEXT_THING = re.compile(r"[,\n]|(?=[})])")
_BRACES, _BRACES_AND_QUOTES = re.compile(r"[{}]"), re.compile(r'[{}"\n]')
_NEXT_FIELD = r",\s*(?=[A-Za-z][\w+:-]*\s*=\s*[{\"\w])"
_SWALLOWED = re.compile(_NEXT_FIELD)
_CUT = re.compile(rf"{_NEXT_FIELD}|\n[ \t]*(?=[}})][ \t]*(?:\n|\Z))|\Z")
_MORE = re.compile(rf"\s*(?:,\s*{_NAME}\s*=|{_NAME}\s*=\s*[{{\"])")
_REFERS = re.compile(r"\b(?:crossref|xdata)\s*=\s*[{\"]\s*([^}\"]+)", re.IGNORECASE)
_REFERRING = tuple("crossref Crossref CrossRef CROSSREF xdata XData XDATA".split())

_PATIENCE = 20
"""How often an entry may go wrong before the rest of it is given up: each time, all of it is searched again."""

# What plain.bst and its kin define.
_MACROS = {
    "acmcs": "ACM Computing Surveys", "acta": "Acta Informatica", "cacm": "Communications of the ACM",
    "ibmjrd": "IBM Journal of Research and Development", "ibmsj": "IBM Systems Journal",
    "ieeese": "IEEE Transactions on Software Engineering", "ieeetc": "IEEE Transactions on Computers",
    "ieeetcad": "IEEE Transactions on Computer-Aided Design of Integrated Circuits",
    "ipl": "Information Processing Letters", "jacm": "Journal of the ACM",
    "jcss": "Journal of Computer and System Sciences",
    "scp": "Science of Computer Programming", "sicomp": "SIAM Journal on Computing",
    "tocs": "ACM Transactions on Computer Systems", "tods": "ACM Transactions on Database Systems",
    "tog": "ACM Transactions on Graphics", "toms": "ACM Transactions on Mathematical Software",
    "toois": "ACM Transactions on Office Information Systems",
    "toplas": "ACM Transactions on Programming Languages and Systems", "tcs": "Theoretical Computer Science",
}  # fmt: skip

_RENAMED = {"booktitle": "title", "booksubtitle": "subtitle"}
"""What a child takes from its parent under another name."""

_OWN = frozenset(
    """title subtitle editor crossref xdata xref entryset ids shorttitle keywords abstract doi url eprint isbn issn note
    annotation annote file timestamp added-at addedat date-added readstatus ranking priority groups""".split()
)
"""What is not inherited by crossref."""


def entries(text: str) -> Iterator[BibEntry]:
    """Every entry in ``text``, with what it inherits by ``crossref`` and ``xdata``, wherever the parent stands."""
    if not any(word in text for word in _REFERRING):
        yield from _plain(text)
        return
    wanted = {name.strip().lower() for found in _REFERS.findall(text) for name in found.split(",")}
    parents: dict[str, dict[str, str]] = {}
    for entry in _plain(text, wanted):
        parents.setdefault(entry.key.lower(), entry.fields)
    for entry in _plain(text):
        yield entry._replace(fields=_with_inherited(entry.fields, parents))


def _with_inherited(fields: dict[str, str], parents: dict[str, dict[str, str]]) -> dict[str, str]:
    held = dict(fields)
    waiting, seen = [fields], set()
    while waiting:
        child = waiting.pop()
        for kind in ("xdata", "crossref"):
            for name in child.get(kind, "").lower().split(","):
                parent = parents.get(name.strip())
                if parent is None or name in seen:
                    continue
                seen.add(name)
                waiting.append(parent)
                if kind == "crossref":
                    for mine, theirs in _RENAMED.items():
                        if theirs in parent:
                            held.setdefault(mine, parent[theirs])
                for field, value in parent.items():
                    if kind == "xdata" or field not in _OWN:
                        held.setdefault(field, value)
    return held


def _plain(text: str, wanted: set[str] | None = None) -> Iterator[BibEntry]:
    """The entries as they stand there, or only those whose key is ``wanted``."""
    macros = dict(_MACROS)
    at = limit = counted = 0
    line = 1
    while head := _HEAD.search(text, at):
        if limit < head.end():
            limit = _next_head(text, head.end())
        line, counted = line + text.count("\n", counted, head.start()), head.start()
        kind = head[1].lower()
        scan = _Scan(text, head.end(), limit, ")" if head[2] == "(" else "}", macros)
        if _commented_out(text, at, head.start()):
            yield BibEntry(kind, scan.key(), {}, line, "is commented out")
        elif kind in ("comment", "preamble"):
            scan.pass_braces(head.end() - 1)
        elif kind == "string":
            macros.update(scan.fields())
        else:
            key = scan.key()
            if wanted is not None and key.lower() not in wanted:
                at = limit
                continue
            yield BibEntry(kind, key, scan.fields(), line, scan.damage)
        at = scan.at


def _next_head(text: str, at: int) -> int:
    """Where the next entry begins a line, or follows a closing brace; else the end."""
    for head in _HEAD.finditer(text, at):
        before = text[max(at, head.start() - 100) : head.start()].rstrip(" \t")
        if (before[-1:] == "\n" or (before[-1:] in "})" and head[2] == "{")) and _HEAD_GOES_ON.match(text, head.end()):
            return head.start()
    return len(text)


def _commented_out(text: str, begin: int, head: int) -> bool:
    """Whether "%" stands before an entry and before its next line; BibTeX itself knows no comments."""
    before = text[max(begin, head - 100) : head].rpartition("\n")[2].strip()
    if not before or before.strip("%"):
        return False
    following = text.find("\n", head) + 1
    return following > 0 and text[following : following + 100].lstrip().startswith("%")


class _Scan:
    """One entry being read. ``at``: where; ``limit``: what it cannot go beyond; ``damage``: what was wrong with it."""

    def __init__(self, text: str, at: int, limit: int, close: str, macros: dict[str, str]) -> None:
        self.text, self.at, self.limit, self.close, self.macros = text, at, limit, close, macros
        self.damage: str | None = None
        self._patience = _PATIENCE

    def pass_braces(self, at: int) -> None:
        """Go where the braces that open at ``at`` are closed, else to the end of that line."""
        end = self._braced(at) if self.text[at] == "{" else None
        self.at = end or (self.text.find("\n", at) + 1 or len(self.text))

    def key(self) -> str:
        """The citation key, "" where there is none."""
        blank = _BLANK.match(self.text, self.at, self.limit)
        found = _KEY.match(self.text, blank.end() if blank else self.at, self.limit)
        if not found:
            return ""
        self.at = found.end()
        return (found[found.lastindex or 1] or "").strip()

    def fields(self) -> dict[str, str]:
        """All fields up to the end of the entry; of one that stands there twice, the first that says something."""
        held: dict[str, str] = {}
        last, begins = "", self.at
        while True:
            while easy := _FIELD.match(self.text, self.at, self.limit):
                last, begins, self.at = easy[1].lower(), easy.start(2), easy.end()
                value = easy[2]
                if not held.get(last):
                    held[last] = value if value[0].isdigit() else value[1:-1]
            if gap := _GAP.match(self.text, self.at, self.limit):
                self.at = gap.end()
            if self.at >= self.limit:
                self._went_wrong("is not closed")
                # a brace too many in a value has swallowed the fields behind it
                swallowed = _SWALLOWED.search(self.text, begins, self.limit) if last and self._patience else None
                if not swallowed:
                    return held
                held[last], self.at = self.text[begins + 1 : swallowed.start()], swallowed.end()
                begins = self.at
            elif self.text[self.at] in "})":
                closing = self.text[self.at] == self.close
                self.at += 1
                if closing and not _MORE.match(self.text, self.at, self.limit):
                    return held
            elif name := _FIELD_NAME.match(self.text, self.at, self.limit):
                last = "".join(name[1].lower().split())
                self.at = begins = name.end()
                value = self._value(last)
                if not held.get(last):
                    held[last] = value
            else:
                self._pass_over()
            if not self._patience:
                self.at = self.limit
                return held

    def _went_wrong(self, damage: str) -> None:
        self.damage = self.damage or damage
        self._patience -= 1

    def _pass_over(self) -> None:
        """Go on behind something that is no field: to the next comma, or the end of the line."""
        odd = re.split("[,\n]", self.text[self.at : min(self.at + 30, self.limit)])[0].strip()
        self.damage = self.damage or f"has something that is no field: {odd}"
        if self.text[self.at] == "{":
            if end := self._braced(self.at):
                self.at = end
                return
            self._went_wrong("is not closed")
        found = _NEXT_THING.search(self.text, self.at + 1, self.limit)
        self.at = found.end() if found else self.limit

    def _value(self, name: str) -> str:
        """A value: texts in braces or quotation marks, numbers and macros, joined by ``#``."""
        parts = []
        while self.at < self.limit:
            parts.append(self._part(name))
            joined = _JOINED.match(self.text, self.at, self.limit)
            if not joined:
                break
            self.at = joined.end()
        return "".join(parts)

    def _part(self, name: str) -> str:
        begins = self.at
        if self.text[begins] in '{"':
            end = self._braced(begins) if self.text[begins] == "{" else self._quoted(begins)
            if end:
                self.at = end
                return self.text[begins + 1 : end - 1]
            self._went_wrong(f"has no end of its {name}")
            cut = _CUT.search(self.text, begins, self.limit)
            end = cut.start() if cut else self.limit
            self.at = cut.end() if cut else self.limit
            return self.text[begins + 1 : end].rstrip().rstrip(",").rstrip('"}')
        bare = _BARE.match(self.text, begins, self.limit)
        if not bare:
            return ""
        self.at = bare.end()
        return self.macros.get(bare[0].lower(), bare[0])

    def _braced(self, at: int) -> int | None:
        """Behind the brace that closes the one at ``at``."""
        depth = 0
        for brace in _BRACES.finditer(self.text, at, self.limit):
            depth += 1 if brace[0] == "{" else -1
            if depth == 0:
                return brace.end()
        return None

    def _quoted(self, at: int) -> int | None:
        """Behind the quotation mark that closes the one at ``at``: outside braces, and with an end of a value behind.

        Where none on its line has that, the first one that is outside braces.
        """
        depth, first = 0, None
        for mark in _BRACES_AND_QUOTES.finditer(self.text, at + 1, self.limit):
            if mark[0] == "\n":
                if first:
                    break
            elif mark[0] != '"':
                depth += 1 if mark[0] == "{" else -1
            elif depth <= 0:
                if _BEHIND_QUOTE.match(self.text, mark.end(), self.limit):
                    return mark.end()
                first = first or mark.end()
        return first
