"""Markdown reading lists -> drafts of papers: where all authors of a paper work, behind them in italics."""

from __future__ import annotations

import pytest
from markdown_pages import ADA, ALAN, GRACE, TITLE, URL, papers, said

from readtrack.model import Author, Draft

LOOMS, WEFT = "University of Looms", "Weft Research"


@pytest.mark.parametrize(
    ("behind", "venue", "authors", "places"),
    [
        (". Ada Lovelace, Alan Turing. _University of Looms_.", "ICS", (ADA, ALAN), (LOOMS,)),
        (f". [Code]({URL}c). [Looming Page]({URL}d). Ada Lovelace. _Weft Research_.", "ICS", (ADA,), (WEFT,)),
        (f". [cdoe]({URL}c). Ada Lovelace, Alan Turing. _Weft Research_.", "ICS", (ADA, ALAN), (WEFT,)),
        (". Ada Lovelace, Alan Turing. _University of Looms_.", "SC", (ADA, ALAN), (LOOMS,)),
        (". Ada Lovelace. _Weft Research_ and _University of Looms_.", "ICS", (ADA,), (WEFT, LOOMS)),
        (". Jean-Luc Turing, Ada Lovelace. _Weft Research_.", "ICS", (Author("Jean-Luc Turing"), ADA), (WEFT,)),
        (". Lovelace, Ada and Turing, Alan and Hopper, Grace. _Weft Research_.", "ICS", (ADA, ALAN, GRACE), (WEFT,)),
    ],
)
def test_where_all_authors_of_a_paper_work_stands_behind_them_in_italics(
    behind: str, venue: str, authors: tuple[Author, ...], places: tuple[str, ...]
) -> None:
    everyone = tuple(one._replace(affiliations=places) for one in authors)
    expected = {"title": TITLE, "venue": venue, "year": 2022, "authors": everyone}
    assert said(f"- [{TITLE}]({URL}) **{venue} 2022**{behind}\n", "venue", "year", "authors") == expected


def test_a_link_that_is_a_sentence_of_its_own_is_no_label_where_it_is_a_person_or_a_title() -> None:
    page = f"- [{TITLE}]({URL}). [Ada Lovelace]({URL}b). OSDI 2022.\n- [Looms]({URL}c). [Weaving by Cards]({URL}d).\n"
    assert [draft.authors for draft in papers(page)] == [(ADA,), ()]


def test_a_publisher_behind_a_venue_is_no_author() -> None:
    expected = {"title": TITLE, "venue": "CAV", "year": 2022, "authors": ()}
    assert said(f"- [{TITLE}]({URL}). CAV 2022. Springer.\n", "venue", "year", "authors") == expected


@pytest.mark.parametrize(
    ("who", "name", "where"),
    [
        ("Stephen Wrenfold (Stanford).", "Stephen Wrenfold", ("Stanford",)),
        ("Stephen Wrenfold (Wisconsin-Madison).", "Stephen Wrenfold", ("Wisconsin-Madison",)),
        ("Stephen Wrenfold (University of Rome Weaving).", "Stephen Wrenfold", ("University of Rome Weaving",)),
        ("Sharma (NYU).", "Sharma", ("NYU",)),
        ("Marco Smith, etc.", "Marco Smith", ()),
    ],
)
def test_the_first_author_alone_may_stand_behind_venue_and_year(who: str, name: str, where: tuple[str, ...]) -> None:
    for line in (f"**{TITLE}**, OSDI 2020, {who} [pdf]({URL}), [code](https://e.org/b)", f"{TITLE}, OSDI 2020, {who}"):
        (draft,) = papers(f"# Papers\n\n1. {line}\n")
        assert (draft.title, draft.venue, draft.year) == (TITLE, "OSDI", 2020)
        assert draft.authors == (Author(name, where),)


@pytest.mark.parametrize("more", ["Looms, cards, etc.", "Slides (NYU).", "Looms (Stanford).", "Weaving Looms, etc."])
def test_what_else_stands_behind_venue_and_year_wrote_nothing(more: str) -> None:
    (draft,) = papers(f"# Papers\n\n1. **{TITLE}**, OSDI 2020, {more} [pdf]({URL})\n")
    assert (draft.title, draft.authors) == (TITLE, ())


@pytest.mark.parametrize(
    ("where", "places"),
    [
        ("CWI and LooSoft", ("CWI", "LooSoft")),
        ("LOOM/Weaving University, France", ("LOOM", "Weaving University, France")),
        (
            "Weaving Group, Department of Cards, Loom University",
            ("Weaving Group, Department of Cards, Loom University",),
        ),
        ("Loom University and Boston", ("Loom University, Boston",)),
    ],
)
def test_an_and_parts_workplaces_and_a_group_is_of_the_department_behind_it(
    where: str, places: tuple[str, ...]
) -> None:
    (draft,) = papers(f"- *{TITLE}*<br>\nAuthors: Ada Lovelace (Loom University); Alan Turing ({where})\n")
    assert [author.affiliations for author in draft.authors] == [("Loom University",), places]


