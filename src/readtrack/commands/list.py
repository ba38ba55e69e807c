"""list: papers, filtered and sorted."""

from typing import Annotated

import typer

from readtrack import render
from readtrack.commands import JsonOption, reading, say
from readtrack.commands import _filters as f
from readtrack.store.papers import SORTS

app = typer.Typer(add_completion=False, rich_markup_mode=None)

LIMIT = 50


# So that `-word` is a word to leave out.
@app.command("list", context_settings={"ignore_unknown_options": True})
def list_(
    ctx: typer.Context,
    words: f.WordsArgument = None,
    status: f.StatusOption = None,
    topic: f.TopicOption = None,
    tag: f.TagOption = None,
    author: f.AuthorOption = None,
    affiliation: f.AffiliationOption = None,
    venue: f.VenueOption = None,
    year: f.YearOption = None,
    on_list: f.ListOption = None,
    rating: f.RatingOption = None,
    sort: f.SortOption = "added",
    reverse: f.ReverseOption = False,
    limit: Annotated[
        int | None, typer.Option(min=0, max=10**9, help=f"How many at the most; 0: all.  [default: {LIMIT}]")
    ] = None,
    json: JsonOption = False,
) -> None:
    """List papers."""
    which = f.selection(
        words=words,
        status=status,
        topic=topic,
        tag=tag,
        author=author,
        affiliation=affiliation,
        venue=venue,
        year=year,
        on_list=on_list,
        rating=rating,
    )
    order = f.known(sort, tuple(SORTS), "--sort")
    most = (None if json else LIMIT) if limit is None else limit or None
    with reading(ctx) as store:
        papers = store.papers(which, sort=order, reverse=reverse, limit=most)
        if json:
            say(render.entries_json(store.entries(papers)))
        else:
            say(render.papers_table(papers, store.counts(which), which, render.screen()))
