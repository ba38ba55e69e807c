"""What on a page says what venues and topics are called for short, and is no paper."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from readtrack.importers._conferences import known, of_words
from readtrack.importers.markdown.below.nested import Nested
from readtrack.importers.markdown.layout.items import Found
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.said.titles import initials, is_cased
from readtrack.importers.markdown.whole_page.states import state_in

GLOSS = "says what a venue is called, and is no paper"


def is_bare(one: Found, noted: bool = False) -> bool:
    """Whether an entry is words alone, beside which there is neither a link, nor who wrote it, nor when; ``noted``: but
    it may have notes."""
    said, nested = one.said, one.nested._replace(notes=()) if noted else one.nested
    return bool(said and not (said.links or said.facts.authors or said.facts.year) and nested == Nested())


_EQUALS = re.compile(r"\W*([A-Z][\w&/-]*[A-Z][\w&/-]*) = ([^:=\n]{2,200})")
_OF_VENUES = re.compile(
    r"\b(?:conference|journal|letters|proceedings|surveys?|symposium|transactions|workshop)\b", re.IGNORECASE
)
"""What the name of a venue has in it: "LTO = Journal of Looms" tells one, "IP = PSPACE Revisited" is a title."""


def is_gloss(one: Found, venues: frozenset[str]) -> bool:
    """Whether an entry is a venue, known or one of ``venues``, and the words it stands for, as nothing else is."""
    text = inline.plain(one.said.marked.text) if one.said else ""
    if equals := _EQUALS.fullmatch(text):
        short, behind = equals.groups()
        named = known(short) or _OF_VENUES.search(behind) or _has_initials(short, behind)
        return bool(named) and is_bare(one, noted=True)
    short, _, behind = text.partition(":")
    short = short.strip()
    name = known(short)
    if not behind.strip() or not is_bare(one) or not (name or short in venues):
        return False
    return _has_initials(short, behind) or bool(name and of_words(re.findall(r"[^\W\d_]+", behind.lower())) == name)


WORDS = "spells out an abbreviation"


def glossaries(found: Sequence[Found], venues: frozenset[str]) -> frozenset[tuple[str, ...]]:
    """The sections of three bullets and more that only say what names stand for, most as "LL: Lace Looms" does."""
    sections: dict[tuple[str, ...], list[Found]] = {}
    for one in found:
        sections.setdefault(one.section, []).append(one)
    return frozenset(
        section
        for section, each in sections.items()
        if len(each) >= 3
        and all(is_bare(one, " = " in one.text) and _GLOSSED.match(one.text) for one in each)
        and sum(_spells_out(one.text) or is_gloss(one, venues) for one in each) * 2 > len(each)
    )


_TOPIC = re.compile(r"\s*([A-Z][^:=()\[\]\n]{1,60}) \(([A-Z][A-Za-z\d&]{1,6})\)\s*")


def is_topic(one: Found) -> bool:
    """Whether an entry is words and what they may be called for short, and nothing else: "Wide Looms (WL)"."""
    placed = one.said and one.said.facts.venue
    return is_bare(one, noted=True) and not placed and bool(_TOPIC.fullmatch(one.text.partition("\n")[0]))


def topics(found: Sequence[Found]) -> frozenset[tuple[str, ...]]:
    """The sections of which half are topics with what they are called for short, three and most of them spelled out."""
    among, short = Counter(one.section for one in found), [one for one in found if is_topic(one)]
    told, spelled = Counter(one.section for one in short), Counter(one.section for one in short if _is_spelled(one))
    return frozenset(
        at for at, count in spelled.items() if count >= 3 and count * 2 > told[at] and told[at] * 2 >= among[at]
    )


CONTENTS = "names a part of the page, and is no paper"


def contents(found: Sequence[Found]) -> frozenset[tuple[str, ...]]:
    """The sections of words alone, of which three and more are headings of the page with titles or links below.

    What is to be read, or was, is no part of a page, though the page has notes on it below a heading of its own.
    """
    sections: dict[tuple[str, ...], list[Found]] = {}
    for one in found:
        sections.setdefault(one.section, []).append(one)
    headings = {
        _letters(section[-1])
        for section, each in sections.items()
        if section and any(not is_bare(one, noted=True) or is_cased(one.text, 3) for one in each)
    }
    return frozenset(
        section
        for section, each in sections.items()
        if not any(map(state_in, section))
        and all(is_bare(one) and one.said and one.said.facts.read is None for one in each)
        and sum(_letters(one.text) in headings for one in each) >= 3
    )


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text).casefold()


def _is_spelled(one: Found) -> bool:
    """Whether the brackets of a topic hold the capitals of its words."""
    topic = _TOPIC.fullmatch(one.text.partition("\n")[0])
    return bool(topic and _has_initials(topic[2], topic[1]))


_GLOSSED = re.compile(r"\s*[A-Z](?:[\w& -]{1,19}:|[^:=\n]{1,60} =) \S")


def _spells_out(text: str) -> bool:
    """Whether ``text`` is an abbreviation and the words it stands for."""
    short, _, words = text.strip().partition(": ")
    return short.isupper() and _has_initials(short, words)


def _has_initials(short: str, words: str) -> bool:
    """Whether ``short`` is made of the capitals that ``words`` begin with, and of their numbers: "3D"."""
    return 2 <= len(short) <= 6 and short == initials(words)
