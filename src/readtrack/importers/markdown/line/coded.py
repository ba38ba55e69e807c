"""Titles in backquotes, made bold, where all else that a line says is who wrote them, where and when.

Beside a title such words are a tag; where there is no other, they are one: "`Notes on Looms` (OSDI 1843) [[pdf]](url)",
"Ada Lovelace et al., `Notes on Looms`. OSDI 1843".
"""

from __future__ import annotations

import re

from readtrack.importers.markdown.line.prelude import prelude
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.markup.inline import BOLD, BOLD_END, CODE, CODE_END, LABEL, LINK
from readtrack.importers.markdown.said.facts import facts_of
from readtrack.importers.markdown.said.people import people_alone, people_in
from readtrack.importers.markdown.said.place import venue_of
from readtrack.importers.markdown.said.writers import authors_before

_CODED = re.compile(rf"{CODE}([^{CODE}{CODE_END}{LABEL}{LINK}\n]{{8,300}}){CODE_END}")

_WORDS = re.compile(r"[A-Z\d]\S*\s+\S")
"""How titles begin, and commands do not."""


def with_coded(text: str) -> str:
    """A line, of which the title in backquotes is in bold."""
    for found in _CODED.finditer(text) if CODE in text and len(text) <= 3000 else ():
        words, before, after = found[1].strip(), text[: found.start()], text[found.end() :]
        named = not _WORDS.match(words) or venue_of(words) or people_in(words)
        if not named and _is_all_facts(after) and _leads(before):
            return f"{before}{BOLD}{words}{BOLD_END}{after}"
    return text


def _is_all_facts(after: str) -> bool:
    """Whether all that stands behind words says who wrote them, where and when."""
    return not re.search(r"\w", inline.plain(re.sub(rf"{LABEL}.", "", after))) or not facts_of(after).remark


def _leads(before: str) -> bool:
    """Whether nothing stands before words but what may stand before a title, or who wrote it."""
    rest = prelude(f"{before}{BOLD}Notes on Looms{BOLD_END}")[0]
    who = rest.rpartition(BOLD)[0].strip(" .,:;|–—-/&\n")
    return not who or bool(authors_before(who) or people_in(who) or people_alone(who))
