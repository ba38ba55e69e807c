"""A title in italics behind family names, and nothing behind it but where or when it appeared -> title and facts.

``Lovelace and Babbage, *Looms, Cards, and a Mill* (1843)``, ``Lovelace et al. — *LoomNet* [[pdf]](url)``: the italics
are all of the title, whatever words are in it; were they a place, no title would be left.
"""

from __future__ import annotations

import re

from readtrack.importers._conferences import known
from readtrack.importers._people import is_sure
from readtrack.importers.markdown.line.ends import behind_title
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.markup.inline import BOLD, EM, EM_END, LABEL, LINK
from readtrack.importers.markdown.said.groups import Facts
from readtrack.importers.markdown.said.people import families_in
from readtrack.importers.markdown.said.place import KNOWN, YEAR, venue_of

_SLANTED = re.compile(
    rf"(?P<who>[^\d\n:.;\"“{BOLD}{EM}{LINK}{LABEL}]{{3,300}}(?: al\.)?)(?:,\s|\s?[–—]\s|\s-\s)\s?"
    rf"{EM}(?P<title>[^{EM}{EM_END}\n]{{2,300}}){EM_END}(?P<after>\s{{0,3}}(?:[(][^()\n]{{0,80}}{YEAR}[)])?[\s.]{{0,9}}(?:{LABEL}|$))"
)


def slanted_in(text: str) -> tuple[str, Facts, str] | None:
    """The title in italics that all but people and where or when are."""
    found = _SLANTED.match(text)
    people = families_in(found["who"]) if found else ()
    title = inline.plain(found["title"]).strip() if found else ""
    short, long = " " not in title, len(title.split()) > 3
    if not found or not people or not (long or "et al" in found["who"] or any(is_sure(one.name) for one in people)):
        return None
    if venue_of(title) or known(title) or title in KNOWN or (short and not re.search(r".[A-Z\d]", title)):
        return None  # "Lovelace et al., *Nature* (1843)"
    if short and not ("et al" in found["who"] and re.search(YEAR, found["after"])):
        return None
    return title, Facts(authors=people).over(behind_title(text[found.start("after") :])), "bold"
