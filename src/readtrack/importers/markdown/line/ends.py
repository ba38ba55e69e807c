"""Where the title in a line of a reading list ends: what follows says when, where and by whom, or is prose."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readtrack.importers._conferences import known
from readtrack.importers._organisations import is_organisation, is_school
from readtrack.importers._organisations import is_place as is_town
from readtrack.importers._people import is_common, is_sure, likeness
from readtrack.importers._venues import full_year
from readtrack.importers.markdown.line.blanks import apart_at
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.markup.inline import CODE, EM, LABEL, LINK, LINK_END
from readtrack.importers.markdown.said.facts import facts_of
from readtrack.importers.markdown.said.groups import Facts, credits_of, take_signs
from readtrack.importers.markdown.said.people import in_italics, people_in
from readtrack.importers.markdown.said.place import KNOWN, STOP, YEAR, first_of, is_place, named_year, venue_of
from readtrack.importers.markdown.said.preprints import PREPRINTS
from readtrack.importers.markdown.said.printed import in_book, in_journal, in_turned
from readtrack.importers.markdown.said.titles import CJK
from readtrack.importers.markdown.said.writers import without_families
from readtrack.model import Author

_ASIDE = re.compile(
    r"\s*[(（]\s*(?!(?i:with (?:a )?discussion)\b|or [A-Z])"
    r"(?:(?:from|by|at|see|also|using|with|not?|and|or|but|this|it|an?|the|very|only|for)\b[^()（）]{2,150}"
    r"|[a-z][^()（）\s,]*(?:[\s,]+[^()（）\s,]+){2,20}[\s,]*|[\"“][^()（）]{8,200}"
    r"|\d(?:st|nd|rd|th)? (?:pass(?:es)?|reads?|readings?)"
    r"|(?i:google it|(?:google|semantic) scholar|microsoft academic))[)）]"
)


def aside_in(head: str) -> int:
    """Where words in brackets begin that say something of the title before: "(from Acme) (a first try)"; 0: nowhere.

    They stand at its end, or before brackets in which it is said where it appeared.
    """
    for found in _ASIDE.finditer(head):
        rest = re.sub(_ASIDE, "", head[found.end() :])
        rest = re.sub(r"[(（]([^()（）]{4,60})[)）]", lambda one: "" if venue_of(one[0]) else one[0], rest)
        if not rest.strip(" \n.,;") and len(head[: found.start()].split()) >= 2:
            return found.start()
    return 0


def ends_dated(title: str, who: Sequence[Author] = ()) -> tuple[str, Facts]:
    """A title without the "(OSDI 2020)" at its end; ``who``: those who are known to have written it."""
    if len(title) > 3000:
        return title, Facts()
    if (signs := _SIGNS.search(title)) and not _UNENDED.search(title[: signs.start()]):
        before, inside = ends_dated(title[: signs.start()], who)
        return before, take_signs(signs[0])[1].over(inside)
    if dashed := _dashed(title):
        return dashed
    if (named := _NAMED.search(title)) and len(title[: named.start()].split()) >= 3 and not known(named[1]):
        return title[: named.start()], Facts(name=named[1])
    if (nick := _NICK.search(title)) and len((before := title[: nick.start()]).split()) >= 3:
        if venue := _alone(nick[1], before):
            return before, Facts(venue)
        if not (venue_of(nick[1]) or is_organisation(nick[1].lower()) or is_school(nick[1])):
            return before, Facts(name=nick[1])
    found = re.search(r"[(（\[]([^()（）\[\]]{4,150})[)）\]][\s.]*$", title)
    alone = re.search(r"[(（]([A-Za-z&]{2,20})[)）][\s.]*$", title)
    if alone and (before := title[: alone.start()].rstrip()) and (venue := _alone(alone[1], before)):
        return before, Facts(venue)
    if (thesis := _THESIS.search(title)) and len(title[: thesis.start()].split()) >= 2:
        return title[: thesis.start()].rstrip(), Facts(venue=thesis[1])
    key = _KEY.search(title)
    if (
        key
        and not (known(key[1]) or is_common(key[1]))
        and (is_sure(key[1]) or any(one.name.endswith(f" {key[1]}") for one in who))
    ):
        return title[: key.start()], Facts(year=full_year(key[2], surely=True))
    found = found or re.search(rf"\s((?:{'|'.join(KNOWN)})(?:\s?['’]\s?\d\d|20\d\d))\s*$", title)
    place = (venue_of(found[1]) or named_year(inline.plain(found[1]))) if found else None
    before = title[: found.start()].rstrip() if found else ""
    if found and before and place and place[1]:
        before, people = without_families(before)
        return before, Facts(*place, people)
    if found and before and (credited := credits_of(found[1])):
        return before, credited
    if told := _told(title) or _written_by(title):
        return told
    if (day := _DAY_AT_END.search(title)) and len(title[: day.start()].split()) >= 2:
        return title[: day.start()], Facts(year=int(day[1]))
    dated = _YEAR_AT_END.search(title)
    if dated and len(title[: dated.start()].split()) >= 3 and not _EVENT.search(title[: dated.start()]):
        return title[: dated.start()], Facts(year=int(dated[1]))
    return title, Facts()


_SIGNS = re.compile(
    r"(?<=\w\w[\w?!.)\]])(?:\s{0,3}(?:[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\ufe0f]|:[a-z][a-z0-9_]{2,30}:)){1,9}\s*$"
)
"""Ticks, stars and pictures inside of a link, behind the title: "[Notes on Looms ⭐](url)"."""
_NAMED = re.compile(r"(?<=\w[.?!])\s+\(([A-Z][\w+-]*[A-Z\d][\w+-]*)\)$")
"""What a paper is called for short, behind the full stop of its title: "Notes on Looms. (LN-1)"."""
_NICK = re.compile(
    r"\s+[(\[](?:[Tt]he )?(?!(?:WI?P|PhD|SoK|RFC|PDF) )"
    r"([A-Z][\w+-]*[A-Z\d][\w+-]*) (?:[Pp]aper|论文|論文|논문)[)\]][\s.]*$"
)
"""What a paper is called for short, as that: "Notes on Looms (LoomNet paper)", but not "(IBM paper)"."""
_THESIS = re.compile(r"[(\[]((?:[\w.'’]{2,10} )?(?:[Tt]hesis|[Dd]issertation))[)\]][\s.]*$")
_KEY = re.compile(r"(?<=\w)\s[(\[]([A-Z][a-z]{3,15})(\d\d)[a-z]?[)\]][\s.]*$")
"""The key of a citation behind its title: "Notes on Looms (Lovelace95)"; systems are called so, too: "Fortran77"."""
_DASHED = re.compile(rf"\s[-–—]\s([A-Za-z][A-Za-z&+/ ]{{1,40}}?)(\s[-–—])?\s?({YEAR})\)?$")


_NAME_FIRST = re.compile(
    r"(?:(?P<one>\S{2,20})\s[–—-]\s(?=\S+ \S+ )|(?P<again>\S{2,20}(?: \S{2,20})?)\s[–—-]\s(?=(?:\S+ ){0,3}(?P=again) ))"
)
"""A short name before a title; one of two words, or before two, where those say it again."""


def _dashed(title: str) -> tuple[str, Facts] | None:
    """A title without the " - CVPR - 2018" at its end, and without a short name before it that is set apart so, too.

    Where no dash stands before the year, it is a venue that is known: "Notes on Looms - ICLR 2019)".
    """
    found = _DASHED.search(title) if title.count("(") <= title.count(")") - title.endswith(")") else None
    place = venue_of(f"{found[1]} {found[3]}", surely=True) if found else None
    if not found or not place or not found.start() or not (found[2] or _names_known(found[1], place[0] or "")):
        return None
    if not found[2]:
        return title[: found.start()], Facts(*place)
    named = _NAME_FIRST.match(title[: found.start()])
    tags = (named["one"] or named["again"],) if named else ()
    return title[named.end() if named else 0 : found.start()], Facts(*place, tags=tags)


def _names_known(said: str, venue: str) -> bool:
    """Whether words are a ``venue`` that is known, perhaps with who holds it: "USENIX OSDI"."""
    return bool(known(said) or known(venue)) or said in KNOWN


def _alone(said: str, before: str) -> str | None:
    """A venue in brackets behind a title, without its year: "(WSDM)"; not what is short for the words before it."""
    name = (
        "arXiv"
        if said.lower() == "arxiv"
        else known(said) or (said if said in KNOWN and said.lower() != said else None)
    )
    if not name or not re.fullmatch(r"[A-Za-z&]*[A-Z][A-Za-z&]*", said):
        return None
    return None if _is_short_for(said, before) else name


def _is_short_for(said: str, before: str) -> bool:
    """Whether ``said`` is made of the initials of the words that ``before`` ends in."""
    initials = "".join(re.findall(r"\b[A-Za-z]", inline.plain(before).replace("-", " "))).upper()
    own = "".join(re.findall(r"\b[A-Z]", inline.plain(before)))
    return initials.endswith(said.upper()) or own.endswith(said.upper())


_DAY_AT_END = re.compile(
    rf"(?<!from)(?<!since)(?<!until)\s({YEAR})[-/.](?:0[1-9]|1[0-2])(?:[-/.](?:[0-2]\d|3[01]))?\s*$"
)
_YEAR_AT_END = re.compile(
    r"(?<=[a-z]{3})(?<!\bfor)(?<!\band)(?<!\bsince)(?<!\bfrom)(?<!\bthe)(?<!\buntil)(?<!track)(?<!task)(?<!hallenge)"
    r"(?<!onference)(?<!ersion)(?<!dows)(?<!tandard)\.?\s((?:19\d|20[0-3])\d)\s*$"
)
"""A year that is no word of the title: "An APL Machine 1970"."""
_EVENT = re.compile(r"\s(?:at (?:the )?(?:[A-Z]\S* ){0,3}[A-Z]\S*|[A-Z]\w*[a-z][A-Z]\w*)$")
"""What a year behind it belongs to, as it is held each year: "A Pilot Task at Loomling 2015", "on MediaLoom 2015"."""


_TAIL = re.compile(
    rf"\s*(?:[(（\[【|,;@\n{CODE}{EM}]|(?<!\bv)(?<!\bvs){STOP}(?=\s)|(?<=\w[?!])(?=\s[A-Z])|\s(?:[–—-]|--)\s|\s(?=by\s|[Ii]n\s+{EM}))"
)
_GLUED = re.compile(
    r"(?<=[a-z])(?<!\b[Aa]t)(?<!\b[Ii]n)(?<!\b[Oo]f)(?<!\b[Oo]n)(?<!\b[Tt]o)(?<!\b[Aa]nd)(?<!\b[Ff]or)(?<!\b[Tt]he)"
    r"(?<!\b[Ff]rom)\s"
    rf"(?:{'|'.join(map(re.escape, KNOWN))})\s?['’]?(?:20)?\d\d\s*$"
)
"""A venue and its year right behind a title: "Notes on Weaving Cards with Wide Looms ICLR 2022"."""


_ACRONYM = rf"[A-Z][A-Za-z]*[A-Z][A-Za-z]*(?:\s{YEAR}|\s?['’]\s?\d\d)\s*$"
_GLUED_LAST = rf"(?<=[a-z]),(?=(?:{'|'.join(map(re.escape, KNOWN))})\s?{YEAR}\s*$)"
_BEHIND = re.compile(rf",\s|，|\s\|\s|\.\s(?={_ACRONYM})|{_GLUED_LAST}")
_ACRONYM_LAST = re.compile(rf",\s{_ACRONYM}")
"""A venue that nothing tells but its capitals and its year, behind the last comma: "Notes on Looms, LTO 2019"."""
_SPAN = re.compile(rf",\s{YEAR}[-–](?:3[2-9]|[4-9]\d)[\s.]*")
"""The years that a title is about, behind its last comma: "Notes on the Weaving Cartel, 1934-74"."""


def _told(title: str) -> tuple[str, Facts] | None:
    """A title without the ", SIGMOD 1979", ", Ada Lovelace, 1843" or " | OSDI" at its end."""
    for cut in [found for found in _BEHIND.finditer(title) if found.start()][:15]:
        if title.count("(", 0, cut.start()) > title.count(")", 0, cut.start()) or _SPAN.fullmatch(title, cut.start()):
            continue
        told = facts_of(title[cut.start() :])
        if told.remark or not (told.year or (told.venue and "|" in cut[0])):
            continue
        sure = not told.venue or venue_of(told.venue) or _ACRONYM_LAST.fullmatch(title, cut.start())
        before = title[: cut.start()].rstrip()
        if sure and len(before.split()) >= 2:
            return (before, told) if told.authors else _by(before, told)
    return None


_AT_END = re.compile(r"\s(?:[-–—]\s?(by\s+)?|(by\s+))(?=[A-Z])")


def _written_by(title: str) -> tuple[str, Facts] | None:
    """A title without the " - by Ada Lovelace" or " -Ada Lovelace & Alan Turing" at its end."""
    for found in list(_AT_END.finditer(title))[-3:]:
        names = inline.plain(title[found.end() :])
        people = people_in(names)
        if not people and (found[1] or found[2]) and likeness(names) == 2 and 2 <= len(names.split()) <= 4:
            people = (Author(names),) if found[1] or is_sure(names) else ()
        if (len(people) > 1 or ((found[1] or found[2]) and people)) and len(title[: found.start()].split()) >= 2:
            return title[: found.start()], Facts(authors=people)
    return None


def _by(title: str, told: Facts) -> tuple[str, Facts]:
    """A title without ", Ada Lovelace, Charles Babbage", behind which the year stood."""
    *before, last = title.split(", ")
    people: list[Author] = []
    while before and " " in last and likeness(last) == 2 and not is_place(last):
        people.insert(0, Author(last))
        *before, last = before
    return ", ".join((*before, last)), told._replace(authors=tuple(people))


def tail(head: str, authors_known: bool) -> int:
    """Where in ``head`` its title ends because only a venue, a year, authors or a workplace follow; 0: nowhere."""
    cuts = [found.start() for found in _TAIL.finditer(head) if found.start() > 2] if len(head) <= 3000 else []
    if not authors_known and cuts and (end := in_italics(head)[1]):
        return end
    # Behind many authors, "Lovelace, A., Turing, A.", the full stop of the title stands before the last commas.
    for cut in [*[one for one in cuts[:-15] if head[one] == "."][:5], *cuts[-15:]]:
        tail = head[cut:]
        if (head.count("(", 0, cut) > head.count(")", 0, cut) and ")" in tail) or _SPAN.fullmatch(tail):
            continue
        if re.match(r"\s*[(（\[【]", tail):
            inner = re.fullmatch(r"\s*[(（\[【]([^()（）\[\]【】]*)[)）\]】]?[\s.,:*]*", tail)
            where = inner and (is_place(inner[1]) or (is_school(inner[1]) and not _is_short_for(inner[1], head[:cut])))
            if inner and (where or venue_of(inner[1]) or credits_of(inner[1])):
                return cut
        if re.match(r"\s[A-Z]", tail) and head[cut - 1] in "?!" and not all(venue_of(tail) or (None,)):
            continue  # a question may go on
        facts = facts_of(tail, authors_known)
        if facts.authors and facts.year and re.match(r"[\s,.(|–—-]*[^.,]{2,60},? et\.? al\b", tail):
            return cut  # whatever is said behind them
        if facts.venue and facts.year and is_place(facts.remark) and len(facts.remark.split()) <= 3:
            return cut
        if facts.remark or not (facts.venue or facts.year or facts.authors or facts.tags):
            continue
        if not facts.venue and re.match(r",\s\d{1,3}\b", tail):
            break  # the journal whose numbers these are stands before them
        if facts.venue or facts.year or facts.tags:
            return cut
        if head[cut] == "\n" and (len(facts.authors) > 1 or any(one.affiliations for one in facts.authors)):
            return cut
        if ";" in tail and len(facts.authors) > 1 and all(one.affiliations for one in facts.authors):
            return cut
        if len(facts.authors) == 1 and not re.search(r"et al|\b[A-Z]\.", tail):
            # "... by Contrastive Learning" is a title's end more often than one person's name.
            continue
        if facts.authors and re.match(r"\s*by\s(?<!ed by\s)|[\s,.|–—-]*(?:[A-Z]\.|.*\bet al)", tail):
            return cut
    glued = _GLUED.search(head[-40:])
    at = len(head[:-40]) + glued.start() if glued else 0
    return at if len(head[:at].split()) >= 6 else 0


def sentence_end(head: str) -> int:
    """Where a title ends because a sentence about it follows; 0: nowhere."""
    if (apart := apart_at(head)) and not _UNENDED.search(head[:apart]):
        return apart
    found = re.search(rf"\w(?<!\b[A-Z])(?<!\bSt)(?<!\b[Vv]s)(?:\.\s+)(?=[A-Z{EM}]\S*(?:\s+\S+){{4}}|{EM})", head)
    return found.start() + 1 if found and len(head[: found.start()].split()) >= 2 else 0


_UNFILLED = re.compile(
    r",\s(?:pub(?:lished)?|year)[:.]?\s*$|(?:,\s\((?:code|paper|pdf|slides?|video)\)){1,9}\s*$", re.IGNORECASE
)
_UNLINKED = re.compile(r"(?<=\S)(?:\s|(?<=[\].,]))\s?\[([^\[\]\s]{2,20})\][\s.,;|]*$")
"""A word in brackets at the end of a line."""


def without_unfilled(head: str) -> str:
    """A title without what its reader had yet to fill in behind it: names of links that are none, too."""
    while (found := _UNLINKED.search(head)) and inline.names_links(found[1]):
        head = head[: found.start()].rstrip(" ,;|")
    return _UNFILLED.sub("", head)


_UNENDED = re.compile(r"(?:\s(?:of|the|an?|in|on|for|and|or|by|with|to|from|via)|[:：,&–—-])\s*$")


_GLOSSED = re.compile(rf"([^\n{CJK}]{{10,300}})\n\s*(?=[{CJK}]|[^\n{CJK}]{{1,20}}[{CJK}]{{2}})")
"""A title in Latin letters, and the next line that says the same, or more of it, in others."""


def line_end(head: str) -> int:
    """Where a title ends because its line is broken with a mark, and what follows begins anew; 0: nowhere."""
    if (glossed := _GLOSSED.match(head)) and len(glossed[1].split()) >= 3 and not _UNENDED.search(glossed[1]):
        return glossed.end(1)
    line, broken, rest = head.partition("\n\n")
    goes_on = not broken or _UNENDED.search(line) or re.match(r"\s*[^\W\dA-Z]|[\s\W]*$", rest)
    return len(line) if not goes_on and len(line.split()) >= 3 else 0


_STOPS = re.compile(rf"(?:(?<=\w[\w)])(?<!\bvs)|(?<=n['’]t)|(?<=\b[Pp]art \w))(?:\.|[?!]\.?|[.?!][\"”])(?=\s|$|{EM})")


def title_end(text: str) -> int:
    """Where the title of a citation ends: a question may go on, unless it is followed by where it appeared."""
    stops = [one for one in _STOPS.finditer(text[:500]) if not _in_brackets(text, one.start())]
    for stop in stops[:4]:
        behind = re.split(r"\.\s", text[stop.end() :], maxsplit=1)[0]
        if stop[0].endswith(".") or not behind.strip() or re.match(rf"\s*(?:{EM}|In\b)", behind) or venue_of(behind):
            return stop.end()
        if is_organisation(behind.strip()) and (len(behind.split()) <= 2 or is_school(behind.strip())):
            return stop.end()  # where those who ask work
    return len(text)


def _in_brackets(text: str, at: int) -> bool:
    """Whether a place in ``text`` is inside brackets that are closed behind it: "(Vol. 2)"."""
    return text.count("(", 0, at) > text.count(")", 0, at) and ")" in text[at:]


_PLACED = re.compile(
    rf"[\s.,]*([A-Z][^:\d\n{inline.LABEL}{inline.LINK}{EM}]{{1,40}}): ([A-Z][^:\d\n{inline.LABEL}]{{2,60}})"
)


def _publisher(after: str) -> str | None:
    """Who published a book, behind the town where: "Reading, MA: Addison-Wesley."."""
    found = _PLACED.fullmatch(re.sub(rf"[\s.,]*{inline.LABEL}.", "", after).rstrip())
    town = found and any(map(is_town, re.split(r"[,;] ", found[1])))
    place = venue_of(found[2], surely=True) if found and town else None
    return place[0] if place else None


_LINKED = re.compile(rf"([\s.,]*){LINK}.([^{LINK_END}]{{5,200}}){LINK_END}")


def _unlinked(after: str) -> str:
    """What is behind a title, where a journal and its numbers are a link, as words: "[Loom Letters 14(2), 3](url)"."""
    found = _LINKED.match(after)
    words = re.sub(r"(?<=[a-z])\s(?=\d{1,4}\s?\(\d)", ", ", found[2].rstrip(" .")) if found else ""
    held = in_journal(words)
    return f"{found[1]}{words}. {after[found.end() :]}" if found and held and held[1] == len(words) else after


def behind_title(after: str) -> Facts:
    """What stands behind the title of a citation that begins with its authors: there numbers alone tell a journal."""
    after = _unlinked(after)
    if publisher := _publisher(after):
        return Facts(venue=publisher)
    behind, book = facts_of(after, True), in_turned(after) or in_book(after)
    where = book or in_journal(after)
    held = where and where[0].startswith("Proc") and known(behind.venue or "")
    if not book and where and behind.venue and (held or not where[0].endswith(f" {behind.venue}")):
        where = None
    if where:
        return Facts(where[0], behind.year).over(facts_of(after[where[1] :], True))
    place = None if behind.venue else _dated_place(after)
    return Facts(*place) if place else behind


_DATED_PLACE = re.compile(
    rf"[\s.,]*(?:[Ii]n:?\s+)?(([A-Z][\w&+-]{{0,20}}(?: [A-Z&][\w&+-]{{0,20}}){{0,4}}),? [(]({YEAR})[)])[\s.]*"
    rf"(?:{LABEL}.[\s.,;|]*)*"
)
"""A name and its year in brackets, where the year of the authors tells that a place stands: "in MM (2022)"."""


def _dated_place(after: str) -> tuple[str | None, int | None] | None:
    """The venue and year that are all that stands behind the title of a citation."""
    found = _DATED_PLACE.fullmatch(after)
    if not found or people_in(found[1]):
        return None
    return venue_of(found[1], surely=True) or (found[2], int(found[3]))


def in_turn(said: Facts, behind: Facts) -> Facts:
    """What is said before a title, and behind it: a later year there is that of the venue, as preprints come first."""
    held = behind.venue and behind.venue.lower() not in PREPRINTS and (known(behind.venue) or behind.venue.isupper())
    later = held and 0 < (behind.year or 0) - (said.year or 0) <= 2
    return said._replace(year=behind.year if later else said.year).over(behind)


def where_behind(after: str) -> tuple[str | None, int | None]:
    """The venue and year that a citation goes on with."""
    behind = re.split(r"[\n(]", after.strip(" .,"))[0]
    return venue_of(behind) or first_of(behind) or (None, None)
