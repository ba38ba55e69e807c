"""Markdown reading lists -> drafts of papers: books, as Chicago has them with their author and year first."""

from __future__ import annotations

import pytest
from markdown_pages import papers


@pytest.mark.parametrize(
    ("who", "names"),
    [
        ("Wrenfold, Joe", ["Joe Wrenfold"]),
        ("Wrenfold, Joe Albert", ["Joe Albert Wrenfold"]),
        ("Wrenfold, C.J.", ["C.J. Wrenfold"]),
        ("Wrenfold, Ira, and Nate Tamsett", ["Ira Wrenfold", "Nate Tamsett"]),
        ("Wrenfold, Ira, and Nate Wrenfold", ["Ira Wrenfold", "Nate Wrenfold"]),
    ],
)
@pytest.mark.parametrize("title", ["Weaving Wide: Cards for a Concurrent World", "Looms in Practice"])
@pytest.mark.parametrize(
    ("where", "venue"),
    [
        (" Raleigh, NC: Loom Bookshelf.", "Loom Bookshelf"),
        (" Reading, MA: Addison-Wesley", "Addison-Wesley"),
        (" Boston: Cardman. [pdf](https://e.org/a)", "Cardman"),
        (" Loom Press.", "Loom Press"),
        ("", None),
    ],
)
def test_a_book_stands_behind_its_author_and_year(
    who: str, names: list[str], title: str, where: str, venue: str | None
) -> None:
    (draft,) = papers(f"# Books\n\n* {who.removesuffix('.')}. 2007. {title}.{where}\n")
    assert (draft.title, draft.year, draft.venue) == (title, 2007, venue)
    assert [one.name for one in draft.authors] == names


def test_what_is_no_person_before_a_year_wrote_nothing() -> None:
    assert not any(
        one.authors for one in papers("# Books\n\n* Systems, Learning. 2007. Cards in Practice. Loom Press.\n")
    )


@pytest.mark.parametrize(
    "line",
    [
        "Wrenfold, Ada Maud. 1959. “A Note on Two Looms.” Looms and Cards 1, no. 1.",
        "Wrenfold, Ada Maud. 1959. A Note on Two Looms. Looms and Cards 1, no. 1 (1959): 7-9.",
    ],
)
def test_the_number_of_an_issue_behind_that_of_the_volume_tells_a_journal(line: str) -> None:
    (draft,) = papers(f"# Papers\n\n* {line}\n")
    assert (draft.title, draft.venue, draft.year) == ("A Note on Two Looms", "Looms and Cards", 1959)
    assert [one.name for one in draft.authors] == ["Ada Maud Wrenfold"]


def test_by_and_a_name_behind_the_comma_of_a_title_say_who_wrote_it() -> None:
    title = "Loom ontology, or weaving's wide fold"
    for end in ("", ".", ". Angelus: Journal of Wide Looms, 11, no. 1 (2006): 89-97", ". Loom Press, 2006."):
        (draft,) = papers(f"# Papers\n\n* {title}, by Ada Wrenfold{end} [pdf](https://e.org/a)\n")
        assert (draft.title, [one.name for one in draft.authors]) == (title, ["Ada Wrenfold"])
        assert draft.year == (2006 if "2006" in end else None)


def test_by_and_words_are_of_the_title() -> None:
    (draft,) = papers("# Papers\n\n* Weaving the wide loom, by card and thread [pdf](https://e.org/a)\n")
    assert (draft.title, draft.authors) == ("Weaving the wide loom, by card and thread", ())


@pytest.mark.parametrize("how", ["Monte Carlo", "Weft Askelund"])
def test_by_and_what_may_be_no_name_at_the_end_of_a_line_are_of_the_title(how: str) -> None:
    (draft,) = papers(f"# Papers\n\n* Building a Loom from Scratch, by {how} [pdf](https://e.org/a)\n")
    assert (draft.title, draft.authors) == (f"Building a Loom from Scratch, by {how}", ())


def test_which_chapter_of_a_book_is_read_is_a_note() -> None:
    (draft,) = papers("# Books\n\n- [(2021) Looms and Cards for Weavers (Chapter 5 on Bobbins)](https://e.org/b)\n")
    assert (draft.title, draft.year, [note.body for note in draft.notes]) == (
        "Looms and Cards for Weavers",
        2021,
        ["Chapter 5 on Bobbins"],
    )


def test_which_chapter_a_title_is_of_a_book_stays_in_it() -> None:
    (draft,) = papers("# Books\n\n- [The Looms of Wide Weavers (Chapter 5)](https://e.org/b)\n")
    assert draft.title == "The Looms of Wide Weavers (Chapter 5)"


@pytest.mark.parametrize("who", ["Grace B. Hopper (2004)", "Ada Lovelace & Alan M. Turing (2017)"])
def test_a_title_and_who_wrote_it_when_are_a_book_among_sure_papers(who: str) -> None:
    page = "# Papers\n\n- [Looms and Cards](https://e.org/a), OSDI 2020\n\n## Books\n\n"
    found = papers(f"{page}- Old Ways of Weaving - {who}\n- Ask us how to weave\n")
    assert [draft.title for draft in found] == ["Looms and Cards", "Old Ways of Weaving"]
