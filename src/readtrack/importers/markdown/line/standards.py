"""An entry that is a citation as a standard or a database has it -> title and facts."""

from __future__ import annotations

import re

from readtrack.importers._conferences import known
from readtrack.importers._people import is_common, is_sure
from readtrack.importers._venues import venue_and_year
from readtrack.importers.markdown.line.ends import behind_title, title_end
from readtrack.importers.markdown.markup.inline import BOLD, BOLD_END, LABEL, LINK, LINK_END, plain
from readtrack.importers.markdown.said.facts import facts_of
from readtrack.importers.markdown.said.groups import Facts, credits_of
from readtrack.importers.markdown.said.people import are_before_title, group_in, initialled_in, people_alone, people_in
from readtrack.importers.markdown.said.place import KNOWN, YEAR, venue_of
from readtrack.importers.markdown.said.writers import authors_before
from readtrack.model import Author

_DBLP = re.compile(
    rf"\s(?:({YEAR})(?:: [\d:-]+)?|\d{{1,4}}(?:\([^()\s]{{1,9}}\))?(?:: [\w:.-]+)? \(({YEAR})\)"
    rf"|abs/\S+ \(({YEAR})\))\s*$"
)
_DBLP_PAGES = re.compile(r"(?<=[\w)\]\"”])([.?!])\s(?:\d{1,3}:)?\d{1,5}-(?:\d{1,3}:)?\d{1,5}\s*$")
"""What ends a line on the page of a conference there, whose name and year stand above it: ". 64-73"."""
_DBLP_VENUE = re.compile(
    r"(?:[A-Z][\w&+@/'’-]*\.?|of|on|the|for|and|in|&)(?: (?:[A-Z(][\w&+@/)'’-]*\.?|of|on|the|for|and|in|&)){0,9}"
)
_DBLP_STOP = re.compile(r"(?<=[\w)\]\"”])(?<!\bvs)[.?!](?:\s+|(?<=\w[\w)][.?!]))(?=[A-Z])")


def dblp(text: str) -> tuple[str, Facts, str] | None:
    """``Ada B, Carl D:Title. Venue 8(1): 1-17 (2019)``, ``Ada B, Carl D: Title. 1-17``, as https://dblp.org has it."""
    head, sign, labels = text.partition(LABEL)
    asked = len(head) <= 3000 and LINK not in head
    numbers = _DBLP.search(head) if asked else None
    pages = _DBLP_PAGES.search(head) if asked else None
    colon = re.match(r"([^:]{5,1500}):\s?(?=\S)", head)
    told = colon and (numbers or pages) and not are_before_title(colon[1])
    people = people_alone(colon[1]) if colon and told else ()
    people = people if all(" " in one.name for one in people) else ()
    start = colon.end() if colon and people else 0
    if pages and people:
        title = head[start : pages.end(1) - (pages[1] == ".")]
        return title, Facts(authors=people).over(facts_of(sign + labels, True)), "quoted"
    said = head[start : numbers.start()] if numbers else ""
    for stop in _DBLP_STOP.finditer(said):
        venue, parted = said[stop.end() :], stop[0][-1:].isspace()
        if not numbers or not (people or not parted) or not _DBLP_VENUE.fullmatch(venue):
            continue
        if place := venue_of(f"{venue} {numbers[1] or numbers[2] or numbers[3]}", surely=parted):
            title = said[: stop.start() + (said[stop.start()] in "?!")]
            return title, Facts(place[0], place[1], people).over(facts_of(sign + labels, True)), "quoted"
    return None


_SHORT = r"[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)? [A-Z]{1,3}(?: [A-Z]){0,2}"
_NLM = re.compile(rf"({_SHORT}(?:, {_SHORT}){{0,40}}(?:,? et al|, others\s?)?)\.\s+(?=[^\W_])")
_NLM_PLACE = re.compile(
    rf"\s*([A-Z][^.;:{LABEL}{LINK}]{{1,80}})\.\s+(?:Published online (?:[A-Z][a-z]{{2,8}} \d{{1,2}}, )?)?({YEAR})\b"
    r"[^.;:]{0,12}(?:[;:][^\s.]{1,30})?\.?"
)


