"""Markdown reading lists -> drafts of papers: where and when they appeared, in brackets before their titles."""

from __future__ import annotations

import pytest
from markdown_pages import TITLE, URL, papers, said, titles

KNOWN = ("OSDI, 2020", "CVPR, 2021", "arXiv, 2024", "ICML, 2019")


def page(*brackets: str) -> str:
    return "# Looms\n\n" + "".join(f"- [**{said}**] {TITLE} [paper]({URL}{n})\n" for n, said in enumerate(brackets))


def test_a_place_that_nobody_knows_stands_where_most_of_a_page_have_known_ones() -> None:
    found = papers(page(*KNOWN, "SOSP, 2021", "Wide Weaving, 1850", "Weaving Fusion, 2025"))
    assert [(one.title, one.venue, one.year, one.tags) for one in found[5:]] == [
        (TITLE, "Wide Weaving", 1850, ()),
        (TITLE, "Weaving Fusion", 2025, ()),
    ]


def test_what_few_or_other_brackets_say_are_tags() -> None:
    assert [one.venue for one in papers(page(*KNOWN[:2], "Wide Weaving, 1850"))][-1] is None
    assert [one.venue for one in papers(page(*KNOWN, "Must read", "Ada Lovelace, 1843"))][-2:] == [None, None]


def test_a_company_or_a_word_of_the_reader_is_no_place_though_a_year_stands_behind_it() -> None:
    said = ("Google, 2019", "Meta AI, 2020", "Survey, 2021", "Must Read, 2021")
    for one in said:
        assert [paper.venue for paper in papers(page(*KNOWN, *KNOWN, *KNOWN, one))][-1] is None


def test_places_that_nobody_knows_stand_where_more_than_twice_as_many_are_known() -> None:
    unknown = ("Wide Weaving, 1850", "Weaving Fusion, 2025")
    assert [paper.venue for paper in papers(page(*KNOWN, *unknown))][-1] is None


def test_a_long_name_of_a_place_and_a_title_of_one_word_stand_so_too() -> None:
    long = "IEEE Transactions on Cognitive and Developmental Systems of Looms, 2020"
    lines = f"- [**{long}**] {TITLE} [paper]({URL})\n- [**arXiv, 2025**] LoomNet3 [paper]({URL}b)\n"
    assert [(one.title, one.venue, one.year) for one in papers(f"# Looms\n\n{lines}")] == [
        (TITLE, "IEEE Transactions on Cognitive and Developmental Systems of Looms", 2020),
        ("LoomNet3", "arXiv", 2025),
    ]


@pytest.mark.parametrize("rest", ["pdf", "(oral)", "Oral", f"Slides [link]({URL})"])
def test_what_is_no_title_behind_a_place_in_brackets_is_none(rest: str) -> None:
    line = f"- [**OSDI 2020**] {TITLE} [paper]({URL})\n- [OSDI 2020] {rest}\n"
    assert not {title.strip("()").casefold() for title in titles(f"# Looms\n\n{line}")} & {"pdf", "oral", "slides"}


def test_a_number_in_brackets_before_a_title_is_no_topic_of_it() -> None:
    assert said(f"- **[1] {TITLE}**, OSDI 2020. [pdf]({URL})\n", "tags") == {"title": TITLE, "tags": ()}


def test_two_short_names_with_a_slash_between_are_no_venue_and_a_title() -> None:
    line = f"- **AR/VR**: Looms and Cards for Wide Spaces [pdf]({URL})\n"
    assert said(line, "venue")["venue"] is None


