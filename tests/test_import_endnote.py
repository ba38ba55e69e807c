"""EndNote XML however it was damaged, and answers of arXiv."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readtrack.errors import UnreadableError
from readtrack.importers import Source, format_of
from readtrack.importers import read as read_as
from readtrack.model import Author, Draft, Link, NoteDraft, Skipped

RECORD = """<record>
<database name="L.enl" path="L.enl">L.enl</database><rec-number>1</rec-number>
<ref-type name="Journal Article">17</ref-type>
<contributors><authors><author><style face="normal">Knuth, Donald E.</style></author></authors></contributors>
<auth-address><style>Stanford University&#xA;TUG</style></auth-address>
<titles><title><style face="normal">Literate </style><style face="italic">Programming</style></title>
<secondary-title>The Computer Journal</secondary-title></titles>
<periodical><full-title>The Computer Journal</full-title><abbr-1>CJ</abbr-1></periodical>
<keywords><keyword>one</keyword><keyword><style>two; three</style></keyword></keywords>
<dates><year><style>1984</style></year></dates>
<abstract>One line
   of a neat program.&#xD;Another.</abstract>
<notes>Mine</notes><research-notes>Good</research-notes>
<label>knuth84</label>
<electronic-resource-num>10.1093/comjnl/27.2.97</electronic-resource-num>
<urls><related-urls><url>https://example.org/web</url></related-urls><pdf-urls><url>https://example.org/web.pdf</url></pdf-urls></urls>
</record>"""
KNUTH = Draft(
    "Literate Programming",
    key="knuth84",
    type="article-journal",
    venue="The Computer Journal",
    year=1984,
    authors=(Author("Donald E. Knuth", ("Stanford University", "TUG")),),
    links=(Link("page", "https://example.org/web"), Link("pdf", "https://example.org/web.pdf", "pdf")),
    doi="10.1093/comjnl/27.2.97",
    abstract="One line of a neat program.\nAnother.",
    tags=("one", "two", "three"),
    notes=(NoteDraft("Mine"), NoteDraft("Good")),
    line=2,
)


def read(*records: str, head: str = '<?xml version="1.0" encoding="UTF-8"?><xml><records>\n') -> list[object]:
    source = Source("library.xml", (head + "\n".join(records) + "</records></xml>").encode())
    assert format_of(source) == "endnote"
    return list(read_as(source, "endnote"))


def test_a_record_with_styles_is_a_paper() -> None:
    assert read(RECORD) == [KNUTH]


@pytest.mark.parametrize(
    ("was", "damaged", "title"),
    [
        ("Programming", "& Programming", "Literate & Programming"),
        ("Programming", "&nbsp;Programming", "Literate Programming"),
        ("Programming", "Program\x0bming&#x1;", "Literate Programming"),
        ("Programming", "&amp;lt;i&amp;gt;Programming", "Literate Programming"),
        ("Programming", "&lt; 5 &#233;", "Literate < 5 é"),
        ("<record>", '<record xmlns="http://www.endnote.com">', "Literate Programming"),
    ],
)
def test_what_is_simply_wrong_is_mended(was: str, damaged: str, title: str) -> None:
    (draft,) = read(RECORD.replace(was, damaged))
    assert isinstance(draft, Draft)
    assert draft.title == title


def test_a_damaged_record_costs_itself_only() -> None:
    broken = RECORD.replace("</titles>", "").replace("Literate ", "Broken ")
    first, second, third = read(RECORD, broken, RECORD)
    assert (first, third) == (KNUTH, KNUTH._replace(line=36))
    assert second == Skipped(19, "Broken Programming", "is damaged XML: mismatched tag")


def test_a_record_that_is_cut_off_is_told() -> None:
    cut = RECORD[:800]
    why = "is cut off: the next one begins inside it"
    assert read(RECORD, cut, RECORD)[1] == Skipped(19, "Literate Programming", why)
    assert read(RECORD, cut)[1] == Skipped(19, "Literate Programming", "is cut off at the end of the file")


def test_declared_entities_are_refused() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]><xml><records>'
    with pytest.raises(UnreadableError, match=r"library\.xml declares XML entities"):
        read(RECORD.replace("Programming", "&b;&c;"), head=bomb)


@pytest.mark.parametrize(
    ("kind", "titles", "venue"),
    [
        ('<ref-type name="Conference Proceedings">10</ref-type>', "<secondary-title>OSDI</secondary-title>", "OSDI"),
        ("<ref-type>5</ref-type>", "<secondary-title>Handbook</secondary-title>", "Handbook"),
        ('<ref-type name="Book">6</ref-type>', "<secondary-title>Series</secondary-title>", "Press"),
        ("", "<secondary-title>Journal</secondary-title>", "Journal"),
    ],
)
def test_the_venue_stands_elsewhere_for_every_type(kind: str, titles: str, venue: str) -> None:
    record = f"<record>{kind}<titles><title>A</title>{titles}</titles><publisher>Press</publisher></record>"
    (draft,) = list(read_as(Source("library.xml", record.encode()), "endnote"))
    assert isinstance(draft, Draft)
    assert draft.venue == venue


ATOM = """<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">
  <id>https://arxiv.org/api/x</id><title>arXiv Query: id_list=1605.08386</title>
  <entry>
    <id>http://arxiv.org/abs/1605.08386v1</id>
    <title>Heat-bath random
  walks</title>
    <link href="https://arxiv.org/pdf/1605.08386v1" rel="related" type="application/pdf" title="pdf"/>
    <summary>  Graphs on lattice
