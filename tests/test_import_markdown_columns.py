"""Markdown reading lists -> drafts of papers: what a column of a table holds where its header does not say it."""

from __future__ import annotations

import pytest
from markdown_pages import TITLE, URL, papers, titles

OTHER = "Weaving Patterns for Early Looms"


def table(header: str, *rows: str) -> str:
    """A table of ``header`` and ``rows``, whose cells stand between bars."""
    bar = "|".join("-" for _ in header.split("|"))
    return "\n".join((f"|{header}|", f"|{bar}|", *(f"|{row}|" for row in rows))) + "\n"


def test_a_column_in_which_most_cells_are_venues_says_where_each_paper_appeared() -> None:
    rows = (f"[{TITLE}]({URL})|ICML|1993", f"[{OTHER}]({URL}b)|AAMAS|2017", f"[Mills]({URL}c)|-|2018")
    said = [(one.venue, one.year) for one in papers(table("Paper|Accepted at|Year", *rows))]
    assert said == [("ICML", 1993), ("AAMAS", 2017), (None, 2018)]


def test_words_in_a_column_of_topics_are_no_venues_though_some_are_called_like_one() -> None:
    rows = (f"[{TITLE}]({URL})|SLAM", f"[{OTHER}]({URL}b)|Vision", f"[Mills and Cards]({URL}c)|Speech")
    assert [one.venue for one in papers(table("Paper|Task", *rows))] == [None] * 3


def test_a_column_of_years_says_the_venue_too_where_its_cells_do() -> None:
    rows = (
        f"[{TITLE}]({URL})|Interspeech 2023",
        f"[{OTHER}]({URL}b)|May 2021",
        f"[Mills and Cards]({URL}c)|2022-03-01",
    )
    said = [(one.venue, one.year) for one in papers(table("Title|Year", *rows))]
    assert said == [("INTERSPEECH", 2023), (None, 2021), (None, 2022)]


@pytest.mark.parametrize("cell", ["2018 / CVPR", "2018 / CVPR 2018", "2018, CVPR", "CVPR / 2018", "2018 CVPR"])
def test_a_cell_with_year_and_venue_says_both(cell: str) -> None:
    (paper,) = papers(table("Paper|Year / venue", f"[{TITLE}]({URL})|{cell}"))
    assert (paper.title, paper.venue, paper.year) == (TITLE, "CVPR", 2018)


def test_the_year_before_a_venue_goes_before_one_in_brackets_behind_it() -> None:
    (paper,) = papers(table("Paper|Year / venue", f"[{TITLE}]({URL})|2018 / CVPR (online 2017)"))
    assert paper.year == 2018


def test_what_stands_behind_a_venue_and_a_semicolon_is_no_part_of_it() -> None:
    cell = "2011 / Pattern Recognition Letters 32(1), 56–68; online publication 2010"
    (paper,) = papers(table("Paper|Year / venue", f"[{TITLE}]({URL})|{cell}"))
    assert (paper.venue, paper.year) == ("Pattern Recognition Letters", 2011)


def test_a_header_of_many_words_that_names_titles_goes_before_one_that_names_methods() -> None:
    rows = (f"2018|[Loom]({URL})|arXiv 2018|{TITLE}|None", f"2019|[Mill]({URL}b)|ICML 2019|{OTHER}|None")
    page = table("Date|Method|Conference|Paper Title and Paper Interpretation|Code", *rows)
    assert [(one.title, one.year) for one in papers(page)] == [(TITLE, 2018), (OTHER, 2019)]


def test_a_column_called_publication_holds_titles_where_its_cells_are_long_and_no_venues() -> None:
    rows = (f"2006|Loom|cotton|{TITLE}|[code]({URL})", f"2015|Mill|wool|{OTHER}|[code]({URL}b)")
    page = table("Year|Method|Keywords|Publication|Implementation", *rows)
    assert [(one.title, one.year) for one in papers(page)] == [(TITLE, 2006), (OTHER, 2015)]


def test_a_column_of_journals_stays_one_though_their_names_are_long() -> None:
    rows = (f"{TITLE}|Journal of the Royal Society of Looms|2006", f"{OTHER}|IEEE Transactions on Mills and Cards|2015")
    assert titles(table("Title|Publication|Year", *rows)) == [TITLE, OTHER]


