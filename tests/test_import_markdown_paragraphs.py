"""Markdown reading lists -> drafts of papers: entries that are paragraphs, and who wrote them in their own."""

from __future__ import annotations

import pytest
from markdown_pages import ADA, ALAN, GRACE, TITLE, URL, papers, titles

OTHER = "A Tale of Looms and Cards"


@pytest.mark.parametrize("title", [f"**{TITLE}.**", f"**{TITLE}** ![](https://e.org/b.svg)", f"***{TITLE}***"])
@pytest.mark.parametrize(
    "credit",
    [
        f"*Ada Lovelace, Alan Turing. OSDI, 2020.* [[paper]({URL})]",
        f"*Ada Lovelace, Alan Turing.  OSDI, 2020.*  [[paper]({URL})] [[code](https://e.org/c)]",
        f"Ada Lovelace and Alan Turing, OSDI 2020 [paper]({URL})",
        f"Ada Lovelace, Alan Turing\n\n*OSDI 2020*\n\n[paper]({URL})",
    ],
)
def test_a_title_alone_in_bold_is_by_whom_the_paragraph_below_it_says(title: str, credit: str) -> None:
    below = f"**{OTHER}**\n\nGrace Hopper and Alan Turing. SOSP, 1999. [[paper](https://e.org/b)]\n"
    first, second = papers(f"# Papers\n\n## Looms\n\n{title}\n\n{credit}\n\n{below}")
    assert (first.title, first.authors, first.venue, first.year) == (TITLE, (ADA, ALAN), "OSDI", 2020)
    assert first.links[0].url == URL
    assert (second.title, second.authors, second.venue) == (OTHER, (GRACE, ALAN), "SOSP")


def test_a_title_that_is_a_link_is_by_whom_the_paragraph_below_it_says() -> None:
    (draft,) = papers(f"# Papers\n\n[{TITLE}]({URL})\n\n*Ada Lovelace, Alan Turing. OSDI, 2020.*\n")
    assert (draft.title, draft.authors, draft.venue, draft.year) == (TITLE, (ADA, ALAN), "OSDI", 2020)


@pytest.mark.parametrize(
    "heading", ["**Papers of this week**", "**Looms**", "**Looms and cards of old:**", "**Who wove and when**"]
)
def test_words_in_bold_above_a_whole_citation_are_no_title(heading: str) -> None:
    cited = f"Ada Lovelace and Alan Turing. [{TITLE}]({URL}). OSDI 2020.\n"
    assert titles(f"# Papers\n\n{heading}\n\n{cited}") == [TITLE]
    plain = f"Ada Lovelace and Alan Turing. {TITLE}. OSDI, 2020. [[pdf]({URL})]\n"
    assert titles(f"# Papers\n\n{heading}\n\n{plain}") == [TITLE]


def test_words_in_bold_above_people_and_a_day_are_no_title() -> None:
    assert titles(
        f"# Papers\n\n**Speakers and hosts:**\n\nAda Lovelace, Alan Turing. 2020\n\n- [{TITLE}]({URL})\n"
    ) == [TITLE]


@pytest.mark.parametrize(
    ("credit", "names"),
    [
        ("Lovelace A. VLDB, 2021.", ["Lovelace A"]),
        ("Lovelace A, Turing A M. SIGMOD, 2020.", ["Lovelace A", "Turing A M"]),
        ("Lovelace A B, Turing A M, Hopper G. JCST, 2021.", ["Lovelace A B", "Turing A M", "Hopper G"]),
        ("Lovelace A B, Turing A M, Hopper G. ICDE Workshops 2008.", ["Lovelace A B", "Turing A M", "Hopper G"]),
        ("Lovelace A, Hopper G. HotStorage 2020.", ["Lovelace A", "Hopper G"]),
        ("Lovelace, A., Turing, A. M., & Sun, G. ICDE, 2021.", ["A. Lovelace", "A. M. Turing", "G. Sun"]),
        ("Lovelace, A., Turing, A. M. and Sun, G., ICDE, 2021 (pp. 1-3).", ["A. Lovelace", "A. M. Turing", "G. Sun"]),
        (
            "Lovelace, A., Brown, J., Card, S. and Hopper, G., OSDI, 2018.",
            ["A. Lovelace", "J. Brown", "S. Card", "G. Hopper"],
        ),
        ("Lovelace, A. Transactions on Looms, 2021.", ["A. Lovelace"]),
        ("Lovelace A., Turing A. OSDI, 2020", ["Lovelace A.", "Turing A."]),
        ("Lovelace A, Turing A, et al. VLDB, 2021.", ["Lovelace A", "Turing A"]),
    ],
)
def test_the_stop_of_a_last_initial_ends_the_names_where_a_venue_follows(credit: str, names: list[str]) -> None:
    for line in (
        f"**{TITLE}**\n\n*{credit}* [[paper]({URL})]\n",
        f"- [{TITLE}]({URL})\n  - {credit}\n",
        f"- **{TITLE}** {credit} [pdf]({URL})\n",
        f"- [{TITLE}]({URL})\n  {credit}\n",
    ):
        (draft,) = papers(f"# Papers\n\n{line}")
        assert (draft.title, [one.name for one in draft.authors]) == (TITLE, names), line
        assert f"{draft.venue}" in credit, line
        assert not draft.notes, line
        assert f"{draft.year}" in credit, line


