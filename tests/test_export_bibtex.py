"""What BibTeX and BibLaTeX can hold comes back as it was."""

from __future__ import annotations

import pytest
from entries import drafts, entry_of
from hypothesis import example, given, settings

from readtrack.exporters import write
from readtrack.importers import Source, read
from readtrack.model import Author, Draft, Identifier, Link, Listing, NoteDraft, Reading

FORMATS = ["bibtex", "biblatex"]
THEN = "2026-11-24T12:00:00.000Z"
KNUTH = Draft(
    "Literate Programs with {\\TeX} & a 100% Ångström",
    key="knuth84",
    name="WEB",
    type="article-journal",
    venue="The Computer Journal",
    year=1984,
    topic="Programs",
    authors=(Author("Donald E. Knuth", ("Stanford University", "Xerox, Inc.")), Author("The TUG and Friends")),
    links=(
        Link("pdf", "https://example.org/web.pdf?a=1;b", "paper; draft"),
        Link("code", "https://example.org/%7Eweb"),
    ),
    doi="10.1093/comjnl/27.2.97",
    arxiv_id="2006.06762",
    url="https://example.org/~knuth/a_b",
    abstract="One.\nTwo – ßé.\n\nThree.",
    lists=(Listing("classics", "Old / Very", 7), Listing("later")),
    identifiers=(Identifier("pmid", "123"),),
    readings=(Reading("read", "2020", "2020-11", "100%", 5, "high", "2026-12-01"),),
    tags=("macro, micro", "tangle", "weave; knit"),
    notes=(
        NoteDraft("Programs are\n\n- *literature*\n  - good one\n\n    code()", "97", "let us\nconcentrate", THEN),
        NoteDraft("@dataclass(frozen=True)\n@misc{no, entry}", created_at=THEN),
    ),
    added_at=THEN,
)
IN_BIBTEX = r"""@article{knuth84,
  author = {Knuth, Donald E. and {The TUG and Friends}},
  title = {Literate Programs with {\textbraceleft{}\textbackslash{}TeX\textbraceright{}} \& a 100\% {\AA}ngstr{\"o}m},
  journal = {The Computer Journal},
  year = {1984},
  doi = {10.1093/comjnl/27.2.97},
  eprint = {2006.06762},
  archiveprefix = {arXiv},
  shorttitle = {WEB},
  url = {https://example.org/~knuth/a_b},
  topic = {Programs},
  keywords = {{macro, micro}, tangle, {weave; knit}},
  links = {pdf https://example.org/web.pdf?a=1;b {paper; draft}; code https://example.org/%7Eweb},
  pmid = {123},
  readstatus = {read},
  ranking = {rank5},
  priority = {prio1},
  startedon = {2020},
  finishedon = {2020-11},
  dueon = {2026-12-01},
  progress = {100\%},
  affiliations = {{Stanford University}; {Xerox, Inc.} and {}},
  readinglists = {classics 7 {Old / Very}; later},
  abstract = {One.\\
Two -- {\ss}{\'e}.

Three.},
  annotation = {Programs are

- *literature*
  - good one

    code()},
  annotationpage = {97},
  annotationquote = {let us
concentrate},
  annotationcreated = {2026-11-24T12:00:00.000Z},
  annotation2 = {{@}dataclass(frozen=True)
@misc\textbraceleft{}no, entry\textbraceright{}},
  annotation2created = {2026-11-24T12:00:00.000Z},
  addedat = {2026-11-24T12:00:00.000Z},
}

"""


def written(draft: Draft, name: str) -> str:
    return "".join(write(name, [entry_of(draft)], []))


def back(text: str) -> list[object]:
    return list(read(Source("library.bib", text.encode()), "bibtex"))


def held(draft: Draft) -> Draft:
    """``draft`` without what the formats cannot hold, and in the order that the library gives it."""
    return draft._replace(
        tags=tuple(sorted(draft.tags)),
        readings=tuple(reading._replace(uid=None) for reading in draft.readings[-1:]),
        sessions=(),
        reviews=(),
    )


def test_an_entry_is_written_as_people_write_it() -> None:
    assert written(KNUTH, "bibtex") == IN_BIBTEX


def test_biblatex_keeps_the_letters_and_has_fields_of_its_own() -> None:
    lines = written(KNUTH, "biblatex").splitlines()
    assert r"\& a 100\% Ångström}," in lines[2]
    assert lines[3:5] == ["  journaltitle = {The Computer Journal},", "  date = {1984},"]
    assert "  eprinttype = {arxiv}," in lines
    assert "Two – ßé." in lines


@pytest.mark.parametrize("name", FORMATS)
def test_all_that_is_known_of_a_paper_comes_back(name: str) -> None:
    assert back(written(KNUTH, name)) == [KNUTH._replace(line=1)]


@pytest.mark.parametrize("name", FORMATS)
@settings(deadline=None)
@given(draft=drafts())
@example(draft=Draft("A – B --- C", key="dash", authors=(Author("A; B and C, D"), Author("others")), added_at=THEN))
@example(draft=Draft("@misc{a, b", key="at", venue="OSDI'20 (OSDI 2020)", type="report", tags=("{a",), added_at=THEN))
@example(draft=Draft("a", key="a", venue="arXiv preprint", type="article-journal", added_at=THEN))
@example(draft=Draft("a", key="a", abstract="a\n\n\n b", notes=(NoteDraft("a\n  b", created_at=THEN),), added_at=THEN))
@example(draft=Draft("a", key="a", type="article", url="https://example.org/a", added_at=THEN))
def test_every_fact_that_it_can_hold_comes_back(name: str, draft: Draft) -> None:
    (again,) = back(written(draft, name))
    assert isinstance(again, Draft)
    assert again._replace(line=None, identifiers=tuple(sorted(again.identifiers))) == held(draft)


@pytest.mark.parametrize("name", FORMATS)
@settings(deadline=None, max_examples=50)
@given(draft=drafts())
def test_one_entry_never_hides_the_next(name: str, draft: Draft) -> None:
    text = "".join(write(name, [entry_of(draft), entry_of(KNUTH)], []))
    assert isinstance(back(text)[-1], Draft)
    assert back(text)[-1] == KNUTH._replace(line=text[: text.index("@article{knuth84")].count("\n") + 1)
