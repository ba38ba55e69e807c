"""Markdown reading lists -> drafts of papers: titles in bold between who wrote them and where they appeared."""

from __future__ import annotations

import pytest
from markdown_pages import papers

from readtrack.importers.markdown.said.volumes import volume_in

WORDS = ("Warp", "Weft", "Cards", "Threads", "Shuttles", "Patterns", "Pedals")


def page(who: str, place: str, first: str = "{number}. ", many: int = len(WORDS)) -> str:
    """A page of entries that have ``who`` above their titles, and ``place`` below those."""
    indent = " " * len(first.format(number=1))
    return "# Papers\n\n" + "".join(
        f"{first.format(number=number)}{who},  \n{indent}**Notes on {word} and Looms**  \n{indent}{place}\n"
        for number, word in enumerate(WORDS[:many], 1)
    )


@pytest.mark.parametrize(
    "who", ["艾达", "艾达,巴贝奇,霍普等", "艾 达, 巴贝奇", "Babbage", "Ada Lovelace and A. Turing"]
)
@pytest.mark.parametrize(
    ("place", "venue"),
    [
        ("织机学报, 17, 185, 1976.", "织机学报"),
        ("织机学报 (A辑), NO.6, P.546, 1976.", "织机学报 (A辑)"),
        ("织机学报 (1976) 51卷, 第2期", "织机学报"),
        ("《织机世界》(科学出版社), 12 (1976) 5", "织机世界"),
        ("织机大会论文集, 织机出版社, 1976年, p.80", "织机大会论文集"),
        ("L.Ap.272, 705, 1976.", "L.Ap"),
        ("Loom Lett. Vol. 6 (1976) No.3, 297-304", "Loom Lett."),
        ("Vistas in Weaving, 31, 569, 1976.", "Vistas in Weaving"),
    ],
)
def test_titles_in_bold_lines_stand_between_who_wrote_them_and_where_they_appeared(
    who: str, place: str, venue: str
) -> None:
    drafts = papers(page(who, place))
    assert [draft.title for draft in drafts] == [f"Notes on {word} and Looms" for word in WORDS]
    assert {(draft.venue, draft.year, draft.notes) for draft in drafts} == {(venue, 1976, ())}
    assert all(len(draft.authors) == who.count(",") + who.count(" and ") + 1 for draft in drafts)


def test_the_year_of_a_paper_may_stand_behind_who_wrote_it_and_its_number_below_its_place() -> None:
    drafts = papers(page("艾达, 2009", "Loom Letters, 32, 253-259  \n   DOI 10.1007/looms-2"))
    assert {(draft.venue, draft.year, draft.doi) for draft in drafts} == {("Loom Letters", 2009, "10.1007/looms-2")}
    assert {one.name for draft in drafts for one in draft.authors} == {"艾达"}


def test_a_second_edition_below_the_place_of_a_paper_is_a_note() -> None:
    drafts = papers(page("艾达", "织机学报, 17, 185, 1976.  \n   Chinese Looms, 3, 168, 1979 (英文版)."))
    assert {(draft.venue, draft.year) for draft in drafts} == {("织机学报", 1976)}
    assert {note.body for draft in drafts for note in draft.notes} == {"Chinese Looms, 3, 168, 1979 (英文版)."}


def test_an_address_behind_a_place_is_no_part_of_it() -> None:
    place = "Journal of Looms 10(3): 68-71, 2016 http://looms.example.org"
    drafts = papers(page("艾达", place))
    assert {(draft.venue, draft.year) for draft in drafts} == {("Journal of Looms", 2016)}
    assert {note.body for draft in drafts for note in draft.notes} == {place}


def test_paragraphs_are_read_as_items_are() -> None:
    drafts = papers(page("艾达", "织机学报, 17, 185, 1976.\n", first=""))
    assert [draft.title for draft in drafts] == [f"Notes on {word} and Looms" for word in WORDS]
    assert {draft.venue for draft in drafts} == {"织机学报"}


@pytest.mark.parametrize(
    ("who", "place"),
    [("Session on weaving by hand", "织机学报, 17, 185, 1976."), ("艾达", "Weaves cards into numbers.")],
)
def test_lines_in_bold_are_titles_only_where_people_stand_above_and_years_below(who: str, place: str) -> None:
    assert all(draft.title != "Notes on Warp and Looms" for draft in papers(page(who, place)))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Loom Letters, 7, 28", ("Loom Letters", None)),
        ("17, 185, 1976.", (None, None)),
        ("", (None, None)),
        ("织" * 400, (None, None)),
        ("Proceedings of the 9th Workshop on Looms, P.72, 1987.", ("Workshop on Looms", 1987)),
    ],
)
def test_a_line_is_a_place_where_numbers_alone_stand_behind_a_name(
    line: str, said: tuple[str | None, int | None]
) -> None:
    assert volume_in(line) == said
