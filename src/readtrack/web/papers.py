"""What the page of papers shows, made of what Datasette found for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlencode

from datasette.filters import Filters
from markupsafe import Markup, escape

from readtrack import dates, searching
from readtrack.errors import DayError
from readtrack.store import Store, papers_page
from readtrack.store.facets import NAMES
from readtrack.web import facets, filters, metadata
from readtrack.web.cells import CELLS, array
from readtrack.web.links import KINDS, called, found_at, web_address

SORTS: tuple[tuple[str, dict[str, str]], ...] = (
    ("as added", {"_sort": "id"}),
    ("last added", {"_sort_desc": "id"}),
    ("title", {"_sort": "title"}),
    ("newest", {"_sort_desc": "year"}),
    ("best rated", {"_sort_desc": "rating"}),
    ("last read", {"_sort_desc": "finished_on"}),
    ("most notes", {"_sort_desc": "notes"}),
    # SQLite sorts what has no day first, and nobody looks for that here.
    ("due first", {"_sort": "due_on", "due_on__notnull": "1"}),
)
"""What the page offers to sort by -> the arguments that do so."""

LINKS = 5
"""How many links of a paper are shown."""

SNIPPET = 200
"""Characters of a text in which a search found something."""

SAME = ("key", "name", "rating", "progress", "venue", "year", "topic", "priority")
"""What a row says just as the table does."""

SHOWN = 3
"""How many authors are named, if there are more than one more."""


class Row(NamedTuple):
    """A paper in the list. ``due``: in words; ``late``: whether that day is over; ``links``: (label, URL);
    ``finished``: the day, in words; ``found``: (where, text) of what a search found outside of title, shown names and
    tags; the rest as in ``model.Paper``."""

    id: str
    key: str | None
    name: str | None
    title: str
    status: str
    rating: int | None
    progress: str | None
    tags: tuple[str, ...]
    notes: int
    authors: tuple[str, ...]
    venue: str | None
    year: int | None
    topic: str | None
    finished: str | None
    due: str | None
    late: bool
    due_on: str | None
    priority: str | None
    links: tuple[tuple[str, str], ...]
    found: tuple[tuple[str, Markup], ...]


class Chip(NamedTuple):
    """A condition that the papers fulfil, and the URL without it."""

    name: str
    text: str
    without: str


class Choice(NamedTuple):
    """Something to sort by."""

    label: str
    url: str
    chosen: bool


class Shown(NamedTuple):
    """``rows``: the papers of this page; ``chips``: why just these."""

    rows: tuple[Row, ...]
    chips: tuple[Chip, ...]


class PapersPage(NamedTuple):
    """The page of papers. ``asked``: the arguments of its URL; ``url``: that of all papers; ``terms``: what is
    searched for; ``scope``: of the request, where the facets leave how many they found."""

    database: Any
    url: str
    asked: tuple[tuple[str, str], ...]
    terms: tuple[searching.Term, ...]
    scope: Mapping[str, Any]

    async def shown(self, rows: Sequence[Any], columns: Iterable[str]) -> Shown:
        """``rows`` as Datasette gives them to its template, with ``columns`` in them."""
        held = [{column: row[column] for column in columns} for row in rows]
        ids = [int(row["id"]) for row in held] if self.terms else []
        slugs = [value for name, value in self.asked if name == "_list"]
        beside = papers_page.Beside({}, {})
        if ids or slugs:
            beside = await self.database.execute_fn(lambda conn: papers_page.beside(Store(conn), ids, slugs))
        return Shown(tuple(self._row(row, beside.texts) for row in held), tuple(self._chips(beside.lists)))

    async def exact(self) -> int | None:
        """How many papers fit, where Datasette 1.0 stops counting; None where that took too long."""
        if facets.FOUND not in self.scope:
            return None
        found: int | None = self.scope[facets.FOUND]
        if found is None:
            found = int(await self.database.execute_fn(lambda conn: Store(conn).standing().total))
        return found

    def _row(self, row: Mapping[str, Any], texts: Mapping[int, papers_page.Texts]) -> Row:
        day = row.get("due_on")
        authors = tuple(map(str, array(row.get("authors")) or ()))
        return Row(
            id=str(row["id"]),
            title=row.get("title") or row.get("key") or f"Paper {row['id']}",
            status=row.get("status") or "unread",
            tags=tuple(map(str, array(row.get("tags")) or ())),
            notes=row.get("notes") or 0,
            authors=authors,
            finished=_day(row.get("finished_on")),
            due=_day(day),
            late=bool(day) and str(day) < dates.today().isoformat(),
            due_on=day,
            links=tuple(_links(row))[:LINKS],
            found=tuple(self._found(row, authors, texts.get(int(row["id"])))) if self.terms else (),
            **{name: row.get(name) for name in SAME},
        )

    def marked(self, text: object, column: str) -> Markup:
        """``text``, which is of that column, with the words of the search marked."""
        return _marked(str(text), searching.spans(str(text), self.terms, column) if self.terms else ())

    def _found(
        self, row: Mapping[str, Any], authors: Sequence[str], texts: papers_page.Texts | None
    ) -> Iterable[tuple[str, Markup]]:
        unnamed = authors[SHOWN:] if len(authors) > SHOWN + 1 else ()
        told = searching.spans(row.get("title") or "", self.terms, "title")
        places = [("note", "notes", text) for text in (texts.notes if texts else ())]
        if len(told) < len(self.terms):  # a title with all of the words in it says enough
            found = (name for name in unnamed if searching.spans(name, self.terms, "authors"))
            places += [
                ("author", "authors", ", ".join(found)),
                ("abstract", "abstract", texts.abstract if texts else ""),
            ]
        for where, column, text in places:
            if best := searching.best_line(text, self.terms, column):
                if where == "note":  # without the marks of its Markdown, unless the words stand only there
                    plain = Markup(CELLS["notes", "body"](text) or "").striptags()  # noqa: S704  our own renderer's
                    best = searching.best_line(plain, self.terms, column) or best
                line = searching.excerpt(best[0], best[1][0][0], SNIPPET)
                yield where, _marked(line, searching.spans(line, self.terms, column))

    def _chips(self, lists: Mapping[str, str]) -> Iterable[Chip]:
        for name, value in self.asked:
            if (told := _condition(name, value, lists)) and (value or name[0] != "_"):
                yield Chip(*told, self._without((name, value)))

    def _without(self, *gone: tuple[str, str]) -> str:
        return self._url([pair for pair in self.asked if pair not in gone and pair[0] != "_next"])

    def _url(self, pairs: Iterable[tuple[str, str]]) -> str:
        query = urlencode(list(pairs))
        return f"{self.url}?{query}" if query else self.url

    @property
    def search(self) -> str:
        """What stands in the field of the search."""
        return next((value for name, value in self.asked if name == "_search"), "")

    def kept(self, *names: str) -> tuple[tuple[str, str], ...]:
        """The arguments of the URL that a form beside these fields has to keep."""
        return tuple(pair for pair in self.asked if pair[0] not in (*names, "_next"))

    def first_page(self) -> str | None:
        """The URL of the first page; None on it."""
        return self._without() if any(name == "_next" for name, _ in self.asked) else None

    def everywhere(self) -> str | None:
        """The URL of the same search among all papers; None where it is one already."""
        words = [pair for pair in self.asked if pair[0] == "_search" and pair[1]]
        return self._url(words) if words and len(list(self._chips({}))) > 1 else None

    def facets(self, results: Mapping[str, Any]) -> list[Mapping[str, Any]]:
        """The facets that Datasette tells its template of, in our order; what the user added comes last."""
        found: Mapping[str, Any] = results.get("results", results)
        order = {name: number for number, name in enumerate(metadata.FACETS)}
        return sorted(found.values(), key=lambda facet: order.get(facet["name"], len(order)))

    def more_of_facets(self) -> str:
        """The URL of this page with all values of its facets."""
        return self._url([*(pair for pair in self.asked if pair[0] != "_facet_size"), ("_facet_size", "max")])

    def view(self, name: str | None = None) -> str:
        """The URL of the same papers on Datasette's own page ("table"), or on ours."""
        return self._url([*(pair for pair in self.asked if pair[0] != "_view"), *([("_view", name)] if name else [])])

    def sorts(self, columns: Iterable[Mapping[str, Any]], sort: str | None, sort_desc: str | None) -> list[Choice]:
        """What the papers can be sorted by. ``columns``, ``sort``, ``sort_desc``: as Datasette tells its template."""
        may = {column["name"] for column in columns if column["sortable"]}
        now = {"_sort_desc": sort_desc} if sort_desc else {"_sort": sort}
        given = {name for _, arguments in SORTS for name in arguments}
        rest = [pair for pair in self.kept() if pair[0] not in given]
        choices = []
        for label, arguments in SORTS:
            column, *_ = arguments.values()
            if column in may:
                chosen = now.items() <= arguments.items()
                choices.append(Choice(label, self._url([*rest, *arguments.items()]), chosen))
        if not any(choice.chosen for choice in choices):
            label = f"{sort_desc}, descending" if sort_desc else str(sort)
            choices.insert(0, Choice(label, self._without(), True))
        return choices


