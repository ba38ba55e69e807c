"""Who wrote papers, where most of a page says it: "**Notes on Looms** — Lovelace, Babbage (1843)".

One line does not tell a family name from a topic, a system or a maker: the lines of the page that name people who are
known between the same marks do.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from unicodedata import normalize

from readtrack.importers._organisations import is_place
from readtrack.importers._people import is_sure
from readtrack.importers._turned import turned_in_turn
from readtrack.importers.markdown.layout.items import Found
from readtrack.importers.markdown.line.entry import Line, line_of
from readtrack.importers.markdown.markup.inline import (
    BOLD,
    BOLD_END,
    EM,
    EM_END,
    LABEL,
    LINK,
    LINK_END,
)
from readtrack.importers.markdown.said.groups import Facts
from readtrack.importers.markdown.said.people import ET_AL, is_one, turned_in
from readtrack.importers.markdown.said.place import YEAR, venue_of
from readtrack.importers.markdown.said.writers import is_family
from readtrack.importers.markdown.whole_page.credits import authors_in
from readtrack.model import Author

_LEAST = 3
"""Lines that name people who are known between the same marks; of all that have these two thirds name some."""
_KNOWN = 5
"""Of lines that may name people one in so many names somebody who is known."""
_ODD = 4
"""Of so many names between marks one may be no person's by itself."""
_LONGEST = 3000
"""Characters of a line that is looked at."""
_MARK = re.compile(
    rf"(?P<label>{LABEL}.)|(?P<year>\b{YEAR}[a-z]?\b)|(?P<link>{LINK}.)|(?P<dash>\s-\s|--|[–—])"
    rf"|(?P<one>[()（）\[\]{LINK_END}{BOLD}{BOLD_END}{EM}{EM_END}|·•\n;\"“”])"
)


class _Piece(NamedTuple):
    """Words between marks, which are ``people``. ``where``: the marks before them, and the first one behind."""

    where: tuple[str, str]
    start: int
    end: int
    people: tuple[Author, ...]
    families: tuple[Author, ...]
    """Those who it may be on a page that has people by their family names: "Hopper, Lovelace" are two."""
    others: bool
    """Whether it says that there are more than those."""


class _Place(NamedTuple):
    """What is told of all people between the same marks of a page. ``names``: those who are known; ``whole``, ``many``,
    ``families``: most of them stand by whole names, in threes and more, by family names alone; ``family``: some do.

    ``known``, ``unknown``: how many stand alone there, of those known by name, and of others; ``others``: how many are
    said to have others with them.
    """

    names: frozenset[str]
    whole: bool
    many: bool
    families: bool
    family: bool
    known: int
    unknown: int
    others: int


def with_people(found: Sequence[Found]) -> list[Found]:
    """The entries with the people who stand between the marks that most of a page have people between."""
    pieces = [list(_pieces(one.said)) if one.said else [] for one in found]
    each = [(one, piece) for one, several in zip(found, pieces, strict=True) for piece in several]
    places = defaultdict[tuple[str, str], list[tuple[Found, _Piece]]](list)
    for one, piece in each:
        for where in _wheres(piece):
            places[where].append((one, piece))
    usual = {where: place for where, several in places.items() if (place := _place_of(several))}
    return [
        _credited(one, one.said, several, usual) if one.said else one
        for one, several in zip(found, pieces, strict=True)
    ]


def _wheres(piece: _Piece) -> tuple[tuple[str, str], tuple[str, str]]:
    """Between which marks a piece stands, and behind which, whatever is behind it."""
    before, behind = piece.where
    return (before, behind), (before, "")


def _place_of(pieces: Sequence[tuple[Found, _Piece]]) -> _Place | None:
    """What stands between the same marks, where that mostly is people."""
    named = [piece for _, piece in pieces if piece.people]
    known = [piece for one, piece in pieces if piece.people and _is_known(one, piece)]
    read = sum(not piece.people and _is_read(one, piece) for one, piece in pieces)
    alike = (len(named) + read) * 3 >= len(pieces) * 2 and len(known) >= max(_LEAST, len(named) / _KNOWN)
    new = [piece.people for one, piece in pieces if piece.people and not authors_in(one)]
    several = len(set(new)) * 2 >= len(new)  # a topic stands before several titles
    return _told(named, known) if alike and several else None


