"""Markdown reading lists -> drafts of papers: citations whose authors stand together, with nothing between them."""

from __future__ import annotations

import pytest
from markdown_pages import papers

TITLE = "Grammar-like Rules for Wide Looms"


@pytest.mark.parametrize(
    "names",
    [
        ["Ada G. Lovelace", "Alan M. Turing"],
        ["Ada Lovelace", "Alan M. Turing"],
        ["Michael Smith", "Paul O'Neil", "Anna van Hollin", "J. Anne Hopper"],
    ],
)
@pytest.mark.parametrize("stop", [".", ".."])
def test_people_with_nothing_between_them_are_told_apart_where_there_is_one_way(names: list[str], stop: str) -> None:
    (draft,) = papers(f"# Papers\n\n* {' '.join(names)}. {TITLE}{stop} Proc. SIGMOD Conference, 1988, 18-27. \n")
    assert (draft.title, draft.venue, draft.year) == (TITLE, "SIGMOD", 1988)
    assert [one.name for one in draft.authors] == names


@pytest.mark.parametrize(
    "names", ["C. Smith Anna J. Turing Paul G. Wrenfold", "H. T. Smith John T. Turing", "Ulva Wrenfold Ceri R. Tamsett"]
)
def test_nobody_is_named_where_there_are_more_ways_or_the_names_are_not_known(names: str) -> None:
    (draft,) = papers(f"# Papers\n\n* {names}. {TITLE}.. Proc. VLDB, 1988, 18-27. \n")
    assert (draft.title, draft.venue, draft.year, draft.authors) == (TITLE, "VLDB", 1988, ())
    assert [note.body for note in draft.notes] == [names]


@pytest.mark.parametrize(
    ("where", "venue"),
    [("Proc. VLDB", "VLDB"), ("ACM Trans. Loom Syst.", "ACM Trans. Loom Syst."), ("Commun. ACM", "Commun. ACM")],
)
def test_two_full_stops_end_a_title_as_one_does(where: str, venue: str) -> None:
    for stop in (".", ".."):
        (draft,) = papers(f"# Papers\n\n* Leonard D. Wrenfold. {TITLE}{stop} {where}, 11(3), 1986, 239-264. \n")
        assert (draft.title, draft.venue, draft.year) == (TITLE, venue, 1986)
        assert [one.name for one in draft.authors] == ["Leonard D. Wrenfold"]


def test_one_person_before_a_title_of_which_no_more_is_said_wrote_it() -> None:
    (draft,) = papers(f"# Papers\n\n* Eric A. Wrenfold. {TITLE}: A Long Retrospective. \n")
    assert (draft.title, draft.authors[0].name) == (f"{TITLE}: A Long Retrospective", "Eric A. Wrenfold")


def test_one_person_before_a_sentence_wrote_no_paper_that_it_is_the_title_of() -> None:
    page = "# Papers\n\n* Eric A. Wrenfold. She wove all of them by hand.\n"
    assert not any(one.title.startswith("She wove") for one in papers(page))


def test_the_first_word_of_a_title_with_a_colon_is_no_name() -> None:
    (draft,) = papers(
        "# Papers\n\n* Ada Smith, David B. Turing. LoomSort: A Wide External Sort. VLDB J., 4(4), 1995.\n"
    )
    assert (draft.title, len(draft.authors), draft.year) == ("LoomSort: A Wide External Sort", 2, 1995)


@pytest.mark.parametrize("title", ["Deep Weaving Made Simple Again", "Wide Looms Fine Cards Good Threads"])
def test_a_title_of_capitals_before_a_full_stop_is_nobody(title: str) -> None:
    (draft,) = papers(f"# Papers\n\n* {title}. Proc. VLDB, 1988, 18-27. \n")
    assert (draft.title, draft.authors) == (title, ())


def test_six_names_are_one_person_unless_the_page_has_several_people_with_nothing_between_them() -> None:
    line = "* {}. {} Cards. Proc. SIGMOD Conference, 1988, 18-27.\n"
    six = line.format("David Smith Paul Wrenfold Anna Tamsett", "Weaving of Wide")
    others = ("Ada G. Lovelace Alan M. Turing", "Ada B. Lovelace John C. Smith")
    initialled = "".join(line.format(names, "Looms and Their") for names in others)
    found = papers(f"# Papers\n\n{initialled}{six}")
    assert [one.name for one in found[-1].authors] == ["David Smith", "Paul Wrenfold", "Anna Tamsett"]
    alone = ["María José García Márquez López Pérez", "Ana Paula Martins Silva Costa Pereira"]
    found = papers("# Papers\n\n" + "".join(line.format(name, "Weaving of Wide") for name in alone))
    assert [[one.name for one in draft.authors] for draft in found] == [[name] for name in alone]
