"""Inputs by chance, from small valid ones: files to import, names, days, command lines.

Whatever they are, what comes back is a result or one of the worded errors; anything else that is raised is a fault.
"""

from __future__ import annotations

import contextlib
import io
import shlex
import sqlite3
import sys
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import hostile
from typer.main import get_command

from readtrack import cli, dates, identifiers, importers, latex, names, recurrence, render, schema, searching
from readtrack.errors import ReadtrackError, UnreadableError
from readtrack.importers import Read, Source
from readtrack.importers._days import day_of, moment_of
from readtrack.store import Store
from readtrack.store.imports import Batch
from readtrack.store.imports import import_ as take_in

SAMPLES = {path.stem: path for path in sorted((Path(__file__).parent / "samples").iterdir())}
"""Format -> a small file in it."""

# Nothing that is long, and no absolute path: a command line by chance may take it for a file to write.
SAID = [text for text in (*hostile.TEXTS.values(), *hostile.URLS.values()) if len(text) < 1000 and text[:1] != "/"]

# What formats are made of.
PIECES = [
    *("\n", "\r", "\r\n", "\n\n", "\t", " ", "\xa0", "\x00", "\ufeff", ",", ";", ":", "|", "=", "-", "_", "*", "#"),
    '"',
    *("'", "`", "\\", "/", "{", "}", "[", "]", "(", ")", "<", ">", "&", "@", "$", "%", "~", "^", "!", "é", "中", "·"),
    *("@article{", "@string{", "@comment", "title = ", "crossref = {knuth84}", "and", "TY  - ", "ER  - ", "AU  - "),
    *("PMID- ", "PT J\n", "AF ", "C1 [", "- [x] ", "- [ ] ", "## ", "---", "***", "**", "~~", "|---|", "<td>", "<!--"),
    *(
        "-->",
        "<![CDATA[",
        "]]>",
        "&amp;",
        "&#0;",
        "&#xd800;",
        "&#99999999;",
        "<a href=",
        "</DL>",
        "<record>",
        "<!DOCTYPE",
    ),
    *("null", "true", "{}", "[]", "-1", "0", "1e999", "NaN", "99999999999999999999", '"title":', '"\\ud800"', "1984"),
    *("2020-13-45", "0000-00-00", "10.1/x", "arXiv:", "https://", "http://[", "et al.", ", Jr.", "von", "OSDI '20"),
]


class Fault(NamedTuple):
    """What an input did that none may do: ``what`` of it, ``given`` as it can be given again, ``why``."""

    what: str
    given: str
    why: str


# Files to import


def mutated(data: bytes, random: Random) -> bytes:
    """``data`` after a few changes by chance."""
    for _ in range(random.choice((1, 1, 2, 3, 6, 12))):
        data = random.choice(MUTATIONS)(data, random)
    return data[:200_000]


def _cut(data: bytes, random: Random) -> tuple[bytes, bytes, bytes]:
    """``data`` in three, at two places by chance."""
    one, other = sorted((random.randint(0, len(data)), random.randint(0, len(data))))
    if random.random() < 0.7:
        other = min(other, one + random.randint(1, 20))
    return data[:one], data[one:other], data[other:]


def _flip(data: bytes, random: Random) -> bytes:
    front, middle, back = _cut(data, random)
    return front + bytes(byte ^ (1 << random.randrange(8)) for byte in middle[:3]) + middle[3:] + back


def _drop(data: bytes, random: Random) -> bytes:
    front, _, back = _cut(data, random)
    return front + back


def _repeat(data: bytes, random: Random) -> bytes:
    front, middle, back = _cut(data, random)
    return front + middle * random.choice((2, 2, 3, 50, 400)) + back


def _insert(data: bytes, random: Random) -> bytes:
    front, middle, back = _cut(data, random)
    piece = random.choice(SAID) if random.random() < 0.3 else random.choice(PIECES)
    kept = middle if random.random() < 0.5 else b""
    return front + piece.encode("utf-8", "surrogatepass") + kept + back


def _splice(data: bytes, random: Random) -> bytes:
    front, _, back = _cut(data, random)
    _, middle, _ = _cut(random.choice(list(SAMPLES.values())).read_bytes(), random)
    return front + middle + back


def _shuffle(data: bytes, random: Random) -> bytes:
    lines = data.split(b"\n")
    random.shuffle(lines)
    return b"\n".join(lines)


def _truncate(data: bytes, random: Random) -> bytes:
    return data[: random.randint(0, len(data))]


def _noise(data: bytes, random: Random) -> bytes:
    front, _, back = _cut(data, random)
    return front + random.randbytes(random.choice((1, 4, 40))) + back


