"""Markdown reading lists -> drafts of papers: who wrote them, named behind titles in links and headings by "et al."."""

from __future__ import annotations

import pytest
from markdown_pages import ADA, TITLE, URL, papers, titles


def test_family_names_and_others_behind_a_colon_wrote_what_is_before_it_where_most_titles_of_a_page_end_so() -> None:
    lines = [
        "Looms: Lovelace et al.",
        f"{TITLE}(NAE): van den Loom et al.",
        "Wide Cards: ? et al.",
        "LoomNet: Ye et al.",
    ]
    page = "".join(f"- [{line}]({URL}{number})\n" for number, line in enumerate(lines))
    assert [(draft.title, [who.name for who in draft.authors]) for draft in papers(f"# Looms\n\n{page}")] == [
        ("Looms", ["Lovelace"]),
        (f"{TITLE}(NAE)", ["van den Loom"]),
        ("Wide Cards", []),
        ("LoomNet", ["Ye"]),
    ]
    others = "".join(f"- [On the Weaving of Loom {number}]({URL}b{number})\n" for number in range(5))
    assert lines[0].rstrip(".") in {title.rstrip(".") for title in titles(f"# Looms\n\n{page}{others}")}


def test_headings_that_end_in_who_wrote_them_are_papers_and_what_is_below_them_is_notes() -> None:
    page = f"""# Loom papers

## Cards
### 1. {TITLE}, Ada Lovelace and Alan Turing et. al.
- Weaves Numbers
    | [`Notes`](notes/engine.md) | [`Archive link`](https://arxiv.org/abs/1901.00001) |
    |---|---|

### 2. LoomNet: Weaving without Any Cards, Turing et. al.
- Needs no cards at all

## Bobbins
### 1. Bobbins of the Old Mills, Babbage et al.
- Bobbins

### 2. LoomNet 2: Weaving with Cards Again
- keeps the cards of each loom in its mill
"""
    assert [(draft.title, [who.name for who in draft.authors]) for draft in papers(page)] == [
        (TITLE, ["Ada Lovelace", "Alan Turing"]),
        ("LoomNet: Weaving without Any Cards", ["Turing"]),
        ("Bobbins of the Old Mills", ["Babbage"]),
        ("LoomNet 2: Weaving with Cards Again", []),
    ]


def test_a_name_behind_by_at_the_end_of_a_title_is_who_wrote_it_where_three_titles_of_a_page_say_so() -> None:
    lines = ["Wide Looms - by Ada Lovelace", "Cards - Looms - by Alan Turing", "Bobbins at Work - by Grace Hopper"]
    page = "".join(f"- [{line}]({URL}{number})\n" for number, line in enumerate(lines))
    last = f"- [{TITLE} by Zeb LoomMaker]({URL}c)\n"
    draft = papers(f"# Looms\n\n{page}{last}")[-1]
    assert (draft.title, [who.name for who in draft.authors]) == (TITLE, ["Zeb LoomMaker"])
    assert titles(f"# Looms\n\n{last}") == [f"{TITLE} by Zeb LoomMaker"]


def test_links_called_like_people_are_no_papers_where_most_of_a_section_are() -> None:
    page = f"""# Looms

[{TITLE}]({URL})

## Pages

:globe_with_meridians: [Ada Lovelace](https://ada.e.org)

:globe_with_meridians: [Zeb Loomer](https://zeb.e.org)

:globe_with_meridians: [Alan Turing](https://alan.e.org)
[Chip Loomer](https://chip.e.org)

## Looms

[Ada Lovelace](https://arxiv.org/abs/1901.00001)

[Cards of Looms]({URL}b)
"""
    assert titles(page) == [TITLE, "Ada Lovelace", "Cards of Looms"]


def test_a_link_that_leads_nowhere_yet_is_a_paper_where_nothing_stands_beside_it() -> None:
    page = f"# Looms\n\n[Cards of Looms]({URL})\n\n❓ [{TITLE}]()\n\n[Top]()\n\nSee [the engine of looms]().\n"
    assert titles(page) == ["Cards of Looms", TITLE]


@pytest.mark.parametrize("line", ["{}", "[{}](https://e.org/a)", "Paper: [{}](https://e.org/a)"])
def test_pages_behind_the_year_of_a_citation_are_no_remark(line: str) -> None:
    cited = f'Lovelace, Ada, and Alan M. Turing. "{TITLE}." Looms and Text Processing. Springer Berlin, 2014. 79-91.'
    (draft,) = papers(f"# Looms\n\n- {line.format(cited)}\n")
    assert (draft.title, draft.year, draft.venue) == (TITLE, 2014, "Looms and Text Processing")
    assert [who.name for who in draft.authors] == ["Ada Lovelace", "Alan M. Turing"]
    assert not draft.notes


@pytest.mark.parametrize("maker", ["Lovelace AI", "Weft AI"])
def test_a_company_that_is_called_after_what_it_makes_wrote_no_paper(maker: str) -> None:
    (draft,) = papers(f"# Looms\n\n- **LoomAct** **[{maker}]** LoomAct: Looms that Act · Weaving [[paper]({URL})]\n")
    assert (draft.title, draft.authors) == ("LoomAct: Looms that Act", ())


