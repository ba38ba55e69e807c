"""Where and when a paper appeared, told apart: "OSDI'20", booktitles of BibTeX and dblp, lines of reading lists.

Conferences are called by their acronym, as reading lists and dblp (https://dblp.org/db/conf/) do, so that one
conference is one value to filter by; journals keep their names.
"""

from __future__ import annotations

import datetime
import re
from functools import lru_cache

from readtrack.importers import _conferences

# A longer line is prose; nothing below is run over it.
_LONGEST = 600

_APOSTROPHE = "['’‘`´′ʼ]"
_DASH = "[-–—‐‑]"
_YEAR = r"(?:1[4-9]|20)\d\d"
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_WRAPPED = " \t,;:.|*_`~\"“”'‘’!•·–—-"
UNPRINTED = r"(?:press|preparation|progress|review|submission)\b(?!\s[A-Za-z])"
"""What no paper appeared in, though "in" stands before it."""
_LEADS_IN = re.compile(
    r"(?:to appear|appear(?:s|ed|ing)|under (?:review|submission)|accepted|published|presented|submitted"
    r"|forthcoming)\b(?: as)?(?: an?)?"
    r"(?: (?:conference|workshop|journal|regular|full|short))?(?: papers?)? (?:in|at|to|by|for)\b:?\s*"
    rf"|(?:available )?(?:in|at|from)\b(?!\s(?:vitro|silico|vivo)\b|\s{UNPRINTED}):?\s*"
    r"|(?:venue|conference|conf|journal|published|paper|pdf)\s*[:|-]\s*|@\s*",
    re.IGNORECASE,
)
_AUTHORS = re.compile(r"[^\d()]{1,200}?\bet\.? al\b[.,:;]*\s*", re.IGNORECASE)
_DECORATION = re.compile(
    r"[(\[*]{0,3}\b(?:outstanding|best|distinguished|honou?rable|test[ -]of[ -]time|most influential|runner[ -]up)\b"
    r"(?:\s+(?:student|long|short|demo|paper|papers|award|awards|mention|finalist|nominee|nomination|candidate|winner))+"
    r"(?: (?:at|in))?[)\]*!]*|[(\[*]{0,3}\b(?<!and )(?:(?:accepted |as |an? ){0,3}\b"
    r"(?:oral|spotlight|poster|highlight|long paper|short paper|demo)s?\b(?: presentation| paper)?"
    r"|notable[- ]top[- ]\d+(?:%(?:25)?)?"  # "%25": as an address has it
    r"|to appear|in press|forthcoming|under (?:review|submission)|in submission|submitted|accepted"
    r"|(?:main|research|conference) track(?: proceedings| papers?)?|unpublished|camera[ -]ready|in preparation"
    r"|(?:(?<![^,;(\[*])|(?<=[,;] ))in (?:progress|review)"  # "Trends in Review" is a name
    r"|early access|online first|extended abstract)(?=\W*$|\s?[)\]|,;])[)\]*!]*",
    re.IGNORECASE,
)
_PREPRINT = re.compile(
    r"(?:(?:preprints?|e-?prints?)(?: (?:at|on|in))?|online|web|pdf|papers?|link|technical report,?)", re.IGNORECASE
)

