"""serve: Datasette on the library in use."""

from __future__ import annotations

import errno
import os
import signal
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from readtrack.commands import library, reading, say
from readtrack.errors import RefusedError, UsageError

if TYPE_CHECKING:
    from ipaddress import IPv4Address, IPv6Address

app = typer.Typer(add_completion=False, rich_markup_mode=None)

PORT = 8001


@app.command()
def serve(
    ctx: typer.Context,
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Where to listen; 0.0.0.0 lets your network in.")
    ] = "127.0.0.1",
    port: Annotated[
        int | None, typer.Option(min=1, max=65535, help=f"The port.  [default: {PORT} or the next free one]")
    ] = None,
    open_: Annotated[bool, typer.Option("--open", help="Open the page in your browser.")] = False,
) -> None:
    """Show the library in the browser, with Datasette."""
    import subprocess

    with reading(ctx):
        pass  # no library, or one that cannot be read, is told before Datasette starts
    address = _address(host)
    free = _free_port(address, port)
    shown = f"[{address}]" if address.version == 6 else str(address)
    if not address.is_loopback:
        typer.echo(
            f"Others can reach this server: whoever can open {shown}:{free} reads all of the library. "
            "They change nothing, unless you allow them to.",
            err=True,
        )
    say(f"Your library is at http://{'127.0.0.1' if address.is_unspecified else shown}:{free}/ (Ctrl-C ends it)")
    sys.stdout.flush()
    command = [sys.executable, "-m", "datasette", "serve", str(library(ctx))]
    command += ["--host", str(address), "--port", str(free)]
    server = subprocess.Popen([*command, *(["--open"] if open_ else [])])
    signal.signal(signal.SIGTERM, lambda *_: server.terminate())  # who ends this means the server
    try:
        ended = server.wait()
    except KeyboardInterrupt:
        server.terminate()
        server.wait()
        ended = 0
    raise typer.Exit(max(0, ended))


def _address(host: str) -> IPv4Address | IPv6Address:
    """The address that was meant.

    Raises:
        UsageError: it is none.
    """
    from ipaddress import ip_address

    try:
        return ip_address("127.0.0.1" if host == "localhost" else host.strip("[]"))
    except ValueError:
        raise UsageError(f'"{host}" is not an address. Say 127.0.0.1, or 0.0.0.0 to let your network in.') from None


def _free_port(address: IPv4Address | IPv6Address, wanted: int | None) -> int:
    """``wanted``, or the first free port from PORT on.

    Raises:
        RefusedError: it is taken, or this computer has no such address.
    """
    import socket

    for port in [wanted] if wanted else range(PORT, PORT + 100):
        with socket.socket(socket.AF_INET6 if address.version == 6 else socket.AF_INET) as probe:
            if os.name == "posix":  # elsewhere it means another thing: to share a port that is taken
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((str(address), port))
            except OSError as error:
                if error.errno == errno.EADDRNOTAVAIL:
                    raise RefusedError(f"this computer does not have the address {address}.") from None
                if error.errno == errno.EACCES:
                    raise RefusedError(f"you may not use port {port}. Name one from 1024 on with --port.") from None
                continue
            return port
    raise RefusedError(f"port {wanted or PORT} is taken by another program. Name another with --port.")
