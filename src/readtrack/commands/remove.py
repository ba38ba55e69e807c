"""remove: take a paper away."""

from typing import Annotated

import typer

from readtrack import render
from readtrack.commands import PaperArgument, reading, say, writing
from readtrack.errors import RefusedError
from readtrack.store import Store

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def remove(
    ctx: typer.Context,
    paper: PaperArgument,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
) -> None:
    """Remove a paper, and your notes on it."""
    with reading(ctx) as store:
        found = store.find(paper)
    if not yes:
        _ask(render.removal_question(found))

    def job(store: Store) -> tuple[dict[str, int], int]:
        gone = store.remove(store.paper(found.id))
        return gone, store.standing().total

    say(render.removed(found, *writing(ctx, job)))


def _ask(question: str) -> None:
    import sys

    if sys.stdin is None or not sys.stdin.isatty():
        raise RefusedError("nothing was removed, because nobody is there to be asked. Say --yes.")
    if not typer.confirm(question):
        raise RefusedError("nothing was removed.")
