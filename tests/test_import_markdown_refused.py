"""Markdown reading lists -> drafts of papers: what looks like no paper and is one, as more is said of it."""

from __future__ import annotations

import pytest
from markdown_pages import TITLE, URL, papers, titles, told

ARXIV = "https://arxiv.org/abs/2001.0100"
LINKED = "".join(f"- [Looms and Cards {at}, OSDI 20{at}0]({ARXIV}{at})\n" for at in range(1, 3)) + "".join(
    f"- [Weft and Cards {at}, SOSP 20{at}1]({ARXIV}{at}9)\n" for at in range(3)
)


def test_titles_behind_venues_and_those_beside_them_are_papers_though_they_have_no_links() -> None:
    bare = ("OSDI: Weaving Fast Patterns by Cards", "SOSP: Efficient Looms at Work", "Cards Are All You Weave")
    page = f"# Papers\n\n## Read\n\n{LINKED}\n## To read\n\n" + "".join(f"- {line}\n" for line in bare)
    assert len(titles(page)) == 8


def test_a_venue_and_the_words_it_stands_for_are_no_paper() -> None:
    glosses = "- OSDI: Operating Systems Design and Implementation\n- ACL: Association for Computational Linguistics\n"
    page = f"# Papers\n\n{LINKED}\n## Venues\n\n{glosses}- Cards Are All You Weave\n"
    assert len(titles(page)) == 6


def test_a_section_that_mostly_spells_out_venues_holds_no_papers_but_one_with_titles_does() -> None:
    glosses = "- WCL: Weaving Cards and Looms\n- L3D: Looms in 3D\n- CLW: Card Loom Weaving\n"
    other = "- Weft Asia: Weaving Cards and Looms Conference - Asia\n"
    assert len(titles(f"# Papers\n\n{LINKED}\n## Venues\n\n{glosses}{other}")) == 5
    assert titles(f"# Papers\n\n{LINKED}\n## Venues\n\n{glosses}- Cards Are All You Weave\n")[-1] == (
        "Cards Are All You Weave"
    )


@pytest.mark.parametrize(
    "line",
    [
        f"**{TITLE}**, Ada Lovelace, Alan Turing, OSDI 2020 [[code]](https://github.com/lab/loom-papers)",
        f"[{TITLE}](https://github.com/lab/loom-papers), Ada Lovelace and Alan Turing, 2020",
        f"[ ] {TITLE}\n    - https://github.com/lab/awesome-looms",
        f"[ ] [{TITLE}](https://github.com/lab/awesome-looms)",
    ],
)
def test_a_list_that_a_paper_of_which_more_is_said_leads_to_costs_it_nothing(line: str) -> None:
    assert titles(f"# Papers\n\n{LINKED}- {line}\n")[5:] == [TITLE]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (f"[Wyner's Wiretap Channel]({ARXIV})", "Wyner's Wiretap Channel"),
        (f"[Ada's Lost Papers]({ARXIV})", "Ada's Lost Papers"),
        (f"The Virtual Lab\n    - {ARXIV}", "The Virtual Lab"),
        (f"[How kernel bugs are found]({ARXIV})", "How kernel bugs are found"),
        ("How to Review Papers, Ada Lovelace, 2009", "How to Review Papers"),
        ("How to Write Papers (OSDI 2020)", "How to Write Papers"),
        ("Writing Good Systems Papers", "Writing Good Systems Papers"),
        ("Loomify: [here](https://loomify.dev/paper.pdf)", "Loomify"),
    ],
)
def test_what_leads_to_a_paper_or_says_who_or_where_or_when_is_refused_for_no_words_of_its_title(
    line: str, title: str | None
) -> None:
    assert titles(f"# Papers\n\n{LINKED}- {line}\n")[5:6] == [title] * (title is not None)


def test_lower_case_titles_below_linked_ones_stay_titles() -> None:
    bare = ("paxos of looms made simple", "raft", "the byzantine weavers problem")
    sections = "".join(
        f"## {name}\n\n- [{TITLE} of {name}]({ARXIV}{at})\n- {bare[at]}\n\n" for at, name in enumerate("ABC")
    )
    found = papers(f"# Looms\n\n{sections}")
    assert len(found) >= 3
    assert not any(draft.notes for draft in found)


