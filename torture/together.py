"""Many at once: 4 command lines and 4 pages write, 4 others read; nothing is lost, and nobody is told of a lock.

    python torture/together.py [--seconds 60] [--seed N]

Every writer adds pairs of tags and notes to the same papers, marks a paper of its own, and counts up the number in one
note that all pages edit. Every reader looks that no pair was ever there by half, and that nothing once there is gone.
At the end the library holds all that was answered, once, and its history leads to all of it.
"""

from __future__ import annotations

import json
import os
import random
import sqlite3
import subprocess
import sys
import threading
import time
import traceback
from collections import Counter
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import scratch
from scratch import LIBRARY, Server, Wrong

PAPERS = ("ansor", "rammer", "gavel", "hived", "antman", "byteps", "kungfu", "pipeswitch")
WRITERS = 4
READERS = 2
"""Of each kind: command lines, and pages."""


def main() -> int:
    said = scratch.options("Let many use one library at once.", seconds=60)
    with scratch.scratch() as folder:
        scratch.done(folder, "init")
        scratch.done(folder, "notes", "add", "ansor", "0")
        crowd = Crowd(folder / LIBRARY, said.seconds)
        try:
            crowd.work(said.seed)
            crowd.look_back()
        except Wrong as wrong:
            print(f"together.py: {wrong}\nWhat was there stays in {folder}")
            return 1
        finally:
            crowd.server.kill()
    for what, count in sorted(crowd.counts.items()):
        print(f"  {count:>6} {what}")
    print(f"together.py: nothing lost, no error, nobody told of a lock. {said.seconds} s")
    return 0


