"""Markdown reading lists -> drafts of papers: titles between lines of breaks and badges."""

from __future__ import annotations

import pytest
from markdown_pages import URL, titles

TITLES = ["Notes on Wide Looms", "Cards that Weave by Night", "Mills of the North", "Of Heddles and Warps"]
BADGE = "<sub>&nbsp;![](https://img.shields.io/badge/01.2024-08a045?logo=date)</sub> &nbsp;"
TABLE = "\n# Summaries\n\n| Paper | Summary |\n|---|---|\n| Wide Looms | Of cloth |\n"


@pytest.mark.parametrize("ornament", [BADGE, "<br>", "![](https://e.org/star.svg)"])
def test_lines_of_breaks_and_badges_stand_between_papers_and_are_no_part_of_them(ornament: str) -> None:
    entries = "".join(f"{ornament}\n[{title}]({URL}{at}) (WL)\n<br>\n" for at, title in enumerate(TITLES))
    assert titles(f"# Looms\n\n{entries}{TABLE}")[:4] == TITLES


def test_a_break_behind_a_title_ends_nothing_where_facts_stand_below() -> None:
    entry = f"**[{TITLES[0]}]({URL})**\n<br>\nAda Lovelace, Alan Turing\n<br>\nOSDI 2020\n"
    assert titles(f"# Looms\n\n{entry}") == TITLES[:1]