def _recode(data: bytes, random: Random) -> bytes:
    with contextlib.suppress(UnicodeDecodeError):
        return data.decode().encode(random.choice(("utf-16", "utf-16-le", "latin-1", "utf-8-sig", "cp1252")), "replace")
    return data


MUTATIONS: tuple[Callable[[bytes, Random], bytes], ...] = (
    *(_flip, _drop, _repeat, _insert, _insert, _insert, _splice, _shuffle, _truncate, _noise, _recode),
)


def a_file(random: Random) -> tuple[str | None, Source]:
    """A format, or None where it is to be found out, and what is to be read as it."""
    path = random.choice(list(SAMPLES.values()))
    data = random.randbytes(random.randint(0, 300)) if random.random() < 0.03 else mutated(path.read_bytes(), random)
    chance = random.random()
    format_ = None if chance < 0.3 else path.stem if chance < 0.9 else random.choice(list(importers.FORMATS))
    columns = {"title": random.choice(["title", "Title", "x", *SAID])} if random.random() < 0.05 else {}
    return format_, Source(path.name if random.random() < 0.8 else "x", data, columns)


def read(format_: str | None, source: Source) -> list[Read]:
    """All that is in it; nothing where it is refused."""
    with contextlib.suppress(UnreadableError):
        return list(importers.read(source, format_ or importers.format_of(source)))
    return []


def keep(found: list[Read]) -> None:
    """Take all of it into a new library, which is in memory."""
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as conn:
        schema.bring_up_to_date(conn)
        conn.execute("BEGIN IMMEDIATE")
        take_in(Store(conn), [Batch("x", "x", found)])
        conn.execute("COMMIT")


# Names, days, and the other small things that people write


NAMES = [
    *("Knuth, Donald E.", "Donald E. Knuth", "van der Waals, Johannes Diderik", "Ludwig van Beethoven", "G. X, Jr."),
    *("李 明", "Müller, J.-P.", "{Literate Society}", "O'Brien, F. (MIT)", "Lin (Bill) Zhong, PhD", "Ada and others"),
]  # fmt: skip
DAYS = [
    *("2020", "2020-11", "2020-11-04", "20201104", "4 Nov 2020", "Nov 4th, 2020", "last friday", "in 2 weeks"),
    *("3 days ago", "end of month", "next year", "11/04/2020", "2020-W45-3", "2020-11-04T10:00:00+02:00", "tue,thu"),
    *("2 weeks", "noon", "Spring 2020", "mid november", "1588000000", "yesterday"),
]
OTHERS = [
    *("10.1145/3519939.3523446", "https://doi.org/10.1000/182", "arXiv:2006.06762v2", "https://arxiv.org/abs/2006.1"),
    *("https://usenix.org/zheng.pdf", "gpu OR title:ansor -x \"deep learning\"", "{\\'E} $\\alpha_1^2$ \\it{a}"),
]  # fmt: skip


def _days_of(text: str) -> object:
    return [*islice(recurrence.days(text, "2026-11-24"), 5)]


SMALL: dict[str, tuple[list[str], tuple[Callable[[str], object], ...]]] = {
    "name": (NAMES, (names.person, names.parts, names.family)),
    "day": (
        DAYS,
        (
            dates.parse_when,
            dates.parse_day,
            lambda text: dates.parse_when(text, prefer="future"),
            day_of,
            moment_of,
            _days_of,
        ),
    ),
    "other": (
        OTHERS,
        (
            identifiers.doi_of,
            identifiers.arxiv_id_of,
            identifiers.found_in,
            searching.parse,
            latex.to_text,
            lambda text: latex.to_text(latex.from_text(text)),
        ),
    ),
}
"""What it is -> texts that are some, and what reads them."""


def a_text(what: str, random: Random) -> str:
    """Something that is called a name, a day or something else, after some changes by chance."""
    text = random.choice(SMALL[what][0])
    for _ in range(random.choice((1, 1, 2, 4))):
        at = random.randint(0, len(text))
        end = min(len(text), at + random.choice((0, 0, 1, 3)))
        put = random.choice((random.choice(SMALL[what][0]), random.choice(PIECES), random.choice(SAID), _odd(random)))
        text = text[:at] + put + text[end:]
    return text[:3000]


def _odd(random: Random) -> str:
    return "".join(chr(random.choice((random.randrange(128), random.randrange(0x110000)))) for _ in range(3))


def inputs(count: int, random: Random) -> Iterator[tuple[str, Callable[[], object], str]]:
    """``count`` inputs: what each is, how it is read, and how it can be given again."""
    for _ in range(count):
        what = random.choices(("file", "name", "day", "other"), (70, 12, 12, 6))[0]
        if what == "file":
            format_, source = a_file(random)
            yield f"file ({format_ or 'any'})", partial(read, format_, source), repr((format_, source))
        else:
            text, reader = a_text(what, random), random.choice(SMALL[what][1])
            yield what, partial(_worded, reader, text), repr(text)


