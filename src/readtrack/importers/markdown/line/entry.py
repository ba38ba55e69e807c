"""A line of a reading list -> title, and what is said around it.

The grammars, all met in the wild: ``Title [[label]](url)``; ``[Title](url) by A, B, VENUE YEAR``; ``**Title** (2015)``;
``[VENUE'20] [Title](url)``; ``A, B. "Title." VENUE (2015)``; ``A and B. 1995. **Title**. In Proc. of X.``;
``[Name](url): The rest of the title | VENUE '24``; ``VENUE / Title``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from readtrack.importers._conferences import known
from readtrack.importers._no_venues import NOT_YET
from readtrack.importers.markdown.line.barred import barred
from readtrack.importers.markdown.line.coded import with_coded
from readtrack.importers.markdown.line.keys import keyed, linked_key
from readtrack.importers.markdown.line.linked import one_title, without_pages
from readtrack.importers.markdown.line.prelude import prelude
from readtrack.importers.markdown.line.title import title_in, with_writer
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.markup.inline import (
    BOLD,
    BOLD_END,
    EM,
    EM_END,
    LABEL,
    LINK,
    LINK_END,
    STRUCK,
    STRUCK_END,
    Marked,
)
from readtrack.importers.markdown.markup.ways import without_ways
from readtrack.importers.markdown.said.around_venues import without_honour
from readtrack.importers.markdown.said.days import is_only_when
from readtrack.importers.markdown.said.groups import Facts, of_year
from readtrack.importers.markdown.said.people import people_in
from readtrack.importers.markdown.said.place import KNOWN, venue_of
from readtrack.importers.markdown.said.readings import take_status
from readtrack.importers.markdown.said.spellings import unglued
from readtrack.importers.markdown.said.titles import name_in, nickname, take_award, take_gloss, tidy, without_alias
from readtrack.importers.markdown.said.unknown_places import may_be_place
from readtrack.model import Link


class Line(NamedTuple):
    """What a line says. ``sure``: how: "link", "label", "bold", "quoted", "facts" or "" where it is only words."""

    title: str
    facts: Facts
    links: tuple[Link, ...]
    name: str | None = None
    sure: str = ""
    marked: Marked = Marked("", ())


_RANK = re.compile(r"\s*[(\[（](?:([A-Za-z][\w+-]{1,19}),\s)?(?:\w+\s)?(?:Rank\s)?(?:CCF|CORE)[\s-]?[ABC]\*?[)\]）]")
"""How conferences are ranked, and before it what the paper is called for short: "(LoomNet, Rank CCF-A)"."""
_KEY = re.compile(rf"(?<=\d)([\s,.;]*(?:{LABEL}.[\s,;]*)+),\s*([A-Z][A-Za-z]{{0,9}}\+?)\d\d[a-z]?(?=\s*(?:\(|\n|$))")
"""The key of a citation, behind the links of a paper whose year stands before them: "CCS 2019, [pdf](url), LT19"."""
_NUMBER = r"\d{4}\.\d{4,5}(?:v\d+)?\]\s"
_NO_SIGNS = re.compile(
    rf"{EM}(et\.? al\.?){EM_END}|\[({LINK}.(?!{_NUMBER})[^{LINK_END}]*{LINK_END})\]|(?<=[\w)!?])\.(?=\.\s)"
    rf"|\[(?={LINK}.{_NUMBER})|(?<={LINK}.)\[?{_NUMBER}"
    rf"|(?<=\b[A-Z]\.)\s[(](?:n\.\s?d\.|{NOT_YET})[)]\.?(?=\s)"
)
"""Italics of "et al.", brackets around a link, the first of two full stops, what arXiv has before the titles of its
pages, "[1606.01868] Looms", and what stands in the place of a year behind those who are cited, "Lovelace, A. (in
press).", say nothing."""


@lru_cache(maxsize=64)  # asked whether a line is an entry, and again where it is one
def line_of(marks: Marked, authors_known: bool = False) -> Line | None:
    """What the line ``marks`` says; None where it has no title."""
    whole, pages, dated = _without_signs(marks)
    whole, honour = without_honour(whole)
    ranked = _RANK.search(whole)
    whole, status = take_status(_RANK.sub("", whole) if ranked else whole)
    whole = with_coded(whole)
    rest, before = prelude(whole, inside=True)  # "LISA: Reasoning | Ada Lovelace" is all of a title, too
    parts = barred(rest, before.year)
    rest, before = (rest, before) if parts else prelude(whole)
    if ranked and ranked[1]:
        before = before._replace(name=ranked[1])
    found = parts or title_in(rest, authors_known)
    if not found:
        return None
    title, said, sure = found
    if said.year and is_only_when(whole, said.venue):
        before = before._replace(year=None)
    if key := keyed(marks.text, said):
        bare = line_of(marks._replace(text=key[0]), authors_known)
        return bare and bare._replace(facts=bare.facts.over(Facts(year=key[1])), marked=marks)
    if said.venue and said.year and (begun := begins_title(whole, before)):
        title, before = f"{begun}: {title}", before._replace(venue=None)
    if before.venue and not before.year and _is_nearer(said, before.venue):
        before = before._replace(venue=None, tags=(*before.tags, before.venue))
    facts = before.over(status).over(with_writer(said) if re.match(r"\W*by\s", said.remark) else said)
    facts = facts.over(Facts(year=dated, tags=_awarded(honour)))
    if not facts.venue:
        facts = facts.over(in_labels(marks))
    if STRUCK in marks.text and _struck(marks.text, title):
        facts = facts._replace(read=True)
    title, told = _without_gloss(title)
    facts = facts.over(told)
    title, called = without_alias(tidy(title), sure == "link")
    name = facts.name or called or nickname((*before.tags, *said.tags), title, whole)
    if sure == "named":
        sure = "link" if LINK in rest[:4] else "quoted"
        name = name or (said.tags and name_in(f"{said.tags[0]}: {title}")) or None
    if name:
        facts = facts._replace(tags=tuple(tag for tag in facts.tags if tag != name))
    own = _own_links(marks, facts.remark) - pages
    if not title or not re.search(r"\w", title):
        return None
    links = tuple(link for number, link in _numbered(marks) if number in own)
    return Line(title, facts, links, name or name_in(title), sure or ("facts" if facts.venue else ""), marks)


