"""Markdown reading lists -> drafts of papers: what marks up a line and is none of its words."""

from __future__ import annotations

import pytest
from markdown_pages import ADA, ALAN, TITLE, URL, papers, said, titles


@pytest.mark.parametrize(
    "attributes",
    [
        '{target="_blank"}',
        '{:target="_blank"}',
        '{: target="_blank" rel="noopener" }',
        "{: .label .label-blue }",
        "{.external}",
        "{#looms}",
        "{ .external }",
        "{: .a}{: .b}",
    ],
)
def test_attributes_behind_what_is_marked_up_are_no_words(attributes: str) -> None:
    cited = f'[1] Ada Lovelace and Alan Turing. "[{TITLE}.]({URL}){attributes}" ACM SIGARCH News 27.2 (1999): 2-3.'
    expected = {"title": TITLE, "year": 1999, "authors": (ADA, ALAN)}
    assert said(f"# Papers\n\n## Looms\n\n{cited}\n", "year", "authors") == expected
    lines = (
        f"- **{TITLE}**{attributes} [pdf]({URL})",
        f"- [{TITLE}]({URL}){attributes}",
        f"- [{TITLE}]({URL}) **(optional)**{attributes}",
        f"- {TITLE} [[pdf]({URL}){attributes}]",
        f"### [{TITLE}]({URL}) {attributes}",
        f"### {TITLE} {attributes}\n\nAda Lovelace, Alan Turing",
        f"{attributes}\n\n- [{TITLE}]({URL})",
        f"- [{TITLE}]({URL})\n{attributes}\n",
    )
    for line in lines:
        assert titles(f"# Papers\n\n{line}\n") == [TITLE], line


def test_attributes_of_a_heading_are_none_of_its_words() -> None:
    (draft,) = papers(f"# Papers {{#top}}\n\n## Looms {{#looms .unnumbered}}\n\n- [{TITLE}]({URL})\n")
    assert (draft.topic, draft.lists[0].slug) == ("Looms", "a")


@pytest.mark.parametrize(
    "title",
    ["On Looms with $x_{i=2}$", "Weaving in $O(n^{2})$ Steps", "On the Set {x = 1} of Looms", "Looms for each x^{n=1}"],
)
def test_what_stands_in_braces_in_mathematics_is_kept_in_a_title(title: str) -> None:
    kept = title if "$" in title else title.replace("{", "").replace("}", "")
    assert titles(f"# Papers\n\n- [{title}]({URL})\n- {title} [pdf]({URL}b)\n### [{title}]({URL}c)\n") == [kept] * 3


def test_what_a_page_says_over_and_over_before_another_link_is_a_label() -> None:
    day = (
        "**Week {0}**\n\n: ["
        + TITLE
        + " {0}](https://e.org/{0})\n\n: **Reading questions:** [Link](https://e.org/q{0})\n\n"
    )
    pages = day.format("One") + day.format("Two") + day.format("Three")
    assert titles(f"# Papers\n\n{pages}") == [f"{TITLE} {number}" for number in ("One", "Two", "Three")]


def test_a_short_title_that_stands_under_several_headings_is_a_paper() -> None:
    of = "## {0}\n\n- Looms: [pdf](https://e.org/a)\n- [Cards](https://e.org/{0})\n\n"
    page = "".join(map(of.format, ("Logs", "Votes", "Ties")))
    assert titles(f"# Papers\n\n{page}") == ["Looms", "Cards"] * 3


@pytest.mark.parametrize(
    "place", ["id='l1843' href='#l1843'", 'href="#l1843" name="l1843"', "class=e id=l1843 href=#l1843"]
)
def test_a_place_that_leads_to_itself_is_no_link(place: str) -> None:
    entry = f"- <a {place}>Lovelace A. and Turing A. *{TITLE}*. OSDI 2008.</a>\n"
    expected = {"title": TITLE, "venue": "OSDI", "year": 2008, "links": ()}
    assert said(f"# Papers\n\n{entry}", "venue", "year", "links") == expected


def test_a_link_to_another_place_of_its_page_is_no_paper() -> None:
    assert titles(f"# Papers\n\n- <a id='a' href='#b'>{TITLE}</a>\n- [Looms and Cards]({URL})\n") == ["Looms and Cards"]


@pytest.mark.parametrize("end", ["<br>", "<br/>", "<br />"])
def test_a_break_at_the_end_of_a_line_ends_its_title(end: str) -> None:
    page = f"# Papers\n\n## Looms\n\n1. {TITLE}{end}\nWhat looms are: https://e.org/b {end}\n2. Tales of Cards{end}\n"
    assert titles(page) == [TITLE, "Tales of Cards"]


@pytest.mark.parametrize("title", ["Notes on looms<br>\nand cards", "On The Art of<br>\nLooms", "Looms:<br>\nA Tale"])
def test_a_break_before_the_rest_of_a_title_is_a_blank(title: str) -> None:
    page = f"# Papers\n\n## Looms\n\n1. {title} [pdf]({URL})\n"
    assert titles(page) == [title.replace("<br>\n", " ")]


def test_three_words_before_a_colon_are_no_people_where_none_is_a_name() -> None:
    title = "Cheap, Broken, and Crooked: Weaving on a Loom is Hard"
    assert titles(f"# Papers\n\n- {title}\n  {URL}\n- {title} [pdf]({URL}b)\n") == [title, title]
    (draft,) = papers(f"# Papers\n\n- Turing, Lamport, and Liskov: Weaving on a Loom is Hard [pdf]({URL})\n")
    assert (draft.title, len(draft.authors)) == ("Weaving on a Loom is Hard", 3)


