"""What stands below an entry of a reading list: its authors, its venue, links, named facts, notes, further papers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from readtrack.importers._conferences import known
from readtrack.importers.markdown.below.cited_again import cited_again
from readtrack.importers.markdown.below.credited import AUTHORS, authors_below, credited_in
from readtrack.importers.markdown.below.further import heads_papers, is_another, is_paper
from readtrack.importers.markdown.line.entry import in_labels, line_of
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.markup.blocks import Block, source_of
from readtrack.importers.markdown.markup.page import Page
from readtrack.importers.markdown.said.commented import comment_in
from readtrack.importers.markdown.said.facts import facts_of
from readtrack.importers.markdown.said.groups import Facts, take_groups, take_hashtags, take_signs
from readtrack.importers.markdown.said.parted_credits import credit_in, doi_in
from readtrack.importers.markdown.said.people import (
    AUTHOR,
    LINKED,
    people_alone,
    people_in,
    written_by,
)
from readtrack.importers.markdown.said.place import is_place, named_year, venue_of
from readtrack.importers.markdown.said.preprints import PREPRINTS
from readtrack.importers.markdown.said.printed import behind_label, place_behind
from readtrack.importers.markdown.said.readings import alone_below, read_on, reading_of
from readtrack.importers.markdown.said.titles import name_behind_links
from readtrack.importers.markdown.said.workplaces import labelled_in, organisations_in, who_and_where, workplaces_in
from readtrack.model import Author, Link, NoteDraft, Reading


class Nested(NamedTuple):
    """``named``: what ``Label: value`` says, by label, lower-case; ``papers``: items that are entries of their own;
    ``title``: that of a citation below a short name; ``workplaces``: where all who wrote it work, and ``at_work`` the
    words that say so.
    """

    facts: Facts = Facts()
    links: tuple[Link, ...] = ()
    notes: tuple[NoteDraft, ...] = ()
    readings: tuple[Reading, ...] = ()
    named: Mapping[str, tuple[str, ...]] = {}
    tags: tuple[str, ...] = ()
    abstract: str | None = None
    title: str | None = None
    papers: tuple[Block, ...] = ()
    workplaces: tuple[str, ...] = ()
    at_work: str = ""


_VENUES = ("conference", "journal", "journal/conference", "conference/journal", "published in", "会议", "期刊", "出处")
"""What people call a venue; "Venue" itself is kept as it is."""
_PRINTED_IN = (
    r"pub\.?", r"conf\.?", "publication", "published", "published at", "appeared (?:at|in)",
    "accepted (?:at|by|in|to)", "presented at", "venue ?(?:/|&|and) ?year", "发表[于在]?", "刊物", "会议/期刊", "来源",
)  # fmt: skip
"""What some call a venue, and others what is no more than a remark."""
_YEARS = ("year of publication", "publication year", "publishing year", "年份")
_LABELS = (
    f"title|name|type|section|venue|{'|'.join((*_VENUES, *_PRINTED_IN))}|year|{'|'.join(_YEARS)}|publisher|topic|doi"
    "|arxiv|url|isbn|issn|pmid|pmcid|dblp|openreview|list|link"
)
_NAMED = re.compile(rf"[*_]*({_LABELS})[*_]*\s*[:：][*_]*\s*(\S.*)", re.IGNORECASE | re.DOTALL)
_AS_EXPORTED = re.compile(r"\s*(?:Title|Name|Type|Section|Venue|Topic): ")
"""The labels of readtrack's own pages behind which there may be any words, bars among them."""
_STATUS = re.compile(r"[*_]*(?:(?:read(?:ing)? )?status|read\??|(?:阅读)?状态)[*_]*\s*[:：][*_]*\s*(.+)", re.IGNORECASE)
_TAGS = re.compile(r"[*_]*tags?[*_]*\s*[:：][*_]*\s*(.+)", re.IGNORECASE | re.DOTALL)
ABSTRACT = re.compile(r"[*_]*abstract[*_]*\s*[:：][*_]*[ \t]*\n*", re.IGNORECASE)
_NOTE = re.compile(r"(Note|Quote)(?: \(p\. ([^()\n]{1,40})\))?:[ \t]*\n*")
NOTHING = r"(?:none|null|n/?a|tb[ad]|coming soon|not available|暂无|无)"
"""What stands behind the name of a link where there is none: "Code: None"."""
_EMPTY = re.compile(
    rf"[^:：]{{1,60}}[:：]\s*(?:{NOTHING}\W*)?|(?:hard part|summary|keywords?|notes?|comments?|todo|tbd|tl;?dr|n/?a|"
    r"before this paper, the exisiting solutions|this paper wants|so they propose|"
    r"what metrics do the authors focus on\??|proposed method|contributions?|questions?)[.?]?",
    re.IGNORECASE,
)


