"""open: the right address goes to the browser. The browser is a program of ours that writes down what it gets."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Run, start

Opened = Callable[..., tuple[int, str, str, str]]


@pytest.fixture
def opened(library: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    """What ``readtrack open`` does, in a process of its own: code, output, errors, and what the browser was given."""
    browser = folder / "browser.py"
    browser.write_text("import sys\nfrom pathlib import Path\nPath('given').write_text(sys.argv[1])\n", "utf-8")
    monkeypatch.setenv("BROWSER", f"{sys.executable} {browser} %s")

    def run(*arguments: str) -> tuple[int, str, str, str]:
        given = folder / "given"
        given.unlink(missing_ok=True)
        process = start("open", *arguments)
        out, err = process.communicate()
        return process.returncode, out, err, given.read_text("utf-8") if given.exists() else ""

    return run


def test_a_paper_is_opened_where_it_can_be_read(opened: Opened) -> None:
    code, out, _, given = opened("ansor")
    assert (code, out) == (0, "Opening https://arxiv.org/pdf/2006.06762.pdf\n")
    assert given == "https://arxiv.org/pdf/2006.06762.pdf"


def test_code_and_the_link_of_a_number_are_opened_when_asked_for(opened: Opened) -> None:
    assert opened("hummingbird", "--code")[3].startswith("https://github.com/")
    assert opened("hummingbird", "--link", "1")[3] != opened("hummingbird", "--link", "2")[3] != ""


def test_the_pdf_is_opened_also_where_the_link_is_of_arxiv(opened: Opened) -> None:
    assert opened("ansor", "--pdf")[3] == "https://arxiv.org/pdf/2006.06762.pdf"


def test_what_is_not_there_is_said_with_what_is(opened: Opened) -> None:
    assert opened("ansor", "--code") == (1, "", "Error: Ansor has no code link. Its links: arxiv.\n", "")
    assert opened("ansor", "--link", "7")[2] == "Error: Ansor has no link 7. Its links: arxiv.\n"
    assert opened("rammer")[2] == "Error: Rammer has no link. Its links: none.\n"
    assert opened("ansor", "--pdf", "--code")[:1] == (2,)


def test_only_http_reaches_the_browser(opened: Opened, run: Run, folder: Path) -> None:
    import sqlite3

    conn = sqlite3.connect(folder / "readtrack.db", isolation_level=None)
    conn.execute("UPDATE links SET url = 'file:///etc/passwd' WHERE paper = 1")
    conn.close()
    code, _, err, given = opened("ansor", "--link", "1")
    assert (code, given) == (1, "")
    assert "has no link 1" in err
