"""What BibTeX and BibLaTeX share: an entry as lines ``name = {value}``.

Beside the standard fields stand JabRef's (``readstatus``, ``ranking``, ``priority``) and some of our own, which other
programs keep as they are and ``importers.bibtex`` reads back: ``topic``, ``affiliations`` (by author, as ``author``),
``links``, ``readinglists``, ``startedon``, ``finishedon``, ``dueon``, ``progress``, ``csltype``, ``addedat``, and for
every note ``annotation``, ``annotationpage``, ``annotationquote``, ``annotationcreated``, from the second on
``annotation2``, ``annotation2page``, ... What several have in common they keep apart by semicolons, each in braces
where it could hold one.

Neither can hold the titles of reading lists, and readings before the last.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from readtrack import csl_types, names
from readtrack.model import Author, Entry, Paper

Write = Callable[[str], str]
"""Text -> LaTeX source: ``latex.from_text``, in ASCII or not."""

Facts = Callable[[Paper, str], Mapping[str, str]]
"""What the two say differently of a paper: where, when and by which identifiers. The second is the entry's type."""

PRIORITIES = {"high": "prio1", "medium": "prio2", "low": "prio3"}

# Where a careless reader, which ours has to be, would see an entry begin.
_HEAD = re.compile(r"@(?=\s*[A-Za-z][\w+:-]*\s*[{(])")


def entries_as(entries: Iterable[Entry], types: Mapping[str, str], facts: Facts, write: Write) -> Iterator[str]:
    """Each of ``entries`` as BibTeX source. ``types``: CSL type -> entry type; the rest is ``misc``."""
    for entry in entries:
        paper = entry.paper
        kind = types.get(paper.type, "misc")
        fields = {
            "author": " and ".join(_person(author.name, write) for author in entry.authors),
            "title": _protected(paper.title, write),
            **facts(paper, kind),
            **_of_paper(paper, write),
            "isbn": ", ".join(value for name, value in entry.identifiers if name == "isbn"),
            **{name: address(value) for name, value in entry.identifiers if name != "isbn"},
            "csltype": "" if csl_types.FROM_BIBTEX[kind] == paper.type else paper.type,
            **_of_reading(entry),
            "affiliations": _affiliations(entry.authors, write),
            "readinglists": "; ".join(_listed(each.slug, each.position, each.section, write) for each in entry.lists),
            "abstract": _paragraphs(entry.abstract or "", write),
            **_annotations(entry, write),
            "addedat": paper.added_at,
        }
        lines = [f"  {name} = {{{_HEAD.sub('{@}', value)}}}," for name, value in fields.items() if value]
        yield "\n".join([f"@{kind}{{{paper.key},", *lines, "}", "", ""])


def _of_paper(paper: Paper, write: Write) -> dict[str, str]:
    return {
        "shorttitle": write(paper.name or ""),
        "url": address(paper.url or ""),
        "topic": write(paper.topic or ""),
        "keywords": ", ".join(_one_of(write(tag), "[,;]") for tag in paper.tags),
        "links": "; ".join(
            f"{kind} {address(url)}{f' {{{write(label)}}}' if label else ''}" for kind, url, label in paper.links
        ),
    }


def _of_reading(entry: Entry) -> dict[str, str]:
    """The last reading: where you stand with the paper."""
    if not entry.readings:
        return {}
    reading = entry.readings[-1]
    return {
        "readstatus": reading.status,
        "ranking": f"rank{reading.rating}" if reading.rating else "",
        "priority": PRIORITIES.get(reading.priority or "", ""),
        "startedon": reading.started_on or "",
        "finishedon": reading.finished_on or "",
        "dueon": reading.due_on or "",
        "progress": (reading.progress or "").replace("%", r"\%"),
    }


def _annotations(entry: Entry, write: Write) -> dict[str, str]:
    fields = {}
    for number, note in enumerate(entry.notes, 1):
        name = f"annotation{number if number > 1 else ''}"
        fields[name] = _lines(note.body, write)
        fields[f"{name}page"] = write(note.page or "")
        fields[f"{name}quote"] = _lines(note.quote or "", write)
        fields[f"{name}created"] = note.created_at
    return fields


def _affiliations(authors: tuple[Author, ...], write: Write) -> str:
    """By author, joined as in ``author``; each in braces, so that its own commas and "and" mean nothing."""
    if not any(author.affiliations for author in authors):
        return ""
    return " and ".join("; ".join(f"{{{write(place)}}}" for place in each.affiliations) or "{}" for each in authors)


def _listed(slug: str, position: int | None, section: str | None, write: Write) -> str:
    return f"{slug}{f' {position}' if position else ''}{f' {{{write(section)}}}' if section else ''}"


def _person(name: str, write: Write) -> str:
    """A name as BibTeX sorts it: "Knuth, Donald E."; one that is no person's, or would not come back, in braces."""
    given, family, suffix = names.parts(name)
    turned = ", ".join(part for part in (family, suffix, given) if part)
    odd = re.search(r"[{}\\=;&]|\b(?:and|others|et\s*al)\b", name, re.IGNORECASE)
    return write(turned) if given and names.person(turned) == name and not odd else f"{{{write(name)}}}"


def _protected(title: str, write: Write) -> str:
    """A title in which words with capitals inside keep them: styles put the rest in lower case."""
    words = [
        f"{{{write(word)}}}" if re.search(r"\w.*[A-Z]|^[A-Z]\W*$", word) else write(word) for word in title.split(" ")
    ]
    return " ".join(words)


def _one_of(source: str, between: str) -> str:
    """An item of a list, in braces where it holds what stands between items."""
    return f"{{{source}}}" if re.search(between, source) or source.startswith("{") else source


def _paragraphs(text: str, write: Write) -> str:
    """Text in which a blank line parts paragraphs, and ``\\\\`` ends a line, as LaTeX has it."""
    if not text:
        return ""
    blocks = text.split("\n\n")
    if not all(re.fullmatch(r"\S(?:.*\S)?", line) for block in blocks for line in block.split("\n")):
        blocks = [text]
    return "\n\n".join("\\\\\n".join(_edged(line, write) for line in block.split("\n")) for block in blocks)


def _lines(text: str, write: Write) -> str:
    """Text with its lines as they are."""
    if not text:
        return ""
    first, *others = text.split("\n")
    set_in = all(line.startswith((" ", "\t")) for line in others if line.strip())
    return "\n".join([_edged(first, write), *(_edged(line, write) if set_in else write(line) for line in others)])


def _edged(line: str, write: Write) -> str:
    """A line whose blanks at either end are not for the looks of the file."""
    source = write(line)
    return f"{'{}' if line[:1].isspace() else ''}{source}{'{}' if line[-1:].isspace() or not line else ''}"


def address(text: str) -> str:
    """A URL or identifier: only what would break the braces is written otherwise."""
    return text.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C").replace("$", "%24")