def nested_of(blocks: Iterable[Block], title: str, page: Page, known: Nested | None = None) -> Nested:
    """What ``blocks``, which stand below the line of an entry called ``title``, say besides what is ``known``."""
    found = known or Nested()
    for block in blocks:
        if block.kind == "list":
            for item in block.blocks:
                found = _item(found, item, title, page)
        elif block.kind == "paragraph":
            found = _text(found, block, title, page, block.text)
        elif block.kind == "quote":
            found = _quote(found, block, page)
    return found


def _quote(found: Nested, quote: Block, page: Page) -> Nested:
    """A quotation: a line of it that is "OSDI, 2020" says where the paper appeared, the rest is a note."""
    rest: list[str] = []
    for line in (line for block in quote.blocks for line in (*block.text.split("\n"), "")):
        marks = page.marked(line)
        place = venue_of(marks.text)
        if place and place[0] and place[1]:
            found = found._replace(facts=found.facts.over(Facts(*place)))
        elif people := credited_in(marks):
            found = found._replace(facts=found.facts.over(Facts(authors=people)), links=found.links + _links(marks))
        elif not (found.facts.authors or rest) and len(people := people_in(marks.text)) > 1:
            found = found._replace(facts=found.facts.over(Facts(authors=people)))
        else:
            rest.append(re.sub(r"\s*<br\s*/?>\s*$", "", line))
    return _note(found, "\n".join(rest).strip())


def _item(found: Nested, item: Block, title: str, page: Page) -> Nested:
    first = item.blocks[0] if item.blocks else None
    if first is None or first.kind != "paragraph":
        return _note(found, source_of(item, page.lines)) if first else found
    return _text(found, item, title, page, first.text)


def _text(found: Nested, block: Block, title: str, page: Page, text: str) -> Nested:
    """One bullet or paragraph: the first of these that it can be."""
    below, people = block.blocks[1:], found.facts.authors
    whole = source_of(block, page.lines) if block.kind == "item" else text
    if note := _NOTE.match(whole):
        body = whole[note.end() :]
        quote = re.match(r"(?:>.*(?:\n|$))+", body) if note[1] == "Quote" else None
        quoted = re.sub(r"(?m)^> ?", "", quote[0]).rstrip("\n") if quote else None
        kept = NoteDraft(body[quote.end() :].strip("\n") if quote else body, note[2], quoted)
        return found._replace(notes=(*found.notes, kept)) if body else found
    if abstract := ABSTRACT.match(whole):
        body = page.unquoted(whole[abstract.end() :], block.line)
        return found._replace(abstract=found.abstract or body or None)
    if not below and (several := _by_labels(found, block, title, page, text)):
        return several
    if (listed := AUTHORS.fullmatch(text)) and (named := authors_below(text, listed[1], below, page)):
        return found._replace(facts=found.facts.over(Facts(authors=named)))
    marks = page.marked(text)
    if not (below or found.workplaces) and (at := labelled_in(page.words(text)))[0]:
        found = found._replace(facts=found.facts.over(Facts(authors=at[1])))
        return found if at[1] else found._replace(workplaces=at[0], at_work=whole)
    if not (below or people or _AS_EXPORTED.match(text)) and (credit := credit_in(marks.text)):
        facts, dois = found.facts.over(credit._replace(remark="")), {**doi_in(marks.text), **found.named}
        found = found._replace(facts=facts, links=found.links + _links(marks), named=dois)
        return _note(found, credit.remark and text)
    if told := _named(found, text, marks, page):
        return told
    if not below and (comment := comment_in(page.words(text))):
        return _note(found._replace(facts=found.facts.over(comment[0])), comment[1] and text)
    if not (below or people or marks.links) and (work := who_and_where(marks.text)):
        found = found._replace(facts=found.facts.over(work[0]))
        return found if found.facts.authors else found._replace(workplaces=work[1], at_work=whole)
    if not below and (
        (text.strip() in page.templates and not _tells(marks.text))
        or (_EMPTY.fullmatch(inline.plain(marks.text).strip()) and not people_in(marks.text))
    ):
        return found if not marks.links else found._replace(links=found.links + _links(marks))
    if below and _EMPTY.fullmatch(inline.plain(marks.text).strip()) and not _says(block, page):
        return found
    if not below and (authors := _placed(found, text, page)):
        return found._replace(facts=found.facts._replace(authors=authors))
    if not below and (said := _printed(found, marks) or _said(found, marks, title)):
        return said
    alone = page.at_work and block.kind == "item" and not (below or found.workplaces or marks.links)
    if alone and people and not any(one.affiliations for one in people) and (where := organisations_in(marks.text)):
        return found._replace(workplaces=where, at_work=whole)
    if block.kind == "item" and (
        is_paper(marks) or is_another(marks, title) or (not marks.links and heads_papers(_bullets(below, page)))
    ):
        return found._replace(papers=(*found.papers, block))
    cited = line_of(marks) if len(title.split()) <= 3 and not found.title and not below else None
    if cited and cited.sure in ("quoted", "bold") and cited.facts.authors and len(cited.title.split()) >= 3:
        facts = found.facts.over(cited.facts._replace(remark=""))
        return found._replace(title=cited.title, facts=facts, links=(*found.links, *cited.links))
    return _by_lines(found, block, title, page) or _note(found, whole)


