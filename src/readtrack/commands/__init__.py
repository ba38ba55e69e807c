"""What the commands share: a command reads its arguments, calls the store once, prints one rendering."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from readtrack.store import Store, opening

T = TypeVar("T")


# Iterable, not list: that name is the submodule once it is loaded, and Typer evaluates what is annotated here.
def complete_paper(ctx: typer.Context, incomplete: str) -> Iterable[tuple[str, str]]:
    """Keys that begin so, with their titles."""
    return _complete(ctx, lambda store: store.keys(incomplete))


def complete_tag(ctx: typer.Context, incomplete: str) -> Iterable[tuple[str, str]]:
    """Tags that begin so."""
    return _complete(ctx, lambda store: store.names("tag", incomplete))


def complete_topic(ctx: typer.Context, incomplete: str) -> Iterable[tuple[str, str]]:
    """Topics that begin so."""
    return _complete(ctx, lambda store: store.names("topic", incomplete))


def complete_list(ctx: typer.Context, incomplete: str) -> Iterable[tuple[str, str]]:
    """Reading lists that begin so, with their titles."""
    return _complete(ctx, lambda store: store.names("list", incomplete))


def complete_author(ctx: typer.Context, incomplete: str) -> Iterable[tuple[str, str]]:
    """Authors whose name begins so."""
    return _complete(ctx, lambda store: store.names("author", incomplete))


# Bash puts what is offered into the command line as it is, zsh evaluates it (and escapes no backslash), Typer takes
# what stands in brackets for markup. So names with any of these are not offered, and titles have others that look so.
_ACTED_ON = "$`\\\"';&|<>()*?[]{}!#~^"
_LOOKS = str.maketrans("$`\\\"'[]", "＄’＼”’［］")


def _complete(ctx: typer.Context, offers: Callable[[Store], Iterable[tuple[str, str]]]) -> Iterable[tuple[str, str]]:
    from readtrack.render import line

    try:
        with reading(ctx) as store:
            return [
                (name, line(title).translate(_LOOKS))
                for name, title in offers(store)
                if line(name) == name and not set(name) & set(_ACTED_ON)
            ]
    except Exception:  # a completion that fails offers nothing
        return []


PaperArgument = Annotated[
    str,
    typer.Argument(
        metavar="PAPER",
        help="Key, short name, DOI, arXiv id, link or words of the title.",
        show_default=False,
        autocompletion=complete_paper,
    ),
]
PAPERS = typer.Argument(
    metavar="PAPER...", help="One or more papers.", show_default=False, autocompletion=complete_paper
)
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.", show_default=False)]


def library(ctx: typer.Context) -> Path:
    """The file in use."""
    return opening.which(ctx.find_root().obj)


def reading(ctx: typer.Context) -> AbstractContextManager[Store]:
    """The library in use, to be read."""
    return opening.reading(library(ctx))


def writing(ctx: typer.Context, job: Callable[[Store], T], *, bare: bool = False) -> T:
    """Run ``job`` on the library in use, as one transaction.

    Where there is none yet, it starts with the OSDI 2020 list (``bare``: with nothing) and stderr says so.
    """
    path = library(ctx)
    started = []

    def start(store: Store) -> None:
        if not bare:
            from readtrack.store import adding

            drafts, lists = opening.seed()
            adding.start(store, drafts, lists)
            started.append(f" with the OSDI 2020 list, {len(drafts)} papers")

    result, new = opening.writing(path, job, start=start, on_wait=lambda: say_waiting(path))
    if new:
        tell(f"New library {path}{''.join(started)}.")
    return result


def changing(ctx: typer.Context, job: Callable[[Store], T]) -> T:
    """Run ``job`` as ``writing`` would, but only where there is a library already."""
    with reading(ctx):
        pass  # says so where there is none
    return writing(ctx, job, bare=True)


def rehearsing(ctx: typer.Context, job: Callable[[Store], T]) -> T:
    """Run ``job`` as ``writing`` would, and take all of it back."""
    path = library(ctx)
    return opening.rehearsing(path, job, on_wait=lambda: say_waiting(path))


def say_waiting(path: Path) -> None:
    """Tell on stderr that another program writes."""
    tell(f"Waiting for another program that is writing to {path} ...")


def tell(text: str) -> None:
    """Print to standard error; ``text`` may hold the names of files."""
    from readtrack.render import plain

    typer.echo(plain(text), err=True)


def say(text: str) -> None:
    """Print to standard output."""
    typer.echo(text)
