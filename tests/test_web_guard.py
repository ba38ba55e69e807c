"""Who may write from the browser, under which names an instance with a library answers, and what headers it sends."""

# mypy: allow-untyped-decorators

from __future__ import annotations

import asyncio
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlencode

import pytest
from browsing import new_library
from conftest import rows
from datasette import __version__ as datasette_version
from datasette.app import Datasette
from itsdangerous import BadSignature

from readtrack import schema
from readtrack.web import csp, guard, libraries

IS_1_0 = not datasette_version.startswith("0.")
FORM = ("Content-Type", "application/x-www-form-urlencoded")
JSON = ("Accept", "application/json")
HERE = ("Host", "localhost:8001")
WRITE = "/-/readtrack/library/mark"
Headers = list[tuple[str, str]]


class Answer(NamedTuple):
    status: int
    headers: list[tuple[str, str]]
    text: str

    def all(self, name: str) -> list[str]:
        return [value for key, value in self.headers if key == name]

    @property
    def error(self) -> str:
        return str(json.loads(self.text)["error"])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return new_library(tmp_path / "library.db")


@pytest.fixture
def datasette(path: Path) -> Datasette:
    return Datasette([str(path)])


def ask(
    datasette: Datasette,
    url: str,
    headers: Headers,
    *,
    form: dict[str, str] | None = None,
    client: tuple[str, int] | None = ("127.0.0.1", 40000),
    scheme: str = "http",
    actor: str | None = None,
) -> Answer:
    """One request as the server hands it to Datasette, header by header."""
    if actor:
        signed = datasette.sign({"a": {"id": actor}}, "actor")
        headers = [*headers, ("Cookie", f"ds_actor={signed}")]
    where, _, query = url.partition("?")
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET" if form is None else "POST",
        "scheme": scheme,
        "path": where,
        "raw_path": where.encode(),
        "query_string": query.encode(),
        "headers": [(key.lower().encode(), value.encode("latin-1")) for key, value in headers],
        "client": client,
        "server": ("127.0.0.1", 8001),
    }
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": urlencode(form or {}).encode(), "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    async def run() -> None:
        await datasette.invoke_startup()
        await datasette.app()(scope, receive, send)

    asyncio.run(run())
    told = [(key.decode().lower(), value.decode("latin-1")) for key, value in sent[0]["headers"]]
    return Answer(sent[0]["status"], told, b"".join(part.get("body", b"") for part in sent[1:]).decode())


def mark(datasette: Datasette, headers: Headers, *, token: str | None = "", **how: Any) -> Answer:
    """Try to mark a paper as read. ``token``: "" is the right one, None is none."""
    form = {"paper": "ansor", "status": "read"} | ({} if token is None else {"token": token or guard.token(datasette)})
    return ask(datasette, WRITE, [*headers, FORM, JSON], form=form, **how)


def readings(path: Path) -> list[tuple[Any, ...]]:
    return rows(path, "SELECT status FROM readings")


# Who may write


@pytest.mark.parametrize(
    "headers",
    [
        [HERE],
        [("Host", "127.0.0.1:8001")],
        [("Host", "127.8.9.10")],
        [("Host", "[::1]:8001")],
        [("Host", "LOCALHOST")],
        [HERE, ("Origin", "http://localhost:8001"), ("Sec-Fetch-Site", "same-origin")],
        [HERE, ("Sec-Fetch-Site", "none")],
        [HERE, ("Cookie", "_xsrf=of-another-server-on-this-computer")],
    ],
    ids=str,
)
def test_browser_on_this_computer_writes(path: Path, datasette: Datasette, headers: Headers) -> None:
    answer = mark(datasette, headers)
    assert (answer.status, readings(path)) == (200, [("read",)]), answer.text


