"""What readtrack writes of its own into formats that know nothing of it: read back, exactly as it was.

It is the JSON shape of a paper, as much of it as the format has no place for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from readtrack.model import Draft, ReadingList
from readtrack.paper_json import draft_from_json, list_from_json

_FACTS = """name type venue topic authors abstract links arxiv_id url identifiers lists readings sessions reviews tags
    notes added_at""".split()


def restored(draft: Draft, own: Mapping[str, Any], seen: set[str]) -> Iterator[ReadingList | Draft]:
    """``draft`` with the facts of ``own``, behind the lists that it stands on and that are not in ``seen`` yet."""
    held = draft_from_json(own)
    lists = own.get("lists")
    for each in lists if isinstance(lists, list) else ():
        if (found := list_from_json(each)) and found.slug not in seen:
            seen.add(found.slug)
            yield found
    yield draft._replace(**{fact: getattr(held, fact) for fact in _FACTS if fact in own})
