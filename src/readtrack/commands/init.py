"""init: make a library."""

from typing import Annotated

import typer

from readtrack.commands import say
from readtrack.errors import RefusedError
from readtrack.store import Store, adding, opening

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def init(
    ctx: typer.Context,
    empty: Annotated[bool, typer.Option("--empty", help="Begin without any paper.")] = False,
    own: Annotated[
        bool, typer.Option("--global", help="Make it in your data folder: in use from every folder.")
    ] = False,
) -> None:
    """Make a library with the OSDI 2020 list."""
    path = opening.own_library() if own else opening.to_make(ctx.find_root().obj)
    if path.exists():
        raise RefusedError(f"{path} is there already; nothing was changed. Name another file with --db.")
    drafts, lists = ([], []) if empty else opening.seed()

    def start(store: Store) -> None:
        if lists:
            adding.start(store, drafts, lists)

    opening.create(path, start)
    held = f"New library {path} with the OSDI 2020 list, {len(drafts)} papers."
    say(f"New empty library {path}." if empty else held)
