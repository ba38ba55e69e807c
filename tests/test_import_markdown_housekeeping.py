"""Markdown reading lists -> what a page says of itself, which is no paper."""

from __future__ import annotations

import pytest
from markdown_pages import TITLE, URL, papers, titles, told

PAPERS = f"## Papers\n\n- {TITLE} (1843)\n- Cards and Looms (1844)\n- [Looms and Cards]({URL})\n"


@pytest.mark.parametrize(
    "line",
    [
        "`notes/`: what was said at each meeting",
        "`.github/`: templates of issues",
        "`docs/why.md` (why to read at all)",
        "**Why to weave with all the cards** — `00_why.md`",
        "`data/papers.json`: all of it for machines",
    ],
)
def test_a_file_of_the_repository_is_no_paper(line: str) -> None:
    assert titles(f"# Looms\n\n{PAPERS}\n## Layout\n\n- {line}\n") == [TITLE, "Cards and Looms", "Looms and Cards"]


def test_a_title_with_words_in_backquotes_is_a_paper_all_the_same() -> None:
    page = f"# Looms\n\n{PAPERS}- `LoomNet`: Weaving of All Cards [[pdf]({URL}b.pdf)]\n- **Weaving of Old** — `1843`\n"
    assert len(titles(page)) == 5


def test_labels_of_a_group_that_reads_are_no_papers() -> None:
    lines = "- Cadence: every two weeks\n- Format: 10 minutes of summary, then talk\n- Schedule: `sessions.md`\n"
    page = f"# Looms\n\n## Logistics\n\n{lines}- Coffee: is there before\n\n{PAPERS}"
    assert len(titles(page)) == 3
    assert "is about the list, not a paper" in told(page)


def test_short_names_before_titles_are_no_such_labels() -> None:
    lines = "- When: Weaving Hidden Events on Looms\n- LoomNet: Nets for All Looms\n- WeftFormer: Weaving All at Once\n"
    assert len(titles(f"# Looms\n\n## Short\n\n{lines}\n{PAPERS}")) == 6


@pytest.mark.parametrize(
    "line",
    ["**Site:** [e.org/looms](https://e.org/looms/)", "**Index:** [index.md](index.md)", "Site: <https://e.org/b>"],
)
def test_a_label_and_a_link_that_says_where_it_leads_are_no_paper(line: str) -> None:
    assert len(titles(f"# Looms\n\n{line}\n\n{PAPERS}")) == 3


def test_a_label_and_the_address_of_a_paper_are_one() -> None:
    (draft,) = papers("# Looms\n\n- Weaving Nets: [arxiv.org/abs/2001.01000](https://arxiv.org/abs/2001.01000)\n")
    assert draft.title.startswith("Weaving Nets")


def test_topics_and_how_many_papers_each_has_are_none() -> None:
    topics = "- **Weaving of Cards** (12)\n- **Wide & Narrow Looms** (3)\n- **Mills** (7)\n"
    assert len(titles(f"# Looms\n\n## Topics\n\n{topics}\n{PAPERS}")) == 3


def test_titles_with_a_mark_behind_them_are_papers() -> None:
    marked = "- **Weaving of All Cards** (2)\n- **Wide and Narrow Looms** (3)\n- **Mills and Gears of Old** (5)\n"
    assert len(titles(f"# Looms\n\n## Read\n\n{marked}\n{PAPERS}")) == 6


@pytest.mark.parametrize("line", [f"[How to submit a pull request?]({URL}x)", f"[Ada Lovelace's talk]({URL}y), 2021"])
def test_how_to_add_to_a_list_and_what_somebody_said_are_no_papers(line: str) -> None:
    assert len(titles(f"# Looms\n\n{PAPERS}- {line}\n")) == 3


def test_a_link_to_a_folder_that_is_called_as_a_part_of_the_page_is_no_paper() -> None:
    page = "# Papers\n\n- [Wide looms](wide_looms)\n\n## Wide Looms\n\n- [Weaving of Wool](https://e.org/a.pdf)\n"
    assert titles(page) == ["Weaving of Wool"]
    assert titles(page.replace("(wide_looms)", "(https://e.org/wide.pdf)")) == ["Wide looms", "Weaving of Wool"]


