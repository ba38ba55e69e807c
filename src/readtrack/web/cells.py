"""Cells that show what they mean. Whatever comes from the library is escaped; only http and https URLs are linked."""

from __future__ import annotations

import functools
import json
import re
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from readtrack.render import MARKS
from readtrack.web import libraries
from readtrack.web.links import called, found_at, web_address

if TYPE_CHECKING:
    from collections.abc import Callable

# Datasette shows the value itself where the answer is empty.
NOTHING = Markup("&nbsp;")


def render(datasette: Any, database: str, table: str | None, column: str, value: Any, row: Any) -> Markup | None:
    """What stands in a cell of a table or row page of a library; None: what Datasette makes of it."""
    if table not in ("papers", "notes") or value is None or not libraries.is_library(datasette, database):
        return None
    if (table, column) in CELLS:
        return CELLS[table, column](value)
    if table == "papers" and column in NAMES:
        return NAMES[column](value, f"{datasette.urls.table(database, 'papers')}?_{column}=")
    if (table, column) == ("papers", "notes"):
        return _notes(value, f"{datasette.urls.table(database, 'notes')}?paper={row['id']}")
    return None


def _anchor(url: str, text: object) -> Markup:
    """A link where ``url`` is http(s), else only the text."""
    address = web_address(url)
    if address is None:
        return escape(text)
    return Markup('<a href="{}" rel="noopener noreferrer">{}</a>').format(address, text)


def array(value: Any) -> list[Any] | None:
    """The JSON array in a cell; None where there is none."""
    try:
        parsed = json.loads(value)
    except (TypeError, ValueError):
        return None
    return parsed if isinstance(parsed, list) else None


def _links(value: Any) -> Markup | None:
    links = array(value)
    if links is None or not all(isinstance(link, dict) for link in links):
        return None
    anchors = (
        _anchor(str(link.get("url")), called(link.get("kind"), link.get("label"), link.get("url"))) for link in links
    )
    return Markup(" · ").join(anchors) or NOTHING


def _url(value: Any) -> Markup:
    return _anchor(str(value), value)


def _doi(value: Any) -> Markup:
    return _anchor(str(found_at("doi", value)), value)


def _arxiv(value: Any) -> Markup:
    return _anchor(str(found_at("arxiv", value)), value)


def _tags(value: Any, search: str) -> Markup | None:
    tags = array(value)
    if tags is None:
        return None
    return Markup(" ").join(_name(tag, search, "readtrack-tag") for tag in tags) or NOTHING


def _people(value: Any, search: str) -> Markup | None:
    names = array(value)
    if names is None:
        return None
    shown = names if len(names) <= 4 else names[:3]
    cell = Markup(", ").join(_name(name, search, "readtrack-name") for name in shown)
    if rest := names[len(shown) :]:
        cell += Markup(' <span title="{}">+ {} more</span>').format(", ".join(map(str, rest)), len(rest))
    return cell or NOTHING


def _name(name: Any, search: str, css_class: str) -> Markup:
    from urllib.parse import quote_plus

    return Markup('<a class="{}" href="{}">{}</a>').format(css_class, search + quote_plus(str(name)), name)


def _notes(value: Any, notes: str) -> Markup:
    return Markup('<a href="{}">{}</a>').format(notes, value) if value else NOTHING


def _status(value: Any) -> Markup:
    return Markup('<span class="readtrack-status">{} {}</span>').format(MARKS.get(value, ""), value)


def _rating(value: Any) -> Markup | None:
    if not isinstance(value, int) or not 1 <= value <= 5:
        return None
    return Markup('<span title="{} of 5">{}</span>').format(value, "★" * value + "☆" * (5 - value))


@functools.cache
def _markdown() -> Any:
    from markdown_it import MarkdownIt

    # No images: a note from elsewhere could tell its author when it is read.
    parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
    # A method of the parser is its own way to say which links it may make.
    parser.validateLink = lambda url: bool(re.match(r"(https?://|mailto:)", url.strip(), re.IGNORECASE))  # type: ignore[method-assign]
    return parser


def _body(value: Any) -> Markup:
    # Markup is right here: the parser escapes all HTML, and links only what validateLink lets through.
    return Markup('<div class="readtrack-note">{}</div>').format(Markup(_markdown().render(str(value))))  # noqa: S704  see above


CELLS: dict[tuple[str, str], Callable[[Any], Markup | None]] = {
    ("papers", "links"): _links,
    ("papers", "url"): _url,
    ("papers", "doi"): _doi,
    ("papers", "arxiv_id"): _arxiv,
    ("papers", "status"): _status,
    ("papers", "rating"): _rating,
    ("notes", "body"): _body,
}

NAMES: dict[str, Callable[[Any, str], Markup | None]] = {
    "tags": _tags,
    "authors": _people,
    "affiliations": _people,
}
"""Column of ``papers`` -> its cell, given also the URL that finds a name where the name is appended."""