def _by_lines(found: Nested, block: Block, title: str, page: Page) -> Nested | None:
    """What each line of a paragraph says by itself, of links, people or a place; None where any is a note."""
    lines = [line for line in block.text.split("\n") if line.strip()] if block.kind == "paragraph" else []
    more = found
    for number, line in enumerate(lines if 1 < len(lines) <= 6 else (), block.line):
        more = _text(
            more, Block("paragraph", number, number + 1, re.sub(r"<br\s*/?>\s*$", "", line)), title, page, line
        )
    return more if more != found and more.notes == found.notes and more.papers == found.papers else None


_LABELLED = r"[*_]{0,2}[A-Z][A-Za-z /-]{2,24}[*_]{0,2}\s?[:：]"
_BEFORE_LABEL = re.compile(rf"(?<!\s)\s+[|·•]\s+(?={_LABELLED})")
_OF_FACT = re.compile(
    rf"[*_]*(?:{AUTHOR}|venue|year|{'|'.join((*_VENUES, *_PRINTED_IN, *_YEARS))})[*_]*\s?[:：][*_]*\s*"
    rf"(?!{NOTHING}\W*$)\S",
    re.IGNORECASE,
)
"""A part that says who wrote a paper, where or when, as any other label may not: "Read: 1843", "Data: Looms 1843"."""


def _by_labels(found: Nested, block: Block, title: str, page: Page, text: str) -> Nested | None:
    """What each part of "Published: 1843-10-01 | Authors: Ada Lovelace" says; None where no part says anything."""
    parts = _BEFORE_LABEL.split(text) if re.match(_LABELLED, text) else []
    more, rest = found, list[str]()
    for part in parts if len(parts) > 1 else ():
        said = _text(more, Block("paragraph", block.line, block.end, part), title, page, part)
        noted = said._replace(notes=more.notes) == more or not (said.facts == more.facts or _OF_FACT.match(part))
        more, rest = more if noted else said, [*rest, part] if noted else rest
    return _note(more, " | ".join(rest)) if more != found else None


def _tells(text: str) -> bool:
    """Whether a bullet says when or where a paper appeared, or who wrote it and where: that may be said of several."""
    bare = take_signs(text)[0]
    return bool(venue_of(text) or behind_label(bare) or len(people_in(text)) > 1 or organisations_in(text))


def _says(block: Block, page: Page) -> bool:
    """Whether anything below a label says something: not only further labels."""
    for part in block.blocks[1:]:
        for item in part.blocks if part.kind == "list" else (part,):
            first = item.blocks[0] if item.blocks else item
            text = inline.plain(page.marked(first.text).text) if first.kind == "paragraph" else ""
            if first.kind != "paragraph" or not (text in page.templates or _EMPTY.fullmatch(text)) or _says(item, page):
                return True
    return False


def _note(found: Nested, body: str) -> Nested:
    return found._replace(notes=(*found.notes, NoteDraft(body))) if body.strip() else found


