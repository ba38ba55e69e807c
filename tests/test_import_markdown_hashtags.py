"""Markdown reading lists -> drafts of papers: the hashtags of an entry."""

from __future__ import annotations

import pytest
from markdown_pages import papers


def told(entry: str) -> tuple[int | None, tuple[str, ...], list[str]]:
    draft = papers(f"# Papers\n\n{entry}\n- [Cards on Many Looms](https://e.org/cards.pdf)\n")[0]
    return draft.year, draft.tags, [note.body for note in draft.notes]


_TITLE = "- [Weaving of All Kinds](https://e.org/weaving.pdf)"


@pytest.mark.parametrize(
    "entry",
    [
        f"{_TITLE}\n\n  `#looms` `#wool` `#1843`\n",
        f"{_TITLE}\n\n  #looms #wool #1843\n",
        f"{_TITLE}\n\n  **Tags:** #looms, #wool, #1843\n",
        f"{_TITLE}\n  - #looms, #wool, #1843\n",
        f"{_TITLE}\n  `#looms` `#wool` `#1843`\n",
        f"{_TITLE} `#looms` `#wool` `#1843`\n",
        f"{_TITLE} #looms #wool #1843\n",
        "- **Weaving of All Kinds** [[pdf](https://e.org/weaving.pdf)] #looms #wool #1843\n",
    ],
)
def test_hashtags_of_an_entry_are_its_tags_and_a_year_among_them_is_its_own(entry: str) -> None:
    assert told(entry) == (1843, ("looms", "wool"), [])


@pytest.mark.parametrize("said", ["#12 is a good one", "#3", "see #looms", "#1 #2"])
def test_other_numbers_and_words_behind_such_signs_are_a_note(said: str) -> None:
    assert told(f"{_TITLE}\n\n  {said}\n") == (None, (), [said])


@pytest.mark.parametrize(
    ("title", "tags", "name"),
    [
        ("Weaving Is All You Need", ("weaving",), None),
        ("WOOL: Weaving of Many Threads", ("wool", "looms"), "WOOL"),
    ],
)
def test_a_hashtag_that_a_title_begins_with_is_a_tag_and_no_name(
    title: str, tags: tuple[str, ...], name: str | None
) -> None:
    said = " ".join(f"#{tag}" for tag in tags)
    for line in (f"- [{title}](https://e.org/a.pdf) {said}\n", f"- [{title}](https://e.org/a.pdf) `#{tags[0]}`\n"):
        (draft, _) = papers(f"# Papers\n\n{line}- [Cards on Many Looms](https://e.org/cards.pdf)\n")
        assert (draft.title, draft.tags, draft.name) == (title, tags[: len(draft.tags) or 9], name)
