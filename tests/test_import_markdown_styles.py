"""Markdown reading lists -> drafts of papers: how lists of a field or a country write an entry."""

from __future__ import annotations

import pytest
from markdown_pages import ADA, ALAN, GRACE, TITLE, URL, papers, said, titles

from readtrack.model import Author


def test_titles_below_a_name_and_its_links_are_papers_where_they_say_when_they_appeared() -> None:
    page = f"""# Looms
* **Loomer** [[Paper]({URL})][[Code](https://e.org/code)] @Acme
  <br/> A Large Dataset of Weaving Cards (CVPR 2023)
* **WeftNet**[[Paper]({URL}b)] <br> Weaving of Cards without Any Labels (ICCV 2021)
* **Ask the Weaver (v2)** [[Paper](https://arxiv.org/abs/2012.00451)/[Journal](https://arxiv.org/abs/2205.05019)]
  <br/> Learning to Weave from Cards (ICCV 2021)
  <br/> Weaving Cards from Looms (TPAMI 2022)
"""
    found = papers(page)
    assert [(draft.title, draft.venue, draft.year) for draft in found] == [
        ("A Large Dataset of Weaving Cards", "CVPR", 2023),
        ("Weaving of Cards without Any Labels", "ICCV", 2021),
        ("Learning to Weave from Cards", "ICCV", 2021),
        ("Weaving Cards from Looms", "TPAMI", 2022),
    ]
    assert [draft.name for draft in found[:2]] == ["Loomer", "WeftNet"]
    assert [len(draft.links) + len(draft.identifiers) for draft in found] == [2, 1, 1, 1]


def test_a_sentence_that_asks_to_click_a_link_is_no_paper() -> None:
    page = f"# Looms\n\nTo see the whole list, click [here]({URL}x).\n\n* [Notes on the Weaving Engine]({URL})\n"
    assert titles(page) == ["Notes on the Weaving Engine"]


def test_a_link_before_a_colon_heads_the_list_below_it() -> None:
    page = f"""# Weaving

[Older looms:]({URL}old)

- The weaving data engine, ISCA 2017
- Cards for looms with many wefts, MICRO 2018.

[Looms of today]({URL}new):

- Weaving near the loom with little yarn, HPCA 2019
"""
    assert [(draft.title, draft.venue, draft.year) for draft in papers(page)] == [
        ("The weaving data engine", "ISCA", 2017),
        ("Cards for looms with many wefts", "MICRO", 2018),
        ("Weaving near the loom with little yarn", "HPCA", 2019),
    ]


ZHANG, LI = Author("张三"), Author("李四")


@pytest.mark.parametrize(
    "line",
    [
        "张三, 李四. 大规模织机图数据处理技术. 计算机学报, 34(10):1753–1767, 2011.",
        "张三，李四等. 大规模织机图数据处理技术. 计算机学报, 2011, 34(10): 1753-1767",
    ],
)
def test_a_citation_in_chinese_needs_no_sign_of_what_it_cites(line: str) -> None:
    facts = {"authors": (ZHANG, LI), "venue": "计算机学报", "year": 2011}
    assert said(f"# 织机\n\n* {line}\n", *facts) == {"title": "大规模织机图数据处理技术", **facts}


BOTH = (Author("A. B. Lovelace"), Author("A. Turing"))


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (f"**Lovelace, A. B., & Turing, A. (2010). {TITLE}. In OSDI (pp. 135–145).**", TITLE),
        ("Lovelace, A. B., & Turing, A. (2010). From “Looms” to “Cards.” OSDI, 135–145.", "From “Looms” to “Cards.”"),
    ],
)
def test_a_citation_may_be_all_in_bold_and_its_title_may_end_in_a_quotation(line: str, title: str) -> None:
    facts = {"authors": BOTH, "venue": "OSDI", "year": 2010}
    assert said(f"* {line}\n", *facts) == {"title": title, **facts}


def test_citations_below_a_name_that_begins_their_titles_are_papers_of_their_own() -> None:
    page = """# Systems
* Loomer
    * Lovelace, A. B., & Turing, A. (2013). Loomer: A Resilient Loom. In OSDI (pp. 1-6).
    * Turing, A., & Lovelace, A. B. (2014). Loomer : Weaving in a Distributed Mill. In SOSP (pp. 599–613).
"""
    assert titles(page) == ["Loomer: A Resilient Loom", "Loomer : Weaving in a Distributed Mill"]


