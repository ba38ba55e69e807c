"""Markdown reading lists -> drafts of papers: family names behind titles, in their links or not."""

from __future__ import annotations

import pytest
from markdown_pages import TITLE, URL, papers


@pytest.mark.parametrize(
    ("who", "names"),
    [
        ("Lovelace et al.", ["Lovelace"]),
        ("Wrenfold et al.", ["Wrenfold"]),
        ("Lovelace & Wrenfold", ["Lovelace", "Wrenfold"]),
        ("Wrenfold, Weftholm & Falorsini", ["Wrenfold", "Weftholm", "Falorsini"]),
    ],
)
@pytest.mark.parametrize(
    ("where", "venue"), [("OSDI, 1843", "OSDI"), ("Loom Communications, 1843", "Loom Communications"), ("1843", None)]
)
def test_family_names_behind_a_dash_in_a_link_are_people_before_where_or_when_it_appeared(
    who: str, names: list[str], where: str, venue: str | None
) -> None:
    (draft,) = papers(f"# Papers\n\n- 📄 **[{TITLE} — {who} ({where})]({URL})** — Weaves numbers.\n")
    assert (draft.title, draft.year, [one.name for one in draft.authors]) == (TITLE, 1843, names)
    assert draft.venue == venue


@pytest.mark.parametrize(
    "end", ["Weaving and Knitting", "Cards, Looms and Threads", "Wrenfold and Weftholm", "Threads"]
)
def test_words_behind_a_dash_in_a_link_stay_in_its_title_where_none_is_known_for_a_name(end: str) -> None:
    (draft,) = papers(f"# Papers\n\n- [{TITLE} — {end} (OSDI, 1843)]({URL})\n")
    assert (draft.title, draft.authors) == (f"{TITLE} — {end}", ())


def test_one_family_name_behind_a_dash_is_none_of_a_title_where_most_links_of_a_page_have_people_there() -> None:
    whos = ("Lovelace et al.", "Wrenfold et al.", "Turing et al.", "Hopper et al.", "Wrenfold, Weft & Falorsini", "Wef")
    lines = (f"- [The Weaving of Kind {at} — {who} (1843)]({URL}{at})\n" for at, who in enumerate(whos))
    assert [one.title for one in papers("".join(["# Papers\n\n", *lines]))] == [
        f"The Weaving of Kind {at}" for at in range(len(whos))
    ]


@pytest.mark.parametrize(
    ("who", "names"), [("Wrenfold et al.", ["Wrenfold"]), ("Wrenfold, Weft et al.", ["Wrenfold", "Weft"])]
)
def test_family_names_before_others_behind_a_dash_are_people_and_what_follows_is_said_of_the_paper(
    who: str, names: list[str]
) -> None:
    (draft,) = papers(f"# Papers\n\n- **[{TITLE} (1843)]({URL})** — {who} The first that wove numbers.\n")
    assert (draft.title, draft.year, [one.name for one in draft.authors]) == (TITLE, 1843, names)
    assert [note.body for note in draft.notes] == ["The first that wove numbers"]


@pytest.mark.parametrize("said", ["Wrenfold et al. show that it weaves.", "Extends Wrenfold et al. Weaves numbers."])
def test_a_sentence_about_people_behind_a_title_names_nobody_who_wrote_it(said: str) -> None:
    (draft,) = papers(f"# Papers\n\n- **[{TITLE} (1843)]({URL})** — {said}\n")
    assert draft.authors == ()


@pytest.mark.parametrize("dot", ["·", "⋅", "•"])
def test_people_with_dots_between_them_are_told_apart(dot: str) -> None:
    who = f" {dot} ".join(("Ada Lovelace", "Alan Turing", "Grace Hopper"))
    (draft,) = papers(f'# Papers\n\n- {who}.<br />\n  "{TITLE}." ICML (2024).\n  [[paper]({URL})]\n')
    assert (draft.title, [one.name for one in draft.authors]) == (
        TITLE,
        ["Ada Lovelace", "Alan Turing", "Grace Hopper"],
    )


@pytest.mark.parametrize("dots", ["...", "…"])
@pytest.mark.parametrize("line", ["[{title}]({url}), {who}", "{title}. {who}. OSDI 2020. [[pdf]]({url})"])
def test_dots_behind_names_stand_for_others(line: str, dots: str) -> None:
    (draft,) = papers(f"# Papers\n\n- {line.format(title=TITLE, url=URL, who=f'Ada Lovelace, Alan Turing, {dots}')}\n")
    assert (draft.title, [one.name for one in draft.authors]) == (TITLE, ["Ada Lovelace", "Alan Turing"])


@pytest.mark.parametrize("second", ["Alan Turing", "[Alan Turing](https://al.org)"])
def test_people_whose_pages_are_linked_stand_before_the_title_of_a_citation_without_a_year_there_too(
    second: str,
) -> None:
    (draft,) = papers(f"# Papers\n\n- [Ada Lovelace](https://ada.org), {second}. [{TITLE}]({URL}). ICML 2020\n")
    assert (draft.title, draft.venue, draft.year) == (TITLE, "ICML", 2020)
    assert [one.name for one in draft.authors] == ["Ada Lovelace", "Alan Turing"]


def test_all_who_are_named_behind_by_before_a_venue_wrote_it() -> None:
    (draft,) = papers(f"# Papers\n\n- {TITLE}, by Ada Lovelace, Alan Turing, Grace Hopper, ICML 2020 [[pdf]]({URL})\n")
    assert [one.name for one in draft.authors] == ["Ada Lovelace", "Alan Turing", "Grace Hopper"]
    assert (draft.title, draft.venue, draft.year, draft.notes) == (TITLE, "ICML", 2020, ())


def test_a_bracket_before_people_is_of_the_title_that_it_ends() -> None:
    (draft,) = papers(
        f"# Papers\n\n- Weaving fast by wide linear looms (WLL) (2015), A. Lovelace et al. [[pdf]]({URL})\n"
    )
    assert (draft.title, draft.year) == ("Weaving fast by wide linear looms (WLL)", 2015)
    assert [one.name for one in draft.authors] == ["A. Lovelace"]
