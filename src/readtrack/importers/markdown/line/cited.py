"""An entry of a reading list that is a citation: its authors first, then its title -> title and facts."""

from __future__ import annotations

import re

from readtrack.importers._months import MONTH
from readtrack.importers._organisations import is_organisation
from readtrack.importers._people import is_sure, likeness
from readtrack.importers.markdown.line.ends import behind_title, ends_dated, in_turn, tail, title_end, where_behind
from readtrack.importers.markdown.line.sentences import around_links, sentences
from readtrack.importers.markdown.line.standards import behind_han
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.markup.inline import BOLD, BOLD_END, EM, EM_END, LABEL, LINK, LINK_END
from readtrack.importers.markdown.said.facts import facts_of
from readtrack.importers.markdown.said.groups import Facts
from readtrack.importers.markdown.said.people import (
    are_before_title,
    families_in,
    group_in,
    is_one,
    people_alone,
    people_in,
)
from readtrack.importers.markdown.said.place import YEAR, venue_of
from readtrack.importers.markdown.said.printed import NO_JOURNAL
from readtrack.importers.markdown.said.titles import is_cased
from readtrack.importers.markdown.said.writers import (
    authors_before,
    families_before,
    initialled,
    is_whole_name,
    several_families,
    sure_families,
)
from readtrack.model import Author

_DATE = rf"(?:\((?:\d{{1,2}} )?{MONTH}\.? (?:\d{{1,2}}, )?|\(?)({YEAR})[a-z]?(?:, [A-Z][a-z]+(?: \d{{1,2}})?)?\)?"
_QUOTED = re.compile(rf"([^\"“”]*)(?:\"[{BOLD}{EM}]?“|[\"“”])([^\"“”]{{4,}})(?:”?\"|”)(.*)", re.DOTALL)
_GOES_ON_INSIDE = re.compile(rf"\s+(?=[^\s{LABEL}{LINK}])")
_GOES_ON = re.compile(
    rf"(?:\s(?:or|and|vs\.?|versus)\s[\"“][^\"“”\n]{{2,100}}[\"”][?!]?)?\s?(?:[:：]|(?<=[?!]))\s+(?=[^\s{LABEL}{LINK}])"
)
"""What stands behind the quotation that a title begins with: a colon, or another: ""Cards" or "Looms"? A Study"."""
_HAN_QUOTED = re.compile(r"(\s*)《([^《》]{2,300})》(.*)", re.DOTALL)
"""The marks that Chinese has around titles: https://www.w3.org/TR/clreq/#punctuation_marks."""
_SINGLE = re.compile(r"['‘]([^\n]{8,400}?)(?:['’][,.]|[,.?!]['’])(?=\s)")
"""A title as Harvard has it; an apostrophe inside has no comma behind it."""

_TITLED = re.compile(rf"\({YEAR}[a-z]?\)\.\s+\S+\s[^\n]{{2,300}}[.?!]\s*$")
"""A year in brackets, and a title behind it."""


