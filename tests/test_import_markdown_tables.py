"""Markdown reading lists -> drafts of papers: what the columns of a table say, and which rows are papers."""

from __future__ import annotations

import pytest
from markdown_pages import ALAN, TITLE, URL, papers, said, titles

from readtrack.model import Author


def test_a_row_whose_title_leads_to_notes_on_its_page_is_a_paper_where_the_table_leads_to_papers_too() -> None:
    text = f"""paper|year|conference|link
-|-|-|-
[{TITLE}](#notes)|**2021**|**AAAI**|[paper]({URL})
[Notes on Looms and Cards](#looms)|2018|CVPR
"""
    assert [(one.title, one.venue, one.year) for one in papers(text)] == [
        (TITLE, "AAAI", 2021),
        ("Notes on Looms and Cards", "CVPR", 2018),
    ]


@pytest.mark.parametrize(
    ("who", "venue", "year", "authors"),
    [
        ("Ada Lovelace et al. · Loom Card Analysis · 2024", "Loom Card Analysis", 2024, ("Ada Lovelace",)),
        ("Ada Lovelace, Alan Turing · npj Looms · 2024", "npj Looms", 2024, ("Ada Lovelace", "Alan Turing")),
        ("Ada Lovelace · Cloth Store (Turin University) · 2024", "Cloth Store", 2024, ("Ada Lovelace",)),
        ("Alan Turing · 2024", None, 2024, ("Alan Turing",)),
    ],
)
def test_below_a_title_dots_part_who_where_and_when_where_most_of_a_page_names_known_places(
    who: str, venue: str | None, year: int, authors: tuple[str, ...]
) -> None:
    row = "| **{}** <br><sub>{}</sub> | [pdf]({}{}) |\n"
    known = "".join(row.format(f"On the Looms of {name}", f"Ada Lovelace · {name} · 2020", URL, name) for name in KNOWN)
    draft = papers(f"| Paper | Links |\n|---|---|\n{known}{row.format(TITLE, who, URL, '')}")[-1]
    assert (draft.title, draft.venue, draft.year, draft.authors) == (TITLE, venue, year, tuple(map(Author, authors)))
    assert not draft.notes


KNOWN = ("OSDI", "SOSP", "NSDI")


@pytest.mark.parametrize("word", ["Must Read", "Optional", "Deep Learning"])
@pytest.mark.parametrize("sign", ["·", "•", "|"])
def test_words_between_dots_are_no_venue_but_where_most_of_a_page_names_known_ones(word: str, sign: str) -> None:
    line = f"- [{TITLE}]({URL}) {sign} Ada Lovelace, Alan Turing {sign} {word} {sign} 1843\n"
    for page in (line, line * 2 + f"- [On Looms and Cards]({URL}b) {sign} Ada Lovelace {sign} OSDI {sign} 2020\n"):
        draft = papers(f"# Papers\n\n{page}")[0]
        assert (draft.title, draft.venue, draft.year) == (TITLE, None, 1843)
        assert [one.name for one in draft.authors] == ["Ada Lovelace", "Alan Turing"]
        assert [note.body for note in draft.notes] == [word]


def test_how_far_a_paper_was_read_is_no_venue_between_dots_either() -> None:
    lines = [f"- [On the Looms of {at}]({URL}{at}) · Ada Lovelace · {at} · 2020\n" for at in (*KNOWN, "Reading")]
    assert [draft.venue for draft in papers("# Papers\n\n" + "".join(lines))] == [*KNOWN, None]


@pytest.mark.parametrize("place", ["..., 2006", "?, 2006", "2006", "- (2006)"])
def test_a_cell_of_venues_may_say_no_more_than_the_year(place: str) -> None:
    page = f"| Paper | Conference & Year |\n|---|---|\n| [{TITLE}]({URL}) | {place} |\n"
    assert said(page, "venue", "year") == {"title": TITLE, "venue": None, "year": 2006}


def test_a_table_that_leads_only_to_notes_on_its_page_is_its_contents() -> None:
    page = f"| Paper | Year |\n|---|---|\n| [{TITLE}](#notes) | 2021 |\n\n## Notes\n\n- [Looms and Cards]({URL})\n"
    assert titles(page) == ["Looms and Cards"]


