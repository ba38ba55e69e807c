"""Where and when a paper appeared, told from everything else that a line of a reading list may say."""

from __future__ import annotations

import re
from functools import lru_cache

from readtrack.importers._around_authors import MEMBER
from readtrack.importers._authors import authors_of
from readtrack.importers._conferences import ACRONYMS, known
from readtrack.importers._journals import journal_in
from readtrack.importers._months import MONTH, OF_MONTH, OF_YEAR
from readtrack.importers._organisations import is_legal_form, is_organisation
from readtrack.importers._people import is_sure, likeness, stand_before_dash
from readtrack.importers._venues import UNPRINTED, full_year, venue_and_year
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.said.around_venues import HAN_BRACKETS, HONOUR, LED, SUBJECT, held_as, without_second
from readtrack.importers.markdown.said.preprints import PREPRINTS, printed_of

YEAR = r"(?:1[89]|20)\d\d"
DATE = re.compile(
    rf"(?:{OF_MONTH})?(?:{MONTH}{OF_YEAR})?"
    rf"(?:\d{{1,2}},?\s+|(?:\d{{1,2}}[./-]){{1,2}})?({YEAR})"
    rf"(?:(?:[./-]\d{{1,2}}){{0,2}}(?:年|\s?[гр]\.?)?|[\s,-]{{1,2}}{MONTH}\.?)",
    re.IGNORECASE,
)
_ACRONYM = r"[A-Z][A-Za-z]*[A-Z][A-Za-z]*(?:[-/@+&][A-Z][A-Za-z]*)*"
KNOWN = (
    *(acronym for acronym in ACRONYMS if len(acronym) > 3),  # "EC" and "SAT" are words, too
    *"""ACL ACM ACMMM APLAS ASE ATC ATVA AutoML CACM CADE CAV CCS CGF CGO CHI CLOUD CONEXT CONLL CSF DAC DSN ECML EMSOFT
    ESA ESEC EUROSYS EuroMLSys Eurosys FC FMCAD FPL FSE FoSSaCS HASP HOTOS HotEdge ICMLW ICS ICST IEEE IGARSS IJCV
    IMC Interspeech IoTDI JAIR KDD MSR NIPS OSR PAMI PLOS PLoS PNAS RECOMB RTAS SC SDM SEC SICOMP SIGKDD SIGOPS SIGSOFT
    3DV SOCC SOSR SP SysML TACO TC TCAD TCC TCS TDSC TIFS TIP TIST TKDD TKDE TNNLS TOCS TODS TOG TOIS TON TOPLAS TOS
    TOSEM TPAMI TPDS TSE UAI UCC USENIX VEE VLSI VMCAI WWW arXiv ArXiv arxiv Arxiv arxiV ARXIV CoRR bioRxiv medRxiv
    biorxiv medrxiv TechRxiv techrxiv ChemRxiv chemrxiv
    HAL ePrint SSRN preprint Preprint S&P""".split(),
)
"""What says, in the spelling that it has there, that a place of publication is meant."""

