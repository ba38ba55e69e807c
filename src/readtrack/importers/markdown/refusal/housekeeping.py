"""What a page says of itself where papers might stand: when people meet, its site, its files, how many it has."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from readtrack.identifiers import leads_to_paper
from readtrack.importers.markdown.layout.items import Found
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.markup.inline import BOLD, BOLD_END, CODE, CODE_END
from readtrack.importers.markdown.said.groups import Facts
from readtrack.importers.markdown.said.people import people_in
from readtrack.importers.markdown.said.titles import is_cased

KEPT = "is about the list, not a paper"

_PATH = (
    r"(?:[\w.@-]{1,60}/){1,9}"
    r"|(?:[\w.@-]{1,60}/){0,9}[\w.@-]{1,80}\.(?:cff|css|html?|ipynb|json|md|py|rst|sh|toml|txt|ya?ml)"
)
_FILE = re.compile(
    rf"[^\w.{CODE}]*{CODE}(?:{_PATH}){CODE_END}[{inline.LINK_END}]?"
    r"(?:\s?\([^()]{1,300}\)\W*$|\s?(?:[:：]|[–—-]{1,2})\s(.*)$|\W*$)",
    re.DOTALL,
)
"""A file or a folder that a line begins with, and what is said of it: "`notes/`: what we said"."""
_BEFORE_FILE = re.compile(rf"[^{CODE}]*\s[–—-]{{1,2}}\s{CODE}(?:{_PATH}){CODE_END}\W*")
"""What is in a file, behind which its name stands: "Why looms weave - `why.md`". It may be a paper and notes on it."""
_LAYOUT = re.compile(
    r"\b(?:files|layout|notebooks|(?:repo(?:sitory)?|project) (?:structure|layout)|tutorials?)", re.IGNORECASE
)
"""What a heading says that files of the repository stand below."""
_LABELLED = re.compile(rf"\W*[{BOLD}]?([A-Z][\w'’/& -]{{1,30}}?)(?: \([^()]{{1,30}}\))?\s?[:：][{BOLD_END}]?\s+(?=\S)")
"""A label, with or without bold, and its colon."""
_OF_LIST = re.compile(
    r"(?:our |the )?(?:(?:next|regular|weekly|monthly) )?"
    r"(?:audience|cadence|calendars?|chairs?|channels?|chat|code of conduct|contacts?|contribut\w+|dates?|days?"
    r"|duration|emails?|format|forum|frequency|guidelines|homepage|hosts?|join(?:ing)?|last updated?"
    r"|leads?|licen[sc]e|locations?|mailing list|maintain\w+|meetings?|moderators?|organi[sz]\w+"
    r"|participants|places?|room|schedules?|sign[ -]?up|site|sponsors?|time ?zone"
    r"|times?|update[ds]?|webpage|website|when|where|who|wiki)(?: (?:link|list|page))?",
    re.IGNORECASE,
)
"""What is said of a group that reads, or of its list."""
_COUNTED = re.compile(
    r"(?:[^()\d\s]+ ){1,7}\((\d{1,3})(?: (?:articles?|entries|items?|notes?|papers?|posts?|reviews?))?\)"
)
"""A topic, and how many papers it has: "Wide Looms (12)"."""
_TOPICS = re.compile(
    r"(?:.{1,60} )?(?:areas|categories|domains|fields|statistics|subjects|tags|taxonomy|themes|topics)(?: .{1,40})?",
    re.IGNORECASE,
)
"""What stands above topics: what is counted elsewhere may be pages or lines of a book."""
_LEAST = 3
"""Lines of a section that count papers."""
_MARKS = 10
"""What is in brackets behind a title may be a mark up to that."""


def kept(found: Sequence[Found]) -> frozenset[int]:
    """The numbers of those that are about the list: names of its files or pages, or labels and counts of a section."""
    sections: dict[tuple[str, ...], list[int]] = {}
    for number, one in enumerate(found):
        sections.setdefault(one.section, []).append(number)
    parts = {part.casefold() for section in sections for part in section}
    begun = {_PART_ENDS.split(part, maxsplit=1)[0] for part in parts}
    told = {
        number
        for number, one in enumerate(found)
        if _names_file(one) or _leads_there(one) or _names_part(one, parts) or _ticks_part(one, begun)
    }
    for numbers in sections.values():
        rest = [number for number in numbers if number not in told]
        if _are_labels([found[number] for number in rest]):
            told.update(rest)
        counts = {number: count for number in rest if (count := _counted(found[number]))}
        topics = bool(found[numbers[0]].section) and _TOPICS.fullmatch(found[numbers[0]].section[-1].strip(" :："))
        if topics and len(counts) >= _LEAST and len(counts) * 2 > len(rest) and max(counts.values()) > _MARKS:
            told.update(counts)
    return frozenset(told)


def _bare(one: Found) -> bool:
    """Whether nothing says who wrote something, or where or when it appeared, and no box stands before it."""
    facts = one.said.facts.over(one.nested.facts) if one.said else None
    return bool(facts and not (facts.authors or facts.venue or facts.year or facts.read is not None))


def _leads_nowhere(one: Found) -> bool:
    links = (*one.said.marked.links, *one.nested.links) if one.said else ()
    return not any(leads_to_paper(link.url) for link in links)


def _names_file(one: Found) -> bool:
    """Whether a line begins with a file and says what it is for, without the capitals of a title, or ends in one where
    files stand."""
    text = one.said.marked.text if one.said and _bare(one) and not one.said.links else ""
    if text and one.section and _LAYOUT.search(one.section[-1]) and _BEFORE_FILE.fullmatch(text):
        return True
    named = _FILE.match(text)
    return bool(named and not is_cased(inline.plain(named[1] or "")))


def _names_part(one: Found, parts: Set[str]) -> bool:
    """Whether a link leads to a folder or a page beside this one and is called as one of its ``parts`` elsewhere."""
    said = one.said
    local = said and len(said.marked.links) == 1 and not re.match(r"[a-z]+:|//", said.marked.links[0].url)
    named = said and local and said.sure == "link" and _bare(one) and said.title.casefold() in parts
    return bool(said and named and said.title.casefold() not in map(str.casefold, one.section))


_PART_ENDS = re.compile(r"\s?[:：]|\s[–—-]{1,2}\s")
"""Where a heading goes on behind the number of what is held: "Session 1 — Wide Looms"."""


def _ticks_part(one: Found, begun: Set[str]) -> bool:
    """Whether all that is behind a box is what other headings begin with, and a number: "[x] Session 1"."""
    said = one.said
    boxed = said and said.facts.read is not None and said.facts == Facts(read=said.facts.read) and not said.links
    title = said.title.casefold() if said and boxed and re.search(r"\d$", said.title) else ""
    own = {_PART_ENDS.split(part.casefold(), maxsplit=1)[0] for part in one.section}
    return bool(title) and title in begun - own and not one.nested.facts.authors


def _leads_there(one: Found) -> bool:
    """Whether a line is a label and a link that says no more than where it leads: "**Site:** [e.org](https://e.org)"."""
    text = one.said.marked.text if one.said else ""
    label = _LABELLED.match(text)
    rest = inline.plain(re.sub(rf"{inline.LABEL}.", "", text[label.end() :])).strip(" /.") if label else " "
    links = one.said.marked.links if one.said else ()
    says = len(links) == 1 and (rest in links[0].url if re.fullmatch(r"\S*[./]\S*", rest) else not rest)
    named = bool(label and (rest or _OF_LIST.fullmatch(label[1])))
    return bool(says and named and _bare(one) and _leads_nowhere(one))


def _are_labels(each: Sequence[Found]) -> bool:
    """Whether all lines of a section are labels and what is said of them, of which two are what groups have.

    None may be a title and what stands behind its colon: "Time: A User's Guide", in the capitals of titles.
    """
    labels = [_label_of(one) for one in each]
    told = sum(bool(label and _OF_LIST.fullmatch(label[0])) for label in labels)
    of_list = told >= 2 and told * 2 >= len(each)
    said = of_list and all(label and (people_in(label[1]) or not is_cased(label[1], 2)) for label in labels)
    return bool(said) and all(_bare(one) and _leads_nowhere(one) for one in each)


def _label_of(one: Found) -> tuple[str, str] | None:
    """The label that a line begins with, outside of its links, and what is said of it; None where it has none."""
    text = one.said.marked.text if one.said else ""
    label = _LABELLED.match(text)
    if not label or text.count(inline.LINK, 0, label.end()) > text.count(inline.LINK_END, 0, label.end()):
        return None
    return label[1].strip(), inline.plain(text[label.end() :])


def _counted(one: Found) -> int:
    """How many papers a topic is said to have; 0 where something else is said."""
    counted = _COUNTED.fullmatch(inline.plain(one.said.marked.text).strip()) if one.said else None
    return int(counted[1]) if counted and _bare(one) and _leads_nowhere(one) else 0
