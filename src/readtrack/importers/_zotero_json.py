"""Zotero's own JSON, of its API and of Better BibTeX, as CSL-JSON.

Source: https://www.zotero.org/support/dev/web_api/v3/types_and_fields
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_FACTS = {
    "type": ("itemType",),
    "title": ("title", "caseName", "nameOfAct", "subject"),
    "container-title": (
        "publicationTitle",
        "proceedingsTitle",
        "bookTitle",
        "websiteTitle",
        "blogTitle",
        "encyclopediaTitle",
        "dictionaryTitle",
        "forumTitle",
        "conferenceName",
        "meetingName",
        "repository",
    ),
    "publisher": ("publisher", "university", "institution", "company"),
    "issued": ("date", "dateDecided", "dateEnacted", "issueDate"),
    "abstract": ("abstractNote",),
    "note": ("extra",),
    "URL": ("url",),
    "DOI": ("DOI",),
    "ISBN": ("ISBN",),
    "ISSN": ("ISSN",),
    "number": ("archiveID",),
    "citation-key": ("citationKey", "citekey"),
}


def as_csl(item: Mapping[str, Any]) -> dict[str, Any]:
    """An item of Zotero as one of CSL-JSON: facts, creators, tags and notes."""
    made = {csl: item[fact] for csl, facts in _FACTS.items() for fact in reversed(facts) if item.get(fact)}
    people = _objects(item, "creators")
    authors = [one for one in people if one.get("creatorType") != "editor"] or people
    return {
        **made,
        "author": [
            {"given": one.get("firstName"), "family": one.get("lastName"), "literal": one.get("name")}
            for one in authors
        ],
        "keywords": [one.get("tag") for one in _objects(item, "tags")],
        "notes": [one.get("note") for one in _objects(item, "notes")],
    }


def _objects(item: Mapping[str, Any], fact: str) -> list[Mapping[str, Any]]:
    held = item.get(fact)
    return [one for one in held if isinstance(one, dict)] if isinstance(held, list) else []