class Crowd:
    """Those who use one library, and what they were told."""

    def __init__(self, path: Path, seconds: int) -> None:
        self.path = path
        self.server = Server(path)
        self.end = time.monotonic() + seconds
        self.counts: Counter[str] = Counter()
        self.added: set[tuple[str, str]] = set()  # (paper, tag or body of a note) that was answered
        self.rated: dict[str, str] = {}
        self.counted = 0
        self.seen: list[str] = []
        self.lock = threading.Lock()

    def work(self, seed: int) -> None:
        """Let all of them work until the end."""
        roles: list[Callable[[int, random.Random], None]] = [self.line, self.page]
        crowd = [(role, number) for role in roles for number in range(WRITERS)]
        crowd += [(role, number) for role in (self.line_reader, self.page_reader) for number in range(READERS)]
        threads = [
            threading.Thread(target=self._until_the_end, args=(role, number, random.Random(f"{seed} {each}")))
            for each, (role, number) in enumerate(crowd)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        if self.seen:
            raise Wrong("\n".join(self.seen[:10]))

    def _until_the_end(self, role: Callable[[int, random.Random], None], number: int, chance: random.Random) -> None:
        while time.monotonic() < self.end and not self.seen:
            try:
                role(number, chance)
            except Exception as error:
                what = str(error) if isinstance(error, Wrong) else traceback.format_exc()
                self.seen.append(f"{role.__name__} {number}: {what}")

    def _count(self, what: str, paper: str = "", *added: str) -> int:
        with self.lock:
            self.counts[what] += 1
            self.added |= {(paper, each) for each in added}
            return self.counts[what]

    def line(self, number: int, chance: random.Random) -> None:
        """Write once by a command line."""
        paper, own = chance.choice(PAPERS), PAPERS[number]
        turn = self._count("command lines begun")
        one, other = f"line-{number}-{turn}-one", f"line-{number}-{turn}-other"
        what = chance.randrange(3)
        if what == 0:
            self._line("tags", "add", paper, one, other)
            self._count("written by command lines", paper, one, other)
        elif what == 1:
            self._line("notes", "add", paper, one)
            self._count("written by command lines", paper, one)
        else:
            rating = str(chance.randint(1, 5))
            if self.rated.get(own) != rating:
                self._line("mark", own, "--read", "--rating", rating)
                self.rated[own] = rating
                self._count("written by command lines")

    def _line(self, *words: str) -> str:
        command = [sys.executable, "-m", "readtrack", *words]
        done = subprocess.run(command, cwd=self.path.parent, stdin=subprocess.DEVNULL, capture_output=True, text=True)
        waited = done.stderr.startswith("Waiting for another program")
        if done.returncode or "locked" in done.stderr or (done.stderr and not waited):
            raise Wrong(f"readtrack {' '.join(words)}: {done.returncode} {done.stderr}")
        if waited:
            self._count("command lines that waited more than a second")
        return done.stdout

    def page(self, number: int, chance: random.Random) -> None:
        """Write once by a page."""
        paper, own = chance.choice(PAPERS), PAPERS[WRITERS + number]
        turn = self._count("posts begun")
        one, other = f"page-{number}-{turn}-one", f"page-{number}-{turn}-other"
        what = chance.randrange(4)
        if what == 0:
            self._post("tag", {"paper": paper, "tag": f"{one}, {other}"})
            self._count("written by pages", paper, one, other)
        elif what == 1:
            self._post("note", {"paper": paper, "body": one})
            self._count("written by pages", paper, one)
        elif what == 2:
            rating = str(chance.randint(1, 5))
            if self.rated.get(own) != rating:
                self._post("mark", {"paper": own, "status": "read", "rating": rating})
                self.rated[own] = rating
                self._count("written by pages")
        else:
            self._count_up()

    def _post(self, verb: str, form: dict[str, str]) -> None:
        status, text = self.server.post(verb, form)
        if status != 200:
            raise Wrong(f"{verb} {form}: {status} {text}")

    def _count_up(self) -> None:
        """Put the next number into the note that all pages edit, as somebody does who sees the page."""
        status, text = self.server.get(f"/{self.path.stem}/notes.json?id=1&_shape=objects")
        if status != 200:
            raise Wrong(f"notes.json: {status} {text}")
        (note,) = json.loads(text)["rows"]
        form = {"note": "1", "body": str(int(note["body"]) + 1), "was": note["updated_at"]}
        status, text = self.server.post("edit-note", form)
        if status == 200:
            with self.lock:
                self.counted += 1
            self._count("written by pages")
        elif status == 409:
            self._count("edits refused because another page was faster")
        else:
            raise Wrong(f"edit-note {form}: {status} {text}")

    def line_reader(self, _number: int, chance: random.Random) -> None:
        """Read once by a command line."""
        if chance.random() < 0.2:
            self._line(*chance.choice((("stats",), ("log",), ("next",), ("search", "deep"))))
        else:
            self._look(lambda: json.loads(self._line("list", "--json")))
        self._count("read by command lines")

    def page_reader(self, _number: int, chance: random.Random) -> None:
        """Read once by a page."""
        if chance.random() < 0.5:
            url = chance.choice(("/papers", "/papers?_facet=tags", "/papers/1", "/papers?_search=deep", ""))
            status, text = self.server.get(f"/{self.path.stem}{url}")
            if status != 200:
                raise Wrong(f"{url}: {status} {text[:2000]}")
        else:
            self._look(self._papers)
        self._count("read by pages")

    def _papers(self) -> list[dict[str, Any]]:
        status, text = self.server.get(f"/{self.path.stem}/papers.json?_shape=objects&_nofacet=1&_size=max")
        if status != 200:
            raise Wrong(f"papers.json: {status} {text[:2000]}")
        rows = json.loads(text)["rows"]
        return [
            {**row, "tags": json.loads(row["tags"]) if isinstance(row["tags"], str) else row["tags"]} for row in rows
        ]

    def _look(self, papers: Callable[[], list[dict[str, Any]]]) -> None:
        """See that what was answered before is there, and no pair by half."""
        with self.lock:
            before = {(paper, each) for paper, each in self.added if each.endswith("-other")}
        found = papers()
        if len(found) != 11:
            raise Wrong(f"{len(found)} papers")
        tags = {(paper["key"], tag) for paper in found for tag in paper["tags"]}
        if gone := before - tags:
            raise Wrong(f"not seen: {sorted(gone)[:5]}")
        halves = {(paper, tag.rpartition("-")[0]) for paper, tag in tags}
        if 2 * len(halves) != len(tags):
            raise Wrong("a pair of tags is there by half")

    def look_back(self) -> None:
        """See that all is there, once, and in the history."""
        with closing(sqlite3.connect(self.path)) as conn:
            tags = conn.execute("SELECT key, tag FROM paper_tags JOIN papers ON papers.id = paper").fetchall()
            notes = conn.execute(
                "SELECT key, body FROM notes JOIN papers ON papers.id = paper WHERE notes.id > 1"
            ).fetchall()
            ((counted,),) = conn.execute("SELECT body FROM notes WHERE id = 1").fetchall()
            rated = dict(conn.execute("SELECT key, CAST(rating AS TEXT) FROM papers WHERE rating IS NOT NULL"))
            told = dict(conn.execute("SELECT actor, count(*) FROM changes GROUP BY actor").fetchall())
            opened = conn.execute("SELECT count(*) FROM changes WHERE open IS NOT NULL").fetchone()[0]
            broken = conn.execute(BROKEN).fetchall()
        once = Counter((*tags, *notes))
        if set(once) != self.added or any(count > 1 for count in once.values()):
            raise Wrong(f"lost {sorted(self.added - set(once))[:5]}, made up {sorted(set(once) - self.added)[:5]}")
        if (int(counted), rated) != (self.counted, self.rated):
            raise Wrong(f"counted to {counted} instead of {self.counted}; {rated} instead of {self.rated}")
        # What made the library, and the note with the number, came before.
        written = {"cli": self.counts["written by command lines"] + 2, "browser": self.counts["written by pages"]}
        if told != written or opened or broken:
            raise Wrong(f"changes {told} instead of {written}, {opened} open, history broken at {broken[:5]}")
        if wrong := scratch.unsound(self.path):
            raise Wrong(f"unsound: {wrong}")


# Where a row is before a change not what it was after the one before it.
BROKEN = """SELECT source, row, id
    FROM (SELECT *, lag(after) OVER (PARTITION BY source, row ORDER BY id) AS was FROM history)
    WHERE was IS NOT before"""


if __name__ == "__main__":
    os.environ.setdefault("PYTHONIOENCODING", "utf-8")
    with suppress(KeyboardInterrupt):
        sys.exit(main())
    sys.exit(130)
