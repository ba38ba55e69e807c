"""Everything a user can do wrong, already worded as a sentence.

    ReadtrackError             exit 1
    ├── UsageError             exit 2: the command line itself makes no sense
    │   └── DayError           a day nobody can place in a calendar
    ├── PaperNotFoundError     no paper is called that
    ├── AmbiguousPaperError    several papers are
    ├── NotFoundError          no such note, tag or list
    ├── RefusedError           the library says no, and why
    ├── UnreadableError        a file to import that nobody can make papers of
    └── LibraryError           the file: missing, not ours, locked, damaged, read-only

Nothing below ``cli`` prints or exits: it raises one of these, and ``cli`` prints the sentence on stderr.
"""

from __future__ import annotations

from collections.abc import Sequence


class ReadtrackError(Exception):
    """Base of all errors a user sees; ``str(error)`` is the whole message."""

    exit_code = 1


class UsageError(ReadtrackError):
    """A value on the command line that cannot be meant."""

    exit_code = 2


class DayError(UsageError):
    """Text that is not a day, or could be two of them."""


class PaperNotFoundError(ReadtrackError):
    """No paper answers to ``words``.

    ``near``: (name or title, key) of the papers called most like it, nearest first.
    """

    def __init__(self, words: str, near: Sequence[tuple[str, str]] = ()) -> None:
        self.words = words
        self.near = tuple(near)
        said = " or ".join(name if name == key else f"{name} ({key})" for name, key in near)
        hint = f" Did you mean {said}?" if near else " `readtrack list` shows what there is."
        super().__init__(f'no paper matches "{words}".{hint}')


class AmbiguousPaperError(ReadtrackError):
    """More than one paper answers to ``words``; none was touched.

    ``candidates``: (key, title) of the first of them; ``count``: how many there are in all.
    """

    def __init__(self, words: str, candidates: Sequence[tuple[str, str]], count: int) -> None:
        self.words = words
        self.candidates = tuple(candidates)
        self.count = count
        width = max(len(key) for key, _ in candidates)
        rows = [f"  {key:<{width}}  {_cut(title, 76 - width)}" for key, title in candidates]
        if count > len(rows):
            rows.append(f"  ... and {count - len(rows)} more")
        super().__init__("\n".join([f'"{words}" matches {count} papers. Which one?', *rows]))


def _cut(title: str, longest: int) -> str:
    line = " ".join(title.split())
    return line if len(line) <= longest else f"{line[: longest - 4].rstrip()} ..."


class NotFoundError(ReadtrackError):
    """No such note, tag or reading list."""


class RefusedError(ReadtrackError):
    """A change that would break what the library promises."""


class UnreadableError(ReadtrackError):
    """A file to import in which no paper can be found: not text, no format of ours, damaged from the start."""


def nothing_found(name: str, format_: str, skipped: Sequence[tuple[int | None, str, str]]) -> str:
    """The sentence about a source that was read as ``format_`` and held no paper.

    ``skipped``: (line, what stands there, why it is none), as ``model.Skipped``.
    """
    rows = [f"  line {line}: {text} ({why})" if line else f"  {text} ({why})" for line, text, why in skipped[:3]]
    if len(skipped) > len(rows):
        rows.append(f"  ... and {len(skipped) - len(rows):,} more")
    seen = "Not understood:" if rows else "If it is something else, say what with --format."
    return "\n".join([f"{name}: no paper found in it, read as {format_}. {seen}", *rows])


class LibraryError(ReadtrackError):
    """The library file cannot be used: missing, not ours, locked, damaged or read-only."""
