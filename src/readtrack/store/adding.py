"""New papers: one by hand, a whole list to start with, and the rows that both and every import write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from readtrack import dates
from readtrack.errors import RefusedError
from readtrack.model import Draft, Paper, ReadingList, slug
from readtrack.schema import derived
from readtrack.schema.loading import loading
from readtrack.store import Store
from readtrack.store.changes import Rows
from readtrack.store.papers import COLUMNS

# A uid that another row has is replaced by a new one.
_UID = f"coalesce((SELECT ? WHERE NOT EXISTS (SELECT 1 FROM {{0}} WHERE uid = ?)), {derived.UUID7})"
_ROWS = {
    "papers": f"(id, {', '.join(COLUMNS)}, added_at) VALUES (?{', ?' * (len(COLUMNS) + 1)})",
    "authorships": "(paper, position, author) VALUES (?, ?, ?)",
    "authorship_affiliations": "(paper, author_position, position, affiliation) VALUES (?, ?, ?, ?)",
    "identifiers": "(paper, kind, value) VALUES (?, ?, ?)",
    "links": "(paper, kind, url, label) VALUES (?, ?, ?, ?)",
    "abstracts": "(paper, body) VALUES (?, ?)",
    "list_papers": "(paper, list, section, position) VALUES (?, ?, ?, ?)",
    "readings": "(uid, paper, status, started_on, finished_on, progress, rating, priority, due_on)"
    f" VALUES ({_UID.format('readings')}, ?, ?, ?, ?, ?, ?, ?, ?)",
    "notes": "(uid, paper, body, page, quote, created_at, updated_at)"
    f" VALUES ({_UID.format('notes')}, ?, ?, ?, ?, ?, ?)",
    "sessions": f"(uid, paper, day, started_at, minutes, pages) VALUES ({_UID.format('sessions')}, ?, ?, ?, ?, ?)",
    "reviews": f"(uid, paper, day, remembered) VALUES ({_UID.format('reviews')}, ?, ?, ?)",
    "paper_tags": "(paper, tag) VALUES (?, ?)",
}


def add(store: Store, draft: Draft) -> Paper:
    """Add one paper by hand.

    Raises:
        RefusedError: it is in the library already: the same DOI, arXiv id or key, or the same title and year.
    """
    with store.change(f"add {draft.title}"):
        _refuse_double(store, draft)
        lists = add_lists(store, [ReadingList(listing.slug, listing.slug) for listing in draft.lists])
        (paper,) = load(store, [draft._replace(key=draft.key or _free_key(store, draft))])
        store.keep_image(added=[paper], lists=lists)
    return store.paper(paper)


def start(store: Store, drafts: Sequence[Draft], lists: Sequence[ReadingList]) -> None:
    """Fill a new library with reading lists and the papers on them, each with a key."""
    with store.change(f"start with {', '.join(each.slug for each in lists)}"):
        store.keep_image(lists=add_lists(store, lists), added=load(store, drafts))


def add_lists(store: Store, lists: Iterable[ReadingList], before: Rows | None = None) -> list[str]:
    """Make reading lists in the open change; one that is there gains the title and source it lacks.

    ``before`` then gets the list as it was.

    Returns:
        the slugs of those that are new.
    """
    new = []
    for slug_, title, source in lists:
        was = store.conn.execute("SELECT slug, title, source FROM lists WHERE slug = ?", (slug_,)).fetchone()
        if not was:
            store.conn.execute("INSERT INTO lists (slug, title, source) VALUES (?, ?, ?)", (slug_, title, source))
            new.append(slug_)
            continue
        gained = (title if was["title"] == slug_ else was["title"], source if was["source"] is None else was["source"])
        if gained != (was["title"], was["source"]):
            if before is not None:
                before.setdefault("lists", []).append(dict(was))
            store.conn.execute("UPDATE lists SET title = ?, source = ? WHERE slug = ?", (*gained, slug_))
    return new


def load(store: Store, drafts: Sequence[Draft]) -> list[int]:
    """Insert new papers in the open change, all at once. Their lists are there, their keys free; their ids."""
    rows: dict[str, list[tuple[object, ...]]] = {table: [] for table in _ROWS}
    first = next_paper(store)
    spelled = _spelled_tags(store, drafts)
    behind = _ends_of_lists(store, drafts)
    for number, draft in enumerate(drafts, first):
        for table, values in _rows_of(number, draft):
            rows[table].append(values)
        rows["paper_tags"] += [(number, spelled[tag.lower()]) for tag in draft.tags]
        for listing in draft.lists:
            position = listing.position or next(behind[listing.slug])
            rows["list_papers"].append((number, listing.slug, listing.section, position))
    for table, names in (
        ("tags", set(spelled.values())),
        ("authors", {author.name for draft in drafts for author in draft.authors}),
        ("affiliations", {place for draft in drafts for author in draft.authors for place in author.affiliations}),
    ):
        store.conn.executemany(f"INSERT OR IGNORE INTO {table} VALUES (?)", [(name,) for name in sorted(names)])
    with loading(store.conn):
        for table, statement in _ROWS.items():
            store.conn.executemany(f"INSERT INTO {table} {statement}", rows[table])
    return list(range(first, first + len(drafts)))


def next_paper(store: Store) -> int:
    """The id that the next new paper gets; one that was removed is never given again."""
    (top,) = store.conn.execute(
        "SELECT max(coalesce((SELECT max(id) FROM papers), 0),"
        " coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'papers'), 0))"
    ).fetchone()
    return int(top) + 1


def _spelled_tags(store: Store, drafts: Sequence[Draft]) -> dict[str, str]:
    """Tag in lower case -> as the library spells it, or as it is spelled first."""
    wanted: dict[str, str] = {}
    for draft in drafts:
        for tag in draft.tags:
            wanted.setdefault(tag.lower(), tag)
    for lower, tag in wanted.items():
        found = store.conn.execute("SELECT name FROM tags WHERE name = ?", (tag,)).fetchone()
        wanted[lower] = found["name"] if found else tag
    return wanted


def _ends_of_lists(store: Store, drafts: Sequence[Draft]) -> dict[str, Iterator[int]]:
    """Slug -> the positions behind the last paper of that list."""
    slugs = {listing.slug for draft in drafts for listing in draft.lists}
    top = "SELECT coalesce(max(position), 0) FROM list_papers WHERE list = ?"
    return {slug_: _from(store.conn.execute(top, (slug_,)).fetchone()[0] + 1) for slug_ in slugs}


def _refuse_double(store: Store, draft: Draft) -> None:
    for kind, value in (("doi", draft.doi), ("arxiv", draft.arxiv_id)):
        if value:
            store.refuse_identifier(kind, value)
    if draft.key:
        store.refuse_key(draft.key)
        return  # who gives a key knows that it is another paper
    same = store.conn.execute(
        "SELECT key FROM papers WHERE title = ? COLLATE NOCASE AND coalesce(year = ?, 1)", (draft.title, draft.year)
    ).fetchone()
    if same:
        raise RefusedError(f"a paper of this title is in the library already: {same['key']}.")


def _free_key(store: Store, draft: Draft) -> str:
    wanted = key_for(draft)
    like = store.conn.execute("SELECT key FROM papers WHERE key GLOB ? || '*'", (wanted,))
    return free_key(wanted, {row["key"] for row in like})


def _from(number: int) -> Iterator[int]:
    from itertools import count

    return count(number)


def _rows_of(paper: int, draft: Draft) -> Iterator[tuple[str, tuple[object, ...]]]:
    """(table, row) of all that stands in a draft but its tags and lists."""
    now = dates.timestamp()
    yield "papers", (paper, *(getattr(draft, column) for column in COLUMNS), draft.added_at or now)
    for position, author in enumerate(draft.authors, 1):
        yield "authorships", (paper, position, author.name)
        for order, affiliation in enumerate(author.affiliations, 1):
            yield "authorship_affiliations", (paper, position, order, affiliation)
    for kind, value in draft.all_identifiers:
        yield "identifiers", (paper, kind, value)
    for link in draft.links:
        yield "links", (paper, *link)
    if draft.abstract:
        yield "abstracts", (paper, draft.abstract)
    for *facts, uid in draft.readings:
        yield "readings", (uid, uid, paper, *facts)
    for table, kept in (("sessions", draft.sessions), ("reviews", draft.reviews)):
        for *facts, uid in kept:
            yield table, (uid, uid, paper, *facts)
    for body, page, quote, created_at, updated_at, uid in draft.notes:
        created = created_at or now
        yield "notes", (uid, uid, paper, body, page, quote, created, updated_at or created)


def key_for(draft: Draft) -> str:
    """The key a paper without one gets: its short name, else first author, year and first word of the title."""
    wanted = slug(draft.name or "") or _author_year_word(draft)
    return f"paper-{wanted}" if wanted.isdigit() else wanted  # a number alone is an id


def free_key(wanted: str, taken: set[str], tried: dict[str, int] | None = None) -> str:
    """``wanted``, or with the first number behind it that makes it a key nobody has.

    ``tried``: wanted -> the number it got last, so that many of one name do not try all of them again.
    """
    number, key = (tried or {}).get(wanted, 1), wanted
    while key in taken:
        number += 1
        key = f"{wanted}-{number}"
    if tried is not None:
        tried[wanted] = number
    return key


def _author_year_word(draft: Draft) -> str:
    last = slug(draft.authors[0].name.split()[-1]) if draft.authors and draft.authors[0].name.split() else ""
    words = [word for word in slug(draft.title).split("-") if word not in ("a", "an", "the", "on", "of", "for", "")]
    if last:
        return slug(f"{last}{draft.year or ''}{(words or [''])[0]}")
    return "-".join(words[:3]) or "paper"
