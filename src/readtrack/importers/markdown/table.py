"""A table of a reading list -> the lines of its papers: what each column holds is told by its header."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from readtrack.identifiers import leads_to_paper
from readtrack.importers._authors import authors_of
from readtrack.importers._days import day_of
from readtrack.importers._organisations import is_legal_form, organisations
from readtrack.importers.markdown import inline
from readtrack.importers.markdown.blocks import Block
from readtrack.importers.markdown.entry import Line, line_of
from readtrack.importers.markdown.groups import Facts, take_signs
from readtrack.importers.markdown.inline import is_anchor, is_web
from readtrack.importers.markdown.nested import Page
from readtrack.importers.markdown.people import families_in
from readtrack.importers.markdown.place import PREPRINTS, YEAR, venue_of
from readtrack.importers.markdown.readings import reading_of, status_in
from readtrack.importers.markdown.several import apart
from readtrack.importers.markdown.titles import name_in
from readtrack.model import Author, Link, NoteDraft, Reading

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


class Row(NamedTuple):
    """A row as a line, and what its other cells say."""

    number: int
    text: str
    line: Line | None
    notes: tuple[NoteDraft, ...] = ()
    readings: tuple[Reading, ...] = ()


_OF_PAPERS = r"https?://\S*(?:arxiv|doi|\.pdf|usenix|acm\.org|ieee|openreview|aclweb|paper)"


def columns_of(table: Block, page: Page) -> dict[int, str] | None:
    """What the columns hold; None where this is no table of papers."""
    known = _columns(table, page)
    dated = _of(known, "year") if known else []
    if known and dated and sum(_is_older(row, dated[0], _of(known, "title"), page) for _, row in table.rows[1:30]) > 1:
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
        page.marked(row[number]).text for _, row in rows[:30] for number in _of(known, "title") if number < len(row)
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
    names = [row[number] for _, row in rows for number in _of(known, "name") if number < len(row)]
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
    for number in (*_of(known, "venue"), *_of(known, "tags")) if "title" not in known.values() else ():
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


def _of(known: dict[int, str], kind: str) -> list[int]:
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


_HEADING = re.compile(r"<center>[^<\[\]]*</center>", re.IGNORECASE)
"""All that a row says where it heads those below it."""


def rows_of(table: Block, columns: dict[int, str], page: Page) -> Iterator[Row]:
    """The papers of a table."""
    own = any("](http" in cell for _, row in table.rows[1:] for cell in row)
    for number, cells in table.rows[1:]:
        text = " | ".join(cells)
        filled = [cell.strip() for cell in cells if cell.strip(" -:")]
        if not filled or (len(filled) == 1 and _HEADING.fullmatch(filled[0])):
            continue
        titles = [column for column in _of(columns, "title") if column < len(cells)]
        if len(titles) > 1:
            titles = [column for column in titles if any(is_web(link.url) for link in page.marked(cells[column]).links)]
        for column in titles:
            title = page.marked(cells[column])
            if title.links and all(is_anchor(link.url) for link in title.links) and not own:
                continue  # what it leads to stands on this page; a table that leads elsewhere, too, is no contents
            for marks in apart(title):
                yield _row(number, cells, text, marks, columns, page)


_NOTHING = re.compile(r"[-–—/ ?.]*|n/?a|none|null|tb[ad]|unknown", re.IGNORECASE)
"""A cell in which nothing is said."""


def _row(
    number: int, cells: tuple[str, ...], text: str, title: inline.Marked, columns: dict[int, str], page: Page
) -> Row:
    line = line_of(title)
    facts, name = Facts(), None
    links: list[Link] = []
    notes: list[NoteDraft] = []
    readings: list[Reading] = []
    places: tuple[str, ...] = ()
    for column, cell in enumerate(cells):
        marks, kind = page.marked(cell), columns.get(column)
        if kind == "title":
            continue
        links += [link for link in marks.links if inline.is_web(link.url)]
        said = inline.plain(marks.text).strip()
        if _NOTHING.fullmatch(said):
            continue
        if kind == "status":
            told, ticked = _status(marks, said)
            readings, facts = [*readings, *told], facts.over(ticked)
        elif kind == "name":
            name = said if len(said.split()) == 1 and len(said) <= 20 else None
        elif kind == "notes":
            facts = facts.over(_place_noted(marks, said))
            body = inline.as_markdown(marks.text, marks.links)
            notes += [NoteDraft(body)] if re.search(r"\w", said) else []
        else:
            # In a cell of authors each line is a group: "Ada, Acme<br>Charles, Acme".
            lines = "; ".join(filter(None, map(inline.plain, marks.text.split("\n"))))
            places += _places_in(lines) if kind == "affiliations" else ()
            facts = facts.over(_cell(kind, marks.text, lines if kind == "authors" else said))
    if not line:
        return Row(number, text, None)
    whole = line._replace(
        facts=_printed(cells, columns, page)
        .over(facts)
        .over(line.facts)
        ._replace(authors=_placed(line.facts.authors or facts.authors, places)),
        links=(*line.links, *links),
        name=line.name or name or name_in(line.title),
        sure=line.sure or "table",
    )
    return Row(number, text, whole, tuple(notes), tuple(readings))


def _printed(cells: Sequence[str], columns: dict[int, str], page: Page) -> Facts:
    """The year beside the venue of a row, where another cell has a day: then the paper was first to be read."""
    said = [(columns.get(number), page.marked(cell).text) for number, cell in enumerate(cells)]
    days = [text for kind, text in said if kind == "year" and not re.fullmatch(YEAR, inline.plain(text))]
    places = (_cell(kind, text, "") for kind, text in said if kind == "venue" and days)
    return Facts(year=next((one.year for one in places if (one.venue or "arXiv").lower() not in PREPRINTS), None))


_NUMBERED_PLACES = re.compile(r"\s*\d{1,2}\b|.*[¹²³⁴⁵⁶⁷⁸⁹^]")
"""Numbers say which author is where; those stand by the names, if anywhere."""


def _status(marks: inline.Marked, said: str) -> tuple[tuple[Reading, ...], Facts]:
    """The reading that a cell of a column of those tells, or that it is ticked."""
    reading = reading_of("yes" if said.lower() in ("x", "y") else said) or _read_on(said)
    if reading:
        return () if reading.status == "unread" else (reading,), Facts()
    ticked = take_signs(marks.text)[1].read and not status_in(said)
    return (), Facts(read=True if ticked else None)


def _places_in(said: str) -> tuple[str, ...]:
    """The affiliations in a cell, without the full stop that only ends it."""
    if _NUMBERED_PLACES.match(said):
        return ()
    places = [place for part in re.split("[;；]", said) for place in organisations(part)]
    named = (place if is_legal_form(place.split()[-1]) else place.rstrip(" .") for place in places)
    return tuple(place for place in named if re.search(r"\w", place))


def _placed(authors: tuple[Author, ...], places: tuple[str, ...]) -> tuple[Author, ...]:
    """The authors of a row, who all are where another of its cells says, unless theirs says where each is."""
    told = any(one.affiliations for one in authors)
    return authors if told else tuple(one._replace(affiliations=places) for one in authors)


def _place_noted(marks: inline.Marked, said: str) -> Facts:
    """The venue and year that are all of a note, of which its link tells more."""
    place = venue_of(said) if len(marks.links) == 1 else None
    return Facts(*place) if place and all(place) else Facts()


def _read_on(said: str) -> Reading | None:
    """The reading that a day alone is, in a column that says when each paper was read."""
    day = day_of(said)
    return Reading("read", finished_on=day) if day else None


_SCORE = re.compile(r"(?<![\d.])\d{1,3}\.\d{1,3}(?![\d.])")
"""What a paper's system reached, "MOTA 53.6 on MOT16", which is no venue."""


def _cell(kind: str | None, text: str, said: str) -> Facts:
    """What one cell says of its paper."""
    if kind == "venue":
        return Facts(*(venue_of(text, surely=True) or (None, None)))
    if kind == "year":
        year = re.search(rf"\b({YEAR})", said)
        return Facts(year=int(year[1])) if year else Facts()
    if kind == "authors":
        families = () if re.search(r"\bet\.? al", said) else families_in(said)
        return Facts(authors=families or authors_of(said, surely=True))
    if kind == "rating":
        stars = take_signs(text)[1].stars
        number = re.match(r"([1-5])(?:\.0)?(?:\s?/\s?5)?$", said)
        return Facts(stars=int(number[1]) if number else stars)
    if kind == "tags":
        words = re.split(r"\s*[,;、，\n]\s*", inline.plain(take_signs(text)[0]))
        return Facts(tags=tuple(word.strip("# ") for word in words if 0 < len(word.strip("# -")) <= 60))
    if kind is None and (signs := take_signs(text)[1]).stars:
        return signs._replace(read=None)
    place = venue_of(text) if kind is None and not _SCORE.search(said) else None
    return Facts(*place) if place and (all(place) or place[0] == "arXiv") else Facts()
