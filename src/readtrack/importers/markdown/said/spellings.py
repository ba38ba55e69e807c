"""How lists write people, months and years where citations have them otherwise, made as those have it."""

from __future__ import annotations

import re

from readtrack.importers._months import MONTH_IN_CAPITALS
from readtrack.importers._organisations import is_organisation
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.said.place import KNOWN, YEAR

_PAGES = re.compile(rf"(,\s{YEAR})\.\s\d{{1,5}}[-–]\d{{1,5}}(?=[.,]?\s*$)")
"""Pages behind the year of a citation in the style of the MLA: "Loom Press, 1843. 79-91."."""
_GLUED = re.compile(r"\bet al\.(?=[^\W\d_])|(?<![\w'’-])([^\W\d_][\w'’-]{0,30}[a-z]{2})\+(?=\s*(?:[,;.)\]]|$))")
"""Others that stand right behind or before a name: "Lovelace et al.OSDI", "Lovelace+"."""
_DATED_OTHERS = re.compile(rf"(?<=\w)(,? )et?\.? al\.?,? (?={YEAR}(?:, |[.\s]*$))")
"""Others, whose name a year stands behind: "Lovelace et al 1843, OSDI", also where a letter is missing."""
_MISTYPED = re.compile(r"(?<=\w )at(?= al\b(?:[.,)]|$))")
"""Others, with a letter that is none of theirs: "Lovelace at al."."""
_STOPPED = re.compile(rf"(?<=\w)\.\s?:(?=\s|$)|(?<=[A-Za-z]{{2}})\.(?={YEAR}[\s.)]*(?:{inline.LABEL}|$))")
"""How some lists end a line of authors: "Ada Lovelace.:", "Ada Lovelace.1843"."""
_TOGETHER = re.compile(
    rf"{inline.EM}([^{inline.EM}{inline.EM_END}\n]{{3,100}}? et\.? al\.?)"
    rf"(?:, ?| (?=(?:{'|'.join(map(re.escape, KNOWN))})\b))"
    rf"(?=[^{inline.EM}{inline.EM_END}\n\d]{{2,100}}{inline.EM_END}\s?{YEAR})"
)
"""People in italics together with what they are in, before the year of that: "*Ada Lovelace et al, Looms* 1843"."""
_YEAR_IN_ITALICS = re.compile(
    rf"( et\.? al\.?,? [^{inline.EM}{inline.EM_END}\n\d]{{2,100}}{inline.EM_END}\s?){inline.EM}({YEAR}){inline.EM_END}"
)
"""The year that stands in italics of its own behind those: behind a comma alone it is read as it is."""
CITED = re.compile(
    rf"(\s*[-–—]\s[^\n{inline.LABEL}{inline.LINK}]{{3,300}}?,\s[^,\n]{{2,60}}\s(?:{YEAR}|['’]\d\d))[,.;]\s+(\w[^\n]*)"
)
"""Who, where and when behind a dash, and a remark: "- Lovelace et al., OSDI 1843, which wove the first cards"."""
_IN_DOUBT = re.compile(r"(?<=[(]\d{4})[?](?=[)])")  # "(1843?)"


def _others(found: re.Match[str]) -> str:
    """Others, where a person stands before the sign for them: "Google+" is a name."""
    name = found[1] or ""
    return found[0] if is_organisation(name) else f"{name} et al. "


def as_cited(text: str) -> str:
    """``text`` with others, stops behind authors, months and years as citations have them, and without pages."""
    text = _DATED_OTHERS.sub(r"\1et al., ", _MISTYPED.sub("et", text))
    text = MONTH_IN_CAPITALS.sub(lambda month: month[0].capitalize(), text)
    text = _TOGETHER.sub(rf"\1, {inline.EM}", _YEAR_IN_ITALICS.sub(r"\1\2", text))
    return _PAGES.sub(r"\1", _STOPPED.sub(". ", _GLUED.sub(_others, _IN_DOUBT.sub("", text))))


_NAME = r"(?:[A-Z][\w'’.-]* ){1,3}[A-Z][\w'’-]+, "
_GLUED_NAMES = re.compile(rf"(?<=[a-z]{{3}})\.(?={_NAME}{_NAME})")
"""The stop of a title right before the first of several names: "Notes on Looms.Ada Lovelace, Al Turing, "."""


_GLUED_YEAR = re.compile(r"(?<=[a-z]{3})\.(?=(?:19|20)\d\d(?:[,;)]|\.(?:\s|$)))")
"""The stop of a title right before its year: "Notes on Looms.1843, p. 12"."""


_FIRST_LETTER = re.compile(rf"(?<![^\s(\"“{inline.BOLD}{inline.EM}])([A-Z])({inline.LINK}.)(?=[a-z]{{2}})")
"""The first letter of a title, which slipped out of its link: "N[otes on Looms](url)"."""


def unglued(text: str) -> str:
    """``text`` with the blank that should stand behind a title, before the first of its authors or its year, and with
    all of a title in its link."""
    text = _FIRST_LETTER.sub(r"\2\1", text)
    return _GLUED_YEAR.sub(". ", _GLUED_NAMES.sub(". ", text)) if "." in text else text
