"""Any CSV with a column of titles -> drafts."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readtrack import importers
from readtrack.errors import UnreadableError
from readtrack.importers import Read, Source, format_of
from readtrack.importers._cells import people
from readtrack.importers._own_csv import is_own
from readtrack.model import Author, Draft, Identifier, Link, NoteDraft, Reading, Skipped


def read(text: str, **columns: str) -> list[Read]:
    return list(importers.read(Source("papers.csv", text.encode(), columns), "csv"))


def one(**cells: str) -> Draft:
    """The draft of a row with these columns."""
    header = ",".join(column.replace("_", " ") for column in cells)
    row = ",".join('"{}"'.format(cell.replace('"', '""')) for cell in cells.values())
    *_, draft = read(f"Title,{header}\nOn Numbers,{row}\n")
    assert isinstance(draft, Draft)
    return draft


def test_a_list_of_papers_is_read_by_what_its_columns_are_called() -> None:
    source = Source(
        "papers.csv",
        b"Paper Title,Author(s),Year,Journal/Conference,DOI,arXiv,URL,PDF,Code,Abstract,Keywords,Topic,Notes,Read?,"
        b"Rating,Date Read,Citation Key,PMID,Date Added\n"
        b'On Numbers,"Knuth, Donald E.; Lovelace, Ada",1974,OSDI,https://doi.org/10.1000/182,2006.06762,'
        b"https://example.org/a,https://example.org/a.pdf,https://github.com/a/b,They are.,maths; logic,Algebra,Good.,"
        b"yes,4/5,2019-05-04,knuth74,123,2019-05-01\n",
    )
    assert format_of(source) == "csv"
    assert list(importers.read(source, "csv")) == [
        Draft(
            "On Numbers",
            key="knuth74",
            venue="OSDI",
            year=1974,
            topic="Algebra",
            authors=(Author("Donald E. Knuth"), Author("Ada Lovelace")),
            links=(Link("pdf", "https://example.org/a.pdf", "pdf"), Link("code", "https://github.com/a/b", "code")),
            doi="10.1000/182",
            arxiv_id="2006.06762",
            url="https://example.org/a",
            abstract="They are.",
            identifiers=(Identifier("pmid", "123"),),
            readings=(Reading("read", finished_on="2019-05-04", rating=4),),
            tags=("maths", "logic"),
            notes=(NoteDraft("Good."),),
            added_at="2019-05-01T00:00:00Z",
            line=2,
        )
    ]


@pytest.mark.parametrize(
    "header",
    [
        "Title,Author,Year",
        "TITLE;AUTHORS;PUBLICATION YEAR",
        "Titel\tAutoren\tJahr",
        "título,autores,año",
        "书名,作者,年份",
        '"Article Title","Author Full Names","Publication Date"',
        "paper_title|author_names|pub_year",
        "TI\tAU\tPY",
        "sep=;\nName;By;Published",
        "Exported from somewhere\n\nDocument Title,Authors,Year",
    ],
)
def test_the_columns_of_many_programs_and_languages_are_known(header: str) -> None:
    delimiter = next(char for char in ";\t|," if char in header.splitlines()[-1])
    rows = header + "\n" + delimiter.join(('"On Numbers"', '"Knuth, Donald"', "1974")) + "\n"
    draft = Draft("On Numbers", year=1974, authors=(Author("Donald Knuth"),), line=rows.count("\n"))
    assert read(rows) == [draft]


def test_a_csv_without_titles_is_refused_with_its_columns_and_a_way_out() -> None:
    with pytest.raises(UnreadableError, match=r"its columns are Was, Wer\.") as refused:
        read("Was,Wer\nOn Numbers,Knuth\n")
    assert "--map title=" in str(refused.value)


def test_a_column_of_titles_that_is_said_to_be_another_leaves_none() -> None:
    with pytest.raises(UnreadableError, match=r"its columns are Title, Wer\. Say which .* --map title=NAME\."):
        read("Title,Wer\nOn Numbers,Knuth\n", name="Title")


def test_the_user_says_which_column_is_which_and_that_wins() -> None:
    assert read("Was,Title,Wann\nOn Numbers,Prof.,1974\n", title="was", year="Wann", name="Title") == [
        Draft("On Numbers", name="Prof.", year=1974, line=2)
    ]


def test_a_fact_that_does_not_exist_is_refused_with_those_that_do() -> None:
    with pytest.raises(UnreadableError, match=r'"colour" is no fact.*title, authors, year'):
        read("Title,C\nA,1\n", colour="C")


def test_a_column_that_does_not_exist_is_refused_with_those_that_do() -> None:
    with pytest.raises(UnreadableError, match='no column "Jahr"; its columns are Title, Year'):
        read("Title,Year\nA,1974\n", year="Jahr")


def test_columns_that_hold_no_fact_of_a_paper_are_told_once() -> None:
    assert read("Title,Volume,Cited by\nA,1,2\nB,3,4\n") == [
        Skipped(1, "Volume, Cited by", "2 columns hold no fact of a paper; see --map"),
        Draft("A", line=2),
        Draft("B", line=3),
    ]


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Knuth, Donald E.; Lovelace, Ada", ["Donald E. Knuth", "Ada Lovelace"]),
        ("Donald E. Knuth; Ada Lovelace", ["Donald E. Knuth", "Ada Lovelace"]),
        ("Donald E. Knuth | Ada Lovelace", ["Donald E. Knuth", "Ada Lovelace"]),
        ("Donald E. Knuth, Ada Lovelace", ["Donald E. Knuth", "Ada Lovelace"]),
        ("Donald Knuth, Ada Lovelace, and Alan Turing", ["Donald Knuth", "Ada Lovelace", "Alan Turing"]),
        ("Donald Knuth, Ada Lovelace and Alan Turing", ["Donald Knuth", "Ada Lovelace", "Alan Turing"]),
        ("Donald Knuth & Ada Lovelace", ["Donald Knuth", "Ada Lovelace"]),
        ("Knuth, Donald and Lovelace, Ada", ["Donald Knuth", "Ada Lovelace"]),
        ("Knuth, Donald and Lovelace, Ada and Turing, Alan", ["Donald Knuth", "Ada Lovelace", "Alan Turing"]),
        ("Knuth D.E., Lovelace A., Turing A.M.", ["D.E. Knuth", "A. Lovelace", "A.M. Turing"]),
        ("Knuth DE, Lovelace A", ["DE Knuth", "A Lovelace"]),
        ("Knuth, D. E., Lovelace, A., & Turing, A. M.", ["D. E. Knuth", "A. Lovelace", "A. M. Turing"]),
        ("Knuth, Donald E.", ["Donald E. Knuth"]),
        ("Knuth, D., et al.", ["D. Knuth"]),
        ("Donald Knuth et al.", ["Donald Knuth"]),
        ('["Donald Knuth", "Ada Lovelace"]', ["Donald Knuth", "Ada Lovelace"]),
        ("['Donald Knuth']", ["Donald Knuth"]),
        ("Knuth, Donald (57192095500); Lovelace, Ada (6507000000)", ["Donald Knuth", "Ada Lovelace"]),
        ("高德纳、图灵", ["高德纳", "图灵"]),
        ("Bourbaki", ["Bourbaki"]),
    ],
)
def test_authors_are_parted_as_their_program_parts_them(cell: str, names: list[str]) -> None:
    assert [author.name for author in people(cell)] == names


def test_the_authors_that_springer_glues_together_are_parted() -> None:
    *_, draft = read("Item Title,Authors,Year\nOn Numbers,Donald E. KnuthAda LovelaceHongBin McDonald,1974\n")
    assert isinstance(draft, Draft)
    assert [author.name for author in draft.authors] == ["Donald E. Knuth", "Ada Lovelace", "HongBin McDonald"]


@pytest.mark.parametrize(
    ("word", "status"),
    [
        *[(word, "read") for word in ("read", "Done", "finished", "x", "YES", "true", "1", "✓", "Gelesen", "已读")],
        *[(word, "reading") for word in ("Reading", "in progress", "Started")],
        *[(word, "queued") for word in ("to read", "TODO", "queued", "Want to Read")],
        *[(word, "skimmed") for word in ("skimmed", "Skim")],
        *[(word, "abandoned") for word in ("abandoned", "DNF", "dropped")],
    ],
)
def test_a_word_for_a_status_is_understood(word: str, status: str) -> None:
    assert one(Status=word).readings == (Reading(status),)


@pytest.mark.parametrize("word", ["", "no", "0", "unread", "Not started", "-", "n/a"])
def test_a_word_for_nothing_is_unread(word: str) -> None:
    assert one(Read=word).readings == ()


def test_a_word_that_is_no_status_is_told_once_and_the_papers_stay() -> None:
    assert read("Title,Status\nA,Accepted\nB,accepted\n") == [
        Skipped(2, "Accepted", "is no status that readtrack knows; it was left out"),
        Draft("A", line=2),
        Draft("B", line=3),
    ]


@pytest.mark.parametrize(
    ("cells", "reading"),
    [
        (dict(Read="2019-05-04"), Reading("read", finished_on="2019-05-04")),
        (dict(Date_Finished="May 2019"), Reading("read", finished_on="2019-05")),
        (dict(Finished="yes"), Reading("read")),
        (dict(Started="2019/5/4"), Reading("reading", started_on="2019-05-04")),
        (dict(Rating="★★★☆☆"), Reading("read", rating=3)),
        (dict(Rating="8/10"), Reading("read", rating=4)),
        (dict(Rating="3.5"), Reading("read", rating=4)),
        (dict(Status="to read", Priority="High"), Reading("queued", priority="high")),
        (dict(Due="2019-05-04"), Reading("queued", due_on="2019-05-04")),
        (dict(Progress="40 %"), Reading("reading", progress="40%")),
        (dict(Progress="7 of 18"), Reading("reading", progress="7/18")),
        (dict(Progress="100%"), Reading("read", progress="100%")),
    ],
)
def test_other_columns_tell_of_reading_too(cells: dict[str, str], reading: Reading) -> None:
    assert one(**cells).readings == (reading,)


def test_what_was_read_and_waits_again_has_two_readings() -> None:
    draft = one(Status="to read", Date_Read="2019-05-04")
    assert draft.readings == (Reading("read", finished_on="2019-05-04"), Reading("queued"))


@pytest.mark.parametrize(
    ("column", "cell", "why"),
    [
        ("Date Read", "2019-02-30", "is no day (finished_on); it was left out"),
        ("Started", "soon", "is no day (started_on); it was left out"),
        ("Rating", "87", "is no rating from 1 to 5; it was left out"),
    ],
)
def test_what_cannot_be_read_is_told_and_the_paper_stays(column: str, cell: str, why: str) -> None:
    assert read(f"Title,{column}\nOn Numbers,{cell}\n") == [Skipped(2, cell, why), Draft("On Numbers", line=2)]


@pytest.mark.parametrize(
    ("cells", "url", "links"),
    [
        (dict(Link="https://example.org/a https://example.org/b"), "https://example.org/a", ["https://example.org/b"]),
        (dict(Link="[here](https://example.org/a)"), "https://example.org/a", []),
        (dict(Link="example.org/a"), "https://example.org/a", []),
        (dict(PDF="yes", Code="N/A"), None, []),
    ],
)
def test_addresses_are_found_in_what_surrounds_them(cells: dict[str, str], url: str | None, links: list[str]) -> None:
    draft = one(**cells)
    assert (draft.url, [link.url for link in draft.links]) == (url, links)


def test_a_title_that_is_a_link_is_both() -> None:
    (draft,) = read("Title,Year\n[On Numbers](https://example.org/a),1974\n")
    assert draft == Draft("On Numbers", year=1974, url="https://example.org/a", line=2)


def test_a_bad_row_costs_only_itself() -> None:
    assert read(
        'Title,Year,Notes\n"On Numbers,1974,\n"On ""Engines""",1843,"two\nlines"\nOn Logic,1854,a,b\n"On" Codes,1936,\n'
        '\n,1900,\nOn Trees,,\n"a lone mark\nOn Sets,1874,\n'
    ) == [
        Draft("On Numbers", year=1974, line=2),
        Draft('On "Engines"', year=1843, notes=(NoteDraft("two\nlines"),), line=3),
        Skipped(5, "b", "stands behind the last of the 3 columns; it was left out"),
        Draft("On Logic", year=1854, notes=(NoteDraft("a"),), line=5),
        Draft("On Codes", year=1936, line=6),
        Skipped(8, "", "has no title"),
        Draft("On Trees", line=9),
        Skipped(10, "", "has a quotation mark that nothing closes"),
        Draft("On Sets", year=1874, line=11),
    ]


