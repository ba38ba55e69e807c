"""A checklist in Markdown (CommonMark, https://spec.commonmark.org/, with the task lists of GitHub): made to be read
by people, and ``importers.markdown`` reads it back.

A paper is one line, ``- [x] Title (OSDI 2020) [[pdf]](url)``, with its authors below it. What does not fit there, or
could be misread there, stands below it as ``Label: value``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from readtrack.identifiers import found_in, link_kind
from readtrack.model import Author, Entry, Link, Listing, Note, Reading, ReadingList


def write(entries: Iterable[Entry], lists: Sequence[ReadingList]) -> Iterator[str]:
    """``entries`` below the headings of their sections; they are held until the last of them is known."""
    held = list(entries)
    own = lists[0] if len(lists) == 1 and all(_place(entry, lists[0]) for entry in held) else None
    title = own.title if own else "Reading list"
    yield f"# {escaped(title)}\n"
    if own and "-->" not in own.title:
        yield f"\n<!-- list {own.slug}: {own.title} -->\n"
    above: tuple[str, ...] | None = None
    for headings, entry in _in_order(held, own):
        if headings != above:
            known = above or ()
            for level, heading in enumerate(headings):
                if headings[: level + 1] != known[: level + 1]:
                    yield f"\n{'#' * (level + 2)} {escaped(heading)}\n"
            yield "\n"
        above = headings
        yield f"- {_line(entry, (title, *headings))}\n"
        for detail in _details(entry, headings, own, title):
            yield _indented(detail, 2)


def _in_order(held: list[Entry], own: ReadingList | None) -> list[tuple[tuple[str, ...], Entry]]:
    """Each paper with the headings it goes below, by their places on the list, else as they come."""
    first: dict[tuple[str, ...], tuple[float, int]] = {}
    placed = []
    for number, entry in enumerate(held):
        headings = _headings(entry, own)
        place = _place(entry, own)
        at = place.position if place and place.position is not None else float("inf")
        for level in range(len(headings)):
            before = first.get(headings[: level + 1], (at, number))
            first[headings[: level + 1]] = min(before, (at, number))
        placed.append((headings, at, number, entry))

    def key(one: tuple[tuple[str, ...], float, int, Entry]) -> tuple[tuple[tuple[float, int], ...], float, int]:
        return tuple(first[one[0][: level + 1]] for level in range(len(one[0]))), one[1], one[2]

    return [(headings, entry) for headings, _, _, entry in sorted(placed, key=key)]


def _place(entry: Entry, own: ReadingList | None) -> Listing | None:
    """Where a paper stands on the list; None where that is not the only one it stands on."""
    return entry.lists[0] if own and len(entry.lists) == 1 and entry.lists[0].slug == own.slug else None


# A heading that says nothing but itself. What begins like a page's own sections is no section of the list.
_HEADING = re.compile(r"[^\W\d_](?:[\w&'()+.-]| (?=[\w&(+])|, |/(?=\w)){0,79}")
_NO_SECTION = re.compile(
    r"(?:contribut|how to|licen[sc]e|table of|contents?|toc|index|quick|citation|cit[ei]|bibtex|acknowledg|star hist"
    r"|contact|feedback|disclaimer|legend|maintain|sponsor|change ?log|to[ -]?do|require|install|usage|setup|getting)",
    re.IGNORECASE,
)


def _headings(entry: Entry, own: ReadingList | None) -> tuple[str, ...]:
    place = _place(entry, own)
    section = (place.section if place else entry.paper.topic) or ""
    parts = tuple(section.split(" / ")) if place else (section,)
    plain = all(_HEADING.fullmatch(part) and part[-1] not in ".-(&+" and not _NO_SECTION.match(part) for part in parts)
    return parts if section and plain and len(parts) <= 5 else ()


# Titles and venues that can be misread in no way stand as they are; others are set in bold, or named.
_TITLE = re.compile(r"[A-Z][A-Za-z-]*:?(?: (?!by )[A-Za-z][A-Za-z/-]*){3,30}(?<! [a-z])")
_NAMED_TITLE = re.compile(r"(?![A-Z]+:)([A-Z][A-Za-z]{2,18}): \S")
_BOLD_TITLE = re.compile(r"[^\W_](?:[\w ,:;'?!&+/#=-]|\.(?=\w)){3,300}[\w?!]")
_VENUE = re.compile(r"[A-Z]{4,8}")
_STARS = {1: "★☆☆☆☆", 2: "★★☆☆☆", 3: "★★★☆☆", 4: "★★★★☆", 5: "★★★★★"}


def _line(entry: Entry, headings: tuple[str, ...]) -> str:
    """The line of a paper: box, title, venue and year, links, status or stars."""
    paper, last = entry.paper, entry.readings[-1] if entry.readings else None
    shown = _shown(paper.title)
    parts = ["[x]" if last and last.status == "read" else "[ ]"]
    parts.append(shown if _is_plain(shown) else f"**{escaped(shown)}**")
    if _fits(entry) and not _said_above(entry, headings):
        parts.append(f"({paper.venue} {paper.year})")
    parts += [written for written in map(_link, paper.links) if written]
    if _is_short(entry) and last:
        parts += [_STARS[last.rating]] if last.rating else [f"`{last.status}`"] if last.status != "read" else []
    return " ".join(parts)


def _shown(title: str) -> str:
    """What of a title can stand in a line: no signs before it, and words."""
    bare = re.sub(r"^\W+", "", title)
    return bare if re.search(r"[^\W\d_]{2}", bare) else "Untitled"


def _is_plain(title: str) -> bool:
    """Whether a title is words and nothing else; the first may be a system's name before a colon, no venue's."""
    words = title.split(" ")
    bare = title.replace(": ", " ", 1)
    return bool(_TITLE.fullmatch(bare)) and "/" not in "".join(words[:3]) and not re.match(r"[A-Z-]+:", title)


def _fits(entry: Entry) -> bool:
    """Whether venue and year can stand behind the title: read back, a number far in the future is no year."""
    paper = entry.paper
    if re.search(r"\d{4}", paper.title):
        return False
    return bool(paper.venue and paper.year and _VENUE.fullmatch(paper.venue) and 1900 <= paper.year <= 2026)


def _said_above(entry: Entry, headings: tuple[str, ...]) -> bool:
    """Whether the title of the list says venue and year already, as in "ML System in OSDI 2020"."""
    return headings[0].endswith(f" {entry.paper.venue} {entry.paper.year}") and not _dated(headings[1:])


def _dated(headings: tuple[str, ...]) -> bool:
    return any(re.search(r"\d\d", heading) for heading in headings)


_LABEL = re.compile(r"[^\W_](?:[\w .+-]{0,38}[\w+])?")


def _link(link: Link) -> str:
    """``[[label]](url)``; its kind where the address and the label do not tell it."""
    address = re.sub(r"[\\()<>]|&(?=#?\w+;)", r"\\\g<0>", link.url)
    kind = "" if link_kind(link.url, link.label) == link.kind else f' "{link.kind}"'
    label = link.label if link.label and _LABEL.fullmatch(link.label) else None
    if label:
        return f"[[{escaped(label)}]]({address}{kind})"
    return f"[]({address}{kind})" if kind or re.search(r"[<>\s]", link.url) else f"<{link.url}>"


def _is_short(entry: Entry) -> bool:
    """Whether all that was read of a paper is a status, or that it was read and liked."""
    if len(entry.readings) != 1:
        return not entry.readings
    reading = entry.readings[0]
    bare = Reading(reading.status, rating=reading.rating if reading.status == "read" else None, uid=reading.uid)
    return reading == bare


def _details(entry: Entry, headings: tuple[str, ...], own: ReadingList | None, title: str) -> Iterator[str]:
    """What stands below the line of a paper, one bullet each."""
    yield from _people(entry.authors)
    yield from _named(entry, headings, own, title)
    if not _is_short(entry):
        yield from (f"Status: {_reading(reading)}" for reading in entry.readings)
    if entry.paper.tags:
        yield f"Tags: {', '.join(map(_code, entry.paper.tags))}"
    if entry.abstract:
        yield _labelled("Abstract:", entry.abstract)
    yield from map(_note, entry.notes)


def _named(entry: Entry, headings: tuple[str, ...], own: ReadingList | None, title: str) -> Iterator[str]:
    """The facts that have a label of their own: those that the line does not say, or would say wrongly."""
    paper, place = entry.paper, _place(entry, own)
    above = (title, *headings)
    numbered = re.search(r"\d\d", paper.title)  # a venue and its year could be meant
    if (
        numbered
        or _shown(paper.title) != paper.title
        or not (_is_plain(paper.title) or _BOLD_TITLE.fullmatch(paper.title))
    ):
        yield f"Title: {escaped(paper.title)}"
    begins = _NAMED_TITLE.match(paper.title)
    if paper.name != (begins[1] if begins else None) or (not begins and ":" in paper.title):
        yield f"Name: {escaped(paper.name) if paper.name else '-'}"
    if not _fits(entry) and (paper.venue or paper.year or _dated(above)):
        yield f"Venue: {escaped(paper.venue) if paper.venue else '-'}" if paper.venue or _dated(above) else ""
        yield f"Year: {paper.year or '-'}"
    topic = (headings[-1] if headings else None) if own else paper.topic
    section = " / ".join(headings) or None
    if place and place.section != section:
        yield f"Section: {escaped(place.section) if place.section else '-'}"
    if paper.topic != (headings[-1] if headings else None) or topic != paper.topic:
        yield f"Topic: {escaped(paper.topic) if paper.topic else '-'}"
    if not own:
        yield from (f"List: {escaped(' / '.join(filter(None, (one.slug, one.section))))}" for one in entry.lists)
    if paper.type not in ("article", "article-journal", "paper-conference"):
        yield f"Type: {paper.type}"
    yield from _identifiers(entry)


def _identifiers(entry: Entry) -> Iterator[str]:
    """Those that are written in no link."""
    paper = entry.paper
    if paper.url:
        yield f"URL: {_link(Link(link_kind(paper.url), paper.url))}"
    told = {found for link in paper.links for found in found_in(link.url)} | set(found_in(paper.url or ""))
    if paper.doi and ("doi", paper.doi) not in told:
        yield f"DOI: {escaped(paper.doi)}"
    if paper.arxiv_id and ("arxiv", paper.arxiv_id) not in told:
        yield f"arXiv: {escaped(paper.arxiv_id)}"
    for kind, value in entry.identifiers:
        if kind not in ("doi", "arxiv") and (kind, value) not in told:
            yield f"{kind.upper()}: {escaped(value)}"


_PERSON = re.compile(r"(?!The )[A-ZÀ-Ž][^\W\d_]*\.?(?:[ -][^\W\d_][\w.'’-]*){1,3}")
_WORKPLACE = re.compile(r"[A-Z][\w.'-]*(?: (?:of|for|the|in|[A-Z][\w.'-]*))*(?:, Inc\.?)?")
_OF_WORK = re.compile(
    r"\b(?:Universit\w+|Instituto?e?|College|School|Academy|Centre|Center|Labs?|Laborator\w+|Research|Group|Inc|Berkeley"
    r"|Microsoft|Google|Facebook|Amazon|Alibaba|IBM|Intel|NVIDIA)\b"
)


def _people(authors: tuple[Author, ...]) -> Iterator[str]:
    """Authors with their workplaces, as USENIX prints them; where that could be misread, one below the other."""
    if not authors:
        return
    places = {place for author in authors for place in author.affiliations}
    people = all(_PERSON.fullmatch(author.name) and not _OF_WORK.search(author.name) for author in authors)
    plain = all(_WORKPLACE.fullmatch(place) and _OF_WORK.search(place) for place in places)
    if not (people and plain and all(author.affiliations for author in authors)):
        yield "Authors:\n" + "".join(_one_below(author) for author in authors)
        return
    groups: list[tuple[list[str], tuple[str, ...]]] = []
    for author in authors:
        if groups and groups[-1][1] == author.affiliations:
            groups[-1][0].append(author.name)
        else:
            groups.append(([author.name], author.affiliations))
    yield "; ".join(", ".join(filter(None, (_listed(names), _listed(list(held))))) for names, held in groups)


def _listed(words: list[str]) -> str:
    if len(words) < 3:
        return " and ".join(words)
    return f"{', '.join(words[:-1])}, and {words[-1]}"


def _one_below(author: Author) -> str:
    places = "".join(f"  - {escaped(place)}\n" for place in author.affiliations)
    return f"- {escaped(author.name)}\n{places}"


def _reading(reading: Reading) -> str:
    said = (
        (reading.started_on, "started"),
        (reading.finished_on, "finished"),
        (reading.progress, "progress"),
        (reading.rating, "rated"),
        (reading.priority, "priority"),
        (reading.due_on, "due"),
    )
    return ", ".join([reading.status, *(f"{word} {value}" for value, word in said if value)])


def _note(note: Note) -> str:
    page = f" (p. {note.page})" if note.page and re.fullmatch(r"[^()\n]{1,40}", note.page) else ""
    if note.quote:
        quote = "\n".join(f"> {line}" for line in note.quote.split("\n"))
        return _labelled(f"Quote{page}:", f"{quote}\n\n{note.body}")
    return _labelled(f"Note{page}:", note.body)


def _labelled(label: str, body: str) -> str:
    return f"{label}\n\n{body}" if "\n" in body or body[:1] in " \t>" else f"{label} {body}"


def _indented(bullet: str, width: int) -> str:
    """A bullet with what belongs to it, ``width`` columns in; nothing for nothing."""
    if not bullet:
        return ""
    first, *rest = bullet.rstrip("\n").split("\n")
    blanks = " " * width
    return "\n".join([f"{blanks}- {first}", *(f"{blanks}  {line}" if line else "" for line in rest)]) + "\n"


def _code(text: str) -> str:
    """``text`` in backquotes, more of them than stand in it."""
    fence = "`" * (max((len(run) for run in re.findall("`+", text)), default=0) + 1)
    pad = " " if text[:1] in "` " or text[-1:] in "` " else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def escaped(text: str) -> str:
    """``text`` such that Markdown shows it as it is."""
    text = re.sub(r"[\\`*_\[\]<>~|]|&(?=#?\w+;)", r"\\\g<0>", text).replace("://", "\\://")
    return re.sub(r"^(?=[#+-])", r"\\", re.sub(r"^(\d+)([.)])", r"\1\\\2", text))
