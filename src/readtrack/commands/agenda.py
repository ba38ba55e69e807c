"""agenda: what is due in the days ahead."""

from datetime import timedelta
from typing import Annotated

import typer

from readtrack import dates, render, render_next
from readtrack.commands import JsonOption, reading, say
from readtrack.store.planning import agenda as due

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def agenda(
    ctx: typer.Context,
    days: Annotated[int, typer.Option(min=0, max=36500, help="How many days ahead.")] = 14,
    json: JsonOption = False,
) -> None:
    """Show which papers are due in the days ahead.

    What is overdue comes first. `readtrack export ics` puts all of it into a calendar.
    """
    with reading(ctx) as store:
        papers = due(store, (dates.today() + timedelta(days=days)).isoformat())
        entries = store.entries(papers) if json else []
    say(render.entries_json(entries) if json else render_next.agenda(papers, days, render.screen()))
