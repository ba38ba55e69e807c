"""review: look up again what you read a while ago."""

import sys
from typing import Annotated

import typer

from readtrack import render, render_read
from readtrack.commands import JsonOption, changing, complete_paper, reading, say
from readtrack.errors import UsageError
from readtrack.store import reviewing
from readtrack.store.reviewing import Due, Reviewed

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def review(
    ctx: typer.Context,
    paper: Annotated[
        str | None,
        typer.Argument(metavar="PAPER", help="Answer for this one.", show_default=False, autocompletion=complete_paper),
    ] = None,
    count: Annotated[int, typer.Option("-n", min=1, max=1000, help="How many a day.")] = reviewing.DAILY,
    remembered: Annotated[bool, typer.Option("--remembered", help="You remember PAPER.")] = False,
    forgotten: Annotated[bool, typer.Option("--forgotten", help="You forgot PAPER.")] = False,
    json: JsonOption = False,
) -> None:
    """Look up again, a few a day, what you read a while ago.

    In a terminal it asks for one paper after the other whether you remember it, and shows your notes. Each time you do,
    it stays away twice as long: 7 days, 14, 28, ...
    """
    if bool(paper) != (remembered or forgotten) or (remembered and forgotten):
        raise UsageError("an answer is PAPER with --remembered or --forgotten.")
    if paper:
        say(render_read.reviewed(_answer(ctx, paper, remembered)))
        return
    with reading(ctx) as store:
        due = reviewing.due(store, count)
        then = None if due else reviewing.next_day(store)
    if due and not json and sys.stdin.isatty() and sys.stdout.isatty():
        _ask(ctx, due)
    else:
        say(render_read.due_json(due) if json else render_read.due(due, then, render.screen()))


def _ask(ctx: typer.Context, due: list[Due]) -> None:
    """One paper after the other; what was answered before the end is kept."""
    answers: list[Reviewed] = []
    try:
        for number, each in enumerate(due, 1):
            say(render_read.question(each, number, len(due), render.screen()))
            if (word := _word()) == "q":
                break
            say(render_read.notes(each, render.screen()))
            if word != "s":
                answers.append(_answer(ctx, each.entry.paper.key, word == "y"))
    except (typer.Abort, KeyboardInterrupt):
        say("")
    with reading(ctx) as store:
        say(render_read.answered(answers, reviewing.next_day(store)))


def _answer(ctx: typer.Context, words: str, remembered: bool) -> Reviewed:
    return changing(ctx, lambda store: reviewing.answer(store, store.find(words), remembered))


def _word() -> str:
    while True:
        word = str(typer.prompt("Do you remember it? yes, no, skip, quit")).strip().lower()[:1]
        if word in ("y", "n", "s", "q"):
            return word
