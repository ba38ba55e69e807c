"""Whether two descriptions are of the same paper.

A shared DOI, arXiv id, title, short name or address alone proves nothing: lists quote the DOI of another paper, and one
title stands on two papers. Two signs that agree do. Where they do not agree, the answer is that nobody can be sure.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal, NamedTuple, TypeAlias

from readtrack import names

Verdict: TypeAlias = Literal["same", "other"] | str
"""``same``, ``other``, or a clause that says why nobody can be sure."""

APART = 3
"""Years that may lie between a preprint or workshop paper and the version that was published."""

# What is added to the title of another version of a paper.
_VERSION = re.compile(
    r"\s*[(\[](?:extended (?:version|abstract)|full version|technical report|tech report|preprint|short paper|poster|"
    r"demo|invited (?:paper|talk)|abstract)[)\]]\s*$",
    re.IGNORECASE,
)
_PREPRINTS = re.compile(r"arxiv|corr|biorxiv|medrxiv|ssrn|openreview|preprint", re.IGNORECASE)


class Signs(NamedTuple):
    """What tells one paper from another.

    ``families``: the authors' family names as they compare (``names.family``); ``identifiers``: (kind, value) of DOI,
    arXiv id, ISBN, ...; ``urls``: links and page; ``key``: proves nothing, but tells which of several is the nearest.
    """

    title: str
    families: tuple[str, ...] = ()
    year: int | None = None
    type: str = "article"
    venue: str | None = None
    identifiers: frozenset[tuple[str, str]] = frozenset()
    urls: frozenset[str] = frozenset()
    key: str | None = None


def is_preprint(venue: str | None) -> bool:
    """Whether ``venue`` is no place of publication but an archive of manuscripts (or unknown)."""
    return venue is None or bool(_PREPRINTS.match(venue))


def folded(title: str) -> str:
    """A title as it compares: without case, accents, punctuation, blanks, plural s, and notes on the version."""
    return "".join(words_of(title)) or title.casefold()


def words_of(title: str) -> list[str]:
    """The words of a title as they compare."""
    text = _VERSION.sub("", title)
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    text = text.casefold().replace("&", " and ").replace("c++", "cplusplus").replace("c#", "csharp")
    # "schedulers" and "scheduler", but not "bus", "class", "s"
    return [
        word[:-1] if len(word) > 3 and word[-1] == "s" and word[-2] not in "su" else word
        for word in re.findall(r"[^\W_]+", text)
    ]


def compare(one: Signs, other: Signs) -> Verdict:
    """Whether ``one`` and ``other``, which share an identifier or a folded title, are the same paper."""
    people = _shared_people(one, other)
    apart = abs(one.year - other.year) if one.year and other.year else None
    if folded(one.title) != folded(other.title):
        return _by_identifier(one, other, people, apart)
    if one.identifiers & other.identifiers:
        return "same"
    if people is False:
        return "same title, other authors"
    if one.type == other.type == "book" and apart:
        return "same title, another year: another edition?"
    if apart is not None and apart > (APART if people else 1):
        return f"same title, {apart} years apart"
    return _with_people(one, other, apart) if people else _without_people(one, other, apart)


def _by_identifier(one: Signs, other: Signs, people: bool | None, apart: int | None) -> Verdict:
    """The verdict on two titles with one DOI or arXiv id between them."""
    shared = sorted(one.identifiers & other.identifiers)
    if not shared:
        return "other"
    a, b = set(words_of(one.title)), set(words_of(other.title))
    alike = len(a & b) / (min(len(a), len(b)) or 1)
    if people is not False and alike >= 0.5 and (people or alike > 0.7 or apart in (0, 1)):
        return "same"
    kind, value = shared[0]
    return f"same {kind} {value}, another title"


def _with_people(one: Signs, other: Signs, apart: int | None) -> Verdict:
    """The verdict on two that have the same title and an author in common."""
    if _contradict("arxiv", one, other):
        return "same title and authors, another arXiv id"
    whole = set(one.families) <= set(other.families) or set(other.families) <= set(one.families)
    if not _telling(one.title) and (not whole or apart):
        return "same short title, other authors or year"
    if _contradict("doi", one, other) and not (whole and _telling(one.title)):
        return "same title and an author, another DOI"
    return "same"


def _without_people(one: Signs, other: Signs, apart: int | None) -> Verdict:
    """The verdict on two that have the same title, where one of them names no authors."""
    if one.urls & other.urls:
        return "same"
    if _contradict("doi", one, other) or _contradict("arxiv", one, other):
        return "same title, another DOI or arXiv id, and no authors to compare"
    if _telling(one.title) or (apart == 0 and one.venue == other.venue):
        return "same"
    if (one.year, one.venue, one.urls) == (other.year, other.venue, other.urls):
        return "same"
    return "same short title, and no authors to compare"


def nearness(one: Signs, other: Signs) -> tuple[bool, ...]:
    """How much speaks for ``other`` being ``one``: of several that may be, the greatest is looked at first."""
    return (
        bool(one.identifiers & other.identifiers),
        one.key is not None and one.key == other.key,
        one.year == other.year,
        one.venue == other.venue,
        set(one.families) == set(other.families),
        bool(one.urls & other.urls),
    )


def _telling(title: str) -> bool:
    """Whether a title is long enough not to be given twice: "Editorial" and "Deep learning" are not."""
    return len(words_of(title)) > 2 or len(folded(title)) > 20


def _shared_people(one: Signs, other: Signs) -> bool | None:
    """Whether the two have an author in common; None where one of them names nobody."""
    if not one.families or not other.families:
        return None
    return not set(one.families).isdisjoint(other.families)


def _contradict(kind: str, one: Signs, other: Signs) -> bool:
    mine, theirs = ({value for k, value in signs.identifiers if k == kind} for signs in (one, other))
    return bool(mine and theirs and not mine & theirs)


def families(authors: tuple[str, ...]) -> tuple[str, ...]:
    """The family names of ``authors`` as they compare."""
    return tuple(names.family(author) for author in authors)
