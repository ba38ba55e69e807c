"""Who is named in the line of a reading list: whole names, family names alone, and nothing but people."""

from __future__ import annotations

import re
from functools import lru_cache

from readtrack.importers._authors import authors_of
from readtrack.importers._organisations import is_organisation
from readtrack.importers._people import is_common, is_sure, likeness
from readtrack.importers._stops import SHORTENED
from readtrack.importers._turned import turned_in_turn
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.said.place import YEAR, is_place
from readtrack.latex import to_text
from readtrack.model import Author
from readtrack.names import person

_ACCENT = re.compile(r"\{(['`^\"~])(\w)\}")
"""An accent of LaTeX whose backslash Markdown took for its own: "{'e}"."""
AUTHOR = (
    r"(?:(?:(?:first|lead|main) )?authors?|researchers?(?: involved)?|autor(?:en|es)?|auteurs?|autori"
    r"|авторы?|作者|著者|저자)"
)
"""What stands before those who wrote something, and a colon."""
_CREDIT = re.compile(rf"^\s*(?:[,;.·|–—-]\s*)*(?:{AUTHOR}\s*[:：]|(?:written )?by(?![A-Za-zÀ-ɏ]))\s*", re.IGNORECASE)

EDITED = re.compile(r",?\s{0,3}\([Ee]d(?:s|itors?)?\.?\)[.,]?$")
"""What says that those before it are editors, who stand for the authors of a book."""

ET_AL = r",?(?: [Ee]t\.?)? al\.?$"


_HANDLE = re.compile(r"(?<=\w)\s?[(\[]@[\w.-]{2,40}[)\]]")
"""What someone is called on a website: "Ada Lovelace (@ada)"."""
_GLUED = re.compile(r"(?<=[a-z]{2}),(?=[A-Z][\w'’.-]+ [A-Z])")
"""A comma without its blank between two names."""


_BEFORE_ACRONYM = re.compile(r"[a-z], (?:[A-Z]\.[ -]?){1,3} [A-Z]{3,}$|[a-z], (?:[A-Z]\. ?){1,3}[A-Z]{3,}$")
"""Initials behind a family name, and a system's name, with which a title begins: "Lovelace, A. LOOM"."""


_NUMBERED = re.compile(r"[A-Z]\d+[A-Z]")
"""A number between capitals is in a system's name, where others say which author is where: "L00M N1"."""
_ENDED = re.compile(r"(?:[a-z]{3}\.\s+|(?:&|\band|\.,) [A-Z][\w'’-]+, (?:[A-Z]\.[ -]?){0,2}[A-Z]\.\s)([A-Z][\w-]+)$")
"""The end of those who wrote a paper, and the first word of its title."""


def are_before_title(text: str) -> bool:
    """Whether people are named in ``text`` up to the first word of a title, which is no name: "& Turing, A. Looms"."""
    found = _ENDED.search(text)
    return found is not None and not ("," in found[0] and is_sure(found[1]))


@lru_cache(maxsize=64)  # each grammar asks about the same line
def people_in(text: str) -> tuple[Author, ...]:
    """The authors that ``text`` lists, and nothing but authors; () where it is something else."""
    line = inline.plain(_CREDIT.sub("", text)).lstrip(" .,;:|–—-*").rstrip(" ,;:|–—-*}")
    line = EDITED.sub("", line) + "}" * (line.count("{") == line.count("}") + 1)  # "Lovelac{\'e}"
    small = len(re.findall(r"(?<!\S)[a-z]{4,}", line))
    if small > 6 and small * 4 > line.count(" "):
        return ()  # prose: asking costs the more the longer it is
    line = _HANDLE.sub("", _GLUED.sub(", ", line))
    line = re.sub(r"\[([^\W\d_][^\[\]]{2,40})\]", r"\1", line)
    line = re.sub(r"(?<=\b[JS]r\.) (?=[A-Z])", ", ", line)
    line = _ACCENT.sub(r"{\\\1\2}", line)
    if "\\" in line:
        line = to_text(line)
    if line.endswith(".") and not re.search(r"(?:[\s,]\.\.|\b[A-Z]|\bet\.? al|\bJr|\bSr|Inc|Ltd|Co|Corp)\.$", line):
        line = line[:-1]
    line += "." if re.search(r"(?:[A-Z]\S+, |[A-Z]\.[\s-]?)[A-Z]$", line[-40:]) else ""
    if not re.match(r"[^\W\d_]|[(（][^()（）]+[)）]$", line) or len(line) > 6000 or line.count(" ") > 1200:
        return ()
    people = authors_of(line)
    if _BEFORE_ACRONYM.search(line) or _NUMBERED.search(line):
        return ()
    on = any(_goes_on(said, one is people[-1]) for one in people for said in (one.name, *one.affiliations))
    return () if on else people


