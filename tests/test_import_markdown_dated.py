"""Markdown reading lists -> drafts of papers: a venue and its year before a title, or behind a dash at its end."""

from __future__ import annotations

import pytest
from markdown_pages import TITLE, URL, papers

LONG = "Notes on Weaving Cards with Wide Looms"


@pytest.mark.parametrize(
    ("before", "venue", "year"),
    [
        ("TKDE'22", "TKDE", 2022),
        ("arXiv’21", "arXiv", 2021),
        ("ABCD'19", "ABCD", 2019),
        ("OSDI'10:423", "OSDI", 2010),
        ("FSE'15:7", "FSE", 2015),
        ("Dataset@KDD'21", "Dataset@KDD", 2021),
    ],
)
def test_a_venue_with_a_short_year_is_none_of_the_title_behind_it(before: str, venue: str, year: int) -> None:
    (draft,) = papers(f"- [ ] {before} {LONG} [[Paper]({URL})] [Code]\n")
    assert (draft.title, draft.venue, draft.year) == (LONG, venue, year)


@pytest.mark.parametrize(
    ("behind", "venue"),
    [
        ("25'ICRA", "ICRA"),
        ("2025'LoomConf", "LoomConf"),
        ("25’IEEE Looms Journal", "IEEE Looms Journal"),
        ("25'Weaving with Applications", "Weaving with Applications"),
        ("25'arxiv", "arXiv"),
        ("25'preprint", None),
        ("ICRA25'", "ICRA"),
    ],
)
def test_a_year_with_its_apostrophe_behind_it_is_that_of_the_venue_beside_it(behind: str, venue: str | None) -> None:
    (draft,) = papers(f"1. **{LONG} ({behind})**\n   - [paper]({URL})\n")
    assert (draft.title, draft.venue, draft.year) == (LONG, venue, 2025)


@pytest.mark.parametrize("behind", ["60's Looms", "6' Looms", "25'Ada Lovelace", "15' Talk", "60' Keynote"])
def test_feet_minutes_decades_and_people_in_brackets_are_no_venue_and_its_year(behind: str) -> None:
    (draft,) = papers(f"- [{LONG} ({behind})]({URL})\n")
    assert (draft.venue, draft.year) == (None, None)


@pytest.mark.parametrize("title", ["LoomFix: Weaving for Wide Looms", "GR(1) Weaving for Cards"])
def test_a_page_behind_a_short_year_may_stand_before_a_name_and_its_colon(title: str) -> None:
    (draft,) = papers(f"* OSDI'15:223 {title}\n")
    assert (draft.title, draft.venue, draft.year) == (title, "OSDI", 2015)


@pytest.mark.parametrize("title", ["IEEE 754 and the Looms", "TKDE 2022 on Wide Looms", "Loom'22 and Weaving Cards"])
def test_a_name_and_a_number_without_its_apostrophe_may_begin_a_title(title: str) -> None:
    (draft,) = papers(f"- {title} [[Paper]({URL})]\n")
    assert draft.title == title


@pytest.mark.parametrize(
    ("behind", "venue"), [(" - NAACL 2019)", "NAACL"), ("  - arXiv 2019)", "arXiv"), (" – OSDI 2019", "OSDI")]
)
def test_a_known_venue_and_its_year_behind_a_dash_end_the_title_in_a_link(behind: str, venue: str) -> None:
    (draft,) = papers(f"- [{TITLE}{behind}]({URL})\n")
    assert (draft.title, draft.venue, draft.year) == (TITLE, venue, 2019)


@pytest.mark.parametrize("behind", [" - A Survey 2019)", " - Looms 2019"])
def test_what_else_stands_behind_a_dash_is_of_the_title(behind: str) -> None:
    (draft,) = papers(f"- [{TITLE}{behind}]({URL})\n")
    assert draft.venue is None


