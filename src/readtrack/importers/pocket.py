"""Pocket, which closed in 2025: its HTML (``ril_export.html``) and its later CSV (``part_000000.csv``).

https://support.mozilla.org/kb/exporting-your-pocket-list
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from readtrack.errors import UnreadableError
from readtrack.importers._cells import saved_at, web_page, words_of
from readtrack.importers._csv import table
from readtrack.importers._html import tokens
from readtrack.model import Draft, Reading, Skipped

if TYPE_CHECKING:
    from readtrack.importers import Read, Source


def read(source: Source) -> Iterator[Read]:
    """The pages in ``source``: what was archived is read, the rest unread.

    Raises:
        UnreadableError: it is neither of the two.
    """
    text = source.text()
    if re.search(r"<a\s", text, re.IGNORECASE) and re.match(r"\s*<", text):
        yield from _pages(text)
        return
    if re.match(r"\s*<", text):
        raise UnreadableError(f"{source.name} is HTML without a single link; an export of Pocket is a list of them.")
    for row in table(source, ["url"], ["title", "time_added"]).rows:
        if isinstance(row, Skipped):
            yield row
        else:
            archived = row.get("status").lower() in ("archive", "archived", "1", "read")
            yield _draft(row.get("title"), row.get("url"), row.get("tags"), row.get("time_added"), archived, row.line)


def _pages(text: str) -> Iterator[Draft]:
    """The links of the HTML, each under the last heading."""
    heading: list[str] = []
    title: list[str] | None = None
    into: list[str] | None = None
    attributes: dict[str, str] = {}
    line, counted = 1, 0
    for token in tokens(text):
        if token.tag == "h1":
            heading = into = []
        elif token.tag == "a" and "href" in token.attributes:
            line, counted = line + text.count("\n", counted, token.at), token.at
            title = into = []
            attributes = dict(token.attributes)
        elif token.tag == "/a" and title is not None:
            said = "".join(title)
            archived = "archive" in "".join(heading).lower()
            added = attributes.get("time_added", "")
            yield _draft(said, attributes["href"], attributes.get("tags", ""), added, archived, line)
            title = into = None
        elif token.tag == "/h1":
            into = None
        elif not token.tag and into is not None:
            into.append(token.text)


def _draft(title: str, url: str, tags: str, added: str, archived: bool, line: int) -> Draft:
    return web_page(
        title,
        url,
        readings=(Reading("read"),) if archived else (),
        tags=words_of(tags, "|"),
        added_at=saved_at(added),
        line=line,
    )
