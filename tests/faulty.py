"""System calls of SQLite that fail: of this process only, and never put back, so to be used in one that ends soon.

SQLite lets every call be replaced by another (https://www.sqlite.org/c3ref/vfs.html, xSetSystemCall). Only on Linux is
it certain that Python can stand in for them.
"""

from __future__ import annotations

import ctypes
import errno
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

_POINTER = ctypes.c_void_p
_WRITE = ctypes.CFUNCTYPE(ctypes.c_ssize_t, ctypes.c_int, _POINTER, ctypes.c_size_t, ctypes.c_longlong, use_errno=True)
_LOCK = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int, ctypes.c_int, _POINTER, use_errno=True)
_TRUNCATE = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int, ctypes.c_longlong, use_errno=True)
_UNLINK = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_char_p, use_errno=True)
_SET = ctypes.CFUNCTYPE(ctypes.c_int, _POINTER, ctypes.c_char_p, _POINTER)
_GET = ctypes.CFUNCTYPE(_POINTER, _POINTER, ctypes.c_char_p)

_CHANGING = {"pwrite": _WRITE, "pwrite64": _WRITE, "ftruncate": _TRUNCATE, "unlink": _UNLINK}
_GROWING = ("pwrite", "pwrite64")


class _Vfs(ctypes.Structure):
    _fields_ = [
        ("version", ctypes.c_int),
        ("size", ctypes.c_int),
        ("longest_path", ctypes.c_int),
        ("next", _POINTER),
        ("name", ctypes.c_char_p),
        ("data", _POINTER),
        ("methods", _POINTER * 13),
        ("set", _SET),
        ("get", _GET),
    ]


_kept: list[Any] = []


def _sqlite() -> Any:
    import _sqlite3

    if not sys.platform.startswith("linux"):
        raise OSError("only on Linux")
    library = ctypes.CDLL(getattr(_sqlite3, "__file__", None))
    library.sqlite3_vfs_find.restype = ctypes.POINTER(_Vfs)
    return library


def possible() -> bool:
    """Whether the calls of this Python's SQLite can be replaced."""
    try:
        return bool(_sqlite().sqlite3_vfs_find(None).contents.version >= 3)
    except (OSError, AttributeError):
        return False


def _replace(name: str, kind: Any, answer: Callable[..., int]) -> None:
    """Have ``answer`` say the number of the error with which a call fails, before it is made; 0: it is made."""
    found = _sqlite().sqlite3_vfs_find(None)
    address = found.contents.get(found, name.encode())
    if not address:
        return
    real = kind(address)

    def called(*arguments: Any) -> int:
        if number := answer(*arguments):
            ctypes.set_errno(number)
            return -1
        return int(real(*arguments))

    _kept.append(kind(called))
    found.contents.set(found, name.encode(), ctypes.cast(_kept[-1], _POINTER))


def before_writes(answer: Callable[[], int], *, growing: bool) -> None:
    """Ask ``answer`` before SQLite writes; ``growing``: and not before it makes a file shorter or removes one."""
    for name, kind in _CHANGING.items():
        if name in _GROWING or not growing:
            _replace(name, kind, lambda *_: answer())


def full_disk(after: int, number: int = errno.ENOSPC) -> None:
    """The disk is full when SQLite has written ``after`` times, and stays so."""
    left = after

    def answer() -> int:
        nonlocal left
        left -= 1
        return number if left < 0 else 0

    before_writes(answer, growing=True)


def no_locks(number: int, files: str = "") -> None:
    """No file whose name ends in ``files`` can be locked, as on some network drives."""
    import fcntl

    def answer(file: int, command: int, _lock: Any) -> int:
        locks = command in (fcntl.F_SETLK, fcntl.F_SETLKW)
        return number if locks and Path(f"/proc/self/fd/{file}").readlink().name.endswith(files) else 0

    _replace("fcntl", _LOCK, answer)


if __name__ == "__main__":
    # python tests/faulty.py full_disk:3 mark Ansor --read; no_locks:22,-shm list
    name, _, given = sys.argv.pop(1).partition(":")
    number, _, files = given.partition(",")
    full_disk(int(number)) if name == "full_disk" else no_locks(int(number), files)
    from readtrack.__main__ import main

    main()
