"""Everything that is written as CSL-JSON comes back as it was, and other programs find what they look for."""

from __future__ import annotations

import json

from entries import CLASSICS, KNUTH, as_held, drafts, entry_of
from hypothesis import given, settings
from hypothesis import strategies as st

from readtrack.exporters import write
from readtrack.importers import Source, format_of, read
from readtrack.model import Author, Draft, Listing


def text_of(*drafts: Draft) -> str:
    return "".join(write("csl-json", [entry_of(draft, at) for at, draft in enumerate(drafts, 1)], [CLASSICS]))


def back(*drafts: Draft) -> list[object]:
    source = Source("library.json", text_of(*drafts).encode())
    assert format_of(source) == "csl-json"
    return list(read(source, "csl-json"))


def test_other_programs_find_what_they_look_for() -> None:
    (item,) = json.loads(text_of(KNUTH))
    custom = item.pop("custom")
    assert list(custom) == ["readtrack"]
    assert item == {
        "id": "knuth84",
        "type": "article-journal",
        "title": "Literate Programming",
        "title-short": "WEB",
        "author": [{"family": "Knuth", "given": "Donald E."}, item["author"][1]],
        "container-title": "The Computer Journal",
        "issued": {"date-parts": [[1984]]},
        "DOI": "10.1093/comjnl/27.2.97",
        "URL": "https://example.org/web.pdf",
        "PMID": "123",
        "abstract": KNUTH.abstract,
        "keyword": "tangle; weave, woven",
        "note": "p. 97\n\n> let us\n> concentrate\n\nPrograms are\n\n- literature",
    }


def test_one_word_and_what_is_not_put_together_again_is_a_literal_name() -> None:
    (item,) = json.loads(
        text_of(KNUTH._replace(authors=(Author("Plato"), Author("Dijkstra, Edsger"), Author("Ada Lovelace"))))
    )
    assert item["author"] == [
        {"literal": "Plato"},
        {"literal": "Dijkstra, Edsger"},
        {"family": "Lovelace", "given": "Ada"},
    ]


def test_everything_comes_back() -> None:
    assert back(KNUTH) == [CLASSICS, as_held(KNUTH, line=2)]


def test_a_list_comes_before_the_first_of_its_papers_and_once() -> None:
    other = KNUTH._replace(key="other", lists=(*KNUTH.lists, Listing("more", None, 1)))
    assert [type(found).__name__ for found in back(KNUTH, other)] == ["ReadingList", "Draft", "ReadingList", "Draft"]


def test_what_was_changed_by_hand_is_believed() -> None:
    changed = (
        text_of(KNUTH).replace("[[1984]]", "[[1992]]").replace("weave, woven", "weave, spun").replace('"WEB"', '"CWEB"')
    )
    (_, draft) = read(Source("library.json", changed.encode()), "csl-json")
    assert isinstance(draft, Draft)
    assert (draft.name, draft.year, draft.tags) == ("CWEB", 1992, ("tangle; weave", "spun"))


def test_a_tag_with_a_comma_in_it_comes_back_whole() -> None:
    tagged = KNUTH._replace(tags=("Aged, 80 and over", "x"))
    assert back(tagged) == [CLASSICS, as_held(tagged, line=2)]


def test_the_file_of_no_papers_is_an_empty_array() -> None:
    assert json.loads(text_of()) == []
    assert list(read(Source("library.json", text_of().encode()), "csl-json")) == []


@settings(deadline=None)
@given(st.lists(drafts(), min_size=1, max_size=3))
def test_whatever_it_says_comes_back(some: list[Draft]) -> None:
    again = [found._replace(line=None) for found in back(*some) if isinstance(found, Draft)]
    assert again == [as_held(draft) for draft in some]
