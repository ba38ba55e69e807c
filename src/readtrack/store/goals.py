"""goal: how many papers you mean to read, and by when."""

from typing import NamedTuple

from readtrack.errors import NotFoundError, UsageError
from readtrack.model import Goal
from readtrack.store import Store
from readtrack.store.changes import STANDING
from readtrack.store.days import within


class GoalProgress(NamedTuple):
    """A goal and where it stands. ``read``: papers; ``days``: in all; ``elapsed``: days of them, today included, below
    1 before the first and above ``days`` after the last."""

    goal: Goal
    read: int
    days: int
    elapsed: int

    @property
    def state(self) -> str:
        """One of reached, missed, to come, running."""
        if self.read >= self.goal.papers:
            return "reached"
        return "missed" if self.elapsed > self.days else "to come" if self.elapsed < 1 else "running"

    @property
    def left(self) -> int:
        """How many papers are left to read."""
        return max(0, self.goal.papers - self.read)

    @property
    def days_left(self) -> int:
        """In how many days, today included."""
        return max(0, min(self.days, self.days - self.elapsed + 1))

    @property
    def ahead(self) -> int:
        """How many whole papers you are ahead of an even pace; behind it, below 0."""
        ahead = self.read * self.days - self.goal.papers * max(0, min(self.days, self.elapsed))
        return abs(ahead) // self.days * (1 if ahead > 0 else -1)


def goals(store: Store) -> list[Goal]:
    """All goals, the one that ends first, first."""
    return [Goal(*row) for row in store.conn.execute("SELECT papers, from_on, by_on, uid FROM goals ORDER BY by_on")]


def _goal(store: Store, by: str) -> Goal | None:
    return next((goal for goal in goals(store) if goal.by_on == by), None)


def goals_progress(store: Store, today: str) -> list[GoalProgress]:
    """All goals, the one that ends first, first, and where each stands on an ISO day."""
    rows = store.conn.execute(
        f"""SELECT papers, from_on, by_on, uid,
            (SELECT count(DISTINCT paper) FROM readings
                WHERE status = 'read' AND {within("finished_on", "from_on", "by_on")}),
            CAST(julianday(by_on) - julianday(from_on) AS INTEGER) + 1,
            CAST(julianday(:today) - julianday(from_on) AS INTEGER) + 1
        FROM goals ORDER BY by_on""",
        {"today": today},
    )
    return [GoalProgress(Goal(*row[:4]), *row[4:]) for row in rows]


def current_goal(store: Store, today: str) -> GoalProgress | None:
    """Of the goals that have begun and are not over, the one that ends first."""
    return next((each for each in goals_progress(store, today) if each.goal.from_on <= today <= each.goal.by_on), None)


def aim(store: Store, papers: int, by: str, from_on: str | None, today: str) -> tuple[Goal | None, GoalProgress]:
    """Mean to read so many papers by an ISO day: the goal by that day before, if there was one, and as it is.

    ``from_on``: the ISO day with which it begins; None: as before, or 1 January of the year in which it ends, or
    today where that is to come.

    Raises:
        UsageError: it would end before it begins.
    """
    before = _goal(store, by)
    begins = from_on or (before.from_on if before else min(today, f"{by[:4]}-01-01"))
    if begins > by:
        raise UsageError(f"a goal cannot begin on {begins} and end on {by}. Say another --from or --by.")
    with store.change(f"goal {papers} by {by}"):
        put_goal(store, Goal(papers, begins, by))
    return before, next(each for each in goals_progress(store, today) if each.goal.by_on == by)


def put_goal(store: Store, goal: Goal) -> None:
    """Keep a goal, in the open change."""
    store.conn.execute(
        """INSERT INTO goals (papers, from_on, by_on, uid)
        VALUES (:papers, :from_on, :by_on, (SELECT :uid WHERE NOT EXISTS (SELECT 1 FROM goals WHERE uid = :uid)))
        ON CONFLICT (by_on) DO UPDATE SET papers = excluded.papers, from_on = excluded.from_on
        WHERE (papers, from_on) IS NOT (excluded.papers, excluded.from_on)""",
        goal._asdict(),
    )


def add_goal(store: Store, goal: Goal) -> None:
    """Keep a goal in the open change, unless there ever was one that ends on the same day."""
    row = "coalesce(after, before)"
    had = f"SELECT 1 FROM history WHERE source = 'goals' AND {STANDING} AND json_extract({row}, '$.by_on') = ?"
    if not store.conn.execute(had, (goal.by_on,)).fetchone():
        put_goal(store, goal)


def remove_goal(store: Store, by: str) -> Goal:
    """Take away the goal that ends on this ISO day; as it was.

    Raises:
        NotFoundError: there is none.
    """
    before = _goal(store, by)
    if not before:
        raise NotFoundError(f"there is no goal by {by}. `readtrack goal` shows them.")
    with store.change(f"remove goal by {by}"):
        store.conn.execute("DELETE FROM goals WHERE by_on = ?", (by,))
    return before
