"""stats: what you read, in one year or in all, and how fast.

A reading counts in the month in which it was finished, a paper at most once a month. A day that is known only in part
counts where all that it may be lies.
"""

import heapq
import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain
from typing import NamedTuple

from readtrack import periods
from readtrack.store import Store
from readtrack.store.changes import MANY
from readtrack.store.days import busy_days, in_year
from readtrack.store.goals import GoalProgress, goals_progress

MONTHS = 12
"""How many months are told of all time."""

TOP = 5
"""How many authors and affiliations are told."""

LONG = 7
"""From so many days on a pace tells something."""


class Share(NamedTuple):
    """A topic or a list (by its short name), and how many papers of it were read then."""

    name: str
    read: int
    papers: int


class Sessions(NamedTuple):
    """The sessions that are over. ``pages_an_hour``: over those of which both are known."""

    sessions: int
    minutes: int
    pages: int
    pages_an_hour: float | None


class Finishing(NamedTuple):
    """How many days it took from start to finish, over the readings of which both days are known whole."""

    readings: int
    median: float
    shortest: int
    longest: int


class Streak(NamedTuple):
    """Local days on which anything was done: how many, and how many in a row; ``current``: up to today or yesterday,
    None where neither is looked at; ``longest_until``: ISO 8601."""

    days: int
    current: int | None
    longest: int
    longest_until: str


class Statistics(NamedTuple):
    """What was read in ``year``, or in all time. Papers are counted once, however often they were read.

    ``since``: the day from which on, or as much of it as is known; ``dated``: papers of which is known that it was
    then; ``days``: how many days were looked at until today; ``months``: month -> papers; ``unknown``: year -> papers
    read in it, month unknown; ``earlier``: papers read before the first of the months; ``undated``: no one knows when;
    ``topics``, ``lists``: those with a paper read, the most first; ``ratings``: 1 to 5 -> readings; ``authors``,
    ``affiliations``: those of several papers.
    """

    year: int | None
    papers: int
    dated: int
    since: str | None
    days: int
    months: dict[str, int]
    unknown: dict[str, int]
    earlier: int
    undated: int
    topics: tuple[Share, ...]
    lists: tuple[Share, ...]
    sessions: Sessions | None
    finishing: Finishing | None
    ratings: dict[int, int]
    streak: Streak | None
    authors: dict[str, int]
    affiliations: dict[str, int]
    goals: tuple[GoalProgress, ...]

    @property
    def nothing(self) -> bool:
        """Whether there is nothing to tell."""
        return not (self.papers or self.sessions or self.ratings or self.streak or self.goals)

    @property
    def papers_a_day(self) -> float | None:
        """The pace, where it tells something."""
        return self.dated / self.days if self.dated and self.days >= LONG else None


class _Time(NamedTuple):
    """The time looked at: its first and last ISO day, and the condition, ``finished_on`` first, that it lies in it."""

    first: str
    last: str
    then: str


class _Facts(NamedTuple):
    """Of a topic, or none: how many papers it has in all; of those read then their ids, a JSON array, and their
    authors and affiliations, JSON arrays with a comma between them."""

    topic: str | None
    papers: int
    ids: str
    authors: str
    affiliations: str


def statistics(store: Store, *, today: str, year: int | None) -> Statistics:
    """What was read in ``year``, or in all time, as it is known on ``today``, an ISO 8601 day."""
    if year:
        time = _Time(f"{year}-01-01", f"{year}-12-31", in_year("finished_on", year))
    else:
        time = _Time("0001-01-01", today, "1")
    conn = store.conn
    finished = _finished(conn, time)
    monthly: dict[str, set[int]] = defaultdict(set)
    for day, papers in finished.items():
        if day:
            monthly[day[:7]] |= papers
    by_month = Counter({month: len(papers) for month, papers in monthly.items()})
    months = _months(year, today, by_month)
    read = _all(finished.values())
    facts = _facts(conn, time, read)
    since = time.first if year else min(filter(None, finished), default=None)
    return Statistics(
        year=year,
        papers=len(read),
        dated=len(_all(monthly.values())),
        since=since,
        days=_days(conn, since, min(today, time.last)),
        months={month: by_month[month] for month in months},
        unknown={at: by_month[at] for at in sorted(by_month) if len(at) == 4 and at >= months[0][:4]},
        earlier=len(_all(papers for at, papers in monthly.items() if at < months[0][: len(at)])),
        undated=len(finished.get("", ())),
        topics=_topics(facts),
        lists=_lists(conn, time),
        sessions=_sessions(conn, time),
        finishing=_finishing(conn, time),
        ratings=_ratings(conn, time),
        streak=_streak(conn, time, today),
        authors=_authors(conn, facts),
        affiliations=_most(_arrays(fact.affiliations for fact in facts)),
        goals=_goals(store, time, today, year),
    )


