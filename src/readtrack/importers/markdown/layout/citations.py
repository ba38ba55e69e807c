"""Columns of a table that cite papers, "Lovelace (1843). Notes on Looms. *Loom Letters*", beside one of their keys."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readtrack.importers.markdown.line.cited import behind_cited
from readtrack.importers.markdown.line.ends import title_end
from readtrack.importers.markdown.line.entry import Line, line_of
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.said.groups import Facts
from readtrack.importers.markdown.said.place import YEAR
from readtrack.importers.markdown.said.titles import name_in, tidy
from readtrack.importers.markdown.said.writers import families_before

CITES = re.compile(r"(?:(?:full|paper) )?(?:citations?|references?)")
"""The header of a column that cites papers."""
_KEY = re.compile(rf"\W*[^\W\dA-Z][^\W\dA-Z]{{1,55}}{YEAR}[a-z]?\W*")
"""A key of a citation or the name of a file: "lovelace_1843"; "LoomNet18" is what a paper is called for short."""
_BY_FAMILY = re.compile(
    rf"(?P<who>[^()\d\n{inline.LINK}{inline.LABEL}]{{2,300}}?),?\s\((?P<year>{YEAR})[a-z]?\)[.,:]?\s+"
    rf"(?P<rest>[^\s{inline.LINK}{inline.LABEL}][^\n{inline.LINK}{inline.LABEL}]{{7,1000}})"
)


def are_keys(cells: Sequence[inline.Marked]) -> bool:
    """Whether most cells have the key of a paper, and no title."""
    return sum(bool(_KEY.fullmatch(inline.plain(one.text))) for one in cells) * 2 > len(cells)


def are_citations(cells: Sequence[inline.Marked]) -> bool:
    """Whether most cells cite a paper."""
    lines = list(map(cited_line, cells))
    return sum(bool(one and one.facts.authors and one.facts.year) for one in lines) * 2 > len(lines)


def cited_line(marks: inline.Marked) -> Line | None:
    """What a cell says that cites a paper: there one family name alone is somebody's."""
    line, found = line_of(marks), _BY_FAMILY.fullmatch(marks.text)
    people = (
        families_before(found["who"], True) if found and not (line and line.facts.authors and line.facts.year) else ()
    )
    end = title_end(found["rest"]) if found and people else 0
    if not found or not end:
        return line
    said = Facts(year=int(found["year"]), authors=people).over(behind_cited(found["rest"][end:]))
    title = tidy(found["rest"][:end])
    return Line(title, said, (), name_in(title), "quoted", marks)