def test_topics_of_meetings_that_are_as_long_as_titles_are_what_was_read_there() -> None:
    rows = (f"01.25 2024|{TITLE} by Punched Cards|Ada|[Video]({URL})", f"01.18 2024|{OTHER} and Mills|Charles|-")
    page = table("Date|Topic|Presenter|Video", *rows)
    assert [(one.title, one.year) for one in papers(page)] == [
        (f"{TITLE} by Punched Cards", None),
        (f"{OTHER} and Mills", None),
    ]


def test_each_line_of_a_topic_of_a_meeting_is_a_title_where_there_are_three_of_three_words() -> None:
    cell = f"{TITLE} <br> {OTHER} <br> Notes on the Mill"
    page = table("Date|Topic|Presenter", f"01.25|{cell}|Ada", f"01.18|{cell} for All <br> Gears|Charles <br> Ada")
    assert titles(page) == [TITLE, OTHER, "Notes on the Mill", TITLE, OTHER, "Notes on the Mill for All", "Gears"]


@pytest.mark.parametrize(
    "behind",
    [
        "<br> for Everybody",
        "<br> Ada Lovelace and Charles Babbage <br> ICML 1993",
        "for <br> Everybody in Turin <br> and Elsewhere in Time",
        "<br> Slides will be posted <br> Room 5 in building B",
    ],
)
def test_lines_that_go_on_with_a_title_or_say_who_wrote_it_and_where_are_no_more_titles(behind: str) -> None:
    page = table("Date|Paper|Presenter", f"01.25|{TITLE} {behind}|Ada", f"01.18|{OTHER} <br> of Mill and Card|Ada")
    assert len(titles(page)) == 2


def test_topics_of_a_course_are_no_papers() -> None:
    rows = ("01.25|Introduction|Ada|[Slides](a.pdf)", "01.18|Attention and Memory|Charles|[Slides](b.pdf)")
    assert titles(table("Date|Topic|Lecturer|Slides", *rows) + f"\n- [{TITLE}]({URL})\n") == [TITLE]


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("Journal title | Article title | Year", f"Nature | [{TITLE}]({URL}) | 2020"),
        ("Journal Title | Article | Year", f"Nature | [{TITLE}]({URL}) | 2020"),
        ("Title of Journal | Paper | Year", f"Nature | [{TITLE}]({URL}) | 2020"),
        ("Paper Link | Title / Method | Year", f"[Paper]({URL}) | {TITLE} | 2020"),
        ("Short Title | Full Title | Year", f"Looms | [{TITLE}]({URL}) | 2020"),
        ("Book title | Chapter title | Year", f"The Book of Looms | [{TITLE}]({URL}) | 2020"),
        ("Year | Talk title | Papers (link)", f"2020 | Intro to looms and mills | [{TITLE}]({URL})"),
    ],
)
def test_titles_of_journals_and_books_and_talks_are_no_titles_of_papers(header: str, row: str) -> None:
    assert [(one.title, one.year) for one in papers(table(header, row))] == [(TITLE, 2020)]


def test_a_journal_beside_an_article_is_its_venue() -> None:
    (paper,) = papers(table("Journal title | Article title | Authors", f"Nature | [{TITLE}]({URL}) | Ada Lovelace"))
    assert (paper.title, paper.venue) == (TITLE, "Nature")


def test_papers_to_be_read_until_a_deadline_are_papers_where_the_table_leads_to_them() -> None:
    page = table(
        "Paper | Where | Reading Deadline", f"[{TITLE}](https://arxiv.org/abs/1234.56789) | NeurIPS 2019 | 1 May"
    )
    assert [(one.title, one.venue) for one in papers(page)] == [(TITLE, "NeurIPS")]


@pytest.mark.parametrize("cell", ["Updated 2020", "Early 2020", "Week 3, 2020", "Reprint 2020", "Version 2, 2020"])
def test_a_word_before_a_year_in_a_column_of_days_is_no_venue(cell: str) -> None:
    (paper,) = papers(table("Paper|Date", f"[{TITLE}]({URL})|{cell}"))
    assert (paper.venue, paper.year) == (None, 2020)


@pytest.mark.parametrize("other", ["Blog title", "Video title", "Chapter title", "Title of the slides", "German title"])
def test_a_column_of_papers_holds_the_titles_where_they_stand_in_it(other: str) -> None:
    (paper,) = papers(
        table(f"Paper|{other}|Year", f"[{TITLE}](https://arxiv.org/abs/1234.56789)|The Loom Explained|2020")
    )
    assert paper.title == TITLE


