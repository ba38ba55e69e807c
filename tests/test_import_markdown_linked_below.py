"""Markdown reading lists -> drafts of papers: headings that are titles, below which links stand before what is said."""

from __future__ import annotations

import pytest
from markdown_pages import papers, titles

ARXIV = "https://arxiv.org/abs/1843.0000"


def page(
    *below: str, level: int = 4, names: tuple[str, ...] = ("Notes on Looms", "GearNet", "Cards that Weave")
) -> str:
    return "# Looms\n\n## Weaving\n\n" + "".join(
        f"{'#' * level} {name}\n\n{text}\n\n" for name, text in zip(names, below, strict=True)
    )


TOLD = [
    f"[link]({ARXIV}1); *2021*; this work presents a loom that weaves",
    f"[link]({ARXIV}2); 2022; by cards alone\n\nSteps:\n\n- Punch the cards of the pattern\n- Weave it",
    f"[paper]({ARXIV}3), [code](https://github.com/loom/cards)  - it has no gears",
]


def test_headings_with_a_link_before_what_is_said_below_are_papers_also_by_a_short_name() -> None:
    found = papers(page(*TOLD))
    assert [(draft.title, draft.year) for draft in found] == [
        ("Notes on Looms", 2021),
        ("GearNet", 2022),
        ("Cards that Weave", None),
    ]
    assert [[link.url for link in draft.links] for draft in found] == [
        [f"{ARXIV}1"],
        [f"{ARXIV}2"],
        [f"{ARXIV}3", "https://github.com/loom/cards"],
    ]
    assert [note.body for draft in found for note in draft.notes] == [
        "this work presents a loom that weaves",
        "by cards alone\n\nSteps:\n\n- Punch the cards of the pattern\n- Weave it",
        "it has no gears",
    ]


def test_a_short_name_above_a_link_to_no_paper_is_none() -> None:
    assert "GearNet" not in titles(page(TOLD[0], "[link](https://gears.org/); a shop for gears", TOLD[2]))


def test_headings_of_topics_with_links_below_are_no_papers_though_one_begins_so() -> None:
    prose = "What is known of looms is told below."
    assert titles(page(TOLD[0], prose, prose, names=("Looms of all kinds", "Gears", "Cards for the looms"))) == []


def test_a_list_of_papers_below_such_a_heading_is_of_papers_still() -> None:
    more = f"{TOLD[1].partition(chr(10))[0]}\n\n- [Looms that Sing and Dance]({ARXIV}4)\n- [Gears of Brass]({ARXIV}5)"
    assert titles(page(TOLD[0], more, TOLD[2]))[2:4] == ["Looms that Sing and Dance", "Gears of Brass"]


@pytest.mark.parametrize("label", ["paper", "pdf", "book"])
def test_a_heading_of_one_word_is_a_paper_where_its_link_says_so(label: str) -> None:
    text = f"# Looms\n\n### LoomNet ([{label}](https://looms.org/a) | [notes](notes/a.md))\n\nIt weaves.\n"
    assert titles(text) == ["LoomNet"]


def test_a_heading_of_one_word_with_links_to_anything_else_is_none() -> None:
    assert titles("# Looms\n\n### Gears ([code](https://github.com/looms/gears))\n\nThey turn.\n") == []


@pytest.mark.parametrize("name", ["Loom Works Inc", "Apache Loom Streaming"])
def test_headings_with_links_of_which_few_lead_to_papers_are_none(name: str) -> None:
    lines = [f"[Website](https://e.org/{n}) | [GitHub](https://github.com/e/{n}) | it weaves." for n in range(3)]
    assert titles(page(*lines, level=2, names=(name, "Card Mills Inc", "Fast Gears Inc"))) == []


def test_a_link_that_is_called_a_paper_leads_to_one() -> None:
    lines = [f"[Paper](https://e.org/{n}) | [Code](https://github.com/e/{n}) | it weaves." for n in range(3)]
    names = ("Notes on Looms", "GearNet", "Cards that Weave")
    assert titles(page(*lines, level=2, names=names)) == list(names)