@pytest.mark.parametrize(
    ("said", "venue", "year"),
    [
        ("OSDI'24_06", "OSDI", 2024),
        ("OSDI'24_13", "OSDI'24_13", None),
        ("J. Loom Syst.'16", "J. Loom Syst.", 2016),
        ("npj Looms'16", "npj Looms", 2016),
        ("Int. J. Loom. Syst. Technol. Appl. Mills Rev.'13", "Int. J. Loom. Syst. Technol. Appl. Mills Rev.", 2013),
        ("Ada Lovelace'13", None, None),
        ("the Summer'69", None, None),
        ("Class of '69", None, None),
    ],
)
def test_a_name_right_before_a_short_year_in_brackets_before_a_title_is_a_venue_though_the_month_stands_behind_it(
    said: str, venue: str | None, year: int | None
) -> None:
    (paper,) = papers(f"# Papers\n\n- [Core] (*{said}*) **{TITLE}**\n  [[Paper]({URL})]\n")
    assert (paper.title, paper.venue, paper.year) == (TITLE, venue, year)


def test_what_a_title_says_to_its_reader_is_no_word_of_the_list_where_it_appeared_somewhere() -> None:
    title = "I can help you weave! A loom that is changed as it weaves"
    linked = "[[Paper](https://doi.org/10.1145/1843)]"
    assert titles(f"# Papers\n\n- (*OSDI'13*) **{title}** {linked}\n- **{TITLE}** {linked}\n") == [title, TITLE]
    assert titles(f"# Papers\n\n- **{title}** {linked}\n- **{TITLE}** {linked}\n") == [TITLE]


@pytest.mark.parametrize(
    "taken",
    ["oral", "Spotlight", "submission", "best demo award", "Best Paper Honorable Mention", "outstanding paper"],
)
@pytest.mark.parametrize("sep", [",", ":", " |"])
def test_how_a_paper_was_taken_before_its_title_is_no_word_of_that(taken: str, sep: str) -> None:
    line = f"- OSDI 2020 {taken}{sep} {TITLE}, [Website]({URL})\n"
    assert said(line, "venue", "year") == {"title": TITLE, "venue": "OSDI", "year": 2020}


def test_a_title_may_begin_with_such_a_word() -> None:
    line = f"- OSDI 2020: Oral Histories of Weaving on Wide Looms [pdf]({URL})\n"
    assert titles(f"# Papers\n\n{line}") == ["Oral Histories of Weaving on Wide Looms"]


def test_bold_words_before_a_colon_begin_a_title_that_goes_on_in_capitals_and_no_remark() -> None:
    line = f"- **Card That Weaves Itself**: {{}}, [Website]({URL})\n"
    assert titles(line.format("Weaving Wide Looms from Old Cards")) == [
        "Card That Weaves Itself: Weaving Wide Looms from Old Cards"
    ]
    remarked = line.format("Ada, who wove the first cards of all")
    assert titles(f"# Papers\n\n{remarked}") == ["Card That Weaves Itself"]


@pytest.mark.parametrize("tag", ["`interp`", "interp", "`cards`, `cloth`"])
@pytest.mark.parametrize("title", [TITLE, "**Wide** Looms for Narrow Cloth"])
def test_a_linked_venue_and_a_tag_in_brackets_stand_before_a_title(tag: str, title: str) -> None:
    (paper,) = papers(f"# Papers\n\n- [[CVPR 2022]({URL})] [{tag}] {title}\n")
    assert (paper.title, paper.venue, paper.year) == (title.replace("*", ""), "CVPR", 2022)


@pytest.mark.parametrize("title", ["Notes on Wide Looms", "meta2loom: Notes on Wide Looms"])
def test_a_year_and_a_conference_stand_between_commas_before_a_title_in_bold(title: str) -> None:
    (paper,) = papers(f"# Papers\n\n- 2014, EMNLP, **{title}**, Ada Lovelace, [[pdf]({URL})]\n")
    assert (paper.title, paper.venue, paper.year) == (title, "EMNLP", 2014)
    assert [one.name for one in paper.authors] == ["Ada Lovelace"]


@pytest.mark.parametrize("title", ["KDD **Cup on Weaving Looms in the North**", "PODC **Prize Lecture on Weaving**"])
def test_the_first_word_of_a_title_may_stand_before_the_rest_of_it_in_bold(title: str) -> None:
    (paper,) = papers(f"# Papers\n\n- {title}, 2020\n")
    assert (paper.title, paper.venue, paper.year) == (title.replace("*", ""), None, 2020)


