"""How long everyday commands take, beside the least a Typer program over SQLite can take. Gates nothing.

    python benchmarks/commands.py [--runs 15] [--papers 100000]

Every round runs each command once, and the base in the same round, so that what else the machine does falls on
all alike. The large library is made once, in ``.cache/``; each benchmark writes to a copy of it.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from readtrack import schema

if TYPE_CHECKING:
    from collections.abc import Iterator

CACHE = Path(__file__).parents[1] / ".cache"
BASE = [sys.executable, "-c", "import typer, sqlite3"]
READTRACK = [sys.executable, "-m", "readtrack"]
TARGET = 1.25

TOPICS = ["Compiler", "Serving", "Training in clusters", "Storage", "Networks", "Security", "Databases", "Vision"]
VENUES = ["OSDI", "SOSP", "NSDI", "EuroSys", "ATC", "MLSys", "NeurIPS", "ICML", "VLDB", "SIGMOD"]
STATUSES = dict(zip(schema.STATUSES, (70, 8, 4, 5, 11, 2), strict=True))
WORDS = """adaptive analysis asynchronous automatic batch cache cluster compiler consistent cost data deep distributed
    dynamic efficient elastic fast fault flexible generation gpu gradient graph hardware heterogeneous inference
    kernel language large latency learning low memory model network neural online operator optimization parallel
    placement policy prediction program query recovery reliable resource runtime sampling scalable scheduling search
    secure serverless serving sharing storage stream system tensor throughput training transformer workload""".split()
TAGS = [f"{a}-{b}" for a, b in product(WORDS[:20], WORDS[20:35])]


def build(path: Path, papers: int) -> None:
    """A library of synthetic papers: rows and copies go in as they are, triggers and indexes come after."""
    from readtrack.schema import derived

    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        schema.bring_up_to_date(conn)
        conn.execute("PRAGMA synchronous = OFF")
        conn.execute("BEGIN")
        derived.drop(conn)
        fill(conn, papers)
        derived.make(conn)
        conn.execute("COMMIT")
        conn.execute("ANALYZE")
        conn.execute("PRAGMA journal_mode = WAL")


def packed(held: object) -> str:
    """JSON as SQLite writes it: the copies are compared with it."""
    return json.dumps(held, separators=(",", ":"))


def fill(conn: sqlite3.Connection, papers: int) -> None:
    chance = random.Random(2020)
    people = [f"{chance.choice(WORDS).title()} {chance.choice(WORDS).title()}son {n}" for n in range(papers // 2 + 20)]
    places = [f"University of {a.title()} {b.title()}" for a, b in product(WORDS[:30], WORDS[:40])]
    conn.executemany("INSERT INTO authors VALUES (?)", [(name,) for name in people])
    conn.executemany("INSERT INTO affiliations VALUES (?)", [(name,) for name in places])
    conn.executemany("INSERT INTO tags VALUES (?)", [(name,) for name in TAGS])
    rows: dict[str, list[tuple[object, ...]]] = {table: [] for table in WIDTHS}
    noted = set(chance.sample(range(1, papers + 1), papers // 5))
    stamp = "2026-01-01T00:00:00.000Z"
    for paper in range(1, papers + 1):
        name = "Ansor" if paper == papers // 2 else None
        title = " ".join(chance.choices(WORDS, k=8)).capitalize() + f" {paper}"
        status = chance.choices(list(STATUSES), list(STATUSES.values()))[0]
        started, finished = ("2025-05" if status == "reading" else None), "2025" if status in schema.FINISHED else None
        rating = chance.randint(1, 5) if status == "read" else None
        names = chance.sample(people, chance.randint(1, 8))
        places_of = [chance.choice(places) for _ in names]
        tags = sorted(chance.sample(TAGS, min(len(TAGS), chance.choice((0, 1, 2, 2, 3, 3, 4, 4)))))
        note = " ".join(chance.choices(WORDS, k=25)) if paper in noted else None
        url = f"https://example.org/papers/{paper}.pdf"
        rows["authorships"] += [(paper, at, author) for at, author in enumerate(names, 1)]
        rows["authorship_affiliations"] += [(paper, at, 1, place) for at, place in enumerate(places_of, 1)]
        rows["paper_tags"] += [(paper, tag) for tag in tags]
        rows["links (paper, kind, url)"].append((paper, "pdf", url))
        if status != "unread":
            rows["readings (uid, paper, status, started_on, finished_on, rating)"].append(
                (f"r{paper}", paper, status, started, finished, rating)
            )
        if note:
            rows["notes (uid, paper, body, created_at, updated_at)"].append((f"n{paper}", paper, note, stamp, stamp))
        rows[PAPERS].append(
            (
                *(paper, "ansor" if name else f"paper{paper}", name, title, status, rating, packed(tags)),
                *(1 if note else 0, packed(names), packed(sorted(set(places_of), key=places_of.index))),
                *(chance.choice(TOPICS), chance.choice(VENUES), chance.randint(1990, 2026)),
                *(
                    packed([{"kind": "pdf", "url": url, "label": None}]),
                    "paper-conference",
                    started,
                    finished,
                    stamp,
                ),
            )
        )
        words = (title, name, ", ".join(names), ", ".join(tags), note)
        rows["papers_fts (rowid, title, name, authors, tags, notes)"].append((paper, *words))
        rows["papers_trigram (rowid, title, tags, notes)"].append((paper, title, ", ".join(tags), note))
    for table, width in WIDTHS.items():
        conn.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * width)})", rows[table])


PAPERS = (
    "papers (id, key, name, title, status, rating, tags, notes, authors, affiliations, topic, venue, year,"
    " links, type, started_on, finished_on, added_at)"
)
WIDTHS = {
    PAPERS: 18,
    "authorships": 3,
    "authorship_affiliations": 4,
    "paper_tags": 2,
    "links (paper, kind, url)": 3,
    "readings (uid, paper, status, started_on, finished_on, rating)": 6,
    "notes (uid, paper, body, created_at, updated_at)": 5,
    "papers_fts (rowid, title, name, authors, tags, notes)": 6,
    "papers_trigram (rowid, title, tags, notes)": 4,
}
"""Table -> how many values a row has; papers first, the rest refers to them."""


def commands() -> dict[str, Iterator[list[str]]]:
    """What is measured; each draws its next arguments, so that no write says what stands there already."""
    topic = "Training in clusters"

    def marks() -> Iterator[list[str]]:
        while True:
            yield ["mark", "Ansor", "--read"]
            yield ["mark", "ansor", "--reading"]

    def starts() -> Iterator[list[str]]:
        while True:
            yield ["start", "1"]
            yield ["start", "2"]

    def numbered(*arguments: str) -> Iterator[list[str]]:
        number = 0
        while True:
            number += 1
            yield [argument.format(number) for argument in arguments]

    return {
        "mark": marks(),
        "notes add": numbered("notes", "add", "Ansor", "Sketches and annotations, {}", "--page", "4"),
        "tags add": numbered("tags", "add", "Ansor", "tag-{}"),
        "list": numbered("list"),
        "list --status --topic": numbered("list", "--status", "unread", "--topic", topic),
        "show": numbered("show", "Ansor"),
        "open": numbered("open", "Ansor"),
        "search two words": numbered("search", "deep", "learning"),
        "search tens* -gpu": numbered("search", "tens*", "-gpu"),
        "search author:": numbered("search", "author:z*"),
        "next": numbered("next"),
        "log": numbered("log"),
        "undo": numbered("undo"),
        "redo": numbered("redo"),
        "plan --due": numbered("plan", "Ansor", "--due", "next friday", "--priority", "high"),
        "agenda": numbered("agenda"),
        "start": starts(),
        "done PAPER": numbered("done", "Ansor", "--minutes", "{}"),
        "review": numbered("review"),
        "goal": numbered("goal"),
        "stats": numbered("stats"),
        "stats --year": numbered("stats", "--year", "2025"),
        "(summary)": numbered(),
        "(completion)": numbered(),
    }


TARGETS = dict.fromkeys(("search", "log", "undo", "redo", "next", "stats"), 2.0) | {"plan": 1.7, "open": 1.7}
TARGETS |= dict.fromkeys(("agenda", "start", "done", "review", "goal", "(summary)", "(completion)"), 1.4)
"""First word of a command -> how many times the base it may take; the others ``TARGET``."""

TAB = {"_READTRACK_COMPLETE": "complete_bash", "COMP_WORDS": "readtrack mark ans", "COMP_CWORD": "2"}
"""What a shell says when the tab key is pressed."""


def timed(command: list[str], asked: dict[str, str] | None = None) -> float:
    """Milliseconds of one run; a command that fails, or offers nothing, ends the benchmark with what it said."""
    # Without bytecode every run would compile what was edited since: the compiler would be measured.
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    env |= {"BROWSER": "true"} | (asked or {})  # the program of this name: it opens nothing
    start = time.perf_counter()
    ran = subprocess.run(command, check=False, stdin=subprocess.DEVNULL, capture_output=True, text=True, env=env)
    took = (time.perf_counter() - start) * 1000
    if ran.returncode or (asked and not ran.stdout.strip()):
        raise RuntimeError(f"{' '.join(command)}: {ran.stderr}")
    return took


def measure(path: Path, runs: int) -> None:
    lines = commands()
    taken: dict[str, list[float]] = {name: [] for name in ("base", *lines)}
    for turn in range(runs + 1):  # the first round warms the caches
        for name in taken:
            arguments = [*READTRACK, "--db", str(path), *next(lines[name])] if name in lines else BASE
            took = timed(arguments, TAB | {"READTRACK_DB": str(path)} if name == "(completion)" else None)
            if turn:
                taken[name].append(took)
    base = statistics.median(taken["base"])
    print(f"  {'':24}{'median':>9}{'ratio':>8}")
    for name, times in taken.items():
        ratio = statistics.median(times) / base
        over = ratio > TARGETS.get(name.split()[0], TARGET)
        print(f"  {name:24}{statistics.median(times):6.1f} ms{ratio:8.2f}{'  over the target' if over else ''}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--papers", type=int, default=100_000)
    options = parser.parse_args()
    print(
        f"Python {sys.version.split()[0]}, SQLite {sqlite3.sqlite_version}, medians of {options.runs} interleaved runs"
    )
    print(f"base: python -c {BASE[2]!r}; target: at most {TARGET} times as long, or {TARGETS}")
    with tempfile.TemporaryDirectory() as scratch:
        small = Path(scratch) / "small.db"
        timed([*READTRACK, "--db", str(small), "init"])
        print("\n11 papers")
        measure(small, options.runs)
        large = Path(scratch) / "large.db"
        shutil.copy(library(options.papers), large)
        print(f"\n{options.papers:,} papers")
        measure(large, options.runs)


def library(papers: int) -> Path:
    """The synthetic library with so many papers, made once for each shape of a library."""
    kept = CACHE / f"benchmark-{papers}-v{schema.VERSION}-{fingerprint()}.db"
    if not kept.exists():
        CACHE.mkdir(exist_ok=True)
        start, making = time.perf_counter(), kept.with_suffix(".new")
        making.unlink(missing_ok=True)
        build(making, papers)
        making.rename(kept)
        print(f"\nmade {kept} in {time.perf_counter() - start:.0f} s")
    return kept


def fingerprint() -> str:
    """A short name for the shape of a library: a changed table, index or trigger makes a new one."""
    from hashlib import sha256

    from readtrack.schema import derived, tables

    return sha256(
        repr((tables.M001, tables.M002, derived.INDEXES, derived.TRIGGERS, fill.__code__.co_code)).encode()
    ).hexdigest()[:8]


if __name__ == "__main__":
    try:
        main()
    except RuntimeError as error:  # a command that fails is for the tests to tell
        print(f"stopped: {error}")
