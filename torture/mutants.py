"""Faults planted one at a time in a copy of the code, and which of them the tests find.

    python torture/mutants.py store|schema|importers|guard [--sample 350] [--seed N] [--folder F] [--only NAME ...]
    python torture/mutants.py schema-sql|store-sql ...

The first kind is made by mutmut, in the Python of functions; the second by plants.py, in the text of SQL. A clone of
what is committed, and an environment with mutmut, are made in a new folder, or in F, where what is there is used again.

mutmut runs, for a mutant, the tests during which its function was called in the same process. What they do not find is
tried once more in new processes, where no cache holds what was right, with the tests that run commands in processes of
their own; and on all tests of the area where nearly none called the function: it may have been called by an import.
A mutant of which a test never ends is found, too. Left out of the count are mutants that change nothing but the case of
SQL.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import plants

ROOT = Path(__file__).parents[1]
MUTMUT = "mutmut==3.8.1"
_SQL = re.compile(
    r"\b(SELECT .* FROM|INSERT INTO|UPDATE \w+ SET|DELETE FROM|WHERE|ORDER BY|PRAGMA|ATTACH|BEGIN|COMMIT|ROLLBACK)\b"
)
_START = """import os
if os.environ.get("MUTANT_UNDER_TEST") == "stats":  # only mutmut's own process can count calls
    os.environ["MUTANT_UNDER_TEST"] = ""
"""
_ANEW = """import pytest

@pytest.hookimpl(tryfirst=True)
def pytest_generate_tests(metafunc):  # mutmut collects again and again in one process: no id may be escaped twice
    for mark in metafunc.definition.iter_markers("parametrize"):
        object.__setattr__(mark._param_ids_from or mark, "_param_ids_generated", None)
