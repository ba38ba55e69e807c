"""What is said of a paper around its title on a reading list: venue and year, authors, state, rating, tags, a remark.

The text comes marked, see ``inline``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from readtrack.importers._months import MONTH
from readtrack.importers._no_venues import NOT_YET
from readtrack.importers._organisations import is_organisation, organisations
from readtrack.importers._people import is_sure, likeness
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.said.around_venues import UNPLACED
from readtrack.importers.markdown.said.groups import Facts, beside, take_groups, take_hashtags, take_signs
from readtrack.importers.markdown.said.people import (
    families_in,
    in_italics,
    initialled_in,
    is_no_family,
    is_one,
    name_behind_year,
    people_alone,
    people_in,
    turned_in,
)
from readtrack.importers.markdown.said.place import KNOWN, STOP, YEAR, issue_in, named_year, venue_of
from readtrack.importers.markdown.said.printed import before_people, behind_dash, behind_sentence, dotted
from readtrack.importers.markdown.said.spellings import CITED, as_cited
from readtrack.importers.markdown.said.titles import is_cased
from readtrack.importers.markdown.said.volumes import is_numbers
from readtrack.importers.markdown.said.workplaces import said_below
from readtrack.importers.markdown.said.writers import authors_before, in_short
from readtrack.model import Author
from readtrack.names import person

_EM_VENUE = re.compile(
    rf"([^{inline.EM}]{{0,3000}})(?<![(（]){inline.EM}([^{inline.EM_END}]{{2,150}}){inline.EM_END}"
    rf"([^.{inline.EM}]{{0,120}}?)(?<!\d[–-])\b({YEAR})\b(?![–-]\d[^.{inline.EM}]{{0,60}}\b{YEAR}\b)\.?"
)
"""Of "6(14):1942–1953, 2013" the year is what stands behind the pages."""
_DATED_PRINT = re.compile(rf"{inline.EM_END}\s?[(]{YEAR}[)][ \t.]*(?:\n|$)")
_OF_NUMBERS = rf"vol|volume|no|number|issue|pp|pages?|article|series|in|SE|{MONTH}"
_WORKPLACE = re.compile(rf"(?<=\d)\s?[(（]{inline.EM}[^{inline.EM}{inline.EM_END}()]{{2,80}}{inline.EM_END}[)）]")
"""Behind venue and year, where the paper's authors work."""
_JOURNAL = re.compile(
    rf"[\s.,]*{inline.EM}([A-Z][^{inline.EM_END}]{{3,100}}){inline.EM_END}"
    rf"[\s.,]*(?:(?:vol\.? ?)?\d[\w\s.,:()–-]*|[(]?(?i:{NOT_YET})\b[\s.)]*)?(?:{inline.LABEL}.[\s.]*)*$"
)
"""A journal in italics and its numbers, behind authors, year and title."""
_IN_TURN = re.compile(r"\s*(?:\n|[–—]|[~/:：]\s|-{1,2}(?:\s|(?=\d{4}\s)))\s*")
_CUT = re.compile(
    rf"(?:(?<!\s)\s+)?(?:[,;|\n·•]|，(?=\s*\d)|(?<=文章|论文)，|(?<=\bInc\.)(?=\s)|(?<=\bLtd\.)(?=\s)|(?<![\s.][A-Z]){STOP}(?=\s|$)|\s[–—-]\s|[{inline.LABEL}].|[{inline.EM}{inline.EM_END}{inline.BOLD}{inline.BOLD_END}{inline.LINK_END}]|\s(?=\()|(?<=\d{{4}})\s(?=from\s[A-Z]))\s*"
)
_REMARK = re.compile(r"\s*(?:[:：]\s|[–—]\s?|-{1,2}\s)\s*")


_MONTH_BEHIND = re.compile(rf"(?<=[,;(] )({YEAR}),? {MONTH}\.?(?=\s*(?:$|[^\w\s]|\n))")
"""The month behind a year that a comma is before: "OSDI, 1843 May"."""


