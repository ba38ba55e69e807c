"""Papers cited in BibTeX, too, below them on the page, folded or in a fence: it says what their lines leave out.

An entry is of the paper of just its title. Lists abridge titles, so that one right below a paper may be called alike
only, where nothing that both say differs. What could be of another paper says nothing of this one.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from contextlib import suppress
from typing import NamedTuple

from readtrack.errors import UnreadableError
from readtrack.identifiers import found_in
from readtrack.importers import Source, bibtex
from readtrack.importers.markdown.said.preprints import PREPRINTS
from readtrack.model import Draft

BIBTEX = re.compile(
    r"(?m)(?:^[ \t>]*(?:[-*+] )?|[`>][ \t]*)@[A-Za-z]{3,30}[ \t]{0,9}[{(]\s{0,9}[^\s{}=,]{1,200}\s?(?:,|$)"
)
"""How an entry begins: "@article{lovelace1843notes,"."""
_QUOTED = re.compile(r"(?m)^[ \t]*(?:>[ \t]?)+")
_NEAR = 150
"""How many lines an entry may stand below a paper that is only called alike."""
_SEVERAL = 20
"""How many papers of one title are told apart."""

Identifiers = frozenset[tuple[str, str]]


class _Page(NamedTuple):
    """``lines`` and their ``drafts``, in their order, and the ``identifiers`` of each; ``titled``: which drafts have a
    title; ``named``: whose an identifier is."""

    lines: Sequence[str]
    drafts: Sequence[Draft]
    identifiers: Sequence[Identifiers]
    starts: Sequence[int]
    titled: dict[str, list[int]]
    named: dict[tuple[str, str], set[int]]


def with_bibtex(drafts: Sequence[Draft], lines: Sequence[str]) -> Sequence[Draft]:
    """``drafts`` with what BibTeX on the page, the ``lines``, says of those that it names, and not in their notes."""
    text = "\n".join(lines)
    if not drafts or not BIBTEX.search(text):
        return drafts
    page = _page_of(drafts, lines)
    exact: dict[int, list[Draft]] = defaultdict(list)
    alike: dict[int, list[Draft]] = defaultdict(list)
    for entry in _entries(_QUOTED.sub("", text)):
        if _letters(entry.title) in page.titled:
            if (at := _titled(entry, page)) is not None:
                exact[at].append(entry)
        elif (at := _above(entry, page)) is not None:
            alike[at].append(entry)
    kept = list(drafts)
    for at, entries in (alike | exact).items():
        kept[at] = _with_all(kept[at], entries) if at in exact or len(entries) == 1 else kept[at]
    return kept


def _page_of(drafts: Sequence[Draft], lines: Sequence[str]) -> _Page:
    titled: dict[str, list[int]] = defaultdict(list)
    named: dict[tuple[str, str], set[int]] = defaultdict(set)
    identifiers = [_identifiers(draft) for draft in drafts]
    for at, draft in enumerate(drafts):
        titled[_letters(draft.title)].append(at)
        for identifier in identifiers[at]:
            named[identifier].add(at)
    return _Page(lines, drafts, identifiers, [draft.line or 0 for draft in drafts], dict(titled), dict(named))


def _entries(text: str) -> Iterator[Draft]:
    """The papers in BibTeX in ``text``; none, where all that looked like entries are comments and the like."""
    with suppress(UnreadableError):
        for entry in bibtex.read(Source("", text.encode())):
            if isinstance(entry, Draft) and _letters(entry.title):
                yield entry


def _titled(entry: Draft, page: _Page) -> int | None:
    """The paper of just the title of ``entry``; of several, the one that agrees most in number, year and venue."""
    meant = page.titled[_letters(entry.title)][:_SEVERAL]
    able = [at for at in meant if not _differs(at, entry, page)]
    above = bisect_left(page.starts, entry.line or 0) - 1

    def agrees(at: int) -> tuple[bool, bool, bool, bool]:
        draft = page.drafts[at]
        venue = bool(draft.venue) and _letters(draft.venue or "") == _letters(entry.venue or "")
        named = bool(page.identifiers[at] & _identifiers(entry))
        return named, bool(draft.year) and draft.year == entry.year, venue, at == above

    best = max(able, key=agrees, default=None)
    if best is not None and len(meant) > 1 and _apart(page.drafts[best], entry) and not agrees(best)[0]:
        return None  # it is of another year than all of them
    return best


def _above(entry: Draft, page: _Page) -> int | None:
    """The paper that ``entry`` stands right below, where it is called alike and nothing that both say differs."""
    line = entry.line or 0
    at = bisect_left(page.starts, line) - 1
    if at < 0 or not _is_below(at, line, page):
        return None
    draft = page.drafts[at]
    alike = _begins(draft.title, entry.title) or _alike(draft.title, entry.title)
    others = entry.authors and not all(_among(draft, entry))
    return None if not alike or others or _apart(draft, entry) or _differs(at, entry, page) else at


def _is_below(at: int, line: int, page: _Page) -> bool:
    """Whether an entry at ``line`` is in the item of the paper ``at``, or between that and the next item."""
    start = page.starts[at]
    between = page.lines[start : line - 1]
    own = page.lines[start - 1]
    indent, heads = _indent(own), own.lstrip().startswith("#")
    if len(between) > _NEAR:
        return False
    if not (heads or len(page.drafts) == 1 or _indent(page.lines[line - 1]) > indent):
        following = page.lines[line : page.starts[at + 1] - 1] if at + 1 < len(page.drafts) else None
        if following is None or len(following) > _NEAR or any(map(_is_heading, following)):
            return False
    before, code = own, False
    for one in between:
        if one.lstrip(" \t>").startswith(("```", "~~~")):
            code = not code
        elif not code and one.strip():
            begins = not before.strip() and not one.lstrip().startswith(("<", ">", "@"))
            if _is_heading(one) or (begins and not heads and _indent(one) <= indent):
                return False
        before = one
    return True


def _is_heading(line: str) -> bool:
    return re.match(r"\s*(?:#{1,6}\s|<h\d)", line) is not None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _differs(at: int, entry: Draft, page: _Page) -> bool:
    """Whether the paper ``at`` has other identifiers, people or years than ``entry``, or another paper has those."""
    draft, own, said = page.drafts[at], page.identifiers[at], _identifiers(entry)
    kinds = {kind for kind, _ in own}
    if any(kind in kinds and (kind, value) not in own for kind, value in said):
        return True
    if any(at not in page.named.get(identifier, {at}) for identifier in said):
        return True
    if draft.authors and entry.authors:
        return not any(_among(draft, entry))
    preprint = _is_preprint(draft) or _is_preprint(entry)
    return _apart(draft, entry, 2 if preprint else 0) and not own & said


def _apart(draft: Draft, entry: Draft, years: int = 0) -> bool:
    """Whether both have years, more than ``years`` apart."""
    return bool(draft.year and entry.year and abs(draft.year - entry.year) > years)


def _identifiers(draft: Draft) -> Identifiers:
    """All that tells ``draft`` from other papers, also in its links."""
    doi = (f"https://doi.org/{draft.doi}",) if draft.doi else ()
    urls = (*doi, *(link.url for link in draft.links), *((draft.url,) if draft.url else ()))
    said = ((kind, value) for kind, value in draft.all_identifiers if kind != "doi")
    return frozenset((kind, value.lower()) for kind, value in (*said, *(one for url in urls for one in found_in(url))))


def _among(draft: Draft, entry: Draft) -> list[bool]:
    """Of each person of ``draft``, whether ``entry`` has them: by families, since lists leave out the rest."""
    people = [names for one in entry.authors if (names := _names(one.name))]
    any_, families = {name for names in people for name in names}, {names[-1] for names in people}
    mine = [_names(one.name) for one in draft.authors]
    return [bool(names) and (names[-1] in any_ or not families.isdisjoint(names)) for names in mine]


def _names(name: str) -> list[str]:
    """The names of a person in full, without accents."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return [word for word in _words(plain) if len(word) > 1]