def test_a_title_in_quotation_marks_may_be_a_link_that_leads_nowhere_yet() -> None:
    page = f'# Looms\n\n["{TITLE}"]({URL}) 2018\n\n> notes\n\n["{LONG}"]() 2016\n\n>\n>\n\n["Here"]() we were in 2016\n'
    assert [(draft.title, draft.year) for draft in papers(page)] == [(TITLE, 2018), (LONG, 2016)]


@pytest.mark.parametrize(
    ("who", "names"),
    [
        ("--Ada S. Lovelace, C. W. Turing. 1969", ["Ada S. Lovelace", "C. W. Turing"]),
        ("--Ada Lovelace. 1969", ["Ada Lovelace"]),
        ("-- J.Lovelace. 1969", ["J.Lovelace"]),
        ("--Alan M.Turing etc. September 1969", ["Alan M.Turing"]),
        ("— Lovelace A. B, Turing C. W. 1969.\n   It is the first of its kind.", ["Lovelace A. B", "Turing C. W."]),
    ],
)
def test_who_signs_a_title_behind_two_dashes_before_a_year_wrote_it(who: str, names: list[str]) -> None:
    (draft,) = papers(f"1. [*{TITLE}*]({URL})  {who}\n")
    assert (draft.title, draft.venue, draft.year) == (TITLE, None, 1969)
    assert [author.name for author in draft.authors] == names


@pytest.mark.parametrize("said", ["--The first of its kind. 1969", "--Acta Weaving. 1969"])
def test_what_else_stands_behind_two_dashes_is_nobody(said: str) -> None:
    (draft,) = papers(f"1. [*{TITLE}*]({URL})  {said}\n")
    assert not draft.authors


@pytest.mark.parametrize("thesis", ["", "(Master's thesis)"])
def test_a_title_in_brackets_without_a_link_may_be_signed(thesis: str) -> None:
    (draft,) = papers(f"1. [*{TITLE}{thesis}*]  --Ada Lovelace, Alan Turing. 1969\n")
    assert (draft.title, draft.year, len(draft.authors)) == (TITLE, 1969, 2)


def test_one_who_only_looks_like_a_person_behind_two_dashes_is_told_by_other_lines() -> None:
    signed = [f"{n}. [Weaving {n} wide looms]({URL}{n}) --Ada Lovelace, Alan Turing. 196{n}" for n in range(1, 5)]
    page = "\n".join([*signed, f"5. [{TITLE}]({URL}) --Abdulaziz Lovelacer. 1969"])
    assert [author.name for author in papers(page)[4].authors] == ["Abdulaziz Lovelacer"]


def test_the_day_before_a_title_is_not_when_the_paper_appeared_where_a_year_stands_behind_it() -> None:
    page = (
        f"# Notes of papers and articles I read\n\n<em>(2022-6-5)</em> {TITLE}. Ada Lovelace, et al. OSDI 2021."
        f" [Notes](a.md)\n\n- (2022-6-4) [{LONG}]({URL})\n"
    )
    assert [(draft.title, draft.year) for draft in papers(page)] == [(TITLE, 2021), (LONG, 2022)]
    assert all(draft.readings and draft.readings[0].status == "read" for draft in papers(page))


def test_many_authors_with_initials_are_none_of_the_title() -> None:
    names = ", ".join(f"{name}, A." for name in ("Lovelace", "Loom", "Weaver", "Carder", "Mill", "Bobbin", "Spinner"))
    who = f"{names}, Dyer, P.N., Reeder, K. and Turing, J."
    (draft,) = papers(f"- {LONG}. {who} OSDI 2019. [[Paper]({URL})]\n")
    assert (draft.title, draft.venue, len(draft.authors)) == (LONG, "OSDI", 10)


def test_a_dash_without_its_blank_right_below_a_bullet_is_one() -> None:
    page = f"- {TITLE}, OSDI 2020, [[paper]]({URL})\n-{LONG}, OSDI 2021, [[paper]]({URL}b)\n"
    assert [(draft.title, draft.year) for draft in papers(page)] == [(TITLE, 2020), (LONG, 2021)]


