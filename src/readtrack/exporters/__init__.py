"""Papers -> text. One file a format, found by a table; pure: no database, no printing, no files.

Every module has one public function, ``write(entries, lists) -> Iterator[str]``: pieces of text that make the file when
they are put together. ``entries`` come as a stream, and a format that can say them one by one does, so that a large
library is never held whole. What is written, ``importers`` read back: each fact that the format can hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from typing import NamedTuple

from readtrack.model import Entry, Goal, ReadingList


class Format(NamedTuple):
    """A format that can be written: what it is called in a sentence, and the module in this package that writes it."""

    title: str
    module: str


FORMATS: dict[str, Format] = {
    "json": Format("readtrack JSON: everything", "json"),
    "bibtex": Format("BibTeX", "bibtex"),
    "biblatex": Format("BibLaTeX", "biblatex"),
    "ris": Format("RIS", "ris"),
    "csl-json": Format("CSL-JSON", "csl_json"),
    "csv": Format("CSV", "csv"),
    "markdown": Format("a Markdown checklist", "markdown"),
    "ics": Format("iCalendar: the days on which papers are due", "ics"),
}


def write(name: str, entries: Iterable[Entry], lists: Sequence[ReadingList], **more: Sequence[Goal]) -> Iterator[str]:
    """``entries`` in the format called ``name``; ``lists``: the reading lists that any of them stands on.

    ``more``: what only that format holds (json: ``goals``).
    """
    written: Iterator[str] = import_module(f"readtrack.exporters.{FORMATS[name].module}").write(entries, lists, **more)
    return written