@pytest.mark.parametrize(
    ("behind", "venue"),
    [
        (f"The LoomConf. [paper]({URL}). [code](https://e.org/code).", "The LoomConf"),
        (f"Software: Weaving and Experience. [paper]({URL}).", "Software: Weaving and Experience"),
        ("Loom Processing and Management. PDF given to the course.", "Loom Processing and Management"),
        (f"Acme University. [paper]({URL}).", None),
    ],
)
def test_what_stands_behind_authors_year_and_title_is_where_it_appeared(behind: str, venue: str | None) -> None:
    line = f"1. Ada Lovelace, Alan Turing. 2016. **{TITLE}**. {behind}\n"
    assert said(line, "venue", "year") == {"title": TITLE, "venue": venue, "year": 2016}


@pytest.mark.parametrize(
    ("place", "venue"),
    [("Phys Rev 2018", "Phys Rev"), ("Weav. Mech. 1998", "Weav. Mech."), ("Ada Lovelace 2018", None)],
)
def test_brackets_behind_a_title_may_abbreviate_a_journal(place: str, venue: str | None) -> None:
    assert said(f"- [{TITLE}]({URL}) ({place})\n", "venue") == {"title": TITLE, "venue": venue}


def test_a_workplace_may_stand_behind_junior_without_a_comma() -> None:
    line = f"- [{TITLE}]({URL}), Grace B. Hopper, A. Kay Turing, and Ada Lovelace Jr. MIT, SOSP 1995\n"
    (draft,) = papers(line)
    assert draft.authors == tuple(
        Author(name, ("MIT",)) for name in ("Grace B. Hopper", "A. Kay Turing", "Ada Lovelace Jr.")
    )


def test_bullets_that_all_spell_out_abbreviations_are_no_papers() -> None:
    words = "- AW: Auto Weaving\n- DCL: Distributed Card Looms\n- LL: Lace Looms\n"
    assert titles(f"# Looms\n\n## Words\n\n{words}\n## Papers\n\n- [{TITLE}]({URL})\n") == [TITLE]
    page = f"# Looms\n\n## Papers\n\n- LOOM: Learning On Open Mills\n- [{TITLE}]({URL})\n"
    assert titles(page) == ["LOOM: Learning On Open Mills", TITLE]


def test_a_project_of_a_few_words_below_a_paper_is_no_paper() -> None:
    page = f"- [{TITLE}]({URL}), SOSP 2017\n  - in a small language\n  - [loom os project](https://loom.example.org/)\n"
    assert titles(page) == [TITLE]


def test_members_of_societies_are_people_whose_society_is_no_venue() -> None:
    line = f"- [{TITLE}]({URL}), Ada Lovelace, UC Weaver; Alan Turing, IEEE Member; Grace Hopper, UC Weaver, ATC 2020\n"
    facts = said(line, "authors", "venue")
    assert [author.name for author in facts["authors"]] == ["Ada Lovelace", "Alan Turing", "Grace Hopper"]
    assert facts["venue"] == "ATC"


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (f"**Joint Weaving of Cards and Labels** for Analytical Engines [notes]({URL})", " for Analytical Engines"),
        (f"**Joint Weaving of Cards and Labels** for beginners [notes]({URL})", ""),
        (f"**Joint Weaving of Cards and Labels** with Ada Lovelace [notes]({URL})", ""),
        (f"**Joint Weaving of Cards and Labels** on Loom News [notes]({URL})", ""),
        (f"**Joint Weaving of Cards and Labels.** For Analytical Engines [notes]({URL})", ""),
    ],
)
def test_a_title_goes_on_behind_bold_words_where_what_joins_it_to_them_is_written_as_they_are(
    line: str, title: str
) -> None:
    assert titles(f"# Papers\n\n- [2018 ACL] {line}\n") == [f"Joint Weaving of Cards and Labels{title}"]


def test_a_title_whose_bold_ends_inside_its_last_word_has_all_of_that() -> None:
    page = f"# Papers\n\n- (ICLR 2023) **Looms of wool: Faithful weavin**g [[Paper]]({URL})\n"
    page += f"- (ICLR 2023) **Looms of Turin and Rome**, a tale [[Paper]]({URL}b)\n"
    assert titles(page) == ["Looms of wool: Faithful weaving", "Looms of Turin and Rome"]


