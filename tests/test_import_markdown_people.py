"""Markdown reading lists -> drafts of papers: people between marks that most lines of a page have people between."""

from __future__ import annotations

import pytest
from markdown_pages import ADA, ALAN, GRACE, TITLE, URL, papers, said, titles

from readtrack.model import Author

_KNOWN = ("Ada Lovelace et al.", "Lovelace, Babbage", "Grace Hopper", "Turing", "Alan Turing, Grace Hopper", "Smith")
_TITLES = (
    "Notes on Wide Looms",
    "Cards that Weave",
    "Mills at Night",
    "Bobbins of Old",
    "Weft at the Warp",
    "Of Heddles",
)
_LINES = (
    "[{title}]({url}) - {who}",
    "**[{title}]({url})** — {who} — <{url}b> · *paper* — first of its kind",
    "{title} · {who} · [pdf]({url})",
    "[{title}]({url})<br>{who}<br>[Code]({url}c) · [Slides]({url}s)",
    "[{title}]({url})<br>{who};<br>",
    "[{title} (2019) - {who}](https://e.org/{title}.md)",
    "{who} | [{title}]({url})",
)


def authors(line: str, *whos: str) -> list[list[str]]:
    """Who wrote each paper of a page that says it in such ``line``s; all keep their titles."""
    named = (*_KNOWN, *whos)
    titles = [*_TITLES, *(f"Weaving of Kind {chr(65 + at)}" for at in range(len(whos)))]
    lines = [
        line.format(title=title, who=who, url=f"{URL}{at}")
        for at, (title, who) in enumerate(zip(titles, named, strict=True))
    ]
    drafts = papers("# Papers\n\n" + "".join(f"- {line}\n" for line in lines))
    assert all(draft.title.startswith(title) for draft, title in zip(drafts, titles, strict=True))
    return [[one.name for one in draft.authors] for draft in drafts][len(_KNOWN) :]


@pytest.mark.parametrize("line", _LINES)
@pytest.mark.parametrize(
    ("who", "names"),
    [
        ("Grace Turing", ["Grace Turing"]),
        ("Hopper", ["Hopper"]),
        ("Cholleti", ["Cholleti"]),
        ("Wrenfold, Cutrini, Turing", ["Wrenfold", "Cutrini", "Turing"]),
        ("Wevere et al.", ["Wevere"]),
    ],
)
def test_names_are_people_between_marks_that_most_lines_of_a_page_have_people_between(
    line: str, who: str, names: list[str]
) -> None:
    # One word at the beginning of a line may be what the paper is called for short.
    assert authors(line, who) == [[] if line.startswith("{who}") and " " not in who else names]


@pytest.mark.parametrize("line", _LINES[:-1])
@pytest.mark.parametrize("word", ["Vision", "Skimmed", "OSDI", "Google", "GPU", "Turin"])
def test_words_that_are_no_names_are_nobody_between_marks_that_people_stand_between(line: str, word: str) -> None:
    assert authors(line, word) == [[]]


@pytest.mark.parametrize("label", ["Speaker: ", "Presenter: ", "报告人："])
def test_people_behind_a_label_of_what_else_they_did_wrote_nothing(label: str) -> None:
    lines = "".join(
        f"- [{title}]({URL}{at}) {label}{who}\n" for at, (title, who) in enumerate(zip(_TITLES, _KNOWN, strict=True))
    )
    assert not any(draft.authors for draft in papers(f"# Papers\n\n{lines}"))


def test_names_that_stand_beside_several_titles_each_are_topics() -> None:
    lines = "".join(f"- [{title}]({URL}{at}) - {('Julia', 'Ada')[at % 2]}\n" for at, title in enumerate(_TITLES))
    assert not any(draft.authors for draft in papers(f"# Papers\n\n{lines}"))


def test_people_between_a_day_and_a_link_do_not_make_the_day_a_title() -> None:
    lines = "".join(
        f"- **Jan 1{at}** {who} - [{title}]({URL}{at})\n"
        for at, (title, who) in enumerate(zip(_TITLES, ("Ada Lovelace", "Alan Turing") * 3, strict=True))
    )
    assert not {"Jan 10", "Jan 11"} & {draft.title for draft in papers(f"# Papers\n\n{lines}")}


