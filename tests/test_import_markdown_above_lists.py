"""Markdown reading lists -> drafts of papers: titles that are paragraphs right above lists of what is said of each."""

from __future__ import annotations

import pytest
from markdown_pages import ADA, ALAN, TITLE, URL, papers, titles

_TITLES = ["Weaving of Wool", "Cards on Many Looms", "Lace of All Kinds", "Looms at Night", "Old Wool Made New"]


def test_citations_below_titles_with_links_are_of_those() -> None:
    cited = "Lovelace A, Turing A, et al. {0}[J]. arXiv preprint arXiv:1503.0000{1}, 2015."
    entry = f"{{0}} [[Paper]](https://e.org/{{1}})\n * {cited}\n"
    page = "\n".join(entry.format(title, at) for at, title in enumerate(_TITLES))
    found = papers(f"# Papers\n\n### Wool:\n{page}")
    assert [(one.title, one.year, len(one.authors), len(one.links)) for one in found] == [
        (title, 2015, 2, 1) for title in _TITLES
    ]


def test_the_citation_below_a_short_name_has_the_title_and_a_link_may_stand_a_blank_behind_its_words() -> None:
    cited = 'Lovelace, Ada. "{0}." arXiv preprint arXiv:1503.0000{1} (2015).'
    entry = f"Net{{1}} [[Paper]] (https://e.org/{{1}}) [[Code]](https://e.org/c{{1}})\n * {cited}\n"
    found = papers("\n".join(entry.format(title, at) for at, title in enumerate(_TITLES)))
    assert [(one.title, one.year, len(one.links)) for one in found] == [(title, 2015, 2) for title in _TITLES]


def test_an_address_and_notes_below_bare_titles_are_of_those() -> None:
    entry = "{0}\n- https://e.org/{1}.pdf\n- Threads + Needles\n"
    found = papers("\n".join(entry.format(title, at) for at, title in enumerate(_TITLES)))
    assert [(one.title, len(one.links), [note.body for note in one.notes]) for one in found] == [
        (title, 1, ["Threads + Needles"]) for title in _TITLES
    ]


def test_lists_of_papers_below_lines_that_head_them_stay_such() -> None:
    listed = "- [Notes on the Engine {0}](https://e.org/{0}.pdf)\n- [Notes on the Loom {0}](https://e.org/a{0}.pdf)\n"
    page = "\n".join(f"{title}\n{listed.format(at)}" for at, title in enumerate(_TITLES))
    assert len(titles(page)) == 10


def test_an_address_below_words_that_leads_to_no_paper_makes_no_paper_of_them() -> None:
    words = ["Websites", "Slack channel", "Homepage of the group", "Where we all meet on Mondays", "Code of the looms"]
    page = "\n".join(f"{one}\n- https://www.e.org/{at}\n" for at, one in enumerate(words))
    assert not {*words} & {*titles(f"# Looms\n\n{page}\n## Papers\n\n- Cards on Many Looms, OSDI 2013\n")}


@pytest.mark.parametrize("other", ["Slides\n- https://e.org/s.pdf", "Where we all meet\n- https://chat.e.org/looms"])
def test_a_word_above_an_address_is_no_title_and_one_that_leads_to_no_paper_is_of_none(other: str) -> None:
    entry = "{0}\n- https://e.org/{1}.pdf\n- Threads + Needles\n"
    page = "\n".join(entry.format(title, at) for at, title in enumerate(_TITLES))
    assert titles(f"{page}\n{other}\n") == _TITLES


@pytest.mark.parametrize("label", ["author", "Authors", "**Authors**"])
def test_a_paragraph_that_says_who_the_authors_are_is_of_the_title_with_its_links_above(label: str) -> None:
    links = "[paper](https://e.org/{1}) | [code](https://e.org/c{1})"
    entry = f"**{{1}}. {{0}}** {links}\n\n{{2}}: Ada Lovelace, Alan Turing\n\n> Woven.\n"
    found = papers("\n".join(entry.format(title, at, label) for at, title in enumerate(_TITLES)))
    assert [(one.title, one.authors) for one in found] == [(title, (ADA, ALAN)) for title in _TITLES]


@pytest.mark.parametrize(
    "above", ["See [what we weave](https://e.org/we) on Mondays.", "Authors: [Grace Hopper](https://e.org/g)", "Looms"]
)
def test_a_line_that_is_no_title_with_links_is_none_above_authors(above: str) -> None:
    assert papers(f"# Looms\n\n{above}\n\nAuthors: Ada Lovelace, Alan Turing\n") == []


@pytest.mark.parametrize(
    "below", ["- **OSDI**, *2019*", "* Published in: OSDI 2019", "- Authors: Ada Lovelace - OSDI, 2019"]
)
@pytest.mark.parametrize("above", ["**{at}.** {title}", "[{at}] *{title}*", '"{title}"'])
def test_lists_that_say_where_each_paragraph_above_them_appeared_are_of_those(above: str, below: str) -> None:
    named = ["Loom Weaving", *_TITLES]
    page = "# Papers\n\n" + "".join(
        f"{above.format(at=at, title=title)}\n{below}\n\n" for at, title in enumerate(named, 1)
    )
    assert [(draft.title, draft.venue, draft.year) for draft in papers(page)] == [
        (title, "OSDI", 2019) for title in named
    ]


def test_lists_of_conferences_below_what_they_are_of_are_no_papers() -> None:
    parts = "".join(f"Where weavers of part {at} meet\n- OSDI 2019\n- a mill\n\n" for at in range(6))
    assert titles(f"# Papers\n\n- [{TITLE}]({URL})\n\n## Mills\n\n{parts}") == [TITLE]
