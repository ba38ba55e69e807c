"""What stands where names of venues do, and is none: months, languages, states of printing, a reader's words."""

from __future__ import annotations

import re

from readtrack.importers._months import ENGLISH_MONTH
from readtrack.importers._venues import UNPRINTED

NOT_YET = r"(?:forthcoming|in press|to appear)"
"""How it is said that a paper is to be printed."""

_STATE = re.compile(
    rf"{NOT_YET}|(?:in |under )?{UNPRINTED}|(?:conditionally )?accepted|draft|manuscript|n\.\s?d\.|submitted"
    r"|unpublished|optional|required|translated|various|unknown|none|tba|tbd"
    r"|(?:in )?(?:arabic|chinese|dutch|english|french|german|greek|italian|japanese|korean|latin|polish|portuguese"
    rf"|russian|spanish|swedish|turkish)|(?:{ENGLISH_MONTH}|spring|summer|autumn|fall|winter)(?:\s\d{{1,2}})?"
    r"|(?:[Pp]t|[Pp]arts?|[Vv]ol|[Vv]olume|[Cc]hapters?|[Ss]ections?)\b\.?\s?(?:[IVX]+|\d+|[A-Z]|one|two)",
    re.IGNORECASE,
)
COPY = re.compile(
    r"\b(?:appendix|blog|copy|dissertation|drafts?|edition|interview|lecture|notes?|podcast|posts?|preprints?"
    r"|presentation|recording|reports?|reprint(?:s|ed)?|slides?|summary|talks?|thesis|transcript|updated?|versions?"
    r"|(?:code|videos?)(?=\W*(?:\d|$)))\b",
    re.IGNORECASE,
)
"""What copies of a paper are called, and what goes with one: "journal version", "lecture notes"."""


def is_state(name: str) -> bool:
    """Whether ``name`` begins with words in lower case, or is a month, a language, a part, or tells that it is no more
    than to be printed; "npj Looms" is none of these."""
    return bool(_STATE.fullmatch(name.strip(" .:")) or re.match(r"[a-zß-ÿ]+(?: (?![A-Z])|$)", name))
