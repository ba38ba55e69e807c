"""Install a wheel alone into an empty environment and use it: empty HOME, empty folder, no terminal.

python scripts/check_wheel.py dist/readtrack-0.1.0-py3-none-any.whl
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

SEED = """
from importlib.metadata import entry_points
from importlib.resources import files
import json, readtrack
assert "site-packages" in readtrack.__file__, readtrack.__file__
assert len(json.loads((files("readtrack") / "seed" / "osdi2020.json").read_text("utf-8"))["papers"]) == 11
assert [e.value for e in entry_points(group="datasette") if e.name == "readtrack"] == ["readtrack.web"]
"""


def main(wheel: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="readtrack-wheel-") as scratch:
        home, work, env = (Path(scratch) / name for name in ("home", "work", "env"))
        home.mkdir()
        work.mkdir()
        venv.create(env, with_pip=True)

        def run(program: str, *arguments: str) -> str:
            print(f"$ {program} {' '.join(arguments if arguments[0] != '-c' else ['-c', '...'])}", flush=True)
            ran = subprocess.run(
                [str(env / "bin" / program), *arguments],
                check=False,
                cwd=work,
                # Nothing of the caller's: no PYTHONPATH, no LANG, no READTRACK_DB.
                env={"HOME": str(home), "PATH": f"{env / 'bin'}:/usr/bin:/bin"},
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                encoding="utf-8",
            )
            if ran.returncode:
                raise SystemExit(f"exit code {ran.returncode}\n{ran.stdout}{ran.stderr}")
            return ran.stdout

        pip = [str(env / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        # With the caller's environment: it may say where packages come from.
        subprocess.run([*pip, str(wheel.resolve())], check=True, stdin=subprocess.DEVNULL)
        run("python", "-m", "pip", "check")
        version = wheel.name.split("-")[1]
        assert run("readtrack", "--version") == f"readtrack {version}\n"
        assert "mark" in run("readtrack", "--help")
        assert "Ansor: unread -> read" in run("readtrack", "mark", "Ansor", "--read")
        listed = json.loads(run("readtrack", "list", "--json"))
        assert [paper["key"] for paper in listed if paper["status"] == "read"] == ["ansor"], listed
        assert len(listed) == 11
        assert "Generating High-Performance Tensor Programs" in run("readtrack", "show", "Ansor")
        for name in ("json", "bibtex", "biblatex", "ris", "csl-json", "csv", "markdown"):
            run("readtrack", "export", name, "--output", f"papers.{name}")
            run("readtrack", "--db", f"{name}.db", "import", f"papers.{name}")
            again = json.loads(run("readtrack", "--db", f"{name}.db", "list", "--json"))
            assert [paper["title"] for paper in again] == [paper["title"] for paper in listed], name
        assert "readtrack.db" in run("readtrack", "path")
        run("python", "-c", SEED)
        assert "readtrack" in [plugin["name"] for plugin in json.loads(run("datasette", "plugins"))]
    print(f"{wheel.name} works")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