def _goals(store: Store, time: _Time, today: str, year: int | None) -> tuple[GoalProgress, ...]:
    """The goals of a year, or in all time those that are not over."""
    goals = goals_progress(store, today)
    if year:
        return tuple(each for each in goals if each.goal.from_on <= time.last and each.goal.by_on >= time.first)
    return tuple(each for each in goals if each.goal.by_on >= today)


def _finished(conn: sqlite3.Connection, time: _Time) -> dict[str, set[int]]:
    """A day, as much of it as is known, or "" -> the papers finished then."""
    rows = conn.execute(
        f"""SELECT coalesce(finished_on, ''), json_group_array(paper) FROM readings
        WHERE status = 'read' AND {time.then} GROUP BY finished_on"""
    )
    return {day: set(json.loads(papers)) for day, papers in rows}


def _all(papers: Iterable[set[int]]) -> set[int]:
    return set().union(*papers)


def _months(year: int | None, today: str, by_month: Iterable[str]) -> tuple[str, ...]:
    """The months that are told: of a year all that have begun, or know a paper."""
    if not year:
        return periods.months(date.fromisoformat(today), MONTHS)
    until = max(today, *by_month) if by_month else today
    months = periods.months(date(year, 12, 1), 12)
    return tuple(month for month in months if month <= until) or months[:1]


def _days(conn: sqlite3.Connection, since: str | None, until: str) -> int:
    """Days from the first that ``since`` may be, both included."""
    if not since:
        return 0
    (days,) = conn.execute("SELECT julianday(?) - julianday(?) + 1", (until, periods.first_day(since))).fetchone()
    return max(0, int(days))


def _facts(conn: sqlite3.Connection, time: _Time, read: set[int]) -> list[_Facts]:
    """What is known of the papers with these ids, all that were read then."""
    facts = """SELECT topic, (SELECT count(*) FROM papers AS p WHERE p.topic = papers.topic) AS papers,
        json_group_array(id) AS ids, group_concat(authors) AS authors, group_concat(affiliations) AS affiliations
    FROM papers"""
    # "+finished_on": SQLite would seek the days in the index, which has them within each topic, and then sort again.
    found = conn.execute(f"{facts} WHERE status = 'read' AND +{time.then} GROUP BY topic").fetchall()
    # A paper tells its latest reading. Of those that were read again since, few, the rows are read.
    if again := read.difference(*(json.loads(row["ids"]) for row in found)):
        found += conn.execute(f"{facts} WHERE id IN {MANY} GROUP BY topic", (json.dumps(sorted(again)),)).fetchall()
    return [_Facts(*row) for row in found]


def _topics(facts: Iterable[_Facts]) -> tuple[Share, ...]:
    read: Counter[str] = Counter()
    for fact in facts:
        if fact.topic:
            read[fact.topic] += len(json.loads(fact.ids))
    return _shares(read.items(), {fact.topic: fact.papers for fact in facts if fact.topic})


def _arrays(texts: Iterable[str]) -> Iterator[list[str]]:
    """The arrays of texts like ``["a","b"],["c"]``."""
    return chain.from_iterable(json.loads(f"[{text}]") for text in texts)


def _authors(conn: sqlite3.Connection, facts: Sequence[_Facts]) -> dict[str, int]:
    """The names of several papers each; two authors of one paper may have one name."""
    most = _most(_arrays(fact.authors for fact in facts))
    # Such a name is counted too often. Where it is none of these, they are what they seem, for no other has more; that
    # is nearly always so, and a set for each paper takes long.
    twice = f"SELECT 1 FROM authorships WHERE author IN {MANY} GROUP BY author, paper HAVING count(*) > 1 LIMIT 1"
    if conn.execute(twice, (json.dumps(list(most)),)).fetchone():
        return _most(map(set, _arrays(fact.authors for fact in facts)))
    return most


