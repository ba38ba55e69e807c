"""Where papers appeared, as most citations of a page say it: right behind titles that people and years stand before.

One line does not tell that nobody's "Weaving Choice" is such a place, and no remark: "Lovelace, A. (1843). Title.
Weaving Choice." Those citations of the page do which name known places there, or places that their volumes tell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from readtrack.importers._journals import is_journal
from readtrack.importers._no_venues import NOT_YET, is_state
from readtrack.importers._people import is_sure
from readtrack.importers.markdown.layout.items import Found
from readtrack.importers.markdown.line.entry import Line
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.markup.inline import EM, EM_END, LABEL, LINK
from readtrack.importers.markdown.said.people import people_in
from readtrack.importers.markdown.said.place import YEAR
from readtrack.importers.markdown.said.readings import status_in

_LEAST = 5
"""Citations of a page that have a place behind their titles; of all of them they are half."""
_LONGEST = 3000
"""Characters of a line that is looked at."""


def with_cited_places(found: Sequence[Found]) -> list[Found]:
    """The entries with places that nobody knows, where most citations of a page have places behind their titles."""
    behind = [_behind_title(one.said) if one.said else None for one in found]
    told = sum(
        bool(one.said and text and _begins(text, one.said.facts.venue)) for one, text in zip(found, behind, strict=True)
    )
    if told < _LEAST or told * 2 < sum(text is not None for text in behind):
        return list(found)
    return [
        one._replace(said=_placed(one.said)) if one.said and text and not one.said.facts.venue else one
        for one, text in zip(found, behind, strict=True)
    ]


_BEFORE = re.compile(rf"(?P<who>[^\d\n]{{3,2000}}?),?[ .]\s?(?:\({YEAR}[a-z]?(?:, [A-Z][a-z]{{2,8}})?\)|{YEAR}[.,])")
"""Who wrote a paper, and when, before its title."""


def _behind_title(said: Line) -> str | None:
    """What stands behind the title of a citation that begins with people and a year; None of all that is none."""
    text = inline.plain(said.marked.text) if len(said.marked.text) <= _LONGEST and said.facts.authors else ""
    before = _BEFORE.match(text)
    at = text.find(said.title, before.end()) if before else -1
    return text[at + len(said.title) :].lstrip(" .,?!\"”’'") if 0 <= at <= (before.end() if before else 0) + 9 else None


def _begins(text: str, venue: str | None) -> bool:
    return bool(venue) and text.removeprefix("The ").startswith((venue or "").removeprefix("The "))


_WORD = r"(?!No\b)(?:[A-Z&][\w&’'-]*|of|on|the|and|for|in|at|to|from)"
_KIND = (
    r"(?:[Dd]iscussion|[Oo]ccasional|[Rr]esearch|[Ss]taff|[Tt]echnical|[Ww]orking) (?:[Pp]aper|[Rr]eport)s?"
    r"(?: [Ss]eries)?"
)
_NUMBER = r"(?:[Nn]o\.?|#)? ?(?:[A-Za-z]{1,4}[-/]?)?\d[\w/-]{0,12}"
_PLACE = re.compile(
    rf"[\s.,]*(?:\([^()\n]{{0,40}}\bNo\. ?[\w./-]{{1,20}}\)[.,]?\s+)?"
    rf"(?P<led>(?i:(?:conditionally )?accepted|{NOT_YET}|r&r|(?:revise|revision) and resubmit"
    r"|under review)\s?(?:,\s|\b(?:at|by|for|in)\s))?(?:[Ii]n:?\s)?(?:the\s)?"
    rf"(?P<name>(?:[A-Z][\w&’'-]*)(?: {_WORD}){{0,9}}(?: {_KIND})?)"
    rf"(?:,? {_KIND})?(?:,? {_NUMBER}(?:\([^()\n]{{1,20}}\))?)?(?:, [\w–-]{{1,15}})?"
    rf"(?:,? \(?(?i:accepted|advance online publication|{NOT_YET})\)?)?"
    rf"(?:\.?\s*$|\.?\s*(?=[{LABEL}\n])|\.?\s+(?=-{{1,2}}\s|[–—]\s|\[)|\.\s+(?=[A-Z{LINK}])"
    r"|, (?=(?i:edited|eds?\.?)\b|[A-Z][^()\n]{3,120}\([Ee]ds?\.?\)))"
)
"""A name and its numbers, up to where it ends: "(No. 7). Loom Office.", "forthcoming in Weaving Choice.", "LTO."."""
_SLANTED = re.compile(f"[{EM}{EM_END}]")
_NO_PLACE = re.compile(
    rf"{_KIND}|(?:.{{0,40}}\b)?(?i:drafts?|job market paper|manuscripts?|mimeo|preprints?|retrieved|slides|submitted"
    r"|thesis|unpublished|videos?|book)\b.{0,40}",
)
"""What is printed nowhere, or nowhere yet."""
_SAID = re.compile(
    r"(?i:(?:highly |strongly |very )?(?:best|classics?|must|new|important|interesting|great|good|nice|read|recommended"
    r"|seminal|see)\b)"
)
"""What a reader says of a paper."""


def _placed(said: Line) -> Line:
    """A line with the name that its remark begins with for a venue, unless it is a person's or the reader's words."""
    remark = _SLANTED.sub("", said.facts.remark)
    found = _PLACE.match(remark)
    name = found["name"] if found else ""
    who = found and not found["led"] and (people_in(name) or is_sure(name))
    odd = _NO_PLACE.fullmatch(name) or _SAID.match(name) or status_in(name) or is_state(name)
    # A word alone may be a remark: "Controversial."
    named = (found and found["led"]) or re.search(r"\b[A-Z]{3}| (?:\S+ )*[A-Z]", name) or is_journal(name)
    if not found or who or odd or not named or inline.names_links(name, perhaps=True):
        return said
    rest = remark[found.end() :].strip()
    return said._replace(facts=said.facts._replace(venue=name, remark=rest))