@pytest.mark.parametrize("client", ["127.0.0.1", "127.3.2.1", "::1", "::ffff:127.0.0.1"])
def test_every_loopback_address_is_this_computer(path: Path, datasette: Datasette, client: str) -> None:
    assert mark(datasette, [HERE], client=(client, 1)).status == 200


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ([("Host", "192.0.2.7:8001")], 403),
        ([("Host", "mac.local")], 403),
        ([("Host", "mac")], 403),
        ([("Host", "0.0.0.0:8001")], 403),
        ([("Host", "localhost.")], 403),
        ([("Host", "localhost:8001"), ("Host", "localhost:8001")], 403),
        ([("Host", "localhost:8001@example.org")], 403),
        ([("Host", "example.org")], 403),
        ([("Host", "")], 403),
        ([], 403),
        ([HERE, ("X-Forwarded-For", "127.0.0.1")], 403),
        ([HERE, ("X-Forwarded-Host", "localhost")], 403),
        ([HERE, ("X-Forwarded-Anything", "")], 403),
        ([HERE, ("Forwarded", "for=127.0.0.1")], 403),
        ([HERE, ("Via", "1.1 proxy")], 403),
        ([HERE, ("X-Real-IP", "127.0.0.1")], 403),
        ([HERE, ("X-Client-IP", "127.0.0.1")], 403),
        ([HERE, ("True-Client-IP", "127.0.0.1")], 403),
        ([HERE, ("CF-Connecting-IP", "127.0.0.1")], 403),
        ([HERE, ("Sec-Fetch-Site", "cross-site")], 403),
        ([HERE, ("Sec-Fetch-Site", "same-site")], 403),
        ([HERE, ("Sec-Fetch-Site", "same-origin"), ("Sec-Fetch-Site", "cross-site")], 403),
        ([HERE, ("Origin", "http://localhost:8002")], 403),
        ([HERE, ("Origin", "https://localhost:8001")], 403),
        ([HERE, ("Origin", "http://127.0.0.1:8001")], 403),
        ([HERE, ("Origin", "null")], 403),
        ([HERE, ("Origin", "http://localhost:8001"), ("Origin", "http://localhost:8001")], 403),
    ],
    ids=str,
)
def test_anything_odd_about_a_request_keeps_it_from_writing(
    path: Path, datasette: Datasette, headers: Headers, status: int
) -> None:
    assert mark(datasette, headers).status == status
    assert readings(path) == []


def test_page_of_another_site_is_told_so(datasette: Datasette) -> None:
    answer = mark(datasette, [HERE, ("Origin", "http://localhost:8002")])
    if IS_1_0:  # which looks at where a form comes from itself
        assert (answer.status, "CSRF check failed" in answer.text) == (403, True)
    else:
        assert answer.error == "Another site asked for this; nothing was changed."


@pytest.mark.parametrize("client", [("192.0.2.7", 5), ("10.0.0.1", 5), ("fe80::1", 5), ("", 0), None])
def test_client_elsewhere_does_not_write_with_a_token_and_a_forged_host(
    path: Path, datasette: Datasette, client: Any
) -> None:
    answer = mark(datasette, [HERE], client=client)
    assert answer.status == 403
    assert answer.error.startswith("You may only read this library")
    assert readings(path) == []


def test_token_is_asked_for_in_the_header_or_the_form(path: Path, datasette: Datasette) -> None:
    right = guard.token(datasette)
    assert mark(datasette, [HERE], token=None).error == (
        "This page is too old to write from; nothing was changed. Load it again."
    )
    for wrong in ("x", right[:-1], right + "x", datasette.sign("something else", "readtrack-write")):
        assert mark(datasette, [HERE], token=wrong).status == 403
        assert mark(datasette, [HERE, ("X-Readtrack-Token", wrong)], token=None).status == 403
        assert mark(datasette, [HERE, ("X-Readtrack-Token", wrong)]).status == 403
    assert readings(path) == []
    assert mark(datasette, [HERE, ("X-Readtrack-Token", right)], token=None).status == 200


