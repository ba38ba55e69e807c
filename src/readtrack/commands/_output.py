"""Files that an export writes: none is replaced without --force, and none is ever half written."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import typer

from readtrack.commands import tell
from readtrack.errors import RefusedError
from readtrack.render import plain


def pieces(path: Path | None, text: Iterable[str], *, force: bool) -> None:
    """Write ``text`` to ``path``, or to standard output, in UTF-8.

    Raises:
        RefusedError: the file is there already and ``force`` is not given, or it cannot be written.
    """
    if path is None:
        _to_standard_output(text)
        return
    given, path = path, Path(os.path.realpath(path))  # a link stays a link
    if path.exists() and not path.is_file():
        with _faults(given), path.open("w", encoding="utf-8", errors="replace", newline="") as device:
            device.writelines(text)
        return
    if path.exists() and not force:
        raise RefusedError(f"{given} is there already; nothing was written. Replace it with --force.")
    with _faults(given):
        _whole(path, text)
    tell(f"Wrote {given}.")


def _to_standard_output(text: Iterable[str]) -> None:
    if sys.stdout.isatty():  # somebody looks; a program gets all as it is
        text = map(plain, text)
    # Not sys.stdout: redirected, that may be in an encoding that has no word for half of the names.
    try:
        for piece in text:
            sys.stdout.buffer.write(piece.encode("utf-8", "replace"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:  # nobody reads on: `readtrack export json | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(1) from None
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise RefusedError(f"standard output cannot be written: {why}.") from error


def folder(path: Path, files: Iterable[tuple[str, str]], *, force: bool) -> None:
    """Write each (name, text) of ``files`` into the folder ``path``; those that say the same already stay.

    Raises:
        RefusedError: one that says something else is there and ``force`` is not given: nothing is written then.
    """
    held = list(files)
    with _faults(path):
        changed = [(name, text) for name, text in held if not _says(path / name, text)]
        there = [name for name, _ in changed if (path / name).exists()]
        if there and not force:
            raise RefusedError(f"{path / there[0]} is there already; nothing was written. Replace it with --force.")
        path.mkdir(parents=True, exist_ok=True)
        for name, text in changed:
            _whole(path / name, [text])
    files_ = "1 file" if len(held) == 1 else f"{len(held):,} files"
    tell(f"{files_} in {path}, {len(changed):,} of them new or changed.")


def _says(path: Path, text: str) -> bool:
    return path.exists() and path.read_bytes() == text.encode("utf-8", "replace")


def _whole(path: Path, text: Iterable[str]) -> None:
    """Write beside ``path`` first, and give it that name when all of it is on disk."""
    making = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with making.open("w", encoding="utf-8", errors="replace", newline="") as file:
            _write(file, text)
        if path.exists():
            making.chmod(path.stat().st_mode)
        making.replace(path)
    finally:
        making.unlink(missing_ok=True)


def _write(file: TextIO, text: Iterable[str]) -> None:
    for piece in text:
        file.write(piece)
    file.flush()
    os.fsync(file.fileno())


@contextmanager
def _faults(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise RefusedError(f"{path} cannot be written: {why}. Nothing was replaced.") from error
