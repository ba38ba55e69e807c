"""What the columns of a table hold: its header tells, and where that does not, what stands in them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readtrack.identifiers import arxiv_id_of, leads_to_paper
from readtrack.importers.markdown.layout.citations import CITES, are_citations, are_keys
from readtrack.importers.markdown.line.entry import Line, line_of
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.markup.blocks import Block
from readtrack.importers.markdown.markup.page import Page
from readtrack.importers.markdown.said.place import YEAR, venue_of
from readtrack.importers.markdown.said.titles import is_cased
from readtrack.importers.markdown.said.writers import cited_as

_COLUMNS = (
    ("title", r"(?:(?:paper |article )?titles?|papers?)(?: ?[(&/+] ?links?\)?)?|papers?(?: \d| to \w+)|articles?"
              r"|论文(?:标题|名称?)?|标题|题目|名字|(?:titles?|papers?) ?[&/+] ?authors?|paper name|paper\(s\)"),
    ("venue", r"venues?|conferences?|conf\.?|journal|publication|published(?: in| at)?|publisher|where|source|pub\.?"
              r"|venue & year|conference/journal|series"
              r"|发表|收录|(?:发表)?(?:刊物|会议|期刊|出处|来源)(?:[/、和与](?:会议|期刊))?"),
    ("year", r"years?|month|date|time|published on|publication date|released?(?: time| date)?"
             r"|(?:发表|出版|发布|提交)?(?:时间|年份|日期)"
             r"|(?:date|time) (?:of publication|published|of release|released|submitted)|submitted(?: on)?"),
    ("authors", r"authors?|作者|by|first authors?|第一作者"),
    ("affiliations", r"(?:authors?['’]? )?(?:affiliations?|institut(?:es?|ions?))"
                     r"|(?:发表|作者|研究|所属)?(?:机构|单位)"),
    ("status", r"(?:read(?:ing)? )?status|read\??|done\??|state|finished\??|已?读|✅|✓|progress"
               r"|是否(?:已读|阅读|读完)|(?:阅读)?状态"
               r"|(?:read|finished)[ -]?(?:on|date)|(?:date|when) (?:read|finished)"),
    ("rating", r"rating|stars?|score|评分|recom(?:mended|mend)?"),
    ("tags", r"tags?|keywords?|topics?|category|categories|area|field|标签|关键词"),
    ("notes", r"notes?|comments?|summary|tl;?dr|remarks?|description|takeaways?|备注|笔记"),
    ("name", r"name|(?:models?|methods?)(?: names?)?|abbr\.?|short(?: (?:name|title))?|system|detector"
             r"|model/method|algorithm|nickname|work|framework"),
)  # fmt: skip

_OF_PAPERS = r"https?://\S*(?:arxiv|doi|\.pdf|usenix|acm\.org|ieee|openreview|aclweb|paper)"


def is_of_meetings(table: Block, page: Page) -> bool:
    """Whether a column of the table says who presents."""
    return any(map(_PRESENTER.fullmatch, _heads(table, page)))


def cited_in(table: Block, page: Page) -> frozenset[int]:
    """The columns whose header says that they cite papers."""
    return frozenset(number for number, said in enumerate(_heads(table, page)) if CITES.fullmatch(said))


def _heads(table: Block, page: Page) -> list[str]:
    return [inline.plain(page.marked(cell).text).strip(" :*").lower() for cell in table.rows[0][1]]


def columns_of(table: Block, page: Page) -> dict[int, str] | None:
    """What the columns hold; None where this is no table of papers."""
    known = _columns(table, page)
    dated = columns_with(known, "year") if known else []
    if known and dated and _are_months(table, dated[0], page):
        return {**known, dated[0]: "month"}
    if (
        known
        and dated
        and sum(_is_older(row, dated[0], columns_with(known, "title"), page) for _, row in table.rows[1:30]) > 1
    ):
        return {number: kind for number, kind in known.items() if kind != "year"}
    return known


SHORT_MONTH = re.compile(r"\s*'?(\d\d)[./-](?:0?[1-9]|1[0-2])(?![\d])")
"""A month, perhaps with a day behind it, of a year without its century: "25.03", "25.03.10"."""


def _are_months(table: Block, dated: int, page: Page) -> bool:
    """Whether the dates of a column begin with years without their century, since arXiv got most papers then."""
    rows = [row for _, row in table.rows[1:] if dated < len(row) and re.search(r"\d", row[dated])]
    short = [(row, month[1]) for row in rows if (month := SHORT_MONTH.match(row[dated]))]
    links = [([link.url for cell in row for link in page.marked(cell).links], year) for row, year in short]
    first = [(number[:2], year) for urls, year in links if (number := next(filter(None, map(arxiv_id_of, urls)), ""))]
    return len(short) * 4 >= len(rows) * 3 and sum(got == year for got, year in first) * 4 > len(first) * 3


def _is_older(row: tuple[str, ...], dated: int, titles: Sequence[int], page: Page) -> bool:
    """Whether a row has the citation of a paper older than its day, which then is that of a meeting."""
    year = re.search(rf"\b({YEAR})", row[dated]) if dated < len(row) else None
    lines = [line_of(page.marked(row[column])) for column in titles if column < len(row)] if year else []
    cited = [one.facts.year for one in lines if one and one.facts.authors and one.facts.year]
    return bool(year and year[0] != row[dated].strip() and any(one < int(year[1]) for one in cited))


def _columns(table: Block, page: Page) -> dict[int, str] | None:
    rows = table.rows[1:]
    heads = _heads(table, page)
    if any(map(_DEADLINE.search, heads)) and any(map(_WHERE.fullmatch, heads)) and not _leads_to_papers(rows, page):
        return None
    met = is_of_meetings(table, page)
    known = _with_source(_with_places(_headed(heads, table, page), heads, table, page), table, page, met)
    known = _with_turned(_with_last(_with_credits(known, heads, table, page), heads), table, page)
    known = _with_citations(known, table, page)
    kinds = list(known.values())
    sample = [
        page.marked(row[number]).text
        for _, row in rows[:30]
        for number in columns_with(known, "title")
        if number < len(row)
    ]
    if met:
        # The day of a meeting is not that of the papers read there.
        known = {number: kind for number, kind in known.items() if kind != "year"}
    titled = [cell for cell in sample if inline.plain(cell).strip(" -–—/[]()")]
    linked = bool(titled) and sum(map(_is_linked_title, titled)) * 3 >= len(titled) * 2
    if "title" in kinds and len(titled) * 2 < len(sample) and not linked:
        known = {number: kind for number, kind in known.items() if kind != "title"}
    if "title" in known.values():
        return known
    links = any(re.search(_OF_PAPERS, " ".join(row)) for _, row in rows[:30])
    if "name" not in known.values() and 0 not in known and links and "venue" in known.values():
        known[0] = "name"
    if "name" in known.values() and (links or _are_named(known, table, page)):
        return {number: "title" if kind == "name" else kind for number, kind in known.items()}
    return _unnamed(table, known, page)


def _headed(heads: Sequence[str], table: Block, page: Page) -> dict[int, str]:
    """What the columns hold by their headers."""
    known: dict[int, str] = {}
    titled = {number for number, said in enumerate(heads) if _loosely(said) and _are_long(_cells(table, number, page))}
    several = [number for number, said in enumerate(heads) if said in ("years", "venues", "conferences")]
    loose = {number for number in several if not _are_each(heads[number], number, table, page)}
    # "Title / Method" has titles rather than "Paper", where that has but links.
    for told in (_called, _named_in, _loosely, _of_parts):
        for number, said in enumerate(heads):
            kinds = () if number in known or number in loose else ("title",) if number in titled else told(said)
            kind = next((kind for kind in kinds if kind in ("tags", "notes") or kind not in known.values()), None)
            known |= {number: kind} if kind else {}
    for number, said in enumerate(heads):
        if number not in known and _is_title_too(said, number, known, table, page):
            known[number] = "title"
    printed = [number for number, said in enumerate(heads) if re.fullmatch(_PRINTED, said)]
    if printed and known.get(printed[0]) != "year":
        # Another year is that of a prize or a meeting.
        known = {number: kind for number, kind in known.items() if kind != "year"} | {printed[0]: "year"}
    boxes = [
        number for number, said in enumerate(heads) if not said and number not in known and _are_ticks(table, number)
    ]
    return known if "status" in known.values() else known | dict.fromkeys(boxes[:1], "status")


_TICKS = re.compile(r"(?:\[[ xX✓✔√]?\]|[✅✓✔☑√☐⬜❌xX]️?|:\w{1,30}:)?")


def _are_ticks(table: Block, number: int) -> bool:
    """Whether a column without a header has ticks and empty boxes alone."""
    cells = [row[number].strip() for _, row in table.rows[1:] if number < len(row)]
    return any(cells) and all(map(_TICKS.fullmatch, cells))


def _are_each(said: str, number: int, table: Block, page: Page) -> bool:
    """Whether each cell of a column in the plural is one year or one known venue: "1979-2018" is what data are from."""
    cells = [inline.plain(cell.text).strip() for cell in _cells(table, number, page)]
    return all(re.fullmatch(YEAR, one) if said == "years" else (venue_of(one) or (None,))[0] for one in cells if one)


def _leads_to_papers(rows: Sequence[tuple[int, tuple[str, ...]]], page: Page) -> bool:
    """Whether most rows do."""
    links = [[link.url for cell in row for link in page.marked(cell).links] for _, row in rows[:30]]
    return sum(any(map(leads_to_paper, urls)) for urls in links) * 2 > len(links)


_DEADLINE = re.compile(r"\bdeadline")
_WHERE = re.compile(r"location|place|city|country|where")
"""What meetings have, of which a table is with both columns that leads to no paper: where, and until when to apply."""
_PRESENTER = re.compile(r"presenters?|speakers?|leaders?|discussion leads?|主讲人?|汇报人|报告人")
_PRINTED = r"(?:pub\w*|printed)[. -]{0,2}(?:year|date)|year of publication"
_NAMED_IN = (
    ("title", r"titles?\b(?! (?:page|company))"),
    ("authors", r"authors?\b|author\(s\)"),
    ("venue", r"(?:venue|conference|journal)\b"),
    ("year", r"(?:pub\w*|m|month)?[.\s/-]?year\b"),
)


_OTHER_TITLE = re.compile(
    r"\b(?:journal|book|series|thesis|short|running|talk|slides|blog|video|job|role|company|presenter|film|song)"
)


_ABOUT = re.compile(r"(?:(?!and\b)[\w'’-]+\s){0,3}(?:review|code|slides|talk|video)")
"""Something beside papers, whose author or year a column has: "Review Author", but not "Author, Review"."""


def _called(head: str) -> tuple[str, ...]:
    """What a column surely holds: its header is called so."""
    return tuple(kind for kind, pattern in _COLUMNS if re.fullmatch(pattern, head) and not _PAPER.match(head))


def _named_in(head: str) -> tuple[str, ...]:
    """What a column of a longer header may hold, the likeliest first: "Author(s)", "M.Year", "Journal (year)"."""
    about = len(head.split()) > 4 or re.search(r"\b(?:contact|link|page|bio|h-?index)", head) or _ABOUT.match(head)
    kinds = tuple(kind for kind, pattern in _NAMED_IN if re.search(rf"\b{pattern}", head))
    titled = kinds[:1] == ("title",) and not _OTHER_TITLE.search(head) and len(head) < 60
    return ("title",) if titled else () if about else tuple(kind for kind in kinds if kind != "title")


_PAPER = re.compile(r"(?:papers?|articles?)\b(?! titles?| name)")


def _loosely(head: str) -> tuple[str, ...]:
    """What a column may hold, which is called after papers: their titles, or just links to them."""
    return ("title",) if _PAPER.match(head) and any(re.fullmatch(pattern, head) for _, pattern in _COLUMNS) else ()


def _of_parts(head: str) -> tuple[str, ...]:
    """What a column may hold where no other has titles: those of books, say."""
    return ("title",) if re.fullmatch(r"(?:book|series|chapter|thesis)(?:'s)? titles?", head) else ()


def _are_named(known: dict[int, str], table: Block, page: Page) -> bool:
    """Whether a column of names is one of titles: who wrote them and when or where stand beside it, or known venues."""
    told = {"authors", "year", "venue"} & set(known.values())
    names = [one for number in columns_with(known, "name") for one in _cells(table, number, page)]
    where = [one for number in columns_with(known, "venue") for one in _cells(table, number, page)]
    by_venue = "authors" not in told
    if len(told) < 2 or (by_venue and sum(_is_placed(one) for one in where) * 2 <= len(where)):
        return False
    return sum(_words(name) >= 3 + by_venue for name in names) * 3 >= len(names) * 2


def _is_placed(cell: inline.Marked) -> bool:
    return bool((venue_of(inline.plain(cell.text)) or (None,))[0])


def _is_title_too(said: str, number: int, known: dict[int, str], table: Block, page: Page) -> bool:
    """Whether a column holds more titles, as the one before it: it is "Paper 2", or has no header and links."""
    if known.get(number - 1) != "title" or not (not said or re.fullmatch(r"papers?(?: \d)?", said)):
        return False
    return any(_is_linked_title(cell.text) for cell in _cells(table, number, page))


SCORE = re.compile(r"(?<![\d.])(?<!xiv )\d{1,3}\.\d{1,3}(?![\d.])", re.IGNORECASE)
"""What a paper's system reached, "MOTA 53.6 on MOT16", which is no venue; in "arXiv 24.02" stands a month."""
_APPEARED = re.compile(r"(?:accepted|appear\w*|presented|publi\w*|proceedings|meeting)\b.*|in|at")