@pytest.mark.parametrize("behind", ["Appendix A. Nature, 2020", "Ada B. LOVELACE, 2020", "Vitamin D. Nature, 2020"])
def test_one_capital_behind_a_word_makes_nobody_of_it(behind: str) -> None:
    (draft,) = papers(f"# Papers\n\n- **{TITLE}** {behind} [pdf]({URL})\n")
    assert not {one.name for one in draft.authors} & {"Appendix A", "Ada B", "Vitamin D"}


@pytest.mark.parametrize(
    ("cited", "venue"),
    [
        ("LWC-2: Championship of Looms. 2011.", "LWC-2: Championship of Looms"),
        ("Proceedings of the 2011 ACM/IEEE conference on Supercomputing. 2011.", "SC"),
        ("Proceedings of the 2011 Conference on Looms. 2011.", "Conference on Looms"),
        ("Transactions on looms III. Berlin, Heidelberg: Springer, 2011. 115-134.", "Transactions on looms III"),
        ("2011 Asia Pacific Conference on Looms. IEEE, 2011.", "Asia Pacific Conference on Looms"),
        ("Proceedings of the Winter 2011 Loom Conference, January 2011.", "Winter Loom Conference"),
        ("Proceedings of the WEAVER 2011 Conference on Looms, January 2011.", "WEAVER Conference on Looms"),
        ("Proceedings of the 9th Symposium on Operating System Design and Implementation, 2011.", "OSDI"),
    ],
)
def test_a_year_or_a_number_inside_the_name_of_a_meeting_does_not_end_it(cited: str, venue: str) -> None:
    (draft,) = papers(f'# Papers\n\n[1] Ada Lovelace, and Alan Turing. "[{TITLE}.]({URL})" {cited}\n')
    assert (draft.title, draft.venue, draft.year) == (TITLE, venue, 2011)


def test_a_paragraph_whose_link_leads_nowhere_is_a_paper_where_all_is_said_of_it() -> None:
    page = (
        f"# Papers\n\n[Cards of Looms]({URL}). OSDI'18\n\n[{TITLE}](). Ada Lovelace, MIT; Alan Turing, Yale. ATC'18\n"
    )
    assert titles(page) == ["Cards of Looms", TITLE]
    assert titles(f"# Papers\n\n[Cards of Looms]({URL}). OSDI'18\n\n[{TITLE}]() and more\n") == ["Cards of Looms"]


def test_a_paragraph_that_is_a_title_above_the_address_of_a_paper_is_one() -> None:
    text = "# Looms\n\nThe first of all:\n\nWide Looms Susceptible to Loose Threads: How to Weave Them\n\n"
    (draft,) = papers(f"{text}https://e.org/looms.pdf\n")
    assert draft.title == "Wide Looms Susceptible to Loose Threads: How to Weave Them"
    assert [link.url for link in draft.links] == ["https://e.org/looms.pdf"]


@pytest.mark.parametrize("words", ["All the good looms are listed at", "Good places to find looms:", "Looms and Cards"])
def test_a_paragraph_of_words_above_an_address_is_no_paper(words: str) -> None:
    assert (
        papers(f"# Looms\n\n- [Notes on Wide Looms](https://e.org/b.pdf)\n\n{words}\n\nhttps://e.org/looms.pdf\n")[1:]
        == []
    )


@pytest.mark.parametrize("nothing", ["None", " None", "无", "N/A", "Coming soon"])
@pytest.mark.parametrize(
    ("paper", "leads"),
    [
        (f"论文/paper：{URL}", [URL]),
        (f"Paper: {URL} | [Home page](https://e.org/h)", [URL, "https://e.org/h"]),
        (f"Paper: {URL}", [URL]),
    ],
)
def test_a_title_in_bold_has_the_links_below_it_though_one_of_them_is_none(
    paper: str, leads: list[str], nothing: str
) -> None:
    (draft,) = papers(f"# Papers\n\n## OSDI 2020\n\n:fire:**{TITLE}**\n\n- {paper}\n- 代码/code：{nothing}\n")
    assert (draft.title, {link.url for link in draft.links}, draft.notes) == (TITLE, set(leads), ())


