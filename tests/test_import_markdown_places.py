"""Where papers appeared, though nobody knows the place, between the marks that most of a page have known ones in."""

from __future__ import annotations

import pytest
from markdown_pages import ADA, TITLE, URL, papers

KNOWN = ("OSDI", "SOSP", "NSDI", "VLDB")


def page(line: str, *places: str) -> str:
    """A page with a line for each of ``places``, made of ``line``."""
    return "# Papers\n\n" + "".join(f"{line.format(place, at)}\n" for at, place in enumerate(places))


@pytest.mark.parametrize(
    "line",
    [
        f"1. {TITLE} {{1}} | *{{0}}* | 1843.02.16 | [<u>Paper</u>]({URL}{{1}})",
        f"- **[Loom]** {TITLE} {{1}} (**{{0}} 1843**) [[paper]({URL}{{1}})]",
        f"* {TITLE} {{1}} ({{0}} 1843) [Source code]({URL}{{1}})",
        f"- **{TITLE} {{1}}** (1843)<br>\n*{{0}}* <br>\nAda Lovelace, Alan Turing <br>\n[[Paper]({URL}{{1}})]",
        f"- `{{0}} 1843` {TITLE} {{1}} [[pdf]]({URL}{{1}})",
    ],
)
@pytest.mark.parametrize("place", ["Annals of Wide Weaving", "aiWeave", "Loom Robotics"])
def test_a_place_that_nobody_knows_stands_between_the_marks_that_most_have_known_ones_in(line: str, place: str) -> None:
    found = papers(page(line, *KNOWN, place))
    assert [(one.title, one.venue, one.year) for one in found] == [
        (f"{TITLE} {at}", where, 1843) for at, where in enumerate((*KNOWN, place))
    ]


def test_people_behind_such_a_place_are_whole() -> None:
    line = f"- **{TITLE} {{1}}** (1843)<br>\n*{{0}} 1843* <br>\nAda Lovelace, Alan Turing <br>\n[[Paper]({URL}{{1}})]"
    authors = [[each.name for each in one.authors] for one in papers(page(line, *KNOWN, "Annals of Wide Weaving"))]
    assert authors == [["Ada Lovelace", "Alan Turing"]] * 5


@pytest.mark.parametrize("word", ["Survey", "Must read", "Ada Lovelace", "Google", "PyTorch", "To read"])
def test_a_word_of_the_reader_a_person_and_a_company_are_no_places_there(word: str) -> None:
    found = papers(page(f"- `{{0}}` {TITLE} {{1}} [[pdf]]({URL}{{1}})", *KNOWN, word))
    assert [one.venue for one in found] == [*KNOWN, None]


@pytest.mark.parametrize(
    "places", [("OSDI", "SOSP", "Wide Weaving"), ("OSDI", "SOSP", "NSDI", "Wide Weaving", "Long Looms")]
)
def test_tags_between_such_marks_are_tags_where_few_known_places_stand_there(places: tuple[str, ...]) -> None:
    found = papers(page(f"- `{{0}}` {TITLE} {{1}} [[pdf]]({URL}{{1}})", *places))
    assert found[-1].venue is None
    assert found[-1].tags == (places[-1],)


def test_a_name_that_begins_its_title_is_no_place() -> None:
    lines = page(f"- (*{{0}}*) {TITLE} {{1}} [[pdf]]({URL}{{1}})", *KNOWN)
    assert papers(f"{lines}- (*LoomNet*) LoomNet: {TITLE} [[pdf]]({URL})\n")[-1].venue is None


