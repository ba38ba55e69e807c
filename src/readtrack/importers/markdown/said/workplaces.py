"""Where all who wrote a paper work, on lines of their own below them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from readtrack.importers._organisations import is_organisation, is_place, is_school, listed
from readtrack.importers._people import is_sure
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.said.groups import Facts
from readtrack.importers.markdown.said.people import people_alone, people_in
from readtrack.importers.markdown.said.place import YEAR, venue_of
from readtrack.model import Author

_PRINTS = re.compile(
    r"\b(?:Annals|Archives|Blog|Bulletin|Conference|Journal|Letters|License|Magazine|Memoirs|Notes?|Notices|Press"
    r"|Proceedings|Publish(?:ing|ers)|Reports?|Review|Symposium|Transactions|Verlag|Workshop)\b"
)
_ALL_ITALIC = re.compile(rf"\s*{inline.EM}([^{inline.EM}{inline.EM_END}\n]{{4,300}}){inline.EM_END}\s*")


def is_printed(text: str) -> bool:
    """Whether ``text`` is what an organisation prints, or who prints it, though it has the name of one."""
    return bool(_PRINTS.search(text) or venue_of(text))


def workplaces_in(lines: Iterable[str]) -> tuple[str, ...]:
    """Where ``lines`` say that people work, all of each in italics: organisations, and what a comma goes on with."""
    places: list[str] = []
    for line in lines:
        found = _ALL_ITALIC.fullmatch(line)
        where = inline.plain(found[1]).strip() if found else ""
        on = bool(places and places[-1].endswith(","))
        if not where or is_printed(where) or re.search(rf"\b{YEAR}\b", where) or not (on or is_organisation(where)):
            return ()
        places = [*places[:-1], f"{places[-1]} {where}"] if on else [*places, where]
    return tuple(place.rstrip(" ,") for place in places)


def said_below(text: str) -> Facts | None:
    """Who is named above a line in italics, and what that says: where all of them work, or where it was printed."""
    who, _, where = text.strip().rpartition("\n")
    people = people_in(who) if who and _ALL_ITALIC.fullmatch(where) else ()
    if not people or any(one.affiliations for one in people):
        return None
    if places := workplaces_in((where,)):
        return Facts(authors=tuple(one._replace(affiliations=places) for one in people))
    place = venue_of(where, surely=True) if is_printed(inline.plain(where)) else None
    return Facts(*place, people) if place else None


_OTHERS = re.compile(r"[\s,]*(?:\(?et\.? al\.?\)?|etc\.?|and others|等人?|\.{3}|…)[\s,]*$")
"""What is said of those who are not named."""
_LED = re.compile(r"(?:\s,?|,)\s*(from|at|in|@)\s+(?=\S)")
_DAY = re.compile(rf"(?:^|[\s,]+)[(（]?({YEAR})(?:[./-]\d{{1,2}}){{0,2}}[)）]?[\s.]*$")
_WORK_ALONE = re.compile(
    rf"\s*{inline.EM}([^{inline.EM}{inline.EM_END}\n]{{2,300}}){inline.EM_END}[\s,]*(\S{{4,12}})\s*"
)


def who_and_where(text: str) -> tuple[Facts, tuple[str, ...]] | None:
    """Who wrote a paper, and when, and where they work: "*Ada Lovelace, Alan Turing etc.* from *Loom Lab* 1843.10".

    Nobody need be named: "*Loom Lab* 1843.10".
    """
    alone = _WORK_ALONE.fullmatch(text)
    day = _DAY.fullmatch(alone[2]) if alone else None
    if alone and day:
        where = re.sub(r"(?<![^\s,;])\d(?=[A-Z])", "", _OTHERS.sub("", inline.plain(alone[1])))
        places = listed(where)
        told = all(map(is_organisation, places)) and not is_printed(where)
        return (Facts(year=int(day[1])), tuple(places)) if places and told else None
    bare = inline.plain(text)
    led = _LED.search(bare) if len(bare) <= 1000 and "\n" not in bare else None
    if not led:
        return None
    who, rest = _OTHERS.sub("", bare[: led.start()]).replace(" ,", ","), bare[led.end() :]
    day = _DAY.search(rest)
    where = rest[: day.start()].strip(" .,()") if day else rest.strip(" .,()")
    people = people_in(who) or (people_alone(who) if text.lstrip()[:1] == inline.EM else ())
    if not people or any(one.affiliations for one in people) or (where and not _is_where(where, led[1], text)):
        return None
    places = listed(where) if where else []
    said = tuple(one._replace(affiliations=tuple(places)) for one in people)
    return Facts(year=int(day[1]) if day else None, authors=said), ()


def _is_where(where: str, led: str, text: str) -> bool:
    """Whether people work at ``where``, which the word ``led`` leads to: "in *Loom Letters*" says where they wrote."""
    known = is_organisation(where)
    printed = (
        bool(_PRINTS.search(where)) or (venue_of(where) and not known) if led in ("from", "@") else is_printed(where)
    )
    emphasised = f"{inline.EM}{where}{inline.EM_END}" in text and led != "in"
    return not printed and (known or emphasised or bool(re.search(r"[a-z]AI$|\bAI$", where)))


_SEVERAL = 3
_SMALL = re.compile(r"and|of|at|for|in|the|de|du|di|del|della|la|für|der")


def organisations_in(text: str) -> tuple[str, ...]:
    """The organisations in ``text`` if it names nothing else, and half of them and more are known as such."""
    bare = inline.plain(text).strip(" .,;")
    if not bare or len(bare) > 600 or is_printed(bare):
        return ()
    places = tuple(dict.fromkeys(listed(bare)))
    shaped = all(map(_is_shaped, places))
    known = [place for place in places if is_organisation(place)]
    told = any(is_school(place) or not place.isupper() for place in known)  # "PMC, MTB" may be anything
    return places if shaped and told and len(known) * 2 >= len(places) else ()


def says_where(bullets: Iterable[str]) -> bool:
    """Whether so many of ``bullets`` name organisations, each its own, that they say where authors work.

    Of one it is not known: "Google Spanner" and "MIT License" are called as organisations are, too.
    """
    return sum(bool(organisations_in(one)) for one in bullets) >= _SEVERAL


_LABELLED = re.compile(
    r"[^\w\[(]{0,8}(?::\w{2,30}:)?(?:institut(?:ion|e)s?|affiliations?|机构|单位)[*_]*\s*[:：][*_]*\s*(\w.{1,500})",
    re.IGNORECASE | re.DOTALL,
)
_NAMED = re.compile(r"\s*\(([^()]{3,300})\)\W*$")


def labelled_in(text: str) -> tuple[tuple[str, ...], tuple[Author, ...]]:
    """The organisations behind a label that says so, "Institutions: University of Weft, Loom Lab", and who is named
    in brackets behind them: "Affiliation: University of Weft (Ada Lovelace)"."""
    found = _LABELLED.fullmatch(text)
    named = _NAMED.search(found[1]) if found else None
    people = people_alone(named[1].replace("*", "")) if named else ()
    named_so = all(" " in one.name and not is_place(one.name) for one in people)  # not "(Ann Arbor)"
    people = people if named_so and (len(people) > 1 or any(is_sure(one.name) for one in people)) else ()
    places = tuple(dict.fromkeys(listed(found[1][: named.start() if named and people else None]))) if found else ()
    if not any(map(is_organisation, places)) or not all(map(_is_shaped, places)):
        return (), ()
    return places, tuple(one._replace(affiliations=places) for one in people)


def _is_shaped(place: str) -> bool:
    """Whether ``place`` may be the name of an organisation, and not one of those who work at it: "Lovelace at Weft"."""
    who, _, where = place.partition(" at ")
    return len(place.split()) <= 12 and all(map(_is_word, place.split())) and (not where or is_organisation(who))


def _is_word(word: str) -> bool:
    """Whether ``word`` may stand in the name of an organisation: "Weft", "of", "lab", "&"."""
    return bool(re.fullmatch(r"(?:[a-z]?[^\W_a-z]|[(&])[^:]*", word) or _SMALL.fullmatch(word)) or is_organisation(word)
