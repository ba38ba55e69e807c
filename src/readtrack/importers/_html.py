"""HTML, however broken, as a stream of tags and text, and as Markdown.

https://html.spec.whatwg.org/multipage/parsing.html#tokenization, as much of it as exports need. Not ``html.parser``:
older Pythons' takes quadratic time over some broken input, raises over other, and drops what follows a tag or comment
that never ends.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple


class Token(NamedTuple):
    """A tag, or the text between two. ``at``: where it begins.

    ``tag``: its name, lower-case, with a slash before that of an end tag; "" for text. ``text``: the text, with
    characters in the place of references. ``attributes``: lower-case name -> value; the first of a name counts.
    """

    at: int
    tag: str
    text: str = ""
    attributes: Mapping[str, str] = {}


_OPENED = re.compile(r"<(?:(?P<tag>/?[a-zA-Z][^\s/>]*)|(?P<comment>!--)|[!?/])")
_ATTRIBUTE = re.compile(r"""[\s/]*(?:([^\s/>=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?|=)""")
_END = re.compile(r"[\s/]*>?")


def tokens(text: str) -> Iterator[Token]:
    """All tags and texts of ``text`` in their order; never fails, and takes time in proportion to its length."""
    last_tag, last_comment = text.rfind(">"), text.rfind("-->")
    at = told = 0
    while found := _OPENED.search(text, at):
        at = found.end()
        opened = found.start()
        if found["tag"]:
            attributes, at = _attributes(text, at)
        elif found["comment"] and opened < last_comment:
            at = text.index("-->", opened + 2) + 3
        elif not found["comment"] and opened < last_tag:
            at = text.index(">", opened) + 1
        else:  # what never ends is no comment: nothing behind it may be lost
            continue
        if opened > told:
            yield Token(told, "", unescape(text[told:opened]))
        told = at
        if found["tag"]:
            yield Token(opened, found["tag"].lower(), attributes=attributes)
    if told < len(text):
        yield Token(told, "", unescape(text[told:]))


def _attributes(text: str, at: int) -> tuple[dict[str, str], int]:
    """The attributes that stand at ``at``, and where the text goes on behind their tag."""
    attributes: dict[str, str] = {}
    while (one := _ATTRIBUTE.match(text, at)) and one.end() > at:
        at = one.end()
        if one[1]:
            value = next((value for value in one.groups()[1:] if value is not None), "")
            attributes.setdefault(one[1].lower(), unescape(value))
    end = _END.match(text, at)
    return attributes, end.end() if end else at


def unescape(text: str) -> str:
    """``text`` with characters in the place of character references."""
    # Python makes a number of the digits, and refuses, or takes long over, many of them.
    return html.unescape(re.sub(r"&#\d{8,};?", "\ufffd", text)) if "&" in text else text


def without_markup(text: str) -> str:
    """A title without the tags of typesetting that databases leave in it: "<i>E. coli</i>" is "E. coli"."""
    if "<" not in text and "&" not in text:
        return text
    return unescape(
        re.sub(r"</?(?:i|b|em|strong|sub|sup|span|u|sc|scp|italic|bold|jats:\w+)(?:\s[^<>]*)?/?>", "", text, flags=re.I)
    )


_BLOCKS = ("p", "div", "ul", "ol", "table", "tr", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "section")
_EMPHASIS = {"b": "**", "strong": "**", "i": "*", "em": "*", "cite": "*"}


def to_markdown(text: str) -> str:
    """A piece of HTML as Markdown: paragraphs, line breaks, items, emphasis, links. Text without tags stays."""
    if not re.search(r"</?[a-zA-Z][^<>]*>|&[#\w]+;", text):
        return text
    parts: list[str] = []
    links: list[str] = []
    for token in tokens(text):
        name = token.tag.lstrip("/")
        if not token.tag:
            parts.append(token.text)
        elif name == "br":
            parts.append("\n")
        elif name in _BLOCKS:
            parts.append("\n\n")
        elif name == "li":
            parts.append("\n- " if token.tag == "li" else "")
        elif name in _EMPHASIS:
            mark = _EMPHASIS[name]
            if parts and parts[-1] == mark:  # emphasis of nothing
                parts.pop()
            else:
                parts.append(mark)
        elif token.tag == "a":
            address = token.attributes.get("href", "")
            links.append(address if re.match(r"https?://\S+$", address) else "")
            parts.append("[" if links[-1] else "")
        elif token.tag == "/a" and links:
            address = links.pop()
            parts.append(f"]({address})" if address else "")
    parts.extend("]" for address in links if address)
    return _tidied("".join(parts))


def _tidied(text: str) -> str:
    lines = [line.strip() for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
