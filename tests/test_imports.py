"""What a command imports is most of the time it takes: counted here by module, never by the clock."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import ForwardRef

import pytest

import readtrack
from readtrack import model, past
from readtrack.cli import COMMANDS
from readtrack.store import choosing, dashboard, days, goals, logs, reviewing, searches, sessions, statistics

SLOW = {"asyncio", "click", "datasette", "dateutil", "platformdirs", "pydantic", "rich", "sqlite_utils"}
"""None of these on the way of an everyday command; Typer itself imports subprocess."""

RARE = tuple(
    f"readtrack.{name}"
    for name in ("importers", "exporters", "web", "schema.loading", "schema.derived", "matching", "latex")
)
"""Nor any of these of our own."""

FILES = sorted(
    path.stem for path in (Path(readtrack.__file__).parent / "commands").glob("*.py") if not path.stem.startswith("_")
)

EVERYDAY = [
    ["mark", "Ansor", "--read"],
    ["notes", "add", "Ansor", "Sketches and annotations", "--page", "4"],
    ["tags", "add", "Ansor", "search"],
    ["list"],
    ["list", "--status", "unread", "--topic", "Compiler"],
    ["show", "Ansor"],
]


def python(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        check=False,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )


PROBE = """
import atexit, os, runpy, sys
os._exit = sys.exit
atexit.register(lambda: sys.stderr.write("\\nMODULES " + " ".join(sys.modules)))
sys.argv[0:2] = [sys.argv[1]]
exec(sys.argv[0]) if " " in sys.argv[0] else runpy.run_module(sys.argv[0], run_name="__main__")
"""
"""Runs a statement, or a module with arguments. Not -X importtime: that misses what importlib.import_module loads."""


def modules(*arguments: str) -> set[str]:
    """Every module that a run of Python has loaded at its end, by its full name."""
    ran = python("-c", PROBE, *arguments)
    assert ran.returncode == 0, ran.stderr
    _, told, names = ran.stderr.rpartition("\nMODULES ")
    assert told
    return set(names.split())


def imported_by(*arguments: str) -> set[str]:
    """Top-level names that a run of Python loads and an empty one does not."""
    return {module.split(".")[0] for module in modules(*arguments) - modules("pass ;")}


@pytest.mark.parametrize("module", ["readtrack", "readtrack.cli", *(f"readtrack.commands.{name}" for name in FILES)])
def test_a_module_imports_nothing_slow(module: str) -> None:
    assert not imported_by(f"import {module}") & SLOW


@pytest.mark.parametrize("arguments", EVERYDAY, ids=" ".join)
def test_an_everyday_command_imports_nothing_slow(arguments: list[str], library: Path) -> None:
    assert library.exists()  # the first command of all makes the library, and that needs sqlite-utils
    assert not imported_by("readtrack", *arguments) & SLOW
    ours = {name for name in modules("readtrack", *arguments) if name.startswith("readtrack.")}
    assert not {name for name in ours if name.startswith(RARE)}


def test_version_imports_no_typer() -> None:
    assert not imported_by("readtrack", "--version") & (SLOW | {"typer", "sqlite3"})


def test_a_command_imports_no_other_command(library: Path) -> None:
    assert library.exists()
    used = {name for name in modules("readtrack", "show", "Ansor") if name.startswith("readtrack.commands.")}
    assert used == {"readtrack.commands.show"}


def test_every_file_is_a_command_and_every_command_a_file() -> None:
    assert {name.rstrip("_") for name in FILES} == set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_summary_is_the_first_line_of_the_help(name: str) -> None:
    from typer.main import get_command

    file = name if name in FILES else f"{name}_"
    command = get_command(import_module(f"readtrack.commands.{file}").app)
    assert (command.help or "").strip().splitlines()[0] == COMMANDS[name]


@pytest.mark.parametrize(
    "module",
    [model, past, choosing, dashboard, days, goals, logs, reviewing, searches, sessions, statistics],
    ids=lambda module: module.__name__,
)
def test_no_annotation_of_a_named_tuple_of_every_day_is_compiled_from_a_string(module: ModuleType) -> None:
    made = [each for each in vars(module).values() if isinstance(each, type) and hasattr(each, "_fields")]
    assert made
    assert [each for each in made if any(isinstance(kind, ForwardRef) for kind in each.__annotations__.values())] == []
