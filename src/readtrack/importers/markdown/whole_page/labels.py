"""What stands in bold before a colon and a title, where it is a label: "**Survey**: Notes on Looms [[pdf]](url)".

One line does not tell: "**Loom**: Weaving with Cards" is a name and the rest of its title. A page whose titles say
again what is in bold before them has labels there, and so has a line whose bold words stand before a link to a paper.
Words of prose before such links are labels where three lines have them, whose links say where the papers appeared, as
those do that say a whole title: "Looms in the mill: [OSDI'20: Notes on Looms](url)". A short name there is one where
three lines say it again in their links, or have the same, and it is one of those: "LWN: [Notes on Looms](url)".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from readtrack.identifiers import leads_to_paper
from readtrack.importers._conferences import known
from readtrack.importers._people import is_sure
from readtrack.importers.markdown.layout.items import Found
from readtrack.importers.markdown.line.ends import ends_dated
from readtrack.importers.markdown.line.entry import Line, line_of
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.markup.inline import BOLD, BOLD_END, EM, LABEL, LINK, LINK_END
from readtrack.importers.markdown.said.groups import Facts
from readtrack.importers.markdown.said.people import is_one, people_in
from readtrack.importers.markdown.said.place import YEAR, venue_of
from readtrack.importers.markdown.said.titles import is_cased, name_in, tidy
from readtrack.model import Author

_LABELLED = re.compile(
    rf"[^\w{BOLD}{LINK}{LABEL}]*(?:\d{{1,3}}[.)]\s+)?"
    rf"(?:{BOLD}([^{BOLD_END}{LINK}{LABEL}:：]{{2,120}})(?:[:：]\s?{BOLD_END}|{BOLD_END}\s?[:：])\s*(?=[^\s{LABEL}(\[])"
    rf"|{BOLD}(?P<name>[^\s{BOLD_END}{LINK}{LABEL}:：]{{2,40}}){BOLD_END}\s[–—-]\s+(?=[^\w{LABEL}(\[]*(?:[A-Z]|(?P=name):))"
    rf"|(?P<plain>[^\W\d_][^{BOLD}{EM}{LINK}{LABEL}:：\n\"“]{{7,120}})[:：]\s*(?={LINK}))"
)
_LINKED = re.compile(rf"{LINK}.[^{LINK_END}]+{LINK_END}")
_SHORT = re.compile(
    rf"[^\w{BOLD}{LINK}{LABEL}(\[]*(?P<label>[A-Z][\w+.-]*(?: [A-Z][\w+-]*)?)\s?[:：]\s*"
    rf"(?=(?P<link>{LINK}.[^{LINK_END}\s]+(?:\s+[^{LINK_END}\s]+){{2,}}\s*{LINK_END}))"
)
"""A short name, or a topic of a word or two, before a link of three words or more: "LWN: [Notes on Looms](url)"."""
_PROSE = re.compile(r"^(?:It|These|They|This|We)\b|[.!]\s+[A-Z]")
_LEAST = 3
"""Lines in which a title says its label again: a page with fewer may do so by chance."""
_TAG = 40
"""Characters of a tag."""


class _Split(NamedTuple):
    """``label``: what is in bold; ``line``: what stands behind its colon; ``again``: that says the label, too;
    ``plain``: the label is some words of prose before a link, not in bold; ``dashed``: it is a name before a dash.
    """

    label: str
    line: Line
    again: bool
    sure: bool
    plain: bool = False
    dashed: bool = False


def labelled(found: Sequence[Found]) -> list[Found]:
    """The entries whose titles have a label in bold before them, without that."""
    splits = [_split(one.said) if one.said else None for one in found]
    again = sum(bool(split and split.again and not split.plain) for split in splits)
    prose = sum(bool(split and split.plain) for split in splits)
    many = again >= _LEAST and again * 8 >= sum(map(bool, splits)) - prose
    told = [bool(split and (prose >= _LEAST if split.plain else many or split.sure)) for split in splits]
    return [
        _behind(one, split) if split and is_label else one
        for one, split, is_label in zip(found, splits, told, strict=True)
    ]


def behind_names(found: Sequence[Found]) -> list[Found]:
    """The entries without short names before a colon and a link, where links say those names again, or lines share
    them: elsewhere "LoomNet: [A Way to Weave](url)" may be the whole title."""
    cuts = [_SHORT.match(one.said.marked.text) if one.said and len(one.text) <= 3000 else None for one in found]
    names = Counter(cut["label"] for cut in cuts if cut)
    shared = {label for label, times in names.items() if times > 1}
    said = [bool(cut and (not shared.isdisjoint(_names_in(cut)) or _says_again(cut))) for cut in cuts]
    leads = [bool(cut and one.said and _leads(cut["link"], one.said)) for one, cut in zip(found, cuts, strict=True)]
    if sum(said) < _LEAST or sum(said) * 5 < names.total() or sum(leads) * 2 < names.total():
        return list(found)
    whole = len({cut["label"] for cut in cuts if cut and _is_whole(cut)}) >= _LEAST
    # Beside those whose links are titles, one with a name before it is a title for sure, too.
    return [
        _unnamed(one, one.said, cut)
        if one.said and cut and (whole or told)
        else one._replace(sure=one.sure or int(leading))
        for one, cut, told, leading in zip(found, cuts, said, leads, strict=True)
    ]


def _names_in(cut: re.Match[str]) -> tuple[str, str]:
    """The label, and the last word of it: "Wide LWN" is one beside "LWN"."""
    return cut["label"], cut["label"].split()[-1]


def _is_whole(cut: re.Match[str]) -> bool:
    """Whether a link has all of a title that begins with the label: with several, no link of a page needs its label."""
    return inline.plain(cut["link"]).lstrip().startswith(f"{cut['label']}:")


def _says_again(cut: re.Match[str]) -> bool:
    """Whether a link begins with the last word of the label before it."""
    return inline.plain(cut["link"]).casefold().startswith(cut["label"].split()[-1].casefold())


_OF_LIST = re.compile(r"(?:done|papers?|read|title)", re.IGNORECASE)
"""What is said before a title of a paper, and is no topic of it."""


def _unnamed(one: Found, said: Line, cut: re.Match[str]) -> Found:
    line = line_of(said.marked._replace(text=cut.string[cut.end() :]))
    if not line or known(cut["label"]):
        return one
    kept = _behind(one, _Split(cut["label"], line, True, True))
    if not kept.said or not _OF_LIST.fullmatch(cut["label"]):
        return kept
    return kept._replace(said=kept.said._replace(facts=kept.said.facts._replace(tags=line.facts.tags)))


def _split(said: Line) -> _Split | None:
    """A line as a label and what is behind it, if that has a title."""
    found = _LABELLED.match(said.marked.text) if len(said.marked.text) <= 3000 else None
    rest = said.marked.text[found.end() :] if found else ""
    line = line_of(said.marked._replace(text=rest)) if found else None
    if not found or not line or len(line.title.split()) < 3 or people_in(line.title) or venue_of(line.title):
        return None
    label = inline.plain(found[1] or found["name"] or found["plain"]).strip()
    if found["plain"] and (re.search(r"\s[A-Z][a-z]{3}", label) or len(label.split()) < 3):
        return None  # so a title begins
    if found["plain"] and not _says_where(inline.plain(rest[: rest.find(LINK_END)]), line):
        return None  # "Looms are all you need: [A Way to Weave](url)" may be the whole title
    linked = _LINKED.match(rest)
    if said.title == line.title or (said.title == label and said.facts.authors and not linked):
        return None  # that is the title, or behind the colon stands who wrote it
    if _PROSE.search(inline.plain(linked[0] if linked else rest.split(LABEL)[0])):
        return None
    placed = line.sure == "link" and (line.facts.venue or line.facts.authors) and len(label.split()) <= 2
    if linked and not (placed or _leads(linked[0], said)):
        return None  # "**The Weaving of Numbers**: [Slides](url), OSDI 2020"
    words = re.findall(r"\w+", label.casefold())
    again = bool(words) and re.findall(r"\w+", line.title.casefold())[: len(words)] == words
    colon = again and line.title[len(label) :].startswith((":", "："))
    dashed = bool(found["name"])
    return _Split(label, line, colon if dashed else again, bool(linked) or colon, bool(found["plain"]), dashed)


def _says_where(link: str, line: Line) -> bool:
    """Whether ``link`` says where a paper appeared before its title, or at its end behind a bar."""
    return bool(line.facts.venue) and (not link.startswith(line.title) or " | " in link[len(line.title) :])


def _leads(linked: str, said: Line) -> bool:
    """Whether a link leads to a paper."""
    return leads_to_paper(said.marked.links[inline.numbers_in(linked)[0]].url)


def _behind(one: Found, split: _Split) -> Found:
    """An entry whose title stands behind its label, which says where and when, or the short name, or a topic."""
    assert one.said is not None  # noqa: S101 - only what has a title was split
    label, told = ends_dated(split.label)
    if not told.venue and (place := _place_in(split.label)):
        label, told = split.label.rpartition(", ")[0], Facts(*place)
    short = bool(re.fullmatch(r"[\w+.-]*[A-Za-z][\w+.-]*[A-Z\d][\w+.-]*", label))
    if is_one(label) and is_sure(label) and " " in label:
        told = told._replace(authors=(Author(label),))
    else:
        told = told._replace(name=label if short else None, tags=() if short or len(label) > _TAG else (label,))
    marks = Facts(read=one.said.facts.read, stars=one.said.facts.stars)
    facts = split.line.facts.over(told).over(marks)
    name = split.line.name or facts.name
    said = split.line._replace(facts=facts, name=name, marked=one.said.marked)
    # Beside names before dashes, titles in bold stand before remarks: they are as sure.
    sure = max(one.sure, 1) if split.dashed else 2 if split.line.links else one.sure
    return one._replace(said=said, sure=sure)


def _place_in(label: str) -> tuple[str | None, int | None] | None:
    """Where and when, at the end of a label: "The mill's paper, Turin IROS (2015)"."""
    dated = re.fullmatch(rf".*, ([^,]+?)\s?\(({YEAR})\)", label)
    last = dated[1].rpartition(" ")[2] if dated else ""
    if dated and known(last):
        return venue_of(f"{last} {dated[2]}")
    kind = re.search(r"\b(?:Conference|Journal|Letters|Symposium|Transactions)\b", dated[1]) if dated else None
    return venue_of(f"{dated[1]} ({dated[2]})", surely=True) if dated and kind else None


_NOTED = re.compile(
    rf"[^\w{LINK}{LABEL}\[]*{LINK}(?P<link>.)(?P<nick>\[[^\[\]{LINK_END}]{{1,30}}\])?\s*(?P<topic>[^{LINK_END}]*){LINK_END}"
    rf"\s?[:：]\s+(?=[^\s{LINK}{LABEL}])"
)


def behind_notes(found: Sequence[Found]) -> list[Found]:
    """The entries without what their notes are called, where titles stand behind: "[[LN] Loom Nets](ln.md): Title".

    It is the short name in brackets and a topic behind that in several links that tells such pages.
    """
    cuts = [_NOTED.match(one.said.marked.text) if one.said and len(one.text) <= 3000 else None for one in found]
    told = [
        cut if cut and one.said and not inline.is_web(one.said.marked.links[inline.numbers_in(cut[0])[0]].url) else None
        for one, cut in zip(found, cuts, strict=True)
    ]
    named = sum(bool(cut and cut["nick"] and len(cut["topic"].split()) > 1) for cut in told)
    if named < _LEAST or named * 3 < len(found):
        return list(found)
    return [_noted(one, cut) if cut else one for one, cut in zip(found, told, strict=True)]


def _noted(one: Found, cut: re.Match[str]) -> Found:
    """An entry whose title stands behind what its notes are called, which is a topic of it."""
    assert one.said is not None  # noqa: S101 - only what has a line was cut
    line = line_of(one.said.marked._replace(text=cut.string[cut.end() :]))
    if not line or len(line.title.split()) < 3 or not is_cased(line.title, 2):
        return one
    short, topic = (cut["nick"] or "").strip("[]"), inline.plain(cut["topic"]).strip()
    tags = tuple(word for word in (short, topic) if word and word != line.title and len(word) <= _TAG)
    return one._replace(said=line._replace(facts=line.facts.over(Facts(tags=tags)), marked=one.said.marked))


_GLOSSED = re.compile(
    rf"[^\w{LINK}]*{LINK}.(?P<title>[^{LINK_END}]+){LINK_END}[{BOLD_END}\s]*[:：][{BOLD_END}]?\s+(?P<rest>[^\s{LABEL}].*)",
    re.DOTALL,
)
"""A link, and behind its colon the rest of a title, or what the list says of it."""
_MANY = 5
"""Links of a page that are titles, with words on them behind a colon; most do not end in what is behind theirs."""


def without_glosses(found: Sequence[Found]) -> list[Found]:
    """The entries without what is said of them behind a colon, where links of the page mostly are all of the title."""
    cuts = [_GLOSSED.match(one.said.marked.text) if one.said and len(one.text) <= 3000 else None for one in found]
    titles = [tidy(cut["title"]) if cut else "" for cut in cuts]
    each = list(zip(found, cuts, titles, strict=True))
    whole = sum(
        bool(cut and one.said and one.said.title == title and one.said.facts.remark) for one, cut, title in each
    )
    joined = sum(bool(cut and one.said and one.said.title.startswith(f"{title}: ")) for one, cut, title in each)
    if whole < max(_MANY, joined * 4):
        return list(found)
    return [_unglossed(one, cut, title) if cut else one for one, cut, title in each]


def _unglossed(one: Found, cut: re.Match[str], title: str) -> Found:
    rest = inline.plain(cut["rest"].split(LABEL)[0])
    if not one.said or not one.said.title.startswith(f"{title}: ") or is_cased(rest, 2):
        return one
    facts = one.said.facts._replace(remark="\n".join(filter(None, (cut["rest"], one.said.facts.remark))))
    return one._replace(said=one.said._replace(title=title, facts=facts, name=name_in(title)))
