"""Papers cited in BibTeX, too, below them on the page, folded or in a fence: it says what their lines leave out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from contextlib import suppress

from readtrack.errors import UnreadableError
from readtrack.importers import Source, bibtex
from readtrack.model import Draft, NoteDraft

BIBTEX = re.compile(
    r"(?m)(?:^[ \t>]*(?:[-*+] )?|[`>][ \t]*)@[A-Za-z]{3,30}[ \t]{0,9}[{(]\s{0,9}[^\s{}=,]{1,200}\s?(?:,|$)"
)
"""How an entry begins: "@article{lovelace1843notes,"."""
_QUOTED = re.compile(r"(?m)^[ \t]*(?:>[ \t]?)+")


def with_bibtex(drafts: Sequence[Draft], lines: Sequence[str]) -> Sequence[Draft]:
    """``drafts`` with what BibTeX on the page, the ``lines``, says of those that it names, and not in their notes."""
    text = "\n".join(lines)
    if not BIBTEX.search(text):
        return drafts
    kept = [draft._replace(notes=tuple(_without(draft.notes))) for draft in drafts]
    lines_of = [draft.line or 0 for draft in kept]
    titled = {tuple(_words(draft.title)): at for at, draft in reversed(list(enumerate(kept)))}
    for entry in _entries(text):
        above = bisect_left(lines_of, entry.line or 0) - 1
        # It is of the paper that it stands below, where it has that title, or else of any of just its title.
        below = above >= 0 and (_alike(kept[above].title, entry.title) or _begins(kept[above].title, entry.title))
        at = above if below else titled.get(tuple(_words(entry.title)))
        if at is not None:
            kept[at] = _over(kept[at], entry)
    return kept


def _entries(text: str) -> Iterator[Draft]:
    """The papers in BibTeX in ``text``; none, where all that looked like entries are comments and the like."""
    with suppress(UnreadableError):
        for entry in bibtex.read(Source("", _QUOTED.sub("", text).encode())):
            if isinstance(entry, Draft):
                yield entry


def _alike(one: str, other: str) -> bool:
    """Whether most words of two titles are the same: a list abridges what BibTeX has in full, and mistypes it."""
    words, others = set(_words(one)), set(_words(other))
    return len(words & others) * 3 >= max(len(words), len(others)) * 2


def _begins(name: str, title: str) -> bool:
    """Whether a paper is called by the ``name`` that its title begins with: "LoomNet: Notes on Looms"."""
    return re.match(r"\s?[:：]", title[len(name) :]) is not None and title.casefold().startswith(name.casefold())


def _words(title: str) -> list[str]:
    return re.findall(r"[^\W_]+", title.casefold())


def _over(draft: Draft, entry: Draft) -> Draft:
    """A paper with what only its entry says. Of people, a list names the first alone."""
    placed = any(author.affiliations for author in draft.authors)
    more = len(entry.authors) > len(draft.authors) and not placed
    return draft._replace(
        title=entry.title if _begins(draft.title, entry.title) else draft.title,
        name=draft.name or (draft.title if _begins(draft.title, entry.title) else None),
        authors=entry.authors if more else draft.authors,
        venue=draft.venue or entry.venue,
        year=draft.year or entry.year,
        type=entry.type if draft.type == "article" else draft.type,
        doi=draft.doi or entry.doi,
        arxiv_id=draft.arxiv_id or entry.arxiv_id,
        abstract=draft.abstract or entry.abstract,
        identifiers=draft.identifiers or entry.identifiers,
    )


_CODE = re.compile(
    r"(?ms)^[ \t]*(?P<fence>`{3,}|~{3,})[^\n`]*\n(?P<code>.*?)^[ \t]*(?P=fence)[ \t]*(?:\n|\Z)"
    r"|<pre\b[^<>]*>(?:\s{0,9}<code\b[^<>]*>)?(?P<html>.*?)(?:</code>\s{0,9})?</pre>"
)
_FOLD = re.compile(r"(?i)<details\b[^<>]*>\s{0,99}(?:<summary\b[^<>]*>[^\n]*?</summary>)?\s{0,99}</details>")


def _without(notes: Sequence[NoteDraft]) -> Iterator[NoteDraft]:
    """``notes`` without BibTeX in fences or HTML, and what it was folded in."""
    for note in notes:
        body = _CODE.sub(_kept, note.body)
        body = _FOLD.sub("", body).strip() if body != note.body else body
        if re.search(r"\w", body):
            yield note._replace(body=body)


def _kept(found: re.Match[str]) -> str:
    return "" if BIBTEX.match((found["code"] or found["html"] or "").lstrip()) else found[0]
