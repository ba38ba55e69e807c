"""doctor: is the library sound?"""

from typing import Annotated

import typer

from readtrack import render_care
from readtrack.commands import JsonOption, library, say, say_waiting
from readtrack.render import screen
from readtrack.store.doctoring import doctor as look

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def doctor(
    ctx: typer.Context,
    fix: Annotated[bool, typer.Option("--fix", help="Mend what needs no guess, after a backup.")] = False,
    json: JsonOption = False,
) -> None:
    """Check that the library is sound: the file, its rows, its search, its history.

    The exit code is 1 where something is wrong.
    """
    path = library(ctx)
    found = look(path, fix=fix, on_wait=lambda: say_waiting(path))
    say(render_care.examined_json(found) if json else render_care.examined(found, screen()))
    if found.faults:
        raise typer.Exit(1)
