"""duplicates: pairs of papers that may be one."""

import typer

from readtrack import render_lists as render
from readtrack.commands import JsonOption, reading, say
from readtrack.render import screen
from readtrack.store import duplicates as store_duplicates

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def duplicates(ctx: typer.Context, json: JsonOption = False) -> None:
    """Show pairs of papers that may be one.

    `readtrack merge` makes one paper of two.
    """
    with reading(ctx) as store:
        pairs = store_duplicates.pairs(store)
    say(render.pairs_json(pairs) if json else render.pairs_table(pairs, screen()))
