"""Text from the user's editor."""

import os
import shlex
import subprocess  # noqa: TID253  imported only when an editor opens
import tempfile  # noqa: TID253  the same
from pathlib import Path

from readtrack.errors import UsageError


def edited(before: str) -> str:
    """``before`` as it stands after $VISUAL, $EDITOR or vi was closed.

    Raises:
        UsageError: the editor cannot be run or ended with an error.
    """
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    with tempfile.TemporaryDirectory(prefix="readtrack-") as folder:
        page = Path(folder) / "note.md"
        page.write_text(before, encoding="utf-8")
        try:
            ended = subprocess.run([*shlex.split(editor), str(page)], check=False).returncode
        except (OSError, ValueError) as error:
            raise UsageError(f"the editor {editor} cannot be run: {error}. Set $EDITOR.") from error
        if ended:
            raise UsageError(f"the editor ended with an error ({ended}); nothing was kept.")
        return page.read_text(encoding="utf-8", errors="replace")
