"""Markdown reading lists -> drafts of papers: numbered topics in words, and lines of notes below the titles there."""

from __future__ import annotations

from markdown_pages import papers, titles

PAGE = """# 织机

1. 基础框架

   * **[Loom]** Notes on Wide Looms for Old Cards **[CVPR' 17]**
      目前最流行的方法。输出多个不同分辨率的特征图。

2. 多尺度

   * **[Card]** Cards that Weave Themselves at Night **[ICCV' 15]**
      **[CardNet]** CardNet: Better Cards that Weave
      这两篇论文介绍了如何训练模型。它们都很好。

3. 训练方式

   * Rethinking Wide Looms
      指出不使用预训练模型。可以得到不劣于使用预训练权重的模型。
   * **[Weft]** Weft of the Widest Looms **[NIPS' 16]**

4. 蒸馏
"""


def test_words_above_papers_are_topics_where_most_such_items_of_a_page_are() -> None:
    found = papers(PAGE)
    assert [(draft.title, draft.venue, draft.year) for draft in found] == [
        ("Notes on Wide Looms for Old Cards", "CVPR", 2017),
        ("Cards that Weave Themselves at Night", "ICCV", 2015),
        ("CardNet: Better Cards that Weave", None, None),
        ("Rethinking Wide Looms", None, None),
        ("Weft of the Widest Looms", "NeurIPS", 2016),
    ]


def test_a_line_below_where_a_paper_appeared_is_a_note_on_it() -> None:
    first = papers(PAGE)[0]
    assert [note.body for note in first.notes] == ["目前最流行的方法。输出多个不同分辨率的特征图。"]


def test_names_of_venues_below_a_topic_are_no_papers() -> None:
    text = "\n".join(
        f"* Looms of kind {number}\n  * Notes on Loom {number} of Many (CVPR 2017)" for number in range(1, 5)
    )
    found = titles(f"# Looms\n\n{text}\n\n## Places\n\n* Venues\n  * ASPLOS, ISCA, MICRO, HPCA\n  * Euro-Par, MAPL\n")
    assert len(found) >= 4
    assert not {"ASPLOS, ISCA, MICRO, HPCA", "Euro-Par, MAPL"} & set(found)


def test_papers_in_paragraphs_below_names_are_papers_though_some_names_have_two() -> None:
    entry = "[ICML 2017] [cited by 12] [Notes on Loom {} of Many](https://e.org/{}) + [video](https://e.org/v)"
    text = "\n\n".join(
        f"{number}. **Loom {number}** [cards] [threads]\n\n    {entry.format(number, number)}\n\n"
        f"    {entry.format(number + 5, number + 5)}"
        for number in range(1, 4)
    )
    found = papers(f"# Looms\n\n{text}\n")
    assert [draft.title for draft in found] == [f"Notes on Loom {number} of Many" for number in (1, 6, 2, 7, 3, 8)]
    assert {(draft.venue, draft.year) for draft in found} == {("ICML", 2017)}


def test_titles_beside_topics_with_nothing_below_are_papers() -> None:
    topics = "\n".join(f"- Kind {one}\n  - Notes on Loom {one} of Many, SOSP 2003" for one in ("A", "B", "C"))
    found = titles(
        f"# Looms\n\n{topics}\n- The Weft at Scale\n- Why Looms Stop and What Can Be Done about It\n- Mills\n"
    )
    assert found[3:] == ["The Weft at Scale", "Why Looms Stop and What Can Be Done about It"]


def test_titles_above_where_they_appeared_and_what_came_of_them_are_papers() -> None:
    text = "\n".join(
        f"{number}. Weaving Is All That {name} Need\n   - NeurIPS 2017\n   - Later Work on {name} and Looms, ICML 2020"
        for number, name in enumerate(("Cards", "Threads", "Mills"), 1)
    )
    found = papers(f"# Looms\n\n{text}\n")
    assert [(draft.title, draft.venue, draft.year) for draft in found] == [
        (f"Weaving Is All That {name} Need", "NeurIPS", 2017) for name in ("Cards", "Threads", "Mills")
    ]
