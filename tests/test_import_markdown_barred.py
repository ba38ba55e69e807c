"""Markdown reading lists -> drafts of papers: lines whose facts stand between bars or slashes."""

from __future__ import annotations

import pytest
from markdown_pages import ADA, ALAN, TITLE, URL, papers, said, titles

from readtrack.model import Author


@pytest.mark.parametrize(
    ("who", "where", "authors", "venue"),
    [
        ("Ada Lovelace, et al.", "SIGMOD", (ADA,), "SIGMOD"),
        ("Ada Lovelace, Alan Turing", "Pattern Weaving", (ADA, ALAN), "Pattern Weaving"),
        ("Wrenfold, O. K.", "arXiv", (Author("O. K. Wrenfold"),), "arXiv"),
        ("Odalys Real, et al.", "DLTW", (Author("Odalys Real"),), "DLTW"),
    ],
)
@pytest.mark.parametrize("behind", [f" | [`PDF`]({URL})", f" |[`PDF`]({URL})", f" [[pdf]]({URL})"])
def test_a_year_a_title_people_and_a_venue_between_bars_are_what_they_are(
    who: str, where: str, authors: tuple[Author, ...], venue: str, behind: str
) -> None:
    page = f"+ 2019 | AutoML: {TITLE} | {who} | {where}{behind}\n"
    expected = {"title": f"AutoML: {TITLE}", "venue": venue, "year": 2019, "authors": authors}
    assert said(page, "venue", "year", "authors") == expected


def test_bullets_that_are_headings_have_papers_between_bars_below() -> None:
    line = f"2019 | {TITLE} {{}} | Ada Lovelace, et al. | SIGMOD | [pdf]({URL}{{}})"
    page = f"### Looms\n+ #### Warp\n - {line.format('I', 1)}\n  - {line.format('II', 2)}\n+ #### Weft\n  - "
    assert titles(f"# Papers\n\n{page}{line.format('III', 3)}\n") == [f"{TITLE} {at}" for at in ("I", "II", "III")]


@pytest.mark.parametrize("struck", ["", "~~"])
def test_a_title_people_and_where_they_work_may_stand_between_slashes(struck: str) -> None:
    page = f"- {struck}{TITLE} / Ada Lovelace and Alan Turing / University of London. [Slides]({URL}){struck}\n"
    place = ("University of London",)
    authors = (Author("Ada Lovelace", place), Author("Alan Turing", place))
    assert said(page, "authors") == {"title": TITLE, "authors": authors}


@pytest.mark.parametrize(
    "line", ["Weaving I/O / Notes on It", f"{TITLE} | Compilers | Looms", f"2019 | {TITLE} | Looms"]
)
def test_words_between_bars_or_slashes_that_are_no_people_are_none(line: str) -> None:
    assert not any(draft.authors for draft in papers(f"# Papers\n\n- {line} [[pdf]]({URL})\n"))


def test_a_paragraph_that_ends_in_a_colon_and_leads_nowhere_is_no_paper() -> None:
    lead = "**Wide-Looms** shows overviews of what we weave in *AutoML*:"
    page = f"# Looms\n\n{lead}\n+ Warp (W)\n+ Weft\n\n# Papers\n- [{TITLE}]({URL})\n"
    assert titles(page) == [TITLE]