def test_people_of_whom_some_were_taken_for_words_of_the_title_all_wrote_it_where_others_have_theirs_there() -> None:
    known = ("Lovelace, Babbage, Turing", "Hopper, Babbage, Smith", "Smith, Lovelace, Park", "Weftan, Cutrini, Askew")
    lines = "".join(
        f"- [{title} (2019) - {who}](a{at}.md)\n" for at, (title, who) in enumerate(zip(_TITLES, known, strict=False))
    )
    drafts = papers(f"# Papers\n\n{lines}")
    assert [draft.title for draft in drafts] == list(_TITLES[:4])
    assert [[one.name for one in draft.authors] for draft in drafts] == [who.split(", ") for who in known]


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        (
            "Ada Lovelace, Alan Turing, et al.; senior: Grace Hopper (Yale University)",
            (ADA, ALAN, Author("Grace Hopper", ("Yale University",))),
        ),
        ("Ada Lovelace, Alan Turing; corresponding author: Grace Hopper", (ADA, ALAN, GRACE)),
        ("Ada Lovelace et al. — The Mill (Turin)", (Author("Ada Lovelace", ("The Mill (Turin)",)),)),
        ("Ada Lovelace; Institution: MIT", ()),
        ("Ada Lovelace; see: wide looms of the mill", ()),
    ],
)
def test_behind_authors_may_stand_what_some_of_them_are_and_where_all_work(
    line: str, authors: tuple[Author, ...]
) -> None:
    assert said(f"# Papers\n\n- [{TITLE}]({URL})\n  - Authors: {line}\n", "authors")["authors"] == authors


@pytest.mark.parametrize("who", ["Wevere, Cutrini, Lovelace, Jordan, Askew", "Wrenfolden, Cutrinsky"])
def test_a_town_among_many_names_and_names_that_nobody_knows_wrote_papers_beside_years_where_others_did(
    who: str,
) -> None:
    assert authors("[{title} (2019) - {who}](https://e.org/{title}.md)", who) == [who.split(", ")]


_SHORTLY = (
    "Lovelace et al., “{}”",
    "Lovelace and Turing, “{}”",
    "Hopper, Turing, and Babbage, “{}”",
    "Babbage et al., “{}”",
)


_IN_FULL = "".join(
    f"- Lovelace, June, Charles Babbage, and Alan Turing. “{title}.” Loom Power 3 (2019)\n" for title in _TITLES[3:]
)


@pytest.mark.parametrize("title", ["Notes on Looms", "Heddles"])
@pytest.mark.parametrize("who", ["Wrenfold", "Turing", "Wrenfold et al.", "Wrenfold and Sheddle"])
@pytest.mark.parametrize("in_full", ["", _IN_FULL])
def test_family_names_before_a_comma_and_a_title_in_quotation_marks_are_people_where_others_stand_so(
    title: str, who: str, in_full: str
) -> None:
    known = "".join(f"- {line.format(name)}\n" for line, name in zip(_SHORTLY, _TITLES[:4], strict=True))
    *_, paper = papers(f"# Papers\n\n{known}{in_full}- {who}, “{title}”\n")
    assert paper.title == title
    assert [one.name for one in paper.authors] == who.removesuffix(" et al.").split(" and ")


def test_one_word_before_a_comma_and_a_title_in_quotation_marks_is_nobody_where_no_others_stand_so() -> None:
    (paper,) = papers("# Papers\n\n- Wrenfold, “Notes on Looms”\n")
    assert not paper.authors


def test_family_names_and_a_dash_stand_before_titles_that_lead_nowhere_where_most_lines_have_them() -> None:
    whos = ("Lovelace & Turing", "Babbage et al.", "Wrenfold & Sheddle", "Hopper, Turing & Babbage")
    page = "".join(f"{at}. {who} - {title}\n" for at, (who, title) in enumerate(zip(whos, _TITLES, strict=False), 1))
    read = [(one.title, ", ".join(who.name for who in one.authors)) for one in papers(f"# Papers\n\n{page}")]
    names = ("Lovelace, Turing", "Babbage", "Wrenfold, Sheddle", "Hopper, Turing, Babbage")
    assert read == list(zip(_TITLES, names, strict=False))


