"""next: what to read now."""

from typing import Annotated

import typer

from readtrack import render, render_next
from readtrack.commands import JsonOption, reading, say
from readtrack.store.choosing import choose, draw

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command("next")
def next_(
    ctx: typer.Context,
    count: Annotated[int, typer.Option("-n", min=1, max=1000, help="How many.")] = 5,
    random: Annotated[bool, typer.Option("--random", help="Draw them by chance.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Show what the score of each is made of.")] = False,
    json: JsonOption = False,
) -> None:
    """Say what to read next, and why.

    What you are reading and what is due or important comes first, then the list you are on, then what waits longest.
    """
    with reading(ctx) as store:
        choices = draw(store, count) if random else choose(store, count)
    say(render_next.choices_json(choices) if json else render_next.choices(choices, render.screen(), explain=explain))
