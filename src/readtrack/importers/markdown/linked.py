"""A citation that is the text of a link -> title and facts."""

from __future__ import annotations

import re

from readtrack.importers.markdown import inline
from readtrack.importers.markdown.cited import behind_people, cited, sentences
from readtrack.importers.markdown.ends import behind_title
from readtrack.importers.markdown.facts import Facts
from readtrack.importers.markdown.inline import BOLD, BOLD_END
from readtrack.importers.markdown.people import families_in, people_alone, people_in
from readtrack.importers.markdown.place import YEAR, venue_of
from readtrack.importers.markdown.standards import gb, nlm
from readtrack.importers.markdown.writers import authors_before, families_before


def in_link(text: str) -> tuple[str, Facts] | None:
    """The citation that a link's text is: ``[Ada B. **Title**. Venue.](url)``, ``[Ada B. Title.](url)``."""
    found = re.match(rf"([^{BOLD}]{{3,600}}?)[.,:]?\s+{BOLD}([^{BOLD_END}]{{4,}}){BOLD_END}[.,]?", text)
    if found and (people := authors_before(found[1])):
        after = text[found.end() :]
        place = venue_of(after, surely=True)
        return found[2], Facts(*place, people) if place else Facts(authors=people).over(behind_title(after))
    quoted = cited(text) if re.search(r"[\"“]", text) and BOLD not in text else None
    if quoted and quoted[1].authors and not quoted[1].remark and not text.lstrip().startswith(('"', "“")):
        return quoted[0], quoted[1]
    behind = gb(text) or nlm(text) or behind_people(text)
    if behind and behind[1].authors and behind[1].year:
        return behind[:2]
    return _dated_before(text) or sentences(text)


_DATED_BEFORE = re.compile(rf"([^\d:\"“]{{3,200}}?)(?:\s\(?({YEAR})\)?)?\s?:\s+(.{{10,400}})", re.DOTALL)


def _dated_before(text: str) -> tuple[str, Facts] | None:
    """``[Lovelace, Babbage 1843 : Title](url)``, ``[Ada Lovelace : Title](url)``: a blank stands before the colon."""
    found = _DATED_BEFORE.fullmatch(inline.plain(text))
    if not found or not (found[2] or text[found.end(1) : found.end(1) + 2] == " :"):
        return None
    people = people_in(found[1]) or families_in(found[1]) or (people_alone(found[1]) if not found[2] else ())
    if not people and found[2]:
        people = families_before(found[1], True)
    if not found[2] and len(people) == 1 and " " not in people[0].name:
        return None  # a system's name
    return (found[3], Facts(None, int(found[2]) if found[2] else None, people)) if people else None
