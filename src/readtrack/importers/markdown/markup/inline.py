"""What stands inside a line of Markdown -> one string in which marks say what was a link, bold, code and so on.

The grammars of reading lists are then regular expressions over that string. Links that are labels, such as
``[[pdf]](url)``, a bare address or a badge, are no text: a single mark stands for each.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from markdown_it.token import Token

from readtrack.importers._conferences import known
from readtrack.importers._no_venues import COPY
from readtrack.importers._people import likeness
from readtrack.importers.markdown.markup.badges import place_on
from readtrack.importers.markdown.markup.blocks import ATTRIBUTES, PARSER
from readtrack.importers.markdown.markup.unspaced import are_title
from readtrack.model import Link
from readtrack.schema import LINK_KINDS

LONGEST = 20_000
"""Characters of a line; a longer one is no entry."""

# Opening and closing marks. Behind an opening link and a label stands one character, the number of the link.
LINK, LINK_END, LABEL = "\x01", "\x02", "\x03"
BOLD, BOLD_END = "\x04", "\x05"
CODE, CODE_END = "\x06", "\x07"
EM, EM_END = "\x0e", "\x0f"
STRUCK, STRUCK_END = "\x10", "\x11"
GUARD = "\x12"
"""Stands before a colon that was escaped: what it is in is no address."""
_FIRST = 0xE000
_MARKS = re.compile(r"[\x01\x03].|[\x02-\x07\x0e-\x12]", re.DOTALL)
_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f]")

_PAIRS = {
    "strong_open": BOLD,
    "strong_close": BOLD_END,
    "em_open": EM,
    "em_close": EM_END,
    "s_open": STRUCK,
    "s_close": STRUCK_END,
}
_MARKED_UP = ("link_close", "image", "code_inline", *(kind for kind in _PAIRS if kind.endswith("close")))
"""Behind these stand attributes, if any."""
_HTML_PAIRS = {"b": BOLD + BOLD_END, "strong": BOLD + BOLD_END, "i": EM + EM_END, "em": EM + EM_END}
_HTML_PAIRS |= dict.fromkeys(("code", "kbd"), CODE + CODE_END)
_HTML_PAIRS |= {"s": STRUCK + STRUCK_END, "del": STRUCK + STRUCK_END, "q": "“”"}

_SIGN = r"(?:\s|:[a-z][a-z0-9_+-]{0,30}:|[\U0001f000-\U0001faff\u2190-\u2bff\ufe0f\u200d])"
_PICTURE = re.compile(rf"{_SIGN}+")
_PICTURES = re.compile(rf"^{_SIGN}{{1,8}}|{_SIGN}{{1,8}}$")
"""Pictures at the ends of what a link says: "[📄 Paper](url)"."""

_SURE = """pdf ps html paper papers arxiv code codes github gitlab slides slide video videos link links website site
    webpage web page project homepage blog poster talk talks presentation dataset datasets data demo bibtex
    bibtext bib doi url here openreview supp supplementary supplemental supplement appendix youtube bilibili
    notes note summary paperlink repo repository source artifact artifacts annotation annotated transcript
    recording tr abs abstract acm ieee usenix eprint download
    论文 原文 笔记 代码 源码 链接 视频 主页 数据集 論文 논문 코드 링크 설명 구현""".split()
_POSSIBLE = """pytorch tensorflow keras caffe caffe2 torch jax mxnet theano chainer matlab python julia c c++ cuda
    official unofficial author authors implementation implementations model models weights pretrained colab notebook
    version v1 v2 v3 reading article articles post posts tutorial report review reviews discussion docs documentation
    doc wiki twitter tweet thread tldr news journal conference workshop preprint full text short long extended
    springer elsevier sciencedirect wiley pmlr hal biorxiv medrxiv cvf aclweb anthology neurips huggingface
    hugging face hf space spaces zhihu media press book chapter mirror copy local scholar semantic material
    materials reference main part
    tech technical 中文 解读 new old original first second related for the of on in
    and with by & + / - |""".split()
_LABEL_WORDS = frozenset([*_SURE, *_POSSIBLE])
_SURE_WORDS = frozenset(_SURE)


def names_links(text: str, perhaps: bool = False) -> bool:
    """Whether ``text`` is nothing but what links are called: "code, slides", of a paper that has none of them; or
    ``perhaps`` called: "PyTorch", "full text"."""
    return (_LABEL_WORDS if perhaps else _SURE_WORDS).issuperset(re.split(r"[\s,;/|]+", text.lower()))


class Marked(NamedTuple):
    """``text`` with marks in it; ``links``: all of them, by their numbers."""

    text: str
    links: tuple[Link, ...]


def marked(text: str, references: dict[str, object]) -> Marked:
    """A line of Markdown with marks; nothing at all where it is longer than ``LONGEST``."""
    if len(text) > LONGEST:
        return Marked("", ())
    tokens: list[Token] = []
    PARSER.inline.parse(_BLANKS.sub(" ", text), PARSER, references, tokens)
    links: list[Link] = []
    said = _RUNS.sub(r"\1\1\1", _BLANKS.sub(" ", "".join(_written(tokens, links))))
    written = _DASHES.sub(" | ", _addresses(said, links))
    written = _PARTED.sub(r"\1", _ANGLED.sub(r"\1 ", written))
    return Marked(_labels(written, links), tuple(links))


_BLANKS = re.compile(r"(?<=\S)[^\S\n]{9,}(?=\S)")
"""Blanks that say no more than one does, and which would be tried at each of them."""
_RUNS = re.compile(r"((?:[^\w\s\x00-\x1f\ue000-\uf8ff]\s?|\s){1,3}?)\1{19,}")
"""Signs without words that come again and again, as "....." does: three say as much, and are tried as often."""
_DASHES = re.compile(
    r"(?:(?<=[^\s|-])\s?-{3,6}\s?|(?<=[^\s|-])\s-{1,2})"
    r"(?=(?:[A-Z][\w&+ ]{1,40}['’]\s?|(?:[A-Z][\w&+]{0,20} ){0,3}[A-Z][a-z&+]{0,9}[A-Z][\w&+]{0,9} )"
    r"(?:19|20)?\d\d\s*(?:$|[^\w\s'’:-]))"
)
"""Dashes between a title and where it appeared, where that ends: "Notes on Looms----FAST'11", "Looms --FAST'11"."""
_ANGLED = re.compile(rf"<\s?({LINK}.[^{LINK_END}]*{LINK_END})\s?>")
"""A link in angle brackets: "<[Title](url)> by Ada Lovelace"."""

_PARTED = re.compile(rf"(?<=\w){BOLD_END}(\s{{1,9}}){BOLD}(?=(?!by\b|et\b)[a-z]+ )")
"""Where bold words end and at once go on, as a title that is broken does: "**Notes on** **the looms of Turin**"."""


def words(text: str, references: dict[str, object]) -> str:
    """A line of Markdown without its marks: addresses in it are words too."""
    tokens: list[Token] = []
    if len(text) <= LONGEST:
        PARSER.inline.parse(text, PARSER, references, tokens)
    return plain("".join(_written(tokens, [])))


def codes(text: str, references: dict[str, object]) -> list[str]:
    """What stands in backquotes in a line of Markdown, each as it is."""
    tokens: list[Token] = []
    if len(text) <= LONGEST:
        PARSER.inline.parse(text, PARSER, references, tokens)
    return [token.content for token in tokens if token.type == "code_inline"]


def _written(tokens: Iterable[Token], links: list[Link]) -> Iterator[str]:
    """Each token as text with marks; ``links`` gets the links."""
    inside, before = 0, ""
    for token in _badges_behind(tokens):
        behind, before = before in _MARKED_UP, token.type
        if token.type in ("text", "text_special"):
            yield _text_of(token, behind)
        elif token.type == "link_open" and not inside:
            inside = 1
            yield LINK + _number(links, str(token.attrGet("href") or ""), str(token.attrGet("title") or ""))
        elif token.type == "link_close" and inside:
            inside = 0
            yield LINK_END
        elif token.type in _PAIRS:
            yield _PAIRS[token.type]
        elif token.type == "code_inline":
            yield f"{CODE}{_ODD.sub('', token.content)}{CODE_END}"
        elif token.type in ("softbreak", "hardbreak"):
            yield "\n"
        elif token.type == "image" and not inside:
            place = place_on(str(token.attrGet("src") or ""))
            yield f" {CODE}{place}{CODE_END} " if place else ""
        elif token.type == "html_inline":
            tag = re.match(r"<(/?)([a-z0-9]+)", token.content, re.IGNORECASE)
            name = tag[2].lower() if tag else ""
            if name == "a":
                address = re.search(r"href\s*=\s*[\"']?([^\"'\s>]*)", token.content, re.IGNORECASE)
                if address and not inside and not _leads_to_itself(token.content, address[1]):
                    inside = 2
                    yield LINK + _number(links, address[1])
                elif tag and tag[1] and inside == 2:
                    inside = 0
                    yield LINK_END
            elif name == "br":
                yield "\n"
            elif name in _HTML_PAIRS:
                yield _HTML_PAIRS[name][1 if tag and tag[1] else 0]
    if inside:
        yield LINK_END


def _badges_behind(tokens: Iterable[Token]) -> Iterator[Token]:
    """The tokens, of which the badges in a link stand behind it: they are no name of it."""
    held: list[Token] | None = None
    for token in tokens:
        if token.type == "image" and held is not None and place_on(str(token.attrGet("src") or "")):
            held.append(token)
            continue
        yield token
        if token.type == "link_open":
            held = []
        elif token.type == "link_close":
            yield from held or ()
            held = None


def _text_of(token: Token, behind: bool) -> str:
    """The text of a token without the attributes in it, if it stands ``behind`` what may have such."""
    attributes = ATTRIBUTES.match(token.content) if behind and token.content.startswith("{") else None
    said = token.content[attributes.end() if attributes else 0 :]
    return (GUARD if token.type == "text_special" and said == ":" else "") + _ODD.sub("", said)


def _leads_to_itself(tag: str, address: str) -> bool:
    """Whether a link is the place that it leads to, so that others can link to an entry: it is none to the reader."""
    place = re.search(r"\s(?:id|name)\s*=\s*[\"']?([^\"'\s>]+)", tag, re.IGNORECASE)
    return place is not None and address == f"#{place[1]}"


def _number(links: list[Link], url: str, kind: str = "") -> str:
    """The character that is the number of one link more; its title may say its kind."""
    links.append(Link(kind if kind in LINK_KINDS else "", url.strip()))
    return chr(_FIRST + min(len(links) - 1, 6000))


_ADDRESS = re.compile(r"[(<\[]?\s?\b(https?://[^\s<>\x00-\x1f\"“”]+)\s?[>\])]?", re.IGNORECASE)
_DOI = re.compile(r"(?<=[\w.,;:)\]]\s)(?:doi:|DOI:?)\s?(10\.\d{4,9}/[^\s<>\x00-\x1f\"“”]+)")
"""A DOI as citations have it: "Nature. 2020;1:2-3. doi:10.1000/182"."""


def _addresses(text: str, links: list[Link]) -> str:
    """``text`` with a link where a bare address stands."""

    def of(found: re.Match[str]) -> str:
        url = found[1] if "://" in found[1] else f"https://doi.org/{found[1]}"
        while url.endswith((")", "]")) and url.count("(" if url[-1] == ")" else "[") < url.count(url[-1]):
            url = url[:-1]
        url = url.rstrip(".,;:!?*_")
        return f" {LABEL}{_number(links, url)} "

    parts = re.split(f"({LINK}.[^{LINK_END}]*{LINK_END}|{CODE}[^{CODE_END}]*{CODE_END})", text)
    return "".join(part if number % 2 else _DOI.sub(of, _ADDRESS.sub(of, part)) for number, part in enumerate(parts))


_ANY_LINK = re.compile(
    rf"(?P<open>[\[(（【]\s?)?{LINK}(?P<number>.)(?P<text>[^{LINK_END}]*){LINK_END}(?P<close>\s?[\])）】])?"
)
_EMPTY = re.compile(rf"[\[(（【]\s*((?:{LABEL}.\s*(?:[,;|/·•&-]\s*)?)+)[\])）】]")
_ENDED = re.compile(rf"(?:^|[,;|.:)\]\u2022\u00b7/{BOLD_END}{EM_END}]|{LABEL}.)[\s*-]*$")
"""What is before the name of a link has ended."""
_NAMED = re.compile(rf"(?:(?<=[\s,;|.])|^)([A-Za-z][\w ()+-]{{0,30}}?)\s?[:：]\s*(?={LABEL}(.))")


def _labels(text: str, links: list[Link]) -> str:
    """``text`` with a mark for each link that is a label, and the labels of all links in ``links``."""

    def of(found: re.Match[str]) -> str:
        number = ord(found["number"]) - _FIRST
        said = plain(found["text"])
        bare = said.strip("[]()（）【】 ").strip()
        bare = _PICTURES.sub("", bare) or bare
        bare += ")" * (bare.count("(") - bare.count(")"))
        bracketed = bool(found["open"] and found["close"]) or (said[:1] in "[(【（" and said[-1:] in "])】）")
        before, after = text[max(0, found.start() - 500) : found.start()], text[found.end() : found.end() + 500]
        if not _is_label(bare, said, bracketed, before, after):
            return found[0]
        silent = re.match(rf"https?://|{_IS_DOI}", bare) or _PICTURE.fullmatch(bare)
        links[number] = links[number]._replace(label=None if silent else bare or None)
        both = found["open"] and found["close"]
        left, right = ("", "") if both else (found["open"] or "", found["close"] or "")
        return f"{left}{LABEL}{found['number']}{right}"

    text = _ANY_LINK.sub(of, text)
    text = re.sub(r"\[{1,2}[^\[\]\x01-\x07]{0,30}\]{1,2}\([^()\x01-\x07]{0,200}\)", " ", text)
    text = re.sub(rf"[\[(（【]\s*({LABEL}.)\s*[\])）】]", r"\1", text)
    text = _EMPTY.sub(r" \1 ", text)

    def named(found: re.Match[str]) -> str:
        number = ord(found[2]) - _FIRST
        words = found[1].split()
        if links[number].label or found[1].count(")") > found[1].count("("):
            return found[0]
        if not _ENDED.search(text, max(0, found.start() - 3), found.start()):
            # The words of a title go on before it: only what is a label for sure is one.
            while words and not _says_label(words):
                del words[0]
        said = " ".join(words)
        links[number] = links[number]._replace(label=said or None)
        return found[1][: len(found[1]) - len(said)] if said else found[0]

    return _NAMED.sub(named, text)


_IS_DOI = r"(?:doi:\s?)?10\.\d{4,9}/\S+$"
_DATED_LABEL = re.compile(r"(?=[A-Z]|.*['’])([A-Za-z][A-Za-z& -]{1,60})(?:['’]\s?\d\d|\s(?:19|20)\d\d)")


def is_dated_label(said: str) -> bool:
    """Whether a label says where and when, whatever the name in it is: "[Loom Letters'24](url)"; not "Days of '69"."""
    dated = _DATED_LABEL.fullmatch(said)
    words = dated[1].split() if dated and not COPY.search(said) else []
    return bool(words) and not _says_label(words) and not re.fullmatch(_GOES_ON, words[-1], re.IGNORECASE)


def _says_label(words: Sequence[str]) -> bool:
    """Whether words are nothing but what labels say: "official code"."""
    return _LABEL_WORDS.issuperset(low := {word.lower() for word in words}) and not low.isdisjoint(_SURE_WORDS)


_OF_VENUES = frozenset("journal conference workshop media press materials of the for on in and &".split())


def says_where(said: str) -> bool:
    """Whether a label may be called after a venue, whatever its name: not "code", nor "Author Manuscript"."""
    low = re.split(r"[\s-]+", said.lower())
    return not any(word in _LABEL_WORDS for word in low if word not in _OF_VENUES) and not _OF_VENUES.issuperset(low)


def _is_label(said: str, written: str, bracketed: bool, before: str, after: str) -> bool:
    """Whether a link that says ``said`` is a label: "pdf", "arxiv", an address, a picture."""
    words = re.findall(r"[^\s,.&()\[\]/|:_-]+", said.lower())
    if _SURE_WORDS.issuperset(words) or _PICTURE.fullmatch(said) or re.match(rf"https?://|www\.|{_IS_DOI}", said):
        return True
    aside = re.fullmatch(r"\w+\s?[(（][^()（）]{2,40}[)）]", said)  # "paper(CVPR version)"
    if aside and words[0] in _SURE_WORDS and plain(before).strip(" []()-*"):
        return True
    dated = re.fullmatch(r"([A-Za-z&]{2,12})\s?['’]?\s?(?:20)?\d\d", said)
    if dated and (known(dated[1]) or dated[1].lower() == "arxiv"):
        behind = plain(_TAGS.sub("", after.lstrip("])】 ,.;:|/–—-")))
        return bool(plain(before).strip(" []()-*") or re.match(r"\w+\W+\w+\W+\w", behind))
    if is_dated_label(said) and _stands_behind(said, before, after):
        return True
    if all(word in _LABEL_WORDS or word.isdigit() for word in words) and len(words) <= 6:
        leads = not before.strip(" \x04\x0e*-") and not bracketed
        return not leads or any(word in _SURE_WORDS for word in words)
    if len(words) <= 3 and _DATED_BEFORE.search(before):
        return True
    if len(words) <= 2 and _APART.search(before) and after[:2] in (". ", ".\t"):
        return words[-1] in _SURE_WORDS or not (known(said) or likeness(said))
    if written[:1] == "[" and written[-1:] == "]" and plain(before).strip(" []()-*"):
        return True
    if (
        len(words) <= 3
        and _stands_behind(said, before, after)
        and not known(said)
        and not likeness(said.rstrip("*†‡§0123456789 "))
    ):
        return True
    if bracketed and words[0] in _SURE_WORDS and (LINK in before or LABEL in before):
        return True
    if bracketed and len(words) <= 5 and re.match(rf"\s*{BOLD}[^{BOLD_END}\s]+\s\S+\s", after):
        return True  # a title in bold stands behind it
    if bracketed and len(words) <= 4 and len(said) <= 30:
        return bool(plain(before).strip(" []()-*")) or bool(re.search(r"\w\W+\w", plain(after)))
    return False


_DATED_BEFORE = re.compile(r"\w \([A-Z][\w@&' -]{1,30} ['’]?(?:20|19)?\d\d\)\s*$")
"""A venue and year in brackets, which end a title: what is linked behind them is a label."""
_APART = re.compile(rf"(?:{LINK_END}|{LABEL}.|{BOLD_END})[.,]\s$")
"""What stands before a link that is a sentence of its own, behind a title: "[Title](url). [Main page](url). Names"."""


def _stands_behind(said: str, before: str, after: str) -> bool:
    """Whether a link stands behind the words of a title, and nothing but links behind it: "Title [Main Page](url)"."""
    if before.count("(") > before.count(")") or (LINK in before and plain(_LINKED.sub("", before)).count(" ") > 2):
        return False  # inside brackets, or one of several links in a sentence
    words = plain(_TAGS.sub(" ", before)).split()
    ends = bool(re.match(rf"[\s,;|/()\[\]]*(?:$|[{LINK}{LABEL}])", after)) and not before.rstrip().endswith((":", "："))
    return ends and are_title(words, said) and not re.fullmatch(_GOES_ON, words[-1], re.IGNORECASE)


_TAGS = re.compile(r"^(?:\s*\[[^\[\]]*\])+")
"""What stands in brackets before a title is none of its words: "[OSDI 2018] [cited by 51] [Title](url)"."""
_LINKED = re.compile(rf"{LINK}.[^{LINK_END}]*{LINK_END}")
_GOES_ON = r"of|the|an?|in|on|for|and|by|with|to|from|via|see|as|at|is|are|or|using|their|our|its|–|-|—|&"


def plain(text: str) -> str:
    """``text`` without marks, blanks single."""
    return " ".join(_MARKS.sub("", text).split())


def numbers_in(text: str) -> list[int]:
    """The numbers of the links in ``text``, in order."""
    return [ord(found[1]) - _FIRST for found in re.finditer(rf"[{LINK}{LABEL}]([\ue000-\uf8ff])", text)]


def as_markdown(text: str, links: tuple[Link, ...]) -> str:
    """A piece of marked text as Markdown again, for a note."""

    def written(found: re.Match[str]) -> str:
        link = links[ord(found[1]) - _FIRST]
        return f"[{_MARKS.sub('', found[2] or '') or link.label or link.url}]({link.url})"

    text = re.sub(rf"{LINK}(.)([^{LINK_END}]*){LINK_END}", written, text)
    text = re.sub(rf"{LABEL}(.)()", written, text)
    for marks, sign in (
        (BOLD + BOLD_END, "**"),
        (EM + EM_END, "*"),
        (CODE + CODE_END, "`"),
        (STRUCK + STRUCK_END, "~~"),
    ):
        both = text.count(marks[0]) == text.count(marks[1])
        text = re.sub(f"[{marks}]", sign if both else "", text)
    return _MARKS.sub("", text).strip()


def is_web(url: str) -> bool:
    """Whether a link leads into the web."""
    try:
        return urlsplit(url).scheme.lower() in ("http", "https")
    except ValueError:
        return False