def facts_of(text: str, authors_known: bool = False) -> Facts:
    """What ``text``, which stands beside a title, says; what it says beyond that is its remark."""
    *before, last = text.split(" | ")
    if before and "et al" in last and (told := facts_of(last)).authors and told.year and not told.remark:
        return told.over(facts_of(" | ".join(before), True))
    if not authors_known and (cited := CITED.match(text)):
        told = facts_of(cited[1])
        if told.authors and told.venue and told.year and not told.remark:
            return told.over(Facts(remark=cited[2]))
    text, tagged = take_hashtags(_MONTH_BEHIND.sub(r"\1", text))
    text, facts = take_signs(as_cited(text))
    facts = facts.over(tagged)
    text = re.sub(rf"^(\s*[(（][^()（）{inline.LABEL}\n]{{3,200}})(?={inline.LABEL}|$)", r"\1) ", text)
    if not authors_known and (printed := dotted(text) or before_people(text)):
        told = Facts(printed.venue, printed.year, printed.authors, remark=printed.unknown)
        return facts.over(told).over(Facts(remark=_leftover(text[printed.end :])))
    signed = (_signed(text) or in_short(text) or _filed(text) or _initialled(text)) if not authors_known else None
    alone, begin = in_italics(text)
    if alone and not authors_known and not text[:begin].strip():
        return facts.over(Facts(authors=alone))
    if signed := signed or _in_turn(text, authors_known) or _dated_print(text, authors_known):
        return facts.over(signed)
    if issue := issue_in(text := UNPLACED.sub("\n", _BOLD_YEAR.sub(r"\1(\2)", text))):
        text = f"{text[: issue[0].start()]}{inline.EM_END}{text[issue[0].end() :]}"
        facts = facts.over(Facts(*issue[1]))
    elif printed := behind_sentence(text):
        told = Facts(printed.venue, printed.year, () if authors_known else printed.authors)
        return facts.over(told).over(facts_of(text[printed.end :], True))
    text, grouped = take_groups(_WORKPLACE.sub("", text))
    facts = facts.over(grouped)
    remark = _REMARK.match(text)
    if placed := behind_dash(text):
        return facts.over(Facts(*placed[0], remark=_leftover(text[placed[1] :])))
    if emphasised := _in_print(text, authors_known):
        return facts.over(emphasised)
    journal = _JOURNAL.match(text) if authors_known else None
    if journal and (place := venue_of(journal[1], surely=True)) and not people_in(journal[1]):
        year = re.search(rf"(?<!\d[–-])\b{YEAR}\b(?![–-]\d)", journal[0])
        return facts.over(Facts(place[0], place[1] or (int(year[0]) if year else None)))
    said = _apart(text, authors_known or bool(remark), bool(facts.year))
    facts = beside(said, facts, grouped)
    return facts.over(_remarked(text[remark.end() :], said) if remark else _barred(text, said) or said)


def _remarked(text: str, said: Facts) -> Facts:
    """What stands behind a colon or a dash: when and where, or prose in which nothing is looked for."""
    place = named_year(inline.plain(text).strip(" ."))
    return Facts(*place) if place else Facts(remark=text.strip()) if said.remark else said


def _barred(text: str, said: Facts) -> Facts | None:
    """Who wrote a paper, behind a bar, which is of use as a tag: "| Ant Group"; "| OSDI '20" is a venue."""
    bar = re.fullmatch(r"\s*\|\s*([^|,]{2,40}?)\s*", inline.plain(text))
    who = bar and not said.venue and not said.year and len(bar[1].split()) <= 3
    return Facts(tags=(bar[1],)) if bar and who else None


_SIGNED = re.compile(
    rf"\s*(?:--|[–—])\s*(?P<who>[^\d\n:;{inline.LABEL}{inline.LINK}{inline.EM}{inline.BOLD}]{{4,600}}?)(?P<etc>,? etc)?"
    rf"[.,]\s+(?:{MONTH} )?(?P<year>{YEAR})\.?\s*(?:\n|$)"
)
"""Who signed a title, behind two dashes or a long one, and in which year: "-- Ada Lovelace. 1843"."""


