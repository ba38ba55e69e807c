"""kill -9 at random moments: the library is as before the command or as after it, and sound.

    python torture/kill.py [--times 500] [--seed N]

Each time a command begins on a copy of a library, and is killed after a part of the time it takes, or before one of
SQLite's writes, by chance. Every second time another program has the library open. Then SQLite and doctor look through
the library, and all its rows are compared with those before the command, and with those after the same command was left
to end. What a command or a page had said by then is there.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from contextlib import suppress
from http.client import HTTPException
from pathlib import Path

import scratch
from bases import CASES, make_bases
from scratch import DAY, LIBRARY, Case, Held, Wrong, done

POSTS = (
    ("mark", {"paper": "gavel", "status": "read", "on": DAY, "rating": "4"}),
    ("note", {"paper": "gavel", "body": "Heterogeneity counts. " * 500}),
    ("tag", {"paper": "gavel", "tag": "gpu, scheduling"}),
    ("edit-note", {"note": "1", "body": "Something else."}),
    ("untag", {"paper": "ansor", "tag": "search"}),
    ("plan", {"paper": "hived", "due": "2027-01-01", "priority": "high"}),
    ("remove-note", {"note": "1"}),
)

# Has read, and keeps the library open: SQLite then leaves its -wal file to whoever comes next.
NEIGHBOUR = """
import sqlite3, sys
conn = sqlite3.connect(sys.argv[1])
conn.execute("SELECT count(*) FROM papers").fetchone()
print("ready", flush=True)
sys.stdin.read()
"""


def main() -> int:
    said = scratch.options("Kill readtrack at random moments.", times=500)
    scratch.load_everything()
    began = time.monotonic()
    with scratch.scratch() as folder:
        make_bases(folder)
        kinds = [*dict.fromkeys(case.kind for case in CASES), "browser"]
        rounds = [kinds[number % len(kinds)] for number in range(said.times)]
        counts: Counter[tuple[str, str]] = Counter()
        killer = Killer(folder)
        for number, kind in enumerate(rounds):
            try:
                counts[
                    kind, killer.browser() if kind == "browser" else killer.command(kind, random.random() < 0.5)
                ] += 1
            except Wrong as wrong:
                print(f"kill.py: {kind}, round {number}: {wrong}\nWhat was there stays in {folder}")
                return 1
        shutil.rmtree(folder / "now", ignore_errors=True)
    for kind in sorted(set(rounds)):
        states = ", ".join(f"{count} {state}" for (of, state), count in sorted(counts.items()) if of == kind)
        print(f"  {kind:<10} {sum(count for (of, _), count in counts.items() if of == kind):>4} killed: {states}")
    print(f"  {killer.writing} were caught writing; {killer.leftovers} left a file behind, which doctor removed;")
    print(f"  {killer.ended} more had ended before they were killed, and are not counted.")
    print(f"kill.py: {len(rounds)} killed, every library sound and whole. {time.monotonic() - began:.0f} s")
    return 0


def written(folder: Path) -> list[Path]:
    """The files in which something stands."""
    return [each for each in folder.rglob("*") if each.is_file() and each.stat().st_size]


class Killer:
    """Kills commands and servers, and knows how libraries look that nobody killed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.now = folder / "now"
        self.ended = self.leftovers = self.writing = 0
        self._known: dict[Case, scratch.Whole] = {}
        self._posted: tuple[list[Held], float] | None = None

    def command(self, kind: str, accompanied: bool) -> str:
        """Kill a command of this kind; the state in which the library is: "before", "between" or "after"."""
        case = random.choice([case for case in CASES if case.kind == kind])
        whole = self._whole(case)
        while True:
            scratch.renew(self.folder, self.now, case.base)
            out = self.folder / "now.out"
            neighbour = self._neighbour() if accompanied and case.base != "none" and kind != "restore" else None
            if random.random() < 0.5:
                last = random.choice((whole.writes, 60))  # near the end it commits
                write = random.randint(max(1, whole.writes - last + 1), whole.writes)
                process = scratch.begin(self.now, case.words, out, scratch.dying(write))
            else:
                process = scratch.begin(self.now, case.words, out)
                time.sleep(random.uniform(0, whole.length * 1.05))
                os.kill(process, signal.SIGKILL)
            code = scratch.ended(process)
            if neighbour:
                neighbour.communicate()
            if code == -signal.SIGKILL:
                break
            self.ended += 1
        told = bool(out.read_text("utf-8", "replace").strip())
        writing = any(re.search(r"\.new|-journal$|\.restored|-wal$", each.name) for each in written(self.now))
        self.writing += writing
        state = self._state(whole.states, told, " ".join(case.words)[:60])
        self._look_around(case)
        return ("before", "after")[state] if len(whole.states) == 2 else ("before", "migrated", "after")[state]

    def browser(self) -> str:
        """Kill Datasette while a page writes; how many writes it had answered."""
        states, length = self._posted_whole()
        while True:
            scratch.renew(self.folder, self.now, "small")
            server = scratch.Server(self.now / LIBRARY)
            killer = threading.Timer(random.uniform(0, length * 1.05), server.kill)
            killer.start()
            answered = self._post(server)
            alive = server.process.poll() is None
            killer.join()
            if answered < len(POSTS) or alive:
                break
            self.ended += 1
        self._state(states[answered : answered + 2], False, f"after {answered} writes")
        if unsound := scratch.unsound(self.now / LIBRARY):
            raise Wrong(f"unsound after {answered} writes: {unsound}")
        return f"after {answered} answers"

    def _neighbour(self) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-S", "-c", NEIGHBOUR, LIBRARY],
            cwd=self.now, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        if process.stdout:
            process.stdout.readline()
        return process

    def _whole(self, case: Case) -> scratch.Whole:
        if case not in self._known:
            self._known[case] = scratch.whole(self.folder, self.now, case)
        return self._known[case]

    def _posted_whole(self) -> tuple[list[Held], float]:
        if self._posted is None:
            scratch.renew(self.folder, self.now, "small")
            server = scratch.Server(self.now / LIBRARY)
            began = time.monotonic()
            self._post(server)
            length = time.monotonic() - began
            server.kill()
            scratch.renew(self.folder, self.now, "small")
            server = scratch.Server(self.now / LIBRARY)
            states = [scratch.held(server.path)]
            for verb, form in POSTS:
                status, text = server.post(verb, form)
                if status != 200:
                    raise Wrong(f"{verb} is answered by {status}: {text}")
                states.append(scratch.held(server.path))
            server.kill()
            self._posted = [*states, states[-1]], length
        return self._posted

    def _post(self, server: scratch.Server) -> int:
        """Post one after the other until the server is gone; how many were answered."""
        for answered, (verb, form) in enumerate(POSTS):
            try:
                status, text = server.post(verb, form)
            except (OSError, HTTPException):
                return answered
            if status != 200:
                raise Wrong(f"{verb} is answered by {status}: {text}")
        return len(POSTS)

    def _state(self, states: list[Held], told: bool, what: str) -> int:
        """Which of ``states`` the library is in; ``told``: the command had said that it was done."""
        path = self.now / LIBRARY
        found = scratch.held(path)
        if found not in states:
            raise Wrong(f"{what}: between two states\n{scratch.difference(states[-1], found)}")
        if told and found != states[-1]:
            raise Wrong(f"{what}: it said that it was done, and it is not\n{scratch.difference(states[-1], found)}")
        # A command that changes nothing leaves what is before and after.
        return len(states) - 1 - states[::-1].index(found) if told else states.index(found)

    def _look_around(self, case: Case) -> None:
        """What else is there is whole too, and the next commands work."""
        path = self.now / LIBRARY
        before = self._whole(case).states[0]
        for copy in [*self.now.glob("readtrack-backups/[!.]*.db"), *self.now.glob("readtrack-*.db")]:
            if scratch.held(copy) != before:
                raise Wrong(f"{copy.name} is not as the library was:\n{scratch.difference(before, scratch.held(copy))}")
        if case.base == "kept" and not list(self.now.glob("readtrack-backups/[!.]*.db")):
            raise Wrong("no backup is left")
        if not path.exists():
            if case.base != "none" or [each for each in self.now.iterdir() if not each.name.startswith(".")]:
                raise Wrong("the library is gone")
            done(self.now, "init")
        if case.base == "broken":
            done(self.now, "doctor", "--fix")
        left = scratch.unsound(path)
        if left and all(each.startswith("files: left by a program that was killed") for each in left):
            self.leftovers += 1
            done(self.now, "doctor", "--fix")
            left = scratch.unsound(path)
            left += [each.name for each in self.now.rglob(".*")]
        if left:
            raise Wrong(f"unsound after {' '.join(case.words)[:60]}: {left}")
        if case.base in ("old", "broken") and scratch.held(path) not in self._whole(case).states[1:]:
            raise Wrong("not brought up to date, or mended, by the next command")


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        sys.exit(main())
    sys.exit(130)
