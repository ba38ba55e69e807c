"""What a word or a line on a reading list says of how far a paper was read -> a reading."""

from __future__ import annotations

import re

from readtrack.importers._days import day_of
from readtrack.importers.markdown.markup.inline import BOLD, BOLD_END, EM, EM_END, LABEL, LINK, LINK_END, plain
from readtrack.importers.markdown.said.groups import Facts
from readtrack.importers.markdown.said.place import venue_of
from readtrack.model import Reading
from readtrack.schema import STATUSES

_WORDS = {
    "read": "read", "done": "read", "finished": "read", "completed": "read", "complete": "read",
    "reading complete": "read", "reading completed": "read", "finished reading": "read", "yes": "read", "✓": "read",
    "currently reading": "reading",
    "reading": "reading", "in progress": "reading", "started": "reading", "wip": "reading", "current": "reading",
    "queued": "queued", "to read": "queued", "to-read": "queued", "todo": "queued", "planned": "queued",
    "next": "queued",
    "want to read": "queued", "skimmed": "skimmed", "abandoned": "abandoned", "dropped": "abandoned",
    "unread": "unread", "not read": "unread", "no": "unread", "not started": "unread",
    "true": "read", "√": "read", "是": "read", "false": "unread", "否": "unread",
    "已读": "read", "读过": "read", "读完": "read", "已读完": "read", "已看": "read", "看过": "read", "既読": "read",
    "読了": "read", "在读": "reading", "正在读": "reading", "阅读中": "reading", "読書中": "reading",
    "待读": "queued", "想读": "queued", "未读": "unread", "未読": "unread",
}  # fmt: skip
_PARTS = {
    "started_on": r"started (\d{4}(?:-\d\d){0,2})",
    "finished_on": r"finished (\d{4}(?:-\d\d){0,2})",
    "progress": r"progress ([^\s,]+)",
    "rating": r"rated ([1-5])",
    "priority": r"priority (\w+)",
    "due_on": r"due (\d{4}-\d\d-\d\d)",
}


def status_in(text: str) -> str | None:
    """The status that a word such as "Done" or "to read" means."""
    return _WORDS.get(" ".join(text.strip(" .*_`").lower().split()))


_WHICH = re.compile(
    rf"[{BOLD}{EM}]*([^\W\d_][\w'’-]{{2,15}}(?:\s[^\W\d_]{{3,12}})?)\spaper(s?)[{BOLD_END}{EM_END}]*\s?[:：]"
    rf"[{BOLD_END}{EM_END}]*\s*(?={LINK}.\S+\s\S+\s)",
    re.IGNORECASE,
)
_MET_FOR = re.compile(r"(?:the )?(?:chosen|discussed|main|presented|selected|today['’]s)|the|this|our", re.IGNORECASE)
_PRIZED = re.compile(r"(?:best|distinguished|outstanding)\b", re.IGNORECASE)


def which_paper(text: str) -> tuple[int, Facts] | None:
    """Which paper a link is to the list, and where that begins: "Presented paper: [Looms](url)", "Best Paper: ..."."""
    found = _WHICH.match(text)
    met_for = found and _MET_FOR.fullmatch(found[1])
    if not found or (found[2] and not met_for):
        return None  # "Turin Papers: ..." is a title
    which, status = found[1], status_in(found[1])
    if status in ("read", "unread"):
        return found.end(), Facts(read=status == "read")
    tag = f"{which} paper".lower() if _PRIZED.match(which) else which
    return found.end(), Facts(tags=() if met_for else (tag,))


def reading_of(text: str) -> Reading | None:
    """A reading from "read, finished 2020-11-05, rated 4"; None where no status is told."""
    word, _, rest = text.strip().partition(",")
    status = status_in(word)
    if status not in STATUSES:
        return None
    said = {fact: found[1] for fact, pattern in _PARTS.items() if (found := re.search(rf"\b{pattern}", rest))}
    rating = said.pop("rating", None)
    return Reading(status, rating=int(rating) if rating else None, **said)


_READ_ON = re.compile(
    r"[*_\s]*(?:(?:date read|read on|read(?:ing)? date|阅读(?:日期|时间))[*_]*\s*[:：][*_]*\s*|read on\s+)"
    r"(\d[\w /.,-]{4,30}|[A-Z][a-z]{2,8}\.? \d[\w ,]{3,12})",
    re.IGNORECASE,
)
"""A line that says when a paper was read: "Reading date: 5 November 2020"."""