def _named(found: Nested, text: str, marks: inline.Marked, page: Page) -> Nested | None:
    """A bullet ``Label: value``."""
    if day := read_on(text):
        found = found._replace(readings=(*found.readings, day))
        return found if day.finished_on else _note(found, text)
    if alone := alone_below(text):
        return found._replace(readings=(*found.readings, alone))
    if status := _STATUS.fullmatch(text.strip()):
        reading = reading_of(status[1])
        return found._replace(readings=(*found.readings, reading)) if reading else None
    if tags := _TAGS.fullmatch(text.strip()):
        hashed = take_hashtags(tags[1])[1]
        if hashed.year:
            return found._replace(facts=found.facts.over(hashed))
        quoted = inline.codes(text, page.references)
        words = quoted or re.split(r"[,;、，]\s*|\s+#?[Tt]ags?[:：]", inline.plain(tags[1]))
        tidied = (word.strip(" " if quoted else " #") for word in words)
        return found._replace(tags=(*found.tags, *filter(None, tidied)))
    named = _NAMED.fullmatch(text.strip())
    if not named:
        return None
    label, value = named[1].lower(), page.words(named[2])
    if marks.links and label not in ("title", "name", "venue", "section", "topic"):
        said = (label in _VENUES and marks.links[0].label) or ""
        value = (
            inline.plain(re.split("[:：]", marks.text, maxsplit=1)[-1]).strip(" |·•") or (venue_of(said) and said) or ""
        )
        if label in ("doi", "arxiv", "url", "link", "pmid", "pmcid") and not value:
            if label == "url":
                return _with(found, label, marks.links[0].url)
            return _linked(found, marks, label if label != "link" else None)
        if label == "list" or not value:
            return None
    if label == "publisher":
        place = venue_of(value) if value.lower() in PREPRINTS else None
        return found._replace(facts=found.facts.over(Facts(*place))) if place else _note(found, text)
    if label not in _VENUES and re.fullmatch("|".join(_PRINTED_IN), label):
        place = place_behind(label, value) or ((known(value), None) if known(value) else None)
        facts = found.facts.over(Facts(*place)) if place else found.facts
        return found._replace(facts=facts, links=found.links + _links(marks)) if place else None
    if label in _VENUES:
        place, found = venue_of(value, surely=True), found._replace(links=found.links + _links(marks))
        return found._replace(facts=found.facts.over(Facts(*place))) if place else _with(found, "venue", value)
    return _with(found, "year" if label in _YEARS else label, value)


def _with(found: Nested, label: str, value: str) -> Nested:
    return found._replace(named={**found.named, label: (*found.named.get(label, ()), value)})


def _links(marks: inline.Marked, label: str | None = None) -> tuple[Link, ...]:
    return tuple(link._replace(label=link.label or label) for link in marks.links if inline.is_web(link.url))


_LINKS_ALONE = re.compile(
    rf"\s*(?:[^:：\n{inline.LINK}{inline.LABEL}]{{1,40}}[:：]\s*)?{inline.LABEL}."
    rf"(?:\s*[|·•,;/]\s*(?:{inline.LABEL}.|{inline.LINK}.[^\s{inline.LINK_END}]+(?: [^\s{inline.LINK_END}]+)?"
    rf"{inline.LINK_END})){{1,9}}\s*"
)
"""The name of a link, and further links: "Paper: https://e.org/a | [Home page](https://e.org)"."""
_OTHER_LABEL = re.compile(
    r"(?!(?:In|At|Intro|Appeared|Accepted|Published)\b)[A-Z][A-Za-z]{2,12}[:：]\s+(.{2,80})", re.DOTALL
)
_WORKPLACE = re.compile(r"(?:[A-Z(&][^\s:\"“”]*|and|of|at)(?: (?:[A-Z(&][^\s:\"“”]*|and|of|at|for)){0,9}")


def _printed(found: Nested, marks: inline.Marked) -> Nested | None:
    """Authors, and the journal in italics that they wrote in."""
    bare = inline.EM in marks.text and inline.LINK not in marks.text
    said = facts_of(marks.text) if bare and not found.facts.authors else Facts()
    told = said.authors and said.venue and said.year and not said.remark
    return found._replace(facts=found.facts.over(said), links=found.links + _links(marks)) if told else None


