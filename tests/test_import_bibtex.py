"""BibTeX and BibLaTeX, as reference managers and people write them, become drafts."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from readtrack.errors import UnreadableError
from readtrack.importers import Source, bibtex
from readtrack.importers import read as read_as
from readtrack.importers._venues import venue_and_year
from readtrack.model import Author, Draft, Identifier, Link, NoteDraft, Reading, Skipped


def found(text: str) -> list[object]:
    """Everything in ``text``, cleaned."""
    return list(read_as(Source("refs.bib", text.encode()), "bibtex"))


def drafts(text: str) -> list[Draft]:
    return [each for each in found(text) if isinstance(each, Draft)]


def only(fields: str, kind: str = "article") -> Draft:
    """The one draft of an entry with ``fields`` beside a title."""
    (draft,) = found(f"@{kind}{{k,\n  title = {{T}},\n  {fields}\n}}")
    assert isinstance(draft, Draft)
    return draft


def test_an_article_is_read_whole() -> None:
    text = r"""
@Article{Knuth:1984:LP,
  author    = {Knuth, Donald~E. and {\'E}. Galois and {The {\LaTeX} Project} and others},
  title     = {Literate {P}rogramming --- 100\% \& more},
  subtitle  = {An {\"U}bung},
  shorttitle = {WEB},
  journal   = "The Computer " # {Journal},
  year      = 1984,
  doi       = {https://doi.org/10.1093/comjnl/27.2.97},
  url       = {https://example.org/\~{}knuth/a\_b},
  keywords  = {programming, {macro, micro}; documents},
  abstract  = {A program is
               literature.

               It is read.},
  pdf       = {https://example.org/lp.pdf},
  pmid      = {123},
  file      = {:/home/ada/lp.pdf:PDF},
  comment   = {Read this
               - twice},
  note      = {Reprinted in 1992},
  readstatus = {skimmed},
  ranking   = {rank4},
  timestamp = {2020-11-04T12:30:00+0100},
  language  = {english},
}
"""
    assert found(text) == [
        Draft(
            "Literate Programming — 100% & more: An Übung",
            key="knuth-1984-lp",
            name="WEB",
            type="article-journal",
            venue="The Computer Journal",
            year=1984,
            authors=(Author("Donald E. Knuth"), Author("É. Galois"), Author("The LaTeX Project")),
            links=(Link("pdf", "https://example.org/lp.pdf", "pdf"),),
            doi="10.1093/comjnl/27.2.97",
            url="https://example.org/~knuth/a_b",
            abstract="A program is literature.\n\nIt is read.",
            identifiers=(Identifier("pmid", "123"),),
            readings=(Reading("skimmed", rating=4),),
            tags=("programming, macro, micro", "documents"),
            notes=(NoteDraft("Read this\n- twice"), NoteDraft("Reprinted in 1992")),
            added_at="2020-11-04T11:30:00.000Z",
            line=2,
        )
    ]


def test_biblatex_fields_and_names_are_read() -> None:
    assert found(
        """@inproceedings{vaswani,
  author = {family=Vaswani, given=Ashish, given-i=A and given={Noam}, family={Shazeer}, suffix=Jr},
  title = {Attention Is All You Need},
  booktitle = {Advances in Neural Information Processing Systems},
  date = {2017-06-12/2017-12},
  eprint = {1706.03762v5}, eprinttype = {arXiv},
}"""
    ) == [
        Draft(
            "Attention Is All You Need",
            key="vaswani",
            type="paper-conference",
            venue=venue_and_year("Advances in Neural Information Processing Systems")[0],
            year=2017,
            authors=(Author("Ashish Vaswani"), Author("Noam Shazeer Jr")),
            arxiv_id="1706.03762",
            line=1,
        )
    ]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("@article(k, title = {In parentheses}, year = 1984 )", ["In parentheses"]),
        ("@ARTICLE{ title = {No key} }", ["No key"]),
        ("@article{,title={Empty key}}", ["Empty key"]),
        ("@a{k,title={One}}@a{k,title={Two}} text @a{K,title={Three}}", ["One", "Two", "Three"]),
        ("@article{k, field+name = {x}, title = {Plus}}", ["Plus"]),
        ("@article{k\n title = {No comma behind the key}}", ["No comma behind the key"]),
        ("@article{k, year = 2004 title = {No commas} author = {A B}}", ["No commas"]),
        ("@article{k, title {No equals sign}, year = 2000}", ["No equals sign"]),
        ('@article{k, title = "Quoted {"}quotes{"}"}', ['Quoted "quotes"']),
        ('@article{k, title = "Bare "quotes" in it", year = 2000}', ['Bare "quotes" in it']),
        ("@article{k, title = {}, title = {Second}, title = {Third},,}", ["Second"]),
        ("@article{k, year = 2000}, title = {A brace too early}}", ["A brace too early"]),
        ("@article{O{\\'e}, key words = {a}, title = {Blank in a name}}", ["Blank in a name"]),
        ("@comment{ @article{a, title={No}} }\n@preamble{\"x\" # {y}}\n@article{b, title={Yes}}", ["Yes"]),
        ("me@example.org (at work) @ home\n@article{b, title={Yes}}", ["Yes"]),
        ("@misc{m, title={T}, % @misc{n, title = {No}},\n year = 2000}", ["T"]),
        ("@string{ann = {Annals}}\n@STRING(no = \" of No\")\n@a{k, title = ANN # no # {thing}}", ["Annals of Nothing"]),
        ("@a{k, title = undefined_macro # { and more}}", ["undefined_macro and more"]),
        ("@set{s, entryset={a,b}} @xdata{x, publisher={P}} @a{k, title={T}}", ["T"]),
        ("@article{k, journal={Phys. Rev.}, volume=98, pages={0105}, year=2007}", ["Phys. Rev. 98 0105 2007"]),
        ("@book{knuth84, author={Donald E. Knuth}}", ["knuth84"]),
    ],
)  # fmt: skip
def test_every_entry_comes_through(text: str, titles: list[str]) -> None:
    assert [each.title for each in drafts(text)] == titles


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_any_encoding_and_line_end_is_read(encoding: str, end: str) -> None:
    text = "@article{a,\n title = {Über\nBäume},\n}\n@article{b, title = {Zwei}}\n".replace("\n", end)
    read = list(bibtex.read(Source("refs.bib", text.encode(encoding))))
    assert [(each.title, each.line) for each in read if isinstance(each, Draft)] == [("Über Bäume", 1), ("Zwei", 5)]


@pytest.mark.parametrize(
    ("said", "title"),
    [("% Encoding: Cp1252", "Bøhn"), ("% Encoding: ISO8859_2", "Břhn"), ("% -*- coding: koi8-r -*-", "BЬhn")],
)
def test_the_encoding_that_a_file_names_is_believed(said: str, title: str) -> None:
    (draft,) = bibtex.read(Source("refs.bib", f"{said}\n@article{{a, title = {{B\xf8hn}}}}".encode("latin-1")))
    assert isinstance(draft, Draft)
    assert draft.title == title


@pytest.mark.parametrize(
    ("bad", "title", "why"),
    [
        ("title = {Never {closed}, year = 2001\n}", "Never closed", "is not closed"),
        ("title = {Never {{closed}, year = 2001\n}", "Never closed", "has no end of its title"),
        ('title = "No end,\n  year = 2001\n}', "No end", "has no end of its title"),
        ("title = {T}, year = 2001", "T", "is not closed"),
        ("title = {T}, year = 2001, what is this, \n}", "T", "has something that is no field: what is this"),
    ],
)
def test_a_bad_entry_is_told_with_its_line_and_costs_no_other(bad: str, title: str, why: str) -> None:
    told, broken, after = found(f"@a{{first, title={{One}}}}\n@a{{bad, {bad}\n@a{{after, title={{Two}}, year=2002}}\n")[
        1:
    ]
    assert told == Skipped(2, "@a{bad", f"{why}; it was read as far as it goes")
    assert isinstance(broken, Draft)
    assert (broken.key, broken.title, broken.year) == ("bad", title, 2001)
    assert after == Draft("Two", key="after", year=2002, line=3 + bad.count("\n"))


def test_an_entry_that_is_commented_out_is_told() -> None:
    assert found("% @article{a,\n%   title = {No},\n% }\n@article{b, title = {Yes}}") == [
        Skipped(1, "@article{a", "is commented out"),
        Draft("Yes", key="b", type="article-journal", line=4),
    ]
    assert [each.title for each in drafts("%@article{a,\n title = {BibTeX knows no comments},\n}")] == [
        "BibTeX knows no comments"
    ]


def test_an_entry_takes_from_its_parent_what_it_lacks() -> None:
    parent = (
        "@proceedings{OSDI, title={Proceedings of Nothing}, year=2020, editor={E D}, doi={10.1/x}, isbn={0201038129}}"
    )
    child = "@inproceedings{c, crossref = {osdi}, author={A B}, title = {A child}}"
    for text in (f"{child}\n{parent}", f"{parent}\n{child}"):
        read = {each.key: each for each in drafts(text)}
        assert read["c"]._replace(line=None, venue=None) == Draft(
            "A child", key="c", type="paper-conference", year=2020, authors=(Author("A B"),)
        )
        assert read["c"].venue
        assert read["osdi"].title == "Proceedings of Nothing"
    shared = "@xdata{x, publisher={P}, date={1999}}\n@book{b, title={T}, xdata={x}}"
    assert drafts(shared) == [Draft("T", key="b", type="book", venue="P", year=1999, line=2)]
    assert drafts("@book{a, title={T}, crossref={b}}\n@book{b, title={U}, crossref={a}, year=1999}")[0].year == 1999


@pytest.mark.parametrize(
    ("kind", "fields", "type_"),
    [
        ("article", "", "article-journal"),
        ("article", "entrysubtype = {magazine}", "article-magazine"),
        ("article", "journal = {arXiv preprint arXiv:1706.03762}", "article"),
        ("article", "journal = {CoRR}, volume = {abs/1706.03762}", "article"),
        ("Conference", "", "paper-conference"),
        ("mastersthesis", "", "thesis"),
        ("techreport", "", "report"),
        ("incollection", "", "chapter"),
        ("proceedings", "", "book"),
        ("online", "", "webpage"),
        ("misc", "", "article"),
        ("misc", "howpublished = {\\url{http://example.org/x}}", "webpage"),
        ("misc", "eprint = {1706.03762}, url = {http://example.org}", "article"),
        ("software", "", "software"),
        ("www-inproceedings", "", "article"),
    ],
)
def test_the_type_of_an_entry(kind: str, fields: str, type_: str) -> None:
    assert only(fields, kind).type == type_


@pytest.mark.parametrize(
    ("fields", "year"),
    [
        ("year = 2020", 2020),
        ("year = {{2020}}", 2020),
        ('year = "c. 2020a"', 2020),
        ("date = {2020-11}, year = 1999", 2020),
        ("date = {1999/2001}", 1999),
        ("year = {in press}", None),
        ("year = {to appear, 2021}", 2021),
        ("year = {12345}", None),
        ("eventdate = {2019-07-01/2019-07-03}", 2019),
    ],
)
def test_the_year_of_an_entry(fields: str, year: int | None) -> None:
    assert only(fields).year == year


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Knuth, Donald E.", ["Donald E. Knuth"]),
        ('van der Berg, Jan AND M{\\"u}ller, J{\\"o}rg and\n others', ["Jan van der Berg", "Jörg Müller"]),
        ("{Barnes and Noble, Inc.}", ["Barnes and Noble, Inc."]),
        ("{Foo {\\&} Bar} and {van} Gogh, Vincent", ["Foo & Bar", "Vincent van Gogh"]),
        ("{Lovelace, Ada and Turing, Alan}", ["Ada Lovelace", "Alan Turing"]),
        ("Ada Lovelace; Alan Turing", ["Ada Lovelace", "Alan Turing"]),
        ("Wei Wang 0001", ["Wei Wang"]),
        ("Ada Lovelace et al.", ["Ada Lovelace"]),
    ],
)
def test_the_names_of_authors(value: str, names: list[str]) -> None:
    assert [author.name for author in only(f"author = {{{value}}}").authors] == names


def test_the_editors_stand_in_for_authors() -> None:
    assert only("editor = {Ada Lovelace and Alan Turing}", "book").authors == (
        Author("Ada Lovelace"),
        Author("Alan Turing"),
    )


@pytest.mark.parametrize(
    ("fields", "places"),
    [
        ("affiliation = {Univ of X}", [("Univ of X",), ("Univ of X",)]),
        ("affiliation = {Univ of X; Y, Inc.}", [("Univ of X",), ("Y, Inc",)]),
        ("affiliations = {{X and Y}; {Z} and {}}", [("X and Y", "Z"), ()]),
        ("affiliation = {X; Y; Z}", [(), ()]),
    ],
)
def test_affiliations_are_given_to_authors_only_where_it_is_clear_whose_they_are(
    fields: str, places: list[tuple[str, ...]]
) -> None:
    draft = only(f"author = {{A B and C D}}, {fields}")
    assert [author.affiliations for author in draft.authors] == places


@pytest.mark.parametrize(
    ("fields", "fact", "value"),
    [
        ("doi = {10.1145\\/a\\_b}", "doi", "10.1145/a_b"),
        ("doi = {http://doi.acm.org/10.1145/1128022.1128034}", "doi", "10.1145/1128022.1128034"),
        ("eprint = {https://arxiv.org/abs/1706.03762}", "arxiv_id", "1706.03762"),
        ("journal = {arXiv preprint arXiv:1706.03762}", "arxiv_id", "1706.03762"),
        ("eprint = {30012345}, eprinttype = {pubmed}", "identifiers", (Identifier("pmid", "30012345"),)),
        ("url = {http://example.org/a\\%20b\\&c}", "url", "http://example.org/a%20b&c"),
        ("howpublished = {\\href{http://example.org/$\\sim$ada}{her page}}", "url", "http://example.org/~ada"),
        ("note = {Available at \\url{http://example.org/a}, accessed 1 May 2020.}", "url", "http://example.org/a"),
        ("note = {Available at \\url{http://example.org/a}, accessed 1 May 2020.}", "notes", ()),
        ("note = {to appear}", "notes", ()),
        ("note = {To appear. Best paper}", "notes", (NoteDraft("To appear. Best paper"),)),
        ("annote = {One}, review = {Two}", "notes", (NoteDraft("One"), NoteDraft("Two"))),
        ("file = {Talk:https\\://example.org/t.mp4:MP4}", "links", (Link("video", "https://example.org/t.mp4"),)),
        ("keywords = {R\\&D; a &amp; b, c}", "tags", ("R&D", "a & b, c")),
        ("keywords = {a, b}, groups = {c}", "tags", ("a", "b", "c")),
        ("school = {Some Hall}", "venue", "Some Hall"),
        ("readstatus = {read}", "readings", (Reading("read"),)),
        ("ranking = {rank3}", "readings", (Reading("read", rating=3),)),
        ("read = {Yes}, rating = {0}", "readings", (Reading("read"),)),
        ("priority = {prio1}", "readings", (Reading("queued", priority="high"),)),
        ("date-added = {2020-11-04 01:00:00 +0200}", "added_at", "2020-11-03T23:00:00.000Z"),
        ("date-added = {2020-11-04}", "added_at", None),
        ("shorttitle = {Two words}", "name", None),
    ],
)
def test_a_fact_is_found_in_its_field(fields: str, fact: str, value: object) -> None:
    assert getattr(only(fields), fact) == value


def test_the_isbns_of_a_book_are_told_apart_and_dblp_names_the_paper() -> None:
    (book, paper) = drafts(
        "@book{b, title={T}, isbn={0-201-13448-9, 978-0-201-13448-3}}\n"
        "@inproceedings{DBLP:conf/osdi/X20, title={U.}, bibsource={dblp computer science bibliography}}"
    )
    assert book.identifiers == (Identifier("isbn", "0201134489"), Identifier("isbn", "9780201134483"))
    assert (paper.title, paper.identifiers) == ("U", (Identifier("dblp", "conf/osdi/X20"),))


@pytest.mark.parametrize("text", ["nothing here", "@comment{only}", "@string{a = {b}}", "TY  - JOUR", "{}"])
def test_a_file_without_an_entry_is_refused(text: str) -> None:
    with pytest.raises(UnreadableError, match="has no BibTeX entry in it"):
        found(text)


TOKENS = st.sampled_from(["\n", " ", "\n@misc{a,", "},\n"]) | st.sampled_from(
    r"""@article{ @misc( @string{ @comment{ @preamble{ { } ( ) " = , # % \ \" \'{ $ ~ ^ _ & ; -- `` '' key title author
    year date journal crossref xdata keywords annotation note url file links affiliations readinglists pages and others
    http://example.org 2020 family= {\'e} \url{ \href{ é 中""".split()
)


@settings(deadline=None, max_examples=200)
@given(
    st.binary(max_size=300)
    | st.text(max_size=100).map(str.encode)
    | st.lists(TOKENS, max_size=60).map("".join).map(str.encode)
)
@example(b"@a{" * 500)
@example(b"@a{a, crossref={a}, title={T}}")
def test_no_bytes_raise_anything_else(data: bytes) -> None:
    with suppress(UnreadableError):
        list(read_as(Source("refs.bib", data), "bibtex"))