@pytest.mark.parametrize("said", ["2001. A Loom Odyssey weaves", "2001: A Loom Odyssey weaves", "2001 looms weave"])
def test_a_number_that_begins_what_is_said_of_a_paper_is_no_year(said: str) -> None:
    found = papers(page(f"[Paper]({ARXIV}4). {said}.", *TOLD[1:]))
    assert (found[0].title, found[0].year, found[0].notes[0].body) == ("Notes on Looms", None, f"{said}.")


@pytest.mark.parametrize("label", ["paper", "[PDF]", "arXiv"])
def test_a_heading_of_two_words_above_a_link_to_its_paper_is_a_title(label: str) -> None:
    below = f"[{label}]({ARXIV})\n\nIt weaves."
    assert titles(page(below, below, below, names=("Notes on Looms", "Mill Gears", "Cards that Weave"))) == [
        "Notes on Looms",
        "Mill Gears",
        "Cards that Weave",
    ]


CODE = "[code](https://github.com/loom/cards)"
NAMES = ("Looms of Old Mills", "GearNet", "Cards that Weave", "Weaving Fast by Wide Looms")


@pytest.mark.parametrize(
    "below",
    [
        "*Ada Lovelace, Alan Turing*, CVPR 2022 [[pdf]]({url})",
        "Ada Lovelace, Alan Turing. CVPR 2022.\n\n[pdf]({url})",
        "Ada Lovelace and Alan Turing (CVPR 2022)\n\n[pdf]({url})",
        f"([pdf]({{url}}), {CODE})  \nAda Lovelace; Alan Turing  \n[[CVPR 2022]]({{url}})",
        f"([pdf]({{url}}), {CODE})  \nAda Lovelace, Alan Turing  \nCVPR 2022",
        f"**CVPR 2022** | [pdf]({{url}}) | {CODE}\n\nAda Lovelace, Alan Turing",
        "[:page_facing_up:]({url})\n\n[CVPR 2022]({url})\n\nby Ada Lovelace, Alan Turing",
    ],
)
def test_headings_with_people_a_place_and_links_below_are_titles_in_whatever_lines_those_stand(below: str) -> None:
    texts = [below.format(url=f"{ARXIV}{number}") for number in range(len(NAMES))]
    found = {draft.title: draft for draft in papers(page(*texts, names=NAMES))}
    assert {"Looms of Old Mills", "Cards that Weave", "Weaving Fast by Wide Looms"} <= set(found)
    assert {(draft.venue, draft.year) for draft in found.values()} == {("CVPR", 2022)}
    assert {tuple(one.name for one in draft.authors) for draft in found.values()} == {("Ada Lovelace", "Alan Turing")}
    assert all(draft.links and not draft.notes for draft in found.values())


def test_a_heading_of_a_word_above_who_wrote_what_it_is_where_and_when_is_a_title() -> None:
    text = "# Looms\n\n### Gears\n\nAda Lovelace, Alan Turing, CVPR 2022\n\n### Speakers\n\nAda Lovelace, Alan Turing\n"
    text += "\n### Talks\n\nAda Lovelace, CVPR 2022\n"
    assert titles(text) == ["Gears"]


@pytest.mark.parametrize(
    "entry",
    [
        "VLDB'14 [A Loom for Weaving Algebraic Patterns]({url}) by Ada Lovelace, Alan Turing",
        "*[A Loom for Weaving Algebraic Patterns]({url})*, Ada Lovelace, & Alan Turing *VLDB 2014*",
        "[ECCV 2018 | A Loom](https://e.org/{url})",
    ],
)
def test_a_heading_above_entries_that_say_who_wrote_them_and_where_is_their_topic(entry: str) -> None:
    text = "\n\n".join(entry.format(url=f"{ARXIV}{number}") for number in range(3))
    assert not {"Wide Looms of Old", "Old Mills of Now"} & set(
        titles(f"# Looms\n\n## Wide Looms of Old\n\n{text}\n\n## Old Mills of Now\n\n{text}\n")
    )
