"""What a word or a line on a reading list says of how far a paper was read -> a reading."""

from __future__ import annotations

import re

from readtrack.model import Reading
from readtrack.schema import STATUSES

_WORDS = {
    "read": "read", "done": "read", "finished": "read", "completed": "read", "complete": "read",
    "yes": "read", "✓": "read",
    "currently reading": "reading",
    "reading": "reading", "in progress": "reading", "started": "reading", "wip": "reading", "current": "reading",
    "queued": "queued", "to read": "queued", "to-read": "queued", "todo": "queued", "planned": "queued",
    "next": "queued",
    "want to read": "queued", "skimmed": "skimmed", "abandoned": "abandoned", "dropped": "abandoned",
    "unread": "unread", "not read": "unread", "no": "unread", "not started": "unread",
}  # fmt: skip
_PARTS = {
    "started_on": r"started (\d{4}(?:-\d\d){0,2})",
    "finished_on": r"finished (\d{4}(?:-\d\d){0,2})",
    "progress": r"progress ([^\s,]+)",
    "rating": r"rated ([1-5])",
    "priority": r"priority (\w+)",
    "due_on": r"due (\d{4}-\d\d-\d\d)",
}


def status_in(text: str) -> str | None:
    """The status that a word such as "Done" or "to read" means."""
    return _WORDS.get(" ".join(text.strip(" .*_`").lower().split()))


def reading_of(text: str) -> Reading | None:
    """A reading from "read, finished 2020-11-05, rated 4"; None where no status is told."""
    word, _, rest = text.strip().partition(",")
    status = status_in(word)
    if status not in STATUSES:
        return None
    said = {fact: found[1] for fact, pattern in _PARTS.items() if (found := re.search(rf"\b{pattern}", rest))}
    rating = said.pop("rating", None)
    return Reading(status, rating=int(rating) if rating else None, **said)
