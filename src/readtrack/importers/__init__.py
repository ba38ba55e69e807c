"""Text -> drafts of papers. One module a format, found by a table; pure: no database, no network, no printing.

    FORMATS             name -> what it is called, how it is recognised, and the module that reads it
    format_of(source)   which one a source is in: by its ending, then by its content
    read(source, name)  everything in it

Every module has one public function, ``read(source) -> Iterator[Read]``, a generator, so that a large file is never
held twice. It turns what a format says into the words of ``model`` and leaves blanks, control characters and impossible
values to ``_clean``, through which all drafts pass on their way out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import NamedTuple, TypeAlias

from readtrack.errors import UnreadableError
from readtrack.importers._decode import decode
from readtrack.model import Draft, Goal, ReadingList, Skipped, one_line

Read: TypeAlias = Draft | ReadingList | Goal | Skipped
"""What comes out of a source: papers, the reading lists they stand on (each before its papers), what was not taken."""


class Source(NamedTuple):
    """A file, or standard input, as it is.

    ``name``: what to call it in a sentence ("reading.md"); ``columns``: what the user says of the columns of a CSV:
    fact -> header, as in ``--map title=Name``.
    """

    name: str
    data: bytes
    columns: Mapping[str, str] = {}

    def text(self) -> str:
        """All of it as text: byte order mark gone, every line end a line feed, whatever the encoding was.

        Raises:
            UnreadableError: it is not text at all.
        """
        return decode(self.data, self.name)


class Format(NamedTuple):
    """A format that can be read.

    ``title``: what it is called in a sentence; ``module``: the one in this package that reads it; ``endings``: of file
    names, lower-case; ``sign``: a regular expression that its beginning fits, whatever the file is called.
    """

    title: str
    module: str
    endings: tuple[str, ...]
    sign: str


def _header(*columns: str) -> str:
    """A first line of a CSV that has all these columns, in any order, quoted or not."""
    return r"\A" + "".join(rf"(?=[^\n]*(?:^|[,;\t\"]){column}(?:$|[,;\t\"\n]))" for column in columns)


# The first sign that fits decides, so the narrower stand before the wider.
FORMATS: dict[str, Format] = {
    "csl-json": Format(
        "CSL-JSON",
        "csl_json",
        (".json",),
        r"\A\s*[\[{](?=.*(?-i:\"(?:id|issued|container-title|DOI|author|citation-key)\"\s*:))",
    ),
    "json": Format("readtrack JSON", "json", (".json", ".jsonl"), r"\A\s*[\[{].*\"(?:title|papers)\"\s*:"),
    "bibtex": Format("BibTeX", "bibtex", (".bib", ".bibtex", ".biblatex"), r"(?m)^\s*@\s*[a-z]+\s*[{(]"),
    "nbib": Format("PubMed", "nbib", (".nbib", ".medline"), r"(?m)^(?:PMID|PMCR|OWN) {0,2}- ?\S"),
    "ris": Format("RIS", "ris", (".ris", ".refman"), r"(?m)^\s*TY {0,2}- ?\w"),
    "wos": Format("Web of Science", "wos", (".ciw", ".isi"), r"(?m)^PT [A-Z]$"),
    "endnote": Format("EndNote XML", "endnote", (".xml",), r"<records?>.*<ref-type|<feed\b.*arxiv\.org"),
    "pocket": Format(
        "Pocket export",
        "pocket",
        (".html", ".htm", ".csv"),
        r"\A\s*<.*<a\s[^<>]*time_added=|" + _header("title", "url", "time_added"),
    ),
    "bookmarks": Format(
        "bookmarks", "bookmarks", (".html", ".htm"), r"<!DOCTYPE NETSCAPE-Bookmark-file|<DT>\s*<(?:A|H3)\b"
    ),
    "zotero": Format("Zotero CSV", "zotero", (".csv",), _header("Key", "Item Type", "Title")),
    "goodreads": Format("Goodreads export", "goodreads", (".csv",), _header("Title", "Author", "Exclusive Shelf")),
    "storygraph": Format("StoryGraph export", "storygraph", (".csv",), _header("Title", "Authors", "Read Status")),
    "readwise": Format("Readwise export", "readwise", (".csv",), _header("Highlight", "Book Title")),
    "instapaper": Format("Instapaper export", "instapaper", (".csv",), _header("URL", "Title", "Selection", "Folder")),
    "csv": Format(
        "CSV",
        "csv",
        (".csv", ".tsv"),
        _header(r"(?:(?:\w+[ _])?(?:title|titel|titre|t[ií]tulo|titolo|name)|标题|题目|书名|篇名|題名|書名|제목)")
        + "|"
        + _header("PT", "TI"),  # Web of Science
    ),
    "markdown": Format("Markdown reading list", "markdown", (".md", ".markdown", ".mkd"), r"\A"),
}

_HEAD = 1 << 16
"""Bytes that are looked at to recognise a format."""


def format_of(source: Source) -> str:
    """The name in ``FORMATS`` of what ``source`` is in.

    A format of that ending whose sign fits, else any whose sign fits, else the widest of that ending.

    Raises:
        UnreadableError: it is empty, or not text.
    """
    head = _head(source)
    ending = source.name[source.name.rfind(".") :].lower() if "." in source.name else ""
    of_ending = [name for name, known in FORMATS.items() if ending in known.endings]
    narrow = [name for name in FORMATS if name != "markdown"]
    for name in (*of_ending, *narrow):
        if re.search(FORMATS[name].sign, head, re.IGNORECASE | re.DOTALL):
            return name
    return of_ending[-1] if of_ending else "markdown"


def _head(source: Source) -> str:
    cut = source.data[:_HEAD]
    if len(cut) < len(source.data):
        cut = cut[: cut.rfind(b"\n") + 1] or cut
    head = decode(cut, source.name)
    if not head.strip():
        raise UnreadableError(f"{source.name} is empty.")
    return head


def read(source: Source, name: str) -> Iterator[Read]:
    """Everything in ``source``, read as the format called ``name``; what the schema could not take is mended or told.

    Raises:
        UnreadableError: it is no such format at all. A bad entry costs that entry only: it comes as ``Skipped``.
    """
    from readtrack.importers._clean import clean

    for found in import_module(f"readtrack.importers.{FORMATS[name].module}").read(source):
        if isinstance(found, Draft):
            yield from clean(found)
        elif isinstance(found, ReadingList):
            yield ReadingList(found.slug, one_line(found.title) or found.slug, one_line(found.source) or None)
        else:
            yield found
