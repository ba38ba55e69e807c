"""BibTeX and BibLaTeX, as reference managers and people write them.

Fields: the BibLaTeX manual, section 2 (https://ctan.org/pkg/biblatex); JabRef's own (``readstatus``, ``ranking``,
``priority``, ``groups``: https://docs.jabref.org/finding-sorting-and-cleaning-entries/specialfields), BibDesk's and
Papers' (``read``, ``rating``, ``date-added``); ours are told in ``exporters._bib``. A paper that is ranked has been
read, so a ranking without a status says ``read``, without a day; a priority without one says ``queued``. ``note`` is
kept as a note where it says more than that the paper is to appear, or where it is. ``_bib`` reads the grammar,
``latex`` what is written in LaTeX.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress

from readtrack import csl_types
from readtrack.errors import UnreadableError
from readtrack.identifiers import ARXIV, DOI, arxiv_id_of
from readtrack.importers import Read, Source
from readtrack.importers._bib import BibEntry, entries
from readtrack.importers._bib_people import authors_of
from readtrack.importers._bib_text import address, addresses, bare, line, lines, paragraphs, split, without_html
from readtrack.importers._venues import venue_and_year
from readtrack.model import Draft, Identifier, Link, Listing, NoteDraft, Reading, Skipped
from readtrack.schema import LINK_KINDS, STATUSES

Fields = dict[str, str]

_VENUES = ("booktitle", "journaltitle", "journal", "eventtitle", "maintitle", "shortjournal")
_ELSEWHERE = ("school", "institution", "organization", "publisher", "howpublished", "series")
_LINKS = ("pdf", "code", "video", "slides", "website", "html", "poster", "github", "project", "ee", "file", "eprint")
_KINDS_OF_LINKS = ("pdf", "code", "video", "slides")
_ADDRESSES = ("url", "howpublished", "note", "bdsk-url-1", "urls", "link", "biburl")
_NOTES = ("annotation", "annote", "review", "comment", "comments", "notes")
_MORE_NOTES = re.compile(r"annotation\d{1,9}|comment-[\w-]+")
_ALREADY_SAID = re.compile(
    r"https?:\S+|\[?online\]?|available(?: at| from| online)?:?|(?:last )?accessed:?(?: on)?|visited:?(?: on)?"
    r"|to appear(?: in)?|in press|forthcoming|accepted|submitted|under review|preprint|arxiv:?\S*|doi:?\s*\S+|\W+|\d+"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*",
    re.IGNORECASE,
)
_TAGS = ("keywords", "keyword", "tags", "mendeley-tags", "groups", "mendeley-groups")
_NO_PAPERS = ("set", "xdata", "control", "ieeetranbstctl", "bibnote")
_LIST = re.compile(r"[,;]")
_PARTED = re.compile(r";")
_FILE_TYPE = re.compile(r":[A-Za-z][\w/+.-]*$")  # as JabRef writes it: description:address:type
_ISBN = re.compile(r"(?<!\d)(?:97[89][- ]?)?\d(?:[- ]?\d){8}[- ]?[\dXx](?!\d)")
_ISSN = re.compile(r"(?<!\d)\d{4}-\d{3}[\dXx](?!\d)")
_YEAR = re.compile(r"(?<!\d)(1[4-9]\d\d|20\d\d)(?!\d)")
_ARXIV = re.compile(rf"(?:arxiv:?\s*|abs/)(?:arxiv:\s*)?({ARXIV})", re.IGNORECASE)
_PREPRINT = re.compile(r"arxiv|corr\b", re.IGNORECASE)
_NEXT_LINK = re.compile(rf";\s+(?=(?:{'|'.join(LINK_KINDS)}) )")
_OWN_LINK = re.compile(rf"({'|'.join(LINK_KINDS)}) (\S+)(?: (.+))?", re.DOTALL)
_OWN_LIST = re.compile(r"([a-z0-9-]+)(?: (\d{1,9}))?(?: (\{.*\}))?", re.DOTALL)
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?\s*(Z|GMT|UTC|[+-]\d\d:?\d\d)?")
_PRIORITIES = {"prio1": "high", "prio2": "medium", "prio3": "low"}
_FIRST_OF_TITLES = ("title", "booktitle", "maintitle", "shorttitle", "journaltitle", "journal", "howpublished", "note")


def read(source: Source) -> Iterator[Read]:
    """Every entry; one that is damaged with what can be read of it.

    Raises:
        UnreadableError: it is not text, or there is no entry in it.
    """
    any_ = False
    for entry in entries(_text(source)):
        any_ = True
        if entry.damage or not entry.fields:
            done = "; it was read as far as it goes" if entry.fields else ""
            yield Skipped(entry.line, f"@{entry.type}{{{entry.key}"[:60], f"{entry.damage or 'is empty'}{done}")
        if entry.type not in _NO_PAPERS and entry.fields:
            yield _draft(entry)
    if not any_:
        raise UnreadableError(f"{source.name} has no BibTeX entry in it, such as @article{{key, title = {{...}}}}.")


def _text(source: Source) -> str:
    """All of ``source``, in the encoding that JabRef or Emacs says in its first lines, where it is not UTF-8."""
    said = re.search(rb"(?:% Encoding: *|-\*-.*coding: *)([\w-]+)", source.data[:500])
    if said and not _is_utf8(source.data):
        with suppress(ValueError, LookupError):  # no such encoding, or it was not true
            return source._replace(data=source.data.decode(said[1].decode()).encode()).text()
    return source.text()


def _is_utf8(data: bytes) -> bool:
    with suppress(UnicodeDecodeError):
        data.decode("utf-8")
        return True
    return False


def _draft(entry: BibEntry) -> Draft:
    fields = entry.fields
    own = "addedat" in fields  # written by us, so that it is exact
    arxiv = _arxiv(fields)
    venue, year = _venue(fields, own)
    return Draft(
        _title(entry),
        key=line(entry.key) or None,
        name=_name(fields),
        type=_type(entry, venue or "", arxiv, own),
        venue=venue,
        year=_year(fields) or year,
        topic=line(fields["topic"]) if "topic" in fields else None,
        authors=authors_of(fields),
        links=tuple(_links(fields)),
        doi=_doi(address(fields.get("doi", ""))),
        arxiv_id=arxiv,
        url=next((url for field in _ADDRESSES if field in fields for url in addresses(fields[field])), None),
        abstract=paragraphs(fields["abstract"]) if "abstract" in fields else None,
        lists=tuple(_lists(fields)),
        identifiers=tuple(_identifiers(entry)),
        readings=_readings(fields),
        tags=tuple(_tags(fields, own)),
        notes=tuple(_notes(fields)),
        added_at=_added_at(fields),
        line=entry.line,
    )


def _doi(said: str) -> str | None:
    """The DOI in what is said to be one: by itself, or in the address of a publisher that resolves it."""
    found = re.search(DOI, said) if "://" in said and "doi.org/" not in said else None
    return found[0] if found else said or None


def _title(entry: BibEntry) -> str:
    """The title; where there is none, as physicists leave it out, what the entry is told from others by."""
    fields = entry.fields
    field = next((field for field in _FIRST_OF_TITLES if fields.get(field, "").strip(" {}")), "")
    title = line(fields.get(field, "")).strip()
    if field == "title":
        if "dblp" in fields.get("bibsource", "") + fields.get("biburl", ""):
            title = title.rstrip(".")  # dblp ends every title with a full stop
        if subtitle := line(fields.get("subtitle", "")).strip():
            title = f"{title}{'' if title.endswith(('?', '!', ':')) else ':'} {subtitle}"
    elif field.startswith("journal"):
        title = " ".join([title, *(line(fields[part]) for part in ("volume", "pages", "year") if part in fields)])
    if title := title or address(fields.get("url", "") or fields.get("doi", "")) or line(entry.key):
        return title
    return next((said for value in fields.values() if (said := line(value).strip())), "")


def _name(fields: Fields) -> str | None:
    """A short title that is one short word is the name the work goes by."""
    short = line(fields.get("shorttitle", "")).strip()
    return short if short and len(short) <= 30 and " " not in short else None


def _type(entry: BibEntry, venue: str, arxiv: str | None, own: bool) -> str:
    fields = entry.fields
    type_ = csl_types.FROM_BIBTEX.get(entry.type, "article")
    if own:
        exact = fields.get("csltype", type_)
        written_as = {types.get(exact, "misc") for types in (csl_types.TO_BIBTEX, csl_types.TO_BIBLATEX)}
        return exact if entry.type in written_as else type_  # else somebody has given it another type since
    if type_ == "article-journal":
        kind = fields.get("entrysubtype", "").lower()
        return (
            f"article-{kind}" if kind in ("magazine", "newspaper") else "article" if _PREPRINT.match(venue) else type_
        )
    if entry.type == "misc" and not arxiv and "doi" not in fields:
        return "webpage" if addresses(fields.get("howpublished", "") + " " + fields.get("url", "")) else type_
    return type_


def _venue(fields: Fields, own: bool) -> tuple[str | None, int | None]:
    year = None
    for field in _VENUES:
        if value := fields.get(field):
            venue, said = (line(value), None) if own else venue_and_year(line(bare(value)))
            year = year or said
            if venue:
                return venue, year
    for field in _ELSEWHERE:
        if (value := fields.get(field)) and not (field == "howpublished" and re.search(r"https?:|www\.|\\url", value)):
            return line(value), year
    return None, year


def _year(fields: Fields) -> int | None:
    for field in ("date", "year", "eventdate", "issued", "origdate"):
        if found := _YEAR.search(fields.get(field, "")):
            return int(found[1])
    return None


def _arxiv(fields: Fields) -> str | None:
    kind = (fields.get("archiveprefix") or fields.get("eprinttype") or "").strip("{} ").lower()
    for field in ("eprint", "arxivid", "arxiv"):
        value = address(fields.get(field, ""))
        if value and (kind in ("", "arxiv") or field != "eprint") and (found := arxiv_id_of(value)):
            return found
    for field in ("journal", "journaltitle", "volume", "howpublished", "number", "publisher", "note"):
        if field in fields and (found_in := _ARXIV.search(fields[field][:300])):
            return found_in[1]
    return None


def _identifiers(entry: BibEntry) -> Iterator[Identifier]:
    fields = entry.fields
    for kind in ("pmid", "pmcid", "dblp", "openreview"):
        if kind in fields:
            yield Identifier(kind, address(fields[kind]))
    for kind, number in (("isbn", _ISBN), ("issn", _ISSN)):
        if kind in fields:
            yield from (Identifier(kind, value) for value in number.findall(fields[kind]))
    if fields.get("eprinttype", "").lower() in ("pubmed", "pmid") and "eprint" in fields:
        yield Identifier("pmid", address(fields["eprint"]))
    if entry.key.startswith("DBLP:"):
        yield Identifier("dblp", entry.key[5:])


def _links(fields: Fields) -> Iterator[Link]:
    """Links of our own export (``links``: kind, address and label of each), and the fields where others keep one."""
    for each in split(fields["links"], _NEXT_LINK) if "links" in fields else ():
        if found := _OWN_LINK.fullmatch(each):
            yield Link(found[1], address(found[2]), line(bare(found[3])) if found[3] else None)
        else:
            yield from (Link("", url) for url in addresses(each))
    for field in _LINKS:
        if field in fields:
            for said in addresses(fields[field]):
                url = _FILE_TYPE.sub("", said) if field == "file" else said
                yield Link("", url, field if field in _KINDS_OF_LINKS else None)


def _tags(fields: Fields, own: bool) -> Iterator[str]:
    """Keywords and groups, whichever of comma and semicolon is between them; ours are parted by commas."""
    for field in _TAGS:
        if field in fields:
            value = fields[field] if own else without_html(bare(fields[field]))
            between = _PARTED if ";" in value and not own else _LIST
            yield from (line(tag) for tag in split(value, between))


def _lists(fields: Fields) -> Iterator[Listing]:
    for each in split(fields["readinglists"], _PARTED) if "readinglists" in fields else ():
        if found := _OWN_LIST.fullmatch(each):
            section = line(bare(found[3])) if found[3] else None
            yield Listing(found[1], section, int(found[2]) if found[2] else None)


def _notes(fields: Fields) -> Iterator[NoteDraft]:
    """Notes; our own export has several: ``annotation``, ``annotation2``, ..., each with its page and quote."""
    for field in fields:
        if field in _NOTES or _MORE_NOTES.fullmatch(field):
            page, quote = line(fields.get(f"{field}page", "")), lines(fields.get(f"{field}quote", ""))
            yield NoteDraft(lines(fields[field]), page or None, quote or None, fields.get(f"{field}created"))
    note = lines(fields.get("note", ""))
    if note and _ALREADY_SAID.sub("", note):
        yield NoteDraft(note)


def _readings(fields: Fields) -> tuple[Reading, ...]:
    status = fields.get("readstatus", "").strip().lower()
    if status not in STATUSES or status == "unread":
        status = "read" if fields.get("read", "").strip().lower() in ("1", "yes", "true") else ""
    rank = re.fullmatch(r"(?:rank)?([1-5])", (fields.get("ranking") or fields.get("rating") or "").strip().lower())
    priority = _PRIORITIES.get(fields.get("priority", "").strip().lower())
    status = status or ("read" if rank else "queued" if priority else "")
    if not status:
        return ()
    rating = int(rank[1]) if rank else None
    days = (fields.get("startedon"), fields.get("finishedon"))
    return (Reading(status, *days, line(fields.get("progress", "")) or None, rating, priority, fields.get("dueon")),)


def _added_at(fields: Fields) -> str | None:
    """When it came into the collection, in UTC; a moment without a zone is taken as that."""
    for field in ("addedat", "date-added", "dateadded", "creationdate", "timestamp"):
        value = fields.get(field, "").strip()
        if field == "addedat" and value:
            return value
        if found := _MOMENT.fullmatch(value):
            return _in_utc(*found.groups())
    return None


def _in_utc(day: str, time: str, zone: str | None) -> str | None:
    from datetime import datetime, timezone

    offset = f"{zone[:3]}:{zone[-2:]}" if zone and zone[0] in "+-" else "+00:00"
    try:
        moment = datetime.fromisoformat(f"{day}T{time}{offset}").astimezone(timezone.utc)
    except (ValueError, OverflowError):
        return None
    return f"{moment:%Y-%m-%dT%H:%M:%S}.000Z"