@pytest.mark.parametrize("place", ["Annals of Wide Weaving", "Weaving Fusion", "AWWC"])
@pytest.mark.parametrize("line", ['"{} {}." {{}} ({}).', "“{} {},” {{}}, {}."])
def test_a_name_and_a_year_behind_a_quoted_title_are_a_place_where_half_of_a_page_has_known_ones_there(
    place: str, line: str
) -> None:
    places = (*KNOWN, "Loom Fusion", "Yarn Letters", place)
    lines = (
        f"- **Loom:** Ada Lovelace, Alan Turing.<br />\n  {line.format(TITLE, number, 1843).format(where)}\n"
        f"  [[paper]({URL}{number})]\n\n"
        for number, where in enumerate(places, 1)
    )
    found = papers("".join(["# Papers\n\n", *lines]))
    assert [(one.title, one.venue, one.year, one.notes) for one in found] == [
        (f"{TITLE} {number}", where, 1843, ()) for number, where in enumerate(places, 1)
    ]
    assert all([each.name for each in one.authors] == ["Ada Lovelace", "Alan Turing"] for one in found)


@pytest.mark.parametrize("word", ["Ada Lovelace", "Google", "Must read"])
def test_who_wrote_a_quoted_title_and_what_is_said_of_it_are_no_places_before_a_year(word: str) -> None:
    lines = page(f'- "{TITLE} {{1}}." {{0}} (1843). [[paper]({URL}{{1}})]', *KNOWN, word)
    assert [one.venue for one in papers(lines)] == [*KNOWN, None]


def test_a_name_and_a_year_behind_a_quoted_title_are_no_place_where_few_known_ones_stand_there() -> None:
    lines = page(f'- "{TITLE} {{1}}." {{0}} (1843). [[paper]({URL}{{1}})]', "OSDI", "SOSP", "Wide Weaving")
    assert papers(lines)[-1].venue is None


@pytest.mark.parametrize(
    ("place", "line"),
    [
        ("Loom Robotics", "- {0} 1843, {1}, [Website]({2})"),
        ("IEEE Transactions on Loom-Machine Systems", "- {0}, {1}, [Website]({2})"),
        ("IEEE Transactions on Loom-Machine Systems", "- [{0}]({2}), {1}"),
    ],
)
def test_a_place_before_a_comma_is_no_title_where_most_lines_begin_with_known_ones(place: str, line: str) -> None:
    known = "".join(f"- {name} 1843, **Loom{at}**: {TITLE}, [Website]({URL}{at})\n" for at, name in enumerate(KNOWN))
    found = papers(f"# Papers\n\n{known}{line.format(place, TITLE, URL)}\n")[-1]
    assert (found.title, found.venue, [link.url for link in found.links]) == (TITLE, place, [URL])


@pytest.mark.parametrize("word", ["NLP", "Robotics", "GPT-3", "Power Laws", "optional", "综述"])
@pytest.mark.parametrize(
    "line", ["- [{0}] {1} [[pdf]]({2})", "- `{0}` {1} [[pdf]]({2})", "- [{1}]({2}) ({0})", "- [{1}]({2}) *{0}*"]
)
def test_a_word_without_a_year_is_no_place_where_the_known_ones_have_theirs(word: str, line: str) -> None:
    known = "".join(f"{line.format(f'{name} 1843', f'{TITLE} {at}', URL)}\n" for at, name in enumerate(KNOWN))
    found = papers(f"# Papers\n\n{known}{line.format(word, TITLE, URL)}\n")
    assert [one.venue for one in found] == [*KNOWN, None]


BRACKETED = f"* [**{{0}}, 1843**] {TITLE} {{1}} [paper]({URL}{{1}})"


@pytest.mark.parametrize(
    "place",
    [
        "Expert Looms with Applications",
        "Weaving Sciences",
        "Clinical Weaving and Related Research",
        "Electronics",
        "Weaving: Wide Looms",
    ],
)
def test_a_journal_that_is_called_as_companies_are_is_one_where_its_year_stands_as_those_of_others_do(
    place: str,
) -> None:
    found = papers(page(BRACKETED, *KNOWN, place))
    assert [(one.venue, one.year) for one in found] == [(where, 1843) for where in (*KNOWN, place)]


@pytest.mark.parametrize(
    "word", ["Google", "Google Research", "University of Looms", "Ada Lovelace", "Code: Wide Looms"]
)
def test_a_company_a_school_a_person_and_what_links_are_called_are_no_journals_before_a_year(word: str) -> None:
    assert [one.venue for one in papers(page(BRACKETED, *KNOWN, word))] == [*KNOWN, None]


