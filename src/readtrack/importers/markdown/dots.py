"""Where papers appeared, between dots behind who wrote them: "Ada Lovelace · Cloth Store · 2024".

One line does not tell whether "Cloth Store" is such a place or, as "Must Read", a word of the reader's: lines of the
page that name well-known places there do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from readtrack.importers.markdown.entry import Line
from readtrack.importers.markdown.inline import BOLD_END, LINK_END
from readtrack.importers.markdown.items import Found
from readtrack.importers.markdown.place import venue_of
from readtrack.importers.markdown.printed import Printed, dotted
from readtrack.importers.markdown.readings import status_in

_END = re.compile(rf"(?<=[\n{LINK_END}{BOLD_END}])")
_LEAST = 3
"""Lines of a page that name a known place."""


def placed(found: Sequence[Found]) -> list[Found]:
    """The entries with where they appeared between dots, though nobody knows it, where most lines name known places."""
    told = [_printed(one) for one in found]
    known = sum(bool(printed and printed.venue) for printed in told)
    unknown = sum(bool(printed and printed.unknown) for printed in told)
    if not unknown or known < max(_LEAST, unknown * 2):
        return list(found)
    return [
        one._replace(said=_with_place(one.said, printed.unknown)) if one.said and printed else one
        for one, printed in zip(found, told, strict=True)
    ]


def _printed(one: Found) -> Printed | None:
    """What stands between dots behind a title."""
    text = one.said.marked.text if one.said and len(one.text) <= 3000 else ""
    ends = (end.end() for end in _END.finditer(text)) if re.search("[·•|]", text) else ()
    return next(filter(None, (dotted(text[end:]) for end in ends)), None)


def _with_place(said: Line, where: str) -> Line:
    """A line with ``where`` for a venue, which it told as a remark."""
    facts = said.facts
    place = venue_of(re.sub(r"\s\([^()]*\)$", "", where), surely=True)
    if not place or facts.venue or status_in(where) or not facts.remark.startswith(where):
        return said
    return said._replace(facts=facts._replace(venue=place[0], remark=facts.remark[len(where) :].strip()))
