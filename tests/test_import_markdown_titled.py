"""Markdown reading lists -> drafts of papers: levels of headings that are titles, whatever stands below them."""

from __future__ import annotations

import pytest
from markdown_pages import TITLE, URL, papers, titles

NAMES = (
    "A Loom for Weaving Algebraic Patterns",
    "Punched Cards and the Memory of Machines",
    "On Carrying Digits Ahead of Time",
    "weaving numbers with steam and brass",
)
LABELLED = f"""
- Author: Ada Lovelace (University of Looms)
- 📄 Index: OSDI 2020
- Keywords: Looms, Cards and Mills
- Reading date: 22/04/2019

It weaves numbers. Alan Turing says so.

- it is slow
- [Read More]({URL}{{at}})

---
"""


def page(below: str, names: tuple[str, ...] = NAMES) -> str:
    return "# Mill\n\n" + "".join(f"### {name}\n{below.replace('{at}', str(at))}\n" for at, name in enumerate(names))


def test_headings_as_long_as_titles_are_papers_where_what_is_below_says_who_when_and_where() -> None:
    found = papers(page(LABELLED))
    assert [one.title for one in found] == list(NAMES)
    assert {(one.venue, one.year) for one in found} == {("OSDI", 2020)}
    assert {(who.name, who.affiliations) for one in found for who in one.authors} == {
        ("Ada Lovelace", ("University of Looms",))
    }
    assert [link.url for one in found for link in one.links] == [f"{URL}{at}" for at in range(4)]
    assert {(one.readings[-1].status, one.readings[-1].finished_on) for one in found} == {("read", "2019-04-22")}


def test_what_says_no_fact_below_such_a_heading_is_one_note_with_all_its_words() -> None:
    assert [note.body for note in papers(page(LABELLED))[0].notes] == [
        "- Keywords: Looms, Cards and Mills\n\nIt weaves numbers. Alan Turing says so.\n\n- it is slow"
    ]


def test_each_line_below_such_a_heading_says_something_of_its_own() -> None:
    below = f"code-link: {URL}{{at}}\nCVPR 2021\nsummary: it weaves, and Ada Lovelace says so.\n"
    found = papers(page(below))
    assert [(one.title, one.venue, one.year) for one in found] == [(name, "CVPR", 2021) for name in NAMES]
    assert [note.body for note in found[0].notes] == ["summary: it weaves, and Ada Lovelace says so."]


def test_a_short_heading_among_such_titles_is_one_where_it_is_said_who_wrote_it() -> None:
    names = (*NAMES, "Steam Mills", "The Memory of Wide Looms and Cards in Old Mills")
    found = page(LABELLED, names) + "### What Looms Do\n\nThey weave.\n"
    assert titles(found) == list(names)


def test_smaller_headings_that_are_titles_end_what_is_said_of_the_one_above() -> None:
    found = papers(
        page(LABELLED) + page(LABELLED).replace("# Mill", "").replace("###", "####").replace("Loom ", "Mill ")
    )
    assert [one.title for one in found] == [*NAMES, *(name.replace("Loom ", "Mill ") for name in NAMES)]
    assert {len(one.notes) for one in found} == {1}


@pytest.mark.parametrize(
    "below",
    [
        f"- [{TITLE} {{at}}]({URL}{{at}})\n",
        f"- Ada Lovelace. {TITLE} {{at}}. OSDI 2020.\n- Alan Turing. Wide Cards of Old Mills {{at}}. OSDI 2020.\n",
        f"Year: 2020\n\n- Paper: [{TITLE} {{at}}]({URL}{{at}})\n- Author: Ada Lovelace\n",
        f"Some of these are from OSDI 2020.\n\n| Paper | Year |\n|---|---|\n| {TITLE} {{at}} | 2020 |\n"
        "| A Mill | 2021 |\n| A Card | 2021 |\n",
    ],
)
def test_headings_as_long_as_titles_are_topics_where_papers_are_below_them(below: str) -> None:
    assert not set(NAMES) & set(titles(page(below)))


