"""Markdown reading lists -> drafts of papers: titles in the marks of Chinese, and what it says behind them."""

from __future__ import annotations

import pytest
from markdown_pages import TITLE, URL, papers, titles


@pytest.mark.parametrize(
    "behind",
    [
        "，SIGIR2024的文章",
        "，发表于SIGIR 2024",
        "，投了SIGIR 2024 ",
        "，SIGIR 2024 论文",
        "，来自SIGIR2024",
        "，SIGIR2024",
    ],
)
def test_words_of_chinese_around_where_a_paper_appeared_are_none_of_the_venue(behind: str) -> None:
    (draft,) = papers(f"# 论文\n\n12.《{TITLE}》{behind}\n\n这篇文章讨论了织机。\n")
    assert (draft.title, draft.venue, draft.year) == (TITLE, "SIGIR", 2024)


def test_the_marks_around_the_whole_title_in_a_link_are_none_of_it() -> None:
    assert [draft.title for draft in papers(f"# 论文\n\n[《{TITLE}》]({URL})\n")] == [TITLE]


def test_who_made_a_paper_stays_beside_its_year_behind_the_marks_of_chinese() -> None:
    (draft,) = papers(f"# 论文\n\n- 《{TITLE}》，Google 2020年\n")
    assert (draft.title, draft.venue, draft.year) == (TITLE, None, 2020)
    assert [note.body for note in draft.notes] == ["Google"]


@pytest.mark.parametrize(
    ("cell", "title"),
    [
        (
            "基于ＦＰＧＡ的织机专用加速器的研究<br>[论文链接](https://e.org/a) &emsp;[简介](https://e.org/b)",
            "基于ＦＰＧＡ的织机专用加速器的研究",
        ),
        ("可移动的卡片织机的设计与实现 [简介](https://e.org/b)", "可移动的卡片织机的设计与实现"),
    ],
)
def test_a_link_behind_a_title_in_chinese_is_none_of_it(cell: str, title: str) -> None:
    (draft,) = papers(f"# 论文\n\n| 标签 | 论文 |\n|---|---|\n| 织机 | {cell} |\n")
    assert draft.title == title


def test_a_link_that_words_in_chinese_lead_to_is_no_label() -> None:
    page = f"# 论文\n\n我们整理的织机论文的列表详见 [知乎专栏](https://e.org/c)\n\n- [{TITLE}]({URL})\n"
    assert [draft.title for draft in papers(page)] == [TITLE]


def test_words_in_chinese_before_the_linked_title_of_a_paper_do_not_replace_it() -> None:
    names = {"卡片织机研究领域的开山之作": "Weaving Deep Networks", "第一篇必读卡片织机论文,": "Looms of Turin Today"}
    names |= {"提花织机的开山之作": "Cards Are Good Weavers"}
    lines = [
        f"- {remark} [{title}](https://arxiv.org/abs/2101.1000{number})"
        for number, (remark, title) in enumerate(names.items())
    ]
    found = titles("\n".join(["# Papers", "", *lines]))
    assert len(found) == 3
    assert all(one.endswith(title) for one, title in zip(found, names.values(), strict=True))


@pytest.mark.parametrize(
    ("before", "tag"),
    [
        ("有关论文：2. ", "有关论文"),
        ("相近织法 ", "相近织法"),
        ("相近织法 3. ", "相近织法"),
        ("相近织法2 ", "相近织法"),
        ("应用:【织机组】", "应用"),
        ("有关论文：【织机组】", "有关论文"),
    ],
)
def test_words_in_chinese_before_a_title_in_latin_letters_are_none_of_it(before: str, tag: str) -> None:
    title = "Weaving Wide Cards on Old Looms"
    one, two = papers(f"# Papers\n\n- {before}{title} [[pdf]({URL})]\n- [Looms of Turin Today]({URL}2)\n")
    assert (one.title, one.tags[0], two.title) == (title, tag, "Looms of Turin Today")


@pytest.mark.parametrize(
    "title",
    ["基于 Weaving Cards 的织机综述与展望", "织机 Weaving Wide Cards on Old Looms", "提花织机综述：Looms and Cards"],
)
def test_a_title_in_chinese_keeps_its_words_in_latin_letters(title: str) -> None:
    assert titles(f"# Papers\n\n- {title} [[pdf]({URL})]\n") == [title]


def test_a_link_keeps_what_it_says_in_chinese() -> None:
    title = "论文笔记：Weaving Wide Cards on Old Looms"
    assert titles(f"# Papers\n\n- [{title}]({URL})\n") == [title]


@pytest.mark.parametrize(
    ("who", "names"),
    [
        ("織部花子 and 機山重次郎", ("織部花子", "機山重次郎")),
        ("織部花子, Ada Lovelace, and 機山重次郎", ("織部花子", "Ada Lovelace", "機山重次郎")),
        ("アラン・チューリング, 織部花子", ("アラン・チューリング", "織部花子")),
        ("機山重次郎", ("機山重次郎",)),
    ],
)
@pytest.mark.parametrize("title", ["織物のための解析機関の設計", "6 種の織機の比較", "Wefts: 織物の設計と実装"])
def test_people_with_names_in_han_letters_stand_before_the_full_stop_of_a_citation(
    who: str, names: tuple[str, ...], title: str
) -> None:
    (draft,) = papers(f"# 2019\n\n- {who}. {title} ([pdf]({URL})). In _織物学会誌_, 2019.\n")
    assert (draft.title, draft.venue, draft.year) == (title, "織物学会誌", 2019)
    assert tuple(one.name for one in draft.authors) == names


def test_words_in_han_letters_before_a_full_stop_are_nobody_where_no_place_tells_it() -> None:
    assert not any(draft.authors for draft in papers(f"# 论文\n\n- 织机, 花楼织物. 解析机关的设计 ([pdf]({URL})). \n"))


@pytest.mark.parametrize(
    "line", ["图像分割. 深度学习综述研究. CVPR, 2020.", "深度学习 and 机器学习. 织机笔记与研究方法的总结"]
)
def test_words_that_titles_have_are_nobody_before_a_full_stop(line: str) -> None:
    assert not any(draft.authors for draft in papers(f"# 论文\n\n- {line}\n"))


@pytest.mark.parametrize("who", ["张三 and 李四", "张三, 李四"])
def test_common_family_names_tell_people_before_a_title_in_chinese(who: str) -> None:
    (draft,) = papers(f"# 论文\n\n- {who}. 织机笔记与花楼织物的总结. CVPR, 2020.\n")
    assert (draft.title, [one.name for one in draft.authors]) == ("织机笔记与花楼织物的总结", ["张三", "李四"])


def test_by_may_stand_right_before_a_name_in_han_letters() -> None:
    (draft,) = papers(f"# Papers\n\n- [Notes on Looms]({URL}) by张三, 李四\n")
    assert [one.name for one in draft.authors] == ["张三", "李四"]