OF_JOURNALS = frozenset(
    """CACM CGF IJCV JAIR JMLR OSR PAMI PNAS PVLDB SICOMP TACAS TACL TACO TC TCAD TCC TCS TDSC TIFS TIP TIST TKDD
    TKDE TMLR TNNLS TOCS TODS TOG TOIS TON TOPLAS TOS TOSEM TPAMI TPDS TSE IEEE ACM USENIX""".split()
)
_KIND = re.compile(
    r"\b(?:Conference|Conf\.|Symposium|Symp\.|[Ww]orkshops?|Journal|(?<!-)J\.|Proceedings|Proc\.|Transactions|Trans\.|Letters"
    r"|Lett\.|Phys\.? Rev|Magazine|Reviews?|Annals|Bulletin|Communications of|Comm\. ACM|Computing Surveys|Advances in"
    r"|(?:Lecture|Electronic) Notes|Foundations and Trends|Tech(?:nical|\.)? [Rr]ep(?:ort|\.)?|Nature|Science|[Tt]hesis"
    r"|Press|Springer|Morgan|Elsevier|Addison[ -]Wesley|Prentice[ -]Hall|McGraw[ -]Hill"
    rf"|[Oo]pen[Rr]eview|SIG[A-Z]{{2,}}|{'|'.join(map(re.escape, KNOWN))})(?:\b|(?=\d)|(?<=\bJ\.))"
)
_WITH_YEAR = re.compile(
    rf"(?:{_ACRONYM}|[A-Z][A-Za-z]+)\s?[-_]?\s?(?:['’`‘]?\s?{YEAR}|['’`‘]\s?\d\d)\b"
    rf"|{_ACRONYM}(?<![^i]v)\s?['’`‘]?\s?\d\d\b"
)
"""A name and its year; a version is none: "LOOMv10"."""
NUMBERS = re.compile(
    r",?\s*\b(?:vol(?:ume)?\b\.?|(?:article )?(?:no\b\.|number:?)|issue|pp?\.|pages?)\s*#?[\dA-Z][\w.:–-]*(?<!\.)"
    r"(?: of [A-Z][^,.;()]{3,80})?(?=[\s,;.)]|$)",
    re.IGNORECASE,
)
"""Numbers of a volume or pages, and the series that a volume is of: ", volume 90 of Lecture Notes in Weaving"."""

_BEHIND_PAGES = re.compile(rf"(?<=\w[,;]\s)(pp?\.?\s?\d+\s?[–—-]{{1,2}}\s?\d+), [A-Z][^\d()]{{2,80}}(?=,\s{YEAR}\.?$)")
"""Who published it, and where, between pages and year: "Looms, vol. 3, pp. 1-9, Weaving Society of Turin, 1843"."""
_NAME = r"[A-Z](?:[\w&’'–-]{2,}\.|[\w&’'–-]*)(?:[ :](?:of|on|the|and|for|in|&|[A-Z][\w’'&.–-]*)){0,8}"
_IN_VOLUME = re.compile(
    rf"(?:In )?(?!(?:(?:[A-Z]\w+\. )?Retrieved|Chapter|Part|Section)s?\b)"
    rf"((?:npj |e(?=[A-Z]))?{_NAME}|[A-Z]\w+(?: \w+){{0,4}}(?=, \d+\(\d+\), p))"
    r"[,.]?\s+(?:[Vv]ol(?:ume|\.)?\s*)?\d{1,4}"
    rf"(?:\s?\(\d{{1,3}}(?:[-–]\d{{1,3}})?\)|\s?[,:]\s?(?:[Nn]o\.?\s?)?(?:\d{{1,4}}|e\d{{4,6}})\b"
    rf"|(?=\s+pp?\.\s?\d)|(?=\s?\((?:[A-Z][a-z]+\.? (?:\d{{1,2}}, )?)?{YEAR}\)))"
)
"""A journal that only its numbers tell: "Queue 10, 10 (October 2012)", "Human Computation, 39(10), 1123-1134"."""
STOP = (
    "".join(
        rf"(?<!\b{word})"
        for word in r"Proc Trans Commun Conf Symp J Int Lett Rev Inc Ltd Dept Univ Vol vol No no pp Ph\.D M\.Sc".split()
    )
    + r"\."
)
"""A full stop that ends no abbreviation of those that names of venues have inside."""
_YEAR_FIRST = re.compile(r"['’]?(\d\d)[\s_/-]+([A-Z][A-Za-z&+-]{1,20}(?: [A-Z][A-Za-z]+)?)")
_WHOLE_YEAR_FIRST = re.compile(rf"({YEAR})[_/.-]([A-Za-z][A-Za-z&+-]{{1,20}})")
_SHORT_YEAR_FIRST = re.compile(rf"(\d\d|{YEAR})['’]([A-Z][^\d()]{{1,100}}|arxiv|preprint)")
"""A year with its apostrophe and a venue right behind it: "25'ICRA", "24'Loom Letters"; "15' Talk" takes minutes."""
_HAN = re.compile(
    rf"([\u4e00-\u9fff]*(?:学报|杂志|期刊|计算机|通信|科学|软件|技术)[\u4e00-\u9fff]*)\s?['’]?({YEAR}|\d\d)"
)
_ISSUE = re.compile(
    rf"(?:^|(?<=[,:;”\"])|{STOP})\s*(?:In )?{inline.EM}?"
    r"(?!(?:Art(?:icle)?|Issue|No|Number|Vol(?:ume)?|Part|Section|Chapter|Series)\b)"
    rf"([A-Z](?:[^\W\d]|[&’'.®])*(?:[ :-]+[^\W\d][\w&’'.®]*){{0,9}}?),?{inline.EM_END}? "
    rf"\d{{1,4}}(?:\.[\w–-]{{1,12}})? \((?:[A-Z][a-z]+\.? (?:\d{{1,2}}, )?)?({YEAR})\)"
    r"(?::\s?[\w.–-]{1,30}(?:, [\d–-]{1,20})?)?"
)
"""How MLA has a journal, its volume, issue, year and pages: "Neural Computation 18.7 (2006): 1527-1554"."""
_HAN_YEAR = re.compile(rf"(?<!\d)({YEAR})\s?年(?:的新?(?:文章|论文|工作)|(?:最新)?(?:发表|发布|提出))?\s?")
"""A year as it is said in Chinese and Japanese, and that a paper is of it: "2023年", "2023年发表"."""
_MONTH_OF = re.compile(r"(.*[A-Za-z]),? ([0-4]\d)\.(?:0[1-9]|1[0-2])")
_BESIDE = re.compile(rf"([A-Z][A-Z-]*[A-Z]), ({YEAR})")
"""Capitals that nobody knows before a year: "LTO, 2019"; behind one they may be a tag: "2019 GPU"."""


