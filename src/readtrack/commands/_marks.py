"""What ``mark`` and ``done`` say of a paper."""

from readtrack import dates
from readtrack.errors import UsageError
from readtrack.model import Mark
from readtrack.store.readings import progress_of


def mark_of(statuses: list[str], on: str | None, rating: int | None, progress: str | None, again: bool = False) -> Mark:
    """The options as one Mark.

    Raises:
        UsageError: they make no sense together.
    """
    if len(statuses) > 1:
        raise UsageError(f"a paper has one status; say either --{' or --'.join(statuses)}.")
    status = statuses[0] if statuses else None
    if not (status or rating or progress or again):
        raise UsageError(
            "say what you did: --read, --reading, --queued, --skimmed, --abandoned, --unread, --rating N ..."
        )
    if status == "unread" and (on or rating or progress or again):
        raise UsageError("--unread takes the readings away; no day, rating, progress or --again goes with it.")
    if status == "queued" and on:
        raise UsageError("--on is the day you began or finished; a queued paper has neither yet.")
    if on and not status and not again and not progress:
        raise UsageError("--on needs to know what happened that day: --read, --reading, --skimmed or --abandoned.")
    day = None if on is None else past_day(on)
    return Mark(status, day, rating, progress_of(progress) if progress is not None else None, again)


def past_day(text: str, *, whole: bool = False) -> str:
    """An ISO day that has come; also a month or year, unless it must be ``whole``.

    Raises:
        UsageError: it is still to come, or no day.
    """
    day = dates.parse_day(text) if whole else dates.parse_when(text)
    if day > dates.today().isoformat():
        raise UsageError(f'"{text}" is {dates.day_text(day)}, which has not come yet.')
    return day
