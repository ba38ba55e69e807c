"""Markdown reading lists -> drafts of papers: numbers before titles, with or without a blank behind them."""

from __future__ import annotations

import pytest
from markdown_pages import TITLE, URL, papers, titles

PARTS = (
    ("1.1", "Weaving Wide Looms with Cards"),
    ("1.2", "Looms for the Mills of Tomorrow"),
    ("1.3", "3D Weaving by Wide Cards"),
    ("2.1", "LEM Looms and Mills Together"),
    ("2.2", "Bobbins for Everyone at the Mill"),
)


@pytest.mark.parametrize("between", [" ", "", ". ", "、"])
def test_numbers_of_parts_that_go_on_with_one_another_are_none_of_the_titles(between: str) -> None:
    page = "".join(f"- {number}{between}{title} [[pdf]]({URL}{number})\n" for number, title in PARTS)
    assert titles(f"# Looms\n\n{page}") == [title for _, title in PARTS]


@pytest.mark.parametrize(
    "lines", [PARTS[:2], (PARTS[1], ("2.5", "Dimensional Looms of Wool"), ("3.8", "Mills at Work"))]
)
def test_numbers_that_do_not_go_on_may_be_of_the_titles(lines: tuple[tuple[str, str], ...]) -> None:
    page = "".join(f"- {number} {title} [[pdf]]({URL}{number})\n" for number, title in lines)
    assert titles(f"# Looms\n\n{page}") == [f"{number} {title}" for number, title in lines]


def test_letters_with_numbers_that_go_on_with_one_another_are_none_of_the_titles() -> None:
    lines = (("S1. ", "Weaving Wide Looms"), ("S2. ", "Cards for Mills"), ("S4 ", "Gears of Brass"))
    page = "".join(f"- [{label}{title}, 2003]({URL}{number})\n" for number, (label, title) in enumerate(lines))
    assert titles(f"# Looms\n\n{page}") == [title for _, title in lines]


@pytest.mark.parametrize("labels", [("S4", "S5", "T5"), ("T5", "S4", "R2"), ("S1", "S2", "Cards")])
def test_letters_with_numbers_that_do_not_go_on_are_names_in_the_titles(labels: tuple[str, ...]) -> None:
    page = "".join(f"- [{label} Looms that Weave]({URL}{label})\n" for label in labels)
    assert titles(f"# Looms\n\n{page}") == [f"{label} Looms that Weave" for label in labels]


@pytest.mark.parametrize(
    "numbered",
    [
        ("H1 Receptors of Wool", "H2 Receptors of Looms", "H3 Receptors of Cards"),
        ("T1 Mapping of Looms", "T2 Mapping of Looms", "M1 Weavers", "V1 Maps of Wool"),
        ("1.1 Billion Rides on Looms", "2.1 Angstrom Looms of Wool", "3.1 Angstrom Cards at Work"),
        ("2.1 Angstrom Looms of Wool", "2.3 Angstrom Cards at Work", "2.4 Angstrom Wool", "Looms"),
        ("1.1 Billion Rides on Looms", "1.2 Tesla Images of Wool", "2.1 Angstrom Looms", "Looms", "Cards", "Mills"),
    ],
)
def test_numbers_with_nothing_but_a_blank_behind_them_may_be_of_titles(numbered: tuple[str, ...]) -> None:
    page = "".join(f"- [{title}]({URL}{at})\n" for at, title in enumerate(numbered))
    assert titles(f"# Looms\n\n{page}") == list(numbered)


def test_paragraphs_among_numbered_titles_are_titles_without_capitals_too() -> None:
    small = "Notes on looms for weaving wool with wide cards"
    page = "\n\n".join(f"{number}{title}" for number, title in (*PARTS, ("2.3", small), ("2.4", "Wool")))
    assert titles(f"## 织布\n\n{page}\n") == [*(title for _, title in PARTS), small]


