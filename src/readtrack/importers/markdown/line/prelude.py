"""What stands before the title of a line of a reading list: a box, a number, tags, the venue, a day, labels."""

from __future__ import annotations

import re

from readtrack.importers._conferences import known
from readtrack.importers._people import is_common, is_sure, likeness
from readtrack.importers.markdown.line.keys import NAME_AND_YEAR
from readtrack.importers.markdown.line.placed import placed_before
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.markup.inline import BOLD, BOLD_END, CODE, CODE_END, EM, EM_END, LABEL, LINK, LINK_END
from readtrack.importers.markdown.said.around_venues import TAKEN
from readtrack.importers.markdown.said.days import WEEKDAY, begins_with_day, take_day
from readtrack.importers.markdown.said.groups import Facts, credits_of, take_signs
from readtrack.importers.markdown.said.people import families_in, people_alone, people_in, turned_in
from readtrack.importers.markdown.said.place import KNOWN, OF_JOURNALS, YEAR, named_year, venue_of
from readtrack.importers.markdown.said.readings import which_paper
from readtrack.importers.markdown.said.titles import CJK, PART_OF_BOOK, is_cased, is_spelled
from readtrack.model import Author

_KNOWN_UPPER = frozenset(known.upper() for known in KNOWN)
_ORDINAL = re.compile(
    rf"(?P<open>[{BOLD}{EM}])?(?:\[(?!{YEAR}\])\d{{1,4}}\]|【\d{{1,3}}】|\(\d{{1,3}}\)"
    rf"|#?\d{{1,3}}[.)、](?=[\s{BOLD_END}《【\[]|[A-Za-z]{{3}}|[\u3040-\u9fff]|An? \w|[A-Z][a-z]-\w|[23]D[\s-]\w)"
    rf"|Paper \d{{1,3}}[.:]?(?={BOLD_END})|#\d{{1,4}}"
    rf"|\d{{1,2}}(?=:\s[^\n{LINK}{LABEL}]{{2,40}}(?:{YEAR}|['’]\d\d)\s{LINK}))[.:]?(?(open)[{BOLD_END}{EM_END}])\s*"
)
_TAG = re.compile(
    rf"[{BOLD}{EM}]*(?:[\[【]{BOLD}?([^\[\]【】{LINK}]{{1,100}}?){BOLD_END}?[\]】]|[{CODE}]([^{CODE_END}]+){CODE_END})[{BOLD_END}{EM_END}]*\s*(?::(?![a-z_]+:)|[：|–—-])?\s*"
)
_ONE_WORD = re.compile(
    rf"[{BOLD}{EM}]*(?!(?i:code|oral|paper|pdf|poster|slides|video)\b)(?=\S*[A-Z])[\w+-]+[{BOLD_END}{EM_END}]*\s*[(\[]*{LABEL}"
)
"""A title of one word, which has a capital and links behind it: "LoomNet [paper](url)"."""
_ONLINE = re.compile(
    rf"(?:blog(?: ?post)?|home ?page|online|(?:tech(?:nical)? )?report|web ?(?:page|site)),? ({YEAR})", re.IGNORECASE
)
"""When what was put online, and appeared nowhere else, is from: "[website 2018]"."""
_BY = re.compile(r"by\s|-(?=[A-Z])")
"""What leads to who wrote a title in brackets; the first of two dashes is taken for the brackets' own."""
_KEY = re.compile(NAME_AND_YEAR)
_GROUPED = re.compile(rf"[{BOLD}{EM}]*[(（]([^()（）{LINK}]{{1,60}})[)）][{BOLD_END}{EM_END}]*\s*[:：|–—-]?\s*")
_SLASHED = re.compile(
    rf"[{BOLD}{EM}]*([^{LINK}{LABEL}/|:：–—]{{2,60}}?)(?:/(\d\d|{YEAR}))?[{BOLD_END}{EM_END}]*\s*(?:/(?![A-Z]{{2,5}}\b)|[|:：–—]|\s-\s|(?=[{LINK}]))\s*"
)
_SAID = re.compile(
    rf"[{BOLD}{EM}]*(?:code|paper|pdf|slides|video)s?\s*"
    rf"(?:[:：]?[{BOLD_END}{EM_END}]*\s*[:：]?\s+(?={LINK})|[:：]\s+(?=[{EM}{BOLD}\"“]))",
    re.IGNORECASE,
)
_PART = re.compile(rf"{PART_OF_BOOK} of (?=[^{LINK}{LABEL}\n]{{2,200}}{LINK})")
"""What is read of a book: "Sections 1-3 (pp. 1-14) of Ada Lovelace, [Looms](url)"."""
_DATED = re.compile(
    rf"((?:[A-Z]|(?=arXiv|bioRxiv|medRxiv)[a-z])[\w&+/ ]{{1,25}}?\s?(?:['’`]\s?\d\d|{YEAR}))(?:[,.]\d\d)?"
    rf"(?:\s{TAKEN})?\s*[-–—_:：|/.,]+\s*(?=[^\s\d])"
)
_BEFORE_LINK = re.compile(
    rf"([^{LINK}{LABEL}{BOLD}{EM}{CODE}\n\"“]{{2,300}}?)"
    rf"(?:\s{TAKEN})?\s*[:：|,–—-]?\s*(?=[{LINK}{BOLD}{EM}\"“])",
    re.IGNORECASE,
)
_NICKNAMED = re.compile(
    rf"({'|'.join(map(re.escape, sorted(set(KNOWN) - OF_JOURNALS, key=len, reverse=True)))}) "
    rf"((?:[a-z]{{3,12}} )?(?=[^\s{LINK}]*[A-Z][^\s{LINK}]*[A-Z])[A-Za-z\d&+*-]{{2,20}})\s?"
    rf"(?={LINK}.[^{LINK_END}\s]+\s)"
)
"""A venue, and what its paper is called for short, before the title: "ICLR FGSM [Title](url)"."""
_ABOUT = re.compile(
    rf"{EM}([^{EM_END}{LINK}{LABEL}]{{3,150}}){EM_END}\s*[:：–—-]?\s*(?={LINK}.[^{LINK_END}\s]+\s\S+\s)"
)
"""What is said in italics of a paper whose link stands behind it."""
_NAMED = re.compile(rf"([A-Z][\w+-]{{1,24}})\s[|]\s(?=[\w\"“(]\S*(?: [^\s|{LABEL}{LINK}]+){{2}})")
"""What a paper is called for short, and a bar before its title: "LoomNet | Notes on Looms"; or what it is about."""
_CALLED = re.compile(
    rf"(?:{BOLD}(?P<bold>[^,:：{BOLD_END}{EM}{CODE}{LINK}{LABEL}]{{2,40}}){BOLD_END},?"
    rf"|(?P<bare>[^,:：{BOLD}{EM}{CODE}{LINK}{LABEL}\n]{{2,40}}),"
    rf"|(?P<short>[A-Za-z](?=[\w+-]*[A-Z\d])[\w+-]{{1,19}})(?:\s+(?![\s{BOLD}])|(?P<colon>\s?[:：])))"
    rf"\s*(?=(?:{LINK}.|{BOLD})(?P<title>[^{LINK_END}{BOLD_END}]+)[{LINK_END}{BOLD_END}])"
)
"""What a paper is called for short, or what it is about, before a link: "LoomNet, [Notes on Looms](url)".

Without a comma it is no word of a sentence, but has a capital inside: "LoomNet [Notes on Looms](url)", and before what
is in bold it begins the title; so it does with a colon behind it, unless that says it again."""
_JOINS = re.compile(
    r"(?:first|second|third|last|also|then|next|see|again|later|now|here|thus|besides|instead|\w+ly|\w+(?:over|more))"
    r"|.*\s\d+",
    re.IGNORECASE,
)
"""What joins a line to others before a comma, and is no topic: "Also, [Looms](url)", "Chapter 3, [Looms](url)"."""
_UNDERSCORED = re.compile(
    rf"(?:(\d\d|{YEAR})_(USENIX[ _]Security|[A-Za-z][A-Za-z0-9& -]{{1,30}}?)"
    rf"|([A-Z][A-Za-z&-]{{1,30}})_(\d\d|{YEAR}))_\s*(?=\w)"
)
_PICTURE = re.compile(
    "(?:[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200d★☆✓]|:(?:\\d[a-z]{2}_)?[a-z][a-z0-9_]{2,30}:)\\s*"
)
_NO_TAG = re.compile(
    rf"[{BOLD}{EM}]{{0,2}}(?:\[\s*(?:{_PICTURE.pattern})*\]|【\s*(?:{_PICTURE.pattern})*】)[{BOLD_END}{EM_END}]{{0,2}}\s*(?=\S)"
)
"""Brackets in which there is no word: "【】", "[⭐]"."""
_MARK = re.compile(rf"(?:\$[^$\s]{{1,24}}\$|[^\w\s$()\[\]<{{\"“'‘«《【\x00-\x1f]{{1,3}})\s+(?=[{LINK}{BOLD}])")
"""A sign of the list's own before a link: "$\\heartsuit$", "→"."""
_WORD = re.compile(
    rf"\(([^(){LABEL}{LINK}]{{2,40}})\)\s*(?=[{LINK}{BOLD}])"
    r"|\((?!(?i:almost|near|not|non|semi|quasi|how|why|some|more|still|too|self|deep|[A-Z][a-z]*"
    r"(?:ly|al|ed|ing|ive|ous|ic|able|ible|less))\))"
    r"([a-z]{3,12}|[A-Z][A-Z/, -]{1,12}|[A-Z\d][^\s()]{1,20}|[a-z]{1,3}[A-Z][\w+-]{1,16})\)"
    rf"(?:\s+(?=[A-Za-z{LINK}{BOLD}\"“【])|(?=\([A-Z][^\s()]{{1,20}}\)\s+[A-Z\"“]))"
    r"|\((?!(?:ANTI|AUTO|BIO|COUNTER|CYBER|DIS|EXTRA|HYPER|INFRA|INTER|INTRA|META|MICRO|MULTI|NEURO|NON|OVER|POLY|POST"
    r"|PRE|PSEUDO|QUASI|SELF|SEMI|SUPER|TELE|TRANS|ULTRA|UNDER)\))([A-Z]{4,15}(?: [\w-]{2,20})?)\)(?=[A-Z][a-z])"
)
"""A word of the list's own, or the name of the paper's system: "(GPT-2) Language Models are ...", "(DONE)Looms"."""
_NICK = re.compile(rf"{EM}[(]([A-Z][\w+-]{{1,20}}(?: [\w+-]{{1,15}})?)[)]{EM_END}\s+(?={BOLD})")
"""What a paper is called for short, in italics before its title in bold: "*(BERT)* **Title**"."""
_NICK_IN_BOLD = re.compile(rf"[(]{BOLD}([A-Za-z][^(){BOLD_END}{LINK}{LABEL}]{{1,30}}){BOLD_END}[)]\s*(?=\S+\s\S)")
"""What a paper is called for short, in bold before its authors: "(**BERT**) Ada Lovelace. Title"."""
_YEARED = re.compile(
    rf"[{BOLD}{EM}]?({YEAR})[:,.]?[{BOLD_END}{EM_END}]?(?:\s?[:,.]?\s+|\s?[-–—|]\s?)(?=[A-Z{LINK}{BOLD}{EM}\"“]|[a-z]{{1,8}}[A-Z][\w+-]*[:：]\s)(?!(?:IEEE|ACM|USENIX|International|Annual|Workshop)\b)"
    r"(?:(?P<by>[A-Z][\w’'-]+(?: et al\b\.?|(?:/| and | & )[A-Z][\w’'-]+)|[A-Z][\w’'-]+(?=:))\s?:?\s+)?"
)
_YEAR_AND_VENUE = re.compile(
    rf"(?:({YEAR})[\s_–-]\s?([A-Z][A-Za-z&]{{2,12}})|((?:[A-Z][a-z]{{3,12}}@)?(?:[A-Z]|(?=arXiv)a)[A-Za-z&]{{2,12}})"
    rf"(?:\s?['’]?(?=\d{{4}})|\s?(?P<short>['’])|)({YEAR}|\d\d))"
    r"(?:\s?[(](?:[Oo]ral|[Ss]potlight|[Hh]ighlight|[Pp]oster)[)](?=\s))?"
    r"(?:(?<=['’]\d\d):\d{1,4}\s(?=\w)|(?:\s?[:：_–-]\s?"
    r"|\s(?!(?:Tutorials?|Videos?|Slides|Talks?)\b|(?:[\w-]+ ){0,2}(?:Challenge|Competition)s?\b))"
    rf"(?=\*?(?:[\w\"“(][^\s:{LINK}]*|[A-Z][\w-]*[A-Z\d+][\w+-]*:)(?: [^\s{LINK}]+){{2}}))"
    r"(?!(?:Workshop|Tutorial|Accepted|Papers?|Oral|Spotlight|Best|Keynote|Challenge|Conference|Proceedings|on|in|at)\b)"
    rf"(?!{TAKEN}\s?[,:：|])"
)
"""A conference and its year before a title, with no more than a blank or a dash between: "2018-IJCAI-Looms".

Behind a short year and a colon the page may stand that it begins on: "OSDI'20:423 Notes on Looms".
"""