# Numbers that are no years: volumes, pages.
_COUNTED = re.compile(
    r"[\s,;(]{0,4}(?<![&/-])\b(?:vol(?:ume)?s?|no|nos|nr|num(?:ber)?|issue|iss|pp?|pages?|art(?:icle)?"
    r"|chap(?:ter)?|paper|part|série|series)\b"
    rf"\.?\s*(?:no\.?\s*|[:#]\s*)?[a-z]?\d[\d.]*(?:\s*{_DASH}+\s*\d+)?(?:\s*\([^()]*\))?(?:\s*:\s*\d[\d–—-]*)?\)?",
    re.IGNORECASE,
)
_RANGE = re.compile(
    rf"(?<![\d-]){_YEAR}-(?:0[1-9]|1[0-2])(?:-\d\d)?(?!\d)|(?<!\d)\d{{1,6}}\s?(?:{_DASH}{{1,3}}|:)\s?\d{{1,6}}(?!\d)"
)
# "J. Chem. Phys.": the full stop at the end belongs to such a name.
_ABBREVIATED = re.compile(
    r"[A-Za-z]\.\s.*[a-z]$|\b(?:J|Rec|Rev|Lett|Syst|Endow|Comput|Sci|Res|Trans|Mag|Surv|Math|Phys|Chem|Biol|Med|Eng|Technol"
    r"|Inf|Softw|Netw|Commun|Process|Mach|Learn|Intell|Appl|Lang|Graph|Dev|Soc|Bull|Ann)$"
)
_ISO_MONTH = re.compile(rf"{_YEAR}-(?:0[1-9]|1[0-2])(?:-\d\d)?")
_YEAR_AND_MONTH = re.compile(
    rf"(?<![\d./-])(?:({_YEAR})[/.](?:0[1-9]|1[0-2])(?:[/.](?:0[1-9]|[12]\d|3[01]))?|(?:0[1-9]|1[0-2])[/.]({_YEAR}))"
    r"(?![\d/-]|\.\d)|(?<=[A-Za-z])(['’]\d\d)_(?:0[1-9]|1[0-2])$"
)
_IN_VOLUME = re.compile(
    rf"(?:^|[\s,;]+)[A-Z]?(?:\d{{1,4}}|\d\d{{1,3}}\.\d{{1,5}})\s*(?:\([^()]*\)\s*)?"
    rf"(?:[\s,:;]+\(?[a-z]?\d+s?(?:\s*{_DASH}+\s*\d+)?\)?)*$"
    rf"|[\s,(]{{0,4}}(?<![\w-])(?!{_YEAR}.{_YEAR}$)\d+\s?{_DASH}+\s?\d+\)?$"
    r"|(?<=[A-Za-z.])\s?\([^()a-z]*\d[^()]*\)$"
)
_DAYS = re.compile(
    rf"[\s,;(]{{0,4}}(?:\b\d{{1,2}}(?:\s?{_DASH}+\s?\d{{1,2}})?\.?\s)?\b{_MONTH}(?:\s*\d{{1,2}}\b)?"
    rf"(?:\s?{_DASH}+\s?(?:{_MONTH}\s*)?\d{{0,2}})?\s*[,/]?\s*(?={_YEAR}|\W*$)"
)
_URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_ARXIV_SINCE = 1991
_NUMBER_ALONE = re.compile(
    r"(?:arxiv:)?(\d{4}\.\d{4,5}|[a-z]+(?:-[a-z]+)?(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?", re.IGNORECASE
)

