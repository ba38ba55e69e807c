"""Markdown reading lists -> drafts of papers: what journal clubs keep, as minutes, tables and lines below titles."""

from __future__ import annotations

import pytest
from markdown_pages import ADA, TITLE, URL, papers, said, titles

from readtrack.model import Author


@pytest.mark.parametrize(
    ("behind", "authors"),
    [
        ("(Lovelace et al., 06-2021)", (Author("Lovelace"),)),
        ("(Lovelace & Babbage, 06/2021)", (Author("Lovelace"), Author("Babbage"))),
        ("(Lovelace, 6-2021)", (Author("Lovelace"),)),
        ("(Loom Weaving Collaboration, 06-2021)", (Author("Loom Weaving Collaboration"),)),
        ("(The Loom Collaboration, 2021)", (Author("The Loom Collaboration"),)),
        ("(LOOM Collaboration et al., 06-2021)", (Author("LOOM Collaboration"),)),
        ("(Wevere at al., 06-2021)", (Author("Wevere"),)),
    ],
)
def test_a_month_in_digits_stands_before_the_year_behind_authors(behind: str, authors: tuple[Author, ...]) -> None:
    told = said(f"# Minutes\n\n[{TITLE}]({URL}) {behind}\n", "year", "authors")
    assert told == {"title": TITLE, "year": 2021, "authors": authors}


@pytest.mark.parametrize("label", ["Presented Paper: ", "Discussed papers:\n", "**Presented Paper:** ", "Main paper: "])
def test_which_of_the_papers_read_a_link_is_does_not_belong_to_its_title(label: str) -> None:
    page = f"# Minutes\n\n{label}[{TITLE}](https://arxiv.org/abs/2104.12800) (Lovelace et al., 2021)\n"
    assert said(page, "authors") == {"title": TITLE, "authors": (Author("Lovelace"),)}


@pytest.mark.parametrize(
    ("label", "tags", "status"),
    [
        ("Best Paper: ", ("best paper",), None),
        ("**Best Student Paper:** ", ("best student paper",), None),
        ("LoomNet Paper: ", ("LoomNet",), None),
        ("Read Paper: ", (), "read"),
        ("Unread Paper: ", (), None),
    ],
)
def test_what_a_list_says_of_a_paper_before_its_link_is_kept(
    label: str, tags: tuple[str, ...], status: str | None
) -> None:
    (draft,) = papers(f"# Minutes\n\n- {label}[{TITLE}](https://arxiv.org/abs/2104.12800)\n")
    assert (draft.title, draft.tags) == (TITLE, tags)
    assert [reading.status for reading in draft.readings] == ([status] if status else [])


def test_papers_before_a_link_are_of_its_title() -> None:
    assert titles("- Turin Papers: [A Tale of Wool and Cards](https://arxiv.org/abs/2104.12800)\n") == [
        "Turin Papers: A Tale of Wool and Cards"
    ]


def test_a_table_with_where_and_until_when_has_meetings_and_no_papers() -> None:
    page = (
        f"# Club\n\n- [{TITLE}](https://arxiv.org/abs/2104.12800)\n\n"
        "| Title | Dates | Location | Abstract Deadline |\n|---|---|---|---|\n"
        "| [The Many Sides of Looms](https://e.org/l) | 6 July | Turin | 1 May |\n"
    )
    assert titles(page) == [TITLE]


def test_a_bullet_that_says_what_others_did_is_no_title_among_papers() -> None:
    page = "# Papers\n\n## Looms\n\n" + "".join(
        f"[Notes on Bobbin {name}](https://arxiv.org/abs/2104.1280{at}) (Lovelace, 2021)\n\n"
        for at, name in enumerate("ABCDEFG")
    )
    page = page + "Studies of looms and mills.\n- They weave a wide pattern with weak cards\n"
    assert len(papers(page)) == 7


HEADINGS = "".join(f"## Weaving with {name}\nhttps://arxiv.org/abs/2104.1280{at}\n\n" for at, name in enumerate("ABCD"))
"""Headings that are papers, each with its address below it."""


def test_a_word_in_capitals_behind_several_titles_is_what_the_list_says_of_them() -> None:
    page = HEADINGS.replace("\nhttps", " (SKIP)\nhttps") + f"## {TITLE} (skip)\n{URL}\n"
    found = papers(page)
    assert [one.title for one in found[3:]] == ["Weaving with D", TITLE]
    assert found[0].tags == ("SKIP",)


