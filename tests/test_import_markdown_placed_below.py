"""Markdown reading lists -> drafts of papers: where and when the one item above a paragraph appeared."""

from __future__ import annotations

from markdown_pages import TITLE, URL, papers, titles

PLACES = ("OSDI", "arXiv", "SOSP", "Loom Letters")


def _page(*below: str) -> str:
    return "# Mill\n\n## Looms\n\n" + "".join(
        f"- **[{TITLE} {at}]({URL}{at})**\n\n{one}\n\n" for at, one in enumerate(below)
    )


def test_a_place_and_a_year_below_lists_of_one_item_are_of_that() -> None:
    found = papers(_page(*(f"```{place} 2019``` [[code]]({URL}/code)" for place in PLACES)))
    assert [(one.title, one.venue, one.year) for one in found] == [
        (f"{TITLE} {at}", place, 2019) for at, place in enumerate(PLACES)
    ]
    assert [[link.label for link in one.links] for one in found] == [[None, "code"]] * 4


def test_places_between_lists_of_which_one_stands_above_all_head_those_below_them() -> None:
    found = papers(_page(*(f"{place} 2019" for place in PLACES)).replace("## Looms\n\n", "## Looms\n\nNSDI 2018\n\n"))
    assert [one.venue for one in found] == [None] * 4


def test_places_between_lists_of_several_items_are_of_none() -> None:
    text = _page(*(f"- [{TITLE} again]({URL}/{at})\n\n{place} 2019" for at, place in enumerate(PLACES)))
    assert {one.venue for one in papers(text)} == {None}


def test_prose_below_lists_of_one_item_stays_apart() -> None:
    assert titles(_page(*(["It weaves, as was told at OSDI 2019."] * 4))) == [f"{TITLE} {at}" for at in range(4)]


def test_places_of_which_the_last_stands_above_a_longer_list_head_those_below_them() -> None:
    names = ("Wide", "Odd", "Thin")
    page = "".join(f"- [{name} Looms of Turin]({URL}{name})\n\n**OSDI 184{at}**\n\n" for at, name in enumerate(names))
    found = papers(f"# Log\n\n{page}- [Long Looms of Turin]({URL}4)\n- [Flat Looms of Turin]({URL}5)\n")
    assert [one.year for one in found] == [None, 1840, 1841, 1842, 1842]
