"""Markdown reading lists -> drafts of papers: where they appeared, as their first links are called."""

from __future__ import annotations

import pytest
from markdown_pages import URL, papers, said

_KNOWN = ("CVPR", "ICML", "NeurIPS", "TPAMI", "ACL", "ICLR")


def venues(*labels: str) -> list[str | None]:
    lines = (
        f"- **[2024]** Weaving Cards of Kind {chr(97 + number)} for Looms [[{label}]]({URL}{number}) [[code]]({URL}c)\n"
        for number, label in enumerate(labels)
    )
    return [draft.venue for draft in papers("# Papers\n\n" + "".join(lines))]


@pytest.mark.parametrize("name", ["Neuroweaving", "Loom Fusion", "Journal of Loom Processes", "WEFT"])
def test_a_first_link_is_called_after_a_venue_where_those_of_most_entries_are(name: str) -> None:
    assert venues(*_KNOWN, name) == [*_KNOWN, name]


@pytest.mark.parametrize(
    "name",
    [
        "Full text",
        "Author Manuscript",
        "Semantic Reader",
        "Project page",
        "Thesis-PDF",
        "University of Weft",
        "Ada Lovelace",
        "Weft_2411",
    ],
)
def test_a_first_link_that_says_what_it_leads_to_is_no_venue(name: str) -> None:
    assert venues(*_KNOWN, name) == [*_KNOWN, None]


def test_first_links_that_nobody_knows_are_no_venues_where_but_half_of_the_others_are_called_after_some() -> None:
    assert venues(*_KNOWN, *("Weft", "Looming", "Mills", "Gears")) == [*_KNOWN, *[None] * 4]


def test_a_link_called_after_a_well_known_conference_says_where_only_if_the_page_tells() -> None:
    assert venues(*_KNOWN)[1] == "ICML"
    assert venues(*_KNOWN, "NIPS")[-1] == "NeurIPS"
    assert venues("ICML") == [None]


@pytest.mark.parametrize("name", ["WWW", "RSS", "CC", "SEC"])
def test_links_that_are_all_called_after_the_same_conference_say_what_they_lead_to(name: str) -> None:
    assert venues(*[name] * 8) == [None] * 8


def in_turn(*lines: str, among: int = 6) -> list[tuple[str, str | None, int | None]]:
    """What is read of ``lines`` beside those of a page that has places as its second links."""
    others = (
        f"- [Weft{number}](notes/{number}.md): A Way to Weave, [{_KNOWN[number % 6]}]({URL}{number}) 2020 (3)\n"
        for number in range(among)
    )
    drafts = papers("".join(["# Papers\n\n", *others, *(f"- {line}\n" for line in lines)]))
    return [(draft.title, draft.venue, draft.year) for draft in drafts[among:]]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (f"[LoomNet](a.md): Weaving All Cards, [CVPR]({URL}) 2021 (3)", "LoomNet: Weaving All Cards"),
        (f"[Few-Card](a.md) Weaving of Looms, [CVPR]({URL}) 2021", "Few-Card Weaving of Looms"),
        (f"[LOOM](a.md), Weaving All Cards, [CVPR]({URL}), 2021", "LOOM, Weaving All Cards"),
        (f"[LoomNet](a.md): Weaving All\n  Cards, [CVPR]({URL}) (workshop) 2021", "LoomNet: Weaving All Cards"),
        (f"[Weaving All Cards](a.md) [[CVPR]({URL})] (2021)", "Weaving All Cards"),
    ],
)
def test_what_stands_before_a_second_link_that_says_where_is_of_the_title(line: str, title: str) -> None:
    assert in_turn(line) == [(title, "CVPR", 2021)]


@pytest.mark.parametrize(
    ("name", "venue"), [("Pattern Weaving", "Pattern Weaving"), ("PMLR", "PMLR"), ("Review", None), ("Paper", None)]
)
def test_a_second_link_may_be_called_after_any_venue_but_not_after_what_it_leads_to(
    name: str, venue: str | None
) -> None:
    assert in_turn(f"[Weaving All Cards](a.md), [{name}]({URL}) 2021 (2)") == [("Weaving All Cards", venue, 2021)]


@pytest.mark.parametrize(
    "rest",
    [
        " skimmed",
        " read 2020-01-05",
        " (must read)",
        " - a classic",
        " ⭐⭐⭐",
        " 1234 citations",
        " by FAIR",
        " Google Loom",
    ],
)
def test_what_is_said_of_a_paper_between_its_links_is_no_word_of_its_title(rest: str) -> None:
    assert in_turn(f"[Weaving Masked Cards](a.md){rest}, [ICCV]({URL}) 2017")[0][0] == "Weaving Masked Cards"