@pytest.mark.parametrize(
    "gloss",
    [
        "ICSE = ACM International Conference on Software Engineering",
        "LTO = Logical Methods in Loom Science (journal)",
        "CSUR = ACM Computing Surveys\n  + mostly surveys of looms",
    ],
)
def test_what_a_name_stands_for_behind_an_equals_sign_is_no_paper(gloss: str) -> None:
    assert len(titles(f"# Papers\n\n{LINKED}\n## Venues\n\n- {gloss}\n")) == 5
    more = "- POPL = Principles of Programming Languages\n- JL = Journal of Looms\n- Now in PACML = Looms and more\n"
    assert len(titles(f"# Papers\n\n{LINKED}\n## Venues\n\n- {gloss}\n{more}")) == 5


def test_a_title_may_say_that_two_things_are_equal() -> None:
    lines = "- IP = PSPACE\n- QIP = PSPACE: A Proof by Looms, 2010\n- TIME = LOOMS Under Weak Assumptions\n"
    assert titles(f"# Papers\n\n{LINKED}\n{lines}")[5:] == [
        "IP = PSPACE",
        "QIP = PSPACE: A Proof by Looms",
        "TIME = LOOMS Under Weak Assumptions",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "**PRs are absolutely welcome!** Write to [@ada](https://e.org/ada).",
        "**Contributions welcome**: [us](https://e.org/b)",
        "**Note.** You might want to install the [Wide Loom](https://e.org/b) extension to see the cards",
    ],
)
def test_a_line_that_speaks_to_readers_of_the_list_is_no_paper(line: str) -> None:
    assert len(titles(f"# Papers\n\n{line}\n\n## Looms\n\n{LINKED}")) == 5


@pytest.mark.parametrize("short", ["NIPS", "MIT", "Vaswani", "BERT"])
def test_a_venue_or_a_name_in_brackets_behind_bare_titles_spells_out_nothing(short: str) -> None:
    lines = "".join(f"- Looms of the {kind} Kind ({short})\n" for kind in ("First", "Second", "Third"))
    assert len(titles(f"# Papers\n\n{LINKED}\n## Bare\n\n{lines}")) == 8


def test_one_title_that_may_be_a_name_is_refused_only_among_people() -> None:
    assert "Anna Karenina" in titles(f"# Papers\n\n{LINKED}- Anna Karenina\n")
    people = "- Ada Lovelace, Professor, MIT\n- Alan Turing, Associate Professor at MIT\n- Grace Hopper\n"
    assert len(titles(f"# Papers\n\n{LINKED}\n## People\n\n{people}")) == 5


def test_the_rank_of_who_wrote_a_paper_refuses_it_not() -> None:
    cited = "- Ada Lovelace, Professor at MIT, *Notes on the Engine*, 2019\n"
    linked = f"- [Talk with Ada, Professor of Looms]({ARXIV}7)\n"
    assert len(titles(f"# Papers\n\n{LINKED}{cited}{linked}")) == 7


def test_a_heading_that_says_whose_list_it_is_and_a_site_of_another_list_are_no_papers() -> None:
    site = "- [site](https://ada.github.io/Awesome-Looms/), Awesome Looms\n"
    page = (
        f"# A Paper List of [Ada Lovelace](https://e.org)\n\n{site}- [{TITLE}]({URL})\n\n# B\n\n- [On Looms]({URL}b)\n"
    )
    assert titles(page) == [TITLE, "On Looms"]


@pytest.mark.parametrize(
    "line",
    [
        "- [2024.07.10] We release the first version of the loom survey [PDF](https://e.org/a)!",
        "**OSDI 2024 decisions are now available on OpenReview!**",
        "- 本文综述了一系列织布机的技术，较有实用价值。 [[URL](https://e.org/b)]",
    ],
)
def test_what_is_said_of_a_release_and_a_sentence_on_a_paper_are_no_papers(line: str) -> None:
    page = f"# Looms\n\n{line}\n\n- [Weaving Cards with Wide Looms](https://e.org/c)\n"
    assert [draft.title for draft in papers(page)] == ["Weaving Cards with Wide Looms"]