@pytest.mark.parametrize(("short", "others"), [("SPRINT", 0), ("STAR", 14)])
def test_what_several_titles_are_called_for_short_is_of_them_though_it_is_in_capitals(short: str, others: int) -> None:
    names = ["Treating Weavers of Age", "Numbers in Older Mills", "Pressure in Wide Looms"]
    page = "".join(f"- [{name} ({short})]({URL}/{at})\n" for at, name in enumerate(names))
    page += "".join(f"- [Notes on Looms with {at} Cards]({URL}{at})\n" for at in range(others))
    assert titles(f"# Papers\n\n{page}")[:3] == [f"{name} ({short})" for name in names]


def test_capitals_behind_several_titles_are_of_them_where_they_stand_for_words() -> None:
    page = "".join(
        f"- [{name} with Large Loom Models (LLM)](https://e.org/{name})\n" for name in ("Mills", "Mats", "Pins")
    )
    assert titles(page) == [f"{name} with Large Loom Models (LLM)" for name in ("Mills", "Mats", "Pins")]


def test_what_is_said_of_a_paper_may_stand_between_its_title_and_its_address_where_headings_are_papers() -> None:
    found = papers(f'{HEADINGS}## {TITLE}\nThe paper that has an "idea of looms" first\n{URL}\n')
    assert [one.title for one in found[3:]] == ["Weaving with D", TITLE]
    assert [link.url for link in found[-1].links] == [URL]
    assert [note.body for note in found[-1].notes] == ['The paper that has an "idea of looms" first']


def test_a_section_with_prose_and_an_address_is_no_paper_where_headings_are_none() -> None:
    page = f"## Where to Begin Reading\nThis is about looms\n{URL}\n\n## Papers\n\n- [{TITLE}]({URL})\n"
    assert titles(page) == [TITLE]


@pytest.mark.parametrize("behind", ["Explaining the Cards of Any Loom", "A Study of Weavers"])
def test_words_behind_the_question_that_a_title_begins_with_are_its_rest(behind: str) -> None:
    assert titles(f"# Papers\n\n## “Why Should I Weave?” {behind}\n{URL}\n") == [f"“Why Should I Weave?” {behind}"]
    for other in ("Ada Lovelace", "Presented at the Loom Summit"):
        assert titles(f"# Papers\n\n## “Why Should I Weave?” {other}\n{URL}\n") == ["Why Should I Weave?"]


@pytest.mark.parametrize(
    "remark", ["Edith Weaverly", "Looms and Present", "Must Read Paper", "Technical Report", "Blog Post from Stanford"]
)
def test_a_capital_alone_makes_no_rest_of_a_question(remark: str) -> None:
    assert titles(f'# Papers\n\n- "Are Woven Numbers Knowledge?" {remark} [[pdf]({URL})]\n') == [
        "Are Woven Numbers Knowledge?"
    ]


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Loom Loss", "Loom Loss for Robust Weaving of Cloth"),
        ("LoomNet", "LoomNet: Weaving without Any Cards"),
        ("one-for-all", "One-for-All: Weave one cloth and cut it for many"),
    ],
)
def test_a_title_stands_below_the_link_of_its_short_name_behind_a_dash(name: str, title: str) -> None:
    page = f"# Notes\n\n**[{name}](https://e.org/notes/{name[:4]}.md)**\n——{title}  \n" * 2
    assert titles(page)[0] == title


@pytest.mark.parametrize(
    ("name", "below"),
    [
        ("Generative Weaving Nets", "Must Read for Every Student"),
        ("LoomNet", "University of Turin Weaving Laboratory"),
        ("LoomNet", "LoomNet is a method for weaving, widely used"),
    ],
)
def test_a_remark_below_a_title_behind_a_dash_is_none_itself(name: str, below: str) -> None:
    assert titles(f"# Notes\n\n- [{name}](https://arxiv.org/abs/2104.12800)\n  — {below}\n") == [name]


@pytest.mark.parametrize(
    "below", ["Ada Lovelace, Alan Turing, Grace Hopper, Charles Babbage", "Loom Letters of Turin 1843"]
)
def test_what_stands_below_a_title_behind_a_dash_is_none_where_it_says_by_whom_or_where(below: str) -> None:
    assert titles(f"# Notes\n\n**[Weaving Wide Looms](https://arxiv.org/abs/2104.12800)**\n——{below}\n") == [
        "Weaving Wide Looms"
    ]


