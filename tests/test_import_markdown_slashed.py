"""Markdown reading lists -> drafts of papers: what stands behind links, with slashes between."""

from __future__ import annotations

from markdown_pages import papers

_WHO = ("Lovelace", "Turing", "Hopper", "Babbage")


def page(*behind: str) -> str:
    return "**2020**\n\n" + "".join(
        f"* [Notes on Wide Looms of Kind {chr(65 + at)}](https://e.org/{at}.md){said}\n"
        for at, said in enumerate(behind)
    )


def test_who_wrote_papers_and_when_may_stand_between_slashes_behind_their_links() -> None:
    found = papers(page(*(f" / {who} /{' ' * (at % 2)}{1843 + at} ({at})" for at, who in enumerate(_WHO))))
    assert [([one.name for one in draft.authors], draft.year) for draft in found] == [
        ([who], 1843 + at) for at, who in enumerate(_WHO)
    ]


def test_slashes_behind_one_link_of_a_page_stay_as_they_are() -> None:
    (draft,) = papers(page(" / Loom Lab / 1843"))
    assert "/" in draft.notes[0].body


def test_slashes_stay_where_no_link_begins_an_item_or_no_name_stands_between_them() -> None:
    who = "".join(f" / {who} / {1843 + at}|" for at, who in enumerate(_WHO)).split("|")[:-1]
    *_, marked, noted = papers(page(*who, " / done / 2021", "\n  - weave (fast) / spin / 2020 was a good year"))
    assert (marked.year, marked.notes[0].body) == (2020, "/ done / 2021")
    assert noted.notes[0].body == "weave (fast) / spin / 2020 was a good year"