def _with_acronym(line: str) -> tuple[str | None, int | None] | None:
    """A venue in full that has its acronym behind it, and a year behind that or "In" before it."""
    named = re.fullmatch(rf"[A-Z][^():\"“”]{{5,150}}\(([A-Z][A-Za-z-]*[A-Z]\w*)\),? (?:{YEAR}|'\d\d)", line)
    told = named and not (
        likeness(line[: named.start(1) - 1].strip()) or re.search(r"\b(?:Journal|Transactions|Letters)\b", line)
    )
    if named and told and (place := venue_and_year(f"{named[1]} {line[named.end(1) + 1 :].strip(' ,')}")):
        return place
    if behind_in := re.fullmatch(rf"In ({YEAR} )?([A-Z][^():\"“”]{{5,150}}\([A-Z][A-Za-z-]*[A-Z]\w*)\)?", line):
        return venue_and_year(f"Proc. {behind_in[2]})")[0], int(behind_in[1]) if behind_in[1] else None
    return None


def _numbered(line: str, bracketed: bool) -> tuple[str | None, int | None] | None:
    """A venue that is known by what its numbers look like."""
    dated = re.fullmatch(rf"({YEAR})(?:[./-](?:0[1-9]|1[0-2]))?(?:[,;:]|\s\|)?\s+([A-Z]\D{{1,60}}|arXiv)", line)
    place = (venue_of(dated[2]) or (known(dated[2]), None)) if dated else (None, None)
    if dated and (place[0] or dated[2] == "Preprint"):
        return place[0], int(dated[1])
    beside = _BESIDE.fullmatch(line)
    if beside and not is_organisation(beside[1].capitalize()) and not is_legal_form(beside[1]):
        return venue_and_year(beside[1])[0], int(beside[2])
    short = re.fullmatch(r"([a-z]{2,12})[\s_-]?['’]?\s?(?:20)?(\d\d)", line)
    if short and (name := known(short[1]) or ("arXiv" if short[1] == "arxiv" else None)):
        return name, 2000 + int(short[2])
    short = re.fullmatch(rf"((?:[A-Z][a-z]{{2,11}}\.? ){{2,7}})({YEAR})", line)
    if short and short[1].count(".") >= (short[1].count(" ") if bracketed else 4):
        return short[1].strip(), int(short[2])
    if named := held_as(line) or _with_acronym(line):
        return named
    if book := re.fullmatch(rf"((?:Text)?[Bb]ook|Book [Cc]hapter),? ({YEAR})", line):
        return book[1].capitalize(), int(book[2])
    if preprint := re.fullmatch(rf"[Pp]reprint,?\s?['’]?\s?({YEAR}|\d\d)['’]?", line):
        return None, int(preprint[1][-2:]) + 2000
    if login := re.match(r"[\s(\[]*;\s?login\b:?", line):
        return ";login:", venue_and_year(f"OSDI {line[login.end() :].strip()}")[1]
    if (issue := issue_in(line)) and issue[0].span() == (0, len(line)):
        return issue[1]
    if han := _HAN.fullmatch(line):
        return han[1], int(han[2]) if len(han[2]) == 4 else 2000 + int(han[2])
    if (whole := _WHOLE_YEAR_FIRST.fullmatch(line)) and (whole[2] in KNOWN or whole[2].isupper()):
        return venue_and_year(whole[2])[0], int(whole[1])
    first = _YEAR_FIRST.fullmatch(line)
    if first and (bracketed or first[2] in KNOWN) and (venue := venue_and_year(first[2])[0]):
        return venue, full_year(first[1], surely=True)
    if (month := _MONTH_OF.fullmatch(line)) and (month[1].lower() in PREPRINTS or venue_of(month[1])):
        return venue_and_year(month[1])[0], 2000 + int(month[2])
    volume = _IN_VOLUME.match(line)
    paged = volume and re.search(rf"\b{YEAR}\b|\d[-–]+\w|\be\d{{4}}", line[volume.end() - 6 :])
    if volume and paged and _is_more(line[volume.end() :]):
        stated = re.search(rf"(?<!\d[–-])\b{YEAR}\b(?![–-]\d)", line[volume.end(1) :])
        return venue_and_year(volume[1])[0], int(stated[0]) if stated else None
    return None