def _worded(reader: Callable[[str], object], text: str) -> object:
    with contextlib.suppress(ReadtrackError):
        return reader(text)
    return None


# Command lines

PATHS = [
    "x.json",
    "x.bib",
    "made.md",
    "new.db",
    "readtrack.db",
    "folder",
    "nowhere/x",
    "../up.csv",
    "",
    "a\x1b[31mb",
    "/dev/null",
]
"""What stands for a file: nothing that leads out of the folders of the run."""
PAPERS = ["ansor", "Ansor", "rammer", "hived", "gavel", "1", "3", "12", "learning", "training", "10.1145/x", "nobody"]
VALUES = [
    *(
        "2020",
        "2020-11",
        "yesterday",
        "next friday",
        "tomorrow",
        "40%",
        "7/18",
        "4",
        "read",
        "queued",
        "high",
        "gpu",
        "search",
    ),
    *(
        "Compiler",
        "title",
        "added",
        "bibtex",
        "json",
        "csv",
        "markdown",
        "30m",
        "2026",
        "2019..2020",
        "tue,thu",
        "osdi-2020",
    ),
]


COMMANDS = [name for name in cli.COMMANDS if name != "serve"]  # which would go on


def a_command_line(random: Random) -> list[str]:
    """Words for readtrack: a command with its own options and more or less fitting values, or anything."""
    if random.random() < 0.1:
        return [random.choice([*COMMANDS, *_values(random)]) for _ in range(random.randint(0, 5))]
    name = random.choice(COMMANDS)
    command = get_command(cli.app).get_command(None, name)  # type: ignore[attr-defined]
    words = [name]
    leaves = getattr(command, "commands", None)
    if leaves and random.random() < 0.9:
        words.append(random.choice(list(leaves)))
        command = leaves[words[-1]]
    given: list[list[str]] = []
    for parameter in command.params:
        given += _given(parameter, random)
    random.shuffle(given)
    return [*words, *(word for part in given for word in part)]


def _given(parameter: Any, random: Random) -> list[list[str]]:
    """An option or argument with its values, or nothing."""
    is_path = "Path" in str(parameter.type) or parameter.name in ("db", "files", "file", "dest")
    if parameter.param_type_name == "argument":
        if random.random() < 0.1:
            return []
        pool = PATHS if is_path else PAPERS if parameter.name in ("paper", "papers") else _values(random)
        return [
            [random.choice(pool if random.random() < 0.8 else _values(random, is_path))]
            for _ in range(_few(parameter, random))
        ]
    if random.random() > 0.25 or parameter.name == "db":
        return []
    option = random.choice(parameter.opts)
    if parameter.is_flag:
        return [[option]]
    return [[option, random.choice(PATHS if is_path else _values(random))]]


def _few(parameter: Any, random: Random) -> int:
    return random.choice((1, 1, 2, 3)) if parameter.nargs == -1 else 1


def _values(random: Random, is_path: bool = False) -> list[str]:
    chance = random.random()
    return (
        PATHS if is_path else VALUES if chance < 0.5 else PAPERS if chance < 0.7 else SAID if chance < 0.95 else PIECES
    )


class Ended(NamedTuple):
    """How a command line ended."""

    code: int
    out: str
    err: str


def ran(words: list[str], stdin: bytes = b"") -> Ended:
    """The command line in this process, in the folder that it is in."""
    streams = [io.TextIOWrapper(io.BytesIO(part), "utf-8", write_through=True) for part in (stdin, b"", b"")]
    kept = sys.stdin, sys.stdout, sys.stderr
    sys.stdin, sys.stdout, sys.stderr = streams
    try:
        code = cli.run(words)
    finally:
        sys.stdin, sys.stdout, sys.stderr = kept
    said = (stream.buffer.getvalue().decode("utf-8", "replace") for stream in streams[1:])
    return Ended(code, *said)


def wrong_with(ended: Ended, *, exported: bool = False) -> str:
    """What no command line may do, or "". ``exported``: standard output is a file in some format, not for a screen."""
    if ended.code not in (0, 1, 2):
        return f"exit code {ended.code}"
    if "Traceback" in ended.err:
        return ended.err
    if ended.code == 2 and "Error: " not in ended.err and "Usage: " not in ended.err:
        return f"nothing said: {ended}"
    for said in (ended.err, *([] if exported else [ended.out])):
        for shown in said.split("\n"):
            if render.plain(shown) != shown:
                return f"on the screen: {shown[:500]!a}"
    return ""


def quoted(words: list[str]) -> str:
    """Words as a shell takes them."""
    return shlex.join(words)
