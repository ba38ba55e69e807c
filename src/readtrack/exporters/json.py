"""readtrack JSON: everything that the library holds, one paper a line.

The shape is told in ``docs/data-model.md``. Beside what ``list --json`` prints, a paper has ``identifiers``, all its
``readings``, ``sessions`` and ``reviews``, its position on each list and ``added_at``; so a library comes out of it as
it was.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from readtrack.model import Entry, Goal, ReadingList
from readtrack.paper_json import to_json


def write(entries: Iterable[Entry], lists: Sequence[ReadingList], goals: Sequence[Goal] = ()) -> Iterator[str]:
    """The file, piece by piece."""
    yield "{\n"
    for name, held in (("lists", lists), ("goals", goals)):
        yield f'"{name}": [' + ",".join(f"\n{_dumped(each._asdict())}" for each in held) + "\n],\n"
    yield '"papers": ['
    for number, entry in enumerate(entries):
        yield f"{',' if number else ''}\n{_dumped(whole(entry))}"
    yield "\n]\n}\n"


def whole(entry: Entry) -> dict[str, Any]:
    """A paper in its JSON shape, with what else is known of it."""
    return {
        **to_json(entry),
        "lists": [listing._asdict() for listing in entry.lists],
        "identifiers": [identifier._asdict() for identifier in entry.identifiers],
        "readings": [reading._asdict() for reading in entry.readings],
        "sessions": [session._asdict() for session in entry.sessions],
        "reviews": [review._asdict() for review in entry.reviews],
        "added_at": entry.paper.added_at,
    }


def _dumped(held: dict[str, Any]) -> str:
    return json.dumps(held, ensure_ascii=False)