@pytest.mark.parametrize("head", ["Read date", "Read on", "Date read", "Finished", "When read"])
def test_a_column_that_says_when_a_paper_was_read_says_that_it_was(head: str) -> None:
    rows = f"| [{TITLE}]({URL}) | 2017-06 | 2023-12 |\n| [Notes on Looms and Cards]({URL}b) | 2018-01 | |\n"
    read, unread = papers(f"| Title | Date | {head} |\n|---|---|---|\n{rows}")
    assert [(one.status, one.finished_on) for one in read.readings] == [("read", "2023-12")]
    assert (read.year, unread.year, unread.readings) == (2017, 2018, ())


@pytest.mark.parametrize("head", ["Title / Method", "Paper / Title", "Title (link)", "Paper & Link", "Full Title"])
def test_a_column_is_one_of_titles_where_its_header_names_them_among_other_words(head: str) -> None:
    rows = f"| Looms / Cards | 2025 | arXiv | {TITLE} | [Paper]({URL}) | - |\n" * 2
    page = f"| Module | Year | Venue | {head} | Paper | Code / Data |\n|---|---|---|---|---|---|\n{rows}"
    assert [(one.title, one.venue, one.year) for one in papers(page)] == [(TITLE, "arXiv", 2025)] * 2


def test_a_column_of_titles_in_links_is_one_though_most_of_it_is_empty() -> None:
    rows = f"| 2021 | Looms | [{TITLE}]({URL}) | [code]({URL}c) |\n" + f"| 2022 | Cards | | [code]({URL}d) |\n" * 2
    page = f"| Year | Name | Paper | Code |\n|---|---|---|---|\n{rows}"
    assert [(one.title, one.name, one.year) for one in papers(page)] == [(TITLE, "Looms", 2021)]


def test_what_a_system_reached_is_no_venue() -> None:
    page = f"| Title | Performance |\n|---|---|\n| [{TITLE}]({URL}) | MOTA 53.6 on MOT16 <br> MOTA 54.1 on MOT17 |\n"
    assert said(page, "venue", "year") == {"title": TITLE, "venue": None, "year": None}


@pytest.mark.parametrize(
    ("cell", "venue", "year"), [("TKDE 01.2025", "TKDE", 2025), ("arXiv", "arXiv", None), ("OSDI '20", "OSDI", 2020)]
)
def test_a_cell_of_a_column_without_a_known_name_may_be_a_venue(cell: str, venue: str, year: int | None) -> None:
    page = f"| Cite | Title |\n|---|---|\n| {cell} | [{TITLE}]({URL}) |\n"
    assert said(page, "venue", "year") == {"title": TITLE, "venue": venue, "year": year}


@pytest.mark.parametrize("nothing", ["N/A", "-", "n/a", "TBD", "null", "None", "?", "add later", "To be added"])
def test_a_cell_that_says_there_is_nothing_says_nothing(nothing: str) -> None:
    page = (
        f"| Title | Authors | Venue | Year |\n|---|---|---|---|\n| [{TITLE}]({URL}) | {nothing} | {nothing} | 2021 |\n"
    )
    assert said(page, "venue", "year", "authors") == {"title": TITLE, "venue": None, "year": 2021, "authors": ()}


@pytest.mark.parametrize("mark", ["x", "X", "y", "yes", "✓", "[x]"])
def test_a_mark_in_a_column_of_what_was_read_says_that_it_was(mark: str) -> None:
    (paper,) = papers(f"| Title | Read? |\n|---|---|\n| [{TITLE}]({URL}) (OSDI 2021) | {mark} |\n")
    assert [one.status for one in paper.readings] == ["read"]


def test_a_table_that_guides_the_reader_of_the_page_holds_no_papers() -> None:
    rows = "| **New to weaving looms** | **2.3 Looms & Cards** | - |\n| **In search of one** | **4) Mills** | - |\n"
    assert titles(f"# Papers\n\n| If you are | Go to | What is there |\n|---|---|---|\n{rows}") == []


