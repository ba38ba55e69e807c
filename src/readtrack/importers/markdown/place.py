"""Where and when a paper appeared, told from everything else that a line of a reading list may say."""

from __future__ import annotations

import re

from readtrack.importers._conferences import ACRONYMS
from readtrack.importers._venues import venue_and_year
from readtrack.importers.markdown import inline

YEAR = r"(?:1[89]|20)\d\d"
MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
DATE = re.compile(
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?:{MONTH}\.?,?\s+)?(?:\d{{1,2}},\s+)?({YEAR})(?:[./-]\d{{1,2}}){{0,2}}年?",
    re.IGNORECASE,
)
_ACRONYM = r"[A-Z][A-Za-z]*[A-Z][A-Za-z]*(?:[-/@+&][A-Z][A-Za-z]+)*"
KNOWN = (
    *(acronym for acronym in ACRONYMS if len(acronym) > 3),  # "EC" and "SAT" are words, too
    *"""ACL ACM ACMMM APLAS ASE ATC ATVA AutoML CACM CADE CAV CCS CGF CGO CHI CLOUD CONEXT CONLL CSF DAC DSN ECML EMSOFT
    ESA ESEC EUROSYS EuroMLSys Eurosys FC FMCAD FPL FSE FoSSaCS HASP HOTOS HotEdge ICMLW ICS ICST IEEE IGARSS IJCV
    IMC Interspeech IoTDI JAIR KDD MSR NIPS OSR PAMI PLOS PNAS RECOMB RTAS SC SDM SEC SICOMP SIGKDD SIGOPS SIGSOFT
    SOCC SOSR SP SysML TACO TC TCAD TCC TCS TDSC TIFS TIP TIST TKDD TKDE TNNLS TOCS TODS TOG TOIS TON TOPLAS TOS
    TOSEM TPAMI TPDS TSE UAI UCC USENIX VEE VLSI VMCAI WWW arXiv ArXiv arxiv CoRR bioRxiv medRxiv HAL ePrint SSRN
    preprint Preprint S&P""".split(),
)
"""What says, in the spelling that it has there, that a place of publication is meant."""

OF_JOURNALS = frozenset(
    """CACM CGF IJCV JAIR JMLR OSR PAMI PNAS PVLDB SICOMP TACAS TACL TACO TC TCAD TCC TCS TDSC TIFS TIP TIST TKDD
    TKDE TMLR TNNLS TOCS TODS TOG TOIS TON TOPLAS TOS TOSEM TPAMI TPDS TSE IEEE ACM USENIX""".split()
)
PREPRINTS = ("arxiv", "corr", "biorxiv", "medrxiv", "hal", "eprint", "ssrn", "preprint")
_KIND = re.compile(
    r"\b(?:Conference|Conf\.|Symposium|Symp\.|[Ww]orkshops?|Journal|J\.|Proceedings|Proc\.|Transactions|Trans\.|Letters"
    r"|Lett\.|Magazine|Reviews?|Annals|Bulletin|Communications of|Comm\. ACM|Computing Surveys|Advances in"
    r"|Lecture Notes|Foundations and Trends|Tech(?:nical|\.)? [Rr]ep(?:ort|\.)?|Nature|Science|[Tt]hesis|Press"
    r"|Springer|Morgan|Elsevier"
    rf"|[Oo]pen[Rr]eview|SIG[A-Z]{{2,}}|{'|'.join(map(re.escape, KNOWN))})(?:\b|(?=\d))"
)
_WITH_YEAR = re.compile(
    rf"(?:{_ACRONYM}|[A-Z][A-Za-z]+)\s?[-_]?\s?(?:['’`‘]?\s?{YEAR}|['’`‘]\s?\d\d)\b|{_ACRONYM}\s?['’`‘]?\s?\d\d\b"
)
_NUMBERS = re.compile(
    r",?\s*\b(?:vol(?:ume)?\b\.?|no\b\.|number|issue|pp?\.|pages?)\s*[\dA-Z][\w.:–-]*(?=[\s,;.)]|$)", re.IGNORECASE
)


def venue_of(text: str, surely: bool = False) -> tuple[str | None, int | None] | None:
    """(venue, year) where ``text`` says nothing else, or None. ``surely``: it stands where venues stand."""
    line = inline.plain(text).strip(" ,;:|()[]【】（）{}")
    line = re.sub(
        r"^(?:(?:intro|venue|conference|published|appeared|accepted|to appear)[:\s]\s*)?"
        r"(?:(?:in|at|@)[:\s]\s*)?(?=[A-Z\d{])",
        "",
        line,
        flags=re.IGNORECASE,
    )
    line = line.rstrip(".").replace("{", "").replace("}", "")
    if not line or len(line) > 300:
        return None
    if day := DATE.fullmatch(line):
        return None, int(day[1])
    # What a venue is called stands in the first part: behind it are only volume, pages, publisher and year.
    first = re.split(r",\s|;|\.\s", line, maxsplit=1)[0]
    known, dated = _KIND.search(first), _WITH_YEAR.match(first)
    if known and not surely and not dated and not _early(first[: known.start()], known[0]):
        return None
    if not _is_more(line[len(first) :]) or _PROSE.search(first) or not (known or (dated and len(line) <= 60) or surely):
        return None
    stated = dated or surely or re.search(rf"\b{YEAR}\b|\d{{4}}\.\d{{4,5}}", line)
    if not stated and len(line.split()) > 3 and not _OPENS.match(line):
        return None
    venue, year = venue_and_year(_NUMBERS.sub("", line).strip(" ,;"))
    if not venue or len(venue) > 150 or (not known and year is None and not surely):
        return None
    return venue, year


_MORE = re.compile(
    r"[.&’'-]*|[.’'-]*\d\S*|[Vv]ol(?:ume)?\.?|[Nn]o\.?|[Nn]umber|[Ii]ssue|pp?\.?|[Pp]ages?|[Aa]rticle"
    r"|of|on|and|for|in|the|[A-Z][\w&.’'-]*"
)


def _is_more(text: str) -> bool:
    """Whether only what goes with a venue stands in ``text``: its publisher, volume, pages, year."""
    # Word by word: one expression over all of them would try each way to share them out.
    return all(_MORE.fullmatch(word) for word in re.split(r"[\s,;:()–/]+", text))


def _early(before: str, known: str) -> bool:
    """Whether ``known`` stands where the name of a venue has it: no words of a title before it."""
    words = re.findall(r"[A-Za-z][\w&.-]*", before)
    spelled = known not in KNOWN and not known.startswith("SIG")
    odd = [word for word in words if not re.fullmatch(r"[A-Z]\S*|of|on|the|for|and|in|at|to|a|an|th|st|nd|rd", word)]
    capitals = [word for word in words if len(word) > 2 and word.isupper() and word not in KNOWN]
    return (len(words) <= 2 and not capitals) or (
        not odd and (spelled or bool(re.match(r"\s*(?:In\b|The\b|\d|Proc|Int)", before)))
    )


_PROSE = re.compile(
    r"\bet\.? al\b|^by\s"
    r"|\b(?:by|is|was|are|this|that|talk|see|we|our|paper|video|slides|from|about|using|given|best|read)\b"
)
_OPENS = re.compile(
    r"(?:\d|In\b|Proc|IEEE|ACM|USENIX|Journal|Transactions|Advances|Communications|Nature|Science|arXiv|arxiv|[Ww]orkshop)"
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
