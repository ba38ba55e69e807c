"""Where papers appeared, where most of a page says it: "Notes on Looms | *Annals of Weaving* | 1843.02.16".

One line does not tell that nobody's "Annals of Weaving" is such a place, and no part of the title, nor a remark: the
lines of the page that name well-known places between the same marks do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from readtrack.importers.markdown.layout.items import Found
from readtrack.importers.markdown.line.entry import Line, line_of
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.markup.inline import BOLD, BOLD_END, CODE, CODE_END, EM, EM_END, LABEL, LINK, LINK_END
from readtrack.importers.markdown.said.groups import Facts
from readtrack.importers.markdown.said.people import is_one
from readtrack.importers.markdown.said.place import NUMBERS, YEAR, venue_of
from readtrack.importers.markdown.said.unknown_places import may_be_place

_LEAST = 3
"""Lines of a page that name a known place between the same marks; of all that have these they are two thirds."""
_NO_TAGS = ("bars", "comma", "comma behind", "dots", "lines", "behind", "in")
"""Marks that no tags stand between; of what others have it takes more than two thirds."""
_BEHIND_PEOPLE = "comma behind"
"""The mark that may be between people, too."""
_DATED = ("quotes",)
"""Marks before a name and a year, between which little else stands: of what they have half is enough."""
_LONGEST = 3000
"""Characters of a line that is looked at."""
_WORDS = rf"[^\n{LABEL}{LINK}"
_MARKS = {
    "brackets": re.compile(rf"\(({_WORDS}()]{{2,150}})\)"),
    "square brackets": re.compile(rf"\[({_WORDS}\[\]]{{2,150}})\]"),
    "italics": re.compile(rf"{EM}({_WORDS}{EM_END}]{{2,150}}){EM_END}"),
    "bold": re.compile(rf"{BOLD}({_WORDS}{BOLD_END}]{{2,150}}){BOLD_END}"),
    "code": re.compile(rf"{CODE}({_WORDS}{CODE_END}]{{2,150}}){CODE_END}"),
    "bars": re.compile(rf"\|({_WORDS}|]{{2,150}})(?=\||\n|$)"),
    "dots": re.compile(rf"[·•]({_WORDS}·•]{{2,150}})(?=[·•\n]|$)"),
    "lines": re.compile(rf"\n({_WORDS}]{{2,150}})(?=\n|$)"),
    "comma": re.compile(rf"^[^\w{LINK}{LABEL}]*(?:{LINK}.)?([A-Za-z]{_WORDS}{LINK_END},]{{2,100}}){LINK_END}?,(?=\s)"),
    "comma behind": re.compile(rf",\s+({_WORDS}\d,;()]{{2,100}},\s{YEAR})[ \t.]*(?=[\n{LABEL}]|$)"),
    "behind": re.compile(
        rf"(?<={LINK_END}),\s+({_WORDS}\d,;()]{{2,100}},?\s{YEAR})(?=(?:\s?\(\d{{1,2}}\))?[ \t.]*(?:[\n{LABEL}]|$))"
    ),
    "in": re.compile(
        rf"(?<=[{BOLD_END}{LINK_END}])[\s.,]*[Ii]n\s([A-Z]{_WORDS}{EM}{BOLD}]{{2,150}}?,?\s{YEAR})[ \t.]*"
        rf"(?=[\n{LABEL}]|$)"
    ),
    "quotes": re.compile(
        rf"[\"”][.,]?{BOLD_END}?\s+({_WORDS}()\"“”]{{2,150}}[ ,]\(?{YEAR}\)?)"
        rf"(?=(?:, \d{{1,4}}:\w{{1,9}})?[.,]?\s*(?:[\[({LABEL}\n]|$))"
    ),
}


_RUN_BY = re.compile(rf"(?<=\w)\s\((?!{YEAR}\))[^()]*\)$")
"""Who runs a place: "Cloth Store (Turin University)"."""


class _Piece(NamedTuple):
    """Words between marks. ``where``: which marks, and the how many of them from the left, and from the right."""

    where: tuple[tuple[str, int], tuple[str, int]]
    start: int
    end: int
    text: str


def with_places(found: Sequence[Found]) -> list[Found]:
    """The entries with places that nobody knows, between the marks that most of a page have known ones in.

    Where known ones have their years between those marks, tags have none there, and are told by that: "[NLP]".
    """
    pieces = [list(_pieces(one.said)) if one.said else [] for one in found]
    told, known, dated = Counter[tuple[str, int]](), Counter[tuple[str, int]](), Counter[tuple[str, int]]()
    for one, each in zip(found, pieces, strict=True):
        for piece in each:
            place = _place_of(one.said, piece) if one.said else None
            told.update(piece.where)
            known.update(piece.where if place else ())
            dated.update(piece.where if place and place[1] else ())
    usual = {
        (marks, at): dated[marks, at] * 2 > times
        for (marks, at), times in known.items()
        if times >= max(_LEAST, _least_of(marks, told[marks, at]))
    }
    return [
        one._replace(said=_placed(one.said, each, usual)) if one.said and not one.said.facts.venue else one
        for one, each in zip(found, pieces, strict=True)
    ]


def _least_of(marks: str, told: int) -> float:
    """How many of the pieces that stand between some marks name a known place, so that each may."""
    return told / 2 if marks in _DATED else (told * 2 + (marks not in _NO_TAGS)) / 3


def _pieces(said: Line) -> Iterator[_Piece]:
    text = said.marked.text
    for marks, pattern in _MARKS.items() if len(text) <= _LONGEST else ():
        each = [one for one in pattern.finditer(text) if marks != "quotes" or _ends_title(said, one)]
        for at, one in enumerate(each):
            yield _Piece(
                ((marks, at), (marks, at - len(each))),
                one.start(),
                one.end(),
                _RUN_BY.sub("", inline.plain(one[1]).strip()),
            )


def _ends_title(said: Line, piece: re.Match[str]) -> bool:
    """Whether the title of a line is all of what is quoted before a piece."""
    quoted = inline.plain(piece.string[: piece.start()]).rstrip(" .,")
    return quoted.endswith(said.title.rstrip(" .,")) and not re.search(r"[\"“]", said.title)


def _place_of(said: Line, piece: _Piece) -> tuple[str | None, int | None] | None:
    """The place in a piece, if the paper of a line appeared there, as its grammar tells, and when."""
    place = venue_of(piece.text, surely=True) if said.facts.venue else None
    return place if place and place[0] and f"{place[0]} ".startswith(f"{said.facts.venue} ") else None


def _placed(said: Line, pieces: Sequence[_Piece], usual: Mapping[tuple[str, int], bool]) -> Line:
    """A line without the first of these pieces that may be where its paper appeared, which is that then.

    ``usual``: between which marks places stand, and whether their years do, too; else the line says the year elsewhere.
    """
    for piece in pieces:
        with_year = [usual[where] for where in piece.where if where in usual]
        place = (venue_of(piece.text, surely=True) or _sister_in(piece.text)) if with_year else None
        told = place and (place[1] or (said.facts.year and not any(with_year)))
        dated = bool(place and place[1] and any(with_year))
        if not place or not place[0] or not (venue_of(piece.text) or (told and may_be_place(place[0], dated))):
            continue
        if piece.where[0][0] in _DATED:
            # Not read again without that, since its year tells what stands before the title.
            where = rf"^{re.escape(place[0])}(?!\w)[\s.,{EM}{EM_END}]*(?:\d{{1,4}}:\w{{1,9}}[\s.,]+)?"
            left = re.sub(where, "", said.facts.remark)
            left = NUMBERS.sub("", f", {left}").strip(" ,")
            return said._replace(facts=Facts(*place).over(said.facts._replace(remark=left)))
        text = said.marked.text
        rest = line_of(said.marked._replace(text=f"{text[: piece.start]} {text[piece.end :]}"))
        whole = rest and (rest.title in said.title or said.title == place[0])
        one = " " in place[0] and is_one(place[0]) and place[0] in [author.name for author in said.facts.authors]
        if piece.where[0][0] == _BEHIND_PEOPLE and (one or not (rest and rest.facts.authors)):
            continue
        if rest and whole and not rest.facts.venue and not rest.title.startswith(place[0]):
            short = "." in place[0] and f"{place[0]}." == piece.text  # the last word of "Ann. Weav." is short, too
            return rest._replace(facts=Facts(piece.text if short else place[0], place[1]).over(rest.facts))
    return said


_SISTER = re.compile(rf"([A-Z][a-z]{{3,20}}): ([A-Z]\w+(?: (?:and|of|[A-Z]\w+)){{1,6}}),? \(?({YEAR})\)?")


def _sister_in(text: str) -> tuple[str | None, int | None] | None:
    """A journal that is called after another, and its year: "Weaving: Wide Looms, 1843"; elsewhere that is a label."""
    found = _SISTER.fullmatch(text)
    if not found or inline.names_links(found[1], perhaps=True):
        return None
    return f"{found[1]}: {found[2]}", int(found[3])
