"""How long an import takes and how much memory it needs, beside the least that the same work can take. Gates nothing.

    python benchmarks/imports.py [--json 100000] [--bib 24000] [--runs 3]

A readtrack JSON file is measured beside the same rows put in with plain ``executemany`` into a copy of the tables with
their indexes and without triggers; a .bib file beside pybtex, which only parses it (`pip install pybtex`). Both are
also measured at a quarter of the size, to show that time grows in proportion. The files are made from the synthetic
library of ``commands.py``.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from commands import READTRACK, WORDS, library

from readtrack import schema

ACCENTS = (
    r"M{\"u}ller",
    r"Garc{\'\i}a",
    r"Erd{\H o}s",
    r"{\L}ukasiewicz",
    r"S{\o}rensen",
    "Zhang",
    "Lovelace",
    "Knuth",
)
ALLOWED_JSON, ALLOWED_BIB, ALLOWED_MEMORY = 4, 3, 200


class Run(NamedTuple):
    """Seconds, and MiB of memory at the peak."""

    seconds: float
    peak: float


def run(command: list[str]) -> Run:
    """One run in a process of its own."""
    watched = (
        "import resource, subprocess, sys, time; t = time.perf_counter(); subprocess.run(sys.argv[1:], check=True,"
        " stdout=subprocess.DEVNULL); print(time.perf_counter() - t,"
        " resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)"
    )
    ran = subprocess.run([sys.executable, "-c", watched, *command], check=True, capture_output=True, text=True)
    return Run(*map(float, ran.stdout.split()))


def median(runs: int, once: Callable[[], Run]) -> Run:
    """The median run by time, with the highest peak of all."""
    all_ = [once() for _ in range(runs)]
    return Run(statistics.median(each.seconds for each in all_), max(each.peak for each in all_))


def import_into_nothing(file: Path) -> Run:
    """``readtrack import`` into a library that is not there yet."""
    with tempfile.TemporaryDirectory() as scratch:
        return run([*READTRACK, "--db", f"{scratch}/new.db", "import", str(file)])


def plain_rows(source: Path) -> Run:
    """The rows of ``source`` by ``executemany`` into a copy of its tables, with the indexes and without triggers."""
    with closing(sqlite3.connect(source)) as conn:
        shadow = ("papers_fts_", "papers_trigram_", "sqlite_", "_")
        named = [name for (name,) in conn.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        rows = {name: conn.execute(f"SELECT * FROM {name}").fetchall() for name in named if not name.startswith(shadow)}
        for name in ("papers_fts", "papers_trigram"):
            rows[name] = conn.execute(f"SELECT rowid, * FROM {name}").fetchall()
    with tempfile.TemporaryDirectory() as scratch, closing(sqlite3.connect(f"{scratch}/new.db")) as conn:
        conn.isolation_level = None
        schema.bring_up_to_date(conn)
        for (name,) in conn.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            conn.execute(f"DROP TRIGGER {name}")
        conn.execute("PRAGMA journal_mode = WAL")
        start = time.perf_counter()
        conn.execute("BEGIN IMMEDIATE")
        for name, held in rows.items():
            if held:
                columns = [row[1] for row in conn.execute(f"PRAGMA table_info({name})")]
                columns = ["rowid", *columns] if name.startswith("papers_") else columns
                marks = ", ".join("?" * len(columns))
                conn.executemany(f"INSERT INTO {name} ({', '.join(columns)}) VALUES ({marks})", held)
        conn.execute("COMMIT")
        return Run(time.perf_counter() - start, 0)


def bibliography(path: Path, entries: int) -> None:
    """A .bib file as reference managers write them: accents, braces, abstracts, DOIs."""
    chance = random.Random(2020)
    with path.open("w", encoding="utf-8") as file:
        for number in range(entries):
            people = " and ".join(
                f"{chance.choice(ACCENTS)}, {chance.choice(WORDS).title()} {chance.choice('ABCDE')}."
                for _ in range(chance.randint(1, 6))
            )
            title = " ".join(chance.choices(WORDS, k=8)).capitalize()
            abstract = " ".join(chance.choices(WORDS, k=120))
            file.write(
                f"@inproceedings{{key{number},\n  author = {{{people}}},\n  title = {{{{GPU}} {title} {number}}},\n"
                f"  booktitle = {{Proceedings of the {chance.randint(1, 40)}th {{USENIX}} Symposium on "
                f"{chance.choice(WORDS).title()} Systems}},\n  year = {chance.randint(1990, 2026)},\n"
                f"  pages = {{{number}--{number + 12}}},\n  doi = {{10.1145/{1000000 + number}}},\n"
                f"  keywords = {{{chance.choice(WORDS)}, {chance.choice(WORDS)}}},\n  abstract = {{{abstract}.}}\n"
                "}\n\n"
            )


def show(name: str, file: Path, took: Run, base: float, bound: float) -> None:
    size = file.stat().st_size / 1024**2
    over = "  over the target" if took.seconds > bound * base or took.peak > size + ALLOWED_MEMORY else ""
    print(
        f"  {name:22}{size:8.1f} MiB{took.seconds:9.2f} s{base:9.2f} s{took.seconds / base:7.2f}"
        f"{took.peak:9.0f} MiB{over}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", type=int, default=100_000)
    parser.add_argument("--bib", type=int, default=24_000)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    print(f"Python {sys.version.split()[0]}, SQLite {sqlite3.sqlite_version}, medians of {options.runs}")
    print(f"targets: JSON {ALLOWED_JSON} times, .bib {ALLOWED_BIB} times; the file's size and {ALLOWED_MEMORY} MiB")
    print(f"  {'':22}{'size':>12}{'import':>11}{'base':>11}{'ratio':>7}{'peak':>13}")
    with tempfile.TemporaryDirectory() as scratch:
        for papers in (options.json // 4, options.json):
            made, file = library(papers), Path(scratch) / "library.json"
            export = [*READTRACK, "--db", str(made), "export", "json", "--force", "--output", str(file)]
            subprocess.run(export, check=True, capture_output=True)
            base = median(options.runs, lambda: plain_rows(made))  # noqa: B023  called at once
            took = median(options.runs, lambda: import_into_nothing(file))  # noqa: B023
            show(f"{papers:,} in JSON", file, took, base.seconds, ALLOWED_JSON)
        for entries in (options.bib // 4, options.bib) if find_spec("pybtex") else ():
            file = Path(scratch) / "library.bib"
            bibliography(file, entries)
            parse = "import sys; from pybtex.database import parse_file; parse_file(sys.argv[1])"
            base = median(options.runs, lambda: run([sys.executable, "-c", parse, str(file)]))  # noqa: B023
            took = median(options.runs, lambda: import_into_nothing(file))  # noqa: B023
            show(f"{entries:,} in BibTeX", file, took, base.seconds, ALLOWED_BIB)


if __name__ == "__main__":
    main()
