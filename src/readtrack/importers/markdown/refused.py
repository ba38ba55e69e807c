"""Why something on a page is told, not taken as a paper of the list."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from readtrack.importers._people import is_sure, likeness
from readtrack.importers.markdown import inline
from readtrack.importers.markdown.entry import Line
from readtrack.importers.markdown.groups import Facts
from readtrack.importers.markdown.items import Found, is_about_list
from readtrack.importers.markdown.loose import is_paper
from readtrack.importers.markdown.nested import Nested
from readtrack.importers.markdown.place import KNOWN, YEAR, venue_of
from readtrack.importers.markdown.titles import is_cased


def judged(found: Sequence[Found], least: int, own: bool) -> list[tuple[Found, str | None]]:
    """What was found, each with why it is no paper of the list; None where it is one.

    ``least``: how sure it must be of itself; ``own``: this project wrote the list, so that no title is refused.
    """
    repeated = frozenset() if own else _repeated(found)
    verdicts = [(one, _why_not(one, least, own)) for one in found]
    verdicts = [(one, _LABELS if one.said and one.said.title in repeated else why) for one, why in verdicts]
    folders = [_is_folder(one) for one in found]
    if not own and sum(folders) * 3 < len(found):
        verdicts = [(one, why or (_FOLDERS if at else None)) for (one, why), at in zip(verdicts, folders, strict=True)]
    glossed = frozenset() if own else _glossed(found)
    verdicts = [(one, why or (_GLOSS if _is_bare(one) and one.section in glossed else None)) for one, why in verdicts]
    glossaries = _glossaries(found) if not own else frozenset()
    verdicts = [(one, _WORDS if one.section in glossaries else why) for one, why in verdicts]
    papers = Counter(one.section for one, why in verdicts if not why)
    if papers.total() < 5 or papers.total() * 2 < len(found):
        return verdicts
    # Among papers, or below a year as they are, a bullet of words alone is one as well, if it may be a title.
    among = Counter(one.section for one in found)
    holds = {at for at in among if papers[at] * 2 >= among[at] or (at and re.search(rf"\b{YEAR}\b", at[-1]))}

    def refuses(one: Found, why: str | None) -> bool:
        listed = one.section in holds or one.nested.links
        return why != _NOTHING_SURE or not listed or not _may_be_title(one)

    return [(one, why if refuses(one, why) else None) for one, why in verdicts]


_FOLDERS = "leads to a folder of a repository, not to a paper"
_FOLDER = re.compile(r"https?://github\.com/[^/]+/[^/]+/tree/[^/]+/\S")


def _is_folder(one: Found) -> bool:
    """Whether an entry is no more than a few words that lead to a folder: most of a list of notes are so, too."""
    said = one.said
    bare = said and said.facts._replace(tags=()) == Facts() and one.nested == Nested() and len(said.title.split()) <= 3
    return bool(bare and said and len(said.links) == 1 and _FOLDER.match(said.links[0].url))


_GLOSS = "says what a venue is called, and is no paper"


def _is_bare(one: Found) -> bool:
    """Whether an entry is words alone, beside which there is neither a link, nor who wrote it, nor when."""
    said = one.said
    return bool(said and not (said.links or said.facts.authors or said.facts.year) and one.nested == Nested())


def _glossed(found: Sequence[Found]) -> frozenset[tuple[str, ...]]:
    """Below which headings venues are told in full: two or more of those of the page, each once: "ICL: Looms".

    Where papers stand behind their venues, a venue has more than one.
    """
    papers = [one.said.facts for one in found if one.said and (one.said.links or one.said.facts.authors)]
    venues = {facts.venue for facts in papers if facts.venue}
    shorts = [(one.section, _short_of(one.said)) for one in found if one.said and _is_bare(one)]
    counted = Counter(short for _, short in shorts)
    told = Counter(section for section, short in shorts if short in venues and counted[short] == 1)
    return frozenset(section for section, times in told.items() if times > 1)


def _short_of(said: Line) -> str:
    """What stands before the colon of an entry."""
    short, colon, _ = inline.plain(said.marked.text).partition(":")
    return short.strip() if colon else ""


_WORDS = "spells out an abbreviation"


def _glossaries(found: Sequence[Found]) -> frozenset[tuple[str, ...]]:
    """The sections of three bullets and more that only spell out abbreviations: "LL: Lace Looms"."""
    spelled: dict[tuple[str, ...], list[bool]] = {}
    for one in found:
        spelled.setdefault(one.section, []).append(bool(one.said and not one.said.links and _spells_out(one.text)))
    return frozenset(section for section, each in spelled.items() if all(each) and len(each) >= 3)


def _spells_out(text: str) -> bool:
    """Whether ``text`` is an abbreviation and the words it stands for."""
    short, _, words = text.strip().partition(": ")
    initials = "".join(word[0] for word in re.findall(r"[^\W\d_]+", words) if word[0].isupper())
    return 2 <= len(short) <= 6 and short.isupper() and short == initials


_NOTHING_SURE = "has no link, venue, author or box of an entry"


_LABELS = "is a label, not a title"


def _repeated(found: Sequence[Found]) -> frozenset[str]:
    """What stands before three links or more, each to another page, and nothing else: "Questions: [Link](url)"."""
    leads: dict[str, set[str]] = {}
    for said in (one.said for one in found if one.said):
        behind = inline.plain(said.marked.text).partition(said.title)[2].lstrip()
        bare = not (said.facts.authors or said.facts.venue or said.facts.year)
        if bare and len(said.links) == 1 and len(said.title.split()) <= 4 and behind[:1] in (":", "："):
            leads.setdefault(said.title, set()).add(said.links[0].url)
    return frozenset(title for title, urls in leads.items() if len(urls) >= 3)


def _why_not(one: Found, least: int, own: bool) -> str | None:
    if one.why or not one.said:
        return one.why or "has no title"
    words = one.said.title.split()
    if not own and (none := _no_title(one.said)):
        return none
    if not own and _heads_notes(one):
        return "heads what stands below it"
    if not own and one.said.facts == Facts() and _is_bare(one) and _ASKED.fullmatch(one.said.title):
        return "asks for papers, and names none"
    if not own and _is_program(one.said):
        return "names a program, which is no paper"
    if not own and _heads_links(one):
        return "names what its links lead to, which is no paper"
    if (one.sure < least and not _is_titled(one)) or (one.sure == 0 and not 2 <= len(words) <= 30):
        return _NOTHING_SURE
    links = (*one.said.links, *one.nested.links)
    if not own and any(_LIST.match(link.url) for link in links):
        return "is a link to another list" if len(links) == 1 else None
    return None


_LIST = re.compile(
    r"https?://github\.com/[^/]+/(?:awesome[-_\w]*|[\w.-]*(?:papers|(?:paper|reading)[-_]?lists?))/?(?:#.*)?$",
    re.IGNORECASE,
)
"""A repository that is called what lists of papers are: "awesome-looms", "LoomPapers", "looms-reading-list"."""


def _may_be_title(one: Found) -> bool:
    """Whether a bullet of words alone, below a heading or above links, may be a title: it is no sentence."""
    text = inline.plain(one.text.strip())
    placed = one.section or one.nested.links
    if not placed or not 4 <= len(text.split()) <= 20 or not re.match(r"\w*[A-Z]", text):
        return False
    if re.search(r"\s[:：–—-]{1,2}\s", text):
        return False  # a name, and what is said of it
    if is_cased(text, 4):
        return True
    prose = _SENTENCE.search(text.replace("?", ".").replace(" that ", " ")) or re.search(
        r"\b(?:please|you|me|my)\b", text, re.IGNORECASE
    )
    return bool(re.search(r"[a-z]{3}$", text) and not prose)


def _heads_notes(one: Found) -> bool:
    """Whether an entry is a label above notes: "Issues:"."""
    facts = one.said.facts.over(one.nested.facts) if one.said else None
    known = facts and (facts.venue or facts.year or facts.authors or facts.read is not None or one.nested.named)
    bare = re.fullmatch(r"\s*([^*_\[\]\n]{2,60}?)\s?[:：]\s*", one.text)
    return bool(bare and one.nested.notes and not known and len(bare[1].split()) <= 4)


_ASKED = re.compile(r"\S+(?: \S+){0,2}\?")
_PROGRAM = re.compile(rf"\W*{inline.LINK}.([^{inline.LINK_END}\s]{{2,30}})\s?{inline.LINK_END}\s*is\s")
_REPOSITORY = re.compile(r"https?://github\.com/[^/]+/([^/#?]+)/?$")


def _is_program(said: Line) -> bool:
    """Whether a sentence says what a program is, whose repository is called so: "[LoomFlow](url) is a library"."""
    named = _PROGRAM.match(said.marked.text)
    kept = _REPOSITORY.match(said.links[0].url) if named and said.links else None
    if not named or not kept or any(is_paper(link.url) for link in said.marked.links):
        return False
    called, name = (re.sub(r"[\W_]", "", one).casefold() for one in (kept[1], named[1]))
    return called == name and not (said.facts.venue or said.facts.year or said.facts.authors)


def _heads_links(one: Found) -> bool:
    """Whether a few words before a colon only name links of which none leads to a paper: "The blog: [link](url)"."""
    if not one.said or one.nested != Nested():
        return False
    head, links, _ = one.said.marked.text.partition(inline.LABEL)
    facts = one.said.facts._replace(tags=(), name=None)
    if not links or facts != Facts() or len(one.said.title.split()) > 5 or inline.plain(head)[-1:] not in (":", "："):
        return False
    return not any(is_paper(link.url) or _OF_PAPER.search(link.label or "") for link in one.said.marked.links)


_OF_PAPER = re.compile(r"paper|pdf|arxiv|doi|html|abs|thesis|book|论文", re.IGNORECASE)


def in_bold(found: Sequence[Found]) -> list[Found]:
    """The entries where titles that are nothing but bold words are sure ones: where a page has many of them."""
    bold = [
        bool(one.said and one.said.sure == "bold" and len(one.said.title.split()) >= 4 and not one.said.facts.remark)
        for one in found
    ]
    many = sum(bold) >= 8 and sum(bold) * 2 >= len(found)
    return [
        one._replace(sure=1) if many and each and not one.sure else one for one, each in zip(found, bold, strict=True)
    ]


def _no_title(said: Line) -> str | None:
    """Why what stands where a title does is none."""
    title = said.title
    if _NOTHING.fullmatch(title):
        return "has no title"
    if not said.links and _PART.fullmatch(title):
        return "is a part of a book, not a paper"
    thesis = _THESIS.fullmatch(title) if said.facts.read is None else None
    if re.fullmatch(r"#\w+|[\d./()-]+", title) or (thesis and likeness(thesis[1]) == 2 and is_sure(thesis[1])):
        return "has no title"
    if any(f" {inline.plain(one)} " in f"{title} " for one in _CITED.findall(said.marked.text)):
        return "cites a paper without its title"
    if not said.links and _LABEL.match(title):
        return _LABELS
    if is_about_list(title):
        return "is about the list, not a paper"
    if not said.links and said.facts.read is not None and _TASK.match(title):
        return "is a task, not a paper"
    if not said.links and (_KINDS.fullmatch(title) or _is_all_venues(inline.plain(said.marked.text))):
        return "names venues, not a paper"
    if _YEARLY.fullmatch(title) or (not said.links and _SPELLED.fullmatch(inline.plain(said.marked.text))):
        return "names a venue, not a paper"
    named = _ABOUT_VENUE.sub("", title)
    place = venue_of(named) if re.search(r"(?:['’]\s?|\b\d\d|[A-Z]{3}\d\d)\d\d$", named) else None
    if (
        re.fullmatch(r"(?:Spring|Summer|Fall|Autumn|Winter|[A-Z][a-z]{2,8}\.?),? \d{4}", title)
        and place
        and not place[0]
    ):
        return "is a date"
    if place and place[1] and len(named.split()) <= 4 and _CONFERENCE.search(place[0] or ""):
        return "names a venue, not a paper"
    if not any(inline.is_web(link.url) for link in said.marked.links) and _ELSEWHERE.search(title):
        return "leads to another list"
    group = _GROUP.fullmatch(title) and not any(is_paper(link.url) for link in said.links)
    if (group or _OWNED.fullmatch(title)) and not (said.facts.venue or said.facts.year or said.facts.authors):
        return "is a page of somebody's, not a paper"
    return None


_NOTHING = re.compile(r"\W*(?:none|n/?a|tb[ad]|etc(?:[.,\s]+etc){0,9})\W*", re.IGNORECASE)
_PART = re.compile(
    r"(?:[Ss]ections?|[Cc]hapters?|[Pp]ages?|pp\.) \d[\d.]*(?:(?: ?[,–-] ?| and | to )\d[\d.]*){0,9}"
    r"(?: \([^()]{2,40}\))?(?: of .*)?"
)
"""What is read of a book: "Sections 1.4-1.7 (pp. 14-23) of Lovelace and Turing"."""
_LABEL = re.compile(
    r"(?:abstract|authors?|comments?|contributions?|introduction|keywords?|notes?|summary|takeaways?|tags?|tl;?dr"
    r"|citations? needed)"
    r"(?:\s?[:：]|$)",
    re.IGNORECASE,
)
_THESIS = re.compile(
    r"(?:[\w.'’-]{2,12} )?(?:(?:[Tt]hesis|[Dd]issertation)(?:\s?[:：–—-]| (?:by|of))|(?:[Bb]log ?)?[Pp]ost by)\s+"
    r"(\S+(?: \S+){1,3})"
)
"""What a work is and who wrote it, without its title: "Master's Thesis: Ada Lovelace"."""
_CITED = re.compile(
    rf"{inline.LINK}.([A-Z][^{inline.LINK_END}\d,.:]{{1,40}}(?: et al\.?)?,? \(?{YEAR}[a-z]?\)?){inline.LINK_END}"
)
"""A link that says whom a sentence cites: "read [Lovelace and Turing (1843)](url) first"."""
_TASK = re.compile(
    r"(?:Add|Clean|Collect|Complete|Create|Finish|Fix|Implement|Improve|Include|Merge|Organi[sz]e|Refactor|Remove|Sort"
    r"|Support|Test|Translate|Update|Upload|Write)(?: up)? (?:the |an? |more |all |new )?"
    r"(?:[a-z]+ ){0,3}(?:[a-z]+$|[A-Z]+)"
)
"""What a list says of itself with boxes: "Add more papers on networks". Titles have capitals."""
_CONFERENCE = re.compile(r"[A-Z].*[A-Z]|^$")


_ABOUT_VENUE = re.compile(
    r" (?:accepted |conference )?(?:page|papers?|paper list|proceedings|program(?:me)?|website)$", re.I
)
"""What a conference has of which all its papers are: "OSDI 2020 accepted papers"."""


_KINDS = re.compile(r"(?:(?:Conference|Journal|Workshop|Magazine)s?|Preprints?)", re.IGNORECASE)
"""What heads venues, not papers, where it is all that is said."""


def _is_all_venues(text: str) -> bool:
    """Whether a bullet only lists conferences: "Systems: OSDI, SOSP, and EuroSys"."""
    names = re.split(r",? and |[,./] ?", re.sub(r"^[^:]{0,60}:", "", text).strip(" ."))
    return bool(names) and all(name in KNOWN or _DATED.fullmatch(name) for name in names)


_YEARLY = re.compile(rf"(?:{YEAR} )?(?:[Ww]orkshops?|[Cc]onference|[Ss]ymposium|[Aa]ccepted [Pp]apers|[Pp]roceedings)")
_SPELLED = re.compile(
    r"\W*[A-Z][A-Za-z&-]{1,14} \((?:[A-Z][\w/&-]* ){0,4}(?:Conference|Symposium|Workshop)"
    r"(?: (?:on|of|for) [^()]{4,120})?\)\W*"
)
"""A conference and what its name stands for: "LOOM (International Symposium on Looms)"."""
_DATED = re.compile(
    rf"(?:[A-Z][A-Za-z]{{1,9}} )?(?:{'|'.join(map(re.escape, KNOWN))})(?: Workshops?)? ?['’]?(?:20)?\d\d"
)


def is_notes(found: Sequence[Found]) -> bool:
    """Whether bullets of which none is surely an entry are mostly prose: notes on one paper, not a list of several."""
    texts = [one.text.strip() for one in found if one.said]
    prose = [
        text
        for text in texts
        if not re.match(r"[^\w(\[]*[A-Z\d(\[]", text) or _SENTENCE.search(text) or len(text.split()) > 24
    ]
    return len(prose) * 5 >= len(texts) * 2


def _is_titled(one: Found) -> bool:
    """Whether a bullet of words alone is a title: most of its words begin with a capital, and it is no sentence."""
    text = one.text.strip()
    return (
        bool(one.section)
        and 3 <= len(text.split()) <= 25
        and not re.search(r"[.,:;!]$|[.!?]\s", text)
        and is_cased(text, 2)
    )


_ELSEWHERE = re.compile(r"^(?:[\w-]+ ){0,3}(?:reading list|papers?|paper list)(?: \([^()]{2,40}\))?\??$", re.IGNORECASE)
_OWNED = re.compile(
    r"[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,3}['’]s? (?:[\w-]+ )?"
    r"(?i:(?:home|web) ?(?:page|site)|page|site|blog|books|papers|publications|documentation|repository|channel)"
    r"(?: (?:about|on) .*)?"
)
"""What somebody has beyond one paper: "Ada Lovelace's home page", "Acme's loom documentation"."""
_GROUP = re.compile(r"(?:[\w&-]+ ){1,8}(?:(?:Reading|Research) Group|Lab)")
_SENTENCE = re.compile(
    r"[.;:,]$|[.;]\s+\S|\b(?:is|are|was|were|we|they|it|this|that|can|will|would|should|has|have|does|not|need|if)\b"
)
