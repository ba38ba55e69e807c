"""Make the pictures of the README: a terminal session as SVG, and a page of Datasette as PNG. Needs Chromium."""

from __future__ import annotations

import html
import os
import re
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

IMAGES = Path(__file__).parent / "images"
SESSION = (
    "readtrack mark Ansor --read",
    "readtrack mark clockwork gavel --reading --on '3 days ago'",
    'readtrack notes add Ansor "Sketches + annotations; evolutionary search fine-tunes"',
    "readtrack tags add Ansor search tensor-compilers",
    "readtrack list --topic compiler",
)
BEFORE = (
    "readtrack mark hived --read --rating 4 --on 2020-11",
    "readtrack mark rammer antman --queued",
    "readtrack tags add rammer tensor-compilers",
    "readtrack tags add hived scheduling",
    "readtrack tags add gavel scheduling",
    'readtrack notes add gavel "Max-min fairness in rounds"',
)
"""What else has happened in the library of the browser's picture."""

LINE, LETTER, EDGE = 20, 8.4, 16
COLUMNS = 84
COLOURS = {"36": "#7fd1dc", "33": "#e6c07b", "32": "#98c379", "31": "#e06c75"}
PATIENCE = 30
"""Seconds that Datasette has to answer."""


def environment(home: Path) -> dict[str, str]:
    own = {key: value for key, value in os.environ.items() if not key.startswith(("READTRACK_", "XDG_", "DATASETTE_"))}
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])
    return own | dict(HOME=str(home), PATH=path, COLUMNS=str(COLUMNS), LC_ALL="C.UTF-8", PYTHONIOENCODING="utf-8")


def run(line: str, folder: Path, env: dict[str, str]) -> str:
    ran = subprocess.run(
        shlex.split(line),
        cwd=folder,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=True,
        encoding="utf-8",
    )
    return ran.stdout.rstrip("\n")


def terminal(rows: list[str]) -> str:
    """Rows of text as a picture of a terminal; what was typed begins with ``$``."""
    width, height = round(COLUMNS * LETTER + 2 * EDGE), (len(rows) + 1) * LINE + EDGE
    text = []
    for number, row in enumerate(rows):
        said = html.escape(row, quote=False)
        if row.startswith("$ "):
            said = f'<tspan fill="#8b949e">$</tspan><tspan font-weight="bold">{said[1:]}</tspan>'
        else:
            mark = re.match(r"[✓▸~+×](?= )", row)
            colour = {"✓": "32", "~": "32", "▸": "33", "+": "36", "×": "31"}.get(mark[0] if mark else "")
            said = f'<tspan fill="{COLOURS[colour]}">{said[0]}</tspan>{said[1:]}' if colour else said
        text.append(f'<text x="{EDGE}" y="{EDGE + (number + 1) * LINE - 4}" xml:space="preserve">{said}</text>')
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
            " font-family=\"ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace\""
            ' font-size="14" fill="#e6edf3" role="img">',
            "<title>readtrack in a terminal</title>",
            f'<rect width="{width}" height="{height}" rx="8" fill="#161b22"/>',
            *text,
            "</svg>\n",
        ]
    )


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def photograph(folder: Path, env: dict[str, str], picture: Path) -> None:
    """Take a picture of the page of papers."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not chromium:
        raise SystemExit("there is no Chromium on PATH: `make setup-browser` tells how to get it")
    url = f"http://127.0.0.1:{(port := free_port())}/readtrack/papers"
    server = subprocess.Popen(
        ["datasette", "readtrack.db", "--port", str(port)],
        cwd=folder,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        end = time.monotonic() + PATIENCE
        while True:
            try:
                urlopen(f"{url}.json", timeout=PATIENCE).close()  # noqa: S310  our own http address
                break
            except URLError:
                if server.poll() is not None or time.monotonic() > end:
                    raise
                time.sleep(0.1)
        quiet = "--no-first-run --disable-background-networking --disable-component-update --disable-sync"
        options = (
            f"--headless --no-sandbox --disable-gpu --disable-quic {quiet} --hide-scrollbars --window-size=1280,1240"
        )
        subprocess.run(
            [chromium, *options.split(), f"--screenshot={picture}", url],
            env=env,
            check=True,
            stderr=subprocess.DEVNULL,
            timeout=120,
        )
    finally:
        server.terminate()
        server.wait(PATIENCE)


def main() -> None:
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home, "work")
        folder.mkdir()
        env = environment(Path(home))
        rows: list[str] = []
        for line in SESSION:
            rows += [f"$ {line}", *run(line, folder, env).split("\n"), ""]
        (IMAGES / "terminal.svg").write_text(terminal([*rows, "$ datasette readtrack.db"]), encoding="utf-8")
        for line in BEFORE:
            run(line, folder, env)
        photograph(folder, env, IMAGES / "datasette.png")
    for picture in sorted(IMAGES.iterdir()):
        print(f"{picture.name}  {picture.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