def _goes_on(said: str, last: bool) -> bool:
    """Whether a stop ends a person's name in what is taken for one, or for a place of work: "Al Turing. Loom Lab".

    ``last``: no other is named behind; one of few letters before others is rather shortened: "Edward Ste. Marie, Al T".
    """
    stopped = re.match(r"([^.]*(?:\b[A-Z]\.[^.]*){0,4} [\w'’-]*[a-z]{2})\. ", said)
    name = stopped[1] if stopped else ""
    if not name or not is_one(name) or is_organisation(name):
        return False
    shortened = SHORTENED.search(name) or (not last and re.search(r"\b\w{2,4}$", name))
    return not (shortened and likeness(said) == 2)


_FAMILY = (
    r"(?:(?:[Vv]an|[Vv]on|[Dd]e|[Dd]er|[Dd]i|[Dd]en|[Ll]a|[Ll]e|[Ee]l|[Aa]bu|[Ii]bn) )*"
    r"[^\W\d_a-z][^\W\d_]+(?:['’-][^\W\d_]+)*"
)
_FAMILIES = re.compile(rf"{_FAMILY}(?:, {_FAMILY}){{0,20}}(?:,? (?:and|&) {_FAMILY}|,? et\.? al\.?)")


def is_no_family(name: str) -> bool:
    """Whether a word is none that stands for a person: "GPU", "Learning", "Google"."""
    return name.isupper() or is_common(name) or is_organisation(name)


def families_in(text: str, placed: bool = False) -> tuple[Author, ...]:
    """The authors of whom ``text`` says the family names alone: "Lamport, Shostak and Pease", "Lamport et al.".

    ``placed``: it is said beside them where or when they wrote, so that few of many may be words as well: "Sun".
    """
    line = inline.plain(_CREDIT.sub("", text)).strip(" .,;:|()–—-*")
    if len(line) > 400 or not _FAMILIES.fullmatch(line):
        return ()
    names = re.split(r",? (?:and|&) |, ", re.sub(r",? et\.? al\.?$", "", line))
    if len(names) == 1 and not (names[0].isupper() or is_common(names[0])):
        return (Author(names[0]),)  # "Sun et al." are no company
    odd = sum(map(is_no_family, names))
    return tuple(map(Author, names)) if not odd or (placed and odd * 3 < len(names)) else ()


_ITALIC_END = re.compile(rf",\s*{inline.EM}([^{inline.EM}{inline.EM_END}\n]{{4,200}}){inline.EM_END}[\s.]*$")


def in_italics(text: str) -> tuple[tuple[Author, ...], int]:
    """Those whose family names, in italics, are all behind the last comma of a line, and where that stands."""
    found = _ITALIC_END.search(text)
    people = families_in_italics(found[1]) if found else ()
    return people, found.start() if found and people else 0


def families_in_italics(text: str) -> tuple[Author, ...]:
    """Those whose family names alone are in italics: one is known, or others are left out. "Plant and Soil" is none."""
    people = families_in(text)
    return people if "et al" in text or is_sure(" ".join(one.name for one in people)) else ()


def group_in(text: str) -> tuple[Author, ...]:
    """The one organisation that ``text`` names, where authors stand: "World Weaving Organization et al."."""
    bare = re.sub(r",? et\.? al\.?$", "", inline.plain(text).strip(" ,")).rstrip(" .")
    told = re.fullmatch(r"\w[^.,:;()\d]{2,80}", bare) and len(bare.split()) <= 8 and is_organisation(bare)
    return (Author(bare),) if told and inline.LINK not in text else ()


_INITIALLED = re.compile(
    rf"({_FAMILY})(?: (?:[A-Z][ .-]{{0,2}}){{1,3}}|(?: {_FAMILY})?, (?:[A-ZÀ-Þ]\.[ -]?){{1,4}})(?<![ -])(?!\w)"
)
_BETWEEN = re.compile(rf"[.,;{inline.EM_END}{inline.BOLD_END}]*\s+(?:(?:and|&)\s+)?")


