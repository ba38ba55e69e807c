"""People before titles with no more than commas between: "Ada Lovelace, Alan B. Turing, Notes on Looms, OSDI, 1843".

One line does not tell a title that looks like a name from a person, nor an initial from the end of a sentence. Where
most lines of a page that may be so are read so, what is behind those who look like people is the title of each.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from readtrack.importers._people import is_sure
from readtrack.importers.markdown.layout.items import Found
from readtrack.importers.markdown.line.ends import tail
from readtrack.importers.markdown.line.entry import Line
from readtrack.importers.markdown.line.prelude import prelude
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.markup.inline import BOLD, EM, LABEL, LINK
from readtrack.importers.markdown.said.facts import facts_of
from readtrack.importers.markdown.said.groups import Facts
from readtrack.importers.markdown.said.people import is_one
from readtrack.importers.markdown.said.place import venue_of
from readtrack.importers.markdown.said.titles import name_in, tidy
from readtrack.model import Author


class _Cut(NamedTuple):
    title: str
    facts: Facts


_LEAST = 5
"""Lines that are read so; of those that may be it are two thirds."""
_TITLE = 4
"""Words of a title behind what may be a title itself: "Ada Lovelace, Woven Qualia, The Loom Quarterly"."""
_PRINT = re.compile(r"\b(?:dissertation|manuscript|notes|preprint|report|thesis)$", re.IGNORECASE)
_OTHERS = re.compile(r"(?:and )?(?:et\.? al|others)\.?")


def behind_commas(found: Sequence[Found]) -> list[Found]:
    """The entries, of which those that name people before their titles as most of a page do are read like those."""
    cuts = [_cut(one) for one in found]
    each = [(one, cut, _is_same(one, cut)) for one, cut in zip(found, cuts, strict=True)]
    known = sum(same for *_, same in each)
    if known < _LEAST or known * 3 < sum(map(bool, cuts)) * 2:
        return list(found)
    return [_read(one, one.said, cut) if one.said and cut and not same else one for one, cut, same in each]


def _is_same(one: Found, cut: _Cut | None) -> bool:
    """Whether an entry names the people before its title already."""
    return bool(cut and one.said and one.said.facts.authors == cut.facts.authors)


def _cut(one: Found) -> _Cut | None:
    """The title of an entry and what is said around it, where it begins with what looks like people and a comma."""
    text, before = prelude(one.said.marked.text) if one.said else ("", Facts())
    head, label, links = text.partition(LABEL)
    if len(head) > 2000 or re.search(rf"[{BOLD}{EM}{LINK}\n\"“]", head):
        return None
    parts = re.split(r",\s+", head.strip())
    names: list[str] = []
    at = 0
    while at < len(parts) and (people := _names(parts[at])) is not None:
        names, at = [*names, *people], at + 1
        if parts[at - 1].endswith(" al.") or _OTHERS.fullmatch(parts[at - 1]):
            break
    rest = ", ".join(parts[at:])
    unsure = len(names) - 1 - max((at for at, name in enumerate(names) if is_sure(name)), default=0)
    if unsure == 1 and (not rest or venue_of(rest)):
        names, rest, unsure = names[:-1], f"{names[-1]}, {rest}".rstrip(", "), 0
    end = tail(rest, True) or len(rest)
    title = tidy(rest[:end])
    least = _TITLE if unsure > 0 or _PRINT.search(title) else 2
    if not names or len(title.split()) < least or not re.match(r"[^\W_a-z]", title) or venue_of(title):
        return None
    said = Facts(authors=tuple(map(Author, names))).over(before).over(facts_of(f"{rest[end:]}{label}{links}", True))
    return _Cut(title, said)


def _names(part: str) -> list[str] | None:
    """The people that are all of what stands before a comma; None where it is something else."""
    bare = inline.plain(part).strip()
    if _OTHERS.fullmatch(bare):
        return []
    names = re.split(r"\s+(?:and|&)\s+", re.sub(r"^(?:and|&) |,? et\.? al\.?$", "", bare))
    return names if all(" " in name and is_one(name) for name in names) else None


def _read(one: Found, line: Line, cut: _Cut) -> Found:
    old = line.facts
    facts = cut.facts.over(Facts(None, old.year, read=old.read, stars=old.stars, tags=old.tags, name=old.name))
    said = line._replace(title=cut.title, facts=facts, name=facts.name or name_in(cut.title))
    return one._replace(said=said)
