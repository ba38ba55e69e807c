"""goal: set, remove; alone it shows them."""

from typing import Annotated

import typer

from readtrack import dates, periods, render, render_stats
from readtrack.commands import JsonOption, changing, reading, say, writing
from readtrack.store.goals import aim, goals_progress, remove_goal

app = typer.Typer(add_completion=False, rich_markup_mode=None, invoke_without_command=True)

ByOption = Annotated[
    str,
    typer.Option(metavar="DAY", help='Until when: 2026-12-31, 2026, "end of june"; of a month or year, its last day.'),
]


@app.callback()
def goal(ctx: typer.Context, json: JsonOption = False) -> None:
    """Show how many papers you mean to read, and whether you are ahead or behind."""
    if ctx.invoked_subcommand is None:
        with reading(ctx) as store:
            found = goals_progress(store, dates.today().isoformat())
        say(render_stats.goals_json(found) if json else render_stats.goals_table(found, render.screen()))


@app.command("set")
def set_(
    ctx: typer.Context,
    papers: Annotated[
        int, typer.Argument(metavar="NUMBER", min=1, max=1_000_000, help="How many papers.", show_default=False)
    ],
    by: ByOption,
    from_: Annotated[
        str | None,
        typer.Option("--from", metavar="DAY", help="From when on.  [default: 1 January of that year, or today]"),
    ] = None,
) -> None:
    """Mean to read so many papers by a day.

    Set again for the same day, the number is replaced.
    """
    until, today = _last_day(by), dates.today().isoformat()
    begins = periods.first_day(dates.parse_when(from_)) if from_ else None
    before, now = writing(ctx, lambda store: aim(store, papers, until, begins, today))
    say(render_stats.goal_set(before, now, render.screen()))


@app.command()
def remove(ctx: typer.Context, by: ByOption) -> None:
    """Remove the goal that ends on a day."""
    until = _last_day(by)
    say(render_stats.goal_removed(changing(ctx, lambda store: remove_goal(store, until)), render.screen()))


def _last_day(text: str) -> str:
    return periods.last_day(dates.parse_when(text, prefer="future"))
