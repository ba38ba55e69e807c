"""The first page of a library: what you are reading, what is due and next, how far you are, and the days you read."""

from __future__ import annotations

from typing import Any, NamedTuple

from markupsafe import Markup

from readtrack import dates, render_stats
from readtrack.model import Note, Paper, Standing
from readtrack.past import day_text
from readtrack.render import how_long_ago
from readtrack.store import Store
from readtrack.store import dashboard as stored
from readtrack.store.goals import GoalProgress
from readtrack.web import charts, libraries
from readtrack.web.cells import CELLS

WORDS = 30
"""Words of a note that are shown."""


class Shown(NamedTuple):
    """A note: its first words, when it was written, its paper."""

    note: Note
    words: str
    when: str
    paper: Paper


class Row(NamedTuple):
    """A list or a topic, and where it stands: ``find`` are the filters that find its papers."""

    name: str
    find: dict[str, str]
    standing: Standing
    parts: tuple[charts.Part, ...]


class Goal(NamedTuple):
    """The current goal, in words, and a bar of how far it is."""

    words: str
    parts: tuple[charts.Part, ...]


class View(NamedTuple):
    """What the template shows. ``title``: the library's; ``today``: ISO 8601; ``unknown``: year -> papers read in it,
    no month known; ``first_day``: the first of the map of days, in words; ``notes``: the latest ones."""

    title: str
    library: stored.Dashboard
    today: str
    parts: tuple[charts.Part, ...]
    goal: Goal | None
    lists: tuple[Row, ...]
    topics: tuple[Row, ...]
    months: tuple[charts.Month, ...]
    unknown: dict[str, int]
    days: charts.Days
    first_day: str
    notes: tuple[Shown, ...]

    @property
    def any_read(self) -> bool:
        """Whether the columns or what stands below them show a paper."""
        return bool(self.unknown) or any(month.papers for month in self.months)

    def day(self, day: str) -> str:
        """A day in words."""
        return day_text(day)

    def done(self, paper: Paper) -> float | None:
        """How much of a paper is read, of 100."""
        return charts.done(paper.progress)


async def data(datasette: Any, database: str, request: Any) -> View | None:
    """What the first page of the library shows; None where Datasette's own page is wanted."""
    if request.args.get("_view") or request.args.get("_show_hidden"):
        return None
    db = datasette.get_database(database)
    title = await _title(datasette, database)
    page: View = await db.execute_fn(lambda conn: read(Store(conn), title))
    return page


async def _title(datasette: Any, database: str) -> str:
    """What the library is called, by us or by who configured Datasette; and which one it is, among others."""
    is_1_0 = hasattr(datasette, "get_database_metadata")
    told = await datasette.get_database_metadata(database) if is_1_0 else datasette.metadata(database=database)
    title = str((told or {}).get("title") or database)
    return f"{title}: {database}" if len(libraries.served(datasette)) > 1 and title != database else title


def read(store: Store, title: str) -> View:
    """The page of the library called ``title``, as it is now."""
    today = dates.today()
    first = charts.first_day(today)
    library = stored.dashboard(store, today=today.isoformat(), since=first.isoformat())
    months = charts.months(library.read, today)
    return View(
        title=title,
        library=library,
        today=today.isoformat(),
        parts=charts.bar(library.standing.by_status),
        goal=_goal(library.goal) if library.goal else None,
        lists=tuple(
            Row(each.list.title, {"_list": each.list.slug}, each.standing, charts.bar(each.standing.by_status))
            for each in library.lists
            if each.standing.total
        ),
        topics=tuple(
            Row(each.topic or "", {"topic": each.topic or ""}, each, charts.bar(each.by_status))
            for each in library.topics
        ),
        months=months,
        unknown={year: count for year, count in library.read.items() if len(year) == 4 and year >= months[0].month[:4]},
        days=charts.days(library.did, today),
        first_day=dates.day_text(first.isoformat()),
        notes=tuple(
            Shown(note, _first_words(note), how_long_ago(note.created_at or ""), paper) for note, paper in library.notes
        ),
    )


def _goal(each: GoalProgress) -> Goal:
    return Goal(f"Goal: {render_stats.goal_line(each)}", charts.bar({"read": each.read, "unread": each.left}))


def _first_words(note: Note) -> str:
    """The first words of a note, without the marks of its Markdown."""
    text = Markup(CELLS["notes", "body"](note.body) or "").striptags()  # noqa: S704  the renderer's own
    words = str(text).split()
    return " ".join(words[:WORDS]) + (" ..." if len(words) > WORDS else "")