def _with_places(known: dict[int, str], heads: Sequence[str], table: Block, page: Page) -> dict[int, str]:
    """What the columns hold, where none has venues: that in which most cells say where and when does; one that says
    "Accepted at" and has venues that are known holds those alone."""
    for number, said in enumerate(heads) if "venue" not in known.values() else ():
        cells = [cell.text for cell in _cells(table, number, page) if re.search(r"\w", cell.text)]
        if number in known or any(map(SCORE.search, cells)):
            continue
        places = [place for cell in cells if (place := venue_of(cell)) and place[0]]
        for kind, told in (
            ("venue", list(filter(all, places))),
            ("place", places if _APPEARED.fullmatch(said) else []),
        ):
            if told and len(told) * 5 >= len(cells) * 3:
                return {**known, number: kind}
    return known


_CREDITED = re.compile(r"(?:cit(?:ation|ed as|e)|ref(?:erence)?s?\.?|who|paper|work|study)?")
"""The header of a column in which who wrote a paper may be cited: others have who presents it, or what it cites."""


def _with_credits(known: dict[int, str], heads: Sequence[str], table: Block, page: Page) -> dict[int, str]:
    """What the columns hold, where none has authors: that in which most cells are "Lovelace et al. (1843)"."""
    others = [number for number, said in enumerate(heads) if number not in known and _CREDITED.fullmatch(said)]
    for number in others if "authors" not in known.values() else ():
        cells = [cell.text for cell in _cells(table, number, page) if re.search(r"\w", cell.text)]
        if cells and sum(map(bool, map(cited_as, cells))) * 3 >= len(cells) * 2:
            return {**known, number: "credit"}
    return known


