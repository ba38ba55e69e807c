"""What stands beside a title apart from its words: ticks, stars and pictures, brackets and backquotes.

The text comes marked, see ``inline``.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from readtrack.importers._organisations import is_organisation
from readtrack.importers._people import likeness
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.said.people import families_in, initials_first, people_alone, people_in
from readtrack.importers.markdown.said.place import DATE, YEAR, first_of, is_place, named_year, venue_of
from readtrack.model import Author


class Facts(NamedTuple):
    """``read``: True, False, or None where nothing is said; ``stars``: 1 to 5; ``remark``: marked text.

    ``name``: what the paper is called for short.
    """

    venue: str | None = None
    year: int | None = None
    authors: tuple[Author, ...] = ()
    read: bool | None = None
    stars: int | None = None
    tags: tuple[str, ...] = ()
    remark: str = ""
    name: str | None = None

    def over(self, other: Facts) -> Facts:
        """These facts, and those of ``other`` where nothing is said here."""
        own = self.venue is not None
        return Facts(
            self.venue if own else other.venue,
            self.year or other.year,
            self.authors or other.authors,
            other.read if self.read is None else self.read,
            self.stars or other.stars,
            tuple(dict.fromkeys((*self.tags, *other.tags))),
            "\n".join(filter(None, (self.remark, other.remark))),
            self.name or other.name,
        )


_TICK = re.compile(
    r"\[\s?[xX✓✔✅☑√]\s?\]|[✅✓✔☑]️?|√(?![\w(])|:(?:white_check_mark|heavy_check_mark|ballot_box_with_check):"
)
_NO_TICK = re.compile(r"\[\s?\](?!\()|[☐⬜❌🔲◻]️?|:(?:white_large_square|x|black_square_button):")
_STAR = re.compile(r"(?:[⭐🌟★]️?\s?|:(?:star|star2):\s?)+[☆]{0,5}")
_EMOJI = re.compile(
    "[(][\U0001f000-\U0001faff\ufe0f]+[)]|[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u231a-\u23ff\ufe0f\u200d\u25aa-\u25e5\u25e7-\u25fe\u2190-\u21ff]+"
    "|(?<!\\d)(?<!\\d )\u25e6|:(?:\\d[a-z]{2}_)?[a-z][a-z0-9_]{2,30}:"
)
"""Pictures and bullets; behind a number "◦" is of degrees."""


_CITATIONS = re.compile(r"[·•|]\s*\d[\d,]* citations?\b")
"""How often others cite it, which is of another day each time: "2026-01 · 35 citations"."""


_COUNTED = re.compile(
    r"[⭐🌟★]\ufe0f?\s?(?:\d[\d,.]+k?|\d(?=\s*\|))(?:\s*\|\s*(?:🐛|🌐|📅|🍴|👀)[^|\n\x01-\x12]{1,30}){0,5}"
)
"""How many like a program, its open questions, language and last day: "⭐ 144 | 🐛 5 | 🌐 Python | 📅 2025-11-19"."""


def take_signs(text: str) -> tuple[str, Facts]:
    """``text`` without ticks, stars, pictures and how often it is cited, and what they said."""
    read: bool | None = None
    text = _COUNTED.sub(" ", _CITATIONS.sub("", text))
    stars = None
    if _TICK.search(text):
        text, read = _TICK.sub(" ", text), True
    if _NO_TICK.search(text):
        text, read = _NO_TICK.sub(" ", text), bool(read)
    if found := _STAR.search(text):
        shown = len(re.findall(r"[⭐🌟★]|:star2?:", found[0]))
        stars = min(shown, 5)
        text = _STAR.sub(" ", text)
    return _EMOJI.sub(" ", text), Facts(read=read, stars=stars)


_OF_YEAR = re.compile(
    rf"({YEAR})年?\s?(white ?paper|survey|review|paper|preprint|thesis|lecture|综述|论文|预印本)", re.IGNORECASE
)


_PERHAPS = re.compile(rf"(?P<first>{YEAR})(?:\s?/\s?| or )(?P<last>{YEAR}|(?<=or )[a-z][a-z ]{{2,40}})")
"""The first of two years between which its reader could not choose, or of a year and words: "1842 or 1843"."""


def of_year(text: str) -> Facts | None:
    """The year of a paper, and what it is, where ``text`` says nothing else: "1843 survey", "1842 or 1843"."""
    if perhaps := _PERHAPS.fullmatch(text.strip()):
        near = not perhaps["last"][0].isdigit() or 0 < int(perhaps["last"]) - int(perhaps["first"]) <= 2
        return Facts(year=int(perhaps["first"]), remark=perhaps[0]) if near else None
    found = _OF_YEAR.fullmatch(text.strip())
    return Facts(year=int(found[1]), tags=(found[2],)) if found else None


_CODE = re.compile(
    rf"[{inline.BOLD}{inline.EM}]*{inline.CODE}([^{inline.CODE_END}]*){inline.CODE_END}[{inline.BOLD_END}{inline.EM_END}]*"
)
_GROUP = re.compile(r"[\(（\[【]([^()（）\[\]【】]{1,200})[\)）\]】]")


def take_groups(text: str, workplaces: bool = True) -> tuple[str, Facts]:
    """``text`` without what stands in backquotes, and without brackets around a venue and year.

    ``workplaces``: brackets around a venue alone, or around an organisation, go too: no author stands before them.
    """
    facts = Facts()

    def code(found: re.Match[str]) -> str:
        nonlocal facts
        said = found[1].strip()
        if place := venue_of(said):
            facts = facts.over(Facts(*place))
        elif people := people_in(said):
            facts = facts.over(Facts(authors=people))
        elif _in_prose(found.string[: found.start()], found.string[found.end() :]):
            return found[0]
        elif 0 < len(said) <= 40:
            facts = facts.over(_words_in(said))
        return " "

    def group(found: re.Match[str]) -> str:
        nonlocal facts
        if credited := of_year(found[1]) or credits_of(found[1]) or _several_in(found):
            facts = facts.over(credited)
            return f" {inline.EM_END} "
        where, _, day = found[1].rpartition(",")
        dated = DATE.fullmatch(day.strip()) if is_organisation(where) and not venue_of(found[1]) else None
        if dated and _names_end(found.string[: found.start()]):
            facts = facts.over(Facts(year=int(dated[1])))
            return f"({where})"  # where all of them work
        if place := venue_of(found[1]) or first_of(found[1]) or named_year(found[1]):
            facts = facts.over(Facts(*place))
            return f" {inline.EM_END} "
        return "" if is_place(found[1]) and not _names_end(found.string[: found.start()]) else found[0]

    def dated(found: re.Match[str]) -> str:
        place = venue_of(found[1])
        return group(found) if place and place[1] else found[0]

    return _GROUP.sub(group if workplaces else dated, _CODE.sub(code, text)), facts


def _several_in(group: re.Match[str]) -> Facts | None:
    """The people whose whole names are all of brackets that stand first, before what else is said."""
    first = not group.string[: group.start()].strip() and group.string[group.end() :].strip()
    people = people_in(group[1]) if first else ()
    return Facts(authors=people) if len(people) > 1 and all(" " in one.name for one in people) else None


def beside(said: Facts, facts: Facts, grouped: Facts) -> Facts:
    """``facts`` without the year that is ``grouped`` where its brackets are a note's, and what is ``said`` before that
    has one: "OSDI 1843. Weaves cards (still in 1850)"."""
    noted = said.year and not grouped.venue and re.search(rf"\w\W+\w[^\n]*{inline.EM_END}", said.remark)
    return facts._replace(year=None) if noted else facts


_BETWEEN = re.compile(r",\s(?![^()\[\]{}]*[)\]}])")
"""The commas between words, but for those in brackets."""
_PIECE = re.compile(r"(?:and|or)\s|.*[()\[\]{}]")
"""One of them that is no topic of its own."""


def _words_in(said: str) -> Facts:
    """What the words in backquotes say: "New, MICCAI 2018" is a topic and where the paper appeared.

    They are one tag where no place is among them and any is no word of its own: "cats, dogs, and mice", "f(x), g".
    """
    words = _BETWEEN.split(said)
    places = [venue_of(word) for word in words]
    apart = any(places) or not any(map(_PIECE.match, words))
    facts = Facts()
    for word, place in zip(words, places, strict=True) if apart else [(said, None)]:
        facts = facts.over(Facts(*place) if place else Facts(tags=(word,)))
    return facts


def _names_end(before: str) -> bool:
    """Whether a person's name stands right before brackets, so that they say where that person works."""
    name = re.split(r"[,;:|]\s|(?<!\b[A-Z])\.\s|(?:^|\s)(?:and|&|by)\s", inline.plain(before[-80:]))[-1].strip(" ,;.")
    return 2 <= len(name.split()) <= 4 and likeness(name) == 2


