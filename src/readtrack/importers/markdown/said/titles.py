"""The title of a paper on a reading list as it is kept, and the name of the paper's system in it."""

from __future__ import annotations

import re

from readtrack.importers.markdown.markup import inline

_HOST = re.compile(r"(?<=\S)\s+\((?:[a-z0-9-]+\.)+[a-z]{2,6}\)$")
"""Where a page stands, as programs that keep bookmarks say behind its title: "Looms (e.org)"."""
_PDF = re.compile(r"(?<=[^\s:：] )(\S*\w)\.pdf$", re.IGNORECASE)
"""What the name of a file ends in; behind a colon it may be the name of one alone."""
_EDITION = re.compile(
    r"(?<=\w\w), ((?:first|second|third|fourth|fifth|revised) edition|\d{1,2}(?:st|nd|rd|th) ed(?:itio)?n?)\.?$",
    re.IGNORECASE,
)
"""Which edition of a book it is."""
PART_OF_BOOK = (
    r"(?:[Ss]ections?|[Cc]hapters?|[Pp]ages?|pp?\.)\s\d[\d.]*(?:(?:,? ?[,–-] ?|,? (?:and|to) )\d[\d.]*){0,9}"
    r"(?: \([^()\n]{2,40}\))?"
)
"""What is read of a book: "Chapters 2.5 and 9", "Sections 1.4-1.7 (pp. 14-23)"."""
_IN_BRACKETS = re.compile(r"\(([^()]{8,})\)|<\s?([^<>]{8,}?)\s?>|\[([^\[\]]{8,})\]|《([^《》]{4,})》")


_ABBREVIATED = re.compile(r"(?:(?<!\b[Pp]art )\b[A-Z]|etc|Inc|vs|et al)\.$")
"""A full stop that belongs to the last word of a title; that of "part I." does not."""


_BRACES = re.compile(r"(\$(?=\S)[^$\n]{1,80}(?<=\S)\$(?!\d))|[{}]")
"""Formulas, which keep their braces, and the braces that are around words; "$5 and $6" are prices."""


ONLY_CALLED = re.compile(r"(?:[Tt]he )?(?:[Oo]riginal )?[A-Z][\w+.-]*(?: [\w+.-]+)? (?<![Ww]hite )paper")
"""What a paper is called for short, as that: "LoomNet paper"; "Loom White Paper" is a title."""


def tidy(title: str) -> str:
    """A title as it is kept: one line, no marks, no quotes around it, no full stop, comma or colon behind it."""
    text = _BRACES.sub(r"\1", inline.plain(title.replace("\n", " ")))
    text = re.sub(r"^(?::[a-z][a-z0-9_]{2,30}:\s*)+(?=\S)", "", text)
    text = re.sub(r"^[\s*_·•|:,.;–—-]+(?=[\w(\[$\"“«])", "", text)
    text = _HOST.sub("", _without_marks(text.removesuffix("**")))
    text = _PDF.sub(r"\1", text) if text.count(" ") > 1 else text
    text = re.sub(r"\s[(\[（](?:\s?[)\]）])?$", "", text)  # opened before links that are taken
    if whole := _IN_BRACKETS.fullmatch(text):
        text = next(filter(None, whole.groups()))
    if text[:1] in '"“”«' and text[-1:] in '"“”»':
        text = text[1:-1]
    elif text.count('"') % 2 or text.count("“") != text.count("”"):
        text = text.strip('"“”')
    if text.endswith(".") and not text.endswith("...") and not _ABBREVIATED.search(text):
        text = text.rstrip(".")
    return text.strip()


def _without_marks(text: str) -> str:
    """``text`` without the blanks, commas and dashes behind it, from its end: an expression would try each of them."""
    while (text := text.rstrip(" |:：,，;·•")) and text[-1] in "-–—" and text[-2:-1] == " ":
        text = text[:-1]
    return text