def cited(text: str) -> tuple[str, Facts, str] | None:
    """``Authors. "Title." Venue (2015)``, ``"Title", Authors``."""
    if han := _HAN_QUOTED.match(text):
        return han[2], behind_han(han[3]), "quoted"
    found = _QUOTED.match(text)
    if not found:
        return None
    before, title, after = found[1], found[2], found[3].lstrip(f"{BOLD_END}{EM_END}{LINK_END}")
    if _TITLED.search(before) and is_organisation(title.strip()):
        return None  # who published it
    if len(inline.plain(title).split()) < 2 and not (LINK in title or BOLD in title or _is_behind(before, after)):
        return None
    before = before.rstrip(f" {BOLD}{EM}")
    if before[-2:-1] == LINK and re.search(r"\w", found[3].partition(LINK_END)[0]):
        return None  # all of the link is the title
    dated = re.search(rf"(?<=[\w.)])[.,]?\s+{_DATE}\W*$", before)
    who = before[: dated.start()] if dated else before
    people = authors_before(who) or (families_before(who, True) if dated else ())
    if before.strip() and not people and (LABEL in before or not re.search(r"[.,:;]\s*$|et al", before)):
        return None
    if nick := re.fullmatch(r"\s*([^:,.]{2,40}?)\s*[:：]\s*", inline.plain(before)):
        return title, Facts(tags=(nick[1],)).over(facts_of(after, False)), "named"
    said = (
        Facts(None, int(dated[1]) if dated else None, people)
        if people
        else facts_of(before)
        if before.strip()
        else Facts()
    )
    inside = title.endswith((":", "：")) or _is_rest(title, after)
    if goes_on := (_GOES_ON_INSIDE if inside else _GOES_ON).match(after):
        line = re.split(rf"[\n{LABEL}]", after[goes_on.end() :], maxsplit=1)[0]
        end = goes_on.end() + min(tail(line, True) or len(line), title_end(line))
        opening, closing = text[found.start(2) - 1], text[found.end(2)]
        title, after = f"{opening}{title}{closing}{after[:end]}", after[end:]
    behind = behind_cited(after) if people else facts_of(after)
    return title, said._replace(remark="").over(behind), "quoted"


def _is_behind(before: str, after: str) -> bool:
    """Whether one word in quotation marks is a title: behind a comma and family names, with only links behind it."""
    links = rf"(?:[\s.,;]|{LABEL}.)*"
    return before.rstrip().endswith(",") and bool(families_in(before)) and bool(re.fullmatch(links, after))


def _is_rest(title: str, after: str) -> bool:
    """Whether words behind the question that a title begins with are its rest, by how they begin: "Explaining ..."."""
    line = re.split(rf"[\n{LABEL}]", after, maxsplit=1)[0]
    asked = title.endswith(("?", "!")) and re.match(r"\s(?:[A-Z][a-z]+ing|An?|The|Towards?|On|How|Why|What) ", after)
    return bool(
        asked and is_cased(line, 2) and not is_organisation(line) and facts_of(line) == Facts(remark=line.strip())
    )


_JOURNAL = re.compile(
    NO_JOURNAL + r"((?:npj )?[A-Z][\w&'’-]*(?::(?= [A-Z]))?(?: (?:[A-Z&][\w&'’-]*|of|on|the|and|for|in)){0,9})"
    rf"(?P<numbers>(?: \d{{1,4}}(?:\(\d{{1,4}}\))?)?(?::\s?[\w–-]{{1,20}})?)\.?\s*(?:{LABEL}.[\s.,;|]*)*"
    rf"(?P<rest>(?<=\. )[A-Z][^\n{LABEL}{LINK}]{{3,200}})?"
)
"""A journal that nothing tells but its place behind authors, year and title, and its numbers: "Looms Lett 46:e147"."""


_WORD = r"(?:[a-z]{0,3}[A-Z][\w'’-]*\.?:?|of|on|the|and|for|in|&|npj)"
_SLANTED = re.compile(
    rf"[\s.,]*{EM}((?=[^{EM_END}]*[A-Z]){_WORD}(?: {_WORD}){{0,9}}),?{EM_END}[\s.]*(?:{LABEL}.[\s.,;|]*)*"
)
"""A journal in italics that is all that stands there: "J. Looms" is nobody."""


def behind_cited(after: str, least: int = 1) -> Facts:
    """What stands behind a title of which the authors are known; ``least``: words of a journal without numbers."""
    behind, journal = behind_title(after), _JOURNAL.fullmatch(after)
    if not behind.venue and not behind.year and (slanted := _SLANTED.fullmatch(after)):
        return Facts(slanted[1])
    if behind.venue or not journal or not (journal["numbers"] or len(journal[1].split()) >= least):
        return behind
    if not journal["numbers"] and (_is_company(journal[1]) or (journal["rest"] and len(journal[1].split()) < 3)):
        return behind
    return behind._replace(venue=journal[1], remark=journal["rest"] or "")