def test_a_status_between_two_links_is_kept_where_first_links_lead_to_papers() -> None:
    page = "".join(
        f"- [Weaving Cards of Kind {chr(97 + at)}](https://arxiv.org/abs/2001.0100{at}){' skimmed' * (at == 5)}, "
        f"[{name}]({URL}) 2017\n"
        for at, name in enumerate(_KNOWN)
    )
    last = papers(f"# Looms\n\n{page}")[-1]
    assert (last.title, [reading.status for reading in last.readings]) == ("Weaving Cards of Kind f", ["skimmed"])
    assert [draft.venue for draft in papers(f"# Looms\n\n{page}")] == list(_KNOWN)


def test_people_between_two_links_wrote_the_paper() -> None:
    ((title, venue, _),) = in_turn(f"[Weaving All Cards](a.md), Ada Lovelace, Alan Turing, [CVPR]({URL}) 2021")
    assert (title, venue) == ("Weaving All Cards", "CVPR")


def test_what_is_said_of_a_paper_behind_its_link_is_no_title_where_few_second_links_say_where() -> None:
    line = f"[LoomNet](a.md): it weaves all cards, [CVPR]({URL}) 2021"
    assert in_turn(line, among=2)[0][0] == "LoomNet"


def test_a_first_link_is_a_place_and_its_year_where_those_of_most_entries_are() -> None:
    labels = ("(CVPR 21)", "(ICML 20)", "(NeurIPS 21)", "(ACL 19)", "(ICLR 20)", "(T-LOOM 21)", "(Loom Access 20)")
    lines = (f"- Weaving Cards {n} for Looms [{label}]({URL}{n})\n" for n, label in enumerate(labels))
    found = papers("# Papers\n\n" + "".join(lines))
    assert [(one.venue, one.year) for one in found[5:]] == [("T-LOOM", 2021), ("Loom Access", 2020)]
    alone = papers(f"# Papers\n\n- Weaving Cards for Looms [(Loom Access 20)]({URL})\n- On Looms [pdf]({URL}b)\n")
    assert alone[0].year is None


@pytest.mark.parametrize("label", ["Chapter 12", "Lecture 10", "Python 27", "GPT-35", "Loom Access 20"])
def test_a_first_link_that_ends_in_two_figures_is_no_place_where_nobody_knows_its_name(label: str) -> None:
    labels = (*(f"{name} 2016" for name in _KNOWN), label)
    lines = (f"- Weaving Cards {n} for Looms [{label}]({URL}{n})\n" for n, label in enumerate(labels))
    found = papers("# Papers\n\n" + "".join(lines))
    assert [one.venue for one in found] == [*_KNOWN, None]
    assert found[-1].year is None


def behind_in(*lines: str) -> list[tuple[str, str | None, int | None]]:
    """What the last papers of a page are, whose first ones have where they appeared behind "in"."""
    known = ("ICML", "KDD", "AAAI", "IJCAI", "SIGIR", "CVPR")
    said = (*(f"**Notes on Looms {at},** in {name}, 201{at}." for at, name in enumerate(known)), *lines)
    found = papers("# Papers\n\n" + "".join(f"1. {one}\n*A. Lovelace and A. Turing.*\n\n" for one in said))
    assert [[author.name for author in one.authors] for one in found] == [["A. Lovelace", "A. Turing"]] * len(said)
    assert not any(one.notes for one in found)
    return [(one.title, one.venue, one.year) for one in found[len(known) :]]


@pytest.mark.parametrize("place", ["Loom Recognition", "TLVG", "Lectures on Looms and Cards"])
def test_what_stands_behind_in_is_the_venue_where_known_ones_do_on_most_lines(place: str) -> None:
    assert behind_in(f"**Weaving with Cards,** in {place}, 2012.") == [("Weaving with Cards", place, 2012)]


def test_what_stands_behind_in_is_a_remark_where_few_lines_have_a_known_venue_there() -> None:
    lines = (
        f"- **Notes on Looms {at},** in {name}, 201{at}.\n" for at, name in enumerate(("ICML", "KDD", "Loom Town"))
    )
    assert papers("# Papers\n\n" + "".join(lines))[-1].venue is None


@pytest.mark.parametrize(
    "venue", ["Pattern Looms Letters", "IEEE Trans Instrum Weav", "Weaving and Cloth Understanding"]
)
def test_a_linked_name_and_year_behind_a_title_is_where_it_appeared(venue: str) -> None:
    line = f"- Efficient weaving of wide looms [[{venue} 2018]({URL})] [[LoomNet](https://github.com/e/loom)]\n"
    assert said(f"# Looms\n\n{line}", "venue", "year") == {
        "title": "Efficient weaving of wide looms",
        "venue": venue,
        "year": 2018,
    }