@pytest.mark.parametrize("name", ["Byron Sheddle", "Byung-Gon Lovelace"])
def test_a_name_may_begin_with_the_letters_of_by(name: str) -> None:
    (paper,) = papers(
        f"# Papers\n\n- {name}, Ada Lovelace, and Alan Turing. {TITLE} ([pdf]({URL})). In _Weft_, 2019.\n"
    )
    assert [one.name for one in paper.authors] == [name, "Ada Lovelace", "Alan Turing"]
    (paper,) = papers(f"# Papers\n\n- {name} and Tilka Wrenfold. {TITLE} ([pdf]({URL})). In _Weft_, 2019.\n")
    assert [one.name for one in paper.authors] == [name, "Tilka Wrenfold"]


@pytest.mark.parametrize(
    "behind",
    [
        ": Ada Lovelace; Alan Turing _OSDI 2019_",
        ": Ada Lovelace, Alan Turing. *OSDI 2019*",
        " / Ada Lovelace and Alan Turing (OSDI 2019)",
        ", _OSDI 2019_: Ada Lovelace, Alan Turing",
        " *OSDI 2019* Ada Lovelace and Alan Turing",
        " – **OSDI 2019** Ada Lovelace, Alan Turing",
        " / OSDI-2019. Ada Lovelace, Alan Turing",
    ],
)
@pytest.mark.parametrize("title", ["**[{title}](https://e.org/a)**", "[**{title}.**](https://e.org/a)", "**{title}**"])
def test_the_first_of_people_behind_a_colon_a_slash_or_a_place_wrote_the_paper_too(title: str, behind: str) -> None:
    (paper,) = papers(f"# Papers\n\n- {title.format(title=TITLE)}{behind}\n")
    assert (paper.title, paper.authors) == (TITLE, (ADA, ALAN))
    assert (paper.venue, paper.year) == ("OSDI", 2019)


def test_a_title_may_go_on_with_a_name_behind_a_colon() -> None:
    assert titles(f"# Papers\n\n- [Looms]({URL}): Ada Lovelace and the Cards of Turin\n") == [
        "Looms: Ada Lovelace and the Cards of Turin"
    ]


@pytest.mark.parametrize(
    "line",
    [
        "**{title}** Ada Lovelace, Alan Turing - arXiv 2019",
        "[{title}](https://e.org/a). Ada Lovelace, Alan Turing <kbd>arXiv 2019</kbd>",
        "{title} | Ada Lovelace, Alan Turing - In arXiv 2019",
        "**{title}** Ada Lovelace and Alan Turing - **arXiv**, *2019*",
        "*{title}* Ada Lovelace and Alan Turing | **arXiv 2019**",
        "*{title}* - _Ada Lovelace and Alan Turing._ arXiv 2019",
        "Ada Lovelace, Alan Turing - {title} (arXiv 2019)",
        "[1] Ada Lovelace and Alan Turing – {title}, arXiv 2019",
    ],
)
@pytest.mark.parametrize("place", ["arXiv", "Nature", "OSDI"])
def test_people_before_a_place_or_a_title_are_no_part_of_either(line: str, place: str) -> None:
    (paper,) = papers(f"# Papers\n\n- {line.format(title=TITLE).replace('arXiv', place)}\n")
    assert (paper.title, paper.venue, paper.year) == (TITLE, place, 2019)
    assert paper.authors == (ADA, ALAN)


def test_a_family_name_may_have_particles_whoever_has_it() -> None:
    (paper,) = papers(f"# Papers\n\n- **{TITLE}** Tilk van der Wefta [[pdf]]({URL})\n")
    assert [one.name for one in paper.authors] == ["Tilk van der Wefta"]


def test_a_title_with_a_dash_in_it_has_no_people_before_that() -> None:
    assert titles(f"# Papers\n\n- Looms, Cards and Mills - A Study (2019) [[pdf]]({URL})\n") == [
        "Looms, Cards and Mills - A Study"
    ]


def test_the_last_of_people_right_before_a_place_is_no_part_of_it() -> None:
    (paper,) = papers(f"# Papers\n\n- {TITLE}. Ada Lovelace, Alan Turing OSDI, 2019\n")
    assert (paper.venue, paper.year, paper.authors) == ("OSDI", 2019, (ADA, ALAN))


@pytest.mark.parametrize("place", ["Nature", "USENIX Security"])
def test_people_behind_a_link_called_after_a_place_are_no_part_of_it(place: str) -> None:
    (paper,) = papers(f"# Papers\n\n- [{TITLE}]({URL}) [{place} 2019]({URL}b) Ada Lovelace, Alan Turing\n")
    assert (paper.title, paper.venue, paper.year, paper.authors) == (TITLE, place, 2019, (ADA, ALAN))
