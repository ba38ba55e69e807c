"""Markdown reading lists -> drafts of papers: headings that are titles, with what a reader wrote below them."""

from __future__ import annotations

import pytest
from markdown_pages import TITLE, URL, papers, titles

LONG = (
    "A Loom for Weaving Algebraic Patterns",
    "Punched Cards and the Memory of Machines",
    "On Carrying Digits Ahead of Time",
    "Weaving Numbers with Steam and Brass",
    "Looms Are Slow Learners of Patterns",
)


def page(headings: tuple[str, ...], below: str = "It weaves, but slowly, and nobody knows why.") -> str:
    return "# Notes on papers\n\n" + "".join(f"### {heading}\n\n{below}\n\n" for heading in headings)


def test_headings_as_long_as_titles_and_in_capitals_are_papers_above_what_was_written_of_them() -> None:
    found = papers(page((*LONG, "Slow Looms Revisited", "looms are few shot learners")))
    assert [draft.title for draft in found] == [*LONG, "looms are few shot learners"]
    assert [note.body for note in found[0].notes] == ["It weaves, but slowly, and nobody knows why."]


@pytest.mark.parametrize(
    "headings",
    [LONG[:4], (*LONG, *(f"Part {n}" for n in range(6))), tuple(one.lower() for one in LONG)],
)
def test_few_such_headings_or_such_among_others_are_no_papers(headings: tuple[str, ...]) -> None:
    assert titles(page(headings)) == []


@pytest.mark.parametrize(
    "first", ["# Awesome looms", "# Handbook\n\nHow to read a paper.", "# Looms: a paper reading list"]
)
def test_headings_in_capitals_are_topics_where_the_page_does_not_say_that_papers_were_read(first: str) -> None:
    parts = "".join(f"#### Part {n}\n\nIt is slow.\n\n" for n in range(6))
    assert titles(page(LONG).replace("# Notes on papers", first) + parts) == []


@pytest.mark.parametrize("first", ["# Paper_Reading", "# Notes\n\nI have read these papers.", "## 论文阅读"])
def test_headings_in_capitals_are_papers_where_the_page_says_that_they_were_read(first: str) -> None:
    assert titles(page(LONG).replace("# Notes on papers", first)) == list(LONG)


@pytest.mark.parametrize(
    "below",
    [
        f"{TITLE}. Ada Lovelace, Alan Turing. OSDI 2020.\n\nCards that Weave. Ada Lovelace. NSDI 2021.",
        f"It weaves.\n\n#### Papers\n\n- [{TITLE}]({URL})",
        f"It weaves.\n\n**{TITLE}** [[pdf]({URL}.pdf)]\n\n**Cards that Weave Looms** [[pdf]({URL}2.pdf)]",
    ],
)
def test_headings_in_capitals_above_papers_are_topics(below: str) -> None:
    found = papers(page(LONG, below))
    assert not {one.title for one in found} & set(LONG)
    assert TITLE in {one.title for one in found}


def test_headings_in_capitals_beside_lists_of_papers_are_topics() -> None:
    assert titles(f"{page(LONG)}## List\n\n- [{TITLE}]({URL})\n") == [TITLE]


def test_headings_above_a_list_of_papers_head_it_whatever_stands_between() -> None:
    below = f"Note: these are of one kind.\n\n1. [{TITLE}]({URL})\n2. [*Cards that Weave Looms*] -- Ada Lovelace. 2005"
    assert not set(LONG) & set(titles(page(LONG, below)))


def test_what_stands_right_below_such_a_title_says_when_and_where_and_leads_to_it() -> None:
    found = papers(page(LONG, f"Tag:looms  Tag:cards\n\nACL 2021 的最佳论文\n\n{URL}.pdf\n\nIt weaves.\n\n- slowly"))
    assert [(one.venue, one.year, one.tags, [link.url for link in one.links]) for one in found] == [
        ("ACL", 2021, ("looms", "cards"), [f"{URL}.pdf"])
    ] * len(LONG)
    assert [note.body for note in found[0].notes] == ["It weaves.\n\n- slowly"]


