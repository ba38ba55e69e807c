"""Notes written in an editor."""

from __future__ import annotations

from pathlib import Path

import pytest

from readtrack.commands._editor import edited
from readtrack.errors import RefusedError


def test_what_was_written_is_not_lost_when_it_cannot_be_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = folder / "editor.sh"
    script.write_text('echo precious > "$1"\n', "utf-8")
    monkeypatch.setenv("EDITOR", f"sh {script}")
    with pytest.raises(RefusedError) as refused, edited(""):
        raise RefusedError("no.")
    said = str(refused.value)
    assert said.startswith("no. What you wrote is in ")
    assert Path(said.removeprefix("no. What you wrote is in ").rstrip(".")).read_text("utf-8") == "precious\n"


def test_a_note_that_is_kept_leaves_no_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    monkeypatch.setenv("EDITOR", "true")
    with edited("as before") as text:
        assert text == "as before"
    assert list(folder.iterdir()) == []