def test_titles_in_bold_with_who_wrote_them_are_papers_in_a_table_whose_heads_say_nothing() -> None:
    rows = f"| 1 | **{TITLE}**, Ada Lovelace, Alan Turing |\n| 2 | **On Weaving Numbers and Digits**, 1843 |\n"
    found = titles(f"# Papers\n\n| Week | To read |\n|---|---|\n{rows}")
    assert found == [TITLE, "On Weaving Numbers and Digits"]


def _html(*rows: str) -> str:
    heads = "".join(f"<th>{head}</th>\n" for head in ("Title", "Authors", "Journal(Year)"))
    return f"<table>\n<tr>\n{heads}</tr>\n" + "".join(f"<tr>\n{row}</tr>\n" for row in rows) + "</table>\n"


def test_a_line_broken_in_a_cell_of_html_is_a_blank_and_a_head_of_journal_and_year_holds_both() -> None:
    page = _html(
        f"<td>Notes on the\nAnalytical Engine</td>\n<td>Weaver, Ma, Hopper, and\nSmall</td>\n"
        f'<td>JCGS (2011)</td>\n<td><a\nhref="{URL}">Link</a></td>\n'
    )
    assert said(page, "venue", "year", "authors") == {
        "title": TITLE,
        "venue": "JCGS",
        "year": 2011,
        "authors": tuple(map(Author, ("Weaver", "Ma", "Hopper", "Small"))),
    }


def test_a_break_in_a_cell_of_html_parts_two_groups_of_authors() -> None:
    page = _html(f"<td>{TITLE}</td><td>Ada Lovelace, Acme Inc.<br>Alan Turing, MIT</td><td>OSDI 2020</td>")
    assert said(page, "authors")["authors"] == (Author("Ada Lovelace", ("Acme Inc.",)), Author("Alan Turing", ("MIT",)))


def test_a_year_beside_a_column_of_venues_is_a_column_of_years() -> None:
    page = f"| Title | Journal | Journal year |\n|---|---|---|\n| [{TITLE}]({URL}) | Looms | 2019 |\n"
    assert said(page, "venue", "year") == {"title": TITLE, "venue": "Looms", "year": 2019}


def test_two_family_names_and_others_are_two_people_in_a_table_that_has_no_given_names() -> None:
    people = ("Weaver, Mill, et al.", "Hopper, Weaver, and Small", "Turing, Mill, and Hopper", "Mill, Turing, and Loom")
    rows = [f"<td>{TITLE} {at}</td><td>{one}</td><td>AoS (2012)</td>\n" for at, one in enumerate(people)]
    assert [one.name for one in papers(_html(*rows))[0].authors] == ["Weaver", "Mill"]
    assert said(_html(rows[0]), "authors")["authors"] == (Author("Mill Weaver"),)


def test_that_a_paper_was_printed_with_its_discussion_is_said_by_its_title() -> None:
    title = f"{TITLE} (with Discussion)"
    assert said(f"- [{title}]({URL}), 2020\n", "year") == {"title": title, "year": 2020}
    assert said(_html(f"<td>{title}</td><td>Hopper</td><td>BA (2020)</td>"), "year") == {"title": title, "year": 2020}


def test_names_of_several_words_are_titles_where_authors_and_years_stand_beside_them() -> None:
    rows = f"|{TITLE}|Ada Lovelace, Charles Babbage|2018|CGI|\n|Cards That Weave Looms|Mary Somerville|\n"
    found = papers(f"|Name|Author|Year|Conference|\n|-|-|-|-|\n{rows}")
    assert [(one.title, one.venue, one.year, [who.name for who in one.authors]) for one in found] == [
        (TITLE, "CGI", 2018, ["Ada Lovelace", "Charles Babbage"]),
        ("Cards That Weave Looms", None, None, ["Mary Somerville"]),
    ]
    tools = "|LoomNet|Ada Lovelace|2018|\n|Weaver|Charles Babbage|2019|\n"
    assert titles(f"|Name|Author|Year|\n|-|-|-|\n{tools}") == []


def test_bullets_in_a_cell_of_html_stay_apart() -> None:
    heads = "<tr><th>Title</th><th>Venue</th><th>Notes</th></tr>\n"
    row = f"<tr><td>{TITLE}</td><td>OSDI 2020</td><td>\n- of looms\n- of\n  cards\n</td></tr>\n"
    (paper,) = papers(f"<table>\n{heads}{row}</table>\n")
    assert [note.body for note in paper.notes] == ["- of looms\n- of cards"]


