"""How long the same jobs take in readtrack, taskwarrior and buku, where they can do them. Gates nothing.

    python benchmarks/peers.py [--runs 7] [--items 10000]

Each gets the same titles, topics and tags; every round runs each job once in each program. ``task`` and ``buku`` are
measured where they are installed: `apt install taskwarrior`, `pip install buku`.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from commands import BASE, READTRACK, library, timed

if TYPE_CHECKING:
    from collections.abc import Iterator

    Jobs = dict[str, list[str]]

QUIET = ["rc.confirmation=no", "rc.verbose=nothing", "rc.bulk=0", "rc.gc=on"]


def papers(path: Path) -> list[tuple[int, str, str, list[str]]]:
    """Number, title, topic and tags of all papers of a library."""
    with closing(sqlite3.connect(path)) as conn:
        rows = conn.execute("SELECT id, title, topic, tags FROM papers ORDER BY id").fetchall()
    return [(number, title, topic, json.loads(tags)) for number, title, topic, tags in rows]


def readtrack(folder: Path, source: Path) -> Jobs:
    """The jobs of readtrack, on a copy of the library."""
    path = folder / "readtrack.db"
    shutil.copy(source, path)
    run = [*READTRACK, "--db", str(path)]
    return {
        "mark": [*run, "mark", "Ansor", "--{}"],
        "note": [*run, "notes", "add", "Ansor", "Sketches and annotations, {}"],
        "undo": [*run, "undo"],
        "list by topic": [*run, "list", "--topic", "Compiler", "--status", "queued"],
        "search two words": [*run, "search", "deep", "learning"],
        "next": [*run, "next"],
        "stats": [*run, "stats"],
    }


def taskwarrior(folder: Path, source: Path) -> Jobs:
    """The jobs of taskwarrior: a paper is a task, its topic the project, what is read has the tag ``read``."""
    os.environ.update(TASKDATA=str(folder / "task"), TASKRC=str(folder / "taskrc"))
    (folder / "taskrc").write_text(f"data.location={folder / 'task'}\nnews.version=9.9.9\n", "utf-8")
    tasks = [
        {
            "uuid": f"00000000-0000-4000-8000-{number:012}",
            "status": "pending",
            "entry": "20260101T000000Z",
            "description": title,
            "project": topic,
            "tags": tags,
        }
        for number, title, topic, tags in papers(source)
    ]
    (folder / "tasks.json").write_text(json.dumps(tasks), "utf-8")
    run = ["task", *QUIET]
    subprocess.run([*run, "import", str(folder / "tasks.json")], check=True, capture_output=True)
    first = tasks[0]["uuid"]
    return {
        "mark": [*run, str(first), "modify", "+{}"],
        "note": [*run, str(first), "annotate", "Sketches and annotations, {}"],
        "undo": [*run, "undo"],
        "list by topic": [*run, "project:Compiler", "list"],
        "search two words": [*run, "/deep/", "/learning/", "list"],
        "next": [*run, "next", "limit:5"],
        "stats": [*run, "stats"],
    }


def buku(folder: Path, source: Path) -> Jobs:
    """The jobs of buku: a paper is a bookmark; its notes are the description, its topic and what is read are tags."""
    os.environ["XDG_DATA_HOME"] = str(folder)
    (folder / "buku").mkdir()
    run = ["buku", "--nostdin", "--tacit"]
    subprocess.run([*run, "--print"], check=False, capture_output=True)  # makes its file
    with closing(sqlite3.connect(folder / "buku" / "bookmarks.db")) as conn, conn:
        conn.executemany(
            "INSERT INTO bookmarks (URL, metadata, tags) VALUES (?, ?, ?)",
            [
                (f"https://example.org/papers/{number}.pdf", title, f",{','.join(sorted([topic.lower(), *tags]))},")
                for number, title, topic, tags in papers(source)
            ],
        )
    return {
        "mark": [*run, "--update", "1", "--tag", "+", "{}"],
        "note": [*run, "--update", "1", "--comment", "Sketches and annotations, {}"],
        "list by topic": [*run, "--nc", "--print", "--stag", "compiler"],
        "search two words": [*run, "--nc", "--sall", "deep", "learning"],
    }


PROGRAMS = {"readtrack": readtrack, "task": taskwarrior, "buku": buku}


def drawn(command: list[str]) -> Iterator[list[str]]:
    """The command again and again, so that no write says what stands there already."""
    for number in count(1):
        status = ("read", "reading")[number % 2]
        yield [part.format(status if part in ("--{}", "+{}", "{}") else number) for part in command]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--items", type=int, default=10_000)
    options = parser.parse_args()
    source = library(options.items)
    with tempfile.TemporaryDirectory() as scratch:
        jobs: dict[tuple[str, str], Iterator[list[str]]] = {}
        for program, prepare in PROGRAMS.items():
            if program != "readtrack" and not shutil.which(program):
                print(f"{program} is not installed")
                continue
            folder = Path(scratch) / program
            folder.mkdir()
            jobs |= {(job, program): drawn(command) for job, command in prepare(folder, source).items()}
        taken: dict[tuple[str, str], list[float]] = {}
        for turn in range(options.runs + 1):
            for key, commands in [(("base", "python"), iter([BASE])), *jobs.items()]:
                took = timed(next(commands))
                if turn:
                    taken.setdefault(key, []).append(took)
    print(f"Python {sys.version.split()[0]}, {options.items:,} items, medians of {options.runs} interleaved runs, ms")
    print(f"  base: python -c {BASE[2]!r}: {statistics.median(taken['base', 'python']):.0f}")
    print(f"  {'':20}" + "".join(f"{program:>12}" for program in PROGRAMS))
    for job in dict.fromkeys(job for job, _ in jobs):
        cells = [taken.get((job, program)) for program in PROGRAMS]
        print(
            f"  {job:20}" + "".join(f"{statistics.median(times):12.0f}" if times else f"{'-':>12}" for times in cells)
        )


if __name__ == "__main__":
    main()
