"""The exports of Pocket, HTML and CSV -> drafts."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readtrack import importers
from readtrack.errors import UnreadableError
from readtrack.importers import Read, Source, format_of
from readtrack.model import Draft, Reading

HTML = """<!DOCTYPE html>
<html>
\t<!--So long and thanks for all the fish-->
\t<head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8" /><title>Pocket Export</title></head>
\t<body>
\t\t<h1>Unread</h1>
\t\t<ul>
\t\t\t<li><a href="https://example.org/?a=1&amp;b=2" time_added="1588000000" tags="maths,to cite">
On &lt;Numbers&gt;</a></li>
\t\t\t<li><a href="https://arxiv.org/abs/2006.06762" time_added="1588000001" tags="">[2006.06762] Ansor</a></li>
\t\t</ul>
\t\t<h1>Read Archive</h1>
\t\t<ul><li><a href="https://example.org/engines" time_added="1588000002" tags="">https://example.org/engines</a></li></ul>
\t</body>
</html>
"""


def read(text: str, name: str) -> list[Read]:
    source = Source(name, text.encode())
    assert format_of(source) == "pocket"
    return list(importers.read(source, "pocket"))


def test_the_html_is_read_with_its_archive_as_read() -> None:
    assert read(HTML, "ril_export.html") == [
        Draft(
            "On <Numbers>",
            type="webpage",
            url="https://example.org/?a=1&b=2",
            tags=("maths", "to cite"),
            added_at="2020-04-27T15:06:40Z",
            line=8,
        ),
        Draft(
            "Ansor",
            arxiv_id="2006.06762",
            url="https://arxiv.org/abs/2006.06762",
            added_at="2020-04-27T15:06:41Z",
            line=10,
        ),
        Draft(
            "https://example.org/engines",
            type="webpage",
            url="https://example.org/engines",
            readings=(Reading("read"),),
            added_at="2020-04-27T15:06:42Z",
            line=13,
        ),
    ]


def test_the_csv_is_read_with_line_breaks_in_titles() -> None:
    assert read(
        "title,url,time_added,tags,status\n"
        '"On\nNumbers",https://example.org/a,1588000000,maths|to cite,unread\n'
        ",https://example.org/b,1588000001,,archive\n",
        "part_000000.csv",
    ) == [
        Draft(
            "On Numbers",
            type="webpage",
            url="https://example.org/a",
            tags=("maths", "to cite"),
            added_at="2020-04-27T15:06:40Z",
            line=2,
        ),
        Draft(
            "https://example.org/b",
            type="webpage",
            url="https://example.org/b",
            readings=(Reading("read"),),
            added_at="2020-04-27T15:06:41Z",
            line=4,
        ),
    ]


def test_a_link_that_the_html_breaks_off_in_costs_only_itself() -> None:
    drafts = read('<h1>Unread</h1><a href="https://example.org/a" time_added="1">A</a><a href="https://exam', "x.html")
    assert [draft.title for draft in drafts if isinstance(draft, Draft)] == ["A"]


def test_a_page_without_links_is_refused() -> None:
    with pytest.raises(UnreadableError, match="without a single link"):
        list(importers.read(Source("x.html", b"<html><p>Hello</p></html>"), "pocket"))


TOKENS = st.sampled_from(
    ("<h1>", "</h1>", "Read Archive", "<a ", 'href="', "'", '"', ">", "</a>", "time_added=", "9" * 30, "&#9999999999;")
)


@settings(max_examples=200, deadline=None)
@given(
    st.binary()
    | st.lists(TOKENS | st.text()).map(lambda parts: ("<a " + "".join(parts)).encode(errors="surrogatepass"))
    | st.text().map(lambda text: f"title,url,time_added,tags,status\n{text}".encode(errors="surrogatepass"))
)
def test_no_bytes_do_any_harm(data: bytes) -> None:
    with contextlib.suppress(UnreadableError):
        list(importers.read(Source("x.html", data), "pocket"))