_LABELS_FIRST = re.compile(
    rf"\A([^{BOLD}{LINK}{LABEL}\n]{{3,2000}})((?:[ \t]*{LABEL}.)+)[ \t]*\n\s*((?={BOLD})[^{LABEL}]*)"
)
"""Links behind the people who stand above a title in bold; they are as good behind all that is said of it."""


_REPORT = re.compile(
    r"\s\((?:(?:[A-Z][\w. ]{0,40}\s)?(?:Rep\.|Report|Paper)\sNo\.\s?[\w./-]{1,20}"
    r"|No\.\s?[A-Za-z][\w./-]{1,19})\)[\s.]*$"
)
"""The number of a report behind its title, as the APA has it: "Notes on Looms (Tech. Rep. No. 7). Loom Office"; what
has no letter may be of the title: "Symphony of Looms (No. 5)"."""


def behind_people(text: str) -> tuple[str, Facts, str] | None:
    """``A, B, and C. 1995. **Title**. In Proceedings``, ``Authors. [Title](url)``, ``Authors (2019) Title. Venue``."""
    text = _LABELS_FIRST.sub(r"\1 \3\2", text)
    found = re.match(
        rf"([^{BOLD}{LINK}{LABEL}\n]{{3,2000}}?)(?:[.,:]\s*|\s+(?:[–—-]\s+(?![{BOLD}{EM}][a-z])|(?=\(?{YEAR}|{LINK}|{EM}|{BOLD}(?![a-z]))))(?:{_DATE}(?:[.,:]?\s+|\s?[.,:]\s?(?={LINK})))?(?:{BOLD}([^{BOLD_END}]+){BOLD_END}|{LINK}.([^{LINK_END}]+){LINK_END}|{EM}([^{EM_END}]+){EM_END})",
        text,
    )
    if (
        found
        and not re.search(rf"\({YEAR}\)$", found[4] or "")
        and (people := _before_title(found, text))
        and len(inline.plain(found[3] or found[4] or found[5]).split()) >= 2
        and not (found[3] and is_whole_name(found[3]))
        and not (
            found[5] and (venue_of(found[5]) or (_is_company(found[5]) and not where_behind(text[found.end() :])[0]))
        )
    ):
        year = int(found[2]) if found[2] else None
        title, inside = ends_dated(found[4]) if found[4] else (found[3] or found[5], Facts())
        said = Facts(None, year, people).over(inside._replace(authors=()))
        after = text[found.end() :]
        return title, said.over(behind_cited(after, 2) if year and found[3] else behind_title(after)), "bold"
    found = re.match(
        rf"([^{LABEL}]{{5,2000}}?)[.,]?\s+(?:{_DATE}\s?[.,:]|\(({YEAR})[a-z]?\))\s+(?=([^{LABEL}]{{8,}}))", text
    )
    # The full stop of an initial is the author's: "Lovelace, Ada B. (1843)".
    who = (
        found[1] + ("." if re.search(r"\b[A-Z]\. ", text[found.end(1) - 1 : found.end(1) + 2]) else "") if found else ""
    )
    bracketed = found and re.search(rf"\({YEAR}", found[0])
    stopped = found and re.match(rf"\.\s+{YEAR}\.", text[found.end(1) :])  # as Chicago has it: "Lovelace, Ada. 1843. "
    alone = found and ("(" in found[0] or stopped)
    named = authors_before(who) or (group_in(who) if bracketed else ()) if alone else people_in(who)
    if found and (people := named):
        quoted = _SINGLE.match(found[4])
        title = quoted[0] if quoted else found[4][: title_end(found[4])]
        title = title if quoted else _REPORT.sub("", title)
        if not venue_of(title) and not people_in(title):
            said = Facts(None, int(found[2] or found[3]), people)
            said = in_turn(said, behind_cited(text[found.end() + len(title) :], 2))
            return quoted[1] if quoted else title, said, "quoted"
    return None


