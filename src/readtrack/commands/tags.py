"""tags: add, remove, list, rename, delete."""

from typing import Annotated

import typer

from readtrack import render
from readtrack.commands import JsonOption, PaperArgument, complete_tag, reading, say, writing
from readtrack.model import Paper
from readtrack.store import Store

app = typer.Typer(add_completion=False, rich_markup_mode=None, no_args_is_help=True, help="Tags on papers.")

TagsArgument = Annotated[
    list[str],
    typer.Argument(metavar="TAG...", help="One or more tags.", show_default=False, autocompletion=complete_tag),
]
TagArgument = Annotated[str, typer.Argument(metavar="TAG", show_default=False, autocompletion=complete_tag)]


@app.command()
def add(ctx: typer.Context, paper: PaperArgument, tags: TagsArgument) -> None:
    """Put tags on a paper."""

    def job(store: Store) -> tuple[Paper, Paper]:
        found = store.find(paper)
        return found, store.add_tags(found, tags)

    say(render.tags_line(*writing(ctx, job)))


@app.command()
def remove(ctx: typer.Context, paper: PaperArgument, tags: TagsArgument) -> None:
    """Take tags off a paper."""

    def job(store: Store) -> tuple[Paper, Paper]:
        found = store.find(paper)
        return found, store.remove_tags(found, tags)

    say(render.tags_line(*writing(ctx, job)))


@app.command("list")
def list_(ctx: typer.Context, json: JsonOption = False) -> None:
    """List tags, and on how many papers each is."""
    with reading(ctx) as store:
        tags = store.tags()
    say(render.as_json([{"tag": tag, "papers": count} for tag, count in tags]) if json else render.tags_table(tags))


@app.command()
def rename(
    ctx: typer.Context,
    old: TagArgument,
    new: Annotated[str, typer.Argument(metavar="NEW", autocompletion=complete_tag)],
) -> None:
    """Rename a tag everywhere; onto another tag it merges the two."""
    say(render.tag_renamed(*writing(ctx, lambda store: store.rename_tag(old, new))))


@app.command()
def delete(ctx: typer.Context, tag: TagArgument) -> None:
    """Delete a tag, and take it off every paper."""
    say(render.tag_deleted(*writing(ctx, lambda store: store.delete_tag(tag))))
