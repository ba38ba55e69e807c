"""Likely duplicates: pairs of papers that may be one, for a person to decide."""

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import combinations
from typing import NamedTuple

from readtrack.matching import APART, families, folded, words_of
from readtrack.model import Paper
from readtrack.store import Store

CROWD = 200
"""Papers that look alike at first sight are compared one by one only up to this many."""


class Pair(NamedTuple):
    """Two papers that may be one, the older first, and what they share."""

    one: Paper
    other: Paper
    why: str


class _Seen(NamedTuple):
    id: int
    folded: str
    words: frozenset[str]
    year: int | None
    families: tuple[str, ...]


def pairs(store: Store) -> list[Pair]:
    """Pairs of papers that may be one, in the order they were added."""
    import json

    seen = {
        row["id"]: _Seen(
            row["id"],
            folded(row["title"]),
            frozenset(words_of(row["title"])),
            row["year"],
            families(tuple(json.loads(row["authors"]))),
        )
        for row in store.conn.execute("SELECT id, title, year, authors FROM papers")
    }
    found: dict[tuple[int, int], str] = {}
    for one, other, why in (*_by_link(store, seen), *_by_title(seen.values())):
        found.setdefault((min(one, other), max(one, other)), why)
    return [Pair(store.paper(one), store.paper(other), why) for (one, other), why in sorted(found.items())]


def _by_link(store: Store, seen: dict[int, _Seen]) -> Iterator[tuple[int, int, str]]:
    shared = """SELECT url, group_concat(paper) AS papers FROM links
        WHERE kind <> 'code' GROUP BY url HAVING count(*) BETWEEN 2 AND 5"""
    for url, papers in store.conn.execute(shared):
        for one, other in combinations([seen[int(number)] for number in papers.split(",")], 2):
            if _overlap(one.words, other.words) > 0.4:
                yield one.id, other.id, f"both link to {url}"


def _by_title(papers: Iterable[_Seen]) -> Iterator[tuple[int, int, str]]:
    blocks: dict[tuple[object, ...], list[_Seen]] = {}
    for paper in papers:
        blocks.setdefault(("=", paper.folded), []).append(paper)
        if len(paper.folded) > 12:
            blocks.setdefault(("start", paper.folded[:12]), []).append(paper)
            blocks.setdefault(("end", paper.folded[-12:]), []).append(paper)
        for family in paper.families[:1]:
            blocks.setdefault(("by", family, paper.year), []).append(paper)
    for (kind, *_), block in blocks.items():
        if kind == "=" and len(block) > CROWD:
            yield block[0].id, block[1].id, f"{len(block)} papers have this title; these are two of them"
        elif 1 < len(block) <= CROWD:
            for one, other in combinations(block, 2):
                if why := _alike(one, other):
                    yield one.id, other.id, why


def _alike(one: _Seen, other: _Seen) -> str | None:
    """Why two papers may be one, told from title, authors and year; None if they hardly are."""
    people = bool(set(one.families) & set(other.families)) if one.families and other.families else None
    apart = abs(one.year - other.year) if one.year and other.year else 0
    if one.folded == other.folded:
        return "same title" if people or people is None else "same title, other authors"
    if people is False or apart > APART or _numbers(one) != _numbers(other):
        return None
    if people and (one.words < other.words or other.words < one.words) and _starts(one.folded, other.folded):
        return "same authors, one title begins like the other"
    if _overlap(one.words, other.words) < 0.7:
        return None
    if SequenceMatcher(None, one.folded, other.folded, autojunk=False).ratio() > (0.85 if people else 0.93):
        return "nearly the same title"
    return None


def _starts(one: str, other: str) -> bool:
    return min(len(one), len(other)) > 4 and (one.startswith(other) or other.startswith(one))


def _numbers(paper: _Seen) -> frozenset[str]:
    """What tells the parts of a series apart."""
    parts = {"i", "ii", "iii", "iv", "v", "vi"}
    return frozenset(word for word in paper.words if word.isdigit() or word in parts)


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / (len(one | other) or 1)
