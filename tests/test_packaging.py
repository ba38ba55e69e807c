"""What the package says of itself. `make check-wheel` installs it and tries."""

from __future__ import annotations

import ast
import re
import sys
from importlib.metadata import entry_points, requires, version
from pathlib import Path

import pytest

import readtrack

ROOT = Path(__file__).parents[1]
PROVIDES = {
    "charset-normalizer": "charset_normalizer",
    "markdown-it-py": "markdown_it",
    "python-dateutil": "dateutil",
    "pyyaml": "yaml",
    "sqlite-utils": "sqlite_utils",
}


def runtime() -> list[str]:
    return [line for line in requires("readtrack") or () if "extra ==" not in line]


def groups() -> list[str]:
    """Every requirement of every dependency group; read by eye of a regex, as 3.10 has no tomllib."""
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    section = text.partition("[dependency-groups]")[2].partition("\n[")[0]
    return re.findall(r'^    "([^"]+)",$', section, re.MULTILINE)


@pytest.mark.parametrize("requirement", [*runtime(), *groups()])
def test_every_dependency_has_an_upper_bound(requirement: str) -> None:
    assert re.search(r"<\s*\d|==\s*\d", requirement)


def test_all_requirements_are_found() -> None:
    assert len(runtime()) >= 5
    assert len(groups()) >= 11


def test_the_version_is_told_once() -> None:
    assert version("readtrack") == readtrack.__version__


def test_datasette_finds_the_plugin() -> None:
    assert [entry.value for entry in entry_points(group="datasette") if entry.name == "readtrack"] == ["readtrack.web"]


def test_the_seed_is_packed() -> None:
    assert '"seed/osdi2020.json" = "readtrack/seed/osdi2020.json"' in (ROOT / "pyproject.toml").read_text("utf-8")
    assert (ROOT / "seed" / "osdi2020.json").exists()


def test_nothing_undeclared_is_imported() -> None:
    names = [re.split(r"[^A-Za-z0-9._-]", line)[0] for line in runtime()]
    declared = {PROVIDES.get(name, name) for name in names} | {"readtrack"} | sys.stdlib_module_names
    found: dict[str, Path] = {}
    for path in Path(readtrack.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                found.update((alias.name.split(".")[0], path) for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found[node.module.split(".")[0]] = path
    assert not {name: path for name, path in found.items() if name not in declared}
