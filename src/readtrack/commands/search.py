"""search: papers by words, wherever they stand."""

from typing import Annotated

import typer

from readtrack import render, render_search
from readtrack.commands import JsonOption, reading, say
from readtrack.commands._filters import words_of
from readtrack.store.searches import search as find
from readtrack.store.searches import terms_of

app = typer.Typer(add_completion=False, rich_markup_mode=None)

LIMIT = 20


# Unknown options are words: `-compiler` leaves out what is about compilers.
@app.command(context_settings={"ignore_unknown_options": True})
def search(
    ctx: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="What to look for.", show_default=False)],
    limit: Annotated[int, typer.Option(min=0, max=10**9, help="How many at the most; 0: all.")] = LIMIT,
    json: JsonOption = False,
) -> None:
    """Find papers by words, your notes included.

    All words must be there; the best comes first. "a phrase", tens* for a beginning, -not, and author:, tag:,
    title:, name:, note:, abstract: before a word or phrase.
    """
    asked = words_of(words)
    with reading(ctx) as store:
        found, count = find(store, asked, limit=limit or -1)
    say(render_search.hits_json(found) if json else render_search.hits(found, count, terms_of(asked), render.screen()))