@pytest.mark.parametrize(
    "title",
    ["COVID '19 and the Spread of Cards", "FORTRAN'77 Compilers on Looms", "ALGOL'68 Reviewed by Its Many Users"],
)
def test_capitals_and_a_short_year_that_are_words_of_a_title_stay_in_it(title: str) -> None:
    line = f"- {title} [pdf]({URL})\n- LTO'19 {LONG} [pdf]({URL}b)\n"
    assert [(draft.title, draft.venue) for draft in papers(f"# Papers\n\n{line}")] == [(title, None), (LONG, "LTO")]


def test_a_dash_without_its_blank_below_a_title_may_stand_before_who_wrote_it() -> None:
    (draft,) = papers(f"# Papers\n\n- {TITLE}\n-Ada Lovelace and Grace Hopper, OSDI 2018\n")
    assert (draft.title, draft.venue, draft.year, len(draft.authors)) == (TITLE, "OSDI", 2018, 2)
    several = f"# Papers\n\n- [ ] {TITLE}\n-[ ] {LONG}\n-Cards and Looms in Theory, OSDI 2018\n"
    assert [draft.title for draft in papers(several)] == [TITLE, LONG, "Cards and Looms in Theory"]


@pytest.mark.parametrize(
    ("line", "year", "authors"),
    [
        (f"2017 | Lovelace, A., & Turing, A. M. (2017). {LONG}. Loom Letters, 11, 24.", 2017, 2),
        (f"2016 | {LONG} [`pdf`]({URL})", 2016, 0),
        (f"**2016** | [{LONG}]({URL})", 2016, 0),
    ],
)
def test_a_year_and_a_bar_before_a_whole_citation_are_none_of_its_title(line: str, year: int, authors: int) -> None:
    (draft,) = papers(f"# Papers\n\n* {line}\n")
    assert (draft.title, draft.year, len(draft.authors)) == (LONG, year, authors)


@pytest.mark.parametrize("day", ["**Monday** - ", "**Friday:** ", "**Sunday**: "])
def test_the_day_of_the_week_before_a_link_is_no_title(day: str) -> None:
    (draft,) = papers(f"# Papers\n\n- {day}[{LONG}]({URL}) - What it weaves.\n")
    assert (draft.title, draft.tags) == (LONG, ())


@pytest.mark.parametrize(
    ("before", "title"),
    [
        ("CVPR 2022 *", TITLE),
        ("CVPR2022(Oral) *", "LoomNet: Weaving for Wide Looms"),
        ("[CVPR2022Oral]", "LoomNet: Weaving for Wide Looms"),
        ("CVPR2022 ", "LO++: Weaving for Wide Looms"),
    ],
)
def test_a_star_a_track_and_a_name_may_stand_behind_a_venue_and_its_year(before: str, title: str) -> None:
    page = f"# Notes\n\n- {before}{title}\n- Notes on Cards for Wide Looms\n- Weaving Cards with Bobbins\n"
    draft = papers(page)[0]
    assert (draft.title, draft.venue, draft.year) == (title, "CVPR", 2022)


def test_the_number_of_a_talk_behind_a_conference_is_none_of_the_title_and_its_year_is_that_of_the_page() -> None:
    page = f"# ISSCC 2024 looms\n\n###### ISSCC 34.2——{LONG}\n\nPaper: [10.1000/loom.2024](https://doi.org/10.1000/1)\n"
    (draft,) = papers(page)
    assert (draft.title, draft.venue, draft.year) == (LONG, "ISSCC", 2024)
    assert [link.url for link in draft.links] == ["https://doi.org/10.1000/1"]


