"""Markdown reading lists -> drafts of papers: who is named before a title, what a paper is called for short."""

from __future__ import annotations

import pytest
from markdown_pages import TITLE, URL, papers, titles


def test_a_link_that_says_family_names_a_title_in_italics_and_a_year_is_a_citation_in_a_column_of_sources() -> None:
    page = f"""# Looms

| ID | Source | Notes |
|---|---|---|
| S1 | [Lovelace & Babbage, *Weaving of Numbers* (1987)]({URL}1) | The first. |
| S2 | [Lovelace, *Nonlinearity in Weaving* (1992)]({URL}2) | Shows it. |
| S3 | [Babbage – Turing – Lovelace, *The Weaving of Cards* (1997)]({URL}3) | Long. |
| S4 | [Turing *et al.*, *Random Looms* (1998)]({URL}4) | Short. |
"""
    assert [(draft.title, draft.year, [who.name for who in draft.authors]) for draft in papers(page)] == [
        ("Weaving of Numbers", 1987, ["Lovelace", "Babbage"]),
        ("Nonlinearity in Weaving", 1992, ["Lovelace"]),
        ("The Weaving of Cards", 1997, ["Babbage", "Turing", "Lovelace"]),
        ("Random Looms", 1998, ["Turing"]),
    ]


@pytest.mark.parametrize(
    "source", ["[Loom Times](https://e.org/a)", "[Proceedings of the Loom Conference](https://e.org/b)"]
)
def test_a_column_of_sources_that_are_venues_has_no_titles(source: str) -> None:
    page = f"# Looms\n\n| Name | Source |\n|---|---|\n| Notes on the Weaving Engine | {source} |\n"
    assert source[1:10] not in " ".join(titles(page))


def test_links_to_the_pages_of_who_wrote_a_paper_are_names_and_the_link_behind_them_is_its_title() -> None:
    page = f"""# Looms

* [Turing, A.](https://e.org/a) and [Babbage, C.](https://e.org/c), 2021. [A view on looms]({URL}1). Loom Lett, 3(1), 9.
* Lovelace, A., [Babbage, C.](https://e.org/c) and Turing, A., 2000. [Yarn from looms]({URL}2). Loom Lett, 4(6), p.3.
* [Turing, A.M.](https://e.org/t), 1993. [Weaving: Principles applied to yarn]({URL}3). Loom Lett, 2(5), p.8.
"""
    found = papers(page)
    assert [(draft.title, draft.year, draft.venue) for draft in found] == [
        ("A view on looms", 2021, "Loom Lett"),
        ("Yarn from looms", 2000, "Loom Lett"),
        ("Weaving: Principles applied to yarn", 1993, "Loom Lett"),
    ]
    assert [len(draft.authors) for draft in found] == [2, 3, 1]
    assert [[link.url for link in draft.links] for draft in found] == [[f"{URL}1"], [f"{URL}2"], [f"{URL}3"]]


def test_a_citation_with_a_linked_title_below_a_paper_is_another_paper() -> None:
    page = f"""# Looms

* Lovelace, A., 1998. [An introduction to wide looms]({URL}1). MIT Press.
  * Lovelace, A. and Turing, A.M., 1999. [Weaving: An overview]({URL}2). Looms Letters, 30(1), pp.593-616.
  * Turing, A.M., 1996. [Wide looms]({URL}3). Looms Letters, 28(1), pp.77-80.
  * It is the book to read first.
* [Notes on the Weaving Engine]({URL}4)
  * Lovelace, A., 1843. [Notes on the Weaving Engine](https://e.org/notes). Looms Letters, 1(1), pp.1-9.
"""
    found = papers(page)
    assert [(draft.title, draft.year) for draft in found] == [
        ("An introduction to wide looms", 1998),
        ("Weaving: An overview", 1999),
        ("Wide looms", 1996),
        ("Notes on the Weaving Engine", found[3].year),
    ]
    assert [note.body for note in found[0].notes] == ["It is the book to read first."]