points.</summary>
    <published>2016-05-26T17:59:46Z</published>
    <arxiv:doi>10.1000/x</arxiv:doi>
    <author><name>Ada Lovelace</name><arxiv:affiliation>London</arxiv:affiliation></author>
    <author><name>Alan Turing</name></author>
  </entry>
</feed>"""


def test_an_answer_of_arxiv_is_read_too() -> None:
    source = Source("query", ATOM.encode())
    assert format_of(source) == "endnote"
    (draft,) = list(read_as(source, "endnote"))
    assert isinstance(draft, Draft)
    assert draft._replace(links=()) == Draft(
        "Heat-bath random walks",
        year=2016,
        authors=(Author("Ada Lovelace", ("London",)), Author("Alan Turing")),
        doi="10.1000/x",
        arxiv_id="1605.08386",
        abstract="Graphs on lattice points.",
        line=4,
    )
    assert [link.kind for link in draft.links] == ["arxiv", "arxiv"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<PubmedArticleSet><x/></PubmedArticleSet>", "its XML begins with <PubmedArticleSet>."),
        ("<feed><entry><id>https://example.org</id></entry></feed>", "its XML begins with <feed>."),
        ("a list", "it is no XML."),
    ],
)
def test_other_files_are_refused_with_what_they_are(text: str, said: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        list(read_as(Source("library.xml", text.encode()), "endnote"))
    assert str(refused.value) == f"library.xml is neither EndNote XML nor an answer of arXiv: {said}"


TOKENS = [
    "<record>",
    "</record>",
    "<entry>",
    "</entry>",
    "<titles>",
    "<title>",
    "</title>",
    "</titles>",
    "&",
    ";",
    "&#",
    "<",
]
TOKENS += [
    ">",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    "<?x",
    "?>",
    "\x00",
    "é",
    "<id>http://arxiv.org/abs/1605.08386</id>",
    "<a b='",
]
TEXT = st.text() | st.lists(st.sampled_from(TOKENS)).map("".join)


@settings(deadline=None, max_examples=300)
@given(st.binary() | TEXT.map(lambda text: text.encode("utf-8", "replace")))
def test_no_input_raises_anything_else(data: bytes) -> None:
    with suppress(UnreadableError):
        list(read_as(Source("library.xml", data), "endnote"))


@settings(deadline=None, max_examples=200)
@given(
    st.lists(st.sampled_from(TOKENS[4:]) | st.text(st.characters(exclude_categories=["Cs"]), max_size=5)).map("".join)
)
def test_whatever_stands_in_a_record_costs_no_other(text: str) -> None:
    found = read(RECORD, f"<record>{text}</record>", RECORD)
    assert [draft.title for draft in (found[0], found[-1]) if isinstance(draft, Draft)] == ["Literate Programming"] * 2
