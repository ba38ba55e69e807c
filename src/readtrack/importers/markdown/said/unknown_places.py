"""What may be the name of a place that nobody knows, where papers of a page appeared in such."""

from __future__ import annotations

import re

from readtrack.importers._no_venues import COPY, is_state
from readtrack.importers._organisations import is_organisation, is_place, is_school
from readtrack.importers._people import is_sure, likeness
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.said.people import people_in
from readtrack.importers.markdown.said.readings import status_in

_SAID = re.compile(
    r"\b(?:must|read|reading|surveys?|reviews?|overview|tutorial|classics?|important|recommended|seminal|best|key|new"
    r"|papers?|thesis|book|blog|reports?|(?:AI|labs?|research)$)\b",
    re.IGNORECASE,
)
"""What a reader says of a paper, or a company's part is called by."""


_FIELDS = re.compile(
    r"\b(?:clinical|computers|computing|electronics|energy|mobile|networks|online|research|sciences|services|software"
    r"|systems|technology)\b",
    re.IGNORECASE,
)
"""What companies are called by, and what journals are about: "Acme Systems", "Loom Systems with Cards"."""


_ACRONYM = re.compile(r"[A-Z][A-Za-z&/+-]*[A-Z][A-Za-z&/+-]*")
"""All capitals, or some inside: "LTO", "LoomSys"."""


def may_be_place(name: str, dated: bool) -> bool:
    """Whether a name that nobody knows may be that of a place: no person, no company, no town, no word of the reader's.

    ``dated``: its year stands there as those of the known ones do, so that a company is told by its own name.
    """
    bare = _FIELDS.sub(" ", name) if dated else name
    # "N. Weaving" has an initial, but no name behind it.
    who = (
        people_in(name)
        or (is_sure(name) and not (dated and likeness(name) < 2))
        or (is_organisation(bare) and not name.isupper())
        or is_place(name)
    )
    said = _SAID.search(bare.strip()) or COPY.search(bare) or is_state(name) or status_in(name)
    return not (who or said or inline.names_links(name, perhaps=True))


def may_be_acronym(name: str, title: str) -> bool:
    """Whether a name that nobody knows may be that of a conference for short: not what is short for, or a word of, its
    paper's title; nor who wrote it."""
    capitals = "".join(re.findall(r"[A-Z]", name))
    letters = re.findall(r"\b[A-Za-z]|(?<=[a-z])[A-Z]", title)
    titled = capitals in "".join(letters).upper() or capitals in "".join(filter(str.isupper, letters))
    made = is_school(name) or is_organisation(name.capitalize())
    shaped = _ACRONYM.fullmatch(name) and name not in re.findall(r"[\w&/+-]+", title)
    return bool(shaped) and not (titled or made) and may_be_place(name, dated=False)
