"""What is no paper and no part of a title, but a note on one, or news: bullets of words, the edition of a book."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from readtrack.identifiers import leads_to_paper
from readtrack.importers.markdown.below.nested import Nested
from readtrack.importers.markdown.layout.items import DAY, Found, is_about_list
from readtrack.importers.markdown.line.entry import Line
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.said.groups import Facts
from readtrack.importers.markdown.said.titles import is_cased, take_edition
from readtrack.model import NoteDraft

SENTENCE = re.compile(
    r"[.;:,]$|[.;]\s+\S|\b(?:is|are|was|were|we|they|it|this|that|can|will|would|should|has|have|does|not|need|if)\b"
)

_TEMPLATE = re.compile(
    r"(?:this is )?(?:(?:an?|the|your) )?(?:paper )?title(?: of (?:an?|the|your) paper)?", re.IGNORECASE
)
_CUT = re.compile(r"\s(?:an|the|and|or|with|from|via)$")


def other_words(said: Line) -> str | None:
    """Why a title is none but words of the list: it stands for those of papers, "Title of the paper", or begins a
    sentence that goes on behind its link: "Notes on the [Loom](url) are"."""
    if _TEMPLATE.fullmatch(said.title):
        return "shows how papers are listed, and is none"
    behind = inline.plain(said.marked.text).partition(said.title)[2]
    cut = _CUT.search(said.title) and re.match(r"\s+[a-z]{2}", behind)
    return "begins a sentence, which goes on behind it" if cut else None


def without_editions(found: Sequence[Found]) -> list[Found]:
    """The entries with the editions of books as notes, not in their titles; all that is in bold is a title as it is."""
    parted = [take_edition(one.said.title) if one.said and one.said.sure != "bold" else ("", "") for one in found]
    return [
        one._replace(said=one.said._replace(title=title), notes=(*one.notes, NoteDraft(edition)))
        if one.said and edition
        else one
        for one, (title, edition) in zip(found, parted, strict=True)
    ]


def is_notes(found: Sequence[Found]) -> bool:
    """Whether bullets of which none is surely an entry are mostly prose: notes on one paper, not a list of several."""
    texts = [one.text.strip() for one in found if one.said]
    prose = [text for text in texts if not re.match(r"[^\w(\[]*[A-Z\d(\[]", text) or _is_prose(text)]
    return len(prose) * 5 >= len(texts) * 2


def _is_prose(text: str) -> bool:
    return bool(SENTENCE.search(text)) or len(text.split()) > 24


def described(found: Sequence[Found]) -> list[Found]:
    """The entries without the bullets that say what a lone link above them is: as notes, where three sections do so.

    Below papers they must be sentences: small letters alone do not tell words on a paper from the title of another.
    """
    sections = [list(together) for _, together in groupby(found, key=lambda one: one.section)]
    saying = [_is_said_of(one, rest) for one, *rest in sections]
    below = [together for together, says in zip(sections, saying, strict=True) if says]
    words = [one for one in found if _is_words(one)]
    texts = [one.text.strip() for one in words]
    if len(below) < 3 or sum(map(len, below)) - len(below) < len(words) or _are_titles(texts):
        return list(found)
    papers = sum(any(leads_to_paper(link.url) for link in one.said.links) for one, *_ in below if one.said)
    if papers * 2 > len(below) and sum(map(_is_prose, texts)) * 2 <= len(texts):
        return list(found)
    return [
        one
        for together, says in zip(sections, saying, strict=True)
        for one in ([_noted(together[0], together[1:])] if says else together)
    ]


def _are_titles(texts: Sequence[str]) -> bool:
    """Whether more than a third are written as titles are."""
    return sum(is_cased(text, 2) for text in texts) * 3 > len(texts)


def _is_said_of(first: Found, rest: Sequence[Found]) -> bool:
    """Whether a link has nothing but words behind it in its section."""
    return bool(first.said and first.said.links and rest) and all(map(_is_words, rest))


def _is_words(one: Found) -> bool:
    """Whether a bullet is words alone, of which nothing tells a paper."""
    facts = one.said.facts._replace(remark="", tags=()) if one.said else None
    return bool(one.said and not one.said.marked.links and facts == Facts() and one.nested == Nested())


def _noted(one: Found, rest: Sequence[Found]) -> Found:
    return one._replace(notes=(*one.notes, *(NoteDraft(other.text.strip()) for other in rest)))


_DATED = re.compile(rf"[\W_]*(?:{DAY}|(?:19|20)\d\d\b)", re.IGNORECASE)
_OF_KEEPERS = re.compile(r"\b(?:our|us|we|accepted|added|available|now|released?|updated?)\b", re.IGNORECASE)


def is_whole(one: Found) -> bool:
    """Whether what stands among news is a paper all the same: it has links, people or a venue and no day before it, or
    leads to a paper by its title, or says who wrote it, and when or where. Of a short title more has to be said."""
    if not one.said or is_about_list(one.said.title):
        return False
    facts, links = one.said.facts.over(one.nested.facts), one.said.links
    if len(one.said.title.split()) < 3:
        told = (facts.venue and facts.year and (facts.authors or links)) or any(leads_to_paper(it.url) for it in links)
        return bool(told) and not (_DATED.match(one.text) or _OF_KEEPERS.search(one.text))
    if not _DATED.match(one.text) and not _OF_KEEPERS.search(one.said.title):
        return bool(links or facts.authors or facts.venue)
    leads = one.said.sure == "link" and any(leads_to_paper(link.url) for link in links)
    return leads or bool(facts.authors and (facts.venue or facts.year))