TAKEN = [
    "Oral",
    "Poster",
    "Long Paper",
    "Best Paper",
    "Oral, Best Paper Candidate",
    "Industry Track",
    "top 5%",
    "CCF-A",
]


@pytest.mark.parametrize("taken", TAKEN)
@pytest.mark.parametrize(
    "line",
    [
        "{title}, OSDI 2020, {taken} [[pdf]({url})]",
        "{title} (OSDI 2020 {taken}) [[pdf]({url})]",
        "{title} (OSDI'20) ({taken}) [[pdf]({url})]",
        "[OSDI 2020 {taken}] {title} [[pdf]({url})]",
        "OSDI 2020 ({taken}), {title}, [[pdf]({url})]",
        "OSDI 2020, {taken}. {title}, [[pdf]({url})]",
        "[{title}]({url}) - OSDI 2020 {taken}",
        "**{title}**. In OSDI 2020 ({taken}). [[pdf]({url})]",
        "[{title}]({url}) `OSDI 2020` `{taken}`",
    ],
)
def test_how_a_paper_was_taken_set_off_behind_a_known_venue_and_its_year_is_no_word_of_its_title(
    line: str, taken: str
) -> None:
    page = f"# Papers\n\n- {line.format(title=TITLE, url=URL, taken=taken)}\n"
    assert said(page, "venue", "year") == {"title": TITLE, "venue": "OSDI", "year": 2020}


def test_what_a_paper_won_behind_where_it_appeared_is_a_tag_and_how_it_was_shown_is_none() -> None:
    line = f"# Papers\n\n- {TITLE}, OSDI 2020 ({{}}), [[pdf]]({URL})\n"
    assert said(line.format("Best Paper"), "tags") == {"title": TITLE, "tags": ("best paper",)}
    assert said(line.format("Oral"), "tags") == {"title": TITLE, "tags": ()}


def test_a_title_behind_a_venue_may_begin_with_how_others_are_taken() -> None:
    line = f"- OSDI 2020, Long Papers on Short Looms, [[pdf]]({URL})\n"
    assert titles(f"# Papers\n\n{line}") == ["Long Papers on Short Looms"]


@pytest.mark.parametrize(
    "line",
    [
        "*OSDI 2019* **{title}**",
        "*OSDI 2019*. *[{title}](https://e.org/a)*",
        "**OSDI 2019**; **{title}.** - [code](https://e.org/a)",
        "**OSDI** 2019 / **{title}**",
        "*OSDI* (2019). __{title}__ [[Paper](https://e.org/a)]",
        '*OSDI*, 2019 — "{title}" [[Paper](https://e.org/a)]',
        "[[OSDI 2019](https://e.org/a)], ***{title}***",
        "[OSDI 2019](https://e.org/a); *{title}*",
        "*OSDI 2019*; {title} [[Paper](https://e.org/a)]",
        "**OSDI**, *2019* {title} [[Paper](https://e.org/a)]",
    ],
)
def test_where_a_paper_appeared_may_be_set_off_before_its_title(line: str) -> None:
    other = line.format(title="Wide Looms Weave Cards").replace("OSDI", "arXiv")
    page = f"# Papers\n\n- {line.format(title=TITLE)}\n- {other}\n"
    assert [(draft.title, draft.venue, draft.year) for draft in papers(page)] == [
        (TITLE, "OSDI", 2019),
        ("Wide Looms Weave Cards", "arXiv", 2019),
    ]


def test_who_wrote_a_paper_behind_where_it_appeared_is_no_title() -> None:
    assert titles(f"# Papers\n\n- {TITLE}\n  *OSDI 2019* **Ada Lovelace, Alan Turing**\n") == [TITLE]


@pytest.mark.parametrize("behind", ["Best Paper Award", "Accepted Papers", "Keynote on Wide Looms"])
def test_what_is_said_of_a_conference_in_bold_is_no_title(behind: str) -> None:
    assert behind not in titles(f"# Papers\n\n- [{TITLE}]({URL})\n- **OSDI 2019** {behind} [[pdf]]({URL}b)\n")
