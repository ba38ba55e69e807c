"""What stands in one cell of an export: people, words, a status, a rating, a year."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from readtrack.csl_types import FROM_BIBTEX, FROM_ZOTERO
from readtrack.identifiers import found_in
from readtrack.importers._csv import bare
from readtrack.importers._days import moment_of, moment_of_epoch
from readtrack.model import Author, Draft, Reading
from readtrack.names import person
from readtrack.schema import TYPES

# What programs and people call a status, as ``bare`` gives it. "" is a word for "nothing yet".
_STATUSES = {
    "read": """read reads done finished finish complete completed yes y x true 1 archive archived ✓ ✔ ☑ ✅ v ok
        gelesen fertig erledigt ja leido leida si lu lue termine oui lido lida sim letto letta 已读 读完 完成 是
        既読 読了 읽음 прочитано прочитана да przeczytane gelezen zuendegelesen abgeschlossen alreadyread""",
    "reading": """reading currentlyreading inprogress started begun ongoing current now wip paused onhold
        onpause halfread partlyread partiallyread partial wirdgelesen inarbeit angefangen lese leyendo
        enprogreso enproceso encours lecture lendo emandamento inlettura 在读 阅读中 进行中 読書中 읽는중 читаю
        doing stillreading inreview rereading resting""",
    "queued": """toread queued queue todo wanttoread wishlist tbr planned plan next later readlater upnext
        readnext toberead want wanted backlog shortlist zulesen porleer pendiente alire aler daleggere 待读 想读
        未読 읽을예정 кпрочтению shelved readinglist""",
    "skimmed": """skimmed skim skimming browsed glanced scanned ueberflogen überflogen uberflogen survole
        hojeado 略读 粗读""",
    "abandoned": """abandoned dnf didnotfinish didntfinish dropped drop gaveup givenup unfinished stopped
        discarded rejected abgebrochen abandonado abandonada abandonne abbandonato 弃读 放弃 брошено
        couldnotfinish notfinished skipped skip""",
    "unread": """unread no n false 0 notread notstarted notyet new open none ungelesen nein noleido nonlu non
        nao naolido 未读 否 不 нет inbox saved ☐ ✗ ✘ ❌""",
}
_STATUS_OF = {bare(word) or word: status for status, words in _STATUSES.items() for word in words.split()}

_RATING = re.compile(
    r"(\d{1,3}(?:[.,]\d{1,6})?)\s*(?:(?:/|of|out of|von)\s*(\d{1,3})|(%)|stars?|★|⭐\ufe0f?)?", re.IGNORECASE
)
_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv|ph\.? ?d|m\.? ?d|esq)\.?", re.IGNORECASE)
_INITIALS = r"(?:[^\W\d_a-z]\.?[ -]?){1,4}"
_OTHERS = re.compile(r"(?:[,;]?\s*(?:and|&|et)?\s*(?:\bet al\b\.?|\bothers\b|\bu\. ?a\.|…|\.{3}))\s*$", re.IGNORECASE)


def status_of(text: str) -> str | None:
    """The status, one of ``schema.STATUSES``, that a word in one of several languages means; None: no such word."""
    return _STATUS_OF.get(bare(text) or text.strip()) if text.strip() else None


def undated(times: int) -> tuple[Reading, ...]:
    """So many times read, nobody knows when; a number that no reader reaches is a slip."""
    return (Reading("read"),) * times if 0 < times <= 50 else ()


def reading_of(status: str | None, **facts: Any) -> tuple[Reading, ...]:
    """The reading, with ``facts``, that a status stands for; none for what is unread."""
    return (Reading(status, **facts),) if status and status != "unread" else ()


def count_of(text: str) -> int:
    """The number in a cell of counts; 0 for anything else."""
    return int(text) if re.fullmatch(r"\d{1,4}", text, re.ASCII) else 0


def rating_of(text: str) -> int | None:
    """A rating as a whole number from 1 to 5, half a star rounded up; None where there is none, and for 0.

    "4", "4.25", "4/5", "8/10", "80%", and stars in any form.
    """
    text = text.strip()
    if found := _RATING.fullmatch(text):
        most = 100 if found[3] else int(found[2] or 5)
        value = float(found[1].replace(",", ".")) * 5 / most if most else 0
    else:
        value = text.count("★") + text.count("⭐") + text.count("🌟") + 0.5 * text.count("½")
        value = value or (len(text) if set(text) == {"*"} else 0)
    return max(1, int(value + 0.5)) if 0 < value <= 5 else None


def year_of(text: str) -> int | None:
    """The first year that stands in ``text``."""
    found = re.search(r"(?<!\d)(1[4-9]\d\d|20\d\d)(?!\d)|^\s*((?:19|20)\d\d)[01]\d[0-3]\d\s*$", text, re.ASCII)
    return int(found[1] or found[2]) if found else None


def words_of(text: str, separators: str = ";|\n") -> tuple[str, ...]:
    """The words of a cell of tags: parted by any of ``separators``, by commas where there is none of them."""
    parting = separators if any(char in text for char in separators) else ","
    listed = re.fullmatch(r"\s*\[(.*)\]\s*", text, re.DOTALL)
    parts = re.split(f"[{re.escape(parting)}]", listed[1] if listed else text)
    return tuple(word for part in parts if (word := part.strip().strip("\"'#").strip()))


def authors_of(people: Iterable[str]) -> tuple[Author, ...]:
    """Authors by names in either order, without those that are none."""
    return tuple(Author(person(name)) for name in people if any(char.isalpha() for char in name))


def people(text: str) -> tuple[Author, ...]:
    """The authors in one cell, however its program parts them: by semicolons, bars, "and", or commas.

    Commas part names only where what is between them cannot be a family name followed by given names.
    """
    text = re.sub(r"\s+", lambda blanks: "\n" if "\n" in blanks[0] else " ", text.strip())
    text = re.sub(r" ?\(\d{6,}\)", "", text)  # Scopus writes its numbers of authors behind their names
    if listed := re.fullmatch(r"\[(.*)\]", text, re.DOTALL):
        quoted = re.findall(r"\"([^\"]*)\"|'([^']*)'", listed[1])
        return authors_of(["".join(pair) for pair in quoted] or listed[1].split(","))
    text = text[:-40] + _OTHERS.sub("", text[-40:])
    for separator in (r";", r"\||\n", r"[、，；]|\s&&\s"):
        if re.search(separator, text):
            return authors_of(part.strip(" ,") for part in re.split(separator, text))
    text = re.sub(r",? (?:and|AND|&|und|et|y) ", " and ", text)
    between = text.split(",")[1:-1]
    if between and not any(" and " in part for part in between):
        text = text.replace(" and ", ", ")  # A, B and C: one list, not names with commas in them
    parts = text.split(" and ")
    if len(parts) > 2:
        return authors_of(parts)
    return tuple(author for part in parts for author in _by_commas(part))


def _by_commas(text: str) -> tuple[Author, ...]:
    parts: list[str] = []
    for part in filter(None, (part.strip() for part in text.split(","))):
        if parts and _SUFFIX.fullmatch(part):
            parts[-1] += f" {part}"
        else:
            parts.append(part)
    given = [bool(re.fullmatch(_INITIALS, part)) for part in parts]
    if len(parts) >= 2 and len(parts) % 2 == 0 and all(given[1::2]) and not any(given[::2]):
        return authors_of(f"{parts[n]}, {parts[n + 1]}" for n in range(0, len(parts), 2))  # Knuth, D. E., Graham, R. L.
    if len(parts) == 2 and (" " not in parts[0] or " " not in parts[1] or parts[0][0].islower()):
        return authors_of([text])  # Knuth, Donald E.
    return authors_of(_reordered(parts))


def _reordered(parts: list[str]) -> list[str]:
    """Names with their initials behind them, as Scopus and PubMed write them, in the order in which they are said."""
    behind = [re.fullmatch(rf"(.*[^\W\d_]{{2}}\S*) ({_INITIALS})", part[:100]) for part in parts]
    if not all(behind) or (len(parts) == 1 and "." not in parts[0]):
        return parts
    return [f"{found[1]}, {found[2]}" for found in behind if found]


def web_page(title: str, url: str, **facts: Any) -> Draft:
    """A draft of a saved web page; one that is the page of a paper is an article, and its title the paper's.

    ``facts``: more of the draft, by name.
    """
    title = title.strip() or url
    paper = bool(found_in(url.strip()))
    if paper:
        title = re.sub(r"^\[(?:[a-z-]+(?:\.[A-Z]{2})?/\d{7}|\d{4}\.\d{4,5})(?:v\d+)?\]\s*", "", title) or title
    return Draft(title, url=url.strip() or None, type="article" if paper else "webpage", **facts)


def saved_at(text: str) -> str | None:
    """When a page was saved: seconds, or more exact, since 1970, as every service but a few writes it."""
    return moment_of_epoch(text) or moment_of(text)


# What databases and people call a type beside the words of Zotero, BibTeX and CSL.
_TYPES = {
    "article-journal": """journal journalpaper earlyaccess fulllengtharticle researcharticle originalarticle artikel
        articulo articles datapaper""",
    "article-magazine": "magazine ieeemagazine",
    "article-newspaper": "newspaper",
    "article": "preprint paper arxiv eprint workingpaper",
    "paper-conference": """proceedingspaper conferencepublication workshoppaper workshop conferencearticle
        ieeeconferencepublications ieeeconferences""",
    "book": "books monograph ebook buch livre libro editedbook conferencereview",
    "chapter": "bookchapter bookpart",
    "thesis": "dissertation doctoralthesis masterthesis",
    "report": "technicalreport whitepaper",
    "review": "reviewarticle literaturereview shortsurvey survey systematicreview",
    "webpage": "website web page link site documentation onlinedatabase",
    "post-weblog": "blog weblog",
    "post": "tweet socialmediapost",
    "dataset": "data",
    "software": "code program tool",
    "speech": "talk lecture slides",
}
_TYPE_OF = {
    **{bare(type_): type_ for type_ in TYPES},
    **FROM_ZOTERO,
    **FROM_BIBTEX,
    **{word: type_ for type_, words in _TYPES.items() for word in words.split()},
}


def type_of(text: str) -> str | None:
    """The CSL type that a word of another program means; None: it is no such word."""
    return _TYPE_OF.get(bare(text))
