"""A line without what stands before its title -> the title, and what is said behind it.

The grammars, all met in the wild: ``[Title](url) by A, B, VENUE YEAR``; ``**Title** (2015)``; ``*Title* by A``;
``[Title] VENUE YEAR``; ``A, B. "Title." VENUE (2015)``; ``[Name](url): The rest of the title | VENUE '24``.
"""

from __future__ import annotations

import re

from readtrack.importers._people import is_common, is_sure, likeness
from readtrack.importers.markdown.line.cited import (
    alone_behind_people,
    before_colon,
    behind_bold,
    behind_people,
    between_commas,
    cited,
    credited,
    dated_link,
)
from readtrack.importers.markdown.line.ends import (
    aside_in,
    ends_dated,
    line_end,
    sentence_end,
    tail,
    without_unfilled,
)
from readtrack.importers.markdown.line.linked import in_link, unlabelled
from readtrack.importers.markdown.line.named import named_by
from readtrack.importers.markdown.line.prelude import prelude
from readtrack.importers.markdown.line.slanted import slanted_in
from readtrack.importers.markdown.line.standards import dblp, gb, han, linked_title, nature, nlm, summary, within
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.markup.inline import (
    BOLD,
    BOLD_END,
    CODE,
    CODE_END,
    EM,
    EM_END,
    LABEL,
    LINK,
    LINK_END,
    STRUCK,
    STRUCK_END,
)
from readtrack.importers.markdown.said.facts import facts_of
from readtrack.importers.markdown.said.groups import Facts, take_signs
from readtrack.importers.markdown.said.people import (
    families_in,
    families_in_italics,
    people_alone,
    people_in,
    turned_in,
)
from readtrack.importers.markdown.said.place import YEAR, is_place, venue_of
from readtrack.importers.markdown.said.titles import is_cased
from readtrack.importers.markdown.said.writers import without_families
from readtrack.model import Author

_OPENING = rf"[{BOLD}{EM}{STRUCK}\s\"“«]*"
_TITLE_LINK = re.compile(rf"({_OPENING}){LINK}(.)([^{LINK_END}]*){LINK_END}([{BOLD_END}{EM_END}{STRUCK_END}\"”»]*)")
_BOLD_TITLE = re.compile(rf"[{EM}{STRUCK}\"“]*{BOLD}([^{BOLD_END}]*){BOLD_END}[{EM_END}{STRUCK_END}\"”]*")


def title_in(text: str, authors_known: bool) -> tuple[str, Facts, str] | None:
    """(title, facts, how sure) of ``text``, in which the title comes first or behind its authors."""
    return (
        _linked(text, authors_known)
        or _emphasised(text, authors_known)
        or _italic(text)
        or _bracketed(text)
        or slanted_in(text)
        or summary(text)
        or dblp(text)
        or gb(text)
        or han(text)
        or nlm(text)
        or linked_title(text)
        or nature(text)
        or cited(text)
        or behind_people(text)
        or dated_link(text)
        or within(text)
        or between_commas(text)
        or credited(text)
        or before_colon(text)
        or alone_behind_people(text)
        or _plain_words(text, authors_known)
    )


def _linked(text: str, authors_known: bool) -> tuple[str, Facts, str] | None:
    """``[Title](url) ...``, also ``[Name](url): the rest of the title | ...``."""
    found = _TITLE_LINK.match(text)
    if not found or not inline.plain(found[3]):
        return None
    title, after = found[3], text[found.end() :]
    if inner := _shorter(text, found, 3):
        said = _linked(inner[0], authors_known)
        return (said[0], inner[1].over(said[1]), said[2]) if said else None
    if whole := in_link(title):
        return whole[0], whole[1].over(facts_of(after, True)), "link"
    if dated := re.fullmatch(rf"(.{{2,80}}?)\s*\(({YEAR})\)", inline.plain(title)):
        title, people = without_families(dated[1])
        return title, Facts(None, int(dated[2]), people).over(facts_of(after, authors_known)), "link"
    if CODE_END in title and (nick := re.fullmatch(rf"{CODE}([^{CODE_END}]*){CODE_END}", title.strip())):
        title = nick[1]
    if len(inline.plain(title).split()) <= 3 and (named := named_by(inline.plain(title), after)):
        return named
    title, after = _longer(title, after)
    title, inside = ends_dated(title, (told := facts_of(after, authors_known)).authors)
    return title, with_writer(inside.over(told)), "link"


