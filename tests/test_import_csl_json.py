"""CSL-JSON of any program, and what Crossref and Zotero's own interface answer."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readtrack.errors import UnreadableError
from readtrack.importers import Source, format_of
from readtrack.importers import read as read_as
from readtrack.model import Author, Draft, Identifier, Link, NoteDraft, Skipped

ITEM: dict[str, Any] = {
    "id": "knuth84",
    "type": "article-journal",
    "title": "Literate Programming",
    "author": [{"family": "Knuth", "given": "Donald E."}],
    "container-title": "The Computer Journal",
    "issued": {"date-parts": [["1984", 5, 1]]},
    "DOI": "10.1093/comjnl/27.2.97",
}
KNUTH = Draft(
    "Literate Programming",
    key="knuth84",
    type="article-journal",
    venue="The Computer Journal",
    year=1984,
    authors=(Author("Donald E. Knuth"),),
    doi="10.1093/comjnl/27.2.97",
    line=1,
)


def read(value: object) -> list[object]:
    source = Source("library.json", json.dumps(value).encode())
    assert format_of(source) == "csl-json"
    return list(read_as(source, "csl-json"))


def one(**facts: object) -> Draft:
    (draft,) = read([{**ITEM, **facts}])
    assert isinstance(draft, Draft)
    return draft


@pytest.mark.parametrize(
    "value",
    [
        [ITEM],
        ITEM,
        {"items": [ITEM]},
        {"references": [ITEM], "version": 3},
        {"status": "ok", "message": ITEM},
        {"status": "ok", "message": {"total-results": 1, "items": [ITEM], "facets": {}}},
        {"knuth84": ITEM},
    ],
)
def test_items_are_found_wherever_programs_put_them(value: object) -> None:
    assert read(value) == [KNUTH]


def test_an_answer_of_crossref_is_a_paper_with_affiliations() -> None:
    work = {
        "DOI": "10.1145/1",
        "type": "proceedings-article",
        "title": ["DL-Learner"],
        "subtitle": ["Structured <i>Machine</i> Learning"],
        "author": [
            {"given": "Ada", "family": "Lovelace", "sequence": "first", "affiliation": [{"name": "London, England"}]},
            {"name": "CERN", "affiliation": []},
        ],
        "container-title": ["OSDI"],
        "issued": {"date-parts": [[None]]},
        "published-print": {"date-parts": [[2018]]},
        "abstract": "<jats:title>Abstract</jats:title><jats:p>One &amp; two.</jats:p><jats:p>Three &lt; 4.</jats:p>",
        "link": [{"URL": "https://example.org/a.pdf", "content-type": "application/pdf"}],
        "URL": "http://dx.doi.org/10.1145/1",
        "ISBN": ["9781450356404"],
        "reference": [{"key": "x", "DOI": "10.1000/y"}],
    }
    assert read({"status": "ok", "message": work}) == [
        Draft(
            "DL-Learner: Structured Machine Learning",
            type="paper-conference",
            venue="OSDI",
            year=2018,
            authors=(Author("Ada Lovelace", ("London, England",)), Author("CERN")),
            links=(Link("doi", "http://dx.doi.org/10.1145/1"), Link("pdf", "https://example.org/a.pdf")),
            doi="10.1145/1",
            abstract="One & two.\nThree < 4.",
            line=1,
        )
    ]


@pytest.mark.parametrize(
    ("issued", "year"),
    [
        ({"date-parts": [[2020, 11, 4]]}, 2020),
        ({"date-parts": [["2020"]], "season": "3"}, 2020),
        ({"date-parts": [[]], "raw": "Nov 4 2020"}, 2020),
        ({"literal": "Spring 2020"}, 2020),
        ({"raw": "2020-11-04"}, 2020),
        ("2020-11", 2020),
        (2020, 2020),
        ({"date-parts": "2020"}, 2020),
        ({"date-parts": [[[]]]}, None),
        ({"literal": "in press"}, None),
        (None, None),
    ],
)
def test_a_year_is_found_in_many_shapes(issued: object, year: int | None) -> None:
    assert one(issued=issued).year == year


@pytest.mark.parametrize(
    ("person", "name"),
    [
        ({"literal": "Literate Society"}, "Literate Society"),
        ({"family": "Beethoven", "given": "Ludwig", "non-dropping-particle": "van"}, "Ludwig van Beethoven"),
        ({"family": "Alembert", "given": "Jean", "dropping-particle": "d'"}, "Jean d'Alembert"),
        ({"family": "King", "given": "Martin Luther", "suffix": "Jr."}, "Martin Luther King Jr."),
        ({"family": "Plato"}, "Plato"),
        ({"given": "Ada"}, "Ada"),
        ("Lovelace, Ada", "Ada Lovelace"),
    ],
)
def test_the_parts_of_a_name_are_put_together(person: object, name: str) -> None:
    assert one(author=[person]).authors == (Author(name),)


@pytest.mark.parametrize("member", ["title", "original-title", "title-short", "shortTitle", "container-title"])
def test_a_title_that_is_missing_is_looked_for_in_others(member: str) -> None:
    (draft,) = read([{"type": "book", "id": "x", "issued": {"raw": "1984"}, member: "Literate Programming"}])
    assert isinstance(draft, Draft)
    assert draft.title == "Literate Programming"


@pytest.mark.parametrize(
    ("subtitle", "title"),
    [
        ("A Practice", "Literate Programming: A Practice"),
        ("literate programming", "Literate Programming"),
        ("", "Literate Programming"),
    ],
)
def test_a_subtitle_is_part_of_a_title_that_does_not_say_it(subtitle: str, title: str) -> None:
    assert one(title="Literate Programming", subtitle=subtitle).title == title
    assert one(title="Literate Programming:", subtitle="A Practice").title == "Literate Programming: A Practice"


def test_editors_stand_for_authors_that_are_missing() -> None:
    assert one(author=[], editor=[{"family": "Lovelace", "given": "Ada"}]).authors == (Author("Ada Lovelace"),)
    assert one(author=None).authors == ()


def test_facts_in_a_note_are_facts_and_the_rest_is_a_note() -> None:
    draft = one(
        DOI=None, note="arXiv: 1605.08386 [cs]\nPMID: 123\ntex.ids: x\nConference Name: OSDI\nRead: twice\n\nLiked it."
    )
    assert (draft.arxiv_id, draft.identifiers) == ("1605.08386", (Identifier("pmid", "123"),))
    assert draft.notes == (NoteDraft("Read: twice\n\nLiked it."),)
    assert one(note="{:PMID: 123}{:original-date: 1950}").identifiers == (Identifier("pmid", "123"),)


def test_keywords_are_tags_one_by_one() -> None:
    assert one(keyword="weaving, tangling").tags == ("weaving", "tangling")
    assert one(keyword="Aged, 80 and over; tangling").tags == ("Aged, 80 and over", "tangling")
    assert one(keywords=["Aged, 80 and over", 3]).tags == ("Aged, 80 and over", "3")


def test_numbers_may_be_texts_and_lists() -> None:
    book = one(
        type="book", **{"container-title": None}, publisher="Press", ISBN="978-0-201-89683-1 0-201-89683-4", PMCID=123
    )
    assert book.venue == "Press"
    assert set(book.identifiers) == {
        Identifier("isbn", "9780201896831"),
        Identifier("isbn", "0201896834"),
        Identifier("pmcid", "PMC123"),
    }


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("journal-article", "article-journal"),
        ("posted-content", "article"),
        ("conferencePaper", "paper-conference"),
        ("BOOK", "book"),
        ("?", "article-journal"),
        (None, "article-journal"),
    ],
)
def test_types_of_others_are_known(said: object, kind: str) -> None:
    assert one(type=said).type == kind


def test_an_id_is_a_key_unless_it_is_an_address() -> None:
    assert one(id="http://zotero.org/users/1/items/A").key is None
    assert one(id="x", **{"citation-key": "Knuth_84"}).key == "knuth-84"


def test_zoteros_own_json_is_read_too() -> None:
    item = {
        "itemType": "journalArticle",
        "title": "Literate Programming",
        "creators": [
            {"creatorType": "author", "firstName": "Donald E.", "lastName": "Knuth"},
            {"creatorType": "editor", "name": "BCS"},
        ],
        "publicationTitle": "The Computer Journal",
        "date": "May 1984",
        "DOI": "10.1093/comjnl/27.2.97",
        "citationKey": "knuth84",
        "abstractNote": "Weaving.",
        "tags": [{"tag": "one"}, {"tag": "two", "type": 1}],
        "notes": [{"note": "<p>Good</p>"}],
    }
    expected = KNUTH._replace(abstract="Weaving.", tags=("one", "two"), notes=(NoteDraft("Good"),))
    assert read({"config": {"id": "x"}, "items": [item]})[-1] == expected


def test_what_is_no_entry_is_told_and_a_file_of_nothing_else_is_refused() -> None:
    assert read([{"id": "x", "kind": "y"}, 5, ITEM]) == [
        Skipped(1, "{'id': 'x', 'kind': 'y'}", "is no entry of CSL-JSON"),
        Skipped(1, "5", "is no entry: an entry stands in { }"),
        KNUTH,
    ]
    with pytest.raises(UnreadableError, match=r"library\.json is JSON, but holds no papers: no object in it has"):
        read([{"id": "x"}])


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from(["2020", "10.1/x", "arXiv: 1 2"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["name", "family", "given", "literal", "raw", "date-parts", "readtrack", "lists"]), inner
        )
    ),
    max_leaves=6,
)
NAMES = [*ITEM, "note", "custom", "keyword", "abstract", "URL", "ISBN", "PMID", "event", "link", "items", "itemType"]
NAMES += ["creators", "tags", "notes", "number", "archive", "citation-key", "subtitle", "publisher", "editor"]


@settings(deadline=None, max_examples=300)
@given(st.lists(st.dictionaries(st.sampled_from(NAMES), VALUES) | VALUES, max_size=3))
def test_values_of_any_kind_raise_nothing(items: list[object]) -> None:
    with suppress(UnreadableError):
        list(read_as(Source("library.json", json.dumps(items).encode()), "csl-json"))


@settings(deadline=None, max_examples=100)
@given(st.binary())
def test_no_input_raises_anything_else(data: bytes) -> None:
    with suppress(UnreadableError):
        list(read_as(Source("library.json", data), "csl-json"))