@pytest.mark.parametrize("page", ["./README_zh.md", "README.zh-CN.md", "README-de.md", "README_Chinese.md"])
def test_the_page_in_another_language_is_no_paper_and_makes_the_lines_beside_it_none(page: str) -> None:
    head = f"- Total papers: **251**\n- Last verified: **2026-06-10**\n- Language: English | [中文]({page})\n"
    assert titles(f"{head}\n## Papers\n\n{LINKED}")[0] == "Looms and Cards 1"


@pytest.mark.parametrize("page", ["README_looms.md", "./README-loomnet.md", "README.weft-2.md", "README_dl.md"])
def test_notes_beside_the_page_that_say_no_language_are_of_a_paper(page: str) -> None:
    assert titles(f"# Papers\n\n- [{TITLE}]({page})\n{LINKED}")[0] == TITLE
    assert titles(f"# Papers\n\n| Paper | Year |\n|---|---|\n| [{TITLE}]({page}) | 1843 |\n") == [TITLE]


BOOK = "https://www.goodreads.com/book/show/"


@pytest.mark.parametrize(
    ("above", "address"),
    [
        ("# Shelf\n\n## Persons", BOOK),
        ("# To read", "https://e.org/"),
        ("# Shelf\n\n## To read", "https://e.org/"),
        ("# Shelf\n\n## Novels", "https://e.org/"),
        ("# Biographies", "https://e.org/"),
    ],
)
def test_books_that_are_called_like_people_are_no_people(above: str, address: str) -> None:
    names = ["Ada Lovelace", "Alan Turing", "Grace Hopper"]
    page = "".join(f"- [{name}]({address}{number})\n" for number, name in enumerate(names))
    assert titles(f"{above}\n\n{page}") == names
    assert titles(f"# Papers\n\n{LINKED}\n## People\n\n{page.replace(BOOK, 'https://e.org/')}")[5:] == []


@pytest.mark.parametrize(
    ("title", "path", "known"),
    [
        ("LoomNet: Cards that Weave", "awesome-loomnet/", True),
        ("Lifting: A Study", "papers", True),
        ("SciPapers: A Dataset of Papers", "scipapers/", True),
        ("Awesome Looms", "awesome-looms/", False),
        ("A List of Looms", "loom-papers", False),
        ("See the site to search", "loom-papers", False),
    ],
)
def test_the_site_of_a_paper_may_be_called_like_a_list_whose_title_says_so(title: str, path: str, known: bool) -> None:
    assert titles(f"# Papers\n\n{LINKED}- [{title}](https://lab.github.io/{path})\n")[5:] == [title] * known


def test_a_title_may_speak_of_a_paper_list_before_a_colon() -> None:
    title = "The Paper List of the Weavers: A Study"
    assert titles(f"# Papers\n\n{LINKED}- [{title}](https://e.org/a)\n")[5:] == [title]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("- The Looms to Come. Ada Lovelace. Nature 2020", "The Looms to Come"),
        ("| Title | Authors | Year |\n|--|--|--|\n| Looms to Come | Ada Lovelace | 1843 |", "Looms to Come"),
        ("- 本文纹样设计方法研究. 王伟, 李娜. 计算机学报 2020", "本文纹样设计方法研究"),
        ("- [x] Special Session Types for Distributed Looms", "Special Session Types for Distributed Looms"),
        ("- [ ] LoomNet[3]", "LoomNet[3]"),
        ("- [ ] LoomTorch: train.py", "LoomTorch: train.py"),
    ],
)
def test_titles_that_sound_like_remarks_of_a_list_are_papers_where_a_box_or_people_say_so(
    line: str, title: str
) -> None:
    assert titles(f"# Papers\n\n{line}\n") == [title]


@pytest.mark.parametrize(
    "line", ["More to come", "Slides to come", "link to come", "Special Session: Looms", "本文介绍了织布机"]
)
def test_remarks_of_a_list_are_no_papers(line: str) -> None:
    assert titles(f"# Papers\n\n{LINKED}- [{line}]({URL})\n") == titles(f"# Papers\n\n{LINKED}")


