"""Attacks on the pages of a library, by a real Chromium and by plain clients: nothing is written, nothing is read.

Each attacker here even holds a valid token, as if it had been stolen.
"""

from __future__ import annotations

import os
import re
import socket
import threading
from collections.abc import Iterator
from contextlib import closing
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browsing import Launch, Serve, Served, get, new_library, serving
from conftest import rows

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytest_plugins = ["browsing"]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return new_library(tmp_path / "library.db")


@pytest.fixture(scope="module")
def victim(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A library that no attack may change, served so that scripts of other sites may read what Datasette lets them."""
    folder = tmp_path_factory.mktemp("victim")
    with serving(folder / "home") as serve:
        yield serve(new_library(folder / "library.db"), "--cors")


@pytest.fixture(scope="module")
def attacker() -> Iterator[int]:
    """The port of a server of somebody else, with an empty page at every path."""

    class Empty(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(b"<!DOCTYPE html><title>Cute cats</title><body>")

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    server = HTTPServer(("127.0.0.1", 0), Empty)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server.server_port
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="module")
def fooled(launch: Launch) -> Browser:
    """A Chromium for which some names lead to this computer, as a name server of an attacker may say."""
    return launch("--host-resolver-rules=MAP *.test 127.0.0.1")


def token_of(served: Served) -> str:
    _, _, text = get(served.library + "/papers")
    found = re.search(r'data-token="([^"]+)"', text)
    assert found
    return found[1]


def written(path: Path) -> list[str]:
    return [what for (what,) in rows(path, "SELECT what FROM changes ORDER BY id")][1:]


FIELDS = "const fields = {token, paper: 'ansor', status: 'read'}, text = new URLSearchParams(fields).toString();"
POST = "const form = {method: 'POST', body: text, headers: {'Content-Type': 'application/x-www-form-urlencoded'}};"
SUBMIT = """const form = document.createElement('form');
Object.assign(form, {method: 'POST', action: url, target: frame});
for (const [name, value] of Object.entries(fields)) {
    const input = document.createElement('input');
    Object.assign(input, {name, value});
    form.append(input);
}
document.body.append(form);
"""
ASK = "try { return (await fetch(url, form)).status } catch (error) { return String(error) }"
WAYS = {
    "fetch": f"{FIELDS}{POST}{ASK}",
    "fetch without CORS": f"{FIELDS}{POST}Object.assign(form, {{mode: 'no-cors', credentials: 'include'}});{ASK}",
    "fetch with our header": f"{FIELDS}{POST}form.headers['X-Readtrack-Token'] = token;{ASK}",
    "fetch of JSON": f"{FIELDS}{POST}form.headers['Content-Type'] = form.headers.Accept = 'application/json';{ASK}",
    "fetch that hides where it comes from": f"{FIELDS}{POST}form.referrerPolicy = 'no-referrer';{ASK}",
    "beacon": f"{FIELDS}navigator.sendBeacon(url, new URLSearchParams(fields)); await fetch('/', {{cache: 'reload'}})",
    "form in a frame": f"""{FIELDS}const frame = 'f', made = document.createElement('iframe'); made.name = frame;
        document.body.append(made);{SUBMIT}
        const loaded = new Promise(done => {{ made.onload = done }}); form.submit(); await loaded""",
    "link": f"{FIELDS}await fetch(url + '?' + text, {{mode: 'no-cors'}}).catch(() => 0)",
}
FORM = f"{FIELDS}const frame = '';{SUBMIT}form.submit()"


def attack(page: Page, way: str, url: str, token: str) -> object:
    """Run a way of writing on the page where the attacker has it."""
    return page.evaluate(f"async ([url, token]) => {{ {way} }}", [url, token])


def attack_by_form(page: Page, url: str, token: str) -> None:
    with page.expect_navigation(wait_until="commit"):
        page.evaluate(f"([url, token]) => {{ {FORM} }}", [url, token])


@pytest.mark.parametrize("way", ["fetch", "fetch with our header", "form in a frame", "form"])
def test_ways_of_these_attacks_do_write_from_our_own_page(served: Served, browser: Browser, way: str) -> None:
    with closing(browser.new_context()) as context:
        page = context.new_page()
        page.goto(served.url + "/-/versions")  # not the page of papers: its policy forbids frames
        url, token = f"{served.url}/-/readtrack/library/mark", token_of(served)
        if way == "form":
            attack_by_form(page, url, token)
        else:
            attack(page, WAYS[way], url, token)
        page.goto(served.library + "/papers")
    assert written(served.path) == ["mark ansor read"]


@pytest.mark.parametrize(
    ("origin", "target"),
    [
        ("evil.test", "127.0.0.1"),
        ("evil.test", "localhost"),
        ("evil.test", "0.0.0.0"),  # noqa: S104  an address that browsers take for this computer
        ("localhost", "localhost"),
        ("localhost", "127.0.0.1"),
        ("127.0.0.1", "localhost"),
        ("127.0.0.1", "127.0.0.1"),
        ("rebind.test", "rebind.test"),
    ],
)
def test_page_of_somebody_else_writes_nothing(
    victim: Served, fooled: Browser, attacker: int, origin: str, target: str
) -> None:
    url, token = f"http://{target}:{victim.port}/-/readtrack/library/mark", token_of(victim)
    with closing(fooled.new_context()) as context:
        page = context.new_page()
        page.goto(victim.library + "/papers")  # the victim was here before, and has what cookies there are
        page.goto(f"http://localhost:{victim.port}/library/papers")
        page.goto(f"http://{origin}:{attacker}/")
        for name, way in WAYS.items():
            attack(page, way, url, token)
            assert written(victim.path) == [], name
        attack_by_form(page, url, token)
        page.goto(victim.library + "/papers")
    assert written(victim.path) == []


def test_rebound_name_neither_reads_nor_writes(victim: Served, fooled: Browser) -> None:
    token = token_of(victim)
    with closing(fooled.new_context()) as context:
        page = context.new_page()
        # The attacker's page was loaded from this name and port; now they lead here, and the page is of one origin.
        answer = page.goto(f"http://rebind.test:{victim.port}/nothing/here")
        assert answer
        assert answer.status == 403
        seen = page.evaluate(
            """async () => {
                const seen = []
                for (const path of ['/', '/library', '/library/papers', '/library/papers.json', '/library/papers/1',
                        '/library.db', '/-/databases.json', '/library.json?sql=select+*+from+papers'])
                    for (const headers of [{}, {'X-Forwarded-For': '127.0.0.1', 'X-Forwarded-Host': 'localhost'}]) {
                        const answer = await fetch(path, {headers})
                        seen.push([answer.status, await answer.text()])
                    }
                return seen
            }"""
        )
        assert len(seen) == 16
        for status, text in seen:
            assert status == 403
            assert "Ansor" not in text
            assert "plugins: readtrack: hosts: [rebind.test]" in text
        for name, way in WAYS.items():
            attack(page, way, "/-/readtrack/library/mark", token)
            assert written(victim.path) == [], name
        attack_by_form(page, "/-/readtrack/library/mark", token)
    assert written(victim.path) == []


def test_rebound_name_would_read_if_the_setting_listed_it(serve: Serve, library: Path, fooled: Browser) -> None:
    settings = library.with_name("metadata.json")
    settings.write_text('{"plugins": {"readtrack": {"hosts": ["rebind.test"]}}}')
    served = serve(library, "--metadata", settings)
    with closing(fooled.new_context()) as context:
        page = context.new_page()
        page.goto(f"http://rebind.test:{served.port}/library/papers")
        assert "Ansor" in page.content()
        assert page.locator("form[data-readtrack]").count() == 0
        attack(page, WAYS["fetch with our header"], "/-/readtrack/library/mark", token_of(served))
    assert written(served.path) == []


@pytest.mark.parametrize("where", ["/library/papers", "/library", "/", "/library/papers/1", "/library/notes"])
def test_page_is_shown_in_no_frame(victim: Served, browser: Browser, attacker: int, where: str) -> None:
    with closing(browser.new_context()) as context:
        for host, port in (("localhost", attacker), ("127.0.0.1", victim.port)):
            page = context.new_page()
            page.goto(f"http://{host}:{port}/-/static/app.css")
            page.evaluate(
                """url => new Promise(done => {
                    const frame = document.createElement('iframe')
                    Object.assign(frame, {src: url, onload: done})
                    document.body.append(frame)
                })""",
                victim.url + where,
            )
            page.frames[1].wait_for_url("chrome-error://chromewebdata/")


def test_script_that_gets_into_a_page_does_not_run(victim: Served, browser: Browser) -> None:
    with closing(browser.new_context()) as context:
        page = context.new_page()
        for where in ("/papers", "/papers/1", ""):
            page.goto(victim.library + where)
            page.evaluate(
                """() => {
                    const script = document.createElement('script')
                    script.textContent = 'window.hacked = 1'
                    const image = document.createElement('div')
                    image.innerHTML = '<img src="/x" onerror="hacked = 2"><a href="javascript:hacked=3">x</a>'
                    const other = document.createElement('script')
                    other.src = 'http://localhost:1/x.js'
                    document.body.append(script, image, other)
                    image.querySelector('a').click()
                    return new Promise(done => setTimeout(done, 200))
                }"""
            )
            assert page.evaluate("window.hacked") is None, where


@pytest.mark.parametrize(
    "where", ["/library/papers", "/library/papers/1", "/library", "/", "/library/papers?_search=deep"]
)
def test_our_pages_keep_their_own_policy(victim: Served, page: Page, where: str) -> None:
    answer = page.goto(victim.url + where)
    assert answer
    assert "script-src 'self'" in answer.headers["content-security-policy"]
    page.wait_for_load_state("networkidle")  # what the page fixture sees in the console fails this test


def test_script_of_another_plugin_runs_on_our_pages(serve: Serve, library: Path, page: Page, tmp_path: Path) -> None:
    plugins = tmp_path / "plugins"
    plugins.mkdir()
    (plugins / "greets.py").write_text(
        "from datasette import hookimpl\n\n@hookimpl\ndef extra_body_script(database):\n"
        "    return f'window.greeted = {len(database or str())} + \"<&\".length'\n"
    )
    served = serve(library, "--plugins-dir", plugins)
    for where, greeted in (("/library/papers", 9), ("/library", 9), ("/library/notes", 9)):
        page.goto(served.url + where)
        assert page.evaluate("window.greeted") == greeted, where


def test_token_of_another_process_is_worth_nothing_even_with_the_same_secret(serve: Serve, library: Path) -> None:
    one, other = (serve(library, DATASETTE_SECRET="the same") for _ in range(2))  # noqa: S106
    form = {"paper": "ansor", "status": "read", "token": token_of(one)}
    assert get(f"{other.url}/-/readtrack/library/mark", {"Accept": "application/json"}, form)[0] == 403
    assert written(library) == []


# Who is not on this computer


@pytest.fixture
def address() -> str:
    """An address of this computer that others reach."""
    with closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # sends nothing
        except OSError:
            pytest.skip("this computer is in no network")
        found = str(probe.getsockname()[0])
    if found.startswith("127."):
        pytest.skip("this computer is in no network")
    return found


def test_client_in_the_network_reads_and_does_not_write(serve: Serve, library: Path, address: str) -> None:
    served = serve(library, "-h", "0.0.0.0")  # noqa: S104
    token = token_of(served)
    status, _, text = get(f"http://{address}:{served.port}/library/papers")
    assert status == 200
    assert "data-token" in text
    assert token not in text
    form = {"token": token, "paper": "ansor", "status": "read"}
    for host in (f"{address}:{served.port}", f"localhost:{served.port}", "localhost", f"127.0.0.1:{served.port}"):
        for more in ({}, {"X-Forwarded-For": "127.0.0.1"}, {"Forwarded": "for=127.0.0.1"}, {"X-Real-IP": "127.0.0.1"}):
            headers = {"Host": host, "Accept": "application/json", "X-Readtrack-Token": token, **more}
            status, _, text = get(f"http://{address}:{served.port}/-/readtrack/library/mark", headers, form)
            assert (status, written(library)) == (403, []), (host, more)
    headers = {"Accept": "application/json", "X-Forwarded-For": "127.0.0.1"}
    assert get(f"{served.url}/-/readtrack/library/mark", headers, form)[0] == 403
    assert written(library) == []
    assert get(f"{served.url}/-/readtrack/library/mark", {"Accept": "application/json"}, form)[0] == 200


def test_root_logs_in_from_the_network_and_writes(serve: Serve, library: Path, address: str, page: Page) -> None:
    served = serve(library, "-h", "0.0.0.0", "--root")  # noqa: S104
    found = re.search(r"/-/auth-token\?token=\w+", served.out.read_text())
    assert found
    there = f"http://{address}:{served.port}"
    page.goto(f"{there}/library/papers")
    assert page.get_attribute("#readtrack", "data-token") in (None, "")
    page.goto(there + found[0])
    page.goto(f"{there}/library/papers")
    token = page.get_attribute("#readtrack", "data-token")
    assert token
    attack_by_form(page, "/-/readtrack/library/mark", token)
    assert written(library) == ["mark ansor read"]


# What is only shown


def shows_no_buttons(served: Served, page: Page) -> None:
    for where in ("/library/papers", "/library/papers/1", "/library", "/"):
        page.goto(served.url + where)
        assert page.locator("form[data-readtrack]").count() == 0, where
        assert page.locator("form[action*='/-/readtrack/']").count() == 0, where
        assert page.get_attribute("#readtrack", "data-token") in (None, ""), where
    form = {"paper": "ansor", "status": "read"}
    assert get(f"{served.url}/-/readtrack/library/mark", {"Accept": "application/json"}, form)[0] == 403
    assert written(served.path) == []


def test_readonly_of_the_environment_shows_no_buttons(serve: Serve, library: Path, page: Page) -> None:
    shows_no_buttons(serve(library, READTRACK_READONLY="1"), page)


def test_immutable_library_shows_no_buttons(serve: Serve, library: Path, page: Page) -> None:
    shows_no_buttons(serve("-i", library), page)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="to root every file is writable")
def test_file_that_is_read_only_shows_no_buttons(serve: Serve, library: Path, page: Page) -> None:
    library.chmod(0o444)
    shows_no_buttons(serve(library), page)


def test_library_that_is_writable_shows_buttons(victim: Served, page: Page) -> None:
    for where in ("/library/papers", "/library/papers/1"):
        page.goto(victim.url + where)
        assert page.locator("form[action*='/-/readtrack/library/']").count() > 0, where
