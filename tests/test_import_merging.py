"""Importing into a library that has papers already: what is new comes in, what is yours stays, and doubts are told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import Run, rows

from readtrack.errors import UnreadableError
from readtrack.importers._clean import clean
from readtrack.model import (
    Author,
    Draft,
    Identifier,
    Link,
    Listing,
    NoteDraft,
    Reading,
    ReadingList,
    Skipped,
)
from readtrack.store import imports, opening
from readtrack.store.imports import Batch, Imported

SEED_TITLE = "Ansor: Generating High-Performance Tensor Programs for Deep Learning"
ANSOR = Draft(SEED_TITLE, authors=(Author("Lianmin Zheng"), Author("Chengfan Jia")), year=2020)


def take(library: Path, *found: Draft | ReadingList | Skipped) -> Imported:
    """What an importer found in one source goes into ``library``."""
    cleaned = [one for each in found for one in (clean(each) if isinstance(each, Draft) else (each,))]
    (result,), _ = opening.writing(
        library,
        lambda store: imports.import_(store, [Batch("list.md", "test", cleaned)]),
        start=lambda store: None,
        on_wait=lambda: None,
    )
    return result


def dump(library: Path) -> list[tuple[object, ...]]:
    return rows(library, "SELECT * FROM papers") + rows(library, "SELECT * FROM changes")


def test_the_same_again_changes_nothing_and_tells_no_change(library: Path) -> None:
    first = take(
        library, ANSOR._replace(links=(Link("code", "https://github.com/a/b"),), tags=("x",)), Draft("New one")
    )
    before = dump(library)
    again = take(
        library, ANSOR._replace(links=(Link("code", "https://github.com/a/b"),), tags=("x",)), Draft("New one")
    )
    assert (first.merged, len(first.added), first.unchanged) == (("ansor",), 1, 0)
    assert (again.merged, again.added, again.unchanged) == ((), (), 2)
    assert dump(library) == before


def test_a_known_list_gains_its_title_also_where_no_paper_changes(library: Path) -> None:
    on_list = Draft("New one", lists=(Listing("tensors"),))
    take(library, on_list)
    result = take(library, ReadingList("tensors", "Tensor compilers", "list.md"), on_list)
    assert (result.added, result.merged, result.unchanged) == ((), (), 1)
    assert rows(library, "SELECT title, source FROM lists WHERE slug = 'tensors'") == [("Tensor compilers", "list.md")]
    ((image,),) = rows(library, "SELECT papers FROM changes ORDER BY id DESC LIMIT 1")
    assert json.loads(image)["before"] == {"lists": [{"slug": "tensors", "title": "tensors", "source": None}]}


def test_a_paper_gains_what_is_new_to_it(library: Path, run: Run) -> None:
    run("edit", "ansor", "--abstract", "", "--arxiv", "")
    take(
        library,
        ReadingList("tensors", "Tensor compilers", "list.md"),
        ANSOR._replace(
            doi="10.5555/ansor",
            links=(Link("", "https://github.com/tvm/ansor", "Code"), Link("", "https://arxiv.org/abs/2006.06762")),
            abstract="High-performance tensor programs.",
            identifiers=(Identifier("dblp", "conf/osdi/Zheng"),),
            lists=(Listing("tensors", "Search"),),
            url="https://example.org/ansor",
        ),
    )
    paper = run("show", "ansor", "--json").json
    assert (paper["doi"], paper["url"], paper["abstract"]) == (
        "10.5555/ansor",
        "https://example.org/ansor",
        "High-performance tensor programs.",
    )
    assert [link["kind"] for link in paper["links"]] == ["arxiv", "code", "arxiv"]
    assert paper["arxiv_id"] == "2006.06762"
    assert {"slug": "tensors", "section": "Search"} in paper["lists"]
    assert rows(library, "SELECT title, source FROM lists WHERE slug = 'tensors'") == [("Tensor compilers", "list.md")]
    assert rows(library, "SELECT value FROM identifiers WHERE kind = 'dblp'") == [("conf/osdi/Zheng",)]
    assert (paper["venue"], paper["year"], paper["topic"]) == ("OSDI", 2020, "Compiler")


def test_another_page_of_a_paper_becomes_a_link_of_its_kind(library: Path, run: Run) -> None:
    run("edit", "ansor", "--url", "https://example.org/ansor")
    take(library, ANSOR._replace(url="https://example.org/ansor.pdf"))
    shown = run("show", "ansor", "--json").json
    assert shown["url"] == "https://example.org/ansor"
    assert {"kind": "pdf", "url": "https://example.org/ansor.pdf", "label": None} in shown["links"]


def test_what_is_there_stays(library: Path, run: Run) -> None:
    before = run("show", "ansor", "--json").json
    take(library, ANSOR._replace(venue="MLSys", topic="Other", name="TVM", type="book", authors=(Author("L. Zheng"),)))
    assert run("show", "ansor", "--json").json == before


@pytest.mark.parametrize(
    ("have", "comes", "left"),
    [
        ("--read", "queued", "read"),
        ("--read", "reading", "read"),
        ("--read", "abandoned", "read"),
        ("--skimmed", "reading", "skimmed"),
        ("--reading", "abandoned", "reading"),
        ("--queued", "reading", "reading"),
        ("--skimmed", "read", "read"),
        ("--unread", "queued", "queued"),
    ],
)
def test_an_import_never_lowers_a_status(library: Path, run: Run, have: str, comes: str, left: str) -> None:
    run("mark", "ansor", have)
    take(library, ANSOR._replace(readings=(Reading(comes),)))
    assert run("show", "ansor", "--json").json["status"] == left


def test_a_known_day_is_filled_in_and_a_later_reading_is_added(library: Path, run: Run) -> None:
    run("mark", "ansor", "--read", "--on", "2024-05-01")
    take(library, ANSOR._replace(readings=(Reading("read", finished_on="2024", rating=4),)))
    assert rows(library, "SELECT finished_on, rating FROM readings") == [("2024-05-01", 4)]
    take(library, ANSOR._replace(readings=(Reading("read", finished_on="2025-06"),)))
    assert rows(library, "SELECT finished_on FROM readings") == [("2024-05-01",), ("2025-06",)]


@pytest.mark.parametrize(
    ("mine", "theirs", "after"),
    [
        (("--skimmed", "--on", "2019-05"), Reading("read", finished_on="2020-01-02"), [("read", "2020-01-02")]),
        (("--skimmed", "--on", "2019-05"), Reading("read"), [("read", "2019-05")]),
        (("--queued",), Reading("reading", started_on="2020"), [("reading", None)]),
        (
            ("--abandoned", "--on", "2018"),
            Reading("read", finished_on="2020"),
            [("abandoned", "2018"), ("read", "2020")],
        ),
        (("--read", "--on", "2020"), Reading("read", finished_on="2021"), [("read", "2020"), ("read", "2021")]),
        (("--read", "--on", "2020"), Reading("read", progress="100%"), [("read", "2020")]),
    ],
)
def test_a_status_that_rises_brings_its_day_and_is_told(
    library: Path, run: Run, mine: tuple[str, ...], theirs: Reading, after: list[tuple[str, str | None]]
) -> None:
    run("mark", "ansor", *mine)
    assert take(library, ANSOR._replace(readings=(theirs,))).merged == ("ansor",)
    assert rows(library, "SELECT status, finished_on FROM readings ORDER BY id") == after
    assert take(library, ANSOR._replace(readings=(theirs,))).unchanged == 1


@pytest.mark.parametrize("theirs", ["2020-11", "2020", None])
def test_a_day_that_may_be_the_same_is_no_other_reading(library: Path, run: Run, theirs: str | None) -> None:
    for mine in ("2020", "2020-11-04"):
        run("mark", "ansor", "--read", "--on", mine)
        take(library, ANSOR._replace(readings=(Reading("read", finished_on=theirs),)))
        assert rows(library, "SELECT finished_on FROM readings") == [(mine,)]


def test_tags_and_notes_that_you_took_away_or_changed_do_not_come_back(library: Path, run: Run) -> None:
    draft = ANSOR._replace(tags=("search", "tvm"), notes=(NoteDraft("First"), NoteDraft("Second")))
    take(library, draft)
    run("tags", "remove", "ansor", "tvm")
    run("notes", "remove", "1")
    run("notes", "edit", "2", "My own words")
    assert take(library, draft).unchanged == 1
    paper = run("show", "ansor", "--json").json
    assert (paper["tags"], [note["body"] for note in paper["notes"]]) == (["search"], ["My own words"])


def test_a_preprint_takes_on_the_place_where_it_was_published(library: Path, run: Run) -> None:
    take(library, Draft("Attention Is All You Need", venue="arXiv", year=2017, authors=(Author("A. Vaswani"),)))
    take(library, Draft("Attention is all you need", venue="NeurIPS", year=2017, authors=(Author("Ashish Vaswani"),)))
    paper = run("show", "attention", "--json").json
    assert (paper["venue"], paper["year"], paper["authors"][0]["name"]) == ("NeurIPS", 2017, "A. Vaswani")


def test_a_longer_list_of_authors_and_their_affiliations_are_gained(library: Path, run: Run) -> None:
    take(library, Draft("On Engines and Looms", authors=(Author("Ada Lovelace", ("London",)),)))
    take(library, Draft("On Engines and Looms", authors=(Author("A. Lovelace"), Author("C. Babbage", ("Cambridge",)))))
    assert run("show", "engines", "--json").json["authors"] == [
        {"name": "Ada Lovelace", "affiliations": ["London"]},
        {"name": "C. Babbage", "affiliations": ["Cambridge"]},
    ]


def test_the_same_paper_twice_in_one_source_is_one_paper(library: Path) -> None:
    result = take(
        library,
        Draft("A Paper of Mine", venue="arXiv", links=(Link("", "https://a.org/1"),)),
        Draft("A paper of mine.", readings=(Reading("read"),), links=(Link("", "https://a.org/2"),)),
        Draft("A PAPER OF MINE", readings=(Reading("queued"),)),
    )
    assert (len(result.added), len(result.merged), result.unchanged) == (1, 1, 1)
    assert rows(library, "SELECT status, json_array_length(links) FROM papers WHERE id = 12") == [("read", 2)]


def test_papers_that_may_be_one_are_both_kept_and_told(library: Path) -> None:
    result = take(library, ANSOR._replace(authors=(Author("Somebody Else"),)))
    assert [(doubt.other, doubt.why) for doubt in result.doubts] == [("ansor", "same title, other authors")]
    again = take(library, ANSOR._replace(authors=(Author("Somebody Else"),)))
    assert (again.unchanged, again.doubts) == (1, ())


def test_a_doi_that_another_paper_holds_stays_a_link_and_is_told(library: Path, run: Run) -> None:
    take(library, Draft("A Very Certain Paper", doi="10.1000/a"))
    wrong = Draft("Something Else Entirely", links=(Link("", "https://doi.org/10.1000/a"),))
    result = take(library, wrong)
    assert [doubt.why for doubt in result.doubts] == ["same doi 10.1000/a, another title"]
    paper = run("show", "something", "--json").json
    assert (paper["doi"], [link["url"] for link in paper["links"]]) == (None, ["https://doi.org/10.1000/a"])
    assert take(library, wrong).unchanged == 1


def test_keys_are_kept_where_they_are_free(library: Path) -> None:
    result = take(
        library,
        Draft("One", key="Knuth:1984"),
        Draft("Two", key="knuth-1984"),
        Draft("Three", key="ansor"),
        Draft("四", key="１２"),
        Draft("五"),
    )
    assert result.added == ("knuth-1984", "knuth-1984-2", "ansor-2", "paper", "paper-2")


def test_all_of_an_import_is_one_change_that_keeps_what_was_there(library: Path) -> None:
    import json

    take(library, ReadingList("x", "X"), ANSOR._replace(doi="10.1000/x"), Draft("New", notes=(NoteDraft("n"),)))
    ((number, what, papers),) = rows(library, "SELECT id, what, papers FROM changes WHERE id > 1")
    image = json.loads(papers)
    assert (what, image["added"], image["lists"]) == ("import list.md", [12], ["x"])
    assert image["before"]["papers"][0]["key"] == "ansor"
    assert rows(library, "SELECT DISTINCT change FROM history") == [(number,)]


def test_a_source_that_nobody_can_read_costs_that_source_only(library: Path) -> None:
    def broken() -> object:
        raise UnreadableError("b.bib is a PDF.")
        yield

    batches = [Batch("b.bib", "BibTeX", broken()), Batch("a.md", "Markdown", [Draft("New")])]  # type: ignore[arg-type]
    results, _ = opening.writing(
        library, lambda store: imports.import_(store, batches), start=lambda store: None, on_wait=lambda: None
    )
    assert [(result.error, len(result.added)) for result in results] == [("b.bib is a PDF.", 0), (None, 1)]


def test_more_papers_than_are_held_at_once_come_in_whole(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(imports, "BATCH", 3)
    drafts = [Draft(f"Paper number {number} of many", tags=("many",)) for number in range(20)]
    result = take(library, *drafts, *drafts)
    assert (len(result.added), result.unchanged) == (20, 20)
    assert rows(library, "SELECT count(*) FROM papers_fts WHERE papers_fts MATCH 'many'") == [(20,)]


@pytest.mark.parametrize("mine", [["--unread"], ["--reading", "--again"], ["--abandoned", "--again"]])
def test_the_same_file_again_does_not_override_what_you_said_since(library: Path, run: Run, mine: list[str]) -> None:
    draft = ANSOR._replace(readings=(Reading("read", finished_on="2020"),))
    take(library, draft)
    run("mark", "ansor", *mine)
    before = run("show", "ansor", "--json").json
    assert take(library, draft).unchanged == 1
    assert run("show", "ansor", "--json").json == before


def test_what_was_given_up_and_is_read_elsewhere_is_a_new_reading(library: Path, run: Run) -> None:
    run("mark", "ansor", "--abandoned", "--on", "2021")
    take(library, ANSOR._replace(readings=(Reading("reading"),)))
    assert rows(library, "SELECT status, finished_on FROM readings ORDER BY id") == [
        ("abandoned", "2021"),
        ("reading", None),
    ]


def test_earlier_readings_come_in_and_the_status_stays_the_last(library: Path, run: Run) -> None:
    run("mark", "ansor", "--queued")
    readings = (Reading("read", finished_on="2018"), Reading("read", finished_on="2020"))
    take(library, ANSOR._replace(readings=readings))
    assert rows(library, "SELECT status, finished_on FROM readings ORDER BY id") == [("read", "2018"), ("read", "2020")]
    assert take(library, ANSOR._replace(readings=readings)).unchanged == 1


def test_venue_and_year_are_those_of_one_version(library: Path, run: Run) -> None:
    take(library, Draft("A Preprint of Some Length", year=2019, authors=(Author("Ada Lovelace"),)))
    take(library, Draft("A preprint of some length", venue="OSDI", year=2021, authors=(Author("A. Lovelace"),)))
    paper = run("show", "12", "--json").json
    assert (paper["venue"], paper["year"]) == ("OSDI", 2021)


def test_nobody_is_lost_where_two_authors_share_a_family_name(library: Path, run: Run) -> None:
    mine = (Author("Ann Smith", ("MIT",)), Author("Bo Smith", ("ETH",)))
    take(library, Draft("A Paper of Two Smiths", authors=mine))
    take(library, Draft("A Paper of Two Smiths", authors=(Author("A. Smith"), Author("C. Li"), Author("D. Wu"))))
    assert [author["name"] for author in run("show", "12", "--json").json["authors"]] == ["Ann Smith", "Bo Smith"]


def test_a_tag_that_was_taken_off_does_not_come_back_in_another_case(library: Path, run: Run) -> None:
    run("tags", "add", "ansor", "ML")
    run("tags", "remove", "ansor", "ML")
    assert take(library, ANSOR._replace(tags=("ml",))).unchanged == 1


def test_many_papers_of_one_title_are_found_again(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("readtrack.store.known.CROWD", 5)
    drafts = [Draft("Editorial", venue=f"Journal {number}", year=2000 + number) for number in range(20)]
    assert len(take(library, *drafts).added) == 20
    assert take(library, *drafts).unchanged == 20


def test_each_doubt_is_told_once(library: Path) -> None:
    drafts = [Draft("Editorial", venue=f"Journal {number}", year=2000 + number) for number in range(9)]
    assert len(take(library, *drafts).doubts) == 8


def test_the_image_of_a_paper_is_kept_once_and_of_new_ones_never(library: Path) -> None:
    import json

    new = Draft("A New One of Them", links=(Link("", "https://a.org/0"),))
    more = [new._replace(links=(Link("", f"https://a.org/{number}"),)) for number in range(5)]
    known = [ANSOR._replace(links=(Link("", f"https://b.org/{number}"),)) for number in range(5)]
    take(library, new, *more, *known)
    ((papers,),) = rows(library, "SELECT papers FROM changes WHERE id > 1")
    image = json.loads(papers)
    assert [row["key"] for row in image["before"]["papers"]] == ["ansor"]
    assert [row["url"] for row in image["before"]["links"]] == ["https://arxiv.org/pdf/2006.06762.pdf"]


def test_what_was_merged_by_hand_stays_one_paper(library: Path, run: Run) -> None:
    other = Draft("Ansor, an Early Version of It", key="early", notes=(NoteDraft("Mine"),), tags=("old",))
    take(library, other)
    run("merge", "ansor", "early")
    assert take(library, other).unchanged == 1
    assert rows(library, "SELECT count(*) FROM papers") == [(11,)]


@pytest.mark.parametrize("where", ["url", "links"])
def test_papers_of_one_title_are_one_where_an_address_is_the_same(library: Path, where: str) -> None:
    first = Draft("Untold", url="https://example.org/a", links=(Link("pdf", "https://example.org/b.pdf"),))
    same = {"url": "https://example.org/a"} if where == "url" else {"links": first.links}
    take(library, first)
    assert take(library, Draft("Untold", **same)).unchanged == 1


def test_authors_are_not_taken_from_others_because_those_come_with_a_place(library: Path, run: Run) -> None:
    run("add", "Untold", "--author", "Ada Lovelace", "--doi", "10.1000/1", "--year", "2020")
    take(library, Draft("Untold", authors=(Author("Alan Turing", ("Manchester",)),), doi="10.1000/1", year=2020))
    assert rows(library, "SELECT author FROM authorships WHERE paper = 12") == [("Ada Lovelace",)]


def test_a_second_identifier_of_a_kind_comes_in_as_a_link_to_where_it_leads(library: Path, run: Run) -> None:
    take(library, ANSOR._replace(identifiers=(Identifier("doi", "10.1000/one"),)))
    take(library, ANSOR._replace(identifiers=(Identifier("doi", "10.1000/two"),), key="ansor"))
    paper = run("show", "ansor", "--json").json
    assert paper["doi"] == "10.1000/one"
    assert {"kind": "doi", "url": "https://doi.org/10.1000/two", "label": None} in paper["links"]


def test_affiliations_of_an_author_are_numbered_from_one(library: Path) -> None:
    take(library, Draft("New one"))
    take(library, Draft("New one", authors=(Author("Ada", ("Here", "There")), Author("Bob", ("There",)))))
    numbered = "SELECT author_position, position, affiliation FROM authorship_affiliations WHERE paper = 12"
    assert rows(library, numbered) == [(1, 1, "Here"), (1, 2, "There"), (2, 1, "There")]
