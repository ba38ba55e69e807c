"""Netscape files of bookmarks -> drafts."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readtrack import importers
from readtrack.errors import UnreadableError
from readtrack.importers import Read, Source, format_of
from readtrack.model import Draft, NoteDraft, Reading, Skipped

TOP = """<!DOCTYPE NETSCAPE-Bookmark-file-1>
<!-- This is an automatically generated file. -->
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks</H1>
<DL><p>
"""


def read(text: str) -> list[Read]:
    source = Source("bookmarks.html", (TOP + text).encode())
    assert format_of(source) == "bookmarks"
    return list(importers.read(source, "bookmarks"))


def drafts(text: str) -> list[Draft]:
    return [found for found in read(text) if isinstance(found, Draft)]


def test_folders_are_tags_but_those_of_the_browser() -> None:
    assert read(
        """<DT><H3 ADD_DATE="1" PERSONAL_TOOLBAR_FOLDER="true">Ma barre à moi</H3>
<DL><p>
    <DT><H3>Papers</H3>
    <DL><p>
        <DT><H3>Maths &amp; logic</H3>
        <DL><p>
            <DT><A HREF="https://example.org/a?b=1&amp;c=2" ADD_DATE="1588000000" ICON="data:image/png;base64,AAA=">On
 Numbers</A>
        </DL><p>
        <DT><A HREF="https://arxiv.org/abs/2006.06762" ADD_DATE="1588000001">[2006.06762] Ansor</A>
    </DL><p>
    <DT><A HREF="https://example.org/c" ADD_DATE="1588000002"></A>
</DL><p>
<DT><H3>Other bookmarks</H3>
<DL><p>
    <DT><A HREF="http://example.org/d">On Engines</A>
</DL><p>
</DL><p>
"""
    ) == [
        Draft(
            "On Numbers",
            type="webpage",
            url="https://example.org/a?b=1&c=2",
            tags=("Papers", "Maths & logic"),
            added_at="2020-04-27T15:06:40Z",
            line=13,
        ),
        Draft(
            "Ansor",
            arxiv_id="2006.06762",
            url="https://arxiv.org/abs/2006.06762",
            tags=("Papers",),
            added_at="2020-04-27T15:06:41Z",
            line=16,
        ),
        Draft(
            "https://example.org/c",
            type="webpage",
            url="https://example.org/c",
            added_at="2020-04-27T15:06:42Z",
            line=18,
        ),
        Draft("On Engines", type="webpage", url="http://example.org/d", line=22),
    ]


def test_tags_descriptions_and_to_read_are_taken() -> None:
    (draft, other) = drafts(
        '<DT><A HREF="https://example.org/a" ADD_DATE="1588000000" PRIVATE="1" TOREAD="1" TAGS="maths,to cite">A</A>\n'
        '<DD>Said Boole:\n\n  * <a href="https://example.org/not-a-bookmark">this</a> &lt;b&gt;\n'
        '<DT><A HREF="https://example.org/b" ADD_DATE="0">B</A>\n</DL><p>'
    )
    assert draft == Draft(
        "A",
        type="webpage",
        url="https://example.org/a",
        readings=(Reading("queued"),),
        tags=("maths", "to cite"),
        notes=(NoteDraft("Said Boole:\n\n  * this <b>"),),
        added_at="2020-04-27T15:06:40Z",
        line=7,
    )
    assert other == Draft("B", type="webpage", url="https://example.org/b", line=11)


def test_a_folder_of_a_reading_list_is_no_tag_but_a_queue() -> None:
    (draft,) = drafts('<DT><H3>Reading List</H3>\n<DL><p><DT><A HREF="https://example.org/a">A</A></DL>')
    assert (draft.tags, draft.readings) == ((), (Reading("queued"),))


def test_tags_without_any_comma_in_the_file_are_parted_by_blanks() -> None:
    (draft,) = drafts('<DT><A HREF="https://example.org/a" TAGS="private secret">A</A>')
    assert draft.tags == ("private", "secret")


@pytest.mark.parametrize(
    ("date", "added_at"),
    [
        ("1588000000", "2020-04-27T15:06:40Z"),
        ("1588000000123", "2020-04-27T15:06:40Z"),
        ("1588000000123456", "2020-04-27T15:06:40Z"),
        ("10/Oct/2000:13:55:36 +0300", "2000-10-10T10:55:36Z"),
        ("0", None),
        ("x", None),
        ("9" * 40, None),
    ],
)
def test_every_service_counts_time_in_its_own_way(date: str, added_at: str | None) -> None:
    (draft,) = drafts(f'<DT><A HREF="https://example.org/a" ADD_DATE="{date}">A</A>')
    assert draft.added_at == added_at


@pytest.mark.parametrize("url", ["javascript:alert(1)", "place:sort=8", "chrome://settings/", "file:///etc/passwd", ""])
def test_a_link_that_leads_to_no_page_of_the_web_is_told(url: str) -> None:
    told, draft = read(f'<DT><A HREF="{url}">Mine</A>\n<DT><A HREF="https://example.org/a">A</A>')
    kind = f"a {url.split(':')[0]}: link" if url else "empty"
    assert told == Skipped(7, "Mine", f"leads to no page of the web: it is {kind}")
    assert isinstance(draft, Draft)


@pytest.mark.parametrize(
    "broken",
    [
        '<DT><A HREF=https://example.org/a>A<DT><A HREF="https://example.org/b">B',
        "<dl><dt><a href='https://example.org/a'>A</a></dl></dl></dl><dt><a href='https://example.org/b'>B</a>",
        '<DT><A HREF="https://example.org/a">A</A><!-- never ends <DT><A HREF="https://example.org/b">B</A>',
        '<A HREF="https://example.org/a">A</A>\n<A HREF="https://example.org/b">B</A>',
        '<LI><A HREF="https://example.org/a">A</A></H3><LI><A  HREF = "https://example.org/b" x="">B</A>',
    ],
)
def test_broken_html_is_read_all_the_same(broken: str) -> None:
    assert [(draft.title, draft.url) for draft in drafts(broken)] == [
        ("A", "https://example.org/a"),
        ("B", "https://example.org/b"),
    ]


def test_a_reference_to_a_character_that_cannot_be_costs_only_itself() -> None:
    (draft,) = drafts(f'<DT><A HREF="https://example.org/a">A &amp; &#{"9" * 5000}; B</A>')
    assert draft.title == "A & \ufffd B"


def test_a_page_without_links_is_refused() -> None:
    with pytest.raises(UnreadableError, match="not one link"):
        list(importers.read(Source("x.html", b"<!DOCTYPE NETSCAPE-Bookmark-file-1><DL></DL>"), "bookmarks"))


TOKENS = st.sampled_from(
    (
        "<DT>",
        "<DL><p>",
        "</DL>",
        "<H3>",
        "</H3>",
        "<DD>",
        "<A HREF=",
        '"',
        "'",
        ">",
        "</A>",
        "TAGS=",
        "<!--",
        "-->",
        "<",
    )
)


@settings(max_examples=200, deadline=None)
@given(
    st.binary()
    | st.lists(TOKENS | st.text()).map(lambda parts: ("<A HREF=x>" + "".join(parts)).encode(errors="surrogatepass"))
)
def test_no_bytes_do_any_harm(data: bytes) -> None:
    with contextlib.suppress(UnreadableError):
        list(importers.read(Source("x.html", data), "bookmarks"))
