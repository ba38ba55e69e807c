"""A line of a reading list that names several papers -> a line for each."""

from __future__ import annotations

import re
from itertools import pairwise

from readtrack.identifiers import leads_to_paper, link_kind
from readtrack.importers._conferences import known
from readtrack.importers.markdown.line.cited import behind_people
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.markup.inline import (
    BOLD,
    BOLD_END,
    LABEL,
    LINK,
    LINK_END,
    STRUCK,
    STRUCK_END,
    Marked,
    says_where,
)
from readtrack.importers.markdown.said.facts import facts_of
from readtrack.importers.markdown.said.people import people_in
from readtrack.importers.markdown.said.place import YEAR, venue_of
from readtrack.importers.markdown.said.titles import is_cased
from readtrack.model import Link

_BOLD = re.compile(rf"{BOLD}([^{BOLD_END}]{{8,}}){BOLD_END}\s*[(][^()]*{YEAR}[)]")
_LINK = rf"{BOLD}?{LINK}.([^{LINK_END}]*){LINK_END}{BOLD_END}?"
_NUMBERED = re.compile(rf"(?m)^\s*\d{{1,2}}[.)]\s+(?=[{BOLD}{LINK}])")
_ARROW = r"(?:[-=–]{1,2}>|[→⇒➜➔])"
_GLUE = rf"\s*(?:,? and|[,;&/+|·]|{_ARROW}|\n)\s*"
_LINKS = re.compile(
    rf"(?:\d{{1,3}}[.)]\s+|(?P<lead>[^{LINK}\n]{{3,120}}?[.:])\s)?\s*{_LINK}(?:{_GLUE}{_LINK}){{1,9}}[\s.]*(?P<tail>\s[-–—|]\s[^{LINK}]*)?"
)


def apart(marks: Marked) -> tuple[Marked, ...]:
    """``[One](url) and [Another](url)``; ``[One](url) -> [Another](url)``;
    ``The first: **One** (Lovelace, 1843), then **Another** (Turing, 1936)``;
    ``What they are about: [One](url), [Another](url)``; ``Ada Lovelace, [One](url); Alan Turing, [Another](url)``;
    ``Lovelace, A. (1843). One. [pdf](url) Turing, A. (1936). Another. [pdf](url)``; and lines that are
    ``[One](url) (OSDI, 1843)``, ``[Another](url) (SOSP, 1936)``, each perhaps above what is said of it.
    """
    text = marks.text
    struck = text.strip()
    if struck[:1] == STRUCK and struck.find(STRUCK_END) == len(struck) - 1 and LINK in struck:
        pieces = apart(marks._replace(text=struck[1:-1]))
        return tuple(one._replace(text=f"{STRUCK}{one.text}{STRUCK_END}") for one in pieces) if pieces[1:] else (marks,)
    if len(cited := _cited(text) or _whole(text) or _joined(text)) > 1:
        return tuple(_only(piece, marks.links) for piece in cited)
    if len(named := _named_lines(text) or _dated_lines(text)) > 1:
        return tuple(_only(piece, marks.links) for piece in named)
    numbered = [one.start() for one in _NUMBERED.finditer(text)]
    if len(numbered) > 1 and not text[: numbered[0]].strip():
        return tuple(_only(text[start:end], marks.links) for start, end in pairwise([*numbered, len(text)]))
    found = list(_BOLD.finditer(text)) if text.count(BOLD) > 1 else []
    listed = _LINKS.fullmatch(text) if text.count(LINK) > 1 and LABEL not in text else None
    led = listed and listed["lead"]
    lead_to_papers = all(leads_to_paper(link.url) for link in marks.links)
    # What stands behind them may be said of the first, of which the others only tell more.
    if listed and not (led and (people_in(led) or not _are_papers(marks))) and (lead_to_papers or not listed["tail"]):
        found = list(re.finditer(_LINK, text))
    if len(found) < 2:
        return (marks,)
    first, *others = (inline.plain(one[1]) for one in found)
    to_papers = {link_kind(link.url) for link in marks.links} <= {"arxiv", "doi"}
    glue = [text[one.end() : other.start()] for one, other in pairwise(found)]
    followed = lead_to_papers and any(map(re.compile(rf"\s*{_ARROW}\s*").fullmatch, glue))  # each by the next
    if not _is_long(first) or not all(
        (_is_long(other) and not (listed and _is_about(other)))
        or (listed and ((to_papers and _is_name(other)) or (followed and says_where(other) and not venue_of(other))))
        for other in others
    ):
        return (marks,)
    starts = [found[0].start() if led else 0, *(one.start() for one in found[1:]), len(text)]
    return tuple(_only(text[start:end], marks.links) for start, end in pairwise(starts))