def asked(request: Any) -> str:
    """The query as it stands in the URL, without what was added on the way to Datasette."""
    return bytes(request.scope.get(filters.ASKED, request.scope.get("query_string") or b"")).decode("latin-1")


async def data(datasette: Any, database: str, request: Any) -> PapersPage | None:
    """What the page of papers needs beside Datasette's own answer; None where Datasette's own page is wanted,
    because the user has a template for the rows of this table."""
    if _has_template(datasette, request, database):
        return None
    pairs = tuple(parse_qsl(asked(request), keep_blank_values=True))
    words = " ".join(value for name, value in pairs if name.startswith("_search") and name != "_searchmode")
    url = str(datasette.urls.table(database, "papers"))
    return PapersPage(datasette.get_database(database), url, pairs, searching.parse(words), request.scope)


def _has_template(datasette: Any, request: Any, database: str) -> bool:
    from datasette.utils import to_css_class
    from jinja2 import TemplateNotFound

    environment = (
        datasette.get_jinja_environment(request) if hasattr(datasette, "get_jinja_environment") else datasette.jinja_env
    )
    own = f"{to_css_class(database)}-papers.html"
    try:
        environment.select_template([f"_table-{own}", f"_table-table-{own}"])
    except TemplateNotFound:
        return False
    return True


