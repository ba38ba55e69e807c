"""What an export takes out of the library, piece by piece."""

from __future__ import annotations

from collections.abc import Iterator

from readtrack.model import Entry, ReadingList, Selection
from readtrack.store import Store
from readtrack.store.find import paper_of
from readtrack.store.lists import reading_lists

PIECE = 500
"""Papers that are held at once."""


def entries_of(store: Store, which: Selection, *, sort: str = "added", reverse: bool = False) -> Iterator[Entry]:
    """All that the library holds on each paper that fits, in the order of ``SORTS[sort]``.

    Raises:
        NotFoundError: as ``Store.papers``.
    """
    ids = store.ids(which, sort=sort, reverse=reverse)
    for at in range(0, len(ids), PIECE):
        piece = "[" + ",".join(map(str, ids[at : at + PIECE])) + "]"
        rows = store.conn.execute(
            "SELECT papers.* FROM json_each(?) JOIN papers ON papers.id = value ORDER BY json_each.key", (piece,)
        )
        yield from store.entries([paper_of(row) for row in rows])


def lists_of(store: Store, which: Selection) -> list[ReadingList]:
    """The reading lists on which any paper that fits stands; all of them where nothing is asked for."""
    if which == Selection():
        return reading_lists(store)
    ids = "[" + ",".join(map(str, store.ids(which))) + "]"
    on = "SELECT list FROM list_papers WHERE paper IN (SELECT value FROM json_each(?))"
    slugs = {row["list"] for row in store.conn.execute(on, (ids,))}
    return [each for each in reading_lists(store) if each.slug in slugs]