def issue_in(text: str) -> tuple[re.Match[str], tuple[str | None, int]] | None:
    """Where in ``text`` an issue of a journal is cited as MLA does it, and journal and year."""
    issue = _ISSUE.search(text) if "(" in text and len(text) <= 3000 else None
    return (issue, (venue_and_year(issue[1])[0], int(issue[2]))) if issue and not _PROSE.search(issue[1]) else None


_PEOPLE_FIRST = re.compile(
    r"(?:and|&)\s|(?:[A-Z]\.\s?){1,3}[A-Z][a-z]+(?:,| and| &)\s(?:[A-Z]\.|[A-Z][a-z]+ [A-Z])"
    rf"|(?:[A-Z]\.[\s~]?){{1,4}}[A-Z]?(?:,\s[A-Z]|(?:,\s)?(?:and|&)\s[A-Z]|\(?{YEAR}|$)"
    rf"|(?:ACM|IEEE) {MEMBER}"
)
"""Authors with initials: "J." stands for no journal here; and what they are called: "IEEE Senior Member"."""


_TELLS = re.compile(rf"\d|\bIn |login|[Aa]r[Vv]i[Xx]|{_KIND.pattern}")
"""What no venue is known without."""


def _may_be(text: str) -> bool:
    """Whether a venue may begin ``text``: of most that is asked, which is people, nothing more need be looked at."""
    first, _, rest = text.lstrip(" ,:;.|").partition(",")
    if _TELLS.search(first):
        return True
    # A name, and its year, its volume or its acronym behind the comma.
    return bool(rest) and (first.isupper() or "(" in rest or bool(re.match(r"\s*(?:\d|[Vv]ol)", rest)))


_UNPRINTED = re.compile(rf"in {UNPRINTED}", re.IGNORECASE)
_LONGEST = 1500  # characters of a venue with its marks; what is longer may be a whole page


