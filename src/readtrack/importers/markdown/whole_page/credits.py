"""Who wrote a paper, where a list has it behind its titles without a mark: "Notes on Looms, Ada Lovelace".

One title does not tell: "Looms, Cards, Bobbin and Weft" is one, too. Those beside it do; so they do below titles, in
italics, of people whose names are not known, and of teams.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from readtrack.importers._organisations import is_organisation, is_place
from readtrack.importers._people import is_common, is_sure, likeness
from readtrack.importers.markdown.layout.items import Found
from readtrack.importers.markdown.line.entry import Line, line_of
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.markup.inline import EM, EM_END, LABEL
from readtrack.importers.markdown.said.groups import Facts
from readtrack.importers.markdown.said.people import (
    ET_AL,
    families_in,
    is_no_family,
    is_one,
    people_alone,
    people_in,
    run_together,
)
from readtrack.importers.markdown.said.place import venue_of
from readtrack.importers.markdown.said.titles import name_in
from readtrack.importers.markdown.said.writers import families_before, named_in
from readtrack.model import Author, NoteDraft

_OTHERS = re.compile(ET_AL)
_AND = re.compile(r",?\s+(?:and|&)\s+|,\s+")

_PRESENTED = re.compile(r"\s[-–—]\s([A-Z][A-Z'’-]{1,14}|[A-Z][a-z'’-]{1,14})(?:, \d{1,3})?$")


def presented(found: Sequence[Found]) -> list[Found]:
    """The entries without who speaks about them, where a third of the titles end so: "Notes on Looms - ADA, 4"."""
    ends = [_PRESENTED.search(one.said.title) if one.said else None for one in found]
    names = [end[1].capitalize() for end in ends if end and not venue_of(end[1])]
    if len(names) < 3 or len(names) * 3 < len(found) or sum(map(is_sure, names)) * 3 < len(names):
        return list(found)
    return [_spoken(one, one.said, end) if one.said and end else one for one, end in zip(found, ends, strict=True)]


def _spoken(one: Found, line: Line, end: re.Match[str]) -> Found:
    said = line._replace(title=line.title[: end.start()])
    return one._replace(said=said, notes=(*one.notes, NoteDraft(end[0].strip(" -–—"))))


_BELOW = re.compile(
    rf"(?P<head>[^\n{EM}]+\n\s*){EM}(?P<who>[^{EM_END}\n]{{4,200}}){EM_END}[ \t]*(?:\n|$|\.\s+(?=\[?{LABEL}))"
)
"""People in italics on the line below a title."""


def _in_italics(found: Sequence[Found]) -> list[Found]:
    """The entries with the people or the makers in italics below their titles, where three and most have such there."""
    cuts = [_BELOW.match(one.said.marked.text) if one.said else None for one in found]
    people = [_whole(cut["who"]) or makers(cut["who"]) if cut else () for cut in cuts]
    told = sum(bool(who) and authors_in(one) == who for one, who in zip(found, people, strict=True))
    if told < 3 or told * 2 < sum(map(bool, cuts)):
        return list(found)
    return [
        _without(one, one.said, cut, who) if one.said and cut and who and not authors_in(one) else one
        for one, cut, who in zip(found, cuts, people, strict=True)
    ]


def authors_in(one: Found) -> tuple[Author, ...]:
    """Who wrote an entry, as its line or what stands below it says."""
    return (one.said.facts.authors if one.said else ()) or one.nested.facts.authors


def _whole(text: str) -> tuple[Author, ...]:
    """The people that ``text`` is, each with more than a family name."""
    people = people_alone(text)
    return people if all(1 < len(one.name.split()) <= 4 for one in people) else ()


def makers(text: str) -> tuple[Author, ...]:
    """The teams and organisations that ``text`` is, and people beside them: "Ada Lovelace and Loom Lab"."""
    names = _AND.split(inline.plain(text).strip(" .,"))
    teams = [name for name in names if is_organisation(name) and not venue_of(name)]
    shaped = all(name in teams or (is_one(name) and " " in name) for name in names)
    return tuple(map(Author, names)) if teams and shaped else ()


def _without(one: Found, said: Line, cut: re.Match[str], people: tuple[Author, ...]) -> Found:
    """An entry whose line is read without the ``people`` in it."""
    marks = said.marked
    line = line_of(marks._replace(text=f"{cut['head']}{marks.text[cut.end() :]}"), authors_known=True)
    if not line or len(line.title.split()) < 2:
        return one
    return one._replace(said=line._replace(facts=line.facts._replace(authors=people), marked=marks), sure=2)


def credited(found: Sequence[Found]) -> list[Found]:
    """The entries with the authors behind their titles, where those surely are people, or are so behind most commas."""
    for way in (_in_italics, _below, _in_remarks, _behind_colons, _by_name, _behind_dashes):
        found = way(found)
    cuts = [_cut(one) for one in found]
    listing = sum(bool(one.said and not one.said.facts.authors and ", " in one.said.title) for one in found)
    shaped = sum(cut is not None for cut in cuts)
    most = shaped >= 3 and shaped * 2 >= listing
    told = [retitled(one, *cut[:2]) if cut and (most or cut[2]) else one for one, cut in zip(found, cuts, strict=True)]
    known = (bool(most and not one.sure and one.said and one.said.facts.authors) for one in told)
    return [one._replace(sure=1) if sure else one for one, sure in zip(told, known, strict=True)]


def _if_told(found: Sequence[Found], news: Sequence[Found | None], told: int, least: float) -> list[Found]:
    """The entries as the ``news`` of them are, where three tell where people stand, and ``least`` of them."""
    return [new or one for one, new in zip(found, news, strict=True)] if told >= max(3, least) else list(found)


def _below(found: Sequence[Found]) -> list[Found]:
    """The entries with whom the first note below them names, where three and most have who wrote them there."""
    news = [_noted(one) for one in found]
    return _if_told(found, news, sum(bool(one.nested.facts.authors) for one in found), sum(map(bool, news)))


_IN_PRINT = re.compile(r"(?P<who>[^*\n]{3,200} et al\.?),? \*(?P<where>[A-Z][^*\n]{2,80}?)\.?\*{1,2}")
"""The first author and a journal that nothing tells but its place: "A. Lovelace et al. *Looms*"."""


def _noted(one: Found) -> Found | None:
    """An entry of nobody yet with those who are all of its first note, but for the journal behind them."""
    nested = one.nested
    note = nested.notes[0].body.strip(" .,") if nested.notes and not authors_in(one) else ""
    printed = _IN_PRINT.fullmatch(note)
    people = people_in(printed["who"]) if printed else _whole(note)
    venue, year = (venue_of(printed["where"], surely=True) if printed else None) or (None, None)
    facts = Facts(venue, year, people).over(nested.facts)
    return one._replace(nested=nested._replace(facts=facts, notes=nested.notes[1:])) if people else None


_ON = re.compile(
    r"(?P<who>[^\W\d_a-z][^\d:;.()]{1,200}?(?: et al\.)?)"
    r"(?: on|['’]s (?:(?!(?:favou?rite|of|the) )[a-z-]{1,20} ){0,2}"
    r"(?:account|book|guide|introduction|paper|proof|survey|thesis|work) (?:about|for|of|on|to))\s"
)
"""People and what they wrote on; "Ada Lovelace's review of it" is of a paper of others."""


def _in_remarks(found: Sequence[Found]) -> list[Found]:
    """The entries with those whom their remarks begin with, where most of a section do: "Lovelace and Turing on looms".

    The remark stays: without its first words it would say nothing.
    """
    heads = [
        _ON.match(inline.plain(one.said.facts.remark)) if one.said and not authors_in(one) else None for one in found
    ]
    sure = Counter(one.section for one, head in zip(found, heads, strict=True) if head and _sure_in(head["who"]))
    noted = Counter(one.section for one in found if one.said and one.said.facts.remark)
    return [
        _with_people(one, head["who"])
        if head and sure[one.section] >= 3 and sure[one.section] * 3 >= noted[one.section] * 2
        else one
        for one, head in zip(found, heads, strict=True)
    ]


def _with_people(one: Found, who: str) -> Found:
    """An entry with the people in ``who``, of whom several may be called by words: "Sun and Abraham"."""
    assert one.said is not None  # noqa: S101 - only what has a remark begins with people
    people = _sure_in(who) or named_in(who) or (families_before(who) if " and " in who else ())
    if any(is_place(name.name) and not is_sure(name.name) for name in people):
        return one  # "Europe and America on looms"
    return one._replace(said=one.said._replace(facts=one.said.facts._replace(authors=people)))


def _sure_in(who: str) -> tuple[Author, ...]:
    """Family names of several people, or whole names that surely are people's."""
    people = _whole(who)
    return families_in(who) or (people if all(is_sure(one.name) for one in people) else ())


