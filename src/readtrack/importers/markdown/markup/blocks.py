"""Markdown text -> its blocks: headings, paragraphs, lists, tables, each with the line it begins in.

CommonMark 0.31 (https://spec.commonmark.org/) with the tables and strikethrough of GitHub
(https://github.github.com/gfm/), as markdown-it-py reads them. What stands inside a line is read later, where needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from readtrack.importers._html import to_markdown
from readtrack.importers._months import MONTH, OF_YEAR
from readtrack.importers.markdown.markup.html_lists import BULLET, as_bullets, fences, whole_tables

SUMMARY_LEVEL = 7
"""The level of a ``<summary>``: it heads what is folded below it, inside whatever heading stands above."""


BREAK = re.compile(r"(?:</?br\s*/?>|\\)$")
"""How a line ends that is broken on purpose."""


class Block(NamedTuple):
    """A block, of one of these kinds.

    - "heading": ``text`` and ``level``; level 7 is a ``<summary>``, and without a text it ends there
    - "paragraph": ``text``
    - "list": ``blocks`` are its items
    - "item": ``blocks`` are what stands in it
    - "table": ``rows``, the first of them its header: (line, cells)
    - "quote": ``blocks`` are what stands in it
    - "comment": ``text`` of an HTML comment
    - "other": code, HTML that says nothing

    ``line`` and ``end``: its first line and the one behind its last, from 1.
    """

    kind: str
    line: int
    end: int
    text: str = ""
    level: int = 0
    blocks: tuple[Block, ...] = ()
    rows: tuple[tuple[int, tuple[str, ...]], ...] = ()


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).disable(["inline"])
    # Links are kept as they are written, whatever they are: what may be followed is decided elsewhere.
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]  # the way the parser documents
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005  by that name
    return parser


PARSER = _parser()


ATTRIBUTES = re.compile(r"(?:\s?\{:?\s?(?:[.#][\w-]|[a-z-]{1,30}=)[^{}\n]{0,200}\}){1,4}")
"""Attributes of what they stand behind, as kramdown and Pandoc have them: ``{target="_blank"}``, ``{: .label }``."""
_HEADED = re.compile(rf"\s{ATTRIBUTES.pattern}\s*$")


def blocks_of(text: str, references: dict[str, object], first: int = 1, again: bool = True) -> tuple[Block, ...]:
    """The blocks of ``text``, whose first line is the line ``first`` of its file.

    ``references``: filled with the link references in it, for ``inline``; ``again``: whether Markdown that
    stands inside HTML is read too.
    """
    return tuple(_siblings(iter(PARSER.parse(text, references)), first, references, again))


_GLUED = re.compile(r" {0,3}#{2,6}(?=[^\s#])|#(?=[^\W\d_a-z][^#]*\s[^#]*$)")
"""A heading without the blank that Markdown once did without; "#looms #engines" is none."""
_ESCAPED = re.compile(
    r"(\s*)(?:(?:\\[-*+]|[•●▪◦‣]) +(?=\S)|((?:-|\d{1,3}[.)])(?=\[[^\[\]]{2,300}\]\(\S|\*\*\w[^*]{2,300}\*\*)"
    r"|\*(?=\[[^\[\]*]{2,300}(?:$|\]\([^\s*]+\)[^*]*$)))|\*(\d{1,3}[.)]) +(?=[^\s*][^*]*$))"
)
"""A bullet behind a backslash, of another shape, or without a blank before a link; a star where none is behind it, also
before a number: "*3. Looms"."""
_BLANK_IN_LINK = re.compile(r"\]\((?!<)([^()\s<>]+(?: [^()\s<>\"']+)+\.[a-z]{2,4})\)")
"""A link to a file whose name has blanks in it."""
_TITLE_AGAIN = re.compile(r"\[(?=[^\[\]\n ]{1,80} )([^\[\]\n]{3,500})\]\(\1\)")
"""A link that has its words again where the address should be."""
_NOWHERE = re.compile(r"^(\s*(?:[*+-]|\d{1,3}[.)])\s+\[(?:[^\s\[\]]{1,80} ){4,30}[^\s\[\]]{1,80}\])\(#\)")
"""A link at the beginning of an item, as long as titles are, whose address is not known yet: "#"."""
_APART = re.compile(
    r"(^[\s\d.)*+_-]*(?:\[[ xX]\]\s)?[*_]{0,3}\[[^\[\]\n]{3,300}\]"
    r"|\[(?i:arxiv|code|doi|html|link|paper|pdf|slides|url|video)\]"
    r"|\[\[(?i:arxiv|code|doi|html|link|paper|pdf|slides|url|video)\]\]) (?=\(https?://[^\s()]+\))"
)
"""A blank between the words of a link and its address; elsewhere in a line a bracket says who wrote it, and when."""
_DASHED = re.compile(r"-(?:[A-Z]|\[[ xX]\] )")
"""A dash that may be a bullet without its blank."""
_NUMBERED = re.compile(r"\d{1,3}[.)] ")
_SHALLOW = re.compile(r" {1,2}([-*+])(?: +(?=[^\s\d*+-]|\*\*\w)|(?<=-)(?=[^\W\d_]))")
"""A bullet, which a dash may be without a blank; a star without one begins what is emphasised."""


_DAY = re.compile(rf"^(\s*[-*+]\s+\d{{1,2}})\.(?=\s+{MONTH}{OF_YEAR}(?:19|20)\d\d\s?[:：]\s)")
"""The number of a day behind a bullet, which would be that of an item in it: "- 12. Mai 2020: Looms"."""
_SHORTCODE = re.compile(r"(`+[^`]*`+)|(?<!\])\(\{\{[<%][^{}]*[>%]\}\}\)|(?<!\]\()\{\{[<%][^{}]*[>%]\}\}")
"""What Hugo makes something else of, a cell of a table or the link to a file; not where it is the address of a link.

