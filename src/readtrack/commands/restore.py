"""restore: go back to a copy of the library."""

from pathlib import Path
from typing import Annotated

import typer

from readtrack import render_care
from readtrack.commands import JsonOption, library, say
from readtrack.store import backups

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def restore(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A copy of a library.", show_default=False)],
    json: JsonOption = False,
) -> None:
    """Put a copy in the place of the library, after checking it.

    The library that it replaces stays beside it; `readtrack restore` with that goes forth again. No other program may
    have it open.
    """
    done = backups.restore(library(ctx), file)
    say(render_care.restored_json(done) if json else render_care.restored(done))