@pytest.mark.parametrize("name", ["ACL 2.0", "RAID 5.1", "FAST 1.1", "COLT 1.0"])
def test_a_name_and_its_version_before_a_colon_are_of_the_title_though_a_conference_is_called_so(name: str) -> None:
    (draft,) = papers(f"# Papers\n\n- [{name}: {LONG}](https://doi.org/10.1000/1)\n")
    assert (draft.title, draft.venue) == (f"{name}: {LONG}", None)


def test_a_heading_in_chinese_has_no_blanks_and_is_a_title_above_its_link() -> None:
    titles = ("用于织布机的高精度纹样设计方法", "双梭织布机的高面积利用")
    page = "# Looms\n\n" + "".join(f"### {n}.{title}\n\nPaper: {URL}{n}\n\n" for n, title in enumerate(titles, 1))
    assert [draft.title for draft in papers(page)] == list(titles)


@pytest.mark.parametrize("title", ["In-Loom Weaving with Wide Cards", "A loom for Cards", "An older loom for Cards"])
def test_a_number_is_none_of_a_title_that_begins_with_a_short_word_right_behind_it(title: str) -> None:
    (draft,) = papers(f"# Looms\n\n### 1.{title}\n\nPaper: {URL}\n")
    assert draft.title == title


def test_year_and_month_in_brackets_before_a_title_are_when_it_was_put_on_arxiv() -> None:
    page = (
        f"# Papers\n\n[2308] [{TITLE}]({URL}) [Code]({URL}c)\n\n[2401] [Looms and Cards]({URL}b)\n\n"
        f"- [2313] [Mills and Wool]({URL}d)\n"
    )
    assert [(one.title, one.year) for one in papers(page)][:2] == [(TITLE, 2023), ("Looms and Cards", 2024)]
    assert papers(page)[2].year is None
    (paper,) = papers(f"# Papers\n\n[2210] [{TITLE}]({URL}) [Code]({URL}c) - **ICLR 2023**\n")
    assert (paper.venue, paper.year) == ("ICLR", 2023)


@pytest.mark.parametrize("day", ["(07/2024)", "(07.2024)", "(15.07.2024)", "(3/7/2024)", "07/2024"])
def test_a_month_or_day_in_numbers_before_its_year_is_when_a_paper_appeared(day: str) -> None:
    (draft,) = papers(f"# Papers\n\n[{LONG}]({URL}) {day}\n")
    assert (draft.title, draft.year, draft.notes) == (LONG, 2024, ())


def test_how_often_others_cite_a_paper_is_no_part_of_where_and_when_it_appeared() -> None:
    where = (
        "— **OSDI** <sub>2026-01 · 35 citations</sub>",
        "<sub>2025-06 · 1,014 citations</sub>",
        "OSDI 2020 | 1 citation",
    )
    page = "".join(f"- [{LONG} {number}]({URL}{number}) {said}\n" for number, said in enumerate(where))
    found = [(one.venue, one.year, one.notes) for one in papers(f"# Papers\n\n{page}")]
    assert found == [("OSDI", 2026, ()), (None, 2025, ()), ("OSDI", 2020, ())]


def test_a_number_that_a_meeting_gave_a_paper_is_no_venue_though_a_journal_is_named_in_it() -> None:
    numbers = ("#12", "#TACL-17", "#45", "#67", "#89", "#101")
    lines = "".join(f"- {LONG} {at} ({number}) [[pdf]]({URL}{at})\n" for at, number in enumerate(numbers))
    found = papers(f"# EMNLP 2019 Papers\n\n{lines}")
    assert {(one.venue, one.year) for one in found} == {("EMNLP", 2019)}
    assert [one.title for one in found] == [f"{LONG} {at}" for at in range(6)]


@pytest.mark.parametrize(
    ("before", "venue"), [("(2026.04 arXiv)", "arXiv"), ("(2026.03, arXiv)", "arXiv"), ("(2026-03 RSS)", "RSS")]
)
def test_a_month_and_a_venue_in_brackets_before_a_title_are_none_of_it(before: str, venue: str) -> None:
    (draft,) = papers(f"- {before} [{LONG}]({URL})\n")
    assert (draft.title, draft.venue, draft.year) == (LONG, venue, 2026)


