"""Who wrote papers, between years and titles: "1843 - Lovelace - [Notes on Looms](url)".

One line does not tell a family name from a topic or a system. Where most lines of a page that have a year, a dash, one
word or a few and a dash have there what may be a name, and enough of those are known as one, each is a person's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from readtrack.importers._people import is_sure
from readtrack.importers.markdown.layout.items import Found
from readtrack.importers.markdown.line.entry import Line, line_of
from readtrack.importers.markdown.markup.inline import BOLD, BOLD_END, EM, EM_END, LABEL, LINK
from readtrack.importers.markdown.said.groups import Facts
from readtrack.importers.markdown.said.people import ET_AL, is_one
from readtrack.importers.markdown.said.place import YEAR, venue_of
from readtrack.importers.markdown.said.writers import is_family
from readtrack.importers.markdown.whole_page.credits import authors_in
from readtrack.model import Author

_BETWEEN = re.compile(
    rf"[{BOLD}{EM}]?(?P<year>{YEAR})[{BOLD_END}{EM_END}]?\s+[–—-]\s+(?:[–—-]\s+)?"
    rf"(?P<who>[^\W\d_][^\d()\n:{BOLD}{EM}{LABEL}{LINK}]{{1,200}}?)\s+[–—-]\s+(?=\S)"
)
"""A year, perhaps a dash more for what is not said there, and what stands before the title."""
_LEAST = 5
"""Lines that name people there; of all with something there they are two thirds, and a fifth of them is known."""
_KNOWN = 3
"""Lines that name somebody who is known: some systems are called so, too."""


def behind_years(found: Sequence[Found]) -> list[Found]:
    """The entries with the people who stand between their years and titles, where those of a page do."""
    cuts = [_BETWEEN.match(one.said.marked.text.lstrip()) if one.said else None for one in found]
    people = [_people(cut["who"]) if cut else () for cut in cuts]
    named = sum(map(bool, people))
    known = sum(any(is_sure(one.name) for one in who) for who in people)
    # A topic stands before several titles.
    names = len({who for who in people if who})
    alike = named * 3 >= sum(map(bool, cuts)) * 2 and names * 2 >= named
    if named < _LEAST or not alike or known < max(_KNOWN, named / 5):
        return list(found)
    each = zip(found, cuts, people, strict=True)
    return [
        _credited(one, one.said, cut, who) if one.said and cut and who and not authors_in(one) else one
        for one, cut, who in each
    ]


def _people(who: str) -> tuple[Author, ...]:
    """The people that are all of a text, by whole names or family names alone."""
    names = re.split(r",?\s+(?:and|&)\s+|,\s+", re.sub(ET_AL, "", who.strip()))
    shaped = all(is_one(name) if " " in name else is_family(name) for name in names)
    return tuple(map(Author, names)) if shaped and not venue_of(who) else ()


def _credited(one: Found, line: Line, cut: re.Match[str], people: tuple[Author, ...]) -> Found:
    """An entry, read again as if nobody stood behind its year."""
    text = f"{cut['year']} - {cut.string[cut.end() :]}"
    said = line_of(line.marked._replace(text=text), authors_known=True)
    if not said:
        return one
    return one._replace(said=said._replace(facts=Facts(authors=people).over(said.facts), marked=line.marked))