def prelude(text: str, inside: bool = False, behind: str | None = None) -> tuple[str, Facts]:
    """``text`` from where its title may begin, and what stands before: a box, a number, tags, the venue, labels.

    ``inside``: it is all of a link, so that "LISA: Reasoning" is a title, while "LISA '19: Reasoning" is none;
    ``behind``: what stands behind that, where it is a link or words in bold of a line.
    """
    facts, titled, behind = Facts(), behind is not None, behind or ""
    for _ in range(30):
        text = text.lstrip(" \n*·•-–,")
        placed = bool(facts.venue and facts.year)
        found = _sign(text) or _when(text, titled) or _tag(text) or _where(text, inside, behind, placed) or _about(text)
        if not found:
            break
        facts, text = facts.over(found[1]), _opened(text[: found[0]]) + text[found[0] :]
    return text, facts


def _opened(before: str) -> str:
    """The marks that begin in ``before`` and do not end there: "**[Tag] Title**" is a title in bold."""
    return "".join(mark for mark, end in ((BOLD, BOLD_END), (EM, EM_END)) if before.count(mark) > before.count(end))


def _sign(text: str) -> tuple[int, Facts] | None:
    """A box, a number, a label or a picture, up to its end."""
    if found := re.match(r"\[( |x|X|✓|✔|✅|√|)\](?=[\s\x01\x04]|[A-Z]\w*\s)", text):
        return found.end(), Facts(read=bool(found[1].strip()))
    if which := which_paper(text):
        return which
    if (
        found := re.match(rf"{LABEL}.|@[A-Za-z][\w:.+-]*\d[\w:.+-]*\s+", text)
        or (not begins_with_day(text) and _ORDINAL.match(text))
        or re.match(rf"<\s?(?={LINK})|(?:journal|conference|workshop|preprint|thesis) / (?=\S+ \S)", text)
        or _SAID.match(text)
        or _PART.match(text)
        or WEEKDAY.match(text)
    ):
        return found.end(), Facts()
    found = _PICTURE.match(text) or _NO_TAG.match(text) or _MARK.match(text)
    return (found.end(), take_signs(found[0])[1]) if found else None