def test_groups_and_what_they_write_are_no_papers_where_most_of_their_section_are_such() -> None:
    page = f"""# Looms
## Leading Research Groups
### Europe
- **[Loom Consortium](https://looms.org)** - University of Turin
- **[Wrenfold Group](https://wrenfold.org)** - Turin
## Blogs and Articles
- [Weavers' Blog](https://weavers.org) - on cards
- [The Loom Newsletter](https://news.org)
- [Mills Today](https://mills.org) - daily
## Industry Labs
- **Acme Weaving** - Turin
  - Focus: cards
- **Wrenfold Research** - Turin
- **Card Systems** - Turin
- **Mill Technologies** - Turin
## Papers
- [{TITLE}](https://looms.org/a)
- [On the Mill Group](https://looms.org/b)
- [Acme Weaving](https://arxiv.org/abs/1706.01234)
"""
    assert titles(page) == [TITLE, "On the Mill Group", "Acme Weaving"]
    assert len(told(page)) == 9


@pytest.mark.parametrize("page", ["github.com/loom/pretty-awesome-net", "loom.github.io/an-awesome-paper"])
def test_a_page_called_awesome_behind_another_word_may_be_that_of_a_paper(page: str) -> None:
    assert titles(f"- [{TITLE}]({URL})\n- [Pretty Awesome Net](https://{page})\n") == [TITLE, "Pretty Awesome Net"]


def test_several_pages_called_awesome_behind_another_word_are_lists() -> None:
    lines = "".join(
        f"- [[{name}]](https://github.com/loom/{name.lower().replace(' ', '-')}) by ada\n"
        for name in ("Really Awesome Looms", "Cards awesome weaving")
    )
    assert titles(f"- [{TITLE}]({URL})\n{lines}") == [TITLE]


def test_people_who_present_themselves_at_the_top_of_a_page_are_no_paper() -> None:
    page = f"# Looms\n\n[Ada Lovelace](https://github.com/ada), Alan Turing, Grace Hopper\n\n- [{TITLE}]({URL})\n"
    assert titles(page) == [TITLE]
    assert titles(f"- [Ada Lovelace]({URL}), Alan Turing, Grace Hopper\n- [{TITLE}]({URL})\n")[-1] == TITLE


def test_what_is_called_after_somebody_is_a_paper_where_its_link_or_who_wrote_it_say_so() -> None:
    doi = "https://doi.org/10.1145/344238"
    listed = f"- [Barbara Liskov]({doi}1)\n- [Grace Hopper]({doi}2)\n"
    assert titles(f"# Papers\n\n## Papers by women researchers\n\n{listed}") == ["Barbara Liskov", "Grace Hopper"]
    written = f"- [{TITLE}]({URL})\n- [Adam Smith](https://adamsmith.github.io/) Alan Turing\n"
    assert titles(f"# Papers\n\n{written}")[1].startswith("Adam Smith")


@pytest.mark.parametrize("place", ["ICRA2020 & RA-L2020", "ICLR 2020 & CoRL 2019 Workshop Best Paper", "ICLR 2020"])
def test_the_first_of_two_places_in_a_cell_is_where_a_paper_appeared(place: str) -> None:
    (paper,) = papers(f"|Title|Conference|\n|-|-|\n|[{TITLE}]({URL})|{place}|\n")
    assert (paper.venue, paper.year) == (place[:4], 2020)


@pytest.mark.parametrize("heading", ["News", "🔥 Latest updates", "Update history", "Release notes", "更新日志"])
def test_what_was_done_to_a_list_is_no_paper(heading: str) -> None:
    done = f"- 2024/01/31: Add papers accepted by [OSDI'23]({URL}c)\n- 2023/10/18: Release first [version]({URL}d)\n"
    assert len(titles(f"# Papers\n\n## {heading}\n\n{done}\n## Looms\n\n{LINKED}")) == 5
    assert titles(f"# Papers\n\n## History\n\n- [{TITLE}]({URL})\n") == [TITLE]