_FIRST = re.compile(r"first authors?|第一作者")
_LAST = re.compile(r"(?:last|senior|corresponding) authors?(?: ?\(s\))?|通[讯信]作者")


def _with_last(known: dict[int, str], heads: Sequence[str]) -> dict[int, str]:
    """What the columns hold, where one has the first authors alone, and another those at the ends of the same lists."""
    first = any(_FIRST.fullmatch(heads[number]) for number in columns_with(known, "authors"))
    last = [number for number, said in enumerate(heads) if first and _LAST.fullmatch(said)]
    return {**known, **dict.fromkeys(last, "last")}


def _with_source(known: dict[int, str], table: Block, page: Page, met: bool) -> dict[int, str]:
    """What the columns hold, where no other has titles: those in whose cells most titles stand, whatever their header.

    ``met``: it is a table of meetings.
    """
    named = any(_are_long(_cells(table, number, page)) for number in columns_with(known, "name"))
    for number, kind in known.items() if "title" not in known.values() else ():
        cells = _cells(table, number, page)
        if kind == "venue":  # "Source", "Publication"
            told = [_is_linked_title(one.text) or (_words(one) >= 5 and not named) for one in cells]
            told = [one and not venue_of(cell.text) for one, cell in zip(told, cells, strict=True)]
        elif kind == "tags":  # "Topic"
            long = [met and _words(one) >= 5 and is_cased(inline.plain(one.text)) for one in cells]
            leading = [bool(one.links) and all(leads_to_paper(link.url) for link in one.links) for one in cells]
            told = leading if any(leading) else long
        else:
            continue
        if sum(told) * 2 > len(cells):
            return {**known, number: "title"}
    return known


