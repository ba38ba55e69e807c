"""What a paper that is in the library gains from another description of it.

Facts that are missing are filled in, links and lists are added; what is there stays. What is yours is never lowered or
taken away: a status only rises, and a tag or note that you removed does not come back.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from readtrack.identifiers import link_kind, url_of
from readtrack.matching import families, is_preprint
from readtrack.model import Author, Draft, Link, Listing, NoteDraft, Paper, Reading, Review, Session
from readtrack.store import Store, looking_back
from readtrack.store.changes import Rows

RISING = ("unread", "queued", "abandoned", "reading", "skimmed", "read")
"""Status words from the lowest to the highest: an import never goes back in this order."""


def gain(store: Store, paper: Paper, draft: Draft, before: Rows | None) -> bool:
    """Give ``paper`` what ``draft`` has and it lacks, in the open change; whether there was anything.

    Its rows as they were are put into ``before`` if facts of the world change; None: they are known already.
    """
    facts = _missing_facts(paper, draft)
    authors = _fuller_authors(store, paper, draft)
    identifiers, links = _new_identifiers(store, paper, draft)
    lists = [listing for listing in draft.lists if not _stands_on(store, paper, listing)]
    abstract = draft.abstract if draft.abstract and not _has_abstract(store, paper) else None
    changed = bool(facts or authors or identifiers or links or lists or abstract)
    if changed:
        if before is not None:
            for table, rows in store.rows_of([paper.id]).items():
                before.setdefault(table, []).extend(rows)
        store.set_facts(paper.id, facts)
        if authors:
            store.set_authors(paper.id, authors)
        store.add_identifiers(paper.id, identifiers)
        store.add_links(paper.id, links)
        for listing in lists:
            _put_on(store, paper, listing)
        if abstract:
            store.set_abstract(paper.id, abstract)
    yours = (
        _take_up(store, paper, draft.readings),
        _tag(store, paper, draft.tags),
        _note(store, paper, draft.notes),
        _look_back(store, paper, draft),
    )
    return changed or any(yours)


def _missing_facts(paper: Paper, draft: Draft) -> dict[str, object]:
    facts: dict[str, object] = {
        fact: getattr(draft, fact)
        for fact in ("name", "venue", "year", "topic", "url")
        if getattr(paper, fact) is None and getattr(draft, fact) is not None
    }
    if facts.get("url") in {link.url for link in paper.links}:
        del facts["url"]
    if paper.type == "article" != draft.type:
        facts["type"] = draft.type
    if is_preprint(paper.venue) and not is_preprint(draft.venue):
        facts |= {"venue": draft.venue} | ({"year": draft.year} if draft.year else {})  # of one version, both
    return facts


def _fuller_authors(store: Store, paper: Paper, draft: Draft) -> tuple[Author, ...]:
    """The authors of ``draft``, if they say more than those of ``paper`` and leave nobody out.

    Somebody who is there already keeps the name and the affiliations that the library has.
    """
    mine, theirs = families(paper.authors), families(tuple(author.name for author in draft.authors))
    more = len(theirs) > len(mine) and Counter(mine) <= Counter(theirs)
    placed = mine == theirs and not paper.affiliations and any(author.affiliations for author in draft.authors)
    if not (more or placed):
        return ()
    (entry,) = store.entries([paper])
    known = dict(zip(mine, entry.authors, strict=True))
    alone = {family for family, count in Counter(theirs).items() if count == 1}
    return tuple(
        Author(known[family].name, known[family].affiliations or author.affiliations)
        if family in known and family in alone
        else author
        for author, family in zip(draft.authors, theirs, strict=True)
    )


def _new_identifiers(store: Store, paper: Paper, draft: Draft) -> tuple[list[tuple[str, str]], list[Link]]:
    """Identifiers of a kind the paper has none of, and links: the new ones, and where its second identifiers lead."""
    have = {link.url for link in paper.links} | {paper.url}
    links = {link.url: link for link in draft.links if link.url not in have}
    if draft.url and paper.url and draft.url not in have:
        links.setdefault(draft.url, Link(link_kind(draft.url), draft.url))
    identifiers = []
    for kind, value in draft.all_identifiers:
        if {"doi": paper.doi, "arxiv": paper.arxiv_id}.get(kind) == value or store.holder(kind, value) == paper.id:
            continue
        single = {"doi": paper.doi, "arxiv": paper.arxiv_id}.get(kind)
        if not single and store.holder(kind, value) is None:
            identifiers.append((kind, value))
        elif (url := url_of(kind, value)) and url not in have:
            links.setdefault(url, Link(kind, url))
    return identifiers, list(links.values())


def _stands_on(store: Store, paper: Paper, listing: Listing) -> bool:
    found = store.conn.execute(
        "SELECT section FROM list_papers WHERE list = ? AND paper = ?", (listing.slug, paper.id)
    ).fetchone()
    return found is not None and (found["section"] is not None or listing.section is None)


def _put_on(store: Store, paper: Paper, listing: Listing) -> None:
    store.conn.execute(
        """INSERT INTO list_papers (list, paper, section, position) VALUES (?, ?, ?, coalesce(?,
            (SELECT coalesce(max(position), 0) + 1 FROM list_papers WHERE list = ?)))
        ON CONFLICT (list, paper) DO UPDATE SET section = excluded.section""",
        (listing.slug, paper.id, listing.section, listing.position, listing.slug),
    )


def _has_abstract(store: Store, paper: Paper) -> bool:
    return store.conn.execute("SELECT 1 FROM abstracts WHERE paper = ?", (paper.id,)).fetchone() is not None


def _take_up(store: Store, paper: Paper, readings: tuple[Reading, ...]) -> bool:
    """Let the status rise to that of the last of ``readings``, or fill in what is not known of it; add earlier ones."""
    new = [reading for reading in readings if not store.had_reading(paper, reading)]
    if not new:
        return False
    *earlier, last = new
    if paper.status == "unread":
        for reading in (*earlier, last):
            store.put_reading(paper, reading)
        return True
    now = store.latest_reading(paper.id)
    finished = [reading for reading in earlier if reading.finished_on]
    for reading in finished:
        store.put_reading(paper, reading)
    if finished and now:
        store.make_latest(now)
    return _last_reading(store, store.paper(paper.id), last) or bool(finished)


def _last_reading(store: Store, paper: Paper, last: Reading) -> bool:
    higher = RISING.index(last.status) > RISING.index(paper.status)
    if last.status == paper.status and _later(last.finished_on, paper.finished_on):
        store.put_reading(paper, last)
        return True
    if higher and paper.status == "abandoned":
        store.put_reading(paper, last)  # taken up anew; that it was given up once stays
        return True
    if not higher and last.status != paper.status:
        return False
    facts = {
        fact: value
        for fact, value in last._asdict().items()
        if value is not None and fact not in ("uid", "status") and getattr(paper, fact) is None
    }
    if higher:
        facts["status"] = last.status
        facts |= {"finished_on": last.finished_on} if last.finished_on else {}
    if facts:
        store.conn.execute(
            f"UPDATE readings SET {', '.join(f'{fact} = ?' for fact in facts)}"
            " WHERE id = (SELECT max(id) FROM readings WHERE paper = ?)",
            (*facts.values(), paper.id),
        )
    return bool(facts)


def _later(day: str | None, other: str | None) -> bool:
    """Whether ``day`` is after ``other`` for certain: 2020-11 is not after 2020."""
    if not day or not other:
        return False
    known = min(len(day), len(other))
    return day[:known] > other[:known]


def _tag(store: Store, paper: Paper, tags: Iterable[str]) -> bool:
    have = {tag.lower() for tag in paper.tags}
    new = [tag for tag in tags if tag.lower() not in have and not store.had_tag(paper, tag)]
    store.put_tags(paper, new)
    return bool(new)


def _note(store: Store, paper: Paper, notes: Iterable[NoteDraft]) -> bool:
    new = [note for note in notes if not store.had_note(paper, note)]
    for note in new:
        store.put_note(paper, note)
    return bool(new)


def _look_back(store: Store, paper: Paper, draft: Draft) -> bool:
    """Add the sessions and reviews that the paper never had, and end those that have ended."""
    rows: list[Session | Review] = [*draft.sessions, *draft.reviews]
    new = [row for row in rows if not looking_back.had(store, paper, row)]
    for row in new:
        looking_back.put(store, paper, row)
    ended = [looking_back.fill(store, paper, session) for session in draft.sessions]
    return bool(new) or any(ended)
