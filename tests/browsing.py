"""A library in a Datasette of its own process, and a real Chromium to look at it.

A test module takes part by ``pytest_plugins = ["browsing"]``. In a module that uses Chromium nothing may call
``asyncio.run``: Playwright's own loop runs there for as long as the browser does.

PYTEST_DONT_REWRITE: other modules import what is here, and only what nobody has imported can be rewritten.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any, NamedTuple
from urllib.error import URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from readtrack.store import adding, opening

PATIENCE = 60
"""Seconds that Datasette has to answer."""
QUIET = "--disable-gpu --no-first-run --disable-background-networking --disable-component-update --disable-sync"


class Served(NamedTuple):
    """A running Datasette. ``url``: ``http://127.0.0.1:PORT``; ``path``: the first file it serves; ``out``: its
    standard output and error; ``library``: the URL of the first database's page."""

    url: str
    path: Path
    port: int
    out: Path

    @property
    def library(self) -> str:
        return f"{self.url}/{self.path.stem}"


Serve = Callable[..., Served]
Launch = Callable[..., Browser]


def new_library(path: Path) -> Path:
    """A library at ``path`` with the OSDI 2020 list, as ``readtrack init`` makes it."""
    drafts, lists = opening.seed()
    opening.create(path, lambda store: adding.start(store, drafts, lists))
    return path


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def isolated(home: Path, **more: str) -> dict[str, str]:
    """The environment with another home and none of the user's settings, and ``more``."""
    own = {key: value for key, value in os.environ.items() if not key.startswith(("READTRACK_", "XDG_", "DATASETTE_"))}
    return own | {"HOME": str(home), "PYTHONUNBUFFERED": "1"} | more


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """``serve(path, "-h", "0.0.0.0", READTRACK_READONLY="1")``: Datasette's words, then what stands in its
    environment. Every server ends with the test."""
    with serving(tmp_path / "server-home") as serve_:
        yield serve_


@contextmanager
def serving(home: Path) -> Iterator[Serve]:
    """What ``serve`` is, for a fixture that lasts longer than a test; ``home``: a new folder for the servers."""
    home.mkdir()
    running: list[subprocess.Popen[bytes]] = []

    def serve(*words: str | Path, **environment: str) -> Served:
        port = free_port()
        out = home / f"{port}.out"
        with out.open("w") as log:
            server = subprocess.Popen(
                [sys.executable, "-m", "datasette", "serve", *map(str, words), "--port", str(port)],
                cwd=home,
                env=isolated(home, **environment),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        running.append(server)
        served = Served(f"http://127.0.0.1:{port}", next(w for w in words if isinstance(w, Path)), port, out)
        _wait_for(server, served)
        return served

    try:
        yield serve
    finally:
        for server in running:
            server.terminate()
        for server in running:
            server.wait(PATIENCE)


def _wait_for(server: subprocess.Popen[bytes], served: Served) -> None:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            urlopen(f"{served.url}/-/versions.json", timeout=PATIENCE).close()  # noqa: S310  our own address
            return
        except URLError:
            if server.poll() is not None or time.monotonic() > end:
                raise AssertionError(served.out.read_text()) from None
            time.sleep(0.05)


@pytest.fixture
def served(serve: Serve, tmp_path: Path) -> Served:
    """``library.db`` with the OSDI 2020 list, served."""
    return serve(new_library(tmp_path / "library.db"))


@pytest.fixture(scope="module")
def launch(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Launch]:
    """``launch("--host-resolver-rules=...")``: a Chromium with these switches; it ends with the module."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not chromium:
        pytest.skip("there is no Chromium on PATH")
    home = tmp_path_factory.mktemp("browser-home")
    with sync_playwright() as playwright:

        def launch_(*switches: str) -> Browser:
            words = ["--no-sandbox", *QUIET.split(), *switches]
            env: dict[str, str | float | bool] = {**isolated(home)}
            return playwright.chromium.launch(executable_path=chromium, args=words, env=env)

        yield launch_  # leaving Playwright ends every browser


@pytest.fixture(scope="module")
def browser(launch: Launch) -> Browser:
    """Chromium."""
    return launch()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of a browser that nobody used before. What it complains of in its console fails the test, but for
    answers of our own routes that say no."""
    with closing(browser.new_context()) as context:
        page = context.new_page()
        complaints = complaints_of(page)
        yield page
        if complaints:
            pytest.fail("\n".join(complaints))


def complaints_of(page: Page) -> list[str]:
    """A list that grows with every error of the page's scripts and in its console."""
    complaints: list[str] = []

    def note(message: ConsoleMessage) -> None:
        refused = "/-/readtrack/" in message.location.get("url", "") and "Failed to load" in message.text
        if message.type == "error" and not refused:
            complaints.append(f"{message.text} ({message.location.get('url')})")

    page.on("console", note)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    return complaints


def get(url: str, headers: dict[str, str] | None = None, form: dict[str, str] | None = None) -> tuple[int, Any, str]:
    """What a plain client gets, without following redirects: the status, the headers, the text. ``form``: a POST."""
    where = urlsplit(url)
    path = f"{where.path or '/'}{'?' if where.query else ''}{where.query}"
    told = {} if form is None else {"Content-Type": "application/x-www-form-urlencoded"}
    with closing(HTTPConnection(where.hostname or "", where.port, timeout=PATIENCE)) as client:
        body = None if form is None else urlencode(form)
        client.request("GET" if form is None else "POST", path, body, told | (headers or {}))
        answer = client.getresponse()
        return answer.status, answer.headers, answer.read().decode()