def test_a_short_name_of_several_words_right_behind_a_title_is_as_much_a_habit_as_one_of_a_word() -> None:
    names = ["LOOM", "LOOM 2", "Wide Loom", "CardNet"]
    lines = "".join(
        f"- [ACL 2019] Weaving of Loom {n} with Cards({name}) [notes](n/{n}.md)\n" for n, name in enumerate(names)
    )
    lines += f"- [ACL 2019] Wide Looms(WL) [notes](n/w.md)\n- [ACL 2019] {TITLE} [notes](n/t.md)\n"
    assert titles(f"# Looms\n\n{lines}") == [
        *(f"Weaving of Loom {n} with Cards" for n in range(4)),
        "Wide Looms",
        TITLE,
    ]


@pytest.mark.parametrize(
    "line", ["How to Use This List", "Table of Contents for Cards", "Jump to the Next Section", "Some Cards and Wool"]
)
def test_a_link_that_leads_nowhere_is_no_paper_without_a_mark_or_where_it_speaks_of_the_page(line: str) -> None:
    sign = "" if line.startswith("Some") else "❓ "
    assert titles(f"# Looms\n\n[Cards of Looms]({URL})\n\n{sign}[{line}]()\n") == ["Cards of Looms"]


@pytest.mark.parametrize(("text", "title"), [("◦ Wool that Weaves", "Wool that Weaves"), ("Wide 360◦ Looms",) * 2])
def test_a_ring_is_a_bullet_but_behind_a_number(text: str, title: str) -> None:
    assert titles(f"# Looms\n\n- {text}. Ada Lovelace. ICML 2020\n") == [title]


@pytest.mark.parametrize("title", ["(AUTO)Biography in the Novel", "(ANTI)Fragile Looms and Cards"])
def test_the_first_part_of_a_word_may_stand_in_brackets_and_capitals(title: str) -> None:
    assert titles(f"# Looms\n\n- {title} [[pdf]({URL})]\n- [{title}]({URL}b)\n") == [title] * 2


def test_a_word_in_bold_with_the_link_to_a_note_is_not_all_of_a_title_that_goes_on() -> None:
    (draft,) = papers(f"# Looms\n\n- **Cards [1]({URL})** Are All You Weave\n")
    assert (draft.title, draft.notes) == ("Cards Are All You Weave", ())


def test_an_organisation_and_what_it_does_go_on_with_a_question() -> None:
    line = "**Lovelace, A., & Turing, A. (2020).** Are Looms Conscious? Google DeepMind Explains. *Nature*."
    assert titles(f"# Looms\n\n- {line}\n") == ["Are Looms Conscious? Google DeepMind Explains"]


@pytest.mark.parametrize(
    ("said", "noted"),
    [("Oral history", True), ("Oral", False), ("Best Paper Award", False), ("Best read slowly", True)],
)
def test_only_how_a_paper_was_taken_goes_from_behind_its_year(said: str, noted: bool) -> None:
    (draft,) = papers(f"# Looms\n\n- [{TITLE}]({URL}). Ada Lovelace, 2020 ({said})\n")
    assert (draft.authors, draft.year, [one.body for one in draft.notes]) == ((ADA,), 2020, [f"({said})"] * noted)


_LINKED = "".join(f"[Weaving of Loom {number} with Cards](https://e.org/{number})\n\n" for number in range(5))


@pytest.mark.parametrize("sign", ["", "❓ ", ":question: ", ":question: **cards** "])
def test_a_link_alone_that_leads_nowhere_is_a_paper_where_those_of_its_page_are(sign: str) -> None:
    assert titles(f"# Looms\n\n{_LINKED}{sign}[{TITLE}]()\n")[5:] == [TITLE]


@pytest.mark.parametrize(
    "line",
    ["[More cards to come]()", "[About the weaver]()", "[Looms about cards]()", "[Wide Looms]()", "❓ [Wide Looms]()"],
)
def test_a_link_that_leads_nowhere_is_no_paper_among_those_that_do_where_it_is_not_called_as_they_are(
    line: str,
) -> None:
    assert len(titles(f"# Looms\n\n{_LINKED}{line}\n")) == 5


def test_three_words_of_a_link_that_leads_nowhere_are_a_paper_behind_a_sign_where_most_lines_are_links() -> None:
    assert titles(f"# Looms\n\n{_LINKED}❓ [Wide Woven Cards]()\n")[5:] == ["Wide Woven Cards"]
    assert titles("# Looms\n\n❓ [Wide Woven Cards]()\n") == []


@pytest.mark.parametrize("line", ["[Back to Top]()", "[How to Use This List]()", "See [the engine of looms]() there."])
def test_a_link_that_leads_nowhere_is_no_paper_among_those_that_do_where_it_speaks_of_the_page(line: str) -> None:
    assert len(titles(f"# Looms\n\n{_LINKED}{line}\n")) == 5


def test_links_that_lead_nowhere_are_no_papers_where_most_do_so() -> None:
    nowhere = "".join(f"[Parts of Looms for Number {number}]()\n\n" for number in range(6))
    assert len(titles(f"# Looms\n\n{_LINKED}{nowhere}")) == 5
