"""Backups, and what is wrong with a library -> lines for a terminal, or JSON."""

from __future__ import annotations

from readtrack.answers import Copied, Restored
from readtrack.render import as_json, counted, line


def copied(made: Copied) -> str:
    """What ``backup`` did."""
    gone = f" {counted(made.removed, 'older one')} removed." if made.removed else ""
    held = f"{counted(made.papers, 'paper')}, {counted(made.notes, 'note')}, {_size(made.size)}"
    return f"Backup {line(str(made.path))}: {held}, checked.{gone}"


def copied_json(made: Copied) -> str:
    """The same as a JSON object; the size in bytes."""
    return as_json({**made._asdict(), "path": str(made.path)})


def restored(done: Restored) -> str:
    """What ``restore`` did."""
    kept = f"\nThe library before is kept as {line(str(done.kept))}." if done.kept else ""
    held = f"{counted(done.papers, 'paper')}, {counted(done.notes, 'note')}"
    return f"Restored {line(str(done.path))}: {held}.{kept}"


def restored_json(done: Restored) -> str:
    """The same as a JSON object."""
    return as_json({**done._asdict(), "path": str(done.path), "kept": str(done.kept) if done.kept else None})


def _size(count: int) -> str:
    """Bytes in words: 340 kB, 1.2 MB (powers of 1000)."""
    size, unit = count / 1000, "kB"
    if size >= 1000:
        size, unit = size / 1000, "MB"
    return f"{size:,.1f} {unit}" if size < 10 else f"{size:,.0f} {unit}"