What stands in backquotes is matched too, to be kept.

https://gohugo.io/content-management/shortcodes/
"""


def as_meant(lines: Sequence[str]) -> list[str]:
    """``lines`` with headings and bullets where they are meant, though CommonMark has none; without attributes
    and shortcodes.

    "##Looms"; "\\- Looms"; "• Looms"; "-[Looms](url)", "3.[Looms](url)", "-Looms" below a bullet,
    where that is linked or not the only one, as it may say who wrote what stands above it;
    "[Looms](my looms.pdf)"; "[Looms] (url)"; "[[looms|Looms]]", as wikis link their pages; lists in HTML; a bullet
    that stands only one or two blanks inside of a numbered item; and "i. Looms", "ii. Cards" below one.
    """
    found: list[str] = []
    numbered = False
    lines = [_DAY.sub(r"\1\\.", line) for line in whole_tables(as_bullets(lines))]
    several = sum(bool(_DASHED.match(line)) and above.startswith("-") for above, line in pairwise(lines)) > 1
    for line, (fence, fenced) in zip(lines, fences(lines), strict=True):
        line = _SHORTCODE.sub(r"\1", line) if "{{" in line and not fenced else line
        ruled = found and re.match(r"-{20,}\s*$", line) and re.match(r"[A-Z]{4,8} \S", found[-1])
        glued, escaped = (None, None) if fenced or fence else (_GLUED.match(line), _ESCAPED.match(line))
        if (ruled or ATTRIBUTES.fullmatch(line.strip())) and not fenced:
            found.append("")  # a rule, which would make a heading of the line above it, or attributes of that
        elif glued:
            found.append(f"{glued[0]} {line[glued.end() :]}")
        else:
            line = _WIKI.sub(_of_wiki, line) if "[[" in line and not fenced else line
            line = _APART.sub(r"\1", line) if "] (http" in line and not fenced else line
            line = _BLANK_IN_LINK.sub(r"](<\1>)", _TITLE_AGAIN.sub(r"[\1]()", line)) if "](" in line else line
            line = _NOWHERE.sub(r"\1()", line) if "](#)" in line and not fenced else line
            meant = f"{escaped[1]}{escaped[2] or escaped[3] or '-'} {line[escaped.end() :]}" if escaped else line
            dashed = _DASHED.match(line) if several or re.search(r"^-\[|\][(\[]|://", line) else None
            if dashed and found and found[-1].startswith("- ") and not fenced:
                meant = f"- {line[1:]}"  # right below another bullet
            found.append(_SHALLOW.sub(r"     \1 ", meant, count=1) if numbered and _SHALLOW.match(meant) else meant)
        numbered = bool(_NUMBERED.match(line)) or (numbered and line[:1] in ("", " ", "\r"))
    return list(_in_roman(_in_rows(found)))


_WIKI = re.compile(r"(?<!!)\[\[([^\[\]<>|\\\n]{2,300})(?:\\?\|([^\[\]|\n]{2,300}))?\]\](?![(\[])")
"""A link to another page as wikis have it, and Obsidian: "[[papers/Notes on Looms]]", "[[papers/looms|On Looms]]"."""


def _of_wiki(found: re.Match[str]) -> str:
    """A link to a page in a folder, or one that is called as long as titles are; others may be tags and labels."""
    page, said = found[1].strip(), found[2] or found[1].rpartition("/")[2]
    long = len(said.split()) >= 3 or ("/" in page and found[2])
    return f"[{said.strip()}](<{page}.md>)" if long else found[0]


def _in_rows(lines: Sequence[str]) -> list[str]:
    """``lines`` of which a row that was broken inside a cell is one again, and below it an empty one."""
    found = list(lines)
    for at in range(2, len(found)):
        whole, start, end = (line.strip() for line in found[at - 2 : at + 1])
        begun = whole.endswith("|") and start.startswith("|") and not start.endswith("|")
        if begun and end[-1:] == "|" and end[0] != "|" and start.count("|") + end.count("|") == whole.count("|"):
            found[at - 1 : at + 1] = [f"{start} {end}", "|" * whole.count("|")]
    return found


_ROMAN = re.compile(r"\s+([ivxIVX]{1,5})[.)]\s+(?=\S)")
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")


def _in_roman(lines: Sequence[str]) -> Iterator[str]:
    """``lines`` with the Roman numbers of lines inside an item as those that CommonMark has, and as deep."""
    width = count = 0
    for line in lines:
        number = _ROMAN.match(line) if width else None
        said = number and (number[1].lower() if count else number[1])
        if number and count < len(_ROMANS) and said == _ROMANS[count]:
            count += 1
            yield f"{' ' * width}{count}. {line[number.end() :]}"
            continue
        if item := BULLET.match(line):
            width, count = item.end(), 0
        elif line.strip() and not line[0].isspace():
            width = 0
        yield line


_KINDS = {
    "list_item_open": "item",
    "bullet_list_open": "list",
    "ordered_list_open": "list",
    "blockquote_open": "quote",
}


def _siblings(tokens: Iterator[Token], first: int, references: dict[str, object], again: bool) -> Iterator[Block]:
    """The blocks up to the end of what they stand in. markdown-it nests no deeper than 20."""
    for token in tokens:
        start, end = token.map or (0, 0)
        line, end = first + start, first + end
        if token.nesting < 0:
            return
        if token.type in ("paragraph_open", "heading_open"):
            text = next(tokens).content
            next(tokens)
            level = int(token.tag[1]) if token.tag != "p" else 0
            text = _HEADED.sub("", text) if level else text
            yield Block("heading" if level else "paragraph", line, end, text, level)
        elif token.type == "table_open":
            yield Block("table", line, end, rows=tuple(_rows(tokens, first)))
        elif token.type == "html_block":
            yield from _html(token.content, line, references, again)
        elif token.nesting > 0:
            kind = _KINDS.get(token.type)
            inside = tuple(_siblings(tokens, first, references, again))
            yield Block(kind, line, end, blocks=inside) if kind else Block("other", line, end)
        else:
            yield Block("other", line, end)


def _rows(tokens: Iterator[Token], first: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    line = first
    cells: list[str] = []
    for token in tokens:
        if token.type == "table_close":
            return
        if token.type == "tr_open":
            line, cells = first + (token.map or [0])[0], []
        elif token.type == "inline":
            cells.append(token.content)
        elif token.type == "tr_close":
            yield line, tuple(cells)


_COMMENT = re.compile(r"<!--(.*?)(?:-->|\Z)", re.DOTALL)
_SUMMARY = re.compile(r"<summary[^<>]{0,200}>(.{0,2000}?)</summary>", re.IGNORECASE | re.DOTALL)
_DETAILS = re.compile(r"<(/?)details\b", re.IGNORECASE)
_IN_ITEM = re.compile(r"(?:\A|\n)[ \t]*[-*+] (?:<details[^<>\n]{0,200}>\s*)?\Z", re.IGNORECASE)
"""What stands before the summary of what is folded inside a bullet."""
_TAG = re.compile(r"</?[a-z][a-z0-9]{0,12}(?:\s[^<>]{0,2000})?/?>", re.IGNORECASE)
_OF_TEXT = re.compile(r"</?(?:b|strong|i|em|a|code|s|del|br)\b", re.IGNORECASE)


def _html(html: str, line: int, references: dict[str, object], again: bool) -> Iterator[Block]:
    """What HTML says that matters to a list: comments, summaries, and the Markdown that it stands around."""
    end = line + html.count("\n")
    for comment in _COMMENT.findall(html):
        yield Block("comment", line, end, comment.strip())
    html = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), html)
    if re.search(r"<t[dr]\b|<(?:style|script|pre)\b", html, re.IGNORECASE):
        rows = tuple(_html_rows(html, line))
        yield Block("table", line, end, rows=rows) if len(rows) > 1 else Block("other", line, end)
        return
    tags = [tag.lower() for tag in _DETAILS.findall(html)]
    if tags[:1] == ["/"]:
        yield Block("heading", line, end, level=SUMMARY_LEVEL)
    summaries = [
        one for one in _SUMMARY.finditer(html) if not _IN_ITEM.search(html, max(0, one.start() - 300), one.start())
    ]
    for summary in summaries:
        said = to_markdown(summary[1]) if "<a " in summary[1] else _TAG.sub("", summary[1])
        yield Block("heading", line, end, " ".join(said.split()), SUMMARY_LEVEL)
    html = _SUMMARY.sub(lambda found: "\n" * found[0].count("\n"), html)
    inside = _TAG.sub(lambda tag: tag[0] if _OF_TEXT.match(tag[0]) else "\n" * tag[0].count("\n"), html)
    inside = re.sub(r"(?im)^[ \t]*(?:<br\s*/?>[ \t]*)+", "", inside)
    if again and inside.strip():
        # A blank line for the first: a line that begins with a tag of text would begin HTML again.
        yield from blocks_of(_unindented(inside), references, line, again=False)
        if summaries and tags.count("/") >= tags.count(""):
            yield Block("heading", end, end, level=SUMMARY_LEVEL)


_BULLET = re.compile(r"(?m)^[ \t]*(?=[-*+] \S)")


def _unindented(text: str) -> str:
    """``text`` from HTML without what its lines are indented by, but for bullets inside of the first of them."""
    first = _BULLET.search(text)
    width = len(first[0]) if first else 0

    def inner(blank: re.Match[str]) -> str:
        return blank[0][width:] if _BULLET.match(text, blank.start()) else ""

    return re.sub(r"(?m)^[ \t]+(?=\S)", inner, text)


_ROW = re.compile(r"<tr\b[^<>]*>(.*?)(?=<tr\b|</tr>|</table>|\Z)", re.IGNORECASE | re.DOTALL)
_CELL = re.compile(r"<t([dh])\b[^<>]*>(.*?)(?=<t[dh]\b|</t[dhr]>|\Z)", re.IGNORECASE | re.DOTALL)


def _html_rows(html: str, first: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The rows of a table in HTML, the first of them its header, which is empty where it has none."""
    for number, row in enumerate(_ROW.finditer(html)):
        cells = _CELL.findall(row[1])
        written = tuple(_cell(cell) for _, cell in cells)
        if not number and not any(kind in "hH" for kind, _ in cells):
            yield first, ("",) * len(cells)
        yield first + html.count("\n", 0, row.start()), written


