"""Markdown reading lists -> drafts of papers: how far they were read, said in a heading or a sentence above them."""

from __future__ import annotations

import pytest
from markdown_pages import TITLE, URL, papers

from readtrack.model import Draft

READ = [
    "Here is a list of papers that I have read:",
    "Papers I've read so far.",
    "This repository holds my notes and summaries of influential papers I’ve read — and of some others.",
    "My notes on papers I've read — and some not-so-good ones.",
    "Paper notes for all the papers I've read.",
    "A list of research papers and books which I have read.",
    "This repository contains notes on papers, which I have read.",
    "Papers on machine learning I have read.",
    "Summaries of the papers from ICLR and NeurIPS that I've read.",
    "This repository has my notes on a variety of papers/blogs I have read.",
    "A collection of articles which we have read since 2019.",
    "Notes on papers I have already\nread, newest first.",
    "I read these papers before 2021-03-04.",
    "I have read all of the following papers.",
    "I've already read these books:",
    "I will write down notes of the papers I have read.",
    "Here I keep notes about each paper I have read.",
    "这里记录我读过的论文。",
    "整理了自己阅读过的一些 paper",
    "本頁記錄所有已閱讀的織機論文。",
    "這裡是我讀過的論文",
    "收集一些读过的论文，并附上不成熟的评论。",
    "主要记录这几年读的织机 paper，欢迎指正",
    "本页整理我们阅读到的织机文献，欢迎大家与我们交流！",
    "这里是本人读完的论文",
    "読んだ論文のまとめです。",
    "2023年5月から読んだ織機に関する論文をまとめたリスト",
    "これまでに読んだ論文のメモ",
    "これは私が最近読んだ論文の一覧です。",
]
NOT_READ = [
    "Here is a list of papers that I want to read:",
    "A reading list of papers for our group.",
    "Recommended reads: the best papers.",
    "The papers we read in the group this term.",
    "Papers that I have read or will read:",
    "A list of papers. Those papers I've read are marked with a star.",
    "Papers I have not read yet.",
    "I read these papers every week.",
    "I have read these papers are good.",
    "I have never read these papers.",
    "You may ask whether I have read these papers.",
    "I will add the papers which we have read and will discuss.",
    "The best paper I have read.",
    "This page lists the paper I have read most often.",
    "If there are papers I have read, they are below.",
    "我读过的和想读的论文",
    "没看过的论文。",
    "已閱讀的論文會打勾。",
    "除已读的论文之外，还有很多要看。",
    "不是我读过的论文列表。",
    "推荐大家看过的论文。",
    "记录已经阅读的论文和下周阅读的论文。",
    "汇总了各位老师已经看的论文。",
    "收录了每个研究生应该已经读的论文。",
    "阅读论文的方法",
    "收集论文，不都是读过的论文。",
    "记录读过的论文，没读的也会放在这里。",
    "大家这几年读的论文都有记录",
    "欢迎大家补充大家读完的论文。",
    "記録した論文と読みたい論文",
    "読んだ論文と、まだ読んでいない論文のリスト",
    "読んだ論文にはチェックを付ける",
    "これから読む論文のまとめ",
    "読んだ論文、読んでない論文",
    "読んだ論文と読んでいない論文のリスト",
    "友人が読んだ論文のリスト",
    "著者の先生が若い頃読んだ論文",
    "以下は読んだ論文の要約から引用された関連論文",
    "I read these papers while drinking coffee in the coming weeks.",
    "I read these papers in the morning.",
    "I've read these papers. The rest is below.",
    "Papers I have read; will update this with what I read in future.",
    "必ず読んだ方がいい論文",
    "Most of what helped me is in papers I have read about looms.",
    "A collection of papers, none of which I have read.",
    "A list of papers, not all of which I have read.",
    "A list of papers. Some of the papers here I have read.",
    "This is a list of papers; I don't think I have read.",
    "Papers with ✅ I've read.",
    "These are not papers I have read.",
    "Papers with a star I've read; the others wait.",
    "This repo collects papers related to articles I have read.",
    "This page lists papers that inspired me, although the books I have read.",
]