def test_one_word_is_a_paper_beside_whole_titles_too() -> None:
    assert titles(f"# Looms\n\n## Cards\n\n- [{TITLE}]({URL})\n- LoomNet\n- Spindle\n") == [TITLE, "LoomNet", "Spindle"]


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        ("Organizations", ["The Nature of the Loom", "The Weaving of Many"]),
        ("Group theory", ["[The Loom Group](https://e.org/1)", "[The Mill Group](https://e.org/2)"]),
        (
            "Companies and Mills",
            ["[The Loom Factory](https://books.org/loom)", "[Notes on Mills](https://e.org/a.html)"],
        ),
    ],
)
def test_a_heading_of_groups_makes_none_of_titles_that_are_called_otherwise(heading: str, names: list[str]) -> None:
    page = f"# Looms\n\n## {heading}\n\n" + "".join(f"- {name}\n" for name in names) + f"\n## Papers\n\n{LINKED}"
    assert titles(page)[:2] == [name.strip("[").partition("]")[0] for name in names]


@pytest.mark.parametrize("heading", ["News", "Latest updates"])
@pytest.mark.parametrize(
    "line",
    [f"- [{TITLE}]({URL})", f"- 2024-01-31: [{TITLE}]({ARXIV}1)", f"- {TITLE}. Ada Lovelace, Alan Turing. OSDI 2020."],
)
def test_whole_papers_below_news_are_papers(heading: str, line: str) -> None:
    added = "- 2024/01/31: We add papers of [OSDI'23](https://e.org/c)\n"
    assert titles(f"# Papers\n\n## Cards\n\n{LINKED}\n## {heading}\n\n{line}\n{added}")[5:] == [TITLE]


def test_words_in_bold_before_a_colon_are_no_title_though_the_page_has_many_in_bold() -> None:
    rows = "".join(f"| **Weaving Cards of the {kind} Loom** | 2020 |\n" for kind in "ABCDEFGHI")
    themes = "- **Weaving**: Looms that understand patterns\n- **Reasoning about Cards:** Finding the holes in them\n"
    page = f"# Papers\n\n## Themes\n\n{themes}\n## List\n\n| Title | Year |\n|-|-|\n{rows}"
    assert titles(page) == [f"Weaving Cards of the {kind} Loom" for kind in "ABCDEFGHI"]


@pytest.mark.parametrize("title", ["This is a title.", "Paper title", "Title of the paper"])
def test_what_shows_how_entries_are_written_is_none(title: str) -> None:
    page = f"- **{title}** (year). [[pdf]](link-to-pdf) [[code]](link-to-code)\n  - Author et al. *Venue*\n"
    assert titles(f"# Papers\n\n{page}\n## Looms\n\n{LINKED}")[:1] == ["Looms and Cards 1"]


def test_titles_in_the_marks_that_chinese_has_around_them_are_papers_though_notes_stand_behind() -> None:
    lines = "1. 《Weaving Cards on Wide Looms》提出了织机，使用卡片\n2. 《Looms: Cards for the Mill》给出实现\n"
    assert titles(f"# Papers\n\n{LINKED}\n## Looms\n\n{lines}")[5:] == [
        "Weaving Cards on Wide Looms",
        "Looms: Cards for the Mill",
    ]


def test_a_title_in_such_marks_needs_no_more_words_with_capitals_than_others_do() -> None:
    lines = "- 《The Art of Weaving Looms》 Wrenfold\n- 《Structure and Weaving of Wide Looms》 Askew\n"
    assert titles(f"# Papers\n\n- [{TITLE}]({URL})\n\n## Books\n\n{lines}")[1:] == [
        "The Art of Weaving Looms",
        "Structure and Weaving of Wide Looms",
    ]


def test_the_first_words_of_a_sentence_that_goes_on_behind_its_link_are_no_title() -> None:
    page = f"# Looms\n\n- [The cards of the](https://weav.org/) old mill\n\n## Read\n\n{LINKED}"
    assert titles(page)[0] == "Looms and Cards 1"
    assert "goes on behind it" in told(page)[0]


