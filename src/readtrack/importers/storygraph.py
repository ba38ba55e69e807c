"""The StoryGraph: the CSV of "Export StoryGraph Library" (https://app.thestorygraph.com/user-export)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readtrack.importers._cells import authors_of, count_of, rating_of, reading_of, status_of, undated, words_of
from readtrack.importers._clean import short
from readtrack.importers._csv import Row, table
from readtrack.importers._days import day_of, moment_of
from readtrack.importers._html import to_markdown
from readtrack.importers.goodreads import isbns
from readtrack.model import Draft, Identifier, NoteDraft, Reading, Skipped
from readtrack.schema import FINISHED

if TYPE_CHECKING:
    from readtrack.importers import Read, Source


def read(source: Source) -> Iterator[Read]:
    """The books in ``source``, with a reading for each time that somebody took one up.

    Stars are kept as whole ones, half a star rounded up: 4.25 becomes 4, 4.5 becomes 5. "paused" is still reading.

    Raises:
        UnreadableError: it has no titles or no status.
    """
    for row in table(source, ["Title"], ["Read Status"]).rows:
        if isinstance(row, Skipped):
            yield row
            continue
        times = []
        for text in filter(None, (part.strip() for part in row.get("Dates Read", "Last Date Read").split(","))):
            if time := _time(text):
                times.append(time)
            else:
                yield Skipped(row.line, short(text), "is no day (Dates Read); it was left out")
        yield _draft(row, sorted(times, key=lambda time: time[1] or time[0] or ""))


def _time(text: str) -> tuple[str | None, str | None] | None:
    """When it was begun and when it was finished, of "2022/01/01-2022/01/09"; a single day is that of the end."""
    begun, dash, ended = text.partition("-")
    if not dash:
        begun, ended = "", text
    days = tuple(day_of(part) if part.strip() else None for part in (begun, ended))
    asked = [part for part in (begun, ended) if part.strip()]
    return (days[0], days[1]) if sum(day is not None for day in days) == len(asked) else None


def _draft(row: Row, times: list[tuple[str | None, str | None]]) -> Draft:
    note = to_markdown(row.get("Review"))
    return Draft(
        row.get("Title"),
        type="book",
        authors=authors_of(row.get("Authors").split(",")),
        identifiers=tuple(Identifier("isbn", isbn) for isbn in isbns(row.get("ISBN/UID"))),
        readings=_readings(row, times),
        tags=words_of(row.get("Tags"), ","),
        notes=(NoteDraft(note),) if note else (),
        added_at=moment_of(row.get("Date Added")),
        line=row.line,
    )


def _readings(row: Row, times: list[tuple[str | None, str | None]]) -> tuple[Reading, ...]:
    status = status_of(row.get("Read Status"))
    last: tuple[str | None, str | None] = (None, None)
    if times and (status in FINISHED or times[-1][1] is None):
        last = times.pop()
    return (
        *undated(count_of(row.get("Read Count")) - len(times) - (status == "read")),
        *(Reading("read", started_on, finished_on) for started_on, finished_on in times),
        *reading_of(status, started_on=last[0], finished_on=last[1], rating=rating_of(row.get("Star Rating"))),
    )
