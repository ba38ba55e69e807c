"""iCalendar: the days on which papers are due, for any calendar. It holds nothing else, and is not read back.

Source: RFC 5545. A day is an event of the whole day (section 3.6.1), lines end in CRLF and are folded at 75 octets
(section 3.1), text is escaped (section 3.3.11).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from readtrack import __version__, dates
from readtrack.model import Entry, ReadingList
from readtrack.schema import FINISHED


def write(entries: Iterable[Entry], _lists: Sequence[ReadingList]) -> Iterator[str]:
    """The calendar: one event for each paper that is due and not finished."""
    yield _lines(
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", f"-//readtrack//readtrack {__version__}//EN"),
        ("CALSCALE", "GREGORIAN"),
        ("X-WR-CALNAME", "Reading"),
    )
    stamp = re.sub(r"[-:]|\.\d+", "", dates.timestamp())
    for entry in entries:
        if entry.paper.due_on and entry.paper.status not in FINISHED:
            yield _event(entry, stamp)
    yield _lines(("END", "VCALENDAR"))


def _event(entry: Entry, stamp: str) -> str:
    paper = entry.paper
    where = " ".join(str(part) for part in (paper.venue, paper.year) if part)
    about = "\n".join(filter(None, (", ".join(paper.authors), where, *(url for _, url in paper.addresses))))
    urls = [url for _, url in paper.addresses if re.match(r"https?://[^\s]+$", url, re.IGNORECASE)]
    return _lines(
        ("BEGIN", "VEVENT"),
        # the same in every export, so that a calendar moves an event instead of adding another
        ("UID", f"{entry.readings[-1].uid or paper.key}@readtrack"),
        ("DTSTAMP", stamp),
        ("DTSTART;VALUE=DATE", str(paper.due_on).replace("-", "")),  # without an end it is one day
        ("SUMMARY", _text(f"Read: {paper.title}")),
        *((("DESCRIPTION", _text(about)),) if about else ()),
        *((("URL", urls[0]),) if urls else ()),
        ("TRANSP", "TRANSPARENT"),
        *((("PRIORITY", {"high": "1", "medium": "5", "low": "9"}[paper.priority]),) if paper.priority else ()),
        ("END", "VEVENT"),
    )


def _text(text: str) -> str:
    escaped = re.sub(r"([\\;,])", r"\\\1", text).replace("\r\n", "\n").replace("\n", "\\n")
    return re.sub(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029]", "", escaped)  # some end a line at all of these


def _lines(*properties: tuple[str, str]) -> str:
    return "".join(_folded(f"{name}:{value}") for name, value in properties)


def _folded(line: str) -> str:
    pieces, size = [""], 0
    for sign in line:
        octets = len(sign.encode("utf-8", "replace"))
        if size + octets > 75:
            pieces.append("")
            size = 1  # the blank that a continued line begins with
        pieces[-1] += sign
        size += octets
    return "\r\n ".join(pieces) + "\r\n"