def _with_turned(known: dict[int, str], table: Block, page: Page) -> dict[int, str]:
    """What the columns hold, where that of "Paper" only says where and when they appeared: titles are in another."""
    titles = columns_with(known, "title")
    cells = [cell for number in titles for cell in _cells(table, number, page) if re.search(r"\w", cell.text)]
    if len(titles) != 1 or "venue" in known.values() or sum(map(_is_dated_place, cells)) * 2 <= len(cells):
        return known
    turned = {number: kind for number, kind in known.items() if kind != "name"} | {titles[0]: "venue"}
    return _unnamed(table, turned, page) or known


def _with_citations(known: dict[int, str], table: Block, page: Page) -> dict[int, str]:
    """What the columns hold, where that of "Paper" has but keys of papers, which another cites with their titles."""
    titles = columns_with(known, "title")
    if len(titles) != 1 or not are_keys(_cells(table, titles[0], page)):
        return known
    for number in cited_in(table, page) - {titles[0]}:
        if are_citations(_cells(table, number, page)):
            return {column: kind for column, kind in known.items() if column != titles[0]} | {number: "title"}
    return known


def _is_dated_place(cell: inline.Marked) -> bool:
    """Whether a cell says where and when, and nothing else."""
    return all(venue_of(inline.plain(cell.text)) or (None,))