def test_a_title_and_where_it_appeared_in_a_paragraph_below_a_name_are_the_paper() -> None:
    page = """# Looms

1. Weftstore

   Using Wide Looms to Build a Fast Store [ATC'13]

2. Loom guidelines

   Guidelines for High Performance Looms [SIGCOMM'14]

4. Weft+G

   Weft+G: Fast Queries on Looms (OSDI 2016)

5. Notes on Weaving

   It says how looms are built. OSDI 2018 has more.
"""
    found = papers(page)
    assert [(draft.title, draft.venue, draft.year, draft.name) for draft in found[:3]] == [
        ("Using Wide Looms to Build a Fast Store", "ATC", 2013, "Weftstore"),
        ("Guidelines for High Performance Looms", "SIGCOMM", 2014, None),
        ("Weft+G: Fast Queries on Looms", "OSDI", 2016, "Weft+G"),
    ]
    assert found[1].tags == ("Loom guidelines",)


@pytest.mark.parametrize(
    ("line", "title", "venue", "year"),
    [
        ("[Weaving Cards with Wide Looms, LTO 2019]({URL})", "Weaving Cards with Wide Looms", "LTO", 2019),
        ("[Weaving Cards with Wide Looms, LoomDBJ'18]({URL})", "Weaving Cards with Wide Looms", "LoomDBJ", 2018),
        ("[Cards: Weaving and Wefts. EMNLP 2020]({URL}) - a tool", "Cards: Weaving and Wefts", "EMNLP", 2020),
        ("[Yarn for Looms, A View from 2019]({URL})", "Yarn for Looms, A View from 2019", None, None),
        ("[The Long Year of Weaving, 2019]({URL})", "The Long Year of Weaving", None, 2019),
    ],
)  # fmt: skip
def test_a_venue_and_its_year_at_the_end_of_a_link_are_no_title(
    line: str, title: str, venue: str | None, year: int | None
) -> None:
    (found,) = papers(f"# Looms\n\n* {line.format(URL=URL)}\n")
    assert (found.title, found.venue, found.year) == (title, venue, year)


def test_a_name_before_a_link_that_is_a_title_is_what_the_paper_is_called_for_short() -> None:
    page = f"""# Looms
* w-YARN [w-YARN: Weaving of Natural Wefts]({URL}1)
* LoomNet [Explain your weaving! Notes on the use of looms]({URL}2)
* About the [Notes on Looms]({URL}3)
"""
    found = papers(page)
    assert [(draft.title, draft.name) for draft in found[:2]] == [
        ("w-YARN: Weaving of Natural Wefts", "w-YARN"),
        ("Explain your weaving! Notes on the use of looms", "LoomNet"),
    ]


def test_several_links_to_papers_behind_what_they_are_about_are_papers() -> None:
    page = """# Looms

| Date | Person | Paper(s) |
| --- | --- | --- |
| 31 Mar | Ada | Methods for wide looms. [Weaving of Wide Cards](https://arxiv.org/abs/2002.00001), \
[Weaving with Many Wefts](https://arxiv.org/abs/2002.00002) |
| 14 Apr | Alan | [Notes on the Weaving Engine](https://arxiv.org/abs/2002.00003) |
"""
    assert titles(page) == ["Weaving of Wide Cards", "Weaving with Many Wefts", "Notes on the Weaving Engine"]


def test_brackets_around_a_link_that_is_a_title_are_none_of_it() -> None:
    page = f"# Looms\n\n* 2015 Ada Lovelace, Alan Turing [[Notes on the Modern Loom]({URL})]\n"
    page += f"* [[2014 - Weaving of Cards with Wide Looms]({URL}2)] A combination of looms\n"
    found = papers(page)
    assert [(draft.title, draft.year) for draft in found] == [
        ("Notes on the Modern Loom", 2015),
        ("Weaving of Cards with Wide Looms", 2014),
    ]
    assert [who.name for who in found[0].authors] == ["Ada Lovelace", "Alan Turing"]


