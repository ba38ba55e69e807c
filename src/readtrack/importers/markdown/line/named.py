"""A link that is what a paper is called for short, and the title behind it or below -> title and facts."""

from __future__ import annotations

import re

from readtrack.importers.markdown.markup.inline import BOLD_END, EM_END, LABEL, LINK
from readtrack.importers.markdown.said.facts import facts_of
from readtrack.importers.markdown.said.groups import Facts
from readtrack.importers.markdown.said.people import families_in, people_alone, people_in
from readtrack.importers.markdown.said.titles import is_cased

_DASHED_BELOW = re.compile(rf"[{BOLD_END}{EM_END}]?\s*\n\s*(—{{1,2}}|--)\s?(?=[^\W_])([^{LABEL}{LINK}\n]{{8,300}})")
"""A title below what it is called for short, behind a dash."""


def _is_of_file(name: str) -> bool:
    """Whether a name is that of a file which is called by its title: "Looms_by_Example"."""
    return name.count("_") > 1 and is_cased(name.replace("_", " "), 2)


def named_by(name: str, after: str) -> tuple[str, Facts, str] | None:
    """A short name, then the title: ``[RWH](url) - Real World Haskell - Ada``, ``[aam](url): Abstracting ...``."""
    below = _DASHED_BELOW.match(after)
    if below and ((said := facts_of(below[2])).authors or said.venue or said.year):
        return None  # who wrote it, or where or when it appeared
    behind = below or re.match(rf"\s?([:：–—-])\s+([^{LABEL}{LINK}\n]{{8,300}})", after)
    if not behind or not (re.fullmatch(r"\S{2,20}", name) or below) or _is_of_file(name):
        return None
    title, *rest = re.split(r"\s[–—-]\s", behind[2])
    people = (people_in(rest[-1]) or families_in(rest[-1]) or people_alone(rest[-1])) if rest else ()
    words = [word for word in re.findall(r"[^\W\d_][\w'’-]*", title) if len(word) > 3 or word[0].isupper()]
    initials = "".join(word[0] for word in words).casefold() == name.casefold()
    most = sum(word[0].isupper() for word in words) >= len(words) * 0.9
    cased = most and not below and not re.search(r"[.!?](?:\s|$)", title)
    said_so = bool(people) or (cased and len(words) > 3)
    again = below and re.match(rf"{re.escape(name)}(?:\s?[:：]|\b)", title, re.IGNORECASE)
    says_again = again and (again[0][-1] in ":：" or is_cased(title, 3))
    if len(words) < 2 or not (initials or says_again or (said_so and behind[1] not in ":：")):
        return None
    remark = " - ".join(rest[:-1] if people else rest)
    said = Facts(authors=people, tags=(name,), remark=remark).over(facts_of(after[behind.end() :], bool(people)))
    return title, said, "named"
