"""RIS, the MEDLINE format of PubMed and the tagged text of Web of Science, from whatever program they come."""

from __future__ import annotations

import re
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readtrack.errors import UnreadableError
from readtrack.importers import Source, format_of
from readtrack.importers import read as read_as
from readtrack.model import Author, Draft, Identifier, Link, NoteDraft, Skipped

KNUTH = Draft(
    "Literate Programming",
    type="article-journal",
    venue="The Computer Journal",
    year=1984,
    authors=(Author("Donald E. Knuth"),),
    doi="10.1093/comjnl/27.2.97",
    line=1,
)
RECORD = """\
TY  - JOUR
AU  - Knuth, Donald E.
TI  - Literate Programming
T2  - The Computer Journal
PY  - 1984
DO  - 10.1093/comjnl/27.2.97
ER  - END
""".replace("END", "")


def read(text: str | bytes, name: str = "library.ris") -> list[object]:
    source = Source(name, text.encode() if isinstance(text, str) else text)
    return list(read_as(source, format_of(source)))


def one(*fields: str) -> Draft:
    (draft,) = [
        found for found in read("\n".join(["TY  - JOUR", "TI  - One", *fields, "ER  - "])) if isinstance(found, Draft)
    ]
    return draft


@pytest.mark.parametrize(
    "text",
    [
        RECORD,
        RECORD.removesuffix("ER  - \n"),
        RECORD.removesuffix(" \n"),
        RECORD.replace("\n", "\r\n"),
        RECORD.replace("\n", "\r"),
        "\ufeff" + RECORD,
        RECORD.replace("  - ", " - "),
        RECORD.replace("  - ", "-"),
        RECORD.replace("  - ", "  -"),
        RECORD.replace("  - ", "- "),
        re.sub(r"(?m)^[A-Z]\w", lambda tag: tag[0].lower(), RECORD),
        "".join(f"   {line}\n" for line in RECORD.split("\n")),
        RECORD.replace("ER  - ", "ER  - anything\nNL  - between two entries"),
        RECORD.replace("TI ", "T1 ").replace("AU", "A1").replace("T2", "JF").replace("PY  - 1984", "Y1  - 1984/05/01/"),
        RECORD.replace("Literate Programming", "Literate\nProgramming"),
        RECORD.replace("Literate Programming", "<i>Literate</i>&nbsp;Programming"),
        RECORD.encode("utf-16"),
    ],
)  # fmt: skip
def test_an_entry_is_the_same_however_it_is_written(text: str | bytes) -> None:
    assert read(text) == [KNUTH]


def test_an_entry_ends_where_the_next_begins() -> None:
    first, second = read("1.\n" + RECORD.replace("ER  - \n", "") + "\n2.\n" + RECORD)
    assert (first, second) == (KNUTH._replace(line=2), KNUTH._replace(line=10))


def test_an_entry_without_its_type_is_one_too() -> None:
    assert read(RECORD.replace("TY  - JOUR\n", "JF  - The Computer Journal\n")) == [KNUTH]


def test_text_that_looks_like_a_tag_is_text() -> None:
    draft = one("AB  - Cells were scanned.", "T1-weighted images, UV-light", "WS - a workshop, JO-hn", "KW  - a")
    assert draft.abstract == "Cells were scanned.\nT1-weighted images, UV-light\nWS - a workshop, JO-hn"
    assert draft.title == "One"
    assert one("UR  - https://example.org/TI  - x?a=AU  - b").links[0].url.startswith("https://example.org/TI")


def test_what_was_wrapped_is_joined_and_what_was_written_on_lines_is_not() -> None:
    wrapped = ["AB  - " + "long words " * 7 + "here", "and " * 20 + "here", "end."]
    assert one(*wrapped).abstract == " ".join(["long words " * 7 + "here", "and " * 20 + "here", "end."])
    assert one("N1  - to do:", "- read", "- think").notes == (NoteDraft("to do:\n- read\n- think"),)