def test_what_stands_behind_the_comma_of_a_short_title_in_bold_is_where_it_appeared() -> None:
    page = "# Papers\n\n1. **Loom-Based Weaving,** in Woven Lectures on Cards and Engines, 2014.\n*Lovelace, A.*\n"
    assert said(page, "year") == {"title": "Loom-Based Weaving", "year": 2014}


def test_a_question_begins_with_no_author() -> None:
    page = (
        f"# Papers\n\n- **[Nature]** Can AI Build a Virtual Loom? Mills Race to Weave (**Nature 2025**) [[a]({URL})]\n"
    )
    assert said(page, "authors") == {
        "title": "Can AI Build a Virtual Loom? Mills Race to Weave",
        "authors": (),
    }
    page = "# Papers\n\n- Lovelace A, Turing B. Can AI weave? Nature 12, 3-4 (2020).\n"
    assert len(said(page, "authors")["authors"]) == 2


def test_two_names_in_brackets_before_a_title_are_none_of_it() -> None:
    page = f"# Papers\n\n- [(vLoom)(CardWeave) Efficient Weaving of Cards]({URL})\n"
    page += f"- [(vLoom) Weaving of Many Cards]({URL}b)\n- [(Non)(Linear) Looms of Turin]({URL}c)\n"
    assert titles(page)[:2] == ["Efficient Weaving of Cards", "Weaving of Many Cards"]


def test_the_name_of_a_file_is_no_short_name_before_its_title() -> None:
    page = f"# Books\n\n- [Looms_by_Example]({URL}.pdf) - An Introduction to General Purpose Looms\n"
    assert titles(page) == ["Looms_by_Example"]
    page = f"# Books\n\n- [RWH]({URL}.pdf) - An Introduction to General Purpose Looms\n"
    assert titles(page) == ["An Introduction to General Purpose Looms"]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (
            "[LoomNet](https://e.org): [A Native Way of Weaving Cards](papers/LoomNet.pdf)",
            ": A Native Way of Weaving Cards",
        ),
        ("[LoomNet](https://e.org): [some more notes on it](papers/LoomNet.pdf)", ""),
        ("[LoomNet](https://e.org) beside what is said: [A Native Way of Weaving Cards](papers/LoomNet.pdf)", ""),
        ("[LoomNet](https://e.org): [Ada Lovelace and Alan Turing](papers/LoomNet.pdf)", ""),
    ],
)
def test_a_title_goes_on_in_the_link_behind_that_of_its_system(line: str, title: str) -> None:
    assert titles(f"# Papers\n\n- {line}\n- [{TITLE}]({URL})\n") == [f"LoomNet{title}", TITLE]


@pytest.mark.parametrize("tag", ["website 2018", "Web page 2018", "blog, 2018"])
def test_what_was_only_put_online_has_the_year_before_it(tag: str) -> None:
    found = said(f"# Papers\n\n- [{tag}] {TITLE} [summary]({URL})\n", "venue", "year", "tags")
    assert found == {"title": TITLE, "venue": None, "year": 2018, "tags": ()}


@pytest.mark.parametrize(("behind", "end"), [("by Lovelace et al. 1843", ""), ("s", "s"), ("in", ""), ("pdf", "")])
def test_the_next_word_right_behind_a_title_in_bold_is_none_of_it(behind: str, end: str) -> None:
    assert titles(f"# Papers\n\n- **Notes on Many Loom**{behind} [pdf]({URL})\n") == [f"Notes on Many Loom{end}"]


def test_notes_behind_the_link_of_a_paper_are_none_of_its_title() -> None:
    page = "# Papers\n\n- [LoomNet](https://arxiv.org/abs/2101.01234): [Reading Notes by Grace](https://e.org/notes)\n"
    assert titles(page) == ["LoomNet"]
    page = "# Papers\n\n- [LoomNet](https://e.org): [Reading Notes by Grace](https://e.org/notes)\n"
    assert titles(page) == ["LoomNet"]


def test_a_short_name_of_several_words_is_none_of_a_file() -> None:
    title = "Efficient Weaving of Word Cards in Vector Space"
    page = f"# Papers\n\n- [loom2card_skip_weft](https://arxiv.org/abs/2101.01234) - {title}\n"
    assert titles(page) == [title]