def _when(text: str, titled: bool) -> tuple[int, Facts] | None:
    found = _YEAR_AND_VENUE.match(text)
    venue, year = (found[2] or found[3], found[1] or found[5]) if found else ("", "")
    if found and _heads(found, venue) and _goes_on(text[found.end() :]):
        return found.end(), Facts(*(venue_of(f"{venue} '{year[-2:]}", surely=True) or (venue, int(year))))
    if day := take_day(text, titled):
        return day
    found = _YEARED.match(text)
    if not found:
        return None
    facts = Facts(year=int(found[1]), authors=_credited(found["by"] or "", int(found[1])))
    known = facts.authors or found["by"] == "Various"
    return found.end() if known or not found["by"] else found.start("by"), facts


_HAN_LABEL = re.compile(
    rf"([{CJK}]{{2,8}}(?:(?<=[{CJK}]{{4}})(?=[\s\d])|(?=\s?[:：]\s?[\d【]))) ?[:：]? ?(?:\d{{1,2}}\b[.、]?)?\s*"
    rf"(?=(?:【[^【】\n]{{1,80}}】\s*)?[A-Z][^\s{CJK}]*(?: [^\s{CJK}{LABEL}\[]+){{3}}[^{CJK}{LINK}]*$)"
)
"""What a list says in Chinese, Japanese or Korean of a title in other letters behind it: "有关论文 2. Notes"."""


