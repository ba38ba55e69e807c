"""Titles behind a label that says so, and where and when they appeared at their ends: "*Title:* Looms (OSDI 2020)".

Only what is known for a place ends one: a title may end in any town and year, "(East London 1843)".
"""

from __future__ import annotations

from collections.abc import Sequence

from readtrack.importers._organisations import is_place
from readtrack.importers.markdown.layout.items import Found
from readtrack.importers.markdown.line.ends import ends_dated


def with_stated_titles(found: Sequence[Found]) -> list[Found]:
    """The entries with where and when they appeared at the ends of titles behind labels, and without that in these."""
    return [_ended(one) for one in found]


def _ended(one: Found) -> Found:
    titles = one.nested.named.get("title", ())
    if not titles:
        return one
    title, facts = ends_dated(titles[-1])
    odd = facts.remark or facts.name or facts.authors or is_place(facts.venue or "")
    if not title or not (facts.venue or facts.year) or odd:
        return one
    named = {**one.nested.named, "title": (title,)}
    return one._replace(nested=one.nested._replace(named=named, facts=one.nested.facts.over(facts)))
