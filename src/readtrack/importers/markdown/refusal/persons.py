"""What names people, and is no paper: one with a rank, or one among others, and the groups that they are in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from readtrack.identifiers import leads_to_paper
from readtrack.importers._organisations import is_organisation
from readtrack.importers._people import is_sure, likeness
from readtrack.importers.markdown.below.nested import Nested
from readtrack.importers.markdown.layout.items import Found
from readtrack.importers.markdown.line.entry import Line
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.refusal.glossed import is_bare
from readtrack.importers.markdown.said.groups import Facts
from readtrack.importers.markdown.whole_page.states import state_in

PERSON = "names a person, not a paper"
GROUP = "names a group or what it writes, not a paper"
_RANKED = re.compile(
    r"\W*([^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,3})[,，]\s?(?:[A-Z][a-z]+ ){0,2}Professor(?:[,，(]|$| (?:at|of)\s)"
)
"""Somebody and the rank that people have at a university: "Ada Lovelace, Associate Professor, ..."."""


def is_ranked(title: str) -> bool:
    """Whether a title is somebody and a rank."""
    ranked = _RANKED.match(title)
    return bool(ranked and likeness(ranked[1].title()) == 2)


def persons(found: Sequence[Found], title: str) -> frozenset[int]:
    """The numbers of those that are one person's name and nothing else, in sections of which most are people.

    Novels and lives are called so, too: those below headings, or on a page of a ``title``, that speak of such.
    """
    alone = {number for number, one in enumerate(found) if one.said and _is_person(one, one.said)}
    linked = {
        number: one.said.title
        for number, one in enumerate(found)
        if one.said and not any(map(_is_of_books, (title, *one.section))) and _is_persons_page(one, one.said)
    }
    pages = Counter(found[number].section for number in linked)
    sure = Counter(found[number].section for number, name in linked.items() if is_sure(name))
    alone |= {number for number in linked if sure[found[number].section] * 2 >= pages[found[number].section]}
    ranked = [one for one in found if one.said and is_ranked(one.said.title)]
    among = Counter(one.section for one in found)
    alone |= {number for number, one in enumerate(found) if one.said and _is_below_people(one, one.said)}
    people = Counter(found[number].section for number in alone) + Counter(one.section for one in ranked)
    told = {number for number in alone if people[found[number].section] * 2 > among[found[number].section]}
    told |= {number for number, one in enumerate(found) if one.said and _have_pages(one.said)}
    return frozenset(told | {0} if found and found[0].said and _heads_persons(found[0].said) else told)


def _is_person(one: Found, said: Line) -> bool:
    name = said.title
    bare = is_bare(one) and said.facts.read is None and name == one.text.strip()
    return bare and " " in name and likeness(name) == 2 and is_sure(name)


_PROFILE = re.compile(
    r"https?://(?:(?:(?:www\.)?(?:github\.com|linkedin\.com/in|orcid\.org|twitter\.com|x\.com)/[^/]+|[\w-]+\.github\.io)/?$"
    r"|scholar\.google\.)"
)
"""A page on which somebody presents himself."""


def _heads_persons(said: Line) -> bool:
    """Whether the first line of a page is people alone, of whom the first has a page: those who keep the list."""
    alone = said.sure == "link" and said.facts.authors and not (said.facts.venue or said.facts.year or _says_more(said))
    own = any(_PROFILE.match(link.url) for link in said.links[:1])
    own = own and bool(re.search(rf"{inline.LINK_END}\s*(?:[,，&]|and\b)", said.marked.text))
    return bool(alone and own and " " in said.title and likeness(said.title) == 2 and is_sure(said.title))


def _says_more(said: Line) -> bool:
    return bool(re.search(r"[^\W\d_]{2}", inline.plain(said.facts.remark)))


_MARKS = re.compile(r"[\s\d*,†‡§#]+$")
"""What tells where somebody works, by a number, and who did most."""


def _have_pages(said: Line) -> bool:
    """Whether a line is people and no more, the first perhaps with marks, of whom most have pages of their own and
    none a paper."""
    pages = [bool(_PROFILE.match(link.url)) for link in said.links]
    if said.sure != "link" or said.facts.venue or said.facts.year or not said.facts.authors:
        return False
    several = len(pages) > 1 and pages[0] and sum(pages) * 2 > len(pages) and not _says_more(said)
    name = _MARKS.sub("", said.title)
    own = several and not any(leads_to_paper(link.url) for link in said.links)
    return own and " " in name and likeness(name) == 2 and is_sure(name)


_OF_PEOPLE = re.compile(
    r"(?:[\w/-]+ ){0,3}(?:people|professors|researchers|scholars|scientists)"
    r"(?:\s?(?:&|and|/)\s?(?:labs?|groups?|teams?))?"
    r"(?: (?:in|of|on|studying|to|who|working) .{1,90})?",
    re.IGNORECASE,
)


def _is_below_people(one: Found, said: Line) -> bool:
    """Whether an entry is a name, and perhaps where one works, below a heading such as "Scholars studying looms"."""
    printed = any(leads_to_paper(link.url) for link in (*said.links, *one.nested.links))
    of_people = one.section and not printed and _OF_PEOPLE.fullmatch(one.section[-1])
    return bool(of_people) and " " in said.title and likeness(said.title) == 2 and not said.facts.authors


_OF_BOOKS = re.compile(
    r"\b(?:auto)?biograph(?:y|ies)\b|\b(?:books?|bookshelf|classics|fiction|memoirs?|novels?|plays)\b"
    r"|传记|小说|书",
    re.IGNORECASE,
)
_BOOK = re.compile(
    r"https?://(?:[\w-]+\.)*(?:goodreads\.com/(?:\w\w/)?book/|gutenberg\.org/|openlibrary\.org/(?:books|works)/"
    r"|books\.google\.|librarything\.com/work|worldcat\.org/|book\.douban\.com/|amazon\.[a-z.]+/(?:[^/]+/)?(?:dp|gp)/"
    r"|bookshop\.org/|app\.thestorygraph\.com/books/)",
    re.IGNORECASE,
)
"""The page of a book where they are lent, sold or spoken of."""


def _is_of_books(heading: str) -> bool:
    return bool(_OF_BOOKS.search(heading) or state_in(heading))


def _is_persons_page(one: Found, said: Line) -> bool:
    """Whether an entry is a link that is called like a person, with nothing beside it but another one."""
    printed = any(leads_to_paper(link.url) or _BOOK.match(link.url) for link in said.links)
    if said.sure != "link" or printed or one.nested != Nested() or said.facts._replace(remark="") != Facts():
        return False
    names = [said.title, *inline.plain(said.facts.remark).split("\n")]
    return all(" " in name and likeness(name) == 2 for name in names if name)


_GROUP = re.compile(r"(?:[^\W\d_][\w&'’.-]* ){1,5}(?i:Blog|Consortium|Group|Labs?|Newsletter|Podcast)")
_OF_GROUPS = re.compile(
    r"(?:[\w/-]+,? ){0,4}"
    r"(?:companies|institut(?:es|ions)|labs|laboratories|organi[sz]ations|(?:research|industry) groups"
    r"|(?:people|professors|researchers) ?(?:&|and|/) ?(?:labs?|groups?|teams?))"
    r"(?:,? (?:and|&|of|in) .{1,60})?",
    re.IGNORECASE,
)
_IN_THEORY = re.compile(r"\bgroups? theory\b|\balgebra\b|群论", re.IGNORECASE)
"""Below this a group is no people."""
_HOME = re.compile(r"https?://[^/?#]+/?(?P<page>[^/?#]+/?)?(?:#.*)?$")
_LONGEST = 5


def groups(found: Sequence[Found], title: str) -> frozenset[int]:
    """The numbers of those that are a group, a company or what it writes, as a heading or most beside them say.

    They are called so themselves, "Loom Lab", or lead to where one is at home, below "Labs and Companies" or beside
    several that are called so; below such a heading all are where most are. ``title``: that of the page.
    """
    short = {
        number: one.section
        for number, one in enumerate(found)
        if one.said and one.said.facts.read is None and len(one.said.title.split()) <= _LONGEST
    }
    called = {number for number in short if (one := found[number].said) and _GROUP.fullmatch(one.title)}
    times, among = Counter(short[number] for number in called), Counter(one.section for one in found)
    told = {at for at in among if times[at] > 1 and times[at] * 2 >= among[at]}
    told -= {at for at in told if any(map(_IN_THEORY.search, (title, *at)))}
    headed = {at for at in among if any(map(_OF_GROUPS.fullmatch, at))}
    made = {number for number in short if (one := found[number].said) and is_organisation(one.title)}
    most = Counter(short[number] for number in called | made)
    all_are = {at for at in headed if most[at] > 1 and most[at] * 4 >= among[at] * 3}
    return frozenset(
        number
        for number, at in short.items()
        if at in all_are or (at in told | headed and (number in called or _is_at_home(found[number])))
    )


def _is_at_home(one: Found) -> bool:
    """Whether an entry leads to the first page of a site, or is called like somebody and leads right below."""
    links = (*one.said.links, *one.nested.links) if one.said else ()
    pages = [_HOME.match(link.url) for link in links if inline.is_web(link.url)]
    title = one.said.title if one.said else ""
    named = is_organisation(title) or (" " in title and likeness(title) == 2)
    return bool(pages) and all(home and (named or not home["page"]) for home in pages)
