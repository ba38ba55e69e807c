"""Names of people: as they are written, as they sort, as they compare.

The orders are those of BibTeX (https://ctan.org/pkg/tamethebeast, "The author format"): "First von Last",
"von Last, First" and "von Last, Jr, First"; besides, "Last, First, Jr" of RIS and "First Last, Jr" of title pages.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Longer text is no name: it is left alone, so that no expression below runs over a whole file.
_LONGEST = 300

_PARTICLES = frozenset(
    """'s 't af al am auf aus av ben bin bint d' da dal dalla das de degli dei del della delle dello den der des
    di do dos du e el i ibn im la las le les lo los of op st. te ten ter thor till und v. van vom von y z zu zum
    zur""".split()
)
# Written with a capital, these are particles too; "Di", "La", "Al", "Ben" are as often somebody's given name.
_CAPITAL_PARTICLES = frozenset("Da De De' Del Della Den Der Des Dos Du Le Ten Ter Van Vander Von".split())
_BETWEEN = frozenset(("y", "i", "e", "und"))

_SUFFIX = re.compile(
    r"(?:Jr|Sr|Jnr|Snr|jr|sr|JR|SR|Junior|Senior|Esq)\.?|II|III|IV|VI|VII|VIII|[234](?:nd|rd|th)", re.ASCII
)
# Between commas, where no initial stands, these are suffixes as well.
_SUFFIX_ALONE = re.compile(r"V|IX|Filho|Neto|Sobrinho")
_COMPANY = re.compile(
    r"(?:Inc|Ltd|Corp|Co|Corporation|Limited|Incorporated|Company)\.?|LLC|L\.L\.C\.|LLP|GmbH|AG|PLC|plc"
)
_SUFFIX_OR_COMPANY = re.compile(rf"(?:^| )(?:{_SUFFIX.pattern}|{_COMPANY.pattern})$")
_DEGREE = re.compile(r"Ph\. ?D\.?|Ph\.?D|D\.?Sc\.?|M\.?Sc\.?|B\.?Sc\.?|MBA|MPH|Dr\.-Ing\.")
# Behind a single comma these are initials: "de Vries, M.D.".
_DEGREE_OR_INITIALS = re.compile(r"M\.?D\.?|R\.?N\.?|M\.?[AS]\.?")

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_RAISED = "\u00b2\u00b3\u00b9\u1d2c-\u1d6a\u1d9b-\u1dbf\u2070-\u209c"
_MARKS = rf"\s*†‡§¶∗⋆＊★☆✉✝#^$~|;:•·�⁎⁑{_RAISED}"
_AT_THE_END = re.compile(rf"(?:[{_MARKS}]|[(\[{{][\d,.{_MARKS}]*[)\]}}]|(?<![^\s)\]}}{_MARKS}])[\d,.]+)+$")
_AT_THE_START = re.compile(rf"^[{_MARKS},.]+")
_NUMBER_OF_A_NOTE = re.compile(r"(?<=[^\W\d_]{2})\d{1,2}$")
_POINTERS = re.compile(rf"[(\[{{][\d,.{_MARKS}]*[)\]}}]")
_FULL_STOP = re.compile(r"(?<=[a-z][a-z][a-z])\.$")
_MARKUP = re.compile(
    r"<sup>[^<>]*</sup>|<[^<>]*>|\$?\{?\^\{?[\d,*†‡§ ]+\}?\$?|\\textsuperscript\{[^{}]*\}|\\\w+\*?(?:\{\})?"
)
_ADDRESS = re.compile(
    r"[^\s@]*@[^\s@]*|(?:https?:)?/*(?:www\.)?orcid\.org\S*|\[?\(?\b(?:orcid|e-?mail)\b:?\)?\]?", re.IGNORECASE
)
_ORCID = re.compile(r"[(\[]?\d{4}-\d{4}-\d{4}-\d{3}[\dXx][)\]]?")
# Nothing to take away; most names are so.
_PLAIN = re.compile(
    r"[A-Za-z\u00c0-\u024f](?:[A-Za-z\u00c0-\u024f]|['’.-](?=[A-Za-z\u00c0-\u024f-])|\.? (?=[A-Za-z\u00c0-\u024f]))*"
)

_SIMPLE = re.compile(r"[^\W\d_](?:[^\W\d_]|[ ,.*'’-])*")

# "Wei Zhang (张伟)": the name once more.
_ASIDE = re.compile(r"\([^()]*\)")

_IDEOGRAPHS = (
    "\u1100-\u11ff\u3005-\u3007\u3040-\u309f\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003134f"
)
_EASTERN = re.compile(rf"[\u30a0-\u30ff{_IDEOGRAPHS}]")
_FAMILY_FIRST = re.compile(rf"[{_IDEOGRAPHS} ]+")
_INITIALS = re.compile(r"[^\W\d_](?:\.-?[^\W\d_])*\.?")
_UNACCENTED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
)


@lru_cache(maxsize=1 << 16)
def person(text: str) -> str:
    """One name as people write it: "Knuth, Donald E." and "Donald E. Knuth 0001*" are both "Donald E. Knuth".

    Returns it in display order without a comma, or "" where nothing of a name is left; ``person`` of that is the same.
    """
    if _is_plain(text):
        return text
    name = _read(text)
    while not _is_plain(name) and (again := _read(name)) != name:
        name = again
    return name


@lru_cache(maxsize=1 << 16)
def parts(name: str) -> tuple[str, str, str]:
    """(given names, family name with its particles, suffix) of a name as ``person`` gives it.

    ``person`` of "family, suffix, given" (without what is empty) is ``name`` again; a name that has no such order, an
    organisation's, one of a single word or in ideographs, is all family.
    """
    words = name.split(" ")
    if len(words) < 2 or _EASTERN.search(name) or _COMPANY.fullmatch(words[-1]) or words[0] in _PARTICLES:
        return "", name, ""
    suffix = words.pop() if len(words) > 2 and _SUFFIX.fullmatch(words[-1]) else ""
    begins = _family_begins(words)
    given, family_ = " ".join(words[:begins]), " ".join(words[begins:])
    turned = f"{family_}, {suffix}, {given}" if suffix else f"{family_}, {given}"
    return (given, family_, suffix) if person(turned) == name else ("", name, "")


@lru_cache(maxsize=1 << 16)
def family(name: str) -> str:
    """The family name as it compares: the last word of it, without particles, accents, case, signs and suffix.

    "A. Vaswani" and "Ashish Vaswani" share it, and so do "J. García-López" and "Juan Garcia Lopez".
    """
    name = person(name)
    if "(" in name:
        name = " ".join(_ASIDE.sub(" ", name).split()) or name
    given, last, _ = parts(name)
    if _COMPANY.fullmatch(last.rpartition(" ")[2]):
        last = last.rpartition(" ")[0] or last
    if given and len(given) > 2 and _INITIALS.fullmatch(last) and not _INITIALS.fullmatch(given):
        last = given  # "Knuth D.": as indexes print it
    plain = unicodedata.normalize("NFKD", last.casefold()).translate(_UNACCENTED)
    if _EASTERN.search(name):
        return unicodedata.normalize("NFC", "".join(filter(str.isalnum, plain)))
    words = re.sub(r"[-‐‑–—]", " ", plain).split()
    kept = [word for raw in words if (word := "".join(filter(str.isalnum, raw)))]
    return kept[-1] if kept else last.casefold()


def _is_plain(text: str) -> bool:
    """Whether there is nothing to take away or to turn round, as in most names."""
    if len(text) > _LONGEST or not _PLAIN.fullmatch(text):
        return False
    low = text.lower()
    return "mail" not in low and "orcid" not in low


def _read(text: str) -> str:
    text = " ".join(_UNSEEN.sub("", text).split())
    if len(text) > _LONGEST:
        return " ".join(text.replace(",", " ").split())
    if not _SIMPLE.fullmatch(text):
        text = _without_markup(text)
    pieces = [piece for part in text.split(",") if (piece := _without_marks(part))]
    all_of_it = len(pieces)
    while len(pieces) > 1 and (
        (_DEGREE.fullmatch(pieces[-1]) and (len(pieces) > 2 or " " in pieces[0]))
        or (
            _DEGREE_OR_INITIALS.fullmatch(pieces[-1])
            and (len(pieces) > 2 or (len(pieces) < all_of_it and " " in pieces[0]))
        )
    ):
        pieces.pop()
    name = unicodedata.normalize("NFC", _ordered(pieces))
    return name.replace(",", " ")


def _without_markup(text: str) -> str:
    text = _POINTERS.sub(" ", text)
    text = _MARKUP.sub(" ", _ORCID.sub(" ", text)) if re.search(r"[\\<^]|\d{4}-\d", text) else text
    return _ADDRESS.sub(" ", text) if re.search(r"@|orcid|mail", text, re.IGNORECASE) else text


def _without_marks(text: str) -> str:
    """Without what points to a footnote, numbers a namesake or says how to reach somebody."""
    text = text.strip()
    if _PLAIN.fullmatch(text):
        return text
    text = _AT_THE_START.sub("", text)
    text = _NUMBER_OF_A_NOTE.sub("", _AT_THE_END.sub("", text))
    return " ".join(_FULL_STOP.sub("", text).split()) if not _SUFFIX_OR_COMPANY.search(text) else " ".join(text.split())


def _ordered(pieces: list[str]) -> str:
    """The name of what stands between commas: the family first, a suffix where it may stand, given names."""
    if len(pieces) < 2:
        return "".join(pieces)
    last, *others = pieces
    if any(_COMPANY.fullmatch(piece) for piece in others):
        return " ".join(pieces)
    if len(others) == 1 and _FAMILY_FIRST.fullmatch(last + others[0]):
        return last + others[0]
    suffix = ""
    for place in (0, -1):
        if _SUFFIX.fullmatch(others[place]) or (len(pieces) > 2 and _SUFFIX_ALONE.fullmatch(others[place])):
            suffix = others.pop(place)
            break
    given = " ".join(others)
    first, _, final = given.rpartition(" ")
    if first and not suffix and _SUFFIX.fullmatch(final):
        given, suffix = first, final
    return " ".join(part for part in (given, last, suffix) if part)


def _family_begins(words: list[str]) -> int:
    """Where in a name in display order the family name begins: before its particles."""
    end = len(words) - 1
    for place in range(1, end):
        word = words[place]
        if word in _BETWEEN:
            return max(1, place - 1)
        if word in _PARTICLES or (
            word in _CAPITAL_PARTICLES
            and all(other in _PARTICLES or other in _CAPITAL_PARTICLES for other in words[place:end])
        ):
            return place
    return end
