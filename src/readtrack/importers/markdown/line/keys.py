"""The key of a citation, which stands in brackets before its authors and is made of their names: "[LT43]", "[Lov43]".

BibTeX's style "alpha" makes them so (https://ctan.org/pkg/bibtex). A conference and its year look no different.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from readtrack.importers._conferences import known
from readtrack.importers.markdown.markup.inline import (
    BOLD,
    BOLD_END,
    EM,
    EM_END,
    LABEL,
    LINK,
    LINK_END,
    Marked,
    is_web,
    names_links,
    numbers_in,
)
from readtrack.importers.markdown.said.groups import Facts
from readtrack.importers.markdown.said.place import KNOWN, YEAR
from readtrack.model import Author

NAME_AND_YEAR = (
    r"(?:(?:[Vv]an|[Vv]on|[Dd]e|[Dd]er|[Dd]en|[Dd]i|[Dd]u|[Ll]a|[Ll]e|[Ee]l|[Tt]en) ){0,2}"
    rf"((?:De|Mc|Mac|Di|La|Le|Van|O')?[A-Z][a-z]+(?:-[A-Z][a-z]+)*)({YEAR})[a-z]?"
)
"""The key of a citation: "[Lovelace1843]", "[de Lovelace-Byron1843]"; a conference that is known is written so, too."""
_NAMED = re.compile(
    rf"(\s*(?:\[[ xX]\]\s+)?)[{BOLD}{EM}]*\[{NAME_AND_YEAR}\][{BOLD_END}{EM_END}]*[.:]?\s*"
    rf"(?=[A-Z\d{BOLD}{EM}{LINK}\"“])"
)
_KEY = re.compile(
    rf"(\s*(?:\[[ xX]\]\s+)?)[{BOLD}{EM}]*\[([A-Za-z]{{2,9}})\+?['’-]?({YEAR}|\d\d)?[a-z]?\]"
    rf"[{BOLD_END}{EM_END}]*[.:]?\s+(?=\S)"
)
_PARTICLE = re.compile(r"(?:van|von|de|der|den|di|la|le|el)\s", re.IGNORECASE)


def keyed(text: str, said: Facts) -> tuple[str, int | None] | None:
    """``text`` without the key that it begins with, and the year in that; ``said``: what stands behind the key."""
    named = _NAMED.match(text)
    if named and not said.authors and not (known(named[2]) or named[2] in KNOWN):
        return f"{named[1]}{text[named.end() :]}", int(named[3])
    found = _KEY.match(text)
    if not found or not _is_of(found[2].casefold(), said.authors):
        return None
    if (known(found[2]) or found[2] in KNOWN) and not said.venue:
        return None
    year = int(found[3] or 0)
    century = 0 if year > 99 else 1900 if year > 40 else 2000
    return f"{found[1]}{text[found.end() :]}", year + century if found[3] else None


_LINKED = re.compile(
    rf"(?:[.,;]?\s+[Ss]ources?(?:\s?:)?|(?<=[^\s,;&]))\s+(?:{LINK}.(?P<said>[^{LINK_END}]+){LINK_END}|{LABEL}(?P<label>.))\s*$"
)
_SPOKEN = frozenset(("lecture", "seminar", "course"))
"""What is held each year, and may be called by that: "[lecture_1843](url)"."""
_OF_LINK = re.compile(rf"([a-z]{{2,20}})(?:_[a-z]{{1,20}}){{0,3}}_({YEAR})[a-z]?")


def linked_key(marks: Marked) -> tuple[str, int] | None:
    """A line without the key that it ends in, and the year in that: "Notes on Looms. Source: [lovelace_1843](url)"."""
    at = max(0, len(marks.text) - 200)
    found = _LINKED.search(marks.text, at)
    link = marks.links[numbers_in(found[0])[-1]] if found else None
    key = _OF_LINK.fullmatch((found["said"] or link.label or "") if found and link and is_web(link.url) else "")
    if not found or not key or known(key[1]) or known(key[1].upper()):
        return None
    if key[1] in _SPOKEN or names_links(key[1], perhaps=True):
        return None  # "[notes_1843](url)"
    return marks.text[: found.start()], int(key[2])


def _is_of(key: str, authors: Sequence[Author]) -> bool:
    """Whether ``key`` is how the one author's family name begins, or its initials; or how those of several begin."""
    families = [_family(one.name) for one in authors]
    if len(families) == 1:
        initials = "".join(word[0] for word in families[0])
        return (len(key) > 2 and "".join(families[0]).startswith(key)) or (len(key) > 1 and key == initials)
    reached = {0}
    for number, words in enumerate(families[:9], 1):
        joined = ["".join(words), words[-1], "".join(word[0] for word in words)]
        ends = {at + len(start) for at in reached for start in _starts(joined) if key.startswith(start, at)}
        if len(key) in ends and (number > 1 or len(key) > 2):
            return True  # a key names the first of many
        reached = ends
    return False


def _starts(words: Sequence[str]) -> set[str]:
    return {word[:length] for word in words for length in (1, 2, 3)}


def _family(name: str) -> list[str]:
    """The family name of a person, with the particle before it: "de Moura"."""
    words = name.casefold().split()
    at = len(words) - 1
    while at > 1 and _PARTICLE.match(f"{words[at - 1]} "):
        at -= 1
    return words[at:] if words else [""]
