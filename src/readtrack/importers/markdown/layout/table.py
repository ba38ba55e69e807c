"""The rows of a table of a reading list -> the lines of its papers, and what their other cells say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from readtrack.importers._authors import authors_of
from readtrack.importers._conferences import surely_known, without_topic
from readtrack.importers._days import day_of
from readtrack.importers._no_venues import is_state
from readtrack.importers._organisations import is_legal_form, organisations
from readtrack.importers.markdown.layout.citations import cited_line
from readtrack.importers.markdown.layout.columns import SCORE, SHORT_MONTH, cited_in, columns_with, is_of_meetings
from readtrack.importers.markdown.line.entry import Line, begins_title, line_of
from readtrack.importers.markdown.line.several import apart, on_lines
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.markup.blocks import Block
from readtrack.importers.markdown.markup.inline import is_web
from readtrack.importers.markdown.markup.page import Page
from readtrack.importers.markdown.markup.ways import is_own_page
from readtrack.importers.markdown.said.groups import Facts, take_signs
from readtrack.importers.markdown.said.people import families_in, people_in
from readtrack.importers.markdown.said.place import KNOWN, YEAR, venue_of
from readtrack.importers.markdown.said.preprints import PREPRINTS
from readtrack.importers.markdown.said.readings import reading_of, status_in
from readtrack.importers.markdown.said.titles import name_in
from readtrack.importers.markdown.said.writers import cited_as
from readtrack.model import Author, Link, NoteDraft, Reading


class Row(NamedTuple):
    """A row as a line, and what its other cells say."""

    number: int
    text: str
    line: Line | None
    notes: tuple[NoteDraft, ...] = ()
    readings: tuple[Reading, ...] = ()


_HEADING = re.compile(r"<center>[^<\[\]]*</center>", re.IGNORECASE)
"""All that a row says where it heads those below it."""

_RULE = re.compile(r"\s*(?::-{2,}:?|-{2,}:)\s*")
"""What stands below the heads of columns, and behind what heads the rows below it as if a table began there."""


def rows_of(table: Block, columns: dict[int, str], page: Page) -> list[Row]:
    """The papers of a table; lines right below it, which are rows as well, may say who wrote the last of them, when.

    A day below no such people is that of the table.
    """
    found: list[Row] = []
    signed = False
    for row in _rows(table, columns, page):
        last = found[-1].line if found else None
        told = _told_alone(row, page) if last else None
        signed = bool(told and (told.authors or signed))
        if last and told and signed:
            found[-1] = found[-1]._replace(line=last._replace(facts=last.facts.over(told)))
        else:
            found.append(row)
    return found


def _told_alone(row: Row, page: Page) -> Facts | None:
    """Who wrote a paper, or when, where that is all of a row, which has no cells: a year in one heads what is below."""
    if "|" in page.lines[row.number - 1]:
        return None
    said = page.marked(page.lines[row.number - 1])
    people = people_in(said.text) if not said.links else ()
    day = day_of(inline.plain(said.text))
    return Facts(authors=people) if len(people) > 1 else Facts(year=int(day[:4])) if day else None


def _rows(table: Block, columns: dict[int, str], page: Page) -> Iterator[Row]:
    own = any("](http" in cell for _, row in table.rows[1:] for cell in row)
    met, citing = is_of_meetings(table, page), cited_in(table, page)
    topical = [column for column in columns_with(columns, "venue") if _are_topical(table, column)]
    for number, cells in table.rows[1:]:
        text = " | ".join(cells)
        filled = [cell.strip() for cell in cells if cell.strip(" -:")]
        if not filled or (len(filled) == 1 and (_HEADING.fullmatch(filled[0]) or any(map(_RULE.fullmatch, cells)))):
            continue
        titles = [column for column in columns_with(columns, "title") if column < len(cells)]
        if len(titles) > 1:
            titles = [column for column in titles if any(is_web(link.url) for link in page.marked(cells[column]).links)]
        for column in titles:
            title = page.marked(cells[column])
            if title.links and all(is_own_page(link.url) for link in title.links) and not own:
                continue  # what it leads to stands on this page; a table that leads elsewhere, too, is no contents
            for marks in (met and on_lines(title)) or apart(title):
                yield _row(number, _without_topics(cells, topical), text, marks, columns, page, column in citing)


def _are_topical(table: Block, column: int) -> bool:
    """Whether most cells of a column say what papers are about behind where and when: "ICRA 2025-Loom Learning"."""
    said = [row[column].strip() for _, row in table.rows[1:60] if column < len(row)]
    said = [one for one in said if not _NOTHING.fullmatch(one)]
    places = [place for one in said if (place := without_topic(one)) != one]
    return len(places) * 2 > len(said) and len(set(places)) >= 3


def _without_topics(cells: tuple[str, ...], topical: Sequence[int]) -> tuple[str, ...]:
    return tuple(without_topic(cell.strip()) if number in topical else cell for number, cell in enumerate(cells))


_NOTHING = re.compile(
    r"[-–—/ ?.]*|n/?a|none|null|tb[ad]|unknown|[暂尚]?无|未知"
    r"|to be (?:added|announced|decided|filled|updated)(?: in)?(?: later| soon)?"
    r"|(?:add|coming|fill|update)(?: in)? (?:later|soon)",
    re.IGNORECASE,
)
"""A cell in which nothing is said."""


def _row(
    number: int,
    cells: tuple[str, ...],
    text: str,
    title: inline.Marked,
    columns: dict[int, str],
    page: Page,
    cites: bool = False,
) -> Row:
    line = cited_line(title) if cites else line_of(title)
    facts, name = Facts(), None
    links: list[Link] = []
    notes: list[NoteDraft] = []
    readings: list[Reading] = []
    places: tuple[str, ...] = ()
    last: tuple[Author, ...] = ()
    # Where tags say, too, when a paper appeared, any other column is surer.
    for column, cell in sorted(enumerate(cells), key=lambda one: columns.get(one[0]) == "tags"):
        marks, kind = page.marked(cell), columns.get(column)
        if kind == "title":
            continue
        links += [link for link in marks.links if inline.is_web(link.url)]
        said = inline.plain(marks.text).strip()
        if _NOTHING.fullmatch(said):
            facts = facts.over(_place_linked(marks, kind == "venue"))
            continue
        if kind == "status":
            told, ticked = _status(marks, said)
            readings, facts = [*readings, *told], facts.over(ticked)
        elif kind == "name":
            name = said if len(said.split()) == 1 and len(said) <= 20 else None
        elif kind in ("affiliations", "authors") and (printed := _HAN_PRINTED.fullmatch(said)):
            facts = facts.over(Facts(printed[2], int(printed[1]) if printed[1] else None))
        elif kind == "last":
            last = _cell("authors", marks.text, said).authors
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
    if (facts.venue or line.facts.venue in facts.tags) and (own := begins_title(title.text, line.facts)):
        line = line._replace(title=f"{own}: {line.title}", facts=line.facts._replace(venue=None), name=own)
    facts = facts if facts.year else facts._replace(year=_turned_year(cells, columns, page))
    facts = _printed(cells, columns, page).over(facts)
    authors = line.facts.authors or tuple(dict.fromkeys((*facts.authors, *last)))
    whole = _whole(line, facts._replace(authors=_placed(authors, places)), name)
    return Row(number, text, whole._replace(links=(*line.links, *links)), tuple(notes), tuple(readings))


def _turned_year(cells: Sequence[str], columns: dict[int, str], page: Page) -> int | None:
    """The year of a day right behind a link that stands in the column of years: the two cells are turned."""
    for column in columns_with(columns, "year"):
        if column + 1 < len(cells) and column + 1 not in columns and page.marked(cells[column]).links:
            day = day_of(inline.plain(page.marked(cells[column + 1]).text))
            return int(day[:4]) if day and len(day) > len("1843") else None
    return None


def _whole(line: Line, facts: Facts, name: str | None) -> Line:
    """The line that the cell of a title is, with what other cells of its row say."""
    told = facts.over(line.facts)
    return line._replace(facts=told, name=line.name or name or name_in(line.title), sure=line.sure or "table")


def _printed(cells: Sequence[str], columns: dict[int, str], page: Page) -> Facts:
    """The year beside the venue of a row, where another cell has a day: then the paper was first to be read."""
    said = [(columns.get(number), page.marked(cell).text) for number, cell in enumerate(cells)]
    days = [text for kind, text in said if kind in ("year", "month") and not re.fullmatch(YEAR, inline.plain(text))]
    places = (_cell(kind, text, "") for kind, text in said if kind == "venue" and days)
    return Facts(year=next((one.year for one in places if (one.venue or "arXiv").lower() not in PREPRINTS), None))


_HAN_PRINTED = re.compile(
    rf"(?:({YEAR})年?)?(\S{{2,60}}(?:会议|年会|大会|研讨会|学报|期刊|杂志|(?:大学|学院)(?:[硕博]士)?(?:学位)?论文)"
    r"(?:[(（][A-Za-z-]{2,12}[)）])?)"
)
"""Where and when a paper appeared, in a cell where its people or their places of work should be."""
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
    places = [place for part in re.split("[;；、]", said) for place in organisations(part)]
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


def _place_linked(marks: inline.Marked, surely: bool) -> Facts:
    """The venue and year that are the name of the only link of a cell: "[arXiv:1843.01815](url)"; ``surely``: the
    column is one of venues, so that no year is needed."""
    place = venue_of(marks.links[0].label or "") if len(marks.links) == 1 else None
    return Facts(*place) if place and (all(place) or surely) else Facts()


def _read_on(said: str) -> Reading | None:
    """The reading that a day alone is, in a column that says when each paper was read."""
    day = day_of(said)
    return Reading("read", finished_on=day) if day else None


_YEAR_BEFORE = re.compile(rf"\s*({YEAR})\s*/\s*(?=\S)")
_YEAR_BEHIND = re.compile(rf"\s*([^\W\d_][^/\n]{{1,150}}?)\s*/\s*({YEAR})\s*")
"""A venue, whatever its name, and behind a slash its year: "Software/1843"."""


_CITED = re.compile(
    r"\W*([A-Za-z][\w&]{2,12})(?: \w+ papers?)?[\s,;(]+(?:citations?|cited by)\W{0,3}\d[\d,]*\+?\W*", re.IGNORECASE
)
"""A conference and how often a paper was cited: "EMNLP, Citations (914)"."""


def _is_held(venue: str | None, year: int | None) -> bool:
    """Whether a venue is one that is known, and its year is told."""
    return bool(year and venue and (venue in KNOWN or surely_known(venue)))


_SHORT = re.compile(rf"(?:{'|'.join(PREPRINTS)})\s?['’]\d\d$", re.IGNORECASE)
"""A preprint and its short year, which no tag is but one that says when."""


def _cell(kind: str | None, text: str, said: str) -> Facts:
    """What one cell says of its paper."""
    if kind == "venue":
        if alone := re.fullmatch(rf"\W*({YEAR})\W*", said):
            return Facts(year=int(alone[1]))  # "..., 1843"
        before = _YEAR_BEFORE.match(text)
        said = text[before.end() if before else 0 :]
        behind = _YEAR_BEHIND.fullmatch(said)
        said, year = behind.groups() if behind else (said, before and before[1])
        unprinted = bool(behind) and is_state(said[:1].upper() + said[1:])  # a venue may be in lower case here
        place = None if unprinted else venue_of(said, surely=True) or venue_of(said.partition(";")[0], surely=True)
        place = place or (said if behind and not unprinted else None, None)
        return Facts(year=int(year) if year else None).over(Facts(*place))
    if kind == "year":
        year, place = re.search(rf"\b({YEAR})", said), venue_of(text)
        return Facts(*place) if place and _is_held(*place) else Facts(year=int(year[1]) if year else None)
    if kind == "month":
        month = SHORT_MONTH.match(said)
        return _cell("year", text, said).over(Facts(year=2000 + int(month[1]) if month else None))
    if kind == "credit":
        return cited_as(text) or Facts()
    if kind == "place":
        return Facts(*(venue_of(text) or ()))
    if kind == "authors":
        families = () if re.search(r"\bet\.? al", said) else families_in(said)
        return Facts(authors=families or authors_of(said, surely=True))
    if kind == "rating":
        stars = take_signs(text)[1].stars
        number = re.match(r"([1-5])(?:\.0)?(?:\s?/\s?5)?$", said)
        return Facts(stars=int(number[1]) if number else stars)
    if kind == "tags":
        words = re.split(r"\s*[,;、，\n]\s*", inline.plain(take_signs(text)[0]))
        places = {
            word: place for word in words if (place := venue_of(word)) and (_is_held(*place) or _SHORT.match(word))
        }
        taken = places if len(places) == 1 else {}
        tags = (word.strip("# ") for word in words if 0 < len(word.strip("# -")) <= 60 and word not in taken)
        return Facts(*next(iter(taken.values()), ())).over(Facts(tags=tuple(tags)))
    if kind is None and (signs := take_signs(text)[1]).stars:
        return signs._replace(read=None)
    place = venue_of(text) if kind is None and not SCORE.search(said) else None
    if kind is None and (counted := _CITED.fullmatch(said)):
        return Facts(surely_known(counted[1]))
    return Facts(*place) if place and (all(place) or place[0] == "arXiv") else Facts()
