"""A whole reading list spread over the calendar, and the days ahead."""

from __future__ import annotations

from collections.abc import Iterator

from readtrack.errors import NotFoundError, RefusedError
from readtrack.model import Marked, Paper, Plan
from readtrack.schema import FINISHED
from readtrack.store import Store
from readtrack.store.find import paper_of


def plan_list(store: Store, slug: str, days: Iterator[str], today: str, *, again: bool) -> list[Marked]:
    """Give each paper of a list that is not finished one of ``days``, in the order of the list; one change.

    A paper that has a day keeps it; ``again``: unless that is over. Left out are days before ``today``, and those that
    a paper of the list has.

    Raises:
        NotFoundError: there is no such list.
        RefusedError: no paper of it is without a day, or there are fewer days than papers.
    """
    papers = _of_list(store, slug)
    late = [paper for paper in papers if paper.due_on and paper.due_on < today]
    kept = {paper.due_on for paper in papers if paper.due_on and not (again and paper in late)}
    wanted = [paper for paper in papers if not paper.due_on or (again and paper in late)]
    if not wanted:
        hint = f"; --again gives those {len(late)} that were missed new days" if late and not again else ""
        raise RefusedError(f"every paper of {slug} that is left to read has a day{hint}.")
    free = (day for day in days if day >= today and day not in kept)
    with store.change(f"plan list {slug}"):
        planned = [store.put_plan(paper, Plan(due=day)) for paper, day in zip(wanted, free, strict=False)]
        if len(planned) < len(wanted):
            raise RefusedError(f"there are only {len(planned)} such days for {len(wanted)} papers.")
    return planned


def _of_list(store: Store, slug: str) -> list[Paper]:
    """The papers of a list that are not finished, in its order."""
    if not store.conn.execute("SELECT 1 FROM lists WHERE slug = ?", (slug,)).fetchone():
        known = ", ".join(row[0] for row in store.conn.execute("SELECT slug FROM lists ORDER BY slug LIMIT 12"))
        raise NotFoundError(f'there is no list "{slug}". There are: {known or "none"}.')
    rows = store.conn.execute(
        f"""SELECT papers.* FROM list_papers AS l JOIN papers ON papers.id = l.paper
        WHERE l.list = ? AND status NOT IN {FINISHED!r} ORDER BY l.position IS NULL, l.position, l.paper""",
        (slug,),
    )
    return [paper_of(row) for row in rows]


def agenda(store: Store, until: str) -> list[Paper]:
    """The papers that are due up to the ISO day ``until``, the earliest first, those that are late too."""
    rows = store.conn.execute(
        """SELECT papers.* FROM papers WHERE id IN (SELECT paper FROM readings WHERE due_on <= ?)
        AND due_on <= ? AND status IN ('reading', 'queued') ORDER BY due_on, id""",
        (until, until),
    )
    return [paper_of(row) for row in rows]