def _cell(html: str) -> str:
    """A cell in one line: empty lines and bullets in its HTML part what is Markdown; a line only broken is a blank."""
    whole = re.sub(r"(?<!\n)\n(?!\n|[-*+] |\d{1,3}\. )", " ", "\n".join(map(str.strip, html.split("\n"))))
    return " ".join(to_markdown(whole).replace("\n", "<br>").split())


def width_of(lines: Sequence[str]) -> int:
    """The width at which all lines of a page are broken, as an editor does it; 0 where they are not."""
    widest = max((len(line.rstrip()) for line in lines if "://" not in line), default=0)
    full = loose = 0
    for line, after in pairwise(lines if 60 <= widest <= 100 else ()):
        goes_on = re.match(r"(?:\s+[\w(]|[a-z(])\S*(?!\S)(?<![.)])", after) if line.strip() else None
        if goes_on:
            full += len(line.rstrip()) + 1 + len(goes_on[0].strip()) > widest
            loose += len(line.rstrip()) + 1 + len(goes_on[0].strip()) <= widest
    return widest if full >= 3 and full > 3 * loose else 0


_INDENTED = 6
"""Columns before a line of an item, which its text no longer shows."""


def joined(text: str, width: int) -> str:
    """``text`` with a blank where a line was broken only because of the ``width`` of the page."""
    first, *rest = text.split("\n")
    found = [first]
    for line in rest:
        word = line.split(maxsplit=1)[0] if line.strip() else ""
        broken = len(found[-1].rpartition("\n")[2]) + 1 + len(word) + _INDENTED > width
        found.append(
            f" {line.lstrip()}" if word and broken and not found[-1].endswith(("  ", "\\", ">")) else f"\n{line}"
        )
    return "".join(found)