@pytest.mark.parametrize("head", ["Book title", "Series Title"])
def test_titles_of_books_are_titles_where_no_other_column_has_any(head: str) -> None:
    (paper,) = papers(table(f"{head}|Author|Year", f"{TITLE}|Ada Lovelace|1843"))
    assert (paper.title, paper.year) == (TITLE, 1843)


@pytest.mark.parametrize(
    ("head", "cells"),
    [
        ("Subject", ("Science", "Nature", "Cell")),
        ("Company", ("IEEE", "ACM", "SIAM")),
        ("Keyword 1", ("DATE", "SAT", "RAID")),
        ("Dataset", ("ImageNet", "KDD", "CVPR")),
    ],
)
def test_names_in_a_column_of_something_else_are_no_venues(head: str, cells: tuple[str, ...]) -> None:
    rows = (f"[{TITLE} {cell}]({URL}{cell})|{cell}" for cell in cells)
    assert {one.venue for one in papers(table(f"Paper|{head}", *rows))} == {None}


def test_a_place_where_papers_were_presented_is_no_venue() -> None:
    rows = (f"[{TITLE} {cell}]({URL}{cell})|{cell}" for cell in ("ICML", "KDD", "OSDI", "Paris"))
    assert [one.venue for one in papers(table("Paper|Presented at", *rows))] == ["ICML", "KDD", "OSDI", None]


def test_meetings_with_a_deadline_are_no_papers_though_one_of_them_leads_to_a_paper() -> None:
    rows = (
        f"Workshop on Looms|Paris|1 May|[a paper](https://arxiv.org/abs/1234.5678{n})"
        if not n
        else "Mills|Rome|2 May|-"
        for n in range(3)
    )
    assert titles(table("Title|City|Deadline|Link", *rows) + f"\n- [{TITLE}]({URL})\n") == [TITLE]


def test_where_names_were_found_is_no_title_of_theirs() -> None:
    arxiv = "https://arxiv.org/abs/1234.5678"
    rows = (
        f"[{TITLE}]({arxiv}1)|the long list of a friend|2020",
        f"[{OTHER}]({arxiv}2)|the shelf beside the mill|2021",
    )
    assert titles(table("Name|Source|Year", *rows)) == [TITLE, OTHER]


def test_days_without_a_century_are_dates_where_the_numbers_of_arxiv_begin_with_the_same_years() -> None:
    rows = (
        f"25.03|[{TITLE}](https://arxiv.org/abs/2503.01234)",
        f"24.12.01|[{OTHER}](https://arxiv.org/abs/2412.01235)",
        "24.11 (ICML 2025)|[Mills and Cards of Old](https://arxiv.org/abs/2411.01236)",
        "24.10|[Looms and Wheels of Old](https://looms.org/a)",
    )
    said = [(one.venue, one.year) for one in papers(table("Date|Paper", *rows))]
    assert said == [(None, 2025), (None, 2024), ("ICML", 2025), (None, 2024)]


def test_days_of_meetings_are_no_years_though_they_may_look_like_some() -> None:
    rows = (
        f"18.03|[{TITLE}](https://arxiv.org/abs/1706.01234)",
        f"25.03|[{OTHER}](https://arxiv.org/abs/1810.01234)",
    )
    assert [one.year for one in papers(table("Date|Paper", *rows))] == [None, None]


def test_a_month_behind_a_preprint_is_no_score() -> None:
    rows = (f"[{TITLE}]({URL})|arXiv 24.02", f"[{OTHER}]({URL}b)|ICML 2024", f"[Mills and Cards]({URL}c)|ICLR 2023")
    assert [one.year for one in papers(table("Paper|Publication & Date", *rows))] == [2024, 2024, 2023]


@pytest.mark.parametrize(
    ("head", "cell"), [("发表时间", "2023 年 5 月 9 日"), ("发布日期", "2023.5"), ("发表年份", "2023年")]
)
def test_a_chinese_header_says_which_column_has_the_dates(head: str, cell: str) -> None:
    assert [one.year for one in papers(table(f"论文标题|{head}", f"[{TITLE}]({URL})|{cell}"))] == [2023]


def test_a_venue_behind_the_chinese_word_for_a_year_is_one_without_it() -> None:
    (paper,) = papers(table("论文标题|发表时间", f"[{TITLE}]({URL})|2023 年 CVPR"))
    assert (paper.venue, paper.year) == ("CVPR", 2023)


