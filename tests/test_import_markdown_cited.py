"""Markdown reading lists -> drafts of papers: where titles of citations begin and end, with no marks around them."""

from __future__ import annotations

import pytest
from markdown_pages import ADA, TITLE, URL, papers, said, titles

from readtrack.model import Author


def test_a_citation_whose_lines_are_broken_inside_of_its_title_is_read_whole() -> None:
    page = """# Papers

- Lovelace, A., Hopper, G. M., and Turing, A. Notes
  on weaving with many cards of paper. In
  International Conference on Machine Learning (ICML), 2015.
- Lovelace, A., and Turing, A. Weaving numbers
  in analytical engines with cards
  of paper. In Neural Information Processing Systems
  (NeurIPS), 2016. [code](https://github.com/x/y)
"""
    one, two = papers(page)
    assert (one.title, one.venue, one.year) == ("Notes on weaving with many cards of paper", "ICML", 2015)
    assert [who.name for who in one.authors] == ["A. Lovelace", "G. M. Hopper", "A. Turing"]
    assert (two.title, two.venue, two.year) == (
        "Weaving numbers in analytical engines with cards of paper",
        "NeurIPS",
        2016,
    )
    assert [who.name for who in two.authors] == ["A. Lovelace", "A. Turing"]


def test_a_remark_in_the_line_below_a_citation_is_none_of_its_title() -> None:
    (paper,) = papers(f"# Papers\n\n- Ada Lovelace and Alan Turing. {TITLE}\n  it weaves numbers. I like it.\n")
    assert paper.title == TITLE


@pytest.mark.parametrize("title", ["WEFT: weaving on cards of paper", "LOOMS: Weaving on cards of paper"])
def test_a_title_that_a_system_begins_ends_those_before_it(title: str) -> None:
    (paper,) = papers(f"# Papers\n\n- Lovelace, A., Hopper, G., & Turing, A. {title}. EuroSys 2020\n")
    assert (paper.title, paper.venue, paper.year) == (title, "EuroSys", 2020)
    assert [who.name for who in paper.authors] == ["A. Lovelace", "G. Hopper", "A. Turing"]


def test_a_name_behind_the_initial_of_the_last_author_is_none_of_the_title() -> None:
    (paper,) = papers(f"# Papers\n\n- Lovelace, A., and Hoover, J. Edgar: {TITLE}. OSDI 2020\n")
    assert (paper.title, paper.authors[-1].name) == (TITLE, "J. Edgar Hoover")


def test_a_year_right_behind_the_stop_of_a_title_is_none_of_it() -> None:
    (paper,) = papers(f"# Papers\n\n- A. Lovelace, {TITLE}.1999, p. 260.\n")
    assert (paper.title, paper.year, [who.name for who in paper.authors]) == (TITLE, 1999, ["A. Lovelace"])


@pytest.mark.parametrize("title", ["Weaving with Loom.js 2019 and Others", "A Look at loom.2019.9"])
def test_a_stop_inside_of_a_word_is_of_the_title(title: str) -> None:
    assert titles(f"# Papers\n\n- {title} [[pdf]({URL})]\n") == [title]


@pytest.mark.parametrize("quoted", ['"“{}."', '"**“{}**."', '"“{}”."', '"{}."'])
def test_marks_of_quotations_may_stand_twice(quoted: str) -> None:
    (paper,) = papers(f"# Papers\n\n- Ada Lovelace, et al. {quoted.format(TITLE)} AISTATS(2012) [[pdf]({URL})]\n")
    assert (paper.title, paper.venue, paper.year, paper.authors) == (TITLE, "AISTATS", 2012, (ADA,))


def test_a_remark_without_capitals_below_a_short_title_in_capitals_is_none_of_it() -> None:
    page = "# Papers\n\n- Ada Lovelace and Alan Turing. Notes on Odd Looms\n  read this first. OSDI 2014.\n"
    (paper,) = papers(page)
    assert (paper.title, paper.venue, paper.year) == ("Notes on Odd Looms", "OSDI", 2014)


def test_a_title_that_ends_in_a_small_word_does_not_take_the_line_below() -> None:
    page = f"""# Papers

- What Looms Believe in
  Ada Lovelace, Alan Turing
  OSDI 2014
- Looms We Weave on
  OSDI 2014 [pdf]({URL})
"""
    one, two = papers(page)
    assert (one.title, one.venue, [who.name for who in one.authors]) == (
        "What Looms Believe in",
        "OSDI",
        ["Ada Lovelace", "Alan Turing"],
    )
    assert (two.title, two.venue, two.year) == ("Looms We Weave on", "OSDI", 2014)


def test_a_year_that_ends_a_name_in_a_title_is_of_it() -> None:
    title = "Notes on Looms by example.2020"
    assert titles(f"# Papers\n\n- {title} [pdf]({URL})\n") == [title]


def test_the_name_of_a_venue_goes_on_below_its_small_word() -> None:
    (paper,) = papers(
        "# Papers\n\n- Lovelace, A., and Turing, A. Weaving numbers in many cards. IEEE Transactions on\n"
        "  Automatic Control, 2019.\n"
    )
    assert (paper.title, paper.venue, paper.year) == (
        "Weaving numbers in many cards",
        "IEEE Transactions on Automatic Control",
        2019,
    )