def _tag(text: str) -> tuple[int, Facts] | None:
    """A tag or a venue in brackets or backquotes."""
    if found := _NICK.match(text):
        return found.end(), Facts(tags=(found[1],))
    if (found := _NICK_IN_BOLD.match(text)) and not venue_of(found[1]):
        return found.end(), Facts(name=found[1].strip())
    if (found := _WORD.match(text)) and not (venue_of(said := found[1] or found[2] or found[3]) or _shortened(said)):
        people = people_in(said)
        return found.end(), Facts(authors=people) if people else Facts(tags=(said,))
    found = _TAG.match(text)
    said, rest = (inline.plain(found[1] or found[2]).strip(), text[found.end() :]) if found else ("", "")
    online = _ONLINE.fullmatch(said)
    place = (None, int(online[1])) if online else venue_of(said)
    titled = _goes_on(rest) or (place and all(place) and _ONE_WORD.match(rest))
    by = len(said.split()) >= 3 and _BY.match(rest)  # a title, and who wrote it
    if not found or not titled or by or (len(said) > 60 and not place):
        return None
    if (said.isdigit() and not place) or (_KEY.fullmatch(said) and not known(re.sub(r"\W*\d+[a-z]?$", "", said))):
        return found.end(), Facts()
    return found.end(), Facts(*place) if place else credits_of(said) or Facts(tags=(said,))