def nlm(text: str) -> tuple[str, Facts, str] | None:
    """``Lovelace A, Turing AM. The title of it. Nature. 2010;12(3):12-20.``, as medicine cites; or ``Turing A M``.

    https://www.ncbi.nlm.nih.gov/books/NBK7256/
    """
    found = _NLM.match(text)
    told = people_in(found[1]) if found else ()
    people = told or (authors_before(found[1]) if found else ())
    if not found or all(is_common(one.name.split(" ")[0]) for one in people):
        return None  # "Vitamin A, Vitamin D"
    known = len(told) > 1 or bool(told and ("et al" in found[1] or is_sure(told[0].name)))
    rest = text[found.end() :]
    line = re.split(rf"[\n{LABEL}]", rest, maxsplit=1)[0]
    end = title_end(line)
    place = _NLM_PLACE.match(rest, end)
    # One who is not known is named where it is said where and when the paper appeared, too, and no name stands behind:
    # "Ada G. Lovelace" begins so.
    behind = behind_title(rest[end:]) if not place or not known else Facts()
    known = known or bool(behind.venue and behind.year and re.search(r"\s[a-z]{4,}", line[:end]))
    if len(line[:end].split()) < 3 or not known or not (place or end < len(line)):
        return None
    if not place:
        return line[:end], Facts(authors=people).over(behind), "quoted"
    venue = venue_of(place[1], surely=True)
    said = Facts(venue[0] if venue else place[1], int(place[2]), people)
    return line[:end], said.over(facts_of(rest[place.end() :], True)), "quoted"


_SUMMARY_NAME = (
    r"(?:[a-z]{2,3} ){0,2}[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)? [A-Z]{1,3}(?:-[A-Z])?"
    r"(?: (?:Jr|Sr|2nd|3rd|\dth|I{2,3}))?"
)
_SUMMARY_NAMES = re.compile(rf"{_SUMMARY_NAME}(?:, {_SUMMARY_NAME}){{0,99}}")
_SUMMARY_PLACE = re.compile(
    rf"(?P<name>[A-Z][^;:\n{LABEL}{LINK}]{{1,80}}?)\.\s+(?P<year>{YEAR})(?:[ -][A-Z][a-z]{{2}}){{0,2}}(?: \d{{1,2}})?"
    rf"(?:;\s?[\w. -]{{0,20}}(?:\([^()\n]{{1,40}}\))?:\s?\w[^\n]{{0,300}}|\.\s+(?:doi\b|{LABEL}|\[Epub)[^\n]{{0,300}})"
)
"""Where PubMed says that a paper was printed: "J Looms. 1981 Mar 25;147(1):195-7. Epub 1981 Jan 2."."""
_RANGE = re.compile(r"(?<=\d)\s([–-])\s(?=\d)")
_LINK_ALONE = re.compile(rf"\W*{LINK}.[^{LINK_END}]*{LINK_END}\W*")


def summary(text: str) -> tuple[str, Facts, str] | None:
    """A journal and its numbers, the title, who wrote it: a line each, as PubMed has them above an abstract.

    https://pubmed.ncbi.nlm.nih.gov/help/#display-format
    """
    first, _, below = text.partition("\n")
    place = _SUMMARY_PLACE.fullmatch(first.strip()) if below else None
    printed = place or (_NATURE_PLACE.fullmatch(_RANGE.sub(r"\1", first)) if below else None)
    if not printed:
        return None
    lines = [line.strip() for line in below.split("\n") if line.strip()]
    names = [_in_summary(line) for line in lines[:4]]
    at = next((number for number, people in enumerate(names) if people and number), 1 if place else 0)
    if not at or not lines or LINK in (title := "\n".join(lines[:at])):
        return None
    venue = venue_and_year(place["name"] + "." * (". " in place["name"]))[0] if place else _printed_in(printed)
    people = names[at] if at < len(names) else ()
    rest = (line for line in lines[at + bool(people) :] if not _LINK_ALONE.fullmatch(line))
    said = Facts(venue, int(printed["year"]), people)
    return title, said.over(facts_of("\n".join(rest), True)), "quoted"


def _in_summary(line: str) -> tuple[Author, ...]:
    """Who is named in a line of a summary that says nothing else."""
    line = line.rstrip(".")
    if _SUMMARY_NAMES.fullmatch(line):
        names = line.split(", ")
        return () if all(is_common(name.split(" ")[0]) for name in names) else tuple(map(Author, names))
    people = people_in(line) or group_in(line)
    return people if all(" " in one.name for one in people) else ()


_SPACED = r"[A-ZÀ-Þ][\w'’-]+(?: [A-Z]){1,3}"
_GB = re.compile(
    rf"(?:({_SPACED}(?:, {_SPACED}){{0,40}}(?:[,.]? et al)?|[^.\[\]{LABEL}{LINK}]{{5,500}})\.\s+)?"
    rf"([^\[\]{LABEL}{LINK}]{{8,400}}?)\s?\[(?:[CDJMRSZ]|EB)(?:/OL)?\](?:(?P<where>//|\.)|\s*(?:$|[\n{LABEL}]))"
)