def _awarded(honour: str) -> tuple[str, ...]:
    """The tag of what a paper won; how it was shown, as a poster or in a talk, is none."""
    return (honour.lower(),) if re.match("best|distinguished|outstanding", honour, re.IGNORECASE) else ()


_COLON = re.compile(
    rf"[\s{BOLD}{EM}]*([A-Z][A-Za-z]+)[{BOLD_END}{EM_END}]*:[{BOLD_END}{EM_END}]*\s(?=[^\s{LINK}{LABEL}])"
)


def begins_title(text: str, said: Facts) -> str:
    """The word before a colon that was taken for a venue without its year, which ``said`` has: where another place is
    told, it is what the paper is called for short; "" where there is none."""
    found = _COLON.match(text) if said.venue and not said.year else None
    return found[1] if found and found[1].casefold() == (said.venue or "").casefold() else ""


def _without_signs(marks: Marked) -> tuple[str, set[int], int | None]:
    """A line without signs that say nothing; the numbers of the links that are people's, and the year in its key."""
    text = one_title(without_ways(marks), marks.links)
    whole, pages = without_pages(unglued(_NO_SIGNS.sub(r"\1\2", text)))
    whole = _KEY.sub(_unless_venue, whole) if LABEL in whole else whole
    whole, dated = linked_key(marks._replace(text=whole)) or (whole, None)
    return whole, pages, dated


def _without_gloss(title: str) -> tuple[str, Facts]:
    """A title without the award and the gloss behind it, and what those say."""
    title, award = take_award(tidy(title))
    title, gloss = take_gloss(title)
    people = people_in(gloss)
    told = of_year(gloss) or Facts(authors=people, remark="" if people else gloss)
    return title, told.over(Facts(tags=award))


def _is_nearer(said: Facts, before: str) -> bool:
    """Whether where and when, behind a title, are more exact than the name ``before`` it: "[Nature Review] ... (Nature
    Reviews Looms 1843)"."""
    return bool(said.venue and said.year) and (said.venue or "").split()[0] == before.split()[0]


def _unless_venue(found: re.Match[str]) -> str:
    """What stands before the key of a citation; all of it where it is a venue that is known."""
    return found[0] if known(found[2]) or found[2] in KNOWN else found[1]


def in_labels(marks: Marked) -> Facts:
    """The venue and year that a label is: ``Title [[CVPR 2019]](url)``; the year alone: ``[[Preprint'19]](url)``."""
    said = [link.label for link in marks.links if link.label and len(link.label) <= 60]
    places = [place for one in said if (place := venue_of(one, surely=_names_place(one))) and place[1]]
    if places:
        return Facts(*next((place for place in places if place[0]), places[0]))
    first = re.match(rf"[\s*\[(-]*{LABEL}(.)", marks.text)
    label = (marks.links[ord(first[1]) - 0xE000].label if first else None) or ""
    return Facts(venue="arXiv") if label.lower() == "arxiv" else Facts()


def _names_place(label: str) -> bool:
    """Whether a label says where and when, whatever the name in it is."""
    name = re.sub(r"[\s\d'’]+$", "", label)
    return inline.is_dated_label(label) and may_be_place(name[:1].upper() + name[1:], dated=True)


def _numbered(marks: Marked) -> list[tuple[int, Link]]:
    return [
        (number, link)
        for number, link in enumerate(marks.links)
        if inline.is_web(link.url) and "img.shields.io" not in link.url
    ]


def _own_links(marks: Marked, remark: str) -> set[int]:
    """The numbers of the links that are the paper's: not those that are words of a remark."""
    words = {ord(number) - 0xE000 for number in re.findall(rf"{LINK}(.)", remark)}
    return set(range(len(marks.links))) - words


def _struck(text: str, title: str) -> bool:
    gone = " ".join(inline.plain(part) for part in re.findall(f"{STRUCK}([^{STRUCK_END}]*)", text))
    return len(gone) >= len(inline.plain(title)) * 0.8
