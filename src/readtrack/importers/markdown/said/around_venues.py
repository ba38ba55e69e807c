"""What stands around the names of venues: words that lead to one, how a paper was taken there, what arXiv adds."""

from __future__ import annotations

import re

from readtrack.importers._conferences import known
from readtrack.importers._months import MONTH
from readtrack.importers._organisations import is_organisation
from readtrack.importers._people import is_sure
from readtrack.importers.markdown.markup.inline import BOLD, BOLD_END, CODE, CODE_END, EM, EM_END, LABEL
from readtrack.importers.markdown.said.preprints import PREPRINTS

_HONOURED = (
    r"(?:award|candidate|finalist|highlight|oral|paper|poster|presentation|runner[- ]up|session|spotlight|talk|winner)"
)
HONOUR = re.compile(
    r"(?<=\d)[ ,，]{0,2}的?(?:最佳|杰出|优秀)?(?:学生)?(?:论文|短文|长文)(?:奖|提名)?$"
    rf"|(?:(?<=\d)|(?<=\bworkshop)) (?:(?:best|distinguished|outstanding) paper(?: {_HONOURED})?"
    r"|(?:short|long|full)(?: papers?)?|(?:accept|highlight|reject)(?:ed)?|withdrawn|(?:notable[ -])?top[ -]\d{1,2}\s?%"
    rf"|\((?:best [^()]{{0,30}}\b{_HONOURED}s?"
    rf"|(?:award|highlight|oral|poster|spotlight)s?(?:[ ,/&+-]{{1,3}}{_HONOURED}s?){{0,3}})\))$",
    re.IGNORECASE,
)
"""How a paper was taken at a venue: "(Oral)", "(Best Paper Award)"."""

UNPLACED = re.compile(
    rf"{EM}(?:preprint|(?:under|in) (?:preparation|review|submission)|submitted){EM_END}[ \t]*\n",
    re.IGNORECASE,
)
"""A line in italics that stands where a venue does, before there is one."""

HAN_BRACKETS = re.compile(r"(?<=[A-Za-z\d])[ \t]?（([^（）\n]{2,60})）")
"""Brackets of Chinese behind Latin letters: "Journal of Looms（JL）"."""

LED = re.compile(
    r"In:? ([A-Z][\w&.'’-]*(?: (?:[A-Z][\w&.'’-]*|of|and|on|for|the)){0,5} (?:blog|magazine|news\w*|report)"
    r",? (?:19|20)\d\d)\.?"
)
"""A name that nobody knows, between "In" and its year: "In Loom blog 2018"; "In Cold Blood 1966" is a title."""
_HELD = re.compile(
    r"(?:In:? )?([A-Z][\w&+-]{1,20}!?) ?['’](\d\d): (?:Companion )?Proceedings of (?:the )?"
    r"(?=[^.;]{0,80}\b(?:[Cc]onf|[Ss]ymp|[Ww]orkshop))(?:[^.\n]|\.(?! [A-Z])){5,300}"
)


def held_as(line: str) -> tuple[str, int] | None:
    """What a meeting is called for short, as the ACM has it before its proceedings, and its year, where ``line`` says
    nothing else: "In Looms '05: Proceedings of the 2005 workshop on Looms, pages 4--6, Turin"."""
    found = _HELD.fullmatch(line)
    return (known(found[1]) or found[1], int(found[2]) + (1900 if found[2] >= "50" else 2000)) if found else None


SUBJECT = re.compile(
    r"([Aa]r[Xx]iv:\s?[\w./-]{6,20}) ?\[[a-z]{2,8}(?:[.-][A-Za-z-]{2,8})?\]?|(?<=\bCoRR),(?=\s?abs/\d)"
)
"""What arXiv has a paper under, behind its number, "arXiv:1503.00001 [cs.LG]", and the comma before that of dblp:
"CoRR, abs/1503.00001"."""
TAKEN = (
    r"(?i:oral|spotlight|highlight|poster|submission|(?:best|outstanding|distinguished)(?: (?:student|demo|short))?"
    r"(?: paper)?(?: award)?(?: (?:candidate|finalist|honou?rable mention|nominee|runner[- ]up))?)"
)
"""How a paper was taken, or is to be, behind a venue and its year: "OSDI 2020 best paper award, Notes on Looms"."""