@pytest.mark.parametrize("line", ["[Note - You Can Learn]({})", "**Note:** You Only Weave Twice [pdf]({})"])
def test_a_title_that_only_begins_as_a_note_to_readers_is_a_paper(line: str) -> None:
    (draft,) = papers(f"# Papers\n\n- {line.format('https://arxiv.org/abs/1843.01815')}\n")
    assert draft.title in ("Note - You Can Learn", "Note: You Only Weave Twice", "You Only Weave Twice")


@pytest.mark.parametrize(
    "note", ["Note: you can find more", "**Note:** You may need to log in to read", "Note: please ask"]
)
def test_a_note_to_readers_is_no_paper(note: str) -> None:
    assert [draft.title for draft in papers(f"# Papers\n\n- [{TITLE}]({URL})\n- {note} [here](https://e.org/b)\n")] == [
        TITLE
    ]


@pytest.mark.parametrize(
    "lines",
    [
        "- Rules: A Short Story of the Looms of Old\n- Time: The Hours of All Weavers\n- Cards: Making New Threads\n",
        f"- Matrix: Looms of all weavers ([pages]({URL}1))\n- Zoom: Weavers at home and [what they say]({URL}2)\n",
        f"- [Meeting: All Weavers at Once]({URL}1)\n- [Room: Looms between Walls]({URL}2)\n",
        f"- [Meeting: all weavers at once]({URL}1)\n- [Room: looms between walls]({URL}2)\n",
        f"- [Notes on Wide Looms (32)]({URL}1)\n- [Notes on Long Looms (20)]({URL}2)\n- [Looms of Old (13)]({URL}3)\n",
        "- The Nature of Weaving by Night (100)\n- Weaving and Learning from Looms (434)\n- Cards and Looms (80)\n",
        "- Threads for the Looms of New Mills - `looms/new.md`\n- Cards for the Looms of Old Mills - `cards.md`\n",
        "- `README.md` Considered Harmful to Weavers\n- `loom.py`: A Study of Weaving Programs\n",
    ],
)
def test_titles_that_look_like_labels_counts_or_files_are_papers(lines: str) -> None:
    page = f"# Looms\n\n## More\n\n{lines}\n{PAPERS}"
    assert len(titles(page)) == 3 + lines.count("\n")
    assert "is about the list, not a paper" not in told(page)


def test_the_parts_of_a_page_are_no_papers_though_it_is_said_what_they_hold() -> None:
    parts = ["Test of Looms Award", "Best Full Weaving Paper Awards", "Best Short Weaving Paper Awards"]
    contents = "".join(
        f"- [{part}](#{number}): all of these are listed in [this site]({URL}) as well\n"
        for number, part in enumerate(parts)
    )
    assert titles(f"# Awards\n\n{contents}\n{PAPERS}") == [TITLE, "Cards and Looms", "Looms and Cards"]


@pytest.mark.parametrize("behind", [f" [[pdf]({URL})]", f": [[pdf]({URL})]"])
def test_a_title_that_leads_to_its_notes_on_the_page_is_a_paper(behind: str) -> None:
    assert TITLE in titles(f"# Papers\n\n- [{TITLE}](#notes){behind}\n- [Looms and Cards]({URL}2)\n")


@pytest.mark.parametrize(("box", "kept"), [("Session {}", 0), ("Session {}: Looms", 3), ("Wide Looms of {}", 3)])
def test_boxes_that_say_what_headings_begin_with_tick_off_those_and_are_no_papers(box: str, kept: int) -> None:
    held = "".join(
        f"## Session {at} — Of Looms and Mills\n\n- [{TITLE} {at}]({URL}{at}) (OSDI 2019)\n\n" for at in (1, 2, 3)
    )
    boxes = "".join(f"- [ ] {box.format(at)}\n" for at in (1, 2, 3))
    assert len(papers(f"# Looms\n\n{held}## Progress\n\n{boxes}")) == 3 + kept