@pytest.mark.parametrize(
    ("field", "year"),
    [
        ("PY  - 2014//", 2014),
        ("PY  - 2020///Spring", 2020),
        ("Y1  - 2001/00/00/", 2001),
        ("DA  - Nov 4 2020", 2020),
        ("DA  - 4.11.2020", 2020),
        ("DA  - 20201104", 2020),
        ("C6  - FEB 2022", 2022),
        ("PY  - 99", None),
        ("PY  - 0000", None),
        ("PY  - in press", None),
    ],
)
def test_a_year_is_found_in_many_shapes(field: str, year: int | None) -> None:
    assert one(field).year == year


def test_the_better_date_is_believed() -> None:
    assert one("Y1  - 1900/01/01", "DA  - 1950/01/01").year == 1950


@pytest.mark.parametrize(
    ("fields", "names"),
    [
        (["A1  - Turing, Alan", "AU  - Lovelace, Ada"], ["Alan Turing", "Ada Lovelace"]),
        (["AU  - Turing, Alan; Lovelace, Ada"], ["Alan Turing", "Ada Lovelace"]),
        (["AU  - Turing, Alan and Lovelace, Ada"], ["Alan Turing", "Ada Lovelace"]),
        (["AU  - Turing, Alan", "Lovelace, Ada"], ["Alan Turing", "Ada Lovelace"]),
        (["A2  - Turing, Alan", "ED  - Lovelace, Ada"], ["Alan Turing", "Ada Lovelace"]),
        (["AU  - Turing, Alan", "A2  - Lovelace, Ada", "AU  - et al."], ["Alan Turing"]),
        (["AU  - CERN"], ["CERN"]),
    ],
)
def test_authors_come_in_their_order_and_editors_only_for_want_of_them(fields: list[str], names: list[str]) -> None:
    assert [author.name for author in one(*fields).authors] == names


def test_an_affiliation_belongs_to_the_author_above_it_if_the_order_tells() -> None:
    turing, lovelace = "AU  - Turing, Alan", "AU  - Lovelace, Ada"
    assert one(turing, "AD  - Manchester", lovelace, "AD  - London").authors == (
        Author("Alan Turing", ("Manchester",)),
        Author("Ada Lovelace", ("London",)),
    )
    assert one(turing, "AD  - Manchester", "AD  - Cambridge").authors[0].affiliations == ("Manchester", "Cambridge")
    assert one(turing, lovelace, "AD  - Manchester").authors == (Author("Alan Turing"), Author("Ada Lovelace"))


@pytest.mark.parametrize(
    ("fields", "venue"),
    [
        (["TY  - JOUR", "JO  - CJ", "JF  - Computer Journal"], "Computer Journal"),
        (["TY  - JOUR", "JO  - CJ", "T2  - Computer Journal"], "Computer Journal"),
        (["TY  - JOUR", "JA  - CJ"], "CJ"),
        (["TY  - CHAP", "BT  - Handbook", "PB  - Press"], "Handbook"),
        (["TY  - BOOK", "T2  - Series", "PB  - Press"], "Press"),
        (["TY  - THES", "PB  - Princeton"], "Princeton"),
        (["TY  - CONF", "T2  - OSDI"], "OSDI"),
        (["TY  - CPAPER", "C3  - OSDI"], "OSDI"),
    ],
)
def test_the_venue_stands_elsewhere_for_every_type(fields: list[str], venue: str) -> None:
    (draft,) = read("\n".join([fields[0], "TI  - One", *fields[1:]]))
    assert isinstance(draft, Draft)
    assert draft.venue == venue


@pytest.mark.parametrize(
    "field",
    [
        "DO  - doi:10.1/X",
        "DO  - https://doi.org/10.1000/x",
        "UR  - http://dx.doi.org/10.1000/x",
        "M3  - doi: 10.1000/x",
        "N1  - 10.1000/x",
        "L3  - 10.1000/X",
    ],
)
def test_a_doi_is_found_wherever_programs_put_it(field: str) -> None:
    draft = one(field.replace("10.1/X", "10.1000/X"))
    assert (draft.doi, draft.notes) == ("10.1000/x", ())


