"""Where papers appeared, as their first links are called: "Notes on Looms [[Loom Letters]](url) [[code]](url)".

One link does not tell whether "Loom Letters" is such a place or, as "Loom Gallery" and "WWW", a page beside the paper:
those of most entries of the page do, which are called after well-known places.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from readtrack.importers._conferences import known
from readtrack.importers._organisations import is_organisation
from readtrack.importers._people import likeness
from readtrack.importers.markdown import inline
from readtrack.importers.markdown.items import Found
from readtrack.importers.markdown.place import KNOWN, venue_of

_LEAST = 5
"""Entries of a page whose first link is called after a known place."""
_KINDS = 3
"""Known places that those are called after: links to websites are all called "WWW"."""
_NAME = re.compile(r"[A-Z](?:[^\W\d_]|[&.:’' -]){2,79}")


def with_linked_places(found: Sequence[Found]) -> list[Found]:
    """The entries with what their first link is called for a venue, where most on the page are called after venues."""
    names = [_first_label(one) for one in found]
    known_names = list(filter(_is_known, names))
    wanting = [_may_be_placed(one, name) for one, name in zip(found, names, strict=True)]
    unknown = sum(told and not _is_known(name) for told, name in zip(wanting, names, strict=True))
    if len(known_names) < max(_LEAST, unknown * 2) or len(set(known_names)) < _KINDS:
        return list(found)
    return [
        one._replace(said=one.said._replace(facts=one.said.facts._replace(venue=known(name) or name)))
        if one.said and told
        else one
        for one, name, told in zip(found, names, wanting, strict=True)
    ]


def _first_label(one: Found) -> str:
    """What the first link behind a title is called, where it is no word of the title."""
    text = one.said.marked.text if one.said else ""
    first = inline.numbers_in(text)[:1]
    label = one.said.marked.links[first[0]].label if one.said and first else None
    return label if label and inline.LINK not in text[: text.find(inline.LABEL)] else ""


def _is_known(name: str) -> bool:
    return bool(known(name) or name in KNOWN or (venue_of(name) or (None,))[0])


def _may_be_placed(one: Found, name: str) -> bool:
    """Whether an entry has no venue, and a first link that may be called after one."""
    apart = one.said and not one.said.facts.venue and _NAME.fullmatch(name)
    works = is_organisation(name) and not name.isupper()
    return bool(apart and (known(name) or (not works and inline.says_where(name) and likeness(name) < 2)))
