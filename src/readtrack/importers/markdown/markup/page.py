"""The page that is read: what all parts of the grammar ask of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.markup.blocks import joined

_GOES_ON = re.compile(
    r"(?<=\s)(of|the|an?|for|and|with|from|via|to|(?:on|in)(?=\s+[a-z])|(?<=[.,?!]\s)In"
    r"|(?:(?<=Conference\s)|(?<=Symposium\s)|(?<=Workshop\s)|(?<=Transactions\s))on)[ \t]*\n[ \t]*(?=\w)"
)
"""No line of a title, of names or of a sentence ends in these words: what is below goes on.

A title may end in "on" and "in", "What Looms Believe in", above those who wrote it; "Transactions on" does not.
"""


class Page(NamedTuple):
    """The file that is read. ``lines``: its lines; ``references``: its link references; ``templates``: bullets that
    stand below many entries, as they are, so nobody wrote them about any of them; ``labels``: what several of its lines
    begin with, up to a colon; ``width``: at which they all are broken, 0 where they are not; ``at_work``: whether its
    bullets say where authors work; ``linked``: whether titles that are links are all of their lines; ``topics``: the
    lines of items that only head those below them; ``seen``: the lines that were marked last."""

    lines: Sequence[str]
    references: dict[str, object]
    seen: dict[str, inline.Marked]
    templates: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    width: int = 0
    at_work: bool = False
    linked: bool = False
    topics: frozenset[int] = frozenset()

    def unbroken(self, text: str) -> str:
        """``text`` without the breaks of lines that end nothing."""
        return joined(text, self.width) if self.width and "\n" in text else _GOES_ON.sub(r"\1 ", text)

    def marked(self, text: str) -> inline.Marked:
        """A line of it, marked; the last ones are kept, as each part of the grammar asks for the same."""
        if text not in self.seen:
            self.seen[text] = inline.marked(self.unbroken(text), self.references)
            if len(self.seen) > 100:
                del self.seen[next(iter(self.seen))]
        return self.seen[text]

    def words(self, text: str) -> str:
        """A line of it without its marks."""
        return inline.words(text, self.references)

    def unquoted(self, text: str, line: int) -> str:
        """``text`` that begins in ``line``, from 1, and is a quotation where that is no bullet, without its marks."""
        bulleted = re.match(r"[\s>]*(?:[-*+]|\d{1,9}[.)])\s", self.lines[line - 1])
        return text if bulleted else re.sub(r"(?m)^> ?", "", text.strip("\n"))
