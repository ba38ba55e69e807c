"""Lines below an entry of a reading list that say who wrote it: behind a label, with links, or one an item."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readtrack.importers._authors import authors_of
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.markup.blocks import Block
from readtrack.importers.markdown.markup.page import Page
from readtrack.importers.markdown.said.people import AUTHOR, linked_apart, people_behind, people_in
from readtrack.model import Author

AUTHORS = re.compile(
    rf"[*_]*{AUTHOR}(?:\s?(?:[(（&/、和及与]|and)\s?(?:affiliations?|institutions?|owners?|机构|单位)[)）]?)?[*_]*\s*[:：][*_]*\s*(.*)",
    re.IGNORECASE | re.DOTALL,
)
_LABELS_IN = re.compile(rf"{inline.LABEL}.")


def credited_in(marks: inline.Marked) -> tuple[Author, ...]:
    """Who wrote what stands above a line that is "Author: Ada Lovelace" or "Ada Lovelace et al. [link](url)"."""
    bare = inline.plain(_LABELS_IN.sub("", marks.text))
    if credit := AUTHORS.fullmatch(bare):
        return people_behind(bare, credit[1])
    return people_in(bare) if marks.links else ()


def authors_below(whole: str, text: str, below: Sequence[Block], page: Page) -> tuple[Author, ...]:
    """Authors behind "Authors:" in ``whole``, or below it, one an item, each with its affiliations below that."""
    if listed := re.fullmatch(r"\s*\[(['\"].*['\"])\]\s*", text):
        names = re.findall(r"(?:^|, )(['\"])(.+?)\1(?=, |$)", listed[1])
        return tuple(Author(name) for _, name in names if name != "Anonymous")
    if text.strip():
        return people_behind(whole, inline.plain(linked_apart(page.marked(text).text)))
    people: list[Author] = []
    for item in (item for block in below if block.kind == "list" for item in block.blocks):
        said = [page.words(part.text) for part in item.blocks if part.kind == "paragraph"]
        places = [place for block in item.blocks if block.kind == "list" for place in block.blocks]
        texts = [part.text for place in places for part in place.blocks if part.kind == "paragraph"]
        if said and said[0]:
            bracketed = authors_of(said[0], surely=True) if said[0].endswith(")") and not texts else ()
            placed = all(one.affiliations for one in bracketed)  # else the bracket is the name's
            people += (bracketed if placed else ()) or [Author(said[0], tuple(map(page.words, texts)))]
    return tuple(people)
