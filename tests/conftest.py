"""Real library files in a folder of their own; the clock stands still on Tuesday 24 November 2026."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import pytest

from readtrack import cli, dates

TODAY = datetime(2026, 11, 24, 12, 0, tzinfo=timezone.utc)
SEED = json.loads((Path(__file__).parents[1] / "seed" / "osdi2020.json").read_text("utf-8"))


@dataclass(frozen=True)
class Ran:
    """What a command line did."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Ran]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what looks at pages in Chromium: no version of Python or dateutil changes what it sees there."""
    for item in items:
        if {"launch", "browser", "page"} & set(getattr(item, "fixturenames", ())):
            item.add_marker("browser")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, and nothing of the user's own in reach."""
    home = tmp_path / "home"
    work = tmp_path / "work"
    home.mkdir()
    work.mkdir()
    for name in ("READTRACK_DB", "XDG_DATA_HOME", "NO_COLOR", "VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(work)
    return work


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dates, "now", lambda: TODAY)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """The command line, in this process."""

    def run_(*arguments: str) -> Ran:
        capsys.readouterr()
        code = cli.run(arguments)
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return run_


@pytest.fixture
def library(run: Run, folder: Path) -> Path:
    """A new library with the OSDI 2020 list."""
    assert run("init").code == 0
    return folder / "readtrack.db"


def start(*arguments: str, **options: Any) -> subprocess.Popen[str]:
    """The command line, in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "readtrack", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        **options,
    )


def rows(path: Path, query: str, *values: object) -> list[tuple[Any, ...]]:
    """What plain SQLite sees in a library."""
    import sqlite3

    conn = sqlite3.connect(path)
    try:
        return conn.execute(query, values).fetchall()
    finally:
        conn.close()
