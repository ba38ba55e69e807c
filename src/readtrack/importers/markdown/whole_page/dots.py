"""Where papers appeared, between dots or bars behind who wrote them, "Ada Lovelace · Cloth Store · 2024", or before
titles.

One line does not tell whether "Cloth Store" is such a place or, as "Must Read", a word of the reader's: lines of the
page that name well-known places there do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from readtrack.importers._organisations import is_organisation
from readtrack.importers.markdown.layout.items import Found
from readtrack.importers.markdown.line.entry import Line
from readtrack.importers.markdown.markup.inline import BOLD_END, LABEL, LINK, LINK_END
from readtrack.importers.markdown.said.groups import Facts
from readtrack.importers.markdown.said.people import people_in
from readtrack.importers.markdown.said.place import YEAR, venue_of
from readtrack.importers.markdown.said.printed import Printed, dotted
from readtrack.importers.markdown.said.readings import status_in
from readtrack.importers.markdown.said.titles import is_cased

_DATED = re.compile(rf"([A-Z][\w&’' -]{{1,60}}), ({YEAR})")
_SAID = re.compile(
    r"\b(?:must|read|reading|surveys?|reviews?|overview|tutorial|classics?|important|recommended|seminal|best|key|new"
    r"|papers?|thesis|book|blog|reports?|(?:AI|labs?|research)$)\b",
    re.IGNORECASE,
)
"""What a reader says of a paper, or a company's part is called by."""
_BEFORE = re.compile(rf"\W{{0,4}}[\[【]\W{{0,4}}[^\[\]【】\n]{{2,100}}, {YEAR}\W{{0,4}}[\]】]")
"""Where and when, in brackets before a title: "[**OSDI, 2020**] Notes on Looms"."""


def placed_before(found: Sequence[Found]) -> list[Found]:
    """The entries with where and when in brackets before their titles, though nobody knows that place, where more than
    two in three of those brackets name known ones."""
    known = sum(bool(one.said and one.said.facts.venue and _BEFORE.match(one.text)) for one in found)
    tagged = [_dated_tag(one) for one in found]
    unknown = sum(map(bool, tagged))
    if not unknown or known < max(_LEAST, unknown * 2 + 1):
        return list(found)
    return [
        one._replace(said=one.said._replace(facts=_with_tag(one.said.facts, tag))) if one.said and tag else one
        for one, tag in zip(found, tagged, strict=True)
    ]


def _dated_tag(one: Found) -> str:
    """The tag of an entry that may be where and when it appeared; "" where none is, or that is known already."""
    if not one.said or one.said.facts.venue or one.said.facts.year or not _BEFORE.match(one.text):
        return ""
    return next((tag for tag in one.said.facts.tags if _may_be_dated_place(tag) and not people_in(tag)), "")


def _may_be_dated_place(tag: str) -> bool:
    """Whether a tag may be where and when: in capitals, or several words that no company is called by, nor a reader
    says of papers."""
    found = _DATED.fullmatch(tag)
    name = found[1] if found else ""
    several = " " in name and not is_organisation(name) and not _SAID.search(name)
    return name.isupper() or several


def _with_tag(facts: Facts, tag: str) -> Facts:
    venue, _, year = tag.rpartition(", ")
    return facts._replace(venue=venue, year=int(year), tags=tuple(one for one in facts.tags if one != tag))


_END = re.compile(rf"(?<=[\n{LINK_END}{BOLD_END}])")
_LEAST = 3
"""Lines of a page that name a known place."""


def placed(found: Sequence[Found]) -> list[Found]:
    """The entries with where they appeared between dots, though nobody knows it, where most lines name known places."""
    told = [_printed(one) for one in found]
    known = sum(bool(printed and printed.venue) for printed in told)
    unknown = sum(bool(printed and printed.unknown) for printed in told)
    if not unknown or known < max(_LEAST, unknown * 2):
        return list(found)
    return [
        one._replace(said=_with_place(one.said, printed.unknown)) if one.said and printed else one
        for one, printed in zip(found, told, strict=True)
    ]


def _printed(one: Found) -> Printed | None:
    """What stands between dots behind a title."""
    text = one.said.marked.text if one.said and len(one.text) <= 3000 else ""
    ends = (end.end() for end in _END.finditer(text)) if re.search("[·•|]", text) else ()
    return next(filter(None, (dotted(text[end:]) for end in ends)), None)


def _with_place(said: Line, where: str) -> Line:
    """A line with ``where`` for a venue, which it told as a remark."""
    facts = said.facts
    place = venue_of(re.sub(r"\s\([^()]*\)$", "", where), surely=True)
    if not place or facts.venue or status_in(where) or not facts.remark.startswith(where):
        return said
    return said._replace(facts=facts._replace(venue=place[0], remark=facts.remark[len(where) :].strip()))


_BEHIND = re.compile(rf"\W*{YEAR} \|[^|\n]+\|[^|\n]+\| ([^|\n{LINK}{LABEL}\[]+)")
"""What stands behind the people of a line that begins with a year."""


def in_column(found: Sequence[Found]) -> list[Found]:
    """The entries with what stands behind their people as the venue, where most of a page have a known one there."""
    behind = [_BEHIND.match(one.said.marked.text) if one.said and one.said.facts.authors else None for one in found]
    told = sum(bool(piece and one.said and one.said.facts.venue) for one, piece in zip(found, behind, strict=True))
    if told < 3 or told * 3 < sum(map(bool, behind)) * 2:
        return list(found)
    return [_with_venue(one, piece[1].strip(" .")) if piece else one for one, piece in zip(found, behind, strict=True)]


def _with_venue(one: Found, piece: str) -> Found:
    place = venue_of(piece, surely=True) if is_cased(piece) else None
    if not one.said or not place or piece not in one.said.facts.tags:
        return one
    tags = tuple(tag for tag in one.said.facts.tags if tag != piece)
    return one._replace(said=one.said._replace(facts=Facts(*place).over(one.said.facts._replace(tags=tags))))
