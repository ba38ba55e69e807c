"""redo: bring back what was undone last."""

import typer

from readtrack import render, render_log
from readtrack.commands import JsonOption, changing, say
from readtrack.store import undoing
from readtrack.store.logs import logged

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def redo(ctx: typer.Context, json: JsonOption = False) -> None:
    """Bring back what was undone last, if nothing was changed since."""
    redone = changing(ctx, lambda store: logged(store, undoing.redo(store)))
    say(render_log.log_json([redone]) if json else render_log.taken_back("Redone", redone, render.screen()))