def _cells(table: Block, number: int, page: Page) -> list[inline.Marked]:
    """The first cells of a column."""
    return [page.marked(row[number]) for _, row in table.rows[1:30] if number < len(row)]


def _words(cell: inline.Marked) -> int:
    return len(inline.plain(cell.text).split())


def _are_long(cells: Sequence[inline.Marked]) -> bool:
    """Whether most cells are of three words or more, as titles are, and labels of links are not."""
    return sum(_words(one) >= 3 for one in cells) * 2 > len(cells)


def _is_linked_title(cell: str) -> bool:
    """Whether a cell is a title that is a link, so that a column is one of titles though most of it is empty."""
    return inline.LINK in cell and len(inline.plain(cell).split()) >= 4


def columns_with(known: dict[int, str], kind: str) -> list[int]:
    """The columns that hold ``kind``."""
    return [number for number, held in known.items() if held == kind]


def _unnamed(table: Block, known: dict[int, str], page: Page) -> dict[int, str] | None:
    """A table without a header that says anything: the column in which most cells are titles, if there is one.

    One whose titles lead to papers, or have venue and year, comes before any other, which may say what those are about.
    """
    rows = [row for _, row in table.rows[1:40]]
    best, number = (False, 0.0), -1
    for column in range(len(table.rows[0][1])):
        if column in known:
            continue
        lines = [line_of(page.marked(row[column])) for row in rows if column < len(row)]
        good = [line for line in lines if line and (line.facts.venue or _is_titled(line))]
        surely = sum(map(_is_paper, good)) * 2 > len(good)
        share = len(good) / max(len(rows), 1)
        if share >= _SHARE and (surely, share) > best:
            best, number = (surely, share), column
    return {**known, number: "title"} if number >= 0 else None


_SHARE = 0.4
"""How many of a column's cells are titles at least, where its header does not say so."""


def _is_paper(line: Line) -> bool:
    """Whether a cell leads to a paper, or has a title with venue and year."""
    dated = line.facts.venue and line.facts.year and _is_titled(line)
    return bool(dated or any(leads_to_paper(link.url) for link in line.links))


def _is_titled(line: Line) -> bool:
    """Whether a cell surely has a title; words in bold that lead nowhere and have nothing beside them may be none."""
    told = line.marked.links or line.facts.year or line.facts.authors or line.sure != "bold"
    return bool(line.sure and told and len(line.title.split()) >= 3)