def test_a_comma_may_stand_between_a_person_and_the_workplace_in_brackets() -> None:
    (draft,) = papers(
        f"- *{TITLE}*<br>\nAuthors: Ada Lovelace, (Institute of Looms, Kanpur); Alan Turing (Loom University)\n"
    )
    assert draft.authors == (
        Author("Ada Lovelace", ("Institute of Looms, Kanpur",)),
        Author("Alan Turing", ("Loom University",)),
    )


def test_institutions_below_an_entry_are_where_all_its_authors_work() -> None:
    below = "  - 🏛️ Institutions: Looming Research, University of Weft, Turin, Weaver AI\n"
    for page in (
        f"- [{TITLE}]({URL})\n  - Ada Lovelace, Alan Turing\n{below}",
        f"- [{TITLE}]({URL})\n{below}  - Ada Lovelace, Alan Turing\n",
        f"- [{TITLE}]({URL}), Ada Lovelace, Alan Turing. OSDI 2022\n{below}",
    ):
        (draft,) = papers(page)
        places = ("Looming Research", "University of Weft, Turin", "Weaver AI")
        assert [(one.name, one.affiliations) for one in draft.authors] == [(a.name, places) for a in (ADA, ALAN)]
        assert draft.notes == ()


@pytest.mark.parametrize(
    ("who", "authors"),
    [
        ("Ada Lovelace, Alan Turing*", (ADA, ALAN)),
        ("Ada Lovelace, and Alan Turing", (ADA, ALAN)),
        ("Ada Lovelace", (ADA,)),
    ],
)
def test_who_is_named_behind_an_institution_works_there(who: str, authors: tuple[Author, ...]) -> None:
    (draft,) = papers(f"- [{TITLE}]({URL})\n  - **:school:Affiliation:** University of Looms ({who})\n")
    assert draft.authors == tuple(one._replace(affiliations=(LOOMS,)) for one in authors)
    assert draft.notes == ()


@pytest.mark.parametrize("where", ["Ann Arbor", "Computer Science", "Urbana Champaign", "main authors"])
def test_where_an_institution_is_stands_behind_it_too_and_is_nobody(where: str) -> None:
    (draft,) = papers(f"- [{TITLE}]({URL})\n  - Affiliation: University of Looms ({where})\n")
    assert draft.authors == ()


@pytest.mark.parametrize("below", ["Affiliation: University of Weft", "机构：清华大学"])
def test_institutions_of_nobody_are_a_note_as_the_page_has_them(below: str) -> None:
    (draft,) = papers(f"- [{TITLE}]({URL})\n  - {below}\n")
    assert [note.body for note in draft.notes] == [below]


@pytest.mark.parametrize(
    ("below", "places"), [("OSU", ("OSU",)), ("OSU, Weaverly AI, iLoom", ("OSU", "Weaverly AI", "iLoom"))]
)
def test_of_institutions_that_are_called_so_one_need_be_known(below: str, places: tuple[str, ...]) -> None:
    (draft,) = papers(f"- [{TITLE}]({URL})\n  - Ada Lovelace, Alan Turing\n  - Institutions: {below}\n")
    assert [one.affiliations for one in draft.authors] == [places] * 2


@pytest.mark.parametrize(
    "below",
    [
        "Institutions: these matter more than mills, says the paper",
        "Affiliations: Turing at King's College, Lovelace at home",
        "Affiliations: Turing at King's College, Lovelace at Weft University",
    ],
)
def test_prose_about_institutions_is_where_nobody_works(below: str) -> None:
    (draft,) = papers(f"- [{TITLE}]({URL})\n  - Ada Lovelace, Alan Turing\n  - {below}\n")
    assert draft.authors == (ADA, ALAN)
    assert [note.body for note in draft.notes] == [below]


def test_a_date_below_several_entries_is_the_year_of_each() -> None:
    page = "".join(f"- [{TITLE} {n}]({URL}{n})\n  - 📅 Date: October 25, 2024\n" for n in range(1, 5))
    assert [draft.year for draft in papers(page)] == [2024] * 4


