"""A citation of sentences: its authors, the full stop behind them, its title, then where and when it appeared."""

from __future__ import annotations

import re

from readtrack.importers.markdown.line.ends import behind_title, tail, title_end
from readtrack.importers.markdown.line.wrapped import unwrapped
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.markup.inline import LABEL, LINK
from readtrack.importers.markdown.said.facts import facts_of
from readtrack.importers.markdown.said.groups import Facts
from readtrack.importers.markdown.said.people import LINKED, people_in, run_together, two_in
from readtrack.importers.markdown.said.place import venue_of
from readtrack.importers.markdown.said.preprints import PREPRINTS
from readtrack.importers.markdown.said.printed import led_in
from readtrack.importers.markdown.said.titles import CJK, is_cased, words_of
from readtrack.importers.markdown.said.writers import HAN_WORDS, authors_before, han_before
from readtrack.model import Author


def _told_behind(who: str, rest: str, end: int) -> tuple[Author, ...]:
    """Those in ``who`` of whom not their names tell, but a title, whose end ``end`` is in ``rest``, and its place."""
    han, joined = han_before(who, rest[:end])
    people = han or two_in(who)
    if not people or joined:
        return people
    behind = behind_title(rest[end:])
    return people if all(behind[:2]) and (han or is_cased(rest[:end], 3) or led_in(rest[end:])) else ()


def sentences(text: str) -> tuple[str, Facts] | None:
    """``Ada B and Carl D. The title of it. Venue, year.``: the first full stop that has only authors before it."""
    stops = (
        rf"(?<=\w\w)(?<!\bet)\.\s+(?=[^\W\d_])|(?<=[{CJK}])\.\s+(?=\S)"
        r"|(?<=\bal)\.\s+|(?<=\w, [A-Z])\.\s+(?=[A-Z][a-z]*\s|[A-Z][\w-]{2,20}: )"
    )
    for stop in list(re.finditer(stops, text[:1500]))[:4]:
        who = text[: stop.start()]
        together, are_names = run_together(who)
        people = together or (() if are_names or HAN_WORDS.search(who) else authors_before(who))
        rest = unwrapped(text[stop.end() :])
        end = title_end(re.split(rf"[\n{LABEL}]", rest, maxsplit=1)[0])
        if not people and not are_names:
            people = _told_behind(who, rest, end)
        if not people and not are_names:
            continue
        # Where and when it appeared may stand before its full stop; what has a venue behind it is of the title.
        cut = tail(rest[:end].rstrip("."), True)
        told, later = (facts_of(one, True) if cut else Facts() for one in (rest[cut:end], rest[end:]))
        printed = later.year and later.venue and later.venue.lower() not in PREPRINTS
        end = cut if told.venue and told.year and not printed else end
        title, after = rest[:end], rest[end:]
        short = words_of(inline.plain(title)) < (2 if after[:1] == LABEL else 3)
        if short or people_in(title) or venue_of(title) or LINK in title:
            return None
        return title, Facts(authors=people, remark="" if people else who).over(behind_title(after))
    return None


def around_links(text: str) -> tuple[str, Facts] | None:
    """The same where words of the title are links, which lead to what it is on: where and when it appeared must tell
    that all of them are its title."""
    head, label, after = text.partition(LABEL)
    found = sentences(LINKED.sub(r"\1", head) + label + after)
    return found if found and found[1].authors and found[1].venue and found[1].year else None
