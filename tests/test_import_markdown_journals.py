"""Markdown reading lists -> drafts of papers: journals that nobody knows, told by what stands around them."""

from __future__ import annotations

import pytest
from markdown_pages import TITLE, URL, papers, said


@pytest.mark.parametrize(
    "numbers",
    [
        "Volume 75, Issue 5, May 2020, Pages 329-334",
        "Volume 75, Issues 5–6, 2020, Pages 329–334",
        "Volume 75, 12 May 2020, 101234",
        "Volume 75, Part B, 2020, 101234, ISSN 0009-9260",
    ],
)
def test_the_word_volume_tells_the_journal_before_it(numbers: str) -> None:
    page = f'1. **"{TITLE}."** Loom Letters, {numbers} <br>\n[doi]({URL})\n'
    assert said(page, "venue", "year") == {"title": TITLE, "venue": "Loom Letters", "year": 2020}


@pytest.mark.parametrize("venue", ["Weaving and Cards Management", "Loom Letters"])
def test_italics_that_end_in_a_year_behind_a_title_say_where_it_appeared(venue: str) -> None:
    page = f"- {TITLE}. *{venue} 2019.* [[Paper]]({URL}) [[Note]](./notes/looms.md)\n"
    assert said(page, "venue", "year") == {"title": TITLE, "venue": venue, "year": 2019}


@pytest.mark.parametrize("behind", ["Ada Lovelace 2019", "Acme University 2019", "weaves in 2019"])
def test_italics_with_a_year_that_name_people_or_where_they_work_are_no_venue(behind: str) -> None:
    (paper,) = papers(f"- {TITLE}. *{behind}.* [[Paper]]({URL})\n")
    assert paper.venue is None


@pytest.mark.parametrize(
    ("behind", "venue"),
    [
        ("npj Digital Weaving 2021", "npj Digital Weaving"),
        ("SIGIR 2021 short", "SIGIR"),
        ("ACL 2021 Long", "ACL"),
        ("ACL 2021 short paper", "ACL"),
        ("2021 whitepaper", None),
        ("2021 survey", None),
    ],
)
def test_brackets_behind_a_title_say_when_it_appeared_and_of_which_kind_it_is(behind: str, venue: str | None) -> None:
    page = f"- **[{TITLE}]({URL})** ({behind})\n"
    assert said(page, "venue", "year") == {"title": TITLE, "venue": venue, "year": 2021}


def test_the_year_of_a_survey_may_stand_behind_a_title_in_chinese() -> None:
    page = f"1. **{TITLE}（2024综述）**\n   [paper]({URL})\n"
    assert said(page, "year", "tags") == {"title": TITLE, "year": 2024, "tags": ("综述",)}


def test_a_bracket_that_opens_before_links_is_none_of_the_title() -> None:
    page = f"# Books\n\n### Weaving: An Introduction ([book]({URL}) | [interactive notes]({URL}b))\n\nOn looms.\n"
    assert said(page) == {"title": "Weaving: An Introduction"}


@pytest.mark.parametrize(
    ("place", "venue"),
    [
        ("Journal of Insights into Weaving, 2020", "Journal of Insights into Weaving"),
        ("Workshop on Turning Cards into Looms, 2020", "Workshop on Turning Cards into Looms"),
    ],
)
def test_the_name_of_a_journal_or_workshop_may_say_into_what(place: str, venue: str) -> None:
    page = f"- [{TITLE}]({URL}), {place}\n"
    assert said(page, "venue", "year") == {"title": TITLE, "venue": venue, "year": 2020}


@pytest.mark.parametrize(
    ("behind", "venue"), [(", 1843 OSDI", "OSDI"), (", 1843 TPAMI", "TPAMI"), (", LTO, 1843", "LTO")]
)
def test_capitals_that_are_known_are_a_meeting_right_behind_a_year_and_any_before_one(behind: str, venue: str) -> None:
    assert said(f"- [{TITLE}]({URL}){behind}\n", "venue", "year") == {"title": TITLE, "venue": venue, "year": 1843}


@pytest.mark.parametrize("word", ["PDF", "MIT", "USA", "IBM", "GPU", "LOOM", "APRIL", "READ"])
@pytest.mark.parametrize("behind", [", 1843 {}", " (1843 {})", " `1843 {}`", "\n  - 1843 {}"])
def test_capitals_that_nobody_knows_are_no_meeting_right_behind_a_year(word: str, behind: str) -> None:
    assert said(f"- [{TITLE}]({URL}){behind.format(word)}\n", "venue") == {"title": TITLE, "venue": None}