def test_a_bullet_of_organisations_below_the_authors_is_where_all_of_them_work() -> None:
    more = ("Loom lab", "Weaver Bobbins", "Mill University")
    page = "".join(
        f"- **{TITLE} {n}** |\n  - Ada Lovelace, Alan Turing\n"
        f"  - University of Looms, Weft Research, {one}, University of Looms\n  - [OSDI2022]{URL}{n}\n"
        for n, one in enumerate(more)
    )
    everyone = [tuple(who._replace(affiliations=(LOOMS, WEFT, one)) for who in (ADA, ALAN)) for one in more]
    assert [(draft.authors, draft.notes) for draft in papers(page)] == [(one, ()) for one in everyone]


@pytest.mark.parametrize(
    "note",
    [
        "MIT License",
        "Google Scholar",
        "Amazon Dynamo, Facebook Cassandra",
        "Google AI Blog",
        "Microsoft Research Technical Note",
        "The Role of the University in Society",
        "Annals of the Institute of Looms",
        "Bulletin of the Weaving Society of Turin",
    ],
)
def test_one_bullet_that_is_called_as_an_organisation_is_a_note(note: str) -> None:
    (draft,) = papers(f"- [{TITLE}]({URL})\n  - Ada Lovelace, Alan Turing\n  - {note}\n")
    assert (draft.authors, [one.body for one in draft.notes]) == ((ADA, ALAN), [note])


_PAGE = "".join(
    f"- **{TITLE} {n}**\n  - Ada Lovelace, Alan Turing\n  - {where}\n"
    for n, where in enumerate((LOOMS, WEFT, "Mill University"))
)


@pytest.mark.parametrize("note", ["Google AI Blog", "MIT License", "Annals of the Institute of Looms"])
def test_what_an_organisation_prints_is_where_nobody_works_beside_those_who_do(note: str) -> None:
    found = papers(f"{_PAGE}- **Cards for Mills**\n  - Ada Lovelace, Alan Turing\n  - {note}\n")
    assert [one.authors[0].affiliations for one in found] == [(LOOMS,), (WEFT,), ("Mill University",), ()]


_BELOW = ("\n  Ada Lovelace, Alan Turing\n  *{}*\n", "\n  - Ada Lovelace, Alan Turing\n  - *{}*\n")


@pytest.mark.parametrize("below", _BELOW)
@pytest.mark.parametrize(
    "journal",
    [
        "Journal of the Royal Weaving Society",
        "Proceedings of the National Academy of Looms",
        "Philosophical Transactions of the Loom Society",
        "Monthly Notices of the Weaving Society",
        "Bulletin of the American Loom Society",
        "Mill University Press",
    ],
)
def test_a_journal_in_italics_below_the_authors_is_no_workplace(below: str, journal: str) -> None:
    expected = {"title": TITLE, "venue": journal, "authors": (ADA, ALAN)}
    assert said(f"- [{TITLE}]({URL}){below.format(journal)}", "venue", "authors") == expected


@pytest.mark.parametrize("below", _BELOW)
def test_an_organisation_in_italics_below_the_authors_is_where_all_of_them_work(below: str) -> None:
    (draft,) = papers(f"- [{TITLE}]({URL}){below.format(LOOMS)}")
    assert draft.authors == tuple(one._replace(affiliations=(LOOMS,)) for one in (ADA, ALAN))


@pytest.mark.parametrize(
    "note",
    [
        "University of Looms: good data",
        "Journal of Mobile Computing",
        "Needs a lab",
        "Weaves a network",
        "LOOMS, WMC-OA",
    ],
)
def test_a_bullet_below_the_authors_that_says_something_is_where_nobody_works(note: str) -> None:
    (draft,) = papers(f"- **{TITLE}**\n  - Ada Lovelace, Alan Turing\n  - {note}\n")
    assert draft.authors == (ADA, ALAN)


def test_a_centre_that_says_whose_it_is_is_no_part_of_what_stands_behind_it() -> None:
    where = "CISPA Loom Center for Weaving, University of Weft, Institute of Looms, Academy of Bobbins"
    *_, draft = papers(f"{_PAGE}- **Cards for Mills**\n  - Ada Lovelace, Alan Turing\n  - {where}\n")
    places = ("CISPA Loom Center for Weaving", "University of Weft", "Institute of Looms, Academy of Bobbins")
    assert draft.authors[0].affiliations == places


_POSTS = "".join(
    f"1. [{TITLE} {n}]({URL}{n}). {said}\n"
    for n, said in enumerate(
        (
            "Ada Lovelace et al. Weft Research, University of Looms, UCLA.",
            "Alan Turing. University of Looms. (2017)",
            "Grace Hopper et. al. Mill University. May 2017.",
            "Grace Hopper. Mill University",
        )
    )
)


