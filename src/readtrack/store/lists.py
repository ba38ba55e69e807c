"""Reading lists, and how far you are with each."""

from __future__ import annotations

from readtrack.model import Progress, ReadingList, Standing
from readtrack.store import Store


def reading_lists(store: Store) -> list[ReadingList]:
    """Every reading list, by its short name."""
    return [ReadingList(*row) for row in store.conn.execute("SELECT slug, title, source FROM lists ORDER BY slug")]


def lists(store: Store) -> list[Progress]:
    """Every reading list, by its short name, with how many of its papers have which status."""
    totals = dict(tuple(row) for row in store.conn.execute("SELECT list, count(*) FROM list_papers GROUP BY list"))
    counted: dict[str, dict[str, int]] = {}
    # Of the unread papers, most of a large library, only the number is looked up.
    rows = store.conn.execute(
        """SELECT list, status, count(*) FROM papers CROSS JOIN list_papers ON list_papers.paper = papers.id
        WHERE status < 'unread' GROUP BY list, status"""
    )
    for slug, status, count in rows:
        counted.setdefault(slug, {})[status] = count
    return [_progress(each, totals.get(each.slug, 0), counted.get(each.slug, {})) for each in reading_lists(store)]


def _progress(which: ReadingList, total: int, by_status: dict[str, int]) -> Progress:
    unread = total - sum(by_status.values())
    return Progress(which, Standing(None, by_status | ({"unread": unread} if unread else {})))