def states(page: str) -> list[str | None]:
    return [_state(one) for one in papers(page)]


def _state(one: Draft) -> str | None:
    return one.readings[-1].status if one.readings else None


ROW = f"| Title | Year |\n|---|---|\n| [{TITLE}]({URL}) | 2020 |\n"
ITEM = f"- [{TITLE}]({URL})\n"


@pytest.mark.parametrize("below", [ROW, ITEM])
@pytest.mark.parametrize("sentence", READ)
def test_a_sentence_that_says_so_makes_the_papers_below_it_read(sentence: str, below: str) -> None:
    assert states(
        f"# Papers\n\n## Looms\n\n{sentence}\n\n{below}\n## Cards\n\n- [Cards that Weave](https://e.org/b)\n"
    ) == [
        "read",
        None,
    ]


@pytest.mark.parametrize("sentence", NOT_READ)
def test_a_sentence_of_papers_to_read_or_of_some_makes_none_read(sentence: str) -> None:
    assert states(f"# Papers\n\n{sentence}\n\n{ITEM}") == [None]


def test_a_sentence_below_the_title_of_a_page_is_of_all_papers_on_it() -> None:
    parts = f"## Added so far\n\n{ROW}\n## Cards\n\n- [Cards that Weave]({URL}b)\n"
    assert states(f"# Looms\n\nMy notes on the papers I've read.\n\n{parts}") == ["read", "read"]


def test_what_an_entry_or_its_heading_says_goes_before_the_sentence_above_them() -> None:
    page = f"""# Looms

The papers I have read:

- [ ] [{TITLE}]({URL})
- [x] [Cards that Weave]({URL}b)

## To read

- [Looms that Sing]({URL}c)

## Up next

- [Looms that Dance]({URL}d)
"""
    assert states(page) == [None, "read", None, None]


@pytest.mark.parametrize("heading", ["Up next", "Wishlist", "Queue", "Future reading", "Read next"])
def test_a_heading_of_what_comes_next_goes_before_the_sentence_above_all(heading: str) -> None:
    assert states(f"# Papers\n\nThe papers I have read.\n\n## {heading}\n\n{ITEM}") == [None]


def test_what_a_heading_says_ends_where_its_part_ends() -> None:
    parts = f"## Read\n\n### Looms\n\n{ITEM}\n## Cards\n\n- [Cards that Weave]({URL}b)\n"
    assert states(f"# Papers\n\n{parts}") == ["read", None]


def test_a_box_says_what_was_read_whatever_a_tick_beside_it_means() -> None:
    page = f"✅ means that its code is available.\n\n- [x] ✅ [{TITLE}]({URL})\n- ✅ [Cards that Weave]({URL}b)\n"
    assert states(f"# Papers\n\n{page}") == ["read", None]


@pytest.mark.parametrize(
    "heading",
    ["What I read", "Papers I've read", "Papers that I have read", "ML papers I have read", "What I've read so far",
     "Read papers in 2023", "読んだ論文", "既読", "已读", "已读论文", "读过的论文", "Papers we have read", "Done",
     "Read (12)", "已读论文（3）"],
)  # fmt: skip
def test_a_heading_says_that_the_papers_below_it_were_read(heading: str) -> None:
    assert states(f"# Papers\n\n## {heading}\n\n{ITEM}") == ["read"]


@pytest.mark.parametrize(
    "heading",
    ["Papers to read", "Reading list", "Recommended reads", "Papers I want to read", "Must read", "What to read",
     "Papers we read in the group this term", "Papers we read", "Papers all should have read", "必读论文", "待读",
     "未読", "読みたい論文"],
)  # fmt: skip
def test_a_heading_of_papers_to_read_says_of_none_that_it_was(heading: str) -> None:
    assert states(f"# Papers\n\n## {heading}\n\n{ITEM}") == [None]