def _lists(conn: sqlite3.Connection, time: _Time) -> tuple[Share, ...]:
    papers = dict(map(tuple, conn.execute("SELECT list, count(*) FROM list_papers GROUP BY list")))
    then = f"SELECT paper FROM readings WHERE status = 'read' AND {time.then}"
    read = f"SELECT list, count(*) FROM list_papers WHERE paper IN ({then}) GROUP BY list"
    return _shares(conn.execute(read).fetchall() if papers else [], papers)


def _shares(read: Iterable[tuple[str, int]], papers: dict[str, int]) -> tuple[Share, ...]:
    shares = (Share(name, count, papers[name]) for name, count in read)
    return tuple(sorted(shares, key=lambda share: (-share.read, share.name)))


def _sessions(conn: sqlite3.Connection, time: _Time) -> Sessions | None:
    known = "minutes > 0 AND pages IS NOT NULL"
    count, minutes, pages, an_hour = conn.execute(
        f"""SELECT count(*), total(minutes), total(pages),
            60.0 * sum(pages) FILTER (WHERE {known}) / sum(minutes) FILTER (WHERE {known})
        FROM sessions WHERE minutes IS NOT NULL AND day BETWEEN :first AND :last""",
        {"first": time.first, "last": time.last},
    ).fetchone()
    return Sessions(count, int(minutes), int(pages), an_hour) if count else None


def _finishing(conn: sqlite3.Connection, time: _Time) -> Finishing | None:
    rows = conn.execute(
        f"""SELECT CAST(julianday(finished_on) - julianday(started_on) AS INTEGER) AS days FROM readings
        WHERE status = 'read' AND length(started_on) = 10 AND length(finished_on) = 10 AND started_on <= finished_on
            AND {time.then} ORDER BY days"""
    )
    if not (days := [day for (day,) in rows]):
        return None
    middle = (days[(len(days) - 1) // 2] + days[len(days) // 2]) / 2
    return Finishing(len(days), middle, days[0], days[-1])


def _ratings(conn: sqlite3.Connection, time: _Time) -> dict[int, int]:
    rows = conn.execute(
        f"SELECT rating, count(*) FROM readings WHERE rating IS NOT NULL AND {time.then} GROUP BY rating"
    )
    counts = dict(map(tuple, rows))
    return {rating: counts.get(rating, 0) for rating in range(1, 6)} if counts else {}


def _streak(conn: sqlite3.Connection, time: _Time, today: str) -> Streak | None:
    last = min(today, time.last)
    busy = busy_days(conn, time.first)
    days = sorted(date.fromisoformat(day).toordinal() for day in busy if time.first <= day <= last)
    if not days:
        return None
    longest, until, run, above = 0, 0, 0, 0
    for day in days:
        run = run + 1 if day == above + 1 else 1
        above = day
        if run >= longest:
            longest, until = run, day
    current = _current(conn, busy, time, today) if last == today else None
    return Streak(len(days), current, longest, date.fromordinal(until).isoformat())


def _current(conn: sqlite3.Connection, busy: set[str], time: _Time, today: str) -> int:
    """How many days in a row there are up to today or yesterday, however long before the time looked at they began."""
    now = date.fromisoformat(today).toordinal()
    run = _run(busy, now) or _run(busy, now - 1)
    began = date.fromordinal(now - run).isoformat()  # or the day after
    if run and began <= time.first:
        busy = busy_days(conn, "0001-01-01")
        run = _run(busy, now) or _run(busy, now - 1)
    return run


def _run(busy: set[str], last: int) -> int:
    """How many days in a row end with the day of this number."""
    first = last
    while date.fromordinal(first).isoformat() in busy:
        first -= 1
    return last - first


def _most(of_papers: Iterable[Iterable[str]]) -> dict[str, int]:
    counts = Counter(chain.from_iterable(of_papers))
    # Nearly all names are of one paper: only those that may be among the first are put in order.
    least = max([2, *heapq.nlargest(TOP, counts.values())[TOP - 1 :]])
    first = sorted((-papers, name) for name, papers in counts.items() if papers >= least)[:TOP]
    return {name: -papers for papers, name in first}
