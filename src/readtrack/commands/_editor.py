"""Text from the user's editor."""

import os
import shlex
import shutil
import subprocess  # noqa: TID253  imported only when an editor opens
import tempfile  # noqa: TID253  the same
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from readtrack.errors import ReadtrackError, UsageError


@contextmanager
def edited(before: str) -> Iterator[str]:
    """``before`` as it stands after $VISUAL, $EDITOR or vi was closed; if keeping it fails, its file stays.

    Raises:
        UsageError: the editor cannot be run or ended with an error.
    """
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    folder = Path(tempfile.mkdtemp(prefix="readtrack-"))
    page = folder / "note.md"
    try:
        page.write_text(before, encoding="utf-8")
        try:
            ended = subprocess.run([*shlex.split(editor), str(page)], check=False).returncode
        except (OSError, ValueError) as error:
            raise UsageError(f"the editor {editor} cannot be run: {error}. Set $EDITOR.") from error
        if ended:
            raise UsageError(f"the editor ended with an error ({ended}); the note was not kept.")
        yield page.read_text(encoding="utf-8", errors="replace")
    except ReadtrackError as error:
        written = page.read_text(encoding="utf-8", errors="replace")
        if written.strip() and written != before:
            error.args = (f"{error} What you wrote is in {page}.",)
            raise
        shutil.rmtree(folder)
        raise
    shutil.rmtree(folder)