def test_token_is_worth_nothing_in_another_process(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    datasette = Datasette([str(path)], secret="the same")  # noqa: S106
    old = guard.token(datasette)
    monkeypatch.setattr(guard, "_SECRET", "of another process")
    assert mark(datasette, [HERE], token=old).status == 403
    assert mark(datasette, [HERE]).status == 200


def test_https_of_a_proxy_is_told_by_datasettes_setting(path: Path) -> None:
    datasette = Datasette([str(path)], settings={"force_https_urls": True})
    assert mark(datasette, [HERE, ("Origin", "http://localhost:8001")]).status == 403
    assert mark(datasette, [HERE, ("Origin", "https://localhost:8001")]).status == 200


def test_under_a_base_url_the_cookie_of_another_server_does_no_harm(path: Path) -> None:
    datasette = Datasette([str(path)], settings={"base_url": "/papers-of-mine/"})
    headers = [HERE, FORM, JSON, ("Cookie", "_xsrf=of-another-server")]
    form = {"paper": "ansor", "status": "read", "token": guard.token(datasette)}
    assert ask(datasette, f"/papers-of-mine{WRITE}", headers, form=form).status == 200
    assert ask(datasette, WRITE, headers, form=form).status == 200


@pytest.mark.parametrize("raw", ["/-%2Freadtrack/library/mark", "/%2D/readtrack/library/mark", "/library/papers"])
def test_only_our_own_routes_are_left_to_our_guard(datasette: Datasette, raw: str) -> None:
    scope = {"path": "/-/readtrack/library/mark", "raw_path": raw.encode()}
    assert not guard.skips_csrf(datasette, scope)
    assert guard.skips_csrf(datasette, {**scope, "raw_path": b"/-/readtrack/library/mark?x=1"})
    assert guard.skips_csrf(datasette, {**scope, "raw_path": None})


# Datasette's own permissions


OUTSIDE: dict[str, Any] = {"client": ("192.0.2.7", 5)}
NAMED = ("Host", "reading.example.org")
LISTED = {"plugins": {"readtrack": {"hosts": ["reading.example.org"]}}}


def test_root_writes_from_elsewhere(path: Path) -> None:
    datasette = Datasette([str(path)], metadata=LISTED)
    datasette.root_enabled = True  # what `datasette --root` sets on 1.0
    origin = ("Origin", "http://reading.example.org")
    assert mark(datasette, [NAMED, origin], **OUTSIDE).status == 403
    assert mark(datasette, [NAMED, ("Origin", "http://evil.example")], actor="root", **OUTSIDE).status == 403
    assert mark(datasette, [NAMED, ("Sec-Fetch-Site", "same-site")], actor="root", **OUTSIDE).status == 403
    assert mark(datasette, [NAMED, origin], actor="root", token=None, **OUTSIDE).status == 403
    assert readings(path) == []
    assert mark(datasette, [NAMED, origin], actor="root", **OUTSIDE).status == 200


@pytest.mark.skipif(not IS_1_0, reason="Datasette 0.65 has no permissions to write, but those of plugins")
def test_whom_datasette_permits_to_write_papers_writes_from_elsewhere(path: Path) -> None:
    def config(*actions: str) -> dict[str, Any]:
        permissions = {action: {"id": "ada"} for action in actions}
        return {**LISTED, "databases": {"library": {"tables": {"papers": {"permissions": permissions}}}}}

    some = Datasette([str(path)], config=config("insert-row", "update-row"))
    assert mark(some, [NAMED], actor="ada", **OUTSIDE).status == 403
    all_ = Datasette([str(path)], config=config("insert-row", "update-row", "delete-row"))
    assert mark(all_, [NAMED], actor="charles", **OUTSIDE).status == 403
    assert readings(path) == []
    assert mark(all_, [NAMED], actor="ada", **OUTSIDE).status == 200


@pytest.mark.skipif(not IS_1_0, reason="Datasette 0.65 has no permissions to write, but those of plugins")
def test_nobody_in_particular_does_not_write_from_elsewhere_even_if_datasette_permits_it_to_all(path: Path) -> None:
    permissions = dict.fromkeys(("insert-row", "update-row", "delete-row"), True)
    datasette = Datasette([str(path)], config={**LISTED, "permissions": permissions})
    assert mark(datasette, [NAMED], **OUTSIDE).status == 403
    assert readings(path) == []
    assert mark(datasette, [NAMED], actor="ada", **OUTSIDE).status == 200


@pytest.mark.skipif(IS_1_0, reason="Datasette 1.0 has other hooks")
def test_plugin_of_datasette_065_permits_by_its_hook(path: Path) -> None:
    from datasette import hookimpl
    from datasette.plugins import pm

    class Permits:
        __name__ = "permits"

        @hookimpl
        def permission_allowed(self, actor: Any, action: str, resource: Any) -> bool | None:
            ours = resource == ("library", "papers") and action in ("insert-row", "update-row", "delete-row")
            return (actor or {}).get("id") == "ada" if ours else None

    datasette = Datasette([str(path)], metadata=LISTED)
    pm.register(Permits(), name="permits")
    try:
        assert mark(datasette, [NAMED], actor="charles", **OUTSIDE).status == 403
        assert mark(datasette, [NAMED], actor="ada", **OUTSIDE).status == 200
    finally:
        pm.unregister(name="permits")


@pytest.mark.parametrize("where", ["instance", "database", "table"])
def test_who_may_not_see_the_papers_does_not_write_them(path: Path, where: str) -> None:
    allow: dict[str, Any] = {"allow": {"id": "ada"}}
    within = allow if where == "database" else {"tables": {"papers": allow}}
    metadata = allow if where == "instance" else {"databases": {"library": within}}
    datasette = Datasette([str(path)], metadata=metadata)
    assert mark(datasette, [HERE]).status == 403
    assert readings(path) == []
    assert mark(datasette, [HERE], actor="ada").status == 200


# What cannot be written


def test_readonly_of_the_environment_holds_for_everybody(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READTRACK_READONLY", "1")
    datasette = Datasette([str(path)])
    datasette.root_enabled = True
    for actor in (None, "root"):
        answer = mark(datasette, [HERE], actor=actor)
        assert (answer.status, answer.error) == (403, "This library is only shown: READTRACK_READONLY is set.")
    assert readings(path) == []


def test_immutable_library_is_not_written(path: Path) -> None:
    datasette = Datasette([], immutables=[str(path)])
    answer = mark(datasette, [HERE])
    assert (answer.status, answer.error) == (403, "This library is only shown: it is served as immutable.")
    assert readings(path) == []


@pytest.mark.parametrize(
    ("version", "what"),
    [
        (0, "an older readtrack. `readtrack list` brings it up to date."),
        (schema.VERSION + 1, "a newer readtrack. Upgrade readtrack to change it."),
    ],
)
def test_library_of_another_version_is_shown_without_buttons(
    path: Path, datasette: Datasette, version: int, what: str
) -> None:
    with sqlite3.connect(path) as conn:
        conn.execute(f"PRAGMA user_version = {version}")
    conn.close()
    answer = mark(datasette, [HERE])
    assert (answer.status, answer.error) == (403, f"This library is only shown: it is of {what}")
    assert '<form method="post"' not in ask(datasette, "/library/papers", [HERE]).text
    assert readings(path) == []


@pytest.mark.parametrize("which", ["file", "folder"])
def test_file_that_cannot_be_written_is_told(
    path: Path, datasette: Datasette, which: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    barred = path if which == "file" else path.parent
    # Not by chmod: to root every file is writable.
    monkeypatch.setattr("readtrack.web.guard.os.access", lambda asked, how: Path(asked) != barred)
    answer = mark(datasette, [HERE])
    assert (answer.status, answer.error) == (
        403,
        "This library cannot be written to: the file or its folder is read-only.",
    )
    assert readings(path) == []


# Which requests are answered


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "localhost:8001",
        "127.0.0.1:8001",
        "[::1]:8001",
        "192.0.2.7",
        "[2001:db8::7]:80",
        "mac",
        "mac.",
        "Mac.LOCAL",
        "mac.local.",
    ],
)
def test_names_that_nobody_else_can_hand_out_are_answered(datasette: Datasette, host: str) -> None:
    assert ask(datasette, "/library/papers", [("Host", host)], **OUTSIDE).status == 200


@pytest.mark.parametrize(
    "hosts",
    [
        ["rebind.test"],
        ["rebind.test."],
        [".rebind"],
        ["localhost.rebind.test"],
        ["127.0.0.1.rebind.test:8001"],
        ["rebind.test", "localhost"],
        ["localhost", "rebind.test"],
        ["localhost", "localhost"],
        ["local"[:0]],
        ["[rebind.test]"],
        ["rebind.test#.local"],
        ["a.local@rebind.test"],
        ["rebind.test/.local"],
        ["rebind.test .local"],
        [],
    ],
    ids=str,
)
def test_other_names_are_refused_whatever_is_asked(path: Path, tmp_path: Path, hosts: list[str]) -> None:
    other = tmp_path / "other.db"
    sqlite3.connect(other).execute("CREATE TABLE t (x)").connection.close()
    datasette = Datasette([str(path), str(other)])
    for url in ("/", "/library", "/library/papers", "/library/papers.json", "/other", "/-/databases"):
        for more in ([], [("X-Forwarded-For", "127.0.0.1")], [("X-Forwarded-Host", "localhost")]):
            answer = ask(datasette, url, [*(("Host", host) for host in hosts), *more])
            assert answer.status == 403
            assert "Ansor" not in answer.text
            assert len(answer.text.splitlines()) == 1
            told = (
                "This reading list does not answer to the name ",
                "A request has to name one host, in a Host header.",
            )
            assert answer.text.startswith(told)


def test_refusal_names_the_setting_and_the_setting_helps(path: Path, datasette: Datasette) -> None:
    answer = ask(datasette, "/library/papers", [("Host", "Reading.example.org:8001")])
    assert answer.text == (
        "This reading list does not answer to the name reading.example.org. If that is a name of yours, list it in "
        "Datasette's configuration: plugins: readtrack: hosts: [reading.example.org]\n"
    )
    for hosts in (["x.example", "reading.example.org"], "READING.example.org", ["reading.example.org:8001"]):
        listed = Datasette([str(path)], metadata={"plugins": {"readtrack": {"hosts": hosts}}})
        assert ask(listed, "/library/papers", [("Host", "Reading.example.org:8001")]).status == 200
        assert ask(listed, "/library/papers", [("Host", "example.org")]).status == 403


def test_name_of_the_server_alone_does_not_make_a_reader_a_writer(path: Path) -> None:
    datasette = Datasette([str(path)], metadata=LISTED)
    assert ask(datasette, "/library/papers", [NAMED]).status == 200
    assert mark(datasette, [NAMED]).status == 403
    assert readings(path) == []


def test_library_is_known_under_a_lock_at_the_first_look(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = delete")
        other.execute("BEGIN EXCLUSIVE")
        datasette = Datasette([str(path)])
        assert libraries.is_library(datasette, "library")
    assert ask(datasette, "/-/versions.json", [("Host", "evil.example")]).status == 403


def test_file_that_cannot_be_looked_into_may_be_a_library_until_it_can(tmp_path: Path) -> None:
    path = tmp_path / "late.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("CREATE TABLE papers (id)")
        other.execute("BEGIN EXCLUSIVE")
        datasette = Datasette([str(path)])
        assert not libraries.is_library(datasette, "late")
        assert libraries.any_served(datasette)
        other.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        other.execute("COMMIT")
    assert libraries.is_library(datasette, "late")


def test_instance_without_a_library_is_left_as_it_is(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    sqlite3.connect(other).execute("CREATE TABLE papers (x)").connection.close()
    datasette = Datasette([str(other)])
    answer = ask(datasette, "/other/papers", [("Host", "example.org")])
    assert answer.status == 200
    assert answer.all("x-frame-options") == answer.all("content-security-policy") == []
    answer = ask(datasette, "/-/readtrack/other/mark", [HERE, FORM], form={"token": guard.token(datasette)})
    assert answer.status == 404


# Headers


def test_every_answer_forbids_frames_and_guessing(datasette: Datasette) -> None:
    for url in ("/", "/library/papers", "/library/papers.json", "/nowhere", "/-/static/app.css", "/library/notes"):
        answer = ask(datasette, url, [HERE])
        assert answer.all("x-frame-options") == ["DENY"], url
        assert answer.all("x-content-type-options") == ["nosniff"]
        assert answer.all("referrer-policy") in (["same-origin"], ["no-referrer"])
        assert "frame-ancestors 'none'" in answer.all("content-security-policy")[-1]
    refused = ask(datasette, "/", [("Host", "rebind.test")])
    assert refused.all("x-frame-options") == ["DENY"]


def test_policy_of_another_plugin_stays_beside_ours() -> None:
    theirs = [(b"Content-Security-Policy", b"img-src 'none'"), (b"X-Frame-Options", b"SAMEORIGIN"), (b"vary", b"x")]
    headers = csp._with_ours(theirs, {})
    assert [value for key, value in headers if key.lower() == b"content-security-policy"] == [
        b"img-src 'none'",
        b"frame-ancestors 'none'",
    ]
    assert [value for key, value in headers if key.lower() == b"x-frame-options"] == [b"DENY"]
    assert (b"vary", b"x") in headers


def test_our_pages_load_only_what_comes_from_here(datasette: Datasette) -> None:
    (policy,) = ask(datasette, "/library/papers", [HERE]).all("content-security-policy")
    parts = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    hashes = parts.pop("script-src").split()
    assert parts == {
        "default-src": "'none'",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "connect-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }
    assert hashes[0] == "'self'"
    assert all(each.startswith("'sha256-") for each in hashes[1:])
    assert len(hashes) - 1 <= 2


def test_our_pages_let_a_browser_say_where_a_form_comes_from(datasette: Datasette) -> None:
    assert ask(datasette, "/library/papers", [HERE]).all("referrer-policy") == ["same-origin"]


def test_our_pages_are_not_kept_by_a_cache(datasette: Datasette) -> None:
    answer = ask(datasette, "/library/papers", [HERE])
    assert answer.all("cache-control") in (["private, no-cache"], ["private, no-store"])
    assert guard.token(datasette) in answer.text


def test_pages_of_other_databases_are_not_strict(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    sqlite3.connect(other).execute("CREATE TABLE papers (x)").connection.close()
    datasette = Datasette([str(path), str(other)])
    for url in ("/other", "/other/papers", "/", "/library/notes"):
        assert ask(datasette, url, [HERE]).all("content-security-policy") == ["frame-ancestors 'none'"], url
    answer = ask(datasette, "/-/readtrack/other/mark", [HERE, FORM], form={"token": guard.token(datasette)})
    assert answer.status == 404


def test_scripts_and_styles_of_other_plugins_are_allowed_by_what_the_hooks_gave(datasette: Datasette) -> None:
    request: Any = type("Request", (), {"scope": {csp._NOTE: {}}})()
    given: dict[str, Any] = {
        "body_scripts": [{"script": "alert(1)", "module": False}],
        "extra_js_urls": [{"url": "https://cdn.example/a.js"}, {"url": "/-/static-plugins/x/b.js"}],
        "extra_css_urls": [{"url": "https://cdn.example/a.css"}, {"url": "https://cdn.example/; script-src *"}],
    }
    assert csp.allow(request, given) == ""
    assert request.scope[csp._NOTE] == {}  # a page that is none of ours has no policy to widen
    csp.strict(request)
    before = list(request.scope[csp._NOTE]["scripts"])
    csp.allow(request, given)
    assert request.scope[csp._NOTE]["scripts"][len(before) :] == [
        "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='",
        "https://cdn.example/a.js",
    ]
    assert request.scope[csp._NOTE]["styles"] == ["https://cdn.example/a.css"]


def test_page_tells_its_token_only_to_who_may_write(datasette: Datasette) -> None:
    token = guard.token(datasette)
    assert token in ask(datasette, "/library/papers", [HERE]).text
    assert token not in ask(datasette, "/library/papers", [HERE], **OUTSIDE).text
    assert token not in ask(datasette, "/library/papers", [HERE, ("Via", "1.1 proxy")]).text
    assert token not in ask(datasette, "/library/papers", [("Host", "192.0.2.7")]).text


def test_token_is_no_signature_that_another_part_of_datasette_makes(datasette: Datasette) -> None:
    with pytest.raises(BadSignature):
        datasette.unsign(guard.token(datasette))


def test_what_is_sent_goes_through_the_guard_to_a_page_of_another(datasette: Datasette) -> None:
    seen: list[Any] = []

    async def page(scope: Any, receive: Any, send: Any) -> None:
        seen.append(await receive())

    async def sent() -> Any:
        return {"type": "http.request", "body": b"a=1", "more_body": False}

    async def never(message: Any) -> None:
        raise AssertionError(message)

    async def asked() -> None:
        scope = {"type": "http", "path": "/", "headers": [(b"host", b"localhost:8001")]}
        await guard.guarding(datasette)(page)(scope, sent, never)

    asyncio.run(asked())
    assert [message["body"] for message in seen] == [b"a=1"]