def test_chinese_headers_say_where_a_paper_and_its_people_come_from() -> None:
    row = f"[{TITLE}]({URL})|Ada Lovelace, Alan Turing|清华大学、Loom Inc|ICCV2021 Best paper"
    (paper,) = papers(table("论文名称|作者|发表单位|期刊/会议", row))
    assert (paper.venue, paper.year) == ("ICCV", 2021)
    assert [one.affiliations for one in paper.authors] == [("清华大学", "Loom Inc")] * 2


@pytest.mark.parametrize(
    ("label", "place"),
    [
        ("arXiv:2312.12386", ("arXiv", 2023)),
        ("ICML'21", ("ICML", 2021)),
        ("Code", (None, None)),
        ("arXiv", (None, None)),
    ],
)
def test_the_name_of_the_only_link_of_a_cell_may_be_where_and_when(label: str, place: tuple[str | None, int]) -> None:
    page = table("Paper|Link|Code", f"**{TITLE}**|[{label}](https://arxiv.org/abs/2312.12386)|-", f"**{OTHER}**|-|-")
    found = papers(page)[0]
    assert (found.venue, found.year) == place


def test_long_names_are_titles_where_two_of_who_when_and_where_stand_beside_them() -> None:
    rows = (f"<b>CVPR</b>|2022|{TITLE}|wool|rough", f"Loom Letters|2021|{OTHER}|silk|detailed")
    page = table("Publisher|Year|Name|Tags|Read", *rows)
    assert [(one.title, one.venue) for one in papers(page)] == [(TITLE, "CVPR"), (OTHER, "Loom Letters")]
    assert titles(table("Name|Year", f"{TITLE}|2020", f"{OTHER}|2021")) == []


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("Name|Where|Date", "Annual Weavers Congress|Zürich|2020-05-03"),
        ("Name|Publisher|Year", "The Long Looms of Lovelace|Loom Games|2020"),
        ("Name|Released|Source", "Weaver Large Model|2023|Loom Company"),
        ("Name|Published|Time", "Ada King Lovelace|Sketches|1843"),
        ("Name|Conference|Year", "Ada King Lovelace|ICML|2020"),
    ],
)
def test_names_are_no_titles_where_no_known_venues_stand_beside_long_ones(header: str, row: str) -> None:
    assert titles(table(header, row, row.replace("o", "oo"), row.replace("e", "ee"))) == []


@pytest.mark.parametrize(
    ("head", "cell", "fact"),
    [
        ("Authors and Code", "Ada Lovelace, Alan Turing", ("Ada Lovelace", "Alan Turing")),
        ("Author, Slides", "Ada Lovelace", ("Ada Lovelace",)),
        ("Review Author", "Ada Lovelace", ()),
        ("Code Authors", "Ada Lovelace", ()),
    ],
)
def test_what_a_column_has_beside_authors_is_said_behind_them(head: str, cell: str, fact: tuple[str, ...]) -> None:
    (paper,) = papers(table(f"Paper|{head}", f"[{TITLE}]({URL})|{cell}"))
    assert tuple(one.name for one in paper.authors) == fact


@pytest.mark.parametrize(
    ("head", "cell", "venue", "year"),
    [
        ("Venue/Code", "ICML", "ICML", None),
        ("Year / Review", "2020", None, 2020),
        ("Journal (peer-reviewed)", "Loom Letters", "Loom Letters", None),
        ("Review Year", "2020", None, None),
        ("Talk: Conference", "Weft", None, None),
    ],
)
def test_what_a_column_has_beside_where_and_when_is_said_behind_that(
    head: str, cell: str, venue: str | None, year: int | None
) -> None:
    (paper,) = papers(table(f"Paper|{head}", f"[{TITLE}]({URL})|{cell}"))
    assert (paper.venue, paper.year) == (venue, year)


def test_what_papers_are_about_is_left_out_behind_the_years_of_venues_where_most_of_a_column_have_it() -> None:
    def places(*cells: str) -> list[tuple[str | None, int | None]]:
        rows = (f"[Weaving Cards of Kind {chr(97 + at)}]({URL}{at})|{cell}" for at, cell in enumerate(cells))
        return [(one.venue, one.year) for one in papers(table("Title|Conference", *rows))]

    topics = ("ICRA2025-Looms", "ICML 2024 - Loom Learning", "arxiv2023-dataset", "ICLR 2022")
    assert places(*topics) == [("ICRA", 2025), ("ICML", 2024), ("arXiv", 2023), ("ICLR", 2022)]
    assert places("ICML 2024", "ICLR 2022", "SIGMOD 2003-Record")[-1] not in (("SIGMOD", 2003), (None, None))


