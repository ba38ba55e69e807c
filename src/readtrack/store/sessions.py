"""start and done: the times you sat down to read, how long they took and how many pages."""

from typing import NamedTuple

from readtrack import dates
from readtrack.errors import DayError, RefusedError
from readtrack.model import Mark, Marked, Paper, Session
from readtrack.periods import duration
from readtrack.store import Store, looking_back

LONGEST = 12 * 60
"""Minutes after which nobody believes that a session still goes on."""

_GOING_ON = "SELECT id, paper FROM sessions WHERE minutes IS NULL ORDER BY id DESC LIMIT 1"


class Sat(NamedTuple):
    """A reading session of ``paper`` that is over: its ISO day, minutes and pages; and of all sessions of the paper,
    how many there are and their minutes."""

    paper: Paper
    day: str
    minutes: int | None
    pages: int | None
    sessions: int
    total: int


class Started(NamedTuple):
    """A reading session that begins: its paper before and after, and the session that it ended, if any."""

    marked: Marked
    ended: Sat | None


def going_on(store: Store) -> tuple[Paper, int | None] | None:
    """The paper that is being read just now, and for how many minutes, where that is known."""
    found = store.conn.execute(_GOING_ON).fetchone()
    return (store.paper(found["paper"]), _minutes(store, found["id"])) if found else None


def start(store: Store, paper: Paper) -> Started:
    """Begin a session, and end the one that goes on, if any; a paper that is not being read is marked so.

    Raises:
        RefusedError: it goes on already, or the other one for longer than anybody reads.
    """
    with store.change(f"start {paper.key}"):
        before = store.conn.execute(_GOING_ON).fetchone()
        if before and before["paper"] == paper.id:
            raise RefusedError(f"{paper.called} is being read already. `readtrack done` ends that.")
        ended = _end(store, before["id"], None, None) if before else None
        reading = paper.status == "reading"
        marked = Marked(paper, paper) if reading else store.put_mark(paper, Mark("reading"))
        looking_back.put(store, paper, Session(dates.today().isoformat(), dates.timestamp()))
    return Started(marked, ended)


def done(
    store: Store, paper: Paper | None, *, day: str | None, minutes: int | None, pages: int | None, mark: Mark | None
) -> tuple[Sat, Marked | None]:
    """End the session that goes on, and mark its paper, in one change; ``minutes``: None is by the clock.

    Of another ``paper``, or of a ``day`` (ISO 8601), it writes down a session that nobody started.

    Raises:
        RefusedError: none goes on, or for longer than anybody reads.
    """
    found = store.conn.execute(_GOING_ON).fetchone()
    ends = found and not day and (paper is None or found["paper"] == paper.id)
    if not ends and not (paper and minutes):
        nothing = f"{paper.called} is not" if paper else "nothing is"
        raise RefusedError(
            f"{nothing} being read just now. `readtrack start PAPER` begins; "
            "`readtrack done PAPER --minutes 45` writes down what you read without it."
        )
    read = store.paper(found["paper"]) if ends else paper
    assert read  # noqa: S101
    with store.change(f"done {read.key}"):
        marked = store.put_mark(read, mark) if mark else None
        if ends:
            return _end(store, found["id"], minutes, pages), marked
        session = Session(day or dates.today().isoformat(), None, minutes, pages)
        return _sat(store, looking_back.put(store, read, session)), marked


def spent(store: Store, paper: Paper) -> tuple[int, int]:
    """How many sessions a paper has that are over, and their minutes in all."""
    count, minutes = store.conn.execute(
        "SELECT count(minutes), coalesce(sum(minutes), 0) FROM sessions WHERE paper = ?", (paper.id,)
    ).fetchone()
    return int(count), int(minutes)


def _end(store: Store, number: int, minutes: int | None, pages: int | None) -> Sat:
    took = minutes or _minutes(store, number)
    if took is None or (minutes is None and took > LONGEST):
        began = f"was begun {duration(took)} ago" if took else "was begun nobody knows when"
        called = _sat(store, number).paper.called
        raise RefusedError(f"{called} {began}. Say how long you read: readtrack done --minutes 45")
    store.conn.execute("UPDATE sessions SET minutes = ?, pages = ? WHERE id = ?", (took, pages, number))
    return _sat(store, number)


def _minutes(store: Store, number: int) -> int | None:
    """For how long a session goes on, by the clock; a clock that was put back counts one minute. None where a guest
    wrote no moment there."""
    (began,) = store.conn.execute("SELECT started_at FROM sessions WHERE id = ?", (number,)).fetchone()
    try:
        took = dates.now() - dates.local(began)
    except DayError:
        return None
    return max(1, round(took.total_seconds() / 60))


def _sat(store: Store, number: int) -> Sat:
    row = store.conn.execute("SELECT paper, day, minutes, pages FROM sessions WHERE id = ?", (number,)).fetchone()
    paper = store.paper(row["paper"])
    return Sat(paper, row["day"], row["minutes"], row["pages"], *spent(store, paper))