def source_of(block: Block, lines: Sequence[str]) -> str:
    """The Markdown that a list item holds, without its bullet and indentation; ``lines``: of the whole file."""
    own = list(lines[block.line - 1 : block.end - 1])
    if not own:
        return ""
    marker = re.match(r"[\s>]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]{1,4}(?=\S)|[ \t]|$)", own[0])
    width = marker.end() if marker else 0
    return "\n".join([own[0][width:], *(_dedented(line, width) for line in own[1:])]).strip("\n")


def _dedented(line: str, width: int) -> str:
    """``line`` without the white space in its first ``width`` columns."""
    column = at = 0
    while at < len(line) and column < width and line[at] in " \t":
        column += 4 - column % 4 if line[at] == "\t" else 1
        at += 1
    return line[at:]


def end_of(blocks: Sequence[Block], number: int) -> int:
    """The number of the block behind all that stands below a heading, under smaller ones too."""
    level = blocks[number].level
    ends = (at for at in range(number + 1, len(blocks)) if blocks[at].kind == "heading" and blocks[at].level <= level)
    return next(ends, len(blocks))


def folded(blocks: Sequence[Block], at: int) -> int:
    """The number of the block behind what is folded below a summary, if that is prose alone; else ``at``."""
    if blocks[at].kind != "heading" or blocks[at].level != SUMMARY_LEVEL or not blocks[at].text:
        return at
    prose = ("paragraph", "other", "comment")
    end = next((one for one in range(at + 1, len(blocks)) if blocks[one].kind not in prose), len(blocks))
    closed = end < len(blocks) and blocks[end].level == SUMMARY_LEVEL and not blocks[end].text
    return end + 1 if closed else at


def next_of(blocks: Sequence[Block], number: int) -> Block | None:
    """The block behind the one of that number, code and comments left out."""
    return next((block for block in blocks[number + 1 : number + 4] if block.kind not in ("other", "comment")), None)


def below_of(item: Block) -> list[Block]:
    """What stands below the line of an item, as items: those of lists, and paragraphs."""
    found: list[Block] = []
    for block in item.blocks[1:]:
        found += block.blocks if block.kind == "list" else ()
        found += [Block("item", block.line, block.end, blocks=(block,))] if block.kind == "paragraph" else ()
    return found
