"""The Typer app: global options, the lazy table of commands, the one place errors are printed."""

import copy
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from readtrack import __version__
from readtrack.errors import ReadtrackError

COMMANDS = {
    "init": "Make a library with the OSDI 2020 list.",
    "path": "Print which library is in use.",
    "list": "List papers.",
    "search": "Find papers by words, your notes included.",
    "show": "Show all of a paper.",
    "open": "Open a paper in your browser.",
    "mark": "Say what you did with papers: read, reading, queued, ...",
    "start": "Begin to read a paper: the time runs until `readtrack done`.",
    "done": "End the time of reading that `start` began: how long, how many pages, how far.",
    "review": "Look up again, a few a day, what you read a while ago.",
    "next": "Say what to read next, and why.",
    "plan": "Say when papers are due, or how much they matter; or spread a list over the calendar.",
    "agenda": "Show which papers are due in the days ahead.",
    "stats": "Show what you read: how much, how fast, by month, topic and list, and whether you reach your goals.",
    "goal": "Show how many papers you mean to read, and whether you are ahead or behind.",
    "log": "Show what was changed, the latest first: when, by whom, and what became of each paper.",
    "undo": "Take the last change back, whoever made it.",
    "redo": "Bring back what was undone last, if nothing was changed since.",
    "notes": "Notes on papers.",
    "tags": "Tags on papers.",
    "add": "Add a paper by hand.",
    "edit": "Change facts of a paper.",
    "remove": "Remove a paper, and your notes on it.",
    "import": "Import reading lists, bibliographies and exports.",
    "export": "Export papers: JSON, BibTeX, RIS, Markdown, ...",
    "lists": "Show each reading list, and how far you are with it.",
    "duplicates": "Show pairs of papers that may be one.",
    "merge": "Make one paper of two.",
    "backup": "Copy the library while others may go on writing, and check the copy.",
    "restore": "Put a copy in the place of the library, after checking it.",
    "doctor": "Check that the library is sound: the file, its rows, its search, its history.",
    "serve": "Show the library in the browser, with Datasette.",
}
"""Every command and its summary: `--help` imports none of them, and a command only itself."""

LONGEST_LINE = 500
"""Characters of an error's line that are shown, from its beginning and from its end."""


@contextmanager
def _worded_plainly() -> Iterator[None]:
    """What Typer says of a command line quotes it, and leaves in it what turns text around or hides in it."""
    try:
        yield
    except Exception as error:
        if isinstance(message := getattr(error, "message", None), str):
            from readtrack.render import plain

            error.message = _shortened(plain(message))  # type: ignore[attr-defined]  # every error of Typer has one
        raise


class LazyGroup(TyperGroup):
    """Loads a command when it is called, from ``readtrack.commands.<name>``."""

    def make_context(self, *args: Any, **extra: Any) -> Any:
        """The context of a command line."""
        with _worded_plainly():
            return super().make_context(*args, **extra)

    def invoke(self, ctx: Any) -> Any:
        """Run what the command line says."""
        with _worded_plainly():
            return super().invoke(ctx)

    def list_commands(self, ctx: Any) -> list[str]:
        """Names of all commands, in the order of ``COMMANDS``."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of this name, with ``--db`` among its options, or None."""
        if cmd_name not in COMMANDS:
            return None
        if cmd_name not in self.commands:
            name = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
            module = import_module(f"readtrack.commands.{name}")
            command = get_command(module.app)
            leaves = list(getattr(command, "commands", {"": command}).values())
            for leaf in [*leaves, command] if getattr(command, "invoke_without_command", False) else leaves:
                leaf.params.append(self._db_option())
            self.commands[cmd_name] = command
        return self.commands[cmd_name]

    def _db_option(self) -> Any:
        """``--db`` once more, so that it may stand behind the command too."""
        option: Any = copy.copy(next(param for param in self.params if param.name == "db"))
        option.expose_value = False
        option.callback = _use
        return option

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command; a typo is answered with the nearest names, all known without loading any."""
        # Typer compares a typo with the names in self.commands only, so for that moment they all stand there.
        loaded, self.commands = self.commands, dict.fromkeys(COMMANDS)  # type: ignore[assignment]  # names are all it asks
        try:
            if args[0] in COMMANDS:
                self.commands = loaded
            return super().resolve_command(ctx, args)
        finally:
            self.commands = loaded

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """The table of commands in `--help`."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def _use(ctx: typer.Context, param: Any, value: str | None) -> None:
    if value is not None:
        ctx.find_root().obj = Path(value)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"readtrack {__version__}")
        raise typer.Exit


app = typer.Typer(cls=LazyGroup, rich_markup_mode=None, pretty_exceptions_enable=False, invoke_without_command=True)


@app.callback()
def readtrack(
    ctx: typer.Context,
    db: Annotated[
        Path | None, typer.Option("--db", metavar="PATH", help="The library to use.", show_default=False)
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Keep track of the research papers you read.

    PAPER is a key, a short name, a DOI, an arXiv id, a link or words of a title.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_DFL:  # so `__main__` left it: all modules are there by now
        signal.signal(signal.SIGINT, signal.default_int_handler)
    ctx.obj = db
    if ctx.invoked_subcommand is None:
        from readtrack.commands._summary import show

        if not show(ctx):
            typer.echo(ctx.get_help())


def run(arguments: Sequence[str]) -> int:
    """Run the command line; the exit code. Every error a user can make ends here, as a sentence on stderr."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        result = app(args=list(arguments), prog_name="readtrack", standalone_mode=True)
    except SystemExit as end:
        if end.code == 130:  # what Typer makes of Ctrl-C; the transaction under way has been taken back
            _complain("interrupted.")
        return end.code if isinstance(end.code, int) else 1
    except ReadtrackError as error:
        _complain(str(error))
        return error.exit_code
    except OSError as error:
        _complain(f"cannot print: {(error.strerror or str(error)).lower()}.")
        return 1
    except UnicodeError:
        _complain("that text is not valid Unicode, so it cannot be kept; nothing was changed.")
        return 2
    return int(result or 0)


def _complain(sentence: str) -> None:
    from readtrack.render import plain

    with suppress(OSError):  # nobody reads it; the exit code tells
        typer.secho(f"Error: {_shortened(plain(sentence))}", err=True, fg=None)


def _shortened(sentences: str) -> str:
    """Each line without the middle of what is too long to be read, such as a file given as a title."""
    return "\n".join(
        line if len(line) <= 2 * LONGEST_LINE else f"{line[:LONGEST_LINE]} ... {line[-LONGEST_LINE:]}"
        for line in sentences.split("\n")
    )