SERIES = "volume 90 of Lecture Notes in Weaving, pages 2–3. Springer, 2015."


@pytest.mark.parametrize(
    ("behind", "venue"),
    [
        ("Notes on looms: part I. Looms & automation magazine, 13(2), 9.", "Looms & automation magazine"),
        ("Notes on looms. Loom Mind in History, p.389.", "Loom Mind in History"),
        (f"Notes on looms. In Advances in Looms: Weave 2015, {SERIES}", "Advances in Looms: Weave"),
        (f"Notes on looms. In A. Turing and G. Boole, editors, Looms: Theory, {SERIES}", "Looms: Theory"),
    ],
)
def test_a_book_is_no_series_and_a_part_or_a_page_ends_a_title(behind: str, venue: str) -> None:
    (found,) = papers(f"# Looms\n\n* Lovelace, A., & Babbage, C. (2015). {behind}\n")
    assert (found.title, found.venue, found.year) == (behind.partition(". ")[0], venue, 2015)


def test_a_sentence_about_a_program_that_its_repository_is_called_after_is_no_paper() -> None:
    page = f"""# Looms

* [LoomFlow](https://github.com/acme/loomflow) is a library for looms.
* [Scikit-Loom](https://github.com/acme/scikit-loom "Scikit-Loom") is all one needs.
* [Loomer](https://github.com/acme/loomer) is a program. ([Paper](https://arxiv.org/abs/2002.00001))
* [LoomNet](https://github.com/acme/loomnet) CVPR 2019
* [Notes on the Weaving Engine]({URL})
* Table of contents generated with [toc](https://e.org/toc)
"""
    assert titles(page) == ["Loomer", "LoomNet", "Notes on the Weaving Engine"]


@pytest.mark.parametrize(
    ("where", "venue"),
    [
        ("In Weaving and Card Reading, 2009. WCR 2009. IEEE Conference on (pp. 248-255). IEEE.", "WCR"),
        ("In Mixed Weaving, 2009. LOOMAR 2009. 6th IEEE and ACM International Symposium on (pp. 2-4). IEEE.", "LOOMAR"),
        ("In Yarn Engineering, 2009. ICYE'09. 23rd International Conference on (pp. 2-4). IEEE.", "ICYE"),
    ],
)
def test_a_conference_that_a_citation_has_turned_is_called_by_its_acronym(where: str, venue: str) -> None:
    (found,) = papers(f"# Looms\n\n* Lovelace, A., & Babbage, C. (2009, June). Notes on wide looms. {where}\n")
    assert (found.title, found.venue, found.year, found.notes) == ("Notes on wide looms", venue, 2009, ())


@pytest.mark.parametrize("publisher", ["Addison-Wesley", "Prentice Hall", "McGraw-Hill"])
def test_who_published_a_book_is_none_of_its_title_nor_its_author(publisher: str) -> None:
    page = f"# Looms\n\n* Weaving of Wide Looms, {publisher} (2017)\n* Notes on Looms, Springer (2010)\n"
    found = papers(page)[0]
    assert (found.title, found.venue, found.year, found.authors) == ("Weaving of Wide Looms", publisher, 2017, ())


def test_a_few_words_that_only_ask_are_no_paper() -> None:
    page = f"# Looms\n\n* [Notes on the Weaving Engine]({URL})\n* Looms?\n* Wide Weaving Looms?\n"
    page += f"* [Why Weave?]({URL}2)\n* Why Filter? Ada Lovelace. 1843\n"
    assert titles(page)[:2] == ["Notes on the Weaving Engine", "Why Weave?"]
    assert len(titles(page)) <= 3


@pytest.mark.parametrize("day", ["2017", "April 2017", "2017-07-07"])
def test_where_all_the_authors_work_is_kept_with_the_day_behind_it(day: str) -> None:
    page = f"# Looms\n\n* [Notes on Looms]({URL}) by Ada Lovelace and Alan Turing (University of Weaving, {day})\n"
    page += f"* [Notes on Cards]({URL}2) by Charles Babbage (Loom Systems, {day})\n"
    found = papers(page)
    assert [[(who.name, who.affiliations) for who in draft.authors] for draft in found] == [
        [("Ada Lovelace", ("University of Weaving",)), ("Alan Turing", ("University of Weaving",))],
        [("Charles Babbage", ("Loom Systems",))],
    ]
    assert [draft.year for draft in found] == [2017, 2017]


