"""Markdown reading lists -> drafts of papers: what labelled lines below their titles say of where they appeared."""

from __future__ import annotations

import pytest
from markdown_pages import TITLE, URL, papers


def _page(below: str) -> str:
    return f"# Looms\n\n- [{TITLE}]({URL})\n  - **Authors:** Ada Lovelace, Alan Turing\n  - {below}\n"


@pytest.mark.parametrize(
    ("comment", "venue", "year", "notes"),
    [
        ("17 pages, 11 figures, accepted by CVPR 2024", "CVPR", 2024, 0),
        ("28 pages, 11 figures; NeurIPS24", "NeurIPS", 2024, 0),
        ("Published at ICCV 2023. Code at this https URL - webpage at this https URL", "ICCV", 2023, 1),
        ("Accepted to the Loom Workshop 2021", "Loom Workshop", 2021, 0),
        ("Accepted to Loom Letters", "Loom Letters", None, 0),
        ("Under review at ICLR 2025", None, None, 1),
        ("Better than what CVPR 2024 has", None, None, 1),
        ("13 pages, 5 figures, Turin 1843", None, None, 1),
    ],
)
def test_the_comments_of_arxiv_say_where_a_paper_appeared(
    comment: str, venue: str | None, year: int | None, notes: int
) -> None:
    (draft,) = papers(_page(f"**Comments:** {comment}"))
    assert (draft.title, draft.venue, draft.year, len(draft.notes)) == (TITLE, venue, year, notes)


@pytest.mark.parametrize("label", ["Pub", "Pub.", "Published at", "Conf", "Accepted by", "发表于"])
def test_a_venue_is_called_so_in_many_ways(label: str) -> None:
    (draft,) = papers(_page(f"{label}: Loom Computation 1991"))
    assert (draft.venue, draft.year, draft.notes) == ("Loom Computation", 1991, ())


def test_what_is_long_behind_such_a_label_is_a_note() -> None:
    (draft,) = papers(_page("Publication: it says of looms what no other says, in words that all who weave will know"))
    assert (draft.venue, len(draft.notes)) == (None, 1)


@pytest.mark.parametrize(
    "said",
    [
        "Comment: compare to the paper by Hopper et al, presented at ICML 2016, best I read",
        "Comments: compare to the paper by Hopper et al, presented at ICML 2016, best I read",
        "Notes: the talk, ICML 2016, is better than the paper",
        "Note: ICML 2016",
        "注：这篇论文的前作，CVPR 2017，也值得看",
        "Notes: Accepted by Reviewer 2 with no comments.",
        "Comments: Accepted by Reviewer 2 with no comments.",
        "Comments: Presented by Kim in the London Meetup",
    ],
)
def test_what_a_reader_says_of_a_paper_is_no_place_of_it(said: str) -> None:
    (draft,) = papers(_page(said))
    assert (draft.venue, draft.year, len(draft.notes)) == (None, None, 1)


@pytest.mark.parametrize(
    "said",
    [
        "Published: yes",
        "Published: last year",
        "Publication: peer-reviewed",
        "Conf: high",
        "Pub: Great Loom",
        "Published by: Springer",
        "来源: 知乎",
        "来源: Loom Weekly",
        "来源：知乎，2025",
    ],
)
def test_a_label_of_a_venue_makes_none_of_words_that_nobody_knows_for_one(said: str) -> None:
    (draft,) = papers(_page(said))
    assert (draft.venue, draft.year, len(draft.notes)) == (None, None, 1)


@pytest.mark.parametrize(
    "said",
    ["Published: CVPR 2020", "Publication: Journal of Looms, 2020", "Conf: EuroSys'20", "来源：CVPR 2020"],
)
def test_a_label_of_a_venue_says_where_a_paper_appeared_if_that_is_known_for_one(said: str) -> None:
    (draft,) = papers(_page(said))
    assert (draft.venue in ("CVPR", "Journal of Looms", "EuroSys"), draft.year, draft.notes) == (True, 2020, ())


@pytest.mark.parametrize("said", ["Researchers: many from MIT", "Lead author: unknown", "Main author: see the paper"])
def test_a_label_of_people_makes_none_of_words_that_look_like_no_name(said: str) -> None:
    (draft,) = papers(f"# Looms\n\n- [{TITLE}]({URL})\n  - {said}\n")
    assert (draft.authors, len(draft.notes)) == ((), 1)


@pytest.mark.parametrize("label", ["Researcher", "Lead author", "Autor", "Authors"])
def test_a_name_behind_a_label_of_people_is_an_author(label: str) -> None:
    (draft,) = papers(f"# Looms\n\n- [{TITLE}]({URL})\n  - {label}: Ada Lovelace\n")
    assert ([one.name for one in draft.authors], draft.notes) == (["Ada Lovelace"], ())