_DATED_LINK = re.compile(
    rf"(?=[^\n{LINK}{LABEL}{BOLD}]{{0,300}}, (?:[A-Z]\.[ -]?){{1,3}},)([^\n{LINK}{LABEL}{BOLD}]{{3,2000}}?),?\s(?=[(])"
    rf"{_DATE}\.?\s+{LINK}.([^{LINK_END}]+){LINK_END}"
)


def dated_link(text: str) -> tuple[str, Facts, str] | None:
    """``Lovelace, J., E. Babbage, M. (2019). [Title](url)``: what stands first are people, but nothing tells which."""
    found = _DATED_LINK.match(text)
    if not found or len(inline.plain(found[3]).split()) < 3:
        return None
    said = Facts(year=int(found[2]), remark=found[1])
    return found[3], said.over(behind_title(text[found.end() :])), "link"


_DATED_SENTENCE = re.compile(rf"\.\s+{BOLD}[^{BOLD_END}]*{BOLD_END}\s*[(](?:[a-z]{{3,20}}, )?{YEAR}[)]")
"""A full stop before a title in bold, and the year in brackets right behind that: what stands first is no topic."""


def _is_company(text: str) -> bool:
    """Whether ``text`` names an organisation: with a colon inside it is a title, whatever the words in it are."""
    return ":" not in text and is_organisation(text)


def _before_title(found: re.Match[str], text: str) -> tuple[Author, ...]:
    """The authors before a title in bold, in italics or in a link; one alone mostly where a venue stands behind it."""
    family = families_before(found[1]) if found[3] and (found[2] or re.search(YEAR, text[found.end() :])) else ()
    if len(family) == 1 and is_sure(family[0].name):
        return family
    if found[2]:
        return authors_before(found[1])
    if found[4] and likeness(inline.plain(found[4])) == 2:
        return ()
    people = people_in(found[1]) or families_in(found[1])
    if found[3] and not people and is_one(found[1].strip()) and _DATED_SENTENCE.match(text, found.end(1)):
        return (Author(found[1].strip()),)
    if people or found[3] or (found[5] and len(found[5].split()) < 3):
        return people
    if found[5] and (alone := initialled(found[1])):
        return alone
    alone = authors_before(found[1]) or (families_before(found[1]) if found[4] else ())
    return alone if any(where_behind(text[found.end() :])) else ()


_BY = re.compile(
    rf"([^{BOLD}{LINK}{LABEL}\n\"“]{{8,300}}?), by ([^{BOLD}{LINK}{LABEL}\n.,:;()]{{4,60}})(?:[.,]\s+(?=[A-Z])|[.\s]*$)"
)


def credited(text: str) -> tuple[str, Facts, str] | None:
    """``The title of it, by Ada B. Journal of Looms, 11, no. 1 (2006)``."""
    found = _BY.match(text)
    if not found or len(found[1].split()) < 3 or not is_one(found[2]) or " " not in found[2]:
        return None
    behind = behind_title(text[found.end() :])
    if (not (behind.venue or behind.year) and not is_sure(found[2])) or people_in(behind.remark):
        return None  # how it is done, or the first of several
    return found[1], Facts(authors=(Author(found[2]),)).over(behind), "quoted"


def before_colon(text: str) -> tuple[str, Facts, str] | None:
    """``Ada B and Carl D: The title of it, VENUE 2014.``, ``Ada B: Title`` where the name is surely one.

    A dash stands behind several: ``Ada B, Carl D - Title (2014)``.
    """
    dashed = re.match(rf"([^{LABEL}{LINK}\n:：]{{4,1500}}?)\s[–—-]\s+(?=[^\s{LABEL}])", text)
    several = dashed and len(people_in(dashed[1])) > ("et al" not in dashed[1])
    found = dashed if several else re.match(rf"([^{LABEL}{LINK}\n:：]{{4,1500}})[:：]\s+(?=[^\s{LABEL}])", text)
    people = people_in(found[1]) or sure_families(found[1]) if found and not are_before_title(found[1]) else ()
    if found and not people and 2 <= len(found[1].split()) <= 4 and is_sure(found[1]) and likeness(found[1]) == 2:
        people = (Author(found[1].strip()),)
    if not found or not people or any(one.affiliations for one in people):
        return None
    rest = text[found.end() :]
    if rest.startswith(LINK) or len(inline.plain(rest.split(LABEL)[0]).split()) < 3:
        return None
    line = re.split(rf"[\n{LABEL}]", rest, maxsplit=1)[0]
    end = min(tail(line, True) or len(line), title_end(line))
    return rest[:end], Facts(authors=people).over(behind_title(rest[end:])), "quoted"


