"""path: which library is in use."""

import sys

import typer

from readtrack.commands import library, say
from readtrack.render import plain

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def path(ctx: typer.Context) -> None:
    """Print which library is in use."""
    found = library(ctx).absolute()
    say(plain(str(found)) if sys.stdout.isatty() else str(found))
    if not found.exists():
        typer.echo("It is not there yet: the first change makes it.", err=True)