def test_headings_as_long_as_titles_are_none_where_nothing_tells_of_papers() -> None:
    assert titles(page("It tells how to set up a loom.\n")) == []


def test_a_day_that_may_be_two_says_that_a_paper_was_read_and_is_kept_in_a_note() -> None:
    found = papers(page(LABELLED.replace("22/04/2019", "09/10/2019")))
    assert [(one.readings[-1].status, one.readings[-1].finished_on) for one in found] == [("read", None)] * 4
    assert any("09/10/2019" in note.body for note in found[0].notes)


READ = "It is slow, and good.\n"


@pytest.mark.parametrize(
    "below",
    [
        f"{READ}\n**Related work**\n\n- {URL}x{{at}}\n",
        f"{READ}\n#### References\n\n1. {URL}x{{at}}\n2. {URL}y\n",
        f"{READ}\nThey weave as this does:\n\n{URL}x{{at}}\n",
    ],
)
def test_what_a_reader_refers_to_is_none_of_the_papers_own_links(below: str) -> None:
    found = papers(page(f"- Authors: Ada Lovelace\n\n{below}"))
    assert [one.title for one in found] == list(NAMES)
    assert {one.links for one in found} == {()}
    assert [note.body for note in found[0].notes] == [below.replace("{at}", "0").strip()]


@pytest.mark.parametrize("label", ["Required", "Reading", "Short read"])
def test_headings_are_topics_where_labels_lead_to_papers_by_their_titles(label: str) -> None:
    assert not set(NAMES) & set(titles(page(f"- {label}: [{TITLE}]({URL}{{at}}.pdf)\n")))


def test_headings_are_topics_where_short_names_lead_to_papers() -> None:
    arxiv = "https://arxiv.org/abs/2001.0000"
    assert not set(NAMES) & set(titles(page(f"Words.\n\n- [Loom]({arxiv}{{at}})\n- [Card]({arxiv}{{at}}1)\n")))


def test_few_links_among_many_headings_make_them_no_papers() -> None:
    more = "- [more](https://arxiv.org/abs/2001.00001)\n"
    text = page("It weaves.\n", (*NAMES, "How a Mill Is Set Up", "Where Cards Are Kept at Night"))
    assert not set(NAMES) & set(titles(text + page(more, ("Why Bobbins Turn in the Mill", "When to Stop a Wide Loom"))))


def test_one_bullet_in_capitals_among_the_notes_of_many_does_not_make_them_topics() -> None:
    names = (*NAMES, "Steam Mills and the Memory of Cards")
    text = page(READ, names).replace("# Mill", "# Papers I have read", 1) + "- Wide Looms and Their Cards\n"
    assert titles(text) == list(names)


def test_labelled_people_are_the_authors_wherever_they_stand_below_a_title() -> None:
    found = papers(page("It is slow.\n\n- Authors: Ada Lovelace, Alan Turing\n- Venue: OSDI 2020\n"))
    assert {(one.venue, tuple(who.name for who in one.authors)) for one in found} == {
        ("OSDI", ("Ada Lovelace", "Alan Turing"))
    }


def test_one_word_below_a_title_is_nobodys_name_and_no_people_are_a_venue() -> None:
    found = papers(page("- Abstract: It weaves.\n\nAppel and Haken 1976\n\nLeopards.\n"))
    assert {(one.title, one.venue, one.authors) for one in found} == {(name, None, ()) for name in NAMES}


def test_what_marks_a_heading_and_comments_are_no_words_of_a_reader() -> None:
    text = "# Papers I have read\n\n" + "".join(
        f"{name}\n------\n\n<!-- to be told -->\n\n{READ}\n***\n\n" for name in (*NAMES, "A Mill at Work by Night")
    )
    assert [note.body for one in papers(text) for note in one.notes] == [READ.strip()] * 5


def test_a_day_on_which_nothing_was_read_is_a_note() -> None:
    found = papers(page(LABELLED.replace("Reading date: 22/04/2019", "Read on: 3 times already")))
    assert not any(one.readings for one in found)
    assert "Read on: 3 times already" in found[0].notes[0].body