def _shorter(text: str, found: re.Match[str], group: int) -> tuple[str, Facts] | None:
    """``text`` without the prelude that stands inside a link or bold words, and what it said."""
    shorter, said = prelude(found[group], inside=True, behind=text[found.end() :])
    if not re.search(r"\w\w", shorter) or len(shorter) >= len(found[group].lstrip(" \n*·•-–,")):
        return None
    return f"{text[: found.start(group)]}{shorter}{text[found.end(group) :]}", said


def with_writer(facts: Facts) -> Facts:
    """``facts`` where a remark that is only one person's name is who wrote it: "by Ada Lovelace", "Andrew Hunt"."""
    families = families_in_italics if EM in facts.remark else families_in
    if not facts.authors and (people := families(facts.remark)):
        return facts._replace(authors=people, remark="")
    pair = inline.plain(facts.remark).strip(" .;,")
    if (
        not facts.authors
        and re.fullmatch(r"[^,;&]+ (?:and|&) [^,;&]+", pair)
        and all(re.search(r"\w[ .]\w", one.name) for one in people_alone(pair))
    ):
        return facts._replace(authors=people_alone(pair), remark="" if people_alone(pair) else facts.remark)
    credit = re.match(r"\W*by\s+", facts.remark)
    told = credit or re.fullmatch(rf"[\s.,]*{EM}[^{EM_END}]*(?:{EM_END}[\s.,]*)?", facts.remark)
    name = inline.plain(facts.remark[credit.end() if credit else 0 :]).strip(" .*")
    name = re.sub(r",?\s+etc$", "", name) if credit else name
    initialled = re.search(r",.*\s[A-Z]$", name)
    if not facts.authors and (not told or initialled) and (turned := turned_in(name)):
        return facts._replace(authors=turned, remark="")
    if told and not facts.authors and "," in name and (people := people_alone(name)):
        return facts._replace(authors=people, remark="")
    if facts.authors or "," in name or not 2 <= len(name.split()) <= 4 or likeness(name) != 2 or is_place(name):
        return facts
    return facts._replace(authors=(Author(name),), remark="") if told or is_sure(name) else facts


def _longer(title: str, after: str) -> tuple[str, str]:
    """A short name and the rest of its title behind a colon; the name alone where a remark follows instead."""
    ended = inline.plain(title).endswith((":", "："))
    colon = re.match(rf" ?(?=[^\s{LABEL}])" if ended else rf" ?[:：] ?(?=[^\s{LABEL}])", after)
    if not colon:
        return title, after
    end = re.search(rf"\s*(?:\||{LABEL}|\n|$|{CODE}|\s?[(（]\s*(?=[^()]*{YEAR}|@))", after[colon.end() :])
    rest = after[colon.end() : colon.end() + (end.start() if end else 0)]
    words = len(rest.split())
    if not 2 <= words <= 30 or re.search(r"[.!?]\s+\w", rest) or LINK in rest or _is_credit(rest):
        return title, after
    opens = re.match(r"(?:an? |the )?[A-Z]", rest)
    if (ended or len(inline.plain(title).split()) > 3) and not (opens and is_cased(rest)):
        return title, after
    cut = tail(rest, False)
    return f"{inline.plain(title).rstrip(':：')}: {rest[: cut or len(rest)]}", rest[cut or len(rest) :] + after[
        colon.end() + len(rest) :
    ]


