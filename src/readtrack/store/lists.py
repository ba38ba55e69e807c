"""Reading lists, and how far you are with each."""

from __future__ import annotations

from readtrack.model import Progress, ReadingList, Standing
from readtrack.store import Store


def reading_lists(store: Store) -> list[ReadingList]:
    """Every reading list, by its short name."""
    return [ReadingList(*row) for row in store.conn.execute("SELECT slug, title, source FROM lists ORDER BY slug")]


def lists(store: Store) -> list[Progress]:
    """Every reading list, by its short name, with how many of its papers have which status."""
    counted: dict[str, dict[str, int]] = {}
    query = """SELECT list, status, count(*) FROM list_papers JOIN papers ON papers.id = list_papers.paper
        GROUP BY list, status"""
    for slug, status, count in store.conn.execute(query):
        counted.setdefault(slug, {})[status] = count
    return [Progress(each, Standing(None, counted.get(each.slug, {}))) for each in reading_lists(store)]
