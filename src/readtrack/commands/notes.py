"""notes: add, list, show, edit, remove."""

import sys
from contextlib import AbstractContextManager, nullcontext
from typing import Annotated

import typer

from readtrack import render
from readtrack.commands import JsonOption, PaperArgument, complete_paper, library, reading, say, writing
from readtrack.errors import NotFoundError, RefusedError, UsageError
from readtrack.model import Note
from readtrack.store import Store

app = typer.Typer(add_completion=False, rich_markup_mode=None, no_args_is_help=True, help="Notes on papers.")

TextArgument = Annotated[
    str | None,
    typer.Argument(help="The note, in Markdown; - reads standard input; left out: $EDITOR.", show_default=False),
]
NumberArgument = Annotated[
    str,
    typer.Argument(metavar="NOTE", help="The number of the note, or the paper if it has one.", show_default=False),
]
PageOption = Annotated[str | None, typer.Option(help='Page or pages: 4, iv, "4-6".', show_default=False)]
QuoteOption = Annotated[str | None, typer.Option(help="The words of the paper it is about.", show_default=False)]


@app.command()
def add(
    ctx: typer.Context,
    paper: PaperArgument,
    text: TextArgument = None,
    page: PageOption = None,
    quote: QuoteOption = None,
) -> None:
    """Add a note to a paper."""
    if text is None and library(ctx).exists():
        with reading(ctx) as store:
            store.find(paper)  # a mistyped name is told before the note is written, not after
    with _text(text, "") as body:

        def job(store: Store) -> tuple[Note, str]:
            found = store.find(paper)
            return store.add_note(found, body, page=page, quote=quote), found.called

        kept = writing(ctx, job)
    say(render.note_line(*kept))


@app.command("list")
def list_(
    ctx: typer.Context,
    paper: Annotated[
        str | None,
        typer.Argument(metavar="PAPER", help="Only on this paper.", show_default=False, autocompletion=complete_paper),
    ] = None,
    json: JsonOption = False,
) -> None:
    """List notes, the newest first, or those on one paper."""
    with reading(ctx) as store:
        notes = store.notes(store.find(paper) if paper else None)
    say(render.notes_json(notes) if json else render.notes_table(notes, render.screen()))


@app.command()
def show(ctx: typer.Context, note: NumberArgument, json: JsonOption = False) -> None:
    """Show a note as it was written."""
    with reading(ctx) as store:
        found = _note(store, note)
    say(render.notes_json([found]) if json else render.note_page(found))


@app.command()
def edit(
    ctx: typer.Context,
    note: NumberArgument,
    text: TextArgument = None,
    page: PageOption = None,
    quote: QuoteOption = None,
) -> None:
    """Change a note; an empty --page or --quote takes it away."""
    with reading(ctx) as store:
        found = _note(store, note)
    same = text is None and (page is not None or quote is not None)
    with nullcontext(None) if same else _text(text, found.body) as new:

        def job(store: Store) -> Note:
            now = store.note(found.id)
            if text is None and not same and now.body != found.body:
                raise RefusedError(f"note {now.id} was changed by another program while you wrote; it was left alone.")
            return store.edit_note(now, text=new, page=page, quote=quote)

        changed = writing(ctx, job)
    say(render.note_changed(found, changed))


@app.command()
def remove(ctx: typer.Context, note: NumberArgument) -> None:
    """Remove a note."""
    say(render.note_line(*writing(ctx, lambda store: _removed(store, note)), verb="Removed "))


def _removed(store: Store, note: str) -> tuple[Note, str]:
    found = store.remove_note(_note(store, note))
    return found, found.paper


def _note(store: Store, words: str) -> Note:
    """The note with this number, or the only note on this paper."""
    if words.isascii() and words.isdigit():
        if len(words) > 18:
            raise NotFoundError(f"there is no note {words[:40]}. `readtrack notes list` shows them.")
        return store.note(int(words))
    paper = store.find(words)
    notes = store.notes(paper)
    if len(notes) != 1:
        numbers = ", ".join(str(note.id) for note in notes)
        has = f"notes {numbers}. Name one by its number" if notes else "no notes"
        raise NotFoundError(f"{paper.called} has {has}.")
    return notes[0]


def _text(given: str | None, before: str) -> AbstractContextManager[str]:
    """The text of a note: as given, from standard input, or from the editor."""
    if given == "-" and sys.stdin is not None:
        return nullcontext(sys.stdin.read())
    if given is not None and given != "-":
        return nullcontext(given)
    if sys.stdin is None or not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("write the note behind the paper, or - to read it from standard input.")
    from readtrack.commands._editor import edited

    return edited(before)