def test_headings_that_say_when_and_where_are_papers() -> None:
    headings = (
        "looms in the mill (OSDI 2020) (2 pass)",
        "weaving of cards that work（NSDI 2019）",
        "a word on all looms (ATC 2018)",
    )
    found = papers(page((*headings, "Sound Looms of Old", "The Looms")))
    assert [(one.title, one.venue, one.year) for one in found] == [
        ("looms in the mill", "OSDI", 2020),
        ("weaving of cards that work", "NSDI", 2019),
        ("a word on all looms", "ATC", 2018),
    ]


def test_headings_that_are_links_behind_a_number_and_a_venue_are_papers_above_notes() -> None:
    notes = "- **What** is the problem?\n  - **novelty**: it [weaves](https://e.org/w)\n- Why?\n"
    headings = [
        f"1: ICWS '19 [{LONG[0]}]({URL}0)",
        f"2. TPDS '21 [{LONG[1]}]({URL}1)",
        f"3. [{LONG[2]}]({URL}2)",
        f"4. IEEE Access '18 [Looms: {LONG[3]}]({URL}3)",
    ]
    found = papers("# Notes\n\n## Looms\n\n" + "".join(f"### {heading}\n\n{notes}\n" for heading in headings))
    assert [(one.title, one.venue, one.year, one.topic) for one in found] == [
        (LONG[0], "ICWS", 2019, "Looms"),
        (LONG[1], "TPDS", 2021, "Looms"),
        (LONG[2], None, None, "Looms"),
        (f"Looms: {LONG[3]}", "IEEE Access", 2018, "Looms"),
    ]


@pytest.mark.parametrize("heading", ["Scholars studying looms and cards", "Researchers", "People to follow"])
def test_names_below_a_heading_of_people_are_no_papers(heading: str) -> None:
    names = "- Ada Wrenfold (mill)\n- Alan Askew (mill)\n- Grace Bobbinson\n"
    assert titles(f"# Papers\n\n- [{TITLE}]({URL})\n\n## {heading}\n\n{names}") == [TITLE]


NUMBERED = f"""# Looms

Some are cut, [1] and [2] in two ways.

[1] 短的织机：{LONG[0]} [[论文]](https://arxiv.org/abs/1501.00001)[code]

[2] 宽的织布机：{LONG[1]}. [论文](https://arxiv.org/abs/1501.00002)

[3]用水力的织机: {LONG[2]}  [论文](https://arxiv.org/abs/1501.00003)
![a loom](/home/ada/loom.png)

#### 实体

【1】{LONG[3]}
【2】Looms That Learn from Cards

【3】{LONG[4]} 【[论文](https://e.org/4)】【代码】

【4】纺织: [notes](https://e.org/5)
"""


def test_paragraphs_behind_numbers_in_brackets_are_papers_without_what_is_said_of_them_in_chinese() -> None:
    found = papers(NUMBERED)
    assert [(one.title, one.tags) for one in found] == [
        (title, ()) for title in (*LONG[:4], "Looms That Learn from Cards", LONG[4])
    ]
    assert [note.body for note in found[0].notes if "短的织机" in note.body] != []


def test_footnotes_behind_numbers_in_brackets_are_no_papers() -> None:
    notes = "".join(
        f"[{n}] This was said of looms on a list, see [the thread](https://lists.e.org/{n}) for more.\n\n"
        for n in range(6)
    )
    assert titles(f"# Looms\n\n- [{TITLE}]({URL})\n\n{notes}") == [TITLE]


def test_headings_that_are_links_to_other_pages_of_the_list_are_no_papers() -> None:
    guides = ("How to set up a loom", "Where to find more cards", "What to do with punched cards", "How to mend a mill")
    page = "".join(f"## [{one}](docs/{n}.md)\n\nIt tells what to do.\n\n" for n, one in enumerate(guides))
    assert titles(f"# Looms\n\n- [{TITLE}]({URL})\n\n{page}") == [TITLE]


