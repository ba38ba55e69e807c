"""What the columns of a table hold: its header tells, and where that does not, what stands in them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readtrack.identifiers import leads_to_paper
from readtrack.importers.markdown import inline
from readtrack.importers.markdown.blocks import Block
from readtrack.importers.markdown.entry import Line, line_of
from readtrack.importers.markdown.nested import Page
from readtrack.importers.markdown.place import YEAR, venue_of

_COLUMNS = (
    ("title", r"(?:(?:paper |article )?titles?|papers?)(?: ?[(&/+] ?links?\)?)?|papers?(?: \d| to \w+)|articles?"
              r"|论文(?:标题|名称?)?|标题|题目|名字|title & authors|paper name|paper\(s\)"),
    ("venue", r"venue|conference|conf\.?|journal|publication|published(?: in| at)?|publisher|where|source|pub\.?"
              r"|venue & year|conference/journal|series|会议|期刊|发表|收录|出处|来源"),
    ("year", r"year|date|time|published on|时间|年份|日期|publication date|released?(?: time| date)?"
             r"|(?:date|time) (?:of publication|published|of release|released|submitted)|submitted(?: on)?"),
    ("authors", r"authors?|作者|by|first author"),
    ("affiliations", r"(?:authors?['’]? )?(?:affiliations?|institut(?:es?|ions?))|机构|单位"),
    ("status", r"status|read\??|done|state|finished|读|已读|状态|✅|✓|progress"
               r"|(?:read|finished)[ -]?(?:on|date)|(?:date|when) (?:read|finished)"),
    ("rating", r"rating|stars?|score|评分|recom(?:mended|mend)?"),
    ("tags", r"tags?|keywords?|topics?|category|categories|area|field|标签|关键词"),
    ("notes", r"notes?|comments?|summary|tl;?dr|remarks?|description|takeaways?|备注|笔记"),
    ("name", r"name|models?|methods?|abbr\.?|short(?: name)?|system|detector|model/method|algorithm"
             r"|nickname|work|framework"),
)  # fmt: skip

_OF_PAPERS = r"https?://\S*(?:arxiv|doi|\.pdf|usenix|acm\.org|ieee|openreview|aclweb|paper)"


def columns_of(table: Block, page: Page) -> dict[int, str] | None:
    """What the columns hold; None where this is no table of papers."""
    known = _columns(table, page)
    dated = columns_with(known, "year") if known else []
    if (
        known
        and dated
        and sum(_is_older(row, dated[0], columns_with(known, "title"), page) for _, row in table.rows[1:30]) > 1
    ):
        return {number: kind for number, kind in known.items() if kind != "year"}
    return known


def _is_older(row: tuple[str, ...], dated: int, titles: Sequence[int], page: Page) -> bool:
    """Whether a row has the citation of a paper older than its day, which then is that of a meeting."""
    year = re.search(rf"\b({YEAR})", row[dated]) if dated < len(row) else None
    lines = [line_of(page.marked(row[column])) for column in titles if column < len(row)] if year else []
    cited = [one.facts.year for one in lines if one and one.facts.authors and one.facts.year]
    return bool(year and year[0] != row[dated].strip() and any(one < int(year[1]) for one in cited))


def _columns(table: Block, page: Page) -> dict[int, str] | None:
    header, rows = table.rows[0][1], table.rows[1:]
    known: dict[int, str] = {}
    heads = [inline.plain(page.marked(cell).text).strip(" :*").lower() for cell in header]
    if any(map(_DEADLINE.search, heads)) and any(map(_WHERE.fullmatch, heads)):
        return None
    for number, said in enumerate(heads):
        kind = next((kind for kind, pattern in _COLUMNS if re.fullmatch(pattern, said)), None) or _named_in(said, known)
        if kind and (kind not in known.values() or kind in ("tags", "notes")):
            known[number] = kind
        elif _is_title_too(said, number, known, table, page):
            known[number] = "title"
    printed = [number for number, said in enumerate(heads) if re.fullmatch(_PRINTED, said)]
    if printed and known.get(printed[0]) != "year":
        # Another year is that of a prize or a meeting.
        known = {number: kind for number, kind in known.items() if kind != "year"} | {printed[0]: "year"}
    known = _with_source(known, table, page)
    kinds = list(known.values())
    sample = [
        page.marked(row[number]).text
        for _, row in rows[:30]
        for number in columns_with(known, "title")
        if number < len(row)
    ]
    if any(
        re.fullmatch(r"presenters?|speakers?|leaders?|discussion leads?|主讲人?|汇报人|报告人", said) for said in heads
    ):
        # The day of a meeting is not that of the papers read there.
        known = {number: kind for number, kind in known.items() if kind != "year"}
    titled = [cell for cell in sample if inline.plain(cell).strip(" -–—/[]()")]
    if "title" in kinds and len(titled) * 2 < len(sample) and not (titled and all(map(_is_linked_title, titled))):
        known = {number: kind for number, kind in known.items() if kind != "title"}
    if "title" in known.values():
        return known
    links = any(re.search(_OF_PAPERS, " ".join(row)) for _, row in rows[:30])
    if "name" not in known.values() and 0 not in known and links and "venue" in known.values():
        known[0] = "name"
    if "name" in known.values() and (links or _are_named(known, rows)):
        return {number: "title" if kind == "name" else kind for number, kind in known.items()}
    return _unnamed(table, known, page)


_DEADLINE = re.compile(r"\bdeadline")
_WHERE = re.compile(r"location|place|city|country|where")
"""What meetings have, of which a table is that has a column for each: where they are, and until when to apply."""
_PRINTED = r"(?:pub\w*|printed)[. -]{0,2}(?:year|date)|year of publication"
_NAMED_IN = (
    ("title", r"titles?\b(?! (?:page|company))"),
    ("authors", r"authors?\b|author\(s\)"),
    ("venue", r"(?:venue|conference|journal)\b"),
    ("year", r"(?:pub\w*|m|month)?[.\s/-]?year\b"),
)


def _named_in(head: str, known: dict[int, str]) -> str | None:
    """What a column of a longer header holds: "Author(s)", "M.Year", "Journal (year)"; of two what is not yet known."""
    if len(head.split()) > 4 or re.search(r"\b(?:contact|link|page|bio|h-?index)", head):
        return None
    kinds = [kind for kind, pattern in _NAMED_IN if re.search(rf"\b{pattern}", head)]
    return next((kind for kind in kinds if kind not in known.values()), None)


def _are_named(known: dict[int, str], rows: Sequence[tuple[int, tuple[str, ...]]]) -> bool:
    """Whether a column of names is one of titles, since who wrote them, and when or where, stands beside it."""
    kinds = set(known.values())
    names = [row[number] for _, row in rows for number in columns_with(known, "name") if number < len(row)]
    long = sum(len(name.split()) >= 3 for name in names)
    return "authors" in kinds and bool(kinds & {"year", "venue"}) and long * 3 >= len(names) * 2


def _is_title_too(said: str, number: int, known: dict[int, str], table: Block, page: Page) -> bool:
    """Whether a column holds more titles, as the one before it: it is "Paper 2", or has no header and links."""
    if known.get(number - 1) != "title" or not (not said or re.fullmatch(r"papers?(?: \d)?", said)):
        return False
    cells = [page.marked(row[number]).text for _, row in table.rows[1:30] if number < len(row)]
    return any(inline.LINK in cell and len(inline.plain(cell).split()) >= 4 for cell in cells)


def _with_source(known: dict[int, str], table: Block, page: Page) -> dict[int, str]:
    """What the columns hold, where no other has titles: those of "Source" or of "Topic" are, if most are links that
    are no venues, or that lead to papers."""
    for number in (
        (*columns_with(known, "venue"), *columns_with(known, "tags")) if "title" not in known.values() else ()
    ):
        cells = [page.marked(row[number]) for _, row in table.rows[1:30] if number < len(row)]
        if known[number] == "venue":
            titled = [cell for cell in cells if _is_linked_title(cell.text) and not venue_of(cell.text)]
        else:
            titled = [cell for cell in cells if cell.links and all(leads_to_paper(link.url) for link in cell.links)]
        if len(titled) * 2 > len(cells):
            return {**known, number: "title"}
    return known


def _is_linked_title(cell: str) -> bool:
    """Whether a cell is a title that is a link, so that a column is one of titles though most of it is empty."""
    return inline.LINK in cell and len(inline.plain(cell).split()) >= 4


def columns_with(known: dict[int, str], kind: str) -> list[int]:
    """The columns that hold ``kind``."""
    return [number for number, held in known.items() if held == kind]


def _unnamed(table: Block, known: dict[int, str], page: Page) -> dict[int, str] | None:
    """A table without a header that says anything: the column in which most cells are titles, if there is one."""
    rows = [row for _, row in table.rows[1:40]]
    best, number = 0.0, -1
    for column in range(len(table.rows[0][1])):
        if column in known:
            continue
        lines = [line_of(page.marked(row[column])) for row in rows if column < len(row)]
        good = [line for line in lines if line and (line.facts.venue or _is_titled(line))]
        if rows and len(good) / len(rows) > best:
            best, number = len(good) / len(rows), column
    return {**known, number: "title"} if best >= 0.4 else None


def _is_titled(line: Line) -> bool:
    """Whether a cell surely has a title; words in bold that lead nowhere and have nothing beside them may be none."""
    told = line.marked.links or line.facts.year or line.facts.authors or line.sure != "bold"
    return bool(line.sure and told and len(line.title.split()) >= 3)