def _before_comma(text: str) -> tuple[str, Facts, str] | None:
    """``Ada B et al., The title of it, VENUE 2014``, ``Sun and Abraham, Title, 2020``, ``Ada B, Title, 2020``."""
    head = text.split(LABEL)[0]
    commas = list(re.finditer(r",\s+", head[:500]))[:10] if len(head) <= 3000 else []
    for comma in commas:
        who, rest = head[: comma.start()], head[comma.end() :]
        whole = people_alone(who) if is_sure(who) and " " in who.strip() else ()
        people = (people_in(who) if "et al" in who else ()) or sure_families(who) or whole
        end = tail(rest, True) if people else 0
        title, after = rest[:end], rest[end:]
        if len(title.split()) < 3 or not title[:1].isupper() or people_in(title) or venue_of(title) or ". " in title:
            continue
        facts = facts_of(after, True)
        return (title, Facts(authors=people).over(facts), "quoted") if facts.year and not facts.remark else None
    return None


def between_commas(text: str) -> tuple[str, Facts, str] | None:
    """``Ada B, Carl D, and Eve F, Title of the paper, VENUE, 2015 [[pdf]](url)``."""
    head = text.split(LABEL)[0]
    cuts = [found.start() for found in re.finditer(r",\s", head)][:40] if len(head) <= 3000 else []
    for cut in reversed(cuts):
        rest = head[cut + 1 :]
        title = re.split(r",\s|\.\s|$", rest, maxsplit=1)[0]
        ahead = re.match(r"\s*(?:and |& )?([^:]{4,40}?)(?::|\s[–—-]\s)", title)
        if ahead and is_sure(ahead[1]) and likeness(ahead[1].rstrip(".")) == 2:
            continue  # the last of the authors
        last = likeness(title) == 2 and is_sure(title) and rest[len(title) :][:2] == ". "
        if last or re.match(r"\s*(?:and|&)\s", title):
            continue
        if len(title.split()) < 3 or not head[:cut].count(" ") >= 3 or people_in(title) or venue_of(title):
            continue
        people = people_in(head[:cut]) or (people_alone(head[:cut]) if tail(rest, True) else ())
        if len(people) >= 2 and all(" " in one.name and not one.affiliations for one in people):
            longer = tail(rest, True)
            title, after = (rest[:longer], rest[longer:]) if longer else (rest, "")
            return title, Facts(authors=people).over(facts_of(after, True)), "quoted"
    return None


def alone_behind_people(text: str) -> tuple[str, Facts, str] | None:
    """``Ada B and Carl D. The title of it. In *Venue*, 2014.``, with no mark around the title."""
    if LINK in text.split(LABEL)[0]:
        linked = around_links(text)
        return (*linked, "quoted") if linked else None
    if not (found := sentences(text)):
        return _before_comma(text)
    one = found[1].authors[0].name if len(found[1].authors) == 1 else ""
    sure = " " in one and is_whole_name(one) and is_cased(found[0], 3)
    if not (sure or len(found[1].authors) > 1 or found[1].venue or found[1].year or LABEL in text):
        return None
    return *found, "quoted"


