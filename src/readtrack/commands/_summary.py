"""What `readtrack` alone shows: where you stand, on one screen."""

import typer

from readtrack import render, render_next
from readtrack.commands import library, reading, say
from readtrack.store.choosing import choose
from readtrack.store.dashboard import being_read, due
from readtrack.store.lists import lists
from readtrack.store.reviewing import waiting
from readtrack.store.sessions import going_on

MANY = 50
"""Of more papers being read, none of the others is the next."""


def show(ctx: typer.Context) -> bool:
    """Print it; False where there is no library to tell of."""
    if not library(ctx).exists():
        return False
    with reading(ctx) as store:
        now = being_read(store)
        later = next(
            (choice for choice in choose(store, len(now.papers) + 1) if choice.paper.status != "reading"), None
        )
        sitting, review = going_on(store), waiting(store)
        say(render_next.summary(now, due(store), later, lists(store), render.screen(), sitting=sitting, review=review))
    return True