def _is_credit(text: str) -> bool:
    """Whether words behind a colon say who wrote a title, and no more than where and when: "Ada B and Alan T. OSDI"."""
    first = re.split(rf"[,;|{EM}{BOLD}]|\.\s*$|\s(?:and|&|et al)\b", text)[0].strip()
    return bool(people_in(first)) and not facts_of(text).remark


_QUOTED = re.compile(
    rf"\s?(?:[:：]|[-–—](?=\s))?\s*(?:[\"“]([^\"“”]{{4,}})[\"”]|{CODE}([^{CODE_END}]{{8,}}){CODE_END})"
)
"""A title in quotation marks or backquotes, behind the name of its system."""


def _emphasised(text: str, authors_known: bool) -> tuple[str, Facts, str] | None:
    """``**Title** (2015), authors [[pdf]](url)``."""
    found = _BOLD_TITLE.match(text)
    if not found or not inline.plain(found[1]):
        return None
    title, after = _whole_words(*unlabelled(found[1], text[found.end() :]))
    if inner := _shorter(text, found, 1):
        said = _emphasised(inner[0], authors_known)
        return (said[0], inner[1].over(said[1]), said[2]) if said else None
    if behind := behind_bold(title, after) or _behind_makers(title, after):
        return behind
    link = re.search(rf"[.:,]?\s*{LINK}.([^{LINK_END}]*){LINK_END}[.\s]*$", title)
    if link and link.start():
        return title[: link.start()], _credited(link[1]).over(facts_of(after, authors_known)), "bold"
    words = inline.plain(title).split()
    if len(words) <= 3 and (quoted := _QUOTED.match(after)) and (quoted[1] or " " in quoted[2].strip()):
        name = inline.plain(title).strip(" :：")
        facts = facts_of(after[quoted.end() :], authors_known)
        tags = (name, *facts.tags) if re.search(r"\w\w", name) else facts.tags
        return quoted[1] or quoted[2], facts._replace(tags=tags), "named"
    if re.match(r"\s?[:：]\s*\S", after) if len(words) <= 3 else _GOES_ON.match(after):
        title, after = _longer(title, after)
    elif (len(words) <= 3 and _same_title(words, after)) or _joined_to(title, after):
        longer = _plain_words(after.lstrip(), authors_known)
        if longer and not people_in(re.split(rf"[{LABEL}\n]|\.\s", after.strip())[0]):
            return f"{inline.plain(title)} {longer[0]}", longer[1], "bold"
    title, inside = ends_dated(title, (told := facts_of(after, authors_known)).authors)
    return title, with_writer(inside.over(told)), "bold"


_GOES_ON = re.compile(r":\s(?:(?:an? |the )[A-Z]|[A-Z]\S*[^\s,](?: [^\s,]+){3})")
"""A colon, and words in which the title in bold before it may go on: more than one person's name."""


_MAKERS = re.compile(
    rf"\s*[{BOLD}{EM}]*[(\[]([^()\[\]{LINK}{LABEL}]{{2,60}})[)\]][{BOLD_END}{EM_END}]*\s+(?=\w)([^{LABEL}{LINK}\n·|]+)"
)
"""Who made what is named before, in brackets, and a title."""


def _behind_makers(name: str, after: str) -> tuple[str, Facts, str] | None:
    """``**Name** **[Acme]** The title · What it is about [[pdf]](url)``."""
    found = _MAKERS.match(after)
    name = inline.plain(name)
    if not found or len(name.split()) > 4 or venue_of(f"({found[1]})") or people_in(found[1]):
        return None
    title = found[2].strip()
    if not (is_cased(title, 2) or title.startswith(name)) or people_in(title) or venue_of(title):
        return None
    facts = facts_of(after[found.end() :], True)
    return title, facts._replace(tags=(name, found[1], *facts.tags)), "named"


