"""Text of bibliographies without the markup that publishers leave in it.

Sources: https://jats.nlm.nih.gov (the abstracts of Crossref), MathML, and the HTML that is allowed in titles,
https://www.crossref.org/documentation/schema-library/markup-guide-metadata-segments/face-markup.
"""

from __future__ import annotations

import re

from readtrack.importers._html import to_markdown, unescape

# Only names that are markup: "a < b > c" and "vector<int>" are text.
_TAG = re.compile(
    r"<(/?)((?:jats|mml|xhtml|html):[\w-]+|i|b|u|em|strong|sub|sup|inf|p|br|span|div|sc|scp|tt|ul|ol|li|title|sec|italic"
    r"|bold|math|font|h[1-6]|list|list-item|ce:[\w-]+|emph|ext-link|monospace|underline)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_BLOCKS = ("p", "br", "title", "sec", "li", "list-item", "div", "h1", "h2", "h3", "h4", "h5", "h6")


def plain(text: str) -> str:
    """``text`` without tags and character references; paragraphs end in line breaks."""
    if "&" in text:
        text = unescape(text)
        if re.search(r"&(?:lt|gt|amp|quot|#\d+);", text):  # escaped twice, as some repositories hand it to Crossref
            text = unescape(text)
    if "<" not in text or not _TAG.search(text):
        return text
    bare = _TAG.sub(lambda tag: "\n" if tag[2].lower().rpartition(":")[2] in _BLOCKS else "", text)
    lines = [" ".join(line.split()) for line in bare.split("\n")]
    kept = [line for line in lines if line]
    if len(kept) > 1 and kept[0].rstrip(".:").lower() in ("abstract", "summary"):
        del kept[0]
    return "\n".join(kept)


def markdown(text: str) -> str:
    """``text`` of a note as Markdown, if it has tags."""
    return to_markdown(text) if _TAG.search(text) else plain(text)
