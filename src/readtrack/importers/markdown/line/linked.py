"""A citation that is the text of a link -> title and facts; links inside a citation, and inside a title in bold."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readtrack.identifiers import leads_to_paper, link_kind
from readtrack.importers.markdown.line.cited import behind_people, cited
from readtrack.importers.markdown.line.ends import behind_title
from readtrack.importers.markdown.line.sentences import sentences
from readtrack.importers.markdown.line.standards import dblp, gb, nlm
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.markup.inline import BOLD, BOLD_END, EM, EM_END, LABEL, LINK, LINK_END
from readtrack.importers.markdown.said.groups import Facts
from readtrack.importers.markdown.said.people import LINKED, families_in, is_no_family, people_alone, people_in
from readtrack.importers.markdown.said.place import YEAR, venue_of
from readtrack.importers.markdown.said.titles import is_cased
from readtrack.importers.markdown.said.writers import authors_before, families_before
from readtrack.model import Link


def in_link(text: str) -> tuple[str, Facts] | None:
    """The citation that a link's text is: ``[Ada B. **Title**. Venue.](url)``, ``[Ada B. Title.](url)``."""
    found = re.match(rf"([^{BOLD}]{{3,600}}?)[.,:]?\s+{BOLD}([^{BOLD_END}]{{4,}}){BOLD_END}[.,]?", text)
    if found and (people := authors_before(found[1])):
        after = text[found.end() :]
        place = venue_of(after, surely=True)
        return found[2], Facts(*place, people) if place else Facts(authors=people).over(behind_title(after))
    if dated := _italic_dated(text):
        return dated
    quoted = cited(text) if re.search(r"[\"“]", text) and BOLD not in text else None
    if quoted and quoted[1].authors and not quoted[1].remark and not text.lstrip().startswith(('"', "“")):
        return quoted[0], quoted[1]
    if copied := dblp(text):
        return copied[:2]
    behind = gb(text) or nlm(text) or behind_people(text)
    if behind and behind[1].authors and behind[1].year:
        return behind[:2]
    return _dated_before(text) or sentences(text)


_ITALIC = re.compile(rf"([^{EM}\d:\"“]{{2,200}}?),\s+{EM}([^{EM_END}]{{4,300}}){EM_END},?\s*\(({YEAR})\)")
_DASH = re.compile(r"\s[–—]\s")


def _italic_dated(text: str) -> tuple[str, Facts] | None:
    """``[Lovelace – Babbage, *Title* (1843)](url)``: family names are enough before title and year."""
    found = _ITALIC.fullmatch(text)
    names = _DASH.sub(", ", found[1]) if found else ""
    people = people_in(names) or families_in(names) or families_before(names, True)
    if not found or not people or any(" " not in one.name and is_no_family(one.name) for one in people):
        return None
    return found[2], Facts(year=int(found[3]), authors=people)


_DATED_BEFORE = re.compile(rf"([^\d:\"“]{{3,200}}?)(?:\s\(?({YEAR})\)?)?\s?:\s+(.{{10,400}})", re.DOTALL)


def _dated_before(text: str) -> tuple[str, Facts] | None:
    """``[Lovelace, Babbage 1843 : Title](url)``, ``[Ada Lovelace : Title](url)``: a blank stands before the colon."""
    found = _DATED_BEFORE.fullmatch(inline.plain(text))
    if not found or not (found[2] or text[found.end(1) : found.end(1) + 2] == " :"):
        return None
    people = people_in(found[1]) or families_in(found[1]) or (people_alone(found[1]) if not found[2] else ())
    if not people and found[2]:
        people = families_before(found[1], True)
    if not found[2] and len(people) == 1 and " " not in people[0].name:
        return None  # a system's name
    return (found[3], Facts(None, int(found[2]) if found[2] else None, people)) if people else None


_PEOPLE = re.compile(
    rf"[^\w{LINK}]{{0,20}}(?P<who>[^\d\n{LABEL}{BOLD}{EM}]{{5,600}}?)"
    rf"(?:,?\s\(?{YEAR}[a-z]?\b(?=[^\w\n]{{0,12}}{LINK})|(?=[.:]\s+[^\w\n]{{0,3}}{LINK}))"
)
"""What stands before the year of a citation whose title is a link, or before that itself."""


def without_pages(text: str) -> tuple[str, set[int]]:
    """A citation with those who wrote it as words where they are links to their pages, and the numbers of those."""
    found = _PEOPLE.match(text) if text.count(LINK) > 1 else None
    names = LINKED.sub(r"\1", found["who"]) if found else ""
    if not found or names == found["who"] or not authors_before(names):
        return text, set()
    return f"{text[: found.start('who')]}{names}{text[found.end('who') :]}", set(inline.numbers_in(found["who"]))


def unlabelled(bold: str, after: str) -> tuple[str, str]:
    """What is in bold, and what is behind it, where links that are in bold, too, belong: "**Title [pdf](url)**".

    A word alone is not all of a title that goes on behind its note: "**Attention [1](url)** Is All".
    """
    end = len(bold)
    while (cut := len(bold[:end].rstrip())) > 2 and bold[cut - 2] == LABEL:
        end = cut - 2
    if len(bold[:end].split()) < 2 and re.match(r"\s*\w", after):
        return bold, after
    return bold[:end], bold[end:] + after


_SYSTEM = re.compile(
    rf"({LINK}.)[\w+-]*[a-z][\w+-]*[A-Z\d][\w+-]*{LINK_END}\s?:\s+({LINK}.([^{LINK_END}]+){LINK_END})\s*(?=$|{LABEL})"
)


def one_title(text: str, links: Sequence[Link]) -> str:
    """A line in which the link behind that of a system is words where it is the rest of a title: "[LoomNet](page): [A
    Way to Weave](pdf)"; behind that of a paper it may be anything."""
    found = _SYSTEM.search(text) if text.count(LINK) == 2 else None
    rest = found[3] if found else ""
    if not found or len(rest.split()) < 3 or not is_cased(rest, 2) or people_in(rest) or venue_of(rest):
        return text
    page, paper = (links[number].url for number in inline.numbers_in(found[0]))
    if leads_to_paper(page) or not (leads_to_paper(paper) or link_kind(paper) == "pdf"):
        return text
    return f"{text[: found.start(2)]}{rest} {text[found.end() :]}"