_ITALIC = re.compile(rf"{EM}([^{EM_END}]{{8,300}}){EM_END}(?:\s+(?=by\s)|(?P<comma>,\s)|(?P<mark>\s*[:|–—-]?\s+))")


def _italic(text: str) -> tuple[str, Facts, str] | None:
    """``*Title* by Ada Lovelace``, ``*Title*, Ada Lovelace and Alan Turing (OSDI 1843). A remark``; with another mark
    or none between, where the title is in capitals: ``*Title* | Ada Lovelace``, ``*Title* OSDI 1843``."""
    found = _ITALIC.match(text)
    if found and (found["comma"] or found["mark"]):
        facts = facts_of(text[found.end(1) + 1 :])
        told = bool(len(facts.authors) > 1 and facts.venue and facts.year)
        whole = (facts.authors or (facts.venue and facts.year)) and not facts.remark
        told = told or bool(found["mark"] and whole and is_cased(found[1], 2))
        placed = people_in(found[1]) or venue_of(found[1]) or len(found[1].split()) < 3
        return (found[1], facts, "bold") if told and not placed else None
    after, signs = take_signs(text[found.end() :]) if found else ("", Facts())
    facts = with_writer(facts_of(after.rstrip(" -–—")))
    return (found[1], signs.over(facts), "bold") if found and facts.authors and not facts.remark else None


_BRACKETED = re.compile(rf"\[([^\[\]{LINK}{LABEL}\n]{{8,300}})\]\s*")


def _bracketed(text: str) -> tuple[str, Facts, str] | None:
    """``[Title] OSDI 2020``, ``[Title] by Ada B``: a link that leads nowhere."""
    found = _BRACKETED.match(text)
    if not found or len(found[1].split()) < 3:
        return None
    facts = with_writer(facts_of(text[found.end() :]))
    told = facts.venue or facts.year or facts.authors
    title, inside = ends_dated(inline.plain(found[1]))
    return (title, inside.over(facts), "bold") if told and facts.remark[:2] in ("", "--") else None


def _same_title(words: list[str], after: str) -> bool:
    """Whether a short bold beginning is only the name in a title that goes on: "**Short** Title"."""
    rest = re.split(rf"[{LABEL}|\n]|\s[-–—]\s", after, maxsplit=1)[0]
    colon = words[-1][-1:] in ":："
    if words[-1].endswith(",") and re.match(r"\s*in\s", after):
        return False  # where it appeared
    goes_on = colon or bool(re.match(r"[-/]?\s?[^\W\d_]+\s\w", after))
    return goes_on and len(rest.split()) <= 20 and ". " not in rest and not venue_of(rest)


_JOINED = re.compile(rf"\s(for|of)\s([^\n{LINK}{LABEL}{BOLD}{EM}{CODE}]{{4,200}})(?={LABEL}|$)")
"""What joins words to those before, up to the links of a title."""


_SENTENCE = re.compile(r"\b(?:is|are|was|were|be|can|do|does|has|have|need|needs)\b", re.IGNORECASE)
"""A verb: a title with one is whole, and what it is read for may stand behind it."""


def _joined_to(bold: str, after: str) -> bool:
    """Whether the words behind others in bold are of the same title: "**Weaving Cards** for Analytical Engines"."""
    found = _JOINED.match(after)
    rest = found[2].strip() if found else ""
    ended = inline.plain(bold)[-1:] in ".,:;!?" or re.search(r"[.,;:|()\[\]]|\s[–—-]\s|\d{4}", rest)
    if not found or ended or (found[1] == "for" and _SENTENCE.search(inline.plain(bold))):
        return False
    return is_cased(bold, 2) and is_cased(rest, 2) and not (people_in(rest) or venue_of(rest))