def _told(named: Sequence[_Piece], known: Sequence[_Piece]) -> _Place:
    """What the pieces tell that may be people, and of these those that are known to be."""
    alone = [is_sure(one.people[0].name) for one in named if len(one.people) == 1 and not one.others]
    return _Place(
        frozenset(author.name for one in known for author in one.people),
        sum(" " in _first(one) and not one.others for one in known) * 2 > len(known),
        sum(len(one.people) > 2 for one in known) * 2 > len(known),
        sum(not any(" " in author.name for author in one.families) for one in known) * 2 > len(known),
        any(" " not in _first(one) for one in known),
        alone.count(True),
        alone.count(False),
        sum(one.others for one in known),
    )


def _is_known(one: Found, piece: _Piece) -> bool:
    """Whether the people in a piece are those who wrote an entry, as its grammar tells, or one of them is known by
    name, where there are several, or a year beside them: one alone may have spoken about it, or be a system."""
    if authors := authors_in(one):
        return not _words(piece.people).isdisjoint(_words(authors))
    several = max(len(piece.people), len(piece.families)) > 1 or _is_dated(piece)
    return piece.others or (several and any(is_sure(author.name) for author in piece.people))


def _is_read(one: Found, piece: _Piece) -> bool:
    """Whether all who wrote an entry, as its grammar tells, are named in a piece, in whatever order: "Turing, Alan"."""
    words = _words(authors_in(one))
    text = one.said.marked.text[piece.start : piece.end] if one.said else ""
    return bool(words) and words <= set(re.findall(r"\w+", text))


def _is_dated(piece: _Piece) -> bool:
    """Whether a year stands right beside a piece."""
    return "0" in piece.where[0] or "0" in piece.where[1]


def _words(people: Sequence[Author]) -> set[str]:
    return {word for author in people for word in re.findall(r"\w+", author.name)}


_ROLE = (
    r"(?:chair|discuss(?:ant|ion)|hosts?|hosted|led|mentor|moderator|notes?|present(?:er|ed)|read(?:er)?|review(?:er|ed)"
    r"|scribe|speakers?|talk|translat(?:or|ed|ion)|主讲|报告人|讲者|译者?)(?: by)?"
)
_LABEL = re.compile(rf"{_ROLE}|.{{1,40}}[:：]", re.IGNORECASE)
_LABELLED = re.compile(rf"{_ROLE}\s", re.IGNORECASE)
"""What says that those behind it, as a word of theirs or before a mark, did something else than write a paper."""


def _pieces(said: Line) -> Iterator[_Piece]:
    """What stands between the marks of a line, but for what is behind a word that says what it is."""
    text = said.marked.text
    if len(text) > _LONGEST:
        return
    run, at, before = "^", 0, ""
    for mark in [*_MARK.finditer(text), None]:
        start, end = mark.span() if mark else (len(text), len(text))
        kind = _kind(mark) if mark else "$"
        if bare := text[at:start].strip(" \t.,"):
            comma = "," if text[at:start].lstrip().startswith(",") else ""
            behind = kind + ("0" if re.match(rf"\s?{YEAR}", text[end : end + 8]) else "")
            within = run.endswith((LINK, BOLD)) and kind not in f"{LINK_END}{BOLD_END}"
            if not (within or _LABEL.fullmatch(before) or _LABELLED.match(bare)):
                people, families = _people(bare)
                yield _Piece((run + comma, behind), at, start, people, families, bool(re.search(ET_AL, bare)))
            run, before = kind, bare
        elif not run.endswith(kind):
            run = kind if kind == "\n" else run + kind
        at = end


def _kind(mark: re.Match[str]) -> str:
    return {"label": LABEL, "year": "0", "link": LINK, "dash": "-"}.get(mark.lastgroup or "", mark[0])


