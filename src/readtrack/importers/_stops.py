"""Full stops in lines of authors that stand where commas do: between two people, and before where they work."""

from __future__ import annotations

import re

from readtrack.importers._organisations import is_organisation
from readtrack.importers._people import is_sure, likeness

SHORTENED = re.compile(
    r"\b(?:Alex|Aug|Chas|Chr|Dom|Edw|Fco|Fdez|Fred|Geo|Glez|Gmo|Hdez|Jac|Joh|Jos|Mar|Mtnez|Mtz|Nic|Ph|Phil|Rdz|Robt"
    r"|Seb|Ste|Theo|Thos|Vict|Wilh|Wm)$"
)
"""Names that have a stop behind them, since they are not whole: "Fdez. Rodriguez"."""
_STOP = re.compile(r"(?<=[a-z]{2})\.\s+(?=[^\W\d_a-z])")
_AND = re.compile(r"\s+(?:and|&)\s+")
_LEAST = 3
"""Names of a line in which a stop may be a comma: one or two may stand before a title."""


def with_commas(text: str, surely: bool) -> str:
    """``text`` with commas for the stops in it that are meant so; ``surely``: it is known to be a line of people.

    "Ada Lovelace. Alan Turing, Grace Hopper": of the last of a line it is only known then, since a title may stand
    behind those who wrote it.
    """
    if not _STOP.search(text) or any(sign in text for sign in ";(（"):
        return text
    if surely and (placed := _before_place(text)):
        return placed
    pieces = re.split(r",\s*", text)
    apart = [_people_in(piece, surely) if surely or at < len(pieces) else [] for at, piece in enumerate(pieces, 1)]
    names = [name for piece, people in zip(pieces, apart, strict=True) for name in people or [piece]]
    each = [one for name in names for one in _AND.split(name)]
    whole = [one for one in each if " " in one and likeness(one) > (not surely)]
    known = surely or all(is_sure(name) for people in apart for name in people[1:])
    told = len(each) > _LEAST and len(whole) * 4 >= len(each) * 3 and known
    return ", ".join(names) if told and any(apart) else text


def _people_in(piece: str, surely: bool) -> list[str]:
    """The whole names that stops part in what stands between two commas; [] where it is something else."""
    names = _STOP.split(piece)
    alike = all(" " in name and likeness(name) > (not surely) and not SHORTENED.search(name) for name in names[:-1])
    last = all(" " in name and likeness(name) > (not surely) for name in _AND.split(names[-1]))
    return names if len(names) > 1 and alike and last else []


def _before_place(text: str) -> str:
    """ "Ada Lovelace, Alan Turing. Loom Lab, University of Weft" with the last stop as a comma; "" where none is so."""
    *_, last = _STOP.finditer(text)
    who, where = text[: last.start()], text[last.end() :]
    name = _AND.split(who.rpartition(", ")[2])[-1]
    person = " " in name and likeness(name) == 2 and not SHORTENED.search(name)
    return f"{who}, {where}" if person and is_organisation(where.split(", ")[0]) else ""
