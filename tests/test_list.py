"""list: what fits, in which order, in which form."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import SEED, Run

KEYS = [paper["key"] for paper in SEED["papers"]]


@pytest.fixture
def shelf(run: Run, library: Path) -> Path:
    run("mark", "Ansor", "--read", "--rating", "5", "--on", "2025")
    run("mark", "Rammer", "--skimmed", "--rating", "3", "--on", "2026-11-20")
    run("mark", "Clockwork", "Gavel", "--reading")
    run("tags", "add", "Ansor", "search", "tensor")
    run("tags", "add", "Rammer", "tensor")
    run("notes", "add", "Gavel", "Solves a linear program every round; see zebra")
    run("add", "An old paper", "--year", "1997", "--venue", "SOSP")
    return library


@pytest.mark.parametrize(
    ("filters", "keys"),
    [
        (["--status", "read"], ["ansor"]),
        (["--status", "reading"], ["clockwork", "gavel"]),
        (["--status", "read", "--status", "skimmed"], ["ansor", "rammer"]),
        (["--topic", "compiler"], KEYS[:3]),
        (["--topic", "Compiler", "--status", "unread"], ["hummingbird"]),
        (["--tag", "TENSOR"], ["ansor", "rammer"]),
        (["--tag", "tensor", "--tag", "search"], ["ansor"]),
        (["--author", "Fan Yang"], ["rammer", "hived", "retiarii"]),
        (["--author", "zaharia"], ["gavel"]),
        (["--affiliation", "microsoft"], ["hummingbird", "hived"]),
        (["--affiliation", "Microsoft Research Asia"], ["retiarii"]),
        (["--affiliation", "hong kong"], ["hived"]),
        (["--venue", "sosp"], ["old-paper"]),
        (["--year", "1990-2000"], ["old-paper"]),
        (["--year", "-2019"], ["old-paper"]),
        (["--year", "2020-"], KEYS),
        (["--list", "osdi2020", "--rating", "4-"], ["ansor"]),
        (["--rating", "3"], ["rammer"]),
        (["zebra"], ["gavel"]),
        (["zebra", "linear"], ["gavel"]),
        (["tensor", "compiler"], ["hummingbird", "rammer"]),
        (["--sort", "rating", "--limit", "2"], ["ansor", "rammer"]),
        (["--sort", "finished", "--limit", "2"], ["rammer", "ansor"]),
        (["--sort", "year", "--reverse", "--limit", "1"], ["old-paper"]),
        (["--sort", "status", "--limit", "2"], ["clockwork", "gavel"]),
        (["--status", "abandoned"], []),
    ],
    ids=" ".join,
)
def test_a_filter_gives_just_the_papers_that_fit(run: Run, shelf: Path, filters: list[str], keys: list[str]) -> None:
    assert [paper["key"] for paper in run("list", "--json", *filters).json] == keys


@pytest.mark.parametrize("order", ["added", "key", "title", "author", "venue", "year", "topic", "status", "rating"])
def test_reverse_turns_every_order_round(run: Run, shelf: Path, order: str) -> None:
    ran = run("list", "--json", "--sort", order, "--reverse")
    assert ran.code == 0
    assert len(ran.json) == 12


def test_statuses_are_exclusive_and_sum_to_the_total(run: Run, shelf: Path) -> None:
    assert run("list").out.splitlines()[-1] == "12 papers: 1 read, 1 skimmed, 2 reading, 8 unread"


def test_a_long_list_is_cut_and_says_so(run: Run, library: Path) -> None:
    for number in range(45):
        run("add", f"Paper number {number} of many")
    assert run("list").out.splitlines()[-1] == "56 papers: 56 unread; 50 shown, --limit 0 shows all"
    assert len(run("list", "--json").json) == 56
    assert "shown" not in run("list", "--limit", "0").out


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_a_table_fits_the_terminal(run: Run, shelf: Path, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    for command in (("list",), ("show", "ansor"), ("notes", "list")):
        lines = [line for line in run(*command).out.splitlines() if "https://" not in line]
        assert max(map(len, lines)) <= width, command


def test_no_title_is_cut(run: Run, shelf: Path) -> None:
    words = run("list").out.split()
    assert all(word in words for word in SEED["papers"][3]["title"].replace(":", ": ").split()[:2])
    assert "..." not in run("list").out