def _signed(text: str) -> Facts | None:
    """What " --Ada Lovelace. 1843" behind a title says, and the remark on the lines below."""
    found = _SIGNED.match(text)
    if not found:
        return None
    who = found["who"]
    names, end = initialled_in(f"{who}. {found['year']}")
    turned = names if end == len(who) + 2 and who.count(",") + 1 == len(names) else ()
    people = people_in(who) or turned or people_alone(who)
    if not people and "," not in who and people_alone(re.sub(r"(?<=\b[A-Z]\.)(?=[A-Z])", " ", who)):
        people = (Author(who),)
    if len(people) < 2 and not any(is_sure(one.name) or re.match(r".*\b[A-Z]\.", one.name) for one in people):
        return None  # of one who only looks like a person other lines must tell
    return Facts(year=int(found["year"]), authors=people, remark=_leftover(text[found.end() :]))


_FILED = re.compile(
    r"\s*(?:--|[–—])\s*(?P<who>[^\W\d_][\w'’-]*(?P<jr> [JS]r\.?)?, [^\W\d_][\w'’-]*(?: [\w'’.-]+){0,2}),"
    rf" (?P<year>{YEAR}) \| (?P<where>[^|\n{inline.LABEL}{inline.LINK}]{{2,300}})"
)
"""The first author as a catalogue files it, the year and where, behind a dash: "— Lovelace, Ada, 1843 | Memoirs"."""


def _filed(text: str) -> Facts | None:
    found = _FILED.match(text)
    people = () if not found else (Author(person(found["who"])),) if found["jr"] else authors_before(found["who"])
    place = venue_of(found["where"].strip(" ."), surely=True) if found and len(people) == 1 else None
    if not found or not place or not place[0]:
        return None
    return Facts(place[0], int(found["year"]), people).over(facts_of(text[found.end() :], True))


def _in_turn(text: str, authors_known: bool) -> Facts | None:
    """What "- Ada Lovelace (Acme), OSDI 2020" behind a title says: it is no remark, if it says nothing more."""
    behind = _IN_TURN.match(text)
    if not behind:
        return None
    bare = re.sub(rf"(?<=[(（]){inline.EM}|{inline.EM_END}(?=[)）])", "", text[behind.end() :])
    names, grouped = take_groups(bare, workplaces=False)
    if ":" in behind[0] and turned_in(",".join(names.split(inline.LABEL)[0].split(",")[:2]).strip(" .")):
        return None  # one person, the family name first
    said = _year_first(names) or _apart(names, authors_known, bool(grouped.year))
    if "~" in behind[0] and not said.authors and (people := people_alone(names) or families_in(names)):
        said = Facts(authors=people)
    return grouped.over(said) if said.authors and not said.remark else None


_LED = re.compile(r"\W*[Bb]y\s+(?P<turned>[A-Z][\w'’-]+, [A-Z][\w'’-]+ [A-Z]\.\s+)?")
_OUT = rf"[^\W\d_][^.,;:()\n{inline.LABEL}{inline.LINK}{inline.EM}]"
_PUT_OUT = re.compile(
    rf"(?:et al\.\s+)?(?:(?P<where>{_OUT}{{1,150}}(?P<by>\. {_OUT}{{2,60}})?), )?(?P<year>{YEAR})(?:\.|(?=\s)|$)"
)
"""Where and when a paper was put out, behind the stop of its authors: "Weaving Research. Mill Books, 1843."."""


def _initialled(text: str) -> Facts | None:
    """What "Lovelace A B, Turing A. OSDI, 2020" says: the stop of the last initial ends the names."""
    people, end = initialled_in(text)
    led = _LED.match(text)
    if not people and led and led["turned"]:
        people, end = authors_before(led["turned"]), led.end()
    said = facts_of(text[end:], True) if people else Facts()
    names = text[:end].rstrip()
    # The one stop ends the names; behind that of "Ada B." may stand "Lovelace".
    alone = len(people) == 1 and names.endswith(".") and names.count(".") == 1 and bool(led)
    sure = len(people) > 1 or alone or (people and people[0].name[1] == ".")
    unstopped = names.rstrip(".,").count(".") == 0  # then the stop of the last initial can only end the names
    named = bool(said.venue) and is_one(said.venue or "") and (alone or (not unstopped and is_sure(said.venue or "")))
    if (said.venue in KNOWN or (said.venue and sure and not named)) and said.year and not said.remark:
        return said._replace(authors=people)
    out = _PUT_OUT.match(text, end) if alone or (sure and unstopped) else None
    if not out or (alone and is_one(out["where"] or "")):
        return None
    where = (out["where"] or "").removesuffix(out["by"] or "")
    place = venue_of(where, surely=True) if where and is_cased(where) else None
    facts = Facts(place[0] if place else None, int(out["year"]), people, remark="" if place else out["where"] or "")
    return facts.over(facts_of(text[out.end() :], True))


