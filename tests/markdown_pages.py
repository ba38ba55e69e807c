"""What the tests of Markdown reading lists share: a title, people, and what is read of a page."""

from __future__ import annotations

from typing import Any

from readtrack import importers
from readtrack.importers import Source
from readtrack.model import Author, Draft, Skipped

ADA, ALAN, GRACE = Author("Ada Lovelace"), Author("Alan Turing"), Author("Grace Hopper")
TITLE = "Notes on the Analytical Engine"
URL = "https://e.org/a"


def papers(text: str) -> list[Draft]:
    return [found for found in importers.read(Source("a.md", text.encode()), "markdown") if isinstance(found, Draft)]


def titles(text: str) -> list[str]:
    return [draft.title for draft in papers(text)]


def told(text: str) -> list[str]:
    """What is told of lines that are left out."""
    return [
        found.why for found in importers.read(Source("a.md", text.encode()), "markdown") if isinstance(found, Skipped)
    ]


def said(text: str, *facts: str) -> dict[str, Any]:
    """What the one paper of ``text`` says of ``facts``."""
    (draft,) = papers(text)
    return {fact: getattr(draft, fact) for fact in ("title", *facts)}
