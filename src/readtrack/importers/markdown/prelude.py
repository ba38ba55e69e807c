"""What stands before the title of a line of a reading list: a box, a number, tags, the venue, a day, labels."""

from __future__ import annotations

import re

from readtrack.importers.markdown import inline
from readtrack.importers.markdown.facts import Facts, take_signs
from readtrack.importers.markdown.inline import BOLD, BOLD_END, CODE, CODE_END, EM, EM_END, LABEL, LINK
from readtrack.importers.markdown.place import KNOWN, YEAR, venue_of

_KNOWN_UPPER = frozenset(known.upper() for known in KNOWN)
_ORDINAL = re.compile(
    rf"(?P<open>[{BOLD}{EM}])?(?:\[\d{{1,4}}\]|\(\d{{1,3}}\)|#?\d{{1,3}}[.)](?=[\s{BOLD_END}])|#\d{{1,4}})[.:]?"
    rf"(?(open)[{BOLD_END}{EM_END}])\s*"
)
_TAG = re.compile(
    rf"[{BOLD}{EM}]*(?:[\[【]{BOLD}?([^\[\]【】{LINK}]{{1,60}}?){BOLD_END}?[\]】]|[{CODE}]([^{CODE_END}]+){CODE_END})[{BOLD_END}{EM_END}]*\s*[:：|–—-]?\s*"
)
_GROUPED = re.compile(rf"[{BOLD}{EM}]*[(（]([^()（）{LINK}]{{1,60}})[)）][{BOLD_END}{EM_END}]*\s*[:：|–—-]?\s*")
_SLASHED = re.compile(
    rf"[{BOLD}{EM}]*([^{LINK}{LABEL}/|:：–—]{{2,60}}?)(?:/(\d\d|{YEAR}))?[{BOLD_END}{EM_END}]*\s*(?:[/|:：–—]|\s-\s|(?=[{LINK}]))\s*"
)
_SAID = re.compile(rf"(?:code|paper|pdf|slides|video)s?\s*[:：]?\s+(?={LINK})", re.IGNORECASE)
DAY = re.compile(
    rf"[(（]?({YEAR})[./-]\d{{1,2}}(?:[./-]\d{{1,2}})?[)）]?\s*[:：|,–—-]?\s+|(?P<year>{YEAR})\s+[–—-]\s+(?=\S)"
)


def prelude(text: str) -> tuple[str, Facts]:
    """``text`` from where its title may begin, and what stands before: a box, a number, tags, the venue, labels."""
    facts = Facts()
    for _ in range(30):
        text = text.lstrip(" \n*·•-–,")
        if found := re.match(r"\[( |x|X|✓|✔|✅|)\](?=[\s\x01\x04])", text):
            facts = facts.over(Facts(read=bool(found[1].strip())))
        elif found := re.match(rf"{LABEL}.", text) or _ORDINAL.match(text) or _SAID.match(text):
            pass
        elif found := re.match(
            "(?:[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200d★☆✓]|:[a-z][a-z0-9_]{2,30}:)\\s*", text
        ):
            facts = facts.over(take_signs(found[0])[1])
        elif found := DAY.match(text):
            facts = facts.over(Facts(year=int(found[1] or found["year"])))
        elif (found := _TAG.match(text)) and _goes_on(text[found.end() :]):
            said = inline.plain(found[1] or found[2]).strip()
            place = venue_of(said)
            facts = facts.over(Facts(*place) if place else Facts(tags=(said,)))
        elif ((found := _GROUPED.match(text)) and _goes_on(text[found.end() :]) and (place := venue_of(found[1]))) or (
            (found := _SLASHED.match(text)) and _goes_on(text[found.end() :]) and (place := _leading(found, text))
        ):
            facts = facts.over(Facts(*place))
        else:
            break
        text = text[found.end() :]
    return text, facts


def _goes_on(text: str) -> bool:
    return bool(re.search(r"\w\W+\w", inline.plain(text)) or LINK in text)


def _leading(found: re.Match[str], text: str) -> tuple[str | None, int | None] | None:
    """The venue in "OSDI '20 / Title", "SOSP/25/Title", "NeurIPS 2020: Title"; never a system's name before a colon."""
    said = inline.plain(found[1]).strip()
    slash = text[: found.end()].rstrip()[-1:] in "/|"
    if not re.fullmatch(r"[A-Z][A-Za-z&+.-]*(?: [A-Za-z&+.-]+){0,2}?(?:\s?['’`]?\s?\d{2,4})?", said):
        return None
    place = venue_of(said, surely=slash and bool(re.match(r"\S*[A-Za-z][A-Z]", said)))
    if not place or not place[0] or not (place[1] or slash or said.upper() in _KNOWN_UPPER):
        return None
    if found[2] and not place[1]:
        return place[0], int(found[2]) if len(found[2]) == 4 else 2000 + int(found[2])
    return place
