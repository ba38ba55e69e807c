"""Where and when a paper appeared, set off from the title behind it -> the end of that, and facts.

``*OSDI 1843* **Notes on Looms**``, ``**OSDI** (1843) / *Notes on Looms*``, ``*OSDI 1843*. [Notes on Looms](url)``.
"""

from __future__ import annotations

import re

from readtrack.importers.markdown.markup.inline import BOLD, BOLD_END, CODE, EM, EM_END, LABEL, LINK, plain
from readtrack.importers.markdown.said.groups import Facts
from readtrack.importers.markdown.said.people import people_in
from readtrack.importers.markdown.said.place import YEAR, venue_of
from readtrack.importers.markdown.said.titles import is_cased

_PREPRINTED = re.compile(rf"[Aa]r[Xx]iv\s({YEAR})[.-]\d{{1,2}}\s+(?=\S+ \S)")
_ENDS = f"{BOLD_END}{EM_END}"
_SET_OFF = re.compile(
    rf"[(\[]*[{BOLD}{EM}]+[(\[]*(?P<name>[^{BOLD}{EM}{_ENDS}{LINK}{LABEL}\n]{{2,60}})[{_ENDS}]+"
    rf"(?P<year>,?\s?[(\[]?[{BOLD}{EM}]?(?:{YEAR}|['’]\d\d)\b[{_ENDS}]?)?[)\]]*"
    rf"(?:\s*[.,;:：|/–—-]+)?\s*(?P<title>(?P<mark>[{LINK}{BOLD}{EM}{CODE}\"“]+.?)?[^{_ENDS}{LINK}{LABEL}\n]{{4,300}})"
)
_NO_TITLE = re.compile(
    r"(?:accepted|award|best|challenge|conference|distinguished|findings|highlight|keynote|oral|outstanding|papers?|poster"
    r"|proceedings|spotlight|tutorial|workshop)s?\b",
    re.IGNORECASE,
)
"""What is said of a paper or of a conference behind its name."""


def placed_before(text: str) -> tuple[int, Facts] | None:
    """Where and when what stands behind it appeared, in italics or bold, and the end of that; what is behind
    is set off, too, or in capitals."""
    if found := _PREPRINTED.match(text):
        return found.end(), Facts("arXiv", int(found[1]))
    found = _SET_OFF.match(text)
    title = plain(found["title"]) if found else ""
    place = venue_of(plain(found["name"] + (found["year"] or ""))) if found and " " in title.strip() else None
    if not found or not place or not all(place) or people_in(title) or venue_of(title):
        return None
    if not found["mark"] and (not is_cased(title, 3) or _NO_TITLE.match(title)):
        return None
    return found.start("title"), Facts(*place)