@lru_cache(maxsize=1 << 12)
def venue_of(text: str, surely: bool = False) -> tuple[str | None, int | None] | None:
    """(venue, year) where ``text`` says nothing else, or None. ``surely``: it stands where venues stand."""
    if len(text) > _LONGEST or not (surely or _may_be(text)):
        return None
    text = HAN_BRACKETS.sub(r" (\1)", text)
    line = _HAN_YEAR.sub(r"\1 ", re.sub(rf"，(?={YEAR})", ", ", inline.plain(text))).strip(" ,:|/()[]【】（）{}")
    line = without_second(SUBJECT.sub(r"\1", re.sub(r"\bpp(?=\d)", "pp. ", line)))
    line += ")" * (")" in text and line.count("(") == line.count(")") + 1)
    if _PEOPLE_FIRST.match(line) or line.startswith("#") or stand_before_dash(line):
        return None
    turned = _SHORT_YEAR_FIRST.fullmatch(line)
    if led := LED.fullmatch(line):
        return venue_of(led[1], surely=True)
    if turned and not (" " in turned[2] and likeness(turned[2]) == 2):
        return (venue_of(turned[2], surely=True) or (None,))[0], full_year(turned[1], surely=True)
    bracketed = surely or text.lstrip()[:1] in ("(", "[")
    if len(line) <= 300 and (numbered := _numbered(line.rstrip(".;"), bracketed)):
        return numbered
    if surely and _UNPRINTED.match(line):
        told = re.search(rf"\b{YEAR}\b", line)
        return (None, int(told[0])) if told else None
    if printed := printed_of(line, venue_of):
        return printed
    line = _unled(line)
    if not line or len(line) > 300:
        return None
    if day := DATE.fullmatch(line):
        return None, int(day[1])
    return _in_words(line, surely, text.lstrip()[:1] == "(")


def _in_words(line: str, surely: bool, bracketed: bool) -> tuple[str | None, int | None] | None:
    """(venue, year) where the words of ``line`` are those of a venue, and say no more than where and when."""
    first = _first_part(line)
    rest = line[len(first) :]
    if rest.startswith(". ") and is_place(rest) and not re.search(rf"\d|{STOP}\s", rest[1:]):
        line = first  # where its authors work
    kind = _KIND.search(first) or _spelled(first) or journal_in(first, rest, bracketed)
    dated = _WITH_YEAR.match(first)
    early = not kind or surely or dated or _early(first[: kind.start()], kind[0])
    if kind and kind[0] in ("Nature", "Science") and not surely and _DEPARTMENT.search(line):
        return None
    initial = kind and kind[0] == "J." and not surely and _WITH_J.match(line)
    if not early or (initial and likeness(re.split(r" (?:and|&) ", first)[0]) == 2):
        return None
    if not _is_more(line[len(first) :]) or _PROSE.search(first) or not (kind or (dated and len(line) <= 60) or surely):
        return None
    if not surely and _says_more(first, line[len(first) :], bool(dated)):
        return None
    stated = dated or surely or re.search(rf"\b{YEAR}\b|\d{{4}}\.\d{{4,5}}", line)
    if not stated and len(line.split()) > 3 and not _OPENS.match(line):
        return None
    venue, year = venue_and_year(NUMBERS.sub("", _BEHIND_PAGES.sub(r"\1", line)).strip(" ,;"))
    year = year or _year_in(line)
    made = dated and not kind and re.fullmatch(r"[A-Z][a-z]\w+", venue or "") and is_organisation(venue or "")
    if (made and not known(venue or "")) or venue in _SEASONS or (year and venue == "Proceedings"):
        return None, year  # "Acme 2016" says who made it
    if not venue or _NO_NAME.match(venue) or len(venue) > 150 or (not kind and year is None and not surely):
        return None
    if venue.count("(") > venue.count(")"):
        return None  # a remark that was cut
    return venue, year


def _first_part(line: str) -> str:
    """What a venue is called: behind it are only volume, pages, publisher and year."""
    comma = r",\s(?![a-z])" if _FIELDS.search(line) else r",\s"
    return re.split(rf"{comma}|,(?=[A-Z])|;|{STOP}\s", line, maxsplit=1)[0]


_DEPARTMENT = re.compile(r"^of\s|\b(?:Department|Dept\.?|Faculty) of\b|\b(?:into|via)\b")
"""Where people work, whatever else is named there: "Science and Department of Looms, Institute of Technology"; and
the end of a title: "Nature Words and Cards into One Loom"."""
_WITH_J = re.compile(
    r"(?:[A-Z][a-z][\w'’-]* )?(?:[A-Z]\.\s?)*J\.(?:\s?(?:[A-Z]\.\s?)*"
    r"|, (?:and )?(?=[^\s.]+ [A-Z][a-z-]+[.,]))[A-Z][a-z]"
)
"""A person's initial, not a journal: "Ada J. Lovelace and Alan Turing", "Ada J., Alan Turing, OSDI"."""
_SEASONS = ("Spring", "Summer", "Fall", "Autumn", "Winter")
_NO_NAME = re.compile(
    r"[A-Z][a-z]{3,20}\s?[:：](?:\s|$)|\d{4}\.\s"
    r"|(?i:(?:papers and )?proceedings|workshops?|conference|journal|symposium|venue)$"
)
"""A label before what is no venue, "Publisher: Acme", or a word that tells the kind of one and none: "(workshop)"."""


