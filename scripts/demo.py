"""Seven lines of readtrack on a scratch library, the last one Datasette; ends by itself."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

LINES = (
    "readtrack mark Ansor --read",
    'readtrack mark Clockwork Gavel --reading --on "last friday"',
    'readtrack notes add Ansor "Sketches + annotations; evolutionary search fine-tunes" --page 4',
    "readtrack tags add Ansor tensor-compilers search",
    'readtrack list --status unread --topic "Training in clusters"',
    "readtrack show Ansor",
)
SERVE = "datasette readtrack.db"
PATIENCE = 30
"""Seconds that Datasette has to answer."""


def say(text: str) -> None:
    print(text, flush=True)  # before what a command prints


def run(line: str, folder: Path, env: dict[str, str]) -> None:
    say(f"$ {line}")
    subprocess.run(shlex.split(line), cwd=folder, env=env, check=True, stdin=subprocess.DEVNULL)
    say("")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def facets(server: subprocess.Popen[bytes], url: str) -> dict[str, list[tuple[str, int]]]:
    """The facets of the page of papers, as soon as Datasette answers."""
    # 0.65 gives the open facets unasked; 1.0 wants to be asked.
    query = f"{url}.json?_size=0&_extra=facet_results"
    end = time.monotonic() + PATIENCE
    while True:
        try:
            with urlopen(query, timeout=PATIENCE) as answer:  # noqa: S310  our own http address
                held = json.load(answer)["facet_results"]
            break
        except URLError:
            if server.poll() is not None or time.monotonic() > end:
                raise
            time.sleep(0.1)
    found = held.get("results", held)
    return {name: [(str(row["label"]), row["count"]) for row in facet["results"]] for name, facet in found.items()}


def serve(folder: Path, env: dict[str, str]) -> None:
    port = free_port()
    say(f"$ {SERVE}")
    with (folder / "datasette.log").open("wb") as log:
        server = subprocess.Popen(
            [*shlex.split(SERVE), "--port", str(port)],
            cwd=folder,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
    try:
        url = f"http://127.0.0.1:{port}/readtrack/papers"
        found = facets(server, url)
        say(url)
        for name, rows in found.items():
            say(f"  {name}: {', '.join(f'{label} {count}' for label, count in rows)}")
        if not found or dict(found.get("status", ())).get("unread") != 8:
            raise SystemExit("the facets are not what the commands above made them")
    except Exception:
        sys.stderr.write((folder / "datasette.log").read_text("utf-8", "replace"))
        raise
    finally:
        server.terminate()
        server.wait(PATIENCE)


def main() -> None:
    folder = Path(tempfile.mkdtemp(prefix="readtrack-demo-"))
    env = {key: value for key, value in os.environ.items() if key != "READTRACK_DB"}
    env.update(HOME=str(folder), XDG_DATA_HOME=str(folder), PYTHONIOENCODING="utf-8")
    try:
        for line in LINES:
            run(line, folder, env)
        serve(folder, env)
    except subprocess.CalledProcessError as error:
        raise SystemExit(f"failed with exit code {error.returncode}") from None
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