_QUESTION = re.compile(
    r"(?:Are|Can|Could|Did|Do|Does|How|Is|Should|Was|Were|What|When|Where|Which|Who|Why|Will) [^.,;?\n]{3,300}\?"
)
"""A question, of which no word is a name: "Can AI Weave?"."""


def initialled_in(text: str) -> tuple[tuple[Author, ...], int]:
    """The authors that ``text`` begins with, family names first, then initials; and where what is behind them begins.

    "Lovelace A B, Turing A. OSDI, 2020": that the last initial has a stop says nothing of where the names end.
    """
    if _QUESTION.match(text):
        return (), 0
    credit = _CREDIT.match(text)
    at = credit.end() if credit else len(text) - len(text.lstrip(f" \n.,:;–—-{inline.EM}{inline.BOLD}"))
    names: list[str] = []
    odd = 0
    while (one := _INITIALLED.match(text, at)) and not one[1].isupper() and (gap := _BETWEEN.match(text, one.end())):
        names.append(one[0])
        odd += "," not in one[0] and is_no_family(one[1])
        at = gap.end()
    if names and "." not in "".join(names)[:-1]:
        names[-1] = names[-1] if "," in names[-1] else names[-1].rstrip(".")
    return tuple(Author(person(name)) for name in names) if odd * 2 < len(names) else (), at


_TURNED = re.compile(
    r"([A-Z][\w'’-]+, [A-Z][\w'’-]+(?: [A-Z][\w'’.-]*)?)"
    r"(?:\s?[:：,]\s(?:[\w.'’]{2,10} )?(?:[Tt]hesis|[Dd]issertation))?"
)


def turned_in(text: str) -> tuple[Author, ...]:
    """The one person whom ``text`` names family name first, and whose thesis it may say there is: "Lovelace, Ada"."""
    found = _TURNED.fullmatch(text)
    name = person(found[1]) if found and is_sure(found[1]) else ""
    return (Author(name),) if likeness(name) == 2 else ()


_CITY = re.compile(r"(?:San|Santa|St\.|Los|Las|New) ")


def is_one(name: str) -> bool:
    """Whether ``name`` looks like one person's and nothing else: no place is called so, and no city."""
    return likeness(name) == 2 and not (is_place(name) or _CITY.match(name))


def people_alone(text: str) -> tuple[Author, ...]:
    """People where nothing else stands, so that each needs only the look of a name."""
    said = inline.plain(_CREDIT.sub("", text)).strip(" ,")
    bare = re.sub(r",? (?:and|&) others$", "", said)
    if one := turned_in(bare):
        return one
    if turned := turned_in_turn(bare, bare != said):
        return tuple(Author(person(f"{family}, {given}")) for family, given in turned)
    names = re.split(r",\s+(?:and\s+)?|\s+(?:and|&)\s+", bare)
    return tuple(map(Author, names)) if all(map(is_one, names)) else ()


def two_in(text: str) -> tuple[Author, ...]:
    """The two people, each with more than a family name, between whom an "and" stands: "Ada Lovelace and Al Turing"."""
    people = people_alone(text) if re.fullmatch(r"[^,;:]+ (?:and|&) [^,;:]+", text) else ()
    return people if len(people) == 2 and all(" " in one.name for one in people) else ()


_WITH_INITIALS = re.compile(r"[A-Z]{1,3} [A-Z][\w'’-]+")


def initials_first(text: str) -> tuple[Author, ...]:
    """People whose initials stand together before their family names: "AK Lovelace, A Turing"."""
    people = people_alone(text)
    return people if all(_WITH_INITIALS.fullmatch(one.name) for one in people) else ()


_WORD = r"[A-ZÀ-Þ](?:['’][A-Z])?[^\W\d_][\w'’-]*"
_INITIALS = r"(?:[A-Z]\.[ -]?)+ ?"
_PARTICLES = r"(?:(?:van|von|de|der|den|di|la|le) ){0,2}"
_SHAPES = tuple(
    re.compile(rf"{shape}(?:\s+|$)")
    for shape in (
        rf"{_WORD} (?:{_INITIALS})?{_PARTICLES}{_WORD}",
        rf"{_INITIALS}{_PARTICLES}{_WORD}",
        rf"{_INITIALS}{_WORD} {_WORD}",
    )
)
_MOST = 2
"""Ways to read a line: with two it is known that there is more than one."""


