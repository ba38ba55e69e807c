"""Markdown reading lists -> drafts of papers: people between titles and years in brackets."""

from __future__ import annotations

import pytest
from markdown_pages import URL, papers

_SEVERAL = ("Lovelace, Babbage, Turing", "Hopper, Babbage, Smith", "Smith, Chen, Lovelace, Park")


def authors(*whos: str, line: str = "**Weaving of Kind {}** — {} (20{:02}) · as cards [[pdf]({})]") -> list[list[str]]:
    lines = (f"- {line.format(chr(65 + at), who, at, URL)}\n" for at, who in enumerate(whos))
    drafts = papers("# Papers\n\n" + "".join(lines))
    assert [draft.title for draft in drafts] == [f"Weaving of Kind {chr(65 + at)}" for at in range(len(whos))]
    assert [draft.year for draft in drafts] == [2000 + at for at in range(len(whos))]
    return [[one.name for one in draft.authors] for draft in drafts]


def names(who: str) -> list[str]:
    return who.replace(" & ", ", ").split(", ")


@pytest.mark.parametrize("who", ["Babbage & Falorsini", "Turing", "de Wevere, Turing", "Ada Lovelace, Alan Turing"])
@pytest.mark.parametrize(
    "line",
    [
        "**Weaving of Kind {}** — {} (20{:02}) · as cards [[pdf]({})]",
        "**Weaving of Kind {}**, {} (20{:02})\n  [[pdf]({})]",
        "[Weaving of Kind {}]({3}) - {} (20{:02})",
    ],
)
def test_family_names_are_people_before_the_years_of_a_page_that_has_several_so(who: str, line: str) -> None:
    line = line.replace("{}", "{0}", 1).replace("{}", "{1}").replace("{:02}", "{2:02}").replace("({})", "({3})")
    assert authors(*_SEVERAL, who, line=line) == [names(one) for one in (*_SEVERAL, who)]


def test_two_lines_with_family_names_do_not_tell_that_a_word_is_one() -> None:
    assert authors(*_SEVERAL[:1], "Cutrini", "Weftling")[1:] == [[], []]


@pytest.mark.parametrize("word", ["Skimmed", "Finished", "Recommended", "Penguin", "Pregel", "Paris, London, Berlin"])
def test_words_that_are_not_known_as_names_are_nobody_before_a_year_though_others_are_people(word: str) -> None:
    assert authors(*_SEVERAL, word)[3] == []


def test_what_was_done_with_a_paper_before_its_year_is_its_status_though_others_are_people() -> None:
    lines = (f"- **Weaving of Kind {at}** — {who} (2001)\n" for at, who in enumerate((*_SEVERAL, "Skimmed")))
    assert papers("".join(["# Papers\n\n", *lines]))[-1].readings[-1].status == "skimmed"


@pytest.mark.parametrize("who", ["Babbage", "Wrenfold, Babbage"])
def test_who_is_beside_known_people_on_other_lines_of_a_page_is_somebody(who: str) -> None:
    assert authors(*_SEVERAL, who)[3] == names(who)


@pytest.mark.parametrize("who", ["Wrenfold", "Wéaver", "De Weft", "Wrenfold, Cutrini, Falorsini"])
def test_the_first_of_people_whom_nobody_knows_is_one_where_a_key_on_the_line_begins_so(who: str) -> None:
    key = {"Wéaver": "weaver2003_looms", "De Weft": "deweft2003a"}.get(who, "Wrenfold_2003")
    assert authors(*_SEVERAL, who, line=f"**Weaving of Kind {{}}** — {{}} (20{{:02}}) [`looms/{key}`]({{}})")[
        3
    ] == names(who)


@pytest.mark.parametrize("key", ["wrenfold2004", "sirwrenfold2003", "wrenfolds2003", "2003wrenfold"])
def test_a_key_of_another_name_or_year_says_nothing_of_who_stands_before_the_year(key: str) -> None:
    assert not authors(*_SEVERAL, "Wrenfold", line=f"**Weaving of Kind {{}}** — {{}} (20{{:02}}) [`{key}`]({{}})")[3]


@pytest.mark.parametrize("where", ["OSDI", "GPU", "Google"])
def test_a_venue_or_maker_before_a_year_is_nobody_though_others_are_people(where: str) -> None:
    assert authors(*_SEVERAL, where)[3] == []


def test_topics_before_the_years_of_a_page_are_nobody() -> None:
    assert not any(authors("Learning, Vision, Language", "Graphs, Systems, Networks", "Data, Models, Scale"))
