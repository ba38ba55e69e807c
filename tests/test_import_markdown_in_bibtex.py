"""Markdown reading lists -> drafts of papers: BibTeX on the page says what the lines leave out."""

from __future__ import annotations

import pytest
from markdown_pages import URL, papers

from readtrack.importers.markdown.below.in_bibtex import without

TITLE = "Notes on the Weaving of Twisted Threads"


def entry(title: str = TITLE, authors: str = "Lovelace, Ada and Babbage, Charles") -> str:
    return f"""@inproceedings{{lovelace1843notes,
  title={{{title}}},
  author={{{authors}}},
  booktitle={{Advances in Looms}},
  doi={{10.1000/182}},
  year={{1843}}
}}"""


@pytest.mark.parametrize(
    "form",
    [
        "<pre>\n{}\n</pre>",
        "<pre>{}</pre>",
        "```bibtex\n{}\n```",
        "<details>\n<summary>BibTeX</summary>\n<pre>\n{}\n</pre>\n</details>",
        "<details><summary>Abstract</summary>\nIt is of looms.\n</details>\n\n```\n{}\n```",
    ],
)
@pytest.mark.parametrize("indent", ["", "  "])
def test_bibtex_below_a_paper_says_who_wrote_it_and_when_and_where(form: str, indent: str) -> None:
    below = "\n".join(indent + line for line in form.format(entry()).split("\n"))
    first, second = papers(f"- [{TITLE}]({URL}1)\n\n{below}\n\n- [A Paper on Other Looms]({URL}2)\n")
    assert [one.name for one in first.authors] == ["Ada Lovelace", "Charles Babbage"]
    assert (first.venue, first.year, first.doi) == ("Advances in Looms", 1843, "10.1000/182")
    assert not any("@" in note.body for note in first.notes)
    assert not second.authors
    assert not second.year


def test_what_a_line_says_stands_before_its_bibtex_but_for_people_whom_only_that_names_all() -> None:
    (paper,) = papers(f"- [{TITLE}]({URL}1), Ada Lovelace et al. OSDI 2020\n\n```\n{entry()}\n```\n")
    assert (paper.venue, paper.year) == ("OSDI", 2020)
    assert [one.name for one in paper.authors] == ["Ada Lovelace", "Charles Babbage"]


def test_a_title_that_is_abridged_is_that_of_the_bibtex_below_it() -> None:
    (paper,) = papers(f"- [The Weaving of Twisted Threads.]({URL}1)\n\n```\n{entry()}\n```\n")
    assert paper.year == 1843


def test_bibtex_on_one_line_is_read_too() -> None:
    one = " ".join(entry().split())
    (paper,) = papers(f"- [{TITLE}]({URL}1)\n\n  <details><summary>BibTeX</summary><pre>{one}</pre></details>\n")
    assert [author.name for author in paper.authors] == ["Ada Lovelace", "Charles Babbage"]


def test_a_name_alone_is_that_of_the_title_in_the_bibtex_below_it() -> None:
    (paper,) = papers(f"- [LoomNet]({URL}1)\n\n```\n{entry(f'LoomNet: {TITLE}')}\n```\n")
    assert (paper.title, paper.name, paper.year) == (f"LoomNet: {TITLE}", "LoomNet", 1843)


def test_how_to_cite_the_list_itself_says_nothing_of_the_paper_above_it() -> None:
    (paper,) = papers(f"- [{TITLE}]({URL}1)\n\n## Citation\n\n```\n{entry('A Survey of All Looms')}\n```\n")
    assert not paper.authors


def test_headings_with_bibtex_below_are_papers_and_it_is_no_note() -> None:
    names = [f"{TITLE} with {number} Arms" for number in ("Two", "Four", "Six")]
    found = papers("# Looms\n\n" + "".join(f"### {one}\n\nIt is fast.\n\n```\n{entry(one)}\n```\n\n" for one in names))
    assert [one.title for one in found] == names
    assert [one.year for one in found] == [1843] * 3
    assert [[note.body for note in one.notes] for one in found] == [["It is fast."]] * 3


