"""What the headings of a reading list say: its title, the venue and year of what stands below, and what is no list."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readtrack.importers._conferences import known, surely_known
from readtrack.importers._people import is_common
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.markup.blocks import SUMMARY_LEVEL, Block
from readtrack.importers.markdown.markup.page import Page
from readtrack.importers.markdown.markup.ways import is_own_page
from readtrack.importers.markdown.said.groups import Facts
from readtrack.importers.markdown.said.place import KNOWN, YEAR, venue_of
from readtrack.importers.markdown.said.preprints import PREPRINTS


def heading_text(text: str, page: Page) -> str:
    """A heading as a topic: no links behind it, no pictures, no number before it."""
    marked = re.sub(rf"[\[(]*{inline.LABEL}.[\])]*", " ", page.marked(text).text)
    marked = re.sub(
        r"[\[(]{1,2}\s?(?:©️?)?(?:back|go back|⬆|top)[^\[\]()]{0,30}[\])]{1,2}", " ", marked, flags=re.IGNORECASE
    )
    bare = inline.plain(re.sub("[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200d]", "", marked))
    bare = re.sub(rf"[\[(]\s*{inline.LINK}.[^{inline.LINK_END}]*{inline.LINK_END}\s*[\])]", " ", bare)
    return bare.strip(' :：#*-–—|"') or bare


def title_of(blocks: Sequence[Block], page: Page, named: bool = False) -> tuple[str | None, int | None]:
    """The list's title and the line of its heading: the first heading, when it stands above all others.

    ``named``: the list has a title already, so that of several headings none is it.
    """
    headings = [block for block in blocks if block.kind == "heading" and 0 < block.level < SUMMARY_LEVEL and block.text]
    if not headings:
        return None, None
    first, top = headings[0], min(block.level for block in headings)
    alone = sum(block.level == top for block in headings) == 1
    told = [facts_in(heading_text(block.text, page)).venue for block in headings if block.level == top]
    whole = bool(told[0]) and not any(told[1:])
    if first.level != top or not (alone or (not named and top == 1 and (whole or not _holds_entries(blocks, first)))):
        return None, None
    return heading_text(first.text, page) or None, first.line


def _holds_entries(blocks: Sequence[Block], heading: Block) -> bool:
    """Whether a list of links stands right below ``heading``."""
    for block in blocks[blocks.index(heading) + 1 :]:
        if block.kind == "heading":
            return False
        if block.kind == "list" and any("http" in part.text for item in block.blocks for part in item.blocks):
            return True
    return False


_DATED = re.compile(
    r"(?:^|[\s(\[:—–-])((?:[A-Z][\w/&-]* )?[A-Z][A-Za-z]*(?:[A-Z/&@-][A-Za-z]+|s)\s?[-_]?['’]?\s?"
    rf"(?:{YEAR}|(?<=['’])\d\d))(?!\d|-\d\d)"
)
_YEAR_FIRST = re.compile(rf"({YEAR})\s*[-–—:|/]?\s*([A-Z][\w&-]*[A-Za-z](?: [A-Z][\w&-]*)?)(?: [Pp]apers)?")
_SHORT = re.compile(rf"([A-Z]&?[A-Z])\s?({YEAR})")
_SHORT_YEAR = re.compile(
    r"\b([A-Z][A-Za-z&]{2,})(?: \d\d$| ?'?(?<! )\d\d(?=$|[\s_-](?i:papers?|reviews?|notes?|reading|list)\b))"
)
"""A conference and the end of its year: "OSDI20", "OSDI20-Papers"; "OSDI 20 papers" counts them."""
_FOLDER = re.compile(rf"([a-z]{{3,12}})[-_'’]?(?:{YEAR}|\d\d)")
"""How folders are named after the conference whose papers are in them: "osdi2020", "nsdi-21"."""
_ALONE = re.compile(r"[A-Z][A-Za-z&-]*[A-Z][A-Za-z]*\s?['’]?\s?\d\d")
_FULL = r"(?:[\w/-]+ ){0,6}(?:Conference|Symposium|Transactions) (?:on|of) "
_ONLY_YEAR = re.compile(
    rf"(?:year\s*|(?:papers?|publications?) |(?:papers? )?(?:published )?(?:in|from|of) )?({YEAR})"
    r"(?:\s?年(?!\d)\w{0,6}|\s*(?:papers?|preprints?|publications?|venues?)|\s*\(\d{1,4}(?: papers?)?\))?",
    re.IGNORECASE,
)
_SPELLED = re.compile(r"(?:Conference|Symposium|Workshop|Transactions|Journal)\b[^()]{0,80}\(([A-Z][\w&'’ -]{1,20})\)$")
"""The acronym behind a name in full: "Network and Distributed System Security Symposium (NDSS)"."""
_NO_VENUE = re.compile(
    r"(?:papers?|surveys?|lists?|years?|notes?|reviews?|works?|methods?|topics?|readings?|spring|fall|autumn|summer|winter"
    r"|before|after|since|added|updated?|covid|stats?|courses?|talks?|posts?|books?|blogs?|systems?)\b.*",
    re.IGNORECASE,
)


_SLASHED = re.compile(rf"(?<![\w/])([A-Za-z][\w&-]{{0,30}})/([A-Z][A-Za-z&]{{1,20}})(?=\s?['’]?(?:{YEAR}|\d\d)(?!\d))")


def _conference_of(found: re.Match[str]) -> str:
    """The conference behind a slash, where no other stands before it: "Notes/OSDI 2020"."""
    return found[2] if known(found[2]) and not known(found[1]) else found[0]


_OF_PAPERS = r"(?:\s?(?:papers?|篇(?:论文)?|works))"
_COUNTED = re.compile(
    rf"(?<=\w)(年)?\s?(?:[(（\[]\s?(?:共\s?)?(?!{YEAR})\d{{1,4}}{_OF_PAPERS}?(?:[,，][^()（）]{{1,30}})?[)）\]]"
    rf"|\s[–—|-]\s?\d{{1,4}}{_OF_PAPERS}|\((?:updating|ongoing|current)\))$",
    re.IGNORECASE,
)
"""How many papers stand below the year at the end of a heading: "OSDI 2020 (12 papers)", "2020（12篇）"."""
_PREPRINTED = re.compile(rf"([A-Za-z]+)[\s'’-]*{YEAR}")
_SET_OFF = re.compile(rf"^(?:\d{{1,2}}[.)]\s+|[<\[【]\s?)({YEAR})\s?[>\]】]?$|(?<=[A-Z])\s\(({YEAR})\)$")
"""A year that is numbered or in brackets: "1. 2020", "[2020]", "OSDI (2020)"."""


def _preprinted_in(heading: str) -> Facts | None:
    """Where preprints are, and their year, where a heading says that alone: "arXiv 2020", "bioRxiv"."""
    dated = _PREPRINTED.fullmatch(heading)
    if dated and dated[1].lower() in PREPRINTS:
        return Facts(*(venue_of(f"({heading})") or ()))
    if heading.lower() in PREPRINTS:
        return Facts(*(venue_of(f"({heading} 2000)") or ())[:1])
    return None


def facts_in(heading: str) -> Facts:
    """Venue and year that a heading such as "ML System in OSDI 2020" or "2019" gives to what stands below it."""
    if len(heading) > 500:
        return Facts()
    heading = _SET_OFF.sub(r"\1\2", _COUNTED.sub(r"\1", _SLASHED.sub(_conference_of, heading.strip())))
    bare = re.sub(r"\s*\((?:[A-Z]|[A-Z][a-z]{2,8}\.?|(?:CCF|CORE)\W?[ABC]\*?)\)$", "", heading.strip())
    bare = re.sub(r"^\d{1,2}(?:\.\d{1,2})*[.)]?\s+(?=[A-Z])", "", bare)
    if (first := _YEAR_FIRST.fullmatch(bare)) and (first[2] in KNOWN or surely_known(first[2])):
        return Facts(*(venue_of(f"{first[2]} {first[1]}", surely=True) or ()))
    if place := _meeting_in(bare) or _bracketed_in(heading):
        return Facts(*place)
    if preprinted := _preprinted_in(bare):
        return preprinted
    if name := _named_in(bare):
        return Facts(*(venue_of(name) or ()))
    if _ALONE.fullmatch(bare) or (len(bare) > 20 and re.match(_FULL, bare)):
        return Facts(*(venue_of(bare) or ()))
    if (spelled := _SPELLED.search(bare)) and (place := venue_of(spelled[1])) and (place[0] or "") in KNOWN:
        return Facts(*place)
    if (short := _SHORT.fullmatch(heading.strip())) and (short[1] in KNOWN or "&" in short[1]):
        return Facts(*(venue_of(heading) or ()))
    if (folder := _FOLDER.fullmatch(bare)) and (name := known(folder[1])):
        return Facts(*(venue_of(f"{name} '{bare[-2:]}", surely=True) or ()))
    short = _SHORT_YEAR.search(heading.strip())
    if short and short[1] in KNOWN and (place := venue_of(short[0])) and place[1]:
        return Facts(*place)
    for found in _DATED.finditer(heading):
        words = found[1].split(" ")
        for said in (found[1], " ".join(words[-2:]), words[-1]):
            if (
                re.match(r"[A-Z]", said)
                and not _NO_VENUE.match(said)
                and (place := venue_of(said))
                and place[0]
                and place[1]
            ):
                return Facts(*place)
    only = _ONLY_YEAR.fullmatch(heading.strip())
    return Facts("arXiv") if _NEW_PREPRINTS.fullmatch(bare) else Facts(year=int(only[1])) if only else Facts()


_NEW_PREPRINTS = re.compile(
    r"(?:(?:daily|weekly|latest|new(?:est)?|recent)\s)+arxiv(?:\s(?:papers?|preprints?))?(?:\s?[(:：].{1,80})?",
    re.IGNORECASE,
)
"""What arXiv got of late, by a program rather than by a reader: "Latest arXiv Papers (Auto-Updated)"."""
_HELD_BY = re.compile(r"(?:(?:AAAI|ACM|IACR|IEEE|IFIP|SIAM|SIG[A-Z]+|USENIX|Usenix)(?:\s?[/&-]\s?|\s))+(?=\S)")
"""Who holds a conference, before its name: "IEEE/ACM ASE"."""


def _named_in(heading: str) -> str | None:
    """The venue that is all of a heading, but for who holds it, or for its longer name: "The Web Conference / WWW"; or
    whose papers those below are."""
    papers = _PAPERS_OF.fullmatch(heading) or _PAPERS_IN.fullmatch(heading)
    if papers and (papers[1] in KNOWN or surely_known(papers[1])):
        return papers[1]
    names = [one if one in KNOWN else _HELD_BY.sub("", one, count=1) for one in re.split(r"\s+[/|]\s+", heading)]
    told = [one for one in names if one in KNOWN]
    others = (one for one in names if one not in KNOWN)
    return told[-1] if told and all(_IS_ONE.search(one) for one in others) else None


_PAPERS_OF = re.compile(
    r"(?:[\w'-]+ ){0,3}[Pp]apers? (?:(?:accepted|presented|published) )?(?:at|from|in|of) (?:the )?"
    r"([A-Z][A-Za-z&]*[A-Z][A-Za-z]*)(?: [Cc]onferences?)?"
)
"""What a page calls papers of one conference, of several years: "Awesome papers published in OSDI"."""
_PAPERS_IN = re.compile(
    r"(?:\d{1,3}|(?i:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fifteen|sixteen|twenty)) "
    r"([A-Z][A-Za-z&]*[A-Z]) (?:articles|papers)"
)
"""The same, which counts them: "Twelve OSDI papers"."""
_IS_ONE = re.compile(r"\b(?:Conference|Symposium|Workshop|Transactions|Journal)\b")


def _meeting_in(heading: str) -> tuple[str | None, int | None] | None:
    """A conference that is known, however it is spelled, its year, and perhaps where it met: "Eurocrypt 2022: Oslo"."""
    said = heading.partition(":")[0]
    if not re.search(rf"\w\w\s{YEAR}$", said) or is_common(said.split()[0]) or _NO_VENUE.match(said):
        return None
    place = venue_of(said)
    return place if place and place[0] in KNOWN and place[1] else None


_IN_BRACKETS = re.compile(r"(?<=\w )\(([^()]{4,60})\)(?=\s*$|\s+[—–-]{1,2}\s)")
"""Where and when the paper below appeared, behind what it is called: "LoomNet (OSDI 2020 Workshop) — must read"."""


def _bracketed_in(heading: str) -> tuple[str | None, int | None] | None:
    """Where and when a paper appeared, in brackets behind what it is called; a date alone may be that of a meeting."""
    told = _IN_BRACKETS.search(heading)
    place = venue_of(told[0]) if told else None
    return place if told and place and place[1] and (place[0] or told[1].lower().startswith("preprint")) else None


_NEW = r"(?:news|updates?|announcements?)"
_OF_NEWS = (
    rf"(?:(?:important|last|latest|list|project|recent|repo(?:sitory)?|updated?) )?{_NEW}(?:\s?(?:and|&|/)\s?{_NEW})?"
    r"|what['’]?s new\??|最新(?:新闻|动态|消息|公告|更新)|公告|お知らせ|neuigkeiten|novedades|novidades"
)
"""Headings of what is new; those that may be a topic of papers as well, "新闻" or "动态", are none."""
_NO_LIST = re.compile(
    r"contribut\w+.*|how to (?:contribute|use|search|read).*|licen[sc]es?"
    r"|citations?|cit(?:e|ing)(?: us)?|bibtex|acknowledge?ments?"
    rf"|{_OF_NEWS}|update (?:history|logs?)|release notes|更新(?:历史|日志|记录)"
    r"|star history|contact(?: us)?|feedback|disclaimer|legend"
    r"|authors?|maintainers?|sponsors?|change ?log|贡献|to[- ]do|requirements|installation|usage|setup|getting started",
    re.IGNORECASE,
)


_INLINE_LINK = re.compile(r"\[([^\[\]]{1,200})\]\(<?([^()\s<>]{0,300}(?:\([^()\s]{0,100}\)[^()\s]{0,100})?)>?\)")


def contents_in(lines: Sequence[str], headed: bool = False) -> bool:
    """Whether a list or paragraph only leads to the headings of its own page, as GitHub names them.

    https://docs.github.com/en/get-started/writing-on-github: an anchor is the heading with its blanks as dashes.
    ``headed``: the heading above says that contents follow, so that they may stand on other pages.
    """
    links = [link for line in lines for link in _INLINE_LINK.findall(line[:2000])]
    web = [url for _, url in links if inline.is_web(url)]
    if not web:
        return (headed and bool(links)) or len([url for _, url in links if is_own_page(url)]) * 2 > len(links)
    said = [(_unnumbered(text), _unnumbered(_fragment(url))) for text, url in links]
    slugs = [bool(text) and text == fragment for text, fragment in said]  # a picture has no letters, nor most addresses
    return len(links) > 1 and len(web) == len(links) and sum(slugs) * 2 >= len(links)


def _fragment(url: str) -> str:
    return url.partition("#")[2]


def _unnumbered(text: str) -> str:
    """The letters of a heading or of its anchor without its number, which stands outside the link to it as well."""
    return re.sub(r"^\d+|[\W_]", "", text).casefold()


def is_contents(heading: str) -> bool:
    """Whether a heading says no more than that a list follows."""
    return bool(
        re.fullmatch(
            r"(?:table of )?contents?|toc|index|quick links|目[录錄次]|목차|[íi]ndice|tabla de contenidos?|contenidos?"
            r"|conteúdo|sumário|sommaire|table des matières|inhalt(?:sverzeichnis)?|содержание|оглавление|зміст",
            heading.strip(" :："),
            re.IGNORECASE,
        )
    )


def is_no_list(heading: str) -> bool:
    """Whether what stands below ``heading`` is about the list, not in it."""
    return bool(_NO_LIST.fullmatch(heading.strip(" :：!.")))


_NEWS = re.compile(_OF_NEWS, re.IGNORECASE)


def is_news(heading: str) -> bool:
    """Whether what stands below ``heading`` may be what happened to the list, or papers on the news."""
    return bool(_NEWS.fullmatch(heading.strip(" :：!.")))


_TYPES = (
    ("book", r"(?:(?:text)?books?(?: chapters?)?|libr(?:os?|i)|livros?|livres?|b[uü]cher|книги)"),
    ("post-weblog", r"(?:blogs?|(?:blog )?posts?|articles|posts and articles|blog posts?.*)"),
    ("motion_picture", r"(?:v[ií]d[eé]os?|видео|(?:video )?talks|(?:video )?lectures|talks and videos)"),
    ("webpage", r"(?:(?:online )?courses?|tutorials?|docs|documentations?|websites?|web ?pages?|links|resources)"),
    (
        "software",
        r"(?:tools?|software|librar(?:y|ies)|frameworks?|codes?|implementations?|packages"
        r"|(?:open[- ]source )?projects?|c[óo]digos?|herramientas|ferramentas|outils|werkzeuge|код)",
    ),
    ("dataset", r"(?:datasets?|data ?sets?|corpora)"),
    ("thesis", r"(?:(?:phd|ph\.d\.|doctoral|master'?s?) )?(?:thesis|theses|dissertations?)"),
)  # fmt: skip


def type_in(heading: str) -> str | None:
    """The type of what stands below a heading such as "Books" or "Tools & Libraries"; None where it tells none."""
    said = re.sub(r"^[\d.\s]+", "", heading).strip().lower()
    if kind := _type_of(said):
        return kind
    kinds = {_type_of(part.strip()) for part in re.split(r"[,/&]|\band\b", said) if part.strip()}
    return kinds.pop() if len(kinds) == 1 else None


def _type_of(said: str) -> str | None:
    return next((kind for kind, pattern in _TYPES if re.fullmatch(pattern, said)), None)