@pytest.mark.parametrize(
    ("behind", "author"),
    [
        ("Ada Lovelace. Loom Lab, Weft Research.", Author("Ada Lovelace", ("Loom Lab", "Weft Research"))),
        ("Ada Lovelace. Turin. (2016).", ADA),
        ("Ada Lovelace et al. Paris, France.", ADA),
        ("Wrenfold et al. UTS, Australia.", Author("Wrenfold", ("UTS, Australia",))),
        ("Ada Lovelace et al. Wonderful.", ADA),
        ("Ada Lovelace et al. Weaves at the University of Looms, too.", ADA),
        ("Ada Lovelace et al. Annals of the Institute of Looms.", ADA),
    ],
)
def test_organisations_behind_the_first_author_are_where_that_one_works_if_a_page_has_several_so(
    behind: str, author: Author
) -> None:
    found = papers(f"# Looms\n\n{_POSTS}1. [Cards for Mills]({URL}c). {behind}\n")
    works = ((WEFT, LOOMS, "UCLA"), (LOOMS,), ("Mill University",), ("Mill University",))
    assert [one.authors[0].affiliations for one in found[:4]] == list(works)
    assert [one.year for one in found[1:3]] == [2017, 2017]
    assert found[4].authors == (author,)
    assert bool(found[4].notes) != bool(author.affiliations)


def test_one_organisation_behind_an_author_is_a_remark() -> None:
    (draft,) = papers(f"1. [{TITLE}]({URL}). Ada Lovelace. Google Brain.\n")
    assert (draft.authors, [note.body for note in draft.notes]) == ((ADA,), ["Google Brain"])


def test_one_organisation_behind_several_authors_is_where_all_of_them_work_and_of_two_nobody_knows() -> None:
    page = f"{_POSTS}1. [Cards]({URL}d) Ada Lovelace, Alan Turing. Weft Research.\n"
    page += f"1. [Bobbins]({URL}e) Ada Lovelace, Alan Turing. Weft Research, Mill University.\n"
    found = papers(f"# Looms\n\n{page}")
    assert [one.affiliations for draft in found[4:] for one in draft.authors] == [(WEFT,), (WEFT,), (), ()]


def _below(line: str) -> Draft:
    page = (
        "# Papers\n\n1. **Weaving of All Kinds at Once**\n\n   {}\n\n   [[pdf](https://e.org/a.pdf)]\n\n2. **Cards**\n"
    )
    return papers(page.format(line))[0]


@pytest.mark.parametrize(
    ("line", "where", "year"),
    [
        ("*Ada Lovelace, Alan Turing etc.* from *Google*  1843.10", ("Google",), 1843),
        ("*Ada Lovelace , Alan Turing* in *Microsoft and Nvidia* 1843", ("Microsoft", "Nvidia"), 1843),
        ("*Ada Lovelace, Alan Turing* from *Loomers* 1843.2", ("Loomers",), 1843),
        ("*Ada Lovelace, Alan Turing, et al.* in *1843.12*", (), 1843),
        ("Ada Lovelace, Alan Turing et al. from University of Looms, 1843", ("University of Looms",), 1843),
        ("Ada Lovelace, Alan Turing from Google (1843-02-03)", ("Google",), 1843),
    ],
)
def test_behind_people_it_may_be_said_where_they_work_and_when(line: str, where: tuple[str, ...], year: int) -> None:
    draft = _below(line)
    people = [Author("Ada Lovelace", where), Author("Alan Turing", where)]
    assert (draft.title, list(draft.authors), draft.year) == ("Weaving of All Kinds at Once", people, year)
    assert (draft.venue, draft.notes) == (None, ())


def test_an_organisation_and_a_month_alone_say_when_and_stay_as_a_note() -> None:
    draft = _below("*Google* 1843.2")
    assert (draft.venue, draft.year, draft.authors) == (None, 1843, ())
    assert [note.body for note in draft.notes] == ["*Google* 1843.2"]


def test_where_people_wrote_is_no_place_of_work() -> None:
    draft = _below("*Ada Lovelace, Alan Turing* in *Journal of Looms* 1843")
    assert (draft.venue, [one.affiliations for one in draft.authors]) == ("Journal of Looms", [(), ()])


@pytest.mark.parametrize(
    ("said", "name", "notes"), [("LoomNet", "LoomNet", []), ("Weaving", "Weaving", []), ("SOTA", None, 1)]
)
def test_behind_the_links_below_a_title_may_stand_its_short_name(said: str, name: str | None, notes: object) -> None:
    page = f"1. **Weaving of All Kinds at Once**\n\n   [[pdf](https://e.org/a.pdf)] {said}\n\n2. **Cards**\n"
    draft = papers(page)[0]
    assert (draft.name, draft.authors, bool(draft.notes)) == (name, (), bool(notes))