_BOLD_YEAR = re.compile(
    rf"(?:{inline.LINK}.([^{inline.LINK_END}]+){inline.LINK_END}\s*)?\({inline.BOLD}?({YEAR}){inline.BOLD_END}?\)"
)


def _in_print(text: str, authors_known: bool) -> Facts | None:
    """Authors, an emphasised venue and a year: "Ada Lovelace, *Scientific Memoirs*, volume 3, 1843"."""
    found = _EM_VENUE.match(text)
    if found and "\n" in found[3] and likeness(inline.plain(found[2])) == 2:
        return None  # a person, above where and when
    lead = re.sub(r"\b(?:in|at)\s*$", "", found[1], flags=re.IGNORECASE).strip(" \n.,;") if found else ""
    people = () if authors_known or not lead else people_in(lead) or people_alone(lead)
    named = bool(found and people_in(found[2]) and not (found[2].startswith("J. ") and re.search(r"\d", found[3])))
    # Behind people two words that nobody is known to be called are a journal: "Nat Looms".
    named = named and not (people and found and "." not in found[2] and not is_sure(found[2]))
    if not found or venue_of(found[3]) or named or not (place := venue_of(found[2], surely=True)):
        return None
    numbers = re.findall(r"[A-Za-z]{2,}", found[3])
    if lead and not (people and all(re.fullmatch(_OF_NUMBERS, word, re.IGNORECASE) for word in numbers)):
        return None
    short = re.search(r"\(([A-Z][A-Za-z]*[A-Z][A-Za-z-]*)\)", found[3])
    place = (venue_of(f"{place[0]} ({short[1]})", surely=True) if short else place) or place
    return Facts(place[0], int(found[4]), people, remark=_leftover(text[found.end() :]))


def _dated_print(text: str, authors_known: bool) -> Facts | None:
    """People, a journal in italics, the year in brackets, and below it a remark: "Ada Lovelace, *Nat Looms* (1843)"."""
    end = _DATED_PRINT.search(text)
    said = _in_print(text[: end.end()], authors_known) if end else None
    return said._replace(remark=_leftover(text[end.end() :])) if end and said and said.authors else None


def _year_first(text: str) -> Facts | None:
    """ "1843 Ada Lovelace": the year, then who wrote it."""
    bare = inline.plain(re.sub(rf"\s*{inline.LABEL}.|{inline.LINK}.[^{inline.LINK_END}]*{inline.LINK_END}", "", text))
    found = re.fullmatch(rf"\(?({YEAR})\)?[\s,:.]\s*(\D{{3,3000}})", bare)
    people = (people_in(found[2]) or people_alone(found[2])) if found else ()
    return Facts(year=int(found[1]), authors=people) if found and people else None


_GLUE = rf"(?:USENIX |ACM |IEEE |Proceedings of )?(?:{'|'.join(map(re.escape, KNOWN))})(?![a-z])|Proceedings"
"""What begins a venue that stands behind the last author without a comma."""


def _people_before(text: str, cut: str, said: str, place: tuple[str | None, int | None]) -> tuple[Author, ...]:
    """The authors in ``text``, before the ``place`` that ``said`` is; ``cut``: ``text`` and the comma behind it."""
    people = people_in(text)
    glued = re.match(rf"([A-Z][^\d,:]{{3,40}}?)\s+(?:{_GLUE})", said) if people and place[0] else None
    if glued and likeness(glued[1]) == 2 and venue_of(said[glued.end(1) :]):
        return people_in(f"{cut}{glued[1]}") or people
    return people or (people_alone(text) if text.strip(" ,.") and all(place) else ())


_PLACE = rf"{inline.EM}[^{inline.EM_END}]{{2,300}}{inline.EM_END}"
_BEHIND = re.compile(
    rf"[\s.,:;|–-]*([^{inline.EM}{inline.LINK}]{{5,3000}}?)[\s.,]*({_PLACE}(?:,? (?:and |& )?{_PLACE}){{0,9}})?[\s.]*"
)


