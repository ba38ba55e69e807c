"""Notes -> a folder of Markdown."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from readtrack.exporters.notes import files
from readtrack.model import Author, Entry, Listing, Note, Paper, one_line

WHEN = "2020-11-20T08:21:46.123Z"
PAPER = Paper(
    id=7,
    key="ansor",
    name="Ansor",
    title="Ansor: Generating Tensor Programs",
    type="paper-conference",
    venue="OSDI",
    year=2020,
    topic="Compilers",
    url="https://example.org/ansor",
    doi="10.5555/3488766",
    arxiv_id="2006.06762",
    authors=("Ada Lovelace",),
    affiliations=(),
    links=(),
    status="read",
    started_on="2020-11",
    finished_on="2020-11-20",
    progress="7/18",
    rating=4,
    priority=None,
    due_on=None,
    tags=("to cite", "compilers"),
    notes=2,
    added_at=WHEN,
)
NOTES = (
    Note(1, "0f3a-1", "ansor", "Compare with *TVM*.\n\n- item", "4-6", "It is fast.\n\nVery.", WHEN, WHEN),
    Note(2, "0f3a-2", "ansor", "Read it again.", None, None, WHEN, WHEN),
)


def entry(notes: tuple[Note, ...] = NOTES, **facts: Any) -> Entry:
    return Entry(PAPER._replace(**facts), (Author("Ada Lovelace"),), None, (Listing("osdi-2020"),), notes)


def front_matter(text: str) -> Any:
    start, matter, _ = text.split("---\n", 2)
    assert start == ""
    return yaml.safe_load(matter)


def test_a_paper_is_a_file_with_its_facts_in_front_and_its_notes_behind() -> None:
    assert list(files([entry()])) == [
        (
            "ansor.md",
            """---
title: 'Ansor: Generating Tensor Programs'
aliases:
- Ansor
authors:
- Ada Lovelace
year: 2020
venue: OSDI
topic: Compilers
type: paper-conference
tags:
- to cite
- compilers
lists:
- osdi-2020
status: read
rating: 4
progress: 7/18
started: 2020-11
finished: '2020-11-20'
doi: 10.5555/3488766
arxiv: '2006.06762'
url: https://example.org/ansor
key: ansor
---

# Ansor: Generating Tensor Programs

<!-- note 0f3a-1 2020-11-20T08:21:46.123Z -->

**p. 4-6**

> It is fast.
>
> Very.

Compare with *TVM*.

- item

---

<!-- note 0f3a-2 2020-11-20T08:21:46.123Z -->

Read it again.
""",
        )
    ]


def test_a_paper_without_notes_ends_with_its_title() -> None:
    ((_, text),) = files([entry(notes=())])
    assert text.endswith("---\n\n# Ansor: Generating Tensor Programs\n")


@pytest.mark.parametrize(
    ("keys", "names"),
    [
        (["con", "COM1", "console"], ["con-paper.md", "com1-paper.md", "console.md"]),
        (["../../etc/passwd", "a/b\\c:d", "..", "x\0y"], ["etc-passwd.md", "a-b-c-d.md", "paper-7.md", "x-y.md"]),
        (["Gavel", "gavel", "gavel-2"], ["gavel.md", "gavel-2.md", "gavel-2-2.md"]),
    ],
)
def test_a_file_name_is_fit_for_every_system_and_leaves_the_folder_never(keys: list[str], names: list[str]) -> None:
    assert [name for name, _ in files(entry(key=key) for key in keys)] == names


def test_nothing_in_the_name_of_a_note_ends_its_comment() -> None:
    ((_, text),) = files([entry(notes=(NOTES[1]._replace(uid="x --> <b>"),))])
    assert "<!-- note x%20%2D%2D%3E%20%3Cb%3E 2020-11-20T08:21:46.123Z -->" in text


LINE = st.text(max_size=40).map(one_line).filter(bool) | st.sampled_from(
    ("yes", "2020-11-20", "1:20", "~", "- a", "# b", "{c", "*d", "'", '"', "é: ü", "0o7", "1e3", "---", "<<", "=")
)


@settings(max_examples=300, deadline=None)
@given(st.lists(LINE, min_size=4, max_size=4), st.lists(LINE, max_size=4), st.integers(1000, 2999))
def test_what_stands_in_front_loads_back_as_it_was(lines: list[str], tags: list[str], year: int) -> None:
    title, name, venue, topic = lines
    odd = entry(title=title, name=name, venue=venue, topic=topic, tags=tuple(tags), year=year)
    ((_, text),) = files([odd])
    facts = front_matter(text)
    assert [facts[fact] for fact in ("title", "venue", "topic", "year")] == [title, venue, topic, year]
    assert facts["aliases"] == [name]
    assert facts.get("tags", []) == tags