def _alike(one: str, other: str) -> bool:
    """Whether one title is the other with a few words left out, none of which tells parts of one work apart."""
    fewer, more = sorted((set(_words(one)), set(_words(other))), key=len)
    whole = len(fewer) >= 4 and fewer <= more and len(fewer) * 3 >= len(more) * 2
    return whole and not any(re.fullmatch(r"\d+|[ivx]+|[b-z]", word) for word in more - fewer)


def _begins(name: str, title: str) -> bool:
    """Whether a paper is called by the ``name`` that its title begins with: "LoomNet: Notes on Looms"."""
    return re.match(r"\s?[:：]", title[len(name) :]) is not None and title.casefold().startswith(name.casefold())


def _words(title: str) -> list[str]:
    return re.findall(r"[^\W_]+", title.casefold())


def _letters(title: str) -> str:
    """The letters and digits of a title."""
    return "".join(_words(unicodedata.normalize("NFKC", title)))


def _with_all(draft: Draft, entries: Sequence[Draft]) -> Draft:
    """A paper with what its ``entries`` say: the printed one, and of its preprint the number."""
    best = min(entries, key=lambda one: (one.type in ("software", "dataset"), _is_preprint(one), _apart(draft, one)))
    over = _over(draft, best)
    numbers = (one.arxiv_id for one in entries if _is_preprint(one) and one.arxiv_id)
    over = over._replace(arxiv_id=over.arxiv_id or next(numbers, None))
    taken = {_key(one) for one in entries if one is not best and _is_preprint(one) and one.arxiv_id == over.arxiv_id}
    taken |= set() if _is_other(draft, best) else {_key(best)}
    notes = ((note, without(note.body, taken)) for note in draft.notes)
    return over._replace(notes=tuple(note._replace(body=body) for note, body in notes if re.search(r"\w", body)))