def _is_about(said: str) -> bool:
    """Whether a link says who wrote a paper or where it appeared."""
    return bool(people_in(said) or venue_of(said) or known(said))


_SHORT = re.compile(rf"\s*{BOLD}?\[([A-Z][\w+ -]*[A-Z\d+][\w+ -]*)\]{BOLD_END}?\s+(?=\w)")
"""What a paper is called for short, before its title: "[LoomNet] Notes on Looms"."""


def _named_lines(text: str) -> list[str]:
    """The pieces of ``text`` that begin with its lines that are titles behind what they are called for short, or with
    its first that is a title without that; () where fewer than two lines are so, none in bold: one may say more
    of the first."""
    lines = text.split("\n") if "\n" in text and LINK not in text and len(text) <= 3000 else []
    names = [_SHORT.match(line) for line in lines]
    if (sum(map(bool, names)) < 2 and not any(one and BOLD in one[0] for one in names)) or not (
        names[0] or _is_titled(lines[0], 3)
    ):
        return []
    pieces = [lines[0]]
    for line, named in zip(lines[1:], names[1:], strict=True):
        if named and _is_titled(line[named.end() :], 2) and says_where(named[1]) and not venue_of(named[1]):
            pieces.append(line)
        else:
            pieces[-1] = f"{pieces[-1]}\n{line}"
    return pieces


_DATED_LINE = re.compile(
    rf"\s*{LINK}.([^{LINK_END}]+){LINK_END}\s*[(]"
    rf"({YEAR}, [^(){LINK}{LABEL}\n]{{2,80}}|[^(){LINK}{LABEL}\n]{{2,80}}, {YEAR})[)]"
)


def _dated_lines(text: str) -> list[str]:
    """The pieces of ``text`` that begin with its lines that are links, each before where and when it appeared; ()
    where the first line is none, or none has a venue.

    One that is not written as titles are, nor appeared in a venue that is known, belongs to the one above:
    "[code for this](url) (Weft, 1843)".
    """
    lines = text.split("\n") if text.count(LINK) > 1 and "\n" in text and len(text) <= 10_000 else []
    dated = [_DATED_LINE.match(line) for line in lines]
    places = [(venue_of(f"({one[2]})") if one else None) or (None, None) for one in dated]
    if not any(map(all, places)) or not dated[0]:
        return []
    pieces: list[str] = []
    for line, begins, (venue, _) in zip(lines, dated, places, strict=True):
        if begins and (not pieces or is_cased(inline.plain(begins[1])) or known(venue or "") or venue == "arXiv"):
            pieces.append(line)
        else:
            pieces[-1] = f"{pieces[-1]}\n{line}"
    return pieces


def _is_titled(line: str, least: int) -> bool:
    """Whether a line is written as titles are, has ``least`` words or more, and is no list of people."""
    said = inline.plain(line)
    return len(said.split()) >= least and is_cased(said, least - 1) and not people_in(line)


_GOES_ON = re.compile(r"^\s*[a-z]|\b(?:a|an|and|as|at|by|for|from|in|of|on|or|the|to|via|with)\s*$")
"""A line of a title that was broken: it begins with a small letter, or ends in a word of glue."""


