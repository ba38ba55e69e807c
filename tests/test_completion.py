"""Completion: the Tab key offers commands, papers, tags, topics, lists and authors, in every shell."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Run

from readtrack.store.papers import _NAMES


def offered(words: str, shell: str = "bash") -> list[str]:
    """What the shell offers behind ``words``, of which the last is begun."""
    asked = {
        "_READTRACK_COMPLETE": f"complete_{shell}",
        "COMP_WORDS": f"readtrack {words}",
        "COMP_CWORD": str(len(words.split())),
        "_TYPER_COMPLETE_ARGS": f"readtrack {words}",
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }
    program = [sys.executable, "-m", "readtrack"]
    ran = subprocess.run(
        program, env={**os.environ, **asked}, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert ran.stderr == ""
    return list(filter(None, ran.stdout.splitlines()))


def test_commands_and_verbs_of_nouns_are_offered(library: Path) -> None:
    assert offered("ma") == ["mark"]
    assert offered("notes a") == ["add"]


def test_papers_are_offered_by_key(library: Path) -> None:
    assert offered("mark an") == ["ansor", "antman"]
    assert offered("notes add an") == ["ansor", "antman"]
    assert offered("mark ansor ga") == ["gavel"]


def test_tags_topics_lists_and_authors_are_offered(library: Path, run: Run) -> None:
    run("tags", "add", "ansor", "gpu", "tensor compilers")
    assert offered("tags add gavel g") == ["gpu"]
    assert offered("tags rename t") == ["tensor compilers"]
    assert offered("list --tag g") == ["gpu"]
    assert offered("list --topic Tr") == ["Training in clusters"]
    assert offered("list --list os") == ["osdi2020"]
    assert offered("list --author Zhiq") == ["Zhiqiang Xie"]


def test_an_author_of_no_paper_is_not_offered(library: Path, run: Run) -> None:
    run("add", "A paper", "--author", "Zz Nobody")
    run("undo")
    assert offered("list --author Zz") == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_shell_is_served(library: Path, shell: str) -> None:
    assert any("antman" in line for line in offered("mark ant", shell))


def test_where_there_is_no_library_nothing_is_offered_and_none_is_made(folder: Path) -> None:
    assert offered("mark an") == []
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("kind", list(_NAMES))
def test_names_are_looked_up_inside_an_index(library: Path, kind: str) -> None:
    conn = sqlite3.connect(library)
    plan = [row[3] for row in conn.execute(f"EXPLAIN QUERY PLAN {_NAMES[kind]} LIMIT 50", ("a", "b"))]
    conn.close()
    assert [step for step in plan if step.startswith("SEARCH")] == plan, plan


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_nothing_is_offered_that_a_shell_would_run(library: Path, run: Run, shell: str) -> None:
    evil = [
        "gpu$(touch pwned)",
        "gpu`touch pwned`",
        "gpu; touch pwned",
        r"gpu\$(touch pwned)",
        "gpu'x",
        "gpu\u202ex",
        "gpu*",
    ]
    run("tags", "add", "gavel", *evil, "gpus are fine")
    run("add", r"""Zz \$(touch pwned) `touch pwned` "x" 'y' [/bold] """ + "\u202e", "--key", "zzyzx")
    assert len(offered("tags add gavel gp", shell)) == 1
    shown = "\n".join(offered("show zz", shell))
    assert "zzyzx" in shown
    title = shown.partition("Zz")[2]
    assert not set(title) & set("$`\\[]\u202e")
    assert "touch" in title or shell == "bash"  # which shows no titles
