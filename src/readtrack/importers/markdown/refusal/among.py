"""Lines of words alone, of which those beside them tell whether they are papers."""

from __future__ import annotations

import re
from collections import Counter

from readtrack.importers.markdown.layout.items import Found
from readtrack.importers.markdown.layout.notes import SENTENCE
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.refusal.glossed import is_bare
from readtrack.importers.markdown.said.place import YEAR
from readtrack.importers.markdown.said.titles import is_cased

NOTHING_SURE = "has no link, venue, author or box of an entry"


def judged_among(verdicts: list[tuple[Found, str | None]]) -> list[tuple[Found, str | None]]:
    """The verdicts, of which many papers change those on words alone that may be titles."""
    papers = Counter(one.section for one, why in verdicts if not why)
    if papers.total() < 5 or papers.total() * 2 < len(verdicts):
        return verdicts
    # Among papers, or below a year as they are, a bullet of words alone is one as well, if it may be a title.
    among = Counter(one.section for one, _ in verdicts)
    holds = {at for at in among if papers[at] * 2 >= among[at] or (at and re.search(rf"\b{YEAR}\b", at[-1]))}

    def refuses(one: Found, why: str | None) -> bool:
        listed = one.section in holds or one.nested.links
        return why != NOTHING_SURE or not listed or not _may_be_title(one)

    return _without_odd([(one, why if refuses(one, why) else None) for one, why in verdicts])


def _without_odd(verdicts: list[tuple[Found, str | None]]) -> list[tuple[Found, str | None]]:
    """The verdicts, of which those on words alone without a title's capitals change where few beside them are one."""
    alone = [one.sure == 0 and is_bare(one) and why in (None, NOTHING_SURE) for one, why in verdicts]
    among = Counter(one.section for (one, _), bare in zip(verdicts, alone, strict=True) if bare)
    papers = Counter(one.section for (one, why), bare in zip(verdicts, alone, strict=True) if bare and not why)

    def odd(one: Found) -> bool:
        return papers[one.section] * _FEW <= among[one.section] and not is_cased(one.text, 4)

    return [(one, NOTHING_SURE if bare and odd(one) else why) for (one, why), bare in zip(verdicts, alone, strict=True)]


_FEW = 4
"""Of so many lines of words alone one is no title, as the others are none."""


def _may_be_title(one: Found) -> bool:
    """Whether a bullet of words alone, below a heading or above links, may be a title: it is no sentence."""
    text = inline.plain(one.text.strip())
    placed = one.section or one.nested.links
    if not placed or not 4 <= len(text.split()) <= 20 or not re.match(r"\w*[A-Z]", text):
        return False
    if re.search(r"\s[:：–—-]{1,2}\s", text):
        return False  # a name, and what is said of it
    if is_cased(text, 4):
        return True
    prose = SENTENCE.search(text.replace("?", ".").replace(" that ", " ")) or re.search(
        r"^(?:it|they|these|this|we)\b|\b(?:please|you|me|my)\b", text, re.IGNORECASE
    )
    return bool(re.search(r"[a-z]{3}$", text) and not prose)