def _unled(line: str) -> str:
    """``line`` without the words that lead to a venue, a second place behind it, and the month behind its year."""
    line = HONOUR.sub("", line)
    line = re.sub(r"(?<=\d) (?:and|&) [A-Za-z][^,;.]*\d(?: Workshop)?\.?$|;+$", "", line)
    line = re.sub(
        r"^(?:(?:intro|venue|conference(?!\s(?:on|of|for)\b)|pub(?:lished)?|appeared"
        r"|accepted(?: (?:by|for|to)(?: the)?)?|available|to appear|invited talk|keynote)[:\s]\s*)?"
        r"(?:(?:in|at|@)[:\s]\s*)?(?=[A-Z\d{])",
        "",
        line,
        flags=re.IGNORECASE,
    )
    line = re.sub(rf"^({YEAR})([A-Z]{{3,8}})$", r"\2 \1", line)
    line = re.sub(r"(?<=\d\d)(?:Highlight|Oral|Spotlight|Poster)$", "", line)
    line = re.sub(r"(?<=[A-Za-z])(?:-(?=20\d\d$)|(?=20\d\d\b))", " ", line)
    line = re.sub(r"^[Aa]r(?:[Vv]i[Xx]\b|[Xx]iv white ?paper\b)", "arXiv", line)
    line = re.sub(r"(?<=\s20\d\d)[/.-](?:0[1-9]|1[0-2])$|(?<=[A-Za-z]\s)(?:0[1-9]|1[0-2])[/.-](?=20\d\d$)", "", line)
    return line.rstrip(".").replace("{", "").replace("}", "")


_FIELDS = re.compile(r"\b(?:conference|symposium|workshop|transactions|journal) (?:on|of) ", re.IGNORECASE)
"""Behind these a comma may stand inside the name: "Conference on Acoustics, speech and signal processing"."""


def _spelled(first: str) -> re.Match[str] | None:
    """A known acronym and its year in another case: "Usenix Security 20", "Sigcomm 2019"."""
    found = re.fullmatch(rf"([A-Z][\w ]{{4,20}}?)[\s_-]?['’]?(?:{YEAR}|\d\d)", first)
    return found if found and known(found[1]) else None


def _year_in(line: str) -> int | None:
    """The year in "USENIX Security 23" and in "Systems. 2024: 929-947"."""
    if (two := re.fullmatch(r"(.+?) '?(\d\d)", line)) and known(two[1]):
        return 2000 + int(two[2])
    paged = re.search(rf"[.,]\s({YEAR}):\s*\d", line)
    return int(paged[1]) if paged else None


_NAMES = re.compile(
    r"\.\s(?:[A-Z][\w’'-]+(?: |, [^,]{2,40} and )|(?!Springer|Elsevier|Wiley|Citeseer)[A-Z][\w’'-]*[a-z]$)"
)
"""What stands behind a venue, and is no publisher: "Ada Lovelace", "Lovelace, Ada and Turing, Alan", "Lovelace"."""


def _says_more(first: str, rest: str, dated: bool) -> bool:
    """Whether people, or what else is said there, stand behind the ``first`` part of what may be a venue."""
    if (dated or re.search(rf"[A-Za-z] {YEAR}$", first)) and _NAMES.match(rest):
        return True
    return "," in rest and not re.search(r"\d", rest) and bool(authors_of(rest.strip(" .,")))


