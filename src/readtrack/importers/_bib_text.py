"""The values of BibTeX fields: text on one line and on several, lists, addresses."""

from __future__ import annotations

import re

from readtrack.latex import to_text

_HTML = {"&amp;": r"\&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#38;": r"\&", "&#39;": "'"}
_ENTITY = re.compile(r"(?<!\\)&(?:amp|lt|gt|quot|#38|#39);")
_HREF = re.compile(r"\\href\s*\{([^{}]*)\}\s*\{")
_NOT_IN_ADDRESS = re.compile(r"\\(?:url|path|href)\b\s*|\\(?=[_%&#~$/-])|[{}]")


def line(source: str) -> str:
    """What a value prints, on one line."""
    if "\n" in source:
        source = " ".join(each.strip(" \t") for each in source.split("\n"))
    return to_text(without_html(source))


def without_html(source: str) -> str:
    """``source`` with the characters that a publisher's HTML stands for."""
    return _ENTITY.sub(lambda found: _HTML[found[0]], source) if "&" in source else source


def paragraphs(source: str) -> str:
    """What a value prints where blank lines and ``\\\\`` end lines, and a mere line break is a blank."""
    source = source.strip()
    if "\n" not in source:
        return line(source)
    blocks = re.split(r"\n[ \t]*\n[ \t\n]*", source)
    return "\n\n".join("\n".join(map(line, re.split(r"\\\\[ \t]*\n[ \t]*", block))) for block in blocks)


def lines(source: str) -> str:
    """What a value prints with its lines as they are, but for what they are all set in."""
    source = source.strip()
    first, *others = source.split("\n")
    depth = min((len(each) - len(each.lstrip(" \t")) for each in others if each.strip()), default=0)
    return to_text("\n".join([first, *(each[depth:] for each in others)]))


def split(source: str, between: re.Pattern[str]) -> list[str]:
    """``source`` cut where ``between`` stands outside braces; what is empty goes."""
    if "{" in source:
        pieces, depth, start = [], 0, 0
        for found in re.finditer(rf"[{{}}]|{between.pattern}", source, between.flags):
            if found[0] in "{}":
                depth += 1 if found[0] == "{" else -1
            elif depth <= 0:
                pieces.append(source[start : found.start()])
                start = found.end()
        pieces.append(source[start:])
    else:
        pieces = between.split(source)
    return [piece.strip() for piece in pieces if piece.strip()]


def bare(source: str) -> str:
    """``source`` without the braces that are around all of it, as many pairs as people write."""
    source = source.strip()
    for _ in range(5):
        if not (source.startswith("{") and source.endswith("}")):
            break
        depth = 0
        for brace in re.finditer(r"[{}]", source):
            depth += 1 if brace[0] == "{" else -1
            if depth == 0:
                if brace.end() < len(source):
                    return source
                break
        source = source[1:-1].strip()
    return source


def address(source: str) -> str:
    """An address or identifier: not prose, so only what LaTeX needed is taken off."""
    if "\\" in source or "{" in source or "$" in source:
        source = source.replace("\\textasciitilde", "~").replace("$\\sim$", "~").replace("\\textunderscore", "_")
        source = _NOT_IN_ADDRESS.sub("", _HREF.sub(r"\1 {", source))
    return source.strip()


def addresses(source: str) -> list[str]:
    """The web addresses in a value."""
    if "http" not in source.lower():
        return []
    found = re.findall(
        r"https?:/*[^\s;,<>\"]+(?:[;,][^\s;,<>\"]+)*", address(source.replace("\\:", ":")), re.IGNORECASE
    )
    return [each.rstrip(".,;)]") if each.count("(") < each.count(")") else each.rstrip(".,;") for each in found]
