"""Markdown reading lists -> drafts of papers: places in brackets behind titles, without a year."""

from __future__ import annotations

import pytest
from markdown_pages import papers, titles

KNOWN = {
    "Mobicom": "MobiCom",
    "CHI": "CHI",
    "SenSys": "SenSys",
    "Ubicomp": "UbiComp",
    "ISCA": "ISCA",
    "CoNext": "CoNEXT",
}
WORDS = ("Warp", "Weft", "Cards", "Threads", "Shuttles", "Patterns", "Pedals")


def page(places: list[str], lead: str = "#### ", end: str = "") -> str:
    return "# Papers\n\n" + "\n".join(
        f"{lead}Notes on {word} and Looms ({place}){end}\n{'  * It weaves.' if lead != '- ' else ''}"
        for word, place in zip(WORDS, places, strict=False)
    )


@pytest.mark.parametrize("lead", ["#### ", "- "])
@pytest.mark.parametrize("end", ["", "*"])
@pytest.mark.parametrize("unknown", ["IPSN", "WearSys"])
def test_brackets_that_mostly_have_known_conferences_have_places(lead: str, end: str, unknown: str) -> None:
    drafts = papers(page([*KNOWN, unknown], lead, end))
    assert [draft.title for draft in drafts] == [f"Notes on {word} and Looms" for word in WORDS]
    assert [draft.venue for draft in drafts] == [*KNOWN.values(), unknown]
    assert {(draft.name, draft.tags) for draft in drafts} == {(None, ())}


def test_a_name_before_that_of_a_conference_stays_in_its_title() -> None:
    (draft, *_) = papers(page([*KNOWN]).replace("Looms (Mobicom)", "Looms (Weaver) (Mobicom)"))
    assert (draft.title, draft.venue) == ("Notes on Warp and Looms (Weaver)", "MobiCom")


@pytest.mark.parametrize(
    "places",
    [
        ["Mobicom", "CHI", "SenSys", "WearLoom", "LoomNet", "CardNet", "WarpNet"],
        ["CHI", "CHI", "CHI", "Mobicom", "Mobicom", "CHI", "WearLoom"],
        ["Mobicom", "CHI", "SenSys", "WearLoom"],
    ],
)
def test_few_known_conferences_tell_nothing_of_other_names_in_brackets(places: list[str]) -> None:
    assert all(draft.venue not in ("WearLoom", "LoomNet", "CardNet", "WarpNet") for draft in papers(page(places)))


@pytest.mark.parametrize(
    ("title", "end"),
    [
        ("Looms for Everybody Today", "Survey"),
        ("The Mills of the South", "Part II"),
        ("The Mills of the South", "Google"),
        ("The Mills of the South", "Ada Lovelace"),
        ("The Mills of the South", "Must Read"),
        ("Slow Gradual Descent of Looms", "SGD"),
    ],
)
def test_other_brackets_than_acronyms_are_no_places_beside_known_conferences(title: str, end: str) -> None:
    (*_, draft) = papers(page([*KNOWN]) + f"\n#### {title} ({end})\n  * It weaves.\n")
    assert (draft.title.startswith(title), draft.venue) == (True, None)


def test_what_a_title_begins_with_is_no_place() -> None:
    text = page([*KNOWN, "LoomNet"]).replace("Notes on Pedals", "LoomNet: Notes on Pedals")
    (*_, draft) = papers(text)
    assert (draft.venue, draft.name) == (None, "LoomNet")


def test_places_that_are_words_alone_stay_titles() -> None:
    text = "# Papers\n\n" + "".join(f"- Looms ({place})\n" for place in KNOWN)
    assert all(title.startswith("Looms") for title in titles(text))