def _condition(name: str, value: str, lists: Mapping[str, str]) -> tuple[str, str] | None:
    """(name, text) of the condition that an argument of the URL sets; None where it sets none."""
    if name == "_list":
        return "list", lists.get(value, value)
    if name[0:1] == "_" and name[1:] in NAMES:
        return name[1:].removesuffix("s"), value
    if name.startswith("_search") and name != "_searchmode":
        return name.removeprefix("_").replace("_", " in "), value
    if name in ("_where", "_through"):
        return name[1:], value
    if name == "_day":
        return "day", _day(value) or ""
    if name == "due_on__notnull":
        return "with a", "due day"
    column, _, operation = name.partition("__")
    if operation in ("", "exact"):
        return (column, value or "empty") if column and column[0] != "_" else None
    told = Filters([(name, value)]).human_description_en().removeprefix("where ")
    return ("", told) if told else None


def _marked(text: str, spans: Iterable[tuple[int, int]]) -> Markup:
    parts, at = [], 0
    for start, end in spans:
        parts += [escape(text[at:start]), Markup("<mark>{}</mark>").format(text[start:end])]
        at = end
    return Markup("").join([*parts, escape(text[at:])])


def _day(day: object) -> str | None:
    try:
        return dates.day_text(str(day)) if day else None
    except DayError:  # a guest wrote something else there
        return str(day)


def _links(row: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    links = [link for link in array(row.get("links")) or () if isinstance(link, dict)]
    kinds = {link.get("kind") for link in links}
    for link in links:
        if url := web_address(link.get("url")):
            yield called(link.get("kind"), link.get("label"), url), url
    for kind, value in (("doi", row.get("doi")), ("arxiv", row.get("arxiv_id"))):
        if value and kind not in kinds:
            yield KINDS[kind], str(found_at(kind, value))
    url = web_address(row.get("url"))
    if url and url not in {link.get("url") for link in links}:
        yield called("page", None, url), url
