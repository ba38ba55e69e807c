"""plan: when a paper is due, and how much it matters."""

from typing import Annotated

import typer

from readtrack import dates, render
from readtrack.commands import complete_paper, say, writing
from readtrack.errors import UsageError
from readtrack.model import Plan
from readtrack.schema import PRIORITIES

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def plan(
    ctx: typer.Context,
    papers: Annotated[
        list[str],
        typer.Argument(
            metavar="PAPER...", help="One or more papers.", show_default=False, autocompletion=complete_paper
        ),
    ],
    due: Annotated[
        str | None,
        typer.Option(metavar="DAY", help='Until when: 2026-12-01, "next friday", "in 2 weeks"; none takes it away.'),
    ] = None,
    priority: Annotated[
        str | None, typer.Option(help="How much it matters: high, medium, low; none takes it away.")
    ] = None,
) -> None:
    """Say when papers are due, or how much they matter.

    A paper that is unread or finished is queued by that.
    """
    if due is None and priority is None:
        raise UsageError("say what you plan: --due DAY, --priority high, medium or low.")
    said = Plan(_due(due), _priority(priority))
    plans = writing(ctx, lambda store: store.plan([store.find(words) for words in papers], said))
    say("\n".join(map(render.planned, plans)))


def _due(text: str | None) -> str | None:
    if text is None or text.strip().lower() == "none":
        return text and ""
    return dates.parse_day(text, prefer="future")


def _priority(text: str | None) -> str | None:
    word = text and text.strip().lower()
    if word is not None and word not in (*PRIORITIES, "none"):
        raise UsageError(f'"{text}" is no priority; say high, medium or low, or none to take it away.')
    return "" if word == "none" else word
