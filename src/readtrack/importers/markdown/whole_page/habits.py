"""What stands in brackets at one end of most titles of a page, or behind a dash: none of them has it in its title.

One title does not tell: "Looms (Revisited)" is one. Where most end so, it is where each appeared, or its short name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from readtrack.importers._organisations import is_organisation, is_school
from readtrack.importers._people import is_common
from readtrack.importers.markdown.layout.items import Found
from readtrack.importers.markdown.line.entry import Line
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.markup.inline import LINK, LINK_END
from readtrack.importers.markdown.said.groups import Facts
from readtrack.importers.markdown.said.people import people_alone
from readtrack.importers.markdown.said.place import venue_of
from readtrack.importers.markdown.said.readings import take_status
from readtrack.importers.markdown.said.titles import CJK, name_in

_ENDS = (
    re.compile(r"^(?:\[([^\[\]]{1,40})\]|[(（]([^()（）]{1,40})[)）])\s*[:：–—-]?\s*(?=\w)"),
    re.compile(r"^([\w+.-]{2,25}(?: [\w+.-]{1,15}){0,2})\s[–—]\s(?=\w+\W+\w)"),
    re.compile(r"\s*(?:[(（\[]([^()（）\[\]]{2,40})[)）\]]|\s(?:--|[-–—|])\s([^–—|()\[\]]{2,30}))\.?$"),
)
_LEAST = 5
_REMARK = re.compile(r"\s?[(（](?:([^(),（）]{2,60}),\s?)?([a-z][a-z-]{2,20}|[A-Z]{3,12})[)）]\.?$")
_SEVERAL = 3


def without_habits(found: Sequence[Found]) -> list[Found]:
    """The entries without what three in five titles have at their beginning, or at their end."""
    kept = _without_names(_without_remarks(_unsigned(_without_glosses(found))))
    sure = any(one.sure for one in found)
    for end in _ENDS:
        # Counted as the page has them: what was taken from some titles is as much a habit as what others still have.
        said = [told for one in found if one.said and (told := _said_at(end, one.said))]
        # What nothing tells to be a paper, as the bullets of an introduction, says nothing of those that end so.
        if len(said) < _LEAST or len(said) * 5 < sum(bool(one.said and (one.sure or not sure)) for one in found) * 3:
            continue
        cuts = [_cut(end, one.said.title) if one.said else None for one in kept]
        venues = sum(bool(venue_of(text)) for text in said) * 2 > len(said)
        kept = [
            one._replace(said=_without(one.said, cut, venues)) if one.said and cut else one
            for one, cut in zip(kept, cuts, strict=True)
        ]
    return kept


def _said_at(end: re.Pattern[str], line: Line) -> str:
    """What a title has at one end, or had there before its status, its tag or a word beside it was taken."""
    if cut := _cut(end, line.title):
        return "".join(cut.groups(""))
    if end is not _ENDS[-1]:
        written = inline.plain(line.marked.text).strip()
        cut = _cut(end, written)
        return "".join(cut.groups("")) if cut and written.startswith(line.title, cut.end()) else ""
    if line.facts.authors and (signed := _SIGNED.search(line.marked.text)):
        return signed[1]
    aside = re.match(r"[(（]([^(),（）]{2,40})[)）]", inline.plain(line.marked.text).partition(line.title)[2])
    if aside and aside[1] in line.facts.remark:
        return aside[1]
    before, status = take_status(line.marked.text)
    return status.tags[0] if status.tags and before.endswith(line.title) else ""


_SIGNED = re.compile(rf"\s[–—]\s([^–—|()\[\]{LINK}{LINK_END}]{{2,80}}?)\s[(][^()]{{4,60}}[)]{LINK_END}")
"""Who wrote a paper, between its title and where and when it appeared, in its link."""
_NAME = re.compile(r"\s?[(（]((?!Ma?c[A-Z])[A-Z][\w+-]{1,24}(?: v\d[\w.]{0,4})?)[)）]\.?$")
"""What a paper is called for short, in brackets behind its title: "(LoomNet)", "(Weaver v2)"."""
_MIXED = re.compile(r"(?=\w*[a-z]{2})(?=[\w+-]*[a-z\d][A-Z]|[A-Z]{2,}[a-z]{2})[\w+-]+")
_ROMAN = re.compile(r"[IVX]+")


def _without_names(found: Sequence[Found]) -> list[Found]:
    """The entries without what their papers are called for short, in brackets behind their titles.

    One is known as such where the title begins with it, too, and two by their capitals: "(LoomNet)", "(SpinCLR)".
    Where four and a twelfth of the titles end so, three in what they do not spell, all are names; else "(SPRINT)" and
    "(EEG)" are words of their titles.
    """
    cuts = [_named_at(one.said.title) if one.said else None for one in found]
    names = {cut[1] for cut in cuts if cut}
    odd = {cut[1] for cut in cuts if cut and not _is_spelled_by(cut)}
    mixed = set(filter(_MIXED.fullmatch, odd))
    many = len(names) > _SEVERAL and len(names) * 12 >= sum(bool(one.said) for one in found)
    listed = many and len(odd) >= _SEVERAL
    told = names if listed else mixed if len(mixed) > 1 else set()
    return [
        one._replace(said=_called(one.said, cut))
        if one.said and cut and (cut[1] in told or cut.string.startswith(f"{cut[1]}:"))
        else one
        for one, cut in zip(found, cuts, strict=True)
    ]


def _named_at(title: str) -> re.Match[str] | None:
    """The short name that ``title`` may end in, of two capitals and more, if three words are left without it."""
    cut = _NAME.search(title)
    if not cut or len(re.findall("[A-Z]| v", cut[1])) < 2 or len(title[: cut.start()].split()) < 3:
        return None
    company = is_organisation(cut[1]) and not cut[1].isupper()
    odd = venue_of(f"({cut[1]})") or _ROMAN.fullmatch(cut[1]) or is_school(cut[1]) or company
    return None if odd else cut


def _called(line: Line, cut: re.Match[str]) -> Line:
    tags = () if line.name in (None, cut[1]) else (cut[1],)
    return line._replace(
        title=line.title[: cut.start()], name=line.name or cut[1], facts=line.facts.over(Facts(tags=tags))
    )


_SIGN = re.compile(r"(?<=\w\w)[∗†‡]{1,3}$")
"""The sign of a footnote."""


def _unsigned(found: Sequence[Found]) -> list[Found]:
    """The entries without the signs of footnotes that end several titles."""
    signed = [one.said for one in found if one.said and _SIGN.search(one.said.title)]
    return [
        one._replace(said=one.said._replace(title=_SIGN.sub("", one.said.title)))
        if one.said and len(signed) >= _SEVERAL
        else one
        for one in found
    ]


_GLOSSED = re.compile(rf"(?=[^：:\n]*[{CJK}])([^：:\n]{{2,60}})[：:]\s*(?=[A-Za-z][^{CJK}、。]+$)")


def _without_glosses(found: Sequence[Found]) -> list[Found]:
    """The entries without what is said in the script of Chinese, Japanese or Korean before a colon and their titles,
    where several have it: one may be the name of a model."""
    cuts = [_glossed(one.said.title) if one.said else None for one in found]
    if sum(bool(cut and len(cut[1]) > _SEVERAL) for cut in cuts) < _SEVERAL:
        return list(found)
    return [
        one._replace(said=_unglossed(one.said, cut)) if one.said and cut else one
        for one, cut in zip(found, cuts, strict=True)
    ]


def _glossed(title: str) -> re.Match[str] | None:
    """What may be said before a title, mostly in that script: "孫子 and Sunzi" is of the title."""
    cut = _GLOSSED.match(title)
    many = cut and len(re.findall(f"[{CJK}]", cut[1])) * 3 > len(re.findall(r"[^\W\d_]", cut[1]))
    return cut if cut and many and len(title[cut.end() :].split()) >= 4 else None


def _unglossed(line: Line, cut: re.Match[str]) -> Line:
    title = line.title[cut.end() :]
    facts = line.facts.over(Facts(remark=cut[1]))
    return line._replace(title=title, name=line.name or name_in(title), facts=facts)


def _without_remarks(found: Sequence[Found]) -> list[Found]:
    """The entries without the word in brackets that ends several titles: "(recommended)" is what the list says."""
    cuts = [_cut(_REMARK, one.said.title) if one.said else None for one in found]
    said: dict[str, set[str]] = {}
    for one, cut in zip(found, cuts, strict=True):
        if one.said and (told := cut or _REMARK.search(one.said.facts.remark)):
            said.setdefault(told[2].casefold(), set()).add(one.said.title)
    remarks = {word for word, titles in said.items() if _is_habit(word, titles, len(found))}
    return [
        one._replace(said=_unremarked(one.said, cut)) if one.said and cut and cut[2].casefold() in remarks else one
        for one, cut in zip(found, cuts, strict=True)
    ]


def _is_habit(word: str, titles: set[str], many: int) -> bool:
    """Whether a word in brackets behind some ``titles`` of a page is what the list says of them.

    Capitals may be what a trial or a system is called for short, unless they are a word and many titles have it.
    """
    if len(titles) < _SEVERAL or any(map(_is_spelled, titles)):
        return False
    capitals = f"({word.upper()})"
    if not any(capitals in title for title in titles) or venue_of(capitals):
        return True
    return is_common(word) and len(titles) * 5 >= many


def _is_spelled(title: str) -> bool:
    """Whether the capitals in brackets behind a title stand for words of it: "Notes on Looms and Mills (LAM)"."""
    cut = _REMARK.search(title)
    return bool(cut and cut[2].isupper() and _spells(title[: cut.start()], cut[2]))


def _is_spelled_by(cut: re.Match[str]) -> bool:
    """Whether the capitals of a short name stand for words of the title before it: "Long Range Looms (LoRaL)"."""
    return _spells(cut.string[: cut.start()], "".join(re.findall("[A-Z]", cut[1])))


def _spells(words: str, capitals: str) -> bool:
    """Whether ``capitals`` are initials of ``words``, in their order."""
    initials = iter(re.findall(r"\b[^\W\d_]|(?<=[a-z])[A-Z]", words))
    return all(any(letter == initial.upper() for initial in initials) for letter in capitals)


def _unremarked(line: Line, cut: re.Match[str]) -> Line:
    """A line whose title has lost what the list says of it in brackets: a word, and before it who wrote it, or more."""
    people = tuple(one for one in people_alone(cut[1] or "") if " " in one.name)
    place = venue_of(f"({cut[2]})")
    said = Facts(*place) if place else Facts(tags=(cut[2],))
    said = said._replace(authors=people, remark="" if people else cut[1] or "")
    return line._replace(title=line.title[: cut.start()], facts=line.facts.over(said))


def _cut(end: re.Pattern[str], title: str) -> re.Match[str] | None:
    """What ``title`` has at one end, if words enough are left without it."""
    cut = end.search(title)
    return cut if cut and len(f"{title[: cut.start()]} {title[cut.end() :]}".split()) >= 2 else None


def _without(line: Line, cut: re.Match[str], venues: bool) -> Line:
    """A line whose title has lost ``cut``, which is a venue where most on the page are."""
    said = "".join(cut.groups(""))
    place = venue_of(said, surely=venues and not inline.names_links(said, perhaps=True))
    title = f"{line.title[: cut.start()]}{line.title[cut.end() :]}".strip()
    named = said == line.name or title.startswith(f"{said}:")
    facts = Facts(*place) if place and not named else Facts(tags=(said,) if said and not named else ())
    return line._replace(title=title, facts=line.facts.over(facts))
