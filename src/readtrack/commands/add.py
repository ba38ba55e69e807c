"""add: a paper by hand."""

from typing import Annotated

import typer

from readtrack import render
from readtrack.commands import _facts as f
from readtrack.commands import say, writing
from readtrack.model import Draft, Listing, Paper
from readtrack.store import Store, adding

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def add(
    ctx: typer.Context,
    title: Annotated[str, typer.Argument(help="Its title.", show_default=False)],
    author: f.AuthorOption = None,
    venue: f.VenueOption = None,
    year: f.YearOption = None,
    topic: f.TopicOption = None,
    name: f.NameOption = None,
    key: f.KeyOption = None,
    type_: f.TypeOption = None,
    url: f.UrlOption = None,
    doi: f.DoiOption = None,
    arxiv: f.ArxivOption = None,
    link: f.LinkOption = None,
    abstract: f.AbstractOption = None,
    on_list: Annotated[str | None, typer.Option("--list", help="Put it on this reading list.")] = None,
) -> None:
    """Add a paper by hand."""
    given: dict[str, object] = dict(
        title=title, name=name, key=key, type=type_, venue=venue, year=year, topic=topic, url=url
    )
    given |= dict(doi=doi, arxiv_id=arxiv, abstract=abstract, authors=author, links=link)
    facts = {fact: value for fact, value in f.facts_from(given).items() if value is not None}
    lists = () if on_list is None else (Listing(f.list_slug(on_list), facts.get("topic")),)

    def job(store: Store) -> tuple[Paper, int]:
        return adding.add(store, Draft(**facts, lists=lists)), store.standing().total

    say(render.added(*writing(ctx, job, bare=True)))