def is_cased(text: str, least: int = 1) -> bool:
    """Whether most words of ``text`` begin with a capital, as those of titles do; ``least``: how many it has."""
    words = [word for word in re.findall(r"[^\W\d_][\w-]*", text) if len(word) > 3]
    return len(words) >= least and sum(word[0].isupper() for word in words) >= len(words) * 0.7


def words_of(text: str) -> int:
    """How many words are in ``text``: where no blanks stand between them, two letters are one."""
    return len(text.split()) + len(_CJK.findall(text)) // 2


_AWARD = re.compile(
    r"\b(?:awarded (?:the )?)?"
    r"((?:best|distinguished|outstanding)(?: (?:student|industrial|demo|short))? paper(?: award)?"
    r"(?: (?:runner[- ]up|winner|nominee|candidate|finalist))?|test[- ]of[- ]time award)[\s)\]*!]*$",
    re.IGNORECASE,
)


def take_award(title: str) -> tuple[str, tuple[str, ...]]:
    """``title`` without the award behind it, and the award as a tag."""
    found = _AWARD.search(title)
    before = title[: found.start()].rstrip() if found else ""
    # What a title says of itself, "How We Won a Best Paper Award", has the words before an award that sentences have.
    inside = found and (
        (before[-1:].isalnum() and found[0][:7].lower() == "awarded") or re.search(r"\s(?:an?|the|of|for|to)$", before)
    )
    if not found or inside or len(before.split()) < 3:
        return title, ()
    return title[: found.start()].rstrip(" \n–—|,:*!([-"), (found[1].lower(),)


def take_edition(title: str) -> tuple[str, str]:
    """``title`` without the edition of the book behind it, and that: "2nd edition"."""
    found = _EDITION.search(title)
    return (title[: found.start()], found[1]) if found else (title, "")


_OTHER_NAME = re.compile(
    r"[\s,;|–—-]+[(\[](?i:a\.?k\.?a\.?|also (?:known as|called)):?\s[\"“]?([A-Z][\w+.-]*[A-Z][\w+.-]*)[\"”]?[)\]]$"
)


def without_alias(title: str, linked: bool) -> tuple[str, str | None]:
    """``title`` without what else the paper is called in brackets behind it, and that: "Notes on Looms (aka LoomNet)".

    ``linked``: it is a link, whose words are the title; what is not written like a system is called so in a title, too.
    """
    found = _OTHER_NAME.search(title) if not linked and title[-1:] in (")", "]") else None
    before = title[: found.start()] if found else ""
    return (before, found[1]) if found and len(before.split()) >= 3 else (title, None)


CJK = "\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3"
"""The letters of Chinese, Japanese and Korean."""
_CJK = re.compile(f"[{CJK}]")


_ASIDE = re.compile(
    r"(?<=[a-z]{3})(?<!oly)(?<![bkr]is)\(([A-Z][^()]* [^()]*)\)$"
    r"|\s\(((?:Chapter|Section)s? \d[\d.]* (?:on|about) [^()]{1,60})\)$"
)
"""What the list says behind a title: words with no blank before, unless they are of a name of matter, as in
"Poly(Lactic Acid)"; or what is read of a book.
"""


_GLOSS = re.compile(rf"[^：{CJK}]*：\s?(?=[^：\n]*[{CJK}]{{2}})(?![^\n]*\b[a-z]{{2,}}\b)")
"""A title of Latin letters before a colon of the script that stands behind it; a colon of its own is none such."""


def take_gloss(title: str) -> tuple[str, str]:
    """``title`` without what stands in brackets behind it in the script of Chinese, Japanese or Korean, and that: it is
    no part of a title in Latin letters, but says the same to a reader of the list. So does what stands behind its
    colon, and words with no blank before, and what is read of a book."""
    if (aside := _ASIDE.search(title)) and len(title[: aside.start()].split()) >= 3:
        return title[: aside.start()], aside[1] or aside[2]
    if (gloss := _GLOSS.match(title)) and len(title[: gloss.end()].split()) >= 4:
        return title[: gloss.end()].rstrip(" :："), title[gloss.end() :]
    at = max(title.rfind("("), title.rfind("（")) if title[-1:] in (")", "）") else 0
    before, inside = title[: max(at, 0)].rstrip(), title[at + 1 : -1]
    if _CJK.search(before) or len(before.split()) < 2 or not re.search(r"[A-Za-z]", before):
        return title, ""
    other, letters = _CJK.findall(inside), re.findall(r"[^\W\d_]", inside)
    return (before, inside) if other and len(other) * 2 >= len(letters) else (title, "")


