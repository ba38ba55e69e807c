"""readtrack JSON: an array of papers, or an object with ``papers``, ``lists``, ``goals``, as ``export json`` writes it.

The shape of a paper is told in ``docs/data-model.md``; ``list --json`` and ``show --json`` print the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from readtrack.importers import Read, Source
from readtrack.importers._clean import short
from readtrack.importers._json import elements
from readtrack.model import Skipped
from readtrack.paper_json import draft_from_json, goal_from_json, list_from_json


def read(source: Source) -> Iterator[Read]:
    """Lists, goals and papers, as they stand there."""
    for found in elements(source):
        if isinstance(found, Skipped):
            yield found
            continue
        array, line, value = found
        if array == "lists":
            yield list_from_json(value) or Skipped(line, short(str(value)), "is a list without a slug")
        elif array == "goals":
            yield goal_from_json(value) or Skipped(line, short(str(value)), "is no goal")
        elif array in ("", "papers"):
            yield draft_from_json(value)._replace(line=line)