ITALIC = "".join(f"*Weaving Wide Looms with {name}*\n\n" for name in ("Cards", "Pins", "Mats", "Bobbins", "Wool"))
"""Paragraphs that are titles in italics."""


def test_titles_in_italics_are_papers_where_paragraphs_have_little_else() -> None:
    page = (
        f"# Notes\n\n## Looms\n\n{ITALIC}LoomNet *{TITLE}*, and *on the length of cloth* OSDI 2020 read\n\n[a](m.md)\n"
    )
    found = papers(page)
    assert [one.title for one in found[4:]] == ["Weaving Wide Looms with Wool", TITLE, "on the length of cloth"]
    assert (found[-1].venue, found[-1].year) == ("OSDI", 2020)


def test_what_is_in_italics_behind_a_sentence_is_no_title() -> None:
    page = "".join(f"Of weavers in the north it is said here {n}. *Wide Loom Letters of Turin*\n\n" for n in range(6))
    assert not titles(f"# Notes\n\n{page}")


def test_a_sentence_that_leads_to_an_address_is_no_title() -> None:
    page = f"More about the reading of looms is at\n{URL}\n\nthe code according to {URL}\n\n- [{TITLE}]({URL}c)\n"
    assert titles(page) == [TITLE]


CITED = (
    "| Date | Theme | To read |\n|---|---|---|\n"
    f"| 29 mars 2023 | Looms | Lovelace, A., & Babbage, C. (2017). {TITLE}. [Loom Letters, 36(6), 11-29.]({URL}) |\n"
    f"| 12 avril 2023 | Mills | Turing, A. M. (1999). Are there mills in Turin?. [Mills, 4(2), 7-9.]({URL}b) |\n"
)
"""A table of meetings, in which what is read is cited."""


def test_the_year_and_the_journal_of_a_citation_go_before_the_day_on_which_it_is_discussed() -> None:
    found = papers(f"# Club\n\n{CITED}| 26 avril 2023 | Pins | [On the Length of Pins]({URL}c) |\n")
    assert [(one.title, one.venue, one.year) for one in found] == [
        (TITLE, "Loom Letters", 2017),
        ("Are there mills in Turin?", "Mills", 1999),
        ("On the Length of Pins", None, None),
    ]
    assert [link.url for link in found[0].links] == [URL]


@pytest.mark.parametrize("glue", [" <br><br> ", " & ", ", <br> "])
def test_a_cell_may_have_two_citations_that_end_in_links(glue: str) -> None:
    first = f"Hopper, G. (2015). The length of cards in looms. [Card and Cloth 14(2), e70299]({URL}d)"
    second = f"Babbage, C., & Hopper, G. (2016). The width of cards in looms. [Card and Cloth, 15(1), 5-7.]({URL}e)"
    found = papers(f"# Club\n\n{CITED}| 26 avril 2023 | Cards | {first}{glue}{second} |\n")
    assert [(one.title, one.venue, one.year) for one in found[2:]] == [
        ("The length of cards in looms", "Card and Cloth", 2015),
        ("The width of cards in looms", "Card and Cloth", 2016),
    ]
    assert [link.url for link in found[3].links] == [f"{URL}e"]


@pytest.mark.parametrize(
    "cell", [f"[Babbage & Hopper 2005]({URL}f)", "Link to come...", "No reading for now... a file will be sent"]
)
def test_a_cell_in_which_no_title_is_said_yet_is_no_paper(cell: str) -> None:
    assert len(titles(f"# Club\n\n{CITED}| 26 avril 2023 | Cards | {cell} |\n")) == 2


def test_a_column_of_topics_holds_titles_where_they_lead_to_papers() -> None:
    page = (
        "# Reading Group\n\n| Date | Topic | Presenters | Notes |\n|---|---|---|---|\n"
        f"| 1st May, 2020 | [{TITLE}](https://arxiv.org/abs/2104.12800) | Ada, Alan, Grace | [Summary](a.md) |\n"
        "| 8th May, 2020 | [Weaving Wide Looms](https://arxiv.org/abs/2104.12801), [LoomNet](https://arxiv.org/abs/2104.12802)"
        " | Alan | [Summary](b.md), [Code](c.ipynb) |\n"
    )
    found = papers(page)
    assert [(one.title, one.year) for one in found] == [(TITLE, None), ("Weaving Wide Looms", None), ("LoomNet", None)]
    row = f"| [Weaving Wide Looms]({URL}) | [looms](https://arxiv.org/abs/2104.12801) |\n"
    assert titles(f"# Papers\n\n| Title | Topic |\n|---|---|\n{row}") == ["Weaving Wide Looms"]


