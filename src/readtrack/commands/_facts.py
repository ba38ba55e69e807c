"""The options that ``add`` and ``edit`` share, and what they mean."""

import re
from typing import Annotated, Any

import typer

from readtrack.errors import UsageError
from readtrack.identifiers import arxiv_id_of, doi_of, link_kind, parts_of
from readtrack.model import Author, Link
from readtrack.schema import TYPES
from readtrack.typed import line_of, lines_of

NameOption = Annotated[str | None, typer.Option(help="The short name it goes by.", show_default=False)]
KeyOption = Annotated[str | None, typer.Option(help="The short word you type for it.", show_default=False)]
TypeOption = Annotated[
    str | None, typer.Option("--type", help="A CSL type: paper-conference, book, ...", show_default=False)
]
VenueOption = Annotated[str | None, typer.Option(help="Where it appeared.", show_default=False)]
YearOption = Annotated[int | None, typer.Option(min=1000, max=2999, help="When it appeared.", show_default=False)]
TopicOption = Annotated[str | None, typer.Option(help="What it is about.", show_default=False)]
UrlOption = Annotated[str | None, typer.Option(help="Its page.", show_default=False)]
DoiOption = Annotated[str | None, typer.Option(help="Its DOI.", show_default=False)]
ArxivOption = Annotated[str | None, typer.Option(help="Its arXiv id.", show_default=False)]
AbstractOption = Annotated[str | None, typer.Option(help="Its abstract.", show_default=False)]
AuthorOption = Annotated[
    list[str] | None,
    typer.Option(
        "--author", metavar='"NAME (PLACE; PLACE)"', help="An author; repeated, in order.", show_default=False
    ),
]
LinkOption = Annotated[
    list[str] | None, typer.Option("--link", metavar="URL", help="A link; may be repeated.", show_default=False)
]


def facts_from(given: dict[str, Any]) -> dict[str, Any]:
    """What was given on the command line as facts of a paper, checked; "" becomes None, which takes a fact away.

    Raises:
        UsageError: a value cannot be meant.
    """
    facts: dict[str, Any] = {}
    for fact, value in given.items():
        if value is not None:
            facts[fact] = None if value == "" and fact not in ("title", "key", "type") else _CHECKS[fact](value)
    return facts


def list_slug(value: str) -> str:
    """The short name of a reading list, as it is kept: like a key."""
    return _key(value, "the short name of a list")


def _text(what: str) -> Any:
    return lambda value: line_of(value, what)


def _key(value: str, what: str = "a key") -> str:
    key = value.strip().lower()
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,79}", key) or key.isdigit():
        raise UsageError(f"{value!a} cannot be {what}: letters a-z, digits and hyphens, but no number alone.")
    return key


def _type(value: str) -> str:
    if value.lower() not in TYPES:
        from difflib import get_close_matches

        near = get_close_matches(value.lower(), TYPES, n=1) or ["article"]
        raise UsageError(f'"{value}" is no CSL type. Did you mean {near[0]}?')
    return value.lower()


def _url(value: str) -> str:
    url = line_of(value, "a URL")
    if not parts_of(url).hostname or not re.match(r"https?://", url, re.IGNORECASE) or " " in url:
        raise UsageError(f'"{url}" is no link; a link begins with http:// or https://.')
    return url


def _doi(value: str) -> str:
    if not (doi := doi_of(value)):
        raise UsageError(f'"{value}" is no DOI; a DOI looks like 10.1145/3341301.3359646.')
    return doi


def _arxiv(value: str) -> str:
    if not (arxiv_id := arxiv_id_of(value)):
        raise UsageError(f'"{value}" is no arXiv id; one looks like 2006.06762.')
    return arxiv_id


def _abstract(value: str) -> str:
    if not (abstract := lines_of(value, "an abstract").strip()):
        raise UsageError("the abstract is empty.")
    return abstract


def _authors(values: list[str]) -> tuple[Author, ...]:
    authors: list[Author] = []
    for value in [] if values == [""] else values:
        found = re.fullmatch(r"([^()]*?)\s*(?:\(([^()]*)\))?", line_of(value, "an author"))
        if not found or not found[1]:
            raise UsageError(f'"{value}" is no author. Say "Name" or "Name (Affiliation; Affiliation)".')
        authors.append(Author(found[1], tuple(place.strip() for place in (found[2] or "").split(";") if place.strip())))
    return tuple(authors)


def _links(values: list[str]) -> tuple[Link, ...]:
    return tuple(Link(link_kind(url), url) for url in map(_url, values))


_CHECKS: dict[str, Any] = {
    **{fact: _text(f"a {fact}") for fact in ("title", "name", "venue", "topic")},
    "key": _key,
    "type": _type,
    "year": int,
    "url": _url,
    "doi": _doi,
    "arxiv_id": _arxiv,
    "abstract": _abstract,
    "authors": _authors,
    "links": _links,
}