def test_a_list_of_what_the_venues_of_a_table_are_called_holds_no_papers() -> None:
    glosses = "* SIGGRAPH\n  * ICL: Inter Card Looms\n  * CTW: Cards That Weave\n  * 3DL: 3D Looms\n"
    rows = f"|{TITLE}|Ada Lovelace|2018|ICL|\n|Cards That Weave Looms|Alan Turing|2019|CTW|\n|Wefts|Ada|2019|3DL|\n"
    page = f"# Papers\n\n{glosses}\n## Looms\n\n|Name|Author|Year|Conference|\n|-|-|-|-|\n{rows}"
    assert titles(page) == [TITLE, "Cards That Weave Looms", "Wefts"]


def test_papers_behind_their_venues_are_papers_though_they_have_no_links() -> None:
    rows = "* ICL: Loom Animation in Depth\n* ICL: Cards That Weave\n* CW: Looms at Work\n"
    table = f"|Title|Year|Venue|\n|-|-|-|\n|[{TITLE}]({URL})|2018|ICL|\n|[Looms]({URL}b)|2018|CW|\n"
    assert len(titles(f"# Papers\n\n{table}\n## SIGGRAPH\n\n{rows}")) == 5


def test_a_column_of_names_is_one_of_titles_where_most_are_of_three_words_beside_who_and_when() -> None:
    head = "| Name | Authors | Year |\n|---|---|---|\n"
    rows = "| {} | Ada Lovelace | 1843 |\n| Cards and Threads | Alan Turing | 1936 |\n| Loom | Grace Hopper | 1952 |\n"
    assert titles(head + rows.format("Notes on Looms")) == ["Notes on Looms", "Cards and Threads", "Loom"]
    assert titles(head + rows.format("Engine")) == []


@pytest.mark.parametrize(
    ("cell", "places"),
    [
        ("University of Oslo; Looms Inc.", ("University of Oslo", "Looms Inc.")),
        ("Academia Sinica; Weaving International. ", ("Academia Sinica", "Weaving International")),
        ("MIT, CMU", ("MIT", "CMU")),
        ("University of Oslo<br>Looms Inc.", ("University of Oslo", "Looms Inc.")),
        ("Cornell University, Ithaca, NY, USA", ("Cornell University, Ithaca, NY, USA",)),
        ("1 MIT, 2 Stanford", ()),
        ("¹MIT; ²Stanford", ()),
        ("-", ()),
        ("", ()),
    ],
)
@pytest.mark.parametrize(
    "head", ["Affiliations", "Affiliation", "Authors' affiliations", "Institution", "机构", "研究机构"]
)
def test_a_column_of_affiliations_says_where_all_authors_of_the_row_are(
    head: str, cell: str, places: tuple[str, ...]
) -> None:
    page = f"| Title | Authors | {head} |\n|---|---|---|\n| [{TITLE}]({URL}) | Ada Lovelace; Alan Turing | {cell} |\n"
    assert said(page, "authors")["authors"] == (Author("Ada Lovelace", places), Author("Alan Turing", places))


def test_a_column_of_affiliations_says_nothing_of_authors_whose_own_are_beside_them() -> None:
    row = f"| [{TITLE}]({URL}) | Ada Lovelace (Acme Labs), Alan Turing (MIT) | MIT; Acme Labs |\n"
    assert said(f"| Title | Authors | Affiliations |\n|---|---|---|\n{row}", "authors")["authors"] == (
        Author("Ada Lovelace", ("Acme Labs",)),
        Author("Alan Turing", ("MIT",)),
    )


@pytest.mark.parametrize("others", [", etc.", "; etc", " etc.", ", etc. "])
def test_etc_behind_the_authors_of_a_row_is_nobody(others: str) -> None:
    page = f"| Title | Authors |\n|---|---|\n| [{TITLE}]({URL}) | Ada Lovelace; Alan Turing{others} |\n"
    assert said(page, "authors")["authors"] == (Author("Ada Lovelace"), Author("Alan Turing"))


