"""Which file is in use: --db, $READTRACK_DB, the one in this folder, your own."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from conftest import Run


def test_the_order_is_option_environment_folder_own(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("path").out.strip() == str(folder / "readtrack.db")
    assert run("init", "--global").code == 0
    own = run("path").out.strip()
    assert own.startswith(str(folder.parent / "home"))
    assert run("init", "--db", "readtrack.db").code == 0
    assert run("path").out.strip() == str(folder / "readtrack.db")
    monkeypatch.setenv("READTRACK_DB", str(folder / "named.db"))
    assert run("path").out.strip() == str(folder / "named.db")
    assert run("--db", "option.db", "path").out.strip() == str(folder / "option.db")
    assert run("path", "--db", "option.db").out.strip() == str(folder / "option.db")
    assert run("tags", "list", "--db", "option.db").code == 1


def test_reading_makes_no_file_and_says_how_to_begin(run: Run, folder: Path) -> None:
    for command in (("list",), ("show", "Ansor"), ("notes", "list"), ("tags", "list"), ("serve",)):
        ran = run(*command)
        assert ran.code == 1
        assert "there is no library here" in ran.err
        assert "readtrack init" in ran.err
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    "command", [("mark", "Ansor", "--read"), ("notes", "add", "Ansor", "x"), ("tags", "add", "Ansor", "x")]
)
def test_a_first_change_makes_a_library_of_the_owner_only_and_says_so(
    run: Run, folder: Path, command: tuple[str, ...]
) -> None:
    ran = run(*command)
    assert ran.err == "New library readtrack.db with the OSDI 2020 list, 11 papers.\n"
    assert [path.name for path in folder.iterdir() if path.suffix == ".db"] == ["readtrack.db"]
    assert stat.S_IMODE((folder / "readtrack.db").stat().st_mode) == 0o600
    assert run(*command).err == ""


def test_add_starts_bare_and_init_can(run: Run) -> None:
    assert run("add", "A title").err == "New library readtrack.db.\n"
    assert len(run("list", "--json").json) == 1
    assert run("--db", "empty.db", "init", "--empty").out == "New empty library empty.db.\n"
    assert run("--db", "empty.db", "list").out == "The library is empty.\n"
