"""Imports go down only: the contracts stand in pyproject.toml."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def lint_imports(root: Path) -> subprocess.CompletedProcess[str]:
    pytest.importorskip("importlinter")
    # The package found first is the one linted: an installed one must not stand in for a copy.
    return subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; sys.path.insert(0, sys.argv.pop());"
            "from importlinter.cli import lint_imports_command as lint; lint()",
            "--no-cache",
            str(root / "src"),
        ],
        check=False,
        cwd=root,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def test_imports_go_down_only() -> None:
    ran = lint_imports(ROOT)
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("errors.py", "from readtrack import model"),
        ("schema/__init__.py", "from readtrack.store import Store"),
        ("store/notes.py", "from readtrack import render"),
        ("store/find.py", "from readtrack import cli"),
        ("commands/show.py", "import readtrack.web"),
        ("web/__init__.py", "import readtrack.commands.show"),
        ("store/notes.py", "import typer"),
        ("commands/show.py", "import datasette"),
        ("store/find.py", "import sqlite_utils"),
        ("cli.py", "import click"),
        ("render.py", "import dateutil"),
    ],
)
def test_a_wrong_import_is_caught(file: str, line: str, tmp_path: Path) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    source = tmp_path / "src" / "readtrack" / file
    # Inside a function too: a lazy import is an import.
    source.write_text(f"{source.read_text('utf-8')}\n\ndef _wrong() -> None:\n    {line}\n", "utf-8")
    ran = lint_imports(tmp_path)
    module = file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    wrong = line.removeprefix("import ").replace("from readtrack import ", "readtrack.").split(" import ")[0]
    # By name: that some contract is broken may have another cause.
    assert f"readtrack.{module} -> {wrong.removeprefix('from ')} (l." in ran.stdout, ran.stdout + ran.stderr
