"""Markdown reading lists -> drafts of papers: when a group met to read one, before who wrote it or its title."""

from __future__ import annotations

import pytest
from markdown_pages import ADA, ALAN, TITLE, URL, papers

from readtrack.model import Author


@pytest.mark.parametrize(
    "day",
    [
        "*Jan 29, 2020:*",
        "**January 29, 2020**:",
        "*29 January 2020:*",
        "*Jan 29:*",
        "Jan 29, 2020 at 1pm:",
        "Jan 29, 2020 -",
    ],
)
@pytest.mark.parametrize(
    ("entry", "authors", "year"),
    [
        (f"[{TITLE}]({URL})", (), None),
        (f"Ada Lovelace and Alan Turing. **{TITLE}** (1843).", (ADA, ALAN), 1843),
        (f"Ada Lovelace. **{TITLE}** (1843)", (ADA,), 1843),
    ],
)
def test_the_day_of_a_meeting_is_none_of_the_paper(
    day: str, entry: str, authors: tuple[Author, ...], year: int | None
) -> None:
    (draft,) = papers(f"# Papers\n\n- {day} {entry}\n")
    assert (draft.title, draft.authors, draft.year, draft.notes) == (TITLE, authors, year, ())
    assert not draft.tags


def test_what_a_meeting_was_called_is_nobody() -> None:
    (draft,) = papers(f"# Papers\n\n- *Jan 29, 2020:* Looms! Ada Lovelace, Alan Turing. **{TITLE}** (1843).\n")
    assert (draft.title, draft.authors, draft.tags) == (TITLE, (ADA, ALAN), ("Looms",))


@pytest.mark.parametrize(
    ("entry", "title"),
    [
        ("[September 11: The Weavers]({})", "September 11: The Weavers"),
        ("**September 11:** What the Weavers Did [pdf]({})", "September 11: What the Weavers Did"),
        (
            "December 7, 1941 - A Date in the History of Looms [pdf]({})",
            "December 7, 1941 - A Date in the History of Looms",
        ),
    ],
)
def test_a_day_that_begins_a_title_stays(entry: str, title: str) -> None:
    (draft,) = papers(f"# Papers\n\n- {entry.format(URL)}\n")
    assert draft.title == title


@pytest.mark.parametrize("behind", ["(1988).", "(thesis, 2004)"])
def test_one_person_of_a_rare_name_wrote_what_is_dated_in_bold_behind_a_full_stop(behind: str) -> None:
    (draft,) = papers(f"# Papers\n\n- Wrenfried Askelund. **{TITLE}** {behind}\n")
    assert (draft.title, draft.authors) == (TITLE, (Author("Wrenfried Askelund"),))


@pytest.mark.parametrize("topic", ["Homotopy Theory", "Lambda Calculus", "Required Reading"])
def test_a_topic_before_a_dated_title_in_bold_is_nobody(topic: str) -> None:
    (draft,) = papers(f"# Papers\n\n- {topic}. **{TITLE}** (1988).\n")
    assert (draft.title, draft.authors) == (TITLE, ())


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (f"**Jan 5**: {TITLE}", TITLE),
        (f"*Jan 19* - {TITLE}", TITLE),
        (f"**19 January**: {TITLE}", TITLE),
        ("**September 11:** What the Weavers Did", "September 11: What the Weavers Did"),
        ("**May 68**: What the Weavers Did", "May 68: What the Weavers Did"),
    ],
)
def test_a_day_that_is_all_of_what_is_emphasised_before_a_colon_is_none_of_a_title(line: str, title: str) -> None:
    (draft,) = papers(f"# Papers\n\n- {line}, Ada Lovelace, OSDI 2018\n")
    assert (draft.title, draft.authors, draft.venue) == (title, (ADA,), "OSDI")
