"""The CSV export of Zotero -> drafts."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readtrack import importers
from readtrack.errors import UnreadableError
from readtrack.importers import Read, Source, format_of
from readtrack.model import Author, Draft, Identifier, Link, NoteDraft, Reading, Skipped

COLUMNS = (
    "Key|Item Type|Publication Year|Author|Title|Publication Title|ISBN|ISSN|DOI|Url|Abstract Note|Date|Date Added|"
    "Short Title|Publisher|Archive|Archive Location|Extra|Notes|Link Attachments|Manual Tags|Automatic Tags|Editor|"
    "Number|Conference Name"
).split("|")


def read(**cells: str) -> list[Read]:
    row = {"Key": "QWERTY12", "Title": "On Numbers", "Item Type": "journalArticle"}
    row |= {column.replace("_", " "): cell for column, cell in cells.items()}
    lines = (",".join(f'"{column}"' for column in COLUMNS), ",".join(f'"{row.get(column, "")}"' for column in COLUMNS))
    source = Source("My Library.csv", b"\xef\xbb\xbf" + "\n".join(lines).encode())
    assert format_of(source) == "zotero"
    return list(importers.read(source, "zotero"))


def item(**cells: str) -> Draft:
    (draft,) = read(**cells)
    assert isinstance(draft, Draft)
    return draft


def test_an_item_is_read_with_all_that_its_row_says() -> None:
    assert read(
        Publication_Year="1974",
        Author="Knuth, Donald E.; Lovelace, Ada; Bourbaki",
        Title="On <i>Surreal</i> Numbers",
        Publication_Title="Journal of Numbers",
        DOI="10.1000/182",
        ISSN="1234-5678",
        Url="https://example.org/numbers",
        Abstract_Note="They are surreal.",
        Date_Added="2021-03-18 02:37:32",
        Extra="PMID: 123\nCitation Key: Knuth1974\narXiv: 1605.08386 [cs]",
        Notes="<p>One &amp; two.<br />Three; four.</p>; <div><p>Second note.</p></div>",
        Link_Attachments="https://example.org/a; https://example.org/b",
        Manual_Tags="maths; to cite",
        Automatic_Tags="Mathematics - Logic",
    ) == [
        Draft(
            "On Surreal Numbers",
            key="knuth1974",
            type="article-journal",
            venue="Journal of Numbers",
            year=1974,
            authors=(Author("Donald E. Knuth"), Author("Ada Lovelace"), Author("Bourbaki")),
            links=(Link("page", "https://example.org/a"), Link("page", "https://example.org/b")),
            doi="10.1000/182",
            arxiv_id="1605.08386",
            url="https://example.org/numbers",
            abstract="They are surreal.",
            identifiers=(Identifier("pmid", "123"),),
            tags=("maths", "to cite", "Mathematics - Logic"),
            notes=(NoteDraft("One & two.\nThree; four."), NoteDraft("Second note.")),
            added_at="2021-03-18T02:37:32Z",
            line=2,
        )
    ]


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("conferencePaper", "paper-conference"),
        ("bookSection", "chapter"),
        ("preprint", "article"),
        ("thesis", "thesis"),
        ("blogPost", "post-weblog"),
        ("webpage", "webpage"),
        ("computerProgram", "software"),
        ("somethingNew", "document"),
    ],
)
def test_a_type_of_item_is_a_type_of_csl(theirs: str, ours: str) -> None:
    assert item(Item_Type=theirs).type == ours


@pytest.mark.parametrize(
    ("cells", "venue"),
    [
        (dict(Item_Type="conferencePaper", Conference_Name="OSDI", Publisher="USENIX"), "OSDI"),
        (dict(Item_Type="book", Publisher="Addison-Wesley"), "Addison-Wesley"),
        (dict(Item_Type="journalArticle", Publisher="Elsevier"), None),
        (dict(Item_Type="preprint", Publisher="arXiv"), "arXiv"),
        (dict(Item_Type="journalArticle", Publication_Title="arXiv:2003.07441 [cs]"), "arXiv"),
    ],
)
def test_a_publisher_is_the_venue_of_what_appears_in_nothing(cells: dict[str, str], venue: str | None) -> None:
    assert item(**cells).venue == venue


def test_the_arxiv_id_of_a_preprint_stands_in_its_number() -> None:
    assert item(Item_Type="preprint", Number="arXiv:2006.06762", Archive="arXiv").arxiv_id == "2006.06762"


def test_a_book_without_authors_is_its_editors() -> None:
    draft = item(Item_Type="book", Editor="Lovelace, Ada", ISBN="978-0-306-40615-7 0-306-40615-2", Date="March 1974")
    assert draft.authors == (Author("Ada Lovelace"),)
    assert draft.identifiers == (Identifier("isbn", "9780306406157"), Identifier("isbn", "0306406152"))
    assert draft.year == 1974


@pytest.mark.parametrize(
    ("extra", "reading"),
    [
        ("Read_Status: Read\nRead_Status_Date: 2024-05-06T07:08:09.000Z", Reading("read", finished_on="2024-05-06")),
        ("Read_Status: In Progress\nRead_Status_Date: 2024-05-06", Reading("reading", "2024-05-06")),
        ("Read_Status: To Read", Reading("queued")),
        ("Read_Status: Not Reading", Reading("abandoned")),
    ],
)
def test_the_status_of_the_add_on_reading_list_is_the_status(extra: str, reading: Reading) -> None:
    assert item(Extra=extra).readings == (reading,)


def test_a_semicolon_in_a_note_does_not_part_it() -> None:
    assert item(Notes="One; <p>two</p>").notes == (NoteDraft("One;\n\ntwo"),)


def test_an_item_without_a_title_costs_only_itself() -> None:
    assert read(Title="", Url="https://example.org/a") == [Skipped(2, "https://example.org/a", "has no title")]


CELLS = (
    st.sampled_from(('"', '","', "\n", "\0", "<p>", "; ", "</p>; <p>", "arXiv:", "ISBN", "&#9999999999;")) | st.text()
)


@settings(max_examples=200, deadline=None)
@given(
    st.binary()
    | st.lists(CELLS).map(lambda parts: f"{','.join(COLUMNS)}\n{''.join(parts)}".encode(errors="surrogatepass"))
)
def test_no_bytes_do_any_harm(data: bytes) -> None:
    with contextlib.suppress(UnreadableError):
        list(importers.read(Source("x.csv", data), "zotero"))
