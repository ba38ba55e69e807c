"""What the scripts of this folder share: commands and servers in processes of their own, and what a library holds.

Nothing of the user's own is in reach: every run works in a new folder, which stays where something went wrong.
"""

from __future__ import annotations

import argparse
import itertools
import os
import random
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from http.client import HTTPConnection, HTTPException
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlencode

from typer.main import get_command

from readtrack import cli
from readtrack.__main__ import main as readtrack
from readtrack.errors import ReadtrackError
from readtrack.store import doctoring

sys.path.append(str(Path(__file__).parents[1] / "tests"))
import faulty

LIBRARY = "readtrack.db"

# What differs between two runs of one command: when, and what came by chance.
_CHANCE = re.compile(
    r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)?"
    r"|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
)
_DERIVED = re.compile(r"_states|sqlite_stat\d|papers_(fts|trigram)_\w+")

Held = tuple[str, ...]
"""All that a library says: a row a text."""
DAY = "2026-01-05"


class Case(NamedTuple):
    """A command on a library: ``base`` the folder that holds it before."""

    kind: str
    base: str
    words: tuple[str, ...]


class Wrong(Exception):  # noqa: N818  it is what was seen, no mistake of the script
    """What must not be, as a sentence."""


def options(description: str, **numbers: int) -> argparse.Namespace:
    """The numbers that can be said on the command line, a seed among them; the seed is printed."""
    parser = argparse.ArgumentParser(description=description)
    for name, number in numbers.items():
        parser.add_argument(f"--{name}", type=int, default=number, help=f"default: {number}")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    said = parser.parse_args()
    print(f"{Path(sys.argv[0]).name}: seed {said.seed}", flush=True)
    random.seed(said.seed)
    return said


@contextmanager
def scratch() -> Iterator[Path]:
    """A new folder with a home in it, removed at the end unless something went wrong."""
    folder = Path(tempfile.mkdtemp(prefix="readtrack-torture-"))
    (folder / "home").mkdir()
    for name in [name for name in os.environ if name.startswith(("READTRACK_", "XDG_", "DATASETTE_"))]:
        del os.environ[name]
    os.environ["HOME"] = str(folder / "home")
    try:
        yield folder
    except BaseException:
        print(f"What was there stays in {folder}", flush=True)
        raise
    shutil.rmtree(folder)


def load_everything() -> None:
    """Import what commands import, so that a process forked from this one begins with the work itself."""
    group: Any = get_command(cli.app)
    for name in cli.COMMANDS:
        group.get_command(None, name)
    for name in ("readtrack.schema.migrations", "readtrack.store.backups", "readtrack.store.undoing", "rich.console"):
        import_module(name)


def begin(folder: Path, words: tuple[str, ...], out: Path, first: Callable[[], None] = lambda: None) -> int:
    """Start a command line in ``folder``, in a process of its own that calls ``first``; its id.

    What it prints goes to the file ``out``, and its errors to ``out`` with ".err".
    """
    errors = out.with_suffix(".err")
    for file in (out, errors):
        file.write_bytes(b"")
    process = os.fork()
    if process:
        return process
    try:
        os.chdir(folder)
        for number, file in enumerate((Path(os.devnull), out, errors)):
            os.dup2(os.open(file, os.O_RDWR), number)
        first()
        sys.argv = ["readtrack", *words]
        readtrack()
    except BaseException:
        traceback.print_exc()
        sys.stderr.flush()
    os._exit(70)


def ended(process: int) -> int:
    """Wait for a process; its exit code, below 0 if a signal ended it."""
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def run(folder: Path, *words: str, first: Callable[[], None] = lambda: None) -> tuple[int, str]:
    """The exit code of a command line, and what it printed."""
    out = Path(os.environ["HOME"]).with_name("out")
    code = ended(begin(folder, words, out, first))
    return code, "".join(file.read_text("utf-8", "replace") for file in (out, out.with_suffix(".err")))


def held(path: Path) -> Held:
    """All that a library says, as text that is equal for equal libraries; nothing, where there is none.

    Left out is what comes by chance, and what search keeps for itself; what search finds is in it.
    """
    if not path.exists():
        return ()
    with closing(sqlite3.connect(f"file:{path}?mode=rw", uri=True)) as conn:
        # The format-1 library keeps no statistics: "sql" tells the shape, user_version the format.
        shape = conn.execute("SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY 1, 2")
        said = [repr(shape.fetchall()), repr(conn.execute("PRAGMA user_version").fetchone())]
        tables = conn.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
        for (table,) in tables:
            if not _DERIVED.fullmatch(table):
                columns = [column for _, column, *_ in conn.execute(f"PRAGMA table_info ({table})") if column != "mark"]
                rows = conn.execute(f"SELECT {', '.join(columns)} FROM {table}").fetchall()
                said += [f"{table} {_CHANCE.sub('*', repr(row))}" for row in sorted(rows, key=repr)]
    return tuple(sorted(said))


