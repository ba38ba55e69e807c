"""When and where a paper appeared, as its own heading ends in it: "LoomNet (16 Jan 2018; ICLR)", "Surveys: 2024".

One heading does not tell: below "Reading Group (2018)" stand papers of all years. Those beside it do, each with its one
paper, where one has a venue too or arXiv dates them alike, unless what they name are meetings; so does a heading that
is the title again, or has its like for other years. One that is no more than a month or a day tells it of those that
arXiv got that year, if most below such it got in that very month: what somebody read then was there long before.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from readtrack.identifiers import arxiv_id_of
from readtrack.importers._conferences import known
from readtrack.importers._days import day_of
from readtrack.importers.markdown.layout.headings import facts_in
from readtrack.importers.markdown.layout.items import Found
from readtrack.importers.markdown.said.groups import Facts
from readtrack.importers.markdown.said.place import DATE, KNOWN, YEAR, venue_of
from readtrack.importers.markdown.said.preprints import PREPRINTS
from readtrack.importers.markdown.whole_page.states import state_in

_DATED = re.compile(r"(.*\w.*?)\s*[(]([^()]{4,40})[)]")
_OF_YEAR = re.compile(rf"([^\d:]{{2,40}})\s?[:：]\s*({YEAR})")
_MEETING = re.compile(
    r"^(?:class|course|day|group|lecture|lesson|meeting|meetup|module|part|seminar|session|talk|term|unit|week)s?\b"
    r"|\b(?:autumn|club|discussed|fall|finished|group|log|meeting|presented|read|reading|spring|summer|winter)\b",
    re.IGNORECASE,
)
"""What is held, or read, on a day."""
_LEAST = 3
"""Headings that end in a date, each with one paper below it."""


def under_dates(verdicts: list[tuple[Found, str | None]]) -> list[tuple[Found, str | None]]:
    """The verdicts, of which papers have when and where they appeared from the ends of their headings."""
    papers = [one for one, why in verdicts if not why and one.said and one.section]
    dated = {
        one.section: end for one in papers if len(one.section[-1]) <= 300 and (end := _DATED.fullmatch(one.section[-1]))
    }
    told = {section: facts for section, end in dated.items() if (facts := _told(*end.groups()))}
    several, yearly, monthly = Counter(one.section for one in papers), _yearly(papers), _monthly(papers)
    if not (told or yearly or monthly):
        return verdicts
    alone = [one for one in papers if one.section in told and several[one.section] == 1]
    right, wrong = _by_links((one, told[one.section].year) for one in alone)
    shown = right * 3 >= len(alone) or any(told[one.section].venue for one in alone)
    most = shown and len(alone) >= _LEAST and len(alone) * 4 >= len(told) * 3 and wrong * 4 <= len(alone)
    found = []
    for one, why in verdicts:
        end = dated.get(one.section)
        again = end and one.said and _bare(end[1]) == _bare(one.said.title)
        own = told.get(one.section) if again or (most and several[one.section] == 1) else None
        year = yearly.get(one.section) or monthly.get(one.line)
        facts = own or (Facts(year=year) if year else None)
        found.append((_with(one, facts) if facts and not why else one, why))
    return found


def _with(one: Found, facts: Facts) -> Found:
    if not one.said or one.nested.facts.year or "year" in one.nested.named:
        return one
    return one._replace(said=one.said._replace(facts=one.said.facts.over(facts)))


def _told(heading: str, end: str) -> Facts | None:
    """The date, and the venue beside it, in brackets at the end of a heading; None where more is said there."""
    if _MEETING.search(heading):
        return None
    day = place = None
    for said in re.split(r"\s*[;,|]\s+", end.strip()):
        if date := DATE.fullmatch(said):
            day = day or int(date[1])
        elif (one := venue_of(f"({said})")) and (one[0] in KNOWN or known(one[0] or "")):
            place = one
        elif said.lower() in PREPRINTS or known(said) or said in KNOWN:
            place = venue_of(said, surely=True)
        else:
            return None
    return Facts(place[0] if place else None, (place[1] if place else None) or day) if day else None


def _bare(text: str) -> str:
    return re.sub(r"[\W_]", "", text).casefold()


def _yearly(papers: Sequence[Found]) -> dict[tuple[str, ...], int]:
    """The years of the sections whose headings are the same but for those: "Surveys: 2024", "Surveys: 2023"."""
    headings = {one.section: found for one in papers if (found := _OF_YEAR.fullmatch(one.section[-1]))}
    alike = Counter(found[1] for found in headings.values() if not (_MEETING.search(found[1]) or state_in(found[1])))
    years = {section: int(found[2]) for section, found in headings.items() if alike[found[1]] > 1}
    below = [one for one in papers if one.section in years]
    _, wrong = _by_links((one, years[one.section]) for one in below)
    return years if wrong * 4 <= len(below) else {}


def _monthly(papers: Sequence[Found]) -> dict[int, int]:
    """The years of the lines with papers that arXiv got that year, below months or days: "2020-06", "June 2020",
    "2020年6月", "[2020.06.09]"."""
    days = {one.section: _day_in(one.section[-1]) for one in papers}
    months = {section: day[: len("2020-06")] for section, day in days.items() if len(day) >= len("2020-06")}
    put = [
        (one.line, number, months[one.section])
        for one in papers
        if one.section in months and (number := _number_of(one))
    ]
    right = sum(number[:4] == month[2:].replace("-", "") for _, number, month in put)
    told = right >= _LEAST and right * 2 > len(put)
    return {line: int(month[:4]) for line, number, month in put if told and number[:2] == month[2:4]}


def _day_in(heading: str) -> str:
    """The day, month or year that is all of a heading; "" where it says more."""
    return day_of(re.sub("[年月](?=\\d)", "-", heading.strip(" []()【】")).rstrip("月日")) or ""


def are_of_reading(papers: Sequence[Found]) -> bool:
    """Whether the years above ``papers`` are those in which they were read: arXiv had most of them long before."""
    bare = [one for one in papers if one.said and not (one.said.facts.year or one.nested.facts.year)]
    right, wrong = _by_links((one, year) for one in bare if (year := _year_above(one)))
    return wrong >= _LEAST and wrong > right


def _year_above(one: Found) -> int | None:
    """The year that the innermost heading with one gives to what stands below it."""
    told = (facts_in(heading) for heading in reversed(one.section))
    return next((facts.year for facts in told if facts.year and not facts.venue), None)


def _by_links(dated: Iterable[tuple[Found, int | None]]) -> tuple[int, int]:
    """How many papers arXiv got in their year, or in that before, and how many it got long before they were read."""
    right = wrong = 0
    for one, year in dated:
        if number := _number_of(one):
            fits = 0 <= (year or 0) - 2000 - int(number[:2]) <= 1
            right, wrong = right + fits, wrong + (not fits)
    return right, wrong


def _number_of(one: Found) -> str:
    """The number of a paper at arXiv, of the kind that begins with year and month."""
    links = one.said.links if one.said else ()
    first = next((number for link in links if (number := arxiv_id_of(link.url))), "")
    return first if first[:4].isdigit() else ""