def test_a_number_may_stand_right_before_a_title_that_begins_with_a_dimension() -> None:
    assert titles(f"# Looms\n\n- 2.3D Weaving by Cards [[pdf]]({URL})\n") == ["3D Weaving by Cards"]


@pytest.mark.parametrize(
    ("line", "title", "notes"),
    [
        ("Looms for Weaving Wide Cards：用宽卡织布", "Looms for Weaving Wide Cards", ["用宽卡织布"]),
        ("Looms: Weaving Wide Cards：LoomNet 织布", "Looms: Weaving Wide Cards", ["LoomNet 织布"]),
        ("Looms for Wide Cards: 用宽卡织布", "Looms for Wide Cards: 用宽卡织布", []),
        ("Cards of Old Mills：北京 and Its Looms", "Cards of Old Mills：北京 and Its Looms", []),
    ],
)
def test_what_a_title_means_in_chinese_may_stand_behind_a_wide_colon(line: str, title: str, notes: list[str]) -> None:
    (draft,) = papers(f"# Looms\n\n- **{line}** [[pdf]]({URL})\n")
    assert (draft.title, [note.body for note in draft.notes]) == (title, notes)


def test_numbers_before_a_colon_are_of_the_list_where_they_go_on_with_one_another() -> None:
    names = ("Notes on Looms", "Cards for Mills", "Gears and Wefts")
    page = "".join(f"- {at}: [{name}](https://arxiv.org/abs/1801.0000{at})\n" for at, name in enumerate(names, 1))
    assert titles(f"# Looms\n\n{page}") == list(names)


def test_a_number_before_a_colon_is_of_the_title_where_it_stands_alone() -> None:
    page = "- 42: [Jack Loomson](https://arxiv.org/abs/1801.00001)\n- 24: Season [One of Many](https://arxiv.org/abs/1801.00002)\n"
    assert titles(f"# Looms\n\n{page}") == ["42: Jack Loomson", "24: Season One of Many"]


WOVEN = (("织布机用宽卡", "Looms for Weaving Wide Cards"), ("GCN 改进卡片", "Cards That Weave on Looms"))


def test_what_is_said_in_chinese_before_titles_is_a_note_where_several_have_it() -> None:
    lines = (*WOVEN, ("织机的网络", "Nets of Looms for Mills"), ("卡片", "Wool for Looms and Cards"))
    page = "".join(f"- {said}：{title} [[pdf]]({URL}{at})\n" for at, (said, title) in enumerate(lines))
    found = papers(f"# Looms\n\n{page}")
    assert [(one.title, *(note.body for note in one.notes)) for one in found] == [
        (title, said) for said, title in lines
    ]


@pytest.mark.parametrize("front", ["织布机", "The Idea of 天", "Wool 阴 and Cards 阳", "孫子 and Sunzi"])
def test_a_title_keeps_words_of_chinese_before_its_colon(front: str) -> None:
    page = "".join(f"- [{front}: {title}]({URL}{at})\n" for at, (_, title) in enumerate((*WOVEN, ("", TITLE))))
    (*found,) = papers(f"# Looms\n\n{page}")
    assert [(one.title, one.authors) for one in found] == [
        (f"{front}: {title}", ()) for title in (*(title for _, title in WOVEN), TITLE)
    ]


@pytest.mark.parametrize("line", ["1.**{}** [paper]({})", "-**{}** [paper]({})", "*1. {} [paper]({})"])
def test_a_bullet_without_a_blank_before_bold_words_or_a_star_before_a_number_is_one(line: str) -> None:
    names = ["Notes on the Looms of Turin", "On Cards that Weave", "A Study of Old Mills"]
    page = "\n\n".join(f"{line.format(name, f'{URL}{at}')} 2020.1\n[code]({URL}{at}c)" for at, name in enumerate(names))
    assert titles(f"# Looms\n\n{page}\n") == names


def test_words_in_italics_that_begin_with_a_number_are_no_item() -> None:
    assert titles(f"*1. What to read first*\n\n- [{TITLE}]({URL})\n") == [TITLE]
