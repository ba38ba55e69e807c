"""merge: one paper of two."""

from typing import Annotated

import typer

from readtrack import render_lists as render
from readtrack.commands import complete_paper, say, writing
from readtrack.model import Entry, Paper
from readtrack.store import Store
from readtrack.store.merging import merge as merged

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def merge(
    ctx: typer.Context,
    keep: Annotated[
        str,
        typer.Argument(metavar="KEEP", help="The paper that stays.", show_default=False, autocompletion=complete_paper),
    ],
    other: Annotated[
        str,
        typer.Argument(
            metavar="OTHER", help="The paper that goes into it.", show_default=False, autocompletion=complete_paper
        ),
    ],
) -> None:
    """Make one paper of two.

    KEEP gains what only OTHER has, and all your notes, tags and readings of it.
    """

    def job(store: Store) -> tuple[Paper, Paper, Entry]:
        kept = store.find(keep)
        return kept, *merged(store, kept, store.find(other))

    say(render.merged(*writing(ctx, job)))
