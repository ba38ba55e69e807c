"""serve: Datasette on the library, for this computer alone unless told otherwise."""

from __future__ import annotations

import signal
import socket
import subprocess
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from browsing import free_port
from conftest import Run, start


@contextmanager
def served(*arguments: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A server that answers, and its address."""
    process = start("serve", *arguments)
    try:
        assert process.stdout
        said = process.stdout.readline()
        assert said.startswith("Your library is at http://"), process.communicate()
        yield process, said.split()[4]
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)


def page(url: str) -> str:
    for _ in range(600):
        try:
            with urllib.request.urlopen(url, timeout=60) as answer:  # noqa: S310  our own address
                return str(answer.read().decode())
        except ConnectionError:
            continue
        except urllib.error.URLError as error:
            if not isinstance(error.reason, ConnectionError):
                raise
    raise AssertionError(url)


def wait_for(address: str, port: int) -> None:
    while True:
        with closing(socket.socket(socket.AF_INET, socket.SOCK_STREAM)) as probe:
            if probe.connect_ex((address, port)) == 0:
                return


def test_the_library_is_shown_and_ctrl_c_ends_it(library: Path, run: Run) -> None:
    with served("--port", str(free_port())) as (process, url):
        wait_for("127.0.0.1", int(url.rsplit(":", 1)[1].strip("/")))
        assert "Ansor" in page(f"{url}readtrack/papers")
    assert process.returncode == 0


def test_ending_the_command_ends_the_server(library: Path) -> None:
    port = free_port()
    with served("--port", str(port)) as (process, _):
        wait_for("127.0.0.1", port)
        process.terminate()
        process.wait(60)
        with closing(socket.socket(socket.AF_INET, socket.SOCK_STREAM)) as probe:
            assert probe.connect_ex(("127.0.0.1", port)) != 0


def test_only_this_computer_is_let_in_unless_told(library: Path) -> None:
    port = free_port()
    with served("--port", str(port)) as (process, _):
        wait_for("127.0.0.1", port)
        with closing(socket.socket(socket.AF_INET, socket.SOCK_STREAM)) as probe:
            # All of 127.0.0.0/8 is this computer: a server that listens everywhere would answer here too.
            assert probe.connect_ex(("127.0.0.2", port)) != 0
    assert process.returncode == 0


def test_letting_the_network_in_is_said(library: Path) -> None:
    port = free_port()
    process = start("serve", "--host", "0.0.0.0", "--port", str(port))  # noqa: S104
    wait_for("127.0.0.2", port)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert f"Your library is at http://127.0.0.1:{port}/" in out
    assert f"Others can reach this server: whoever can open 0.0.0.0:{port} reads all of the library." in err


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--host", "nowhere"), 2, '"nowhere" is not an address.'),
        (("--host", "192.0.2.7"), 1, "this computer does not have the address 192.0.2.7."),
        (("--port", "0"), 2, "0"),
    ],
)
def test_an_address_that_cannot_be_is_told(
    library: Path, run: Run, arguments: tuple[str, ...], code: int, said: str
) -> None:
    ran = run("serve", *arguments)
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err


def test_a_port_that_is_taken_is_told(library: Path, run: Run) -> None:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ran = run("serve", "--port", str(port))
    assert (ran.code, ran.err) == (
        1,
        f"Error: port {port} is taken by another program. Name another with --port.\n",
    )
