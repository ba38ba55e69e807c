"""Instapaper: the CSV of "Download .CSV file" (https://www.instapaper.com/user)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readtrack.importers._cells import saved_at, web_page, words_of
from readtrack.importers._csv import table
from readtrack.importers._html import to_markdown
from readtrack.model import NoteDraft, Reading, Skipped

if TYPE_CHECKING:
    from readtrack.importers import Read, Source


def read(source: Source) -> Iterator[Read]:
    """The pages in ``source``: what lies in the archive is read, any other folder but "Unread" is a tag.

    Raises:
        UnreadableError: it has no addresses or no folders.
    """
    for row in table(source, ["URL"], ["Folder"]).rows:
        if isinstance(row, Skipped):
            yield row
            continue
        folder, selection = row.get("Folder"), to_markdown(row.get("Selection"))
        own = () if folder.lower() in ("", "unread", "archive") else (folder,)
        yield web_page(
            row.get("Title"),
            row.get("URL"),
            readings=(Reading("read"),) if folder.lower() == "archive" else (),
            tags=(*own, *words_of(row.get("Tags"))),
            notes=(NoteDraft(selection),) if selection else (),
            added_at=saved_at(row.get("Timestamp")),
            line=row.line,
        )
