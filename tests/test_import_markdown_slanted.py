"""Markdown reading lists -> drafts of papers: titles in italics behind what is in bold."""

from __future__ import annotations

import pytest
from markdown_pages import papers, titles

PAGE = """# Looms

## Surveys
- **2020**: *Weaving Cards for Wide Looms: A Survey* - Says what cards are good for ([link](https://e.org/1)).
- **May 2019**: *A Review of Bobbins* ([link](https://e.org/2))
- **2018**: *Bobbins of Wide Looms* ([link](https://e.org/8))
- **2017**: *Spindles of Wide Looms* ([link](https://e.org/9))

## Methods
- **LoomNet** (2017): *LoomNet: A Deep Way to Weave* ([link](https://e.org/3))
- **Weft** (1992): *Iterative Threads for Looms*
- **Mills** [ICLR 2018]: *Cards and Bobbins of a Mill* ([link](https://e.org/4))
- **Silk**: *Weaving of Silk for Wide Looms* ([link](https://e.org/6))
- **Ada Lovelace et al.** - *Notes on the Numbers of Looms* ([link](https://e.org/5)), OSDI 2020
"""


def test_titles_in_italics_behind_bold_words_are_the_titles_where_most_lines_of_the_page_have_theirs_there() -> None:
    found = [(one.title, one.year, one.venue, one.name) for one in papers(PAGE)]
    assert found == [
        ("Weaving Cards for Wide Looms: A Survey", 2020, None, None),
        ("A Review of Bobbins", 2019, None, None),
        ("Bobbins of Wide Looms", 2018, None, None),
        ("Spindles of Wide Looms", 2017, None, None),
        ("LoomNet: A Deep Way to Weave", 2017, None, "LoomNet"),
        ("Iterative Threads for Looms", 1992, None, None),
        ("Cards and Bobbins of a Mill", 2018, "ICLR", None),
        ("Weaving of Silk for Wide Looms", None, None, None),
        ("Notes on the Numbers of Looms", 2020, "OSDI", None),
    ]


def test_what_is_in_bold_before_titles_in_italics_is_a_topic_or_who_wrote_them_and_what_is_behind_a_remark() -> None:
    found = papers(PAGE)
    assert [note.body for note in found[0].notes] == ["Says what cards are good for"]
    assert [one.tags for one in found[5:8]] == [("Weft",), ("Mills",), ("Silk",)]
    assert [author.name for author in found[8].authors] == ["Ada Lovelace"]


@pytest.mark.parametrize(
    "said", ["Ada Lovelace, Alan Turing", "Proceedings of OSDI 2020", "a short remark on looms", "Two. Three more."]
)
def test_who_wrote_a_title_in_bold_where_and_a_remark_in_italics_are_no_titles(said: str) -> None:
    lines = "".join(f"- **Weaving Cards {number}**: *{said}* ([link](https://e.org/{number}))\n" for number in range(6))
    assert said not in titles(f"# Looms\n\n{lines}")


def test_italics_behind_bold_words_are_no_titles_where_most_lines_of_the_page_have_none() -> None:
    others = "".join(f"- **Weaving with {number} Cards**: [pdf](https://e.org/{number}.pdf)\n" for number in range(20))
    found = titles(f"{PAGE}\n## More\n{others}")
    assert "Iterative Threads for Looms" not in found


@pytest.mark.parametrize(
    "line",
    [
        "**Numbers Are All You Weave {0}** *Introduces the Loom of Many Arms*. [pdf](https://e.org/{0}.pdf)",
        "**Cards in Silk {0}** *Threads & Development* 2013 [pdf](https://e.org/{0}.pdf)",
        "**Cards in Silk {0}**, *Trends in Weaving Sciences*, 2013 [pdf](https://e.org/{0}.pdf)",
        "**Deep Woven Cards {0}** *Best Paper Award Winner* [pdf](https://e.org/{0}.pdf)",
        "**Deep Woven Cards {0}**, *Acme Research Asia in Turin*, [pdf](https://e.org/{0}.pdf)",
        "**Weft, Warp, and Steel {0}**: *The Fates of Woven Societies* - Ada Lovelace (1997) [link](https://e.org/{0})",
        "**The Selfish Loom {0}**: *Why Looms Matter Most* [link](https://e.org/{0})",
        "**Looms{0}**: *A Brief History of Weaving* - Ada Lovelace (2011) [link](https://e.org/{0})",
        "**Looms, 201{0}**: *A Brief History of Weaving* [link](https://e.org/{0})",
        "**The Selfish Loom (201{0})** *Why Looms Matter Most* [link](https://e.org/{0})",
        "**Deep Weaving Book {0}** - *Recommended by Everyone in the Mill* [link](https://e.org/{0})",
    ],
)
def test_titles_in_bold_stay_titles_before_words_in_italics(line: str) -> None:
    found = papers("# Looms\n\n" + "".join(f"- {line.format(number)}\n" for number in range(8)))
    slanted = line.split("*: *" if "*: *" in line else " *")[1].split("*")[0]
    assert slanted not in [one.title for one in found]
    assert not {"Weft", "Warp", "Steel"} & {author.name for one in found for author in one.authors}


def test_a_title_in_bold_stays_one_beside_lines_with_titles_in_italics() -> None:
    line = "- **Weft, Warp, and Steel**: *The Fates of Woven Societies* - Ada Lovelace (1997) [link](https://e.org/9)\n"
    assert papers(PAGE + line)[-1].title.startswith("Weft, Warp, and Steel")


def test_three_lines_are_enough_where_all_have_what_is_no_title_in_bold() -> None:
    said = ("Notes on Looms", "Cards for Wide Silk", "Weaving of Many Numbers")
    page = "".join(f"- **Wrenfold et al.** *{one}*, OSDI 2017. [pdf](https://e.org/{one[:4]}.pdf)\n" for one in said)
    found = papers(f"# Looms\n\n{page}")
    assert [(one.title, one.venue, [who.name for who in one.authors]) for one in found] == [
        (one, "OSDI", ["Wrenfold"]) for one in said
    ]
