"""Markdown reading lists -> drafts of papers: items of words with one link below each."""

from __future__ import annotations

from markdown_pages import papers, titles

PAGE = """# Looms

* A Weaver-Based Architecture for Generative Looms
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
        ("A Weaver-Based Architecture for Generative Looms", "https://github.com/mill/weaver"),
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
