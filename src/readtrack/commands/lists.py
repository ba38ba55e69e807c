"""lists: the reading lists."""

import typer

from readtrack import render_lists as render
from readtrack.commands import JsonOption, reading, say
from readtrack.render import screen
from readtrack.store import lists as store_lists

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def lists(ctx: typer.Context, json: JsonOption = False) -> None:
    """Show each reading list, and how far you are with it."""
    with reading(ctx) as store:
        found = store_lists.lists(store)
    say(render.lists_json(found) if json else render.lists_table(found, screen()))