def _said(found: Nested, marks: inline.Marked, title: str) -> Nested | None:
    """Authors, a venue, links, or several of them, where nothing else is said."""
    rest, tagged = take_hashtags(marks.text)
    if tagged.tags and not rest.strip():
        return found._replace(facts=found.facts.over(tagged))
    text, signs = take_signs(marks.text)
    if _LINKS_ALONE.fullmatch(text):
        return _linked(found, marks)
    if inline.LINK in text:
        link = LINKED.fullmatch(text.strip(" []()"))
        ended = link and re.search(r"\d\d\W*$", link[1])  # "OSDI 2017 Talk" leads to that
        if link and ended and (place := venue_of(link[1])) and all(place):
            return found._replace(facts=found.facts.over(Facts(*place)), links=found.links + _links(marks))
        people = people_in(text) if not found.facts.authors else ()
        return found._replace(facts=found.facts.over(Facts(authors=people))) if len(people) > 1 else None
    links = _links(marks)
    bare = inline.plain(re.sub(rf"{inline.LABEL}.", " ", text)).strip(" ,;|.·&-/@")
    if not bare or (links and re.fullmatch(r"\d{1,3} (?:pages|pp\.?)", bare)):
        return _linked(found, marks) if links else None
    if marks.links and not found.facts.authors and re.fullmatch(r"[\w() ,\"'-]{1,40}[:：]", bare):
        return found._replace(links=found.links + links)
    if _OTHER_LABEL.fullmatch(bare) and not people_in(bare):
        place = behind_label(bare)
        return found._replace(facts=found.facts.over(Facts(*place)), links=found.links + links) if place else None
    if _CODES.fullmatch(text) and ((told := facts_of(text)).venue or told.year):
        return found._replace(facts=found.facts.over(told.over(signs)))
    if cited := cited_again(marks._replace(text=text), title):
        return found._replace(facts=found.facts.over(cited))
    # "(OSDI 2020)" behind authors is no workplace of the last of them.
    names, dated = take_groups(re.sub(rf"\s*{inline.LABEL}.", "", text), workplaces=False)
    if people := people_in(names) or written_by(names):
        if found.facts.authors:
            return None
        return found._replace(facts=found.facts.over(dated.over(Facts(authors=people))), links=found.links + links)
    told = facts_of(text, bool(found.facts.authors)) if " | " in bare else Facts()
    parts = told.venue and told.year and not told.remark  # each says something by itself
    place = (None if parts else venue_of(bare)) or (named_year(bare) if _IN_CODE.fullmatch(text) else None)
    placed = found.facts.venue or found.facts.year or _ITALIC.fullmatch(text)
    if links and not place and (name := name_behind_links(text, title)):
        return _with(found, "name", name)._replace(links=found.links + links)
    people = people_alone(bare) if placed and not place and not found.facts.authors else ()
    if people and all(" " in one.name for one in people):
        return found._replace(facts=found.facts.over(Facts(authors=people)), links=found.links + links)
    facts = Facts(*place) if place else facts_of(text, bool(found.facts.authors))
    if facts.venue and is_place(facts.remark) and _WORKPLACE.fullmatch(inline.plain(facts.remark).strip(" .,")):
        facts = facts._replace(remark="")  # where its authors work
    if facts.remark or not (facts.venue or facts.authors or place):
        return None
    return found._replace(facts=found.facts.over(facts.over(signs)), links=found.links + links)


def _linked(found: Nested, marks: inline.Marked, label: str | None = None) -> Nested:
    """The links of a line, and where and when the paper appeared where one is called so: "[ICLR 2010](url)"."""
    told = in_labels(marks)
    return found._replace(
        facts=found.facts.over(told if told.year else Facts()), links=found.links + _links(marks, label)
    )


def _placed(found: Nested, text: str, page: Page) -> tuple[Author, ...]:
    """The authors known, or in the first line of ``text``, who all work where its other lines say."""
    known, lines = found.facts.authors, [line for line in text.split("\n") if line.strip()]
    people = known or (people_in(page.marked(lines[0]).text) if len(lines) > 1 else ())
    texts = [page.marked(line).text for line in (lines if known else lines[1:])]
    places = workplaces_in(texts) if people else ()
    if not places or any(one.affiliations and not known for one in people):
        return ()
    return tuple(one._replace(affiliations=(*one.affiliations, *places)) for one in people)


_ITALIC = re.compile(rf"\s*{inline.EM}[^{inline.EM_END},]+ [^{inline.EM_END},]+, [^{inline.EM_END}]+{inline.EM_END}\s*")
"""A line that is all in italics, as lists have it of authors: their names need only look like some."""
_CODES = re.compile(
    rf"[\s{inline.BOLD}]*(?:{inline.CODE}[^{inline.CODE_END}]+{inline.CODE_END}[\s,{inline.BOLD}{inline.BOLD_END}]*){{2,20}}"
)
"""Words in backquotes, each of which says something by itself."""
_IN_CODE = re.compile(rf"\s*{inline.CODE}[^{inline.CODE_END}]+{inline.CODE_END}\s*(?:{inline.LABEL}.\s*)*")


def _bullets(blocks: Sequence[Block], page: Page) -> list[inline.Marked]:
    """The first lines of the items of lists among ``blocks``."""
    items = [item for block in blocks if block.kind == "list" for item in block.blocks if item.blocks]
    return [page.marked(item.blocks[0].text) for item in items]