@pytest.mark.parametrize(
    ("people", "authors"),
    [
        ("Ada Lovelace", ["Ada Lovelace"]),
        ("Wrenfold, Tarbuck", ["Wrenfold", "Tarbuck"]),
        ("Wrenfold, Tarbuck, Ashgrove", ["Wrenfold", "Tarbuck", "Ashgrove"]),
        ("Lovelace, Ada", ["Ada Lovelace"]),
        ("Lovelace, Ada, Turing, Alan, and Hopper, Grace", ["Ada Lovelace", "Alan Turing", "Grace Hopper"]),
        ("Lovelace et al.", ["Lovelace"]),
    ],
)
@pytest.mark.parametrize(
    ("where", "venue", "year"),
    [
        ("OSDI '20: ", "OSDI", 2020),
        ("LoomCon '05 ", "LoomCon", 2005),
        ("Journal of Looms '17", "Journal of Looms", 2017),
    ],
)
def test_who_stands_before_a_venue_and_its_year_before_a_link_wrote_it(
    people: str, authors: list[str], where: str, venue: str, year: int
) -> None:
    (draft,) = papers(f"# Papers\n\n* {people}, {where}[{TITLE}]({URL})\n")
    assert (draft.title, draft.venue, draft.year, draft.notes) == (TITLE, venue, year, ())
    assert [one.name for one in draft.authors] == authors


@pytest.mark.parametrize("topic", ["Security", "Security, Privacy", "LoomNet", "Lovelace, Ada, Turing, Alan"])
def test_what_need_not_be_people_before_a_venue_and_its_year_is_taken_for_none(topic: str) -> None:
    (draft,) = papers(f"# Papers\n\n* {topic}, OSDI '20: [{TITLE}]({URL})\n")
    assert (draft.title, draft.venue, draft.year, draft.authors) == (TITLE, "OSDI", 2020, ())


def test_a_town_and_its_state_before_a_year_are_nobody() -> None:
    for place in ("Paris, Texas", "Oshkosh, Wisconsin", "Cambridge, Massachusetts"):
        assert not any(draft.authors for draft in papers(f"# Papers\n\n- {place}. 2019. {TITLE} [pdf]({URL})\n"))
    for name in ("Lovelace, Ada", "Jordan, Michael"):
        (draft,) = papers(f"# Papers\n\n- {name}. 2019. {TITLE} [pdf]({URL})\n")
        assert [one.name for one in draft.authors] == [" ".join(reversed(name.split(", ")))]


@pytest.mark.parametrize(
    ("people", "authors"),
    [
        ("Ada Lovelace, Alan M. Turing, Grace Hopper", ["Ada Lovelace", "Alan M. Turing", "Grace Hopper"]),
        ("Ada Lovelace, Grace Hopper and Alan M. Turing", ["Ada Lovelace", "Grace Hopper", "Alan M. Turing"]),
        ("Lovelace, Ada and Hopper, Grace and Turing, Alan M.", ["Ada Lovelace", "Grace Hopper", "Alan M. Turing"]),
        ("Sun, Ada and Hopper, Grace and Turing, Alan M..", ["Ada Sun", "Grace Hopper", "Alan M. Turing"]),
        ("Ada Lovelace and Grace Hopper and and Alan Turing", ["Ada Lovelace", "Grace Hopper", "Alan Turing"]),
    ],
)
def test_who_stands_before_a_venue_in_italics_is_no_part_of_it(people: str, authors: list[str]) -> None:
    page = f"# Papers\n\n- [{TITLE}]({URL}) {people} *CVPR 2019*\n"
    (draft,) = papers(page)
    assert (draft.title, draft.venue, draft.year) == (TITLE, "CVPR", 2019)
    assert [one.name for one in draft.authors] == authors


