"""The export of Instapaper -> drafts."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readtrack import importers
from readtrack.errors import UnreadableError
from readtrack.importers import Read, Source, format_of
from readtrack.model import Draft, NoteDraft, Reading


def read(text: str) -> list[Read]:
    source = Source("instapaper-export.csv", text.encode())
    assert format_of(source) == "instapaper"
    return list(importers.read(source, "instapaper"))


def test_a_page_is_read_with_its_folder_as_status_or_tag() -> None:
    assert read(
        "URL,Title,Selection,Folder,Timestamp,Tags\n"
        'https://example.org/a,"On ""Numbers""",,Unread,1588000000,[]\n'
        "https://example.org/b,On Engines,They count.,Archive,1588000001,\n"
        'https://example.org/c,On Logic,,Starred,1588000002,"[""maths"",""to cite""]"\n'
        "https://arxiv.org/abs/2006.06762,[2006.06762] Ansor,,Compilers,1588000003,\n"
    ) == [
        Draft('On "Numbers"', type="webpage", url="https://example.org/a", added_at="2020-04-27T15:06:40Z", line=2),
        Draft(
            "On Engines",
            type="webpage",
            url="https://example.org/b",
            readings=(Reading("read"),),
            notes=(NoteDraft("They count."),),
            added_at="2020-04-27T15:06:41Z",
            line=3,
        ),
        Draft(
            "On Logic",
            type="webpage",
            url="https://example.org/c",
            tags=("Starred", "maths", "to cite"),
            added_at="2020-04-27T15:06:42Z",
            line=4,
        ),
        Draft(
            "Ansor",
            arxiv_id="2006.06762",
            url="https://arxiv.org/abs/2006.06762",
            tags=("Compilers",),
            added_at="2020-04-27T15:06:43Z",
            line=5,
        ),
    ]


def test_the_older_export_without_times_is_read_as_well() -> None:
    assert read("URL,Title,Selection,Folder\nhttps://example.org/a,,,Unread\n") == [
        Draft("https://example.org/a", type="webpage", url="https://example.org/a", line=2)
    ]


def test_a_csv_without_folders_is_refused_with_the_columns_it_has() -> None:
    with pytest.raises(UnreadableError, match='no column "Folder"; its columns are URL, Title'):
        list(importers.read(Source("x.csv", b"URL,Title\nA,1\n"), "instapaper"))


CELLS = st.sampled_from(('"', ",", "\n", "\0", "Archive", "[", '"]', "1588000000", "9" * 40, "http://[")) | st.text()


@settings(max_examples=200, deadline=None)
@given(
    st.binary()
    | st.lists(CELLS).map(
        lambda cells: f"URL,Title,Selection,Folder,Timestamp,Tags\n{''.join(cells)}".encode(errors="surrogatepass")
    )
)
def test_no_bytes_do_any_harm(data: bytes) -> None:
    with contextlib.suppress(UnreadableError):
        list(importers.read(Source("x.csv", data), "instapaper"))
