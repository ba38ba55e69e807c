"""Bring the docs up to date with the program.

Writes commands.md from the help of every command. In the other pages it runs the ``$`` lines of the console blocks,
each page in a scratch folder of its own, and puts down what they print. With ``--check`` it writes nothing and exits
1 where a page is out of date.
"""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any
from unittest import mock

import typer.main

from readtrack import cli

DOCS = Path(__file__).parent
PAGES = (DOCS.parent / "README.md", *(DOCS / f"{page}.md" for page in ("tutorial", "how-to", "data-model")))

HEAD = """\
# Commands

<!-- Written by docs/build.py; `make docs` writes it anew. -->

What `--help` says of each command. `PAPER` is its key or number in the library; its short name, in any case; a DOI,
arXiv id or link of it; a start of its name or title; or words all found in its title or name, also without accents.
The first of these that fits decides; where it fits several papers, the command lists them and does nothing.

Errors go to standard error. The exit code is 0, 1 for an error, and 2 where the command line makes no sense.
"""


def commands() -> Iterator[list[str]]:
    """Words of every command: the program itself, ``mark``, ``notes``, ``notes add``, ..."""
    yield []
    group: Any = typer.main.get_command(cli.app)
    context = typer.Context(group)
    for name in cli.COMMANDS:
        yield [name]
        yield from ([name, verb] for verb in getattr(group.get_command(context, name), "commands", ()))


def help_of(words: list[str]) -> str:
    said = io.StringIO()
    with redirect_stdout(said), mock.patch.dict(os.environ, COLUMNS="80", TERM="dumb"):
        if cli.run([*words, "--help"]):
            raise SystemExit(f"readtrack {' '.join(words)} --help failed")
    return said.getvalue().strip("\n")


def command_reference() -> str:
    sections = []
    for words in commands():
        heading = f"{'#' * max(2, len(words) + 1)} {' '.join(['readtrack', *words])}"
        sections.append(f"{heading}\n\n```text\n{help_of(words)}\n```\n")
    return "\n".join([HEAD, *sections])


def environment(home: Path) -> dict[str, str]:
    """That of a user with an empty home and 80 columns, for whom this Python's programs come first."""
    own = {key: value for key, value in os.environ.items() if not key.startswith(("READTRACK_", "XDG_"))}
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])
    return own | dict(HOME=str(home), PATH=path, COLUMNS="80", LC_ALL="C.UTF-8", PYTHONIOENCODING="utf-8")


def with_output(page: str) -> str:
    """The text of a page, with what its console lines print when they are run in order."""
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home, "work")
        folder.mkdir()
        env = environment(Path(home))

        def answered(block: re.Match[str]) -> str:
            lines = [line for line in block[1].split("\n") if line.startswith("$ ")]
            return "```console\n" + "".join(f"{line}\n{_run(line[2:], folder, env)}" for line in lines) + "```"

        return re.sub(r"```console\n(.*?)```", answered, page, flags=re.DOTALL)


def _run(line: str, folder: Path, env: dict[str, str]) -> str:
    ran = subprocess.run(  # noqa: S602  our own lines, with pipes in them
        line,
        shell=True,
        cwd=folder,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=60,
    )
    said = "\n".join(part.rstrip() for part in ran.stdout.rstrip().split("\n"))
    return f"{said}\n" if said else ""


def out_of_date() -> dict[Path, str]:
    """The pages that do not say what the program says, and what they should say."""
    pages = {DOCS / "commands.md": command_reference()}
    pages |= {page: with_output(page.read_text("utf-8")) for page in PAGES}
    return {page: text for page, text in pages.items() if not page.exists() or page.read_text("utf-8") != text}


def main() -> None:
    check = sys.argv[1:] == ["--check"]
    if sys.argv[1:] and not check:
        raise SystemExit("usage: python docs/build.py [--check]")
    stale = out_of_date()
    for page, text in stale.items():
        print(f"{page.relative_to(DOCS.parent)} {'is out of date: run `make docs`' if check else 'written'}")
        if not check:
            page.write_text(text, encoding="utf-8")
    sys.exit(1 if check and stale else 0)


if __name__ == "__main__":
    main()
