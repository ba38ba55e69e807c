"""Where the first of the authors works, behind that one's name: "[Notes on Looms](url). Ada Lovelace et al. Loom Lab".

One line does not tell: "Ada Lovelace. Google Brain" may be a talk and who recorded it. Several of a page do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from readtrack.importers._organisations import is_place
from readtrack.importers.markdown.layout.items import Found
from readtrack.importers.markdown.line.entry import Line
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.said.people import is_one
from readtrack.importers.markdown.said.workplaces import organisations_in
from readtrack.model import Author

_LEAST = 3
_NAMED = re.compile(r"(?P<who>[^\W\d_][^.,;:()]{3,40}?)(?:,? et\.? al)?\.\s+(?=[^\W\d_])")
_ABROAD = re.compile(r"[A-Z]{3,6}, ([A-Z]\w+(?: [A-Z]\w+)?)")


class _Post(NamedTuple):
    """``where``: what stands behind ``people``; ``places``: the organisations that it is, if it surely is such."""

    people: tuple[Author, ...]
    where: str
    places: tuple[str, ...]


def at_posts(found: Sequence[Found]) -> list[Found]:
    """The entries whose authors work where their remarks say, if three and most of those are surely organisations."""
    posts = [_post(one) for one in found]
    known = sum(bool(post and post.places) for post in posts)
    if known < _LEAST or known * 2 < sum(map(bool, posts)):
        return list(found)
    return [_at_work(one, one.said, post) if one.said and post else one for one, post in zip(found, posts, strict=True)]


def _post(one: Found) -> _Post | None:
    """The authors of an entry, none of whom is known to work anywhere, and its remark, which may begin with the one."""
    if not one.said or one.nested.facts.authors:
        return None
    people, where = one.said.facts.authors, inline.plain(one.said.facts.remark).strip(" .,;*")
    if not people and (named := _NAMED.match(where)) and is_one(named["who"]) and " " in named["who"]:
        people, where = (Author(named["who"]),), where[named.end() :]
    if not people or not where or any(author.affiliations for author in people):
        return None
    places = organisations_in(where)
    return _Post(people, where, places if len(people) == 1 or len(places) == 1 else ())


def _at_work(one: Found, said: Line, post: _Post) -> Found:
    """An entry whose authors work at their post: at capitals in a country, too, which alone are not known as one.

    A town alone is rather where something was printed.
    """
    abroad = _ABROAD.fullmatch(post.where)
    places = post.places or ((post.where,) if abroad and is_place(abroad[1]) else ())
    if not places:
        return one
    people = tuple(author._replace(affiliations=places) for author in post.people)
    return one._replace(said=said._replace(facts=said.facts._replace(authors=people, remark="")))
