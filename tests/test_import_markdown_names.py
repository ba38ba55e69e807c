"""Markdown reading lists -> drafts of papers: what a paper is called for short, in brackets behind its title."""

from __future__ import annotations

import pytest
from markdown_pages import URL, papers, said, titles

WEAVING = "Notes on Weaving Wide Cards"


def page(*lines: str) -> str:
    return "# Papers\n\n" + "".join(f"- [{line}]({URL}{number})\n" for number, line in enumerate(lines))


def test_names_of_mixed_case_that_titles_do_not_spell_are_short_names_of_the_papers_where_the_page_has_two() -> None:
    found = papers(page(f"{WEAVING}(BobbinNet)", "Looms that Weave Silk（SpinCLR）", "Gears of the Mill (OpenAI)"))
    assert [(one.title, one.name) for one in found] == [
        (WEAVING, "BobbinNet"),
        ("Looms that Weave Silk", "SpinCLR"),
        ("Gears of the Mill (OpenAI)", None),
    ]


@pytest.mark.parametrize("name", ["FLAX", "FlaxNet", "FLAX2"])
def test_a_short_name_that_begins_its_title_too_is_no_end_of_it(name: str) -> None:
    (draft,) = papers(page(f"{name}: {WEAVING} ({name})"))
    assert (draft.title, draft.name) == (f"{name}: {WEAVING}", name)


@pytest.mark.parametrize(
    "end",
    ["(NWWC)", "(LOOM)", "(SPRINT)", "(WeaveCards)", "(MoWS2)", "(cGMP)", "(III)", "(LOOMs)", "(Revisited)", "(R2)"],
)
def test_what_else_is_short_for_something_in_brackets_is_of_its_title(end: str) -> None:
    assert titles(page(f"{WEAVING} {end}")) == [f"{WEAVING} {end}"]


def test_one_name_and_those_of_people_and_places_stay_in_their_titles() -> None:
    lines = [f"{WEAVING} (BobbinNet)", "Looms that Weave Silk (MacIntyre)", "Wool: A History of Wide Looms (Wool)"]
    assert titles(page(*lines)) == lines


def test_two_words_are_no_title_without_the_short_name_behind_them() -> None:
    assert titles(page("Wide Looms (BobbinNet)")) == ["Wide Looms (BobbinNet)"]


def test_all_that_look_like_short_names_are_where_five_titles_end_so_and_three_do_not_spell_theirs() -> None:
    ends = {"Weaving by Many Hands": "OPQR", "Looms that Weave Silk": "FLUX", "Gears of the Engine": "TT-XI"}
    others = {"Cards for Wide Looms": "CWL", "The Colour of Wool": "SPUNet", "Threads of Another Mill": "YaRN v2"}
    found = papers(page(*(f"{title} ({name})" for title, name in (ends | others).items()), WEAVING))
    assert [(one.title, one.name) for one in found] == [*(ends | others).items(), (WEAVING, None)]


def test_three_abbreviations_behind_titles_of_many_are_words_of_them() -> None:
    few = ["The Virus of 2020 (COVID-19)", "Brains of Weavers at Work (EEG)", "What Looms Explain (XAI)"]
    assert titles(page(*few, "Lectures on Weaving for All (Abridged)")) == [
        *few,
        "Lectures on Weaving for All (Abridged)",
    ]


def test_where_titles_spell_theirs_they_keep_what_is_short_for_them() -> None:
    lines = [
        "Cards for Wide Looms (CWL)",
        "Gears of the Engine (GE)",
        "Trials of Mills in Towns (TMT)",
        "A (New) Loom Act",
    ]
    assert titles(page(*lines)) == lines


def test_a_paper_with_another_name_before_its_colon_has_the_one_behind_it_as_a_tag() -> None:
    draft, _ = papers(page(f"Flax: {WEAVING} (BobbinNet)", "Looms that Weave Silk (SpinCLR)"))
    assert (draft.title, draft.name, draft.tags) == (f"Flax: {WEAVING}", "Flax", ("BobbinNet",))


@pytest.mark.parametrize("dash", ["-", "--", "—"])
def test_a_name_behind_a_dash_is_none_of_titles_where_those_of_the_papers_of_a_page_end_so(dash: str) -> None:
    bullets = "".join(f"- Looms of the town {town}\n" for town in "BCDEFGHIJK")
    cloths = ("Wool", "Silk", "Yarn", "Flax", "Hemp")
    rows = "".join(f"| Weaving Cards for {what} {dash} {what}Loom | 2020 |\n" for what in cloths)
    page = f"# Papers\n\n## Towns\n\n{bullets}\n## Cloth\n\n|Title|Year|\n|-|-|\n{rows}| Mills {dash} Loom |2021|\n"
    assert titles(page) == [*(f"Weaving Cards for {what}" for what in cloths), f"Mills {dash} Loom"]


def test_a_name_before_a_dash_is_none_of_titles_where_those_of_most_papers_of_a_page_begin_so() -> None:
    cloths = ("Wool", "Silk", "Yarn", "Flax", "Hemp")
    rows = [f"| [**{what}Loom** — Weaving Cards for {what}]({URL}{what}) |" for what in cloths]
    header = "| Paper |\n|---|\n"
    assert titles(header + "\n".join(rows)) == [f"Weaving Cards for {what}" for what in cloths]
    assert titles(header + "\n".join(rows[:4])) == [f"{what}Loom — Weaving Cards for {what}" for what in cloths[:4]]


