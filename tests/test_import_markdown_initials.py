"""Markdown reading lists -> drafts of papers: citations whose family names have initials apart behind them."""

from __future__ import annotations

import pytest
from markdown_pages import URL, papers

TITLE = "Notes on the looms of weavers"


@pytest.mark.parametrize(
    ("who", "names"),
    [
        ("Lovelace A B, Turing A M", ["Lovelace A B", "Turing A M"]),
        ("Lovelace A, Turing A, Low B K H", ["Lovelace A", "Turing A", "Low B K H"]),
        ("Lovelace A, Turing A M, others ", ["Lovelace A", "Turing A M"]),
        ("Lovelace A B", ["Lovelace A B"]),
        ("Weftholm W", ["Weftholm W"]),
    ],
)
@pytest.mark.parametrize(
    "where", ["In: Proceedings of the 20th Conference on Looms. 2022, 43–49", "Journal of Looms, 2022, 2: 42–50"]
)
def test_family_names_with_initials_apart_are_people_before_the_title_of_a_linked_citation(
    who: str, names: list[str], where: str
) -> None:
    for page in (
        f"| Paper | Venue | Year |\n|---|---|---|\n| [{who}. {TITLE}. {where}]({URL}) | ICLR | 2022 |\n",
        f"# Papers\n\n- [{who}. {TITLE}. {where}]({URL})\n",
    ):
        (draft,) = papers(page)
        found = (draft.title, draft.year, [one.name for one in draft.authors])
        assert found == (TITLE, 2022, names)


@pytest.mark.parametrize(
    "title", ["Plan B. Notes on the looms of weavers", "Weftholm W. Notes on the looms of weavers"]
)
def test_a_word_and_a_letter_before_a_full_stop_are_nobody_where_little_is_said_behind_the_title(title: str) -> None:
    (draft,) = papers(f"# Papers\n\n- [{title}]({URL})\n")
    assert (draft.title, draft.authors) == (title, ())


@pytest.mark.parametrize("before", ["Vitamin A, Vitamin D", "Plan B"])
def test_common_words_with_letters_behind_them_are_nobody_in_a_linked_citation(before: str) -> None:
    (draft,) = papers(f"# Papers\n\n- [{before}. {TITLE}. Journal of Looms, 2022, 2: 42–50]({URL})\n")
    assert draft.authors == ()


@pytest.mark.parametrize("who", ["Lovelace, A., Liu, L.-g., Turing, A.", "Lovelace, A.; Liu, L.-g.; Turing, A."])
def test_the_second_syllable_of_a_name_may_be_a_small_initial(who: str) -> None:
    (draft,) = papers(f'1. {who} (2006), "{TITLE}," *Journal of Looms*, 9(2), 1-9.\n')
    assert (draft.title, [one.name for one in draft.authors]) == (TITLE, ["A. Lovelace", "L.-g. Liu", "A. Turing"])