def test_a_cell_of_ten_megabytes_is_a_cell() -> None:
    (draft,) = read('Title,Abstract\nA,"' + "x " * 5_000_000 + '"\n')
    assert isinstance(draft, Draft)
    assert len(draft.abstract or "") == 9_999_999


@pytest.mark.parametrize(
    ("word", "type_"),
    [
        ("Journal Article", "article-journal"),
        ("Article", "article-journal"),
        ("Conference Paper", "paper-conference"),
        ("inproceedings", "paper-conference"),
        ("paper-conference", "paper-conference"),
        ("Book Chapter", "chapter"),
        ("preprint", "article"),
        ("cogitation", "article"),
    ],
)
def test_a_word_for_a_type_is_a_type_of_csl(word: str, type_: str) -> None:
    assert one(Type=word).type == type_


def test_what_spreadsheets_make_of_a_file_is_read() -> None:
    text = "Title\tJahr\r\nÜber Bäume\t1974\r\n"
    for data in (b"\xff\xfe" + text.encode("utf-16-le"), b"\xef\xbb\xbf" + text.encode(), text.encode("cp1252")):
        (draft,) = importers.read(Source("Mappe1.csv", data, {"year": "Jahr"}), "csv")
        assert draft == Draft("Über Bäume", year=1974, line=2)


