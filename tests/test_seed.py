"""The OSDI 2020 list, held against the facts of its source."""

from __future__ import annotations

from collections import Counter

import pytest
from conftest import SEED, Run

from readtrack.identifiers import arxiv_id_of, link_kind

PAPERS = SEED["papers"]
NAMES = ["Ansor", "Hummingbird", "Rammer", "Clockwork", "PipeSwitch", "HiveD", "Retiarii", "Gavel", "KungFu", "BytePS"]
NAMES += ["AntMan"]


def test_it_has_11_papers_in_three_topics_by_the_names_their_systems_go_by() -> None:
    assert [paper["name"] for paper in PAPERS] == NAMES
    assert Counter(paper["topic"] for paper in PAPERS) == {"Compiler": 3, "Serving": 2, "Training in clusters": 6}
    assert {(paper["venue"], paper["year"]) for paper in PAPERS} == {("OSDI", 2020)}


def test_it_has_83_author_positions_74_names_and_21_affiliations() -> None:
    authors = [author for paper in PAPERS for author in paper["authors"]]
    assert len(authors) == 83
    assert len({author["name"] for author in authors}) == 74
    assert len({place for author in authors for place in author["affiliations"]}) == 21
    two = {author["name"] for author in authors if len(author["affiliations"]) == 2}
    assert two == {"Danyang Zhuo", "Lingxiao Ma", "Zhiqiang Xie"}
    assert "Amazon Web Services, Inc" in {place for author in authors for place in author["affiliations"]}
    assert "Yang zhang" in {author["name"] for author in authors}


def test_it_has_6_links_with_the_kind_their_url_tells() -> None:
    links = [link for paper in PAPERS for link in paper["links"]]
    assert Counter(link["kind"] for link in links) == {"arxiv": 3, "code": 2, "pdf": 1}
    assert [link_kind(link["url"], link["label"]) for link in links] == [link["kind"] for link in links]
    for paper in PAPERS:
        ids = [arxiv_id_of(link["url"]) for link in paper["links"] if link["kind"] == "arxiv"]
        assert paper["arxiv_id"] == (ids[0] if ids else None)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: str(paper["key"]))
def test_a_library_gives_back_every_fact_of_a_paper_under_its_short_name_in_any_case(
    run: Run, library: object, paper: dict[str, object]
) -> None:
    name = str(paper["name"])
    for words in (name, name.upper(), name.lower()):
        shown = run("show", words, "--json").json
        assert {fact: shown[fact] for fact in paper} == paper
