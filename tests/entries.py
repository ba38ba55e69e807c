"""Entries as the library would hold them, for what an exporter writes and an importer reads back."""

from __future__ import annotations

from hypothesis import strategies as st

from readtrack import schema
from readtrack.importers._clean import clean
from readtrack.model import (
    Author,
    Draft,
    Entry,
    Identifier,
    Link,
    Listing,
    Note,
    NoteDraft,
    Paper,
    Reading,
    ReadingList,
    Review,
    Session,
)

# Any script, and what formats use to write something else.
TEXT = st.text(
    st.sampled_from("aBc1 é{}\\$&#_%~^`'\"-–—“”@=,;:[]()<>|*+/中文Ωß\N{COMBINING ACUTE ACCENT}")
    | st.characters(exclude_categories=("Cs", "Cc")),
    min_size=1,
    max_size=25,
)
SLUG = st.from_regex(r"[a-z][a-z0-9-]{0,12}[a-z0-9]", fullmatch=True)
DAY = st.none() | st.sampled_from(["2020", "2020-11", "2020-11-04"])
READING = st.builds(
    Reading,
    st.sampled_from(schema.STATUSES[1:]),
    DAY,
    DAY,
    st.none() | st.sampled_from(["40%", "7/18"]),
    st.none() | st.integers(1, 5),
    st.none() | st.sampled_from(schema.PRIORITIES),
    st.none() | st.just("2026-12-01"),
    st.none(),
)
MOMENT = st.just("2026-11-24T12:00:00.000Z")
SESSION = st.builds(
    Session, st.just("2026-11-24"), st.none() | MOMENT, st.integers(0, 600), st.none() | st.integers(0, 90), st.none()
)
LISTING = st.builds(Listing, SLUG, st.none() | TEXT, st.none())
BODY = TEXT | st.just("# One\n\n- two\n  - three")
NOTE = st.builds(NoteDraft, BODY, st.none() | TEXT, st.none() | TEXT, MOMENT, st.none(), st.none())


def entry_of(draft: Draft, number: int = 1) -> Entry:
    """``draft`` as the library holds it once it is in."""
    last = draft.readings[-1] if draft.readings else Reading("unread")
    held = {fact: value for fact, value in {**draft._asdict(), **last._asdict()}.items() if fact in Paper._fields}
    held |= {
        "id": number,
        "key": draft.key or f"k{number}",
        "authors": tuple(author.name for author in draft.authors),
        "affiliations": tuple(dict.fromkeys(place for author in draft.authors for place in author.affiliations)),
        "tags": tuple(sorted(draft.tags)),
        "notes": len(draft.notes),
        "added_at": draft.added_at or "2026-11-24T12:00:00.000Z",
    }
    notes = tuple(
        Note(
            at, f"n{at}", str(held["key"]), note.body, note.page, note.quote, str(note.created_at), str(note.created_at)
        )
        for at, note in enumerate(draft.notes, 1)
    )
    yours = (draft.readings, draft.sessions, draft.reviews)
    return Entry(Paper(**held), draft.authors, draft.abstract, draft.lists, notes, draft.identifiers, *yours)


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    """A clean draft in which anything may be said."""
    some = st.none() | TEXT
    raw = Draft(
        draw(TEXT.filter(str.strip)),
        key=draw(SLUG),
        name=draw(st.none() | st.from_regex(r"[A-Z][a-zA-Z0-9+#]{1,12}", fullmatch=True)),
        type=draw(st.sampled_from(schema.TYPES)),
        venue=draw(some),
        year=draw(st.none() | st.integers(1500, 2090)),
        topic=draw(some),
        authors=tuple(draw(st.lists(st.builds(Author, TEXT, st.lists(TEXT, max_size=2).map(tuple)), max_size=3))),
        links=tuple(
            draw(
                st.lists(
                    st.builds(
                        Link,
                        st.sampled_from(["pdf", "code", "video", "page"]),
                        SLUG.map(lambda path: f"https://example.org/{path}?a=1&b=%20#x_y~z"),
                        some,
                    ),
                    max_size=2,
                )
            )
        ),
        doi=draw(st.none() | st.sampled_from(["10.1000/a_b<c>", "10.1145/3519939.3523446"])),
        arxiv_id=draw(st.none() | st.sampled_from(["2006.06762", "math/0307200"])),
        url=draw(st.none() | st.just("https://example.org/~turing/paper_1.html")),
        abstract=draw(some),
        lists=tuple(draw(st.lists(LISTING, max_size=2, unique_by=lambda each: each.slug))),
        identifiers=tuple(
            sorted(draw(st.sets(st.sampled_from([Identifier("pmid", "123"), Identifier("dblp", "conf/osdi/X")]))))
        ),
        readings=tuple(draw(st.lists(READING, max_size=1))),
        sessions=tuple(draw(st.lists(SESSION, max_size=2))),
        reviews=tuple(draw(st.lists(st.builds(Review, st.just("2026-11-24"), st.booleans()), max_size=2))),
        tags=tuple(draw(st.lists(TEXT, max_size=3))),
        notes=tuple(
            draw(
                st.lists(NOTE, max_size=3, unique_by=lambda note: note.body)
            )
        ),
        added_at="2026-11-24T12:00:00.000Z",
    )  # fmt: skip
    kept = [each for each in clean(raw) if isinstance(each, Draft)]
    return kept[0] if kept else draw(drafts())


KNUTH = Draft(
    "Literate Programming",
    key="knuth84",
    name="WEB",
    type="article-journal",
    venue="The Computer Journal",
    year=1984,
    topic="Programs",
    authors=(Author("Donald E. Knuth", ("Stanford University", "TUG")), Author("Literate Society", ("Web",))),
    links=(Link("pdf", "https://example.org/web.pdf", "paper"), Link("code", "https://example.org/web")),
    doi="10.1093/comjnl/27.2.97",
    abstract="The author and his associates\nTY  - have been experimenting\n\nfor years.",
    lists=(Listing("classics", "Programs / Style", 3),),
    identifiers=(Identifier("pmid", "123"),),
    sessions=(Session("2020-11-03", "2020-11-03T20:00:00.000Z", 25, 8), Session("2020-11-04", None, 40)),
    reviews=(Review("2020-11-11", True), Review("2020-11-25", False)),
    readings=(Reading("abandoned", "2019", "2019", "40%"), Reading("read", finished_on="2020-11-04", rating=5)),
    tags=("tangle; weave", "woven"),
    notes=(NoteDraft("Programs are\n\n- literature", "97", "let us\nconcentrate", "2026-11-24T12:00:00.000Z"),),
    added_at="2026-11-24T12:00:00.000Z",
)
CLASSICS = ReadingList("classics", "The classics", "classics.md")


def as_held(draft: Draft, number: int = 1, line: int | None = None) -> Draft:
    """``draft`` as the library that it is exported from holds it: tags sorted, notes with a name and two times."""
    notes = (
        note._replace(uid=f"n{at}", created_at=str(note.created_at), updated_at=str(note.created_at))
        for at, note in enumerate(draft.notes, 1)
    )
    return draft._replace(tags=tuple(sorted(draft.tags)), notes=tuple(notes), line=line)
