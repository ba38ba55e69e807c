"""Markdown reading lists -> what stands above the papers of a page that lead to where they are printed."""

from __future__ import annotations

import pytest
from markdown_pages import titles, told

LINKED = "".join(f"- [Looms and Cards {n}](https://arxiv.org/abs/1843.0000{n})\n" for n in range(1, 7))
PAPERS = f"## Weaving\n\n{LINKED}"
WHY = "stands above the papers of the page, and leads to none"


def among(above: str, title: str = "Looms") -> list[str]:
    """The titles of a page with papers below ``above`` that are not those."""
    return [one for one in titles(f"# {title}\n\n{above}\n\n{PAPERS}") if not one.startswith("Looms and Cards")]


@pytest.mark.parametrize(
    "above",
    [
        "🪡 **[Cards of the Day →](daily/)**: new every morning",
        "**👍Mills on Rivers**: [mills.md](mills.md)",
        "## [🔥Looms of Today 👉 looms.example.org](https://looms.example.org)",
        "| Start here | What it is |\n|---|---|\n| [Mills & Open Looms](mills/README.md) | What turns. |\n"
        "| [How to Add](ADDING.md) | What to send. |",
        "## Ways to Go\n\n| Question | Way |\n|---|---|\n"
        "| **Weave in winter** | Wool, warmth, and weft ([open](wool/README.md#warm)) |\n"
        "| **Weave at night** | Lamps, candles, and threads that shine ([open](lamps/README.md#oil)) |",
        "These are the laws:\n- [LOOM](https://law.example.org/)\n- [WEFT](https://weft.example.org/acts)",
        "## Ways\n\n- [Weft](papers/README.md)\n- [Warp](warp.md): wool",
        "## Numbers\n\n- **Newest One**: December 1843\n- **Materials**: Wool, Silk, Flax, Cotton",
        "## On the web: looms.example.org/Card-Paper-List\n\n- **One-click copy** — to paste (`@misc` for arXiv-only)\n"
        "- **Wide filters** across looms, mills, and cards\n- Light theme, and keys to weave with",
    ],
)
def test_what_stands_above_papers_and_leads_to_none_is_told_as_that(above: str) -> None:
    assert among(above) == []
    assert WHY in told(f"# Looms\n\n{above}\n\n{PAPERS}")


@pytest.mark.parametrize(
    ("above", "kept"),
    [
        (
            "## First\n\n- The Nature of the Loom\n- The Weaving of Many",
            ["The Nature of the Loom", "The Weaving of Many"],
        ),
        ("## First\n\n- [Weaving of all the cards at once](cards.md)", ["Weaving of all the cards at once"]),
        ("## First\n\n- [x] Weaving\n- [x] Carding", ["Weaving", "Carding"]),
        ("## First\n\n- Ada Lovelace and Alan Turing. Weaving by night. 1843", ["Weaving by night"]),
        ("## First\n\n- [Weft](weft.md), by Ada Lovelace and Alan Turing", ["Weft"]),
        ("## First\n\n- [Weft](https://weft.example.org)\n- [Warp](https://warp.example.org)", ["Weft", "Warp"]),
        ("## Notes\n\n- [Weft](weft.md)\n- [Warp](warp.md)", ["Weft", "Warp"]),
        ("- [The weft](https://weft.example.org)\n- [Warp](https://warp.example.org)", ["The weft", "Warp"]),
        ("## First\n\n- [织机与卡片的故事](loom.md)", ["织机与卡片的故事"]),
        ("## First\n\n- [Weft](weft.pdf)\n- [Warp](warp.pdf), wool", ["Weft", "Warp"]),
        ("## First\n\n| Paper | Link |\n|---|---|\n| Weft | [pdf](weft.pdf) |", ["Weft"]),
        ("## First\n\n- [WEFT](papers/weft.md), wool\n- [WARP](papers/warp.md), wool", ["WEFT", "WARP"]),
        ("## First\n\n- [Weft](weft.md)\n- [Warp](warp.md)", ["Weft", "Warp"]),
        ("## 1843\n\n- [Weft](weft.md), wool\n- [Warp](warp.md)", ["Weft", "Warp"]),
    ],
)
def test_papers_above_others_stay_where_anything_beside_them_is_called_or_told_as_one(
    above: str, kept: list[str]
) -> None:
    assert among(above) == kept


def test_short_names_that_lead_to_notes_are_papers_on_a_page_of_notes() -> None:
    assert among("- [Weft](weft.md)\n- [Warp](warp.md)", "Notes on Looms") == ["Weft", "Warp"]