@pytest.mark.parametrize("glue", ["(1843). [", "(1843).[", "(1843).[ ", "(1843) .["])
def test_a_year_may_be_glued_to_the_link_that_is_a_title(glue: str) -> None:
    page = f"Lovelace, A. B., & Turing, J. W. {glue}{TITLE}.]({URL}) *Journal of Looms*, 68(3), 962-984.\n"
    assert said(page, "venue", "year", "authors") == {
        "title": TITLE,
        "venue": "Journal of Looms",
        "year": 1843,
        "authors": (Author("A. B. Lovelace"), Author("J. W. Turing")),
    }


@pytest.mark.parametrize(("who", "name"), [("Babbage, J.", "J. Babbage"), ("Babbage, J. Z.", "J. Z. Babbage")])
def test_the_initial_of_a_person_is_no_journal_before_a_year(who: str, name: str) -> None:
    page = f"{who} (1843). [{TITLE}]({URL}). Explorations in Weaving, 58, 22-43.\n"
    assert said(page, "venue", "authors") == {
        "title": TITLE,
        "venue": "Explorations in Weaving",
        "authors": (Author(name),),
    }


@pytest.mark.parametrize(
    ("who", "names"),
    [
        ("Lovéla, C. Ó.", ["C. Ó. Lovéla"]),
        (
            "de Babbage, Charles, Ada Lovelace, Alan Turing and Grace Hopper",
            ["Charles de Babbage", "Ada Lovelace", "Alan Turing", "Grace Hopper"],
        ),
        ("de Babbage, C., A. Lovelace and G. Hopper", ["C. de Babbage", "A. Lovelace", "G. Hopper"]),
    ],
)
def test_the_first_of_those_who_are_cited_is_one_person(who: str, names: list[str]) -> None:
    page = f"{who} (1843). [{TITLE}]({URL}). *Journal of Looms*, 58, 22-43.\n"
    assert said(page, "authors") == {"title": TITLE, "authors": tuple(map(Author, names))}


@pytest.mark.parametrize("title", ["“The Curse of the Loom”? On Cards", 'Looms and Cards: A "Weaving" Approach'])
def test_a_link_is_all_of_a_title_though_some_of_it_is_quoted(title: str) -> None:
    page = f"Lovelace, A., & Turing, J. (1843). [{title}]({URL}). *Journal of Looms*, 58, 22-43.\n"
    assert said(page) == {"title": title}
    mla = f'Lovelace, Ada, and Alan Turing. 1843. ["Looms: A "Weaving" Approach"]({URL}). *Looms* 131(2): 799-858.\n'
    assert said(mla) == {"title": 'Looms: A "Weaving" Approach'}


@pytest.mark.parametrize("number", ["(No. w1843)", "(Tech. Rep. No. 18-43)"])
def test_the_number_of_a_report_is_no_word_of_its_title(number: str) -> None:
    page = f"Lovelace, A., & Turing, J. (1843). {TITLE} {number}. National Bureau of Weaving Research.\n"
    assert said(page, "year") == {"title": TITLE, "year": 1843}


def test_a_title_whose_first_letter_slipped_out_of_its_link_is_whole() -> None:
    page = (
        f"Lovelace, A., & Turing, J. (2015). N[otes on the Weaving Cartel, 1934-74.]({URL}) *Loom Letters*, 58, 2-3.\n"
    )
    assert said(page, "venue", "year") == {
        "title": "Notes on the Weaving Cartel, 1934-74",
        "venue": "Loom Letters",
        "year": 2015,
    }


def test_brackets_between_a_journal_and_its_numbers_name_no_other() -> None:
    page = f'Lovelace, A (1985), "{TITLE}." *The Loom Review* (Papers and Proceedings) 75, 332-37.\n'
    assert said(page, "venue", "year") == {"title": TITLE, "venue": "The Loom Review", "year": 1985}


def test_when_a_paper_was_revised_is_no_name_of_a_venue() -> None:
    page = (
        f'Lovelace, Ada P. "[{TITLE}]({URL})" Loom School Working Paper, No. 17-044, May 2016. (Revised June 2019.)\n'
    )
    assert said(page, "venue", "year") == {"title": TITLE, "venue": None, "year": 2016}


@pytest.mark.parametrize("when", ["(in press)", "(forthcoming)", "(n.d.)", "(to appear)"])
def test_words_in_the_place_of_a_year_are_no_part_of_a_name(when: str) -> None:
    page = f"Lovelace, A., & Turing, A. M. {when}. [{TITLE}]({URL}). *Journal of Looms*.\n"
    assert said(page, "authors", "year", "venue") == {
        "title": TITLE,
        "authors": (Author("A. Lovelace"), Author("A. M. Turing")),
        "year": None,
        "venue": "Journal of Looms",
    }


@pytest.mark.parametrize("behind", [", forthcoming.", " (in press)", ". Forthcoming"])
def test_a_journal_in_italics_may_be_one_that_a_paper_is_yet_to_appear_in(behind: str) -> None:
    page = f"Lovelace, A., & Turing, A. M. (1843). [{TITLE}]({URL}). *Loom Choice*{behind}\n"
    assert said(page, "venue", "year") == {"title": TITLE, "venue": "Loom Choice", "year": 1843}


def test_a_number_without_a_letter_in_brackets_is_of_the_title() -> None:
    page = f"Lovelace, A., & Turing, J. (1843). {TITLE} (No. 5). Loom Letters, 3(4), 5-6.\n"
    assert said(page, "venue") == {"title": f"{TITLE} (No. 5)", "venue": "Loom Letters"}


def test_proceedings_that_are_not_said_of_what_still_tell_the_year() -> None:
    page = f"# Papers\n\n- [{TITLE}]({URL}), Ada Lovelace, Proceedings 2010\n"
    assert said(page, "venue", "year") == {"title": TITLE, "venue": None, "year": 2010}