@pytest.mark.parametrize(
    "venue",
    [
        "Looms",
        "Weaving, Cards, and Engines of Looms",
        "Loom letters: practice and theory",
        "織物学会論文誌. 織機",
    ],
)
def test_a_place_in_italics_that_in_leads_to_may_be_called_anything(venue: str) -> None:
    page = f"- Ada Lovelace and Alan Turing. {TITLE} ([pdf]({URL})). In _{venue}_, 2019.\n"
    assert said(page, "venue", "year") == {"title": TITLE, "venue": venue, "year": 2019}


@pytest.mark.parametrize("word", ["preparation", "press", "Italian", "weft"])
def test_a_state_of_printing_and_a_language_in_italics_are_no_place(word: str) -> None:
    page = f"- Ada Lovelace and Alan Turing. {TITLE} ([pdf]({URL})). In _{word}_, 2019.\n"
    assert said(page, "venue") == {"title": TITLE, "venue": None}


def test_brackets_at_the_end_of_a_place_in_italics_stay_closed() -> None:
    page = f"- Ada Lovelace and Alan Turing. {TITLE} ([pdf]({URL})). In _織物学会報告.[織機と織物]_, 2019. \n"
    assert said(page, "venue", "year") == {"title": TITLE, "venue": "織物学会報告.[織機と織物]", "year": 2019}


@pytest.mark.parametrize("people", ["Orvo Wrenfold and Tilka Sheddle", "Tilka Sheddle and Orvo Wrenfold"])
def test_two_whom_nobody_knows_stand_before_a_title_in_small_letters_where_its_place_is_plain(people: str) -> None:
    (paper,) = papers(f"- {people}. A stable shed for wide looms ([acm]({URL})). In _Weaving_, 2019.\n")
    assert (paper.title, paper.venue, paper.year) == ("A stable shed for wide looms", "Weaving", 2019)
    assert " and ".join(one.name for one in paper.authors) == people


def test_the_day_of_an_issue_may_stand_before_its_year_where_no_pages_are_named() -> None:
    page = f"- Lovelace, Ada, and Alan Turing. “{TITLE}.” Loom Power 183 (December 1, 2019)\n"
    assert said(page, "venue", "year") == {"title": TITLE, "venue": "Loom Power", "year": 2019}


@pytest.mark.parametrize("title", ["[LoomNet](loom.md): A Net of Looms", "Porting [LoomNet](loom.md) Cards to Mills"])
def test_words_of_the_title_of_a_citation_may_lead_to_what_it_is_on(title: str) -> None:
    (paper,) = papers(f"- Ada Lovelace and Alan Turing. {title} ([pdf]({URL})). In _Weaving_, 2019.\n")
    assert (paper.title, paper.venue) == (title.replace("[", "").replace("](loom.md)", ""), "Weaving")
    assert [one.name for one in paper.authors] == ["Ada Lovelace", "Alan Turing"]
    assert [link.url for link in paper.links] == [URL]


@pytest.mark.parametrize("where", ["google scholar", "microsoft academic", "Semantic Scholar", "google it"])
def test_where_a_paper_was_found_is_said_of_it_and_no_part_of_its_title(where: str) -> None:
    (paper,) = papers(f"# Papers\n\n- **{TITLE} ({where})** [pdf]({URL})\n- {TITLE}s ({where})\n")[1:]
    assert paper.title == f"{TITLE}s"
    assert [note.body for note in paper.notes] == [f"({where})"]


def test_the_name_of_a_field_and_a_year_are_a_journal_only_apart_or_in_brackets() -> None:
    page = (
        f"# Papers\n\n## Computer Networks 2021\n\n- [{TITLE}]({URL})\n- [{TITLE}]({URL}) `Neural Networks 2020`\n"
        f"- [{TITLE}]({URL}) (Cognition, 1908)\n- [{TITLE}]({URL}), Cognition, 1908\n"
        f"- [{TITLE}]({URL}) (Neural Networks 2020)\n"
    )
    places = [(draft.venue, draft.year) for draft in papers(page)]
    assert places == [(None, None)] * 2 + [("Cognition", 1908)] * 2 + [("Neural Networks", 2020)]


def test_people_beside_the_name_of_a_journal_are_none_of_it() -> None:
    (draft,) = papers('# Papers\n\n- Neuron, Turing, and Babbage (1936). "Notes on the looms of the mill". Nature.\n')
    assert ([one.name for one in draft.authors], draft.venue) == (["Neuron", "Turing", "Babbage"], "Nature")
    (draft,) = papers(f"# Papers\n\n- [{TITLE}]({URL}) - Econometrica, 1919, Ada Lovelace\n")
    assert draft.venue is None