def _in_prose(before: str, after: str) -> bool:
    """Whether what stands between is a word of a sentence."""
    words = r"\b(?:the|an?|with|of|and|or|to|in|for|from|on|see|uses?|using|via|by|like|as|is|called|into|than)\s$"
    return bool(re.match(r"\s?[a-z]|['’]s\b", after) or re.search(words, before[-12:]))


_HASHTAG = rf"{inline.CODE}?#[\w/-]{{2,40}}{inline.CODE_END}?"
_HASHTAGS = re.compile(
    rf"(?:^|(?<=[\n.,;|)\]])|(?<={inline.LABEL}.))[^\S\n]*({_HASHTAG}(?:[ \t]*[,;|·]?[ \t]+{_HASHTAG}){{0,20}})"
    r"[ \t.,;|]*(?=\n|$)"
)
"""Hashtags that end a line, and stand behind a link, the end of a sentence or nothing."""


def take_hashtags(text: str) -> tuple[str, Facts]:
    """``text`` without the hashtags at the ends of its lines, and those: tags, and a year among them is the paper's."""
    facts = Facts()

    def group(found: re.Match[str]) -> str:
        nonlocal facts
        words = re.findall(r"#([\w/-]+)", found[1])
        tags = tuple(word for word in words if not re.fullmatch(r"\d+", word))
        years = [int(word) for word in words if re.fullmatch(YEAR, word)]
        if not tags or len(tags) + len(years) < len(words):
            return found[0]
        facts = facts.over(Facts(year=years[0] if years else None, tags=tags))
        return ""

    return (_HASHTAGS.sub(group, text), facts) if "#" in text else (text, facts)