def gb(text: str) -> tuple[str, Facts, str] | None:
    """``Lovelace A, Turing A M. The title of it[J]. Nature, 2015.``, as China cites: GB/T 7714."""
    found = _GB.match(text)
    said = facts_of(text[found.end() :], True) if found else Facts()
    if not found or len(found[2].split()) < 3 or not (found[1] or (found["where"] and (said.venue or said.year))):
        return None
    people = people_in(found[1]) or people_alone(found[1]) if found[1] else ()
    if found[1] and not people:
        return None
    return found[2], Facts(authors=people).over(said), "quoted"


_TITLE_LINKED = re.compile(rf"[^{LABEL}{LINK}\n]{{3,2000}}\.\s({LINK}.([^{LINK_END}]{{8,400}}){LINK_END})(?=\s?[\[.])")


def linked_title(text: str) -> tuple[str, Facts, str] | None:
    """A citation as China or medicine has it, whose title is a link: "Lovelace A. [The title](url)[J]. Nature"."""
    found = _TITLE_LINKED.match(text)
    bare = f"{text[: found.start(1)]}{found[2]}{text[found.end(1) :]}" if found else ""
    said = (gb(bare) or nlm(bare)) if bare else None
    return (said[0], said[1], "link") if said and found and said[0].rstrip(". ") == found[2].rstrip(". ") else None


_HAN = r"[\u4e00-\u9fff]"
_HAN_CITED = re.compile(
    rf"({_HAN}{{2,5}}(?:[,，、]\s?{_HAN}{{2,5}}){{0,40}})[.．]\s*([^.．。\[\]\n{LABEL}{LINK}]{{4,200}})[.．。]\s*"
    rf"({_HAN}[\u4e00-\u9fff:：()（） ]{{1,30}})[,，]\s*([\d\s,，:：()（）–—-]{{4,60}})[.．。]?\s*(?={LABEL}|$)"
)


def han(text: str) -> tuple[str, Facts, str] | None:
    """``张三, 李四. The title of it. 计算机学报, 34(10): 17-35, 2011.``, as China cites without GB/T 7714's letters."""
    found = _HAN_CITED.match(text)
    dated = re.search(rf"(?:^|[,，(（]\s?)({YEAR})(?:$|[,，)）])", found[4].strip()) if found else None
    if not found or not dated:
        return None
    people = tuple(map(Author, re.split(r"[,，、]\s?", re.sub(r"[,，]?等$", "", found[1]))))
    return found[2], Facts(found[3].strip(), int(dated[1]), people).over(facts_of(text[found.end() :], True)), "quoted"


_HAN_PLACE = re.compile(
    r"[\s，,、]*(?:(?:已|被)?(?:(?:发表?|收录|投稿|投|中)[在了于]?|来自|出自))?\s*"
    rf"([A-Z][\w&'’-]{{1,20}}?(?: [A-Z][\w&-]{{1,20}}?){{0,2}})\s?({YEAR})\s?年?"
    r"(?:会议)?(?:上?发表|录用|收录|接收|接受)?上?的?(?:[一1]篇)?(?:文章|论文|工作|paper)?[\s。.]*(?=\n|$)",
)
"""Where a paper appeared, as Chinese says it behind the title: "，发表于KDD 2024", "，SIGIR2024的文章"."""


def behind_han(after: str) -> Facts:
    """What stands behind a title in the marks that Chinese has around those."""
    found = _HAN_PLACE.match(after)
    place = venue_of(f"{found[1]} {found[2]}") if found else None
    if found and place and place[1]:
        who = "" if place[0] else found[1]
        return Facts(*place, remark=f"{who}{after[found.end() :]}".strip())
    return facts_of(re.sub(r"^\s*[，、]\s*", "", after))


_NATURE_PLACE = re.compile(
    r"\s*(?P<name>(?:\w{1,20} )?[Pp]reprint[^()]{0,80}|(?:[Ii]n\s+)?[a-z]{0,2}[A-Z][^()]{1,250}?)?,?"
    r"(?:\s\([Ee]ds?\.? [^()]{2,200}\))?(?:,? Vol\.)?"
    r"(?P<numbers>\s\d[\w–-]*,?(?:\s[\w–-]{0,9}\d[\w–-]*,?)?)?"
    rf"\s?\((?:(?P<by>[A-Z][^()\d]{{1,80}}?),? )?(?P<year>{YEAR})\)[\s.]*"
)
"""Where a paper was printed: "Nature 577, 706–710 (2020)", "in Looms (eds Turing, A.) 12–24 (Springer, 2020)"."""
_ACS_PLACE = re.compile(
    rf"\s*(?P<name>[A-Z][^()\d;]{{1,250}}?),?\s(?P<year>{YEAR})"
    r"(?P<numbers>[,;]\s?\d{1,5}(?:\s?\([^()\s]{1,9}\))?(?:[,:]\s?[\w–-]{1,20})?)[\s.]*"
)
"""Where chemistry has a paper: "J. Am. Loom Soc. 2020, 142, 1234–1240"."""
_PREPRINT = re.compile(r"(?:\w{1,20} )?[Pp]reprint.*")
_NATURE_STOP = re.compile(
    r"(?<=\w[\w)])(?:\.|[?!]\.?)(?=\s)|(?<=[a-z]{3})\.(?=[A-Z]\.\s)"
    rf"|(?<=\w)(?=\s\([A-Z][^()\d]{{1,80}},? {YEAR}\)[\s.]*$)"
)
_SMALL = re.compile(r"(?<![\w'’.-])(?!(?:of|on|the|and|for|in|de|la|der|und|at|part|with|npj)\b)[a-z](?![a-z]?[A-Z])")
"""A word that stands in titles, but in no name of a journal."""


