"""Who is named before the title of a citation, where what stands behind it tells that people stand there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readtrack.importers._authors import authors_of
from readtrack.importers._months import MONTH
from readtrack.importers._organisations import is_place
from readtrack.importers._people import is_common, is_sure, likeness
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.said.groups import Facts
from readtrack.importers.markdown.said.people import (
    EDITED,
    ET_AL,
    families_in,
    is_no_family,
    is_one,
    people_alone,
    people_in,
    turned_in,
)
from readtrack.importers.markdown.said.place import YEAR, venue_of
from readtrack.model import Author
from readtrack.names import person


def families_before(text: str, dated: bool = False) -> tuple[Author, ...]:
    """Names where a year or a title follows, so that a family name alone is enough: "Card", "Sun and Abraham"."""
    names = re.split(r",? (?:and|&) |, ", inline.plain(text).strip(" .,:*"))
    shaped = all(re.fullmatch(r"(?:[Vv]an |[Dd]e )?[A-ZÀ-Þ][\w'’]+(?:-[A-ZÀ-Þ]\w+)?", name) for name in names)
    # Of three and more one may be a word, too: "Wrenfold, Head, and Sun" are people.
    words = sum(map(_is_word, names))
    return tuple(map(Author, names)) if shaped and (dated or words * 3 <= len(names) * (len(names) > 2)) else ()


_KIND = re.compile(r"(?:Article|Benchmark|Book|Dataset|Overview|Paper|Report|Review|Survey|Thesis|Tutorial)s?")
"""What a paper is, and nobody."""


def several_families(text: str) -> tuple[Author, ...]:
    """Several people of whom the family names alone are all of a text: "Sun, Shi, Wrenfold", "Edge et al."."""
    bare = _OTHERS.sub("", inline.plain(text).strip(" ,"))
    others = bare != text.strip(" ,")
    people = families_before(bare, others)
    if any(_KIND.fullmatch(one.name) for one in people):
        return ()
    return people if len(people) > 1 or (people and not people[0].name.isupper() and others) else ()


def sure_families(text: str) -> tuple[Author, ...]:
    """Family names where a title may stand as well: "Traps and Pitfalls" are none."""
    people = families_in(text)
    return people if "et al" in text or any(is_sure(one.name) for one in people) else ()


def _is_word(name: str) -> bool:
    return name.isupper() or is_common(name)


_WHOLE = r"[A-ZÀ-Þ][^\s,]* [^,]{2,40}"
_MLA = re.compile(rf"[A-ZÀ-Þ][\w'’-]{{1,30}}, [A-ZÀ-Þ][\w'’.-]*(?: [A-Z]\.?)*(?:, {_WHOLE}){{0,20}},? and {_WHOLE}")
"""How the MLA has several authors: the first one alone is turned."""


_TURNED = re.compile(r"[A-ZÀ-Þ][\w'’-]{1,30}, [A-ZÀ-Þ][\w'’-]+(?: [A-Z](?:[A-Z]?-[A-Z])?\.?){1,2}")
"""One author with the family name first: "Lovelace, Ada B."."""

_BEFORE_OTHERS = re.compile(r"([A-ZÀ-Þ][\w'’-]+, [A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?),? et\.? al")
"""The first of several authors, family name first: what is said of the others tells that it is one."""


def authors_before(text: str) -> tuple[Author, ...]:
    """The authors in ``text``, where one alone is enough."""
    text = EDITED.sub("", text.rstrip())
    bare = inline.plain(text).strip(" ,.")
    if _TURNED.fullmatch(bare):
        return (Author(person(bare if bare[-2] == "-" else f"{bare}.")),)
    turned = re.fullmatch(r"[A-Z][\w'’-]+, [A-Z][\w'’-]+(?: [A-Z][\w'’-]*\.?)?", bare)
    if turned and any(map(is_place, bare.split(", "))) and not is_sure(person(bare)):
        return ()
    if turned and " " in bare.partition(", ")[2] and likeness(person(bare)) == 2:
        return (Author(person(bare)),)
    if re.fullmatch(r"[A-ZÀ-Þ][\w'’-]{1,30}, (?:[A-ZÀ-Þ][.-]\s?){0,3}[A-ZÀ-Þ]\.?", bare):
        return (Author(person(f"{bare}.")),)
    if people := people_in(text) or families_in(text):
        return people
    listed = authors_of(bare, surely=True) if _MLA.fullmatch(bare) else ()
    if listed and all(likeness(one.name) == 2 and not one.affiliations for one in listed):
        return listed
    if turned and likeness(person(bare)) == 2:
        return (Author(person(bare)),)
    first = _BEFORE_OTHERS.fullmatch(bare)
    if first and likeness(person(first[1])):
        return (Author(person(first[1])),)
    whole = text if re.search(r"\b[A-Z]\.\s*$", text) else bare  # the full stop of an initial is the name's
    return people_alone(whole) if all(len(name.split()) in (2, 3, 4) for name in bare.split(",")) else ()


def is_whole_name(text: str) -> bool:
    """Whether words in bold among authors are one of them, who keeps the list."""
    name = inline.plain(text).strip(" .,*")
    return likeness(name) == 2 and is_sure(name)


HAN_NAME = r"[\u3400-\u9fff々ヶ](?:[ ·•]?[\u3400-\u9fff々ヶ]){1,8}"
"""A name in Chinese letters, whatever family it is of: "佐藤重幸"."""
_ASIAN = re.compile(
    rf"{HAN_NAME}|[\uac00-\ud7a3]{{2,5}}|[\u30a1-\u30fa\u30fc]{{2,12}}(?:・[\u30a1-\u30fa\u30fc]{{2,12}}){{1,3}}"
)
"""A name in the letters of China, Japan or Korea: "アラン・チューリング"."""
HAN_WORDS = re.compile(
    "[学學][习習]|方法|手法|综述|研究|分割|算法|网络|系[统統]|技[术術]|处理|処理|理[论論]|模型|语言|言語|设计|設計|解析|入[门門]|認識|数据|情報"
)
"""Words of titles, and of what papers are on, which no name has inside."""
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa]")
_HAN_AND = re.compile(r",?\s(?:and|&)\s|[,，、]\s?(?:and\s)?")


def han_before(text: str, behind: str) -> tuple[tuple[Author, ...], bool]:
    """Those whose names, mostly in Han or Hangul or kana, are all of ``text``, and whether an "and" joins them.

    Words look no different: without an "and" what stands behind must tell that they are people; and most are of common
    families, unless kana, in a name or in the title ``behind``, are Japanese, where there are too many families.
    """
    bare = inline.plain(text).strip(" ,")
    names = _HAN_AND.split(bare) if len(bare) <= 600 and not HAN_WORDS.search(bare) else []
    asian = [name for name in names if _ASIAN.fullmatch(name)]
    others = [name for name in names if name not in asian]
    if not names or len(others) > len(asian) or not all(map(is_one, others)):
        return (), False
    if not (sum(map(is_one, names)) * 2 > len(names) or _KANA.search(bare + behind)):
        return (), False
    return tuple(map(Author, names)), bool(re.search(r"\s(?:and|&)\s", bare))


_INITIALS_FIRST = re.compile(r"(?:[A-Z]\.[ -]?){1,3}[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}")


def initialled(text: str) -> tuple[Author, ...]:
    """One person whose initials come first, whatever the names behind them are: "A.B. King How"."""
    bare = inline.plain(text).strip(" ,")
    return (Author(bare),) if _INITIALS_FIRST.fullmatch(bare) else ()


_IN_SHORT = re.compile(
    rf"\s*(?:--|[–—])\s*(?P<who>[^\d\n.:;|{inline.LABEL}{inline.LINK}]{{3,200}}?(?: et al\.)?),?"
    rf" (?P<year>{YEAR})(?:\.\s+|\s*$)"
)
"""Who signed a title by their family names, and what is said of it: "— Lovelace and Turing, 1843. Weaves numbers."."""
_WITH_OTHERS = re.compile(
    rf"\s*(?:--|[–—])\s*(?P<who>[^\d\n.:;|{inline.LABEL}{inline.LINK}]{{2,200}} et\.? al\.)\s+(?=[^\W_a-z])"
)
"""The same of those who had others with them, whose year stands elsewhere: "— Lovelace et al. Weaves numbers."."""


def in_short(text: str) -> Facts | None:
    """What "— Lovelace et al., 1843. Weaves numbers." says; of one who is named alone the page must tell."""
    found = _IN_SHORT.match(text) or _WITH_OTHERS.match(text)
    people = families_in(found["who"]) if found else ()
    if not found or not people:
        return None
    year = found.groupdict().get("year")
    return Facts(year=int(year) if year else None, authors=people, remark=text[found.end() :].strip())


_SIGNED = re.compile(r"\s[–—]\s(?P<who>[^–—:.()]{2,200}(?: al\.)?)$")


def without_families(title: str) -> tuple[str, tuple[Author, ...]]:
    """A title without the " — Lovelace et al." that stands before what tells where or when it appeared, and those."""
    found = _SIGNED.search(title)
    people = families_in(found["who"]) if found else ()
    if not found or not (len(people) > 2 or sure_families(found["who"])):
        return title, ()
    return title[: found.start()], people


_CITED = re.compile(rf"(?P<who>[^\d()\[\]]{{2,200}}?),?\s*[(\[]?(?P<year>{YEAR})[a-z]?[)\]]?")


def cited_as(text: str) -> Facts | None:
    """Who wrote a paper and when, where that is all of a text: "Lovelace, 1843", "Lovelace et al. (1843b)"."""
    found = _CITED.fullmatch(inline.plain(text).strip(" .[]()"))
    who = found["who"] if found and not venue_of(found["who"]) and not venue_of(text) else ""
    held = is_place(who) and not is_sure(who)  # "Vienna, 2011"
    people = () if held else families_in(who) or authors_before(who) or families_before(who, True)
    return Facts(year=int(found["year"]), authors=people) if found and people else None


def is_family(name: str) -> bool:
    """Whether a word may be somebody's family name: it is no month, place or organisation, nor one of titles."""
    odd = is_no_family(name) or _MONTH.fullmatch(name) or (is_place(name) and not is_sure(name))
    return is_one(name) and not odd


def named_in(remark: str) -> tuple[Author, ...]:
    """The people who are all of a remark, by what name ever: "Babbage", "Lovelace, Ada", "ADA LOVELACE et al."."""
    bare = _OTHERS.sub("", inline.plain(remark).strip(" .,–—-"))
    if one := turned_in(bare):
        return one
    names = _AND.split(bare)
    called = [name.title() if name.isupper() else name for name in names]
    shaped = all(is_one(name) and (" " in name or not is_no_family(name)) for name in called)
    return tuple(map(Author, names)) if shaped else ()


def are_told(names: Sequence[str], text: str) -> bool:
    """Whether names that are all of ``text`` are people's: one is known, or all are whole, or two are joined."""
    known = any(is_sure(name.title() if name.isupper() else name) for name in names)
    return known or all(" " in name for name in names) or bool(_JOINED.search(text))


_MONTH = re.compile(MONTH)
_OTHERS = re.compile(ET_AL)
_AND = re.compile(r",?\s+(?:and|&)\s+|,\s+")
_JOINED = re.compile(rf"\s(?:and|&)\s|{ET_AL}")