def _people_behind(text: str) -> tuple[Author, ...]:
    """Authors behind a venue; in italics at the end, where all of them work."""
    bare = re.sub(rf"{inline.LABEL}.[\s.,]*", "", text).strip(f" \n.,:;|–—-{inline.BOLD_END}")
    if alone := _one_behind(bare):
        return alone
    whole = re.fullmatch(rf"{inline.EM}([^{inline.EM_END}]+){inline.EM_END}", bare)
    found = _BEHIND.fullmatch(whole[1] if whole else bare)
    people = people_in(found[1]) or people_alone(found[1]) if found else ()
    named = [] if not found or not found[2] else re.findall(rf"{inline.EM}([^{inline.EM_END}]*)", found[2])
    places = tuple(place for one in named for place in organisations(inline.plain(one)))
    return tuple(one._replace(affiliations=one.affiliations or places) for one in people)


_REMARKED = re.compile(
    rf"[\s.,:]*([A-Z][A-Za-z&+-]{{1,15}})[\s-]?['’]?({YEAR})\s+(?!(?i:oral|spotlight|poster|highlight|best|long|short|demo"
    rf"|findings|workshops?|main|track|and|on)\b)(?=[a-z]|[^\n{inline.LABEL}]{{0,60}}\s(?:is|are|was|we|also|this|it)\s)"
)
"""A venue and its year, and without any sign behind them a remark: "CVPR2017 also looks at looms"."""


_DATED = re.compile(
    rf"[\s.,:]*(?!Proc\b)([A-Z](?:[^\d.,;\n]|(?<=[A-Z]-)\d){{2,80}}?)(?<!\bof)(?<!\bthe)[.,]?\s+[(]?({YEAR})[)]?(?=[\s.,]|$)"
    r"(?!\s[a-z]|\s(?:[A-Z][\w-]* ){0,5}(?:Conference|Symposium|Workshop)\b)"
)


_ONE = re.compile(r"([^\W\d_][\w.'’-]+(?: [^\W\d_][\w.'’-]*){0,3})(?:, etc| \(([^()\n]{2,80})\))")


def _one_behind(text: str) -> tuple[Author, ...]:
    """The first author alone, behind whom it is said that there are others, or where that one works: "Ada B, etc."."""
    found = _ONE.fullmatch(text)
    name, where = found.groups() if found else ("", None)
    if " " in name:
        return people_in(text) if where else (Author(name),) if is_one(name) and is_sure(name) else ()
    if not where or not is_organisation(where) or not is_sure(name) or is_no_family(name):
        return ()
    return (Author(name, (where,)),)


def _at_once(text: str, authors_known: bool) -> Facts | None:
    """Venue and year that ``text`` begins with, and the authors or the remark behind them."""
    remarked, dated = _REMARKED.match(text), _DATED.match(text)
    if remarked and remarked[1] in KNOWN and (place := venue_of(f"{remarked[1]} {remarked[2]}")):
        return Facts(*place, remark=text[remarked.end() :].strip())
    if not dated or not (authors_known or not people_in(dated[1])) or not (place := venue_of(dated[1], surely=True)):
        return None
    people = () if authors_known else _people_behind(text[dated.end() :])
    sure = len(people) > 1 or "et al" in text or ", etc" in text or any(one.affiliations for one in people)
    told = people if sure else ()
    return Facts(place[0], int(dated[2]), told, remark="" if told else _leftover(text[dated.end() :]))


def _ends_names(text: str) -> bool:
    """Whether the last of the authors stands before italics that are all of a venue and year, "Ada B. *OSDI 1843*", or
    ends those before one: "*..., Ada B* OSDI 1843"; or the first behind one: "*OSDI 1843* Ada B"."""
    if name_behind_year(text):
        return True
    name, *where = re.split(f"[{inline.EM}{inline.EM_END}]", text, maxsplit=1)
    place = venue_of(where[0]) if where else None
    if not place or not all(place):
        return False
    return all(map(likeness, re.split(r"\s+(?:and|&)\s+", inline.plain(name).strip(" .,"))))


def _unglued(venue: str | None, people: Sequence[Author]) -> str | None:
    """A venue without the last author, who stands before it without a comma: "Alan Turing OSDI"."""
    return venue.removeprefix(f"{people[-1].name} ") if venue and people else venue