@pytest.mark.parametrize(
    "second", ["Errata", "Weaving II", "Part II", "Loom Comm.", "Ada Lovelace", "McWrenfold", "bioRxiv", "NIPS"]
)
@pytest.mark.parametrize("glue", [" and ", ", ", " & "])
def test_a_short_second_link_is_no_paper_but_where_a_name_is_in_it(second: str, glue: str) -> None:
    first, link = "[Weaving in the Mills of Turin](https://arxiv.org/abs/2104.12800)", "(https://doi.org/10.1000/182)"
    page = f"# Papers\n\n- {first}{glue}[{second}]{link}\n"
    assert len(titles(page)) == 1
    named = page.replace(f"[{second}]", "[LoomNet]")
    assert titles(named) == ["Weaving in the Mills of Turin", "LoomNet"]


@pytest.mark.parametrize(
    ("line", "venue", "authors"),
    [
        (
            "Lovelace, A., Babbage, C., Hopper, G. et al, *J Looms* **16**, 17 (2024)",
            "J Looms",
            ("A. Lovelace", "C. Babbage", "G. Hopper"),
        ),
        (
            "Ada Lovelace, Alan Turing & Grace B. Hopper, *npj Loom Cards* **4**, 40 (2024)",
            "npj Loom Cards",
            ("Ada Lovelace", "Alan Turing", "Grace B. Hopper"),
        ),
        ("Ada Lovelace, *Nat Looms* (2024)", "Nat Looms", ("Ada Lovelace",)),
    ],
)
def test_people_may_stand_before_a_journal_in_italics_and_its_numbers(
    line: str, venue: str, authors: tuple[str, ...]
) -> None:
    page = f"# Club\n\n1. ### {TITLE} [\\[Read\\]]({URL})\n   {line}\n\n   Abstract -\n   Looms weave.\n"
    assert said(page, "venue", "year", "authors") == {
        "title": TITLE,
        "venue": venue,
        "year": 2024,
        "authors": tuple(map(Author, authors)),
    }


def test_below_people_a_journal_in_italics_and_its_year_stands_a_remark() -> None:
    page = f"- **[{TITLE}]({URL})** — Ada Lovelace et al., *Loom Letters* (2024).  \n  Says what looms are not for.\n"
    expected = {"title": TITLE, "venue": "Loom Letters", "year": 2024, "authors": (ADA,)}
    assert said(page, "venue", "year", "authors") == expected
    (draft,) = papers(page)
    assert [note.body for note in draft.notes] == ["Says what looms are not for"]


PLACE, MILL = "Laboratory for Looms, Turin University, Turin 210023, Italy", "Mill Research Institute"


@pytest.mark.parametrize(
    "who", ["Ada Lovelace, Alan Turing", "*Ada Lovelace, Alan Turing*", "Ada Lovelace, Member, IEEE, and Alan Turing"]
)
@pytest.mark.parametrize("sign", ["", "∗", "†"])
def test_all_who_wrote_a_paper_work_where_the_lines_in_italics_below_them_say(who: str, sign: str) -> None:
    below = f"  {who}  \n  *Laboratory for Looms,*  \n  *Turin University, Turin 210023, Italy*  \n  *{MILL}*\n\n"
    page = "".join(
        f"- **{title}{sign}**  [link](https://e.org/{number})  \n{below}"
        for number, title in enumerate(
            (TITLE, "On Wide Looms and Mills", "The Length of Cards in Looms", "A Loom of Wool")
        )
    )
    page = page.replace(f"  {who}  \n", "  Ada Lovelace, Alan Turing  \n").replace("Ada Lovelace, Alan Turing", who, 1)
    for one in papers(f"# Papers\n\n{page}"):
        assert one.venue is None
        assert one.authors == (Author("Ada Lovelace", (PLACE, MILL)), Author("Alan Turing", (PLACE, MILL)))
    assert titles(f"# Papers\n\n{page}")[0] == TITLE


@pytest.mark.parametrize(
    "bullet",
    [
        "A small loom from cards: wide_loom.ipynb",
        "Slides: looms.pdf",
        "Python notebooks:",
        "Special session: how to weave a cloth",
    ],
)
def test_a_file_a_label_and_a_meeting_among_papers_are_none(bullet: str) -> None:
    page = f"# Club\n\n- [{TITLE}](https://arxiv.org/abs/2104.12800)\n- {bullet}\n"
    assert titles(page) == [TITLE]
