"""The items of a list -> what may be entries of a reading list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from readtrack.identifiers import link_kind
from readtrack.importers._months import ENGLISH_MONTH, OF_MONTH, OF_YEAR, OTHER_MONTH
from readtrack.importers._people import is_sure
from readtrack.importers.markdown.below.nested import Nested, nested_of
from readtrack.importers.markdown.layout.headings import facts_in
from readtrack.importers.markdown.line.ends import line_end
from readtrack.importers.markdown.line.entry import Line, line_of
from readtrack.importers.markdown.line.several import apart
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.markup.blocks import BREAK, Block, below_of
from readtrack.importers.markdown.markup.inline import Marked
from readtrack.importers.markdown.markup.page import Page
from readtrack.importers.markdown.markup.ways import heads_part, is_own_page
from readtrack.importers.markdown.said.groups import Facts
from readtrack.importers.markdown.said.people import people_alone, people_in
from readtrack.importers.markdown.said.place import YEAR, is_place
from readtrack.importers.markdown.said.printed import in_volume
from readtrack.importers.markdown.said.titles import is_cased
from readtrack.model import Author, NoteDraft, Reading


class Found(NamedTuple):
    """What may be an entry. ``text``: as it stands there; ``section``: the headings above it, the innermost last.

    ``sure``: whether it is one: 2 by itself, 1 by its company, 0 if nothing else is; ``why``: it is none.
    """

    line: int
    text: str
    section: tuple[str, ...]
    sure: int = 0
    said: Line | None = None
    nested: Nested = Nested()
    notes: tuple[NoteDraft, ...] = ()
    readings: tuple[Reading, ...] = ()
    why: str = ""


def list_of(items: Sequence[Block], section: tuple[str, ...], page: Page) -> Iterator[Found]:
    """The entries of a list; one of which nothing is sure is one where any other is."""
    return _together(one for item in items for one in _item(item, section, page))


def _together(several: Iterable[Found]) -> Iterator[Found]:
    """The entries of a list, of which each is told by those beside it, too."""
    found: list[Found] = []
    for one in several:
        people = _people(one) if found and found[-1].said and not found[-1].said.facts.authors else ()
        if len(people) > 1:
            # An item that is nothing but people is who wrote the paper before it.
            nested = found[-1].nested
            found[-1] = found[-1]._replace(nested=nested._replace(facts=nested.facts.over(Facts(authors=people))))
        elif found and (place := _place_of(found[-1], one)):
            # An item that is nothing but where and when a citation ends belongs to that, which was broken there.
            said = found[-1].said
            found[-1] = found[-1]._replace(said=said and said._replace(facts=said.facts.over(place)))
        elif not one.said and one.nested.links and found and found[-1].said:
            # An item that is nothing but links belongs to the paper before it.
            nested = found[-1].nested
            found[-1] = found[-1]._replace(nested=nested._replace(links=(*nested.links, *one.nested.links)))
        else:
            found.append(one)
    company = any(one.sure == 2 for one in found) or _are_titles(found) or _are_dated(found)
    for one in found:
        yield one._replace(sure=1) if company and not one.sure and not _is_prose(one) else one


def _place_of(before: Found, one: Found) -> Facts | None:
    """Where and when ``one`` says that the citation ``before`` it appeared; None where it says anything else."""
    cited = before.said and before.said.facts.authors and not before.said.facts.year and not before.nested.facts.year
    if not cited or not one.said or one.said.links or one.nested != Nested():
        return None
    text = re.sub(r"^\s*\[[ xX]\]\s+", "", one.said.marked.text.strip(" ."))
    printed = in_volume(text)
    if printed and printed.end == len(text) and not printed.authors:
        return Facts(printed.venue, printed.year)
    dated = re.fullmatch(rf"\(({YEAR})\)", text)
    return Facts(year=int(dated[1])) if dated else None


def _are_titles(found: Sequence[Found]) -> bool:
    """Whether bullets of words alone, under a heading, are titles: most are written as such, in capitals."""
    cased = [one for one in found if is_cased(one.text, 2) and not re.search(r"[.,:;!]$|[.!?]\s", one.text.strip())]
    long = [one for one in cased if 4 <= len(one.text.split()) <= 25]
    return len(long) >= 5 and len(long) * 4 >= len(found) * 3 and all(one.section for one in found)


def _are_dated(found: Sequence[Found]) -> bool:
    """Whether bullets of words alone are titles: most end in a year, and say nothing more."""
    dated = [
        one
        for one in found
        if one.said and one.said.facts.year and len(one.said.title.split()) >= 2 and _YEAR_LAST.search(one.text)
    ]
    return len(dated) >= 5 and len(dated) * 4 >= len(found) * 3


_YEAR_LAST = re.compile(rf"[,.(\s]{YEAR}[).]?\s*$")


def _people(one: Found) -> tuple[Author, ...]:
    return people_in(one.said.marked.text) if one.said and not one.said.marked.links else ()


def _is_prose(one: Found) -> bool:
    text = one.said.marked.text if one.said else one.text
    text = inline.plain(text[: line_end(text) or len(text)])  # what a line is broken from is said of it
    goes_on = re.search(r"。\S|\w{3}[.!?]\s+[A-Z]\w+ \w+|\b(?:please|you can|feel free|I |we )\b", text)
    return bool(goes_on) or len(text.split()) > 40


_BOLD = re.compile(rf"{inline.BOLD}[^{inline.BOLD_END}]*{inline.BOLD_END}")


def _item(item: Block, section: tuple[str, ...], page: Page) -> Iterator[Found]:
    first = item.blocks[0] if item.blocks else None
    if not first or first.kind not in ("paragraph", "heading"):
        for block in item.blocks:
            yield from list_of(block.blocks, section, page) if block.kind == "list" else ()
        return
    if (
        named := _below_its_name(item, first, section, page)
        or _titled_below(item, first, section, page)
        or _named_above(item, first, section, page)
    ):
        yield from named
        return
    first, below = _below_its_people(item, page) or (first, item.blocks[1:])
    marks = page.marked(first.text)
    if len(first.text) > inline.LONGEST:
        yield Found(item.line, first.text, section, why=f"is a line of {len(first.text):,} characters")
        return
    if marks.links and (all(is_own_page(link.url) for link in marks.links) or heads_part(marks)):
        return
    if len(pieces := apart(marks)) > 1:
        for each in filter(None, map(line_of, pieces)):
            yield Found(item.line, first.text, section, 2, each, nested_of(below, each.title, page))
        return
    line = line_of(marks)
    if not line:
        if any(inline.is_web(link.url) for link in marks.links):
            links = tuple(link for link in marks.links if inline.is_web(link.url))
            yield Found(item.line, first.text, section, nested=Nested(links=links), why="has a link, but no title")
        elif re.search(rf"\({YEAR}\)\W*$", first.text):
            yield Found(item.line, first.text, section, why="has no title")
        return
    line, nested, marks = _with_nested(line, below, marks, page)
    if "title" not in nested.named and (papers := _headed(item, marks, line, nested, section, page)) is not None:
        yield from papers
        return
    heads = "heads what stands below it" if item.line in page.topics else ""
    yield Found(item.line, first.text, section, _sure(line, nested), line, nested, why=heads)
    yield from list_of(nested.papers, section, page)


def _with_nested(line: Line, below: Sequence[Block], marks: Marked, page: Page) -> tuple[Line, Nested, Marked]:
    """An entry, what stands below it, and its line, each as the other leaves it."""
    nested = nested_of(below, line.title, page)
    if "title" in nested.named:
        # What stands for the title in the line says nothing.
        marks = marks._replace(text=_BOLD.sub(f"{inline.BOLD}Untitled{inline.BOLD_END}", marks.text, count=1))
        line = line_of(marks) or line
    if is_place(line.title) and not nested.title:
        nested = nested_of(below, "", page)
    if nested.facts.authors and not line.facts.authors:
        line = line_of(marks, authors_known=True) or line
    return line, nested, marks


_PAPER = re.compile(
    r"[ \t]*[*_]{0,3}(?:Paper|Title|论文)[*_]{0,2}\s*[:：][*_]{0,2}\s*(\[[^\n]{8,500}\]\(\S{5,500}\))[*_]{0,3}\s*"
)
"""A line that says of which paper the lines around it speak: "*Paper: [Notes on Looms](url)*"."""


def _below_its_name(item: Block, first: Block, section: tuple[str, ...], page: Page) -> list[Found]:
    """The paper in a line of its own below the name of what it describes: "**GCN (Graph Networks)**"."""
    name, *rest = first.text.split("\n")
    at = next((number for number, line in enumerate(rest) if _PAPER.fullmatch(line)), None)
    line = line_of(page.marked(found[1])) if at is not None and (found := _PAPER.fullmatch(rest[at])) else None
    if at is None or not line or "](" in name or len(name.split()) > 12:
        return []
    short = _SHORT.match(name)
    body = "\n".join(one.strip() for number, one in enumerate(rest) if number != at)
    notes = (NoteDraft(body),) if body.strip() else ()
    said = line._replace(name=line.name or (short[1] if short else None))
    return [Found(item.line, first.text, section, 2, said, nested_of(item.blocks[1:], said.title, page), notes)]


_SHORT = re.compile(r"\W*([A-Z][\w+-]{1,19})\W*(?:\(|$)")
_WITH_LINKS = re.compile(
    rf"[^\w{inline.BOLD}]*{inline.BOLD}([^{inline.BOLD_END}{inline.LINK}{inline.LABEL}\n]{{2,60}}){inline.BOLD_END}"
    rf"[\s\[]*(?:{inline.LABEL}.[ /,;|\[\]]*){{1,20}}(?:@[^\n{inline.LABEL}{inline.LINK}]{{2,60}})?\s*\n\s*(?=\S)"
)
"""A line that is a name in bold, its links, and perhaps who made it: "**GCN** [[paper]](url) @Acme"."""


def _titled_below(item: Block, first: Block, section: tuple[str, ...], page: Page) -> list[Found]:
    """The papers whose titles, with where or when they appeared, are lines of their own below a name and its links."""
    marks = page.marked(first.text)
    named = _WITH_LINKS.match(marks.text) if len(marks.text) <= 3000 else None
    texts = [text for text in marks.text[named.end() :].split("\n") if text.strip()] if named else []
    lines = list(filter(None, (line_of(marks._replace(text=text)) for text in texts)))
    told = all((one.facts.venue or one.facts.year) and not one.facts.remark for one in lines)
    if not named or not lines or not told or len(lines) < len(texts) or min(len(x.title.split()) for x in lines) < 2:
        return []
    papers = [link for link in marks.links if link_kind(link.url) in ("arxiv", "doi", "pdf")]
    if len(lines) > 1:
        # One has the links but those to the others, of which each is told by its place.
        paired = len(papers) == len(lines)
        own = tuple(link for link in lines[0].links if link not in papers[1:] or not paired)
        links = [own, *((link,) if paired else () for link in papers[1 : len(lines)])]
        lines = [one._replace(links=mine) for one, mine in zip(lines, links, strict=True)]
    short = _SHORT.match(inline.plain(named[1]))
    return [
        Found(item.line, first.text, section, 2, said, nested_of(item.blocks[1:], said.title, page))
        for said in (one._replace(name=one.name or (short[1] if short else None)) for one in lines)
    ]


def _named_above(item: Block, first: Block, section: tuple[str, ...], page: Page) -> list[Found]:
    """The paper whose title, with where and when it appeared, is a paragraph below what it is called for short."""
    name, below = first.text.strip(" *"), item.blocks[1] if len(item.blocks) > 1 else first
    plain = re.fullmatch(r"\w[^\n\[\]*`:.,]*", name) and len(name.split()) <= 3
    line = line_of(page.marked(below.text)) if plain and below is not first and below.kind == "paragraph" else None
    facts = line.facts if line else Facts()
    if not line or not (facts.venue and facts.year) or facts.remark or len(line.title.split()) < 3 or is_sure(name):
        return []
    if people_in(line.title):
        return []  # they wrote what is called by few words
    short = _SHORT.fullmatch(name)
    tags = facts.tags if short or line.name else (*facts.tags, name)
    said = line._replace(name=line.name or (short[1] if short else None), facts=facts._replace(tags=tags))
    return [Found(item.line, first.text, section, 2, said, nested_of(item.blocks[2:], said.title, page))]


_BEFORE_PEOPLE = re.compile(
    r"(?:\[[ xX]\]\s+)?(?:(\*\*[^*\n]{2,30}[:：]\s?\*\*|\*\*[^*\n]{2,30}\*\*\s?[:：])\s*(?=\S))?"
)


def _below_its_people(item: Block, page: Page) -> tuple[Block, tuple[Block, ...]] | None:
    """The line of an entry that stands below who wrote it, and what is below that: "Ada Lovelace, Alan Turing:"."""
    first, *below = item.blocks
    if first.kind != "paragraph":
        return None
    names, _, rest = first.text.partition("\n")
    names = BREAK.sub("", names.rstrip()).rstrip()
    colon = names.endswith((":", "："))
    if rest and (colon or (rest.lstrip()[:1] in ('"', "“") and names.endswith((".", ",")))):
        below = [first._replace(line=first.line + 1, text=rest), *below]
    elif rest or not below or below[0].kind != "paragraph":
        return None
    before = _BEFORE_PEOPLE.match(names)
    people = page.marked(names[before.end() if before else 0 :])
    title = page.marked(below[0].text).text
    alone = people_alone(people.text.rstrip(" :：")) if colon else ()
    told = people_in(people.text) or len(alone) > 1 or (alone and title[:1] == inline.BOLD and is_sure(alone[0].name))
    if people.links or not told or len(inline.plain(title.split(inline.LABEL)[0]).split()) < 2:
        return None
    text = f"{before[0] if before else ''}{below[0].text.lstrip()}"
    credit = Block("paragraph", first.line, first.line + 1, f"Authors: {people.text.rstrip(' :：')}")
    return below[0]._replace(text=text), (credit, *below[1:])


def _headed(
    item: Block, marks: Marked, line: Line, nested: Nested, section: tuple[str, ...], page: Page
) -> list[Found] | None:
    """The papers below an item that only heads them; None where it is one itself."""
    whole = inline.plain(marks.text)
    dated = bool(facts_in(whole).venue and len(whole.split()) <= 4)
    heads = not nested.named and (dated or bool(_HEADS.fullmatch(whole.strip(" :：[]()"))))
    leads = line.sure != "link" and whole.endswith((":", "："))
    linked = line.links and not leads
    if line.facts.authors or (line.facts.venue and not heads) or (linked and not _is_topic(line, whole)):
        return None
    told = item.line in page.topics
    below = below_of(item) if told else [inner for one in item.blocks[1:] if one.kind == "list" for inner in one.blocks]
    inside = (*section, whole if heads else line.title)
    parts = [list(_item(inner, inside, page)) for inner in below]
    boxed = not line.links and line.facts.read is None
    papers = sum(any(_is_paper(one) or (boxed and _is_boxed(one)) for one in part) for part in parts)
    credited = not told and nested.facts.authors and not (nested.title and papers > 1)
    listed = heads or told or papers * 2 > len(below)
    if credited or not below or not listed or (linked and len(nested.papers) < _MANY):
        return None
    found = _together(one for part in parts for one in part)
    return [one._replace(sure=max(one.sure, int(heads and not _is_prose(one)))) for one in found]


_MANY = 3
"""Papers below a link that make it their heading: fewer may be said of what it leads to."""


def _is_topic(line: Line, whole: str) -> bool:
    """Whether an item is a few words with a link that leads to no paper, nor to what is called so: "[Looms](url)"."""
    url = line.links[0].url
    called = re.sub(r"[\W_]", "", url.rstrip("/").rpartition("/")[2]).casefold()
    return (
        len(line.links) == 1
        and whole == line.title
        and len(whole.split()) <= 4
        and link_kind(url) in ("code", "page")
        and called != re.sub(r"[\W_]", "", whole).casefold()
    )


def _is_paper(one: Found) -> bool:
    """Whether an item below another is surely a paper itself, not something said of the one above."""
    if not one.said or one.sure != 2:
        return False
    facts = one.said.facts.over(one.nested.facts)
    title = one.nested.title or one.said.title
    known = one.said.links or facts.venue or facts.authors
    return bool(known) and (one.said.sure == "link" or len(title.split()) >= 3)


def _is_boxed(one: Found) -> bool:
    """Whether an item is a title with a box and a paper, be it a file beside the page: no task of the one above."""
    links = one.said.marked.links if one.said else ()
    leads = any(_PDF.search(link.url) or _PDF.fullmatch(link.label or "") for link in links)
    return bool(leads and one.said and _BOX.match(one.text) and len(one.said.title.split()) >= 3)


_PDF = re.compile(r"(?:paper|\.?pdf)$", re.IGNORECASE)
_BOX = re.compile(r"\W{0,4}\[[ xX]\]\s")
_NTH = r"\d{1,2}(?:st|nd|rd|th)?"
DAY = (
    rf"(?:(?:{_NTH} )?{ENGLISH_MONTH}\.?(?: {_NTH}(?!\d))?(?:,? \d{{4}})?"
    rf"|(?:{OF_MONTH})?{OTHER_MONTH}{OF_YEAR}\d{{4}}"
    r"|\d{4}[./-]\d{1,2}(?:[./-]\d{1,2})?|\d{1,2}[./-]\d{1,2}(?:[./-](?:\d{4}|\d\d))?)"
)
_HEADS = re.compile(
    r"(?:best|distinguished|outstanding|honou?rable)[\w -]{0,30}(?:awards?|mentions?|papers?|runners?[- ]up)"
    r"|(?:session|track|day|week|lecture|module|part) \w+(?:\s?[:–-]\s.*)?"
    rf"|(?:full|short|long|research|industr\w+) papers|runners?[- ]up|{DAY}(?: \([^()]{{1,40}}\)?)?",
    re.IGNORECASE,
)
"""What only heads the papers below it."""


def _sure(line: Line, nested: Nested) -> int:
    """2 where an item is an entry whatever stands around it, 1 where all it says of a title is by whom and when."""
    facts = line.facts
    credited = any(one.affiliations for one in facts.authors)
    if facts.venue or credited or facts.read is not None or nested.facts.authors or nested.facts.venue or nested.named:
        return 2
    if nested.links and (facts.authors or facts.year or nested.facts.year) and len(line.title.split()) >= 3:
        return 2  # its link stands below who wrote it, or when
    linked = len(inline.numbers_in(facts.remark)) < len(line.marked.links)
    if line.sure == "link" or (line.sure in ("bold", "quoted") and (linked or facts.year or facts.authors)):
        return 2
    labelled = line.sure == "label" or (not line.sure and line.marked.text.lstrip()[:1] == inline.LABEL)
    signed = not line.sure and facts.authors and facts.year and not facts.remark and len(line.title.split()) >= 3
    return 2 if labelled and linked and len(line.title) > 1 and not is_sentence(line.title) else int(bool(signed))


_ABOUT_LIST = re.compile(
    r"\W*(?:table of contents generated\b"
    r"|(?:in )?(?:this|these|our|the) (?:repo|repository|list|page|collection|survey paper|project|section)s?\b"
    r"|join (?:us|our)\b|(?:PRs?|pull requests?|contributions?|issues) (?:[a-z]+ ){0,3}welcomed?\b"
    r"|p\.?\s?(?:p\.?\s?)?s\.?,|note\W{1,3}(?:if you|please)\b"
    r"|\W{0,6}(?:contributors?|maintainers?|other resources|contact|authors)\s?[:：])",
    re.IGNORECASE,
)
_OF_KEEPERS = re.compile(
    r"\W*(?:[Nn](?:ote|OTE)\W{1,5}[Yy]ou\b|We are |You (?:are welcome|can|may) "
    r"|[Hh]ow to (?:make|open|send|submit) an? (?:issue|PR|pull request)\b"
    r"|(?:We|I) (?:[a-z]+ ){0,3}"
    r"(?:add|can|change|collect|have|hope|include|list|maintain|may|merge|release|update|welcome|will)(?:e?d)?\b)"
)


def is_about_list(text: str) -> bool:
    """Whether a line speaks of the list and those who keep it: "We added papers of 2024", "Join our community"."""
    return bool(_ABOUT_LIST.match(text) or _UNENDED.search(text) or (_OF_KEEPERS.match(text) and not is_cased(text, 4)))


_UNENDED = re.compile(
    r"\b(?:is|are|be|been) (?:(?:also|now|[a-z]+ly) )?(?:available|collected|found|hosted|listed|moved)"
    r"(?: (?:at|here|in|on|to))?$|\bplease (?:[a-z]+ly )?(?:check|cite|contact|follow|open|read|refer|see|send|visit)\b"
    r"|\b(?:is|are) now available\b|, click$|\s(?:at|according to)$"
)
"""How a sentence leads to the address behind it: "The list is moved to https://...", "For more, please see ..."."""


def is_sentence(title: str) -> bool:
    """Whether a title is a sentence to the reader of the list: "See also"."""
    return (
        bool(re.match(r"(?:see|please|check|read|follow|this|here|we|if|for|you)\b", title, re.IGNORECASE))
        and len(title.split()) <= 6
    ) or bool(_UNENDED.search(title))