_BY = re.compile(r"\sby\s([A-Z][^,:()]{3,60})$")


def _by_name(found: Sequence[Found]) -> list[Found]:
    """The entries without the "by Ada Lovelace" that titles of a page end in, where three say otherwise by whom."""
    told = sum(bool(one.said and one.said.facts.authors and _SAYS_BY.search(one.said.marked.text)) for one in found)
    cuts = [_BY.search(one.said.title) if one.said and not authors_in(one) else None for one in found]
    people = [_whole(cut[1]) if cut else () for cut in cuts]
    return _if_told(found, _cut_off(found, cuts, people), told, 0)


_DASHED = re.compile(r"\s[-–—]\s([A-Z][^,:;()–—]{3,60})$")


def _behind_dashes(found: Sequence[Found]) -> list[Found]:
    """The entries without whom most titles that end behind a dash have there: "Notes on Looms - Ada Lovelace".

    Two thirds are shaped as names without common words, and half of those surely are people; some are makers:
    "Notes on Looms - Loom Labs". Others stay, and are as sure: "Notes on Looms - Weaving Machines".
    """
    cuts = [_DASHED.search(one.said.title) if one.said and not authors_in(one) else None for one in found]
    teams = [makers(cut[1]) if cut and _is_team(cut[1]) else () for cut in cuts]
    people = [_one_whole(cut[1]) if cut else () for cut in cuts]
    sure = [bool(who) and is_sure(who[0].name) for who in people]
    named = [
        team or (who if told or not any(map(is_common, cut[1].split())) else ()) if cut else ()
        for cut, team, who, told in zip(cuts, teams, people, sure, strict=True)
    ]
    news = [new and new._replace(sure=1) for new in _cut_off(found, cuts, named)]
    told = sum(map(bool, named))
    return _if_told(found, news, told if sum(sure) * 2 >= told else 0, sum(map(bool, cuts)) * 2 / 3)


