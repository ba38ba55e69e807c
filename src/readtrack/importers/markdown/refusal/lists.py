"""What leads to another list of papers or to a folder, and is none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readtrack.importers.markdown.below.nested import Nested
from readtrack.importers.markdown.layout.items import Found
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.said.groups import Facts
from readtrack.importers.markdown.said.titles import is_cased

LIST = "is a link to another list"
_LIST = re.compile(
    r"https?://(?:github\.com/[^/]+|(?P<site>[\w-]+\.github\.io))/(?:awesome[-_\w]*|[\w.-]*(?:papers|(?:paper|reading)[-_]?lists?))/?(?:#.*)?$",
    re.IGNORECASE,
)
"""A repository that is called what lists of papers are: "awesome-looms", "LoomPapers", "looms-reading-list"."""


def is_list(url: str, title: str) -> bool:
    """Whether a link is called what lists are; the site of a paper may be, too, where a title leads to it."""
    found = _LIST.match(url)
    titled = is_cased(title, 2) or ":" in title
    return bool(found and not (found["site"] and titled and not _OF_LIST.search(title)))


_OF_LIST = re.compile(r"\b(?:awesome|lists?)\b", re.IGNORECASE)


_CALLED = re.compile(r"https?://github\.com/[^/]+/[\w.-]{1,60}[-_]awesome[-_][\w.-]{1,60}/?(?:#.*)?$", re.IGNORECASE)


def lists(found: Sequence[Found]) -> frozenset[int]:
    """The numbers of those that are called awesome, and so are their repositories, but behind another word.

    One alone may be the paper of a "Pretty Awesome Net", several are lists: "wide-awesome-looms".
    """
    told = frozenset(
        number
        for number, one in enumerate(found)
        if one.said
        and len(links := one.said.links or one.nested.links) == 1
        and _CALLED.match(links[0].url)
        and "awesome" in f"{links[0].label or ''} {inline.plain(one.said.marked.text)}".casefold()
    )
    return told if len(told) > 1 else frozenset()


FOLDERS = "leads to a folder of a repository, not to a paper"
_FOLDER = re.compile(r"https?://github\.com/[^/]+/[^/]+/tree/[^/]+/\S")


def is_folder(one: Found) -> bool:
    """Whether an entry is no more than a few words that lead to a folder: most of a list of notes are so, too."""
    said = one.said
    bare = said and said.facts._replace(tags=()) == Facts() and one.nested == Nested() and len(said.title.split()) <= 3
    return bool(bare and said and len(said.links) == 1 and _FOLDER.match(said.links[0].url))