def nature(text: str) -> tuple[str, Facts, str] | None:
    """``Lovelace, A. & Turing, A. M. The title of it. Nature 577, 706–710 (2020).``, as Nature and the ACS cite.

    Its title is "" where there is none: "Lovelace, A. et al. Nat. Looms 16, 2–9 (2017)".

    https://www.nature.com/nature/for-authors/formatting-guide, https://pubs.acs.org/doi/full/10.1021/acsguide.40303
    """
    head = text.partition("\n")[0]
    bare = plain(re.sub(rf"[\[(]*{LABEL}.[\])]*", "", head))
    people, at = _first_in(bare)
    if not people or LINK in head or not re.match(rf"(?!{YEAR}\b|[A-Z]\. ?[A-Z])\w", bare[at:]):
        return None
    for stop in list(_NATURE_STOP.finditer(bare, at))[:6]:
        title = bare[at : stop.end()]
        place = _NATURE_PLACE.fullmatch(bare, stop.end()) or _ACS_PLACE.fullmatch(bare, stop.end())
        if place and (venue := _printed_in(place)) is not None:
            if _may_be_name(title, place["name"] or ""):
                return "", Facts(), ""
            said = Facts(venue or None, int(place["year"]), people)
            return title, said.over(facts_of(text[len(head) :], True)), "quoted"
    whole = _NATURE_PLACE.fullmatch(bare, at)
    return ("", Facts(), "") if whole and whole["numbers"] and _printed_in(whole) else None


def _first_in(text: str) -> tuple[tuple[Author, ...], int]:
    """The people or the group that a citation begins with, and where its title begins."""
    people, at = initialled_in(text)
    others = re.match(r"et al\.\s+", text[at:]) if people else None
    group = re.match(r"(\w[^.,:;]{4,80})\.\s+(?=\w)", text) if not people else None
    if group and (named := group_in(group[1])):
        return named, group.end()
    return people, at + (others.end() if others else 0)


def _may_be_name(title: str, name: str) -> bool:
    """Whether ``title`` may be how the ``name`` of a journal begins, in a citation that has no title: "Nat. Looms"."""
    words, name = title.rstrip(".").split(), _PREPRINT.sub("", name)
    return "." in name if len(words) == 2 else len(words) == 1 and ("." in name or len(words[0]) < 5)


def _printed_in(place: re.Match[str]) -> str | None:
    """The venue in the ``place`` that ends a citation, "" where it names none; None where it is more than a place."""
    by = place.groupdict().get("by") or ""
    if place["numbers"] and not place["name"]:
        return None
    if not place["name"] or _PREPRINT.match(place["name"]):
        return known(by) or (by if by in KNOWN else "")
    name = re.sub(r"^[Ii]n\s+", "", place["name"])
    if place["numbers"]:
        return None if _SMALL.search(name) else venue_and_year(name)[0]
    told = venue_of(f"{name}, {place['year']}", surely=name != place["name"])
    return told[0] if told else None


_WITHIN = re.compile(
    rf"[^{BOLD}{LINK}{LABEL}]{{3,300}}?[\s:：]{BOLD}([^{BOLD_END}]{{8,}}){BOLD_END}\s*[(]([^()]*{YEAR})[)]"
)


def within(text: str) -> tuple[str, Facts, str] | None:
    """``The paper that began it: **Title** (Lovelace, 1843). What it says.``"""
    found = _WITHIN.match(text)
    if not found or len(plain(found[1]).split()) < 3:
        return None
    before, after = text[: found.start(1) - 1].rstrip(" :："), text[found.end() :]
    said = credits_of(found[2]) or Facts(year=int(found[2][-4:]))
    return found[1], said._replace(remark="\n".join(filter(None, (before, after.strip(" .,"))))), "bold"
