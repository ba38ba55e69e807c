"""stats: what you read."""

from typing import Annotated

import typer

from readtrack import dates, render, render_stats
from readtrack.commands import JsonOption, reading, say
from readtrack.store.statistics import statistics

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def stats(
    ctx: typer.Context,
    year: Annotated[
        int | None,
        typer.Option(
            metavar="YEAR", min=1900, max=2200, help="Only of this year.  [default: all time]", show_default=False
        ),
    ] = None,
    json: JsonOption = False,
) -> None:
    """Show what you read: how much, how fast, by month, topic and list, and whether you reach your goals."""
    with reading(ctx) as store:
        found = statistics(store, today=dates.today().isoformat(), year=year)
    say(render_stats.stats_json(found) if json else render_stats.stats(found, render.screen()))