def test_a_bar_between_a_month_and_a_preprint_before_a_title_parts_them() -> None:
    (draft,) = papers(f"- **[2024.06 | Preprint]** **{LONG}**\n- **[2024.11 | OSDI]** **Cards for All Looms**\n")[:1]
    assert (draft.title, draft.year, draft.tags) == (LONG, 2024, ())


@pytest.mark.parametrize("many", ["⭐ 144 | 🐛 5 | 🌐 Python | 📅 2025-11-19", "⭐ 7 | 🌐 Python", "⭐ 1,204", "⭐12k"])
def test_how_many_like_the_program_of_a_paper_is_no_rating_of_it(many: str) -> None:
    line = f"- [{LONG}]({URL}) (2023) by *Lovelace, A., & Turing, A.* <https://github.com/a/b> {many}\n"
    (draft,) = papers(line)
    assert (draft.year, [one.name for one in draft.authors], draft.tags) == (2023, ["A. Lovelace", "A. Turing"], ())


def test_stars_without_a_count_are_a_rating() -> None:
    assert papers(f"- [{LONG}]({URL}) ⭐⭐⭐ [pdf]({URL}p)\n")[0].tags == ("★★★",)


@pytest.mark.parametrize(
    "day", ["**2020-11-05** —", "*2020-11*:", "`2020/11/05`", "**5 November 2020**:", "2020.11.05 |"]
)
def test_a_day_before_a_title_is_none_of_it_in_whatever_marks(day: str) -> None:
    (draft,) = papers(f"# Looms\n\n- {day} [{TITLE}]({URL}) — *OSDI 2020*\n")
    assert (draft.title, draft.venue, draft.year) == (TITLE, "OSDI", 2020)


@pytest.mark.parametrize(
    ("behind", "year"),
    [
        (f"[[Preprint'25]]({URL})", 2025),
        (f"[[preprint 2025]]({URL}) [[Code]](https://github.com/a/b)", 2025),
        (f"[[2024]]({URL})", 2024),
        (f"[[KDD'24]]({URL}1) [[Preprint'23]]({URL})", 2024),
        (f"[[Code]]({URL})", None),
    ],
)
def test_a_label_may_say_when_a_paper_was_put_out_and_not_where(behind: str, year: int | None) -> None:
    (draft,) = papers(f"# Papers\n\n- **LoomNet**: A Survey of Weaving {behind}\n")
    assert (draft.title, draft.year) == ("LoomNet: A Survey of Weaving", year)


@pytest.mark.parametrize(
    ("said", "year"),
    [
        ("(2025 or 2026)", 2025),
        ("(2024/2025)", 2024),
        ("(2026 or current working paper)", 2026),
        ("(1900 or 2020)", None),
    ],
)
def test_of_two_years_in_brackets_the_first_is_that_of_the_paper_and_both_are_kept(said: str, year: int | None) -> None:
    (draft,) = papers(f"# Papers\n\n- [{TITLE}]({URL}) {said} - Core.\n")
    assert (draft.title, draft.year) == (TITLE, year)
    assert said.strip("()") in draft.notes[0].body


@pytest.mark.parametrize(
    ("behind", "title"),
    [
        (
            "a Generative Approach to Cards for Weaving Machines",
            "{}: a Generative Approach to Cards for Weaving Machines",
        ),
        ("a list of things one may weave", "{}"),
    ],
)
def test_the_rest_of_a_title_in_bold_may_begin_with_an_article(behind: str, title: str) -> None:
    name = "Weaving the Cards of Looms"
    assert papers(f"# Papers\n\n- **{name}**: {behind} [[pdf]]({URL})\n")[0].title == title.format(name)
