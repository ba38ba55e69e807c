"""What stands around the names of venues: words that lead to one, how a paper was taken there, what arXiv adds."""

from __future__ import annotations

import re

_HONOURED = (
    r"(?:award|candidate|finalist|highlight|oral|paper|poster|presentation|runner[- ]up|session|spotlight|talk|winner)"
)
HONOUR = re.compile(
    r"(?<=\d)[ ,，]{0,2}的?(?:最佳|杰出|优秀)?(?:学生)?(?:论文|短文|长文)(?:奖|提名)?$"
    rf"|(?:(?<=\d)|(?<=\bworkshop)) (?:(?:best|distinguished|outstanding) paper(?: {_HONOURED})?"
    rf"|(?:short|long|full)(?: papers?)?|\((?:best [^()]{{0,30}}\b{_HONOURED}s?"
    rf"|(?:award|highlight|oral|poster|spotlight)s?(?:[ ,/&+-]{{1,3}}{_HONOURED}s?){{0,3}})\))$",
    re.IGNORECASE,
)
"""How a paper was taken at a venue: "(Oral)", "(Best Paper Award)"."""

LED = re.compile(
    r"In:? ([A-Z][\w&.'’-]*(?: (?:[A-Z][\w&.'’-]*|of|and|on|for|the)){0,5} (?:blog|magazine|news\w*|report)"
    r",? (?:19|20)\d\d)\.?"
)
"""A name that nobody knows, between "In" and its year: "In Loom blog 2018"; "In Cold Blood 1966" is a title."""
SUBJECT = re.compile(r"([Aa]r[Xx]iv:\s?[\w./-]{6,20}) ?\[[a-z]{2,8}(?:[.-][A-Za-z-]{2,8})?\]?")
"""What arXiv has a paper under, behind its number: "arXiv:1503.00001 [cs.LG]"."""
TAKEN = (
    r"(?i:oral|spotlight|highlight|poster|submission|(?:best|outstanding|distinguished)(?: (?:student|demo|short))?"
    r"(?: paper)?(?: award)?(?: (?:candidate|finalist|honou?rable mention|nominee|runner[- ]up))?)"
)
"""How a paper was taken, or is to be, behind a venue and its year: "OSDI 2020 best paper award, Notes on Looms"."""