_SMALL = re.compile(r"(?<![\w'’-])(?:al|da|de|del|den|der|di|dos|du|el|la|le|ten|van|von)(?=\s[^\W\d_])")


def _people(who: str) -> tuple[tuple[Author, ...], tuple[Author, ...]]:
    """The people that are all of a text, by whole names or family names alone, and those by family names only: "de
    Babbage" is one as well."""
    bare = re.sub(ET_AL, "", who)
    if len(who) > 300 or not who[:1].isalpha() or re.search(r"\d", who) or venue_of(who) or turned_in_turn(bare):
        return (), ()
    names = re.split(r",?\s+(?:and|&)\s+|,\s+", bare)
    called = [_SMALL.sub(lambda word: word[0].capitalize(), name) for name in names]
    people = tuple(map(Author, names)) if _are_shaped(called) else ()
    return turned_in(bare) or people, people


def _are_shaped(names: Sequence[str]) -> bool:
    """Whether words may be the names of people: of four or more one may be a town's, too: "Lovelace, ..., Jordan"."""
    odd = [
        name
        for name in names
        if not (is_one(name) if " " in name else is_family(name)) or (is_place(name) and not is_sure(name))
    ]
    return len(odd) * _ODD <= len(names) and all(re.fullmatch(r"[A-Z][a-z]{2,20}", name) for name in odd)


def _credited(one: Found, said: Line, pieces: Sequence[_Piece], usual: Mapping[tuple[str, str], _Place]) -> Found:
    """An entry with the first people between such marks for its authors, read again without them; a word there that was
    taken for its title is a topic."""
    for piece in pieces:
        place = next((usual[where] for where in _wheres(piece) if where in usual), None)
        if not place or (authors_in(one) and not _in_title(piece, said)):
            continue
        told = piece.people and _are_told(piece, place, one.text, said.facts.year)
        words = said.marked.text[piece.start : piece.end].strip(_ENDS)
        headed = piece.where[0] == "^" and f"{said.title} ".startswith(f"{words} ")
        if not (told or headed) or not (rest := _without(said, piece)):
            continue
        facts = rest.facts._replace(authors=_in_place(piece, place)) if told else rest.facts.over(Facts(tags=(words,)))
        return one._replace(sure=max(one.sure, 1), said=rest._replace(facts=facts))
    return one


def _without(said: Line, piece: _Piece) -> Line | None:
    """A line read again without a piece of it, with all else that it said; None where no title is left."""
    text = said.marked.text
    start, end = _around(piece, text)
    rest = line_of(said.marked._replace(text=f"{text[:start]} {text[end:]}"), authors_known=True)
    if not rest or rest.facts.authors or (said.links and not rest.links):
        return None
    titled = rest.title in said.title or said.title in text[piece.start : piece.end] or _in_title(piece, said)
    quoted = re.match(rf"[\s.,]*[\"“]{re.escape(rest.title)}[,.]?[\"”]", text[end:])
    if rest.title != said.title and not ((rest.sure or quoted or _is_before(piece, rest.title, said)) and titled):
        return None  # "Ada Lovelace (mill)" is all of the line
    words = text[piece.start : piece.end].strip(_ENDS)
    tags = tuple(tag for tag in said.facts.tags if not (tag in words or words in tag or tag == rest.title))
    facts = rest.facts._replace(tags=tuple(tag for tag in rest.facts.tags if re.search(r"\w", tag)))
    facts = facts.over(said.facts._replace(remark="", tags=tags))
    first = line_of(said.marked)
    if first and first.facts.remark != said.facts.remark and words in said.facts.remark:
        # What the page told since then to be no remark is none.
        left = re.sub(rf"{LABEL}.", "", said.facts.remark.replace(words, "", 1))
        facts = facts._replace(
            remark=left.strip(f"{_ENDS}{BOLD}{BOLD_END}{EM}{EM_END}") if re.search(r"\w", left) else ""
        )
    if _is_emphasis(piece) and _TAG.fullmatch(facts.remark):
        facts = facts._replace(tags=(*facts.tags, facts.remark), remark="")
    return rest._replace(facts=facts, marked=said.marked)


