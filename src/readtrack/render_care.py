"""Backups, and what is wrong with a library -> lines for a terminal, or JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from readtrack.render import Screen, as_json, counted, line, wrap

if TYPE_CHECKING:
    from readtrack.store.backups import Copied, Restored
    from readtrack.store.checks import Fault
    from readtrack.store.doctoring import Examined


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


_NO_BACKUP = ", where there is one. `readtrack export json` may still read the rest."


def examined(found: Examined, on: Screen) -> str:
    """What ``doctor`` saw, what it mended, and what to do about the rest."""
    rows = []
    if found.copy:
        rows += [f"Backup before anything was mended: {line(str(found.copy))}", "Mended:", *_faults(found.mended, on)]
    held = f"format {found.version}, {counted(found.papers, 'paper')}, {counted(found.notes, 'note')}"
    held += f", {counted(found.changes, 'change')}"
    name = line(str(found.path))
    if not found.faults:
        return "\n".join([*rows, f"{name} is sound: {held}."])
    rows += [f"{name} is not sound ({held}):", *_faults(found.faults, on)]
    mends = any(fault.mends for fault in found.faults)
    if mends:
        rows.append("`readtrack doctor --fix` mends what needs no guess, after a backup.")
    if found.copy or not mends:  # what cannot be checked may be mended with the rest
        last = f"; the latest is {line(str(found.last))}." if found.last else _NO_BACKUP
        rows += wrap(f"What cannot be mended is gone: `readtrack restore FILE` goes back to a backup{last}", on.width)
    return "\n".join(rows)


def _faults(faults: Sequence[Fault], on: Screen) -> list[str]:
    rows = []
    for fault in faults:
        many = f" ({fault.times:,})" if fault.times > 1 else ""
        first, *more = wrap(f"{line(fault.what)}{many}", on.width - 14)
        rows += [f"  {fault.check:<10}  {first}", *(" " * 14 + part for part in more)]
    return rows


def examined_json(found: Examined) -> str:
    """The same as a JSON object."""
    facts = found._asdict() | {
        name: [fault._asdict() for fault in getattr(found, name)] for name in ("faults", "mended")
    }
    return as_json(facts | {name: str(facts[name]) if facts[name] else None for name in ("path", "copy", "last")})


def _size(count: int) -> str:
    """Bytes in words: 340 kB, 1.2 MB (powers of 1000)."""
    size, unit = count / 1000, "kB"
    if size >= 1000:
        size, unit = size / 1000, "MB"
    return f"{size:,.1f} {unit}" if size < 10 else f"{size:,.0f} {unit}"
