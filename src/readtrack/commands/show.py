"""show: all of a paper."""

import typer

from readtrack import render
from readtrack.commands import JsonOption, PaperArgument, reading, say

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def show(ctx: typer.Context, paper: PaperArgument, json: JsonOption = False) -> None:
    """Show all of a paper."""
    with reading(ctx) as store:
        (entry,) = store.entries([store.find(paper)])
    say(render.entry_json(entry) if json else render.entry_page(entry, render.screen()))
