"""What a badge says, a picture of words in a colour: https://shields.io/badges/static-badge.

With a year they say where a paper appeared, which some lists say nowhere else.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

from readtrack.importers._conferences import surely_known

_BADGE = re.compile(
    r"https?://img\.shields\.io/badge/(?:((?:[^-/?#]|--){2,40})-)?((?:[^-/?#]|--){2,60})-[\w%]{2,20}(?:[?#.].*)?$"
)
_YEAR_LAST = re.compile(r"(?<!\d)(?:19|20)\d\d$|[a-zA-Z]['’]\s?\d\d$")
_MEETING = re.compile(
    r"([A-Za-z][A-Za-z& -]{1,30}?)(?:(?:\s?(?:20\d\d|['’]\s?\d\d)|[0-3]\d)(?: [A-Z][A-Za-z]+){0,2}|\d\d)"
)
"""A meeting, its year and a kind of papers there: "EMNLP 2024 Findings"; that of "MICRO54 Best" is its number."""
_OF_PLACES = re.compile(
    r"conference|journal|proceedings|venue|workshop|(?:accepted|appeared|published)(?: (?:at|by|in|to))?", re.IGNORECASE
)
"""What the half before a venue and its year calls them."""
_BY_PUBLISHER = re.compile(
    r"(?:ACM|Elsevier|IEEE|MDPI|PMLR|Preprint|Springer|Wiley|Others?)[ '’]{0,2}(?:20)?([0-3]\d)", re.IGNORECASE
)
"""Who printed a paper, which is no venue, and the year, beside badges of venues: "Elsevier25", "Other25"."""
_UNPRINTED = re.compile(
    r"(?:(?:in|under) (?:preparation|progress|review|submission)|submitted|tb[ad]|unpublished)\b", re.IGNORECASE
)
"""What stands where a venue does, with a year, before there is one: "Under Review 2024"."""
_ODD = re.compile("[\x00-\x1f\x7f]")


def place_on(picture: str) -> str:
    """The venue and year that a picture is a badge of, or the year alone; "" where it is anything else.

    Where it has two halves, or words behind the year, the venue must be one that is known.
    """
    found = _BADGE.match(picture)
    label, said = map(_words, found.groups("")) if found else ("", "")
    if _UNPRINTED.match(said):
        return ""
    if _OF_PLACES.fullmatch(label) and re.match(r"[A-Z][A-Za-z]", said):
        label = ""
    said = f"{label} {said}" if label and re.fullmatch(r"20\d\d", said) else said
    if not label and (printed := _BY_PUBLISHER.fullmatch(said)):
        return f"20{printed[1]}"
    meeting = _MEETING.fullmatch(said)
    told = meeting and (surely_known(meeting[1]) or meeting[1].strip().lower() == "arxiv")
    return said if told or (not label and _YEAR_LAST.search(said)) else ""


def _words(badge: str) -> str:
    """The words of a badge, from its address."""
    return _ODD.sub("", unquote(badge).replace("__", "_").replace("_", " ").replace("--", "-")).strip()