def _dated_people(bold: str, after: str) -> tuple[str, Facts, str] | None:
    """``**Lovelace, A., & Turing, A. (2006).** Title. *Venue*``: authors and year in bold, as the APA has them."""
    dated = re.fullmatch(rf"(.*?),?\s*\((?:({YEAR})[a-z]?|n\. ?d\.)\)[.:]?", inline.plain(bold))
    people = authors_before(dated[1]) if dated else ()
    line = re.split(rf"[\n{LABEL}]", after.lstrip(" .:"), maxsplit=1)[0]
    italic = re.match(rf"{EM}[^{EM_END}]+{EM_END}(?=[.?!]|\s?[(\[]|$)", line)
    end = italic.end() if italic else title_end(line)
    if (
        not dated
        or not people
        or line[:1] in ('"', "“")
        or LINK in line[:end]
        or len(inline.plain(line[:end]).split()) < 2
    ):
        return None
    rest = after[after.index(line) + end :]
    year = int(dated[2]) if dated[2] else None
    return line[:end], Facts(None, year, people).over(behind_title(rest)), "quoted"


def _first_in_bold(name: str, after: str) -> tuple[str, Facts, str] | None:
    """``**Ada B**, Carl D: **Title**``, ``**Ada B**, Carl D. Title. VENUE``: the first of the authors is in bold."""
    if not is_whole_name(name) or not re.match(r"\s?(?:[,:.&]|and\s)", after):
        return None
    found = behind_people(f"{name}{after}") or alone_behind_people(f"{name}{after}")
    people = found[1].authors if found else ()
    return found if people and people[0].name == name and (len(people) > 1 or after.count(BOLD) == 1) else None


def behind_bold(bold: str, after: str) -> tuple[str, Facts, str] | None:
    """``**Ada B**, Carl D, "Title"``, ``**Ada B et al. (1843)**. "Title"``, ``**Name**: Ada B (1843). Title.``."""
    name = inline.plain(bold).strip(" :.,")
    if len(after) > 3000:
        return None
    if listed := _dated_people(bold, after) or _first_in_bold(name, after):
        return listed
    if re.search(rf"\({YEAR}", bold) and (whole := behind_people(bold)) and whole[1].year:
        return whole[0], whole[1].over(facts_of(after, True)), whole[2]
    if len(name) > 80:
        return None
    if re.match(r"\s*[,.&]?[^\"“\n]{0,1000}[\"“]", after):
        dated = re.fullmatch(rf"(.*?),?\s*\(({YEAR})[a-z]?\)", name)
        who = dated[1] if dated else name
        if bold.rstrip().endswith(".") and (families := several_families(who)):
            found = cited(after.lstrip(" .,"))
            if not found or not found[1].authors:  # else those are topics: "**Looms and Mills.** "Title". Ada Lovelace"
                return (found[0], Facts(authors=families).over(found[1]), found[2]) if found else None
        if people_in(who) or likeness(who) == 2:
            found = cited(f"{who}{'.' if dated else ''}{after}")
            if found and found[1].authors:
                return found[0], Facts(year=int(dated[2]) if dated else None).over(found[1]), found[2]
    if all(re.search(r"[A-Z\d].*[A-Z\d]|^and$", word) for word in name.split()) and re.match(r"[,，]\s", after):
        found = _before_comma(re.sub(r"\s*，\s*", ", ", after).lstrip(" ,"))
        if found:
            return found[0], found[1]._replace(tags=(name, *found[1].tags)), "named"
    colon = re.match(r"\s?[:：]\s*" if bold.rstrip()[-1:] not in (":", "：") else r"\s*", after)
    if len(name.split()) <= 3 and colon:
        found = behind_people(after[colon.end() :])
        if found and found[1].year:
            return found[0], found[1]._replace(tags=(name, *found[1].tags)), found[2]
        found = (
            alone_behind_people(after[colon.end() :]) if not re.match(r"authors?$|by$", name, re.IGNORECASE) else None
        )
        if found:
            return found[0], found[1]._replace(tags=(name, *found[1].tags)), "named"
    return None