_TALK = re.compile(r"([A-Z]{3,12})[ .-]?\d\d\.\d{1,2}\s?(?:[:：]|[–—-]{1,2})\s?(?=\S)")
"""A conference, and the number of a talk there, before a title: "ISSCC 34.2: Notes"; "RAID 5.1: " is a version."""


def _where(text: str, inside: bool, behind: str, placed: bool) -> tuple[int, Facts] | None:
    """A venue and its year before a title; ``placed``: one is told before, so that a name and a colon begin it."""
    if not inside and (found := _HAN_LABEL.match(text)):
        return found.end(), Facts(tags=(found[1],))
    if (found := _TALK.match(text)) and _is_conference(found[1]):
        return found.end(), Facts(known(found[1]) or found[1])
    if (found := _UNDERSCORED.match(text)) and (place := _underscored(found)):
        return found.end(), Facts(*place)
    if (found := _GROUPED.match(text)) and _goes_on(text[found.end() :]):
        place = venue_of(f"({found[1]})") or named_year(found[1])
        if told := Facts(*place) if place else credits_of(found[1]) or _shortened(found[1]):
            return found.end(), told
    if set_off := placed_before(text):
        return set_off
    if (found := _DATED.match(text)) and _goes_on(text[found.end() :]) and (place := _dated(found[1])):
        return None if _is_of_title(found, place, text + behind) else (found.end(), Facts(*place))
    named = None if inside else _NICKNAMED.match(text)
    if named and named[2] not in KNOWN and not known(named[2]) and (place := venue_of(named[1], surely=True)):
        return named.end(), Facts(place[0], name=named[2].strip())
    before = None if inside else _BEFORE_LINK.match(text)
    if before and (told := _printed_before(before[1])):
        return before.end(), told
    if not inside and (called := _called(text)):
        return called
    if not inside and (found := _NAMED.match(text)) and not _is_venue(found[1]):
        short = re.search(r".[A-Z\d]", found[1])
        return found.end(), Facts(name=found[1]) if short else Facts(tags=(found[1],))
    found = None if inside else _SLASHED.match(text)
    if found and _goes_on(text[found.end() :]) and (place := _leading(found, text)):
        own = placed and not place[1] and found[0].rstrip()[-1:] in ":："
        return None if own or _is_of_title(found, place, text + behind) else (found.end(), Facts(*place))
    return None


