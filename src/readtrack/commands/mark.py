"""mark: what you did with papers."""

from typing import Annotated

import typer

from readtrack import render
from readtrack.commands import PAPERS, say, writing
from readtrack.commands._marks import mark_of
from readtrack.model import Marked, Standing
from readtrack.store import Store

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def mark(
    ctx: typer.Context,
    papers: Annotated[list[str], PAPERS],
    read: Annotated[bool, typer.Option("--read", help="You read it.")] = False,
    reading: Annotated[bool, typer.Option("--reading", help="You are reading it.")] = False,
    queued: Annotated[bool, typer.Option("--queued", help="You mean to read it.")] = False,
    skimmed: Annotated[bool, typer.Option("--skimmed", help="You only skimmed it.")] = False,
    abandoned: Annotated[bool, typer.Option("--abandoned", help="You gave it up.")] = False,
    unread: Annotated[bool, typer.Option("--unread", help="Take its readings away.")] = False,
    on: Annotated[
        str | None,
        typer.Option(metavar="DAY", help='When: 2026-11-20, "last friday", "3 days ago", or just 2020-11.'),
    ] = None,
    rating: Annotated[int | None, typer.Option(min=1, max=5, help="How good it is.")] = None,
    progress: Annotated[str | None, typer.Option(metavar="HOW FAR", help="40% or 7/18 (page 7 of 18).")] = None,
    again: Annotated[bool, typer.Option("--again", help="A new reading, beside the earlier ones.")] = False,
) -> None:
    """Say what you did with papers: read, reading, queued, ..."""
    flags = dict(read=read, reading=reading, queued=queued, skimmed=skimmed, abandoned=abandoned, unread=unread)
    said = mark_of([status for status, given in flags.items() if given], on, rating, progress, again)

    def job(store: Store) -> tuple[list[Marked], Standing, Standing | None]:
        marks = store.mark([store.find(words) for words in papers], said)
        topic = marks[0].after.topic if len(marks) == 1 else None
        return marks, store.standing(), store.standing(topic) if topic else None

    say(render.marked(*writing(ctx, job), render.screen()))