def read_on(text: str) -> Reading | None:
    """A reading that ended on the day of a line such as "Date read: 2020-11-05"; None where the line names no day.

    One in numbers that may be two, "09/10/2020", tells only that the paper was read.
    """
    found = _READ_ON.fullmatch(text.strip())
    day = day_of(found[1].strip()) if found else None
    numbers = found and re.fullmatch(r"\d{1,2}([./-])\d{1,2}\1\d{4}", found[1].strip())
    return Reading("read", finished_on=day) if day or numbers else None


_TOLD = re.compile(
    r"([A-Za-z][A-Za-z -]{2,20}?|[\u4e00-\u9fff]{2,4})(?:,?\s+(?:on\s+)?\(?((?=\D{0,12}\d)[^()\n]{6,30})\)?)?"
)


def remarked(text: str) -> Reading | None:
    """A reading from a remark that says nothing else: "currently reading", "Read (10 April 2024)"."""
    reading = _stated(text)
    return reading if reading and reading.status != STATUSES[0] else None


def _stated(text: str) -> Reading | None:
    """How far a paper was read, "Unread" too, where ``text`` says that and nothing else."""
    found = _TOLD.fullmatch(text.strip(" .*_`"))
    status = status_in(found[1] if found else text)
    day = day_of(re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", found[2])) if found and found[2] else None
    told = not (found and found[2]) or (day and status == "read")
    return Reading(status, finished_on=day) if told and status else None


_BOXED = re.compile(r"\[[xX✓√]\]\s*(?=\S)")


def alone_below(text: str) -> Reading | None:
    """A reading from what stands alone below an entry: "已读", "Done", "[x] read", whose box may be empty as well."""
    boxed = _BOXED.match(text)
    said = text[boxed.end() :] if boxed else text
    told = len(said) <= 40 and said.lower().strip(" .*_`") not in _OF_TITLES - {"reading"}
    return remarked(said) if told else None


_OF_TITLES = frozenset("yes no next current complete completed started planned dropped reading true false".split())
"""What a title may end in, too: "The Roots of Weaving - Complete"."""
_SET_OFF = re.compile(
    rf"\s?[(\[（【](?P<said>[^()\[\]（）【】{LINK}{LABEL}\n]{{2,40}})[)\]）】]\s*$|(?<=[{LINK_END}{BOLD_END}])\s?(?P<bare>[\u4e00-\u9fff]{{2,3}})\s*$"
)
"""What stands in brackets at the end of a line, or there in Chinese: "Looms (read)", "[Looms](url) 已读"."""
_PLACED = re.compile(rf"([A-Za-z][A-Za-z -]{{2,20}})([{BOLD_END}{EM_END}]*(?:,\s|\s(?=\())[^\n]{{4,60}})")
"""A status, and what stands behind it: "read, OSDI 2020"."""


_LOUD = re.compile(rf"(?<={LABEL}.)\s?\[([A-Z]{{4,10}})\](?=\s*(?:\n|$))")
"""That a paper was read, in brackets and capitals behind its links, as what is no link: "[pdf](url) [READ]"."""


def _set_off(said: str) -> Reading | None:
    """What is set off at the end of a line, where it says how far a paper was read, perhaps on which day."""
    dated = _stated(said)
    return dated if dated and said.lower().strip(" .") not in _OF_TITLES - {"reading"} else None


def take_status(text: str) -> tuple[str, Facts]:
    """A line without the " - Read (10 April 2024)" at its end, whose day is none of the paper's.

    Where and when the paper appeared may stand behind it, and what is bold or in italics may end there.
    """
    if (loud := _LOUD.search(text)) and (reading := _stated(loud[1])) and reading.status == "read":
        return text[: loud.start()] + text[loud.end() :], Facts(read=True)
    if (off := _SET_OFF.search(text)) and (reading := _set_off(off["said"] or off["bare"])):
        return text[: off.start()], Facts(tags=(reading.status,), remark=off["said"] or off["bare"])
    cut = max(text.rfind(f" {dash} ") for dash in "-–—")
    said = text[cut + 3 :].strip() if cut > 0 else ""
    placed = _PLACED.fullmatch(said)
    if placed and (place := venue_of(plain(placed[2]).strip(" ,"))) and all(place):
        said, behind = placed.groups()
    else:
        whole, said = said, said.rstrip(f"{BOLD_END}{EM_END}")
        behind = whole[len(said) :]
    reading = _stated(said) if len(said) <= 60 and said.lower().strip(" .") not in _OF_TITLES else None
    if not reading:
        return text, Facts()
    return text[:cut] + behind, Facts(tags=(reading.status,), remark=said if reading.status != STATUSES[0] else "")