_OPEN, _CLOSE = rf"[(\[【（{BOLD}{EM}{CODE}]{{1,2}}", rf"[)\]】）{BOLD_END}{EM_END}{CODE_END}]{{1,2}}"
_KIND = (
    rf"(?:{TAKEN}"
    r"|(?i:(?:(?:long|short|full|regular|main|demo|industr(?:y|ial)|applied|research|student|special"
    r"|datasets? (?:and|&) benchmarks?|d&b|oral|poster|spotlight|highlight|award|invited|extended|best)\s?){1,2}"
    r"(?:abstract|candidate|conference|demo|paper|presentation|session|talk|track)?s?"
    r"|demo|keynote|honou?rable mention|test[- ]of[- ]time(?: award)?|accept(?:ed)?|to appear|under review"
    r"|(?:notable[ -]?)?top[ -]?\d{1,2}\s?%|(?:CCF|CORE)[ -]?[ABC]\*?))"
)
_TAKEN_AS = rf"{_KIND}(?:\s?(?:[,/&+]|and)\s?{_KIND}){{0,2}}"
"""How a paper was taken, by whom or for what: "Oral, Best Paper", "Industry Track", "top 5%"."""
_HOW = re.compile(
    r"(?<![\w'’])(?P<venue>[A-Z][A-Za-z&+]{1,15}(?: [A-Z][A-Za-z]{2,15})?)(?P<when>[\s'’-]{0,2}(?:19|20)?\d\d"
    rf"[)\]】）{BOLD_END}{EM_END}{CODE_END}]{{0,2}})"
    rf"(?:[\s,.|-]{{0,3}}{_OPEN}(?P<set>{_TAKEN_AS}){_CLOSE}"
    rf"|(?:[\s,/–-]{{1,3}}|\s\|\s)(?P<last>{_TAKEN_AS})(?=[\s.,;]*(?:{LABEL}|{_CLOSE}|\n|$))"
    rf"|[,.|]\s{{1,2}}(?P<bare>{_TAKEN_AS})(?=[.,|]\s))"
)


def without_honour(line: str) -> tuple[str, str]:
    """``line`` without how a paper was taken, set off behind a known venue and its year, and that: "Looms, OSDI 2020
    (best paper)", "OSDI 2020, Oral. Looms"."""
    told = (one for one in _HOW.finditer(line) if known(one["venue"]) or known(one["venue"].rpartition(" ")[2]))
    found = next(told, None)
    if not found:
        return line, ""
    return line[: found.end("when")] + line[found.end() :], found["set"] or found["last"] or found["bare"]


_YEAR = r"(?:1[89]|20)\d\d"
_SECOND = re.compile(
    rf"(?P<place>{_YEAR}, \w[^/,]{{1,40}}?) / [^/,]{{2,60}}"
    rf"|(?P<dated>\w[^/,\d]{{1,40}}? {_YEAR}) / (?P<of>[A-Z\d][^/,]{{1,60}})"
)
_OTHER = re.compile(
    rf"\b(?:Annals|Conference|Journal|Letters|Magazine|Proceedings|Reviews?|Symposium|Transactions|Workshops?|{_YEAR})\b"
)
_NO_PLACE = re.compile(rf"(?:{MONTH}|spring|summer|fall|autumn|winter|blog) {_YEAR}", re.IGNORECASE)


def without_second(line: str) -> str:
    """``line`` without a second place behind a slash, or what the first is called there, "2021, OSDI / a dataset of
    Acme"; nor what the paper is about, "OSDI 2021 / Wide Looms", which is none that wrote it or printed it, too.

    Not behind a month, a season or a blog; behind a preprint, one word in capitals is where it appeared then.
    """
    found = _SECOND.fullmatch(line) if " / " in line else None
    if not found or found["place"]:
        return found["place"] if found else line
    said = found["of"]
    preprint = found["dated"][:-5].lower() in PREPRINTS and said.isupper() and said.isalpha()
    other = preprint or _NO_PLACE.fullmatch(found["dated"]) or known(said) or _OTHER.search(said)
    return line if other or is_sure(said) or is_organisation(said) else found["dated"]
