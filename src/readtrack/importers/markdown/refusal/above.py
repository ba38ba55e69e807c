"""What stands above the papers of a page, where most lead to where they are printed: its other pages, what it has."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from readtrack.identifiers import leads_to_paper
from readtrack.importers._conferences import known
from readtrack.importers.markdown.layout.headings import facts_in
from readtrack.importers.markdown.layout.items import Found
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.markup.inline import BOLD, BOLD_END
from readtrack.importers.markdown.said.titles import CJK, is_cased
from readtrack.importers.markdown.whole_page.states import state_in

ABOVE = "stands above the papers of the page, and leads to none"
_LEAST = 5
"""Papers that lead to where they are printed."""
_OF_READING = re.compile(
    r"\b(?:articles|books?|notes?|papers?|posts?|publications|reading(?: lists?)?$|readings|reviews?"
    r"|summar(?:y|ies)|surveys?)\b|论文|笔记|阅读",
    re.IGNORECASE,
)
"""What a heading says where papers stand below it, wherever they lead."""
_ADDRESS = re.compile(r"[\w.-]{1,100}\.[a-z]{2,10}(?:/\S{0,300})?")
_OF_NOTES = re.compile(r"\b(?:notes?|reviews?|summar(?:y|ies))\b|笔记", re.IGNORECASE)
"""What a page is called whose papers may lead to what is written of them on pages beside it."""


def above(found: Sequence[Found], title: str) -> frozenset[int]:
    """The numbers of those in sections above the first that leads to a paper, as most on the page do.

    In each of these sections nothing does, nothing says who wrote it or where, nothing is called as papers are, and
    not all are links and no more.
    ``title``: that of the page.
    """
    leading = [number for number, one in enumerate(found) if _leads_to_paper(one)]
    first = leading[0] if leading else 0
    sure = sum(bool(one.said and one.sure) for one in found[first:])
    if len(leading) < _LEAST or len(leading) * 2 <= sure or _OF_NOTES.search(title):
        return frozenset()
    below = {one.section for one in found[first:]}
    sections: dict[tuple[str, ...], list[int]] = {}
    for number, one in enumerate(found[:first]):
        if one.section not in below and not any(map(_is_of_reading, one.section)):
            sections.setdefault(one.section, []).append(number)
    return frozenset(
        number
        for at_section, each in sections.items()
        if not any(_may_be_paper(found[at]) for at in each)
        and not (at_section and all(_LINK_ALONE.fullmatch(found[at].text) for at in each))
        for number in each
        if not found[number].why
    )


def _is_of_reading(heading: str) -> bool:
    return bool(_OF_READING.search(_ADDRESS.sub("", heading)) or state_in(heading) or facts_in(heading).year)


def _leads_to_paper(one: Found) -> bool:
    links = (*one.said.links, *one.nested.links) if one.said else ()
    return any(leads_to_paper(link.url) for link in links)


_LABELLED = re.compile(rf"\W*{BOLD}[^{BOLD_END}]{{2,60}}(?:{BOLD_END}\s?[:：]|[:：]{BOLD_END})")
"""A label in bold: "**Looms we have**: wide ones"."""
_LINK_ALONE = re.compile(r"\W*\[[^\[\]]+\]\([^()\s]+\)\W*")
_KEPT = re.compile(
    r"\]\((?:[^()\s]{1,300}\.pdf|(?:[^()\s]{0,300}/)?papers?/(?!readme\b)[^()\s]{1,200}\.\w{1,5})\)", re.IGNORECASE
)
"""A link to a paper kept beside the page, or to what is written of one: "[Looms](looms.pdf)", "(papers/looms.md)"."""


def _may_be_paper(one: Found) -> bool:
    """Whether an entry says who wrote it, or where or when, or leads elsewhere, or is called as papers are.

    The name of what a page elsewhere is about may be one word, and that of a page beside this one is few.
    """
    said = one.said
    if not said or one.why:
        return False
    facts, title = said.facts.over(one.nested.facts), said.title
    if facts.authors or facts.read is not None or (facts.venue and (facts.year or known(facts.venue))):
        return True
    links = (*said.marked.links, *one.nested.links)
    if _KEPT.search(one.text):
        return True
    if any(inline.is_web(link.url) and not _is_named(link.url, title) for link in links):
        return bool(one.section) or " " in title
    if _LABELLED.match(said.marked.text) or any(inline.is_web(link.url) for link in links):
        return False
    linked = said.sure == "link" and len(title.split()) > 4
    named = linked or is_cased(title, 4 if links else 2) or len(re.findall(f"[{CJK}]", title)) > 5
    return named or bool(facts.year)


def _is_named(url: str, title: str) -> bool:
    """Whether a title says the name of the site that its link leads to: "Looms of today: looms.org"."""
    host = urlsplit(url).netloc.casefold().removeprefix("www.")
    return bool(host) and host in re.split(r"[\s()（）,，|]", title.casefold())
