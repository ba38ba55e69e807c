"""Make the pictures of README and docs. Needs Chromium.

A terminal session as SVG, and every page of the browser as PNG: light and dark, on a wide screen and on a phone.
"""

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
from itertools import product
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
    "readtrack mark hived --read --rating 4 --on '5 weeks ago'",
    "readtrack mark byteps --skimmed --on '3 weeks ago'",
    "readtrack mark pipeswitch --read --rating 3 --on '9 days ago'",
    "readtrack mark clockwork --progress 7/18",
    "readtrack plan rammer --due 'in 3 days' --priority high",
    "readtrack goal set 6 --by 'end of this year'",
    "readtrack done gavel --minutes 50 --pages 9 --on '2 days ago'",
    "readtrack done clockwork --minutes 35 --pages 7 --on yesterday",
    "readtrack review hived --remembered",
    "readtrack plan antman kungfu --due 'in 2 weeks'",
    "readtrack tags add rammer tensor-compilers",
    "readtrack tags add hived scheduling gpu-sharing",
    "readtrack tags add gavel scheduling",
    "readtrack tags add antman gpu-sharing",
    'readtrack notes add gavel "Max-min *fairness* in rounds; compare with the lottery of Gandiva."',
    'readtrack notes add hived "Cells of GPUs, so that sharing never costs a tenant what it had alone." --page 4',
    'readtrack notes add clockwork "One thing at a time: *predictable* beats fast." --quote "consolidating choice"',
)
"""What else has happened in the library of the browser's pictures."""

PAGES = {
    "dashboard": "/readtrack",
    "papers": "/readtrack/papers",
    "paper": "/readtrack/papers/1",
    "search": "/readtrack/papers?_search=fairness",
}
"""Name of a picture -> the page it shows."""
SIZES = {"wide": (1280, 1000), "phone": (390, 844)}

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


def photograph(folder: Path, env: dict[str, str]) -> None:
    """Take a picture of every page, in every size and colour scheme."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not chromium:
        raise SystemExit("there is no Chromium on PATH: `make setup-browser` tells how to get it")
    url = f"http://127.0.0.1:{(port := free_port())}"
    server = subprocess.Popen(
        ["datasette", "readtrack.db", "--port", str(port)],
        cwd=folder,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(server, url)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            for (size, (width, height)), scheme in product(SIZES.items(), ("light", "dark")):
                page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
                for name, path in PAGES.items():
                    page.goto(url + path)
                    page.screenshot(path=IMAGES / f"{name}-{size}-{scheme}.png")
                page.close()
            browser.close()
    finally:
        server.terminate()
        server.wait(PATIENCE)


def wait_for(server: subprocess.Popen[bytes], url: str) -> None:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            urlopen(f"{url}/-/versions.json", timeout=PATIENCE).close()  # noqa: S310  our own http address
            return
        except URLError:
            if server.poll() is not None or time.monotonic() > end:
                raise
            time.sleep(0.1)


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
        photograph(folder, env)
    for picture in sorted(IMAGES.iterdir()):
        print(f"{picture.name}  {picture.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