@pytest.mark.parametrize("code", ["@comment{lovelace1843,\n title={Notes}\n}", "@preamble{x, y}", "@string{x, y}"])
@pytest.mark.parametrize("form", ["```\n{}\n```", "`{}`"])
def test_bibtex_without_any_entry_says_nothing(code: str, form: str) -> None:
    (paper,) = papers(f"- [{TITLE}]({URL}1)\n\n{form.format(code)}\n")
    assert (paper.title, paper.authors, paper.year) == (TITLE, (), None)


def fence(*entries: str) -> str:
    return "\n".join(["```bibtex", *entries, "```"]) + "\n"


def short(title: str, people: str = "Ada Lovelace and Charles Babbage", year: int = 1843, more: str = "") -> str:
    return f"@article{{a{year}, title={{{title}}}, author={{{people}}}, year={{{year}}}{more}}}"


ARXIV = "https://arxiv.org/abs/"
LOOMS = "A Survey of Large Looms for {}"


def test_an_entry_is_of_the_paper_of_just_its_title_and_not_of_one_alike_above_it() -> None:
    page = "".join(f"- [{LOOMS.format(what)}]({URL}{what})\n" for what in ("Silk", "Wool", "Flax"))
    said = short(LOOMS.format("Wool"), more=", journal={arXiv preprint arXiv:1706.00001}")
    found = papers(f"# Looms\n\n{page}\n{fence(said)}")
    assert [one.arxiv_id for one in found] == [None, "1706.00001", None]
    assert [len(one.authors) for one in found] == [0, 2, 0]


def test_parts_of_one_work_have_each_their_own_entry() -> None:
    parts = [f"Lectures on the Many Looms {part}" for part in ("I", "II", "III")]
    page = "".join(f"- [{part}]({URL}{at})\n" for at, part in enumerate(parts))
    years = (1843, 1844, 1845)
    found = papers(
        f"# Looms\n\n{page}\n{fence(*(short(one, year=year) for one, year in zip(parts, years, strict=True)))}"
    )
    assert tuple(one.year for one in found) == years
    (first, *_) = papers(f"# Looms\n\n{page}\n{fence(short(parts[1]))}")
    assert not first.year


@pytest.mark.parametrize("words", ["", "Please cite our survey:\n\n", "## Citation\n\n"])
def test_how_to_cite_a_list_is_of_no_paper_above_though_it_is_called_alike(words: str) -> None:
    page = f"- [{LOOMS.format('Code Generation')}]({ARXIV}1706.00002)\n"
    said = short(LOOMS.format("Code"), more=", journal={arXiv preprint arXiv:1801.00001}")
    (paper,) = papers(f"# Looms\n\n{page}\n{words}{fence(said)}")
    assert (paper.title, paper.authors, paper.year) == (LOOMS.format("Code Generation"), (), None)
    assert paper.arxiv_id == "1706.00002"


def test_a_heading_ends_what_stands_below_a_paper() -> None:
    said = short(f"{TITLE}: A List of Papers", "Jane Doe and John Roe", 2023, ", doi={10.5281/zenodo.1}")
    (paper,) = papers(f"# Looms\n\n- [{TITLE}]({ARXIV}1706.00001). Ada Lovelace\n\n## Cite\n\n{fence(said)}")
    assert (paper.title, [one.name for one in paper.authors], paper.doi) == (TITLE, ["Ada Lovelace"], None)


@pytest.mark.parametrize("fact", [", 2019", ", Ada Noether", f" [arXiv]({ARXIV}1706.00001)"])
def test_an_entry_called_alike_of_other_year_people_or_number_is_of_another_paper(fact: str) -> None:
    said = short(f"LoomNet: {TITLE}", more=", eprint={1801.00001}, archiveprefix={arXiv}")
    (paper,) = papers(f"- [LoomNet]({URL}1){fact}\n\n  {fence(said).replace(chr(10), chr(10) + '  ')}")
    assert (paper.title, paper.type) == ("LoomNet", "article")
    assert paper.arxiv_id != "1801.00001"