_DATES = 3  # that a paper may have before its venue; what stands behind more of them is a remark


def _apart(text: str, authors_known: bool, year_known: bool, dates: int = 0) -> Facts:
    """Authors, then venue, then a remark: the first cuts between them that leave no doubt; ``dates``: before them."""
    if said := _at_once(text, authors_known):
        return said
    cuts = list(_CUT.finditer(text))
    cuts = cuts if len(cuts) < 30 else [*cuts[:15], *cuts[-15:]]  # between them stand only more authors
    ends, starts = [0, *(cut.end() for cut in cuts)], [0, *(cut.start() for cut in cuts)]
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        tail = text[end:]
        hard = re.search(rf"[{inline.LABEL}|\n]|{inline.BOLD_END}\s*{inline.EM}", tail)
        last = end + hard.start() if hard else len(text)
        later = [*(at for at in starts[number + 1 :] if at <= last), last]
        for stop in reversed(later[:10]):
            place = None if _ends_names(tail[: stop - end]) else venue_of(tail[: stop - end])
            if place and (place[0] or start == 0 or not year_known or not tail[stop - end :].strip(" .,;|")):
                people = () if authors_known else _people_before(text[:start], text[:end], tail[: stop - end], place)
                # Before italics any number of "and" may stand between those who are no people to this program.
                small = r"\s(?!and\s)[a-z]" if inline.EM in text[start:end] else r"\s[a-z]"
                if not people and len(re.findall(small, inline.plain(text[:start]))) > 4:
                    continue
                # A line in italics is where it appeared, and the next who wrote it, if the year stands before.
                dated = place[1] or (place[0] and year_known and text[end:stop].rstrip().endswith(inline.EM_END))
                if not people and not authors_known and dated and (behind := _people_behind(text[stop:])):
                    return Facts(*place, behind, remark=_leftover(text[:start]))
                before = "" if people else _leftover(text[:start])
                after = _leftover(text[stop:])
                facts = Facts(_unglued(place[0], people), place[1], people)
                if place[0] is None and after and dates < _DATES:
                    rest = _apart(text[stop:], True, True, dates + 1)
                    # Before a place that has its own year, a date says when the paper was first to be read.
                    facts = rest.over(facts) if rest.venue and rest.year else facts.over(rest)
                    return facts._replace(remark="\n".join(filter(None, (before, facts.remark))))
                if place[1] is None and (found := re.match(rf"[\s,(.|]*({YEAR})\b[\s).,|]*", text[stop:])):
                    facts, after = facts._replace(year=int(found[1])), _leftover(text[stop + found.end() :])
                return facts._replace(remark="\n".join(filter(None, (before, after))))
    if not authors_known and (said := said_below(text)):
        return said
    named = re.fullmatch(rf"(.{{4,300}}?)[\s,]+\(?({YEAR})\)?[\s.]*", text) if not authors_known else None
    if named and (people := people_in(named[1])):
        return Facts(None, int(named[2]), people)
    for end in [] if authors_known else [len(text), *reversed(starts[1:])]:
        if people := people_in(text[:end]):
            rest = _apart(text[end:], True, year_known) if end < len(text) else Facts()
            return rest._replace(authors=people)
    return Facts(remark=_leftover(text))


def _leftover(text: str) -> str:
    """What of ``text`` is worth keeping: letters or digits that are more than a stray word of glue."""
    bare = inline.plain(text).strip(" .,;:|()[]-–—*&/\"“”'")
    if (
        not re.search(r"\w\w", bare)
        or is_numbers(bare)
        or inline.names_links(bare)
        or re.fullmatch(
            r"(?:and|or|see also|by|in|et al|new)|(?:pp?\.|pages) ?\d+ ?[–-]{1,2} ?\d+", bare, re.IGNORECASE
        )
    ):
        return ""
    quotes = "" if text.count('"') % 2 == 0 and text.count("“") == text.count("”") else '”“"'
    glue = rf"(?:[\s,;:|–—{quotes}{inline.BOLD_END}{inline.EM_END}]|{inline.LABEL}.)+"
    return re.sub(rf"^{glue}|{glue}$", "", text)