_MORE = re.compile(
    r"[.&’'-]*|[.’'#-]*\d\S*|pp?\.\w?\d\S*|[Vv]ol(?:ume)?\.?|[Nn]o\.?|[Nn]umber|[Ii]ssue|pp?\.?|[Pp]ages?|[Aa]rticle"
    r"|of|on|and|for|in|the|arXiv|[A-Z][\w&.’'\u0300-\u036f-]*"
)


def _is_more(text: str) -> bool:
    """Whether only what goes with a venue stands in ``text``: its publisher, volume, pages, year."""
    # Word by word: one expression over all of them would try each way to share them out.
    return all(_MORE.fullmatch(word) for word in re.split(r"[\s,;:()–/]+", text))


def _early(before: str, known: str) -> bool:
    """Whether ``known`` stands where the name of a venue has it: no words of a title before it."""
    words = re.findall(r"[A-Za-z][\w&.-]*", before)
    if any(map(is_legal_form, words)):
        return False  # a company, where the last of the authors works
    spelled = known not in KNOWN and not known.startswith("SIG")
    odd = [word for word in words if not re.fullmatch(r"[A-Z]\S*|of|on|the|for|and|in|at|to|a|an|th|st|nd|rd", word)]
    capitals = [word for word in words if len(word) > 2 and word.isupper() and word not in KNOWN]
    return (len(words) <= 2 and not capitals) or (
        not odd and (spelled or bool(re.match(r"\s*(?:In\b|The\b|\d|Proc|Int)", before)))
    )


_PROSE = re.compile(
    r"\bet\.? al\b|^by\s"
    r"|\b(?:by|is|was|are|this|that|talk|see|we|our|paper|video|slides|from|about|using|given|best|read)\b|[，。；]\s*[\u4e00-\u9fff]{2}"
)
_OPENS = re.compile(
    r"(?:\d|In\b|Proc|IEEE|ACM|USENIX|Journal|Transactions|Advances|Communications|Nature|Science|arXiv|arxiv|[Ww]orkshop"
    r"|(?:Lecture|Electronic) Notes in|[A-Z][a-z]+ Journal of\b)"
)


def is_place(text: str) -> bool:
    """Whether ``text`` names where people work, such as "@Fujitsu" or "UC Berkeley"."""
    return bool(
        re.match(r"\s*@", text)
        or re.search(
            r"\b(?:Universit\w+|Univ\.?|Institute|Inc\.?|Labs?|Laborator\w+|Berkele?y|Berkerley|MIT|CMU|Google|"
            r"Microsoft|Facebook|Amazon|Alibaba|Intel|NVIDIA|IBM|Stanford|Tsinghua|Tencent|ETH|EPFL|UC [A-Z]\w+|UW|Penn"
            r"|[Bb]erkerley)\b",
            text,
        )
    )


def first_of(text: str) -> tuple[str | None, int | None] | None:
    """The venue in "ICML 2019, Oral" or "NeurIPS 2020 Spotlight"."""
    head, _, tail = text.partition(",")
    dated = re.fullmatch(r"(.{2,40}?\d\d)\s+(?:from|by|at|in|with)\b(.{2,40})", text)
    if dated and (place := venue_of(dated[1])) and all(place):
        return place
    if (day := DATE.fullmatch(tail.strip())) and len(head.split()) <= 2 and not venue_of(head):
        return None, int(day[1])
    place = venue_of(head) if len(tail) <= 40 else None
    if place and place[0] and not place[1]:
        year = re.search(rf"\b({YEAR})\b", tail)
        return (place[0], int(year[1])) if year else place
    return place


def named_year(text: str) -> tuple[str | None, int | None] | None:
    """A name of several words and a year in brackets behind a title: "(Distributed and Parallel Databases 2020)"."""
    word = r"(?:npj )?[A-Z][\w&'’-]*"
    told = rf"\s*({word}(?: (?:of|and|on|for|in|the|&|{word})){{1,6}}),? ({YEAR})(?:\.(?:0[1-9]|1[0-2]))?\s*"
    named = re.fullmatch(told, text)
    if not named or re.search(rf"^{MONTH} ?\d*$|^\S+ (?:and|&) \S+$", named[1]) or likeness(named[1]) == 2:
        return None
    if is_sure(" ".join(named[1].split()[:2])):
        return None  # a person before an acronym
    return venue_of(text, surely=True)