_TOGETHER = re.compile(rf"((?:[A-Z][\w-]*\s){{1,5}}Collaboration)(?: et al\.?)?,?\s({YEAR})")
"""Those who wrote a paper under one name, as physicists do, and its year: "The Loom Collaboration, 1843"."""
_MONTH_IN_DIGITS = re.compile(rf"(?<=, )(?:0?[1-9]|1[0-2])[-/.](?={YEAR}$)")
"""The month before the year behind who wrote a paper: "Lovelace et al., 06-1843"."""


_MADE = re.compile(r"(.{4,40}?)\s+[–—|·-]\s+([^\W\d_].{1,150})")
"""A day, and behind a dash or a bar who put a paper out then: "22 Jan 1843 – The Weavers"."""


def _made(text: str) -> Facts | None:
    """The day of a paper, and who made it: people, or where they work, which is of use as a tag where it is short.

    A year alone may begin a span, which a title ends with: "(1918 – Rise of the Looms)".
    """
    found = _MADE.fullmatch(text)
    day = DATE.fullmatch(found[1]) if found else None
    if not found or not day or re.match(r"(?:present|now|today|ongoing)\b", found[2], re.IGNORECASE):
        return None
    place, people, year = venue_of(found[2]), people_in(found[2]), int(day[1])
    spans = re.fullmatch(YEAR, found[1]) and not (place or len(people) > 1 or "et al" in found[2])
    made = all(map(is_organisation, re.split(r",\s", found[2]))) and not re.search(r"\b(?:by|from|on|via)\b", found[2])
    if spans and not made:
        return None
    if place or people:
        return Facts(*place, people).over(Facts(year=year)) if place else Facts(year=year, authors=people)
    makers = re.split(r",\s", found[2].rstrip(" .…"))
    short = all(len(one) <= 40 and len(one.split()) <= 4 for one in makers)
    return Facts(year=year, tags=tuple(makers) if short else ()) if short or is_place(found[2]) else None


def credits_of(text: str) -> Facts | None:
    """The authors and venue in "Ada Lovelace, ICML 2014, [code](url)" and "2014, C. Babbage et al."."""
    bare = inline.plain(re.sub(rf"{inline.LABEL}.", "", text)).strip(" ,;|")
    if made := _made(bare):
        return made
    bare = _MONTH_IN_DIGITS.sub("", bare)
    dated = re.fullmatch(rf"(\D{{5,300}})\s({YEAR})", bare)
    if (
        dated
        and (people := people_in(dated[1].rstrip(" ,")) or initials_first(dated[1].rstrip(" ,")))
        and ("et al" in bare or all(" " in one.name for one in people))
    ):
        return Facts(year=int(dated[2]), authors=people)
    if together := _TOGETHER.fullmatch(bare):
        return Facts(year=int(together[2]), authors=(Author(together[1]),))
    if dated := re.fullmatch(rf"({YEAR}),\s+(\D+)", bare):
        people = people_in(dated[2])
        return Facts(year=int(dated[1]), authors=people) if people else None
    if re.search(r"\bet\.? al\.?$", bare) and (people := people_in(bare) or families_in(bare)):
        return Facts(authors=people)
    families = re.fullmatch(rf"(\D{{2,200}}?),?\s+({YEAR})", bare)
    if families and (people := families_in(families[1])):
        return Facts(year=int(families[2]), authors=people)
    for cut in [found.start() for found in re.finditer(r",\s", bare)][:8]:
        place = venue_of(bare[cut + 1 :])
        if place and (people := people_in(bare[:cut]) or people_alone(bare[:cut])):
            return Facts(*place, people)
        place = venue_of(bare[:cut])
        if place and all(place) and (people := people_in(bare[cut + 1 :])):
            return Facts(*place, people)
    return None
