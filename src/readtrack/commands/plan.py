"""plan: when a paper is due, and how much it matters."""

from typing import Annotated

import typer

from readtrack import dates, recurrence, render
from readtrack.commands import PAPERS, complete_list, say, writing
from readtrack.errors import UsageError
from readtrack.model import Plan
from readtrack.schema import PRIORITIES
from readtrack.store.planning import plan_list

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def plan(
    ctx: typer.Context,
    papers: Annotated[list[str] | None, PAPERS] = None,
    due: Annotated[
        str | None,
        typer.Option(metavar="DAY", help='Until when: 2026-12-01, "next friday", "in 2 weeks"; none takes it away.'),
    ] = None,
    priority: Annotated[
        str | None, typer.Option(help="How much it matters: high, medium, low; none takes it away.")
    ] = None,
    on_list: Annotated[
        str | None, typer.Option("--list", help="Spread a whole list over the calendar.", autocompletion=complete_list)
    ] = None,
    every: Annotated[
        str | None, typer.Option(help='On which days: "tue,thu", weekday, day, week, "2 weeks", month.')
    ] = None,
    from_: Annotated[str | None, typer.Option("--from", metavar="DAY", help="From when on.  [default: today]")] = None,
    again: Annotated[bool, typer.Option("--again", help="New days for what was missed, too.")] = False,
) -> None:
    """Say when papers are due, or how much they matter; or spread a list over the calendar.

    A paper that is unread or finished is queued by that. Of a list, every paper that is not finished and has no day
    gets one, in the order of the list.
    """
    if on_list is not None:
        if papers or due or priority:
            raise UsageError("--list plans a whole list; it goes with --every, --from and --again only.")
        days = recurrence.days(_every(every), dates.parse_day(from_ or "today", prefer="future"))
        today = dates.today().isoformat()
        plans = writing(ctx, lambda store: plan_list(store, on_list, days, today, again=again))
    else:
        if not papers or (due is None and priority is None) or every or from_ or again:
            raise UsageError(
                "say what you plan: --due DAY, --priority high, medium or low. A whole list: --list LIST --every DAYS."
            )
        said = Plan(_due(due), _priority(priority))
        plans = writing(ctx, lambda store: store.plan([store.find(words) for words in papers], said))
    say("\n".join(map(render.planned, plans)))


def _every(text: str | None) -> str:
    if text is None:
        raise UsageError('say how often: --every "tue,thu", weekday, day, week, "2 weeks" or month.')
    return text


def _due(text: str | None) -> str | None:
    if text is None or text.strip().lower() == "none":
        return text and ""
    return dates.parse_day(text, prefer="future")


def _priority(text: str | None) -> str | None:
    word = text and text.strip().lower()
    if word is not None and word not in (*PRIORITIES, "none"):
        raise UsageError(f'"{text}" is no priority; say high, medium or low, or none to take it away.')
    return "" if word == "none" else word
