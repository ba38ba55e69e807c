"""backup: a copy of the library."""

import os
from pathlib import Path
from typing import Annotated

import typer

from readtrack import render_care
from readtrack.commands import JsonOption, library, reading, say
from readtrack.errors import UsageError
from readtrack.store import backups

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def backup(
    ctx: typer.Context,
    dest: Annotated[
        str | None,
        typer.Argument(metavar="DEST", help="A folder, or a new file.  [default: a folder beside the library]"),
    ] = None,
    keep: Annotated[
        int | None, typer.Option(min=1, max=10_000, metavar="N", help="Remove all but the last N in that folder.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the file DEST.")] = False,
    json: JsonOption = False,
) -> None:
    """Copy the library while others may go on writing, and check the copy.

    Put it on another disk too: `readtrack backup /media/stick --keep 10`. `readtrack restore` goes back to it.
    """
    with reading(ctx):
        pass  # no library is told before a folder is made
    to = None if dest is None else Path(dest)
    if to and dest and dest.endswith(("/", os.sep)) and not to.is_dir():
        raise UsageError(f"there is no folder {to}.")
    made = backups.backup(library(ctx), to, keep=keep, force=force)
    say(render_care.copied_json(made) if json else render_care.copied(made))