def test_people_and_identifiers_of_the_code_of_a_paper_are_not_its_own() -> None:
    code = "@software{c, title={Code for X}, author={Ada Lovelace and Max Power}, doi={10.5281/zenodo.1}}"
    said = fence(code.replace("X", TITLE), entry())
    (paper,) = papers(f"- **{TITLE}**. Ada Lovelace. 1843. [pdf]({URL}1.pdf)\n\n{said}")
    assert [one.name for one in paper.authors] == ["Ada Lovelace", "Charles Babbage"]
    assert paper.doi == "10.1000/182"


def test_an_entry_of_one_title_by_other_people_says_nothing() -> None:
    said = short(TITLE, "Emmy Noether and Grace Hopper and Alan Turing", 1918, ", doi={10.1000/9}")
    (paper,) = papers(f"- Ada Lovelace, Charles Babbage. [{TITLE}]({URL}2.pdf). OSDI 2019.\n\n{fence(said)}")
    assert [one.name for one in paper.authors] == ["Ada Lovelace", "Charles Babbage"]
    assert (paper.year, paper.doi) == (2019, None)


@pytest.mark.parametrize("year", [1859, 1860])
def test_an_entry_of_one_title_of_another_year_and_place_says_nothing(year: int) -> None:
    said = short(TITLE, year=1843, more=", journal={Loom Letters}, doi={10.1000/9}")
    page = f"- [{TITLE}]({URL}2.pdf). OSDI {year}.\n"
    again = f"- [{TITLE}]({URL}3.pdf). OSDI 1901.\n"
    for one in papers(f"{page}\n{fence(said)}") + papers(f"{page}{again}\n{fence(said)}"):
        assert (one.authors, one.doi) == ((), None)


def test_names_without_their_accents_are_the_same_people() -> None:
    (paper,) = papers(f"- [{TITLE}]({URL}2.pdf). Ada Möller. 1843\n\n{fence(short(TITLE, 'Moller, A. and Bee, C.'))}")
    assert [one.name for one in paper.authors] == ["A. Moller", "C. Bee"]


def test_of_two_papers_of_one_title_the_one_of_that_year_is_meant() -> None:
    said = short(TITLE, more=", journal={Loom Letters}, doi={10.1000/7}")
    page = f"## 1843\n- [{TITLE}]({URL}1), VLDB 1843\n\n## 1921\n- [{TITLE}]({URL}2), SIGMOD 1921\n\n{fence(said)}"
    assert [one.doi for one in papers(page)] == ["10.1000/7", None]


@pytest.mark.parametrize("turn", [1, -1])
def test_the_printed_entry_of_a_paper_stands_before_that_of_its_preprint(turn: int) -> None:
    preprint = short(TITLE, year=1842, more=", journal={arXiv preprint arXiv:1706.00001}")
    (paper,) = papers(f"- **{TITLE}** [pdf]({URL}1.pdf)\n\n  {fence(*[preprint, entry()][::turn])}")
    assert (paper.venue, paper.year, paper.doi) == ("Advances in Looms", 1843, "10.1000/182")
    assert paper.arxiv_id == "1706.00001"


def test_an_identifier_of_another_paper_of_the_page_is_not_taken() -> None:
    page = f"- [{TITLE}]({URL}1)\n- [Other Looms and How to Use Them]({ARXIV}1706.00001)\n"
    said = short(TITLE, more=", eprint={1706.00001}, archiveprefix={arXiv}")
    found = papers(f"# Looms\n\n{page}\n{fence(said)}")
    assert [(one.arxiv_id, one.authors) for one in found] == [(None, ()), ("1706.00001", ())]


def test_an_entry_in_a_note_that_is_of_no_paper_stays_there() -> None:
    said = "\n".join(f"    {line}" for line in fence(short("Something Else Entirely about Silk")).split("\n"))
    (paper,) = papers(f"- [x] [{TITLE}]({URL}1)\n  - see also what follows it:\n\n{said}")
    assert any("Entirely about Silk" in note.body for note in paper.notes)
    assert not paper.authors


@pytest.mark.parametrize(
    "body", ["<pre>" * 8000, "```` ```a ````\n" * 10000, "````\n```a\n" * 5000, "<details><summary>" * 4000]
)
def test_what_opens_and_never_ends_stays_in_a_note(body: str) -> None:
    assert without(body, {("key", "title")}) == body