def test_what_a_label_says_is_no_journal_where_no_known_ones_stand_there() -> None:
    found = papers(page(BRACKETED, "Weaving: Wide Looms", "Weaving: Long Looms", "Weaving: Many Cards"))
    assert {one.venue for one in found} == {None}


@pytest.mark.parametrize(
    ("place", "numbers"),
    [
        ("Weaving: Wide Looms", ", 1843, 2:1"),
        ("The Loom", ", vol. 3, no. 10, pp. 4–9, 1843."),
        ("Weaving Wool", ", volume 3, Article number: 4, 1843."),
    ],
)
def test_a_journal_and_its_numbers_behind_a_quoted_title_in_bold_are_no_remark(place: str, numbers: str) -> None:
    line = f'1. **"{TITLE} {{1}}."** {{0}} <br>\ndoi: https://doi.org/10.1000/{{1}} <br>\n*Ada Lovelace, Alan Turing.*'
    found = papers(page(line, *(f"{known}, 1843." for known in KNOWN), f"{place}{numbers}"))
    assert [(one.venue, one.year) for one in found] == [(where, 1843) for where in (*KNOWN, place)]
    assert [note.body for note in found[-1].notes] == []


_LISTED = "".join(
    f"- [Weaving Cards {at}](https://e.org/{at}), Ada Lovelace and Alan Turing, {where}, 2015.\n"
    for at, where in enumerate(("OSDI", "NeurIPS", "ICML", "ACL"))
)


@pytest.mark.parametrize("where", ["Loomcom", "Weaving summit", "Annals of Cards"])
def test_what_stands_between_people_and_the_year_is_where_a_paper_appeared_as_on_most_lines(where: str) -> None:
    draft = papers(f"# Looms\n\n{_LISTED}- [Looms at Night](https://e.org/n), Ada Lovelace, {where}, 2014.\n")[-1]
    assert (draft.venue, draft.year, draft.authors) == (where, 2014, (ADA,))


@pytest.mark.parametrize("last", ["Alan Turing", "Wefta Loomer"])
def test_the_last_of_several_people_before_the_year_is_no_place(last: str) -> None:
    draft = papers(f"# Looms\n\n{_LISTED}- [Looms at Night](https://e.org/n), Ada Lovelace, {last}, 2014.\n")[-1]
    assert (draft.venue, draft.year, [one.name for one in draft.authors]) == (None, 2014, ["Ada Lovelace", last])


@pytest.mark.parametrize("place", ["N. Computation", "M. Learning", "Wide Loom Weaving"])
def test_a_place_shortened_to_an_initial_is_one_behind_the_comma_that_most_have_known_ones_behind(place: str) -> None:
    found = papers(page(f"- [{TITLE} {{1}}]({URL}{{1}}), {{0}} 1843 (2)", *KNOWN, place))
    assert [(one.venue, one.year) for one in found] == [(where, 1843) for where in (*KNOWN, place)]


@pytest.mark.parametrize("word", ["A. Lovelace", "last updated", "my favourite,"])
def test_people_and_remarks_are_none_there(word: str) -> None:
    found = papers(page(f"- [{TITLE} {{1}}]({URL}{{1}}), {{0}} 1843 (2)", *KNOWN, word))
    assert found[-1].venue is None


@pytest.mark.parametrize("place", ["[Nature-2019]", "[USENIX Security-2019]", "(NeurIPS-2019)", "USENIX Security-2019"])
def test_a_dash_may_stand_before_the_year_of_a_place(place: str) -> None:
    (paper,) = papers(f"# Papers\n\n- [{TITLE}]({URL}), {place}\n")
    assert (paper.venue, paper.year) == (place.strip("[]()").removesuffix("-2019"), 2019)


def test_the_year_in_the_number_of_a_report_is_part_of_that() -> None:
    (paper,) = papers(f"# Papers\n\n- [{TITLE}]({URL}) [[Technical Report No. UCB/EECS-2009-28]({URL}r)]\n")
    assert (paper.venue or "").endswith("-2009-28")