@pytest.mark.parametrize("said", ["(aka CycleLoom)", "(AKA CycleLoom)", "[also known as CYCLELOOM]"])
def test_what_else_a_paper_is_called_behind_its_title_is_its_name(said: str) -> None:
    line = f"- Weaving of All Kinds at Once {said} [[pdf]](https://e.org/a.pdf)\n"
    (draft, _) = papers(f"{line}- [Cards](https://e.org/b)\n")
    assert (draft.title, draft.name) == ("Weaving of All Kinds at Once", said.split()[-1].strip(")]"))


@pytest.mark.parametrize(
    "title",
    [
        "Weaving of a Novel Card Also Known as Loom-3",
        "A Weaver Called Ada, aka Byron",
        "Weaving by Consensus a.k.a. Interactive Looms",
        "Weaving by Consensus (also known as LoomNet)",
    ],
)
def test_what_else_its_subject_is_called_is_of_a_title_that_is_a_link(title: str) -> None:
    assert titles(f"# Looms\n\n- [{title}](https://e.org/a)\n- [Cards](https://e.org/b)\n") == [title, "Cards"]


@pytest.mark.parametrize("title", ["A Weaver Called Ada, aka Byron", "Weaving of a Novel Card (aka Loom-3)"])
def test_what_else_its_subject_is_called_is_of_a_title_where_it_is_written_as_words_are(title: str) -> None:
    line = f"- {title} [[pdf]](https://e.org/a.pdf)\n"
    assert titles(f"# Looms\n\n{line}- [Cards](https://e.org/b)\n") == [title, "Cards"]


def test_a_short_name_in_bold_and_brackets_right_behind_a_plain_title_is_no_word_of_it() -> None:
    lines = f"- {WEAVING}(**SELoom**) [[paper]({URL})]\n- Looms that Weave Silk (**OSDI 2020**) [[paper]({URL})]\n"
    assert [(one.title, one.name, one.venue) for one in papers(f"# Papers\n\n{lines}")] == [
        (WEAVING, "SELoom", None),
        ("Looms that Weave Silk", None, "OSDI"),
    ]


def test_a_short_name_before_a_title_that_begins_with_it_is_said_once() -> None:
    line = (
        f"- `(2026-08)` **Loom ProMax**: Loom ProMax: {WEAVING} [![arXiv](https://img.shields.io/badge/a-b-c)]({URL})\n"
    )
    (draft,) = papers(f"# Papers\n\n{line}")
    assert (draft.title, draft.year) == (f"Loom ProMax: {WEAVING}", 2026)
    assert titles(f"# Papers\n\n- **Looms**: Looms in Looms: {WEAVING} [pdf]({URL})\n") == [
        f"Looms: Looms in Looms: {WEAVING}"
    ]


@pytest.mark.parametrize(
    "line",
    [
        "**{}: {}**, OSDI, 2024 [[pdf]({})]",
        "{}: {}. OSDI 2024. [[pdf]({})]",
        "**{}**: {}, OSDI 2024 [[pdf]({})]",
        "[**OSDI, 2024**] {}: {} [[pdf]({})]",
    ],
)
def test_a_name_before_a_colon_is_no_venue_where_another_is_told(line: str) -> None:
    title = "Notes on Weaving and the Engines of Old"
    found = said(f"# Papers\n\n- {line.format('TACO', title, URL)}\n", "venue", "year")
    assert found == {"title": f"TACO: {title}", "venue": "OSDI", "year": 2024}


def test_a_venue_before_a_colon_is_one_where_the_year_alone_stands_behind() -> None:
    title = "Notes on Weaving and the Engines of Old"
    found = said(f"# Papers\n\n- TACO: {title}. 2024 [[pdf]({URL})]\n", "venue", "year")
    assert found == {"title": title, "venue": "TACO", "year": 2024}


def test_a_name_before_a_colon_is_no_venue_where_its_row_calls_it_so() -> None:
    head = "# Papers\n\n| Keywords | Title |\n|---|---|\n"
    title = "Notes on Weaving and the Engines of Old"
    (paper,) = papers(f"{head}| FAST | FAST: {title} |\n")
    assert (paper.title, paper.venue) == (f"FAST: {title}", None)
    (paper,) = papers(f"{head}| Looms | FAST: {title} |\n")
    assert (paper.title, paper.venue) == (title, "FAST")


@pytest.mark.parametrize(("name", "venue"), [("LoomTrack20", None), ("Weft50", None), ("NeurIPS20", "NeurIPS")])
def test_a_name_and_two_numbers_before_a_colon_are_a_venue_only_where_it_is_known(name: str, venue: str | None) -> None:
    (paper,) = papers(f"# Papers\n\n- {name}: Notes on Weaving and the Engines of Old [[pdf]({URL})]\n")
    assert paper.venue == venue
    assert paper.title.startswith(name) == (venue is None)


def test_a_name_with_a_number_between_capitals_is_nobodys() -> None:
    title = "L00M N1: Notes on Weaving and the Engines of Old"
    assert said(f"# Papers\n\n- {title} [[pdf]({URL})]\n", "authors") == {"title": title, "authors": ()}
