"""Statistics and goals -> lines for a terminal, or JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from readtrack import dates, periods
from readtrack.model import Goal
from readtrack.past import day_text
from readtrack.render import Screen, as_json, counted, dot, line, width_of, wrap
from readtrack.render_lists import bar, labelled

if TYPE_CHECKING:
    from readtrack.store.goals import GoalProgress
    from readtrack.store.statistics import Finishing, Sessions, Share, Statistics, Streak

SHOWN = 8
"""How many topics and lists are shown."""

WEEK, MONTH = 7.0, 365.25 / 12
"""Days in each."""


def goals_table(found: Iterable[GoalProgress], on: Screen) -> str:
    """The table of ``goal``: until when, a bar, how many are read, and whether that is enough."""
    rows = []
    for each in found:
        goal = each.goal
        since = (
            ""
            if goal.from_on == f"{goal.by_on[:4]}-01-01" or each.state == "to come"
            else f" since {day_text(goal.from_on)}"
        )
        said = f"{each.read:,} of {goal.papers:,} read{since} {dot(on)} {_pace(each)}"
        rows.append((f"by {day_text(goal.by_on)}", f"{bar(min(each.read, goal.papers), goal.papers, on)}  {said}"))
    if not rows:
        year_ends = periods.last_day(dates.today().isoformat()[:4])
        return f"No goal yet. `readtrack goal set 24 --by {year_ends}` sets one."
    return "\n".join(labelled(rows, on))


def goals_json(found: Iterable[GoalProgress]) -> str:
    """The same as a JSON array."""
    return as_json([_goal_facts(each) for each in found])


def goal_line(each: GoalProgress) -> str:
    """A goal and where it stands, in one line."""
    return f"{each.read:,} of {counted(each.goal.papers, 'paper')} by {day_text(each.goal.by_on)}, {_pace(each)}"


def goal_set(before: Goal | None, each: GoalProgress, on: Screen) -> str:
    """What ``goal set`` did: old and new, and where that leaves you."""
    goal = each.goal
    papers = counted(goal.papers, "paper")
    begins = f"from {day_text(goal.from_on)}"
    if before and before[:3] == goal[:3]:
        papers = f"already {papers}"
    elif before:
        papers = papers if before.papers == goal.papers else f"{before.papers:,} -> {papers}"
        begins = begins if before.from_on == goal.from_on else f"from {day_text(before.from_on)} -> {begins[5:]}"
    said = f"Goal by {day_text(goal.by_on)}: {papers} {begins} {dot(on)} {each.read:,} read, {_pace(each)}"
    return "\n".join(wrap(said, on.width))


def goal_removed(goal: Goal, on: Screen) -> str:
    """What ``goal remove`` did."""
    papers = counted(goal.papers, "paper")
    said = f"Removed the goal by {day_text(goal.by_on)}: {papers} from {day_text(goal.from_on)}"
    return "\n".join(wrap(said, on.width))


def _pace(each: GoalProgress) -> str:
    """Whether what is read is enough, and what is needed from now on."""
    if each.state == "reached":
        return "reached"
    if each.state == "missed":
        return f"missed by {each.left:,}"
    if each.state == "to come":
        return f"begins {day_text(each.goal.from_on)}, needs {_needed(each)}"
    ahead = f"{abs(each.ahead):,} {'ahead' if each.ahead > 0 else 'behind'}" if each.ahead else "on pace"
    return f"{ahead}, needs {_needed(each)}"


def _needed(each: GoalProgress) -> str:
    if each.days_left <= WEEK:
        return f"{each.left:,} {'today' if each.days_left == 1 else f'in {each.days_left} days'}"
    return _rate(each.left / each.days_left)


def _rate(a_day: float) -> str:
    """A pace in a week, where it comes to a paper in one, else in a month."""
    if a_day * WEEK >= 1:
        return f"{_number(a_day * WEEK)} a week"
    return f"{_number(a_day * MONTH)} a month"


def _number(number: float) -> str:
    return f"{number:,.1f}".removesuffix(".0") if number >= 1 else f"{number:.2g}"


def _goal_facts(each: GoalProgress) -> dict[str, Any]:
    open_ = each.state in ("running", "to come")
    return {
        "papers": each.goal.papers,
        "from_on": each.goal.from_on,
        "by_on": each.goal.by_on,
        "read": each.read,
        "state": each.state,
        "ahead": each.ahead if each.state == "running" else None,
        "left": each.left,
        "days_left": each.days_left,
        "needed_a_week": round(each.left / each.days_left * WEEK, 2) if open_ else None,
    }


def stats(found: Statistics, on: Screen) -> str:
    """What was read: the facts in words, then the charts."""
    if found.nothing:
        if found.year:
            return f"Nothing was read or noted in {found.year}."
        return "Nothing was read or noted yet. `readtrack mark PAPER --read` says that you read one."
    facts = [
        ("Read", _read(found)),
        ("Sessions", _sessions(found.sessions)),
        ("To finish", _finishing(found.finishing)),
        ("Days", _streak(found.streak)),
        *(("Goal", goal_line(each)) for each in found.goals),
    ]
    told = labelled([(name, text) for name, text in facts if text], on)
    charts = _charts(found, on)
    names = [width_of(name) for _, rows, _ in charts for name, _ in rows]
    wide = min(max(names, default=0), max(12, min(40, on.width // 3)))
    for title, rows, below in charts:
        told += ["", *wrap(title, on.width)]
        padded = [(f"{name:<{wide}}", text) for name, text in rows]
        told += [f"  {row}" for row in labelled(padded, on, wide)]
        told += [f"  {part}" for said in below for part in wrap(said, on.width - 2)]
    return "\n".join(told)


def _read(found: Statistics) -> str:
    if not found.papers:
        return ""
    when = f" in {found.year}" if found.year else f" since {day_text(found.since)}" if found.since else ""
    pace = f", {_rate(found.papers_a_day)}" if found.papers_a_day else ""
    return f"{counted(found.papers, 'paper')}{when}{pace}"


def _sessions(found: Sessions | None) -> str:
    if not found:
        return ""
    said = [f"{found.sessions:,}", periods.duration(found.minutes)]
    said += [counted(found.pages, "page")] if found.pages else []
    said += [f"{_number(found.pages_an_hour)} pages an hour"] if found.pages_an_hour else []
    return ", ".join(said)


def _finishing(found: Finishing | None) -> str:
    if not found:
        return ""
    days = f"{_number(found.median)} {'day' if found.median == 1 else 'days'}"
    if found.readings == 1:
        return f"{days}, over one reading"
    return f"{days} (the median of {found.readings:,}), {found.shortest} at least, {found.longest:,} at most"


def _streak(found: Streak | None) -> str:
    if not found:
        return ""
    said = [f"{found.days:,} with something done"]
    said += [f"{found.current:,} in a row up to now"] if (found.current or 0) > 1 else []
    if found.longest > max(1, found.current or 0):
        said.append(f"{found.longest:,} in a row at most, until {day_text(found.longest_until)}")
    return ", ".join(said)


Chart = tuple[str, list[tuple[str, str]], list[str]]
"""A title, rows of a name and a bar with its number, and what is said below them."""


def _charts(found: Statistics, on: Screen) -> list[Chart]:
    ratings = {str(rating): count for rating, count in reversed(found.ratings.items())}
    charts = [
        _months(found, on),
        _shares("topic", found.topics, on),
        _shares("list", found.lists, on),
        ("", [], []) if not ratings else (f"Ratings, {_number(_mean(found))} on average", _bars(ratings, "", on), []),
        ("Most read authors", _bars(found.authors, "paper", on), []),
        ("Most read affiliations", _bars(found.affiliations, "paper", on), []),
    ]
    return [(title, rows, below) for title, rows, below in charts if rows or below]


def _months(found: Statistics, on: Screen) -> Chart:
    any_known = any(found.months.values())
    more = "more " if any_known else ""
    below = [f"{count:,} {more}in {year}, month unknown" for year, count in found.unknown.items()]
    below += [f"{found.earlier:,} before {dates.day_text(next(iter(found.months)))}"] if found.earlier else []
    below += [f"{found.undated:,} {'more ' if found.earlier else more}at a time unknown"] if found.undated else []
    named = {dates.day_text(month): count for month, count in found.months.items()}
    return "Read by month", _bars(named, "", on) if any_known else [], below


def _shares(what: str, shares: tuple[Share, ...], on: Screen) -> Chart:
    rows = [
        (line(share.name), f"{bar(share.read, share.papers, on)}  {share.read:,} of {share.papers:,} read")
        for share in shares[:SHOWN]
    ]
    rest = len(shares) - SHOWN
    return f"Read by {what}", rows, [f"and in {counted(rest, f'more {what}')}"] if rest > 0 else []


def _bars(counts: dict[str, int], word: str, on: Screen) -> list[tuple[str, str]]:
    """A bar for each count, as long as it is of the greatest."""
    most = max(counts.values(), default=0)
    return [
        (line(name), f"{bar(count, most, on)}  {counted(count, word) if word else f'{count:,}'}")
        for name, count in counts.items()
    ]


def _mean(found: Statistics) -> float:
    return sum(rating * count for rating, count in found.ratings.items()) / sum(found.ratings.values())


def stats_json(found: Statistics) -> str:
    """The same facts as a JSON object; what there is nothing to tell of is null or empty."""
    pace = found.papers_a_day
    facts = found._asdict() | {
        "months": [{"month": month, "papers": count} for month, count in found.months.items()],
        "unknown": [{"year": int(year), "papers": count} for year, count in found.unknown.items()],
        "topics": [{"topic": name, "read": read, "papers": papers} for name, read, papers in found.topics],
        "lists": [{"list": name, "read": read, "papers": papers} for name, read, papers in found.lists],
        "papers_a_week": round(pace * WEEK, 2) if pace else None,
        "papers_a_month": round(pace * MONTH, 2) if pace else None,
        "sessions": found.sessions and _rounded(found.sessions._asdict()),
        "finishing": found.finishing and _rounded(found.finishing._asdict()),
        "ratings": {str(rating): count for rating, count in found.ratings.items()},
        "mean_rating": round(_mean(found), 2) if found.ratings else None,
        "streak": found.streak and found.streak._asdict(),
        "authors": [{"author": name, "papers": count} for name, count in found.authors.items()],
        "affiliations": [{"affiliation": name, "papers": count} for name, count in found.affiliations.items()],
        "goals": [_goal_facts(each) for each in found.goals],
    }
    return as_json(facts)


def _rounded(facts: dict[str, Any]) -> dict[str, Any]:
    return {name: round(fact, 2) if isinstance(fact, float) else fact for name, fact in facts.items()}
