"""Where all who wrote a paper work, on lines of their own below them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from readtrack.importers._organisations import is_organisation
from readtrack.importers.markdown import inline
from readtrack.importers.markdown.place import YEAR

_ALL_ITALIC = re.compile(rf"\s*{inline.EM}([^{inline.EM}{inline.EM_END}\n]{{4,300}}){inline.EM_END}\s*")


def workplaces_in(lines: Iterable[str]) -> tuple[str, ...]:
    """The organisations that ``lines`` are, each of them in italics; a comma at its end goes on in the next."""
    places: list[str] = []
    for line in lines:
        found = _ALL_ITALIC.fullmatch(line)
        where = inline.plain(found[1]).strip() if found else ""
        on = bool(places and places[-1].endswith(","))
        if not where or re.search(rf"\b{YEAR}\b", where) or not (on or is_organisation(where)):
            return ()
        places = [*places[:-1], f"{places[-1]} {where}"] if on else [*places, where]
    return tuple(place.rstrip(" ,") for place in places)
