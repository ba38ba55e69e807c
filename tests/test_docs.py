"""The docs say what is so: every table and column, every command, and what the lines they show print."""

from __future__ import annotations

import importlib.util
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from readtrack import schema
from readtrack.cli import COMMANDS

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", ROOT / "CONTRIBUTING.md", *DOCS.glob("*.md")])
DATA_MODEL = (DOCS / "data-model.md").read_text("utf-8")


@pytest.fixture(scope="module")
def build() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_build", DOCS / "build.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def conn() -> Iterator[sqlite3.Connection]:
    conn = sqlite3.connect(":memory:", isolation_level=None)
    schema.bring_up_to_date(conn)
    yield conn
    conn.close()


def columns_of(conn: sqlite3.Connection) -> dict[str, list[str]]:
    """Every table and view but SQLite's own and those that FTS keeps its words in, with its columns."""
    tables = conn.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'view', 'virtual')"
    )
    return {
        name: [row[0] for row in conn.execute("SELECT name FROM pragma_table_info(?)", (name,))]
        for (name,) in tables.fetchall()
        if not name.startswith("sqlite_")
    }


def told() -> dict[str, list[str]]:
    """What the page tells: under a heading that names a table, a Markdown table with a row for each column."""
    return {
        part[0]: re.findall(r"^\| `(\w+)` \|", part[1], re.MULTILINE)
        for part in re.findall(r"^### `(\w+)`\n(.*?)(?=^##|\Z)", DATA_MODEL, re.MULTILINE | re.DOTALL)
    }


def test_the_data_model_tells_every_table_and_column_and_no_other(conn: sqlite3.Connection) -> None:
    assert told() == columns_of(conn)


def test_the_data_model_tells_which_columns_are_copies_and_of_what() -> None:
    from readtrack.schema.derived import COPIES

    part = DATA_MODEL.split("### `papers`")[1].split("### ")[0]
    rows = re.findall(r"^\| `(\w+)` \| \w+ \| `(\w+)` \|", part, re.MULTILINE)
    assert dict(rows) == {column: table for table, columns in COPIES.items() for column in columns}


@pytest.mark.parametrize("name", ["STATUSES", "FINISHED", "PRIORITIES", "LINK_KINDS", "IDENTIFIER_KINDS", "TYPES"])
def test_the_data_model_tells_every_vocabulary(name: str) -> None:
    found = re.search(rf"^\| `{name}` \|[^|]*\|(.*)\|$", DATA_MODEL, re.MULTILINE)
    assert found
    assert re.findall(r"`([^`]+)`", found[1]) == list(getattr(schema, name))


def test_the_data_model_tells_what_marks_a_file_as_ours() -> None:
    assert f"application_id` is 0x{schema.APPLICATION_ID:X}" in DATA_MODEL
    assert f"number of the format, {schema.VERSION} today" in DATA_MODEL


def test_the_data_model_tells_every_key_of_a_paper_in_json() -> None:
    from readtrack.exporters.json import whole
    from readtrack.model import Entry, Paper
    from readtrack.paper_json import to_json

    columns = dict.fromkeys(Paper._fields, None) | {"authors": (), "links": (), "tags": ()}
    entry = Entry(Paper(**columns), (), None, (), ())  # type: ignore[arg-type]
    part, more = DATA_MODEL.split("## A paper as JSON")[1].split("### What an export adds")
    keys, added = (re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE) for text in (part, more))
    assert keys == list(to_json(entry))
    assert list(dict.fromkeys([*keys, *added])) == list(whole(entry))


def test_the_sql_of_the_data_model_runs(library: Path) -> None:
    blocks = re.findall(r"```sql\n(.*?)```", DATA_MODEL, re.DOTALL)
    conn = sqlite3.connect(library, isolation_level=None)
    for block in blocks:
        for statement in filter(str.strip, block.split(";")):
            assert conn.execute(statement).rowcount != 0, statement
    assert conn.execute("SELECT count(*) FROM papers WHERE status = 'read' AND finished_on = '2020-11'").fetchone() == (
        1,
    )
    assert conn.execute("SELECT count(*) FROM paper_tags WHERE tag = 'schedulers'").fetchone() == (6,)
    assert len(blocks) == 3
    conn.close()


def test_every_command_has_a_section() -> None:
    headings = re.findall(r"^#+ (readtrack.*)$", (DOCS / "commands.md").read_text("utf-8"), re.MULTILINE)
    assert [heading for heading in headings if heading.count(" ") < 2] == [
        "readtrack",
        *(f"readtrack {name}" for name in COMMANDS),
    ]
    assert "readtrack notes add" in headings


def test_every_page_says_what_the_program_says(build: ModuleType) -> None:
    # No assertion on the texts themselves: of several pages, pytest would take minutes to show the difference.
    stale = build.out_of_date()
    assert [page.name for page in stale] == []


def test_a_page_that_is_out_of_date_is_told(build: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    page = "```console\n$ readtrack --version\nreadtrack 0\n```\n"
    from readtrack import __version__

    assert build.with_output(page).split("\n")[2] == f"readtrack {__version__}"
    assert build.with_output(page) != page
    monkeypatch.setattr(build, "out_of_date", lambda: {ROOT / "README.md": ""})
    monkeypatch.setattr(sys, "argv", ["build.py", "--check"])
    with pytest.raises(SystemExit) as end:
        build.main()
    assert end.value.code == 1


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    text = page.read_text("utf-8")
    for target in re.findall(r"\]\((?!https?:)([^)\s]+)\)", text):
        path, _, anchor = target.partition("#")
        other = (page.parent / path).resolve() if path else page
        assert other.exists(), target
        if anchor:
            titles = re.findall(r"^#+ (.*)$", other.read_text("utf-8"), re.MULTILINE)
            anchors = {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}
            assert anchor in anchors, target


def test_a_guest_needs_no_more_than_is_shown(library: Path) -> None:
    """The sqlite-utils that the pages call is the one beside this Python."""
    ran = subprocess.run(
        [Path(sys.executable).parent / "sqlite-utils", "tables", library.name],
        capture_output=True,
        text=True,
        check=True,
    )
    assert '"papers"' in ran.stdout


def test_every_promise_names_a_test_that_is_there() -> None:
    text = (DOCS / "promises.md").read_text("utf-8")
    promised = re.findall(r"^- (?!\*\*)(.*?)(?=^- |^#|\Z)", text, re.MULTILINE | re.DOTALL)
    named = [re.findall(r"`(test_\w+\.py)::(test_\w+)`", part) for part in promised]
    assert len(promised) > 15
    assert [part for part, tests in zip(promised, named, strict=True) if not tests] == []
    for module, name in {test for tests in named for test in tests}:
        assert f"\ndef {name}(" in (ROOT / "tests" / module).read_text("utf-8"), (module, name)
