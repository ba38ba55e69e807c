"""Golden transcripts: whole conversations at 80 columns. `make transcripts` writes them anew.

A line that begins with `$ ` is typed; what follows is the answer: standard output as it is, lines of standard error
behind `! `, and an exit code other than 0 in brackets. The clock stands on Tuesday 24 November 2026.
"""

from __future__ import annotations

import os
import shlex
from pathlib import Path

import pytest
from conftest import Run

TRANSCRIPTS = sorted((Path(__file__).parent / "transcripts").glob("*.txt"))


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: str(path.stem))
def test_a_conversation_reads_as_written_down(run: Run, path: Path) -> None:
    expected = path.read_text("utf-8")
    said = []
    for typed in [line for line in expected.splitlines() if line.startswith(("$ ", "#"))]:
        said.append(typed)
        if typed.startswith("$ "):
            words = shlex.split(typed[2:])
            assert words.pop(0) == "readtrack"
            ran = run(*words)
            said += ran.out.splitlines() + [f"! {line}" for line in ran.err.splitlines()]
            said += [f"[exit {ran.code}]"] if ran.code else []
    actual = "\n".join(said) + "\n"
    if os.environ.get("READTRACK_REWRITE"):
        path.write_text(actual, "utf-8")
    else:
        assert actual == expected