def test_the_paper_of_a_title_in_bold_may_be_none_beside_its_code() -> None:
    (draft,) = papers(f"# Papers\n\n**{TITLE}** (Oral)\n\n- 论文/paper：None\n- 代码/code：{URL}\n")
    assert (draft.title, [link.url for link in draft.links]) == (TITLE, [URL])


@pytest.mark.parametrize("gloss", ["织机与卡片", "织机 卡片，等等", "カードと織機"])
def test_the_line_below_a_title_that_says_it_in_other_letters_is_none_of_it(gloss: str) -> None:
    (draft,) = papers(f"# Papers\n\n## OSDI 2020\n\n{OTHER}\n{gloss}\nhttps://e.org/document/1\n")
    assert (draft.title, [one.body for one in draft.notes]) == (OTHER, [gloss])
    assert [link.url for link in draft.links] == ["https://e.org/document/1"]


def test_a_title_that_goes_on_in_other_letters_does_not_end_with_its_line() -> None:
    (draft,) = papers(f"# Papers\n\n- A tale of looms and\n织机 [pdf]({URL})\n")
    assert draft.title == "A tale of looms and 织机"


@pytest.mark.parametrize("number", ["2.", "12."])
def test_a_number_right_before_an_article_is_none_of_the_title(number: str) -> None:
    (draft,) = papers(f"# Papers\n\n[{number}{OTHER}]({URL})\n")
    assert draft.title == OTHER


def test_a_workshop_at_a_conference_is_the_venue_of_a_heading() -> None:
    (draft,) = papers(f"# Papers\n\n## 11th LoomSec@CCS 2018 - Looms that Weave\n\n- [{OTHER}]({URL})\n")
    assert (draft.venue, draft.year) == ("LoomSec@CCS", 2018)


def test_the_line_below_a_short_title_and_its_colon_is_what_is_said_of_it() -> None:
    (draft,) = papers(f"# Papers\n\n[Concrete Looms]({URL}):\nAn improved loom that needs no tuning.\n")
    assert draft.title == "Concrete Looms"


@pytest.mark.parametrize(
    ("below", "found"),
    [
        (f"We took all of them from mills, and [more of that]({URL}) is said of each of them there.", []),
        (f"[paper]({URL})", ["Overview of Looms and of All Their Cards"]),
    ],
)
def test_what_a_picture_shows_is_no_title_above_prose(below: str, found: list[str]) -> None:
    picture = "![Overview](assets/looms.png)\n**Overview of Looms and of All Their Cards**"
    assert titles(f"# Looms\n\n## Mills\n\n- [{TITLE}]({URL}0)\n\n## Cards\n\n{picture}\n{below}\n") == [TITLE, *found]


def test_where_and_when_in_brackets_begin_an_entry_of_a_paragraph_and_on_each_line_another() -> None:
    page = "# Papers\n\n(OSDI2018)Weaving of All Kinds⭐️\n\n(NSDI 2019)Cards on Many Looms [[code]](https://e.org/a)\n"
    page += "(SOSP2020 oral) Lace of All Kinds [[code]](https://e.org/b)\n\n(OSDI 2019) is where all of us met.\n"
    assert [(one.title, one.venue, one.year) for one in papers(page)] == [
        ("Weaving of All Kinds", "OSDI", 2018),
        ("Cards on Many Looms", "NSDI", 2019),
        ("Lace of All Kinds", "SOSP", 2020),
    ]


def test_lines_of_a_paragraph_that_begin_with_numbers_are_a_paper_each_though_the_numbers_are_escaped() -> None:
    page = f"# Papers\n\n10\\. [{TITLE}]({URL}) (Acme) [1843.07]\n9\\. [{OTHER}]({URL}b) [2019.01]\n"
    page += f"8\\. [Cards of Many Looms]({URL}c) (skip it)\n"
    assert [(one.title, one.line) for one in papers(page)] == [(TITLE, 3), (OTHER, 4), ("Cards of Many Looms", 5)]


def test_a_number_in_the_line_below_an_entry_without_one_begins_none() -> None:
    page = f"# Papers\n\n[{TITLE}]({URL}) (OSDI 2019) weaves in\n3\\. [{OTHER}]({URL}b) ways\n"
    assert [one.line for one in papers(page)] == [3]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("[Overview] Deep Weaving for the Processing of Cards [[note]](./cards/weaving%20notes.md)", 1),
        ("[Important] See the guide for new members [[docs]](./docs.md)", 0),
        ("Deep Weaving for the Processing of Cards [[note]](./cards.md)", 0),
    ],
)
def test_a_tag_a_title_and_a_note_beside_the_page_are_an_entry(line: str, found: int) -> None:
    page = f"# Looms\n\n{line}\n\n## Cards\n\n- [{TITLE}]({URL})\n"
    assert titles(page) == ["Deep Weaving for the Processing of Cards"] * found + [TITLE]