def test_six_names_before_a_venue_are_several_people_where_a_page_has_several_such() -> None:
    names = (
        "Kevin Lin Mary Wang David Hopper.",
        "John Smith Mary Lin David Wang.",
        "Ada Lovelace Adele Weftina Bobbin Woof",
    )
    found = papers("# Papers\n\n" + "".join(f"- [{TITLE}]({URL}) {one} *CVPR 2019*\n" for one in names))
    assert [one.name for one in found[0].authors] == ["Kevin Lin", "Mary Wang", "David Hopper"]
    assert (found[2].authors, [note.body for note in found[2].notes]) == ((), [names[2]])
    (draft,) = papers(f"# Papers\n\n- [{TITLE}]({URL}) {names[0]} *CVPR 2019*\n")
    assert [one.name for one in draft.authors] == [names[0].rstrip(".")]


ON_LOOMS = (
    "Lovelace and Babbage on looms.",
    "Lovelace, Turing, and Hopper's guide to cards.",
    "Hopper et al. on weaving.",
)


@pytest.mark.parametrize(
    "remarks",
    [
        ("Alan Turing's review of it.", "Grace Hopper's favourite paper on wefts.", "Ada Lovelace's rebuttal of it."),
        ("Ada Lovelace's summary of it.", "Alan Turing’s talk on this paper.", "Grace Hopper's copy of the paper."),
    ],
)
def test_what_somebody_has_of_a_paper_says_nothing_of_who_wrote_it(remarks: tuple[str, ...]) -> None:
    lines = [f"- [Tales of Looms, Part {at}]({URL}{at}) - {said}\n" for at, said in enumerate(remarks)]
    assert not any(draft.authors for draft in papers(f"# Papers\n\n## Core\n\n{''.join(lines)}"))


@pytest.mark.parametrize(
    ("remark", "authors"),
    [
        ("Sun and Turing on wefts.", ["Sun", "Turing"]),
        ("Europe and America on wefts.", []),
        ("Lovelace on mills.", ["Lovelace"]),
        ("Notes on mills.", []),
    ],
)
def test_remarks_of_a_section_that_begin_with_people_say_who_wrote_the_papers(remark: str, authors: list[str]) -> None:
    lines = [f"- [Tales of Looms, Part {at}]({URL}{at}) - {said}\n" for at, said in enumerate((*ON_LOOMS, remark))]
    drafts = papers(f"# Papers\n\n## Core\n\n{''.join(lines)}")
    assert [[one.name for one in draft.authors] for draft in drafts] == [
        ["Lovelace", "Babbage"],
        ["Lovelace", "Turing", "Hopper"],
        ["Hopper"],
        authors,
    ]
    assert drafts[3].notes[0].body == remark.rstrip(".")


def test_of_remarks_that_mostly_begin_with_no_people_none_says_who_wrote_the_papers() -> None:
    remarks = (ON_LOOMS[0], "Loomify and Cardify on one machine.", "How to weave.", "A guide to cards.", ON_LOOMS[2])
    lines = [f"- [Tales of Looms, Part {at}]({URL}{at}) - {said}\n" for at, said in enumerate(remarks)]
    assert not any(draft.authors for draft in papers(f"# Papers\n\n## Core\n\n{''.join(lines)}"))


def test_one_name_below_a_title_is_who_wrote_it_where_others_on_the_page_have_who_wrote_them_there() -> None:
    others = "".join(
        f"- [{title}]({URL}{at})\n  - Ada Lovelace, Alan Turing\n  - It weaves.\n"
        for at, title in enumerate(("Notes on Looms", "Cards for Looms", "Wheels and Looms"))
    )
    page = f"{others}- [{TITLE}]({URL})\n  - Yorin Gafner\n  - It weaves, too.\n"
    assert [one.name for one in papers(page)[-1].authors] == ["Yorin Gafner"]
