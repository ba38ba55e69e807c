"""redo: bring back what was undone last."""

import typer

from readtrack import render_log
from readtrack.commands import say, writing
from readtrack.store import undoing

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def redo(ctx: typer.Context) -> None:
    """Bring back what was undone last, if nothing was changed since."""
    say(render_log.taken_back("Redone", writing(ctx, undoing.redo, bare=True)))
