"""The options that choose papers, shared by ``list`` and ``export``, and what they mean."""

import re
from typing import Annotated

import typer

from readtrack.commands import complete_author, complete_list, complete_tag, complete_topic
from readtrack.errors import UsageError
from readtrack.model import Selection
from readtrack.schema import STATUSES
from readtrack.searching import joined
from readtrack.store.papers import SORTS

WordsArgument = Annotated[
    list[str] | None,
    typer.Argument(
        help="Words, all in title, authors, tags, abstract or notes; see `readtrack search --help`.", show_default=False
    ),
]
StatusOption = Annotated[
    list[str] | None, typer.Option("--status", help=f"One of {', '.join(STATUSES)}; may be repeated.")
]
TopicOption = Annotated[
    str | None, typer.Option("--topic", help="Papers of this topic.", autocompletion=complete_topic)
]
TagOption = Annotated[
    list[str] | None,
    typer.Option("--tag", help="Papers with this tag; repeated: with all of them.", autocompletion=complete_tag),
]
AuthorOption = Annotated[
    list[str] | None, typer.Option("--author", help="Papers by this author.", autocompletion=complete_author)
]
AffiliationOption = Annotated[list[str] | None, typer.Option("--affiliation", help="Papers from there.")]
VenueOption = Annotated[str | None, typer.Option("--venue", help="Papers of this venue.")]
YearOption = Annotated[str | None, typer.Option("--year", help="2020, 2018-2020, 2018- or -2020.")]
ListOption = Annotated[
    str | None, typer.Option("--list", help="Papers on this reading list.", autocompletion=complete_list)
]
RatingOption = Annotated[str | None, typer.Option("--rating", help="4, 4-5 or 4- (4 and better).")]
SortOption = Annotated[str, typer.Option("--sort", help=f"By {', '.join(SORTS)}.")]
ReverseOption = Annotated[bool, typer.Option("--reverse", help="The other way round.")]


def selection(
    *,
    words: list[str] | None = None,
    status: list[str] | None,
    topic: str | None,
    tag: list[str] | None,
    author: list[str] | None,
    affiliation: list[str] | None,
    venue: str | None,
    year: str | None,
    on_list: str | None,
    rating: str | None,
) -> Selection:
    """What the options ask for.

    Raises:
        UsageError: a value cannot be meant.
    """
    return Selection(
        statuses=tuple(known(word, STATUSES, "status") for word in status or ()),
        topic=topic,
        tags=tuple(tag or ()),
        authors=tuple(author or ()),
        affiliations=tuple(affiliation or ()),
        venue=venue,
        years=_range(year, "year", 1000, 2999, "2020, 2018-2020, 2018- or -2020"),
        list=on_list,
        ratings=_range(rating, "rating", 1, 5, "4, 4-5 or 4- (4 and better)"),
        words=words_of(words) if words else None,
    )


def words_of(arguments: list[str]) -> str:
    """What to search for, as it was typed.

    Raises:
        UsageError: among them is an option that is none, which would be looked for as a word.
    """
    for argument in arguments:
        if re.match(r"--\w|-[A-Za-z]$", argument):
            raise UsageError(f"there is no option {argument}. See --help.")
    return joined(arguments)


def known(word: str, words: tuple[str, ...], what: str) -> str:
    """``word`` as one of ``words``, whatever its case; raises UsageError with the nearest."""
    if word.lower() in words:
        return word.lower()
    from difflib import get_close_matches

    near = get_close_matches(word.lower(), words, n=1)
    hint = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(words)}."
    raise UsageError(f'there is no {what} "{word}". {hint}')


def _range(
    text: str | None, what: str, lowest: int, highest: int, examples: str
) -> tuple[int | None, int | None] | None:
    """``text`` as first and last: "4", "4-5", "4-", "-5"."""
    if text is None:
        return None
    found = re.fullmatch(r"\s*(\d{0,4})\s*(-|\.\.)?\s*(\d{0,4})\s*", text, re.ASCII)
    if not found or not (found[1] or found[3]):
        raise UsageError(f'"{text}" is no {what}. Say {examples}.')
    first = int(found[1]) if found[1] else None
    last = (int(found[3]) if found[3] else None) if found[2] else first
    for end in (first, last):
        if end is not None and not lowest <= end <= highest:
            raise UsageError(f"{what} {end} is not between {lowest} and {highest}.")
    if first is not None and last is not None and first > last:
        first, last = last, first
    return first, last
