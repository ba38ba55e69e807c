"""What stands in brackets at one end of most titles of a page, or behind a dash: none of them has it in its title.

One title does not tell: "Looms (Revisited)" is one. Where most end so, it is where each appeared, or its short name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from readtrack.importers.markdown.entry import Line
from readtrack.importers.markdown.groups import Facts
from readtrack.importers.markdown.items import Found
from readtrack.importers.markdown.nested import Nested
from readtrack.importers.markdown.place import venue_of
from readtrack.importers.markdown.titles import is_cased
from readtrack.model import NoteDraft

_ENDS = (
    re.compile(r"^(?:\[([^\[\]]{1,40})\]|\(([^()]{1,40})\))\s*[:：–—-]?\s*(?=\w)"),
    re.compile(r"\s*(?:[(\[]([^()\[\]]{2,40})[)\]]|\s[-–—|]\s([^–—|()\[\]]{2,30}))\.?$"),
)
_LEAST = 5


def without_habits(found: Sequence[Found]) -> list[Found]:
    """The entries without what three in five titles have at their beginning, or at their end."""
    kept = list(found)
    for end in _ENDS:
        cuts = [_cut(end, one.said.title) if one.said else None for one in kept]
        said = ["".join(cut.groups("")) for cut in cuts if cut]
        if len(said) < _LEAST or len(said) * 5 < sum(bool(one.said) for one in kept) * 3:
            continue
        venues = sum(bool(venue_of(text)) for text in said) * 2 > len(said)
        kept = [
            one._replace(said=_without(one.said, cut, venues)) if one.said and cut else one
            for one, cut in zip(kept, cuts, strict=True)
        ]
    return kept


def described(found: Sequence[Found]) -> list[Found]:
    """The entries without the bullets that say what a lone link above them is: as notes, where three sections do so."""
    sections = [list(together) for _, together in groupby(found, key=lambda one: one.section)]
    saying = [_is_said_of(one, rest) for one, *rest in sections]
    words = [one for one in found if _is_words(one)]
    said = sum(len(together) - 1 for together, says in zip(sections, saying, strict=True) if says)
    if sum(saying) < 3 or said < len(words) or sum(is_cased(one.text.strip(), 2) for one in words) * 3 > len(words):
        return list(found)
    return [
        one
        for together, says in zip(sections, saying, strict=True)
        for one in ([_noted(together[0], together[1:])] if says else together)
    ]


def _is_said_of(first: Found, rest: Sequence[Found]) -> bool:
    """Whether a link has nothing but words behind it in its section."""
    return bool(first.said and first.said.links and rest) and all(map(_is_words, rest))


def _is_words(one: Found) -> bool:
    """Whether a bullet is words alone, of which nothing tells a paper."""
    facts = one.said.facts._replace(remark="", tags=()) if one.said else None
    return bool(one.said and not one.said.marked.links and facts == Facts() and one.nested == Nested())


def _noted(one: Found, rest: Sequence[Found]) -> Found:
    return one._replace(notes=(*one.notes, *(NoteDraft(other.text.strip()) for other in rest)))


def _cut(end: re.Pattern[str], title: str) -> re.Match[str] | None:
    """What ``title`` has at one end, if words enough are left without it."""
    cut = end.search(title)
    return cut if cut and len(title.split()) - len(cut[0].split()) >= 2 else None


def _without(line: Line, cut: re.Match[str], venues: bool) -> Line:
    """A line whose title has lost ``cut``, which is a venue where most on the page are."""
    said = "".join(cut.groups(""))
    place = venue_of(said, surely=venues)
    facts = Facts(*place) if place else Facts(tags=(said,) if said and said != line.name else ())
    title = f"{line.title[: cut.start()]}{line.title[cut.end() :]}".strip()
    return line._replace(title=title, facts=line.facts.over(facts))
