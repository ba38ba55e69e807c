"""serve: Datasette on the library in use."""

import sys
from typing import Annotated

import typer

from readtrack.commands import library, reading, say
from readtrack.errors import RefusedError

app = typer.Typer(add_completion=False, rich_markup_mode=None)

PORT = 8001


@app.command()
def serve(
    ctx: typer.Context,
    port: Annotated[
        int | None, typer.Option(min=1, max=65535, help=f"The port.  [default: {PORT} or the next free one]")
    ] = None,
    open_: Annotated[bool, typer.Option("--open", help="Open the page in your browser.")] = False,
) -> None:
    """Show the library in the browser, with Datasette."""
    import subprocess

    with reading(ctx):
        pass  # no library, or one that cannot be read, is told before Datasette starts
    free = _free_port(port)
    say(f"Your library is at http://127.0.0.1:{free}/ (Ctrl-C ends it)")
    sys.stdout.flush()
    command = [sys.executable, "-m", "datasette", "serve", str(library(ctx))]
    command += ["--host", "127.0.0.1", "--port", str(free)]
    try:
        ended = subprocess.run([*command, *(["--open"] if open_ else [])], check=False).returncode
    except KeyboardInterrupt:
        ended = 0
    raise typer.Exit(ended)


def _free_port(wanted: int | None) -> int:
    """``wanted``, or the first free port from PORT on.

    Raises:
        RefusedError: it is taken.
    """
    import socket

    for port in [wanted] if wanted else range(PORT, PORT + 100):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise RefusedError(f"port {wanted or PORT} is taken by another program. Name another with --port.")