def test_links_notes_keywords_and_numbers() -> None:
    draft = one(
        "UR  - https://example.org/a; https://example.org/b",
        "L1  - https://example.org/a.pdf",
        "UR  - <Go to ISI>://WOS:0001",
        "KW  - one; two",
        "three",
        "KW  - Aged, 80 and over",
        "AN  - 123456",
        "DB  - PubMed",
        "C2  - PMC1234567",
        "N1  - Cited By :10",
        "N1  - Export Date: 13 July 2022",
        "N1  - <p>Read &amp; liked</p>",
        "RN  - Mine",
        "ID  - Knuth84",
    )
    assert draft.links == (
        Link("page", "https://example.org/a"),
        Link("page", "https://example.org/b"),
        Link("pdf", "https://example.org/a.pdf", "pdf"),
    )
    assert draft.tags == ("one", "two", "three", "Aged, 80 and over")
    assert set(draft.identifiers) == {Identifier("pmid", "123456"), Identifier("pmcid", "PMC1234567")}
    assert draft.notes == (NoteDraft("Read & liked"), NoteDraft("Mine"))
    assert draft.key == "knuth84"


@pytest.mark.parametrize("tag", ["TI", "T1", "CT", "BT", "TT", "ST", "T2", "T3"])
def test_a_title_may_stand_in_any_field_for_titles(tag: str) -> None:
    (found,) = read(f"TY  - JOUR\n{tag}  - Literate Programming\nER  - \n")
    assert isinstance(found, Draft)
    assert found.title == "Literate Programming"


@pytest.mark.parametrize("tag", ["AB", "N2"])
def test_an_abstract_stands_in_either_of_two_fields_and_the_usual_one_is_believed(tag: str) -> None:
    assert one(f"{tag}  - Programs are read.").abstract == "Programs are read."
    assert one("N2  - Something else.", "AB  - Programs are read.").abstract == "Programs are read."


@pytest.mark.parametrize("tag", ["UR", "L1", "L2", "L3", "L4", "LK"])
def test_every_address_in_a_field_for_links_is_one(tag: str) -> None:
    said = "https://example.org/a; www.example.org/b HTTP://example.org/c no address"
    urls = [link.url for link in one(f"{tag}  - {said}").links]
    assert urls[:2] == ["https://example.org/a", "http://www.example.org/b"]
    assert one(f"{tag}  - a shelf at home").links == ()


@pytest.mark.parametrize("tag", ["KW", "K1"])
@pytest.mark.parametrize(
    ("said", "tags"),
    [
        ("one, two", 1),
        (", ".join(["keyword"] * 11 + ["a"]), 1),  # 100 characters
        (", ".join([f"keyword {number}" for number in range(20)]), 20),
        ("one; " + ", ".join([f"keyword {number}" for number in range(20)]), 21),
    ],
)
def test_only_in_a_long_field_a_comma_parts_keywords(tag: str, said: str, tags: int) -> None:
    assert len(one(f"{tag}  - {said}").tags) == tags


@pytest.mark.parametrize("said", ["readtrack: ", "readtrack: {", "readtrack: []", "something else"])
def test_what_is_not_readtracks_own_in_a_field_of_the_users_is_left_out(said: str) -> None:
    assert one(f"U1  - {said}").title == "One"


def test_an_entry_without_a_title_is_told_with_its_line() -> None:
    assert read("TY  - JOUR\nAU  - Turing, Alan\nER  - \n\n" + RECORD) == [
        Skipped(1, "", "has no title"),
        KNUTH._replace(line=5),
    ]


PUBMED = """\
PMID- 123456
OWN - NLM
IS  - 0010-4620 (Print)
DP  - 1984 May 1
TI  - [Literate Programming, a title that is so
      long].
LID - 10.1093/comjnl/27.2.97 [doi]
AB  - BACKGROUND: The author has
      been experimenting.
FAU - Knuth, Donald E
AU  - Knuth DE
AD  - Stanford University, Stanford,
      CA. Electronic address: knuth@example.org.
AD  - TUG.
AU  - Lovelace A
PT  - Journal Article
PMC - PMC1234567
TA  - Comput J
JT  - The computer journal
OT  - *weaving
MH  - Humans

PMID- 7
TI  - Second.
"""