_TOPIC = re.compile(
    r"((?P<venue>[A-Z][\w&]*[A-Z])\s?['’]\d\d)\s(?!(?:Workshops?|Findings|Oral|Spotlight|Poster|Best|Demo|Short|Industry)\b)"
    r"([A-Za-z][^,.;:()]{2,40})"
)
"""A venue, its short year, and what its paper is called for short or is about: "OSDI'20 LoomNet", "OSDI'20 Weaving"."""


def _printed_before(said: str) -> Facts | None:
    """Where and when what stands behind ``said`` appeared, and who wrote it: "Lovelace, Turing, OSDI '20"."""
    topic = _TOPIC.fullmatch(said)
    if topic and _is_conference(topic["venue"]) and (place := venue_of(topic[1])) and all(place):
        short = re.search(r".[A-Z\d]", topic[3]) and " " not in topic[3]
        return Facts(*place, name=topic[3]) if short else Facts(*place, tags=(topic[3],))
    place = venue_of(said) or named_year(said) if len(said) <= 60 else None
    if place and all(place):
        return Facts(*place)
    names, _, where = said.rpartition(", ")
    place = venue_of(where) if names and re.search(r"[^\W\d_]{2}", where) else None  # "J. (1843)" is no journal
    if not place or not all(place):
        return None
    if people := people_in(names) or families_in(names) or turned_in(names):
        return Facts(*place, people)
    alone = people_alone(names)
    if len(alone) > 1 or any(" " in one.name for one in alone):
        # Family names and given names may stand in turn, where nothing tells which is which.
        apart = any(" " in one.name for one in alone) or not any(is_sure(one.name) for one in alone[1::2])
        return Facts(*place, alone) if apart or len(alone) % 2 else Facts(*place, remark=names)
    return Facts(*place, tags=tuple(names.split(", "))) if len(names.split()) <= 3 else None


def _shortened(said: str) -> Facts | None:
    """Any venue right before a short year, as stands in brackets: "J. Loom Syst.'26"; not a person and a year."""
    name = re.fullmatch(r"(?!(?:an?|the)\s)((?:[A-Za-z&]\S*\s)*[A-Z]\S*[\w.])['’]\d\d", inline.plain(said))
    place = venue_of(name[0], surely=True) if name and (name[1].endswith(".") or likeness(name[1]) < 2) else None
    return Facts(*place) if place and all(place) else None


def _is_of_title(found: re.Match[str], place: tuple[str | None, int | None], text: str) -> bool:
    """Whether a name and a year before a colon begin a title, as the year stands again behind it: "VoxLoom 2019: A"."""
    named = known(place[0] or "") or place[0] in KNOWN
    return not named and found[0].rstrip()[-1:] in ":：" and f"({place[1]})" in text[found.end() :]


def _is_conference(said: str) -> bool:
    return bool(known(said) or said in KNOWN) and said not in OF_JOURNALS


def _heads(found: re.Match[str], venue: str) -> bool:
    """Whether a ``venue`` may stand before a title with nothing between them; a short year tells it from a word.

    Any capitals are one where that year is no name's: "FORTRAN'77 Compilers", "COVID '19 and Looms".
    """
    held = venue.rpartition("@")[2]
    if _is_conference(held) or not found["short"] or held in KNOWN:
        return _is_conference(held) or bool(found["short"])
    glued = found.start("short") == found.end(3) and not "50" <= found[5] <= "89"
    return glued and held.isupper() and found.string[found.end() :].lstrip('"“(')[:1].isupper()


def _is_venue(said: str) -> bool:
    return said.isupper() or said.upper() in _KNOWN_UPPER or bool(known(said) or venue_of(said))


