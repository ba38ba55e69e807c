"""mark and plan: what you did with a paper, and what you mean to; and where the list stands."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readtrack import dates
from readtrack.errors import RefusedError, UsageError
from readtrack.model import Mark, Marked, Paper, Plan, Reading, Standing
from readtrack.schema import FINISHED
from readtrack.store.changes import STANDING
from readtrack.store.find import Finding


def progress_of(text: str) -> str:
    """Progress as the library keeps it: "40%" or "7/18" (page 7 of 18).

    Raises:
        UsageError: it is neither, or beyond the end.
    """
    found = re.fullmatch(r"\s*(\d{1,6})\s*(?:(%)|/\s*(\d{1,6}))\s*", text, re.ASCII)
    if not found:
        raise UsageError(f'"{text}" is no progress. Say 40% or 7/18 (page 7 of 18).')
    done, end = int(found[1]), 100 if found[2] else int(found[3])
    if not 0 <= done <= end or end == 0:
        raise UsageError(f"progress {text.strip()} is beyond the end. Say 40% or 7/18 (page 7 of 18).")
    return f"{done}%" if found[2] else f"{done}/{end}"


class Readings(Finding):
    """Read status. The reading with the greatest id is a paper's status; a paper without one is unread."""

    def mark(self, papers: Sequence[Paper], mark: Mark) -> list[Marked]:
        """Say the same of several papers, in one change: of all of them or of none.

        It amends the latest reading. Queueing or reading what is finished, and ``again``, begin a new one; the
        earlier ones stay. ``unread`` takes all readings of the paper away.

        Raises:
            RefusedError: a rating or progress has no reading to stand on.
        """
        papers = list({paper.id: paper for paper in papers}.values())
        said = " ".join(["mark", *(paper.key for paper in papers), mark.status or ""]).strip()
        with self.change(said):
            return [self.put_mark(paper, mark) for paper in papers]

    def put_mark(self, paper: Paper, mark: Mark) -> Marked:
        """Mark a paper, in the open change.

        Raises:
            RefusedError: as ``mark``.
        """
        taken_away = 0
        if mark.status == "unread":
            taken_away = self.conn.execute("DELETE FROM readings WHERE paper = ?", (paper.id,)).rowcount
        else:
            status = mark.status or _implied_status(paper, mark)
            finished = paper.status in FINISHED
            anew = paper.status == "unread" or mark.again or (finished and status not in FINISHED)
            self._put_facts(paper, _facts(paper, mark, status, anew), anew)
        return Marked(paper, self.paper(paper.id), taken_away)

    def plan(self, papers: Sequence[Paper], plan: Plan) -> list[Marked]:
        """Plan several papers, in one change: all of them or none.

        It amends the latest reading. A day or priority for a paper that is unread or finished queues it, by a new
        reading.
        """
        papers = list({paper.id: paper for paper in papers}.values())
        with self.change(" ".join(["plan", *(paper.key for paper in papers)])):
            return [self.put_plan(paper, plan) for paper in papers]

    def put_plan(self, paper: Paper, plan: Plan) -> Marked:
        """Plan a paper, in the open change."""
        given = {"due_on": plan.due, "priority": plan.priority}
        facts: dict[str, object] = {column: value or None for column, value in given.items() if value is not None}
        if any(facts.values()) and paper.status not in ("queued", "reading"):
            self._put_facts(paper, {"status": "queued", **facts}, anew=True)
        elif facts and paper.status != "unread":
            self._put_facts(paper, facts, anew=False)
        return Marked(paper, self.paper(paper.id))

    def _put_facts(self, paper: Paper, facts: dict[str, object], anew: bool) -> None:
        """Write columns of ``readings``: into a new one, or into the latest of the paper."""
        if anew:
            self.conn.execute(
                f"INSERT INTO readings (paper, {', '.join(facts)}) VALUES (?{', ?' * len(facts)})",
                (paper.id, *facts.values()),
            )
        elif any(getattr(paper, column) != value for column, value in facts.items()):
            self.conn.execute(
                f"UPDATE readings SET {', '.join(f'{column} = ?' for column in facts)}"
                " WHERE id = (SELECT max(id) FROM readings WHERE paper = ?)",
                (*facts.values(), paper.id),
            )

    def had_reading(self, paper: Paper, reading: Reading) -> bool:
        """Whether ``paper`` ever had this reading: the same one, or one that came to the same on the same day."""
        row = "coalesce(after, before)"
        found = self.conn.execute(
            f"""SELECT 1 FROM history WHERE source = 'readings' AND {STANDING} AND json_extract({row}, '$.paper') = ?
            AND (json_extract({row}, '$.uid') = ? OR json_extract({row}, '$.status') = ?
                AND json_extract({row}, '$.finished_on') IS ?)""",
            (paper.id, reading.uid, reading.status, reading.finished_on),
        )
        return found.fetchone() is not None

    def put_reading(self, paper: Paper, reading: Reading) -> None:
        """Add a reading, in the open change: it becomes the status. A uid that another has is replaced by a new one."""
        *facts, uid = reading
        self.conn.execute(
            """INSERT INTO readings (paper, status, started_on, finished_on, progress, rating, priority, due_on, uid)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, (SELECT ? WHERE NOT EXISTS (SELECT 1 FROM readings WHERE uid = ?)))""",
            (paper.id, *facts, uid, uid),
        )

    def latest_reading(self, paper: int) -> int | None:
        """The number of the reading that is the status of the paper with this id."""
        (number,) = self.conn.execute("SELECT max(id) FROM readings WHERE paper = ?", (paper,)).fetchone()
        return number if number is None else int(number)

    def make_latest(self, reading: int) -> None:
        """Give a reading the greatest number of its paper, in the open change: it becomes the status."""
        self.conn.execute(
            """UPDATE readings SET id = (SELECT max(id) + 1 FROM readings) WHERE id = ?
            AND id < (SELECT max(id) FROM readings AS other WHERE other.paper = readings.paper)""",
            (reading,),
        )

    def standing(self, topic: str | None = None) -> Standing:
        """Where the library stands, or one topic of it."""
        where, bound = ("", ()) if topic is None else ("topic = ? AND ", (topic,))
        (total,) = self.conn.execute(
            f"SELECT count(*) FROM papers WHERE {where or 1}".removesuffix("AND "), bound
        ).fetchone()
        # "unread" sorts last, and is most of a large library: the index is read up to there and no further.
        counts = dict(
            tuple(row)
            for row in self.conn.execute(
                f"SELECT status, count(*) FROM papers WHERE {where}status < 'unread' GROUP BY status", bound
            )
        )
        unread = total - sum(counts.values())
        return Standing(topic, counts | ({"unread": unread} if unread else {}))


def _implied_status(paper: Paper, mark: Mark) -> str:
    """What a mark without a status word means for the status."""
    if mark.again:
        return "reading"
    if mark.progress is None:
        if paper.status == "unread":
            raise RefusedError(f"{paper.called} is unread. Say it with the rating: --read --rating {mark.rating}.")
        return paper.status
    if paper.status in FINISHED:
        raise RefusedError(f"{paper.called} is {paper.status} already; --again begins a new reading of it.")
    return "reading"


def _facts(paper: Paper, mark: Mark, status: str, anew: bool) -> dict[str, object]:
    """The columns of ``readings`` that the mark sets."""
    facts: dict[str, object] = {"status": status}
    corrected = status in FINISHED and paper.status in FINISHED and paper.finished_on is not None
    moved = anew or (status != paper.status and not corrected)
    if mark.on or moved:
        day = mark.on or dates.today().isoformat()
        if status in FINISHED:
            facts["finished_on"] = day
        elif status == "reading":
            facts["started_on"] = day
    if status not in FINISHED and not anew:
        facts["finished_on"] = None
    if mark.rating is not None:
        facts["rating"] = mark.rating
    if mark.progress is not None:
        facts["progress"] = mark.progress
    return facts
