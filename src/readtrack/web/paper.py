"""The page of one paper: what it is, where it stands, what you wrote on it, and what is near it."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from markupsafe import Markup

from readtrack import dates, render
from readtrack.errors import PaperNotFoundError
from readtrack.model import Author, Entry, Identifier, Note, Paper
from readtrack.past import Event, day_text, events
from readtrack.schema import FINISHED
from readtrack.store import Store
from readtrack.store.paper_page import PaperPage, paper_page
from readtrack.web import charts
from readtrack.web.cells import CELLS
from readtrack.web.links import KINDS, called, found_at, host, web_address

NAMES = 30
"""How many authors are shown before the rest is folded away."""

PROLIFIC = 6
"""To all papers of so many of its authors there is a link."""


class Linked(NamedTuple):
    """``kind``: what it is called; ``text``: an identifier, or where a link leads, if that is not its name; ``url``:
    None where it is nothing to follow."""

    kind: str
    text: str
    url: str | None


class Named(NamedTuple):
    """An author, and the numbers of the affiliations."""

    name: str
    numbers: tuple[int, ...]


class Written(NamedTuple):
    """A note, rendered. ``day``, ``ago``: when it was written; ``edited``: how long ago it was changed, if it was."""

    note: Note
    html: Markup
    day: str
    ago: str
    edited: str | None


class View(NamedTuple):
    """What the template shows. ``more_authors``, ``more_affiliations``: those folded away; ``state``: where you stand,
    ``spent``: how long you read, ``due``: the day, in words; ``finished``: whether there is nothing more to plan;
    ``done``: of 100; ``prolific``: authors with more papers, and how many; ``earlier``: former readings in words, the
    latest first."""

    all: PaperPage
    paper: Paper
    entry: Entry
    authors: tuple[Named, ...]
    more_authors: tuple[Named, ...]
    affiliations: tuple[str, ...]
    more_affiliations: tuple[str, ...]
    links: tuple[Linked, ...]
    identifiers: tuple[Linked, ...]
    state: str
    spent: str
    due: str | None
    overdue: bool
    finished: bool
    done: float | None
    prolific: tuple[tuple[str, int], ...]
    earlier: tuple[str, ...]
    notes: tuple[Written, ...]
    events: tuple[Event, ...]
    added: str


async def data(datasette: Any, database: str, request: Any) -> View | None:
    """What the page of the paper in the URL shows; None where Datasette's own page is wanted."""
    number = request.url_vars.get("pks", "")
    if request.args.get("_view") or not re.fullmatch(r"\d{1,18}", number, re.ASCII):
        return None
    db = datasette.get_database(database)
    try:
        page: View = await db.execute_fn(lambda conn: read(Store(conn), int(number)))
    except PaperNotFoundError:
        return None
    return page


def read(store: Store, number: int) -> View:
    """The page of the paper with this id, as the library is now.

    Raises:
        PaperNotFoundError: there is none.
    """
    page = paper_page(store, number)
    entry, paper = page.entry, page.entry.paper
    affiliations = tuple(dict.fromkeys(place for author in entry.authors for place in author.affiliations))
    authors = _named(entry.authors, affiliations)
    # They are numbered in the order of the authors: those of the first authors come first.
    shown = max((number for author in authors[:NAMES] for number in author.numbers), default=0)
    return View(
        all=page,
        paper=paper,
        entry=entry,
        authors=authors[:NAMES],
        more_authors=authors[NAMES:],
        affiliations=affiliations[:shown],
        more_affiliations=affiliations[shown:],
        links=_links(paper),
        identifiers=_identifiers(entry),
        state=render.state(paper),
        spent=render.time_spent(entry),
        due=day_text(paper.due_on) if paper.due_on else None,
        overdue=(paper.due_on or "9") < dates.today().isoformat(),
        finished=paper.status in FINISHED,
        done=charts.done(paper.progress),
        prolific=tuple(page.others.items())[:PROLIFIC],
        earlier=_earlier(entry),
        notes=tuple(_written(note) for note in entry.notes),
        events=events(page.past, paper.id),
        added=day_text(paper.added_at or ""),
    )


def _named(authors: tuple[Author, ...], affiliations: tuple[str, ...]) -> tuple[Named, ...]:
    number = {place: at for at, place in enumerate(affiliations, 1)}
    return tuple(Named(author.name, tuple(number[place] for place in author.affiliations)) for author in authors)


def _earlier(entry: Entry) -> tuple[str, ...]:
    """Former readings in words; the last one is where the paper stands now."""
    facts = ("status", "started_on", "finished_on", "progress", "rating")
    former = [{fact: getattr(reading, fact) for fact in facts} for reading in entry.readings[:-1]]
    return tuple(render.state(entry.paper._replace(**reading)) for reading in reversed(former))


def _links(paper: Paper) -> tuple[Linked, ...]:
    links = [_linked(called(link.kind, link.label, link.url), link.url) for link in paper.links]
    if paper.url and paper.url not in {link.url for link in paper.links}:
        links.append(_linked(called("page", None, paper.url), paper.url))
    return tuple(links)


def _linked(name: str, url: str) -> Linked:
    where = host(url)
    return Linked(name, "" if name == where else where, web_address(url))


def _identifiers(entry: Entry) -> tuple[Linked, ...]:
    named = (("doi", entry.paper.doi), ("arxiv", entry.paper.arxiv_id))
    held = [*(Identifier(kind, value) for kind, value in named if value), *entry.identifiers]
    return tuple(Linked(KINDS.get(kind, kind), value, found_at(kind, value)) for kind, value in held)


def _written(note: Note) -> Written:
    html = CELLS["notes", "body"](note.body) or Markup()
    written, changed = note.created_at or "", note.updated_at or ""  # a guest may have emptied them
    edited = render.how_long_ago(changed) if changed != written else None
    return Written(note, html, day_text(written), render.how_long_ago(written), edited)