def _is_team(text: str) -> bool:
    """Whether an organisation is no topic by its words: "Neural Networks" is one."""
    return bool(re.search(r"\s(?:Foundation|Group|Labs?|Team)$", text)) or not all(map(is_common, text.split()))


def _one_whole(text: str) -> tuple[Author, ...]:
    """The one person that ``text`` is, with a given name or initials: "Ada Lovelace", "A.A. Lovelace"."""
    return (Author(text),) if is_one(text) and " " in text and not venue_of(text) else ()


def _cut_off(
    found: Sequence[Found], cuts: Sequence[re.Match[str] | None], people: Sequence[tuple[Author, ...]]
) -> list[Found | None]:
    """The entries without the ``cuts`` off their titles, which are ``people``, or "?"; None for the others."""
    return [
        retitled(one, cut.string[: cut.start()], who) if cut and (who or cut[1] == "?") else None
        for one, cut, who in zip(found, cuts, people, strict=True)
    ]


_SAYS_BY = re.compile(r"\bby\s[A-Z]")
_BEHIND_COLON = re.compile(rf"(?<=[^\s:]):\s(\?|[^:?]{{2,80}}?){ET_AL}")


def _behind_colons(found: Sequence[Found]) -> list[Found]:
    """The entries without whom most titles of a page have behind a colon: "Notes on Looms: Lovelace et al.".

    "? et al." is nobody.
    """
    cuts = [_BEHIND_COLON.search(one.said.title) if one.said and not authors_in(one) else None for one in found]
    people = [families_in(cut[0][2:]) or people_in(cut[0][2:]) if cut else () for cut in cuts]
    news = _cut_off(found, cuts, people)
    return _if_told(found, news, sum(map(bool, people)), sum(bool(one.said) for one in found) / 2)


