"""Markdown reading lists: awesome lists, checklists, programmes of reading groups and courses, notes on conferences.

The blocks are CommonMark's (https://spec.commonmark.org/); what a line, a nested bullet or a row of a table says of a
paper has no standard. What looks like an entry and is not understood is told; navigation, badges and prose are passed
over. Each package knows only those above it here:

    markup      Markdown itself
        html_lists, framed, blocks, page    lists in HTML, made those of Markdown; breaks beside titles; headings, lists
                                        and tables; all of it
        inline, badges, unspaced, slashed       what stands inside a line
        ways, ticked                    links that lead no further than the page; those of them with boxes
    said        what is said around a title
        facts                           all of it, by the modules below
        place, around_venues, unknown_places, printed, volumes, preprints, commented    where and when a paper appeared
        people, writers, groups, workplaces                     who wrote it, and where they work
        parted_credits                  who, where and when, in a line of parts
        days, readings                  when a line was written; how far a paper was read
        titles, spellings               how a title is kept; words that run together
    line        one line
        entry, title                    all of it: its prelude, then its title, then its ends
        prelude, ends, blanks, keys     what stands before a title, and behind it
        coded, placed                   titles in backquotes; places set off from the titles behind them
        cited, sentences, slanted, wrapped, standards, linked, named, barred    titles behind people, in sentences, in
                                        italics, as standards have them, in links, between bars
        several                         which papers one line names
    below       what stands below an entry
        nested, credited, further       what is said there of it, who wrote it, and which of it are papers too
        cited_again, in_bibtex          citations and BibTeX that have again what their entry says
    layout      which blocks may be entries, under which headings
        sections, headings, topics      all of a page; what headings and items say of those below them
        items, paragraphs, bare, lone   bullets; paragraphs, those that are titles and no more, and those alone
        table, columns, citations, records, tabled  tables: by their rows, or a table a paper; inside of bullets
        titled, below_titles            levels of headings that are titles, told by all of each level
        linked_below, parted            headings that are titles, by the links or the labelled parts below them
        stacked, link_below, bracketed, above_lists, placed_below   entries of several blocks, made items
        between                         titles in bold, a line each, between who wrote them and where they appeared
        lined                           entries on lines of a paragraph, or each in a quotation, told by most of them
        stated                          titles behind labels that say so, and where and when at their ends
        lazy                            titles that Markdown takes for more of the bullets above them
        front, signed_contents          the YAML above a page; contents that say who wrote its parts
        notes                           bullets of words that are none, editions of books
    whole_page  what most titles of a page have, so that all of them do
        credits, people, signed, commas, posts  who wrote them, and where those work
        places, undated_places, linked_places, cited_places, headed     where and when they appeared
        labels, numbers, days, habits, slanted          what is no part of their titles
        states                          how far they were read
    refusal     why something is no paper, once all of the page is known
        refused                         all of it, by the modules below
        glossed, persons, lists, housekeeping   glossaries and topics; people; other lists; a page's own matters
        above, among                            what stands above all papers; words alone, by what is beside them
    loose       what is left where all of these understood little: every line that leads to a paper
    draft       the draft of it all
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from readtrack.importers._clean import short
from readtrack.importers.markdown.below.in_bibtex import with_bibtex
from readtrack.importers.markdown.draft import draft_of
from readtrack.importers.markdown.layout.above_lists import with_above_lists
from readtrack.importers.markdown.layout.between import with_titles_between
from readtrack.importers.markdown.layout.bracketed import with_bracketed
from readtrack.importers.markdown.layout.front import Front, front_of
from readtrack.importers.markdown.layout.headings import title_of
from readtrack.importers.markdown.layout.items import Found
from readtrack.importers.markdown.layout.lazy import with_lazy
from readtrack.importers.markdown.layout.lined import with_lines
from readtrack.importers.markdown.layout.link_below import with_links_below
from readtrack.importers.markdown.layout.notes import described, is_notes, without_editions
from readtrack.importers.markdown.layout.paragraphs import are_linked
from readtrack.importers.markdown.layout.placed_below import with_placed_below
from readtrack.importers.markdown.layout.sections import found_in
from readtrack.importers.markdown.layout.signed_contents import without_parts
from readtrack.importers.markdown.layout.stacked import LABELLED, apart
from readtrack.importers.markdown.layout.stated import with_stated_titles
from readtrack.importers.markdown.layout.tabled import with_tables
from readtrack.importers.markdown.layout.topics import topics_in
from readtrack.importers.markdown.loose import lost_in, places_in
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.markup.blocks import Block, as_meant, blocks_of, width_of
from readtrack.importers.markdown.markup.framed import unframed
from readtrack.importers.markdown.markup.page import Page
from readtrack.importers.markdown.markup.slashed import with_dots
from readtrack.importers.markdown.markup.ticked import with_boxes, without_lost_ways
from readtrack.importers.markdown.refusal.refused import in_bold, judged
from readtrack.importers.markdown.said.preprints import with_months
from readtrack.importers.markdown.said.workplaces import says_where
from readtrack.importers.markdown.whole_page.cited_places import with_cited_places
from readtrack.importers.markdown.whole_page.commas import behind_commas
from readtrack.importers.markdown.whole_page.credits import by_family, credited, presented, untitled
from readtrack.importers.markdown.whole_page.days import undated
from readtrack.importers.markdown.whole_page.habits import without_habits
from readtrack.importers.markdown.whole_page.headed import are_of_reading, under_dates
from readtrack.importers.markdown.whole_page.labels import behind_names, behind_notes, labelled, without_glosses
from readtrack.importers.markdown.whole_page.linked_places import in_turn, with_linked_places
from readtrack.importers.markdown.whole_page.numbers import unnumbered
from readtrack.importers.markdown.whole_page.people import with_people
from readtrack.importers.markdown.whole_page.places import with_places
from readtrack.importers.markdown.whole_page.posts import at_posts
from readtrack.importers.markdown.whole_page.signed import below_in_italics, signed
from readtrack.importers.markdown.whole_page.slanted import slanted
from readtrack.importers.markdown.whole_page.states import with_states
from readtrack.importers.markdown.whole_page.undated_places import with_undated_places
from readtrack.model import Listing, ReadingList, Skipped, slug

if TYPE_CHECKING:
    from readtrack.importers import Read, Source


def read(source: Source) -> Iterator[Read]:
    """Everything in a Markdown reading list: the list, then its papers, and what looks like one and was not taken.

    Raises:
        UnreadableError: it is not text.
    """
    text = source.text()
    own = bool(re.search(rf"<!-- {_OWN.pattern} -->", text))
    if not own:
        # Accents as one character: those that stand apart are no letters to a regular expression.
        text = unicodedata.normalize("NFC", text)
    front = front_of(text)
    lines = text.split("\n")
    lines[: front.lines] = [""] * front.lines
    page, blocks = _page_of(lines, own)
    blocks = blocks if own else without_parts(blocks, page)
    heading, heading_line = title_of(blocks, page, bool(front.title))
    title = front.title or heading
    reading_list = _list_of(source.name, title, blocks)
    yield reading_list
    yield from front.told
    yield from _too_long(lines)
    for position, draft in enumerate(front.papers, 1):
        yield draft._replace(lists=(Listing(reading_list.slug, None, position),))
    blocks = blocks if own else with_placed_below(with_lazy(blocks, page), page)
    blocks = blocks if own else with_lines(with_titles_between(blocks, page), page)
    entries = blocks if own else with_links_below(with_tables(blocks, page), page)
    entries = with_bracketed(entries, page)
    found = list(found_in(apart(entries if own else with_above_lists(entries, page), page), heading_line, page))
    verdicts = _verdicts(found, blocks, page, own, front, title or "")
    dated = own or not are_of_reading([one for one, why in verdicts if not why])
    above = (front.title, front.subtitle, heading)
    papers = [one for one, why in verdicts if not why]
    drafts = [
        draft_of(one, above, reading_list.slug, at, dated) for at, one in enumerate(papers, len(front.papers) + 1)
    ]
    kept = iter(drafts if own else with_bibtex(drafts, lines))
    for one, why in verdicts:
        yield Skipped(one.line, short(inline.plain(page.marked(one.text).text)), why) if why else next(kept)
    if not front.papers and not verdicts:
        for place in (place for place in places_in(blocks, page) if place.line != heading_line):
            yield Skipped(place.line, short(page.words(place.text)), "is not known as a paper")


def _page_of(lines: Sequence[str], own: bool) -> tuple[Page, Sequence[Block]]:
    """The page that ``lines`` are, and its blocks; ``own``: readtrack wrote it, so that all is meant as it stands."""
    references: dict[str, object] = {}
    kept = [line if len(line) <= inline.LONGEST else "" for line in lines]
    kept = kept if own else without_lost_ways(with_months(with_dots(as_meant(with_boxes(unframed(kept))))))
    blocks = blocks_of("\n".join(kept), references)
    bullets = _bullets(blocks)
    templates = frozenset(text for text, times in bullets.items() if times >= 3)
    page = Page(kept, references, {}, templates, _labels(lines), width_of(lines), says_where(bullets), are_linked(kept))
    return page if own else page._replace(topics=topics_in(blocks, page)), blocks


def _too_long(lines: Sequence[str]) -> Iterator[Skipped]:
    for number, line in enumerate(lines, 1):
        if len(line) > inline.LONGEST:
            yield Skipped(number, short(line), f"is a line of {len(line):,} characters, more than {inline.LONGEST:,}")


def _verdicts(
    found: Sequence[Found], blocks: Sequence[Block], page: Page, own: bool, front: Front, title: str
) -> list[tuple[Found, str | None]]:
    """What was found, each with why it is no paper; ``front``: what stands above the page, perhaps papers, too."""
    if not own:
        found = with_stated_titles(found)
        found = slanted(labelled(unnumbered(undated(with_undated_places(with_places(found))))))
        found = without_glosses(behind_notes(behind_names(found)))
        found = with_cited_places(in_turn(with_linked_places(behind_commas(found))))
    found = below_in_italics(credited(with_people(signed(presented(found)))))
    found = in_bold(by_family(at_posts(found)))
    found = found if own else with_states(described(without_habits(without_editions(untitled(found)))), blocks, page)
    least = 1 if front.papers or any(one.sure == 2 for one in found) or is_notes(found) else 0
    verdicts = judged(found, least, own, title)
    return verdicts if own else under_dates(_with_lost(verdicts, blocks, page))


def _with_lost(
    verdicts: list[tuple[Found, str | None]], blocks: Sequence[Block], page: Page
) -> list[tuple[Found, str | None]]:
    """What was found, each with why it is no paper, and the papers that the grammar lost."""
    lost = unnumbered(lost_in(blocks, [one for one, why in verdicts if not why], page))
    known = {one.line for one in lost}
    kept = [(one, why) for one, why in verdicts if not (why and one.line in known)]
    return sorted([*kept, *((one, None) for one in lost)], key=lambda verdict: verdict[0].line) if lost else verdicts


_SILENT = re.compile(r"(?:readme|index|list|papers?|reading[-_ ]?(?:list)?|standard input|stdin|-|)", re.IGNORECASE)
_OWN = re.compile(r"list ([a-z0-9-]+): (.*)")


def _list_of(name: str, title: str | None, blocks: Sequence[Block]) -> ReadingList:
    """The list itself: its slug from the file's name, unless that says nothing."""
    stem = re.sub(r"\.[A-Za-z]{1,9}$", "", name.replace("\\", "/").rsplit("/", 1)[-1])
    own = [found for block in blocks if block.kind == "comment" and (found := _OWN.fullmatch(block.text))]
    if len(own) == 1:
        return ReadingList(own[0][1], own[0][2], name)
    from_title = slug(title or "")
    short_name = (from_title if _SILENT.fullmatch(stem) else slug(stem) or from_title) or "reading-list"
    return ReadingList(short_name, title or (stem if not _SILENT.fullmatch(stem) else "Reading list"), name)


def _labels(lines: Sequence[str]) -> frozenset[str]:
    """What three lines or more begin with, up to a colon: "Tasks: ..."."""
    found = (LABELLED.match(line) for line in lines)
    counted = Counter(one[1] for one in found if one)
    return frozenset(label for label, times in counted.items() if times >= 3)


def _bullets(blocks: Sequence[Block]) -> Counter[str]:
    """The nested bullets of the file with nothing below them, and how often each stands there."""
    counted: Counter[str] = Counter()
    todo = [(block, 0) for block in blocks if block.kind == "list"]
    while todo:
        block, depth = todo.pop()
        for item in block.blocks:
            first = item.blocks[0] if item.blocks else None
            if first and first.kind == "paragraph" and depth and len(item.blocks) == 1 and "](" not in first.text:
                counted[first.text.strip()] += 1
            todo += [(inner, depth + 1) for inner in item.blocks if inner.kind == "list"]
    return counted