def on_lines(marks: Marked) -> tuple[Marked, ...]:
    """The titles of a cell that has three or more, each on a line of its own; () where it is not so.

    Fewer may be one title that was broken, and so may lines that go on, or of two words.
    """
    lines = [line for line in marks.text.split("\n") if re.search(r"\w", line)]
    said = list(map(inline.plain, lines))
    titled = len(lines) >= 3 and not any(map(_GOES_ON.search, said)) and sum(map(_is_long, said)) * 4 >= len(lines) * 3
    cased = sum(map(is_cased, said)) * 4 >= len(lines) * 3
    told = titled and cased and not any(people_in(line) or venue_of(line) for line in lines)
    return tuple(_only(line, marks.links) for line in lines) if told else ()


def _is_long(said: str) -> bool:
    return len(said.split()) >= 3


_NAME = re.compile(r"(?!(?:Ma?c|D[ei]|L[ae]|Van)[A-Z][a-z])[\w+-]*[a-z][\w+-]*[A-Z][\w+-]*")


def _is_name(said: str) -> bool:
    """Whether a link says what a paper is called for short, "LoomNet", and no part of it, person or place."""
    return bool(_NAME.fullmatch(said)) and not venue_of(said)


def _are_papers(marks: Marked) -> bool:
    return all(link_kind(link.url) in ("arxiv", "doi", "pdf") for link in marks.links)


_SEMICOLON = re.compile(rf";\s+(?![^{LINK}]*{LINK_END})")
_CREDITED = re.compile(rf"([^{LINK}]{{3,}}),\s+{LINK}.([^{LINK}{LINK_END}]+){LINK_END}[^{LINK}]*")


def _cited(text: str) -> list[str]:
    """The pieces of ``text`` between semicolons, where each is one title behind who wrote it; () otherwise."""
    pieces = _SEMICOLON.split(text) if ";" in text and text.count(LINK) > 1 else []
    found = [_CREDITED.fullmatch(piece) for piece in pieces]
    told = all(one and people_in(one[1]) and len(inline.plain(one[2]).split()) >= 3 for one in found)
    return pieces if told else []


_BEHIND_LINK = re.compile(rf"(?<={LINK_END})[\s.,;&]*(?=[^\W\d_])")
_DATED = re.compile(rf"[^{LINK}]{{3,2000}}\({YEAR}[a-z]?\)\.?\s")


def _whole(text: str) -> list[str]:
    """The pieces of ``text`` that are whole citations, each of which ends in a link; () where any is none."""
    pieces = _BEHIND_LINK.split(text) if 1 < text.count(LINK) < 10 else []
    if len(pieces) < 2 or not all(map(_DATED.match, pieces)):
        return []
    found = [behind_people(piece) for piece in pieces]
    return pieces if all(one and one[1].authors and one[1].year for one in found) else []


_AND = re.compile(rf"(?:[,;.]?\s+(?:(?:as well as|and|also|followed by|see also)\s+){{1,2}}|;\s+)(?={BOLD}?{LINK})")
_TITLE = re.compile(rf"\s*{_LINK}([^{LINK}]+)")


def _joined(text: str) -> list[str]:
    """The pieces of ``text`` that are links, behind each of which stand who wrote it and when; () where any is none, or
    begins small: "its review".

    ``[One](url), Ada Lovelace, OSDI 1843, as well as [Another](url), Alan Turing, SOSP 1936``
    """
    pieces = _AND.split(text) if 1 < text.count(LINK) < 10 and len(text) <= 3000 else []
    found = [_TITLE.fullmatch(piece) for piece in pieces]
    words = [inline.plain(one[1]).split() if one else [] for one in found]
    if len(words) < 2 or not all(len(each) > 1 and not each[0].islower() for each in words):
        return []
    said = [facts_of(one[2]) for one in found if one]
    return pieces if all(one.authors and one.year for one in said) else []


def _only(text: str, links: tuple[Link, ...]) -> Marked:
    """A piece of a line, with none of the links that are not in it."""
    own = set(inline.numbers_in(text))
    text = re.sub(rf"{_GLUE}$", "", text)
    return Marked(text, tuple(link if number in own else Link("", "") for number, link in enumerate(links)))
