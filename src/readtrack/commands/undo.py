"""undo: take the last change back."""

from itertools import islice
from typing import Annotated

import typer

from readtrack import render, render_log
from readtrack.commands import JsonOption, changing, reading, say
from readtrack.store import undoing
from readtrack.store.logs import logged

app = typer.Typer(add_completion=False, rich_markup_mode=None)

SHOWN = 20


@app.command()
def undo(
    ctx: typer.Context,
    list_: Annotated[bool, typer.Option("--list", help="Only show what can be undone, the last first.")] = False,
    json: JsonOption = False,
) -> None:
    """Take the last change back, whoever made it.

    A change of several papers, an import too, goes back as a whole. `readtrack redo` brings it back.
    """
    if list_:
        with reading(ctx) as store:
            changes = list(islice(undoing.undoable(store), SHOWN))
        say(render_log.changes_json(changes) if json else render_log.changes(changes, render.screen()))
        return
    undone = changing(ctx, lambda store: logged(store, undoing.undo(store)))
    say(render_log.log_json([undone]) if json else render_log.taken_back("Undone", undone, render.screen()))