def test_pubmed_gives_affiliations_to_each_author() -> None:
    assert read(PUBMED, "pubmed.txt") == [
        Draft(
            "Literate Programming, a title that is so long",
            type="article-journal",
            venue="The computer journal",
            year=1984,
            authors=(
                Author("Donald E Knuth", ("Stanford University, Stanford, CA", "TUG")),
                Author("A. Lovelace"),
            ),
            doi="10.1093/comjnl/27.2.97",
            abstract="BACKGROUND: The author has been experimenting.",
            identifiers=(Identifier("pmid", "123456"), Identifier("pmcid", "PMC1234567")),
            tags=("weaving",),
            line=1,
        ),
        Draft("Second", type="article-journal", identifiers=(Identifier("pmid", "7"),), line=23),
    ]


def test_records_that_have_no_pubmed_number_are_parted_by_empty_lines() -> None:
    text = "\nOWN - ERIC\nTI  - One\nPT  - Dissertations/Theses - Doctoral\n\nOWN - ERIC\nTI  - Two\n"
    assert [(draft.title, draft.type) for draft in read(text, "eric.nbib") if isinstance(draft, Draft)] == [
        ("One", "thesis"),
        ("Two", "article-journal"),
    ]


SCIENCE = """\
FN Clarivate Analytics Web of Science
VR 1.0
PT J
AU Knuth, DE
   Lovelace, A
AF Knuth, Donald E.
   Lovelace, Ada
TI Literate
   Programming
SO THE COMPUTER JOURNAL
DT Article
DE weaving; tangling
ID IGNORED WORDS
AB One line that
   is wrapped.
C1 [Knuth, Donald E.; Lovelace, Ada] Stanford Univ, Dept Comp Sci, Stanford, CA USA.
   [Lovelace, A] London Univ, London, England.
DI 10.1093/comjnl/27.2.97
PY 1984
UT MEDLINE:123456
ER

PT C
AU Turing, A
TI Second
CT OSDI
PY 2020
ER

EF
"""


def test_web_of_science_says_whose_an_affiliation_is() -> None:
    first, second = read(SCIENCE, "savedrecs.txt")
    assert first == Draft(
        "Literate Programming",
        type="article-journal",
        venue="THE COMPUTER JOURNAL",
        year=1984,
        authors=(
            Author("Donald E. Knuth", ("Stanford Univ, Dept Comp Sci, Stanford, CA USA",)),
            Author("Ada Lovelace", ("Stanford Univ, Dept Comp Sci, Stanford, CA USA", "London Univ, London, England")),
        ),
        doi="10.1093/comjnl/27.2.97",
        abstract="One line that is wrapped.",
        identifiers=(Identifier("pmid", "123456"),),
        tags=("weaving", "tangling"),
        line=3,
    )
    assert isinstance(second, Draft)
    assert (second.type, second.venue, second.line) == ("paper-conference", "OSDI", 23)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("ris", 'library is not RIS: no entry in it begins with "TY  - ".'),
        ("nbib", 'library is not from PubMed: no entry in it begins with "PMID- ".'),
        ("wos", 'library is not from Web of Science: no entry in it begins with "PT ".'),
    ],
)
def test_a_file_without_a_tag_is_refused(name: str, said: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        list(read_as(Source("library", b"# Reading list\n\n- One"), name))
    assert str(refused.value) == said


TOKENS = [
    *("TY  - JOUR", "TY", "ER  - ", "  - ", "-", "\n", "\n\n", " ", "TI  - ", "AU  - ", "AD  - ", "é", "\ufeff"),
    *("KW  - a;b", "U1  - readtrack: {", "}", "PMID- ", "FAU - ", "AU  - X Y", "LID - 10.1/x [doi]"),
    *("PT J\n", "AU ", "C1 [a; b] c", "   ", "EF"),
    'U1  - readtrack: {"readings": [1], "lists": [{"slug": 1}, 2], "authors": {}, "tags": null}',
]
TEXT = st.text() | st.lists(st.sampled_from(TOKENS)).map("".join)


@pytest.mark.parametrize("name", ["ris", "nbib", "wos"])
@settings(deadline=None, max_examples=200)
@given(data=st.binary() | TEXT.map(lambda text: text.encode("utf-8", "replace")))
def test_no_input_raises_anything_else(name: str, data: bytes) -> None:
    with suppress(UnreadableError):
        assert all(isinstance(found, tuple) for found in read_as(Source("library", data), name))