@pytest.mark.parametrize(
    "line",
    [
        "[{title}](https://doi.org/10.1/y). Ada Lovelace, Alan Turing. Nature 2010",
        "[{title}](https://doi.org/10.1/y)",
        "[{title}](https://weav.org/y)",
        "[{title}](https://weav.org/y). Ada Lovelace. 1843",
        "{title} [[pdf]](https://weav.org/y)",
    ],
)
@pytest.mark.parametrize("title", ["Where Do New Looms Come from", "Cards to think with", "Either / or"])
def test_titles_may_end_in_small_words(line: str, title: str) -> None:
    assert titles(f"# Looms\n\n- {line.format(title=title)}\n") == [title]


def test_titles_in_a_table_may_end_in_small_words_and_one_may_be_called_title() -> None:
    rows = "| Where does the wool come from | Nature | 2011 |\n| The paper title | Nature | 2012 |\n"
    assert titles(f"# Looms\n\n| Title | Venue | Year |\n|-|-|-|\n{rows}") == [
        "Where does the wool come from",
        "The paper title",
    ]


@pytest.mark.parametrize("above", ["See papers on looms from:", "Find more papers on:", "Other papers at"])
def test_what_stands_below_a_line_that_leads_to_papers_elsewhere_is_none(above: str) -> None:
    page = f"# Looms\n\n1. {above}\n    1. [Weaving](https://weav.org/a)\n    1. [Mills](https://mill.org)\n    1. [The Loom](https://loom.org)\n"
    assert titles(f"{page}\n## Papers\n\n- [Notes on Looms that Weave](https://e.org/a.pdf)\n") == [
        "Notes on Looms that Weave"
    ]


@pytest.mark.parametrize("heading", ["People & Lab", "People and groups", "Researchers/Labs"])
def test_below_people_and_groups_stand_neither_papers_nor_titles(heading: str) -> None:
    page = f"""# Looms

## {heading}

* [Ada Lovelace](http://weav.edu/ada), Turin, Weaving
* [loom-and-card group](http://weav.edu/group), Turin
* [Weavers Creating Cards (WCC) Lab](http://weav.edu/wcc), Turin

## Papers

* [Notes on Looms that Weave](https://e.org/a.pdf)
"""
    assert titles(page) == ["Notes on Looms that Weave"]


@pytest.mark.parametrize(
    "line",
    [
        "文章用LoomNet融合**卡片信息**，从而提升织布的精度。**（[代码](https://github.com/looms/cards)）**",
        "[Back to index](../README.md)",
        "[Back to the list](../README.md)",
    ],
)
@pytest.mark.parametrize("before", ["- ", "\n"])
def test_sentences_in_chinese_and_ways_back_are_no_papers(line: str, before: str) -> None:
    assert len(titles(f"# Papers\n\n{LINKED}{before}{line}\n")) == 5


def test_a_way_back_below_a_table_is_no_row_of_it() -> None:
    assert titles(f"|Title|Venue|\n|---|---|\n|[{TITLE}]({ARXIV}1)|OSDI|\n[Back to index](../README.md)\n") == [TITLE]


@pytest.mark.parametrize(
    "title",
    [
        "Weaving with Jupyter Notebooks",
        "Detecting Worn Blog Posts",
        "Anatomy of a Blog Post",
        "Recording - Sounds of the Loom",
        "Lovelace and Babbage's Papers on Looms and Cards",
    ],
)
def test_titles_about_notebooks_posts_and_papers_are_papers(title: str) -> None:
    assert title in titles(f"# Looms\n\n- [Notes on Wide Looms](https://e.org/a)\n- [{title}](https://e.org/b)\n")


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Ada's Books, 1991", "Ada's Books"),
        (f"[Ada's Papers]({URL}) 1990", "Ada's Papers"),
        (f"[Ada's blog post about looms]({URL}) 2019", "Ada's blog post about looms"),
    ],
)
def test_what_is_called_somebodys_books_or_papers_is_a_paper_where_it_has_a_year(line: str, title: str) -> None:
    assert titles(f"# Papers\n\n{LINKED}- {line}\n")[-1] == title