def test_the_title_of_a_page_says_that_all_papers_on_it_were_read() -> None:
    assert states(f"# Papers I have read\n\n## Looms\n\n{ITEM}") == ["read"]


def test_a_heading_in_chinese_says_what_is_being_read() -> None:
    assert states(f"# Papers\n\n## 在读\n\n{ITEM}") == ["reading"]


@pytest.mark.parametrize("sign", [":heavy_check_mark:", "✅", "✔️"])
@pytest.mark.parametrize(
    ("legend", "state"),
    [
        ("{} means that its code is available.", None),
        ("{} 表示论文[已下载](papers)", None),
        ("{} = downloaded", None),
        ("{} = must-read", None),
        ("{} means that I have read it.", "read"),
        ("{} 表示已读", "read"),
        ("{} new and good ones", "read"),
    ],
)
def test_a_tick_says_what_the_page_says_it_means(sign: str, legend: str, state: str | None) -> None:
    assert states(f"# Papers\n\n> {legend.format(sign)}\n\n## Looms\n\n- {sign} [{TITLE}]({URL})\n") == [state]


@pytest.mark.parametrize("title", ["Own-read-papers-list", "My read papers", "My own read papers list"])
def test_a_page_of_ones_own_read_papers_has_read_them(title: str) -> None:
    (draft,) = papers(f"# {title}\n\n- [{TITLE}]({URL})\n")
    assert [reading.status for reading in draft.readings] == ["read"]


def test_words_set_off_before_titles_say_how_far_each_was_read_where_several_have_some() -> None:
    lines = ("`[DONE]` [Looms of Old](https://e.org/1)", "`[TODO]` [Looms of Now](https://e.org/2)")
    listed = "\n".join(f"- {line}" for line in (*lines, "[WIP] [Looms of Cards](https://e.org/3)"))
    assert [draft.readings[-1].status for draft in papers(f"# Papers\n\n{listed}\n")] == ["read", "queued", "reading"]


def test_one_word_before_a_title_may_be_what_it_is_on() -> None:
    text = "# Papers\n\n- [Done] [Looms of Old](https://e.org/1)\n- [Looms of Now](https://e.org/2)\n"
    assert [draft.readings for draft in papers(text)] == [(), ()]


@pytest.mark.parametrize("behind", ["", "<br>\n  Why cards are wide."])
def test_a_status_in_capitals_and_brackets_behind_links_is_one(behind: str) -> None:
    (paper, other) = papers(
        f"# Papers\n\n- **{TITLE} [2022]** [[arxiv]]({URL})[READ]{behind}\n- **Wide Looms [2021]** [[arxiv]]({URL}b)\n"
    )
    assert (paper.title, [one.status for one in paper.readings], other.readings) == (TITLE, ["read"], ())
    assert not any("READ" in note.body for note in paper.notes)


NOTED = "".join(f"\n## {name}\n\n[[paper]]({URL}{name[0]})\n\nIt weaves.\n" for name in (TITLE, "Wide Looms", "Gears"))


def test_ticks_in_the_contents_say_which_of_the_parts_below_were_read() -> None:
    contents = (
        "- [x] [Wide Looms](#wide-looms)\n- [ ] [Gears](#gears)\n- [X] [The engine](#notes-on-the-analytical-engine)\n"
    )
    assert titles_of_read(f"# Papers\n\n{contents}{NOTED}") == [TITLE, "Wide Looms"]


def test_ticked_items_that_lead_to_no_part_of_the_page_are_papers() -> None:
    lines = (f"- [x] [{TITLE} - 1843](#engine)", "- [ ] [Looms That Weave Alone - 1801](#alone)")
    found = papers("# Papers\n\n## Looms\n" + "".join(f"{line}\n" for line in lines))
    assert [(one.title, one.year, bool(one.readings)) for one in found] == [
        (TITLE, 1843, True),
        ("Looms That Weave Alone", 1801, False),
    ]


def titles_of_read(text: str) -> list[str]:
    return [one.title for one in papers(text) if one.readings and one.readings[-1].status == "read"]