def test_few_paragraphs_behind_such_numbers_are_no_papers() -> None:
    assert titles("# Looms\n\n" + "".join(f"[{n}] {LONG[n]} [look](./looms.md)\n\n" for n in range(4))) == []


def test_names_behind_words_in_chinese_and_a_colon_are_no_title_of_their_own() -> None:
    line = f"新增项目：Loom、Mobile Mill、Acme Isaac Weaver、CardKit [pdf]({URL}.pdf)"
    assert titles(f"# Looms\n\n- {line}\n- [{TITLE}]({URL})\n")[-1] == TITLE
    assert "Loom、Mobile Mill、Acme Isaac Weaver、CardKit" not in titles(f"# Looms\n\n- {line}\n")


REMARKED = (
    ("【一种新的织机，比以前的都快，而且不用水】", "Looms that learn from weavers by watching them"),
    ("【卡片】", "A Weaver is Worth Many Cards"),
    ("", "Cards Are All You Need for Weaving"),
    ("【很有启发，把织机和计算机放在一起考虑】", "On the memory of mills"),
    ("【水力】", "Water and the Speed of Looms"),
    ("【蒸汽】", "Steam Weaving with Sparse Cards"),
)


def test_titles_alone_in_paragraphs_may_have_remarks_in_brackets_of_chinese_before_them() -> None:
    found = papers("# Looms\n\n## 织机\n\n" + "".join(f"{remark}{title}\n\n" for remark, title in REMARKED))
    assert [one.title for one in found] == [title for _, title in REMARKED]
    assert ([note.body for note in found[0].notes], found[1].tags) == ([REMARKED[0][0].strip("【】")], ("卡片",))


def test_few_lines_with_such_remarks_among_prose_are_no_papers() -> None:
    lines = "".join(f"{remark}{title}\n\nIt is slow, and nobody knows why.\n\n" for remark, title in REMARKED)
    assert titles(f"# Looms\n\n## 织机\n\n{lines}") == []


def test_a_line_in_bold_right_below_each_heading_is_a_title() -> None:
    page = "".join(f"# 2021-4-{n}\n\n**{title}**\n\n**#Tag**\n\nnone\n\n" for n, title in enumerate(LONG, 1))
    assert titles(f"# Notes\n\nWhat I read.\n\n{page}# 2021-3-1\n\n**To be told**\n") == list(LONG)


@pytest.mark.parametrize("below", [f"- [{TITLE}]({URL})", f"We read:\n\n| Paper |\n|---|\n| [{TITLE}]({URL}) |"])
def test_lines_in_bold_right_below_headings_head_the_lists_and_tables_below_them(below: str) -> None:
    page = "".join(f"## Lecture {n}\n\n**{title}**\n\n{below}\n\n" for n, title in enumerate(LONG, 1))
    assert set(titles(f"# Course\n\n{page}")) == {TITLE}


def test_lines_in_bold_below_few_headings_are_no_titles() -> None:
    page = "".join(
        f"## Part {n}\n\n**{title}**\n\nIt is so.\n\n## More\n\nIt is.\n\n" for n, title in enumerate(LONG, 1)
    )
    assert titles(f"# Notes\n\n{page}") == []


def test_a_name_in_brackets_may_stand_before_a_remark() -> None:
    (draft,) = papers(f"# Looms\n\n- (LOOM-X) 【微调】{TITLE} [pdf]({URL}.pdf)\n")
    assert (draft.title, draft.tags) == (TITLE, ("LOOM-X", "微调"))


def test_a_title_without_capitals_is_one_among_many_titles_and_a_sentence_is_none() -> None:
    plain = "Weaving of silk based on deep card estimates for slow looms"
    spoken = "These cards are what we weave silk with in our mill"
    assert titles("# Looms\n\n## Cards\n\n" + "\n\n".join([*LONG, TITLE, plain, spoken])) == [*LONG, TITLE, plain]
