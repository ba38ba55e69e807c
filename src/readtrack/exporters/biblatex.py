"""BibLaTeX: its own types and fields, in UTF-8 (the manual, section 2: https://ctan.org/pkg/biblatex).

``_bib`` tells the fields that are not standard, and what it cannot hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from readtrack import csl_types
from readtrack.exporters import bibtex
from readtrack.exporters._bib import address, entries_as
from readtrack.latex import from_text
from readtrack.model import Entry, Paper, ReadingList

VENUES = {
    **bibtex.VENUES,
    "article": "journaltitle",
    "inreference": "booktitle",
    "thesis": "institution",
    "report": "institution",
    "dataset": "publisher",
    "collection": "publisher",
}
"""As ``bibtex.VENUES``."""

_source = partial(from_text, utf8=True)


def write(entries: Iterable[Entry], lists: Sequence[ReadingList]) -> Iterator[str]:  # noqa: ARG001  one shape for all
    """The file, entry by entry."""
    return entries_as(entries, csl_types.TO_BIBLATEX, _facts, _source)


def _facts(paper: Paper, kind: str) -> dict[str, str]:
    return {
        VENUES.get(kind, "organization"): _source(paper.venue or ""),
        "date": str(paper.year or ""),
        "doi": address(paper.doi or ""),
        "eprint": paper.arxiv_id or "",
        "eprinttype": "arxiv" if paper.arxiv_id else "",
    }