@pytest.mark.parametrize("header", ["Paper & authors", "Title / Authors", "Papers + Author"])
def test_a_table_with_its_own_heading_has_titles_and_authors_in_one_column(header: str) -> None:
    rows = (f"2026|[{TITLE}]({URL})<br><sub>Ada Lovelace, Alan Turing, et al.</sub>",)
    page = f"<details>\n<summary><b>Looms of Towns</b> · 27 papers</summary>\n\n{table(f'Year|{header}', *rows)}"
    assert [(one.title, one.year, len(one.authors)) for one in papers(page)] == [(TITLE, 2026, 2)]


def test_a_column_of_who_and_when_says_so_of_each_paper_whatever_it_is_called() -> None:
    cited = ("Lovelace et al. (1843a)", "Hopper and Turing (1952)", "[Babbage et al., 1837](https://e.org/c.bib)")
    rows = "\n".join(f"| Notes on Loom {number} of Many | [pdf]({URL}) | {one} |" for number, one in enumerate(cited))
    found = papers(f"# Papers\n\n| Title | Source | Citation |\n|---|---|---|\n{rows}\n")
    assert [([one.name for one in draft.authors], draft.year) for draft in found] == [
        (["Lovelace"], 1843),
        (["Hopper", "Turing"], 1952),
        (["Babbage"], 1837),
    ]


def test_a_title_goes_on_behind_versus() -> None:
    title = "Looms are Not Machines: Woven Knowledge vs. Name-Based Reasoning in Unsupervised Weaving"
    (found,) = papers(f"# Papers\n\n| Title | Paper |\n|---|---|\n| {title} | [pdf](https://e.org/a.pdf) |\n")
    assert found.title == title


@pytest.mark.parametrize("place", ["**ICLR** 2024", "**ArXiv** 24.02"])
def test_a_conference_and_its_year_in_a_column_are_nobody_who_wrote_papers(place: str) -> None:
    rows = "\n".join(f"| [Notes on Loom {number} of Many](https://e.org/{number}) | {place} |" for number in range(3))
    found = papers(f"# Papers\n\n| Title | Publication & Date |\n|---|---|\n{rows}\n")
    assert [draft.authors for draft in found] == [()] * 3
    assert [draft.year for draft in found] == [2024] * 3


def test_a_day_in_a_column_beside_its_own_is_when_the_paper_appeared() -> None:
    rows = (
        f"| {TITLE} | 14 Mar 2016 | [arxiv]({URL}) |\n| Cards that Weave Themselves | [arxiv]({URL}b) | _25 Sep 2017_ |"
    )
    found = papers(f"# Papers\n\n| Title | Date | Paper |\n|---|---|---|\n{rows}\n")
    assert [draft.year for draft in found] == [2016, 2017]


def test_lines_below_a_row_that_name_people_and_a_day_say_who_wrote_its_paper_and_when() -> None:
    rows = f"| {TITLE} | | [arxiv]({URL}) |\nAda Lovelace, Alan Turing, Grace Hopper\n25 Jul 2017"
    (draft,) = papers(f"# Papers\n\n| Title | Authors | Paper |\n|---|---|---|\n{rows}\n")
    assert ([one.name for one in draft.authors], draft.year) == (["Ada Lovelace", "Alan Turing", "Grace Hopper"], 2017)


def test_a_conference_beside_how_often_a_paper_was_cited_is_where_it_appeared() -> None:
    (draft,) = papers(f"# Papers\n\n| Title | Labels |\n|---|---|\n| [{TITLE}]({URL}) | EMNLP,Citations (914) |\n")
    assert draft.venue == "EMNLP"


def test_a_column_of_last_authors_beside_one_of_first_authors_has_more_of_them() -> None:
    rows = (
        f"[{TITLE}]({URL})|Ada Lovelace|Alan Turing|Loom University",
        f"[{OTHER}]({URL}b)|Grace Hopper|Grace Hopper|-",
        f"[Mills and Cards]({URL}c)|Grace Hopper|-|-",
    )
    found = papers(table("Title|First Author|Last Author|Affiliation", *rows))
    assert [[one.name for one in paper.authors] for paper in found] == [
        ["Ada Lovelace", "Alan Turing"],
        ["Grace Hopper"],
        ["Grace Hopper"],
    ]
    assert [one.affiliations for one in found[0].authors] == [("Loom University",)] * 2