_ARXIV = re.compile(
    r"(?:https?://(?:www\.|export\.)?|\b)(?:the\s+)?(?:e?print\s+|preprint\s+(?:on\s+)?)?(?:arxiv(?:\.org)?"
    r"|computing research repository(?:\s*\(corr\))?|corr\b(?=\s*(?:,|$|abs|\d|\(|\[|in arxiv|'|’)))(?:\s+(?:e-?prints?"
    r"|preprints?|server|technical reports?|white ?papers?))?(?:\s*,?\s*(?:in\s+)?arxiv)?[\s:,/]*(?:abs/|pdf/)?"
    r"(?P<id>\d{4}\.\d{4,5}|[a-z][a-z.-]*/\d{7})?(?:v\d+)?(?:\.pdf)?(?:\s*[\[(][a-z][\w.,; -]*[\])])?",
    re.IGNORECASE,
)
_OTHER_PLACE = re.compile(rf"\s*({_YEAR})\s?(?:[;,/|&+(→]|->|\band\b)\s*(?=\S*[A-Za-z])")
"""The year of a preprint, before where it was printed later: "arXiv 2021; OSDI Workshop 2022"."""
_SERVER = re.compile(
    r"\b([A-Za-z]{2,6}[Rr]xiv|SSRN|HAL)\b(?:[\s:,]*(?:preprint\s*|abs/)?\d[\d.]{4,}(?:v\d+)?(?![\w/-])|\s[Pp]reprints?\b)"
)
"""A server of preprints and the number that it gave one: "medRxiv 2020.04.02.20048793", "medRxiv preprint"."""
_NAMED_YEAR = re.compile(
    rf"(?<![\w/.&+@])(?P<name>[A-Za-z][A-Za-z&+/@]*(?:-[A-Za-z]+)?[A-Za-z])(?P<sign>[\s,]*{_APOSTROPHE}+\s*|[\s,]*{_DASH}\s*|[\s,.]*)"
    rf"(?P<year>(?:19|20)\d\d|\d\d)(?![\w/:(]|\.\d|{_DASH}?\d|\s?\(\d)"
)
_NAME_AND_YEAR = re.compile(
    rf"(?:the )?(?P<name>[A-Za-z][A-Za-z&+/ -]{{0,28}}[A-Za-z&])(?: Conference| Symposium)?"
    rf"(?P<sign>\s*{_APOSTROPHE}+\s*|\s*{_DASH}\s*|\s*)(?P<year>(?:19|20)\d\d|\d\d)(?: Proceedings)?"
)
_SOCIETIES = frozenset("ACM IEEE USENIX USA CNRS SIAM IFIP J. TR LNCS MIT UK".split())
# What counts meetings: "ISCA 47", "MICRO-54", "HotOS XVII".
_ORDINAL_BEHIND = re.compile(
    rf"(?<=[A-Za-z]){_DASH}\d{{1,2}}$|(?<=[A-Z]{{2}})\s\d{{1,2}}$|(?<=[A-Z])\s[IVXL]{{2,}}$|(?<=[A-Za-z]{{2}}){_DASH}[IVXL]{{2,}}$"
)
_WORD = r"(?:[A-Z][\w&-]*|and|of|for|in|on)"
_TRACK = re.compile(rf"([A-Za-z&]{{3,12}})\s?{_APOSTROPHE}?{_YEAR}[\s,:–-]+{_WORD}(?: {_WORD}){{1,6}}")
"""A conference, its year, and what part of it: "IJCAI 2020 Natural Language Processing"."""
_ENDS = re.compile(rf"[\s.]([A-Z][A-Za-z&]+)(?:\s?{_APOSTROPHE}\s?\d\d|\s?{_APOSTROPHE}?\s?{_YEAR})$")
_PLAIN_YEAR = re.compile(rf"(?<![\w./:]){_YEAR}(?![\w/:'’]|\.\d)")
# In a title, of a book or a series, only a year at either end is the year of the paper.
_YEAR_APART = re.compile(rf"(?:^|(?<=[,(\[;.] )|(?<=[(\[])){_YEAR}(?![\w/:'’-])|(?<![\w./:-]){_YEAR}(?=\W*$)")
_SHORT_YEAR = re.compile(rf"{_APOSTROPHE}\s?(\d\d)(?!\w)")
_IN_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_ACRONYM = re.compile(r"[A-Z]\d?[A-Za-z]*[A-Z&][A-Za-z&+]*(?:[-/@ ][A-Z][A-Za-z]*[A-Z][A-Za-z]*)?s?")
_WORKSHOP = re.compile(
    r"\bworkshops?\b|\bworksh?\b|\bwksp?\b|\btutorials?\b|\bcompanion\b|\bdoctoral\b|\bsymposium series\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"(.*\S)[\s(]+(workshops?)\)?", re.IGNORECASE)
_MEETING = re.compile(
    r"\b(?:conference|conf|symposium|symp|proceedings|proc|meeting|workshop|congress|advances)\b", re.IGNORECASE
)
_JOURNAL = re.compile(r"\b(?:journal|transactions|trans\.|letters|lett\.|j\.)(?=\s)", re.IGNORECASE)
_ORDINAL = (
    r"(?:\d+\s?(?:st|nd|rd|th|d)|(?:\A|(?<=\bthe ))\d{1,2}(?= (?:(?:annual|international|ieee|acm) ){0,3}"
    r"(?:conference|symposium|workshop)\b)|(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ]?)?"
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth"
    r"|sixteenth|seventeenth|eighteenth|nineteenth)|twentieth|thirtieth|fortieth|fiftieth|sixtieth|[IVXL]{2,})\b"
)
_PROCEEDINGS = re.compile(
    rf"(?:companion\s+(?:to\s+the\s+)?)?(?:proce+dings?|proc\b\.?|procs\b\.?)(?:\s+(?:of|from|for|in)\b)?(?:\s+the\b)?\s*[:,]?\s*(?={_ORDINAL}|[^,]*\b(?:conf|symp|work|meet|congr|int))",
    re.IGNORECASE,
)
# What stands behind the name of a conference: its place, its volume, another that was held with it.
_APART = re.compile(rf"[,:;(\[–—]|\s-\s|\.\s|\sand\s(?:the\s)?(?={_ORDINAL})", re.IGNORECASE)
_FIRST_WORDS = re.compile(rf"(?:(?:the|{_YEAR}|{_ORDINAL}|annual)\s+)+", re.IGNORECASE)
_ANY_WORD = re.compile(r"[^\W_]+(?:&[^\W_]+)?")


@lru_cache(maxsize=1 << 14)
def venue_and_year(text: str) -> tuple[str | None, int | None]:
    """("OSDI", 2020) of "OSDI'20" as well as of "In Proceedings of the 14th USENIX Symposium on ... (OSDI 20)".

    None for what is not said; never raises.
    """
    text = " ".join(text.replace("{", "").replace("}", "").split())
    if len(text) > _LONGEST:
        return text, None
    venue, year = _appeared(_bare(_YEAR_AND_MONTH.sub(r"\1\2\3", text)))
    if venue and f"{venue}." in text and _ABBREVIATED.search(venue):
        venue += "."
    return venue, year


def _appeared(text: str) -> tuple[str | None, int | None]:
    text = _conferences.without_volume(text)
    if found := _NUMBER_ALONE.fullmatch(text):
        return "arXiv", _year_of_number(found[1])
    preprint = _ARXIV.search(text)
    if not preprint:
        return (None, None) if _URL.fullmatch(text) else (_venue(text), _year(text))
    behind = text[preprint.end() :]
    own = _OTHER_PLACE.match(behind)
    around = _bare(f"{text[: preprint.start()]} {behind[own.end() if own else 0 :]}")
    where, year = _venue(around), _year(around) or (int(own[1]) if own else None)
    if where and not _ARXIV.fullmatch(where):
        return where, year
    year = year if (year or 0) >= _ARXIV_SINCE else None
    if not year and (short := re.fullmatch(rf"{_APOSTROPHE}?[\s_]?(\d\d)(?:0[1-9]|1[0-2])?", around)):
        year = full_year(short[1], True)
    return "arXiv", year or _year_of_number(preprint["id"])


def _bare(text: str) -> str:
    """Without what stands round a venue: brackets, quotes, "to appear in", awards."""
    before = None
    while before != text:
        before = text
        text = _unwrapped(text.strip(_WRAPPED))
        if lead := _LEADS_IN.match(text) or _AUTHORS.match(text):
            text = text[lead.end() :]
    text = re.sub(r"(?<=\d) papers?$", "", _DECORATION.sub(" ", text), flags=re.IGNORECASE)
    return _unwrapped(re.sub(r"[(\[][^\w()\[\]]*[)\]]", " ", text).strip(_WRAPPED))


def _unwrapped(text: str) -> str:
    if len(text) > 1 and text[0] in "([{<（【" and text[-1] in ")]}>）】" and not re.search(r"[()\[\]]", text[1:-1]):
        return text[1:-1].strip(_WRAPPED)
    return " ".join(text.split())


def full_year(digits: str, surely: bool) -> int | None:
    """2020 of "2020" and of "20"; two digits that nothing marks as a year are one only since 1970."""
    year = int(digits)
    if len(digits) == 2:
        year += 1900 if year >= 50 else 2000
        if not surely and year < 1970:
            return None
    return year if 1000 <= year <= datetime.date.today().year + 1 else None


def _year_of_number(number: str | None) -> int | None:
    """Since when arXiv has a paper: its numbers begin with year and month."""
    digits = (number or "").rpartition("/")[2]
    return full_year(digits[:2], True) if digits and "01" <= digits[2:4] <= "12" else None


def _year(text: str) -> int | None:
    """The year next to an acronym, any other year in four digits, or two digits next to an acronym, in this order."""
    if re.fullmatch(r"1\d{3}|20\d\d", text):
        return full_year(text, True)
    named = [(part, found[1]) for part in _parts(text) if (found := _named(part, text))]
    years = [year for part, year in named if re.search(rf"\d{{4}}$|{_APOSTROPHE}\s?\d\d$", part)]
    counted = _RANGE.sub(_month_of_year, _COUNTED.sub(" ", text))
    beside = [found for found in _NAMED_YEAR.finditer(counted) if _is_acronym(found["name"])]
    years += [full_year(found["year"], True) for found in beside if len(found["year"]) == 4]
    years += [full_year(found[0], True) for found in _years_of(text).finditer(counted)]
    years += [full_year(found[1], True) for found in _SHORT_YEAR.finditer(counted)]
    years += [year for _, year in named] + [_beside(found) for found in beside]
    return next((year for year in years if year), None)


def _years_of(text: str) -> re.Pattern[str]:
    return _PLAIN_YEAR if _MEETING.search(text) else _YEAR_APART


def _month_of_year(found: re.Match[str]) -> str:
    """Of "2020-11" the year, of "1024-1039" nothing."""
    return f" {found[0][:4]} " if _ISO_MONTH.fullmatch(found[0]) else " "


def _beside(found: re.Match[str]) -> int | None:
    """The year behind an acronym: of "OSDI'20", "OSDI 20", "SC22", but not of "MICRO-54"."""
    sign, digits = found["sign"], found["year"]
    surely = len(digits) == 4 or bool(re.search(_APOSTROPHE, sign))
    if not surely and ("," in sign or "." in sign or found["name"] in _SOCIETIES):
        return None
    if not surely and re.search(_DASH, sign) and _conferences.known(found["name"]) in _conferences.NUMBERED:
        return None
    return full_year(digits, surely)


def _parts(text: str) -> list[str]:
    """What brackets, commas, colons and dashes set apart: where an acronym stands beside the name in full."""
    if _JOURNAL.search(text):
        return []
    apart = [found[1] for found in _IN_BRACKETS.finditer(text)] if _MEETING.search(text) or text[:1] in "([" else []
    named = _without_publisher(text, 1)
    apart, text = [*apart, *([named] if named != text else [])], named
    if re.search(rf"[,:;(]|\s[–—-]|{_NAMED_AFTER}", text):
        apart += re.split(rf"[,:;]\s+|\s[–—-]+\s|\s\(|{_NAMED_AFTER}", text)
    return [part.strip(_WRAPPED + "()[]") for part in apart[:20]]


_NAMED_AFTER = rf"(?<={_APOSTROPHE}\d\d)\s+(?=Proceedings (?:of|for)\b)"
"""Behind an acronym and its year stands the name in full: "OSDI '20 Proceedings of ..."."""


def _named(part: str, text: str) -> tuple[str, int | None] | None:
    """(acronym, year) where ``part`` of ``text`` says nothing else; one that is not known only of a meeting."""
    if len(part) > 40:
        return None
    if found := _NAME_AND_YEAR.fullmatch(part):
        name = _conferences.unsponsored(found["name"])
        told = text.startswith(part) or _MEETING.search(text)
        if _conferences.known(name) or (told and _ACRONYM.fullmatch(name) and name not in _SOCIETIES):
            return _conferences.known(name) or name, _beside(found)
    bare = _conferences.unsponsored(part)
    return (known, None) if (known := _conferences.known(bare)) else None


def _is_acronym(name: str) -> bool:
    return bool(_conferences.known(name) or _ACRONYM.fullmatch(name))


def _venue(text: str) -> str | None:
    """The acronym of a known conference, otherwise the name without year, ordinal, volume, pages, place and day."""
    if re.match(rf"findings of\b|\w+(?:[\s-]?{_APOSTROPHE}?\s?\d+)?[\s-]\[?findings\b", text, re.IGNORECASE):
        return _findings(text)
    track = _TRACK.fullmatch(text)
    if track and not _WORKSHOP.search(text) and (held := _conferences.known(track[1])):
        return held
    named = next((named[0] for part in _parts(text) if (named := _named(part, text))), None)
    if not named and _MEETING.search(text):
        bracketed = (_ORDINAL_BEHIND.sub("", _without_year(found[1])) for found in _IN_BRACKETS.finditer(text))
        named = next((name for name in bracketed if len(name) < 16 and _ACRONYM.fullmatch(name)), None)
        named = named if named not in _SOCIETIES else None
    if aside := _ASIDE.fullmatch(_without_year(text)):
        # "Workshops" are all those beside a conference; a single one may have a name like that of a conference.
        of = named or (_of_full_name(f"{aside[1]} conf") if aside[2].endswith("s") else None)
        if of and of not in _conferences.WORKSHOPS:
            return f"{of} {aside[2].capitalize()}"
    if _WORKSHOP.search(text):
        of_another = _conferences.known(text.split(" ", 1)[0])
        if named and (named in _conferences.WORKSHOPS or not (_conferences.known(named) or of_another)):
            return named
        return _conferences.of_words(_words(text)) or _plain_name(text)
    return named or _of_full_name(text) or _at_the_end(text) or _plain_name(text)


def _at_the_end(text: str) -> str | None:
    """Of what follows a title or names on one line: "An Operating System OSDI'20"."""
    if whole := _conferences.known(_conferences.unsponsored(_without_year(text))):
        return whole  # "Asia CCS 2023" is not the CCS
    found = _ENDS.search(text)
    known = _conferences.known(found[1]) if found else None
    return known if found and known and found[1] in (known, known.upper(), "Eurosys", "NIPS") else None


def _findings(text: str) -> str | None:
    """The second volume of a conference: it is called with its name, but not the conference."""
    words = re.findall(r"[A-Z][A-Za-z]+", _without_year(text.rpartition(":")[2]))
    named = [known for word in words if (known := _conferences.known(word))]
    return f"Findings of {named[0]}" if named else _plain_name(text)


def _of_full_name(text: str) -> str | None:
    """By the words of the name, up to the comma that leaves most of them: places and days stand at the end."""
    if not _MEETING.search(text):
        return None
    parts = _APART.split(text)[:12]
    for count in range(len(parts), 0, -1):
        if not _MEETING.search(" ".join(parts[:count])):
            break
        if name := _conferences.of_words(_words(" ".join(parts[:count]))):
            return name
    return None


def _words(text: str) -> list[str]:
    plain = re.sub(rf"(?<!\w){_ORDINAL}", " ", text.replace("&", " and "), flags=re.IGNORECASE)
    return [word for word in _ANY_WORD.findall(plain.casefold()) if not word.isdigit()]


def _without_year(text: str) -> str:
    text = _NAMED_YEAR.sub(lambda found: found["name"] if _is_acronym(found["name"]) else found[0], text)
    text = _SHORT_YEAR.sub(" ", _years_of(text).sub(" ", text))
    return " ".join(text.split()).strip(_WRAPPED)


_PUBLISHED = re.compile(
    r"(?:\.|\s?,(?=\s(?:AAAI|ACM|IEEE) Press\b))\s+(?:[A-Z][\w ,-]{1,60}:\s)?(?:Springer|Elsevier|Wiley|IEEE|ACM"
    r"|Association for Computing Machinery|Morgan Kaufmann|Curran Associates|CRC Press"
    r"|(?:AAAI|MIT|Academic|[A-Z][a-z]+ University) Press)\b[^:.]{0,60}$"
)
"""Who published it, and in which city, behind the name of proceedings: "Looms III. Berlin: Springer"."""
_REPORT = re.compile(r",\s[^,]{3,80}\s[Tt]echnical [Rr]eport(?:,?\s[\w-]{1,30})?(?=,|$)")
"""As which report its proceedings were printed: ", University of Looms Technical Report TR-7"."""
_ISSUE = re.compile(r"([\w)])[\s,:;.(–—-]{1,4}special (?:issue|section)\b.*", re.IGNORECASE)


def _plain_name(text: str) -> str | None:
    """A name that is no known conference's, as it is written, without numbers behind it."""
    text = _without_year(_COUNTED.sub(" ", _DAYS.sub(" ", _SERVER.sub(r"\1", _REPORT.sub("", text)))))
    text = text.removesuffix(")") if text.count(")") == text.count("(") + 1 else text  # it was a day's
    text = re.sub(r"[(\[][^\w()]*[)\]]", " ", text).strip(_WRAPPED)
    before = None
    while before != text:
        before = text
        text = _DAYS.sub("", _IN_VOLUME.sub("", text)).strip(_WRAPPED)
    text = _ORDINAL_BEHIND.sub("", _without_place(_without_publisher(_ISSUE.sub(r"\1", text))))
    if opens := _PROCEEDINGS.match(text):
        text = text[opens.end() :]
    if (opens := _FIRST_WORDS.match(text)) and _MEETING.search(text):
        text = text[opens.end() :]
    text = re.sub(r"\s+([,.;:)])", r"\1", " ".join(text.split())).strip(_WRAPPED)
    if not any(map(str.isalpha, text)) or _PREPRINT.fullmatch(text):
        return None
    text = re.sub(r"\bNIPS\b", "NeurIPS", text)
    return _conferences.known(_conferences.unsponsored(text)) or text


def _without_publisher(text: str, least: int = 2) -> str:
    """Without who published it behind a full stop, which ends no abbreviation: "Commun. ACM" is one name.

    ``least``: more words than that must be left.
    """
    found = _PUBLISHED.search(text)
    name = text[: found.start()] if found else text
    return name if len(name.split()) > least and not _ABBREVIATED.search(name) else text


def _without_place(text: str) -> str:
    """Without the city and the country at the end."""
    *names, last = re.split(r",\s*", text)
    if not names or not _MEETING.search(names[0]) or last.casefold() not in _conferences.COUNTRIES:
        return text
    if len(names) > 1 and re.fullmatch(r"[A-Z]{2}", names[-1]):
        names.pop()
    return ", ".join(names[:-1] if len(names) > 1 else names)