def test_only_a_table_of_ours_is_read_as_ours() -> None:
    assert is_own("key,title,arxiv_id,started_on,finished_on,progress,due_on,identifiers,added_at".split(","))
    assert not is_own("key,title,arxiv_id,started_on,finished_on,progress,due_on,added_at".split(","))


TOKENS = st.sampled_from(
    ('"', '""', ",", ";", "\t", "\n", "\0", "Title", "Authors", "Status", " and ", "[", "http://[", "\\", "'", "9" * 30)
)
HEADERS = st.sampled_from(
    (
        "Title,Authors,Status,Rating,URL,PDF,Year,Date Read,Progress\n",
        "title,authors,affiliations,arxiv_id,started_on,finished_on,progress,due_on,identifiers,lists,links,notes,added_at\n",
    )
)


@settings(max_examples=300, deadline=None)
@given(
    st.binary()
    | st.tuples(HEADERS, st.lists(TOKENS | st.text())).map(
        lambda parts: (parts[0] + "".join(parts[1])).encode(errors="surrogatepass")
    ),
    st.dictionaries(st.sampled_from(("title", "year", "x")), st.sampled_from(("Title", "Name", ""))),
)
def test_no_bytes_do_any_harm(data: bytes, columns: dict[str, str]) -> None:
    with contextlib.suppress(UnreadableError):
        list(importers.read(Source("x.csv", data, columns), "csv"))
