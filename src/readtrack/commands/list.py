"""list: papers, filtered and sorted."""

import re
from typing import Annotated

import typer

from readtrack import render
from readtrack.commands import JsonOption, reading, say
from readtrack.errors import UsageError
from readtrack.model import Selection
from readtrack.schema import STATUSES
from readtrack.store.papers import SORTS

app = typer.Typer(add_completion=False, rich_markup_mode=None)

LIMIT = 50


@app.command("list")
def list_(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None, typer.Argument(help="Words, all in title, authors, tags or notes.", show_default=False)
    ] = None,
    status: Annotated[list[str] | None, typer.Option(help=f"One of {', '.join(STATUSES)}; may be repeated.")] = None,
    topic: Annotated[str | None, typer.Option(help="Papers of this topic.")] = None,
    tag: Annotated[list[str] | None, typer.Option(help="Papers with this tag; repeated: with all of them.")] = None,
    author: Annotated[list[str] | None, typer.Option(help="Papers by this author.")] = None,
    affiliation: Annotated[list[str] | None, typer.Option(help="Papers from there.")] = None,
    venue: Annotated[str | None, typer.Option(help="Papers of this venue.")] = None,
    year: Annotated[str | None, typer.Option(help="2020, 2018-2020, 2018- or -2020.")] = None,
    on_list: Annotated[str | None, typer.Option("--list", help="Papers on this reading list.")] = None,
    rating: Annotated[str | None, typer.Option(help="4, 4-5 or 4- (4 and better).")] = None,
    sort: Annotated[str, typer.Option(help=f"By {', '.join(SORTS)}.")] = "added",
    reverse: Annotated[bool, typer.Option("--reverse", help="The other way round.")] = False,
    limit: Annotated[
        int | None, typer.Option(min=0, max=10**9, help=f"How many at the most; 0: all.  [default: {LIMIT}]")
    ] = None,
    json: JsonOption = False,
) -> None:
    """List papers."""
    which = Selection(
        statuses=tuple(_known(word, STATUSES, "status") for word in status or ()),
        topic=topic,
        tags=tuple(tag or ()),
        authors=tuple(author or ()),
        affiliations=tuple(affiliation or ()),
        venue=venue,
        years=_range(year, "year", 1000, 2999, "2020, 2018-2020, 2018- or -2020"),
        list=on_list,
        ratings=_range(rating, "rating", 1, 5, "4, 4-5 or 4- (4 and better)"),
        words=" ".join(words) if words else None,
    )
    order = _known(sort, tuple(SORTS), "--sort")
    most = (None if json else LIMIT) if limit is None else limit or None
    with reading(ctx) as store:
        papers = store.papers(which, sort=order, reverse=reverse, limit=most)
        if json:
            say(render.entries_json(store.entries(papers)))
        else:
            say(render.papers_table(papers, store.counts(which), which, render.screen()))


def _known(word: str, words: tuple[str, ...], what: str) -> str:
    if word.lower() in words:
        return word.lower()
    from difflib import get_close_matches

    near = get_close_matches(word.lower(), words, n=1)
    hint = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(words)}."
    raise UsageError(f'there is no {what} "{word}". {hint}')


def _range(
    text: str | None, what: str, lowest: int, highest: int, examples: str
) -> tuple[int | None, int | None] | None:
    """``text`` as first and last: "4", "4-5", "4-", "-5"."""
    if text is None:
        return None
    found = re.fullmatch(r"\s*(\d{0,4})\s*(-|\.\.)?\s*(\d{0,4})\s*", text, re.ASCII)
    if not found or not (found[1] or found[3]):
        raise UsageError(f'"{text}" is no {what}. Say {examples}.')
    first = int(found[1]) if found[1] else None
    last = (int(found[3]) if found[3] else None) if found[2] else first
    for end in (first, last):
        if end is not None and not lowest <= end <= highest:
            raise UsageError(f"{what} {end} is not between {lowest} and {highest}.")
    if first is not None and last is not None and first > last:
        first, last = last, first
    return first, last
