"""The headers that keep a page to itself, and what the strict pages of a library may load.

A policy is told before anybody knows which page it will be, so ``watched`` leaves a note in the scope of the request,
which ``strict`` and ``allow`` fill in while the page is made.
"""

from __future__ import annotations

import base64
import functools
import hashlib
import re
from collections.abc import Awaitable, Callable, Iterable
from pathlib import Path
from typing import Any

import datasette

Scope = dict[str, Any]
Send = Callable[[dict[str, Any]], Awaitable[None]]

_NOTE = "readtrack_csp"

ALWAYS = {b"x-frame-options": b"DENY", b"x-content-type-options": b"nosniff"}
FRAMES = "frame-ancestors 'none'"
STRICT = (
    "default-src 'none'; script-src 'self'{scripts}; style-src 'self'{styles}; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; " + FRAMES
)


def watched(scope: Scope, send: Send) -> tuple[Scope, Send]:
    """The scope with a note in it, and a ``send`` that puts the headers on the answer."""
    note: dict[str, list[str]] = {}

    async def send_(message: dict[str, Any]) -> None:
        if message["type"] == "http.response.start":
            message = {**message, "headers": _with_ours(message.get("headers") or [], note)}
        await send(message)

    return {**scope, _NOTE: note}, send_


def strict(request: Any) -> None:
    """Have the page that answers ``request`` load nothing but what comes from here."""
    note = request.scope.get(_NOTE)
    if note is not None:
        note.setdefault("scripts", list(_of_datasette()))
        note.setdefault("styles", [])


def allow(request: Any, context: dict[str, Any]) -> str:
    """Let a strict page load what other plugins put into it by Datasette's hooks, as ``context`` of the template
    holds it; an empty text, for the template to print."""
    note = request.scope.get(_NOTE) or {}
    if "scripts" in note:
        note["scripts"] += [_hash(str(each["script"])) for each in context.get("body_scripts") or ()]
        note["scripts"] += _elsewhere(context.get("extra_js_urls"))
        note["styles"] += _elsewhere(context.get("extra_css_urls"))
    return ""


def _elsewhere(urls: Iterable[dict[str, Any]] | None) -> list[str]:
    """The URLs of other servers, as a policy may name them."""
    return [str(each["url"]) for each in urls or () if re.fullmatch(r"https?://[^\s;,']+", str(each["url"]))]


def _with_ours(theirs: Iterable[tuple[bytes, bytes]], note: dict[str, list[str]]) -> list[tuple[bytes, bytes]]:
    ours = dict(ALWAYS)
    policy = FRAMES
    if note:
        policy = STRICT.format(**{name: "".join(f" {source}" for source in found) for name, found in note.items()})
        # What a page shows changes under its URL, and it carries a token.
        ours[b"cache-control"] = b"private, no-cache"
        # With Datasette's no-referrer, a browser hides from us that a form comes from our page.
        ours[b"referrer-policy"] = b"same-origin"
    kept = [(key, value) for key, value in theirs if key.lower() not in ours]
    if all(key.lower() != b"referrer-policy" for key, _ in kept):
        ours[b"referrer-policy"] = b"same-origin"
    # A second policy beside that of another plugin: browsers hold to both.
    return [*kept, *ours.items(), (b"content-security-policy", policy.encode("latin-1"))]


@functools.cache
def _of_datasette() -> tuple[str, ...]:
    """Hashes of the scripts that stand in Datasette's frame of every page, the same on all of them."""
    templates = Path(datasette.__file__).parent / "templates"
    text = "".join((templates / name).read_text("utf-8") for name in ("base.html", "_close_open_menus.html"))
    text = text.replace("{{ datasette_version }}", datasette.__version__)
    return tuple(
        _hash(script) for script in re.findall(r"<script>(.*?)</script>", text, re.DOTALL) if "{{" not in script
    )


def _hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
