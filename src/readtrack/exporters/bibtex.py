"""BibTeX, for LaTeX as it always was: ``booktitle``, ``journal``, ``year``, accents written out.

The fields: "Tame the BeaST" (https://ctan.org/pkg/tamethebeast); ``_bib`` tells the others, and what it cannot hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from readtrack import csl_types
from readtrack.exporters._bib import address, entries_as
from readtrack.latex import from_text
from readtrack.model import Entry, Paper, ReadingList

VENUES = {
    "article": "journal",
    "inproceedings": "booktitle",
    "incollection": "booktitle",
    "book": "publisher",
    "phdthesis": "school",
    "techreport": "institution",
}
"""Entry type -> the field that says where it appeared; ``organization`` for the rest."""


def write(entries: Iterable[Entry], lists: Sequence[ReadingList]) -> Iterator[str]:  # noqa: ARG001  one shape for all
    """The file, entry by entry."""
    return entries_as(entries, csl_types.TO_BIBTEX, _facts, from_text)


def _facts(paper: Paper, kind: str) -> dict[str, str]:
    return {
        VENUES.get(kind, "organization"): from_text(paper.venue or ""),
        "year": str(paper.year or ""),
        "doi": address(paper.doi or ""),
        "eprint": paper.arxiv_id or "",
        "archiveprefix": "arXiv" if paper.arxiv_id else "",
    }