_COMMON = frozenset(
    """introduction survey review tutorial sok towards toward abstract demo poster paper keynote chapter part lecture
    section book books course video blog notes note summary overview background panel invited talk session week day
    slides code attention learning privacy security systems networks databases thesis article update appendix question
    answer why how what when where is are the a an on in and or to of case history perspective opinion position vision
    report technical rfc preface foreword conclusion discussion workshop year title authors author venue new""".split()
)


def name_in(title: str) -> str | None:
    """The system's name before the colon of a title: one short word, such as "Ansor"; None where none is sure."""
    found = re.match(r"(?:The )?([^\s:：]{2,20}):\s+\S", title)
    word = found[1] if found else ""
    if not re.search(r"[A-Z\d]", word) or word.lower() in _COMMON or not re.fullmatch(r"[\w$^+.*/@!μλα-]+", word):
        return None
    return word if not word.isdigit() else None


_BEHIND_LINKS = re.compile(rf"[\s\[|]*(?:{inline.LABEL}.[\s\[\],|]*){{1,9}}([A-Z][\w.+-]{{1,19}})\s*")


def name_behind_links(text: str, title: str) -> str | None:
    """What a paper called ``title`` is called for short behind its links: "[[pdf](url)] LoomNet"; "TODO" is none."""
    found = _BEHIND_LINKS.fullmatch(text)
    name = found[1] if found else ""
    shaped = re.search(r"[A-Z\d].*[A-Z\d]", name) and not (name.isalpha() and name.isupper())
    return name if name and (shaped or re.search(rf"\b{re.escape(name)}\b", title)) else None


def nickname(tags: tuple[str, ...], title: str, line: str) -> str | None:
    """The tag before a title that is its name: the title begins with it, and it is no hashtag of the ``line``."""
    for tag in tags:
        if (
            f"#{tag}" not in line
            and re.match(rf"{re.escape(tag)}\b", inline.plain(title), re.IGNORECASE)
            and len(tag.split()) <= 2
        ):
            return tag
    return None


_BEFORE_TITLE = re.compile(r"[.,]\s*(?:\(?\d{4}\)?[.,]\s*)?[\"“]?$")


def around_title(text: str, title: str) -> tuple[str, str] | None:
    """The authors before a title that is said again below it, all of it or its first words; and what is behind it."""
    if len(text) > 3000:
        return None
    low = text.lower()
    # No expression is made of a title: to compile one for every entry costs more than all else here.
    for part in (part.lower() for part in dict.fromkeys((title, title.split(",")[0])) if len(part) > 2):
        start = low.find(part) if len(low) == len(text) else -1
        while start > 0:
            end = start + len(part)
            before = _BEFORE_TITLE.search(text, 0, start)
            if before and before.start() and not re.match(r"\w", text[end : end + 1]):
                return text[: before.start()], text[end:]
            start = low.find(part, end)
    return None


def initials(words: str) -> str:
    """The capitals that words begin with, and their numbers: "LOM3D" of "Language of Old Mills in 3D"."""
    found = re.findall(r"\d+[A-Z]|[^\W\d_]+", words)
    return "".join(word if word[0].isdigit() else word[0] for word in found if not word[0].islower())


def is_spelled(short: str, title: str) -> bool:
    """Whether ``short`` is made of the letters that the words of a title begin with: "LOOM: Language of Old Mills"."""
    return len(short) > 1 and initials(title[:200]).startswith(short.upper())
