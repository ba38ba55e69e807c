"""LaTeX <-> Unicode, as far as bibliographies use it.

Accents and letters are those of LaTeX's own encodings (https://ctan.org/pkg/encguide); all other symbols come from
pylatexenc's tables. Its converter itself is not used: it prints nothing for ``\\texttt{a_b}``, raises an error over
``\\href``, turns ``&`` into blanks, and takes 0.3 ms a name, which for a large bibliography is longer than all the rest
of an import.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Any

_ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307",
    "H": "\u030b", "c": "\u0327", "d": "\u0323", "b": "\u0331", "v": "\u030c", "u": "\u0306", "k": "\u0328",
    "r": "\u030a", "t": "\u0361",
}  # fmt: skip
_WORDS = {
    "i": "ı", "j": "ȷ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ",
    "aa": "å", "AA": "Å", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ",
    "textbraceleft": "{", "textbraceright": "}", "textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^",
    "textquotesingle": "'", "textquotedbl": '"', "textasciigrave": "`", "lbrace": "{", "rbrace": "}",
    "textendash": "–", "textemdash": "—", "ldots": "…", "dots": "…", "textellipsis": "…", "quad": " ", "qquad": " ",
    "space": " ", "newline": "\n", "par": "\n", "newblock": " ", "textdollar": "$", "textunderscore": "_",
    "textgreater": ">", "textless": "<", "textbar": "|", "copyright": "©", "nobreakspace": "\u00a0",
    "TeX": "TeX", "LaTeX": "LaTeX", "LaTeXe": "LaTeX2e", "BibTeX": "BibTeX", "XeTeX": "XeTeX", "LuaTeX": "LuaTeX",
}  # fmt: skip
_WORDS |= {name: name for name in "log ln exp min max sin cos tan lim sup inf arg det dim gcd Pr bmod".split()}
_SIGNS = {"\\": "\n"} | dict.fromkeys("/-!()@[]", "") | dict.fromkeys(",;: ", " ")
_VERBATIM = ("url", "path", "nolinkurl")
_QUOTED = ("enquote", "mkbibquote")
_UNSEEN = frozenset(
    """noopsort SortNoop switchargs vspace hspace label color fontsize href textcolor begin end vphantom
    phantom""".split()
)
"""Commands whose first argument does not show."""

_DOTTED = {"ı": "i", "ȷ": "j"}
_RAISED = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")

_LATEX = re.compile(r"[\\{}$~`]")
_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]+)(?:\*(?=\s*\{))?\s*|\\(?P<sign>.)|(?P<mark>[{}$~])|(?P<dash>---?)|(?P<quote>``|'')"
    r"|(?P<index>[_^])(?:\{\\(?:text|math)[a-z]{2}\{(?P<words>[^{}\\$]{1,20})\}\}"
    r"|\{(?P<braced>[^{}\\$]{1,20})\}|(?P<one>[^\s{}\\$]))?|(?P<text>[^\\{}$~`'_^-]+|.)",
    re.DOTALL,
)
_ARGUMENT = re.compile(r"\s*\{([^{}]*)\}")
_RAISING = {"textsuperscript": "^", "textsubscript": "_"}

_SHORT = 200
"""Characters of a text that may well come again, a name or a venue; longer ones are not remembered."""


def to_text(latex: str) -> str:
    """What LaTeX source prints, in Unicode: accents, letters and symbols; commands go, what they are put around stays.

    Text without a command comes back as it is, and so do line breaks. Nothing is an error: what is unknown or
    unbalanced is passed over.
    """
    if not _LATEX.search(latex) and "--" not in latex and "''" not in latex:
        return latex
    return _remembered(latex) if len(latex) < _SHORT else _printed(latex)


def _printed(latex: str) -> str:
    printed = _Printed(_formulas(latex) if "$" in latex else frozenset())
    at = 0
    while token := _TOKEN.match(latex, at):
        at = token.end()
        if word := token["word"]:
            at = printed.command(word, latex, at)
        elif sign := token["sign"]:
            printed.sign(sign)
        elif mark := token["mark"]:
            printed.mark(mark, at - 1)
        elif dash := token["dash"]:
            printed.put("—" if len(dash) == 3 else "–")
        elif quote := token["quote"]:
            printed.put("“" if quote == "``" else "”")
        elif index := token["index"]:
            words, what = token["words"], token["words"] or token["braced"] or token["one"] or ""
            printed.index(index, what, words or token[0].replace("{", "").replace("}", ""))
        else:
            printed.put(token["text"])
    return printed.text()


_remembered = lru_cache(maxsize=20_000)(_printed)


def _formulas(latex: str) -> frozenset[int]:
    """Where the dollars stand that begin and end formulas; the others are money."""
    dollars = [found.start() for found in re.finditer(r"(?<!\\)\$", latex)]
    around: set[int] = set()
    number = 0
    while number + 1 < len(dollars):
        first, last = dollars[number : number + 2]
        inner = latex[first + 1 : last]
        tight = inner.strip() == inner and not latex[last + 1 : last + 2].isdigit()
        if tight or re.search(r"[\\^_]", inner):
            around |= {first, last}
            number += 1
        number += 1
    return frozenset(around)


class _Printed:
    """What has been printed so far, the accent that waits for its letter, and what the open braces will print."""

    def __init__(self, formulas: frozenset[int]) -> None:
        self._formulas = formulas
        self._parts: list[str] = []
        self._accent = ""
        self._in_formula = False
        self._closing: list[str] = []
        self._next_closing = ""

    def put(self, text: str) -> None:
        """Print, the first letter with the accent that waits for it."""
        if self._accent and text:
            text = text.lstrip()
            if not text:
                return
            letter = _DOTTED.get(text[0], text[0])
            text = unicodedata.normalize("NFC", letter + _ACCENTS[self._accent]) + text[1:]
            self._accent = ""
        self._parts.append(text)

    def command(self, word: str, latex: str, at: int) -> int:
        """Print what a command stands for; where to go on."""
        if word in _ACCENTS and (word not in "bt" or latex[at : at + 1] == "{"):
            self._accent = word
        elif word in _UNSEEN:
            argument = _ARGUMENT.match(latex, at)
            return argument.end() if argument else at
        elif word in _VERBATIM and (argument := _ARGUMENT.match(latex, at)):
            self.put(re.sub(r"\\([_%&#~$])", r"\1", argument[1]))
            return argument.end()
        elif word in _RAISING and (argument := _ARGUMENT.match(latex, at)):
            self.put(_small(_RAISING[word], argument[1]) or to_text(argument[1]))
            return argument.end()
        elif word in _QUOTED:
            self._next_closing = "”"
        else:
            said = _WORDS.get(word) or _symbol(word)
            # TeX eats the blank behind a command, but means it behind "\log" and the like
            self.put(said + " " if said == word and latex[at - 1].isspace() else said)
        return at

    def sign(self, sign: str) -> None:
        """Print what a backslash before one character stands for."""
        if sign in _ACCENTS:
            self._accent = sign
        else:
            self.put(_SIGNS.get(sign, sign))

    def mark(self, mark: str, at: int) -> None:
        """Braces are not printed; one that closes ends an accent that found no letter: it is printed by itself."""
        if mark == "{":
            if self._next_closing:
                self.put("“")
            self._closing.append(self._next_closing)
            self._next_closing = ""
        elif mark == "}":
            alone, self._accent = self._accent, ""
            self.put(alone + (self._closing.pop() if self._closing else ""))
        elif mark == "~":
            self.put("~" if self._parts and self._parts[-1].endswith("/") else " ")
        elif at in self._formulas:
            self._in_formula = not self._in_formula
        else:
            self.put("$")

    def index(self, sign: str, what: str, otherwise: str) -> None:
        """A number raised or lowered in a formula."""
        self.put((self._in_formula and _small(sign, what)) or otherwise)

    def text(self) -> str:
        """All of it."""
        return "".join(self._parts) + self._accent


def _small(sign: str, text: str) -> str:
    """``text`` in raised or lowered figures; "" where there are none for it."""
    small = text.translate(_RAISED if sign == "^" else _LOWERED)
    return "" if set(small) & set(text) else small


@cache
def _symbol(word: str) -> str:
    """The symbol that a command stands for; "" for one that is no symbol."""
    printed = getattr(_symbols().get_macro_spec(word), "simplify_repl", None)
    return printed if isinstance(printed, str) and "%" not in printed else ""


@cache
def _symbols() -> Any:
    from pylatexenc.latex2text import get_default_latex_context_db

    return get_default_latex_context_db()


_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}", "$": r"\$", "&": r"\&", "#": r"\#", "_": r"\_", "%": r"\%", "": "{}",
}  # fmt: skip
_LETTERS = {
    "–": "--", "—": "---", "“": "``", "”": "''", "\u00a0": r"\nobreakspace{}",
    **{letter: f"{{\\{word}}}" for word, letter in _WORDS.items() if len(letter) == 1 and letter.isalpha()},
}  # fmt: skip
_MARKS = {mark: accent for accent, mark in _ACCENTS.items() if accent != "t"}

# Between two characters that LaTeX would print as a dash or a quotation mark stands nothing in braces.
_BETWEEN = r"(?<=[-–—])(?=[-–—])|(?<=[`“])(?=[`“])|(?<=['”])(?=['”])"
_WRITTEN = re.compile(_BETWEEN + r"|[\\{}~^$&#_%]|[^\x00-\x7f]")
_ESCAPED = re.compile(_BETWEEN + r"|[\\{}~^$&#_%]")


def from_text(text: str, *, utf8: bool = False) -> str:
    """Unicode text as LaTeX source; ``to_text`` gives the same text back, and the braces are balanced.

    What LaTeX has a command for is written in ASCII, other scripts stay as they are; with ``utf8`` all letters do.
    """
    if utf8:
        return _ESCAPED.sub(lambda found: _SPECIAL[found[0]], text)
    return text if text.isascii() and not _ESCAPED.search(text) else _WRITTEN.sub(_command, text)


def _command(found: re.Match[str]) -> str:
    return _SPECIAL[found[0]] if found[0] in _SPECIAL else _written(found[0])


@cache
def _written(character: str) -> str:
    if character in _LETTERS:
        return _LETTERS[character]
    base = unicodedata.normalize("NFD", character)
    if len(base) == 2 and base[1] in _MARKS and base[0].isascii() and base[0].isalpha():
        accent = _MARKS[base[1]]
        letter = f"\\{base[0]}" if base[0] in "ij" else base[0]
        return f"{{\\{accent}{{{letter}}}}}" if accent.isalpha() else f"{{\\{accent}{letter}}}"
    if character < "\u0400" or character >= "\u2000":  # other scripts would be commands letter by letter
        from pylatexenc.latexencode import get_builtin_uni2latex_dict

        source = f"{{{get_builtin_uni2latex_dict().get(ord(character), '')}}}"
        if "\\" in source and to_text(source) == character:
            return source
    return character