@pytest.mark.parametrize("joined", ["for Background Reading", "using Background Reading"])
def test_what_a_title_in_bold_is_read_for_is_none_of_it(joined: str) -> None:
    assert titles(f"# Papers\n\n- **Looms Are All You Need** {joined} [pdf]({URL})\n") == ["Looms Are All You Need"]


@pytest.mark.parametrize("year", ["2004.", "(2004)."])
def test_initials_before_a_year_are_no_journal(year: str) -> None:
    cited = f"Lovelace, A. B., and Turing, J. G. {year} {TITLE}. *Annals of Weaving*, 12(1), pp.13-17."
    assert said(f"# Papers\n\n- {cited}\n", "authors", "venue", "year") == {
        "title": TITLE,
        "authors": (Author("A. B. Lovelace"), Author("J. G. Turing")),
        "venue": "Annals of Weaving",
        "year": 2004,
    }


@pytest.mark.parametrize("print_", [". Econometrica. 2006;127(1):139-76.", "[J]. Econometrica, 2006, 127(1): 139-176."])
def test_the_title_of_a_citation_of_medicine_or_china_may_be_a_link(print_: str) -> None:
    line = f"- Lovelace A, Turing AM, Hopper G. [{TITLE}]({URL}){print_}\n"
    people = (Author("Lovelace A"), Author("Turing AM"), Author("Hopper G"))
    assert said(f"# Papers\n\n{line}", "authors", "venue", "year") == {
        "title": TITLE,
        "authors": people,
        "venue": "Econometrica",
        "year": 2006,
    }


@pytest.mark.parametrize(
    "journal", ["Econometrica", "Brain Research", "Explorations in Economic History", "The Lancet"]
)
@pytest.mark.parametrize(
    "line",
    [
        "[{title}]({url}) by Ada Lovelace, Alan Turing, and Grace Hopper ({journal}, 2006)",
        '"{title}", Ada Lovelace, Alan Turing, and Grace Hopper, {journal}, 2006 [pdf]({url})',
    ],
)
def test_a_well_known_journal_is_one_beside_its_year_whatever_its_name(line: str, journal: str) -> None:
    entry = line.format(title=TITLE, url=URL, journal=journal)
    assert said(f"# Papers\n\n- {entry}\n", "authors", "venue", "year") == {
        "title": TITLE,
        "authors": (ADA, ALAN, GRACE),
        "venue": journal,
        "year": 2006,
    }


@pytest.mark.parametrize(
    "line",
    [
        "`{title}` [[paper](https://e.org/a.pdf)] OSDI 2019, Ada Lovelace, Alan Turing",
        "`{title}`. Ada Lovelace and Alan Turing (OSDI 2019)",
        "Ada Lovelace, Alan Turing: `{title}`. *OSDI 2019*",
        "*Ada Lovelace, Alan Turing* — `{title}` [[OSDI 2019](https://e.org/a.pdf)]",
        "[OSDI 2019] `{title}`, Ada Lovelace & Alan Turing",
    ],
)
def test_what_stands_in_backquotes_is_the_title_where_all_else_is_who_wrote_it_and_where(line: str) -> None:
    page = f"# Papers\n\n- {line.format(title=TITLE)}\n- {line.format(title='Wide Looms')}\n"
    assert [(draft.title, draft.venue, draft.year, draft.authors) for draft in papers(page)] == [
        (title, "OSDI", 2019, (ADA, ALAN)) for title in (TITLE, "Wide Looms")
    ]


@pytest.mark.parametrize(
    "line",
    ["`Looms and Cards` {title} [[paper](https://e.org/a.pdf)]", "`Wide Looms` [{title}](https://e.org/a) OSDI 2019"],
)
def test_what_stands_in_backquotes_before_a_title_is_a_tag(line: str) -> None:
    assert titles(f"# Papers\n\n- {line.format(title=TITLE)}\n") == [TITLE]


def test_commands_in_backquotes_are_no_papers() -> None:
    assert titles(
        f"# Papers\n\n- [{TITLE}]({URL})\n\n## Weaving\n\n- `make looms` by hand in 2019\n- `loom weave wide`\n"
    ) == [TITLE]