def test_the_last_author_stands_behind_the_first_wherever_its_column_does() -> None:
    (paper,) = papers(table("Corresponding author|First author|Title", f"Alan Turing|Ada Lovelace|[{TITLE}]({URL})"))
    assert [one.name for one in paper.authors] == ["Ada Lovelace", "Alan Turing"]


def test_who_is_asked_about_a_paper_is_no_more_an_author_beside_all_of_them() -> None:
    rows = (f"[{TITLE}]({URL})|Ada Lovelace, Alan Turing|A. Turing",)
    (paper,) = papers(table("Title|Authors|Corresponding author", *rows))
    assert [one.name for one in paper.authors] == ["Ada Lovelace", "Alan Turing"]


def test_of_columns_without_a_head_that_tells_that_which_leads_to_papers_has_the_titles() -> None:
    rows = "".join(
        f"| [Weaving of kind {n}](notes/a.md) | [{TITLE} {n}](https://arxiv.org/abs/2001.0100{n}) |\n" for n in range(3)
    )
    found = papers(f"# Looms\n\n| What it is about | Key reads to begin with |\n|---|---|\n{rows}")
    assert [one.title for one in found] == [f"{TITLE} {n}" for n in range(3)]


def test_the_name_of_a_journal_in_a_title_is_no_venue_where_it_goes_on_as_no_name_does() -> None:
    title = "Weaving Tables, Nature Words and Cards into One Loom"
    page = f"# Looms\n\n| Title | Paper |\n|---|---|\n| {title} | [a]({URL}) |\n"
    assert [one.title for one in papers(page)] == [title]


def test_a_link_that_is_called_arxiv_in_a_column_of_venues_is_one() -> None:
    rows = (f"2020|[ECCV]({URL}c)|{OTHER}", f"2020|[arXiv](https://arxiv.org/abs/2003.01234)|{TITLE}")
    assert [(one.venue, one.year) for one in papers(table("Year|Publication|Title", *rows))] == [
        ("ECCV", 2020),
        ("arXiv", 2020),
    ]


@pytest.mark.parametrize(
    ("cell", "venue", "year"),
    [
        ("2019第四届织机与卡片国际会议", "第四届织机与卡片国际会议", 2019),
        ("IEEE织机学会年会", "IEEE织机学会年会", None),
        ("第26届织机国际会议(ICLM)", "第26届织机国际会议(ICLM)", None),
        ("织机大学硕士论文", "织机大学硕士论文", None),
        ("织机大学", None, None),
    ],
)
def test_a_meeting_or_journal_in_chinese_is_nobodys_place_of_work(
    cell: str, venue: str | None, year: int | None
) -> None:
    (paper,) = papers(table("标签|题目|作者|单位", f"织机|[{TITLE}]({URL})|Ada Lovelace, Alan Turing|{cell}"))
    assert (paper.venue, paper.year) == (venue, year)
    assert [one.affiliations for one in paper.authors] == [() if venue else (cell,)] * 2


def test_where_a_column_of_papers_links_to_them_by_where_and_when_they_appeared_titles_are_in_another() -> None:
    links = [f"[{place}](https://arxiv.org/abs/2001.0100{place[-1]})" for place in ("OSDI 2018", "SOSP 2019")]
    rows = (f"[{TITLE}]({URL})|{links[0]}|Brass", f"{OTHER}|{links[1]}|Brass")
    found = papers(table("Project|Paper|Framework", *rows))
    assert [(one.title, one.venue, one.year, one.name) for one in found] == [
        (TITLE, "OSDI", 2018, None),
        (OTHER, "SOSP", 2019, None),
    ]


def test_a_column_of_papers_in_which_few_are_called_by_where_they_appeared_has_the_titles() -> None:
    rows = (f"Weaving with wide looms|[{TITLE}]({URL})", f"Weaving|[OSDI 2018]({URL}b)", f"Cards|[{OTHER}]({URL}c)")
    assert {TITLE, OTHER} <= {one.title for one in papers(table("Project|Paper", *rows))}


