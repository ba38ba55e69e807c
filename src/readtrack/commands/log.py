"""log: what was changed, when and by whom."""

from typing import Annotated

import typer

from readtrack import dates, render, render_log
from readtrack.commands import JsonOption, complete_paper, reading, say
from readtrack.commands._filters import known
from readtrack.past import ACTORS
from readtrack.store import logs

app = typer.Typer(add_completion=False, rich_markup_mode=None)

LIMIT = 20


@app.command()
def log(
    ctx: typer.Context,
    paper: Annotated[
        str | None,
        typer.Argument(metavar="PAPER", help="Only this paper.", show_default=False, autocompletion=complete_paper),
    ] = None,
    by: Annotated[str | None, typer.Option("--by", help=f"Only what was done by {', '.join(ACTORS)}.")] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DAY", help="Only on this day, in this month or year.")
    ] = None,
    limit: Annotated[int, typer.Option(min=0, max=10**9, help="How many changes at the most; 0: all.")] = LIMIT,
    json: JsonOption = False,
) -> None:
    """Show what was changed, the latest first: when, by whom, and what became of each paper."""
    actor = known(by, tuple(ACTORS), "actor") if by else None
    day = dates.parse_when(on) if on else None
    with reading(ctx) as store:
        which = store.find(paper) if paper else None
        changes = logs.log(store, paper=which, actor=actor, day=day, limit=limit or None)
    say(render_log.log_json(changes) if json else render_log.log(changes, render.screen()))
