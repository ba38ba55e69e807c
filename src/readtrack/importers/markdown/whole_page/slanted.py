"""Titles in italics, as most of a page has them: "**LoomNet** (2017): *A Way to Weave* - what it is ([link](url))".

One line does not tell: in italics may stand who wrote what is before them, where it appeared, a remark, or what a book
is called below its title. Where most lines of a page have words there behind a name or a day in bold, and most of those
behind what surely is no title - a day, a venue, who wrote it, or the name before the colon of what is in italics -
those are the titles, and one or two words before others are a name or a topic.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from readtrack.importers.markdown.layout.items import Found
from readtrack.importers.markdown.line.entry import Line
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.markup.inline import BOLD, BOLD_END, EM, EM_END, LABEL, LINK, LINK_END
from readtrack.importers.markdown.said.facts import facts_of
from readtrack.importers.markdown.said.groups import Facts, credits_of
from readtrack.importers.markdown.said.people import families_in, people_alone, people_in
from readtrack.importers.markdown.said.place import YEAR, venue_of
from readtrack.importers.markdown.said.titles import is_cased, name_in, tidy

_SLANTED = re.compile(
    rf"[^\w{BOLD}{EM}{LINK}{LABEL}]*(?:\d{{1,3}}[.)]\s+)?"
    rf"{BOLD}(?P<label>[^{BOLD_END}{EM}{LINK}{LABEL}\n]{{2,80}}){BOLD_END}"
    rf"(?:\s?[(\[](?P<aside>[^()\[\]{EM}{LINK}{LABEL}\n]{{2,60}})[)\]])?\s?(?:[:：|]|[–—-](?=\s)|,)?\s*"
    rf"{EM}[\"“]?(?:{LINK}.)?(?P<title>[^{EM_END}{LINK}{LABEL}\n]{{8,300}}?){LINK_END}?[\"”.,]*{EM_END}"
)
_LEAST = 5
_SURE = 3
_OTHERS = re.compile(r"\bet\.? al\b")
_TOPIC = 2
"""Words of a topic: more may be a title."""
_TAG = 40
"""Characters of a tag."""
_SHORT = re.compile(r"[\w+.-]*[A-Za-z][\w+.-]*[A-Z\d+][\w+.-]*")
_GLOSS = re.compile(rf"\s*[.,]?\s*(?:[-–—:：]\s+)(?P<gloss>[^{LINK}\n{LABEL}]{{8,400}}?)[\s(\[.,]*(?=[{LABEL}]|$)")


class _Cut(NamedTuple):
    """A title in italics, what is said before it, and what stands behind it."""

    title: str
    label: str
    before: Facts
    rest: str
    sure: bool
    """Whether what is said before it can be no title."""


def slanted(found: Sequence[Found]) -> list[Found]:
    """The entries with what is in italics as their titles, where most lines of the page have theirs there."""
    cuts = [_cut(one.said) if one.said else None for one in found]
    told = [cut for cut in cuts if cut]
    lines = sum(bool(one.said) for one in found)
    least = _SURE if all(cut.sure for cut in told) else _LEAST
    if len(told) < least or len(told) * 2 <= lines or sum(cut.sure for cut in told) * 3 < len(told) * 2:
        return list(found)
    return [_titled(one, one.said, cut) if one.said and cut else one for one, cut in zip(found, cuts, strict=True)]


def _cut(said: Line) -> _Cut | None:
    text = said.marked.text
    found = _SLANTED.match(text) if len(text) <= 3000 else None
    title = tidy(inline.plain(found["title"])) if found else ""
    label = inline.plain(found["label"]).strip(" :：.,") if found else ""
    if not found or not re.search(r"\w\w", label) or len(label.split()) > 6 or len(title.split()) < 3:
        return None
    titled = title[:1].isupper() or title.startswith(label) or is_cased(title, 2)
    if not titled or re.search(r"[.!?]\s+\w", title) or venue_of(title) or people_in(title) or people_alone(title):
        return None
    before, named = _before(found["aside"]) if found["aside"] else Facts(), _before(label)
    rest = text[found.end() :]
    told = (named.year or named.venue) and not (named.tags or named.name or named.authors)
    sure = bool(told or _OTHERS.search(label) or name_in(title) == label)
    if not sure and (
        len(label.split()) > _TOPIC or named.authors or people_in(label) or re.match(r"[\s,.;(\[]*\d", rest)
    ):
        return None  # who wrote it, or a title, and where that was printed: "**Wide Looms** *Cards & Threads* 1843"
    return _Cut(title, label, before, rest, sure)


def _before(said: str) -> Facts:
    """What a name, a topic or a day in bold, or the brackets behind it, say of the paper."""
    said = said.strip(" :：,()")
    if place := venue_of(f"({said})"):
        return Facts(*place)
    if credit := credits_of(said):
        return credit
    if _OTHERS.search(said) and (people := people_in(said) or families_in(said)):
        return Facts(authors=people)
    dated = re.fullmatch(rf"(.{{2,70}}?),? \(?({YEAR})\)?", said)
    if dated:
        return Facts(year=int(dated[2])).over(_before(dated[1]))
    if _SHORT.fullmatch(said):
        return Facts(name=said)
    return Facts(tags=(said,)) if len(said) <= _TAG else Facts()


def _titled(one: Found, said: Line, cut: _Cut) -> Found:
    gloss = _GLOSS.match(cut.rest)
    behind = facts_of(cut.rest, False)
    if gloss and not (behind.venue or behind.authors):
        behind = facts_of(cut.rest[gloss.end("gloss") :])._replace(remark=gloss["gloss"].strip())
    marks = Facts(read=said.facts.read, stars=said.facts.stars)
    told = cut.before.over(_before(cut.label))
    told = told._replace(tags=tuple(tag for tag in told.tags if not cut.title.startswith(tag)))
    facts = behind.over(told).over(marks)
    name = facts.name or name_in(cut.title)
    return one._replace(said=said._replace(title=cut.title, facts=facts, name=name, sure="bold"), sure=2)