def _whole_words(bold: str, after: str) -> tuple[str, str]:
    """A title in bold that ends inside its last word, with all of that: "**Weaving on Many Loom**s"."""
    end = re.match(r"(?:e?[sd]|ing|[gn])(?![\w-])", after) if bold[-1:].isalpha() and len(bold.split()) > 2 else None
    return (bold + end[0], after[end.end() :]) if end else (bold, after)


def _credited(text: str) -> Facts:
    """Authors and year of "Dijkstra (1972)" or "Ziv, Lempel (1977)"."""
    found = re.fullmatch(rf"(.*?)\s*\(({YEAR})\)", inline.plain(text).strip(" ."))
    return Facts(year=int(found[2]), authors=people_in(found[1])) if found else Facts()


_PAIR = re.compile(
    r"\.\s+([A-Z][a-z][\w'’-]*)\s+(?:and|&)\s+"
    r"([A-Z][a-z][\w'’-]*)\.?\s*$"
)
"""Two family names alone, behind the full stop of a title."""


_NICK = re.compile(rf"(?<=\w\w)\s?\({BOLD}([A-Z][\w+.-]{{1,24}}){BOLD_END}\)\s*$")
"""What a paper is called for short, in bold and brackets behind a plain title: "Notes on Looms(**LoomNet**)"."""


def _plain_words(text: str, authors_known: bool) -> tuple[str, Facts, str] | None:
    """``Title [[pdf]](url)``, ``Title (VENUE 2019)``, ``Title | VENUE '24``, ``Title, A. B. et al., VENUE 2019``."""
    end = text.find(LABEL)
    head, after = (text, "") if end < 0 else (text[:end], text[end:])
    head, signs = take_signs(without_unfilled(head))
    if re.search(rf"\.?\s*{LINK}.[^{LINK_END}]*\({YEAR}\){LINK_END}[.\s]*$", head):
        start = head.rindex(LINK)
        return head[:start], _credited(head[start:]).over(facts_of(after, True)), "label"
    if (pair := _PAIR.search(head)) and pair.start() > 8 and not any(map(is_common, pair.groups())):
        authors = (Author(pair[1]), Author(pair[2]))
        return head[: pair.start()], signs.over(facts_of(after, True))._replace(authors=authors), "label"
    if (nick := _NICK.search(head)) and not venue_of(f"({nick[1]})"):
        signs, head = signs.over(Facts(name=nick[1])), head[: nick.start()]
    if noted := re.search(r",\s*\[([A-Za-z][\w /-]{1,25})\][\s,]*$", head):
        signs, head = signs.over(Facts(tags=(noted[1],))), head[: noted.start()]
    tilde = re.search(r"\s~\s", head)
    if tilde and (said := facts_of(head[tilde.start() :])).authors:
        return head[: tilde.start()], signs.over(said).over(facts_of(after, True)), "quoted"
    if (broken := line_end(head)) and not tail(head, authors_known) and (cut := tail(head[:broken], authors_known)):
        # Where it appeared is said in its own line: what is below is a remark.
        said = signs.over(facts_of(head[cut:broken], authors_known)).over(facts_of(after, authors_known))
        return head[:cut], said._replace(remark=head[broken:].strip()), "label" if after else ""
    aside, cut = aside_in(head), tail(head, authors_known) or broken or sentence_end(head)
    if aside and not 0 < cut < aside:
        title, inside = ends_dated(head[:aside])
        said = signs.over(inside).over(facts_of(head[aside:], authors_known))
        return title, said.over(facts_of(after, authors_known)), "label" if end >= 0 else ""
    title, after = head[: cut or len(head)], head[cut or len(head) :] + after
    # A line break inside a title is a blank; behind a title that has ended it is the next thing that is said.
    title = title.strip(" \n,;:|–—-")
    title, inside = ends_dated(title) if end >= 0 and not cut else (title, Facts())
    if not re.search(r"\w", title):
        return None
    return title, signs.over(inside).over(facts_of(after, authors_known)), "label" if end >= 0 else ""
