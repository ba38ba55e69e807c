"""What was typed into a form whose fields could not be kept, once more: the sentence that says why, and the form."""

from __future__ import annotations

from typing import Any, NamedTuple

from readtrack.web import csp

KEPT = {
    "note": ("paper", "body", "page", "quote"),
    "edit-note": ("paper", "note", "was", "body", "page", "quote"),
    "mark": ("paper", "status", "rating", "progress", "on", "again"),
    "plan": ("paper", "due", "priority"),
}
"""Verbs whose forms come back -> the fields that do, in their order."""

_HIDDEN = ("paper", "note", "was", "again")
_LONG = ("body", "quote")
_LABELS = {"body": "Note"}


class Again(NamedTuple):
    """What the template shows. ``token``: None where nobody may write; ``now``: the note as it is, if another changed
    it; ``hidden``, ``fields``: name -> value."""

    said: str
    action: str
    back: str
    token: str | None
    now: str | None
    hidden: dict[str, str]
    fields: dict[str, str]

    def label(self, field: str) -> str:
        """What a field is called."""
        return _LABELS.get(field, field.capitalize())

    def is_long(self, field: str) -> bool:
        """Whether a field is a text of several lines."""
        return field in _LONG


def filled(verb: str, form: dict[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """The hidden fields and the others of a form that comes back."""
    kept = {name: form[name] for name in KEPT[verb] if name in form}
    hidden = {name: value for name, value in kept.items() if name in _HIDDEN}
    return hidden, {name: value for name, value in kept.items() if name not in _HIDDEN}


async def page(datasette: Any, request: Any, again: Again) -> str:
    """The page as HTML; nothing but what comes from here may be loaded by it."""
    csp.strict(request)
    return str(await datasette.render_template("readtrack/again.html", {"again": again}, request=request))