@pytest.mark.parametrize("linked", [True, False])
def test_links_that_are_titles_are_so_in_a_column_in_which_most_only_lead_to_papers(linked: bool) -> None:
    titled = [f"[{one}]({URL})" if linked else one for one in (TITLE, OTHER, "Weaving Cards")]
    rows = [f"2019-0{month}|Weaving|{one}" for month, one in enumerate(titled, 1)]
    rows += [f"2018-0{month}|Weaving, Cards|[Paper]({URL}{month})" for month in range(1, 6)]
    found = [(one.title, one.year) for one in papers(table("Date|Keywords|Paper", *rows))]
    assert ((TITLE, 2019) in found) == linked


def test_names_of_models_are_titles_where_no_link_in_a_column_of_papers_is_one() -> None:
    rows = [
        f"Loom-{n}|It weaves with cards of kind {n}|[arXiv:2001.0100{n}](https://arxiv.org/abs/2001.0100{n})"
        for n in range(3)
    ]
    found = papers(table("Model|Description|Paper", *rows))
    assert [one.title for one in found] == ["Loom-0", "Loom-1", "Loom-2"]


def test_a_column_of_months_tells_the_years() -> None:
    rows = f"| 2 | [{TITLE}]({URL}) | 2024-02 |\n| 3 | [{TITLE} again]({URL}b) | 2023-11 |\n"
    assert [one.year for one in papers(f"# Papers\n\n| Rank | Paper | Month |\n|---|---|---|\n{rows}")] == [2024, 2023]


def test_a_column_of_titles_with_venue_and_year_comes_before_one_that_leads_to_papers() -> None:
    places = {"Turin": 10001, "London": 10002, "Lyon": 10003}
    rows = [
        f"| **Looms of {place}, Then and Now** (CVPR 2016) | [Cards of {place}](https://arxiv.org/abs/2101.{number}) |"
        for place, number in places.items()
    ]
    page = "\n".join(["# Papers", "", "| | |", "|---|---|", *rows])
    assert titles(page) == [f"Looms of {place}, Then and Now" for place in places]


@pytest.mark.parametrize("people", ["李四 计算机学报", "王五论文", "李明的博士论文"])
def test_people_and_what_they_wrote_in_a_column_of_authors_are_no_venue(people: str) -> None:
    (paper,) = papers(table("标题|作者", f"[{TITLE}]({URL})|{people}"))
    assert paper.venue is None


def test_what_stands_before_a_slash_and_a_year_in_a_column_of_venues_is_one_whatever_its_name() -> None:
    (paper,) = papers(table("Title|Venue/Year", f"[{TITLE}]({URL})|looms, cards and wide cloth/2021"))
    assert (paper.venue, paper.year) == ("looms, cards and wide cloth", 2021)


@pytest.mark.parametrize("state", ["To appear", "in press", "March"])
def test_what_is_no_place_before_a_slash_and_a_year_leaves_the_year(state: str) -> None:
    (paper,) = papers(table("Title|Venue/Year", f"[{TITLE}]({URL})|{state}/2021"))
    assert (paper.venue, paper.year) == (None, 2021)


def test_a_venue_and_its_year_among_tags_in_a_cell_are_where_a_paper_appeared() -> None:
    (paper, other) = papers(
        table("Title|PDF|Tags", f"[{TITLE}]({URL})|x|`ICLR'23`, `Acme`", f"[Wide Looms]({URL}b)|y|`preprint'22`, cards")
    )
    assert (paper.venue, paper.year, paper.tags) == ("ICLR", 2023, ("Acme",))
    assert (other.venue, other.year, other.tags) == (None, 2022, ("cards",))


@pytest.mark.parametrize("tags", ["SOSP 2021, OSDI 2022", "looms, 1844, steam", "cards, January 2020", "Thesis 2021"])
def test_tags_that_do_not_tell_one_venue_and_its_year_stay_tags(tags: str) -> None:
    (paper,) = papers(table("Title|Year|Tags", f"[{TITLE}]({URL})|1843|{tags}"))
    assert (paper.venue, paper.year, paper.tags) == (None, 1843, tuple(tags.split(", ")))


def test_a_column_of_years_tells_more_of_when_than_tags_before_it() -> None:
    (paper,) = papers(table("Title|Tags|Year", f"[{TITLE}]({URL})|OSDI 2022, cards|1843"))
    assert (paper.venue, paper.year, paper.tags) == ("OSDI", 1843, ("cards",))