def run_together(text: str, listed: bool = False) -> tuple[tuple[Author, ...], bool]:
    """The people in ``text`` with nothing between them, "Ada B. Lovelace Alan Turing", and whether it is such names.

    Where it can be read in more ways than one, as "A. Lovelace Alan B. Turing" can, nobody is named. Four words are
    rather one person's, and so are seven without an initial, unless the page has people ``listed`` so.
    """
    line = inline.plain(text).strip()
    words = len(line.split(None, 60))
    if not 5 <= words <= 60 or "," in line or not (listed or words > 7 or re.search(r"\b[A-Z]\.", line)):
        return (), False
    ways: dict[int, list[tuple[str, ...]]] = {0: [()]}
    for at in range(len(line)):
        for found in filter(None, (shape.match(line, at) for shape in _SHAPES if at in ways)):
            longer = [(*names, found[0].strip()) for names in ways[at]]
            ways[found.end()] = [*ways.get(found.end(), []), *longer][:_MOST]
    # Among many, one may be a word as well.
    read = [names for names in ways.get(len(line), []) if sum(map(is_one, names)) * 6 >= len(names) * 5]
    sure = sum(map(is_sure, read[0])) if read else 0
    alone = len(read) == 1 and sure * 2 >= len(read[0]) and (len(read[0]) > 2 or sure == 2)
    return tuple(map(Author, read[0])) if alone else (), sure > 0


def written_by(text: str) -> tuple[Author, ...]:
    """Who is named in a line that "by" begins, where each name needs only look like one."""
    people = people_alone(text) if re.match(r"\s*(?:written )?by\s", text, re.IGNORECASE) else ()
    return people if all(" " in one.name for one in people) else ()


_NEXT_TO_ANOTHER = re.compile(
    rf"(?<={inline.LINK_END})\s+(?={inline.LINK}.[^{inline.LINK_END}{inline.LINK}]{{3,60}}{inline.LINK_END})"
)
LINKED = re.compile(rf"{inline.LINK}.([^{inline.LINK_END}]*){inline.LINK_END}")


def linked_apart(text: str) -> str:
    """``text`` with commas between the people in it who stand side by side, each a link: "[Ada Lovelace](u) [Al B](u)".

    Where not all of the links are whole names, one name may be in two of them.
    """
    names = [inline.plain(name).strip() for name in LINKED.findall(text)]
    whole = all(is_one(name) and " " in name for name in names)
    return _NEXT_TO_ANOTHER.sub(", ", text) if whole else text


_OF_AUTHORS = re.compile(r"[*_]*(?:authors?|作者)", re.IGNORECASE)


_ROLE = re.compile(r"[\s,;]*;\s*(?:and )?[a-z][a-z-]{3,20}(?: authors?)?:\s+")
"""What some of those who wrote a paper are, before their names: "Ada Lovelace et al.; senior: Grace Hopper"."""


def people_behind(line: str, said: str) -> tuple[Author, ...]:
    """Who is named in ``said``, behind the label of ``line``; behind others than "Authors" only what looks like a name
    is one: "Researchers: many from Turin" is a note."""
    if not _OF_AUTHORS.match(line):
        return people_in(said) or people_alone(said)
    first, *others = (_at_dash(part) for part in _ROLE.split(said))
    named = all(part and all(is_one(one.name) for one in part) for part in others)
    return (*first, *(one for part in others for one in part)) if first and named else ()


def _at_dash(said: str) -> tuple[Author, ...]:
    """The authors in ``said``, who may all work where a dash says: "Ada Lovelace et al. — The Mill"."""
    people = authors_of(said, surely=True)
    before, dash, place = said.partition(" — ")
    if not dash or (people and not any(dash in one.name for one in people)):
        return people
    people = authors_of(before, surely=True)
    placed = not place.strip() or any(one.affiliations for one in people) or re.search(" — |;", place)
    return () if placed else tuple(one._replace(affiliations=(place.strip(" ."),)) for one in people)


_BEHIND_YEAR = re.compile(
    rf"(?:{YEAR}|['’]\d\d)\b[)\]]?[{inline.EM_END}{inline.BOLD_END}{inline.LINK_END}]?[)\]]?\s?[:：]?\s([^\W\d_][^\n{inline.LABEL}{inline.LINK}]{{3,60}})$"
)


def name_behind_year(text: str) -> bool:
    """Whether ``text`` ends in someone who is known to be called so, behind a year: "OSDI 1843: Ada Lovelace"."""
    found = _BEHIND_YEAR.search(text)
    return bool(found and people_in(re.sub(r"\s+(?:and|&)\s.*", "", found[1])))