def _is_other(draft: Draft, entry: Draft) -> bool:
    """Whether ``entry`` is of another edition of the paper, with a year and a DOI of its own."""
    return _apart(draft, entry) or (bool(draft.venue) and _is_preprint(draft) != _is_preprint(entry))


def _is_preprint(entry: Draft) -> bool:
    return (entry.venue or "preprint").casefold() in PREPRINTS


def _over(draft: Draft, entry: Draft) -> Draft:
    """A paper with what only its entry says. Of people, a list names the first alone."""
    placed = any(author.affiliations for author in draft.authors)
    more = len(entry.authors) > len(draft.authors) and not placed and all(_among(draft, entry))
    other = _is_other(draft, entry)
    begins = _begins(draft.title, entry.title)
    return draft._replace(
        title=entry.title if begins else draft.title,
        name=draft.name or (draft.title if begins else None),
        authors=entry.authors if more else draft.authors,
        venue=draft.venue or (None if other else entry.venue),
        year=draft.year or (None if other else entry.year),
        type=entry.type if draft.type == "article" and not other else draft.type,
        doi=draft.doi or (None if other else entry.doi),
        arxiv_id=draft.arxiv_id or entry.arxiv_id,
        abstract=draft.abstract or entry.abstract,
        identifiers=draft.identifiers or (() if other else entry.identifiers),
    )


def _key(entry: Draft) -> tuple[str, str]:
    return entry.key or "", _letters(entry.title)


_TOKENS = re.compile(r"(?m)^[ \t]*(?P<fence>`{3,}|~{3,})(?P<info>[^\n`]*)(?:\n|\Z)|(?P<pre><pre\b[^<>]*>)|</pre>")
_FOLD = re.compile(r"(?i)<details\b[^<>]*>\s{0,99}(?:<summary\b[^<>]*>[^\n]{0,200}?</summary>)?\s{0,99}</details>")


def without(body: str, taken: AbstractSet[tuple[str, str]]) -> str:
    """A note without the BibTeX in fences or HTML that holds the entries ``taken`` and no others, and its folds."""
    kept, done = [], 0
    begun: re.Match[str] | None = None
    for token in _TOKENS.finditer(body):
        if begun and begun["fence"] and token["fence"] != begun["fence"]:
            continue  # inside of a fence all is code
        ends = begun is not None and (not token["info"].strip() if begun["fence"] else token[0] == "</pre>")
        if begun and ends:
            if _is_taken(body[begun.end() : token.start()], taken):
                kept.append(body[done : begun.start()])
                done = token.end()
            begun = None
        elif token["fence"] or token["pre"]:
            begun = token
    return _FOLD.sub("", "".join([*kept, body[done:]])).strip() if done else body


def _is_taken(code: str, taken: AbstractSet[tuple[str, str]]) -> bool:
    """Whether ``code`` is of entries that are all ``taken``."""
    code = re.sub(r"\A\s*<code\b[^<>]*>", "", code)
    keys = {_key(entry) for entry in _entries(code)} if BIBTEX.match(code.lstrip()) else set()
    return bool(keys) and keys <= taken
