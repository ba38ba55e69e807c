"""Inputs by chance to importers, to what reads names and days, and to the command line: no traceback.

    python torture/fuzz.py [--inputs 100000] [--lines 10000] [--processes 200] [--seed N]

Files are small valid ones of each format (tests/samples) after some changes. Every 50th file also goes into a library,
with all its papers. Command lines run in this process on a scratch library, which doctor looks through; some run in
processes of their own.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
import traceback
import webbrowser
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any

import scratch

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
import fuzzing
from fuzzing import Fault

TOO_LONG = 20
"""Seconds of this process: what takes longer has got stuck."""


class StuckError(Exception):
    """An input takes too long."""


def main() -> int:
    said = scratch.options("Give readtrack inputs by chance.", inputs=100_000, lines=10_000, processes=200)
    random = Random(said.seed)
    with scratch.scratch() as folder:
        signal.signal(signal.SIGPROF, _stuck)
        webbrowser.open = lambda *_, **__: True  # nothing that `open` is given gets to a browser
        os.environ["BROWSER"] = "true"
        began = time.monotonic()
        faults = [*read_inputs(said.inputs, random)]
        print(f"  {time.monotonic() - began:.0f} s", flush=True)
        began = time.monotonic()
        faults += type_lines(folder, said.lines, random)
        faults += type_in_processes(folder, said.processes, random)
        print(f"  {time.monotonic() - began:.0f} s")
    for fault in faults[:40]:
        print(f"\n{fault.what}: {fault.given[:3000]}\n{fault.why}")
    print(f"fuzz.py: {len(faults)} faults")
    return 1 if faults else 0


def read_inputs(count: int, random: Random) -> Iterator[Fault]:
    """Read ``count`` inputs; what went wrong."""
    counts: Counter[str] = Counter()
    slowest: dict[str, float] = {}
    papers = 0
    for what, read, given in fuzzing.inputs(count, random):
        began = time.process_time()
        try:
            with in_time():
                found: Any = read()
        except Exception:
            yield Fault(what, given, traceback.format_exc(limit=-6))
            continue
        counts[what] += 1
        slowest[what] = max(slowest.get(what, 0), time.process_time() - began)
        if what.startswith("file"):
            papers += len(found)
            if counts[what] % 50 == 0:
                yield from _fault(what, given, lambda found=found: fuzzing.keep(found))
    for what, number in sorted(counts.items()):
        print(f"  {number:>7,} {what}, the slowest {slowest[what]:.2f} s")
    print(f"  {sum(counts.values()):>7,} inputs read, {papers:,} papers and the like in them", flush=True)


def type_lines(folder: Path, count: int, random: Random) -> Iterator[Fault]:
    """Run ``count`` command lines here; what went wrong."""
    place = fresh(folder, random)
    codes: Counter[int] = Counter()
    for number in range(count):
        words, typed = fuzzing.a_command_line(random), random.choice((b"", b"y\n", b"\xff\x00", b"n\n"))
        try:
            with in_time():
                ended = fuzzing.ran(words, typed)
        except Exception:
            yield Fault("command line", fuzzing.quoted(words), traceback.format_exc(limit=-6))
            continue
        codes[ended.code] += 1
        if wrong := fuzzing.wrong_with(ended, exported=words[:1] == ["export"]):
            yield Fault("command line", fuzzing.quoted(words), wrong)
        if number % 50 == 49:
            yield from (Fault("library", fuzzing.quoted(words), fault) for fault in unsound(place))
            place = fresh(folder, random)
    print(f"  {sum(codes.values()):>7,} command lines: {_by_code(codes)}", flush=True)


def type_in_processes(folder: Path, count: int, random: Random) -> Iterator[Fault]:
    """Run ``count`` command lines in processes of their own; what went wrong."""
    codes: Counter[int] = Counter()
    fresh(folder, random)
    for _ in range(count):
        words = [word.replace("\0", "") for word in fuzzing.a_command_line(random)]  # no system passes that on
        coded = [word.encode("utf-8", "surrogateescape" if _is_escaped(word) else "replace") for word in words]
        command = [sys.executable.encode(), b"-m", b"readtrack", *coded]
        run = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
        said = (part.decode("utf-8", "replace") for part in (run.stdout, run.stderr))
        codes[run.returncode] += 1
        if wrong := fuzzing.wrong_with(fuzzing.Ended(run.returncode, *said), exported=words[:1] == ["export"]):
            yield Fault("process", fuzzing.quoted(words), wrong)
    print(f"  {sum(codes.values()):>7,} command lines in processes of their own: {_by_code(codes)}", flush=True)


def _is_escaped(word: str) -> bool:
    """Whether every surrogate in it stands for a byte."""
    return not any("\ud800" <= sign < "\udc80" or "\udcff" < sign <= "\udfff" for sign in word)


def _by_code(codes: Counter[int]) -> str:
    return ", ".join(f"{number:,} ended with {code}" for code, number in sorted(codes.items()))


def fresh(folder: Path, random: Random) -> Path:
    """Go to a new folder, four below the scratch one, with a library and something to import in it."""
    first = folder / "first"
    if not first.exists():
        first.mkdir()
        os.chdir(first)
        for words in ("init", "notes add ansor Sketches", "mark ansor --read --on 2020-11", "tags add hived gpu"):
            fuzzing.ran(words.split())
    os.chdir(folder)
    shutil.rmtree(folder / "a", ignore_errors=True)
    place = folder / "a" / "b" / "c" / "d"
    shutil.copytree(first, place)
    for name, sample in (("x.json", "json"), ("x.bib", "bibtex")):
        data = fuzzing.SAMPLES[sample].read_bytes()
        (place / name).write_bytes(data if random.random() < 0.5 else fuzzing.mutated(data, random))
    os.chdir(place)
    return place


def unsound(place: Path) -> list[str]:
    """What is wrong with the library in a folder; one that a command made may be there or not."""
    return [wrong for path in place.glob("readtrack.db") for wrong in scratch.unsound(path)]


def _fault(what: str, given: str, job: Callable[[], object]) -> Iterator[Fault]:
    try:
        job()
    except Exception:
        yield Fault(f"{what}, into a library", given, traceback.format_exc(limit=-6))


@contextmanager
def in_time() -> Iterator[None]:
    """A block that raises ``StuckError`` where it takes too long."""
    signal.setitimer(signal.ITIMER_PROF, TOO_LONG)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _stuck(_signal: int, _frame: object) -> None:
    raise StuckError(f"more than {TOO_LONG} s")


if __name__ == "__main__":
    sys.exit(main())
