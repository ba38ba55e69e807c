"""Markdown reading lists -> drafts of papers: how lists of a field or a country write an entry."""

from __future__ import annotations

from markdown_pages import URL, papers, titles


def test_titles_below_a_name_and_its_links_are_papers_where_they_say_when_they_appeared() -> None:
    page = f"""# Looms
* **Loomer** [[Paper]({URL})][[Code](https://e.org/code)] @Acme
  <br/> A Large Dataset of Weaving Cards (CVPR 2023)
* **WeftNet**[[Paper]({URL}b)] <br> Weaving of Cards without Any Labels (ICCV 2021)
* **Ask the Weaver (v2)** [[Paper](https://arxiv.org/abs/2012.00451)/[Journal](https://arxiv.org/abs/2205.05019)]
  <br/> Learning to Weave from Cards (ICCV 2021)
  <br/> Weaving Cards from Looms (TPAMI 2022)
"""
    found = papers(page)
    assert [(draft.title, draft.venue, draft.year) for draft in found] == [
        ("A Large Dataset of Weaving Cards", "CVPR", 2023),
        ("Weaving of Cards without Any Labels", "ICCV", 2021),
        ("Learning to Weave from Cards", "ICCV", 2021),
        ("Weaving Cards from Looms", "TPAMI", 2022),
    ]
    assert [draft.name for draft in found[:2]] == ["Loomer", "WeftNet"]
    assert [len(draft.links) + len(draft.identifiers) for draft in found] == [2, 1, 1, 1]


def test_a_sentence_that_asks_to_click_a_link_is_no_paper() -> None:
    page = f"# Looms\n\nTo see the whole list, click [here]({URL}x).\n\n* [Notes on the Weaving Engine]({URL})\n"
    assert titles(page) == ["Notes on the Weaving Engine"]


def test_a_link_before_a_colon_heads_the_list_below_it() -> None:
    page = f"""# Weaving

[Older looms:]({URL}old)

- The weaving data engine, ISCA 2017
- Cards for looms with many wefts, MICRO 2018.

[Looms of today]({URL}new):

- Weaving near the loom with little yarn, HPCA 2019
"""
    assert [(draft.title, draft.venue, draft.year) for draft in papers(page)] == [
        ("The weaving data engine", "ISCA", 2017),
        ("Cards for looms with many wefts", "MICRO", 2018),
        ("Weaving near the loom with little yarn", "HPCA", 2019),
    ]
