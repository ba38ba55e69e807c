"""done: how long you read, and how far you came."""

from typing import Annotated

import typer

from readtrack import render, render_read
from readtrack.commands import changing, complete_paper, say
from readtrack.commands._marks import mark_of, past_day
from readtrack.errors import UsageError
from readtrack.model import Marked, Standing
from readtrack.store import Store, sessions
from readtrack.store.sessions import Sat

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def done(
    ctx: typer.Context,
    paper: Annotated[
        str | None,
        typer.Argument(
            metavar="PAPER", help="What you read without `start`.", show_default=False, autocompletion=complete_paper
        ),
    ] = None,
    minutes: Annotated[int | None, typer.Option(min=1, max=1440, help="How long, if not by the clock.")] = None,
    pages: Annotated[int | None, typer.Option(min=0, max=100_000, help="How many pages.")] = None,
    read: Annotated[bool, typer.Option("--read", help="You read all of it.")] = False,
    skimmed: Annotated[bool, typer.Option("--skimmed", help="You only skimmed it.")] = False,
    abandoned: Annotated[bool, typer.Option("--abandoned", help="You gave it up.")] = False,
    rating: Annotated[int | None, typer.Option(min=1, max=5, help="How good it is.")] = None,
    progress: Annotated[str | None, typer.Option(metavar="HOW FAR", help="40% or 7/18 (page 7 of 18).")] = None,
    on: Annotated[str | None, typer.Option(metavar="DAY", help="When, without `start`: today if not said.")] = None,
) -> None:
    """End the time of reading that `start` began: how long, how many pages, how far.

    With PAPER and --minutes it writes down a time of reading that nobody started. The status stays as it is, unless you
    say another.
    """
    if on and not (paper and minutes):
        raise UsageError("--on goes with PAPER and --minutes; what `start` began has its day.")
    statuses = [word for word, given in dict(read=read, skimmed=skimmed, abandoned=abandoned).items() if given]
    marked = bool(statuses or rating or progress)
    said = mark_of(statuses, on if statuses or progress else None, rating, progress) if marked else None
    day = past_day(on, whole=True) if on else None

    def job(store: Store) -> tuple[Sat, Marked | None, Standing]:
        found = store.find(paper) if paper else None
        sat, mark = sessions.done(store, found, day=day, minutes=minutes, pages=pages, mark=said)
        return sat, mark, store.standing()

    say(render_read.sat(*changing(ctx, job), render.screen()))