@pytest.mark.parametrize(
    "title",
    [
        '"Engine" or "Overgrown Abacus"? Looms at the Workplace of Weavers',
        '"Weave Less" or "Just Count Cards": A Study of Looms',
        '"We Need More Cards:" Looms and Their Weavers',
    ],
)
def test_a_quotation_at_the_beginning_of_a_title_is_not_all_of_it(title: str) -> None:
    assert titles(f"| Venue | Title | Authors |\n|---|---|---|\n| ICSE 2026 | {title} | Ada Lovelace |\n") == [title]


def test_a_number_inside_a_column_of_affiliations_is_of_a_name() -> None:
    row = f"| [{TITLE}]({URL}) | Ada Lovelace | MIT; 42 Paris |\n"
    assert said(f"| Title | Authors | Affiliations |\n|---|---|---|\n{row}", "authors")["authors"] == (
        Author("Ada Lovelace", ("MIT", "42 Paris")),
    )


@pytest.mark.parametrize(
    ("date", "venue", "year"),
    [
        ("2024-02-01", "NeurIPS 2023", 2023),
        ("2022/11", "[CVPR 2023](https://e.org/b)", 2023),
        ("2022-12-31", "arXiv 2023", 2022),
        ("2022-11-22", "CVPR", 2022),
        ("2022", "CVPR 2023", 2022),
    ],
)
def test_the_year_of_a_venue_goes_before_that_of_the_day_on_which_a_paper_was_first_to_be_read(
    date: str, venue: str, year: int
) -> None:
    head = "| Date | Paper Name | Publication |\n|---|---|---|\n"
    assert said(f"{head}| {date} | [{TITLE} at 360◦]({URL}) | {venue} |\n", "year") == {
        "title": f"{TITLE} at 360◦",
        "year": year,
    }


def test_a_column_is_one_of_venues_whatever_it_is_called_where_most_of_it_says_where_and_when() -> None:
    places = ("OSDI 2020", "SOSP 2021", "2019EMNLP", "ABCD* 2017", "ACL 2018")
    rows = "".join(f"| {n} | {place} | [{TITLE} {n}]({URL}{n}) |\n" for n, place in enumerate(places))
    found = papers(f"| No | From | Paper |\n|---|---|---|\n{rows}")
    expected = [("OSDI", 2020), ("SOSP", 2021), ("EMNLP", 2019), ("ABCD", 2017), ("ACL", 2018)]
    assert [(draft.venue, draft.year) for draft in found] == expected


def test_a_line_in_chinese_below_a_title_in_a_cell_may_begin_with_a_name() -> None:
    page = f"| Title | Link |\n|---|---|\n| _{TITLE}_ <br>Loom Lab组新工作，利用织布机。 | [URL]({URL}) |\n"
    (draft,) = papers(page)
    assert draft.title == TITLE


def test_a_row_that_is_broken_inside_its_title_is_one() -> None:
    page = (
        "# Papers\n\n| Title | Author | Year |\n| --- | --- | --- |\n| Looms that Weave Wool | Ada Lovelace | 1843 |\n"
        "| The Analytical Engine: Cards, Mills,\nand Looms | Alan Turing | 1950 |\n| Cards for Mills | | 1912 |\n"
        "| Bobbins\n| Wool | | 1913 |\n"
    )
    whole = "The Analytical Engine: Cards, Mills, and Looms"
    found = papers(page)
    assert [draft.title for draft in found] == ["Looms that Weave Wool", whole, "Cards for Mills", "Bobbins", "Wool"]
    assert [draft.year for draft in found] == [1843, 1950, 1912, None, 1913]
    assert [draft.line for draft in found] == [5, 6, 8, 9, 10]
    assert found[1].authors == (ALAN,)


def test_a_row_with_the_rule_of_a_table_behind_its_words_heads_those_below_it() -> None:
    rule = "|---|:---:|:---:|\n"
    page = f"# Looms\n\n| Paper | Site | Code |\n{rule}| Wide-Looms |:---:|:----:|\n| [{TITLE}]({URL}) | - | --- |\n"
    assert titles(page) == [TITLE]
