"""The objects of a JSON file come one at a time, and damage costs only what is damaged."""

from __future__ import annotations

import json
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readtrack.errors import UnreadableError
from readtrack.importers import Source
from readtrack.importers._json import Element, elements, object_of
from readtrack.model import Skipped


def read(text: str | bytes) -> list[Element | Skipped]:
    return list(elements(Source("papers.json", text.encode() if isinstance(text, str) else text)))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('[{"a": 1},\n{"a": 2}]', [("", 1, {"a": 1}), ("", 2, {"a": 2})]),
        ('{"title": "A", "authors": [{"name": "B"}]}', [("", 1, {"title": "A", "authors": [{"name": "B"}]})]),
        ('{"a": 1}\n{"a": 2}\n', [("", 1, {"a": 1}), ("", 2, {"a": 2})]),
        (
            '{"lists": [{"slug": "l"}],\n"version": 1, "papers": [\n{"a": 1}, {"a": 2}], "message": {"b": 3}}',
            [("lists", 1, {"slug": "l"}), ("papers", 3, {"a": 1}), ("papers", 3, {"a": 2}), ("message", 3, {"b": 3})],
        ),
        ('{"title": "My list", "papers": [{"a": 1}]}', [("papers", 1, {"a": 1})]),
        ("[]", []),
        ('\ufeff[,{"a": 1},,]', [("", 1, {"a": 1})]),
        (b"\xff\xfe" + '[{"a": "é"}]'.encode("utf-16-le"), [("", 1, {"a": "é"})]),
    ],
)
def test_objects_are_found_wherever_they_stand(text: str | bytes, found: list[Element]) -> None:
    assert read(text) == found


def test_what_python_would_choke_on_later_is_mended() -> None:
    [(_, _, value)] = [
        each for each in read(f'[{{"a": NaN, "b": 1e999, "c": {"9" * 5000}, "d\\udead": "\\ud800x"}}]') if each
    ]
    assert value == {"a": None, "b": None, "c": "9" * 5000, "d\ufffd": "\ufffdx"}


def test_a_line_break_in_a_text_is_text() -> None:
    assert read('[{"a": "one\ntwo"}]') == [("", 1, {"a": "one\ntwo"})]


def test_a_damaged_object_costs_itself_only() -> None:
    lines = ['[{"id": 1, "x": [1]},', '{"id": 2 "x": [{"id": 3}]},', '{"id": 4, "x": {]},', '{"id": 5}, 6, {"id": 7}]']
    first, second, third, fourth, fifth, sixth = read("\n".join(lines))
    assert (first, fourth, sixth) == (("", 1, {"id": 1, "x": [1]}), ("", 4, {"id": 5}), ("", 4, {"id": 7}))
    assert second[0] == 2
    assert second[2] == "is not JSON: expecting ',' delimiter in line 2, column 10"
    assert isinstance(third, Skipped)
    assert (third.line, third.text) == (3, '{"id": 4, "x": {]}, {"id": 5}, 6, {"id": 7}]')
    assert fifth == Skipped(4, "6", "is no entry: an entry stands in { }")


def test_a_quotation_mark_that_is_missing_costs_no_other_object() -> None:
    lines = ['[{"id": 1,', ' "x": "one,', ' "y": "two"},', '{"id": 2}]']
    assert [found for found in read("\n".join(lines)) if not isinstance(found, Skipped)] == [("", 4, {"id": 2})]


@pytest.mark.parametrize(
    "cut", ['[{"a": 1}, {"b": "x', '[{"a": 1}, {"b": [', '[{"a": 1},', '[{"a": 1}', '{"a": 1}\n{"b": 2']
)
def test_a_file_that_is_cut_off_gives_what_came_before_and_says_so(cut: str) -> None:
    first, second = read(cut)
    assert first == ("", 1, {"a": 1})
    assert isinstance(second, Skipped)
    assert "cut off" in second.why


def test_of_brackets_that_are_never_closed_the_innermost_is_told() -> None:
    assert read('{"papers": [{"a": 1}\n') == [
        ("papers", 1, {"a": 1}),
        Skipped(1, "[", "is never closed: the file may be cut off"),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "papers.json is empty."),
        ("# Reading list", "papers.json is not JSON: expecting value in line 1, column 1."),
        ('\n {"a": 1, b}', "in line 2, column 11."),
        ("[" * 100_000, "papers.json is nested more than 100 deep"),
        ('[{"title": "A', "papers.json is cut off at the end of the file."),
    ],
)
def test_what_is_no_json_is_refused_with_the_place(text: str, said: str) -> None:
    with pytest.raises(UnreadableError, match=said.replace("[", r"\[")):
        read(text)


def test_a_value_nested_too_deep_is_left_out_alone() -> None:
    deep = '{"a":' * 300 + "1" + "}" * 300
    first, second = read(f'[{deep}, {{"b": 1}}]')
    assert isinstance(first, Skipped)
    assert (first.why, second) == ("is nested more than 100 deep", ("", 1, {"b": 1}))


def test_a_large_file_is_not_held_as_objects() -> None:
    one = json.dumps({"title": "x" * 200, "authors": [{"name": "A B"}] * 20})
    data = ("[" + ",\n".join([one] * 20_000) + "]").encode()
    tracemalloc.start()
    assert sum(1 for _ in elements(Source("papers.json", data))) == 20_000
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < len(data) / 4


@pytest.mark.parametrize("piece", ['{"a":[,', '{"a":},', '{"a":{', "1,", '"",', "\\", '{"title":"\\"'])
def test_damage_all_over_a_file_is_given_up_in_the_end(piece: str) -> None:
    with pytest.raises(UnreadableError):
        read("[" + piece * (3_000_000 // len(piece)))


TOKENS = st.lists(
    st.sampled_from([*'[]{}:,"\\ \n', '"title"', '"papers"', "1", "tru", "-", "\\u", "é", "\ud800", "NaN"])
)


@settings(deadline=None, max_examples=300)
@given(
    st.binary()
    | st.text().map(lambda text: text.encode("utf-8", "replace"))
    | TOKENS.map(lambda some: "".join(some).encode("utf-8", "replace"))
)
def test_no_input_raises_anything_else(data: bytes) -> None:
    try:
        found = list(elements(Source("papers.json", data)))
    except UnreadableError:
        return
    assert all(isinstance(one, Skipped) or isinstance(one[2], dict) for one in found)


@settings(deadline=None)
@given(
    st.recursive(
        st.none() | st.integers() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
    )
)
def test_objects_are_as_python_reads_them(value: object) -> None:
    assert read(json.dumps([{"held": value}])) == [("", 1, object_of(json.dumps({"held": value})))]
