"""edit: facts of a paper."""

from typing import Annotated

import typer

from readtrack import render
from readtrack.commands import PaperArgument, say, writing
from readtrack.commands import _facts as f
from readtrack.errors import UsageError
from readtrack.model import Paper
from readtrack.store import Store

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def edit(
    ctx: typer.Context,
    paper: PaperArgument,
    title: Annotated[str | None, typer.Option(help="Its title.", show_default=False)] = None,
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
) -> None:
    """Change facts of a paper.

    An empty text takes a fact away; --author replaces all authors; --link adds a link.
    """
    given: dict[str, object] = dict(
        title=title, name=name, key=key, type=type_, venue=venue, year=year, topic=topic, url=url
    )
    facts = f.facts_from(given | dict(doi=doi, arxiv_id=arxiv, abstract=abstract, authors=author, links=link))
    if not facts:
        raise UsageError("say what to change: --title, --year, --venue, --topic, --author ... (see --help).")

    def job(store: Store) -> tuple[Paper, Paper]:
        found = store.find(paper)
        return found, store.edit(found, facts)

    say(render.facts_line(*writing(ctx, job), list(facts)))
