"""start: sit down to read a paper."""

import typer

from readtrack import render_read
from readtrack.commands import PaperArgument, say, writing
from readtrack.render import screen
from readtrack.store import sessions

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def start(ctx: typer.Context, paper: PaperArgument) -> None:
    """Begin to read a paper: the time runs until `readtrack done`.

    Its status becomes reading; a paper that you had finished is taken up once more.
    """
    say(render_read.started(writing(ctx, lambda store: sessions.start(store, store.find(paper))), screen()))
