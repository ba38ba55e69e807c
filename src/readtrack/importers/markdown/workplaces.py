"""Where all who wrote a paper work, on lines of their own below them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from readtrack.importers._organisations import is_organisation, is_school, listed
from readtrack.importers.markdown import inline
from readtrack.importers.markdown.place import YEAR, venue_of

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


_PRINTS = re.compile(r"\b(?:Journal|Transactions|Proceedings|Conference|Symposium|Workshop|Letters|Magazine|Report)\b")
_SMALL = re.compile(r"and|of|at|for|in|the|de|du|di|del|della|la|für|der")


def organisations_in(text: str) -> tuple[str, ...]:
    """The organisations in ``text`` if it names nothing else, and half of them and more are known as such."""
    bare = inline.plain(text).strip(" .,;")
    if not bare or len(bare) > 600 or _PRINTS.search(bare) or venue_of(text):
        return ()
    places = tuple(dict.fromkeys(listed(bare)))
    shaped = all(map(_is_shaped, places))
    known = [place for place in places if is_organisation(place)]
    told = any(is_school(place) or not place.isupper() for place in known)  # "PMC, MTB" may be anything
    return places if shaped and told and len(known) * 2 >= len(places) else ()


_LABELLED = re.compile(
    r"[^\w\[(]{0,8}(?:institut(?:ion|e)s?|affiliations?|机构|单位)[*_]*\s*[:：][*_]*\s*(\w.{1,500})",
    re.IGNORECASE | re.DOTALL,
)


def labelled_in(text: str) -> tuple[str, ...]:
    """The organisations behind a label that says so: "Institutions: University of Weft, Loom Lab"."""
    found = _LABELLED.fullmatch(text)
    places = tuple(dict.fromkeys(listed(found[1]))) if found else ()
    return places if any(map(is_organisation, places)) and all(map(_is_shaped, places)) else ()


def _is_shaped(place: str) -> bool:
    """Whether ``place`` may be the name of an organisation, and not one of those who work at it: "Lovelace at Weft"."""
    who, _, where = place.partition(" at ")
    return len(place.split()) <= 12 and all(map(_is_word, place.split())) and (not where or is_organisation(who))


def _is_word(word: str) -> bool:
    """Whether ``word`` may stand in the name of an organisation: "Weft", "of", "lab", "&"."""
    return bool(re.fullmatch(r"(?:[a-z]?[^\W_a-z]|[(&])[^:]*", word) or _SMALL.fullmatch(word)) or is_organisation(word)
