"""Authors whose family names stand first: "Knuth, D. E.; Graham, R. L.", "Knuth, Donald, et al."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readtrack import names
from readtrack.importers._organisations import is_organisation, is_place
from readtrack.importers._people import is_sure, likeness
from readtrack.model import Author

_ONE_NAME = re.compile(
    r"(?:(?:[Vv][ao]n|[Dd](?:e|el|er|en|i|u)|[Ll][ae]) ){0,2}[\w'’-]+, (?:[A-ZÀ-Þ]\.|[\w'’-]+)(?: [A-Z]\.?)*"
)
_GIVEN = re.compile(r"[A-Z][\w'’-]+ [A-Z]\.?")
_INITIALS = re.compile(r"(?:[A-ZÀ-Þ]\.?(?:-[a-z]\.)?[\s\-]?){1,4}|(?:[A-ZÀ-Þ]\.[\s\-]?){5,7}")
"""Initials; those of one name of two syllables may go on with a small one: "L.-g."."""
_INITIALED = re.compile(r"([^\d,.;()]{2,40}), ((?:[A-ZÀ-Þ]\.(?:-[a-z]\.)?[\s-]?)+)")
_BEHIND_INITIAL = re.compile(
    r"(?:(?<=\b[A-ZÀ-Þ]\.)|(?<=\b[A-Z]\.-[a-z]\.))[,;]?\s+(?:(?:and|&)\s+)?(?=[^\d,.;()]{2,40}, [A-ZÀ-Þ]\.)"
)
"""Where one ends who is named family name first, and the next begins; some forget the comma there."""
_AND = re.compile(r",?\s+(?:and|&|und)\s+", re.IGNORECASE)


def initialed(text: str) -> list[Author]:
    """People who all have the family name first and initials behind it: there "Brown" is no university."""
    found = [_INITIALED.fullmatch(one) for one in _BEHIND_INITIAL.split(text)]
    pairs = [(one[1], one[2]) for one in found if one]
    if not 1 < len(pairs) == len(found):
        return []
    known = all(len(family.split()) <= 3 and likeness(f"{given} {family}") for family, given in pairs)
    return [Author(names.person(f"{family}, {given}")) for family, given in pairs] if known else []


def are_turned(text: str) -> bool:
    """Whether "and" stands between all of several people who have the family name first, so that "Sun" is no company.

    Where they work stands behind whole names: "Ada Lovelace, Sun and Alan Turing, Acme".
    """
    pairs = [piece.split(", ") for piece in re.split(r"\s+and\s+", text)]
    return len(pairs) > 1 and all(
        len(pair) == 2 and " " not in pair[0] and not is_organisation(pair[1]) and not is_place(pair[1])
        for pair in pairs
    )


def turned(text: str, parts: Sequence[str], last_joined: bool | None, others: bool) -> list[Author]:
    """People with the family name first: "Knuth, D. E.; Graham, R. L.", with "and" or only commas between them.

    Some turn the first alone: "Knuth, Donald, Ronald Graham, and Oren Patashnik"; "Knuth, Donald, et al."
    """
    apart = [re.split(r",\s*", one) for one in re.split(r"\s*;\s*|,?\s+and\s+", text)]
    rest: list[str] = []
    if len(apart) > 1 and all(len(one) == 2 for one in apart):
        pairs = apart
    elif (told := turned_in_turn(text, others)) and (
        others or sum(is_sure(f"{given} {family}") for family, given in told) * 3 >= len(told)
    ):
        pairs = [list(pair) for pair in told]
    elif len(parts) % 2 == 0 and [bool(_INITIALS.fullmatch(one)) for one in parts] == [False, True] * (len(parts) // 2):
        pairs = [list(pair) for pair in zip(parts[::2], parts[1::2], strict=True)]
    elif len(parts) == 2 and " " not in parts[0] and (others or _GIVEN.fullmatch(parts[1])):
        pairs = [list(parts)]
    elif (
        last_joined is not None
        and parts[2:]
        and (_ONE_NAME.fullmatch(", ".join(parts[:2])) or _turns_first(parts, last_joined))
    ):
        pairs, rest = [list(parts[:2])], list(parts[2:])
    else:
        return []
    if not all(len(family.split()) <= 3 and likeness(f"{given} {family}") for family, given in pairs):
        return []
    if not all(" " in name and likeness(name) for name in rest):
        return []
    return [Author(names.person(f"{family}, {given}")) for family, given in pairs] + [Author(name) for name in rest]


def turned_in_turn(text: str, others: bool = False) -> list[tuple[str, str]]:
    """Family and given names that stand in turn: "Lovelace, Ada, Turing, Alan and Hopper, Grace"; [] where none do.

    It is the comma behind the "and" that tells; where there are more, as ``others`` says, a given name of two words.
    """
    pieces = [re.split(r",\s*", piece) for piece in _AND.split(text)]
    parts = [part for piece in pieces for part in piece]
    pairs = list(zip(parts[::2], parts[1::2], strict=False))
    told = len(pieces) > 1 or (others and any(" " in given for _, given in pairs))
    if not told or len(pairs) < 2 or len(pairs) > 100 or any(len(piece) % 2 for piece in pieces):
        return []
    longer = sum(sum(word[:1].isupper() for word in family.split()) != 1 for family, _ in pairs)
    if longer * 3 > len(pairs) or any(map(is_organisation, parts)) or any(map(is_place, parts[1::2])):
        return []
    shapes = [likeness(f"{given} {family}") for family, given in pairs]
    return pairs if all(shapes) and shapes.count(2) * 2 > len(shapes) else []


def _turns_first(names: Sequence[str], last_joined: bool) -> bool:
    """Whether the first name alone is turned, as MLA does it: "Shaw, Bernard Philip, Ada Lovelace, and Alan Turing"."""
    return " " not in names[0] and last_joined and all(" " in name for name in names[1:])
