"""Which bullets below an entry of a reading list are further papers, not said of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readtrack.identifiers import link_kind
from readtrack.importers.markdown.line.entry import line_of
from readtrack.importers.markdown.markup import inline


def heads_papers(lines: Sequence[inline.Marked]) -> bool:
    """Whether half of the bullets in lists below a bullet are links to papers: it is called "Further papers"."""
    papers = [one for one in lines if one.links and link_kind(one.links[0].url) in _PAPERS and is_paper(one)]
    return len(papers) > 1 and len(papers) * 2 >= len(lines)


_PAPERS = ("arxiv", "doi", "pdf")
_SAID_OF = re.compile(
    r"(?:blog|code|demo|implementation|lecture|notes?|page|poster|post|presentation|project|seminar|slides|talk|tutorial|video)s?",
    re.IGNORECASE,
)
"""What a link below a paper ends in that leads to something about it: "Looms 2017 Talk"."""


_LABELLED = re.compile(rf"[^:：{inline.LINK}{inline.LABEL}\n]{{2,30}}[:：][\s{inline.BOLD_END}]*{inline.LINK}")
"""What several links are, before them: "**Keywords**: [looms](looms.md), [cards](cards.md)"."""


def is_paper(marks: inline.Marked) -> bool:
    """Whether a nested bullet is an entry itself: it is a title with a link."""
    if link := re.match(
        rf"[\s{inline.BOLD}{inline.EM}]*{inline.LINK}.([^{inline.LINK_END}]+){inline.LINK_END}", marks.text
    ):
        linked = inline.plain(link[1]).split()
        return len(linked) >= 3 and not (len(linked) <= 5 and _SAID_OF.fullmatch(linked[-1]))
    if _LABELLED.match(marks.text):
        return False
    if _is_placed(marks):
        return True
    label = marks.text.find(inline.LABEL)
    words = inline.plain(marks.text[:label] if label >= 0 else marks.text)
    if label < 0:
        dated = re.search(rf"\.\s*{inline.LINK}.[^{inline.LINK_END}]*\(\d{{4}}\){inline.LINK_END}\.?$", marks.text)
        return bool(dated)
    last = inline.plain(re.sub(rf"{inline.LABEL}.", "", marks.text[label:])).strip(" ,.;|")
    return (
        len(words.split()) >= 3
        and not last
        and ":" not in words[-2:]
        and (words[:1].isupper() or bool(re.match(r"\S{1,20}:\s*[\"“]", words)))
        and "[" not in words[-1:]
    )


def is_another(marks: inline.Marked, title: str) -> bool:
    """Whether a nested bullet cites another paper than ``title``: its people, its year, and a link that is its title.

    Below a few words it may be what they are short for.
    """
    line = line_of(marks) if inline.LINK in marks.text and len(title.split()) > 3 else None
    told = line and line.links and line.facts.authors and line.facts.year
    return bool(line and told and line.title.casefold() != title.casefold())


def _is_placed(marks: inline.Marked) -> bool:
    """Whether a nested bullet says where its title appeared, and when or by whom: "**[Loom]** Notes. ICML. 2013"."""
    label = inline.plain(marks.links[0].label or "") if marks.links else ""
    if not label or _SAID_OF.fullmatch(label) or not (line := line_of(marks)):
        return False
    facts = line.facts
    told = facts.venue and (facts.year or facts.authors) and not facts.remark
    return bool(told) and len(line.title.split()) >= 3 and line.title[:1].isupper()
