"""Markdown reading lists -> drafts of papers: items of words with one link below each."""

from __future__ import annotations

import pytest
from markdown_pages import papers, titles

PAGE = """# Looms

* A Weave-Based Architecture for Generative Looms
  * [mill/weaver: Weaver - Official Implementation (github.com)](https://github.com/mill/weaver)
* FLAX: Learning a Model of Shape from Four Looms
  * [FLAX (mill.org)](https://flax.mill.org/)
* LoomNet
  * [LoomNet: Weaving of Patterns with Two Arms (loomnet.org)](https://loomnet.org/)
  * OSDI 2018
* TwistNet
  * [mill/twistnet: TwistNet: Geometry of Twisted Threads and Arms (github.com)](https://github.com/mill/twistnet)
  * it is fast
"""


def test_an_item_is_linked_by_the_one_link_below_it_which_is_its_title_where_the_item_is_only_its_name() -> None:
    found = papers(PAGE)
    assert [(one.title, one.links[0].url) for one in found] == [
        ("A Weave-Based Architecture for Generative Looms", "https://github.com/mill/weaver"),
        ("FLAX: Learning a Model of Shape from Four Looms", "https://flax.mill.org/"),
        ("LoomNet: Weaving of Patterns with Two Arms", "https://loomnet.org/"),
        ("TwistNet: Geometry of Twisted Threads and Arms", "https://github.com/mill/twistnet"),
    ]
    assert (found[2].venue, found[2].year) == ("OSDI", 2018)
    assert [note.body for note in found[3].notes] == ["it is fast"]


def test_a_box_of_such_an_item_is_kept() -> None:
    found = papers(PAGE.replace("* FLAX:", "* [x] FLAX:").replace("* LoomNet\n", "* [x] LoomNet\n"))
    assert [[reading.status for reading in one.readings] for one in found] == [[], ["read"], ["read"], []]


def test_topics_with_several_links_below_each_are_topics() -> None:
    one = "* {0}\n  * [Notes on {0} and Threads](https://e.org/{0}1)\n  * [More of {0} and Arms](https://e.org/{0}2)\n"
    found = papers("# Looms\n\n" + "".join(map(one.format, ("Looms", "Mills", "Cards", "Gears"))))
    assert [paper.title for paper in found[:2]] == ["Notes on Looms and Threads", "More of Looms and Arms"]
    assert len(found) == 8


def test_a_topic_with_one_paper_of_another_title_is_no_title() -> None:
    said = {"Wide looms": "Notes on Cards", "Narrow looms": "On Silk and Wool", "Old looms": "A Study of Mills"}
    page = "".join(
        f"* {topic}\n  * [{title} of Old](https://arxiv.org/abs/1701.0000{at})\n"
        for at, (topic, title) in enumerate((said | {"New looms": "Gears and Steam"}).items())
    )
    assert titles(page) == [f"{title} of Old" for title in (*said.values(), "Gears and Steam")]


@pytest.mark.parametrize(
    "above",
    [
        "Distributed Looms and Weaving Protocols {}",
        "Week {}: Introduction and Overview of Looms",
        "Ada Lovelace and Alan Turing (University {})",
        "[x] Numbers{}",
        "Numbers{}",
    ],
)
@pytest.mark.parametrize("url", ["https://e.org/{}.html", "https://dl.acm.org/doi/10.1145/80021{}.806614"])
def test_the_link_is_the_paper_where_its_own_words_are_a_title_and_not_that_of_the_item(above: str, url: str) -> None:
    four = ("Hints for the Design of Cards", "Silk Made Simple", "A Relational Model of Threads", "On Mills and Gears")
    said = (*four, "Time, Clocks and the Order of Weaving")
    items = (f"- {above.format(at)}\n  - [{one}]({url.format(at)})\n" for at, one in enumerate(said))
    found = papers(f"# Looms\n\n{''.join(items)}")
    assert [one.title for one in found] == list(said)
    assert not any(one.readings for one in found)


def test_a_topic_in_the_title_of_the_link_below_it_stays_one_and_its_tick_is_no_reading() -> None:
    said = {"Looms": "The Many Uses of Looms", "Cards": "Cards of a Wide Mill", "Silk": "A History of Silk and Wool"}
    said |= {"Gears": "Of Gears in Old Mills", "Mills": "How We Built Large Mills"}
    items = (f"- [x] {topic}\n  - [{title}](https://e.org/{topic}.pdf)\n" for topic, title in said.items())
    found = papers(f"# Notes\n\n{''.join(items)}")
    assert [(one.title, one.topic) for one in found] == [(title, topic) for topic, title in said.items()]
    assert not any(one.readings for one in found)


def test_few_items_with_links_below_on_a_longer_page_are_read_as_those_alone() -> None:
    few = "".join(
        f"- LoomNet{at}\n  - [LoomNet{at}: Weaving of Wide Silk](https://e.org/{at}.html)\n" for at in range(4)
    )
    more = "".join(f"- [Notes on the Cards of Mill {at}](https://e.org/mill{at}.pdf)\n" for at in range(9))
    assert [one.topic for one in papers(f"# Looms\n\n{few}{more}")[:4]] == [f"LoomNet{at}" for at in range(4)]


def test_a_week_above_a_repository_of_other_words_is_no_paper_with_code() -> None:
    weeks = (
        f"- Week {at}: Introduction and Overview\n  - [mill/looms: Labs and Cards](https://github.com/mill/looms{at})\n"
        for at in range(6)
    )
    assert not [one for one in titles(f"# Looms\n\n{''.join(weeks)}") if "Week" in one]
