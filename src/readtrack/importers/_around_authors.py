"""What stands around the names in a line of authors: labels, "et al.", who edited, marks of equal contribution."""

from __future__ import annotations

import re

from readtrack.importers._organisations import is_organisation

_LABEL = re.compile(r"^(?:authors?|作者)\s*[:：]\s*", re.IGNORECASE)
_BY = re.compile(r"^by\s+", re.IGNORECASE)
_TEAM = re.compile(r"^(?:[A-Z][\w.&-]{0,30} ){1,4}(?:Collaboration|Consortium|Group|Team)(?:\s?:|, :,)\s+(?=[A-Z])")
"""Those together whose members follow, as arXiv has them: "Loom Team: Ada Lovelace, Alan Turing"."""
OTHERS = re.compile(
    r"[,;]?\s?(?:\(?\bet\.?\s?al\b\.?\)?"
    r"|(?:\b(?:and|&)|\+) ?(?:(?:many|several|some|\d{1,4}) )?(?:(?:more|other|additional) )?"
    r"(?:others|collaborators|colleagues|more|(?:co-?)?authors|contributors)\b|(?<=, )others|等人?|…|\.\.\.)\.?\s?$",
    re.IGNORECASE,
)
_OTHERS_AT = re.compile(r"([^;()]{3,2000}?),?\s\bet\.?\s?al\b\.?,?\s+([^\W\d_a-z][^;()]{2,200})")
"""Where those work who wrote something with others: "Ada Lovelace, Alan Turing et al. University of Weft"."""
OTHERS_IN = re.compile(r"\s[Ee]t\.?\s?al\b\.?,?\s?[(（](?=[^\W\d_])")
"""The same in brackets: "Ada Lovelace et al. (Loom Lab)"."""
_LEFT_OUT = re.compile(r",?\s*(?:\.{3}|…),?\s+(?:and\s+|&\s+)?(?=\w)")
"""Where authors between the first and the last are left out."""
_ETC = re.compile(r"[,;]?\s+etc\b\.?\s*$", re.IGNORECASE)
"""How some say that there are more; subjects end in it, too."""
_COUNT = re.compile(
    r"(?<=\S)\s?[(\[（](?:\+\s?|and |共)?\d{1,4}\s?(?:(?:more )?(?:authors?|others?|people)|more|total|位作者|人)"
    r"(?: (?:in )?total)?[)\]）]$"
)
"""How many wrote something, behind those of them who are named: "Ada Lovelace et al. (11 authors)"."""
_EDITORS = re.compile(r"[,;]\s+(?:guest )?(?:editors?|eds)\.?$", re.IGNORECASE)
_MARKS = re.compile(
    r"[*∗†‡§¶#⋄♢♦♠♣♥✉]+|\((?:equal contribution|(?:co-?)?first(?: authors?)?|last(?: author)?|lead"
    r"|corr(?:es(?:p|ponding)?)?\.?(?: authors?)?)\)",
    re.IGNORECASE,
)
MEMBER = r"(?:(?:Associate|Graduate|Life|Senior|Student)\s){0,2}(?:Fellow|Member)\b"
_GRADE = re.compile(rf",\s{MEMBER},?\s(?:ACM|IEEE)(?=[,;.*_]|\s(?:and|&)\s|$)")
"""What a society calls one of its members, behind the name: "Ada Lovelace, Senior Member, IEEE"."""
_ABBREVIATED = re.compile(
    r"(?:^|[\s.,(\-])(?:inc|ltd|co|corp|jr|sr|univ|inst|dept|llc|\w|s\.a|u\.s|technol|labs?)\.$", re.IGNORECASE
)
_DOTS = re.compile(r"\s?[·•⋅∙‧|]\s|\s/\s")
_TIED = re.compile(r"(?<=\b[A-Z]\.)~(?=[^\W\d_a-z])")
"""The blank of LaTeX at which no line is broken."""
_HOMONYM = re.compile(r"(?<=\w) 0\d{3}(?=\s*(?:[,;]|\s(?:and|&)\s|$))")
"""How dblp tells people of one name apart: "Ada Lovelace 0001"."""

_WRAPPED = re.compile(r"^[(（]([^()（）]{3,2000}?(?:[,;、，]| and | & )[^()（）]{3,2000})[)）]$")
"""Several names in brackets: "(Ada Lovelace, Alan Turing)"."""


def names_in(line: str, surely: bool) -> tuple[str, bool, bool]:
    """The names of one line and where those work; whether it says that there are more; whether they surely are people.

    ``surely``: that is known already.
    """
    text = _HOMONYM.sub("", _TIED.sub(" ", _WRAPPED.sub(r"\1", " ".join(line.split()).rstrip("\\ "))))
    if "," not in text:
        text = _DOTS.sub(", ", text)
    label = _LABEL.match(text)
    text = _TEAM.sub("", _BY.sub("", text[label.end() :] if label else text))
    surely = surely or bool(label)
    text, between = _LEFT_OUT.subn(", ", _ETC.sub("", text) if surely else text)
    text = _GRADE.sub("", _EDITORS.sub("", _COUNT.sub("", text.rstrip(" ,;("))))
    placed = _OTHERS_AT.fullmatch(text) if surely else None
    bare = f"{placed[1]}, {placed[2]}" if placed and is_organisation(placed[2]) else OTHERS.sub("", text)
    others = bare != text or between > 0
    text = _MARKS.sub("", _counted(bare)).strip(" ,;").removesuffix(" and").rstrip(" ,")
    if text.endswith(".") and not _ABBREVIATED.search(text):
        text = text[:-1].rstrip()
    return text, others, surely


_SIGN = re.compile(r"(?:^|[\s,;])([*∗†‡§¶‖#])\s?[A-Z]")


def _counted(text: str) -> str:
    """The signs behind names as numbers, where those before affiliations are such: "A†, B‡ †Univ X, ‡Univ Y"."""
    signs = dict.fromkeys(_SIGN.findall(text))
    if len(signs) < 2 or re.search(r"\d", text):
        return text
    return text.translate({ord(sign): str(number) for number, sign in enumerate(signs, 1)})