@pytest.mark.parametrize(
    "line",
    [
        "- [Ada Lovelace's page]({0})",
        "- [Alan M. Turing’s Home Page]({0})",
        "- [Grace Hopper's books]({0})",
        "- [Charles Babbage's blog]({0})",
        "The newest list of loom papers is moved to {0}",
        "All of the slides can be found at {0}",
        "**Self-Weaving Loom Papers (Spring Course)**. 2022. \n\n{0}",
    ],
)
def test_what_leads_to_a_persons_page_or_to_another_list_is_no_paper(line: str) -> None:
    assert titles(f"# Papers\n\n## Looms\n\n{line.format('https://e.org/b')}\n\n- [{TITLE}]({URL})\n") == [TITLE]


@pytest.mark.parametrize(
    "title",
    [
        "Babbage's Engine",
        "Hilbert's Tenth Problem Papers",
        "Turing's Cathedral and Its Blogs of Old",
        "What the Web is For",
    ],
)
def test_a_title_with_a_name_in_it_is_a_paper(title: str) -> None:
    assert titles(f"# Papers\n\n- [{title}]({URL})\n") == [title]


def test_the_shortcodes_of_hugo_are_no_words_of_a_paper() -> None:
    cell = f'Lovelace, Ada, and Alan Turing. "{TITLE}." Proceedings of the 5th OSDI, December 2002.'
    page = f"""# Readings

{{{{< tropen >}}}}
{{{{< tdopen >}}}}
{cell} ({{{{% resource_link 64da "PDF" %}}}})
{{{{< tdclose >}}}}
{{{{< trclose >}}}}
"""
    assert said(page, "authors", "venue", "year", "notes") == {
        "title": TITLE,
        "authors": (ADA, ALAN),
        "venue": "OSDI",
        "year": 2002,
        "notes": (),
    }


def test_a_shortcode_in_backquotes_is_one_of_the_words_of_a_paper() -> None:
    page = f"- Weaving `{{{{< x >}}}}` into Looms {{{{< y >}}}} [pdf]({URL})\n- [{TITLE}]({URL}b)\n"
    assert titles(f"# Papers\n\n{page}") == ["Weaving < x > into Looms", TITLE]


def test_a_star_without_a_blank_before_a_link_is_a_bullet_where_no_other_ends_it() -> None:
    page = f"* [Cards that Weave]({URL}b)\n*[{TITLE} of\nOld]({URL})\n*[Looms that Sing]({URL}c)\n"
    assert titles(f"# Papers\n\n## Looms\n{page}") == ["Cards that Weave", f"{TITLE} of Old", "Looms that Sing"]


@pytest.mark.parametrize("entry", ["*[{} of\nOld]({})* OSDI 2020", "*[{} of Old]({})*, OSDI 2020"])
def test_a_link_in_italics_is_a_title(entry: str) -> None:
    assert said(f"# Papers\n\n{entry.format(TITLE, URL)}\n", "venue") == {"title": f"{TITLE} of Old", "venue": "OSDI"}


def test_a_blank_between_the_words_of_a_link_and_its_address_says_nothing() -> None:
    (draft,) = papers(f"# Papers\n\n- [{TITLE}] ({URL}) [[code](https://e.org/b)] [pdf] (https://e.org/c)\n")
    assert (draft.title, [link.url for link in draft.links]) == (TITLE, [URL, "https://e.org/b", "https://e.org/c"])


@pytest.mark.parametrize("who", ["Lovelace and Turing 1996", "Lovelace et al., 1996", "Lovelace & Turing, 1996"])
def test_who_and_when_in_brackets_before_an_address_are_not_the_words_of_a_link(who: str) -> None:
    (draft,) = papers(f"# Papers\n\n- {TITLE} [{who}] (https://e.org/a.pdf)\n")
    assert (draft.title, draft.year, draft.authors[0].name) == (TITLE, 1996, "Lovelace")
    assert [link.url for link in draft.links] == ["https://e.org/a.pdf"]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (f"[[notes/{TITLE}|{TITLE}: A Survey]]", f"{TITLE}: A Survey"),
        (f"[[notes/2020/{TITLE}]]", TITLE),
        (f"[[{TITLE}]]", TITLE),
        (f"[[papers/loom|LoomNet]]: {TITLE}", f"LoomNet: {TITLE}"),
        (f"[[OSDI 2020|Oral]] {TITLE}", f"[[OSDI 2020|Oral]] {TITLE}"),
        (f"[[Loom]] {TITLE} [[pdf]({URL})]", f"[[Loom]] {TITLE}"),
    ],
)
def test_a_link_to_another_page_as_wikis_have_it_is_called_what_stands_behind_its_bar_or_the_page(
    line: str, title: str
) -> None:
    assert titles(f"# Papers\n\n- {line}\n") == [title]


def test_a_link_as_wikis_have_it_may_be_all_of_a_cell_and_is_none_in_code() -> None:
    rows = f"| [[papers/loom\\|{TITLE}]] | 2020 |\n"
    assert titles(f"# Papers\n\n| Title | Year |\n|---|---|\n{rows}\n```\n- [[papers/{TITLE}s]]\n```\n") == [TITLE]
