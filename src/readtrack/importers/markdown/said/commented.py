"""What the comments that arXiv has on a paper say of where it appeared: "Comments: 17 pages, accepted by CVPR 2024"."""

from __future__ import annotations

import re

from readtrack.importers._conferences import known
from readtrack.importers.markdown.said.groups import Facts
from readtrack.importers.markdown.said.place import KNOWN, venue_of

_COMMENT = re.compile(
    r"\s*(?:arXiv comments?|comments|journal[ -]?ref(?:erence)?s?)\s?[:：]\s*(\S.{1,600})",
    re.IGNORECASE | re.DOTALL,
)
_PARTS = re.compile(r"[;；，。]\s*|,\s+(?!\d{4}\b)|(?<!\b[A-Z])(?<!Proc)(?<!Trans)(?<!Conf)(?<!Int)\.\s+")
_LED = re.compile(
    r"(?:(?:has been|was|is|to be|paper|work|this) ){0,3}"
    r"(?:(?:accepted|published|presented|appear(?:ed|ing|s)?|to appear)(?: (?:as )?(?:an? )?"
    r"(?:oral|spotlight|poster|highlight|full|short|long|conference|regular)?(?: papers?| presentation)?)?"
    r" (?:at|by|for|in|to)|camera[ -]ready (?:version )?(?:at|for|of)) (?:the )?(?=[A-Z\d])",
    re.IGNORECASE,
)
_SIZE = re.compile(
    r"(?:(?:includ\w+|with|and|main(?: paper)?|appendix|total)?[\s:+]*\d+\s(?:\w+ )?"
    r"(?:pages?|figures?|tables?|pp|figs?)\.?(?:\s(?:and|with|\+)\s)?){1,9}\W*|n/a",
    re.IGNORECASE,
)
"""How long a paper is: of no use to its reader."""


def comment_in(text: str) -> tuple[Facts, str] | None:
    """Where and when a comment says that a paper appeared, and the words of it that say more; None where it does not.

    Its place is the first that a comment says, but for how long the paper is. What stands alone is known, and has its
    year beside it; what it was accepted by looks like a place without that, too.
    """
    found = _COMMENT.fullmatch(text)
    parts = [part.strip(" .") for part in _PARTS.split(found[1]) if part.strip(" .")] if found else []
    parts = [part for part in parts if not _SIZE.fullmatch(part)]
    led = _LED.match(parts[0]) if parts else None
    place = venue_of(parts[0][led.end() if led else 0 :]) if parts else None
    if not place or not place[0] or not (led or (place[1] and _is_known(place[0]))):
        return None
    return Facts(*place), text if parts[1:] else ""


def _is_known(venue: str) -> bool:
    return bool(known(venue) or venue in KNOWN)
