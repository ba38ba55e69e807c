"""The YAML front matter of a page (https://jekyllrb.com/docs/front-matter/): its title, and papers listed in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from readtrack.importers._authors import authors_of
from readtrack.importers.markdown.markup.inline import is_web
from readtrack.importers.markdown.said.place import venue_of
from readtrack.model import Author, Draft, Link, Skipped

LONGEST = 100_000
"""Characters of a front matter that is read: YAML takes about a second for as many."""

_FENCED = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$\n?", re.DOTALL | re.MULTILINE)
_TOML = re.compile(r"\A\+\+\+[ \t]*\n(.*?)^\+\+\+[ \t]*$\n?", re.DOTALL | re.MULTILINE)
_STATED = re.compile(r"^(title|subtitle)\s*=\s*[\"'](.*)[\"']\s*$", re.MULTILINE)


class Front(NamedTuple):
    """``lines``: how many it takes of the file; ``told``: what could not be read of it."""

    title: str | None = None
    subtitle: str | None = None
    papers: tuple[Draft, ...] = ()
    told: tuple[Skipped, ...] = ()
    lines: int = 0


def front_of(text: str) -> Front:
    """The front matter at the beginning of ``text``, if there is one."""
    if toml := _TOML.match(text):
        stated = dict(_STATED.findall(toml[1]))
        return Front(stated.get("title"), stated.get("subtitle"), lines=toml[0].count("\n"))
    found = _FENCED.match(text)
    if not found:
        return Front()
    lines = found[0].count("\n")
    try:
        said = yaml.safe_load(found[1]) if len(found[1]) <= LONGEST else {}
    except (yaml.YAMLError, ValueError, TypeError, AttributeError, RecursionError) as error:
        # PyYAML raises the latter ones on impossible dates, on keys that are lists, and on deep nesting.
        if ":" not in found[1]:
            return Front()
        return Front(
            told=(Skipped(1, "---", f"is a front matter that is no YAML ({type(error).__name__})"),), lines=lines
        )
    if not isinstance(said, dict):
        return Front()
    title, subtitle = said.get("title"), said.get("subtitle")
    subtitle = str(subtitle) if isinstance(subtitle, str | int) else None  # a year is no text to YAML
    starts = [
        number for number, line in enumerate(found[1].split("\n"), 2) if re.match(r"(?:\s+|\s*-\s*)title\s*:", line)
    ]
    return Front(title if isinstance(title, str) else None, subtitle, tuple(_papers(said, starts)), lines=lines)


def _papers(said: dict[Any, Any], lines: list[int]) -> Iterator[Draft]:
    for value in said.values():
        for entry in value if isinstance(value, list) else ():
            title = entry.get("title") if isinstance(entry, dict) else None
            if isinstance(title, str) and title.strip() and any(key in entry for key in _SIGNS):
                line = lines.pop(0) if lines else None
                yield _paper(entry, title.strip().rstrip("."), line)


_SIGNS = ("authors", "author", "venue", "link", "url", "pdf", "paper", "conference", "doi", "arxiv", "year", "journal")


def _paper(entry: dict[Any, Any], title: str, line: int | None) -> Draft:
    place = next((str(entry[key]) for key in ("venue", "conference", "journal") if entry.get(key)), "")
    venue, year = venue_of(place, surely=True) or (None, None)
    stated = re.fullmatch(r"\d{4}", str(entry.get("year", "")))
    links = []
    for key in ("link", "url", "pdf", "paper", "arxiv", "code", "slides", "video"):
        address = entry.get(key)
        if isinstance(address, str) and is_web(address):
            links.append(Link("", address, None if key in ("link", "url") else key))
    return Draft(
        title,
        venue=venue,
        year=int(stated[0]) if stated else year,
        authors=_authors(entry.get("authors") or entry.get("author")),
        links=tuple(links),
        doi=str(entry["doi"]) if entry.get("doi") else None,
        line=line,
    )


def _authors(said: object) -> tuple[Author, ...]:
    if isinstance(said, str):
        return authors_of(said, surely=True)
    names = [one.get("name") if isinstance(one, dict) else one for one in said] if isinstance(said, list) else []
    return tuple(Author(name) for name in names if isinstance(name, str) and name.strip())
