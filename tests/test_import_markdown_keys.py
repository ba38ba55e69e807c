"""Markdown reading lists -> drafts of papers: the keys that bibliographies have before their citations."""

from __future__ import annotations

import pytest
from markdown_pages import TITLE, URL, papers

WHO = {
    1: "Ada Wrenfold",
    2: "Ada Wrenfold, Carl Tamsett",
    3: "Ada Wrenfold, Carl van Hollin, Eve de Marn",
    4: "Eve de Marn et al.",
}


@pytest.mark.parametrize(
    ("key", "who"),
    [
        ("Wre94", 1),
        ("WT94", 2),
        ("WT1994b", 2),
        ("WT", 2),
        ("WrTa94", 2),
        ("WvHdM94", 3),
        ("WHM94", 3),
        ("WH+94", 3),
        ("dM94", 4),
    ],
)
def test_a_key_made_of_the_names_of_those_who_wrote_it_is_no_venue(key: str, who: int) -> None:
    for sign in ("**[{}]**", "[{}]", "- **[{}]**"):
        line = f'{sign.format(key)} {WHO[who]}. "{TITLE}." *Journal of Wide Looms* 55(1), 1997.'
        (draft,) = papers(f"# Papers\n\n- {line.removeprefix('- ')}\n")
        assert (draft.title, draft.venue, draft.year, draft.tags) == (TITLE, "Journal of Wide Looms", 1997, ())
        assert draft.authors[0].name in WHO[who]


def test_a_key_says_when_where_nothing_else_does() -> None:
    (draft,) = papers(f'# Papers\n\n- [WT94] {WHO[2]}. "{TITLE}."\n')
    assert (draft.title, draft.venue, draft.year) == (TITLE, None, 1994)


@pytest.mark.parametrize(("key", "venue"), [("KDD19", "KDD"), ("LTO19", "LTO")])
def test_a_conference_before_the_authors_stays_the_venue(key: str, venue: str) -> None:
    (draft,) = papers(f'# Papers\n\n- [{key}] {WHO[2]}. "{TITLE}."\n')
    assert (draft.title, draft.venue, draft.year) == (TITLE, venue, 2019)


def test_one_author_and_a_full_stop_stand_before_a_title_in_quotation_marks() -> None:
    (draft,) = papers(f'# Papers\n\n- Lance Wrenfold. "{TITLE}." *Journal of Wide Looms* 55(1), 1997.\n')
    assert [one.name for one in draft.authors] == ["Lance Wrenfold"]


def test_a_title_in_italics_with_a_colon_is_no_organisation() -> None:
    line = "Michael R. Wrenfold, David S. Tamsett. *Computers and Looms: A Guide to Weaving.* W. H. Cardman, 1979."
    (draft,) = papers(f"# Papers\n\n- {line}\n")
    assert (draft.title, draft.year, len(draft.authors)) == ("Computers and Looms: A Guide to Weaving", 1979, 2)


@pytest.mark.parametrize("end", ["ICSE 2024.", "ICSE 2024, to appear."])
@pytest.mark.parametrize("who", ["Wrenfold, Tamsett, and Head", "Wrenfold, Hollin, Tamsett, and Pack"])
def test_a_family_name_that_is_a_word_stands_among_others_before_a_link(who: str, end: str) -> None:
    (draft,) = papers(f"# Papers\n\n- {who}. [{TITLE}](https://e.org/a). {end}\n")
    assert (draft.title, draft.venue, draft.year) == (TITLE, "ICSE", 2024)
    assert [one.name for one in draft.authors] == who.replace("and ", "").split(", ")


def test_topics_before_a_link_wrote_nothing() -> None:
    assert not any(one.authors for one in papers(f"# Papers\n\n- Memory, Cache, Head. [{TITLE}](https://e.org/a)\n"))


@pytest.mark.parametrize(("key", "year"), [("(Lovelace95)", 1995), ("[Lovelace95a]", 1995), ("(Lovelace15)", 2015)])
def test_a_key_behind_a_title_is_none_of_it_and_says_when(key: str, year: int) -> None:
    (draft,) = papers(f"# Papers\n\n- [{TITLE} {key}](https://e.org/a)\n")
    assert (draft.title, draft.venue, draft.year) == (TITLE, None, year)


@pytest.mark.parametrize(
    "end",
    ["(Windows95)", "(Cifar10)", "(Python27)", "(Fortran77)", "(Algol68)", "(Spec92)", "(Mnist98)", "(Europarl96)"],
)
def test_a_name_with_a_number_behind_a_title_is_no_key(end: str) -> None:
    (draft,) = papers(f"# Papers\n\n- [{TITLE} {end}](https://e.org/a)\n")
    assert (draft.title, draft.year) == (f"{TITLE} {end}", None)


def test_a_place_before_a_colon_is_nobody() -> None:
    page = "# Papers\n\n##### Alice in Loomland: A Large Study of Looms\nhttps://e.org/a.pdf\n"
    (draft,) = papers(page)
    assert (draft.title, draft.authors) == ("Alice in Loomland: A Large Study of Looms", ())


def test_a_key_behind_a_title_may_be_the_name_of_one_who_wrote_it() -> None:
    (draft,) = papers(f"# Papers\n\n- [{TITLE} (Wrenfold95)](https://e.org/a), A. Wrenfold and B. Askew\n")
    assert (draft.title, draft.year, len(draft.authors)) == (TITLE, 1995, 2)


@pytest.mark.parametrize(
    ("line", "title", "year"),
    [
        (f"**Wrenfold, A. (2009).** *{TITLE}: A Study*. Loomgate.", f"{TITLE}: A Study", 2009),
        (
            "**Wrenfold, A., et al. (2025).** Why Do Looms Break While Cards Don't? IBM.",
            "Why Do Looms Break While Cards Don't?",
            2025,
        ),
        (f"**Ada Lovelace, Alan Turing (n.d.).** {TITLE}.", TITLE, None),
    ],
)
def test_a_title_behind_people_in_bold_ends_with_its_italics_or_its_question(
    line: str, title: str, year: int | None
) -> None:
    (draft,) = papers(f"# Papers\n\n- {line} [[link]]({URL})\n")
    assert (draft.title.rstrip("."), draft.year, bool(draft.authors)) == (title, year, True)
