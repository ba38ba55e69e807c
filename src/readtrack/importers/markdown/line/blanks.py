"""Two blanks in a line, behind which something else than its title stands, or more of it."""

from __future__ import annotations

import re

from readtrack.importers._organisations import is_organisation
from readtrack.importers.markdown.said.facts import facts_of
from readtrack.importers.markdown.said.place import venue_of
from readtrack.importers.markdown.said.titles import is_cased

_APART = re.compile(r"[^\s:：] {2,}(?=[A-Z]\S*(?:\s+\S+){5})")
"""Two blanks, which set a sentence apart; not so inside of a title, which goes on in words with capitals."""


def apart_at(head: str) -> int:
    """Where two blanks end the title that ``head`` begins with; 0: nowhere."""
    apart = _APART.search(head)
    return apart.start() + 1 if apart and not _is_rest(head[apart.end() :].split("\n")[0]) else 0


def _is_rest(behind: str) -> bool:
    """Whether what two blanks set apart goes on with a title, and is no people, place, venue or list of anything."""
    if not is_cased(behind) or "," in behind or is_organisation(behind):
        return False
    told = facts_of(behind)
    return not (told.venue or told.year or told.authors or venue_of(behind))
