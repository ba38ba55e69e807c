"""merge: two papers of the library that are one."""

from __future__ import annotations

from readtrack.errors import RefusedError
from readtrack.model import Entry, Paper, draft_of
from readtrack.store import Store
from readtrack.store.gains import RISING, gain


def merge(store: Store, keep: Paper, other: Paper) -> tuple[Paper, Entry]:
    """Make one paper of two, in one change: ``keep`` gains what it lacks, and all that is yours on ``other``.

    Returns:
        the paper that is left, and the other as it was.

    Raises:
        RefusedError: they are one and the same.
    """
    if keep.id == other.id:
        raise RefusedError(f"{keep.called} is that paper already; name another to merge into it.")
    (was,) = store.entries([other])
    with store.change(f"merge {other.key} into {keep.key}"):
        before = store.rows_of([keep.id, other.id])
        higher = max((keep, other), key=lambda paper: RISING.index(paper.status))  # of equals, the one that is kept
        latest = store.latest_reading(higher.id)
        for table in ("readings", "notes", "sessions", "reviews"):
            store.conn.execute(f"UPDATE {table} SET paper = ? WHERE paper = ?", (keep.id, other.id))
        store.put_tags(keep, other.tags)
        store.conn.execute("DELETE FROM paper_tags WHERE paper = ?", (other.id,))
        if latest:
            store.make_latest(latest)
        store.take_away(other.id)
        facts = draft_of(was)._replace(readings=(), tags=(), notes=(), sessions=(), reviews=())
        gain(store, store.paper(keep.id), facts, None)
        store.write_image(added=[], lists=[], before=before, merged={other.id: keep.id})
    return store.paper(keep.id), was
