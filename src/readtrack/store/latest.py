"""Which change was the last: told before and after a write, it says what was written."""

from __future__ import annotations

from readtrack.store import Store


def latest(store: Store) -> int:
    """The number of the last change; 0 where there is none."""
    (number,) = store.conn.execute("SELECT coalesce(max(id), 0) FROM changes WHERE open IS NULL").fetchone()
    return int(number)
