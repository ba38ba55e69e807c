"""Markdown reading lists -> drafts of papers: where they appeared, as their first links are called."""

from __future__ import annotations

import pytest
from markdown_pages import URL, papers

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
