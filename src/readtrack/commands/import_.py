"""import: lists, bibliographies and exports of other programs."""

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from readtrack import importers, render_import
from readtrack.commands import JsonOption, rehearsing, say, writing
from readtrack.commands._facts import list_slug
from readtrack.commands._filters import known
from readtrack.errors import UnreadableError, UsageError
from readtrack.importers import FORMATS, Read, Source
from readtrack.model import Draft, Listing, one_line
from readtrack.render import plain, screen
from readtrack.store import Store
from readtrack.store.imports import Batch, Imported
from readtrack.store.imports import import_ as take_in

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command("import")
def import_(
    ctx: typer.Context,
    files: Annotated[
        list[str], typer.Argument(metavar="FILE...", help="Files; - reads standard input.", show_default=False)
    ],
    format_: Annotated[
        str | None, typer.Option("--format", help=f"One of {', '.join(FORMATS)}; found out if not said.")
    ] = None,
    on_list: Annotated[str | None, typer.Option("--list", help="Put the papers on this reading list too.")] = None,
    columns: Annotated[
        str | None,
        typer.Option("--map", metavar="FACT=COLUMN,...", help="What the columns of a CSV are: title=Name,year=Jahr."),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would happen.")] = False,
    json: JsonOption = False,
) -> None:
    """Import reading lists, bibliographies and exports.

    A paper that is there already gains what is new; your status, notes and tags stay. What a file is, is found out:
    `readtrack import reading.md library.bib`, or `readtrack import papers.csv --dry-run` to see what would happen.
    """
    known_format = known(format_, tuple(FORMATS), "format") if format_ else None
    mapped = _columns(columns)
    slug = None if on_list is None else list_slug(on_list)
    sources = [_source(name, mapped) for name in dict.fromkeys(files)]
    recognised, refused = _recognised(sources, known_format)

    def job(store: Store) -> list[Imported]:
        batches = [
            Batch(source.name, FORMATS[name].title, _found(source, name, slug), name == "json")
            for source, name in recognised
        ]
        results = [*take_in(store, batches), *refused]
        if all(result.error for result in results):
            raise UnreadableError(_errors(results))
        return results

    results = rehearsing(ctx, job) if dry_run else writing(ctx, job, bare=True)
    say(render_import.as_json(results) if json else render_import.imported(results, screen(), dry_run=dry_run))
    if errors := _errors(results):
        raise UnreadableError(errors)


def _errors(results: list[Imported]) -> str:
    return "\n".join(result.error for result in results if result.error)


def _columns(text: str | None) -> dict[str, str]:
    """``--map title=Name,year=Jahr`` as fact -> header."""
    pairs = [pair.partition("=") for pair in (text or "").split(",") if pair.strip()]
    for fact, sign, column in pairs:
        if not (sign and fact.strip() and column.strip()):
            raise UsageError(f'"{text}" says nothing of columns. Say --map title=Name,year=Jahr.')
    return {fact.strip(): column.strip() for fact, _, column in pairs}


def _source(name: str, columns: dict[str, str]) -> Source:
    if name == "-":
        return Source("standard input", sys.stdin.buffer.read() if sys.stdin else b"", columns)
    try:
        return Source(one_line(Path(name).name), Path(name).read_bytes(), columns)
    except OSError as error:
        why = "it is a folder" if Path(name).is_dir() else (error.strerror or str(error)).lower()
        raise UsageError(f"{name} cannot be read: {why}. Nothing was imported.") from error


def _recognised(sources: list[Source], format_: str | None) -> tuple[list[tuple[Source, str]], list[Imported]]:
    """Each source with its format, and those that have none."""
    recognised, refused = [], []
    for source in sources:
        try:
            recognised.append((source, format_ or importers.format_of(source)))
        except UnreadableError as error:
            refused.append(Imported(source.name, "", error=str(error)))
    return recognised, refused


def _found(source: Source, format_: str, slug: str | None) -> Iterator[Read]:
    """What stands in a source, put on the list ``slug`` too; a long one shows a bar on a terminal."""
    show = _bar(source)
    for found in importers.read(source, format_):
        if isinstance(found, Draft):
            show(found.line or 0)
            if slug and slug not in {listing.slug for listing in found.lists}:
                found = found._replace(lists=(*found.lists, Listing(slug, found.topic)))
        yield found
    show(None)


def _bar(source: Source) -> Callable[[int | None], None]:
    """To be called with each line that is reached, and None at the end.

    After a second it draws a bar on standard error, if that is a terminal.
    """
    began, lines = time.monotonic(), source.data.count(b"\n") + 1
    drawn = 0

    def show(line: int | None) -> None:
        nonlocal drawn
        done = 0 if line is None else min(40, line * 40 // lines)
        if line is None and drawn:
            sys.stderr.write(f"{' ' * 78}\r")
        elif done > drawn and time.monotonic() - began > 1 and sys.stderr.isatty():
            drawn = done
            sys.stderr.write(f"{plain(source.name[:30])}  {'#' * done}{'.' * (40 - done)}\r")
            sys.stderr.flush()

    return show
