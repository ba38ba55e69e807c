"""Who wrote a paper, where and when, on a line of their own: parts between dashes, dots or bars, in any order."""

from __future__ import annotations

import re

from readtrack.importers._organisations import is_organisation
from readtrack.importers._people import is_sure, is_whole
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.said.around_venues import HONOUR
from readtrack.importers.markdown.said.groups import Facts, take_groups, take_signs
from readtrack.importers.markdown.said.people import families_in, people_alone, people_in
from readtrack.importers.markdown.said.place import KNOWN, YEAR, venue_of
from readtrack.importers.markdown.said.preprints import PREPRINTS
from readtrack.importers.markdown.said.workplaces import organisations_in
from readtrack.model import Author

_BETWEEN = re.compile(r"(?:^|(?<!\s)\s+)(?:--|[–—·•|-])(?=\s|$)")
_LONGEST = 2000
_CODES = re.compile(rf"\s*(?:{inline.CODE}[^{inline.CODE_END}]*{inline.CODE_END}[\s,]*)+")
_MARKS = re.compile(f"[{inline.EM}{inline.EM_END}{inline.BOLD}{inline.BOLD_END}]")
_BRACKET = re.compile(r"\(([^()]{2,80})\)$")
_IN_BOLD = re.compile(
    rf"\s*{inline.BOLD}([^{inline.BOLD_END}]+){inline.BOLD_END}\s*(?:\(([^()]{{2,80}})\))?[\s.,;]*(.*)", re.DOTALL
)
_WROTE = re.compile("[✍🖊🖋]")
"""A picture that stands before those who wrote something, as a label would."""
_WHEN = re.compile(rf"{YEAR}|['’]\d\d\b|[Aa]r[Xx]iv:?\s\d{{4}}\.\d{{4,5}}")
_DOI = re.compile(r"(?i:doi)[:\s]\s?(10\.\d{4,9}/[^\s()]{2,100})(?:\s?\([^()]{2,30}\))?")
"""A DOI, and perhaps what its reader has yet to do with it: "DOI 10.1145/1843 (verify)"."""
_DAY = re.compile(
    rf"\b{YEAR}[./-]\d{{1,2}}[./-]\d{{1,2}}\b|\b\d{{1,2}}[./-]\d{{1,2}}[./-]{YEAR}\b"
    rf"|\b(?:[A-Z][a-z]{{2,8}}\.? \d{{1,2}}|\d{{1,2}} [A-Z][a-z]{{2,8}})\.?,? {YEAR}\b"
)


def credit_in(text: str) -> Facts | None:
    """What a line that is all of parts says of a paper, its year among it; None where any part says more.

    "Ada Lovelace & Alan Turing — **OSDI 1843** · `looms`": beside a year family names alone tell who wrote it. Where
    nobody is named, two parts must say where and when. What a bracket says that is neither is the remark. A reader
    signs with a name and a day: beside a day there must be a venue, or a pen before those who wrote. A DOI says where
    to find it, and organisations behind those who wrote it where they work.
    """
    text = re.sub(f"{inline.LABEL}.", "", text)
    if len(text) > _LONGEST or inline.LINK in text or not _WHEN.search(text):
        return None
    if styled := _styled(text):
        return styled
    facts, told, sure, penned = Facts(), 0, False, False
    for part in _BETWEEN.split(text):
        said = _MARKS.sub("", take_signs(part)[0]).strip(" .,")
        if _DOI.fullmatch(inline.plain(said).strip()):
            told += 1
        elif not said or _CODES.fullmatch(said):
            facts = facts.over(take_groups(said)[1])
        elif facts.authors and not facts.authors[0].affiliations and (places := organisations_in(said)):
            facts = facts._replace(authors=tuple(one._replace(affiliations=places) for one in facts.authors))
        elif not facts.authors and (people := _people(said)):
            names, others, penned = [one.name for one in people], "et al" in said, bool(_WROTE.search(part))
            if len(names) == 1 and not (others or is_whole(names[0])):
                return None
            sure = others or penned or any(map(is_sure, names)) or (len(names) > 1 and all(map(is_whole, names)))
            facts, told = facts._replace(authors=people), told + 1
        elif place := _place_in(said, _IN_BOLD.match(part)):
            # The year beside a meeting goes before a day, and the meeting before a preprint.
            nearer = place.venue and (place.year if not facts.venue else facts.venue.lower() in PREPRINTS)
            facts, told = place.over(facts) if nearer else facts.over(place), told + 1
        else:
            return None
    named = facts.venue or (facts.authors and sure)  # "Seminar Room · 1843" looks like a person, too
    signed = not (facts.venue or penned) and _DAY.search(text)
    return facts if told > 1 and facts.year and named and not signed else None


def doi_in(text: str) -> dict[str, tuple[str, ...]]:
    """The DOI that is a part of such a line, by its label."""
    said = (inline.plain(_MARKS.sub("", part)).strip() for part in _BETWEEN.split(text[:_LONGEST]))
    found = tuple(one[1] for one in map(_DOI.fullmatch, said) if one)
    return {"doi": found} if found else {}


def _people(said: str) -> tuple[Author, ...]:
    """Those who are all of a part, perhaps before a bracket in which the first works: "Lovelace et al. (AWS)"."""
    if people := people_in(said) or families_in(said, placed=True) or people_alone(said):
        return people
    behind = _BRACKET.search(said)
    places = organisations_in(behind[1]) or tuple(filter(is_organisation, [behind[1]])) if behind else ()
    people = families_in(said[: behind.start()]) if behind and places else ()
    return tuple(one._replace(affiliations=places) for one in people)


_STYLED = re.compile(
    rf"\s*{inline.EM}([^{inline.EM_END}{inline.BOLD}]+){inline.EM_END}[\s.,]*"
    rf"{inline.BOLD}([^{inline.BOLD_END}]{{2,150}}?)[\s.,]+({YEAR})\.?{inline.BOLD_END}[\s.]*"
)


def _styled(text: str) -> Facts | None:
    """Who wrote a paper, in italics, before where and when, in bold: "*Ada Lovelace.* **Looms & Cards, 1843.**"."""
    found = _STYLED.fullmatch(text)
    people = (people_in(found[1]) or people_alone(found[1].strip(" ."))) if found else ()
    place = venue_of(f"{found[2]}, {found[3]}", surely=True) if found and people else None
    return Facts(*place, authors=people) if place and all(place) and not _DAY.search(text) else None


def _place_in(said: str, bold: re.Match[str] | None) -> Facts | None:
    """Where and when a part says that a paper appeared, in a bracket behind that perhaps more: "1843 (Memoirs)".

    ``bold``: what it says of that in bold letters, behind which anything may be remarked.
    """
    behind = _BRACKET.search(said)
    where = inline.plain(bold[1]) if bold else said[: behind.start()] if behind else said
    place = venue_of(where)
    if not place or not (place[1] or place[0] in KNOWN):
        return None
    bracket, rest = (bold[2] or "", inline.plain(bold[3])) if bold else (behind[1] if behind else "", "")
    more = venue_of(bracket)
    facts = Facts(*place).over(Facts(*more) if more else Facts())
    remark = "" if more or HONOUR.search(f"0 ({bracket})") else bracket
    return facts.over(Facts(remark=f"{remark}{rest}"))