def test_short_names_stay_where_few_papers_of_a_page_lead_to_where_they_are_printed() -> None:
    others = "".join(f"- [Weft and Warp {n}](notes/{n}.md)\n" for n in range(1, 9))
    page = f"# Looms\n\n- [Weft](weft.md)\n- [Warp](warp.md)\n\n{PAPERS}\n## Others\n\n{others}"
    assert titles(page)[:2] == ["Weft", "Warp"]
    few = "".join(LINKED.splitlines(keepends=True)[:3])
    assert titles(f"# Looms\n\n- [Weft](weft.md)\n- [Warp](warp.md)\n\n## Weaving\n\n{few}")[:2] == ["Weft", "Warp"]


def test_a_short_name_above_others_of_its_section_that_lead_to_papers_is_one() -> None:
    assert titles(f"# Looms\n\n## Weaving\n\n- [Weft](weft.md)\n{LINKED}")[0] == "Weft"


def test_what_is_no_paper_by_itself_is_told_as_that_above_papers_too() -> None:
    table = "| When | Where |\n|---|---|\n| 1843 | [here](https://here.example.org) |"
    why = told(f"# Looms\n\n## Fairs\n\n{table}\n\n{PAPERS}")
    assert why == ["is a table in which no column holds titles"]


def test_a_heading_above_the_badge_of_awesome_lists_is_what_the_list_is_called() -> None:
    badge = "[![Awesome](https://awesome.re/badge.svg)](https://awesome.re)"
    assert among(f"## All the Looms of the World: Wide, Narrow and Old\n\n{badge}") == []
    page = f"# Looms\n\n## All the Looms of the World\n\n[![pdf](https://e.org/b.svg)](https://e.org/a.pdf)\n\n{PAPERS}"
    assert "All the Looms of the World" in titles(page)


PEOPLE = (
    "[**Ada Lovelace1***](https://scholar.google.com/citations?user=a) . "
    "[**Alan Turing2***](https://turing.github.io/) . [**Grace Hopper3**](https://scholar.google.com/citations?user=c)"
)


def test_people_with_marks_and_pages_of_their_own_above_a_page_are_no_paper() -> None:
    page = f"{PEOPLE}\n\n# Looms\n\n{PAPERS}"
    assert len(titles(page)) == 6
    assert "names a person, not a paper" in told(page)


def test_a_paper_whose_people_have_pages_is_one() -> None:
    line = PEOPLE.replace("[**Ada Lovelace1***](https://scholar.google.com/citations?user=a)", "[{}]({})")
    page = line.format("Weaving of Wide Cards", "https://weaving.github.io/")
    assert len(titles(f"# Looms\n\n{PAPERS}\n## More\n\n- {page}\n")) == 7
    page = line.format("Ada Lovelace", "https://e.org/life")
    assert len(titles(f"# Looms\n\n{PAPERS}\n## More\n\n- {page}\n")) == 7
    page = f"{line.format('Ada Lovelace', 'https://lovelace.github.io/')} [pdf](https://arxiv.org/abs/1843.00009)"
    assert len(titles(f"# Looms\n\n{PAPERS}\n## More\n\n- {page}\n")) == 7


def test_a_topic_in_capitals_among_topics_is_no_paper() -> None:
    topics = "- Threads\n- Wide weaving\n- Woven Card Theft\n- Cards\n- Mills of old\n"
    page = f"# Looms\n\n{PAPERS}\n## Fields\n\n{topics}\n## More\n\n{LINKED.replace('Looms and', 'Mills and')}"
    assert "Woven Card Theft" not in titles(page)


def test_a_title_in_capitals_among_those_without_is_a_paper() -> None:
    lines = "- Threads\n- Wide weaving\n- Woven Cards and Their Theft from Mills\n- Cards\n- Mills of old\n"
    page = f"# Looms\n\n{PAPERS}\n## Fields\n\n{lines}\n## More\n\n{LINKED.replace('Looms and', 'Mills and')}"
    assert "Woven Cards and Their Theft from Mills" in titles(page)


def test_words_that_are_no_paper_anywhere_are_told_as_that_above_papers_too() -> None:
    why = told(f"# Looms\n\n## Fairs\n\n- wool\n- Silk\n\n{PAPERS}")
    assert why == ["has no link, venue, author or box of an entry"] * 2


@pytest.mark.parametrize("before", ["", f"- [Looms at Night]({'https://arxiv.org/abs/1843.00009'})\n"])
def test_a_line_of_people_with_pages_of_their_own_that_says_more_is_no_person(before: str) -> None:
    people = "[Ada Lovelace](https://github.com/ada), [Alan Turing](https://github.com/alan)"
    page = f"# Looms\n\n{before}- {people}. Weaving of Wide Cards by Night. [project](https://e.org/cards.html)\n"
    assert told(page) == []
