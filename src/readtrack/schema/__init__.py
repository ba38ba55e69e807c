"""The shape of a library file: tables, indexes, triggers, full-text search, migrations.

``tables`` holds what a migration makes once, ``derived`` what is made anew after every migration
(triggers, indexes), ``migrations`` the list that only grows. This module is all that an everyday command
imports: it tells whether a file is ours and up to date, and brings it up to date where it is not.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from readtrack.errors import LibraryError

APPLICATION_ID = 0x52445452
"""``PRAGMA application_id`` of every library: "RDTR" in ASCII."""

VERSION = 2
"""How many migrations an up-to-date library has seen, kept in ``PRAGMA user_version``."""

STATUSES = ("unread", "queued", "reading", "skimmed", "read", "abandoned")
FINISHED = ("skimmed", "read", "abandoned")
LINK_KINDS = ("arxiv", "doi", "pdf", "code", "video", "slides", "page")
IDENTIFIER_KINDS = ("doi", "arxiv", "isbn", "issn", "pmid", "pmcid", "dblp", "openreview")
PRIORITIES = ("high", "medium", "low")
STATED = ("paper_tags", "authorships", "authorship_affiliations", "list_papers")
"""The tables whose state ``_states`` tells: another number after every change."""
# https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types (CSL 1.0.2)
TYPES = tuple(
    """article article-journal article-magazine article-newspaper bill book broadcast chapter classic
    collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing
    interview legal_case legislation manuscript map motion_picture musical_score pamphlet paper-conference
    patent performance periodical personal_communication post post-weblog regulation report review
    review-book software song speech standard thesis treaty webpage""".split()
)


def version_of(conn: sqlite3.Connection, path: str) -> int:
    """The version of the library behind ``conn``.

    Raises:
        LibraryError: it is no readtrack library, or one of a newer readtrack. Nothing is written.
    """
    (application_id,) = conn.execute("PRAGMA application_id").fetchone()
    (version,) = conn.execute("PRAGMA user_version").fetchone()
    if application_id != APPLICATION_ID:
        raise LibraryError(
            f"{path} is a SQLite file, but not a readtrack library; it was left alone. Name another file."
        )
    if version > VERSION:
        raise LibraryError(
            f"{path} was written by a newer readtrack (format {version}; this one knows up to {VERSION}); "
            "it was left alone. Upgrade readtrack to open it."
        )
    return int(version)


def bring_up_to_date(conn: sqlite3.Connection, before: Callable[[], object] = lambda: None) -> None:
    """Apply every migration that ``conn``'s file has not seen, all of them or none.

    Several processes may call this at once for one file: the first does the work, the others wait for it. ``before``
    is called once it is certain that there is work, when nobody else can write any more.
    """
    from readtrack.schema import migrations  # imports sqlite_utils: 65-83 ms no everyday command pays

    migrations.apply(conn, before)
