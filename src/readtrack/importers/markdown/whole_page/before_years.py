"""Who wrote papers, between titles and years in brackets: "**Notes on Looms** — Lovelace, Babbage, Turing (1843)".

One line does not tell family names from topics or makers. Several that name three people and more do, and then two
names are as well; one word alone, which may say what was done, or where, is one only if it is known as a name, here
or elsewhere on the page, or begins the key of a citation on its line: "lovelace1843".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from unicodedata import normalize

from readtrack.importers._people import is_sure
from readtrack.importers._turned import turned_in_turn
from readtrack.importers.markdown.layout.items import Found
from readtrack.importers.markdown.line.entry import Line
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.markup.inline import BOLD, BOLD_END, EM, EM_END, LABEL, LINK, LINK_END
from readtrack.importers.markdown.said.facts import facts_of
from readtrack.importers.markdown.said.groups import Facts
from readtrack.importers.markdown.said.people import ET_AL, is_one, turned_in
from readtrack.importers.markdown.said.place import YEAR, venue_of
from readtrack.importers.markdown.said.writers import are_told, is_family
from readtrack.importers.markdown.whole_page.credits import authors_in
from readtrack.model import Author

_BETWEEN = re.compile(
    rf"[{BOLD_END}{LINK_END}{EM_END}\"”][{BOLD_END}{LINK_END}{EM_END}]*[.,:]?\s+(?:(?:[–—|·~]|-{{1,2}})\s+)?"
    rf"(?P<who>[^\W\d_][^()\n{BOLD}{LABEL}{LINK}{EM}]{{1,300}}?),?\s+\((?P<year>{YEAR})[a-z]?\)"
)
_LEAST = 3
"""Lines that name three people and more; of all such lines most name some."""


def before_years(found: Sequence[Found]) -> list[Found]:
    """The entries with the people who stand between their titles and years, where those of a page do."""
    cuts = [_between(one) for one in found]
    people = [(authors_in(one) or _people(cut["who"])) if cut else () for one, cut in zip(found, cuts, strict=True)]
    told = frozenset(author.name for who in people for author in who)
    people = [
        who or (_people(cut["who"], told | _keys_in(one.text, cut["year"])) if cut else ())
        for one, cut, who in zip(found, cuts, people, strict=True)
    ]
    several = [who for who in people if len(who) >= _LEAST]
    known = sum(any(is_sure(one.name) for one in who) for who in several)
    named = sum(map(bool, people))
    shaped = sum(bool(cut and (who or not is_family(cut["who"]))) for cut, who in zip(cuts, people, strict=True))
    if len(several) < _LEAST or known * 2 < len(several) or named * 3 < shaped * 2:
        return list(found)
    each = zip(found, cuts, people, strict=True)
    return [
        _credited(one, one.said, cut, who) if one.said and cut and who and not authors_in(one) else one
        for one, cut, who in each
    ]


def _between(one: Found) -> re.Match[str] | None:
    """What stands between the title of an entry and its year."""
    said = one.said
    if not said or len(said.marked.text) > 3000:
        return None
    cut = _BETWEEN.search(said.marked.text)
    return cut if cut and inline.plain(said.marked.text[: cut.start()]).strip().endswith(said.title.strip()) else None


def _keys_in(text: str, year: str) -> frozenset[str]:
    """The names before ``year`` in the keys of citations that a line has, in small letters: "lovelace1843_looms"."""
    return frozenset(re.findall(rf"(?<![^\W_])([^\W\d_]{{3,30}})[_-]?{year}", text.casefold()))


_SMALL = re.compile(r"(?<![\w'’-])(?:al|da|de|del|den|der|di|dos|du|el|la|le|ten|van|von)(?=\s[^\W\d_])")


def _people(who: str, told: frozenset[str] = frozenset()) -> tuple[Author, ...]:
    """The people that are all of a text, by whole names or family names alone: "de Babbage" is one as well.

    ``told``: whom other lines name, beside those who are known.
    """
    bare = re.sub(ET_AL, "", who.strip())
    names = re.split(r",?\s+(?:and|&)\s+|,\s+", bare)
    if venue_of(who) or turned_in_turn(bare):
        return ()
    if one := turned_in(bare):
        return one
    called = [_SMALL.sub(lambda word: word[0].capitalize(), name) for name in names]
    shaped = all(is_one(name) if " " in name else is_family(name) for name in called)
    return tuple(map(Author, names)) if shaped and (are_told(called, who.strip()) or _are_in(told, names)) else ()


def _are_in(told: frozenset[str], names: Sequence[str]) -> bool:
    """Whether one of the names is ``told``, or the first begins a key that is, which has no blanks."""
    return bool(told & {*names, re.sub(r"[\W_]", "", normalize("NFKD", names[0])).casefold()})


def _credited(one: Found, line: Line, cut: re.Match[str], people: tuple[Author, ...]) -> Found:
    old = line.facts
    behind = facts_of(cut.string[cut.end() :], True)
    kept = Facts(None, int(cut["year"]), people, old.read, old.stars, old.tags, name=old.name)
    return one._replace(sure=2, said=line._replace(facts=kept.over(behind)))