SLASHED = f"\n{{}}\n\n*(none yet)*\n\n- Paper: {URL}{{{{at}}}}\n- Code: -\n"


@pytest.mark.parametrize("place", ["OSDI 2021", "arXiv 2021", "Loom Letters 2021"])
@pytest.mark.parametrize("subject", ["Wide Looms", "Occupancy", "3D Weaving"])
def test_what_a_paper_is_about_stands_behind_a_slash_and_is_no_more_of_where_it_appeared(
    place: str, subject: str
) -> None:
    found = papers(page(SLASHED.format(f"{place} / {subject}")))
    assert [(one.title, one.venue, one.year) for one in found] == [
        (name, place.removesuffix(" 2021"), 2021) for name in NAMES
    ]


@pytest.mark.parametrize("place", ["Loom Letters", "SOSP", "TPAMI"])
def test_a_second_place_behind_a_slash_is_where_a_preprint_appeared(place: str) -> None:
    found = papers(page(SLASHED.format(f"arXiv 2021 / {place}")))
    assert {(one.venue, one.year) for one in found} == {(place, 2021)}


@pytest.mark.parametrize("said", ["(March 2020 / Revised)", "(Spring 2020 / Fall)", "(Blog 2021 / Medium)"])
@pytest.mark.parametrize("before", [" ", "\n  - "])
def test_what_stands_behind_the_slash_of_a_month_a_season_or_a_blog_is_kept(said: str, before: str) -> None:
    (paper,) = papers(f"- [Notes on Looms]({URL}){before}{said}\n")
    assert (paper.venue, paper.year, [note.body for note in paper.notes]) == (None, None, [said])


@pytest.mark.parametrize("who", ["Ada Lovelace", "Google"])
def test_who_wrote_a_paper_or_where_they_work_is_kept_behind_a_slash(who: str) -> None:
    assert all(who in str(one) for one in papers(page(SLASHED.format(f"OSDI 2021 / {who}"))))


LINKED = tuple(f"[{name}](https://arxiv.org/abs/2001.0000{at})" for at, name in enumerate(NAMES))


def test_a_table_of_papers_below_a_smaller_heading_is_none_of_the_title_above() -> None:
    rows = "".join(f"| [Looms of Kind {at}](https://arxiv.org/abs/2002.0000{at}) | 1843 | wide |\n" for at in range(4))
    table = f"#### More of them\n\n| Paper title | Date | Notes |\n|---|---|---|\n{rows}"
    found = papers(page("\nIt weaves numbers.\n", LINKED) + table)
    assert [(one.title, one.lists[0].section) for one in found[4:]] == [
        (f"Looms of Kind {at}", "More of them") for at in range(4)
    ]
    assert [one.title for one in found[:4]] == list(NAMES)


def test_a_table_of_what_is_no_paper_there_is_a_note() -> None:
    table = "#### What it costs\n\n| Name | Cost |\n|---|---|\n" + "| Wide loom | 3 |\n" * 4
    assert len(papers(page("\nIt weaves numbers.\n", LINKED) + table)) == 4


@pytest.mark.parametrize(("name", "many"), [("What the widest of looms weave", 4), ("What the Widest Looms Weave", 5)])
def test_a_heading_that_is_no_link_among_those_that_are_is_a_paper_by_its_capitals(name: str, many: int) -> None:
    found = papers(
        page("\nIt weaves numbers.\n", LINKED) + f"### {name}\n\n1. Cloth, of which we say more.\n2. Wool.\n"
    )
    assert len(found) == many


@pytest.mark.parametrize("name", ["How to weave numbers of Bernoulli with a loom", "Can looms weave all numbers?"])
def test_a_heading_that_is_no_link_among_those_that_are_is_a_paper_where_no_list_stands_below_it(name: str) -> None:
    (*_, last) = papers(page("\nIt weaves numbers.\n", (*LINKED, name)))
    assert (last.title, [note.body for note in last.notes]) == (name, ["It weaves numbers."])
