"""Why something on a page is told, not taken as a paper of the list."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readtrack.identifiers import leads_to_paper
from readtrack.importers._people import is_sure, likeness
from readtrack.importers.markdown.below.nested import Nested
from readtrack.importers.markdown.layout.items import Found, is_about_list
from readtrack.importers.markdown.layout.notes import other_words
from readtrack.importers.markdown.line.entry import Line
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.refusal.above import ABOVE, above
from readtrack.importers.markdown.refusal.among import NOTHING_SURE, judged_among
from readtrack.importers.markdown.refusal.glossed import (
    CONTENTS,
    GLOSS,
    WORDS,
    contents,
    glossaries,
    is_bare,
    is_gloss,
    is_topic,
    topics,
)
from readtrack.importers.markdown.refusal.housekeeping import KEPT, kept
from readtrack.importers.markdown.refusal.lists import FOLDERS, LIST, is_folder, is_list, lists
from readtrack.importers.markdown.refusal.persons import GROUP, PERSON, groups, is_ranked, persons
from readtrack.importers.markdown.said.groups import Facts
from readtrack.importers.markdown.said.people import families_in
from readtrack.importers.markdown.said.place import KNOWN, YEAR, venue_of
from readtrack.importers.markdown.said.titles import ONLY_CALLED, PART_OF_BOOK, is_cased


def judged(found: Sequence[Found], least: int, own: bool, title: str = "") -> list[tuple[Found, str | None]]:
    """What was found, each with why it is no paper of the list; None where it is one.

    ``least``: how sure it must be of itself; ``own``: this project wrote the list, so that no title is refused;
    ``title``: that of the page.
    """
    if own:
        return judged_among([(one, _unsure(one, least)) for one in found])
    alike, before = _alike(found, title), above(found, title)
    verdicts = judged_among([(one, alike.get(number) or _why_not(one, least)) for number, one in enumerate(found)])
    return [(one, why or (ABOVE if number in before else None)) for number, (one, why) in enumerate(verdicts)]


def _alike(found: Sequence[Found], title: str) -> dict[int, str]:
    """Why some of what was found, by their numbers, are no papers, as others like them tell."""
    folders = [is_folder(one) for one in found]
    venues = frozenset(one.said.facts.venue for one in found if one.said and one.said.facts.venue)
    repeated, glossed, short, parts = _repeated(found), glossaries(found, venues), topics(found), contents(found)
    few, people, named = sum(folders) * 3 < len(found), persons(found, title), groups(found, title)
    others, housekeeping = lists(found), kept(found)
    told = (
        WORDS
        if one.section in glossed or (one.section in short and is_topic(one))
        else CONTENTS
        if one.section in parts
        else _LABELS
        if one.said and one.said.title in repeated
        else FOLDERS
        if few and folder
        else GLOSS
        if is_gloss(one, venues)
        else PERSON
        if number in people
        else LIST
        if number in others and not _is_told(one)
        else KEPT
        if number in housekeeping
        else GROUP
        if number in named and not (_is_told(one) or (one.said and one.said.facts.year))
        else ""
        for number, (one, folder) in enumerate(zip(found, folders, strict=True))
    )
    return {number: why for number, why in enumerate(told) if why}


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


def _unsure(one: Found, least: int) -> str | None:
    """Why nothing tells that something is an entry, in a list that this project wrote too."""
    if one.why or not one.said:
        return one.why or "has no title"
    bare = one.sure == 0 and not 2 <= len(one.said.title.split()) <= 30
    return NOTHING_SURE if bare or (one.sure < least and not _is_titled(one)) else None


def _why_not(one: Found, least: int) -> str | None:
    if one.why or not one.said:
        return one.why or "has no title"
    return _no_title(one.said) or (None if _is_told(one) else _no_paper(one, one.said)) or _unsure(one, least)


def _is_told(one: Found) -> bool:
    """Whether an entry leads to a paper or says who wrote it or where: no words of its title make it none."""
    facts = one.said.facts.over(one.nested.facts) if one.said else Facts()
    links = (*one.said.links, *one.nested.links) if one.said else ()
    return bool(facts.authors or facts.venue or any(leads_to_paper(link.url) for link in links))


def _no_paper(one: Found, said: Line) -> str | None:
    """Why something of which its title, and perhaps its year, is all that is known is no paper."""
    title = said.title
    others = one.section and _OTHERS.fullmatch(one.section[-1].strip(" :：")) and len(title.split()) <= 3
    if others or (not any(inline.is_web(link.url) for link in said.marked.links) and _ELSEWHERE.search(title)):
        return "leads to another list"
    if (said.facts.year or one.nested.facts.year) and not (title.endswith(" talk") and _OWNED.fullmatch(title)):
        return None
    if why := other_words(said):
        return why
    if _GROUPS_PAGE.fullmatch(title) or _OWNED.fullmatch(title):
        return "is a page of somebody's, not a paper"
    if len(title.split()) <= 6 and _MATERIAL.fullmatch(title):
        return "names what goes with a paper"
    if _heads_notes(one):
        return "heads what stands below it"
    if _SESSION.fullmatch(title):
        return "names a meeting, not a paper"
    if said.facts.read is None and not (said.links or one.nested.links) and _FILE.search(title):
        return "names a file, not a paper"
    if said.facts == Facts() and is_bare(one) and _ASKED.fullmatch(title):
        return "asks for papers, and names none"
    if _is_program(said):
        return "names a program, which is no paper"
    if _heads_links(one):
        return "names what its links lead to, which is no paper"
    links = said.links or one.nested.links
    if len(links) == 1 and said.facts.read is None and is_list(links[0].url, title):
        return LIST
    return None


_SESSION = re.compile(
    r"(?:Closing|Opening) [Ss]ession\b.*|Special [Ss]ession(?:\s?\d*$|\s?[:：–—-].*| (?:by|for|of|on|with)\b.*)"
    r"|.*\bQ&A [Ss]ession\b.*"
)
_FILE = re.compile(r"(?:^|[:：]\s)[\w./-]+\.(?:ipynb|pdf|pptx?|py)$")
"""The name of a file behind what is in it: "What looms are: looms.ipynb"."""


def _heads_notes(one: Found) -> bool:
    """Whether an entry is a label above notes: "Issues:"."""
    boxed = one.said and one.said.facts.read is not None
    bare = re.fullmatch(r"\s*([^*_\[\]\n]{2,60}?)\s?[:：]\s*", one.text)
    heads = one.nested.notes or (one.nested == Nested() and one.said and one.said.facts == Facts())
    return bool(bare and heads and not (boxed or one.nested.named) and len(bare[1].split()) <= 4)


_ASKED = re.compile(r"\S+(?: \S+){0,2}\?")
_PROGRAM = re.compile(rf"\W*{inline.LINK}.([^{inline.LINK_END}\s]{{2,30}})\s?{inline.LINK_END}\s*is\s")
_REPOSITORY = re.compile(r"https?://github\.com/[^/]+/([^/#?]+)/?$")


def _is_program(said: Line) -> bool:
    """Whether a sentence says what a program is, whose repository is called so: "[LoomFlow](url) is a library"."""
    named = _PROGRAM.match(said.marked.text)
    kept = _REPOSITORY.match(said.links[0].url) if named and said.links else None
    if not named or not kept:
        return False
    called, name = (re.sub(r"[\W_]", "", one).casefold() for one in (kept[1], named[1]))
    return called == name


def _heads_links(one: Found) -> bool:
    """Whether a few words before a colon only name links of which none leads to a paper: "The blog: [link](url)"."""
    if not one.said or one.nested != Nested():
        return False
    head, links, _ = one.said.marked.text.partition(inline.LABEL)
    facts = one.said.facts._replace(tags=(), name=None)
    if not links or facts != Facts() or len(one.said.title.split()) > 5 or inline.plain(head)[-1:] not in (":", "："):
        return False
    return not any(leads_to_paper(link.url) or _OF_PAPER.search(link.label or "") for link in one.said.marked.links)


_OF_PAPER = re.compile(r"paper|pdf|arxiv|doi|html|abs|thesis|book|论文", re.IGNORECASE)


_GLOSSED = re.compile(rf"{inline.BOLD_END}\s?:|:\s?{inline.BOLD_END}\s*\w")
"""The colon behind words in bold, of which the rest of the line says what they are."""


def in_bold(found: Sequence[Found]) -> list[Found]:
    """The entries where titles that are nothing but bold words are sure ones: where a page has many of them."""
    bold = [
        bool(
            one.said
            and one.said.sure == "bold"
            and len(one.said.title.split()) >= 4
            and not one.said.facts.remark
            and not _GLOSSED.search(one.said.marked.text)
        )
        for one in found
    ]
    many = sum(bold) >= 8 and sum(bold) * 2 >= len(found)
    return [
        one._replace(sure=1) if many and each and not one.sure else one for one, each in zip(found, bold, strict=True)
    ]


_POINTER = re.compile(r"[\w+-]+\s?\[\d{1,3}\]")
"""A short name and the number of what is cited elsewhere on the page: "LoomNet[12]"."""


def _no_title(said: Line) -> str | None:
    """Why what stands where a title does is none."""
    title = said.title
    if not said.links and _READ_OF_BOOK.fullmatch(title):
        return "is a part of a book, not a paper"
    if is_ranked(title):
        return PERSON
    thesis = _WORK_BY.fullmatch(title) if said.facts.read is None else None
    remark = _REMARK.fullmatch(title) and not (said.facts.authors or said.facts.venue)
    if remark or _NOTHING.fullmatch(title) or (thesis and likeness(thesis[1]) == 2 and is_sure(thesis[1])):
        return "has no title"
    # "Paris and Vienna 1919" is a title as well.
    whole = f"{title} {said.facts.year}" if re.search(r"et al| & ", title) and families_in(title) else ""
    if any(f" {one} " in f"{title} " or one == whole for one in map(inline.plain, _CITED.findall(said.marked.text))):
        return _NO_NAME
    if ONLY_CALLED.fullmatch(title) and not (said.facts.authors or said.facts.venue):
        return _NO_NAME
    pointer = said.facts.read is None and _POINTER.fullmatch(title)
    if not said.links and (_LABEL.match(title) or pointer):
        return _LABELS
    told = said.sure == "link" or (said.facts.venue and said.facts.year)
    leading = told and any(leads_to_paper(link.url) for link in said.links)
    if (is_about_list(title) or _LISTED.match(title)) and not leading:
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
    return None


_NO_NAME = "cites a paper without its title"
_LISTED = re.compile(r"(?:An? |My )?(?:[\w-]+ ){0,2}[Pp]aper [Ll]ist (?:of|by|for|on) [^:：]+$")
_NOTHING = re.compile(
    r"\W*(?:none|n/?a|tb[ad]|etc(?:[.,\s]+etc){0,9})\W*|#\w+"
    r"|[\d./()-]+|back to (?:the )?(?:contents|index|list|main page|readme|table of contents|top)"
    r"|(?-i:No (?:meeting|paper|reading)s? (?:for|on|this|today|yet)\b).*",
    re.IGNORECASE,
)
_REMARK = re.compile(r"\W*(?:[\w/]+ ){0,2}to come\W*|本(?:论)?文\S.*|[^。]*[，。].*。", re.IGNORECASE)
"""What a list says of itself or of a paper, unless people or a venue tell that it is a title: "Slides to come"."""
_READ_OF_BOOK = re.compile(rf"{PART_OF_BOOK}(?: of .*)?")
_LABEL = re.compile(
    r"(?:abstract|authors?|comments?|contributions?|introduction|keywords?|notes?|summary|takeaways?|tags?|tl;?dr"
    r"|citations? needed)"
    r"(?:\s?[:：]|$)",
    re.IGNORECASE,
)
_WORK_BY = re.compile(
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
    return bool(names) and all(name in KNOWN or _DATED_VENUE.fullmatch(name) for name in names)


_YEARLY = re.compile(rf"(?:{YEAR} )?(?:[Ww]orkshops?|[Cc]onference|[Ss]ymposium|[Aa]ccepted [Pp]apers|[Pp]roceedings)")
_SPELLED = re.compile(
    r"\W*[A-Z][A-Za-z&-]{1,14} \((?:[A-Z][\w/&-]* ){0,4}(?:Conference|Symposium|Workshop)"
    r"(?: (?:on|of|for) [^()]{4,120})?\)\W*"
)
"""A conference and what its name stands for: "LOOM (International Symposium on Looms)"."""
_DATED_VENUE = re.compile(
    rf"(?:[A-Z][A-Za-z]{{1,9}} )?(?:{'|'.join(map(re.escape, KNOWN))})(?: Workshops?)? ?['’]?(?:20)?\d\d"
)


def _is_titled(one: Found) -> bool:
    """Whether a bullet of words alone is a title: most of its words begin with a capital, and it is no sentence; or it
    begins with one in the marks that Chinese has around titles."""
    text = one.text.strip()
    marked = re.match(r"《([^《》]{8,300})》", text)
    return bool(marked and is_cased(marked[1], 2)) or (
        bool(one.section)
        and 3 <= len(text.split()) <= 25
        and not re.search(r"[.,:;!]$|[.!?]\s", text)
        and is_cased(text, 2)
    )


_ELSEWHERE = re.compile(r"^(?:[\w-]+ ){0,2}(?:reading list|papers?|paper list)(?: \([^()]{2,40}\))?\??$", re.IGNORECASE)
_OTHERS = re.compile(r"(?:find|more|other|see)\b.{0,60}\bpapers\b.{0,20}\b(?:at|from|in|on)", re.IGNORECASE)
"""What stands above where others list papers: "See papers on looms from:"."""
_OWNED = re.compile(
    r"[A-Z][\w.-]*(?: (?:and |& )?[A-Z][\w.-]*){0,3}['’]s? (?:[\w-]+ )?"
    r"(?i:(?:home|web) ?(?:page|site)|page|site|blog(?: ?posts?)?|slides|talks?|books|papers|publications"
    r"|documentation|repository|channel)"
    r"|[A-Z][\w.-]*(?: (?:and |& )?[A-Z][\w.-]*){0,3}['’]s? (?:[\w-]+ )?"
    r"(?:page|site|blog ?posts?|slides|talks?|books|papers|publications|documentation) (?:about|on) .*"
    r"|(?:[\w.+-]+ ){1,4}[Oo]fficial (?i:documents?|documentation|docs|(?:web ?)?site|page|repository|blog)"
)
"""What somebody has beyond one paper: "Ada Lovelace's home page", "Acme's loom documentation"."""
_MATERIAL = re.compile(
    r"slides [-–—] .+|notebook [-–—] .+ paper|(?:\S+ ){1,5}(?:blog ?post|(?:colab|jupyter) notebook) (?:about|on) .+"
    r"|(?:\S+ ){0,4}(?!(?:an?|of|the) )\S+ (?:(?-i:blog ?post)|colab notebook)",
    re.IGNORECASE,
)
"""What somebody made of a paper, without a title of its own: "Slides - Looms", "Acme blog post on looms"."""
_GROUPS_PAGE = re.compile(r"(?:[\w&-]+ ){1,8}(?:(?:Reading|Research) Group|Lab)")
