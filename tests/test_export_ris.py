"""Everything that is written as RIS comes back as it was, and other programs find what they look for."""

from __future__ import annotations

from entries import CLASSICS, KNUTH, as_held, drafts, entry_of
from hypothesis import given, settings
from hypothesis import strategies as st

from readtrack.exporters import write
from readtrack.importers import Source, format_of, read
from readtrack.model import Draft, Identifier, Listing


def text_of(*drafts: Draft) -> str:
    return "".join(write("ris", [entry_of(draft, at) for at, draft in enumerate(drafts, 1)], [CLASSICS]))


def back(*drafts: Draft) -> list[object]:
    source = Source("library.ris", text_of(*drafts).encode())
    assert format_of(source) == "ris"
    return list(read(source, "ris"))


def test_other_programs_find_what_they_look_for() -> None:
    lines = text_of(KNUTH).split("\n")
    assert lines[:8] == [
        "TY  - JOUR",
        "ID  - knuth84",
        "TI  - Literate Programming",
        "AU  - Knuth, Donald E.",
        "AD  - Stanford University",
        "AD  - TUG",
        lines[6],
        "AD  - Web",
    ]
    for line in (
        "T2  - The Computer Journal",
        "PY  - 1984",
        "DO  - 10.1093/comjnl/27.2.97",
        "L1  - https://example.org/web.pdf",
        "UR  - https://example.org/web",
        "KW  - woven",
        "AB  - The author and his associates",
        " TY  - have been experimenting",
        "N1  - p. 97",
        " > let us",
    ):
        assert line in lines
    assert lines[-3:] == ["ER  - ", "", ""]


def test_a_book_has_its_number() -> None:
    book = KNUTH._replace(type="book", identifiers=(Identifier("isbn", "9780201896831"),))
    assert "SN  - 9780201896831\n" in text_of(book)
    assert back(book) == [CLASSICS, as_held(book, line=1)]


def test_everything_comes_back() -> None:
    assert back(KNUTH) == [CLASSICS, as_held(KNUTH, line=1)]


def test_a_list_comes_before_the_first_of_its_papers_and_once() -> None:
    other = KNUTH._replace(key="other", lists=(*KNUTH.lists, Listing("more", None, 1)))
    assert [type(found).__name__ for found in back(KNUTH, other)] == ["ReadingList", "Draft", "ReadingList", "Draft"]


def test_what_was_changed_by_hand_is_believed() -> None:
    changed = text_of(KNUTH).replace("PY  - 1984", "PY  - 1992").replace("KW  - woven", "KW  - spun")
    (_, draft) = read(Source("library.ris", changed.encode()), "ris")
    assert isinstance(draft, Draft)
    assert (draft.year, draft.tags) == (1992, ("tangle; weave", "spun"))


def test_damaged_json_costs_what_it_held_and_nothing_else() -> None:
    broken = text_of(KNUTH).replace('U1  - readtrack: {"', "U1  - readtrack: {")
    (draft,) = read(Source("library.ris", broken.encode()), "ris")
    assert isinstance(draft, Draft)
    assert (draft.title, draft.year, draft.venue) == ("Literate Programming", 1984, "The Computer Journal")


@settings(deadline=None)
@given(st.lists(drafts(), min_size=1, max_size=3))
def test_whatever_it_says_comes_back(some: list[Draft]) -> None:
    again = [found._replace(line=None) for found in back(*some) if isinstance(found, Draft)]
    assert again == [as_held(draft) for draft in some]
