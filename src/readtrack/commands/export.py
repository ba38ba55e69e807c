"""export: papers in the format of another program."""

from pathlib import Path
from typing import Annotated

import typer

from readtrack import exporters
from readtrack.commands import _filters as f
from readtrack.commands import _output, reading
from readtrack.errors import UsageError
from readtrack.exporters import FORMATS
from readtrack.model import Selection
from readtrack.store import exports
from readtrack.store.goals import goals
from readtrack.store.papers import SORTS

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def export(
    ctx: typer.Context,
    format_: Annotated[
        str | None, typer.Argument(metavar="FORMAT", help=f"One of {', '.join(FORMATS)}.", show_default=False)
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file.", show_default=False)
    ] = None,
    notes: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Your notes as Markdown files, one for each paper.", show_default=False),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace files that are there.")] = False,
    words: Annotated[str | None, typer.Option(help="Papers with these words.", show_default=False)] = None,
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
) -> None:
    """Export papers: JSON, BibTeX, RIS, Markdown, ...

    All of them, or those the options choose.
    """
    which = f.selection(
        words=[words] if words else None,
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
    if (format_ is None) == (notes is None):
        raise UsageError(f"say one format: {', '.join(FORMATS)}; or --notes FOLDER.")
    known = f.known(format_, tuple(FORMATS), "format") if format_ is not None else ""
    if notes and output:
        raise UsageError("--notes names a folder; no --output goes with it.")
    with reading(ctx) as store:
        entries = exports.entries_of(store, which, sort=order, reverse=reverse)
        if notes:
            from readtrack.exporters.notes import files

            _output.folder(notes, files(entry for entry in entries if entry.notes), force=force)
        else:
            more = {"goals": goals(store)} if known == "json" and which == Selection() else {}
            _output.pieces(output, exporters.write(known, entries, exports.lists_of(store, which), **more), force=force)