def _cut(one: Found) -> tuple[str, tuple[Author, ...], bool] | None:
    """The title before the people behind it, those, and whether they surely are people."""
    if not one.said or one.said.facts.authors or one.nested.facts.authors or len(one.said.title) > 1000:
        return None
    title = one.said.title
    if people_in(title):
        return None  # it is nothing but people
    for comma in list(re.finditer(r",\s", title))[-40:]:
        before, behind = title[: comma.start()], title[comma.end() :]
        bare = _OTHERS.sub("", behind)
        names = _AND.split(re.sub(r"^(?:and|&)\s+", "", bare))
        if len(before.split()) < 2 or before.count("(") > before.count(")") or not _are_names(names):
            continue
        whole = all(" " in name for name in names)
        if not whole and any(map(is_no_family, names)):
            continue
        known = all(is_sure(name) or _TITLED.match(name) for name in names)
        return before, tuple(map(Author, names)), bare != behind or (whole and known)
    return None


def _are_names(names: Sequence[str]) -> bool:
    """Whether all are names but for one in three that has a word of titles in it: "Remy Card"."""
    odd = [name for name in names if not _is_name(name)]
    return len(odd) * 3 <= len(names) and all(" " in name and likeness(name) for name in odd)


def _is_name(name: str) -> bool:
    return is_one(name) and not any(map(is_common, name.split()))


def retitled(one: Found, title: str, people: tuple[Author, ...]) -> Found:
    """An entry that is called ``title``, and that ``people`` wrote."""
    assert one.said is not None  # noqa: S101 - only what has a title was cut
    title = title.rstrip(" ,.")
    name = one.said.name if one.said.name != title else None  # what stood before a colon is all of the title
    said = one.said._replace(title=title, facts=one.said.facts._replace(authors=people), name=name or name_in(title))
    return one._replace(said=said, sure=2)


_TITLED = re.compile(r"(?:(?:Prof|Dr)\.|Professor)\s+(?=\S+\s+\S)")


def untitled(found: Sequence[Found]) -> list[Found]:
    """The entries with the authors in their lines called by their names alone: "Dr. Ada Lovelace" is Ada Lovelace.

    Six words are the names of several people with nothing between them, who are told apart if there is but one way and
    the page has others so.
    """
    listed = len({together for one in found if one.said and (together := _together(one.said))}) >= 3
    return [one._replace(said=_called(one.said, listed)) if one.said else one for one in found]


def _together(said: Line) -> str:
    """The names of those who wrote an entry, where nothing is between them, or those of one person are six or more."""
    people = said.facts.authors
    names = " ".join(author.name for author in people)
    several = len(people) > 1 or (len(people) == 1 and not people[0].affiliations and len(names.split()) > 5)
    return names if several and names in inline.plain(said.marked.text) else ""


def _called(said: Line, listed: bool) -> Line:
    people = tuple(author._replace(name=_TITLED.sub("", author.name)) for author in said.facts.authors)
    if len(people) == 1 and not people[0].affiliations and len(people[0].name.split()) > 5:
        names, several = run_together(people[0].name, listed)
        remark = said.facts.remark if names else people[0].name
        return said._replace(facts=said.facts._replace(authors=names, remark=remark)) if several else said
    book = _BOOK.match(said.title) if people != said.facts.authors else None
    return said._replace(title=said.title[book.end() if book else 0 :], facts=said.facts._replace(authors=people))


_BOOK = re.compile(r"Book[,:]\s+(?=[A-Z\d])")


def by_family(found: Sequence[Found]) -> list[Found]:
    """The entries of a page that has authors by their family names alone: "Lovelace, Babbage" are two there."""
    people = [one.said.facts.authors for one in found if one.said]
    alone = sum(len(authors) > 2 and not any(" " in author.name for author in authors) for authors in people)
    whole = sum(len(authors) > 1 and any(" " in author.name for author in authors) for authors in people)
    return [_parted(one) for one in found] if alone >= 3 and alone > whole else list(found)


def _parted(one: Found) -> Found:
    """An entry whose one author, "Babbage Lovelace", is "Lovelace, Babbage" in its line."""
    authors = one.said.facts.authors if one.said else ()
    names = authors[0].name.split() if len(authors) == 1 and not authors[0].affiliations else []
    turned = rf"(?:^|\| )[^\w|]*{re.escape(names[1])}, {re.escape(names[0])}\W" if len(names) == 2 else ""
    if not one.said or not turned or not re.search(turned, one.text):
        return one
    facts = one.said.facts._replace(authors=(Author(names[1]), Author(names[0])))
    return one._replace(said=one.said._replace(facts=facts))
