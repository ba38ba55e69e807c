"""Markdown reading lists -> drafts of papers: lists that are written in HTML."""

from __future__ import annotations

import pytest
from markdown_pages import TITLE, URL, papers, titles

from readtrack.importers.markdown.markup.html_lists import whole_tables

NESTED = f"""# Looms

### 2020
<ul>
  <li><details><summary><a href="{URL}1">{TITLE}</a></summary>
    <ul>
      <li>says how cards are woven and read.</li>
      <li>keeps numbers in a mill.</li>
    </ul>
  </details></li>
  <li><a href="{URL}2">Looms and Their Cards</a></li>
</ul>

### 2021
<ol>
<li>

<a href="{URL}3">Bobbins for Wide Looms</a>,
OSDI 2021
</li>
</ol>
"""


def test_a_list_in_html_is_read_as_one_in_markdown_and_what_is_nested_in_it_is_notes() -> None:
    found = papers(NESTED)
    assert [(one.title, one.year, one.venue) for one in found] == [
        (TITLE, 2020, None),
        ("Looms and Their Cards", 2020, None),
        ("Bobbins for Wide Looms", 2021, "OSDI"),
    ]
    assert [[link.url for link in one.links] for one in found] == [[f"{URL}1"], [f"{URL}2"], [f"{URL}3"]]
    assert [note.body for note in found[0].notes] == [
        "says how cards are woven and read.",
        "keeps numbers in a mill.",
    ]


@pytest.mark.parametrize(
    "page",
    [
        f"- [{TITLE}]({URL})\n  <ul>\n  <li>how cards are woven</li>\n  </ul>\n- [Looms and Cards]({URL}b)\n",
        f"<details>\n<summary>2020</summary>\n<ul>\n<li>[{TITLE}]({URL})\n<li>"
        f"[Looms and Cards]({URL}b)\n</ul></details>\n",
        f"<ul>\n\n- [{TITLE}]({URL})\n- [Looms and Cards]({URL}b)\n\n</ul>\n",
        f"<ul>\n<li><a href='{URL}'>{TITLE}</a></li>\n<li><a href='{URL}b'>Looms and Cards</a></li>\n",
    ],
)
def test_a_list_in_html_may_stand_in_markdown_hold_it_and_have_no_ends(page: str) -> None:
    assert titles(f"# Looms\n\n{page}") == [TITLE, "Looms and Cards"]


@pytest.mark.parametrize("around", ["```html\n{}```\n", "<!--\n{}-->\n"])
def test_a_list_in_code_or_in_a_comment_is_none_of_the_page(around: str) -> None:
    held = around.format(f"<ul>\n<li><a href='{URL}b'>Looms and Their Cards</a></li>\n</ul>\n")
    assert titles(f"# Looms\n\n- [{TITLE}]({URL})\n\n{held}") == [TITLE]


def test_short_names_in_brackets_before_most_titles_of_a_page_are_none_of_them() -> None:
    names = ["LOOM", "CardNet", "4D Loom", "Wide Loom", "2DL"]
    words = [
        "Weaving of Numbers",
        "Cards for Looms",
        "4D Loom: Looms in Time",
        "3D Looms of Old",
        "Looms without Cards",
    ]
    page = "".join(f"- [({name}) {said}]({URL}{said[:4]})\n" for name, said in zip(names, words, strict=True))
    assert titles(f"# Looms\n\n{page}- [(Almost) No Loom at All]({URL})\n") == [*words, "No Loom at All"]


def test_the_version_of_a_system_in_brackets_is_no_year() -> None:
    (draft,) = papers(f"# Looms\n\n## 2024\n\n- [(LOOMv10) LOOMv10: Weaving of Numbers]({URL})\n")
    assert (draft.title, draft.year, draft.venue) == ("LOOMv10: Weaving of Numbers", 2024, None)


@pytest.mark.parametrize(
    ("title", "credit"),
    [("<b>Looms that Weave</b>", "Ada Lovelace"), ("<strong>Looms that Weave</strong>", "  Ada Lovelace")],
)
def test_where_the_lines_of_an_item_in_html_end_there_they_stay_apart(title: str, credit: str) -> None:
    item = f"<li>{title}<br>\n{credit}, Alan Turing<br>\n<i>ICML 2020</i> <a href='{URL}'>pdf</a></li>\n"
    (draft,) = papers(f"# Looms\n\n<ul>\n{item}</ul>\n")
    assert (draft.title, draft.venue, draft.year) == ("Looms that Weave", "ICML", 2020)
    assert [author.name for author in draft.authors] == [credit.strip(), "Alan Turing"]
    assert [link.url for link in draft.links] == [URL]


def test_a_table_in_html_is_one_whatever_empty_lines_stand_between_its_rows() -> None:
    head = "<table>\n<thead>\n<tr>\n<th>Title</th>\n<th>Publication</th>\n<th>Date</th>\n\n</tr>\n</thead>\n<tbody>\n\n"
    cells = f'<td>\n    <a href="{URL}">\n      {TITLE}\n    </a>\n  </td>\n  <td>OSDI</td>\n  <td>2020</td>'
    row = f"<tr>\n  {cells}\n</tr>\n\n"
    (draft,) = papers(f"# Looms\n\n{head}{row}</tbody>\n</table>\n")
    assert (draft.title, draft.venue, draft.year) == (TITLE, "OSDI", 2020)


def test_a_table_of_html_keeps_the_number_of_its_lines_however_many_are_empty() -> None:
    lines = ["<table>", "<tr>", *[""] * 20_000, "</tr></table>"]
    assert len(whole_tables(lines)) == len(lines)


def test_a_link_in_a_summary_makes_it_a_paper_that_is_read_as_a_heading_is() -> None:
    folded = "".join(
        f"### {year}\n<details>\n<summary><b>{title}</b> <a href='{URL}{year}'>[Paper Note]</a></summary>\n<hr>\n"
        f"<p>\nLooms weave cards of many kinds, and this is what is said of them.\n</p>\n</details>\n\n"
        for year, title in ((2019, TITLE), (2018, "Cards of Many Looms"))
    )
    found = papers(f"# Papers\n\n## Looms\n{folded}")
    assert [(one.title, one.year) for one in found] == [(TITLE, 2019), ("Cards of Many Looms", 2018)]


def test_a_summary_above_papers_is_none_though_it_has_a_link() -> None:
    folded = (
        f"<details>\n<summary><b>Looms</b> <a href='{URL}'>[all]</a></summary>\n\n- [{TITLE}]({URL}b)\n\n</details>\n"
    )
    assert [one.title for one in papers(f"# Papers\n\n{folded}")] == [TITLE]
