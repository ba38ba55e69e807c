"""Who may write into a library from the browser, and which requests an instance with a library answers at all.

What this checks, and what it does not defend, is told in docs/security.md.
"""

from __future__ import annotations

import ipaddress
import os
import re
import secrets
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from datasette.utils import sqlite3
from datasette.utils.asgi import Response

from readtrack import schema
from readtrack.web import csp, libraries, permissions

Scope = dict[str, Any]
App = Callable[[Scope, Any, Any], Awaitable[None]]

TOKEN_HEADER = b"x-readtrack-token"

# A new one for every process, so that a page of an earlier one, or somebody's old copy of it, is worth nothing.
_SECRET = secrets.token_urlsafe(24)
_SALT = "readtrack-write"
_WRITES = ("insert-row", "update-row", "delete-row")
_FORWARDED = (b"forwarded", b"via", b"x-real-ip", b"x-client-ip", b"true-client-ip", b"cf-connecting-ip")
_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[^\[\]:@/\\?#\s]+)(?::(\d{1,5}))?", re.ASCII)


def token(datasette: Any) -> str:
    """What a page carries and a write brings back, to show that it comes from a page of this process."""
    return str(datasette.sign(_SECRET, _SALT))


async def may_write(datasette: Any, request: Any, database: str) -> bool:
    """Whether who asks for a page of the library may write into it: then, and only then, it shows buttons."""
    return await _barred(datasette, request, database) is None


async def refusal(datasette: Any, request: Any, database: str, given: str | None) -> str | None:
    """Why a write is refused, as a sentence; None: it is allowed. ``given``: the token of the form, if it had one."""
    if forged := _forged(datasette, request, given):
        return forged
    return await _barred(datasette, request, database)


async def _barred(datasette: Any, request: Any, database: str) -> str | None:
    """Why nobody, or not this client, may write into the library."""
    db = datasette.databases[database]
    if os.environ.get(libraries.READONLY):
        return f"This library is only shown: {libraries.READONLY} is set."
    if not db.is_mutable:
        return "This library is only shown: it is served as immutable."
    if not (os.access(db.path, os.W_OK) and os.access(Path(db.path).parent, os.W_OK)):
        return "This library cannot be written to: the file or its folder is read-only."
    try:
        version = await db.execute_fn(_version)
    except sqlite3.OperationalError:  # locked just now; a write looks again
        version = schema.VERSION
    if version < schema.VERSION:
        return "This library is only shown: it is of an older readtrack. `readtrack list` brings it up to date."
    if version > schema.VERSION:
        return "This library is only shown: it is of a newer readtrack. Upgrade readtrack to change it."
    actor = request.actor
    if _is_local(request.scope):
        allowed = await permissions.may_read(datasette, actor, database, "papers")
    else:
        asked = [await permissions.may_change(datasette, actor, action, database, "papers") for action in _WRITES]
        allowed = actor is not None and all(asked)
    if allowed:
        return None
    return "You may only read this library: it is changed from the computer it is on, or by whom Datasette permits it."


def _version(conn: Any) -> int:
    return int(conn.execute("PRAGMA user_version").fetchone()[0])


def _is_local(scope: Scope) -> bool:
    """Whether the client is on this computer, talks to it by a name that can mean no other, and nobody between."""
    peer = (scope.get("client") or ("",))[0]
    hosts = _values(scope, b"host")
    if not _is_loopback(peer) or len(hosts) != 1:
        return False
    name = _name(hosts[0])
    if name is None or not (name == "localhost" or _is_loopback(name.strip("[]"))):
        return False
    return not any(key in _FORWARDED or key.startswith(b"x-forwarded-") for key, _ in _headers(scope))


def is_foreign(request: Any) -> bool:
    """Whether the browser says that a page of another server asks."""
    scope = request.scope
    sites, origins, hosts = (_values(scope, key) for key in (b"sec-fetch-site", b"origin", b"host"))
    ours = [f"{request.scheme}://{host}" for host in hosts]  # https where Datasette is told to force it
    elsewhere = any(site not in ("same-origin", "none") for site in sites)
    return elsewhere or bool(origins and origins != ours) or len(hosts) != 1


def _forged(datasette: Any, request: Any, given: str | None) -> str | None:
    """Why a request may come from a page that is none of ours, even if the client is trusted."""
    if is_foreign(request):
        return "Another site asked for this; nothing was changed."
    tokens = [*_values(request.scope, TOKEN_HEADER), *([given] if given else [])]
    right = token(datasette).encode()
    if not tokens or not all(secrets.compare_digest(each.encode(), right) for each in tokens):
        return "This page is too old to write from; nothing was changed. Load it again."
    return None


def guarding(datasette: Any) -> Callable[[App], App]:
    """Middleware for an instance that serves a library: answers under safe names only, and says what may embed it.

    A page of somebody else can give its own name the address of this computer, and then read what is here as its
    own. So a name that others can hand out is answered only where the configuration lists it.
    """

    def wrap(app: App) -> App:
        async def wrapped(scope: Scope, receive: Any, send: Any) -> None:
            if scope["type"] != "http" or not libraries.any_served(datasette):
                await app(scope, receive, send)
                return
            scope, send = csp.watched(scope, send)
            if sentence := _misnamed(datasette, scope):
                await Response.text(sentence, status=403).asgi_send(send)
                return
            await app(scope, receive, send)

        return wrapped

    return wrap


def _misnamed(datasette: Any, scope: Scope) -> str | None:
    """Why the name in Host is not answered; None: it is."""
    hosts = _values(scope, b"host")
    name = _name(hosts[0]) if len(hosts) == 1 else None
    if name is None:
        return "A request has to name one host, in a Host header.\n"
    listed = (datasette.plugin_config("readtrack") or {}).get("hosts") or []
    allowed = {_name(str(host)) for host in ([listed] if isinstance(listed, str) else listed)}
    single = "." not in name.rstrip(".") and not name.startswith("[")
    if single or name.rstrip(".").endswith(".local") or _is_address(name.strip("[]")) or name in allowed:
        return None
    return (
        f"This reading list does not answer to the name {name}. If that is a name of yours, list it in Datasette's "
        f"configuration: plugins: readtrack: hosts: [{name}]\n"
    )


def skips_csrf(datasette: Any, scope: Scope) -> bool:
    """Whether Datasette 0.65 shall leave the protection against forged requests to ours.

    Its own is passed by any request without a cookie, and refuses ours where another server on this computer has
    left a cookie.
    """
    # As Datasette's router reads it: "%2F" is no slash there.
    raw = scope.get("raw_path")
    path = raw.decode("latin-1").partition("?")[0] if raw else scope["path"]
    return bool(path.startswith(("/-/readtrack/", datasette.urls.path("/-/readtrack/"))))


def _headers(scope: Scope) -> list[tuple[bytes, bytes]]:
    return [(key.lower(), value) for key, value in scope.get("headers") or []]


def _values(scope: Scope, name: bytes) -> list[str]:
    return [value.decode("latin-1").strip() for key, value in _headers(scope) if key == name]


def _name(host: str) -> str | None:
    """The name in a Host header, in lower case and without the port; None: it is none."""
    found = _HOST.fullmatch(host.lower())
    return found[1] if found else None


def _is_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True


def _is_loopback(text: str) -> bool:
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)
    return bool((mapped or address).is_loopback)