def _is_before(piece: _Piece, title: str, said: Line) -> bool:
    """Whether people, a dash and words were taken for a title, which those alone are: "Ada Lovelace - Of Looms"."""
    first, _, rest = said.title.partition(title)
    who = said.marked.text[piece.start : piece.end].strip(_ENDS)
    return piece.where == ("^", "-") and len(title.split()) > 1 and first.strip(_ENDS) == who and not rest


_ENDS = " \n.,;:|·–—-"


def _in_title(piece: _Piece, said: Line) -> bool:
    """Whether the first of the people in a piece is in what a line was taken to have for its title."""
    return bool(piece.people) and _first(piece) in said.title


def _around(piece: _Piece, text: str) -> tuple[int, int]:
    """Where a piece begins and ends, with the emphasis that is on nothing else and, where nothing follows it, with what
    stands before it."""
    start, end = piece.start, piece.end
    marks = {BOLD: BOLD_END, EM: EM_END}
    while start and marks.get(text[start - 1]) == text[end : end + 1] != "":
        start, end = start - 1, end + 1
    if not text[end:] or text[end] in f"\n{LINK_END}":
        start = len(text[:start].rstrip(_ENDS))
    return start, end


def _in_place(piece: _Piece, place: _Place) -> tuple[Author, ...]:
    """The people in a piece: by their family names, where most in its place are."""
    return piece.families if piece.families and place.families else piece.people


_TAG = re.compile(rf"[^\s.:;{BOLD}{EM}{LINK}{LABEL}]{{2,20}}(?: [^\s.:;{BOLD}{EM}{LINK}{LABEL}]{{1,20}}){{0,2}}")
_NO_NAME = re.compile(
    r"(?:ed|ing)$|^(?:draft|optional|[a-z]+ese|english|french|german|italian|russian|spanish)$", re.IGNORECASE
)
"""What was done with a paper or is said of it, "Skimmed" or "Optional", and its language."""


def _is_emphasis(piece: _Piece) -> bool:
    return piece.where[0].endswith((BOLD, EM))


def _are_told(piece: _Piece, place: _Place, text: str, year: int | None) -> bool:
    """Whether the people in a piece are some: the first is known here or elsewhere on the page, several are joined,
    or one alone stands where others do."""
    names = [author.name for author in piece.people]
    if piece.others or not place.names.isdisjoint(names) or _begins_key(names[0], text, year):
        return True
    if len(names) > 1:
        many = (place.many and len(names) > 2) or (place.families and len(piece.families) > 1)
        return any(map(is_sure, names)) or all(" " in name for name in names) or many
    return _is_told_alone(names[0], piece, place)


def _is_told_alone(name: str, piece: _Piece, place: _Place) -> bool:
    """Whether one name alone is somebody's: whole ones stand there, or family names by themselves."""
    dated = _is_dated(piece)
    bracketed = piece.where[0].endswith("(") and not dated
    if " " in name and place.whole and not bracketed:
        return True
    quoted = place.families and piece.where[1] in ("“", '"')  # no topic has a comma there: "Babbage, “Looms”"
    if bracketed or (piece.where[0] == "^" and " " not in name and not quoted):
        return is_sure(name) and " " in name
    if is_sure(name):
        return " " in name or dated or place.family
    usual = place.unknown <= place.known * (_KNOWN - 1 if dated else 1) or place.unknown * 2 <= place.others
    return usual and not ((place.whole and not dated) or _is_emphasis(piece) or _NO_NAME.search(name))


def _first(piece: _Piece) -> str:
    """The name of the first of the people in a piece, the family name where it may stand before the given one."""
    return (piece.families or piece.people)[0].name


def _begins_key(name: str, text: str, year: int | None) -> bool:
    """Whether the key of a citation in a text begins with a name, and goes on with ``year``: "lovelace1843_looms"."""
    keys = re.findall(rf"(?<![^\W_])([^\W\d_]{{3,30}})[_-]?{year}", text.casefold())
    return re.sub(r"[\W_]", "", normalize("NFKD", name)).casefold() in keys