def _called(text: str) -> tuple[int, Facts] | None:
    """A short name, a topic or a venue before a link that is a title, which may say that name again."""
    found = _CALLED.match(text)
    if not found:
        return None
    said, title = (found["bold"] or found["bare"] or found["short"]).strip(), inline.plain(found["title"])
    again = title.casefold().startswith(said.casefold())
    if found["colon"] and not again:
        return None  # the title begins there
    titled = (title[:1].isupper() or again or ":" in title) and (len(title.split()) > 3 or is_cased(title, 2))
    if len(said.split()) > 2 or not re.search(r"[^\W\d_]", said) or not titled or people_in(title) or venue_of(title):
        return None
    place = venue_of(said) or ((known(said) or said, None) if _is_conference(said) else None)
    if place or text[found.end()] == BOLD:
        return (found.end(), Facts(*place)) if place else None
    if not again and likeness(said) == 2 and (is_sure(said) or (found["bare"] and " " in said)):
        return (found.end(), Facts(authors=(Author(said),))) if is_sure(said) and " " in said else None
    inner = re.search(r"\S[A-Z\d]", said)
    if found["bare"] and not (again or inner) and _JOINS.fullmatch(said):
        return found.end(), Facts()
    short = " " not in said and (again or inner)
    return found.end(), Facts(name=said) if short else Facts(tags=(said,))


def _about(text: str) -> tuple[int, Facts] | None:
    """Who wrote what a link behind it is, or a remark on that."""
    found = _ABOUT.match(text)
    if not found or venue_of(found[1]):
        return None
    return found.end(), Facts(authors=people) if (people := people_in(found[1])) else Facts(remark=found[1])


def _goes_on(text: str) -> bool:
    return bool(re.search(r"\w\W+\w", inline.plain(text)) or LINK in text)


def _credited(by: str, year: int) -> tuple[Author, ...]:
    """The authors behind a year: "1981 Feynman: Title"; later, one word before a colon is more often a system."""
    alone = (
        re.fullmatch(r"(?:Di|De|Mc|Mac|La|Le|Van|O')?[A-Z][a-z]+", by)
        and not is_common(by)
        and (year < 2000 or is_sure(by))
    )
    return (Author(by),) if alone else families_in(by.replace("/", " and "))


def _underscored(found: re.Match[str]) -> tuple[str | None, int | None] | None:
    """The venue in the name of a file: "22_NSDI_Title", "SIGMOD_2019_Title"."""
    name = (found[2] or found[3]).replace("_", " ")
    return venue_of(f"{name} '{(found[1] or found[4])[-2:]}", surely=True)


def _dated(said: str) -> tuple[str | None, int | None] | None:
    """The venue in "ASPLOS'04-Title": an acronym and its year."""
    place = venue_of(said)
    return place if place and place[0] and place[1] and re.search(r"[A-Z][A-Za-z&]*[A-Z]|['’`]|Xiv", said) else None


_NUMBERED = re.compile(r"\S*[a-z]\d\d")
"""A name and two numbers with no sign between: of a conference that is known they are a year, else of a system."""


def _leading(found: re.Match[str], text: str) -> tuple[str | None, int | None] | None:
    """The venue in "OSDI '20 / Title", "SOSP/25/Title", "NeurIPS 2020: Title"; never a system's name before a colon."""
    said = inline.plain(found[1]).strip()
    slash = text[: found.end()].rstrip()[-1:] in "/|"
    if not re.fullmatch(r"[A-Z][A-Za-z&+.-]*(?: [A-Za-z&+.-]+){0,2}?(?:\s?['’`]?\s?\d{2,4})?", said):
        return None
    spaced = slash and (said.isupper() or " " in text[found.end(1) : found.end()])
    place = venue_of(said, surely=spaced and bool(re.fullmatch(r"\S*[A-Za-z][A-Z]\S*(?: ?\W?\d+)?", said)))
    named = said.upper() in _KNOWN_UPPER and not is_spelled(said, text[found.end() :])
    if not slash and _NUMBERED.fullmatch(said) and not _is_conference(place[0] or "" if place else ""):
        return None
    if not place or not place[0] or not (place[1] or slash or named):
        return None
    year = found[2] if not place[1] else None
    return (place[0], int(year) + 2000 * (len(year) == 2)) if year else place