"""
PATIENCE = 900
"""Seconds after which tests of a mutant have got stuck."""


class Area(NamedTuple):
    """A part of the code: ``mutate``: the files, as patterns; ``tests``: files that test it; ``processes``: those in
    which it runs in other processes, where mutmut does not see it."""

    package: str
    mutate: str
    tests: str
    processes: str = ""


AREAS = {
    "store": Area(
        "src/readtrack/store",
        "*",
        """schema loading undo agenda backup bad_input completion dashboard doctor export find goal guests import
        import_merging imports list lists log matching merge migrations next notes open paper_page plan review search
        seed sessions stats summary transcripts which_library web_facets web_actions""",
        "concurrency faults serve import_json_stream web_papers",
    ),
    "schema": Area(
        "src/readtrack/schema",
        "*",
        "loading migrations schema guests undo",
        "loading migrations schema guests undo doctor merge find list import_merging sessions review",
    ),
    "importers": Area(
        "src/readtrack/importers",
        """__init__ _clean _authors _people _organisations _venues _conferences _decode _columns _cells _days _numbers
        _plain _bib _bib_text _bib_people _tagged _json _csv bibtex ris csl_json csv markdown/*""",
        "import* names hostile_formats export_bibtex export_ris export_csl_json export_csv export_markdown",
        "bad_input hostile",
    ),
    "guard": Area("src/readtrack/web", "guard", "web_guard web_actions web_attacks", "web web_hostile serve"),
}


class Tried(NamedTuple):
    """A mutant: ``end``: killed, survived, untested or stuck; ``change``: what it is."""

    name: str
    end: str
    change: str = ""


def main() -> int:
    said = _said()
    signal.signal(
        signal.SIGINT, signal.default_int_handler
    )  # where it was started with "&", tests could not be stopped
    random.seed(said.seed)
    folder = Path(said.folder or tempfile.mkdtemp(prefix="readtrack-mutants-")).resolve()
    print(f"mutants.py: seed {said.seed}, in {folder}", flush=True)
    began = time.monotonic()
    work = Work(folder, said.area, said.commit, said.jobs)
    tried = work.plant(said.sample, said.only) if said.area.endswith("-sql") else work.mutate(said.sample, said.only)
    for each in tried:
        if each.end != "killed":
            print(f"\n{each.end}: {each.name}\n{each.change}")
    counts = Counter(each.end for each in tried)
    told = sum(counts.values()) - counts["case of SQL"] - counts["no SQL"]
    killed = counts["killed"] + counts["stuck"]
    print(f"\nmutants.py: {said.area}: {dict(counts)}: {killed} of {told} found, {100 * killed / max(told, 1):.1f} %")
    print(f"{time.monotonic() - began:.0f} s")
    return 0


def _said() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Plant faults and count those that the tests find.")
    parser.add_argument("area", choices=[*AREAS, "schema-sql", "store-sql"])
    parser.add_argument("--sample", type=int, default=350, help="how many mutants, by chance (default: 350)")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--folder", help="where to work (default: a new folder)")
    parser.add_argument("--commit", default="HEAD", help="what is tried (default: HEAD)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="how many at a time")
    parser.add_argument("--only", nargs="+", help="these mutants, by name, instead of a sample")
    return parser.parse_args()


class Work:
    """A clone, an environment, and what is tried there."""

    def __init__(self, folder: Path, name: str, commit: str, jobs: int) -> None:
        folder.mkdir(exist_ok=True)
        self.area = AREAS[name.removesuffix("-sql")]
        self.jobs = jobs
        self.clone = folder / name
        self.python = folder / "venv" / "bin" / "python"
        if not self.python.exists():
            subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
            install = [self.python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
            subprocess.run([*install, "--upgrade", "pip>=25.1"], check=True)
            subprocess.run([*install, ".", "--group", "test", MUTMUT], cwd=ROOT, check=True)
        if not self.clone.exists():
            subprocess.run(["git", "clone", "--quiet", ROOT, self.clone], check=True)
        for words in (["fetch", "--quiet", "origin", commit], ["reset", "--quiet", "--hard", "FETCH_HEAD"]):
            subprocess.run(["git", *words], cwd=self.clone, check=True)
        (self.clone / "start").mkdir(exist_ok=True)
        (self.clone / "start" / "sitecustomize.py").write_text(_START, "utf-8")
        (self.clone / "start" / "anew.py").write_text(_ANEW, "utf-8")
        settings = self.clone / "pyproject.toml"
        settings.write_text(settings.read_text("utf-8") + self._settings(), "utf-8")

    def _settings(self) -> str:
        """What mutmut reads. JSON is TOML here."""
        also = "seed docs scripts benchmarks torture README.md CHANGELOG.md CONTRIBUTING.md Makefile".split()
        # Not the mutated package itself: its mutants would be made anew each time.
        also += [str(each.relative_to(self.clone)) for each in (self.clone / self.area.package).parent.iterdir()]
        also.remove(self.area.package)
        options = ["-p", "no:cacheprovider", "-p", "anew", "-m", "not browser"]
        return "\n".join(
            [
                "\n[tool.mutmut]",
                f"source_paths = {json.dumps([self.area.package])}",
                f"only_mutate = {json.dumps([f'{self.area.package}/{name}.py' for name in self._mutated()])}",
                f"pytest_add_cli_args = {json.dumps(options)}",
                f"pytest_add_cli_args_test_selection = {json.dumps(self._files(self.area.tests))}",
                f"also_copy = {json.dumps(also)}",
                "timeout_constant = 3",
                "",
            ]
        )

    def _mutated(self) -> list[str]:
        return self.area.mutate.split()

    def _files(self, names: str) -> list[str]:
        """Paths of test files."""
        found = [path for name in names.split() for path in sorted(self.clone.glob(f"tests/test_{name}.py"))]
        return [str(path.relative_to(self.clone)) for path in dict.fromkeys(found)]

    def mutate(self, sample: int, only: list[str] | None) -> list[Tried]:
        """Try mutants that mutmut makes."""
        self._mutmut("nothing.of.this.name")  # makes them and counts which tests call what, then finds nothing to try
        names = only or random.sample(sorted(self._ends()), min(sample, len(self._ends())))
        print(f"  {len(self._ends())} mutants can be made, {len(names)} are tried", flush=True)
        self._mutmut(*names)
        ends = self._ends()
        left = [name for name in names if ends[name] != "killed"]
        changes = self._changes(left)
        tried = [Tried(name, ends[name], changes.get(name, "")) for name in names]
        case = {each.name for each in tried if _is_case_of_sql(each.change)}
        again = [each for each in tried if each.end in ("survived", "untested") and each.name not in case]
        print(f"  {len(again)} are tried in new processes", flush=True)
        calls = json.loads((self.clone / "mutants" / "mutmut-stats.json").read_text("utf-8"))
        calls = calls["tests_by_mangled_function_name"]
        with ThreadPoolExecutor(self.jobs) as pool:
            found = dict(
                zip([each.name for each in again], pool.map(lambda each: self._alone(each, calls), again), strict=True)
            )
        return [
            each._replace(end="case of SQL" if each.name in case else found.get(each.name, each.end)) for each in tried
        ]

    def _mutmut(self, *names: str) -> None:
        log = self.clone / "mutmut.log"
        (self.clone / "mutants" / "src").mkdir(parents=True, exist_ok=True)  # Python forgets a path that is not there
        with log.open("wb") as out:
            subprocess.run(
                [self.python.with_name("mutmut"), "run", "--max-children", str(self.jobs), *names],
                cwd=self.clone,
                stdout=out,
                stderr=out,
                stdin=subprocess.DEVNULL,
                env=self._environment(),
                check=False,
            )
        if not list(self.clone.glob("mutants/**/*.meta")) or not (self.clone / "mutants/mutmut-stats.json").exists():
            sys.exit(f"mutmut could not begin: {log}")

    def _environment(self, **more: str) -> dict[str, str]:
        return {
            **os.environ,
            "PYTHONPATH": f"{self.clone / 'mutants' / 'src'}{os.pathsep}{self.clone / 'start'}",
            **more,
        }

    def _ends(self) -> dict[str, str]:
        """How each mutant ended; "" if it was not tried."""
        ends = {0: "survived", 1: "killed", 3: "killed", 5: "untested", 33: "untested", None: ""}
        codes = [json.loads(path.read_text("utf-8")) for path in self.clone.glob("mutants/**/*.meta")]
        return {name: ends.get(code, "stuck") for each in codes for name, code in each["exit_code_by_key"].items()}

    def _changes(self, names: list[str]) -> dict[str, str]:
        """The lines that mutants change."""
        show = (
            "import json, sys; from mutmut.mutation.diff_apply import find_mutant, get_diff_for_mutant\n"
            "print(json.dumps({n: get_diff_for_mutant(n, path=find_mutant(n).path) for n in json.load(sys.stdin)}))"
        )
        ran = subprocess.run(
            [self.python, "-c", show],
            input=json.dumps(names),
            cwd=self.clone,
            capture_output=True,
            text=True,
            check=True,
        )
        return {
            name: "\n".join(line for line in change.splitlines()[2:] if line.startswith(("-", "+")))
            for name, change in json.loads(ran.stdout).items()
        }

    def _alone(self, each: Tried, calls: dict[str, list[str]]) -> str:
        """Try a mutant in new processes, where nothing is imported or kept in a cache yet."""
        called = calls.get(re.sub(r"__mutmut_\d+$", "", each.name), [])
        tests = self._files(self.area.processes if len(called) > 1 else f"{self.area.tests} {self.area.processes}")
        with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
            file.write("\n".join([*(called if len(called) > 1 else []), *tests]))
            file.flush()
            environment = self._environment(MUTANT_UNDER_TEST=each.name)
            return self.tested([f"@{file.name}"], self.clone / "mutants", environment)

    def tested(self, tests: list[str], folder: Path, environment: dict[str, str]) -> str:
        """How the tests end there: killed, survived or stuck."""
        words = [self.python, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "-m", "not browser"]
        with suppress(subprocess.TimeoutExpired):
            ran = subprocess.run(
                [*words, *tests],
                cwd=folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=PATIENCE,
                check=False,
            )
            if b"ERROR: not found" in ran.stderr:  # which is no kill
                sys.exit(ran.stderr.decode())
            return "killed" if ran.returncode else "survived"
        return "stuck"

    def plant(self, sample: int, only: list[str] | None) -> list[Tried]:
        """Try plants, each in a copy of the code."""
        every = {each.name: each for each in plants.plants(self.clone, self.area.package)}
        names = only or random.sample(sorted(every), min(sample, len(every)))
        print(f"  {len(every)} faults can be planted, {len(names)} are tried", flush=True)
        with ThreadPoolExecutor(self.jobs) as pool:
            return list(pool.map(lambda name: self._planted(every[name]), names))

    def _planted(self, plant: plants.Plant) -> Tried:
        source = (self.clone / plant.path).read_text("utf-8")
        line = source.count("\n", 0, plant.start)
        changed = source[: plant.start] + plant.text + source[plant.end :]
        change = f"- {source.splitlines()[line].strip()}\n  {source[plant.start : plant.end]!r} -> {plant.text!r}"
        with tempfile.TemporaryDirectory(prefix="readtrack-plant-") as folder:
            shutil.copytree(self.clone / "src", Path(folder, "src"))
            shutil.copytree(self.clone / "seed", Path(folder, "seed"))
            Path(folder, plant.path).write_text(changed, "utf-8")
            environment = {**os.environ, "PYTHONPATH": str(Path(folder, "src"))}
            if not self._makes_a_library(environment):
                return Tried(plant.name, "no SQL", change)
            end = self.tested(self._files(self.area.tests), self.clone, environment)
            if end == "survived":
                others = [each for each in self.area.processes.split() if each not in self.area.tests.split()]
                end = self.tested(self._files(" ".join(others)), self.clone, environment)
            print(f"  {end}: {plant.name}", flush=True)
            return Tried(plant.name, end, change)

    def _makes_a_library(self, environment: dict[str, str]) -> bool:
        """Whether SQLite takes the tables and triggers at all: what it refuses is not worth counting."""
        make = (
            "import sqlite3; from readtrack.schema import bring_up_to_date\n"
            "bring_up_to_date(sqlite3.connect(':memory:', isolation_level=None))"
        )
        return not subprocess.run(
            [self.python, "-c", make], env=environment, capture_output=True, check=False
        ).returncode


def _is_case_of_sql(change: str) -> bool:
    """Whether a mutant writes SQL in capitals or in small letters, and no value in it."""
    lines = change.splitlines()
    before, after = ("".join(line[1:] for line in lines if line[0] == sign) for sign in "-+")
    if not before or before == after or before.lower() != after.lower():
        return False
    return bool(_SQL.search(before.upper()))


if __name__ == "__main__":
    sys.exit(main())