def unsound(path: Path) -> list[str]:
    """What SQLite and doctor find wrong with a library."""
    wrong = []
    with closing(sqlite3.connect(f"file:{path}?mode=rw", uri=True)) as conn:
        wrong += [str(row) for row in conn.execute("PRAGMA integrity_check") if row != ("ok",)]
        wrong += [f"foreign key {row}" for row in conn.execute("PRAGMA foreign_key_check")]
        for table in ("papers_fts", "papers_trigram"):
            try:
                conn.execute(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")
            except sqlite3.DatabaseError as error:
                wrong.append(f"{table}: {error}")
        conn.rollback()
    try:
        wrong += [
            f"{each.check}: {each.what}" for each in doctoring.doctor(path, fix=False, on_wait=lambda: None).faults
        ]
    except ReadtrackError as error:
        wrong.append(str(error))
    return wrong


def done(folder: Path, *words: str) -> str:
    """What a command line printed that nothing may keep from ending well."""
    code, text = run(folder, *words)
    if code:
        raise Wrong(f"readtrack {' '.join(words)} ended with {code}: {text}")
    return text


class Whole(NamedTuple):
    """How a command runs to its end: the states between whole commands, the seconds from the first to the last, and
    how often SQLite writes."""

    states: list[Held]
    length: float
    writes: int


def whole(folder: Path, now: Path, case: Case) -> Whole:
    """Run ``case`` three times on copies of its base, the folder ``now``."""
    renew(folder, now, case.base)
    states = [held(now / LIBRARY)]
    if case.base == "old" and case.words != ("list",):
        done(now, "list")  # bringing it up to date is whole by itself
        states.append(held(now / LIBRARY))
    lengths = []
    for _ in range(3):
        renew(folder, now, case.base)
        began = time.monotonic()
        done(now, *case.words)
        lengths.append(time.monotonic() - began)
    states.append(held(now / LIBRARY))
    if wrong := unsound(now / LIBRARY):
        raise Wrong(f"unsound without any fault: {wrong}")
    renew(folder, now, case.base)
    return Whole(states, sorted(lengths)[1], _writes(now, case.words))


def _writes(now: Path, words: tuple[str, ...]) -> int:
    counted = Path(os.environ["HOME"]).with_name("writes")
    counted.write_bytes(b"")

    def first() -> None:
        file = os.open(counted, os.O_WRONLY | os.O_APPEND)
        faulty.before_writes(lambda: os.write(file, b".") - 1, growing=False)

    run(now, *words, first=first)
    return counted.stat().st_size


def dying(write: int) -> Callable[[], None]:
    """To be done first in a process: it is killed when SQLite is about to write, shorten or remove a file for the
    ``write``th time."""
    numbers = itertools.count(1)

    def answer() -> int:
        if next(numbers) == write:
            os.kill(os.getpid(), signal.SIGKILL)
        return 0

    return lambda: faulty.before_writes(answer, growing=False)


def starving(writes: int) -> Callable[[], None]:
    """To be done first in a process: the disk is full when SQLite has written ``writes`` times."""
    return lambda: faulty.full_disk(writes)


def renew(folder: Path, now: Path, base: str) -> None:
    """Make of the folder ``now`` a copy of a base."""
    shutil.rmtree(now, ignore_errors=True)
    shutil.copytree(folder / base, now)


def difference(one: Held, other: Held) -> str:
    """The first few rows in which two libraries differ."""
    gone, new = sorted(set(one) - set(other)), sorted(set(other) - set(one))
    return "\n".join([*(f"    - {row[:300]}" for row in gone[:4]), *(f"    + {row[:300]}" for row in new[:4])])


class Server:
    """Datasette on a library, in a process of its own."""

    def __init__(self, path: Path, log: Path | None = None) -> None:
        with closing(socket.socket()) as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        self.path = path
        self.log = log or path.with_name(f"{self.port}.log")
        with self.log.open("wb") as out:
            command = [sys.executable, "-m", "datasette", "serve", str(path), "--port", str(self.port)]
            self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=out)
        self.token = self._token()

    def _token(self) -> str:
        end = time.monotonic() + 60
        while True:
            with suppress(OSError, HTTPException):
                status, text = self.get(f"/{self.path.stem}/papers")
                if status == 200:
                    found = re.search(r'data-token="([^"]+)"', text)
                    if not found:
                        raise Wrong("the page has no form to write with")
                    return found[1]
            if self.process.poll() is not None or time.monotonic() > end:
                raise Wrong(f"Datasette does not answer: {self.log.read_text()}")
            time.sleep(0.05)

    def get(self, url: str, client: HTTPConnection | None = None) -> tuple[int, str]:
        """The status and the text of a page."""
        return self._asked(client, "GET", url, None, {})

    def post(self, verb: str, form: dict[str, str], client: HTTPConnection | None = None) -> tuple[int, str]:
        """The status and the JSON that a script gets which writes."""
        body = urlencode({"token": self.token, **form})
        headers = {"Accept": "application/json", "Content-Type": "application/x-www-form-urlencoded"}
        return self._asked(client, "POST", f"/-/readtrack/{self.path.stem}/{verb}", body, headers)

    def _asked(
        self, client: HTTPConnection | None, method: str, url: str, body: str | None, headers: dict[str, str]
    ) -> tuple[int, str]:
        conn = client or HTTPConnection("127.0.0.1", self.port, timeout=120)
        try:
            conn.request(method, url, body, headers)
            answer = conn.getresponse()
            return answer.status, answer.read().decode("utf-8", "replace")
        finally:
            if not client:
                conn.close()

    def kill(self) -> None:
        """End it at once."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
